import { expect, it } from 'vitest';
import { checkNtfs3g } from '../../../../../src/windows/engines/wimlib/ntfs-3g.ts';
import { recordedTools } from '../../fake-tools.ts';

/** mkntfs prints its version on standard error. */
function printing(stderr: string) {
  return recordedTools(() => ({ stderr }));
}

it.each([
  'mkntfs v2017.3.23 (libntfs-3g)',
  'mkntfs v2022.10.3 (libntfs-3g)',
  'v2018.1.1',
  'v2017.4.1',
  'v2017.3.24AR.1',
])('takes %s', async (text) => {
  const tools = printing(`\n${text}\n\nCreate an NTFS volume`);
  await expect(checkNtfs3g(tools)).resolves.toBeUndefined();
  expect(tools.calls.map(({ tool, args }) => [tool, ...args])).toEqual([['mkntfs', '--version']]);
});

it.each([
  ['mkntfs v2016.2.22AR.1', '2016.2.22'],
  ['mkntfs v2017.3.22', '2017.3.22'],
  ['mkntfs v2017.2.30', '2017.2.30'],
  ['mkntfs', 'an unknown version'],
])('refuses %s and names the version it needs', async (text, version) => {
  await expect(checkNtfs3g(printing(text))).rejects.toMatchObject({
    code: 'tool-too-old',
    message: expect.stringMatching(new RegExp(`${version.replaceAll('.', '\\.')}; .*2017\\.3\\.23 or newer`)) as string,
  });
});

it('looks at standard output too', async () => {
  await expect(checkNtfs3g(recordedTools(() => ({ stdout: 'mkntfs v2021.8.22' })))).resolves.toBeUndefined();
});
