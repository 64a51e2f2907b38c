export const id = 8148;
export const ids = [8148];
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
/**
 * Its exit code is the step's: 0 is success, 3010 asks for a restart, anything else is tried again. A batch file gets a cmd.exe of its own: called from ours its
 * "exit" would end the first boot, its folder and variables (ERRORLEVEL too) would stay, and it would lose exclamation marks, for what setlocal enables holds for
 * whatever is called (privacy.sexy issue 221, infinispan issue 15175, Microsoft-Activation-Scripts issue 501).
 */
function scriptStep(path, number) {
    const file = `scripts/${number}-${(0,_first_boot_step_js__WEBPACK_IMPORTED_MODULE_2__/* .stagedName */ .wp)(path)}`;
    return {
        ...step(`70-script-${number}`, `Run ${(0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(path)}`, [
            /\.ps1$/i.test(path)
                ? `powershell.exe -NoProfile -NonInteractive -ExecutionPolicy Bypass -File "${staged(file)}"`
                : `cmd.exe /d /v:off /c call "${staged(file)}"`,
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
