export const id = 465;
export const ids = [465];
export const modules = {

/***/ 1065:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ contentGuid)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _guid_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85801);
/** An identifier for an image file, made of what the disk holds: the same content gives the same file. */


/** @param given taken in place of the content, which is not looked at then */
function contentGuid(given) {
    if (given !== undefined)
        return { add: () => { }, finish: () => given };
    const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    return {
        add: (offset, data) => void digest.update(uint64(offset)).update(data),
        finish: (size) => (0,_guid_js__WEBPACK_IMPORTED_MODULE_1__/* .guidFromDigest */ .ML)(digest.update(uint64(size)).digest()),
    };
}
function uint64(value) {
    const bytes = Buffer.alloc(8);
    bytes.writeBigUInt64LE(BigInt(value));
    return bytes;
}


/***/ }),

/***/ 65379:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ dataBlocks)
/* harmony export */ });
/* harmony import */ var _read_into_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64823);
/* harmony import */ var _zero_bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36512);
/** Reads a disk block by block, in order and several blocks ahead, leaving out what holds only zeros. */


/** What is told apart within a block: reading and looking at less costs more than it saves. Block sizes are multiples of it. */
const DATA_UNIT = 64 * 1024;
/** Blocks that are read while the caller works on one; with more, reading gets no faster. */
const BLOCKS_AHEAD = 4;
/** The blocks that hold anything but zeros. Of zero and free ranges only what shares a unit with data is read. @throws the signal's reason when aborted */
async function* dataBlocks(disk, { blockSize, signal, onProgress }) {
    const ahead = [];
    const free = [];
    const take = async () => {
        const block = await ahead.shift();
        if (block)
            onProgress?.(block.offset, disk.size);
        if (block === undefined || block.runs.length > 0)
            return block;
        block.release();
        return undefined;
    };
    try {
        for await (const plan of blockPlans(disk, blockSize)) {
            signal?.throwIfAborted();
            const memory = free.pop() ?? Buffer.allocUnsafe(blockSize);
            const reading = readBlock(disk, plan, memory).then((block) => ({
                ...block,
                release: () => void free.push(memory),
            }));
            // Whoever awaits it in its turn handles its failure; until then it must not count as unhandled.
            reading.catch(() => { });
            ahead.push(reading);
            if (ahead.length <= BLOCKS_AHEAD)
                continue;
            const block = await take();
            if (block)
                yield block;
        }
        while (ahead.length > 0) {
            signal?.throwIfAborted();
            const block = await take();
            if (block)
                yield block;
        }
        onProgress?.(disk.size, disk.size);
    }
    finally {
        // The disk may be closed as soon as this ends: nothing may be reading it any more.
        await Promise.allSettled(ahead);
    }
}
/** The blocks with data in them, each once, in order. */
async function* blockPlans(disk, blockSize) {
    let plan;
    for await (const { kind, offset, length } of disk.ranges()) {
        if (kind !== 'data')
            continue;
        const rangeEnd = offset + length;
        for (let start = offset; start < rangeEnd;) {
            const blockOffset = start - (start % blockSize);
            const end = Math.min(rangeEnd, blockOffset + blockSize);
            if (plan?.offset !== blockOffset) {
                if (plan)
                    yield plan;
                plan = { offset: blockOffset, stretches: [] };
            }
            const first = start - (start % DATA_UNIT);
            const stop = Math.min(Math.ceil(end / DATA_UNIT) * DATA_UNIT, disk.size);
            const last = plan.stretches.at(-1);
            if (last && first <= last.end)
                last.end = stop;
            else
                plan.stretches.push({ start: first, end: stop });
            start = end;
        }
    }
    if (plan)
        yield plan;
}
/** @param memory as large as a block: each byte goes to its place in the block */
async function readBlock(disk, { offset, stretches }, memory) {
    const read = await Promise.all(stretches.map(async ({ start, end }) => {
        const data = memory.subarray(start - offset, end - offset);
        await (0,_read_into_js__WEBPACK_IMPORTED_MODULE_1__/* .readInto */ .P)(disk, data, start);
        return [...dataRuns(start, data)];
    }));
    return { offset, runs: read.flat() };
}
/** Cuts the units of zeros out of what was read at `offset`. */
function* dataRuns(offset, data) {
    let start = 0;
    for (let at = 0; at < data.length; at += DATA_UNIT) {
        if (!(0,_zero_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .isZero */ .b)(data.subarray(at, at + DATA_UNIT)))
            continue;
        if (at > start)
            yield { offset: offset + start, data: data.subarray(start, at) };
        start = at + DATA_UNIT;
    }
    if (data.length > start)
        yield { offset: offset + start, data: data.subarray(start) };
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

/***/ 78821:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ writeVhd),
/* harmony export */   l: () => (/* binding */ assertVhdHolds)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16053);
/* harmony import */ var _content_guid_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1065);
/* harmony import */ var _data_blocks_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(65379);
/* harmony import */ var _write_image_file_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(14646);
/* harmony import */ var _vhd_dynamic_header_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(27243);
/* harmony import */ var _vhd_footer_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(23677);
/** Writes any disk as a VHD. The same content, type and time give the same bytes. */







const SECTOR = 512;
/** The block size of the specification; also the unit of reading for a fixed disk. */
const BLOCK_BYTES = 2 * 2 ** 20;
const FILE_ALIGNMENT = 4096;
/** Windows mounts no larger VHD ("Virtual Hard Disks in Windows 7"); beyond it only VHDX. */
const MAX_VHD_BYTES = 2040 * 2 ** 30;
/** What Windows writes, so that every reader takes the exact size. */
const CREATOR = 'win ';
/**
 * Writes `source` to `path` as a VHD of exactly its size, reading no more of it than `dataBlocks` does. Of a dynamic disk only blocks
 * that are not all zeros are stored; zeros within them, as in a fixed disk, stay holes. The file appears under its name only when it
 * is whole.
 * @throws UserError disk-format-unsupported for a disk that a VHD cannot hold, cancelled through the signal
 */
async function writeVhd(source, path, options) {
    assertVhdHolds(source.size);
    const write = options.type === 'fixed' ? writeFixed : writeDynamic;
    await (0,_write_image_file_js__WEBPACK_IMPORTED_MODULE_4__/* .writeImageFile */ .t)(path, options, (file) => write(source, file, options));
}
/** @param size of a disk, bytes @throws UserError disk-format-unsupported */
function assertVhdHolds(size) {
    if (size > 0 && size <= MAX_VHD_BYTES && size % SECTOR === 0)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('disk-format-unsupported', `A disk of ${size} bytes (${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .formatSize */ .Xq)(size)}) cannot be written as VHD`, 'A VHD holds whole sectors of 512 bytes, up to 2040 GiB; choose another size.');
}
async function writeFixed(source, file, options) {
    const id = (0,_content_guid_js__WEBPACK_IMPORTED_MODULE_2__/* .contentGuid */ .F)(options.uuid);
    for await (const { runs, release } of (0,_data_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .dataBlocks */ .T)(source, { ...options, blockSize: BLOCK_BYTES })) {
        for (const { offset, data } of runs) {
            id.add(offset, data);
            await file.write(offset, data);
        }
        void file.settle().then(release);
    }
    await file.write(source.size, (0,_vhd_footer_js__WEBPACK_IMPORTED_MODULE_6__/* .encodeVhdFooter */ .A3)(footer(source, options, id, undefined)));
    return source.size + _vhd_footer_js__WEBPACK_IMPORTED_MODULE_6__/* .VHD_FOOTER_BYTES */ .tO;
}
async function writeDynamic(source, file, options) {
    const id = (0,_content_guid_js__WEBPACK_IMPORTED_MODULE_2__/* .contentGuid */ .F)(options.uuid);
    const tableOffset = _vhd_footer_js__WEBPACK_IMPORTED_MODULE_6__/* .VHD_FOOTER_BYTES */ .tO + _vhd_dynamic_header_js__WEBPACK_IMPORTED_MODULE_5__/* .VHD_DYNAMIC_HEADER_BYTES */ .rJ;
    const tableEntries = Math.ceil(source.size / BLOCK_BYTES);
    const tableBytes = Math.ceil((tableEntries * 4) / SECTOR) * SECTOR;
    const table = Buffer.alloc(tableBytes, 0xff);
    const bitmap = Buffer.alloc((0,_vhd_dynamic_header_js__WEBPACK_IMPORTED_MODULE_5__/* .vhdBitmapBytes */ .$t)(BLOCK_BYTES), 0xff);
    let end = tableOffset + tableBytes;
    for await (const { offset, runs, release } of (0,_data_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .dataBlocks */ .T)(source, { ...options, blockSize: BLOCK_BYTES })) {
        // The bitmap goes right before a page boundary: data aligned to pages is faster to reach, and its zeros can be holes.
        const dataOffset = Math.ceil((end + bitmap.length) / FILE_ALIGNMENT) * FILE_ALIGNMENT;
        const bitmapSector = (dataOffset - bitmap.length) / SECTOR;
        if (bitmapSector >= _vhd_dynamic_header_js__WEBPACK_IMPORTED_MODULE_5__/* .VHD_BLOCK_ABSENT */ .By)
            throw new RangeError('The block allocation table cannot reach this far');
        table.writeUInt32BE(bitmapSector, (offset / BLOCK_BYTES) * 4);
        await file.write(dataOffset - bitmap.length, bitmap);
        for (const run of runs) {
            id.add(run.offset, run.data);
            await file.write(dataOffset + run.offset - offset, run.data);
        }
        void file.settle().then(release);
        end = dataOffset + BLOCK_BYTES;
    }
    const closing = (0,_vhd_footer_js__WEBPACK_IMPORTED_MODULE_6__/* .encodeVhdFooter */ .A3)(footer(source, options, id, _vhd_footer_js__WEBPACK_IMPORTED_MODULE_6__/* .VHD_FOOTER_BYTES */ .tO));
    const header = (0,_vhd_dynamic_header_js__WEBPACK_IMPORTED_MODULE_5__/* .encodeVhdDynamicHeader */ .Jq)({ tableOffset, tableEntries, blockSize: BLOCK_BYTES });
    await file.write(0, Buffer.concat([closing, header, table]));
    await file.write(end, closing);
    return end + closing.length;
}
function footer(source, options, id, headerOffset) {
    return {
        type: options.type,
        size: source.size,
        headerOffset,
        timestamp: options.timestamp ?? 0,
        creator: CREATOR,
        uuid: Buffer.from(id.finish(source.size).replaceAll('-', ''), 'hex'),
    };
}


/***/ }),

/***/ 7895:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ writeVhdx),
/* harmony export */   z: () => (/* binding */ assertVhdxHolds)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41251);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16053);
/* harmony import */ var _content_guid_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1065);
/* harmony import */ var _data_blocks_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(65379);
/* harmony import */ var _guid_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(85801);
/* harmony import */ var _write_image_file_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(14646);
/* harmony import */ var _vhdx_block_table_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(78970);
/* harmony import */ var _vhdx_header_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(87001);
/* harmony import */ var _vhdx_metadata_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(76429);
/** Writes any disk as a VHDX. The same content and type give the same bytes. */










const SECTOR = 512;
/** What New-VHD takes for a dynamic disk ("New-VHD", BlockSizeBytes). */
const BLOCK_BYTES = 32 * 2 ** 20;
/** What is read at a time: a block is many of them. */
const READ_BYTES = 2 * 2 ** 20;
/** The log is not needed for a file that is written whole, but one of at least this has to be there (2.2.2, LogLength). */
const LOG = { offset: _vhdx_block_table_js__WEBPACK_IMPORTED_MODULE_8__/* .VHDX_ALIGNMENT */ .PT, length: _vhdx_block_table_js__WEBPACK_IMPORTED_MODULE_8__/* .VHDX_ALIGNMENT */ .PT };
const METADATA = { offset: 2 * _vhdx_block_table_js__WEBPACK_IMPORTED_MODULE_8__/* .VHDX_ALIGNMENT */ .PT, length: _vhdx_block_table_js__WEBPACK_IMPORTED_MODULE_8__/* .VHDX_ALIGNMENT */ .PT };
const TABLE_OFFSET = 3 * _vhdx_block_table_js__WEBPACK_IMPORTED_MODULE_8__/* .VHDX_ALIGNMENT */ .PT;
/**
 * Writes `source` to `path` as a VHDX of exactly its size, reading no more of it than `dataBlocks` does. Of a dynamic disk only blocks
 * that are not all zeros are stored; zeros within them, as in a fixed disk, stay holes. The file appears under its name only when it
 * is whole.
 * @throws UserError disk-format-unsupported for a disk that a VHDX cannot hold, cancelled through the signal
 */
async function writeVhdx(source, path, options) {
    assertVhdxHolds(source.size);
    await (0,_write_image_file_js__WEBPACK_IMPORTED_MODULE_5__/* .writeImageFile */ .t)(path, options, (file) => write(source, file, options));
}
/** @param size of a disk, bytes @throws UserError disk-format-unsupported */
function assertVhdxHolds(size) {
    if (size > 0 && size <= _vhdx_metadata_js__WEBPACK_IMPORTED_MODULE_7__/* .MAX_VHDX_BYTES */ .Cu && size % SECTOR === 0)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('disk-format-unsupported', `A disk of ${size} bytes (${(0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .formatSize */ .Xq)(size)}) cannot be written as VHDX`, 'A VHDX holds whole sectors of 512 bytes, up to 64 TiB; choose another size.');
}
async function write(source, file, options) {
    const id = (0,_content_guid_js__WEBPACK_IMPORTED_MODULE_3__/* .contentGuid */ .F)(options.uuid);
    const shape = { blockSize: BLOCK_BYTES, sectorSize: SECTOR };
    const blocks = Math.ceil(source.size / BLOCK_BYTES);
    const table = Buffer.alloc(aligned(((0,_vhdx_block_table_js__WEBPACK_IMPORTED_MODULE_8__/* .vhdxEntryIndex */ .De)(blocks - 1, shape) + 1) * _vhdx_block_table_js__WEBPACK_IMPORTED_MODULE_8__/* .VHDX_ENTRY_BYTES */ .Cg));
    const first = TABLE_OFFSET + table.length;
    const places = new Map();
    const placeOf = (block) => {
        const known = places.get(block);
        if (known !== undefined)
            return known;
        const place = first + places.size * BLOCK_BYTES;
        places.set(block, place);
        table.set((0,_vhdx_block_table_js__WEBPACK_IMPORTED_MODULE_8__/* .encodeVhdxEntry */ .fM)(place), (0,_vhdx_block_table_js__WEBPACK_IMPORTED_MODULE_8__/* .vhdxEntryIndex */ .De)(block, shape) * _vhdx_block_table_js__WEBPACK_IMPORTED_MODULE_8__/* .VHDX_ENTRY_BYTES */ .Cg);
        return place;
    };
    if (options.type === 'fixed')
        for (let block = 0; block < blocks; block++)
            placeOf(block);
    for await (const { runs, release } of (0,_data_blocks_js__WEBPACK_IMPORTED_MODULE_4__/* .dataBlocks */ .T)(source, { ...options, blockSize: READ_BYTES })) {
        for (const { offset, data } of runs) {
            const within = offset % BLOCK_BYTES;
            id.add(offset, data);
            await file.write(placeOf((offset - within) / BLOCK_BYTES) + within, data);
        }
        void file.settle().then(release);
    }
    const diskId = id.finish(source.size);
    const { type } = options;
    const metadata = { ...shape, type, diskSize: source.size, physicalSectorSize: 4096, diskId };
    await writeStructures(file, table, metadata);
    return first + places.size * BLOCK_BYTES;
}
/** Everything but the blocks, at the places where the specification wants it or, of the regions, where Windows puts them. */
async function writeStructures(file, table, metadata) {
    const guid = (label) => (0,_guid_js__WEBPACK_IMPORTED_MODULE_9__/* .guidFromDigest */ .ML)((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(`${metadata.diskId}\n${label}`).digest());
    const header = {
        ...{ fileWriteGuid: guid('file'), dataWriteGuid: guid('data'), logGuid: _vhdx_header_js__WEBPACK_IMPORTED_MODULE_6__/* .ZERO_GUID */ .Bi },
        ...{ logVersion: 0, logLength: LOG.length, logOffset: LOG.offset },
    };
    const regions = (0,_vhdx_header_js__WEBPACK_IMPORTED_MODULE_6__/* .encodeVhdxRegions */ .ml)(new Map([
        [_vhdx_header_js__WEBPACK_IMPORTED_MODULE_6__/* .VHDX_BAT_REGION */ .C2, { offset: TABLE_OFFSET, length: table.length }],
        [_vhdx_header_js__WEBPACK_IMPORTED_MODULE_6__/* .VHDX_METADATA_REGION */ .KJ, METADATA],
    ]));
    await file.write(0, (0,_vhdx_header_js__WEBPACK_IMPORTED_MODULE_6__/* .encodeVhdxIdentifier */ .eH)());
    const [older, newer] = _vhdx_header_js__WEBPACK_IMPORTED_MODULE_6__/* .VHDX_HEADER_OFFSETS */ .gs;
    await file.write(older, (0,_vhdx_header_js__WEBPACK_IMPORTED_MODULE_6__/* .encodeVhdxHeader */ .Aj)({ ...header, sequence: 1n }));
    await file.write(newer, (0,_vhdx_header_js__WEBPACK_IMPORTED_MODULE_6__/* .encodeVhdxHeader */ .Aj)({ ...header, sequence: 2n }));
    for (const offset of _vhdx_header_js__WEBPACK_IMPORTED_MODULE_6__/* .VHDX_REGION_OFFSETS */ .DG)
        await file.write(offset, regions);
    await file.write(METADATA.offset, (0,_vhdx_metadata_js__WEBPACK_IMPORTED_MODULE_7__/* .encodeVhdxMetadata */ .wp)(metadata));
    await file.write(TABLE_OFFSET, table);
}
function aligned(bytes) {
    return Math.ceil(bytes / _vhdx_block_table_js__WEBPACK_IMPORTED_MODULE_8__/* .VHDX_ALIGNMENT */ .PT) * _vhdx_block_table_js__WEBPACK_IMPORTED_MODULE_8__/* .VHDX_ALIGNMENT */ .PT;
}


/***/ }),

/***/ 14646:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  t: () => (/* binding */ writeImageFile)
});

// EXTERNAL MODULE: ./.cache/build/src/files/partial-file.js
var partial_file = __webpack_require__(38258);
// EXTERNAL MODULE: ./.cache/build/src/files/write-fully.js
var write_fully = __webpack_require__(16480);
;// CONCATENATED MODULE: ./.cache/build/src/disk/write-queue.js
/** Writes to a file with a few writes under way at a time, so that the disk and this thread work side by side. */

const MAX_IN_FLIGHT = 4;
class WriteQueue {
    #file;
    #inFlight = new Set();
    #failure;
    constructor(file) {
        this.#file = file;
    }
    /**
     * Takes the bytes, which must not change before they are written; resolves when there is room for the next ones.
     * @throws what an earlier write failed with
     */
    async write(offset, data) {
        if (data.length === 0)
            return;
        while (this.#inFlight.size >= MAX_IN_FLIGHT)
            await Promise.race(this.#inFlight);
        this.#assertWell();
        const writing = (0,write_fully/* writeFully */.K)(this.#file, data, offset)
            .catch((error) => {
            this.#failure ??= { error };
        })
            .finally(() => this.#inFlight.delete(writing));
        this.#inFlight.add(writing);
    }
    /** Resolves when everything taken was written. @throws what a write failed with */
    async drain() {
        await this.settle();
        this.#assertWell();
    }
    /** Resolves when no write of those taken so far is under way any more, whatever became of them; never rejects. */
    async settle() {
        await Promise.all(this.#inFlight);
    }
    #assertWell() {
        if (this.#failure)
            throw this.#failure.error;
    }
}

;// CONCATENATED MODULE: ./.cache/build/src/disk/write-image-file.js
/** The file of an image in the making, whatever its format: several writes under way, its name only when it is whole. */


/**
 * @param write returns how long the file is: it may end with a hole
 * @throws what `write` throws, what createPartialFile throws, what `onWritten` throws, the signal's reason; nothing is left behind then
 */
async function writeImageFile(path, { signal, onWritten }, write) {
    const file = await (0,partial_file/* createPartialFile */.k)(path);
    const queue = new WriteQueue(file.handle);
    try {
        const length = await write(queue);
        await queue.drain();
        signal?.throwIfAborted();
        await file.handle.truncate(length);
        await onWritten?.();
        await file.finish();
    }
    catch (error) {
        await queue.settle();
        await file.discard();
        throw error;
    }
}


/***/ }),

/***/ 36512:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ isZero)
/* harmony export */ });
/** Telling zero bytes from data, at the speed of memory. */
const ZEROS = Buffer.alloc(64 * 1024);
/** True when every byte of `bytes` is zero. */
function isZero(bytes) {
    // Nearly all data shows itself in its first bytes; that look is cheaper than the call of compare.
    if (bytes.length > 0 && (bytes[0] !== 0 || bytes[bytes.length - 1] !== 0))
        return false;
    for (let start = 0; start < bytes.length; start += ZEROS.length) {
        const end = Math.min(start + ZEROS.length, bytes.length);
        if (Buffer.compare(bytes.subarray(start, end), ZEROS.subarray(0, end - start)) !== 0)
            return false;
    }
    return true;
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
        extensionId: inf.value('Version', 'ExtensionId')?.toLowerCase(),
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
    if (parsed.getUTCMonth() !== month - 1)
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

/***/ 33884:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ decodeUtf8)
/* harmony export */ });
/** Text that is UTF-8 or nothing: a lenient reader puts replacement characters in place of what it cannot read, and goes on. */
/** Without its byte order mark. @returns undefined where the bytes are no UTF-8 */
function decodeUtf8(bytes) {
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch (error) {
        if (error instanceof TypeError)
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 91138:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ toFileTime),
/* harmony export */   W: () => (/* binding */ fromFileTime)
/* harmony export */ });
/** Windows' FILETIME: ticks of 100 nanoseconds since 1601-01-01 (UTC). Source: [MS-DTYP] 2.3.3. */
const EPOCH_MS = 11644473600000n;
const TICKS_PER_MS = 10000n;
/** @param milliseconds since 1970, as `Date` counts */
function toFileTime(milliseconds) {
    return (BigInt(milliseconds) + EPOCH_MS) * TICKS_PER_MS;
}
/** The millisecond that the ticks lie in, counted from 1970. */
function fromFileTime(ticks) {
    return Number(ticks / TICKS_PER_MS - EPOCH_MS);
}


/***/ }),

/***/ 80521:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H9: () => (/* binding */ binaryValue),
/* harmony export */   KH: () => (/* binding */ isText),
/* harmony export */   Pr: () => (/* binding */ expandStringValue),
/* harmony export */   g7: () => (/* binding */ decodeText),
/* harmony export */   hs: () => (/* binding */ decodeTexts),
/* harmony export */   mZ: () => (/* binding */ REG_DWORD),
/* harmony export */   r$: () => (/* binding */ stringValue),
/* harmony export */   w5: () => (/* binding */ dwordValue),
/* harmony export */   wl: () => (/* binding */ multiStringValue)
/* harmony export */ });
/** Keys and values of a registry hive in memory, with constructors for the types that Stillframe writes. */
/** Types of registry values (winnt.h). */
const REG_SZ = 1;
const REG_EXPAND_SZ = 2;
const REG_BINARY = 3;
const REG_DWORD = 4;
const REG_MULTI_SZ = 7;
function stringValue(name, text) {
    return { name, type: REG_SZ, data: encodeText(text) };
}
function expandStringValue(name, text) {
    return { name, type: REG_EXPAND_SZ, data: encodeText(text) };
}
function multiStringValue(name, texts) {
    const data = Buffer.concat([...texts.map(encodeText), Buffer.alloc(2)]);
    return { name, type: REG_MULTI_SZ, data };
}
function dwordValue(name, number) {
    const data = Buffer.alloc(4);
    data.writeUInt32LE(number);
    return { name, type: REG_DWORD, data };
}
function binaryValue(name, data) {
    return { name, type: REG_BINARY, data };
}
/** True for the types whose data is UTF-16 text. */
function isText({ type }) {
    return type === REG_SZ || type === REG_EXPAND_SZ || type === REG_MULTI_SZ;
}
/** The text of a string value, without its terminators; the first one of a list. */
function decodeText(value) {
    return value.data.toString('utf16le').split('\0')[0] ?? '';
}
function decodeTexts(value) {
    return value.data
        .toString('utf16le')
        .split('\0')
        .filter((text) => text !== '');
}
function encodeText(text) {
    return Buffer.from(`${text}\0`, 'utf16le');
}


/***/ }),

/***/ 24162:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dc: () => (/* binding */ orderSubkeys),
/* harmony export */   QC: () => (/* binding */ findIndexedKey)
/* harmony export */ });
/* unused harmony exports compareKeyNames, keyNameHash */
/**
 * The lists by which Windows finds a key. It halves them, by upper-case name, and in a hash leaf looks at no entry with another hash: a key in the wrong place,
 * or with the wrong hash, is in the file and not there for Windows. hivex sorts by the lower-case bytes of UTF-8 and hashes those (its issue 7: a key with an
 * underscore that regedit does not show), so that its lists are set right after it.
 * Format: M. Suhanov, "Windows registry file format specification" (github.com/msuhanov/regf), "Fast leaf", "Hash leaf", "Index root".
 */
/** In a key node. */
const COUNT = 20;
const LIST = 28;
/** Of a list, before its entries. */
const HEAD = 4;
/** Negative where Windows lists `a` first. */
function compareKeyNames(a, b) {
    const [left, right] = [upperCase(a), upperCase(b)];
    return left < right ? -1 : left > right ? 1 : 0;
}
/** Of a hash leaf: over the UTF-16 units of the upper-case name. */
function keyNameHash(name) {
    const upper = upperCase(name);
    let hash = 0;
    for (let index = 0; index < upper.length; index++)
        hash = (Math.imul(hash, 37) + upper.charCodeAt(index)) >>> 0;
    return hash;
}
/**
 * Sorts the subkeys of a key and sets their hashes, in the hive's own bytes; the lists stay where they are and as long.
 * @returns whether anything had to be changed
 * @throws FormatError for a damaged hive
 */
function orderSubkeys(hive, key) {
    const leaves = leavesOf(hive, key);
    const subkeys = [...key.subkeys()].sort((a, b) => compareKeyNames(a.name, b.name));
    let changed = false;
    let next = 0;
    for (const { list, step } of leaves) {
        for (let at = HEAD; at < HEAD + step * list.readUInt16LE(2); at += step) {
            const subkey = subkeys[next++];
            if (subkey === undefined)
                throw hive.refuse(0, `${leaves.length} lists that name each subkey once`, 'more');
            const hint = step === 8 ? nameHint(list, subkey.name) : undefined;
            if (list.readUInt32LE(at) === subkey.cell && (hint === undefined || list.readUInt32LE(at + 4) === hint))
                continue;
            list.writeUInt32LE(subkey.cell, at);
            if (hint !== undefined)
                list.writeUInt32LE(hint, at + 4);
            changed = true;
        }
    }
    return changed;
}
/**
 * The key at a path as Windows looks for it.
 * @returns undefined where Windows does not find it, whether it is in the file or not
 */
function findIndexedKey(hive, path) {
    let key = hive.root();
    for (const name of path.split('\\').filter((part) => part !== ''))
        key = key && findSubkey(hive, key, name);
    return key;
}
function findSubkey(hive, key, name) {
    const subkeys = key.subkeys();
    const hints = leavesOf(hive, key).flatMap(({ list, step }) => Array.from({ length: list.readUInt16LE(2) }, (_, index) => isHashLeaf(list) ? list.readUInt32LE(HEAD + index * step + 4) : undefined));
    let [low, high] = [0, subkeys.length - 1];
    while (low <= high) {
        const middle = (low + high) >> 1;
        const subkey = subkeys[middle];
        const order = compareKeyNames(name, subkey?.name ?? '');
        if (order === 0)
            return hints[middle] === undefined || hints[middle] === keyNameHash(name) ? subkey : undefined;
        if (order < 0)
            high = middle - 1;
        else
            low = middle + 1;
    }
    return undefined;
}
function leavesOf(hive, key) {
    const node = hive.cell(key.cell, 'nk');
    if (node.readUInt32LE(COUNT) === 0)
        return [];
    const list = hive.cell(node.readUInt32LE(LIST), 'lf', 'lh', 'li', 'ri');
    if (kindOf(list) !== 'ri')
        return [leaf(list)];
    return Array.from({ length: list.readUInt16LE(2) }, (_, index) => leaf(hive.cell(list.readUInt32LE(HEAD + 4 * index), 'lf', 'lh', 'li')));
}
function leaf(list) {
    return { list, step: kindOf(list) === 'li' ? 4 : 8 };
}
function kindOf(list) {
    return list.toString('latin1', 0, 2);
}
function isHashLeaf(list) {
    return kindOf(list) === 'lh';
}
/** Of a fast leaf: the first four characters; none where one of them is no single byte. */
function nameHint(list, name) {
    if (isHashLeaf(list))
        return keyNameHash(name);
    const hint = Buffer.alloc(4);
    const first = name.slice(0, 4);
    if (/^[\0-\xff]*$/.test(first))
        hint.write(first, 'latin1');
    return hint.readUInt32LE();
}
/** Unit by unit, as Windows does: what would become two letters stays, and no other letter becomes an ASCII one. */
function upperCase(name) {
    let upper = '';
    for (let index = 0; index < name.length; index++) {
        const unit = name.charAt(index);
        const other = unit.toUpperCase();
        upper += other.length === 1 && (unit < '\x80' || other >= '\x80') ? other : unit;
    }
    return upper;
}


/***/ }),

/***/ 77801:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ formatRegFile)
/* harmony export */ });
/** The text of a .reg file, as hivexregedit merges it into a hive and reg.exe imports it. */
/**
 * Every level of every key gets a line of its own, since hivexregedit makes no missing parents. Values are written as
 * their bytes with the type: nothing depends on encodings or escapes. Deletions come first.
 * @param root what stands before every key: the backslash of hivexregedit, or where the hive is loaded
 */
function formatRegFile(edits, root = '\\') {
    const lines = ['Windows Registry Editor Version 5.00', ''];
    for (const edit of edits)
        if ('delete' in edit)
            lines.push(`[-${root}${edit.key}]`, '');
    const opened = new Set();
    for (const edit of edits) {
        if ('delete' in edit)
            continue;
        const parts = edit.key.split('\\');
        for (let depth = 1; depth < parts.length; depth++) {
            const parent = parts.slice(0, depth).join('\\');
            if (opened.has(parent.toUpperCase()))
                continue;
            opened.add(parent.toUpperCase());
            lines.push(`[${root}${parent}]`, '');
        }
        opened.add(edit.key.toUpperCase());
        lines.push(`[${root}${edit.key}]`, ...edit.values.map(formatValue), '');
    }
    return `${lines.join('\n')}\n`;
}
function formatValue(value) {
    const name = value.name === '' ? '@' : `"${value.name.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
    const bytes = [...value.data].map((byte) => byte.toString(16).padStart(2, '0')).join(',');
    return `${name}=hex(${value.type.toString(16)}):${bytes}`;
}


/***/ }),

/***/ 21158:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gd: () => (/* binding */ openSystemHive),
/* harmony export */   UA: () => (/* binding */ refuseLinks),
/* harmony export */   ZQ: () => (/* binding */ currentControlSet),
/* harmony export */   uR: () => (/* binding */ remoteDesktopEdits),
/* harmony export */   zg: () => (/* binding */ editHive)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41251);
/* harmony import */ var _hive_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48520);
/* harmony import */ var _hive_tree_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(80521);
/* harmony import */ var _key_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(24162);
/* harmony import */ var _reg_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77801);
/** Changes in the SYSTEM hive of an image that is not running. */






/** @throws FormatError when the file is no hive or names no control set */
async function openSystemHive(file) {
    const hive = new _hive_js__WEBPACK_IMPORTED_MODULE_2__/* .Hive */ .p(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file), file);
    return { controlSet: currentControlSet(hive) };
}
/** @throws FormatError when Select\Current names no control set of the hive */
function currentControlSet(hive) {
    const current = (0,_hive_js__WEBPACK_IMPORTED_MODULE_2__/* .findValue */ .j)(hive.key('Select'), 'Current')?.data;
    const number = current?.length === 4 ? current.readUInt32LE(0) : 0;
    const controlSet = `ControlSet${String(number).padStart(3, '0')}`;
    if (hive.key(controlSet) === undefined) {
        throw hive.refuse(0, 'a SYSTEM hive whose Select\\Current names a control set', controlSet);
    }
    return controlSet;
}
/**
 * Merges the edits into the hive file; keys and values that no edit names stay as they are.
 * @param regFile path for the .reg text
 */
async function editHive(file, edits, regFile, tools) {
    const hive = new _hive_js__WEBPACK_IMPORTED_MODULE_2__/* .Hive */ .p(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file), file);
    const needed = edits.filter((edit) => !('delete' in edit) || hive.key(edit.key) !== undefined);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(regFile, (0,_reg_file_js__WEBPACK_IMPORTED_MODULE_3__/* .formatRegFile */ .o)(needed));
    await tools.run('hivexregedit', ['--merge', '--prefix', '\\', file, regFile]);
    await orderLists(file, needed);
}
/** hivexregedit lists keys in another order than Windows looks for them. */
async function orderLists(file, edits) {
    const hive = new _hive_js__WEBPACK_IMPORTED_MODULE_2__/* .Hive */ .p(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file), file);
    const parents = new Set(edits.flatMap(({ key }) => {
        const parts = key.split('\\');
        return parts.map((_, depth) => parts.slice(0, depth).join('\\'));
    }));
    const changed = [...parents].filter((path) => {
        const key = hive.key(path);
        return key !== undefined && (0,_key_index_js__WEBPACK_IMPORTED_MODULE_4__/* .orderSubkeys */ .Dc)(hive, key);
    });
    if (changed.length > 0)
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(file, hive.bytes);
}
/** In a key node (msuhanov/regf, "Key node"). */
const FLAGS = 2;
const KEY_SYM_LINK = 0x10;
/**
 * Below a link Windows looks where it leads, and so does reg.exe for a hive that is loaded: into the registry of the machine that builds.
 * HKLM\SOFTWARE has some of 32-bit programs (Microsoft Learn, "Registry keys affected by WOW64").
 * @param name of the hive, for the message
 * @throws UserError input-invalid; FormatError
 */
async function refuseLinks(file, name, edits) {
    const hive = new _hive_js__WEBPACK_IMPORTED_MODULE_2__/* .Hive */ .p(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file), file);
    for (const { key } of edits) {
        const parts = key.split('\\');
        for (let depth = 1; depth <= parts.length; depth++) {
            const path = parts.slice(0, depth).join('\\');
            const found = hive.key(path);
            if (found === undefined)
                break;
            if ((hive.cell(found.cell, 'nk').readUInt16LE(FLAGS) & KEY_SYM_LINK) === 0)
                continue;
            const target = (0,_hive_js__WEBPACK_IMPORTED_MODULE_2__/* .findValue */ .j)(found, 'SymbolicLinkValue')?.data.toString('utf16le') ?? 'another key';
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('input-invalid', `Input registry: HKLM\\${name}\\${path} is a link in the registry of the image, to ${target}`, 'Name the key below the one that it leads to.');
        }
    }
}
/** Lets Remote Desktop listen; the firewall is opened at first boot, network level authentication stays on. */
function remoteDesktopEdits(controlSet) {
    return [{ key: `${controlSet}\\Control\\Terminal Server`, values: [(0,_hive_tree_js__WEBPACK_IMPORTED_MODULE_5__/* .dwordValue */ .w5)('fDenyTSConnections', 0)] }];
}


/***/ }),

/***/ 2400:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pf: () => (/* binding */ fieldsOf),
/* harmony export */   Po: () => (/* binding */ numberIn),
/* harmony export */   c3: () => (/* binding */ listOf),
/* harmony export */   r7: () => (/* binding */ textIn)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/** Reads what a script of ours answered: JSON, of which nothing is taken on trust. */

function fieldsOf(value) {
    return typeof value === 'object' && value !== null ? value : {};
}
/** A list of one is the value itself to some versions of ConvertTo-Json, an empty one null. */
function listOf(value) {
    if (Array.isArray(value))
        return value;
    return value === undefined || value === null ? [] : [value];
}
/** A whole number that is not negative. @throws ToolError when it is anything else */
function numberIn(answer, name) {
    const value = fieldsOf(answer)[name];
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0)
        return value;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ToolError */ .v4('powershell.exe', 0, JSON.stringify(answer), `The script did not say its "${name}".`);
}
/** Empty for what is no text. */
function textIn(answer, name) {
    const value = fieldsOf(answer)[name];
    return typeof value === 'string' ? value : '';
}


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

/***/ 87720:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CL: () => (/* binding */ buildOnMedia),
/* harmony export */   Gz: () => (/* binding */ chooseEdition)
/* harmony export */ });
/* unused harmony export aliasOf */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/* harmony import */ var _nearest_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92106);
/** The editions in an install.wim: what there is, and which one is meant by an alias, a name or an index. */


/** Build and revision of the image on the media, such as `17763.107`. */
function buildOnMedia({ version }) {
    return version.split('.').slice(2).join('.');
}
const EDITION_ALIASES = ['standard-core', 'standard-desktop', 'datacenter-core', 'datacenter-desktop'];
/**
 * @param wanted an alias, the exact name or display name (case does not matter), or an index
 * @throws UserError edition-not-found that lists what there is
 */
function chooseEdition(images, wanted, source) {
    const matches = findMatches(images, wanted.trim());
    const [only, second] = matches;
    if (only !== undefined && second === undefined)
        return only;
    const listing = images.map((image) => `${image.index} = ${image.name}`).join('; ');
    if (only !== undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('edition-not-found', `Edition "${wanted}" fits ${matches.length} images of ${source}: ${matches.map((image) => image.index).join(', ')}`, `Choose by index. There are: ${listing}.`);
    }
    const names = [...EDITION_ALIASES, ...images.flatMap((image) => [image.name, image.displayName])];
    const nearest = (0,_nearest_name_js__WEBPACK_IMPORTED_MODULE_1__/* .nearestName */ .q)(wanted, names);
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('edition-not-found', `Edition "${wanted}" is not in ${source}${nearest === undefined ? '' : `; did you mean "${nearest}"?`}`, `There are: ${listing}. Aliases: ${EDITION_ALIASES.join(', ')}.`);
}
function findMatches(images, wanted) {
    if (/^\d+$/.test(wanted))
        return images.filter((image) => image.index === Number(wanted));
    const lower = wanted.toLowerCase();
    const alias = EDITION_ALIASES.find((candidate) => candidate === lower);
    if (alias !== undefined)
        return images.filter((image) => aliasOf(image) === alias);
    return images.filter((image) => [image.name, image.displayName].some((name) => name.toLowerCase() === lower));
}
/** The alias of an image; undefined for editions that have none, such as Azure or Essentials. */
function aliasOf(image) {
    const edition = /^server(standard|datacenter)(eval)?(core)?$/i.exec(image.editionId);
    const kind = edition?.[1]?.toLowerCase();
    if (kind === undefined)
        return undefined;
    const core = /core/i.test(image.installationType) || edition?.[3] !== undefined || /core$/i.test(image.name);
    return `${kind}-${core ? 'core' : 'desktop'}`;
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


/***/ }),

/***/ 61255:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ wrongDisk)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/** The error for a finished disk that is not what was planned. */

/** @param what one clause that says what differs, and where */
function wrongDisk(what) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('layout-wrong', `The finished disk is not what was planned: ${what}`, 'Nothing was kept. Please report this with the debug log (ACTIONS_STEP_DEBUG) of the job.');
}


/***/ })

};
