/** What the report says of each file that was fetched. */

import type { Signature } from '../../src/tools/signature.ts';
import type { PreparedFile } from '../../src/updates/prepare-packages.ts';

export interface FileReport {
  readonly name: string;
  readonly kb: string;
  readonly kind: string;
  /** Of its update, as the catalog has it. */
  readonly title: string;
  /** Day of release, where known. */
  readonly date?: string;
  readonly url: string;
  readonly size: number;
  readonly sha1: string;
  readonly sha256: string;
  /** The hashes the catalog or the pin gave, by which the file was verified. */
  readonly verifiedBy: readonly ('sha1' | 'sha256')[];
  readonly from: 'cache' | 'network' | 'in place';
  readonly container: 'cab' | 'wim';
  readonly identity?: string;
  /** Version of the servicing stack inside. */
  readonly stack?: string;
  readonly signature: Signature;
  /** Why this update was chosen. */
  readonly reason: string;
}

export function describeFile({ file, fetched, opened, signature, update }: PreparedFile): FileReport {
  return {
    name: file.name,
    kb: file.kb,
    kind: file.kind,
    title: update.title,
    ...(update.date !== undefined && { date: update.date }),
    url: file.url,
    size: fetched.size,
    sha1: fetched.sha1,
    sha256: fetched.sha256,
    verifiedBy: (['sha1', 'sha256'] as const).filter((algorithm) => file[algorithm] !== undefined),
    from: fetched.from,
    container: opened.container,
    ...(opened.identity && { identity: `${opened.identity.name} ${opened.identity.version}` }),
    ...(opened.stack !== undefined && { stack: opened.stack }),
    signature,
    reason: update.reason,
  };
}
