// Bundles entry.mjs to one classic script, which defines `libraries`, and collects the licences of what is in it.
import { build } from "esbuild";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";

const vendor = "../../offline/reports/vendor";
const { metafile } = await build({
  entryPoints: ["entry.mjs"],
  outfile: `${vendor}/libraries.js`,
  bundle: true,
  minify: true,
  format: "iife",
  globalName: "libraries",
  target: "es2020",
  charset: "ascii",
  legalComments: "none",
  metafile: true,
});

const [output] = Object.values(metafile.outputs);
const used = Object.entries(output.inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
const packages = new Set(used.map(([file]) => file.match(/node_modules\/((?:@[^/]+\/)?[^/]+)/)?.[1]).filter(Boolean));
const texts = [...packages].sort().map((name) => {
  const folder = `node_modules/${name}`, { version, license } = JSON.parse(readFileSync(`${folder}/package.json`));
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
  if (!file) throw new Error(`${name} ${version}: no licence file`);
  return `${name} ${version} (${license})\n\n${readFileSync(`${folder}/${file}`, "utf8").trim()}\n`;
});
writeFileSync(`${vendor}/LICENSES.txt`, texts.join(`\n${"-".repeat(80)}\n\n`));
