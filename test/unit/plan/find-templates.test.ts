import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findTemplates, isNamed, readPatterns } from '../../../src/plan/find-templates.ts';
import { sampleRepository } from './sample-repository.ts';

it('finds what a pattern names and no exclusion names, each once, in order', async () => {
  const { folder } = await sampleRepository({
    'templates/b.yml': '',
    'templates/a.yaml': '',
    'templates/deep/c.yml': '',
    'templates/_base.yml': '',
    'templates/a.lock.json': '',
    'other/d.yml': '',
  });
  await mkdir(join(folder, 'templates/folder.yml'));
  const find = (...texts: string[]) => findTemplates(folder, readPatterns(texts));
  expect(await find('templates/**/*.{yml,yaml}', 'templates/*.yml', '!templates/_*.yml')).toEqual([
    'templates/a.yaml',
    'templates/b.yml',
    'templates/deep/c.yml',
  ]);
  expect(await find('./templates/*.yml', '! **/_base.yml')).toEqual(['templates/b.yml']);
  expect(await find('templates\\b.yml')).toEqual(['templates/b.yml']);
  expect(await find('none/*.yml')).toEqual([]);
});

describe('a pattern', () => {
  it.each(['../*.yml', '/etc/*.yml', 'a/../../b.yml', 'C:\\t\\*.yml', '!../a.yml', '..'])(
    'that leads out of the workspace is refused: %s',
    (pattern) => {
      expect(() => readPatterns(['templates/*.yml', pattern])).toThrow(
        expect.objectContaining({
          code: 'input-invalid',
          message: expect.stringContaining('leads out of the workspace'),
        }),
      );
    },
  );

  it('may go up and down again within it', () => {
    expect(readPatterns(['templates/../a.yml']).wanted).toEqual(['a.yml']);
  });

  it('has to be there that takes something', () => {
    expect(() => readPatterns(['!a.yml'])).toThrow(
      expect.objectContaining({ code: 'input-invalid', message: expect.stringContaining('names no file to take') }),
    );
  });

  it('names files that are gone as well', () => {
    const patterns = readPatterns(['templates/*.yml', '!templates/x.yml']);
    expect(
      ['templates/gone.yml', 'templates/x.yml', 'templates/a.lock.json'].map((one) => isNamed(one, patterns)),
    ).toEqual([true, false, false]);
  });
});
