import { describe, expect, it } from 'vitest';
import { assertStaged, judgeBakedDisk } from '../../../../src/bake/hyper-v/judge-baked-disk.ts';
import type { BakedDisk } from '../../../../src/bake/hyper-v/read-baked-disk.ts';
import type { StagedBoot } from '../../../../src/bake/hyper-v/staged-boot.ts';
import { sampleLayout } from '../../actions/sample-layout.ts';

const TOOLS = ['50-vmware-tools', '55-check-vmware-tools'];
const STAGED: StagedBoot = {
  layout: sampleLayout(),
  after: 'shut-down',
  tellsHyperV: true,
  status: undefined,
  waits: ['00-remove-answer-files', '30-update-01'],
  later: TOOLS,
  bootServices: ['pvscsi', 'storahci'],
  putOff: ['stornvme'],
};
const BAKED: BakedDisk = {
  ...STAGED,
  tellsHyperV: false,
  putOff: [],
  status: 'done',
  waits: TOOLS,
  later: [],
  result: {
    build: '17763.8027',
    imageState: 'IMAGE_STATE_COMPLETE',
    answerFiles: [],
    codePage: 0,
    steps: [{ id: '30-update-01', result: 'ok', attempts: 1, ended: '' }],
  },
  tail: 'its last line',
};

describe('assertStaged', () => {
  it('takes what was built for it', () => {
    expect(() => assertStaged('x', STAGED, 'none')).not.toThrow();
    expect(() => assertStaged('x', { ...STAGED, after: 'generalize' }, 'generalize')).not.toThrow();
  });

  it.each<[Partial<StagedBoot>, string]>([
    [{ status: 'running: 30-x' }, 'was started before (its last status is "running: 30-x")'],
    [{ after: undefined }, 'has no first boot staged'],
    [{ waits: [] }, 'has no first boot staged'],
    [{ after: 'generalize' }, 'after-first-boot: generalize, which is not what seal: none asks for'],
    [{ after: 'stay' }, 'after-first-boot: stay'],
    [{ tellsHyperV: false }, 'was built for its first start on vSphere'],
  ])('refuses %j', (changes, words) => {
    expect(() => assertStaged('x', { ...STAGED, ...changes }, 'none')).toThrow(
      expect.objectContaining({ code: 'input-invalid', message: expect.stringContaining(words) as string }),
    );
  });
});

describe('judgeBakedDisk', () => {
  const judge = (baked: Partial<BakedDisk> = {}, before: Partial<StagedBoot> = {}, planned?: string) =>
    judgeBakedDisk('x.vhd', { ...STAGED, ...before }, { ...BAKED, ...baked }, { seal: 'none', planned });

  it('says what is left for vSphere, and how that ends', () => {
    expect(judge()).toEqual({ waits: TOOLS, after: 'shut-down' });
    expect(judge({ after: 'stay' })).toEqual({ waits: TOOLS, after: 'stay' });
    expect(judge({ waits: [] }, { later: [] })).toEqual({ waits: [], after: 'stay' });
    expect(judge({}, {}, '17763.8000')).toMatchObject({ waits: TOOLS });
  });

  it.each<[string | undefined, string, string]>([
    ['failed: 30-update-01 70-x', 'bake-failed', 'failed at 30-update-01, 70-x. The end of its log:\nits last line'],
    ['running: 30-x', 'bake-unobserved', 'its last status is "running: 30-x". The end of its log'],
    [undefined, 'bake-unobserved', 'its last status is none'],
  ])('a disk that says %j is %s', (status, code, words) => {
    expect(() => judge({ status })).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(words) as string }),
    );
  });

  it.each<[Partial<BakedDisk>, string]>([
    [{ result: { ...BAKED.result, build: '17763.1' } }, 'the build 17763.1, and 17763.8027 was planned'],
    [{ result: { ...BAKED.result, imageState: 'x' } }, 'its ImageState is x'],
    [{ result: { ...BAKED.result, answerFiles: ['C:\\unattend.xml'] } }, 'answer files are left: C:\\unattend.xml'],
    [{ layout: sampleLayout({ recovery: true }) }, 'its partitions are'],
    [{ bootServices: ['storahci'] }, 'does not start the drivers pvscsi at boot, so'],
    [{ putOff: ['stornvme'] }, 'does not start the drivers stornvme at boot, so'],
    [{ bootServices: ['storahci'], putOff: ['lsi_sas', 'pvscsi'] }, 'the drivers lsi_sas, pvscsi at boot, so'],
    [{ later: TOOLS, waits: [] }, 'went off before it had left 50-vmware-tools, 55-check-vmware-tools'],
    [{ waits: ['50-vmware-tools'] }, '50-vmware-tools waits for the start on vSphere, not 50-vmware-tools, 55-check'],
    [{ waits: [] }, 'nothing waits for the start on vSphere'],
    [{ waits: ['30-x', '55-check-vmware-tools'] }, '30-x, 55-check-vmware-tools waits'],
  ])('refuses %j', (changes, words) => {
    expect(() => judge(changes, {}, '17763.8027')).toThrow(
      expect.objectContaining({ code: 'bake-failed', message: expect.stringContaining(words) as string }),
    );
  });
});
