/** What a library item says of itself in its description, the last lines of which are for the next release. */

export interface ItemRelease {
  /** The workflow run, as names take it. */
  readonly run: string;
  /** SHA-256 of the OVA, lower-case hexadecimal. */
  readonly ova: string;
  /** By the server's clock. */
  readonly published: Date;
}

const RELEASE = 'stillframe.release';
/** Stands under the release while its content is replaced: description and content cannot be changed in one step. */
const NEXT = 'stillframe.next';
const LINE = /^stillframe\.(?:release|next content=(\S+)) run=([0-9a-z]{1,19}) ova=([0-9a-f]{64}) published=(\S+)$/;

export function describeItemRelease(notes: string, release: ItemRelease): string {
  return `${notes}\n${RELEASE} ${format(release)}`;
}

/**
 * @param contentVersion of the content that is to be replaced
 * @returns a description that is true before and after that
 */
export function announceItemRelease(description: string, contentVersion: string, next: ItemRelease): string {
  return `${settleItemRelease(description, contentVersion)}\n${NEXT} content=${encodeURIComponent(contentVersion)} ${format(next)}`;
}

/** The same description without an announcement: what was announced has come, where the content is another by now. */
export function settleItemRelease(description: string, contentVersion: string): string {
  const lines = linesOf(description);
  if (readLine(lines.at(-1))?.content === undefined) return lines.join('\n');
  const release = releaseOfItem(description, contentVersion);
  const notes = lines.slice(0, -2).join('\n');
  return release === undefined ? lines.slice(0, -1).join('\n') : describeItemRelease(notes, release);
}

/**
 * @param contentVersion of what the item has
 * @returns undefined for the description of anything that no release made
 */
export function releaseOfItem(description: string, contentVersion: string): ItemRelease | undefined {
  const lines = linesOf(description);
  const last = readLine(lines.at(-1));
  if (last?.content === undefined) return last?.release;
  const before = readLine(lines.at(-2));
  if (before === undefined || before.content !== undefined) return undefined;
  return last.content === encodeURIComponent(contentVersion) ? before.release : last.release;
}

function linesOf(description: string): string[] {
  return description.trimEnd().split('\n');
}

function format({ run, ova, published }: ItemRelease): string {
  return `run=${run} ova=${ova} published=${published.toISOString()}`;
}

function readLine(line = ''): { readonly content: string | undefined; readonly release: ItemRelease } | undefined {
  const [, content, run, ova, written] = LINE.exec(line) ?? [];
  const published = new Date(written ?? '');
  if (run === undefined || ova === undefined || Number.isNaN(published.getTime())) return undefined;
  return { content, release: { run, ova, published } };
}
