/** The files that make a template what it is, and whether those that belong into the repository are there. */

import { stat } from 'node:fs/promises';
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

/** Whether one of the changed files is the template, its lock, what it extends or what it names. @param changed absolute paths */
export function isAffected({ template }: ReadTemplate, changed: ReadonlySet<string>): boolean {
  const own = [template.file, lockPath(template.file), ...template.bases];
  if (own.some((file) => changed.has(file))) return true;
  const named = [...namedFiles(template), ...mediaOf(template)];
  return named.some(({ path }) => changed.has(path) || [...changed].some((file) => file.startsWith(path + sep)));
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
