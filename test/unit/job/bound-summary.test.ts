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

it('keeps all that its bound leaves room for', () => {
  const note = boundSummary('\n'.repeat(1001), 1000).replace(/^\n+(?=\n\n\*)/, '');
  expect(note).toMatch(/^\n\n\*The rest is left out, since GitHub drops larger summaries; .*\*\n$/);
  expect(boundSummary('\n'.repeat(1001), 1000)).toHaveLength(1000 - 64);
});

it('has a bound of 900 KiB', () => {
  const most = '\n'.repeat(900 * 1024);
  expect(boundSummary(most)).toBe(most);
  expect(boundSummary(`${most}\n`).length).toBe(900 * 1024 - 64);
});

it('closes nothing that is closed, or that is no fence', () => {
  const rest = 'x\n'.repeat(500);
  const fence = '```\na\n```\n';
  for (const begin of [`${fence}${fence}`, `a \`\`\` b\n`, '<details>\n</details>\n', '</details>\n']) {
    expect(boundSummary(begin + rest, 600)).toMatch(/x\n\n\n\*The rest/);
  }
  expect(boundSummary(`<details>\n<details>\n${rest}`, 600)).toMatch(/x\n(?:\n<\/details>\n){2}\n\n\*The rest/);
  expect(boundSummary(`${fence}\`\`\`\n${rest}`, 600)).toMatch(/x\n```\n\n\n\*The rest/);
});

it('closes a fence and a fold that it cut', () => {
  expect(boundSummary(`\`\`\`text\n${'x\n'.repeat(500)}`, 600)).toMatch(/x\n```\n\n\n\*The rest/);
  expect(boundSummary(`<details>\n${'x\n'.repeat(500)}</details>`, 600)).toMatch(/x\n\n<\/details>\n\n\n\*The rest/);
  expect(boundSummary(`\`\`\`\na\n\`\`\`\n${'x\n'.repeat(500)}`, 600)).toMatch(/x\n\n\n\*The rest/);
});
