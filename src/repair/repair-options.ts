/** What a repair is asked for. */

export interface RepairOptions {
  readonly image: string;
  /** Left out: in place. */
  readonly output?: string;
  readonly extend: boolean;
  readonly dryRun: boolean;
  /** The date in the headers of a rewritten OVA; left out: the same for everybody. */
  readonly sourceDate?: Date | undefined;
}
