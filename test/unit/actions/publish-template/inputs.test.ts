import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as publishTemplate from '../../../../actions/publish-template/inputs.ts';
import { prepareInputs } from '../prepare-inputs.ts';

const GIVEN = { server: 'vc.example.com', username: 'u', password: 'p', vm: 'vm-1', verification: 'r.json' };
const read = (more: Readonly<Record<string, string>> = {}) => prepareInputs(publishTemplate, { ...GIVEN, ...more });

describe('inputs of publish-template', () => {
  it('are these by default', async () => {
    expect(await read()).toMatchObject({
      vm: 'vm-1',
      as: 'template',
      library: undefined,
      folder: undefined,
      keep: 1,
      level: 'application',
      verification: resolve('r.json'),
      dryRun: false,
    });
  });

  it('name the library of an item', async () => {
    expect(await read({ as: 'library-item', library: 'golden', keep: '3' })).toMatchObject({
      as: 'library-item',
      library: 'golden',
      keep: 3,
    });
  });

  it.each(['vm', 'verification', 'server', 'username', 'password'])('are missing without %s', async (name) => {
    await expect(read({ [name]: '' })).rejects.toMatchObject({
      code: 'input-missing',
      message: expect.stringContaining(`Input ${name}`) as string,
    });
  });

  it.each<[Readonly<Record<string, string>>, string, string]>([
    [{ as: 'library-item' }, 'input-missing', 'Input library'],
    [{ as: 'library-item', library: 'golden', folder: 'f' }, 'input-invalid', 'Input folder'],
    [{ library: 'golden' }, 'input-invalid', 'Input library'],
    [{ as: 'vm', library: 'golden' }, 'input-invalid', 'Input library'],
  ])('%j are refused', async (given, code, message) => {
    await expect(read(given)).rejects.toMatchObject({ code, message: expect.stringContaining(message) as string });
  });
});
