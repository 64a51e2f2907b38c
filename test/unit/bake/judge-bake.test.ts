import { describe, expect, it } from 'vitest';
import { judgeBake } from '../../../src/bake/judge-bake.ts';
import type { BakeSight } from '../../../src/vsphere/vm/bake-mark.ts';

const RESULT = {
  build: '17763.8027',
  imageState: 'IMAGE_STATE_COMPLETE',
  answerFiles: [] as string[],
  codePage: 437,
  steps: [
    { id: '10-a', result: 'ok', attempts: 1, ended: '' },
    { id: '30-b', result: 'ok, restarted', attempts: 2, ended: '' },
  ],
};
const SIGHT: BakeSight = { status: 'done', toolsVersion: '12421', toolsType: 'guestToolsTypeMSI', result: RESULT };
const FOR_CLONES = ['C:\\Windows\\Panther\\unattend.xml'];
const SEALED: BakeSight = {
  ...SIGHT,
  result: { ...RESULT, imageState: 'IMAGE_STATE_GENERALIZE_RESEAL_TO_OOBE', answerFiles: FOR_CLONES },
};
const judge = (sight: BakeSight, seal: 'none' | 'generalize' = 'none', planned?: string, tools?: string) =>
  judgeBake('/DC/vm/c', sight, { seal, planned, tools });
const faultOf = (sight: BakeSight, seal?: 'none' | 'generalize', planned?: string): string => {
  try {
    judge(sight, seal, planned);
    return '';
  } catch (error) {
    expect(error).toMatchObject({ code: 'bake-failed', hint: expect.stringContaining('upload it') as string });
    return (error as Error).message;
  }
};

describe('judgeBake', () => {
  it('says what is in a candidate that is as it has to be', () => {
    expect(judge(SIGHT)).toEqual({ toolsVersion: '12.4.5', build: '17763.8027' });
    expect(judge(SEALED, 'generalize')).toEqual({ toolsVersion: '12.4.5', build: '17763.8027' });
    // Servers older than API 6.5 do not say the type.
    expect(judge({ ...SIGHT, toolsType: '' }).toolsVersion).toBe('12.4.5');
  });

  it.each([
    ['12.4.5', true],
    ['12.4.5.7', true],
    ['12.4.4', false],
    ['12.4.6', false],
    ['12.4', false],
    ['13.4.5', false],
  ])('compares VMware Tools with those of the ISO, %s', (tools, same) => {
    if (same) expect(judge(SIGHT, 'none', undefined, tools).toolsVersion).toBe('12.4.5');
    else {
      expect(() => judge(SIGHT, 'none', undefined, tools)).toThrow(
        `but VMware Tools 12.4.5 told vCenter of themselves, and ${tools} was planned`,
      );
    }
  });

  it.each([
    ['17763.8027', ''],
    ['17763.8026', ''],
    ['17763.8028', 'its Windows has the build 17763.8027, and 17763.8028 was planned'],
    ['20348.1', 'its Windows has the build 17763.8027, and 20348.1 was planned'],
    ['14393.1', 'its Windows has the build 17763.8027, and 14393.1 was planned'],
  ])('compares the build with %s', (planned, fault) => {
    expect(faultOf(SIGHT, 'none', planned)).toBe(fault && `/DC/vm/c ran its first boot to the end, but ${fault}`);
  });

  it.each<[string, BakeSight, 'none' | 'generalize']>([
    ['vCenter was told of no version of VMware Tools', { ...SIGHT, toolsVersion: '' }, 'none'],
    ['vCenter was told of no version of VMware Tools', { ...SIGHT, toolsVersion: '0' }, 'none'],
    ['vCenter was told of no version of VMware Tools', { ...SIGHT, toolsVersion: 'x' }, 'none'],
    ['the version 2147483647 of VMware Tools', { ...SIGHT, toolsVersion: '2147483647' }, 'none'],
    ['of the type guestToolsTypeTar', { ...SIGHT, toolsType: 'guestToolsTypeTar' }, 'none'],
    ['did not say what its Windows is', { status: 'done', toolsVersion: '12421', toolsType: '' }, 'none'],
    ['ImageState is IMAGE_STATE_GENERALIZE_RESEAL_TO_OOBE, not IMAGE_STATE_COMPLETE', SEALED, 'none'],
    ['ImageState is IMAGE_STATE_COMPLETE, not IMAGE_STATE_GENERALIZE', SIGHT, 'generalize'],
    ['answer files are left: C:\\u.xml', { ...SIGHT, result: { ...RESULT, answerFiles: ['C:\\u.xml'] } }, 'none'],
    [
      'left beside that of the clones: C:\\unattend.xml',
      {
        ...SEALED,
        result: {
          ...RESULT,
          imageState: 'IMAGE_STATE_GENERALIZE_RESEAL_TO_OOBE',
          answerFiles: [...FOR_CLONES, 'C:\\unattend.xml'],
        },
      },
      'generalize',
    ],
    [
      'left beside that of the clones: \\\\?\\C:\\Windows\\Panther\\unattend.xml',
      {
        ...SEALED,
        result: {
          ...RESULT,
          imageState: 'IMAGE_STATE_GENERALIZE_RESEAL_TO_OOBE',
          answerFiles: FOR_CLONES.map((path) => `\\\\?\\${path}`),
        },
      },
      'generalize',
    ],
    [
      'left beside that of the clones: C:\\Windows\\Panther\\unattend.xml.old',
      {
        ...SEALED,
        result: {
          ...RESULT,
          imageState: 'IMAGE_STATE_GENERALIZE_RESEAL_TO_OOBE',
          answerFiles: FOR_CLONES.map((path) => `${path}.old`),
        },
      },
      'generalize',
    ],
    [
      'the answer file of the clones is not there',
      { ...SEALED, result: { ...RESULT, imageState: 'IMAGE_STATE_GENERALIZE_RESEAL_TO_OOBE' } },
      'generalize',
    ],
    [
      'its step 30-b says "failed with 1"',
      { ...SIGHT, result: { ...RESULT, steps: [{ id: '30-b', result: 'failed with 1', attempts: 3, ended: '' }] } },
      'none',
    ],
    [
      'its step 30-b says "okay"',
      { ...SIGHT, result: { ...RESULT, steps: [{ id: '30-b', result: 'okay', attempts: 3, ended: '' }] } },
      'none',
    ],
  ])('finds that %s', (fault, sight, seal) => {
    expect(faultOf(sight, seal)).toContain(fault);
  });

  it('tells everything at once', () => {
    const fault = faultOf({ ...SIGHT, toolsVersion: '', result: { ...RESULT, answerFiles: ['C:\\u'] } }, 'none', '1.1');
    expect(fault.split('; ')).toHaveLength(3);
  });

  it('names the steps that failed, with the end of the log', () => {
    expect(faultOf({ status: 'failed: 30-b 40-c', toolsVersion: '', toolsType: '', tail: 'last line' })).toBe(
      'The first boot of /DC/vm/c failed at 30-b, 40-c. The end of its log:\nlast line',
    );
    expect(faultOf({ status: 'failed', toolsVersion: '', toolsType: '' })).toBe(
      'The first boot of /DC/vm/c failed at a step that it does not name',
    );
  });
});
