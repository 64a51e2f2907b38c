import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readZipDirectory, readZipMember } from '../../../../src/archives/zip/zip-directory.ts';
import { FormatError } from '../../../../src/errors.ts';
import { makeZip } from '../../quiesce/make-zip.ts';

const FILES = { 'backup.xml': '<BACKUP_COMPONENTS/>', 'writer0.xml': 'x'.repeat(5000), 'folder/': '' };

describe('readZipDirectory', () => {
  it.each([true, false])('lists files, not folders, and reads them back (stored: %s)', (stored) => {
    const zip = makeZip(FILES, stored);
    const members = readZipDirectory(zip, 'm.zip');
    expect(members.map(({ name, size }) => [name, size])).toEqual([
      ['backup.xml', 20],
      ['writer0.xml', 5000],
    ]);
    expect(members.map((member) => readZipMember(zip, member, 10_000, 'm.zip').toString())).toEqual([
      FILES['backup.xml'],
      FILES['writer0.xml'],
    ]);
  });

  it('finds the end record behind a comment', () => {
    const zip = makeZip(FILES);
    zip.writeUInt16LE(300, zip.length - 2);
    expect(readZipDirectory(Buffer.concat([zip, Buffer.alloc(300, 0x20)]), 'm.zip')).toHaveLength(2);
  });

  it('does not decompress more than allowed, whatever the directory claims', () => {
    const zip = makeZip({ bomb: Buffer.alloc(1_000_000) });
    const member = readZipDirectory(zip, 'm.zip')[0];
    if (!member) throw new Error('no member');
    expect(() => readZipMember(zip, member, 1000, 'm.zip')).toThrow(FormatError);
    expect(() => readZipMember(zip, { ...member, size: 10 }, 1000, 'm.zip')).toThrow(FormatError);
  });

  it('refuses Zip64 and what is no zip', () => {
    const zip = makeZip(FILES);
    zip.writeUInt32LE(0xffffffff, zip.length - 6);
    expect(() => readZipDirectory(zip, 'm.zip')).toThrow(/Zip64/);
    expect(() => readZipDirectory(Buffer.from('no zip'), 'm.zip')).toThrow(FormatError);
  });

  it('ends in members or a FormatError on any damage', () => {
    const zip = makeZip(FILES);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(zip.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        fc.nat(zip.length),
        (edits, length) => {
          const damaged = Buffer.from(zip);
          for (const [at, byte] of edits) damaged[at] = byte;
          try {
            const bytes = length % 4 === 0 ? damaged.subarray(0, length) : damaged;
            for (const member of readZipDirectory(bytes, 'm.zip')) readZipMember(bytes, member, 100_000, 'm.zip');
          } catch (error) {
            expect(error).toBeInstanceOf(FormatError);
          }
        },
      ),
      { numRuns: 3000 },
    );
  });
});
