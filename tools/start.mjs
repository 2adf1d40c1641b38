// `npm start`: updates packages and build, then runs the server.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { inFront, prepare, root } from './prepare.mjs';

await prepare();
// What saves memory and has to be known before a process starts: as in Dockerfile.
const memory = {
  NODE_OPTIONS: '--max-semi-space-size=8',
  MALLOC_ARENA_MAX: '2',
  MALLOC_MMAP_THRESHOLD_: '262144',
  MALLOC_TRIM_THRESHOLD_: '1048576',
};
const server = spawn(process.execPath, [join(root, 'dist/apps/api/src/main.js')], {
  stdio: 'inherit',
  env: { ...memory, ...process.env },
});
inFront(server).once('exit', (code) => process.exit(code ?? 1));
