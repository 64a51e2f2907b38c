/** The whole of audit-templates against a played vSphere behind a server of its own. */

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { auditTemplates } from '../../../../actions/audit-templates/action.ts';
import { runAction } from '../../../../src/job/run-action.ts';
import { playHost } from '../../job/played-host.ts';
import { type PlayedObject, playedVsphere, ref } from '../../vsphere/played-vsphere.ts';
import { servePlayed } from '../../vsphere/serve-played.ts';
import type { SoapServer } from '../../vsphere/soap-server.ts';

let server: SoapServer;
let work = '';

const template = (name: string, more: PlayedObject['properties'] = {}): PlayedObject => ({
  type: 'VirtualMachine',
  properties: {
    name,
    parent: ref('Folder', 'folder-1'),
    'config.template': 'true',
    'config.guestId': 'windows2019srv_64Guest',
    'config.firmware': 'efi',
    'config.flags': '<diskUuidEnabled>true</diskUuidEnabled>',
    ...more,
  },
});

beforeEach(async () => {
  work = await mkdtemp(join(tmpdir(), 'stillframe-audit-main-'));
  server = await servePlayed(
    playedVsphere({
      'dc-1': { type: 'Datacenter', properties: { name: 'DC0' } },
      'folder-1': { type: 'Folder', properties: { name: 'vm', parent: ref('Datacenter', 'dc-1') } },
      'vm-1': template('plain'),
      'vm-2': template('no-uuid', { 'config.flags': '<diskUuidEnabled>false</diskUuidEnabled>' }),
      'vm-3': template('linux', { 'config.guestId': 'rhel9_64Guest' }),
    }),
  );
});
afterEach(async () => {
  await server.close();
  await rm(work, { recursive: true, force: true });
});

it('judges, writes the table, gives its counts and logs out', async () => {
  const report = join(work, 'report.json');
  const table = join(work, 'new', 'table.csv');
  const raw = { server: server.server, username: 'u', password: 'p', insecure: 'true', report, table };
  const host = playHost(work, { raw });
  expect(await runAction(auditTemplates, host)).toBe(false);
  const { outputs, result, findings, error } = JSON.parse(await readFile(report, 'utf8'));
  expect(error).toMatchObject({ code: 'templates-defective' });
  expect(result.counts).toEqual({ defective: 1, unreadable: 1, gone: 0, sound: 0 });
  expect(result.leftOut).toEqual(['/DC0/vm/linux']);
  expect(result.vms.map(({ vm }: { vm: string }) => vm)).toEqual(['/DC0/vm/no-uuid', '/DC0/vm/plain']);
  expect(outputs).toMatchObject({ defective: '1', unreadable: '1', sound: '0', table });
  expect(JSON.parse(outputs.findings)[0]).toMatchObject({ vm: '/DC0/vm/no-uuid', code: 'disk-uuid-disabled' });
  expect(findings[0].seen).toMatch(/^\/DC0\/vm\/no-uuid: disk\.EnableUUID is FALSE/);
  expect((await readFile(table, 'utf8')).split('\r\n')).toHaveLength(4);
  expect(server.methods().at(-1)).toBe('Logout');
});

it('says what it was about when the server refuses', async () => {
  const report = join(work, 'report.json');
  const raw = { server: server.server, username: 'u', password: 'p', insecure: 'true', report, vms: 'absent' };
  expect(await runAction(auditTemplates, playHost(work, { raw }))).toBe(false);
  expect(JSON.parse(await readFile(report, 'utf8')).error).toMatchObject({
    code: 'vsphere-not-found',
    message: expect.stringContaining('No virtual machine matches absent') as string,
  });
  expect(server.methods().at(-1)).toBe('Logout');
});
