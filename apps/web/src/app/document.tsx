import { renderToStaticMarkup, renderToString } from 'react-dom/server';
import { type Language, languages } from '../i18n/languages.ts';
import { messagesIn } from '../i18n/messages.tsx';
import { DEFERRED_ASSETS } from '../offline/worker-client/deferred-assets.ts';
import { personalPages } from '../urls/page-url.ts';
import { App } from './app.tsx';
import { OtherPages } from './other-pages.tsx';
import type { LoadedPage } from './page-data.ts';
import { pageHead } from './page-head.ts';
import { ShareTags } from './share-tags.tsx';

/** The built files that a page begins with, by their addresses. */
export interface SiteAssets {
  script: string;
  /** Needed by `script`, to be fetched at the same time. */
  modules: string[];
  styles: string[];
  /** What every page but the search begins with besides. */
  otherPages: string[];
  /** What answers without a network, from the copy on the device. */
  offline: string[];
  /** What the map needs, which is fetched when it comes into view. */
  map: string[];
  /** The texts of each language, to be fetched at the same time. */
  catalogues: Record<Language, string>;
}

/** What is put around a page. */
export interface DocumentParts {
  assets: SiteAssets;
  /** `https://amparo.example` */
  origin: string;
  /** The page as JSON-LD, for search engines; null where there is nothing to say. */
  structuredData: object | null;
}

/** A whole page as HTML: readable as it is, and taken over by the script when that has come. */
export function renderDocument(loaded: LoadedPage, surroundings: DocumentParts): string {
  const { language } = loaded.address;
  const { structuredData } = surroundings;
  const head = renderToStaticMarkup(<Head loaded={loaded} {...surroundings} />);
  const body = renderToString(<App loaded={loaded} loadMap={null} OtherPage={OtherPages} />);
  return [
    `<!doctype html><html lang="${language}" dir="${languages[language].direction}"><head>${head}`,
    structuredData
      ? `<script type="application/ld+json">${scriptText(structuredData)}</script>`
      : '',
    '</head>',
    `<body><div id="page">${body}</div>`,
    `<script type="application/json" id="loaded">${scriptText(loaded)}</script>`,
    '</body></html>',
  ].join('');
}

function Head({ loaded, assets, origin }: { loaded: LoadedPage } & DocumentParts) {
  const { title, description } = pageHead(loaded);
  return (
    <>
      <PageBasics
        assets={assets}
        title={title}
        language={loaded.address.language}
        search={loaded.data.page === 'search'}
      />
      <meta name="description" content={description} />
      {isForAll(loaded) ? (
        <ShareTags loaded={loaded} origin={origin} />
      ) : (
        <meta name="robots" content="noindex" />
      )}
    </>
  );
}

/** Whether search engines and messengers may know of it. */
function isForAll({ status, data }: LoadedPage): boolean {
  return status === 200 && !personalPages.some((page) => page === data.page);
}

/** What every page begins with. */
function PageBasics({
  assets,
  title,
  language,
  search,
}: {
  assets: SiteAssets;
  title: string;
  language: Language;
  search: boolean;
}) {
  const { modules, catalogues, script, otherPages } = assets;
  const later = [...assets.map, ...otherPages, ...assets.offline];
  const scripts = [...modules, catalogues[language], ...(search ? [] : otherPages), script];
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
      <meta name={DEFERRED_ASSETS} content={later.join(' ')} />
      {assets.styles.map((href) => (
        <link key={href} rel="stylesheet" href={href} />
      ))}
      {/* Scripts and not preloads, which a browser fetches even where scripts are off. */}
      {scripts.map((src) => (
        <script key={src} type="module" src={src} />
      ))}
    </>
  );
}

/** A page for when there is no network: the script fills it from the copy on the device. */
export function renderShell(language: Language, assets: SiteAssets): string {
  const title = messagesIn(language).t('app.name');
  const head = renderToStaticMarkup(
    <PageBasics assets={assets} title={title} language={language} search />,
  );
  return [
    `<!doctype html><html lang="${language}" dir="${languages[language].direction}"><head>${head}</head>`,
    '<body><div id="page"></div></body></html>',
  ].join('');
}

/** JSON that no text in it can break out of: `<` begins every tag and comment. */
function scriptText(value: unknown): string {
  return JSON.stringify(value, asPlain).replaceAll('<', '\\u003c');
}

// Of its own accord JSON keeps nothing of an error's message.
function asPlain(_: string, value: unknown): unknown {
  return value instanceof Error ? { ...value, name: value.name, message: value.message } : value;
}
