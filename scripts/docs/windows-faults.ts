/** What goes wrong on a Windows runner in tests, by the tables of cases in test/windows: for docs/testing.md. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../root.ts';

export interface WindowsFault {
  /** Of the case, such as `the disk is full`. */
  readonly name: string;
  readonly engine: string;
  /** Of the error that the run ends with. */
  readonly code: string;
}

/** Files with a table `CASES`; `code` where all of its cases end with one. */
const TABLES: readonly {
  readonly file: string;
  readonly engine: string;
  readonly before?: string;
  readonly code?: string;
}[] = [
  { file: 'faults', engine: 'dism' },
  { file: 'module-faults', engine: 'convert-windowsimage' },
  { file: 'does-nothing', engine: 'both', before: 'success, and nothing done: ', code: 'servicing-unproven' },
];
/** A key of the table, at its first indentation. */
const KEY = /^ {2}(?:'([^']+)'|"([^"]+)"): \{/;
/** `[tool-failed]` as a regular expression has it. */
const CODE = /\\\[([a-z-]+)\\\]/;

export function windowsFaults(): readonly WindowsFault[] {
  return TABLES.flatMap(({ file, engine, before = '', code }) => {
    const text = readFileSync(join(ROOT, 'test/windows', `${file}.win.test.ts`), 'utf8');
    return casesOf(text).map(({ name, body }) => ({
      name: `${before}${name}`,
      engine,
      code: code ?? CODE.exec(body)?.[1] ?? '',
    }));
  });
}

/** Names and texts of the entries of `const CASES`. */
export function casesOf(text: string): readonly { readonly name: string; readonly body: string }[] {
  const begin = text.indexOf('const CASES');
  const table = text.slice(begin, text.indexOf('\n};', begin));
  const cases: { name: string; body: string }[] = [];
  for (const line of table.split('\n')) {
    const [, single, double] = KEY.exec(line) ?? [];
    const name = single ?? double;
    const last = cases.at(-1);
    if (name !== undefined) cases.push({ name, body: line });
    else if (last !== undefined) last.body += `\n${line}`;
  }
  return cases;
}

export function windowsFaultsTable(faults: readonly WindowsFault[]): string {
  const rows = faults.map(({ name, engine, code }) => `| ${name} | ${engine} | \`${code}\` |`);
  return ['| what goes wrong | engine | error |', '| --- | --- | --- |', ...rows].join('\n');
}
