import { expect, it } from 'vitest';
import {
  extendPartitionScript,
  removePartitionScript,
} from '../../../../../src/repair/live/scripts/diskpart-scripts.ts';

it('lifts the protection before it deletes, whatever the type', () => {
  expect(removePartitionScript({ disk: 2, partition: 4 })).toBe(
    'select disk 2\r\nselect partition 4\r\ngpt attributes=0x8000000000000000\r\ndelete partition override\r\n',
  );
});

it('extends over all that is free', () => {
  expect(extendPartitionScript({ disk: 0, partition: 3 })).toBe('select disk 0\r\nselect partition 3\r\nextend\r\n');
});
