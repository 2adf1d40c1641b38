import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const server = process.env.AMPARO_SERVER ?? 'http://localhost:3000';

export default defineConfig({
  plugins: [react()],
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  build: { outDir: '../../dist/apps/web', emptyOutDir: true, target: 'es2022' },
  server: { proxy: { '/v1': server } },
  preview: { proxy: { '/v1': server } },
});
