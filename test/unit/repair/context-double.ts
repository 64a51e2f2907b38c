import type { Context } from '../../../src/context.ts';
import type { HeldPath } from '../../../src/files/held-path.ts';
import type { ToolRunner } from '../../../src/tools/tool-runner.ts';

export interface ContextDouble extends Context {
  readonly said: string[];
  readonly warnings: string[];
  /** The paths that were held, each list with whether it is settled. */
  readonly held: { readonly paths: readonly string[]; settled: boolean }[];
}

/** A machine without any program. */
export const NO_TOOLS: ToolRunner = {
  has: async () => false,
  find: () => Promise.reject(new Error('no tools')),
  run: () => Promise.reject(new Error('no tools')),
};

/** What repairs need of a run, written down. */
export function contextDouble(more: Partial<Context> = {}): ContextDouble {
  const said: string[] = [];
  const warnings: string[] = [];
  const held: ContextDouble['held'] = [];
  return {
    said,
    warnings,
    held,
    signal: new AbortController().signal,
    temp: '/nonexistent',
    tools: NO_TOOLS,
    log: {
      info: (text) => void said.push(text),
      warning: (text) => void warnings.push(text),
      debug: () => {},
      group: (_, body) => body(),
    },
    onCleanup: () => () => {},
    hold: (_, data) => {
      const one = { paths: (data as HeldPath).paths, settled: false };
      held.push(one);
      return () => {
        one.settled = true;
      };
    },
    rehold: () => {},
    ...more,
  };
}
