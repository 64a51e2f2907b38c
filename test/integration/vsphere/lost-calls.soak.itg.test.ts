import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Step } from '../../fakes/runner/run-step.ts';
import { buildVsphereDouble } from '../../fakes/vsphere/build.ts';
import { startVsphere, type VsphereTrouble } from '../../fakes/vsphere/start.ts';
import { GUEST_PASSWORD } from '../../media/answer-file.ts';
import { type Inputs, proofOf, step, uploadCandidate } from '../publish/publish-steps.ts';
import { type LiveVsphere, left, run } from '../quiesce/live-run.ts';
import { EXTRA_CONFIG, sampleOva } from '../quiesce/sample-ova.ts';
import { VERIFY_WAYS } from '../quiesce/verify-ways.ts';
import { sessionsOf } from './end-at-call.ts';
import { makeOva } from './upload-job.ts';

/** Each kind of call of each action is turned away, hung up on, or met by the end of the session or a restart of vCenter: all of them succeed. */

let work = '';
let small = '';
let startable = '';
let baking = '';
let script = '';
beforeAll(async () => {
  await buildVsphereDouble();
  work = await mkdtemp(join(tmpdir(), 'stillframe-lost-'));
  script = join(work, 'mine.cmd');
  await writeFile(script, 'exit /b 0\r\n');
  small = await makeOva(work, 'small', 2 ** 19);
  startable = await sampleOva({ name: 'ws' });
  baking = await sampleOva({
    name: 'ws',
    extraConfig: { ...EXTRA_CONFIG, 'stillframe.after-first-boot': 'shut-down' },
  });
});
afterAll(() => rm(work, { recursive: true, force: true }));

interface Subject {
  readonly action: string;
  /** Calls that it makes, those that are its own at the second time as well. */
  readonly calls: readonly Omit<VsphereTrouble, 'do'>[];
  open(vsphere: LiveVsphere): Promise<void>;
  /** What one row needs: runs the step, and says what it came to. */
  prepare(vsphere: LiveVsphere, n: number): Promise<() => Promise<{ step: Step; came: unknown; right: unknown }>>;
}

const call = (method: string, skip = 0, match?: string) => ({ method, skip, ...(match !== undefined && { match }) });
const COMMON = [
  ...['RetrieveServiceContent', 'Login', 'CurrentTime', 'CreateContainerView'].map((name) => call(name)),
  // Of the view, which is the session's own.
  call('RetrievePropertiesEx'),
];

const inputsOf = async (vsphere: LiveVsphere, n: number, more: Inputs): Promise<Inputs> => {
  const upload = await uploadCandidate(vsphere, String(n), small);
  return { vm: upload.outputs.vm ?? '', verification: await proofOf(vsphere, upload), ...more };
};

function proving(way: keyof typeof VERIFY_WAYS): Omit<Subject, 'calls'> {
  const { inputs, open } = VERIFY_WAYS[way];
  return {
    action: 'verify-quiesce',
    open,
    prepare: async (vsphere) => async () => {
      const done = await step(vsphere, 'verify-quiesce', { vm: 'ws', timeout: '60 s', ...inputs }, '1');
      const came = [done.outputs.verdict, await left(vsphere)];
      return { step: done, came, right: ['application', ['ws poweredOff 0']] };
    },
  };
}

const SUBJECTS: Readonly<Record<string, Subject>> = {
  'a proof': {
    ...proving('a copy'),
    calls: [
      ...COMMON,
      ...['CloneVM_Task', 'ReconfigVM_Task', 'PowerOnVM_Task', 'CreateSnapshotEx_Task', 'Folder'].map((name) =>
        call(name),
      ),
      ...['RemoveSnapshot_Task', 'PowerOffVM_Task', 'Destroy_Task', 'Logout'].map((name) => call(name)),
      ...[2, 6, 12, 20].map((skip) => call('RetrievePropertiesEx', skip)),
    ],
  },
  'a proof that starts its snapshot': {
    ...proving('a snapshot that is started'),
    calls: [
      ...['CloneVM_Task', 'ReconfigVM_Task', 'PowerOnVM_Task'].map((name) => call(name, 1)),
      // The script, and a question.
      ...[0, 1].map((skip) => call('StartProgramInGuest', skip)),
      ...['ListProcessesInGuest', 'PowerOffVM_Task', 'Destroy_Task', 'RemoveSnapshot_Task'].map((name) => call(name)),
    ],
  },
  'a proof that customizes a copy': {
    ...proving('a customized copy'),
    calls: [
      ...['CloneVM_Task', 'PowerOnVM_Task', 'Destroy_Task'].map((name) => call(name, 1)),
      ...['QueryEvents', 'StartProgramInGuest', 'ListProcessesInGuest'].map((name) => call(name)),
    ],
  },
  'a publication': {
    action: 'publish-template',
    calls: [
      ...COMMON,
      ...['ReconfigVM_Task', 'MarkAsTemplate', 'Rename_Task', 'Destroy_Task', 'Logout'].map((name) => call(name)),
      call('Rename_Task', 1),
      ...[2, 5, 9].map((skip) => call('RetrievePropertiesEx', skip)),
    ],
    open: () => Promise.resolve(),
    prepare: async (vsphere, n) => {
      const inputs = await inputsOf(vsphere, n, {});
      return async () => {
        const done = await step(vsphere, 'publish-template', inputs, String(n));
        const right = n === 1 ? ['ws'] : ['ws', `ws.previous-${n}`];
        return { step: done, came: (await vsphere.state()).vms.map(({ name }) => name).sort(), right };
      };
    },
  },
  'an item': {
    action: 'publish-template',
    calls: [
      call('REST', 0, 'POST /api/session'),
      call('REST', 0, 'find'),
      call('REST', 0, 'GET /api/content'),
      call('REST', 0, 'action=copy'),
      call('REST', 0, 'PATCH'),
      call('REST', 1, 'PATCH'),
      call('REST', 0, 'ovf/library-item'),
      call('REST', 2, 'PATCH'),
      call('REST', 0, 'DELETE /api/content'),
      call('Destroy_Task'),
    ],
    open: async (vsphere) => {
      await run(vsphere, 'library.create', 'golden');
      for (const n of [-1, 0]) {
        const inputs = await inputsOf(vsphere, n + 100, { as: 'library-item', library: 'golden' });
        await step(vsphere, 'publish-template', inputs, String(n + 100));
      }
    },
    prepare: async (vsphere, n) => {
      const inputs = await inputsOf(vsphere, n + 100, { as: 'library-item', library: 'golden' });
      return async () => {
        const done = await step(vsphere, 'publish-template', inputs, String(n + 100));
        const items = (await run(vsphere, 'library.ls', '/golden/*')).trim().split('\n').sort();
        return { step: done, came: items, right: ['/golden/ws', `/golden/ws-${n + 99}`] };
      };
    },
  },
  baking: {
    action: 'bake-template',
    calls: [
      ...COMMON,
      ...['CreatePropertyCollector', 'CreateFilter', 'WaitForUpdatesEx', 'DestroyPropertyCollector'].map((name) =>
        call(name),
      ),
      ...[0, 1, 2, 3, 4].map((skip) => call('ReconfigVM_Task', skip)),
      // The script comes in two programs, and goes by the fourth; the third is the user's, which nobody starts twice.
      ...[0, 1, 3].map((skip) => call('StartProgramInGuest', skip)),
      ...['PowerOnVM_Task', 'ListProcessesInGuest', 'Logout'].map((name) => call(name)),
      ...[2, 6, 12].map((skip) => call('RetrievePropertiesEx', skip)),
    ],
    open: () => Promise.resolve(),
    prepare: async (vsphere, n) => {
      const upload = await uploadCandidate(vsphere, String(n), baking);
      return async () => {
        const inputs = { vm: upload.outputs.vm ?? '', timeout: '5 min', scripts: script };
        const done = await step(vsphere, 'bake-template', { ...inputs, 'guest-password': GUEST_PASSWORD }, String(n));
        const found = (await vsphere.state()).vms.find(({ name }) => name === `ws.candidate-${n}`);
        const came = [found?.powerState, found?.extraConfig['stillframe.first-boot'], found?.nics[0]?.startConnected];
        await run(vsphere, 'vm.destroy', `ws.candidate-${n}`);
        return { step: done, came, right: ['poweredOff', 'baked', true] };
      };
    },
  },
  'an audit': {
    action: 'audit-templates',
    calls: [...COMMON, call('RetrievePropertiesEx', 1), call('Folder'), call('Folder', 3), call('Logout')],
    open: async (vsphere) => void (await run(vsphere, 'import.ova', startable)),
    prepare: async (vsphere) => async () => {
      const done = await step(vsphere, 'audit-templates', { vms: 'ws' }, '1');
      const { sound, defective, unreadable } = done.outputs;
      return { step: done, came: [sound, defective, unreadable], right: ['1', '0', '0'] };
    },
  },
};

const TROUBLES = ['503', 'reset-before', 'reset-after', 'end-session', 'restart'] as const;

describe.each(Object.entries(SUBJECTS))('%s', (_name, { calls, open, prepare, action }) => {
  let vsphere: LiveVsphere | undefined;
  let n = 0;
  beforeEach(async () => {
    if (vsphere) return;
    n = 0;
    vsphere = { ...(await startVsphere({ toolsDelay: 50 })), folder: await mkdtemp(join(work, 'double-')) };
    await open(vsphere);
  });
  afterAll(() => vsphere?.close());

  const rows = calls.flatMap((one) =>
    TROUBLES.map((trouble) => [trouble, one.match ?? one.method, one.skip, one] as const),
  );
  it.each(rows)('%s at %s, %i before', async (trouble, _what, _skip, one) => {
    if (!vsphere) throw new Error('no double runs');
    const double = vsphere;
    // A row that fails has the next begin with a double of its own.
    vsphere = undefined;
    const perform = await prepare(double, ++n);
    const sessions = await sessionsOf(double);
    await double.disturb({ ...one, do: trouble });
    const { step: done, came, right } = await perform();
    expect(done.exitCode, `${action}:\n${done.printed}`).toBe(0);
    expect(came, done.printed).toEqual(right);
    expect((await double.calls()).pending, `the call was made\n${done.printed}`).toBe(0);
    // The answer to a login that was lost: its session is nobody's, and ends by itself.
    const lost = trouble === 'reset-after' && (one.method === 'Login' || one.match === 'POST /api/session') ? 1 : 0;
    // A logout that was turned away is not tried for ever.
    expect(await sessionsOf(double), done.printed).toBeLessThanOrEqual(sessions + lost);
    vsphere = double;
  });
});
