/** Ends the programs of a run that was killed: they outlive it on Linux, where the runner ends its process alone. */

import type { Log } from '../context.ts';
import { explainError } from './explain-error.ts';
import type { RecordedProgram } from './held-record.ts';
import type { Host } from './host.ts';

/** Never throws: what is held is undone all the same. */
export async function endPrograms(
  programs: readonly RecordedProgram[],
  { log, endProgram }: Pick<Host, 'endProgram'> & { readonly log: Pick<Log, 'info' | 'warning'> },
): Promise<void> {
  for (const program of programs) {
    try {
      if (await endProgram(program))
        log.info(`Ended process ${program.pid}, which a killed run had left, and what it had started`);
    } catch (error) {
      log.warning(`Could not end process ${program.pid}: ${explainError(error).message}`);
    }
  }
}
