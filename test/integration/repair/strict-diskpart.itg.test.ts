/** reagentc and diskpart of the vSphere double work on the real table of the uploaded disk, and refuse what those of Windows refuse. */

import { beforeAll, expect, it } from 'vitest';
import { guestShell, putGuestFile } from '../../../src/vsphere/guest/guest-files.ts';
import { type GuestProgram, runGuestProgram } from '../../../src/vsphere/guest/guest-program.ts';
import { awaitTools } from '../../../src/vsphere/guest/ready-guest.ts';
import { locateVm } from '../../../src/vsphere/inventory/locate-vm.ts';
import { connectVsphere } from '../../../src/vsphere/wire/session.ts';
import { buildVsphereDouble } from '../../fakes/vsphere/build.ts';
import { GUEST_PASSWORD } from '../../media/answer-file.ts';
import { SILENT } from '../../unit/vsphere/soap-server.ts';
import { type LiveVsphere, run, withVsphere } from '../quiesce/live-run.ts';
import { defectiveOva, makeTemplate, RECOVERY } from './classic-template.ts';

let ova = '';
beforeAll(async () => {
  await buildVsphereDouble();
  ova = await defectiveOva();
}, 600_000);

const SYSTEM = 'C:\\Windows\\System32';
const SCRIPT = 'C:\\x.txt';
const select = (partition: number, ...commands: readonly string[]): string =>
  ['select disk 0', `select partition ${partition}`, ...commands].map((line) => `${line}\r\n`).join('');

/** Recovery, ESP, MSR and Windows, in this order. @returns exit codes of diskpart by its script, and of other programs */
async function inGuest(
  { server, username, password, thumbprint }: LiveVsphere,
  body: (
    diskpart: (script: string) => Promise<number>,
    program: (name: string, args: string) => Promise<number>,
  ) => Promise<void>,
): Promise<void> {
  const { signal } = new AbortController();
  const session = await connectVsphere({ server, username, password, tls: { thumbprint }, log: SILENT, signal });
  try {
    const { moref } = await locateVm(session, { vm: 'ws' });
    expect(await awaitTools(session, moref, 60_000)).toBe(true);
    const account = { username: 'Administrator', password: GUEST_PASSWORD };
    const start = (program: GuestProgram): Promise<number> => runGuestProgram(session, moref, account, program, 60_000);
    const program = (name: string, args: string): Promise<number> => start({ path: `${SYSTEM}\\${name}`, args });
    await body(async (script) => {
      expect(await putGuestFile(start, SCRIPT, Buffer.from(script))).toBeUndefined();
      return program('diskpart.exe', `/s "${SCRIPT}"`);
    }, program);
    expect(await start(guestShell('exit 0'))).toBe(0);
  } finally {
    await session.close();
  }
}

it('lets nothing go that Windows needs or guards, and ends at the first command that fails', async () => {
  await withVsphere({}, async (vsphere) => {
    await makeTemplate(vsphere, ova);
    await run(vsphere, 'vm.markasvm', '-pool', 'DC0_C0/Resources', 'ws');
    await run(vsphere, 'vm.power', '-on', 'ws');
    const types = async (): Promise<readonly string[]> =>
      (await vsphere.state()).vms[0]?.disks?.[0]?.partitions?.map(({ type }) => type) ?? [];
    const before = await types();
    await inGuest(vsphere, async (diskpart, program) => {
      // The recovery environment uses its partition.
      expect(await diskpart(select(1, 'delete partition override'))).toBe(4);
      expect([await program('reagentc.exe', '/disable'), await program('reagentc.exe', '/disable')]).toEqual([0, 2]);
      expect([await program('reagentc.exe', '/info'), await program('reagentc.exe', '')]).toEqual([1, 1]);
      for (const [script, code] of [
        [select(1, 'delete partition'), 4],
        [select(1, 'gpt attributes=0x8000000000000000', 'delete partition'), 4],
        [select(2, 'delete partition override'), 4],
        [select(4, 'delete partition override'), 4],
        [select(9, 'delete partition override'), 4],
        ['select disk 1\r\nselect partition 1\r\ndelete partition override\r\n', 4],
        ['select partition 1\r\ndelete partition override\r\n', 4],
        [select(4, 'extend'), 4],
        [select(1, 'delete everything'), 5],
        [select(1, 'gpt attributes=0x1'), 5],
      ] as const) {
        expect([script, await diskpart(script)]).toEqual([script, code]);
      }
      expect(await program('diskpart.exe', '/s "C:\\none.txt"')).toBe(3);
      expect(await program('diskpart.exe', SCRIPT)).toBe(2);
      expect(await types()).toEqual(before);
      expect(await diskpart(select(1, 'delete partition override'))).toBe(0);
      expect(await types()).toEqual(before.filter((type) => type !== RECOVERY));
      expect(await diskpart(select(1, 'delete partition override'))).toBe(4);
    });
  });
});
