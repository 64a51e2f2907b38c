/** Whether each test of a known fault failed against the old release, and for the reason of its line. */

import type { Reason } from './reason.ts';

export interface Outcome {
  readonly fullName: string;
  readonly status: string;
  readonly failureMessages?: readonly string[];
}

export interface Judged {
  /** Such as "C.15". */
  readonly line: string;
  /** The test's name from its number on. */
  readonly test: string;
  /** What the old release did; undefined for a test that shows nothing. */
  readonly did?: string;
  /** Why it shows nothing. */
  readonly fault?: string;
}

/** In the full name of a test: the describe block or the test itself may carry the number. */
export const NUMBER = /(?:^|\s)([A-F]\.\d+) /;

/** The tests of known faults among those that ran, each with what it shows. */
export function judge(tests: readonly Outcome[], reasons: readonly Reason[]): Judged[] {
  return tests.flatMap((test) => {
    const found = NUMBER.exec(test.fullName);
    if (found?.[1] === undefined) return [];
    const title = test.fullName.slice(found.index).trimStart();
    return [{ line: found[1], test: title, ...seen(test, reasonFor(title, reasons)) }];
  });
}

/** What no test showed: a line without one, a reason that none needs. Asked of whole runs alone. */
export function unproven(judged: readonly Judged[], lines: readonly string[], reasons: readonly Reason[]): string[] {
  const idle = reasons.filter((reason) => !judged.some(({ test }) => reasonFor(test, reasons) === reason));
  return [
    ...lines.filter((line) => !judged.some((each) => each.line === line)).map((line) => `${line} has no test`),
    ...idle.map(({ test }) => `no test begins with "${test}", which has a reason`),
  ];
}

function reasonFor(title: string, reasons: readonly Reason[]): Reason | undefined {
  const fitting = reasons.filter(({ test }) => title.startsWith(test));
  return fitting.sort((a, b) => b.test.length - a.test.length)[0];
}

function seen({ status, failureMessages = [] }: Outcome, reason: Reason | undefined): Partial<Judged> {
  if (status === 'passed') return { fault: 'passes there' };
  if (status !== 'failed') return { fault: 'did not run' };
  const said = messageOf(failureMessages);
  if (reason === undefined) return { fault: `has no reason in scripts/regressions; it says: ${said}` };
  return reason.says.test(said) ? { did: reason.did } : { fault: `fails for another reason: ${said}` };
}

/** What a test said, without the places in the code. */
function messageOf(messages: readonly string[]): string {
  const lines = messages.join('\n').split('\n');
  return lines.filter((line) => !/^\s+at /.test(line)).join('\n');
}
