import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { OvaPackage } from '../../../src/ova/ova-package.ts';
import { pushOva } from '../../../src/upload/push-ova.ts';
import { PassingError } from '../../../src/vsphere/wire/passing-error.ts';
import { RestRefused } from '../../../src/vsphere/wire/rest.ts';
import type { RestCall } from '../../../src/vsphere/wire/rest-style.ts';
import { memorySource } from '../disk/mutated-images.ts';
import { playedRest } from '../vsphere/library/played-rest.ts';
import { playedVsphere } from '../vsphere/played-vsphere.ts';
import { type SoapServer, soapServer } from '../vsphere/soap-server.ts';

const ARCHIVE = Buffer.from('<o/>..disk-bytes');
const OVA = {
  path: 'ws.ova',
  source: memorySource(ARCHIVE),
  members: new Map([
    ['ws.ovf', { offset: 0, size: 4 }],
    ['a.vmdk', { offset: 6, size: 10 }],
  ]),
  descriptor: { name: 'ws.ovf', text: '' },
  ovf: { files: [{ id: 'f', href: 'a.vmdk' }] },
} as unknown as OvaPackage;
const SESSIONS = 'content/library/item/update-session';
const sha256 = (from: number, to: number): string =>
  createHash('sha256').update(ARCHIVE.subarray(from, to)).digest('hex');
const push = (rest: ReturnType<typeof playedRest>, signal: AbortSignal): Promise<number> =>
  pushOva(playedVsphere({}, { signal }), rest, OVA, 'i-9', { onProgress: () => {} });

const open: SoapServer[] = [];
afterEach(async () => {
  vi.useRealTimers();
  for (const server of open.splice(0)) await server.close();
});

interface Scene {
  /** In place of what a call comes to. */
  readonly meets?: (call: RestCall) => unknown;
  /** What the library holds before, and after. */
  readonly files?: readonly [before: readonly object[], after: readonly object[]];
  /** What is said of a file that has arrived. */
  readonly arrived?: (name: string) => object;
  readonly onFile?: (path: string) => unknown;
  readonly signal?: AbortSignal;
}

const STORED = [
  { name: 'ws.ovf', size: 4 },
  { name: 'a.vmdk', size: 10 },
];

/** A vCenter that takes files, one address for each, and tells what has arrived. */
async function pushing({ meets = () => undefined, files: [before, after] = [[], STORED], ...scene }: Scene = {}) {
  const { arrived = () => ({}), onFile = () => undefined, signal = new AbortController().signal } = scene;
  const server = await soapServer(async ({ path }) => {
    await onFile(path);
    return { status: 200 };
  });
  open.push(server);
  const digests = new Map<string, object>();
  let [complete, listed] = [false, 0];
  const rest = playedRest((call) => {
    const met = meets(call);
    if (met !== undefined) return met;
    const { resource, method, action, part, id } = call;
    const {
      name = '',
      size,
      checksum_info,
    } = (call.body ?? {}) as { name?: string; size?: number; checksum_info?: object };
    if (resource === 'content/library/item' && part === 'file') return listed++ === 0 ? before : after;
    if (resource !== SESSIONS) return undefined;
    if (id === undefined) return 'u-1';
    if (action === 'complete') complete = true;
    if (part === undefined) return method === 'GET' ? { state: complete ? 'DONE' : 'ACTIVE' } : null;
    if (method === 'GET') return [...digests.values()];
    if (action !== undefined) return null;
    digests.set(name, { name, size, status: 'READY', checksum_info, ...arrived(name) });
    return { upload_endpoint: { uri: `https://${server.server}/${name}` } };
  }, signal);
  const session = playedVsphere({}, { signal });
  const shares: number[] = [];
  const done = pushOva(session, rest, OVA, 'i-9', { onProgress: (share) => shares.push(share) });
  return { done, rest, session, shares, server };
}
const refused = (type: string): RestRefused => new RestRefused('it', { type, text: '' }, 400);

describe('pushOva', () => {
  it('sends the descriptor and what it names, each declared by its digest, and makes them the item at once', async () => {
    const { done, rest, session, shares, server } = await pushing();
    expect(await done).toBe(14);
    expect(server.calls.map(({ verb, path, text }) => [verb, path, text])).toEqual([
      ['PUT', '/ws.ovf', '<o/>'],
      ['PUT', '/a.vmdk', 'disk-bytes'],
    ]);
    expect(shares).toEqual([4 / 14, 1]);
    const declared = rest.bodies.filter(({ part, method, action }) => part === 'file' && method === 'POST' && !action);
    expect(declared.map(({ body }) => body)).toEqual([
      expect.objectContaining({ name: 'ws.ovf', checksum_info: { algorithm: 'SHA256', checksum: sha256(0, 4) } }),
      expect.objectContaining({
        name: 'a.vmdk',
        size: 10,
        checksum_info: { algorithm: 'SHA256', checksum: sha256(6, 16) },
      }),
    ]);
    expect(rest.asked.filter((call) => call.includes('validate') || call.includes('complete'))).toEqual([
      `POST ${SESSIONS} validate u-1`,
      `POST ${SESSIONS} complete u-1`,
    ]);
    expect(rest.asked.some((call) => call.includes('remove') || call.includes('cancel'))).toBe(false);
    expect(session.said.debug).toEqual([
      `ws.ovf: 4 bytes, sha256 ${sha256(0, 4)} on both sides`,
      `a.vmdk: 10 bytes, sha256 ${sha256(6, 16)} on both sides`,
    ]);
  });

  it('takes files of the old content away that the new one has not', async () => {
    const { done, rest } = await pushing({ files: [[{ name: 'old.vmdk', size: 1 }, ...STORED], STORED] });
    await done;
    expect(rest.bodies.filter(({ action }) => action === 'remove').map(({ body }) => body)).toEqual([
      { file_name: 'old.vmdk' },
    ]);
  });

  it('notes a size that the library lists otherwise, and does not fail by it', async () => {
    const { done, session } = await pushing({
      files: [
        [],
        [
          { name: 'ws.ovf', size: 4 },
          { name: 'a.vmdk', size: 9 },
        ],
      ],
    });
    await done;
    expect(session.said.debug.at(-1)).toBe('The library lists a.vmdk with 9 bytes, not 10');
    expect(session.said.debug.filter((line) => line.includes('The library lists'))).toHaveLength(1);
  });
});

describe('a push that fails leaves the item as it was', () => {
  it.each<[string, Scene, string]>([
    [
      'it is no package',
      {
        meets: ({ action }) =>
          action === 'validate'
            ? { has_errors: true, missing_files: ['b.vmdk'], invalid_files: [{ name: 'c' }] }
            : undefined,
      },
      'vCenter takes the files for no OVF package: b.vmdk is missing; c: invalid',
    ],
    [
      'the session fails',
      { meets: (call) => stateOf(call, { state: 'ERROR', error_message: { default_message: 'no room' } }) },
      'vCenter ended the update session as ERROR: no room',
    ],
    [
      'the session is cancelled by somebody',
      { meets: (call) => stateOf(call, { state: 'CANCELED' }) },
      'vCenter ended the update session as CANCELED',
    ],
    [
      'files are not there in the end',
      { files: [[], [{ name: 'x.ovf' }]] },
      'The library item is done, but lacks ws.ovf, a.vmdk',
    ],
    [
      'a file arrives otherwise',
      { arrived: (name) => (name === 'a.vmdk' ? { size: 9 } : {}) },
      'a.vmdk arrived with 9 bytes, but was sent with 10',
    ],
  ])('when %s', async (_what, scene, message) => {
    const { done, rest } = await pushing(scene);
    await expect(done).rejects.toMatchObject({
      code: 'upload-failed',
      message,
      hint: expect.stringContaining('the room on the datastore of the library') as string,
    });
    expect(rest.asked.slice(-2)).toEqual([`POST ${SESSIONS} cancel u-1`, `DELETE ${SESSIONS} u-1`]);
  });

  it('and says for the log alone that it could not', async () => {
    const { done, session } = await pushing({
      meets: ({ action }) => (action === 'validate' || action === 'cancel' ? refused('unauthorized') : undefined),
    });
    await expect(done).rejects.toMatchObject({ code: 'vsphere-refused' });
    expect(session.said.debug.at(-1)).toMatch(/^The update session u-1, which ends by itself: /);
    expect(session.said.warning).toEqual([]);
  });

  it('when the run is cancelled once all is sent', async () => {
    const run = new AbortController();
    const { done, rest } = await pushing({
      signal: run.signal,
      meets: ({ action }) => {
        if (action === 'validate') run.abort(new Error('cancelled'));
        return undefined;
      },
    });
    await expect(done).rejects.toThrow('cancelled');
    expect(rest.asked.some((call) => call.includes('complete'))).toBe(false);
    expect(rest.asked.at(-1)).toBe(`DELETE ${SESSIONS} u-1`);
  });
});

describe('the session, while files are sent', () => {
  /** Sends the first file, holds the second one back, and lets the time for keeping the session come. */
  async function keeping(answer: unknown) {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    let [reached, finish] = [(): void => {}, (): void => {}];
    const sending = new Promise<void>((resolve) => {
      reached = resolve;
    });
    const sent = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const scene = await pushing({
      meets: ({ action }) => (action === 'keep-alive' ? answer : undefined),
      onFile: (path) => {
        if (path !== '/a.vmdk') return undefined;
        reached();
        return sent;
      },
    });
    // Met by the test once the time has come.
    scene.done.catch(() => {});
    await sending;
    await vi.advanceTimersByTimeAsync(20_000);
    return { ...scene, finish };
  }

  it('is kept, and told how much is sent', async () => {
    const { done, rest, finish, shares } = await keeping(null);
    await vi.advanceTimersByTimeAsync(20_000);
    finish();
    expect(await done).toBe(14);
    const kept = rest.bodies.filter(({ action }) => action === 'keep-alive');
    expect(kept).toHaveLength(2);
    // Whether the second file counts, of which all has left and no answer is there, Node does not promise.
    expect([{ client_progress: 28 }, { client_progress: 99 }]).toContainEqual(kept[0]?.body);
    expect(shares.at(-1)).toBe(1);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(rest.bodies.filter(({ action }) => action === 'keep-alive')).toHaveLength(2);
  });

  it('is lost when the server knows it no more: nothing more is sent', async () => {
    const { done, rest } = await keeping(refused('not_found'));
    await expect(done).rejects.toBeInstanceOf(PassingError);
    await expect(done).rejects.toMatchObject({ message: 'The update session of the content library is gone' });
    expect(rest.asked.at(-1)).toBe(`DELETE ${SESSIONS} u-1`);
  });

  it('outlives a call that keeps it and is lost itself', async () => {
    const { done, session, finish } = await keeping(
      new PassingError('vsphere-unreachable', 'away', 'h', { taken: true }),
    );
    finish();
    expect(await done).toBe(14);
    expect(session.said.debug).toContainEqual(expect.stringMatching(/^Keeping the update session: .*away$/));
  });
});

it('cancels the session that was just beginning when the run was cancelled', async () => {
  const run = new AbortController();
  const rest = playedRest(async ({ resource, action, method }) => {
    if (resource !== SESSIONS) return undefined;
    if (action !== undefined || method !== 'POST') return null;
    run.abort(new Error('cancelled'));
    await setTimeout(20);
    return 'u-1';
  }, run.signal);
  await expect(push(rest, run.signal)).rejects.toThrow('cancelled');
  expect(rest.asked).toEqual([`POST ${SESSIONS}`, `POST ${SESSIONS} cancel u-1`, `DELETE ${SESSIONS} u-1`]);
});

it('begins none once the run is cancelled', async () => {
  const run = new AbortController();
  run.abort(new Error('cancelled'));
  const rest = playedRest(() => null, run.signal);
  await expect(push(rest, run.signal)).rejects.toThrow('cancelled');
  expect(rest.asked).toEqual([]);
});

function stateOf({ action, part, id, method }: RestCall, state: object): unknown {
  return method === 'GET' && id === 'u-1' && part === undefined && action === undefined ? state : undefined;
}
