/** One file of a template: its text as YAML, with the place of everything in it. A template is its own file and those it extends. */

import { isMap, isScalar, LineCounter, parseDocument, type Document as YamlDocument } from 'yaml';
import { placedRefusal } from './placed-fault.ts';

export interface TemplateLayer {
  /** As the user wrote it, for messages. */
  readonly path: string;
  readonly document: YamlDocument;
  readonly lines: LineCounter;
  readonly value: Readonly<Record<string, unknown>>;
}

/**
 * @param path as the user wrote it
 * @throws UserError template-invalid for what is no YAML or no mapping
 */
export function parseLayer(path: string, text: string): TemplateLayer {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const refuse = (offset: number, message: string, hint: string) =>
    placedRefusal([path], [{ layer: { path, lines }, offset, message, hint }]);
  if (document.errors.length > 0) {
    throw placedRefusal(
      [path],
      document.errors.map(({ pos: [offset], message }) => ({
        layer: { path, lines },
        offset,
        message: `not valid YAML: ${message}`,
        hint: 'Correct the YAML at this place.',
      })),
    );
  }
  if (!isMap(document.contents)) throw refuse(0, 'not a mapping', 'Start from examples/ws2019-std/template.yml.');
  try {
    return { path, document, lines, value: toValue(document) };
  } catch (error) {
    // An alias without its anchor, or a file that grows without bound by its aliases.
    const why = error instanceof Error ? error.message : String(error);
    throw refuse(0, `not valid YAML: ${why}`, 'Write the values out instead of aliases.');
  }
}

function toValue(document: YamlDocument): Record<string, unknown> {
  const media = document.getIn(['updates', 'media-build'], true);
  // `17763.10` is a number to YAML, and would lose its last digit.
  if (isScalar(media) && typeof media.value === 'number') media.value = media.source ?? media.value;
  return document.toJS({ maxAliasCount: 100 }) as Record<string, unknown>;
}
