import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Builds the designer into `designer/dist`, from where the API serves it. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // the policy of the pages lets nothing in that stands inside an address
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2000,
  },
  worker: { format: 'es' },
})
