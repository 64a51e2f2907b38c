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
