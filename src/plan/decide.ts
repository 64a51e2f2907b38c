/** Whether a template is built, and why: by what its lock holds and what is out, never by the calendar. */

import type { CatalogState } from './catalog-state.ts';
import type { ExaminedTemplate } from './examined-template.ts';
import { describeChange, type KbChange } from './kb-changes.ts';

export const WHEN = ['always', 'patch-tuesday'] as const;
export type When = (typeof WHEN)[number];

export interface PlannedTemplate {
  readonly name: string;
  /** Relative to the workspace, with slashes, as is the lock. */
  readonly file: string;
  readonly lock: string;
  readonly product: string;
  readonly runsOn: readonly string[];
  readonly build: boolean;
  /** One clause. */
  readonly reason: string;
  /** What the lock lacks by the catalog; empty also where that was not asked. */
  readonly stale: readonly KbChange[];
  /** What the lock names in place of what since the base. */
  readonly since: readonly KbChange[];
}

/** @param state undefined when the catalog was not asked */
export function decide(checked: ExaminedTemplate, when: When, state: CatalogState | undefined): PlannedTemplate {
  const { template, path, lockPath, affected, since = [] } = checked;
  const stale = state?.kind === 'stale' ? state.kbs : [];
  return {
    name: template.name,
    file: path,
    lock: lockPath,
    product: template.windows.product,
    runsOn: template.runsOn,
    ...(affected === false
      ? { build: false, reason: 'neither it nor a file that it names has changed' }
      : judge(checked, when, state)),
    stale,
    since,
  };
}

function judge(
  { lock, misfit, affected }: ExaminedTemplate,
  when: When,
  state: CatalogState | undefined,
): Pick<PlannedTemplate, 'build' | 'reason'> {
  if (when === 'always') {
    return { build: true, reason: affected === undefined ? 'all templates are built' : 'it has changed' };
  }
  if (state?.kind === 'waiting') return { build: false, reason: `waits for the catalog: ${state.why}` };
  if (lock === undefined) return { build: true, reason: 'it has no lock yet' };
  if (misfit !== undefined) return { build: true, reason: misfit };
  if (state?.kind === 'stale') {
    return { build: true, reason: `the catalog has newer updates: ${state.kbs.map(describeChange).join(', ')}` };
  }
  return { build: false, reason: `its lock of ${lock.date} is current` };
}
