/** Writes a file that holds all of its mutants, each behind a switch; with all switches off it does what the original does. */

import type { Mutant, Wrapping } from './mutant.ts';

/** What a switch calls; workers started from a function's text have none, and then no mutant either. */
const SWITCH = 'globalThis.__mutant?.';

/** Outermost first where two changes cover the same text. */
const ORDER: readonly Wrapping[] = ['statement', 'element', 'property', 'expression'];

/** `mutants` are those of this file. The result has as many lines as the original up to the changes. */
export function instrument(source: string, mutants: readonly Mutant[]): string {
  const sorted = mutants.toSorted(
    (a, b) => a.start - b.start || b.end - a.end || ORDER.indexOf(a.wrapping) - ORDER.indexOf(b.wrapping),
  );
  return render(source, 0, source.length, sorted);
}

/** The text from start to end; `mutants` are sorted and lie in it. */
function render(source: string, start: number, end: number, mutants: readonly Mutant[]): string {
  let text = '';
  let at = start;
  for (let index = 0; index < mutants.length; ) {
    const outer = mutants[index] as Mutant;
    let next = index + 1;
    while (next < mutants.length && (mutants[next] as Mutant).start < outer.end) next++;
    const inside = mutants.slice(index, next);
    const same = inside.filter((other) => covers(other, outer));
    const original = render(source, outer.start, outer.end, inside.slice(same.length));
    text += source.slice(at, outer.start) + wrap(same, original);
    at = outer.end;
    index = next;
  }
  return text + source.slice(at, end);
}

function covers(a: Mutant, b: Mutant): boolean {
  return a.start === b.start && a.end === b.end && a.wrapping === b.wrapping;
}

function wrap(same: readonly Mutant[], original: string): string {
  const on = same.map(({ id }) => `${SWITCH}(${id})`);
  switch ((same[0] as Mutant).wrapping) {
    case 'expression':
      return `(${same.map(({ replacement }, index) => `${on[index]} ? (${replacement}) : `).join('')}(${original}))`;
    case 'statement':
      // In braces, or an `else` behind it would belong to this `if`.
      return `{ if (!(${on.join(' || ')})) ${original} }`;
    case 'element':
      return `...(${on.join(' || ')} ? [] : [${original}])`;
    case 'property':
      return `...(${on.join(' || ')} ? {} : {${original}})`;
  }
}
