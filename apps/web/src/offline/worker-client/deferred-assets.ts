/** Name of the `meta` element that lists files to cache before they are needed. */
export const DEFERRED_ASSETS = 'later-files';

/** The texts of the service worker, in all languages. */
export const WORKER_TEXTS = '/worker-texts.json';

/** The border between the countries, which says on which side a position is. */
export const BORDER = '/basemap/border.json';
