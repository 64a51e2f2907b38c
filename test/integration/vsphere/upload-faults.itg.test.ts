import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { OLDER } from '../../fakes/runner/run-bundle.ts';
import type { Vsphere, VsphereTrouble } from '../../fakes/vsphere/start.ts';
import { onDouble, smallUploads, timesCalled } from './upload-double.ts';
import { type Job, until } from './upload-job.ts';

/** Calls that get lost, and runs that are ended at each moment of an upload. */

/** Short enough to wait for, long enough for a busy machine that keeps it alive by sending. */
const SHORT_LEASE = 3000;

const uploads = smallUploads();

/**
 * Waits until the run has heard of it: on a busy machine what is let go afterwards could overtake the signal. An older bundle
 * hears of it in silence.
 */
async function end(job: Job, signal: NodeJS.Signals): Promise<void> {
  job.child.kill(signal);
  if (signal === 'SIGKILL') await job.ended;
  else if (OLDER) await delay(2000);
  else await until('the cancel', () => job.printed().includes('Cancelled'));
}

/** Waits until the call is held, does something to the run, and lets the call go on. */
async function meanwhile(vsphere: Vsphere, job: Job, signal: NodeJS.Signals): Promise<void> {
  await until('the call', async () => (await vsphere.calls()).held > 0);
  await end(job, signal);
  await vsphere.release();
}

describe.concurrent('a call that gets lost', () => {
  it.each<[string, string, VsphereTrouble[]]>([
    ['B.8 ', 'any poll is answered with 503', [{ method: 'RetrievePropertiesEx', skip: 3, count: 4, do: '503' }]],
    ['B.8 ', 'polls are hung up on', [{ method: 'RetrievePropertiesEx', skip: 3, count: 3, do: 'reset-before' }]],
    [
      'B.8 ',
      'the answers to polls are lost',
      [{ method: 'RetrievePropertiesEx', skip: 3, count: 3, do: 'reset-after' }],
    ],
    ['B.8 ', 'services are starting', [{ method: 'RetrieveServiceContent', count: 2, do: '503' }]],
    ['', 'the lease’s progress is not heard', [{ method: 'HttpNfcLeaseProgress', count: 2, do: '503' }]],
  ])(
    '%sends nothing when %s',
    onDouble({}, async (vsphere, _line, _what, troubles) => {
      await vsphere.disturb(...troubles);
      await uploads.succeed(vsphere);
      expect(await timesCalled(vsphere, 'ImportVApp')).toBe(1);
    }),
  );

  it.each([
    ['B.8 ', 'HttpNfcLeaseComplete'],
    ['B.8 ', 'ReconfigVM_Task'],
    ['B.8 ', 'MarkAsTemplate'],
    ['', 'Rename_Task'],
  ])(
    '%sis not sent again when it was taken: %s',
    onDouble({}, async (vsphere, _line, method) => {
      await vsphere.disturb({ method, do: 'reset-after' });
      await uploads.succeed(vsphere);
      expect(await timesCalled(vsphere, method), `how often ${method} was sent`).toBe(1);
    }),
  );

  it(
    'B.8 is not sent again when it was taken: Destroy_Task of the old template',
    onDouble({}, async (vsphere) => {
      await uploads.succeed(vsphere);
      await vsphere.disturb({ method: 'Destroy_Task', do: 'reset-after' });
      await uploads.succeed(vsphere, { 'if-exists': 'replace' });
      expect(await timesCalled(vsphere, 'Destroy_Task'), 'how often Destroy_Task was sent').toBe(1);
    }),
  );

  it.each([
    ['B.8 ', 'reset-after'],
    ['B.8 ', '503'],
    ['', 'reset-before'],
  ] as const)(
    '%sleaves no VM behind when it is ImportVApp (%s): what it made is looked up and removed before another begins',
    onDouble({ leaseTimeout: SHORT_LEASE }, async (vsphere, _line, trouble) => {
      await vsphere.disturb({ method: 'ImportVApp', do: trouble });
      await uploads.succeed(vsphere);
      expect(await timesCalled(vsphere, 'ImportVApp')).toBe(2);
      expect((await vsphere.state()).leases).toEqual([]);
    }),
  );

  it.each<[string, VsphereTrouble]>([
    ['the host is busy', { method: 'NFC', do: '503' }],
    ['the host hangs up', { method: 'NFC', do: 'reset-before' }],
    ['the server ends the session, and the lease with it', { method: 'HttpNfcLeaseProgress', do: 'end-session' }],
    ['the server ends the session at the end', { method: 'HttpNfcLeaseComplete', do: 'end-session' }],
  ])(
    'B.8 has the whole lease begun anew when %s',
    onDouble({ leaseTimeout: SHORT_LEASE }, async (vsphere, _what, trouble) => {
      await vsphere.disturb(trouble);
      await uploads.succeed(vsphere);
      expect(await timesCalled(vsphere, 'ImportVApp')).toBe(2);
    }),
  );

  it(
    'B.8 renews a session that was ended while it cleans up',
    onDouble({}, async (vsphere) => {
      await vsphere.disturb(
        { method: 'MarkAsTemplate', do: 'hold-before' },
        { method: 'Destroy_Task', do: 'end-session' },
      );
      const job = await uploads.start(vsphere);
      await until('the call', async () => (await vsphere.calls()).held > 0);
      await end(job, 'SIGTERM');
      await vsphere.release();
      expect(await job.ended).toBe(1);
      expect(await vsphere.state()).toEqual({ vms: [], leases: [] });
    }),
  );
});

const MOMENTS: readonly [cancelled: string, method: string, VsphereTrouble['do']][] = [
  ['', 'ImportVApp', 'hold-before'],
  ['', 'ImportVApp', 'hold-after'],
  ['', 'NFC', 'hold-before'],
  ['', 'HttpNfcLeaseComplete', 'hold-before'],
  ['B.7 ', 'HttpNfcLeaseComplete', 'hold-after'],
  ['B.7 ', 'ReconfigVM_Task', 'hold-after'],
  ['B.7 ', 'MarkAsTemplate', 'hold-before'],
  ['B.7 ', 'MarkAsTemplate', 'hold-after'],
  ['', 'Rename_Task', 'hold-before'],
  ['', 'Rename_Task', 'hold-after'],
];

/** By night all; by day those of known faults, and what was made when the first and the last call had been carried out. */
const CANCEL_MOMENTS = process.env.STILLFRAME_SOAK
  ? MOMENTS
  : MOMENTS.filter(
      ([line, method, moment]) => line !== '' || (moment === 'hold-after' && /^(Import|Rename)/.test(method)),
    );

describe.concurrent('a run that is cancelled', () => {
  it.each(CANCEL_MOMENTS)(
    '%sat %s (%s) leaves nothing, or what was finished before it was heard of',
    onDouble({}, async (vsphere, _line, method, moment) => {
      await vsphere.disturb({ method, do: moment });
      const job = await uploads.start(vsphere);
      await meanwhile(vsphere, job, 'SIGTERM');
      expect(await job.ended).toBe(1);
      expect(job.printed()).toContain('[cancelled]');
      expect(job.printed()).not.toContain('What remains');
      const { vms, leases } = await vsphere.state();
      expect(leases).toEqual([]);
      // The last call of all: once it is through, the template is finished.
      if (method === 'Rename_Task' && vms.length > 0) {
        expect(vms).toMatchObject([{ name: 'ws', template: true }]);
      } else expect(vms).toEqual([]);
    }),
  );

  it(
    'B.7 while its lease gets ready leaves nothing: its VM is waited for',
    onDouble({ leaseDelay: 2000 }, async (vsphere) => {
      const job = await uploads.start(vsphere);
      await until('the lease', async () => (await vsphere.state()).vms.length > 0);
      await end(job, 'SIGTERM');
      expect(await job.ended).toBe(1);
      expect(await vsphere.state()).toEqual({ vms: [], leases: [] });
    }),
  );

  it.each([0, 1])(
    'B.7 leaves the old template its name, whichever rename it was at (%i done before)',
    onDouble({}, async (vsphere, skip) => {
      await uploads.succeed(vsphere);
      const before = await vsphere.state();
      await vsphere.disturb({ method: 'Rename_Task', skip, do: 'hold-after' });
      const job = await uploads.start(vsphere, { 'if-exists': 'replace' });
      await meanwhile(vsphere, job, 'SIGTERM');
      expect(await job.ended).toBe(1);
      expect(await vsphere.state()).toEqual(before);
    }),
  );

  it(
    'B.7 says exactly what remains when it cannot be removed',
    onDouble({}, async (vsphere) => {
      await vsphere.disturb(
        { method: 'MarkAsTemplate', do: 'hold-before' },
        { method: 'Destroy_Task', count: -1, do: 'refuse' },
      );
      const job = await uploads.start(vsphere);
      await meanwhile(vsphere, job, 'SIGTERM');
      expect(await job.ended).toBe(1);
      const { vms } = await vsphere.state();
      expect(vms).toHaveLength(1);
      expect(job.printed()).toMatch(new RegExp(`What remains: the VM ${vms[0]?.name} \\(vm-\\d+\\)`));
      expect(vms[0]?.name).toContain('ws.stillframe-new-');
    }),
  );
});

/** By night all; by day one while it becomes a template, and one after it has the name. Ends while it sends: upload.itg.test.ts. */
const KILL_MOMENTS = (
  process.env.STILLFRAME_SOAK
    ? MOMENTS
    : MOMENTS.filter(([, method, moment]) => moment === 'hold-after' && /^(Reconfig|Rename)/.test(method))
).map(([, method, moment]) => [method === 'ReconfigVM_Task' ? 'B.6 ' : '', method, moment] as const);

describe.concurrent('a run that is killed', () => {
  it.each(KILL_MOMENTS)(
    '%sat %s (%s) does not block the name: the next run has its template',
    onDouble({ leaseTimeout: SHORT_LEASE }, async (vsphere, _line, method, moment) => {
      await vsphere.disturb({ method, do: moment });
      const job = await uploads.start(vsphere);
      await meanwhile(vsphere, job, 'SIGKILL');
      await uploads.succeed(vsphere, { 'if-exists': 'keep' });
    }),
  );

  it.each(KILL_MOMENTS)(
    '%sat %s (%s) while it replaces leaves one template, the old or the new',
    onDouble({ leaseTimeout: SHORT_LEASE }, async (vsphere, _line, method, moment) => {
      await uploads.succeed(vsphere);
      await vsphere.disturb({ method, skip: method === 'Rename_Task' ? 1 : 0, do: moment });
      const job = await uploads.start(vsphere, { 'if-exists': 'replace' });
      await meanwhile(vsphere, job, 'SIGKILL');
      await uploads.succeed(vsphere, { 'if-exists': 'keep' });
    }),
  );
});
