export const id = 823;
export const ids = [823];
export const modules = {

/***/ 41203:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _src_runner_run_on_github_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59853);
/* harmony import */ var _action_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76556);
/** Builds a Windows disk image from the installation ISO, without a Recovery partition. */


await (0,_src_runner_run_on_github_js__WEBPACK_IMPORTED_MODULE_0__/* .runOnGithub */ ._)(_action_js__WEBPACK_IMPORTED_MODULE_1__/* .buildVhd */ .L);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 27709:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ drawLayout)
/* harmony export */ });
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16053);
/** Draws a layout as text, for job logs, summaries and the demo. */

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
/**
 * One box per partition, in the order on the disk, with unallocated space of some size as a box of its own:
 *
 *     ┌─────────┬─────────┬──────────┐
 *     │ 1 ESP   │ 2 MSR   │ 3 Windows│
 *     …
 */
function drawLayout(layout) {
    const boxes = [];
    let end = 0;
    const addGap = (until) => {
        if (until - end >= SMALLEST_GAP)
            boxes.push({ lines: ['unallocated', '', (0,_units_js__WEBPACK_IMPORTED_MODULE_0__/* .formatSize */ .Xq)(until - end)] });
    };
    for (const partition of layout.partitions) {
        addGap(partition.offset);
        boxes.push({ lines: describe(partition) });
        end = Math.max(end, partition.offset + partition.size);
    }
    addGap(layout.diskSize);
    const height = Math.max(...boxes.map(({ lines }) => lines.length), 0);
    const widths = boxes.map(({ lines }) => Math.max(...lines.map((line) => line.length)) + 2);
    const border = (left, between, right) => left + widths.map((width) => '─'.repeat(width)).join(between) + right;
    const rows = Array.from({ length: height }, (_, row) => {
        const cells = boxes.map(({ lines }, column) => ` ${lines[row] ?? ''}`.padEnd(widths[column] ?? 0));
        return `│${cells.join('│')}│`;
    });
    const kind = layout.table === 'none' ? 'Unpartitioned disk of' : `${layout.table.toUpperCase()} disk of`;
    const title = `${kind} ${(0,_units_js__WEBPACK_IMPORTED_MODULE_0__/* .formatSize */ .Xq)(layout.diskSize)}, ${layout.sectorSize}-byte sectors`;
    if (boxes.length === 0)
        return `${title}, no partitions`;
    return [title, border('┌', '┬', '┐'), ...rows, border('└', '┴', '┘')].join('\n');
}
function describe(partition) {
    const flags = BigInt(partition.attributes);
    return [
        `${partition.index} ${TITLES[partition.type]}${partition.mbrType === undefined ? '' : ` (${partition.mbrType})`}`,
        partition.fileSystem === undefined ? '' : partition.fileSystem.toUpperCase(),
        (0,_units_js__WEBPACK_IMPORTED_MODULE_0__/* .formatSize */ .Xq)(partition.size),
        ...((flags & 1n) === 0n ? [] : ['protected']),
    ];
}


/***/ }),

/***/ 6021:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S: () => (/* binding */ findFreeSpace)
});

// EXTERNAL MODULE: ./.cache/build/src/errors.js
var errors = __webpack_require__(41251);
// EXTERNAL MODULE: ./.cache/build/src/files/extent-list.js
var extent_list = __webpack_require__(82097);
// EXTERNAL MODULE: ./.cache/build/src/disk/fat/fat-boot-sector.js
var fat_boot_sector = __webpack_require__(60873);
;// CONCATENATED MODULE: ./.cache/build/src/disk/fat/fat-free-space.js
/** Free clusters of a FAT volume, from its allocation table (Microsoft, "FAT32 File System Specification", section 4). */



const BOOT_BYTES = 512;
/** The table of the largest FAT32 ESP anyone makes; a larger one is not worth its memory. */
const MAX_TABLE_BYTES = 16 * 2 ** 20;
/** FAT32 only: a set bit 7 says that the copies of the table are not kept alike. */
const EXTENDED_FLAGS_OFFSET = 40;
/** Bits of the second entry that are set while no one writes: clean shutdown, no disk error. */
const CLEAN_BITS = { fat32: 0x0c000000, fat16: 0xc000 };
/**
 * Free extents in bytes from the start of the disk; `kept` says why there are none.
 * @throws FormatError when there is no FAT volume of at most `length` bytes at `offset`
 */
async function fatFreeSpace(disk, offset, length) {
    const boot = await disk.read(offset, BOOT_BYTES);
    const geometry = (0,fat_boot_sector/* decodeFatBootSector */.u)(boot, disk.path, offset);
    if (geometry.totalSize > length) {
        throw new errors/* FormatError */.IF(disk.path, offset + 32, `a volume of at most ${length} bytes`, `${geometry.totalSize}`);
    }
    if (geometry.type === 'fat12')
        return { free: new extent_list/* ExtentList */.t(), kept: 'FAT12 has no mark of a clean shutdown' };
    if (geometry.fatSize > MAX_TABLE_BYTES)
        return { free: new extent_list/* ExtentList */.t(), kept: 'its allocation table is unusually large' };
    if (geometry.type === 'fat32' && (boot.readUInt16LE(EXTENDED_FLAGS_OFFSET) & 0x80) !== 0) {
        return { free: new extent_list/* ExtentList */.t(), kept: 'its allocation tables are not mirrored' };
    }
    const [table, ...copies] = await Promise.all(geometry.fatOffsets.map((start) => disk.read(offset + start, geometry.fatSize)));
    if (!table || copies.some((copy) => !copy.equals(table)))
        return { free: new extent_list/* ExtentList */.t(), kept: 'its allocation tables differ' };
    const clean = CLEAN_BITS[geometry.type];
    if ((entryOf(geometry, table, 1) & clean) !== clean)
        return { free: new extent_list/* ExtentList */.t(), kept: 'it is marked dirty' };
    return { free: freeExtents(geometry, table, offset) };
}
function freeExtents(geometry, table, offset) {
    const { dataOffset, clusterSize, clusterCount } = geometry;
    const free = new extent_list/* ExtentList */.t();
    for (let cluster = 2; cluster < clusterCount + 2; cluster++) {
        if (entryOf(geometry, table, cluster) !== 0)
            continue;
        const start = offset + dataOffset + (cluster - 2) * clusterSize;
        free.add(start, start + clusterSize);
    }
    return free;
}
function entryOf({ type }, table, cluster) {
    return type === 'fat32' ? table.readUInt32LE(cluster * 4) & 0x0fffffff : table.readUInt16LE(cluster * 2);
}

// EXTERNAL MODULE: ./.cache/build/src/disk/file-system.js
var file_system = __webpack_require__(42730);
// EXTERNAL MODULE: ./.cache/build/src/disk/gpt/gpt.js
var gpt_gpt = __webpack_require__(84413);
// EXTERNAL MODULE: ./.cache/build/src/disk/gpt/partition-types.js
var partition_types = __webpack_require__(42758);
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

// EXTERNAL MODULE: ./.cache/build/src/disk/ntfs/ntfs-state.js
var ntfs_state = __webpack_require__(98397);
;// CONCATENATED MODULE: ./.cache/build/src/disk/free-space.js
/** Finds what of a disk holds nothing: free clusters of its file systems, and what lies in no partition. */









/** Partitions of other types may be parts of a volume that is put together elsewhere (dynamic disks, Storage Spaces). */
const PLAIN_TYPES = [partition_types/* BASIC_DATA_TYPE */.z4, partition_types/* ESP_TYPE */.k7, partition_types/* RECOVERY_TYPE */.hZ];
/**
 * Finds what holds nothing on a GPT disk: the free clusters of every clean NTFS and FAT volume, and what lies in no partition (a
 * partition that was removed leaves its content there). Whatever gives rise to doubt counts as used: a damaged table, overlapping
 * partitions, a dirty, hibernated or damaged volume, shadow copies.
 */
async function findFreeSpace(disk) {
    const extents = new extent_list/* ExtentList */.t();
    const volumes = [];
    let unallocated = 0;
    const { partitions, usable } = await readPlaces(disk);
    let at = usable?.start ?? 0;
    const addGap = (until) => {
        const end = Math.min(until, usable?.end ?? 0);
        if (end <= at)
            return;
        extents.add(at, end);
        unallocated += end - at;
    };
    for (const { index, offset, size, isPlain } of partitions) {
        addGap(offset);
        at = Math.max(at, offset + size);
        const fileSystem = isPlain ? await (0,file_system/* detectFileSystem */.V)(disk, offset) : undefined;
        if (fileSystem === undefined)
            continue;
        const { free, kept } = await volumeFreeSpace(disk, fileSystem, offset, size);
        let freeBytes = 0;
        for (const { start, end } of free.within(offset, offset + size)) {
            extents.add(start, end);
            freeBytes += end - start;
        }
        volumes.push({ index, fileSystem, freeBytes, ...(kept !== undefined && { kept }) });
    }
    addGap(Number.POSITIVE_INFINITY);
    return { extents, volumes, unallocated };
}
async function readPlaces(disk) {
    let gpt;
    try {
        gpt = await (0,gpt_gpt/* readGpt */.CN)(disk);
    }
    catch (error) {
        if (error instanceof errors/* FormatError */.IF)
            return { partitions: [] };
        throw error;
    }
    if (gpt.mbr !== 'protective' || (gpt.primary.valid && gpt.backup.valid && !gpt.copiesAgree)) {
        return { partitions: [] };
    }
    const all = [...gpt.partitions].sort((a, b) => a.firstLba - b.firstLba);
    if (all.some(({ firstLba }, position) => firstLba <= (all[position - 1]?.lastLba ?? 0)))
        return { partitions: [] };
    const { sectorSize, firstUsableLba, lastUsableLba } = gpt;
    return {
        partitions: all.map(({ index, firstLba, lastLba, typeGuid }) => ({
            index,
            offset: firstLba * sectorSize,
            size: (lastLba - firstLba + 1) * sectorSize,
            isPlain: PLAIN_TYPES.includes(typeGuid),
        })),
        ...(isBetweenTables(gpt) && {
            usable: { start: firstUsableLba * sectorSize, end: (lastUsableLba + 1) * sectorSize },
        }),
    };
}
/** Both copies are valid, and what they call usable lies between them. */
function isBetweenTables({ primary, backup, copiesAgree, sectorSize, firstUsableLba, lastUsableLba }) {
    if (!copiesAgree || !primary.valid || !backup.valid)
        return false;
    const entriesEnd = primary.header.entriesLba + Math.ceil(primary.entries.length / sectorSize);
    return (primary.header.entriesLba > primary.header.currentLba &&
        entriesEnd <= firstUsableLba &&
        lastUsableLba < Math.min(backup.header.entriesLba, backup.header.currentLba));
}
async function volumeFreeSpace(disk, fileSystem, offset, size) {
    const nothing = new extent_list/* ExtentList */.t();
    try {
        if (fileSystem === 'ntfs') {
            const volume = await ntfs_volume/* NtfsVolume */.yz.open(disk, offset, size);
            const state = await (0,ntfs_state/* readNtfsState */.X)(volume);
            if (state !== 'clean')
                return { free: nothing, kept: ntfs_state/* NTFS_STATE_REASONS */.c[state] };
            return { free: await ntfsFreeSpace(volume) };
        }
        if (fileSystem === 'fat32' || fileSystem === 'fat16')
            return await fatFreeSpace(disk, offset, size);
        return { free: nothing, kept: `the free space of ${fileSystem} is not known here` };
    }
    catch (error) {
        // Damage is the volume's own business; here it only means that nothing of it can be called free.
        if (error instanceof errors/* FormatError */.IF)
            return { free: nothing, kept: `it is damaged (${error.message})` };
        throw error;
    }
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

/***/ 18351:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lg: () => (/* binding */ GUEST_KEY),
/* harmony export */   Q8: () => (/* binding */ LOG_KEYS),
/* harmony export */   av: () => (/* binding */ AFTER_FIRST_BOOT_SETTING),
/* harmony export */   ox: () => (/* binding */ LOG_PIECE_BYTES),
/* harmony export */   zr: () => (/* binding */ AFTER_FIRST_BOOT)
/* harmony export */ });
/**
 * What an image at its first boot and the host that watches it say to each other, in keys of guestinfo and of the .vmx file. Limits
 * of guestinfo: 64 KiB a message (open-vm-tools guest_msg_def.h), 1 MiB in all (`tools.setInfo.sizeLimit`); docs/first-boot.md tells
 * the whole talk.
 */
/** What the guest does once its first boot is over: go on running, end by itself, or end as a generalized Windows. */
const AFTER_FIRST_BOOT = ['stay', 'shut-down', 'generalize'];
/** ExtraConfig: one of AFTER_FIRST_BOOT, written by convert-ova; missing means `stay`. */
const AFTER_FIRST_BOOT_SETTING = 'stillframe.after-first-boot';
/** Keys of guestinfo without the `guestinfo.` in front. */
const GUEST_KEY = {
    /**
     * Guest to host, the status: `running`, `running: <step>`, `restarting`, `sealing`, and in the end `done` or `failed: <step> <step>…`,
     * where `generalize` counts as a step. What follows the last one is the end of the guest, unless it stays.
     */
    status: 'stillframe.first-boot',
    /** Host to guest: the very text of the last status, once it was read. The guest ends then, or after six hours. */
    seen: 'stillframe.seen',
    /** Guest to host, before the last status: base64 of JSON, see FirstBootResult. */
    result: 'stillframe.result',
    /**
     * Guest to host: `stillframe.log.0` to `stillframe.log.15`, pieces of first-boot.log. Piece k holds its bytes from k * LOG_PIECE_BYTES on
     * as `k:<base64>`, stands in key k modulo LOG_KEYS, and is written anew while it grows.
     */
    log: 'stillframe.log',
};
/** Bytes of the log in one piece: base64 makes 5464 characters of them, which a command line takes. */
const LOG_PIECE_BYTES = 4096;
/** So many keys hold the newest pieces: 64 KiB of the log, 88 KiB of guestinfo. */
const LOG_KEYS = 16;


/***/ }),

/***/ 59853:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _: () => (/* binding */ runOnGithub)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 8 modules
var core = __webpack_require__(46058);
// EXTERNAL MODULE: ./.cache/build/src/job/run-action.js + 10 modules
var run_action = __webpack_require__(3562);
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

// EXTERNAL MODULE: ./.cache/build/src/job/place.js
var place = __webpack_require__(98021);
;// CONCATENATED MODULE: ./.cache/build/src/runner/input-variable.js
/** How the runner names the variable of an input. */
/** Upper case, blanks as underscores; dashes stay. */
function inputVariable(name) {
    return `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`;
}

// EXTERNAL MODULE: ./.cache/build/src/runner/tools.js + 7 modules
var tools = __webpack_require__(13979);
;// CONCATENATED MODULE: ./.cache/build/src/runner/github-host.js
/** The GitHub runner as a host: inputs from its variables, workflow commands, command files. */




/** Names the state that tells the post step from the main step, and what it has to undo. */
const STATE = 'stillframe';
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
        mask: core/* setSecret */.Pq,
        place: () => (0,place/* readPlace */.y)(process.env),
        createTools: tools/* createToolRunner */.P,
        endProgram: tools/* endProgram */._,
        setOutput: core/* setOutput */.uH,
        writeSummary: async (markdown) => {
            if (markdown.trim() === '' || !process.env.GITHUB_STEP_SUMMARY)
                return;
            await core/* summary */.z.addRaw(markdown, true).write();
        },
        // By its file alone: the old command would print what a session needs into the log.
        saveState: (state) => {
            if (process.env.GITHUB_STATE)
                core/* saveState */.LZ(STATE, state);
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
    const state = (0,core/* getState */.Gu)(STATE);
    if (state === '')
        host.saveState?.('{}');
    const ok = state === '' ? await (0,run_action/* runAction */.C)(action, host) : await runPost(action, host, state);
    process.exitCode = ok ? 0 : 1;
    setTimeout(() => process.exit(), LINGER_MS).unref();
}


/***/ })

};
