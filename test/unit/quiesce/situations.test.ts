import { expect, it } from 'vitest';
import { type LiveOptions, verifyLive } from '../../../src/quiesce/verify-live.ts';
import { VSS_CODES } from '../../../src/quiesce/vss-codes.ts';
import { GUEST_FINDING_CODES, SNAPSHOT_FINDING_CODES, STATE_FINDING_CODES } from '../../../src/report/finding-codes.ts';
import { scene } from './played-target.ts';
import { SITUATIONS } from './situations.ts';

const OPTIONS: LiveOptions = {
  level: 'application',
  timeout: 20,
  powerOn: true,
  snapshotName: 's',
  snapshotDescription: '',
  image: undefined,
  log: { info: () => {}, warning: () => {}, debug: () => {}, group: (_, body) => body() },
  signal: new AbortController().signal,
};

it.each(SITUATIONS)('$name: $verdict, $findings', async ({ verdict, findings, ...given }) => {
  const { target, state } = scene(given);
  const check = await verifyLive(target, { ...OPTIONS, image: given.image, ...given.options });
  expect([check.verdict, check.findings.map(({ code }) => code)]).toEqual([verdict, findings]);
  for (const { code, seen, remedy } of check.findings) {
    expect(seen.length, code).toBeGreaterThan(10);
    if (code !== 'recovery-partition-protected') expect(remedy, code).toMatch(/^.{20,}\.$/s);
  }
  expect(state.snapshots.size).toBe(0);
});

it('are at least sixty beside the codes of VSS, none twice', () => {
  const names = SITUATIONS.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => !name.startsWith('VSS says')).length).toBeGreaterThanOrEqual(60);
});

it('bring about every finding that a snapshot, its guest or the state of its machine can come to', () => {
  const seen = new Set(SITUATIONS.flatMap(({ findings }) => findings));
  const all = [...SNAPSHOT_FINDING_CODES, ...GUEST_FINDING_CODES, ...STATE_FINDING_CODES];
  expect(all.filter((code) => !seen.has(code))).toEqual([]);
});

it('have every code that names its cause', () => {
  const said = SITUATIONS.flatMap(({ name }) => /^VSS says 0x(\w+)$/.exec(name)?.[1] ?? []);
  const specific = [...VSS_CODES].filter(([, { specific: names }]) => names).map(([number]) => number.toString(16));
  expect(specific.filter((code) => !said.includes(code))).toEqual([]);
});
