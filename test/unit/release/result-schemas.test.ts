import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { RESULT_SCHEMAS } from '../../../src/release/result-schemas.ts';
import type { Recorded } from '../../../src/release/written-results.ts';
import { BAKED_TWICE, sampleReport } from './sample-reports.ts';

/** What a record cannot be made without, as paths into the sample results. */
const NEEDED: Readonly<Record<Recorded, string>> = {
  'fetch-updates': `packages packages.0.kb packages.0.kind packages.0.sha256
    files files.0.name files.0.kb files.0.kind files.0.title files.0.url files.0.sha256`,
  'extract-drivers': 'product toolsIso drivers drivers.0.name drivers.0.inf drivers.0.version drivers.0.date',
  'build-vhd': `edition displayName build language plan plan.engine bootDrivers bootDrivers.0.name
    packages packages.0.kb packages.0.file packages.0.sha256
    inputs inputs.iso inputs.iso.file inputs.iso.sha256 inputs.toolsSetup.file inputs.toolsSetup.sha256
    inputs.drivers inputs.drivers.0.name inputs.drivers.0.version inputs.drivers.0.sha256
    inputs.files inputs.files.0.path inputs.files.0.sha256 inputs.scripts inputs.scripts.0.file inputs.scripts.0.sha256
    inputs.features programs programs.0.name programs.0.sha256
    layout.table layout.diskSize layout.sectorSize layout.partitions layout.partitions.0.index layout.partitions.0.type
    layout.partitions.0.guid layout.partitions.0.offset layout.partitions.0.size layout.partitions.0.attributes
    reuse.reused reuse.from.run reuse.from.at`,
  'bake-image': `image seal build imageState firstBoot firstBoot.0.id firstBoot.0.result waits waits.0 layout
    layout.table layout.diskSize layout.partitions layout.partitions.0.guid layout.partitions.0.offset`,
  'convert-ova':
    'source ova sha256 size capacity engine guestId disk disk.digest layout.table reuse.reused reuse.from.run reuse.from.at',
  'upload-esxi': 'vm server inventoryPath as',
  'bake-template': `vm server ova seal toolsVersion build imageState firstBoot firstBoot.0.id firstBoot.0.result`,
  'verify-quiesce': `verdict level findings findings.0.code findings.0.severity findings.0.seen findings.0.remedy
    image.path image.layout snapshot.moref snapshot.host snapshot.writers snapshot.proved snapshot.proved.at manifest`,
  'publish-template': 'vm inventoryPath as server ova dryRun',
};

/** What it does without, and takes in one type alone. */
const WELCOME: Readonly<Record<Recorded, string>> = {
  'fetch-updates': 'build files.0.date lockFile lockSha256',
  'extract-drivers': 'toolsVersion drivers.0.provider drivers.0.signer drivers.0.signer.name',
  'build-vhd': 'vhd layout packages.0.kind packages.0.build inputs.toolsSetup programs.0.version reuse reuse.from',
  'bake-image': '',
  'convert-ova': 'layout reuse reuse.from',
  'upload-esxi': 'ova',
  'bake-template': '',
  'verify-quiesce': 'image snapshot snapshot.ova snapshot.durationMs manifestSha256',
  'publish-template': '',
};

/** Compiled once each: compiling takes longer than all that is judged by it. */
const ajv = new Ajv();
const validate = (action: Recorded, result: unknown): boolean => ajv.validate(RESULT_SCHEMAS[action], result);
const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

function sample(action: Recorded): Record<string, unknown> {
  const result = JSON.parse(JSON.stringify(sampleReport(action).result)) as Record<string, unknown>;
  if (action === 'build-vhd' || action === 'convert-ova') {
    return { ...result, reuse: { reused: true, from: { run: '1', at: '2026-11-27T00:00:00Z' } } };
  }
  if (action !== 'verify-quiesce') return result;
  const { layout } = sampleReport('convert-ova').result as { layout: unknown };
  const findings = [{ code: 'tools-not-running', severity: 'error', seen: 's', remedy: 'r' }];
  return { ...result, image: { path: '/a.vhd', layout }, findings };
}

/** A copy with the value at a path changed; undefined takes it away. */
function changed(action: Recorded, path: string, value: unknown): Record<string, unknown> {
  const result = sample(action);
  const names = path.split('.');
  const last = names.pop() ?? '';
  let at: Record<string, unknown> = result;
  for (const name of names) at = at[name] as Record<string, unknown>;
  if (!(last in at)) throw new TypeError(`the sample of ${action} has no ${path}`);
  if (value === undefined) delete at[last];
  else at[last] = value;
  return result;
}

const each = (table: Readonly<Record<Recorded, string>>): [Recorded, string][] =>
  BAKED_TWICE.flatMap((action) => words(table[action]).map((path): [Recorded, string] => [action, path]));

describe('what a record takes from a report', () => {
  it.each(BAKED_TWICE)('is in the sample of %s', (action) => {
    expect(validate(action, sample(action))).toBe(true);
  });

  it.each(each(NEEDED))('of %s needs %s', (action, path) => {
    expect(validate(action, changed(action, path, undefined))).toBe(false);
    // A truth is not what any of them holds but dryRun and reused, which is no word.
    expect(validate(action, changed(action, path, /dryRun|reused/.test(path) ? 'true' : true))).toBe(false);
  });

  it.each(each(WELCOME))('of %s does without %s, but takes no other type', (action, path) => {
    expect(validate(action, changed(action, path, path.endsWith('signer.name') ? 'x' : undefined))).toBe(true);
    expect(validate(action, changed(action, path, true))).toBe(false);
  });

  it.each([
    ['gpt', true],
    ['mbr', true],
    ['none', true],
    ['', false],
    ['GPT', false],
  ])('knows the partition table "%s": %s', (table, known) => {
    expect(validate('build-vhd', changed('build-vhd', 'layout.table', table))).toBe(known);
  });

  it.each([
    ['candidate', [true, false]],
    ['vm', [true, true]],
    ['template', [true, true]],
    ['library-item', [true, true]],
    ['iso', [false, false]],
  ])('knows what an upload and a publication may be: %s', (as, known) => {
    expect([
      validate('upload-esxi', changed('upload-esxi', 'as', as)),
      validate('publish-template', changed('publish-template', 'as', as)),
    ]).toEqual(known);
  });

  it('needs no VM of an item of a library, and takes its id', () => {
    const item = { ...changed('upload-esxi', 'vm', undefined), as: 'library-item' };
    expect(validate('upload-esxi', { ...item, libraryItem: 'i-1' })).toBe(true);
    expect(validate('upload-esxi', { ...item, libraryItem: '' })).toBe(false);
    expect(validate('upload-esxi', { ...item, as: 'template' })).toBe(false);
    expect(validate('publish-template', { ...sample('publish-template'), libraryItem: '' })).toBe(false);
  });

  it('takes a size of nothing, and none below', () => {
    expect(validate('convert-ova', changed('convert-ova', 'size', 0))).toBe(true);
    for (const size of [-1, 1.5]) expect(validate('convert-ova', changed('convert-ova', 'size', size))).toBe(false);
    expect(validate('verify-quiesce', changed('verify-quiesce', 'snapshot.durationMs', -1))).toBe(false);
  });

  it.each(['', 'a'.repeat(63), 'A'.repeat(64), 'g'.repeat(64)])('takes no digest "%s"', (digest) => {
    expect(validate('convert-ova', changed('convert-ova', 'sha256', digest))).toBe(false);
    expect(validate('convert-ova', changed('convert-ova', 'disk.digest', digest.slice(0, 39)))).toBe(false);
  });

  it.each(['', 'unknown'])('takes no verdict "%s"', (verdict) => {
    expect(validate('verify-quiesce', changed('verify-quiesce', 'verdict', verdict))).toBe(false);
    expect(validate('verify-quiesce', changed('verify-quiesce', 'level', verdict))).toBe(false);
  });
});
