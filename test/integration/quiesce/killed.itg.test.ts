import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { runBundle, runPost } from '../../fakes/runner/run-bundle.ts';
import { AS_BEFORE, left, run, verify, withVsphere } from './live-run.ts';
import { sampleOva } from './sample-ova.ts';

/** What a proof that is cancelled or killed leaves, and who puts it away. */

let work = '';
/** Announces its first boot. */
let ova = '';

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'stillframe-killed-'));
  ova = await sampleOva({ name: 'ws' });
}, 600_000);
afterAll(() => rm(work, { recursive: true, force: true }));

describe.concurrent('verify-quiesce that ends early', () => {
  it('B.9 knows that the first boot of the VM itself is over, though the run that saw it was killed at its snapshot', async () => {
    await withVsphere({ snapshotDelay: 1500 }, async (vsphere) => {
      await run(vsphere, 'import.ova', ova);
      // Once the server has been asked: what is only in the log may not be on its way yet.
      const asked = async (): Promise<boolean> =>
        (await vsphere.calls()).calls.some((call) => /^CreateSnapshot/.test(call));
      const killed = await verify(vsphere, { vm: 'ws', copy: 'false' }, (child) => {
        void vi.waitUntil(asked, { timeout: 120_000 }).then(() => child.kill('SIGKILL'));
      });
      expect(killed.exitCode, killed.log).toBeNull();
      expect((await vsphere.state()).vms[0]?.extraConfig['stillframe.first-boot']).toBe('baked');
      await vi.waitFor(async () => expect(await left(vsphere)).toEqual(['ws poweredOn 1']), { timeout: 60_000 });
      // Its copy has no first boot any more, and says nothing of one.
      const { report } = await verify(vsphere, { vm: 'ws', timeout: '30 s' });
      expect([report.findings[0]?.code, report.outputs.verdict]).toEqual([undefined, 'application']);
    });
  });

  it('leaves its copy to the post step with the session as it was renewed', async () => {
    await withVsphere({ snapshotDelay: 20_000 }, async (vsphere) => {
      await run(vsphere, 'import.ova', ova);
      await vsphere.disturb({ method: 'CreateSnapshotEx_Task', do: 'end-session' });
      const { server, username, password, thumbprint } = vsphere;
      const options = { jobFolder: vsphere.folder };
      const lines: string[] = [];
      let kill = (): void => {};
      const killed = await runBundle(
        'verify-quiesce',
        { server, username, password, thumbprint, vm: 'ws', timeout: '10 s' },
        {
          ...options,
          onStart: (started) => {
            kill = () => started.kill('SIGKILL');
          },
          onLine: (line) => {
            lines.push(line);
            if (line.includes('has ended the session: logging in again')) void vi.waitUntil(snapshotAsked).then(kill);
          },
        },
      );
      async function snapshotAsked(): Promise<boolean> {
        return (await vsphere.calls()).calls.filter((method) => method.startsWith('CreateSnapshot')).length === 2;
      }
      expect(killed.exitCode, lines.join('\n')).toBeNull();
      expect((await vsphere.state()).vms).toHaveLength(2);
      const { file } = JSON.parse(String(killed.state.stillframe)) as { file: string };
      expect(((await stat(file)).mode & 0o777).toString(8)).toBe('600');
      await runPost('verify-quiesce', killed.state, { ...options, onLine: (line) => lines.push(line) });
      expect(await left(vsphere), lines.join('\n')).toEqual(['ws poweredOff 0']);
    });
  });

  it('removes copy and snapshot when cancelled, and the next run those of a killed one', async () => {
    await withVsphere({ snapshotDelay: 10_000 }, async (vsphere) => {
      await run(vsphere, 'import.ova', ova);
      const asked = async (): Promise<number> =>
        (await vsphere.calls()).calls.filter((call) => call.startsWith('CreateSnapshot')).length;
      let before = 0;
      // Once the server has been asked: what is only in the log may not be on its way yet.
      const atSnapshot = (signal: NodeJS.Signals) => (child: ChildProcess) => {
        void vi
          .waitUntil(async () => (await asked()) > before, { timeout: 120_000 })
          .then(async () => {
            before = await asked();
            child.kill(signal);
          });
      };
      const cancelled = await verify(vsphere, { vm: 'ws' }, atSnapshot('SIGINT'));
      expect([cancelled.exitCode, cancelled.report.error?.code]).toEqual([1, 'cancelled']);
      expect(await left(vsphere)).toEqual(AS_BEFORE);
      // The head, and govc's own.
      expect((await run(vsphere, 'session.ls')).trim().split('\n')).toHaveLength(2);

      await verify(vsphere, { vm: 'ws', copy: 'false' }, atSnapshot('SIGKILL'));
      // The snapshot is made though nobody waits for it any more.
      await vi.waitFor(async () => expect(await left(vsphere)).toEqual(['ws poweredOn 1']), { timeout: 60_000 });
      const killed = await verify(vsphere, { vm: 'ws' }, atSnapshot('SIGKILL'));
      const [itself, copy] = await left(vsphere);
      expect(killed.exitCode, killed.log).toBeNull();
      expect(itself).toBe('ws poweredOn 0');
      expect(copy).toMatch(/^ws-stillframe-verify-[0-9a-f]{8} poweredOn 0$/);
      // At once, while the snapshot of the killed run's copy is still being made and holds it.
      const next = await verify(vsphere, { vm: 'ws' });
      expect(next.log).toMatch(/Removing ws-stillframe-verify-[0-9a-f]{8}, which an ended run has left behind/);
      expect(next.report.outputs.verdict).toBe('application');
      expect(await left(vsphere)).toEqual(['ws poweredOn 0']);
    });
  });
});
