export const id = 615;
export const ids = [615];
export const modules = {

/***/ 35958:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _src_runner_run_on_github_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59853);
/* harmony import */ var _action_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14257);
/** Bakes a candidate: its first boot is carried out in the template itself, and followed to its end. */


await (0,_src_runner_run_on_github_js__WEBPACK_IMPORTED_MODULE_0__/* .runOnGithub */ ._)(_action_js__WEBPACK_IMPORTED_MODULE_1__/* .bakeTemplate */ .i);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

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
/* harmony export */   ox: () => (/* binding */ LOG_PIECE_BYTES),
/* harmony export */   zr: () => (/* binding */ AFTER_FIRST_BOOT)
/* harmony export */ });
/**
 * What an image at its first boot and the host that watches it say to each other, in keys of guestinfo and of the .vmx file. Limits
 * of guestinfo: 64 KiB a message (open-vm-tools guest_msg_def.h), 1 MiB in all (`tools.setInfo.sizeLimit`); docs/first-boot.md tells
 * the whole talk.
 */
/** What the guest does once its first boot is over: go on running, end by itself, or end as a generalized Windows. */
const AFTER_FIRST_BOOT = ['stay', 'shut-down', 'generalize'];
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


/***/ }),

/***/ 22389:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ locateVm)
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
    // A VM in a vApp has no folder above it, and so no path that tells; a host on its own has only one datacenter.
    const datacenter = datacenters.find((candidate) => path.startsWith(`${candidate.path}/`)) ??
        within ??
        (datacenters.length === 1 ? datacenters[0] : undefined);
    return { moref, name, path, datacenter: datacenter?.path.slice(1) ?? '' };
}
function below(objects, path) {
    return path === undefined ? objects : objects.filter((object) => object.path.startsWith(`${path}/`));
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
        return (0,_owner_js__WEBPACK_IMPORTED_MODULE_4__/* .parseOwner */ .pZ)((0,_vm_facts_js__WEBPACK_IMPORTED_MODULE_6__/* .extraConfigOf */ .E)(properties.get('config.extraConfig')).get(_owner_js__WEBPACK_IMPORTED_MODULE_4__/* .OWNER_KEY */ .Ck) ?? '');
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
 * Renews the time in the VM while `body` runs. Where vSphere does not let the VM be changed (a lease lives, it is a template) nothing is
 * renewed any more: then that is what says that somebody is at it.
 */
async function whileOwned(session, vm, me, body) {
    let running = Promise.resolve();
    const renew = async () => {
        try {
            await (0,_vm_operations_js__WEBPACK_IMPORTED_MODULE_7__/* .reconfigureVm */ .Nc)(session, vm, { extraConfig: ownedBy(session, me) });
        }
        catch (error) {
            session.log.debug(`Renewing ${vm.value}: ${String(error)}`);
            if ((0,_remove_vm_js__WEBPACK_IMPORTED_MODULE_5__/* .isBusy */ .A5)(error) || (0,_wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_2__/* .isFault */ .Z)(error, 'NotSupported'))
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

/***/ 35970:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M$: () => (/* binding */ restoreCards),
/* harmony export */   Pt: () => (/* binding */ readCardStates),
/* harmony export */   Sd: () => (/* binding */ setNetworkCards),
/* harmony export */   qC: () => (/* binding */ findNetwork)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/* harmony import */ var _xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61268);
/* harmony import */ var _inventory_find_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77386);
/* harmony import */ var _inventory_inventory_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(37797);
/* harmony import */ var _wire_moref_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7423);
/* harmony import */ var _wire_properties_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(85925);
/* harmony import */ var _wire_soap_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(68259);
/* harmony import */ var _wire_tasks_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(29280);
/** Network cards of a VM that is off: cut off, put on a network, or given back what they had. */








/** Kinds of vim25 VirtualEthernetCard. */
const CARD = /^Virtual(?:E1000e?|PCNet32|Vmxnet[23]?|Sriov(?:EthernetCard)|EthernetCard)$/;
/**
 * @param network undefined: every card is disconnected, and stays so when the VM starts; otherwise all are on that network and connected
 * @returns how many cards there are
 * @throws UserError vsphere-refused when the server left a card connected that was to be cut off
 */
async function setNetworkCards(session, vm, network) {
    const cards = await readCards(session, vm);
    if (cards.length === 0)
        return 0;
    const backing = network && (await backingOf(session, network));
    const connect = network !== undefined;
    await editCards(session, vm, cards.map((card) => changed(card, backing, { startConnected: connect, allowGuestControl: connect })));
    const connected = network ? [] : (await readCards(session, vm)).filter(isConnected);
    if (connected.length === 0)
        return cards.length;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('vsphere-refused', `The server left ${(0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(connected[0], 'deviceInfo.label') ?? 'a network card'} of ${vm.value} connected, which was to be cut off`, 'Name a network on which a copy may start (input network), or give the account VirtualMachine.Config.EditDevice.');
}
async function readCardStates(session, vm) {
    return (await readCards(session, vm)).map((card) => {
        const backing = (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .child */ .jf)(card, 'backing');
        return {
            key: Number((0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(card, 'key')),
            startConnected: (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(card, 'connectable.startConnected') !== 'false',
            allowGuestControl: (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(card, 'connectable.allowGuestControl') !== 'false',
            backing: backing === undefined ? '' : (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .renderXml */ .ST)(backing),
        };
    });
}
/** Puts back what `readCardStates` has read; a card that is gone, or stands so already, costs nothing. */
async function restoreCards(session, vm, states) {
    const now = await readCardStates(session, vm);
    const cards = await readCards(session, vm);
    const edits = states.flatMap((state) => {
        const card = cards.find((one) => Number((0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(one, 'key')) === state.key);
        if (!card || now.some((one) => isSameState(one, state)))
            return [];
        return [changed(card, parseBacking(state.backing), state)];
    });
    if (edits.length > 0)
        await editCards(session, vm, edits);
}
/** Rendered elements name their types by a prefix that whoever renders them binds (soap.ts). */
function parseBacking(text) {
    const spaces = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"';
    return (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .parseXml */ .NO)(`<state ${spaces}>${text}</state>`, 'the connection of a network card').children[0];
}
function isSameState(a, b) {
    return (a.key === b.key &&
        a.startConnected === b.startConnected &&
        a.allowGuestControl === b.allowGuestControl &&
        a.backing === b.backing);
}
async function editCards(session, vm, cards) {
    const changes = cards.map((card) => (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_5__/* .node */ .rH)('deviceChange', [(0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_5__/* .value */ .Uq)('operation', 'edit'), card], 'VirtualDeviceConfigSpec'));
    await (0,_wire_tasks_js__WEBPACK_IMPORTED_MODULE_6__/* .runTask */ .Z)(session, 'ReconfigVM_Task', vm, [(0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_5__/* .node */ .rH)('spec', changes)]);
}
/**
 * @param written name or path of a network or port group
 * @param datacenter inventory path of the datacenter it must be in, as LocatedVm has it; empty for any
 * @throws UserError vsphere-not-found, vsphere-ambiguous
 */
async function findNetwork(session, datacenter, written) {
    const networks = (0,_inventory_inventory_js__WEBPACK_IMPORTED_MODULE_3__/* .ofKind */ .C)(await (0,_inventory_inventory_js__WEBPACK_IMPORTED_MODULE_3__/* .readInventory */ .z)(session, { Network: [] }), 'Network');
    const near = networks.filter(({ path }) => datacenter === '' || path.startsWith(`/${datacenter}/`));
    return (0,_inventory_find_js__WEBPACK_IMPORTED_MODULE_2__/* .findOne */ .s)(near, written, { kind: 'network', input: 'network' }).moref;
}
async function readCards(session, vm) {
    const properties = await (0,_wire_properties_js__WEBPACK_IMPORTED_MODULE_4__/* .readProperties */ .Qh)(session, vm, ['config.hardware.device']);
    return (properties.get('config.hardware.device')?.children ?? []).filter(({ type }) => CARD.test(type?.name ?? ''));
}
function isConnected(card) {
    return (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(card, 'connectable.startConnected') !== 'false' || (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(card, 'connectable.connected') === 'true';
}
/** The card as it was read, in the order of its type, with what changes in its place. */
function changed(card, backing, { startConnected, allowGuestControl }) {
    const connectable = (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_5__/* .node */ .rH)('connectable', [
        (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_5__/* .value */ .Uq)('startConnected', startConnected),
        (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_5__/* .value */ .Uq)('allowGuestControl', allowGuestControl),
        (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_5__/* .value */ .Uq)('connected', startConnected),
    ]);
    const kept = card.children.filter(({ name }) => name !== 'connectable');
    // vim25 VirtualDevice: key, deviceInfo, backing, connectable, then the rest.
    const head = ['key', 'deviceInfo', 'backing'];
    return {
        ...card,
        name: 'device',
        children: [
            ...kept.filter(({ name }) => name === 'key' || name === 'deviceInfo'),
            ...(0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_5__/* .present */ .Eb)(backing ?? (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .child */ .jf)(card, 'backing')),
            connectable,
            ...kept.filter(({ name }) => !head.includes(name)),
        ],
    };
}
async function backingOf(session, network) {
    if (network.type !== 'DistributedVirtualPortgroup') {
        const name = (await (0,_wire_properties_js__WEBPACK_IMPORTED_MODULE_4__/* .readProperties */ .Qh)(session, network, ['name'])).get('name')?.text ?? network.value;
        return (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_5__/* .node */ .rH)('backing', [(0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_5__/* .value */ .Uq)('deviceName', name), (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_5__/* .reference */ .ir)('network', network)], 'VirtualEthernetCardNetworkBackingInfo');
    }
    const config = (await (0,_wire_properties_js__WEBPACK_IMPORTED_MODULE_4__/* .readProperties */ .Qh)(session, network, ['config'])).get('config');
    const vds = (0,_wire_moref_js__WEBPACK_IMPORTED_MODULE_7__/* .morefOf */ .D)((0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .childrenNamed */ .De)(config, 'distributedVirtualSwitch')[0]);
    const uuid = vds && (await (0,_wire_properties_js__WEBPACK_IMPORTED_MODULE_4__/* .readProperties */ .Qh)(session, vds, ['uuid'])).get('uuid')?.text;
    return (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_5__/* .node */ .rH)('backing', [(0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_5__/* .node */ .rH)('port', [(0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_5__/* .value */ .Uq)('switchUuid', uuid ?? ''), (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_5__/* .value */ .Uq)('portgroupKey', (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(config, 'key') ?? network.value)])], 'VirtualEthernetCardDistributedVirtualPortBackingInfo');
}


/***/ }),

/***/ 61049:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ escapeXml)
/* harmony export */ });
/** Text and attribute values as XML 1.0 wants them, for the OVF as for the calls of vSphere. */
const ESCAPES = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&apos;',
    '\t': '&#9;',
    '\n': '&#10;',
    '\r': '&#13;',
};
/**
 * Safe in element content and in attributes. Characters that XML cannot hold at all become U+FFFD, for a server refuses the whole
 * document otherwise.
 */
function escapeXml(text) {
    return (text
        .replace(/\p{Surrogate}/gu, '\ufffd')
        // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are forbidden in XML 1.0
        .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
        .replace(/[&<>"'\t\n\r]/g, (character) => ESCAPES[character] ?? character));
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
