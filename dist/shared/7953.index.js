export const id = 7953;
export const ids = [7953,9853];
export const modules = {

/***/ 96815:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _src_runner_run_on_github_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59853);
/* harmony import */ var _action_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52234);
/** Uploads an OVA to vCenter or an ESXi host as a VM or template; nothing half-made is left, whatever happens. */


await (0,_src_runner_run_on_github_js__WEBPACK_IMPORTED_MODULE_0__.runOnGithub)(_action_js__WEBPACK_IMPORTED_MODULE_1__/* .uploadEsxi */ .d);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 21667:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F9: () => (/* binding */ found),
/* harmony export */   IU: () => (/* binding */ applyRules),
/* harmony export */   Np: () => (/* binding */ bySeverity),
/* harmony export */   Qm: () => (/* binding */ forLevel)
/* harmony export */ });
/** A rule looks at evidence and says in one sentence what it saw; everything else about its finding is declared beside it. */
function applyRules(rules, evidence) {
    return rules.flatMap((rule) => {
        const seen = rule.see(evidence);
        const sentences = seen === undefined ? [] : typeof seen === 'string' ? [seen] : seen;
        return sentences.map((sentence) => found(rule, sentence));
    });
}
/** @param seen one sentence without its full stop */
function found({ code, severity, remedy, predicts }, seen) {
    return { code, severity, seen, remedy, ...(predicts && { predicts }) };
}
const SEVERITY_ORDER = { error: 0, warning: 1, info: 2 };
/** Errors first; among equals the order of the rules stands. */
function bySeverity(findings) {
    return [...findings].sort((a, b) => SEVERITY_ORDER[a.severity] - SEVERITY_ORDER[b.severity]);
}
/** Where only frozen file systems are asked for, what stands in the way of more is no error. */
function forLevel(findings, level) {
    if (level === 'application')
        return [...findings];
    return findings.map((finding) => finding.predicts === 'filesystem' && finding.severity === 'error' ? { ...finding, severity: 'warning' } : finding);
}


/***/ }),

/***/ 24925:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ IMAGE_SETTING)
/* harmony export */ });
/** Which disk a VM was imported with, as a setting of its .vmx file (vmw:ExtraConfig). */
/** The 32 digits that the disk's VMDK has as `ddb.longContentID`. */
const IMAGE_SETTING = 'stillframe.image';


/***/ }),

/***/ 69599:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FU: () => (/* binding */ findReferenced),
/* harmony export */   eg: () => (/* binding */ memberName),
/* harmony export */   up: () => (/* binding */ isMacCompanion)
/* harmony export */ });
/** How the files of an OVA are called, and how descriptors and manifests call them. */
/** The name without `./` in front, which tar adds when it packs a folder. */
function memberName(name) {
    return name.replace(/^(?:\.\/+)+/, '');
}
/** What macOS puts beside the files it packs: AppleDouble files (`._name`), its copies of them, the Finder's notes. */
function isMacCompanion(name) {
    const parts = name.split('/');
    return parts.includes('__MACOSX') || /^(\._|\.DS_Store$)/.test(parts.at(-1) ?? '');
}
/**
 * The member that a reference means: by its name as it is written, with its percent signs decoded (an href is a URI: DSP0243, section
 * 7.1), and each of these in the folder of the descriptor.
 */
function findReferenced(members, reference, descriptor = '') {
    const folder = descriptor.replace(/[^/]*$/, '');
    const plain = memberName(reference);
    const decoded = decodeReference(plain);
    for (const name of [plain, decoded, `${folder}${plain}`, `${folder}${decoded}`]) {
        const member = members.get(memberName(name));
        if (member !== undefined)
            return member;
    }
    return undefined;
}
function decodeReference(reference) {
    try {
        return memberName(decodeURIComponent(reference));
    }
    catch {
        return reference;
    }
}


/***/ }),

/***/ 48178:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $g: () => (/* binding */ unusedDisks),
/* harmony export */   Gu: () => (/* binding */ disksOf),
/* harmony export */   O3: () => (/* binding */ openOvaDisk),
/* harmony export */   Ru: () => (/* binding */ diskNamed),
/* harmony export */   Xy: () => (/* binding */ MEMBER_SEPARATOR),
/* harmony export */   au: () => (/* binding */ emptyDisks)
/* harmony export */ });
/* harmony import */ var _disk_open_disk_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22920);
/* harmony import */ var _disk_recognise_format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(22847);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41251);
/* harmony import */ var _files_byte_source_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(58018);
/* harmony import */ var _member_name_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(69599);
/* harmony import */ var _ovf_hardware_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(51389);
/** The disks of an OVA: which files they are is what its descriptor says, not how the files are called. */






/** Stands between the path of an archive and the name of a member. */
const MEMBER_SEPARATOR = '!';
/** How disk images are called, where no descriptor says which files are. */
const DISK_NAMES = [/\.vmdk$/i, /\.vhdx?$/i, /\.(img|raw)$/i];
/** 1.44 MB: what an image of that size is, is a floppy. */
const FLOPPY_BYTES = 1_474_560;
/**
 * The disks of the machine, the one it starts from first. Without a readable descriptor: the archive's disk images, by their names.
 * @throws UserError ova-invalid when there is none, one is not in the archive, or the descriptor speaks of several machines
 */
function disksOf(ova) {
    const { ovf } = ova;
    const disks = ovf === undefined || ovf instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FormatError */ .IF ? disksByName(ova) : disksByDescriptor(ova, ovf.drives);
    if (ovf !== undefined && !(ovf instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FormatError */ .IF) && ovf.systems > 1) {
        throw invalid(ova, `the descriptor ${ovf.name} describes ${ovf.systems} virtual machines`, 'Export each by itself.');
    }
    const [first, ...others] = disks;
    if (first !== undefined)
        return [first, ...others];
    const names = [...ova.members.keys()].join(', ');
    throw invalid(ova, 'no disk of its machine is in it', `It holds: ${names === '' ? 'nothing' : names}.`);
}
/** The member of that name as a disk. @throws UserError ova-invalid when there is none */
function diskNamed(ova, name) {
    const member = ova.members.get(name);
    if (member !== undefined)
        return { member, place: '' };
    throw invalid(ova, `there is no member "${name}"`, `It holds: ${[...ova.members.keys()].join(', ')}.`);
}
/** Reads the disk where it lies in the archive; closing it leaves the archive open. @throws UserError ova-invalid; as `openDiskIn` */
async function openOvaDisk({ source }, { member }) {
    const name = `${source.path}${MEMBER_SEPARATOR}${member.name}`;
    const window = { ...(0,_files_byte_source_js__WEBPACK_IMPORTED_MODULE_3__/* .windowOf */ .Ou)(source, member.offset, member.size, name), close: async () => { } };
    const format = await (0,_disk_recognise_format_js__WEBPACK_IMPORTED_MODULE_1__/* .recogniseFormat */ .b)(window);
    if (format === 'tar' || format === 'vmdk-descriptor') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('ova-invalid', `${name} is no disk image of its own (${format === 'tar' ? 'an archive' : 'a VMDK made of several files'})`, 'Export the VM again as OVA, with its disks as streamOptimized VMDK.');
    }
    return (0,_disk_open_disk_js__WEBPACK_IMPORTED_MODULE_0__/* .openDiskIn */ .B)(window);
}
function disksByDescriptor(ova, drives) {
    return drives.flatMap((drive) => {
        const { file, parent } = drive.disk;
        if (file === undefined)
            return [];
        const member = (0,_member_name_js__WEBPACK_IMPORTED_MODULE_5__/* .findReferenced */ .FU)(ova.members, file.href, ova.descriptor?.name);
        if (member !== undefined && parent !== undefined) {
            throw invalid(ova, `${member.name} only holds what changed against another disk (ovf:parentRef ${parent})`, 'Consolidate the snapshots of the VM, or clone it, and export it again.');
        }
        if (member !== undefined && file.compression === undefined)
            return [{ member, place: placeOf(drive) }];
        if (member !== undefined) {
            throw invalid(ova, `${member.name} is compressed by ${file.compression}`, 'Unpack it and make the OVA again.');
        }
        throw invalid(ova, `the descriptor names ${file.href}, which is not in the archive${file.chunkSize === undefined ? '' : ' as one file'}`, file.chunkSize === undefined
            ? 'Make the OVA again with convert-ova, or copy it again.'
            : 'The disk was cut into pieces (ovf:chunkSize): export the VM without them.');
    });
}
/** Places of the disks that the machine gets empty: nothing in the archive holds them. */
function emptyDisks({ ovf }) {
    if (ovf === undefined || ovf instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FormatError */ .IF)
        return [];
    return ovf.drives.filter(({ disk }) => disk.file === undefined).map(placeOf);
}
/** Names of the members that hold disks which the descriptor lists and the machine does not have. */
function unusedDisks({ ovf, members, descriptor }) {
    if (ovf === undefined || ovf instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FormatError */ .IF)
        return [];
    const used = new Set(ovf.drives.map(({ disk }) => disk.file));
    return ovf.disks.flatMap(({ file }) => {
        if (file === undefined || used.has(file))
            return [];
        return (0,_member_name_js__WEBPACK_IMPORTED_MODULE_5__/* .findReferenced */ .FU)(members, file.href, descriptor?.name)?.name ?? [];
    });
}
function placeOf({ controller, unit }) {
    return controller ? `${controller.kind} ${controller.bus}:${unit === _ovf_hardware_js__WEBPACK_IMPORTED_MODULE_4__/* .NO_UNIT */ .z9 ? '?' : unit}` : '';
}
function disksByName({ members }) {
    const candidates = [...members.values()].filter(({ size }) => size !== FLOPPY_BYTES);
    return DISK_NAMES.flatMap((pattern) => candidates.filter(({ name }) => pattern.test(name))).map((member) => ({
        member,
        place: '',
    }));
}
function invalid({ path }, why, hint) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('ova-invalid', `${path}: ${why}`, hint);
}


/***/ }),

/***/ 51389:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _W: () => (/* binding */ readDrives),
/* harmony export */   bD: () => (/* binding */ RESOURCE),
/* harmony export */   mz: () => (/* binding */ readControllers),
/* harmony export */   z9: () => (/* binding */ NO_UNIT)
/* harmony export */ });
/** The hardware items of an OVF descriptor: controllers and what hangs on them (CIM_ResourceAllocationSettingData). */
/** CIM_ResourceAllocationSettingData.ResourceType. */
const RESOURCE = { ide: '5', scsi: '6', floppy: '14', disk: '17', storage: '20' };
/** VMware's subtypes of controllers; more than one may stand in the element, separated by spaces. */
const CONTROLLER_SUBTYPES = {
    virtualscsi: 'pvscsi',
    lsilogicsas: 'lsilogicsas',
    lsilogic: 'lsilogic',
    buslogic: 'buslogic',
    'vmware.sata.ahci': 'sata',
    ahci: 'sata',
    'vmware.nvme.controller': 'nvme',
};
const LABELS = {
    pvscsi: 'a PVSCSI controller',
    lsilogicsas: 'an LSI Logic SAS controller',
    lsilogic: 'an LSI Logic controller',
    buslogic: 'a BusLogic controller',
    sata: 'a SATA controller',
    nvme: 'an NVMe controller',
    ide: 'an IDE controller',
    other: 'a controller of unknown kind',
};
/** What has no number of its own stands behind what has. */
const LAST = Number.MAX_SAFE_INTEGER;
/** Unit of a drive whose descriptor says none. */
const NO_UNIT = LAST;
function readControllers(items) {
    return items.flatMap((controller) => {
        const kind = controllerKind(controller);
        if (kind === undefined)
            return [];
        const children = items.filter((item) => item.get('Parent') === controller.get('InstanceID'));
        const disks = children.filter((item) => item.get('ResourceType') === RESOURCE.disk).length;
        return [{ kind, label: LABELS[kind], disks, devices: children.length }];
    });
}
/**
 * Hard disks by controller (its bus number, then its place in the descriptor) and unit: the first is the one the machine starts from.
 * CD and floppy drives are none, whatever their files are called.
 */
function readDrives(items, disks, files) {
    const controllers = items.flatMap((item) => {
        const kind = controllerKind(item);
        return kind === undefined ? [] : [{ id: item.get('InstanceID'), kind, bus: numberOf(item.get('Address')) }];
    });
    return items
        .filter((item) => item.get('ResourceType') === RESOURCE.disk)
        .map((item, place) => {
        const at = controllers.findIndex(({ id }) => id !== undefined && id === item.get('Parent'));
        const controller = controllers[at];
        const drive = {
            disk: diskOf(item.get('HostResource') ?? '', disks, files),
            ...(controller && { controller: { kind: controller.kind, bus: controller.bus === LAST ? 0 : controller.bus } }),
            unit: numberOf(item.get('AddressOnParent')),
        };
        return { drive, order: [controller?.bus ?? LAST, at < 0 ? LAST : at, drive.unit, place] };
    })
        .sort((a, b) => compare(a.order, b.order))
        .map(({ drive }) => drive);
}
/** `ovf:/disk/<id>` names an entry of DiskSection, `ovf:/file/<id>` a file itself (DSP0243, section 8.3); blanks and slashes vary. */
function diskOf(resource, disks, files) {
    const [, kind, id = ''] = /^(?:ovf:)?\/{0,2}(disk|file)\/(.+)$/i.exec(resource.trim()) ?? [];
    if (kind?.toLowerCase() === 'file') {
        const file = files.find((one) => one.id === id);
        return { id, ...(file && { file }) };
    }
    return disks.find((disk) => disk.id === id) ?? { id };
}
function controllerKind(item) {
    const subtypes = (item.get('ResourceSubType') ?? '').toLowerCase().split(/\s+/);
    const known = subtypes.map((subtype) => CONTROLLER_SUBTYPES[subtype]).find((kind) => kind !== undefined);
    switch (item.get('ResourceType')) {
        case RESOURCE.ide:
            return 'ide';
        case RESOURCE.scsi:
            // Without a subtype the importer chooses LSI Logic.
            return known ?? (subtypes.join('') === '' ? 'lsilogic' : 'other');
        case RESOURCE.storage:
            return known ?? 'other';
        default:
            return undefined;
    }
}
function numberOf(text) {
    return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : LAST;
}
function compare(a, b) {
    const at = a.findIndex((value, index) => value !== b[index]);
    return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}


/***/ }),

/***/ 47864:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ verifyManifest)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/* harmony import */ var _files_hash_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(94427);
/* harmony import */ var _member_name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69599);
/** Holds the files in an OVA against its manifest. */



/**
 * Reads every file once. Without a manifest nothing can be said, which is up to the caller.
 * @param signal ends it between two blocks
 * @param atMost bytes to read in all, smallest files first (default: all)
 * @returns the names of the files that were not read for want of bytes
 * @throws UserError ova-invalid when a file is missing or not listed, hash-mismatch
 */
async function verifyManifest({ path, source, members, manifest }, signal, atMost = Number.POSITIVE_INFINITY) {
    if (!manifest)
        return [];
    const listed = new Map();
    for (const [name, digest] of manifest.digests) {
        const member = (0,_member_name_js__WEBPACK_IMPORTED_MODULE_2__/* .findReferenced */ .FU)(members, name, manifest.name);
        if (!member)
            throw incomplete(path, `${manifest.name} lists ${name}, which is not in the archive`);
        listed.set(member, digest);
    }
    for (const [name, member] of members) {
        if (name === manifest.name || name.toLowerCase().endsWith('.cert') || listed.has(member))
            continue;
        throw incomplete(path, `${manifest.name} does not list ${name}`);
    }
    const unread = [];
    let left = atMost;
    for (const [member, { algorithm, digest }] of [...listed].sort(([a], [b]) => a.size - b.size)) {
        left -= member.size;
        if (left < 0) {
            unread.push(member.name);
            continue;
        }
        const found = await (0,_files_hash_file_js__WEBPACK_IMPORTED_MODULE_1__/* .hashRange */ .Uk)(source, member, algorithm, signal);
        if (found === digest)
            continue;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('hash-mismatch', `${member.name} in ${path} has the ${algorithm} ${found}, but the manifest says ${digest}`, 'The OVA was damaged or changed after it was made: make it again with convert-ova, or copy it again.');
    }
    return unread;
}
function incomplete(path, why) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('ova-invalid', `${path}: ${why}`, 'Make the OVA again with convert-ova.');
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

/***/ 31830:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ networksForVms)
/* harmony export */ });
/* harmony import */ var _xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61268);
/* harmony import */ var _inventory_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37797);
/** Networks that a VM can be put on. */


/** How vSphere tags the port group of a switch that leads to the adapters of its hosts (vim25 ManagedEntity.tag). */
const UPLINKS = 'SYSTEM/DVS.UPLINKPG';
/**
 * Every distributed switch has one that takes no VM (OpenNebula issue 3839, pyvmomi issue 404): it is never the only one there is.
 * @param inventory with the property `tag` of networks
 */
function networksForVms(inventory) {
    return (0,_inventory_js__WEBPACK_IMPORTED_MODULE_1__/* .ofKind */ .C)(inventory, 'Network').filter(({ properties }) => !(0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .childrenNamed */ .De)(properties.get('tag'), 'Tag').some((tag) => (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(tag, 'key') === UPLINKS));
}


/***/ }),

/***/ 65910:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ findPool),
/* harmony export */   D: () => (/* binding */ onlyRootPool)
/* harmony export */ });
/* harmony import */ var _wire_moref_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7423);
/* harmony import */ var _find_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77386);
/* harmony import */ var _inventory_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37797);
/** Resource pools by what an engineer writes. */



const WANTED = { kind: 'resource pool', input: 'resource-pool' };
/**
 * A cluster or a host on its own stands for its root pool, which is what people mean.
 * @param within with the property `resourcePool` of compute resources
 * @throws UserError vsphere-not-found, vsphere-ambiguous
 */
function findPool(within, written) {
    const pools = (0,_inventory_js__WEBPACK_IMPORTED_MODULE_1__/* .ofKind */ .C)(within, 'ResourcePool');
    const compute = (0,_find_js__WEBPACK_IMPORTED_MODULE_0__/* .findAtMostOne */ .i)((0,_inventory_js__WEBPACK_IMPORTED_MODULE_1__/* .ofKind */ .C)(within, 'ComputeResource'), written, { ...WANTED, kind: 'cluster or host' });
    return (compute && rootPoolOf(pools, compute)) ?? (0,_find_js__WEBPACK_IMPORTED_MODULE_0__/* .findOne */ .s)(pools, written, WANTED);
}
/** The only root pool of these. @throws as findPool */
function onlyRootPool(within, computes) {
    const pools = (0,_inventory_js__WEBPACK_IMPORTED_MODULE_1__/* .ofKind */ .C)(within, 'ResourcePool');
    return (0,_find_js__WEBPACK_IMPORTED_MODULE_0__/* .findOne */ .s)(computes.flatMap((compute) => rootPoolOf(pools, compute) ?? []), undefined, WANTED);
}
function rootPoolOf(pools, { properties }) {
    const root = (0,_wire_moref_js__WEBPACK_IMPORTED_MODULE_2__/* .morefOf */ .D)(properties.get('resourcePool'));
    return pools.find(({ moref }) => (0,_wire_moref_js__WEBPACK_IMPORTED_MODULE_2__/* .sameMoref */ .W)(moref, root));
}


/***/ }),

/***/ 57170:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ hasDrs),
/* harmony export */   u: () => (/* binding */ chooseVmPlacement)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/* harmony import */ var _xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61268);
/* harmony import */ var _wire_moref_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7423);
/* harmony import */ var _wire_properties_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85925);
/* harmony import */ var _inventory_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(37797);
/* harmony import */ var _locate_vm_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(22389);
/* harmony import */ var _pools_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(65910);
/** Where a copy of a VM can run, or a template as the VM that it is made of. */







/**
 * @param written resource pool, cluster or host by name or path; default: the source's, for a template the root pool of its host or cluster
 * @throws UserError vsphere-not-found, vsphere-ambiguous
 */
async function chooseVmPlacement(session, source, { resourcePool, host, datastores }, written) {
    const compute = host && (0,_wire_moref_js__WEBPACK_IMPORTED_MODULE_6__/* .morefOf */ .D)((await (0,_wire_properties_js__WEBPACK_IMPORTED_MODULE_2__/* .readProperties */ .Qh)(session, host, ['parent'])).get('parent'));
    const pool = written === undefined ? resourcePool : await poolCalled(session, source, written);
    // A template is in no pool, but it is registered with a host.
    const chosen = pool ?? (compute && (await rootPool(session, compute)));
    if (!chosen) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('vsphere-not-found', `No resource pool is known in which ${source.name} could run`, 'Set the input resource-pool.');
    }
    const owner = (0,_wire_moref_js__WEBPACK_IMPORTED_MODULE_6__/* .morefOf */ .D)((await (0,_wire_properties_js__WEBPACK_IMPORTED_MODULE_2__/* .readProperties */ .Qh)(session, chosen, ['owner'])).get('owner'));
    const own = (0,_wire_moref_js__WEBPACK_IMPORTED_MODULE_6__/* .sameMoref */ .W)(owner, compute) ? host : undefined;
    // Only DRS chooses a host by itself (vim25 VirtualMachineRelocateSpec.host), and a host on its own is the only one there is.
    if (owner?.type !== 'ClusterComputeResource')
        return { pool: chosen, ...(own && { host: own }) };
    const given = (await hasDrs(session, owner)) ? undefined : await chooseHost(session, owner, { own, datastores });
    return { pool: chosen, ...(given && { host: given }) };
}
/**
 * The source's own, or where that takes nothing (it is in maintenance, or away: pyvmomi issue 446) the first of the cluster that does and mounts
 * what the source lies on. Where none does it is the source's, and the server says why not.
 */
async function chooseHost(session, cluster, { own, datastores }) {
    const listed = morefsIn((await (0,_wire_properties_js__WEBPACK_IMPORTED_MODULE_2__/* .readProperties */ .Qh)(session, cluster, ['host'])).get('host'));
    const others = listed.filter((one) => !(0,_wire_moref_js__WEBPACK_IMPORTED_MODULE_6__/* .sameMoref */ .W)(one, own));
    for (const one of [...(own ? [own] : []), ...others]) {
        const host = await (0,_wire_properties_js__WEBPACK_IMPORTED_MODULE_2__/* .readProperties */ .Qh)(session, one, [
            'runtime.connectionState',
            'runtime.inMaintenanceMode',
            'datastore',
        ]);
        const connection = host.get('runtime.connectionState')?.text ?? 'connected';
        const mounted = morefsIn(host.get('datastore'));
        const reaches = (0,_wire_moref_js__WEBPACK_IMPORTED_MODULE_6__/* .sameMoref */ .W)(one, own) || datastores.every((wanted) => mounted.some((store) => (0,_wire_moref_js__WEBPACK_IMPORTED_MODULE_6__/* .sameMoref */ .W)(store, wanted)));
        if (connection === 'connected' && host.get('runtime.inMaintenanceMode')?.text !== 'true' && reaches)
            return one;
    }
    return own;
}
function morefsIn(list) {
    return (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .childrenNamed */ .De)(list, 'ManagedObjectReference').flatMap((item) => (0,_wire_moref_js__WEBPACK_IMPORTED_MODULE_6__/* .morefOf */ .D)(item) ?? []);
}
async function poolCalled(session, source, written) {
    const inventory = await (0,_inventory_js__WEBPACK_IMPORTED_MODULE_3__/* .readInventory */ .z)(session, { ComputeResource: ['resourcePool'] });
    const { datacenter } = source;
    return (0,_pools_js__WEBPACK_IMPORTED_MODULE_5__/* .findPool */ .C)((0,_locate_vm_js__WEBPACK_IMPORTED_MODULE_4__/* .below */ .Gz)(inventory, datacenter === '' ? undefined : `/${datacenter}`), written).moref;
}
async function rootPool(session, compute) {
    return (0,_wire_moref_js__WEBPACK_IMPORTED_MODULE_6__/* .morefOf */ .D)((await (0,_wire_properties_js__WEBPACK_IMPORTED_MODULE_2__/* .readProperties */ .Qh)(session, compute, ['resourcePool'])).get('resourcePool'));
}
/** Whether a host is chosen for who names none (vim25 ClusterConfigInfoEx.drsConfig). */
async function hasDrs(session, compute) {
    if (compute.type !== 'ClusterComputeResource')
        return false;
    const properties = await (0,_wire_properties_js__WEBPACK_IMPORTED_MODULE_2__/* .readProperties */ .Qh)(session, compute, ['configurationEx']);
    return (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(properties.get('configurationEx'), 'drsConfig.enabled') === 'true';
}


/***/ }),

/***/ 68495:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  f: () => (/* binding */ connectDevice)
});

// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/trust.js
var wire_trust = __webpack_require__(34428);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./.cache/build/src/errors.js
var errors = __webpack_require__(41251);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/thumbprint.js
var thumbprint = __webpack_require__(94651);
;// CONCATENATED MODULE: ./.cache/build/src/vsphere/transfer/device-trust.js
/** How the host that takes a file proves who it is: by what the server says of its certificate, else by the rules for the server itself. */




/**
 * The server, which is trusted, vouches for its hosts by certificate (API 9.0) or by thumbprint, which differ from host to host and from
 * the server's own: a pin of the server says nothing of them. Where it says nothing either, a CA has to.
 * @throws UserError vsphere-certificate when what the server gives is no certificate
 */
function trustOfDevice({ url, sslCertificate, sslThumbprint }, server) {
    if (server.kind === 'insecure')
        return server;
    if (sslCertificate !== undefined) {
        return { kind: 'pinned', thumbprint: (0,thumbprint/* thumbprintOf */.rK)(derOf(sslCertificate, url), 'sha256') };
    }
    if (sslThumbprint !== undefined)
        return { kind: 'pinned', thumbprint: (0,thumbprint/* parseThumbprint */.Vl)(sslThumbprint) };
    return server.kind === 'pinned' ? (0,wire_trust/* machineAuthorities */.fO)() : server;
}
function derOf(pem, url) {
    try {
        return new external_node_crypto_.X509Certificate(pem).raw;
    }
    catch (cause) {
        throw new errors/* UserError */.yo('vsphere-certificate', `vCenter vouches for ${url.host} by something that is no certificate`, 'Reconnect the host in vCenter.', { cause });
    }
}

;// CONCATENATED MODULE: ./.cache/build/src/vsphere/transfer/device-agent.js
/** The way to the host that takes or gives the files of a lease. */


/** @throws UserError vsphere-certificate when what the server vouches by is no certificate */
function connectDevice(session, device) {
    // A host that was connected to directly has its files itself.
    const sameServer = device.url.host === session.url.host;
    const peer = sameServer ? 'server' : 'host';
    const trust = sameServer ? session.trust : trustOfDevice(device, session.trust);
    return {
        agent: (0,wire_trust/* createAgent */.Sn)(trust, { peer, keepAlive: false }),
        peer,
        cookie: sameServer ? { Cookie: session.cookie } : {},
    };
}


/***/ }),

/***/ 55186:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ab: () => (/* binding */ completeLease),
/* harmony export */   Cg: () => (/* binding */ readLeaseManifest),
/* harmony export */   FK: () => (/* binding */ chooseManifestDigest),
/* harmony export */   PR: () => (/* binding */ settledEntity),
/* harmony export */   PT: () => (/* binding */ abortLease),
/* harmony export */   Rh: () => (/* binding */ isLeaseLost),
/* harmony export */   r0: () => (/* binding */ whileKeptAlive),
/* harmony export */   tH: () => (/* binding */ waitForLease)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/* harmony import */ var _xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61268);
/* harmony import */ var _wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4732);
/* harmony import */ var _wire_fault_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63926);
/* harmony import */ var _wire_moref_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7423);
/* harmony import */ var _wire_passing_error_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(68834);
/* harmony import */ var _wire_poll_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(47749);
/* harmony import */ var _wire_properties_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(85925);
/* harmony import */ var _wire_soap_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(68259);
/** The lease under which files of an import are sent (vim25 HttpNfcLease): lives by progress, ends by complete or abort. */









/** A lease dies after about five minutes of silence; a tenth of that forgives some lost messages. */
const KEEP_ALIVE = 5000;
/** How long a lease may be getting ready before it is given up as it is. */
const SETTLE_TIMEOUT = 60_000;
/** How long after a call its effect may be missing. */
const LOOKUP_TIMEOUT = 10_000;
/**
 * @param operation the method that gave the lease, for messages
 * @throws VsphereFault why the server could not make or give the VM
 */
async function waitForLease(session, lease, operation = 'ImportVApp') {
    const ready = await (0,_wire_poll_js__WEBPACK_IMPORTED_MODULE_5__/* .pollUntil */ .g)(session.signal, async () => {
        const properties = await (0,_wire_properties_js__WEBPACK_IMPORTED_MODULE_6__/* .readProperties */ .Qh)(session, lease, ['state', 'info', 'error']);
        const state = properties.get('state')?.text;
        if (state === 'ready')
            return readInfo(session, lease, properties.get('info'));
        if (state === 'initializing')
            return undefined;
        const error = properties.get('error');
        throw error
            ? (0,_wire_fault_js__WEBPACK_IMPORTED_MODULE_3__/* .readLocalizedFault */ .uf)(operation, error)
            : new _wire_fault_js__WEBPACK_IMPORTED_MODULE_3__/* .VsphereFault */ .eM(operation, 'InvalidState', `the lease is ${state}`);
    });
    if (ready)
        return ready;
    throw new _wire_fault_js__WEBPACK_IMPORTED_MODULE_3__/* .VsphereFault */ .eM(operation, 'InvalidState', 'the lease did not become ready');
}
/**
 * Runs `body` while the lease is kept alive. When the lease is lost, `signal` is aborted with the fault.
 * @param percent asked each time
 * @throws PassingError upload-failed when the lease has run out, whatever `body` then met; else what `body` throws
 */
async function whileKeptAlive(session, lease, percent, body) {
    const lost = new AbortController();
    const signal = AbortSignal.any([session.signal, lost.signal]);
    const report = async () => {
        try {
            await session.call('HttpNfcLeaseProgress', lease, [(0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_7__/* .value */ .Uq)('percent', Math.min(99, Math.floor(percent())))]);
        }
        catch (error) {
            // A message that is lost on the way is made good by the next one; a fault says that there is no lease any more.
            if (error instanceof _wire_fault_js__WEBPACK_IMPORTED_MODULE_3__/* .VsphereFault */ .eM)
                lost.abort(error);
            else
                session.log.debug(`Progress of the lease: ${String(error)}`);
        }
    };
    let running = report();
    const timer = setInterval(() => {
        running = running.then(report);
    }, KEEP_ALIVE);
    try {
        return await body(signal);
    }
    catch (error) {
        throw (await hasRunOut(session, lease, error)) ? runOut(error) : error;
    }
    finally {
        clearInterval(timer);
        await running;
    }
}
/** Whether a call fails because there is no lease any more: then nothing is wrong with the way to the host, or with the host. */
async function hasRunOut(session, lease, error) {
    if (session.signal.aborted)
        return false;
    if (error instanceof _wire_fault_js__WEBPACK_IMPORTED_MODULE_3__/* .VsphereFault */ .eM)
        return isLeaseLost(error);
    if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo && (error instanceof _wire_passing_error_js__WEBPACK_IMPORTED_MODULE_4__/* .PassingError */ .a || error.code === 'upload-failed')))
        return false;
    // The host closes the connection, or refuses the file with this or that status; only the lease itself tells why.
    const state = await readState(session, lease).catch(() => 'unknown');
    return state === undefined || state === 'error';
}
function runOut(cause) {
    return new _wire_passing_error_js__WEBPACK_IMPORTED_MODULE_4__/* .PassingError */ .a('upload-failed', `The lease has run out while files were on their way: ${cause instanceof Error ? cause.message : String(cause)}`, 'vSphere ends an import that it hears nothing of for about five minutes, or whose session ends: is the way to it interrupted, or this runner asleep? Run the step again.', { taken: true, cause });
}
/** Asks for digests of that kind; servers before 7.0 know only SHA-1. @returns the kind that the manifest will have */
async function chooseManifestDigest(session, { lease, devices }, wanted) {
    if (wanted === 'sha1' || devices.length === 0)
        return 'sha1';
    const choices = devices.map(({ key }) => (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_7__/* .node */ .rH)('deviceUrlsToChecksumTypes', [(0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_7__/* .value */ .Uq)('key', key), (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_7__/* .value */ .Uq)('value', wanted)]));
    try {
        await session.call('HttpNfcLeaseSetManifestChecksumType', lease, choices);
        return wanted;
    }
    catch (error) {
        if (!(error instanceof _wire_fault_js__WEBPACK_IMPORTED_MODULE_3__/* .VsphereFault */ .eM))
            throw error;
        session.log.debug(`HttpNfcLeaseSetManifestChecksumType: ${error.message}`);
        return 'sha1';
    }
}
/** What has arrived so far; undefined when the server does not offer it. */
async function readLeaseManifest(session, lease) {
    try {
        const answer = await session.call('HttpNfcLeaseGetManifest', lease);
        return (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .childrenNamed */ .De)(answer, 'returnval').map(receivedFileOf);
    }
    catch (error) {
        if (!(0,_wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_2__/* .isFault */ .Z)(error, 'MethodNotFound', 'NotSupported', 'InvalidRequest'))
            throw error;
        return undefined;
    }
}
/** Ends the import: the VM is whole. When the answer is lost, the lease is asked whether it has ended. */
async function completeLease(session, lease) {
    try {
        await session.call('HttpNfcLeaseComplete', lease);
    }
    catch (error) {
        if (!(0,_wire_passing_error_js__WEBPACK_IMPORTED_MODULE_4__/* .isOutcomeUnknown */ .B)(error) || !(await becomesDone(session, lease)))
            throw error;
    }
}
/** A lease is `done` for a while and then gone; who asks for this one has not aborted it. One that has run out meanwhile takes its VM with it. */
async function becomesDone(session, lease) {
    const done = await (0,_wire_poll_js__WEBPACK_IMPORTED_MODULE_5__/* .pollUntil */ .g)(session.signal, async () => {
        const state = await readState(session, lease);
        return state === 'ready' ? undefined : state !== 'error';
    }, LOOKUP_TIMEOUT);
    return done === true;
}
/** @returns undefined when it is gone */
async function readState(session, lease) {
    try {
        return (await (0,_wire_properties_js__WEBPACK_IMPORTED_MODULE_6__/* .readProperties */ .Qh)(session, lease, ['state'])).get('state')?.text;
    }
    catch (error) {
        if (!(0,_wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_2__/* .isFault */ .Z)(error, 'ManagedObjectNotFound'))
            throw error;
        return undefined;
    }
}
/**
 * The VM of a lease that is to be given up, waited for while the lease is still getting ready.
 * @returns undefined when there is none, or the lease is gone
 */
async function settledEntity(session, lease) {
    await (0,_wire_poll_js__WEBPACK_IMPORTED_MODULE_5__/* .pollUntil */ .g)(session.signal, async () => ((await readState(session, lease)) === 'initializing' ? undefined : true), SETTLE_TIMEOUT);
    try {
        return (0,_wire_moref_js__WEBPACK_IMPORTED_MODULE_8__/* .morefOf */ .D)((0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .child */ .jf)((await (0,_wire_properties_js__WEBPACK_IMPORTED_MODULE_6__/* .readProperties */ .Qh)(session, lease, ['info'])).get('info'), 'entity'));
    }
    catch (error) {
        if (!(0,_wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_2__/* .isFault */ .Z)(error, 'ManagedObjectNotFound'))
            throw error;
        return undefined;
    }
}
/** Ends the lease, upon which the server removes the half VM. A lease that is gone already is as good. */
async function abortLease(session, lease) {
    try {
        await session.call('HttpNfcLeaseAbort', lease);
    }
    catch (error) {
        if (!(0,_wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_2__/* .isFault */ .Z)(error, 'ManagedObjectNotFound', 'InvalidState', 'Timedout'))
            throw error;
    }
}
function readInfo(session, lease, info) {
    const entity = (0,_wire_moref_js__WEBPACK_IMPORTED_MODULE_8__/* .morefOf */ .D)((0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .child */ .jf)(info, 'entity'));
    if (!entity)
        throw new _wire_fault_js__WEBPACK_IMPORTED_MODULE_3__/* .VsphereFault */ .eM('ImportVApp', 'InvalidState', 'the lease names no VM');
    return { lease, entity, devices: (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .childrenNamed */ .De)(info, 'deviceUrl').map((device) => deviceUrlOf(device, session.url)) };
}
/** A host that was connected to directly writes `*` for the name it was called by. */
function deviceUrlOf(device, server) {
    const url = (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(device, 'url') ?? '';
    const absolute = url.replace(/^(https?:\/\/)\*(?::\d+)?/i, `$1${server.host}`);
    if (!URL.canParse(absolute))
        throw new _wire_fault_js__WEBPACK_IMPORTED_MODULE_3__/* .VsphereFault */ .eM('ImportVApp', 'InvalidState', `the lease has the device URL "${url}"`);
    return {
        key: (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(device, 'key') ?? '',
        importKey: (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(device, 'importKey') ?? '',
        url: new URL(absolute),
        sslThumbprint: (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(device, 'sslThumbprint') || undefined,
        sslCertificate: (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(device, 'sslCertificate') || undefined,
    };
}
function receivedFileOf(entry) {
    const sha1 = (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(entry, 'sha1')?.toLowerCase();
    const kind = (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(entry, 'checksumType')?.toLowerCase().replace('-', '');
    const checksum = (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(entry, 'checksum')?.toLowerCase();
    return {
        key: (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(entry, 'key') ?? '',
        size: Number((0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(entry, 'size') ?? 0),
        digests: { ...(sha1 && { sha1 }), ...(checksum && (kind === 'sha1' || kind === 'sha256') && { [kind]: checksum }) },
    };
}
/** True for a fault by which the server says that the lease is lost: the import may be begun anew. */
function isLeaseLost(error) {
    return ((0,_wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_2__/* .isFault */ .Z)(error, 'ManagedObjectNotFound', 'InvalidState', 'Timedout', 'NotAuthenticated') &&
        error.operation.startsWith('HttpNfcLease'));
}


/***/ }),

/***/ 59737:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A7: () => (/* binding */ readOwner),
/* harmony export */   LW: () => (/* binding */ ownedBy),
/* harmony export */   MG: () => (/* binding */ removeLeftover),
/* harmony export */   OK: () => (/* binding */ assertLeftover),
/* harmony export */   n8: () => (/* binding */ whileOwned)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/* harmony import */ var _xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61268);
/* harmony import */ var _wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4732);
/* harmony import */ var _wire_properties_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(85925);
/* harmony import */ var _owner_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(73089);
/* harmony import */ var _remove_vm_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(71972);
/* harmony import */ var _vm_facts_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(98508);
/* harmony import */ var _vm_operations_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(63912);
/** VMs in the making: kept by their owner, and removed by others only when nobody is at them any more. */








/** How long another task may hold a leftover that nobody renews before it counts as somebody's. */
const HELD_TIMEOUT = 30_000;
/** @returns undefined when the VM carries no owner that can be read, or is gone */
async function readOwner(session, vm) {
    try {
        const properties = await (0,_wire_properties_js__WEBPACK_IMPORTED_MODULE_3__/* .readProperties */ .Qh)(session, vm, ['config.extraConfig']);
        return (0,_owner_js__WEBPACK_IMPORTED_MODULE_4__/* .parseOwner */ .pZ)((0,_vm_facts_js__WEBPACK_IMPORTED_MODULE_6__/* .extraConfigOf */ .E6)(properties.get('config.extraConfig')).get(_owner_js__WEBPACK_IMPORTED_MODULE_4__/* .OWNER_KEY */ .Ck) ?? '');
    }
    catch (error) {
        if ((0,_wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_2__/* .isFault */ .Z)(error, 'ManagedObjectNotFound'))
            return undefined;
        throw error;
    }
}
/** The setting for a VM that is about to be made or that is still ours, with the server's time. */
function ownedBy(session, me) {
    return { [_owner_js__WEBPACK_IMPORTED_MODULE_4__/* .OWNER_KEY */ .Ck]: (0,_owner_js__WEBPACK_IMPORTED_MODULE_4__/* .formatOwner */ .Vu)(me, session.now()) };
}
/**
 * Renews the time in the VM while `body` runs. While vSphere does not let the VM be changed (a lease lives, a snapshot is being taken) that is
 * what says that somebody is at it; afterwards it is renewed again. The settings of a template cannot be changed at all.
 */
async function whileOwned(session, vm, me, body) {
    let running = Promise.resolve();
    const renew = async () => {
        try {
            await (0,_vm_operations_js__WEBPACK_IMPORTED_MODULE_7__/* .reconfigureVm */ .Nc)(session, vm, { extraConfig: ownedBy(session, me) });
        }
        catch (error) {
            session.log.debug(`Renewing ${vm.value}: ${String(error)}`);
            if ((0,_wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_2__/* .isFault */ .Z)(error, 'NotSupported'))
                clearInterval(timer);
        }
    };
    const timer = setInterval(() => {
        running = running.then(renew);
    }, _owner_js__WEBPACK_IMPORTED_MODULE_4__/* .RENEWAL */ .jG);
    try {
        return await body();
    }
    finally {
        clearInterval(timer);
        await running;
    }
}
/** @throws UserError vsphere-busy when another run is at work on the VM */
function assertLeftover(owner, { path }, me, now) {
    if ((0,_owner_js__WEBPACK_IMPORTED_MODULE_4__/* .standingOf */ .YP)(owner, me, now) === 'working')
        throw busy(path, owner);
}
/**
 * Removes what a run left, after looking once more, in the moment before, that nobody is at it.
 * @throws UserError vsphere-busy when another run is at work on the VM, or holds it by a lease
 */
async function removeLeftover(session, vm, me) {
    const owner = await readOwner(session, vm.moref);
    // Gone, or no longer what it was taken for.
    if (!owner)
        return;
    assertLeftover(owner, vm, me, session.now());
    if ((0,_owner_js__WEBPACK_IMPORTED_MODULE_4__/* .standingOf */ .YP)(owner, me, session.now()) !== 'silent')
        return (0,_remove_vm_js__WEBPACK_IMPORTED_MODULE_5__/* .removeVm */ .i2)(session, vm.moref);
    if (await isHeld(session, vm.moref))
        throw busy(vm.path, owner);
    return (0,_remove_vm_js__WEBPACK_IMPORTED_MODULE_5__/* .removeVm */ .i2)(session, vm.moref, { patience: HELD_TIMEOUT }).catch((error) => {
        throw (0,_remove_vm_js__WEBPACK_IMPORTED_MODULE_5__/* .isBusy */ .A5)(error) ? busy(vm.path, owner, error) : error;
    });
}
/** vSphere takes the right to remove a VM that is off from everybody while a lease makes it (ManagedEntity.disabledMethod). */
async function isHeld(session, vm) {
    try {
        const properties = await (0,_wire_properties_js__WEBPACK_IMPORTED_MODULE_3__/* .readProperties */ .Qh)(session, vm, ['disabledMethod', 'runtime.powerState']);
        if (properties.get('runtime.powerState')?.text === 'poweredOn')
            return false;
        return (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .childrenNamed */ .De)(properties.get('disabledMethod'), 'string').some(({ text }) => text === 'Destroy_Task');
    }
    catch (error) {
        if ((0,_wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_2__/* .isFault */ .Z)(error, 'ManagedObjectNotFound'))
            return false;
        throw error;
    }
}
function busy(path, owner, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('vsphere-busy', `Another run is at it: ${path} belongs to ${(0,_owner_js__WEBPACK_IMPORTED_MODULE_4__/* .describeOwner */ .$S)(owner)}`, 'Wait until that run has ended. If it was killed, what it left is removed by the first run that starts ten minutes after it was last heard of.', { cause });
}


/***/ }),

/***/ 73089:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $S: () => (/* binding */ describeOwner),
/* harmony export */   Ck: () => (/* binding */ OWNER_KEY),
/* harmony export */   Vu: () => (/* binding */ formatOwner),
/* harmony export */   YP: () => (/* binding */ standingOf),
/* harmony export */   dK: () => (/* binding */ ownerProcess),
/* harmony export */   jG: () => (/* binding */ RENEWAL),
/* harmony export */   pZ: () => (/* binding */ parseOwner)
/* harmony export */ });
/* harmony import */ var _tools_process_identity_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18042);
/**
 * Whose a VM in the making is. It carries its owner and a time, by the server's clock, among its .vmx settings; the owner renews the
 * time, and what nobody renews is a leftover.
 */

/** Key of the setting. It stays in the finished VM, as nobody may change the settings of a template, and says who made it. */
const OWNER_KEY = 'stillframe.owner';
/** Owners renew this often … */
const RENEWAL = 60_000;
/** … and are believed to be at work for this long: a server may be away for minutes, a lease dies after five. */
const FRESH = 10 * 60_000;
function ownerProcess(run) {
    return { run, ...(0,_tools_process_identity_js__WEBPACK_IMPORTED_MODULE_0__/* .thisProcess */ .WF)() };
}
/** One line without quotes, which .vmx files would escape. */
function formatOwner({ run, host, kernel, pid, started }, time) {
    const machine = encodeURIComponent(kernel === '' ? host : `${host}/${kernel}`);
    const id = started === '' ? pid : `${pid}@${started}`;
    return `run=${encodeURIComponent(run)} machine=${machine} process=${id} time=${time.toISOString()}`;
}
/** Undefined for anything that formatOwner does not write. */
function parseOwner(text) {
    const match = /^run=(\S+) machine=(\S+) process=(\d+)(?:@(\d+))? time=(\S+)$/.exec(text);
    if (match === null)
        return undefined;
    const [, run = '', machine = '', pid = '', started = '', written = ''] = match;
    const time = new Date(written);
    if (Number.isNaN(time.getTime()))
        return undefined;
    try {
        const [host = '', ...kernel] = decodeURIComponent(machine).split('/');
        return { run: decodeURIComponent(run), host, kernel: kernel.join('/'), pid: Number(pid), started, time };
    }
    catch {
        return undefined;
    }
}
/** @param now by the server's clock */
function standingOf(owner, me, now) {
    if (owner.run === me.run)
        return 'own';
    if ((0,_tools_process_identity_js__WEBPACK_IMPORTED_MODULE_0__/* .isSeenFromHere */ .I9)(owner) && (0,_tools_process_identity_js__WEBPACK_IMPORTED_MODULE_0__/* .hasEnded */ .hY)(owner))
        return 'dead';
    return now.getTime() - owner.time.getTime() < FRESH ? 'working' : 'silent';
}
/** For messages. */
function describeOwner({ run, host, pid, time }) {
    return `run ${run} (process ${pid} on ${host}, last heard of at ${time.toISOString()})`;
}


/***/ }),

/***/ 10702:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ HELD_SESSION)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/** A session that must not outlive its run: an administrator sees each as somebody who is logged in. */

const HELD_SESSION = {
    kind: 'vsphere-session',
    what: ({ server }) => `the session with ${server}`,
    undo: async (ticket, context) => {
        // Loaded when there is something to undo: an action may have work that speaks to no server.
        const { resumeVsphere } = await Promise.all(/* import() */[__webpack_require__.e(9800), __webpack_require__.e(6722), __webpack_require__.e(5783)]).then(__webpack_require__.bind(__webpack_require__, 85783));
        try {
            const session = await resumeVsphere(ticket, context);
            await session.close();
        }
        catch (error) {
            // A run may be killed while it logs out, and a server may have ended the session itself: then nobody is logged in any more.
            if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo) || error.code !== 'vsphere-login')
                throw error;
            context.log.debug(error.message);
        }
    },
};


/***/ })

};
