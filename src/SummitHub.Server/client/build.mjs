// Bundles the client for the server, which embeds what it finds in the folder given as the only argument.
import { build } from "esbuild";
import { copyFile } from "node:fs/promises";
import { join } from "node:path";

const outdir = process.argv[2] ?? "../wwwroot/dist";

await build({
  entryPoints: { app: "src/main.ts", style: "css/style.css" },
  bundle: true,
  minify: true,
  format: "esm",
  target: ["es2022", "chrome123", "firefox128", "safari17.5"],
  legalComments: "none",
  outdir,
  logLevel: "warning",
});
await copyFile("css/mark.svg", join(outdir, "mark.svg"));
