export const id = 914;
export const ids = [914];
export const modules = {

/***/ 75726:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _src_runner_run_on_github_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59853);
/* harmony import */ var _action_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(74536);
/** Heals a template whose quiesced snapshots fail: removes the Recovery partition, offline. */


await (0,_src_runner_run_on_github_js__WEBPACK_IMPORTED_MODULE_0__/* .runOnGithub */ ._)(_action_js__WEBPACK_IMPORTED_MODULE_1__/* .repairTemplate */ .W);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

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
/* harmony import */ var _follow_links_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69677);
/* harmony import */ var _move_into_place_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69174);
/** Files and folders that must not outlive their run unless they are finished. */



const HELD_PATH = {
    kind: 'path',
    what: ({ paths }) => `the unfinished ${paths[0]}`,
    undo: async ({ paths }) => {
        for (const path of paths)
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(path, { recursive: true, force: true });
    },
};
/** What a run that writes `path` may leave when it is killed: the file under its temporary name. */
async function partialOf(path) {
    return { paths: [(await (0,_follow_links_js__WEBPACK_IMPORTED_MODULE_1__/* .followLinks */ .n)(path)) + _move_into_place_js__WEBPACK_IMPORTED_MODULE_2__/* .PARTIAL_SUFFIX */ .oG] };
}


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
