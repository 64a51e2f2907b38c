import { expect, it } from 'vitest';
import { LineCounter } from 'yaml';
import { type PlacedFault, placedRefusal, TemplateRefusal } from '../../../src/template/placed-fault.ts';

/** A file of lines of ten characters. */
function layer(path: string): PlacedFault['layer'] {
  const lines = new LineCounter();
  for (let line = 0; line < 100; line++) lines.addNewLine(line * 10);
  return { path, lines };
}
const A = layer('a.yml');
const B = layer('b.yml');
const fault = (of: PlacedFault['layer'], offset: number, message: string): PlacedFault => ({
  layer: of,
  offset,
  message,
  hint: `mend ${message}`,
});

it('tells one fault by itself, with its own hint', () => {
  const refusal = placedRefusal(['a.yml'], [fault(A, 23, 'x')]);
  expect(refusal).toBeInstanceOf(TemplateRefusal);
  expect(refusal).toMatchObject({
    code: 'template-invalid',
    message: 'a.yml:3:4: x',
    hint: 'mend x',
    location: { file: 'a.yml', line: 3, column: 4 },
    faults: [{ location: { file: 'a.yml', line: 3, column: 4 }, message: 'x', hint: 'mend x' }],
  });
});

it('tells several in the order of the files, and of their places in one', () => {
  const given = [fault(B, 0, 'third'), fault(A, 40, 'second'), fault(A, 5, 'first')];
  const refusal = placedRefusal(['a.yml', 'b.yml'], given);
  expect(refusal.message).toBe(
    'a.yml has 3 faults:\na.yml:1:6: first. mend first\na.yml:5:1: second. mend second\nb.yml:1:1: third. mend third',
  );
  expect(refusal.hint).toBe('Correct each at its line and column.');
  expect(refusal.location).toEqual({ file: 'a.yml', line: 1, column: 6 });
  expect(refusal.faults.map(({ message }) => message)).toEqual(['first', 'second', 'third']);
  expect(given.map(({ message }) => message)).toEqual(['third', 'second', 'first']);
});

it.each([
  [40, 41, undefined],
  [41, 42, 'and 1 more'],
  [60, 42, 'and 20 more'],
])('shows of %i faults as many as anybody reads', (count, lines, more) => {
  const refusal = placedRefusal(
    ['a.yml'],
    Array.from({ length: count }, (_, at) => fault(A, at, `f${at}`)),
  );
  const told = refusal.message.split('\n');
  expect(told).toHaveLength(lines);
  expect(told.find((line) => line.startsWith('and '))).toBe(more);
  expect(refusal.faults).toHaveLength(count);
});

it('is no refusal without a fault', () => {
  expect(() => placedRefusal(['a.yml'], [])).toThrow('without saying why');
});
