export const id = 8901;
export const ids = [8901];
export const modules = {

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

/***/ 4221:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ markBaked),
/* harmony export */   X: () => (/* binding */ markBakedWhenDone)
/* harmony export */ });
/* harmony import */ var _ova_first_boot_setting_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71089);
/* harmony import */ var _vsphere_guest_guest_tools_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83875);
/* harmony import */ var _vsphere_vm_vm_facts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98508);
/* harmony import */ var _vsphere_vm_vm_operations_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63912);
/** The VM's own word that its first boot lies behind it: who starts it again, or a copy of it, must not wait for another. */




async function markBaked(session, vm) {
    await (0,_vsphere_vm_vm_operations_js__WEBPACK_IMPORTED_MODULE_3__/* .reconfigureVm */ .Nc)(session, vm, { extraConfig: { [_ova_first_boot_setting_js__WEBPACK_IMPORTED_MODULE_0__/* .FIRST_BOOT_SETTING */ .Jm]: 'baked' } });
}
/**
 * For a VM whose check ended early and that is about to be switched off: what its guest published goes with its power.
 * @throws errors of the API
 */
async function markBakedWhenDone(session, vm) {
    const { extraConfig } = await (0,_vsphere_vm_vm_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .readVmFacts */ .tv)(session, vm);
    if (extraConfig.get(_ova_first_boot_setting_js__WEBPACK_IMPORTED_MODULE_0__/* .FIRST_BOOT_SETTING */ .Jm) !== 'expected')
        return;
    const { info } = await (0,_vsphere_guest_guest_tools_js__WEBPACK_IMPORTED_MODULE_1__/* .readGuestState */ .G6)(session, vm);
    if (info(_ova_first_boot_setting_js__WEBPACK_IMPORTED_MODULE_0__/* .FIRST_BOOT_SETTING */ .Jm) === 'done')
        await markBaked(session, vm);
}


/***/ }),

/***/ 7631:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Zg: () => (/* binding */ removeLeftSnapshots),
/* harmony export */   aN: () => (/* binding */ snapshotName),
/* harmony export */   v1: () => (/* binding */ snapshotDescription)
/* harmony export */ });
/* harmony import */ var _vsphere_vm_consolidate_disks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(64636);
/* harmony import */ var _vsphere_vm_owner_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73089);
/* harmony import */ var _vsphere_vm_vm_snapshot_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(80394);
/* harmony import */ var _vsphere_wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4732);
/** Snapshots that checks took of a VM itself: found by their name, for who was killed or cancelled could not remove them; their description says whose they are. */




const PREFIX = 'stillframe-verify-';
const PURPOSE = 'Taken by Stillframe verify-quiesce to prove quiescing; removed when the check ends.';
/** @param id 8 hexadecimal digits of the run */
function snapshotName(id) {
    return `${PREFIX}${id}`;
}
/** What is written into the snapshot, for people first. */
function snapshotDescription(session, me) {
    return `${PURPOSE} ${(0,_vsphere_vm_owner_js__WEBPACK_IMPORTED_MODULE_1__/* .formatOwner */ .Vu)(me, session.now())}`;
}
/**
 * What another run is at work on stays.
 * @param id only of this run; default: of any
 * @returns names of the snapshots that were there and are removed
 */
async function removeLeftSnapshots(session, vm, me, id) {
    const removed = [];
    for (const { moref, name, description } of await (0,_vsphere_vm_vm_snapshot_js__WEBPACK_IMPORTED_MODULE_2__/* .readSnapshots */ .yj)(session, vm)) {
        if (id === undefined ? !/^stillframe-verify-[0-9a-f]{8}$/.test(name) : name !== snapshotName(id))
            continue;
        const owner = (0,_vsphere_vm_owner_js__WEBPACK_IMPORTED_MODULE_1__/* .parseOwner */ .pZ)(description.slice(PURPOSE.length + 1));
        if (owner && (0,_vsphere_vm_owner_js__WEBPACK_IMPORTED_MODULE_1__/* .standingOf */ .YP)(owner, me, session.now()) === 'working')
            continue;
        try {
            await (0,_vsphere_vm_vm_snapshot_js__WEBPACK_IMPORTED_MODULE_2__/* .removeSnapshot */ .Bw)(session, vm, moref);
            await (0,_vsphere_vm_consolidate_disks_js__WEBPACK_IMPORTED_MODULE_0__/* .consolidateDisks */ .q)(session, vm);
        }
        catch (error) {
            throw (0,_vsphere_wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_3__/* .explainFault */ .O)(error, `Removing the snapshot ${name}`);
        }
        removed.push(name);
    }
    return removed;
}


/***/ }),

/***/ 38901:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   undoCheck: () => (/* binding */ undoCheck),
/* harmony export */   undoHeldCheck: () => (/* binding */ undoHeldCheck)
/* harmony export */ });
/* harmony import */ var _vsphere_vm_owner_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73089);
/* harmony import */ var _vsphere_vm_stop_vm_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19088);
/* harmony import */ var _vsphere_vm_vm_facts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98508);
/* harmony import */ var _vsphere_wire_cancel_tasks_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(87517);
/* harmony import */ var _vsphere_wire_session_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(85783);
/* harmony import */ var _first_boot_mark_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4221);
/* harmony import */ var _left_snapshots_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7631);
/** Undoes what the check of a VM itself has left: removes its snapshot, and switches the VM off again. */







const SNAPSHOT_TASKS = ['CreateSnapshot_Task', 'CreateSnapshotEx_Task'];
/** As `undoCheck`, in the session that the record tells of. */
async function undoHeldCheck(held, context) {
    const session = await (0,_vsphere_wire_session_js__WEBPACK_IMPORTED_MODULE_4__.resumeVsphere)(held.ticket, context);
    try {
        await undoCheck(session, held);
    }
    finally {
        session.leave();
    }
}
/** Removes the run's snapshot, and stops the VM where the run had switched it on. */
async function undoCheck(session, { vm, id, wasOff, since }) {
    // A snapshot that hangs would hold the VM for minutes. A backup's own snapshot of it is not ours to stop.
    await (0,_vsphere_wire_cancel_tasks_js__WEBPACK_IMPORTED_MODULE_3__/* .cancelTasksOf */ .u)(session, vm.moref, { methods: SNAPSHOT_TASKS, since: new Date(since) });
    await (0,_left_snapshots_js__WEBPACK_IMPORTED_MODULE_6__/* .removeLeftSnapshots */ .Zg)(session, vm.moref, (0,_vsphere_vm_owner_js__WEBPACK_IMPORTED_MODULE_0__/* .ownerProcess */ .dK)(id), id);
    if (!wasOff || !(await (0,_vsphere_vm_vm_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .readVmFacts */ .tv)(session, vm.moref)).poweredOn)
        return;
    await (0,_first_boot_mark_js__WEBPACK_IMPORTED_MODULE_5__/* .markBakedWhenDone */ .X)(session, vm.moref);
    await (0,_vsphere_vm_stop_vm_js__WEBPACK_IMPORTED_MODULE_1__/* .stopVm */ .u)(session, vm.moref);
}


/***/ }),

/***/ 83875:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G6: () => (/* binding */ readGuestState),
/* harmony export */   bT: () => (/* binding */ mayPublish),
/* harmony export */   cj: () => (/* binding */ SET_INFO)
/* harmony export */ });
/* harmony import */ var _vm_vm_facts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98508);
/* harmony import */ var _wire_properties_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85925);
/** What a guest lets vSphere know while it starts: VMware Tools, and what it publishes as guestinfo. */


async function readGuestState(session, vm) {
    const properties = await (0,_wire_properties_js__WEBPACK_IMPORTED_MODULE_1__/* .readProperties */ .Qh)(session, vm, ['guest.toolsRunningStatus', 'config.extraConfig']);
    const settings = (0,_vm_vm_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .extraConfigOf */ .E6)(properties.get('config.extraConfig'));
    return {
        toolsRunning: properties.get('guest.toolsRunningStatus')?.text === 'guestToolsRunning',
        info: (key) => settings.get(`guestinfo.${key}`) || undefined,
    };
}
/** By it vSphere takes nothing from the guest (.vmx; the VMware hardening guides set it). */
const SET_INFO = 'isolation.tools.setInfo.disable';
/** Whether the guest can say anything of itself. */
function mayPublish(facts) {
    return !/^(true|1|yes)$/i.test((0,_vm_vm_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .settingOf */ .y7)(facts, SET_INFO) ?? '');
}


/***/ }),

/***/ 64636:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ consolidateDisks)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/* harmony import */ var _wire_properties_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85925);
/* harmony import */ var _wire_tasks_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(29280);
/** Merges what the removal of a snapshot has left of its disks (vim25 ConsolidateVMDisks_Task, API 5.0). */



/**
 * That a snapshot was removed says nothing of its disks: the task succeeds, and the VM may go on living on the difference (vim25
 * VirtualMachineRuntimeInfo.consolidationNeeded; check-vmware issue 293).
 * @throws UserError vsphere-refused when they stay as they are; VsphereFault of the task
 */
async function consolidateDisks(session, vm) {
    if (!(await isNeeded(session, vm)))
        return;
    session.log.info(`The snapshot is gone, but its disks were not merged: consolidating those of ${vm.value}`);
    await (0,_wire_tasks_js__WEBPACK_IMPORTED_MODULE_2__/* .runTask */ .Z)(session, 'ConsolidateVMDisks_Task', vm);
    if (!(await isNeeded(session, vm)))
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('vsphere-refused', `The disks of ${vm.value} need to be consolidated after its snapshot was removed, and vSphere does not do it`, 'Look for what holds its disks (a backup, another host) and for room on its datastore; then consolidate them in the vSphere client.');
}
async function isNeeded(session, vm) {
    const path = 'runtime.consolidationNeeded';
    return (await (0,_wire_properties_js__WEBPACK_IMPORTED_MODULE_1__/* .readProperties */ .Qh)(session, vm, [path])).get(path)?.text === 'true';
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

/***/ 19088:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SP: () => (/* binding */ switchOff),
/* harmony export */   Zk: () => (/* binding */ shutDownGuest),
/* harmony export */   u: () => (/* binding */ stopVm)
/* harmony export */ });
/* harmony import */ var _wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4732);
/* harmony import */ var _wire_fault_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63926);
/* harmony import */ var _wire_poll_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47749);
/* harmony import */ var _vm_facts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(98508);
/* harmony import */ var _vm_operations_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(63912);
/** Stops a VM as somebody would who cares for its file systems. */





/** Of the two minutes in which a post step has to be done. */
const SHUTDOWN_TIMEOUT = 60_000;
/**
 * Shuts Windows down where it can be asked to and does it within a minute; else switches the VM off. That it is off already is as good.
 * @throws UserError of the vSphere codes when the VM cannot be switched off; PassingError; the signal's reason
 */
async function stopVm(session, vm) {
    const { tools } = await (0,_vm_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .readVmFacts */ .tv)(session, vm);
    if (tools.running && (await shutDownGuest(session, vm, SHUTDOWN_TIMEOUT)))
        return;
    await switchOff(session, vm);
}
/**
 * For a guest that was asked in vain already.
 * @throws as stopVm
 */
async function switchOff(session, vm) {
    await (0,_vm_operations_js__WEBPACK_IMPORTED_MODULE_4__/* .powerOff */ .DI)(session, vm).catch((error) => {
        // It went off by itself in the meantime.
        if (!(0,_wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .isFault */ .Z)(error, 'InvalidPowerState'))
            throw (0,_wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .explainFault */ .O)(error, 'Stopping the VM');
    });
}
/**
 * Asks VMware Tools, which must run.
 * @param limit milliseconds
 * @returns whether it went off by itself in time
 */
async function shutDownGuest(session, vm, limit) {
    try {
        await session.call('ShutdownGuest', vm);
    }
    catch (error) {
        if (!(error instanceof _wire_fault_js__WEBPACK_IMPORTED_MODULE_1__/* .VsphereFault */ .eM))
            throw error;
        session.log.debug(`ShutdownGuest: ${error.message}`);
        return false;
    }
    const off = await (0,_wire_poll_js__WEBPACK_IMPORTED_MODULE_2__/* .pollUntil */ .g)(session.signal, async () => !(await (0,_vm_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .readVmFacts */ .tv)(session, vm)).poweredOn || undefined, limit);
    return off === true;
}


/***/ }),

/***/ 63912:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DI: () => (/* binding */ powerOff),
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
/* harmony import */ var _wire_entity_name_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(36567);
/* harmony import */ var _wire_fault_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63926);
/* harmony import */ var _wire_moref_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7423);
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
    await (0,_wire_tasks_js__WEBPACK_IMPORTED_MODULE_5__/* .runTask */ .Z)(session, 'Rename_Task', entity, [(0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('newName', (0,_wire_entity_name_js__WEBPACK_IMPORTED_MODULE_6__/* .escapeName */ .L)(name))]);
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
    const spec = (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .present */ .Eb)(changes.guestId === undefined ? undefined : (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('guestId', changes.guestId), changes.annotation === undefined ? undefined : (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('annotation', changes.annotation), ...Object.entries(changes.extraConfig ?? {}).map(([key, setting]) => optionValue(key, setting)), bootOptions(changes), changes.firmware === undefined ? undefined : (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('firmware', changes.firmware));
    await (0,_wire_tasks_js__WEBPACK_IMPORTED_MODULE_5__/* .runTask */ .Z)(session, 'ReconfigVM_Task', vm, [(0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .node */ .rH)('spec', spec)]);
}
/** What is left out stays as it is. An order ends by one device of no kind, which govmomi found out (pull request 867). */
function bootOptions({ secureBoot, bootOrder }) {
    const options = (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .present */ .Eb)(secureBoot === undefined ? undefined : (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('efiSecureBootEnabled', secureBoot), bootOrder && (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .node */ .rH)('bootOrder', [], 'VirtualMachineBootOptionsBootableDevice'));
    return options.length === 0 ? undefined : (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .node */ .rH)('bootOptions', options);
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
        (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('name', (0,_wire_entity_name_js__WEBPACK_IMPORTED_MODULE_6__/* .escapeName */ .L)(name)),
        (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .node */ .rH)('spec', spec),
    ]);
    const clone = (0,_wire_moref_js__WEBPACK_IMPORTED_MODULE_7__/* .morefOf */ .D)(result);
    if (clone)
        return clone;
    throw new _wire_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .VsphereFault */ .eM('CloneVM_Task', 'RuntimeFault', 'the server names no clone');
}


/***/ }),

/***/ 87517:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ cancelTasksOf)
/* harmony export */ });
/* harmony import */ var _lost_task_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42418);
/* harmony import */ var _moref_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7423);
/* harmony import */ var _poll_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47749);
/* harmony import */ var _properties_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85925);
/** Asks the tasks that still work on an object to stop: whoever started them was killed and cannot. */




/** A snapshot that hangs in the guest takes a while to give up. */
const END_TIMEOUT = 60_000;
/**
 * Cancels what is queued or running on `target`, and waits, bounded, until nothing is. Not every task can be cancelled, and one that
 * ends on its own is as good: nothing here is an error.
 */
async function cancelTasksOf(session, target, own) {
    const running = await unfinishedTasks(session, target, own);
    for (const task of running) {
        session.log.debug(`Cancelling ${task.value}, which works on ${target.value}`);
        await session.call('CancelTask', task).catch((error) => {
            session.log.debug(`${task.value} cannot be cancelled: ${String(error)}`);
        });
    }
    if (running.length === 0)
        return;
    const idle = async () => (await unfinishedTasks(session, target, own)).length === 0 ? true : undefined;
    await (0,_poll_js__WEBPACK_IMPORTED_MODULE_1__/* .pollUntil */ .g)(session.signal, idle, END_TIMEOUT);
}
/** TaskManager.recentTask: what is queued or running and what ended within the last minutes. */
async function unfinishedTasks(session, target, own) {
    const tasks = await (0,_properties_js__WEBPACK_IMPORTED_MODULE_2__/* .readMembers */ .mo)(session, session.manager('taskManager'), 'recentTask', {
        Task: ['info.state', 'info.entity', 'info.name', 'info.queueTime'],
    });
    const isOwn = (properties) => own === undefined ||
        (own.methods.some((method) => (0,_lost_task_js__WEBPACK_IMPORTED_MODULE_0__/* .operationOf */ .S)(method) === (0,_lost_task_js__WEBPACK_IMPORTED_MODULE_0__/* .operationOf */ .S)(properties.get('info.name')?.text ?? '')) &&
            Date.parse(properties.get('info.queueTime')?.text ?? '') >= own.since.getTime());
    return tasks
        .filter(({ properties }) => (0,_moref_js__WEBPACK_IMPORTED_MODULE_3__/* .sameMoref */ .W)((0,_moref_js__WEBPACK_IMPORTED_MODULE_3__/* .morefOf */ .D)(properties.get('info.entity')), target) &&
        ['queued', 'running'].includes(properties.get('info.state')?.text ?? '') &&
        isOwn(properties))
        .map(({ moref }) => moref);
}


/***/ })

};
