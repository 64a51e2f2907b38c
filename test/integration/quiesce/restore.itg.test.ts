import { beforeAll, describe, expect, it, vi } from 'vitest';
import { buildVsphereDouble } from '../../fakes/vsphere/build.ts';
import { GUEST_PASSWORD } from '../../media/answer-file.ts';
import { left, type Run, run, verify, withVsphere } from './live-run.ts';
import { sampleOva } from './sample-ova.ts';
import { verifyHere } from './verify-here.ts';
import { heldToRows } from './verify-ways.ts';

/** What a backup takes from the quiesced snapshot is started: it comes up, and is clean. */

let ova = '';

beforeAll(async () => {
  await buildVsphereDouble();
  ova = await sampleOva({ name: 'ws' });
}, 600_000);

const came = ({ report }: Run): readonly (string | undefined)[] => [report.outputs.verdict, report.findings[0]?.code];
const ASKED = { vm: 'ws', restore: 'true', 'guest-password': GUEST_PASSWORD, timeout: '5 s' };
const CLEAN = ['ws poweredOff 0'];

describe.concurrent('verify-quiesce with a restore', () => {
  it('starts a linked clone of the snapshot, asks its guest, and says what is not clean', async () => {
    await withVsphere({}, async (vsphere) => {
      await run(vsphere, 'import.ova', ova);
      const sound = await heldToRows(vsphere, 'a snapshot that is started', (way) =>
        verify(vsphere, { ...ASKED, ...way }),
      );
      expect([sound.exitCode, ...came(sound)], sound.log).toEqual([0, 'application', undefined]);
      expect(sound.summary).toMatch(
        /Linked clone of the snapshot \| restored after .*volume, event log and services asked/,
      );
      expect(sound.summary).toMatch(/Marker script \| run at the freeze and at the thaw, .* between them/);
      expect(sound.report.findings).toEqual([]);
      expect(await left(vsphere)).toEqual(CLEAN);

      await vsphere.plan({ restored: 'dirty' });
      const dirty = await verifyHere(vsphere, { ...ASKED, copy: 'false' });
      expect([dirty.exitCode, ...came(dirty)], dirty.log).toEqual([1, 'failed', 'restore-unclean']);
      expect(dirty.report.error?.message).toContain('its system volume is marked dirty');
      expect(await left(vsphere)).toEqual(CLEAN);

      await vsphere.plan({ restored: 'dead' });
      const dead = await verifyHere(vsphere, { ...ASKED, timeout: '2 s' });
      expect([dead.exitCode, ...came(dead)], dead.log).toEqual([1, 'failed', 'restore-failed']);
      expect(await left(vsphere)).toEqual(CLEAN);

      await vsphere.plan({ connected: true });
      const met = await verifyHere(vsphere, ASKED);
      expect([met.exitCode, met.report.error?.code], met.log).toEqual([1, 'vsphere-refused']);
      expect(met.report.error?.message).toContain('was connected while it ran');
      expect(await left(vsphere)).toEqual(CLEAN);
    });
  });

  it('whose run was killed is put away by the next, the linked clone before what it lives on', async () => {
    await withVsphere({}, async (vsphere) => {
      await run(vsphere, 'import.ova', ova);
      await vsphere.plan({ restored: 'dead' });
      const three = async (): Promise<boolean> =>
        (await vsphere.state()).vms.filter(({ powerState }) => powerState === 'poweredOn').length === 2;
      const killed = await verify(vsphere, { ...ASKED, timeout: '10 min' }, (child) => {
        void vi.waitUntil(three, { timeout: 120_000 }).then(() => child.kill('SIGKILL'));
      });
      expect(killed.exitCode, killed.log).toBeNull();
      expect(await left(vsphere)).toHaveLength(3);
      // Nobody takes away what a linked clone lives on: the double says so to govmomi's own client.
      const copy = (await left(vsphere)).map((line) => line.split(' ')).find(([, , snapshots]) => snapshots === '1');
      await expect(run(vsphere, 'snapshot.remove', '-vm', String(copy?.[0]), '*')).rejects.toThrow(/in use/);
      await vsphere.plan({});
      const next = await verify(vsphere, ASKED);
      expect([next.exitCode, ...came(next)], next.log).toEqual([0, 'application', undefined]);
      expect(
        next.log.match(/Removing ws-stillframe-verify-[0-9a-f]{8}, which an ended run has left behind/g),
      ).toHaveLength(2);
      expect(await left(vsphere)).toEqual(CLEAN);
    });
  });
});
