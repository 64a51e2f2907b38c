export const id = 4187;
export const ids = [4187,9853];
export const modules = {

/***/ 75726:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _src_runner_run_on_github_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59853);
/* harmony import */ var _action_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75684);
/** Heals a template whose quiesced snapshots fail: removes the Recovery partition, offline or in its own Windows. */


await (0,_src_runner_run_on_github_js__WEBPACK_IMPORTED_MODULE_0__.runOnGithub)(_action_js__WEBPACK_IMPORTED_MODULE_1__/* .repairTemplate */ .W);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 37137:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ findRecovery),
/* harmony export */   o: () => (/* binding */ removeRecovery)
/* harmony export */ });
/* harmony import */ var _disk_guid_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(85801);
/* harmony import */ var _registry_hive_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48520);
/* harmony import */ var _bcd_ids_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92562);
/* harmony import */ var _bcd_objects_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39232);
/**
 * The recovery sequence in a boot configuration store (BCD): who refers to a Recovery partition, and how to remove it.
 */




const RECOVERY_SEQUENCE = (0,_bcd_ids_js__WEBPACK_IMPORTED_MODULE_1__/* .elementKey */ .uz)(_bcd_ids_js__WEBPACK_IMPORTED_MODULE_1__/* .ELEMENT */ .P6.recoverySequence);
const RECOVERY_ENABLED = (0,_bcd_ids_js__WEBPACK_IMPORTED_MODULE_1__/* .elementKey */ .uz)(_bcd_ids_js__WEBPACK_IMPORTED_MODULE_1__/* .ELEMENT */ .P6.recoveryEnabled);
/**
 * Finds what in the store refers to the partitions.
 * @param partitionGuids unique partition GUIDs as text
 * @throws FormatError when the hive is damaged
 */
function findRecovery(hive, partitionGuids) {
    const needles = partitionGuids.map(_disk_guid_js__WEBPACK_IMPORTED_MODULE_3__/* .parseGuid */ .J);
    const objects = (0,_bcd_objects_js__WEBPACK_IMPORTED_MODULE_2__/* .readBcdObjects */ .ub)(hive);
    const references = objects.flatMap(({ name, elements }) => [...elements]
        .filter(([, data]) => needles.some((needle) => data.includes(needle)))
        .map(([element]) => ({ object: name, element })));
    const referring = new Set(references.map((reference) => reference.object));
    const ofRecovery = objects.filter((object) => referring.has(object.name) && isOfRecovery(object));
    const names = ofRecovery.map((object) => object.name);
    const sequences = objects.filter((object) => namesAny(object, names)).map((object) => object.name);
    return { references, objects: names, sequences };
}
/** Removes the recovery objects that live on the partitions, and the sequences that name them; everything else stays as it is. */
function removeRecovery(store, file, partitionGuids) {
    const hive = new _registry_hive_js__WEBPACK_IMPORTED_MODULE_0__/* .Hive */ .p(Buffer.from(store), file);
    const removed = findRecovery(hive, partitionGuids);
    const objects = hive.key('Objects');
    if (objects !== undefined) {
        for (const name of removed.sequences) {
            const loader = objects.subkey(name)?.subkey('Elements');
            if (loader === undefined)
                continue;
            hive.deleteSubkey(loader, RECOVERY_SEQUENCE);
            hive.deleteSubkey(loader, RECOVERY_ENABLED);
        }
        for (const name of removed.objects)
            hive.deleteSubkey(objects, name);
    }
    const changed = removed.sequences.length + removed.objects.length > 0;
    const left = findRecovery(new _registry_hive_js__WEBPACK_IMPORTED_MODULE_0__/* .Hive */ .p(hive.bytes, file), partitionGuids).references;
    return { store: changed ? hive.bytes : undefined, removed, left };
}
/** Objects that exist for WinRE alone: its loader, in the mode of Windows PE, and the options of its RAM disk. */
function isOfRecovery({ type, elements }) {
    if (type === _bcd_ids_js__WEBPACK_IMPORTED_MODULE_1__/* .BCD_TYPE */ .hr.deviceOptions)
        return true;
    return type === _bcd_ids_js__WEBPACK_IMPORTED_MODULE_1__/* .BCD_TYPE */ .hr.osLoader && elements.get((0,_bcd_ids_js__WEBPACK_IMPORTED_MODULE_1__/* .elementKey */ .uz)(_bcd_ids_js__WEBPACK_IMPORTED_MODULE_1__/* .ELEMENT */ .P6.winPeMode))?.[0] === 1;
}
function namesAny({ elements }, names) {
    const listed = elements.get(RECOVERY_SEQUENCE)?.toString('utf16le').toLowerCase() ?? '';
    return names.some((name) => listed.includes(name.toLowerCase()));
}


/***/ }),

/***/ 27709:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ drawLayout)
/* harmony export */ });
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16053);
/* harmony import */ var _layout_pieces_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27748);
/** Draws a layout as text, for job logs, summaries and the demo. */


/**
 * One box per partition, in the order on the disk, with unallocated space of some size as a box of its own:
 *
 *     ┌─────────┬─────────┬──────────┐
 *     │ 1 ESP   │ 2 MSR   │ 3 Windows│
 *     …
 */
function drawLayout(layout) {
    const boxes = (0,_layout_pieces_js__WEBPACK_IMPORTED_MODULE_1__/* .layoutPieces */ .uq)(layout).map(({ partition, size }) => ({
        lines: partition ? describe(partition) : ['unallocated', '', (0,_units_js__WEBPACK_IMPORTED_MODULE_0__/* .formatSize */ .Xq)(size)],
    }));
    const height = Math.max(...boxes.map(({ lines }) => lines.length), 0);
    const widths = boxes.map(({ lines }) => Math.max(...lines.map((line) => line.length)) + 2);
    const border = (left, between, right) => left + widths.map((width) => '─'.repeat(width)).join(between) + right;
    const rows = Array.from({ length: height }, (_, row) => {
        const cells = boxes.map(({ lines }, column) => ` ${lines[row] ?? ''}`.padEnd(widths[column] ?? 0));
        return `│${cells.join('│')}│`;
    });
    const title = (0,_layout_pieces_js__WEBPACK_IMPORTED_MODULE_1__/* .layoutTitle */ .P6)(layout);
    if (boxes.length === 0)
        return `${title}, no partitions`;
    return [title, border('┌', '┬', '┐'), ...rows, border('└', '┴', '┘')].join('\n');
}
function describe(partition) {
    return [
        `${partition.index} ${(0,_layout_pieces_js__WEBPACK_IMPORTED_MODULE_1__/* .partitionTitle */ .LV)(partition)}`,
        partition.fileSystem === undefined ? '' : partition.fileSystem.toUpperCase(),
        (0,_units_js__WEBPACK_IMPORTED_MODULE_0__/* .formatSize */ .Xq)(partition.size),
        ...((0,_layout_pieces_js__WEBPACK_IMPORTED_MODULE_1__/* .isProtected */ .bz)(partition) ? ['protected'] : []),
    ];
}


/***/ }),

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
// EXTERNAL MODULE: ./.cache/build/src/disk/cut-off.js
var cut_off = __webpack_require__(7578);
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
    return openDynamic(source, footer);
}
async function openDynamic(source, footer) {
    const footerOffset = source.size - vhd_footer/* VHD_FOOTER_BYTES */.tO;
    const footerBytes = await source.read(footerOffset, vhd_footer/* VHD_FOOTER_BYTES */.tO);
    (0,vhd_footer/* decodeVhdFooter */.Ow)(footerBytes, source.path, footerOffset);
    const header = await (0,vhd_disk/* readVhdDynamicHeader */.Hc)(source, footer);
    const table = (0,vhd_disk/* vhdTable */.jM)(source, header);
    const bitmap = Buffer.alloc((0,vhd_dynamic_header/* vhdBitmapBytes */.$t)(header.blockSize), 0xff);
    const mapping = (0,vhd_disk/* vhdMapping */.HT)(source, footer, header, table);
    await (0,cut_off/* assertNotCutOff */.f)(mapping);
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
    const mapping = (0,vhdx_disk/* vhdxMapping */.vA)(source, file);
    await (0,cut_off/* assertNotCutOff */.f)(mapping);
    return writableMappedDisk({
        ...mapping,
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
    await (0,cut_off/* assertNotCutOff */.f)(mapping);
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

/***/ 46123:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ partialOf),
/* harmony export */   w: () => (/* binding */ HELD_PATH)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41251);
/* harmony import */ var _follow_links_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69677);
/* harmony import */ var _move_into_place_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(69174);
/** Files and folders that must not outlive their run unless they are finished. */




/** Windows lets go of what a machine or a program had open a moment after its end; each try waits 100 ms longer. */
const RETRIES = 10;
/** A path that no file can have: it is held before it is made, and the making failed for just that. */
const NEVER_THERE = ['ENOTDIR', 'ENAMETOOLONG', 'ELOOP'];
const HELD_PATH = {
    kind: 'path',
    what: ({ paths }) => `the unfinished ${paths[0]}`,
    undo: async ({ paths }) => {
        for (const path of paths) {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(path, { recursive: true, force: true, maxRetries: RETRIES }).catch((error) => {
                if (!NEVER_THERE.some((code) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .hasErrnoCode */ .qk)(error, code)))
                    throw error;
            });
        }
    },
};
/** What a run that writes `path` may leave when it is killed: the file under its temporary name. */
async function partialOf(path) {
    return { paths: [(await (0,_follow_links_js__WEBPACK_IMPORTED_MODULE_2__/* .followLinks */ .n)(path)) + _move_into_place_js__WEBPACK_IMPORTED_MODULE_3__/* .PARTIAL_SUFFIX */ .oG] };
}


/***/ }),

/***/ 98217:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ isSameFile)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/** Whether two paths are one place, however they are written. */

/**
 * By links, by `..`, or by other letters on Windows. Two names that a file system gives one file (hard links) are two: a file that replaces
 * one of them leaves the other.
 */
async function isSameFile(one, other) {
    if (one === other)
        return true;
    const [first, second] = await Promise.all([one, other].map((path) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(path).catch(() => undefined)));
    return first !== undefined && first === second;
}


/***/ }),

/***/ 81136:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ archiveSeconds)
/* harmony export */ });
/** The date in the headers of an OVA's archive. */
/** 1980-01-01, the oldest that every format of archives can say: the same for everybody who sets no SOURCE_DATE_EPOCH. */
const DEFAULT_SECONDS = 315_532_800;
/** Seconds since 1970; without a date the same for everybody, so that one image gives one archive. */
function archiveSeconds(sourceDate) {
    return sourceDate === undefined ? DEFAULT_SECONDS : Math.floor(sourceDate.getTime() / 1000);
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


/***/ })

};
