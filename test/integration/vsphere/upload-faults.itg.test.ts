import { rm } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OLDER } from '../../fakes/runner/run-bundle.ts';
import { buildVsphereDouble } from '../../fakes/vsphere/build.ts';
import { startVsphere, type Vsphere, type VsphereOptions, type VsphereTrouble } from '../../fakes/vsphere/start.ts';
import { type Job, makeFolder, makeOva, startJob, until } from './upload-job.ts';

const KIB = 2 ** 10;
/** No test waits until such a lease runs out, unless it says so. */
const LONG_LEASE = 60_000;
/** Short enough to wait for, long enough for a busy machine that keeps it alive by sending. */
const SHORT_LEASE = 3000;

let folder = '';
let ova = '';

beforeAll(async () => {
  await buildVsphereDouble(['fake-vsphere']);
  folder = await makeFolder();
  ova = await makeOva(folder, 'small', 512 * KIB);
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function withDouble(options: VsphereOptions, body: (vsphere: Vsphere) => Promise<void>): Promise<void> {
  const vsphere = await startVsphere({ leaseTimeout: LONG_LEASE, ...options });
  try {
    await body(vsphere);
  } finally {
    await vsphere.close();
  }
}

/** A test with a double of its own, beside which others run: they wait for doubles most of the time. */
function onDouble<Row extends readonly unknown[]>(
  options: VsphereOptions,
  body: (vsphere: Vsphere, ...row: Row) => Promise<void>,
): (...row: Row) => Promise<void> {
  return (...row) => withDouble(options, (vsphere) => body(vsphere, ...row));
}

function upload(
  vsphere: Vsphere,
  more: Readonly<Record<string, string>> = {},
  env: Readonly<Record<string, string>> = {},
): Promise<Job> {
  const { server, username, password, thumbprint } = vsphere;
  const inputs = {
    ova,
    server,
    username,
    password,
    thumbprint,
    name: 'ws',
    as: 'template',
    'network-map': 'VM Network',
  };
  return startJob(folder, { ...inputs, ...more }, env);
}

async function succeeds(vsphere: Vsphere, more: Readonly<Record<string, string>> = {}): Promise<void> {
  const job = await upload(vsphere, more);
  expect(await job.ended, job.printed()).toBe(0);
  expect((await vsphere.state()).vms).toMatchObject([{ name: 'ws', template: true }]);
}

async function timesCalled(vsphere: Vsphere, method: string): Promise<number> {
  return (await vsphere.calls()).calls.filter((call) => call === method).length;
}

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
      await succeeds(vsphere);
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
      await succeeds(vsphere);
      expect(await timesCalled(vsphere, method), `how often ${method} was sent`).toBe(1);
    }),
  );

  it(
    'B.8 is not sent again when it was taken: Destroy_Task of the old template',
    onDouble({}, async (vsphere) => {
      await succeeds(vsphere);
      await vsphere.disturb({ method: 'Destroy_Task', do: 'reset-after' });
      await succeeds(vsphere, { 'if-exists': 'replace' });
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
      await succeeds(vsphere);
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
      await succeeds(vsphere);
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
      const job = await upload(vsphere);
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

describe.concurrent('a run that is cancelled', () => {
  it.each(MOMENTS)(
    '%sat %s (%s) leaves nothing, or what was finished before it was heard of',
    onDouble({}, async (vsphere, _line, method, moment) => {
      await vsphere.disturb({ method, do: moment });
      const job = await upload(vsphere);
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
      const job = await upload(vsphere);
      await until('the lease', async () => (await vsphere.state()).vms.length > 0);
      await end(job, 'SIGTERM');
      expect(await job.ended).toBe(1);
      expect(await vsphere.state()).toEqual({ vms: [], leases: [] });
    }),
  );

  it.each([0, 1])(
    'B.7 leaves the old template its name, whichever rename it was at (%i done before)',
    onDouble({}, async (vsphere, skip) => {
      await succeeds(vsphere);
      const before = await vsphere.state();
      await vsphere.disturb({ method: 'Rename_Task', skip, do: 'hold-after' });
      const job = await upload(vsphere, { 'if-exists': 'replace' });
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
      const job = await upload(vsphere);
      await meanwhile(vsphere, job, 'SIGTERM');
      expect(await job.ended).toBe(1);
      const { vms } = await vsphere.state();
      expect(vms).toHaveLength(1);
      expect(job.printed()).toMatch(new RegExp(`What remains: the VM ${vms[0]?.name} \\(vm-\\d+\\)`));
      expect(vms[0]?.name).toContain('ws.stillframe-new-');
    }),
  );
});

/** By night all; by day one before, two within and one after what makes the VM a template of its name. */
const KILL_MOMENTS = (
  process.env.STILLFRAME_SOAK
    ? MOMENTS
    : MOMENTS.filter(([, method, moment]) => moment === 'hold-after' && /^(Import|Reconfig|Mark|Rename)/.test(method))
).map(([, method, moment]) => [method === 'ReconfigVM_Task' ? 'B.6 ' : '', method, moment] as const);

describe.concurrent('a run that is killed', () => {
  it.each(KILL_MOMENTS)(
    '%sat %s (%s) does not block the name: the next run has its template',
    onDouble({ leaseTimeout: SHORT_LEASE }, async (vsphere, _line, method, moment) => {
      await vsphere.disturb({ method, do: moment });
      const job = await upload(vsphere);
      await meanwhile(vsphere, job, 'SIGKILL');
      await succeeds(vsphere, { 'if-exists': 'keep' });
    }),
  );

  it.each(KILL_MOMENTS)(
    '%sat %s (%s) while it replaces leaves one template, the old or the new',
    onDouble({ leaseTimeout: SHORT_LEASE }, async (vsphere, _line, method, moment) => {
      await succeeds(vsphere);
      await vsphere.disturb({ method, skip: method === 'Rename_Task' ? 1 : 0, do: moment });
      const job = await upload(vsphere, { 'if-exists': 'replace' });
      await meanwhile(vsphere, job, 'SIGKILL');
      await succeeds(vsphere, { 'if-exists': 'keep' });
    }),
  );
});

describe.concurrent('B.5 two runs of one name', () => {
  it.each(['fail', 'keep', 'replace'])(
    'do not touch each other: the second ends with vsphere-busy (%s)',
    onDouble({}, async (vsphere, ifExists) => {
      await vsphere.disturb({ method: 'NFC', do: 'hold-before' });
      const first = await upload(vsphere);
      await until('the call', async () => (await vsphere.calls()).held > 0);
      const second = await upload(vsphere, { 'if-exists': ifExists });
      // One that wants to remove the VM of the first tries for as long as that is at it.
      const removing = async (): Promise<void> => {
        while (second.child.exitCode === null && !second.printed().includes('Removing /DC0')) await delay(20);
      };
      await Promise.race([second.ended, removing()]);
      expect(second.printed()).not.toContain('Removing /DC0');
      expect(await second.ended).toBe(1);
      expect(second.printed()).toContain('[vsphere-busy]');
      await vsphere.release();
      expect(await first.ended, first.printed()).toBe(0);
      expect((await vsphere.state()).vms).toMatchObject([{ name: 'ws', template: true }]);
      expect(await timesCalled(vsphere, 'Destroy_Task')).toBe(0);
    }),
  );
});

it.concurrent(
  'two candidates of one name are made beside each other',
  onDouble({}, async (vsphere) => {
    await vsphere.disturb({ method: 'NFC', do: 'hold-before' });
    const first = await upload(vsphere, { as: 'candidate' }, { GITHUB_RUN_ID: '1' });
    await until('the call', async () => (await vsphere.calls()).held > 0);
    const second = await upload(vsphere, { as: 'candidate' }, { GITHUB_RUN_ID: '2' });
    expect(await second.ended, second.printed()).toBe(0);
    await vsphere.release();
    expect(await first.ended, first.printed()).toBe(0);
    const names = (await vsphere.state()).vms.map(({ name }) => name).sort();
    expect(names).toEqual(['ws.candidate-1', 'ws.candidate-2']);
  }),
);

describe.concurrent('a host that takes the files at an address of its own', () => {
  it.each([
    ['B.14 ', 'certificate'],
    ['', 'thumbprint'],
  ] as const)('%sproves itself by its own %s, though the server is pinned', async (_line, dataHost) => {
    await withDouble({ dataHost }, (vsphere) => succeeds(vsphere));
  });

  it.each([
    ['wrong', 'vsphere-certificate', 'reconnect the host in vCenter'],
    ['nothing', 'vsphere-certificate', 'in place of thumbprint, which pins the server alone'],
    ['down', 'vsphere-unreachable', 'open its port (443) to this runner'],
  ] as const)('B.14 is named when it is %s', (dataHost, code, hint) =>
    withDouble({ dataHost }, async (vsphere) => {
      const job = await upload(vsphere);
      expect(await job.ended).toBe(1);
      const error =
        job
          .printed()
          .split('\n')
          .find((line) => line.startsWith('::error::')) ?? '';
      expect(error).toContain(`[${code}]`);
      expect(error).toContain(hint);
      expect(error).not.toContain(vsphere.server);
      expect(error).not.toContain('Check the input server');
      expect(await vsphere.state()).toEqual({ vms: [], leases: [] });
    }),
  );
});
