import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadTemplate } from '../../../src/template/template-file.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-template-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function load(text: string) {
  const file = join(folder, 'template.yml');
  await writeFile(file, text);
  return loadTemplate(file);
}

const MINIMAL = `name: ws2019
windows:
  product: windows-server-2019
  edition: 2
  iso: { path: media/a.iso, sha256: ${'AB'.repeat(32)} }
`;

describe('loadTemplate', () => {
  it('fills in defaults, resolves units and makes paths absolute', async () => {
    const template = await load(`${MINIMAL}disk: { size: 60 GiB }\nverify: { timeout: 90 s }\n`);
    expect(template.windows).toMatchObject({ edition: '2', iso: { path: join(folder, 'media/a.iso') } });
    expect(template.windows.iso.sha256).toBe('ab'.repeat(32));
    expect(template.disk).toMatchObject({ size: 60 * 2 ** 30, esp: 260 * 2 ** 20, recovery: 'none', type: 'dynamic' });
    expect(template.verify).toEqual({ level: 'application', timeout: 90_000 });
    expect(template.updates.release).toEqual(['latest']);
    expect(template.vm.secureBoot).toBe(true);
  });

  it.each([
    [
      'an unknown key',
      `${MINIMAL}disk: { siez: 40 GiB }\n`,
      '6:9',
      'unknown key "siez" in disk',
      'Did you mean "size"?',
    ],
    ['an unknown key at the top', `${MINIMAL}dsik: {}\n`, '6:1', 'unknown key "dsik"', 'Did you mean "disk"?'],
    ['a size without unit', `${MINIMAL}disk: { size: 40 }\n`, '6:15', 'disk.size is a number', '40 GiB'],
    ['an unknown unit', `${MINIMAL}disk: { size: 40 Gb }\n`, '6:15', 'disk.size: "40 Gb"', '40 GiB'],
    [
      'a wrong product',
      MINIMAL.replace('2019\n  ed', '2091\n  ed'),
      '3:12',
      '"windows-server-2091"',
      'windows-server-2019',
    ],
    [
      'a missing key',
      'name: x\nwindows: { product: windows-server-2019, edition: 1 }\n',
      '2:10',
      'lacks the key "iso"',
      'Add "iso',
    ],
    ['a password', `${MINIMAL}customize: { administrator-password: x }\n`, '6:14', 'unknown key', 'Secrets never'],
    [
      'both path and url',
      `name: x\nwindows: { product: windows-server-2019, edition: 1, iso: { path: a, url: 'https://b' } }\n`,
      '2:59',
      'windows.iso',
      '',
    ],
    ['broken YAML', 'name: [x\n', '2:1', 'not valid YAML', ''],
    ['an empty file', '', '1:1', 'not a mapping', 'examples/'],
    ['a wrong month', `${MINIMAL}updates: { release: 2026-1 }\n`, '6:21', 'updates.release', ''],
  ])('refuses %s with line and column', async (_, text, position, message, hint) => {
    const error = await load(text).catch((e: unknown) => e);
    expect(error).toMatchObject({ code: 'template-invalid' });
    expect((error as Error).message).toContain(`template.yml:${position}: `);
    expect((error as Error).message).toContain(message);
    expect((error as { hint: string }).hint).toContain(hint);
  });

  it('says that the file does not exist', async () => {
    await expect(loadTemplate(join(folder, 'none.yml'))).rejects.toMatchObject({ code: 'file-missing' });
  });
});
