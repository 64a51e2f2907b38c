// A deflate (RFC 1951) encoder for one VMDK grain in an RFC 1950 (zlib) wrapper, written for reproducibility: integer
// arithmetic only, no state between calls, so that the same bytes and level give the same output on every machine and
// every Node. (zlib as Node ships it picks another hash function by CPU features, and distributions link their own.)
//
// AssemblyScript, compiled by scripts/build-wasm.ts. Memory is laid out by hand, offsets in bytes; the
// host uses what lies behind the first 9 pages of 64 KiB.

/** Longest input of one call, bytes: one grain. */
const MAX_INPUT: u32 = 65536;
const WINDOW: u32 = 32768;
const MIN_MATCH: u32 = 3;
const MAX_MATCH: u32 = 258;
const HASH_BITS: u32 = 15;
const HASH3_BITS: u32 = 13;

const LITERALS: u32 = 286;
const DISTANCES: u32 = 30;
/** In a token, what stands for a distance in a literal: behind all that there are. */
const NO_DISTANCE: u32 = WINDOW;
/** The smallest token of a match. A token is (literal, or 256 + match length - 3) << 16 | (distance - 1, or NO_DISTANCE). */
const FIRST_MATCH: u32 = 256 << 16;
const PRECODES: u32 = 19;
const END_OF_BLOCK: u32 = 256;
/** Bytes of the tokens after which their distribution is looked at. */
const OBSERVATION: u32 = 512 * 4;
/** Bytes below which no block is split off, nor what remains behind it: its code would take more than it saves. */
const MIN_BLOCK: u32 = 2000;

// @ts-ignore: decorator
@inline const HEAD: usize = 0; // u16[32768], position + 1
// @ts-ignore: decorator
@inline const HEAD3: usize = HEAD + 65536; // u16[8192], of level 1 u16[32768]
// @ts-ignore: decorator
@inline const PREV: usize = HEAD3 + 16384; // u16[65536]
// @ts-ignore: decorator
@inline const TOKENS: usize = PREV + 131072; // u32[65536 + 1]
// @ts-ignore: decorator
@inline const LITERAL_COUNTS: usize = TOKENS + 262144 + 64; // u32[288]
// @ts-ignore: decorator
@inline const DISTANCE_COUNTS: usize = LITERAL_COUNTS + 288 * 4; // u32[32]
// @ts-ignore: decorator
@inline const PRECODE_COUNTS: usize = DISTANCE_COUNTS + 32 * 4; // u32[32]
// @ts-ignore: decorator
@inline const LITERAL_CODES: usize = PRECODE_COUNTS + 32 * 4; // u32[288]: code | length << 16
// @ts-ignore: decorator
@inline const DISTANCE_CODES: usize = LITERAL_CODES + 288 * 4; // u32[32]
// @ts-ignore: decorator
@inline const PRECODE_CODES: usize = DISTANCE_CODES + 32 * 4; // u32[32]
// @ts-ignore: decorator
@inline const SORT_A: usize = PRECODE_CODES + 32 * 4; // u32[320]
// @ts-ignore: decorator
@inline const SORT_B: usize = SORT_A + 320 * 4; // u32[320]
// @ts-ignore: decorator
@inline const NODES: usize = SORT_B + 320 * 4; // u32[320]
// @ts-ignore: decorator
@inline const RADIX: usize = NODES + 320 * 4; // u32[256]
// @ts-ignore: decorator
@inline const LENGTH_COUNTS: usize = RADIX + 256 * 4; // u32[16 + 16]
// @ts-ignore: decorator
@inline const RUNS: usize = LENGTH_COUNTS + 32 * 4; // u16[320]: symbol | extra << 8
// @ts-ignore: decorator
@inline const RAW_LENGTHS: usize = RUNS + 320 * 2; // u8[320]
// @ts-ignore: decorator
@inline const LENGTH_SLOT: usize = RAW_LENGTHS + 320; // u8[256]: match length - 3 -> slot
// @ts-ignore: decorator
@inline const LENGTH_BASE: usize = LENGTH_SLOT + 256; // u16[32]: slot -> base - 3 | extra bits << 8
// @ts-ignore: decorator
@inline const DISTANCE_BASE: usize = LENGTH_BASE + 64; // u32[32]: slot -> base - 1 | extra bits << 16
// @ts-ignore: decorator
@inline const OBSERVED: usize = DISTANCE_BASE + 128; // u32[16 + 16]: kinds of the block's earlier tokens, and of its latest
// @ts-ignore: decorator
@inline const TOKEN_CODES: usize = OBSERVED + 128; // u32[512]: of each literal, then of each match length, its bits | code with extra bits << 8
// @ts-ignore: decorator
@inline const PRECODE_ORDER: usize = TOKEN_CODES + 2048; // u8[20]
// @ts-ignore: decorator
@inline const DISTANCE_BITS: usize = PRECODE_ORDER + 32; // u64[513], by distanceIndex: what to add to the distance less one, shifted | that shift << 32 | bits << 40
// @ts-ignore: decorator
@inline const RECENT: usize = DISTANCE_BITS + 513 * 8 + 8; // u32[288 + 32]: counts of the latest tokens, as LITERAL_COUNTS and DISTANCE_COUNTS
// @ts-ignore: decorator
@inline const RECENT_DISTANCES: usize = RECENT + 288 * 4;
// @ts-ignore: decorator
@inline const COUNTS_BYTES: usize = (288 + 32) * 4;

let bits: u64 = 0;
let bitCount: u32 = 0;
let out: usize = 0;
/** Behind the last token gathered. */
let tokens: usize = TOKENS;
let observations: u32 = 0;

let ready: bool = false;

// @ts-ignore: decorator
@inline function log2(value: u32): u32 {
  return 31 - clz(value);
}

function prepareTables(): void {
  let length: u32 = 0;
  for (let slot: u32 = 0; slot < 28; slot++) {
    const extra: u32 = slot < 8 ? 0 : (slot >> 2) - 1;
    store<u16>(LENGTH_BASE + (slot << 1), <u16>(length | (extra << 8)));
    for (let i: u32 = 0; i < <u32>1 << extra; i++) store<u8>(LENGTH_SLOT + length++, <u8>slot);
  }
  store<u8>(LENGTH_SLOT + 255, 28);
  store<u16>(LENGTH_BASE + 56, 255);
  let distance: u32 = 0;
  for (let slot: u32 = 0; slot < DISTANCES; slot++) {
    const extra: u32 = slot < 4 ? 0 : (slot >> 1) - 1;
    store<u32>(DISTANCE_BASE + (slot << 2), distance | (extra << 16));
    distance += <u32>1 << extra;
  }
  // The order in which code-length code lengths are sent: 16 17 18 0 8 7 9 6 10 5 11 4 12 3 13 2 14 1 15.
  store<u8>(PRECODE_ORDER, 16);
  store<u8>(PRECODE_ORDER + 1, 17);
  store<u8>(PRECODE_ORDER + 2, 18);
  store<u8>(PRECODE_ORDER + 3, 0);
  for (let i: u32 = 0; i < 8; i++) {
    store<u8>(PRECODE_ORDER + 4 + 2 * i, <u8>(8 + i));
    if (i < 7) store<u8>(PRECODE_ORDER + 5 + 2 * i, <u8>(7 - i));
  }
  ready = true;
}

/** Where DISTANCE_BITS has the distance less one `d`: the slots of up to 256 are exact there, those beyond are multiples of 128. NO_DISTANCE comes last. */
// @ts-ignore: decorator
@inline function distanceIndex(d: u32): u32 {
  return select<u32>(d, 256 + (d >> 7), d < 256);
}

/** The slot of a distance less one (RFC 1951, 3.2.5): without a branch, since nothing foretells it. */
// @ts-ignore: decorator
@inline function distanceSlot(d: u32): u32 {
  const top = 31 - clz(d);
  return select<u32>(d, 2 * top + ((d >> (top - 1)) & 1), d < 2);
}

// ---- bits ----

// @ts-ignore: decorator
@inline function put(value: u64, count: u32): void {
  bits |= value << bitCount;
  bitCount += count;
}

// @ts-ignore: decorator
@inline function flush(): void {
  store<u64>(out, bits);
  out += bitCount >> 3;
  bits >>= bitCount & 56;
  bitCount &= 7;
}

// ---- Huffman codes ----

/** Builds canonical codes of at most `limit` bits for `symbols` counts; returns how many symbols are used. */
function buildCode(counts: usize, codes: usize, symbols: u32, limit: u32): u32 {
  // Symbols in use, sorted by count (LSD radix over 3 x 8 bits; stable, so ties go by symbol).
  let used: u32 = 0;
  let largest: u32 = 0;
  for (let s: u32 = 0; s < symbols; s++) {
    const count = load<u32>(counts + (s << 2));
    store<u32>(codes + (s << 2), 0);
    if (count) {
      store<u32>(SORT_A + (used++ << 2), s | (count << 9));
      if (count > largest) largest = count;
    }
  }
  if (used == 0) return 0;
  if (used == 1) {
    store<u32>(codes + ((load<u32>(SORT_A) & 511) << 2), 1 << 16);
    return 1;
  }
  let from = SORT_A;
  let to = SORT_B;
  for (let shift: u32 = 9; largest; largest >>= 8, shift += 8) {
    memory.fill(RADIX, 0, 1024);
    for (let i: u32 = 0; i < used; i++) {
      const at = RADIX + (((load<u32>(from + (i << 2)) >> shift) & 255) << 2);
      store<u32>(at, load<u32>(at) + 1);
    }
    let sum: u32 = 0;
    for (let i: u32 = 0; i < 256; i++) {
      const n = load<u32>(RADIX + (i << 2));
      store<u32>(RADIX + (i << 2), sum);
      sum += n;
    }
    for (let i: u32 = 0; i < used; i++) {
      const entry = load<u32>(from + (i << 2));
      const at = RADIX + (((entry >> shift) & 255) << 2);
      const place = load<u32>(at);
      store<u32>(at, place + 1);
      store<u32>(to + (place << 2), entry);
    }
    const swap = from;
    from = to;
    to = swap;
  }

  // Code lengths in place after Moffat and Katajainen, "In-place calculation of minimum-redundancy codes".
  const a = NODES;
  for (let i: u32 = 0; i < used; i++) store<u32>(a + (i << 2), load<u32>(from + (i << 2)) >> 9);
  store<u32>(a, load<u32>(a) + load<u32>(a + 4));
  let root: u32 = 0;
  let leaf: u32 = 2;
  for (let next: u32 = 1; next < used - 1; next++) {
    let weight: u32;
    if (leaf >= used || load<u32>(a + (root << 2)) < load<u32>(a + (leaf << 2))) {
      weight = load<u32>(a + (root << 2));
      store<u32>(a + (root++ << 2), next);
    } else weight = load<u32>(a + (leaf++ << 2));
    if (leaf >= used || (root < next && load<u32>(a + (root << 2)) < load<u32>(a + (leaf << 2)))) {
      weight += load<u32>(a + (root << 2));
      store<u32>(a + (root++ << 2), next);
    } else weight += load<u32>(a + (leaf++ << 2));
    store<u32>(a + (next << 2), weight);
  }
  store<u32>(a + ((used - 2) << 2), 0);
  for (let next: i32 = <i32>used - 3; next >= 0; next--) {
    const parent = load<u32>(a + (next << 2));
    store<u32>(a + (next << 2), load<u32>(a + (parent << 2)) + 1);
  }
  memory.fill(LENGTH_COUNTS, 0, 128);
  let available: i32 = 1;
  let taken: i32 = 0;
  let depth: u32 = 0;
  let node: i32 = <i32>used - 2;
  let left: i32 = <i32>used;
  while (available > 0) {
    while (node >= 0 && load<u32>(a + (node << 2)) == depth) {
      taken++;
      node--;
    }
    const leaves = available - taken;
    if (leaves > 0) {
      const at = LENGTH_COUNTS + (min(depth, limit) << 2);
      store<u32>(at, load<u32>(at) + leaves);
      left -= leaves;
    }
    available = 2 * taken;
    depth++;
    taken = 0;
  }
  // Leaves cut off at the limit overfill the code: lengthen the deepest shorter codes until it is complete again.
  let total: u32 = 0;
  for (let l: u32 = 1; l <= limit; l++) total += load<u32>(LENGTH_COUNTS + (l << 2)) << (limit - l);
  while (total > <u32>1 << limit) {
    let l = limit - 1;
    while (load<u32>(LENGTH_COUNTS + (l << 2)) == 0) l--;
    store<u32>(LENGTH_COUNTS + (l << 2), load<u32>(LENGTH_COUNTS + (l << 2)) - 1);
    store<u32>(LENGTH_COUNTS + ((l + 1) << 2), load<u32>(LENGTH_COUNTS + ((l + 1) << 2)) + 2);
    store<u32>(LENGTH_COUNTS + (limit << 2), load<u32>(LENGTH_COUNTS + (limit << 2)) - 1);
    total--;
  }
  // Longest codes to the rarest symbols, then canonical values (RFC 1951, 3.2.2), bit-reversed for the stream.
  let index: u32 = 0;
  for (let l = limit; l > 0; l--) {
    for (let n = load<u32>(LENGTH_COUNTS + (l << 2)); n > 0; n--) {
      store<u32>(codes + ((load<u32>(from + (index++ << 2)) & 511) << 2), l << 16);
    }
  }
  const nextCode = RADIX;
  let code: u32 = 0;
  store<u32>(LENGTH_COUNTS, 0);
  for (let l: u32 = 1; l <= limit; l++) {
    code = (code + load<u32>(LENGTH_COUNTS + ((l - 1) << 2))) << 1;
    store<u32>(nextCode + (l << 2), code);
  }
  for (let s: u32 = 0; s < symbols; s++) {
    const length = load<u32>(codes + (s << 2)) >> 16;
    if (length) {
      const at = nextCode + (length << 2);
      const value = load<u32>(at);
      store<u32>(at, value + 1);
      store<u32>(codes + (s << 2), reverse(value, length) | (length << 16));
    }
  }
  return used;
}

// @ts-ignore: decorator
@inline function reverse(value: u32, count: u32): u32 {
  value = ((value & 0x5555) << 1) | ((value >> 1) & 0x5555);
  value = ((value & 0x3333) << 2) | ((value >> 2) & 0x3333);
  value = ((value & 0x0f0f) << 4) | ((value >> 4) & 0x0f0f);
  value = ((value & 0x00ff) << 8) | ((value >> 8) & 0x00ff);
  return value >> (16 - count);
}

// ---- blocks ----

/** Run-length codes the code lengths of both trees into RUNS (RFC 1951, 3.2.7); returns their number. */
function runLengths(total: u32): u32 {
  memory.fill(PRECODE_COUNTS, 0, 128);
  let runs: u32 = 0;
  let i: u32 = 0;
  while (i < total) {
    const length = <u32>load<u8>(RAW_LENGTHS + i);
    let run: u32 = 1;
    while (i + run < total && <u32>load<u8>(RAW_LENGTHS + i + run) == length) run++;
    i += run;
    if (length == 0) {
      while (run >= 11) {
        const n = min<u32>(run, 138);
        runs = addRun(runs, 18, n - 11);
        run -= n;
      }
      if (run >= 3) {
        runs = addRun(runs, 17, run - 3);
        run = 0;
      }
    } else if (run >= 4) {
      runs = addRun(runs, length, 0);
      run--;
      while (run >= 3) {
        const n = min<u32>(run, 6);
        runs = addRun(runs, 16, n - 3);
        run -= n;
      }
    }
    for (; run > 0; run--) runs = addRun(runs, length, 0);
  }
  return runs;
}

// @ts-ignore: decorator
@inline function addRun(runs: u32, symbol: u32, extra: u32): u32 {
  store<u16>(RUNS + (runs << 1), <u16>(symbol | (extra << 8)));
  const at = PRECODE_COUNTS + (symbol << 2);
  store<u32>(at, load<u32>(at) + 1);
  return runs + 1;
}

/** Code length of a symbol in the fixed literal code (RFC 1951, 3.2.6). */
// @ts-ignore: decorator
@inline function fixedLength(symbol: u32): u32 {
  return symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8;
}

/** Makes the fixed codes the current ones. */
function useFixedCodes(): void {
  for (let s: u32 = 0; s < 288; s++) {
    const length = fixedLength(s);
    const value: u32 = s < 144 ? 0x30 + s : s < 256 ? 0x190 + s - 144 : s < 280 ? s - 256 : 0xc0 + s - 280;
    store<u32>(LITERAL_CODES + (s << 2), reverse(value, length) | (length << 16));
  }
  for (let s: u32 = 0; s < DISTANCES; s++) store<u32>(DISTANCE_CODES + (s << 2), reverse(s, 5) | (5 << 16));
}

/** Writes the tokens gathered so far, which encode `length` bytes at `start`, in the cheapest kind of block. */
function writeBlock(start: usize, length: u32, last: u32): void {
  countRecent();
  store<u32>(LITERAL_COUNTS + (END_OF_BLOCK << 2), 1);
  buildCode(LITERAL_COUNTS, LITERAL_CODES, LITERALS, 15);
  if (buildCode(DISTANCE_COUNTS, DISTANCE_CODES, DISTANCES, 15) == 0) store<u32>(DISTANCE_CODES, 1 << 16);

  let literals = LITERALS;
  while (literals > 257 && load<u32>(LITERAL_CODES + ((literals - 1) << 2)) == 0) literals--;
  let distances = DISTANCES;
  while (distances > 1 && load<u32>(DISTANCE_CODES + ((distances - 1) << 2)) == 0) distances--;
  for (let i: u32 = 0; i < literals; i++) store<u8>(RAW_LENGTHS + i, <u8>(load<u32>(LITERAL_CODES + (i << 2)) >> 16));
  for (let i: u32 = 0; i < distances; i++) {
    store<u8>(RAW_LENGTHS + literals + i, <u8>(load<u32>(DISTANCE_CODES + (i << 2)) >> 16));
  }
  const runs = runLengths(literals + distances);
  buildCode(PRECODE_COUNTS, PRECODE_CODES, PRECODES, 7);
  let precodes = PRECODES;
  while (precodes > 4 && load<u32>(PRECODE_CODES + (<u32>load<u8>(PRECODE_ORDER + precodes - 1) << 2)) == 0) precodes--;

  // Bits that each kind of block takes.
  let extra: u32 = 0;
  let dynamic: u32 = 3 + 14 + 3 * precodes;
  let fixed: u32 = 3;
  for (let i: u32 = 0; i < PRECODES; i++) {
    dynamic += load<u32>(PRECODE_COUNTS + (i << 2)) * (load<u32>(PRECODE_CODES + (i << 2)) >> 16);
  }
  dynamic += 2 * load<u32>(PRECODE_COUNTS + 64) + 3 * load<u32>(PRECODE_COUNTS + 68) + 7 * load<u32>(PRECODE_COUNTS + 72);
  for (let i: u32 = 0; i < literals; i++) {
    const count = load<u32>(LITERAL_COUNTS + (i << 2));
    dynamic += count * (load<u32>(LITERAL_CODES + (i << 2)) >> 16);
    fixed += count * fixedLength(i);
    if (i > 256) extra += count * (load<u16>(LENGTH_BASE + ((i - 257) << 1)) >> 8);
  }
  for (let i: u32 = 0; i < distances; i++) {
    const count = load<u32>(DISTANCE_COUNTS + (i << 2));
    dynamic += count * (load<u32>(DISTANCE_CODES + (i << 2)) >> 16);
    fixed += count * 5;
    extra += count * (load<u32>(DISTANCE_BASE + (i << 2)) >> 16);
  }
  dynamic += extra;
  fixed += extra;
  const stored: u32 = (8 + 4 * 8) * (1 + (length - 1) / 65535) + 8 * length;

  if (stored <= dynamic && stored <= fixed) {
    writeStored(start, length, last);
  } else if (fixed <= dynamic) {
    put(last | (1 << 1), 3);
    flush();
    useFixedCodes();
    writeTokens();
  } else {
    put(last | (2 << 1) | ((literals - 257) << 3) | ((distances - 1) << 8) | ((precodes - 4) << 13), 17);
    flush();
    for (let i: u32 = 0; i < precodes; i++) {
      put(load<u32>(PRECODE_CODES + (<u32>load<u8>(PRECODE_ORDER + i) << 2)) >> 16, 3);
      if (bitCount > 40) flush();
    }
    for (let i: u32 = 0; i < runs; i++) {
      flush();
      const run = <u32>load<u16>(RUNS + (i << 1));
      const symbol = run & 255;
      const code = load<u32>(PRECODE_CODES + (symbol << 2));
      put(code & 0xffff, code >> 16);
      if (symbol >= 16) put(run >> 8, symbol == 16 ? 2 : symbol == 17 ? 3 : 7);
    }
    flush();
    writeTokens();
  }
  memory.fill(LITERAL_COUNTS, 0, COUNTS_BYTES);
}

function writeStored(start: usize, length: u32, last: u32): void {
  while (length > 0) {
    const n = min<u32>(length, 65535);
    length -= n;
    put(length == 0 ? last : 0, 3);
    bitCount = (bitCount + 7) & ~7;
    flush();
    store<u32>(out, n | (~n << 16));
    memory.copy(out + 4, start, n);
    out += 4 + n;
    start += n;
    bits = 0;
  }
}

/** Makes the bits of every token from the current codes. */
function tabulateTokens(): void {
  for (let i: u32 = 0; i < 256; i++) {
    const literalCode = load<u32>(LITERAL_CODES + (i << 2));
    store<u32>(TOKEN_CODES + (i << 2), (literalCode >> 16) | ((literalCode & 0xffff) << 8));
    const slot = <u32>load<u8>(LENGTH_SLOT + i);
    const code = load<u32>(LITERAL_CODES + ((257 + slot) << 2));
    const base = <u32>load<u16>(LENGTH_BASE + (slot << 1));
    const length = code >> 16;
    const value = (code & 0xffff) | ((i - (base & 255)) << length);
    store<u32>(TOKEN_CODES + 1024 + (i << 2), (length + (base >> 8)) | (value << 8));
  }
  for (let slot: u32 = 0; slot < DISTANCES; slot++) {
    const code = load<u32>(DISTANCE_CODES + (slot << 2));
    const base = load<u32>(DISTANCE_BASE + (slot << 2));
    const length = code >> 16;
    const first = base & 0xffff;
    // The extra bits are the distance less the first of its slot, behind the code: both are had by one addition.
    const added = (code & 0xffff) - (first << length);
    const entry = <u64>added | (<u64>length << 32) | (<u64>(length + (base >> 16)) << 40);
    const end = distanceIndex(first + (<u32>1 << (base >> 16)) - 1);
    for (let i = distanceIndex(first); i <= end; i++) store<u64>(DISTANCE_BITS + (i << 3), entry);
  }
  // No bits, and the mark of a literal is taken off again.
  store<u64>(DISTANCE_BITS + (distanceIndex(NO_DISTANCE) << 3), <u64>(<u32>(0 - NO_DISTANCE)));
}

function writeTokens(): void {
  tabulateTokens();
  let hold = bits;
  let held = bitCount;
  let to = out;
  // No branches: whether a literal or a match comes next cannot be foretold, and storing the bits costs less than asking whether
  // it is due. At most 7 + 20 + 28 bits are held.
  for (let at = TOKENS; at < tokens; at += 4) {
    const token = load<u32>(at);
    const code = load<u32>(TOKEN_CODES + ((token >> 16) << 2));
    hold |= <u64>(code >> 8) << held;
    held += code & 0xff;
    const d = token & 0xffff;
    const distance = load<u64>(DISTANCE_BITS + (distanceIndex(d) << 3));
    // Of a shift only the five lowest bits count.
    hold |= <u64>((d << <u32>(distance >> 32)) + <u32>distance) << held;
    held += <u32>(distance >> 40);
    store<u64>(to, hold);
    to += held >> 3;
    hold >>= held & 56;
    held &= 7;
  }
  bits = hold;
  bitCount = held;
  out = to;
  flush();
  const code = load<u32>(LITERAL_CODES + (END_OF_BLOCK << 2));
  put(code & 0xffff, code >> 16);
  flush();
}

// ---- tokens ----

// @ts-ignore: decorator
@inline function count(at: usize): void {
  store<u32>(at, load<u32>(at) + 1);
}

/** Adds a literal at `next`. */
// @ts-ignore: decorator
@inline function literal(next: usize, value: u32): void {
  store<u32>(next, (value << 16) | NO_DISTANCE);
  count(RECENT + (value << 2));
}

/** Adds a match at `next`. */
// @ts-ignore: decorator
@inline function match(next: usize, length: u32, distance: u32): void {
  store<u32>(next, FIRST_MATCH + ((length - MIN_MATCH) << 16) + (distance - 1));
  count(RECENT + ((257 + <u32>load<u8>(LENGTH_SLOT + length - MIN_MATCH)) << 2));
  count(RECENT_DISTANCES + (distanceSlot(distance - 1) << 2));
}

/** Puts the counts of the latest tokens to those of the block. */
function countRecent(): void {
  for (let at: usize = 0; at < COUNTS_BYTES; at += 16) {
    v128.store(LITERAL_COUNTS + at, i32x4.add(v128.load(LITERAL_COUNTS + at), v128.load(RECENT + at)));
  }
  memory.fill(RECENT, 0, COUNTS_BYTES);
}

/** Counts the latest tokens by ten coarse kinds: literals by their two top bits and their lowest, matches by short and long. */
function observeRecent(): void {
  for (let quarter: u32 = 0; quarter < 4; quarter++) {
    const from = RECENT + (quarter << 8);
    let sums = v128.load(from);
    for (let at: usize = 16; at < 256; at += 16) sums = i32x4.add(sums, v128.load(from + at));
    const to = OBSERVED + 64 + (quarter << 3);
    store<u32>(to, i32x4.extract_lane(sums, 0) + i32x4.extract_lane(sums, 2));
    store<u32>(to + 4, i32x4.extract_lane(sums, 1) + i32x4.extract_lane(sums, 3));
  }
  let short: u32 = 0;
  let long: u32 = 0;
  // Lengths 3 to 8 are the symbols 257 to 262.
  for (let s: u32 = 257; s < 263; s++) short += load<u32>(RECENT + (s << 2));
  for (let s: u32 = 263; s < LITERALS; s++) long += load<u32>(RECENT + (s << 2));
  store<u32>(OBSERVED + 96, short);
  store<u32>(OBSERVED + 100, long);
}

/**
 * True when the latest tokens, `latest` of them, are distributed so unlike the block's earlier ones that a new code pays.
 * Called every 512 tokens. What is not split off counts as earlier from then on.
 */
function shouldSplit(latest: u32, blockLength: u32, remaining: u32): bool {
  observeRecent();
  if (observations > 0 && blockLength >= MIN_BLOCK && remaining >= MIN_BLOCK) {
    let delta: u32 = 0;
    for (let i: u32 = 0; i < 10; i++) {
      const expected = load<u32>(OBSERVED + (i << 2)) * latest;
      const actual = load<u32>(OBSERVED + 64 + (i << 2)) * observations;
      delta += actual > expected ? actual - expected : expected - actual;
    }
    const threshold: u32 = (latest * 220) / 512;
    if (delta + (blockLength >> 12) * observations >= threshold * observations) return true;
  }
  for (let i: u32 = 0; i < 10; i++) {
    const at = OBSERVED + (i << 2);
    store<u32>(at, load<u32>(at) + load<u32>(at + 64));
  }
  observations += latest;
  countRecent();
  return false;
}

function startBlock(): void {
  memory.fill(OBSERVED, 0, 64);
  observations = 0;
}

// ---- matches ----

// @ts-ignore: decorator
@inline function hash4(value: u32): usize {
  return ((value * 0x9e3779b1) >> (32 - HASH_BITS)) << 1;
}

// @ts-ignore: decorator
@inline function hash3(value: u32): usize {
  return (((value << 8) * 0x9e3779b1) >> (32 - HASH3_BITS)) << 1;
}

/** How many bytes at a and b are equal, at least `from` of them, at most `limit`. */
// @ts-ignore: decorator
@inline function extend(a: usize, b: usize, from: u32, limit: u32): u32 {
  let length = from;
  while (length + 8 <= limit) {
    const different = load<u64>(a + length) ^ load<u64>(b + length);
    if (different) return length + (<u32>ctz(different) >> 3);
    length += 8;
  }
  while (length < limit && load<u8>(a + length) == load<u8>(b + length)) length++;
  return length;
}

/** How many of the 16 bytes equal those at `at`, from the first on: the bits above those of the 16 are set, and end the count. */
// @ts-ignore: decorator
@inline function same16(bytes: v128, at: usize): u32 {
  return ctz(~i8x16.bitmask(i8x16.eq(bytes, v128.load(at))));
}

/** Where level 1 remembers the latest place of four bytes (15 bits of a hash). */
// @ts-ignore: decorator
@inline function nearSlot(value: u32): usize {
  return HEAD + <usize>(((value * 0x9e3779b1) >> 17) << 1);
}

/** Where level 1 remembers the latest place of seven bytes (15 bits of a hash), behind the slots of four; PREV is not used there. */
// @ts-ignore: decorator
@inline function farSlot(value: u64): usize {
  return HEAD3 + (<usize>(((value << 8) * 0x9e3779b185ebca87) >> 49) << 1);
}

/** Bytes of both kinds of slots. */
const FAST_SLOTS: u32 = 65536 + 65536;

/** Remembers `place` (position + 1) and returns what the slot remembered before. */
// @ts-ignore: decorator
@inline function exchange(slot: usize, place: u32): u32 {
  const before = <u32>load<u16>(slot);
  store<u16>(slot, <u16>place);
  return before;
}

// @ts-ignore: decorator
@inline function rememberNear(start: usize, position: u32): void {
  store<u16>(nearSlot(load<u32>(start + position)), <u16>(position + 1));
}

/**
 * Level 1: two positions at a time, each with the latest place of its next four bytes (near) and of its next seven (far: the one that is
 * likelier to match long). Where neither has a match, two literals go out; else the longer one is taken, the later one behind a literal.
 * Which of the two is decided without a branch, so that looking one byte ahead costs no more than it saves. Of a match the first four and
 * the last two positions are remembered as near, one each as far: a loop over all of them would cost more time than its matches are worth.
 * The longer nothing has matched, the more literals go out unasked: what is compressed already costs little time.
 */
function parseFast(start: usize, length: u32): void {
  const end = length;
  let position: u32 = 0;
  while (position < end) {
    const block = position;
    startBlock();
    let next = TOKENS;
    let unobserved = TOKENS;
    let misses: u32 = 0;
    while (position < end) {
      if (next - unobserved >= OBSERVATION) {
        if (shouldSplit(<u32>(next - unobserved) >> 2, position - block, end - position)) break;
        unobserved = next;
      }
      // Sixteen bytes are looked at from the later position on; what lies behind the input must have no influence.
      if (end - position < 17) {
        literal(next, load<u8>(start + position++));
        next += 4;
        continue;
      }
      const here = start + position;
      const value = load<u64>(here);
      const laterValue = load<u64>(here + 1);
      const place = position + 1;
      const near = exchange(nearSlot(<u32>value), place);
      const laterNear = exchange(nearSlot(<u32>laterValue), place + 1);
      const far = exchange(farSlot(value), place);
      const laterFar = exchange(farSlot(laterValue), place + 1);
      // All four are measured without a branch, since nothing foretells which wins. Places before the oldest, and those that never were (0),
      // do not count. One after the other in this function: a result in a global variable costs a store and a register.
      const oldest = select<u32>(place - WINDOW, 1, place > WINDOW);
      const bytes = v128.load(here);
      const nearDistance = place - near;
      const farDistance = place - far;
      const nearLength = select<u32>(same16(bytes, here - nearDistance), 0, near >= oldest);
      const farLength = select<u32>(same16(bytes, here - farDistance), 0, far >= oldest);
      const now = max(nearLength, farLength);
      const nowDistance = select<u32>(farDistance, nearDistance, farLength > nearLength);
      const laterOldest = select<u32>(place + 1 - WINDOW, 1, place >= WINDOW);
      const laterBytes = v128.load(here + 1);
      const laterNearDistance = place + 1 - laterNear;
      const laterFarDistance = place + 1 - laterFar;
      const laterNearLength = select<u32>(same16(laterBytes, here + 1 - laterNearDistance), 0, laterNear >= laterOldest);
      const laterFarLength = select<u32>(same16(laterBytes, here + 1 - laterFarDistance), 0, laterFar >= laterOldest);
      const later = max(laterNearLength, laterFarLength);
      const laterDistance = select<u32>(laterFarDistance, laterNearDistance, laterFarLength > laterNearLength);
      const byte = <u32>value & 0xff;
      store<u32>(next, (byte << 16) | NO_DISTANCE);
      if (max(now, later) < 4) {
        count(RECENT + (byte << 2));
        literal(next + 4, <u32>laterValue & 0xff);
        next += 8;
        position += 2;
        misses++;
        for (let unasked = min(misses >> 6, 32) << 1; unasked > 0 && end - position > 17; unasked--) {
          literal(next, load<u8>(start + position++));
          next += 4;
        }
        continue;
      }
      misses = 0;
      // The literal is there already; it counts when the later match is taken.
      const wait: u32 = later > now ? 1 : 0;
      const counted = RECENT + (byte << 2);
      store<u32>(counted, load<u32>(counted) + wait);
      next += wait << 2;
      let best = max(now, later);
      const distance = select<u32>(laterDistance, nowDistance, later > now);
      const inside = position + 2;
      position += wait;
      if (best == 16) best = extend(start + position, start + position - distance, 16, min(end - position, MAX_MATCH));
      match(next, best, distance);
      next += 4;
      position += best;
      const last = position - 1;
      const head = load<u64>(start + inside);
      store<u16>(nearSlot(<u32>head), <u16>(inside + 1));
      store<u16>(nearSlot(<u32>(head >> 8)), <u16>(inside + 2));
      store<u16>(farSlot(head), <u16>(inside + 1));
      rememberNear(start, min(inside + 2, last - 1));
      rememberNear(start, min(inside + 3, last - 1));
      const tail = load<u64>(start + last - 1);
      store<u16>(nearSlot(<u32>tail), <u16>last);
      store<u16>(nearSlot(<u32>(tail >> 8)), <u16>(last + 1));
      store<u16>(farSlot(tail >> 8), <u16>(last + 1));
    }
    tokens = next;
    writeBlock(start + block, position - block, position == end ? 1 : 0);
  }
}

/** Positions of a match that the levels without a look ahead enter into the chains, behind its first. */
const FAST_ENTRIES: u32 = 8;

let foundDistance: u32 = 0;

// @ts-ignore: decorator
@inline function insert(start: usize, p: u32): void {
  const value = load<u32>(start + p);
  const at = HEAD + hash4(value);
  store<u16>(PREV + (p << 1), load<u16>(at));
  store<u16>(at, <u16>(p + 1));
  store<u16>(HEAD3 + hash3(value), <u16>(p + 1));
}

/**
 * Enters `position` into the chains and returns the longest match there that is longer than `best` (else `best`);
 * its distance goes to foundDistance.
 */
function longest(start: usize, position: u32, limit: u32, best: u32, nice: u32, depth: u32): u32 {
  const here = start + position;
  const value = load<u32>(here);
  const at = HEAD + hash4(value);
  const at3 = HEAD3 + hash3(value);
  let candidate = <u32>load<u16>(at);
  const candidate3 = <u32>load<u16>(at3);
  store<u16>(PREV + (position << 1), <u16>candidate);
  store<u16>(at, <u16>(position + 1));
  store<u16>(at3, <u16>(position + 1));
  const oldest: u32 = position + 1 > WINDOW ? position + 1 - WINDOW : 1;
  if (best < 3 && candidate3 >= oldest && position + 1 - candidate3 <= 8192) {
    if (((load<u32>(start + candidate3 - 1) ^ value) << 8) == 0) {
      best = 3;
      foundDistance = position + 1 - candidate3;
    }
  }
  if (best >= limit) return best;
  if (best < 3) best = 3;
  const found3 = best;
  let tail = load<u32>(here + best - 3);
  while (candidate >= oldest) {
    const there = start + candidate - 1;
    if (load<u32>(there + best - 3) == tail && load<u32>(there) == value) {
      const length = extend(here, there, 4, limit);
      if (length > best) {
        best = length;
        foundDistance = position + 1 - candidate;
        if (length >= nice || length >= limit) return best;
        tail = load<u32>(here + best - 3);
      }
    }
    if (--depth == 0) break;
    candidate = load<u16>(PREV + ((candidate - 1) << 1));
  }
  return best;
}

/** How much less is searched (as a shift) for what is longer than a long match: by deflate(). */
let pastLong: u32 = 1;

/** Hash chains; takes the first good match (lazy 0) or looks one or two bytes ahead for a better one. */
function parseChains(start: usize, length: u32, nice: u32, depth: u32, lazy: u32): void {
  const end = length;
  let position: u32 = 0;
  while (position < end) {
    const block = position;
    startBlock();
    let next = TOKENS;
    let unobserved = TOKENS;
    while (position < end) {
      if (next - unobserved >= OBSERVATION) {
        if (shouldSplit(<u32>(next - unobserved) >> 2, position - block, end - position)) break;
        unobserved = next;
      }
      if (end - position < 5) {
        literal(next, load<u8>(start + position++));
        next += 4;
        continue;
      }
      foundDistance = 0;
      let best = longest(start, position, min(end - position, MAX_MATCH), 2, nice, depth);
      if (foundDistance == 0) {
        literal(next, load<u8>(start + position++));
        next += 4;
        continue;
      }
      let distance = foundDistance;
      let inserted = position;
      while (lazy && best < nice && end - position > best + 5 ) {
        // One byte later; in code, something longer than a long match is seldom far down the chain.
        foundDistance = 0;
        let later = longest(start, position + 1, min(end - position - 1, MAX_MATCH), best - 1, nice, depth >> (best < 16 ? 1 : pastLong));
        inserted = position + 1;
        if (foundDistance && later >= best && 4 * (<i32>later - <i32>best) + <i32>log2(distance) - <i32>log2(foundDistance) > 2) {
          literal(next, load<u8>(start + position++));
          next += 4;
          best = later;
          distance = foundDistance;
          continue;
        }
        if (lazy < 2) break;
        foundDistance = 0;
        later = longest(start, position + 2, min(end - position - 2, MAX_MATCH), best - 1, nice, depth >> 2);
        inserted = position + 2;
        if (foundDistance && later >= best && 4 * (<i32>later - <i32>best) + <i32>log2(distance) - <i32>log2(foundDistance) > 6) {
          literal(next, load<u8>(start + position++));
          next += 4;
          literal(next, load<u8>(start + position++));
          next += 4;
          best = later;
          distance = foundDistance;
          continue;
        }
        break;
      }
      match(next, best, distance);
      next += 4;
      // Where speed comes first, a match is entered by its first positions only: what is found through the others is worth less than its time.
      const entered = lazy ? position + best : min(position + best, inserted + 1 + FAST_ENTRIES);
      const stop = min(entered, end - 4);
      for (let p = inserted + 1; p < stop; p++) insert(start, p);
      position += best;
    }
    tokens = next;
    writeBlock(start + block, position - block, position == end ? 1 : 0);
  }
}

// ---- the stream ----

/** Adler-32 (RFC 1950, section 9). */
function adler32(at: usize, length: u32): u32 {
  let a: u32 = 1;
  let b: u32 = 0;
  const weightsLow = i16x8(16, 15, 14, 13, 12, 11, 10, 9);
  const weightsHigh = i16x8(8, 7, 6, 5, 4, 3, 2, 1);
  const ones = i16x8.splat(1);
  while (length > 0) {
    let n = min<u32>(length, 4096);
    length -= n;
    let sums = i32x4.splat(0);
    let carried = i32x4.splat(0);
    let weighted = i32x4.splat(0);
    const blocks = n >> 4;
    for (let i: u32 = 0; i < blocks; i++) {
      const bytes = v128.load(at);
      at += 16;
      carried = i32x4.add(carried, sums);
      const low = i16x8.extend_low_i8x16_u(bytes);
      const high = i16x8.extend_high_i8x16_u(bytes);
      sums = i32x4.add(sums, i32x4.dot_i16x8_s(i16x8.add(low, high), ones));
      weighted = i32x4.add(weighted, i32x4.add(i32x4.dot_i16x8_s(low, weightsLow), i32x4.dot_i16x8_s(high, weightsHigh)));
    }
    b = (b + a * (blocks << 4)) % 65521;
    b = (b + 16 * (sum4(carried) % 65521) + sum4(weighted)) % 65521;
    a = (a + sum4(sums)) % 65521;
    for (n &= 15; n > 0; n--) {
      a += load<u8>(at++);
      b += a;
    }
    a %= 65521;
    b %= 65521;
  }
  return (b << 16) | a;
}

// @ts-ignore: decorator
@inline function sum4(v: v128): u32 {
  return i32x4.extract_lane(v, 0) + i32x4.extract_lane(v, 1) + i32x4.extract_lane(v, 2) + i32x4.extract_lane(v, 3);
}

/** True when all bytes are zero; `length` is a multiple of 64. */
export function isZero(at: usize, length: u32): bool {
  for (const end = at + length; at < end; at += 64) {
    const all = v128.or(v128.or(v128.load(at), v128.load(at, 16)), v128.or(v128.load(at, 32), v128.load(at, 48)));
    if (v128.any_true(all)) return false;
  }
  return true;
}

/** Counts a fifteenth of the bytes by value at RADIX (a stride that no table in a program has); returns how many. */
function sample(at: usize, length: u32): u32 {
  memory.fill(RADIX, 0, 1024);
  let samples: u32 = 0;
  for (let i: u32 = 0; i < length; i += 15) {
    count(RADIX + (<usize>load<u8>(at + i) << 2));
    samples++;
  }
  return samples;
}

/** True when the sampled bytes are spread as evenly as compressed or encrypted ones are: each value comes nearly as often as the others. */
function seemsPacked(samples: u32): bool {
  let squares: u32 = 0;
  for (let i: u32 = 0; i < 256; i++) {
    const n = load<u32>(RADIX + (i << 2));
    squares += n * n;
  }
  // Of evenly spread values the squares come to samples + samples * samples / 256; an eighth more is let pass.
  return squares < samples + ((samples * samples) >> 8) + ((samples * samples) >> 11);
}

/** True when the sampled bytes are as those of machine code and its tables: an eighth above 127, and zeros, which no text has. */
function seemsCode(samples: u32): bool {
  let high: u32 = 0;
  for (let i: u32 = 128; i < 256; i++) high += load<u32>(RADIX + (i << 2));
  return high >= samples >> 3 && load<u32>(RADIX) >= samples >> 5;
}

/** Forgets all that was packed, and begins a stream at `to`; the first `slots` bytes are the places of earlier bytes. */
function begin(to: usize, slots: u32): void {
  memory.fill(HEAD, 0, slots);
  memory.fill(LITERAL_COUNTS, 0, COUNTS_BYTES);
  memory.fill(RECENT, 0, COUNTS_BYTES);
  bits = 0;
  bitCount = 0;
  store<u16>(to, 0x0178);
  out = to + 2;
}

/**
 * Compresses 1 to 65536 bytes at `from` to a zlib stream at `to`, which must have room for length + 64 bytes.
 * The 16 bytes after the input are read but have no influence.
 * @returns the length of the stream
 */
export function deflate(from: usize, length: u32, to: usize, level: u32): u32 {
  if (!ready) prepareTables();
  let done = false;
  const samples: u32 = level == 1 ? 0 : sample(from, length);
  // Later places in the chains are worth less in machine code than elsewhere: level 6, the one for speed and size alike, goes over fewer.
  const code: bool = level == 6 && seemsCode(samples);
  pastLong = code ? 3 : 1;
  // Chains are slowest where nothing matches. What is compressed already is tried the fast way first, and left at that if it gains little.
  if (level == 1 || seemsPacked(samples)) {
    begin(to, FAST_SLOTS);
    parseFast(from, length);
    done = level == 1 || <u32>(out - to) >= length - (length >> 5);
  }
  if (!done) {
    begin(to, 65536 + 16384);
    if (level == 2) parseChains(from, length, 10, 6, 0);
    else if (level == 3) parseChains(from, length, 14, 12, 0);
    else if (level == 4) parseChains(from, length, 30, 16, 0);
    else if (level == 5) parseChains(from, length, 30, 16, 1);
    else if (level == 6) parseChains(from, length, 65, code ? 16 : 26, 1);
    else if (level == 7) parseChains(from, length, 130, 100, 1);
    else if (level == 8) parseChains(from, length, 258, 300, 2);
    else parseChains(from, length, 258, 600, 2);
  }
  if (bitCount) {
    store<u8>(out, <u8>bits);
    out += 1;
  }
  store<u32>(out, bswap(adler32(from, length)));
  out += 4;
  return <u32>(out - to);
}

/**
 * Packs the grains of one window as a streamOptimized VMDK holds them: for each grain that is not all zero a marker
 * (u64 first sector, u32 size), the zlib stream, and zeros up to the next sector.
 * @param from the window's bytes, `grains` times 65536 and 16 readable bytes after them
 * @param firstGrain index of the first grain on the disk
 * @param to where the sectors go; room for 66048 bytes for each grain is needed
 * @param table gets a u32 for each grain: 0 for one not written, else 1 + its sector from `to`
 * @returns how many bytes were written at `to`, a multiple of 512
 */
export function packWindow(from: usize, grains: u32, firstGrain: u32, to: usize, table: usize, level: u32): u32 {
  const start = to;
  for (let i: u32 = 0; i < grains; i++, from += MAX_INPUT) {
    if (isZero(from, MAX_INPUT)) {
      store<u32>(table + (i << 2), 0);
      continue;
    }
    store<u32>(table + (i << 2), 1 + <u32>((to - start) >> 9));
    const length = deflate(from, MAX_INPUT, to + 12, level);
    store<u64>(to, <u64>(firstGrain + i) << 7);
    store<u32>(to + 8, length);
    const end = to + 12 + length;
    to = start + ((end - start + 511) & ~511);
    memory.fill(end, 0, to - end);
  }
  return <u32>(to - start);
}
