// What is needed once the server does not respond: a file of its own, stored with the copy.
export { copyFirst } from './local-api/copy-first.ts';
export { coversPosition } from './local-api/coverage.ts';
export { localApi } from './local-api/local-api.ts';
export { CopyNotice } from './notice/copy-notice.tsx';
