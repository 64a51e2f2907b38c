/** What was downloaded against what was promised; the program that unpacks and the one that reads signatures are played. */

import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PRODUCT_FACTS, type ProductFacts } from '../../../src/products/product.ts';
import type { FetchedUpdateFile } from '../../../src/updates/download-updates.ts';
import {
  type PreparedFile,
  type PrepareOptions,
  packagesInOrder,
  prepareFiles,
} from '../../../src/updates/prepare-packages.ts';
import type { PackageKind, ResolvedUpdate } from '../../../src/updates/update.ts';
import { writeCabinet } from '../../media/updates/cabinet.ts';
import { recordedTools } from '../windows/fake-tools.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-prepare-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const SERVER_19 = PRODUCT_FACTS['windows-server-2019'];
const SERVER_25 = PRODUCT_FACTS['windows-server-2025'];
const WIM = Buffer.from('MSWIM\0\0\0', 'latin1');
const SIGNED = 'Current message digest : AB\nCalculated message digest : AB\n';
const mum = (name: string, version: string): string => `<a><assemblyIdentity name="${name}" version="${version}"/></a>`;
const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

interface Given {
  readonly kb?: string;
  readonly kind?: PackageKind;
  readonly update?: Partial<ResolvedUpdate>;
  /** Members of the package, a cabinet; or its bytes. */
  readonly holds?: Readonly<Record<string, string>> | Buffer;
}

async function fetched({
  kb = 'KB5098818',
  kind = 'cumulative',
  update = {},
  holds = {},
}: Given = {}): Promise<FetchedUpdateFile & { readonly members: Readonly<Record<string, string>> }> {
  const name = `windows10.0-${kb.toLowerCase() || 'unnamed'}-x64.msu`;
  const path = join(folder, kb, name);
  await mkdir(join(folder, kb), { recursive: true });
  const members: Readonly<Record<string, string>> = Buffer.isBuffer(holds) ? {} : { 'readme.txt': '', ...holds };
  const data = Object.entries(members).map(([member, text]) => ({ name: member, data: Buffer.from(text) }));
  await writeFile(path, Buffer.isBuffer(holds) ? holds : writeCabinet(data, { compression: 'none' }));
  const file = { name, kb, kind, url: 'https://x/' };
  return {
    update: {
      kb,
      kind: kind === 'checkpoint' ? 'cumulative' : kind,
      title: kb,
      updateId: kb,
      reason: 'x',
      files: [file],
      ...update,
    },
    file,
    fetched: { path, sha1: '1', sha256: '256', size: 7, from: 'network', received: 7 },
    members,
  };
}

function options(
  all: Readonly<Record<string, string>>,
  more: { readonly facts?: ProductFacts; readonly extract?: boolean; readonly signature?: string } = {},
  missing: readonly string[] = [],
): PrepareOptions {
  const tools = recordedTools(({ tool, args }) => {
    if (tool === 'osslsigncode') return { stdout: more.signature ?? SIGNED };
    const target = args.find((arg) => arg.startsWith('-o'))?.slice(2) ?? '';
    for (const arg of args)
      if (arg.startsWith('-i!')) writeFileSync(join(target, arg.slice(3)), all[arg.slice(3)] ?? '');
    return {};
  }, missing);
  const signal = new AbortController().signal;
  return { facts: more.facts ?? SERVER_19, tools, temp: join(folder, 'temp'), signal, extract: more.extract ?? false };
}

async function prepareOne(given: Given, more: Parameters<typeof options>[1] = {}): ReturnType<typeof prepareFiles> {
  const entry = await fetched(given);
  return prepareFiles([entry], options(entry.members, more));
}

const COMBINED = {
  'Windows10.0-KB5098818-x64.cab': 'update',
  'SSU-17763.9603-x64.cab': 'stack',
  'Windows10.0-KB5098818-x64.xml': mum('Package_for_RollupFix', '17763.9619.1.5'),
};

describe('prepareFiles', () => {
  it('opens each file and asks for its signature', async () => {
    const { prepared, findings } = await prepareOne({ holds: COMBINED });
    expect(findings).toEqual([]);
    expect(prepared).toHaveLength(1);
    expect(prepared[0]).toMatchObject({
      file: { kb: 'KB5098818' },
      opened: { kb: 'KB5098818', build: '17763.9619', stack: '17763.9603', cabs: [] },
      signature: { state: 'untrusted' },
      build: '17763.9619',
    });
  });

  it('takes the cabinets out where that is asked, beside the package', async () => {
    const { prepared } = await prepareOne({ holds: COMBINED }, { extract: true });
    const at = join(folder, 'KB5098818', 'cabs');
    expect(prepared[0]?.opened.cabs.map(({ path }) => path)).toEqual([
      join(at, 'SSU-17763.9603-x64.cab'),
      join(at, 'Windows10.0-KB5098818-x64.cab'),
    ]);
  });

  it.each([
    ['what the catalog said, where the package does not say', {}, 'cumulative', '17763.1', '17763.1'],
    ['nothing for a checkpoint: the catalog speaks of its target', {}, 'checkpoint', '26100.1', undefined],
    ['nothing for .NET, which counts differently', {}, 'dotnet', '17763.1', undefined],
    ['what the package says', COMBINED, 'cumulative', '17763.9619', '17763.9619'],
  ] as const)('tells as the build %s', async (_, holds, kind, promised, build) => {
    const { prepared, findings } = await prepareOne({ holds, kind, update: { build: promised } });
    expect(prepared[0]?.build).toBe(build);
    expect(findings).toEqual([]);
  });

  it('says that a package is unsigned, and what its hash is worth', async () => {
    const { findings } = await prepareOne({ holds: COMBINED }, { signature: 'No signature found' });
    expect(findings).toEqual([
      {
        code: 'package-unsigned',
        severity: 'info',
        seen: 'windows10.0-kb5098818-x64.msu carries no signature (osslsigncode); its hash is what was pinned.',
        remedy: expect.stringContaining('sample packages only'),
      },
    ]);
  });

  it('says that a package leads to another build than was promised, and believes the package', async () => {
    const { prepared, findings } = await prepareOne({ holds: COMBINED, update: { build: '17763.9600' } });
    expect(prepared[0]?.build).toBe('17763.9619');
    expect(findings).toEqual([
      {
        code: 'build-differs',
        severity: 'warning',
        seen: 'windows10.0-kb5098818-x64.msu leads to build 17763.9619 by its own account, the release information says 17763.9600.',
        remedy: expect.stringContaining('is believed'),
      },
    ]);
    const stack = { holds: COMBINED, kind: 'servicing-stack', update: { build: '17763.9600' } } as const;
    expect((await prepareOne(stack)).findings).toEqual([]);
    expect((await prepareOne({ ...stack, kind: 'checkpoint' })).findings).toEqual([]);
  });

  it('says that a package was not looked into', async () => {
    const entry = await fetched({ kb: 'KB5122871', holds: WIM, update: { build: '26100.33438' } });
    const { prepared, findings } = await prepareFiles([entry], options({}, { facts: SERVER_25 }, ['7zz']));
    expect(prepared[0]?.build).toBe('26100.33438');
    expect(findings).toEqual([
      {
        code: 'package-not-opened',
        severity: 'info',
        seen: 'windows10.0-kb5122871-x64.msu was not looked into: 7-Zip, which reads WIM containers, is not installed.',
        remedy: expect.stringContaining('Its hash was verified'),
      },
    ]);
  });

  it('gathers the findings of all', async () => {
    const files = [await fetched({ holds: COMBINED }), await fetched({ kb: 'KB5000001', holds: {} })];
    const { prepared, findings } = await prepareFiles(files, options(COMBINED, { signature: 'No signature found' }));
    expect(prepared.map(({ file }) => file.kb)).toEqual(['KB5098818', 'KB5000001']);
    expect(findings.map(({ seen }) => seen.slice(12, 21))).toEqual(['kb5098818', 'kb5000001']);
  });

  it.each([
    ['another number inside', { kb: 'KB5098819', holds: COMBINED }, {}, 'says it is KB5098818, expected KB5098819'],
    [
      'a WIM for a Windows that opens none',
      { holds: WIM },
      {},
      'is a WIM container, which Windows Server 2019 cannot open',
    ],
    [
      'another Windows by its identity',
      { holds: { 'update.mum': mum('Package_for_RollupFix', '20348.9.1.1') } },
      {},
      'is for Windows build 20348, not 17763 (Windows Server 2019)',
    ],
    [
      'an older build inside than was promised',
      { holds: COMBINED, update: { build: '17763.9700' } },
      {},
      'leads to build 17763.9619 by its own account, older than 17763.9700, which the release information or its title promises',
    ],
    [
      'another Windows by its servicing stack',
      { kb: 'KB5098818', holds: { 'SSU-17763.9603-x64.cab': '' } },
      { facts: SERVER_25 },
      'is for Windows build 17763, not 26100 (Windows Server 2025)',
    ],
  ])('refuses %s', async (_, given: Given, more, words) => {
    await expect(prepareOne(given, more)).rejects.toMatchObject({
      code: 'package-invalid',
      message: expect.stringMatching(
        new RegExp(`^windows10\\.0-kb\\d+-x64\\.msu ${words.replaceAll(/[()]/g, '\\$&')}$`),
      ),
      hint: expect.stringMatching(/product|report it|run this step again later/),
    });
  });

  it('refuses a hotpatch, whatever its number', async () => {
    const metadata = writeCabinet([{ name: 'HotpatchCompDB.xml', data: Buffer.from('') }], { compression: 'none' });
    const holds = { 'LCU.AggregatedMetadata.cab': metadata.toString('latin1') };
    const entry = await fetched({ holds });
    const played = options({});
    const tools: PrepareOptions['tools'] = {
      ...played.tools,
      run: (_, args) => {
        const target = args.find((arg) => arg.startsWith('-o'))?.slice(2) ?? '';
        writeFileSync(join(target, 'LCU.AggregatedMetadata.cab'), metadata);
        return Promise.resolve({ exitCode: 0, stdout: '', stderr: '' });
      },
    };
    await expect(prepareFiles([entry], { ...played, tools })).rejects.toMatchObject({
      code: 'package-invalid',
      message: 'windows10.0-kb5098818-x64.msu is a hotpatch inside: it needs a running system at its baseline',
      hint: 'Choose the regular cumulative update of that month.',
    });
  });

  it('accepts any number where none was promised, and any Windows of a .NET package', async () => {
    expect((await prepareOne({ kb: '', holds: COMBINED })).prepared).toHaveLength(1);
    const dotnet = { kind: 'dotnet', holds: { 'update.mum': mum('Package_for_DotNetRollup', '20348.9.1.1') } } as const;
    expect((await prepareOne(dotnet)).prepared).toHaveLength(1);
  });
});

describe('packagesInOrder', () => {
  const prepared = async (given: Given, more: Partial<PreparedFile> = {}): Promise<PreparedFile> => ({
    ...(await fetched(given)),
    opened: { container: 'cab', hotpatch: false, cabs: [] },
    signature: { state: 'valid', by: 'x' },
    build: undefined,
    ...more,
  });

  it('gives the files themselves, with what DISM is to do with each', async () => {
    const files = [
      await prepared({ kb: 'KB5087068', kind: 'dotnet', update: { optional: true } }),
      await prepared({ kb: 'KB5122871' }, { build: '26100.33438' }),
      await prepared({ kb: 'KB5043080', kind: 'checkpoint' }),
    ];
    const at = (kb: string): string => join(folder, kb, `windows10.0-${kb.toLowerCase()}-x64.msu`);
    const packages = await packagesInOrder(files, options({}, { facts: SERVER_25 }));
    expect(packages.map(({ reason, ...rest }) => rest)).toEqual([
      {
        kb: 'KB5043080',
        kind: 'checkpoint',
        path: at('KB5043080'),
        sha256: '256',
        size: 7,
        build: '',
        'apply-mode': 'with-target',
        optional: false,
      },
      {
        kb: 'KB5122871',
        kind: 'cumulative',
        path: at('KB5122871'),
        sha256: '256',
        size: 7,
        build: '26100.33438',
        'apply-mode': 'folder-target',
        optional: false,
      },
      {
        kb: 'KB5087068',
        kind: 'dotnet',
        path: at('KB5087068'),
        sha256: '256',
        size: 7,
        build: '',
        'apply-mode': 'add-package',
        optional: true,
      },
    ]);
    expect(packages.every(({ reason }) => reason.length > 20)).toBe(true);
    const [other] = await packagesInOrder([files[1] as PreparedFile], options({}));
    expect(other?.['apply-mode']).toBe('add-package');
  });

  it('orders files without a build by their date', async () => {
    const files = [
      await prepared({ kb: 'KB5000001', update: { date: '2026-11-10' } }),
      await prepared({ kb: 'KB5000002', update: { date: '2026-10-13' } }),
    ];
    expect((await packagesInOrder(files, options({}))).map(({ kb }) => kb)).toEqual(['KB5000002', 'KB5000001']);
  });

  it('gives the cabinets that were taken out, hashed, each to be added', async () => {
    const stack = join(folder, 'SSU.cab');
    const update = join(folder, 'update.cab');
    await writeFile(stack, 'stack');
    await writeFile(update, 'update');
    const opened = {
      container: 'cab',
      hotpatch: false,
      cabs: [
        { path: update, name: 'update.cab', kind: 'update' },
        { path: stack, name: 'SSU.cab', kind: 'servicing-stack', version: '17763.9603' },
      ],
    } as const;
    const file = await prepared({ update: { optional: true } }, { opened, build: '17763.9619' });
    const unbuilt = await prepared(
      { kind: 'dotnet', kb: 'KB5087068' },
      { opened: { ...opened, cabs: [opened.cabs[0]] } },
    );
    const packages = await packagesInOrder([file, unbuilt], options({}, { facts: SERVER_25, extract: true }));
    const common = { kb: 'KB5098818', 'apply-mode': 'add-package', optional: true, reason: expect.any(String) };
    const whole = { path: update, sha256: digest('update'), size: 6 };
    expect(packages).toEqual([
      { ...common, kind: 'servicing-stack', path: stack, sha256: digest('stack'), size: 5, build: '17763.9603' },
      { ...common, kind: 'cumulative', ...whole, build: '17763.9619' },
      { ...common, kb: 'KB5087068', kind: 'dotnet', ...whole, build: '', optional: false },
    ]);
  });
});
