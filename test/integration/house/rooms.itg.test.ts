import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ROOT } from '../../../scripts/root.ts';

const REFUSED = [
  ['src/vsphere/a.ts', '../quiesce/verify-live.ts', 'upwards'],
  ['src/vsphere/wire/b.ts', '../../disk/disk.ts', 'a neighbour on the same step'],
  ['src/disk/vmdk/c.ts', '../../ova/write-ova.ts', 'upwards from below a room'],
  ['src/windows/engines/wimlib/d.ts', '../../../check/verdict.ts', 'a neighbour from three folders down'],
  ['src/job/e.ts', '../runner/github-host.ts', 'a host'],
  ['src/f.ts', './disk/disk.ts', 'a room, from a small file'],
  ['src/upload/g.ts', '../../test/media/build.ts', 'a test'],
] as const;

const ALLOWED = [
  ['src/quiesce/h.ts', '../vsphere/wire/session.ts'],
  ['src/windows/plan/i.ts', '../verify/verify-image.ts'],
  ['src/windows/engines/wimlib/j.ts', '../../plan/image-plan.ts'],
  ['src/disk/k.ts', '../errors.ts'],
  ['src/l.ts', './tools/tool-runner.ts'],
  ['actions/build-vhd/m.ts', '../../src/windows/build-image.ts'],
] as const;

/** A project of one-line files under this project's rules. */
const folder = mkdtempSync(join(tmpdir(), 'stillframe-lint-'));
let said = '';

beforeAll(() => {
  for (const file of ['biome.json', 'biome.rooms.json']) copyFileSync(join(ROOT, file), join(folder, file));
  for (const [path, specifier] of [...REFUSED, ...ALLOWED]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `import { a } from '${specifier}';\n\nconsole.log(a);\n`);
  }
  const biome = join(ROOT, 'node_modules/@biomejs/biome/bin/biome');
  const args = ['lint', '--colors=off', '--max-diagnostics=none', '--only=style/noRestrictedImports', '.'];
  const { stdout, stderr } = spawnSync(process.execPath, [biome, ...args], { cwd: folder, encoding: 'utf8' });
  said = stdout + stderr;
});

afterAll(() => rmSync(folder, { recursive: true }));

it.each(REFUSED)('refuses in %s an import of %s: %s', (path) => {
  expect(said).toContain(`${path}:1:19 lint/style/noRestrictedImports`);
});

it.each(ALLOWED)('allows in %s an import of %s', (path) => {
  expect(said).toContain(`Checked ${REFUSED.length + ALLOWED.length + 1} files`);
  expect(said).not.toContain(path);
});
