/** The double's own tests, in its own language. */

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findGo } from '../fakes/vsphere/go-toolchain.ts';

it('the parts of the double do what they say', async () => {
  const { status, stdout, stderr } = spawnSync(await findGo(), ['test', './...'], {
    cwd: join(import.meta.dirname, '../fakes/windows'),
    encoding: 'utf8',
    env: { ...process.env, CGO_ENABLED: '0', GOFLAGS: '-mod=readonly' },
  });
  expect(status, stdout + stderr).toBe(0);
  expect(stdout.match(/^ok /gm)?.length).toBeGreaterThanOrEqual(2);
});
