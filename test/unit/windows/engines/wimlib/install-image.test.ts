import { expect, it } from 'vitest';
import { missingFolders } from '../../../../../src/windows/engines/wimlib/install-image.ts';
import { recordedTools } from '../../fake-tools.ts';

it('names the folders that adding files will make, outermost first, and asks about each only once', async () => {
  const there = ['/Windows', '/Windows/Panther', '/Windows/Setup'];
  const tools = recordedTools(({ args }) => ({
    exitCode: there.includes(args[3]?.replace('--path=', '') ?? '') ? 0 : 49,
  }));
  const files = [
    'Windows/Setup/Stillframe/steps/a.cmd',
    'Windows/Setup/Scripts/SetupComplete.cmd',
    'Windows/Panther/unattend.xml',
    'Windows/Setup/Stillframe/b.cmd',
  ];
  expect(await missingFolders('i.wim', 2, files, { tools })).toEqual([
    'Windows/Setup/Scripts',
    'Windows/Setup/Stillframe',
    'Windows/Setup/Stillframe/steps',
  ]);
  expect(tools.calls.map(({ args }) => args)).toEqual(
    ['Windows', 'Windows/Panther', 'Windows/Setup', 'Windows/Setup/Scripts', 'Windows/Setup/Stillframe'].map((path) => [
      'dir',
      'i.wim',
      '2',
      `--path=/${path}`,
      '--one-file-only',
    ]),
  );
  expect(tools.calls[0]?.options.env).toEqual({ WIMLIB_IMAGEX_IGNORE_CASE: '1' });
});

it('takes no other failure for "not there"', async () => {
  const tools = recordedTools(() => ({ exitCode: 2 }));
  await expect(missingFolders('i.wim', 1, ['Windows/a'], { tools })).rejects.toMatchObject({ exitCode: 2 });
});
