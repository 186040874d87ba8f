import react from "@vitejs/plugin-react";
import { defineConfig } from "electron-vite";
import { resolve } from "node:path";

const here = (path: string): string => resolve(import.meta.dirname, path);

export default defineConfig({
  main: {
    build: {
      outDir: "out/main",
      minify: false,
      rollupOptions: {
        input: {
          index: here("electron/main/index.ts"),
          core: here("electron/core/process.ts"),
          worker: here("electron/core/jobs/worker.ts"),
          cli: here("electron/cli/main.ts"),
        },
        // exceljs's reader, which is not used here, can read from a cloud store when its client is there.
        external: ["@aws-sdk/client-s3"],
        output: { entryFileNames: "[name].js", chunkFileNames: "chunks/[name]-[hash].js", format: "es" },
      },
    },
  },
  preload: {
    build: {
      outDir: "out/preload",
      rollupOptions: {
        input: { index: here("electron/preload/index.ts") },
        output: { entryFileNames: "[name].cjs", format: "cjs" },
      },
    },
  },
  renderer: {
    root: here("renderer"),
    plugins: [react()],
    build: {
      outDir: here("out/renderer"),
      minify: "oxc",
      chunkSizeWarningLimit: 4096,
      rollupOptions: { input: { index: here("renderer/index.html") } },
    },
  },
});
