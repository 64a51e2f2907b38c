/**
 * Writes the notes of a release from CHANGELOG.md, when tag, version of package.json and changelog agree.
 *   node scripts/release-notes.ts vX.Y.Z FILE
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.ts';

/** @throws Error that says what does not agree */
export function releaseNotes(tag: string, version: string, changelog: string): string {
  if (!/^v\d+\.\d+\.\d+$/.test(tag)) throw new Error(`${tag} is no tag of a release: vX.Y.Z`);
  if (tag !== `v${version}`) throw new Error(`the tag is ${tag}, and package.json says ${version}`);
  const sections = changelog.split(/^(?=## )/m);
  const section = sections.find((text) => text.startsWith(`## ${version} `));
  if (section === undefined) throw new Error(`CHANGELOG.md has no section "## ${version} - YYYY-MM-DD"`);
  const [head = '', ...lines] = section.split('\n');
  if (!/^## \S+ - \d{4}-\d{2}-\d{2}$/.test(head)) throw new Error(`CHANGELOG.md: "${head}" has no date`);
  const notes = lines.join('\n').trim();
  if (notes === '') throw new Error(`CHANGELOG.md says nothing of ${version}`);
  return `${notes}\n`;
}

if (process.argv[1] === import.meta.filename) {
  const [, , tag = '', file = ''] = process.argv;
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  writeFileSync(file, releaseNotes(tag, version, readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8')));
}
