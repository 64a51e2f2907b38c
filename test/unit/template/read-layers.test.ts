import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { readLayers } from '../../../src/template/read-layers.ts';
import { loadTemplate } from '../../../src/template/template-file.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-layers-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const at = (...names: string[]): string => join(folder, ...names);

async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(at(name)), { recursive: true });
    await writeFile(at(name), text);
  }
}

async function refusal(name: string): Promise<UserError> {
  const error: unknown = await loadTemplate(at(name)).catch((thrown: unknown) => thrown);
  if (error instanceof UserError) return error;
  throw new Error('nothing was refused');
}

const BASE = `windows:
  product: windows-server-2022
  edition: standard-core
  iso: { path: media/ws2022.iso, sha256: ${'a'.repeat(64)} }
updates: { release: 2026-10, exclude: [KB5000001, KB5000002] }
customize:
  unattend: { file: unattend.xml }
  first-boot-scripts: [join.ps1]
vm: { cpus: 4, memory: 8 GiB }
`;

describe('a template that extends another', () => {
  it('merges mappings and replaces lists, through several files', async () => {
    await write({
      'base/root.yml': BASE,
      'base/gui.yml': 'extends: root.yml\nwindows: { edition: standard-desktop }\nvm: { cpus: 6 }\n',
      'a.yml': 'extends: base/gui.yml\nname: a\nupdates: { exclude: [KB5000003] }\nvm: { network: Lab }\n',
    });
    const template = await loadTemplate(at('a.yml'));
    expect(template.name).toBe('a');
    expect(template.windows).toMatchObject({ product: 'windows-server-2022', edition: 'standard-desktop' });
    expect(template.updates).toMatchObject({ release: ['2026-10'], exclude: ['KB5000003'], channel: 'regular' });
    expect(template.vm).toMatchObject({ cpus: 6, memory: 8 * 2 ** 30, network: 'Lab', firmware: 'efi' });
    expect(template.file).toBe(at('a.yml'));
    expect(template.bases).toEqual([at('base/gui.yml'), at('base/root.yml')]);
  });

  it('counts paths from the folder of the file in which they stand', async () => {
    await write({
      'base/root.yml': BASE,
      'templates/a.yml':
        'extends: ../base/root.yml\nname: a\ncustomize:\n  files: [{ from: corp, to: "C:\\\\Corp" }]\n  first-boot-scripts: [own.cmd]\n',
    });
    const { windows, customize } = await loadTemplate(at('templates/a.yml'));
    expect(windows.iso.path).toBe(at('base/media/ws2022.iso'));
    expect(customize.unattend).toBe(at('base/unattend.xml'));
    expect(customize.files).toEqual([{ from: at('templates/corp'), to: 'C:\\Corp' }]);
    expect(customize.firstBootScripts).toEqual([at('templates/own.cmd')]);
  });

  it('takes backslashes for what they are on Windows, on every system', async () => {
    await write({
      'base/root.yml': BASE.replace('media/ws2022.iso', 'media\\ws2022.iso').replace(
        '[join.ps1]',
        "['first\\join.ps1']",
      ),
      'templates/a.yml':
        "extends: ..\\base\\root.yml\nname: a\ncustomize:\n  files: [{ from: 'corp\\x\\', to: 'C:\\Corp' }, { from: 'D:\\Share\\y', to: 'C:\\Y' }]\n",
    });
    const { windows, customize, bases } = await loadTemplate(at('templates/a.yml'));
    expect(bases).toEqual([at('base/root.yml')]);
    expect(windows.iso.path).toBe(at('base/media/ws2022.iso'));
    expect(customize.firstBootScripts).toEqual([at('base/first/join.ps1')]);
    expect(customize.files?.map(({ from }) => from)).toEqual([at('templates/corp/x'), 'D:\\Share\\y']);
  });

  it('takes an ISO whole: a hash belongs to its file', async () => {
    await write({
      'base.yml': `${BASE}drivers: { tools-iso: { url: 'https://a.example/t.iso', sha256: ${'b'.repeat(64)} } }\n`,
      'a.yml':
        'extends: base.yml\nname: a\nwindows: { iso: { path: other.iso } }\ndrivers: { tools-iso: { path: t.iso } }\n',
    });
    const { windows, drivers } = await loadTemplate(at('a.yml'));
    expect(windows.iso).toEqual({ path: at('other.iso') });
    expect(drivers.toolsIso).toEqual({ path: at('t.iso') });
  });

  it('knows of every value in which file it stands, and of none that was replaced', async () => {
    await write({
      'base.yml': `${BASE}publish: [{ as: template, datastore: ds1 }]\n`,
      'a.yml': 'extends: base.yml\nname: a\nupdates: { exclude: [KB5000003] }\npublish: [{ as: vm }]\n',
    });
    const { places } = await loadTemplate(at('a.yml'));
    const [base, own] = [at('base.yml'), at('a.yml')];
    expect(places.get('vm.cpus')).toEqual({ file: base, line: 9, column: 13 });
    expect(places.get('updates.release')).toEqual({ file: base, line: 5, column: 21 });
    expect(places.get('updates.exclude[0]')).toEqual({ file: own, line: 3, column: 22 });
    expect(places.get('updates.exclude[1]')).toBeUndefined();
    expect(places.get('updates')).toEqual({ file: own, line: 3, column: 10 });
    expect(places.get('publish[0].as')).toEqual({ file: own, line: 4, column: 17 });
    expect(places.get('publish[0].datastore')).toBeUndefined();
    expect(places.get('extends')).toBeUndefined();
  });

  it('tells each fault in the file and at the line where it stands, its own first', async () => {
    await write({
      'base.yml': `${BASE}vmm: {}\ndisk: { size: 0 GiB }\n`,
      'a.yml': 'extends: base.yml\nname: "a:b"\nupdates: { release: KB1 }\n',
    });
    const error = await refusal('a.yml');
    expect(error.code).toBe('template-invalid');
    expect(error.location).toEqual({ file: at('a.yml'), line: 2, column: 7 });
    expect([...error.message.matchAll(/^\S*?([a-z]+\.yml:\d+:\d+): /gm)].map(([, place]) => place)).toEqual([
      'a.yml:2:7',
      'a.yml:3:21',
      'base.yml:10:1',
      'base.yml:11:15',
    ]);
    expect(error.message).toContain(`${at('a.yml')} has 4 faults:`);
  });

  it('places what neither says in the file that should say it', async () => {
    await write({ 'base.yml': 'windows: { product: windows-server-2022 }\n', 'a.yml': 'extends: base.yml\n' });
    const { message } = await refusal('a.yml');
    expect(message).toContain(`${at('a.yml')}:1:1: the template lacks the key "name"`);
    expect(message).toContain(`${at('base.yml')}:1:10: windows lacks the key "edition"`);
    expect(message).toContain('windows lacks the key "iso"');
  });

  it('keeps a value that is empty here from hiding what the base says', async () => {
    await write({ 'base.yml': BASE, 'a.yml': 'extends: base.yml\nname: a\nvm:\n' });
    expect((await refusal('a.yml')).message).toContain('a.yml:3:1: vm is empty');
  });

  it.each([
    ['a list', 'extends: [base.yml]', '1:10', 'not the path of a file'],
    ['nothing', 'extends:', '1:1', 'not the path of a file'],
    ['blanks', 'extends: " "', '1:10', 'not the path of a file'],
    ['a file that is not there', 'extends: none.yml', '1:10', 'none.yml does not exist'],
    ['a folder', 'extends: .', '1:10', 'is a folder where a file is needed'],
    ['itself', 'extends: ./a.yml', '1:10', 'goes round in a circle'],
  ])('refuses %s at its place', async (_what, line, place, words) => {
    await write({ 'a.yml': `${line}\nname: a\n` });
    const error = await refusal('a.yml');
    expect(error.code).toBe('template-invalid');
    expect(error.message).toContain(`a.yml:${place}: extends`);
    expect(error.message).toContain(words);
    expect(error.message).not.toContain('input template');
  });

  it('refuses a circle where it closes, and names the way', async () => {
    await write({ 'a.yml': 'extends: b/b.yml\nname: a\n', 'b/b.yml': '# b\nextends: ../a.yml\n' });
    const error = await refusal('a.yml');
    expect(error.location).toEqual({ file: at('b/b.yml'), line: 2, column: 10 });
    expect(error.message).toContain(`${at('a.yml')} -> ${at('b/b.yml')} -> ${at('a.yml')}`);
  });

  it('tells a base that is no YAML by its own lines', async () => {
    await write({ 'a.yml': 'extends: b.yml\nname: a\n', 'b.yml': 'vm: {}\nvm: {}\n' });
    expect((await refusal('a.yml')).location).toMatchObject({ file: at('b.yml'), line: 2 });
  });
});

it.each([
  ['ANSI', Buffer.from('extends: base.yml\nname: B\u00FCro\n', 'latin1')],
  ['UTF-16 of PowerShell', Buffer.from('\uFEFFextends: base.yml\n', 'utf16le')],
])('refuses a file in %s: what it cannot read would be another text', async (_what, bytes) => {
  await write({ 'base.yml': BASE });
  await writeFile(at('a.yml'), bytes);
  const error = await refusal('a.yml');
  expect(error).toMatchObject({ code: 'template-invalid', location: { file: at('a.yml'), line: 1, column: 1 } });
  expect([error.message, error.hint]).toEqual([
    `${at('a.yml')}:1:1: not UTF-8: its bytes are of another encoding`,
    expect.stringContaining('Save it as UTF-8'),
  ]);
  await write({ 'b.yml': 'extends: a.yml\nname: b\n' });
  expect((await refusal('b.yml')).message).toContain(`${at('a.yml')}:1:1: not UTF-8`);
});

it('reads a base once for all that share it', async () => {
  await write({ 'base.yml': BASE, 'a.yml': 'extends: base.yml\nname: a\n', 'b.yml': 'extends: base.yml\nname: b\n' });
  const cache = new Map();
  const [a] = [await readLayers(at('a.yml'), cache), await writeFile(at('base.yml'), 'gone: 1\n')];
  const b = await readLayers(at('b.yml'), cache);
  expect(b[1]).toBe(a[1]);
  expect([...cache.keys()]).toEqual([at('a.yml'), at('base.yml'), at('b.yml')]);
  // What one made of it does not show in the other.
  expect((await loadTemplate(at('b.yml'), cache)).vm.cpus).toBe(4);
});
