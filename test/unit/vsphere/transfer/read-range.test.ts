import { afterEach, describe, expect, it } from 'vitest';
import { datastoreUrl } from '../../../../src/vsphere/transfer/datastore-file.ts';
import { type FileRange, readRange } from '../../../../src/vsphere/transfer/read-range.ts';
import type { ConnectOptions } from '../../../../src/vsphere/wire/session.ts';
import { objects, type SoapAnswer, type SoapCall, type SoapServer } from '../soap-server.ts';
import { fileServer, partOf } from './ranged-server.ts';

const CONTENT = Uint8Array.from({ length: 1000 }, (_, index) => index % 251);
const open: SoapServer[] = [];

afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

async function read(
  answer: (call: SoapCall, count: number) => SoapAnswer,
  [offset, length]: [number, number] = [100, 50],
  calls: (call: SoapCall, count: number) => SoapAnswer = () => undefined,
  more: Partial<ConnectOptions> = {},
): Promise<FileRange & { server: SoapServer }> {
  const server = await fileServer(answer, calls);
  open.push(server);
  const session = await server.connect(more);
  const url = datastoreUrl(session, 'F/DC0', { datastore: 'ds 1', path: 'ws/ws-flat.vmdk' });
  return { ...(await readRange(session, url, offset, length)), server };
}

const current = objects(['sessionManager', 'sessionManager', { currentSession: '<key>1</key>' }]);
const refusal = (refusal: string, text: string) => ({ refusal, message: expect.stringContaining(text) as string });

describe('readRange', () => {
  it('asks for just that part, with the session', async () => {
    const { bytes, size, server } = await read((call) => partOf(CONTENT, call));
    expect([...bytes]).toEqual([...CONTENT.subarray(100, 150)]);
    expect(size).toBe(1000);
    expect(server.calls.at(-1)).toMatchObject({
      verb: 'GET',
      path: '/folder/ws/ws-flat.vmdk?dcPath=F%2FDC0&dsName=ds+1',
      range: 'bytes=100-149',
      cookie: 'vmware_soap_session="1"',
    });
  });

  it('takes what there is where the file ends before', async () => {
    expect((await read((call) => partOf(CONTENT, call), [990, 50])).bytes).toHaveLength(10);
  });

  it('takes a small file whole, and refuses to be sent a large one', async () => {
    const whole = { status: 200, body: CONTENT, headers: { 'Content-Length': '1000' } };
    expect(await read(() => whole, [0, 1000])).toMatchObject({ size: 1000 });
    const ignored = refusal('ranges-ignored', 'ignores that only a part of [ds 1] ws/ws-flat.vmdk');
    await expect(read(() => whole, [0, 999])).rejects.toMatchObject(ignored);
    await expect(read(() => whole, [1, 1000])).rejects.toMatchObject(ignored);
    await expect(read(() => ({ status: 200, body: CONTENT }), [0, 1000])).rejects.toMatchObject(ignored);
  });

  it.each<[string, string | undefined, number]>([
    ['another place', 'bytes 0-49/1000', 50],
    ['a shorter part', 'bytes 100-148/1000', 49],
    ['fewer bytes than it says', 'bytes 100-149/1000', 49],
    ['more bytes than it says', 'bytes 100-149/1000', 51],
    ['no size', 'bytes 100-149/*', 50],
    ['no place', undefined, 50],
  ])('refuses an answer with %s', async (_what, said, length) => {
    const headers = said === undefined ? {} : { 'Content-Range': said };
    const answer = { status: 206, body: CONTENT.subarray(0, length), headers };
    await expect(read(() => answer)).rejects.toMatchObject({
      ...refusal('answer', `what came is ${length} bytes, called "${said ?? ''}"`),
      code: 'vsphere-refused',
    });
  });

  it.each<[number, string, string, string]>([
    [404, 'no-file', 'vsphere-not-found', 'has no file [ds 1] ws/ws-flat.vmdk'],
    [403, 'no-privilege', 'vsphere-refused', 'does not let this account read [ds 1] ws/ws-flat.vmdk (HTTP status 403)'],
    [416, 'answer', 'vsphere-refused', 'has nothing at 100'],
    [418, 'answer', 'vsphere-refused', 'gave the HTTP status 418 for [ds 1] ws/ws-flat.vmdk'],
  ])('says what the status %i means', async (status, reason, code, text) => {
    await expect(read(() => ({ status }))).rejects.toMatchObject({ ...refusal(reason, text), code });
  });

  it.each<[string, SoapAnswer]>([
    ['busy', { status: 503 }],
    ['cut off', 'reset'],
  ])('is asked for again when the server is %s', async (_what, failure) => {
    const { bytes } = await read((call, count) => (count < 3 ? failure : partOf(CONTENT, call)));
    expect(bytes).toHaveLength(50);
  });

  it('logs in again where the session has ended, and asks once more', async () => {
    const asked: string[] = [];
    const { server } = await read(
      (call) => (call.cookie?.includes('"2"') ? partOf(CONTENT, call) : { status: 401 }),
      undefined,
      ({ method, cookie }) => {
        if (method !== 'RetrievePropertiesEx') return undefined;
        asked.push(cookie ?? '');
        return cookie?.includes('"2"') ? current : { fault: 'NotAuthenticated' };
      },
    );
    expect(asked).toEqual(['vmware_soap_session="1"', 'vmware_soap_session="2"']);
    expect(server.methods().filter((method) => method === 'Login')).toHaveLength(1);
  });

  it('logs in again where the server answers without a session too, and has no current one', async () => {
    const { server } = await read(
      (call) => (call.cookie?.includes('"2"') ? partOf(CONTENT, call) : { status: 401 }),
      undefined,
      ({ method }) =>
        method === 'RetrievePropertiesEx' ? objects(['sessionManager', 'sessionManager', {}]) : undefined,
    );
    expect(server.methods().filter((method) => method === 'Login')).toHaveLength(1);
  });

  it('takes 401 for a missing privilege where the session is alive, without logging in again', async () => {
    const calls = ({ method }: SoapCall) => (method === 'RetrievePropertiesEx' ? current : undefined);
    await expect(read(() => ({ status: 401 }), undefined, calls)).rejects.toMatchObject(
      refusal('no-privilege', '(HTTP status 401)'),
    );
    expect(open.at(-1)?.methods()).toEqual(['', 'RetrievePropertiesEx']);
  });

  it('ends with the signal', async () => {
    const stop = new AbortController();
    const reading = read(
      () => {
        stop.abort(new Error('enough'));
        return 'hang';
      },
      undefined,
      undefined,
      { signal: stop.signal },
    );
    await expect(reading).rejects.toThrow('enough');
  });
});
