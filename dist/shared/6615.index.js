export const id = 6615;
export const ids = [6615];
export const modules = {

/***/ 20238:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  t: () => (/* binding */ openDiskForWriting)
});

// EXTERNAL MODULE: ./.cache/build/src/errors.js
var errors = __webpack_require__(41251);
// EXTERNAL MODULE: ./.cache/build/src/files/byte-source.js
var byte_source = __webpack_require__(58018);
// EXTERNAL MODULE: ./.cache/build/src/disk/disk-in-use.js
var disk_in_use = __webpack_require__(2695);
// EXTERNAL MODULE: ./.cache/build/src/disk/raw-disk.js
var raw_disk = __webpack_require__(25604);
// EXTERNAL MODULE: ./.cache/build/src/disk/recognise-format.js
var recognise_format = __webpack_require__(22847);
// EXTERNAL MODULE: ./.cache/build/src/disk/mapped-disk.js
var mapped_disk = __webpack_require__(80481);
// EXTERNAL MODULE: ./.cache/build/src/disk/ranges.js
var ranges = __webpack_require__(66498);
// EXTERNAL MODULE: ./.cache/build/src/disk/zero-bytes.js
var zero_bytes = __webpack_require__(36512);
;// CONCATENATED MODULE: ./.cache/build/src/disk/writable-mapped-disk.js
/** Writing to a disk cut into blocks that come into being with their first write. */



/** As `mappedDisk`, for writing. Zeros are not stored where no block is. Writes must not overlap in time. */
function writableMappedDisk(mapping) {
    const { size, source, blockSize } = mapping;
    let untouched = true;
    return {
        ...(0,mapped_disk/* mappedDisk */.B)(mapping),
        write: async (offset, data) => {
            (0,ranges/* assertInside */.T)({ size, path: source.path }, offset, data.length);
            if (untouched)
                await mapping.beforeFirstWrite?.();
            untouched = false;
            for (let done = 0; done < data.length;) {
                const within = (offset + done) % blockSize;
                const block = (offset + done - within) / blockSize;
                const part = data.subarray(done, done + Math.min(blockSize - within, data.length - done));
                await writePart(mapping, block, within, part);
                done += part.length;
            }
        },
        flush: () => source.flush(),
    };
}
async function writePart(mapping, block, within, part) {
    const stored = await mapping.locate(block);
    if (stored !== undefined) {
        await mapping.source.write(stored + within, part);
        await mapping.afterWrite?.(block, within, part.length);
    }
    else if (!(0,zero_bytes/* isZero */.b)(part)) {
        const content = Buffer.alloc(mapping.blockSize);
        content.set(part, within);
        await mapping.allocate(block, content);
    }
}

// EXTERNAL MODULE: ./.cache/build/src/disk/vhd/vhd-disk.js
var vhd_disk = __webpack_require__(56851);
// EXTERNAL MODULE: ./.cache/build/src/disk/vhd/vhd-dynamic-header.js
var vhd_dynamic_header = __webpack_require__(27243);
// EXTERNAL MODULE: ./.cache/build/src/disk/vhd/vhd-footer.js
var vhd_footer = __webpack_require__(23677);
;// CONCATENATED MODULE: ./.cache/build/src/disk/vhd/vhd-writable-disk.js
/** Changes fixed and dynamic VHDs in place. */






const SECTOR = 512;
const FILE_ALIGNMENT = 4096;
/** Throws as `openVhd`, and FormatError when the footer at the end is damaged: new blocks could not be told from old ones. */
async function openVhdForWriting(source) {
    const footer = await (0,vhd_disk/* readVhdFooter */.yT)(source);
    if (footer.headerOffset === undefined)
        return (0,raw_disk/* writableRawDisk */.cB)(source, 'vhd-fixed', footer.size);
    const footerOffset = source.size - vhd_footer/* VHD_FOOTER_BYTES */.tO;
    const footerBytes = await source.read(footerOffset, vhd_footer/* VHD_FOOTER_BYTES */.tO);
    (0,vhd_footer/* decodeVhdFooter */.Ow)(footerBytes, source.path, footerOffset);
    const header = await (0,vhd_disk/* readVhdDynamicHeader */.Hc)(source, footer);
    const table = (0,vhd_disk/* vhdTable */.jM)(source, header);
    const bitmap = Buffer.alloc((0,vhd_dynamic_header/* vhdBitmapBytes */.$t)(header.blockSize), 0xff);
    const mapping = (0,vhd_disk/* vhdMapping */.HT)(source, footer, header, table);
    return writableMappedDisk({
        ...mapping,
        source,
        allocate: async (block, content) => {
            // The block takes the place of the footer, so the footer is first safe at its new place.
            const start = source.size - vhd_footer/* VHD_FOOTER_BYTES */.tO;
            const data = Math.ceil((start + bitmap.length) / FILE_ALIGNMENT) * FILE_ALIGNMENT;
            const sector = (data - bitmap.length) / SECTOR;
            if (sector >= vhd_dynamic_header/* VHD_BLOCK_ABSENT */.By)
                throw new errors/* FormatError */.IF(source.path, start, 'room for another block', 'a file of 2 TiB');
            await source.write(data + content.length, footerBytes);
            await source.flush();
            await source.write(data - bitmap.length, Buffer.concat([bitmap, content]));
            await source.flush();
            const entry = Buffer.alloc(4);
            entry.writeUInt32BE(sector);
            await source.write(header.tableOffset + block * 4, entry);
            await source.flush();
            table.forget(block);
        },
        afterWrite: async (block, within, length) => {
            // Some readers take a sector whose bit is clear for zeros.
            const stored = await mapping.locate(block);
            if (stored === undefined)
                return;
            const first = Math.floor(within / SECTOR);
            const last = Math.floor((within + length - 1) / SECTOR);
            const place = stored - bitmap.length + (first >> 3);
            const bits = await source.read(place, (last >> 3) - (first >> 3) + 1);
            const before = Buffer.from(bits);
            for (let sector = first; sector <= last; sector++) {
                const at = (sector >> 3) - (first >> 3);
                bits[at] = (bits[at] ?? 0) | (0x80 >> (sector & 7));
            }
            if (!bits.equals(before))
                await source.write(place, bits);
        },
    });
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./.cache/build/src/disk/guid.js
var disk_guid = __webpack_require__(85801);
// EXTERNAL MODULE: ./.cache/build/src/disk/vhdx/vhdx-block-table.js
var vhdx_block_table = __webpack_require__(78970);
// EXTERNAL MODULE: ./.cache/build/src/disk/vhdx/vhdx-disk.js
var vhdx_disk = __webpack_require__(54961);
// EXTERNAL MODULE: ./.cache/build/src/disk/vhdx/vhdx-header.js
var vhdx_header = __webpack_require__(87001);
;// CONCATENATED MODULE: ./.cache/build/src/disk/vhdx/vhdx-writable-disk.js
/**
 * Changes VHDX disks in place without their log: a table entry is written with one write within a sector, after the block
 * it points to is on stable storage, so that there is never anything to replay.
 */






/** Throws as `openVhdx`. */
async function openVhdxForWriting(source) {
    const file = await (0,vhdx_disk/* readVhdxFile */.xM)(source);
    const { header, headerOffset, table, tableOffset, entryIndex } = file;
    return writableMappedDisk({
        ...(0,vhdx_disk/* vhdxMapping */.vA)(source, file),
        source,
        allocate: async (block, content) => {
            const offset = Math.ceil(source.size / vhdx_block_table/* VHDX_ALIGNMENT */.PT) * vhdx_block_table/* VHDX_ALIGNMENT */.PT;
            await source.write(offset, content);
            await source.flush();
            const index = entryIndex(block);
            await source.write(tableOffset + index * vhdx_block_table/* VHDX_ENTRY_BYTES */.Cg, (0,vhdx_block_table/* encodeVhdxEntry */.fM)(offset));
            await source.flush();
            table.forget(index);
        },
        // MS-VHDX 2.2.2: both GUIDs change with the first write after opening, in the header that is not the current one.
        beforeFirstWrite: async () => {
            const other = vhdx_header/* VHDX_HEADER_OFFSETS */.gs.find((offset) => offset !== headerOffset) ?? vhdx_header/* VHDX_HEADER_OFFSETS */.gs[0];
            const next = (guid) => (0,disk_guid/* guidFromDigest */.ML)((0,external_node_crypto_.createHash)('sha256').update(guid).digest());
            const changed = {
                ...header,
                sequence: header.sequence + 1n,
                fileWriteGuid: next(header.fileWriteGuid),
                dataWriteGuid: next(header.dataWriteGuid),
            };
            await source.write(other, (0,vhdx_header/* encodeVhdxHeader */.Aj)(changed));
            await source.flush();
        },
    });
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.cache/build/src/disk/composed-disk.js
var composed_disk = __webpack_require__(81412);
// EXTERNAL MODULE: ./.cache/build/src/disk/vmdk/vmdk-descriptor-disk.js
var vmdk_descriptor_disk = __webpack_require__(5447);
// EXTERNAL MODULE: ./.cache/build/src/disk/vmdk/vmdk-grain-tables.js
var vmdk_grain_tables = __webpack_require__(92983);
// EXTERNAL MODULE: ./.cache/build/src/disk/vmdk/vmdk-header.js
var vmdk_header = __webpack_require__(50825);
// EXTERNAL MODULE: ./.cache/build/src/disk/vmdk/vmdk-sparse-disk.js + 1 modules
var vmdk_sparse_disk = __webpack_require__(42401);
;// CONCATENATED MODULE: ./.cache/build/src/disk/vmdk/vmdk-writable-disk.js
/** Changes VMDKs in place: sparse extents that are not compressed, flat ones, and disks made of several of them. */












/** Throws as `openVmdkSparse`; UserError disk-format-unsupported for a streamOptimized disk, disk-invalid after a crash. */
async function openVmdkSparseForWriting(source) {
    const extent = await (0,vmdk_sparse_disk/* readVmdkSparseExtent */.fB)(source);
    const { header, tables } = extent;
    if ((header.flags & vmdk_header/* VMDK_FLAG_COMPRESSED */.SM) !== 0) {
        throw new errors/* UserError */.yo('disk-format-unsupported', `${source.path} is a streamOptimized VMDK, which cannot be changed in place`, 'Write the result to a new file, or convert the disk to VHD, VHDX, raw or a monolithic VMDK first.');
    }
    if (header.uncleanShutdown) {
        throw new errors/* UserError */.yo('disk-invalid', `${source.path} was not closed cleanly by the program that used it last`, 'Start and shut down its VM once, or repair it with: vmware-vdiskmanager -R');
    }
    const redundant = (header.flags & vmdk_header/* VMDK_FLAG_REDUNDANT_GRAIN_TABLE */.TT) === 0 || header.redundantDirectoryOffset === 0
        ? undefined
        : new vmdk_grain_tables/* VmdkGrainTables */.t(source, header, header.redundantDirectoryOffset);
    const mapping = (0,vmdk_sparse_disk/* vmdkSparseMapping */.f1)(source, extent);
    return writableMappedDisk({
        ...mapping,
        source,
        allocate: async (grain, content) => {
            const places = [await redundant?.entryOffset(grain), await tables.entryOffset(grain)];
            if (places.includes(0))
                throw new errors/* FormatError */.IF(source.path, 0, `a grain table for grain ${grain}`, 'none');
            const offset = Math.ceil(source.size / mapping.blockSize) * mapping.blockSize;
            await source.write(offset, content);
            await source.flush();
            const entry = Buffer.alloc(4);
            entry.writeUInt32LE(offset / vmdk_header/* VMDK_SECTOR */.OM);
            for (const place of places) {
                if (place === undefined)
                    continue;
                await source.write(place, entry);
                await source.flush();
            }
            tables.forget(grain);
        },
    });
}
/** Throws as `openVmdkDescriptor`. */
async function openVmdkDescriptorForWriting(source) {
    const descriptor = await (0,vmdk_descriptor_disk/* readVmdkDescriptor */.Ef)(source);
    const folder = (0,external_node_path_.dirname)(source.path);
    const extents = [];
    let offset = 0;
    try {
        for (const extent of descriptor.extents) {
            if (extent.type !== 'ZERO')
                extents.push({ offset, content: await openExtent(folder, source, extent) });
            offset += extent.sectors * vmdk_header/* VMDK_SECTOR */.OM;
        }
    }
    catch (error) {
        for (const { content } of extents)
            await content.close();
        throw error;
    }
    const disk = (0,composed_disk/* composedDisk */.U)(offset, extents, source.path);
    return {
        ...disk,
        format: `vmdk-${descriptor.createType}`,
        write: async (start, data) => {
            (0,ranges/* assertInside */.T)(disk, start, data.length);
            const end = start + data.length;
            const touched = extents.filter((extent) => extent.offset < end && start < extent.offset + extent.content.size);
            const covered = touched.reduce((sum, { offset: first, content }) => {
                return sum + Math.min(end, first + content.size) - Math.max(start, first);
            }, 0);
            if (covered < data.length)
                throw new errors/* FormatError */.IF(source.path, 0, 'an extent to write to', 'a ZERO extent');
            for (const { offset: first, content } of touched) {
                const from = Math.max(start, first);
                const to = Math.min(end, first + content.size);
                await content.write(from - first, data.subarray(from - start, to - start));
            }
        },
        flush: async () => {
            for (const { content } of extents)
                await content.flush();
        },
        close: async () => {
            await disk.close();
            await source.close();
        },
    };
}
async function openExtent(folder, descriptor, extent) {
    const offset = extent.offset ?? 0;
    const isFlat = extent.type === 'FLAT' || extent.type === 'VMFS';
    if ((!isFlat && extent.type !== 'SPARSE') || extent.access !== 'RW' || offset !== 0) {
        throw new errors/* UserError */.yo('disk-format-unsupported', `${descriptor.path} has an extent (${extent.access} ${extent.type}, offset ${offset}) that is not changed in place here`, 'Write the result to a new file instead.');
    }
    const path = (0,vmdk_descriptor_disk/* extentPath */.IU)(folder, descriptor, extent);
    const source = await (0,byte_source/* openWritableFileSource */.aB)(path);
    try {
        await (0,disk_in_use/* assertNotInUse */.aX)(path, 'write');
        const size = extent.sectors * vmdk_header/* VMDK_SECTOR */.OM;
        if (!isFlat)
            return await openVmdkSparseForWriting(source);
        if (size <= source.size)
            return (0,raw_disk/* writableRawDisk */.cB)(source, 'raw', size);
        throw new errors/* FormatError */.IF(source.path, 0, `an extent of ${size} bytes`, `${source.size} bytes`);
    }
    catch (error) {
        await source.close();
        throw error;
    }
}

;// CONCATENATED MODULE: ./.cache/build/src/disk/open-disk-for-writing.js
/** Opens a disk image to change it in place. */








/**
 * Opens raw, VHD, VHDX and uncompressed VMDK images. New blocks are stored in an order that survives a crash at any moment.
 * @throws UserError file-missing, disk-in-use, disk-format-unknown, disk-format-unsupported (OVA and streamOptimized VMDK among them), disk-invalid;
 *   FormatError when the image is damaged
 */
async function openDiskForWriting(path) {
    await (0,disk_in_use/* assertNotInUse */.aX)(path, 'write');
    const source = await (0,byte_source/* openWritableFileSource */.aB)(path);
    try {
        return await openIn(source);
    }
    catch (error) {
        await source.close();
        throw error;
    }
}
async function openIn(source) {
    const format = await (0,recognise_format/* recogniseFormat */.b)(source);
    switch (format) {
        case 'vhd':
            return openVhdForWriting(source);
        case 'vhdx':
            return openVhdxForWriting(source);
        case 'vmdk-sparse':
            return openVmdkSparseForWriting(source);
        case 'vmdk-descriptor':
            return openVmdkDescriptorForWriting(source);
        case 'raw':
            (0,raw_disk/* assertWholeSectors */.j7)(source);
            return (0,raw_disk/* writableRawDisk */.cB)(source);
        case 'tar':
            throw new errors/* UserError */.yo('disk-format-unsupported', `${source.path} is an OVA, whose disk cannot be changed in place`, 'Write the result to a new file instead.');
        default:
            throw new errors/* UserError */.yo('disk-format-unknown', `${source.path} is ${format.foreign}, which is not changed here`, format.hint);
    }
}


/***/ }),

/***/ 88719:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ startDeflatePool)
/* harmony export */ });
/* harmony import */ var _deflate_slot_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34753);
/* harmony import */ var _deflate_thread_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45966);
/* harmony import */ var _spare_threads_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(56548);
/**
 * A pool of threads that pack windows of grains. Each thread has a few slots in a memory it shares with this one, so memory use is fixed
 * from the start.
 */



/**
 * Returns at once: what the threads will pack can be looked for while they start. Whoever calls closes the pool, whatever happens.
 * @param workers number of threads; default as many as cores
 * @param level 1 (fastest) to 9 (smallest)
 */
function startDeflatePool(level, workers) {
    const threads = Array.from({ length: (0,_deflate_thread_js__WEBPACK_IMPORTED_MODULE_1__/* .threadCount */ .C)(workers) }, _spare_threads_js__WEBPACK_IMPORTED_MODULE_2__/* .takeThread */ .s);
    const close = async () => {
        await Promise.all(threads.map((thread) => thread.close()));
    };
    const slots = Promise.all(threads.map(async ({ memory, run }) => (0,_deflate_slot_js__WEBPACK_IMPORTED_MODULE_0__/* .makeSlots */ .g3)(await memory, run, level))).then(aroundThreads);
    // Whoever started the pool may fail before it asks for them.
    slots.catch(() => { });
    return { workers: threads.length, level, slots, close };
}
/** In an order that goes round the threads. */
function aroundThreads(ofThreads) {
    const slots = (ofThreads[0] ?? []).flatMap((_, i) => ofThreads.map((ofThread) => ofThread[i]));
    return slots.filter((slot) => slot !== undefined);
}


/***/ }),

/***/ 30988:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  U: () => (/* binding */ identifyContent),
  y: () => (/* binding */ writeVmdkStream)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./.cache/build/src/errors.js
var errors = __webpack_require__(41251);
// EXTERNAL MODULE: ./.cache/build/src/disk/vmdk/deflate-pool.js
var deflate_pool = __webpack_require__(88719);
// EXTERNAL MODULE: ./.cache/build/src/disk/vmdk/deflate-slot.js
var deflate_slot = __webpack_require__(34753);
// EXTERNAL MODULE: ./.cache/build/src/disk/vmdk/deflate-worker.js
var deflate_worker = __webpack_require__(16147);
// EXTERNAL MODULE: ./.cache/build/src/disk/clear-bytes.js
var clear_bytes = __webpack_require__(57009);
// EXTERNAL MODULE: ./.cache/build/src/disk/read-into.js
var read_into = __webpack_require__(64823);
;// CONCATENATED MODULE: ./.cache/build/src/disk/vmdk/grain-windows.js
/** Cuts a disk into windows of grains and fills them, leaving out what need not be stored. */



/** The windows that hold data, in order. Zero and free ranges cost nothing, however long they are. */
async function* grainWindows(disk) {
    let offset = -1;
    let pieces = [];
    for await (const range of disk.ranges()) {
        if (range.kind !== 'data')
            continue;
        for (let at = range.offset; at < range.offset + range.length;) {
            const window = at - (at % deflate_slot/* WINDOW_SIZE */.DK);
            if (window !== offset) {
                if (pieces.length > 0)
                    yield { offset, pieces };
                offset = window;
                pieces = [];
            }
            const end = Math.min(range.offset + range.length, window + deflate_slot/* WINDOW_SIZE */.DK);
            pieces.push({ offset: at, length: end - at });
            at = end;
        }
    }
    if (pieces.length > 0)
        yield { offset, pieces };
}
/**
 * Reads a window into `target` (WINDOW_SIZE bytes). What lies between the pieces becomes zero, also when it was read
 * along with them: deleted data must not travel on.
 */
async function fillWindow(disk, window, target) {
    const start = window.pieces[0]?.offset ?? window.offset;
    const last = window.pieces.at(-1);
    const end = last ? last.offset + last.length : start;
    // One read for the whole span: file systems leave gaps of a few clusters, which cost less than another system call.
    await (0,read_into/* readInto */.P)(disk, target.subarray(start - window.offset, end - window.offset), start);
    let filled = 0;
    for (const piece of window.pieces) {
        (0,clear_bytes/* clearBytes */.L)(target, filled, piece.offset - window.offset);
        filled = piece.offset - window.offset + piece.length;
    }
    (0,clear_bytes/* clearBytes */.L)(target, filled, target.length);
}

// EXTERNAL MODULE: ./.cache/build/src/disk/vmdk/vmdk-descriptor.js
var vmdk_descriptor = __webpack_require__(49929);
// EXTERNAL MODULE: ./.cache/build/src/disk/vmdk/vmdk-header.js
var vmdk_header = __webpack_require__(50825);
;// CONCATENATED MODULE: ./.cache/build/src/disk/vmdk/vmdk-stream-writer.js
/**
 * Writes a disk as a streamOptimized VMDK in one pass. The layout is the one VMware's own exporters stream: header,
 * descriptor, grains each behind a marker, every grain table after its grains, then the grain directory, a footer and
 * the end-of-stream marker, and not one byte after it. Source: VMware "Virtual Disk Format 5.0", "Stream-Optimized
 * Compressed Sparse Extents"; header version 3 as ESXi demands.
 */








const GRAIN_SECTORS = deflate_worker/* GRAIN_SIZE */.ms / vmdk_header/* VMDK_SECTOR */.OM;
const DESCRIPTOR_SECTORS = 20;
/** Where the first grain stands, as in VMware's exports. */
const OVERHEAD_SECTORS = 128;
const TABLE_SECTORS = (vmdk_header/* VMDK_ENTRIES_PER_TABLE */.PP * 4) / vmdk_header/* VMDK_SECTOR */.OM;
/** Grain table entries are sector numbers of 32 bits. */
const MAX_SECTORS = 2 ** 32;
/**
 * @throws UserError disk-format-unsupported when the result would exceed the format's 2 TiB; what `disk` and `sink` throw;
 *   the signal's reason when aborted
 */
async function writeVmdkStream(disk, sink, options) {
    const sectors = Math.ceil(disk.size / vmdk_header/* VMDK_SECTOR */.OM);
    const stream = new StreamAssembler(sink, sectors, options.name);
    const pool = options.pool ?? (0,deflate_pool/* startDeflatePool */.K)(options.level, options.workers);
    try {
        if (pool.level !== options.level)
            throw new TypeError(`threads of level ${pool.level} for level ${options.level}`);
        await stream.begin(await descriptor(disk, sectors, options));
        await packAll(disk, pool, stream, options);
    }
    finally {
        await pool.close();
    }
    await stream.end();
    return {
        size: stream.position * vmdk_header/* VMDK_SECTOR */.OM,
        populated: stream.grains * deflate_worker/* GRAIN_SIZE */.ms,
        capacity: sectors * vmdk_header/* VMDK_SECTOR */.OM,
    };
}
/**
 * Keeps every slot busy: the packed windows go to the stream in the order of the disk, while the next ones are read. Where reading and
 * writing took turns, threads waited for the next window although a slot was free.
 */
async function packAll(disk, pool, stream, options) {
    const { signal, onProgress } = options;
    const free = [...(await pool.slots)];
    const written = [];
    let last = Promise.resolve();
    const write = async (before, slot, offset, packing) => {
        await before;
        const packed = await packing;
        signal.throwIfAborted();
        await stream.window(offset / deflate_worker/* GRAIN_SIZE */.ms, packed);
        onProgress?.(Math.min(offset + deflate_slot/* WINDOW_SIZE */.DK, disk.size));
        return slot;
    };
    try {
        for await (const window of grainWindows(disk)) {
            signal.throwIfAborted();
            const slot = free.shift() ?? (await written.shift());
            if (!slot)
                throw new TypeError('a slot was lost');
            await fillWindow(disk, window, slot.input);
            const grains = Math.ceil(Math.min(deflate_slot/* WINDOW_SIZE */.DK, disk.size - window.offset) / deflate_worker/* GRAIN_SIZE */.ms);
            const packing = slot.pack(window.offset / deflate_worker/* GRAIN_SIZE */.ms, grains);
            const done = write(last, slot, window.offset, packing);
            // Awaited in their turn; a thread that dies meanwhile must not count as an unhandled rejection.
            packing.catch(() => { });
            done.catch(() => { });
            written.push(done);
            last = done;
        }
        await last;
    }
    finally {
        // Where reading failed, what is in flight still ends: nothing may go to a sink that its owner takes for idle.
        await last.catch(() => { });
    }
}
/** Puts the parts of the stream one behind the other and remembers where they went. */
class StreamAssembler {
    /** Next sector of the stream. */
    position = 0;
    /** Grains stored. */
    grains = 0;
    #sink;
    #name;
    #capacity;
    #directory;
    #table = new Uint32Array(vmdk_header/* VMDK_ENTRIES_PER_TABLE */.PP);
    #tableIndex = -1;
    constructor(sink, capacity, name) {
        this.#sink = sink;
        this.#name = name;
        this.#capacity = capacity;
        this.#directory = new Uint32Array(Math.ceil(capacity / (GRAIN_SECTORS * vmdk_header/* VMDK_ENTRIES_PER_TABLE */.PP)));
    }
    async begin(descriptorText) {
        const front = Buffer.alloc(OVERHEAD_SECTORS * vmdk_header/* VMDK_SECTOR */.OM);
        (0,vmdk_header/* encodeVmdkHeader */.cU)(this.#header('end')).copy(front);
        front.write(descriptorText, vmdk_header/* VMDK_SECTOR */.OM, 'utf8');
        await this.#write(front);
    }
    async window(firstGrain, packed) {
        // A window lies within one table: 16 divides 512.
        const index = Math.floor(firstGrain / vmdk_header/* VMDK_ENTRIES_PER_TABLE */.PP);
        if (packed.bytes.length === 0)
            return;
        if (index !== this.#tableIndex) {
            await this.#finishTable();
            this.#tableIndex = index;
        }
        packed.table.forEach((entry, i) => {
            if (entry === 0)
                return;
            this.#table[(firstGrain + i) % vmdk_header/* VMDK_ENTRIES_PER_TABLE */.PP] = this.position + entry - 1;
            this.grains++;
        });
        await this.#write(packed.bytes);
    }
    async end() {
        await this.#finishTable();
        const directory = padToSectors(littleEndian(this.#directory));
        await this.#write((0,vmdk_header/* encodeVmdkMarker */.RS)(vmdk_header/* VMDK_MARKER_GRAIN_DIRECTORY */.c3, directory.length / vmdk_header/* VMDK_SECTOR */.OM));
        const directoryOffset = this.position;
        await this.#write(directory);
        await this.#write((0,vmdk_header/* encodeVmdkMarker */.RS)(vmdk_header/* VMDK_MARKER_FOOTER */.k6, 1));
        await this.#write((0,vmdk_header/* encodeVmdkHeader */.cU)(this.#header(directoryOffset)));
        await this.#write((0,vmdk_header/* encodeVmdkMarker */.RS)(vmdk_header/* VMDK_MARKER_END_OF_STREAM */.tt, 0));
    }
    async #finishTable() {
        if (this.#tableIndex < 0)
            return;
        await this.#write((0,vmdk_header/* encodeVmdkMarker */.RS)(vmdk_header/* VMDK_MARKER_GRAIN_TABLE */.hZ, TABLE_SECTORS));
        this.#directory[this.#tableIndex] = this.position;
        await this.#write(littleEndian(this.#table));
        this.#table = new Uint32Array(vmdk_header/* VMDK_ENTRIES_PER_TABLE */.PP);
        this.#tableIndex = -1;
    }
    async #write(bytes) {
        const after = this.position + bytes.length / vmdk_header/* VMDK_SECTOR */.OM;
        if (after > MAX_SECTORS) {
            throw new errors/* UserError */.yo('disk-format-unsupported', `${this.#name} would become larger than 2 TiB, the most a streamOptimized VMDK can address`, 'Convert a disk with less data on it, or set skip-free-space and a higher compression-level.');
        }
        await this.#sink(bytes);
        this.position = after;
    }
    #header(directoryOffset) {
        return {
            version: vmdk_header/* VMDK_STREAM_VERSION */.L9,
            flags: vmdk_header/* VMDK_FLAG_NEWLINE_TEST */.Qp | vmdk_header/* VMDK_FLAG_COMPRESSED */.SM | vmdk_header/* VMDK_FLAG_MARKERS */.eU,
            capacity: this.#capacity,
            grainSize: GRAIN_SECTORS,
            descriptorOffset: 1,
            descriptorSize: DESCRIPTOR_SECTORS,
            entriesPerTable: vmdk_header/* VMDK_ENTRIES_PER_TABLE */.PP,
            redundantDirectoryOffset: 0,
            directoryOffset,
            overHead: OVERHEAD_SECTORS,
            uncleanShutdown: false,
            compression: vmdk_header/* VMDK_COMPRESSION_DEFLATE */.Yl,
        };
    }
}
async function descriptor(disk, sectors, options) {
    const contentId = await identifyContent(disk);
    return (0,vmdk_descriptor/* encodeVmdkDescriptor */.Uu)({
        cid: contentId.slice(-8),
        parentCid: vmdk_descriptor/* NO_PARENT */.NP,
        createType: 'streamOptimized',
        extents: [{ access: 'RW', sectors, type: 'SPARSE', file: options.name }],
        database: {
            adapterType: options.adapterType,
            'geometry.cylinders': String(Math.min(65535, Math.floor(sectors / (255 * 63)))),
            'geometry.heads': '255',
            'geometry.sectors': '63',
            longContentID: contentId,
            // Tools that manage themselves (VMware KB 83068): vCenter takes them for installed, and a customization for possible, before
            // they ever ran.
            ...(options.toolsInstalled === true && { toolsInstallType: '4', toolsVersion: '2147483647' }),
            virtualHWVersion: '4',
        },
    });
}
const IDENTIFYING_HEAD = 2 ** 20;
const IDENTIFYING_TAIL = 64 * 2 ** 10;
/**
 * The content id stands at the front of the stream and so must be known before the content is: it comes from both
 * partition tables, whose GUIDs no two built images share, and the size.
 * @param more volumes on it, where those are at hand: of NTFS and FAT the head tells where the first files lie, which follows from the
 *   program that wrote them as well
 * @returns 32 hexadecimal digits
 */
async function identifyContent(disk, ...more) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    for (const each of [disk, ...more]) {
        hash.update(`stillframe ${each.size}\n`);
        hash.update(await each.read(0, Math.min(IDENTIFYING_HEAD, each.size)));
        const tail = Math.min(IDENTIFYING_TAIL, each.size);
        hash.update(await each.read(each.size - tail, tail));
    }
    const id = hash.digest('hex').slice(0, 32);
    // ffffffff and fffffffe have meanings of their own.
    return id.endsWith('ffffffff') || id.endsWith('fffffffe') ? `${id.slice(0, 31)}0` : id;
}
function littleEndian(numbers) {
    const bytes = Buffer.alloc(numbers.length * 4);
    numbers.forEach((value, i) => {
        bytes.writeUInt32LE(value, i * 4);
    });
    return bytes;
}
function padToSectors(bytes) {
    return Buffer.concat([bytes, Buffer.alloc((vmdk_header/* VMDK_SECTOR */.OM - (bytes.length % vmdk_header/* VMDK_SECTOR */.OM)) % vmdk_header/* VMDK_SECTOR */.OM)]);
}


/***/ })

};
