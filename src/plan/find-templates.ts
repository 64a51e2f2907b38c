/** The template files that patterns name, in the workspace and nowhere else. */

import { glob } from 'node:fs/promises';
import { isAbsolute, matchesGlob, posix, sep } from 'node:path';
import { UserError } from '../errors.ts';

export interface TemplatePatterns {
  readonly wanted: readonly string[];
  /** Written with an exclamation mark. */
  readonly unwanted: readonly string[];
}

/**
 * Reads patterns such as `templates/*.yml` and `!templates/base.yml`, relative to the workspace.
 * @throws UserError input-invalid for one that leads out of it, or when all of them exclude
 */
export function readPatterns(texts: readonly string[]): TemplatePatterns {
  const patterns = texts.map((text) => {
    const unwanted = text.startsWith('!');
    return { unwanted, pattern: posix.normalize((unwanted ? text.slice(1).trim() : text).replaceAll('\\', '/')) };
  });
  for (const { pattern } of patterns) {
    if (isAbsolute(pattern) || /^[A-Za-z]:/.test(pattern) || pattern.split('/').includes('..')) {
      throw new UserError(
        'input-invalid',
        `Input templates: "${pattern}" leads out of the workspace`,
        'Write patterns that count from the workspace, such as templates/*.yml.',
      );
    }
  }
  const wanted = patterns.filter(({ unwanted }) => !unwanted).map(({ pattern }) => pattern);
  if (wanted.length === 0) {
    throw new UserError(
      'input-invalid',
      `Input templates: "${texts.join(', ')}" names no file to take`,
      'Write at least one pattern without an exclamation mark.',
    );
  }
  return { wanted, unwanted: patterns.filter(({ unwanted }) => unwanted).map(({ pattern }) => pattern) };
}

/** @param file relative to the workspace, with slashes */
export function isNamed(file: string, { wanted, unwanted }: TemplatePatterns): boolean {
  const fits = (pattern: string): boolean => matchesGlob(file, pattern);
  return wanted.some(fits) && !unwanted.some(fits);
}

/**
 * @param workspace absolute path
 * @returns relative to it, with slashes, each once, in order
 */
export async function findTemplates(workspace: string, patterns: TemplatePatterns): Promise<readonly string[]> {
  const found = new Set<string>();
  for await (const entry of glob([...patterns.wanted], { cwd: workspace, withFileTypes: true })) {
    if (entry.isDirectory()) continue;
    const path = `${entry.parentPath}${sep}${entry.name}`.slice(workspace.length + 1).replaceAll(sep, '/');
    if (isNamed(path, patterns)) found.add(path);
  }
  return [...found].sort();
}
