export const id = 1718;
export const ids = [1718];
export const modules = {

/***/ 7849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ skipFreeSpace)
/* harmony export */ });
/* harmony import */ var _free_space_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34335);
/* harmony import */ var _ranges_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(66498);
/* harmony import */ var _read_into_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64823);
/** Shows the free space of a disk as free, so that deleted data is neither converted nor leaked. */



/**
 * The same disk with free space told apart: `ranges()` yields it as `free`, and it reads as zeros, so that a block that is
 * only free in part carries nothing of what was deleted. Looks for the free space at the first read, unless it is given.
 * Closing it closes the disk.
 */
function skipFreeSpace(disk, freeSpace) {
    let found = freeSpace && Promise.resolve(freeSpace);
    const extents = async () => {
        found ??= (0,_free_space_js__WEBPACK_IMPORTED_MODULE_0__/* .findFreeSpace */ .S)(disk);
        return (await found).extents;
    };
    return {
        size: disk.size,
        format: disk.format,
        ...(disk.sectorSize !== undefined && { sectorSize: disk.sectorSize }),
        path: disk.path,
        read: async (offset, length) => {
            const free = await extents();
            const bytes = await disk.read(offset, length);
            wipe(free, bytes, offset);
            return bytes;
        },
        readInto: async (target, offset) => {
            const free = await extents();
            await (0,_read_into_js__WEBPACK_IMPORTED_MODULE_1__/* .readInto */ .P)(disk, target, offset);
            wipe(free, target, offset);
        },
        ranges: () => (0,_ranges_js__WEBPACK_IMPORTED_MODULE_2__/* .mergeRanges */ .$)(splitByFree()),
        close: () => disk.close(),
    };
    async function* splitByFree() {
        const free = await extents();
        for await (const range of disk.ranges()) {
            if (range.kind === 'zero') {
                yield range;
                continue;
            }
            let at = range.offset;
            const rangeEnd = range.offset + range.length;
            for (const { start, end } of free.within(range.offset, rangeEnd)) {
                yield { kind: range.kind, offset: at, length: start - at };
                yield { kind: 'free', offset: start, length: end - start };
                at = end;
            }
            yield { kind: range.kind, offset: at, length: rangeEnd - at };
        }
    }
}
/** Makes zeros of what is free in `bytes`, which were read at `offset`. */
function wipe(free, bytes, offset) {
    for (const { start, end } of free.within(offset, offset + bytes.length))
        bytes.fill(0, start - offset, end - offset);
}


/***/ }),

/***/ 88719:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ startDeflatePool)
/* harmony export */ });
/* harmony import */ var _deflate_slot_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34753);
/* harmony import */ var _deflate_thread_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45966);
/* harmony import */ var _spare_threads_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(56548);
/**
 * A pool of threads that pack windows of grains. Each thread has a few slots in a memory it shares with this one, so memory use is fixed
 * from the start.
 */



/**
 * Returns at once: what the threads will pack can be looked for while they start. Whoever calls closes the pool, whatever happens.
 * @param workers number of threads; default as many as cores
 * @param level 1 (fastest) to 9 (smallest)
 */
function startDeflatePool(level, workers) {
    const threads = Array.from({ length: (0,_deflate_thread_js__WEBPACK_IMPORTED_MODULE_1__/* .threadCount */ .C)(workers) }, _spare_threads_js__WEBPACK_IMPORTED_MODULE_2__/* .takeThread */ .s);
    const close = async () => {
        await Promise.all(threads.map((thread) => thread.close()));
    };
    const slots = Promise.all(threads.map(async ({ memory, run }) => (0,_deflate_slot_js__WEBPACK_IMPORTED_MODULE_0__/* .makeSlots */ .g3)(await memory, run, level))).then(aroundThreads);
    // Whoever started the pool may fail before it asks for them.
    slots.catch(() => { });
    return { workers: threads.length, level, slots, close };
}
/** In an order that goes round the threads. */
function aroundThreads(ofThreads) {
    const slots = (ofThreads[0] ?? []).flatMap((_, i) => ofThreads.map((ofThread) => ofThread[i]));
    return slots.filter((slot) => slot !== undefined);
}


/***/ }),

/***/ 30988:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  U: () => (/* binding */ identifyContent),
  y: () => (/* binding */ writeVmdkStream)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./.cache/build/src/errors.js
var errors = __webpack_require__(41251);
// EXTERNAL MODULE: ./.cache/build/src/disk/vmdk/deflate-pool.js
var deflate_pool = __webpack_require__(88719);
// EXTERNAL MODULE: ./.cache/build/src/disk/vmdk/deflate-slot.js
var deflate_slot = __webpack_require__(34753);
// EXTERNAL MODULE: ./.cache/build/src/disk/vmdk/deflate-worker.js
var deflate_worker = __webpack_require__(16147);
// EXTERNAL MODULE: ./.cache/build/src/disk/clear-bytes.js
var clear_bytes = __webpack_require__(57009);
// EXTERNAL MODULE: ./.cache/build/src/disk/read-into.js
var read_into = __webpack_require__(64823);
;// CONCATENATED MODULE: ./.cache/build/src/disk/vmdk/grain-windows.js
/** Cuts a disk into windows of grains and fills them, leaving out what need not be stored. */



/** The windows that hold data, in order. Zero and free ranges cost nothing, however long they are. */
async function* grainWindows(disk) {
    let offset = -1;
    let pieces = [];
    for await (const range of disk.ranges()) {
        if (range.kind !== 'data')
            continue;
        for (let at = range.offset; at < range.offset + range.length;) {
            const window = at - (at % deflate_slot/* WINDOW_SIZE */.DK);
            if (window !== offset) {
                if (pieces.length > 0)
                    yield { offset, pieces };
                offset = window;
                pieces = [];
            }
            const end = Math.min(range.offset + range.length, window + deflate_slot/* WINDOW_SIZE */.DK);
            pieces.push({ offset: at, length: end - at });
            at = end;
        }
    }
    if (pieces.length > 0)
        yield { offset, pieces };
}
/**
 * Reads a window into `target` (WINDOW_SIZE bytes). What lies between the pieces becomes zero, also when it was read
 * along with them: deleted data must not travel on.
 */
async function fillWindow(disk, window, target) {
    const start = window.pieces[0]?.offset ?? window.offset;
    const last = window.pieces.at(-1);
    const end = last ? last.offset + last.length : start;
    // One read for the whole span: file systems leave gaps of a few clusters, which cost less than another system call.
    await (0,read_into/* readInto */.P)(disk, target.subarray(start - window.offset, end - window.offset), start);
    let filled = 0;
    for (const piece of window.pieces) {
        (0,clear_bytes/* clearBytes */.L)(target, filled, piece.offset - window.offset);
        filled = piece.offset - window.offset + piece.length;
    }
    (0,clear_bytes/* clearBytes */.L)(target, filled, target.length);
}

// EXTERNAL MODULE: ./.cache/build/src/disk/vmdk/vmdk-descriptor.js
var vmdk_descriptor = __webpack_require__(49929);
// EXTERNAL MODULE: ./.cache/build/src/disk/vmdk/vmdk-header.js
var vmdk_header = __webpack_require__(50825);
;// CONCATENATED MODULE: ./.cache/build/src/disk/vmdk/vmdk-stream-writer.js
/**
 * Writes a disk as a streamOptimized VMDK in one pass. The layout is the one VMware's own exporters stream: header,
 * descriptor, grains each behind a marker, every grain table after its grains, then the grain directory, a footer and
 * the end-of-stream marker, and not one byte after it. Source: VMware "Virtual Disk Format 5.0", "Stream-Optimized
 * Compressed Sparse Extents"; header version 3 as ESXi demands.
 */








const GRAIN_SECTORS = deflate_worker/* GRAIN_SIZE */.ms / vmdk_header/* VMDK_SECTOR */.OM;
const DESCRIPTOR_SECTORS = 20;
/** Where the first grain stands, as in VMware's exports. */
const OVERHEAD_SECTORS = 128;
const TABLE_SECTORS = (vmdk_header/* VMDK_ENTRIES_PER_TABLE */.PP * 4) / vmdk_header/* VMDK_SECTOR */.OM;
/** Grain table entries are sector numbers of 32 bits. */
const MAX_SECTORS = 2 ** 32;
/**
 * @throws UserError disk-format-unsupported when the result would exceed the format's 2 TiB; what `disk` and `sink` throw;
 *   the signal's reason when aborted
 */
async function writeVmdkStream(disk, sink, options) {
    const sectors = Math.ceil(disk.size / vmdk_header/* VMDK_SECTOR */.OM);
    const stream = new StreamAssembler(sink, sectors, options.name);
    const pool = options.pool ?? (0,deflate_pool/* startDeflatePool */.K)(options.level, options.workers);
    try {
        if (pool.level !== options.level)
            throw new TypeError(`threads of level ${pool.level} for level ${options.level}`);
        await stream.begin(await descriptor(disk, sectors, options));
        await packAll(disk, pool, stream, options);
    }
    finally {
        await pool.close();
    }
    await stream.end();
    return {
        size: stream.position * vmdk_header/* VMDK_SECTOR */.OM,
        populated: stream.grains * deflate_worker/* GRAIN_SIZE */.ms,
        capacity: sectors * vmdk_header/* VMDK_SECTOR */.OM,
    };
}
/**
 * Keeps every slot busy: the packed windows go to the stream in the order of the disk, while the next ones are read. Where reading and
 * writing took turns, threads waited for the next window although a slot was free.
 */
async function packAll(disk, pool, stream, options) {
    const { signal, onProgress } = options;
    const free = [...(await pool.slots)];
    const written = [];
    let last = Promise.resolve();
    const write = async (before, slot, offset, packing) => {
        await before;
        const packed = await packing;
        signal.throwIfAborted();
        await stream.window(offset / deflate_worker/* GRAIN_SIZE */.ms, packed);
        onProgress?.(Math.min(offset + deflate_slot/* WINDOW_SIZE */.DK, disk.size));
        return slot;
    };
    try {
        for await (const window of grainWindows(disk)) {
            signal.throwIfAborted();
            const slot = free.shift() ?? (await written.shift());
            if (!slot)
                throw new TypeError('a slot was lost');
            await fillWindow(disk, window, slot.input);
            const grains = Math.ceil(Math.min(deflate_slot/* WINDOW_SIZE */.DK, disk.size - window.offset) / deflate_worker/* GRAIN_SIZE */.ms);
            const packing = slot.pack(window.offset / deflate_worker/* GRAIN_SIZE */.ms, grains);
            const done = write(last, slot, window.offset, packing);
            // Awaited in their turn; a thread that dies meanwhile must not count as an unhandled rejection.
            packing.catch(() => { });
            done.catch(() => { });
            written.push(done);
            last = done;
        }
        await last;
    }
    finally {
        // Where reading failed, what is in flight still ends: nothing may go to a sink that its owner takes for idle.
        await last.catch(() => { });
    }
}
/** Puts the parts of the stream one behind the other and remembers where they went. */
class StreamAssembler {
    /** Next sector of the stream. */
    position = 0;
    /** Grains stored. */
    grains = 0;
    #sink;
    #name;
    #capacity;
    #directory;
    #table = new Uint32Array(vmdk_header/* VMDK_ENTRIES_PER_TABLE */.PP);
    #tableIndex = -1;
    constructor(sink, capacity, name) {
        this.#sink = sink;
        this.#name = name;
        this.#capacity = capacity;
        this.#directory = new Uint32Array(Math.ceil(capacity / (GRAIN_SECTORS * vmdk_header/* VMDK_ENTRIES_PER_TABLE */.PP)));
    }
    async begin(descriptorText) {
        const front = Buffer.alloc(OVERHEAD_SECTORS * vmdk_header/* VMDK_SECTOR */.OM);
        (0,vmdk_header/* encodeVmdkHeader */.cU)(this.#header('end')).copy(front);
        front.write(descriptorText, vmdk_header/* VMDK_SECTOR */.OM, 'utf8');
        await this.#write(front);
    }
    async window(firstGrain, packed) {
        // A window lies within one table: 16 divides 512.
        const index = Math.floor(firstGrain / vmdk_header/* VMDK_ENTRIES_PER_TABLE */.PP);
        if (packed.bytes.length === 0)
            return;
        if (index !== this.#tableIndex) {
            await this.#finishTable();
            this.#tableIndex = index;
        }
        packed.table.forEach((entry, i) => {
            if (entry === 0)
                return;
            this.#table[(firstGrain + i) % vmdk_header/* VMDK_ENTRIES_PER_TABLE */.PP] = this.position + entry - 1;
            this.grains++;
        });
        await this.#write(packed.bytes);
    }
    async end() {
        await this.#finishTable();
        const directory = padToSectors(littleEndian(this.#directory));
        await this.#write((0,vmdk_header/* encodeVmdkMarker */.RS)(vmdk_header/* VMDK_MARKER_GRAIN_DIRECTORY */.c3, directory.length / vmdk_header/* VMDK_SECTOR */.OM));
        const directoryOffset = this.position;
        await this.#write(directory);
        await this.#write((0,vmdk_header/* encodeVmdkMarker */.RS)(vmdk_header/* VMDK_MARKER_FOOTER */.k6, 1));
        await this.#write((0,vmdk_header/* encodeVmdkHeader */.cU)(this.#header(directoryOffset)));
        await this.#write((0,vmdk_header/* encodeVmdkMarker */.RS)(vmdk_header/* VMDK_MARKER_END_OF_STREAM */.tt, 0));
    }
    async #finishTable() {
        if (this.#tableIndex < 0)
            return;
        await this.#write((0,vmdk_header/* encodeVmdkMarker */.RS)(vmdk_header/* VMDK_MARKER_GRAIN_TABLE */.hZ, TABLE_SECTORS));
        this.#directory[this.#tableIndex] = this.position;
        await this.#write(littleEndian(this.#table));
        this.#table = new Uint32Array(vmdk_header/* VMDK_ENTRIES_PER_TABLE */.PP);
        this.#tableIndex = -1;
    }
    async #write(bytes) {
        const after = this.position + bytes.length / vmdk_header/* VMDK_SECTOR */.OM;
        if (after > MAX_SECTORS) {
            throw new errors/* UserError */.yo('disk-format-unsupported', `${this.#name} would become larger than 2 TiB, the most a streamOptimized VMDK can address`, 'Convert a disk with less data on it, or set skip-free-space and a higher compression-level.');
        }
        await this.#sink(bytes);
        this.position = after;
    }
    #header(directoryOffset) {
        return {
            version: vmdk_header/* VMDK_STREAM_VERSION */.L9,
            flags: vmdk_header/* VMDK_FLAG_NEWLINE_TEST */.Qp | vmdk_header/* VMDK_FLAG_COMPRESSED */.SM | vmdk_header/* VMDK_FLAG_MARKERS */.eU,
            capacity: this.#capacity,
            grainSize: GRAIN_SECTORS,
            descriptorOffset: 1,
            descriptorSize: DESCRIPTOR_SECTORS,
            entriesPerTable: vmdk_header/* VMDK_ENTRIES_PER_TABLE */.PP,
            redundantDirectoryOffset: 0,
            directoryOffset,
            overHead: OVERHEAD_SECTORS,
            uncleanShutdown: false,
            compression: vmdk_header/* VMDK_COMPRESSION_DEFLATE */.Yl,
        };
    }
}
async function descriptor(disk, sectors, options) {
    const contentId = await identifyContent(disk);
    return (0,vmdk_descriptor/* encodeVmdkDescriptor */.Uu)({
        cid: contentId.slice(-8),
        parentCid: vmdk_descriptor/* NO_PARENT */.NP,
        createType: 'streamOptimized',
        extents: [{ access: 'RW', sectors, type: 'SPARSE', file: options.name }],
        database: {
            adapterType: options.adapterType,
            'geometry.cylinders': String(Math.min(65535, Math.floor(sectors / (255 * 63)))),
            'geometry.heads': '255',
            'geometry.sectors': '63',
            longContentID: contentId,
            // Tools that manage themselves (VMware KB 83068): vCenter takes them for installed, and a customization for possible, before
            // they ever ran.
            ...(options.toolsInstalled === true && { toolsInstallType: '4', toolsVersion: '2147483647' }),
            virtualHWVersion: '4',
        },
    });
}
const IDENTIFYING_HEAD = 2 ** 20;
const IDENTIFYING_TAIL = 64 * 2 ** 10;
/**
 * The content id stands at the front of the stream and so must be known before the content is: it comes from both
 * partition tables, whose GUIDs no two built images share, and the size.
 * @param more volumes on it, where those are at hand: of NTFS and FAT the head tells where the first files lie, which follows from the
 *   program that wrote them as well
 * @returns 32 hexadecimal digits
 */
async function identifyContent(disk, ...more) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    for (const each of [disk, ...more]) {
        hash.update(`stillframe ${each.size}\n`);
        hash.update(await each.read(0, Math.min(IDENTIFYING_HEAD, each.size)));
        const tail = Math.min(IDENTIFYING_TAIL, each.size);
        hash.update(await each.read(each.size - tail, tail));
    }
    const id = hash.digest('hex').slice(0, 32);
    // ffffffff and fffffffe have meanings of their own.
    return id.endsWith('ffffffff') || id.endsWith('fffffffe') ? `${id.slice(0, 31)}0` : id;
}
function littleEndian(numbers) {
    const bytes = Buffer.alloc(numbers.length * 4);
    numbers.forEach((value, i) => {
        bytes.writeUInt32LE(value, i * 4);
    });
    return bytes;
}
function padToSectors(bytes) {
    return Buffer.concat([bytes, Buffer.alloc((vmdk_header/* VMDK_SECTOR */.OM - (bytes.length % vmdk_header/* VMDK_SECTOR */.OM)) % vmdk_header/* VMDK_SECTOR */.OM)]);
}


/***/ }),

/***/ 91698:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ assertFreeSpace)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41251);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16053);
/** Says that a volume is too small before the work begins, not when it is half done. */



/** @throws UserError disk-full that says how much is missing and where */
async function assertFreeSpace(folder, bytes, what) {
    const { bavail, bsize } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.statfs)(folder);
    if (bavail * bsize >= bytes)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('disk-full', `${folder} has ${(0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .formatSize */ .Xq)(bavail * bsize)} free; ${what} needs ${(0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .formatSize */ .Xq)(bytes)}`, 'Free some space there, or point RUNNER_TEMP (or the output) at a larger volume.');
}


/***/ }),

/***/ 68650:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L: () => (/* binding */ openReuse)
});

// EXTERNAL MODULE: ./.cache/build/src/errors.js
var errors = __webpack_require__(41251);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.cache/build/src/files/explain-path-error.js
var explain_path_error = __webpack_require__(49094);
// EXTERNAL MODULE: ./.cache/build/src/files/hash-file.js
var hash_file = __webpack_require__(94427);
// EXTERNAL MODULE: ./.cache/build/src/files/held-path.js
var held_path = __webpack_require__(46123);
// EXTERNAL MODULE: ./.cache/build/src/files/make-folder.js
var make_folder = __webpack_require__(69399);
// EXTERNAL MODULE: ./.cache/build/src/files/move-into-place.js
var move_into_place = __webpack_require__(69174);
// EXTERNAL MODULE: ./.cache/build/src/units.js
var units = __webpack_require__(16053);
;// CONCATENATED MODULE: ./.cache/build/src/reuse/cache-secret.js
/** The secret of one cache, under which everything in it is digested: from a plain digest an answer file's password could be guessed. */



const HEX = /^[0-9a-f]{64}$/;
/** Made by whoever comes first. One that is damaged is made anew: what was kept under it is found no more, and goes in its turn. */
async function cacheSecret(folder) {
    const path = (0,external_node_path_.join)(folder, 'secret');
    const known = await readSecret(path);
    if (known)
        return known;
    const own = `${path}.${(0,external_node_crypto_.randomUUID)()}`;
    const secret = (0,external_node_crypto_.randomBytes)(32);
    await (0,promises_.writeFile)(own, secret.toString('hex'), { mode: 0o600, flag: 'wx' });
    await (0,promises_.link)(own, path).catch(async () => {
        // Somebody else was first, and that one counts; or it is damaged, or the file system knows no links.
        if ((await readSecret(path)) === undefined)
            await (0,promises_.rename)(own, path);
    });
    await (0,promises_.rm)(own, { force: true });
    return (await readSecret(path)) ?? secret;
}
async function readSecret(path) {
    const text = (await (0,promises_.readFile)(path, 'utf8').catch(() => '')).trim();
    return HEX.test(text) ? Buffer.from(text, 'hex') : undefined;
}

;// CONCATENATED MODULE: ./.cache/build/src/reuse/explain-parts.js
/** Says in words what two runs have in common, and what differs. */
/** More than these are counted alone. */
const MOST_TOLD = 5;
/** "same ISO, updates, drivers" */
function sameParts(parts) {
    return `same ${[...new Set(parts.map(({ kind }) => kind))].join(', ')}`;
}
/**
 * What is another than before, each in a clause: `size of the disk: 40 GiB -> 60 GiB`, `the ISO has changed`. Only what may be shown is.
 * @returns at least one clause when the two differ
 */
function changedParts(before, now) {
    const old = byName(before);
    const current = byName(now);
    const clauses = [];
    for (const [name, parts] of current) {
        const earlier = old.get(name);
        if (earlier === undefined)
            clauses.push(`${name} is new${shownValue(parts)}`);
        else if (texts(earlier) !== texts(parts))
            clauses.push(change(name, earlier, parts));
    }
    for (const [name, parts] of old)
        if (!current.has(name))
            clauses.push(`${name} is gone${shownValue(parts)}`);
    if (clauses.length === 0 && texts(before) !== texts(now))
        clauses.push(`the order is another: ${reordered(before, now)}`);
    const more = clauses.length - MOST_TOLD;
    return more > 0 ? [...clauses.slice(0, MOST_TOLD), `and ${more} more`] : clauses;
}
function change(name, [before], [now]) {
    if (before?.value === undefined || now?.value === undefined)
        return `${name} has changed`;
    return `${name}: ${before.value || 'none'} -> ${now.value || 'none'}`;
}
function shownValue([part]) {
    return part?.value ? ` (${part.value})` : '';
}
/** The first that stands where another one stood. */
function reordered(before, now) {
    return now.find((part, index) => texts([part]) !== texts(before.slice(index, index + 1)))?.name ?? '';
}
/** Two updates may have one name; they are compared together. */
function byName(parts) {
    const found = new Map();
    for (const part of parts) {
        const known = found.get(part.name);
        if (known)
            known.push(part);
        else
            found.set(part.name, [part]);
    }
    return found;
}
function texts(parts) {
    return JSON.stringify(parts.map(({ kind, name, value, digest }) => [kind, name, value, digest]));
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./.cache/build/src/files/assert-free-space.js
var assert_free_space = __webpack_require__(91698);
// EXTERNAL MODULE: ./.cache/build/src/files/write-fully.js
var write_fully = __webpack_require__(16480);
;// CONCATENATED MODULE: ./.cache/build/src/reuse/place-file.js
/** Gives a large file a second name or a copy, by the cheapest way that the file systems allow. */





const WAYS = {
    clone: (from, to) => (0,promises_.copyFile)(from, to, promises_.constants.COPYFILE_EXCL | promises_.constants.COPYFILE_FICLONE_FORCE),
    link: promises_.link,
    assertRoom: assert_free_space/* assertFreeSpace */.V,
};
const CHUNK = 2 ** 20;
const ZEROS = Buffer.alloc(CHUNK);
/**
 * @param to does not exist; nothing is left there when this throws
 * @returns how it was done: what is written into a `link` in place changes both
 * @throws UserError disk-full where only a copy is possible and finds no room; what copying throws; the signal's reason
 */
async function placeFile(from, to, signal, ways = WAYS) {
    if (await succeeds(() => ways.clone(from, to)))
        return 'clone';
    if (await succeeds(() => ways.link(from, to)))
        return 'link';
    const target = await openCopy(from, to, ways);
    try {
        await copySparsely(from, target, signal);
    }
    catch (error) {
        await (0,promises_.rm)(to, { force: true });
        throw error;
    }
    finally {
        await target.close();
    }
    return 'copy';
}
/** Each file system refuses in a code of its own; when even a copy fails, that says why. */
async function succeeds(way) {
    return way().then(() => true, () => false);
}
async function openCopy(from, to, { assertRoom }) {
    const { size, mode, blocks } = await (0,promises_.stat)(from);
    await assertRoom((0,external_node_path_.dirname)(to), Math.min(size, blocks * 512), 'a copy of the file');
    return (0,promises_.open)(to, 'wx', mode & 0o777);
}
/** Leaves holes where there are zeros: a fixed disk is as large as it says and mostly empty. */
async function copySparsely(from, target, signal) {
    let at = 0;
    for await (const part of (0,external_node_fs_.createReadStream)(from, { highWaterMark: CHUNK, signal })) {
        if (!part.equals(ZEROS.subarray(0, part.length)))
            await (0,write_fully/* writeFully */.K)(target, part, at);
        at += part.length;
    }
    await target.truncate(at);
}

// EXTERNAL MODULE: ./.cache/build/src/reuse/stage.js
var reuse_stage = __webpack_require__(75075);
;// CONCATENATED MODULE: ./.cache/build/src/reuse/stage-entry.js
/** What is written beside a kept file: of what it was made, by which run, and what the stage told besides. */


/** In front of the JSON stands its HMAC under the secret of the cache: what is damaged, or of another hand, is none of ours. */
function encodeEntry(entry, secret) {
    const json = JSON.stringify(entry);
    return `${(0,reuse_stage/* keyed */.Dh)(secret, json)}\n${json}\n`;
}
/** Undefined for everything that `encodeEntry` did not write with this secret. */
function decodeEntry(text, secret) {
    const [seal = '', json = ''] = text.split('\n');
    const expected = (0,reuse_stage/* keyed */.Dh)(secret, json);
    if (seal.length !== expected.length || !(0,external_node_crypto_.timingSafeEqual)(Buffer.from(seal), Buffer.from(expected)))
        return undefined;
    return JSON.parse(json);
}

;// CONCATENATED MODULE: ./.cache/build/src/reuse/stage-cache.js
/**
 * Results of stages by what they follow from, shared by the runs and runners of one machine, bounded in size.
 *
 * Layout: `entries/<key>/entry` says what it is (stage-entry.ts), `entries/<key>/content` is the file; an entry is one rename, so there
 * is none that is half made. `making/<random>` is where entries come from and go to; `secret` as in cache-secret.ts.
 */














/** @throws UserError file-denied, path-invalid for a folder that cannot be written */
async function openStageCache(options, context) {
    const { folder } = options;
    const [entries, making] = [(0,external_node_path_.join)(folder, 'entries'), (0,external_node_path_.join)(folder, 'making')];
    try {
        await (0,make_folder/* makeFolder */.f)(folder);
        // Disks hold answer files with their passwords: nobody but this account goes in.
        for (const inner of [entries, making])
            await (0,promises_.mkdir)(inner, { recursive: true, mode: 0o700 });
        const cache = { ...options, entries, making, secret: await cacheSecret(folder), context };
        return {
            look: (stage) => look(cache, stage),
            take: (stage, path) => take(cache, stage, path),
            keep: (stage, path, result) => keep(cache, stage, path, result),
        };
    }
    catch (error) {
        throw (0,explain_path_error/* explainPathError */.n)(error, {
            what: 'the folder of kept results (STILLFRAME_KEPT)',
            path: folder,
            toWrite: true,
        });
    }
}
async function look(cache, stage) {
    const folder = (0,external_node_path_.join)(cache.entries, (0,reuse_stage/* stageKey */.Ih)(stage, cache.secret));
    const entry = await readEntry(cache, folder);
    if (entry === 'damaged')
        return damaged(cache, folder);
    if (entry === undefined)
        return missed(await whyMissed(cache, stage));
    const { sha256, result, run, at } = entry;
    const when = `${at.slice(0, 16).replace('T', ' ')} UTC`;
    const why = `${sameParts(stage.parts)} as in run ${run} of ${when}`;
    return { facts: { reused: true, why, from: { run, at } }, sha256, result };
}
async function take(cache, stage, path) {
    const { signal } = cache.context;
    const found = await look(cache, stage);
    if (!('sha256' in found))
        return found;
    const folder = (0,external_node_path_.join)(cache.entries, (0,reuse_stage/* stageKey */.Ih)(stage, cache.secret));
    const content = (0,external_node_path_.join)(folder, 'content');
    if (!(await isThere(content)))
        return damaged(cache, folder);
    await (0,promises_.rm)(path, { force: true });
    try {
        await placeFile(content, path, signal);
    }
    catch (error) {
        // Another run has removed it in this moment to stay within the bound; otherwise the place is at fault.
        if (await isThere(content))
            throw error;
        return missed('what was kept was removed by another run in this moment');
    }
    if ((await (0,hash_file/* hashFile */.DC)(path, signal)) !== found.sha256) {
        await (0,promises_.rm)(path);
        return damaged(cache, folder);
    }
    const now = new Date();
    await (0,promises_.utimes)((0,external_node_path_.join)(folder, 'entry'), now, now).catch(() => { });
    return found;
}
async function keep(cache, stage, path, result) {
    const { making, secret, run, context } = cache;
    const { log, signal, hold } = context;
    const folder = (0,external_node_path_.join)(making, (0,external_node_crypto_.randomUUID)());
    const made = hold(held_path/* HELD_PATH */.w, { paths: [folder] });
    try {
        const size = await allocated(path);
        if (size > cache.maxBytes) {
            log.warning(`${(0,external_node_path_.basename)(path)} is not kept for later runs: it takes ${(0,units/* formatSize */.Xq)(size)}, and the bound of all is ${(0,units/* formatSize */.Xq)(cache.maxBytes)} (STILLFRAME_KEPT_SIZE).`);
            return;
        }
        await (0,promises_.mkdir)(folder);
        const content = (0,external_node_path_.join)(folder, 'content');
        const how = await placeFile(path, content, signal);
        const sha256 = await (0,hash_file/* hashFile */.DC)(content, signal);
        const entry = {
            ...{ action: stage.action, name: stage.name, parts: (0,reuse_stage/* keptParts */.Ng)(stage, secret) },
            ...{ run, at: new Date().toISOString(), sha256, result },
        };
        await (0,promises_.writeFile)((0,external_node_path_.join)(folder, 'entry'), encodeEntry(entry, secret), { mode: 0o600 });
        const key = (0,reuse_stage/* stageKey */.Ih)(stage, secret);
        await (0,move_into_place/* renameHeld */.Yd)(folder, (0,external_node_path_.join)(cache.entries, key)).catch(async (error) => {
            // Another run has made the same.
            if (typeof (await readEntry(cache, (0,external_node_path_.join)(cache.entries, key))) !== 'object')
                throw error;
        });
        log.info(`Kept for later runs (${how}): ${(0,external_node_path_.basename)(path)}, ${(0,units/* formatSize */.Xq)(size)}`);
        await trim(cache, key);
    }
    catch (error) {
        signal.throwIfAborted();
        log.warning(`${(0,external_node_path_.basename)(path)} could not be kept for later runs: ${error instanceof Error ? error.message : String(error)}`);
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
        made();
    }
}
function missed(why) {
    return { facts: { reused: false, why } };
}
async function damaged(cache, folder) {
    await remove(cache, folder);
    const why = 'what was kept is not what it was: damaged, or written to in place after it was kept; it is removed';
    cache.context.log.warning(`Nothing is reused: ${why}.`);
    return missed(why);
}
async function whyMissed(cache, stage) {
    const last = (await readEntries(cache))
        .filter(({ action, name }) => action === stage.action && name === stage.name)
        .sort((a, b) => (a.at < b.at ? 1 : -1))[0];
    if (last === undefined)
        return `nothing is kept of ${stage.name}`;
    const changes = changedParts(last.parts, (0,reuse_stage/* keptParts */.Ng)(stage, cache.secret));
    return `other inputs than run ${last.run} had: ${changes.join('; ')}`;
}
async function readEntry({ secret }, folder) {
    const text = await (0,promises_.readFile)((0,external_node_path_.join)(folder, 'entry'), 'utf8').catch(() => undefined);
    if (text !== undefined)
        return decodeEntry(text, secret) ?? 'damaged';
    return (await isThere(folder)) ? 'damaged' : undefined;
}
/** All that can be read. */
async function readEntries(cache) {
    const found = [];
    for (const key of await (0,promises_.readdir)(cache.entries)) {
        const entry = await readEntry(cache, (0,external_node_path_.join)(cache.entries, key));
        if (entry !== undefined && entry !== 'damaged')
            found.push(entry);
    }
    return found;
}
/** In one step for everybody else: what is gone half would be taken for damaged. */
async function remove({ making, context }, folder) {
    const grave = (0,external_node_path_.join)(making, (0,external_node_crypto_.randomUUID)());
    const gone = context.hold(held_path/* HELD_PATH */.w, { paths: [grave] });
    // Somebody else was faster, or on Windows has it open: it goes the next time.
    await (0,promises_.rename)(folder, grave).catch(() => { });
    await (0,promises_.rm)(grave, { recursive: true, force: true });
    gone();
}
/** Removes what was used least recently until the rest is within the bound. @param kept is not removed */
async function trim(cache, kept) {
    const found = [];
    for (const key of await (0,promises_.readdir)(cache.entries)) {
        const folder = (0,external_node_path_.join)(cache.entries, key);
        const used = (await (0,promises_.stat)((0,external_node_path_.join)(folder, 'entry')).catch(() => undefined))?.mtimeMs ?? 0;
        found.push({ key, size: await allocated((0,external_node_path_.join)(folder, 'content')).catch(() => 0), used });
    }
    let total = found.reduce((sum, { size }) => sum + size, 0);
    for (const { key, size } of found.filter((one) => one.key !== kept).sort((a, b) => a.used - b.used)) {
        if (total <= cache.maxBytes)
            return;
        await remove(cache, (0,external_node_path_.join)(cache.entries, key));
        total -= size;
    }
}
/** Bytes that it takes of its volume: of a file with holes less than its size. */
async function allocated(path) {
    const { size, blocks } = await (0,promises_.stat)(path);
    return Math.min(size, blocks * 512);
}
async function isThere(path) {
    return (await (0,promises_.stat)(path).catch(() => undefined)) !== undefined;
}

// EXTERNAL MODULE: ./.cache/build/src/job/own-bundle.js
var own_bundle = __webpack_require__(83063);
;// CONCATENATED MODULE: ./.cache/build/src/job/open-reuse.js
/** Opens what earlier runs have kept, for stages that ask for it. */



/**
 * The code that runs is a part of every stage: another Stillframe may make another result of the same inputs.
 * @param place undefined where reuse was not asked for
 * @param bundle asked for the digest of that code, which takes the reading of all of it: undefined where it runs from its source
 * @returns undefined where nothing is reused, which is told where it was asked for
 * @throws UserError path-invalid
 */
async function openReuse(place, context, bundle = own_bundle/* ownBundle */.v) {
    if (place === undefined)
        return undefined;
    const code = await bundle();
    if (code === undefined) {
        context.log.warning('Nothing is reused or kept: Stillframe runs from its source, which is not known by a digest.');
        return undefined;
    }
    try {
        return withCode(await openStageCache(place, context), code);
    }
    catch (error) {
        if (!(error instanceof errors/* UserError */.yo) || error.code !== 'file-denied')
            throw error;
        context.log.warning(`${error.message}. Nothing is reused or kept. ${error.hint}`);
        return undefined;
    }
}
function withCode(cache, code) {
    const whole = (stage) => ({
        ...stage,
        parts: [{ kind: 'Stillframe', name: 'Stillframe itself', value: code }, ...stage.parts],
    });
    return {
        look: (stage) => cache.look(whole(stage)),
        take: (stage, path) => cache.take(whole(stage), path),
        keep: (stage, path, result) => cache.keep(whole(stage), path, result),
    };
}


/***/ }),

/***/ 83063:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ ownBundle)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/** Which Stillframe this is: by the bytes that run, whatever ref or version they were asked for by. */



/**
 * @param entry the program that Node was started with, `dist/<name>/index.js`
 * @returns SHA-256 over names and contents of the code that all entries share; undefined where it runs from its source
 */
async function ownBundle(entry = process.argv[1]) {
    if (entry === undefined)
        return undefined;
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(entry), '..', 'shared');
    const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(folder).catch(() => []);
    if (!names.includes('index.js'))
        return undefined;
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    for (const name of names.filter((file) => /\.(?:m?js|wasm)$/.test(file)).sort()) {
        const content = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name));
        hash.update(`${name}\0${content.length}\0`).update(content);
    }
    return hash.digest('hex');
}


/***/ }),

/***/ 65647:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ showProgress)
/* harmony export */ });
/* unused harmony export tellTenths */
/** Progress of long work: one moving line where the log can show it, else a line for every tenth of the way. */
/**
 * @param what the words behind the percentage, such as `of the disk packed`; may be empty
 * @returns takes the share that is done, 0 to 1, however often
 */
function showProgress(log, what) {
    if (log.progress)
        return log.progress.bind(log, what);
    return tellTenths((percent) => log.info(`${percent} % ${what}`.trimEnd()));
}
/**
 * @param tell called with 10, 20 … 100 when that much is done; what several steps passed at once is told once
 * @returns takes the share that is done, 0 to 1
 */
function tellTenths(tell) {
    let told = 0;
    return (share) => {
        const tenth = Math.min(10, Math.floor(share * 10));
        if (tenth <= told)
            return;
        told = tenth;
        tell(tenth * 10);
    };
}


/***/ }),

/***/ 308:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ reuseRow)
/* harmony export */ });
/** The row of a summary that says whether the work was done. */
/** @param dryRun nothing was done in any case */
function reuseRow({ reused, why }, dryRun = false) {
    const done = reused ? 'stage skipped' : 'made anew';
    const would = reused ? 'would be skipped' : 'would be made anew';
    return ['Reuse', `${dryRun ? would : done}: ${why}`];
}


/***/ }),

/***/ 75075:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dh: () => (/* binding */ keyed),
/* harmony export */   Ih: () => (/* binding */ stageKey),
/* harmony export */   JV: () => (/* binding */ shownPart),
/* harmony export */   Ng: () => (/* binding */ keptParts),
/* harmony export */   aW: () => (/* binding */ hiddenPart)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/** A stage: work whose result follows from its parts and from nothing else, so that one that was kept stands for doing it again. */

/** What may stand in logs and reports. */
function shownPart(kind, name, value) {
    return { kind, name, value: String(value), shown: true };
}
/** What may be a secret, or be long: only that it differs is told. */
function hiddenPart(kind, name, value) {
    return { kind, name, value };
}
function keptParts({ parts }, secret) {
    return parts.map(({ kind, name, value, shown }) => ({
        kind,
        name,
        ...(shown ? { value } : { digest: keyed(secret, JSON.stringify([kind, name, value])) }),
    }));
}
/** @returns 64 hexadecimal digits that another result of the same action has only when all its parts are the same, in the same order */
function stageKey({ action, parts }, secret) {
    return keyed(secret, JSON.stringify([action, parts.map(({ kind, name, value }) => [kind, name, value])]));
}
/** HMAC-SHA256, lower-case hexadecimal. */
function keyed(secret, text) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)('sha256', secret).update(text).digest('hex');
}


/***/ }),

/***/ 97685:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BN: () => (/* binding */ afterFirstBootOnVsphere),
/* harmony export */   KJ: () => (/* binding */ bakeHost),
/* harmony export */   dg: () => (/* binding */ afterFirstBoot)
/* harmony export */ });
/** What a template's `bake` means for the guest at the end of its first boot. */
function afterFirstBoot({ bake }) {
    if (bake.on === 'none')
        return 'stay';
    return bake.seal === 'generalize' ? 'generalize' : 'shut-down';
}
/** Whose machine the first start is on; that of a template that is not baked will be a clone's, on vSphere. */
function bakeHost({ bake }) {
    return bake.on === 'hyper-v' ? 'hyper-v' : 'vsphere';
}
/**
 * The same for the guest that is uploaded: after Hyper-V only VMware Tools are left to do, in the template itself, or, once that is
 * generalized, in each clone.
 */
function afterFirstBootOnVsphere(template) {
    const { bake, customize } = template;
    if (bake.on !== 'hyper-v')
        return afterFirstBoot(template);
    return customize.vmwareTools === 'none' || bake.seal === 'generalize' ? 'stay' : 'shut-down';
}


/***/ }),

/***/ 69634:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AU: () => (/* binding */ PNPUTIL_NOTHING_BETTER),
/* harmony export */   Cj: () => (/* binding */ STAGE_FOLDER),
/* harmony export */   Km: () => (/* binding */ RESTART_REQUIRED),
/* harmony export */   NH: () => (/* binding */ WUSA_ALREADY_INSTALLED),
/* harmony export */   gi: () => (/* binding */ STAGE_VARIABLE),
/* harmony export */   my: () => (/* binding */ DISM_NOT_APPLICABLE),
/* harmony export */   pM: () => (/* binding */ WUSA_NOT_APPLICABLE),
/* harmony export */   wp: () => (/* binding */ stagedName)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/** What is left for the image's first start, since it needs a running Windows: each step a small batch file. */

/** Where everything of ours lies in the image; it removes itself when all steps are done. */
const STAGE_FOLDER = 'Windows/Setup/Stillframe';
/** The same folder as batch files name it. */
const STAGE_VARIABLE = '%SystemRoot%\\Setup\\Stillframe';
/** A file's name as it is staged: nothing in it that means something to cmd.exe. */
function stagedName(path) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(path).replaceAll(/[^A-Za-z0-9._~-]/g, '_');
}
/** ERROR_SUCCESS_REBOOT_REQUIRED of Windows Installer and DISM. */
const RESTART_REQUIRED = 3010;
/** ERROR_NO_MORE_ITEMS of pnputil: staged, and no device needs it better than the driver it has. */
const PNPUTIL_NOTHING_BETTER = 259;
/** WU_S_ALREADY_INSTALLED (0x00240006) as wusa.exe returns it. */
const WUSA_ALREADY_INSTALLED = 0x00240006;
/** WU_E_NOT_APPLICABLE (0x80240017) as wusa.exe returns it, a signed number for cmd.exe. */
const WUSA_NOT_APPLICABLE = 0x80240017 | 0;
/** CBS_E_NOT_APPLICABLE (0x800f081e) as DISM returns it, a signed number for cmd.exe. */
const DISM_NOT_APPLICABLE = 0x800f081e | 0;


/***/ }),

/***/ 31713:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GP: () => (/* binding */ BOOT_SERVICES),
/* harmony export */   WO: () => (/* binding */ firstBootSteps),
/* harmony export */   rC: () => (/* binding */ HYPER_V_STEP)
/* harmony export */ });
/* unused harmony export allowRemoteDesktop */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _products_product_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39652);
/* harmony import */ var _plan_update_group_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(66979);
/* harmony import */ var _first_boot_step_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69634);
/** The steps for what an engine left to the first boot, in the order in which they must run. */




/** Resource of "Remote Desktop" in FirewallAPI.dll: the group's name in every language. */
const REMOTE_DESKTOP_GROUP = '@FirewallAPI.dll,-28752';
/**
 * Features of the installer ("Component values" of VMware's documentation), those that a template needs and that every Tools 11
 * to 13 knows: one name that is not in the package fails the whole installation, as AppDefense did with Tools 12. VSS is the
 * snapshot provider that quiescing needs.
 */
const TOOLS_FEATURES = ['Toolbox', 'Perfmon', 'VSS', 'PVSCSI', 'VMXNet3', 'VMCI', 'MemCtl', 'SVGA', 'Mouse'];
/** Services that a usable installation has: the Tools themselves and VMware's snapshot provider. */
const TOOLS_SERVICES = ['VMTools', 'vmvss'];
/**
 * Services of the drivers for the controllers that a machine of VMware may have its disk on, in lower case. At a start on a machine without
 * them Windows may put such a driver off (key StartOverride), which ends the next start on vSphere with INACCESSIBLE_BOOT_DEVICE.
 */
const BOOT_SERVICES = ['pvscsi', 'lsi_sas', 'storahci', 'stornvme'];
/** Of an image that waits for its start on Hyper-V, and of no other. */
const HYPER_V_STEP = '80-keep-boot-drivers';
/**
 * Drivers; features, which would stay at the level of the ISO if they came after the updates; updates, then those of .NET; a look at
 * the build that was reached; Tools, a look at their services; the firewall; the user's own scripts.
 */
function firstBootSteps(request) {
    const { build, drivers, features, sxs, packages, toolsSetup, remoteDesktop, scripts, bakeHost } = request;
    const groups = (0,_plan_update_group_js__WEBPACK_IMPORTED_MODULE_3__/* .groupUpdates */ .M)(packages);
    const dotnet = groups.filter(({ target }) => target.kind === 'dotnet');
    const system = groups.filter(({ target }) => target.kind !== 'dotnet');
    const updates = [...system, ...dotnet];
    return [
        ...drivers.map(driverStep),
        ...features.map((feature, index) => featureStep(feature, `20-feature-${pad(index + 1)}`, sxs)),
        ...updates.map((update, index) => updateStep(update, pad(index + 1), build)),
        ...buildStep(packages, build),
        ...(toolsSetup === undefined ? [] : toolsSteps(toolsSetup)),
        ...(remoteDesktop === undefined ? [] : [remoteDesktopStep(remoteDesktop.registry)]),
        ...scripts.map((path, index) => scriptStep(path, pad(index + 1))),
        ...(bakeHost === 'hyper-v' ? [bootDriversStep()] : []),
    ];
}
function driverStep({ name, infName, files }) {
    const target = `drivers/${(0,_first_boot_step_js__WEBPACK_IMPORTED_MODULE_2__/* .stagedName */ .wp)(name)}`;
    // A batch file holds ASCII alone, and nothing that it would read as a variable: there is one INF in that folder.
    const inf = (0,_first_boot_step_js__WEBPACK_IMPORTED_MODULE_2__/* .stagedName */ .wp)(infName) === infName ? infName : '*.inf';
    return {
        ...step(`10-driver-${(0,_first_boot_step_js__WEBPACK_IMPORTED_MODULE_2__/* .stagedName */ .wp)(name)}`, `Install driver ${infName}`, [
            `pnputil.exe /add-driver "${staged(target)}\\${inf}" /install`,
        ]),
        okCodes: [_first_boot_step_js__WEBPACK_IMPORTED_MODULE_2__/* .PNPUTIL_NOTHING_BETTER */ .AU],
        files: files.map(({ path, source }) => ({ path: `${target}/${path}`, file: source })),
    };
}
function featureStep(feature, id, sxs) {
    const source = sxs ? ` /Source:"${staged('sxs')}" /LimitAccess` : '';
    return {
        ...step(id, `Enable feature ${feature}`, [
            `dism.exe /Online /Enable-Feature /FeatureName:${feature} /All${source} /Quiet /NoRestart`,
        ]),
        sxs,
    };
}
/**
 * Each update lies in a folder of its own with its checkpoints and nothing else, as DISM wants them. Where updates build on
 * checkpoints DISM takes an .msu for the running Windows, and wusa.exe does not take checkpoints; before that only wusa.exe takes one.
 */
function updateStep({ target, checkpoints }, number, build) {
    const folder = `packages/${number}`;
    const file = `${staged(folder)}\\${(0,_first_boot_step_js__WEBPACK_IMPORTED_MODULE_2__/* .stagedName */ .wp)(target.path)}`;
    const title = `Install update ${target.kb ?? (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(target.path)}${target.kind ? ` (${target.kind})` : ''}`;
    const wusa = /\.msu$/i.test(target.path) && !hasCheckpoints(build);
    return {
        ...step(`30-update-${number}`, title, [
            wusa
                ? `wusa.exe "${file}" /quiet /norestart`
                : `dism.exe /Online /Add-Package /PackagePath:"${file}" /Quiet /NoRestart`,
        ]),
        okCodes: wusa ? [_first_boot_step_js__WEBPACK_IMPORTED_MODULE_2__/* .WUSA_ALREADY_INSTALLED */ .NH, _first_boot_step_js__WEBPACK_IMPORTED_MODULE_2__/* .WUSA_NOT_APPLICABLE */ .pM] : [_first_boot_step_js__WEBPACK_IMPORTED_MODULE_2__/* .DISM_NOT_APPLICABLE */ .my],
        files: [...checkpoints, target].map(({ path }) => ({ path: `${folder}/${(0,_first_boot_step_js__WEBPACK_IMPORTED_MODULE_2__/* .stagedName */ .wp)(path)}`, file: path })),
    };
}
function hasCheckpoints(build) {
    const product = (0,_products_product_js__WEBPACK_IMPORTED_MODULE_1__/* .productOfBuild */ .XW)(build);
    return product !== undefined && _products_product_js__WEBPACK_IMPORTED_MODULE_1__/* .PRODUCT_FACTS */ .sn[product].checkpoints;
}
/** Exit code 0 or "not applicable" proves nothing: what the cumulative updates promise is read from Windows itself. */
function buildStep(packages, build) {
    const promised = packages.flatMap(({ kind, build: text }) => {
        const [major, revision] = (text ?? '').split('.').map(Number);
        return kind === 'cumulative' && major === build && revision !== undefined ? [revision] : [];
    });
    if (promised.length === 0)
        return [];
    const least = Math.max(...promised);
    return [
        step('40-check-build', `Check that Windows has the build ${build}.${least}`, [
            'set UBR=0',
            'for /f "tokens=3" %%V in (\'reg query "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion" /v UBR ^| find "REG_DWORD"\') do set /a UBR=%%V',
            `echo Build revision %UBR%, promised ${least}`,
            `if %UBR% geq ${least} (cmd.exe /c exit 0) else (cmd.exe /c exit 1)`,
        ]),
    ];
}
function toolsSteps(setup) {
    const path = `tools/${(0,_first_boot_step_js__WEBPACK_IMPORTED_MODULE_2__/* .stagedName */ .wp)(setup)}`;
    return [
        {
            ...step('50-vmware-tools', 'Install VMware Tools with its snapshot provider', [
                `start "" /wait "${staged(path)}" /S /v "/qn REBOOT=R ADDLOCAL=${TOOLS_FEATURES.join(',')}"`,
            ]),
            files: [{ path, file: setup }],
            onVsphere: true,
        },
        {
            ...step('55-check-vmware-tools', `Check that VMware Tools have the services ${TOOLS_SERVICES.join(' and ')}`, TOOLS_SERVICES.flatMap((service) => [`sc.exe query ${service}`, 'if errorlevel 1 exit /b 1'])),
            onVsphere: true,
        },
    ];
}
function remoteDesktopStep(registry) {
    return step('60-remote-desktop', registry ? 'Allow Remote Desktop' : 'Open the firewall for Remote Desktop', [
        ...(registry
            ? [
                'reg add "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server" /v fDenyTSConnections /t REG_DWORD /d 0 /f',
                'if errorlevel 1 exit /b 1',
            ]
            : []),
        `powershell.exe -NoProfile -NonInteractive -Command "${allowRemoteDesktop()}"`,
    ]);
}
/** The firewall's rules, whose group has the same name in every language; exported for its test. */
function allowRemoteDesktop() {
    return `$ErrorActionPreference = 'Stop'; Enable-NetFirewallRule -Group '${REMOTE_DESKTOP_GROUP}'`;
}
/** Its exit code is the step's: 0 is success, 3010 asks for a restart, anything else is tried again. */
function scriptStep(path, number) {
    const file = `scripts/${number}-${(0,_first_boot_step_js__WEBPACK_IMPORTED_MODULE_2__/* .stagedName */ .wp)(path)}`;
    return {
        ...step(`70-script-${number}`, `Run ${(0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(path)}`, [
            /\.ps1$/i.test(path)
                ? `powershell.exe -NoProfile -NonInteractive -ExecutionPolicy Bypass -File "${staged(file)}"`
                : `call "${staged(file)}"`,
        ]),
        files: [{ path: file, file: path }],
    };
}
function bootDriversStep() {
    const each = `for %%S in (${BOOT_SERVICES.join(' ')}) do`;
    const key = '"HKLM\\SYSTEM\\CurrentControlSet\\Services\\%%S\\StartOverride"';
    return step(HYPER_V_STEP, 'Keep the drivers of VMware’s controllers started at boot', [
        `${each} reg delete ${key} /f >nul 2>nul`,
        `${each} (`,
        `  reg query ${key} >nul 2>nul`,
        '  if not errorlevel 1 exit /b 1',
        ')',
        'cmd.exe /c exit 0',
    ]);
}
function step(id, title, commands) {
    return {
        id,
        title,
        commands,
        okCodes: [],
        restartCodes: [_first_boot_step_js__WEBPACK_IMPORTED_MODULE_2__/* .RESTART_REQUIRED */ .Km],
        files: [],
        sxs: false,
        onVsphere: false,
    };
}
/** A path in the stage folder as batch files name it. */
function staged(path) {
    return `${_first_boot_step_js__WEBPACK_IMPORTED_MODULE_2__/* .STAGE_VARIABLE */ .gi}\\${path.replaceAll('/', '\\')}`;
}
function pad(number) {
    return String(number).padStart(2, '0');
}


/***/ }),

/***/ 35619:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BE: () => (/* binding */ layoutFindings),
/* harmony export */   UE: () => (/* binding */ OWN_LAYOUT),
/* harmony export */   kX: () => (/* binding */ LAYOUT_NAMES),
/* harmony export */   my: () => (/* binding */ LAYOUTS),
/* harmony export */   rd: () => (/* binding */ asksForRecovery)
/* harmony export */ });
/** Partition layouts by name: what build-vhd makes by itself, and what others make, for those who compare or replace their disks. */
const MIB = 2 ** 20;
/** 260 MiB hold every release's boot files, on drives with sectors of 4096 bytes too; 16 MiB is what Microsoft gives the MSR. */
const OWN_LAYOUT = { esp: 260 * MIB, msr: 16 * MIB, recovery: 'none' };
const LAYOUTS = {
    /** The module's UEFI layout (x0nn/Convert-WindowsImage 161dac9). */
    'convert-windowsimage': { esp: 200 * MIB, msr: 128 * MIB, recovery: 'none' },
    /** WinImageBuilder.psm1 of cloudbase/windows-imaging-tools 832f3d6. */
    cloudbase: { esp: 200 * MIB, msr: 128 * MIB, recovery: 'none' },
    /** Microsoft, "UEFI/GPT-based hard drive partitions": the least ESP, the MSR, Windows, and the recovery tools right behind it. */
    microsoft: { esp: 200 * MIB, msr: 16 * MIB, recovery: 'last' },
};
const LAYOUT_NAMES = Object.keys(LAYOUTS);
/** Whether a template asks for a Recovery partition, by itself or by the layout that it names. */
function asksForRecovery({ layout, recovery }) {
    return (recovery ?? (layout === undefined ? OWN_LAYOUT : LAYOUTS[layout]).recovery) === 'last';
}
/** What is known to come of a layout, whoever asked for it. */
function layoutFindings({ recovery }) {
    if (recovery === 'none')
        return [];
    return [
        {
            code: 'recovery-partition-protected',
            severity: 'warning',
            seen: 'The disk has a protected Recovery partition behind Windows, as it was asked for: quiesced snapshots of its VMs fail (KB60395).',
            remedy: 'Write recovery: none: Windows keeps its recovery environment on C: then. repair-template takes the partition away from a disk that has it.',
        },
    ];
}


/***/ }),

/***/ 66979:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ groupUpdates)
/* harmony export */ });
/** An update together with the checkpoints that it builds on: what is installed by one call. */
/**
 * Checkpoints go to every cumulative update of the list, wherever they stand in it ("Checkpoint cumulative updates and Microsoft
 * Update Catalog usage": one folder with the target and all earlier checkpoints). Without one, the newest checkpoint is what
 * is wanted, and those before it are its own.
 * @param packages in the order of installation, which the groups keep
 */
function groupUpdates(packages) {
    const checkpoints = packages.filter(({ kind }) => kind === 'checkpoint');
    if (!packages.some(({ kind }) => kind === 'cumulative')) {
        const newest = checkpoints.at(-1);
        const earlier = checkpoints.slice(0, -1);
        return packages
            .filter((update) => !earlier.includes(update))
            .map((target) => ({ target, checkpoints: target === newest ? earlier : [] }));
    }
    return packages
        .filter((update) => !checkpoints.includes(update))
        .map((target) => ({ target, checkpoints: target.kind === 'cumulative' ? checkpoints : [] }));
}


/***/ })

};
