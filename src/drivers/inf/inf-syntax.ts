/**
 * The syntax of an INF file: sections, entries, values. Source: "General Syntax Rules for INF Files" (Microsoft Learn).
 * One pass over the text, no backtracking: the time is proportional to the length whatever the bytes are.
 */

import { FormatError } from '../../errors.ts';
import type { InfText } from './decode-inf.ts';

/** One entry: `key = value, value…`, or values alone. Quotes and continuations are resolved, `%strkey%` is not yet. */
export interface InfEntry {
  readonly key: string | undefined;
  /** Omitted values between commas are empty strings. */
  readonly values: readonly string[];
  /** Line on which the entry begins, from 1. */
  readonly line: number;
  /** Where the entry begins in the decoded text; `InfText.byteOffset` makes a file offset of it. */
  readonly position: number;
}

interface InfSection {
  /** As first written. */
  readonly name: string;
  readonly line: number;
  readonly entries: readonly InfEntry[];
}

/** Sections by lower-case name; those of the same name are merged, as Windows does. */
export type InfSections = ReadonlyMap<string, InfSection>;

/** Longest section name that Windows accepts. */
const MAX_SECTION_NAME = 255;

/**
 * What stands before the first section belongs to none and means nothing, as to Windows: samples of Microsoft begin with a comment there.
 * @throws FormatError for an unclosed or too long section name
 */
export function parseInfSyntax(source: InfText, name: string): InfSections {
  const sections = new Map<string, { name: string; line: number; entries: InfEntry[] }>();
  const scanner = new Scanner(source.text);
  let entries: InfEntry[] | undefined;
  const fail = (expected: string, found: string): never => {
    throw new FormatError(name, source.byteOffset(scanner.position), expected, `${found} (line ${scanner.line})`);
  };

  while (scanner.skipToContent()) {
    const line = scanner.line;
    if (scanner.peek() === '[') {
      const sectionName = scanner.readSectionName();
      if (sectionName === undefined) return fail('a closing ] after the section name', 'the end of the line');
      if (sectionName.length > MAX_SECTION_NAME) {
        return fail(`a section name of at most ${MAX_SECTION_NAME} characters`, `${sectionName.length} characters`);
      }
      const key = sectionName.toLowerCase();
      const section = sections.get(key) ?? { name: sectionName, line, entries: [] };
      sections.set(key, section);
      entries = section.entries;
    } else {
      const { position } = scanner;
      const entry = { ...scanner.readEntry(), line, position };
      entries?.push(entry);
    }
  }
  return sections;
}

const isBlank = (char: string): boolean =>
  char === ' ' || char === '\t' || char === '\0' || char === '\v' || char === '\f';
const isLineEnd = (char: string): boolean => char === '\n' || char === '\r' || char === '';

class Scanner {
  position = 0;
  line = 1;
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  peek(): string {
    return this.text.charAt(this.position);
  }

  /** Moves over blanks, empty lines and comments; false at the end of the text. */
  skipToContent(): boolean {
    while (this.position < this.text.length) {
      const char = this.peek();
      if (char === ';') this.skipLine();
      else if (char === '\n' || char === '\r') this.skipLineEnd();
      else if (isBlank(char)) this.position++;
      else return true;
    }
    return false;
  }

  /** The name between the brackets, exactly as written; whatever follows on the line is ignored. */
  readSectionName(): string | undefined {
    const start = ++this.position;
    while (!isLineEnd(this.peek())) {
      if (this.peek() === ']') {
        const name = this.text.slice(start, this.position);
        this.skipLine();
        return name;
      }
      this.position++;
    }
    return undefined;
  }

  readEntry(): { key: string | undefined; values: string[] } {
    let key: string | undefined;
    const values: string[] = [];
    for (;;) {
      const { text, stop } = this.readField(key === undefined && values.length === 0);
      if (stop === '=') {
        key = text;
      } else {
        values.push(text);
        if (stop !== ',') break;
      }
    }
    // A comma, or an equals sign, with nothing behind it adds no value.
    if (values.at(-1) === '') values.pop();
    return { key, values };
  }

  /** Reads to the next comma, to `=` where a key may end, or to the end of the entry. */
  private readField(keyAllowed: boolean): { text: string; stop: ',' | '=' | 'end' } {
    const parts: string[] = [];
    // Blanks wait here until something follows them: those at the end of a field do not belong to it.
    let blanks = '';
    const take = (piece: string): void => {
      parts.push(parts.length === 0 ? '' : blanks, piece);
      blanks = '';
    };
    for (;;) {
      const char = this.peek();
      if (isLineEnd(char)) return { text: parts.join(''), stop: 'end' };
      if (char === ';') {
        this.skipLine();
        return { text: parts.join(''), stop: 'end' };
      }
      if (char === ',' || (char === '=' && keyAllowed)) {
        this.position++;
        return { text: parts.join(''), stop: char };
      }
      if (char === '"') {
        take(this.readQuoted());
      } else if (char === '\\') {
        const backslashes = this.readBackslashes();
        if (backslashes === undefined) {
          blanks = '';
          this.skipBlanks();
        } else {
          take(backslashes);
        }
      } else if (char === '%') {
        take(this.readToken());
      } else if (isBlank(char)) {
        blanks += ' ';
        this.position++;
      } else {
        take(this.readPlain());
      }
    }
  }

  private readPlain(): string {
    const start = this.position++;
    while (!/[\s\0\v\f;,="\\%]|^$/.test(this.peek())) this.position++;
    // An equals sign that ends no key is taken by the caller's next turn.
    return this.text.slice(start, this.position);
  }

  /** The text inside quotes; a doubled quote stands for one. A quote left open ends with its line. */
  private readQuoted(): string {
    const parts: string[] = [];
    this.position++;
    let start = this.position;
    for (;;) {
      const char = this.peek();
      if (isLineEnd(char)) break;
      if (char === '"') {
        parts.push(this.text.slice(start, this.position));
        this.position++;
        start = this.position;
        if (this.peek() !== '"') return parts.join('');
      }
      this.position++;
    }
    parts.push(this.text.slice(start, this.position));
    return parts.join('');
  }

  /**
   * At a backslash: undefined when it continues the entry on the next line (only blanks, further backslashes and a
   * comment may stand between), else the backslashes themselves.
   */
  private readBackslashes(): string | undefined {
    const start = this.position;
    let end = start;
    while (this.peek() === '\\' || isBlank(this.peek())) {
      this.position++;
      if (this.text.charAt(this.position - 1) === '\\') end = this.position;
    }
    if (this.peek() === ';') this.skipLine();
    if (!isLineEnd(this.peek())) {
      // Up to the last of them: what was looked at once is not looked at again.
      this.position = end;
      return this.text.slice(start, end);
    }
    this.skipLineEnd();
    return undefined;
  }

  /** `%strkey%` as one piece, so that a semicolon or comma within is no comment and no separator; `%%` likewise. */
  private readToken(): string {
    const start = this.position++;
    if (this.peek() === '%') {
      this.position++;
      return '%%';
    }
    if (isBlank(this.peek())) return '%';
    let end = this.position;
    while (!/["=%\r\n]|^$/.test(this.text.charAt(end))) end++;
    if (this.text.charAt(end) !== '%') return '%';
    this.position = end + 1;
    return this.text.slice(start, this.position);
  }

  private skipBlanks(): void {
    while (isBlank(this.peek())) this.position++;
  }

  private skipLine(): void {
    while (!isLineEnd(this.peek())) this.position++;
  }

  private skipLineEnd(): void {
    if (this.peek() === '\r') this.position++;
    if (this.peek() === '\n') this.position++;
    this.line++;
  }
}
