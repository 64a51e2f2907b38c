/** What a check that proved too little leaves for people: one folder, which a workflow keeps as an artifact. */

import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../files/make-folder.ts';
import { replaceFile } from '../files/replace-file.ts';
import type { LiveCheck } from './verify-live.ts';

/** Files of the folder by name; one that would be empty is left out. */
export function evidenceFiles({ events, fault, guest, hostLog }: LiveCheck): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const add = (name: string, text: string): void => {
    if (text.trim() !== '') files.set(name, text.endsWith('\n') ? text : `${text}\n`);
  };
  if (fault) add('fault.txt', [fault.type, ...(fault.keys ?? []), fault.message].join('\n'));
  add('events.txt', events.map(({ time, message }) => `${time} ${message}`).join('\n'));
  add('vmware.log', hostLog ?? '');
  if (guest?.facts) add('guest-facts.json', JSON.stringify(guest.facts, undefined, 2));
  for (const [name, text] of Object.entries(guest?.texts ?? {})) {
    // Names come out of the guest as well.
    if (/^[a-z][a-z-]{0,40}$/.test(name)) add(`guest-${name}.txt`, text);
  }
  add('guest-not-asked.txt', guest?.problem ?? '');
  return files;
}

/** @returns the folder; undefined when there is nothing to keep */
export async function keepEvidence(check: LiveCheck, folder: string): Promise<string | undefined> {
  const files = evidenceFiles(check);
  if (files.size === 0) return undefined;
  // What an earlier check has left is not of this one.
  await rm(folder, { recursive: true, force: true });
  await makeFolder(folder);
  for (const [name, text] of files) await replaceFile(join(folder, name), Buffer.from(text));
  return folder;
}
