import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Step } from '../../fakes/runner/run-step.ts';
import { buildVsphereDouble } from '../../fakes/vsphere/build.ts';
import { startVsphere, type VsphereTrouble } from '../../fakes/vsphere/start.ts';
import { type Inputs, type StepOptions, step } from '../publish/publish-steps.ts';
import { type LiveVsphere, run } from '../quiesce/live-run.ts';
import { bothSides, ENDINGS, endAt, type Moment, sessionsOf } from './end-at-call.ts';
import { makeOva, until } from './upload-job.ts';
import { UPLOAD_BY_LIBRARY_PHASES, UPLOAD_PHASES } from './upload-phases.ts';

/**
 * upload-esxi met by every fault at each tenth of its file, and ended at each of its calls and tenths, straight to a host and through a
 * content library: one candidate in the end, and nothing else.
 */

/** More than the network holds, so that most of it is yet to be sent when the middle is met. */
const BYTES = 24 * 2 ** 20;
/** Short enough to wait for, long enough for a busy machine that keeps it alive by sending. */
const SHORT_LEASE = 3000;
const TENTHS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

let work = '';
let large = '';
let small = '';
beforeAll(async () => {
  await buildVsphereDouble();
  work = await mkdtemp(join(tmpdir(), 'stillframe-upload-phases-'));
  large = await makeOva(work, 'large', BYTES);
  small = await makeOva(work, 'small', 2 ** 19);
});
afterAll(() => rm(work, { recursive: true, force: true }));

/** Inputs by which it goes straight to a host, or through the library that its double has. */
const DIRECT: Inputs = {};
const THROUGH_LIBRARY: Inputs = { 'via-library': 'golden' };

/** One double for the rows of a table; a row that fails has the next begin with another. */
class Uploads {
  #double: LiveVsphere | undefined;
  #free: LiveVsphere | undefined;
  readonly #way: Inputs;

  constructor(way: Inputs) {
    this.#way = way;
  }

  async open(): Promise<void> {
    if (this.#free) return;
    await this.close();
    const folder = await mkdtemp(join(work, 'double-'));
    this.#double = { ...(await startVsphere({ leaseTimeout: SHORT_LEASE })), folder };
    if (this.#way !== DIRECT) await run(this.#double, 'library.create', 'golden');
    this.#free = this.#double;
  }

  /** Items, and sessions by which their files are being replaced; of a way that asks for no library none are looked for. */
  async inLibrary(vsphere: LiveVsphere): Promise<string[]> {
    if (this.#way === DIRECT) return [];
    const items = await run(vsphere, 'library.ls', '/golden/*');
    const updates = await run(vsphere, 'library.session.ls');
    const open = updates.split('\n').filter((line) => line.includes('ACTIVE'));
    return [...items.trim().split('\n'), ...open].filter((line) => line !== '');
  }

  upload(vsphere: LiveVsphere, ova: string, options: StepOptions = {}): Promise<Step> {
    const inputs = { ova, name: 'ws', 'network-map': 'VM Network', ...this.#way };
    return step(vsphere, 'upload-esxi', inputs, '1', options);
  }

  async close(): Promise<void> {
    await this.#double?.close();
    this.#double = undefined;
  }

  async row(body: (vsphere: LiveVsphere) => Promise<void>): Promise<void> {
    if (!this.#free) throw new Error('no double runs');
    const vsphere = this.#free;
    this.#free = undefined;
    await body(vsphere);
    expect(await names(vsphere)).toEqual(['ws.candidate-1']);
    // A lease that nobody could abort is one that the server ends.
    await until('the end of its leases', async () => (await vsphere.state()).leases.length === 0);
    expect(await names(vsphere)).toEqual(['ws.candidate-1']);
    expect(await this.inLibrary(vsphere)).toEqual([]);
    await run(vsphere, 'vm.destroy', 'ws.candidate-1');
    this.#free = vsphere;
  }
}

const names = async (vsphere: LiveVsphere): Promise<string[]> =>
  (await vsphere.state()).vms.map(({ name }) => name).sort();

const FAULTS: readonly VsphereTrouble['do'][] = ['cut', '503', 'expire-lease', 'end-session', 'restart'];

describe.each(FAULTS)('%s', (fault) => {
  const uploads = new Uploads(DIRECT);
  beforeEach(() => uploads.open());
  afterAll(() => uploads.close());

  it.each(TENTHS)('after %i tenths of the file', async (tenth) => {
    await uploads.row(async (vsphere) => {
      const sessions = await sessionsOf(vsphere);
      const before = (await vsphere.calls()).calls.length;
      await vsphere.disturb({ method: 'NFC', do: fault, at: tenth / 10 });
      const done = await uploads.upload(vsphere, large);
      expect(done.exitCode, done.printed).toBe(0);
      const calls = (await vsphere.calls()).calls.slice(before);
      const times = (method: string): number => calls.filter((call) => call === method).length;
      // The whole lease is begun anew, once.
      expect([times('ImportVApp'), times('NFC')], done.printed).toEqual([2, 2]);
      expect(done.printed).toContain('Nothing of it remains; beginning anew');
      expect(await sessionsOf(vsphere)).toBe(sessions);
    });
  });
});

const tenthsOf = (file: Omit<Moment, 'do' | 'at'>): readonly (readonly [string, Moment])[] =>
  TENTHS.slice(1).map((tenth) => [`after ${tenth} tenths of the file`, { ...file, do: 'hold-before', at: tenth / 10 }]);

/** Once one of these is through, the candidate is finished. */
const isLast = ({ method, match }: Moment): boolean =>
  method === 'Rename_Task' || method === 'Logout' || match === 'DELETE /api/session';
const isLogin = ({ method, match }: Moment): boolean => method === 'Login' || match === 'POST /api/session';

describe.each<[string, Inputs, readonly (readonly [string, Moment])[]]>([
  ['straight to a host', DIRECT, [...bothSides(...UPLOAD_PHASES), ...tenthsOf({ method: 'NFC' })]],
  [
    'through a library',
    THROUGH_LIBRARY,
    [...bothSides(...UPLOAD_BY_LIBRARY_PHASES), ...tenthsOf({ method: 'Push', match: '.vmdk' })],
  ],
])('%s', (_way, inputs, moments) => {
  describe.each(ENDINGS)('%s', (ending) => {
    const uploads = new Uploads(inputs);
    beforeEach(() => uploads.open());
    afterAll(() => uploads.close());

    it.each(moments)('%s', async (_what, moment) => {
      await uploads.row(async (vsphere) => {
        const ova = moment.at === undefined ? small : large;
        const sessions = await sessionsOf(vsphere);
        const { step: ended, post } = await endAt(vsphere, { action: 'upload-esxi', ending, moment }, (options) =>
          uploads.upload(vsphere, ova, options),
        );
        const said = `${ended.printed}\n--- post\n${post}`;
        const then = await names(vsphere);
        if (ending !== 'kill alone') {
          expect(isLast(moment) ? [[], ['ws.candidate-1']] : [[]], said).toContainEqual(then);
          expect((await vsphere.state()).leases, said).toEqual([]);
          expect(await uploads.inLibrary(vsphere), said).toEqual([]);
          // A kill while it logs in leaves a session that nobody knows of: it ends by itself when nobody uses it.
          if (ending === 'cancel' || !isLogin(moment)) expect(await sessionsOf(vsphere), said).toBe(sessions);
        }
        const again = await uploads.upload(vsphere, ova);
        expect(again.exitCode, `${said}\n--- again\n${again.printed}`).toBe(0);
      });
    });
  });
});
