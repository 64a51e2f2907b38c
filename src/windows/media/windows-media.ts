/** Recognises Windows installation media and says what an ISO is when it is something else. */

import { stat } from 'node:fs/promises';
import type { IsoMember, IsoReader } from '../../archives/iso/iso-reader.ts';
import { UserError } from '../../errors.ts';
import { isSameName } from '../../files/case-blind.ts';
import { explainPathError } from '../../files/explain-path-error.ts';
import { hashFile } from '../../files/hash-file.ts';

export interface WindowsMedia {
  /** Absolute path of the ISO. */
  readonly iso: string;
  /** The same, open. */
  readonly disc: IsoReader;
  /** Path of the image file inside the ISO, as the ISO spells it. */
  readonly imageMember: string;
  readonly imageSize: number;
  /** Folder of the features that are not in the image (.NET 3.5), as the ISO spells it; undefined when there is none. */
  readonly sxsMember: string | undefined;
}

/**
 * Compares the file's SHA-256 with the expected one.
 * @throws UserError file-missing, hash-mismatch
 */
export async function checkIsoHash(iso: string, expected: string | undefined, signal: AbortSignal): Promise<void> {
  const explain = (error: unknown): never => {
    throw explainPathError(error, { what: 'the ISO', path: iso, input: 'iso' });
  };
  await stat(iso).catch(explain);
  if (expected === undefined) return;
  const found = await hashFile(iso, signal).catch(explain);
  if (found === expected) return;
  throw new UserError(
    'hash-mismatch',
    `The ISO ${iso} has the SHA-256 ${found}, expected was ${expected}`,
    'Fetch the ISO again, or correct sha256 if another ISO is meant.',
  );
}

/**
 * Lists the ISO and finds the Windows image in it.
 * @throws UserError not-windows-media
 */
export async function inspectMedia(disc: IsoReader): Promise<WindowsMedia> {
  const iso = disc.path;
  const members = await disc.list();
  const image = findMember(members, 'sources/install.wim') ?? findMember(members, 'sources/install.esd');
  if (image === undefined) throw notWindowsMedia(iso, members);
  const sxs = members.find((member) => /^sources\/sxs\//i.test(member.path));
  return {
    iso,
    disc,
    imageMember: image.path,
    imageSize: image.size,
    sxsMember: sxs?.path.split('/').slice(0, 2).join('/'),
  };
}

function findMember(members: readonly IsoMember[], path: string): IsoMember | undefined {
  return members.find((member) => isSameName(member.path, path));
}

function notWindowsMedia(iso: string, members: readonly IsoMember[]): UserError {
  const has = (pattern: RegExp): boolean => members.some((member) => pattern.test(member.path));
  if (has(/^setup(64)?\.exe$/i) && has(/vmware ?tools/i)) {
    return new UserError(
      'not-windows-media',
      `${iso} is an ISO of VMware Tools, not of Windows`,
      'Give the Windows Server ISO as iso; the VMware Tools ISO belongs to extract-drivers.',
    );
  }
  if (has(/^sources\/install\d*\.swm$/i)) {
    return new UserError(
      'not-windows-media',
      `${iso} holds a split image (install.swm), which is not supported`,
      'Use the ISO as Microsoft ships it, with sources/install.wim or install.esd.',
    );
  }
  const top = [...new Set(members.map((member) => member.path.split('/')[0] ?? ''))].slice(0, 8).join(', ');
  return new UserError(
    'not-windows-media',
    `${iso} has no sources/install.wim or install.esd (it holds: ${top === '' ? 'nothing' : top})`,
    'Give the installation ISO of Windows Server.',
  );
}
