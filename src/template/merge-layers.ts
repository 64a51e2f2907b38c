/** What a template comes to that extends others: mappings merge key by key, everything else is replaced whole. */

import type { SourceLocation } from '../errors.ts';
import type { TemplateLayer } from './template-layer.ts';
import { formatPath, type KeyPath, keyOffset, valueOffset } from './yaml-places.ts';

/** Mappings that are one value: a hash belongs to its file, and a file is named in one way. */
const WHOLE = new Set(['windows.iso', 'drivers.tools-iso']);

export interface MergedTemplate {
  readonly value: Record<string, unknown>;
  /** The layer each value comes from, by `disk.size`. */
  readonly owners: ReadonlyMap<string, TemplateLayer>;
  /** Where each value stands, by `disk.size`. */
  readonly places: ReadonlyMap<string, SourceLocation>;
}

/** @param layers at least one, the template itself first, then what it extends, in turn; nothing of them is changed */
export function mergeLayers(layers: readonly TemplateLayer[]): MergedTemplate {
  const merging: Merging = { owners: new Map(), places: new Map() };
  const sources = layers.map((layer) => ({ layer, value: withoutExtends(layer) }));
  return { value: merge(sources, [], merging) as Record<string, unknown>, ...merging };
}

/** Where a fault stands: the value at the path, or its key `key`, in the file from which it comes. */
export function offsetOf(
  { owners }: MergedTemplate,
  layers: readonly TemplateLayer[],
  path: KeyPath,
  key: string | undefined,
): { readonly layer: TemplateLayer; readonly offset: number } {
  const [own] = layers;
  if (!own) throw new Error('a template without a file');
  const at = key === undefined ? path : [...path, key];
  let layer: TemplateLayer | undefined;
  // What is not there stands where it should be: in the mapping around it.
  for (let length = at.length; length > 0 && !layer; length--) layer = owners.get(formatPath(at.slice(0, length)));
  layer ??= own;
  return {
    layer,
    offset: key === undefined ? valueOffset(layer.document, path) : keyOffset(layer.document, path, key),
  };
}

interface Source {
  readonly layer: TemplateLayer;
  readonly value: unknown;
}

interface Merging {
  readonly owners: Map<string, TemplateLayer>;
  readonly places: Map<string, SourceLocation>;
}

function withoutExtends({ value }: TemplateLayer): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== 'extends'));
}

function merge(sources: readonly Source[], path: KeyPath, merging: Merging): unknown {
  const [top] = sources;
  if (!top) return undefined;
  place(top.layer, path, merging);
  const end = sources.findIndex(({ value }) => !isMapping(value));
  const mappings = (end < 0 ? sources : sources.slice(0, end)) as readonly (Source & { value: Mapping })[];
  if (mappings.length === 0 || WHOLE.has(formatPath(path))) return take(top, path, merging);
  const merged: Record<string, unknown> = {};
  for (const key of new Set(mappings.flatMap(({ value }) => Object.keys(value)))) {
    const below = mappings.filter(({ value }) => Object.hasOwn(value, key));
    const value = merge(
      below.map((source) => ({ layer: source.layer, value: source.value[key] })),
      [...path, key],
      merging,
    );
    // A key such as __proto__ is one like any other, for the schema to refuse.
    Object.defineProperty(merged, key, { value, writable: true, enumerable: true, configurable: true });
  }
  return merged;
}

/** A copy of a value as one file has it. */
function take({ layer, value }: Source, path: KeyPath, merging: Merging): unknown {
  place(layer, path, merging);
  const below = (key: string, child: unknown): unknown => take({ layer, value: child }, [...path, key], merging);
  if (Array.isArray(value)) return value.map((child, index) => below(String(index), child));
  if (!isMapping(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, below(key, child)]));
}

function place(layer: TemplateLayer, path: KeyPath, { owners, places }: Merging): void {
  if (path.length === 0) return;
  const name = formatPath(path);
  owners.set(name, layer);
  const { line, col } = layer.lines.linePos(valueOffset(layer.document, path));
  places.set(name, { file: layer.path, line, column: col });
}

type Mapping = Readonly<Record<string, unknown>>;

function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
