import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { UserError } from '../../../../src/errors.ts';
import {
  abortLease,
  chooseManifestDigest,
  completeLease,
  isLeaseLost,
  type ReadyLease,
  readLeaseManifest,
  settledEntity,
  waitForLease,
  whileKeptAlive,
} from '../../../../src/vsphere/transfer/nfc-lease.ts';
import { VsphereFault } from '../../../../src/vsphere/wire/fault.ts';
import { PassingError } from '../../../../src/vsphere/wire/passing-error.ts';
import {
  type PlayedAnswer,
  type PlayedObject,
  type PlayedVsphere,
  playedVsphere,
  ref,
  xml,
} from '../played-vsphere.ts';

const LEASE = ref('HttpNfcLease', 'lease-1');
const ENTITY = '<entity type="VirtualMachine">vm-9</entity>';
const lost = (taken: boolean): PassingError => new PassingError('vsphere-unreachable', 'lost', 'x', { taken });

/** A lease that shows these properties one after the other, and then stays as the last; undefined is gone. */
function lease(
  states: readonly (PlayedObject['properties'] | undefined)[],
  answers: Readonly<Record<string, () => PlayedAnswer>> = {},
): PlayedVsphere {
  let looks = 0;
  return playedVsphere(
    {},
    {
      answers,
      onRead: (id, _paths, objects) => {
        const properties = states[Math.min(looks, states.length - 1)];
        looks += 1;
        if (properties === undefined) objects.delete(id);
        else objects.set(id, { type: LEASE.type, properties });
        return undefined;
      },
    },
  );
}
const device = (key: string, url: string, more = ''): string =>
  `<deviceUrl><key>${key}</key><importKey>import-${key}</importKey><url>${url}</url>${more}</deviceUrl>`;
const ready = (info: string): PlayedObject['properties'] => ({ state: 'ready', info });

describe('waitForLease', () => {
  it('waits until it is ready, and gives where the files go', async () => {
    const devices =
      device(
        'd1',
        'https://esx1.example.com/nfc/1',
        '<sslThumbprint>AB:CD</sslThumbprint><sslCertificate>PEM</sslCertificate>',
      ) +
      device('d2', 'https://*/nfc/2') +
      device('d3', 'HTTPS://*:443/nfc/3', '<sslThumbprint></sslThumbprint>');
    const session = lease([{ state: 'initializing' }, ready(ENTITY + devices)]);
    const nothing = { sslThumbprint: undefined, sslCertificate: undefined };
    expect(await waitForLease(session, LEASE)).toEqual({
      lease: LEASE,
      entity: ref('VirtualMachine', 'vm-9'),
      devices: [
        {
          key: 'd1',
          importKey: 'import-d1',
          url: new URL('https://esx1.example.com/nfc/1'),
          sslThumbprint: 'AB:CD',
          sslCertificate: 'PEM',
        },
        { key: 'd2', importKey: 'import-d2', url: new URL('https://vc.example.com/nfc/2'), ...nothing },
        { key: 'd3', importKey: 'import-d3', url: new URL('https://vc.example.com/nfc/3'), ...nothing },
      ],
    });
    expect(session.read).toEqual(Array(2).fill('HttpNfcLease: state info error'));
  });

  it.each([
    [
      'the fault of the lease',
      { state: 'error', error: '<fault xsi:type="NoDiskSpace"/><localizedMessage>full</localizedMessage>' },
      'NoDiskSpace',
      'full',
    ],
    ['its state where it has none', { state: 'done' }, 'InvalidState', 'the lease is done'],
    ['that it names no VM', { state: 'ready', info: '' }, 'InvalidState', 'the lease names no VM'],
    ['that it says nothing', { state: 'ready' }, 'InvalidState', 'the lease names no VM'],
    [
      'an address that is none',
      { state: 'ready', info: ENTITY + device('d', 'soon') },
      'InvalidState',
      'the lease has the device URL "soon"',
    ],
    [
      'an address that is missing',
      { state: 'ready', info: `${ENTITY}<deviceUrl/>` },
      'InvalidState',
      'the lease has the device URL ""',
    ],
  ])('throws %s', async (_, properties, type, message) => {
    await expect(waitForLease(lease([properties]), LEASE)).rejects.toMatchObject({
      type,
      message,
      operation: 'ImportVApp',
    });
  });
});

describe('whileKeptAlive', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }));
  afterEach(() => void vi.useRealTimers());

  it('reports progress at once and every five seconds, whole and below 100, until the body ends', async () => {
    const session = lease([]);
    let percent = 12.9;
    const done = await whileKeptAlive(
      session,
      LEASE,
      () => percent,
      async (signal) => {
        percent = 100;
        await vi.advanceTimersByTimeAsync(4999);
        expect(session.asked).toHaveLength(1);
        await vi.advanceTimersByTimeAsync(1);
        percent = 50;
        await vi.advanceTimersByTimeAsync(5000);
        expect(signal.aborted).toBe(false);
        return 'done';
      },
    );
    expect(done).toBe('done');
    await vi.advanceTimersByTimeAsync(20_000);
    expect(session.asked).toEqual(
      [12, 99, 50].map((part) => `HttpNfcLeaseProgress lease-1 <percent>${part}</percent>`),
    );
  });

  it('ends with the fault that says that the lease is lost, told as what it is', async () => {
    const session = lease([], { HttpNfcLeaseProgress: () => 'ManagedObjectNotFound' });
    const body = (signal: AbortSignal): Promise<never> =>
      new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    await expect(whileKeptAlive(session, LEASE, () => 0, body)).rejects.toMatchObject({
      code: 'upload-failed',
      message: expect.stringMatching(/^The lease has run out while files were on their way: ManagedObjectNotFound/),
      cause: { type: 'ManagedObjectNotFound' },
      taken: true,
    });
  });

  const refused = new UserError('upload-failed', 'the HTTP status 500', 'x');
  it.each<[string, Error, PlayedObject['properties'] | undefined, boolean]>([
    ['a refusal, and a lease that is gone', refused, undefined, true],
    ['a refusal, and a lease that has failed', refused, { state: 'error' }, true],
    ['a refusal, and a lease that lives', refused, { state: 'ready' }, false],
    ['a way that broke, and a lease that is gone', lost(true), undefined, true],
    ['a way that broke, and a lease that lives', lost(true), { state: 'ready' }, false],
    ['an OVA that is broken, whatever the lease is', new UserError('ova-invalid', 'm', 'h'), undefined, false],
  ])('asks the lease why a file was not taken: %s', async (_, met, state, isOver) => {
    const ended = whileKeptAlive(
      lease([state]),
      LEASE,
      () => 0,
      () => Promise.reject(met),
    );
    if (!isOver) await expect(ended).rejects.toBe(met);
    else await expect(ended).rejects.toMatchObject({ code: 'upload-failed', taken: true, cause: met });
  });

  it('makes good a message that was lost by the next one', async () => {
    const session = lease([], { HttpNfcLeaseProgress: () => lost(true) });
    await whileKeptAlive(
      session,
      LEASE,
      () => 0,
      async (signal) => {
        await vi.advanceTimersByTimeAsync(5000);
        expect(signal.aborted).toBe(false);
      },
    );
    expect(session.asked).toHaveLength(2);
  });

  it('ends with the run, and with its body', async () => {
    const run = new AbortController();
    const session = playedVsphere({}, { signal: run.signal });
    await whileKeptAlive(
      session,
      LEASE,
      () => 0,
      async (signal) => {
        run.abort(new Error('cancelled'));
        expect(signal.aborted).toBe(true);
      },
    );
    await expect(
      whileKeptAlive(
        lease([]),
        LEASE,
        () => 0,
        () => Promise.reject(new Error('broken')),
      ),
    ).rejects.toThrow('broken');
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('the digests of the manifest', () => {
  const two: ReadyLease = {
    lease: LEASE,
    entity: ref('VirtualMachine', 'vm-9'),
    devices: ['a', 'b'].map((key) => ({
      key,
      importKey: key,
      url: new URL('https://x/'),
      sslThumbprint: undefined,
      sslCertificate: undefined,
    })),
  };

  it('are chosen for every device', async () => {
    const session = lease([]);
    expect(await chooseManifestDigest(session, two, 'sha256')).toBe('sha256');
    expect(session.asked).toEqual([
      'HttpNfcLeaseSetManifestChecksumType lease-1 <deviceUrlsToChecksumTypes><key>a</key><value>sha256</value></deviceUrlsToChecksumTypes><deviceUrlsToChecksumTypes><key>b</key><value>sha256</value></deviceUrlsToChecksumTypes>',
    ]);
  });

  it('are SHA-1 without a question where that is wanted, or there is no device', async () => {
    const session = lease([]);
    expect(await chooseManifestDigest(session, two, 'sha1')).toBe('sha1');
    expect(await chooseManifestDigest(session, { ...two, devices: [] }, 'sha256')).toBe('sha1');
    expect(session.asked).toEqual([]);
  });

  it('are SHA-1 where the server knows no other', async () => {
    expect(
      await chooseManifestDigest(
        lease([], { HttpNfcLeaseSetManifestChecksumType: () => 'MethodNotFound' }),
        two,
        'sha256',
      ),
    ).toBe('sha1');
    await expect(
      chooseManifestDigest(lease([], { HttpNfcLeaseSetManifestChecksumType: () => lost(true) }), two, 'sha256'),
    ).rejects.toThrow('lost');
  });

  it('are read as the server writes them', async () => {
    const entries = [
      '<key>a</key><sha1>AB</sha1><size>7</size>',
      '<key>b</key><sha1>AB</sha1><checksum>CD</checksum><checksumType>SHA-256</checksumType><size>8</size>',
      '<key>c</key><checksum>EF</checksum><checksumType>sha1</checksumType>',
      '<key>d</key><checksum>EF</checksum><checksumType>md5</checksumType>',
      '<checksumType>sha256</checksumType>',
    ].map((entry) => `<returnval>${entry}</returnval>`);
    const session = lease([], { HttpNfcLeaseGetManifest: () => xml(entries.join('')) });
    expect(await readLeaseManifest(session, LEASE)).toEqual([
      { key: 'a', size: 7, digests: { sha1: 'ab' } },
      { key: 'b', size: 8, digests: { sha1: 'ab', sha256: 'cd' } },
      { key: 'c', size: 0, digests: { sha1: 'ef' } },
      { key: 'd', size: 0, digests: {} },
      { key: '', size: 0, digests: {} },
    ]);
  });

  it.each(['MethodNotFound', 'NotSupported', 'InvalidRequest'])(
    'are not offered where the answer is %s',
    async (fault) => {
      expect(await readLeaseManifest(lease([], { HttpNfcLeaseGetManifest: () => fault }), LEASE)).toBeUndefined();
    },
  );

  it('are an error where the lease is', async () => {
    await expect(
      readLeaseManifest(lease([], { HttpNfcLeaseGetManifest: () => 'InvalidState' }), LEASE),
    ).rejects.toMatchObject({ type: 'InvalidState' });
  });
});

describe('the end of a lease', () => {
  it('is one call', async () => {
    const session = lease([]);
    await completeLease(session, LEASE);
    await abortLease(session, LEASE);
    expect(session.asked).toEqual(['HttpNfcLeaseComplete lease-1', 'HttpNfcLeaseAbort lease-1']);
    expect(session.read).toEqual([]);
  });

  it.each([
    ['done', [{ state: 'done' }]],
    ['gone', [undefined]],
    ['done after a while', [{ state: 'ready' }, { state: 'done' }]],
  ])('whose answer is lost has come when the lease is %s', async (_, states) => {
    await completeLease(lease(states, { HttpNfcLeaseComplete: () => lost(true) }), LEASE);
  });

  it.each([
    ['at once', [{ state: 'error' }]],
    ['after a while', [{ state: 'ready' }, { state: 'error' }]],
  ])('whose answer is lost has not come when the lease has run out %s', async (_, states) => {
    const session = lease(states, { HttpNfcLeaseComplete: () => lost(true) });
    await expect(completeLease(session, LEASE)).rejects.toThrow('lost');
  });

  it('has not come after a fault, nor after a call that was never sent', async () => {
    const refused = lease([{ state: 'done' }], { HttpNfcLeaseComplete: () => 'InvalidState' });
    await expect(completeLease(refused, LEASE)).rejects.toMatchObject({ type: 'InvalidState' });
    const unsent = lease([{ state: 'done' }], { HttpNfcLeaseComplete: () => lost(false) });
    await expect(completeLease(unsent, LEASE)).rejects.toThrow('lost');
    expect([...refused.read, ...unsent.read]).toEqual([]);
  });

  it('by abort is as good where the lease has ended', async () => {
    for (const fault of ['ManagedObjectNotFound', 'InvalidState'])
      await abortLease(lease([], { HttpNfcLeaseAbort: () => fault }), LEASE);
    await expect(abortLease(lease([], { HttpNfcLeaseAbort: () => 'NoPermission' }), LEASE)).rejects.toMatchObject({
      type: 'NoPermission',
    });
  });
});

describe('settledEntity', () => {
  it('waits for the VM of a lease that is getting ready', async () => {
    const session = lease([{ state: 'initializing' }, { state: 'ready' }, { state: 'ready', info: ENTITY }]);
    expect(await settledEntity(session, LEASE)).toEqual(ref('VirtualMachine', 'vm-9'));
    expect(session.read).toEqual(['HttpNfcLease: state', 'HttpNfcLease: state', 'HttpNfcLease: info']);
  });

  it('knows none of a lease that has none or is gone', async () => {
    expect(await settledEntity(lease([{ state: 'error' }]), LEASE)).toBeUndefined();
    expect(await settledEntity(lease([undefined]), LEASE)).toBeUndefined();
  });

  it('does not take another fault for an answer', async () => {
    for (const failing of [1, 2]) {
      let looks = 0;
      const session = playedVsphere(
        { 'lease-1': { type: 'HttpNfcLease', properties: { state: 'ready', info: ENTITY } } },
        {
          onRead: () => {
            looks += 1;
            return looks === failing ? new VsphereFault('x', 'NoPermission', 'no') : undefined;
          },
        },
      );
      await expect(settledEntity(session, LEASE)).rejects.toMatchObject({ type: 'NoPermission' });
    }
  });
});

it.each([
  ['HttpNfcLeaseProgress', 'ManagedObjectNotFound', true],
  ['HttpNfcLeaseComplete', 'InvalidState', true],
  ['HttpNfcLeaseProgress', 'Timedout', true],
  ['HttpNfcLeaseProgress', 'NotAuthenticated', true],
  ['HttpNfcLeaseProgress', 'NoPermission', false],
  ['ImportVApp', 'InvalidState', false],
])('%s with %s: the lease is lost, %s', (operation, type, expected) => {
  expect(isLeaseLost(new VsphereFault(operation, type, 'x'))).toBe(expected);
  expect(isLeaseLost(new Error('InvalidState'))).toBe(false);
});
