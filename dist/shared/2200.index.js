export const id = 2200;
export const ids = [2200];
export const modules = {

/***/ 40376:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kh: () => (/* binding */ encodeBcdDevice),
/* harmony export */   Y$: () => (/* binding */ readBcdDevice),
/* harmony export */   bT: () => (/* binding */ partitionsWithin)
/* harmony export */ });
/* harmony import */ var _disk_guid_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85801);
/**
 * The device element of a BCD object. Behind 16 bytes for the GUID of an object with options stands a descriptor: type, flags,
 * length with this header, 0, then what the type wants; for a partition of a GPT disk 88 bytes in all.
 * Sources: stores written by Windows; BL_DEVICE_DESCRIPTOR and BL_DEVICE_TYPE as ReactOS' boot environment has them.
 */

const OPTIONS_SIZE = 16;
/** A descriptor of a partition, by offsets from its own beginning. */
const PARTITION = { size: 0x48, length: 8, partition: 0x10, scheme: 0x24, disk: 0x28 };
const SCHEME_GPT = 0;
/** BL_DEVICE_TYPE. */
const DEVICE_TYPE = { boot: 5, partition: 6, locate: 8 };
function encodeBcdDevice({ partitionGuid, diskGuid }) {
    const bytes = Buffer.alloc(OPTIONS_SIZE + PARTITION.size);
    const descriptor = bytes.subarray(OPTIONS_SIZE);
    descriptor.writeUInt32LE(DEVICE_TYPE.partition, 0);
    descriptor.writeUInt32LE(PARTITION.size, PARTITION.length);
    (0,_disk_guid_js__WEBPACK_IMPORTED_MODULE_0__/* .parseGuid */ .J)(partitionGuid).copy(descriptor, PARTITION.partition);
    descriptor.writeUInt32LE(SCHEME_GPT, PARTITION.scheme);
    (0,_disk_guid_js__WEBPACK_IMPORTED_MODULE_0__/* .parseGuid */ .J)(diskGuid).copy(descriptor, PARTITION.disk);
    return bytes;
}
function readBcdDevice(bytes) {
    const descriptor = bytes.subarray(OPTIONS_SIZE);
    if (descriptor.length < PARTITION.length + 4)
        return { kind: 'other', what: `${bytes.length} bytes` };
    const partition = partitionAt(descriptor, 0);
    if (partition !== undefined)
        return { kind: 'partition', ...partition };
    const type = descriptor.readUInt32LE(0);
    if (type === DEVICE_TYPE.boot)
        return { kind: 'boot' };
    if (type === DEVICE_TYPE.locate)
        return { kind: 'locate' };
    return { kind: 'other', what: type === DEVICE_TYPE.partition ? 'a partition of no GPT disk' : `type ${type}` };
}
/** The partitions of GPT disks that an element names anywhere: the device of a RAM disk holds that of its file further in. */
function partitionsWithin(data) {
    const found = [];
    for (let at = 0; at + PARTITION.size <= data.length; at += 4) {
        const partition = partitionAt(data, at);
        if (partition !== undefined)
            found.push(partition);
    }
    return found;
}
function partitionAt(data, at) {
    if (at + PARTITION.size > data.length)
        return undefined;
    const isPartition = data.readUInt32LE(at) === DEVICE_TYPE.partition &&
        data.readUInt32LE(at + PARTITION.length) === PARTITION.size &&
        data.readUInt32LE(at + PARTITION.scheme) === SCHEME_GPT;
    if (!isPartition)
        return undefined;
    return {
        partitionGuid: (0,_disk_guid_js__WEBPACK_IMPORTED_MODULE_0__/* .formatGuid */ .R1)(data, at + PARTITION.partition),
        diskGuid: (0,_disk_guid_js__WEBPACK_IMPORTED_MODULE_0__/* .formatGuid */ .R1)(data, at + PARTITION.disk),
    };
}


/***/ }),

/***/ 92562:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P6: () => (/* binding */ ELEMENT),
/* harmony export */   YV: () => (/* binding */ BCD_OBJECT),
/* harmony export */   hr: () => (/* binding */ BCD_TYPE),
/* harmony export */   uz: () => (/* binding */ elementKey)
/* harmony export */ });
/**
 * Identifiers of a boot configuration store (BCD). Sources: Microsoft, "BcdLibraryElementTypes", "BcdBootMgrElementTypes",
 * "BcdOSLoaderElementTypes", "BCD objects"; stores written by Windows 10 and Windows' own BCD-Template.
 */
/** An element's identifier; names as bcdedit prints them. The second hexadecimal digit is the kind: 1 device … 7 list of integers. */
const ELEMENT = {
    applicationDevice: 0x11000001,
    applicationPath: 0x12000002,
    description: 0x12000004,
    preferredLocale: 0x12000005,
    inherit: 0x14000006,
    recoverySequence: 0x14000008,
    debuggerType: 0x15000011,
    recoveryEnabled: 0x16000009,
    badMemoryAccess: 0x1600000b,
    emsEnabled: 0x16000020,
    isolatedContext: 0x16000060,
    allowedInMemorySettings: 0x17000077,
    osDevice: 0x21000001,
    systemRoot: 0x22000002,
    resumeObject: 0x23000003,
    bootmgrDefault: 0x23000003,
    bootmgrResume: 0x23000006,
    displayOrder: 0x24000001,
    toolsDisplayOrder: 0x24000010,
    timeout: 0x25000004,
    resumeBootMenuPolicy: 0x25000008,
    nxPolicy: 0x25000020,
    winPeMode: 0x26000022,
    bootMenuPolicy: 0x250000c2,
    hypervisorDebuggerType: 0x250000f3,
    hypervisorDebuggerPort: 0x250000f4,
    hypervisorDebuggerBaud: 0x250000f5,
};
/** Well-known objects; GUIDs with braces, as the keys are named. */
const BCD_OBJECT = {
    bootmgr: '{9dea862c-5cdd-4e70-acc1-f32b344d4795}',
    memdiag: '{b2721d73-1db4-4c62-bf78-c548a880142d}',
    globalSettings: '{7ea2e1ac-2e61-4728-aaa3-896d9d0a9f0e}',
    debuggerSettings: '{4636856e-540f-4170-a130-a84776f4c654}',
    emsSettings: '{0ce4991b-e6b3-4b16-b23c-5e0d9250e5d9}',
    badMemory: '{5189b25c-5558-4bf2-bca4-289b11bd29e2}',
    bootLoaderSettings: '{6efb52bf-1766-41db-a6b3-0ee5eff72bd7}',
    hypervisorSettings: '{7ff607e0-4395-11db-b0de-0800200c9a66}',
    resumeLoaderSettings: '{1afa9c49-16ab-4a5c-901b-212802da9460}',
    /** Only in BCD-Template: what the loader of a Windows on EFI is made from. */
    loaderTemplate: '{b012b84d-c47c-4ed5-b722-c0c42163e569}',
};
/** What an object is: application (1), inherited settings (2) or options of a device (3), and of which kind. */
const BCD_TYPE = {
    bootmgr: 0x10100002,
    osLoader: 0x10200003,
    resume: 0x10200004,
    memoryTester: 0x10200005,
    settings: 0x20100000,
    loaderSettings: 0x20200003,
    resumeSettings: 0x20200004,
    deviceOptions: 0x30000000,
};
/** The key name of an element: eight lower-case hexadecimal digits. */
function elementKey(id) {
    return id.toString(16).padStart(8, '0');
}


/***/ }),

/***/ 39232:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   oB: () => (/* binding */ elementText),
/* harmony export */   ub: () => (/* binding */ readBcdObjects),
/* harmony export */   zI: () => (/* binding */ elementInteger)
/* harmony export */ });
/* harmony import */ var _registry_hive_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48520);
/* harmony import */ var _bcd_ids_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92562);
/** The objects and elements of a boot configuration store as its hive holds them: Objects\{guid}\Elements\<id>, value Element. */


function readBcdObjects(store) {
    return (store.key('Objects')?.subkeys() ?? []).map(readObject);
}
/** The text of an element of the kinds string and object; undefined when there is none. */
function elementText(object, id) {
    return object?.elements.get((0,_bcd_ids_js__WEBPACK_IMPORTED_MODULE_1__/* .elementKey */ .uz)(id))?.toString('utf16le').split('\0')[0];
}
/** The number of an element of the kind integer, whose leading bytes may be left out; undefined when there is none. */
function elementInteger(object, id) {
    const data = object?.elements.get((0,_bcd_ids_js__WEBPACK_IMPORTED_MODULE_1__/* .elementKey */ .uz)(id));
    if (data === undefined || data.length === 0 || data.length > 8)
        return undefined;
    return Buffer.concat([data, Buffer.alloc(8 - data.length)]).readBigUInt64LE(0);
}
function readObject(key) {
    const type = (0,_registry_hive_js__WEBPACK_IMPORTED_MODULE_0__/* .findValue */ .j)(key.subkey('Description'), 'Type')?.data;
    const elements = (key.subkey('Elements')?.subkeys() ?? []).flatMap((element) => {
        const value = (0,_registry_hive_js__WEBPACK_IMPORTED_MODULE_0__/* .findValue */ .j)(element, 'Element') ?? element.values()[0];
        return value === undefined ? [] : [[element.name.toLowerCase(), value.data]];
    });
    return {
        guid: key.name.toLowerCase(),
        name: key.name,
        type: type?.length === 4 ? type.readUInt32LE(0) : undefined,
        elements: new Map(elements),
    };
}


/***/ }),

/***/ 60873:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ decodeFatBootSector)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/** The boot sector of a FAT volume (Microsoft, "FAT32 File System Specification", version 1.03: sections 3 and 3.5). */

/** Cluster counts below these decide the type, and nothing else does (section 3.5). */
const FAT12_CLUSTERS = 4085;
const FAT16_CLUSTERS = 65525;
/**
 * Decodes the first 512 bytes of a FAT volume.
 * @param file and @param offset where they were read, for the message
 * @throws FormatError when they are no FAT boot sector or contradict themselves
 */
function decodeFatBootSector(sector, file, offset) {
    const refuse = (at, expected, found) => new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatError */ .IF(file, offset + at, expected, String(found));
    if (sector.length < 512)
        throw refuse(0, 'a boot sector of 512 bytes', `${sector.length} bytes`);
    const signature = sector.readUInt16LE(510);
    if (signature !== 0xaa55)
        throw refuse(510, 'the boot sector signature 55 AA', `0x${signature.toString(16)}`);
    const sectorSize = sector.readUInt16LE(11);
    if (![512, 1024, 2048, 4096].includes(sectorSize))
        throw refuse(11, 'a FAT sector size', sectorSize);
    const sectorsPerCluster = sector.readUInt8(13);
    if (sectorsPerCluster === 0 || (sectorsPerCluster & (sectorsPerCluster - 1)) !== 0) {
        throw refuse(13, 'a power of two of sectors per cluster', sectorsPerCluster);
    }
    const reserved = sector.readUInt16LE(14);
    const fats = sector.readUInt8(16);
    if (reserved === 0)
        throw refuse(14, 'at least one reserved sector', reserved);
    if (fats === 0 || fats > 4)
        throw refuse(16, 'one to four allocation tables', fats);
    const rootEntries = sector.readUInt16LE(17);
    const totalSectors = sector.readUInt16LE(19) || sector.readUInt32LE(32);
    const fatSectors = sector.readUInt16LE(22) || sector.readUInt32LE(36);
    if (fatSectors === 0)
        throw refuse(22, 'the size of the allocation table', 0);
    const rootSectors = Math.ceil((rootEntries * 32) / sectorSize);
    const dataSector = reserved + fats * fatSectors + rootSectors;
    if (totalSectors <= dataSector)
        throw refuse(32, `more than ${dataSector} sectors in all`, totalSectors);
    const clusterCount = Math.floor((totalSectors - dataSector) / sectorsPerCluster);
    const type = clusterCount < FAT12_CLUSTERS ? 'fat12' : clusterCount < FAT16_CLUSTERS ? 'fat16' : 'fat32';
    const entryBits = { fat12: 12, fat16: 16, fat32: 32 }[type];
    if (fatSectors * sectorSize * 8 < (clusterCount + 2) * entryBits) {
        throw refuse(22, `a table that has room for ${clusterCount} clusters`, `${fatSectors} sectors`);
    }
    if (type === 'fat32' ? rootEntries !== 0 : rootEntries === 0) {
        throw refuse(17, `root entries as ${type} has them`, rootEntries);
    }
    return {
        type,
        sectorSize,
        clusterSize: sectorsPerCluster * sectorSize,
        fatOffsets: Array.from({ length: fats }, (_, index) => (reserved + index * fatSectors) * sectorSize),
        fatSize: fatSectors * sectorSize,
        rootOffset: (reserved + fats * fatSectors) * sectorSize,
        rootSize: rootSectors * sectorSize,
        rootCluster: type === 'fat32' ? sector.readUInt32LE(44) : 0,
        dataOffset: dataSector * sectorSize,
        clusterCount,
        totalSize: totalSectors * sectorSize,
        fsInfoOffset: type === 'fat32' ? sector.readUInt16LE(48) * sectorSize : undefined,
    };
}


/***/ }),

/***/ 42730:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ detectFileSystem)
/* harmony export */ });
/** Which file system a volume holds, by the signatures of its boot sector. */
const BOOT_SECTOR_BYTES = 512;
/** Looks at the first sector of the volume at `offset`; undefined when it is none of those known. */
async function detectFileSystem(disk, offset) {
    if (offset + BOOT_SECTOR_BYTES > disk.size)
        return undefined;
    const sector = await disk.read(offset, BOOT_SECTOR_BYTES);
    switch (sector.toString('latin1', 3, 11)) {
        case 'NTFS    ':
            return 'ntfs';
        case 'EXFAT   ':
            return 'exfat';
        case '-FVE-FS-':
            return 'bitlocker';
        case 'ReFS\0\0\0\0':
            return 'refs';
    }
    if (sector.readUInt16LE(510) !== 0xaa55)
        return undefined;
    if (sector.toString('latin1', 82, 90) === 'FAT32   ')
        return 'fat32';
    const label = sector.toString('latin1', 54, 62);
    if (label === 'FAT16   ')
        return 'fat16';
    return label === 'FAT12   ' ? 'fat12' : undefined;
}


/***/ }),

/***/ 27815:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bi: () => (/* binding */ encodeGptHeader),
/* harmony export */   Fs: () => (/* binding */ GPT_ENTRY_BYTES),
/* harmony export */   SM: () => (/* binding */ encodeGptEntry),
/* harmony export */   q0: () => (/* binding */ decodeGptEntry),
/* harmony export */   vf: () => (/* binding */ decodeGptHeader),
/* harmony export */   z3: () => (/* binding */ GPT_ENTRY_COUNT)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/* harmony import */ var _crc32_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56653);
/* harmony import */ var _guid_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85801);
/** GPT header and partition entries, decode and encode (UEFI 2.10, sections 5.3.2 and 5.3.3). */



const GPT_HEADER_BYTES = 92;
const GPT_ENTRY_BYTES = 128;
/** What every tool writes; UEFI wants at least 16 KiB for the entries. */
const GPT_ENTRY_COUNT = 128;
const SIGNATURE = 'EFI PART';
const REVISION = 0x00010000;
const NAME_BYTES = 72;
/** Far above what any tool writes: a larger array is a damaged header. */
const MAX_ENTRIES_BYTES = 2 ** 20;
/**
 * @param bytes the header's block
 * @param file and offset where it was read, for the message
 * @throws FormatError for a wrong signature, CRC, revision or field
 */
function decodeGptHeader(bytes, file, offset) {
    const fail = (at, expected, found) => new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatError */ .IF(file, offset + at, expected, String(found));
    const signature = bytes.toString('latin1', 0, 8);
    if (signature !== SIGNATURE)
        throw fail(0, `GPT header "${SIGNATURE}"`, JSON.stringify(signature));
    const revision = bytes.readUInt32LE(8);
    if (revision !== REVISION)
        throw fail(8, 'GPT revision 1.0', `0x${revision.toString(16)}`);
    const headerBytes = bytes.readUInt32LE(12);
    if (headerBytes < GPT_HEADER_BYTES || headerBytes > bytes.length)
        throw fail(12, 'a header of 92 bytes', headerBytes);
    const computed = headerCrc(bytes.subarray(0, headerBytes));
    if (bytes.readUInt32LE(16) !== computed)
        throw fail(16, `header CRC ${computed}`, bytes.readUInt32LE(16));
    const lba = (at, what) => {
        const value = Number(bytes.readBigUInt64LE(at));
        if (!Number.isSafeInteger(value * bytes.length))
            throw fail(at, what, `block ${value}`);
        return value;
    };
    const entryCount = bytes.readUInt32LE(80);
    const entryBytes = bytes.readUInt32LE(84);
    if (entryBytes < GPT_ENTRY_BYTES || entryBytes % 8 !== 0)
        throw fail(84, 'entries of 128 bytes', entryBytes);
    if (entryCount * entryBytes > MAX_ENTRIES_BYTES)
        throw fail(80, 'a table of at most 1 MiB', entryCount * entryBytes);
    return {
        currentLba: lba(24, 'the place of this header'),
        alternateLba: lba(32, 'the place of the other header'),
        firstUsableLba: lba(40, 'the first usable block'),
        lastUsableLba: lba(48, 'the last usable block'),
        diskGuid: (0,_guid_js__WEBPACK_IMPORTED_MODULE_2__/* .formatGuid */ .R1)(bytes, 56),
        entriesLba: lba(72, 'the place of the entries'),
        entryCount,
        entryBytes,
        entriesCrc: bytes.readUInt32LE(88),
    };
}
/** One block with the header in it. */
function encodeGptHeader(header, sectorSize) {
    const bytes = Buffer.alloc(sectorSize);
    bytes.write(SIGNATURE, 0, 'latin1');
    bytes.writeUInt32LE(REVISION, 8);
    bytes.writeUInt32LE(GPT_HEADER_BYTES, 12);
    bytes.writeBigUInt64LE(BigInt(header.currentLba), 24);
    bytes.writeBigUInt64LE(BigInt(header.alternateLba), 32);
    bytes.writeBigUInt64LE(BigInt(header.firstUsableLba), 40);
    bytes.writeBigUInt64LE(BigInt(header.lastUsableLba), 48);
    bytes.set((0,_guid_js__WEBPACK_IMPORTED_MODULE_2__/* .parseGuid */ .J)(header.diskGuid), 56);
    bytes.writeBigUInt64LE(BigInt(header.entriesLba), 72);
    bytes.writeUInt32LE(header.entryCount, 80);
    bytes.writeUInt32LE(header.entryBytes, 84);
    bytes.writeUInt32LE(header.entriesCrc, 88);
    bytes.writeUInt32LE(headerCrc(bytes.subarray(0, GPT_HEADER_BYTES)), 16);
    return bytes;
}
/** The entry numbered `index` (from 1) of the array, or undefined when it is empty. @throws FormatError for an LBA no disk has */
function decodeGptEntry(entries, index, entryBytes, file, offset) {
    const at = (index - 1) * entryBytes;
    // Most of the 128 are empty, and each disk is asked for all of them several times.
    if (isNoGuid(entries, at))
        return undefined;
    const entry = entries.subarray(at, at + GPT_ENTRY_BYTES);
    const firstLba = Number(entry.readBigUInt64LE(32));
    const lastLba = Number(entry.readBigUInt64LE(40));
    if (!Number.isSafeInteger(lastLba) || firstLba > lastLba) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatError */ .IF(file, offset + at + 32, 'a first block before the last', `${firstLba} to ${lastLba}`);
    }
    return {
        index,
        typeGuid: (0,_guid_js__WEBPACK_IMPORTED_MODULE_2__/* .formatGuid */ .R1)(entry, 0),
        guid: (0,_guid_js__WEBPACK_IMPORTED_MODULE_2__/* .formatGuid */ .R1)(entry, 16),
        name: entry.toString('utf16le', 56, 56 + NAME_BYTES).replace(/\0.*$/s, ''),
        attributes: entry.readBigUInt64LE(48),
        firstLba,
        lastLba,
    };
}
function isNoGuid(bytes, at) {
    for (let place = at; place < at + 16; place++)
        if (bytes[place] !== 0)
            return false;
    return true;
}
/** @throws RangeError for a name of more than 36 UTF-16 units */
function encodeGptEntry(partition) {
    const name = Buffer.from(partition.name, 'utf16le');
    if (name.length > NAME_BYTES)
        throw new RangeError(`The partition name "${partition.name}" is longer than 36 characters`);
    const entry = Buffer.alloc(GPT_ENTRY_BYTES);
    entry.set((0,_guid_js__WEBPACK_IMPORTED_MODULE_2__/* .parseGuid */ .J)(partition.typeGuid), 0);
    entry.set((0,_guid_js__WEBPACK_IMPORTED_MODULE_2__/* .parseGuid */ .J)(partition.guid), 16);
    entry.writeBigUInt64LE(BigInt(partition.firstLba), 32);
    entry.writeBigUInt64LE(BigInt(partition.lastLba), 40);
    entry.writeBigUInt64LE(partition.attributes, 48);
    entry.set(name, 56);
    return entry;
}
/** The CRC is computed over the header with the CRC field itself zero. */
function headerCrc(header) {
    const copy = Buffer.from(header);
    copy.writeUInt32LE(0, 16);
    return (0,_crc32_js__WEBPACK_IMPORTED_MODULE_1__/* .crc32 */ .Q)(copy);
}


/***/ }),

/***/ 84413:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CN: () => (/* binding */ readGpt),
/* harmony export */   Y3: () => (/* binding */ gptEntryBlocks),
/* harmony export */   tt: () => (/* binding */ isBackupAtEnd)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/* harmony import */ var _crc32_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56653);
/* harmony import */ var _mbr_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32073);
/* harmony import */ var _gpt_header_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27815);
/** Reads the partition table of a GPT disk: both copies, checked against their CRCs. */




const SECTOR_SIZES = [512, 4096];
/**
 * A GPT counts only behind a protective MBR, as for firmware, Windows and Linux: a disk that was partitioned anew by MBR may still
 * have an old GPT where nothing has overwritten it yet.
 * @throws FormatError when there is no protective MBR, or neither copy is valid: then the problem of the primary one
 */
async function readGpt(disk) {
    const mbr = disk.size >= _mbr_js__WEBPACK_IMPORTED_MODULE_2__/* .MBR_BYTES */ .kD ? (0,_mbr_js__WEBPACK_IMPORTED_MODULE_2__/* .classifyMbr */ .iH)(await disk.read(0, _mbr_js__WEBPACK_IMPORTED_MODULE_2__/* .MBR_BYTES */ .kD)) : 'none';
    if (mbr === 'mbr-partitions') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatError */ .IF(disk.path, 0, 'a GPT disk with a protective MBR', 'a disk with MBR partitions');
    }
    if (mbr === 'none')
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatError */ .IF(disk.path, 0, 'a protective MBR in front of a GPT', 'none');
    let firstProblem;
    for (const sectorSize of SECTOR_SIZES) {
        const primary = await readCopy(disk, sectorSize, 1);
        const lastLba = Math.floor(disk.size / sectorSize) - 1;
        // A disk that was grown still has its backup where the primary says, not at the end.
        const backupLba = primary.valid && primary.header.alternateLba <= lastLba ? primary.header.alternateLba : lastLba;
        const backup = await readCopy(disk, sectorSize, backupLba);
        const chosen = primary.valid ? primary : backup;
        if (chosen.valid)
            return assemble(disk, { sectorSize, mbr, primary, backup }, chosen);
        if (!primary.valid && (!firstProblem || hasSignature(primary.problem)))
            firstProblem = primary.problem;
    }
    throw firstProblem ?? new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatError */ .IF(disk.path, 512, 'a GPT header', 'no GPT');
}
function assemble(disk, read, { header, entries }) {
    const { sectorSize, primary, backup } = read;
    const partitions = decodeEntries(disk, sectorSize, header, entries);
    const others = primary.valid && backup.valid ? decodeEntries(disk, sectorSize, backup.header, backup.entries) : [];
    return {
        ...read,
        diskGuid: header.diskGuid,
        firstUsableLba: header.firstUsableLba,
        lastUsableLba: header.lastUsableLba,
        partitions,
        onlyInBackup: others.filter(({ guid }) => !partitions.some((partition) => partition.guid === guid)),
        copiesAgree: primary.valid &&
            backup.valid &&
            primary.header.entriesCrc === backup.header.entriesCrc &&
            primary.header.diskGuid === backup.header.diskGuid,
    };
}
/** Never throws for what the disk holds: a damaged copy is a result. */
async function readCopy(disk, sectorSize, lba) {
    try {
        const offset = lba * sectorSize;
        if (lba < 1 || offset + sectorSize > disk.size) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatError */ .IF(disk.path, Math.max(0, offset), 'a GPT header', 'the end of the disk');
        }
        const header = (0,_gpt_header_js__WEBPACK_IMPORTED_MODULE_3__/* .decodeGptHeader */ .vf)(await disk.read(offset, sectorSize), disk.path, offset);
        if (header.currentLba !== lba) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatError */ .IF(disk.path, offset + 24, `a header for block ${lba}`, `one for block ${header.currentLba}`);
        }
        const entriesOffset = header.entriesLba * sectorSize;
        const length = header.entryCount * header.entryBytes;
        if (entriesOffset + length > disk.size || header.entriesLba < 1) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatError */ .IF(disk.path, offset + 72, 'partition entries on the disk', `block ${header.entriesLba}`);
        }
        const entries = await disk.read(entriesOffset, length);
        const crc = (0,_crc32_js__WEBPACK_IMPORTED_MODULE_1__/* .crc32 */ .Q)(entries);
        if (crc !== header.entriesCrc) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatError */ .IF(disk.path, entriesOffset, `partition entries of CRC ${header.entriesCrc}`, `CRC ${crc}`);
        }
        decodeEntries(disk, sectorSize, header, entries);
        return { valid: true, header, entries };
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatError */ .IF)
            return { valid: false, problem: error };
        throw error;
    }
}
function decodeEntries(disk, sectorSize, header, entries) {
    const partitions = [];
    const offset = header.entriesLba * sectorSize;
    for (let index = 1; index <= header.entryCount; index++) {
        const partition = (0,_gpt_header_js__WEBPACK_IMPORTED_MODULE_3__/* .decodeGptEntry */ .q0)(entries, index, header.entryBytes, disk.path, offset);
        if (!partition)
            continue;
        if ((partition.lastLba + 1) * sectorSize > disk.size) {
            const at = offset + (index - 1) * header.entryBytes + 40;
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatError */ .IF(disk.path, at, `partition ${index} on the disk`, `its end at block ${partition.lastLba}`);
        }
        partitions.push(partition);
    }
    return partitions;
}
/** Blocks that the entries of a table with this header take. */
function gptEntryBlocks({ entryCount, entryBytes }, sectorSize) {
    return Math.ceil((entryCount * entryBytes) / sectorSize);
}
/** Where the backup copy has to stand: the last block (UEFI 2.10, section 5.3.2). */
function isBackupAtEnd({ primary, backup, sectorSize }, diskSize) {
    const lastLba = Math.floor(diskSize / sectorSize) - 1;
    const said = primary.valid ? primary.header.alternateLba : lastLba;
    return said === lastLba && (!backup.valid || backup.header.currentLba === lastLba);
}
/** A header that is there but damaged tells more than one that is not there. */
function hasSignature(problem) {
    return !/^(?:a )?GPT header/.test(problem.expected);
}


/***/ }),

/***/ 42758:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bk: () => (/* binding */ LDM_METADATA_TYPE),
/* harmony export */   IA: () => (/* binding */ partitionTypeName),
/* harmony export */   Ld: () => (/* binding */ ATTRIBUTE_NO_DRIVE_LETTER),
/* harmony export */   dC: () => (/* binding */ ATTRIBUTE_REQUIRED),
/* harmony export */   hZ: () => (/* binding */ RECOVERY_TYPE),
/* harmony export */   k7: () => (/* binding */ ESP_TYPE),
/* harmony export */   km: () => (/* binding */ LDM_DATA_TYPE),
/* harmony export */   uJ: () => (/* binding */ MSR_TYPE),
/* harmony export */   z4: () => (/* binding */ BASIC_DATA_TYPE)
/* harmony export */ });
/** Partition type GUIDs and attributes of a Windows GPT disk (Microsoft, PARTITION_INFORMATION_GPT; UEFI 2.10, 5.3.3). */
const ESP_TYPE = 'c12a7328-f81f-11d2-ba4b-00a0c93ec93b';
const MSR_TYPE = 'e3c9e316-0b5c-4db8-817d-f92df00215ae';
const BASIC_DATA_TYPE = 'ebd0a0a2-b9e5-4433-87c0-68b6b72699c7';
const RECOVERY_TYPE = 'de94bba4-06d1-4d40-a16a-bfd50179d6ac';
/** What Logical Disk Manager makes of a table: a dynamic disk. */
const LDM_METADATA_TYPE = '5808c8aa-7e8f-42e0-85d2-e1e90434cfb3';
const LDM_DATA_TYPE = 'af9b60a0-1431-4f62-bc68-3311714a69ad';
/** The machine cannot do without the partition; Windows refuses to delete it ("protected"). */
const ATTRIBUTE_REQUIRED = 1n << 0n;
const ATTRIBUTE_NO_DRIVE_LETTER = 1n << 63n;
const NAMES = {
    [ESP_TYPE]: 'EFI system partition',
    [MSR_TYPE]: 'Microsoft reserved',
    [BASIC_DATA_TYPE]: 'basic data',
    [RECOVERY_TYPE]: 'Windows recovery',
    [LDM_METADATA_TYPE]: 'LDM metadata',
    [LDM_DATA_TYPE]: 'LDM data',
    'e75caf8f-f680-4cee-afa3-b001e56efc2d': 'Storage Spaces',
    '0fc63daf-8483-4772-8e79-3d69d8477de4': 'Linux filesystem',
};
/** What people call the type, or the GUID itself. */
function partitionTypeName(typeGuid) {
    return NAMES[typeGuid] ?? typeGuid;
}


/***/ }),

/***/ 32073:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LM: () => (/* binding */ encodeProtectiveMbr),
/* harmony export */   iH: () => (/* binding */ classifyMbr),
/* harmony export */   kD: () => (/* binding */ MBR_BYTES),
/* harmony export */   l9: () => (/* binding */ readMbrPartitions),
/* harmony export */   tz: () => (/* binding */ MBR_TYPE_NTFS),
/* harmony export */   zv: () => (/* binding */ MBR_TYPE_RECOVERY)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/** The master boot record: the protective one in front of a GPT (UEFI 2.10, section 5.2.3), and the partitions of disks older than GPT. */

const MBR_BYTES = 512;
const PARTITION_TABLE = 446;
const ENTRY_BYTES = 16;
const ENTRIES = [0, 1, 2, 3];
const SIGNATURE = 0xaa55;
const TYPE_GPT_PROTECTIVE = 0xee;
/** Extended partitions: by cylinders, by sectors, and the one of Linux. */
const TYPES_EXTENDED = [0x05, 0x0f, 0x85];
/** What every firmware and system takes as sectors of an MBR. */
const SECTOR = 512;
/** Logical partitions are numbered from here on, as Linux and Windows count. */
const FIRST_LOGICAL = 5;
/** Windows stops at its letters; this bounds the walk through a chain that bites its tail. */
const MAX_LOGICAL = 60;
/** NTFS, exFAT; and the same hidden, which is how Windows marks its recovery partition on such disks. */
const MBR_TYPE_NTFS = 0x07;
const MBR_TYPE_RECOVERY = 0x27;
/**
 * A protective entry begins at sector 1 (UEFI 2.10, table 5.4; firmware and Linux look for exactly that). A sector whose entries have
 * another status than 00 or 80 is the boot sector of a file system that stands without any table.
 * @param bytes the first 512 bytes of the disk
 */
function classifyMbr(bytes) {
    const entries = decodeEntries(bytes);
    if (entries === undefined)
        return 'none';
    const used = entries.filter(({ type }) => type !== 0);
    const protective = used.filter(({ type, firstSector }) => type === TYPE_GPT_PROTECTIVE && firstSector === 1);
    if (protective.length > 0)
        return protective.length === used.length ? 'protective' : 'hybrid';
    return used.length === 0 ? 'none' : 'mbr-partitions';
}
/**
 * The partitions of a disk without GPT, in the order of their numbers; extended partitions themselves are left out.
 * @throws FormatError when there is no such table or a partition lies outside the disk
 */
async function readMbrPartitions(disk) {
    const bytes = disk.size >= MBR_BYTES ? await disk.read(0, MBR_BYTES) : Buffer.alloc(MBR_BYTES);
    const kind = classifyMbr(bytes);
    const entries = decodeEntries(bytes);
    if (kind !== 'mbr-partitions' || entries === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatError */ .IF(disk.path, 0, 'a master boot record with partitions', kind);
    }
    const partitions = [];
    for (const index of ENTRIES) {
        const entry = entries[index];
        if (entry === undefined || entry.type === 0 || entry.sectors === 0)
            continue;
        if (!TYPES_EXTENDED.includes(entry.type))
            partitions.push(place(disk, entry, index + 1, 0, 0));
    }
    const extended = entries.find(({ type, sectors }) => TYPES_EXTENDED.includes(type) && sectors > 0);
    if (extended !== undefined)
        partitions.push(...(await readLogical(disk, extended.firstSector)));
    return partitions;
}
/** Each logical partition has a table of its own: the partition first, then where the next table stands in the extended one. */
async function readLogical(disk, start) {
    const partitions = [];
    let table = start;
    for (let index = FIRST_LOGICAL; index < FIRST_LOGICAL + MAX_LOGICAL; index++) {
        const offset = table * SECTOR;
        if (offset + MBR_BYTES > disk.size)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatError */ .IF(disk.path, offset, 'a table of a logical partition', 'none');
        const entries = decodeEntries(await disk.read(offset, MBR_BYTES));
        const [own, next] = entries ?? [];
        if (own === undefined)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatError */ .IF(disk.path, offset, 'a table of a logical partition', 'no signature');
        if (own.type !== 0 && own.sectors > 0)
            partitions.push(place(disk, own, index, table, offset));
        if (next === undefined || !TYPES_EXTENDED.includes(next.type) || next.sectors === 0)
            return partitions;
        table = start + next.firstSector;
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatError */ .IF(disk.path, start * SECTOR, `at most ${MAX_LOGICAL} logical partitions`, 'more');
}
function place(disk, entry, index, base, at) {
    const offset = (base + entry.firstSector) * SECTOR;
    const size = entry.sectors * SECTOR;
    if (offset + size > disk.size) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatError */ .IF(disk.path, at + PARTITION_TABLE, `partition ${index} on the disk`, `its end at ${offset + size}`);
    }
    return { index, type: entry.type, active: entry.status === 0x80, offset, size };
}
/** Undefined without the signature, or where the place of the table holds something else. */
function decodeEntries(bytes) {
    if (bytes.readUInt16LE(510) !== SIGNATURE)
        return undefined;
    const entries = ENTRIES.map((index) => {
        const at = PARTITION_TABLE + index * ENTRY_BYTES;
        return {
            status: bytes.readUInt8(at),
            type: bytes.readUInt8(at + 4),
            firstSector: bytes.readUInt32LE(at + 8),
            sectors: bytes.readUInt32LE(at + 12),
        };
    });
    return entries.every(({ status }) => status === 0 || status === 0x80) ? entries : undefined;
}
/** One entry of type 0xEE over the whole disk, as far as 32 bits reach. */
function encodeProtectiveMbr(diskSize, sectorSize) {
    const bytes = Buffer.alloc(MBR_BYTES);
    const entry = PARTITION_TABLE;
    // First and last sector in the old geometry: 0/0/2, and the largest there is.
    bytes.set([0x00, 0x00, 0x02, 0x00, TYPE_GPT_PROTECTIVE, 0xff, 0xff, 0xff], entry);
    bytes.writeUInt32LE(1, entry + 8);
    bytes.writeUInt32LE(Math.min(diskSize / sectorSize - 1, 0xffffffff), entry + 12);
    bytes.writeUInt16LE(SIGNATURE, 510);
    return bytes;
}


/***/ }),

/***/ 2777:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ NTFS_BOOT_BYTES),
/* harmony export */   a: () => (/* binding */ decodeNtfsBootSector)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/** The boot sector of an NTFS volume (layout as documented by the Linux-NTFS project, "$Boot"). */

const NTFS_BOOT_BYTES = 512;
const MAX_CLUSTER_BYTES = 2 * 2 ** 20;
/** @throws FormatError when it is no NTFS boot sector or contradicts itself */
function decodeNtfsBootSector(sector, file, offset) {
    const fail = (at, expected, found) => new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatError */ .IF(file, offset + at, expected, String(found));
    if (sector.toString('latin1', 3, 11) !== 'NTFS    ')
        throw fail(3, 'an NTFS boot sector', sector.toString('hex', 3, 11));
    if (sector.readUInt16LE(510) !== 0xaa55)
        throw fail(510, 'the boot sector signature 55 AA', sector.toString('hex', 510));
    const sectorSize = sector.readUInt16LE(11);
    if (![512, 1024, 2048, 4096].includes(sectorSize))
        throw fail(11, 'sectors of 512 to 4096 bytes', sectorSize);
    // Above 128 the byte is a negative power of two, for clusters of more than 64 KiB.
    const code = sector.readUInt8(13);
    const clusterSize = sectorSize * (code > 0x80 ? 2 ** (0x100 - code) : code);
    if (clusterSize === 0 || clusterSize > MAX_CLUSTER_BYTES || !isPowerOfTwo(clusterSize)) {
        throw fail(13, 'clusters of at most 2 MiB', clusterSize);
    }
    const size = Number(sector.readBigUInt64LE(40)) * sectorSize;
    if (!Number.isSafeInteger(size) || size < clusterSize)
        throw fail(40, 'the size of the volume', size);
    const clusterCount = Math.floor(size / clusterSize);
    const mftCluster = Number(sector.readBigUInt64LE(48));
    if (mftCluster < 1 || mftCluster >= clusterCount)
        throw fail(48, 'the master file table in the volume', mftCluster);
    // Positive: clusters; negative: a power of two of bytes.
    const recordCode = sector.readInt8(64);
    const recordSize = recordCode > 0 ? recordCode * clusterSize : 2 ** -recordCode;
    if (recordSize < 512 || recordSize > 65536 || !isPowerOfTwo(recordSize)) {
        throw fail(64, 'file records of 512 bytes to 64 KiB', recordCode);
    }
    return { sectorSize, clusterSize, clusterCount, recordSize, mftCluster };
}
function isPowerOfTwo(value) {
    return Number.isInteger(Math.log2(value));
}


/***/ }),

/***/ 47814:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Q: () => (/* binding */ ntfsFreeSpace)
});

// EXTERNAL MODULE: ./.cache/build/src/files/extent-list.js
var extent_list = __webpack_require__(82097);
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


/***/ }),

/***/ 23132:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ findInDirectory),
/* harmony export */   v: () => (/* binding */ namesInDirectory)
/* harmony export */ });
/* harmony import */ var _ntfs_record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37199);
/** The names in an NTFS directory (Linux-NTFS project, "$INDEX_ROOT", "Index Record"). */

/** System32 takes about 1 MiB, the component store 10. */
const MAX_INDEX_BYTES = 64 * 2 ** 20;
const ENTRY_LAST = 2;
/** Within the $FILE_NAME that an entry holds, behind 16 bytes of its own. */
const FLAGS_OFFSET = 16 + 56;
const NAMESPACE_OFFSET = 16 + 65;
const NAME_OFFSET = 16 + 66;
const FLAG_FOLDER = 0x10000000;
const NAMESPACE_DOS = 2;
/**
 * The record number of a name in the directory whose record is `directory`, or undefined when it is not there.
 * Looks at every entry instead of descending the tree, so that the collation order does not matter.
 * @throws FormatError for a damaged or unusually large index
 */
async function findInDirectory(volume, directory, name) {
    const wanted = name.toLowerCase();
    for await (const entry of namesInDirectory(volume, directory)) {
        if (entry.name.toLowerCase() === wanted)
            return entry.record;
    }
    return undefined;
}
/** All names in a directory, short ones too, in no order. @throws FormatError as `findInDirectory` */
async function* namesInDirectory(volume, directory) {
    const attributes = await volume.record(directory);
    const root = attributes.find(({ type, name: index }) => type === _ntfs_record_js__WEBPACK_IMPORTED_MODULE_0__/* .NTFS_INDEX_ROOT */ .Q$ && index === '$I30');
    if (!root?.value || root.size < 32)
        throw volume.fail(0, 'the index of a directory', 'none');
    yield* namesInNode(volume, root.value.subarray(16));
    const blocks = attributes.find(({ type, name: index }) => type === _ntfs_record_js__WEBPACK_IMPORTED_MODULE_0__/* .NTFS_INDEX_ALLOCATION */ .C7 && index === '$I30');
    if (!blocks)
        return;
    const blockSize = root.value.readUInt32LE(8);
    if (blockSize < 512 || blockSize > 65536 || blockSize % 512 !== 0 || blocks.size > MAX_INDEX_BYTES) {
        throw volume.fail(0, 'an index of at most 64 MiB', `${blocks.size} bytes in blocks of ${blockSize}`);
    }
    for (let start = 0; start + blockSize <= blocks.size; start += blockSize) {
        const bytes = await volume.readAttribute(blocks, start, blockSize);
        // A block never used, or given back, carries no signature.
        if (bytes.toString('latin1', 0, 4) !== 'INDX')
            continue;
        const block = (0,_ntfs_record_js__WEBPACK_IMPORTED_MODULE_0__/* .unprotect */ .Ze)(bytes, 'INDX', volume.disk.path, volume.offset);
        yield* namesInNode(volume, block.subarray(24));
    }
}
/** @param node begins with the index header, whose offsets count from its own start */
function* namesInNode(volume, node) {
    const used = node.readUInt32LE(4);
    if (used > node.length)
        throw volume.fail(0, 'index entries within their block', `${used} of ${node.length} bytes`);
    for (let at = node.readUInt32LE(0);;) {
        if (at + 16 > used)
            throw volume.fail(0, 'a last index entry', 'the end of the index');
        const length = node.readUInt16LE(at + 8);
        if ((node.readUInt16LE(at + 12) & ENTRY_LAST) !== 0)
            return;
        if (length < NAME_OFFSET || at + length > used)
            throw volume.fail(0, 'an index entry', `${length} bytes`);
        const characters = node.readUInt8(at + 16 + 64);
        const name = node.toString('utf16le', at + NAME_OFFSET, Math.min(at + NAME_OFFSET + characters * 2, at + length));
        // The low six bytes are the record's number, the upper two its sequence.
        yield {
            name,
            record: node.readUIntLE(at, 6),
            isFolder: (node.readUInt32LE(at + FLAGS_OFFSET) & FLAG_FOLDER) !== 0,
            isShort: node.readUInt8(at + NAMESPACE_OFFSET) === NAMESPACE_DOS,
        };
        at += length;
    }
}


/***/ }),

/***/ 37199:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C7: () => (/* binding */ NTFS_INDEX_ALLOCATION),
/* harmony export */   EI: () => (/* binding */ NTFS_VOLUME_INFORMATION),
/* harmony export */   Lp: () => (/* binding */ NTFS_DATA),
/* harmony export */   Q$: () => (/* binding */ NTFS_INDEX_ROOT),
/* harmony export */   Ze: () => (/* binding */ unprotect),
/* harmony export */   ae: () => (/* binding */ NTFS_ATTRIBUTE_LIST),
/* harmony export */   z8: () => (/* binding */ decodeNtfsRecord)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/** File records of NTFS: multi-sector protection, attributes and data runs (Linux-NTFS project, "FILE Record", "Data Runs"). */

const NTFS_ATTRIBUTE_LIST = 0x20;
const NTFS_VOLUME_INFORMATION = 0x70;
const NTFS_DATA = 0x80;
const NTFS_INDEX_ROOT = 0x90;
const NTFS_INDEX_ALLOCATION = 0xa0;
const END_OF_ATTRIBUTES = 0xffffffff;
const FIXUP_STRIDE = 512;
const RECORD_IN_USE = 1;
/**
 * Undoes the multi-sector protection: the last two bytes of each 512 are swapped for a check number while on disk.
 * @returns a copy. @throws FormatError for another signature, or a torn write
 */
function unprotect(bytes, signature, file, offset) {
    const found = bytes.toString('latin1', 0, 4);
    if (found !== signature)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatError */ .IF(file, offset, `NTFS "${signature}"`, JSON.stringify(found));
    const copy = Buffer.from(bytes);
    const arrayOffset = bytes.readUInt16LE(4);
    const strides = bytes.length / FIXUP_STRIDE;
    if (bytes.readUInt16LE(6) !== strides + 1 || arrayOffset + 2 * (strides + 1) > FIXUP_STRIDE - 2) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatError */ .IF(file, offset + 4, `update sequence of ${strides + 1} numbers`, `${bytes.readUInt16LE(6)}`);
    }
    const check = bytes.readUInt16LE(arrayOffset);
    for (let stride = 1; stride <= strides; stride++) {
        const at = stride * FIXUP_STRIDE - 2;
        if (bytes.readUInt16LE(at) !== check)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatError */ .IF(file, offset + at, 'an intact sector', 'a torn write');
        copy.writeUInt16LE(bytes.readUInt16LE(arrayOffset + 2 * stride), at);
    }
    return copy;
}
/** The attributes of a file record that is in use. @throws FormatError for a damaged record */
function decodeNtfsRecord(bytes, file, offset) {
    const record = unprotect(bytes, 'FILE', file, offset);
    if ((record.readUInt16LE(22) & RECORD_IN_USE) === 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatError */ .IF(file, offset + 22, 'a record in use', 'a free one');
    const attributes = [];
    for (let at = record.readUInt16LE(20);;) {
        const fail = (expected, found) => new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatError */ .IF(file, offset + at, expected, String(found));
        if (at + 8 > record.length)
            throw fail('an attribute within the record', at);
        if (record.readUInt32LE(at) === END_OF_ATTRIBUTES)
            return attributes;
        const length = record.readUInt32LE(at + 4);
        if (length < 24 || at + length > record.length)
            throw fail('an attribute within the record', `${length} bytes`);
        const attribute = decodeAttribute(record.subarray(at, at + length));
        if (!attribute)
            throw fail('an attribute whose parts lie within it', record.toString('hex', at, at + 16));
        attributes.push(attribute);
        at += length;
    }
}
/** Undefined when a part lies outside the attribute. */
function decodeAttribute(bytes) {
    const nameLength = bytes.readUInt8(9) * 2;
    const nameOffset = bytes.readUInt16LE(10);
    if (nameOffset + nameLength > bytes.length)
        return undefined;
    const common = {
        type: bytes.readUInt32LE(0),
        name: bytes.toString('utf16le', nameOffset, nameOffset + nameLength),
        flags: bytes.readUInt16LE(12),
    };
    if (bytes.readUInt8(8) === 0) {
        const size = bytes.readUInt32LE(16);
        const start = bytes.readUInt16LE(20);
        if (start + size > bytes.length)
            return undefined;
        return { ...common, value: bytes.subarray(start, start + size), size, initialized: size };
    }
    if (bytes.length < 64)
        return undefined;
    const runs = decodeRuns(bytes.subarray(Math.min(bytes.readUInt16LE(32), bytes.length)));
    const size = Number(bytes.readBigUInt64LE(48));
    const initialized = Number(bytes.readBigUInt64LE(56));
    const clustersBefore = Number(bytes.readBigUInt64LE(16));
    if (!runs || ![size, initialized, clustersBefore].every(Number.isSafeInteger))
        return undefined;
    if (clustersBefore > 0)
        return { ...common, runs, clustersBefore, size: 0, initialized: 0 };
    return { ...common, runs, size, initialized };
}
/** Each run: a byte with the lengths of two numbers, the count of clusters, and the signed distance from the run before. */
function decodeRuns(bytes) {
    const runs = [];
    let cluster = 0;
    for (let at = 0; at < bytes.length;) {
        const head = bytes.readUInt8(at);
        if (head === 0)
            return runs;
        const countBytes = head & 15;
        const distanceBytes = head >> 4;
        const end = at + 1 + countBytes + distanceBytes;
        if (countBytes < 1 || countBytes > 6 || distanceBytes > 6 || end > bytes.length)
            return undefined;
        const count = bytes.readUIntLE(at + 1, countBytes);
        // A run without a distance is a hole, which none of the system files has.
        if (distanceBytes === 0 || count === 0)
            return undefined;
        cluster += bytes.readIntLE(at + 1 + countBytes, distanceBytes);
        if (cluster < 0)
            return undefined;
        runs.push({ cluster, count });
        at = end;
    }
    return undefined;
}


/***/ }),

/***/ 98397:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ readNtfsState),
/* harmony export */   c: () => (/* binding */ NTFS_STATE_REASONS)
/* harmony export */ });
/* harmony import */ var _guid_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(85801);
/* harmony import */ var _ntfs_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23132);
/* harmony import */ var _ntfs_record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37199);
/* harmony import */ var _ntfs_volume_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(86161);
/** In which state an NTFS volume was left. */




/** $VOLUME_INFORMATION flags: dirty, resize pending, upgrade pending, USN deletion under way, chkdsk at work. */
const UNSETTLED_FLAGS = 0x0001 | 0x0002 | 0x0004 | 0x0010 | 0x8000;
/** Restart page header and area within the log's first pages. */
const LOG_PAGE_BYTES = 4096;
const LOG_NO_CLIENT = 0xffff;
const LOG_VOLUME_IS_CLEAN = 2;
/** Volume shadow copies: a header of this id within the boot area points to the catalog (libvshadow, "VSS format"). */
const VSS_OFFSET = 0x1e00;
const VSS_ID = '3808876b-c176-4e48-b7ae-04046e6cc752';
/** What each state means, to go behind "it", as in "it is marked dirty". */
const NTFS_STATE_REASONS = {
    'no-information': 'its volume information is missing',
    hibernated: 'Windows is hibernated on it',
    dirty: 'it is marked dirty',
    unfinished: 'its journal holds unfinished changes (it was not dismounted cleanly)',
    'shadow-copies': 'it holds shadow copies, which live on in free clusters',
};
/** Only of a clean volume can the free space be trusted. @throws FormatError for damage */
async function readNtfsState(volume) {
    const information = (await volume.record(_ntfs_volume_js__WEBPACK_IMPORTED_MODULE_2__/* .NTFS_RECORD_VOLUME */ .xR)).find(({ type }) => type === _ntfs_record_js__WEBPACK_IMPORTED_MODULE_1__/* .NTFS_VOLUME_INFORMATION */ .EI);
    if (!information?.value || information.size < 12)
        return 'no-information';
    // First of all, because a hibernated volume is mounted, and its journal therefore unfinished as well.
    if (await isHibernated(volume))
        return 'hibernated';
    if ((information.value.readUInt16LE(10) & UNSETTLED_FLAGS) !== 0)
        return 'dirty';
    if (!(await isLogSettled(volume)))
        return 'unfinished';
    if (await hasShadowCopies(volume))
        return 'shadow-copies';
    return 'clean';
}
/**
 * NTFS sets the dirty flag only when it meets damage; whether it was dismounted cleanly stands in the journal. Windows writes
 * version 2 of it while a volume is mounted and goes back to 1.1 with a clean dismount.
 */
async function isLogSettled(volume) {
    const log = volume.data(await volume.record(_ntfs_volume_js__WEBPACK_IMPORTED_MODULE_2__/* .NTFS_RECORD_LOG */ .py), '$LogFile');
    const pages = await volume.readAttribute(log, 0, 2 * LOG_PAGE_BYTES);
    // What mkntfs and ntfs-3g leave: a journal without any record.
    if (pages.every((byte) => byte === 0xff))
        return true;
    let newest;
    for (const at of [0, LOG_PAGE_BYTES]) {
        const bytes = pages.subarray(at, at + LOG_PAGE_BYTES);
        if (bytes.toString('latin1', 0, 4) !== 'RSTR')
            return false;
        if (bytes.readUInt32LE(16) !== LOG_PAGE_BYTES)
            return false;
        const page = (0,_ntfs_record_js__WEBPACK_IMPORTED_MODULE_1__/* .unprotect */ .Ze)(bytes, 'RSTR', volume.disk.path, volume.offset);
        const area = page.readUInt16LE(24);
        if (area + 16 > page.length)
            return false;
        const lsn = page.readBigUInt64LE(area);
        const idle = page.readUInt16LE(area + 12) === LOG_NO_CLIENT;
        const clean = (page.readUInt16LE(area + 14) & LOG_VOLUME_IS_CLEAN) !== 0;
        const settled = page.readUInt16LE(28) === 1 && (idle || clean);
        // Both pages must agree where they are equally new.
        if (!newest || lsn > newest.lsn)
            newest = { lsn, settled };
        else if (lsn === newest.lsn)
            newest = { lsn, settled: settled && newest.settled };
    }
    return newest?.settled === true;
}
async function isHibernated(volume) {
    const record = await (0,_ntfs_index_js__WEBPACK_IMPORTED_MODULE_0__/* .findInDirectory */ .Q)(volume, _ntfs_volume_js__WEBPACK_IMPORTED_MODULE_2__/* .NTFS_RECORD_ROOT */ .rt, 'hiberfil.sys');
    if (record === undefined)
        return false;
    const data = volume.data(await volume.record(record), 'hiberfil.sys');
    if (data.size < 4)
        return false;
    // Zeros: never used; "wake": resumed since. Anything else may be a memory image that relies on the disk as it is.
    const magic = (await volume.readAttribute(data, 0, 4)).toString('latin1').toLowerCase();
    return magic !== '\0\0\0\0' && magic !== 'wake';
}
/** A snapshot keeps reading unchanged clusters of the volume even after their file is deleted. */
async function hasShadowCopies(volume) {
    const header = await volume.disk.read(volume.offset + VSS_OFFSET, 64);
    return (0,_guid_js__WEBPACK_IMPORTED_MODULE_3__/* .formatGuid */ .R1)(header) === VSS_ID && header.readBigUInt64LE(48) !== 0n;
}


/***/ }),

/***/ 86161:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Wf: () => (/* binding */ NTFS_RECORD_BITMAP),
  py: () => (/* binding */ NTFS_RECORD_LOG),
  qN: () => (/* binding */ NTFS_RECORD_MFT),
  rt: () => (/* binding */ NTFS_RECORD_ROOT),
  xR: () => (/* binding */ NTFS_RECORD_VOLUME),
  yz: () => (/* binding */ NtfsVolume)
});

// EXTERNAL MODULE: ./.cache/build/src/errors.js
var errors = __webpack_require__(41251);
;// CONCATENATED MODULE: ./.cache/build/src/disk/ntfs/ntfs-attribute-list.js
/** Files whose record has no room for all attributes: the list of the other records, and the parts put together (Linux-NTFS project, "$ATTRIBUTE_LIST"). */
const ENTRY_LENGTH = 4;
const ENTRY_RECORD = 16;
const SMALLEST_ENTRY = 26;
/** The numbers of the records besides the file's own, each once. */
function listedRecords(list, own) {
    const records = new Set();
    for (let at = 0; at + SMALLEST_ENTRY <= list.length;) {
        const length = list.readUInt16LE(at + ENTRY_LENGTH);
        if (length < SMALLEST_ENTRY)
            break;
        // The low six bytes are the record's number, the upper two its sequence.
        records.add(list.readUIntLE(at + ENTRY_RECORD, 6));
        at += length;
    }
    records.delete(own);
    return [...records];
}
/**
 * What is known of an unnamed attribute by some of its parts: those from its beginning up to the first that is missing.
 * @returns undefined when the part it begins with is not among them
 */
function knownStart(parts, type) {
    const own = parts.filter((part) => part.type === type && part.name === '');
    const first = own.find(({ clustersBefore }) => clustersBefore === undefined);
    if (first?.runs === undefined)
        return first;
    const runs = [...first.runs];
    let clusters = clustersOf(runs);
    const later = own.filter((part) => part !== first);
    for (const part of later.sort((a, b) => (a.clustersBefore ?? 0) - (b.clustersBefore ?? 0))) {
        if (part.clustersBefore !== clusters)
            break;
        runs.push(...(part.runs ?? []));
        clusters = clustersOf(runs);
    }
    return { ...first, runs };
}
/** Clusters of all runs together. */
function clustersOf(runs) {
    return runs?.reduce((sum, { count }) => sum + count, 0) ?? 0;
}
/**
 * Puts the parts of non-resident attributes together, in whatever order they were found.
 * @returns undefined when a part is missing
 */
function joinParts(parts) {
    const joined = parts.filter(({ clustersBefore }) => clustersBefore === undefined);
    const later = parts
        .filter(({ clustersBefore }) => clustersBefore !== undefined)
        .sort((a, b) => (a.clustersBefore ?? 0) - (b.clustersBefore ?? 0));
    for (const part of later) {
        const index = joined.findIndex(({ type, name, runs }) => type === part.type && name === part.name && runs);
        const first = joined[index];
        const runs = first?.runs ?? [];
        if (first === undefined || clustersOf(runs) !== part.clustersBefore)
            return undefined;
        joined[index] = { ...first, runs: [...runs, ...(part.runs ?? [])] };
    }
    return joined;
}

// EXTERNAL MODULE: ./.cache/build/src/disk/ntfs/ntfs-boot-sector.js
var ntfs_boot_sector = __webpack_require__(2777);
// EXTERNAL MODULE: ./.cache/build/src/disk/ntfs/ntfs-record.js
var ntfs_record = __webpack_require__(37199);
;// CONCATENATED MODULE: ./.cache/build/src/disk/ntfs/ntfs-volume.js
/** Reads the system files of an NTFS volume: enough to know what is free and whether the volume is clean. */




/** Numbers of the file records that have a fixed place. */
const NTFS_RECORD_MFT = 0;
const NTFS_RECORD_LOG = 2;
const NTFS_RECORD_VOLUME = 3;
const NTFS_RECORD_ROOT = 5;
const NTFS_RECORD_BITMAP = 6;
/** As much as Windows allows itself. */
const MAX_ATTRIBUTE_LIST = 2 ** 18;
class NtfsVolume {
    geometry;
    disk;
    /** Where the volume begins on the disk, bytes. */
    offset;
    #mft;
    constructor(disk, offset, geometry) {
        this.disk = disk;
        this.offset = offset;
        this.geometry = geometry;
    }
    /** @throws FormatError when there is no NTFS volume of at most `length` bytes at `offset` */
    static async open(disk, offset, length) {
        const sector = await disk.read(offset, ntfs_boot_sector/* NTFS_BOOT_BYTES */.F);
        const geometry = (0,ntfs_boot_sector/* decodeNtfsBootSector */.a)(sector, disk.path, offset);
        if (geometry.clusterCount * geometry.clusterSize > length) {
            const found = `${geometry.clusterCount} clusters of ${geometry.clusterSize} bytes`;
            throw new errors/* FormatError */.IF(disk.path, offset + 40, `a volume of at most ${length} bytes`, found);
        }
        return new NtfsVolume(disk, offset, geometry);
    }
    /**
     * The attributes of a file, whose record may be continued in others: those of large directories and fragmented files are, and that of
     * a master file table in many pieces.
     * @throws FormatError for a damaged record, and where a part is missing
     */
    async record(number) {
        if (number === NTFS_RECORD_MFT)
            return this.#joined(number, await this.#tableParts());
        const table = await this.#table();
        const parts = [...(await this.#part(number, table))];
        for (const other of await this.#continuedIn(parts, number))
            parts.push(...(await this.#part(other, table)));
        return this.#joined(number, parts);
    }
    #joined(number, parts) {
        const joined = joinParts(parts.filter(({ type }) => type !== ntfs_record/* NTFS_ATTRIBUTE_LIST */.ae));
        if (joined)
            return joined;
        throw this.#missing(number);
    }
    #missing(number) {
        return this.fail(0, `the parts of file record ${number} without gaps`, 'a part that is missing');
    }
    /** The numbers of the other records of a file. */
    async #continuedIn(parts, number) {
        const list = parts.find(({ type }) => type === ntfs_record/* NTFS_ATTRIBUTE_LIST */.ae);
        if (list === undefined)
            return [];
        if (list.size > MAX_ATTRIBUTE_LIST)
            throw this.fail(0, 'an attribute list of at most 256 KiB', `${list.size} bytes`);
        return listedRecords(await this.readAttribute(list, 0, list.size), number);
    }
    /** The data of the master file table. */
    async #table() {
        this.#mft ??= this.data(await this.record(NTFS_RECORD_MFT), '$MFT');
        return this.#mft;
    }
    /** The parts of the table's own record are found by what is known of the table so far: each lies in front of the stretch that it tells of. */
    async #tableParts() {
        const { recordSize, mftCluster, clusterSize } = this.geometry;
        const parts = [...this.#decode(await this.#read(mftCluster * clusterSize, recordSize))];
        let waiting = await this.#continuedIn(parts, NTFS_RECORD_MFT);
        while (waiting.length > 0) {
            const known = knownStart(parts, ntfs_record/* NTFS_DATA */.Lp);
            const bytes = clustersOf(known?.runs) * clusterSize;
            const found = waiting.filter((number) => (number + 1) * recordSize <= bytes);
            if (known === undefined || found.length === 0)
                throw this.#missing(NTFS_RECORD_MFT);
            for (const number of found)
                parts.push(...(await this.#part(number, known)));
            waiting = waiting.filter((number) => !found.includes(number));
        }
        return parts;
    }
    async #part(number, table) {
        const { recordSize } = this.geometry;
        return this.#decode(await this.readAttribute(table, number * recordSize, recordSize));
    }
    /** The unnamed data attribute. @throws FormatError when there is none */
    data(attributes, what) {
        const found = attributes.find(({ type, name }) => type === ntfs_record/* NTFS_DATA */.Lp && name === '');
        if (found)
            return found;
        throw this.fail(0, `a data attribute of ${what}`, 'none');
    }
    /** Reads within an attribute's value. @throws FormatError outside of it, and for a cluster outside the volume */
    async readAttribute({ value, runs, size, initialized, flags }, start, length) {
        const { clusterSize, clusterCount } = this.geometry;
        if (start + length > size)
            throw this.fail(0, `an attribute of ${start + length} bytes`, `${size} bytes`);
        if (value)
            return Buffer.from(value.subarray(start, start + length));
        if (flags !== 0)
            throw this.fail(0, 'a plain attribute', `flags 0x${flags.toString(16)}`);
        const result = Buffer.alloc(length);
        let position = 0;
        let covered = 0;
        for (const { cluster, count } of runs ?? []) {
            const from = Math.max(start, position);
            const to = Math.min(start + length, position + count * clusterSize);
            if (from < to) {
                if (cluster + count > clusterCount)
                    throw this.fail(0, 'clusters in the volume', `${cluster} + ${count}`);
                const bytes = await this.#read(cluster * clusterSize + from - position, to - from);
                bytes.copy(result, from - start);
                covered += to - from;
            }
            position += count * clusterSize;
        }
        if (covered < length)
            throw this.fail(0, `clusters for ${length} bytes at ${start}`, `${covered} bytes`);
        if (start + length > initialized)
            result.fill(0, Math.max(0, initialized - start));
        return result;
    }
    fail(at, expected, found) {
        return new errors/* FormatError */.IF(this.disk.path, this.offset + at, expected, found);
    }
    #decode(bytes) {
        return (0,ntfs_record/* decodeNtfsRecord */.z8)(bytes, this.disk.path, this.offset);
    }
    #read(position, length) {
        return this.disk.read(this.offset + position, length);
    }
}


/***/ }),

/***/ 98242:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hh: () => (/* binding */ findPath),
/* harmony export */   bd: () => (/* binding */ findName),
/* harmony export */   yS: () => (/* binding */ isSameName)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41251);
/** Names as Windows compares them: letters of either case are the same. */



function isSameName(one, other) {
    return one.toLowerCase() === other.toLowerCase();
}
/** The name among `names` that Windows takes for `wanted`, as it is spelt there; the exact spelling comes first. */
function findName(names, wanted) {
    return names.find((name) => name === wanted) ?? names.find((name) => isSameName(name, wanted));
}
/**
 * Looks a path up below `root`, part by part.
 * @param path with `/` between its parts
 * @returns the path as it is spelt there, with `/`; undefined when there is none
 */
async function findPath(root, path) {
    const found = [];
    for (const part of path.split('/')) {
        const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, ...found)).catch((error) => {
            if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .hasErrnoCode */ .qk)(error, 'ENOENT') || (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .hasErrnoCode */ .qk)(error, 'ENOTDIR'))
                return [];
            throw error;
        });
        const name = findName(names, part);
        if (name === undefined)
            return undefined;
        found.push(name);
    }
    return found.join('/');
}


/***/ }),

/***/ 48520:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ findValue),
/* harmony export */   p: () => (/* binding */ Hive)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/* harmony import */ var _files_case_blind_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98242);
/**
 * Reads a registry hive held in memory and deletes keys of it: all that a BCD store needs, on every platform, without hivex.
 * Format: M. Suhanov, "Windows registry file format specification" (github.com/msuhanov/regf).
 */


/** Cell offsets count from the end of the base block. */
const BASE_BLOCK = 4096;
const NONE = 0xffffffff;
/** These bound the work on damaged or hostile hives: a key takes at least 80 bytes, and whoever looks a key up by its path looks at its siblings. */
const SMALLEST_KEY = 80;
const MAX_VISITS = 16;
const MAX_DEPTH = 64;
/** Larger values are cut into several cells, from version 1.4 on. */
const LARGEST_IN_ONE_CELL = 16344;
const FLAG_ASCII_KEY = 0x20;
const FLAG_ASCII_VALUE = 0x01;
/** A value by its name, which has no case; empty for the key's default value. */
function findValue(key, name) {
    return key?.values().find((value) => (0,_files_case_blind_js__WEBPACK_IMPORTED_MODULE_1__/* .isSameName */ .yS)(value.name, name));
}
class Hive {
    /** The hive's bytes; changed in place by deleteSubkey. */
    bytes;
    #file;
    #visited = 0;
    /**
     * @param file where the bytes came from, for messages
     * @throws FormatError when they are no hive, or a hive that was not written out completely (its log would be needed)
     */
    constructor(bytes, file) {
        this.bytes = bytes;
        this.#file = file;
        if (bytes.length < BASE_BLOCK || bytes.toString('latin1', 0, 4) !== 'regf') {
            throw this.refuse(0, 'a registry hive (regf)', bytes.toString('hex', 0, 4));
        }
        const [primary, secondary] = [bytes.readUInt32LE(4), bytes.readUInt32LE(8)];
        if (primary !== secondary) {
            throw this.refuse(4, 'a hive that was written completely', `sequence numbers ${primary} and ${secondary}`);
        }
        const checksum = baseBlockChecksum(bytes);
        if (bytes.readUInt32LE(508) !== checksum) {
            throw this.refuse(508, `the checksum ${checksum}`, String(bytes.readUInt32LE(508)));
        }
        const binsEnd = BASE_BLOCK + bytes.readUInt32LE(40);
        if (binsEnd > bytes.length)
            throw this.refuse(40, `hive bins within ${bytes.length} bytes`, String(binsEnd));
    }
    /** The root key; what may be visited from it is counted anew. */
    root() {
        this.#visited = 0;
        return this.#key(this.bytes.readUInt32LE(36), 0);
    }
    /** The key at a path such as `Objects\{…}`, undefined when there is none. */
    key(path) {
        let key = this.root();
        for (const name of path.split('\\').filter((part) => part !== ''))
            key = key?.subkey(name);
        return key;
    }
    /**
     * Deletes a subkey with everything below it: its entry leaves the parent's list, its cells become free, the hive keeps its size.
     * @returns false when there is no such subkey
     */
    deleteSubkey(parent, name) {
        const child = parent.subkey(name);
        if (child === undefined)
            return false;
        const node = this.cell(parent.cell, 'nk');
        const list = node.readUInt32LE(28);
        if (!this.#removeFromList(list, child.cell))
            return false;
        const left = node.readUInt32LE(20) - 1;
        node.writeUInt32LE(left, 20);
        if (left === 0) {
            this.#freeList(list);
            node.writeUInt32LE(NONE, 28);
        }
        this.#freeKey(child, 0);
        this.#touch();
        return true;
    }
    /** The content of an allocated cell, checked for the two letters it must begin with. */
    cell(offset, ...signatures) {
        const at = BASE_BLOCK + offset;
        if (offset === NONE || offset % 8 !== 0 || at + 8 > this.bytes.length) {
            throw this.refuse(Math.min(at, this.bytes.length), 'a cell inside the hive', `offset ${offset}`);
        }
        const size = -this.bytes.readInt32LE(at);
        if (size < 8 || at + size > this.bytes.length)
            throw this.refuse(at, 'an allocated cell', `size ${-size}`);
        const content = this.bytes.subarray(at + 4, at + size);
        const signature = content.toString('latin1', 0, 2);
        if (signatures.length > 0 && !signatures.includes(signature)) {
            throw this.refuse(at + 4, `a cell ${signatures.join(' or ')}`, JSON.stringify(signature));
        }
        return content;
    }
    refuse(offset, expected, found) {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatError */ .IF(this.#file, offset, expected, found);
    }
    #key(cell, depth) {
        const maxKeys = MAX_VISITS * Math.ceil(this.bytes.length / SMALLEST_KEY);
        if (depth > MAX_DEPTH || ++this.#visited > maxKeys) {
            throw this.refuse(BASE_BLOCK + cell, `at most ${maxKeys} keys, ${MAX_DEPTH} deep`, 'more');
        }
        const node = this.cell(cell, 'nk');
        this.#need(node, 76 + (node.length >= 76 ? node.readUInt16LE(72) : 0), cell);
        const name = decodeName(node.subarray(76, 76 + node.readUInt16LE(72)), node.readUInt16LE(2), FLAG_ASCII_KEY);
        const subkeys = () => node.readUInt32LE(20) === 0
            ? []
            : this.#listed(node.readUInt32LE(28), 0).map((offset) => this.#key(offset, depth + 1));
        return {
            name,
            cell,
            subkeys,
            subkey: (wanted) => subkeys().find((key) => (0,_files_case_blind_js__WEBPACK_IMPORTED_MODULE_1__/* .isSameName */ .yS)(key.name, wanted)),
            values: () => this.#valueCells(node).map((offset) => this.#value(offset)),
        };
    }
    /** Key cells named by a list of any kind: lf and lh (with hashes), li (without), ri (a list of lists). */
    #listed(offset, depth) {
        const list = this.cell(offset, 'lf', 'lh', 'li', 'ri');
        const kind = list.toString('latin1', 0, 2);
        const count = list.readUInt16LE(2);
        const step = kind === 'lf' || kind === 'lh' ? 8 : 4;
        this.#need(list, 4 + count * step, offset);
        const entries = Array.from({ length: count }, (_, index) => list.readUInt32LE(4 + index * step));
        if (kind !== 'ri')
            return entries;
        if (depth > 0)
            throw this.refuse(BASE_BLOCK + offset, 'lists of keys in a list of lists', 'another ri');
        return entries.flatMap((entry) => this.#listed(entry, depth + 1));
    }
    #valueCells(node) {
        const count = node.readUInt32LE(36);
        if (count === 0)
            return [];
        const list = this.cell(node.readUInt32LE(40));
        this.#need(list, count * 4, node.readUInt32LE(40));
        return Array.from({ length: count }, (_, index) => list.readUInt32LE(index * 4));
    }
    #value(offset) {
        const cell = this.cell(offset, 'vk');
        this.#need(cell, 20 + (cell.length >= 20 ? cell.readUInt16LE(2) : 0), offset);
        const name = decodeName(cell.subarray(20, 20 + cell.readUInt16LE(2)), cell.readUInt16LE(16), FLAG_ASCII_VALUE);
        const type = cell.readUInt32LE(12);
        const size = cell.readUInt32LE(4);
        // The highest bit says that up to four bytes of data stand in the place of their offset.
        if (size >= 0x80000000) {
            const length = Math.min(size - 0x80000000, 4);
            return { name, type, data: Buffer.from(cell.subarray(8, 8 + length)) };
        }
        if (size === 0)
            return { name, type, data: Buffer.alloc(0) };
        const place = cell.readUInt32LE(8);
        if (size > LARGEST_IN_ONE_CELL && this.#minorVersion > 3)
            return { name, type, data: this.#bigData(place, size) };
        const data = this.cell(place);
        this.#need(data, size, place);
        return { name, type, data: Buffer.from(data.subarray(0, size)) };
    }
    /** "Big data": a record that lists cells, each full but the last. */
    #bigData(offset, size) {
        const segments = this.#bigDataSegments(offset);
        const parts = segments.map((segment) => this.cell(segment).subarray(0, LARGEST_IN_ONE_CELL));
        const data = Buffer.concat(parts).subarray(0, size);
        this.#need(data, size, offset);
        return data;
    }
    #bigDataSegments(offset) {
        const record = this.cell(offset, 'db');
        this.#need(record, 8, offset);
        const list = this.cell(record.readUInt32LE(4));
        const count = record.readUInt16LE(2);
        this.#need(list, count * 4, record.readUInt32LE(4));
        return Array.from({ length: count }, (_, index) => list.readUInt32LE(index * 4));
    }
    get #minorVersion() {
        return this.bytes.readUInt32LE(24);
    }
    #need(cell, length, offset) {
        if (cell.length < Math.max(length, 0)) {
            throw this.refuse(BASE_BLOCK + offset, `a cell of at least ${length} bytes`, `${cell.length}`);
        }
    }
    #removeFromList(offset, cell) {
        const list = this.cell(offset, 'lf', 'lh', 'li', 'ri');
        const kind = list.toString('latin1', 0, 2);
        const count = list.readUInt16LE(2);
        const step = kind === 'lf' || kind === 'lh' ? 8 : 4;
        const entries = Array.from({ length: count }, (_, index) => list.readUInt32LE(4 + index * step));
        // A list of lists may name an emptied list: its count of 0 is valid, and it is freed with its parent.
        if (kind === 'ri')
            return entries.some((entry) => this.#removeFromList(entry, cell));
        const index = entries.indexOf(cell);
        if (index < 0)
            return false;
        list.copy(list, 4 + index * step, 4 + (index + 1) * step, 4 + count * step);
        list.writeUInt16LE(count - 1, 2);
        return true;
    }
    #freeList(offset) {
        const list = this.cell(offset, 'lf', 'lh', 'li', 'ri');
        if (list.toString('latin1', 0, 2) === 'ri') {
            for (let index = 0; index < list.readUInt16LE(2); index++)
                this.#freeList(list.readUInt32LE(4 + index * 4));
        }
        this.#freeCell(offset);
    }
    #freeKey(key, depth) {
        const subkeys = key.subkeys();
        for (const subkey of subkeys)
            this.#freeKey(subkey, depth + 1);
        const node = this.cell(key.cell, 'nk');
        if (subkeys.length > 0)
            this.#freeList(node.readUInt32LE(28));
        for (const offset of this.#valueCells(node)) {
            const value = this.cell(offset, 'vk');
            this.#freeData(value.readUInt32LE(4), value.readUInt32LE(8));
            this.#freeCell(offset);
        }
        if (node.readUInt32LE(36) > 0)
            this.#freeCell(node.readUInt32LE(40));
        if (node.readUInt32LE(48) !== NONE && node.readUInt16LE(74) > 0)
            this.#freeCell(node.readUInt32LE(48));
        this.#releaseSecurity(node.readUInt32LE(44));
        this.#freeCell(key.cell);
    }
    #freeData(size, place) {
        if (size === 0 || size >= 0x80000000)
            return;
        if (size > LARGEST_IN_ONE_CELL && this.#minorVersion > 3) {
            for (const segment of this.#bigDataSegments(place))
                this.#freeCell(segment);
            this.#freeCell(this.cell(place, 'db').readUInt32LE(4));
        }
        this.#freeCell(place);
    }
    /** Security cells are shared and counted; the root always holds one, so the count does not reach zero here. */
    #releaseSecurity(offset) {
        if (offset === NONE)
            return;
        const security = this.cell(offset, 'sk');
        const references = security.readUInt32LE(12);
        if (references > 1)
            security.writeUInt32LE(references - 1, 12);
    }
    #freeCell(offset) {
        this.cell(offset);
        const at = BASE_BLOCK + offset;
        this.bytes.writeInt32LE(-this.bytes.readInt32LE(at), at);
    }
    /** Both sequence numbers go up together: a hive that is whole and newer. */
    #touch() {
        const next = (this.bytes.readUInt32LE(4) + 1) >>> 0;
        this.bytes.writeUInt32LE(next, 4);
        this.bytes.writeUInt32LE(next, 8);
        this.bytes.writeUInt32LE(baseBlockChecksum(this.bytes), 508);
    }
}
/** XOR of the first 508 bytes; 0 and all ones are spelt 1 and all ones but the lowest. */
function baseBlockChecksum(bytes) {
    let sum = 0;
    for (let at = 0; at < 508; at += 4)
        sum ^= bytes.readInt32LE(at);
    if (sum === 0)
        return 1;
    if (sum === -1)
        return 0xfffffffe;
    return sum >>> 0;
}
function decodeName(bytes, flags, asciiFlag) {
    return bytes.toString((flags & asciiFlag) === 0 ? 'utf16le' : 'latin1');
}


/***/ })

};
