import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { isAffected, missingFiles } from '../../../src/plan/named-files.ts';
import type { ReadTemplate } from '../../../src/plan/read-templates.ts';

const workspace = await mkdtemp(join(tmpdir(), 'stillframe-named-'));
afterAll(() => rm(workspace, { recursive: true }));
const at = (...names: string[]): string => join(workspace, ...names);
await mkdir(at('corp'));
await writeFile(at('unattend.xml'), '');

const read = (more: object = {}): ReadTemplate =>
  ({
    path: 'a.yml',
    template: {
      file: at('a.yml'),
      bases: [at('base.yml')],
      places: new Map([['customize.files[1].from', { file: at('base.yml'), line: 7, column: 3 }]]),
      windows: { iso: { path: at('media/ws.iso') } },
      drivers: { toolsIso: { path: at('media/tools.iso') } },
      customize: {
        unattend: at('unattend.xml'),
        files: [{ from: at('corp') }, { from: at('gone') }],
        firstBootScripts: [at('first.ps1')],
      },
      ...more,
    },
  }) as unknown as ReadTemplate;

it.each([
  ['itself', 'a.yml', true],
  ['its lock', 'a.lock.json', true],
  ['what it extends', 'base.yml', true],
  ['its answer file', 'unattend.xml', true],
  ['a folder that it copies', 'corp', true],
  ['a file in it', 'corp/deep/x.txt', true],
  ['a script', 'first.ps1', true],
  ['its ISO', 'media/ws.iso', true],
  ['its Tools ISO', 'media/tools.iso', true],
  // A submodule, of which git tells the folder alone.
  ['the submodule in which its ISO lies', 'media', true],
  ['a file in its folder as git has it', 'Corp/Deep/x.txt', true],
  ['a file below a name of rare letters', 'corp/\u{1F600}\u{1F600}/x.txt', true],
  ['a file that begins alike', 'corporate.txt', false],
  ['another template', 'b.yml', false],
])('is affected by %s', async (_what, file, affected) => {
  expect(await isAffected(workspace, read(), new Set([at('other'), at(file)]))).toBe(affected);
});

it('is affected by what its files are links to, also where the workspace is one', async () => {
  await mkdir(at('shared'));
  await writeFile(at('shared/real.yml'), '');
  await symlink(at('shared/real.yml'), at('link.yml'));
  await symlink(at('shared'), at('linked'));
  const file = read({ file: at('link.yml'), bases: [] });
  expect(await isAffected(workspace, file, new Set([at('shared/real.yml')]))).toBe(true);
  expect(await isAffected(workspace, file, new Set([at('shared/other.yml')]))).toBe(false);
  const folder = read({ customize: { files: [{ from: at('linked') }] } });
  expect(await isAffected(workspace, folder, new Set([at('shared/deep/x.txt')]))).toBe(true);
  const other = `${workspace}-link`;
  await symlink(workspace, other);
  try {
    const there = read({ file: join(other, 'link.yml'), bases: [] });
    expect(await isAffected(other, there, new Set([join(other, 'shared/real.yml')]))).toBe(true);
  } finally {
    await rm(other);
  }
});

it('is affected by nothing of what it does not name', async () => {
  const plain = read({ windows: { iso: { url: 'x' } }, drivers: {}, customize: {} });
  const changed = new Set([at('unattend.xml'), at('media/ws.iso'), at('media/tools.iso')]);
  expect(await isAffected(workspace, plain, changed)).toBe(false);
  expect(await isAffected(workspace, plain, new Set())).toBe(false);
});

it('misses what comes with the template and is not there, where it is named', async () => {
  expect(await missingFiles(workspace, read())).toEqual([
    {
      code: 'file-missing',
      severity: 'error',
      seen: 'customize.files[1].from names gone, which is not in the repository.',
      remedy: expect.stringContaining('Commit it') as string,
      location: { file: 'base.yml', line: 7, column: 3 },
    },
    {
      code: 'file-missing',
      severity: 'error',
      seen: 'customize.first-boot-scripts[0] names first.ps1, which is not in the repository.',
      remedy: expect.stringContaining('Commit it') as string,
      location: { file: 'a.yml', line: 1, column: 1 },
    },
  ]);
});

it('misses nothing that lies elsewhere', async () => {
  const elsewhere = { unattend: '/nowhere/unattend.xml', files: [{ from: `${workspace}-beside/x` }] };
  expect(await missingFiles(workspace, read({ customize: elsewhere }))).toEqual([]);
  expect(await missingFiles(workspace, read({ customize: { unattend: at('gone.xml') } }))).toMatchObject([
    { seen: 'customize.unattend.file names gone.xml, which is not in the repository.' },
  ]);
});
