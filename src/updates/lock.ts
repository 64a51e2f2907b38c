/** What a lock says: the exact packages of a template by URL, size and hashes. Schema: schema/lock.schema.json. */

import type { Product } from '../products/product.ts';
import type { Channel, UpdateKind } from '../template/template.ts';
import type { Architecture, PackageKind } from './update.ts';

export interface LockedFile {
  readonly name: string;
  readonly kb: string;
  readonly kind: PackageKind;
  readonly url: string;
  readonly size: number;
  readonly sha1: string;
  readonly sha256: string;
}

export interface LockedUpdate {
  readonly kb: string;
  readonly kind: UpdateKind;
  readonly title: string;
  readonly 'update-id': string;
  readonly month?: string;
  readonly date?: string;
  readonly build?: string;
  readonly letter?: string;
  readonly reason: string;
  readonly optional?: boolean;
  readonly files: readonly LockedFile[];
}

/** What was asked for: a lock made for another question is not an answer to this one. */
export interface LockRequest {
  readonly product: Product;
  readonly architecture: Architecture;
  readonly include: readonly UpdateKind[];
  /** As the input says it: `latest`, a month, a date or KBs. */
  readonly release: readonly string[];
  readonly channel: Channel;
  readonly exclude?: readonly string[];
  readonly 'media-build'?: string;
}

export interface LockFile {
  readonly schema: 1;
  /** Release date of the newest package, ISO: the date of everything built from this lock. */
  readonly date: string;
  /** Build of Windows after all packages. */
  readonly build?: string;
  readonly request: LockRequest;
  readonly updates: readonly LockedUpdate[];
}
