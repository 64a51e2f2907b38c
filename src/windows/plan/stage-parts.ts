/** All that a built disk follows from, one by one: the plan, what the engine is told besides, the ISO and the programs. No paths but those in the image. */

import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { StagePart } from '../../reuse/stage.ts';
import { exactSize } from '../../units.ts';
import type { ProgramFacts } from '../engines/program-facts.ts';
import type { ImagePlan } from './image-plan.ts';

export interface BuildSources {
  readonly engine: string;
  /** SHA-256. */
  readonly iso: string;
  readonly programs: readonly ProgramFacts[];
  /** Of the runner, where the programs belong to it: `Windows 10.0.20348`. */
  readonly system: string | undefined;
  readonly skipNotApplicable: boolean;
}

export function stageParts(plan: ImagePlan, sources: BuildSources): readonly StagePart[] {
  const { engine, iso, programs, system, skipNotApplicable } = sources;
  const { toolsSetup } = plan;
  return [
    { kind: 'ISO', name: 'the ISO', value: iso },
    { kind: 'edition', name: 'the edition', value: plan.image.name, shown: true },
    { kind: 'edition', name: 'the image on the ISO', value: JSON.stringify(plan.image) },
    ...diskParts(plan),
    ...plan.packages.map((update) => ({
      kind: 'updates',
      name: `update ${update.kb ?? basename(update.path)}`,
      value: JSON.stringify([basename(update.path), update.kind, update.build, update.sha256]),
    })),
    ...plan.drivers.map(({ name, version, sha256 }) => ({
      kind: 'drivers',
      name: `driver ${name}`,
      value: JSON.stringify([version, sha256]),
    })),
    ...(toolsSetup === undefined
      ? []
      : [part('VMware Tools', 'the installer of VMware Tools', `${basename(toolsSetup.path)} ${toolsSetup.sha256}`)]),
    shown('features', 'features', plan.features.join(', ')),
    ...contentParts(plan),
    shown('settings', 'remote-desktop', plan.remoteDesktop),
    shown('settings', 'cleanup', plan.cleanup),
    shown('settings', 'not-applicable', skipNotApplicable ? 'skip' : 'fail'),
    shown('settings', 'what follows the first boot', plan.afterFirstBoot),
    shown('settings', 'bake-on', plan.bakeHost),
    shown('settings', 'the date', plan.date.toISOString()),
    shown('programs', 'the engine', engine),
    ...(system === undefined ? [] : [shown('programs', 'the system of the runner', system)]),
    ...programs.map(({ name, version, sha256 }) => part('programs', `program ${name}`, `${version ?? ''} ${sha256}`)),
  ];
}

function diskParts({ disk }: ImagePlan): readonly StagePart[] {
  return [
    shown('disk', 'size of the disk', exactSize(disk.size)),
    shown('disk', 'format of the disk', `${disk.type} ${disk.format}`),
    shown('disk', 'size of the ESP', exactSize(disk.esp)),
    shown('disk', 'size of the MSR', exactSize(disk.msr)),
    shown('disk', 'recovery', disk.recovery),
  ];
}

/** What may hold passwords is among them: only that it differs is ever told. */
function contentParts(plan: ImagePlan): readonly StagePart[] {
  const answers = createHash('sha256').update(plan.unattend).digest('hex');
  return [
    part('answer file', 'the answer file', answers),
    part('answer file', 'the answer file of clones', plan.cloneUnattend ?? ''),
    ...plan.files.map(({ path, sha256 }) => part('files', `C:\\${path.replaceAll('/', '\\')}`, sha256)),
    ...plan.registry.map(({ hive, key, value }) =>
      part(
        'registry',
        `registry value HKLM\\${hive}\\${key}\\${value.name}`,
        `${value.type} ${value.data.toString('hex')}`,
      ),
    ),
    ...plan.scripts.map(({ path, sha256 }) => part('scripts', `script ${basename(path)}`, sha256)),
  ];
}

function part(kind: string, name: string, value: string): StagePart {
  return { kind, name, value };
}

function shown(kind: string, name: string, value: string | number | boolean): StagePart {
  return { kind, name, value: String(value), shown: true };
}
