/** All that a built disk follows from, one by one: the plan, what the engine is told besides, the ISO and the programs. No paths but those in the image. */

import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { hiddenPart, type StagePart, shownPart } from '../../reuse/stage.ts';
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
    hiddenPart('ISO', 'the ISO', iso),
    shownPart('edition', 'the edition', plan.image.name),
    hiddenPart('edition', 'the image on the ISO', JSON.stringify(plan.image)),
    ...diskParts(plan),
    ...plan.packages.map(({ kb, path, kind, build, sha256 }) =>
      hiddenPart('updates', `update ${kb ?? basename(path)}`, JSON.stringify([basename(path), kind, build, sha256])),
    ),
    ...plan.drivers.map(({ name, version, sha256 }) =>
      hiddenPart('drivers', `driver ${name}`, JSON.stringify([version, sha256])),
    ),
    ...(toolsSetup === undefined
      ? []
      : [
          hiddenPart(
            'VMware Tools',
            'the installer of VMware Tools',
            `${basename(toolsSetup.path)} ${toolsSetup.sha256}`,
          ),
        ]),
    shownPart('features', 'features', plan.features.join(', ')),
    ...contentParts(plan),
    shownPart('settings', 'remote-desktop', plan.remoteDesktop),
    shownPart('settings', 'cleanup', plan.cleanup),
    shownPart('settings', 'not-applicable', skipNotApplicable ? 'skip' : 'fail'),
    shownPart('settings', 'what follows the first boot', plan.afterFirstBoot),
    shownPart('settings', 'bake-on', plan.bakeHost),
    shownPart('settings', 'the date', plan.date.toISOString()),
    shownPart('programs', 'the engine', engine),
    ...(system === undefined ? [] : [shownPart('programs', 'the system of the runner', system)]),
    ...programs.map(({ name, version, sha256 }) =>
      hiddenPart('programs', `program ${name}`, `${version ?? ''} ${sha256}`),
    ),
  ];
}

function diskParts({ disk }: ImagePlan): readonly StagePart[] {
  return [
    shownPart('disk', 'size of the disk', exactSize(disk.size)),
    shownPart('disk', 'format of the disk', `${disk.type} ${disk.format}`),
    shownPart('disk', 'size of the ESP', exactSize(disk.esp)),
    shownPart('disk', 'size of the MSR', exactSize(disk.msr)),
    shownPart('disk', 'recovery', disk.recovery),
  ];
}

/** What may hold passwords is among them: only that it differs is ever told. */
function contentParts(plan: ImagePlan): readonly StagePart[] {
  const answers = createHash('sha256').update(plan.unattend).digest('hex');
  return [
    hiddenPart('answer file', 'the answer file', answers),
    hiddenPart('answer file', 'the answer file of clones', plan.cloneUnattend ?? ''),
    ...plan.files.map(({ path, sha256 }) => hiddenPart('files', `C:\\${path.replaceAll('/', '\\')}`, sha256)),
    ...plan.registry.map(({ hive, key, value }) =>
      hiddenPart(
        'registry',
        `registry value HKLM\\${hive}\\${key}\\${value.name}`,
        `${value.type} ${value.data.toString('hex')}`,
      ),
    ),
    ...plan.scripts.map(({ path, sha256 }) => hiddenPart('scripts', `script ${basename(path)}`, sha256)),
  ];
}
