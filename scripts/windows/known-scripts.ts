/**
 * The PowerShell scripts of the project by the SHA-256 of their text: what the double of powershell.exe answers. A changed script is not in the table, so
 * that the double refuses it, until somebody has looked at its answer in test/fakes/windows/tools/powershell*.go and has run this with `--write`.
 */

import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ISO_SCRIPTS } from '../../src/archives/iso/mounted-iso.ts';
import { ANSWER_MACHINE } from '../../src/bake/hyper-v/scripts/answer-machine.ts';
import { CREATE_MACHINE } from '../../src/bake/hyper-v/scripts/create-machine.ts';
import { INSPECT_HYPER_V } from '../../src/bake/hyper-v/scripts/inspect-hyper-v.ts';
import { LOOK_AT_MACHINE } from '../../src/bake/hyper-v/scripts/look-at-machine.ts';
import { REMOVE_MACHINE } from '../../src/bake/hyper-v/scripts/remove-machine.ts';
import { RUN_IN_MACHINE } from '../../src/bake/hyper-v/scripts/run-in-machine.ts';
import { START_MACHINE } from '../../src/bake/hyper-v/scripts/start-machine.ts';
import { TRY_MACHINE } from '../../src/bake/hyper-v/scripts/try-machine.ts';
import { WINDOWS_PROCESSES } from '../../src/tools/process-table.ts';
import { SIGNATURE_SCRIPT } from '../../src/tools/signature.ts';
import { ATTACH_DISK } from '../../src/windows/attach/scripts/attach-disk.ts';
import { DETACH_DISK } from '../../src/windows/attach/scripts/detach-disk.ts';
import { INSPECT_DISK } from '../../src/windows/attach/scripts/inspect-disk.ts';
import { CONVERT_IMAGE } from '../../src/windows/engines/convert-windowsimage/scripts/convert-image.ts';
import { INSPECT_MODULE } from '../../src/windows/engines/convert-windowsimage/scripts/inspect-module.ts';
import { INSPECT_RUNNER } from '../../src/windows/engines/dism/scripts/inspect-runner.ts';

export const KNOWN_SCRIPTS = join(import.meta.dirname, '../../test/fakes/windows/tools/known-scripts.json');

const SCRIPTS = [
  ATTACH_DISK,
  DETACH_DISK,
  INSPECT_DISK,
  INSPECT_RUNNER,
  INSPECT_MODULE,
  CONVERT_IMAGE,
  ANSWER_MACHINE,
  CREATE_MACHINE,
  INSPECT_HYPER_V,
  LOOK_AT_MACHINE,
  REMOVE_MACHINE,
  RUN_IN_MACHINE,
  START_MACHINE,
  TRY_MACHINE,
  ...ISO_SCRIPTS,
  { name: 'processes', text: WINDOWS_PROCESSES },
  { name: 'signature', text: SIGNATURE_SCRIPT },
];

/** @returns the table as it has to be: digest -> name of the script */
export function scriptTable(): string {
  const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
  const entries = SCRIPTS.map(({ name, text }) => [digest(text), name] as const);
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
}

if (import.meta.main) {
  if (process.argv.includes('--write')) await writeFile(KNOWN_SCRIPTS, scriptTable());
  else if ((await readFile(KNOWN_SCRIPTS, 'utf8')) !== scriptTable()) process.exitCode = 1;
}
