/** An OVA through a content library: this runner sends nothing to a host, and vCenter deploys the VM. govmomi's own client judges. */

import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { UploadEsxiInputs } from '../../../actions/upload-esxi/inputs.ts';
import { main } from '../../../actions/upload-esxi/main.ts';
import type { UploadEsxiResult } from '../../../actions/upload-esxi/result.ts';
import { buildVsphereDouble } from '../../fakes/vsphere/build.ts';
import type { VspherePlan } from '../../fakes/vsphere/plan.ts';
import type { Vsphere, VsphereOptions, VsphereTrouble } from '../../fakes/vsphere/start.ts';
import { step } from '../publish/publish-steps.ts';
import { askGovc } from './ask-govc.ts';
import { expectRestRows, expectRows, phasesOf } from './phases.ts';
import { timesCalled, withDouble } from './upload-double.ts';
import { inputsFor, makeContext, makeFolder, makeOva, type TestContext } from './upload-job.ts';
import { UPLOAD_BY_LIBRARY_PHASES, UPLOAD_PHASES } from './upload-phases.ts';

let folder = '';
let ova = '';

beforeAll(async () => {
  await buildVsphereDouble();
  folder = await makeFolder();
  ova = await makeOva(folder, 'small', 2 ** 19);
});
afterAll(() => rm(folder, { recursive: true }));

const WAY = { as: 'candidate', name: 'ws', viaLibrary: 'golden' } as const;

function upload(
  vsphere: Vsphere,
  more: Partial<UploadEsxiInputs> = {},
  context: TestContext = makeContext(),
): Promise<UploadEsxiResult> {
  return main(inputsFor(vsphere, ova, { ...WAY, ...more }), context);
}

async function names(vsphere: Vsphere): Promise<string[]> {
  return (await vsphere.state()).vms.map(({ name }) => name);
}

async function items(vsphere: Vsphere): Promise<string> {
  return (await askGovc(vsphere, 'library.ls', '/golden/*')).trim();
}

const withLibrary = (options: VsphereOptions, body: (vsphere: Vsphere) => Promise<void>): Promise<void> =>
  withDouble(options, async (vsphere) => {
    await askGovc(vsphere, 'library.create', 'golden');
    await body(vsphere);
  });

/** What happens to one call of it; the first row by day, all by night. */
const TROUBLES: readonly [string, VsphereTrouble, VsphereOptions?][] = [
  ['the connection is cut in the middle of the disk', { method: 'Push', match: '.vmdk', do: 'cut', at: 0.5 }],
  [
    'the session ends while the disk is on its way',
    { method: 'Push', match: '.vmdk', do: 'hold-before' },
    { updateTimeout: 500 },
  ],
  ['the answer to the item is lost', { method: 'REST', match: 'POST /api/content/library/item ', do: 'reset-after' }],
  [
    'the answer to the update session is lost',
    { method: 'REST', match: 'POST /api/content/library/item/update-session ', do: 'reset-after' },
  ],
  ['the answer to its completion is lost', { method: 'REST', match: 'action=complete', do: 'reset-after' }],
  ['its completion never arrives', { method: 'REST', match: 'action=complete', do: 'reset-before' }],
  ['the answer to the deployment is lost', { method: 'REST', match: 'action=deploy', do: 'reset-after' }],
  ['the REST session ends before the deployment', { method: 'REST', match: 'action=deploy', do: 'end-session' }],
];

describe('upload-esxi with via-library', () => {
  it.each([
    ['a vCenter', {}],
    ['one before 7.0 U2', { oldRest: true }],
  ] as const)(
    'makes on %s the candidate that the direct way makes, and leaves nothing in the library',
    (_what, options) =>
      withLibrary(options, async (vsphere) => {
        const direct = await upload(vsphere, { viaLibrary: undefined, run: 'direct' });
        const sent = await timesCalled(vsphere, 'NFC');
        const context = makeContext();
        const result = await upload(vsphere, {}, context);
        const sha256 = createHash('sha256')
          .update(await readFile(ova))
          .digest('hex');
        expect(result).toMatchObject({ via: 'golden', inventoryPath: '/DC0/vm/ws.candidate-run1', ova: sha256 });
        expect(result.uploadedBytes).toBeGreaterThan(direct.uploadedBytes);
        expect(context.lines.filter((line) => line.endsWith('% sent')).at(-1)).toBe('100 % sent');
        // Not a byte went to a host, and the disk is the same.
        expect(await timesCalled(vsphere, 'NFC')).toBe(sent);
        expect(await timesCalled(vsphere, 'Push')).toBe(2);
        const [one, other] = (await vsphere.state()).vms;
        const settings = ({ extraConfig }: typeof one & object): Set<string> => new Set(Object.keys(extraConfig));
        if (!one || !other) throw new Error('not both are there');
        expect({
          ...other,
          name: '',
          extraConfig: settings(other),
          disks: other.disks?.map(({ size }) => size),
        }).toEqual({
          ...one,
          name: '',
          extraConfig: settings(one),
          disks: one.disks?.map(({ size }) => size),
        });
        expect(other.extraConfig['stillframe.release']).toMatch(`name=ws run=run1 ova=${sha256} `);
        expect(await items(vsphere)).toBe('');
      }),
  );

  it.each([
    ['straight to a host', {}, UPLOAD_PHASES],
    ['through a library', { 'via-library': 'golden' }, UPLOAD_BY_LIBRARY_PHASES],
  ] as const)('changes nothing %s by a call at which it is not ended by night', (_way, way, rows) =>
    withLibrary({}, async (vsphere) => {
      const before = await vsphere.calls();
      const inputs = { ova, name: 'ws', 'network-map': 'VM Network', ...way };
      const done = await step({ ...vsphere, folder }, 'upload-esxi', inputs, '1');
      expect(done.exitCode, done.printed).toBe(0);
      const { calls, rest } = await vsphere.calls();
      const mine = calls.slice(before.calls.length);
      expectRows(
        rows.filter(({ method }) => method !== 'REST'),
        phasesOf(mine),
        mine,
      );
      expectRestRows(rows, rest.slice(before.rest.length));
    }),
  );

  it('works against the simulator as it is', () =>
    withLibrary({ plain: true }, async (vsphere) => {
      await upload(vsphere, { as: 'template' });
      expect(await askGovc(vsphere, 'vm.info', '/DC0/vm/ws')).toContain('Guest name:');
      expect(await items(vsphere)).toBe('');
      expect(await askGovc(vsphere, 'library.ls')).toBe('/golden\n');
    }));

  it.each<[string, VspherePlan, RegExp]>([
    ['changes on its way', { libraryFault: 'corrupt' }, /does not take \S+: Checksum validation failed/],
    ['cannot be stored', { libraryFault: 'pipe-closed' }, /ended the update session as ERROR: .*Pipe closed/],
    [
      'is not deployed',
      { libraryFault: 'deploy-fails' },
      /deployed no VM of the library item: There is not enough space/,
    ],
  ])('says what vCenter says of an OVA that %s, and leaves nothing', (_what, plan, message) =>
    withLibrary({}, async (vsphere) => {
      await vsphere.plan(plan);
      await expect(upload(vsphere)).rejects.toThrow(message);
      expect([await names(vsphere), await items(vsphere)]).toEqual([[], '']);
    }),
  );

  it('passes on the warnings of a deployment', () =>
    withLibrary({}, async (vsphere) => {
      await vsphere.plan({ libraryFault: 'deploy-warns' });
      const context = makeContext();
      await upload(vsphere, {}, context);
      expect(context.lines.join('\n')).toMatch(/Deploying ws\.\S+: The virtual hardware was changed\./);
    }));

  it.each(process.env.STILLFRAME_SOAK ? TROUBLES : TROUBLES.slice(0, 1))(
    'makes one whole candidate though %s',
    (_what, trouble, options = {}) =>
      withLibrary(options, async (vsphere) => {
        await vsphere.disturb(trouble);
        const uploading = upload(vsphere);
        if (trouble.do === 'hold-before') setTimeout(() => void vsphere.release(), 1500);
        await uploading;
        const [vm, ...others] = (await vsphere.state()).vms;
        expect([vm?.name, vm?.disks?.length, others, await items(vsphere)]).toEqual(['ws.candidate-run1', 1, [], '']);
      }),
  );

  it('refuses before a byte is sent where there is no such library, or no way through one', () =>
    withLibrary({}, async (vsphere) => {
      await expect(upload(vsphere, { viaLibrary: 'goldn' })).rejects.toMatchObject({
        code: 'vsphere-not-found',
        message: 'There is no content library goldn; did you mean golden?',
        hint: 'Set the input via-library to one of: golden',
      });
      await askGovc(
        vsphere,
        'library.create',
        '-sub',
        `https://${vsphere.server}/none`,
        '-sub-autosync=false',
        'theirs',
      );
      await expect(upload(vsphere, { viaLibrary: 'theirs' })).rejects.toMatchObject({ code: 'vsphere-refused' });
      expect(await timesCalled(vsphere, 'Push')).toBe(0);
      expect(await names(vsphere)).toEqual([]);
    }));

  it('refuses an ESXi host, which has none', () =>
    withDouble({ api: 'esxi' }, async (vsphere) => {
      await expect(upload(vsphere, { as: 'vm' })).rejects.toMatchObject({
        code: 'vsphere-refused',
        hint: 'Leave via-library out: the host takes the disk itself.',
      });
    }));
});

const ITEM = { as: 'library-item', viaLibrary: undefined, library: 'golden' } as const;

interface Item {
  readonly id: string;
  readonly type: string;
  readonly description: string;
}

async function item(vsphere: Vsphere): Promise<Item> {
  const [found] = JSON.parse(await askGovc(vsphere, 'library.info', '-json', '/golden/ws')) as Item[];
  if (!found) throw new Error('no item ws');
  return found;
}

describe('upload-esxi with as: library-item', () => {
  it.each([
    ['a vCenter', {}],
    ['one before 7.0 U2', { oldRest: true }],
  ] as const)('makes the item on %s, and replaces its content, its id kept, when it is told to', (_what, options) =>
    withLibrary(options, async (vsphere) => {
      const first = await upload(vsphere, ITEM);
      const { id, type, description } = await item(vsphere);
      expect(first).toMatchObject({ libraryItem: id, existing: 'none', inventoryPath: 'golden/ws' });
      expect([first.vm, type]).toEqual([undefined, 'ovf']);
      expect(description).toMatch(
        /^Uploaded by Stillframe in run run1: proven by nothing\nstillframe\.release run=run1 ova=[0-9a-f]{64} /,
      );
      expect(await names(vsphere)).toEqual([]);
      // What people deploy has the disk, and the setting without which no snapshot is application-consistent.
      await askGovc(vsphere, 'library.deploy', '/golden/ws', 'deployed');
      const [deployed] = (await vsphere.state()).vms;
      expect([deployed?.disks?.length, deployed?.extraConfig['disk.EnableUUID']]).toEqual([1, 'TRUE']);

      await expect(upload(vsphere, { ...ITEM, run: 'run2' })).rejects.toMatchObject({ code: 'vsphere-exists' });
      const kept = await upload(vsphere, { ...ITEM, run: 'run2', ifExists: 'keep' });
      expect(kept).toMatchObject({ existing: 'kept', libraryItem: id, uploadedBytes: 0 });
      await vsphere.disturb({ method: 'Push', match: '.vmdk', do: 'cut', at: 0.5 });
      const second = await upload(vsphere, { ...ITEM, run: 'run2', ifExists: 'replace' });
      expect(second).toMatchObject({ existing: 'replaced', libraryItem: id });
      expect((await item(vsphere)).description).toContain('stillframe.release run=run2 ');
      expect((await item(vsphere)).description).not.toContain('stillframe.next');
      expect(await items(vsphere)).toBe('/golden/ws');
    }),
  );

  it('leaves the old content, or no item, where the new one does not arrive, and never replaces what is not ours', () =>
    withLibrary({}, async (vsphere) => {
      await vsphere.plan({ libraryFault: 'corrupt' });
      await expect(upload(vsphere, ITEM)).rejects.toThrow('Checksum validation failed');
      expect(await items(vsphere)).toBe('');
      await vsphere.plan({});
      await upload(vsphere, ITEM);
      const before = await item(vsphere);
      await vsphere.plan({ libraryFault: 'pipe-closed' });
      await expect(upload(vsphere, { ...ITEM, run: 'run2', ifExists: 'replace' })).rejects.toThrow('Pipe closed');
      expect(await item(vsphere)).toMatchObject({ id: before.id, description: before.description });
      await vsphere.plan({});
      await askGovc(vsphere, 'library.update', '-d', 'by hand', '/golden/ws');
      await expect(upload(vsphere, { ...ITEM, ifExists: 'replace' })).rejects.toMatchObject({ code: 'vsphere-exists' });
      expect((await item(vsphere)).description).toBe('by hand');
    }));

  it('is an item of the simulator as it is', () =>
    withLibrary({ plain: true }, async (vsphere) => {
      await upload(vsphere, ITEM);
      expect(await item(vsphere)).toMatchObject({ type: 'ovf' });
    }));
});
