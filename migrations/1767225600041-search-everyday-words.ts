import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Any of several words will do, `abogado|legal`; texts that are found have translations and phones. */
export class SearchEverydayWords1767225600041 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(searchQuery(`string_to_array(words[i], '|')`));
    await runner.query(`DELETE FROM loaded_data WHERE name = 'read_model'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(searchQuery('ARRAY[words[i]]'));
    await runner.query(`DELETE FROM loaded_data WHERE name = 'read_model'`);
  }
}

/** @param alternatives SQL for what a word of the request may also be, itself first */
function searchQuery(alternatives: string): string {
  return `
    -- Every word must be found, in the stem of either language; the last one may be unfinished.
    CREATE OR REPLACE FUNCTION search_query(words text[]) RETURNS tsquery
      LANGUAGE plpgsql IMMUTABLE PARALLEL UNSAFE STRICT SET client_min_messages = warning AS $$
      DECLARE
        answer tsquery;
        word text;
        other text;
        term tsquery;
      BEGIN
        FOR i IN 1 .. coalesce(array_length(words, 1), 0) LOOP
          word := public.fold((${alternatives})[1]);
          -- A word like "for" or "para" is in neither index of its own language.
          CONTINUE WHEN i < array_length(words, 1)
            AND (numnode(plainto_tsquery('pg_catalog.english', word)) = 0
              OR numnode(plainto_tsquery('pg_catalog.spanish', word)) = 0);
          term := ''::tsquery;
          FOREACH other IN ARRAY ${alternatives} LOOP
            other := public.fold(other);
            term := term || plainto_tsquery('pg_catalog.english', other)
                 || plainto_tsquery('pg_catalog.spanish', other)
                 || plainto_tsquery('pg_catalog.simple', other);
          END LOOP;
          IF i = array_length(words, 1) THEN
            term := term || to_tsquery('pg_catalog.simple', quote_literal(word) || ':*');
          END IF;
          answer := CASE WHEN answer IS NULL THEN term ELSE answer && term END;
        END LOOP;
        RETURN answer;
      END $$;`;
}
