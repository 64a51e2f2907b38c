import { expect, it } from 'vitest';
import { applyRules } from '../../../src/check/rule.ts';
import { firstLineOf, SERVER_RULES } from '../../../src/quiesce/server-rules.ts';

const said = (type: string, message: string, keys: readonly string[] = []): string[] =>
  applyRules(SERVER_RULES, { fault: { type, message, keys } }).map(({ code, seen }) => `${code}: ${seen}`);

it('quote the line that shows what stood in the way', () => {
  expect(said('GenericVmConfigFault', 'An error occurred.\n Failed to lock ws-ctk.vmdk \nmore')).toEqual([
    'cbt-failed: Changed block tracking stood in the way of the snapshot: Failed to lock ws-ctk.vmdk',
  ]);
  expect(said('FileLocked', 'An error occurred.\n[ds] a.iso is locked')).toEqual([
    'media-connected: A CD or floppy image stood in the way of the snapshot: [ds] a.iso is locked',
  ]);
});

it('quote the first line where only a key shows it', () => {
  expect(said('GenericVmConfigFault', ' Erste \nzweite', ['msg.changeTracking.open'])).toEqual([
    'cbt-failed: Changed block tracking stood in the way of the snapshot: Erste',
  ]);
});

it('say nothing without a fault', () => {
  expect(applyRules(SERVER_RULES, { fault: undefined })).toEqual([]);
  expect(firstLineOf(undefined)).toBe('no fault');
});
