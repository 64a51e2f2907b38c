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
      { numRuns: 500 },
    );
  });
});

describe('a zip with one byte changed', () => {
  const NAME = 'backup.xml';
  const zip = makeZip({ [NAME]: 'text' }, true);
  const end = zip.length - 22;
  const directory = zip.readUInt32LE(end + 16);
  const changed = (change: (bytes: Buffer) => void): Buffer => {
    const bytes = Buffer.from(zip);
    change(bytes);
    return bytes;
  };
  const list = (change: (bytes: Buffer) => void) => readZipDirectory(changed(change), 'm.zip');

  it.each<[string, (bytes: Buffer) => void, string]>([
    [
      '65535 members',
      (bytes) => bytes.writeUInt16LE(0xffff, end + 10),
      `at offset ${end}: expected a zip of less than`,
    ],
    ['a directory of 4 GiB', (bytes) => bytes.writeUInt32LE(0xffffffff, end + 12), 'found Zip64'],
    ['a directory at 4 GiB', (bytes) => bytes.writeUInt32LE(0xffffffff, end + 16), 'found Zip64'],
    [
      'a directory that reaches into the end record',
      (bytes) => bytes.writeUInt32LE(end - directory + 1, end + 12),
      `at offset ${end + 12}: expected a central directory before its end record, found ${end - directory + 1} bytes at ${directory}`,
    ],
    [
      'another signature of a member',
      (bytes) => bytes.writeUInt8(0x51, directory),
      `at offset ${directory}: expected member 1 of 1 in the central directory`,
    ],
    [
      'more members than there are',
      (bytes) => bytes.writeUInt16LE(2, end + 10),
      `at offset ${end}: expected member 2 of 2 in the central directory`,
    ],
    [
      'a directory too short for its member',
      (bytes) => bytes.writeUInt32LE(45, end + 12),
      `at offset ${directory}: expected member 1 of 1`,
    ],
    [
      'a name longer than the directory',
      (bytes) => bytes.writeUInt16LE(NAME.length + 1, directory + 28),
      `at offset ${directory + 28}: expected a name inside the central directory, found ${NAME.length + 1}`,
    ],
    [
      'an extra field longer than the directory',
      (bytes) => bytes.writeUInt16LE(1, directory + 30),
      'expected a name inside',
    ],
    [
      'a comment longer than the directory',
      (bytes) => bytes.writeUInt16LE(1, directory + 32),
      'expected a name inside',
    ],
    ['no end record', (bytes) => bytes.writeUInt8(0x51, end), `at offset ${zip.length}: expected the end record`],
    ['a comment longer than the file', (bytes) => bytes.writeUInt16LE(1, end + 20), 'expected the end record'],
  ])('(%s) is refused', (_, change, message) => {
    expect(() => list(change)).toThrow(message);
  });

  it('tells all of a member', () => {
    expect(readZipDirectory(zip, 'm.zip')).toEqual([
      { name: NAME, size: 4, compressedSize: 4, method: 0, encrypted: false, offset: 0 },
    ]);
    expect(list((bytes) => bytes.writeUInt16LE(0xfffe, directory + 8))[0]?.encrypted).toBe(false);
    expect(list((bytes) => bytes.writeUInt16LE(1, directory + 8))[0]?.encrypted).toBe(true);
  });

  it('reads a name in UTF-8 where its flag says so', () => {
    const utf8 = (flags: number) => (bytes: Buffer) => {
      bytes.write('ä', directory + 46, 'utf8');
      bytes.writeUInt16LE(flags, directory + 8);
    };
    expect(list(utf8(0x800))[0]?.name).toBe('äckup.xml');
    expect(list(utf8(0))[0]?.name).toBe('Ã¤ckup.xml');
  });

  it('looks for the end record behind the longest comment, and no further', () => {
    const behind = (length: number): Buffer => {
      const bytes = Buffer.concat([zip, Buffer.alloc(length, 0x20)]);
      bytes.writeUInt16LE(Math.min(length, 0xffff), end + 20);
      return bytes;
    };
    expect(readZipDirectory(behind(0xffff), 'm.zip')).toHaveLength(1);
    expect(() => readZipDirectory(behind(0x10000), 'm.zip')).toThrow('the end record of a zip file');
  });
});

describe('readZipMember', () => {
  const zip = makeZip({ 'backup.xml': 'text' }, true);
  const [member] = readZipDirectory(zip, 'm.zip');
  if (!member) throw new Error('no member');
  const read = (change: Partial<typeof member>, limit = 100, bytes = zip) =>
    readZipMember(bytes, { ...member, ...change }, limit, 'm.zip').toString();

  it('reads up to its limit', () => {
    expect(read({}, 4)).toBe('text');
    expect(() => read({}, 3)).toThrow('at offset 0: expected at most 3 bytes in backup.xml, found 4');
    const deflated = makeZip({ none: '' });
    const [none] = readZipDirectory(deflated, 'm.zip');
    expect(none && readZipMember(deflated, none, 0, 'm.zip')).toEqual(Buffer.alloc(0));
  });

  it('gives bytes of its own', () => {
    const bytes = Buffer.from(zip);
    const content = readZipMember(bytes, member, 100, 'm.zip');
    bytes.fill(0);
    expect(content.toString()).toBe('text');
  });

  it('begins behind the extra field of its local header, which the directory does not tell', () => {
    const bytes = Buffer.concat([zip.subarray(0, 40), Buffer.from('xx'), zip.subarray(40)]);
    bytes.writeUInt16LE(2, 28);
    expect(read({}, 100, bytes)).toBe('text');
  });

  it.each<[string, Partial<typeof member>, string]>([
    ['no local header', { offset: 1 }, 'at offset 1: expected the local header of backup.xml, found something else'],
    [
      'a local header that is cut',
      { offset: zip.length - 29 },
      `at offset ${zip.length - 29}: expected the local header`,
    ],
    ['a place behind the end', { offset: 2 ** 31 }, `at offset ${zip.length}: expected the local header`],
    [
      'more bytes than the file',
      { compressedSize: zip.length },
      `at offset 40: expected ${zip.length} bytes of backup.xml, found ${zip.length - 40}`,
    ],
    ['a key', { encrypted: true }, 'at offset 0: expected a member that is not encrypted, found backup.xml'],
    ['another method', { method: 9 }, 'at offset 8: expected compression by deflate, found method 9'],
    ['no deflate in it', { method: 8 }, 'at offset 40: expected backup.xml as deflate, found '],
  ])('refuses a member with %s', (_, change, message) => {
    expect(() => read(change)).toThrow(`m.zip: ${message}`);
  });
});
