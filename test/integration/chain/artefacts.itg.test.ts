import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildVsphereDouble } from '../../fakes/vsphere/build.ts';
import { startVsphere } from '../../fakes/vsphere/start.ts';
import { guestfs } from '../../judges/guestfs.ts';
import { startInFirmware } from '../../judges/start-firmware.ts';
import { has } from '../ova/convert-case.ts';
import { type Chain, imageInputs, openChain, TEMPLATE } from './chain-fixture.ts';
import { elsewhere } from './elsewhere.ts';

/** What the bundles make of the sample media, judged by tools that nobody here wrote. */

const run = promisify(execFile);

let chain: Chain;
let vhd: string;
let ova: string;
let vmdk: string;
beforeAll(async () => {
  chain = await openChain();
  vhd = join(chain.folder, 'ws2019.vhd');
  ova = join(chain.folder, 'ws2019.ova');
  const built = await chain.run('build-vhd', imageInputs(chain, vhd));
  expect(built.exitCode, built.lines.join('\n')).toBe(0);
  const packed = await chain.run('convert-ova', { template: TEMPLATE, disk: vhd, ova });
  expect(packed.exitCode, packed.lines.join('\n')).toBe(0);
  const unpacked = join(chain.folder, 'unpacked');
  await mkdir(unpacked);
  await run('tar', ['-xf', ova, '-C', unpacked]);
  const disks = (await readdir(unpacked)).filter((name) => name.endsWith('.vmdk'));
  expect(disks).toHaveLength(1);
  vmdk = join(unpacked, disks[0] ?? '');
});
afterAll(() => chain.close());

describe('the OVA of the chain', () => {
  it('holds a VMDK that qemu-img finds clean and 7-Zip reads', async () => {
    await run('qemu-img', ['check', '-f', 'vmdk', vmdk]);
    const { stdout } = await run('7zz', ['l', vmdk]);
    expect(stdout).toMatch(/Type = VMDK/);
  });

  it('holds what the VHD holds, but for deleted data', async () => {
    // Free space is left out by default; without that the two are the same to the byte.
    const whole = join(chain.folder, 'whole.ova');
    const inputs = { template: TEMPLATE, disk: vhd, ova: whole, 'skip-free-space': 'false' };
    expect((await chain.run('convert-ova', inputs)).exitCode).toBe(0);
    const folder = join(chain.folder, 'whole');
    await mkdir(folder);
    await run('tar', ['-xf', whole, '-C', folder]);
    const disk = (await readdir(folder)).find((name) => name.endsWith('.vmdk')) ?? '';
    const { stdout } = await run('qemu-img', ['compare', '-f', 'vpc', '-F', 'vmdk', vhd, join(folder, disk)]);
    expect(stdout).toContain('Images are identical.');
  });

  it('has three partitions that sgdisk finds sound, of the right types in the right order', async () => {
    const raw = join(chain.folder, 'disk.raw');
    await run('qemu-img', ['convert', '-O', 'raw', vmdk, raw]);
    const { stdout: verdict } = await run('sgdisk', ['-v', raw]);
    expect(verdict).toContain('No problems found');
    const types = await Promise.all(
      [1, 2, 3].map(async (number) => (await run('sgdisk', ['-i', String(number), raw])).stdout.split('\n')[0]),
    );
    expect(types[0]).toContain('C12A7328-F81F-11D2-BA4B-00A0C93EC93B');
    expect(types[1]).toContain('E3C9E316-0B5C-4DB8-817D-F92DF00215AE');
    expect(types[2]).toContain('EBD0A0A2-B9E5-4433-87C0-68B6B72699C7');
    const { stdout: table } = await run('sgdisk', ['-p', raw]);
    expect(table).not.toMatch(/^ {3}4 /m);
  });

  it('is started by the firmware from the VMDK', async () => {
    const said = await startInFirmware(vmdk, 'vmdk', chain.folder);
    expect(said).toMatch(/boot manager: started from \\EFI\\BOOT\\BOOTX64\.EFI/i);
  });

  it('is Windows Server 2019 for x64 to virt-inspector', async (test) => {
    if (!(await has('virt-inspector'))) test.skip('virt-inspector is not installed');
    const said = await guestfs('virt-inspector', '--no-applications', '--no-icon', '--format=vmdk', '-a', vmdk);
    for (const fact of ['<arch>x86_64<', '<product_name>Windows Server 2019', '<osinfo>win2k19<']) {
      expect(said).toContain(fact);
    }
  });

  it('is imported by govc into govmomi’s simulator as it comes', async () => {
    const { govc } = await buildVsphereDouble();
    const vsphere = await startVsphere({ plain: true });
    try {
      const env = {
        ...process.env,
        GOVMOMI_HOME: chain.folder,
        GOVC_URL: `https://${vsphere.server}/sdk`,
        GOVC_USERNAME: vsphere.username,
        GOVC_PASSWORD: vsphere.password,
        GOVC_INSECURE: '1',
      };
      await run(govc, ['import.ova', ova], { env });
      const { stdout } = await run(govc, ['vm.info', 'ws2019-std'], { env });
      expect(stdout).toContain('windows2019srv_64Guest');
    } finally {
      await vsphere.close();
    }
  });

  it('is the same, bit for bit, when the chain runs again elsewhere: in other folders, on one processor, in another time zone', async () => {
    const again = await openChain();
    try {
      const place = await elsewhere(again.folder);
      const disk = join(again.folder, 'other.vhd');
      expect((await again.run('build-vhd', imageInputs(again, disk), place)).exitCode).toBe(0);
      const second = join(again.folder, 'other.ova');
      expect((await again.run('convert-ova', { template: TEMPLATE, disk, ova: second }, place)).exitCode).toBe(0);
      expect(await sha256(disk)).toBe(await sha256(vhd));
      expect(await sha256(second)).toBe(await sha256(ova));
    } finally {
      await again.close();
    }
  });
});

async function sha256(file: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
}
