/**
 * The decorations that bind a part of an INF file to versions of Windows: `NTamd64.10.0...20124`.
 * Source: "INF Manufacturer Section" and "Combining Platform Extensions with Operating System Versions" (Microsoft Learn).
 */

import { parseInfNumber } from './inf-number.ts';

/** As decorations name it: x64 is `amd64`. */
export type InfArchitecture = 'amd64' | 'arm64' | 'x86' | 'arm' | 'ia64';

/** The Windows for which a driver is chosen. */
export interface WindowsTarget {
  readonly architecture: InfArchitecture;
  readonly major: number;
  readonly minor: number;
  readonly build: number;
  /** 1 workstation, 2 domain controller, 3 server (VER_NT_… of winnt.h). */
  readonly productType: number;
  /** VER_SUITE_… bits of winnt.h. */
  readonly suiteMask: number;
}

/** A decoration taken apart; a field left out in the text is undefined and matches everything. */
export interface TargetOs {
  /** As written, without a leading dot; empty for an undecorated section. */
  readonly text: string;
  readonly architecture: InfArchitecture | undefined;
  readonly major: number | undefined;
  readonly minor: number | undefined;
  readonly productType: number | undefined;
  readonly suiteMask: number | undefined;
  /** Least build, counted only where major and minor are those of the running system. */
  readonly build: number | undefined;
}

/** @returns undefined when the text is no such decoration (Windows ignores those it cannot read) */
export function parseTargetOs(text: string): TargetOs | undefined {
  const [platform = '', ...fields] = text.split('.');
  const match = /^nt(amd64|arm64|x86|arm|ia64)?$/i.exec(platform);
  if (!match || fields.length > 5) return undefined;
  const numbers: (number | undefined)[] = [];
  for (const field of fields) {
    const number = parseInfNumber(field.trim());
    if (field.trim() !== '' && number === undefined) return undefined;
    numbers.push(number);
  }
  const [major, minor, productType, suiteMask, build] = numbers;
  const architecture = match[1]?.toLowerCase() as InfArchitecture | undefined;
  return { text, architecture, major, minor, productType, suiteMask, build };
}

/**
 * True when Windows would consider a Models section of that decoration. Since Server 2003 SP1 the architecture must be
 * named for every architecture but x86: an undecorated section, or plain `NT`, is nothing to an x64 system.
 */
export function applies(decoration: TargetOs, target: WindowsTarget): boolean {
  if ((decoration.architecture ?? 'x86') !== target.architecture) return false;
  const { major = 0, minor = 0 } = decoration;
  const isNewer = target.major > major || (target.major === major && target.minor > minor);
  const isSame = target.major === major && target.minor === minor;
  if (!isNewer && !isSame) return false;
  if (isSame && target.build < (decoration.build ?? 0)) return false;
  if (decoration.productType !== undefined && decoration.productType !== target.productType) return false;
  const suites = decoration.suiteMask ?? 0;
  return (target.suiteMask & suites) === suites;
}

/**
 * Order of two decorations that both apply: positive when `a` is the more specific. The version counts first (a version
 * takes precedence over product type and suite), then the build, then product type, suites and the architecture.
 */
export function compareTargetOs(a: TargetOs, b: TargetOs): number {
  const rank = ({ architecture, major, minor, build, productType, suiteMask }: TargetOs): readonly number[] => [
    major ?? 0,
    minor ?? 0,
    build ?? 0,
    productType === undefined ? 0 : 1,
    countBits(suiteMask ?? 0),
    architecture === undefined ? 0 : 1,
  ];
  const ranksOfB = rank(b);
  return (
    rank(a)
      .map((value, index) => value - (ranksOfB[index] ?? 0))
      .find((difference) => difference !== 0) ?? 0
  );
}

function countBits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest >>>= 1) count += rest & 1;
  return count;
}
