/**
 * Gives what was added to the volume its access lists. Files that wimlib takes from a folder of this machine have none of their own,
 * and until Windows gave them one everybody could read a password or change what runs as SYSTEM.
 */

import type { Context } from '../../../context.ts';
import { accessOf } from '../../stage/staged-access.ts';
import { securityDescriptor } from './security-descriptor.ts';

const BYTES_PER_LINE = 16;

/** Programs that setAccessLists needs: ntfssecaudit insists on being root, which for a regular file it need not be. */
export function accessListTools(): readonly string[] {
  return isRoot() ? ['ntfssecaudit'] : ['ntfssecaudit', 'fakeroot'];
}

export interface AddedFiles {
  /** Paths in the image with `/`. */
  readonly files: readonly string[];
  /** Those that the image did not have. */
  readonly folders: readonly string[];
}

/**
 * @param volume a regular file that holds the NTFS volume
 * @param clock environment of fixed-clock.ts
 */
export async function setAccessLists(
  volume: string,
  added: AddedFiles,
  clock: Readonly<Record<string, string>>,
  tools: Context['tools'],
): Promise<void> {
  const args = ['-s', volume];
  const options = { env: clock, input: accessListText(added) };
  if (isRoot()) await tools.run('ntfssecaudit', args, options);
  else await tools.run('fakeroot', [await tools.find('ntfssecaudit'), ...args], options);
}

/** The form in which `ntfssecaudit -b` prints access lists and `-s` reads them. */
export function accessListText({ files, folders }: AddedFiles): string {
  return [
    ...folders.map((path) => block('Directory', path, securityDescriptor(accessOf(`${path}/`), 'folder'))),
    ...files.map((path) => block('File', path, securityDescriptor(accessOf(path), 'file'))),
  ].join('');
}

function block(kind: string, path: string, descriptor: Buffer): string {
  const lines: string[] = [];
  for (let offset = 0; offset < descriptor.length; offset += BYTES_PER_LINE) {
    const words = descriptor.toString('hex', offset, offset + BYTES_PER_LINE).match(/.{8}/g) ?? [];
    lines.push(`        ${offset.toString(16).padStart(6, '0')}  ${words.join(' ')}\n`);
  }
  // The descriptor is set where the line about attributes follows it.
  return `${kind} /${path}\n${lines.join('')}Windows attrib : 0x0\n`;
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}
