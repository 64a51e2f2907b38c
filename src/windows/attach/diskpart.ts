/**
 * diskpart formats and gives letters: one script a step, so that a failure is known by its step. Nobody documents the encoding of its
 * scripts, so nothing but ASCII stands in them, never a path; and its script is named relative to its working folder, whose own name may
 * hold anything. With a script, unlike with standard input, it ends at the first command that fails and says so by its exit code
 * (Microsoft, "diskpart scripts and examples").
 */

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from '../../context.ts';

let scripts = 0;

/** A partition by the numbers of this machine, as diskpart counts. */
export interface PartitionNumbers {
  readonly disk: number;
  readonly partition: number;
}

/** @param label at most 11 letters and digits @throws ToolError */
export function formatPartition(
  place: PartitionNumbers,
  fileSystem: 'ntfs' | 'fat32',
  label: string,
  context: Pick<Context, 'tools' | 'temp'>,
): Promise<void> {
  return diskpart(place, `format fs=${fileSystem} label=${label} quick`, context);
}

/** @param letter one that is free @throws ToolError */
export function assignLetter(
  place: PartitionNumbers,
  letter: string,
  context: Pick<Context, 'tools' | 'temp'>,
): Promise<void> {
  return diskpart(place, `assign letter=${letter}`, context);
}

/** Windows forgets the letter, which it would keep for the next coming of the partition otherwise. @throws ToolError */
export function removeLetter(
  place: PartitionNumbers,
  letter: string,
  context: Pick<Context, 'tools' | 'temp'>,
): Promise<void> {
  return diskpart(place, `remove letter=${letter}`, context);
}

async function diskpart(
  { disk, partition }: PartitionNumbers,
  command: string,
  { tools, temp }: Pick<Context, 'tools' | 'temp'>,
): Promise<void> {
  const name = `diskpart-${++scripts}.txt`;
  const lines = [`select disk ${disk}`, `select partition ${partition}`, command];
  await writeFile(join(temp, name), lines.map((line) => `${line}\r\n`).join(''), 'latin1');
  await tools.run('diskpart.exe', ['/s', name], { cwd: temp });
}
