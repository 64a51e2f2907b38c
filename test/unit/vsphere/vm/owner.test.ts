import { describe, expect, it } from 'vitest';
import {
  describeOwner,
  formatOwner,
  type Owner,
  ownerProcess,
  parseOwner,
  standingOf,
} from '../../../../src/vsphere/vm/owner.ts';
import { isProcessAlive, tellsProcesses, thisMachine } from '../../../../src/vsphere/vm/this-machine.ts';

const TIME = new Date('2026-11-28T12:00:00.000Z');
const OWNER: Owner = { run: 'ab12cd34', machine: 'runner 1/b/pid:[4]', process: 42, time: TIME };
/** Larger than any number that a kernel gives. */
const NOBODY = 2 ** 30;
const LINUX = 'r/6a2c5e0e-1111-2222-3333-444455556666/pid:[4026531836]';

describe('the owner in a setting', () => {
  it('is one line without quotes, and is read again', () => {
    const text = formatOwner(OWNER, TIME);
    expect(text).toBe('run=ab12cd34 machine=runner%201%2Fb%2Fpid%3A%5B4%5D process=42 time=2026-11-28T12:00:00.000Z');
    expect(parseOwner(text)).toEqual(OWNER);
  });

  it.each([
    '',
    'ab12cd34',
    'run=a machine=b process=c time=2026-11-28T12:00:00.000Z',
    'run=a machine=b process=1 time=yesterday',
    'run=a machine=%E0%A4%A process=1 time=2026-11-28T12:00:00.000Z',
    'x run=a machine=b process=1 time=2026-11-28T12:00:00.000Z',
    'run=a machine=b process=1 time=2026-11-28T12:00:00.000Z x',
  ])('is not read from "%s"', (text) => expect(parseOwner(text)).toBeUndefined());

  it('is named without what only machines read', () => {
    expect(describeOwner(OWNER)).toBe(
      'run ab12cd34 (process 42 on runner 1, last heard of at 2026-11-28T12:00:00.000Z)',
    );
  });
});

describe('standingOf', () => {
  const me = { run: 'mine', machine: LINUX, process: process.pid };
  const after = (minutes: number): Date => new Date(TIME.getTime() + minutes * 60_000);

  it.each<[string, Partial<Owner>, number, string]>([
    ['this run’s, however old', { run: 'mine' }, 1000, 'own'],
    ['another machine’s, just renewed', {}, 0, 'working'],
    ['another machine’s, in the tenth minute', {}, 9.99, 'working'],
    ['another machine’s, after ten minutes', {}, 10, 'silent'],
    ['one of the future, whose server’s clock was set', {}, -60, 'working'],
    ['a process of this machine that is gone', { machine: LINUX, process: NOBODY }, 0, 'dead'],
    ['a process of this machine that lives', { machine: LINUX, process: process.pid }, 0, 'working'],
    [
      'a process of this machine that lives, but renews nothing',
      { machine: LINUX, process: process.pid },
      10,
      'silent',
    ],
    ['a number of another machine that is free here', { process: NOBODY }, 0, 'working'],
  ])('%s', (_what, more, minutes, standing) => {
    expect(standingOf({ ...OWNER, ...more }, me, after(minutes))).toBe(standing);
  });

  it('asks for no process where the name of the machine does not tell one from another', () => {
    const owner = { ...OWNER, machine: 'win', process: NOBODY };
    expect(standingOf(owner, { ...me, machine: 'win' }, TIME)).toBe('working');
  });
});

describe('this machine', () => {
  it('is told from others by its kernel and its namespace on Linux', () => {
    expect(tellsProcesses(thisMachine())).toBe(process.platform === 'linux');
    expect(ownerProcess('r')).toEqual({ run: 'r', machine: thisMachine(), process: process.pid });
  });

  it.each(['host', 'host/pid:[1]', `${LINUX}x`, 'r/6a2c5e0e/pid:[1]'])('is not by "%s"', (name) =>
    expect(tellsProcesses(name)).toBe(false),
  );

  it('knows which processes live', () => {
    expect([process.pid, 1, NOBODY].map(isProcessAlive)).toEqual([true, true, false]);
  });
});
