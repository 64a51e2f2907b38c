/** What a library item says of itself in its description, the last line of which is for the next release. */

export interface ItemRelease {
  /** The workflow run, as names take it. */
  readonly run: string;
  /** SHA-256 of the OVA, lower-case hexadecimal. */
  readonly ova: string;
  /** By the server's clock. */
  readonly published: Date;
}

const LINE = /^stillframe\.release run=([0-9a-z]{1,19}) ova=([0-9a-f]{64}) published=(\S+)$/;

export function describeItemRelease(notes: string, { run, ova, published }: ItemRelease): string {
  return `${notes}\nstillframe.release run=${run} ova=${ova} published=${published.toISOString()}`;
}

/** Undefined for the description of anything that no release made. */
export function releaseOfItem(description: string): ItemRelease | undefined {
  const [, run, ova, written] = LINE.exec(description.trimEnd().split('\n').at(-1) ?? '') ?? [];
  const published = new Date(written ?? '');
  if (run === undefined || ova === undefined || Number.isNaN(published.getTime())) return undefined;
  return { run, ova, published };
}
