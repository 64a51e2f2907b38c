import { afterEach, expect, it } from 'vitest';
import { parseDatastorePath, readDatastoreFile } from '../../../../src/vsphere/transfer/datastore-file.ts';
import { type SoapAnswer, type SoapCall, type SoapServer, soapServer } from '../soap-server.ts';

const open: SoapServer[] = [];
const FILE = { datastore: 'ds 1', path: 'my vm/a#b.zip' };

afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

async function serve(answer: (call: SoapCall, count: number) => SoapAnswer): Promise<SoapServer> {
  const server = await soapServer((call, count) => (call.path === '/sdk' ? undefined : answer(call, count)));
  open.push(server);
  return server;
}

it('asks for the file by path, datacenter and datastore, with the session', async () => {
  const server = await serve(() => ({ status: 200, body: 'zip' }));
  expect((await readDatastoreFile(await server.connect(), 'DC/0', FILE, 3)).toString()).toBe('zip');
  expect(server.calls.at(-1)).toMatchObject({
    path: '/folder/my%20vm/a%23b.zip?dcPath=DC%2F0&dsName=ds+1',
    cookie: 'vmware_soap_session="1"',
  });
});

it('takes no more than it may', async () => {
  const server = await serve(() => ({ status: 200, body: 'zips' }));
  await expect(readDatastoreFile(await server.connect(), 'DC0', FILE, 3)).rejects.toThrow('larger than 3 bytes');
});

it.each([
  [404, 'vsphere-not-found'],
  [403, 'vsphere-refused'],
])('says what status %i means', async (status, code) => {
  const server = await serve(() => ({ status, body: '' }));
  await expect(readDatastoreFile(await server.connect(), 'DC0', FILE, 3)).rejects.toMatchObject({
    code,
    message: expect.stringContaining(`the HTTP status ${status} for the file [ds 1] my vm/a#b.zip`) as string,
  });
});

it.each<[string, SoapAnswer]>([
  ['busy', { status: 503 }],
  ['cut off', 'reset'],
])('is asked for again when the server is %s', async (_what, failure) => {
  const server = await serve((_call, count) => (count < 3 ? failure : { status: 200, body: 'zip' }));
  expect(await readDatastoreFile(await server.connect(), 'DC0', FILE, 9)).toHaveLength(3);
});

it('is asked for with a new session when the server has ended the old one', async () => {
  const server = await serve(({ cookie }) =>
    cookie?.includes('"2"') ? { status: 200, body: 'zip' } : { status: 401 },
  );
  expect(await readDatastoreFile(await server.connect(), 'DC0', FILE, 9)).toHaveLength(3);
});

it('reads a path only in the form that vSphere writes', () => {
  expect(parseDatastorePath('[ds] a/b')).toEqual({ datastore: 'ds', path: 'a/b' });
  expect(parseDatastorePath('x [ds] a')).toBeUndefined();
});
