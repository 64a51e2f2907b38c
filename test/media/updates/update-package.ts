/**
 * Sample update packages: small, but with the members, names and texts of real ones, the same bytes for the same description.
 * Source of the structure: listings of classic (KB4534321), combined (KB5035845) and WIM-contained packages.
 */

import { createHash } from 'node:crypto';
import { type CabinetMember, writeCabinet } from './cabinet.ts';
import { writeWim } from './wim.ts';

export interface UpdatePackageSpec {
  /** `KB5005112` */
  readonly kb: string;
  readonly kind: 'servicing-stack' | 'cumulative' | 'dotnet' | 'dynamic';
  /** Windows build it leads to, `17763.8027`; for a servicing stack its own version. */
  readonly build: string;
  /** Version of the servicing stack inside a combined package. */
  readonly stack?: string;
  readonly container: 'cab' | 'wim';
  readonly architecture?: 'x64' | 'x86' | 'arm64';
  /** Mark in the file name, `ndp48`. */
  readonly mark?: string;
  /** Bytes of incompressible payload (default 24 KiB). */
  readonly payload?: number;
  readonly hotpatch?: boolean;
  /** ISO date of release: the time of the members. */
  readonly date?: string;
}

export interface UpdatePackage {
  /** As the catalog names it: with the SHA-1. */
  readonly name: string;
  readonly bytes: Buffer;
  readonly sha1: string;
  readonly sha256: string;
}

export function buildUpdatePackage(spec: UpdatePackageSpec): UpdatePackage {
  const time = new Date(`${spec.date ?? '2026-01-13'}T18:00:00Z`);
  const members = packageMembers(spec, time);
  // Real packages hold compressed cabinets, so the outer one only stores.
  const bytes =
    spec.container === 'wim' ? writeWim(members, time) : writeCabinet(members, { compression: 'none', time });
  const sha1 = createHash('sha1').update(bytes).digest('hex');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const extension = spec.kind === 'dynamic' ? 'cab' : 'msu';
  return { name: `${stem(spec).toLowerCase()}_${sha1}.${extension}`, bytes, sha1, sha256 };
}

function stem(spec: UpdatePackageSpec): string {
  const mark = spec.mark ? `-${spec.mark}` : '';
  return `${spec.container === 'wim' ? 'Windows11.0' : 'Windows10.0'}-${spec.kb}-${spec.architecture ?? 'x64'}${mark}`;
}

function packageMembers(spec: UpdatePackageSpec, time: Date): CabinetMember[] {
  const name = stem(spec);
  const inner = innerCabinet(packageIdentity(spec), spec, time);
  const stack = spec.stack === undefined ? [] : [stackMember(spec.stack, spec, time)];
  const hotpatch = spec.hotpatch
    ? writeCabinet([{ name: `HotpatchCompDB_${spec.kb}.xml.cab`, data: text('<CompDB Type="Hotpatch"/>') }], { time })
    : writeCabinet([{ name: `LCUCompDB_${spec.kb}.xml.cab`, data: text('<CompDB Type="Update"/>') }], { time });
  if (spec.container === 'wim') {
    return [
      { name: `${spec.kb}.AggregatedMetadata.cab`, data: hotpatch },
      {
        name: 'DesktopDeployment.cab',
        data: writeCabinet([{ name: 'UpdateAgent.dll', data: noise(`${spec.kb} deployment`, 4096) }], { time }),
      },
      ...stack,
      {
        name: 'wsusscan.cab',
        data: writeCabinet([{ name: 'package.xml', data: text('<OfflineSyncPackage/>') }], { time }),
      },
      { name: `${name}.psf`, data: noise(`${spec.kb} psf`, spec.payload ?? 24 * 1024) },
      {
        name: `${name}.wim`,
        data: writeWim([{ name: 'update.mum', data: text(mum(packageIdentity(spec), spec)) }], time),
      },
    ];
  }
  return [
    {
      name: 'WSUSSCAN.cab',
      data: writeCabinet([{ name: 'package.xml', data: text('<OfflineSyncPackage/>') }], { time }),
    },
    { name: `${name}.cab`, data: inner },
    ...stack,
    { name: `${name}.xml`, data: text(unattend(spec, name)) },
    { name: `${name}-pkgProperties.txt`, data: text(properties(spec, time)) },
    ...(spec.hotpatch ? [{ name: `${spec.kb}.AggregatedMetadata.cab`, data: hotpatch }] : []),
  ];
}

function stackMember(version: string, spec: UpdatePackageSpec, time: Date): CabinetMember {
  const identity = { name: 'Package_for_ServicingStack', version: `${version}.1.1` };
  return { name: `SSU-${version}-x64.cab`, data: innerCabinet(identity, { ...spec, payload: 8192 }, time) };
}

function packageIdentity(spec: UpdatePackageSpec): { name: string; version: string } {
  if (spec.kind === 'cumulative') return { name: 'Package_for_RollupFix', version: `${spec.build}.1.5` };
  if (spec.kind === 'dotnet') return { name: 'Package_for_DotNetRollup', version: '10.0.4800.5' };
  return { name: `Package_for_${spec.kb}`, version: `${spec.build}.1.2` };
}

function innerCabinet(identity: { name: string; version: string }, spec: UpdatePackageSpec, time: Date): Buffer {
  return writeCabinet(
    [
      { name: 'update.mum', data: text(mum(identity, spec)) },
      { name: 'update.cat', data: noise(`${identity.name} ${spec.kb} catalog`, 2048) },
      { name: 'payload.bin', data: noise(`${identity.name} ${spec.kb} payload`, spec.payload ?? 24 * 1024) },
    ],
    { time },
  );
}

function mum(identity: { name: string; version: string }, spec: UpdatePackageSpec): string {
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>
<assembly xmlns="urn:schemas-microsoft-com:asm.v3" manifestVersion="1.0" copyright="Copyright (c) Microsoft Corporation. All Rights Reserved.">
  <assemblyIdentity name="${identity.name}" version="${identity.version}" language="neutral" processorArchitecture="amd64" publicKeyToken="31bf3856ad364e35" />
  <package identifier="${spec.kb}" applicabilityEvaluation="deep" releaseType="Security Update" />
</assembly>
`;
}

/** The unattend file by which DISM and wusa.exe find the cabinet. */
function unattend(spec: UpdatePackageSpec, name: string): string {
  const identity = packageIdentity(spec);
  return `<?xml version="1.0" encoding="utf-8"?>
<unattend xmlns="urn:schemas-microsoft-com:unattend">
    <servicing>
        <package action="install">
            <assemblyIdentity name="${identity.name}" version="${identity.version}" language="neutral" processorArchitecture="amd64" publicKeyToken="31bf3856ad364e35"/>
            <source location="%configsetroot%\\${name}.CAB" />
        </package>
    </servicing>
</unattend>
`;
}

function properties(spec: UpdatePackageSpec, time: Date): string {
  return [
    `Applies to="Windows 10.0"`,
    `Build Date="${time.toISOString().slice(0, 10).replaceAll('-', '/')}"`,
    'Company="Microsoft Corporation"',
    'File Version="1"',
    'Installation Type="FULL"',
    'Installer Engine="Component Based Servicing - WUSA.exe"',
    `KB Article Number="${spec.kb.slice(2)}"`,
    'Language="ALL"',
    `Package Type="${spec.kind === 'cumulative' ? 'Security Update' : 'Update'}"`,
    'Processor Architecture="amd64"',
    'Product Name="Windows 10.0"',
    `Support Link="https://support.microsoft.com/?kbid=${spec.kb.slice(2)}"`,
    '',
  ].join('\r\n');
}

function text(value: string): Buffer {
  return Buffer.from(value, 'utf8');
}

/** Bytes that do not compress, a function of the seed alone. */
function noise(seed: string, length: number): Buffer {
  const blocks: Buffer[] = [];
  for (let index = 0; index * 64 < length; index += 1) {
    blocks.push(createHash('sha512').update(`${seed} ${index}`).digest());
  }
  return Buffer.concat(blocks).subarray(0, length);
}
