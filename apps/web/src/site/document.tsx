import { renderToStaticMarkup, renderToString } from 'react-dom/server';
import { type SiteAddress, writeSiteAddress } from '../address/site-address.ts';
import { type Language, languages, languageTags } from '../messages/languages.ts';
import type { LoadedPage } from './page-data.ts';
import { headOf } from './page-head.ts';
import { Site } from './site.tsx';

/** The built files that a page begins with, by their addresses. */
export interface SiteAssets {
  script: string;
  /** Needed by `script`, to be fetched at the same time. */
  modules: string[];
  styles: string[];
  /** The texts of each language, to be fetched at the same time. */
  catalogues: Record<Language, string>;
}

/** A whole page as HTML: readable as it is, and taken over by the script when that has come. */
export function renderDocument(loaded: LoadedPage, assets: SiteAssets): string {
  const { language } = loaded.address;
  const head = renderToStaticMarkup(<Head loaded={loaded} assets={assets} />);
  const body = renderToString(<Site loaded={loaded} loadMap={null} />);
  return [
    `<!doctype html><html lang="${language}" dir="${languages[language].direction}"><head>${head}</head>`,
    `<body><div id="page">${body}</div>`,
    `<script type="application/json" id="loaded">${scriptText(loaded)}</script>`,
    '</body></html>',
  ].join('');
}

function Head({ loaded, assets }: { loaded: LoadedPage; assets: SiteAssets }) {
  const { title, description } = headOf(loaded);
  const { address, status } = loaded;
  return (
    <>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      <meta name="description" content={description} />
      <meta name="color-scheme" content="light dark" />
      <meta name="referrer" content="no-referrer" />
      {status === 200 ? (
        <OtherLanguages address={address} />
      ) : (
        <meta name="robots" content="noindex" />
      )}
      <link rel="icon" href="/icon.svg" type="image/svg+xml" />
      {assets.styles.map((href) => (
        <link key={href} rel="stylesheet" href={href} />
      ))}
      {/* Scripts and not preloads, which a browser fetches even where scripts are off. */}
      {[...assets.modules, assets.catalogues[address.language], assets.script].map((src) => (
        <script key={src} type="module" src={src} />
      ))}
    </>
  );
}

function OtherLanguages({ address }: { address: SiteAddress }) {
  return (
    <>
      <link rel="canonical" href={writeSiteAddress(address)} />
      {languageTags.map((language) => (
        <link
          key={language}
          rel="alternate"
          hrefLang={language}
          href={writeSiteAddress({ ...address, language })}
        />
      ))}
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
