// What the server needs of the site: nothing else here runs outside of a browser.
export {
  namedPages,
  plainPages,
  readSiteAddress,
  type SiteAddress,
} from './address/site-address.ts';
export { type Ask, ProblemError } from './api/ask.ts';
export { loadCatalogue } from './messages/catalogues.ts';
export { chooseLanguage, isLanguage, languages, languageTags } from './messages/languages.ts';
export { renderDocument, type SiteAssets } from './site/document.tsx';
export { type LoadedPage, loadPage } from './site/page-data.ts';
