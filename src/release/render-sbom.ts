/**
 * What is in the image, as CycloneDX 1.6 (ECMA-424; cyclonedx.org/docs/1.6/json): Windows, its updates, the drivers that were added and VMware Tools.
 * The same release gives the same bytes: no time, and a serial number made of the OVA's digest.
 */

import { guidFromDigest } from '../disk/guid.ts';
import { isUrl } from '../download/pinned-file.ts';
import { kbPage } from './kb-page.ts';
import type { ReleasedPackage, ReleaseInput, ReleaseRecord } from './release-record.ts';

interface Component {
  readonly type: 'operating-system' | 'application' | 'device-driver' | 'file';
  readonly 'bom-ref': string;
  readonly name: string;
  readonly [more: string]: unknown;
}

/** @returns the text of a file `*.cdx.json` */
export function renderSbom(record: ReleaseRecord): string {
  const root = ovaComponent(record);
  const system = systemComponent(record);
  const updates = record.packages.map(packageComponent);
  const others = [...record.drivers.map(driverComponent), ...toolsComponents(record)];
  const refs = (list: readonly Component[]): string[] => list.map((component) => component['bom-ref']);
  const bom = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${guidFromDigest(Buffer.from(record.ova.sha256, 'hex'))}`,
    version: 1,
    metadata: {
      lifecycles: [{ phase: 'build' }],
      tools: { components: toolsOf(record) },
      component: root,
    },
    components: [system, ...updates, ...others],
    dependencies: [
      { ref: root['bom-ref'], dependsOn: refs([system, ...others]) },
      ...(updates.length === 0 ? [] : [{ ref: system['bom-ref'], dependsOn: refs(updates) }]),
    ],
  };
  return `${JSON.stringify(bom, undefined, 2)}\n`;
}

function ovaComponent({ name, windows, ova }: ReleaseRecord): Component {
  return {
    type: 'file',
    'bom-ref': `ova-${ova.sha256.slice(0, 16)}`,
    name: ova.file,
    version: windows.build,
    description: `Template ${name} for vSphere`,
    hashes: hashes(ova.sha256),
  };
}

function systemComponent({ windows, inputs }: ReleaseRecord): Component {
  const iso = inputs.find(({ role }) => role === 'iso');
  return {
    type: 'operating-system',
    'bom-ref': 'windows',
    publisher: 'Microsoft Corporation',
    name: windows.displayName,
    version: `10.0.${windows.build}`,
    ...(windows.product !== undefined && { cpe: cpeOf(windows.product, windows.build) }),
    properties: [
      property('edition', windows.edition),
      property('language', windows.language),
      property('build-of-the-image', windows.applied),
      ...(iso ? [property('iso', iso.name), property('iso-sha256', iso.sha256)] : []),
    ],
  };
}

/** As the NVD names releases of Windows Server and their builds. */
function cpeOf(product: string, build: string): string {
  return `cpe:2.3:o:microsoft:${product.replaceAll('-', '_')}:10.0.${build}:*:*:*:*:*:x64:*`;
}

function packageComponent({ kb, kind, title, build, file, sha256, source }: ReleasedPackage, index: number): Component {
  const page = kbPage(kb);
  const references = [
    ...(source && isUrl(source.url) ? [{ type: 'distribution', url: source.url, hashes: hashes(source.sha256) }] : []),
    ...(page === undefined ? [] : [{ type: 'release-notes', url: page }]),
  ];
  return {
    type: 'application',
    'bom-ref': `update-${index + 1}`,
    publisher: 'Microsoft Corporation',
    name: kb || file,
    ...(build !== undefined && { version: build }),
    ...(title !== undefined && { description: title }),
    hashes: hashes(sha256),
    ...(references.length > 0 && { externalReferences: references }),
    properties: [property('file', file), ...(kind === undefined ? [] : [property('kind', kind)])],
  };
}

function driverComponent({ name, version, provider, sha256, boot }: ReleaseRecord['drivers'][number]): Component {
  return {
    type: 'device-driver',
    'bom-ref': `driver-${name}`,
    ...(provider !== undefined && { publisher: provider }),
    name,
    version,
    // Of all its files together, which is the hash of no file: the format has no place for such a one but this.
    properties: [property('sha256-of-all-files', sha256), property('starts-windows', String(boot))],
  };
}

function toolsComponents({ vmwareTools, bake, inputs }: ReleaseRecord): readonly Component[] {
  const setup = inputs.find(({ role }) => role === 'tools-setup');
  if (!setup) return [];
  const version = bake?.toolsVersion || vmwareTools?.version;
  return [
    {
      type: 'application',
      'bom-ref': 'vmware-tools',
      publisher: 'VMware, Inc.',
      name: 'VMware Tools',
      ...(version !== undefined && { version }),
      hashes: hashes(setup.sha256),
      properties: [property('installer', setup.name), ...discProperties(inputs)],
    },
  ];
}

function discProperties(inputs: readonly ReleaseInput[]): readonly { name: string; value: string }[] {
  const disc = inputs.find(({ role }) => role === 'tools-iso');
  return disc ? [property('iso-sha256', disc.sha256)] : [];
}

/** What made the OVA. */
function toolsOf({ tools }: ReleaseRecord): readonly object[] {
  return [
    {
      type: 'application',
      name: 'Stillframe',
      ...(tools.stillframe !== undefined && { hashes: hashes(tools.stillframe) }),
    },
    ...tools.programs.map(({ name, version, sha256 }) => ({
      type: 'application',
      name,
      ...(version !== undefined && { version }),
      hashes: hashes(sha256),
    })),
  ];
}

function hashes(sha256: string): readonly object[] {
  return [{ alg: 'SHA-256', content: sha256 }];
}

/** Names of properties have a namespace (github.com/CycloneDX/cyclonedx-property-taxonomy). */
function property(name: string, value: string): { name: string; value: string } {
  return { name: `stillframe:${name}`, value };
}
