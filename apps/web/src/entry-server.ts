// The exports that the server needs; everything else only runs in a browser.

export { type ApiClient, ProblemError } from './api-client/fetch-json.ts';
export { breadcrumbs } from './app/breadcrumbs.ts';
export { renderDocument, renderPreview, renderShell, type SiteAssets } from './app/document.tsx';
export { loadPage } from './app/load-page.ts';
export type { LoadedPage } from './app/page-data.ts';
export { type PreviewText, previewText } from './app/preview-text.ts';
export type { Report } from './components/report-problem/report-fields.tsx';
export { type ConfirmationView, confirmationUrl } from './confirmation/confirmation-view.ts';
export { renderConfirmation } from './confirmation/render-confirmation.tsx';
export { loadCatalog } from './i18n/catalogs.ts';
export {
  chooseLanguage,
  isLanguage,
  type Language,
  languages,
  languageTags,
} from './i18n/languages.ts';
export { localizedName } from './i18n/localized-name.ts';
export { withStaleNotice } from './layout/stale-notice.tsx';
export { PAGE_MARKER } from './offline/page-marker.ts';
export {
  canonicalUrl,
  formatPageUrl,
  /** @internal for tests that visit a page of each kind */
  namedPages,
  nestedPage,
  type PageUrl,
  pageUrl,
  parsePageUrl,
  parsePreviewUrl,
  plainPages,
  previewUrl,
  qrCodeUrl,
  searchNames,
} from './urls/page-url.ts';
