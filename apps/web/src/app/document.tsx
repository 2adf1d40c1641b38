import { renderToStaticMarkup, renderToString } from 'react-dom/server';
import { type Language, languages } from '../i18n/languages.ts';
import { messagesIn } from '../i18n/messages.tsx';
import { NOTICE_PLACE } from '../layout/stale-notice.tsx';
import { UnopenedPage } from '../offline/unopened/unopened-page.tsx';
import { DEFERRED_ASSETS } from '../offline/worker-client/deferred-assets.ts';
import { RESULTS_HEADING } from '../routes/search/results.tsx';
import { personalPages } from '../urls/page-url.ts';
import { App, MASTHEAD_END } from './app.tsx';
import { OtherPages } from './other-pages.tsx';
import type { LoadedPage } from './page-data.ts';
import { pageHead } from './page-head.ts';
import { ShareTags } from './share-tags.tsx';

/** The URLs of the built files that pages link to. */
export interface SiteAssets {
  script: string;
  /** Imports of `script`, fetched in parallel. */
  modules: string[];
  styles: string[];
  /** Additional files of every page except the search. */
  otherPages: string[];
  /** The files of the offline API. */
  offline: string[];
  /** The files of the map, fetched when it comes into view. */
  map: string[];
  /** The message catalog of each language, fetched in parallel. */
  catalogs: Record<Language, string>;
}

/** The parts of a document in addition to the page. */
export interface DocumentParts {
  assets: SiteAssets;
  /** `https://amparo.example` */
  origin: string;
  /** The page as JSON-LD, for search engines; null if there is none. */
  structuredData: object | null;
}

/**
 * Renders a complete page as HTML: readable without script, and hydrated once the script has
 * loaded.
 */
export function renderDocument(loaded: LoadedPage, parts: DocumentParts): string {
  const { language } = loaded.address;
  const { structuredData } = parts;
  const head = renderToStaticMarkup(<Head loaded={loaded} {...parts} />);
  const body = renderToString(<App loaded={loaded} loadMap={null} OtherPage={OtherPages} />);
  return [
    `<!doctype html><html lang="${language}" dir="${languages[language].direction}"><head>${head}`,
    structuredData
      ? `<script type="application/ld+json">${scriptText(structuredData)}</script>`
      : '',
    '</head>',
    `<body>${NOTICE_PLACE}<div id="page">${body}</div>`,
    `<script type="application/json" id="loaded">${scriptText(loaded)}</script>`,
    '</body></html>',
  ].join('');
}

/**
 * Renders a page without its scripts, to be looked at inside another page before it is published.
 */
export function renderPreview(loaded: LoadedPage, assets: SiteAssets): string {
  const { language } = loaded.address;
  const { title } = pageHead(loaded);
  const head = renderToStaticMarkup(<PageBasics assets={assets} title={title} scripts={[]} />);
  const body = renderToString(<App loaded={loaded} loadMap={null} OtherPage={OtherPages} />);
  return [
    `<!doctype html><html lang="${language}" dir="${languages[language].direction}"><head>${head}`,
    `</head><body><div id="page">${body}</div></body></html>`,
  ].join('');
}

/**
 * Browsers paint nothing before this element has arrived: of a masthead or a form that comes in
 * parts, what was painted first would move. Chromium waits for its start tag alone, and the HTML
 * standard for its end, so it is a small one behind them.
 */
function PaintFrom({ id }: { id: string }) {
  return <link rel="expect" href={`#${id}`} blocking="render" />;
}

function Head({ loaded, assets, origin }: { loaded: LoadedPage } & DocumentParts) {
  const { title, description } = pageHead(loaded);
  return (
    <>
      <PageBasics
        assets={assets}
        title={title}
        scripts={scriptsOf(assets, loaded.address.language, loaded.data.page === 'search')}
      />
      <PaintFrom id={loaded.data.page === 'search' ? RESULTS_HEADING : MASTHEAD_END} />
      <meta name="description" content={description} />
      {isPublic(loaded) ? (
        <ShareTags loaded={loaded} origin={origin} />
      ) : (
        <meta name="robots" content="noindex" />
      )}
    </>
  );
}

/** Whether search engines may index the page and messengers may show a preview. */
function isPublic({ status, data }: LoadedPage): boolean {
  return status === 200 && !personalPages.some((page) => page === data.page);
}

/** Scripts of a page, in the order in which they are fetched. */
function scriptsOf(assets: SiteAssets, language: Language, isSearch: boolean): string[] {
  const { modules, catalogs, otherPages, script } = assets;
  return [...modules, catalogs[language], ...(isSearch ? [] : otherPages), script];
}

/** The metadata, styles and scripts of every page. */
function PageBasics({
  assets,
  title,
  scripts,
}: {
  assets: SiteAssets;
  title: string;
  scripts: string[];
}) {
  const deferred = [...assets.map, ...assets.otherPages, ...assets.offline];
  return (
    <>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" content="#0f5c57" />
      <meta name="referrer" content="no-referrer" />
      <link rel="icon" href="/icon.svg" type="image/svg+xml" />
      <link rel="manifest" href="/app.webmanifest" />
      <meta name={DEFERRED_ASSETS} content={deferred.join(' ')} />
      {assets.styles.map((href) => (
        <link key={href} rel="stylesheet" href={href} />
      ))}
      {/* Scripts and not preloads, which browsers fetch even if scripts are disabled. */}
      {scripts.map((src) => (
        <script key={src} type="module" src={src} />
      ))}
    </>
  );
}

/** Renders an empty page for offline use, which the script fills from the copy on the device. */
export function renderShell(language: Language, assets: SiteAssets): string {
  const { t } = messagesIn(language);
  const scripts = scriptsOf(assets, language, true);
  const head = renderToStaticMarkup(
    <PageBasics assets={assets} title={t('app.name')} scripts={scripts} />,
  );
  const unfilled = renderToStaticMarkup(
    <UnopenedPage language={language} retry={t('results.retry')} />,
  );
  return [
    `<!doctype html><html lang="${language}" dir="${languages[language].direction}"><head>${head}</head>`,
    `<body><div id="page">${unfilled}</div>`,
    '</body></html>',
  ].join('');
}

/**
 * Serializes JSON for a script element; `<` is escaped, because it starts every tag and comment.
 */
function scriptText(value: unknown): string {
  return JSON.stringify(value, serializeError).replaceAll('<', '\\u003c');
}

// By default JSON.stringify omits the message of an error.
function serializeError(_: string, value: unknown): unknown {
  return value instanceof Error ? { ...value, name: value.name, message: value.message } : value;
}
