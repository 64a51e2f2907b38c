export const id = 895;
export const ids = [895];
export const modules = {

/***/ 86249:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _src_runner_run_on_github_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59853);
/* harmony import */ var _action_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64285);
/** Looks at every template of a vCenter or host from outside, and says which of them fail quiesced snapshots. */


await (0,_src_runner_run_on_github_js__WEBPACK_IMPORTED_MODULE_0__/* .runOnGithub */ ._)(_action_js__WEBPACK_IMPORTED_MODULE_1__/* .auditTemplates */ .z);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 62641:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y: () => (/* binding */ MACHINE_RULES)
});

;// CONCATENATED MODULE: ./.cache/build/src/ova/machine-settings.js
/** The settings of a virtual machine that decide about quiescing, whether an OVF descriptor or vSphere told them. */
function isScsi(kind) {
    return kind === 'pvscsi' || kind === 'lsilogicsas' || kind === 'lsilogic' || kind === 'buslogic';
}
/** Places for devices on one controller: PVSCSI 64 from hardware version 14 on (we count the 15 that every version has), the others 15. */
const SCSI_SLOTS = 15;

;// CONCATENATED MODULE: ./.cache/build/src/check/machine-rules.js
/**
 * What a machine's settings must be for an application-consistent snapshot.
 * Sources: [VDDK] "Virtual Disk Development Kit Programming Guide" 8.0, Windows backup implementations;
 * [GOS] vmware/ansible-vsphere-gos-validation, windows/check_quiesce_snapshot.
 */

const MACHINE_RULES = [
    {
        // [VDDK] application quiescing needs disk.EnableUUID; the guest id's default is missing on 7.0 U3c [GOS issue 290].
        code: 'disk-uuid-disabled',
        severity: 'error',
        predicts: 'filesystem',
        remedy: 'Set the advanced parameter disk.EnableUUID to TRUE on the VM (in an OVF: vmw:ExtraConfig), then power it off and on.',
        see: ({ from, diskUuidEnabled }) => diskUuidEnabled === true
            ? undefined
            : `disk.EnableUUID is ${diskUuidEnabled === undefined ? 'not set' : 'FALSE'} in ${from}, so Windows cannot tell VSS which disks are whose`,
    },
    {
        // [VDDK] SCSI disks only; [GOS] application-consistent on lsilogicsas and paravirtual alone.
        code: 'controller-not-scsi',
        severity: 'error',
        predicts: 'filesystem',
        remedy: 'Put every disk on a VMware Paravirtual (PVSCSI) or LSI Logic SAS controller.',
        see: ({ from, controllers }) => controllers
            .filter(({ kind, disks }) => disks > 0 && !isScsi(kind))
            .map(({ label, disks }) => `${disks === 1 ? 'A disk hangs' : `${disks} disks hang`} on ${label} in ${from}`),
    },
    {
        // [VDDK] the snapshot's disks are attached to the same controllers while VSS works.
        code: 'scsi-slots-too-few',
        severity: 'error',
        predicts: 'filesystem',
        remedy: 'Spread the disks over more SCSI controllers: there must be as many free places as disks.',
        see: ({ from, controllers }) => {
            const scsi = controllers.filter(({ kind }) => isScsi(kind));
            const disks = scsi.reduce((sum, controller) => sum + controller.disks, 0);
            const free = scsi.reduce((sum, controller) => sum + Math.max(0, SCSI_SLOTS - controller.devices), 0);
            return free < disks ? `${from} has ${disks} SCSI disks but only ${free} free SCSI places` : undefined;
        },
    },
    {
        // [VDDK] table of quiescing by guest: not supported for encrypted virtual machines.
        code: 'vm-encrypted',
        severity: 'error',
        predicts: 'filesystem',
        remedy: 'Decrypt the VM: application-consistent quiescing is not supported on encrypted VMs.',
        see: ({ from, encrypted, vtpm }) => (encrypted && !vtpm ? `${from} is encrypted` : undefined),
    },
    {
        // A vTPM encrypts the VM's home, and with it come the limits of encrypted VMs (Cloud Director 10.5 documentation).
        code: 'vtpm-present',
        severity: 'warning',
        predicts: 'filesystem',
        remedy: 'Leave the vTPM out of the template and add it to the VMs that need it after deployment; those may get no application-consistent snapshots.',
        see: ({ from, vtpm }) => (vtpm ? `There is a virtual TPM in ${from}, which encrypts the VM's files` : undefined),
    },
    {
        // VSS event 12289 with ntfs 57/137 about \\?\fdc#generic_floppy_drive (reported since 2012).
        code: 'floppy-present',
        severity: 'warning',
        predicts: 'failed',
        remedy: 'Remove the floppy drive from the template (and disable it in the firmware setup of old VMs).',
        see: ({ from, floppies }) => floppies > 0 ? `There is a floppy drive in ${from}, which the snapshot provider can stumble over` : undefined,
    },
    {
        // [GOS] check_quiescing_type.yml: the configured guest must be the real one.
        code: 'guest-id-mismatch',
        severity: 'warning',
        predicts: 'filesystem',
        remedy: 'Set the guest OS of the VM to the Windows Server version that is installed.',
        see: ({ from, guestId, guestReportedId }) => {
            if (guestId === undefined)
                return undefined;
            if (!/^windows.*(?:srv|Server)/i.test(guestId))
                return `The guest id ${guestId} of ${from} is not a Windows Server`;
            return guestReportedId !== undefined && guestReportedId !== guestId
                ? `${from} is configured as ${guestId}, but the guest says it is ${guestReportedId}`
                : undefined;
        },
    },
];


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
        remedy: 'Let the check start it (power-on: true), or start it before: vSphere silently ignores quiescing on a VM that is off.',
        see: ({ name, poweredOn }) => (poweredOn ? undefined : `${name} is powered off`),
    },
    {
        code: 'tools-not-installed',
        severity: 'error',
        predicts: 'ignored',
        remedy: 'Install VMware Tools with the VSS provider (setup64.exe /S /v "/qn ADDLOCAL=ALL REBOOT=R"), or let build-vhd do it at first boot.',
        see: ({ name, toolsInstalled }) => toolsInstalled === false ? `VMware Tools are not installed in ${name}` : undefined,
    },
    {
        code: 'tools-not-running',
        severity: 'error',
        predicts: 'ignored',
        remedy: 'Look at the console of the VM: first boot may need more time (raise timeout), wait for an answer, or have failed; check the service VMTools.',
        see: ({ name, poweredOn, toolsInstalled, toolsRunning }) => poweredOn && toolsInstalled !== false && !toolsRunning
            ? `VMware Tools do not run in ${name}, and vSphere silently ignores quiescing without them`
            : undefined,
    },
    {
        code: 'tools-too-old',
        severity: 'warning',
        predicts: 'filesystem',
        remedy: 'Update VMware Tools to 10.1 or later.',
        see: ({ name, toolsVersion }) => toolsVersion !== undefined && toolsVersion > 0 && toolsVersion < OLDEST_TOOLS
            ? `VMware Tools ${describeToolsVersion(toolsVersion)} in ${name} are older than 10.1`
            : undefined,
    },
    {
        code: 'quiesced-snapshots-unsupported',
        severity: 'error',
        predicts: 'failed',
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
        remedy: 'Set the disk mode to dependent (persistent) with the VM off; a raw device in physical mode must become a virtual disk, or be backed up otherwise.',
        see: ({ name, disksOutside }) => disksOutside.map((disk) => `${disk} of ${name} is outside of every snapshot`),
    },
    {
        code: 'snapshots-exist',
        severity: 'warning',
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

/***/ 60639:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ hasVmwareTools)
/* harmony export */ });
/* harmony import */ var _disk_ntfs_ntfs_path_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33309);
/* harmony import */ var _disk_ntfs_ntfs_volume_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86161);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41251);
/** Whether VMware Tools are installed on a disk, by what is on it and nothing else. */



/** The service itself, where every installer of Tools puts it (their installer, staged for the first boot, lies elsewhere). */
const TOOLS_SERVICE = 'Program Files\\VMware\\VMware Tools\\vmtoolsd.exe';
/**
 * vCenter believes what a disk's descriptor says of Tools, so nothing is said without evidence: no Windows, a volume that cannot be read
 * or an empty file count as none.
 */
async function hasVmwareTools(disk, { partitions }) {
    const windows = partitions.find(({ type }) => type === 'windows');
    if (windows?.fileSystem !== 'ntfs')
        return false;
    const size = await (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .unlessDamaged */ .Ak)(async () => {
        const volume = await _disk_ntfs_ntfs_volume_js__WEBPACK_IMPORTED_MODULE_1__/* .NtfsVolume */ .yz.open(disk, windows.offset, windows.size);
        const record = await (0,_disk_ntfs_ntfs_path_js__WEBPACK_IMPORTED_MODULE_0__/* .findNtfsPath */ .E)(volume, TOOLS_SERVICE);
        return record === undefined ? 0 : volume.data(await volume.record(record), TOOLS_SERVICE).size;
    });
    return size !== undefined && size > 0;
}


/***/ }),

/***/ 85978:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ factsForRules)
/* harmony export */ });
/* harmony import */ var _ova_first_boot_setting_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71089);
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
function controllerForRules({ key, type, label, devices }, facts) {
    return {
        kind: KINDS[type] ?? 'other',
        label: label === '' ? type : label,
        disks: facts.devices.disks.filter(({ controllerKey }) => controllerKey === key).length,
        devices,
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

/***/ 22389:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gz: () => (/* binding */ below),
/* harmony export */   Wr: () => (/* binding */ locateVm),
/* harmony export */   xm: () => (/* binding */ datacenterOf)
/* harmony export */ });
/* harmony import */ var _find_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77386);
/* harmony import */ var _inventory_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37797);
/** Finds a VM or template by what an engineer writes, and the datacenter it lies in. */


/** @throws UserError vsphere-not-found, vsphere-ambiguous */
async function locateVm(session, wanted) {
    const inventory = await (0,_inventory_js__WEBPACK_IMPORTED_MODULE_1__/* .readInventory */ .z)(session, { VirtualMachine: [] });
    const datacenters = (0,_inventory_js__WEBPACK_IMPORTED_MODULE_1__/* .ofKind */ .C)(inventory, 'Datacenter');
    const within = wanted.datacenter === undefined
        ? undefined
        : (0,_find_js__WEBPACK_IMPORTED_MODULE_0__/* .findOne */ .s)(datacenters, wanted.datacenter, { kind: 'datacenter', input: 'datacenter' });
    const { moref, name, path } = (0,_find_js__WEBPACK_IMPORTED_MODULE_0__/* .findOne */ .s)(below((0,_inventory_js__WEBPACK_IMPORTED_MODULE_1__/* .ofKind */ .C)(inventory, 'VirtualMachine'), within?.path), wanted.vm, {
        kind: 'virtual machine',
        input: 'vm',
    });
    return { moref, name, path, datacenter: datacenterOf(path, datacenters) ?? within?.path.slice(1) ?? '' };
}
/**
 * Inventory path of the datacenter that an object lies in, without the leading slash; undefined when nothing tells it. A VM in a vApp has
 * no folder above it, and so no path that tells; a host on its own has only one datacenter.
 */
function datacenterOf(path, datacenters) {
    const found = datacenters.find((candidate) => path.startsWith(`${candidate.path}/`));
    return (found ?? (datacenters.length === 1 ? datacenters[0] : undefined))?.path.slice(1);
}
/** Those that lie below a path; all where there is none. */
function below(objects, path) {
    return path === undefined ? objects : objects.filter((object) => object.path.startsWith(`${path}/`));
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
/* harmony import */ var _xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61268);
/* harmony import */ var _wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4732);
/* harmony import */ var _wire_fault_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63926);
/* harmony import */ var _wire_moref_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7423);
/* harmony import */ var _wire_passing_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68834);
/* harmony import */ var _wire_poll_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(47749);
/* harmony import */ var _wire_properties_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(85925);
/* harmony import */ var _wire_soap_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(68259);
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
    const ready = await (0,_wire_poll_js__WEBPACK_IMPORTED_MODULE_4__/* .pollUntil */ .g)(session.signal, async () => {
        const properties = await (0,_wire_properties_js__WEBPACK_IMPORTED_MODULE_5__/* .readProperties */ .Qh)(session, lease, ['state', 'info', 'error']);
        const state = properties.get('state')?.text;
        if (state === 'ready')
            return readInfo(session, lease, properties.get('info'));
        if (state === 'initializing')
            return undefined;
        const error = properties.get('error');
        throw error
            ? (0,_wire_fault_js__WEBPACK_IMPORTED_MODULE_2__/* .readLocalizedFault */ .uf)(operation, error)
            : new _wire_fault_js__WEBPACK_IMPORTED_MODULE_2__/* .VsphereFault */ .eM(operation, 'InvalidState', `the lease is ${state}`);
    });
    if (ready)
        return ready;
    throw new _wire_fault_js__WEBPACK_IMPORTED_MODULE_2__/* .VsphereFault */ .eM(operation, 'InvalidState', 'the lease did not become ready');
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
            await session.call('HttpNfcLeaseProgress', lease, [(0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_6__/* .value */ .Uq)('percent', Math.min(99, Math.floor(percent())))]);
        }
        catch (error) {
            // A message that is lost on the way is made good by the next one; a fault says that there is no lease any more.
            if (error instanceof _wire_fault_js__WEBPACK_IMPORTED_MODULE_2__/* .VsphereFault */ .eM)
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
    if (error instanceof _wire_fault_js__WEBPACK_IMPORTED_MODULE_2__/* .VsphereFault */ .eM)
        return isLeaseLost(error);
    if (!(error instanceof _wire_passing_error_js__WEBPACK_IMPORTED_MODULE_3__/* .PassingError */ .a))
        return false;
    // The host closes the connection, or answers 404; only the lease itself tells why.
    const state = await readState(session, lease).catch(() => 'unknown');
    return state === undefined || state === 'error';
}
function runOut(cause) {
    return new _wire_passing_error_js__WEBPACK_IMPORTED_MODULE_3__/* .PassingError */ .a('upload-failed', `The lease has run out while files were on their way: ${cause instanceof Error ? cause.message : String(cause)}`, 'vSphere ends an import that it hears nothing of for about five minutes, or whose session ends: is the way to it interrupted, or this runner asleep? Run the step again.', { taken: true, cause });
}
/** Asks for digests of that kind; servers before 7.0 know only SHA-1. @returns the kind that the manifest will have */
async function chooseManifestDigest(session, { lease, devices }, wanted) {
    if (wanted === 'sha1' || devices.length === 0)
        return 'sha1';
    const choices = devices.map(({ key }) => (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_6__/* .node */ .rH)('deviceUrlsToChecksumTypes', [(0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_6__/* .value */ .Uq)('key', key), (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_6__/* .value */ .Uq)('value', wanted)]));
    try {
        await session.call('HttpNfcLeaseSetManifestChecksumType', lease, choices);
        return wanted;
    }
    catch (error) {
        if (!(error instanceof _wire_fault_js__WEBPACK_IMPORTED_MODULE_2__/* .VsphereFault */ .eM))
            throw error;
        session.log.debug(`HttpNfcLeaseSetManifestChecksumType: ${error.message}`);
        return 'sha1';
    }
}
/** What has arrived so far; undefined when the server does not offer it. */
async function readLeaseManifest(session, lease) {
    try {
        const answer = await session.call('HttpNfcLeaseGetManifest', lease);
        return (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .childrenNamed */ .De)(answer, 'returnval').map(receivedFileOf);
    }
    catch (error) {
        if (!(0,_wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_1__/* .isFault */ .Z)(error, 'MethodNotFound', 'NotSupported', 'InvalidRequest'))
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
        if (!(0,_wire_passing_error_js__WEBPACK_IMPORTED_MODULE_3__/* .isOutcomeUnknown */ .B)(error) || !(await becomesDone(session, lease)))
            throw error;
    }
}
/** A lease is `done` for a while and then gone; who asks for this one has not aborted it. */
async function becomesDone(session, lease) {
    const done = await (0,_wire_poll_js__WEBPACK_IMPORTED_MODULE_4__/* .pollUntil */ .g)(session.signal, async () => ((await readState(session, lease)) === 'ready' ? undefined : true), LOOKUP_TIMEOUT);
    return done === true;
}
/** @returns undefined when it is gone */
async function readState(session, lease) {
    try {
        return (await (0,_wire_properties_js__WEBPACK_IMPORTED_MODULE_5__/* .readProperties */ .Qh)(session, lease, ['state'])).get('state')?.text;
    }
    catch (error) {
        if (!(0,_wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_1__/* .isFault */ .Z)(error, 'ManagedObjectNotFound'))
            throw error;
        return undefined;
    }
}
/**
 * The VM of a lease that is to be given up, waited for while the lease is still getting ready.
 * @returns undefined when there is none, or the lease is gone
 */
async function settledEntity(session, lease) {
    await (0,_wire_poll_js__WEBPACK_IMPORTED_MODULE_4__/* .pollUntil */ .g)(session.signal, async () => ((await readState(session, lease)) === 'initializing' ? undefined : true), SETTLE_TIMEOUT);
    try {
        return (0,_wire_moref_js__WEBPACK_IMPORTED_MODULE_7__/* .morefOf */ .D)((0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)((await (0,_wire_properties_js__WEBPACK_IMPORTED_MODULE_5__/* .readProperties */ .Qh)(session, lease, ['info'])).get('info'), 'entity'));
    }
    catch (error) {
        if (!(0,_wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_1__/* .isFault */ .Z)(error, 'ManagedObjectNotFound'))
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
        if (!(0,_wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_1__/* .isFault */ .Z)(error, 'ManagedObjectNotFound', 'InvalidState', 'Timedout'))
            throw error;
    }
}
function readInfo(session, lease, info) {
    const entity = (0,_wire_moref_js__WEBPACK_IMPORTED_MODULE_7__/* .morefOf */ .D)((0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(info, 'entity'));
    if (!entity)
        throw new _wire_fault_js__WEBPACK_IMPORTED_MODULE_2__/* .VsphereFault */ .eM('ImportVApp', 'InvalidState', 'the lease names no VM');
    return { lease, entity, devices: (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .childrenNamed */ .De)(info, 'deviceUrl').map((device) => deviceUrlOf(device, session.url)) };
}
/** A host that was connected to directly writes `*` for the name it was called by. */
function deviceUrlOf(device, server) {
    const url = (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(device, 'url') ?? '';
    const absolute = url.replace(/^(https?:\/\/)\*(?::\d+)?/i, `$1${server.host}`);
    if (!URL.canParse(absolute))
        throw new _wire_fault_js__WEBPACK_IMPORTED_MODULE_2__/* .VsphereFault */ .eM('ImportVApp', 'InvalidState', `the lease has the device URL "${url}"`);
    return {
        key: (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(device, 'key') ?? '',
        importKey: (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(device, 'importKey') ?? '',
        url: new URL(absolute),
        sslThumbprint: (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(device, 'sslThumbprint') || undefined,
        sslCertificate: (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(device, 'sslCertificate') || undefined,
    };
}
function receivedFileOf(entry) {
    const sha1 = (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(entry, 'sha1')?.toLowerCase();
    const kind = (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(entry, 'checksumType')?.toLowerCase().replace('-', '');
    const checksum = (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(entry, 'checksum')?.toLowerCase();
    return {
        key: (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(entry, 'key') ?? '',
        size: Number((0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(entry, 'size') ?? 0),
        digests: { ...(sha1 && { sha1 }), ...(checksum && (kind === 'sha1' || kind === 'sha256') && { [kind]: checksum }) },
    };
}
/** True for a fault by which the server says that the lease is lost: the import may be begun anew. */
function isLeaseLost(error) {
    return ((0,_wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_1__/* .isFault */ .Z)(error, 'ManagedObjectNotFound', 'InvalidState', 'Timedout', 'NotAuthenticated') &&
        error.operation.startsWith('HttpNfcLease'));
}


/***/ })

};
