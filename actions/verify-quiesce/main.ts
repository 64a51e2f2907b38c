import type { Context } from '../../src/context.ts';
import type { DiskLayout } from '../../src/disk/layout.ts';
import { UserError } from '../../src/errors.ts';
import { checkImage } from '../../src/quiesce/check-image.ts';
import type { QuiesceFinding } from '../../src/quiesce/finding-codes.ts';
import { type Level, reaches, type Verdict } from '../../src/quiesce/verdict.ts';
import { findingLine } from '../../src/report/findings-table.ts';
import type { Inputs } from './inputs.ts';

export interface Result {
  readonly verdict: Verdict;
  readonly findings: readonly QuiesceFinding[];
  readonly image?: { readonly path: string; readonly format: string; readonly layout: DiskLayout };
}

export async function main(inputs: Inputs, context: Pick<Context, 'log'>): Promise<Result> {
  const check = await checkImage(inputs.image, inputs.level);
  for (const finding of check.findings) context.log.info(findingLine(finding));
  return {
    verdict: check.verdict,
    findings: check.findings,
    image: { path: inputs.image, format: check.format, layout: check.layout },
  };
}

/** @throws UserError quiesce-failed with the likeliest cause, when less was proven than was asked for */
export function assertProven({ verdict, findings, image }: Result, level: Level): void {
  if (reaches(verdict, level)) return;
  const cause = findings[0];
  const what = image === undefined ? 'The quiesced snapshot' : `The check of ${image.path}`;
  throw new UserError(
    'quiesce-failed',
    `${what} ended with the verdict ${verdict}, asked for was ${level}: ${cause?.seen ?? 'no cause was found'}`,
    cause?.remedy ?? 'See the job summary and docs/troubleshooting.md.',
  );
}
