import { loadCatalog } from '../src/i18n/catalogs.ts';
import { languageTags } from '../src/i18n/languages.ts';

// jsdom has no layout to scroll; Leaflet calls it all the same.
if (typeof window !== 'undefined') window.scrollTo = () => {};

await Promise.all(languageTags.map(loadCatalog));
