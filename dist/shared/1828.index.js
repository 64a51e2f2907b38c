export const id = 1828;
export const ids = [1828];
export const modules = {

/***/ 85511:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lp: () => (/* binding */ defaultLoaderSources),
/* harmony export */   Yl: () => (/* binding */ defaultLoaderDevices),
/* harmony export */   s7: () => (/* binding */ partitionDevices)
/* harmony export */ });
/* harmony import */ var _bcd_device_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40376);
/* harmony import */ var _bcd_ids_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92562);
/* harmony import */ var _bcd_objects_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39232);
/** Which partitions a boot configuration store (BCD) refers to, and from where it starts Windows. */



const LOADER_DEVICES = [_bcd_ids_js__WEBPACK_IMPORTED_MODULE_1__/* .ELEMENT */ .P6.applicationDevice, _bcd_ids_js__WEBPACK_IMPORTED_MODULE_1__/* .ELEMENT */ .P6.osDevice];
/** Every reference to a partition of a GPT disk in the store. */
function partitionDevices(store) {
    return (0,_bcd_objects_js__WEBPACK_IMPORTED_MODULE_2__/* .readBcdObjects */ .ub)(store).flatMap(({ guid, elements }) => [...elements].flatMap(([element, data]) => (0,_bcd_device_js__WEBPACK_IMPORTED_MODULE_0__/* .partitionsWithin */ .bT)(data).map(({ partitionGuid }) => ({ object: guid, element, partition: partitionGuid }))));
}
/** References of the default loader itself: where its file and its Windows lie, as far as the store names partitions. */
function defaultLoaderDevices(store) {
    const loader = defaultLoader((0,_bcd_objects_js__WEBPACK_IMPORTED_MODULE_2__/* .readBcdObjects */ .ub)(store));
    return partitionDevices(store).filter(({ object, element }) => object === loader?.guid && LOADER_DEVICES.some((id) => (0,_bcd_ids_js__WEBPACK_IMPORTED_MODULE_1__/* .elementKey */ .uz)(id) === element));
}
/** From where the default loader is started, its own device first; shorter where the store has no loader, or a loader no device. */
function defaultLoaderSources(store) {
    const loader = defaultLoader((0,_bcd_objects_js__WEBPACK_IMPORTED_MODULE_2__/* .readBcdObjects */ .ub)(store));
    return LOADER_DEVICES.flatMap((id) => {
        const data = loader?.elements.get((0,_bcd_ids_js__WEBPACK_IMPORTED_MODULE_1__/* .elementKey */ .uz)(id));
        return data === undefined ? [] : [(0,_bcd_device_js__WEBPACK_IMPORTED_MODULE_0__/* .readBcdDevice */ .Y$)(data)];
    });
}
function defaultLoader(objects) {
    const bootmgr = objects.find(({ guid }) => guid === _bcd_ids_js__WEBPACK_IMPORTED_MODULE_1__/* .BCD_OBJECT */ .YV.bootmgr);
    const wanted = (0,_bcd_objects_js__WEBPACK_IMPORTED_MODULE_2__/* .elementText */ .oB)(bootmgr, _bcd_ids_js__WEBPACK_IMPORTED_MODULE_1__/* .ELEMENT */ .P6.bootmgrDefault)?.toLowerCase();
    return objects.find(({ guid }) => guid === wanted);
}


/***/ }),

/***/ 49634:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QW: () => (/* binding */ readBootStore),
/* harmony export */   _S: () => (/* binding */ MAX_BOOT_STORE),
/* harmony export */   sU: () => (/* binding */ readSystemLayout),
/* harmony export */   yj: () => (/* binding */ startedFrom)
/* harmony export */ });
/* harmony import */ var _disk_fat_fat_volume_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62164);
/* harmony import */ var _disk_layout_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51138);
/* harmony import */ var _disk_ntfs_ntfs_path_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33309);
/* harmony import */ var _disk_ntfs_ntfs_volume_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(86161);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(41251);
/* harmony import */ var _registry_hive_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(48520);
/* harmony import */ var _bcd_devices_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(85511);
/* harmony import */ var _system_partition_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(71980);
/** The boot store on a disk's EFI system partition, and which partition it starts Windows from. */








/** Real stores have 20 to 64 KiB. */
const MAX_BOOT_STORE = 2 ** 20;
/** The store; undefined when there is none. @throws FormatError when file or hive are damaged */
async function readBootStore(volume, disk) {
    const file = await volume.find(_system_partition_js__WEBPACK_IMPORTED_MODULE_7__/* .BOOT_STORE */ .Zx);
    if (file === undefined)
        return undefined;
    return new _registry_hive_js__WEBPACK_IMPORTED_MODULE_5__/* .Hive */ .p(await volume.readFile(file, MAX_BOOT_STORE), `${disk.path}!${_system_partition_js__WEBPACK_IMPORTED_MODULE_7__/* .BOOT_STORE */ .Zx}`);
}
/**
 * The layout with Windows where the disk's own boot store starts it. Damage of EFI system partition, store or NTFS leaves the choice to
 * what `startedFrom` falls back on.
 * @throws FormatError when the disk has no valid GPT
 */
async function readSystemLayout(disk) {
    const layout = await (0,_disk_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .readLayout */ .T4)(disk);
    const esp = await (0,_system_partition_js__WEBPACK_IMPORTED_MODULE_7__/* .systemPartition */ .iX)(disk, layout);
    const store = esp && (await (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .unlessDamaged */ .Ak)(async () => readBootStore(await (0,_disk_fat_fat_volume_js__WEBPACK_IMPORTED_MODULE_0__/* .openFatVolume */ .y)(disk, esp.offset, esp.size), disk)));
    return (0,_disk_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .withWindows */ .Mw)(layout, await startedFrom(disk, layout, store));
}
/**
 * The partition that the default loader names as that of its Windows; without one, among the NTFS volumes those with a folder Windows,
 * and of these the largest.
 */
async function startedFrom(disk, layout, store) {
    const devices = store === undefined ? [] : ((await (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .unlessDamaged */ .Ak)(async () => (0,_bcd_devices_js__WEBPACK_IMPORTED_MODULE_6__/* .defaultLoaderDevices */ .Yl)(store))) ?? []);
    const named = new Set(devices.map(({ partition }) => partition));
    const loaded = layout.partitions.find(({ guid, type }) => named.has(guid) && type !== 'esp');
    if (loaded !== undefined)
        return loaded;
    const candidates = (0,_disk_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .windowsCandidates */ .gJ)(layout);
    const withFolder = [];
    for (const partition of candidates) {
        const { offset, size } = partition;
        const has = await (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .unlessDamaged */ .Ak)(async () => (0,_disk_ntfs_ntfs_path_js__WEBPACK_IMPORTED_MODULE_2__/* .hasNtfsPath */ .D)(await _disk_ntfs_ntfs_volume_js__WEBPACK_IMPORTED_MODULE_3__/* .NtfsVolume */ .yz.open(disk, offset, size), 'Windows'));
        if (has === true)
            withFolder.push(partition);
    }
    return largest(withFolder) ?? largest(candidates);
}
function largest(partitions) {
    return [...partitions].sort((a, b) => b.size - a.size || a.offset - b.offset)[0];
}


/***/ }),

/***/ 71980:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vz: () => (/* binding */ FALLBACK_LOADER),
/* harmony export */   Zx: () => (/* binding */ BOOT_STORE),
/* harmony export */   iX: () => (/* binding */ systemPartition),
/* harmony export */   x$: () => (/* binding */ systemPartitions)
/* harmony export */ });
/* harmony import */ var _disk_fat_fat_volume_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62164);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41251);
/** Which of its EFI system partitions a disk starts from: there may be several, of which only one is that of Windows. */


/** What the firmware of an x64 machine starts from a disk without a firmware entry (UEFI 2.10, section 3.5.1.1). */
const FALLBACK_LOADER = '/EFI/Boot/bootx64.efi';
/** Where the store of an EFI machine lies on its EFI system partition. */
const BOOT_STORE = '/EFI/Microsoft/Boot/BCD';
/** In the order of the table, in which firmware finds them (EDK2, PartitionDxe). */
function systemPartitions({ partitions }) {
    return partitions.filter(({ type }) => type === 'esp').sort((a, b) => a.index - b.index);
}
/**
 * The first with the loader that firmware looks for where it has no entry of its own; where none has it the first with a boot store; else the
 * first. Reads nothing of a disk with one alone.
 */
async function systemPartition(disk, layout) {
    const all = systemPartitions(layout);
    if (all.length > 1) {
        for (const path of [FALLBACK_LOADER, BOOT_STORE]) {
            for (const esp of all)
                if (await holds(disk, esp, path))
                    return esp;
        }
    }
    return all[0];
}
async function holds(disk, { offset, size }, path) {
    const file = await (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .unlessDamaged */ .Ak)(async () => (await (0,_disk_fat_fat_volume_js__WEBPACK_IMPORTED_MODULE_0__/* .openFatVolume */ .y)(disk, offset, size)).find(path));
    return file !== undefined && !file.isDirectory && file.size > 0;
}


/***/ }),

/***/ 40125:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ gatherBeginning),
  z: () => (/* binding */ gatherImage)
});

// EXTERNAL MODULE: ./.cache/build/src/bcd/bcd-devices.js
var bcd_devices = __webpack_require__(85511);
// EXTERNAL MODULE: ./.cache/build/src/bcd/boot-store.js
var boot_store = __webpack_require__(49634);
// EXTERNAL MODULE: ./.cache/build/src/bcd/system-partition.js
var system_partition = __webpack_require__(71980);
// EXTERNAL MODULE: ./.cache/build/src/disk/fat/fat-volume.js + 1 modules
var fat_volume = __webpack_require__(62164);
// EXTERNAL MODULE: ./.cache/build/src/disk/gpt/gpt.js
var gpt_gpt = __webpack_require__(84413);
// EXTERNAL MODULE: ./.cache/build/src/disk/layout.js
var disk_layout = __webpack_require__(51138);
// EXTERNAL MODULE: ./.cache/build/src/disk/mbr.js
var mbr = __webpack_require__(32073);
// EXTERNAL MODULE: ./.cache/build/src/disk/ntfs/ntfs-free-space.js + 1 modules
var ntfs_free_space = __webpack_require__(47814);
// EXTERNAL MODULE: ./.cache/build/src/disk/ntfs/ntfs-path.js
var ntfs_path = __webpack_require__(33309);
// EXTERNAL MODULE: ./.cache/build/src/disk/ntfs/ntfs-state.js
var ntfs_state = __webpack_require__(98397);
// EXTERNAL MODULE: ./.cache/build/src/disk/ntfs/ntfs-volume.js + 1 modules
var ntfs_volume = __webpack_require__(86161);
// EXTERNAL MODULE: ./.cache/build/src/errors.js
var errors = __webpack_require__(41251);
// EXTERNAL MODULE: ./.cache/build/src/units.js
var units = __webpack_require__(16053);
// EXTERNAL MODULE: ./.cache/build/src/pe/pe-file.js
var pe_file = __webpack_require__(61596);
;// CONCATENATED MODULE: ./.cache/build/src/check/efi-loader.js
/** Whether the firmware of an x64 machine starts a file. Sources: UEFI 2.10, section 2.1.1 (images); rufus issue 1129 (a loader that is no program). */

/** IMAGE_FILE_MACHINE_AMD64 (Microsoft, "PE Format", "Machine Types"). */
const MACHINE_X64 = 0x8664;
const MACHINES = new Map([
    [0xaa64, 'ARM64'],
    [0x14c, '32-bit x86'],
    [0x1c4, '32-bit ARM'],
]);
/**
 * @param head the beginning of the file, with all of its headers
 * @param size of the whole file, bytes
 * @returns why it would not be started, to go behind "it"; undefined when nothing speaks against it
 */
function efiLoaderFault(head, size) {
    const pe = (0,pe_file/* readPe */._)(head);
    if (pe === undefined)
        return 'is no EFI program';
    const { machine, sections } = pe;
    if (machine !== MACHINE_X64) {
        return `is for ${MACHINES.get(machine) ?? `machines of type 0x${machine.toString(16)}`}, not for x64`;
    }
    const end = Math.max(...sections.map((section) => section.offset + section.size));
    return end > size ? `is cut short: it has ${size} bytes of ${end}` : undefined;
}

// EXTERNAL MODULE: ./.cache/build/src/check/volume-room.js
var volume_room = __webpack_require__(77627);
;// CONCATENATED MODULE: ./.cache/build/src/check/gather-image.js
/** Collects what the offline rules look at, reading a few hundred kilobytes of the disk whatever its size. */















/** The headers of a program are shorter: those of bootmgfw.efi take 1 KiB. */
const LOADER_HEAD_BYTES = 4096;
/** @throws errors of reading the disk's file; what is wrong with its content becomes evidence */
async function gatherImage(disk) {
    const table = await withCutOff(disk, await gatherTable(disk));
    if (table.layout.table === 'none')
        return { ...table, volumes: [] };
    const { hive, ...boot } = table.layout.table === 'gpt' ? await gatherBoot(disk, table.layout) : {};
    const layout = (0,disk_layout/* withWindows */.Mw)(table.layout, await (0,boot_store/* startedFrom */.yj)(disk, table.layout, hive));
    return { ...table, layout, ...boot, volumes: await gatherVolumes(disk, layout) };
}
/**
 * What a disk's beginning alone tells: its table, not what lies in the partitions. Whether the backup of a GPT is whole is not
 * told, nor whether the end of the image is there.
 * @throws as gatherImage
 */
async function gatherBeginning(disk) {
    const { backupDamage: _, cutOff: __, ...table } = await gatherTable(disk);
    return { ...table, volumes: [] };
}
async function gatherTable(disk) {
    const common = { path: disk.path, hybrid: false, sectorSize: disk.sectorSize ?? 512 };
    const kind = disk.size < mbr/* MBR_BYTES */.kD ? 'none' : (0,mbr/* classifyMbr */.iH)(await disk.read(0, mbr/* MBR_BYTES */.kD));
    if (kind === 'mbr-partitions') {
        const layout = await (0,errors/* orDamage */.hu)(() => (0,disk_layout/* readMbrLayout */.o4)(disk));
        return layout instanceof errors/* FormatError */.IF ? withoutTable(disk, kind, layout, common) : { ...common, layout };
    }
    const gpt = await (0,errors/* orDamage */.hu)(() => (0,gpt_gpt/* readGpt */.CN)(disk));
    if (gpt instanceof errors/* FormatError */.IF)
        return withoutTable(disk, kind, gpt, common);
    const layout = await (0,disk_layout/* readLayout */.T4)(disk);
    const behind = gpt.primary.valid ? disk.size - (gpt.primary.header.alternateLba + 1) * gpt.sectorSize : 0;
    return {
        ...common,
        diskGuid: gpt.diskGuid,
        hybrid: gpt.mbr === 'hybrid',
        sectorSize: Math.max(common.sectorSize, gpt.sectorSize),
        ...damageOf(gpt),
        ...(behind > 0 && !(0,gpt_gpt/* isBackupAtEnd */.tt)(gpt, disk.size) && { backupShort: behind }),
        ...cutOffOf(gpt, behind),
        ...misplacedIn(gpt),
        layout,
    };
}
/** A copy that broke off may have both ends of its disk: blocks lie in the file in the order in which they were first written. */
async function withCutOff(disk, table) {
    if (table.cutOff !== undefined)
        return table;
    const cut = await (0,errors/* orDamage */.hu)(async () => disk.cutOff?.());
    return cut === undefined ? table : { ...table, cutOff: cut.message };
}
function withoutTable(disk, kind, tableProblem, common) {
    const damaged = kind === 'none' || kind === 'mbr-partitions' ? {} : { primaryDamage: tableProblem.message };
    return {
        ...common,
        tableProblem,
        ...damaged,
        layout: { table: 'none', diskSize: disk.size, sectorSize: 512, partitions: [] },
    };
}
/** A copy that broke off: the table speaks of a longer disk, or the image of a place behind the end of its file. */
function cutOffOf({ backup }, behind) {
    if (behind < 0)
        return { cutOff: `its table speaks of a disk that is ${(0,units/* formatSize */.Xq)(-behind)} larger` };
    return !backup.valid && /^the end at \d+$/.test(backup.problem.found) ? { cutOff: backup.problem.message } : {};
}
function misplacedIn({ partitions, firstUsableLba, lastUsableLba }) {
    const misplaced = [];
    let before;
    for (const partition of [...partitions].sort((a, b) => a.firstLba - b.firstLba)) {
        const { index, firstLba, lastLba } = partition;
        if (before !== undefined && firstLba <= before.lastLba) {
            misplaced.push(`Partition ${index} overlaps partition ${before.index}: it begins at block ${firstLba}, and that one ends at ${before.lastLba}`);
        }
        if (firstLba < firstUsableLba || lastLba > lastUsableLba) {
            misplaced.push(`Partition ${index} (blocks ${firstLba} to ${lastLba}) lies outside of the blocks ${firstUsableLba} to ${lastUsableLba} that partitions may use`);
        }
        if (before === undefined || lastLba > before.lastLba)
            before = partition;
    }
    return misplaced.length > 0 ? { misplaced } : {};
}
function damageOf(gpt) {
    const damage = (copy) => (copy.valid ? undefined : copy.problem.message);
    const primary = damage(gpt.primary);
    const differs = gpt.primary.valid && gpt.backup.valid && !gpt.copiesAgree;
    const backup = differs ? 'it says something else than the primary' : damage(gpt.backup);
    return {
        ...(primary !== undefined && { primaryDamage: primary }),
        ...(backup !== undefined && { backupDamage: backup }),
    };
}
async function gatherBoot(disk, layout) {
    const partition = await (0,system_partition/* systemPartition */.iX)(disk, layout);
    if (partition === undefined)
        return {};
    const { index } = partition;
    const volume = await (0,errors/* orDamage */.hu)(() => (0,fat_volume/* openFatVolume */.y)(disk, partition.offset, partition.size));
    if (volume instanceof errors/* FormatError */.IF)
        return { esp: { index, problem: volume, fallbackLoader: false } };
    const loader = await (0,errors/* orDamage */.hu)(() => findFallbackLoader(volume));
    if (loader instanceof errors/* FormatError */.IF)
        return { esp: { index, problem: loader, fallbackLoader: false } };
    return { esp: { index, ...loader }, ...(await gatherBcd(disk, volume, layout)) };
}
async function findFallbackLoader(volume) {
    const file = await volume.find(system_partition/* FALLBACK_LOADER */.Vz);
    if (file === undefined || file.isDirectory || file.size === 0)
        return { fallbackLoader: false };
    const fault = efiLoaderFault(await volume.readStart(file, LOADER_HEAD_BYTES), file.size);
    return { fallbackLoader: true, ...(fault !== undefined && { loaderFault: fault }) };
}
async function gatherBcd(disk, volume, layout) {
    const nothing = { missing: false, danglingRecovery: [], danglingLoader: [] };
    const found = await (0,errors/* orDamage */.hu)(async () => {
        const hive = await (0,boot_store/* readBootStore */.QW)(volume, disk);
        if (hive === undefined)
            return undefined;
        const located = (0,bcd_devices/* defaultLoaderSources */.Lp)(hive).some(({ kind }) => kind === 'locate');
        return { hive, all: (0,bcd_devices/* partitionDevices */.s7)(hive), loader: (0,bcd_devices/* defaultLoaderDevices */.Yl)(hive), located };
    });
    if (found === undefined)
        return { bcd: { ...nothing, missing: true } };
    if (found instanceof errors/* FormatError */.IF)
        return { bcd: { ...nothing, problem: found.message } };
    const present = new Set(layout.partitions.map(({ guid }) => guid.toLowerCase()));
    const absent = (devices) => [...new Set(devices.map(({ partition }) => partition))].filter((guid) => !present.has(guid));
    const danglingLoader = absent(found.loader);
    const danglingRecovery = absent(found.all).filter((guid) => !danglingLoader.includes(guid));
    const bcd = { missing: false, danglingLoader, danglingRecovery, ...(found.located && { loaderLocated: true }) };
    return { bcd, hive: found.hive };
}
async function gatherVolumes(disk, { partitions, sectorSize }) {
    const volumes = [];
    for (const { index, fileSystem, offset, size } of partitions) {
        if (fileSystem === 'bitlocker')
            volumes.push({ index, fileSystem });
        if (fileSystem !== 'ntfs')
            continue;
        const volume = await (0,errors/* orDamage */.hu)(() => ntfs_volume/* NtfsVolume */.yz.open(disk, offset, size));
        const refused = volume instanceof errors/* FormatError */.IF ? volume.message : sectorsDiffer(volume, sectorSize);
        if (volume instanceof errors/* FormatError */.IF || refused !== undefined) {
            volumes.push({ index, fileSystem, problem: refused ?? '', unmountable: true });
            continue;
        }
        const found = await (0,errors/* orDamage */.hu)(() => gatherNtfs(volume, size));
        volumes.push({ index, fileSystem, ...(found instanceof errors/* FormatError */.IF ? { problem: found.message } : found) });
    }
    return volumes;
}
/** Windows takes a volume for none (RAW) whose sectors are not those of its disk (ntfs-3g issue 95). */
function sectorsDiffer({ geometry }, sectorSize) {
    return geometry.sectorSize === sectorSize
        ? undefined
        : `it was made for sectors of ${geometry.sectorSize} bytes, and those of its disk have ${sectorSize}`;
}
const CHUNK_STORE = 'System Volume Information/Dedup/ChunkStore';
async function gatherNtfs(volume, size) {
    const state = await (0,ntfs_state/* readNtfsState */.X)(volume);
    // What lies beside the state is not worth an error: damage in there is for chkdsk.
    const dedup = (await (0,errors/* unlessDamaged */.Ak)(() => (0,ntfs_path/* hasNtfsPath */.D)(volume, CHUNK_STORE))) === true;
    const free = state === 'clean' && (0,volume_room/* isSmallVolume */.kW)(size) ? await (0,errors/* unlessDamaged */.Ak)(() => (0,ntfs_free_space/* ntfsFreeSpace */.Q)(volume)) : undefined;
    return {
        state,
        ...(free && { size, free: sum(free.within(volume.offset, volume.offset + size)) }),
        ...(dedup && { dedup }),
    };
}
function sum(extents) {
    let bytes = 0;
    for (const { start, end } of extents)
        bytes += end - start;
    return bytes;
}


/***/ }),

/***/ 1208:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ DATA_DISK_RULES),
  U: () => (/* binding */ IMAGE_RULES)
});

// EXTERNAL MODULE: ./.cache/build/src/check/protected-partition-rules.js
var protected_partition_rules = __webpack_require__(34246);
;// CONCATENATED MODULE: ./.cache/build/src/check/start-rules.js
/** What is true of a disk that starts the machine: it has what firmware and the boot manager of Windows look for. */
const START_RULES = [
    {
        code: 'windows-partition-missing',
        severity: 'error',
        source: 'Microsoft, "UEFI/GPT-based hard drive partitions"',
        remedy: 'Check that this is the system disk; build it again if it is.',
        see: ({ layout, bcd }) => {
            const holds = (...types) => layout.partitions.some(({ type }) => types.includes(type));
            if (layout.table === 'none' || holds('windows'))
                return undefined;
            if (!holds('basic-data'))
                return 'No partition can hold Windows (none is of type basic data)';
            const isEncrypted = layout.partitions.some(({ fileSystem }) => fileSystem === 'bitlocker');
            return bcd?.loaderLocated === true && !isEncrypted
                ? 'No partition holds NTFS, where the boot store looks for Windows (locate)'
                : undefined;
        },
    },
    {
        // What its boot sector says of a volume decides whether Windows takes it for one (omarchy issue 7903: UNMOUNTABLE_BOOT_VOLUME).
        code: 'windows-unmountable',
        severity: 'error',
        source: 'Microsoft, stop 0xED UNMOUNTABLE_BOOT_VOLUME; omarchy issue 7903; ntfs-3g issue 95',
        remedy: 'Copy the image again from its source. A partition that was made smaller than its volume must get its size back; then shrink C: in Windows (diskpart: shrink).',
        see: ({ layout, volumes, bcd }) => {
            const windows = layout.partitions.find(({ type }) => type === 'windows');
            if (windows === undefined)
                return undefined;
            const { index, fileSystem } = windows;
            const volume = volumes.find((one) => one.index === index);
            if (volume?.unmountable)
                return `Windows (partition ${index}) is on a volume that it does not mount: ${volume.problem}`;
            return bcd === undefined || fileSystem === 'ntfs' || fileSystem === 'bitlocker'
                ? undefined
                : `The boot store starts Windows from partition ${index}, which holds ${fileSystem ?? 'no file system'}, not NTFS`;
        },
    },
    {
        code: 'esp-missing',
        severity: 'error',
        source: 'UEFI specification 2.10, section 13.3',
        remedy: 'Build the image again with an EFI system partition (build-vhd makes one of 260 MiB).',
        see: ({ layout }) => layout.table === 'gpt' && !layout.partitions.some(({ type }) => type === 'esp')
            ? 'There is no EFI system partition, so EFI firmware cannot start this disk'
            : undefined,
    },
    {
        // Firmware reads no more of it than is read here: EDK2 (FatPkg) refuses a FAT32 of too few clusters as well (its pull request 12761).
        code: 'esp-unreadable',
        severity: 'error',
        source: 'UEFI specification 2.10, section 13.3 (FAT); edk2 pull request 12761',
        remedy: 'Check the partition with "fsck.fat -n" or chkdsk, and write the boot files again with bcdboot.',
        see: ({ esp }) => esp?.problem === undefined ? undefined : `The EFI system partition cannot be read: ${esp.problem.message}`,
    },
    {
        // virt-v2v does the same repair; packer-examples issues 964 and 1045 show the failure.
        code: 'esp-fallback-loader-missing',
        severity: 'error',
        source: 'UEFI specification 2.10, section 3.5.1.1; packer-examples issues 964 and 1045',
        remedy: 'Copy \\EFI\\Microsoft\\Boot\\bootmgfw.efi to \\EFI\\Boot\\bootx64.efi on the EFI system partition.',
        see: ({ esp }) => {
            if (esp === undefined || esp.problem !== undefined)
                return undefined;
            const loader = 'The fallback loader \\EFI\\Boot\\bootx64.efi';
            if (!esp.fallbackLoader) {
                return `${loader} is missing: a VM made from an OVA has no firmware entry and would not start`;
            }
            return esp.loaderFault === undefined ? undefined : `${loader} ${esp.loaderFault}, so firmware does not start it`;
        },
    },
    {
        code: 'msr-missing',
        severity: 'warning',
        source: 'Microsoft, "UEFI/GPT-based hard drive partitions"',
        remedy: 'Build the image again with a Microsoft reserved partition of 16 MiB; Windows expects one on every GPT disk.',
        see: ({ layout }) => layout.table === 'gpt' && !layout.partitions.some(({ type }) => type === 'msr')
            ? 'There is no Microsoft reserved partition'
            : undefined,
    },
    {
        code: 'bcd-missing',
        severity: 'error',
        source: 'Microsoft, bcdboot',
        remedy: 'Write the boot files with bcdboot, or build the image again.',
        see: ({ bcd }) => (bcd?.missing === true ? 'The boot store \\EFI\\Microsoft\\Boot\\BCD is missing' : undefined),
    },
    {
        code: 'bcd-unreadable',
        severity: 'warning',
        source: 'Microsoft, bcdboot; the store is a hive of the registry',
        remedy: 'Write it again with bcdboot; a store copied from a running Windows needs its log and is incomplete.',
        see: ({ bcd }) => (bcd?.problem === undefined ? undefined : `The boot store cannot be read: ${bcd.problem}`),
    },
    {
        code: 'bcd-loader-dangling',
        severity: 'error',
        source: 'Microsoft, Boot Configuration Data: device elements',
        remedy: 'Write the store again with bcdboot, or build the image again.',
        see: ({ bcd }) => bcd?.danglingLoader.map((guid) => `The boot store starts Windows from partition ${guid}, which is not on this disk`),
    },
    {
        // Convert-WindowsImage leaves stores like that: sound, as long as one volume alone has a Windows.
        code: 'bcd-loader-located',
        severity: 'info',
        source: 'Microsoft, Boot Configuration Data: locate devices; Convert-WindowsImage leaves such stores',
        remedy: 'Nothing to do as long as the machine has no second disk with Windows on it.',
        see: ({ bcd }) => bcd?.loaderLocated === true
            ? 'The boot store names no partition for Windows but looks for it (locate): the first volume with \\Windows\\system32\\winload.efi starts'
            : undefined,
    },
    {
        // Left by a Recovery partition deleted without "reagentc /disable": harmless until Windows fails to start.
        code: 'bcd-recovery-dangling',
        severity: 'warning',
        source: 'Microsoft, reagentc',
        remedy: 'In the guest run "reagentc /disable" and "reagentc /enable": WinRE then lives on C:.',
        see: ({ bcd }) => bcd?.danglingRecovery.map((guid) => `The boot store's recovery sequence names partition ${guid}, which is not on this disk`),
    },
];

// EXTERNAL MODULE: ./.cache/build/src/disk/layout.js
var disk_layout = __webpack_require__(51138);
// EXTERNAL MODULE: ./.cache/build/src/units.js
var units = __webpack_require__(16053);
// EXTERNAL MODULE: ./.cache/build/src/check/unique-guids.js
var unique_guids = __webpack_require__(62797);
;// CONCATENATED MODULE: ./.cache/build/src/check/table-rules.js
/** What is true of a disk's partition table. */



/** Of a disk that starts the machine, and of no other. */
const SYSTEM_TABLE_RULES = [
    {
        code: 'disk-unpartitioned',
        severity: 'error',
        source: 'UEFI specification 2.10, section 5.3 (GUID partition table)',
        remedy: 'Check that this is the system disk, and that it was written completely.',
        see: ({ path, layout, primaryDamage, tableProblem }) => layout.table === 'none' && primaryDamage === undefined
            ? `${path} has no partition table that can be used: ${tableProblem?.message}`
            : undefined,
    },
    {
        code: 'disk-not-gpt',
        severity: 'warning',
        source: 'Microsoft, "Windows and GPT FAQ"',
        remedy: 'Build the image with GPT (build-vhd does); a disk with a master boot record starts on BIOS machines only.',
        see: ({ path, layout }) => layout.table === 'mbr'
            ? `${path} is partitioned by a master boot record, not GPT: ${layout.partitions.map(describeMbr).join(', ')}`
            : undefined,
    },
    {
        // Windows counts the entries in use, its loader counts all: behind a blank one it does not find the partition it was started from.
        code: 'gpt-entry-blank',
        severity: 'error',
        source: 'Microsoft, "Stop error 7B or Inaccessible_Boot_Device troubleshooting" (windows-itpro-docs issue 9145)',
        remedy: 'Run repair-template on the image, which numbers the partitions without gaps, or do it with sgdisk --sort. Tools other than those of Windows leave such an entry where they delete a partition.',
        see: ({ layout }) => {
            const windows = layout.partitions.find(({ type }) => type === 'windows');
            const blank = windows && (0,disk_layout/* blankEntryBefore */.Ir)(layout, windows);
            return blank === undefined
                ? undefined
                : `Entry ${blank} of the partition table is blank and stands in front of that of Windows (partition ${windows?.index}): Windows ends with INACCESSIBLE_BOOT_DEVICE (0x7B)`;
        },
    },
];
/** Of every disk. */
const TABLE_RULES = [
    {
        // Firmware starts from the GPT, Windows goes by the MBR: the two may say different things (Microsoft, "Windows and GPT FAQ").
        code: 'mbr-hybrid',
        severity: 'warning',
        source: 'Microsoft, "Windows and GPT FAQ": firmware starts from the GPT, Windows goes by the MBR',
        remedy: 'Make the MBR purely protective, for example with gdisk (x, n, w).',
        see: ({ path, hybrid }) => hybrid ? `${path} has a hybrid MBR: it lists partitions beside the protective entry of a GPT disk` : undefined,
    },
    {
        // vSphere shows every guest sectors of 512 bytes; a table written for others is not found there (understack issue 2069).
        code: 'sector-size-4096',
        severity: 'error',
        source: 'understack issue 2069: vSphere shows every guest sectors of 512 bytes',
        remedy: 'Build the image again with sectors of 512 bytes (New-VHD -LogicalSectorSizeBytes 512; build-vhd makes no others).',
        see: ({ path, sectorSize }) => sectorSize === 512
            ? undefined
            : `${path} is a disk of ${sectorSize}-byte sectors; a VM in vSphere has 512-byte sectors`,
    },
    {
        // A copy or a download that broke off leaves the first table whole, and Windows without its last files.
        code: 'image-cut-off',
        severity: 'error',
        source: 'UEFI specification 2.10, section 5.3.2 (the header names the last block)',
        remedy: 'Copy the image again, and compare its size or its hash with the original.',
        see: ({ path, cutOff }) => (cutOff === undefined ? undefined : `The end of ${path} is missing: ${cutOff}`),
    },
    {
        // Firmware passes over such entries (EDK2, PartitionDxe): it finds no ESP there, and Windows no volume.
        code: 'gpt-partition-misplaced',
        severity: 'error',
        source: 'UEFI specification 2.10, section 5.3.3; EDK2, PartitionDxe (entries that overlap or are out of range)',
        remedy: 'Find out with gdisk (v) which entry is wrong and correct it, or build the image again.',
        see: ({ misplaced }) => misplaced,
    },
    unique_guids/* UNIQUE_GUIDS */.b,
    {
        code: 'gpt-primary-damaged',
        severity: 'error',
        source: 'UEFI specification 2.10, section 5.3.2 (checksums of header and entries)',
        remedy: 'Run repair-template on the image, which writes it again from the backup at the end of the disk (or gdisk does, recovery menu), or build the image again.',
        see: ({ primaryDamage }) => primaryDamage === undefined ? undefined : `The primary GPT is damaged: ${primaryDamage}`,
    },
    {
        code: 'gpt-backup-damaged',
        severity: 'warning',
        source: 'UEFI specification 2.10, section 5.3.2',
        remedy: 'Run repair-template on the image, which writes it again from the primary (or sgdisk -e does); it is missing typically after the disk file was enlarged or cut.',
        see: ({ backupDamage, cutOff }) => backupDamage === undefined || cutOff !== undefined ? undefined : `The backup GPT is damaged: ${backupDamage}`,
    },
    {
        // The disk was enlarged: firmware and Windows look for the backup in the last sector.
        code: 'gpt-backup-not-at-end',
        severity: 'warning',
        source: 'UEFI specification 2.10, section 5.3.1; winpodx issue 324, bottlerocket issue 333',
        remedy: 'Run repair-template with extend: true, which moves it and grows Windows, or move it with sgdisk -e.',
        see: ({ backupShort }) => backupShort === undefined
            ? undefined
            : `The backup GPT is not at the end of the disk: ${(0,units/* formatSize */.Xq)(backupShort)} behind it belong to nobody`,
    },
];
function describeMbr({ index, type, mbrType, fileSystem }) {
    const what = type === 'recovery' ? 'Windows recovery' : fileSystem;
    return `partition ${index} of type ${mbrType}${what === undefined ? '' : ` (${what})`}`;
}

// EXTERNAL MODULE: ./.cache/build/src/check/volume-rules.js
var volume_rules = __webpack_require__(20293);
;// CONCATENATED MODULE: ./.cache/build/src/check/image-rules.js
/** What an image must look like so that its VMs boot and their quiesced snapshots succeed. */




/** The rules for the disks of a machine that it does not start from. */
const DATA_DISK_RULES = [
    ...protected_partition_rules/* PROTECTED_PARTITION_RULES */.w,
    ...TABLE_RULES,
    ...volume_rules/* VOLUME_RULES */.h,
];
/** The rules for the disk that a machine starts from. */
const IMAGE_RULES = [
    ...protected_partition_rules/* PROTECTED_PARTITION_RULES */.w,
    ...SYSTEM_TABLE_RULES,
    ...TABLE_RULES,
    ...volume_rules/* VOLUME_RULES */.h,
    ...START_RULES,
];


/***/ }),

/***/ 34246:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ REMOVE_IN_GUEST),
/* harmony export */   w: () => (/* binding */ PROTECTED_PARTITION_RULES)
/* harmony export */ });
/* harmony import */ var _disk_gpt_partition_types_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42758);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16053);
/** What is true of partitions that are said to be needed by the platform, of Recovery ones above all. */


/** By hand: diskpart deletes what is no partition for data only when told to `override` (Microsoft, "delete partition"). */
const REMOVE_IN_GUEST = 'in the guest: "reagentc /disable", then in diskpart "select disk 0", "list partition", "select partition <number>", ' +
    '"gpt attributes=0x8000000000000000", "delete partition override".';
const REPAIR = `Run the action repair-template on this image; or, ${REMOVE_IN_GUEST}`;
const PROTECTED_PARTITION_RULES = [
    {
        // VMware KB60395 as the field describes it; Windows Setup writes these attributes, the snapshot provider fails on them.
        code: 'recovery-partition-protected',
        severity: 'error',
        predicts: 'failed',
        source: 'VMware KB60395 as the field describes it',
        remedy: REPAIR,
        see: ({ layout }) => recoveryPartitions(layout).filter(isProtected).map(describe),
    },
    {
        // VMware's own guest tests pass with an unprotected one, so its presence alone proves nothing.
        code: 'recovery-partition',
        severity: 'warning',
        source: 'vsphere-gos-validation, whose tests pass with one that is not protected',
        remedy: `A VM has no use for it, and some builds fail to quiesce with it. ${REPAIR}`,
        see: ({ layout }) => recoveryPartitions(layout)
            .filter((partition) => !isProtected(partition))
            .map(describe),
    },
    {
        // Windows freezes no volume whose partition the platform is said to need; seen with Recovery (KB60395), true of any.
        code: 'partition-protected',
        severity: 'warning',
        predicts: 'failed',
        source: 'Microsoft, PARTITION_INFORMATION_GPT; the attribute is what KB60395 is about',
        remedy: 'Take the attribute away unless the platform needs it: in diskpart "select partition <number>", "gpt attributes=0x8000000000000000".',
        see: ({ layout }) => layout.partitions
            .filter((partition) => partition.type !== 'recovery' && isProtected(partition))
            .map(({ index, type, attributes }) => `Partition ${index} (${type}) is marked as required by the platform (GPT attribute bit 0, attributes ${attributes})`),
    },
];
/** Of GPT disks: with a master boot record no attribute protects the partition, and the snapshot provider does not mind it. */
function recoveryPartitions({ table, partitions }) {
    return table === 'gpt' ? partitions.filter(({ type }) => type === 'recovery') : [];
}
/** Windows refuses to delete or freeze what the platform is said to need (GPT attribute bit 0). */
function isProtected(partition) {
    return (BigInt(partition.attributes) & _disk_gpt_partition_types_js__WEBPACK_IMPORTED_MODULE_0__/* .ATTRIBUTE_REQUIRED */ .dC) !== 0n;
}
function describe(partition) {
    const { index, offset, size, attributes } = partition;
    return (`Partition ${index} is a ${isProtected(partition) ? 'protected ' : ''}Recovery partition ` +
        `(offset ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .formatSize */ .Xq)(offset)}, size ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .formatSize */ .Xq)(size)}, attributes ${attributes})`);
}


/***/ }),

/***/ 21667:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F9: () => (/* binding */ found),
/* harmony export */   IU: () => (/* binding */ applyRules),
/* harmony export */   Np: () => (/* binding */ bySeverity),
/* harmony export */   Qm: () => (/* binding */ forLevel)
/* harmony export */ });
/** A rule looks at evidence and says in one sentence what it saw; everything else about its finding is declared beside it. */
function applyRules(rules, evidence) {
    return rules.flatMap((rule) => {
        const seen = rule.see(evidence);
        const sentences = seen === undefined ? [] : typeof seen === 'string' ? [seen] : seen;
        return sentences.map((sentence) => found(rule, sentence));
    });
}
/** @param seen one sentence without its full stop */
function found({ code, severity, remedy, predicts }, seen) {
    return { code, severity, seen, remedy, ...(predicts && { predicts }) };
}
const SEVERITY_ORDER = { error: 0, warning: 1, info: 2 };
/** Errors first; among equals the order of the rules stands. */
function bySeverity(findings) {
    return [...findings].sort((a, b) => SEVERITY_ORDER[a.severity] - SEVERITY_ORDER[b.severity]);
}
/** Where only frozen file systems are asked for, what stands in the way of more is no error. */
function forLevel(findings, level) {
    if (level === 'application')
        return [...findings];
    return findings.map((finding) => finding.predicts === 'filesystem' && finding.severity === 'error' ? { ...finding, severity: 'warning' } : finding);
}


/***/ }),

/***/ 62797:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ UNIQUE_GUIDS),
/* harmony export */   w: () => (/* binding */ judgeGuids)
/* harmony export */ });
/* harmony import */ var _rule_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21667);
/** Windows knows disks by the GUIDs in their partition tables: those of a machine have to differ. */

/** Of one disk by itself: two of its partitions share one. */
const UNIQUE_GUIDS = {
    code: 'guid-not-unique',
    severity: 'error',
    source: 'Microsoft, VDS_DISK_OFFLINE_REASON (VDSDiskOfflineReasonCollision); UEFI specification 2.10, section 5.3',
    remedy: 'Give one of them another: sgdisk --disk-guid=R (or --partition-guid=<number>:R) on a disk that Windows does not start from, or Set-Disk -Guid in the guest.',
    see: ({ layout }) => layout.partitions.flatMap(({ index, guid }, at) => {
        const first = layout.partitions.findIndex((one) => guid !== '' && one.guid === guid);
        return first < 0 || first === at
            ? []
            : `Partitions ${layout.partitions[first]?.index} and ${index} have the same GUID (${guid}): Windows takes the disk offline`;
    }),
};
/** Of the disks of one machine: a copy keeps the GUID of what it was copied from. */
function judgeGuids(disks) {
    return disks.flatMap(({ name, image: { diskGuid } }, at) => {
        const first = disks.findIndex(({ image }) => image.diskGuid !== undefined && image.diskGuid === diskGuid);
        if (first < 0 || first === at)
            return [];
        const seen = `The disks ${disks[first]?.name} and ${name} have the same GUID (${diskGuid}): Windows takes the second offline`;
        return [(0,_rule_js__WEBPACK_IMPORTED_MODULE_0__/* .found */ .F9)(UNIQUE_GUIDS, seen)];
    });
}


/***/ }),

/***/ 77627:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G_: () => (/* binding */ roomForShadowCopy),
/* harmony export */   cY: () => (/* binding */ lacksRoom),
/* harmony export */   kW: () => (/* binding */ isSmallVolume)
/* harmony export */ });
/**
 * What a small volume must have free before a shadow copy of it can be made. Microsoft tells it with error 0x80780119 of Windows Server Backup;
 * on less VSS fails with 0x8004231f, as Actiphy's article about a Recovery partition with 26 MB free shows.
 */
const MIB = 2 ** 20;
/** Windows Setup makes no volume that is smaller; of one that is nothing was reported. */
const SMALLEST = 100 * MIB;
/** The room of larger volumes is no matter of how the disk was laid out. */
const LARGEST = 1024 * MIB;
/** @returns bytes, for a volume of so many */
function roomForShadowCopy(size) {
    return size < 500 * MIB ? 50 * MIB : 320 * MIB;
}
function isSmallVolume(size) {
    return size >= SMALLEST && size <= LARGEST;
}
/** Whether a volume is one of the small ones, and has too few bytes free. */
function lacksRoom(size, free) {
    return isSmallVolume(size) && free < roomForShadowCopy(size);
}


/***/ }),

/***/ 20293:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ VOLUME_MANAGER_TYPES),
/* harmony export */   h: () => (/* binding */ VOLUME_RULES)
/* harmony export */ });
/* harmony import */ var _disk_gpt_partition_types_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42758);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16053);
/* harmony import */ var _volume_room_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77627);
/** What is true of the volumes on a disk: whether a VM may start from them, and whether VSS can freeze them. */



/** Logical Disk Manager (dynamic disks) and Storage Spaces (Microsoft, PARTITION_INFORMATION_GPT). */
const VOLUME_MANAGER_TYPES = {
    [_disk_gpt_partition_types_js__WEBPACK_IMPORTED_MODULE_0__/* .LDM_METADATA_TYPE */ .Bk]: 'metadata of a dynamic disk',
    [_disk_gpt_partition_types_js__WEBPACK_IMPORTED_MODULE_0__/* .LDM_DATA_TYPE */ .km]: 'data of a dynamic disk',
    'e75caf8f-f680-4cee-afa3-b001e56efc2d': 'Storage Spaces',
};
const VOLUME_RULES = [
    {
        // Its key protector is bound to the machine it was made on; sysprep refuses it (0x80310039).
        code: 'bitlocker-volume',
        severity: 'error',
        source: 'Microsoft, sysprep: error 0x80310039',
        remedy: 'Decrypt it in the guest (manage-bde -off C:) and wait until it is done; then shut Windows down and check again.',
        see: ({ volumes }) => volumes
            .filter(({ fileSystem }) => fileSystem === 'bitlocker')
            .map(({ index }) => `Partition ${index} is encrypted by BitLocker`),
    },
    {
        // Every VM would resume the same memory, and what was changed on the disk meanwhile is lost or torn (cloudstack issue 11561).
        code: 'windows-hibernated',
        severity: 'error',
        source: 'cloudstack issue 11561',
        remedy: 'Start Windows, run "powercfg /h off", and shut it down with "shutdown /s /t 0".',
        see: ({ volumes }) => inState(volumes, 'hibernated').map((index) => `Windows is hibernated on partition ${index}`),
    },
    {
        code: 'ntfs-dirty',
        severity: 'warning',
        source: 'NTFS, $VOLUME_INFORMATION flags and the restart area of $LogFile',
        remedy: 'Start Windows, let it check the volume (chkdsk /f), and shut it down cleanly.',
        see: ({ volumes }) => [
            ...inState(volumes, 'dirty').map((index) => `The NTFS volume of partition ${index} is marked dirty`),
            ...inState(volumes, 'unfinished').map((index) => `The NTFS volume of partition ${index} was not dismounted cleanly: its journal holds unfinished changes`),
        ],
    },
    {
        code: 'ntfs-unreadable',
        severity: 'warning',
        source: 'NTFS, $Boot and $VOLUME_INFORMATION',
        remedy: 'Check the volume with chkdsk in the guest, or with ntfsfix -n on a copy.',
        see: ({ layout, volumes }) => [
            ...volumes.flatMap(({ index, problem, unmountable }) => problem === undefined || (unmountable && isWindows(layout, index))
                ? []
                : [`The NTFS volume of partition ${index} cannot be read: ${problem}`]),
            ...inState(volumes, 'no-information').map((index) => `The NTFS volume of partition ${index} has no volume information`),
        ],
    },
    {
        // VDDK guide: dynamic disks fall back to file-system quiescing, Storage Spaces are not supported.
        code: 'dynamic-disk',
        severity: 'error',
        predicts: 'filesystem',
        source: 'VDDK guide 8.0, Windows backup; Microsoft, PARTITION_INFORMATION_GPT',
        remedy: 'Install Windows on a basic disk: application-consistent snapshots need one.',
        see: ({ layout }) => layout.partitions.flatMap((partition) => {
            const what = VOLUME_MANAGER_TYPES[partition.typeGuid.toLowerCase()];
            return what === undefined ? [] : [`Partition ${partition.index} holds ${what}`];
        }),
    },
    {
        code: 'volume-too-full',
        severity: 'warning',
        predicts: 'failed',
        source: 'Microsoft, error 0x80780119; Actiphy on 0x8004231f (a Recovery partition of 499 MB with 26 MB free)',
        remedy: 'Remove the partition (repair-template does, when it is a Recovery partition), or make it larger: VSS needs 50 MB free on a volume below 500 MB, 320 MB on others.',
        see: ({ volumes }) => volumes.flatMap(({ index, free, size }) => free === undefined || size === undefined || !(0,_volume_room_js__WEBPACK_IMPORTED_MODULE_2__/* .lacksRoom */ .cY)(size, free)
            ? []
            : [
                `The volume of partition ${index} (${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .formatSize */ .Xq)(size)}) has ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .formatSize */ .Xq)(free)} free, and a shadow copy of it needs ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .formatSize */ .Xq)((0,_volume_room_js__WEBPACK_IMPORTED_MODULE_2__/* .roomForShadowCopy */ .G_)(size))}`,
            ]),
    },
    {
        code: 'dedup-volume',
        severity: 'warning',
        source: 'Microsoft, "Data Deduplication interoperability"',
        remedy: 'Take deduplication off the volume before it becomes a template (Start-DedupJob -Type Unoptimization, Disable-DedupVolume): files in a snapshot are only readable where the feature is installed.',
        see: ({ volumes }) => volumes
            .filter(({ dedup }) => dedup === true)
            .map(({ index }) => `The volume of partition ${index} is deduplicated: its chunk store holds what files are made of`),
    },
];
/** Of which more is said where it does not start. */
function isWindows({ partitions }, index) {
    return partitions.some((partition) => partition.index === index && partition.type === 'windows');
}
function inState(volumes, wanted) {
    return volumes.filter(({ state }) => state === wanted).map(({ index }) => index);
}


/***/ }),

/***/ 62164:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y: () => (/* binding */ openFatVolume)
});

// EXTERNAL MODULE: ./.cache/build/src/errors.js
var errors = __webpack_require__(41251);
// EXTERNAL MODULE: ./.cache/build/src/disk/fat/fat-boot-sector.js
var fat_boot_sector = __webpack_require__(60873);
;// CONCATENATED MODULE: ./.cache/build/src/disk/fat/fat-directory.js
/** Directory entries of FAT, short and long (Microsoft, "FAT32 File System Specification", version 1.03: sections 6 and 7). */
const FAT_ENTRY_SIZE = 32;
const ATTRIBUTE_VOLUME_LABEL = 0x08;
const ATTRIBUTE_DIRECTORY = 0x10;
const ATTRIBUTE_LONG_NAME = 0x0f;
const DELETED = 0xe5;
/** Where the parts of a long-name entry hold their UCS-2 letters. */
const LONG_NAME_LETTERS = [1, 3, 5, 7, 9, 14, 16, 18, 20, 22, 24, 28, 30];
/** Decodes a directory's data up to its end mark. Damaged long names are dropped, as every driver does; the short ones remain. */
function decodeFatDirectory(data) {
    const entries = [];
    let longName;
    for (let position = 0; position + FAT_ENTRY_SIZE <= data.length; position += FAT_ENTRY_SIZE) {
        const entry = data.subarray(position, position + FAT_ENTRY_SIZE);
        const first = entry.readUInt8(0);
        if (first === 0)
            break;
        const attributes = entry.readUInt8(11);
        if (first === DELETED) {
            longName = undefined;
        }
        else if ((attributes & 0x3f) === ATTRIBUTE_LONG_NAME) {
            longName = extendLongName(longName, entry);
        }
        else {
            if ((attributes & ATTRIBUTE_VOLUME_LABEL) === 0)
                entries.push(decodeEntry(entry, position, longName));
            longName = undefined;
        }
    }
    return entries;
}
function decodeEntry(entry, position, longName) {
    const shortName = decodeShortName(entry);
    const isDirectory = (entry.readUInt8(11) & ATTRIBUTE_DIRECTORY) !== 0;
    const whole = longName?.missing === 0 && longName.checksum === shortNameChecksum(entry) ? longName.text : undefined;
    return {
        name: whole ?? shortName,
        shortName,
        isDirectory,
        firstCluster: entry.readUInt16LE(20) * 0x10000 + entry.readUInt16LE(26),
        size: isDirectory ? 0 : entry.readUInt32LE(28),
        position,
    };
}
function decodeShortName(entry) {
    const bytes = Buffer.from(entry.subarray(0, 11));
    // 0x05 stands for a first letter 0xE5, which would otherwise mean "deleted".
    if (bytes[0] === 0x05)
        bytes[0] = DELETED;
    const base = bytes.toString('latin1', 0, 8).trimEnd();
    const extension = bytes.toString('latin1', 8, 11).trimEnd();
    return extension === '' ? base : `${base}.${extension}`;
}
function extendLongName(before, entry) {
    const order = entry.readUInt8(0);
    const checksum = entry.readUInt8(13);
    const part = decodeLongNamePart(entry);
    if ((order & 0x40) !== 0)
        return { text: part, checksum, missing: (order & 0x3f) - 1 };
    if (before === undefined || order !== before.missing || checksum !== before.checksum)
        return undefined;
    return { text: part + before.text, checksum, missing: order - 1 };
}
function decodeLongNamePart(entry) {
    let text = '';
    for (const at of LONG_NAME_LETTERS) {
        const letter = entry.readUInt16LE(at);
        if (letter === 0 || letter === 0xffff)
            break;
        text += String.fromCharCode(letter);
    }
    return text;
}
function shortNameChecksum(entry) {
    let sum = 0;
    for (const byte of entry.subarray(0, 11))
        sum = (((sum & 1) << 7) + (sum >> 1) + byte) & 0xff;
    return sum;
}

;// CONCATENATED MODULE: ./.cache/build/src/disk/fat/fat-volume.js
/** Reads files of a FAT volume inside a disk, touching no more of it than the path asks for. */



/** A directory of an ESP holds dozens of entries; what is larger than this is damage, not data. */
const MAX_DIRECTORY = 2 ** 20;
const TABLE_BLOCK = 4096;
/**
 * Opens the FAT volume at `offset` of the disk.
 * @throws FormatError when there is none, or it does not fit into `length` bytes
 */
async function openFatVolume(disk, offset, length) {
    const sector = await disk.read(offset, 512);
    const geometry = (0,fat_boot_sector/* decodeFatBootSector */.u)(sector, disk.path, offset);
    if (geometry.totalSize > length) {
        throw new errors/* FormatError */.IF(disk.path, offset + 32, `a FAT volume of at most ${length} bytes`, `${geometry.totalSize} bytes`);
    }
    return new Volume(disk, offset, geometry);
}
class Volume {
    geometry;
    offset;
    #disk;
    #tableBlocks = new Map();
    constructor(disk, offset, geometry) {
        this.#disk = disk;
        this.offset = offset;
        this.geometry = geometry;
    }
    async find(path) {
        const names = path.split('/').filter((name) => name !== '');
        const last = names.pop();
        if (last === undefined)
            return undefined;
        const entries = await this.list(names.join('/'));
        return entries?.find((entry) => isNamed(entry, last));
    }
    async list(path) {
        let entries = await this.#directory(this.geometry.rootCluster);
        for (const name of path.split('/').filter((part) => part !== '')) {
            const next = entries.find((entry) => entry.isDirectory && isNamed(entry, name));
            if (next === undefined)
                return undefined;
            entries = await this.#directory(next.firstCluster);
        }
        return entries.filter((entry) => entry.shortName !== '.' && entry.shortName !== '..');
    }
    async readFile(file, limit) {
        if (file.size > limit)
            throw this.#refuse(file.entryOffset, `a file of at most ${limit} bytes`, `${file.size}`);
        return this.readStart(file, file.size);
    }
    async readStart(file, length) {
        const size = Math.min(length, file.size);
        if (size === 0)
            return Buffer.alloc(0);
        const needed = Math.ceil(size / this.geometry.clusterSize);
        const clusters = await this.chain(file.firstCluster, needed);
        if (clusters.length < needed) {
            throw this.#refuse(file.entryOffset, `a chain of ${needed} clusters`, `${clusters.length}`);
        }
        return (await this.#readClusters(clusters)).subarray(0, size);
    }
    async chain(firstCluster, limit = this.geometry.clusterCount) {
        const clusters = [];
        const seen = new Set();
        let cluster = firstCluster;
        while (clusters.length < limit && !this.#isEnd(cluster)) {
            if (cluster < 2 || cluster > this.geometry.clusterCount + 1 || seen.has(cluster)) {
                throw this.#refuse(this.geometry.fatOffsets[0] ?? 0, 'a chain of clusters with an end', `cluster ${cluster}`);
            }
            seen.add(cluster);
            clusters.push(cluster);
            cluster = await this.tableEntry(cluster);
        }
        return clusters;
    }
    async tableEntry(cluster) {
        switch (this.geometry.type) {
            case 'fat32':
                return (await this.#tableBytes(cluster * 4, 4)).readUInt32LE(0) & 0x0fffffff;
            case 'fat16':
                return (await this.#tableBytes(cluster * 2, 2)).readUInt16LE(0);
            case 'fat12': {
                const pair = (await this.#tableBytes(cluster + (cluster >> 1), 2)).readUInt16LE(0);
                return cluster % 2 === 0 ? pair & 0xfff : pair >> 4;
            }
        }
    }
    clusterOffset(cluster) {
        return this.geometry.dataOffset + (cluster - 2) * this.geometry.clusterSize;
    }
    #isEnd(entry) {
        return entry >= { fat12: 0xff8, fat16: 0xfff8, fat32: 0x0ffffff8 }[this.geometry.type];
    }
    async #directory(firstCluster) {
        const { clusterSize, rootOffset, rootSize } = this.geometry;
        if (firstCluster === 0) {
            // Cluster 0 is the root: as the start of the walk on FAT12/16, and in the `..` of its children on FAT32.
            if (this.geometry.rootCluster === 0) {
                const data = await this.#read(rootOffset, rootSize);
                return decodeFatDirectory(data).map((entry) => ({ ...entry, entryOffset: rootOffset + entry.position }));
            }
            return this.#directory(this.geometry.rootCluster);
        }
        const limit = Math.max(1, Math.floor(MAX_DIRECTORY / clusterSize));
        const clusters = await this.chain(firstCluster, limit);
        return decodeFatDirectory(await this.#readClusters(clusters)).map((entry) => {
            const cluster = clusters[Math.floor(entry.position / clusterSize)] ?? firstCluster;
            return { ...entry, entryOffset: this.clusterOffset(cluster) + (entry.position % clusterSize) };
        });
    }
    async #readClusters(clusters) {
        const { clusterSize } = this.geometry;
        const parts = [];
        for (let index = 0; index < clusters.length;) {
            const start = clusters[index] ?? 2;
            let count = 1;
            while (clusters[index + count] === start + count)
                count++;
            parts.push(await this.#read(this.clusterOffset(start), count * clusterSize));
            index += count;
        }
        return Buffer.concat(parts);
    }
    async #tableBytes(position, length) {
        const first = Math.floor(position / TABLE_BLOCK);
        const last = Math.floor((position + length - 1) / TABLE_BLOCK);
        const start = position - first * TABLE_BLOCK;
        const block = await this.#tableBlock(first);
        if (last === first)
            return block.subarray(start, start + length);
        // Only a FAT12 entry can straddle two blocks.
        return Buffer.concat([block, await this.#tableBlock(last)]).subarray(start, start + length);
    }
    async #tableBlock(index) {
        let block = this.#tableBlocks.get(index);
        if (block === undefined) {
            const start = index * TABLE_BLOCK;
            const length = Math.min(TABLE_BLOCK, this.geometry.fatSize - start);
            block = await this.#read((this.geometry.fatOffsets[0] ?? 0) + start, length);
            this.#tableBlocks.set(index, block);
        }
        return block;
    }
    #read(position, length) {
        return this.#disk.read(this.offset + position, length);
    }
    #refuse(position, expected, found) {
        return new errors/* FormatError */.IF(this.#disk.path, this.offset + position, expected, found);
    }
}
function isNamed(entry, name) {
    const wanted = name.toLowerCase();
    return entry.name.toLowerCase() === wanted || entry.shortName.toLowerCase() === wanted;
}


/***/ }),

/***/ 51138:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ir: () => (/* binding */ blankEntryBefore),
/* harmony export */   Mw: () => (/* binding */ withWindows),
/* harmony export */   T4: () => (/* binding */ readLayout),
/* harmony export */   gJ: () => (/* binding */ windowsCandidates),
/* harmony export */   jQ: () => (/* binding */ partitionKind),
/* harmony export */   o4: () => (/* binding */ readMbrLayout)
/* harmony export */ });
/* harmony import */ var _file_system_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(42730);
/* harmony import */ var _gpt_gpt_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(84413);
/* harmony import */ var _gpt_partition_types_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(42758);
/* harmony import */ var _mbr_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32073);
/** The layout of a disk as reports show it: which partition is what, and where. */




const KINDS = {
    [_gpt_partition_types_js__WEBPACK_IMPORTED_MODULE_1__/* .ESP_TYPE */ .k7]: 'esp',
    [_gpt_partition_types_js__WEBPACK_IMPORTED_MODULE_1__/* .MSR_TYPE */ .uJ]: 'msr',
    [_gpt_partition_types_js__WEBPACK_IMPORTED_MODULE_1__/* .RECOVERY_TYPE */ .hZ]: 'recovery',
    [_gpt_partition_types_js__WEBPACK_IMPORTED_MODULE_1__/* .BASIC_DATA_TYPE */ .z4]: 'basic-data',
};
/** Reads some 40 KiB whatever the size of the disk. @throws FormatError when the disk has no valid GPT */
async function readLayout(disk) {
    const gpt = await (0,_gpt_gpt_js__WEBPACK_IMPORTED_MODULE_0__/* .readGpt */ .CN)(disk);
    const partitions = [];
    for (const partition of gpt.partitions)
        partitions.push(await describeGpt(disk, gpt.sectorSize, partition));
    return arrange({ table: 'gpt', diskSize: disk.size, sectorSize: gpt.sectorSize, partitions });
}
/** As `readLayout`, of a disk with a master boot record. @throws FormatError when it has none, or a damaged one */
async function readMbrLayout(disk) {
    const partitions = [];
    for (const partition of await (0,_mbr_js__WEBPACK_IMPORTED_MODULE_2__/* .readMbrPartitions */ .l9)(disk))
        partitions.push(await describeMbr(disk, partition));
    return arrange({ table: 'mbr', diskSize: disk.size, sectorSize: 512, partitions });
}
/** The layout with this partition as the one of Windows. */
function withWindows(layout, windows) {
    const partitions = layout.partitions.map((partition) => {
        if (partition.index === windows?.index)
            return { ...partition, type: 'windows' };
        return partition.type === 'windows' ? { ...partition, type: 'basic-data' } : partition;
    });
    return { ...layout, partitions };
}
/** What could hold Windows: NTFS in a partition for data. */
function windowsCandidates({ partitions }) {
    return partitions.filter(({ type, fileSystem }) => (type === 'basic-data' || type === 'windows') && fileSystem === 'ntfs');
}
/** The number of a blank entry of a GPT in front of that of the partition; undefined where there is none. */
function blankEntryBefore({ table, partitions }, { index }) {
    if (table !== 'gpt')
        return undefined;
    const used = new Set(partitions.map((partition) => partition.index));
    for (let number = 1; number < index; number++)
        if (!used.has(number))
            return number;
    return undefined;
}
function arrange(layout) {
    const sorted = { ...layout, partitions: [...layout.partitions].sort((a, b) => a.offset - b.offset) };
    const largest = windowsCandidates(sorted).reduce((best, one) => (best && best.size >= one.size ? best : one), undefined);
    return withWindows(sorted, largest);
}
/** By the type GUID in lower case, before anybody knows which partition is that of Windows. */
function partitionKind(typeGuid) {
    return KINDS[typeGuid] ?? 'other';
}
async function describeGpt(disk, sectorSize, partition) {
    const offset = partition.firstLba * sectorSize;
    const fileSystem = await (0,_file_system_js__WEBPACK_IMPORTED_MODULE_3__/* .detectFileSystem */ .V)(disk, offset);
    return {
        index: partition.index,
        type: partitionKind(partition.typeGuid),
        typeGuid: partition.typeGuid,
        guid: partition.guid,
        name: partition.name,
        attributes: `0x${partition.attributes.toString(16).padStart(16, '0')}`,
        offset,
        size: (partition.lastLba - partition.firstLba + 1) * sectorSize,
        ...(fileSystem && { fileSystem }),
    };
}
async function describeMbr(disk, { index, type, offset, size }) {
    const fileSystem = await (0,_file_system_js__WEBPACK_IMPORTED_MODULE_3__/* .detectFileSystem */ .V)(disk, offset);
    return {
        index,
        type: type === _mbr_js__WEBPACK_IMPORTED_MODULE_2__/* .MBR_TYPE_NTFS */ .tz ? 'basic-data' : type === _mbr_js__WEBPACK_IMPORTED_MODULE_2__/* .MBR_TYPE_RECOVERY */ .zv ? 'recovery' : 'other',
        typeGuid: '',
        mbrType: `0x${type.toString(16).padStart(2, '0')}`,
        guid: '',
        name: '',
        attributes: '0x0000000000000000',
        offset,
        size,
        ...(fileSystem && { fileSystem }),
    };
}


/***/ }),

/***/ 33309:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ hasNtfsPath),
/* harmony export */   E: () => (/* binding */ findNtfsPath)
/* harmony export */ });
/* harmony import */ var _ntfs_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23132);
/* harmony import */ var _ntfs_volume_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86161);
/** Looks a path up on an NTFS volume. */


/**
 * Whether there is a file or folder of that path, such as `Windows\System32` or with `/`; upper and lower case are alike.
 * @throws FormatError for a file in the place of a folder, and for a folder whose index is damaged or larger than 64 MiB
 */
async function hasNtfsPath(volume, path) {
    return (await findNtfsPath(volume, path)) !== undefined;
}
/** As `hasNtfsPath`: the number of its file record. */
async function findNtfsPath(volume, path) {
    let record = _ntfs_volume_js__WEBPACK_IMPORTED_MODULE_1__/* .NTFS_RECORD_ROOT */ .rt;
    for (const name of path.split(/[\\/]+/).filter((part) => part !== '')) {
        record = await (0,_ntfs_index_js__WEBPACK_IMPORTED_MODULE_0__/* .findInDirectory */ .Q)(volume, record, name);
        if (record === undefined)
            return undefined;
    }
    return record;
}


/***/ }),

/***/ 61596:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ readPe),
/* harmony export */   i: () => (/* binding */ PE_DIRECTORY)
/* harmony export */ });
/** The headers of a Windows or EFI program. Source: Microsoft, "PE Format". */
const DOS_HEADER_SIZE = 0x40;
const PE_OFFSET_FIELD = 0x3c;
const FILE_HEADER_SIZE = 24;
const SECTION_HEADER_SIZE = 40;
/** Optional header: magic to the offset of the number of data directories, the directories behind it. */
const DIRECTORY_COUNT_OFFSET = { 267: 92, 523: 108 };
/** Data directories by number. */
const PE_DIRECTORY = { resources: 2, certificates: 4 };
/** @returns undefined when the bytes are no such program, or end within its headers */
function readPe(bytes) {
    if (bytes.length < DOS_HEADER_SIZE || bytes.toString('latin1', 0, 2) !== 'MZ')
        return undefined;
    const start = bytes.readUInt32LE(PE_OFFSET_FIELD);
    const optional = start + FILE_HEADER_SIZE;
    if (optional + 2 > bytes.length || bytes.toString('latin1', start, start + 4) !== 'PE\0\0')
        return undefined;
    const sectionCount = bytes.readUInt16LE(start + 6);
    const sectionTable = optional + bytes.readUInt16LE(start + 20);
    const countOffset = DIRECTORY_COUNT_OFFSET[bytes.readUInt16LE(optional)];
    if (countOffset === undefined || sectionTable + sectionCount * SECTION_HEADER_SIZE > bytes.length)
        return undefined;
    const directories = optional + countOffset + 4;
    if (directories > sectionTable)
        return undefined;
    const count = Math.min(bytes.readUInt32LE(directories - 4), Math.floor((sectionTable - directories) / 8));
    return {
        bytes,
        machine: bytes.readUInt16LE(start + 4),
        sections: Array.from({ length: sectionCount }, (_, index) => readSection(bytes, sectionTable + index * SECTION_HEADER_SIZE)),
        directory: (number) => {
            if (number >= count)
                return undefined;
            const at = directories + number * 8;
            const [address, size] = [bytes.readUInt32LE(at), bytes.readUInt32LE(at + 4)];
            return address === 0 || size === 0 ? undefined : { address, size };
        },
    };
}
function readSection(bytes, at) {
    return {
        address: bytes.readUInt32LE(at + 12),
        size: bytes.readUInt32LE(at + 16),
        offset: bytes.readUInt32LE(at + 20),
    };
}


/***/ })

};
