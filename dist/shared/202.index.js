export const id = 202;
export const ids = [202];
export const modules = {

/***/ 40221:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _src_runner_run_on_github_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59853);
/* harmony import */ var _action_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(22413);
/** Proves a VM by a quiesced snapshot, or finds in an image what makes one fail; says what to do about it. */


await (0,_src_runner_run_on_github_js__WEBPACK_IMPORTED_MODULE_0__/* .runOnGithub */ ._)(_action_js__WEBPACK_IMPORTED_MODULE_1__/* .verifyQuiesce */ .z);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 39690:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ STATE_RULES),
/* harmony export */   x: () => (/* binding */ STANDING_RULES)
/* harmony export */ });
/** What vSphere must say about a VM right before the snapshot. Sources: VDDK guide 8.0; vim25 CreateSnapshotExRequestType. */
/** 10.1.0, the first version for Windows Server 2016 and later (VDDK guide). */
const OLDEST_TOOLS = 10 * 1024 + 1 * 32;
const STATE_RULES = [
    {
        code: 'vm-powered-off',
        severity: 'error',
        predicts: 'ignored',
        source: 'vim25 CreateSnapshotExRequestType',
        remedy: 'Let the check start it (power-on: true), or start it before: vSphere silently ignores quiescing on a VM that is off.',
        see: ({ name, poweredOn }) => (poweredOn ? undefined : `${name} is powered off`),
    },
    {
        code: 'tools-not-installed',
        severity: 'error',
        predicts: 'ignored',
        source: 'vim25 CreateSnapshotExRequestType; VDDK guide 8.0',
        remedy: 'Install VMware Tools with the VSS provider (setup64.exe /S /v "/qn ADDLOCAL=ALL REBOOT=R"), or let build-vhd do it at first boot.',
        see: ({ name, toolsInstalled }) => toolsInstalled === false ? `VMware Tools are not installed in ${name}` : undefined,
    },
    {
        code: 'tools-not-running',
        severity: 'error',
        predicts: 'ignored',
        source: 'vim25 CreateSnapshotExRequestType',
        remedy: 'Look at the console of the VM: first boot may need more time (raise timeout), wait for an answer, or have failed; check the service VMTools.',
        see: ({ name, poweredOn, toolsInstalled, toolsRunning }) => poweredOn && toolsInstalled !== false && !toolsRunning
            ? `VMware Tools do not run in ${name}, and vSphere silently ignores quiescing without them`
            : undefined,
    },
    {
        code: 'tools-too-old',
        severity: 'warning',
        predicts: 'filesystem',
        source: 'VDDK guide 8.0, "Working with Microsoft Shadow Copy"',
        remedy: 'Update VMware Tools to 10.1 or later.',
        see: ({ name, toolsVersion }) => toolsVersion !== undefined && toolsVersion > 0 && toolsVersion < OLDEST_TOOLS
            ? `VMware Tools ${describeToolsVersion(toolsVersion)} in ${name} are older than 10.1`
            : undefined,
    },
    {
        code: 'quiesced-snapshots-unsupported',
        severity: 'error',
        predicts: 'failed',
        source: 'vim25 VirtualMachineCapability',
        remedy: 'Check the guest id, the virtual hardware version and whether disks are independent or shared.',
        see: ({ name, quiescedSnapshotsSupported }) => quiescedSnapshotsSupported === false
            ? `vSphere says that ${name} does not support quiesced snapshots`
            : undefined,
    },
    {
        // vim25 VirtualDiskMode: an independent disk is not affected by snapshots; vSphere says nothing of it when one is taken.
        code: 'disk-independent',
        severity: 'error',
        predicts: 'failed',
        source: 'vim25 VirtualDiskMode',
        remedy: 'Set the disk mode to dependent (persistent) with the VM off; a raw device in physical mode must become a virtual disk, or be backed up otherwise.',
        see: ({ name, disksOutside }) => disksOutside.map((disk) => `${disk} of ${name} is outside of every snapshot`),
    },
    {
        code: 'snapshots-exist',
        severity: 'warning',
        source: 'vsphere-gos-validation, check_quiesce_snapshot',
        remedy: 'Consolidate and remove old snapshots: a template should have none, and quiescing takes longer with each.',
        see: ({ name, snapshots }) => snapshots > 0 ? `${name} already has ${snapshots === 1 ? 'a snapshot' : `${snapshots} snapshots`}` : undefined,
    },
];
function describeToolsVersion(version) {
    return `${Math.floor(version / 1024)}.${Math.floor((version % 1024) / 32)}.${version % 32}`;
}
/** Codes of what is only wrong at the moment of a snapshot, or is said of a running machine alone. */
const WHILE_ON = ['vm-powered-off', 'tools-not-running', 'quiesced-snapshots-unsupported'];
/** What is true of a machine that is off as well, such as a template. */
const STANDING_RULES = STATE_RULES.filter(({ code }) => !WHILE_ON.includes(code));


/***/ }),

/***/ 85978:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ factsForRules)
/* harmony export */ });
/* harmony import */ var _ova_first_boot_setting_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71089);
/* harmony import */ var _vsphere_vm_bake_mark_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88979);
/** What vSphere says about a VM, in the terms of the rules. */


const KINDS = {
    ParaVirtualSCSIController: 'pvscsi',
    VirtualLsiLogicSASController: 'lsilogicsas',
    VirtualLsiLogicController: 'lsilogic',
    VirtualBusLogicController: 'buslogic',
    VirtualAHCIController: 'sata',
    VirtualNVMEController: 'nvme',
    VirtualIDEController: 'ide',
};
function factsForRules(facts) {
    const { name, poweredOn, tools, quiescedSnapshotsSupported, snapshots, devices } = facts;
    return {
        name,
        poweredOn,
        toolsInstalled: tools.installed,
        toolsRunning: tools.running,
        toolsVersion: tools.version,
        quiescedSnapshotsSupported,
        snapshots: snapshots.length,
        disksOutside: devices.disks.filter(isOutside).map(({ label, mode }) => `${label} (${mode})`),
        firstBootExpected: facts.extraConfig.get(_ova_first_boot_setting_js__WEBPACK_IMPORTED_MODULE_0__/* .FIRST_BOOT_SETTING */ .Jm) === 'expected',
        settings: {
            from: 'the VM',
            firmware: facts.firmware,
            diskUuidEnabled: diskUuidEnabled(facts),
            controllers: devices.controllers.map((controller) => controllerForRules(controller, facts)),
            floppies: devices.floppies,
            vtpm: devices.vtpm,
            encrypted: facts.encrypted,
            guestId: facts.guestId,
            ...(facts.guestReportedId !== undefined && { guestReportedId: facts.guestReportedId }),
            build: buildOf(facts.extraConfig),
            media: devices.media.map(({ label, file }) => `${label} (${file})`),
            changeTracking: facts.changeTracking,
        },
    };
}
/** Disks in an independent mode, and raw devices in physical mode, take no part in snapshots (vim25 VirtualDiskMode). */
function isOutside({ mode }) {
    return mode.startsWith('independent_') || mode === 'physicalMode';
}
/** What stands in the .vmx file is what the VM runs with; the flag tells the guest id's default where nothing stands there. */
function diskUuidEnabled({ extraConfig, diskUuidEnabled: flag }) {
    const setting = [...extraConfig].find(([key]) => key.toLowerCase() === 'disk.enableuuid')?.[1];
    return setting === undefined || setting === '' ? flag : /^(true|1|yes)$/i.test(setting);
}
/**
 * Tools of Windows put it into the detailed data of the guest (vsphere-gos-validation, vm_get_guest_info.yml); of a machine that is off, or
 * of older Tools, baking has kept what the guest said.
 */
function buildOf(extraConfig) {
    const detailed = extraConfig.get('guestOS.detailed.data') ?? extraConfig.get('guestInfo.detailed.data') ?? '';
    const told = /\bkernelVersion=["'](?:10\.0\.)?(\d{4,5}\.\d{1,6})["']/.exec(detailed)?.[1];
    return told ?? (0,_vsphere_vm_bake_mark_js__WEBPACK_IMPORTED_MODULE_1__/* .parseBakeMark */ .yg)(extraConfig.get(_vsphere_vm_bake_mark_js__WEBPACK_IMPORTED_MODULE_1__/* .BAKE_KEY */ .mi) ?? '')?.seen?.result?.build;
}
function controllerForRules({ key, type, label, devices }, facts) {
    return {
        kind: KINDS[type] ?? 'other',
        label: label === '' ? type : label,
        disks: facts.devices.disks.filter(({ controllerKey }) => controllerKey === key).length,
        devices,
    };
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

/***/ 77732:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gm: () => (/* binding */ readDatastoreFile),
/* harmony export */   lR: () => (/* binding */ datastoreUrl),
/* harmony export */   sq: () => (/* binding */ parseDatastorePath)
/* harmony export */ });
/* harmony import */ var _download_retry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63449);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41251);
/* harmony import */ var _wire_http_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83616);
/* harmony import */ var _wire_passing_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68834);
/** Files on a datastore, over the server's own HTTPS: /folder/<path>?dcPath=…&dsName=…. */




/** Reads `[datastore1] folder/file`; undefined when it is not in that form. */
function parseDatastorePath(text) {
    const match = /^\[([^\]]+)\]\s*(.*)$/.exec(text);
    return match?.[1] === undefined || match[2] === undefined ? undefined : { datastore: match[1], path: match[2] };
}
const RETRIES = { attempts: 6, baseMs: 250, maxMs: 10_000 };
/**
 * @param datacenter inventory path of the datacenter without the leading slash, such as `DC0`
 * @param limit most bytes to take
 * @throws UserError vsphere-not-found, vsphere-refused
 */
async function readDatastoreFile(session, datacenter, { datastore, path }, limit) {
    const url = datastoreUrl(session, datacenter, { datastore, path });
    const answer = await (0,_download_retry_js__WEBPACK_IMPORTED_MODULE_0__/* .withRetries */ .LH)(() => get(session, url, limit), RETRIES, session.signal, ({ message }) => session.log.debug(`${message}; asking again`));
    if (answer.status === 200)
        return answer.body;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(answer.status === 404 ? 'vsphere-not-found' : 'vsphere-refused', `${session.url.host} gave the HTTP status ${answer.status} for the file [${datastore}] ${path}`, 'Give the account Datastore.Browse and Datastore.FileManagement (low level file operations) on that datastore.');
}
/** @param datacenter inventory path of the datacenter without the leading slash, such as `DC0`; on a host `ha-datacenter` */
function datastoreUrl({ url: server }, datacenter, { datastore, path }) {
    const encoded = path.split('/').map(encodeURIComponent).join('/');
    const url = new URL(`/folder/${encoded}`, server);
    url.searchParams.set('dcPath', datacenter);
    url.searchParams.set('dsName', datastore);
    return url;
}
/** Reading is asked again when it gets lost, and once more with a new session where the server has ended the old one. */
async function get(session, url, maxBytes) {
    const once = async () => {
        const { agent, cookie, signal } = session;
        const answer = await (0,_wire_http_js__WEBPACK_IMPORTED_MODULE_2__/* .sendRequest */ .w)(agent, { method: 'GET', url, headers: { Cookie: cookie }, signal, maxBytes });
        if ((0,_wire_http_js__WEBPACK_IMPORTED_MODULE_2__/* .isPassingStatus */ .W)(answer.status)) {
            const said = `${url.host} answered with the HTTP status ${answer.status}`;
            const hint = 'Its services are starting or overloaded: try again in a few minutes.';
            throw new _wire_passing_error_js__WEBPACK_IMPORTED_MODULE_3__/* .PassingError */ .a('vsphere-unreachable', said, hint, { taken: true });
        }
        return answer;
    };
    try {
        const answer = await once();
        if (answer.status !== 401)
            return answer;
        await session.renew();
        return await once();
    }
    catch (error) {
        throw error instanceof _wire_passing_error_js__WEBPACK_IMPORTED_MODULE_3__/* .PassingError */ .a ? new _download_retry_js__WEBPACK_IMPORTED_MODULE_0__/* .Transient */ .Rc(error) : error;
    }
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

/***/ 35619:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BE: () => (/* binding */ layoutFindings),
/* harmony export */   UE: () => (/* binding */ OWN_LAYOUT),
/* harmony export */   kX: () => (/* binding */ LAYOUT_NAMES),
/* harmony export */   my: () => (/* binding */ LAYOUTS),
/* harmony export */   rd: () => (/* binding */ asksForRecovery)
/* harmony export */ });
/** Partition layouts by name: what build-vhd makes by itself, and what others make, for those who compare or replace their disks. */
const MIB = 2 ** 20;
/** 260 MiB hold every release's boot files, on drives with sectors of 4096 bytes too; 16 MiB is what Microsoft gives the MSR. */
const OWN_LAYOUT = { esp: 260 * MIB, msr: 16 * MIB, recovery: 'none' };
const LAYOUTS = {
    /** The module's UEFI layout (x0nn/Convert-WindowsImage 161dac9). */
    'convert-windowsimage': { esp: 200 * MIB, msr: 128 * MIB, recovery: 'none' },
    /** WinImageBuilder.psm1 of cloudbase/windows-imaging-tools 832f3d6. */
    cloudbase: { esp: 200 * MIB, msr: 128 * MIB, recovery: 'none' },
    /** Microsoft, "UEFI/GPT-based hard drive partitions": the least ESP, the MSR, Windows, and the recovery tools right behind it. */
    microsoft: { esp: 200 * MIB, msr: 16 * MIB, recovery: 'last' },
};
const LAYOUT_NAMES = Object.keys(LAYOUTS);
/** Whether a template asks for a Recovery partition, by itself or by the layout that it names. */
function asksForRecovery({ layout, recovery }) {
    return (recovery ?? (layout === undefined ? OWN_LAYOUT : LAYOUTS[layout]).recovery) === 'last';
}
/** What is known to come of a layout, whoever asked for it. */
function layoutFindings({ recovery }) {
    if (recovery === 'none')
        return [];
    return [
        {
            code: 'recovery-partition-protected',
            severity: 'warning',
            seen: 'The disk has a protected Recovery partition behind Windows, as it was asked for: quiesced snapshots of its VMs fail (KB60395).',
            remedy: 'Write recovery: none: Windows keeps its recovery environment on C: then. repair-template takes the partition away from a disk that has it.',
        },
    ];
}


/***/ })

};
