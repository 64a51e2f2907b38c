import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Ajv } from 'ajv';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ReleaseRecord } from '../../../src/release/release-record.ts';
import { renderSbom } from '../../../src/release/render-sbom.ts';
import { FACTS, previousRecord, sampleRecord } from './sample-record.ts';
import { OVA, sampleReport, sha } from './sample-reports.ts';

/** The schemas of the format's own makers. */
const SCHEMAS = join(
  dirname(createRequire(import.meta.url).resolve('@cyclonedx/cyclonedx-library/package.json')),
  'res/schema',
);
const schemaOf = (name: string): object =>
  JSON.parse(readFileSync(join(SCHEMAS, `${name}.SNAPSHOT.schema.json`), 'utf8')) as object;

interface Bom {
  readonly serialNumber: string;
  readonly components: readonly { readonly 'bom-ref': string; readonly [key: string]: unknown }[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

let validate: ReturnType<Ajv['compile']>;
let record: ReleaseRecord;
beforeAll(async () => {
  // The schema names formats of later drafts, which this validator does not bring; all else of it counts.
  const ajv = new Ajv({ strict: false, validateFormats: false });
  for (const name of ['spdx', 'jsf-0.82', 'cryptography-defs']) {
    ajv.addSchema(schemaOf(name), `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`);
  }
  validate = ajv.compile(schemaOf('bom-1.6'));
  record = await sampleRecord();
});

function valid(of: ReleaseRecord): Bom {
  const bom = JSON.parse(renderSbom(of)) as Bom;
  validate(bom);
  expect(validate.errors).toBeNull();
  return bom;
}

describe('renderSbom', () => {
  it('is judged by the official schema, which refuses what is wrong', () => {
    valid(record);
    expect(validate({ ...JSON.parse(renderSbom(record)), bomFormat: 'SPDX' })).toBe(false);
    expect(validate({ ...JSON.parse(renderSbom(record)), components: [{ type: 'update', name: 'x' }] })).toBe(false);
  });

  it('names Windows, its updates, the drivers and VMware Tools', () => {
    const { components } = valid(record);
    expect(components).toEqual([
      expect.objectContaining({
        type: 'operating-system',
        'bom-ref': 'windows',
        name: 'Windows Server 2019 Standard',
        version: '10.0.17763.9620',
        cpe: 'cpe:2.3:o:microsoft:windows_server_2019:10.0.17763.9620:*:*:*:*:*:x64:*',
        properties: expect.arrayContaining([{ name: 'stillframe:iso-sha256', value: sha('iso') }]),
      }),
      expect.objectContaining({ 'bom-ref': 'update-1', name: 'KB5098818', version: '17763.9603' }),
      {
        type: 'application',
        'bom-ref': 'update-2',
        publisher: 'Microsoft Corporation',
        name: 'KB5098818',
        version: '17763.9619',
        description: '2026-11 Cumulative <Update>',
        hashes: [{ alg: 'SHA-256', content: sha('lcu') }],
        externalReferences: [
          {
            type: 'distribution',
            url: 'https://catalog.example/lcu.msu',
            hashes: [{ alg: 'SHA-256', content: sha('lcu-msu') }],
          },
          { type: 'release-notes', url: 'https://support.microsoft.com/help/5098818' },
        ],
        properties: [
          { name: 'stillframe:file', value: 'Windows10.0-KB5098818-x64.cab' },
          { name: 'stillframe:kind', value: 'cumulative' },
        ],
      },
      expect.objectContaining({ 'bom-ref': 'update-3', name: 'KB5012170' }),
      expect.objectContaining({
        type: 'device-driver',
        'bom-ref': 'driver-pvscsi',
        version: '1.3.25.0',
        publisher: 'VMware, Inc.',
      }),
      expect.objectContaining({ type: 'device-driver', 'bom-ref': 'driver-own' }),
      expect.objectContaining({
        'bom-ref': 'vmware-tools',
        version: '12.5.4',
        hashes: [{ alg: 'SHA-256', content: sha('setup') }],
      }),
    ]);
  });

  it('says what is in what, each under a name of its own', () => {
    const { components, dependencies } = valid(record);
    const refs = components.map((component) => component['bom-ref']);
    expect(new Set(refs).size).toBe(refs.length);
    expect(dependencies).toEqual([
      { ref: `ova-${OVA.slice(0, 16)}`, dependsOn: ['windows', 'driver-pvscsi', 'driver-own', 'vmware-tools'] },
      { ref: 'windows', dependsOn: ['update-1', 'update-2', 'update-3'] },
    ]);
  });

  it('is the same bytes for the same release, whenever and wherever it was made', async () => {
    const elsewhere = { ...FACTS.run, at: '2027-01-01T00:00:00.000Z', id: '1', previous: await previousRecord() };
    expect(renderSbom(await sampleRecord({ run: elsewhere }))).toBe(renderSbom(record));
    expect(valid(await previousRecord()).serialNumber).not.toBe(valid(record).serialNumber);
  });

  it('names no address that is a path of the machine, and nothing that is not there', async () => {
    const local = {
      ...record,
      packages: record.packages.map((one) => ({ ...one, source: { file: 'a', url: 'C:\\a b.msu', sha256: sha('a') } })),
    };
    expect(renderSbom(local)).not.toContain('C:');
    valid(local);
    const inputs = { iso: { file: 'a.iso', sha256: sha('iso') }, drivers: [], files: [], scripts: [], features: [] };
    const bare = await sampleRecord({}, [
      sampleReport('build-vhd', { inputs, packages: [] }),
      sampleReport('convert-ova'),
    ]);
    const { components, dependencies } = valid(bare);
    expect(components.map((component) => component['bom-ref'])).toEqual(['windows']);
    expect(components[0]).not.toHaveProperty('cpe');
    expect(dependencies).toEqual([{ ref: expect.stringContaining('ova-'), dependsOn: ['windows'] }]);
  });

  it('takes the version of the disc where no guest was asked, and the file where an update has no number', () => {
    const { bake: _, ...unbaked } = record;
    const nameless = { ...unbaked, packages: [{ kb: '', file: 'own.msu', sha256: sha('own') }] };
    const { components } = valid(nameless);
    expect(components).toContainEqual(expect.objectContaining({ 'bom-ref': 'vmware-tools', version: '12.5.0' }));
    expect(components[1]).toMatchObject({
      name: 'own.msu',
      properties: [{ name: 'stillframe:file', value: 'own.msu' }],
    });
  });

  it('names what made the OVA, by digest', () => {
    const made = JSON.stringify((valid(record) as unknown as { metadata: { tools: unknown } }).metadata.tools);
    expect(made).toContain('"name":"Stillframe"');
    expect(made).toContain(sha('bundle'));
    expect(made).toContain('"name":"wimlib-imagex","version":"1.13.5"');
    expect(made).toContain(sha('wimlib'));
  });
});
