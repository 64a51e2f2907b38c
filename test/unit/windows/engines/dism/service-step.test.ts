import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ToolOutput } from '../../../../../src/tools/tool-runner.ts';
import { serviceStep } from '../../../../../src/windows/engines/dism/service-step.ts';
import type { OfflineStep } from '../../../../../src/windows/plan/offline-step.ts';
import { fakeContext } from '../../fake-context.ts';
import { recordedTools } from '../../fake-tools.ts';
import { sampleDriver, sampleUpdate } from '../../sample-plan.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-step-'));
});
afterEach(() => rm(folder, { recursive: true }));

interface Run {
  readonly sxs?: string | undefined;
  readonly skip?: boolean;
  readonly output?: Partial<ToolOutput>;
}

async function run(step: OfflineStep, { sxs = 'D:\\sources\\sxs', skip = false, output = {} }: Run = {}) {
  const tools = recordedTools(() => output);
  const image = { root: 'W:\\', sxs, skipNotApplicable: skip };
  const { findings, isApplicable } = await serviceStep(step, image, fakeContext(folder, tools));
  const [call] = tools.calls;
  return {
    findings,
    isApplicable,
    args: call?.args.filter((arg) => !/^\/(?:ScratchDir|LogPath|English|Image)/.test(arg)) ?? [],
  };
}

describe('a driver', () => {
  it('is given to DISM with its own files alone, in their places', async () => {
    const sample = sampleDriver('pvscsi', true);
    const files = sample.files.map(({ path }) => ({ path, source: join(folder, 'given', path) }));
    for (const { source } of files) {
      await mkdir(dirname(source), { recursive: true });
      await writeFile(source, source);
    }
    await writeFile(join(folder, 'given', 'other.inf'), '');
    const { args } = await run({ kind: 'driver', driver: { ...sample, files } });
    const inf = args[1]?.replace('/Driver:', '') ?? '';
    expect(args).toEqual(['/Add-Driver', `/Driver:${inf}`]);
    expect((await readdir(dirname(inf), { recursive: true })).sort()).toEqual(['pvscsi.inf', 'x64', 'x64/pvscsi.sys']);
  });
});

describe('an update', () => {
  const NOT_APPLICABLE = { exitCode: 0x800f081e, stderr: 'Error: 0x800f081e' };

  async function update() {
    const make = async (name: string, kind: string) => {
      const path = join(folder, name);
      await writeFile(path, name);
      return { ...sampleUpdate('', kind), path };
    };
    const target = await make('windows11 kb2 (1).msu', 'cumulative');
    const checkpoints = [await make('windows11-kb1.msu', 'checkpoint')];
    return { kind: 'package', update: { target, checkpoints } } as const;
  }

  it('lies in a folder of its own with its checkpoints and nothing else, at no cost', async () => {
    const step = await update();
    const { args, findings, isApplicable } = await run(step);
    expect(isApplicable).toBe(true);
    const path = args[1]?.replace('/PackagePath:', '') ?? '';
    expect(args).toEqual(['/Add-Package', `/PackagePath:${path}`]);
    expect((await readdir(dirname(path))).sort()).toEqual(['windows11-kb1.msu', 'windows11_kb2__1_.msu']);
    expect((await stat(path)).ino).toBe((await stat(step.update.target.path)).ino);
    expect(findings).toEqual([]);
  });

  it('that is not for this image fails, named as it was given', async () => {
    const step = await update();
    const output = { exitCode: 0x800f081e, stderr: 'An error occurred' };
    await expect(run(step, { output })).rejects.toMatchObject({
      exitCode: 0x800f081e,
      tail: `${step.update.target.path}\nAn error occurred`,
    });
  });

  it('that is not for this image is left out where that is wanted, and said', async () => {
    const step = await update();
    const { findings, isApplicable } = await run(step, { skip: true, output: NOT_APPLICABLE });
    expect(isApplicable).toBe(false);
    expect(findings).toMatchObject([
      {
        code: 'package-not-applicable',
        severity: 'warning',
        seen: expect.stringContaining(step.update.target.path) as string,
      },
    ]);
    await expect(run(step, { skip: true, output: { exitCode: 0x800f0823 } })).rejects.toMatchObject({
      exitCode: 0x800f0823,
    });
  });
});

describe('a feature', () => {
  it('comes with its parents from the ISO, never from the network', async () => {
    const step = { kind: 'feature', feature: 'NetFx3', source: 'sxs' } as const;
    expect((await run(step)).args).toEqual([
      ...['/Enable-Feature', '/FeatureName:NetFx3', '/All', '/Source:D:\\sources\\sxs', '/LimitAccess'],
    ]);
    const inImage = ['/Enable-Feature', '/FeatureName:NetFx3', '/All', '/LimitAccess'];
    expect((await run({ ...step, source: 'image' })).args).toEqual(inImage);
  });
});

describe('the clean-up', () => {
  it('goes as far as it is asked to', async () => {
    const args = async (resetBase: boolean) => (await run({ kind: 'cleanup', resetBase })).args;
    expect(await args(false)).toEqual(['/Cleanup-Image', '/StartComponentCleanup']);
    expect(await args(true)).toEqual(['/Cleanup-Image', '/StartComponentCleanup', '/ResetBase']);
  });

  it('that something pending forbids is a finding', async () => {
    const pending = { output: { exitCode: 0x800f0806 } };
    const { findings, isApplicable } = await run({ kind: 'cleanup', resetBase: false }, pending);
    expect(isApplicable).toBe(true);
    expect(findings).toMatchObject([{ code: 'cleanup-pending', severity: 'warning' }]);
    const failing = run({ kind: 'cleanup', resetBase: false }, { output: { exitCode: 5 } });
    await expect(failing).rejects.toMatchObject({ exitCode: 5 });
  });
});

it('takes no step that is none of DISM', async () => {
  await expect(run({ kind: 'remote-desktop' })).rejects.toThrow('This is no step of servicing: Allow Remote Desktop');
});
