import { describe, expect, it } from 'vitest';
import { layoutOfGuest, parseGuestDisk } from '../../../../src/repair/live/guest-disk.ts';
import { answerOf, FIRST, layoutOf } from './sample-guest.ts';

const LAYOUT = layoutOf(FIRST);

describe('the answer of a guest', () => {
  it('is taken with GUIDs as everywhere else', () => {
    const disk = parseGuestDisk(answerOf(LAYOUT));
    expect(disk).toMatchObject({
      elevated: true,
      disk: 0,
      size: LAYOUT.diskSize,
      volume: 800 * 2 ** 20 - 512,
      dirty: false,
      imageState: 'IMAGE_STATE_COMPLETE',
      winre: true,
    });
    expect(disk.windows).toBe(disk.partitions[3]);
    expect(disk.partitions[0]).toEqual({
      number: 1,
      typeGuid: 'de94bba4-06d1-4d40-a16a-bfd50179d6ac',
      guid: LAYOUT.partitions[0]?.guid,
      offset: 2 ** 20,
      size: 100 * 2 ** 20,
    });
  });

  it('is a layout without what Windows does not tell, in the order of the disk', () => {
    const { partitions } = LAYOUT;
    const told = answerOf({ ...LAYOUT, partitions: [...partitions].reverse() });
    expect(layoutOfGuest(parseGuestDisk(told))).toEqual({
      ...LAYOUT,
      partitions: partitions.map((partition) => ({ ...partition, name: '', attributes: '' })),
    });
  });

  it('counts what it does not say for the worse', () => {
    const told = parseGuestDisk(answerOf(LAYOUT, { elevated: 'yes', dirty: undefined, imageState: 3, winre: '' }));
    expect(told).toMatchObject({ elevated: false, dirty: true, imageState: '', winre: true });
    expect(parseGuestDisk(answerOf(LAYOUT, { winre: '0' })).winre).toBe(false);
  });

  it.each([
    ['nothing', undefined],
    ['a text', 'x'],
    ['no number of the disk', answerOf(LAYOUT, { disk: '0' })],
    ['half a byte', answerOf(LAYOUT, { volume: 1.5 })],
    ['less than no bytes', answerOf(LAYOUT, { size: -1 })],
    ['another partition of Windows than there are', answerOf(LAYOUT, { windows: 9 })],
    ['a partition without a place', answerOf(LAYOUT, { partitions: [{ number: 4, size: 1 }] })],
    ['no partitions', answerOf(LAYOUT, { partitions: null })],
  ])('is refused when it is %s', (_, answer) => {
    expect(() => parseGuestDisk(answer)).toThrow(expect.objectContaining({ code: 'guest-refused' }));
  });
});
