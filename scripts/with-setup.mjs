// Sets up, then runs a TypeScript script of the project on the Node that the runner uses (24, from npm).
//   node scripts/with-setup.mjs <profile> <script.ts> [arguments]

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setUp } from './setup.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [profile = '', script = '', ...args] = process.argv.slice(2);
setUp(profile);

const node24 = join(root, 'node_modules', 'node24', 'bin', 'node');
const child = spawn(existsSync(node24) ? node24 : process.execPath, [join(root, script), ...args], {
  cwd: root,
  stdio: 'inherit',
  env: {
    // What Node has compiled, or stripped of its types, is kept for the next run; a benchmark starts as a runner does, without.
    ...(profile === 'demo' && { NODE_COMPILE_CACHE: join(root, '.cache', 'compiled') }),
    ...process.env,
    PATH: `${dirname(node24)}:${process.env.PATH}:/usr/sbin:/sbin`,
  },
});
// The terminal sends CTRL+C to the child as well; this process only waits for it.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal ?? 'SIGKILL'] ?? 9)));
