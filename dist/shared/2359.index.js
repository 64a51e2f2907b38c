export const id = 2359;
export const ids = [2359];
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
/* harmony export */   Zx: () => (/* binding */ BOOT_STORE),
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
/** The boot store on a disk's EFI system partition, and which partition it starts Windows from. */







/** Where the store of an EFI machine lies on its EFI system partition. */
const BOOT_STORE = '/EFI/Microsoft/Boot/BCD';
/** Real stores have 20 to 64 KiB. */
const MAX_BOOT_STORE = 2 ** 20;
/** The store; undefined when there is none. @throws FormatError when file or hive are damaged */
async function readBootStore(volume, disk) {
    const file = await volume.find(BOOT_STORE);
    if (file === undefined)
        return undefined;
    return new _registry_hive_js__WEBPACK_IMPORTED_MODULE_5__/* .Hive */ .p(await volume.readFile(file, MAX_BOOT_STORE), `${disk.path}!${BOOT_STORE}`);
}
/**
 * The layout with Windows where the disk's own boot store starts it. Damage of EFI system partition, store or NTFS leaves the choice to
 * what `startedFrom` falls back on.
 * @throws FormatError when the disk has no valid GPT
 */
async function readSystemLayout(disk) {
    const layout = await (0,_disk_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .readLayout */ .T4)(disk);
    const esp = layout.partitions.find(({ type }) => type === 'esp');
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

/***/ 79826:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ gatherBeginning),
/* harmony export */   z: () => (/* binding */ gatherImage)
/* harmony export */ });
/* harmony import */ var _bcd_bcd_devices_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85511);
/* harmony import */ var _bcd_boot_store_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49634);
/* harmony import */ var _disk_fat_fat_volume_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(62164);
/* harmony import */ var _disk_gpt_gpt_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(84413);
/* harmony import */ var _disk_layout_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(51138);
/* harmony import */ var _disk_mbr_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(32073);
/* harmony import */ var _disk_ntfs_ntfs_free_space_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(47814);
/* harmony import */ var _disk_ntfs_ntfs_path_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(33309);
/* harmony import */ var _disk_ntfs_ntfs_state_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(98397);
/* harmony import */ var _disk_ntfs_ntfs_volume_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(86161);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(41251);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(16053);
/* harmony import */ var _volume_room_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(77627);
/** Collects what the offline rules look at, reading a few hundred kilobytes of the disk whatever its size. */













/** What UEFI starts from a disk without a firmware entry (UEFI 2.10, section 3.5.1.1), by architecture. */
const FALLBACK_LOADERS = ['/EFI/Boot/bootx64.efi', '/EFI/Boot/bootaa64.efi'];
/** @throws errors of reading the disk's file; what is wrong with its content becomes evidence */
async function gatherImage(disk) {
    const table = await gatherTable(disk);
    if (table.layout.table === 'none')
        return { ...table, volumes: [] };
    const { hive, ...boot } = table.layout.table === 'gpt' ? await gatherBoot(disk, table.layout) : {};
    const layout = (0,_disk_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .withWindows */ .Mw)(table.layout, await (0,_bcd_boot_store_js__WEBPACK_IMPORTED_MODULE_1__/* .startedFrom */ .yj)(disk, table.layout, hive));
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
    const kind = disk.size < _disk_mbr_js__WEBPACK_IMPORTED_MODULE_5__/* .MBR_BYTES */ .kD ? 'none' : (0,_disk_mbr_js__WEBPACK_IMPORTED_MODULE_5__/* .classifyMbr */ .iH)(await disk.read(0, _disk_mbr_js__WEBPACK_IMPORTED_MODULE_5__/* .MBR_BYTES */ .kD));
    if (kind === 'mbr-partitions') {
        const layout = await (0,_errors_js__WEBPACK_IMPORTED_MODULE_10__/* .orDamage */ .hu)(() => (0,_disk_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .readMbrLayout */ .o4)(disk));
        return layout instanceof _errors_js__WEBPACK_IMPORTED_MODULE_10__/* .FormatError */ .IF ? withoutTable(disk, kind, layout, common) : { ...common, layout };
    }
    const gpt = await (0,_errors_js__WEBPACK_IMPORTED_MODULE_10__/* .orDamage */ .hu)(() => (0,_disk_gpt_gpt_js__WEBPACK_IMPORTED_MODULE_3__/* .readGpt */ .CN)(disk));
    if (gpt instanceof _errors_js__WEBPACK_IMPORTED_MODULE_10__/* .FormatError */ .IF)
        return withoutTable(disk, kind, gpt, common);
    const layout = await (0,_disk_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .readLayout */ .T4)(disk);
    const behind = gpt.primary.valid ? disk.size - (gpt.primary.header.alternateLba + 1) * gpt.sectorSize : 0;
    return {
        ...common,
        hybrid: gpt.mbr === 'hybrid',
        sectorSize: Math.max(common.sectorSize, gpt.sectorSize),
        ...damageOf(gpt),
        ...(behind > 0 && !(0,_disk_gpt_gpt_js__WEBPACK_IMPORTED_MODULE_3__/* .isBackupAtEnd */ .tt)(gpt, disk.size) && { backupShort: behind }),
        ...cutOffOf(gpt, behind),
        layout,
    };
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
        return { cutOff: `its table speaks of a disk that is ${(0,_units_js__WEBPACK_IMPORTED_MODULE_11__/* .formatSize */ .Xq)(-behind)} larger` };
    return !backup.valid && /^the end at \d+$/.test(backup.problem.found) ? { cutOff: backup.problem.message } : {};
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
    const partition = layout.partitions.find(({ type }) => type === 'esp');
    if (partition === undefined)
        return {};
    const volume = await (0,_errors_js__WEBPACK_IMPORTED_MODULE_10__/* .orDamage */ .hu)(() => (0,_disk_fat_fat_volume_js__WEBPACK_IMPORTED_MODULE_2__/* .openFatVolume */ .y)(disk, partition.offset, partition.size));
    if (volume instanceof _errors_js__WEBPACK_IMPORTED_MODULE_10__/* .FormatError */ .IF)
        return { esp: { problem: volume, fallbackLoader: false } };
    const loader = await (0,_errors_js__WEBPACK_IMPORTED_MODULE_10__/* .orDamage */ .hu)(() => findFallbackLoader(volume));
    if (loader instanceof _errors_js__WEBPACK_IMPORTED_MODULE_10__/* .FormatError */ .IF)
        return { esp: { problem: loader, fallbackLoader: false } };
    return { esp: { fallbackLoader: loader }, ...(await gatherBcd(disk, volume, layout)) };
}
async function findFallbackLoader(volume) {
    for (const path of FALLBACK_LOADERS) {
        const file = await volume.find(path);
        if (file !== undefined && !file.isDirectory && file.size > 0)
            return true;
    }
    return false;
}
async function gatherBcd(disk, volume, layout) {
    const nothing = { missing: false, danglingRecovery: [], danglingLoader: [] };
    const found = await (0,_errors_js__WEBPACK_IMPORTED_MODULE_10__/* .orDamage */ .hu)(async () => {
        const hive = await (0,_bcd_boot_store_js__WEBPACK_IMPORTED_MODULE_1__/* .readBootStore */ .QW)(volume, disk);
        if (hive === undefined)
            return undefined;
        const located = (0,_bcd_bcd_devices_js__WEBPACK_IMPORTED_MODULE_0__/* .defaultLoaderSources */ .Lp)(hive).some(({ kind }) => kind === 'locate');
        return { hive, all: (0,_bcd_bcd_devices_js__WEBPACK_IMPORTED_MODULE_0__/* .partitionDevices */ .s7)(hive), loader: (0,_bcd_bcd_devices_js__WEBPACK_IMPORTED_MODULE_0__/* .defaultLoaderDevices */ .Yl)(hive), located };
    });
    if (found === undefined)
        return { bcd: { ...nothing, missing: true } };
    if (found instanceof _errors_js__WEBPACK_IMPORTED_MODULE_10__/* .FormatError */ .IF)
        return { bcd: { ...nothing, problem: found.message } };
    const present = new Set(layout.partitions.map(({ guid }) => guid.toLowerCase()));
    const absent = (devices) => [...new Set(devices.map(({ partition }) => partition))].filter((guid) => !present.has(guid));
    const danglingLoader = absent(found.loader);
    const danglingRecovery = absent(found.all).filter((guid) => !danglingLoader.includes(guid));
    const bcd = { missing: false, danglingLoader, danglingRecovery, ...(found.located && { loaderLocated: true }) };
    return { bcd, hive: found.hive };
}
async function gatherVolumes(disk, { partitions }) {
    const volumes = [];
    for (const { index, fileSystem, offset, size } of partitions) {
        if (fileSystem === 'bitlocker')
            volumes.push({ index, fileSystem });
        if (fileSystem !== 'ntfs')
            continue;
        const found = await (0,_errors_js__WEBPACK_IMPORTED_MODULE_10__/* .orDamage */ .hu)(async () => gatherNtfs(await _disk_ntfs_ntfs_volume_js__WEBPACK_IMPORTED_MODULE_9__/* .NtfsVolume */ .yz.open(disk, offset, size), size));
        volumes.push({ index, fileSystem, ...(found instanceof _errors_js__WEBPACK_IMPORTED_MODULE_10__/* .FormatError */ .IF ? { problem: found.message } : found) });
    }
    return volumes;
}
const CHUNK_STORE = 'System Volume Information/Dedup/ChunkStore';
async function gatherNtfs(volume, size) {
    const state = await (0,_disk_ntfs_ntfs_state_js__WEBPACK_IMPORTED_MODULE_8__/* .readNtfsState */ .X)(volume);
    // What lies beside the state is not worth an error: damage in there is for chkdsk.
    const dedup = (await (0,_errors_js__WEBPACK_IMPORTED_MODULE_10__/* .unlessDamaged */ .Ak)(() => (0,_disk_ntfs_ntfs_path_js__WEBPACK_IMPORTED_MODULE_7__/* .hasNtfsPath */ .D)(volume, CHUNK_STORE))) === true;
    const free = state === 'clean' && (0,_volume_room_js__WEBPACK_IMPORTED_MODULE_12__/* .isSmallVolume */ .kW)(size) ? await (0,_errors_js__WEBPACK_IMPORTED_MODULE_10__/* .unlessDamaged */ .Ak)(() => (0,_disk_ntfs_ntfs_free_space_js__WEBPACK_IMPORTED_MODULE_6__/* .ntfsFreeSpace */ .Q)(volume)) : undefined;
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
        see: ({ layout }) => layout.table === 'none' || layout.partitions.some(({ type }) => type === 'windows' || type === 'basic-data')
            ? undefined
            : 'No partition can hold Windows (none is of type basic data)',
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
        code: 'esp-unreadable',
        severity: 'warning',
        source: 'UEFI specification 2.10, section 13.3 (FAT)',
        remedy: 'Check the partition with "fsck.fat -n" or chkdsk, and write the boot files again with bcdboot.',
        see: ({ esp }) => esp?.problem === undefined ? undefined : `The EFI system partition cannot be read: ${esp.problem.message}`,
    },
    {
        // virt-v2v does the same repair; packer-examples issues 964 and 1045 show the failure.
        code: 'esp-fallback-loader-missing',
        severity: 'error',
        source: 'UEFI specification 2.10, section 3.5.1.1; packer-examples issues 964 and 1045',
        remedy: 'Copy \\EFI\\Microsoft\\Boot\\bootmgfw.efi to \\EFI\\Boot\\bootx64.efi on the EFI system partition.',
        see: ({ esp }) => esp !== undefined && esp.problem === undefined && !esp.fallbackLoader
            ? 'The fallback loader \\EFI\\Boot\\bootx64.efi is missing: a VM made from an OVA has no firmware entry and would not start'
            : undefined,
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

// EXTERNAL MODULE: ./.cache/build/src/units.js
var units = __webpack_require__(16053);
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
        code: 'gpt-primary-damaged',
        severity: 'error',
        source: 'UEFI specification 2.10, section 5.3.2 (checksums of header and entries)',
        remedy: 'Restore it from the backup at the end of the disk (sgdisk -e, or gdisk: recovery menu), or build the image again.',
        see: ({ primaryDamage }) => primaryDamage === undefined ? undefined : `The primary GPT is damaged: ${primaryDamage}`,
    },
    {
        code: 'gpt-backup-damaged',
        severity: 'warning',
        source: 'UEFI specification 2.10, section 5.3.2',
        remedy: 'Write it again from the primary (sgdisk -e); it is missing typically after the disk file was enlarged or cut.',
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
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16053);
/* harmony import */ var _volume_room_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77627);
/** What is true of the volumes on a disk: whether a VM may start from them, and whether VSS can freeze them. */


/** Logical Disk Manager (dynamic disks) and Storage Spaces (Microsoft, PARTITION_INFORMATION_GPT). */
const VOLUME_MANAGER_TYPES = {
    '5808c8aa-7e8f-42e0-85d2-e1e90434cfb3': 'metadata of a dynamic disk',
    'af9b60a0-1431-4f62-bc68-3311714a69ad': 'data of a dynamic disk',
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
        see: ({ volumes }) => [
            ...volumes.flatMap(({ index, problem }) => problem === undefined ? [] : [`The NTFS volume of partition ${index} cannot be read: ${problem}`]),
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
        see: ({ volumes }) => volumes.flatMap(({ index, free, size }) => free === undefined || size === undefined || !(0,_volume_room_js__WEBPACK_IMPORTED_MODULE_1__/* .lacksRoom */ .cY)(size, free)
            ? []
            : [
                `The volume of partition ${index} (${(0,_units_js__WEBPACK_IMPORTED_MODULE_0__/* .formatSize */ .Xq)(size)}) has ${(0,_units_js__WEBPACK_IMPORTED_MODULE_0__/* .formatSize */ .Xq)(free)} free, and a shadow copy of it needs ${(0,_units_js__WEBPACK_IMPORTED_MODULE_0__/* .formatSize */ .Xq)((0,_volume_room_js__WEBPACK_IMPORTED_MODULE_1__/* .roomForShadowCopy */ .G_)(size))}`,
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
function inState(volumes, wanted) {
    return volumes.filter(({ state }) => state === wanted).map(({ index }) => index);
}


/***/ })

};
