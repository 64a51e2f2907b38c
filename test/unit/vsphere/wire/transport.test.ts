import { afterEach, describe, expect, it } from 'vitest';
import { isOutcomeUnknown, PassingError } from '../../../../src/vsphere/wire/passing-error.ts';
import { isRepeatable, mayRepeat } from '../../../../src/vsphere/wire/transport.ts';
import { type SoapAnswer, type SoapCall, type SoapServer, soapServer } from '../soap-server.ts';

const VM = { type: 'VirtualMachine', value: 'vm-1' };
const open: SoapServer[] = [];

afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

async function serve(answer: (call: SoapCall, count: number) => SoapAnswer): Promise<SoapServer> {
  const server = await soapServer(answer);
  open.push(server);
  return server;
}

describe('isRepeatable', () => {
  it.each([
    'RetrievePropertiesEx',
    'QueryEvents',
    'FindByUuid',
    'ListProcessesInGuest',
    'CurrentTime',
    'Login',
    'HttpNfcLeaseProgress',
    'HttpNfcLeaseAbort',
    'CreateImportSpec',
    'CancelTask',
  ])('%s leaves nothing more when it is made twice', (method) => expect(isRepeatable(method)).toBe(true));

  it.each([
    'ImportVApp',
    'CloneVM_Task',
    'Destroy_Task',
    'ReconfigVM_Task',
    'MarkAsTemplate',
    'HttpNfcLeaseComplete',
    'ContinueRetrievePropertiesEx',
    'StartProgramInGuest',
    'Querying_Task_Find',
  ])('%s is sent once', (method) => expect(isRepeatable(method)).toBe(false));
});

describe('mayRepeat', () => {
  const error = (taken: boolean): PassingError => new PassingError('vsphere-unreachable', 'm', 'h', { taken });

  it.each([
    [true, 'QueryEvents', false, true],
    [true, 'QueryEvents', true, true],
    [true, 'Destroy_Task', true, false],
    [false, 'Destroy_Task', true, true],
    [false, 'QueryEvents', false, false],
  ])('taken %s, %s, established %s: %s', (taken, method, established, expected) => {
    expect(mayRepeat(error(taken), method, established)).toBe(expected);
  });

  it('knows when the outcome is unknown', () => {
    expect([error(true), error(false), new Error('bug')].map(isOutcomeUnknown)).toEqual([true, false, false]);
  });
});

describe('a call', () => {
  it.each<[string, SoapAnswer]>([
    ['is answered with 503', { status: 503 }],
    ['is answered with 502', { status: 502 }],
    ['is hung up on', 'reset'],
  ])('that only reads is made again when it %s', async (_what, failure) => {
    const server = await serve(({ method }, count) =>
      method === 'QueryEvents' ? (count < 3 ? failure : '<returnval>x</returnval>') : undefined,
    );
    const session = await server.connect();
    expect((await session.call('QueryEvents', VM)).children[0]?.text).toBe('x');
    expect(server.methods()).toEqual(['QueryEvents', 'QueryEvents', 'QueryEvents']);
  });

  it.each<[string, SoapAnswer]>([
    ['is answered with 503', { status: 503 }],
    ['is hung up on', 'reset'],
  ])('that changes something is made once when it %s', async (_what, failure) => {
    const server = await serve(({ method }) => (method === 'ImportVApp' ? failure : undefined));
    const session = await server.connect();
    const error = await session.call('ImportVApp', VM).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'vsphere-unreachable', taken: true });
    expect(server.methods()).toEqual(['ImportVApp']);
  });

  it('that changes something has a connection of its own, which the server cannot have given up', async () => {
    const server = await serve(({ method }) => (/Events|Import/.test(method) ? '' : undefined));
    const session = await server.connect();
    await session.call('QueryEvents', VM);
    const before = server.connections();
    await session.call('QueryEvents', VM);
    expect(server.connections()).toBe(before);
    await session.call('ImportVApp', VM);
    await session.call('ImportVApp', VM);
    expect(server.connections()).toBe(before + 2);
  });

  it('is not made again when the answer is none of vSphere', async () => {
    const server = await serve(({ method }) => (method === 'QueryEvents' ? { status: 404 } : undefined));
    const session = await server.connect();
    await expect(session.call('QueryEvents', VM)).rejects.toMatchObject({
      code: 'vsphere-unreachable',
      message: expect.stringContaining('HTTP status 404') as string,
      hint: expect.stringContaining('input server') as string,
    });
    expect(server.methods()).toHaveLength(1);
  });

  it('waits for a server whose services are starting, at the first call too', async () => {
    const server = await serve(({ method }, count) =>
      method === 'RetrieveServiceContent' && count < 3 ? { status: 503 } : undefined,
    );
    await server.connect();
    expect(server.calls[2]?.method).toBe('RetrieveServiceContent');
  });

  it('does not wait for a server that was never there', async () => {
    const server = await serve(() => undefined);
    const started = Date.now();
    await expect(server.connect({ server: '127.0.0.1:1' })).rejects.toMatchObject({ code: 'vsphere-unreachable' });
    expect(Date.now() - started).toBeLessThan(5000);
  });

  it('ends with its signal while it waits to be made again', async () => {
    const controller = new AbortController();
    const server = await serve(({ method }) => {
      if (method !== 'QueryEvents') return undefined;
      setTimeout(() => controller.abort(new Error('cancelled')), 20);
      return { status: 503 };
    });
    const session = await server.connect({ signal: controller.signal });
    await expect(session.call('QueryEvents', VM)).rejects.toThrow('cancelled');
  });
});
