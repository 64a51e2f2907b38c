import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ROOT } from '../../../scripts/root.ts';

// Files share the modules of a thread or process (vitest.config*.ts): what another file loaded before is not replaced, and the test fails by the order alone.
it('are never replaced in tests', () => {
  const files = globSync(['test/unit/**/*.ts', 'test/integration/**/*.ts'], { cwd: ROOT });
  expect(files.length).toBeGreaterThan(100);
  const replacing = /\bvi\.(?:mock|doMock|hoisted|resetModules)\(/;
  const own = 'test/unit/house/modules.test.ts';
  expect(files.filter((file) => file !== own && replacing.test(readFileSync(`${ROOT}/${file}`, 'utf8')))).toEqual([]);
});
