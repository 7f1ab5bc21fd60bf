import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const packages = (names: string) => new RegExp(`[\\\\/]node_modules[\\\\/](${names})[\\\\/]`);
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig(({ mode }) => ({
  root: here('.'),
  plugins: [react()],
  server: {
    host: '127.0.0.1',
    port: 5173,
    proxy: { '/api': { target: 'http://127.0.0.1:3000', changeOrigin: false } },
  },
  build: {
    outDir: here('./dist'),
    emptyOutDir: true,
    target: 'es2022',
    // Fonts and pictures stay files of their own: the content security policy allows no data: fonts.
    assetsInlineLimit: 0,
    // The gallery of the kit is built only on request (`vite build --mode gallery`), never shipped.
    rolldownOptions: {
      input: mode === 'gallery' ? here('./gallery.html') : here('./index.html'),
      output: {
        codeSplitting: {
          // Few files of a fair size: a page that comes in sixty crumbs waits for each of them.
          groups: [
            {
              name: 'react',
              test: packages('react(-dom)?|scheduler|@tanstack'),
              tags: ['$initial'],
            },
            { name: 'base', tags: ['$initial'] },
            { name: 'model', test: /[\\/](core|contract)[\\/]src[\\/]/, minShareCount: 2 },
            {
              name: 'kit',
              test: /[\\/]web[\\/]src[\\/](ui[\\/](?!charts|board)|lib[\\/])/,
              minShareCount: 2,
            },
            { name: 'parts', test: /[\\/]web[\\/]src[\\/]features[\\/]/, minShareCount: 3 },
          ],
        },
      },
    },
  },
}));
