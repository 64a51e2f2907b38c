export const id = 2096;
export const ids = [2096,9853];
export const modules = {

/***/ 35958:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _src_runner_run_on_github_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59853);
/* harmony import */ var _action_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38777);
/** Bakes a candidate: its first boot is carried out in the template itself, and followed to its end. */


await (0,_src_runner_run_on_github_js__WEBPACK_IMPORTED_MODULE_0__.runOnGithub)(_action_js__WEBPACK_IMPORTED_MODULE_1__/* .bakeTemplate */ .i);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 65887:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ judgeOvfDisks)
/* harmony export */ });
/* unused harmony export OVF_DISK_FINDINGS */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/* harmony import */ var _ova_member_name_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(69599);
/* harmony import */ var _ova_ova_disks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48178);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16053);
/* harmony import */ var _rule_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(21667);
/** What the descriptor of an OVA says of disks, held against what lies in the archive. */





const UNUSED = {
    code: 'ovf-disk-unused',
    severity: 'warning',
    remedy: 'Export the VM again with all its disks attached, or make the OVA without that file.',
    source: 'DSP0243, section 8.4; VMware-AIops issue 19',
};
const OTHER_CAPACITY = {
    code: 'ovf-capacity-differs',
    severity: 'error',
    remedy: 'Make the OVA again with convert-ova, which takes the capacity from the disk, or export the VM again.',
    source: 'DSP0243, section 9.1; ESXi ends the transfer with "Capacity of uploaded disk is larger than requested"',
};
const OTHER_SIZE = {
    code: 'ovf-size-differs',
    severity: 'warning',
    remedy: 'Make the OVA again with convert-ova, or write the size of the file into the descriptor and the digest of the descriptor into the manifest.',
    source: 'DSP0243, section 7.1; gardenlinux issue 2322 (vSphere ends the import), vic-product issue 1166 (ovftool warns), govmomi issue 3440',
};
const NOT_FIRST = {
    code: 'ovf-not-first',
    severity: 'error',
    remedy: 'Pack the files again with the descriptor first: tar --format=gnu -cf <ova> <descriptor>.ovf <the other files>.',
    source: 'DSP0243, section 5.3; osbuild-composer issue 3926 (Workstation, ovftool), bottlerocket pull request 1719 (vSphere)',
};
const MISSING = {
    code: 'ovf-file-missing',
    severity: 'error',
    remedy: 'Export the VM again, or take the file out of the descriptor, with what refers to it.',
    source: 'DSP0243, section 7.1; photon issue 777, vmware.vmware issue 257 (an NVRAM file that vSphere misses)',
};
/** Of no disk of an OVA by itself: what its descriptor says of them. */
const OVF_DISK_FINDINGS = [UNUSED, OTHER_CAPACITY, OTHER_SIZE, NOT_FIRST, MISSING];
/** Reads the first blocks of each disk. A disk that cannot be read says nothing of its capacity; others tell that it cannot. */
async function judgeOvfDisks(ova) {
    const { ovf, members, descriptor } = ova;
    if (ovf === undefined || ovf instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatError */ .IF)
        return [];
    const findings = [
        ...notFirst(ova),
        ...(0,_ova_ova_disks_js__WEBPACK_IMPORTED_MODULE_1__/* .unusedDisks */ .$g)(ova).map((name) => unused(ova.path, name)),
        ...ovf.files.flatMap((file) => [...missing(ova, file), ...otherSize(ova, file)]),
    ];
    for (const { file, capacity, parent } of ovf.drives.map(({ disk }) => disk)) {
        const member = file && (0,_ova_member_name_js__WEBPACK_IMPORTED_MODULE_4__/* .findReferenced */ .FU)(members, file.href, descriptor?.name);
        if (!member || capacity === undefined || file.compression !== undefined || parent !== undefined)
            continue;
        const size = await (0,_ova_ova_disks_js__WEBPACK_IMPORTED_MODULE_1__/* .openOvaDisk */ .O3)(ova, { member, place: '' }).then(sizeOf, unreadable);
        if (size !== undefined && differs(capacity, size))
            findings.push(otherCapacity(member.name, capacity, size));
    }
    return findings;
}
/** Who streams a package from its beginning looks for the descriptor there alone. */
function notFirst({ path, members, descriptor }) {
    const [first] = members.keys();
    if (descriptor === undefined || first === descriptor.name)
        return [];
    const seen = `${path} begins with ${first}, not with its descriptor: vSphere refuses to fetch such an archive, and ovftool and Workstation to read it`;
    return [(0,_rule_js__WEBPACK_IMPORTED_MODULE_3__/* .found */ .F9)(NOT_FIRST, seen)];
}
/** A reference may lead out of the package; one that is cut into pieces is called otherwise. */
function missing({ path, members, descriptor }, { href, chunkSize }) {
    const isElsewhere = /^[a-z][a-z0-9+.-]*:/i.test(href) || chunkSize !== undefined;
    if (isElsewhere || (0,_ova_member_name_js__WEBPACK_IMPORTED_MODULE_4__/* .findReferenced */ .FU)(members, href, descriptor?.name) !== undefined)
        return [];
    return [(0,_rule_js__WEBPACK_IMPORTED_MODULE_3__/* .found */ .F9)(MISSING, `The OVF descriptor of ${path} names the file ${href}, which is not in the archive`)];
}
/** Of a file that lies in the archive as it is. */
function otherSize({ path, members, descriptor }, file) {
    const member = (0,_ova_member_name_js__WEBPACK_IMPORTED_MODULE_4__/* .findReferenced */ .FU)(members, file.href, descriptor?.name);
    if (member === undefined || file.size === undefined || file.compression !== undefined)
        return [];
    if (file.size === member.size)
        return [];
    const seen = `The OVF descriptor of ${path} says that ${member.name} has ${file.size} bytes, and it has ${member.size}`;
    return [(0,_rule_js__WEBPACK_IMPORTED_MODULE_3__/* .found */ .F9)(OTHER_SIZE, seen)];
}
async function sizeOf(disk) {
    await disk.close();
    return disk.size;
}
function unreadable(error) {
    if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatError */ .IF) && !(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo))
        throw error;
}
/** A capacity in MiB or GiB was rounded up. */
function differs({ bytes, unit }, size) {
    return size > bytes || bytes - size >= unit;
}
function unused(path, name) {
    return (0,_rule_js__WEBPACK_IMPORTED_MODULE_3__/* .found */ .F9)(UNUSED, `The OVF descriptor of ${path} lists the disk ${name}, and no item of the machine uses it: who imports the OVA does not get it`);
}
/** A disk that is smaller than it was told fits in all the same. */
function otherCapacity(name, { bytes }, size) {
    const isLarger = size > bytes;
    const seen = `The OVF descriptor gives ${name} a capacity of ${(0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .formatSize */ .Xq)(bytes)} (${bytes} bytes), and the disk in it has ${(0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .formatSize */ .Xq)(size)} (${size} bytes)${isLarger ? ': ESXi refuses to take a disk that is larger than it was told' : ''}`;
    return { ...(0,_rule_js__WEBPACK_IMPORTED_MODULE_3__/* .found */ .F9)(OTHER_CAPACITY, seen), severity: isLarger ? 'error' : 'warning' };
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

/***/ 16500:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ readNtfsFile)
/* harmony export */ });
/** The content of a file of an NTFS volume. */
/**
 * The content of a file.
 * @param record number, by `findNtfsPath`
 * @param maxBytes more than that is no such file
 * @throws FormatError for a larger or damaged file, one that is compressed or has holes, and for a folder
 */
async function readNtfsFile(volume, record, maxBytes) {
    const data = volume.data(await volume.record(record), `file record ${record}`);
    if (data.size > maxBytes)
        throw volume.fail(0, `a file of at most ${maxBytes} bytes`, `${data.size} bytes`);
    return volume.readAttribute(data, 0, data.size);
}


/***/ }),

/***/ 46123:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ partialOf),
/* harmony export */   w: () => (/* binding */ HELD_PATH)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41251);
/* harmony import */ var _follow_links_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69677);
/* harmony import */ var _move_into_place_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(69174);
/** Files and folders that must not outlive their run unless they are finished. */




/** Windows lets go of what a machine or a program had open a moment after its end; each try waits 100 ms longer. */
const RETRIES = 10;
/** A path that no file can have: it is held before it is made, and the making failed for just that. */
const NEVER_THERE = ['ENOTDIR', 'ENAMETOOLONG', 'ELOOP'];
const HELD_PATH = {
    kind: 'path',
    what: ({ paths }) => `the unfinished ${paths[0]}`,
    undo: async ({ paths }) => {
        for (const path of paths) {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(path, { recursive: true, force: true, maxRetries: RETRIES }).catch((error) => {
                if (!NEVER_THERE.some((code) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .hasErrnoCode */ .qk)(error, code)))
                    throw error;
            });
        }
    },
};
/** What a run that writes `path` may leave when it is killed: the file under its temporary name. */
async function partialOf(path) {
    return { paths: [(await (0,_follow_links_js__WEBPACK_IMPORTED_MODULE_2__/* .followLinks */ .n)(path)) + _move_into_place_js__WEBPACK_IMPORTED_MODULE_3__/* .PARTIAL_SUFFIX */ .oG] };
}


/***/ }),

/***/ 4661:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ openSystemDisk),
/* harmony export */   T: () => (/* binding */ openImageOrOva)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _disk_open_disk_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(22920);
/* harmony import */ var _disk_recognise_format_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(22847);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(41251);
/* harmony import */ var _files_byte_source_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(58018);
/* harmony import */ var _ova_disks_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(48178);
/** Opens what a path names: a disk image, the system disk of an OVA, or one of its disks as `path!member`. */






/**
 * @param findStored asked for the holes of raw images, fixed VHDs and flat extents, whose formats do not tell what is empty
 * @throws UserError file-missing, disk-format-unsupported, disk-format-unknown, disk-invalid, ova-invalid; FormatError when the image is
 *   damaged
 */
async function openImageOrOva(path, findStored) {
    const { file, member } = await splitMember(path);
    const source = await (0,_files_byte_source_js__WEBPACK_IMPORTED_MODULE_4__/* .openFileSource */ .Sd)(file, findStored);
    try {
        if ((await (0,_disk_recognise_format_js__WEBPACK_IMPORTED_MODULE_2__/* .recogniseFormat */ .b)(source)) === 'tar') {
            // Loaded with the first OVA: it brings a parser of XML.
            const { readOvaContents } = await Promise.all(/* import() */[__webpack_require__.e(9800), __webpack_require__.e(346), __webpack_require__.e(1268)]).then(__webpack_require__.bind(__webpack_require__, 30346));
            const ova = await readOvaContents(source);
            const disks = member === undefined ? (0,_ova_disks_js__WEBPACK_IMPORTED_MODULE_5__/* .disksOf */ .Gu)(ova) : [(0,_ova_disks_js__WEBPACK_IMPORTED_MODULE_5__/* .diskNamed */ .Ru)(ova, member)];
            return { kind: 'ova', ova, disks: [...disks], named: member !== undefined, close: () => ova.close() };
        }
        if (member !== undefined) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo('ova-invalid', `${file} is no OVA, so it has no member "${member}"`, 'Give the path alone.');
        }
        const disk = await (0,_disk_open_disk_js__WEBPACK_IMPORTED_MODULE_1__/* .openDiskIn */ .B)(source, findStored);
        return { kind: 'image', disk, close: () => disk.close() };
    }
    catch (error) {
        await source.close();
        throw error;
    }
}
/** The disk alone; closing it closes the file. Throws as `openImageOrOva`. */
async function openSystemDisk(path, findStored) {
    const opened = await openImageOrOva(path, findStored);
    if (opened.kind === 'image')
        return opened.disk;
    try {
        return { ...(await (0,_ova_disks_js__WEBPACK_IMPORTED_MODULE_5__/* .openOvaDisk */ .O3)(opened.ova, opened.disks[0])), close: () => opened.close() };
    }
    catch (error) {
        await opened.close();
        throw error;
    }
}
/** A file whose own name holds the separator is taken as it is. */
async function splitMember(path) {
    const at = path.indexOf(_ova_disks_js__WEBPACK_IMPORTED_MODULE_5__/* .MEMBER_SEPARATOR */ .Xy);
    if (at < 1)
        return { file: path };
    const whole = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).catch(() => undefined);
    return whole ? { file: path } : { file: path.slice(0, at), member: path.slice(at + 1) };
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

/***/ 86078:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ STATE),
/* harmony export */   p: () => (/* binding */ isPostStep)
/* harmony export */ });
/** What tells the post step of a job from its main one: the same bundle runs as both. */
/** Names the state that the main step saves: it tells the post step from it, and what there is to undo. */
const STATE = 'stillframe';
/** The runner hands a saved state on as STATE_<name>. Source: @actions/core, getState; this file loads nothing, so that it can be asked first. */
function isPostStep() {
    return (process.env[`STATE_${STATE}`] ?? '') !== '';
}


/***/ }),

/***/ 59853:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runOnGithub: () => (/* binding */ runOnGithub)
});

// EXTERNAL MODULE: ./.cache/build/node_modules/@actions/core/lib/core.js + 3 modules
var core = __webpack_require__(50497);
// EXTERNAL MODULE: ./.cache/build/src/job/run-action.js + 12 modules
var run_action = __webpack_require__(69370);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./.cache/build/src/job/end-programs.js
var end_programs = __webpack_require__(25137);
// EXTERNAL MODULE: ./.cache/build/src/job/held-record.js
var held_record = __webpack_require__(1765);
// EXTERNAL MODULE: ./.cache/build/src/job/undo-held.js
var undo_held = __webpack_require__(78708);
// EXTERNAL MODULE: ./.cache/build/src/job/undo-time.js
var undo_time = __webpack_require__(4346);
;// CONCATENATED MODULE: ./.cache/build/src/job/run-post.js
/** The post step: undoes what its run held and, killed, could not undo itself. Needs no inputs, only the step's state. */





/**
 * @param state what `Host.saveState` was given last
 * @returns whether nothing remains; never throws
 */
async function runPost(action, host, state) {
    const signal = AbortSignal.timeout(undo_time/* UNDO_MS */._);
    const { log } = host;
    const tools = host.createTools(() => signal, { onCommand: (line) => log.debug(line) });
    const saved = readState(state);
    if (!saved)
        return true;
    // The file is newer than the state where the process was killed between the two.
    const content = (0,held_record/* parseHeldContent */.SG)(await (0,promises_.readFile)(saved.file, 'utf8').catch(() => '')) ?? saved.content;
    if (!content)
        return true;
    // First of all: what still works on a thing that is held would only make it anew.
    await (0,end_programs/* endPrograms */.v)(content.programs, { log, endProgram: host.endProgram });
    const remains = await (0,undo_held/* undoHeld */.M)(content.holds, action.holds, { log, tools, signal });
    for (const remaining of remains)
        log.annotate('error', `Could not remove ${remaining}`);
    if (remains.length === 0)
        await (0,held_record/* removeRecord */.GI)(saved.file);
    return remains.length === 0;
}
function readState(state) {
    try {
        const { file, content } = JSON.parse(state);
        return typeof file === 'string' ? { file, content: (0,held_record/* readHeldContent */.Lu)(content) } : undefined;
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./.cache/build/node_modules/@actions/core/lib/summary.js
var summary = __webpack_require__(53454);
// EXTERNAL MODULE: ./.cache/build/src/job/place.js
var place = __webpack_require__(98021);
;// CONCATENATED MODULE: ./.cache/build/src/runner/input-variable.js
/** How the runner names the variable of an input. */
const PREFIX = 'INPUT_';
/** Upper case, blanks as underscores; dashes stay. */
function inputVariable(name) {
    return `${PREFIX}${name.replaceAll(' ', '_').toUpperCase()}`;
}
/**
 * The runner sets a variable for every input of a step, also for one that the action does not have (actions/runner, ActionRunner.cs and Handler.cs).
 * @returns in lower case; none under act, which hands the inputs of a composite action on to each of its steps (nektos/act issue 2874)
 */
function givenInputs(env) {
    if (env.ACT === 'true')
        return [];
    return Object.keys(env)
        .filter((name) => name.startsWith(PREFIX))
        .map((name) => name.slice(PREFIX.length).toLowerCase());
}

// EXTERNAL MODULE: ./.cache/build/src/runner/post-step.js
var post_step = __webpack_require__(86078);
// EXTERNAL MODULE: ./.cache/build/src/runner/tools.js + 7 modules
var tools = __webpack_require__(13979);
;// CONCATENATED MODULE: ./.cache/build/src/runner/github-host.js
/** The GitHub runner as a host: inputs from its variables, workflow commands, command files. */





function githubHost() {
    return {
        log: {
            info: core/* info */.pq,
            warning: (message) => core/* warning */.$e(message),
            debug: core/* debug */.Yz,
            group: core/* group */.Os,
            annotate: (severity, text, at) => {
                const place = at && { file: at.file, startLine: at.line, startColumn: at.column };
                if (severity === 'error')
                    core/* error */.z3(text, place);
                else
                    core/* warning */.$e(text, place);
            },
        },
        readRaw: (name) => process.env[inputVariable(name)],
        givenInputs: () => givenInputs(process.env),
        mask: core/* setSecret */.Pq,
        place: () => (0,place/* readPlace */.y)(process.env),
        createTools: tools/* createToolRunner */.P,
        endProgram: tools/* endProgram */._,
        setOutput: core/* setOutput */.uH,
        writeSummary: async (markdown) => {
            if (markdown.trim() === '' || !process.env.GITHUB_STEP_SUMMARY)
                return;
            await summary/* summary */.z.addRaw(markdown, true).write();
        },
        // By its file alone: the old command would print what a session needs into the log.
        saveState: (state) => {
            if (process.env.GITHUB_STATE)
                core/* saveState */.LZ(post_step/* STATE */.c, state);
        },
    };
}

;// CONCATENATED MODULE: ./.cache/build/src/runner/run-on-github.js
/** Runs an action as a step of a GitHub job, or its post step. */





/** A handle that a library forgot does not keep the job waiting for longer than this. */
const LINGER_MS = 3_000;
/** The body of every entry file. The same bundle is the post step: it is told by the state that the main step saved. */
async function runOnGithub(action) {
    const host = githubHost();
    const state = (0,core/* getState */.Gu)(post_step/* STATE */.c);
    if (state === '')
        host.saveState?.('{}');
    const ok = state === '' ? await (0,run_action/* runAction */.C)(action, host) : await runPost(action, host, state);
    process.exitCode = ok ? 0 : 1;
    setTimeout(() => process.exit(), LINGER_MS).unref();
}


/***/ }),

/***/ 98444:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ renewCandidate),
/* harmony export */   p: () => (/* binding */ readReleaseMark)
/* harmony export */ });
/* harmony import */ var _wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4732);
/* harmony import */ var _wire_properties_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85925);
/* harmony import */ var _release_mark_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(29565);
/* harmony import */ var _vm_facts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98508);
/* harmony import */ var _vm_operations_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63912);
/** The release mark of a VM, read from it and renewed. */





/** @returns undefined when the VM carries none that can be read, or is gone */
async function readReleaseMark(session, vm) {
    try {
        const properties = await (0,_wire_properties_js__WEBPACK_IMPORTED_MODULE_1__/* .readProperties */ .Qh)(session, vm, ['config.extraConfig']);
        return (0,_release_mark_js__WEBPACK_IMPORTED_MODULE_4__/* .parseReleaseMark */ .wX)((0,_vm_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .extraConfigOf */ .E6)(properties.get('config.extraConfig')).get(_release_mark_js__WEBPACK_IMPORTED_MODULE_4__/* .RELEASE_KEY */ .Gf) ?? '');
    }
    catch (error) {
        if ((0,_wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .isFault */ .Z)(error, 'ManagedObjectNotFound'))
            return undefined;
        throw error;
    }
}
/** Renewals closer together than this change nothing that matters, and every change of a VM ends what was proven of it. */
const RENEWED_ENOUGH = _release_mark_js__WEBPACK_IMPORTED_MODULE_4__/* .CANDIDATE_LIFE */ .L3 - 12 * 3_600_000;
/** Whoever works on a candidate keeps it for another week. The settings of a template cannot be changed: then nothing is renewed. */
async function renewCandidate(session, vm, mark) {
    if (mark.expires.getTime() - session.now().getTime() > RENEWED_ENOUGH)
        return;
    const expires = new Date(session.now().getTime() + _release_mark_js__WEBPACK_IMPORTED_MODULE_4__/* .CANDIDATE_LIFE */ .L3);
    try {
        await (0,_vm_operations_js__WEBPACK_IMPORTED_MODULE_3__/* .reconfigureVm */ .Nc)(session, vm, { extraConfig: { [_release_mark_js__WEBPACK_IMPORTED_MODULE_4__/* .RELEASE_KEY */ .Gf]: (0,_release_mark_js__WEBPACK_IMPORTED_MODULE_4__/* .formatReleaseMark */ .IG)({ ...mark, expires }) } });
    }
    catch (error) {
        session.signal.throwIfAborted();
        session.log.warning(`${vm.value} stays a candidate until ${mark.expires.toISOString()} only: ${String(error)}`);
    }
}


/***/ }),

/***/ 11285:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ scriptFault)
/* harmony export */ });
/* harmony import */ var _files_decode_utf8_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33884);
/**
 * Whether Windows reads a script as it was written. cmd.exe reads bytes in the code page of the machine and looks for labels by the size of blocks, which bare
 * line feeds upset (minikube pull request 2394, ZipRipper issue 15, rocq issue 8610); Windows PowerShell takes a file without a byte-order mark
 * for one of the ANSI code page, in which the last byte of a dash is a quotation mark (Microsoft Learn, "about_Character_Encoding"; OctopusDeploy issue 4613).
 */

const UTF8_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const UTF16_MARKS = [Buffer.from([0xff, 0xfe]), Buffer.from([0xfe, 0xff])];
const NOT_ASCII = /[^\0-\x7f]/;
/** @returns undefined for a script that does what it says, as far as its bytes tell; files of a code page cannot be told apart */
function scriptFault(name, content) {
    const bytes = Buffer.from(content);
    return /\.ps1$/i.test(name) ? powerShellFault(bytes) : batchFault(bytes);
}
function powerShellFault(bytes) {
    if ([UTF8_MARK, ...UTF16_MARKS].some((mark) => startsWith(bytes, mark)))
        return undefined;
    const hint = 'Save it as UTF-8 with a byte-order mark ("UTF-8 with BOM").';
    if (bytes.includes(0))
        return { what: 'is UTF-16 without a byte-order mark, or no text', hint };
    const line = firstLine(bytes, (text) => text.replaceAll(/<#[\s\S]*?#>/g, keepLineEnds), /^\s*#/);
    if (line === undefined)
        return undefined;
    return {
        what: `is UTF-8 without a byte-order mark, and Windows PowerShell would read the letters of line ${line} as others`,
        hint,
    };
}
function batchFault(bytes) {
    if (bytes.includes(0) || UTF16_MARKS.some((mark) => startsWith(bytes, mark))) {
        return {
            what: 'is UTF-16, or no text, which cmd.exe does not read',
            hint: 'Save it as UTF-8 without a byte-order mark.',
        };
    }
    if (startsWith(bytes, UTF8_MARK)) {
        return {
            what: 'begins with a byte-order mark, which cmd.exe takes for a part of the first command',
            hint: 'Save it as UTF-8 without a byte-order mark.',
        };
    }
    const text = bytes.toString('latin1');
    if (/(?<!\r)\n/.test(text) && /^[ \t]*:[^:\s]/m.test(text)) {
        return {
            what: 'has bare line feeds and labels, which cmd.exe does not find then',
            hint: 'Save it with the line ends of Windows (in .gitattributes: *.cmd text eol=crlf).',
        };
    }
    const line = firstLine(bytes, (all) => all.replace(/^[ \t@]*chcp(?:\.com)?[ \t]+65001\b[\s\S]*/im, keepLineEnds), /^[ \t@]*(?:rem\b|::)/i);
    if (line === undefined)
        return undefined;
    return {
        what: `is UTF-8, and cmd.exe would read the letters of line ${line} in the code page of the machine`,
        hint: 'Write "chcp 65001 >nul" before that line, or ASCII alone.',
    };
}
/** The first line, from 1, with a letter that is not ASCII, apart from comments; undefined also where the bytes are no UTF-8. */
function firstLine(bytes, strip, comment) {
    const text = (0,_files_decode_utf8_js__WEBPACK_IMPORTED_MODULE_0__/* .decodeUtf8 */ ._)(bytes);
    if (text === undefined)
        return undefined;
    const index = strip(text)
        .split('\n')
        .findIndex((line) => NOT_ASCII.test(line) && !comment.test(line));
    return index < 0 ? undefined : index + 1;
}
function keepLineEnds(text) {
    return text.replaceAll(/[^\n]/g, '');
}
function startsWith(bytes, mark) {
    return bytes.subarray(0, mark.length).equals(mark);
}


/***/ }),

/***/ 31386:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vg: () => (/* binding */ numberValue),
/* harmony export */   X_: () => (/* binding */ openHive),
/* harmony export */   v8: () => (/* binding */ textValue),
/* harmony export */   vw: () => (/* binding */ neededKey)
/* harmony export */ });
/* harmony import */ var _registry_hive_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48520);
/* harmony import */ var _registry_hive_tree_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(80521);
/* harmony import */ var _registry_key_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24162);
/* harmony import */ var _wrong_disk_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61255);
/** Keys and values of the registry of a finished disk. */




/** Real ones have 10 to 100 MB. */
const MAX_HIVE = 256 * 2 ** 20;
/** @throws UserError layout-wrong when there is none; FormatError for a damaged one */
async function openHive(files, name) {
    const path = `Windows/System32/config/${name}`;
    const bytes = await files.read(path, MAX_HIVE);
    if (bytes === undefined)
        throw (0,_wrong_disk_js__WEBPACK_IMPORTED_MODULE_1__/* .wrongDisk */ .p)(`the Windows volume has no ${path}`);
    return new _registry_hive_js__WEBPACK_IMPORTED_MODULE_0__/* .Hive */ .p(bytes, `${files.place}!${path}`);
}
/** @param who the INF file that needs it @throws UserError layout-wrong where Windows would not find it */
function neededKey(hive, path, who) {
    const key = (0,_registry_key_index_js__WEBPACK_IMPORTED_MODULE_2__/* .findIndexedKey */ .QC)(hive, path);
    if (key === undefined)
        throw (0,_wrong_disk_js__WEBPACK_IMPORTED_MODULE_1__/* .wrongDisk */ .p)(`its registry has no ${path} for ${who}`);
    return key;
}
function textValue(key, name) {
    const found = (0,_registry_hive_js__WEBPACK_IMPORTED_MODULE_0__/* .findValue */ .j)(key, name);
    return found && (0,_registry_hive_tree_js__WEBPACK_IMPORTED_MODULE_3__/* .decodeText */ .g7)(found);
}
function numberValue(key, name) {
    const found = (0,_registry_hive_js__WEBPACK_IMPORTED_MODULE_0__/* .findValue */ .j)(key, name);
    return found?.type === _registry_hive_tree_js__WEBPACK_IMPORTED_MODULE_3__/* .REG_DWORD */ .mZ && found.data.length === 4 ? found.data.readUInt32LE(0) : undefined;
}


/***/ }),

/***/ 36770:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V_: () => (/* binding */ CURRENT_VERSION),
/* harmony export */   ki: () => (/* binding */ readBuildWitnesses),
/* harmony export */   qA: () => (/* binding */ judgeBuild)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _drivers_inf_inf_version_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(44140);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41251);
/* harmony import */ var _media_editions_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(87720);
/* harmony import */ var _hive_facts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(31386);
/**
 * Whether updates that were installed offline are there, by two witnesses that are no part of servicing's own report: the build in the
 * registry, and the newest manifest of the component that carries the revision (as W10UI reads it).
 */





/** Key of SOFTWARE. */
const CURRENT_VERSION = 'Microsoft\\Windows NT\\CurrentVersion';
const MANIFESTS = 'Windows/WinSxS/Manifests';
const REVISION = /_microsoft-windows-coreos-revision_[0-9a-f]{16}_\d+\.\d+\.(\d+\.\d+)_/i;
/**
 * @param software that hive
 * @throws FormatError for a damaged volume or hive
 */
async function readBuildWitnesses(files, software) {
    const key = software.key(CURRENT_VERSION);
    const [build, revision] = [(0,_hive_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .textValue */ .v8)(key, 'CurrentBuild'), (0,_hive_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .numberValue */ .Vg)(key, 'UBR')];
    const manifests = (await files.names(MANIFESTS)).flatMap((name) => REVISION.exec(name)?.[1] ?? []);
    return {
        registry: build === undefined || revision === undefined ? undefined : `${build}.${revision}`,
        manifest: manifests.sort(_drivers_inf_inf_version_js__WEBPACK_IMPORTED_MODULE_4__/* .compareVersions */ .Zy).at(-1),
    };
}
/**
 * @returns what only the first start can prove
 * @throws UserError servicing-unproven when neither witness saw what the cumulative updates promise
 */
function judgeBuild({ registry, manifest }, plan, steps) {
    const updates = steps.flatMap((step) => (step.kind === 'package' ? [step.update.target] : []));
    // A checkpoint is a cumulative update too; it stands alone where nothing newer is wanted.
    const cumulative = updates.filter(({ kind }) => kind === 'cumulative' || kind === 'checkpoint');
    // One that says its name was looked for by it.
    const unknown = updates.filter(({ kind, identities }) => kind === undefined && identities.length === 0);
    if (cumulative.length === 0 && unknown.length === 0)
        return [];
    const before = (0,_media_editions_js__WEBPACK_IMPORTED_MODULE_2__/* .buildOnMedia */ .CL)(plan.image);
    const promised = cumulative
        .flatMap(({ build }) => build ?? [])
        .sort(_drivers_inf_inf_version_js__WEBPACK_IMPORTED_MODULE_4__/* .compareVersions */ .Zy)
        .at(-1);
    const seen = `the registry says ${registry ?? 'nothing'}, the newest manifest ${manifest ?? 'nothing'}`;
    const rose = [registry, manifest].map((witness) => witness !== undefined && isReached(witness, promised, before));
    if (!rose.includes(true) && cumulative.length === 0)
        return [
            unchanged(before, unknown.map(({ path }) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(path))),
        ];
    if (!rose.includes(true)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('servicing-unproven', `The updates were installed without an error, but the build did not rise from ${before} to ${promised ?? 'a newer one'}: ${seen}`, 'Nothing was kept. See that the updates are those of the product, and look into the debug log of the job (ACTIONS_STEP_DEBUG).');
    }
    if (!rose.includes(false))
        return [];
    return [
        {
            code: 'pending-first-boot',
            severity: 'info',
            seen: `Only one of two witnesses tells the new build ${promised ?? ''}: ${seen}.`.replace(' :', ':'),
            remedy: 'The first start ends what was begun; the build is checked then.',
        },
    ];
}
/** Of plain files nobody knows whether they raise the build: a servicing stack does not. */
function unchanged(before, files) {
    return {
        code: 'build-unchanged',
        severity: 'warning',
        seen: `The build is ${before} as on the ISO, although ${files.join(', ')} ${files.length === 1 ? 'was' : 'were'} installed without an error.`,
        remedy: 'If a cumulative update is among them, it did nothing: take it with fetch-updates, which says its build.',
    };
}
function isReached(witness, promised, before) {
    return promised === undefined ? (0,_drivers_inf_inf_version_js__WEBPACK_IMPORTED_MODULE_4__/* .compareVersions */ .Zy)(witness, before) > 0 : (0,_drivers_inf_inf_version_js__WEBPACK_IMPORTED_MODULE_4__/* .compareVersions */ .Zy)(witness, promised) >= 0;
}


/***/ }),

/***/ 59855:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ openWindowsFiles)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _disk_ntfs_ntfs_file_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(16500);
/* harmony import */ var _disk_ntfs_ntfs_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23132);
/* harmony import */ var _disk_ntfs_ntfs_path_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33309);
/* harmony import */ var _disk_ntfs_ntfs_volume_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(86161);
/* harmony import */ var _files_file_time_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(91138);
/** Files of the Windows volume of a finished disk, read by our own reader. */






const PIECE = 4 * 2 ** 20;
/** $STANDARD_INFORMATION, and where in it the time of the last change stands (Linux-NTFS project). */
const STANDARD_INFORMATION = 0x10;
const MODIFIED_OFFSET = 8;
/** @throws FormatError when there is no NTFS volume */
async function openWindowsFiles(disk, { offset, size }) {
    const volume = await _disk_ntfs_ntfs_volume_js__WEBPACK_IMPORTED_MODULE_3__/* .NtfsVolume */ .yz.open(disk, offset, size);
    return {
        place: disk.path,
        read: async (path, maxBytes) => {
            const record = await (0,_disk_ntfs_ntfs_path_js__WEBPACK_IMPORTED_MODULE_2__/* .findNtfsPath */ .E)(volume, path);
            return record === undefined ? undefined : (0,_disk_ntfs_ntfs_file_js__WEBPACK_IMPORTED_MODULE_4__/* .readNtfsFile */ .e)(volume, record, maxBytes);
        },
        digest: async (path) => {
            const record = await (0,_disk_ntfs_ntfs_path_js__WEBPACK_IMPORTED_MODULE_2__/* .findNtfsPath */ .E)(volume, path);
            if (record === undefined)
                return undefined;
            const data = volume.data(await volume.record(record), path);
            const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
            for (let at = 0; at < data.size; at += PIECE) {
                hash.update(await volume.readAttribute(data, at, Math.min(PIECE, data.size - at)));
            }
            return hash.digest('hex');
        },
        files: async (folder) => {
            const record = await (0,_disk_ntfs_ntfs_path_js__WEBPACK_IMPORTED_MODULE_2__/* .findNtfsPath */ .E)(volume, folder);
            return record === undefined ? [] : filesBelow(volume, folder, record);
        },
        modified: async (path) => {
            const record = await (0,_disk_ntfs_ntfs_path_js__WEBPACK_IMPORTED_MODULE_2__/* .findNtfsPath */ .E)(volume, path);
            if (record === undefined)
                return undefined;
            const standard = (await volume.record(record)).find(({ type }) => type === STANDARD_INFORMATION)?.value;
            return standard && new Date((0,_files_file_time_js__WEBPACK_IMPORTED_MODULE_5__/* .fromFileTime */ .W)(standard.readBigUInt64LE(MODIFIED_OFFSET)));
        },
        names: async (path) => {
            const record = await (0,_disk_ntfs_ntfs_path_js__WEBPACK_IMPORTED_MODULE_2__/* .findNtfsPath */ .E)(volume, path);
            const names = [];
            if (record === undefined)
                return names;
            for await (const { name } of (0,_disk_ntfs_ntfs_index_js__WEBPACK_IMPORTED_MODULE_1__/* .namesInDirectory */ .v)(volume, record))
                names.push(name);
            return names;
        },
    };
}
async function filesBelow(volume, folder, record) {
    const found = [];
    for await (const entry of (0,_disk_ntfs_ntfs_index_js__WEBPACK_IMPORTED_MODULE_1__/* .namesInDirectory */ .v)(volume, record)) {
        if (entry.isShort)
            continue;
        const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
        if (entry.isFolder)
            found.push(...(await filesBelow(volume, path, entry.record)));
        else
            found.push(path);
    }
    return found;
}


/***/ })

};
