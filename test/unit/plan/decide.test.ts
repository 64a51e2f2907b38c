import { expect, it } from 'vitest';
import type { CatalogState } from '../../../src/plan/catalog-state.ts';
import { decide, WHEN } from '../../../src/plan/decide.ts';
import type { ExaminedTemplate } from '../../../src/plan/examined-template.ts';

const LOCK = { date: '2026-11-10' } as ExaminedTemplate['lock'];
const examined = (more: Partial<ExaminedTemplate> = {}): ExaminedTemplate => ({
  path: 'templates/a.yml',
  template: { name: 'ws', runsOn: ['windows'], windows: { product: 'windows-server-2022' } } as never,
  lockPath: 'templates/a.lock.json',
  lock: LOCK,
  misfit: undefined,
  affected: undefined,
  since: [],
  findings: [],
  ...more,
});
const KBS = [
  { kind: 'cumulative', from: 'KB1', to: 'KB2' },
  { kind: 'dotnet', to: 'KB3' },
] as const;
const STALE = { kind: 'stale', kbs: KBS } as unknown as CatalogState;

it.each<[string, ExaminedTemplate, (typeof WHEN)[number], CatalogState | undefined, boolean, string]>([
  [
    'untouched',
    examined({ affected: false }),
    'always',
    STALE,
    false,
    'neither it nor a file that it names has changed',
  ],
  ['all', examined(), 'always', undefined, true, 'all templates are built'],
  ['touched', examined({ affected: true }), 'always', undefined, true, 'it has changed'],
  [
    'touched and current',
    examined({ affected: true }),
    'patch-tuesday',
    { kind: 'current' },
    false,
    'its lock of 2026-11-10 is current',
  ],
  [
    'waiting',
    examined({ lock: undefined }),
    'patch-tuesday',
    { kind: 'waiting', why: 'soon' },
    false,
    'waits for the catalog: soon',
  ],
  ['without a lock', examined({ lock: undefined }), 'patch-tuesday', STALE, true, 'it has no lock yet'],
  ['with another lock', examined({ misfit: 'made for another' }), 'patch-tuesday', STALE, true, 'made for another'],
  ['behind', examined(), 'patch-tuesday', STALE, true, 'the catalog has newer updates: KB1 -> KB2, none -> KB3'],
  ['current', examined(), 'patch-tuesday', { kind: 'current' }, false, 'its lock of 2026-11-10 is current'],
  ['not asked', examined(), 'patch-tuesday', undefined, false, 'its lock of 2026-11-10 is current'],
])('a template that is %s', (_what, template, when, state, build, reason) => {
  expect(decide(template, when, state)).toMatchObject({ build, reason });
});

it('says what it is about, what its lock lacks and what it names since the base', () => {
  expect(decide(examined({ since: KBS as never }), 'always', STALE)).toEqual({
    name: 'ws',
    file: 'templates/a.yml',
    lock: 'templates/a.lock.json',
    product: 'windows-server-2022',
    runsOn: ['windows'],
    build: true,
    reason: 'all templates are built',
    stale: KBS,
    since: KBS,
  });
  expect(decide(examined(), 'always', { kind: 'current' }).stale).toEqual([]);
  expect(WHEN).toEqual(['always', 'patch-tuesday']);
});
