/** Takes the recovery sequence out of the boot stores on the EFI system partition, so that nothing names a partition that goes. */

import { removeRecovery } from '../bcd/bcd-recovery.ts';
import { BOOT_STORE, MAX_BOOT_STORE } from '../bcd/boot-store.ts';
import { type DeclaredFinding, found } from '../check/rule.ts';
import type { WritableDisk } from '../disk/disk.ts';
import { replaceFatFile } from '../disk/fat/fat-replace-file.ts';
import { openFatVolume } from '../disk/fat/fat-volume.ts';
import type { DiskLayout, LayoutPartition } from '../disk/layout.ts';
import { FormatError } from '../errors.ts';
import type { QuiesceFinding } from '../report/finding-codes.ts';

/** The store that firmware starts from, and the second one that Windows keeps beside it. */
const STORES = [BOOT_STORE, '/EFI/Microsoft/Recovery/BCD'] as const;

export interface StoreCleaning {
  /** Paths of the stores that were rewritten. */
  readonly changed: readonly string[];
  readonly findings: readonly QuiesceFinding[];
}

/**
 * Each store is replaced so that a crash leaves the old or the new one. A store that cannot be read is left and said: the
 * repair of the layout does not depend on it.
 */
export async function cleanBootStores(
  disk: WritableDisk,
  layout: DiskLayout,
  removed: readonly LayoutPartition[],
): Promise<StoreCleaning> {
  const esp = layout.partitions.find(({ type }) => type === 'esp');
  if (esp === undefined || removed.length === 0) return { changed: [], findings: [] };
  const changed: string[] = [];
  const findings: QuiesceFinding[] = [];
  try {
    await openFatVolume(disk, esp.offset, esp.size);
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    return { changed, findings: [left(STORES[0], error.message)] };
  }
  for (const path of STORES) {
    try {
      const problem = await cleanStore(disk, esp, path, removed);
      if (problem === 'cleaned') changed.push(path);
      else if (problem !== undefined) findings.push(left(path, problem));
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
      findings.push(left(path, error.message));
    }
  }
  return { changed, findings };
}

/** @returns `cleaned`, undefined when there was nothing to clean, or why something was left */
async function cleanStore(
  disk: WritableDisk,
  esp: LayoutPartition,
  path: string,
  removed: readonly LayoutPartition[],
): Promise<string | undefined> {
  const volume = await openFatVolume(disk, esp.offset, esp.size);
  const file = await volume.find(path);
  if (file === undefined) return undefined;
  const store = await volume.readFile(file, MAX_BOOT_STORE);
  const guids = removed.map(({ guid }) => guid);
  const cleaning = removeRecovery(store, `${disk.path}!${path}`, guids);
  if (cleaning.store !== undefined && !(await replaceFatFile(disk, volume, file, cleaning.store))) {
    return 'the EFI system partition has no room for a second copy of the store';
  }
  if (cleaning.left.length > 0) {
    const where = cleaning.left.map(({ object, element }) => `${object} ${element}`).join(', ');
    return `elements that are no part of a recovery sequence name the partition: ${where}`;
  }
  return cleaning.store === undefined ? undefined : 'cleaned';
}

export const BCD_LEFT: DeclaredFinding = {
  code: 'repair-bcd-left',
  severity: 'warning',
  remedy: 'In the guest run "reagentc /disable", then "reagentc /enable": WinRE then lives on C:.',
  source: 'Microsoft, reagentc',
};

function left(path: string, problem: string): QuiesceFinding {
  return found(BCD_LEFT, `The boot store ${path.replaceAll('/', '\\')} was left as it is: ${problem}`);
}
