// What the server needs of the site: nothing else here runs outside of a browser.
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
} from './address/site-address.ts';
export { type Ask, ProblemError } from './api/ask.ts';
export { loadCatalogue } from './messages/catalogues.ts';
export {
  chooseLanguage,
  isLanguage,
  type Language,
  languages,
  languageTags,
} from './messages/languages.ts';
export { breadcrumbsOf } from './site/breadcrumbs.ts';
export { renderDocument, renderShell, type SiteAssets } from './site/document.tsx';
export { nameIn } from './site/name-in.ts';
export { type LoadedPage, loadPage } from './site/page-data.ts';
export { type PreviewWords, previewWordsOf } from './site/preview-words.ts';
