export const id = 600;
export const ids = [600];
export const modules = {

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

/***/ 64990:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ layoutMarkdown)
/* harmony export */ });
/* harmony import */ var _report_draw_scale_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35424);
/* harmony import */ var _report_markdown_table_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(90597);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16053);
/* harmony import */ var _layout_pieces_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27748);
/** A layout for a job summary: to scale, and as a table. */




/** @returns two blocks of Markdown */
function layoutMarkdown(layout) {
    const pieces = (0,_layout_pieces_js__WEBPACK_IMPORTED_MODULE_1__/* .layoutPieces */ .uq)(layout);
    const title = (0,_layout_pieces_js__WEBPACK_IMPORTED_MODULE_1__/* .layoutTitle */ .P6)(layout);
    if (pieces.length === 0)
        return `${title}, no partitions`;
    const bar = (0,_report_draw_scale_js__WEBPACK_IMPORTED_MODULE_2__/* .drawScale */ .h)(pieces.map(_layout_pieces_js__WEBPACK_IMPORTED_MODULE_1__/* .scalePiece */ .hE));
    return [`\`\`\`text\n${title}\n${bar}\n\`\`\``, table(pieces, layout.diskSize)].join('\n\n');
}
function table(pieces, diskSize) {
    const rows = pieces.map(({ partition, size }) => [
        partition ? String(partition.index) : '',
        partition ? (0,_layout_pieces_js__WEBPACK_IMPORTED_MODULE_1__/* .partitionTitle */ .LV)(partition) : 'unallocated',
        partition?.fileSystem?.toUpperCase() ?? '',
        (0,_units_js__WEBPACK_IMPORTED_MODULE_0__/* .formatSize */ .Xq)(size),
        `${((100 * size) / diskSize).toFixed(1)} %`,
        partition && (0,_layout_pieces_js__WEBPACK_IMPORTED_MODULE_1__/* .isProtected */ .bz)(partition) ? 'protected' : '',
    ]);
    return (0,_report_markdown_table_js__WEBPACK_IMPORTED_MODULE_3__/* .markdownTable */ .Q)(['#', 'partition', 'file system', 'size', 'of the disk', ''], rows);
}


/***/ }),

/***/ 27748:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LV: () => (/* binding */ partitionTitle),
/* harmony export */   P6: () => (/* binding */ layoutTitle),
/* harmony export */   bz: () => (/* binding */ isProtected),
/* harmony export */   hE: () => (/* binding */ scalePiece),
/* harmony export */   uq: () => (/* binding */ layoutPieces)
/* harmony export */ });
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16053);
/** A layout as pieces of the disk in their order: partitions, and between them what is in none. */

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
function layoutPieces({ partitions, diskSize }) {
    const pieces = [];
    let end = 0;
    const addGap = (until) => {
        if (until - end >= SMALLEST_GAP)
            pieces.push({ size: until - end });
    };
    for (const partition of partitions) {
        addGap(partition.offset);
        pieces.push({ partition, size: partition.size });
        end = Math.max(end, partition.offset + partition.size);
    }
    addGap(diskSize);
    return pieces;
}
/** As it is named where the disk is drawn to scale. */
function scalePiece({ partition, size }) {
    if (!partition)
        return { label: 'unallocated', short: '', size };
    return { label: `${partition.index} ${partitionTitle(partition)}`, short: String(partition.index), size };
}
/** `Windows`; with the type byte on a disk with a master boot record. */
function partitionTitle({ type, mbrType }) {
    return `${TITLES[type]}${mbrType === undefined ? '' : ` (${mbrType})`}`;
}
/** `GPT disk of 40 GiB, 512-byte sectors`. */
function layoutTitle({ table, diskSize, sectorSize }) {
    const kind = table === 'none' ? 'Unpartitioned disk of' : `${table.toUpperCase()} disk of`;
    return `${kind} ${(0,_units_js__WEBPACK_IMPORTED_MODULE_0__/* .formatSize */ .Xq)(diskSize)}, ${sectorSize}-byte sectors`;
}
/** Bit 0 of a GPT partition: the firmware needs it, and Windows guards it (UEFI 2.10, table 5.8). */
function isProtected({ attributes }) {
    return (BigInt(attributes) & 1n) === 1n;
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
    'kCAwmACAMMCwIAAQMEBQEGBwAIBisIfgFCAAt/AUEAC38BQQALfwFBgIANC38BQQALfwFBAAt/AUEAC38BQQALByoEBmlzWmVybwAKB2RlZmxh',
    'dGUABgpwYWNrV2luZG93AAkGbWVtb3J5AgAK20ULtgcBCX8gASEKQQAhAQNAIAEgCkkEQCABIQhBwMgdQQBBwAD8CwBBACQEQYCADSELQYCADS',
    'EGA0AgASAKSQRAAkAgCyAGayIFQYAQTwRAIAVBAnYgASAIayAKIAFrEAUNASALIQYLIAogAWtBBUkEQCABIgVBAWohASALIAAgBWotAAAiBUEQ',
    'dDYCACAFQQJ0QeDZHWoiBSAFKAIAQQFqNgIAIAtBBGohCwwDC0EAJAcgACABQYICIAogAWsiBSAFQYICTxtBAiACIAMQASEFIwdFBEAgASIFQQ',
    'FqIQEgCyAAIAVqLQAAIgVBEHQ2AgAgBUECdEHg2R1qIgUgBSgCAEEBajYCACALQQRqIQsMAwsjByEMIAEhCQNAIAogAWsiByAFQQVqS0EAIAIg',
    'BUtBACAEGxsEQAJAQQAkByAAIAFBAWoiCUGCAiAHQQFrIgcgB0GCAk8bIAVBAWsgAiADQQF2EAEiByAFT0EAIwcbBH8gByAFa0ECdCAMZ2tBAC',
    'MHZ2trQQJKBUEACwRAIAEiBUEBaiEBIAsgACAFai0AACIFQRB0NgIAIAVBAnRB4NkdaiIFIAUoAgBBAWo2AgAgC0EEaiELIAchBSMHIQwMAwsg',
    'BEECSQ0AQQAkByAAIAFBAmoiCUGCAiAKIAFrQQJrIgcgB0GCAk8bIAVBAWsgAiADQQJ2EAEiByAFT0EAIwcbBH8gByAFa0ECdCAMZ2tBACMHZ2',
    'trQQZKBUEACwRAIAsgACABai0AACIFQRB0NgIAIAVBAnRB4NkdaiIFIAUoAgBBAWo2AgAgAUEBaiIFQQFqIQEgC0EEaiILIAAgBWotAAAiBUEQ',
    'dDYCACAFQQJ0QeDZHWoiBSAFKAIAQQFqNgIAIAtBBGohCyAHIQUjByEMDAMLCwsLIAsgDCAFQRB0akH///MHajYCACAFQf3EHWotAABBAnRB5O',
    'EdaiIHIAcoAgBBAWo2AgBBHyAMQQFrIgdnayEMIAcgByAMQQFrdkEBcSAMQQF0aiAHQQJJG0ECdEHg4h1qIgcgBygCAEEBajYCACALQQRqIQsg',
    'ASAFaiIHIApBBGsiDCAHIAxJGyEMIAlBAWohBwNAIAcgDEkEQCAHQQF0QYCABWogACAHaigCACIJQbHz3fF5bEERdkEBdCINLwEAOwEAIA0gB0',
    'EBaiIHOwEAIAlBgOLmuwNsQRN2QQF0QYCABGogBzsBAAwBCwsgASAFaiEBDAILCwsgCyQDIAAgCGogASAIayABIApGEAQMAQsLC74DAgh/AX4g',
    'ACABaiIKKAIAIgtBsfPd8XlsQRF2QQF0IQYgC0GA4ua7A2xBE3ZBAXRBgIAEaiIHLwEAIQggAUEBdEGAgAVqIAYvAQAiCTsBACAGIAFBAWoiBj',
    'sBACAHIAY7AQAgA0EDSUEBIAFB//8BayAGQYCAAk0bIgwgCE1xIAYgCGsiBkGAwABNcQRAIAAgCGpBAWsoAgAgC3NBCHRFBEAgBiQHQQMhAwsL',
    'IAIgA00EQCADDwsgCkEDIAMgA0EDSRsiA2pBA2soAgAhBwNAIAkgDE8EQAJAIAAgCWpBAWsiDSADakEDaygCACAHRgR/IA0oAgAgC0YFQQALBE',
    'BBBCEGAkADQCAGQQhqIgggAk0EQCAGIAYgCmopAwAgBiANaikDAIUiDnqnQQN2aiEGIA5CAFINAiAIIQYMAQsLA0AgAiAGSwR/IAYgCmotAAAg',
    'BiANai0AAEYFQQALBEAgBkEBaiEGDAELCwsgAyAGSQRAIAFBAWogCWskByAEIAZNIAYiAyACT3IEQCAGDwsgAyAKakEDaygCACEHCwsgBUEBay',
    'IFRQ0AIAlBAXRB/v8Eai8BACEJDAILCwsgAwvDCwEQfwNAIAIgCUsEQCAJQQJ0IgQgAGooAgAhBiABIARqQQA2AgAgBgRAIAVBAnRBwJYdaiAJ',
    'IAZBCXRyNgIAIAYgCiAGIApLGyEKIAVBAWohBQsgCUEBaiEJDAELCyAFRQRAQQAPCyAFQQFGBEAgAUHAlh0oAgBB/wNxQQJ0akGAgAQ2AgBBAQ',
    '8LQcCWHSEAQcCgHSEEQQkhCQNAIAoEQEHAtB1BAEGACPwLAEEAIQYDQCAFIAZLBEAgACAGQQJ0aigCACAJdkH/AXFBAnRBwLQdaiILIAsoAgBB',
    'AWo2AgAgBkEBaiEGDAELC0EAIQtBACEGA0AgBkGAAkkEQCAGQQJ0QcC0HWoiEigCACETIBIgCzYCACALIBNqIQsgBkEBaiEGDAELC0EAIQYDQC',
    'AFIAZLBEAgACAGQQJ0aigCACILIAl2Qf8BcUECdEHAtB1qIhIoAgAhEyASIBNBAWo2AgAgBCATQQJ0aiALNgIAIAZBAWohBgwBCwsgACAEIQAh',
    'BCAKQQh2IQogCUEIaiEJDAELCwNAIAUgD0sEQCAPQQJ0IgRBwKodaiAAIARqKAIAQQl2NgIAIA9BAWohDwwBCwtBwKodQcCqHSgCAEHEqh0oAg',
    'BqNgIAQQIhBEEBIQoDQCAKIAVBAWtJBEAgBCAFTwR/QQEFIAdBAnRBwKodaigCACAEQQJ0QcCqHWooAgBJCwRAIAdBAnRBwKodaigCACEJIAci',
    'BkEBaiEHIAZBAnRBwKodaiAKNgIABSAEIgZBAWohBCAGQQJ0QcCqHWooAgAhCQsgBCAFTwR/QQEFIAcgCkkEfyAHQQJ0QcCqHWooAgAgBEECdE',
    'HAqh1qKAIASQVBAAsLBEAgCSAHQQJ0QcCqHWooAgBqIQkgByIGQQFqIQcgBkECdEHAqh1qIAo2AgAFIAQiBkEBaiEEIAkgBkECdEHAqh1qKAIA',
    'aiEJCyAKQQJ0QcCqHWogCTYCACAKQQFqIQoMAQsLIAVBAnRBuKodakEANgIAIAVBA2shBANAIARBAE4EQCAEQQJ0QcCqHWoiBiAGKAIAQQJ0Qc',
    'CqHWooAgBBAWo2AgAgBEEBayEEDAELC0HAvB1BAEGAAfwLAEEBIQcgBUECayEGIAUhBANAIAdBAEoEQANAIAZBAE4EfyAGQQJ0QcCqHWooAgAg',
    'DEYFQQALBEAgDUEBaiENIAZBAWshBgwBCwsgByANayIHQQBKBEAgDCADIAMgDEsbQQJ0QcC8HWoiCSAJKAIAIAdqNgIAIAQgB2shBAsgDUEBdC',
    'EHIAxBAWohDEEAIQ0MAQsLQQEhBANAIAMgBE8EQCAOIARBAnRBwLwdaigCACADIARrdGohDiAEQQFqIQQMAQsLA0AgDkEBIAN0SwRAIANBAWsh',
    'BANAIARBAnRBwLwdaigCAEUEQCAEQQFrIQQMAQsLIARBAnQiBEHAvB1qIgYgBigCAEEBazYCACAEQcS8HWoiBCAEKAIAQQJqNgIAIANBAnRBwL',
    'wdaiIEIAQoAgBBAWs2AgAgDkEBayEODAELCyADIQYDQCAGBEAgBkECdEHAvB1qKAIAIQcDQCAHBEAgCCIEQQFqIQggASAAIARBAnRqKAIAQf8D',
    'cUECdGogBkEQdDYCACAHQQFrIQcMAQsLIAZBAWshBgwBCwtBwLwdQQA2AgBBASEAA0AgACADTQRAIBEgAEECdCIEQby8HWooAgBqQQF0IREgBE',
    'HAtB1qIBE2AgAgAEEBaiEADAELCwNAIAIgEEsEQCABIBBBAnRqIgAoAgBBEHYiAwRAIANBAnRBwLQdaiIEKAIAIQYgBCAGQQFqNgIAIAAgA0EQ',
    'dCAGQQF2QdWqAXEgBkHVqgFxQQF0ciIAQQJ2QbPmAHEgAEGz5gBxQQJ0ciIAQQR2QY8ecSAAQY8ecUEEdHIiAEH/AXFBCHQgAEEIdnJBECADa3',
    'ZyNgIACyAQQQFqIRAMAQsLIAUL/gMCB38BfgNAIABBgAJJBEAgAEGAxR1qLQAAIgFBAnRBxJMdaigCACECIAFBAXRBgMcdai8BACEBIABBAnQi',
    'A0HAix1qKAIAIQQgA0HAyR1qIARB//8DcSAEQRB2QRh0cjYCACADQcDRHWogAkH//wNxIAAgAUH/AXFrIAJBEHYiAnRyIAIgAUEIdmpBGHRyNg',
    'IAIABBAWohAAwBCwsjACEHIwEhACMCIQFBgIANIQIDQCACIwNJBEAgAigCACIDQRB2QQJ0QcDJHWooAgAhBEEfIANB//8DcSIFZ2shBiABIAcg',
    'BEH///8Hca0gAK2GhEEfIAUgBSAGQQFrdkEBcSAGQQF0aiAFQQJJGyADQYCAgAhJG0ECdCIDQcCUHWooAgAiBkH//wNxIAUgA0HAxx1qKAIAIg',
    'NB//8DcWsgBkEQdiIFdHKtIAAgBEEYdmoiAK2GhCIHNwMAIAEgACAFIANBEHZqaiIAQQN2aiEBIAcgAEE4ca2IIQcgAEEHcSEAIAJBBGohAgwB',
    'CwsgByQAIAAkASABJAIjAiMANwMAIwIjAUEDdmokAiMAIwFBOHGtiCQAIwFBB3EkASMAQcCTHSgCACIAQf//A3GtIwGthoQkACMBIABBEHZqJA',
    'EjAiMANwMAIwIjAUEDdmokAiMAIwFBOHGtiCQAIwFBB3EkAQvADQELfwNAIARBgApJBEAgBEHAgB1qIgUgBf0ABAAgBEHg2R1q/QAEAP2uAf0L',
    'BAAgBEEQaiEEDAELC0Hg2R1BAEGACvwLAEHAiB1BATYCAEHAgB1BwIsdQZ4CQQ8QAhpBwIkdQcCUHUEeQQ8QAkUEQEHAlB1BgIAENgIAC0GeAi',
    'EHA0AgB0GBAksEfyAHQQJ0QbyLHWooAgAFQQELRQRAIAdBAWshBwwBCwtBHiEJA0AgCUEBSwR/IAlBAnRBvJQdaigCAAVBAQtFBEAgCUEBayEJ',
    'DAELC0EAIQQDQCAEIAdJBEAgBEHAwh1qIARBAnRBwIsdaigCAEEQdjoAACAEQQFqIQQMAQsLQQAhBANAIAQgCUkEQCAHQcDCHWogBGogBEECdE',
    'HAlB1qKAIAQRB2OgAAIARBAWohBAwBCwsgByAJahAHIQtBwIodQcCVHUETQQcQAhpBEyEKA0AgCkEESwR/IApBv9kdai0AAEECdEHAlR1qKAIA',
    'BUEBC0UEQCAKQQFrIQoMAQsLIApBA2xBEWohCEEDIQVBACEEA0AgBEETSQRAIAggBEECdCIIQcCKHWooAgAgCEHAlR1qKAIAQRB2bGohCCAEQQ',
    'FqIQQMAQsLIAhBhIsdKAIAQQNsQYCLHSgCAEEBdGpBiIsdKAIAQQdsamohCEEAIQQDQCAEIAdJBEAgCCAEQQJ0IghBwIAdaigCACIMIAhBwIsd',
    'aigCAEEQdmxqIQggBSAEQZABSQR/QQgFIARBgAJJBH9BCQVBB0EIIARBmAJJGwsLIAxsaiEFIARBgAJLBEAgAyAMIARBAXRB/sIdai8BAEEIdm',
    'xqIQMLIARBAWohBAwBCwtBACEEA0AgBCAJSQRAIAggBEECdCIMQcCJHWooAgAiDSAMQcCUHWooAgBBEHZsaiEIIAUgDUEFbGohBSADIA0gDEHA',
    'xx1qKAIAQRB2bGohAyAEQQFqIQQMAQsLIAFBAWtB//8DbkEBakEobCABQQN0aiIEIAMgCGoiCE0gAyAFaiIDIARPcQRAA0AgAQRAIwBCACACrS',
    'ABQf//AyABIAFB//8DTxsiA2siARsjAa2GhCQAIwFBA2okASMBQQdqQXhxJAEjAiMANwMAIwIjAUEDdmokAiMAIwFBOHGtiCQAIwFBB3EkASMC',
    'IAMgA0F/c0EQdHI2AgAjAkEEaiAAIAP8CgAAIwIgA0EEamokAiAAIANqIQBCACQADAELCwUgAyAITQRAIwAgAkECcq0jAa2GhCQAIwFBA2okAS',
    'MCIwA3AwAjAiMBQQN2aiQCIwAjAUE4ca2IJAAjAUEHcSQBA0AgBkGgAkkEQCAGQQJ0QcCLHWogBkGQAUkEf0EIBSAGQYACSQR/QQkFQQdBCCAG',
    'QZgCSRsLCyIAQRB0IAZBkAFJBH8gBkEwagUgBkGAAkkEfyAGQYACagUgBkGAAmsgBkHYAGsgBkGYAkkbCwsiAUEBdkHVqgFxIAFB1aoBcUEBdH',
    'IiAUECdkGz5gBxIAFBs+YAcUECdHIiAUEEdkGPHnEgAUGPHnFBBHRyIgFB/wFxQQh0IAFBCHZyQRAgAGt2cjYCACAGQQFqIQYMAQsLQQAhAQNA',
    'IAFBHkkEQCABQQJ0QcCUHWogAUEBdkHVqgFxIAFB1aoBcUEBdHIiAEECdkGz5gBxIABBs+YAcUECdHIiAEEEdkGPHnEgAEGPHnFBBHRyIgBB/w',
    'FxQQh0IABBCHZyQQt2QYCAFHI2AgAgAUEBaiEBDAELCxADBSMAIAJBBHIgB0GBAmtBA3RyIAlBAWtBCHRyIApBBGtBDXRyrSMBrYaEJAAjAUER',
    'aiQBIwIjADcDACMCIwFBA3ZqJAIjACMBQThxrYgkACMBQQdxJAFBACEAA0AgACAKSQRAIwAgAEHA2R1qLQAAQQJ0QcCVHWo1AgBCEIgjAa2GhC',
    'QAIwFBA2okASMBQShLBEAjAiMANwMAIwIjAUEDdmokAiMAIwFBOHGtiCQAIwFBB3EkAQsgAEEBaiEADAELC0EAIQADQCAAIAtJBEAjAiMANwMA',
    'IwIjAUEDdmokAiMAIwFBOHGtiCQAIwFBB3EkASMAIABBAXRBwL0dai8BACIBQf8BcSICQQJ0QcCVHWooAgAiA0H//wNxrSMBrYaEJAAjASADQR',
    'B2aiQBIAJBEE8EQCMAIAFBCHatIwGthoQkACACQRBGBH9BAgVBA0EHIAJBEUYbCyMBaiQBCyAAQQFqIQAMAQsLIwIjADcDACMCIwFBA3ZqJAIj',
    'ACMBQThxrYgkACMBQQdxJAEQAwsLQcCAHUEAQYAK/AsAC/kDAgR/AXsDQCAEQQRJBEAgBEEIdEHg2R1qIgb9AAQAIQdBECEDA0AgA0GAAkkEQC',
    'AHIAMgBmr9AAQA/a4BIQcgA0EQaiEDDAELCyAEQQN0QYDJHWoiAyAH/RsAIAf9GwJqNgIAIANBBGogB/0bASAH/RsDajYCACAEQQFqIQQMAQsL',
    'QQAhBEGBAiEDA0AgA0GHAkkEQCAEIANBAnRB4NkdaigCAGohBCADQQFqIQMMAQsLQYcCIQMDQCADQZ4CSQRAIAUgA0ECdEHg2R1qKAIAaiEFIA',
    'NBAWohAwwBCwtBoMkdIAQ2AgBBpMkdIAU2AgAgAkHQD09BACABQdAPT0EAIwQbGwRAQQAhA0EAIQIDQCACQQpJBEAgAyMEIAJBAnQiA0GAyR1q',
    'KAIAbCIEIANBwMgdaigCACAAbCIDayADIARrIAMgBEkbaiEDIAJBAWohAgwBCwsgAyMEIAFBDHZsaiMEIABB3AFsQQl2bE8EQEEBDwsLQQAhAQ',
    'NAIAFBCkkEQCABQQJ0QcDIHWoiAiACKAIAIAJBQGsoAgBqNgIAIAFBAWohAQwBCwsjBCAAaiQEQQAhAANAIABBgApJBEAgAEHAgB1qIgEgAf0A',
    'BAAgAEHg2R1q/QAEAP2uAf0LBAAgAEEQaiEADAELC0Hg2R1BAEGACvwLAEEAC5IIAgZ/BHsjBUUEQANAIAdBHEkEQCAHQQF0QYDHHWogBCAHQQ',
    'J2QQFrQQAgB0EITxsiBkEIdHI7AQBBACEJA0AgCUEBIAZ0SQRAIAQiBUEBaiEEIAVBgMUdaiAHOgAAIAlBAWohCQwBCwsgB0EBaiEHDAELC0H/',
    'xh1BHDoAAEG4xx1B/wE7AQBBACEEA0AgBEEeSQRAIARBAnRBwMcdaiAIIARBAXZBAWtBACAEQQRPGyIFQRB0cjYCACAIQQEgBXRqIQggBEEBai',
    'EEDAELC0HA2R1BEDoAAEHB2R1BEToAAEHC2R1BEjoAAEHD2R1BADoAAEEAIQQDQCAEQQhJBEAgBEEBdCIFQcTZHWogBEEIajoAACAEQQdJBEAg',
    'BUHF2R1qQQcgBGs6AAALIARBAWohBAwBCwtBASQFC0EAQQBBgIAIQYCABSADQQFGIgQb/AsAQcCAHUEAQYAK/AsAQeDZHUEAQYAK/AsAQgAkAE',
    'EAJAEgAiQCIwJB+AI7AQAjAkECaiQCIAQEQCAAIAEQCAUgA0ECRgRAIAAgAUEKQQZBABAABSADQQNGBEAgACABQQ5BDEEAEAAFIANBBEYEQCAA',
    'IAFBHkEQQQAQAAUgA0EFRgRAIAAgAUEeQRBBARAABSADQQZGBEAgACABQcEAQRpBARAABSADQQdGBEAgACABQYIBQeQAQQEQAAUgA0EIRgRAIA',
    'AgAUGCAkGsAkECEAAFIAAgAUGCAkHYBEECEAALCwsLCwsLCyMBBEAjAiMAPAAAIwJBAWokAgsgASEDQQAhCEEBIQkDQCADBEAgA0GAICADIANB',
    'gCBPGyIBayED/QwAAAAAAAAAAAAAAAAAAAAAIQ39DAAAAAAAAAAAAAAAAAAAAAAhDP0MAAAAAAAAAAAAAAAAAAAAACELIAFBBHYhBUEAIQQDQC',
    'AEIAVJBEAgAP0ABAAhCiAAQRBqIQAgDCAN/a4BIQwgDSAK/X39f/2uASENIAsgCv2JAf0MEAAPAA4ADQAMAAsACgAJAP26Af2uASAK/YoB/QwI',
    'AAcABgAFAAQAAwACAAEA/boB/a4BIQsgBEEBaiEEDAELCyAIIAkgBUEEdGxqQfH/A3AgDP0bACAM/RsBaiAM/RsCaiAM/RsDakHx/wNwQQR0ai',
    'AL/RsAIAv9GwFqIAv9GwJqIAv9GwNqakHx/wNwIQggCSAN/RsAIA39GwFqIA39GwJqIA39GwNqakHx/wNwIQkgAUEPcSEEA0AgBARAIAAiAUEB',
    'aiEAIAggCSABLQAAaiIJaiEIIARBAWshBAwBCwsgCUHx/wNwIQkgCEHx/wNwIQgMAQsLIwIgCEEQdCAJciIAQYD+g3hxQQh3IABB/4H8B3FBCH',
    'hyNgIAIwJBBGokAiMCIAJrC70DAQV/QcCKHUEAQYAB/AsAA0AgACAESwRAIARBwMIdai0AACEDQQEhAQNAIAEgBGogAEkEfyAEQcDCHWogAWot',
    'AAAgA0YFQQALBEAgAUEBaiEBDAELCyABIARqIQQgAwRAIAFBBE8EQCACQQF0QcC9HWogAzsBACADQQJ0QcCKHWoiBSAFKAIAQQFqNgIAIAJBAW',
    'ohAiABQQFrIQEDQCABQQNPBEAgAkEBdEHAvR1qQQYgASABQQZPGyIFQQNrQQh0QRByOwEAQYCLHUGAix0oAgBBAWo2AgAgAkEBaiECIAEgBWsh',
    'AQwBCwsLBQNAIAFBC08EQCACQQF0QcC9HWpBigEgASABQYoBTxsiBUELa0EIdEEScjsBAEGIix1BiIsdKAIAQQFqNgIAIAJBAWohAiABIAVrIQ',
    'EMAQsLIAFBA08EQCACQQF0QcC9HWogAUEDa0EIdEERcjsBAEGEix1BhIsdKAIAQQFqNgIAIAJBAWohAkEAIQELCwNAIAEEQCACQQF0QcC9HWog',
    'AzsBACADQQJ0QcCKHWoiBSAFKAIAQQFqNgIAIAJBAWohAiABQQFrIQEMAQsLDAELCyACC9cLAxJ/An4BeyABIQVBACEBA0AgASAFSQRAIAEhBk',
    'HAyB1BAEHAAPwLAEEAJARBgIANIRNBgIANIQJBACENA0AgASAFSQRAAkAgEyACayIDQYAQTwRAIANBAnYgASAGayAFIAFrEAUNASATIQILIAUg',
    'AWtBEUkEQCABIgNBAWohASATIAAgA2otAAAiA0EQdDYCACADQQJ0QeDZHWoiAyADKAIAQQFqNgIAIBNBBGohEwwDCyAAIAFqIgkpAwAhFCAJQQ',
    'FqIhIpAwAhFSAUpyIOQbHz3fF5bEERdkEBdCIDLwEAIQQgAyABQQFqIgg7AQAgFaciD0Gx893xeWxBEXZBAXQiAy8BACEQIAMgCEEBaiIMOwEA',
    'IBRCgI6q3t6w7Lw3fkIxiKdBAXRBgIAEaiIDLwEAIQcgAyAIOwEAIBVCgI6q3t6w7Lw3fkIxiKdBAXRBgIAEaiIDLwEAIREgAyAMOwEAIAn9AA',
    'QAIhYgCSAIIARrIgRr/QAEAP0j/WRBf3NBgIAEcmhBACAEQQFrQYCAAkkgBCAISXEbIQsgFiAJIAggB2siA2v9AAQA/SP9ZEF/c0GAgARyaEEA',
    'IANBAWtBgIACSSADIAhJcRshCiADIAQgCiALSxskBiMGIQkgEv0ABAAiFiASIAwgEGsiB2v9AAQA/SP9ZEF/c0GAgARyaEEAIAdBAWtBgIACSS',
    'AHIAxJcRshCCAWIBIgDCARayIDa/0ABAD9I/1kQX9zQYCABHJoQQAgA0EBa0GAgAJJIAMgDElxGyEEIAMgByAEIAhLGyQGIBMgDkH/AXEiA0EQ',
    'dDYCACALIAogCiALSRsiByAIIAQgBCAISRsiBCAEIAdJG0EESQRAIANBAnRB4NkdaiIDIAMoAgBBAWo2AgAgE0EEaiAPQf8BcSIDQRB0NgIAIA',
    'NBAnRB4NkdaiIDIAMoAgBBAWo2AgAgE0EIaiETIAFBAmohAUEgIA1BAWoiDUEGdiIDIANBIE8bQQF0IQQDQCAFIAFrQRFLQQAgBBsEQCABIgNB',
    'AWohASATIAAgA2otAAAiA0EQdDYCACADQQJ0QeDZHWoiAyADKAIAQQFqNgIAIBNBBGohEyAEQQFrIQQMAQsLDAMLQQAhDSADQQJ0QeDZHWoiAy',
    'AEIAdLIgwgAygCAGo2AgAjBiAJIAwbIQogASAMaiELIAcgBCAEIAdJGyIEQRBGBEAgACALaiIJIAprIQhBggIgBSALayIDIANBggJPGyEHQRAh',
    'BAJAA0AgBEEIaiIDIAdNBEAgBCAEIAlqKQMAIAQgCGopAwCFIhR6p0EDdmohBCAUQgBSDQIgAyEEDAELCwNAIAQgB0kEfyAEIAlqLQAAIAQgCG',
    'otAABGBUEACwRAIARBAWohBAwBCwsLCyATIAxBAnRqIgggCiAEQRB0akH///MHajYCACAEQf3EHWotAABBAnRB5OEdaiIDIAMoAgBBAWo2AgBB',
    'HyAKQQFrIgdnayEDIAcgByADQQFrdkEBcSADQQF0aiAHQQJJG0ECdEHg4h1qIgMgAygCAEEBajYCACAIQQRqIRMgAUECaiIKIABqIgkoAgBBsf',
    'Pd8XlsQRF2QQF0IApBAWoiCDsBACAAIAhqKAIAQbHz3fF5bEERdkEBdCAIQQFqOwEAIApBAmoiAyAEIAtqIgFBAWsiB0EBayIEIAMgBEkbIgMg',
    'AGooAgBBsfPd8XlsQRF2QQF0IANBAWo7AQAgCkEDaiIDIAQgAyAESRsiAyAAaigCAEGx893xeWxBEXZBAXQgA0EBajsBACAAIARqKAIAQbHz3f',
    'F5bEERdkEBdCAEQQFqOwEAIAAgB2oiBCgCAEGx893xeWxBEXZBAXQgB0EBaiIDOwEAIAkpAwBCgI6q3t6w7Lw3fkIxiKdBAXRBgIAEaiAIOwEA',
    'IAQpAwBCgI6q3t6w7Lw3fkIxiKdBAXRBgIAEaiADOwEADAILCwsgEyQDIAAgBmogASAGayABIAVGEAQMAQsLC+wBAQR/IAMhBwNAIAEgCEsEQC',
    'AAIgZBgIAEaiEJAkACfwNAIAYgCUkEQEEAIAb9AAQAIAb9AAQQ/VAgBv0ABCAgBv0ABDD9UP1Q/VMNAhogBkFAayEGDAELC0EBCwRAIAQgCEEC',
    'dGpBADYCAAwBCyAEIAhBAnRqIAMgB2tBCXZBAWo2AgAgAEGAgAQgA0EMaiIGIAUQBiEJIAMgAiAIaq1CB4Y3AwAgA0EIaiAJNgIAIAcgBiAJai',
    'IGIAdrQf8DakGAfHFqIQMgBkEAIAMgBmv8CwALIAhBAWohCCAAQYCABGohAAwBCwsgAyAHawtFACAAIAFqIQEDQCAAIAFJBEAgAP0ABAAgAP0A',
    'BBD9UCAA/QAEICAA/QAEMP1Q/VD9UwRAQQAPCyAAQUBrIQAMAQsLQQEL',
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
/**
 * Keeps every slot busy: the packed windows go to the stream in the order of the disk, while the next ones are read. Where reading and
 * writing took turns, threads waited for the next window although a slot was free.
 */
async function packAll(disk, pool, stream, options) {
    const { signal, onProgress } = options;
    const free = [...pool.slots];
    const written = [];
    let last = Promise.resolve();
    const write = async (before, slot, offset, packing) => {
        await before;
        const packed = await packing;
        signal.throwIfAborted();
        await stream.window(offset / GRAIN_SIZE, packed);
        onProgress?.(Math.min(offset + WINDOW_SIZE, disk.size));
        return slot;
    };
    try {
        for await (const window of grainWindows(disk)) {
            signal.throwIfAborted();
            const slot = free.shift() ?? (await written.shift());
            if (!slot)
                throw new TypeError('a slot was lost');
            await fillWindow(disk, window, slot.input);
            const grains = Math.ceil(Math.min(WINDOW_SIZE, disk.size - window.offset) / GRAIN_SIZE);
            const packing = slot.pack(window.offset / GRAIN_SIZE, grains);
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

/***/ 46123:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ partialOf),
/* harmony export */   w: () => (/* binding */ HELD_PATH)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _follow_links_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69677);
/* harmony import */ var _move_into_place_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69174);
/** Files and folders that must not outlive their run unless they are finished. */



/** Windows lets go of what a machine or a program had open a moment after its end; each try waits 100 ms longer. */
const RETRIES = 10;
const HELD_PATH = {
    kind: 'path',
    what: ({ paths }) => `the unfinished ${paths[0]}`,
    undo: async ({ paths }) => {
        for (const path of paths)
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(path, { recursive: true, force: true, maxRetries: RETRIES });
    },
};
/** What a run that writes `path` may leave when it is killed: the file under its temporary name. */
async function partialOf(path) {
    return { paths: [(await (0,_follow_links_js__WEBPACK_IMPORTED_MODULE_1__/* .followLinks */ .n)(path)) + _move_into_place_js__WEBPACK_IMPORTED_MODULE_2__/* .PARTIAL_SUFFIX */ .oG] };
}


/***/ }),

/***/ 35424:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ drawScale)
/* harmony export */ });
/** A bar drawn to scale in characters: for logs and job summaries, in which GitHub leaves neither pictures nor colours. */
/** What GitHub shows of a fenced block on a telephone without a scroll bar. */
const COLUMNS = 60;
/**
 * Three lines of `columns` characters; no piece is narrower than one, and what is too narrow for its name has its short one:
 *
 *     ┌─┬─┬─────────────┐
 *     │1│2│3 Windows    │
 *     └─┴─┴─────────────┘
 *
 * @returns empty text for no pieces
 */
function drawScale(pieces, columns = COLUMNS) {
    if (pieces.length === 0)
        return '';
    const widths = shareColumns(pieces.map(({ size }) => size), columns - pieces.length - 1);
    const border = (left, between, right) => left + widths.map((width) => '─'.repeat(width)).join(between) + right;
    const names = pieces.map(({ label, short }, index) => {
        const width = widths[index] ?? 0;
        const name = [label, short].find((text) => text.length <= width) ?? '';
        return name.padEnd(width);
    });
    return [border('┌', '┬', '┐'), `│${names.join('│')}│`, border('└', '┴', '┘')].join('\n');
}
/** Whole columns in proportion to the sizes: what is left over goes where most was cut off. One each is taken from the widest where need be. */
function shareColumns(sizes, columns) {
    const total = sizes.reduce((sum, size) => sum + size, 0) || 1;
    const exact = sizes.map((size) => (size / total) * columns);
    const widths = exact.map((width) => Math.max(1, Math.floor(width)));
    const byRest = exact.map((width, index) => ({ index, rest: width % 1 })).sort((a, b) => b.rest - a.rest);
    const spare = () => columns - widths.reduce((sum, width) => sum + width, 0);
    for (const { index } of byRest.slice(0, Math.max(0, spare())))
        widths[index] = (widths[index] ?? 0) + 1;
    while (spare() < 0 && Math.max(...widths) > 1) {
        const widest = widths.indexOf(Math.max(...widths));
        widths[widest] = (widths[widest] ?? 0) - 1;
    }
    return widths;
}


/***/ })

};
