// Adds a Brotli and a gzip copy of each file of the built site and console, so that serving needs no
// compression.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { root } from './prepare.mjs';

const COMPRESSIBLE = /\.(html|js|css|json|svg|webmanifest)$/;

for (const folder of ['dist/site', 'dist/console/assets'].map((name) => join(root, name))) {
  for (const name of readdirSync(folder, { recursive: true })) {
    if (!COMPRESSIBLE.test(name)) continue;
    const content = readFileSync(join(folder, name));
    writeFileSync(join(folder, `${name}.br`), brotliCompressSync(content));
    writeFileSync(join(folder, `${name}.gz`), gzipSync(content, { level: 9 }));
  }
}
