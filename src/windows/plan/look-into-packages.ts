/** What plain update packages are, of which no report of fetch-updates tells: asked of themselves. */

import { basename } from 'node:path';
import type { Context } from '../../context.ts';
import { FormatError, UserError } from '../../errors.ts';
import { PRODUCT_FACTS, productOfBuild } from '../../products/product.ts';
import { parseBuild } from '../../updates/build-number.ts';
import { openPackage } from '../../updates/open-package.ts';
import { packageKind } from '../../updates/package-kind.ts';
import type { UpdatePackage } from './update-package.ts';

/**
 * Gives each package without a kind the kind, the number and the build that are inside it. A cumulative update whose kind is not known
 * would not be repeated after the features, which stay at the level of the ISO then.
 * @throws UserError package-invalid for a file that is no package; tool-missing
 */
export async function tellPlainPackages(
  packages: readonly UpdatePackage[],
  context: Pick<Context, 'tools' | 'temp' | 'log'>,
): Promise<readonly UpdatePackage[]> {
  const told: UpdatePackage[] = [];
  for (const each of packages) told.push(each.kind === undefined ? await tell(each, context) : each);
  return told.map((each) => (packages.includes(each) ? each : asCheckpoint(each, told)));
}

async function tell(plain: UpdatePackage, context: Pick<Context, 'tools' | 'temp' | 'log'>): Promise<UpdatePackage> {
  const opened = await openPackage(plain.path, context.tools, { temp: context.temp }).catch((error: unknown) => {
    throw error instanceof FormatError ? notPackage(plain.path, error) : error;
  });
  const kind = packageKind(opened, basename(plain.path));
  if (kind === undefined) {
    const why = opened.unread === undefined ? '' : ` (${opened.unread})`;
    context.log.warning(
      `${plain.path} does not say what kind of update it is${why}: it is installed once, in its place`,
    );
    return plain;
  }
  const build = plain.build ?? (kind === 'cumulative' ? opened.build : undefined);
  return { ...plain, kind, kb: opened.kb ?? plain.kb, build };
}

/** Of several cumulative updates of a release that has checkpoints the newest is the target, and the others lie beside it. */
function asCheckpoint(one: UpdatePackage, all: readonly UpdatePackage[]): UpdatePackage {
  const build = parseBuild(one.build ?? '');
  const product = build && productOfBuild(build.number);
  if (one.kind !== 'cumulative' || !product || !PRODUCT_FACTS[product].checkpoints) return one;
  const isOlder = all.some(({ kind, build: other = '' }) => {
    const others = parseBuild(other);
    return kind === 'cumulative' && others?.number === build.number && others.ubr > build.ubr;
  });
  return isOlder ? { ...one, kind: 'checkpoint' } : one;
}

function notPackage(path: string, cause: FormatError): UserError {
  return new UserError(
    'package-invalid',
    `${path} is no update package: expected ${cause.expected}, found ${cause.found}`,
    'Fetch it again: a page that was saved in place of the file looks like this.',
    { cause },
  );
}
