/** Chooses among the files of one catalog entry: the target and its checkpoints, or the file for the runtime that is in the box. */

import { UserError } from '../errors.ts';
import type { ProductFacts } from '../products/product.ts';
import type { Candidate } from './choose-update.ts';
import { compareText } from './compare-text.ts';
import { pageChanged } from './search-page.ts';
import type { Architecture, CatalogFile, UpdateFile } from './update.ts';
import { kbOf } from './update-title.ts';

/** Of a request, what files are held to. */
export interface WantedFiles {
  readonly architecture: Architecture;
  /** KBs never to take. */
  readonly exclude: readonly string[];
}

interface FileChoice {
  readonly files: readonly UpdateFile[];
  readonly left: readonly { readonly name: string; readonly reason: string }[];
}

/**
 * @param files as the dialog gave them, in any order
 * @returns for products with checkpoints the checkpoints (ascending) and then the target; else exactly one file
 * @throws UserError catalog-changed when no file fits, or more than one does; input-invalid when the one that fits is excluded
 */
export function chooseFiles(
  candidate: Pick<Candidate, 'kb' | 'kind'>,
  files: readonly CatalogFile[],
  facts: ProductFacts,
  { architecture, exclude }: WantedFiles,
): FileChoice {
  const { targets, fitting, left } = sift(candidate, files, facts, architecture);
  const [target] = targets;
  if (!target || targets.length > 1) {
    const named = (target ? targets : files).map((file) => file.name).join(', ') || 'none';
    const wanted = target ? 'a single file' : 'a file';
    throw pageChanged('download', `${wanted} of ${candidate.kb} for ${architecture} (it names ${named})`);
  }
  if (exclude.includes(target.kb)) throw excluded(target.kb, candidate.kb, facts);
  const isCheckpoint = ({ kb }: UpdateFile): boolean =>
    facts.checkpoints && candidate.kind === 'cumulative' && kb !== candidate.kb;
  const checkpoints: UpdateFile[] = [];
  for (const file of fitting) {
    if (file === target) continue;
    if (!isCheckpoint(file)) left.push({ name: file.name, reason: `not the file of ${candidate.kb}` });
    else if (exclude.includes(file.kb)) left.push({ name: file.name, reason: 'excluded by the template' });
    else checkpoints.push({ ...file, kind: 'checkpoint' });
  }
  return { files: [...checkpoints.sort((a, b) => kbNumber(a.kb) - kbNumber(b.kb)), target], left };
}

/** The row's number is that of a parent: with it excluded the row before is chosen, with the file's number nothing is left of this one. */
function excluded(file: string, parent: string, facts: ProductFacts): UserError {
  return new UserError(
    'input-invalid',
    `exclude (updates.exclude of the template) names ${file}, which is what ${parent} has for ${facts.name}`,
    `Name ${parent} there: the newest one before it is taken then.`,
  );
}

/** The file that an entry is about, by its name; undefined when it has none for this system. */
export function fittingTarget(
  candidate: Pick<Candidate, 'kb' | 'kind'>,
  files: readonly CatalogFile[],
  facts: ProductFacts,
  architecture: Architecture,
): UpdateFile | undefined {
  return sift(candidate, files, facts, architecture).targets[0];
}

interface Sifted {
  /** What the entry is about: one file, unless the dialog is not to be understood. */
  readonly targets: readonly UpdateFile[];
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
  // A file that is listed twice is one.
  const once = [...new Map(files.map((file) => [`${file.name} ${file.sha1} ${file.sha256}`, file])).values()];
  for (const file of once.sort((a, b) => compareText(a.name, b.name))) {
    const reason = unfit(file.name, candidate, facts, architecture);
    if (reason === undefined) fitting.push(describe(file, candidate));
    else left.push({ name: file.name, reason });
  }
  const own = candidate.kind === 'dotnet' ? fitting : fitting.filter((file) => file.kb === candidate.kb);
  // The same package as .msu and as .cab: the one that DISM takes everywhere.
  const packages = own.filter(({ name }) => /\.msu$/i.test(name));
  return { targets: packages.length > 0 ? packages : own, fitting, left };
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
