/** One file of a template: its text as YAML, with the place of everything in it. A template is its own file and those it extends. */

import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  Scalar,
  type Document as YamlDocument,
} from 'yaml';
import { placedRefusal } from './placed-fault.ts';

/**
 * Soft hyphen, zero-width space and joiner, byte order mark, the controls that turn the direction of a text, and what a reader puts in
 * place of a byte that it does not know: two names that look the same are two then.
 */
const INVISIBLE = /[\u00AD\u200B\u202A-\u202E\u2060\u2066-\u2069\uFEFF\uFFFD]/g;

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
  // Only warnings to the parser: a tag that it does not know is let go, and `!env NAME` is the text NAME then.
  const complaints = [...document.errors, ...document.warnings];
  if (complaints.length > 0) {
    throw placedRefusal(
      [path],
      complaints.map(({ pos: [offset], message }) => ({
        layer: { path, lines },
        offset,
        message: `not valid YAML: ${/multiple documents/.test(message) ? 'a second document begins here' : message}`,
        hint: 'Correct the YAML at this place.',
      })),
    );
  }
  const invisible = [...text.matchAll(INVISIBLE)].filter(({ index }) => index > 0 || text[0] !== '\uFEFF');
  if (invisible.length > 0) {
    throw placedRefusal(
      [path],
      invisible.map(({ index, 0: character }) => ({
        layer: { path, lines },
        offset: index,
        message: `a character that nobody sees, U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
        hint: 'Write the line anew by hand: it came with a text that was copied.',
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
  keepDigits(document, ['updates', 'media-build']);
  const settings = document.getIn(['customize', 'registry']);
  const count = isSeq(settings) ? settings.items.length : 0;
  for (let index = 0; index < count; index += 1) {
    // A fraction stays the number that the schema refuses.
    keepDigits(document, ['customize', 'registry', index, 'value'], Number.isInteger);
  }
  return document.toJS({ maxAliasCount: 100 }) as Record<string, unknown>;
}

/**
 * Where digits are a text to who reads them: YAML makes a number of them, and `17763.10`, `0010` and `9007199254740993` are other texts
 * behind it.
 */
function keepDigits(
  document: YamlDocument,
  path: readonly (string | number)[],
  isMeant: (value: number) => boolean = () => true,
): void {
  const node = document.getIn(path, true);
  const scalar = isAlias(node) ? node.resolve(document) : node;
  if (!isNode(node) || !isScalar(scalar) || typeof scalar.value !== 'number' || scalar.source === undefined) return;
  if (!isMeant(scalar.value)) return;
  const text = new Scalar(scalar.source);
  text.range = node.range ?? null;
  document.setIn(path, text);
}
