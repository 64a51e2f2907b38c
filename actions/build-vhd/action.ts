/** build-vhd as a value. */

import { MOUNTED_ISO } from '../../src/archives/iso/mounted-iso.ts';
import { HELD_PATH } from '../../src/files/held-path.ts';
import { defineAction } from '../../src/job/action.ts';
import { LOADED_HIVE } from '../../src/registry/loaded-hive.ts';
import { ATTACHED_DISK } from '../../src/windows/attach/attached-disk.ts';
import { MODULE_FOLDER } from '../../src/windows/engines/convert-windowsimage/module-folder.ts';
import { INPUTS, prepare } from './inputs.ts';
import { main } from './main.ts';
import { passwordSecrets } from './read-answers.ts';
import { renderSummary } from './summary.ts';

export const buildVhd = defineAction({
  name: 'build-vhd',
  description:
    'Builds a Windows Server disk image from the installation ISO, without the Recovery partition that breaks snapshots',
  branding: { icon: 'hard-drive', color: 'blue' },
  inputs: INPUTS,
  outputs: {
    vhd: { description: 'Path of the image; empty after a dry run.', value: ({ vhd }) => vhd },
    edition: { description: 'Name of the image in the WIM that was applied.', value: ({ edition }) => edition },
    build: {
      description:
        'Build of Windows as applied, such as 17763.107; updates that wait for the first boot are not counted.',
      value: ({ build }) => build,
    },
    engine: { description: 'The engine that was used.', value: ({ plan }) => plan.engine },
    layout: {
      description:
        'JSON: diskSize, sectorSize and partitions (index, type, typeGuid, guid, name, attributes, offset, size, fileSystem), read back from the image; empty after a dry run.',
      value: ({ layout }) => layout,
    },
    plan: {
      description:
        'JSON: engine, edition, build, disk, partitions, offline (what is done to the image, in order), firstBoot (step and title, in order), afterFirstBoot.',
      value: ({ plan }) => plan,
    },
    reused: {
      description:
        'true when the image was taken from an earlier run, or after a dry run would be, else false; the report says why.',
      value: ({ reuse }) => reuse?.reused ?? false,
    },
    'first-boot': {
      description: 'JSON array: names of the steps that wait for the first boot, in order; empty when nothing waits.',
      value: ({ plan }) => plan.firstBoot.map(({ step }) => step),
    },
    'bake-on': {
      description: 'Where Windows starts for the first time: vsphere or hyper-v.',
      value: ({ plan }) => plan.bakeHost,
    },
    'after-first-boot': {
      description: 'What Windows does once its first boot is over: stay, shut-down or generalize; for convert-ova.',
      value: ({ plan }) => plan.afterFirstBoot,
    },
  },
  holds: [HELD_PATH, MOUNTED_ISO, ATTACHED_DISK, MODULE_FOLDER, LOADED_HIVE],
  secrets: passwordSecrets,
  prepare,
  main,
  findings: ({ findings }) => findings,
  summary: renderSummary,
});
