import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSampleMedia } from '../../media/build.ts';
import { tools } from '../../media/media-tools.ts';
import type { SampleUpdates } from '../../media/updates/sample-updates.ts';

let work = '';
let packages: SampleUpdates;

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'stillframe-updates-test-'));
  packages = (await buildSampleMedia()).updates.packages;
});

afterAll(async () => {
  await rm(work, { recursive: true, force: true });
});

async function open(path: string, container: 'cab' | 'wim'): Promise<{ folder: string; members: string[] }> {
  const folder = join(work, basename(path));
  if (container === 'cab') await tools.run('cabextract', ['-q', '-d', folder, path]);
  else await tools.run('wimlib-imagex', ['apply', path, '1', folder]);
  return { folder, members: (await readdir(folder)).sort() };
}

describe('sample update packages', () => {
  it('carry their SHA-1 in their names', async () => {
    for (const { path } of Object.values(packages)) {
      const sha1 = createHash('sha1')
        .update(await readFile(path))
        .digest('hex');
      expect(basename(path)).toMatch(new RegExp(`^windows1[01]\\.0-kb\\d+-x64(-ndp\\d+)?_${sha1}\\.msu$`));
    }
  });

  it('are sound, and so is every cabinet and WIM in them', async () => {
    for (const { path, spec } of Object.values(packages)) {
      await tools.run(spec.container === 'cab' ? 'cabextract' : 'wimlib-imagex', [
        spec.container === 'cab' ? '-t' : 'verify',
        path,
      ]);
      const { folder, members } = await open(path, spec.container);
      for (const member of members) {
        if (member.endsWith('.cab')) await tools.run('cabextract', ['-t', join(folder, member)]);
        if (member.endsWith('.wim')) await tools.run('wimlib-imagex', ['verify', join(folder, member)]);
      }
    }
  });

  it('are combined, classic or WIM as their age demands', async () => {
    const members = async (name: keyof SampleUpdates) =>
      (await open(packages[name].path, packages[name].spec.container)).members;
    expect(await members('cumulative2019')).toEqual(expect.arrayContaining(['SSU-17763.8870-x64.cab', 'WSUSSCAN.cab']));
    expect((await members('cumulative2016')).filter((name) => name.startsWith('SSU-'))).toEqual([]);
    expect(await members('dotnet2019Ndp48')).toContain('Windows10.0-KB5087066-x64-ndp48.cab');
    expect(await members('cumulative2025')).toEqual(
      expect.arrayContaining([
        'Windows11.0-KB5087539-x64.wim',
        'Windows11.0-KB5087539-x64.psf',
        'SSU-26100.32850-x64.cab',
      ]),
    );
  });

  it('tell their identity in update.mum, and a hotpatch in its metadata', async () => {
    const { folder } = await open(packages.cumulative2019.path, 'cab');
    const { stdout } = await tools.run('cabextract', [
      '-q',
      '-p',
      '-F',
      'update.mum',
      join(folder, 'Windows10.0-KB5087538-x64.cab'),
    ]);
    expect(stdout).toContain('name="Package_for_RollupFix" version="17763.8880.1.5"');
    const hotpatch = await open(packages.hotpatch2025.path, 'wim');
    const metadata = join(hotpatch.folder, 'KB5087423.AggregatedMetadata.cab');
    expect((await tools.run('cabextract', ['-l', metadata])).stdout).toContain('HotpatchCompDB_KB5087423.xml.cab');
  });
});
