/** Templates and locks of a repository, as texts. */

import type { LockFile } from '../../../src/updates/lock.ts';
import { formatLock } from '../../../src/updates/lock-file.ts';

export const BASE = `windows:
  product: windows-server-2022
  edition: standard-core
  iso: { path: /media/ws2022.iso }
updates: { media-build: '20348.3000' }
`;

/** A template that extends `base.yml` beside it. */
export const template = (name: string, more = ''): string => `extends: base.yml\nname: ${name}\n${more}`;

const MONTHS = {
  '2026-10': { kb: 'KB5096945', date: '2026-10-13' },
  '2026-11': { kb: 'KB5098825', date: '2026-11-10' },
} as const;

/** The lock that answers what the base asks, as of a month; the names are those of the catalog's double. */
export function lockText(month: keyof typeof MONTHS, request: Partial<LockFile['request']> = {}): string {
  const { kb, date } = MONTHS[month];
  const name = `windows10.0-${kb.toLowerCase()}-x64.msu`;
  const url = `https://catalog.s.download.windowsupdate.com/${name}`;
  const file = { name, kb, kind: 'cumulative', url, size: 10, sha1: 'a'.repeat(40), sha256: 'b'.repeat(64) } as const;
  return formatLock({
    schema: 1,
    date,
    request: {
      product: 'windows-server-2022',
      architecture: 'x64',
      include: ['cumulative', 'servicing-stack'],
      release: ['latest'],
      channel: 'regular',
      'media-build': '20348.3000',
      ...request,
    },
    updates: [{ kb, kind: 'cumulative', title: month, 'update-id': 'x', date, reason: 'newest', files: [file] }],
  });
}
