/** The GitHub runner as a host: inputs from its variables, workflow commands, command files. */

import { appendFile } from 'node:fs/promises';
import { EOL } from 'node:os';
import type { Host } from '../job/host.ts';
import { readPlace } from '../job/place.ts';
import { inputVariable } from './input-variable.ts';
import { createToolRunner, endProgram } from './tools.ts';
import { appendValue, printCommand, printLine } from './workflow-commands.ts';

/** Names the state that tells the post step from the main step, and what it has to undo. */
export const STATE = 'stillframe';

export function githubHost(): Host {
  return {
    log: {
      info: printLine,
      warning: (message) => printCommand('warning', message),
      debug: (message) => printCommand('debug', message),
      group: async (title, body) => {
        printCommand('group', title);
        try {
          return await body();
        } finally {
          printCommand('endgroup', '');
        }
      },
      annotate: (severity, text, at) =>
        printCommand(severity, text, at && { file: at.file, line: at.line, col: at.column }),
    },
    readRaw: (name) => process.env[inputVariable(name)],
    mask: (secret) => printCommand('add-mask', secret),
    place: () => readPlace(process.env),
    createTools: createToolRunner,
    endProgram,
    setOutput: (name, value) => appendValue(process.env.GITHUB_OUTPUT, name, value),
    writeSummary: async (markdown) => {
      const file = process.env.GITHUB_STEP_SUMMARY;
      if (markdown.trim() !== '' && file) await appendFile(file, `${markdown}${EOL}`);
    },
    // By its file alone: the old command would print what a session needs into the log.
    saveState: (state) => appendValue(process.env.GITHUB_STATE, STATE, state),
  };
}
