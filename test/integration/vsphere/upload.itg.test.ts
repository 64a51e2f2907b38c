import { createHash } from 'node:crypto';
import { readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../../actions/upload-esxi/main.ts';
import type { UploadEsxiResult } from '../../../actions/upload-esxi/result.ts';
import { cancelled, FormatError, UserError } from '../../../src/errors.ts';
import { formatOwner, OWNER_KEY } from '../../../src/vsphere/vm/owner.ts';
import { powerOn, reconfigureVm } from '../../../src/vsphere/vm/vm-operations.ts';
import { connectVsphere } from '../../../src/vsphere/wire/session.ts';
import { buildVsphereDouble } from '../../fakes/vsphere/build.ts';
import { startVsphere, type Vsphere, type VsphereOptions } from '../../fakes/vsphere/start.ts';
import { MACHINE } from '../../unit/ova/machine.ts';
import { askGovc } from './ask-govc.ts';
import { inputsFor, makeContext, makeFolder, makeOva, startJob, until } from './upload-job.ts';

const MIB = 2 ** 20;
const TEMPLATE = { type: 'VirtualMachine' };

let folder = '';
let ova = '';
let small = '';
const running: Vsphere[] = [];

beforeAll(async () => {
  await buildVsphereDouble();
  folder = await makeFolder();
  ova = await makeOva(folder, 'win', 8 * MIB);
  small = await makeOva(folder, 'small', MIB / 2);
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});
afterEach(async () => {
  for (const vsphere of running.splice(0)) await vsphere.close();
});

async function start(options: VsphereOptions = {}): Promise<Vsphere> {
  const vsphere = await startVsphere(options);
  running.push(vsphere);
  return vsphere;
}

async function refusal(promise: Promise<unknown>): Promise<UserError> {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof UserError) return error;
  throw new Error(`not refused: ${String(error)}`, { cause: error });
}

interface GovcVm {
  virtualMachines: {
    self: { value: string };
    config: {
      template: boolean;
      firmware: string;
      guestId: string;
      bootOptions?: { efiSecureBootEnabled?: boolean };
      extraConfig: { key: string; value: string }[];
    };
  }[];
}

async function askVm(vsphere: Vsphere, path: string): Promise<GovcVm['virtualMachines'][number]['config']> {
  const { virtualMachines } = JSON.parse(await askGovc(vsphere, 'vm.info', '-json', path)) as GovcVm;
  expect(virtualMachines).toHaveLength(1);
  const [vm] = virtualMachines;
  if (!vm) throw new Error(`govc finds no ${path}`);
  return vm.config;
}

function option(config: GovcVm['virtualMachines'][number]['config'], key: string): string | undefined {
  return config.extraConfig.find((entry) => entry.key === key)?.value;
}

describe.each([
  ['vCenter', { api: 'vcenter' }, 'template', '/DC0/vm/ws2019-std'],
  ['vCenter', { api: 'vcenter' }, 'vm', '/DC0/vm/ws2019-std'],
  ['an ESXi host', { api: 'esxi' }, 'vm', '/ha-datacenter/vm/ws2019-std'],
  ['the simulator as it is', { api: 'vcenter', plain: true }, 'template', '/DC0/vm/ws2019-std'],
  ['the simulator as ESXi', { api: 'esxi', plain: true }, 'vm', '/ha-datacenter/vm/ws2019-std'],
] as const)('%s with %o', (_what, options, as, path) => {
  it(`has the ${as}, as govc sees it, with the settings of the OVF`, async () => {
    const vsphere = await start(options);
    const context = makeContext();
    const result = await main(inputsFor(vsphere, ova, { as }), context);
    expect(result).toMatchObject({ inventoryPath: path, as, existing: 'none' });
    expect(result.uploadedBytes).toBeGreaterThan(8 * MIB);
    const progress = context.lines.filter((line) => line.endsWith('% sent'));
    expect(progress.length).toBeGreaterThan(5);
    expect(progress.at(-1)).toBe('100 % sent');
    const config = await askVm(vsphere, path);
    expect(config).toMatchObject({
      template: as === 'template',
      firmware: 'efi',
      guestId: 'windows2019srv_64Guest',
      bootOptions: { efiSecureBootEnabled: true },
    });
    expect(option(config, 'disk.EnableUUID')).toBe('TRUE');
    expect(option(config, OWNER_KEY)).toMatch(/^run=[0-9a-f]{8} machine=\S+ process=\d+@\d+ time=\S+Z$/);
  });
});

describe('settings that the import drops', () => {
  const extraConfig = { 'disk.EnableUUID': 'TRUE', 'stillframe.first-boot': 'expected', 'svga.vramSize': '8388608' };

  it('B.9 are put back: that the first boot is waited for is never lost on the way', async () => {
    // govmomi's simulator takes nothing of vmw:ExtraConfig.
    const vsphere = await start({ plain: true });
    const announced = await makeOva(folder, 'announced', MIB / 2, { vm: { ...MACHINE, extraConfig } });
    const job = await startJob(folder, jobInputs(vsphere, announced));
    expect(await job.ended, job.printed()).toBe(0);
    const config = await askVm(vsphere, '/DC0/vm/ws2019-std');
    expect(option(config, 'stillframe.first-boot')).toBe('expected');
    expect(option(config, 'stillframe.image')).toMatch(/^[0-9a-f]{32}$/);
    expect(option(config, 'disk.EnableUUID')).toBe('TRUE');
    expect(option(config, 'svga.vramSize')).toBe('8388608');
    expect(job.printed()).toContain(
      'The import had dropped a setting, now put right: stillframe.first-boot = expected',
    );
  });
});

describe('a name that exists', () => {
  async function uploadTwice(
    ifExists: 'fail' | 'keep' | 'replace',
  ): Promise<[Vsphere, UploadEsxiResult, Promise<UploadEsxiResult>]> {
    const vsphere = await start();
    const first = await main(inputsFor(vsphere, small), makeContext());
    return [vsphere, first, main(inputsFor(vsphere, small, { ifExists }), makeContext())];
  }

  it('is left alone by default', async () => {
    const [vsphere, first, second] = await uploadTwice('fail');
    expect(await refusal(second)).toMatchObject({ code: 'vsphere-exists' });
    expect((await vsphere.state()).vms).toHaveLength(1);
    expect(await askGovc(vsphere, 'find', '-i', '/', '-type', 'm')).toContain(first.vm);
  });

  it('is kept without sending a byte', async () => {
    const [, first, second] = await uploadTwice('keep');
    expect(await second).toMatchObject({ vm: first.vm, existing: 'kept', uploadedBytes: 0 });
  });

  it('is replaced by another VM of that name', async () => {
    const [vsphere, first, second] = await uploadTwice('replace');
    const result = await second;
    expect(result).toMatchObject({ existing: 'replaced', inventoryPath: first.inventoryPath });
    expect(result.vm).not.toBe(first.vm);
    expect((await vsphere.state()).vms).toMatchObject([{ name: 'ws2019-std', template: true }]);
    await askGovc(vsphere, 'object.collect', '-s', `VirtualMachine:${result.vm}`, 'config.template');
  });

  it('keeps its VM when the new one cannot be finished', async () => {
    const vsphere = await start({ uploadRate: 4 * MIB });
    const first = await main(inputsFor(vsphere, small), makeContext());
    const controller = new AbortController();
    const second = main(inputsFor(vsphere, ova, { ifExists: 'replace' }), makeContext(controller.signal));
    await until('the import', async () => (await vsphere.state()).leases.length > 0);
    controller.abort(cancelled());
    await expect(second).rejects.toMatchObject({ code: 'cancelled' });
    expect((await vsphere.state()).vms).toMatchObject([{ name: 'ws2019-std', template: true }]);
    expect(await askGovc(vsphere, 'find', '-i', '/', '-type', 'm')).toContain(first.vm);
  });

  it('is not replaced while it runs', async () => {
    const vsphere = await start();
    const first = await main(inputsFor(vsphere, small, { as: 'vm' }), makeContext());
    const { log, signal } = makeContext();
    const session = await connectVsphere({ ...inputsFor(vsphere, small), log, signal });
    await powerOn(session, { ...TEMPLATE, value: first.vm ?? '' });
    await session.close();
    const error = await refusal(main(inputsFor(vsphere, small, { ifExists: 'replace' }), makeContext()));
    expect(error.message).toContain('is running');
    expect((await vsphere.state()).vms).toHaveLength(1);
  });
});

describe('an upload that ends early', () => {
  it('leaves nothing even where the server does not remove the VM with its lease', async () => {
    const vsphere = await start({ plain: true });
    const controller = new AbortController();
    const context = makeContext(controller.signal);
    const upload = main(inputsFor(vsphere, ova), {
      ...context,
      log: { ...context.log, info: (line) => line.endsWith('% sent') && controller.abort(cancelled()) },
    });
    await expect(upload).rejects.toMatchObject({ code: 'cancelled' });
    expect(await askGovc(vsphere, 'find', '/', '-type', 'm')).toBe('');
  });

  it('leaves nothing when it is cancelled', async () => {
    const vsphere = await start({ uploadRate: 4 * MIB });
    const job = await startJob(folder, jobInputs(vsphere, ova));
    await until('progress', () => job.printed().includes('20 % sent'));
    job.child.kill('SIGTERM');
    expect(await job.ended).toBe(1);
    expect(job.printed()).toContain('[cancelled]');
    expect(await vsphere.state()).toEqual({ vms: [], leases: [] });
  });

  it.each([
    ['', false],
    [', even when its lease has run out meanwhile', true],
  ])('leaves what the next run removes when it is killed%s', async (_when, runsOut) => {
    // Long enough for a busy machine to keep it alive until the kill.
    const vsphere = await start({ uploadRate: 4 * MIB, leaseTimeout: 3000 });
    const job = await startJob(folder, jobInputs(vsphere, ova));
    await until('progress', () => job.printed().includes('20 % sent'));
    expect((await vsphere.state()).vms).toMatchObject([{ extraConfig: { [OWNER_KEY]: expect.any(String) as string } }]);
    job.child.kill('SIGKILL');
    await job.ended;
    if (runsOut) await until('the end of the lease', async () => (await vsphere.state()).leases.length === 0);
    const again = await startJob(folder, jobInputs(vsphere, small));
    expect(await again.ended, again.printed()).toBe(0);
    expect((await vsphere.state()).vms).toMatchObject([{ name: 'ws2019-std', template: true }]);
    expect(await again.outputs()).toContain('/DC0/vm/ws2019-std');
  });

  it('says that the lease has run out when it does so while bytes are on their way, and begins anew', async () => {
    const vsphere = await start({ leaseTimeout: 500 });
    await vsphere.disturb({ method: 'NFC', do: 'hold-before' });
    const job = await startJob(folder, jobInputs(vsphere, small));
    await until('the call', async () => (await vsphere.calls()).held > 0);
    await until('the end of the lease', async () => (await vsphere.state()).leases.length === 0);
    await vsphere.release();
    expect(await job.ended, job.printed()).toBe(0);
    expect(job.printed()).toMatch(
      /::warning::.*The upload broke off \(The lease has run out while files were on their way/,
    );
    expect((await vsphere.state()).vms).toMatchObject([{ name: 'ws2019-std', template: true }]);
  });
});

describe('a replacement that was killed', () => {
  const namesIn = async (vsphere: Vsphere): Promise<string[]> =>
    (await vsphere.state()).vms.map(({ name }) => name).sort();

  /** A VM as a run leaves it: with its owner, who was last heard of so many minutes ago. */
  async function leave(vsphere: Vsphere, name: string, run: string, minutes: number): Promise<void> {
    const { vm } = await main(inputsFor(vsphere, small, { name, as: 'vm' }), makeContext());
    const { log, signal } = makeContext();
    const session = await connectVsphere({ ...inputsFor(vsphere, small), log, signal });
    const time = new Date(session.now().getTime() - minutes * 60_000);
    const owner = formatOwner({ run, host: 'another', kernel: '', pid: 1, started: '' }, time);
    await reconfigureVm(session, { ...TEMPLATE, value: vm ?? '' }, { extraConfig: { [OWNER_KEY]: owner } });
    await session.close();
  }

  const keep = (vsphere: Vsphere): Promise<UploadEsxiResult> =>
    main(inputsFor(vsphere, small, { ifExists: 'keep', as: 'vm' }), makeContext());

  it('gives the old one its name back when the new one had not got it', async () => {
    const vsphere = await start();
    await leave(vsphere, 'ws2019-std.stillframe-old-1', '0', 20);
    await leave(vsphere, 'ws2019-std.stillframe-new-1', '1', 20);
    await leave(vsphere, 'ws2019-std-2', '1', 20);
    expect((await keep(vsphere)).existing).toBe('kept');
    expect(await namesIn(vsphere)).toEqual(['ws2019-std', 'ws2019-std-2']);
  });

  it('removes the old one when the new one has its name', async () => {
    const vsphere = await start();
    await leave(vsphere, 'ws2019-std', '1', 20);
    await leave(vsphere, 'ws2019-std.stillframe-old-1', '0', 20);
    await keep(vsphere);
    expect(await namesIn(vsphere)).toEqual(['ws2019-std']);
  });

  it('leaves the old one when somebody else has its name', async () => {
    const vsphere = await start();
    await leave(vsphere, 'ws2019-std', '2', 20);
    await leave(vsphere, 'ws2019-std.stillframe-old-1', '0', 20);
    await keep(vsphere);
    expect(await namesIn(vsphere)).toEqual(['ws2019-std', 'ws2019-std.stillframe-old-1']);
  });

  it.each(['fail', 'keep', 'replace'] as const)(
    'B.5 is another run that is at it when it was heard of lately, whatever if-exists says: %s',
    async (ifExists) => {
      const vsphere = await start();
      await leave(vsphere, 'ws2019-std.stillframe-new-1', '1', 5);
      const job = await startJob(folder, { ...jobInputs(vsphere, small), 'if-exists': ifExists, as: 'vm' });
      expect(await job.ended, job.printed()).toBe(1);
      expect(job.printed()).toMatch(/::error.*run 1 \(process 1 on another.*\[vsphere-busy\]/s);
      expect(await namesIn(vsphere)).toEqual(['ws2019-std.stillframe-new-1']);
    },
  );
});

describe('before a byte is sent', () => {
  it('B.14 says that the server does not know the guest id', async () => {
    const vsphere = await start();
    const strange = await makeOva(folder, 'strange', MIB / 2, {
      vm: { ...MACHINE, guest: { id: 'windows2031srv_64Guest', title: 'x' } },
    });
    const job = await startJob(folder, jobInputs(vsphere, strange));
    expect(await job.ended).toBe(1);
    expect((await vsphere.calls()).calls, job.printed()).not.toContain('ImportVApp');
    expect(job.printed()).toMatch(/::error.*windows2031srv_64Guest.*\[ova-invalid\]/s);
  });

  it('refuses an OVA with the disk of another', async () => {
    const vsphere = await start();
    const mixed = await copyOf(small, 'mixed.ova');
    const text = await readFile(mixed, 'latin1');
    const [, id = ''] = /stillframe\.image" vmw:value="([0-9a-f]{32})"/.exec(text) ?? [];
    // In the descriptor alone, and in what the manifest says of it.
    const [[name, descriptor] = ['', '']] = [...text.matchAll(/<\?xml[\s\S]*?<\/(?:ovf:)?Envelope>\s*/g)].map(
      ([all]) => [all, all.replace(id, 'ab'.repeat(16))] as const,
    );
    const digest = (content: string): string => createHash('sha256').update(content, 'latin1').digest('hex');
    await writeFile(mixed, text.replace(name, descriptor).replace(digest(name), digest(descriptor)), 'latin1');
    const error = await refusal(main(inputsFor(vsphere, mixed), makeContext()));
    expect(error.code).toBe('ova-invalid');
    expect(error.message).toContain(`was made for the disk ${'ab'.repeat(16)} (stillframe.image)`);
    expect(error.message).toContain(`is the disk ${id}`);
    expect((await vsphere.calls()).calls).not.toContain('ImportVApp');
  });

  it('refuses an OVA that was cut off', async () => {
    const vsphere = await start();
    const cut = await copyOf(ova, 'cut.ova');
    await truncate(cut, 4 * MIB);
    await expect(main(inputsFor(vsphere, cut), makeContext())).rejects.toBeInstanceOf(FormatError);
    expect((await vsphere.state()).vms).toEqual([]);
  });

  it('refuses an OVA that differs from its manifest', async () => {
    const vsphere = await start();
    const changed = await copyOf(small, 'changed.ova');
    const bytes = await readFile(changed);
    bytes[bytes.length - 300 * 1024] = (bytes.at(-300 * 1024) ?? 0) ^ 1;
    await writeFile(changed, bytes);
    expect(await refusal(main(inputsFor(vsphere, changed), makeContext()))).toMatchObject({ code: 'hash-mismatch' });
    expect(await vsphere.state()).toEqual({ vms: [], leases: [] });
  });

  it('names an OVA that is not there', async () => {
    const vsphere = await start();
    expect(await refusal(main(inputsFor(vsphere, '/no/such.ova'), makeContext()))).toMatchObject({
      code: 'file-missing',
    });
  });

  it('says that an ESXi host has no templates', async () => {
    const vsphere = await start({ api: 'esxi' });
    const error = await refusal(main(inputsFor(vsphere, small), makeContext()));
    expect(error.message).toContain('only vCenter has templates');
  });

  it('lists the resource pools when there are several, and takes a cluster for one', async () => {
    const vsphere = await start({ standaloneHosts: 1 });
    const error = await refusal(main(inputsFor(vsphere, small), makeContext()));
    expect(error).toMatchObject({ code: 'vsphere-ambiguous' });
    expect(error.message).toContain('/DC0/host/DC0_C0/Resources');
    expect(error.message).toContain('/DC0/host/DC0_H0/Resources');
    const { placement } = inputsFor(vsphere, small);
    const chosen = { placement: { ...placement, resourcePool: 'DC0_C0', folder: '/DC0/vm' } };
    await expect(main(inputsFor(vsphere, small, chosen), makeContext())).resolves.toMatchObject({ existing: 'none' });
  });

  it.each([
    ['datastore', 'LocalDS_1', 'LocalDS_0'],
    ['folder', 'Templates', '/DC0/vm'],
    ['resourcePool', 'DC0_C1', 'Resources'],
    ['datacenter', 'DC1', 'DC0'],
    ['host', 'DC0_C0_H9', 'DC0_C0_H0'],
  ])('says which %s there is in place of %s', async (kind, wrong, right) => {
    const vsphere = await start();
    const { placement } = inputsFor(vsphere, small);
    const error = await refusal(
      main(inputsFor(vsphere, small, { placement: { ...placement, [kind]: wrong } }), makeContext()),
    );
    expect(error).toMatchObject({ code: 'vsphere-not-found' });
    expect(`${error.message} ${error.hint}`).toContain(right);
  });

  it('maps networks by name and refuses one that the OVA lacks', async () => {
    const vsphere = await start();
    const error = await refusal(
      main(inputsFor(vsphere, small, { networks: new Map([['LAN', 'VM Network']]) }), makeContext()),
    );
    expect(error).toMatchObject({ code: 'input-invalid' });
    const { vm } = await main(inputsFor(vsphere, small, { networks: new Map([['*', 'DC0_DVPG0']]) }), makeContext());
    expect(await askGovc(vsphere, 'device.info', '-vm', vm ?? '', 'ethernet-*')).toContain('DVSwitch');
  });
});

/** As the runner gives them. */
function jobInputs(vsphere: Vsphere, path: string): Record<string, string> {
  const { server, username, password, thumbprint } = vsphere;
  return {
    ova: path,
    server,
    username,
    password,
    thumbprint,
    name: 'ws2019-std',
    as: 'template',
    'network-map': 'VM Network',
  };
}

async function copyOf(path: string, name: string): Promise<string> {
  const copy = `${folder}/${name}`;
  await writeFile(copy, await readFile(path));
  return copy;
}
