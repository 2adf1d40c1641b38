import { loadCatalogue } from '../src/messages/catalogues.ts';
import { languageTags } from '../src/messages/languages.ts';

// jsdom has no layout to scroll; Leaflet calls it all the same.
window.scrollTo = () => {};

await Promise.all(languageTags.map(loadCatalogue));
