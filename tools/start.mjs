// `npm start`: brings packages and build up to date, then runs the server.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { inFront, prepare, root } from './prepare.mjs';

await prepare();
const server = spawn(process.execPath, [join(root, 'dist/apps/api/src/main.js')], {
  stdio: 'inherit',
});
inFront(server).once('exit', (code) => process.exit(code ?? 1));
