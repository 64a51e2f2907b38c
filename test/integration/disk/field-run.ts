/** Runs built actions on disks and OVAs from public reports, in a folder of the test's own. */

import { createHash } from 'node:crypto';
import { access, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { runBundle } from '../../fakes/runner/run-bundle.ts';

export interface FieldResult {
  readonly exitCode: number | null;
  readonly outputs: Readonly<Record<string, string | undefined>>;
  readonly report: {
    readonly error?: { readonly code: string; readonly message: string };
    readonly findings: readonly { readonly code: string; readonly severity: string; readonly seen: string }[];
    readonly result?: Readonly<Record<string, unknown>>;
  };
}

export interface FieldRun {
  readonly folder: string;
  at(name: string): string;
  act(action: string, inputs: Readonly<Record<string, string>>): Promise<FieldResult>;
  /** Runs the action and proves that it refused for that reason, changed nothing and left no OVA. */
  refused(
    action: string,
    image: string,
    reason: { readonly code: string; readonly message: RegExp; readonly inputs?: Readonly<Record<string, string>> },
  ): Promise<void>;
  close(): Promise<void>;
}

/** What convert-ova needs beside disk and OVA. */
export const CONVERT = { product: 'windows-server-2019', 'hardware-version': '14' } as const;

export async function openFieldRun(): Promise<FieldRun> {
  const folder = await mkdtemp(join(tmpdir(), 'stillframe-field-'));
  const at = (name: string): string => join(folder, name);
  let runs = 0;
  const act: FieldRun['act'] = async (action, inputs) => {
    const report = at(`report-${runs++}.json`);
    const { exitCode, outputs } = await runBundle(action, { ...inputs, report }, { jobFolder: at('job') });
    return { exitCode, outputs, report: JSON.parse(await readFile(report, 'utf8')) as FieldResult['report'] };
  };
  return {
    folder,
    at,
    act,
    refused: async (action, image, { code, message, inputs = {} }) => {
      const file = image.replace(/!.*/, '');
      const before = await digest(file);
      const ova = at(`refused-${runs}.ova`);
      const given = action === 'convert-ova' ? { ...CONVERT, disk: image, ova } : { image };
      const { exitCode, report } = await act(action, { ...given, ...inputs });
      expect(report.error ?? { code: `none: ${action} was green` }).toMatchObject({
        code,
        message: expect.stringMatching(message),
      });
      expect({ made: await exists(ova), changed: (await digest(file)) !== before }).toEqual({
        made: false,
        changed: false,
      });
      expect(exitCode).toBe(1);
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

export const codes = ({ report }: FieldResult): string[] => report.findings.map(({ code }) => code);

async function digest(path: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
}

export function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
