import { describe, expect, it } from 'vitest';
import { driverFindings } from '../../../src/drivers/driver-findings.ts';
import type { ExtractResult } from '../../../src/drivers/extract-tools-drivers.ts';
import type { ExtractedDriver } from '../../../src/drivers/stage-drivers.ts';

const PRODUCT = 'windows-server-2022';
const IN_BOX = { inf: 'pvscsii.inf', version: '1.3.15.0' };

function driver(changes: Partial<ExtractedDriver>): ExtractedDriver {
  const known = { name: 'pvscsi', version: '1.3.26.0', inBox: undefined, newerThanInBox: false, unneeded: [] };
  return { ...known, ...changes } as ExtractedDriver;
}

function shown(result: Partial<ExtractResult>, isPinned = true): readonly string[] {
  const nothing = { toolsVersion: undefined, toolsSetup: '', drivers: [], inBoxOnly: [], unreadable: [] };
  return driverFindings({ ...nothing, ...result }, PRODUCT, isPinned).map(
    ({ severity, code, seen }) => `${severity} ${code}: ${seen}`,
  );
}

describe('driverFindings', () => {
  it('have nothing to say of a driver that Windows lacks, from a verified disc', () => {
    expect(shown({ drivers: [driver({})] })).toEqual([]);
  });

  it('tell whether a driver is newer than the one inside Windows, and that this is known from a table', () => {
    const known = 'as known of the product, not read from an image';
    expect(shown({ drivers: [driver({ inBox: IN_BOX, newerThanInBox: true })] })).toEqual([
      `info driver-newer-than-in-box: pvscsi 1.3.26.0 is newer than pvscsii.inf 1.3.15.0 inside ${PRODUCT} (${known}).`,
    ]);
    expect(shown({ drivers: [driver({ inBox: IN_BOX })] })).toEqual([
      `warning driver-not-newer-than-in-box: pvscsi 1.3.26.0 is not newer than pvscsii.inf 1.3.15.0 inside ${PRODUCT} (${known}).`,
    ]);
    expect(shown({ inBoxOnly: [{ name: 'pvscsi', inBox: IN_BOX, reasons: ['One.', 'Two.'] }] })).toEqual([
      `info driver-in-box: pvscsi was not extracted: nothing on the disc binds on ${PRODUCT}, which brings pvscsii.inf 1.3.15.0 itself (${known}). One. Two.`,
    ]);
  });

  it('tell of files that are listed and not there, of INF files that cannot be read, and of a disc without a hash', () => {
    expect(shown({ drivers: [driver({ unneeded: ['a.dll', 'b.dll'] })] })).toEqual([
      `info driver-source-file-missing: pvscsi lists a.dll, b.dll among its source files, which is not on the disc and which ${PRODUCT} would not copy.`,
    ]);
    expect(shown({ unreadable: ['x.inf: wrong'] })).toEqual([
      'warning inf-unreadable: An INF file on the disc was left out: x.inf: wrong',
    ]);
    expect(shown({}, false)).toEqual([
      'warning iso-not-pinned: The Tools ISO was used without a hash to verify it by.',
    ]);
  });
});
