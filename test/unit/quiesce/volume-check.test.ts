import { expect, it } from 'vitest';
import { VOLUME_CHECK, volumeFaults } from '../../../src/quiesce/volume-check.ts';

const DIRTY = 'its system volume is marked dirty';
const UNTOLD = 'it does not say whether its system volume is dirty';
const ERRORS = 'its event log has errors of NTFS or ESENT since its start';

it.each<[unknown, readonly string[]]>([
  [{ dirty: false, count: 0, events: [] }, []],
  [{ dirty: true, count: 0, events: [] }, [DIRTY]],
  // Windows PowerShell says null of a volume that is not there.
  [{ dirty: null, count: 0, events: [] }, [UNTOLD]],
  [{ dirty: false, count: 2, events: ['ESENT 455', 'Ntfs 55', 5] }, [`${ERRORS} (ESENT 455, Ntfs 55)`]],
  [{ dirty: true, count: 1, events: 'x' }, [DIRTY, ERRORS]],
  [undefined, [UNTOLD, ERRORS]],
])('finds in %j what is not as it should be', (answer, faults) => {
  expect(volumeFaults(answer)).toEqual(faults);
});

it('asks by nothing that is translated', () => {
  for (const words of [
    '.DirtyBitSet',
    "-match 'ntfs|esent'",
    'NoMatchingEventsFound',
    'LastBootUpTime',
    'Level = 1, 2;',
  ]) {
    expect(VOLUME_CHECK).toContain(words);
  }
});
