/** What the guest says of itself before its last status (docs/first-boot.md), read from base64 of JSON. */

import type { FirstBootResult, FirstBootStepResult } from '../products/guest-words.ts';

/** Undefined for anything that is not what the guest writes: from inside of a VM nothing is taken on trust. */
export function parseGuestResult(text: string | undefined): FirstBootResult | undefined {
  if (text === undefined) return undefined;
  try {
    const found = JSON.parse(Buffer.from(text, 'base64').toString('utf8')) as Record<keyof FirstBootResult, unknown>;
    const { build, imageState, answerFiles, codePage, steps } = found;
    if (typeof build !== 'string' || !/^\d{4,5}\.\d{1,6}$/.test(build) || typeof imageState !== 'string')
      return undefined;
    if (!Array.isArray(answerFiles) || !answerFiles.every((path) => typeof path === 'string')) return undefined;
    if (!Array.isArray(steps) || !steps.every(isStep)) return undefined;
    return {
      build,
      imageState,
      answerFiles: answerFiles as string[],
      codePage: typeof codePage === 'number' ? codePage : 0,
      steps: steps.map(({ id, result, attempts, ended }) => ({ id, result, attempts, ended })),
    };
  } catch {
    return undefined;
  }
}

function isStep(step: unknown): step is FirstBootStepResult {
  const { id, result, attempts, ended } = (step ?? {}) as Record<keyof FirstBootStepResult, unknown>;
  return (
    typeof id === 'string' && typeof result === 'string' && typeof attempts === 'number' && typeof ended === 'string'
  );
}
