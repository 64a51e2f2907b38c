import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { checkArrived, libraryRefused } from '../../../src/upload/check-arrived.ts';
import type { RestCall } from '../../../src/vsphere/wire/rest-style.ts';
import { memorySource } from '../disk/mutated-images.ts';
import { playedRest } from '../vsphere/library/played-rest.ts';
import { playedVsphere } from '../vsphere/played-vsphere.ts';

const DISK = Buffer.from('disk-bytes');
const sum = (algorithm: string): string => createHash(algorithm).update(DISK).digest('hex');
const SHA256 = sum('sha256');
const READY = { name: 'a.vmdk', status: 'READY', size: 10 };

type State = Readonly<Record<string, unknown>>;

/** @param states of the file, one at each question, the last for ever */
async function check(states: readonly State[], digest = SHA256, algorithm: 'sha1' | 'sha256' = 'sha256') {
  let asked = 0;
  const calls: RestCall[] = [];
  const rest = playedRest((call) => {
    calls.push(call);
    return [{ name: 'other', status: 'ERROR' }, states[Math.min(asked++, states.length - 1)]];
  });
  const session = playedVsphere({});
  const declared = { name: 'a.vmdk', size: 10, digest: { algorithm, digest } };
  const source = memorySource(Buffer.from('<ovf/>..disk-bytes..'));
  const ended = checkArrived(session, rest, { update: 'u-1', source, file: { offset: 8, size: 10 }, declared });
  await ended;
  return { ...session.said, calls };
}
const checksum = (algorithm: string | undefined, digest: string): State => ({
  ...READY,
  checksum_info: { algorithm, checksum: digest },
});

describe('what arrived as it was sent', () => {
  it.each([
    ['SHA256', SHA256],
    ['SHA-256', SHA256.toUpperCase()],
    // None that was declared: the file is read once more.
    ['SHA1', sum('sha1')],
    [undefined, sum('sha1')],
    ['SHA512', sum('sha512').toUpperCase()],
    ['MD5', sum('md5')],
  ])('is said to be so: %s', async (algorithm, digest) => {
    const { debug, warning } = await check([checksum(algorithm, digest)]);
    expect(warning).toEqual([]);
    const plain = (algorithm ?? 'sha1').toLowerCase().replace('-', '');
    expect(debug).toEqual([`a.vmdk: 10 bytes, ${plain} ${digest.toLowerCase()} on both sides`]);
  });

  it('is said to be so by SHA-256 where an older kind was declared', async () => {
    const { debug, warning } = await check([checksum('SHA256', SHA256)], sum('sha1'), 'sha1');
    expect([warning, debug]).toEqual([[], [`a.vmdk: 10 bytes, sha256 ${SHA256} on both sides`]]);
  });

  it('is so whatever letters a manifest has', async () => {
    expect((await check([checksum('SHA256', SHA256)], SHA256.toUpperCase())).debug).toHaveLength(1);
  });

  it('is awaited', async () => {
    const { calls } = await check([
      { ...READY, status: 'TRANSFERRING' },
      { ...READY, status: 'VALIDATING' },
      checksum('SHA256', SHA256),
    ]);
    expect(calls).toHaveLength(3);
  });
});

describe('what arrived otherwise', () => {
  it.each<[string, State, string]>([
    ['bytes', { ...checksum('SHA256', SHA256), size: 9 }, 'a.vmdk arrived with 9 bytes, but was sent with 10'],
    ['digest', checksum('SHA256', 'AA'), `a.vmdk arrived with the sha256 aa, but was sent with ${SHA256}`],
    ['another digest', checksum('SHA1', 'AA'), `a.vmdk arrived with the sha1 aa, but was sent with ${sum('sha1')}`],
    ['refused', { name: 'a.vmdk', status: 'ERROR' }, 'vCenter does not take a.vmdk: it does not say why'],
    [
      'refused, with words',
      { name: 'a.vmdk', status: 'ERROR', error_message: { default_message: 'Pipe closed' } },
      'vCenter does not take a.vmdk: Pipe closed',
    ],
  ])('is refused: %s', async (_what, state, message) => {
    await expect(check([state])).rejects.toMatchObject({ code: 'upload-failed', message });
  });

  it('or is not there any more, is lost', async () => {
    await expect(check([{ ...READY, name: 'b.vmdk' }])).rejects.toMatchObject({
      message: 'The update session of the content library is gone',
    });
  });
});

describe('what nobody has compared', () => {
  const ALONE = ': what arrived of a.vmdk is held against the sha256 by vCenter alone';
  it.each<[string, State, string]>([
    ['no digest', READY, `vCenter tells no digest${ALONE}`],
    [
      'an unknown one',
      checksum('CRC-32C', 'aa'),
      `vCenter tells a digest of a kind that is not known here (crc32c)${ALONE}`,
    ],
    [
      'waiting',
      { ...READY, status: 'WAITING_FOR_TRANSFER' },
      `vCenter does not say what it received (WAITING_FOR_TRANSFER)${ALONE}`,
    ],
    ['no state', { ...READY, status: undefined }, `vCenter does not say what it received (still at it)${ALONE}`],
  ])('is told: %s', async (_what, state, words) => {
    const { warning, debug } = await check([state]);
    expect(warning).toEqual([words]);
    expect(debug).toEqual([]);
  });

  it('has its size compared all the same', async () => {
    await expect(check([{ ...READY, size: 11 }])).rejects.toThrow('a.vmdk arrived with 11 bytes, but was sent with 10');
    expect((await check([{ ...checksum('SHA256', SHA256), size: undefined }])).warning).toEqual([]);
  });
});

it('says what to do', () => {
  expect(libraryRefused('m')).toMatchObject({
    code: 'upload-failed',
    message: 'm',
    hint: 'See the tasks of the vCenter and the room on the datastore of the library, and run the step again.',
  });
});
