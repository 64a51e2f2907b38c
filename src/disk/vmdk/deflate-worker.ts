/** The thread that packs windows of grains. Its source text is handed to the Worker, so it must use nothing from outside. */

/** Pages of 64 KiB that the WebAssembly module keeps for itself (scripts/build-wasm.ts). */
export const MODULE_PAGES = 9;
export const GRAIN_SIZE = 65536;
/** Room for an incompressible grain with its marker, rounded up to sectors. */
export const PACKED_GRAIN_ROOM = 66048;

export interface WorkerSetup {
  /** The WebAssembly module. */
  readonly wasm: Uint8Array;
  /** Pages of 64 KiB of the memory to make. */
  readonly pages: number;
}

/** Addresses are bytes in the shared memory. */
export interface PackJob {
  readonly slot: number;
  readonly input: number;
  readonly grains: number;
  readonly firstGrain: number;
  readonly output: number;
  readonly table: number;
  /** 1 (fastest) to 9 (smallest). */
  readonly level: number;
}

export type WorkerMessage = { readonly memory: SharedArrayBuffer } | { readonly slot: number; readonly packed: number };

/** What the WebAssembly module exports (wasm/grain-deflate.ts). */
interface Packer {
  packWindow(input: number, grains: number, firstGrain: number, output: number, table: number, level: number): number;
}

// TypeScript knows WebAssembly only through the browser's library.
declare const WebAssembly: {
  Memory: new (options: { initial: number; maximum: number; shared: true }) => { buffer: SharedArrayBuffer };
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { exports: Packer };
};

/** The body of the thread. */
export function deflateWorkerBody(): void {
  const { parentPort, workerData } = process.getBuiltinModule('node:worker_threads');
  const { wasm, pages } = workerData as WorkerSetup;
  if (!parentPort) throw new TypeError('not a worker');
  const port = parentPort;
  // The maximum is the module's own (scripts/build-wasm.ts); shared memories must agree on it.
  const memory = new WebAssembly.Memory({ initial: pages, maximum: 1024, shared: true });
  const packer = new WebAssembly.Instance(new WebAssembly.Module(wasm), { env: { memory } }).exports;
  port.postMessage({ memory: memory.buffer });
  port.on('message', ({ slot, input, grains, firstGrain, output, table, level }: PackJob) => {
    // WebAssembly returns signed numbers; a packed window is far below 2^31.
    const packed = packer.packWindow(input, grains, firstGrain, output, table, level);
    port.postMessage({ slot, packed });
  });
}
