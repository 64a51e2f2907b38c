/** Reads all templates of a repository: each once, a base that they share once, and the faults of all of them. */

import { join, relative, sep } from 'node:path';
import { mapBounded } from '../download/map-bounded.ts';
import { UserError } from '../errors.ts';
import type { Finding } from '../report/report.ts';
import { TemplateRefusal } from '../template/placed-fault.ts';
import { type LayerCache, readLayers } from '../template/read-layers.ts';
import type { Template } from '../template/template.ts';
import { loadTemplate } from '../template/template-file.ts';

export interface ReadTemplate {
  /** Relative to the workspace, with slashes. */
  readonly path: string;
  readonly template: Template;
}

export interface ReadTemplates {
  readonly templates: readonly ReadTemplate[];
  /** Files that are there for others to extend. */
  readonly bases: readonly string[];
  readonly findings: readonly Finding[];
}

/** Files open at a time. */
const AT_ONCE = 32;

/** @param paths relative to the workspace, with slashes */
export async function readTemplates(
  workspace: string,
  paths: readonly string[],
  signal: AbortSignal,
): Promise<ReadTemplates> {
  const cache: LayerCache = new Map();
  const read = await mapBounded(paths, AT_ONCE, signal, (path) => readOne(workspace, path, cache));
  const extended = new Set(read.flatMap(({ bases }) => bases));
  const isBase = ({ path, named }: Read): boolean => !named && extended.has(join(workspace, path));
  const own = read.filter((one) => !isBase(one));
  const templates = own.flatMap(({ path, template }) => (template ? [{ path, template }] : []));
  return {
    templates,
    bases: read.filter(isBase).map(({ path }) => path),
    findings: [...once(own.flatMap(({ faults }) => faults)), ...sameNames(workspace, templates)],
  };
}

interface Read {
  readonly path: string;
  readonly template: Template | undefined;
  /** Absolute. */
  readonly bases: readonly string[];
  /** It has a name of its own: it is a template, whoever extends it. */
  readonly named: boolean;
  readonly faults: readonly Finding[];
}

async function readOne(workspace: string, path: string, cache: LayerCache): Promise<Read> {
  const file = join(workspace, path);
  const layers = await readLayers(file, cache).catch(() => []);
  const known = { path, bases: layers.slice(1).map((layer) => layer.path), named: layers[0]?.value.name !== undefined };
  try {
    return { ...known, template: await loadTemplate(file, cache), faults: [] };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { ...known, template: undefined, faults: faultsOf(error, workspace, path) };
  }
}

function faultsOf(error: UserError, workspace: string, path: string): readonly Finding[] {
  if (!(error instanceof TemplateRefusal)) {
    const location = { file: path, line: 1, column: 1 };
    return [{ code: error.code, severity: 'error', seen: error.message, remedy: error.hint, location }];
  }
  return error.faults.map(({ location, message, hint }) => ({
    code: error.code,
    severity: 'error',
    seen: message.replaceAll(workspace + sep, ''),
    remedy: hint,
    location: { ...location, file: near(workspace, location.file) },
  }));
}

/** How a file is named in messages and annotations: from the workspace on, with slashes. */
export function near(workspace: string, file: string): string {
  return relative(workspace, file).replaceAll(sep, '/');
}

/** A fault of a base is one, however many extend it. */
function once(faults: readonly Finding[]): readonly Finding[] {
  return [...new Map(faults.map((fault) => [JSON.stringify(fault), fault])).values()];
}

/** Two templates of one name would take turns in replacing each other. */
function sameNames(workspace: string, templates: readonly ReadTemplate[]): readonly Finding[] {
  const first = new Map<string, string>();
  const findings: Finding[] = [];
  for (const { path, template } of templates) {
    // Written in two ways, a letter with its accent looks the same.
    const name = template.name.normalize('NFC').toLowerCase();
    const other = first.get(name);
    if (other === undefined) first.set(name, path);
    else {
      const place = template.places.get('name') ?? { file: template.file, line: 1, column: 1 };
      findings.push({
        code: 'template-name-twice',
        severity: 'error',
        seen: `The name ${template.name} is that of ${other} too.`,
        remedy: 'Give each template a name of its own: what one publishes would replace the other.',
        location: { ...place, file: near(workspace, place.file) },
      });
    }
  }
  return findings;
}
