import type { Language } from '../src/i18n/languages.ts';
import type { OpenedFromCopy } from '../src/offline/worker-client/opened-from-copy.ts';
import { attempt } from './network.ts';
import { settings, type WorkerFailure } from './settings.ts';
import { storedLanguages, storedShell, storedTexts } from './stored-files.ts';

/**
 * Returns the page of the server if it begins to arrive in time, else the empty page of its
 * language, which is filled from the copy. Without an empty page the server has all the time it
 * needs, and if it fails, a page says so.
 */
export async function pageResponse(request: Request): Promise<Response> {
  const { outcome, inTime, abort } = attempt(request);
  const first = await inTime;
  if (first instanceof Response) return first;
  const url = new URL(request.url);
  const copy = await copyOfPage(url, first);
  if (copy) {
    abort();
    return copy;
  }
  const last = await outcome;
  return last instanceof Response ? last : await failurePage(url, last);
}

async function copyOfPage(url: URL, failure: WorkerFailure): Promise<Response | null> {
  const stored = await storedLanguages();
  const wanted = wantedLanguages(url);
  const language = [...wanted, ...stored].find((one) => stored.includes(one));
  const shell = language && (await storedShell(language));
  if (!shell) return null;
  const asked = pathLanguage(url) ?? language;
  const texts = await storedTexts();
  const opened: OpenedFromCopy = {
    failure,
    asked: url.pathname + url.search,
    otherLanguage:
      texts?.[asked] && asked !== language
        ? {
            asked: asked as Language,
            text: texts[asked].otherLanguage.replace('{language}', texts[language]?.name ?? ''),
          }
        : null,
  };
  const meta = `<meta name="${settings.openedFromCopy}" content="${escaped(JSON.stringify(opened))}">`;
  const html = (await shell.text())
    .replace('<head>', () => `<head>${meta}`)
    .replace(/<main.*<\/main>/s, (general) => texts?.[asked]?.unopened[failure] ?? general);
  return new Response(html, { headers: shell.headers });
}

/** A page without scripts or other files, because none may be stored. */
async function failurePage(url: URL, failure: WorkerFailure): Promise<Response> {
  const texts = await storedTexts();
  const own = wantedLanguages(url).flatMap((language) => texts?.[language] ?? [])[0] ?? texts?.en;
  // Before a second page was opened; browsers say themselves that nothing has arrived.
  if (!own) return Response.error();
  return new Response(own.head + own.unopened[failure], {
    status: 503,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    },
  });
}

/** Returns the language of a page; null for other paths. */
function pathLanguage({ pathname }: URL): string | null {
  return /^\/([a-z]{2})\//.exec(pathname)?.[1] ?? null;
}

/** The language of the page, and those of the device. */
function wantedLanguages(url: URL): string[] {
  return [pathLanguage(url) ?? [], navigator.languages.map((tag) => tag.slice(0, 2))].flat(2);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
