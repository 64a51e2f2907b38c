/** The record of what must not outlive a run, on disk before the thing itself is made. */

import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { hasEnded, type Owner, parseOwner } from './owner.ts';

export interface Held {
  readonly id: number;
  /** Of the HoldKind that undoes it. */
  readonly kind: string;
  readonly data: unknown;
}

/** A program that was started; its descendants may outlive the process that started it. */
export interface StartedProgram {
  readonly pid: number;
  /** Tells it from a later process of the same number. */
  readonly started: string;
}

export interface HeldContent {
  readonly action: string;
  readonly owner: Owner;
  readonly holds: readonly Held[];
  readonly programs: readonly StartedProgram[];
}

export interface HeldRecord {
  readonly file: string;
  content(): HeldContent;
  add(kind: string, data: unknown): Held;
  remove(held: Held): void;
  programStarted(program: StartedProgram): void;
  programEnded(program: StartedProgram): void;
}

/**
 * A record that exists as a file only while it holds something. Writes are done when the call returns: what is recorded
 * is made right afterwards, and a process can be killed at any moment.
 * @param onChange told of the new content, for the step's state
 */
export function createHeldRecord(
  folder: string,
  { action, owner }: Pick<HeldContent, 'action' | 'owner'>,
  onChange: (content: HeldContent) => void = () => {},
): HeldRecord {
  const file = join(folder, `${action}-${owner.pid}-${Date.now()}.json`);
  let holds: readonly Held[] = [];
  let programs: readonly StartedProgram[] = [];
  let next = 1;
  const content = (): HeldContent => ({ action, owner, holds, programs });
  const store = (): void => {
    if (holds.length === 0 && programs.length === 0) rmSync(file, { force: true });
    else {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      // A session's ticket may be part of it: nobody else reads it.
      writeFileSync(`${file}.new`, JSON.stringify(content()), { mode: 0o600, flush: true });
      renameSync(`${file}.new`, file);
    }
    onChange(content());
  };
  return {
    file,
    content,
    add: (kind, data) => {
      const held: Held = { id: next++, kind, data };
      holds = [...holds, held];
      store();
      return held;
    },
    remove: (held) => {
      if (!holds.some(({ id }) => id === held.id)) return;
      holds = holds.filter(({ id }) => id !== held.id);
      store();
    },
    programStarted: (program) => {
      programs = [...programs, program];
      store();
    },
    programEnded: ({ pid }) => {
      programs = programs.filter((program) => program.pid !== pid);
      store();
    },
  };
}

/** Reads what a record's file or the step's state holds; undefined when it is something else. */
export function parseHeldContent(json: string): HeldContent | undefined {
  let value: Record<string, unknown> | null;
  try {
    value = JSON.parse(json) as Record<string, unknown> | null;
  } catch {
    return undefined;
  }
  const owner = parseOwner(value?.owner);
  if (!value || owner === undefined || typeof value.action !== 'string' || !Array.isArray(value.holds))
    return undefined;
  const holds = (value.holds as Partial<Held>[]).flatMap(({ id, kind, data }) =>
    typeof id === 'number' && typeof kind === 'string' ? [{ id, kind, data }] : [],
  );
  const programs = (Array.isArray(value.programs) ? (value.programs as Partial<StartedProgram>[]) : []).flatMap(
    ({ pid, started }) => (typeof pid === 'number' && typeof started === 'string' ? [{ pid, started }] : []),
  );
  return { action: value.action, owner, holds, programs };
}

/** Records of that action whose process has ended. */
export async function findAbandonedRecords(
  folder: string,
  action: string,
): Promise<readonly { readonly file: string; readonly content: HeldContent }[]> {
  const names = await readdir(folder).catch(() => []);
  const found: { file: string; content: HeldContent }[] = [];
  for (const name of names) {
    if (!name.startsWith(`${action}-`) || !name.endsWith('.json')) continue;
    const file = join(folder, name);
    const content = parseHeldContent(await readFile(file, 'utf8').catch(() => ''));
    if (content?.action === action && (await hasEnded(content.owner))) found.push({ file, content });
  }
  return found;
}

export async function removeRecord(file: string): Promise<void> {
  await rm(file, { force: true });
}
