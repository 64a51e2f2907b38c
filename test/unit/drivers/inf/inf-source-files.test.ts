import { describe, expect, it } from 'vitest';
import { InfDocument } from '../../../../src/drivers/inf/inf-document.ts';
import { sourceFiles, sourcePath } from '../../../../src/drivers/inf/inf-source-files.ts';

const inf = new InfDocument(
  Buffer.from(
    '[SourceDisksNames]\n1 = Disk\n[SourceDisksNames.amd64]\n2 = Disk,,,\\x64\n[SourceDisksFiles]\na.sys = 1\nb.sys = 1,sub\\deep\nc.sys = 1\n[SourceDisksFiles.amd64]\nC.sys = 2,\\more\n[SourceDisksFiles.x86]\nold.sys = 1',
  ),
  'x.inf',
);

describe('sourceFiles', () => {
  it('joins the folders of disk and file, the section of the architecture before the general one', () => {
    expect(sourceFiles(inf, 'amd64')).toEqual([
      { name: 'a.sys', path: 'a.sys' },
      { name: 'b.sys', path: 'sub/deep/b.sys' },
      { name: 'C.sys', path: 'x64/more/C.sys' },
    ]);
  });
});

describe('sourcePath', () => {
  it.each([
    ['B.SYS', 'sub/deep/b.sys'],
    ['c.SYS', 'x64/more/C.sys'],
    ['other.cat', 'other.cat'],
  ])('%s lies at %s', (file, path) => {
    expect(sourcePath(sourceFiles(inf, 'amd64'), file)).toBe(path);
  });
});
