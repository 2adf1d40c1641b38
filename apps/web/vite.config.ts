import { parse } from '@formatjs/icu-messageformat-parser';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { hasSyntax } from './src/i18n/message-syntax.ts';
import { workerSettings, workerTexts } from './worker-build.tsx';

/** Reads the messages once, here, so that no browser needs the reader, which is as big as they all. */
const readMessages: Plugin = {
  name: 'read-messages',
  enforce: 'pre',
  transform(code, id) {
    if (!/\/messages\/\w+\.json$/.test(id)) return null;
    const read = Object.entries<string>(JSON.parse(code))
      .filter(([key]) => !key.startsWith('@@'))
      .map(([key, text]) => [
        key,
        hasSyntax(text) ? parse(text, { captureLocation: false }) : text,
      ]);
    return JSON.stringify(Object.fromEntries(read));
  },
};

/** Writes the texts of the service worker, which is sent to every visitor, into a file apart. */
const writeWorkerTexts: Plugin = {
  name: 'write-worker-texts',
  generateBundle() {
    const fileName = workerSettings().texts.slice(1);
    this.emitFile({ type: 'asset', fileName, source: JSON.stringify(workerTexts()) });
  },
};

export default defineConfig({
  plugins: [readMessages, writeWorkerTexts, react()],
  define: { WORKER_SETTINGS: JSON.stringify(workerSettings()) },
  resolve: {
    conditions: ['source', 'module', 'browser', 'development|production'],
    alias: {
      '@formatjs/icu-messageformat-parser': '@formatjs/icu-messageformat-parser/no-parser.js',
    },
  },
  build: {
    outDir: '../../dist/site',
    emptyOutDir: true,
    target: 'es2022',
    // Leaflet's style sheet names pictures that we never show.
    assetsInlineLimit: 0,
    manifest: 'manifest.json',
    rollupOptions: {
      input: ['apps/web/src/entry-client.tsx', 'apps/web/worker/service-worker.ts'],
      output: {
        // Small files cost a first visit more by their headers than by what they contain.
        codeSplitting: {
          groups: [
            {
              name: 'shared',
              test: /apps\/web\/src\/(map\/layers\/towns|offline|api-client|urls)|libs\/contract/,
              minShareCount: 2,
            },
          ],
        },
        entryFileNames: ({ name }) =>
          name === 'service-worker' ? 'sw.js' : 'assets/[name]-[hash].js',
      },
    },
  },
});
