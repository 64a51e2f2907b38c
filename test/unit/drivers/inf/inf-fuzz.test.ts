import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bindings, explainNoBinding } from '../../../../src/drivers/binding.ts';
import { parseInf } from '../../../../src/drivers/inf/inf.ts';
import { windowsServer } from '../../../../src/drivers/windows-target.ts';
import { FormatError } from '../../../../src/errors.ts';

/** More cases on demand: STILLFRAME_FUZZ=100000. */
const RUNS = Number(process.env.STILLFRAME_FUZZ ?? 2000);

const SAMPLE = readFileSync(new URL('../../../fixtures/drivers/pvscsi.inf', import.meta.url));

/** Reads everything that can be read; anything but a result or a FormatError is a bug. */
function readAll(bytes: Uint8Array): 'read' | 'refused' {
  const target = windowsServer(17763);
  try {
    const inf = parseInf(bytes, 'fuzz.inf');
    for (const model of [...bindings(inf, target), ...inf.allModels()]) inf.install(model.installSection, 'amd64');
    explainNoBinding(inf, target);
    inf.catalog('amd64');
    for (const { name } of inf.sourceFiles('amd64')) inf.sourcePath(name, 'amd64');
    return 'read';
  } catch (error) {
    if (error instanceof FormatError) {
      expect(error.offset).toBeLessThanOrEqual(bytes.length);
      return 'refused';
    }
    throw error;
  }
}

const bytes = fc.uint8Array({ maxLength: 600 });
const pieces = fc
  .array(
    fc.constantFrom(
      '[',
      ']',
      '[Version]',
      '[Manufacturer]',
      '[d.NTamd64]',
      '[I]',
      '[I.Services]',
      '[S]',
      '[Strings]',
      '\r\n',
      '\n',
      '=',
      ',',
      ';',
      '"',
      '""',
      '%',
      '%%',
      '%a%',
      '\\',
      '\\\r\n',
      ' ',
      'a',
      'd',
      'NTamd64',
      'Signature="$Windows NT$"',
      'AddService=s,2,S',
      'AddReg=S',
      'CopyFiles=S',
      'Needs=I',
      'x=I,A\\B',
      'm=d,NTamd64',
      'HKR,,v,0x10001,1',
      'DriverVer=01/02/2020,1',
      '\0',
      '\u001a',
      'é',
    ),
    { maxLength: 80 },
  )
  .map((parts) => Buffer.from(parts.join(''), 'latin1'));
/** The sample with a stretch of it replaced by other bytes, in one of its encodings. */
const mutated = fc
  .record({ at: fc.nat(SAMPLE.length), length: fc.nat(40), put: fc.uint8Array({ maxLength: 20 }), wide: fc.boolean() })
  .map(({ at, length, put, wide }) => {
    const changed = Buffer.concat([SAMPLE.subarray(0, at), put, SAMPLE.subarray(at + length)]);
    return wide
      ? Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(changed.toString('latin1'), 'utf16le')])
      : changed;
  });

describe('an INF file of any bytes', () => {
  it('is read or refused', () => {
    fc.assert(
      fc.property(fc.oneof(bytes, pieces, mutated), (input) => void readAll(input)),
      { numRuns: RUNS },
    );
  });

  it('is read when nothing was changed', () => {
    expect(readAll(SAMPLE)).toBe('read');
  });

  it.each([
    ['open quotes', `[s]\n${'"'.repeat(1_000_001)}`],
    ['percent signs', `[s]\n${'%a'.repeat(500_000)}`],
    ['backslashes', `[s]\na=${'\\ '.repeat(500_000)}b`],
    ['continuations', `[s]\na=${'\\\n'.repeat(500_000)}`],
    ['sections', '[a]\n'.repeat(250_000)],
    [
      'references',
      `[Version]\nSignature="$Windows NT$"\n[Manufacturer]\nm=d,NTamd64\n[d.NTamd64]\nx=I,A\n[I]\nCopyFiles=${'I,'.repeat(200_000)}`,
    ],
  ])('takes time in proportion to its length: %s', (_name, text) => {
    expect(['read', 'refused']).toContain(readAll(Buffer.from(text)));
  });
});
