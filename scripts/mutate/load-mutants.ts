/** Loaded before everything else (`--import`) in a lane and in what it starts: mutated files are read from the plan, not from src. */

import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { isLane, MutantSwitch, PLAN, REACHED } from './switch.ts';

const texts = JSON.parse(readFileSync(process.env[PLAN] ?? '', 'utf8')) as Record<string, string>;

registerHooks({
  load(url, context, next) {
    const source = url.startsWith('file:') ? texts[fileURLToPath(url)] : undefined;
    if (source === undefined) return next(url, context);
    return { format: 'module-typescript', source, shortCircuit: true };
  },
});

export const mutantSwitch = new MutantSwitch();
mutantSwitch.install(isLane() ? undefined : process.env[REACHED]);
