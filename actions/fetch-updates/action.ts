/** fetch-updates as a value. */

import { defineAction } from '../../src/job/action.ts';
import { INPUTS, prepare } from './inputs.ts';
import { main } from './main.ts';
import { renderSummary } from './summary.ts';

export const fetchUpdates = defineAction({
  name: 'fetch-updates',
  description:
    'Finds the servicing-stack, cumulative and .NET updates of a Windows Server image, fetches them verified, orders them',
  branding: { icon: 'download-cloud', color: 'blue' },
  inputs: INPUTS,
  outputs: {
    directory: { description: 'Path of the folder that holds the packages.', value: ({ directory }) => directory },
    packages: {
      description:
        'JSON array in installation order: kb, kind, path, sha256, size, build, apply-mode, optional, reason.',
      value: ({ packages }) => packages,
    },
    'lock-file': { description: 'Path of the lock file, empty without one.', value: ({ lockFile }) => lockFile },
    changed: {
      description: 'true when the lock file was written with other content than before, else false.',
      value: ({ changed }) => changed,
    },
    build: {
      description: 'Build of Windows after the updates, such as 17763.9619; empty when not known.',
      value: ({ build }) => build,
    },
  },
  prepare,
  main,
  findings: ({ findings }) => findings,
  summary: renderSummary,
});
