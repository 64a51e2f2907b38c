import { describe, expect, it } from 'vitest';
import { Hive } from '../../../../src/registry/hive.ts';
import type { OfflineStep } from '../../../../src/windows/plan/offline-step.ts';
import { type BuildWitnesses, judgeBuild, readBuildWitnesses } from '../../../../src/windows/verify/verify-build.ts';
import { encodeHive } from '../../../media/registry/regf-writer.ts';
import { type KeyNotation, registryKey } from '../../../media/registry/registry-key.ts';
import { samplePlan, sampleUpdate } from '../sample-plan.ts';

const PLAN = samplePlan();
const step = (kind: string | undefined, build?: string): OfflineStep => ({
  kind: 'package',
  update: { target: sampleUpdate('kb1.msu', kind, build), checkpoints: [] },
});
const LCU = [step('servicing-stack'), step('cumulative', '17763.2114'), step('cumulative', '17763.8027')];

function judge(registry: string | undefined, manifest: string | undefined, steps: readonly OfflineStep[] = LCU) {
  return judgeBuild({ registry, manifest }, PLAN, steps);
}

describe('judgeBuild', () => {
  it('asks for nothing where no update was installed offline that raises the build', () => {
    expect(judge('17763.107', undefined, [])).toEqual([]);
    expect(judge('17763.107', undefined, [step('servicing-stack'), step('dotnet', '17763.9999')])).toEqual([]);
  });

  it('is content when both witnesses tell the highest build that was promised, or a newer one', () => {
    expect(judge('17763.8027', '17763.8027')).toEqual([]);
    expect(judge('17763.10000', '17763.8028')).toEqual([]);
  });

  it.each([
    ['17763.8027', '17763.107'],
    ['17763.107', '17763.8027'],
    ['17763.8027', undefined],
    [undefined, '17763.8027'],
  ])('leaves to the first start what only one tells: %s and %s', (registry, manifest) => {
    expect(judge(registry, manifest)).toMatchObject([
      {
        code: 'pending-first-boot',
        severity: 'info',
        seen: expect.stringContaining('new build 17763.8027: the registry says') as string,
      },
    ]);
  });

  it.each([
    ['17763.107', '17763.107'],
    ['17763.2114', '17763.2114'],
    ['17763.8026', undefined],
    [undefined, undefined],
  ])('is an error when neither reached it: %s and %s', (registry, manifest) => {
    expect(() => judge(registry, manifest)).toThrow(
      expect.objectContaining({
        code: 'servicing-unproven',
        message: expect.stringMatching(/did not rise from 17763\.107 to 17763\.8027: the registry says/) as string,
      }),
    );
  });

  it('takes a checkpoint that stands alone for the cumulative update that it is', () => {
    expect(judge('17763.8027', '17763.8027', [step('checkpoint', '17763.8027')])).toEqual([]);
    expect(() => judge('17763.107', '17763.107', [step('checkpoint', '17763.8027')])).toThrow('to 17763.8027');
  });

  it('wants any rise of an update that promises no build', () => {
    expect(judge('17763.108', '17763.108', [step('cumulative')])).toEqual([]);
    expect(() => judge('17763.107', '17763.107', [step('cumulative')])).toThrow('to a newer one');
  });

  it('warns where plain files changed nothing, since one of them may have been meant to', () => {
    expect(judge('17763.107', '17763.107', [step(undefined)])).toMatchObject([
      {
        code: 'build-unchanged',
        severity: 'warning',
        seen: expect.stringContaining('kb1.msu was installed') as string,
      },
    ]);
    expect(judge('17763.200', '17763.200', [step(undefined)])).toEqual([]);
    const named = { ...sampleUpdate('kb1.msu', undefined), identities: [{ name: 'Package_for_KB1', version: '1.2' }] };
    const steps: readonly OfflineStep[] = [{ kind: 'package', update: { target: named, checkpoints: [] } }];
    expect(judge('17763.107', '17763.107', steps)).toEqual([]);
  });
});

describe('readBuildWitnesses', () => {
  const read = (software: KeyNotation, names: readonly string[]): Promise<BuildWitnesses> =>
    readBuildWitnesses(
      { names: async (path) => (path === 'Windows/WinSxS/Manifests' ? names : []) },
      new Hive(encodeHive(registryKey('ROOT', software), 'X', 0n, Buffer.alloc(48)), 'SOFTWARE'),
    );
  const manifest = (version: string): string =>
    `amd64_microsoft-windows-coreos-revision_31bf3856ad364e35_${version}_none_1234567890abcdef.manifest`;

  it('reads the hive and the newest of the manifests, by number', async () => {
    const current = { 'Microsoft\\Windows NT\\CurrentVersion': { CurrentBuild: '17763', UBR: 8027 } };
    const names = [manifest('10.0.17763.999'), 'amd64_other_31bf3856ad364e35_10.0.17763.9999_none_1.manifest'];
    expect(await read(current, [manifest('10.0.17763.8027'), ...names])).toEqual({
      registry: '17763.8027',
      manifest: '17763.8027',
    });
  });

  it('says so where one of them is silent', async () => {
    const current = { 'Microsoft\\Windows NT\\CurrentVersion': { CurrentBuild: '17763' } };
    expect(await read(current, [])).toEqual({ registry: undefined, manifest: undefined });
  });
});
