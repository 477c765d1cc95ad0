import { defineConfig } from 'vite';
import { inline } from './build/inline.ts';

/** One page at a time, so that all its script is one chunk: `--mode report` or `--mode sweep`. */
export default defineConfig(({ mode }) => ({
  base: './',
  plugins: [inline()],
  build: {
    outDir: 'dist',
    emptyOutDir: false,
    target: 'es2022',
    modulePreload: false,
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    cssCodeSplit: false,
    reportCompressedSize: false,
    rollupOptions: { input: `${mode === 'sweep' ? 'sweep' : 'report'}.html` },
  },
}));
