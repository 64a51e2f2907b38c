import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, describe, expect, it } from 'vitest';
import { repairTemplate } from '../../../actions/repair-template/action.ts';
import { verifyQuiesce } from '../../../actions/verify-quiesce/action.ts';
import type { Action } from '../../../src/job/action.ts';
import { runAction } from '../../../src/job/run-action.ts';
import { sampleDisk } from '../disk/sample-disk.ts';
import { playHost } from '../job/played-host.ts';

const ROOT = join(import.meta.dirname, '../../..');
const BLOCK = 2 ** 20;
const ZEROS = Buffer.alloc(BLOCK);
const work = mkdtempSync(join(tmpdir(), 'stillframe-report-'));
const validate = new Ajv({ allErrors: true }).compile(
  JSON.parse(readFileSync(join(ROOT, 'schema/report.schema.json'), 'utf8')) as object,
);

afterAll(() => rmSync(work, { recursive: true, force: true }));

/** Runs an action and returns the report it writes. */
async function reportOf(action: Action, inputs: Record<string, string>): Promise<Record<string, unknown>> {
  const report = join(work, `${action.name}.json`);
  await runAction(action, playHost(work, { raw: { report, ...inputs } }));
  return JSON.parse(readFileSync(report, 'utf8')) as Record<string, unknown>;
}

describe('schema/report.schema.json', () => {
  it('holds for what the actions really write, failed or not', async () => {
    const image = join(work, 'defective.raw');
    const disk = await sampleDisk({ order: ['recovery', 'esp', 'msr', 'windows'], size: 150 * BLOCK });
    const file = await open(image, 'w');
    await file.truncate(disk.size);
    for (let offset = 0; offset < disk.size; offset += BLOCK) {
      const block = await disk.read(offset, BLOCK);
      if (!block.equals(ZEROS)) await file.write(block, 0, BLOCK, offset);
    }
    await file.close();
    const failed = await reportOf(verifyQuiesce, { image });
    expect(failed).toMatchObject({ ok: false, error: { code: 'quiesce-failed' } });
    const repaired = await reportOf(repairTemplate, { image });
    expect(repaired).toMatchObject({ ok: true, outputs: { changed: 'true' } });
    for (const report of [failed, repaired]) expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
  });

  it('refuses a report that says it failed without saying why', () => {
    const report = { schema: 1, action: 'x', ok: false, durationMs: 1, outputs: {}, findings: [], result: null };
    expect(validate(report)).toBe(false);
    expect(validate({ ...report, ok: true })).toBe(true);
  });
});
