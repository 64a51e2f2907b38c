/** Vitest's runner that keeps what Node made of the sources and tests: without their types, and compiled. */

import { enableCompileCache, flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { TestRunner } from 'vitest';
import { keepFromPrograms } from './huge-pages.ts';

// As scripts/test/run-suite.ts has it; for who calls Vitest by hand.
enableCompileCache(join(import.meta.dirname, '../../.cache/compiled'));

let told = false;

export default class KeptCodeRunner extends TestRunner {
  constructor(config: ConstructorParameters<typeof TestRunner>[0]) {
    super(config);
    // For each file: Vitest sets the variables anew for every one that a process runs.
    keepFromPrograms();
    if (told) return;
    told = true;
    // Vitest kills its processes when all is done, and Node would write only as one ends.
    this.onCleanupWorkerContext(flushCompileCache);
  }
}
