import { readFileSync } from 'node:fs';
import { renderToStaticMarkup } from 'react-dom/server';
import { GATEWAY_STATUSES, PATIENCE_MS } from './src/api-client/network-failure.ts';
import { type Language, languages, languageTags } from './src/i18n/languages.ts';
import { PAGE_MARKER } from './src/offline/page-marker.ts';
import { UnopenedPage } from './src/offline/unopened/unopened-page.tsx';
import { unopenedTexts } from './src/offline/unopened/unopened-texts.ts';
import { WORKER_TEXTS } from './src/offline/worker-client/deferred-assets.ts';
import { OPENED_FROM_COPY } from './src/offline/worker-client/opened-from-copy.ts';
import { NETWORK_PAGE } from './src/urls/page-url.ts';
import type { WorkerSettings, WorkerTexts } from './worker/settings.ts';

/**
 * Returns what the service worker shares with the pages. The build writes it into the worker, which
 * is a classic script and cannot import files that pages import too.
 */
export function workerSettings(): WorkerSettings {
  return {
    patienceMs: PATIENCE_MS,
    gatewayStatuses: GATEWAY_STATUSES,
    pageMarker: PAGE_MARKER,
    networkPage: NETWORK_PAGE,
    openedFromCopy: OPENED_FROM_COPY,
    texts: WORKER_TEXTS,
  };
}

/** Returns what the service worker says itself, a file that is stored with the second page. */
export function workerTexts(): Record<string, WorkerTexts> {
  return Object.fromEntries(languageTags.map((language) => [language, textsIn(language)]));
}

function textsIn(language: Language): WorkerTexts {
  const file = readFileSync(`apps/web/src/i18n/messages/${language}.json`, 'utf8');
  const messages = JSON.parse(file) as Record<string, string>;
  const text = (key: string) => messages[key] as string;
  const unopened = (failure: string, link?: string) =>
    renderToStaticMarkup(
      <UnopenedPage
        language={language}
        happened={text(`offline.${failure}`)}
        retry={text('results.retry')}
        {...(link ? { signIn: link } : {})}
      />,
    );
  return {
    name: languages[language].name,
    otherLanguage: unopenedTexts(language).otherLanguage,
    unopened: {
      silent: unopened('silent'),
      gateway: unopened('gateway'),
      portal: unopened('portal', text('offline.signIn')),
    },
    head: head(language),
  };
}

/** Of a document without other files, because none may be stored. */
function head(language: Language): string {
  return [
    `<!doctype html><html lang="${language}" dir="${languages[language].direction}"><head>`,
    '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta name="color-scheme" content="light dark"><title>${unopenedTexts(language).failed}</title>`,
    '<style>body{max-width:40rem;margin:10vh auto;padding:0 1rem;font:1.125rem/1.5 system-ui}',
    'a{display:inline-block;padding:.6rem 0;margin-inline-end:1.5rem}</style></head><body>',
  ].join('');
}
