/** All engines, and which of them works here. */

import { createConvertEngine } from './convert-windowsimage/convert-windowsimage-engine.ts';
import { createDismEngine } from './dism/dism-engine.ts';
import type { EngineName, ImageEngine } from './engine.ts';
import { wimlibEngine } from './wimlib/wimlib-engine.ts';

export const ENGINES: Readonly<Record<EngineName, ImageEngine>> = {
  dism: createDismEngine(),
  'convert-windowsimage': createConvertEngine(),
  wimlib: wimlibEngine,
};

/** What `auto` stands for on that platform. */
export function defaultEngine(platform: NodeJS.Platform): EngineName {
  return platform === 'win32' ? 'dism' : 'wimlib';
}

/** Why an engine cannot work on that platform, and what to write instead; undefined when it can. */
export function engineObstacle(name: EngineName, platform: NodeJS.Platform): string | undefined {
  const { onWindows } = ENGINES[name];
  if (onWindows === (platform === 'win32')) return undefined;
  const where = onWindows ? 'on Windows alone' : 'on Linux alone';
  return `The engine ${name} works ${where}; write auto, or ${defaultEngine(platform)}.`;
}

interface ServicingWish {
  readonly moduleServicing: boolean;
  readonly skipNotApplicable: boolean;
}

/** An input that would do nothing with that engine, and what to write instead; undefined when each does something. */
export function idleInput(
  name: EngineName,
  { moduleServicing, skipNotApplicable }: ServicingWish,
): { readonly input: 'module-servicing' | 'not-applicable'; readonly hint: string } | undefined {
  const ofModule = name === 'convert-windowsimage';
  if (!ofModule && !moduleServicing) {
    return { input: 'module-servicing', hint: 'Leave it out: only the engine convert-windowsimage asks for it.' };
  }
  if (!skipNotApplicable) return undefined;
  if (ofModule && moduleServicing) {
    const hint = 'The module leaves no update out: write module-servicing: false with it, or not-applicable: fail.';
    return { input: 'not-applicable', hint };
  }
  if (ENGINES[name].offline.packages.offline) return undefined;
  const hint = `Leave it out: the engine ${name} installs updates at first boot, where such a one is always left out.`;
  return { input: 'not-applicable', hint };
}
