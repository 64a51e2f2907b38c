import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runStep, type Step } from '../../fakes/runner/run-step.ts';

/** Templates that would build something else than they say: the built action refuses them in words, at line and column. */

const LINES = [
  'name: ws2019',
  'windows:',
  '  product: windows-server-2019',
  '  edition: standard-core',
  '  iso: { path: media/none.iso }',
] as const;
const HASH = 'ab'.repeat(32);

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-refused-templates-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A line with a number takes the place of that line; others follow at line 6 and on. */
function documentOf(...changes: readonly (string | readonly [line: number, text: string])[]): string {
  let lines: readonly string[] = LINES;
  for (const change of changes) {
    lines = typeof change === 'string' ? [...lines, change] : lines.with(change[0] - 1, change[1]);
  }
  return `${lines.join('\n')}\n`;
}

async function buildWith(text: string): Promise<Step> {
  const job = await mkdtemp(join(folder, 'template-'));
  const template = join(job, 't.yml');
  await writeFile(template, text);
  // An ISO that is not there: a template that is taken ends at it.
  const inputs = { template, iso: join(job, 'none.iso'), vhd: join(job, 'a.vhd') };
  const given = { packages: '[]', drivers: join(job, 'none'), 'tools-setup': join(job, 'none.exe') };
  return runStep(job, 'build-vhd', { ...inputs, ...given });
}

const REFUSED: readonly (readonly [what: string, text: string, at: string, says: string])[] = [
  [
    'A.2 a second entry of publish, which does nothing',
    documentOf('publish:', '  - { as: template, datastore: ds1 }', '  - { as: template, datastore: ds2 }'),
    '7:3',
    'publish has more than 1 entry',
  ],
  ['a format that nobody builds', documentOf('disk: { format: qcow2 }'), '6:17', '"qcow2" is not one of the known'],
  ['a Recovery partition in front', documentOf('disk: { recovery: first }'), '6:19', '"first" is not one of the known'],
  ['A.3 a library', documentOf('publish: [{ as: library }]'), '6:17', '"library" is not one of'],
  ['A.3 an empty section', documentOf('disk:'), '6:1', 'disk is empty'],
  ['A.3 a part of a byte', documentOf('disk: { size: 0.3 B }'), '6:15', '"0.3 B" is not allowed'],
  ['A.3 more than a disk can be', documentOf('disk: { size: 99999999 TiB }'), '6:15', '"99999999 TiB"'],
  ['A.3 more than a VHD can hold', documentOf('disk: { size: 3 TiB }'), '6:15', '"3 TiB" is not allowed'],
  ['A.3 an ESP below what FAT32 needs', documentOf('disk: { esp: 1 MiB }'), '6:14', '"1 MiB" is not allowed'],
  ['A.3 a month that is none', documentOf('updates: { release: 2026-13 }'), '6:21', '"2026-13" is not allowed'],
  ['A.3 a KB that is none', documentOf('updates: { release: KB1 }'), '6:21', '"KB1" is not allowed'],
  ['A.3 an edition of ""', documentOf([4, '  edition: ""']), '4:12', 'windows.edition: ""'],
  ['A.3 the edition 0', documentOf([4, '  edition: 0']), '4:12', 'windows.edition: 0 is too small'],
  ['A.3 a size of 0', documentOf('disk: { size: 0 GiB }'), '6:15', '"0 GiB" is not allowed'],
  ['A.3 a time-out of 0', documentOf('verify: { timeout: 0 min }'), '6:20', '"0 min" is not allowed'],
  ['A.3 a name with :*?', documentOf([1, 'name: "a:b*c?"']), '1:7', 'name: "a:b*c?"'],
  ['A.3 a name with a dot at its end', documentOf([1, 'name: ws2019.']), '1:7', 'name: "ws2019."'],
  ['A.3 secure boot with BIOS', documentOf('vm: { firmware: bios, secure-boot: true }'), '6:36', 'vm.secure-boot'],
  [
    'A.3 a URL without a hash',
    documentOf([5, '  iso: { url: "https://a.example/x.iso" }']),
    '5:8',
    'has a url without sha256',
  ],
  [
    'A.3 a password in a URL',
    documentOf([5, `  iso: { url: "https://me:hunter2@a.example/x.iso", sha256: ${HASH} }`]),
    '5:15',
    '"https://***@a.example/x.iso" is not allowed',
  ],
  ['A.3 a text for a list, in words', documentOf('updates: { include: ssu }'), '6:21', 'a list is wanted'],
];

describe.concurrent('a template is refused for', () => {
  it.each(REFUSED)('%s', async (_what, text, at, says) => {
    const { exitCode, error, printed } = await buildWith(text);
    expect(error?.code, error?.message).toBe('template-invalid');
    expect(exitCode).toBe(1);
    expect(error?.message).toContain(`t.yml:${at}: `);
    expect(error?.message).toContain(says);
    expect(`${error?.message} ${error?.hint}`).not.toMatch(/pattern|must (be|match|NOT)|\^\[/);
    expect(printed).not.toContain('hunter2');
    expect(printed).toMatch(new RegExp(`^::error .*line=${at.split(':')[0]},col=${at.split(':')[1]}\\b`, 'm'));
  });

  it('A.3 all its faults at once, each at its place', async () => {
    const { error } = await buildWith(
      documentOf(
        [1, 'name: "a:b"'],
        [4, '  edition: 0'],
        'updates: { release: 2026-13 }',
        'disk: { size: 0 GiB, format: qcow2 }',
        'vm: { firmware: bios, secure-boot: true }',
      ),
    );
    expect(error?.code).toBe('template-invalid');
    const places = [...(error?.message ?? '').matchAll(/t\.yml:(\d+:\d+): /g)].map(([, place]) => place);
    expect(places).toEqual(['1:7', '4:12', '6:21', '7:15', '7:30', '8:36']);
  });
});
