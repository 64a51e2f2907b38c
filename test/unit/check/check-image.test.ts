import { createCipheriv } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkImage } from '../../../src/check/check-image.ts';
import { GUIDS, sampleDisk } from '../disk/sample-disk.ts';
import { type Member, manifestOf, ovfOf, streamOf, tarOf } from '../ova/sample-ova.ts';

const folder = await mkdtemp(join(tmpdir(), 'stillframe-check-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

let sound: Buffer;
let defective: Buffer;
let data: Buffer;
beforeAll(async () => {
  sound = await streamOf(await sampleDisk());
  const order = ['recovery', 'esp', 'msr', 'windows'] as const;
  defective = await streamOf(await sampleDisk({ order, guid: GUIDS.otherDisk }));
  data = await streamOf(await sampleDisk({ order: ['recovery', 'data'], guid: GUIDS.otherDisk }));
});

async function write(name: string, members: readonly Member[]): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, tarOf(members));
  return path;
}

const codes = async (path: string): Promise<string[]> =>
  (await checkImage(path, 'application')).findings.map(({ code }) => code);

describe('checkImage of an OVA', () => {
  it('judges the disk at the lowest unit as the system disk, and looks at the others too', async () => {
    const drives = [
      { href: 'data.vmdk', unit: 1 },
      { href: 'system.vmdk', unit: 0 },
    ];
    const path = await write('two.ova', [
      ['vm.ovf', ovfOf({ drives })],
      ['data.vmdk', data],
      ['system.vmdk', sound],
    ]);
    const check = await checkImage(path, 'application');
    expect(check.verdict).toBe('failed');
    expect(check.layout.partitions.map(({ type }) => type)).toEqual(['esp', 'msr', 'windows']);
    expect(check.others).toMatchObject([
      { disk: 'data.vmdk', format: 'vmdk-streamOptimized', layout: { table: 'gpt' } },
    ]);
    expect(check.findings).toMatchObject([{ code: 'recovery-partition-protected' }]);
    expect(check.findings[0]?.seen).toMatch(
      /^Disk data.vmdk \(pvscsi 0:1\): Partition 1 is a protected Recovery partition/,
    );
    expect(check.machine?.controllers).toMatchObject([{ kind: 'pvscsi', disks: 2 }]);
  });

  it('tells disks that Windows does not keep apart, however many', async () => {
    const drives = ['system.vmdk', 'copy.vmdk', 'data.vmdk', 'again.vmdk'].map((href, unit) => ({ href, unit }));
    const path = await write('copies.ova', [
      ['vm.ovf', ovfOf({ drives })],
      ['system.vmdk', sound],
      ['copy.vmdk', sound],
      ['data.vmdk', data],
      ['again.vmdk', sound],
    ]);
    const { findings } = await checkImage(path, 'application');
    expect(
      findings.filter(({ code }) => code === 'guid-not-unique').map(({ severity, seen }) => [severity, seen]),
    ).toEqual(
      ['copy.vmdk', 'again.vmdk'].map((name) => [
        'error',
        `The disks system.vmdk and ${name} have the same GUID (${GUIDS.disk}): Windows takes the second offline`,
      ]),
    );
    expect((await checkImage(`${path}!copy.vmdk`, 'application')).findings).toEqual([]);
  });

  it('judges a disk that is named by itself, and the descriptor not at all', async () => {
    const path = await write('named.ova', [
      ['vm.ovf', '<Envelope'],
      ['a.vmdk', defective],
      ['b.vmdk', sound],
    ]);
    const check = await checkImage(`${path}!b.vmdk`, 'application');
    expect(check).toMatchObject({ verdict: 'unproven', findings: [] });
    expect(check).not.toHaveProperty('others');
    expect(await codes(`${path}!a.vmdk`)).toEqual(['recovery-partition-protected']);
    expect(await codes(path)).toEqual(['recovery-partition-protected', 'ovf-unreadable']);
  });

  it('names another disk by its file alone where no descriptor says where it hangs', async () => {
    const path = await write('bare.ova', [
      ['a.vmdk', sound],
      ['b.vmdk', data],
    ]);
    const { findings } = await checkImage(path, 'application');
    expect(findings.map(({ seen }) => seen)).toEqual([
      expect.stringContaining('has no OVF descriptor'),
      expect.stringMatching(/^Disk b\.vmdk: Partition 1 is a protected Recovery partition/),
    ]);
  });

  it('finds a descriptor missing', async () => {
    expect(await codes(await write('none.ova', [['a.vmdk', sound]]))).toEqual(['ovf-missing']);
  });

  it('refuses what the manifest disowns, as far as it reads', async () => {
    const ovf: Member = ['vm.ovf', ovfOf({ drives: [{ href: 'a.vmdk', unit: 0 }] })];
    const wrong = manifestOf([ovf, ['a.vmdk', sound]]);
    expect(defective.length).toBeLessThan(2 ** 20);
    const path = await write('wrong.ova', [ovf, ['vm.mf', wrong], ['a.vmdk', defective]]);
    await expect(checkImage(path, 'application')).rejects.toMatchObject({ code: 'hash-mismatch' });
    const right = await write('right.ova', [ovf, ['vm.mf', wrong], ['a.vmdk', sound]]);
    expect(await checkImage(right, 'application')).toMatchObject({ verdict: 'unproven', findings: [] });
  });

  it('says which digests it has not checked', async () => {
    const ovf: Member = ['vm.ovf', ovfOf({ drives: [{ href: 'a.vmdk', unit: 0 }] })];
    const large = await sampleDisk();
    const noise = createCipheriv('aes-128-ctr', Buffer.alloc(16), Buffer.alloc(16)).update(Buffer.alloc(2 ** 21));
    await large.write(210 * 2 ** 20, noise);
    const disk = await streamOf(large);
    expect(disk.length).toBeGreaterThan(2 ** 20);
    const path = await write('large.ova', [ovf, ['vm.mf', manifestOf([ovf, ['a.vmdk', 'another']])], ['a.vmdk', disk]]);
    const { verdict, findings } = await checkImage(path, 'application');
    expect(verdict).toBe('unproven');
    expect(findings).toMatchObject([{ code: 'digests-not-checked', severity: 'info' }]);
    expect(findings[0]?.seen).toContain('was not held against a.vmdk');
  });
});

it('checks a disk image alone', async () => {
  const path = join(folder, 'alone.vmdk');
  await writeFile(path, defective);
  expect(await checkImage(path, 'application')).toMatchObject({
    verdict: 'failed',
    format: 'vmdk-streamOptimized',
    findings: [{ code: 'recovery-partition-protected' }],
  });
});
