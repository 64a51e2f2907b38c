import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { onDouble, smallUploads, timesCalled, withDouble } from './upload-double.ts';
import { until } from './upload-job.ts';

/** Uploads beside each other, and to hosts that take files at an address of their own. */

const uploads = smallUploads();

describe.concurrent('B.5 two runs of one name', () => {
  it.each(['fail', 'keep', 'replace'])(
    'do not touch each other: the second ends with vsphere-busy (%s)',
    onDouble({}, async (vsphere, ifExists) => {
      await vsphere.disturb({ method: 'NFC', do: 'hold-before' });
      const first = await uploads.start(vsphere);
      await until('the call', async () => (await vsphere.calls()).held > 0);
      const second = await uploads.start(vsphere, { 'if-exists': ifExists });
      // One that wants to remove the VM of the first tries for as long as that is at it.
      const removing = async (): Promise<void> => {
        while (second.child.exitCode === null && !second.printed().includes('Removing /DC0')) await delay(20);
      };
      await Promise.race([second.ended, removing()]);
      expect(second.printed()).not.toContain('Removing /DC0');
      expect(await second.ended).toBe(1);
      expect(second.printed()).toContain('[vsphere-busy]');
      await vsphere.release();
      expect(await first.ended, first.printed()).toBe(0);
      expect((await vsphere.state()).vms).toMatchObject([{ name: 'ws', template: true }]);
      expect(await timesCalled(vsphere, 'Destroy_Task')).toBe(0);
    }),
  );
});

it.concurrent(
  'two candidates of one name are made beside each other',
  onDouble({}, async (vsphere) => {
    await vsphere.disturb({ method: 'NFC', do: 'hold-before' });
    const first = await uploads.start(vsphere, { as: 'candidate' }, { GITHUB_RUN_ID: '1' });
    await until('the call', async () => (await vsphere.calls()).held > 0);
    const second = await uploads.start(vsphere, { as: 'candidate' }, { GITHUB_RUN_ID: '2' });
    expect(await second.ended, second.printed()).toBe(0);
    await vsphere.release();
    expect(await first.ended, first.printed()).toBe(0);
    const names = (await vsphere.state()).vms.map(({ name }) => name).sort();
    expect(names).toEqual(['ws.candidate-1', 'ws.candidate-2']);
  }),
);

describe.concurrent('a host that takes the files at an address of its own', () => {
  it.each([
    ['B.14 ', 'certificate'],
    ['', 'thumbprint'],
  ] as const)('%sproves itself by its own %s, though the server is pinned', async (_line, dataHost) => {
    await withDouble({ dataHost }, (vsphere) => uploads.succeed(vsphere));
  });

  it.each([
    ['wrong', 'vsphere-certificate', 'reconnect the host in vCenter'],
    ['nothing', 'vsphere-certificate', 'in place of thumbprint, which pins the server alone'],
    ['down', 'vsphere-unreachable', 'open its port (443) to this runner'],
  ] as const)('B.14 is named when it is %s', (dataHost, code, hint) =>
    withDouble({ dataHost }, async (vsphere) => {
      const job = await uploads.start(vsphere);
      expect(await job.ended).toBe(1);
      const error =
        job
          .printed()
          .split('\n')
          .find((line) => line.startsWith('::error::')) ?? '';
      expect(error).toContain(`[${code}]`);
      expect(error).toContain(hint);
      expect(error).not.toContain(vsphere.server);
      expect(error).not.toContain('Check the input server');
      expect(await vsphere.state()).toEqual({ vms: [], leases: [] });
    }),
  );
});
