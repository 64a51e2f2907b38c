import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { MODULE_PAGES } from '../../../../src/disk/vmdk/deflate-worker.ts';
import { GRAIN_DEFLATE_WASM } from '../../../../src/disk/vmdk/grain-deflate-wasm.ts';

/** What the module exports (wasm/grain-deflate.ts). */
interface Encoder {
  deflate(from: number, length: number, to: number, level: number): number;
}
// TypeScript knows WebAssembly only through the browser's library.
declare const WebAssembly: {
  Memory: new (options: { initial: number; maximum: number; shared: true }) => { buffer: SharedArrayBuffer };
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { exports: Encoder };
};

const GRAIN = 65536;
const BEHIND = 16;
const memory = new WebAssembly.Memory({ initial: MODULE_PAGES + 4, maximum: 1024, shared: true });
const encoder = new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(GRAIN_DEFLATE_WASM, 'base64')), {
  env: { memory },
}).exports;
const INPUT = MODULE_PAGES * GRAIN;
const OUTPUT = INPUT + 2 * GRAIN;
const LEVELS = [1, 2, 3, 4, 5, 6, 7, 8, 9];

function deflate(content: Uint8Array, level: number, behind: Uint8Array = new Uint8Array(BEHIND)): Buffer {
  const bytes = new Uint8Array(memory.buffer);
  bytes.set(content, INPUT);
  bytes.set(behind.subarray(0, BEHIND), INPUT + content.length);
  const length = encoder.deflate(INPUT, content.length, OUTPUT, level);
  return Buffer.from(bytes.slice(OUTPUT, OUTPUT + length));
}

/** Numbers that are the same everywhere. */
function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 8) % below;
  };
}

/** Pieces of 3 to 40 bytes repeated from anywhere before, noise between them: what matches are made of. */
function pieces(length: number, seed: number, letters: number): Buffer {
  const next = numbers(seed);
  const bytes = Buffer.alloc(length);
  let at = 0;
  while (at < length) {
    const size = Math.min(3 + next(38), length - at);
    if (at > 64 && next(3) > 0) {
      const from = at - 1 - next(Math.min(at - 1, 40000));
      // Byte by byte: a piece may overlap itself.
      for (let i = 0; i < size; i++) bytes[at + i] = bytes[from + i] as number;
    } else for (let i = 0; i < size; i++) bytes[at + i] = next(letters);
    at += size;
  }
  return bytes;
}

/** Bytes in which nothing repeats. */
function noise(length: number, seed: number): Buffer {
  const next = numbers(seed);
  return Buffer.from(Array.from({ length }, () => next(256)));
}

const INPUTS: readonly (readonly [string, Buffer])[] = [
  ['one byte', Buffer.from([7])],
  ['zeros', Buffer.alloc(GRAIN)],
  ['a period of three', Buffer.alloc(GRAIN, 'abc')],
  ['noise', noise(GRAIN, 1)],
  ['noise that repeats', pieces(GRAIN, 1, 256).map((_, i) => (Math.imul(i + 1, 2654435761) >>> 13) & 255) as Buffer],
  ['pieces of few letters', pieces(GRAIN, 2, 4)],
  ['pieces of text', pieces(GRAIN, 3, 60)],
  ['pieces of programs', pieces(GRAIN, 4, 256)],
  ['a match of 258 at the farthest distance', farthest(32768)],
  ['a match one byte too far', farthest(32769)],
];

/** 300 bytes of noise, something else, and the same 300 bytes again `distance` bytes later. */
function farthest(distance: number): Buffer {
  const bytes = Buffer.alloc(GRAIN, 0);
  const noise = pieces(300, 9, 256);
  noise.copy(bytes, 100);
  for (let i = 400; i < 100 + distance; i++) bytes[i] = 1 + ((i >> 8) & 63);
  noise.copy(bytes, 100 + distance);
  return bytes;
}

describe('the encoder of grains', () => {
  it.each(LEVELS)('at level %i gives what zlib reads back', (level) => {
    for (const [name, content] of INPUTS) {
      const packed = deflate(content, level);
      expect(inflateSync(packed).equals(content), name).toBe(true);
    }
  });

  it.each(LEVELS)('at level %i takes every short length', (level) => {
    for (let length = 1; length <= 80; length++) {
      for (const letters of [1, 3, 256]) {
        const content = pieces(length, length, letters);
        expect(inflateSync(deflate(content, level)).equals(content), `${length} of ${letters}`).toBe(true);
      }
    }
  });

  it('makes runs and repeated pieces small', () => {
    expect(deflate(Buffer.alloc(GRAIN), 1).length).toBeLessThan(512);
    expect(deflate(Buffer.alloc(GRAIN, 'abc'), 1).length).toBeLessThan(512);
    expect(deflate(pieces(GRAIN, 3, 60), 1).length).toBeLessThan(GRAIN * 0.4);
  });

  it('at level 1 finds what repeats again behind bytes in which nothing did', () => {
    // The longer nothing matched, the more literals go out unasked, up to 64 at a time; a match ends that.
    const text = pieces(GRAIN / 2, 3, 60);
    const before = noise(GRAIN / 2, 1);
    const added = deflate(Buffer.concat([before, text]), 1).length - deflate(text, 1).length;
    expect(added - before.length).toBeGreaterThanOrEqual(0);
    expect(added - before.length).toBeLessThan(600);
  });

  it.each(LEVELS)('at level %i stores what cannot be made smaller, five bytes for each piece of 65535', (level) => {
    expect(deflate(noise(1000, 3), level).length).toBe(2 + 5 + 1000 + 4);
    expect(deflate(noise(GRAIN, 3), level).length).toBe(2 + 5 + 65535 + 5 + 1 + 4);
  });

  it.each([2, 3, 4, 5, 6, 7, 8, 9])(
    'at level %i leaves to level 1 what it makes smaller by less than a thirty-second',
    (level) => {
      const content = noise(GRAIN, 3);
      content.copyWithin(GRAIN / 2, 0, 1500);
      const fast = deflate(content, 1);
      expect(fast.length).toBeLessThan(GRAIN);
      expect(deflate(content, level).equals(fast)).toBe(true);
      content.copyWithin(GRAIN / 2, 0, 3000);
      const more = deflate(content, level);
      expect(more.length).toBeLessThan(GRAIN - 2700);
      expect(more.equals(deflate(content, 1))).toBe(false);
    },
  );

  it('at level 6 searches less in what has zeros and bytes above 127 as machine code has', () => {
    const spelled = (level: number, zero: number, high: number): number => {
      const bytes = [zero, high, 1, 2, 3, 4, 5, 6];
      return deflate(
        pieces(GRAIN, 3, 8).map((byte) => bytes[byte] as number),
        level,
      ).length;
    };
    // Neither zeros alone (tables) nor high bytes alone (texts of other tongues) are code.
    for (const [zero, high] of [
      [7, 128],
      [0, 127],
      [7, 127],
    ] as const) {
      expect(spelled(6, 0, 128) - spelled(6, zero, high)).toBeGreaterThan(300);
      for (const level of [5, 7])
        expect(Math.abs(spelled(level, 0, 128) - spelled(level, zero, high))).toBeLessThan(20);
    }
  });

  // Behind a grain lies the next one, or what a thread had there before: the same disk has to give the same OVA.
  it.each(LEVELS)('at level %i is not moved by what lies behind the input', (level) => {
    for (let seed = 0; seed < 300; seed++) {
      const next = numbers(seed);
      const whole = pieces(600 + next(200), seed, 2 + next(3));
      const content = whole.subarray(0, whole.length - BEHIND - next(40));
      const first = deflate(content, level);
      const start = next(content.length - BEHIND);
      // What the data would go on with, what followed an earlier place, and nothing of the kind.
      const others = [whole.subarray(content.length), content.subarray(start), Buffer.alloc(BEHIND, 255)];
      for (const behind of others) expect(deflate(content, level, behind).equals(first), `seed ${seed}`).toBe(true);
    }
  });
});
