import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  build: {
    outDir: '../../dist/site',
    emptyOutDir: true,
    target: 'es2022',
    // Leaflet's style sheet names pictures that we never show.
    assetsInlineLimit: 0,
    manifest: 'manifest.json',
    rollupOptions: {
      input: ['apps/web/src/browser.tsx', 'apps/web/worker/service-worker.ts'],
      output: {
        entryFileNames: ({ name }) =>
          name === 'service-worker' ? 'sw.js' : 'assets/[name]-[hash].js',
      },
    },
  },
});
