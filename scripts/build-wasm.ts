/** Compiles wasm/grain-deflate.ts to src/disk/vmdk/grain-deflate-wasm.ts. The result depends on the pinned compiler only. */

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import asc from 'assemblyscript/asc';

const root = join(import.meta.dirname, '..');
const LINE = 110;

/** The text of src/disk/vmdk/grain-deflate-wasm.ts, compiled from source. */
export async function buildGrainDeflate(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'stillframe-wasm-'));
  try {
    const output = join(folder, 'grain-deflate.wasm');
    const { error, stderr } = await asc.main([
      ...[join(root, 'wasm', 'grain-deflate.ts'), '--outFile', output, '--baseDir', '/'],
      ...['-O3', '--converge', '--noAssert', '--runtime', 'stub'],
      ...['--enable', 'simd', '--enable', 'bulk-memory', '--enable', 'threads'],
      // The module's own tables end below 512 KiB, what the compiler adds below 576 KiB (9 pages).
      ...['--importMemory', '--sharedMemory', '--initialMemory', '9', '--maximumMemory', '1024'],
      ...['--memoryBase', '524288'],
    ]);
    if (error) throw new Error(`asc: ${error.message}\n${stderr.toString()}`);
    return render(await readFile(output));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function render(wasm: Buffer): string {
  const lines = wasm.toString('base64').match(new RegExp(`.{1,${LINE}}`, 'g')) ?? [];
  return [
    '/** Made from wasm/grain-deflate.ts by scripts/build-wasm.ts; do not edit. */',
    '',
    '/** The module as base64: text survives bundling into one file. */',
    'export const GRAIN_DEFLATE_WASM = [',
    ...lines.map((line) => `  '${line}',`),
    "].join('');",
    '',
  ].join('\n');
}

if (process.argv[1] === import.meta.filename) {
  await writeFile(join(root, 'src', 'disk', 'vmdk', 'grain-deflate-wasm.ts'), await buildGrainDeflate());
}
