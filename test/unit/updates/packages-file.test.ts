import { expect, test } from 'vitest';
import { parsePackagesFile } from '../../../src/updates/packages-file.ts';

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
  ['an empty list', 'packages: []\n', /no list of packages/],
  ['broken YAML', 'packages: [\n', /not valid YAML/],
])('%s is refused with its place', (_, text, message) => {
  expect(() => parsePackagesFile(text, 'packages.yml')).toThrow(
    expect.objectContaining({ code: 'input-invalid', message: expect.stringMatching(message) }),
  );
});
