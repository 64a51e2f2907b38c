/**
 * The XML documents of VSS inside a quiesce manifest, read leniently: Microsoft publishes what they hold ("VSS Metadata", "Backup Components
 * Document Contents"), not their schema, so that only elements and attributes of public samples are looked for.
 */

import { SaxesParser, type SaxesTagNS } from 'saxes';

/** A Writer Metadata Document. */
export interface WriterDocument {
  /** `friendlyName` of IDENTIFICATION; undefined where it has none. */
  readonly name: string | undefined;
  /** `writerId`, the class of the writer, lower case. */
  readonly writerId: string | undefined;
}

/** A root that only a Writer Metadata Document has, wherever the document ends. */
const WRITER_ROOT = 'WRITER_METADATA';

/**
 * @returns undefined when it is no Writer Metadata Document. One whose root is there and whose rest cannot be read is one without a name.
 */
export function readWriterDocument(bytes: Buffer): WriterDocument | undefined {
  const text = decode(bytes);
  let root: string | undefined;
  let identification: SaxesTagNS | undefined;
  const whole = walk(text, (tag) => {
    root ??= tag.local;
    if (tag.local === 'IDENTIFICATION') identification ??= tag;
  });
  if (root === undefined ? !text.includes(`<${WRITER_ROOT}`) : root !== WRITER_ROOT) return undefined;
  if (!whole) return { name: undefined, writerId: undefined };
  return {
    name: attribute(identification, 'friendlyName') || undefined,
    writerId: attribute(identification, 'writerId')?.toLowerCase(),
  };
}

/**
 * Writers of a Backup Components Document that have a component whose backup did not succeed (IVssBackupComponents::SetBackupSucceeded).
 * @returns their class ids, lower case, each once; none where the document cannot be read: it says nothing then
 */
export function readFailedWriters(bytes: Buffer): string[] {
  const failed = new Set<string>();
  let writer: string | undefined;
  walk(decode(bytes), (tag) => {
    if (tag.local === 'WRITER_COMPONENTS') writer = attribute(tag, 'writerId')?.toLowerCase();
    if (tag.local !== 'COMPONENT' || writer === undefined) return;
    if (attribute(tag, 'backupSucceeded')?.toLowerCase() === 'no') failed.add(writer);
  });
  return [...failed];
}

/** @returns whether it was well-formed to its end */
function walk(text: string, onTag: (tag: SaxesTagNS) => void): boolean {
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', onTag);
  try {
    parser.write(text).close();
    return true;
  } catch {
    return false;
  }
}

function attribute(tag: SaxesTagNS | undefined, name: string): string | undefined {
  return Object.values(tag?.attributes ?? {}).find(({ local }) => local === name)?.value;
}

/** VSS hands out UTF-16, with or without a byte order mark and perhaps with the zero that ends a string; Tools may convert to UTF-8. */
function decode(bytes: Buffer): string {
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0x3c && bytes[1] === 0);
  const text = bytes.toString(wide ? 'utf16le' : 'utf8');
  return text.replace(/^\uFEFF/, '').replace(/[\0\s]+$/, '');
}
