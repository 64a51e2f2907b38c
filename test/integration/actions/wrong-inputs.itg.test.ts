import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACTIONS } from '../../../actions/all.ts';
import type { Report } from '../../../src/report/report.ts';
import { runBundle } from '../../fakes/runner/run-bundle.ts';
import { runHere } from '../../fakes/runner/run-here.ts';

/**
 * Mistakes that people make in a step: each message says what, where and how to put it right, and none calls itself a bug. The first of
 * each action is made in its bundle, and by night all are; the others are made in this process.
 */

type Inputs = Readonly<Record<string, string>>;
/** Inputs, what the message has to say, and variables besides. `{}` in a value is the work folder. */
type Mistake = readonly [name: string, inputs: Inputs, says: RegExp, env?: Inputs];

const PRODUCT = { product: 'windows-server-2019' };
const ISO = { iso: '{}/text', vhd: '{}/out.vhd', edition: 'standard-desktop' };
const OVA = { disk: '{}/disk.raw', ova: '{}/out.ova', ...PRODUCT };
const VCENTER = { server: '127.0.0.1:1', username: 'u', password: 'p' };

const MISTAKES: Readonly<Record<string, readonly Mistake[]>> = {
  'check-release': [
    ['no login', {}, /3 inputs are wrong.*server.*username.*password/s],
    [
      'two words that are none',
      { ...VCENTER, verify: 'ture', upload: '1' },
      /2 inputs are wrong.*Input upload: "1".*Input verify: "ture".*true or false/s,
    ],
    ['a file of authorities that is a folder', { ...VCENTER, 'ca-file': '{}' }, /ca-file.*is a folder/is],
    ['a file of authorities that is none', { ...VCENTER, 'ca-file': '{}/text' }, /no certificate in PEM form/],
    [
      'a certificate that is none',
      { ...VCENTER, 'sign-key': '{}/text', 'sign-certificate': '{}/text' },
      /Input sign-key is not a private key/,
    ],
  ],
  'fetch-updates': [
    ['nothing at all', {}, /Input product is empty or not set.*template.*did the step/s],
    [
      'a product with a typo',
      { product: 'windows-server-2091' },
      /Input product: "windows-server-2091".*Write windows-server-20../s,
    ],
    [
      'an abbreviated kind',
      { ...PRODUCT, include: 'ssu' },
      /Input include: "ssu".*servicing-stack, cumulative, dotnet/s,
    ],
    ['a month that is none', { ...PRODUCT, release: '2026-13' }, /Input release.*2026-13/s],
    ['a KB that is none', { ...PRODUCT, release: 'KB1' }, /Input release.*KB1/s],
    ['an unknown channel', { ...PRODUCT, channel: 'weekly' }, /Input channel: "weekly".*regular/s],
    ['a build that is none', { ...PRODUCT, 'media-build': 'old' }, /Input media-build: "old"/],
    ['a build of another product', { ...PRODUCT, 'media-build': '20348.1' }, /media-build.*20348/s],
    ['a boolean that is none', { ...PRODUCT, 'update-lock': 'maybe' }, /Input update-lock: "maybe".*true or false/s],
    [
      'two ways to pin',
      { ...PRODUCT, 'lock-file': 'a.json', 'packages-file': 'b.yml' },
      /Input lock-file.*one of the two/s,
    ],
    [
      'a list, and what chooses in the catalog',
      { ...PRODUCT, release: '2026-09', 'packages-file': 'b.yml' },
      /Input release is set, and does nothing.*without packages-file/s,
    ],
    ['a list that is not there', { ...PRODUCT, 'packages-file': '{}/none.yml' }, /none\.yml.*does not exist/s],
    ['a list that is a folder', { ...PRODUCT, 'packages-file': '{}' }, /is a folder/],
    ['a list of nothing', { ...PRODUCT, 'packages-file': '{}/null.yml' }, /null\.yml.*packages/s],
    ['a lock that is a folder', { ...PRODUCT, 'lock-file': '{}/folder' }, /folder.*is a folder/s],
    [
      'a lock in a folder that is not there',
      { ...PRODUCT, 'lock-file': '{}/no/a.lock.json' },
      /lock.*folder does not exist/is,
    ],
    ['a template that is a folder', { template: '{}' }, /template.*is a folder/is],
    ['a template that is not there', { template: '{}/none.yml' }, /none\.yml.*does not exist/is],
    ['a template with an unknown key', { template: '{}/typo.yml' }, /typo\.yml:\d+:\d+: .*disc.*Did you mean/s],
    ['an address that is none', { ...PRODUCT, 'catalog-url': 'catalog' }, /catalog-url.*catalog/s],
  ],
  'extract-drivers': [
    ['nothing at all', {}, /2 inputs are wrong.*tools-iso.*drivers\.tools-iso.*product/s],
    ['an ISO that is not there', { ...PRODUCT, 'tools-iso': '{}/none.iso' }, /none\.iso.*does not exist/s],
    ['an ISO that is a folder', { ...PRODUCT, 'tools-iso': '{}' }, /is a folder/],
    ['an ISO that is none', { ...PRODUCT, 'tools-iso': '{}/text' }, /text.*(no|not).*disc|ISO/is],
    ['an address without a hash', { ...PRODUCT, 'tools-iso': 'https://example.com/t.iso' }, /sha256/],
    [
      'a hash that is none',
      { ...PRODUCT, 'tools-iso': '{}/text', sha256: 'abc' },
      /Input sha256: "abc".*64 hexadecimal/s,
    ],
    ['an unknown method', { ...PRODUCT, 'tools-iso': '{}/text', method: 'zip' }, /Input method: "zip".*auto/s],
  ],
  'build-vhd': [
    ['nothing at all', {}, /Input edition.*template/s],
    ['no ISO', { edition: '1', vhd: '{}/a.vhd' }, /Input iso is empty or not set.*windows\.iso/s],
    ['an ISO that is a folder', { ...ISO, iso: '{}' }, /is a folder/],
    ['an ISO that is not there', { ...ISO, iso: '{}/none.iso' }, /none\.iso.*does not exist/s],
    ['an ISO that is none', ISO, /text.*ISO/s],
    ['a size without a unit', { ...ISO, size: '40' }, /Input size: "40".*40 GiB/s],
    ['a partition that is not whole', { ...ISO, esp: '1.5 MiB' }, /Input esp.*whole MiB/s],
    ['another format', { ...ISO, format: 'qcow2' }, /Input format: "qcow2".*vhdx/s],
    ['a name of another format', { ...ISO, format: 'vhdx' }, /Input vhd: .*\.vhdx/s],
    ['a Recovery partition in front', { ...ISO, recovery: 'first' }, /Input recovery: "first".*last/s],
    ['an engine that is not there', { ...ISO, engine: 'dism' }, /Input engine: "dism".*wimlib/s],
    [
      'a feature that is no name',
      { ...ISO, features: 'Telnet Client' },
      /Input features: "Telnet Client".*Get-Features/s,
    ],
    ['no place for the image', { iso: '{}/text', edition: '1' }, /Input vhd is empty or not set/],
    ['a hash of something else', { ...ISO, sha256: 'a'.repeat(64) }, /SHA-256.*expected/s],
  ],
  'convert-ova': [
    [
      'an empty output of a step before',
      { ova: '{}/a.ova', ...PRODUCT },
      /Input disk is empty or not set.*did the step that gives it run/s,
    ],
    ['a disk that is a folder', { ...OVA, disk: '{}' }, /input disk.*(is a folder|not a file)/is],
    ['a disk that is not there', { ...OVA, disk: '{}/none.vhd' }, /none\.vhd.*does not exist/s],
    ['a disk that is none', { ...OVA, disk: '{}/text' }, /text/],
    ['an OVA that is the disk', { ...OVA, ova: '{}/disk.raw' }, /Input ova.*another name/s],
    [
      'an OVA that is the disk, by a link',
      { ...OVA, disk: '{}/link.raw', ova: '{}/disk.raw' },
      /Input ova.*another name/s,
    ],
    ['a path of Windows', { ...OVA, ova: '\\\\nas\\templates\\a.ova' }, /Input ova: .*write \/ between folders/s],
    ['an OVA that is a folder', { ...OVA, ova: '{}/folder' }, /folder.*is a folder/s],
    ['an OVA where nothing can be written', { ...OVA, ova: '/proc/x/a.ova' }, /\/proc\/x.*ova|ova.*\/proc\/x/is],
    ['a product that is not given', { disk: '{}/disk.raw', ova: '{}/a.ova' }, /Input product is empty/],
    [
      'a hardware version that is none',
      { ...OVA, 'hardware-version': 'vmx-900' },
      /Input hardware-version: "vmx-900".*from 10 to 99/s,
    ],
    ['secure boot with BIOS', { ...OVA, firmware: 'bios', 'secure-boot': 'true' }, /Input secure-boot.*firmware: efi/s],
    ['an odd memory', { ...OVA, memory: '3 MiB' }, /Input memory.*multiple of 4 MiB/s],
    ['no CPU', { ...OVA, cpus: '0' }, /Input cpus: "0".*from 1 to 768/s],
    ['a setting that is none', { ...OVA, 'extra-config': 'nonsense' }, /Input extra-config: "nonsense".*key|setting/s],
    ['a key that is a folder', { ...OVA, 'sign-key': '{}/folder', 'sign-certificate': '{}/text' }, /sign-key.*folder/s],
    ['a key without a certificate', { ...OVA, 'sign-key': '{}/text' }, /Input sign-certificate is empty/],
  ],
  'upload-esxi': [
    ['no login', { ova: '{}/text' }, /3 inputs are wrong.*server.*username.*password/s],
    ['an empty output of a step before', VCENTER, /Input ova is empty or not set/],
    [
      'an OVA that is a disk',
      { ...VCENTER, ova: '{}/disk.raw' },
      /disk\.raw \(input ova\) holds no \.ovf descriptor.*path of an OVA/s,
    ],
    ['an OVA that is a folder', { ...VCENTER, ova: '{}/folder' }, /folder.*(is a folder|not a file)/s],
    ['a thumbprint that is none', { ...VCENTER, ova: '{}/text', thumbprint: 'xy' }, /thumbprint|text/],
    [
      'an arrow in the network map',
      { ...VCENTER, ova: '{}/text', 'network-map': 'a -> b' },
      /Input network-map: "a -> b".*VM Network = /s,
    ],
    ['a content library', { ...VCENTER, ova: '{}/text', as: 'library-item' }, /librar/],
    ['a name that is too long', { ...VCENTER, ova: '{}/text', name: 'x'.repeat(90) }, /Input name.*characters/s],
  ],
  'verify-quiesce': [
    ['nothing at all', {}, /Neither the input image nor.*did the step/s],
    ['a server without a VM', { ...VCENTER }, /Input vm is empty or not set/],
    ['an image that is a folder', { image: '{}' }, /(is a folder|not a file)/],
    ['an image that is not there', { image: '{}/none.vhd' }, /none\.vhd.*does not exist/s],
    ['no time', { ...VCENTER, vm: 'a', timeout: '10 ms' }, /Input timeout.*at least a second/s],
    ['an unknown level', { image: '{}/disk.raw', level: 'strong' }, /Input level: "strong".*application/s],
    [
      'a script without an account',
      { ...VCENTER, vm: 'a', 'marker-scripts': 'true' },
      /Input marker-scripts.*guest-password/s,
    ],
    ['a copy that stays off', { ...VCENTER, vm: 'a', 'power-on': 'false' }, /Input power-on.*copy: false/s],
    ['a server that is not there', { ...VCENTER, vm: 'a' }, /127\.0\.0\.1:1/],
    [
      'a CA file that is not there',
      { ...VCENTER, vm: 'a', 'ca-file': '{}/none.pem' },
      /none\.pem.*ca-file.*does not exist/s,
    ],
  ],
  'repair-template': [
    ['nothing at all', {}, /Neither the input image nor the inputs server and vm/],
    [
      'a password of a guest that is not started',
      { image: '{}/disk.raw', 'guest-password': 'Not-asked-1' },
      /guest-password.*leave it out/s,
    ],
    ['an image that is a folder', { image: '{}' }, /(is a folder|not a file)/],
    ['an image that is not there', { image: '{}/none.vhd' }, /none\.vhd.*does not exist/s],
    ['a report that is a folder', { image: '{}/disk.raw', report: '{}' }, /Input report.*it is a folder/s],
    ['a date that is none', { image: '{}/disk.raw' }, /SOURCE_DATE_EPOCH is "NaN"/, { SOURCE_DATE_EPOCH: 'NaN' }],
  ],
};

let work = '';
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'stillframe-mistakes-'));
  await mkdir(join(work, 'folder'));
  await writeFile(join(work, 'text'), 'no disk, no ISO, no archive\n');
  await writeFile(join(work, 'disk.raw'), Buffer.alloc(2 ** 20));
  await symlink('disk.raw', join(work, 'link.raw'));
  await writeFile(join(work, 'null.yml'), 'packages: null\n');
  await writeFile(
    join(work, 'typo.yml'),
    'name: a\nwindows: { product: windows-server-2019, edition: "1", iso: { path: a.iso }, language: en-US }\ndisc: {}\n',
  );
});
afterAll(() => rm(work, { recursive: true, force: true }));

const filled = (inputs: Inputs): Inputs =>
  Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, value.replaceAll('{}', work)]));

interface Tried {
  readonly ok: boolean;
  readonly lines: readonly string[];
  readonly summary: string;
}

async function tryBundle(action: string, jobFolder: string, inputs: Inputs, env: Inputs): Promise<Tried> {
  const lines: string[] = [];
  const { exitCode, summary } = await runBundle(action, inputs, {
    jobFolder,
    env,
    onLine: (line) => lines.push(line),
  });
  return { ok: exitCode !== 1, lines, summary };
}

function tryHere(action: string, jobFolder: string, inputs: Inputs, env: Inputs): Promise<Tried> {
  const found = ACTIONS.find(({ name }) => name === action);
  if (!found) throw new Error(`There is no action ${action}`);
  return runHere(found, inputs, { jobFolder, env });
}

const ROWS = Object.entries(MISTAKES).flatMap(([action, mistakes]) =>
  mistakes.map(([name, inputs, says, env = {}], index) => ({
    action,
    name,
    inputs,
    says,
    env,
    attempt: index === 0 || process.env.STILLFRAME_SOAK ? tryBundle : tryHere,
  })),
);

describe.concurrent('a mistake', () => {
  it.each(ROWS)('$action: $name', async ({ action, inputs, says, env, attempt }) => {
    const job = await mkdtemp(join(work, 'job-'));
    const { ok, lines, summary } = await attempt(action, job, filled(inputs), filled(env));
    const printed = lines.join('\n');
    expect(ok, printed).toBe(false);
    expect(printed).not.toContain('This is a bug');
    expect(lines.filter((line) => line.startsWith('::error'))).toHaveLength(1);
    const report = JSON.parse(await readFile(join(job, 'temp', 'stillframe', `${action}.json`), 'utf8')) as Report;
    const { code, message, hint = '' } = report.error ?? { code: '', message: '' };
    expect(code).not.toBe('internal');
    expect(hint.length, message).toBeGreaterThan(10);
    expect(`${message}\n${hint}`).toMatch(says);
    expect(summary).toContain('[!CAUTION]');
  });
});

it('tries at least 60 mistakes over all actions', () => {
  expect(ROWS.length).toBeGreaterThanOrEqual(60);
});
