/** The ways in which verify-quiesce proves, and the calls at which it is ended in each; live, restore and customization hold them to real runs. */

import { expect, vi } from 'vitest';
import { GUEST_PASSWORD } from '../../media/answer-file.ts';
import type { Inputs } from '../publish/publish-steps.ts';
import { expectRows, ownPhases, type Phase, phasesOf } from '../vsphere/phases.ts';
import { type LiveVsphere, type Run, run } from './live-run.ts';
import { EXTRA_CONFIG, sampleOva } from './sample-ova.ts';

export interface VerifyWay {
  readonly inputs: Inputs;
  /** Its own: all of `a copy`, of the others what they do besides. */
  readonly phases: readonly Phase[];
  /** Puts the machine `ws` there. */
  readonly open: (vsphere: LiveVsphere) => Promise<void>;
}

async function imported(vsphere: LiveVsphere): Promise<void> {
  await run(vsphere, 'import.ova', await sampleOva({ name: 'ws' }));
}

/**
 * A machine whose first boot is over, so that its guest itself has said that VMware Tools are installed. It announces none, as a template of
 * anybody's.
 */
export async function importBaked(vsphere: LiveVsphere, after?: 'generalize'): Promise<void> {
  const extraConfig = { 'disk.EnableUUID': EXTRA_CONFIG['disk.EnableUUID'] };
  await run(vsphere, 'import.ova', await sampleOva({ name: 'ws', extraConfig }));
  if (after) await vsphere.plan({ after, endsUnseen: true });
  await run(vsphere, 'vm.power', '-on', 'ws');
  const over = async (): Promise<void> => {
    const [vm] = (await vsphere.state()).vms;
    expect(after ? vm?.powerState : vm?.extraConfig['guestinfo.stillframe.first-boot']).toBe(
      after ? 'poweredOff' : 'done',
    );
  };
  await vi.waitFor(over, { timeout: 120_000 });
  if (!after) await run(vsphere, 'vm.power', '-off', 'ws');
  await vsphere.plan({});
}

const nth = (skip: number, ...methods: readonly string[]): readonly Phase[] =>
  methods.map((method) => ({ method, skip }));

const COPY: readonly Phase[] = [
  ...nth(0, 'Login', 'CloneVM_Task', 'ReconfigVM_Task', 'PowerOnVM_Task', 'CreateSnapshotEx_Task', 'Folder'),
  ...nth(0, 'RemoveSnapshot_Task', 'PowerOffVM_Task', 'Destroy_Task', 'Logout'),
];

export const VERIFY_WAYS = {
  'a copy': { inputs: {}, phases: COPY, open: imported },
  'the VM itself': {
    inputs: { copy: 'false' },
    phases: nth(
      0,
      ...[
        'PowerOnVM_Task',
        'ReconfigVM_Task',
        'CreateSnapshotEx_Task',
        'Folder',
        'RemoveSnapshot_Task',
        'ShutdownGuest',
      ],
    ),
    open: imported,
  },
  'a snapshot that is started': {
    inputs: { restore: 'true', 'marker-scripts': 'true', 'guest-password': GUEST_PASSWORD },
    phases: [
      // The script is put there, and services are asked: what the guest has answered goes.
      ...nth(0, 'StartProgramInGuest'),
      ...nth(1, 'ReconfigVM_Task'),
      ...nth(2, 'ReconfigVM_Task'),
      ...nth(0, 'CreateSnapshotEx_Task', 'Folder'),
      // What the script has left.
      ...nth(3, 'ReconfigVM_Task'),
      ...nth(1, 'CloneVM_Task', 'PowerOnVM_Task'),
      // The cards of the clone; its volume, its services and what it holds of the script.
      ...[4, 5, 6, 7].flatMap((skip) => nth(skip, 'ReconfigVM_Task')),
      ...nth(0, 'PowerOffVM_Task', 'Destroy_Task'),
      // The snapshot that it lived on.
      ...nth(0, 'RemoveSnapshot_Task'),
    ],
    open: imported,
  },
  'a customized copy': {
    inputs: { customization: 'generated', network: 'VM Network', 'guest-password': GUEST_PASSWORD },
    phases: [
      ...nth(1, 'CloneVM_Task', 'ReconfigVM_Task', 'PowerOnVM_Task'),
      // Waiting for its end.
      ...nth(0, 'QueryEvents', 'StartProgramInGuest'),
      ...nth(1, 'PowerOffVM_Task', 'Destroy_Task'),
    ],
    open: importBaked,
  },
} as const satisfies Readonly<Record<string, VerifyWay>>;

/** Runs it, and holds the rows of its way to the calls that it made. */
export async function heldToRows(
  vsphere: LiveVsphere,
  name: keyof typeof VERIFY_WAYS,
  start: (inputs: Inputs) => Promise<Run>,
): Promise<Run> {
  const before = (await vsphere.calls()).calls.length;
  const { inputs, phases } = VERIFY_WAYS[name];
  const done = await start(inputs);
  const calls = (await vsphere.calls()).calls.slice(before);
  const base = COPY.map(({ method, skip = 0 }) => `${method} ${skip + 1}`);
  const all = phasesOf(calls);
  if (name === 'a copy') expect(all, done.log).toEqual(base);
  else expectRows(phases, ownPhases(all, base), calls);
  return done;
}
