import { describe, expect, it } from 'vitest';
import { infFolders, manifestVersion } from '../../../src/drivers/tools-iso.ts';

describe('manifestVersion', () => {
  it.each([
    ['monolithic.version = "12.5.3"', '12.5.3'],
    ['vmtools.version = "1"\r\nmonolithic.version = "13.0.1"\r\nmonolithic.buildnumber = "2"\r\n', '13.0.1'],
    ['\ufeffmonolithic.version="10.3.10"', '10.3.10'],
    ['Monolithic.Version = 11.3.5', '11.3.5'],
    ['pvscsi.version = "1.3"', undefined],
    ['', undefined],
  ])('%j', (text, version) => {
    expect(manifestVersion(text)).toBe(version);
  });
});

describe('infFolders', () => {
  it('names each folder with an INF file once, whatever it is called', () => {
    expect(infFolders(['autorun.inf', 'a b/x.INF', 'a b/y.inf', 'c/d/z.inf', 'c/readme.txt', 'e/AUTORUN.INF'])).toEqual(
      ['a b', 'c/d'],
    );
  });
});
