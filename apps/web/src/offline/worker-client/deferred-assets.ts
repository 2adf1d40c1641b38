/** The `meta` of a page that names files which are kept before they are needed. */
export const LATER_FILES = 'later-files';
