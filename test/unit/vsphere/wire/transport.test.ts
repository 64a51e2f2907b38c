import { afterEach, describe, expect, it } from 'vitest';
import { isOutcomeUnknown, PassingError } from '../../../../src/vsphere/wire/passing-error.ts';
import { isRepeatable, mayRepeat, readAnswer } from '../../../../src/vsphere/wire/transport.ts';
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

describe('isRepeatable, all of it', () => {
  it.each([
    'Logout',
    'CreateContainerView',
    'DestroyView',
    'HttpNfcLeaseGetManifest',
    'HttpNfcLeaseSetManifestChecksumType',
    'RetrieveServiceContent',
  ])('%s may be made twice', (method) => expect(isRepeatable(method)).toBe(true));
  it.each(['Finder', 'Listen', 'XRetrieveX', 'Retrieve'])('%s may not', (method) =>
    expect(isRepeatable(method)).toBe(false),
  );
});

describe('readAnswer', () => {
  const at = new URL('https://vc.example.com/sdk');
  const envelope = (body: string): string =>
    `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body>${body}</e:Body></e:Envelope>`;
  const read = (status: number, text: string): unknown => {
    try {
      return readAnswer('QueryEvents', status, text, at);
    } catch (error) {
      return error;
    }
  };

  it('gives what stands in the body', () => {
    expect(read(200, envelope('<QueryEventsResponse/>'))).toMatchObject({ name: 'QueryEventsResponse' });
  });

  it('throws a fault, whatever the status', () => {
    const fault = envelope('<e:Fault><faultstring>no</faultstring><detail><InvalidStateFault/></detail></e:Fault>');
    for (const status of [200, 500, 503]) {
      expect(read(status, fault)).toMatchObject({
        name: 'VsphereFault',
        type: 'InvalidState',
        operation: 'QueryEvents',
        message: 'no',
      });
    }
  });

  it.each([
    [200, 'no XML'],
    [200, '<html/>'],
    [200, envelope('')],
    [201, envelope('<QueryEventsResponse/>')],
    [404, ''],
  ])('takes %i with %s for no vSphere', (status, text) => {
    const error = read(status, text);
    expect(error).not.toBeInstanceOf(PassingError);
    expect(error).toMatchObject({
      code: 'vsphere-unreachable',
      message: `https://vc.example.com/sdk answered QueryEvents with HTTP status ${status}, but not as the vSphere API does`,
      hint: expect.stringContaining('names a vCenter or an ESXi host') as string,
    });
  });

  it.each([408, 429, 502, 503, 504])('may be asked again after %i', (status) => {
    expect(read(status, '<html>')).toMatchObject({
      name: 'UserError',
      taken: true,
      hint: expect.stringContaining('try again') as string,
    });
    expect(read(status, '<html>')).toBeInstanceOf(PassingError);
  });
});

it('a call names version and cookie of the session, as the server gave them', async () => {
  const server = await serve(({ method }) => (method === 'QueryEvents' ? '' : undefined));
  const session = await server.connect();
  await session.call('QueryEvents', VM);
  expect(server.calls.at(-1)).toMatchObject({ path: '/sdk', cookie: 'vmware_soap_session="1"' });
  expect(server.calls[0]?.cookie).toBeUndefined();
});

it('every call is posted', async () => {
  const server = await serve(({ method }) => (method === 'QueryEvents' || method === 'ImportVApp' ? '' : undefined));
  const session = await server.connect();
  await session.call('QueryEvents', VM);
  await session.call('ImportVApp', VM);
  expect(new Set(server.calls.map(({ verb }) => verb))).toEqual(new Set(['POST']));
});
