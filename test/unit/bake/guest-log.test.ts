import { expect, it } from 'vitest';
import { createGuestLog } from '../../../src/bake/guest-log.ts';

/** Pieces of a text as the guest publishes them, by their keys. */
function published(text: string | Buffer, first = 0): Record<string, string> {
  const bytes = Buffer.from(text);
  const keys: Record<string, string> = {};
  for (let number = first; number * 4096 < bytes.length; number++) {
    const piece = bytes.subarray(number * 4096, (number + 1) * 4096);
    keys[`stillframe.log.${number % 16}`] = `${number}:${piece.toString('base64')}`;
  }
  return keys;
}
const asked = (keys: Record<string, string>) => (key: string) => keys[key];

it('gives whole lines once, and those that were cut when they are whole', () => {
  const log = createGuestLog();
  expect(log.take(asked({}))).toEqual([]);
  expect(log.take(asked(published('one\r\ntwo\r\nthr')))).toEqual(['one', 'two']);
  expect(log.take(asked(published('one\r\ntwo\r\nthr')))).toEqual([]);
  expect(log.take(asked(published('one\r\ntwo\r\nthree\r\n')))).toEqual(['three']);
  expect(log.tail()).toBe('one\ntwo\nthree');
});

it('goes on from piece to piece, round the keys', () => {
  const log = createGuestLog();
  const line = `${'x'.repeat(98)}\r\n`;
  const seen: string[] = [];
  for (let count = 20; count <= 1000; count += 20) {
    const text = line.repeat(count);
    const newest = Math.floor(text.length / 4096);
    seen.push(...log.take(asked(published(text, Math.max(0, newest - 15)))));
  }
  expect(seen).toHaveLength(1000);
  expect(new Set(seen)).toEqual(new Set(['x'.repeat(98)]));
  expect(log.tail().split('\n')).toHaveLength(15);
});

it('says how much of it nobody has seen', () => {
  const log = createGuestLog();
  log.take(asked(published('first\r\n')));
  const text = `first\r\n${'y'.repeat(4096 * 17)}\r\nlast\r\n`;
  expect(log.take(asked(published(text, 2)))[0]).toBe(`[${2 * 4096 - 7} bytes of the log were not seen]`);
  expect(log.tail().split('\n').at(-1)).toBe('last');
});

it('goes on behind a line whose end was overwritten', () => {
  const log = createGuestLog();
  expect(log.take(asked(published('first\r\nsec')))).toEqual(['first']);
  const text = `first\r\nsecond ${'y'.repeat(4096 * 17)}\r\nlast\r\n`;
  const [lost, rest, ...more] = log.take(asked(published(text, 2)));
  expect(lost).toBe(`[${2 * 4096 - 7} bytes of the log were not seen]`);
  expect(rest).toMatch(/^y+$/);
  expect(more).toEqual(['last']);
});

it('waits for a piece that is there and empty', () => {
  const full = `${'z'.repeat(4094)}\r\n`;
  const log = createGuestLog();
  expect(log.take(asked({ ...published(full), 'stillframe.log.1': '1:' }))).toEqual(['z'.repeat(4094)]);
  expect(log.take(asked(published(`${full}end\r\n`)))).toEqual(['end']);
});

it('waits for the rest of a line that goes on in a piece that is still to come', () => {
  const log = createGuestLog();
  const half = 'z'.repeat(4096);
  expect(log.take(asked(published(half)))).toEqual([]);
  // A reading that came late: the first piece is shorter than it was.
  const late = { ...published(`${half}end\r\n`, 1), ...published('zz') };
  expect(log.take(asked(late))).toEqual([`${half}end`]);
});

it.each([
  ['no number', 'x:b25lCg=='],
  ['no base64', '0:!!!'],
  ['the number of another key', '1:b25lCg=='],
  ['more than a piece', `0:${Buffer.alloc(4097, 10).toString('base64')}`],
  ['a huge number', '1000000:b25lCg=='],
  ['something before its number', 'x0:b25lCg=='],
  ['something behind it', '0:b25lCg==x'],
])('takes no piece with %s', (_what, text) => {
  expect(createGuestLog().take(asked({ 'stillframe.log.0': text }))).toEqual([]);
});

it('takes 4096 bytes, and keeps the longer of two readings of a piece', () => {
  const log = createGuestLog();
  const full = `${'z'.repeat(4094)}\r\n`;
  expect(log.take(asked(published(full)))).toEqual(['z'.repeat(4094)]);
  expect(log.take(asked(published('zz\r\n')))).toEqual([]);
  expect(log.take(asked(published(`${full}end\r\n`, 1)))).toEqual(['end']);
});

it('shows no control character, nor one of a code page that nobody knows', () => {
  expect(createGuestLog().take(asked(published(Buffer.from('a\u001b[31mb\tc\x84d\r\n', 'latin1'))))).toEqual([
    'a·[31mb\tc·d',
  ]);
});
