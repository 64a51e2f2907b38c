import { expect, it } from 'vitest';
import { ROOT } from '../../../../scripts/root.ts';
import { addressFrom, kindOf, targetOf } from '../../../../scripts/site/targets.ts';

it.each([
  ['docs/limits.md', 'markdown', 'docs/limits.html'],
  ['README.md', 'markdown', 'index.html'],
  ['docs/README.md', 'markdown', 'docs/index.html'],
  ['schema/lock.schema.json', 'code', 'schema/lock.schema.json.html'],
  ['.github/workflows/ci.yml', 'code', 'github/workflows/ci.yml.html'],
  ['docs/adr', 'folder', 'docs/adr/index.html'],
  ['docs/images/release-page-light.png', 'picture', 'docs/images/release-page-light.png'],
])('puts %s, a %s, at %s', (path, kind, target) => {
  expect(kindOf(ROOT, path, 'x')).toBe(kind);
  expect(targetOf(path, kindOf(ROOT, path, 'x'))).toBe(target);
});

it('takes no page for an index whose name only ends like one', () => {
  expect(targetOf('docs/NOREADME.md', 'markdown')).toBe('docs/NOREADME.html');
});

it('says who leads nowhere', () => {
  expect(() => kindOf(ROOT, 'docs/none.md', 'docs/a.md: none.md')).toThrow('docs/a.md: none.md leads nowhere');
});

it.each([
  ['docs/a.html', 'docs/b.html', 'b.html'],
  ['docs/a.html', 'index.html', '../index.html'],
  ['actions/x/index.html', 'docs/a.html', '../../docs/a.html'],
  ['index.html', 'docs/a.html', 'docs/a.html'],
  ['docs/a.html', 'docs/a.html', 'a.html'],
])('as seen from %s, %s is %s', (from, to, address) => {
  expect(addressFrom(from, to)).toBe(address);
});
