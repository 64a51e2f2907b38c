/** The traps of batch files, each as a rule: what it finds is a line that cmd.exe reads otherwise than it is meant. */

export interface BatchLine {
  readonly number: number;
  readonly text: string;
  /** How many blocks are open where it begins, and their number, which the lines of one block share. */
  readonly depth: number;
  readonly block: number;
}

type Rule = (lines: readonly BatchLine[]) => readonly string[];

/** Variables that Windows has. */
const OF_WINDOWS = /^(?:SystemRoot|SystemDrive|ProgramFiles|DATE|TIME|ERRORLEVEL|USERNAME)$/i;
/** Those of them whose value has spaces on every Windows. */
const WITH_SPACES = /%ProgramFiles(?:\(x86\))?%/i;

/** Without what stands in quotation marks, so that brackets and signs in it do not count. */
const bare = (text: string): string => text.replaceAll(/"[^"]*"/g, '""');

export function batchLines(text: string): readonly BatchLine[] {
  let depth = 0;
  let block = 0;
  return text.split(/\r?\n/).map((line, index) => {
    const own = line.trim();
    // A block ends where its bracket stands, also in front of an else.
    if (own.startsWith(')')) depth -= 1;
    const found = { number: index + 1, text: own, depth, block };
    if (/\($/.test(bare(own))) {
      if (depth === 0) block += 1;
      depth += 1;
    }
    return found;
  });
}

const told = (lines: readonly BatchLine[]): readonly string[] => lines.map(({ number, text }) => `${number}: ${text}`);
const labels = (lines: readonly BatchLine[]): readonly string[] =>
  lines.flatMap(({ text }) => /^:([\w-]+)/.exec(text)?.[1]?.toLowerCase() ?? []);
const jumps = ({ text }: BatchLine): readonly string[] =>
  [...text.matchAll(/\b(?:goto|call) +:([\w-]+)/gi)].map((found) => found[1]?.toLowerCase() ?? '');
const isRem = ({ text }: BatchLine): boolean => /^(?:rem\b|::)/i.test(text);
const setsIn = (lines: readonly BatchLine[]): readonly string[] =>
  lines.flatMap(({ text }) =>
    [...text.matchAll(/\bset +(?:\/[ap] +)?"?(\w+)[+*/-]?=/gi)].map((found) => found[1]?.toUpperCase() ?? ''),
  );
const usesIn = ({ text }: BatchLine): readonly string[] =>
  [...text.replaceAll(/%%~?\w*/g, '').matchAll(/%([A-Za-z]\w*(?:\(x86\))?)%/g)].map(
    (found) => found[1]?.toUpperCase() ?? '',
  );

export const BATCH_RULES = {
  'is ASCII: cmd.exe reads it in the code page of the machine': (lines) =>
    told(lines.filter(({ text }) => !/^[\x20-\x7e]*$/.test(text))),
  'has lines that cmd.exe takes': (lines) => told(lines.filter(({ text }) => text.length > 8191)),
  'is quiet from its first line': (lines) => (lines[0]?.text === '@echo off' ? [] : told(lines.slice(0, 1))),
  'has each label once, and jumps to those that it has': (lines) => {
    const own = labels(lines);
    const twice = lines.filter(({ text }) => {
      const label = /^:([\w-]+)/.exec(text)?.[1]?.toLowerCase();
      return label !== undefined && own.filter((each) => each === label).length > 1;
    });
    const lost = lines.filter((line) => jumps(line).some((label) => !own.includes(label) && label !== 'eof'));
    const all = lines.flatMap(jumps);
    const unused = lines.filter(({ text }) => {
      const label = /^:([\w-]+)/.exec(text)?.[1]?.toLowerCase();
      return label !== undefined && !all.includes(label);
    });
    // Without the colon `goto x` and `goto :eof` differ.
    const plain = lines.filter(({ text }) => /\bgoto +[^:\s]/i.test(bare(text)));
    return told([...twice, ...lost, ...unused, ...plain]);
  },
  'has no label in a block': (lines) => told(lines.filter(({ text, depth }) => depth > 0 && text.startsWith(':'))),
  'closes its blocks': (lines) => {
    const end = lines.at(-1);
    return end === undefined || end.depth === 0 ? [] : [`${end.depth} blocks are open at its end`];
  },
  'doubles the percent sign of a loop': (lines) =>
    told(lines.filter(({ text }) => /\bfor\b(?: +\/\w(?: +"[^"]*")?)* +%[^%]/i.test(text))),
  'ends itself alone, with a code': (lines) =>
    told(
      lines.filter(({ text }) =>
        [...bare(text).matchAll(/(?<!\/c )\bexit\b(.*)/gi)].some(
          ([, rest = '']) => !/^ \/b (?:-?\d+|%\w+%|!\w+!)\)?(?: |$)/.test(rest),
        ),
      ),
    ),
  'comes back from another batch file': (lines) =>
    told(
      lines.filter(({ text }) => {
        const command = text.replace(/^if (?:not )?(?:(?:exist|defined|errorlevel) (?:"[^"]*"|\S+)|\S+ \S+ \S+) /i, '');
        return /^"?[\w%~:\\ .-]+\.(?:cmd|bat)\b/i.test(command) && !/^(?:call|copy|move|del) /i.test(command);
      }),
    ),
  'writes no digit before a redirection': (lines) =>
    told(lines.filter(({ text }) => /\becho\b.*[\d%!]>/i.test(bare(text)))),
  'reads in a block nothing that was set in it': (lines) =>
    told(
      lines.filter((line) => {
        const together = lines.filter(({ depth, block }) => depth > 0 && block === line.block);
        return line.depth > 0 && usesIn(line).some((name) => setsIn(together).includes(name));
      }),
    ),
  'has delayed values only where they are switched on': (lines) => {
    const on = lines.findIndex(({ text }) => /\bEnableDelayedExpansion\b/i.test(text));
    return told(
      lines.filter((line, index) => !isRem(line) && /![A-Z_]\w*!/i.test(line.text) && (on < 0 || index < on)),
    );
  },
  'knows every variable': (lines) => {
    const own = setsIn(lines);
    return told(
      lines.filter((line) => {
        const rest = line.text
          .replaceAll(/%%~?\w*/g, '')
          .replaceAll(/%~?[a-z]*[*\d]/gi, '')
          .replaceAll(/%[A-Za-z]\w*%/g, '')
          .replaceAll(/ %[A-Za-z] in /g, '');
        return rest.includes('%') || usesIn(line).some((name) => !own.includes(name) && !OF_WINDOWS.test(name));
      }),
    );
  },
  'quotes what has spaces': (lines) =>
    told(
      lines.filter(({ text }) => {
        // What is set or said is no argument of anybody's.
        const open = bare(text.replace(/\becho\b.*|^set .*|\bcall status\.cmd .*/i, ''));
        return WITH_SPACES.test(open) || /%~\w*\d/.test(open);
      }),
    ),
  'compares nothing that may be empty without quotation marks': (lines) => {
    const never = (name: string): boolean =>
      /^ERRORLEVEL$/i.test(name) ||
      lines.some(({ text }) => new RegExp(`\\bset (?:/a )?"?${name}\\+?=[^\\s"]`, 'i').test(text));
    return told(
      lines.filter(({ text }) => {
        const compared = /\bif +(?:not +)?[!%](\w+)[!%] *(?:==|equ|neq|geq|gtr|leq|lss)/i.exec(text)?.[1];
        return compared !== undefined && !never(compared);
      }),
    );
  },
  'says no closing bracket in a block': (lines) =>
    told(
      lines.filter(({ text, depth }) => {
        const said = /\becho\b(.*)$/i.exec(bare(text))?.[1] ?? '';
        return depth > 0 && /(?<!\^)\)/.test(said);
      }),
    ),
} as const satisfies Readonly<Record<string, Rule>>;
