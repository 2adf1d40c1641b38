import { setFlagsFromString } from 'node:v8';

/**
 * How much the heap grows before V8 collects all of it, percent of what the last collection left.
 * V8's own choice, up to 300, takes more memory for garbage than for everything that is in use.
 */
const HEAP_GROWING_PERCENT = 35;

setFlagsFromString(`--heap-growing-percent=${HEAP_GROWING_PERCENT}`);

// Of React and other packages, which decide when they are imported.
process.env.NODE_ENV ??= 'production';
