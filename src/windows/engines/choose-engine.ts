/** All engines, and which of them works here. */

import type { EngineName, ImageEngine } from './engine.ts';
import { wimlibEngine } from './wimlib/wimlib-engine.ts';

export const ENGINES: Readonly<Record<EngineName, ImageEngine>> = { wimlib: wimlibEngine };

/** What `auto` stands for on that platform. */
export function defaultEngine(_platform: NodeJS.Platform): EngineName {
  return 'wimlib';
}

/** Why an engine cannot work on that platform, and what to write instead; undefined when it can. */
export function engineObstacle(name: EngineName, platform: NodeJS.Platform): string | undefined {
  const { onWindows } = ENGINES[name];
  if (onWindows === (platform === 'win32')) return undefined;
  const where = onWindows ? 'on Windows alone' : 'on Linux alone';
  return `The engine ${name} works ${where}; write auto, or ${defaultEngine(platform)}.`;
}
