/** The inputs of build-vhd. */

import { join, resolve } from 'node:path';
import { input } from '../../src/job/input.ts';
import { boolean, choice, lines, list, parsed, path, pathOrUrl, sha256, text } from '../../src/job/input-types.ts';
import type { Place, ReusePlace } from '../../src/job/place.ts';
import type { Reading } from '../../src/job/read-inputs.ts';
import { reuse } from '../../src/job/shared-inputs.ts';
import { AFTER_FIRST_BOOT, BAKE_HOSTS, type BakeHost } from '../../src/products/guest-words.ts';
import { afterFirstBoot, bakeHost } from '../../src/template/after-first-boot.ts';
import type { BuildRequest } from '../../src/windows/build-image.ts';
import { parseFileCopies } from '../../src/windows/customize/copied-files.ts';
import { parseRegistrySettings } from '../../src/windows/customize/registry-setting.ts';
import { defaultEngine, engineObstacle, idleInput } from '../../src/windows/engines/choose-engine.ts';
import { ENGINE_NAMES, type EngineName } from '../../src/windows/engines/engine.ts';
import { checkWishes } from '../../src/windows/plan/template-wishes.ts';
import { ANSWER_INPUTS, readAnswers, unattendPassword } from './read-answers.ts';
import { DISK_INPUTS, readDisk } from './read-disk.ts';

export interface BuildVhdInputs extends Omit<BuildRequest, 'kept'> {
  /** Undefined: nothing is reused and nothing kept. */
  readonly reuse: ReusePlace | undefined;
}

export const INPUTS = {
  iso: input(pathOrUrl, {
    description: 'Installation ISO of Windows Server with sources/install.wim or install.esd; a URL needs sha256.',
    template: { key: 'windows.iso', read: ({ windows }) => windows.iso.path ?? windows.iso.url },
    required: true,
  }),
  sha256: input(sha256, {
    description: 'SHA-256 of the ISO, checked before anything else.',
    template: { key: 'windows.iso.sha256', read: ({ windows }) => windows.iso.sha256 },
    otherwise: 'not checked',
  }),
  edition: input(text, {
    description:
      'standard-core, standard-desktop, datacenter-core, datacenter-desktop, the exact name of an image, or its index.',
    template: { key: 'windows.edition', read: ({ windows }) => windows.edition },
    required: true,
  }),
  vhd: input(path, {
    description: 'The image to make; replaced only by a finished one.',
    otherwise:
      '`<runner temp>/stillframe/build-vhd/<name>.vhd` (or `.vhdx`, `.vmdk`) with the name of the template file; **required** without one',
  }),
  ...DISK_INPUTS,
  packages: input(text, {
    description:
      'JSON output packages of fetch-updates, or a list of .msu and .cab files and folders, in installation order; each tells by itself what it is then.',
  }),
  drivers: input(text, {
    description: 'JSON output drivers of extract-drivers, or a list of folders with INF files.',
  }),
  features: input(list, {
    description: 'Windows features to enable, such as TelnetClient, NetFx3.',
    template: { key: 'customize.features', read: ({ customize }) => customize.features },
  }),
  'remote-desktop': input(boolean, {
    description: 'Allow Remote Desktop (network level authentication stays on).',
    template: { key: 'customize.remote-desktop', read: ({ customize }) => customize.remoteDesktop },
    default: 'false',
  }),
  ...ANSWER_INPUTS,
  files: input(parsed('Lines', parseFileCopies), {
    description:
      'Files and folders to copy into the image, one per line: from => C:\\to. A folder gives its content; a target with a backslash at its end is a folder.',
    template: { key: 'customize.files', read: ({ customize }) => customize.files },
  }),
  registry: input(parsed('JSON array', parseRegistrySettings), {
    description:
      'Values to write into the registry of the image: objects with key (below HKLM\\SOFTWARE or HKLM\\SYSTEM), name, type (string, expand-string, multi-string, dword, qword, binary) and value.',
    template: { key: 'customize.registry', read: ({ customize }) => customize.registry },
  }),
  'first-boot-scripts': input(lines, {
    description:
      'Scripts (.cmd, .bat, .ps1) that run once at first boot as SYSTEM, after everything else, one per line, in this order. Exit code 0 is success, 3010 asks for a restart, any other is tried again, three times in all.',
    template: { key: 'customize.first-boot-scripts', read: ({ customize }) => customize.firstBootScripts },
  }),
  'after-first-boot': input(choice(AFTER_FIRST_BOOT), {
    description:
      'What Windows does once its first boot is over: stay; shut-down; generalize, by sysprep as the Administrator, whom the answer file has to log on. The last two need VMware Tools, through which the host answers first (docs/first-boot.md).',
    template: { key: 'bake', read: afterFirstBoot },
    default: 'stay',
  }),
  'bake-on': input(choice(BAKE_HOSTS), {
    description:
      'Where Windows starts for the first time. hyper-v is for bake-template with image: VMware Tools, which install on VMware alone, are left for the start on vSphere.',
    template: { key: 'bake.on', read: bakeHost },
    default: 'vsphere',
  }),
  'tools-setup': input(path, {
    description: 'Installer of VMware Tools, run silently at first boot (output tools-setup of extract-drivers).',
  }),
  engine: input(choice(['auto', ...ENGINE_NAMES]), {
    description:
      'auto takes what this runner can do: dism on Windows (with the tools of Windows itself, as administrator), wimlib on Linux (needs neither Windows nor root). convert-windowsimage uses the PowerShell module of that name; the sizes of ESP and MSR are its own then.',
    default: 'auto',
  }),
  'module-servicing': input(boolean, {
    description:
      'With the engine convert-windowsimage: drivers, features and updates are installed by the module, as its users know it; false leaves them to DISM, in the order of every other engine.',
    default: 'true',
  }),
  cleanup: input(choice(['true', 'false', 'reset-base']), {
    description:
      'Remove superseded components after updates; reset-base also those that could be gone back to. Only engines that service offline do so, wimlib reports that it does not.',
    default: 'true',
  }),
  'not-applicable': input(choice(['fail', 'skip']), {
    description:
      'What becomes of an update that is not for this image, or brings nothing that it lacks (0x800F081E); at first boot it is always left out.',
    default: 'fail',
  }),
  reuse,
  'dry-run': input(boolean, {
    description: 'Read everything, show the plan and make nothing.',
    default: 'false',
  }),
} as const;

/** DISM takes names of this kind; they become part of a command line in the image. */
const FEATURE_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

export function prepare(reading: Reading<typeof INPUTS>, place: Place): BuildVhdInputs {
  const { values, template } = reading;
  const engine = readEngine(reading);
  checkWishes(template, { packages: values.packages, drivers: values.drivers, toolsSetup: values['tools-setup'] });
  return {
    template,
    // The template's hash holds for an ISO named here as well: it may lie elsewhere, and is still the one that is meant.
    iso: values.iso,
    sha256: values.sha256,
    downloads: { cache: place.cache, env: place.env },
    edition: values.edition,
    vhd: readVhd(reading, place),
    disk: readDisk(reading, engine),
    engine,
    packages: values.packages,
    drivers: values.drivers,
    features: readFeatures(reading),
    remoteDesktop: values['remote-desktop'],
    unattend: values.unattend,
    unattendPassword: unattendPassword(reading, place),
    answers: readAnswers(reading, place),
    files: (values.files ?? []).map(({ from, to }) => ({ from: resolve(from), to })),
    registry: values.registry ?? [],
    scripts: (values['first-boot-scripts'] ?? []).map((script) => resolve(script)),
    afterFirstBoot: values['after-first-boot'],
    bakeHost: readBakeHost(reading),
    toolsSetup: template?.customize.vmwareTools === 'none' ? undefined : values['tools-setup'],
    cleanup: values.cleanup === 'reset-base' ? values.cleanup : values.cleanup === 'true',
    skipNotApplicable: values['not-applicable'] === 'skip',
    moduleServicing: values['module-servicing'],
    date: place.sourceDate(),
    dryRun: values['dry-run'],
    reuse: values.reuse ? place.reuse() : undefined,
  };
}

function readVhd({ values, template, missing, invalid }: Reading<typeof INPUTS>, { temp }: Place): string {
  const { vhd, format } = values;
  if (vhd === undefined) {
    if (template === undefined) throw missing('vhd');
    return join(temp, 'stillframe', 'build-vhd', `${template.name}.${format}`);
  }
  // Windows attaches no disk whose name ends otherwise than its format.
  const says = /\.(vhdx?|vmdk)$/i.exec(vhd)?.[1]?.toLowerCase();
  if (says === undefined || says === format) return vhd;
  throw invalid('vhd', vhd, `Let it end with .${format}, or write format: ${says}.`);
}

function readEngine({ values, invalid }: Reading<typeof INPUTS>): EngineName {
  const name = values.engine === 'auto' ? defaultEngine(process.platform) : values.engine;
  const obstacle = engineObstacle(name, process.platform);
  if (obstacle !== undefined) throw invalid('engine', name, obstacle);
  const idle = idleInput(name, {
    moduleServicing: values['module-servicing'],
    skipNotApplicable: values['not-applicable'] === 'skip',
  });
  if (idle !== undefined) throw invalid(idle.input, String(values[idle.input]), idle.hint);
  return name;
}

function readBakeHost({ values, invalid }: Reading<typeof INPUTS>): BakeHost {
  const host = values['bake-on'];
  if (host === 'vsphere' || values['after-first-boot'] !== 'stay') return host;
  throw invalid(
    'bake-on',
    host,
    'What is baked on Hyper-V has to end by itself: write after-first-boot: shut-down or generalize.',
  );
}

function readFeatures({ values, invalid }: Reading<typeof INPUTS>): readonly string[] {
  const features = values.features ?? [];
  const wrong = features.find((feature) => !FEATURE_NAME.test(feature));
  if (wrong === undefined) return features;
  throw invalid('features', wrong, 'Write names as "dism /Online /Get-Features" lists them.');
}
