export const id = 9331;
export const ids = [9331];
export const modules = {

/***/ 35958:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _src_runner_run_on_github_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59853);
/* harmony import */ var _action_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38777);
/** Bakes a candidate: its first boot is carried out in the template itself, and followed to its end. */


await (0,_src_runner_run_on_github_js__WEBPACK_IMPORTED_MODULE_0__/* .runOnGithub */ ._)(_action_js__WEBPACK_IMPORTED_MODULE_1__/* .bakeTemplate */ .i);

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
    const data = volume.data(await volume.wholeRecord(record), `file record ${record}`);
    if (data.size > maxBytes)
        throw volume.fail(0, `a file of at most ${maxBytes} bytes`, `${data.size} bytes`);
    return volume.readAttribute(data, 0, data.size);
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


/***/ })

};
