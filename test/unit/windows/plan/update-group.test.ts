import { describe, expect, it } from 'vitest';
import { groupUpdates } from '../../../../src/windows/plan/update-group.ts';
import { sampleUpdate } from '../sample-plan.ts';

const ssu = sampleUpdate('ssu.cab', 'servicing-stack');
const first = sampleUpdate('checkpoint-1.msu', 'checkpoint');
const second = sampleUpdate('checkpoint-2.msu', 'checkpoint');
const lcu = sampleUpdate('lcu.msu', 'cumulative');
const net = sampleUpdate('net.msu', 'dotnet');

describe('groupUpdates', () => {
  it('gives all checkpoints to the cumulative update, wherever they stand, and to nothing else', () => {
    expect(groupUpdates([ssu, first, lcu, second, net])).toEqual([
      { target: ssu, checkpoints: [] },
      { target: lcu, checkpoints: [first, second] },
      { target: net, checkpoints: [] },
    ]);
  });

  it('takes the newest checkpoint for the target where no cumulative update is given', () => {
    expect(groupUpdates([first, second, net])).toEqual([
      { target: second, checkpoints: [first] },
      { target: net, checkpoints: [] },
    ]);
  });

  it('leaves plain files alone', () => {
    const plain = sampleUpdate('windows10.0-kb5005112-x64.cab', undefined);
    expect(groupUpdates([plain, net])).toEqual([
      { target: plain, checkpoints: [] },
      { target: net, checkpoints: [] },
    ]);
    expect(groupUpdates([])).toEqual([]);
  });
});
