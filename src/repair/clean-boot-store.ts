/** Takes the recovery sequence out of the boot stores on the EFI system partition, so that nothing names a partition that goes. */

import { removeRecovery } from '../bcd/bcd-recovery.ts';
import { MAX_BOOT_STORE } from '../bcd/boot-store.ts';
import { BOOT_STORE, systemPartitions } from '../bcd/system-partition.ts';
import { type DeclaredFinding, found } from '../check/rule.ts';
import type { WritableDisk } from '../disk/disk.ts';
import { replaceFatFile } from '../disk/fat/fat-replace-file.ts';
import { openFatVolume } from '../disk/fat/fat-volume.ts';
import type { DiskLayout, LayoutPartition } from '../disk/layout.ts';
import { FormatError, unlessDamaged } from '../errors.ts';
import type { QuiesceFinding } from '../report/finding-codes.ts';

/** The store that firmware starts from, and the second one that Windows keeps beside it. */
const STORES = [BOOT_STORE, '/EFI/Microsoft/Recovery/BCD'] as const;

export interface StoreCleaning {
  /** Paths of the stores that were rewritten. */
  readonly changed: readonly string[];
  /** GUIDs of the EFI system partitions of which the store that firmware starts from was rewritten. */
  readonly cleaned: readonly string[];
  readonly findings: readonly QuiesceFinding[];
}

/**
 * Each store is replaced so that a crash leaves the old or the new one. A store that cannot be read is left and said: the
 * repair of the layout does not depend on it. Of several EFI system partitions all are cleaned: from which one a machine starts, its own
 * firmware knows.
 */
export async function cleanBootStores(
  disk: WritableDisk,
  layout: DiskLayout,
  removed: readonly LayoutPartition[],
): Promise<StoreCleaning> {
  const all = removed.length === 0 ? [] : systemPartitions(layout);
  const changed: string[] = [];
  const cleaned: string[] = [];
  const findings: QuiesceFinding[] = [];
  for (const esp of all) {
    const named = (path: string): string => (all.length === 1 ? path : `${path} (partition ${esp.index})`);
    // What is wrong with a partition that cannot be read is said once.
    for (const path of (await isReadable(disk, esp)) ? STORES : STORES.slice(0, 1)) {
      try {
        const problem = await cleanStore(disk, esp, path, removed);
        if (problem === 'cleaned') changed.push(named(path));
        else if (problem !== undefined) findings.push(left(named(path), problem));
        if (problem === 'cleaned' && path === BOOT_STORE) cleaned.push(esp.guid);
      } catch (error) {
        if (!(error instanceof FormatError)) throw error;
        findings.push(left(named(path), error.message));
      }
    }
  }
  return { changed, cleaned, findings };
}

async function isReadable(disk: WritableDisk, { offset, size }: LayoutPartition): Promise<boolean> {
  return (await unlessDamaged(() => openFatVolume(disk, offset, size))) !== undefined;
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
