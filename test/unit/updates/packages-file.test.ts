import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { parsePackagesFile, readPackagesFile } from '../../../src/updates/packages-file.ts';

const SHA = 'a'.repeat(64);
const entry = (lines: string): string => `packages:\n  - sha256: ${SHA}\n${lines}`;

test('addresses and paths, with what the name tells', () => {
  const text = `${entry('    url: https://mirror.example/windows10.0-kb5098818-x64_ab.msu\n')}  - { sha256: ${'1'.repeat(64)}, path: ../x/ssu.cab, kb: 5005112, kind: servicing-stack }\n`;
  expect(parsePackagesFile(text, '/srv/list/packages.yml')).toEqual([
    {
      url: 'https://mirror.example/windows10.0-kb5098818-x64_ab.msu',
      name: 'windows10.0-kb5098818-x64_ab.msu',
      sha256: SHA,
      kb: 'KB5098818',
    },
    {
      url: 'file:///srv/x/ssu.cab',
      name: 'ssu.cab',
      sha256: '1'.repeat(64),
      kb: 'KB5005112',
      kind: 'servicing-stack',
    },
  ]);
});

test('JSON is YAML', () => {
  const text = JSON.stringify([{ url: 'https://mirror.example/a.msu', sha256: SHA }]);
  expect(parsePackagesFile(text, 'packages.json')).toHaveLength(1);
});

test.each([
  ['an unknown key', entry('    url: https://m.example/a.msu\n    size: 3\n'), /:2:5: unknown key "size"/],
  ['no hash', 'packages:\n  - url: https://m.example/a.msu\n', /sha256 is not/],
  ['neither address nor path', entry(''), /needs either url/],
  ['both', entry('    url: https://m.example/a.msu\n    path: a.msu\n'), /needs either url/],
  ['another scheme', entry('    url: file:///etc/a.msu\n'), /needs either url/],
  ['no package', entry('    path: notes.txt\n'), /not the name of an .msu/],
  ['an unknown kind', entry('    path: a.msu\n    kind: hotfix\n'), /kind "hotfix"/],
  [
    'a key beside the list',
    `${entry('    path: a.msu\n')}exclude: [KB5000001]\n`,
    /:4:1: unknown key "exclude" \(known: packages\)$/,
  ],
  [
    'a file twice',
    `${entry('    path: a.msu\n')}  - { sha256: ${SHA}, path: b.msu }\n`,
    /:4:5: the file a{64} is there twice$/,
  ],
  ['a tag', entry('    path: !env A.msu\n'), /:3:11: not valid YAML: Unresolved tag: !env/],
  ['a percent sign that encodes nothing', entry('    url: https://m.example/100%.msu\n'), /"100%.msu" is not the name/],
  ['an empty list', 'packages: []\n', /no list of packages/],
  ['broken YAML', 'packages: [\n', /not valid YAML/],
])('%s is refused with its place', (_, text, message) => {
  expect(() => parsePackagesFile(text, 'packages.yml')).toThrow(
    expect.objectContaining({ code: 'input-invalid', message: expect.stringMatching(message) }),
  );
});

test.each([
  ['an entry that is text', 'packages:\n  - a.msu\n', /^packages\.yml:2:5: an entry that is no mapping$/],
  ['a hash in front of more', entry('').replace(SHA, `${SHA}0`), /:2:5: sha256 is not 64 hexadecimal digits$/],
  ['no list at all', 'hello: 1\n', /^packages\.yml:1:1: no list of packages$/],
  ['a scalar', 'hello\n', /no list of packages/],
  ['a number that is none', entry('    path: a.msu\n    kb: KB12\n'), /kb "KB12" is not a KB number$/],
  ['a name that begins with a dot', entry('    path: .a.msu\n'), /".a.msu" is not the name of an .msu or .cab file$/],
  ['a name that goes on', entry('    path: a.msu.txt\n'), /"a.msu.txt" is not the name/],
  ['another scheme', entry('    url: ftp://m.example/a.msu\n'), /either url \(a web address\) or path$/],
  ['no address', entry('    url: a.msu\n'), /needs either url/],
  ['an unknown key', entry('    path: a.msu\n    size: 3\n'), /\(known: url, path, sha256, kb, kind\)$/],
  [
    'a kind',
    entry('    path: a.msu\n    kind: x\n'),
    /kind "x" is none of servicing-stack, checkpoint, cumulative, dotnet$/,
  ],
])('%s is refused in words', (_, text, message) => {
  expect(() => parsePackagesFile(text, 'packages.yml')).toThrow(
    expect.objectContaining({
      code: 'input-invalid',
      message: expect.stringMatching(message),
      hint: expect.stringContaining('Write a list "packages:"'),
    }),
  );
});

test('hashes, names and numbers in any case; names of the web are decoded', () => {
  const text = entry('    url: HTTP://m.example/x/A%20b.MSU?x=1\n    kb: kb5122871\n').replace(SHA, SHA.toUpperCase());
  expect(parsePackagesFile(text, 'p.yml')).toEqual([
    { url: 'HTTP://m.example/x/A%20b.MSU?x=1', name: 'A b.MSU', sha256: SHA, kb: 'KB5122871' },
  ]);
  expect(parsePackagesFile(entry('    path: a_KB5122871_x64.cab\n    kind: checkpoint\n'), 'p.yml')).toMatchObject([
    { kb: 'KB5122871', kind: 'checkpoint' },
  ]);
});

test('a list that is not UTF-8 is refused', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'stillframe-list-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, 'p.yml');
  await writeFile(path, Buffer.from(entry('    path: B\u00FCro/a.msu\n'), 'latin1'));
  await expect(readPackagesFile(path)).rejects.toMatchObject({
    code: 'input-invalid',
    message: `${path} is not UTF-8`,
  });
  await writeFile(path, entry('    path: B\u00FCro/a.msu\n'));
  expect(await readPackagesFile(path)).toMatchObject([{ name: 'a.msu' }]);
});

test('a list that is not there is said of its input', async () => {
  await expect(readPackagesFile('/nowhere/packages.yml')).rejects.toMatchObject({
    code: 'file-missing',
    message: expect.stringContaining('packages-file'),
  });
});
