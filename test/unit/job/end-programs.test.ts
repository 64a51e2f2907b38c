import { expect, it } from 'vitest';
import { endPrograms } from '../../../src/job/end-programs.ts';

it('ends each program, says which was alive, and goes on after one that cannot be ended', async () => {
  const said: string[] = [];
  const ended: number[] = [];
  const programs = [1, 2, 3].map((pid) => ({ pid, started: String(pid) }));
  await endPrograms(programs, {
    log: { info: (text) => said.push(text), warning: (text) => said.push(`warning: ${text}`) },
    endProgram: async ({ pid, started }) => {
      expect(started).toBe(String(pid));
      if (pid === 1) throw new Error('no rights');
      ended.push(pid);
      return pid === 3;
    },
  });
  expect(ended).toEqual([2, 3]);
  expect(said).toEqual([
    'warning: Could not end process 1: no rights',
    'Ended process 3, which a killed run had left, and what it had started',
  ]);
});
