/** What is inside update packages: who they say they are, and of plain ones, of which no report of fetch-updates tells, what they are. */

import { basename } from 'node:path';
import type { Context } from '../../context.ts';
import { FormatError, UserError } from '../../errors.ts';
import { PRODUCT_FACTS, productOfBuild } from '../../products/product.ts';
import { parseBuild } from '../../updates/build-number.ts';
import { openPackage } from '../../updates/open-package.ts';
import { packageKind } from '../../updates/package-kind.ts';
import type { UpdatePackage } from './update-package.ts';

type PackageContext = Pick<Context, 'tools' | 'temp' | 'log'>;

/** A package as it was given: only its file is known. */
export type GivenPackage = Omit<UpdatePackage, 'identities' | 'stack'>;

/**
 * Gives each package the names under which it will be found in the image, and where its kind is not known the kind, the number and the
 * build that are inside it: a cumulative update of unknown kind would not be repeated after the features, which stay at the level of
 * the ISO then.
 * @throws UserError package-invalid for a plain file that is no package; tool-missing
 */
export async function lookIntoPackages(
  packages: readonly GivenPackage[],
  context: PackageContext,
): Promise<readonly UpdatePackage[]> {
  const told: UpdatePackage[] = [];
  for (const each of packages) told.push(await lookInto(each, context));
  return told.map((each, index) => (packages[index]?.kind === undefined ? asCheckpoint(each, told) : each));
}

async function lookInto(given: GivenPackage, context: PackageContext): Promise<UpdatePackage> {
  if (given.kind !== undefined) return { ...given, ...(await namesOf(given, context)) };
  const opened = await openPackage(given.path, context.tools, { temp: context.temp }).catch((error: unknown) => {
    throw error instanceof FormatError ? notPackage(given.path, error) : error;
  });
  const { identities = [], stack } = opened;
  const kind = packageKind(opened, basename(given.path));
  if (kind === undefined) {
    const why = opened.unread === undefined ? '' : ` (${opened.unread})`;
    context.log.warning(
      `${given.path} does not say what kind of update it is${why}: it is installed once, in its place`,
    );
    return { ...given, identities, stack };
  }
  const build = given.build ?? (kind === 'cumulative' ? opened.build : undefined);
  return { ...given, identities, stack, kind, kb: opened.kb ?? given.kb, build };
}

/** fetch-updates has opened and judged the package, whose hash is the same: what cannot be read of it is no error here. */
async function namesOf(
  { path }: GivenPackage,
  { tools, temp, log }: PackageContext,
): Promise<Pick<UpdatePackage, 'identities' | 'stack'>> {
  try {
    const { identities = [], stack } = await openPackage(path, tools, { temp });
    return { identities, stack };
  } catch (error) {
    const isUnread = error instanceof FormatError || (error instanceof UserError && error.code === 'package-invalid');
    if (!isUnread) throw error;
    log.debug(`${path} does not say its name: ${error.message}`);
    return { identities: [], stack: undefined };
  }
}

/**
 * Of several cumulative updates of a release that has checkpoints the newest is the target, and the others lie beside it. Where builds are not known, as of
 * a WIM container that holds no text of them, the servicing stacks tell which is older: each update brings its own.
 */
function asCheckpoint(one: UpdatePackage, all: readonly UpdatePackage[]): UpdatePackage {
  if (one.kind !== 'cumulative') return one;
  const isOlder = all.some(
    (other) => other.kind === 'cumulative' && (isBefore(one.build, other.build) ?? isBefore(one.stack, other.stack)),
  );
  return isOlder ? { ...one, kind: 'checkpoint' } : one;
}

/** Whether it is the older one of a release that has checkpoints; undefined where one of them is not known. */
function isBefore(mine = '', others = ''): boolean | undefined {
  const [build, other] = [parseBuild(mine), parseBuild(others)];
  if (!build || !other) return undefined;
  const product = productOfBuild(build.number);
  if (!product || !PRODUCT_FACTS[product].checkpoints) return false;
  return other.number === build.number && other.ubr > build.ubr;
}

function notPackage(path: string, cause: FormatError): UserError {
  return new UserError(
    'package-invalid',
    `${path} is no update package: expected ${cause.expected}, found ${cause.found}`,
    'Fetch it again: a page that was saved in place of the file looks like this.',
    { cause },
  );
}
