/** The GitHub runner as a host: inputs from its variables, workflow commands, command files. */

import * as core from '@actions/core';
import type { Host } from '../job/host.ts';
import { readPlace } from '../job/place.ts';
import { givenInputs, inputVariable } from './input-variable.ts';
import { STATE } from './post-step.ts';
import { createToolRunner, endProgram } from './tools.ts';

export function githubHost(): Host {
  return {
    log: {
      info: core.info,
      warning: (message) => core.warning(message),
      debug: core.debug,
      group: core.group,
      annotate: (severity, text, at) => {
        const place = at && { file: at.file, startLine: at.line, startColumn: at.column };
        if (severity === 'error') core.error(text, place);
        else core.warning(text, place);
      },
    },
    readRaw: (name) => process.env[inputVariable(name)],
    givenInputs: () => givenInputs(process.env),
    mask: core.setSecret,
    place: () => readPlace(process.env),
    createTools: createToolRunner,
    endProgram,
    setOutput: core.setOutput,
    writeSummary: async (markdown) => {
      if (markdown.trim() === '' || !process.env.GITHUB_STEP_SUMMARY) return;
      await core.summary.addRaw(markdown, true).write();
    },
    // By its file alone: the old command would print what a session needs into the log.
    saveState: (state) => {
      if (process.env.GITHUB_STATE) core.saveState(STATE, state);
    },
  };
}
