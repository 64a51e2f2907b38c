export const id = 821;
export const ids = [821];
export const modules = {

/***/ 71332:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _src_runner_run_on_github_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59853);
/* harmony import */ var _action_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10659);
/** Publishes a candidate that was proven: it takes the name of its template, and what had it is set aside. */


await (0,_src_runner_run_on_github_js__WEBPACK_IMPORTED_MODULE_0__/* .runOnGithub */ ._)(_action_js__WEBPACK_IMPORTED_MODULE_1__/* .publishTemplate */ .m);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 14312:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A_: () => (/* binding */ LEVELS),
/* harmony export */   O6: () => (/* binding */ reaches),
/* harmony export */   _G: () => (/* binding */ VERDICT_WORDS)
/* harmony export */ });
/** The words of a verdict, and which levels it reaches. */
/** What each means, for people. */
const VERDICT_WORDS = {
    application: { mark: '✅', text: 'VSS writers took part in the snapshot' },
    filesystem: { mark: '🟡', text: 'the file systems were frozen, no VSS writer took part' },
    ignored: { mark: '❌', text: 'the quiesce request was silently not carried out' },
    failed: { mark: '❌', text: '' },
    unproven: { mark: '⚪', text: 'no error found in the image; only a snapshot proves more' },
};
const LEVELS = ['application', 'filesystem'];
/** Whether the verdict is at least the level asked for. An unproven image passes: it has no error, and promises no more. */
function reaches(verdict, level) {
    if (verdict === 'unproven' || verdict === 'application')
        return true;
    return verdict === 'filesystem' && level === 'filesystem';
}


/***/ }),

/***/ 71089:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jm: () => (/* binding */ FIRST_BOOT_SETTING),
/* harmony export */   N8: () => (/* binding */ parseFirstBootSteps),
/* harmony export */   bW: () => (/* binding */ firstBootConfig)
/* harmony export */ });
/* harmony import */ var _products_guest_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18351);
/** How an OVA says that its image's first boot waits to be done. */

/** Key among the settings of the .vmx file: `expected`, or `baked` once it is done in the template itself. */
const FIRST_BOOT_SETTING = 'stillframe.first-boot';
/**
 * A guest that ends by itself has a first boot to wait for, though no step is in it.
 * @param steps names of the steps that wait, as build-vhd gives them
 */
function firstBootConfig(steps, after) {
    return {
        ...((steps.length > 0 || after !== 'stay') && { [FIRST_BOOT_SETTING]: 'expected' }),
        ...(after !== 'stay' && { [_products_guest_words_js__WEBPACK_IMPORTED_MODULE_0__/* .AFTER_FIRST_BOOT_SETTING */ .av]: after }),
    };
}
/**
 * @param text JSON array of names
 * @returns undefined when it is something else
 */
function parseFirstBootSteps(text) {
    let parsed;
    try {
        parsed = JSON.parse(text);
    }
    catch {
        return undefined;
    }
    return Array.isArray(parsed) && parsed.every((name) => typeof name === 'string') ? parsed : undefined;
}


/***/ }),

/***/ 18351:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lg: () => (/* binding */ GUEST_KEY),
/* harmony export */   Q8: () => (/* binding */ LOG_KEYS),
/* harmony export */   av: () => (/* binding */ AFTER_FIRST_BOOT_SETTING),
/* harmony export */   k$: () => (/* binding */ BAKE_HOSTS),
/* harmony export */   ox: () => (/* binding */ LOG_PIECE_BYTES),
/* harmony export */   vd: () => (/* binding */ KVP_CHARACTERS),
/* harmony export */   zr: () => (/* binding */ AFTER_FIRST_BOOT)
/* harmony export */ });
/**
 * What an image at its first boot and the host that watches it say to each other, in keys of guestinfo and of the .vmx file. Limits
 * of guestinfo: 64 KiB a message (open-vm-tools guest_msg_def.h), 1 MiB in all (`tools.setInfo.sizeLimit`); docs/first-boot.md tells
 * the whole talk.
 */
/** What the guest does once its first boot is over: go on running, end by itself, or end as a generalized Windows. */
const AFTER_FIRST_BOOT = ['stay', 'shut-down', 'generalize'];
/** Where the first start of an image may happen; a guest talks to Hyper-V by its data exchange service, with the same words. */
const BAKE_HOSTS = ['vsphere', 'hyper-v'];
/** So much of a status is told to Hyper-V, whose values have 1024 characters at most (Msvm_KvpExchangeDataItem). */
const KVP_CHARACTERS = 900;
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

/***/ 83011:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  db: () => (/* binding */ assertPrivileges)
});

// UNUSED EXPORTS: OF_EVERY_ROLE, roleLine

// EXTERNAL MODULE: ./.cache/build/src/errors.js
var errors = __webpack_require__(41251);
// EXTERNAL MODULE: ./.cache/build/src/xml/xml-element.js
var xml_element = __webpack_require__(61268);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/fault.js
var fault = __webpack_require__(63926);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/moref.js
var moref = __webpack_require__(7423);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/properties.js
var properties = __webpack_require__(85925);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/soap.js
var soap = __webpack_require__(68259);
;// CONCATENATED MODULE: ./.cache/build/src/vsphere/access/privileges.js
/**
 * Which privileges each action needs, and on what: what it asks for before it changes anything, and what docs/vsphere.md lists. Ids are
 * those of vim25's AuthorizationManager; what a method needs is said in its reference (vSphere Web Services API, "Required Privileges"; for libraries
 * the vSphere Automation API: making an item of a VM needs VApp.Export and AddLibraryItem, copying one AddLibraryItem, and none of them ReadStorage).
 */
const POWER = ['VirtualMachine.Interact.PowerOn', 'VirtualMachine.Interact.PowerOff'];
const CHANGES = ['VirtualMachine.Config.AdvancedConfig', 'VirtualMachine.Config.EditDevice'];
const GUEST = ['VirtualMachine.GuestOperations.Execute', 'VirtualMachine.GuestOperations.Query'];
const COPYING = [
    ...when('to copy a VM', on('source', 'VirtualMachine.Provisioning.Clone')),
    ...when('to copy a template', on('source', 'VirtualMachine.Provisioning.DeployTemplate')),
];
const LOOKING = [
    ...when('to look at disks from outside', on('datastore', 'Datastore.Browse', 'Datastore.FileManagement')),
    ...when('to look at those that the datastore does not give', on('machine', 'VApp.Export')),
].map((need) => ({ ...need, told: true }));
const PRIVILEGES = {
    'upload-esxi': [
        ...on('pool', 'VApp.Import', 'Resource.AssignVMToPool'),
        ...on('folder', 'VirtualMachine.Inventory.Create'),
        ...on('machine', 'VirtualMachine.Inventory.Delete', 'VirtualMachine.Config.AddNewDisk'),
        ...on('machine', 'VirtualMachine.Config.AdvancedConfig', 'VirtualMachine.Config.Settings'),
        ...on('machine', 'VirtualMachine.Config.Rename'),
        ...on('datastore', 'Datastore.AllocateSpace'),
        ...on('network', 'Network.Assign'),
        ...when('with `as: template`', on('machine', 'VirtualMachine.Provisioning.MarkAsTemplate')),
        ...when('with `via-library`', on('root', 'ContentLibrary.AddLibraryItem', 'ContentLibrary.UpdateSession')),
        ...when('with `via-library`', on('root', 'ContentLibrary.DeleteLibraryItem')),
    ],
    'bake-template': [
        ...on('machine', 'VirtualMachine.Interact.PowerOn', 'VirtualMachine.Config.AdvancedConfig'),
        ...when('unless `network: as-it-is`', on('machine', 'VirtualMachine.Config.EditDevice')),
        ...when('with `network:`', on('network', 'Network.Assign')),
        ...when('with `scripts:`', on('machine', ...GUEST)),
    ],
    'verify-quiesce': [
        ...on('machine', 'VirtualMachine.State.CreateSnapshot', 'VirtualMachine.State.RemoveSnapshot'),
        ...on('datastore', 'Datastore.Browse', 'Datastore.FileManagement'),
        ...when('of a copy, or a VM that is off', on('machine', ...POWER)),
        ...when('of a copy', on('folder', 'VirtualMachine.Inventory.CreateFromExisting')),
        ...when('of a copy', on('machine', 'VirtualMachine.Inventory.Delete', ...CHANGES)),
        ...when('of a copy', on('pool', 'Resource.AssignVMToPool')),
        ...when('of a copy', on('datastore', 'Datastore.AllocateSpace')),
        ...COPYING,
        ...when('with `network:`', on('network', 'Network.Assign')),
        ...when('with `customization:`', on('source', 'VirtualMachine.Provisioning.Customize')),
        ...when('with `customization:` of the vCenter', on('root', 'VirtualMachine.Provisioning.ReadCustSpecs')),
        ...when('with `guest-password:`', on('machine', ...GUEST)),
    ],
    'publish-template': [
        ...on('machine', 'VirtualMachine.Inventory.Delete'),
        ...when('unless `as: library-item`', on('machine', 'VirtualMachine.Config.Annotation')),
        ...when('unless `as: library-item`', on('machine', 'VirtualMachine.Config.AdvancedConfig')),
        ...when('unless `as: library-item`', on('machine', 'VirtualMachine.Config.Rename')),
        ...when('with `as: template`', on('machine', 'VirtualMachine.Provisioning.MarkAsTemplate')),
        ...when('with `folder:`', on('machine', 'VirtualMachine.Inventory.Move')),
        ...when('with `folder:`', on('folder', 'VirtualMachine.Inventory.Move')),
        ...when('with `as: library-item`', on('machine', 'VApp.Export')),
        ...when('with `as: library-item`', on('root', 'ContentLibrary.AddLibraryItem', 'ContentLibrary.UpdateLibraryItem')),
        ...when('with `as: library-item`', on('root', 'ContentLibrary.DeleteLibraryItem')),
    ],
    'repair-template': [
        ...on('machine', ...CHANGES, ...POWER, ...GUEST),
        ...when('of a template', on('machine', 'VirtualMachine.Provisioning.MarkAsVM')),
        ...when('of a template', on('machine', 'VirtualMachine.Provisioning.MarkAsTemplate')),
        ...when('of a template', on('pool', 'Resource.AssignVMToPool')),
        ...when('unless `safety-copy: false`', on('folder', 'VirtualMachine.Inventory.CreateFromExisting')),
        ...when('unless `safety-copy: false`', on('folder', 'VirtualMachine.Inventory.Delete')),
        ...when('unless `safety-copy: false`', on('folder', 'VirtualMachine.Config.Annotation')),
        ...when('unless `safety-copy: false`', on('pool', 'Resource.AssignVMToPool')),
        ...when('unless `safety-copy: false`', on('datastore', 'Datastore.AllocateSpace')),
        ...COPYING,
        ...LOOKING,
    ],
    'audit-templates': LOOKING,
};
function on(place, ...privileges) {
    return privileges.map((privilege) => ({ privilege, on: place }));
}
function when(condition, needs) {
    return needs.map((need) => ({ ...need, when: condition }));
}

;// CONCATENATED MODULE: ./.cache/build/src/vsphere/access/assert-privileges.js
/** Asks, before anything is changed, whether the account holds what an action needs (vim25 AuthorizationManager). */







/**
 * Refuses only what the server says for certain: an account that may not ask, or a server that does not answer, is let through, and meets
 * the refusal of the call itself.
 * @throws UserError vsphere-refused with each privilege that is missing, and on what; the signal's reason
 */
async function assertPrivileges(session, action, asked) {
    const needs = PRIVILEGES[action].filter(({ when, told }) => told === undefined && (when === undefined || asked.conditions.includes(when)));
    const places = (need) => asked.places[need.on] ?? [];
    const entities = new Map(needs
        .flatMap(places)
        .flat()
        .map((moref) => [moref.value, moref]));
    const privileges = [...new Set(needs.map(({ privilege }) => privilege))];
    if (entities.size === 0)
        return;
    const refused = await askServer(session, [...entities.values()], privileges);
    const missing = needs.flatMap((need) => places(need)
        .filter((either) => either.length > 0 && either.every((one) => refused.get(one.value)?.has(need.privilege)))
        .map((either) => `${need.privilege} on ${either.map(({ type, value: id }) => `${type} ${id}`).join(' or ')}`));
    if (missing.length === 0)
        return;
    throw new errors/* UserError */.yo('vsphere-refused', `The account lacks privileges that ${action} needs here, and nothing was begun: ${[...new Set(missing)].join('; ')}`, `Give it a role that has them, on these objects or above them with propagation: ${roleLine(privileges)} (govc role.update where that role exists).`);
}
/** Every user-defined role has them (vim25 AuthorizationManager). */
const OF_EVERY_ROLE = (/* unused pure expression or super */ null && (['System.Anonymous', 'System.Read', 'System.View']));
/** As vSphere's command line takes it; the privileges of System come with every role. */
function roleLine(privileges) {
    return `govc role.create stillframe ${privileges.toSorted().join(' ')}`;
}
/**
 * API 5.5. Effective ones: inherited, of groups, global.
 * @returns by id of the entity those that it says are not granted
 */
async function askServer(session, entities, privileges) {
    try {
        const current = await (0,properties/* readProperties */.Qh)(session, session.manager('sessionManager'), ['currentSession']);
        const key = (0,xml_element/* textAt */.$6)(current.get('currentSession'), 'key');
        if (key === undefined)
            throw new fault/* VsphereFault */.eM('HasPrivilegeOnEntities', 'RuntimeFault', 'no session is current');
        const answer = await session.call('HasPrivilegeOnEntities', session.manager('authorizationManager'), [
            ...entities.map((entity) => (0,soap/* reference */.ir)('entity', entity)),
            (0,soap/* value */.Uq)('sessionId', key),
            ...privileges.map((privilege) => (0,soap/* value */.Uq)('privId', privilege)),
        ]);
        return new Map((0,xml_element/* childrenNamed */.De)(answer, 'returnval').map((result) => [
            (0,moref/* morefOf */.D)((0,xml_element/* child */.jf)(result, 'entity'))?.value ?? '',
            new Set((0,xml_element/* childrenNamed */.De)(result, 'privAvailability')
                .filter((one) => (0,xml_element/* textAt */.$6)(one, 'isGranted') === 'false')
                .map((one) => (0,xml_element/* textAt */.$6)(one, 'privId') ?? '')),
        ]));
    }
    catch (error) {
        session.signal.throwIfAborted();
        const silent = error instanceof fault/* VsphereFault */.eM
            ? error.type !== 'NotAuthenticated'
            : error instanceof errors/* UserError */.yo && error.code === 'vsphere-refused';
        if (!silent)
            throw error;
        session.log.debug(`The privileges of the account are not asked for: ${String(error)}`);
        return new Map();
    }
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

/***/ 88979:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   mi: () => (/* binding */ BAKE_KEY),
/* harmony export */   ou: () => (/* binding */ formatBakeMark),
/* harmony export */   yg: () => (/* binding */ parseBakeMark)
/* harmony export */ });
/**
 * What baking a candidate writes into it, so that whoever runs the same step again goes on instead of starting over, and publishing
 * can tell what is in the template.
 */
/** Key of the setting among those of the .vmx file. */
const BAKE_KEY = 'stillframe.bake';
/** One line without quotes, which .vmx files would escape. */
function formatBakeMark(mark) {
    return Buffer.from(JSON.stringify(mark)).toString('base64url');
}
/** Undefined for anything that formatBakeMark does not write. */
function parseBakeMark(text) {
    try {
        const mark = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
        const sound = typeof mark?.started === 'string' && !Number.isNaN(Date.parse(mark.started));
        return sound && Array.isArray(mark.cards) ? mark : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 29565:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gf: () => (/* binding */ RELEASE_KEY),
/* harmony export */   IG: () => (/* binding */ formatReleaseMark),
/* harmony export */   K3: () => (/* binding */ nameOfPrevious),
/* harmony export */   L3: () => (/* binding */ CANDIDATE_LIFE),
/* harmony export */   MB: () => (/* binding */ nameOfCandidate),
/* harmony export */   hd: () => (/* binding */ releaseState),
/* harmony export */   v2: () => (/* binding */ runForNames),
/* harmony export */   wX: () => (/* binding */ parseReleaseMark)
/* harmony export */ });
/**
 * What a VM is to its release: the name it shall have, the workflow run it came from, the OVA it is. The mark never changes, as nobody may
 * change the settings of a template; the VM's own name says how far it has come: candidate, published, or set aside for a newer one.
 */
/** Key of the setting among those of the .vmx file. */
const RELEASE_KEY = 'stillframe.release';
/** Milliseconds that a candidate is nobody's to remove: a week, so that one that failed on a Friday can be looked at. */
const CANDIDATE_LIFE = 7 * 24 * 3_600_000;
/** At most 19 characters, so that a name grows by no more than 30. */
const RUN = /^[0-9a-z]{1,19}$/;
/** One line without quotes, which .vmx files would escape. */
function formatReleaseMark({ name, run, ova, expires }) {
    return `name=${encodeURIComponent(name)} run=${run} ova=${ova} expires=${expires.toISOString()}`;
}
/** Undefined for anything that formatReleaseMark does not write. */
function parseReleaseMark(text) {
    const match = /^name=(\S+) run=([0-9a-z]{1,19}) ova=([0-9a-f]{64}) expires=(\S+)$/.exec(text);
    if (match === null)
        return undefined;
    const [, written = '', run = '', ova = '', until = ''] = match;
    const expires = new Date(until);
    if (Number.isNaN(expires.getTime()))
        return undefined;
    try {
        return { name: decodeURIComponent(written), run, ova, expires };
    }
    catch {
        return undefined;
    }
}
/** The workflow run as names of VMs take it; anything else in it is left out. */
function runForNames(run) {
    const plain = run
        .toLowerCase()
        .replaceAll(/[^0-9a-z]/g, '')
        .slice(0, 19);
    return RUN.test(plain) ? plain : 'unnamed';
}
/** Of a VM that is whole and not yet public. */
function nameOfCandidate(name, run) {
    return `${name}.candidate-${run}`;
}
/** Of a release that a newer one, published by `run`, has taken the place of. */
function nameOfPrevious(name, run) {
    return `${name}.previous-${run}`;
}
/** How far a VM of that name has come; undefined where the name is neither of these. Case does not matter, as in vSphere. */
function releaseState(found, name) {
    const [lower, wanted] = [found.toLowerCase(), name.toLowerCase()];
    if (lower === wanted)
        return 'published';
    if (!lower.startsWith(`${wanted}.`))
        return undefined;
    const match = /^(candidate|previous)-[0-9a-z]{1,20}$/.exec(lower.slice(wanted.length + 1));
    return match?.[1];
}


/***/ }),

/***/ 71972:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A5: () => (/* binding */ isBusy),
/* harmony export */   i2: () => (/* binding */ removeVm),
/* harmony export */   kH: () => (/* binding */ BUSY_TIMEOUT)
/* harmony export */ });
/* harmony import */ var _wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4732);
/* harmony import */ var _wire_passing_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68834);
/* harmony import */ var _wire_poll_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47749);
/* harmony import */ var _wire_properties_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(85925);
/* harmony import */ var _vm_operations_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(63912);
/** Removes a VM or template, whatever state it is in. Whose it is was looked at before (owned-vm.ts). */





/**
 * While a lease lives (5 min without news of its client) vSphere lets nobody touch its VM, and a snapshot that was cancelled takes a
 * while to give up.
 */
const BUSY_TIMEOUT = 6 * 60_000;
/** Faults by which vSphere says that something else is at the VM, or that its state has just changed. */
const BUSY_FAULTS = [
    'TaskInProgress',
    'InvalidState',
    'InvalidPowerState',
    'MethodDisabled',
    'ResourceInUse',
    'FileLocked',
];
/**
 * That it is gone already is as good. A removal whose answer is lost is not sent again before it was seen that it did not happen.
 * @throws the last VsphereFault when the VM stays busy; PassingError; the signal's reason
 */
async function removeVm(session, vm, { patience = BUSY_TIMEOUT, powerOff: mayStop = true } = {}) {
    let last;
    const removed = await (0,_wire_poll_js__WEBPACK_IMPORTED_MODULE_2__/* .pollUntil */ .g)(session.signal, async () => {
        try {
            const properties = await (0,_wire_properties_js__WEBPACK_IMPORTED_MODULE_3__/* .readProperties */ .Qh)(session, vm, ['runtime.powerState']);
            if (mayStop && properties.get('runtime.powerState')?.text === 'poweredOn')
                await (0,_vm_operations_js__WEBPACK_IMPORTED_MODULE_4__/* .powerOff */ .DI)(session, vm);
            await (0,_vm_operations_js__WEBPACK_IMPORTED_MODULE_4__/* .destroyVm */ .Yt)(session, vm);
            return true;
        }
        catch (error) {
            if ((0,_wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .isFault */ .Z)(error, 'ManagedObjectNotFound'))
                return true;
            if (!isBusy(error) && !(0,_wire_passing_error_js__WEBPACK_IMPORTED_MODULE_1__/* .isOutcomeUnknown */ .B)(error))
                throw error;
            if (last === undefined)
                session.log.info(`${vm.value} is still in use (${error.message}); trying again`);
            last = error;
            return undefined;
        }
    }, patience);
    if (removed === undefined)
        throw last;
}
/** True for a fault that says that something else is at the VM right now. */
function isBusy(error) {
    return (0,_wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .isFault */ .Z)(error, ...BUSY_FAULTS);
}


/***/ }),

/***/ 25388:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ formatToolsVersion)
/* harmony export */ });
/** Versions of VMware Tools as vSphere counts them (open-vm-tools vm_tools_version.h). */
/** 12421 is 12.4.5: 1024 * major + 32 * minor + update. */
function formatToolsVersion(version) {
    return `${Math.floor(version / 1024)}.${Math.floor((version % 1024) / 32)}.${version % 32}`;
}


/***/ }),

/***/ 9543:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H0: () => (/* binding */ readServerTime),
/* harmony export */   H4: () => (/* binding */ wasStartedSince),
/* harmony export */   wj: () => (/* binding */ readEvents)
/* harmony export */ });
/* harmony import */ var _xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61268);
/* harmony import */ var _wire_soap_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68259);
/** Events of a VM: where a host puts what the guest said about a failure. */


/** What the server's clock says. */
async function readServerTime(session) {
    const answer = await session.call('CurrentTime', { type: 'ServiceInstance', value: 'ServiceInstance' });
    return new Date((0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(answer, 'returnval')?.text ?? '');
}
/** Whether it was started since then by the server's clock. A cluster that balances its load has events of its own for it. */
async function wasStartedSince(session, vm, since) {
    const events = await readEvents(session, vm, since);
    return events.some(({ type, time }) => /^(Drs)?Vm(Starting|PoweredOn)Event$/.test(type) && Date.parse(time) >= since.getTime());
}
/** Oldest first; a server gives at most its newest 1000. */
async function readEvents(session, vm, since) {
    const filter = (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_1__/* .node */ .rH)('filter', [
        (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_1__/* .node */ .rH)('entity', [(0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_1__/* .reference */ .ir)('entity', vm), (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_1__/* .value */ .Uq)('recursion', 'self')]),
        (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_1__/* .node */ .rH)('time', [(0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_1__/* .value */ .Uq)('beginTime', since.toISOString())]),
    ]);
    const answer = await session.call('QueryEvents', session.manager('eventManager'), [filter]);
    const events = (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .childrenNamed */ .De)(answer, 'returnval').map((event) => ({
        time: (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(event, 'createdTime') ?? '',
        type: event.type?.name ?? 'Event',
        message: ((0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(event, 'fullFormattedMessage') || (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(event, 'message')?.text) ?? '',
        parts: (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .childrenNamed */ .De)(event, 'messageInfo').flatMap((info) => (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .childrenNamed */ .De)(info, 'argument').map((argument) => argument.text)),
    }));
    return events.sort((a, b) => Date.parse(a.time) - Date.parse(b.time));
}


/***/ }),

/***/ 63912:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DI: () => (/* binding */ powerOff),
/* harmony export */   L$: () => (/* binding */ escapeName),
/* harmony export */   Nc: () => (/* binding */ reconfigureVm),
/* harmony export */   TN: () => (/* binding */ optionValue),
/* harmony export */   Yt: () => (/* binding */ destroyVm),
/* harmony export */   aK: () => (/* binding */ markAsVirtualMachine),
/* harmony export */   cI: () => (/* binding */ markAsTemplate),
/* harmony export */   f0: () => (/* binding */ powerOn),
/* harmony export */   hZ: () => (/* binding */ cloneVm),
/* harmony export */   kp: () => (/* binding */ renameEntity),
/* harmony export */   sq: () => (/* binding */ moveIntoFolder)
/* harmony export */ });
/* harmony import */ var _wire_fault_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63926);
/* harmony import */ var _wire_moref_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7423);
/* harmony import */ var _wire_passing_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68834);
/* harmony import */ var _wire_poll_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47749);
/* harmony import */ var _wire_properties_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(85925);
/* harmony import */ var _wire_soap_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(68259);
/* harmony import */ var _wire_tasks_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(29280);
/** What is done to one virtual machine. All but `markAsTemplate` and `markAsVirtualMachine` are tasks: they return when the task has ended. */







/** How long after a call its effect may be missing. */
const LOOKUP_TIMEOUT = 10_000;
async function powerOn(session, vm) {
    await (0,_wire_tasks_js__WEBPACK_IMPORTED_MODULE_5__/* .runTask */ .Z)(session, 'PowerOnVM_Task', vm);
}
async function powerOff(session, vm) {
    await (0,_wire_tasks_js__WEBPACK_IMPORTED_MODULE_5__/* .runTask */ .Z)(session, 'PowerOffVM_Task', vm);
}
/** Removes the VM with its files; it must be powered off. */
async function destroyVm(session, vm) {
    await (0,_wire_tasks_js__WEBPACK_IMPORTED_MODULE_5__/* .runTask */ .Z)(session, 'Destroy_Task', vm);
}
async function renameEntity(session, entity, name) {
    await (0,_wire_tasks_js__WEBPACK_IMPORTED_MODULE_5__/* .runTask */ .Z)(session, 'Rename_Task', entity, [(0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('newName', escapeName(name))]);
}
/** Moves a VM or template to another folder of its datacenter. */
async function moveIntoFolder(session, vm, folder) {
    await (0,_wire_tasks_js__WEBPACK_IMPORTED_MODULE_5__/* .runTask */ .Z)(session, 'MoveIntoFolder_Task', folder, [(0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .reference */ .ir)('list', vm)]);
}
/** vCenter only; the VM must be powered off. Not a task: when the answer is lost, it is looked up whether it was done, and once more sent if not. */
async function markAsTemplate(session, vm, patience = LOOKUP_TIMEOUT) {
    try {
        await session.call('MarkAsTemplate', vm);
    }
    catch (error) {
        if (!(0,_wire_passing_error_js__WEBPACK_IMPORTED_MODULE_1__/* .isOutcomeUnknown */ .B)(error))
            throw error;
        if (!(await becomesTemplate(session, vm, true, patience)))
            await session.call('MarkAsTemplate', vm);
    }
}
/** vCenter only: makes a VM of a template, as `markAsTemplate` the other way. */
async function markAsVirtualMachine(session, template, { pool, host }) {
    try {
        await session.call('MarkAsVirtualMachine', template, (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .present */ .Eb)((0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .reference */ .ir)('pool', pool), host && (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .reference */ .ir)('host', host)));
    }
    catch (error) {
        if (!(0,_wire_passing_error_js__WEBPACK_IMPORTED_MODULE_1__/* .isOutcomeUnknown */ .B)(error) || !(await becomesTemplate(session, template, false, LOOKUP_TIMEOUT)))
            throw error;
    }
}
async function becomesTemplate(session, vm, wanted, patience) {
    const isSo = async () => (await (0,_wire_properties_js__WEBPACK_IMPORTED_MODULE_3__/* .readProperties */ .Qh)(session, vm, ['config.template'])).get('config.template')?.text === String(wanted) ||
        undefined;
    return (await (0,_wire_poll_js__WEBPACK_IMPORTED_MODULE_2__/* .pollUntil */ .g)(session.signal, isSo, patience)) === true;
}
async function reconfigureVm(session, vm, changes) {
    const spec = (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .present */ .Eb)(changes.guestId === undefined ? undefined : (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('guestId', changes.guestId), changes.annotation === undefined ? undefined : (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('annotation', changes.annotation), ...Object.entries(changes.extraConfig ?? {}).map(([key, setting]) => optionValue(key, setting)), changes.secureBoot === undefined
        ? undefined
        : (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .node */ .rH)('bootOptions', [(0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('efiSecureBootEnabled', changes.secureBoot)]), changes.firmware === undefined ? undefined : (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('firmware', changes.firmware));
    await (0,_wire_tasks_js__WEBPACK_IMPORTED_MODULE_5__/* .runTask */ .Z)(session, 'ReconfigVM_Task', vm, [(0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .node */ .rH)('spec', spec)]);
}
/** One element of extraConfig. */
function optionValue(key, setting) {
    return (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .node */ .rH)('extraConfig', [(0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('key', key), (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .anyString */ .gp)('value', setting)], 'OptionValue');
}
/** vCenter only. @returns the new VM, powered off */
async function cloneVm(session, source, request) {
    const { folder, name, pool, host, datastore, linkedTo, extraConfig, customization } = request;
    const location = (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .present */ .Eb)(datastore && (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .reference */ .ir)('datastore', datastore), linkedTo && (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('diskMoveType', 'createNewChildDiskBacking'), (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .reference */ .ir)('pool', pool), host && (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .reference */ .ir)('host', host));
    const options = Object.entries(extraConfig ?? {}).map(([key, setting]) => optionValue(key, setting));
    const spec = (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .present */ .Eb)((0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .node */ .rH)('location', location), (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('template', false), options.length === 0 ? undefined : (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .node */ .rH)('config', options), customization && { ...customization, name: 'customization' }, (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('powerOn', false), linkedTo && (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .reference */ .ir)('snapshot', linkedTo));
    const result = await (0,_wire_tasks_js__WEBPACK_IMPORTED_MODULE_5__/* .runTask */ .Z)(session, 'CloneVM_Task', source, [
        (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .reference */ .ir)('folder', folder),
        (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('name', escapeName(name)),
        (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .node */ .rH)('spec', spec),
    ]);
    const clone = (0,_wire_moref_js__WEBPACK_IMPORTED_MODULE_6__/* .morefOf */ .D)(result);
    if (clone)
        return clone;
    throw new _wire_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .VsphereFault */ .eM('CloneVM_Task', 'RuntimeFault', 'the server names no clone');
}
/** In names the API wants these three as escape codes (ManagedEntity.name). */
function escapeName(name) {
    return name.replaceAll('%', '%25').replaceAll('/', '%2f').replaceAll('\\', '%5c');
}


/***/ }),

/***/ 61268:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $6: () => (/* binding */ textAt),
/* harmony export */   De: () => (/* binding */ childrenNamed),
/* harmony export */   NO: () => (/* binding */ parseXml),
/* harmony export */   ST: () => (/* binding */ renderXml),
/* harmony export */   jf: () => (/* binding */ child)
/* harmony export */ });
/* harmony import */ var saxes__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59800);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41251);
/* harmony import */ var _escape_xml_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(61049);
/** XML as the vSphere API uses it: elements by local name, with the type that `xsi:type` gives them. */



const SCHEMA_NAMESPACE = 'http://www.w3.org/2001/XMLSchema';
const INSTANCE_NAMESPACE = 'http://www.w3.org/2001/XMLSchema-instance';
/** The deepest answers (nested snapshot trees) stay far below; it bounds the recursion over a hostile one. */
const MAX_DEPTH = 512;
/**
 * Parses a document. Namespaces of elements are dropped: vim25 needs none, and servers differ in their prefixes.
 * @param source what the text is, for the message
 * @throws FormatError when it is not well-formed, nested too deeply, or has a document type declaration (and with it entities)
 */
function parseXml(text, source) {
    const parser = new saxes__WEBPACK_IMPORTED_MODULE_0__/* .SaxesParser */ .wT({ xmlns: true });
    const stack = [];
    let root;
    const refuse = (expected, found) => {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FormatError */ .IF(source, parser.position, expected, found);
    };
    parser.on('error', (error) => refuse('well-formed XML', error.message));
    parser.on('doctype', () => refuse('XML without a document type declaration', 'one'));
    parser.on('opentag', (tag) => {
        if (stack.length >= MAX_DEPTH)
            refuse(`elements nested at most ${MAX_DEPTH} deep`, 'deeper ones');
        const type = typeOf(tag, (prefix) => parser.resolve(prefix));
        stack.push({ name: tag.local, ...(type && { type }), attributes: otherAttributes(tag), text: '', children: [] });
    });
    const addText = (data) => {
        const open = stack.at(-1);
        if (open)
            open.text += data;
    };
    parser.on('text', addText);
    parser.on('cdata', addText);
    parser.on('closetag', () => {
        const closed = stack.pop();
        const parent = stack.at(-1);
        if (parent)
            parent.children.push(closed);
        else
            root = closed;
    });
    parser.write(text).close();
    return root ?? refuse('an element', 'an empty document');
}
/** The element as XML that stands in a document where `xsi` and `xsd` are bound and the default namespace is vim25's. */
function renderXml(element) {
    const { name, type, attributes, children } = element;
    const typeText = type ? ` xsi:type="${type.schema ? 'xsd:' : ''}${(0,_escape_xml_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeXml */ .X)(type.name)}"` : '';
    const attributeText = [...attributes].map(([key, value]) => ` ${key}="${(0,_escape_xml_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeXml */ .X)(value)}"`);
    const content = children.length > 0 ? children.map(renderXml).join('') : (0,_escape_xml_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeXml */ .X)(element.text);
    return `<${name}${typeText}${attributeText.join('')}>${content}</${name}>`;
}
/** First child of that name. */
function child(element, name) {
    return element?.children.find((candidate) => candidate.name === name);
}
/** All children of that name; a list in vim25 is its element repeated. */
function childrenNamed(element, name) {
    return element?.children.filter((candidate) => candidate.name === name) ?? [];
}
/** Text at the end of a path of names such as `config.flags.diskUuidEnabled`; undefined when a step is missing. */
function textAt(element, path) {
    return path.split('.').reduce(child, element)?.text;
}
function otherAttributes(tag) {
    const others = Object.values(tag.attributes).filter(({ uri, prefix, name }) => uri !== INSTANCE_NAMESPACE && prefix !== 'xmlns' && name !== 'xmlns');
    return new Map(others.map(({ local, value }) => [local, value]));
}
/** The `type` attribute in whatever prefix the server bound to the namespace of XML Schema's instances. */
function typeOf(tag, resolve) {
    const attributes = Object.values(tag.attributes);
    const value = attributes.find(({ uri, local }) => uri === INSTANCE_NAMESPACE && local === 'type')?.value.trim();
    if (value === undefined)
        return undefined;
    const [prefix = '', name] = value.split(':');
    if (name === undefined)
        return { name: value, schema: false };
    return { name, schema: resolve(prefix) === SCHEMA_NAMESPACE };
}


/***/ })

};
