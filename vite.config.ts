import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { defineConfig } from 'vitest/config'

/**
 * Nothing but our own origin, and no inline script or style. `wasm-unsafe-eval` lets
 * WebAssembly compile and nothing else evaluate.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/** The policy goes into the built page itself, so that it holds on any static host. */
function policyInPage(): Plugin {
  return {
    name: 'content-security-policy-in-page',
    apply: 'build',
    transformIndexHtml: () => [
      { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy }, injectTo: 'head-prepend' },
    ],
  }
}

export default defineConfig({
  base: './',
  plugins: [
    react(),
    policyInPage(),
    VitePWA({
      registerType: 'prompt',
      injectRegister: null,
      manifest: {
        name: 'Phantom Inventory Classifier',
        short_name: 'Phantom Inventory',
        description: 'Finds stock that the record shows and the shelf does not have.',
        display: 'standalone',
        theme_color: '#14323f',
        background_color: '#f6f8f8',
        icons: [{ src: 'icon.svg', sizes: 'any', type: 'image/svg+xml' }],
      },
      strategies: 'injectManifest',
      srcDir: 'src/ui/shell',
      filename: 'sw.ts',
      injectManifest: {
        // Wasm, models and the demo extract are part of working offline.
        globPatterns: ['**/*.{js,mjs,css,html,svg,wasm,onnx,json,md,csv,bin}'],
        maximumFileSizeToCacheInBytes: 32 * 1024 * 1024,
      },
    }),
  ],
  optimizeDeps: { exclude: ['onnxruntime-web'] },
  worker: { format: 'es' },
  build: { target: 'es2023', chunkSizeWarningLimit: 1200 },
  preview: { headers: { 'Content-Security-Policy': contentSecurityPolicy, 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer' } },
  test: { include: ['src/**/*.test.{ts,tsx}', 'tools/**/*.test.ts'], environment: 'node', testTimeout: 60_000 },
})
