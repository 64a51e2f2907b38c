import { expect, it } from 'vitest';
import {
  accessListText,
  accessListTools,
  setAccessLists,
} from '../../../../../src/windows/engines/wimlib/access-lists.ts';
import { recordedTools } from '../../fake-tools.ts';

const USERS = '20000000 21020000';

it('writes one block an entry, folders first, in the form that ntfssecaudit reads', () => {
  const text = accessListText({ files: ['Windows/Panther/unattend.xml'], folders: ['Windows/Setup/Stillframe'] });
  expect(text).toBe(
    [
      'Directory /Windows/Setup/Stillframe',
      '        000000  01000490 48000000 58000000 00000000',
      '        000010  14000000 02003400 02000000 00031400',
      '        000020  ff011f00 01010000 00000005 12000000',
      '        000030  00031800 ff011f00 01020000 00000005',
      '        000040  20000000 20020000 01020000 00000005',
      '        000050  20000000 20020000 01020000 00000005',
      '        000060  20000000 20020000',
      'Windows attrib : 0x0',
      'File /Windows/Panther/unattend.xml',
      '        000000  01000490 48000000 58000000 00000000',
      '        000010  14000000 02003400 02000000 00001400',
      '        000020  ff011f00 01010000 00000005 12000000',
      '        000030  00001800 ff011f00 01020000 00000005',
      '        000040  20000000 20020000 01020000 00000005',
      '        000050  20000000 20020000 01020000 00000005',
      '        000060  20000000 20020000',
      'Windows attrib : 0x0',
      '',
    ].join('\n'),
  );
});

it.each([
  ['Windows/Setup/Stillframe/steps/10-driver.cmd', false],
  ['windows/setup/SCRIPTS/SetupComplete.cmd', false],
  ['Windows/Panther/unattend.xml', false],
  ['Windows/System32/drivers/pvscsi.sys', true],
  ['Windows/Setup/Other/a.cmd', true],
])('lets users read %s: %j', (path, users) => {
  expect(accessListText({ files: [path], folders: [] }).includes(USERS)).toBe(users);
});

it.each([
  ['Windows/Setup/Stillframe', false],
  ['Windows/Setup/Scripts', false],
  ['Windows/Panther', false],
  ['Windows/Setup', true],
])('lets users read the folder %s: %j', (path, users) => {
  expect(accessListText({ files: [], folders: [path] }).includes(USERS)).toBe(users);
});

it('needs fakeroot only where it is not root', async () => {
  const tools = recordedTools();
  await setAccessLists('/v.ntfs', { files: ['a'], folders: [] }, { TZ: 'UTC' }, tools);
  const root = process.getuid?.() === 0;
  expect(accessListTools()).toEqual(root ? ['ntfssecaudit'] : ['ntfssecaudit', 'fakeroot']);
  expect(tools.calls).toEqual([
    {
      tool: root ? 'ntfssecaudit' : 'fakeroot',
      args: root ? ['-s', '/v.ntfs'] : ['/usr/bin/ntfssecaudit', '-s', '/v.ntfs'],
      options: { env: { TZ: 'UTC' }, input: accessListText({ files: ['a'], folders: [] }) },
    },
  ]);
});
