/** A Debian 13 with Wine 10 in a folder, and a Wine prefix in it: made once, some gigabytes, never changed afterwards. */

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, makeOnce } from './cache-folder.ts';
import { debianMirror } from './debian-mirror.ts';
import { asRoot, runQuiet } from './run-quiet.ts';

const packages = new URL('../packages.mjs', import.meta.url);
// Plain JavaScript: the set-up runs before anything is installed, types included.
const { WINE_ROOT } = (await import(packages.href)) as {
  WINE_ROOT: { readonly suite: string; readonly packages: readonly string[] };
};

const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg';

/** Wine's first start, in a root that has /proc and /dev: fills the prefix, waits until its server has written the registry. */
const MAKE_PREFIX = `set -e
root=$1
chmod 755 "$root"
rm -rf "$root"/var/cache/apt/archives/*.deb "$root"/var/lib/apt/lists/*
mount --bind "$root" "$root"
mount --make-private "$root"
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
exec chroot "$root" /usr/bin/env -i HOME=/root LC_ALL=C.UTF-8 PATH=/usr/bin:/bin WINEPREFIX=/prefix WINEDEBUG=-all \\
  WINEDLLOVERRIDES='mscoree,mshtml=' XDG_RUNTIME_DIR=/tmp /bin/sh -c \\
  '/usr/lib/wine/wine64 wineboot.exe -i >/dev/null 2>&1 && /usr/lib/wine/wine64 reg.exe add "HKCU\\\\Software\\\\Wine" /v Version /d win10 /f >/dev/null && /usr/lib/wine/wineserver64 -w'`;

/** Where wineRoot() puts it; it may not be there yet. The recipe is part of the name. */
export function wineRootPath(): string {
  const recipe = createHash('sha256').update(JSON.stringify(WINE_ROOT)).update(MAKE_PREFIX).digest('hex');
  return join(cacheFolder(), `${WINE_ROOT.suite}-wine-${recipe.slice(0, 12)}`);
}

/**
 * @param say told what is being done, once, when the root is not there yet
 * @returns the root's path
 */
export async function wineRoot(say: (text: string) => void): Promise<string> {
  const root = wineRootPath();
  if (existsSync(root)) return root;
  const mirror = await debianMirror();
  say(`making a ${WINE_ROOT.suite} root with Wine in ${root} from ${mirror} (some 75 s on an idle machine, 1.4 GB)`);
  const started = performance.now();
  await makeOnce(root, async (folder) => {
    const include = `--include=${WINE_ROOT.packages.join(',')}`;
    const options = [`--keyring=${KEYRING}`, '--variant=minbase', include, WINE_ROOT.suite, folder, mirror];
    await runQuiet(...asRoot('debootstrap', options));
    const namespace = ['--mount', '--pid', '--fork', '--kill-child', '--propagation', 'unchanged'];
    await runQuiet(...asRoot('unshare', [...namespace, 'sh', '-c', MAKE_PREFIX, 'sh', folder]));
  });
  say(`made in ${Math.round((performance.now() - started) / 1000)} s`);
  return root;
}
