/** The files that make a template what it is, and whether those that belong into the repository are there. */

import { realpath, stat } from 'node:fs/promises';
import { sep } from 'node:path';
import type { SourceLocation } from '../errors.ts';
import type { Finding } from '../report/report.ts';
import type { Template } from '../template/template.ts';
import { lockPath } from '../updates/lock-file.ts';
import { near, type ReadTemplate } from './read-templates.ts';

interface NamedFile {
  /** Absolute; of a folder everything below it counts. */
  readonly path: string;
  /** Where the template names it, `customize.files[0].from`. */
  readonly key: string;
}

/**
 * Whether one of the changed files is the template, its lock, what it extends or what it names, by its own name or by that of the file that
 * a symbolic link leads to. Git names a submodule in place of what lies in it.
 * @param workspace absolute path
 * @param changed absolute paths
 */
export async function isAffected(
  workspace: string,
  { template }: ReadTemplate,
  changed: ReadonlySet<string>,
): Promise<boolean> {
  const named = [...namedFiles(template), ...mediaOf(template)].map(({ path }) => path);
  const paths = [template.file, lockPath(template.file), ...template.bases, ...named];
  const from = await realpath(workspace).catch(() => workspace);
  const targets = await Promise.all(
    paths.map(async (path) => {
      const target = await realpath(path).catch(() => path);
      return target.startsWith(from + sep) ? workspace + target.slice(from.length) : target;
    }),
  );
  const { files, within } = withoutCapitals(changed);
  return [...new Set([...paths, ...targets])].some((path) => {
    const wanted = path.toLowerCase();
    return within.has(wanted) || foldersOf(wanted).some((folder) => files.has(folder));
  });
}

interface Lowered {
  readonly files: ReadonlySet<string>;
  /** They, and every folder in which one of them lies. */
  readonly within: ReadonlySet<string>;
}

/** Once for all templates of a plan. */
const lowered = new WeakMap<ReadonlySet<string>, Lowered>();

/** Where the file system knows no capitals, what git has as corp is there as Corp too; elsewhere one build too many does no harm. */
function withoutCapitals(changed: ReadonlySet<string>): Lowered {
  const known = lowered.get(changed);
  if (known) return known;
  const files = new Set([...changed].map((file) => file.toLowerCase()));
  const made = { files, within: new Set([...files].flatMap((file) => [file, ...foldersOf(file)])) };
  lowered.set(changed, made);
  return made;
}

/** Every folder above a path, without the root. */
function foldersOf(path: string): readonly string[] {
  const parts = path.split(sep);
  return parts.slice(1).flatMap((_, index) => parts.slice(0, index + 1).join(sep) || []);
}

/** Media are too large for most repositories and lie on the runner: only what comes with the template is asked for. */
export async function missingFiles(workspace: string, { template }: ReadTemplate): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const { path, key } of namedFiles(template)) {
    const isOurs = path.startsWith(workspace + sep);
    if (!isOurs || (await stat(path).catch(() => undefined)) !== undefined) continue;
    const place: SourceLocation = template.places.get(key) ?? { file: template.file, line: 1, column: 1 };
    findings.push({
      code: 'file-missing',
      severity: 'error',
      seen: `${key} names ${near(workspace, path)}, which is not in the repository.`,
      remedy: 'Commit it, or correct the path: it counts from the folder of the file in which it stands.',
      location: { ...place, file: near(workspace, place.file) },
    });
  }
  return findings;
}

function namedFiles({ customize }: Template): readonly NamedFile[] {
  return [
    ...(customize.unattend === undefined ? [] : [{ path: customize.unattend, key: 'customize.unattend.file' }]),
    ...(customize.files ?? []).map(({ from }, index) => ({ path: from, key: `customize.files[${index}].from` })),
    ...(customize.firstBootScripts ?? []).map((path, index) => ({
      path,
      key: `customize.first-boot-scripts[${index}]`,
    })),
  ];
}

function mediaOf({ windows, drivers }: Template): readonly NamedFile[] {
  return [
    ...(windows.iso.path === undefined ? [] : [{ path: windows.iso.path, key: 'windows.iso.path' }]),
    ...(drivers.toolsIso?.path === undefined ? [] : [{ path: drivers.toolsIso.path, key: 'drivers.tools-iso.path' }]),
  ];
}
