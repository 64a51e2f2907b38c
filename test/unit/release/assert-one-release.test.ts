import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { assertOneRelease } from '../../../src/release/assert-one-release.ts';
import { readReports } from '../../../src/release/read-reports.ts';
import type { Recorded, WrittenResults } from '../../../src/release/written-results.ts';
import { ALL, BAKED_TWICE, LAYOUT, OVA, sampleReport, sha, writeReports } from './sample-reports.ts';

const folder = mkdtempSync(join(tmpdir(), 'stillframe-one-release-'));
afterAll(() => rmSync(folder, { recursive: true }));
let count = 0;

/** Reports of a whole release but for `leftOut`, one of them changed. */
async function judge<Action extends Recorded>(
  action: Action,
  change: Partial<Record<keyof WrittenResults[Action], unknown>>,
  leftOut: readonly Recorded[] = [],
): Promise<void> {
  const names = (action === 'bake-image' ? BAKED_TWICE : ALL).filter((name) => !leftOut.includes(name));
  const reports = names.map((name) => (name === action ? sampleReport(action, change) : sampleReport(name)));
  assertOneRelease(await readReports(writeReports(join(folder, String(count++)), reports)));
}

/** Reports of a release that ends with a proof of what was uploaded. */
async function judgeUpload(
  upload: Parameters<typeof sampleReport<'upload-esxi'>>[1],
  proof: Parameters<typeof sampleReport<'verify-quiesce'>>[1],
): Promise<void> {
  const reports = [
    ...(['build-vhd', 'convert-ova'] as const).map((name) => sampleReport(name)),
    sampleReport('upload-esxi', upload),
    sampleReport('verify-quiesce', proof),
  ];
  assertOneRelease(await readReports(writeReports(join(folder, String(count++)), reports)));
}

const OTHER = sha('another');
const otherDisk = { ...LAYOUT, partitions: LAYOUT.partitions.map((one) => ({ ...one, guid: `${one.guid}-x` })) };
const snapshot = { moref: 'vm-50', host: 'vc:8443', ova: OVA, proved: { at: '2026-11-28T08:00:00Z' }, writers: [] };
const offline = { snapshot: undefined, image: { path: '/out/ws2019.ova', layout: LAYOUT } };
const LIVE: readonly Recorded[] = ['upload-esxi', 'bake-template', 'publish-template'];

describe('assertOneRelease', () => {
  it('takes the reports of one release, whole or ended early', async () => {
    await judge('build-vhd', {});
    await judge('build-vhd', {}, LIVE.concat('verify-quiesce'));
    await judge('build-vhd', {}, ['fetch-updates', 'extract-drivers']);
    // Baked on Hyper-V, whose machine has other folders than the one that packs, and then on vSphere or not.
    await judge('bake-image', {});
    await judge('bake-image', { image: '/elsewhere/ws2019.vhd' }, LIVE);
    await judge('verify-quiesce', offline, LIVE);
    // The one that proves need not be told where it was uploaded.
    await judge('verify-quiesce', {}, LIVE);
  });

  it.each(['vm', 'template'] as const)('takes an upload as %s, which no mark says the OVA of', async (as) => {
    await judge('upload-esxi', { as }, ['bake-template', 'publish-template']);
    const proved = (change: object) => judgeUpload({ as }, { snapshot: { ...snapshot, ...change } });
    await proved({ ova: undefined });
    await expect(proved({ ova: OTHER })).rejects.toThrow(`is of the OVA ${OTHER}, and`);
    await expect(proved({ ova: undefined, moref: 'vm-9' })).rejects.toThrow('is of vm-9 on vc:8443, and');
    await expect(judgeUpload({}, { snapshot: { ...snapshot, ova: undefined } })).rejects.toThrow('is of no OVA, and');
  });

  it('takes an upload into a library, of which there is no VM to compare', async () => {
    const item = { as: 'library-item', vm: undefined, libraryItem: 'i-1' };
    await judgeUpload(item, {});
    await expect(judgeUpload(item, { snapshot: { ...snapshot, ova: undefined } })).rejects.toThrow('is of no OVA, and');
  });

  it('takes a publication as an item of a library, whose VM is the candidate', async () => {
    await judge('publish-template', { as: 'library-item', libraryItem: 'i-1' });
  });

  it.each<[string, () => Promise<void>, string]>([
    [
      'a dry run',
      () => judge('build-vhd', { vhd: undefined, layout: undefined }),
      'is of a dry run, which made no image',
    ],
    ['an image without a layout', () => judge('build-vhd', { layout: undefined }), 'is of a dry run'],
    ['an OVA of another disk', () => judge('convert-ova', { layout: otherDisk }), 'is of another disk than'],
    [
      'an OVA of a disk of another size',
      () => judge('convert-ova', { layout: { ...LAYOUT, diskSize: 1 } }),
      'is of another disk than',
    ],
    [
      'an OVA whose disk nobody could read',
      () => judge('convert-ova', { layout: undefined }),
      'is of another disk than',
    ],
    [
      'an image with other packages',
      () => judge('build-vhd', { packages: [] }),
      'is of an image with other packages than',
    ],
    [
      'an image with another driver',
      () => judge('build-vhd', { inputs: withDriver('pvscsi', '1.3.26.0') }),
      'is of an image without the driver pvscsi 1.3.25.0 of',
    ],
    [
      'an image without the driver',
      () => judge('build-vhd', { inputs: withDriver('vmxnet3', '1.3.25.0') }),
      'is of an image without the driver pvscsi 1.3.25.0 of',
    ],
    [
      'an upload that kept what was there',
      () => judge('upload-esxi', { as: 'template', ova: undefined }, ['bake-template', 'publish-template']),
      'is of what had the name before: /DC/vm/ws2019.candidate-1 was kept',
    ],
    [
      'a publication of what was uploaded as a VM at once',
      () => judge('upload-esxi', { as: 'vm' }, ['bake-template']),
      'of publish-template is of a candidate, and',
    ],
    [
      'a bake of what was uploaded as a template at once',
      () => judge('upload-esxi', { as: 'template' }, ['publish-template']),
      'uploaded a template',
    ],
    [
      'an upload of another OVA as a template',
      () => judge('upload-esxi', { as: 'template', ova: OTHER }, ['bake-template', 'publish-template']),
      `is of the OVA ${OTHER}, and`,
    ],
    [
      'a bake on Hyper-V of another disk',
      () => judge('bake-image', { layout: otherDisk }),
      'of bake-template is of another disk than',
    ],
    [
      'a bake on Hyper-V of which another image was packed',
      () => judge('bake-image', { image: 'D:\\work\\baked.vhd' }),
      'is of D:\\work\\baked.vhd, and',
    ],
    ['an upload of another OVA', () => judge('upload-esxi', { ova: OTHER }), `is of the OVA ${OTHER}, and`],
    ['a bake of another OVA', () => judge('bake-template', { ova: OTHER }), `is of the OVA ${OTHER}, and`],
    ['a publication of another OVA', () => judge('publish-template', { ova: OTHER }), `is of the OVA ${OTHER}, and`],
    ['a bake of another VM', () => judge('bake-template', { vm: 'vm-51' }), 'is of vm-51 on vc:8443, and'],
    [
      'a publication of another VM',
      () => judge('publish-template', { vm: 'vm-51' }, ['upload-esxi']),
      'is of vm-51 on vc:8443, and',
    ],
    ['a publication on another server', () => judge('publish-template', { server: 'vc2' }), 'is of vm-50 on vc2, and'],
    [
      'a publication that was only tried',
      () => judge('publish-template', { dryRun: true }),
      'is of a dry run: nothing was published',
    ],
    [
      'a proof of another OVA',
      () => judge('verify-quiesce', { snapshot: { ...snapshot, ova: OTHER } }),
      `is of the OVA ${OTHER}, and`,
    ],
    [
      'a proof of no OVA',
      () => judge('verify-quiesce', { snapshot: { ...snapshot, ova: undefined } }),
      'is of no OVA, and',
    ],
    [
      'a proof of another VM',
      () => judge('verify-quiesce', { snapshot: { ...snapshot, moref: 'vm-9' } }),
      'is of vm-9 on vc:8443, and',
    ],
    [
      'a proof on another server',
      () => judge('verify-quiesce', { snapshot: { ...snapshot, host: 'vc2' } }),
      'is of vm-50 on vc2, and',
    ],
    [
      'a check of another file',
      () => judge('verify-quiesce', { ...offline, image: { path: '/out/b.ova', layout: LAYOUT } }),
      'is of /out/b.ova, not of /out/ws2019.ova',
    ],
    [
      'a check of what lay there before',
      () => judge('verify-quiesce', { ...offline, image: { path: '/out/ws2019.ova', layout: otherDisk } }),
      'is of /out/ws2019.ova, not of /out/ws2019.ova as',
    ],
    ['a check of nothing', () => judge('verify-quiesce', { snapshot: undefined }), 'is of no image, not of'],
  ])('refuses %s', async (_what, judged, message) => {
    await expect(judged()).rejects.toMatchObject({
      code: 'reports-disagree',
      message: expect.stringContaining(message),
    });
  });
});

function withDriver(name: string, version: string): unknown {
  const { inputs } = sampleReport('build-vhd').result as WrittenResults['build-vhd'];
  return { ...inputs, drivers: [{ name, version, sha256: OTHER }] };
}
