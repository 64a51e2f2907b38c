import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Step } from '../../fakes/runner/run-step.ts';
import { buildVsphereDouble } from '../../fakes/vsphere/build.ts';
import { startVsphere } from '../../fakes/vsphere/start.ts';
import { type LiveVsphere, run } from '../quiesce/live-run.ts';
import { bothSides, ENDINGS, endAt, type Moment, sessionsOf } from '../vsphere/end-at-call.ts';
import { makeOva } from '../vsphere/upload-job.ts';
import { type Inputs, proofOf, type StepOptions, step, uploadCandidate } from './publish-steps.ts';

/** publish-template ended at each of its calls: the name is with the release before or the new one, and the same step again finishes. */

let work = '';
let ova = '';
beforeAll(async () => {
  await buildVsphereDouble();
  work = await mkdtemp(join(tmpdir(), 'stillframe-publish-phases-'));
  ova = await makeOva(work, 'small', 2 ** 19);
});
afterAll(() => rm(work, { recursive: true, force: true }));

/** A release of that number, ready to be published. */
interface Ready {
  readonly n: number;
  publish(options?: StepOptions): Promise<Step>;
}

/** A kill while it logs in leaves a session that nobody knows of: it ends by itself when nobody uses it. */
const unknown = (ending: string, { method, match }: Moment): boolean =>
  ending !== 'cancel' && (method === 'Login' || match === 'POST /api/session');

/** Publishes release after release on one double, each ended once and then finished. */
class Releases {
  #double: LiveVsphere | undefined;
  readonly #more: Inputs;
  #n = 0;

  constructor(more: Inputs) {
    this.#more = more;
  }

  get vsphere(): LiveVsphere {
    if (this.#double === undefined) throw new Error('no double runs');
    return this.#double;
  }

  async close(): Promise<void> {
    await this.#double?.close();
    this.#double = undefined;
  }

  /** For the first row, and for one after a row that failed. */
  async open(): Promise<void> {
    if (this.#double !== undefined) return;
    this.#n = 0;
    this.#double = { ...(await startVsphere()), folder: await mkdtemp(join(work, 'double-')) };
    await run(this.vsphere, 'folder.create', '/DC0/vm/Public');
    await run(this.vsphere, 'library.create', 'golden');
    for (const _ of [1, 2]) {
      const done = await (await this.next()).publish();
      expect(done.exitCode, done.printed).toBe(0);
    }
  }

  async next(): Promise<Ready> {
    const n = ++this.#n;
    const upload = await uploadCandidate(this.vsphere, String(n), ova);
    const inputs = { vm: upload.outputs.vm ?? '', verification: await proofOf(this.vsphere, upload), ...this.#more };
    return { n, publish: (options = {}) => step(this.vsphere, 'publish-template', inputs, String(n), options) };
  }

  /** `name release`, of VMs and templates. */
  async machines(): Promise<string[]> {
    const { vms } = await this.vsphere.state();
    return vms
      .map(({ name, extraConfig }) => `${name} ${/run=(\d+)/.exec(String(extraConfig['stillframe.release']))?.[1]}`)
      .sort();
  }
}

describe.each(ENDINGS)('a template, %s', (ending) => {
  const releases = new Releases({ folder: 'Public' });
  beforeEach(() => releases.open());
  afterEach(({ task }) => (task.result?.state === 'fail' ? releases.close() : undefined));
  afterAll(() => releases.close());

  it.each(
    bothSides(
      { method: 'Login' },
      { method: 'ReconfigVM_Task' },
      { method: 'MoveIntoFolder_Task' },
      { method: 'MarkAsTemplate' },
      { method: 'Rename_Task' },
      { method: 'Rename_Task', skip: 1 },
      { method: 'Destroy_Task' },
      { method: 'Logout' },
    ),
  )('%s', async (_what, moment) => {
    const { n, publish } = await releases.next();
    const before = [`ws ${n - 1}`, `ws.candidate-${n} ${n}`, `ws.previous-${n - 1} ${n - 2}`].sort();
    const after = [`ws ${n}`, `ws.previous-${n} ${n - 1}`].sort();
    const unpruned = [...after, `ws.previous-${n - 1} ${n - 2}`].sort();
    expect(await releases.machines()).toEqual(before);
    const sessions = await sessionsOf(releases.vsphere);
    const { step: ended } = await endAt(releases.vsphere, { action: 'publish-template', ending, moment }, publish);
    const then = await releases.machines();
    if (ending !== 'kill alone') {
      if (!unknown(ending, moment)) expect(await sessionsOf(releases.vsphere)).toBe(sessions);
      expect([before, after, unpruned]).toContainEqual(then);
      const published = then.includes(`ws ${n}`);
      if (ending === 'cancel') expect(ended.printed.includes('is published'), ended.printed).toBe(published);
    }
    const again = await publish();
    if (then.includes(`ws ${n}`)) expect(again.error?.message).toContain('published before');
    else expect(again.exitCode, again.printed).toBe(0);
    expect([after, ...(again.exitCode === 0 ? [] : [unpruned])]).toContainEqual(await releases.machines());
    // What is older goes with the next publication, and the table goes on from what is exact.
    if (again.exitCode !== 0) {
      const done = await (await releases.next()).publish();
      expect(done.exitCode, done.printed).toBe(0);
    }
  });
});

interface Item {
  readonly id: string;
  readonly description: string;
  readonly content_version: string;
}

describe.each(ENDINGS)('a library item, %s', (ending) => {
  const releases = new Releases({ as: 'library-item', library: 'golden' });
  let id: string | undefined;
  beforeEach(async () => {
    await releases.open();
    ({ id } = await info('ws'));
  });
  afterEach(({ task }) => (task.result?.state === 'fail' ? releases.close() : undefined));
  afterAll(() => releases.close());

  async function info(name: string): Promise<Item> {
    const [item] = JSON.parse(await run(releases.vsphere, 'library.info', '-json', `/golden/${name}`)) as Item[];
    if (item === undefined) throw new Error(`no item ${name}`);
    return item;
  }

  /** What an item says it is, and what is in it: both are of one release. */
  async function releaseOf(name: string): Promise<string | undefined> {
    const { description, content_version: version } = await info(name);
    const [, content, next] = /stillframe\.next content=(\d+) run=(\d+)/.exec(description) ?? [];
    const release = /stillframe\.release run=(\d+)/.exec(description)?.[1] ?? description;
    const said = content === undefined || content === version ? release : next;
    await run(releases.vsphere, 'library.deploy', `/golden/${name}`, 'deployed');
    const deployed = (await releases.vsphere.state()).vms.find((vm) => vm.name === 'deployed');
    await run(releases.vsphere, 'vm.destroy', 'deployed');
    const is = /run=(\d+)/.exec(String(deployed?.extraConfig['stillframe.release']))?.[1];
    return said === is ? said : `said to be ${said}, is ${is}`;
  }

  async function items(): Promise<string[]> {
    const names = (await run(releases.vsphere, 'library.ls', '/golden/*')).trim().split('\n').filter(Boolean);
    const all = await Promise.all(names.map(async (path) => path.replace('/golden/', '')));
    const said: string[] = [];
    for (const name of all.sort()) said.push(`${name} ${await releaseOf(name)}`);
    return said;
  }

  it.each(
    bothSides(
      { method: 'REST', match: 'POST /api/session' },
      { method: 'REST', match: 'action=copy' },
      { method: 'REST', match: 'PATCH' },
      { method: 'REST', match: 'ovf/library-item' },
      { method: 'REST', match: 'PATCH', skip: 1 },
      { method: 'REST', match: 'DELETE /api/content' },
      { method: 'Destroy_Task' },
      { method: 'REST', match: 'DELETE /api/session' },
    ),
  )('%s', async (_what, moment) => {
    const { n, publish } = await releases.next();
    const aside = `ws-${n - 2} ${n - 2}`;
    expect(await items()).toEqual([`ws ${n - 1}`, aside]);
    const before = await sessionsOf(releases.vsphere);
    const { step: ended } = await endAt(releases.vsphere, { action: 'publish-template', ending, moment }, publish);
    const sessions = await sessionsOf(releases.vsphere);
    const then = await items();
    if (ending !== 'kill alone') {
      if (!unknown(ending, moment)) expect(sessions).toBe(before);
      expect([`ws ${n - 1}`, `ws ${n}`], then.join()).toContain(then[0]);
      // All that is aside is whole, and what it says it is.
      for (const item of then.slice(1)) expect(item).toMatch(/^ws-(\d+) \1$/);
      const replaced = then[0] === `ws ${n}`;
      const words = replaced ? /is published|may still be at the content/ : /Cancelled(?![\s\S]*is published)/;
      if (ending === 'cancel') expect(ended.printed).toMatch(words);
    }
    expect((await info('ws')).id).toBe(id);
    const again = await publish();
    // Only the removal of the candidate was left, which then is gone.
    if (!(await releases.machines()).includes(`ws.candidate-${n} ${n}`) && again.exitCode !== 0) {
      expect(again.error).toMatchObject({ code: 'vsphere-not-found' });
    } else expect(again.exitCode, again.printed).toBe(0);
    expect(await items()).toEqual([`ws ${n}`, `ws-${n - 1} ${n - 1}`]);
    expect(await releases.machines()).toEqual([]);
  });
});
