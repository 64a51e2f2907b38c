import { describe, expect, it } from 'vitest';
import { drawScale } from '../../../src/report/draw-scale.ts';

const piece = (label: string, short: string, size: number) => ({ label, short, size });

describe('drawScale', () => {
  it('draws pieces to scale in 60 columns, the smallest one wide', () => {
    const text = drawScale([piece('1 ESP', '1', 260), piece('2 MSR', '2', 16), piece('3 Windows', '3', 40684)]);
    expect(text).toBe(
      [`┌─┬─┬${'─'.repeat(54)}┐`, `│1│2│3 Windows${' '.repeat(45)}│`, `└─┴─┴${'─'.repeat(54)}┘`].join('\n'),
    );
    for (const line of text.split('\n')) expect(line).toHaveLength(60);
  });

  it('shares columns in proportion, what is left over where most was cut off', () => {
    const border = (sizes: readonly number[], columns: number) =>
      drawScale(
        sizes.map((size) => piece('a', 'a', size)),
        columns,
      ).split('\n')[0];
    expect(border([1, 3], 11)).toBe('┌──┬──────┐');
    expect(border([1, 1], 12)).toBe('┌─────┬────┐');
    expect(border([2, 3], 11)).toBe('┌───┬─────┐');
    expect(border([1, 1, 1000], 12)).toBe('┌─┬─┬──────┐');
    // Too narrow for all of them: one column each, and no endless search for more.
    expect(border([1, 1, 1], 5)).toBe('┌─┬─┬─┐');
  });

  it('names a piece as long as there is room', () => {
    const names = (columns: number) => drawScale([piece('long', 'l', 1)], columns).split('\n')[1];
    expect(names(6)).toBe('│long│');
    expect(names(5)).toBe('│l  │');
    expect(drawScale([piece('long', 'lo', 1)], 3).split('\n')[1]).toBe('│ │');
  });

  it('takes pieces of no size, and none', () => {
    expect(drawScale([piece('a', 'a', 0), piece('b', 'b', 0)], 7).split('\n')[0]).toMatch(/^┌─+┬─+┐$/);
    expect(drawScale([])).toBe('');
  });
});
