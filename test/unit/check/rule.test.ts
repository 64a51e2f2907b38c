import { describe, expect, it } from 'vitest';
import { applyRules, bySeverity, forLevel, type Rule } from '../../../src/check/rule.ts';
import type { QuiesceFinding } from '../../../src/report/finding-codes.ts';

const finding = (severity: QuiesceFinding['severity'], seen: string, predicts?: QuiesceFinding['predicts']) => ({
  code: 'msr-missing' as const,
  severity,
  seen,
  remedy: 'Do it.',
  ...(predicts && { predicts }),
});

describe('applyRules', () => {
  const rule = (see: Rule<number>['see'], more: Partial<Rule<number>> = {}): Rule<number> => ({
    code: 'msr-missing',
    severity: 'warning',
    remedy: 'Do it.',
    source: 'Nowhere',
    see,
    ...more,
  });

  it('makes a finding of each sentence, in the order of the rules, and none of silence', () => {
    const rules = [
      rule((value) => [`${value} one`, `${value} two`]),
      rule(() => undefined),
      rule(() => []),
      rule((value) => `${value} alone`, { predicts: 'failed' }),
    ];
    expect(applyRules(rules, 7)).toEqual([
      finding('warning', '7 one'),
      finding('warning', '7 two'),
      finding('warning', '7 alone', 'failed'),
    ]);
    expect(applyRules(rules, 7)[0]).not.toHaveProperty('predicts');
  });
});

describe('bySeverity', () => {
  it('puts errors before warnings before information, and leaves equals in their order', () => {
    const mixed = [
      finding('info', 'a'),
      finding('warning', 'b'),
      finding('error', 'c'),
      finding('warning', 'd'),
      finding('error', 'e'),
    ];
    expect(bySeverity(mixed).map(({ seen }) => seen)).toEqual(['c', 'e', 'b', 'd', 'a']);
    expect(mixed.map(({ seen }) => seen)).toEqual(['a', 'b', 'c', 'd', 'e']);
  });
});

describe('forLevel', () => {
  it('calls no error what only stands in the way of more than was asked for', () => {
    const findings = [
      finding('error', 'a', 'filesystem'),
      finding('info', 'b', 'filesystem'),
      finding('error', 'c', 'failed'),
      finding('error', 'd'),
      finding('warning', 'e'),
    ];
    expect(forLevel(findings, 'application')).toEqual(findings);
    expect(forLevel(findings, 'filesystem')).toEqual([finding('warning', 'a', 'filesystem'), ...findings.slice(1)]);
  });
});
