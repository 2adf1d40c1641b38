import { Injectable } from '@nestjs/common';
import type { GuideStatus, SourceNote } from '#contract';
import { DatabaseReader } from '#database';

interface GuideText {
  language: string;
  title: string;
  summary: string;
  /** Markdown. */
  body: string;
  draft: boolean;
}

/** A stored guide in all its languages. */
export interface GuideRow {
  slug: string;
  /** The status set by an editor, or else that in the guide's file. */
  status: GuideStatus;
  as_of: string;
  reviewed_by: string | null;
  review_due: string | null;
  texts: GuideText[];
  changes: { date: string; texts: Record<string, string>; source_url: string | null }[];
  sources: SourceNote[];
}

const GUIDES = `
  SELECT slug, coalesce(status_set, status) AS status, as_of::text, reviewed_by, review_due::text,
    (SELECT json_agg(json_build_object('language', language, 'title', title, 'summary', summary,
         'body', body, 'draft', draft) ORDER BY language)
       FROM guide_text WHERE guide_id = guide.id) AS texts,
    (SELECT coalesce(json_agg(json_build_object('date', date, 'texts', texts,
         'source_url', source_url) ORDER BY date, id), '[]')
       FROM guide_change WHERE guide_id = guide.id) AS changes,
    (SELECT coalesce(json_agg(json_build_object('url', url, 'what', what, 'date', date)
         ORDER BY position), '[]') FROM source WHERE record_id = guide.id) AS sources
  FROM guide WHERE EXISTS (SELECT FROM guide_text WHERE guide_id = guide.id AND language = 'en')`;

/** Reads guides; there are few, so they are read completely. */
@Injectable()
export class GuideRepository {
  constructor(private readonly db: DatabaseReader) {}

  async all(): Promise<GuideRow[]> {
    return await this.db.query<GuideRow[]>(`${GUIDES} ORDER BY position, slug`);
  }

  async one(slug: string): Promise<GuideRow | null> {
    const [row] = await this.db.query<GuideRow[]>(`${GUIDES} AND slug = $1`, [slug]);
    return row ?? null;
  }
}
