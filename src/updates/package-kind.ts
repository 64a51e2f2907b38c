/** What kind of update a package is by its own account. */

import type { UpdateKind } from '../template/template.ts';
import type { OpenedPackage } from './open-package.ts';
import { kindOfIdentity } from './package-identity.ts';

/**
 * Its identity tells; else what it holds: only cumulative updates carry a servicing stack or are WIM containers; its name at last.
 * No package says that it is a checkpoint: that is a cumulative update which a newer one builds on.
 * @param name of its file
 */
export function packageKind(
  opened: Pick<OpenedPackage, 'identity' | 'stack' | 'container'>,
  name: string,
): UpdateKind | undefined {
  const told = opened.identity && kindOfIdentity(opened.identity.name);
  if (told) return told;
  if (opened.stack !== undefined) return 'cumulative';
  if (/-ndp\d/i.test(name)) return 'dotnet';
  if (opened.container === 'wim') return 'cumulative';
  return /^ssu-|servicingstack/i.test(name) ? 'servicing-stack' : undefined;
}
