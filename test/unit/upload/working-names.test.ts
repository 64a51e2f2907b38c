import { expect, it } from 'vitest';
import { NAME_RESERVE, newName, oldName, readWorkingName } from '../../../src/upload/working-names.ts';

it('are the name, what the VM is, the run, and the attempt where it is not the first', () => {
  expect(newName('ws', '1a2b3c4d')).toBe('ws.stillframe-new-1a2b3c4d');
  expect(newName('ws', '1a2b3c4d', 1)).toBe('ws.stillframe-new-1a2b3c4d');
  expect(newName('ws', '1a2b3c4d', 2)).toBe('ws.stillframe-new-1a2b3c4d-2');
  expect(oldName('ws', '1a2b3c4d')).toBe('ws.stillframe-old-1a2b3c4d');
  expect(newName('ws', '1a2b3c4d', 3).length - 'ws'.length).toBeLessThanOrEqual(NAME_RESERVE);
});

it.each<[string, object | undefined]>([
  ['ws.stillframe-new-1a', { kind: 'new', run: '1a' }],
  ['ws.stillframe-new-1a-3', { kind: 'new', run: '1a' }],
  ['WS.stillframe-old-1a', { kind: 'old', run: '1a' }],
  ['ws', undefined],
  ['ws.stillframe-new-', undefined],
  ['ws.stillframe-new-1a-33', undefined],
  ['ws.stillframe-new-1A', undefined],
  ['ws.stillframe-mine-1a', undefined],
  ['ws.xstillframe-new-1a', undefined],
  ['ws.stillframe-new-1a.x', undefined],
  ['ws2.stillframe-new-1a', undefined],
  ['wsxstillframe-new-1a', undefined],
])('reads %s', (found, name) => {
  expect(readWorkingName(found, 'ws')).toEqual(name);
});

it('reads what it has written, of a name in any case', () => {
  expect(readWorkingName(newName('WS.a', 'r', 2), 'ws.A')).toEqual({ kind: 'new', run: 'r' });
  expect(readWorkingName(oldName('ws', 'r'), 'ws')).toEqual({ kind: 'old', run: 'r' });
});
