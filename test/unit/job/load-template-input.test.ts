import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadTemplateInput } from '../../../src/job/load-template-input.ts';
import { MINIMAL } from '../template/documents.ts';

it('reads a template file, and tells where its keys stand', async () => {
  const work = mkdtempSync(join(tmpdir(), 'stillframe-template-'));
  const path = join(work, 'x.yml');
  writeFileSync(path, MINIMAL);
  const { template, locate } = await loadTemplateInput(path);
  expect(template.name).toBe('ws2025');
  expect(locate('windows.edition')).toEqual({ file: path, line: 4, column: 12 });
  expect(locate('disk.size')).toBeUndefined();
  rmSync(work, { recursive: true });
});
