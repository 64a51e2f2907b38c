/** The record of what must not outlive a run, on disk before the thing itself is made. */

import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { hasEnded, type ProcessIdentity, parseProcess } from '../tools/process-identity.ts';
import type { StartedProgram } from '../tools/tool-host.ts';

export interface Held {
  readonly id: number;
  /** Of the HoldKind that undoes it. */
  readonly kind: string;
  readonly data: unknown;
}

/** A program that was started; its descendants may outlive the process that started it. */
export type RecordedProgram = Pick<StartedProgram, 'pid' | 'started'>;

export interface HeldContent {
  readonly action: string;
  readonly owner: ProcessIdentity;
  readonly holds: readonly Held[];
  readonly programs: readonly RecordedProgram[];
}

export interface HeldRecord {
  readonly file: string;
  content(): HeldContent;
  add(kind: string, data: unknown): Held;
  remove(held: Held): void;
  /** Writes what is held once more, with data as they are by now. */
  refresh(): void;
  programStarted(program: RecordedProgram): void;
  programEnded(program: RecordedProgram): void;
}

/**
 * A record that exists as a file only while it holds something. Writes are done when the call returns: what is recorded
 * is made right afterwards, and a process can be killed at any moment.
 * @param onChange told of the new content, for the step's state
 */
export function createHeldRecord(
  folder: string,
  { action, owner }: Pick<HeldContent, 'action' | 'owner'>,
  onChange: (file: string, content: HeldContent) => void = () => {},
): HeldRecord {
  const file = join(folder, `${action}-${owner.pid}-${Date.now()}.json`);
  let holds: readonly Held[] = [];
  let programs: readonly RecordedProgram[] = [];
  let next = 1;
  const content = (): HeldContent => ({ action, owner, holds, programs });
  const store = (durable: boolean): void => {
    if (holds.length === 0 && programs.length === 0) rmSync(file, { force: true });
    else {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      // A session's ticket may be part of it: nobody else reads it.
      writeFileSync(`${file}.new`, JSON.stringify(content()), { mode: 0o600, flush: durable });
      renameSync(`${file}.new`, file);
    }
  };
  // The state keeps what is held; the programs, of which there may be hundreds, stand in the file alone.
  const storeHolds = (): void => {
    store(true);
    onChange(file, content());
  };
  // Told at once: a killed run may have started programs and hold nothing yet.
  onChange(file, content());
  return {
    file,
    content,
    add: (kind, data) => {
      const held: Held = { id: next++, kind, data };
      holds = [...holds, held];
      storeHolds();
      return held;
    },
    remove: (held) => {
      if (!holds.some(({ id }) => id === held.id)) return;
      holds = holds.filter(({ id }) => id !== held.id);
      storeHolds();
    },
    refresh: () => {
      if (holds.length > 0) storeHolds();
    },
    programStarted: ({ pid, started }) => {
      programs = [...programs, { pid, started }];
      store(false);
    },
    programEnded: ({ pid }) => {
      programs = programs.filter((program) => program.pid !== pid);
      store(false);
    },
  };
}

/** Reads what a record's file or the step's state holds; undefined when it is something else. */
export function parseHeldContent(json: string): HeldContent | undefined {
  try {
    return readHeldContent(JSON.parse(json));
  } catch {
    return undefined;
  }
}

/** As `parseHeldContent`, out of JSON that is read already. */
export function readHeldContent(value: unknown): HeldContent | undefined {
  const { action, owner: process, holds, programs } = (value ?? {}) as Record<string, unknown>;
  const owner = parseProcess(process);
  if (owner === undefined || typeof action !== 'string' || !Array.isArray(holds)) return undefined;
  return {
    action,
    owner,
    holds: partsOf(holds).flatMap(({ id, kind, data }) =>
      typeof id === 'number' && typeof kind === 'string' ? [{ id, kind, data }] : [],
    ),
    programs: partsOf(programs).flatMap(({ pid, started }) =>
      typeof pid === 'number' && typeof started === 'string' ? [{ pid, started }] : [],
    ),
  };
}

function partsOf(list: unknown): readonly Record<string, unknown>[] {
  return Array.isArray(list) ? list.map((part) => (part ?? {}) as Record<string, unknown>) : [];
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
    if (content?.action === action && hasEnded(content.owner)) found.push({ file, content });
  }
  return found;
}

export async function removeRecord(file: string): Promise<void> {
  await rm(file, { force: true });
}
