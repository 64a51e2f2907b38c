/**
 * The files of the first boot: batch files, which need no policy and no foreign binaries, and one of PowerShell. Those that never change are
 * in `scripts`, one file each; a step becomes a file of its own.
 */

import type { AfterFirstBoot, BakeHost } from '../../products/guest-words.ts';
import type { FirstBootStep } from './first-boot-step.ts';
import { CLEAR_AWAY } from './scripts/clear-away.ts';
import { CLONE_SETUP_COMPLETE, CLONE_SETUP_COMPLETE_LATER } from './scripts/clone-setup-complete.ts';
import { GENERALIZE } from './scripts/generalize.ts';
import { LEAVE_HYPER_V } from './scripts/leave-hyper-v.ts';
import { LOG_FILE_SYSTEM } from './scripts/log-file-system.ts';
import { PUBLISH } from './scripts/publish.ts';
import { PUBLISH_GUESTINFO } from './scripts/publish-guestinfo.ts';
import { REGISTER } from './scripts/register.ts';
import { REMOVE_ANSWER_FILES } from './scripts/remove-answer-files.ts';
import { RESTART_PENDING } from './scripts/restart-pending.ts';
import { RUN_STEPS } from './scripts/run-steps.ts';
import { SEAL } from './scripts/seal.ts';
import { STATUS } from './scripts/status.ts';
import { STOP_AUTOLOGON } from './scripts/stop-autologon.ts';
import { TELL_HYPER_V } from './scripts/tell-hyper-v.ts';
import { WAIT_FOR_HOST } from './scripts/wait-for-host.ts';
import { WAIT_FOR_SETUP } from './scripts/wait-for-setup.ts';

export interface FirstBootFile {
  /** Relative to the stage folder, with `/`. */
  readonly path: string;
  /** CRLF. */
  readonly text: string;
}

export interface FirstBootEnd {
  readonly afterFirstBoot: AfterFirstBoot;
  /** With `generalize`: the answer file for the first start of the clones. */
  readonly cloneUnattend: string | undefined;
  /** Whose machine the first start is on. */
  readonly bakeHost: BakeHost;
}

/**
 * How the part of a first boot ends that Hyper-V leaves for vSphere: in the template itself, or, where that is generalized and every start
 * is one of a clone, in each of these.
 */
export function afterLater(afterFirstBoot: AfterFirstBoot): AfterFirstBoot {
  return afterFirstBoot === 'generalize' ? 'stay' : afterFirstBoot;
}

/** All files, whether steps are asked for or not: an answer file has to go in any case. */
export function firstBootFiles(steps: readonly FirstBootStep[], end: FirstBootEnd): readonly FirstBootFile[] {
  const later = end.bakeHost === 'hyper-v' && steps.some(({ onVsphere }) => onVsphere);
  const texts: readonly (readonly [string, string])[] = [
    ['register.cmd', REGISTER],
    ['first-boot.cmd', RUN_STEPS],
    ['status.cmd', STATUS],
    ['publish.cmd', PUBLISH],
    ['publish.ps1', PUBLISH_GUESTINFO],
    ['wait-for-setup.cmd', WAIT_FOR_SETUP],
    ['clear-away.cmd', CLEAR_AWAY],
    ...endTexts(end, later),
    ...(end.bakeHost === 'hyper-v' ? hyperVTexts(end, later) : []),
    ['steps/00-remove-answer-files.cmd', REMOVE_ANSWER_FILES],
    ['steps/05-log-file-system.cmd', LOG_FILE_SYSTEM],
    ...steps.map((step) => [`${later && step.onVsphere ? 'later' : 'steps'}/${step.id}.cmd`, stepText(step)] as const),
  ];
  return texts.map(([path, text]) => ({ path, text: batchText(text) }));
}

function hyperVTexts({ afterFirstBoot }: FirstBootEnd, later: boolean): readonly (readonly [string, string])[] {
  return [
    ['tell-hyper-v.cmd', TELL_HYPER_V],
    ['leave-hyper-v.cmd', LEAVE_HYPER_V],
    ...(later ? [['after-later.txt', `${afterLater(afterFirstBoot)}\n`] as const] : []),
  ];
}

function endTexts(
  { afterFirstBoot, cloneUnattend }: FirstBootEnd,
  later: boolean,
): readonly (readonly [string, string])[] {
  return [
    ['after-first-boot.txt', `${afterFirstBoot}\n`],
    ...(afterFirstBoot === 'stay' ? [] : [['wait-for-host.cmd', WAIT_FOR_HOST] as const]),
    ...(cloneUnattend === undefined
      ? []
      : ([
          ['seal.cmd', SEAL],
          ['restart-pending.cmd', RESTART_PENDING],
          ['stop-autologon.cmd', STOP_AUTOLOGON],
          ['generalize.cmd', GENERALIZE],
          ['clone-unattend.xml', cloneUnattend],
          ['clone-setup-complete.cmd', later ? CLONE_SETUP_COMPLETE_LATER : CLONE_SETUP_COMPLETE],
        ] as const)),
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
