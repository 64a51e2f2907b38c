import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseSource, walk } from '../../../scripts/mutate/syntax.ts';
import { ROOT } from '../../../scripts/root.ts';

const MATCHERS = ['toMatchObject', 'toEqual', 'toStrictEqual', 'objectContaining'];

/** Values written as regular expressions in what a matcher compares with: Vitest lets any text pass for them. */
function regexesIn(file: string, text: string): string[] {
  const found: string[] = [];
  for (const { node, field, parent } of walk(parseSource(file, text))) {
    if (node.type !== 'Literal' || !node.regex || field !== 'value' || parent?.node.type !== 'Property') continue;
    let at = parent.parent;
    while (at && ['ObjectExpression', 'ArrayExpression', 'Property'].includes(at.node.type)) at = at.parent;
    const name = at?.node.type === 'CallExpression' ? at.node.callee.property?.name : undefined;
    if (MATCHERS.includes(name)) found.push(`${file}: ${text.slice(node.start, node.end)} in ${name}`);
  }
  return found;
}

it('compare text with expect.stringMatching, never with a bare regular expression, which any text would pass', () => {
  const files = globSync('test/**/*.test.ts', { cwd: ROOT })
    .map((file) => ({ file, text: readFileSync(`${ROOT}/${file}`, 'utf8') }))
    .filter(({ text }) => /\w: \/[^/*]/.test(text) && MATCHERS.some((name) => text.includes(`${name}(`)));
  expect(files.flatMap(({ file, text }) => regexesIn(file, text))).toEqual([]);
});

it('tells a bare expression from one that is matched', () => {
  const text = `expect(a).toMatchObject({ b: [{ c: /x/ }], d: expect.stringMatching(/y/) }); call({ e: /z/ });`;
  expect(regexesIn('a.test.ts', text)).toEqual(['a.test.ts: /x/ in toMatchObject']);
});
