export const id = 356;
export const ids = [356,9853];
export const modules = {

/***/ 35958:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _src_runner_run_on_github_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59853);
/* harmony import */ var _action_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38777);
/** Bakes a candidate: its first boot is carried out in the template itself, and followed to its end. */


await (0,_src_runner_run_on_github_js__WEBPACK_IMPORTED_MODULE_0__.runOnGithub)(_action_js__WEBPACK_IMPORTED_MODULE_1__/* .bakeTemplate */ .i);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 65887:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ judgeOvfDisks)
/* harmony export */ });
/* unused harmony export OVF_DISK_FINDINGS */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/* harmony import */ var _ova_member_name_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(69599);
/* harmony import */ var _ova_ova_disks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48178);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16053);
/* harmony import */ var _rule_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(21667);
/** What the descriptor of an OVA says of disks, held against what lies in the archive. */





const UNUSED = {
    code: 'ovf-disk-unused',
    severity: 'warning',
    remedy: 'Export the VM again with all its disks attached, or make the OVA without that file.',
    source: 'DSP0243, section 8.4; VMware-AIops issue 19',
};
const OTHER_CAPACITY = {
    code: 'ovf-capacity-differs',
    severity: 'error',
    remedy: 'Make the OVA again with convert-ova, which takes the capacity from the disk, or export the VM again.',
    source: 'DSP0243, section 9.1; ESXi ends the transfer with "Capacity of uploaded disk is larger than requested"',
};
/** Of no disk of an OVA by itself: what its descriptor says of them. */
const OVF_DISK_FINDINGS = [UNUSED, OTHER_CAPACITY];
/** Reads the first blocks of each disk. A disk that cannot be read says nothing of its capacity; others tell that it cannot. */
async function judgeOvfDisks(ova) {
    const { ovf, members, descriptor } = ova;
    if (ovf === undefined || ovf instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatError */ .IF)
        return [];
    const findings = (0,_ova_ova_disks_js__WEBPACK_IMPORTED_MODULE_1__/* .unusedDisks */ .$g)(ova).map((name) => unused(ova.path, name));
    for (const { file, capacity, parent } of ovf.drives.map(({ disk }) => disk)) {
        const member = file && (0,_ova_member_name_js__WEBPACK_IMPORTED_MODULE_4__/* .findReferenced */ .FU)(members, file.href, descriptor?.name);
        if (!member || capacity === undefined || file.compression !== undefined || parent !== undefined)
            continue;
        const size = await (0,_ova_ova_disks_js__WEBPACK_IMPORTED_MODULE_1__/* .openOvaDisk */ .O3)(ova, { member, place: '' }).then(sizeOf, unreadable);
        if (size !== undefined && differs(capacity, size))
            findings.push(otherCapacity(member.name, capacity, size));
    }
    return findings;
}
async function sizeOf(disk) {
    await disk.close();
    return disk.size;
}
function unreadable(error) {
    if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatError */ .IF) && !(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo))
        throw error;
}
/** A capacity in MiB or GiB was rounded up. */
function differs({ bytes, unit }, size) {
    return size > bytes || bytes - size >= unit;
}
function unused(path, name) {
    return (0,_rule_js__WEBPACK_IMPORTED_MODULE_3__/* .found */ .F9)(UNUSED, `The OVF descriptor of ${path} lists the disk ${name}, and no item of the machine uses it: who imports the OVA does not get it`);
}
/** A disk that is smaller than it was told fits in all the same. */
function otherCapacity(name, { bytes }, size) {
    const isLarger = size > bytes;
    const seen = `The OVF descriptor gives ${name} a capacity of ${(0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .formatSize */ .Xq)(bytes)} (${bytes} bytes), and the disk in it has ${(0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .formatSize */ .Xq)(size)} (${size} bytes)${isLarger ? ': ESXi refuses to take a disk that is larger than it was told' : ''}`;
    return { ...(0,_rule_js__WEBPACK_IMPORTED_MODULE_3__/* .found */ .F9)(OTHER_CAPACITY, seen), severity: isLarger ? 'error' : 'warning' };
}


/***/ }),

/***/ 16500:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ readNtfsFile)
/* harmony export */ });
/** The content of a file of an NTFS volume. */
/**
 * The content of a file.
 * @param record number, by `findNtfsPath`
 * @param maxBytes more than that is no such file
 * @throws FormatError for a larger or damaged file, one that is compressed or has holes, and for a folder
 */
async function readNtfsFile(volume, record, maxBytes) {
    const data = volume.data(await volume.record(record), `file record ${record}`);
    if (data.size > maxBytes)
        throw volume.fail(0, `a file of at most ${maxBytes} bytes`, `${data.size} bytes`);
    return volume.readAttribute(data, 0, data.size);
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
            // Loaded with the first OVA: it brings a parser of XML.
            const { readOvaContents } = await Promise.all(/* import() */[__webpack_require__.e(9800), __webpack_require__.e(5068)]).then(__webpack_require__.bind(__webpack_require__, 35068));
            const ova = await readOvaContents(source);
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
// EXTERNAL MODULE: ./.cache/build/src/job/run-action.js + 11 modules
var run_action = __webpack_require__(17861);
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

/***/ 98444:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ renewCandidate),
/* harmony export */   p: () => (/* binding */ readReleaseMark)
/* harmony export */ });
/* harmony import */ var _wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4732);
/* harmony import */ var _wire_properties_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85925);
/* harmony import */ var _release_mark_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(29565);
/* harmony import */ var _vm_facts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98508);
/* harmony import */ var _vm_operations_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63912);
/** The release mark of a VM, read from it and renewed. */





/** @returns undefined when the VM carries none that can be read, or is gone */
async function readReleaseMark(session, vm) {
    try {
        const properties = await (0,_wire_properties_js__WEBPACK_IMPORTED_MODULE_1__/* .readProperties */ .Qh)(session, vm, ['config.extraConfig']);
        return (0,_release_mark_js__WEBPACK_IMPORTED_MODULE_4__/* .parseReleaseMark */ .wX)((0,_vm_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .extraConfigOf */ .E6)(properties.get('config.extraConfig')).get(_release_mark_js__WEBPACK_IMPORTED_MODULE_4__/* .RELEASE_KEY */ .Gf) ?? '');
    }
    catch (error) {
        if ((0,_wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .isFault */ .Z)(error, 'ManagedObjectNotFound'))
            return undefined;
        throw error;
    }
}
/** Renewals closer together than this change nothing that matters, and every change of a VM ends what was proven of it. */
const RENEWED_ENOUGH = _release_mark_js__WEBPACK_IMPORTED_MODULE_4__/* .CANDIDATE_LIFE */ .L3 - 12 * 3_600_000;
/** Whoever works on a candidate keeps it for another week. The settings of a template cannot be changed: then nothing is renewed. */
async function renewCandidate(session, vm, mark) {
    if (mark.expires.getTime() - session.now().getTime() > RENEWED_ENOUGH)
        return;
    const expires = new Date(session.now().getTime() + _release_mark_js__WEBPACK_IMPORTED_MODULE_4__/* .CANDIDATE_LIFE */ .L3);
    try {
        await (0,_vm_operations_js__WEBPACK_IMPORTED_MODULE_3__/* .reconfigureVm */ .Nc)(session, vm, { extraConfig: { [_release_mark_js__WEBPACK_IMPORTED_MODULE_4__/* .RELEASE_KEY */ .Gf]: (0,_release_mark_js__WEBPACK_IMPORTED_MODULE_4__/* .formatReleaseMark */ .IG)({ ...mark, expires }) } });
    }
    catch (error) {
        session.signal.throwIfAborted();
        session.log.warning(`${vm.value} stays a candidate until ${mark.expires.toISOString()} only: ${String(error)}`);
    }
}


/***/ }),

/***/ 11285:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ scriptFault)
/* harmony export */ });
/* harmony import */ var _files_decode_utf8_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33884);
/**
 * Whether Windows reads a script as it was written. cmd.exe reads bytes in the code page of the machine and looks for labels by the size of blocks, which bare
 * line feeds upset (minikube pull request 2394, ZipRipper issue 15, rocq issue 8610); Windows PowerShell takes a file without a byte-order mark
 * for one of the ANSI code page, in which the last byte of a dash is a quotation mark (Microsoft Learn, "about_Character_Encoding"; OctopusDeploy issue 4613).
 */

const UTF8_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const UTF16_MARKS = [Buffer.from([0xff, 0xfe]), Buffer.from([0xfe, 0xff])];
const NOT_ASCII = /[^\0-\x7f]/;
/** @returns undefined for a script that does what it says, as far as its bytes tell; files of a code page cannot be told apart */
function scriptFault(name, content) {
    const bytes = Buffer.from(content);
    return /\.ps1$/i.test(name) ? powerShellFault(bytes) : batchFault(bytes);
}
function powerShellFault(bytes) {
    if ([UTF8_MARK, ...UTF16_MARKS].some((mark) => startsWith(bytes, mark)))
        return undefined;
    const hint = 'Save it as UTF-8 with a byte-order mark ("UTF-8 with BOM").';
    if (bytes.includes(0))
        return { what: 'is UTF-16 without a byte-order mark, or no text', hint };
    const line = firstLine(bytes, (text) => text.replaceAll(/<#[\s\S]*?#>/g, keepLineEnds), /^\s*#/);
    if (line === undefined)
        return undefined;
    return {
        what: `is UTF-8 without a byte-order mark, and Windows PowerShell would read the letters of line ${line} as others`,
        hint,
    };
}
function batchFault(bytes) {
    if (bytes.includes(0) || UTF16_MARKS.some((mark) => startsWith(bytes, mark))) {
        return {
            what: 'is UTF-16, or no text, which cmd.exe does not read',
            hint: 'Save it as UTF-8 without a byte-order mark.',
        };
    }
    if (startsWith(bytes, UTF8_MARK)) {
        return {
            what: 'begins with a byte-order mark, which cmd.exe takes for a part of the first command',
            hint: 'Save it as UTF-8 without a byte-order mark.',
        };
    }
    const text = bytes.toString('latin1');
    if (/(?<!\r)\n/.test(text) && /^[ \t]*:[^:\s]/m.test(text)) {
        return {
            what: 'has bare line feeds and labels, which cmd.exe does not find then',
            hint: 'Save it with the line ends of Windows (in .gitattributes: *.cmd text eol=crlf).',
        };
    }
    const line = firstLine(bytes, (all) => all.replace(/^[ \t@]*chcp(?:\.com)?[ \t]+65001\b[\s\S]*/im, keepLineEnds), /^[ \t@]*(?:rem\b|::)/i);
    if (line === undefined)
        return undefined;
    return {
        what: `is UTF-8, and cmd.exe would read the letters of line ${line} in the code page of the machine`,
        hint: 'Write "chcp 65001 >nul" before that line, or ASCII alone.',
    };
}
/** The first line, from 1, with a letter that is not ASCII, apart from comments; undefined also where the bytes are no UTF-8. */
function firstLine(bytes, strip, comment) {
    const text = (0,_files_decode_utf8_js__WEBPACK_IMPORTED_MODULE_0__/* .decodeUtf8 */ ._)(bytes);
    if (text === undefined)
        return undefined;
    const index = strip(text)
        .split('\n')
        .findIndex((line) => NOT_ASCII.test(line) && !comment.test(line));
    return index < 0 ? undefined : index + 1;
}
function keepLineEnds(text) {
    return text.replaceAll(/[^\n]/g, '');
}
function startsWith(bytes, mark) {
    return bytes.subarray(0, mark.length).equals(mark);
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
/* harmony import */ var _registry_hive_tree_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(80521);
/* harmony import */ var _registry_key_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24162);
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
/** @param who the INF file that needs it @throws UserError layout-wrong where Windows would not find it */
function neededKey(hive, path, who) {
    const key = (0,_registry_key_index_js__WEBPACK_IMPORTED_MODULE_2__/* .findIndexedKey */ .QC)(hive, path);
    if (key === undefined)
        throw (0,_wrong_disk_js__WEBPACK_IMPORTED_MODULE_1__/* .wrongDisk */ .p)(`its registry has no ${path} for ${who}`);
    return key;
}
function textValue(key, name) {
    const found = (0,_registry_hive_js__WEBPACK_IMPORTED_MODULE_0__/* .findValue */ .j)(key, name);
    return found && (0,_registry_hive_tree_js__WEBPACK_IMPORTED_MODULE_3__/* .decodeText */ .g7)(found);
}
function numberValue(key, name) {
    const found = (0,_registry_hive_js__WEBPACK_IMPORTED_MODULE_0__/* .findValue */ .j)(key, name);
    return found?.type === _registry_hive_tree_js__WEBPACK_IMPORTED_MODULE_3__/* .REG_DWORD */ .mZ && found.data.length === 4 ? found.data.readUInt32LE(0) : undefined;
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
            const data = volume.data(await volume.record(record), path);
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
            const standard = (await volume.record(record)).find(({ type }) => type === STANDARD_INFORMATION)?.value;
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


/***/ })

};
