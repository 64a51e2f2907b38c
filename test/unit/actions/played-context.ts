/** A context for mains of actions: remembers what was said and held; the programs are those of the test. */

import type { Context } from '../../../src/context.ts';
import type { ToolRunner } from '../../../src/tools/tool-runner.ts';
import { recordedTools } from '../windows/fake-tools.ts';

export interface PlayedContext extends Context {
  readonly said: { readonly info: string[]; readonly warning: string[] };
  /** `kind` when it is held, `-kind` when it is released. */
  readonly held: string[];
  /** Undoes what is still held, the last first, as the end of a run does. */
  end(): Promise<void>;
}

export function playedContext(
  temp: string,
  { tools = recordedTools(), signal = new AbortController().signal }: { tools?: ToolRunner; signal?: AbortSignal } = {},
): PlayedContext {
  const said = { info: [] as string[], warning: [] as string[] };
  const held: string[] = [];
  const open: { readonly undo: () => Promise<void> }[] = [];
  const log: Context['log'] = {
    info: (text) => void said.info.push(text),
    warning: (text) => void said.warning.push(text),
    debug: () => {},
    group: (title, body) => {
      said.info.push(`[${title}]`);
      return body();
    },
  };
  const register = (undo: () => Promise<void>): (() => void) => {
    const entry = { undo };
    open.push(entry);
    return () => void open.splice(open.indexOf(entry), 1);
  };
  return {
    log,
    tools,
    signal,
    temp,
    said,
    held,
    onCleanup: (_what, undo) => register(undo),
    hold: (kind, data, here) => {
      held.push(kind.kind);
      const release = register(here ?? (() => kind.undo(data, { log, tools, signal: new AbortController().signal })));
      return () => {
        held.push(`-${kind.kind}`);
        release();
      };
    },
    rehold: () => void held.push('again'),
    end: async () => {
      for (const { undo } of open.splice(0).reverse()) await undo();
    },
  };
}
