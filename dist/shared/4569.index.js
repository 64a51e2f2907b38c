export const id = 4569;
export const ids = [4569];
export const modules = {

/***/ 7578:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ cutOffRefused),
/* harmony export */   f: () => (/* binding */ assertNotCutOff)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/* harmony import */ var _mapped_disk_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80481);
/** An image whose end is missing: a copy or a download that broke off. */


/** @param how it shows */
function cutOffRefused(path, how) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('disk-invalid', `The end of ${path} is missing: ${how}`, 'Copy the image again, and compare its size or its hash with the original.');
}
/**
 * New blocks go to the end of the file, where the tables of a cut one say that others are: nobody could tell afterwards that any are missing.
 * @throws UserError disk-invalid; FormatError for a damaged table
 */
async function assertNotCutOff(mapping) {
    const cut = await (0,_mapped_disk_js__WEBPACK_IMPORTED_MODULE_1__/* .findCutBlock */ .H)(mapping);
    if (cut !== undefined)
        throw cutOffRefused(mapping.source.path, cut.message);
}


/***/ }),

/***/ 2695:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aX: () => (/* binding */ assertNotInUse)
/* harmony export */ });
/* unused harmony exports holderAmong, parseLocks */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41251);
/**
 * Whether somebody else has a disk image open: a running VM writes to it while we read or change it. Programs say so in two ways: by lock
 * files beside the image (VMware), and by advisory locks on it (qemu, flock users), which Linux lists in /proc/locks.
 */



/** The byte that qemu locks while it may write (block/file-posix.c: RAW_LOCK_PERM_BASE 100, and bit 1 of the permissions). */
const QEMU_WRITE_BYTE = 101;
/** @throws UserError disk-in-use */
async function assertNotInUse(path, intent) {
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path, { bigint: true }).catch((error) => {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .hasErrnoCode */ .qk)(error, 'ENOENT'))
            return undefined;
        throw error;
    });
    // Whoever opens it says better that there is none.
    if (file === undefined)
        return;
    const holder = (await lockFile(path, file.ino)) ?? (await advisoryLock(file, intent));
    if (holder === undefined)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('disk-in-use', `${path} is held open by another program: ${holder}`, 'Shut the VM down, detach the disk, and repeat. A lock that a crash left behind may be deleted once nothing runs.');
}
/** VMware Workstation: a folder `<image>.lck` with a file in it. ESXi on NFS: a file `.lck-<file id>`, the inode in hexadecimal. */
async function lockFile(path, inode) {
    const lock = `${path}.lck`;
    const inside = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(lock).catch((error) => {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .hasErrnoCode */ .qk)(error, 'ENOTDIR'))
            return [(0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(lock)];
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .hasErrnoCode */ .qk)(error, 'ENOENT'))
            return [];
        throw error;
    });
    if (inside.length > 0)
        return `there is the lock ${lock}`;
    const number = inode.toString(16).padStart(16, '0');
    const reversed = Buffer.from(number, 'hex').reverse().toString('hex');
    const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path));
    const found = names.find((name) => name === `.lck-${number}` || name === `.lck-${reversed}`);
    return found === undefined ? undefined : `there is the lock ${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), found)}`;
}
/** Nothing is known where there is no /proc/locks. */
async function advisoryLock(file, intent) {
    return holderAmong(parseLocks(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)('/proc/locks', 'utf8').catch(() => '')), file, intent);
}
/** Who among these stands in the way, in words; our own locks do not. */
function holderAmong(locks, { dev, ino }, intent) {
    const lock = locks.find((one) => one.pid !== process.pid &&
        one.device === deviceName(dev) &&
        one.inode === ino &&
        (intent === 'write' || mayWrite(one)));
    if (lock === undefined)
        return undefined;
    return `it has a lock of kind ${lock.kind} on it${lock.pid > 0 ? ` (process ${lock.pid})` : ''}`;
}
/** Lines such as `3: OFDLCK ADVISORY  READ -1 08:01:1234 101 101` (proc(5), "/proc/locks"); waiting ones begin with `->`. */
function parseLocks(text) {
    const line = /^\d+: (\w+)\s+\w+\s+(\w+)\s+(-?\d+) ([0-9a-f]+:[0-9a-f]+):(\d+) (\d+) (\d+|EOF)$/;
    return text.split('\n').flatMap((row) => {
        const [, kind, access, pid, device, inode, start, end] = line.exec(row.trim()) ?? [];
        if (kind === undefined || access === undefined || device === undefined || inode === undefined)
            return [];
        return [
            {
                kind,
                access,
                pid: Number(pid),
                device,
                inode: BigInt(inode),
                start: Number(start),
                end: end === 'EOF' ? Number.POSITIVE_INFINITY : Number(end),
            },
        ];
    });
}
/** An exclusive lock, or qemu's way to say that it writes. */
function mayWrite({ kind, access, start, end }) {
    if (access === 'WRITE')
        return true;
    return kind === 'OFDLCK' && start <= QEMU_WRITE_BYTE && QEMU_WRITE_BYTE <= end && end < Number.POSITIVE_INFINITY;
}
/** As glibc splits a device number: gnu_dev_major and gnu_dev_minor. */
function deviceName(dev) {
    const major = ((dev >> 8n) & 0xfffn) | ((dev >> 32n) & ~0xfffn);
    const minor = (dev & 0xffn) | ((dev >> 12n) & ~0xffn);
    const hex = (value) => value.toString(16).padStart(2, '0');
    return `${hex(major)}:${hex(minor)}`;
}


/***/ }),

/***/ 34335:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S: () => (/* binding */ findFreeSpace)
});

// EXTERNAL MODULE: ./.cache/build/src/errors.js
var errors = __webpack_require__(41251);
// EXTERNAL MODULE: ./.cache/build/src/files/extent-list.js
var extent_list = __webpack_require__(82097);
// EXTERNAL MODULE: ./.cache/build/src/disk/fat/fat-boot-sector.js
var fat_boot_sector = __webpack_require__(60873);
;// CONCATENATED MODULE: ./.cache/build/src/disk/fat/fat-free-space.js
/** Free clusters of a FAT volume, from its allocation table (Microsoft, "FAT32 File System Specification", section 4). */



const BOOT_BYTES = 512;
/** The table of the largest FAT32 ESP anyone makes; a larger one is not worth its memory. */
const MAX_TABLE_BYTES = 16 * 2 ** 20;
/** FAT32 only: a set bit 7 says that the copies of the table are not kept alike. */
const EXTENDED_FLAGS_OFFSET = 40;
/** Entries of free clusters, as many as are looked at in one go. */
const FREE_BLOCK = Buffer.alloc(4096);
/** Bits of the second entry that are set while no one writes: clean shutdown, no disk error. */
const CLEAN_BITS = { fat32: 0x0c000000, fat16: 0xc000 };
/**
 * Free extents in bytes from the start of the disk; `kept` says why there are none.
 * @throws FormatError when there is no FAT volume of at most `length` bytes at `offset`
 */
async function fatFreeSpace(disk, offset, length) {
    const boot = await disk.read(offset, BOOT_BYTES);
    const geometry = (0,fat_boot_sector/* decodeFatBootSector */.u)(boot, disk.path, offset);
    if (geometry.totalSize > length) {
        throw new errors/* FormatError */.IF(disk.path, offset + 32, `a volume of at most ${length} bytes`, `${geometry.totalSize}`);
    }
    if (geometry.type === 'fat12')
        return { free: new extent_list/* ExtentList */.t(), kept: 'FAT12 has no mark of a clean shutdown' };
    if (geometry.fatSize > MAX_TABLE_BYTES)
        return { free: new extent_list/* ExtentList */.t(), kept: 'its allocation table is unusually large' };
    if (geometry.type === 'fat32' && (boot.readUInt16LE(EXTENDED_FLAGS_OFFSET) & 0x80) !== 0) {
        return { free: new extent_list/* ExtentList */.t(), kept: 'its allocation tables are not mirrored' };
    }
    const [table, ...copies] = await Promise.all(geometry.fatOffsets.map((start) => disk.read(offset + start, geometry.fatSize)));
    if (!table || copies.some((copy) => !copy.equals(table)))
        return { free: new extent_list/* ExtentList */.t(), kept: 'its allocation tables differ' };
    const clean = CLEAN_BITS[geometry.type];
    if ((entryOf(geometry, table, 1) & clean) !== clean)
        return { free: new extent_list/* ExtentList */.t(), kept: 'it is marked dirty' };
    return { free: freeExtents(geometry, table, offset) };
}
/** By runs of free clusters: an ESP has hundreds of thousands, nearly all of them free and in one run, which is gone through by blocks. */
function freeExtents(geometry, table, offset) {
    const { dataOffset, clusterSize, clusterCount } = geometry;
    const entrySize = geometry.type === 'fat32' ? 4 : 2;
    const free = new extent_list/* ExtentList */.t();
    const end = clusterCount + 2;
    for (let cluster = 2; cluster < end; cluster++) {
        const first = cluster;
        while (cluster < end && entryOf(geometry, table, cluster) === 0) {
            const at = cluster * entrySize;
            const isBlockFree = at + FREE_BLOCK.length <= end * entrySize && FREE_BLOCK.equals(table.subarray(at, at + FREE_BLOCK.length));
            cluster += isBlockFree ? FREE_BLOCK.length / entrySize : 1;
        }
        if (cluster === first)
            continue;
        const start = offset + dataOffset + (first - 2) * clusterSize;
        free.add(start, start + (cluster - first) * clusterSize);
    }
    return free;
}
function entryOf({ type }, table, cluster) {
    return type === 'fat32' ? table.readUInt32LE(cluster * 4) & 0x0fffffff : table.readUInt16LE(cluster * 2);
}

// EXTERNAL MODULE: ./.cache/build/src/disk/file-system.js
var file_system = __webpack_require__(42730);
// EXTERNAL MODULE: ./.cache/build/src/disk/gpt/gpt.js
var gpt_gpt = __webpack_require__(84413);
// EXTERNAL MODULE: ./.cache/build/src/disk/gpt/partition-types.js
var partition_types = __webpack_require__(42758);
// EXTERNAL MODULE: ./.cache/build/src/disk/ntfs/ntfs-free-space.js + 1 modules
var ntfs_free_space = __webpack_require__(47814);
// EXTERNAL MODULE: ./.cache/build/src/disk/ntfs/ntfs-state.js
var ntfs_state = __webpack_require__(98397);
// EXTERNAL MODULE: ./.cache/build/src/disk/ntfs/ntfs-volume.js + 1 modules
var ntfs_volume = __webpack_require__(86161);
;// CONCATENATED MODULE: ./.cache/build/src/disk/free-space.js
/** Finds what of a disk holds nothing: free clusters of its file systems, and what lies in no partition. */









/** Partitions of other types may be parts of a volume that is put together elsewhere (dynamic disks, Storage Spaces). */
const PLAIN_TYPES = [partition_types/* BASIC_DATA_TYPE */.z4, partition_types/* ESP_TYPE */.k7, partition_types/* RECOVERY_TYPE */.hZ];
/**
 * Finds what holds nothing on a GPT disk: the free clusters of every clean NTFS and FAT volume, and what lies in no partition (a
 * partition that was removed leaves its content there). Whatever gives rise to doubt counts as used: a damaged table, overlapping
 * partitions, a dirty, hibernated or damaged volume, shadow copies.
 */
async function findFreeSpace(disk) {
    const extents = new extent_list/* ExtentList */.t();
    const volumes = [];
    let unallocated = 0;
    const { partitions, usable } = await readPlaces(disk);
    let at = usable?.start ?? 0;
    const addGap = (until) => {
        const end = Math.min(until, usable?.end ?? 0);
        if (end <= at)
            return;
        extents.add(at, end);
        unallocated += end - at;
    };
    for (const { index, offset, size, isPlain } of partitions) {
        addGap(offset);
        at = Math.max(at, offset + size);
        const fileSystem = isPlain ? await (0,file_system/* detectFileSystem */.V)(disk, offset) : undefined;
        if (fileSystem === undefined)
            continue;
        const { free, kept } = await volumeFreeSpace(disk, fileSystem, offset, size);
        let freeBytes = 0;
        for (const { start, end } of free.within(offset, offset + size)) {
            extents.add(start, end);
            freeBytes += end - start;
        }
        volumes.push({ index, fileSystem, freeBytes, ...(kept !== undefined && { kept }) });
    }
    addGap(Number.POSITIVE_INFINITY);
    return { extents, volumes, unallocated };
}
async function readPlaces(disk) {
    let gpt;
    try {
        gpt = await (0,gpt_gpt/* readGpt */.CN)(disk);
    }
    catch (error) {
        if (error instanceof errors/* FormatError */.IF)
            return { partitions: [] };
        throw error;
    }
    if (gpt.mbr !== 'protective' || (gpt.primary.valid && gpt.backup.valid && !gpt.copiesAgree)) {
        return { partitions: [] };
    }
    const all = [...gpt.partitions].sort((a, b) => a.firstLba - b.firstLba);
    if (all.some(({ firstLba }, position) => firstLba <= (all[position - 1]?.lastLba ?? 0)))
        return { partitions: [] };
    const { sectorSize, firstUsableLba, lastUsableLba } = gpt;
    return {
        partitions: all.map(({ index, firstLba, lastLba, typeGuid }) => ({
            index,
            offset: firstLba * sectorSize,
            size: (lastLba - firstLba + 1) * sectorSize,
            isPlain: PLAIN_TYPES.includes(typeGuid),
        })),
        ...(isBetweenTables(gpt) && {
            usable: { start: firstUsableLba * sectorSize, end: (lastUsableLba + 1) * sectorSize },
        }),
    };
}
/** Both copies are valid, and what they call usable lies between them. */
function isBetweenTables({ primary, backup, copiesAgree, sectorSize, firstUsableLba, lastUsableLba }) {
    if (!copiesAgree || !primary.valid || !backup.valid)
        return false;
    const entriesEnd = primary.header.entriesLba + Math.ceil(primary.entries.length / sectorSize);
    return (primary.header.entriesLba > primary.header.currentLba &&
        entriesEnd <= firstUsableLba &&
        lastUsableLba < Math.min(backup.header.entriesLba, backup.header.currentLba));
}
async function volumeFreeSpace(disk, fileSystem, offset, size) {
    const nothing = new extent_list/* ExtentList */.t();
    try {
        if (fileSystem === 'ntfs') {
            const volume = await ntfs_volume/* NtfsVolume */.yz.open(disk, offset, size);
            const state = await (0,ntfs_state/* readNtfsState */.X)(volume);
            if (state !== 'clean')
                return { free: nothing, kept: ntfs_state/* NTFS_STATE_REASONS */.c[state] };
            return { free: await (0,ntfs_free_space/* ntfsFreeSpace */.Q)(volume) };
        }
        if (fileSystem === 'fat32' || fileSystem === 'fat16')
            return await fatFreeSpace(disk, offset, size);
        return { free: nothing, kept: `the free space of ${fileSystem} is not known here` };
    }
    catch (error) {
        // Damage is the volume's own business; here it only means that nothing of it can be called free.
        if (error instanceof errors/* FormatError */.IF)
            return { free: nothing, kept: `it is damaged (${error.message})` };
        throw error;
    }
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

/***/ 18351:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lg: () => (/* binding */ GUEST_KEY),
/* harmony export */   Q8: () => (/* binding */ LOG_KEYS),
/* harmony export */   av: () => (/* binding */ AFTER_FIRST_BOOT_SETTING),
/* harmony export */   k$: () => (/* binding */ BAKE_HOSTS),
/* harmony export */   ox: () => (/* binding */ LOG_PIECE_BYTES),
/* harmony export */   vd: () => (/* binding */ KVP_CHARACTERS),
/* harmony export */   zr: () => (/* binding */ AFTER_FIRST_BOOT)
/* harmony export */ });
/**
 * What an image at its first boot and the host that watches it say to each other, in keys of guestinfo and of the .vmx file. Limits
 * of guestinfo: 64 KiB a message (open-vm-tools guest_msg_def.h), 1 MiB in all (`tools.setInfo.sizeLimit`); docs/first-boot.md tells
 * the whole talk.
 */
/** What the guest does once its first boot is over: go on running, end by itself, or end as a generalized Windows. */
const AFTER_FIRST_BOOT = ['stay', 'shut-down', 'generalize'];
/** Where the first start of an image may happen; a guest talks to Hyper-V by its data exchange service, with the same words. */
const BAKE_HOSTS = ['vsphere', 'hyper-v'];
/** So much of a status is told to Hyper-V, whose values have 1024 characters at most (Msvm_KvpExchangeDataItem). */
const KVP_CHARACTERS = 900;
/** ExtraConfig: one of AFTER_FIRST_BOOT, written by convert-ova; missing means `stay`. */
const AFTER_FIRST_BOOT_SETTING = 'stillframe.after-first-boot';
/** Keys of guestinfo without the `guestinfo.` in front. */
const GUEST_KEY = {
    /**
     * Guest to host, the status: `running`, `running: <step>`, `restarting`, `sealing`, and in the end `done` or `failed: <step> <step>…`,
     * where `generalize` counts as a step. What follows the last one is the end of the guest, unless it stays.
     */
    status: 'stillframe.first-boot',
    /** Host to guest: the very text of the last status, once it was read. The guest ends then, or after six hours. */
    seen: 'stillframe.seen',
    /** Guest to host, before the last status: base64 of JSON, see FirstBootResult. */
    result: 'stillframe.result',
    /**
     * Guest to host: `stillframe.log.0` to `stillframe.log.15`, pieces of first-boot.log. Piece k holds its bytes from k * LOG_PIECE_BYTES on
     * as `k:<base64>`, stands in key k modulo LOG_KEYS, and is written anew while it grows.
     */
    log: 'stillframe.log',
};
/** Bytes of the log in one piece: base64 makes 5464 characters of them, which a command line takes. */
const LOG_PIECE_BYTES = 4096;
/** So many keys hold the newest pieces: 64 KiB of the log, 88 KiB of guestinfo. */
const LOG_KEYS = 16;


/***/ })

};
