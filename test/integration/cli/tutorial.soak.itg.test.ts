import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type CatalogDouble, startCatalog } from '../../fakes/catalog/start.ts';
import { bundleEntry } from '../../fakes/runner/run-bundle.ts';
import { buildSampleMedia } from '../../media/build.ts';

/** The tutorial, word for word, as far as it needs no GitHub and no vCenter. */

const ROOT = join(import.meta.dirname, '../../..');
const execute = promisify(execFile);
let folder = '';
let catalog: CatalogDouble | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-tutorial-'));
});
afterEach(async () => {
  await catalog?.close();
  await rm(folder, { recursive: true, force: true });
});

it('leads from an empty folder to a checked OVA', async () => {
  const page = await readFile(join(ROOT, 'docs/tutorial.md'), 'utf8');
  const media = await buildSampleMedia();
  const repository = join(folder, 'my-templates');
  await mkdir(join(folder, 'bin'));
  const program = join(folder, 'bin/stillframe');
  catalog = await startCatalog();
  // All that is not word for word: which catalog is asked.
  const ours = `--catalog-url '${catalog.url}' --release-info-url '${catalog.releaseInfoUrl}'`;
  const own = `'${process.execPath}' '${bundleEntry('cli')}' "$@"`;
  await writeFile(program, `#!/bin/sh\ncase $1 in fetch-updates) exec ${own} ${ours} ;; *) exec ${own} ;; esac\n`);
  await chmod(program, 0o755);
  const env = {
    HOME: folder,
    STILLFRAME: ROOT,
    PATH: [join(folder, 'bin'), dirname(process.execPath), process.env.PATH].join(':'),
  };
  // One shell for all blocks of a section: what one sets the next one has.
  const said: string[] = [];
  const sh = async (text: string, cwd: string): Promise<void> => {
    const { stdout } = await execute('bash', ['-euo', 'pipefail', '-c', text], { cwd, env, maxBuffer: 2 ** 24 });
    said.push(stdout);
  };
  const sections = page.split(/^## /m).map((section) => [...section.matchAll(/^```sh\n([\s\S]*?)^```$/gm)]);
  expect(sections.flat()).toHaveLength(4);
  const [first, ...others] = sections.filter((blocks) => blocks.length > 0);
  await sh(first?.map(([, text]) => text).join('\n') ?? '', folder);
  await symlink(media.windowsIso, join(repository, 'media/ws2019.iso'));
  await symlink(media.toolsIso, join(repository, 'media/vmware-tools.iso'));
  const template = /Write `([^`]+)`:\n\n```yaml\n([\s\S]*?)^```$/m.exec(page);
  await writeFile(join(repository, template?.[1] ?? ''), template?.[2] ?? '');
  for (const blocks of others) await sh(blocks.map(([, text]) => text).join('\n'), repository);
  expect(said.join('')).toContain('1 template, no fault\n');
  expect(said.join('')).toMatch(/│1 ESP *│2? *(?:MSR)? *│3 Windows +│/);
  expect(said.join('')).toContain('verdict: unproven\n');
});
