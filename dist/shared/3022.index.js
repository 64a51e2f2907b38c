export const id = 3022;
export const ids = [3022,9853];
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
    const data = volume.data(await volume.wholeRecord(record), `file record ${record}`);
    if (data.size > maxBytes)
        throw volume.fail(0, `a file of at most ${maxBytes} bytes`, `${data.size} bytes`);
    return volume.readAttribute(data, 0, data.size);
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

/***/ 91698:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ assertFreeSpace)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41251);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16053);
/** Says that a volume is too small before the work begins, not when it is half done. */



/** @throws UserError disk-full that says how much is missing and where */
async function assertFreeSpace(folder, bytes, what) {
    const { bavail, bsize } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.statfs)(folder);
    if (bavail * bsize >= bytes)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('disk-full', `${folder} has ${(0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .formatSize */ .Xq)(bavail * bsize)} free; ${what} needs ${(0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .formatSize */ .Xq)(bytes)}`, 'Free some space there, or point RUNNER_TEMP (or the output) at a larger volume.');
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
/** Its exit code is the step's: 0 is success, 3010 asks for a restart, anything else is tried again. */
function scriptStep(path, number) {
    const file = `scripts/${number}-${(0,_first_boot_step_js__WEBPACK_IMPORTED_MODULE_2__/* .stagedName */ .wp)(path)}`;
    return {
        ...step(`70-script-${number}`, `Run ${(0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(path)}`, [
            /\.ps1$/i.test(path)
                ? `powershell.exe -NoProfile -NonInteractive -ExecutionPolicy Bypass -File "${staged(file)}"`
                : `call "${staged(file)}"`,
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


/***/ })

};
