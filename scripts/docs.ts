/**
 * Writes the tables of inputs and outputs, generated from action.yml, between the markers of the READMEs.
 *   node scripts/docs.ts [--check]       --check: fail when a table is not current
 */

import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ROOT } from './root.ts';

interface Metadata {
  name: string;
  description: string;
  inputs?: Record<string, { description: string; required?: boolean; default?: string }>;
  outputs?: Record<string, { description: string }>;
}

/** One line, without what would end the cell or begin an HTML tag outside of code. */
function cell(text: string): string {
  const parts = text.replaceAll(/\s+/g, ' ').trim().replaceAll('|', '\\|').split('`');
  return parts.map((part, index) => (index % 2 === 0 ? part.replaceAll('<', '&lt;') : part)).join('`');
}

/** Defaults that a template file may supply cannot stand under `default:`; the description ends with them. */
function splitDefault(description: string): { meaning: string; fallback: string } {
  const [, meaning, fallback] = /^(.*?)\s*Default: (.+?)\.?$/.exec(description) ?? [];
  return { meaning: meaning ?? description, fallback: fallback ?? '–' };
}

function inputsTable({ inputs = {} }: Metadata): string {
  const rows = Object.entries(inputs).map(([name, input]) => {
    const { meaning, fallback } = splitDefault(cell(input.description));
    const column = input.required ? '**required**' : input.default ? `\`${input.default}\`` : fallback;
    return `| \`${name}\` | ${meaning} | ${column} |`;
  });
  return ['| Input | Meaning | Default |', '| --- | --- | --- |', ...rows].join('\n');
}

function outputsTable({ outputs = {} }: Metadata): string {
  const rows = Object.entries(outputs).map(([name, output]) => `| \`${name}\` | ${cell(output.description)} |`);
  return ['| Output | Meaning |', '| --- | --- |', ...rows].join('\n');
}

function actionsTable(all: readonly (readonly [string, Metadata])[]): string {
  const names = (part: object | undefined): string =>
    Object.keys(part ?? {})
      .map((name) => `\`${name}\``)
      .join(' ');
  const rows = all.map(
    ([folder, metadata]) =>
      `| [${folder}](actions/${folder}/README.md) | ${cell(metadata.description)} | ${names(metadata.inputs)} | ${names(metadata.outputs)} |`,
  );
  return ['| Action | What it does | Inputs | Outputs |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

/** Replaces what stands between `<!-- name:start -->` and `<!-- name:end -->`. */
function fill(file: string, text: string, name: string, content: string): string {
  const pattern = new RegExp(`(<!-- ${name}:start -->)[\\s\\S]*?(<!-- ${name}:end -->)`);
  if (!pattern.test(text)) throw new Error(`${file} has no markers <!-- ${name}:start --> and <!-- ${name}:end -->`);
  return text.replace(pattern, (_, start: string, end: string) => `${start}\n${content}\n${end}`);
}

async function update(file: string, change: (text: string) => string): Promise<void> {
  const path = join(ROOT, file);
  const before = await readFile(path, 'utf8');
  const after = change(before);
  if (before === after) return;
  if (process.argv.includes('--check')) {
    console.error(`${file}: its generated tables are not current; run "npm run docs"`);
    process.exitCode = 1;
  } else {
    await writeFile(path, after);
    console.log(`updated ${file}`);
  }
}

/** The order of the flow; an action that is not named here comes last. */
const FLOW = ['fetch-updates', 'extract-drivers', 'build-vhd', 'convert-ova', 'upload-esxi', 'verify-quiesce'];
const place = (name: string): number => (FLOW.includes(name) ? FLOW.indexOf(name) : FLOW.length);

const folders = (await readdir(join(ROOT, 'actions')))
  .filter((name) => existsSync(join(ROOT, 'actions', name, 'action.yml')))
  .sort((a, b) => place(a) - place(b) || a.localeCompare(b));
const all: (readonly [string, Metadata])[] = [];
for (const folder of folders) {
  const metadata = parse(await readFile(join(ROOT, 'actions', folder, 'action.yml'), 'utf8')) as Metadata;
  all.push([folder, metadata]);
  const readme = `actions/${folder}/README.md`;
  await update(readme, (text) =>
    fill(readme, fill(readme, text, 'inputs', inputsTable(metadata)), 'outputs', outputsTable(metadata)),
  );
}
await update('README.md', (text) => fill('README.md', text, 'actions', actionsTable(all)));
