import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { runPost } from '../../fakes/runner/run-bundle.ts';
import { runStep, type Step } from '../../fakes/runner/run-step.ts';
import { buildVsphereDouble } from '../../fakes/vsphere/build.ts';
import type { DiskShape } from '../../fakes/vsphere/start.ts';
import { mbrOf } from '../../unit/disk/sample-mbr.ts';
import { type LiveVsphere, run, withVsphere } from '../quiesce/live-run.ts';
import { makeOva, sampleOva } from '../quiesce/sample-ova.ts';

let work = '';
const ovas = { sound: '', defective: '', mbr: '' };

beforeAll(async () => {
  await buildVsphereDouble();
  work = await mkdtemp(join(tmpdir(), 'stillframe-audit-'));
  ovas.sound = await sampleOva({ name: 'sound' });
  ovas.defective = await sampleOva({ name: 'defective' }, 'defective');
  const mbr = join(work, 'mbr.raw');
  const sector = mbrOf([{ type: 7, first: 2048, sectors: 8192, status: 0x80 }]);
  await writeFile(mbr, Buffer.concat([sector, Buffer.alloc(8 * 2 ** 20 - sector.length)]));
  ovas.mbr = await makeOva(mbr, { name: 'mbr' });
}, 600_000);
afterAll(() => rm(work, { recursive: true, force: true }));

/** The step with these inputs; `options` as runStep takes them. */
function audit(
  { folder, server, username, password, thumbprint }: LiveVsphere,
  inputs: Readonly<Record<string, string>> = {},
  options: Parameters<typeof runStep>[3] = {},
): Promise<Step> {
  return runStep(folder, 'audit-templates', { server, username, password, thumbprint, ...inputs }, options);
}

interface Audited {
  readonly vm: string;
  readonly outcome: string;
  readonly disks: readonly { readonly reader: string; readonly moved: number }[];
  readonly findings: readonly { readonly code: string; readonly severity: string; readonly seen: string }[];
}

async function reportOf(step: Step): Promise<{ vms: readonly Audited[]; error?: { code: string; message: string } }> {
  const report = JSON.parse(await readFile(step.outputs.report ?? '', 'utf8')) as {
    result: { vms: readonly Audited[] } | null;
    error?: { code: string; message: string };
  };
  return { vms: report.result?.vms ?? [], ...(report.error && { error: report.error }) };
}

const outline = (vms: readonly Audited[]): string[] =>
  vms.map(({ vm, outcome, disks, findings }) =>
    [vm, outcome, ...disks.map(({ reader }) => reader), ...findings.map(({ code }) => code)].join(' '),
  );

const byText = (a: string, b: string): number => (a < b ? -1 : 1);

/** A clone of the defective VM whose disk looks like that. */
async function shaped(vsphere: LiveVsphere, name: string, shape: DiskShape, template = true): Promise<void> {
  await run(vsphere, 'vm.clone', '-on=false', '-vm', 'defective', name);
  await vsphere.shape(name, shape);
  if (template) await run(vsphere, 'vm.markastemplate', name);
}

describe.concurrent('audit-templates', () => {
  it('tells the templates with the defect from those without, starts none and moves little', async () => {
    await withVsphere({}, async (vsphere) => {
      for (const ova of [ovas.sound, ovas.defective, ovas.mbr]) await run(vsphere, 'import.ova', ova);
      await run(vsphere, 'vm.markastemplate', 'sound', 'defective', 'mbr');
      const step = await audit(vsphere);
      expect(step.exitCode, step.printed).toBe(1);
      const { vms, error } = await reportOf(step);
      expect(error?.code).toBe('templates-defective');
      expect(error?.message).toMatch(
        /^1 of 3 would fail quiesced snapshots or not start: \/DC0\/vm\/defective\. .*Recovery partition/,
      );
      const defective = vms.find(({ vm }) => vm === '/DC0/vm/defective');
      expect(outline(vms.filter(({ vm }) => vm !== '/DC0/vm/mbr'))).toEqual([
        '/DC0/vm/defective defective datastore recovery-partition-protected',
        '/DC0/vm/sound sound datastore',
      ]);
      expect(vms.find(({ vm }) => vm === '/DC0/vm/mbr')?.findings.map(({ code }) => code)).toContain('disk-not-gpt');
      const { sent, exports } = await vsphere.storage();
      // What the server counts is what the report says.
      expect(sent).toMatchObject({ defective: { bytes: defective?.disks[0]?.moved } });
      for (const { bytes, requests } of Object.values(sent)) {
        expect(bytes).toBeLessThan(2 ** 20);
        expect(requests).toBeLessThan(20);
      }
      expect(exports).toEqual([]);
      const { calls } = await vsphere.calls();
      expect(calls.filter((call) => call === 'Login')).toHaveLength(calls.filter((call) => call === 'Logout').length);
      expect(calls).not.toContain('ExportVm');
      expect((await vsphere.state()).vms.map(({ powerState, template }) => `${powerState} ${template}`)).toEqual(
        Array<string>(3).fill('poweredOff true'),
      );
      expect(step.summary).toMatch(/^## Templates\n\n❌ \*\*1 of 3 defective\*\*/);
      const table = await readFile(step.outputs.table ?? '', 'utf8');
      expect(table.split('\r\n')[0]).toMatch(/^vm,id,outcome,/);
      expect(table).toContain('/DC0/vm/sound,');
      expect(step.outputs).toMatchObject({ sound: '2', defective: '1', unreadable: '0' });
      expect(step.printed.replace(`::add-mask::${vsphere.password}`, '')).not.toContain(vsphere.password);
    });
  });

  it('names each that cannot be read with its reason, and lets the step pass for them', async () => {
    await withVsphere({}, async (vsphere) => {
      for (const ova of [ovas.sound, ovas.defective]) await run(vsphere, 'import.ova', ova);
      const shapes = ['delta', 'forbidden', 'missing', 'rdm', 'shifted', 'unauthorized', 'vsan', 'whole'] as const;
      for (const shape of shapes) await shaped(vsphere, shape, shape);
      await run(vsphere, 'vm.destroy', 'defective');
      await run(vsphere, 'vm.markastemplate', 'sound');
      const step = await audit(vsphere);
      expect(step.exitCode, step.printed).toBe(0);
      const { vms } = await reportOf(step);
      expect(outline(vms)).toEqual([
        ...shapes.map((shape) => `/DC0/vm/${shape} unreadable none disk-unreadable`),
        '/DC0/vm/sound sound datastore',
      ]);
      const seen = Object.fromEntries(vms.map(({ vm, findings }) => [vm.slice('/DC0/vm/'.length), findings[0]?.seen]));
      expect(seen).toMatchObject({
        delta: expect.stringContaining('only holds what changed against another disk') as string,
        forbidden: expect.stringContaining('HTTP status 403') as string,
        missing: expect.stringContaining('has no file [LocalDS_0] missing/missing-flat.vmdk') as string,
        rdm: expect.stringContaining('stands for a raw device') as string,
        shifted: expect.stringContaining('called "bytes 512-') as string,
        unauthorized: expect.stringContaining('HTTP status 401') as string,
        vsan: expect.stringContaining('as the object vsan://') as string,
        whole: expect.stringContaining('ignores that only a part') as string,
      });
      for (const text of Object.values(seen).slice(0, shapes.length)) {
        expect(text).toContain('by an export: vSphere refused ExportVm with NotSupported');
      }
      expect(step.outputs).toMatchObject({ sound: '1', defective: '0', unreadable: '8' });
      // A missing privilege is no session that has ended.
      expect((await vsphere.calls()).calls.filter((call) => call === 'Login').length).toBeLessThan(30);
      const strict = await audit(vsphere, { 'fail-on': 'warning', vms: 'delta, sound' });
      expect(strict.exitCode).toBe(1);
      expect((await reportOf(strict)).error?.message).toMatch(/^1 of 2 have errors or warnings: \/DC0\/vm\/delta\. /);
      expect((await audit(vsphere, { 'fail-on': 'never' })).exitCode).toBe(0);
    });
  });

  it('finds the defect by an export where the datastore does not give the disk, and leaves no export', async () => {
    await withVsphere({ dataHost: 'thumbprint' }, async (vsphere) => {
      for (const ova of [ovas.sound, ovas.defective]) await run(vsphere, 'import.ova', ova);
      await shaped(vsphere, 'delta', 'delta', false);
      await shaped(vsphere, 'template', 'vsan');
      await shaped(vsphere, 'encrypted', 'encrypted', false);
      await vsphere.shape('sound', 'forbidden');
      await vsphere.exportTemplates();
      const step = await audit(vsphere, { vms: '**', 'fail-on': 'never' });
      expect(step.exitCode, step.printed).toBe(0);
      expect(outline((await reportOf(step)).vms).sort(byText)).toEqual([
        '/DC0/vm/defective defective datastore recovery-partition-protected',
        '/DC0/vm/delta defective export recovery-partition-protected',
        '/DC0/vm/encrypted defective none vm-encrypted disk-unreadable',
        '/DC0/vm/sound sound export',
        '/DC0/vm/template defective export recovery-partition-protected',
      ]);
      expect((await vsphere.storage()).exports).toEqual([]);
      expect((await vsphere.state()).vms.filter(({ template }) => template).map(({ name }) => name)).toEqual([
        'template',
      ]);
    });
  });

  it('audits an ESXi host, whose VMs that are off stand for templates', async () => {
    await withVsphere({ api: 'esxi' }, async (vsphere) => {
      await run(vsphere, 'import.ova', ovas.defective);
      const step = await audit(vsphere);
      expect(step.exitCode, step.printed).toBe(1);
      expect(outline((await reportOf(step)).vms)).toEqual([
        '/ha-datacenter/vm/defective defective datastore recovery-partition-protected',
      ]);
    });
  });

  it('goes on when the server ends its session or is busy, and names what was removed meanwhile', async () => {
    await withVsphere({}, async (vsphere) => {
      await run(vsphere, 'import.ova', ovas.defective);
      for (const name of ['a', 'b', 'c']) await shaped(vsphere, name, '');
      await vsphere.disturb(
        { method: 'Folder', match: 'a-flat', do: '503' },
        { method: 'Folder', match: 'a-flat', skip: 2, do: 'end-session' },
        { method: 'Folder', match: 'c-flat', do: 'hold-before' },
      );
      const stepping = audit(vsphere, { parallel: '1', 'fail-on': 'never', vms: 'a, b, c' });
      await vi.waitFor(async () => expect((await vsphere.calls()).held).toBe(1), { timeout: 60_000 });
      await run(vsphere, 'vm.markasvm', '-host', '/DC0/host/DC0_C0/DC0_C0_H0', 'c').catch(() => '');
      await run(vsphere, 'vm.destroy', 'c');
      await vsphere.release();
      const step = await stepping;
      expect(step.exitCode, step.printed).toBe(0);
      expect(step.printed).toContain('has ended the session: logging in again');
      expect(outline((await reportOf(step)).vms)).toEqual([
        '/DC0/vm/a defective datastore recovery-partition-protected',
        '/DC0/vm/b defective datastore recovery-partition-protected',
        expect.stringMatching(/^\/DC0\/vm\/c (?:gone vm-gone|unreadable none disk-unreadable)$/),
      ]);
    });
  });

  it('ends quickly when cancelled, and leaves neither export nor session', async () => {
    await withVsphere({}, async (vsphere) => {
      await run(vsphere, 'import.ova', ovas.defective);
      await vsphere.shape('defective', 'forbidden');
      await vsphere.disturb({ method: 'NFC', do: 'hold-before', count: -1 });
      let kill: (signal: NodeJS.Signals) => void = () => {};
      const stepping = audit(
        vsphere,
        { vms: 'defective' },
        { onStart: (child) => (kill = (signal) => child.kill(signal)) },
      );
      await vi.waitFor(async () => expect((await vsphere.calls()).held).toBe(1), { timeout: 60_000 });
      expect((await vsphere.storage()).exports).toHaveLength(1);
      kill('SIGINT');
      const step = await stepping;
      expect(step.exitCode).toBe(1);
      expect(step.printed).toContain('[cancelled]');
      expect((await vsphere.storage()).exports).toEqual([]);
      const { calls } = await vsphere.calls();
      expect(calls.at(-1)).toBe('Logout');
      await vsphere.release();
    });
  });

  it('leaves the export of a killed run to the post step', async () => {
    await withVsphere({}, async (vsphere) => {
      await run(vsphere, 'import.ova', ovas.defective);
      await vsphere.shape('defective', 'forbidden');
      await vsphere.disturb({ method: 'NFC', do: 'hold-before', count: -1 });
      let kill = (): void => {};
      const stepping = audit(
        vsphere,
        { vms: 'defective' },
        { onStart: (child) => (kill = () => child.kill('SIGKILL')) },
      );
      await vi.waitFor(async () => expect((await vsphere.calls()).held).toBe(1), { timeout: 60_000 });
      kill();
      const killed = await stepping;
      expect(killed.exitCode).toBeNull();
      expect((await vsphere.storage()).exports).toHaveLength(1);
      await runPost('audit-templates', killed.state, { jobFolder: vsphere.folder });
      expect((await vsphere.storage()).exports).toEqual([]);
      await vsphere.release();
    });
  });
});
