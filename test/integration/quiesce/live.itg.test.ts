import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { buildVsphereDouble } from '../../fakes/vsphere/build.ts';
import { AS_BEFORE, left, type Run, run, verify, withVsphere } from './live-run.ts';
import { EXTRA_CONFIG, sampleOva } from './sample-ova.ts';
import { verifyHere } from './verify-here.ts';
import { heldToRows } from './verify-ways.ts';

const execute = promisify(execFile);
const ovas = { healthy: '', defective: '', noUuid: '', unannounced: '', failing: '', waiting: '' };

beforeAll(async () => {
  await buildVsphereDouble();
  const enableUuid = { 'disk.EnableUUID': EXTRA_CONFIG['disk.EnableUUID'] };
  ovas.healthy = await sampleOva({ name: 'ws' });
  ovas.defective = await sampleOva({ name: 'ws' }, 'defective');
  ovas.noUuid = await sampleOva({ name: 'no-uuid', extraConfig: { 'stillframe.first-boot': 'expected' } });
  ovas.unannounced = await sampleOva({ name: 'unannounced', extraConfig: enableUuid });
  ovas.failing = await sampleOva({ name: 'failing' }, 'failing');
  ovas.waiting = await sampleOva({ name: 'waiting' }, 'waiting');
}, 600_000);

// Side by side: they wait for doubles most of the time, each for its own.
describe.concurrent('verify-quiesce on a VM', () => {
  it('proves application consistency on a disposable copy of a VM and of a template', async () => {
    await withVsphere({}, async (vsphere) => {
      await run(vsphere, 'import.ova', ovas.healthy);
      const vm = await heldToRows(vsphere, 'a copy', (way) => verify(vsphere, { vm: 'ws', ...way }));
      expect(vm.log).not.toContain('::error');
      expect(vm.exitCode).toBe(0);
      expect(vm.report.outputs.verdict).toBe('application');
      expect(vm.report.result?.snapshot?.writers).toContain('System Writer');
      expect(vm.report.result?.snapshot?.copy).toMatch(/^ws-stillframe-verify-[0-9a-f]{8}$/);
      const listing = await execute('7zz', ['l', '-ba', String(vm.report.outputs.manifest)]);
      expect(listing.stdout).toMatch(/backup\.xml[\s\S]*writer1\.xml/);
      expect(vm.summary).toMatch(/^## Quiescing\n\n✅ \*\*application\*\*/);
      expect(vm.log.replace(`::add-mask::${vsphere.password}`, '')).not.toContain(vsphere.password);
      expect(await left(vsphere)).toEqual(AS_BEFORE);

      await run(vsphere, 'vm.markastemplate', 'ws');
      const template = await verifyHere(vsphere, { vm: '/DC0/vm/ws', image: ovas.healthy });
      expect(template.report.outputs.verdict).toBe('application');
      expect(await left(vsphere)).toEqual(AS_BEFORE);
      const itself = await verifyHere(vsphere, { vm: 'ws', copy: 'false' });
      expect([itself.exitCode, itself.report.error?.code]).toEqual([1, 'input-invalid']);
      expect(itself.report.error?.message).toContain('is a template');
    });
  });

  it('names the Recovery partition and its cure when quiescing fails as KB60395 describes', async () => {
    await withVsphere({}, async (vsphere) => {
      await run(vsphere, 'import.ova', ovas.defective);
      const alone = await verify(vsphere, { vm: 'ws' });
      expect([alone.exitCode, alone.report.outputs.verdict]).toEqual([1, 'failed']);
      expect(alone.report.error?.code).toBe('quiesce-failed');
      expect(alone.report.findings[0]?.code).toBe('recovery-partition-likely');
      expect(alone.report.findings[0]?.seen).toContain('Recovery partition');
      expect(alone.report.findings[0]?.remedy).toContain('repair-template');
      expect(await left(vsphere)).toEqual(AS_BEFORE);

      const both = await verifyHere(vsphere, { vm: 'ws', image: ovas.defective });
      expect(both.report.findings[0]?.code).toBe('recovery-partition-protected');
      expect(both.report.findings[0]?.seen).toContain('KB60395');
      expect(both.report.error?.hint).toContain('repair-template');
      expect(both.summary).toContain('ApplicationQuiesceFault');
      expect(await left(vsphere)).toEqual(AS_BEFORE);
    });
  });

  it('calls a request that vSphere ignored ignored', async () => {
    await withVsphere({ toolsOff: true }, async (vsphere) => {
      await run(vsphere, 'import.ova', ovas.unannounced);
      const { report, exitCode } = await verifyHere(vsphere, { vm: 'unannounced', timeout: '1 s' });
      expect([exitCode, report.outputs.verdict]).toEqual([1, 'ignored']);
      expect(report.findings[0]?.code).toMatch(/^tools-not-(running|installed)$/);
      expect(report.outputs.manifest).toBe('');
      expect(await left(vsphere)).toEqual(['unannounced poweredOff 0']);
    });
  });

  it('B.9 waits for the first boot that the VM announces, and names the step at which it failed', async () => {
    await withVsphere({ toolsDelay: 400 }, async (vsphere) => {
      await run(vsphere, 'import.ova', ovas.failing);
      const failed = await verify(vsphere, { vm: 'failing' });
      expect([failed.exitCode, failed.report.outputs.verdict]).toEqual([1, 'failed']);
      expect(failed.report.findings[0]?.code).toBe('first-boot-failed');
      expect(failed.report.error?.message).toContain('60-remote-desktop');
      expect(failed.log).not.toContain('Asking for a quiesced snapshot');

      await run(vsphere, 'import.ova', ovas.healthy);
      const done = await verify(vsphere, { vm: 'ws' });
      expect(done.log).toContain('Waiting up to 1 min 20 s for the first boot to be done');
      expect(done.log).toContain('The first boot is done');
      expect(done.report.outputs.verdict).toBe('application');
      expect(done.summary).toMatch(/First boot.*done/);
      expect(await left(vsphere)).toEqual(['failing poweredOff 0', ...AS_BEFORE]);
    });
  });

  it('B.9 says that a first boot never ended when Windows waits for somebody at the console', async () => {
    await withVsphere({}, async (vsphere) => {
      await run(vsphere, 'import.ova', ovas.waiting);
      const { report, exitCode } = await verify(vsphere, { vm: 'waiting', timeout: '1 s' });
      expect([exitCode, report.outputs.verdict]).toEqual([1, 'failed']);
      expect(report.findings[0]?.code).toBe('first-boot-unfinished');
      expect(report.error?.hint).toContain('password in the answer file');
      expect(await left(vsphere)).toEqual(['waiting poweredOff 0']);
    });
  });

  it('B.10 starts a copy cut off from every network, or on the one that is named', async () => {
    await withVsphere({ snapshotDelay: 1500 }, async (vsphere) => {
      await run(vsphere, 'import.ova', ovas.healthy);
      const cards = async (inputs: Readonly<Record<string, string>>): Promise<string[]> => {
        const seen = new Set<string>();
        await verify(vsphere, { vm: 'ws', ...inputs }, (child, log) => {
          const timer = setInterval(async () => {
            if (!log().includes('Asking for a quiesced snapshot')) return;
            clearInterval(timer);
            const copy = (await vsphere.state()).vms.find(({ name }) => name !== 'ws');
            for (const nic of copy?.nics ?? []) seen.add(`${nic.network} ${nic.connected} ${nic.startConnected}`);
          }, 20);
          child.once('close', () => clearInterval(timer));
        });
        return [...seen];
      };
      expect(await cards({})).toEqual([expect.stringMatching(/ false false$/)]);
      expect(await cards({ network: 'VM Network' })).toEqual(['VM Network true true']);
      const unknown = await verify(vsphere, { vm: 'ws', network: 'VM Netwrk' });
      expect([unknown.exitCode, unknown.report.error?.code]).toEqual([1, 'vsphere-not-found']);
      expect(unknown.report.error?.hint).toContain('VM Network');
      expect(await left(vsphere)).toEqual(AS_BEFORE);
    });
  });

  it('B.11 does not call a machine proven of which a disk is outside of every snapshot', async () => {
    await withVsphere({}, async (vsphere) => {
      await run(vsphere, 'import.ova', ovas.healthy);
      await run(
        vsphere,
        'vm.disk.create',
        '-vm',
        'ws',
        '-name',
        'ws/data',
        '-size',
        '1G',
        '-mode',
        'independent_persistent',
      );
      const { report, exitCode } = await verify(vsphere, { vm: 'ws' });
      expect([exitCode, report.outputs.verdict]).toEqual([1, 'failed']);
      expect(report.findings[0]?.code).toBe('disk-independent');
      expect(report.findings[0]?.seen).toContain('independent_persistent');
    });
  });

  it('tells frozen file systems from applications that took part', async () => {
    await withVsphere({}, async (vsphere) => {
      await run(vsphere, 'import.ova', ovas.noUuid);
      const { report, exitCode } = await verifyHere(vsphere, { vm: 'no-uuid' });
      expect([exitCode, report.outputs.verdict]).toEqual([1, 'filesystem']);
      expect(report.findings[0]?.code).toBe('disk-uuid-disabled');
      const enough = await verifyHere(vsphere, { vm: 'no-uuid', level: 'filesystem' });
      expect([enough.exitCode, enough.report.outputs.verdict]).toEqual([0, 'filesystem']);
    });
  });

  it('leaves the VM itself as it found it, on an ESXi host too, which cannot copy', async () => {
    await withVsphere({ api: 'esxi' }, async (vsphere) => {
      await run(vsphere, 'import.ova', ovas.healthy);
      const copy = await verifyHere(vsphere, { vm: 'ws' });
      expect([copy.exitCode, copy.report.error?.code]).toEqual([1, 'vsphere-refused']);
      expect(copy.report.error?.hint).toContain('copy: false');
      const itself = await heldToRows(vsphere, 'the VM itself', (way) => verify(vsphere, { vm: 'ws', ...way }));
      expect(itself.report.error).toBeUndefined();
      expect(itself.report.outputs.verdict).toBe('application');
      expect(await left(vsphere)).toEqual(AS_BEFORE);

      // Its first boot is behind it now, and the VM says so.
      expect((await vsphere.state()).vms[0]?.extraConfig['stillframe.first-boot']).toBe('baked');
      await run(vsphere, 'vm.power', '-on', 'ws');
      const running = await verifyHere(vsphere, { vm: 'ws', copy: 'false' });
      expect(running.report.outputs.verdict).toBe('application');
      expect(await left(vsphere)).toEqual(['ws poweredOn 0']);
    });
  });

  it('B.5 leaves alone what another run is at work on', async () => {
    await withVsphere({ snapshotDelay: 10_000 }, async (vsphere) => {
      // Its first boot lies behind the VM itself when a copy of it is proven: no guest restarts in between.
      await run(vsphere, 'import.ova', '-name=ws', ovas.unannounced);
      await run(vsphere, 'vm.power', '-on', 'ws');
      await vi.waitFor(
        async () => expect((await vsphere.state()).vms[0]?.extraConfig['guestinfo.stillframe.first-boot']).toBe('done'),
        { timeout: 60_000 },
      );
      await run(vsphere, 'vm.power', '-off', 'ws');
      let second: Promise<Run> | undefined;
      const first = await verify(vsphere, { vm: 'ws' }, (child, log) => {
        const timer = setInterval(() => {
          if (!log().includes('Asking for a quiesced snapshot')) return;
          clearInterval(timer);
          second = verify(vsphere, { vm: 'ws' });
        }, 20);
        child.once('close', () => clearInterval(timer));
      });
      const other = await second;
      expect(first.report.outputs.verdict, `${first.log}\n${other?.log}`).toBe('application');
      expect(other?.log).toMatch(/ws-stillframe-verify-[0-9a-f]{8} is left alone: it belongs to run [0-9a-f]{8}/);
      expect(other?.report.outputs.verdict).toBe('application');
      expect(await left(vsphere)).toEqual(AS_BEFORE);
    });
  });
});
