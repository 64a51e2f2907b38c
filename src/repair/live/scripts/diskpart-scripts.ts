/**
 * Scripts of diskpart for the guest: with `/s` it ends at the first command that fails and says so by its exit code, whatever its
 * language (Microsoft, "diskpart scripts and examples"). Numbers are those of the guest, read a moment before.
 */

import type { GuestPlace } from '../guest-disk.ts';

/** Bit 63, no drive letter: what stays once bit 0, "required", is gone (UEFI 2.10, table 5.8; Microsoft, "gpt"). */
const UNPROTECTED = '0x8000000000000000';

/** Lifts the protection first; diskpart deletes what is no partition for data only when told to `override`. */
export function removePartitionScript({ disk, partition }: GuestPlace): string {
  return lines([
    `select disk ${disk}`,
    `select partition ${partition}`,
    `gpt attributes=${UNPROTECTED}`,
    'delete partition override',
  ]);
}

/** Grows partition and file system over all that is free directly behind it. */
export function extendPartitionScript({ disk, partition }: GuestPlace): string {
  return lines([`select disk ${disk}`, `select partition ${partition}`, 'extend']);
}

/** ASCII: nobody documents the encoding of such scripts. */
function lines(commands: readonly string[]): string {
  return commands.map((command) => `${command}\r\n`).join('');
}
