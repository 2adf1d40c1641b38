import { Inject, Injectable, NotFoundException } from '@nestjs/common';
import { type PublishedKind, PublishedPageRepository, publishedKinds } from '#directory';
import { sitemapIndexText, sitemapTexts } from '#exchange';
import type { Texts } from '../../http/negotiation/representation.ts';
import { SITE_OPTIONS, type SiteOptions } from '../shared/site-options.ts';
import { otherPages, recordPages } from './sitemap-pages.ts';

/**
 * At most about so many records are in a file, each in all languages: 3.5 MB, far below the limits of
 * 50,000 URLs and 50 MB. Larger files would take more memory to write, and hold up other requests.
 */
const RECORDS_PER_FILE = 400;
const ENCODED_CHARACTERS = 64 * 1024;

/** One of several even parts of the pages of one kind of record. */
interface Part {
  kind: PublishedKind;
  part: number;
  parts: number;
}

/** Writes the sitemap: all pages in one file, or an index and its files. */
@Injectable()
export class SitemapService {
  constructor(
    @Inject(SITE_OPTIONS) private readonly options: SiteOptions,
    private readonly published: PublishedPageRepository,
  ) {}

  /** @param origin `https://amparo.example` */
  async whole(origin: string): Promise<Texts> {
    const files = await this.files();
    if (files.length === 1) return await this.texts(files[0] ?? [], origin, true);
    return sitemapIndexText(files.map((_, index) => `${origin}/sitemap-${index + 1}.xml`));
  }

  /**
   * @param number of the file, from 1
   * @throws NotFoundException when there is no such file
   */
  async file(number: number, origin: string): Promise<Texts> {
    const parts = (await this.files())[number - 1];
    if (!parts) throw new NotFoundException();
    return await this.texts(parts, origin, number === 1);
  }

  /** What each file has of the records; the first one also has all other pages. */
  private async files(): Promise<Part[][]> {
    const counts = await this.published.approximateCounts();
    const parts = publishedKinds.flatMap((kind) => partsOf(kind, counts[kind]));
    const isSmall = Object.values(counts).reduce((sum, count) => sum + count) <= RECORDS_PER_FILE;
    return isSmall ? [parts] : [[], ...parts.map((part) => [part])];
  }

  private async texts(parts: Part[], origin: string, others: boolean): Promise<Texts> {
    const [first, ...records] = await Promise.all([
      others ? otherPages(this.options.api, origin) : [],
      ...parts.map(({ kind, part, parts: all }) => this.published.part(kind, part, all)),
    ]);
    return encoded(sitemapTexts(chain(first, ...records.map((of) => recordPages(of, origin)))));
  }
}

function* chain<Value>(...all: Iterable<Value>[]): Generator<Value> {
  for (const values of all) yield* values;
}

/** Encodes texts a few at a time, so that the heap never holds all of them. */
function encoded(texts: Iterable<string>): Buffer[] {
  const buffers: Buffer[] = [];
  let waiting = '';
  for (const text of texts) {
    waiting += text;
    if (waiting.length < ENCODED_CHARACTERS) continue;
    buffers.push(Buffer.from(waiting));
    waiting = '';
  }
  return [...buffers, Buffer.from(waiting)];
}

function partsOf(kind: PublishedKind, count: number): Part[] {
  const needed = Math.max(1, Math.ceil(count / RECORDS_PER_FILE));
  // 1 to 8, 10, 12, 14, 16, 20 and so on: files are full, and few changes move pages between them.
  const step = 2 ** Math.max(0, Math.ceil(Math.log2(needed)) - 3);
  const parts = Math.ceil(needed / step) * step;
  return Array.from({ length: parts }, (_, part) => ({ kind, part, parts }));
}
