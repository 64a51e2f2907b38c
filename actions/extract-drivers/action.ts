/** extract-drivers as a value. */

import { MOUNTED_ISO } from '../../src/archives/iso/mounted-iso.ts';
import { HELD_PATH } from '../../src/files/held-path.ts';
import { defineAction } from '../../src/job/action.ts';
import { driverOutput } from './driver-output.ts';
import { INPUTS, prepare } from './inputs.ts';
import { main } from './main.ts';
import { renderSummary } from './summary.ts';

export const extractDrivers = defineAction({
  name: 'extract-drivers',
  description:
    'Takes the VMware paravirtual drivers that really bind on a Windows Server release out of the VMware Tools ISO',
  branding: { icon: 'cpu', color: 'blue' },
  inputs: INPUTS,
  outputs: {
    directory: {
      description: 'Absolute path of the folder with one folder per driver.',
      value: ({ directory }) => directory,
    },
    drivers: {
      description:
        'JSON array of the drivers: name, inf (absolute path), class, class-guid, provider, hardware-ids, version, date, architecture, services, signer, in-box.',
      value: ({ drivers }) => drivers.map(driverOutput),
    },
    'tools-version': {
      description: 'Version of VMware Tools as the disc states it, empty when it does not.',
      value: ({ toolsVersion }) => toolsVersion,
    },
    'tools-setup': {
      description: 'Absolute path of the installer, copied out of the ISO.',
      value: ({ toolsSetup }) => toolsSetup,
    },
  },
  holds: [HELD_PATH, MOUNTED_ISO],
  prepare,
  main,
  findings: ({ findings }) => findings,
  summary: renderSummary,
});
