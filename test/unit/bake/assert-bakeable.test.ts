import { expect, it } from 'vitest';
import { assertBakeable } from '../../../src/bake/assert-bakeable.ts';
import type { VmFacts } from '../../../src/vsphere/vm/vm-facts.ts';

const EXPECTED = { 'stillframe.first-boot': 'expected', 'stillframe.after-first-boot': 'shut-down' };

function facts(extra: Readonly<Record<string, string>> = EXPECTED, more: Partial<VmFacts> = {}): VmFacts {
  return { template: false, snapshots: [], extraConfig: new Map(Object.entries(extra)), ...more } as VmFacts;
}

it('takes a candidate whose first boot waits, or lies behind it, and ends as it is asked to', () => {
  assertBakeable('/vm/c', facts(), 'none');
  assertBakeable('/vm/c', facts({ ...EXPECTED, 'stillframe.first-boot': 'baked' }), 'none');
  assertBakeable('/vm/c', facts({ ...EXPECTED, 'stillframe.after-first-boot': 'generalize' }), 'generalize');
  assertBakeable('/vm/c', facts({ ...EXPECTED, 'isolation.tools.setInfo.disable': 'FALSE' }), 'none');
});

it.each<[string, string, VmFacts, 'none' | 'generalize']>([
  ['vm-unfit', '/vm/c is a template', facts(EXPECTED, { template: true }), 'none'],
  ['vm-unfit', '/vm/c is suspended', facts(EXPECTED, { suspended: true }), 'none'],
  [
    'vm-unfit',
    'has a snapshot (old)',
    facts(EXPECTED, { snapshots: [{ name: 'old' }] as unknown as VmFacts['snapshots'] }),
    'none',
  ],
  [
    'vm-unfit',
    'isolation.tools.setInfo.disable = TRUE',
    facts({ ...EXPECTED, 'isolation.tools.setinfo.disable': 'true' }),
    'none',
  ],
  [
    'vm-unfit',
    'isolation.tools.setInfo.disable = TRUE',
    facts({ ...EXPECTED, 'isolation.tools.setInfo.disable': '1' }),
    'none',
  ],
  ['bake-failed', 'failed in an earlier run', facts({ ...EXPECTED, 'stillframe.first-boot': 'failed' }), 'none'],
  ['input-invalid', 'stillframe.first-boot is not set', facts({}), 'none'],
  ['input-invalid', 'stillframe.first-boot is odd', facts({ ...EXPECTED, 'stillframe.first-boot': 'odd' }), 'none'],
  ['input-invalid', 'stillframe.after-first-boot is stay', facts({ 'stillframe.first-boot': 'expected' }), 'none'],
  ['input-invalid', 'built to shut down as it is, which is not what seal: generalize asks for', facts(), 'generalize'],
  [
    'input-invalid',
    'built to generalize itself, which is not what seal: none asks for',
    facts({ ...EXPECTED, 'stillframe.after-first-boot': 'generalize' }),
    'none',
  ],
])('refuses with %s: %s', (code, message, vm, seal) => {
  expect(() => assertBakeable('/vm/c', vm, seal)).toThrow(
    expect.objectContaining({ code, message: expect.stringContaining(message) as string }),
  );
});

it('says how to build what is asked for', () => {
  expect(() => assertBakeable('/vm/c', facts(), 'generalize')).toThrow(
    expect.objectContaining({
      hint: expect.stringContaining(
        'after-first-boot: generalize (in the template bake: { on: vsphere, seal: generalize })',
      ) as string,
    }),
  );
});
