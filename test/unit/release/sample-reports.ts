/** Reports of one release, as the actions write them: their own types say so. */

import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BakedCandidateResult, BakedImageResult } from '../../../actions/bake-template/main.ts';
import type { BuildVhdResult } from '../../../actions/build-vhd/main.ts';
import type { ConvertOvaResult } from '../../../actions/convert-ova/main.ts';
import type { ExtractDriversResult } from '../../../actions/extract-drivers/main.ts';
import type { FetchUpdatesResult } from '../../../actions/fetch-updates/main.ts';
import type { PublishTemplateResult } from '../../../actions/publish-template/result.ts';
import type { UploadEsxiResult } from '../../../actions/upload-esxi/result.ts';
import type { Result as VerifyQuiesceResult } from '../../../actions/verify-quiesce/main.ts';
import type { DiskLayout } from '../../../src/disk/layout.ts';
import type { Recorded, WrittenResults } from '../../../src/release/written-results.ts';

export const sha = (text: string): string => createHash('sha256').update(text).digest('hex');

const MIB = 2 ** 20;
export const LAYOUT: DiskLayout = {
  table: 'gpt',
  diskSize: 40960 * MIB,
  sectorSize: 512,
  partitions: [
    ['esp', 1, 260, 'fat32'] as const,
    ['msr', 261, 16, undefined] as const,
    ['windows', 277, 40682, 'ntfs'] as const,
  ].map(([type, offset, size, fileSystem], index) => ({
    index: index + 1,
    type,
    typeGuid: `type-${type}`,
    guid: `guid-${type}`,
    name: type,
    attributes: '0x8000000000000000',
    offset: offset * MIB,
    size: size * MIB,
    ...(fileSystem && { fileSystem }),
  })),
};

export const OVA = sha('ova');
const SSU = {
  kb: 'KB5098818',
  kind: 'servicing-stack',
  build: '17763.9603',
  file: 'SSU-17763.9603-x64.cab',
  sha256: sha('ssu'),
};
const LCU = {
  kb: 'KB5098818',
  kind: 'cumulative',
  build: '17763.9619',
  file: 'Windows10.0-KB5098818-x64.cab',
  sha256: sha('lcu'),
};
const DOTNET = { kb: 'KB5012170', kind: undefined, build: undefined, file: 'kb5012170.msu', sha256: sha('dotnet') };

/** Parts of the actions' results, so that a change of one is seen here. */
type Parts = {
  'fetch-updates': Partial<FetchUpdatesResult>;
  'extract-drivers': Partial<ExtractDriversResult>;
  'build-vhd': Partial<BuildVhdResult>;
  'convert-ova': Partial<ConvertOvaResult>;
  'upload-esxi': Partial<UploadEsxiResult>;
  'bake-image': Partial<BakedImageResult>;
  'bake-template': Partial<BakedCandidateResult>;
  'verify-quiesce': Partial<VerifyQuiesceResult>;
  'publish-template': Partial<PublishTemplateResult>;
};

const FILE = { size: 1, sha1: 'b'.repeat(40), verifiedBy: [], from: 'cache', container: 'wim', reason: 'r' } as const;
const UNSIGNED = { state: 'unsigned' } as unknown as FetchUpdatesResult['files'][number]['signature'];
const prepared = ({ kb, kind, sha256 }: typeof LCU) =>
  ({
    kb,
    kind,
    sha256,
    path: '/p',
    size: 1,
    build: '',
    optional: false,
    reason: '',
  }) as unknown as FetchUpdatesResult['packages'][number];
const driver = (name: string, version: string) =>
  ({
    name: 'PCI\\VEN_15AD',
    inf: `D:\\drivers\\${name}\\${name.toUpperCase()}.INF`,
    version,
    date: '2022-03-03',
    provider: 'VMware, Inc.',
    signer: { name: 'Microsoft Windows Hardware' },
  }) as unknown as ExtractDriversResult['drivers'][number];
const vm = { vm: 'vm-50', server: 'vc:8443', inventoryPath: '/DC/vm/ws2019.candidate-1' };

const PARTS = {
  'fetch-updates': {
    build: '17763.9619',
    packages: [prepared(SSU), prepared(LCU), { ...prepared(LCU), kb: 'KB5012170', sha256: sha('dotnet') }],
    files: [
      {
        ...FILE,
        name: 'lcu.msu',
        kb: 'KB5098818',
        kind: 'cumulative',
        title: '2026-11 Cumulative <Update>',
        date: '2026-11-10',
        url: 'https://catalog.example/lcu.msu',
        sha256: sha('lcu-msu'),
        signature: UNSIGNED,
      },
      {
        ...FILE,
        name: 'kb5012170.msu',
        kb: 'KB5012170',
        kind: 'dotnet',
        title: '.NET',
        url: '/mnt/kb5012170.msu',
        sha256: sha('dotnet'),
        signature: UNSIGNED,
      },
    ],
    lockFile: '/repo/templates/ws2019.lock.json',
    lockSha256: sha('lock'),
  },
  'extract-drivers': {
    product: 'windows-server-2019',
    toolsIso: sha('tools-iso'),
    toolsVersion: '12.5.0',
    drivers: [driver('pvscsi', '1.3.25.0')],
  },
  'build-vhd': {
    vhd: '/out/ws2019.vhd',
    edition: 'Windows Server 2019 SERVERSTANDARD',
    displayName: 'Windows Server 2019 Standard',
    build: '17763.107',
    language: 'en-US',
    plan: { engine: 'wimlib' } as BuildVhdResult['plan'],
    layout: LAYOUT,
    bootDrivers: [{ name: 'pvscsi', version: '1.3.25.0', date: '2022-03-03' }],
    packages: [SSU, LCU, DOTNET],
    inputs: {
      iso: { file: 'ws2019.iso', sha256: sha('iso') },
      toolsSetup: { file: 'setup64.exe', sha256: sha('setup') },
      drivers: [
        { name: 'pvscsi', version: '1.3.25.0', sha256: sha('pvscsi') },
        { name: 'own', version: '1.0.0.0', sha256: sha('own') },
      ],
      files: [{ path: 'Corp/a.txt', sha256: sha('a') }],
      scripts: [{ file: 'join.ps1', sha256: sha('join') }],
      features: ['TelnetClient'],
    },
    programs: [{ name: 'wimlib-imagex', version: '1.13.5', sha256: sha('wimlib') }],
  },
  'bake-image': {
    host: 'hyper-v',
    image: 'D:\\work\\ws2019.vhd',
    seal: 'none',
    build: '17763.9619',
    imageState: 'IMAGE_STATE_COMPLETE',
    firstBoot: [{ id: '20-feature-01', result: 'ok', attempts: 1, ended: '2026-11-28T06:00:00Z' }],
    waits: ['50-vmware-tools'],
    layout: LAYOUT,
  },
  'convert-ova': {
    source: '/out/ws2019.vhd',
    ova: '/out/ws2019.ova',
    sha256: OVA,
    size: 6 * 2 ** 30,
    capacity: 40960 * MIB,
    engine: 'native',
    guestId: 'windows2019srv_64Guest',
    disk: { digest: sha('disk') } as ConvertOvaResult['disk'],
    layout: LAYOUT,
  },
  'upload-esxi': { ...vm, as: 'candidate', ova: OVA },
  'bake-template': {
    host: 'vsphere',
    ...vm,
    ova: OVA,
    seal: 'none',
    toolsVersion: '12.5.4',
    build: '17763.9620',
    imageState: 'IMAGE_STATE_COMPLETE',
    firstBoot: [{ id: '30-update-01', result: 'ok, restarted', attempts: 1, ended: '2026-11-28T07:00:00Z' }],
  },
  'verify-quiesce': {
    verdict: 'application',
    level: 'application',
    findings: [],
    snapshot: {
      server: 'VMware vCenter',
      vm: '/DC/vm/ws2019.candidate-1',
      moref: 'vm-50',
      host: 'vc:8443',
      ova: OVA,
      proved: { at: '2026-11-28T08:00:00Z' },
      durationMs: 4200,
      writers: ['System Writer', 'SqlServerWriter'],
      manifestMembers: [],
      events: [],
    } as NonNullable<VerifyQuiesceResult['snapshot']>,
    manifest: '/m.zip',
    manifestSha256: sha('manifest'),
  },
  'publish-template': { ...vm, inventoryPath: '/DC/vm/Templates/ws2019', as: 'template', ova: OVA, dryRun: false },
} satisfies Parts;
/** What is read of them is a part of what is written. */
const WRITTEN: { readonly [Action in Recorded]: WrittenResults[Action] } = PARTS;

export interface SampleReport {
  readonly [key: string]: unknown;
  readonly action: string;
  readonly result: unknown;
}

/** The report of one action; `change` is laid over its result. */
export function sampleReport<Action extends Recorded>(
  action: Action,
  change: Partial<Record<keyof WrittenResults[Action], unknown>> = {},
): SampleReport {
  return {
    schema: 1,
    action: action === 'bake-image' ? 'bake-template' : action,
    ok: true,
    durationMs: 1000,
    outputs: {},
    findings:
      action === 'build-vhd'
        ? [{ code: 'updates-staged', severity: 'info', seen: 'In /tmp/x they <wait>.', remedy: 'Wait.' }]
        : [],
    result: { ...WRITTEN[action], ...change },
  };
}

/** Of a release that is baked on Hyper-V, and on vSphere for what that left. */
export const BAKED_TWICE = Object.keys(WRITTEN) as Recorded[];
export const ALL = BAKED_TWICE.filter((part) => part !== 'bake-image');

/** Writes reports into a folder of their own, and gives their paths. */
export function writeReports(folder: string, reports: readonly SampleReport[]): string[] {
  mkdirSync(folder, { recursive: true });
  return reports.map((report, index) => {
    const path = join(folder, `${index}-${report.action}.json`);
    writeFileSync(path, JSON.stringify(report));
    return path;
  });
}
