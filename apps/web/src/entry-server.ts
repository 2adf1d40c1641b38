// What the server needs of the site: nothing else here runs outside of a browser.

export { type Ask, ProblemError } from './api-client/fetch-json.ts';
export { breadcrumbsOf } from './app/breadcrumbs.ts';
export { renderDocument, renderShell, type SiteAssets } from './app/document.tsx';
export { loadPage } from './app/load-page.ts';
export type { LoadedPage } from './app/page-data.ts';
export { type PreviewWords, previewWordsOf } from './app/preview-text.ts';
export { loadCatalogue } from './i18n/catalogs.ts';
export {
  chooseLanguage,
  isLanguage,
  type Language,
  languages,
  languageTags,
} from './i18n/languages.ts';
export { nameIn } from './i18n/localized-name.ts';
export {
  canonicalAddress,
  namedPages,
  nestedPage,
  pageAddress,
  personalPages,
  plainPages,
  readPreviewAddress,
  readSiteAddress,
  type SiteAddress,
  writeSiteAddress,
} from './urls/page-url.ts';
