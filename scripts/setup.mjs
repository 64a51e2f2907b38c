// Makes a fresh machine ready: npm packages and Debian packages. Plain JavaScript, because it runs before anything is installed.
//   node scripts/setup.mjs [node|demo|test]

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PROFILES } from './packages.mjs';
import { present } from './present.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** @param {string} profile a key of PROFILES */
export function setUp(profile) {
  const wanted = PROFILES[profile];
  if (!wanted) fail(`unknown profile "${profile}"; known: ${Object.keys(PROFILES).join(', ')}`);
  installNpmPackages();
  installDebianPackages(wanted);
}

/** Runs `npm ci` when the lock file is another than the one that was installed last. */
function installNpmPackages() {
  const stamp = join(root, 'node_modules', '.stillframe-lock');
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  say('installing npm packages (npm ci)');
  run(process.platform === 'win32' ? 'npm.cmd' : 'npm', [
    'ci',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, lock);
}

/** @param {Record<string, string>} wanted program -> package */
export function installDebianPackages(wanted) {
  const missing = Object.entries(wanted).filter(([program]) => !present(program));
  if (missing.length === 0) return;
  const packages = [...new Set(missing.map(([, name]) => name))];
  if (!present('apt-get')) {
    fail(`these programs are missing: ${missing.map(([program]) => program).join(', ')}.
  On Debian or Ubuntu they are in: ${packages.join(' ')}`);
  }
  say(`installing Debian packages: ${packages.join(' ')}`);
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo'];
  const apt = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q', '-o', 'Dpkg::Use-Pty=0'];
  run([...asRoot, ...apt][0], [...asRoot, ...apt, 'update'].slice(1), { quiet: true });
  run([...asRoot, ...apt][0], [...asRoot, ...apt, 'install', '-y', '--no-install-recommends', ...packages].slice(1), {
    quiet: true,
  });
  const still = Object.keys(wanted).filter((program) => !present(program));
  if (still.length > 0) fail(`installed, and yet not found: ${still.join(', ')}`);
}

/** @param {string} command @param {string[]} args @param {{ quiet?: boolean }} [options] shows the output only when it fails */
function run(command, args, { quiet = false } = {}) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    maxBuffer: 64 * 2 ** 20,
  });
  if (status === 0) return;
  if (quiet) process.stderr.write(`${stdout}${stderr}`);
  fail(`${command} ${args.join(' ')} ${error ? `could not be started: ${error.message}` : `ended with ${status}`}`);
}

function say(/** @type {string} */ text) {
  console.log(`set-up: ${text}`);
}

/** @returns {never} */
function fail(/** @type {string} */ text) {
  console.error(`set-up: ${text}`);
  process.exit(1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) setUp(process.argv[2] ?? 'test');
