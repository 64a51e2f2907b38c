import { expect, it } from 'vitest';
import { anchorOf, anchorsOfPage } from '../../../../scripts/site/anchors.ts';

it.each([
  ['Prepare a runner, step by step', 'prepare-a-runner-step-by-step'],
  ['`verify-quiesce` *live*', 'verify-quiesce-live'],
  ['Policy: application', 'policy-application'],
  ['Größe_1 & C:\\', 'größe_1--c'],
])('names the heading "%s" %s', (heading, anchor) => {
  expect(anchorOf(heading)).toBe(anchor);
});

it('numbers the headings of a page that have one name', () => {
  const anchor = anchorsOfPage();
  expect(['A b', 'c', 'A b', 'a b'].map(anchor)).toEqual(['a-b', 'c', 'a-b-1', 'a-b-2']);
});
