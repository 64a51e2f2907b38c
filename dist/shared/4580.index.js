export const id = 4580;
export const ids = [4580];
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
