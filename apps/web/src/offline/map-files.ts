/** The `meta` of a page that names the files of the map, which are kept before they are needed. */
export const MAP_FILES = 'map-files';
