import { Injectable } from '@nestjs/common';
import { FacetRepository, type TagDictionary, TagRepository } from '#directory';
import { ChangeSequence } from './change-sequence.ts';

export interface Vocabulary {
  tags: TagDictionary;
  known: { service: string[]; region: string[] };
}

/** Caches the valid filter codes; reloads them when the directory has changed. */
@Injectable()
export class VocabularyService {
  private sequence = -1;
  private vocabulary: Promise<Vocabulary> | null = null;

  constructor(
    private readonly changes: ChangeSequence,
    private readonly facets: FacetRepository,
    private readonly tags: TagRepository,
  ) {}

  async current(): Promise<Vocabulary> {
    const sequence = this.changes.last;
    if (!this.vocabulary || sequence !== this.sequence) {
      this.sequence = sequence;
      this.vocabulary = this.read();
      this.vocabulary.catch(() => {
        this.vocabulary = null;
      });
    }
    return await this.vocabulary;
  }

  private async read(): Promise<Vocabulary> {
    const [tags, known] = await Promise.all([this.tags.dictionary(), this.facets.known()]);
    return { tags, known };
  }
}
