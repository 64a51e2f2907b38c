export const id = 956;
export const ids = [956];
export const modules = {

/***/ 60639:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ hasVmwareTools)
/* harmony export */ });
/* harmony import */ var _disk_ntfs_ntfs_path_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33309);
/* harmony import */ var _disk_ntfs_ntfs_volume_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86161);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41251);
/** Whether VMware Tools are installed on a disk, by what is on it and nothing else. */



/** The service itself, where every installer of Tools puts it (their installer, staged for the first boot, lies elsewhere). */
const TOOLS_SERVICE = 'Program Files\\VMware\\VMware Tools\\vmtoolsd.exe';
/**
 * vCenter believes what a disk's descriptor says of Tools, so nothing is said without evidence: no Windows, a volume that cannot be read
 * or an empty file count as none.
 */
async function hasVmwareTools(disk, { partitions }) {
    const windows = partitions.find(({ type }) => type === 'windows');
    if (windows?.fileSystem !== 'ntfs')
        return false;
    const size = await (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .unlessDamaged */ .Ak)(async () => {
        const volume = await _disk_ntfs_ntfs_volume_js__WEBPACK_IMPORTED_MODULE_1__/* .NtfsVolume */ .yz.open(disk, windows.offset, windows.size);
        const record = await (0,_disk_ntfs_ntfs_path_js__WEBPACK_IMPORTED_MODULE_0__/* .findNtfsPath */ .E)(volume, TOOLS_SERVICE);
        return record === undefined ? 0 : volume.data(await volume.record(record), TOOLS_SERVICE).size;
    });
    return size !== undefined && size > 0;
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

/***/ 27709:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ drawLayout)
/* harmony export */ });
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16053);
/** Draws a layout as text, for job logs, summaries and the demo. */

const TITLES = {
    esp: 'ESP',
    msr: 'MSR',
    windows: 'Windows',
    recovery: 'Recovery',
    'basic-data': 'Data',
    other: 'Other',
};
/** Space between partitions below this is alignment, not worth a box. */
const SMALLEST_GAP = 2 * 2 ** 20;
/**
 * One box per partition, in the order on the disk, with unallocated space of some size as a box of its own:
 *
 *     ┌─────────┬─────────┬──────────┐
 *     │ 1 ESP   │ 2 MSR   │ 3 Windows│
 *     …
 */
function drawLayout(layout) {
    const boxes = [];
    let end = 0;
    const addGap = (until) => {
        if (until - end >= SMALLEST_GAP)
            boxes.push({ lines: ['unallocated', '', (0,_units_js__WEBPACK_IMPORTED_MODULE_0__/* .formatSize */ .Xq)(until - end)] });
    };
    for (const partition of layout.partitions) {
        addGap(partition.offset);
        boxes.push({ lines: describe(partition) });
        end = Math.max(end, partition.offset + partition.size);
    }
    addGap(layout.diskSize);
    const height = Math.max(...boxes.map(({ lines }) => lines.length), 0);
    const widths = boxes.map(({ lines }) => Math.max(...lines.map((line) => line.length)) + 2);
    const border = (left, between, right) => left + widths.map((width) => '─'.repeat(width)).join(between) + right;
    const rows = Array.from({ length: height }, (_, row) => {
        const cells = boxes.map(({ lines }, column) => ` ${lines[row] ?? ''}`.padEnd(widths[column] ?? 0));
        return `│${cells.join('│')}│`;
    });
    const kind = layout.table === 'none' ? 'Unpartitioned disk of' : `${layout.table.toUpperCase()} disk of`;
    const title = `${kind} ${(0,_units_js__WEBPACK_IMPORTED_MODULE_0__/* .formatSize */ .Xq)(layout.diskSize)}, ${layout.sectorSize}-byte sectors`;
    if (boxes.length === 0)
        return `${title}, no partitions`;
    return [title, border('┌', '┬', '┐'), ...rows, border('└', '┴', '┘')].join('\n');
}
function describe(partition) {
    const flags = BigInt(partition.attributes);
    return [
        `${partition.index} ${TITLES[partition.type]}${partition.mbrType === undefined ? '' : ` (${partition.mbrType})`}`,
        partition.fileSystem === undefined ? '' : partition.fileSystem.toUpperCase(),
        (0,_units_js__WEBPACK_IMPORTED_MODULE_0__/* .formatSize */ .Xq)(partition.size),
        ...((flags & 1n) === 0n ? [] : ['protected']),
    ];
}


/***/ }),

/***/ 6021:
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
function freeExtents(geometry, table, offset) {
    const { dataOffset, clusterSize, clusterCount } = geometry;
    const free = new extent_list/* ExtentList */.t();
    for (let cluster = 2; cluster < clusterCount + 2; cluster++) {
        if (entryOf(geometry, table, cluster) !== 0)
            continue;
        const start = offset + dataOffset + (cluster - 2) * clusterSize;
        free.add(start, start + clusterSize);
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
;// CONCATENATED MODULE: ./.cache/build/src/disk/clear-bit-runs.js
/** Walks the runs of clear bits of an allocation bitmap, lowest bit of each byte first. */
/** Yields [first, end) of each run among the first `bits` bits. */
function* clearBitRuns(bitmap, bits) {
    let first;
    for (let bit = 0; bit < bits;) {
        const byte = bitmap[bit >> 3] ?? 0xff;
        // Whole bytes of one kind are the rule: eight bits at a time.
        if ((bit & 7) === 0 && bit + 8 <= bits && (byte === 0 || byte === 0xff)) {
            if (byte === 0)
                first ??= bit;
            else if (first !== undefined) {
                yield [first, bit];
                first = undefined;
            }
            bit += 8;
            continue;
        }
        if ((byte & (1 << (bit & 7))) === 0)
            first ??= bit;
        else if (first !== undefined) {
            yield [first, bit];
            first = undefined;
        }
        bit++;
    }
    if (first !== undefined)
        yield [first, bits];
}

// EXTERNAL MODULE: ./.cache/build/src/disk/ntfs/ntfs-volume.js + 1 modules
var ntfs_volume = __webpack_require__(86161);
;// CONCATENATED MODULE: ./.cache/build/src/disk/ntfs/ntfs-free-space.js
/** Free clusters of an NTFS volume, from its $Bitmap. */



const PIECE_BYTES = 2 ** 20;
/**
 * Free extents in bytes from the start of the disk. Only to be believed of a clean volume.
 * @throws FormatError when the bitmap is damaged, too short for the volume, or calls free what the volume itself stands on
 */
async function ntfsFreeSpace(volume) {
    const { clusterCount, clusterSize } = volume.geometry;
    const bitmap = volume.data(await volume.record(ntfs_volume/* NTFS_RECORD_BITMAP */.Wf), '$Bitmap');
    const bytes = Math.ceil(clusterCount / 8);
    if (Math.min(bitmap.size, bitmap.initialized) < bytes) {
        throw volume.fail(0, `a $Bitmap of ${bytes} bytes`, `${bitmap.initialized} of ${bitmap.size}`);
    }
    const free = new extent_list/* ExtentList */.t();
    for (let start = 0; start < bytes; start += PIECE_BYTES) {
        const piece = await volume.readAttribute(bitmap, start, Math.min(PIECE_BYTES, bytes - start));
        const bits = Math.min(piece.length * 8, clusterCount - start * 8);
        for (const [first, end] of clearBitRuns(piece, bits)) {
            free.add(volume.offset + (start * 8 + first) * clusterSize, volume.offset + (start * 8 + end) * clusterSize);
        }
    }
    const attributes = [bitmap];
    for (const number of [ntfs_volume/* NTFS_RECORD_MFT */.qN, ntfs_volume/* NTFS_RECORD_LOG */.py])
        attributes.push(volume.data(await volume.record(number), `${number}`));
    assertUsed(volume, free, attributes);
    return free;
}
/** A bitmap that is not the volume's own, or is stale, shows itself where the system files lie. */
function assertUsed(volume, free, attributes) {
    const { clusterSize } = volume.geometry;
    const boot = { cluster: 0, count: 1 };
    for (const { cluster, count } of [boot, ...attributes.flatMap(({ runs }) => runs ?? [])]) {
        const start = volume.offset + cluster * clusterSize;
        if (!free.within(start, start + count * clusterSize).next().done) {
            throw volume.fail(cluster * clusterSize, 'a $Bitmap that has the system files in use', `cluster ${cluster} free`);
        }
    }
}

// EXTERNAL MODULE: ./.cache/build/src/disk/ntfs/ntfs-state.js
var ntfs_state = __webpack_require__(98397);
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
            return { free: await ntfsFreeSpace(volume) };
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

/***/ 64823:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ readInto)
/* harmony export */ });
/** Reading into memory that is there already: a reader of a whole disk must not make a gigabyte of buffers for each it reads. */
/** Fills the whole of `target` from `offset` on. Throws as `Disk.read`. */
async function readInto(disk, target, offset) {
    if (disk.readInto)
        await disk.readInto(target, offset);
    else
        target.set(await disk.read(offset, target.length));
}


/***/ }),

/***/ 6893:
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
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:worker_threads"
var external_node_worker_threads_ = __webpack_require__(75919);
;// CONCATENATED MODULE: ./.cache/build/src/disk/vmdk/deflate-worker.js
/** The thread that packs windows of grains. Its source text is handed to the Worker, so it must use nothing from outside. */
/** Pages of 64 KiB that the WebAssembly module keeps for itself (scripts/build-wasm.ts). */
const MODULE_PAGES = 9;
const GRAIN_SIZE = 65536;
/** Room for an incompressible grain with its marker, rounded up to sectors. */
const PACKED_GRAIN_ROOM = 66048;
/** The body of the thread. */
function deflateWorkerBody() {
    const { parentPort, workerData } = process.getBuiltinModule('node:worker_threads');
    const { wasm, pages, level } = workerData;
    if (!parentPort)
        throw new TypeError('not a worker');
    const port = parentPort;
    // The maximum is the module's own (scripts/build-wasm.ts); shared memories must agree on it.
    const memory = new WebAssembly.Memory({ initial: pages, maximum: 1024, shared: true });
    const packer = new WebAssembly.Instance(new WebAssembly.Module(wasm), { env: { memory } }).exports;
    port.postMessage({ memory: memory.buffer });
    port.on('message', ({ slot, input, grains, firstGrain, output, table }) => {
        // WebAssembly returns signed numbers; a packed window is far below 2^31.
        const packed = packer.packWindow(input, grains, firstGrain, output, table, level);
        port.postMessage({ slot, packed });
    });
}

;// CONCATENATED MODULE: ./.cache/build/src/disk/vmdk/grain-deflate-wasm.js
/** Made from wasm/grain-deflate.ts by scripts/build-wasm.ts; do not edit. */
/** The module as base64: text survives bundling into one file. */
const GRAIN_DEFLATE_WASM = [
    'AGFzbQEAAAABOwlgBn9/f39/fwF/YAR/f39/AX9gBX9/f39/AGAAAGADf39/AGADf39/AX9gAX8Bf2ACf38AYAJ/fwF/AhEBA2VudgZtZW1vcn',
    'kCAwmACAMMCwIAAQMEBQEGBwAIBiYHfgFCAAt/AUEAC38BQQALfwFBgIANC38BQQALfwFBAAt/AUEACwcqBAZpc1plcm8ACgdkZWZsYXRlAAYK',
    'cGFja1dpbmRvdwAJBm1lbW9yeQIACqpAC7YHAQl/IAEhCkEAIQEDQCABIApJBEAgASEIQcDIHUEAQcAA/AsAQQAkBEGAgA0hC0GAgA0hBgNAIA',
    'EgCkkEQAJAIAsgBmsiBUGAEE8EQCAFQQJ2IAEgCGsgCiABaxAFDQEgCyEGCyAKIAFrQQVJBEAgASIFQQFqIQEgCyAAIAVqLQAAIgVBEHQ2AgAg',
    'BUECdEHg2R1qIgUgBSgCAEEBajYCACALQQRqIQsMAwtBACQGIAAgAUGCAiAKIAFrIgUgBUGCAk8bQQIgAiADEAEhBSMGRQRAIAEiBUEBaiEBIA',
    'sgACAFai0AACIFQRB0NgIAIAVBAnRB4NkdaiIFIAUoAgBBAWo2AgAgC0EEaiELDAMLIwYhDCABIQkDQCAKIAFrIgcgBUEFaktBACACIAVLQQAg',
    'BBsbBEACQEEAJAYgACABQQFqIglBggIgB0EBayIHIAdBggJPGyAFQQFrIAIgA0EBdhABIgcgBU9BACMGGwR/IAcgBWtBAnQgDGdrQQAjBmdra0',
    'ECSgVBAAsEQCABIgVBAWohASALIAAgBWotAAAiBUEQdDYCACAFQQJ0QeDZHWoiBSAFKAIAQQFqNgIAIAtBBGohCyAHIQUjBiEMDAMLIARBAkkN',
    'AEEAJAYgACABQQJqIglBggIgCiABa0ECayIHIAdBggJPGyAFQQFrIAIgA0ECdhABIgcgBU9BACMGGwR/IAcgBWtBAnQgDGdrQQAjBmdra0EGSg',
    'VBAAsEQCALIAAgAWotAAAiBUEQdDYCACAFQQJ0QeDZHWoiBSAFKAIAQQFqNgIAIAFBAWoiBUEBaiEBIAtBBGoiCyAAIAVqLQAAIgVBEHQ2AgAg',
    'BUECdEHg2R1qIgUgBSgCAEEBajYCACALQQRqIQsgByEFIwYhDAwDCwsLCyALIAwgBUEQdGpB///zB2o2AgAgBUH9xB1qLQAAQQJ0QeThHWoiBy',
    'AHKAIAQQFqNgIAQR8gDEEBayIHZ2shDCAHIAcgDEEBa3ZBAXEgDEEBdGogB0ECSRtBAnRB4OIdaiIHIAcoAgBBAWo2AgAgC0EEaiELIAEgBWoi',
    'ByAKQQRrIgwgByAMSRshDCAJQQFqIQcDQCAHIAxJBEAgB0EBdEGAgAVqIAAgB2ooAgAiCUGx893xeWxBEXZBAXQiDS8BADsBACANIAdBAWoiBz',
    'sBACAJQYDi5rsDbEETdkEBdEGAgARqIAc7AQAMAQsLIAEgBWohAQwCCwsLIAskAyAAIAhqIAEgCGsgASAKRhAEDAELCwu+AwIIfwF+IAAgAWoi',
    'CigCACILQbHz3fF5bEERdkEBdCEGIAtBgOLmuwNsQRN2QQF0QYCABGoiBy8BACEIIAFBAXRBgIAFaiAGLwEAIgk7AQAgBiABQQFqIgY7AQAgBy',
    'AGOwEAIANBA0lBASABQf//AWsgBkGAgAJNGyIMIAhNcSAGIAhrIgZBgMAATXEEQCAAIAhqQQFrKAIAIAtzQQh0RQRAIAYkBkEDIQMLCyACIANN',
    'BEAgAw8LIApBAyADIANBA0kbIgNqQQNrKAIAIQcDQCAJIAxPBEACQCAAIAlqQQFrIg0gA2pBA2soAgAgB0YEfyANKAIAIAtGBUEACwRAQQQhBg',
    'JAA0AgBkEIaiIIIAJNBEAgBiAGIApqKQMAIAYgDWopAwCFIg56p0EDdmohBiAOQgBSDQIgCCEGDAELCwNAIAIgBksEfyAGIApqLQAAIAYgDWot',
    'AABGBUEACwRAIAZBAWohBgwBCwsLIAMgBkkEQCABQQFqIAlrJAYgBCAGTSAGIgMgAk9yBEAgBg8LIAMgCmpBA2soAgAhBwsLIAVBAWsiBUUNAC',
    'AJQQF0Qf7/BGovAQAhCQwCCwsLIAMLwwsBEH8DQCACIAlLBEAgCUECdCIEIABqKAIAIQYgASAEakEANgIAIAYEQCAFQQJ0QcCWHWogCSAGQQl0',
    'cjYCACAGIAogBiAKSxshCiAFQQFqIQULIAlBAWohCQwBCwsgBUUEQEEADwsgBUEBRgRAIAFBwJYdKAIAQf8DcUECdGpBgIAENgIAQQEPC0HAlh',
    '0hAEHAoB0hBEEJIQkDQCAKBEBBwLQdQQBBgAj8CwBBACEGA0AgBSAGSwRAIAAgBkECdGooAgAgCXZB/wFxQQJ0QcC0HWoiCyALKAIAQQFqNgIA',
    'IAZBAWohBgwBCwtBACELQQAhBgNAIAZBgAJJBEAgBkECdEHAtB1qIhIoAgAhEyASIAs2AgAgCyATaiELIAZBAWohBgwBCwtBACEGA0AgBSAGSw',
    'RAIAAgBkECdGooAgAiCyAJdkH/AXFBAnRBwLQdaiISKAIAIRMgEiATQQFqNgIAIAQgE0ECdGogCzYCACAGQQFqIQYMAQsLIAAgBCEAIQQgCkEI',
    'diEKIAlBCGohCQwBCwsDQCAFIA9LBEAgD0ECdCIEQcCqHWogACAEaigCAEEJdjYCACAPQQFqIQ8MAQsLQcCqHUHAqh0oAgBBxKodKAIAajYCAE',
    'ECIQRBASEKA0AgCiAFQQFrSQRAIAQgBU8Ef0EBBSAHQQJ0QcCqHWooAgAgBEECdEHAqh1qKAIASQsEQCAHQQJ0QcCqHWooAgAhCSAHIgZBAWoh',
    'ByAGQQJ0QcCqHWogCjYCAAUgBCIGQQFqIQQgBkECdEHAqh1qKAIAIQkLIAQgBU8Ef0EBBSAHIApJBH8gB0ECdEHAqh1qKAIAIARBAnRBwKodai',
    'gCAEkFQQALCwRAIAkgB0ECdEHAqh1qKAIAaiEJIAciBkEBaiEHIAZBAnRBwKodaiAKNgIABSAEIgZBAWohBCAJIAZBAnRBwKodaigCAGohCQsg',
    'CkECdEHAqh1qIAk2AgAgCkEBaiEKDAELCyAFQQJ0QbiqHWpBADYCACAFQQNrIQQDQCAEQQBOBEAgBEECdEHAqh1qIgYgBigCAEECdEHAqh1qKA',
    'IAQQFqNgIAIARBAWshBAwBCwtBwLwdQQBBgAH8CwBBASEHIAVBAmshBiAFIQQDQCAHQQBKBEADQCAGQQBOBH8gBkECdEHAqh1qKAIAIAxGBUEA',
    'CwRAIA1BAWohDSAGQQFrIQYMAQsLIAcgDWsiB0EASgRAIAwgAyADIAxLG0ECdEHAvB1qIgkgCSgCACAHajYCACAEIAdrIQQLIA1BAXQhByAMQQ',
    'FqIQxBACENDAELC0EBIQQDQCADIARPBEAgDiAEQQJ0QcC8HWooAgAgAyAEa3RqIQ4gBEEBaiEEDAELCwNAIA5BASADdEsEQCADQQFrIQQDQCAE',
    'QQJ0QcC8HWooAgBFBEAgBEEBayEEDAELCyAEQQJ0IgRBwLwdaiIGIAYoAgBBAWs2AgAgBEHEvB1qIgQgBCgCAEECajYCACADQQJ0QcC8HWoiBC',
    'AEKAIAQQFrNgIAIA5BAWshDgwBCwsgAyEGA0AgBgRAIAZBAnRBwLwdaigCACEHA0AgBwRAIAgiBEEBaiEIIAEgACAEQQJ0aigCAEH/A3FBAnRq',
    'IAZBEHQ2AgAgB0EBayEHDAELCyAGQQFrIQYMAQsLQcC8HUEANgIAQQEhAANAIAAgA00EQCARIABBAnQiBEG8vB1qKAIAakEBdCERIARBwLQdai',
    'ARNgIAIABBAWohAAwBCwsDQCACIBBLBEAgASAQQQJ0aiIAKAIAQRB2IgMEQCADQQJ0QcC0HWoiBCgCACEGIAQgBkEBajYCACAAIANBEHQgBkEB',
    'dkHVqgFxIAZB1aoBcUEBdHIiAEECdkGz5gBxIABBs+YAcUECdHIiAEEEdkGPHnEgAEGPHnFBBHRyIgBB/wFxQQh0IABBCHZyQRAgA2t2cjYCAA',
    'sgEEEBaiEQDAELCyAFC/4DAgd/AX4DQCAAQYACSQRAIABBgMUdai0AACIBQQJ0QcSTHWooAgAhAiABQQF0QYDHHWovAQAhASAAQQJ0IgNBwIsd',
    'aigCACEEIANBwMkdaiAEQf//A3EgBEEQdkEYdHI2AgAgA0HA0R1qIAJB//8DcSAAIAFB/wFxayACQRB2IgJ0ciACIAFBCHZqQRh0cjYCACAAQQ',
    'FqIQAMAQsLIwAhByMBIQAjAiEBQYCADSECA0AgAiMDSQRAIAIoAgAiA0EQdkECdEHAyR1qKAIAIQRBHyADQf//A3EiBWdrIQYgASAHIARB////',
    'B3GtIACthoRBHyAFIAUgBkEBa3ZBAXEgBkEBdGogBUECSRsgA0GAgIAISRtBAnQiA0HAlB1qKAIAIgZB//8DcSAFIANBwMcdaigCACIDQf//A3',
    'FrIAZBEHYiBXRyrSAAIARBGHZqIgCthoQiBzcDACABIAAgBSADQRB2amoiAEEDdmohASAHIABBOHGtiCEHIABBB3EhACACQQRqIQIMAQsLIAck',
    'ACAAJAEgASQCIwIjADcDACMCIwFBA3ZqJAIjACMBQThxrYgkACMBQQdxJAEjAEHAkx0oAgAiAEH//wNxrSMBrYaEJAAjASAAQRB2aiQBIwIjAD',
    'cDACMCIwFBA3ZqJAIjACMBQThxrYgkACMBQQdxJAELwA0BC38DQCAEQYAKSQRAIARBwIAdaiIFIAX9AAQAIARB4Nkdav0ABAD9rgH9CwQAIARB',
    'EGohBAwBCwtB4NkdQQBBgAr8CwBBwIgdQQE2AgBBwIAdQcCLHUGeAkEPEAIaQcCJHUHAlB1BHkEPEAJFBEBBwJQdQYCABDYCAAtBngIhBwNAIA',
    'dBgQJLBH8gB0ECdEG8ix1qKAIABUEBC0UEQCAHQQFrIQcMAQsLQR4hCQNAIAlBAUsEfyAJQQJ0QbyUHWooAgAFQQELRQRAIAlBAWshCQwBCwtB',
    'ACEEA0AgBCAHSQRAIARBwMIdaiAEQQJ0QcCLHWooAgBBEHY6AAAgBEEBaiEEDAELC0EAIQQDQCAEIAlJBEAgB0HAwh1qIARqIARBAnRBwJQdai',
    'gCAEEQdjoAACAEQQFqIQQMAQsLIAcgCWoQByELQcCKHUHAlR1BE0EHEAIaQRMhCgNAIApBBEsEfyAKQb/ZHWotAABBAnRBwJUdaigCAAVBAQtF',
    'BEAgCkEBayEKDAELCyAKQQNsQRFqIQhBAyEFQQAhBANAIARBE0kEQCAIIARBAnQiCEHAih1qKAIAIAhBwJUdaigCAEEQdmxqIQggBEEBaiEEDA',
    'ELCyAIQYSLHSgCAEEDbEGAix0oAgBBAXRqQYiLHSgCAEEHbGpqIQhBACEEA0AgBCAHSQRAIAggBEECdCIIQcCAHWooAgAiDCAIQcCLHWooAgBB',
    'EHZsaiEIIAUgBEGQAUkEf0EIBSAEQYACSQR/QQkFQQdBCCAEQZgCSRsLCyAMbGohBSAEQYACSwRAIAMgDCAEQQF0Qf7CHWovAQBBCHZsaiEDCy',
    'AEQQFqIQQMAQsLQQAhBANAIAQgCUkEQCAIIARBAnQiDEHAiR1qKAIAIg0gDEHAlB1qKAIAQRB2bGohCCAFIA1BBWxqIQUgAyANIAxBwMcdaigC',
    'AEEQdmxqIQMgBEEBaiEEDAELCyABQQFrQf//A25BAWpBKGwgAUEDdGoiBCADIAhqIghNIAMgBWoiAyAET3EEQANAIAEEQCMAQgAgAq0gAUH//w',
    'MgASABQf//A08bIgNrIgEbIwGthoQkACMBQQNqJAEjAUEHakF4cSQBIwIjADcDACMCIwFBA3ZqJAIjACMBQThxrYgkACMBQQdxJAEjAiADIANB',
    'f3NBEHRyNgIAIwJBBGogACAD/AoAACMCIANBBGpqJAIgACADaiEAQgAkAAwBCwsFIAMgCE0EQCMAIAJBAnKtIwGthoQkACMBQQNqJAEjAiMANw',
    'MAIwIjAUEDdmokAiMAIwFBOHGtiCQAIwFBB3EkAQNAIAZBoAJJBEAgBkECdEHAix1qIAZBkAFJBH9BCAUgBkGAAkkEf0EJBUEHQQggBkGYAkkb',
    'CwsiAEEQdCAGQZABSQR/IAZBMGoFIAZBgAJJBH8gBkGAAmoFIAZBgAJrIAZB2ABrIAZBmAJJGwsLIgFBAXZB1aoBcSABQdWqAXFBAXRyIgFBAn',
    'ZBs+YAcSABQbPmAHFBAnRyIgFBBHZBjx5xIAFBjx5xQQR0ciIBQf8BcUEIdCABQQh2ckEQIABrdnI2AgAgBkEBaiEGDAELC0EAIQEDQCABQR5J',
    'BEAgAUECdEHAlB1qIAFBAXZB1aoBcSABQdWqAXFBAXRyIgBBAnZBs+YAcSAAQbPmAHFBAnRyIgBBBHZBjx5xIABBjx5xQQR0ciIAQf8BcUEIdC',
    'AAQQh2ckELdkGAgBRyNgIAIAFBAWohAQwBCwsQAwUjACACQQRyIAdBgQJrQQN0ciAJQQFrQQh0ciAKQQRrQQ10cq0jAa2GhCQAIwFBEWokASMC',
    'IwA3AwAjAiMBQQN2aiQCIwAjAUE4ca2IJAAjAUEHcSQBQQAhAANAIAAgCkkEQCMAIABBwNkdai0AAEECdEHAlR1qNQIAQhCIIwGthoQkACMBQQ',
    'NqJAEjAUEoSwRAIwIjADcDACMCIwFBA3ZqJAIjACMBQThxrYgkACMBQQdxJAELIABBAWohAAwBCwtBACEAA0AgACALSQRAIwIjADcDACMCIwFB',
    'A3ZqJAIjACMBQThxrYgkACMBQQdxJAEjACAAQQF0QcC9HWovAQAiAUH/AXEiAkECdEHAlR1qKAIAIgNB//8Dca0jAa2GhCQAIwEgA0EQdmokAS',
    'ACQRBPBEAjACABQQh2rSMBrYaEJAAgAkEQRgR/QQIFQQNBByACQRFGGwsjAWokAQsgAEEBaiEADAELCyMCIwA3AwAjAiMBQQN2aiQCIwAjAUE4',
    'ca2IJAAjAUEHcSQBEAMLC0HAgB1BAEGACvwLAAv5AwIEfwF7A0AgBEEESQRAIARBCHRB4NkdaiIG/QAEACEHQRAhAwNAIANBgAJJBEAgByADIA',
    'Zq/QAEAP2uASEHIANBEGohAwwBCwsgBEEDdEGAyR1qIgMgB/0bACAH/RsCajYCACADQQRqIAf9GwEgB/0bA2o2AgAgBEEBaiEEDAELC0EAIQRB',
    'gQIhAwNAIANBhwJJBEAgBCADQQJ0QeDZHWooAgBqIQQgA0EBaiEDDAELC0GHAiEDA0AgA0GeAkkEQCAFIANBAnRB4NkdaigCAGohBSADQQFqIQ',
    'MMAQsLQaDJHSAENgIAQaTJHSAFNgIAIAJBiCdPQQAgAUGIJ09BACMEGxsEQEEAIQNBACECA0AgAkEKSQRAIAMjBCACQQJ0IgNBgMkdaigCAGwi',
    'BCADQcDIHWooAgAgAGwiA2sgAyAEayADIARJG2ohAyACQQFqIQIMAQsLIAMjBCABQQx2bGojBCAAQcgBbEEJdmxPBEBBAQ8LC0EAIQEDQCABQQ',
    'pJBEAgAUECdEHAyB1qIgIgAigCACACQUBrKAIAajYCACABQQFqIQEMAQsLIwQgAGokBEEAIQADQCAAQYAKSQRAIABBwIAdaiIBIAH9AAQAIABB',
    '4Nkdav0ABAD9rgH9CwQAIABBEGohAAwBCwtB4NkdQQBBgAr8CwBBAAuJCAIGfwR7IwVFBEADQCAHQRxJBEAgB0EBdEGAxx1qIAQgB0ECdkEBa0',
    'EAIAdBCE8bIgZBCHRyOwEAQQAhCQNAIAlBASAGdEkEQCAEIgVBAWohBCAFQYDFHWogBzoAACAJQQFqIQkMAQsLIAdBAWohBwwBCwtB/8YdQRw6',
    'AABBuMcdQf8BOwEAQQAhBANAIARBHkkEQCAEQQJ0QcDHHWogCCAEQQF2QQFrQQAgBEEETxsiBUEQdHI2AgAgCEEBIAV0aiEIIARBAWohBAwBCw',
    'tBwNkdQRA6AABBwdkdQRE6AABBwtkdQRI6AABBw9kdQQA6AABBACEEA0AgBEEISQRAIARBAXQiBUHE2R1qIARBCGo6AAAgBEEHSQRAIAVBxdkd',
    'akEHIARrOgAACyAEQQFqIQQMAQsLQQEkBQtBAEEAQYCABfwLAEHAgB1BAEGACvwLAEHg2R1BAEGACvwLAEIAJABBACQBIAIkAiMCQfgCOwEAIw',
    'JBAmokAiADQQFGBEAgACABEAgFIANBAkYEQCAAIAFBCkEGQQAQAAUgA0EDRgRAIAAgAUEOQQxBABAABSADQQRGBEAgACABQR5BEEEAEAAFIANB',
    'BUYEQCAAIAFBHkEQQQEQAAUgA0EGRgRAIAAgAUHBAEEjQQEQAAUgA0EHRgRAIAAgAUGCAUHkAEEBEAAFIANBCEYEQCAAIAFBggJBrAJBAhAABS',
    'AAIAFBggJB2ARBAhAACwsLCwsLCwsjAQRAIwIjADwAACMCQQFqJAILIAEhA0EAIQhBASEJA0AgAwRAIANBgCAgAyADQYAgTxsiAWshA/0MAAAA',
    'AAAAAAAAAAAAAAAAACEN/QwAAAAAAAAAAAAAAAAAAAAAIQz9DAAAAAAAAAAAAAAAAAAAAAAhCyABQQR2IQVBACEEA0AgBCAFSQRAIAD9AAQAIQ',
    'ogAEEQaiEAIAwgDf2uASEMIA0gCv19/X/9rgEhDSALIAr9iQH9DBAADwAOAA0ADAALAAoACQD9ugH9rgEgCv2KAf0MCAAHAAYABQAEAAMAAgAB',
    'AP26Af2uASELIARBAWohBAwBCwsgCCAJIAVBBHRsakHx/wNwIAz9GwAgDP0bAWogDP0bAmogDP0bA2pB8f8DcEEEdGogC/0bACAL/RsBaiAL/R',
    'sCaiAL/RsDampB8f8DcCEIIAkgDf0bACAN/RsBaiAN/RsCaiAN/RsDampB8f8DcCEJIAFBD3EhBANAIAQEQCAAIgFBAWohACAIIAkgAS0AAGoi',
    'CWohCCAEQQFrIQQMAQsLIAlB8f8DcCEJIAhB8f8DcCEIDAELCyMCIAhBEHQgCXIiAEGA/oN4cUEIdyAAQf+B/AdxQQh4cjYCACMCQQRqJAIjAi',
    'ACawu9AwEFf0HAih1BAEGAAfwLAANAIAAgBEsEQCAEQcDCHWotAAAhA0EBIQEDQCABIARqIABJBH8gBEHAwh1qIAFqLQAAIANGBUEACwRAIAFB',
    'AWohAQwBCwsgASAEaiEEIAMEQCABQQRPBEAgAkEBdEHAvR1qIAM7AQAgA0ECdEHAih1qIgUgBSgCAEEBajYCACACQQFqIQIgAUEBayEBA0AgAU',
    'EDTwRAIAJBAXRBwL0dakEGIAEgAUEGTxsiBUEDa0EIdEEQcjsBAEGAix1BgIsdKAIAQQFqNgIAIAJBAWohAiABIAVrIQEMAQsLCwUDQCABQQtP',
    'BEAgAkEBdEHAvR1qQYoBIAEgAUGKAU8bIgVBC2tBCHRBEnI7AQBBiIsdQYiLHSgCAEEBajYCACACQQFqIQIgASAFayEBDAELCyABQQNPBEAgAk',
    'EBdEHAvR1qIAFBA2tBCHRBEXI7AQBBhIsdQYSLHSgCAEEBajYCACACQQFqIQJBACEBCwsDQCABBEAgAkEBdEHAvR1qIAM7AQAgA0ECdEHAih1q',
    'IgUgBSgCAEEBajYCACACQQFqIQIgAUEBayEBDAELCwwBCwsgAguvBgMLfwF7AX4gASEFQQAhAQNAIAEgBUkEQCABIQZBwMgdQQBBwAD8CwBBAC',
    'QEQYCADSEHQYCADSEDA0AgASAFSQRAAkAgByADayICQYAQTwRAIAJBAnYgASAGayAFIAFrEAUNASAHIQMLIAUgAWsiAkEFSQRAIAEiAkEBaiEB',
    'IAcgACACai0AACICQRB0NgIAIAJBAnRB4NkdaiICIAIoAgBBAWo2AgAgB0EEaiEHDAMLIAAgAWoiCCgCACIJQbHz3fF5bEEQdkH8/wNxIgQoAg',
    'AhCiAEIAFBAWoiBCAKQRB0cjYCACAI/QAEACINIAggBCAKQf//A3FrIgtr/QAEAP0j/WRBf3NBgIAEcmhBACALQQFrQYCAAkkgBCALS3EbIQwg',
    'DSAIIAQgCkEQdmsiCmv9AAQA/SP9ZEF/c0GAgARyaEEAIApBAWtBgIACSSAEIApLcRshBCAKIAsgBCAMSxshCiAMIAQgBCAMSRsiBEEQRiACQR',
    'BLcQRAIAggCmshC0GCAiACIAJBggJPGyEMQRAhAgJAA0AgAkEIaiIEIAxNBEAgAiACIAhqKQMAIAIgC2opAwCFIg56p0EDdmohAiAOQgBSDQIg',
    'BCECDAELCwNAIAIgDEkEfyACIAhqLQAAIAIgC2otAABGBUEACwRAIAJBAWohAgwBCwsLBSAEIAIgAiAESxshAgsgAiIEQQRPBH8gByAKIAJBEH',
    'RqQf//8wdqNgIAIAJB/cQdai0AAEECdEHk4R1qIgggCCgCAEEBajYCAEEfIApBAWsiCGdrIQkgCCAIIAlBAWt2QQFxIAlBAXRqIAhBAkkbQQJ0',
    'QeDiHWoiCCAIKAIAQQFqNgIAIAEgAmoiAiAFQQRrIgggAiAISRshCCABQQFqIQIDQCACIAhJBEAgACACaigCAEGx893xeWxBEHZB/P8DcSIJIA',
    'JBAWoiAiAJKAIAQRB0cjYCAAwBCwsgASAEagUgByAJQf8BcSICQRB0NgIAIAJBAnRB4NkdaiICIAIoAgBBAWo2AgAgAUEBagshASAHQQRqIQcM',
    'AgsLCyAHJAMgACAGaiABIAZrIAEgBUYQBAwBCwsL7AEBBH8gAyEHA0AgASAISwRAIAAiBkGAgARqIQkCQAJ/A0AgBiAJSQRAQQAgBv0ABAAgBv',
    '0ABBD9UCAG/QAEICAG/QAEMP1Q/VD9Uw0CGiAGQUBrIQYMAQsLQQELBEAgBCAIQQJ0akEANgIADAELIAQgCEECdGogAyAHa0EJdkEBajYCACAA',
    'QYCABCADQQxqIgYgBRAGIQkgAyACIAhqrUIHhjcDACADQQhqIAk2AgAgByAGIAlqIgYgB2tB/wNqQYB8cWohAyAGQQAgAyAGa/wLAAsgCEEBai',
    'EIIABBgIAEaiEADAELCyADIAdrC0UAIAAgAWohAQNAIAAgAUkEQCAA/QAEACAA/QAEEP1QIAD9AAQgIAD9AAQw/VD9UP1TBEBBAA8LIABBQGsh',
    'AAwBCwtBAQs=',
].join('');

;// CONCATENATED MODULE: ./.cache/build/src/disk/vmdk/deflate-pool.js
/**
 * A pool of threads that pack windows of grains. Each thread has a few slots in a memory it shares with this one: the
 * window is copied into a slot, packed in place, and written to the file from there, so memory use is fixed from the start.
 */




/** Grains in a window. */
const WINDOW_GRAINS = 16;
const WINDOW_SIZE = WINDOW_GRAINS * GRAIN_SIZE;
/** More threads than this do not help: reading, hashing and writing are one stream. It also bounds the memory. */
const MAX_WORKERS = 12;
const SLOTS_PER_WORKER = 3;
/** The encoder looks up to 16 bytes past its input. */
const INPUT_ROOM = WINDOW_SIZE + 64;
const TABLE_ROOM = WINDOW_GRAINS * 4;
const SLOT_ROOM = INPUT_ROOM + TABLE_ROOM + WINDOW_GRAINS * PACKED_GRAIN_ROOM;
const PAGE = 65536;
/**
 * @param workers number of threads; default as many as cores
 * @param level 1 (fastest) to 9 (smallest)
 * @throws Error when a thread cannot be started
 */
async function startDeflatePool(level, workers = (0,external_node_os_.availableParallelism)()) {
    const count = Math.max(1, Math.min(workers, MAX_WORKERS));
    const threads = await Promise.allSettled(Array.from({ length: count }, () => startThread(level)));
    const started = threads.flatMap((thread) => (thread.status === 'fulfilled' ? [thread.value] : []));
    const close = async () => {
        await Promise.all(started.map((thread) => thread.close()));
    };
    const failed = threads.find((thread) => thread.status === 'rejected');
    if (failed) {
        await close();
        throw failed.reason;
    }
    // Taken in this order the slots go round the threads.
    const slots = Array.from({ length: SLOTS_PER_WORKER }, (_, i) => started.map((thread) => thread.slots[i])).flat();
    return { workers: count, slots: slots.filter((slot) => slot !== undefined), close };
}
function startThread(level) {
    const setup = {
        wasm: Buffer.from(GRAIN_DEFLATE_WASM, 'base64'),
        pages: MODULE_PAGES + Math.ceil((SLOTS_PER_WORKER * SLOT_ROOM) / PAGE),
        level,
    };
    const worker = new external_node_worker_threads_.Worker(`(${deflateWorkerBody.toString()})()`, {
        eval: true,
        workerData: setup,
        // All the data is outside the heap; many threads must not cost as many default heaps.
        resourceLimits: { maxYoungGenerationSizeMb: 2, maxOldGenerationSizeMb: 32 },
    });
    const waiting = new Map();
    let failure;
    const fail = (error) => {
        failure ??= error;
        for (const { reject } of waiting.values())
            reject(failure);
        waiting.clear();
    };
    const run = (job) => new Promise((resolve, reject) => {
        if (failure !== undefined) {
            reject(failure);
            return;
        }
        waiting.set(job.slot, { resolve, reject });
        worker.postMessage(job);
    });
    const close = async () => {
        fail(new Error('The compressing thread was ended'));
        await worker.terminate();
    };
    return new Promise((resolve, reject) => {
        worker.on('error', (cause) => {
            const error = new Error(`A compressing thread failed: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
            fail(error);
            reject(error);
        });
        worker.on('exit', (code) => {
            const error = new Error(`A compressing thread ended by itself (code ${code}), probably for want of memory`);
            fail(error);
            reject(error);
        });
        worker.on('message', (message) => {
            if ('memory' in message) {
                resolve({ slots: makeSlots(message.memory, run), close });
            }
            else if ('packed' in message) {
                const waiter = waiting.get(message.slot);
                waiting.delete(message.slot);
                waiter?.resolve(message.packed);
            }
        });
    });
}
function makeSlots(memory, run) {
    return Array.from({ length: SLOTS_PER_WORKER }, (_, slot) => {
        const input = MODULE_PAGES * PAGE + slot * SLOT_ROOM;
        const table = input + INPUT_ROOM;
        const output = table + TABLE_ROOM;
        return {
            input: new Uint8Array(memory, input, WINDOW_SIZE),
            pack: async (firstGrain, grains) => {
                const packed = await run({ slot, input, grains, firstGrain, output, table });
                return { table: new Uint32Array(memory, table, grains), bytes: new Uint8Array(memory, output, packed) };
            },
        };
    });
}

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
            const window = at - (at % WINDOW_SIZE);
            if (window !== offset) {
                if (pieces.length > 0)
                    yield { offset, pieces };
                offset = window;
                pieces = [];
            }
            const end = Math.min(range.offset + range.length, window + WINDOW_SIZE);
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
        target.fill(0, filled, piece.offset - window.offset);
        filled = piece.offset - window.offset + piece.length;
    }
    target.fill(0, filled);
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







const GRAIN_SECTORS = GRAIN_SIZE / vmdk_header/* VMDK_SECTOR */.OM;
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
    await stream.begin(await descriptor(disk, sectors, options));
    const pool = await startDeflatePool(options.level, options.workers);
    try {
        await packAll(disk, pool, stream, options);
    }
    finally {
        await pool.close();
    }
    await stream.end();
    return {
        size: stream.position * vmdk_header/* VMDK_SECTOR */.OM,
        populated: stream.grains * GRAIN_SIZE,
        capacity: sectors * vmdk_header/* VMDK_SECTOR */.OM,
    };
}
/** Keeps every slot busy and takes the packed windows in the order of the disk. */
async function packAll(disk, pool, stream, { signal, onProgress }) {
    const free = [...pool.slots];
    const inFlight = [];
    const finishOldest = async () => {
        const oldest = inFlight.shift();
        if (!oldest)
            return;
        await stream.window(oldest.offset / GRAIN_SIZE, await oldest.packed);
        free.push(oldest.slot);
        onProgress?.(Math.min(oldest.offset + WINDOW_SIZE, disk.size));
    };
    for await (const window of grainWindows(disk)) {
        signal.throwIfAborted();
        if (free.length === 0)
            await finishOldest();
        const slot = free.shift();
        if (!slot)
            throw new TypeError('a slot was lost');
        await fillWindow(disk, window, slot.input);
        const grains = Math.ceil(Math.min(WINDOW_SIZE, disk.size - window.offset) / GRAIN_SIZE);
        const packed = slot.pack(window.offset / GRAIN_SIZE, grains);
        // Awaited in its turn; a thread that dies meanwhile must not count as an unhandled rejection.
        packed.catch(() => { });
        inFlight.push({ slot, offset: window.offset, packed });
    }
    while (inFlight.length > 0) {
        signal.throwIfAborted();
        await finishOldest();
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
        parentCid: 'ffffffff',
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
 * @returns 32 hexadecimal digits
 */
async function identifyContent(disk) {
    const hash = (0,external_node_crypto_.createHash)('sha256').update(`stillframe ${disk.size}\n`);
    hash.update(await disk.read(0, Math.min(IDENTIFYING_HEAD, disk.size)));
    const tail = Math.min(IDENTIFYING_TAIL, disk.size);
    hash.update(await disk.read(disk.size - tail, tail));
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

/***/ 81136:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ archiveSeconds)
/* harmony export */ });
/** The date in the headers of an OVA's archive. */
/** 1980-01-01, the oldest that every format of archives can say: the same for everybody who sets no SOURCE_DATE_EPOCH. */
const DEFAULT_SECONDS = 315_532_800;
/** Seconds since 1970; without a date the same for everybody, so that one image gives one archive. */
function archiveSeconds(sourceDate) {
    return sourceDate === undefined ? DEFAULT_SECONDS : Math.floor(sourceDate.getTime() / 1000);
}


/***/ }),

/***/ 24925:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ IMAGE_SETTING)
/* harmony export */ });
/** Which disk a VM was imported with, as a setting of its .vmx file (vmw:ExtraConfig). */
/** The 32 digits that the disk's VMDK has as `ddb.longContentID`. */
const IMAGE_SETTING = 'stillframe.image';


/***/ })

};
