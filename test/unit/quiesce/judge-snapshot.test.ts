import { describe, expect, it } from 'vitest';
import { judge, type SnapshotEvidence } from '../../../src/quiesce/judge-snapshot.ts';

const proof: SnapshotEvidence = {
  faulted: false,
  partial: false,
  quiesced: true,
  manifestNamed: true,
  manifest: { members: ['backup.xml', 'writer0.xml'], writers: ['System Writer'], failed: [] },
};

describe('judge', () => {
  it.each<[string, Partial<SnapshotEvidence>, string]>([
    ['writers in the manifest', {}, 'application'],
    [
      'a manifest of backup.xml alone',
      { manifest: { members: ['backup.xml'], writers: [], failed: [] } },
      'filesystem',
    ],
    [
      'a writer that failed, beside one that did not',
      { manifest: { members: ['backup.xml', 'w', 'x'], writers: ['System Writer', 'SQL'], failed: ['SQL'] } },
      'filesystem',
    ],
    ['a manifest that cannot be read', { manifest: undefined }, 'filesystem'],
    ['no manifest, whatever the flag says', { manifestNamed: false, manifest: undefined }, 'ignored'],
    ['neither flag nor manifest', { quiesced: false, manifestNamed: false, manifest: undefined }, 'ignored'],
    ['writers but no quiesced flag', { quiesced: false }, 'filesystem'],
    ['a disk outside of it, whatever it proves of the others', { partial: true }, 'failed'],
    ['a fault, whatever else is there', { faulted: true }, 'failed'],
  ])('%s', (_, change, verdict) => {
    expect(judge({ ...proof, ...change })).toBe(verdict);
  });
});
