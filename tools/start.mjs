// `npm start`: updates packages and build, then runs the server.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { inFront, prepare, root } from './prepare.mjs';

await prepare();
const server = spawn(process.execPath, [join(root, 'dist/apps/api/src/main.js')], {
  stdio: 'inherit',
});
inFront(server).once('exit', (code) => process.exit(code ?? 1));
