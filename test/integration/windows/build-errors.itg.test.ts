import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { createToolRunner } from '../../../src/runner/tools.ts';
import type { BuildRequest } from '../../../src/windows/build-image.ts';
import { runBundle } from '../../fakes/runner/run-bundle.ts';
import { buildSampleMedia } from '../../media/build.ts';
import { build, createWorkspace, type Workspace } from './build-run.ts';
import { changedIso } from './changed-iso.ts';

const MIB = 2 ** 20;

let workspace: Workspace;

beforeEach(async () => {
  workspace = await createWorkspace();
});

afterEach(() => workspace.remove());

/** The error, after what the run registered was undone as the runner would. */
async function failure(changes: Partial<BuildRequest>): Promise<UserError> {
  const thrown: unknown = await build(workspace, changes).then(
    () => undefined,
    (error: unknown) => error,
  );
  for (const undo of workspace.undo.reverse()) await undo();
  expect(thrown).toBeInstanceOf(UserError);
  expect((await readdir(workspace.folder)).filter((name) => /vhd/.test(name))).toEqual(['stillframe-build-vhd-test']);
  return thrown as UserError;
}

describe('what the user can put right', () => {
  it('a hash that differs is said before anything is done', async () => {
    const error = await failure({ sha256: '0'.repeat(64) });
    expect(error.code).toBe('hash-mismatch');
    expect(await readdir(workspace.context.temp)).toEqual([]);
  });

  it('an ISO of VMware Tools is recognised', async () => {
    const media = await buildSampleMedia();
    const error = await failure({ iso: media.toolsIso, sha256: undefined });
    expect(error.code).toBe('not-windows-media');
    expect(error.message).toContain('VMware Tools');
  });

  it('a file that is no ISO', async () => {
    const iso = join(workspace.folder, 'text.iso');
    await writeFile(iso, 'not an ISO');
    expect((await failure({ iso, sha256: undefined })).code).toBe('not-windows-media');
  });

  it('an edition that the ISO lacks, with those it has and the nearest', async () => {
    const error = await failure({ edition: 'standard-dekstop' });
    expect(error.code).toBe('edition-not-found');
    expect(error.message).toContain('did you mean "standard-desktop"');
    expect(error.hint).toContain('4 = Windows Server 2019');
  });

  it('a disk that is too small, with the size it takes', async () => {
    const error = await failure({
      disk: { format: 'vhd', type: 'dynamic', size: 150 * MIB, esp: 100 * MIB, msr: 16 * MIB, recovery: 'none' },
    });
    expect(error.code).toBe('image-too-small');
    expect(error.message).toMatch(/needs \d/);
  });

  it('an answer file that is not well-formed, with its place', async () => {
    const unattend = join(workspace.folder, 'unattend.xml');
    await writeFile(unattend, '<unattend xmlns="urn:schemas-microsoft-com:unattend">\n  <settings>\n</unattend>\n');
    const error = await failure({ unattend });
    expect(error.code).toBe('input-invalid');
    expect(error.message).toContain('unattend.xml:3:');
  });

  it('an update package whose hash differs', async () => {
    const path = join(workspace.folder, 'windows10.0-kb5005112-x64.cab');
    await writeFile(path, 'cabinet');
    const error = await failure({ packages: JSON.stringify([{ path, sha256: '1'.repeat(64) }]) });
    expect(error.code).toBe('hash-mismatch');
  });

  it('a tool that is missing is named before the ISO is read', async () => {
    const tools = createToolRunner(workspace.context.signal);
    const without = {
      ...tools,
      find: (tool: string) => tools.find(tool === 'mkntfs' ? 'mkntfs-that-is-not-there' : tool),
    };
    const context = { ...workspace.context, tools: without };
    const error = await build({ ...workspace, context }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'tool-missing' });
  });
});

describe('an interrupted build', () => {
  it('leaves nothing when the job is cancelled', async () => {
    const running = build(workspace).catch((error: unknown) => error);
    setTimeout(() => workspace.abort(), 700);
    expect(await running).toBeInstanceOf(Error);
    for (const undo of workspace.undo.reverse()) await undo();
    expect((await readdir(workspace.folder)).filter((name) => name.includes('image.vhd'))).toEqual([]);
  });

  it('that was killed while it applied is cleared away by the next one', async () => {
    const { folder } = workspace;
    const media = await buildSampleMedia();
    const vhd = join(folder, 'out', 'image.vhd');
    const inputs = { iso: media.windowsIso, edition: '1', vhd, size: '2 GiB', esp: '100 MiB' };
    const leftInTemp = async (): Promise<readonly string[]> =>
      (await readdir(join(folder, 'job', 'temp'))).filter((name) => name.startsWith('stillframe-build-vhd-'));
    expect(await runAction(inputs, 'Apply image')).toBeNull();
    expect(await leftInTemp()).toHaveLength(1);
    await mkdir(join(folder, 'out'), { recursive: true });
    await writeFile(`${vhd}.stillframe-unchecked.vhd.stillframe-partial`, 'left');
    expect(await runAction(inputs)).toBe(0);
    expect(await readdir(join(folder, 'out'))).toEqual(['image.vhd']);
    expect(await leftInTemp()).toEqual([]);
  });

  /** Runs the built action; `killAt` ends it hard when that text appears in its log, and the exit code is null then. */
  async function runAction(inputs: Readonly<Record<string, string>>, killAt?: string): Promise<number | null> {
    let kill = (): void => {};
    const { exitCode } = await runBundle('build-vhd', inputs, {
      jobFolder: join(workspace.folder, 'job'),
      onStart: (child) => {
        kill = () => child.kill('SIGKILL');
      },
      onLine: (line) => {
        if (killAt !== undefined && line.includes(killAt)) kill();
      },
    });
    return exitCode;
  }
});

describe('a volume that is full', () => {
  it('is told apart from a full partition', async () => {
    // A wimlib-imagex that fails as the real one does when the disk of this machine is full; the host has room, so the volume has not.
    const bin = join(workspace.folder, 'bin');
    await mkdir(bin);
    const real = await workspace.context.tools.find('wimlib-imagex');
    await writeFile(
      join(bin, 'wimlib-imagex'),
      `#!/bin/sh\nif [ "$1" = apply ]; then echo "[ERROR] Writing data to NTFS: No space left on device" >&2; exit 72; fi\nexec ${real} "$@"\n`,
    );
    await chmod(join(bin, 'wimlib-imagex'), 0o755);
    const path = process.env.PATH;
    process.env.PATH = `${bin}:${path}`;
    try {
      const tools = createToolRunner(workspace.context.signal);
      const thrown = await build({ ...workspace, context: { ...workspace.context, tools } }).catch(
        (error: unknown) => error,
      );
      expect(thrown).toMatchObject({ code: 'image-too-small' });
      expect(existsSync(join(workspace.folder, 'image.vhd'))).toBe(false);
    } finally {
      process.env.PATH = path;
    }
  });
});

describe('what is doubtful is said before anything is made', () => {
  it('of evaluation media, of .NET 3.5 without its cabinet, of a script that waits', async () => {
    const properties = { 'WINDOWS/EDITIONID': 'ServerStandardEval' };
    const change = { properties, withoutNetFx3: true };
    const iso = await changedIso(join(workspace.folder, 'iso'), change, workspace.context.tools);
    const script = join(workspace.folder, 'join.cmd');
    await writeFile(script, '@echo off\r\npause\r\n');
    const more = { iso, sha256: undefined, edition: '1', features: ['NetFx3'], scripts: [script], dryRun: true };
    const { findings } = await build(workspace, more);
    expect(findings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['evaluation-media', 'feature-source-missing', 'script-waits']),
    );
  });
});
