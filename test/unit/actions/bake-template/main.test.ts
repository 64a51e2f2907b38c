/** What bake-template does before a candidate is started, against a played vSphere behind a server; what a start comes to is in test/unit/bake. */

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BakeTemplateInputs, CandidateInputs } from '../../../../actions/bake-template/inputs.ts';
import { main } from '../../../../actions/bake-template/main.ts';
import { formatReleaseMark, RELEASE_KEY } from '../../../../src/vsphere/vm/release-mark.ts';
import { CURRENT_SESSION, denyAll, missingIn } from '../../vsphere/access/deny-all.ts';
import { type PlayedObject, playedVsphere, ref, settings } from '../../vsphere/played-vsphere.ts';
import { ADMINISTERED, servePlayed } from '../../vsphere/serve-played.ts';
import type { SoapServer } from '../../vsphere/soap-server.ts';
import { type PlayedContext, playedContext } from '../played-context.ts';

let folder: string;
let server: SoapServer | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-bake-'));
});
afterEach(async () => {
  await server?.close();
  await rm(folder, { recursive: true });
});

const RELEASE = formatReleaseMark({ name: 'ws', run: '7', ova: 'ab'.repeat(32), expires: new Date('2026-12-05') });

interface Ended {
  readonly error: unknown;
  readonly context: PlayedContext;
  readonly calls: readonly string[];
}

/** An account that may do nothing bakes: nothing is started in any case. */
async function bake(
  on: Partial<CandidateInputs> = {},
  more: Partial<BakeTemplateInputs> = {},
  candidate: PlayedObject['properties'] = {},
): Promise<Ended> {
  const played = playedVsphere(
    {
      ...CURRENT_SESSION,
      dc: { type: 'Datacenter', properties: { name: 'DC' } },
      f: { type: 'Folder', properties: { name: 'vm', parent: ref('Datacenter', 'dc') } },
      n: { type: 'Network', properties: { name: 'lab', parent: ref('Datacenter', 'dc') } },
      'vm-1': {
        type: 'VirtualMachine',
        properties: {
          ...{ name: 'ws.candidate-7', parent: ref('Folder', 'f'), 'runtime.powerState': 'poweredOff' },
          'config.extraConfig': settings({ [RELEASE_KEY]: RELEASE }),
          ...candidate,
        },
      },
    },
    { answers: { HasPrivilegeOnEntities: denyAll } },
  );
  server = await servePlayed(played, ADMINISTERED);
  const context = playedContext(folder);
  const inputs: BakeTemplateInputs = {
    ...{ timeout: 1000, seal: 'none', build: undefined, scripts: undefined },
    on: {
      ...{ host: 'vsphere', server: server.server, username: 'u', password: 'p', tls: { insecure: true } },
      ...{ datacenter: undefined, vm: 'ws.candidate-7', network: 'disconnected', tools: undefined, run: '8', ...on },
    },
    ...more,
  };
  const error: unknown = await main(inputs, context).catch((reason: unknown) => reason);
  await context.end();
  return { error, context, calls: played.asked.filter((call) => !call.startsWith('HasPrivilege')) };
}

const STARTS = ['Interact.PowerOn', 'Config.AdvancedConfig'];
const CARDS = 'Config.EditDevice';
const onVm = (names: readonly string[]): string[] => names.map((one) => `VirtualMachine.${one} on VirtualMachine vm-1`);

describe('what the account may', () => {
  it.each<[string, Partial<CandidateInputs>, readonly string[]]>([
    ['cut off from every network', {}, onVm([...STARTS, CARDS])],
    ['on the networks that it has', { network: 'as-it-is' }, onVm(STARTS)],
    ['on one that is named', { network: 'lab' }, [...onVm([...STARTS, CARDS]), 'Network.Assign on Network n']],
  ])('is asked before anything is done, for a bake %s', async (_how, on, expected) => {
    const { error, calls, context } = await bake(on);
    expect(new Set(missingIn(error))).toEqual(new Set(expected));
    expect(error).toMatchObject({ code: 'vsphere-refused' });
    expect(calls).toEqual([]);
    expect(context.held).toEqual(['vsphere-session']);
    expect(context.said.info).toEqual([`Connected to ${server?.server}: Test 8.0`]);
    expect(server?.methods().at(-1)).toBe('Logout');
  });

  it('is asked for scripts as well, where there are any', async () => {
    const path = join(folder, 'one.cmd');
    await writeFile(path, 'exit /b 0\r\n');
    const account = { username: 'Administrator', password: 'p' };
    const guest = onVm(['GuestOperations.Execute', 'GuestOperations.Query']);
    expect(missingIn((await bake({}, { scripts: { paths: [path], account } })).error)).toEqual(
      expect.arrayContaining(guest),
    );
    expect(missingIn((await bake({}, { scripts: { paths: [], account } })).error)).not.toEqual(
      expect.arrayContaining(guest),
    );
  });
});

describe('nothing is started', () => {
  it.each<[string, string, RegExp, Partial<CandidateInputs>, PlayedObject['properties']?]>([
    ['of no such name', 'vsphere-not-found', /no virtual machine .*wss/i, { vm: 'wss' }],
    ['on no such network', 'vsphere-not-found', /nowhere/, { network: 'nowhere' }],
    [
      'that no release made',
      'input-invalid',
      /ws\.candidate-7 was not uploaded as a candidate/,
      {},
      { 'config.extraConfig': '' },
    ],
    ['that is published', 'input-invalid', /is no candidate any more/, { vm: 'ws' }, { name: 'ws' }],
  ])('%s', async (_what, code, message, on, candidate) => {
    const { error, calls } = await bake(on, {}, candidate);
    expect(error).toMatchObject({ code, message: expect.stringMatching(message) as string });
    expect(calls).toEqual([]);
  });

  it('where a script cannot be read, of which nobody asks the server', async () => {
    const account = { username: 'Administrator', password: 'p' };
    const { error } = await bake({}, { scripts: { paths: [join(folder, 'gone.cmd')], account } });
    expect(error).toMatchObject({ code: 'file-missing' });
    expect(server?.methods()).not.toContain('HasPrivilegeOnEntities');
  });
});
