import { expect, it } from 'vitest';
import { parseListing } from '../../../../src/windows/media/windows-media.ts';

it('reads the technical listing of 7-Zip, without folders, whatever the separators', () => {
  const listing =
    'Path = sources\nFolder = +\nSize = \n\nPath = sources\\install.wim\r\nFolder = -\r\nSize = 66606322\r\n\n\nPath = a = b.txt\nSize = 3\n';
  expect(parseListing(listing.replaceAll('\n\n\n', '\n\n'))).toEqual([
    { path: 'sources/install.wim', size: 66606322 },
    { path: 'a = b.txt', size: 3 },
  ]);
});
