import { renderToStaticMarkup, renderToString } from 'react-dom/server';
import type { LoadedPage } from './page-data.ts';
import { headOf } from './page-head.ts';
import { ShareTags } from './share-tags.tsx';
import { Site } from './site.tsx';

/** The built files that a page begins with, by their addresses. */
export interface SiteAssets {
  script: string;
  /** Needed by `script`, to be fetched at the same time. */
  modules: string[];
  styles: string[];
}

/** What is put around a page. */
export interface Surroundings {
  assets: SiteAssets;
  /** `https://amparo.example`; empty where the site does not know its own address. */
  origin: string;
  /** The page as JSON-LD, for search engines; null where there is nothing to say. */
  structuredData: object | null;
}

/** A whole page as HTML: readable as it is, and taken over by the script when that has come. */
export function renderDocument(loaded: LoadedPage, surroundings: Surroundings): string {
  const { language } = loaded.address;
  const { structuredData } = surroundings;
  const head = renderToStaticMarkup(<Head loaded={loaded} {...surroundings} />);
  const body = renderToString(<Site loaded={loaded} loadMap={null} />);
  return [
    `<!doctype html><html lang="${language}" dir="ltr"><head>${head}`,
    structuredData
      ? `<script type="application/ld+json">${scriptText(structuredData)}</script>`
      : '',
    '</head>',
    `<body><div id="page">${body}</div>`,
    `<script type="application/json" id="loaded">${scriptText(loaded)}</script>`,
    '</body></html>',
  ].join('');
}

function Head({ loaded, assets, origin }: { loaded: LoadedPage } & Surroundings) {
  const { title, description } = headOf(loaded);
  return (
    <>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      <meta name="description" content={description} />
      <meta name="color-scheme" content="light dark" />
      <meta name="referrer" content="no-referrer" />
      {loaded.status === 200 ? (
        <ShareTags loaded={loaded} origin={origin} />
      ) : (
        <meta name="robots" content="noindex" />
      )}
      <link rel="icon" href="/icon.svg" type="image/svg+xml" />
      {assets.styles.map((href) => (
        <link key={href} rel="stylesheet" href={href} />
      ))}
      {assets.modules.map((href) => (
        <link key={href} rel="modulepreload" href={href} />
      ))}
      <script type="module" src={assets.script} />
    </>
  );
}

/** JSON that no text in it can break out of: `<` begins every tag and comment. */
function scriptText(value: unknown): string {
  return JSON.stringify(value, asPlain).replaceAll('<', '\\u003c');
}

// An error has no properties that JSON would keep.
function asPlain(_: string, value: unknown): unknown {
  return value instanceof Error ? { name: value.name, message: value.message } : value;
}
