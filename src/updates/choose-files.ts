/** Chooses among the files of one catalog entry: the target and its checkpoints, or the file for the runtime that is in the box. */

import type { ProductFacts } from '../products/product.ts';
import type { Candidate } from './choose-update.ts';
import { pageChanged } from './search-page.ts';
import type { Architecture, CatalogFile, UpdateFile } from './update.ts';
import { kbOf } from './update-title.ts';

interface FileChoice {
  readonly files: readonly UpdateFile[];
  readonly left: readonly { readonly name: string; readonly reason: string }[];
}

/**
 * @param files as the dialog gave them, in any order
 * @returns for products with checkpoints the checkpoints (ascending) and then the target; else exactly one file
 * @throws UserError catalog-changed when no file fits
 */
export function chooseFiles(
  candidate: Pick<Candidate, 'kb' | 'kind'>,
  files: readonly CatalogFile[],
  facts: ProductFacts,
  architecture: Architecture,
): FileChoice {
  const { target, fitting, left } = sift(candidate, files, facts, architecture);
  if (!target) {
    throw pageChanged(
      'download',
      `a file of ${candidate.kb} for ${architecture} (it names ${files.map((file) => file.name).join(', ') || 'none'})`,
    );
  }
  const takesCheckpoints = facts.checkpoints && candidate.kind === 'cumulative';
  const checkpoints = takesCheckpoints
    ? fitting
        .filter((file) => file !== target)
        .map((file) => ({ ...file, kind: 'checkpoint' as const }))
        .sort((a, b) => kbNumber(a.kb) - kbNumber(b.kb))
    : [];
  for (const file of fitting) {
    if (file !== target && !checkpoints.some((checkpoint) => checkpoint.name === file.name)) {
      left.push({ name: file.name, reason: `not the file of ${candidate.kb}` });
    }
  }
  return { files: [...checkpoints, target], left };
}

/** The file that an entry is about, by its name; undefined when it has none for this system. */
export function fittingTarget(
  candidate: Pick<Candidate, 'kb' | 'kind'>,
  files: readonly CatalogFile[],
  facts: ProductFacts,
  architecture: Architecture,
): UpdateFile | undefined {
  return sift(candidate, files, facts, architecture).target;
}

interface Sifted {
  readonly target: UpdateFile | undefined;
  readonly fitting: readonly UpdateFile[];
  readonly left: { name: string; reason: string }[];
}

function sift(
  candidate: Pick<Candidate, 'kb' | 'kind'>,
  files: readonly CatalogFile[],
  facts: ProductFacts,
  architecture: Architecture,
): Sifted {
  const left: { name: string; reason: string }[] = [];
  const fitting: UpdateFile[] = [];
  for (const file of files.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const reason = unfit(file.name, candidate, facts, architecture);
    if (reason === undefined) fitting.push(describe(file, candidate));
    else left.push({ name: file.name, reason });
  }
  const target = candidate.kind === 'dotnet' ? fitting[0] : fitting.find((file) => file.kb === candidate.kb);
  return { target, fitting, left };
}

function unfit(
  name: string,
  candidate: Pick<Candidate, 'kind'>,
  facts: ProductFacts,
  architecture: Architecture,
): string | undefined {
  const lower = name.toLowerCase();
  if (!/\.(?:msu|cab)$/.test(lower)) return 'neither .msu nor .cab';
  if (kbOf(lower.replaceAll('_', '-')) === undefined) return 'its name holds no KB number';
  // The dialog's own architecture field is unreliable; the name is not.
  const named = /-(x64|x86|arm64)[-_.]/.exec(lower)?.[1];
  if (named !== architecture) return `for ${named ?? 'no architecture that its name tells'}`;
  if (/-(?:express|delta)[-_.]/.test(lower)) return 'an express or delta package, which DISM cannot add';
  if (candidate.kind === 'dotnet') {
    const mark = /-(ndp\d+)[-_.]/.exec(lower)?.[1] ?? '';
    if (mark !== facts.dotnet?.fileMark) {
      return `for a runtime that is not part of ${facts.name} (it has .NET Framework ${facts.dotnet?.runtime ?? 'in its cumulative update'})`;
    }
  }
  return undefined;
}

function describe(file: CatalogFile, candidate: Pick<Candidate, 'kind'>): UpdateFile {
  return { ...file, kb: kbOf(file.name.replaceAll('_', '-')) ?? '', kind: candidate.kind };
}

function kbNumber(kb: string): number {
  return Number(kb.slice(2));
}
