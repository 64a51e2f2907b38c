/**
 * Whether updates that were installed offline are there, by two witnesses that are no part of servicing's own report: the build in the
 * registry, and the newest manifest of the component that carries the revision (as W10UI reads it).
 */

import { basename } from 'node:path';
import { compareVersions } from '../../drivers/inf/inf-version.ts';
import { UserError } from '../../errors.ts';
import type { Hive } from '../../registry/hive.ts';
import type { Finding } from '../../report/report.ts';
import { buildOnMedia } from '../media/editions.ts';
import type { ImagePlan } from '../plan/image-plan.ts';
import type { OfflineStep } from '../plan/offline-step.ts';
import { numberValue, textValue } from './hive-facts.ts';
import type { WindowsFiles } from './windows-files.ts';

/** Key of SOFTWARE. */
export const CURRENT_VERSION = 'Microsoft\\Windows NT\\CurrentVersion';
const MANIFESTS = 'Windows/WinSxS/Manifests';
const REVISION = /_microsoft-windows-coreos-revision_[0-9a-f]{16}_\d+\.\d+\.(\d+\.\d+)_/i;

export interface BuildWitnesses {
  /** `17763.8027`, CurrentBuild and UBR; undefined where the hive does not say. */
  readonly registry: string | undefined;
  /** Of the newest manifest; undefined where there is none. */
  readonly manifest: string | undefined;
}

/**
 * @param software that hive
 * @throws FormatError for a damaged volume or hive
 */
export async function readBuildWitnesses(files: Pick<WindowsFiles, 'names'>, software: Hive): Promise<BuildWitnesses> {
  const key = software.key(CURRENT_VERSION);
  const [build, revision] = [textValue(key, 'CurrentBuild'), numberValue(key, 'UBR')];
  const manifests = (await files.names(MANIFESTS)).flatMap((name) => REVISION.exec(name)?.[1] ?? []);
  return {
    registry: build === undefined || revision === undefined ? undefined : `${build}.${revision}`,
    manifest: manifests.sort(compareVersions).at(-1),
  };
}

/**
 * @returns what only the first start can prove
 * @throws UserError servicing-unproven when neither witness saw what the cumulative updates promise
 */
export function judgeBuild(
  { registry, manifest }: BuildWitnesses,
  plan: Pick<ImagePlan, 'image'>,
  steps: readonly OfflineStep[],
): readonly Finding[] {
  const updates = steps.flatMap((step) => (step.kind === 'package' ? [step.update.target] : []));
  // A checkpoint is a cumulative update too; it stands alone where nothing newer is wanted.
  const cumulative = updates.filter(({ kind }) => kind === 'cumulative' || kind === 'checkpoint');
  // One that says its name was looked for by it.
  const unknown = updates.filter(({ kind, identities }) => kind === undefined && identities.length === 0);
  if (cumulative.length === 0 && unknown.length === 0) return [];
  const before = buildOnMedia(plan.image);
  const promised = cumulative
    .flatMap(({ build }) => build ?? [])
    .sort(compareVersions)
    .at(-1);
  const seen = `the registry says ${registry ?? 'nothing'}, the newest manifest ${manifest ?? 'nothing'}`;
  const rose = [registry, manifest].map((witness) => witness !== undefined && isReached(witness, promised, before));
  if (!rose.includes(true) && cumulative.length === 0)
    return [
      unchanged(
        before,
        unknown.map(({ path }) => basename(path)),
      ),
    ];
  if (!rose.includes(true)) {
    throw new UserError(
      'servicing-unproven',
      `The updates were installed without an error, but the build did not rise from ${before} to ${promised ?? 'a newer one'}: ${seen}`,
      'Nothing was kept. See that the updates are those of the product, and look into the debug log of the job (ACTIONS_STEP_DEBUG).',
    );
  }
  if (!rose.includes(false)) return [];
  return [
    {
      code: 'pending-first-boot',
      severity: 'info',
      seen: `Only one of two witnesses tells the new build ${promised ?? ''}: ${seen}.`.replace(' :', ':'),
      remedy: 'The first start ends what was begun; the build is checked then.',
    },
  ];
}

/** Of plain files nobody knows whether they raise the build: a servicing stack does not. */
function unchanged(before: string, files: readonly string[]): Finding {
  return {
    code: 'build-unchanged',
    severity: 'warning',
    seen: `The build is ${before} as on the ISO, although ${files.join(', ')} ${files.length === 1 ? 'was' : 'were'} installed without an error.`,
    remedy: 'If a cumulative update is among them, it did nothing: take it with fetch-updates, which says its build.',
  };
}

function isReached(witness: string, promised: string | undefined, before: string): boolean {
  return promised === undefined ? compareVersions(witness, before) > 0 : compareVersions(witness, promised) >= 0;
}
