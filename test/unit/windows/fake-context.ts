/** A context in a folder of its own that remembers what it was told and what is held. */

import type { Context, HoldKind } from '../../../src/context.ts';
import type { ToolRunner } from '../../../src/tools/tool-runner.ts';

export interface FakeContext extends Context {
  readonly lines: string[];
  /** Kind and data of everything that was held and not released, in order. */
  readonly held: { readonly kind: string; readonly data: unknown }[];
}

export function fakeContext(temp: string, tools: ToolRunner): FakeContext {
  const lines: string[] = [];
  const held: { kind: string; data: unknown }[] = [];
  const keep = (line: string): void => {
    lines.push(line);
  };
  return {
    lines,
    held,
    temp,
    tools,
    signal: new AbortController().signal,
    log: {
      info: keep,
      warning: keep,
      debug: keep,
      group: (title, body) => {
        lines.push(title);
        return body();
      },
    },
    onCleanup: () => () => {},
    rehold: () => {},
    hold: <Data>({ kind }: HoldKind<Data>, data: Data) => {
      const entry = { kind, data };
      held.push(entry);
      return () => {
        held.splice(held.indexOf(entry), 1);
      };
    },
  };
}
