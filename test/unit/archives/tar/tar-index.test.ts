import { describe, expect, it } from 'vitest';
import { encodeTarHeader, tarPadding } from '../../../../src/archives/tar/tar-header.ts';
import { readTarIndex } from '../../../../src/archives/tar/tar-index.ts';
import { FormatError } from '../../../../src/errors.ts';
import type { ByteSource } from '../../../../src/files/byte-source.ts';

function source(bytes: Buffer): ByteSource {
  return {
    path: 'x.ova',
    size: bytes.length,
    read: async (offset, length) => Buffer.from(bytes.subarray(offset, offset + length)),
    readInto: async () => {},
    close: async () => {},
  };
}
const index = (...parts: readonly Buffer[]) => readTarIndex(source(Buffer.concat(parts)));
const END = Buffer.alloc(1024);

/** A member as GNU tar writes it; `change` is made before the checksum is taken. */
function member(name: string, content: string | number, change: (header: Buffer) => void = () => {}): Buffer {
  const data = typeof content === 'number' ? Buffer.alloc(content, 'x') : Buffer.from(content);
  const header = encodeTarHeader({ name, size: data.length, modified: 0 });
  change(header);
  return Buffer.concat([sealed(header), data, Buffer.alloc(tarPadding(data.length))]);
}

function sealed(header: Buffer): Buffer {
  header.fill(' ', 148, 156);
  const sum = header.subarray(0, 512).reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return header;
}
const typed = (type: string) => (header: Buffer) => void header.write(type, 156, 'latin1');

/** `<length> key=value\n`, the length counting itself. */
function pax(...records: readonly string[]): Buffer {
  return Buffer.from(
    records
      .map((record) => {
        let length = 0;
        for (let before = -1; before !== length; ) {
          before = length;
          length = Buffer.byteLength(`${length} ${record}\n`);
        }
        return `${length} ${record}\n`;
      })
      .join(''),
  );
}

describe('readTarIndex', () => {
  it('lists regular files with the place of their data, whatever their size', async () => {
    expect(await index(member('a', 0), member('b', 512), member('c', 513), END)).toEqual([
      { name: 'a', offset: 512, size: 0 },
      { name: 'b', offset: 1024, size: 512 },
      { name: 'c', offset: 2048, size: 513 },
    ]);
  });

  it('ends at the first block of zeros, or where the file ends', async () => {
    expect((await index(member('a', 1), END, member('b', 1))).map(({ name }) => name)).toEqual(['a']);
    expect((await index(member('a', 1), member('b', 1))).map(({ name }) => name)).toEqual(['a', 'b']);
    expect(await index()).toEqual([]);
    expect(await index(Buffer.alloc(511, 1))).toEqual([]);
  });

  it.each(['0', '\0', '7'])('takes type %j for a file', async (type) => {
    expect(await index(member('a', 1, typed(type)), END)).toHaveLength(1);
  });

  it.each(['1', '2', '3', '5', '6', 'g'])('passes over type %j', async (type) => {
    expect((await index(member('a', 5, typed(type)), member('b', 1), END)).map(({ name }) => name)).toEqual(['b']);
  });

  it.each(['S', 'M'])('refuses type %j, whose data is not the file', async (type) => {
    await expect(index(member('a', 'a'), member('b.vmdk', 512, typed(type)), END)).rejects.toThrow(
      `x.ova: at offset 1024: expected a member that is stored whole (tar without --sparse), found one of type ${type}`,
    );
  });

  it('refuses what PAX says to be without its holes', async () => {
    const header = member('p', pax('GNU.sparse.major=1', 'GNU.sparse.name=b.vmdk').toString(), typed('x'));
    await expect(index(header, member('GNUSparseFile.1/b.vmdk', 512), END)).rejects.toThrow(
      'found one without its holes',
    );
  });

  it('joins the prefix of a ustar name, and takes that of GNU for none', async () => {
    const withPrefix = (magic: string) => (header: Buffer) => {
      header.write(magic, 257, 'latin1');
      header.write('folder', 345, 'latin1');
    };
    expect(await index(member('a', 1, withPrefix('ustar\x0000')), END)).toMatchObject([{ name: 'folder/a' }]);
    expect(await index(member('a', 1, withPrefix('ustar  \0')), END)).toMatchObject([{ name: 'a' }]);
    expect(
      await index(
        member('a', 1, (header) => void header.write('ustar\x0000', 257, 'latin1')),
        END,
      ),
    ).toMatchObject([{ name: 'a' }]);
  });

  it('reads the long names of GNU, of one member alone', async () => {
    const name = `${'long/'.repeat(30)}é`;
    expect((await index(member(name, 1), member('b', 1), END)).map((entry) => entry.name)).toEqual([name, 'b']);
  });

  it('reads names and sizes of PAX, of the next member alone, also behind a global header', async () => {
    const records = pax('mtime=1', 'path=ä/b', 'size=3').toString();
    const wrong = (header: Buffer) => void header.write('00000000777\0', 124, 'latin1');
    const archive = [
      member('pax', records, typed('x')),
      member('global', pax('comment=x').toString(), typed('g')),
      member('short', 'abc', wrong),
      member('d', 1),
      END,
    ];
    expect(await index(...archive)).toEqual([
      { name: 'ä/b', offset: 512 * 5, size: 3 },
      { name: 'd', offset: 512 * 7, size: 1 },
    ]);
  });

  it('lets GNU and PAX add to each other', async () => {
    const long = Buffer.concat([sealed(typedHeader('L', 5)), Buffer.from('long\0'.padEnd(512, '\0'))]);
    const archive = [member('pax', pax('size=2').toString(), typed('x')), long, member('x', 2), END];
    expect(await index(...archive)).toMatchObject([{ name: 'long', size: 2 }]);
  });

  it('reads sizes in base 256, in octal with spaces, and none for zero', async () => {
    const octal = (text: string) => (header: Buffer) => void header.write(text.padEnd(12, '\0'), 124, 'latin1');
    expect(await index(member('a', 8, octal('      10 ')), END)).toMatchObject([{ size: 8 }]);
    expect(await index(member('a', 0, octal('')), END)).toMatchObject([{ size: 0 }]);
    const base256 = (header: Buffer) => {
      header.fill(0, 124, 136);
      header.writeUInt8(0x80, 124);
      header.writeUInt16BE(0x0102, 134);
    };
    expect(await index(member('a', 0x0102, base256), END)).toMatchObject([{ size: 0x0102 }]);
  });

  it.each([
    ['a checksum that does not hold', () => [member('a', 1).fill('b', 0, 1), END], 148, /tar header checksum \d+/],
    [
      'a size with other digits',
      () => [member('a', 1, (header) => void header.write('8', 134, 'latin1')), END],
      124,
      /size of a member/,
    ],
    ['a member past the end', () => [member('a', 600).subarray(0, 1024)], 0, /a member of 600 bytes/],
    ['an extended header too large', () => [member('p', 65_537, typed('x')), END], 0, /an extended header/],
    [
      'a size in base 256 that no number holds',
      () => [member('a', 1, (header) => void header.fill(0xff, 124, 136)), END],
      124,
      /size of a member/,
    ],
    [
      'a PAX record of no length',
      () => [member('p', 'x path=a\n', typed('x')), member('a', 1), END],
      512,
      /PAX record/,
    ],
    [
      'a PAX record past the end',
      () => [member('p', '99 path=a\n', typed('x')), member('a', 1), END],
      512,
      /PAX record/,
    ],
    ['a PAX record too short', () => [member('p', '4 =\n', typed('x')), member('a', 1), END], 512, /PAX record/],
    ['a PAX record without a key', () => [member('p', '6 =ab\n', typed('x')), member('a', 1), END], 512, /PAX record/],
    [
      'a PAX size that is none',
      () => [member('p', pax('size=1x').toString(), typed('x')), member('a', 1), END],
      512,
      /PAX size/,
    ],
    [
      'a PAX size that only ends as one',
      () => [member('p', pax('size=x1').toString(), typed('x')), member('a', 1), END],
      512,
      /PAX size/,
    ],
  ])('refuses %s', async (_, archive, offset, expected) => {
    const error = await index(...archive()).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(FormatError);
    expect(error).toMatchObject({ file: 'x.ova', offset, expected: expect.stringMatching(expected) });
  });

  it('takes an extended header of 64 KiB', async () => {
    const records = pax('path=ok', `comment=${'x'.repeat(65_536 - 8 - 14 - 6)}`).toString();
    const filler = records.padEnd(65_536, '\0');
    expect(await index(member('p', filler, typed('x')), member('a', 1), END)).toMatchObject([{ name: 'ok' }]);
  });

  it('reads 4096 members and no more', async () => {
    const one = member('a', 0);
    const many = Buffer.concat(Array.from({ length: 4096 }, () => one));
    expect(await index(many, END)).toHaveLength(4096);
    await expect(index(many, one, END)).rejects.toMatchObject({
      expected: 'at most 4096 members',
      offset: many.length,
    });
  });
});

function typedHeader(type: string, size: number): Buffer {
  const header = encodeTarHeader({ name: '././@LongLink', size, modified: 0 });
  header.write(type, 156, 'latin1');
  return header;
}
