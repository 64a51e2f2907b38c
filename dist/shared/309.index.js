export const id = 309;
export const ids = [309];
export const modules = {

/***/ 35958:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _src_runner_run_on_github_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59853);
/* harmony import */ var _action_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38777);
/** Bakes a candidate: its first boot is carried out in the template itself, and followed to its end. */


await (0,_src_runner_run_on_github_js__WEBPACK_IMPORTED_MODULE_0__/* .runOnGithub */ ._)(_action_js__WEBPACK_IMPORTED_MODULE_1__/* .bakeTemplate */ .i);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 47584:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  c: () => (/* binding */ checkImage)
});

// UNUSED EXPORTS: DIGESTS_UNREAD

// EXTERNAL MODULE: ./.cache/build/src/errors.js
var errors = __webpack_require__(41251);
// EXTERNAL MODULE: ./.cache/build/src/ova/open-system-disk.js
var open_system_disk = __webpack_require__(4661);
// EXTERNAL MODULE: ./.cache/build/src/ova/ova-disks.js
var ova_disks = __webpack_require__(48178);
// EXTERNAL MODULE: ./.cache/build/src/ova/verify-manifest.js
var verify_manifest = __webpack_require__(47864);
// EXTERNAL MODULE: ./.cache/build/src/check/gather-image.js
var gather_image = __webpack_require__(79826);
// EXTERNAL MODULE: ./.cache/build/src/check/image-rules.js + 2 modules
var image_rules = __webpack_require__(1208);
// EXTERNAL MODULE: ./.cache/build/src/check/machine-rules.js + 1 modules
var machine_rules = __webpack_require__(62641);
// EXTERNAL MODULE: ./.cache/build/src/check/ovf-disks.js
var ovf_disks = __webpack_require__(65887);
;// CONCATENATED MODULE: ./.cache/build/src/check/ovf-rules.js
/** What an OVA's descriptor must say besides the settings of the machine. */

const OVF_RULES = [
    {
        code: 'ovf-missing',
        severity: 'error',
        source: 'DSP0243, section 5.3',
        remedy: 'Make the OVA again: its first member must be the .ovf descriptor (DSP0243, section 5.3).',
        see: ({ machine, image }) => (machine === undefined ? `${image.path} has no OVF descriptor` : undefined),
    },
    {
        code: 'ovf-unreadable',
        severity: 'error',
        source: 'DSP0243, section 6',
        remedy: 'Make the OVA again: importers refuse a descriptor that is not well-formed.',
        see: ({ machine }) => machine instanceof errors/* FormatError */.IF ? `The OVF descriptor cannot be read: ${machine.message}` : undefined,
    },
    {
        code: 'firmware-not-efi',
        severity: 'error',
        source: 'Microsoft, "Windows and GPT FAQ"',
        remedy: 'Set the firmware to EFI (vmw:Config ovf:key="firmware" value="efi"): BIOS firmware cannot start from a GPT disk.',
        see: ({ machine, image }) => machine !== undefined &&
            !(machine instanceof errors/* FormatError */.IF) &&
            machine.firmware !== 'efi' &&
            image.layout.table === 'gpt'
            ? 'The OVF descriptor asks for BIOS firmware, but the disk is partitioned by GPT'
            : undefined,
    },
];

// EXTERNAL MODULE: ./.cache/build/src/check/rule.js
var rule = __webpack_require__(21667);
;// CONCATENATED MODULE: ./.cache/build/src/check/check-image.js
/** The offline check: judges a disk image or an OVA without starting it. */










/** Files of an OVA are held against its manifest up to this much in all: the check of an image takes no longer for a larger one. */
const MAX_DIGEST_BYTES = 2 ** 20;
/**
 * Reads at most some 2 MiB whatever the size of the image.
 * @throws UserError file-missing, disk-format-unknown, disk-format-unsupported, ova-invalid; hash-mismatch where the manifest of an OVA
 *   disowns what was read; FormatError when the file is damaged so that no disk can be read
 */
async function checkImage(path, level) {
    const opened = await (0,open_system_disk/* openImageOrOva */.T)(path);
    try {
        return opened.kind === 'image' ? await judge(opened.disk, [], level) : await checkOva(opened, level);
    }
    finally {
        await opened.close();
    }
}
/** Each disk of the machine: the one it starts from by all rules, the others by those for data disks. */
async function checkOva({ ova, disks, named }, level) {
    const unread = await (0,verify_manifest/* verifyManifest */.T)(ova, new AbortController().signal, MAX_DIGEST_BYTES);
    const findings = unread.length === 0 ? [] : [digestsUnread(ova.path, unread)];
    const [first, ...others] = disks;
    const attached = [];
    for (const other of others) {
        const disk = await (0,ova_disks/* openOvaDisk */.O3)(ova, other);
        const image = await (0,gather_image/* gatherImage */.z)(disk);
        attached.push({ disk: other.member.name, format: disk.format, layout: image.layout });
        findings.push(...(0,rule/* applyRules */.IU)(image_rules/* DATA_DISK_RULES */.d, image).map((finding) => ({
            ...finding,
            seen: `Disk ${other.member.name}${other.place === '' ? '' : ` (${other.place})`}: ${finding.seen}`,
        })));
    }
    if (!named)
        findings.push(...(await (0,ovf_disks/* judgeOvfDisks */.n)(ova)));
    const machine = ova.ovf instanceof errors/* FormatError */.IF ? ova.ovf : ova.ovf?.machine;
    const check = await judge(await (0,ova_disks/* openOvaDisk */.O3)(ova, first), findings, level, named ? 'disk' : { machine });
    return attached.length === 0 ? check : { ...check, others: attached };
}
/** @param ovf `disk` for a disk by itself */
async function judge(disk, others, level, ovf = 'disk') {
    const image = await (0,gather_image/* gatherImage */.z)(disk);
    const machine = ovf === 'disk' || ovf.machine instanceof errors/* FormatError */.IF ? undefined : ovf.machine;
    const findings = [
        ...(0,rule/* applyRules */.IU)(image_rules/* IMAGE_RULES */.U, image),
        ...(ovf === 'disk' ? [] : (0,rule/* applyRules */.IU)(OVF_RULES, { image, machine: ovf.machine })),
        ...(machine === undefined ? [] : (0,rule/* applyRules */.IU)(machine_rules/* MACHINE_RULES */.y, machine)),
        ...others,
    ];
    const ranked = (0,rule/* bySeverity */.Np)((0,rule/* forLevel */.Qm)(findings, level));
    return {
        verdict: ranked.some(({ severity }) => severity === 'error') ? 'failed' : 'unproven',
        findings: ranked,
        layout: image.layout,
        format: disk.format,
        ...(machine && { machine }),
    };
}
const DIGESTS_UNREAD = {
    code: 'digests-not-checked',
    severity: 'info',
    remedy: 'Nothing needs to be done: upload-esxi, convert-ova and repair-template check every digest before they use the OVA.',
    source: 'DSP0243, section 5.1 (manifest)',
};
function digestsUnread(path, names) {
    return (0,rule/* found */.F9)(DIGESTS_UNREAD, `The manifest of ${path} was not held against ${names.join(', ')}: that would read all of it`);
}


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
/** Of no disk of an OVA by itself: what its descriptor says of them. */
const OVF_DISK_FINDINGS = [UNUSED, OTHER_CAPACITY];
/** Reads the first blocks of each disk. A disk that cannot be read says nothing of its capacity; others tell that it cannot. */
async function judgeOvfDisks(ova) {
    const { ovf, members, descriptor } = ova;
    if (ovf === undefined || ovf instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatError */ .IF)
        return [];
    const findings = (0,_ova_ova_disks_js__WEBPACK_IMPORTED_MODULE_1__/* .unusedDisks */ .$g)(ova).map((name) => unused(ova.path, name));
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
    const data = volume.data(await volume.wholeRecord(record), `file record ${record}`);
    if (data.size > maxBytes)
        throw volume.fail(0, `a file of at most ${maxBytes} bytes`, `${data.size} bytes`);
    return volume.readAttribute(data, 0, data.size);
}


/***/ }),

/***/ 44140:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $4: () => (/* binding */ readVersion),
/* harmony export */   Ty: () => (/* binding */ compareDriverVersions),
/* harmony export */   UI: () => (/* binding */ catalogFile),
/* harmony export */   VJ: () => (/* binding */ parseDriverVer),
/* harmony export */   Zy: () => (/* binding */ compareVersions)
/* harmony export */ });
/** The [Version] section: what the driver is, of whom, of which date and version. Source: "INF Version Section" (Microsoft Learn). */
const SIGNATURES = ['$windows nt$', '$windows 95$', '$chicago$'];
/** @throws FormatError without [Version] or with a signature, class GUID or DriverVer that is none */
function readVersion(inf) {
    if (inf.sectionName('Version') === undefined)
        throw inf.missing('a [Version] section');
    const signature = inf.value('Version', 'Signature');
    if (signature === undefined || !SIGNATURES.includes(signature.toLowerCase())) {
        throw inf.missing('Signature = "$Windows NT$" in [Version]');
    }
    const guid = inf.entriesOf('Version', 'ClassGuid')[0];
    const classGuid = guid?.values[0]?.toLowerCase();
    if (guid && !/^\{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}$/.test(classGuid ?? '')) {
        throw inf.wrongEntry(guid, 'ClassGuid = {a GUID in braces}', JSON.stringify(guid.values.join(',')));
    }
    const driverVer = inf.entriesOf('Version', 'DriverVer')[0];
    return {
        class: inf.value('Version', 'Class'),
        classGuid,
        provider: inf.value('Version', 'Provider'),
        driver: driverVer && parseDriverVer(inf, driverVer),
    };
}
/**
 * `DriverVer = mm/dd/yyyy[, w.x.y.z]` ("INF DriverVer Directive"): dashes may stand for slashes, missing parts are zero.
 * @throws FormatError
 */
function parseDriverVer(inf, entry) {
    const wrong = () => {
        throw inf.wrongEntry(entry, 'DriverVer = mm/dd/yyyy, w.x.y.z', JSON.stringify(entry.values.join(',')));
    };
    const date = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(entry.values[0] ?? '');
    if (!date)
        return wrong();
    const [month, day, year] = date.slice(1).map(Number);
    const parsed = new Date(Date.UTC(year, month - 1, day));
    // A day that the month does not have would roll over into the next one.
    if (parsed.getUTCMonth() !== month - 1 || parsed.getUTCDate() !== day)
        return wrong();
    const parts = (entry.values[1] ?? '0').split('.').map((part) => (/^\d{1,5}$/.test(part) ? Number(part) : Number.NaN));
    if (parts.length > 4 || parts.some((part) => !(part <= 0xffff)))
        return wrong();
    while (parts.length < 4)
        parts.push(0);
    return { date: parsed.toISOString().slice(0, 10), version: parts.join('.') };
}
/** The catalog that signs the package, by the most specific of `CatalogFile.NTamd64`, `CatalogFile.NT`, `CatalogFile`. */
function catalogFile(inf, architecture) {
    return (inf.value('Version', `CatalogFile.NT${architecture}`) ??
        inf.value('Version', 'CatalogFile.NT') ??
        inf.value('Version', 'CatalogFile'));
}
/** As Windows ranks two drivers of the same match: the later date first, then the higher version. Positive when `a` wins. */
function compareDriverVersions(a, b) {
    return a.date === b.date ? compareVersions(a.version, b.version) : a.date < b.date ? -1 : 1;
}
/** Compares dotted numbers part by part, missing parts counted as zero. */
function compareVersions(a, b) {
    const partsOfA = a.split('.').map(Number);
    const partsOfB = b.split('.').map(Number);
    for (let index = 0; index < Math.max(partsOfA.length, partsOfB.length); index++) {
        const difference = (partsOfA[index] ?? 0) - (partsOfB[index] ?? 0);
        if (difference !== 0)
            return difference;
    }
    return 0;
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
/* harmony import */ var _ova_package_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(35068);
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
            const ova = await (0,_ova_package_js__WEBPACK_IMPORTED_MODULE_6__/* .readOvaContents */ .$)(source);
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


/***/ }),

/***/ 59853:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _: () => (/* binding */ runOnGithub)
});

// EXTERNAL MODULE: ./.cache/build/node_modules/@actions/core/lib/core.js + 3 modules
var core = __webpack_require__(50497);
// EXTERNAL MODULE: ./.cache/build/src/job/run-action.js + 10 modules
var run_action = __webpack_require__(13437);
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
/** Upper case, blanks as underscores; dashes stay. */
function inputVariable(name) {
    return `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`;
}

// EXTERNAL MODULE: ./.cache/build/src/runner/tools.js + 7 modules
var tools = __webpack_require__(13979);
;// CONCATENATED MODULE: ./.cache/build/src/runner/github-host.js
/** The GitHub runner as a host: inputs from its variables, workflow commands, command files. */




/** Names the state that tells the post step from the main step, and what it has to undo. */
const STATE = 'stillframe';
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
                core/* saveState */.LZ(STATE, state);
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
    const state = (0,core/* getState */.Gu)(STATE);
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

/***/ 9543:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H0: () => (/* binding */ readServerTime),
/* harmony export */   H4: () => (/* binding */ wasStartedSince),
/* harmony export */   wj: () => (/* binding */ readEvents)
/* harmony export */ });
/* harmony import */ var _xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61268);
/* harmony import */ var _wire_soap_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68259);
/** Events of a VM: where a host puts what the guest said about a failure. */


/** What the server's clock says. */
async function readServerTime(session) {
    const answer = await session.call('CurrentTime', { type: 'ServiceInstance', value: 'ServiceInstance' });
    return new Date((0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(answer, 'returnval')?.text ?? '');
}
/** Whether it was started since then by the server's clock. A cluster that balances its load has events of its own for it. */
async function wasStartedSince(session, vm, since) {
    const events = await readEvents(session, vm, since);
    return events.some(({ type, time }) => /^(Drs)?Vm(Starting|PoweredOn)Event$/.test(type) && Date.parse(time) >= since.getTime());
}
/** Oldest first; a server gives at most its newest 1000. */
async function readEvents(session, vm, since) {
    const filter = (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_1__/* .node */ .rH)('filter', [
        (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_1__/* .node */ .rH)('entity', [(0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_1__/* .reference */ .ir)('entity', vm), (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_1__/* .value */ .Uq)('recursion', 'self')]),
        (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_1__/* .node */ .rH)('time', [(0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_1__/* .value */ .Uq)('beginTime', since.toISOString())]),
    ]);
    const answer = await session.call('QueryEvents', session.manager('eventManager'), [filter]);
    const events = (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .childrenNamed */ .De)(answer, 'returnval').map((event) => ({
        time: (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(event, 'createdTime') ?? '',
        type: event.type?.name ?? 'Event',
        message: ((0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(event, 'fullFormattedMessage') || (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(event, 'message')?.text) ?? '',
        parts: (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .childrenNamed */ .De)(event, 'messageInfo').flatMap((info) => (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .childrenNamed */ .De)(info, 'argument').map((argument) => argument.text)),
    }));
    return events.sort((a, b) => Date.parse(a.time) - Date.parse(b.time));
}


/***/ })

};
