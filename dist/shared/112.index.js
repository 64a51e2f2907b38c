export const id = 112;
export const ids = [112];
export const modules = {

/***/ 7150:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _src_runner_run_on_github_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59853);
/* harmony import */ var _action_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7840);
/** Packs a disk image as an OVA: streamOptimized VMDK, OVF, manifest and, if wanted, a signature. */


await (0,_src_runner_run_on_github_js__WEBPACK_IMPORTED_MODULE_0__/* .runOnGithub */ ._)(_action_js__WEBPACK_IMPORTED_MODULE_1__/* .convertOva */ .G);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 7849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ skipFreeSpace)
/* harmony export */ });
/* harmony import */ var _free_space_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6021);
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

/***/ 4661:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ openSystemDisk),
/* harmony export */   T: () => (/* binding */ openImageOrOva)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _disk_open_disk_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(22920);
/* harmony import */ var _disk_recognise_format_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(22847);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(41251);
/* harmony import */ var _files_byte_source_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(58018);
/* harmony import */ var _ova_disks_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(48178);
/* harmony import */ var _ova_package_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(35068);
/** Opens what a path names: a disk image, the system disk of an OVA, or one of its disks as `path!member`. */







/**
 * @param findStored asked for the holes of raw images, fixed VHDs and flat extents, whose formats do not tell what is empty
 * @throws UserError file-missing, disk-format-unsupported, disk-format-unknown, disk-invalid, ova-invalid; FormatError when the image is
 *   damaged
 */
async function openImageOrOva(path, findStored) {
    const { file, member } = await splitMember(path);
    const source = await (0,_files_byte_source_js__WEBPACK_IMPORTED_MODULE_4__/* .openFileSource */ .Sd)(file, findStored);
    try {
        if ((await (0,_disk_recognise_format_js__WEBPACK_IMPORTED_MODULE_2__/* .recogniseFormat */ .b)(source)) === 'tar') {
            const ova = await (0,_ova_package_js__WEBPACK_IMPORTED_MODULE_6__/* .readOvaContents */ .$)(source);
            const disks = member === undefined ? (0,_ova_disks_js__WEBPACK_IMPORTED_MODULE_5__/* .disksOf */ .Gu)(ova) : [(0,_ova_disks_js__WEBPACK_IMPORTED_MODULE_5__/* .diskNamed */ .Ru)(ova, member)];
            return { kind: 'ova', ova, disks: [...disks], named: member !== undefined, close: () => ova.close() };
        }
        if (member !== undefined) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo('ova-invalid', `${file} is no OVA, so it has no member "${member}"`, 'Give the path alone.');
        }
        const disk = await (0,_disk_open_disk_js__WEBPACK_IMPORTED_MODULE_1__/* .openDiskIn */ .B)(source, findStored);
        return { kind: 'image', disk, close: () => disk.close() };
    }
    catch (error) {
        await source.close();
        throw error;
    }
}
/** The disk alone; closing it closes the file. Throws as `openImageOrOva`. */
async function openSystemDisk(path, findStored) {
    const opened = await openImageOrOva(path, findStored);
    if (opened.kind === 'image')
        return opened.disk;
    try {
        return { ...(await (0,_ova_disks_js__WEBPACK_IMPORTED_MODULE_5__/* .openOvaDisk */ .O3)(opened.ova, opened.disks[0])), close: () => opened.close() };
    }
    catch (error) {
        await opened.close();
        throw error;
    }
}
/** A file whose own name holds the separator is taken as it is. */
async function splitMember(path) {
    const at = path.indexOf(_ova_disks_js__WEBPACK_IMPORTED_MODULE_5__/* .MEMBER_SEPARATOR */ .Xy);
    if (at < 1)
        return { file: path };
    const whole = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).catch(() => undefined);
    return whole ? { file: path } : { file: path.slice(0, at), member: path.slice(at + 1) };
}


/***/ }),

/***/ 65647:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ showProgress)
/* harmony export */ });
/* unused harmony export tellTenths */
/** Progress of long work: one moving line where the log can show it, else a line for every tenth of the way. */
/**
 * @param what the words behind the percentage, such as `of the disk packed`; may be empty
 * @returns takes the share that is done, 0 to 1, however often
 */
function showProgress(log, what) {
    if (log.progress)
        return log.progress.bind(log, what);
    return tellTenths((percent) => log.info(`${percent} % ${what}`.trimEnd()));
}
/**
 * @param tell called with 10, 20 … 100 when that much is done; what several steps passed at once is told once
 * @returns takes the share that is done, 0 to 1
 */
function tellTenths(tell) {
    let told = 0;
    return (share) => {
        const tenth = Math.min(10, Math.floor(share * 10));
        if (tenth <= told)
            return;
        told = tenth;
        tell(tenth * 10);
    };
}


/***/ }),

/***/ 59853:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _: () => (/* binding */ runOnGithub)
});

// EXTERNAL MODULE: ./.cache/build/node_modules/@actions/core/lib/core.js + 3 modules
var core = __webpack_require__(50497);
// EXTERNAL MODULE: ./.cache/build/src/job/run-action.js + 10 modules
var run_action = __webpack_require__(13437);
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
            await summary/* summary */.z.addRaw(markdown, true).write();
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


/***/ }),

/***/ 97685:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ afterFirstBoot)
/* harmony export */ });
/** What a template's `bake` means for the guest at the end of its first boot. */
function afterFirstBoot({ bake }) {
    if (bake.on === 'none')
        return 'stay';
    return bake.seal === 'generalize' ? 'generalize' : 'shut-down';
}


/***/ }),

/***/ 72591:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GY: () => (/* binding */ UPDATE_KINDS),
/* harmony export */   M4: () => (/* binding */ DISK_CONTROLLERS),
/* harmony export */   l_: () => (/* binding */ CHANNELS)
/* harmony export */ });
/** A template file once read: units resolved, defaults filled in, paths absolute. The loader is template-file.ts. */
const UPDATE_KINDS = ['servicing-stack', 'cumulative', 'dotnet'];
/** How far from the regular Patch Tuesday release a choice may go; each includes the ones before it. */
const CHANNELS = ['regular', 'out-of-band', 'preview'];
const DISK_CONTROLLERS = ['pvscsi', 'lsilogicsas', 'nvme', 'sata'];


/***/ })

};
