import { describe, expect, it } from 'vitest';
import { parseGuestFacts } from '../../../src/quiesce/guest-facts.ts';

const NOTHING = {
  now: undefined,
  providers: [],
  storage: [],
  volumes: [],
  services: [],
  partitions: [],
  dedup: [],
  conf: '',
};

describe('parseGuestFacts', () => {
  it('reads an answer, ids without their braces and in lower case', () => {
    const facts = parseGuestFacts({
      now: '2026-11-28T12:00:00.1234567Z',
      providers: [{ id: '{ABC}', name: 'P' }],
      storage: [{ volume: 'v', used: 1, max: 2 ** 64 }],
      volumes: [{ id: 'i', name: 'C:\\', label: null, format: 'NTFS', size: 3, free: 2 }],
      services: [{ name: 'VSS', mode: 'Manual', state: 'Stopped' }],
      partitions: [
        { disk: 0, number: 1, type: '{DE94}', size: 5 },
        { disk: 1, number: 1, type: null, size: 6 },
      ],
      dedup: ['D:'],
      conf: 'x',
    });
    expect(facts).toEqual({
      now: Date.parse('2026-11-28T12:00:00.123Z'),
      providers: [{ id: 'abc', name: 'P' }],
      storage: [{ volume: 'v', used: 1, max: 2 ** 64 }],
      volumes: [{ id: 'i', name: 'C:\\', label: '', format: 'NTFS', size: 3, free: 2 }],
      services: [{ name: 'VSS', mode: 'Manual', state: 'Stopped' }],
      partitions: [
        { disk: 0, number: 1, type: 'de94', size: 5 },
        { disk: 1, number: 1, type: '', size: 6 },
      ],
      dedup: ['D:'],
      conf: 'x',
    });
  });

  it('leaves out entries of another shape, and fields that nobody asked for', () => {
    const odd = {
      now: 7,
      providers: [{ id: 1, name: 'P' }, { id: 'x' }, null, 'x', { id: 'a', name: 'b', more: 1 }],
      storage: { volume: 'v' },
      volumes: [
        { id: 'i', name: 'n', label: 5, format: null, size: 1, free: 1 },
        { id: 'i', name: 'n', size: 1, free: 2 },
      ],
      services: 'x',
      dedup: [1, 'E:'],
      conf: null,
    };
    expect(parseGuestFacts(odd)).toEqual({
      ...NOTHING,
      providers: [{ id: 'a', name: 'b' }],
      volumes: [{ id: 'i', name: 'n', label: '', format: '', size: 1, free: 2 }],
      dedup: ['E:'],
    });
  });

  it('is nothing for what is no answer', () => {
    expect(parseGuestFacts({})).toEqual(NOTHING);
    for (const answer of [undefined, [], null, 1, 'x']) expect(parseGuestFacts(answer)).toBeUndefined();
  });
});
