/** Reads the files of a template: itself, the base that its `extends` names, the base of that, and so on. */

import { readFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { LineCounter } from 'yaml';
import { UserError } from '../errors.ts';
import { decodeUtf8 } from '../files/decode-utf8.ts';
import { explainPathError } from '../files/explain-path-error.ts';
import { placedRefusal } from './placed-fault.ts';
import { parseLayer, type TemplateLayer } from './template-layer.ts';
import { valueOffset } from './yaml-places.ts';

/** Files by their absolute path, for who reads many templates that share a base. */
export type LayerCache = Map<string, Promise<TemplateLayer>>;

/**
 * @param path of the template, as the user wrote it
 * @returns the template itself first
 * @throws UserError file-missing and the like for the template, template-invalid for what is no YAML or a base that cannot be read
 */
export async function readLayers(path: string, cache: LayerCache = new Map()): Promise<readonly TemplateLayer[]> {
  const layers = [await readLayer(path, cache)];
  const seen = [resolve(path)];
  for (let layer = layers[0]; layer; layer = layers[seen.length - 1]) {
    const base: unknown = layer.value.extends;
    if (base === undefined) break;
    if (typeof base !== 'string' || base.trim() === '') {
      throw atExtends(
        layer,
        'extends is not the path of a file',
        'Write the path of the base file, from this folder on.',
      );
    }
    const next = isAbsolute(base) ? base : join(dirname(layer.path), base.replaceAll('\\', '/'));
    if (seen.includes(resolve(next))) throw circle(layer, [...layers.map((one) => one.path), next]);
    seen.push(resolve(next));
    layers.push(await readBase(layer, next, cache));
  }
  return layers;
}

function readLayer(path: string, cache: LayerCache): Promise<TemplateLayer> {
  const file = resolve(path);
  const known = cache.get(file);
  if (known !== undefined) return known;
  const reading = readFile(file).then(
    (bytes) => parseLayer(path, textOf(path, bytes)),
    (error: unknown) => {
      throw explainPathError(error, { what: 'the template file', path, input: 'template' });
    },
  );
  cache.set(file, reading);
  return reading;
}

/** @throws UserError template-invalid */
function textOf(path: string, bytes: Uint8Array): string {
  const text = decodeUtf8(bytes);
  if (text !== undefined) return text;
  const lines = new LineCounter();
  lines.addNewLine(0);
  const message = 'not UTF-8: its bytes are of another encoding';
  const hint = 'Save it as UTF-8; Windows PowerShell writes UTF-16 with > and ANSI with Set-Content.';
  throw placedRefusal([path], [{ layer: { path, lines }, offset: 0, message, hint }]);
}

async function readBase(layer: TemplateLayer, path: string, cache: LayerCache): Promise<TemplateLayer> {
  try {
    return await readLayer(path, cache);
  } catch (error) {
    if (!(error instanceof UserError) || error.code === 'template-invalid') throw error;
    const said = error.message.replace(/^The template file | \(input template\)/g, '');
    throw atExtends(layer, `extends: the base file ${said}`, 'The path counts from the folder of this file.');
  }
}

function circle(layer: TemplateLayer, paths: readonly string[]): UserError {
  return atExtends(
    layer,
    `extends goes round in a circle: ${paths.join(' -> ')}`,
    'Take the extends out of one of them.',
  );
}

function atExtends(layer: TemplateLayer, message: string, hint: string): UserError {
  return placedRefusal([layer.path], [{ layer, offset: valueOffset(layer.document, ['extends']), message, hint }]);
}
