export const id = 1626;
export const ids = [1626];
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
/* harmony export */   ZQ: () => (/* binding */ currentControlSet),
/* harmony export */   uR: () => (/* binding */ remoteDesktopEdits),
/* harmony export */   zg: () => (/* binding */ editHive)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _hive_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48520);
/* harmony import */ var _hive_tree_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(80521);
/* harmony import */ var _reg_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77801);
/** Changes in the SYSTEM hive of an image that is not running. */




/** @throws FormatError when the file is no hive or names no control set */
async function openSystemHive(file) {
    const hive = new _hive_js__WEBPACK_IMPORTED_MODULE_1__/* .Hive */ .p(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file), file);
    return { controlSet: currentControlSet(hive) };
}
/** @throws FormatError when Select\Current names no control set of the hive */
function currentControlSet(hive) {
    const current = (0,_hive_js__WEBPACK_IMPORTED_MODULE_1__/* .findValue */ .j)(hive.key('Select'), 'Current')?.data;
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
    const hive = new _hive_js__WEBPACK_IMPORTED_MODULE_1__/* .Hive */ .p(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file), file);
    const needed = edits.filter((edit) => !('delete' in edit) || hive.key(edit.key) !== undefined);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(regFile, (0,_reg_file_js__WEBPACK_IMPORTED_MODULE_2__/* .formatRegFile */ .o)(needed));
    await tools.run('hivexregedit', ['--merge', '--prefix', '\\', file, regFile]);
}
/** Lets Remote Desktop listen; the firewall is opened at first boot, network level authentication stays on. */
function remoteDesktopEdits(controlSet) {
    return [{ key: `${controlSet}\\Control\\Terminal Server`, values: [(0,_hive_tree_js__WEBPACK_IMPORTED_MODULE_3__/* .dwordValue */ .w5)('fDenyTSConnections', 0)] }];
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

/***/ 31386:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vg: () => (/* binding */ numberValue),
/* harmony export */   X_: () => (/* binding */ openHive),
/* harmony export */   v8: () => (/* binding */ textValue),
/* harmony export */   vw: () => (/* binding */ neededKey)
/* harmony export */ });
/* harmony import */ var _registry_hive_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48520);
/* harmony import */ var _registry_hive_tree_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(80521);
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
/** @param who the INF file that needs it @throws UserError layout-wrong */
function neededKey(hive, path, who) {
    const key = hive.key(path);
    if (key === undefined)
        throw (0,_wrong_disk_js__WEBPACK_IMPORTED_MODULE_1__/* .wrongDisk */ .p)(`its registry has no ${path} for ${who}`);
    return key;
}
function textValue(key, name) {
    const found = (0,_registry_hive_js__WEBPACK_IMPORTED_MODULE_0__/* .findValue */ .j)(key, name);
    return found && (0,_registry_hive_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .decodeText */ .g7)(found);
}
function numberValue(key, name) {
    const found = (0,_registry_hive_js__WEBPACK_IMPORTED_MODULE_0__/* .findValue */ .j)(key, name);
    return found?.type === _registry_hive_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .REG_DWORD */ .mZ && found.data.length === 4 ? found.data.readUInt32LE(0) : undefined;
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
            const data = volume.data(await volume.wholeRecord(record), path);
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
            const standard = (await volume.wholeRecord(record)).find(({ type }) => type === STANDARD_INFORMATION)?.value;
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
