/** Where debootstrap gets Debian from. */

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** debootstrap's own default, for a machine that is not Debian. */
const DEFAULT = 'http://deb.debian.org/debian';

/**
 * The first archive of Debian itself (no security updates, no snapshots) in apt's configuration.
 * @param folder apt's, with sources.list and sources.list.d (sources.list(5): one-line and deb822 style)
 */
export async function debianMirror(folder = '/etc/apt'): Promise<string> {
  const more = await readdir(join(folder, 'sources.list.d')).catch(() => []);
  const files = ['sources.list', ...more.sort().map((name) => join('sources.list.d', name))];
  for (const file of files.filter((name) => /\.(list|sources)$/.test(name))) {
    const text = await readFile(join(folder, file), 'utf8').catch(() => '');
    for (const line of text.split('\n')) {
      const [, uris] = /^(?:URIs:|deb\s(?:\s*\[[^\]]*\])?)\s*(.*)$/i.exec(line) ?? [];
      const found = uris?.split(/\s+/).find((uri) => /^https?:\/\/\S+\/debian\/?$/.test(uri));
      if (found !== undefined) return found.replace(/\/$/, '');
    }
  }
  return DEFAULT;
}
