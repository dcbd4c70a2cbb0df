import { defineConfig } from "vite";

// One classic script: a page opened from a file may load neither modules nor chunks.
export default defineConfig({
  define: { "process.env.NODE_ENV": JSON.stringify("production") },
  build: {
    target: "es2022",
    outDir: "../bundle",
    emptyOutDir: true,
    license: { fileName: "LICENSES.md" },
    lib: {
      entry: "src/main.ts",
      formats: ["iife"],
      name: "jixiao",
      fileName: () => "bundle.js",
      cssFileName: "bundle",
    },
  },
});
