/** The `meta` of a page that names files which are kept before they are needed. */
export const DEFERRED_ASSETS = 'later-files';
