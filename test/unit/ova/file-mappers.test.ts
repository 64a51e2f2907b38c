import { describe, expect, it } from 'vitest';
import { FILE_MAPPERS } from '../../../src/ova/file-mappers.ts';

const mapper = (program: string) => {
  const found = FILE_MAPPERS.find((each) => each.program === program);
  if (!found) throw new Error(`no ${program}`);
  return (stdout: string, size: number) => found.read(stdout, size);
};

describe('what fsutil prints', () => {
  const read = mapper('fsutil.exe');

  it.each([
    [
      'English',
      'Allocated range[1]: Offset: 0x0         Length: 0x20000\r\nAllocated range[2]: Offset: 0xFFE0000  Length: 0x20000\r\n',
    ],
    [
      'German',
      'Zugewiesener Bereich[1]: Offset: 0x0         Länge: 0x20000\r\nZugewiesener Bereich[2]: Offset: 0xffe0000 Länge: 0x20000',
    ],
    ['older releases', 'Bereich [1]: Offset: 0x0   Länge: 0x20000\n\nBereich [2]: Offset: 0xffe0000 Länge: 0x20000\n'],
  ])('is read by its numbers: %s', (_, stdout) => {
    expect(read(stdout, 0)).toEqual([
      { start: 0, end: 0x20000 },
      { start: 0xffe0000, end: 0x10000000 },
    ]);
  });

  it.each([
    'Error:  The system cannot find the file specified.',
    'range[1]: Offset: 0x0',
    'range: 0x0 0x1 0x2',
    'range: 0 4096',
  ])('is none: %s', (stdout) => {
    expect(read(`range[1]: Offset: 0x0 Length: 0x1000\n${stdout}`, 0)).toBeUndefined();
  });
});

describe('what qemu-img prints', () => {
  const read = mapper('qemu-img');
  const print = (entries: readonly object[]) => read(JSON.stringify(entries), 30);

  it('is data only where it is not zero, too', () => {
    const entries = [
      { start: 0, length: 10, data: true, zero: true },
      { start: 10, length: 10, data: false, zero: false },
      { start: 20, length: 10, data: true, zero: false },
    ];
    expect(print(entries)).toEqual([{ start: 20, end: 30 }]);
  });

  it.each([
    ['a gap', [10, 20]],
    ['no beginning', [1, 30]],
    ['no end', [0, 29]],
    ['nothing of it', [0, 0]],
  ])('tells of the whole file, or is not believed: %s', (_, [start, length]) => {
    expect(print([{ start, length, data: true, zero: false }])).toBeUndefined();
  });

  it('may count the last sector whole', () => {
    expect(print([{ start: 0, length: 512, data: true, zero: false }])).toEqual([{ start: 0, end: 512 }]);
  });

  it.each(['', '{}', 'null', 'qemu-img: Could not open'])('is none: %s', (stdout) => {
    expect(read(stdout, 0)).toBeUndefined();
  });
});

describe('what filefrag prints', () => {
  const read = mapper('filefrag');
  const HEAD =
    'Filesystem type is: ef53\nFile size of /a b/x: 3 blocks of 4096 bytes) is 409600003 (100001 blocks of 4096 bytes)\n';
  const TITLES = ' ext:     logical_offset:        physical_offset: length:   expected: flags:\n';
  const FIRST = '   0:        0..       2:   63576164..  63576166:      3:             unwritten\n';
  const SECOND = '   1:   100000..  100000:   63579808..  63579808:      1:   63676064: last,eof\n';
  const print = (text: string) => read(text, 409_600_003);

  it('counts in the units that it names, the last of an extent inclusive', () => {
    // The two count as one extent where they lie beside each other on the medium.
    expect(print(`${HEAD}${TITLES}${FIRST}${SECOND}/a b/x: 1 extent found\n`)).toEqual([
      { start: 0, end: 12_288 },
      { start: 409_600_000, end: 409_604_096 },
    ]);
    const one = HEAD.replace('100001 blocks of 4096', '1 block of 512');
    expect(print(`${one}${FIRST.replace('unwritten', 'last')}/a b/x: 1 extent found`)).toEqual([
      { start: 0, end: 1536 },
    ]);
  });

  it('may tell of a file that stores nothing', () => {
    expect(print(`${HEAD}/a b/x: 0 extents found\n`)).toEqual([]);
  });

  it.each([
    ['the last extent is missing', `${HEAD}${TITLES}${FIRST}/a b/x: 1 extent found`],
    ['the first extent is missing', `${HEAD}${TITLES}${SECOND}/a b/x: 1 extent found`],
    ['it ends early', `${HEAD}${TITLES}`],
    ['there are ten', `${HEAD}${TITLES}/a b/x: 10 extents found`],
    ['the size is another', `${HEAD.replace('409600003', '409600004')}${FIRST}${SECOND}/a b/x: 1 extent found`],
    ['the unit is not said', `${FIRST}${SECOND}/a b/x: 1 extent found`],
    ['it cannot be asked', '/a b/x: FIBMAP unsupported'],
  ])('is none where %s', (_, stdout) => {
    expect(print(stdout)).toBeUndefined();
  });
});
