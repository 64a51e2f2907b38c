import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, describe, expect, it } from 'vitest';
import { sampleDisk } from '../disk/sample-disk.ts';

const ROOT = join(import.meta.dirname, '../../..');
const work = mkdtempSync(join(tmpdir(), 'stillframe-report-'));
const validate = new Ajv({ allErrors: true }).compile(
  JSON.parse(readFileSync(join(ROOT, 'schema/report.schema.json'), 'utf8')) as object,
);

afterAll(() => rmSync(work, { recursive: true, force: true }));

/** Runs an action from its source and returns the report it writes. */
function reportOf(action: string, inputs: Record<string, string>): Record<string, unknown> {
  const report = join(work, `${action}.json`);
  const variables = Object.entries({ report, ...inputs }).map(([name, value]) => [
    `INPUT_${name.toUpperCase()}`,
    value,
  ]);
  const run = spawnSync(process.execPath, [join(ROOT, 'actions', action, 'index.ts')], {
    env: { PATH: process.env.PATH, RUNNER_TEMP: work, ...Object.fromEntries(variables) },
    encoding: 'utf8',
  });
  if (run.error) throw run.error;
  return JSON.parse(readFileSync(report, 'utf8')) as Record<string, unknown>;
}

// Only Node 22.18 and later run TypeScript themselves.
describe.skipIf(!process.features.typescript)('schema/report.schema.json', () => {
  it('holds for what the actions really write, failed or not', async () => {
    const image = join(work, 'defective.raw');
    const disk = await sampleDisk({ order: ['recovery', 'esp', 'msr', 'windows'], size: 150 * 2 ** 20 });
    writeFileSync(image, await disk.read(0, disk.size));
    const failed = reportOf('verify-quiesce', { image });
    expect(failed).toMatchObject({ ok: false, error: { code: 'quiesce-failed' } });
    const repaired = reportOf('repair-template', { image });
    expect(repaired).toMatchObject({ ok: true, outputs: { changed: 'true' } });
    for (const report of [failed, repaired]) expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
  }, 60_000);

  it('refuses a report that says it failed without saying why', () => {
    const report = { schema: 1, action: 'x', ok: false, durationMs: 1, outputs: {}, findings: [], result: null };
    expect(validate(report)).toBe(false);
    expect(validate({ ...report, ok: true })).toBe(true);
  });
});
