import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { GuideStatus } from '#contract';
import { type SeedSource, seedFolder } from './records.ts';

/** A guide with its texts in all languages. */
export interface SeedGuide {
  /** A UUID that never changes. */
  id: string;
  /** The name of its folder. */
  slug: string;
  /** Sorts the guides by when a person may need them, with gaps as in help lines. */
  position: number;
  status: GuideStatus;
  as_of: string;
  reviewed_by: string | null;
  review_due: string | null;
  sources: SeedSource[];
  changes: { date: string; texts: Record<string, string>; source_url: string | null }[];
  texts: { language: string; title: string; summary: string; body: string; draft: boolean }[];
}

/** The front matter of the English file, which contains everything shared by all languages. */
interface EnglishFrontMatter {
  id: string;
  title: string;
  summary: string;
  position: number;
  status: GuideStatus;
  as_of: string;
  reviewed_by: string | null;
  review_due: string | null;
  sources: SeedSource[];
  changes: { date: string; what: string; url: string | null }[];
}

/** The front matter of a translation. */
interface TranslatedFrontMatter {
  title: string;
  summary: string;
  draft: boolean;
  changes: { date: string; what: string }[];
}

/**
 * Reads the guides in their order, from Markdown files with YAML front matter:
 * `guides/<slug>/<language>.md`.
 *
 * @throws Error naming the file without front matter, or whose changes differ from the English ones
 */
export function readGuides(): SeedGuide[] {
  return readdirSync(guidesFolder(), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => readGuide(name))
    .sort((a, b) => a.position - b.position || a.slug.localeCompare(b.slug, 'en'));
}

function readGuide(slug: string): SeedGuide {
  const folder = join(guidesFolder(), slug);
  const english = readFile<EnglishFrontMatter>(folder, 'en.md');
  const others = readdirSync(folder)
    .filter((name) => name.endsWith('.md') && name !== 'en.md')
    .sort()
    .map((name) => ({
      language: name.slice(0, -'.md'.length),
      ...readFile<TranslatedFrontMatter>(folder, name),
    }));
  for (const { language, head } of others) {
    if (datesOf(head.changes) !== datesOf(english.head.changes)) {
      throw new Error(`The guide ${slug} tells other changes in ${language} than in English.`);
    }
  }
  const { id, position, status, as_of, reviewed_by, review_due, sources } = english.head;
  return {
    id,
    slug,
    position,
    status,
    as_of,
    reviewed_by,
    review_due,
    sources,
    changes: english.head.changes.map(({ date, what, url }, index) => ({
      date,
      source_url: url,
      texts: {
        en: what,
        ...Object.fromEntries(
          others.map(({ language, head }) => [language, String(head.changes[index]?.what)]),
        ),
      },
    })),
    texts: [
      { language: 'en', draft: false, ...textOf(english) },
      ...others.map((other) => ({
        language: other.language,
        draft: other.head.draft,
        ...textOf(other),
      })),
    ],
  };
}

function guidesFolder(): string {
  return join(seedFolder(), 'guides');
}

function textOf({ head, body }: { head: { title: string; summary: string }; body: string }) {
  return { title: head.title, summary: head.summary, body };
}

function datesOf(changes: { date: string }[]): string {
  return changes.map(({ date }) => date).join();
}

function readFile<Head>(folder: string, name: string): { head: Head; body: string } {
  const text = readFileSync(join(folder, name), 'utf8');
  const [, head, body] = /^---\n(.*?)\n---\n(.*)$/s.exec(text) ?? [];
  if (head === undefined || body === undefined) {
    throw new Error(`${join(folder, name)} has nothing between --- lines at its head.`);
  }
  // The core schema does not parse dates.
  return { head: parse(head, { schema: 'core' }) as Head, body: body.trim() };
}
