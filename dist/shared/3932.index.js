export const id = 3932;
export const ids = [3932,1268,9853];
export const modules = {

/***/ 41203:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _src_runner_run_on_github_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59853);
/* harmony import */ var _action_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(97457);
/** Builds a Windows disk image from the installation ISO, without a Recovery partition. */


await (0,_src_runner_run_on_github_js__WEBPACK_IMPORTED_MODULE_0__.runOnGithub)(_action_js__WEBPACK_IMPORTED_MODULE_1__/* .buildVhd */ .L);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

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

/***/ 35206:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ compareText)
/* harmony export */ });
/** Compares by code unit, the same on every machine, unlike a locale's order. */
function compareText(a, b) {
    if (a === b)
        return 0;
    return a < b ? -1 : 1;
}


/***/ }),

/***/ 78933:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h_: () => (/* binding */ kbOf),
/* harmony export */   j7: () => (/* binding */ normalise),
/* harmony export */   tS: () => (/* binding */ readTitle)
/* harmony export */ });
/** Reads what a catalog title says. Titles are the catalog's only machine-readable description of an update. */
/** Total: any text gives facts, most of them undefined for a foreign one. */
function readTitle(title) {
    const plain = normalise(title);
    const kind = kindOf(plain);
    return {
        kind,
        month: /^(\d{4}-(?:0[1-9]|1[0-2]))\b/.exec(plain)?.[1],
        kb: kbOf(plain),
        system: /\bfor ((?:windows|microsoft server|azure stack)[^()]*?(?: \(1809\))?)(?: for (?:x64|x86|arm64)|(?: \(kb)|$)/.exec(kind === 'dotnet' ? plain.replace(/for \.net framework/, '') : plain)?.[1],
        architecture: /\bfor (x64|x86|arm64)\b/.exec(plain)?.[1],
        mentioned: /\b(x64|x86|arm64)\b/.exec(plain)?.[1],
        build: /\((\d{5}\.\d{1,6})\)$/.exec(plain)?.[1],
        runtimes: kind === 'dotnet' ? runtimesOf(plain) : [],
        preview: /\bpreview\b/.test(plain),
        hotpatch: /\bhotpatch\b/.test(plain),
        delta: /\bdelta\b/.test(plain),
    };
}
/** `KB5005112` out of a title or file name. */
function kbOf(text) {
    const digits = /\bkb(\d{6,8})\b/i.exec(text)?.[1];
    return digits === undefined ? undefined : `KB${digits}`;
}
/** Lower case, commas dropped, white space single: the catalog writes the same name in several ways. */
function normalise(text) {
    return text.toLowerCase().replaceAll(',', ' ').replaceAll(/\s+/g, ' ').trim();
}
function kindOf(plain) {
    if (/\.net framework/.test(plain))
        return 'dotnet';
    // `2026-09 Dynamic Cumulative Update for …`, Products `Windows 10 and later GDR-DU`, is for media as well.
    if (/dynamic (?:cumulative )?update/.test(plain))
        return 'dynamic';
    if (/servicing stack update/.test(plain))
        return 'servicing-stack';
    if (/cumulative (?:security )?update(?: preview)? for/.test(plain))
        return 'cumulative';
    return 'other';
}
function runtimesOf(plain) {
    const list = /\.net framework ([\d. ]+(?:and [\d.]+)?)/.exec(plain)?.[1] ?? '';
    return list.match(/\d+(?:\.\d+)+/g) ?? [];
}


/***/ }),

/***/ 61268:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $6: () => (/* binding */ textAt),
/* harmony export */   De: () => (/* binding */ childrenNamed),
/* harmony export */   NO: () => (/* binding */ parseXml),
/* harmony export */   ST: () => (/* binding */ renderXml),
/* harmony export */   jf: () => (/* binding */ child)
/* harmony export */ });
/* harmony import */ var saxes__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59800);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41251);
/* harmony import */ var _escape_xml_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(61049);
/** XML as the vSphere API uses it: elements by local name, with the type that `xsi:type` gives them. */



const SCHEMA_NAMESPACE = 'http://www.w3.org/2001/XMLSchema';
const INSTANCE_NAMESPACE = 'http://www.w3.org/2001/XMLSchema-instance';
/** The deepest answers (nested snapshot trees) stay far below; it bounds the recursion over a hostile one. */
const MAX_DEPTH = 512;
/**
 * Parses a document. Namespaces of elements are dropped: vim25 needs none, and servers differ in their prefixes.
 * @param source what the text is, for the message
 * @throws FormatError when it is not well-formed, nested too deeply, or has a document type declaration (and with it entities)
 */
function parseXml(text, source) {
    const parser = new saxes__WEBPACK_IMPORTED_MODULE_0__/* .SaxesParser */ .wT({ xmlns: true });
    const stack = [];
    let root;
    const refuse = (expected, found) => {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FormatError */ .IF(source, parser.position, expected, found);
    };
    parser.on('error', (error) => refuse('well-formed XML', error.message));
    parser.on('doctype', () => refuse('XML without a document type declaration', 'one'));
    parser.on('opentag', (tag) => {
        if (stack.length >= MAX_DEPTH)
            refuse(`elements nested at most ${MAX_DEPTH} deep`, 'deeper ones');
        const type = typeOf(tag, (prefix) => parser.resolve(prefix));
        stack.push({ name: tag.local, ...(type && { type }), attributes: otherAttributes(tag), text: '', children: [] });
    });
    const addText = (data) => {
        const open = stack.at(-1);
        if (open)
            open.text += data;
    };
    parser.on('text', addText);
    parser.on('cdata', addText);
    parser.on('closetag', () => {
        const closed = stack.pop();
        const parent = stack.at(-1);
        if (parent)
            parent.children.push(closed);
        else
            root = closed;
    });
    parser.write(text).close();
    return root ?? refuse('an element', 'an empty document');
}
/** The element as XML that stands in a document where `xsi` and `xsd` are bound and the default namespace is vim25's. */
function renderXml(element) {
    const { name, type, attributes, children } = element;
    const typeText = type ? ` xsi:type="${type.schema ? 'xsd:' : ''}${(0,_escape_xml_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeXml */ .X)(type.name)}"` : '';
    const attributeText = [...attributes].map(([key, value]) => ` ${key}="${(0,_escape_xml_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeXml */ .X)(value)}"`);
    const content = children.length > 0 ? children.map(renderXml).join('') : (0,_escape_xml_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeXml */ .X)(element.text);
    return `<${name}${typeText}${attributeText.join('')}>${content}</${name}>`;
}
/** First child of that name. */
function child(element, name) {
    return element?.children.find((candidate) => candidate.name === name);
}
/** All children of that name; a list in vim25 is its element repeated. */
function childrenNamed(element, name) {
    return element?.children.filter((candidate) => candidate.name === name) ?? [];
}
/** Text at the end of a path of names such as `config.flags.diskUuidEnabled`; undefined when a step is missing. */
function textAt(element, path) {
    return path.split('.').reduce(child, element)?.text;
}
function otherAttributes(tag) {
    const others = Object.values(tag.attributes).filter(({ uri, prefix, name }) => uri !== INSTANCE_NAMESPACE && prefix !== 'xmlns' && name !== 'xmlns');
    return new Map(others.map(({ local, value }) => [local, value]));
}
/** The `type` attribute in whatever prefix the server bound to the namespace of XML Schema's instances. */
function typeOf(tag, resolve) {
    const attributes = Object.values(tag.attributes);
    const value = attributes.find(({ uri, local }) => uri === INSTANCE_NAMESPACE && local === 'type')?.value.trim();
    if (value === undefined)
        return undefined;
    const [prefix = '', name] = value.split(':');
    if (name === undefined)
        return { name: value, schema: false };
    return { name, schema: resolve(prefix) === SCHEMA_NAMESPACE };
}


/***/ })

};
