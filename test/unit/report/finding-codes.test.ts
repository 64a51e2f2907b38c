import { expect, it } from 'vitest';
import {
  AUDIT_FINDING_CODES,
  FINDING_CODES,
  GUEST_FINDING_CODES,
  IMAGE_FINDING_CODES,
  MACHINE_FINDING_CODES,
  PROOF_FINDING_CODES,
  REPAIR_FINDING_CODES,
  SNAPSHOT_FINDING_CODES,
  STATE_FINDING_CODES,
} from '../../../src/report/finding-codes.ts';

it('is every code of the lists, each once and in kebab case', () => {
  const lists = [
    IMAGE_FINDING_CODES,
    MACHINE_FINDING_CODES,
    STATE_FINDING_CODES,
    SNAPSHOT_FINDING_CODES,
    GUEST_FINDING_CODES,
    PROOF_FINDING_CODES,
    AUDIT_FINDING_CODES,
    REPAIR_FINDING_CODES,
  ];
  expect(lists.map(({ length }) => length)).toEqual([32, 19, 9, 38, 5, 9, 2, 3]);
  expect(FINDING_CODES).toEqual(lists.flat());
  expect(new Set(FINDING_CODES).size).toBe(FINDING_CODES.length);
  expect(FINDING_CODES.filter((code) => !/^[a-z0-9]+(?:-[a-z0-9]+)+$/.test(code))).toEqual([]);
});
