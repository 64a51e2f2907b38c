import { afterEach, describe, expect, it } from 'vitest';
import { pushFile } from '../../../../src/vsphere/library/push-file.ts';
import type { UploadEndpoint } from '../../../../src/vsphere/library/update-session.ts';
import { PassingError } from '../../../../src/vsphere/wire/passing-error.ts';
import { type PlayedVsphere, playedVsphere } from '../played-vsphere.ts';
import { type SoapAnswer, type SoapServer, soapServer } from '../soap-server.ts';
import { playedRest } from './played-rest.ts';

const open: SoapServer[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

async function serve(answer: SoapAnswer = { status: 200 }): Promise<SoapServer> {
  const server = await soapServer(() => answer);
  open.push(server);
  return server;
}
const at = (host: string): PlayedVsphere => ({ ...playedVsphere({}), url: new URL(`https://${host}`) });
const elsewhere = at('vc.example.com');

function push(
  session: PlayedVsphere,
  endpoint: Partial<UploadEndpoint>,
  signal = new AbortController().signal,
): Promise<void> {
  const body = { length: 5, send: (write: (block: Uint8Array) => Promise<void>) => write(Buffer.from('hello')) };
  const whole = { url: '', sslThumbprint: undefined, sslCertificate: undefined, ...endpoint };
  return pushFile(session, playedRest(), whole, { name: 'ws.ovf', body, signal });
}
const address = ({ server }: SoapServer): { url: string } => ({ url: `https://${server}/cls/data/1/ws.ovf?a=b` });

describe('pushFile', () => {
  it.each([200, 204, 299])('puts the bytes where the server has said, and takes %i for done', async (status) => {
    const server = await serve({ status });
    await push(elsewhere, address(server));
    expect(server.calls).toMatchObject([{ verb: 'PUT', path: '/cls/data/1/ws.ovf?a=b', text: 'hello' }]);
  });

  it('shows its session to the server itself, to nobody else', async () => {
    const server = await serve();
    await push(at(server.server), address(server));
    await push(elsewhere, address(server));
    expect(server.calls.map(({ token }) => token)).toEqual(['t', undefined]);
  });

  it('trusts another server by what this one says of it', async () => {
    const server = await serve();
    const pinned = { ...elsewhere, trust: { kind: 'pinned', thumbprint: { algorithm: 'sha256', hex: '00' } } as never };
    const wrong = { ...address(server), sslThumbprint: Array(20).fill('AB').join(':') };
    await expect(push(pinned, wrong)).rejects.toMatchObject({ code: 'vsphere-certificate' });
    await expect(push(pinned, { ...address(server), sslCertificate: 'none' })).rejects.toMatchObject({
      code: 'vsphere-certificate',
      message: expect.stringContaining('something that is no certificate') as string,
    });
    expect(server.calls).toEqual([]);
  });

  it.each(['', 'cls/data'])('refuses "%s" for an address', async (url) => {
    await expect(push(elsewhere, { url })).rejects.toMatchObject({
      code: 'upload-failed',
      message: `vCenter gives no address for ws.ovf, but "${url}"`,
      hint: expect.stringContaining('Content Library') as string,
    });
  });

  it('says which machine cannot be reached', async () => {
    const server = await serve();
    await server.close();
    const gone = {
      code: 'vsphere-unreachable',
      message: expect.stringContaining(`${server.server}, the host`) as string,
    };
    await expect(push(elsewhere, address(server))).rejects.toMatchObject(gone);
    await expect(push(at(server.server), address(server))).rejects.toMatchObject({
      message: expect.stringContaining(`${server.server} could not be reached`) as string,
    });
  });

  it('ends with the run', async () => {
    const run = new AbortController();
    const server = await soapServer(() => {
      run.abort(new Error('cancelled'));
      return 'hang';
    });
    open.push(server);
    await expect(push(elsewhere, address(server), run.signal)).rejects.toThrow('cancelled');
  });
});

describe('a refusal', () => {
  const refused = async (status: number, body: string | Uint8Array = ''): Promise<{ error: unknown; host: string }> => {
    const server = await serve({ status, body });
    const error = await push(elsewhere, address(server)).catch((thrown: unknown) => thrown);
    return { error, host: server.server };
  };

  it('with 404 means that the update session is gone, whose files are sent anew', async () => {
    const { error, host } = await refused(404);
    expect(error).toBeInstanceOf(PassingError);
    expect(error).toMatchObject({ message: 'The update session of the content library is gone' });
    expect((error as Error).cause).toMatchObject({ message: `${host} refused ws.ovf with the HTTP status 404` });
  });

  it.each([401, 429, 503])('with %i may pass', async (status) => {
    const { error, host } = await refused(status, '<html>not\n <b>now</b> </html>');
    expect(error).toBeInstanceOf(PassingError);
    expect(error).toMatchObject({
      code: 'upload-failed',
      taken: true,
      message: `${host} refused ws.ovf with the HTTP status ${status}: not now`,
      hint: 'The vCenter is busy or has ended the session: run the step again.',
    });
  });

  it.each([300, 400, 403, 500])('with %i is none that passes', async (status) => {
    const { error, host } = await refused(status, 'x'.repeat(600));
    expect(error).not.toBeInstanceOf(PassingError);
    expect(error).toMatchObject({
      code: 'upload-failed',
      message: `${host} refused ws.ovf with the HTTP status ${status}: ${'x'.repeat(500)}`,
      hint: 'Look at the tasks of the vCenter; the datastore of the library may be full.',
    });
  });

  it('may say a megabyte, and no more', async () => {
    expect((await refused(500, Buffer.alloc(2 ** 20, 'x'))).error).toMatchObject({ code: 'upload-failed' });
    expect((await refused(500, Buffer.alloc(2 ** 20 + 1, 'x'))).error).toMatchObject({
      code: 'vsphere-refused',
      message: expect.stringContaining('is larger than 1048576 bytes') as string,
    });
  });
});
