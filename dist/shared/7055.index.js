export const id = 7055;
export const ids = [7055,9853];
export const modules = {

/***/ 50573:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _src_runner_run_on_github_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59853);
/* harmony import */ var _action_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21614);
/** Records what a release is made of and what proves it. */


await (0,_src_runner_run_on_github_js__WEBPACK_IMPORTED_MODULE_0__.runOnGithub)(_action_js__WEBPACK_IMPORTED_MODULE_1__/* .recordRelease */ .t);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

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

/***/ 21844:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ linkOrCopy)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/** A file under a second name: packages and images have gigabytes, and a link costs nothing. */


/** Links where both names are on one volume that can, else copies; the new name must be free. */
async function linkOrCopy(source, target) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.link)(source, target).catch(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.copyFile)(source, target, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.COPYFILE_FICLONE));
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


/***/ }),

/***/ 83063:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ ownBundle)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/** Which Stillframe this is: by the bytes that run, whatever ref or version they were asked for by. */



/**
 * @param entry the program that Node was started with, `dist/<name>/index.js`
 * @returns SHA-256 over names and contents of the code that all entries share; undefined where it runs from its source
 */
async function ownBundle(entry = process.argv[1]) {
    if (entry === undefined)
        return undefined;
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(entry), '..', 'shared');
    const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(folder).catch(() => []);
    if (!names.includes('index.js'))
        return undefined;
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    for (const name of names.filter((file) => /\.(?:m?js|wasm)$/.test(file)).sort()) {
        const content = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name));
        hash.update(`${name}\0${content.length}\0`).update(content);
    }
    return hash.digest('hex');
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


/***/ })

};
