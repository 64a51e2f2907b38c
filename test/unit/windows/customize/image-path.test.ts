import { expect, it } from 'vitest';
import { imagePath } from '../../../../src/windows/customize/image-path.ts';

it.each([
  ['C:\\Corp', 'Corp'],
  ['c:/Corp/sub\\file.txt', 'Corp/sub/file.txt'],
  ['C:\\Corp\\\\', 'Corp'],
  ['C:\\', ''],
  ['C:\\Windows\\Setup\\Stillframes', 'Windows/Setup/Stillframes'],
  ['C:\\Größe\\ж', 'Größe/ж'],
  ['C:\\Console\\com10.txt', 'Console/com10.txt'],
  ['C:\\Windows\\Panther\\other.xml', 'Windows/Panther/other.xml'],
  [`C:\\${'n'.repeat(255)}`, 'n'.repeat(255)],
])('%s is %j', (text, path) => {
  expect(imagePath(text)).toBe(path);
});

it.each([
  ['Corp', 'is no path on C:'],
  ['D:\\Corp', 'is no path on C:'],
  ['C:Corp', 'is no path on C:'],
  ['\\\\server\\share', 'is no path on C:'],
  ['C:\\a\\..\\b', '".." is no name'],
  ['C:\\a:b', '"a:b" is no name'],
  ['C:\\a\tb', 'is no name'],
  ['C:\\CON', '"CON" is no name'],
  ['C:\\a\\nul.txt', '"nul.txt" is no name'],
  ['C:\\a ', '"a " is no name'],
  ['C:\\a.', '"a." is no name'],
  ['C:\\a?', '"a?" is no name'],
  ['C:\\Windows\\Setup\\Stillframe\\x', 'files of its own'],
  ['C:\\windows\\panther\\Unattend.xml', 'files of its own'],
  ['C:\\Windows\\Setup\\Scripts\\SetupComplete.cmd', 'files of its own'],
  ['C:\\Windows\\Panther\\unattend\\Unattend.xml', 'files of its own'],
  ['C:\\Windows\\Panther\\AutoUnattend.xml', 'files of its own'],
  [`C:\\${'n'.repeat(256)}`, 'is no name'],
])('refuses %s', (text, message) => {
  expect(() => imagePath(text)).toThrow(message);
});
