import { loadCatalogue } from '../src/messages/catalogues.ts';

// jsdom has no layout to scroll; Leaflet calls it all the same.
window.scrollTo = () => {};

await Promise.all([loadCatalogue('en'), loadCatalogue('es')]);
