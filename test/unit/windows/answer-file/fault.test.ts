import { expect, it } from 'vitest';
import { type AnswerFault, refuseFaults } from '../../../../src/windows/answer-file/fault.ts';

const fault = (line: number, column: number, what: string): AnswerFault => ({
  element: { name: 'x', attributes: new Map(), text: '', children: [], line, column },
  what,
});

it('is nothing where there is none', () => {
  expect(() => refuseFaults('a.xml', [])).not.toThrow();
});

it('tells all, in their order in the file, and where the first one is', () => {
  const faults = [fault(12, 3, 'late'), fault(2, 9, 'second'), fault(2, 1, 'first')];
  expect(() => refuseFaults('a.xml', faults)).toThrow(
    expect.objectContaining({
      code: 'input-invalid',
      message:
        'The answer file a.xml would not do what it says: line 2, column 1: first; line 2, column 9: second; line 12, column 3: late',
      location: { file: 'a.xml', line: 2, column: 1 },
    }),
  );
});
