import { expect, it } from 'vitest';
import { boundSummary } from '../../../src/job/bound-summary.ts';

it('leaves alone what is small enough, by bytes', () => {
  expect(boundSummary('ä'.repeat(50), 100)).toBe('ä'.repeat(50));
  expect(boundSummary(`${'a'.repeat(100)}\n`, 101)).toBe(`${'a'.repeat(100)}\n`);
});

it('ends at the end of a line, within the bound, and says that there is more', () => {
  const cut = boundSummary('a line\n'.repeat(200), 600);
  expect(cut).toMatch(/^(a line\n)+\n\n\*The rest is left out.*\n$/);
  expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(600);
});

it('closes a fence and a fold that it cut', () => {
  expect(boundSummary(`\`\`\`text\n${'x\n'.repeat(500)}`, 600)).toMatch(/x\n```\n\n\n\*The rest/);
  expect(boundSummary(`<details>\n${'x\n'.repeat(500)}</details>`, 600)).toMatch(/x\n\n<\/details>\n\n\n\*The rest/);
  expect(boundSummary(`\`\`\`\na\n\`\`\`\n${'x\n'.repeat(500)}`, 600)).toMatch(/x\n\n\n\*The rest/);
});
