export const id = 2920;
export const ids = [2920];
export const modules = {

/***/ 22920:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ openDiskIn),
/* harmony export */   U: () => (/* binding */ openDisk)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/* harmony import */ var _files_byte_source_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58018);
/* harmony import */ var _raw_disk_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25604);
/* harmony import */ var _recognise_format_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(22847);
/* harmony import */ var _vhd_vhd_disk_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(56851);
/* harmony import */ var _vhdx_vhdx_disk_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(54961);
/* harmony import */ var _vmdk_vmdk_descriptor_disk_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5447);
/* harmony import */ var _vmdk_vmdk_sparse_disk_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(42401);
/** Opens a disk image for reading, whatever its format. */








/**
 * Opens raw, VHD, VHDX and VMDK images. The format is told by the bytes, not by the name.
 * @param findStored asked for the holes of raw images, fixed VHDs and flat extents, whose formats do not tell what is empty
 * @throws UserError file-missing; disk-format-unknown for a format that is not read here; disk-format-unsupported for a disk that is
 *   refused on purpose, such as one that is only complete with another; disk-invalid; FormatError when the image is damaged
 */
async function openDisk(path, findStored) {
    const source = await (0,_files_byte_source_js__WEBPACK_IMPORTED_MODULE_1__/* .openFileSource */ .Sd)(path, findStored);
    try {
        return await openDiskIn(source, findStored);
    }
    catch (error) {
        await source.close();
        throw error;
    }
}
/** The disk whose image `source` holds; closing the disk closes the source. Throws as `openDisk`, leaving the source open. */
async function openDiskIn(source, findStored) {
    const format = await (0,_recognise_format_js__WEBPACK_IMPORTED_MODULE_3__/* .recogniseFormat */ .b)(source);
    switch (format) {
        case 'vhd':
            return (0,_vhd_vhd_disk_js__WEBPACK_IMPORTED_MODULE_4__/* .openVhd */ .Ln)(source);
        case 'vhdx':
            return (0,_vhdx_vhdx_disk_js__WEBPACK_IMPORTED_MODULE_5__/* .openVhdx */ .xN)(source);
        case 'vmdk-sparse':
            return (0,_vmdk_vmdk_sparse_disk_js__WEBPACK_IMPORTED_MODULE_7__/* .openVmdkSparse */ .LV)(source);
        case 'vmdk-descriptor':
            return (0,_vmdk_vmdk_descriptor_disk_js__WEBPACK_IMPORTED_MODULE_6__/* .openVmdkDescriptor */ .WW)(source, findStored);
        case 'raw':
            (0,_raw_disk_js__WEBPACK_IMPORTED_MODULE_2__/* .assertWholeSectors */ .j7)(source);
            return (0,_raw_disk_js__WEBPACK_IMPORTED_MODULE_2__/* .rawDisk */ .w7)(source);
        case 'tar':
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('disk-format-unknown', `${source.path} is an archive, not a disk image`, 'Unpack it first.');
        default:
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('disk-format-unknown', `${source.path} is ${format.foreign}, which is not read here`, format.hint);
    }
}


/***/ }),

/***/ 22847:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ recogniseFormat)
/* harmony export */ });
/* harmony import */ var _vhd_vhd_footer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23677);
/** Tells the format of a disk image by its bytes; names lie. */

const CONVERT = 'Convert it to VHDX, VHD, raw or VMDK first, for example with: qemu-img convert -O raw <image> <image>.raw';
const UNPACK = 'Unpack it and give the disk image inside.';
const FOREIGN = [
    ['QFI\xfb\0\0\0\x01', 0, { foreign: 'a QCOW image', hint: CONVERT, qemu: 'qcow' }],
    ['QFI\xfb', 0, { foreign: 'a QCOW2 image', hint: CONVERT, qemu: 'qcow2' }],
    ['QED\0', 0, { foreign: 'a QED image', hint: CONVERT, qemu: 'qed' }],
    ['\x7f\x10\xda\xbe', 0x40, { foreign: 'a VirtualBox VDI image', hint: CONVERT, qemu: 'vdi' }],
    [
        'COWD',
        0,
        { foreign: 'a COWD sparse disk of an old ESX', hint: 'Clone it with vmkfstools -i, or export the VM as OVA.' },
    ],
    [
        'SE SPARSE',
        0,
        { foreign: 'an SESparse snapshot disk', hint: 'Consolidate the snapshots and export the VM as OVA.' },
    ],
    ['WithoutFreeSpace', 0, { foreign: 'a Parallels disk', hint: CONVERT, qemu: 'parallels' }],
    ['WithouFreSpacExt', 0, { foreign: 'a Parallels disk', hint: CONVERT, qemu: 'parallels' }],
    ['LUKS\xba\xbe', 0, { foreign: 'a LUKS-encrypted disk', hint: 'Decrypt it first.' }],
    [
        '<?xml',
        0,
        { foreign: 'an XML file, such as an OVF descriptor', hint: 'Give the OVA, or the disk beside the descriptor.' },
    ],
    ['MSWIM\0\0\0', 0, { foreign: 'a WIM file', hint: 'Give it to build-vhd: a WIM holds files, not a disk.' }],
    ['CD001', 32769, { foreign: 'an ISO image', hint: 'Give it to build-vhd: an ISO holds media, not a disk.' }],
    ['PK\x03\x04', 0, { foreign: 'a ZIP archive', hint: UNPACK }],
    ['7z\xbc\xaf\x27\x1c', 0, { foreign: 'a 7-Zip archive', hint: UNPACK }],
    ['\x1f\x8b\x08', 0, { foreign: 'a gzip-compressed file', hint: UNPACK }],
    ['\xfd7zXZ\0', 0, { foreign: 'an xz-compressed file', hint: UNPACK }],
    ['\x28\xb5\x2f\xfd', 0, { foreign: 'a zstd-compressed file', hint: UNPACK }],
];
const HEAD_BYTES = 512;
/** Reads at most four sectors. */
async function recogniseFormat(source) {
    const head = await readUpTo(source, 0, HEAD_BYTES);
    const starts = (signature) => head.toString('latin1', 0, signature.length) === signature;
    if (starts('KDMV'))
        return 'vmdk-sparse';
    if (starts('vhdxfile'))
        return 'vhdx';
    if (starts('# Disk DescriptorFile'))
        return 'vmdk-descriptor';
    if (starts(_vhd_vhd_footer_js__WEBPACK_IMPORTED_MODULE_0__/* .VHD_COOKIE */ .um))
        return 'vhd';
    if (isTarHeader(head))
        return 'tar';
    const foot = await readUpTo(source, source.size - _vhd_vhd_footer_js__WEBPACK_IMPORTED_MODULE_0__/* .VHD_FOOTER_BYTES */ .tO, _vhd_vhd_footer_js__WEBPACK_IMPORTED_MODULE_0__/* .VHD_FOOTER_BYTES */ .tO);
    if (foot.toString('latin1', 0, _vhd_vhd_footer_js__WEBPACK_IMPORTED_MODULE_0__/* .VHD_COOKIE */ .um.length) === _vhd_vhd_footer_js__WEBPACK_IMPORTED_MODULE_0__/* .VHD_COOKIE */ .um)
        return 'vhd';
    for (const [signature, at, foreign] of FOREIGN) {
        const bytes = at + signature.length <= HEAD_BYTES ? head.subarray(at) : await readUpTo(source, at, signature.length);
        if (bytes.toString('latin1', 0, signature.length) === signature)
            return foreign;
    }
    return 'raw';
}
/** By its magic; archives as tar of version 7 wrote them have none, but as all have the sum of their header in it. */
function isTarHeader(head) {
    if (head.toString('latin1', 257, 262) === 'ustar')
        return true;
    const digits = /^ *([0-7]+)[ \0]/.exec(head.toString('latin1', 148, 156))?.[1];
    if (head.length < HEAD_BYTES || digits === undefined || head[0] === 0)
        return false;
    const sum = head.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 0x20 : byte), 0);
    return Number.parseInt(digits, 8) === sum;
}
async function readUpTo(source, offset, length) {
    if (offset < 0 || offset >= source.size)
        return Buffer.alloc(0);
    return source.read(offset, Math.min(length, source.size - offset));
}


/***/ }),

/***/ 56851:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HT: () => (/* binding */ vhdMapping),
/* harmony export */   Hc: () => (/* binding */ readVhdDynamicHeader),
/* harmony export */   Ln: () => (/* binding */ openVhd),
/* harmony export */   jM: () => (/* binding */ vhdTable),
/* harmony export */   yT: () => (/* binding */ readVhdFooter)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/* harmony import */ var _files_byte_source_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58018);
/* harmony import */ var _mapped_disk_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(80481);
/* harmony import */ var _raw_disk_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(25604);
/* harmony import */ var _table_reader_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(58488);
/* harmony import */ var _vhd_dynamic_header_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(27243);
/* harmony import */ var _vhd_footer_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(23677);
/** Reads fixed and dynamic VHDs. */







const SECTOR = 512;
/** @throws FormatError when a structure is wrong, UserError disk-format-unsupported for a differencing disk */
async function openVhd(source) {
    const footer = await readVhdFooter(source);
    if (footer.headerOffset === undefined) {
        return (0,_raw_disk_js__WEBPACK_IMPORTED_MODULE_3__/* .rawDisk */ .w7)((0,_files_byte_source_js__WEBPACK_IMPORTED_MODULE_1__/* .windowOf */ .Ou)(source, 0, footer.size), 'vhd-fixed');
    }
    const header = await readVhdDynamicHeader(source, footer);
    return (0,_mapped_disk_js__WEBPACK_IMPORTED_MODULE_2__/* .mappedDisk */ .B)(vhdMapping(source, footer, header, vhdTable(source, header)));
}
/** How a dynamic VHD maps its blocks. */
function vhdMapping(source, footer, header, table) {
    const bitmapBytes = (0,_vhd_dynamic_header_js__WEBPACK_IMPORTED_MODULE_5__/* .vhdBitmapBytes */ .$t)(header.blockSize);
    return {
        size: footer.size,
        format: 'vhd-dynamic',
        source,
        blockSize: header.blockSize,
        // The sector bitmap is not asked: a block's sectors never written are zeros in the file, and no reader in use masks by it.
        locate: async (block) => {
            const { page, at } = await table.entry(block);
            const sector = page.readUInt32BE(at);
            return sector === _vhd_dynamic_header_js__WEBPACK_IMPORTED_MODULE_5__/* .VHD_BLOCK_ABSENT */ .By ? undefined : sector * SECTOR + bitmapBytes;
        },
    };
}
/**
 * The footer at the end of the file or, where that one is damaged, its copy at the start of a dynamic disk.
 * @throws FormatError when neither is right, UserError for a differencing disk
 */
async function readVhdFooter(source) {
    const end = source.size - _vhd_footer_js__WEBPACK_IMPORTED_MODULE_6__/* .VHD_FOOTER_BYTES */ .tO;
    if (end < 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatError */ .IF(source.path, 0, 'a VHD of at least 512 bytes', `${source.size} bytes`);
    let footer;
    try {
        footer = (0,_vhd_footer_js__WEBPACK_IMPORTED_MODULE_6__/* .decodeVhdFooter */ .Ow)(await source.read(end, _vhd_footer_js__WEBPACK_IMPORTED_MODULE_6__/* .VHD_FOOTER_BYTES */ .tO), source.path, end);
    }
    catch (error) {
        const copy = await source.read(0, _vhd_footer_js__WEBPACK_IMPORTED_MODULE_6__/* .VHD_FOOTER_BYTES */ .tO);
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatError */ .IF) || copy.toString('latin1', 0, 8) !== _vhd_footer_js__WEBPACK_IMPORTED_MODULE_6__/* .VHD_COOKIE */ .um)
            throw error;
        footer = (0,_vhd_footer_js__WEBPACK_IMPORTED_MODULE_6__/* .decodeVhdFooter */ .Ow)(copy, source.path, 0);
    }
    if (footer.type === 'differencing') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('disk-format-unsupported', `${source.path} is a differencing VHD: it only holds what changed against a parent`, 'Merge it into its parent first (Merge-VHD or diskpart "merge vdisk") and give the merged disk.');
    }
    if (footer.type === 'fixed' && footer.size > end) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatError */ .IF(source.path, end, `a fixed VHD of ${footer.size} bytes and its footer`, `${source.size} bytes`);
    }
    return footer;
}
/** @throws FormatError when the header is damaged or its table too short for the disk */
async function readVhdDynamicHeader(source, footer) {
    const offset = footer.headerOffset ?? 0;
    const header = (0,_vhd_dynamic_header_js__WEBPACK_IMPORTED_MODULE_5__/* .decodeVhdDynamicHeader */ .dK)(await source.read(offset, _vhd_dynamic_header_js__WEBPACK_IMPORTED_MODULE_5__/* .VHD_DYNAMIC_HEADER_BYTES */ .rJ), source.path, offset);
    const needed = Math.ceil(footer.size / header.blockSize);
    if (header.tableEntries < needed) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatError */ .IF(source.path, offset + 28, `${needed} blocks for the disk's size`, `${header.tableEntries}`);
    }
    return header;
}
/** @throws FormatError when the table does not lie within the file */
function vhdTable(source, header) {
    return new _table_reader_js__WEBPACK_IMPORTED_MODULE_4__/* .TableReader */ .k(source, header.tableOffset, header.tableEntries, 4);
}


/***/ }),

/***/ 27243:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ vhdBitmapBytes),
/* harmony export */   By: () => (/* binding */ VHD_BLOCK_ABSENT),
/* harmony export */   Jq: () => (/* binding */ encodeVhdDynamicHeader),
/* harmony export */   dK: () => (/* binding */ decodeVhdDynamicHeader),
/* harmony export */   rJ: () => (/* binding */ VHD_DYNAMIC_HEADER_BYTES)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/* harmony import */ var _vhd_footer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23677);
/** The header of a dynamic VHD (specification version 1.0, "Dynamic Disk Header Format"). */


const VHD_DYNAMIC_HEADER_BYTES = 1024;
/** A block that is not stored, in the block allocation table. */
const VHD_BLOCK_ABSENT = 0xffffffff;
const COOKIE = 'cxsparse';
const VERSION = 0x00010000;
const SECTOR = 512;
/** Windows writes 512 KiB or 2 MiB; a larger one than this is a damaged header. */
const MAX_BLOCK_BYTES = 256 * 2 ** 20;
/** @throws FormatError for a wrong cookie, checksum, version or block size */
function decodeVhdDynamicHeader(bytes, file, offset) {
    const fail = (at, expected, found) => new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatError */ .IF(file, offset + at, expected, String(found));
    const cookie = bytes.toString('latin1', 0, 8);
    if (cookie !== COOKIE)
        throw fail(0, `dynamic disk header "${COOKIE}"`, JSON.stringify(cookie));
    const stored = bytes.readUInt32BE(36);
    const computed = (0,_vhd_footer_js__WEBPACK_IMPORTED_MODULE_1__/* .vhdChecksum */ .om)(bytes.subarray(0, VHD_DYNAMIC_HEADER_BYTES), 36);
    if (stored !== computed)
        throw fail(36, `header checksum ${computed}`, stored);
    if (bytes.readUInt32BE(24) !== VERSION)
        throw fail(24, `header version ${VERSION}`, bytes.readUInt32BE(24));
    const blockSize = bytes.readUInt32BE(32);
    const powerOfTwo = (blockSize & (blockSize - 1)) === 0;
    if (blockSize < SECTOR || blockSize > MAX_BLOCK_BYTES || !powerOfTwo) {
        throw fail(32, 'a block size that is a power of two from 512 bytes to 256 MiB', blockSize);
    }
    const tableOffset = Number(bytes.readBigUInt64BE(16));
    if (!Number.isSafeInteger(tableOffset))
        throw fail(16, 'the offset of the block allocation table', tableOffset);
    return { tableOffset, tableEntries: bytes.readUInt32BE(28), blockSize };
}
function encodeVhdDynamicHeader(header) {
    const bytes = Buffer.alloc(VHD_DYNAMIC_HEADER_BYTES);
    bytes.write(COOKIE, 0, 'latin1');
    bytes.fill(0xff, 8, 16);
    bytes.writeBigUInt64BE(BigInt(header.tableOffset), 16);
    bytes.writeUInt32BE(VERSION, 24);
    bytes.writeUInt32BE(header.tableEntries, 28);
    bytes.writeUInt32BE(header.blockSize, 32);
    bytes.writeUInt32BE((0,_vhd_footer_js__WEBPACK_IMPORTED_MODULE_1__/* .vhdChecksum */ .om)(bytes, 36), 36);
    return bytes;
}
/** Bytes of the sector bitmap in front of each block's data, padded to whole sectors. */
function vhdBitmapBytes(blockSize) {
    return Math.ceil(blockSize / SECTOR / 8 / SECTOR) * SECTOR;
}


/***/ }),

/***/ 23677:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A3: () => (/* binding */ encodeVhdFooter),
/* harmony export */   Ow: () => (/* binding */ decodeVhdFooter),
/* harmony export */   om: () => (/* binding */ vhdChecksum),
/* harmony export */   tO: () => (/* binding */ VHD_FOOTER_BYTES),
/* harmony export */   um: () => (/* binding */ VHD_COOKIE)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/** The VHD footer (Microsoft, "Virtual Hard Disk Image Format Specification", version 1.0, "Hard Disk Footer Format"). */

const VHD_FOOTER_BYTES = 512;
const VHD_COOKIE = 'conectix';
/** The data offset of a fixed disk, which has no further header. */
const NO_DATA_OFFSET = 0xffffffffffffffffn;
const FORMAT_VERSION = 0x00010000;
const FEATURES_RESERVED = 2;
/** Seconds from 1970 to 2000-01-01, the epoch of VHD time stamps. */
const VHD_EPOCH = 946684800;
const SECTOR = 512;
/** The largest geometry that fits: 65535 cylinders, 16 heads, 255 sectors. */
const MAX_CHS_SECTORS = 65535 * 16 * 255;
const DISK_TYPES = { fixed: 2, dynamic: 3, differencing: 4 };
/**
 * @param file and offset where the bytes were read, for the message
 * @throws FormatError for a wrong cookie, checksum, version, type or size
 */
function decodeVhdFooter(bytes, file, offset) {
    const fail = (at, expected, found) => new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatError */ .IF(file, offset + at, expected, found);
    const cookie = bytes.toString('latin1', 0, 8);
    if (cookie !== VHD_COOKIE)
        throw fail(0, `VHD footer "${VHD_COOKIE}"`, JSON.stringify(cookie));
    const stored = bytes.readUInt32BE(64);
    const computed = vhdChecksum(bytes.subarray(0, VHD_FOOTER_BYTES), 64);
    if (stored !== computed)
        throw fail(64, `footer checksum ${hex(computed)}`, hex(stored));
    const version = bytes.readUInt32BE(12);
    if (version >>> 16 !== FORMAT_VERSION >>> 16)
        throw fail(12, 'VHD version 1', hex(version));
    const typeCode = bytes.readUInt32BE(60);
    const type = Object.keys(DISK_TYPES).find((name) => DISK_TYPES[name] === typeCode);
    if (!type)
        throw fail(60, 'disk type 2, 3 or 4', String(typeCode));
    const creator = bytes.toString('latin1', 28, 32);
    const size = guestSize(creator, bytes);
    if (!Number.isSafeInteger(size) || size === 0 || size % SECTOR !== 0) {
        throw fail(48, 'a size of whole sectors', String(size));
    }
    const dataOffset = bytes.readBigUInt64BE(16);
    if (type !== 'fixed' && dataOffset > BigInt(Number.MAX_SAFE_INTEGER)) {
        throw fail(16, 'the offset of the dynamic header', `0x${dataOffset.toString(16)}`);
    }
    return {
        type,
        size,
        headerOffset: type === 'fixed' ? undefined : Number(dataOffset),
        timestamp: bytes.readUInt32BE(24) + VHD_EPOCH,
        creator,
        uuid: Buffer.from(bytes.subarray(68, 84)),
    };
}
/** The creator is Windows', because readers then take the exact size and not the one rounded to the geometry. */
function encodeVhdFooter(footer) {
    const bytes = Buffer.alloc(VHD_FOOTER_BYTES);
    bytes.write(VHD_COOKIE, 0, 'latin1');
    bytes.writeUInt32BE(FEATURES_RESERVED, 8);
    bytes.writeUInt32BE(FORMAT_VERSION, 12);
    bytes.writeBigUInt64BE(footer.headerOffset === undefined ? NO_DATA_OFFSET : BigInt(footer.headerOffset), 16);
    bytes.writeUInt32BE(Math.max(0, Math.min(footer.timestamp - VHD_EPOCH, 0xffffffff)), 24);
    bytes.write(footer.creator, 28, 4, 'latin1');
    bytes.writeUInt32BE(0x000a0000, 32);
    bytes.write('Wi2k', 36, 'latin1');
    bytes.writeBigUInt64BE(BigInt(footer.size), 40);
    bytes.writeBigUInt64BE(BigInt(footer.size), 48);
    const { cylinders, heads, sectorsPerTrack } = vhdGeometry(footer.size);
    bytes.writeUInt16BE(cylinders, 56);
    bytes.writeUInt8(heads, 58);
    bytes.writeUInt8(sectorsPerTrack, 59);
    bytes.writeUInt32BE(DISK_TYPES[footer.type], 60);
    bytes.set(footer.uuid, 68);
    bytes.writeUInt32BE(vhdChecksum(bytes, 64), 64);
    return bytes;
}
/** Ones' complement of the sum of all bytes but the checksum itself, for footer and dynamic header alike. */
function vhdChecksum(bytes, checksumOffset) {
    let sum = 0;
    for (let at = 0; at < bytes.length; at++) {
        if (at < checksumOffset || at >= checksumOffset + 4)
            sum += bytes[at] ?? 0;
    }
    return ~sum >>> 0;
}
/** The geometry of a disk of this size (specification, appendix "CHS Calculation"). */
function vhdGeometry(size) {
    const sectors = Math.min(Math.floor(size / SECTOR), MAX_CHS_SECTORS);
    if (sectors >= 65535 * 16 * 63) {
        return { cylinders: Math.floor(sectors / (255 * 16)), heads: 16, sectorsPerTrack: 255 };
    }
    let sectorsPerTrack = 17;
    let tracks = Math.floor(sectors / 17);
    let heads = Math.max(4, Math.floor((tracks + 1023) / 1024));
    if (tracks >= heads * 1024 || heads > 16) {
        [sectorsPerTrack, heads, tracks] = [31, 16, Math.floor(sectors / 31)];
    }
    if (tracks >= heads * 1024) {
        [sectorsPerTrack, heads, tracks] = [63, 16, Math.floor(sectors / 63)];
    }
    return { cylinders: Math.floor(tracks / heads), heads, sectorsPerTrack };
}
/**
 * Virtual PC (and qemu under its first name) shows the guest the size of the geometry, everyone else the size field
 * (the same table as in qemu's block/vpc.c). A geometry at its maximum says nothing about the size.
 */
function guestSize(creator, bytes) {
    const size = Number(bytes.readBigUInt64BE(48));
    const chsSectors = bytes.readUInt16BE(56) * bytes.readUInt8(58) * bytes.readUInt8(59);
    const byGeometry = (creator === 'vpc ' || creator === 'qemu') && chsSectors > 0 && chsSectors < MAX_CHS_SECTORS;
    return byGeometry ? chsSectors * SECTOR : size;
}
function hex(value) {
    return `0x${value.toString(16).padStart(8, '0')}`;
}


/***/ }),

/***/ 78970:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cg: () => (/* binding */ VHDX_ENTRY_BYTES),
/* harmony export */   De: () => (/* binding */ vhdxEntryIndex),
/* harmony export */   O4: () => (/* binding */ VHDX_FULLY_PRESENT),
/* harmony export */   PT: () => (/* binding */ VHDX_ALIGNMENT),
/* harmony export */   fM: () => (/* binding */ encodeVhdxEntry)
/* harmony export */ });
/** The block allocation table of a VHDX (MS-VHDX, section 2.2.5): an entry of eight bytes a block, little-endian. */
const VHDX_ENTRY_BYTES = 8;
/** Payload blocks, regions and the log lie on multiples of it. */
const VHDX_ALIGNMENT = 2 ** 20;
/** A payload block that is in the file (2.2.5.1). */
const VHDX_FULLY_PRESENT = 6;
/** Sectors that one block of sector bitmaps covers, 1 MiB of bits; the payload blocks of so many sectors make a chunk. */
const CHUNK_SECTORS = 2 ** 23;
/** Index of a payload block's entry: after every chunk stands the entry of a sector bitmap, which only differencing disks have. */
function vhdxEntryIndex(block, { blockSize, sectorSize }) {
    return block + Math.floor(block / ((CHUNK_SECTORS * sectorSize) / blockSize));
}
/** @param offset of the block in the file, a multiple of 1 MiB */
function encodeVhdxEntry(offset) {
    const entry = Buffer.alloc(VHDX_ENTRY_BYTES);
    entry.writeBigUInt64LE((BigInt(offset / VHDX_ALIGNMENT) << 20n) | BigInt(VHDX_FULLY_PRESENT));
    return entry;
}


/***/ }),

/***/ 54961:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   vA: () => (/* binding */ vhdxMapping),
/* harmony export */   xM: () => (/* binding */ readVhdxFile),
/* harmony export */   xN: () => (/* binding */ openVhdx)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/* harmony import */ var _mapped_disk_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80481);
/* harmony import */ var _table_reader_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58488);
/* harmony import */ var _vhdx_block_table_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(78970);
/* harmony import */ var _vhdx_header_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(87001);
/* harmony import */ var _vhdx_metadata_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(76429);
/** Reads VHDX disks, fixed and dynamic. */






/** States of a payload block (MS-VHDX, section 2.2.5.1). Those of a disk without a parent that hold no data read as zeros. */
const STATES_WITHOUT_DATA = [0, 1, 2, 3];
/** Bytes that follow the metadata table and hold the items; Windows and qemu use a few dozen. */
const METADATA_ITEM_BYTES = 64 * 1024;
/** @throws FormatError for a damaged structure; UserError disk-invalid for a dirty log, disk-format-unsupported for a differencing disk */
async function openVhdx(source) {
    return (0,_mapped_disk_js__WEBPACK_IMPORTED_MODULE_1__/* .mappedDisk */ .B)(vhdxMapping(source, await readVhdxFile(source)));
}
/** Throws as `openVhdx`. */
async function readVhdxFile(source) {
    const { header, headerOffset } = await currentHeader(source);
    if (header.logGuid !== _vhdx_header_js__WEBPACK_IMPORTED_MODULE_3__/* .ZERO_GUID */ .Bi) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('disk-invalid', `${source.path} was not closed cleanly: its log holds changes that are not in place yet`, 'Let its log be replayed once: attach and detach it in Windows (Mount-VHD, Dismount-VHD) or run qemu-img check -r all on it.');
    }
    const regions = await firstValid(_vhdx_header_js__WEBPACK_IMPORTED_MODULE_3__/* .VHDX_REGION_OFFSETS */ .DG, async (offset) => (0,_vhdx_header_js__WEBPACK_IMPORTED_MODULE_3__/* .decodeVhdxRegions */ .Yg)(await source.read(offset, _vhdx_header_js__WEBPACK_IMPORTED_MODULE_3__/* .VHDX_REGION_TABLE_BYTES */ .dJ), source.path, offset));
    const metadataRegion = region(source, regions, _vhdx_header_js__WEBPACK_IMPORTED_MODULE_3__/* .VHDX_METADATA_REGION */ .KJ, 'metadata');
    const metadataBytes = Math.min(metadataRegion.length, _vhdx_metadata_js__WEBPACK_IMPORTED_MODULE_4__/* .VHDX_METADATA_TABLE_BYTES */ .q1 + METADATA_ITEM_BYTES);
    if (metadataBytes < _vhdx_metadata_js__WEBPACK_IMPORTED_MODULE_4__/* .VHDX_METADATA_TABLE_BYTES */ .q1) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatError */ .IF(source.path, metadataRegion.offset, 'a metadata region of 64 KiB', `${metadataBytes} bytes`);
    }
    const metadata = (0,_vhdx_metadata_js__WEBPACK_IMPORTED_MODULE_4__/* .decodeVhdxMetadata */ .q0)(await source.read(metadataRegion.offset, metadataBytes), source.path, metadataRegion.offset);
    const entryIndex = (block) => (0,_vhdx_block_table_js__WEBPACK_IMPORTED_MODULE_5__/* .vhdxEntryIndex */ .De)(block, metadata);
    const blocks = Math.ceil(metadata.diskSize / metadata.blockSize);
    const entries = entryIndex(blocks - 1) + 1;
    const bat = region(source, regions, _vhdx_header_js__WEBPACK_IMPORTED_MODULE_3__/* .VHDX_BAT_REGION */ .C2, 'block allocation table');
    if (entries * _vhdx_block_table_js__WEBPACK_IMPORTED_MODULE_5__/* .VHDX_ENTRY_BYTES */ .Cg > bat.length) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatError */ .IF(source.path, bat.offset, `a table of ${entries} entries`, `${bat.length} bytes`);
    }
    const table = new _table_reader_js__WEBPACK_IMPORTED_MODULE_2__/* .TableReader */ .k(source, bat.offset, entries, _vhdx_block_table_js__WEBPACK_IMPORTED_MODULE_5__/* .VHDX_ENTRY_BYTES */ .Cg);
    return { header, headerOffset, metadata, table, tableOffset: bat.offset, entryIndex };
}
function vhdxMapping(source, { metadata, table, tableOffset, entryIndex }) {
    return {
        size: metadata.diskSize,
        format: 'vhdx',
        source,
        blockSize: metadata.blockSize,
        sectorSize: metadata.sectorSize,
        locate: async (block) => {
            const index = entryIndex(block);
            const { page, at } = await table.entry(index);
            const state = page.readUInt8(at) & 7;
            if (STATES_WITHOUT_DATA.includes(state))
                return undefined;
            const offset = (page.readUInt32LE(at + 4) * 2 ** 12 + (page.readUInt32LE(at) >>> 20)) * _vhdx_block_table_js__WEBPACK_IMPORTED_MODULE_5__/* .VHDX_ALIGNMENT */ .PT;
            if (state !== _vhdx_block_table_js__WEBPACK_IMPORTED_MODULE_5__/* .VHDX_FULLY_PRESENT */ .O4 || offset === 0 || !Number.isSafeInteger(offset)) {
                const found = `state ${state} at ${offset}`;
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatError */ .IF(source.path, tableOffset + index * _vhdx_block_table_js__WEBPACK_IMPORTED_MODULE_5__/* .VHDX_ENTRY_BYTES */ .Cg, 'the state of a payload block', found);
            }
            return offset;
        },
    };
}
async function currentHeader(source) {
    let current;
    let problem;
    for (const headerOffset of _vhdx_header_js__WEBPACK_IMPORTED_MODULE_3__/* .VHDX_HEADER_OFFSETS */ .gs) {
        try {
            const header = (0,_vhdx_header_js__WEBPACK_IMPORTED_MODULE_3__/* .decodeVhdxHeader */ .Cs)(await source.read(headerOffset, _vhdx_header_js__WEBPACK_IMPORTED_MODULE_3__/* .VHDX_HEADER_BYTES */ .jD), source.path, headerOffset);
            if (!current || header.sequence > current.header.sequence)
                current = { header, headerOffset };
        }
        catch (error) {
            if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatError */ .IF))
                throw error;
            problem ??= error;
        }
    }
    if (!current)
        throw problem ?? new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatError */ .IF(source.path, 0, 'a VHDX header', 'none');
    return current;
}
/** What stands twice in the file, from the first copy that is whole. */
async function firstValid(offsets, read) {
    try {
        return await read(offsets[0]);
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatError */ .IF))
            throw error;
        return read(offsets[1]).catch((second) => {
            throw second instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatError */ .IF ? error : second;
        });
    }
}
function region(source, regions, guid, what) {
    const found = regions.get(guid);
    if (found && found.offset + found.length <= source.size)
        return found;
    const place = found ? `${found.offset} to ${found.offset + found.length}` : 'none';
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatError */ .IF(source.path, _vhdx_header_js__WEBPACK_IMPORTED_MODULE_3__/* .VHDX_REGION_OFFSETS */ .DG[0], `the ${what} region within the file`, place);
}


/***/ }),

/***/ 87001:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Aj: () => (/* binding */ encodeVhdxHeader),
/* harmony export */   Bi: () => (/* binding */ ZERO_GUID),
/* harmony export */   C2: () => (/* binding */ VHDX_BAT_REGION),
/* harmony export */   Cs: () => (/* binding */ decodeVhdxHeader),
/* harmony export */   DG: () => (/* binding */ VHDX_REGION_OFFSETS),
/* harmony export */   KJ: () => (/* binding */ VHDX_METADATA_REGION),
/* harmony export */   Yg: () => (/* binding */ decodeVhdxRegions),
/* harmony export */   dJ: () => (/* binding */ VHDX_REGION_TABLE_BYTES),
/* harmony export */   eH: () => (/* binding */ encodeVhdxIdentifier),
/* harmony export */   gs: () => (/* binding */ VHDX_HEADER_OFFSETS),
/* harmony export */   jD: () => (/* binding */ VHDX_HEADER_BYTES),
/* harmony export */   ml: () => (/* binding */ encodeVhdxRegions)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/* harmony import */ var _crc32_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56653);
/* harmony import */ var _guid_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85801);
/** File identifier, headers and region table of a VHDX (MS-VHDX, sections 2.2.1 to 2.2.3). Offsets are bytes, numbers little-endian. */



/** What a VHDX begins with. */
const FILE_SIGNATURE = 'vhdxfile';
/** The name of what made the file, for people (MS-VHDX 2.2.1); no reader goes by it. */
const CREATOR = 'Stillframe';
/** The two headers; the valid one with the higher sequence number is current. */
const VHDX_HEADER_OFFSETS = [64 * 1024, 128 * 1024];
const VHDX_HEADER_BYTES = 4096;
const VHDX_REGION_OFFSETS = [192 * 1024, 256 * 1024];
const VHDX_REGION_TABLE_BYTES = 64 * 1024;
const VHDX_BAT_REGION = '2dc27766-f623-4200-9d64-115e9bfd4a08';
const VHDX_METADATA_REGION = '8b7ca206-4790-4b9a-b8fe-575f050f886e';
const ZERO_GUID = '00000000-0000-0000-0000-000000000000';
const MAX_REGIONS = 2047;
const REGION_ENTRY_BYTES = 32;
const REGION_REQUIRED = 1;
/** The file identifier, at the start of the file. */
function encodeVhdxIdentifier() {
    return Buffer.concat([Buffer.from(FILE_SIGNATURE, 'latin1'), Buffer.from(CREATOR, 'utf16le')]);
}
/** @throws FormatError for a wrong signature, CRC or version */
function decodeVhdxHeader(bytes, file, offset) {
    assertSigned(bytes.subarray(0, VHDX_HEADER_BYTES), 'head', file, offset);
    const version = bytes.readUInt16LE(66);
    if (version !== 1)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatError */ .IF(file, offset + 66, 'VHDX version 1', String(version));
    return {
        sequence: bytes.readBigUInt64LE(8),
        fileWriteGuid: (0,_guid_js__WEBPACK_IMPORTED_MODULE_2__/* .formatGuid */ .R1)(bytes, 16),
        dataWriteGuid: (0,_guid_js__WEBPACK_IMPORTED_MODULE_2__/* .formatGuid */ .R1)(bytes, 32),
        logGuid: (0,_guid_js__WEBPACK_IMPORTED_MODULE_2__/* .formatGuid */ .R1)(bytes, 48),
        logVersion: bytes.readUInt16LE(64),
        logLength: bytes.readUInt32LE(68),
        logOffset: Number(bytes.readBigUInt64LE(72)),
    };
}
function encodeVhdxHeader(header) {
    const bytes = Buffer.alloc(VHDX_HEADER_BYTES);
    bytes.write('head', 0, 'latin1');
    bytes.writeBigUInt64LE(header.sequence, 8);
    bytes.set((0,_guid_js__WEBPACK_IMPORTED_MODULE_2__/* .parseGuid */ .J)(header.fileWriteGuid), 16);
    bytes.set((0,_guid_js__WEBPACK_IMPORTED_MODULE_2__/* .parseGuid */ .J)(header.dataWriteGuid), 32);
    bytes.set((0,_guid_js__WEBPACK_IMPORTED_MODULE_2__/* .parseGuid */ .J)(header.logGuid), 48);
    bytes.writeUInt16LE(header.logVersion, 64);
    bytes.writeUInt16LE(1, 66);
    bytes.writeUInt32LE(header.logLength, 68);
    bytes.writeBigUInt64LE(BigInt(header.logOffset), 72);
    bytes.writeUInt32LE((0,_crc32_js__WEBPACK_IMPORTED_MODULE_1__/* .crc32c */ .d)(bytes), 4);
    return bytes;
}
/** Regions by GUID. @throws FormatError for a wrong signature or CRC, and for a required region that is not known */
function decodeVhdxRegions(bytes, file, offset) {
    assertSigned(bytes.subarray(0, VHDX_REGION_TABLE_BYTES), 'regi', file, offset);
    const count = bytes.readUInt32LE(8);
    if (count > MAX_REGIONS)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatError */ .IF(file, offset + 8, `at most ${MAX_REGIONS} regions`, String(count));
    const regions = new Map();
    for (let index = 0; index < count; index++) {
        const at = 16 + index * REGION_ENTRY_BYTES;
        const guid = (0,_guid_js__WEBPACK_IMPORTED_MODULE_2__/* .formatGuid */ .R1)(bytes, at);
        const region = { offset: Number(bytes.readBigUInt64LE(at + 16)), length: bytes.readUInt32LE(at + 24) };
        const required = (bytes.readUInt32LE(at + 28) & REGION_REQUIRED) !== 0;
        if (required && guid !== VHDX_BAT_REGION && guid !== VHDX_METADATA_REGION) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatError */ .IF(file, offset + at, 'only required regions known here', guid);
        }
        if (!Number.isSafeInteger(region.offset)) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatError */ .IF(file, offset + at + 16, 'the offset of a region', String(region.offset));
        }
        regions.set(guid, region);
    }
    return regions;
}
/** @param regions by GUID, none of which a reader may do without */
function encodeVhdxRegions(regions) {
    const bytes = Buffer.alloc(VHDX_REGION_TABLE_BYTES);
    bytes.write('regi', 0, 'latin1');
    bytes.writeUInt32LE(regions.size, 8);
    let at = 16;
    for (const [guid, { offset, length }] of regions) {
        bytes.set((0,_guid_js__WEBPACK_IMPORTED_MODULE_2__/* .parseGuid */ .J)(guid), at);
        bytes.writeBigUInt64LE(BigInt(offset), at + 16);
        bytes.writeUInt32LE(length, at + 24);
        bytes.writeUInt32LE(REGION_REQUIRED, at + 28);
        at += REGION_ENTRY_BYTES;
    }
    bytes.writeUInt32LE((0,_crc32_js__WEBPACK_IMPORTED_MODULE_1__/* .crc32c */ .d)(bytes), 4);
    return bytes;
}
/** Signature of four characters and CRC-32C over the structure with the CRC field itself zero. */
function assertSigned(bytes, signature, file, offset) {
    const found = bytes.toString('latin1', 0, 4);
    if (found !== signature)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatError */ .IF(file, offset, `VHDX "${signature}"`, JSON.stringify(found));
    const copy = Buffer.from(bytes);
    copy.writeUInt32LE(0, 4);
    const computed = (0,_crc32_js__WEBPACK_IMPORTED_MODULE_1__/* .crc32c */ .d)(copy);
    if (bytes.readUInt32LE(4) !== computed) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatError */ .IF(file, offset + 4, `CRC ${computed} of "${signature}"`, String(bytes.readUInt32LE(4)));
    }
}


/***/ }),

/***/ 76429:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cu: () => (/* binding */ MAX_VHDX_BYTES),
/* harmony export */   q0: () => (/* binding */ decodeVhdxMetadata),
/* harmony export */   q1: () => (/* binding */ VHDX_METADATA_TABLE_BYTES),
/* harmony export */   wp: () => (/* binding */ encodeVhdxMetadata)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/* harmony import */ var _guid_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85801);
/** The metadata region of a VHDX: what the disk is (MS-VHDX, section 2.2.6 "Metadata"). */


const VHDX_METADATA_TABLE_BYTES = 64 * 1024;
const SIGNATURE = 'metadata';
const ENTRY_BYTES = 32;
const MAX_ENTRIES = 2047;
/** The item says something of the disk, not of the file. */
const FLAG_VIRTUAL_DISK = 1 << 1;
const FLAG_REQUIRED = 1 << 2;
/** File parameters: blocks keep their place in the file, as in a fixed disk. */
const LEAVE_BLOCKS_ALLOCATED = 1 << 0;
const HAS_PARENT = 1 << 1;
const FILE_PARAMETERS = 'caa16737-fa36-4d43-b3b6-33f0aa44e76b';
const VIRTUAL_DISK_SIZE = '2fa54224-cd1b-4876-b211-5dbed83bf4b8';
const VIRTUAL_DISK_ID = 'beca12ab-b2e6-4523-93ef-c309e000c746';
const LOGICAL_SECTOR_SIZE = '8141bf1d-a96f-4709-ba47-f233a8faab5f';
const PHYSICAL_SECTOR_SIZE = 'cda348c7-445d-4471-9cc9-e9885251c556';
const PARENT_LOCATOR = 'a8d35f2d-b30b-454d-abf7-d3d84834ab0c';
const KNOWN = [
    FILE_PARAMETERS,
    VIRTUAL_DISK_SIZE,
    VIRTUAL_DISK_ID,
    LOGICAL_SECTOR_SIZE,
    PHYSICAL_SECTOR_SIZE,
    PARENT_LOCATOR,
];
const MIN_BLOCK_BYTES = 2 ** 20;
const MAX_BLOCK_BYTES = 256 * 2 ** 20;
/** MS-VHDX: 64 TiB. */
const MAX_VHDX_BYTES = 64 * 2 ** 40;
/** The table and its items: the beginning of the metadata region. */
function encodeVhdxMetadata(metadata) {
    const ofDisk = FLAG_VIRTUAL_DISK | FLAG_REQUIRED;
    const parameters = Buffer.concat([
        uint32(metadata.blockSize),
        uint32(metadata.type === 'fixed' ? LEAVE_BLOCKS_ALLOCATED : 0),
    ]);
    const size = Buffer.alloc(8);
    size.writeBigUInt64LE(BigInt(metadata.diskSize));
    const items = [
        [FILE_PARAMETERS, FLAG_REQUIRED, parameters],
        [VIRTUAL_DISK_SIZE, ofDisk, size],
        [VIRTUAL_DISK_ID, ofDisk, (0,_guid_js__WEBPACK_IMPORTED_MODULE_1__/* .parseGuid */ .J)(metadata.diskId)],
        [LOGICAL_SECTOR_SIZE, ofDisk, uint32(metadata.sectorSize)],
        [PHYSICAL_SECTOR_SIZE, ofDisk, uint32(metadata.physicalSectorSize)],
    ];
    const table = Buffer.alloc(VHDX_METADATA_TABLE_BYTES);
    table.write(SIGNATURE, 0, 'latin1');
    table.writeUInt16LE(items.length, 10);
    let place = table.length;
    items.forEach(([guid, flags, content], index) => {
        const at = 32 + index * ENTRY_BYTES;
        table.set((0,_guid_js__WEBPACK_IMPORTED_MODULE_1__/* .parseGuid */ .J)(guid), at);
        table.writeUInt32LE(place, at + 16);
        table.writeUInt32LE(content.length, at + 20);
        table.writeUInt32LE(flags, at + 24);
        place += content.length;
    });
    return Buffer.concat([table, ...items.map(([, , content]) => content)]);
}
function uint32(value) {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32LE(value);
    return bytes;
}
/**
 * @param region the metadata region, or its table and as much behind it as the items need
 * @throws FormatError for what the specification forbids, UserError disk-format-unsupported for a differencing disk
 */
function decodeVhdxMetadata(region, file, offset) {
    const fail = (at, expected, found) => new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatError */ .IF(file, offset + at, expected, String(found));
    const signature = region.toString('latin1', 0, 8);
    if (signature !== SIGNATURE)
        throw fail(0, `VHDX "${SIGNATURE}"`, JSON.stringify(signature));
    const count = region.readUInt16LE(10);
    if (count > MAX_ENTRIES)
        throw fail(10, `at most ${MAX_ENTRIES} items`, count);
    const items = new Map();
    for (let index = 0; index < count; index++) {
        const at = 32 + index * ENTRY_BYTES;
        const guid = (0,_guid_js__WEBPACK_IMPORTED_MODULE_1__/* .formatGuid */ .R1)(region, at);
        const place = region.readUInt32LE(at + 16);
        if ((region.readUInt32LE(at + 24) & FLAG_REQUIRED) !== 0 && !KNOWN.includes(guid)) {
            throw fail(at, 'only required metadata known here', guid);
        }
        items.set(guid, place);
    }
    const item = (guid, what, bytes) => {
        const place = items.get(guid);
        if (place === undefined)
            throw fail(32, `metadata item "${what}"`, 'none');
        if (place + bytes > region.length)
            throw fail(place, `${what} within the metadata region`, 'its end');
        return place;
    };
    const parameters = item(FILE_PARAMETERS, 'file parameters', 8);
    if ((region.readUInt32LE(parameters + 4) & HAS_PARENT) !== 0 || items.has(PARENT_LOCATOR)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('disk-format-unsupported', `${file} is a differencing VHDX: it only holds what changed against a parent`, 'Merge it into its parent first (Merge-VHD or diskpart "merge vdisk") and give the merged disk.');
    }
    const blockSize = region.readUInt32LE(parameters);
    if (blockSize < MIN_BLOCK_BYTES || blockSize > MAX_BLOCK_BYTES || (blockSize & (blockSize - 1)) !== 0) {
        throw fail(parameters, 'a block size that is a power of two from 1 to 256 MiB', blockSize);
    }
    const sizePlace = item(VIRTUAL_DISK_SIZE, 'virtual disk size', 8);
    const diskSize = Number(region.readBigUInt64LE(sizePlace));
    const sectorPlace = item(LOGICAL_SECTOR_SIZE, 'logical sector size', 4);
    const sectorSize = region.readUInt32LE(sectorPlace);
    if (sectorSize !== 512 && sectorSize !== 4096)
        throw fail(sectorPlace, 'sectors of 512 or 4096 bytes', sectorSize);
    if (diskSize === 0 || diskSize > MAX_VHDX_BYTES || diskSize % sectorSize !== 0) {
        throw fail(sizePlace, 'a size of whole sectors up to 64 TiB', diskSize);
    }
    const isFixed = (region.readUInt32LE(parameters + 4) & LEAVE_BLOCKS_ALLOCATED) !== 0;
    return { blockSize, diskSize, sectorSize, type: isFixed ? 'fixed' : 'dynamic' };
}


/***/ })

};
