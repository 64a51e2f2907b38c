import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { COMMANDS } from '../../../actions/commands.ts';
import { ROOT } from '../../../scripts/root.ts';
import { anchorOf } from '../../../scripts/site/anchors.ts';
import { parseArguments } from '../../../src/cli/parse-arguments.ts';

/** Pages say what is so: links lead somewhere, commands are ones, template files are taken. */

const PAGES = globSync(['*.md', 'docs/**/*.md', 'actions/*/README.md'], { cwd: ROOT }).toSorted();
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const blocks = (page: string, language: string): string[] =>
  [...read(page).matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(([, text = '']) => text);

it.each(PAGES)('%s leads to pages and sections that are there', (page) => {
  const text = read(page).replaceAll(/^```[\s\S]*?^```$/gm, '');
  for (const [, target = ''] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
    if (/^[a-z]+:/.test(target)) continue;
    const [path = '', section] = target.split('#');
    const file = path === '' ? page : normalize(join(dirname(page), path));
    expect(existsSync(join(ROOT, file)), `${page}: ${target}`).toBe(true);
    if (section === undefined || !file.endsWith('.md')) continue;
    const sections = [...read(file).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => anchorOf(heading));
    expect(sections, `${page}: ${target}`).toContain(section);
  }
});

it('has every page in its index', () => {
  const index = read('docs/README.md');
  const missing = globSync('docs/*.md', { cwd: ROOT }).filter((page) => !index.includes(`](${page.slice(5)})`));
  expect(missing).toEqual(['docs/README.md']);
});

describe('commands on pages', () => {
  const commands = COMMANDS.flatMap((group) => group.commands);
  const lines = PAGES.flatMap((page) =>
    ['sh', 'console'].flatMap((language) =>
      blocks(page, language)
        .flatMap((text) => text.replaceAll('\\\n', ' ').split('\n'))
        .flatMap((line) => [...line.matchAll(/(?:^|[ $(])(?:npx )?stillframe ([a-z][^|)#>]*)/g)])
        .map(([, words = '']) => [page, words.trim()] as const),
    ),
  );

  it('are found', () => expect(lines.length).toBeGreaterThan(10));

  it.each(lines)('%s: stillframe %s', (_page, line) => {
    const [name = '', ...words] = (line.match(/"[^"]*"|\S+/g) ?? []) as string[];
    if (name === 'completion') return;
    const command = commands.find((one) => one.name === name);
    expect(command, name).toBeDefined();
    if (command && !words.includes('--help')) expect(() => parseArguments(command, words)).not.toThrow();
  });
});

describe('template files on pages', () => {
  const schema = (name: string) =>
    new Ajv({ allowUnionTypes: true, strictTypes: false }).compile(JSON.parse(read(`schema/${name}.schema.json`)));
  const templates = PAGES.flatMap((page) =>
    blocks(page, 'ya?ml')
      .filter((text) => /^# yaml-language-server:/.test(text))
      .map((text) => [page, text] as const),
  );

  it('are found', () => expect(templates.length).toBeGreaterThan(1));

  it.each(templates)('%s is taken by the schema that it names', (_page, text) => {
    const name = /\/(template|base)\.schema\.json\n/.exec(text)?.[1] ?? '';
    const validate = schema(name);
    expect(validate(parse(text)), JSON.stringify(validate.errors)).toBe(true);
  });
});
