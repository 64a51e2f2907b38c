import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { writtenPath } from '../../../src/template/written-path.ts';

const FOLDER = resolve('/repository/templates');

it.each([
  ['corp/files', join(FOLDER, 'corp/files')],
  [String.raw`corp\files`, join(FOLDER, 'corp/files')],
  [String.raw`..\base.yml`, join(FOLDER, '../base.yml')],
  [String.raw`.\corp\\`, join(FOLDER, 'corp')],
  ['/srv/media.iso', resolve('/srv/media.iso')],
])('%s is seen from the folder', (written, path) => {
  expect(writtenPath(FOLDER, written)).toBe(path);
});

it.each([String.raw`D:\Media\ws.iso`, 'd:/media/ws.iso', String.raw`\\server\share\corp`])(
  '%s lies in no folder of the template',
  (written) => {
    expect(writtenPath(FOLDER, written)).toBe(process.platform === 'win32' ? resolve(written) : written);
  },
);

it('a letter and a colon without a slash are a name', () => {
  expect(writtenPath(FOLDER, 'd:x')).toBe(resolve(FOLDER, 'd:x'));
});
