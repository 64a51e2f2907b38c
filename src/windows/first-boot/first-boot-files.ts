/**
 * The batch files of the first boot: no PowerShell policy, no foreign binaries. Those that never change are in `scripts`, one file
 * each; a step becomes a file of its own.
 */

import type { FirstBootStep } from './first-boot-step.ts';
import { LOG_FILE_SYSTEM } from './scripts/log-file-system.ts';
import { REGISTER } from './scripts/register.ts';
import { REMOVE_ANSWER_FILES } from './scripts/remove-answer-files.ts';
import { RUN_STEPS } from './scripts/run-steps.ts';
import { WAIT_FOR_SETUP } from './scripts/wait-for-setup.ts';

export interface BatchFile {
  /** Relative to the stage folder, with `/`. */
  readonly path: string;
  /** CRLF. */
  readonly text: string;
}

/** All files, whether steps are asked for or not: an answer file has to go in any case. */
export function firstBootFiles(steps: readonly FirstBootStep[]): readonly BatchFile[] {
  return [
    { path: 'register.cmd', text: batchText(REGISTER) },
    { path: 'first-boot.cmd', text: batchText(RUN_STEPS) },
    { path: 'wait-for-setup.cmd', text: batchText(WAIT_FOR_SETUP) },
    { path: 'steps/00-remove-answer-files.cmd', text: batchText(REMOVE_ANSWER_FILES) },
    { path: 'steps/05-log-file-system.cmd', text: batchText(LOG_FILE_SYSTEM) },
    ...steps.map((step) => ({ path: `steps/${step.id}.cmd`, text: batchText(stepText(step)) })),
  ];
}

/** Line ends as cmd.exe wants them: with bare line feeds it loses labels. */
export function batchText(text: string): string {
  return text.replaceAll('\n', '\r\n');
}

/** A step folds its own success codes into 0 and 3010, the only two that the runner knows. */
function stepText({ commands, okCodes, restartCodes }: FirstBootStep): string {
  return [
    '@echo off',
    ...commands,
    'set CODE=%ERRORLEVEL%',
    ...okCodes.map((code) => `if "%CODE%" == "${code}" exit /b 0`),
    ...restartCodes.map((code) => `if "%CODE%" == "${code}" exit /b 3010`),
    'exit /b %CODE%',
    '',
  ].join('\n');
}
