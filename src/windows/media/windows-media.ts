/** Recognises Windows installation media and says what an ISO is when it is something else. */

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
  /** Path of the image file inside the ISO, as the ISO spells it; of a split image its first part. */
  readonly imageMember: string;
  /** All parts of a split image (install.swm, install2.swm …) in their order; the image file alone otherwise. */
  readonly imageParts: readonly string[];
  /** Bytes of all parts. */
  readonly imageSize: number;
  /** Folder of the features that are not in the image (.NET 3.5), as the ISO spells it; undefined when there is none. */
  readonly sxsMember: string | undefined;
  /** Whether the cabinet of .NET 3.5 lies in that folder. */
  readonly hasNetFx3: boolean;
  /** What lies on the ISO for Windows Setup alone, as the ISO spells it: answer files, folders that it copies, drivers of its own. */
  readonly setupMembers: readonly string[];
}

const IMAGE_FILES = ['sources/install.wim', 'sources/install.esd', 'sources/install.swm'] as const;
/**
 * Microsoft Learn, "Windows Setup Automation Overview" (Autounattend.xml at the root, unattend.xml in sources), "Windows Setup Distribution Share" ($OEM$) and
 * "Add drivers to Windows Setup" ($WinPEDriver$).
 */
const FOR_SETUP = /^(autounattend\.xml|sources\/(?:auto)?unattend\.xml|(?:sources\/)?\$OEM\$|\$WinPEDriver\$)(?:\/|$)/i;
/** On the media of 2016 to 2025, with what identifies the package behind that name or without. */
const NETFX3 = /^sources\/sxs\/microsoft-windows-netfx3-ondemand-package[^/]*\.cab$/i;
/** How DISM names the parts of a split image ("Split a Windows image (.wim) file"). */
const SPLIT_PART = /^sources\/install(\d*)\.swm$/i;

/**
 * Compares the file's SHA-256 with the expected one.
 * @returns it
 * @throws UserError file-missing, hash-mismatch
 */
export async function checkIsoHash(iso: string, expected: string | undefined, signal: AbortSignal): Promise<string> {
  const explain = (error: unknown): never => {
    throw explainPathError(error, { what: 'the ISO', path: iso, input: 'iso' });
  };
  const found = await hashFile(iso, signal).catch(explain);
  if (expected === undefined || found === expected) return found;
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
  const image = IMAGE_FILES.map((path) => findMember(members, path)).find((member) => member !== undefined);
  if (image === undefined) throw notWindowsMedia(iso, members);
  const parts = /\.swm$/i.test(image.path) ? splitParts(members) : [image];
  const sxs = members.find((member) => /^sources\/sxs\//i.test(member.path));
  return {
    iso,
    disc,
    imageMember: image.path,
    imageParts: parts.map(({ path }) => path),
    imageSize: parts.reduce((sum, { size }) => sum + size, 0),
    sxsMember: sxs?.path.split('/').slice(0, 2).join('/'),
    hasNetFx3: members.some(({ path }) => NETFX3.test(path)),
    setupMembers: [...new Set(members.flatMap(({ path }) => FOR_SETUP.exec(path)?.[1] ?? []))],
  };
}

/** Numbers in their order as numbers: install10.swm comes after install9.swm. */
function splitParts(members: readonly IsoMember[]): readonly IsoMember[] {
  const numberOf = ({ path }: IsoMember): number => Number(SPLIT_PART.exec(path)?.[1] || 1);
  return members.filter(({ path }) => SPLIT_PART.test(path)).sort((a, b) => numberOf(a) - numberOf(b));
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
  const top = [...new Set(members.map((member) => member.path.split('/')[0] ?? ''))].slice(0, 8).join(', ');
  return new UserError(
    'not-windows-media',
    `${iso} has no sources/install.wim, install.esd or install.swm (it holds: ${top === '' ? 'nothing' : top})`,
    'Give the installation ISO of Windows Server.',
  );
}
