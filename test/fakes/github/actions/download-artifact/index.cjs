// Artifacts whose names begin with what stands before the asterisk of the pattern, each in a folder of its own unless they are merged.
// As the real one (src/download-artifact.ts of v8): where none fits, it says nothing and makes no folder.
const { cpSync, mkdirSync, readdirSync } = require('node:fs');
const { join } = require('node:path');

const { INPUT_PATTERN: pattern, INPUT_PATH: path, GH_DOUBLE } = process.env;
const merge = process.env['INPUT_MERGE-MULTIPLE'] === 'true';
const store = join(GH_DOUBLE, 'artifacts');
mkdirSync(store, { recursive: true });
if (!/^[^*]*\*$/.test(pattern)) throw new Error(`the double does not know the pattern ${pattern}`);
for (const name of readdirSync(store).filter((one) => one.startsWith(pattern.slice(0, -1)))) {
  cpSync(join(store, name), merge ? path : join(path, name), { recursive: true });
}
