import { hostname } from 'node:os';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { hasEnded, isSeenFromHere, parseProcess, thisProcess } from '../../../src/tools/process-identity.ts';

const own = thisProcess();
const LINUX = process.platform === 'linux';
/** No process has this number: Linux counts to 2^22. */
const FREE = 2 ** 22 + 1;

afterEach(() => vi.restoreAllMocks());

describe('thisProcess and parseProcess', () => {
  it('tell this process, and read that back', () => {
    expect(own).toMatchObject({ host: hostname(), pid: process.pid });
    expect(own.started).toMatch(LINUX ? /^\d+$/ : /^$/);
    expect(own.kernel).toMatch(LINUX ? /^[0-9a-f-]{36}\/pid:\[\d+\]$/ : /^$/);
    expect(parseProcess(JSON.parse(JSON.stringify(own)))).toEqual(own);
  });

  it.each([
    undefined,
    null,
    1,
    {},
    { ...own, pid: '7' },
    { ...own, pid: 0 },
    { ...own, pid: -1 },
    { ...own, started: undefined },
    { ...own, started: 9 },
    { ...own, host: undefined },
    { ...own, kernel: 1 },
  ])('know none in %j', (value) => expect(parseProcess(value)).toBeUndefined());

  it('know one with the smallest number', () => {
    expect(parseProcess({ ...own, pid: 1 })).toEqual({ ...own, pid: 1 });
  });
});

describe('hasEnded', () => {
  it('is true for a number that no process has, under the name of this machine alone', () => {
    expect(hasEnded({ ...own, pid: FREE })).toBe(true);
    expect(hasEnded({ ...own, pid: FREE, host: `${own.host}.elsewhere` })).toBe(false);
  });

  it('is false for a process that lives', () => {
    expect(hasEnded(own)).toBe(false);
    expect(hasEnded({ ...own, kernel: '' })).toBe(false);
  });

  it.runIf(LINUX)('is true when another process has the number by now', () => {
    expect(hasEnded({ ...own, started: '1' })).toBe(true);
  });

  it.runIf(LINUX)('is true when the kernel has been started anew since, whatever has the number now', () => {
    expect(hasEnded({ ...own, kernel: '6a2c5e0e-1111-2222-3333-444455556666/pid:[4026531836]' })).toBe(true);
  });

  it('is false where the start cannot be told', () => {
    expect(hasEnded({ ...own, started: '' })).toBe(false);
  });

  it('is false for the process of another account, which may not be asked', () => {
    vi.spyOn(process, 'kill').mockImplementation(() => {
      throw Object.assign(new Error('not permitted'), { code: 'EPERM' });
    });
    expect(hasEnded(own)).toBe(false);
  });

  it('only asks', () => {
    const kill = vi.spyOn(process, 'kill').mockReturnValue(true);
    hasEnded(own);
    expect(kill.mock.calls).toEqual([[own.pid, 0]]);
  });
});

it('sees processes of its own machine, kernel and container, and no others', () => {
  expect(isSeenFromHere({ ...own, pid: FREE })).toBe(LINUX);
  expect(isSeenFromHere({ ...own, host: 'elsewhere' })).toBe(false);
  expect(isSeenFromHere({ ...own, kernel: '' })).toBe(false);
  expect(isSeenFromHere({ ...own, kernel: `${own.kernel}x` })).toBe(false);
});
