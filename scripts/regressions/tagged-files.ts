/** Where the tests of known faults are. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../root.ts';

const FOLDER = 'test/integration';
/** A name in the code that begins with the number of a line. */
const TAG = /['"`]([A-F]\.\d+) /g;

/** Files that have tests of known faults, sorted, with the lines for which they stand; soak files too. */
export function taggedFiles(): Map<string, ReadonlySet<string>> {
  const names = readdirSync(join(ROOT, FOLDER), { recursive: true, encoding: 'utf8' });
  const files = names
    .filter((name) => name.endsWith('.itg.test.ts'))
    .map((name) => `${FOLDER}/${name.replaceAll('\\', '/')}`);
  const tagged = files.sort().map((file): [string, ReadonlySet<string>] => {
    const text = readFileSync(join(ROOT, file), 'utf8');
    return [file, new Set([...text.matchAll(TAG)].map(([, line = '']) => line))];
  });
  return new Map(tagged.filter(([, lines]) => lines.size > 0));
}

/** The table of docs/testing.md: a line, and the files of its tests. */
export function linesTable(lines: readonly string[], files: ReadonlyMap<string, ReadonlySet<string>>): string {
  const rows = lines.map((line) => {
    const own = [...files]
      .filter(([, tagged]) => tagged.has(line))
      .map(([file]) => `\`${file.slice(FOLDER.length + 1)}\``);
    return `| ${line} | ${own.join(', ')} |`;
  });
  return ['| line | files in test/integration |', '| --- | --- |', ...rows].join('\n');
}
