export const id = 8172;
export const ids = [8172];
export const modules = {

/***/ 57009:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ clearBytes)
/* harmony export */ });
/** Sets bytes to zero, quickly in memory that threads share as well. */
const ZEROS = new Uint8Array(2 ** 20);
/**
 * Copies zeros from `start` up to `end`: V8's own fill of shared memory goes byte by byte, which took a thirtieth of all the time of a
 * conversion.
 */
function clearBytes(target, start, end) {
    for (let at = start; at < end; at += ZEROS.length) {
        target.set(ZEROS.subarray(0, Math.min(ZEROS.length, end - at)), at);
    }
}


/***/ }),

/***/ 81412:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ composedDisk)
/* harmony export */ });
/* harmony import */ var _clear_bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57009);
/* harmony import */ var _ranges_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(66498);
/* harmony import */ var _read_into_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64823);
/** A disk put together from pieces, so that volumes made as separate files become one disk without being copied twice. */



/**
 * Zeros wherever no piece lies. Closing it closes the disks among the pieces.
 * @throws RangeError when pieces overlap or reach past the end
 */
function composedDisk(size, pieces, path = 'composed') {
    const placed = pieces
        .map((piece) => ({ ...piece, length: lengthOf(piece.content) }))
        .filter(({ length }) => length > 0)
        .sort((a, b) => a.offset - b.offset);
    let end = 0;
    for (const { offset, length } of placed) {
        (0,_ranges_js__WEBPACK_IMPORTED_MODULE_1__/* .assertInside */ .T)({ size, path }, offset, length);
        if (offset < end)
            throw new RangeError(`${path}: the piece at ${offset} begins before the previous one ends at ${end}`);
        end = offset + length;
    }
    const fill = async (target, offset) => {
        let done = offset;
        const end = offset + target.length;
        for (const piece of placed) {
            const from = Math.max(offset, piece.offset);
            const to = Math.min(end, piece.offset + piece.length);
            if (from >= to)
                continue;
            (0,_clear_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .clearBytes */ .L)(target, done - offset, from - offset);
            await readPiece(piece.content, target.subarray(from - offset, to - offset), from - piece.offset);
            done = to;
        }
        (0,_clear_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .clearBytes */ .L)(target, done - offset, target.length);
    };
    return {
        size,
        format: 'composed',
        path,
        read: async (offset, length) => {
            (0,_ranges_js__WEBPACK_IMPORTED_MODULE_1__/* .assertInside */ .T)({ size, path }, offset, length);
            const result = Buffer.allocUnsafe(length);
            await fill(result, offset);
            return result;
        },
        readInto: async (target, offset) => {
            (0,_ranges_js__WEBPACK_IMPORTED_MODULE_1__/* .assertInside */ .T)({ size, path }, offset, target.length);
            await fill(target, offset);
        },
        cutOff: () => firstCut(placed),
        ranges: () => (0,_ranges_js__WEBPACK_IMPORTED_MODULE_1__/* .mergeRanges */ .$)(composedRanges()),
        close: async () => {
            for (const { content } of placed)
                if (!(content instanceof Uint8Array))
                    await content.close();
        },
    };
    async function* composedRanges() {
        let at = 0;
        for (const { offset, length, content } of placed) {
            yield { kind: 'zero', offset: at, length: offset - at };
            if (content instanceof Uint8Array)
                yield { kind: 'data', offset, length };
            else
                for await (const range of content.ranges())
                    yield { ...range, offset: range.offset + offset };
            at = offset + length;
        }
        yield { kind: 'zero', offset: at, length: size - at };
    }
}
async function firstCut(pieces) {
    for (const { content } of pieces) {
        const cut = content instanceof Uint8Array ? undefined : await content.cutOff?.();
        if (cut !== undefined)
            return cut;
    }
    return undefined;
}
function lengthOf(content) {
    return content instanceof Uint8Array ? content.length : content.size;
}
async function readPiece(content, target, offset) {
    if (content instanceof Uint8Array)
        target.set(content.subarray(offset, offset + target.length));
    else
        await (0,_read_into_js__WEBPACK_IMPORTED_MODULE_2__/* .readInto */ .P)(content, target, offset);
}


/***/ }),

/***/ 56653:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ crc32),
/* harmony export */   d: () => (/* binding */ crc32c)
/* harmony export */ });
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38522);
/** The two CRC-32s of disk formats: the common one (GPT) from zlib, and Castagnoli's (VHDX). */

/** CRC-32 of ISO-HDLC, as GPT uses it. */
function crc32(bytes) {
    return (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.crc32)(bytes);
}
/** Reflected polynomial 0x1EDC6F41. */
const CASTAGNOLI = 0x82f63b78;
/** Steps of eight bytes ("slicing by eight"): row n, of 256, carries a byte past the n bytes that follow it. */
const STEP = 8;
const TABLES = new Uint32Array(STEP * 256);
for (let index = 0; index < 256; index++) {
    let value = index;
    for (let bit = 0; bit < 8; bit++)
        value = value & 1 ? (value >>> 1) ^ CASTAGNOLI : value >>> 1;
    TABLES[index] = value;
}
for (let index = 256; index < TABLES.length; index++) {
    const before = TABLES[index - 256] ?? 0;
    TABLES[index] = (TABLES[before & 0xff] ?? 0) ^ (before >>> 8);
}
/** CRC-32C, as VHDX uses it. */
function crc32c(bytes) {
    const row = (n, byte) => TABLES[n * 256 + (byte & 0xff)] ?? 0;
    const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let crc = 0xffffffff;
    let at = 0;
    for (const end = bytes.length - STEP; at <= end; at += STEP) {
        const low = crc ^ words.getUint32(at, true);
        const high = words.getUint32(at + 4, true);
        crc =
            row(7, low) ^
                row(6, low >>> 8) ^
                row(5, low >>> 16) ^
                row(4, low >>> 24) ^
                row(3, high) ^
                row(2, high >>> 8) ^
                row(1, high >>> 16) ^
                row(0, high >>> 24);
    }
    for (; at < bytes.length; at++)
        crc = row(0, crc ^ (bytes[at] ?? 0)) ^ (crc >>> 8);
    return (crc ^ 0xffffffff) >>> 0;
}


/***/ }),

/***/ 85801:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ parseGuid),
/* harmony export */   ML: () => (/* binding */ guidFromDigest),
/* harmony export */   R1: () => (/* binding */ formatGuid)
/* harmony export */ });
/** GUIDs as Microsoft and UEFI store them: the first three fields little-endian, the rest in order (UEFI 2.10, appendix A). */
const GUID_BYTES = 16;
/** Place in the stored form of each byte of the written form. */
const ORDER = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15];
/** Sixteen stored bytes at `offset` to the written form, lower case, no braces. */
function formatGuid(bytes, offset = 0) {
    const hex = ORDER.map((place) => (bytes[offset + place] ?? 0).toString(16).padStart(2, '0')).join('');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
/** The written form, with or without braces, to sixteen stored bytes. @throws RangeError when it is no GUID */
function parseGuid(text) {
    const digits = /^\{?([0-9a-f]{8})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{12})\}?$/i.exec(text);
    if (!digits)
        throw new RangeError(`"${text}" is not a GUID`);
    const written = Buffer.from(digits.slice(1).join(''), 'hex');
    const stored = Buffer.alloc(GUID_BYTES);
    ORDER.forEach((place, index) => {
        stored[place] = written[index] ?? 0;
    });
    return stored;
}
/** A GUID made of the first 16 bytes of a digest, marked as RFC 9562 version 8 (own scheme). */
function guidFromDigest(digest) {
    const written = Buffer.from(digest.subarray(0, GUID_BYTES));
    written[6] = ((written[6] ?? 0) & 0x0f) | 0x80;
    written[8] = ((written[8] ?? 0) & 0x3f) | 0x80;
    const hex = written.toString('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}


/***/ }),

/***/ 80481:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ mappedDisk),
/* harmony export */   H: () => (/* binding */ findCutBlock)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/* harmony import */ var _clear_bytes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57009);
/* harmony import */ var _ranges_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(66498);
/** A disk cut into blocks of one size, each stored somewhere in the file or not at all: dynamic VHD, VHDX, sparse VMDK. */



/** Blocks that `cutOff` looks up, for the check reads little: as many as 512 GiB of a dynamic VHD or 16 GiB of a sparse VMDK have, in tables of 1 MiB. */
const LOOKED_AT = 2 ** 18;
/** Those that one table of a sparse VMDK tells of: what is read at once anyway. */
const RUN = 512;
/** The disk that the mapping describes; closing it closes the source. */
function mappedDisk(mapping) {
    const { size, format, source, blockSize, sectorSize } = mapping;
    const disk = {
        size,
        format,
        ...(sectorSize !== undefined && { sectorSize }),
        path: source.path,
        read: async (offset, length) => {
            (0,_ranges_js__WEBPACK_IMPORTED_MODULE_2__/* .assertInside */ .T)(disk, offset, length);
            const target = Buffer.allocUnsafe(length);
            await readMapped(mapping, target, offset);
            return target;
        },
        readInto: async (target, offset) => {
            (0,_ranges_js__WEBPACK_IMPORTED_MODULE_2__/* .assertInside */ .T)(disk, offset, target.length);
            await readMapped(mapping, target, offset);
        },
        cutOff: () => findCutBlock(mapping, LOOKED_AT),
        ranges: () => (0,_ranges_js__WEBPACK_IMPORTED_MODULE_2__/* .mergeRanges */ .$)(blockRanges(mapping)),
        close: () => source.close(),
    };
    return disk;
    async function* blockRanges({ locate, unmappedRun }) {
        const blocks = Math.ceil(size / blockSize);
        // A block may be mapped and yet be a hole of the file: fixed images of a sparse format are nothing else where they are empty.
        const known = await source.stored?.();
        for (let block = 0; block < blocks;) {
            const place = await locate(block);
            const stored = place !== undefined && (known?.touches(place, place + blockSize) ?? true);
            const count = place !== undefined ? 1 : Math.max(1, Math.min((await unmappedRun?.(block)) ?? 1, blocks - block));
            const offset = block * blockSize;
            const length = Math.min(count * blockSize, size - offset);
            yield { kind: stored ? 'data' : 'zero', offset, length };
            block += count;
        }
    }
}
/**
 * The first block that is said to be stored where the file has ended. Tables stand in front and blocks in the order in which they were first
 * written, so that a copy that broke off has its tables, and often both ends of the disk as well.
 * @param most how many blocks are looked up, in runs from one end of the disk to the other: a disk that has grown in use lacks blocks all over it,
 *   and one that was written from its beginning lacks its end (default: all)
 * @throws FormatError for a damaged table
 */
async function findCutBlock({ size, source, blockSize, locate, unmappedRun }, most = Number.POSITIVE_INFINITY) {
    const blocks = Math.ceil(size / blockSize);
    for (const [start, end] of runsOf(blocks, most)) {
        for (let block = start; block < end;) {
            const place = await locate(block);
            // The last one may be stored no further than the disk goes.
            const length = Math.min(blockSize, size - block * blockSize);
            if (place !== undefined && place + length > source.size) {
                const expected = `the ${length} bytes of the block at ${block * blockSize} of the disk`;
                return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatError */ .IF(source.path, place, expected, `the end at ${source.size}`);
            }
            block += place !== undefined ? 1 : Math.max(1, (await unmappedRun?.(block)) ?? 1);
        }
    }
    return undefined;
}
/** Evenly over all blocks, the first and the last among them. @returns first block and the one behind the last of each */
function runsOf(blocks, most) {
    if (blocks <= most)
        return [[0, blocks]];
    const count = Math.max(2, Math.floor(most / RUN));
    const last = Math.ceil(blocks / RUN) - 1;
    return Array.from({ length: count }, (_, at) => {
        const start = Math.round((at * last) / (count - 1)) * RUN;
        return [start, Math.min(blocks, start + RUN)];
    });
}
/** Reads across blocks; blocks that follow each other in the file too are read in one go. */
async function readMapped(mapping, target, offset) {
    const { source, blockSize } = mapping;
    const { length } = target;
    let runStart = 0;
    let runOffset;
    const finishRun = async (end) => {
        if (end === runStart)
            return;
        if (runOffset === undefined)
            (0,_clear_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .clearBytes */ .L)(target, runStart, end);
        else
            await source.readInto(target.subarray(runStart, end), runOffset);
    };
    for (let done = 0; done < length;) {
        const within = (offset + done) % blockSize;
        const stored = await mapping.locate((offset + done - within) / blockSize);
        const place = stored === undefined ? undefined : stored + within;
        const continues = runOffset === undefined ? place === undefined : place === runOffset + (done - runStart);
        if (!continues) {
            await finishRun(done);
            runStart = done;
            runOffset = place;
        }
        done += Math.min(blockSize - within, length - done);
    }
    await finishRun(length);
}


/***/ }),

/***/ 66498:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ mergeRanges),
/* harmony export */   T: () => (/* binding */ assertInside)
/* harmony export */ });
/** Small arithmetic on the ranges of a disk. */
/** @throws RangeError unless the bytes lie within the disk */
function assertInside(disk, offset, length) {
    if (!Number.isSafeInteger(offset) || !Number.isSafeInteger(length) || offset < 0 || length < 0) {
        throw new RangeError(`${disk.path}: offset ${offset} and length ${length} are no byte positions`);
    }
    if (offset + length > disk.size) {
        throw new RangeError(`${disk.path}: ${length} bytes at ${offset} reach past the end of the disk at ${disk.size}`);
    }
}
/** Joins neighbours of the same kind, so that a disk of millions of blocks yields few ranges. Empty ranges are dropped. */
async function* mergeRanges(ranges) {
    let last;
    for await (const range of ranges) {
        if (range.length === 0)
            continue;
        if (last?.kind === range.kind) {
            last = { kind: last.kind, offset: last.offset, length: last.length + range.length };
        }
        else {
            if (last)
                yield last;
            last = range;
        }
    }
    if (last)
        yield last;
}


/***/ }),

/***/ 25604:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GY: () => (/* binding */ openRawDisk),
/* harmony export */   cB: () => (/* binding */ writableRawDisk),
/* harmony export */   j7: () => (/* binding */ assertWholeSectors),
/* harmony export */   w7: () => (/* binding */ rawDisk)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/* harmony import */ var _files_byte_source_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58018);
/* harmony import */ var _ranges_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(66498);
/** Disks whose bytes stand in the file one after the other: raw images, and the data part of fixed VHDs. */



const SECTOR = 512;
/** The first `size` bytes of `source` as a disk; all of it counts as data unless the source knows its holes. */
function rawDisk(source, format = 'raw', size = source.size) {
    const disk = {
        size,
        format,
        path: source.path,
        read: async (offset, length) => {
            (0,_ranges_js__WEBPACK_IMPORTED_MODULE_2__/* .assertInside */ .T)(disk, offset, length);
            return source.read(offset, length);
        },
        readInto: async (target, offset) => {
            (0,_ranges_js__WEBPACK_IMPORTED_MODULE_2__/* .assertInside */ .T)(disk, offset, target.length);
            await source.readInto(target, offset);
        },
        ranges: async function* () {
            const stored = await source.stored?.();
            yield* (0,_ranges_js__WEBPACK_IMPORTED_MODULE_2__/* .mergeRanges */ .$)(storedRanges(size, stored?.within(0, size) ?? [{ start: 0, end: size }]));
        },
        close: () => source.close(),
    };
    return disk;
}
function* storedRanges(size, stored) {
    let at = 0;
    for (const { start, end } of stored) {
        yield { kind: 'zero', offset: at, length: start - at };
        yield { kind: 'data', offset: start, length: end - start };
        at = end;
    }
    yield { kind: 'zero', offset: at, length: size - at };
}
/** As `rawDisk`, for writing within these bytes. */
function writableRawDisk(source, format = 'raw', size = source.size) {
    const disk = rawDisk(source, format, size);
    return {
        ...disk,
        write: async (offset, data) => {
            (0,_ranges_js__WEBPACK_IMPORTED_MODULE_2__/* .assertInside */ .T)(disk, offset, data.length);
            await source.write(offset, data);
        },
        flush: () => source.flush(),
    };
}
/** Opens a file as a raw disk or volume whatever its bytes look like. @throws UserError file-missing, disk-format-unknown */
async function openRawDisk(path, findStored) {
    const source = await (0,_files_byte_source_js__WEBPACK_IMPORTED_MODULE_1__/* .openFileSource */ .Sd)(path, findStored);
    try {
        assertWholeSectors(source);
        return rawDisk(source);
    }
    catch (error) {
        await source.close();
        throw error;
    }
}
/** @throws UserError disk-format-unknown when the source cannot be a raw disk */
function assertWholeSectors(source) {
    if (source.size > 0 && source.size % SECTOR === 0)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('disk-format-unknown', `${source.path} is not a disk image: its size of ${source.size} bytes is no multiple of ${SECTOR}, and it carries the signature of no known format`, 'Give a raw, VHD, VHDX or VMDK image or an OVA, and check that it was copied completely.');
}


/***/ }),

/***/ 64823:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ readInto)
/* harmony export */ });
/** Reading into memory that is there already: a reader of a whole disk must not make a gigabyte of buffers for each it reads. */
/** Fills the whole of `target` from `offset` on. Throws as `Disk.read`. */
async function readInto(disk, target, offset) {
    if (disk.readInto)
        await disk.readInto(target, offset);
    else
        target.set(await disk.read(offset, target.length));
}


/***/ }),

/***/ 58488:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ TableReader)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/** Allocation tables read page by page when needed: opening a disk of terabytes must not read megabytes. */

const PAGE_BYTES = 16 * 1024;
/** Bounds the memory of a walk over the largest table to some 4 MiB. */
const MAX_PAGES = 256;
/** A table of equally long entries at a fixed place of the source. */
class TableReader {
    #source;
    #offset;
    #bytes;
    #entryBytes;
    #pages = new Map();
    /** @throws FormatError when the table does not lie within the source */
    constructor(source, offset, entries, entryBytes) {
        this.#source = source;
        this.#offset = offset;
        this.#entryBytes = entryBytes;
        this.#bytes = entries * entryBytes;
        if (!Number.isSafeInteger(offset) || offset + this.#bytes > source.size) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatError */ .IF(source.path, offset, `a table of ${entries} entries`, `the end of the file at ${source.size}`);
        }
    }
    /** The page that holds the entry, and the place of the entry in it. */
    async entry(index) {
        const position = index * this.#entryBytes;
        const start = position - (position % PAGE_BYTES);
        return { page: await this.#page(start), at: position - start };
    }
    /** Forgets what was read of the entry's page, after the table was changed in the file. */
    forget(index) {
        const position = index * this.#entryBytes;
        this.#pages.delete(position - (position % PAGE_BYTES));
    }
    #page(start) {
        let page = this.#pages.get(start);
        if (!page) {
            const oldest = this.#pages.keys().next();
            if (this.#pages.size >= MAX_PAGES && !oldest.done)
                this.#pages.delete(oldest.value);
            page = this.#source.read(this.#offset + start, Math.min(PAGE_BYTES, this.#bytes - start));
            this.#pages.set(start, page);
        }
        return page;
    }
}


/***/ }),

/***/ 5447:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ef: () => (/* binding */ readVmdkDescriptor),
/* harmony export */   IU: () => (/* binding */ extentPath),
/* harmony export */   WW: () => (/* binding */ openVmdkDescriptor),
/* harmony export */   eU: () => (/* binding */ composeExtents),
/* harmony export */   oJ: () => (/* binding */ vmdkExtentFiles)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41251);
/* harmony import */ var _files_byte_source_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58018);
/* harmony import */ var _composed_disk_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(81412);
/* harmony import */ var _raw_disk_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(25604);
/* harmony import */ var _vmdk_descriptor_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(49929);
/* harmony import */ var _vmdk_header_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(50825);
/* harmony import */ var _vmdk_sparse_disk_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(42401);
/** Reads VMDKs whose small text file names the files that hold the disk: monolithicFlat, split disks, those of VMFS. */








const MAX_DESCRIPTOR_BYTES = 2 ** 20;
/** 2 GiB extents of an 8 TiB disk are this many; each is an open file. */
const MAX_EXTENTS = 4096;
/**
 * @throws UserError disk-format-unsupported for an encrypted, differencing or raw-device disk, disk-invalid for an extent
 *   outside the descriptor's folder, file-missing for one that is not there; FormatError when an extent is too short
 */
async function openVmdkDescriptor(source, findStored) {
    const descriptor = await readVmdkDescriptor(source);
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(source.path);
    return composeExtents(source, descriptor, (extent) => openExtent(folder, source, extent, findStored));
}
/**
 * The disk whose extents a descriptor names, wherever they are.
 * @param open undefined for an extent that holds nothing
 * @throws FormatError when it has no sensible size; what `open` throws. Whatever is thrown, what it has opened is closed again
 */
async function composeExtents(source, descriptor, open) {
    const pieces = [];
    let offset = 0;
    try {
        for (const extent of descriptor.extents) {
            const content = await open(extent);
            if (content)
                pieces.push({ offset, content });
            offset += extent.sectors * _vmdk_header_js__WEBPACK_IMPORTED_MODULE_6__/* .VMDK_SECTOR */ .OM;
        }
        if (!Number.isSafeInteger(offset) || offset === 0) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FormatError */ .IF(source.path, 0, 'extents of a sensible size', `${offset} bytes`);
        }
    }
    catch (error) {
        for (const { content } of pieces)
            if (!(content instanceof Uint8Array))
                await content.close();
        throw error;
    }
    const disk = (0,_composed_disk_js__WEBPACK_IMPORTED_MODULE_3__/* .composedDisk */ .U)(offset, pieces, source.path);
    const sectorSize = (0,_vmdk_descriptor_js__WEBPACK_IMPORTED_MODULE_5__/* .vmdkSectorSize */ .Ag)(descriptor);
    return {
        ...disk,
        ...(sectorSize !== undefined && { sectorSize }),
        format: `vmdk-${descriptor.createType}`,
        close: async () => {
            await disk.close();
            await source.close();
        },
    };
}
/** The files beside a descriptor that hold its disk. Throws as `openVmdkDescriptor`. */
async function vmdkExtentFiles(source) {
    const { extents } = await readVmdkDescriptor(source);
    const stored = extents.filter(({ file }) => file !== undefined);
    return [...new Set(stored.map((extent) => extentPath((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(source.path), source, extent)))];
}
/** Throws as `openVmdkDescriptor`. */
async function readVmdkDescriptor(source) {
    if (source.size > MAX_DESCRIPTOR_BYTES) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FormatError */ .IF(source.path, 0, 'a VMDK descriptor of at most 1 MiB', `${source.size} bytes`);
    }
    const bytes = await source.read(0, source.size);
    const text = (0,_vmdk_descriptor_js__WEBPACK_IMPORTED_MODULE_5__/* .decodeVmdkDescriptor */ .YI)(bytes);
    if (text === undefined) {
        const named = (0,_vmdk_descriptor_js__WEBPACK_IMPORTED_MODULE_5__/* .vmdkEncoding */ .UL)(bytes.toString('latin1'));
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FormatError */ .IF(source.path, 0, 'a VMDK descriptor in the encoding that it names', `other bytes than ${named}`);
    }
    (0,_vmdk_sparse_disk_js__WEBPACK_IMPORTED_MODULE_7__/* .assertNoForeignDisk */ .Td)(source.path, text);
    const descriptor = (0,_vmdk_descriptor_js__WEBPACK_IMPORTED_MODULE_5__/* .parseVmdkDescriptor */ .vp)(text);
    if (!descriptor)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FormatError */ .IF(source.path, 0, 'a VMDK descriptor with createType and extents', 'neither');
    if (descriptor.extents.length > MAX_EXTENTS) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FormatError */ .IF(source.path, 0, `at most ${MAX_EXTENTS} extents`, String(descriptor.extents.length));
    }
    return descriptor;
}
/** The path of an extent's file. @throws UserError disk-invalid unless it is a plain name beside the descriptor */
function extentPath(folder, descriptor, { file }) {
    if (file !== undefined && file !== '' && file !== '.' && file !== '..' && !/[/\\\0]/.test(file)) {
        return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, file);
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('disk-invalid', `${descriptor.path} names the extent ${JSON.stringify(file ?? '')}, which is no file beside it`, 'Put the extent files into the folder of the descriptor and name them there without a path.');
}
async function openExtent(folder, descriptor, extent, findStored) {
    if (extent.type === 'ZERO')
        return undefined;
    if (extent.access === 'NOACCESS') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('disk-format-unsupported', `${descriptor.path} has an extent that is not to be accessed, as a disk of single partitions has`, 'Give an image of the whole disk.');
    }
    if (extent.type !== 'FLAT' && extent.type !== 'VMFS' && extent.type !== 'SPARSE') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('disk-format-unsupported', `${descriptor.path} has an extent of type ${extent.type}, which is not read here`, 'Export the VM as OVA, or clone the disk with vmkfstools -i, and give the result.');
    }
    const source = await (0,_files_byte_source_js__WEBPACK_IMPORTED_MODULE_2__/* .openFileSource */ .Sd)(extentPath(folder, descriptor, extent), findStored);
    try {
        const size = extent.sectors * _vmdk_header_js__WEBPACK_IMPORTED_MODULE_6__/* .VMDK_SECTOR */ .OM;
        if (extent.type !== 'SPARSE')
            return (0,_raw_disk_js__WEBPACK_IMPORTED_MODULE_4__/* .rawDisk */ .w7)((0,_files_byte_source_js__WEBPACK_IMPORTED_MODULE_2__/* .windowOf */ .Ou)(source, (extent.offset ?? 0) * _vmdk_header_js__WEBPACK_IMPORTED_MODULE_6__/* .VMDK_SECTOR */ .OM, size));
        const disk = await (0,_vmdk_sparse_disk_js__WEBPACK_IMPORTED_MODULE_7__/* .openVmdkSparseExtent */ .xU)(source);
        if (disk.size === size)
            return disk;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FormatError */ .IF(source.path, 12, `an extent of ${size} bytes as the descriptor says`, `${disk.size} bytes`);
    }
    catch (error) {
        await source.close();
        throw error;
    }
}


/***/ }),

/***/ 49929:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ag: () => (/* binding */ vmdkSectorSize),
/* harmony export */   NP: () => (/* binding */ NO_PARENT),
/* harmony export */   UL: () => (/* binding */ vmdkEncoding),
/* harmony export */   Uu: () => (/* binding */ encodeVmdkDescriptor),
/* harmony export */   YI: () => (/* binding */ decodeVmdkDescriptor),
/* harmony export */   vp: () => (/* binding */ parseVmdkDescriptor)
/* harmony export */ });
/**
 * The text descriptor of a VMDK: what kind of disk it is, which extents hold it, and the disk database.
 * Source: VMware "Virtual Disk Format 5.0", section "The Descriptor File".
 */
/** The content id of a parent that a disk does not have. */
const NO_PARENT = 'ffffffff';
/** The descriptor as text, lines ended by LF. */
function encodeVmdkDescriptor(descriptor) {
    const extents = descriptor.extents.map((extent) => {
        const file = extent.file === undefined ? '' : ` "${extent.file}"`;
        const offset = extent.offset === undefined ? '' : ` ${extent.offset}`;
        return `${extent.access} ${extent.sectors} ${extent.type}${file}${offset}`;
    });
    return [
        '# Disk DescriptorFile',
        'version=1',
        `CID=${descriptor.cid}`,
        `parentCID=${descriptor.parentCid}`,
        `createType="${descriptor.createType}"`,
        '',
        '# Extent description',
        ...extents,
        '',
        '# The Disk Data Base',
        '#DDB',
        '',
        ...Object.entries(descriptor.database).map(([key, value]) => `ddb.${key} = "${value}"`),
        '',
    ].join('\n');
}
/** Names of ICU, which VMware takes them from, for what the Encoding Standard calls otherwise. */
const ENCODINGS = {
    'windows-932': 'shift_jis',
    'windows-936': 'gbk',
    'windows-950': 'big5',
};
const ASCII = /^[\0-\x7f]*$/;
/**
 * The text of a descriptor, in the encoding that it names: of the Windows on which Workstation has written it (dissect.hypervisor issue 90,
 * DiscUtils issue 214). Without one it is UTF-8, as ESXi writes it.
 * @returns undefined where the encoding is not known and what is written in it is more than ASCII, or is none of it
 */
function decodeVmdkDescriptor(bytes) {
    const plain = bytes.toString('latin1');
    const named = vmdkEncoding(plain)?.toLowerCase();
    if (named === undefined || ASCII.test(plain))
        return bytes.toString('utf8');
    try {
        return new TextDecoder(ENCODINGS[named] ?? named, { fatal: true }).decode(bytes);
    }
    catch (error) {
        if (error instanceof RangeError || error instanceof TypeError)
            return undefined;
        throw error;
    }
}
/** As the descriptor names it. */
function vmdkEncoding(text) {
    return /^\s*encoding\s*=\s*"?([^"\r\n]*)/im.exec(text)?.[1]?.trim();
}
/**
 * Reads a descriptor, lenient as VMware's own reader is: unknown keys are skipped, keys are matched without case.
 * Returns undefined when a descriptor's essentials (createType, an extent) are missing; the caller knows the place.
 */
function parseVmdkDescriptor(text) {
    const fields = new Map();
    const database = {};
    const extents = [];
    for (const raw of text.replace(/\0[\s\S]*$/, '').split(/\r?\n/)) {
        const line = raw.trim();
        if (line === '' || line.startsWith('#'))
            continue;
        const extent = parseExtent(line);
        if (extent) {
            extents.push(extent);
            continue;
        }
        const field = /^([A-Za-z0-9_.]+)\s*=\s*"?([^"]*)"?$/.exec(line);
        if (field?.[1] === undefined || field[2] === undefined)
            continue;
        if (field[1].toLowerCase().startsWith('ddb.'))
            database[field[1].slice(4)] = field[2];
        else
            fields.set(field[1].toLowerCase(), field[2].trim());
    }
    const createType = fields.get('createtype');
    if (createType === undefined || extents.length === 0)
        return undefined;
    return {
        cid: fields.get('cid') ?? '',
        parentCid: fields.get('parentcid') ?? NO_PARENT,
        createType,
        extents,
        database,
    };
}
/** Bytes of a logical sector as the disk database has them; undefined where it says nothing, which means 512. */
function vmdkSectorSize({ database }) {
    const entries = new Map(Object.entries(database).map(([key, value]) => [key.toLowerCase(), value.toLowerCase()]));
    const size = Number(entries.get('logicalsectorsize') ?? Number.NaN);
    if (Number.isSafeInteger(size) && size > 0)
        return size;
    return ['1', 'true'].includes(entries.get('native_4k') ?? '') ? 4096 : undefined;
}
function parseExtent(line) {
    const match = /^(RW|RDONLY|NOACCESS)\s+(\d{1,15})\s+([A-Z0-9]+)(?:\s+"([^"]*)"(?:\s+(\d{1,15}))?.*)?$/i.exec(line);
    if (match?.[1] === undefined || match[2] === undefined || match[3] === undefined)
        return undefined;
    return {
        access: match[1].toUpperCase(),
        sectors: Number(match[2]),
        type: match[3].toUpperCase(),
        ...(match[4] !== undefined && { file: match[4] }),
        ...(match[5] !== undefined && { offset: Number(match[5]) }),
    };
}


/***/ }),

/***/ 92983:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ VMDK_GRAIN_ZERO),
/* harmony export */   t: () => (/* binding */ VmdkGrainTables)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/* harmony import */ var _table_reader_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58488);
/* harmony import */ var _vmdk_header_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50825);
/** The two-level table of a sparse VMDK extent, read on demand ("Virtual Disk Format 5.0", "Grain Directory", "Grain Tables"). */



/** Grain table entry of a grain known to be zero, whether or not the flag for it is set; 0 is one that is not stored. */
const VMDK_GRAIN_ZERO = 1;
const ENTRY_BYTES = 4;
/** Bounds the memory to half a MiB, which covers 8 GiB of disk. */
const MAX_TABLES = 256;
class VmdkGrainTables {
    #source;
    #entriesPerTable;
    #directory;
    #directoryOffset;
    #tables = new Map();
    /** @throws FormatError when the directory does not lie within the source */
    constructor(source, header, directorySector) {
        this.#source = source;
        this.#entriesPerTable = header.entriesPerTable;
        this.#directoryOffset = directorySector * _vmdk_header_js__WEBPACK_IMPORTED_MODULE_2__/* .VMDK_SECTOR */ .OM;
        const grains = Math.ceil(header.capacity / header.grainSize);
        const tables = Math.ceil(grains / header.entriesPerTable);
        this.#directory = new _table_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .TableReader */ .k(source, this.#directoryOffset, tables, ENTRY_BYTES);
    }
    /** The entry of a grain: the sector where it is stored, 0 when it is not, 1 when it is known to be zero. */
    async grainEntry(grain) {
        const table = await this.#table(Math.floor(grain / this.#entriesPerTable));
        return table?.readUInt32LE((grain % this.#entriesPerTable) * ENTRY_BYTES) ?? 0;
    }
    /** Where the entry of a grain stands in the file, bytes; 0 when its grain table does not exist. */
    async entryOffset(grain) {
        const offset = await this.tableOffset(Math.floor(grain / this.#entriesPerTable));
        return offset === 0 ? 0 : offset + (grain % this.#entriesPerTable) * ENTRY_BYTES;
    }
    /** How many grains from this one on are not stored; looks no further than the end of its grain table. */
    async unmappedRun(grain) {
        const number = Math.floor(grain / this.#entriesPerTable);
        const table = await this.#table(number);
        const first = grain - number * this.#entriesPerTable;
        let index = first;
        while (index < this.#entriesPerTable && (table?.readUInt32LE(index * ENTRY_BYTES) ?? 0) <= VMDK_GRAIN_ZERO)
            index++;
        return index - first;
    }
    /** Forgets the table of a grain after it was changed in the file. */
    forget(grain) {
        this.#tables.delete(Math.floor(grain / this.#entriesPerTable));
    }
    /** Undefined when there is none. */
    async #table(number) {
        const known = this.#tables.get(number);
        if (known)
            return known;
        const offset = await this.tableOffset(number);
        if (offset === 0)
            return undefined;
        const table = await this.#source.read(offset, this.#entriesPerTable * ENTRY_BYTES);
        const oldest = this.#tables.keys().next();
        if (this.#tables.size >= MAX_TABLES && !oldest.done)
            this.#tables.delete(oldest.value);
        this.#tables.set(number, table);
        return table;
    }
    async tableOffset(number) {
        const { page, at } = await this.#directory.entry(number);
        const offset = page.readUInt32LE(at) * _vmdk_header_js__WEBPACK_IMPORTED_MODULE_2__/* .VMDK_SECTOR */ .OM;
        if (offset + this.#entriesPerTable * ENTRY_BYTES <= this.#source.size)
            return offset;
        const place = this.#directoryOffset + number * ENTRY_BYTES;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatError */ .IF(this.#source.path, place, 'the place of a grain table in the file', String(offset));
    }
}


/***/ }),

/***/ 50825:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Eq: () => (/* binding */ decodeVmdkHeader),
/* harmony export */   GC: () => (/* binding */ VMDK_GRAIN_MARKER_SIZE),
/* harmony export */   L9: () => (/* binding */ VMDK_STREAM_VERSION),
/* harmony export */   OM: () => (/* binding */ VMDK_SECTOR),
/* harmony export */   PP: () => (/* binding */ VMDK_ENTRIES_PER_TABLE),
/* harmony export */   Qp: () => (/* binding */ VMDK_FLAG_NEWLINE_TEST),
/* harmony export */   RS: () => (/* binding */ encodeVmdkMarker),
/* harmony export */   SM: () => (/* binding */ VMDK_FLAG_COMPRESSED),
/* harmony export */   TT: () => (/* binding */ VMDK_FLAG_REDUNDANT_GRAIN_TABLE),
/* harmony export */   Yl: () => (/* binding */ VMDK_COMPRESSION_DEFLATE),
/* harmony export */   c3: () => (/* binding */ VMDK_MARKER_GRAIN_DIRECTORY),
/* harmony export */   cU: () => (/* binding */ encodeVmdkHeader),
/* harmony export */   eU: () => (/* binding */ VMDK_FLAG_MARKERS),
/* harmony export */   hZ: () => (/* binding */ VMDK_MARKER_GRAIN_TABLE),
/* harmony export */   k6: () => (/* binding */ VMDK_MARKER_FOOTER),
/* harmony export */   rN: () => (/* binding */ decodeVmdkMarker),
/* harmony export */   tt: () => (/* binding */ VMDK_MARKER_END_OF_STREAM),
/* harmony export */   z2: () => (/* binding */ VMDK_COMPRESSION_NONE)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/**
 * The binary structures of a VMDK sparse extent: the 512-byte header (also the footer) and the markers of a
 * streamOptimized extent. Source: VMware "Virtual Disk Format 5.0", sections "Hosted Sparse Extents" and
 * "Stream-Optimized Compressed Sparse Extents". All numbers are little-endian, all addresses count 512-byte sectors.
 */

const VMDK_SECTOR = 512;
/** "KDMV" on disk. */
const VMDK_MAGIC = 0x564d444b;
/** ESXi refuses streamOptimized extents of version 1 and writes 3 itself. */
const VMDK_STREAM_VERSION = 3;
const VMDK_FLAG_NEWLINE_TEST = 1 << 0;
const VMDK_FLAG_REDUNDANT_GRAIN_TABLE = 1 << 1;
const VMDK_FLAG_COMPRESSED = 1 << 16;
const VMDK_FLAG_MARKERS = 1 << 17;
const VMDK_COMPRESSION_NONE = 0;
/** RFC 1950 (zlib) streams, one for each grain. */
const VMDK_COMPRESSION_DEFLATE = 1;
/** `gdOffset` of a stream whose grain directory is only known from the footer. */
const VMDK_DIRECTORY_AT_END = 0xffffffffffffffffn;
/** VMware's disk library knows no other number. */
const VMDK_ENTRIES_PER_TABLE = 512;
const VMDK_MARKER_END_OF_STREAM = 0;
const VMDK_MARKER_GRAIN_TABLE = 1;
const VMDK_MARKER_GRAIN_DIRECTORY = 2;
const VMDK_MARKER_FOOTER = 3;
/** Bytes in front of a grain's compressed data: its LBA (8) and the size of that data (4). */
const VMDK_GRAIN_MARKER_SIZE = 12;
/** One sector: a header or, with the directory's place filled in, a footer. */
function encodeVmdkHeader(header) {
    const sector = Buffer.alloc(VMDK_SECTOR);
    sector.writeUInt32LE(VMDK_MAGIC, 0);
    sector.writeUInt32LE(header.version, 4);
    sector.writeUInt32LE(header.flags, 8);
    sector.writeBigUInt64LE(BigInt(header.capacity), 12);
    sector.writeBigUInt64LE(BigInt(header.grainSize), 20);
    sector.writeBigUInt64LE(BigInt(header.descriptorOffset), 28);
    sector.writeBigUInt64LE(BigInt(header.descriptorSize), 36);
    sector.writeUInt32LE(header.entriesPerTable, 44);
    sector.writeBigUInt64LE(BigInt(header.redundantDirectoryOffset), 48);
    sector.writeBigUInt64LE(header.directoryOffset === 'end' ? VMDK_DIRECTORY_AT_END : BigInt(header.directoryOffset), 56);
    sector.writeBigUInt64LE(BigInt(header.overHead), 64);
    sector.writeUInt8(header.uncleanShutdown ? 1 : 0, 72);
    // Line ends that a text-mode transfer would have damaged.
    sector.write('\n \r\n', 73, 'latin1');
    sector.writeUInt16LE(header.compression, 77);
    return sector;
}
/** True when the bytes begin as a VMDK sparse extent does. */
function isVmdkHeader(bytes) {
    return bytes.length >= 4 && bytes.readUInt32LE(0) === VMDK_MAGIC;
}
/**
 * Reads a header or footer sector. Checks what would make every later number meaningless; whether the combination of
 * flags, compression and version is one the reader supports is the reader's business.
 * @param offset where in the file the sector stands, for the messages
 * @throws FormatError
 */
function decodeVmdkHeader(sector, file, offset) {
    if (sector.length < VMDK_SECTOR) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatError */ .IF(file, offset, 'a VMDK header of 512 bytes', `${sector.length} bytes`);
    }
    if (!isVmdkHeader(sector)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatError */ .IF(file, offset, 'the VMDK magic KDMV', sector.toString('hex', 0, 4));
    }
    const number = (at, what) => {
        const value = sector.readBigUInt64LE(at);
        // A sector count whose bytes no longer fit a double is no real disk (8 PiB).
        if (value > BigInt(Math.floor(Number.MAX_SAFE_INTEGER / VMDK_SECTOR))) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatError */ .IF(file, offset + at, `a plausible ${what}`, String(value));
        }
        return Number(value);
    };
    const flags = sector.readUInt32LE(8);
    if (flags & VMDK_FLAG_NEWLINE_TEST && sector.toString('latin1', 73, 77) !== '\n \r\n') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatError */ .IF(file, offset + 73, 'the newline test bytes 0a 20 0d 0a', sector.toString('hex', 73, 77));
    }
    return {
        version: sector.readUInt32LE(4),
        flags,
        capacity: number(12, 'capacity'),
        grainSize: number(20, 'grain size'),
        descriptorOffset: number(28, 'descriptor offset'),
        descriptorSize: number(36, 'descriptor size'),
        entriesPerTable: sector.readUInt32LE(44),
        redundantDirectoryOffset: number(48, 'redundant grain directory offset'),
        directoryOffset: sector.readBigUInt64LE(56) === VMDK_DIRECTORY_AT_END ? 'end' : number(56, 'grain directory offset'),
        overHead: number(64, 'overhead'),
        uncleanShutdown: sector.readUInt8(72) !== 0,
        compression: sector.readUInt16LE(77),
    };
}
/** The sector that announces `sectors` sectors of a grain table, directory or footer, or the end of the stream. */
function encodeVmdkMarker(type, sectors) {
    const sector = Buffer.alloc(VMDK_SECTOR);
    sector.writeBigUInt64LE(BigInt(sectors), 0);
    sector.writeUInt32LE(0, 8);
    sector.writeUInt32LE(type, 12);
    return sector;
}
/** Reads the marker at the start of a sector (at least 16 bytes). */
function decodeVmdkMarker(bytes, file, offset) {
    if (bytes.length < 16)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatError */ .IF(file, offset, 'a VMDK marker of 16 bytes', `${bytes.length} bytes`);
    const value = bytes.readBigUInt64LE(0);
    if (value > BigInt(Math.floor(Number.MAX_SAFE_INTEGER / VMDK_SECTOR))) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatError */ .IF(file, offset, 'a VMDK marker with a plausible sector', String(value));
    }
    const size = bytes.readUInt32LE(8);
    return size > 0
        ? { kind: 'grain', lba: Number(value), size }
        : { kind: 'metadata', type: bytes.readUInt32LE(12), sectors: Number(value) };
}


/***/ }),

/***/ 42401:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Td: () => (/* binding */ assertNoForeignDisk),
  Tb: () => (/* binding */ isVmdkStream),
  LV: () => (/* binding */ openVmdkSparse),
  xU: () => (/* binding */ openVmdkSparseExtent),
  fB: () => (/* binding */ readVmdkSparseExtent),
  f1: () => (/* binding */ vmdkSparseMapping)
});

// EXTERNAL MODULE: ./.cache/build/src/errors.js
var errors = __webpack_require__(41251);
// EXTERNAL MODULE: ./.cache/build/src/disk/mapped-disk.js
var mapped_disk = __webpack_require__(80481);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./.cache/build/src/disk/ranges.js
var disk_ranges = __webpack_require__(66498);
// EXTERNAL MODULE: ./.cache/build/src/disk/vmdk/vmdk-header.js
var vmdk_header = __webpack_require__(50825);
;// CONCATENATED MODULE: ./.cache/build/src/disk/vmdk/compressed-grain-disk.js
/** Reads disks whose blocks are compressed one by one: the grains of a streamOptimized VMDK. */





/** Read at once with the marker: most grains of a system disk end within it, and a small look costs little. */
const FIRST_READ_BYTES = 16 * 1024;
/** Small reads come in clusters (partition table, file records): 1 MiB of grains at hand serves them. */
const CACHED_GRAINS = 16;
/** @param mapping locates the marker in front of a grain's data; `blockSize` is the size of the grain when inflated */
function compressedGrainDisk(mapping) {
    const { size, source, blockSize } = mapping;
    const cache = new Map();
    const grainData = async (grain) => {
        const cached = cache.get(grain);
        if (cached)
            return cached;
        const offset = await mapping.locate(grain);
        if (offset === undefined)
            return undefined;
        const data = await inflateGrain(mapping, grain, offset);
        const oldest = cache.keys().next();
        if (cache.size >= CACHED_GRAINS && !oldest.done)
            cache.delete(oldest.value);
        cache.set(grain, data);
        return data;
    };
    // Not what reads the mapping's bytes as they lie there.
    const { ranges, close, format, path, sectorSize } = (0,mapped_disk/* mappedDisk */.B)(mapping);
    return {
        size,
        format,
        ...(sectorSize !== undefined && { sectorSize }),
        path,
        ranges,
        close,
        read: async (offset, length) => {
            (0,disk_ranges/* assertInside */.T)({ size, path: source.path }, offset, length);
            const result = Buffer.alloc(length);
            for (let done = 0; done < length;) {
                const within = (offset + done) % blockSize;
                const count = Math.min(blockSize - within, length - done);
                const data = await grainData((offset + done - within) / blockSize);
                data?.copy(result, done, within, within + count);
                done += count;
            }
            return result;
        },
    };
}
async function inflateGrain({ size, source, blockSize }, grain, offset) {
    const first = await source.read(offset, Math.max(0, Math.min(FIRST_READ_BYTES, source.size - offset)));
    const marker = (0,vmdk_header/* decodeVmdkMarker */.rN)(first, source.path, offset);
    const lba = (grain * blockSize) / vmdk_header/* VMDK_SECTOR */.OM;
    if (marker.kind !== 'grain' || marker.lba !== lba) {
        const found = marker.kind === 'grain' ? `grain ${marker.lba}` : `marker ${marker.type}`;
        throw new errors/* FormatError */.IF(source.path, offset, `the marker of the grain at sector ${lba}`, found);
    }
    // Deflate never grows data by more than a few bytes; a larger size must not cost memory.
    if (marker.size > 2 * blockSize + vmdk_header/* VMDK_SECTOR */.OM) {
        throw new errors/* FormatError */.IF(source.path, offset + 8, `at most ${2 * blockSize} compressed bytes`, String(marker.size));
    }
    const end = vmdk_header/* VMDK_GRAIN_MARKER_SIZE */.GC + marker.size;
    const compressed = end <= first.length
        ? first.subarray(vmdk_header/* VMDK_GRAIN_MARKER_SIZE */.GC, end)
        : await source.read(offset + vmdk_header/* VMDK_GRAIN_MARKER_SIZE */.GC, marker.size);
    const needed = Math.min(blockSize, size - grain * blockSize);
    let data;
    try {
        data = (0,external_node_zlib_.inflateSync)(compressed, { maxOutputLength: blockSize });
    }
    catch (cause) {
        const found = cause instanceof Error ? cause.message : String(cause);
        throw new errors/* FormatError */.IF(source.path, offset + vmdk_header/* VMDK_GRAIN_MARKER_SIZE */.GC, 'a deflate stream of one grain', found, {
            cause,
        });
    }
    if (data.length >= needed)
        return data;
    throw new errors/* FormatError */.IF(source.path, offset, `a grain of ${needed} bytes`, `${data.length} bytes`);
}

// EXTERNAL MODULE: ./.cache/build/src/disk/vmdk/vmdk-descriptor.js
var vmdk_descriptor = __webpack_require__(49929);
// EXTERNAL MODULE: ./.cache/build/src/disk/vmdk/vmdk-grain-tables.js
var vmdk_grain_tables = __webpack_require__(92983);
;// CONCATENATED MODULE: ./.cache/build/src/disk/vmdk/vmdk-sparse-disk.js
/** Reads sparse VMDK extents: monolithicSparse, streamOptimized, and the sparse pieces of a split disk. */






/** VMware writes 64 KiB grains; a much larger one is a damaged header. */
const MAX_GRAIN_SECTORS = 2048;
const MAX_DESCRIPTOR_BYTES = 2 ** 20;
/** From the end of the file: footer, end-of-stream marker. */
const FOOTER_DISTANCE = 2 * vmdk_header/* VMDK_SECTOR */.OM;
/**
 * A sparse VMDK that is a whole disk.
 * @throws FormatError for a damaged structure; UserError disk-format-unsupported for an encrypted or differencing disk
 *   and for one extent of a split disk
 */
async function openVmdkSparse(source) {
    const extent = await readVmdkSparseExtent(source);
    if (extent.header.descriptorOffset === 0) {
        throw new errors/* UserError */.yo('disk-format-unsupported', `${source.path} is one extent of a VMDK split into several files`, 'Give the small .vmdk file that describes the disk and names its extents.');
    }
    return openExtent(source, extent);
}
/** A sparse extent named by a descriptor in another file. Throws as `openVmdkSparse`. */
async function openVmdkSparseExtent(source) {
    return openExtent(source, await readVmdkSparseExtent(source));
}
/** Whether the grains of an extent are compressed, so that it cannot be changed in place. @throws FormatError for a damaged header */
async function isVmdkStream(source) {
    return ((0,vmdk_header/* decodeVmdkHeader */.Eq)(await source.read(0, vmdk_header/* VMDK_SECTOR */.OM), source.path, 0).flags & vmdk_header/* VMDK_FLAG_COMPRESSED */.SM) !== 0;
}
/** Reads and checks header, footer and embedded descriptor. Throws as `openVmdkSparse`. */
async function readVmdkSparseExtent(source) {
    const header = (0,vmdk_header/* decodeVmdkHeader */.Eq)(await source.read(0, vmdk_header/* VMDK_SECTOR */.OM), source.path, 0);
    assertReadable(source, header);
    const descriptor = await readDescriptor(source, header);
    let directorySector = header.directoryOffset;
    if (directorySector === 'end') {
        const offset = source.size - FOOTER_DISTANCE;
        if (offset < vmdk_header/* VMDK_SECTOR */.OM)
            throw new errors/* FormatError */.IF(source.path, 0, 'a VMDK with a footer', `${source.size} bytes`);
        const footer = (0,vmdk_header/* decodeVmdkHeader */.Eq)(await source.read(offset, vmdk_header/* VMDK_SECTOR */.OM), source.path, offset);
        if (footer.directoryOffset === 'end' || footer.capacity !== header.capacity) {
            throw new errors/* FormatError */.IF(source.path, offset, 'a footer that knows the grain directory', 'one that does not');
        }
        directorySector = footer.directoryOffset;
    }
    return { header, descriptor, tables: new vmdk_grain_tables/* VmdkGrainTables */.t(source, header, directorySector) };
}
/** The mapping of an extent that is not compressed. */
function vmdkSparseMapping(source, { header, tables, descriptor }) {
    return {
        size: header.capacity * vmdk_header/* VMDK_SECTOR */.OM,
        format: `vmdk-${descriptor?.createType ?? 'monolithicSparse'}`,
        source,
        blockSize: header.grainSize * vmdk_header/* VMDK_SECTOR */.OM,
        sectorSize: descriptor && (0,vmdk_descriptor/* vmdkSectorSize */.Ag)(descriptor),
        locate: async (grain) => {
            const sector = await tables.grainEntry(grain);
            return sector <= vmdk_grain_tables/* VMDK_GRAIN_ZERO */.K ? undefined : sector * vmdk_header/* VMDK_SECTOR */.OM;
        },
        unmappedRun: (grain) => tables.unmappedRun(grain),
    };
}
function openExtent(source, extent) {
    const mapping = vmdkSparseMapping(source, extent);
    if ((extent.header.flags & vmdk_header/* VMDK_FLAG_COMPRESSED */.SM) === 0)
        return (0,mapped_disk/* mappedDisk */.B)(mapping);
    return compressedGrainDisk({ ...mapping, format: `vmdk-${extent.descriptor?.createType ?? 'streamOptimized'}` });
}
function assertReadable(source, header) {
    const fail = (at, expected, found) => new errors/* FormatError */.IF(source.path, at, expected, String(found));
    const { version, flags, grainSize, entriesPerTable, capacity, compression } = header;
    if (version < 1 || version > 3)
        throw fail(4, 'VMDK version 1 to 3', version);
    if (capacity === 0)
        throw fail(12, 'a capacity', 0);
    if (grainSize < 1 || grainSize > MAX_GRAIN_SECTORS || (grainSize & (grainSize - 1)) !== 0) {
        throw fail(20, 'a grain of a power of two sectors, at most 1 MiB', grainSize);
    }
    if (entriesPerTable !== vmdk_header/* VMDK_ENTRIES_PER_TABLE */.PP)
        throw fail(44, 'grain tables of 512 entries', entriesPerTable);
    const compressed = (flags & vmdk_header/* VMDK_FLAG_COMPRESSED */.SM) !== 0;
    if (compressed !== ((flags & vmdk_header/* VMDK_FLAG_MARKERS */.eU) !== 0))
        throw fail(8, 'markers where grains are compressed', flags);
    if (compression !== (compressed ? vmdk_header/* VMDK_COMPRESSION_DEFLATE */.Yl : vmdk_header/* VMDK_COMPRESSION_NONE */.z2)) {
        throw fail(77, 'compression 0 (none) or 1 (deflate) as the flags say', compression);
    }
}
async function readDescriptor(source, header) {
    if (header.descriptorOffset === 0 || header.descriptorSize === 0)
        return undefined;
    const bytes = header.descriptorSize * vmdk_header/* VMDK_SECTOR */.OM;
    const offset = header.descriptorOffset * vmdk_header/* VMDK_SECTOR */.OM;
    if (bytes > MAX_DESCRIPTOR_BYTES)
        throw new errors/* FormatError */.IF(source.path, 36, 'a descriptor of at most 1 MiB', `${bytes}`);
    const text = (await source.read(offset, bytes)).toString('latin1');
    assertNoForeignDisk(source.path, text);
    return (0,vmdk_descriptor/* parseVmdkDescriptor */.vp)(text);
}
/** @throws UserError disk-format-unsupported when the descriptor speaks of a parent or of encryption */
function assertNoForeignDisk(path, descriptor) {
    // Of Workstation, and of ESXi, where an I/O filter encrypts.
    if (/^\s*(?:encryption|ddb\.iofilters\s*=.*vmwarevmcrypt)/im.test(descriptor)) {
        throw new errors/* UserError */.yo('disk-format-unsupported', `${path} is an encrypted VMDK`, 'Decrypt the VM (VM > Edit Settings > VM Options > Encryption: None) and export it again.');
    }
    const parent = /^\s*parentCID\s*=\s*"?([0-9a-f]+)/im.exec(descriptor)?.[1];
    const hint = /^[ \t]*parentFileNameHint[ \t]*=[ \t]*"?[^\s"]/im.test(descriptor);
    if (hint || (parent !== undefined && parent.toLowerCase() !== vmdk_descriptor/* NO_PARENT */.NP)) {
        throw new errors/* UserError */.yo('disk-format-unsupported', `${path} is a snapshot or linked clone: it only holds what changed against a parent disk`, 'Consolidate the snapshots of the VM, or clone it, and give the whole disk.');
    }
}


/***/ }),

/***/ 58018:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ou: () => (/* binding */ windowOf),
/* harmony export */   Ox: () => (/* binding */ handleSource),
/* harmony export */   Sd: () => (/* binding */ openFileSource),
/* harmony export */   aB: () => (/* binding */ openWritableFileSource)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41251);
/* harmony import */ var _explain_path_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49094);
/* harmony import */ var _extent_list_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(82097);
/* harmony import */ var _write_fully_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(16480);
/** Random access to the bytes of a file or of a part of one: what every format reader stands on. */





/** @throws UserError file-missing (also for a folder), file-denied, file-in-use, path-invalid */
async function openFileSource(path, findStored) {
    return new FileSource(path, ...(await openWithSize(path, 'r')), findStored);
}
/** Opens an existing file for reading and writing. @throws UserError as `openFileSource` */
async function openWritableFileSource(path) {
    return new FileSource(path, ...(await openWithSize(path, 'r+')));
}
/** A file that somebody else has opened and closes: closing the source closes it too. */
function handleSource(path, handle, size) {
    return new FileSource(path, handle, size);
}
/** The part of `source` from `offset` on; closing it closes `source`. @throws FormatError when it lies outside */
function windowOf(source, offset, size, path = source.path) {
    if (offset < 0 || size < 0 || offset + size > source.size)
        throw endsEarly(source, offset, size);
    const check = (at, length) => {
        if (at < 0 || at + length > size)
            throw endsEarly({ path, size }, at, length);
    };
    return {
        path,
        size,
        read: async (at, length) => {
            check(at, length);
            return source.read(offset + at, length);
        },
        readInto: async (target, at) => {
            check(at, target.length);
            await source.readInto(target, offset + at);
        },
        stored: async () => {
            const whole = await source.stored?.();
            if (!whole)
                return undefined;
            const part = new _extent_list_js__WEBPACK_IMPORTED_MODULE_3__/* .ExtentList */ .t();
            for (const { start, end } of whole.within(offset, offset + size))
                part.add(start - offset, end - offset);
            return part;
        },
        close: () => source.close(),
    };
}
async function openWithSize(path, flags) {
    const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(path, flags).catch((error) => {
        throw (0,_explain_path_error_js__WEBPACK_IMPORTED_MODULE_2__/* .explainPathError */ .n)(error, {
            what: 'the image',
            path,
            toWrite: flags === 'r+' && !(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .hasErrnoCode */ .qk)(error, 'ENOENT'),
        });
    });
    const stat = await handle.stat();
    if (stat.isFile())
        return [handle, stat.size];
    await handle.close();
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('file-missing', `The image ${path} is not a file`, 'Give the path of a disk image file.');
}
class FileSource {
    path;
    #size;
    #handle;
    #findStored;
    #stored;
    constructor(path, handle, size, findStored) {
        this.path = path;
        this.#findStored = findStored;
        this.#handle = handle;
        this.#size = size;
    }
    get size() {
        return this.#size;
    }
    async read(offset, length) {
        // Checked before anything is allocated: a length out of a damaged header must not cost its size in memory.
        if (offset < 0 || offset + length > this.#size)
            throw endsEarly(this, offset, length);
        const buffer = Buffer.allocUnsafe(length);
        await this.readInto(buffer, offset);
        return buffer;
    }
    async readInto(target, offset) {
        for (let done = 0; done < target.length;) {
            const { bytesRead } = await this.#handle.read(target, done, target.length - done, offset + done);
            if (bytesRead === 0)
                throw endsEarly(this, offset, target.length);
            done += bytesRead;
        }
    }
    stored() {
        this.#stored ??= this.#findStored?.(this.path) ?? Promise.resolve(undefined);
        return this.#stored;
    }
    async write(offset, data) {
        await (0,_write_fully_js__WEBPACK_IMPORTED_MODULE_4__/* .writeFully */ .K)(this.#handle, data, offset);
        this.#size = Math.max(this.#size, offset + data.length);
    }
    async flush() {
        await this.#handle.datasync();
    }
    async close() {
        await this.#handle.close();
    }
}
function endsEarly(source, offset, length) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FormatError */ .IF(source.path, offset, `${length} bytes`, `the end at ${source.size}`);
}


/***/ }),

/***/ 82097:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ MAX_EXTENTS),
/* harmony export */   t: () => (/* binding */ ExtentList)
/* harmony export */ });
/** Byte extents of a disk or a file in ascending order, kept compactly: a fragmented volume has hundreds of thousands. */
/** Bounds the memory to 64 MiB on a volume made to have ever more; what comes after is simply not listed. */
const MAX_EXTENTS = 4 * 2 ** 20;
class ExtentList {
    #starts = [];
    #ends = [];
    #most;
    /** @param most bound of the extents that are listed */
    constructor(most = MAX_EXTENTS) {
        this.#most = most;
    }
    get count() {
        return this.#starts.length;
    }
    /** Appends an extent that begins at or after the end of the last one; joins the two where they touch. */
    add(start, end) {
        const last = this.#ends.length - 1;
        const lastEnd = this.#ends[last] ?? 0;
        if (start < lastEnd || end <= start)
            throw new RangeError(`Extent ${start} to ${end} does not follow ${lastEnd}`);
        if (last >= 0 && start === lastEnd) {
            this.#ends[last] = end;
        }
        else if (this.count < this.#most) {
            this.#starts.push(start);
            this.#ends.push(end);
        }
    }
    /** The parts of the extents that lie between `start` and `end`. */
    *within(start, end) {
        for (let index = this.#firstEndingAfter(start); index < this.count; index++) {
            const from = Math.max(start, this.#starts[index] ?? end);
            if (from >= end)
                return;
            yield { start: from, end: Math.min(end, this.#ends[index] ?? end) };
        }
    }
    /** Whether any byte between `start` and `end` belongs to an extent. */
    touches(start, end) {
        return (this.#starts[this.#firstEndingAfter(start)] ?? Number.POSITIVE_INFINITY) < end;
    }
    #firstEndingAfter(position) {
        let low = 0;
        let high = this.count;
        while (low < high) {
            const middle = (low + high) >> 1;
            if ((this.#ends[middle] ?? 0) > position)
                high = middle;
            else
                low = middle + 1;
        }
        return low;
    }
}


/***/ }),

/***/ 16480:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ writeFully)
/* harmony export */ });
/** A write of the operating system may take only a part: this one takes everything. */
/** Writes all of `bytes` at `position` of the file. */
async function writeFully(file, bytes, position) {
    for (let done = 0; done < bytes.length;) {
        const { bytesWritten } = await file.write(bytes, done, bytes.length - done, position + done);
        done += bytesWritten;
    }
}


/***/ }),

/***/ 36082:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ defineAction)
/* harmony export */ });
/** An action as a value: all there is to one. Hosts run it; action.yml, tables and help are made from it. */
function defineAction(definition) {
    const { name, description, branding, inputs, outputs, holds = [], secrets } = definition;
    return {
        name,
        description,
        branding,
        inputs,
        outputs,
        holds,
        secrets,
        run: async (reading, place, context) => {
            const prepared = await definition.prepare(reading, place);
            // Last: what is missing, or chosen twice, is said before what is in the way.
            reading.assertUsed();
            const result = await definition.main(prepared, context);
            const outcome = {
                result,
                outputs: Object.fromEntries(Object.entries(outputs).map(([key, output]) => [key, outputText(output.value(result))])),
                findings: definition.findings(result),
                summary: definition.summary(result, prepared),
            };
            try {
                definition.assertGood?.(result, prepared);
                return outcome;
            }
            catch (failure) {
                return { ...outcome, failure };
            }
        },
    };
}
function outputText(value) {
    if (value === undefined)
        return '';
    return typeof value === 'string' ? value : JSON.stringify(value);
}


/***/ })

};
