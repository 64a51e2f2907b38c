/** Windows build numbers with their update build revision (UBR). */

import { UserError } from '../errors.ts';
import type { Build } from './update.ts';

/** Reads `17763.107` or `10.0.17763.107`; undefined for anything else. */
export function parseBuild(text: string): Build | undefined {
  const match = /^(?:10\.0\.)?(\d{5})\.(\d{1,6})$/.exec(text.trim());
  return match ? { number: Number(match[1]), ubr: Number(match[2]) } : undefined;
}

/** @throws UserError input-invalid; `what` names the input */
export function requireBuild(text: string, what: string): Build {
  const build = parseBuild(text);
  if (build) return build;
  throw new UserError(
    'input-invalid',
    `${what}: "${text}" is not a Windows build`,
    'Write build and revision, for example 17763.107 (dism /Get-WimInfo shows them as Version and ServicePack Build).',
  );
}

export function formatBuild(build: Build): string {
  return `${build.number}.${build.ubr}`;
}

/** Negative when `a` is older. */
export function compareBuilds(a: Build, b: Build): number {
  return a.number - b.number || a.ubr - b.ubr;
}
