/** An INF file as sections of entries whose `%strkey%` tokens are replaced; the base of every reader of its meaning. */

import { FormatError } from '../../errors.ts';
import { decodeInf, type InfText } from './decode-inf.ts';
import { type InfEntry, type InfSections, parseInfSyntax } from './inf-syntax.ts';

/** Where the strings of an English Windows are looked up, most specific first ("INF Strings Section", Microsoft Learn). */
const STRING_SECTIONS = ['strings.0409', 'strings.0009', 'strings'];

/** Longest field after its tokens are replaced ("INF Size Limits" of the syntax rules). */
const MAX_FIELD = 4096;
/** Bound of the whole, against a file whose one long string is named a million times. */
const MAX_EXPANDED = 64 * 2 ** 20;

export class InfDocument {
  /** File name or path, for messages. */
  readonly name: string;
  private readonly source: InfText;
  private readonly sections: InfSections;
  private readonly strings: ReadonlyMap<string, string>;
  private readonly expanded = new Map<string, readonly InfEntry[]>();
  private expandedSize = 0;

  /** @throws FormatError when the bytes are no INF file */
  constructor(bytes: Uint8Array, name: string) {
    this.name = name;
    this.source = decodeInf(bytes, name);
    this.sections = parseInfSyntax(this.source, name);
    this.strings = collectStrings(this.sections);
  }

  /** The section's name as written, undefined when there is none; names are compared without case. */
  sectionName(name: string): string | undefined {
    return this.sections.get(name.toLowerCase())?.name;
  }

  /** Names of all sections, as first written. */
  sectionNames(): readonly string[] {
    return [...this.sections.values()].map((section) => section.name);
  }

  /** The entries of a section with tokens replaced, empty when there is no such section. */
  entries(section: string): readonly InfEntry[] {
    const name = section.toLowerCase();
    const known = this.expanded.get(name);
    if (known) return known;
    const entries = (this.sections.get(name)?.entries ?? []).map((entry) => ({
      ...entry,
      key: entry.key === undefined ? undefined : this.replaceTokens(entry.key, entry),
      values: entry.values.map((value) => this.replaceTokens(value, entry)),
    }));
    this.expanded.set(name, entries);
    return entries;
  }

  /** Every entry of that key in a section, in the order of the file. */
  entriesOf(section: string, key: string): readonly InfEntry[] {
    const wanted = key.toLowerCase();
    return this.entries(section).filter((entry) => entry.key?.toLowerCase() === wanted);
  }

  /** The first value of the first entry of that key. */
  value(section: string, key: string): string | undefined {
    return this.entriesOf(section, key)[0]?.values[0];
  }

  /**
   * Replaces `%strkey%` by its string and `%%` by a percent sign. A token that no Strings section defines stays as it
   * is: `%12%` is a directory identifier, whose meaning belongs to the reader of the value.
   */
  private replaceTokens(text: string, entry: InfEntry): string {
    if (!text.includes('%')) return text;
    let size = 0;
    const replaced = text.replace(/%([^%]*)%/g, (token, key: string) => {
      const value = key === '' ? '%' : (this.strings.get(key.toLowerCase()) ?? token);
      size += value.length;
      if (size > MAX_FIELD) throw this.wrongEntry(entry, `a field of at most ${MAX_FIELD} characters`, 'a longer one');
      return value;
    });
    this.expandedSize += replaced.length;
    if (this.expandedSize > MAX_EXPANDED) {
      throw this.wrongEntry(entry, `at most ${MAX_EXPANDED} characters of replaced strings`, 'more');
    }
    return replaced;
  }

  /** A FormatError that names the entry's place. */
  wrongEntry(entry: InfEntry, expected: string, found: string): FormatError {
    return new FormatError(
      this.name,
      this.source.byteOffset(entry.position),
      expected,
      `${found} (line ${entry.line})`,
    );
  }

  /** A FormatError for something that the file as a whole lacks. */
  missing(expected: string): FormatError {
    return new FormatError(this.name, 0, expected, 'nothing of the kind');
  }
}

function collectStrings(sections: InfSections): Map<string, string> {
  const strings = new Map<string, string>();
  for (const name of STRING_SECTIONS) {
    for (const { key, values } of sections.get(name)?.entries ?? []) {
      const wanted = key?.toLowerCase();
      // An unquoted string may hold commas: they were taken for separators.
      if (wanted !== undefined && !strings.has(wanted)) strings.set(wanted, values.join(','));
    }
  }
  return strings;
}
