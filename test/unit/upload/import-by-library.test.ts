import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { OvaPackage } from '../../../src/ova/ova-package.ts';
import { importByLibrary } from '../../../src/upload/import-by-library.ts';
import type { LibraryImport } from '../../../src/upload/undo-library-import.ts';
import { PassingError } from '../../../src/vsphere/wire/passing-error.ts';
import { playedRest } from '../vsphere/library/played-rest.ts';
import { playedVsphere, ref, xml } from '../vsphere/played-vsphere.ts';

const LIBRARY = { id: 'l-1', name: 'golden' };
const ITEM = 'content/library/item';
const REQUEST = {
  pool: ref('ResourcePool', 'p'),
  datastore: ref('Datastore', 'd'),
  folder: ref('Folder', 'f'),
  host: undefined,
  descriptor: '<ovf/>',
  name: 'ws',
  diskProvisioning: 'thin',
  networks: new Map(),
} as const;

it('removes the item that was just being made when the run was cancelled, and begins no session for it', async () => {
  const run = new AbortController();
  const { signal } = run;
  const session = playedVsphere(
    {},
    {
      signal,
      answers: { CreateImportSpec: () => xml('<returnval><importSpec><configSpec/></importSpec></returnval>') },
    },
  );
  const rest = playedRest(async ({ resource, action, method }) => {
    if (resource !== ITEM) return null;
    if (action !== undefined || method !== 'POST') return undefined;
    run.abort(new Error('cancelled'));
    await setTimeout(20);
    return undefined;
  }, signal);
  const made: LibraryImport[] = [];
  const importing = importByLibrary(session, { rest, library: LIBRARY }, {} as OvaPackage, REQUEST, {
    me: { run: 'r1', host: 'here', kernel: '', pid: 7, started: '' },
    onMade: (one) => made.push(one),
    onProgress: () => () => {},
  });
  await expect(importing).rejects.toThrow('cancelled');
  const name = 'ws.stillframe-new-r1';
  expect(made).toEqual([{ library: LIBRARY, folder: REQUEST.folder, name, run: 'r1' }]);
  expect(rest.asked.filter((call) => !call.startsWith('GET'))).toEqual([
    `POST ${ITEM}`,
    `POST ${ITEM} find`,
    `DELETE ${ITEM} i-1`,
  ]);
  expect([...rest.items]).toEqual([]);
  expect(session.said.warning).toEqual([]);
});

const SPEC = { CreateImportSpec: () => xml('<returnval><importSpec><configSpec/></importSpec></returnval>') };
const LOST = new PassingError('vsphere-unreachable', 'away', 'h', { taken: true });

/** Its item cannot be made, since the server is away. @param left there is a VM of that name that cannot be removed */
async function away(left: boolean) {
  const session = playedVsphere(
    left
      ? { 'vm-1': { type: 'VirtualMachine', properties: { name: 'ws.stillframe-new-r1', parent: REQUEST.folder } } }
      : {},
    { answers: { ...SPEC, Destroy_Task: () => 'NoPermission' } },
  );
  const rest = playedRest(({ resource, action, method }) =>
    resource === ITEM && action === undefined && method === 'POST' ? LOST : undefined,
  );
  const names: string[] = [];
  const importing = importByLibrary(session, { rest, library: LIBRARY }, {} as OvaPackage, REQUEST, {
    me: { run: 'r1', host: 'here', kernel: '', pid: 7, started: '' },
    onMade: ({ name }) => names.push(name),
    onProgress: () => () => {},
    retries: { attempts: 2, baseMs: 1, maxMs: 1 },
  });
  await expect(importing).rejects.toBe(LOST);
  return { names, warned: session.said.warning };
}

it('is begun anew under another name when it may pass', async () => {
  const { names, warned } = await away(false);
  expect(names).toEqual(['ws.stillframe-new-r1', 'ws.stillframe-new-r1-2']);
  expect(warned).toEqual(['The upload broke off (away). Nothing of it remains; beginning anew']);
});

it('is not begun anew while something of it remains, which is told', async () => {
  const { names, warned } = await away(true);
  expect(names).toEqual(['ws.stillframe-new-r1']);
  expect(warned).toEqual([expect.stringContaining('the VM ws.stillframe-new-r1 (vm-1) (NoPermission it is)')]);
});
