/** JSON Schemas of what a record takes from each report; the types of the same parts are those of written-results.ts. */

import { LEVELS } from '../check/verdict.ts';
import { PUBLISHED_AS } from './release-record.ts';
import type { Recorded } from './written-results.ts';

type Schema = Readonly<Record<string, unknown>>;

const text: Schema = { type: 'string', minLength: 1 };
const any: Schema = { type: 'string' };
const bytes: Schema = { type: 'integer', minimum: 0 };
const sha256: Schema = { type: 'string', pattern: '^[0-9a-f]{64}$' };
/** Of a manifest by SHA-1, -256 or -512. */
const digest: Schema = { type: 'string', pattern: '^[0-9a-f]{40,128}$' };

/** Names that end with a question mark may be missing. */
function object(properties: Readonly<Record<string, Schema>>): Schema {
  const named = Object.entries(properties).map(([name, schema]) => [name.replace('?', ''), schema] as const);
  const required = Object.keys(properties).filter((name) => !name.endsWith('?'));
  return { type: 'object', properties: Object.fromEntries(named), required };
}

const list = (items: Schema): Schema => ({ type: 'array', items });

const layout = object({
  table: { enum: ['gpt', 'mbr', 'none'] },
  diskSize: bytes,
  sectorSize: bytes,
  partitions: list(object({ index: bytes, type: text, guid: any, offset: bytes, size: bytes, attributes: text })),
});
/** Of a stage that may have been skipped. */
const reuse = object({ reused: { type: 'boolean' }, 'from?': object({ run: text, at: text }) });
const named = object({ file: text, sha256 });
const firstBoot = list(object({ id: text, result: text }));

export const RESULT_SCHEMAS: Readonly<Record<Recorded, Schema>> = {
  'fetch-updates': object({
    'build?': any,
    packages: list(object({ kb: text, kind: text, sha256 })),
    files: list(object({ name: text, kb: text, kind: text, title: any, 'date?': any, url: text, sha256 })),
    'lockFile?': text,
    'lockSha256?': sha256,
  }),
  'extract-drivers': object({
    product: text,
    toolsIso: sha256,
    'toolsVersion?': text,
    drivers: list(
      object({ name: text, inf: text, version: text, date: any, 'provider?': any, 'signer?': object({ name: any }) }),
    ),
  }),
  'build-vhd': object({
    'vhd?': text,
    edition: text,
    displayName: text,
    build: text,
    language: text,
    plan: object({ engine: text }),
    'layout?': layout,
    bootDrivers: list(object({ name: text })),
    packages: list(object({ kb: any, 'kind?': text, 'build?': any, file: text, sha256 })),
    inputs: object({
      iso: named,
      'toolsSetup?': named,
      drivers: list(object({ name: text, version: text, sha256 })),
      files: list(object({ path: text, sha256 })),
      scripts: list(named),
      features: list(text),
    }),
    programs: list(object({ name: text, 'version?': text, sha256 })),
    'reuse?': reuse,
  }),
  'bake-image': object({
    image: text,
    seal: text,
    build: text,
    imageState: any,
    firstBoot,
    waits: list(text),
    layout,
  }),
  'convert-ova': object({
    source: text,
    ova: text,
    sha256,
    size: bytes,
    capacity: bytes,
    engine: text,
    guestId: text,
    disk: object({ digest }),
    'layout?': layout,
    'reuse?': reuse,
  }),
  'upload-esxi': {
    ...object({
      'vm?': text,
      'libraryItem?': text,
      server: text,
      inventoryPath: text,
      as: { enum: ['candidate', ...PUBLISHED_AS] },
      'ova?': sha256,
    }),
    ...{ if: { properties: { as: { const: 'library-item' } } }, else: { required: ['vm'] } },
  },
  'bake-template': object({
    vm: text,
    server: text,
    ova: sha256,
    seal: text,
    toolsVersion: any,
    build: text,
    imageState: any,
    firstBoot,
  }),
  'verify-quiesce': object({
    verdict: { enum: ['application', 'filesystem', 'ignored', 'failed', 'unproven'] },
    level: { enum: LEVELS },
    findings: list(object({ code: text, severity: text, seen: text, remedy: text })),
    'image?': object({ path: text, layout }),
    'snapshot?': object({
      moref: text,
      host: text,
      'ova?': sha256,
      'durationMs?': { type: 'number', minimum: 0 },
      proved: object({ at: text }),
      writers: list(text),
    }),
    manifest: any,
    'manifestSha256?': sha256,
  }),
  'publish-template': object({
    vm: text,
    'libraryItem?': text,
    inventoryPath: text,
    as: { enum: PUBLISHED_AS },
    server: text,
    ova: sha256,
    dryRun: { type: 'boolean' },
  }),
};
