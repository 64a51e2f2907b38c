import { expect, it } from 'vitest';
import { beginRanges } from '../../../src/disk/begin-ranges.ts';
import type { DiskRange } from '../../../src/disk/disk.ts';

const RANGE: DiskRange = { kind: 'data', offset: 0, length: 512 };

it('reads the first range and no other, and lets the disk go', async () => {
  const said: string[] = [];
  async function* ranges() {
    try {
      said.push('asked');
      yield RANGE;
      said.push('asked again');
      yield RANGE;
    } finally {
      said.push('let go');
    }
  }
  await beginRanges({ ranges });
  expect(said).toEqual(['asked', 'let go']);
});

it('keeps a failure to itself', async () => {
  // biome-ignore lint/correctness/useYield: it fails before it has any
  async function* ranges(): AsyncGenerator<DiskRange> {
    throw new Error('no such table');
  }
  expect(await beginRanges({ ranges })).toBeUndefined();
});
