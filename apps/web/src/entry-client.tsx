import { startTransition } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { loadPage } from './app/load-page.ts';
import type { LoadedPage, PageName } from './app/page-data.ts';
import { loadCatalog } from './i18n/catalogs.ts';
import type { Language } from './i18n/languages.ts';
import { cacheSite } from './offline/worker-client/cache-site.ts';
import { documentLanguage, openedFromCopy } from './offline/worker-client/current-document.ts';
import { formatPageUrl, type PageUrl, parsePageUrl } from './urls/page-url.ts';
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/page.css';
import './styles/search.css';
import './styles/card.css';
import './styles/map.css';
import './styles/print.css';

const LONG_TEXTS: PageName[] = ['guides', 'guide', 'data'];

const loadMap = () => import('./map/results-map.tsx');

/** Loads the component of every page except the search, which is already loaded. */
async function otherPage({ data }: LoadedPage) {
  return data.page === 'search' ? null : (await import('./app/other-pages.tsx')).OtherPages;
}

/** Hydrates a page that the server has rendered. */
async function hydrate(page: HTMLElement, loaded: LoadedPage): Promise<void> {
  const [OtherPage] = await Promise.all([otherPage(loaded), loadCatalog(loaded.address.language)]);
  // A transition hydrates in slices, so that slow phones remain responsive.
  startTransition(() => {
    hydrateRoot(page, <App loaded={loaded} loadMap={loadMap} OtherPage={OtherPage} />);
  });
  await pageLoaded();
  const { vocabulary, address, data } = loaded;
  const isLongText = LONG_TEXTS.includes(data.page);
  cacheSite({ vocabulary, language: address.language, isLongText }).catch(() => {
    // The page works without a copy; the next visit tries again.
  });
}

/** Resolves when the page has finished loading. */
async function pageLoaded(): Promise<void> {
  if (document.readyState === 'complete') return;
  await new Promise((resolve) => addEventListener('load', resolve, { once: true }));
}

/**
 * Renders an empty page from the copy on this device, in the language of the empty page. What it
 * says about a failure remains until then.
 */
async function fillOffline(page: HTMLElement): Promise<void> {
  const language = documentLanguage();
  const asked = parsePageUrl(location.pathname, location.search);
  const address = { ...(asked ?? homePage(language)), language };
  const [{ copyFirst }] = await Promise.all([
    import('./offline/without-server.ts'),
    loadCatalog(language),
  ]);
  const loaded = await loadPage(address, copyFirst(openedFromCopy()?.failure ?? 'silent'));
  // Like the redirect of the server.
  if (asked && formatPageUrl(loaded.address) !== formatPageUrl(asked)) {
    history.replaceState(null, '', formatPageUrl(loaded.address));
  }
  const OtherPage = await otherPage(loaded);
  createRoot(page).render(<App loaded={loaded} loadMap={loadMap} OtherPage={OtherPage} />);
}

const homePage = (language: Language) => parsePageUrl(`/${language}/`, location.search) as PageUrl;

const page = document.getElementById('page');
const loaded = document.getElementById('loaded')?.textContent;
// Not awaited, because a top-level await would make the build split this file into more chunks.
if (page && loaded) void hydrate(page, JSON.parse(loaded) as LoadedPage);
else if (page) void fillOffline(page);
