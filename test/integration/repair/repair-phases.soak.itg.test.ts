import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildVsphereDouble } from '../../fakes/vsphere/build.ts';
import { startVsphere } from '../../fakes/vsphere/start.ts';
import { type LiveVsphere, run, withVsphere } from '../quiesce/live-run.ts';
import { bothSides, ENDINGS, endAt, type Moment, sessionsOf } from '../vsphere/end-at-call.ts';
import { defectiveOva, makeTemplate, repair, standing } from './classic-template.ts';

/** repair-template ended at each of its calls: a template again, on its network, its copy whole or gone; the same step again heals it. */

let work = '';
let ova = '';
beforeAll(async () => {
  await buildVsphereDouble();
  work = await mkdtemp(join(tmpdir(), 'stillframe-repair-phases-'));
  ova = await defectiveOva();
});
afterAll(() => rm(work, { recursive: true, force: true }));

const SICK = 'ws template poweredOff 0 [VM Network on] sick';
const WELL = 'ws template poweredOff 0 [VM Network on] well';
const COPY = /^ws\.before-repair-[0-9a-f]{8} vm poweredOff 0 \[VM Network on\] sick$/;

const MARK = { method: 'ReconfigVM_Task', match: 'stillframe.repair<' };
const CARDS = { method: 'ReconfigVM_Task', match: 'deviceChange' };
const MOMENTS = bothSides(
  { method: 'Login' },
  { method: 'CloneVM_Task' },
  { method: 'ReconfigVM_Task', match: '<annotation' },
  { method: 'MarkAsVirtualMachine' },
  MARK,
  CARDS,
  { method: 'PowerOnVM_Task' },
  { method: 'StartProgramInGuest', match: 'reagentc.exe' },
  { method: 'StartProgramInGuest', match: 'diskpart.exe' },
  { method: 'StartProgramInGuest', match: 'del /f' },
  { method: 'ShutdownGuest' },
  { ...CARDS, skip: 1 },
  { ...MARK, skip: 1 },
  { method: 'MarkAsTemplate' },
  { method: 'Logout' },
);
/** Then only the record of its runner knows that it was a template: a call that is held is carried out afterwards. */
const UNMARKED = ['before MarkAsVirtualMachine', 'after MarkAsVirtualMachine'];

/** All but the template that the others are clones of. */
const now = async (vsphere: LiveVsphere): Promise<readonly string[]> =>
  (await standing(vsphere)).filter((vm) => !vm.startsWith('master '));

describe.each(ENDINGS)('%s', (ending) => {
  let kept: LiveVsphere | undefined;
  beforeEach(async () => {
    if (kept) return;
    kept = { ...(await startVsphere({ toolsDelay: 50 })), folder: await mkdtemp(join(work, 'double-')) };
    await makeTemplate(kept, ova, 'master');
  });
  afterAll(() => kept?.close());

  /** A sick template of the name for one row; a row that fails has the next begin with a double of its own. */
  async function onTemplate(body: (vsphere: LiveVsphere) => Promise<void>): Promise<void> {
    if (!kept) throw new Error('no double runs');
    const vsphere = kept;
    kept = undefined;
    await run(vsphere, 'vm.clone', '-vm', 'master', '-on=false', '-template', '-pool', 'DC0_C0/Resources', 'ws');
    expect(await now(vsphere)).toEqual([SICK]);
    await body(vsphere);
    for (const vm of await now(vsphere)) await run(vsphere, 'object.destroy', `/DC0/vm/${vm.split(' ')[0]}`);
    kept = vsphere;
  }

  it.each(MOMENTS)('%s', async (what, moment) => {
    await onTemplate(async (vsphere) => {
      const sessions = await sessionsOf(vsphere);
      const { step: ended, post } = await endAt(vsphere, { action: 'repair-template', ending, moment }, (options) =>
        repair(vsphere, {}, options),
      );
      const said = `${ended.printed}\n--- post\n${post}`;
      if (ending !== 'kill alone') {
        const [first, ...others] = await now(vsphere);
        expect([SICK, WELL], said).toContain(first);
        // It is there from the moment at which it is whole, for whoever finds the template wanting.
        expect(
          others.filter((one) => !COPY.test(one)),
          said,
        ).toEqual([]);
        const expected = /Copying/.test(ended.printed) && !/CloneVM|annotation/.test(what) ? 1 : 0;
        if (what !== 'after ReconfigVM_Task <annotation') expect(others, said).toHaveLength(expected);
        if (ending === 'cancel' || moment.method !== 'Login') expect(await sessionsOf(vsphere), said).toBe(sessions);
      }
      const again = await repair(vsphere);
      expect(again.exitCode, `${said}\n--- again\n${again.printed}`).toBe(0);
      const [first, ...others] = await now(vsphere);
      const vm = ending === 'kill alone' && UNMARKED.includes(what);
      expect(first, again.printed).toBe(vm ? WELL.replace('template', 'vm') : WELL);
      expect(
        others.filter((one) => !COPY.test(one)),
        again.printed,
      ).toEqual([]);
      // What a run that was killed has put into the guest goes with the next that starts it.
      const files = (await vsphere.state()).vms.find(({ name }) => name === 'ws')?.files ?? [];
      if (ending === 'cancel' || again.outputs.changed === 'true') expect(files, said).toEqual([]);
    });
  });

  it('while diskpart runs', async () => {
    await onTemplate(async (vsphere) => {
      await vsphere.plan({ endless: ['diskpart.exe'] });
      // By then the guest has been asked for all that comes before.
      const moment: Moment = { method: 'ListProcessesInGuest', skip: 20, do: 'hold-after' };
      const { step } = await endAt(vsphere, { action: 'repair-template', ending, moment }, (options) =>
        repair(vsphere, { 'safety-copy': 'false' }, options),
      );
      await vsphere.plan({});
      if (ending !== 'kill alone') expect(await now(vsphere), step.printed).toEqual([WELL]);
      const again = await repair(vsphere, { 'safety-copy': 'false' });
      expect([again.exitCode, again.outputs.changed], again.printed).toEqual([0, 'false']);
      expect(await now(vsphere), again.printed).toEqual([WELL]);
    });
  });
});

it('is switched off when it goes on running, and its disk is repaired', async () => {
  await withVsphere({}, async (vsphere) => {
    await makeTemplate(vsphere, ova);
    await vsphere.plan({ staysOn: true });
    const stayed = await repair(vsphere, { 'safety-copy': 'false', timeout: '3 s' });
    expect([stayed.exitCode, stayed.error?.code], stayed.printed).toEqual([1, 'timeout']);
    expect(stayed.error?.message).toContain(
      'did not shut down within 3.0 s after it was repaired, and is switched off',
    );
    expect(await standing(vsphere), stayed.printed).toEqual([WELL]);
  });
});
