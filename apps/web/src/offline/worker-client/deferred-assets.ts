/** Name of the `meta` element that lists files to cache before they are needed. */
export const DEFERRED_ASSETS = 'later-files';
