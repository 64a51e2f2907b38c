import { describe, expect, it } from 'vitest';
import type { ReadDisk } from '../../../src/audit/disk-reading.ts';
import { judgeVm } from '../../../src/audit/judge-vm.ts';
import { gatherBeginning, gatherImage } from '../../../src/check/gather-image.ts';
import type { VmFacts } from '../../../src/vsphere/vm/vm-facts.ts';
import { GUIDS, type SampleDiskOptions, sampleDisk } from '../disk/sample-disk.ts';
import { DISK, FACTS, SECOND } from './sample-vm.ts';

async function read(options: SampleDiskOptions = {}, disk = DISK, tools = true): Promise<ReadDisk> {
  return {
    disk,
    moved: 1,
    reading: { by: 'datastore', tools, evidence: await gatherImage(await sampleDisk(options)) },
  };
}

const codes = (facts: Partial<VmFacts>, ...disks: readonly ReadDisk[]): string[] =>
  judgeVm({ ...FACTS, ...facts }, disks).map(({ code, severity }) => `${severity} ${code}`);

const DEFECT: SampleDiskOptions = { order: ['recovery', 'esp', 'msr', 'windows'] };

describe('judgeVm', () => {
  it('has nothing to say of a sound template, though it is off and no guest runs', async () => {
    expect(codes({}, await read())).toEqual([]);
  });

  it('finds the defect of the disk and of the settings, errors first', async () => {
    const { devices } = FACTS;
    const found = codes({ devices: { ...devices, floppies: 1 }, diskUuidEnabled: false }, await read(DEFECT));
    expect(found).toEqual([
      'error recovery-partition-protected',
      'error disk-uuid-disabled',
      expect.stringMatching(/ floppy-present$/) as string,
    ]);
  });

  it('judges by the rules for data what the machine does not start from, and names that disk', async () => {
    const data = await read({ order: ['data', 'recovery'], guid: GUIDS.otherDisk }, SECOND);
    const found = judgeVm(FACTS, [await read(), data]);
    expect(found.map(({ code }) => code)).toEqual(['recovery-partition-protected']);
    expect(found[0]?.seen).toMatch(/^Hard disk 2 \(\[ds\] ws\/ws_1\.vmdk\): Partition 2 is a protected Recovery/);
  });

  it('takes for the system the disk that has something to start from', async () => {
    const data = await read({ order: ['data'], guid: GUIDS.otherDisk }, { ...DISK, label: 'Hard disk 0' });
    expect(codes({}, data, await read({}, SECOND))).toEqual([]);
    expect(codes({ firmware: 'bios' }, data, await read({}, SECOND))).toContain('error esp-missing');
    // Alone it is what the machine would start from.
    expect(codes({}, data)).toContain('error esp-missing');
  });

  it('tells a disk that was made as a copy of another', async () => {
    const found = judgeVm(FACTS, [await read(), await read({ order: ['data'] }, SECOND)]);
    expect(found.map(({ code }) => code)).toEqual(['guid-not-unique']);
    expect(found[0]?.seen).toMatch(
      /^The disks Hard disk 1 \(\[ds\] ws\/ws\.vmdk\) and Hard disk 2 \(.*_1\.vmdk\) have the same GUID/,
    );
  });

  it('knows of an export that it tells no more than the table', async () => {
    const reading = {
      by: 'export',
      tools: undefined,
      evidence: await gatherBeginning(await sampleDisk(DEFECT)),
    } as const;
    expect(codes({}, { disk: DISK, moved: 1, reading })).toEqual(['error recovery-partition-protected']);
    const sound = { by: 'export', tools: undefined, evidence: await gatherBeginning(await sampleDisk({})) } as const;
    expect(codes({}, { disk: DISK, moved: 1, reading: sound })).toEqual([]);
  });

  it('says what could not be looked at, and still judges the settings', () => {
    const unread = { reason: 'vsan', tried: [] } as unknown as NonNullable<ReadDisk['unread']>;
    const found = judgeVm({ ...FACTS, snapshots: [{} as never] }, [
      { disk: DISK, moved: 0, unread: { reason: 'delta', tried: ['from the datastore: a', 'by an export: b'] } },
      { disk: SECOND, moved: 0, unread: { ...unread, reason: 'no-privilege', tried: ['c'] } },
    ]);
    expect(found.map(({ severity, seen, remedy }) => `${severity}: ${seen}. ${remedy}`)).toEqual([
      'warning: Hard disk 1 ([ds] ws/ws.vmdk) could not be looked at: from the datastore: a; by an export: b. Consolidate the snapshots of the template; a linked clone must become a full one.',
      'warning: Hard disk 2 ([ds] ws/ws_1.vmdk) could not be looked at: c. Give the account Datastore.Browse and Datastore.FileManagement (low level file operations) on the datastore.',
      'warning: ws already has a snapshot. Consolidate and remove old snapshots: a template should have none, and quiescing takes longer with each.',
    ]);
  });

  it('believes the disk of Tools more than vSphere, which has never seen them run', async () => {
    const none = { tools: { running: false, installed: false, version: undefined } };
    expect(codes(none, await read())).toEqual([]);
    expect(codes(none, await read({}, DISK, false))).toEqual(['error tools-not-installed']);
    const expected = { extraConfig: new Map([['stillframe.first-boot', 'expected']]) };
    expect(codes({ ...none, ...expected }, await read({}, DISK, false))).toEqual([]);
    expect(codes({ tools: { running: false, installed: true, version: 9 * 1024 } }, await read())).toEqual([
      'warning tools-too-old',
    ]);
  });
});
