import { describe, expect, it } from 'vitest';
import { auditTemplates } from '../../../../actions/audit-templates/action.ts';
import { boundedFindings } from '../../../../actions/audit-templates/bounded-findings.ts';
import { assertSound, findingsOf } from '../../../../actions/audit-templates/main.ts';
import { renderSummary } from '../../../../actions/audit-templates/summary.ts';
import { ERROR, INFO, result, vm, WARNING } from './sample-result.ts';

const DEFECTIVE = vm('/DC0/vm/bad|1', { outcome: 'defective', findings: [ERROR, WARNING, INFO] });
const UNREADABLE = vm('/DC0/vm/u', { outcome: 'unreadable', findings: [WARNING], disks: [] });
const SOUND = vm('/DC0/vm/ok', { findings: [INFO] });

describe('the summary of audit-templates', () => {
  it('counts, lists the worst first, and gives the findings of each', () => {
    const text = renderSummary(result([DEFECTIVE, UNREADABLE, SOUND], { leftOut: ['/l'] }));
    expect(text).toMatch(/^## Templates\n\n❌ \*\*1 of 3 defective\*\*, 1 sound, 1 could not be looked at\n\n/);
    expect(text).toContain(
      '|  | Template | Likeliest cause | Read | Moved |\n| --- | --- | --- | --- | --- |\n' +
        '| ❌ defective | /DC0/vm/bad\\|1 | Partition 1 is protected (and 1 more) | datastore | 1 MiB |\n' +
        '| ⚪ unreadable | /DC0/vm/u | It is dirty |  | 0 B |\n' +
        '| ✅ sound | /DC0/vm/ok |  | datastore | 1 MiB |',
    );
    expect(text.match(/<details>/g)).toHaveLength(3);
    expect(text).toContain('<summary>❌ defective /DC0/vm/bad\\|1</summary>');
    expect(text).toContain('1 that are not for Windows were left out.');
    expect(text).toMatch(/Server: VMware vCenter Server 8\.0\. All of it as a table: \/t\.csv\n$/);
  });

  it('is green only where all was looked at', () => {
    expect(renderSummary(result([SOUND]))).toContain('✅ **0 of 1 defective**, 1 sound, 0 could not be looked at\n');
    expect(renderSummary(result([UNREADABLE]))).toContain(
      '⚪ **0 of 1 defective**, 0 sound, 1 could not be looked at\n',
    );
    const gone = vm('/g', { outcome: 'gone' });
    expect(renderSummary(result([gone]))).toContain('0 could not be looked at, 1 were removed meanwhile');
    expect(renderSummary(result([gone]))).not.toContain('left out');
  });

  it('stays below what GitHub takes, with the row of each', () => {
    const long = { ...ERROR, seen: `<&|${'x'.repeat(2000)}` };
    const many = Array.from({ length: 400 }, (_, index) =>
      vm(`/DC0/vm/Templates/${'n'.repeat(60)}-${index}`, { outcome: 'defective', findings: [long, long, long, long] }),
    );
    const text = renderSummary(result(many));
    expect(Buffer.byteLength(text)).toBeLessThan(700_000);
    expect(text.match(/^\| ❌ defective/gm)).toHaveLength(400);
    const given = text.match(/<details>/g)?.length ?? 0;
    expect(given).toBeGreaterThan(20);
    expect(text).toContain(`The findings of ${400 - given} more stand in the report.`);
    expect(text).toContain(`${'x'.repeat(156)}… (and 3 more)`);
  });
});

describe('what makes the step fail', () => {
  const failure = (...given: Parameters<typeof assertSound>): unknown => {
    try {
      return assertSound(...given);
    } catch (error) {
      return error;
    }
  };

  it('is an error, a warning, or nothing', () => {
    expect(failure(result([UNREADABLE, SOUND]), 'error')).toBeUndefined();
    expect(failure(result([DEFECTIVE]), 'never')).toBeUndefined();
    expect(failure(result([SOUND]), 'warning')).toBeUndefined();
    expect(failure(result([DEFECTIVE, UNREADABLE, SOUND]), 'error')).toMatchObject({
      code: 'templates-defective',
      message:
        '1 of 3 would fail quiesced snapshots or not start: /DC0/vm/bad|1. /DC0/vm/bad|1: Partition 1 is protected',
      hint: 'Repair it.',
    });
    expect(failure(result([UNREADABLE, SOUND]), 'warning')).toMatchObject({
      message: '1 of 2 have errors or warnings: /DC0/vm/u. /DC0/vm/u: It is dirty',
    });
  });

  it('is named ten times at most', () => {
    const many = Array.from({ length: 12 }, (_, index) =>
      vm(`/v${index}`, { outcome: 'defective', findings: [ERROR] }),
    );
    expect(failure(result(many), 'error')).toMatchObject({
      message: expect.stringContaining('/v8, /v9 and 2 more. /v0: ') as string,
    });
    expect(failure(result(many.slice(0, 10)), 'error')).toMatchObject({
      message: expect.stringContaining('/v8, /v9. /v0: ') as string,
    });
  });
});

it('gives each finding with its VM, as many as fit', () => {
  const all = findingsOf(result([DEFECTIVE, SOUND]));
  expect(all).toEqual([
    { vm: '/DC0/vm/bad|1', ...ERROR },
    { vm: '/DC0/vm/bad|1', ...WARNING },
    { vm: '/DC0/vm/bad|1', ...INFO },
    { vm: '/DC0/vm/ok', ...INFO },
  ]);
  expect(boundedFindings(all)).toEqual(all);
  const two = JSON.stringify(all.slice(0, 2)).length + 1;
  expect(boundedFindings(all, two)).toEqual(all.slice(0, 2));
  expect(boundedFindings(all, two - 1)).toEqual(all.slice(0, 1));
  expect(boundedFindings([], 1)).toEqual([]);
});

it('needs no more outputs than it names', () => {
  expect(Object.keys(auditTemplates.outputs)).toEqual(['findings', 'sound', 'defective', 'unreadable', 'table']);
});
