import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createToolRunner } from '../../../src/runner/tools.ts';
import { type BundleResult, runBundle } from '../../fakes/runner/run-bundle.ts';
import { buildSampleMedia, type SampleMedia } from '../../media/build.ts';
import { changedIso, type IsoChange } from './changed-iso.ts';

/** What the built action says to inputs that would give less, or something else, than what is meant. */

const tools = createToolRunner(new AbortController().signal);
let folder: string;
let media: SampleMedia;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-wrong-'));
  media = await buildSampleMedia();
});

afterAll(() => rm(folder, { recursive: true, force: true }));

interface Refused extends BundleResult {
  /** All that was printed. */
  readonly text: string;
}

async function build(
  inputs: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = {},
): Promise<Refused> {
  const lines: string[] = [];
  const vhd = join(folder, 'image.vhd');
  const result = await runBundle(
    'build-vhd',
    { iso: media.windowsIso, edition: 'standard-desktop', vhd, size: '2 GiB', esp: '100 MiB', ...inputs },
    { jobFolder: join(folder, 'job'), env, onLine: (line) => lines.push(line) },
  );
  return { ...result, text: lines.join('\n') };
}

/** An error of that code with all of the words, no image, and no word of a bug. */
async function expectRefusal(run: Refused, code: string, ...words: readonly string[]): Promise<void> {
  expect(run.exitCode, `the exit code, which ${code} makes 1`).toBe(1);
  expect(run.text).toMatch(new RegExp(`::error.*\\[${code}\\]`));
  const error = run.text.split('\n').find((line) => line.startsWith('::error')) ?? '';
  for (const word of words) expect(decodeURIComponent(error.replaceAll(/%(?![0-9A-F]{2})/g, '%25'))).toContain(word);
  expect(run.text).not.toContain('bug in Stillframe');
  expect(existsSync(join(folder, 'image.vhd'))).toBe(false);
}

async function template(text: string): Promise<string> {
  const path = join(folder, 'template.yml');
  await writeFile(path, text);
  return path;
}

/** A template whose keys are `customize`, `updates`, `drivers` as given; nothing wanted by default. */
function wanting(changes: Readonly<Record<string, string>> = {}): Promise<string> {
  const sections = {
    windows: '{ product: windows-server-2019, edition: standard-desktop, iso: { path: ws.iso }, language: en-US }',
    updates: '{ include: [] }',
    drivers: '{ include: [] }',
    customize: '{ vmware-tools: none }',
    ...changes,
  };
  return template(
    `name: t\n${Object.entries(sections)
      .map(([key, value]) => `${key}: ${value}\n`)
      .join('')}`,
  );
}

function iso(name: string, change: IsoChange): Promise<string> {
  return changedIso(join(folder, name), change, tools);
}

describe('an input that the template asks for and that is empty', () => {
  it('ends the step: the key, the input, the step that gives it, and how to say no', async () => {
    const run = await build({
      template: await template(
        'name: t\nwindows: { product: windows-server-2019, edition: standard-desktop, iso: { path: ws.iso } }\n',
      ),
      packages: '',
      drivers: '',
    });
    await expectRefusal(
      run,
      'input-missing',
      'input packages is empty',
      'updates.include: [servicing-stack, cumulative]',
      'input drivers is empty',
      'drivers.include: [pvscsi, vmxnet3]',
      'input tools-setup is empty',
      'customize.vmware-tools: first-boot',
    );
    expect(run.text).toContain('fetch-updates (output packages)');
    expect(run.text).toContain('updates.include: []');
  });

  it('an empty list of updates is none', async () => {
    const run = await build({ template: await wanting({ updates: '{ include: [cumulative] }' }), packages: '[]' });
    await expectRefusal(run, 'input-missing', 'input packages is empty');
  });
});

describe('A.2 an ISO that is not what the template means', () => {
  it('another product', async () => {
    const path = await wanting({
      windows: '{ product: windows-server-2022, edition: standard-desktop, iso: { path: ws.iso } }',
    });
    await expectRefusal(
      await build({ template: path }),
      'product-mismatch',
      'build 17763',
      'windows-server-2022',
      '20348',
    );
  });

  it('another language', async () => {
    const path = await wanting({
      windows: '{ product: windows-server-2019, edition: standard-desktop, iso: { path: ws.iso }, language: de-DE }',
    });
    await expectRefusal(await build({ template: path }), 'language-mismatch', 'en-US', 'windows.language: de-DE');
  });

  it('client media, also without a template', async () => {
    const path = await iso('client', { properties: { 'WINDOWS/INSTALLATIONTYPE': 'Client' } });
    await expectRefusal(await build({ iso: path, edition: '1' }), 'not-windows-media', 'Client', 'no Windows Server');
  });
});

describe('a feature that the image lacks', () => {
  it('A.2 is named with the nearest that it has', async () => {
    const run = await build({ features: 'TelnetClent, netfx3' });
    await expectRefusal(run, 'feature-unknown', '"TelnetClent" (did you mean "TelnetClient"?)');
    expect(run.text).not.toContain('"netfx3"');
  });

  it('A.2 is a warning where the image does not tell its features', async () => {
    const path = await iso('no-manifests', { remove: ['/Windows/servicing/Packages'] });
    const run = await build({ iso: path, edition: '1', features: 'TelnetClient' });
    expect(run.text).toMatch(/::warning.*TelnetClient could not be checked/);
    expect(run.exitCode).toBe(0);
    await rm(join(folder, 'image.vhd'));
  });
});

describe('an NTFS-3G that is too old', () => {
  it('D.22 is refused before the image is read', async () => {
    const bin = join(folder, 'bin');
    await mkdir(bin);
    const version = 'echo "mkntfs v2016.2.22AR.1 (libntfs-3g)" >&2; exit 0';
    const script = `#!/bin/sh\nif [ "$*" = --version ] || [ "$*" = -V ]; then ${version}; fi\nexec ${await tools.find('mkntfs')} "$@"\n`;
    await writeFile(join(bin, 'mkntfs'), script);
    await chmod(join(bin, 'mkntfs'), 0o755);
    const run = await build({}, { PATH: `${bin}:${process.env.PATH}` });
    await expectRefusal(run, 'tool-too-old', '2016.2.22', '2017.3.23');
  });
});
