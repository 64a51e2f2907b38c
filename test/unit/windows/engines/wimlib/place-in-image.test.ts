import { expect, it } from 'vitest';
import { placeInImage } from '../../../../../src/windows/engines/wimlib/place-in-image.ts';
import { recordedTools } from '../../fake-tools.ts';

const IMAGE = [
  '/',
  '/Windows',
  '/Windows/System32',
  '/Windows/System32/ntoskrnl.exe',
  '/Program Files',
  '/Users/All Users',
  '/Users',
];
const FOLDER = 'Attributes          = 0x00000010\n    FILE_ATTRIBUTE_DIRECTORY is set\n';
const LINK = `${FOLDER}    FILE_ATTRIBUTE_REPARSE_POINT is set\n`;

/** An image with these entries; a link and a file are what their names say. */
function image() {
  return recordedTools(({ args }) => {
    const path = args.find((arg) => arg.startsWith('--path='));
    if (path === undefined) return { stdout: `${IMAGE.join('\n')}\n` };
    return {
      stdout: path.includes('All Users') ? LINK : path.includes('.exe') ? 'FILE_ATTRIBUTE_ARCHIVE is set' : FOLDER,
    };
  });
}

it('spells paths as the image does, new ones as they are written first, and names the folders that are made', async () => {
  const tools = image();
  const wanted = [
    'windows/SYSTEM32/drivers/a.sys',
    'Windows/System32/Drivers/etc/hosts',
    'WINDOWS/system32/NTOSKRNL.EXE',
    'program files/Corp/a.txt',
    'Program Files/CORP/b.txt',
    'x.txt',
  ];
  expect(await placeInImage('i.wim', 2, wanted, { tools })).toEqual({
    paths: [
      'Windows/System32/drivers/a.sys',
      'Windows/System32/drivers/etc/hosts',
      'Windows/System32/ntoskrnl.exe',
      'Program Files/Corp/a.txt',
      'Program Files/Corp/b.txt',
      'x.txt',
    ],
    folders: ['Program Files/Corp', 'Windows/System32/drivers', 'Windows/System32/drivers/etc'],
  });
  // The image is listed once, and each folder that is there already looked at once.
  expect(tools.calls.map(({ args }) => args.slice(0, 4).join(' '))).toEqual([
    'dir i.wim 2',
    'dir i.wim 2 --path=/Program Files',
    'dir i.wim 2 --path=/Windows',
    'dir i.wim 2 --path=/Windows/System32',
  ]);
});

it.each([
  ['a link', 'Users/all users/Corp/x', 'C:\\Users\\All Users'],
  ['a file', 'Windows/System32/ntoskrnl.exe/x', 'C:\\Windows\\System32\\ntoskrnl.exe'],
])('takes %s for no folder', async (_, path, name) => {
  await expect(placeInImage('i.wim', 1, [path], { tools: image() })).rejects.toMatchObject({
    code: 'input-invalid',
    message: `Input files: ${name} is a link or a file in the image, and no folder to copy into`,
  });
});
