// Adds a Brotli and a gzip copy of each file of the built site, so that serving needs no
// compression.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { root } from './prepare.mjs';

const COMPRESSIBLE = /\.(html|js|css|json|svg|webmanifest)$/;
const site = join(root, 'dist/site');

for (const name of readdirSync(site, { recursive: true })) {
  if (!COMPRESSIBLE.test(name)) continue;
  const content = readFileSync(join(site, name));
  writeFileSync(join(site, `${name}.br`), brotliCompressSync(content));
  writeFileSync(join(site, `${name}.gz`), gzipSync(content, { level: 9 }));
}
