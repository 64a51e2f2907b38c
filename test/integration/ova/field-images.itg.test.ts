/** Disks that hold less than they seem, and OVAs of other makers, through the built actions; judged by qemu-img, sgdisk and tar. */

import { readFile, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDifferencingVhd, makeFieldDisk, makeFieldOva } from '../../media/field-disks.ts';
import { tools } from '../../media/media-tools.ts';
import { copySparse } from '../../media/sparse-file.ts';
import { CONVERT, codes, type FieldRun, openFieldRun } from '../disk/field-run.ts';

const MIB = 2 ** 20;
const UNSUPPORTED = 'disk-format-unsupported';
let field: FieldRun;
let at: FieldRun['at'];
let act: FieldRun['act'];
let refused: FieldRun['refused'];

beforeAll(async () => {
  field = await openFieldRun();
  ({ at, act, refused } = field);
  await makeFieldDisk(at('defective.raw'), { size: 100, recovery: 'behind' });
  await makeFieldDisk(at('sound.raw'), { size: 90, recovery: 'none' });
});
afterAll(() => field.close());

/** A small text file that names `sound.raw` as its one extent. */
async function descriptor(name: string, change: (text: string) => string): Promise<string> {
  const text = [
    '# Disk DescriptorFile',
    'version=1',
    'CID=11111111',
    'parentCID=ffffffff',
    'createType="monolithicFlat"',
    `RW ${90 * 2048} FLAT "sound.raw" 0`,
    'ddb.adapterType = "lsilogic"',
    'ddb.virtualHWVersion = "14"',
    '',
  ].join('\n');
  await writeFile(at(name), change(text));
  return at(name);
}

describe('a disk that is not whole', () => {
  it('C.15 is refused when it is a differencing VHD, by every action', async () => {
    const vhd = at('differencing.vhd');
    await makeDifferencingVhd(vhd);
    for (const action of ['convert-ova', 'verify-quiesce', 'repair-template']) {
      await refused(action, vhd, { code: UNSUPPORTED, message: /differencing VHD/ });
    }
  });

  it('C.15 is refused when qemu-img was asked for, too', async () => {
    const vhd = at('asked.vhd');
    await makeDifferencingVhd(vhd);
    await refused('convert-ova', vhd, {
      code: UNSUPPORTED,
      message: /differencing VHD/,
      inputs: { engine: 'qemu-img' },
    });
  });

  it('C.15 is refused when it is a VMDK that only holds what changed against its parent', async () => {
    // Without a hint at the parent's name qemu-img never looks for it.
    const delta = await descriptor('delta.vmdk', (text) => text.replace('parentCID=ffffffff', 'parentCID=2f3a0000'));
    await refused('convert-ova', delta, { code: UNSUPPORTED, message: /delta\.vmdk .*parent/ });
  });

  it('C.15 is refused when it is an encrypted VMDK', async () => {
    const encrypted = await descriptor(
      'encrypted.vmdk',
      (text) => `${text}encryption.keySafe = "vmware:key/list/(pair/(null/%3cVMWARE-EMPTYSTRING%3e))"\n`,
    );
    await refused('convert-ova', encrypted, { code: UNSUPPORTED, message: /encrypted\.vmdk .*encrypted/ });
  });
});

it('refuses a VDI of a VirtualBox snapshot, which qemu-img reads as if it were whole', async () => {
  const vdi = at('snapshot.vdi');
  await tools.run('qemu-img', ['convert', '-f', 'raw', '-O', 'vdi', at('sound.raw'), vdi]);
  const bytes = await readFile(vdi);
  bytes.writeUInt32LE(4, 0x4c);
  await writeFile(vdi, bytes);
  await refused('convert-ova', vdi, { code: UNSUPPORTED, message: /a VDI of a snapshot/ });
});

describe('a fixed VHD', () => {
  it('C.15 keeps its size when qemu-img reads it: the footer is no part of the disk', async () => {
    const [vhd, ova] = [at('fixed.vhd'), at('fixed.ova')];
    const options = ['-o', 'subformat=fixed,force_size=on'];
    await tools.run('qemu-img', ['convert', '-f', 'raw', '-O', 'vpc', ...options, at('sound.raw'), vhd]);
    const run = await act('convert-ova', { ...CONVERT, disk: vhd, ova, engine: 'qemu-img', name: 'fixed' });
    expect(run.report.error).toBeUndefined();
    expect(run.outputs.capacity).toBe(String(90 * MIB));
    await tools.run('tar', ['-xf', ova, '-C', field.folder, 'fixed-disk1.vmdk']);
    const compared = ['-f', 'raw', '-F', 'vmdk', at('sound.raw'), at('fixed-disk1.vmdk')];
    expect((await tools.run('qemu-img', ['compare', ...compared])).stdout).toContain('identical');
  });
});

describe('an OVA of another maker', () => {
  const drive = (href: string, unit: number, raw: string) => ({ href, unit, raw: at(raw) });
  const FLOPPY = { name: 'floppy.img', bytes: Buffer.alloc(1_474_560) };

  /** The disk in a repaired OVA has no Recovery partition and a clean table, to sgdisk. */
  async function assertRepaired(ova: string, member: string): Promise<void> {
    await tools.run('tar', ['-xf', ova, '-C', field.folder, member]);
    await tools.run('qemu-img', ['convert', '-f', 'vmdk', '-O', 'raw', at(member), at('repaired.raw')]);
    expect((await tools.run('sgdisk', ['-v', at('repaired.raw')])).stdout).toContain('No problems found');
    expect((await tools.run('sgdisk', ['-p', at('repaired.raw')])).stdout).not.toMatch(/ 2700 /);
  }

  it('C.17 is repaired when its names begin with ./', async () => {
    const ova = at('dot.ova');
    await makeFieldOva(ova, [drive('disk.vmdk', 0, 'defective.raw')], { prefix: './' });
    const run = await act('repair-template', { image: ova });
    expect(run.report.error).toBeUndefined();
    expect(run.outputs.changed).toBe('true');
    await assertRepaired(ova, 'disk.vmdk');
  });

  it('C.17 is repaired when its references are percent-encoded', async () => {
    const ova = at('encoded.ova');
    await makeFieldOva(ova, [drive('a%20disk.vmdk', 0, 'defective.raw')]);
    const run = await act('repair-template', { image: ova });
    expect(run.report.error).toBeUndefined();
    expect((await tools.run('tar', ['-tf', ova])).stdout.trim().split('\n')).toEqual([
      'vm.ovf',
      'vm.mf',
      'a disk.vmdk',
    ]);
    await assertRepaired(ova, 'a disk.vmdk');
  });

  it('C.17 is repaired without what macOS puts beside its files', async () => {
    const ova = at('apple.ova');
    const extra = [
      ['._vm.ovf', 'Mac OS X        '],
      ['._disk.vmdk', 'Mac OS X        '],
    ] as const;
    await makeFieldOva(ova, [drive('disk.vmdk', 0, 'defective.raw')], { extra });
    const run = await act('repair-template', { image: ova });
    expect(run.report.error).toBeUndefined();
    expect((await tools.run('tar', ['-tf', ova])).stdout).not.toContain('._');
    await assertRepaired(ova, 'disk.vmdk');
  });

  it('C.17 has a floppy image that is no disk of Windows', async () => {
    const ova = at('floppy.ova');
    const floppy = { ovf: floppyOvf(), ...FLOPPY };
    await makeFieldOva(ova, [drive('system.vmdk', 0, 'defective.raw')], {
      extra: [[floppy.name, floppy.bytes]],
      ovf: floppy.ovf,
    });
    const check = await act('verify-quiesce', { image: ova });
    expect(codes(check)).toContain('recovery-partition-protected');
    expect(codes(check)).toContain('floppy-present');
    const run = await act('repair-template', { image: ova });
    expect(run.report.error).toBeUndefined();
    await assertRepaired(ova, 'system.vmdk');
    expect((await tools.run('tar', ['-tf', ova])).stdout).toContain('floppy.img');
  });

  /** A drive whose image the descriptor names beside the disk. */
  function floppyOvf() {
    return {
      files: '<File ovf:id="floppy" ovf:href="floppy.img" ovf:size="1474560"/>',
      items: `<Item><rasd:HostResource>ovf:/file/floppy</rasd:HostResource><rasd:InstanceID>30</rasd:InstanceID>
        <rasd:ResourceType>14</rasd:ResourceType></Item>`,
    };
  }

  it('C.17 starts from the disk at the lowest unit, wherever that lies in the archive', async () => {
    const ova = at('two.ova');
    await makeFieldOva(ova, [drive('data.vmdk', 1, 'sound.raw'), drive('system.vmdk', 0, 'defective.raw')], {
      manifest: 'right',
    });
    expect(codes(await act('verify-quiesce', { image: ova }))).toContain('recovery-partition-protected');
    const repair = await act('repair-template', { image: ova });
    expect(repair.outputs.changed).toBe('true');
    expect(codes(await act('verify-quiesce', { image: ova }))).not.toContain('recovery-partition-protected');
  });

  it('C.17 has every disk looked at, by the check and by the repair', async () => {
    const ova = at('second.ova');
    await makeFieldOva(ova, [drive('system.vmdk', 0, 'sound.raw'), drive('data.vmdk', 1, 'defective.raw')]);
    expect(codes(await act('verify-quiesce', { image: ova }))).toContain('recovery-partition-protected');
    const repair = await act('repair-template', { image: ova });
    expect(repair.outputs.changed).toBe('true');
    await assertRepaired(ova, 'data.vmdk');
  });

  it('C.17 does not lose a second disk that is empty', async () => {
    const ova = at('empty.ova');
    const empty = `<Item><rasd:AddressOnParent>1</rasd:AddressOnParent><rasd:HostResource>ovf:/disk/empty</rasd:HostResource>
      <rasd:InstanceID>30</rasd:InstanceID><rasd:Parent>3</rasd:Parent><rasd:ResourceType>17</rasd:ResourceType></Item>`;
    await makeFieldOva(ova, [drive('system.vmdk', 0, 'sound.raw')], { ovf: { items: empty } });
    await refused('convert-ova', ova, {
      code: 'ova-invalid',
      message: /holds 2 disks: system.vmdk \(pvscsi 0:0\), an empty one \(pvscsi 0:1\)/,
    });
  });

  it('C.17 does not lose a second disk when it is converted, unless one is named', async () => {
    const ova = at('both.ova');
    await makeFieldOva(ova, [drive('data.vmdk', 1, 'sound.raw'), drive('system.vmdk', 0, 'defective.raw')]);
    await refused('convert-ova', ova, {
      code: 'ova-invalid',
      message: /holds 2 disks: system.vmdk \(pvscsi 0:0\), data.vmdk \(pvscsi 0:1\)/,
    });
    const one = await act('convert-ova', { ...CONVERT, disk: `${ova}!data.vmdk`, ova: at('one.ova') });
    expect(one.outputs.capacity).toBe(String(90 * MIB));
  });
});

describe('the OVA that is made', () => {
  it('B.12 has no VMware Tools that are not there, and tells of its disk and of its first boot', async () => {
    const ova = at('told.ova');
    const steps = '["updates","vmware-tools"]';
    await copySparse(at('sound.raw'), at('told.raw'));
    await act('convert-ova', { ...CONVERT, disk: at('told.raw'), ova, name: 'told', 'first-boot': steps });
    await tools.run('tar', ['-xf', ova, '-C', field.folder, 'told-disk1.vmdk']);
    const text = (await readFile(at('told-disk1.vmdk'), 'latin1')).slice(512, 11 * 1024);
    expect(text.match(/ddb\.tools\w+ = "\d+"/g) ?? []).toEqual([]);
    const { stdout: ovf } = await tools.run('tar', ['-xOf', ova, 'told.ovf']);
    expect(ovf).toContain('vmw:key="stillframe.first-boot" vmw:value="expected"');
    const id = /ddb.longContentID = "([0-9a-f]{32})"/.exec(text)?.[1];
    expect(ovf).toContain(`vmw:key="stillframe.image" vmw:value="${id}"`);
  });
});
