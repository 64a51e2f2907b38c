export const id = 8508;
export const ids = [8508];
export const modules = {

/***/ 65515:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ activity)
/* harmony export */ });
/** Whether a VM is off (vim25 VirtualMachinePowerState). One that is suspended is not: its guest goes on from a memory that no disk has. */
/** How a VM stands that is not off, for messages; undefined for one that is off, or of which the server does not say it. */
function activity(powerState) {
    if (powerState === 'poweredOn')
        return 'running';
    return powerState === 'suspended' ? 'suspended' : undefined;
}


/***/ }),

/***/ 98508:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Rj: () => (/* binding */ LOST),
  E6: () => (/* binding */ extraConfigOf),
  tv: () => (/* binding */ readVmFacts),
  y7: () => (/* binding */ settingOf)
});

// EXTERNAL MODULE: ./.cache/build/src/xml/xml-element.js
var xml_element = __webpack_require__(61268);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/entity-name.js
var entity_name = __webpack_require__(36567);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/moref.js
var moref = __webpack_require__(7423);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/properties.js
var wire_properties = __webpack_require__(85925);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/vm/power-state.js
var power_state = __webpack_require__(65515);
;// CONCATENATED MODULE: ./.cache/build/src/vsphere/vm/vm-devices.js
/** Virtual hardware of a VM: controllers with what hangs on them, disks, floppies, vTPM. */

/** From the property config.hardware.device. */
function vmDevicesOf(list) {
    const devices = list?.children ?? [];
    const typed = (type) => devices.filter((device) => device.type?.name === type);
    return {
        // Only controllers have a bus of their own.
        controllers: devices
            .filter((device) => (0,xml_element/* textAt */.$6)(device, 'busNumber') !== undefined)
            .map((device) => controllerOf(device, devices)),
        disks: typed('VirtualDisk').map(diskOf),
        floppies: typed('VirtualFloppy').length,
        vtpm: typed('VirtualTPM').length > 0,
        media: [...typed('VirtualCdrom'), ...typed('VirtualFloppy')].flatMap(mediumOf),
    };
}
/** Only a backing by a file has a name; what is in a drive of the host or of a client is nobody's but theirs. */
function mediumOf(device) {
    const file = (0,xml_element/* textAt */.$6)(device, 'backing.fileName') ?? '';
    const connected = ['connected', 'startConnected'].some((flag) => (0,xml_element/* textAt */.$6)(device, `connectable.${flag}`) === 'true');
    return file === '' || !connected ? [] : [{ label: (0,xml_element/* textAt */.$6)(device, 'deviceInfo.label') ?? '', file }];
}
function controllerOf(device, devices) {
    const key = numberAt(device, 'key');
    return {
        key,
        type: device.type?.name ?? '',
        busNumber: numberAt(device, 'busNumber'),
        label: (0,xml_element/* textAt */.$6)(device, 'deviceInfo.label') ?? '',
        devices: devices.filter((other) => (0,xml_element/* textAt */.$6)(other, 'controllerKey') === String(key)).length,
    };
}
function diskOf(device) {
    const kib = numberAt(device, 'capacityInKB');
    const bytes = (0,xml_element/* textAt */.$6)(device, 'capacityInBytes');
    const backing = (0,xml_element/* childrenNamed */.De)(device, 'backing')[0];
    return {
        key: numberAt(device, 'key'),
        label: (0,xml_element/* textAt */.$6)(device, 'deviceInfo.label') ?? '',
        controllerKey: numberAt(device, 'controllerKey'),
        unitNumber: numberAt(device, 'unitNumber'),
        capacity: bytes === undefined ? kib * 1024 : Number(bytes),
        file: (0,xml_element/* textAt */.$6)(backing, 'fileName') ?? '',
        mode: (0,xml_element/* textAt */.$6)(backing, 'compatibilityMode') === 'physicalMode'
            ? 'physicalMode'
            : ((0,xml_element/* textAt */.$6)(backing, 'diskMode') ?? 'persistent'),
        encrypted: (0,xml_element/* textAt */.$6)(backing, 'keyId.keyId') !== undefined,
        ...((0,xml_element/* textAt */.$6)(backing, 'parent.fileName') !== undefined && { delta: true }),
    };
}
function numberAt(element, name) {
    return Number((0,xml_element/* textAt */.$6)(element, name) ?? 0);
}

// EXTERNAL MODULE: ./.cache/build/src/vsphere/vm/vm-snapshot.js
var vm_snapshot = __webpack_require__(80394);
;// CONCATENATED MODULE: ./.cache/build/src/vsphere/vm/vm-facts.js
/** What vSphere knows about one VM, as far as quiescing, repair and templates depend on it. */







const PATHS = [
    'name',
    'parent',
    'resourcePool',
    'datastore',
    'runtime.powerState',
    'runtime.host',
    'runtime.connectionState',
    'summary.config.template',
    'config.template',
    'config.guestId',
    'config.firmware',
    'config.bootOptions',
    'config.flags',
    'config.extraConfig',
    'config.hardware.device',
    'config.keyId',
    'config.changeTrackingEnabled',
    'config.files',
    'guest.guestId',
    'guest.toolsRunningStatus',
    'guest.toolsVersionStatus2',
    'guest.toolsVersion',
    'capability.quiescedSnapshotsSupported',
    'snapshot',
];
/** States of the connection with a VM in which nobody can use it, nor read what it is. */
const LOST = ['orphaned', 'inaccessible', 'invalid'];
/** @throws VsphereFault, with type ManagedObjectNotFound when it is gone */
async function readVmFacts(session, vm) {
    const properties = await (0,wire_properties/* readProperties */.Qh)(session, vm, PATHS);
    const get = (path) => properties.get(path);
    const text = (path) => get(path)?.text || undefined;
    const firmware = text('config.firmware');
    return {
        moref: vm,
        name: (0,entity_name/* plainName */.M)(text('name') ?? vm.value),
        template: (text('config.template') ?? text('summary.config.template')) === 'true',
        ...lostAs(text('runtime.connectionState')),
        poweredOn: (0,power_state/* activity */.E)(text('runtime.powerState')) === 'running',
        ...((0,power_state/* activity */.E)(text('runtime.powerState')) === 'suspended' && { suspended: true }),
        guestId: text('config.guestId'),
        guestReportedId: text('guest.guestId'),
        firmware: firmware === 'efi' || firmware === 'bios' ? firmware : undefined,
        secureBoot: (0,xml_element/* textAt */.$6)(get('config.bootOptions'), 'efiSecureBootEnabled') === 'true',
        ...((0,xml_element/* child */.jf)(get('config.bootOptions'), 'bootOrder') && { bootOrder: true }),
        diskUuidEnabled: toBoolean((0,xml_element/* textAt */.$6)(get('config.flags'), 'diskUuidEnabled')),
        extraConfig: extraConfigOf(get('config.extraConfig')),
        devices: vmDevicesOf(get('config.hardware.device')),
        snapshots: (0,vm_snapshot/* snapshotsOf */.XO)(get('snapshot')),
        encrypted: get('config.keyId') !== undefined,
        tools: {
            running: text('guest.toolsRunningStatus') === 'guestToolsRunning',
            installed: toolsInstalled(text('guest.toolsVersionStatus2')),
            version: toNumber(text('guest.toolsVersion')),
        },
        quiescedSnapshotsSupported: toBoolean(text('capability.quiescedSnapshotsSupported')),
        changeTracking: text('config.changeTrackingEnabled') === 'true',
        vmxPath: (0,xml_element/* textAt */.$6)(get('config.files'), 'vmPathName') ?? '',
        snapshotDirectory: (0,xml_element/* textAt */.$6)(get('config.files'), 'snapshotDirectory') ?? '',
        folder: (0,moref/* morefOf */.D)(get('parent')),
        resourcePool: (0,moref/* morefOf */.D)(get('resourcePool')),
        host: (0,moref/* morefOf */.D)(get('runtime.host')),
        datastores: (0,xml_element/* childrenNamed */.De)(get('datastore'), 'ManagedObjectReference').flatMap((item) => (0,moref/* morefOf */.D)(item) ?? []),
    };
}
/** The settings of one whose host is only disconnected vCenter remembers. */
function lostAs(connectionState) {
    return connectionState !== undefined && LOST.includes(connectionState) ? { lost: connectionState } : {};
}
/** From the property config.extraConfig. */
function extraConfigOf(options) {
    const entries = (0,xml_element/* childrenNamed */.De)(options, 'OptionValue');
    return new Map(entries.map((entry) => [(0,xml_element/* textAt */.$6)(entry, 'key') ?? '', (0,xml_element/* textAt */.$6)(entry, 'value') ?? '']));
}
/** A setting of the .vmx file, in which case does not matter; undefined when it is empty. */
function settingOf({ extraConfig }, key) {
    const found = [...extraConfig].find(([name]) => name.toLowerCase() === key.toLowerCase())?.[1];
    return found === '' ? undefined : found;
}
function toBoolean(text) {
    return text === undefined ? undefined : text === 'true' || text === '1';
}
function toNumber(text) {
    const number = Number(text);
    return text === undefined || !Number.isInteger(number) ? undefined : number;
}
function toolsInstalled(status) {
    return status === undefined ? undefined : status !== 'guestToolsNotInstalled';
}


/***/ }),

/***/ 80394:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BW: () => (/* binding */ takeQuiescedSnapshot),
/* harmony export */   Bw: () => (/* binding */ removeSnapshot),
/* harmony export */   XO: () => (/* binding */ snapshotsOf),
/* harmony export */   yj: () => (/* binding */ readSnapshots)
/* harmony export */ });
/* harmony import */ var _xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61268);
/* harmony import */ var _wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4732);
/* harmony import */ var _wire_fault_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63926);
/* harmony import */ var _wire_moref_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7423);
/* harmony import */ var _wire_passing_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68834);
/* harmony import */ var _wire_properties_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(85925);
/* harmony import */ var _wire_soap_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(68259);
/* harmony import */ var _wire_tasks_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(29280);
/** Snapshots of a VM: taken with VSS in the guest, looked up with their evidence, removed. */








const MINUTE = 60_000;
/** VSS_BT_COPY of the Windows SDK: backup history in the guest stays as it is. */
const VSS_BT_COPY = 5;
/**
 * Asks for an application-consistent snapshot. `ctx_backup` insists on it, where `ctx_auto` would let Tools fall back. A task
 * that succeeds proves nothing: vSphere ignores the request when Tools do not run; see `quiesced` and the manifest.
 * @throws VsphereFault of the task
 */
async function takeQuiescedSnapshot(session, vm, request) {
    const head = [(0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_5__/* .value */ .Uq)('name', request.name), (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_5__/* .value */ .Uq)('description', request.description), (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_5__/* .value */ .Uq)('memory', false)];
    const minutes = Math.min(240, Math.max(5, Math.ceil(request.timeout / MINUTE)));
    const spec = (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_5__/* .node */ .rH)('quiesceSpec', [
        (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_5__/* .value */ .Uq)('timeout', minutes),
        (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_5__/* .value */ .Uq)('vssBackupType', VSS_BT_COPY),
        (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_5__/* .value */ .Uq)('vssBootableSystemState', true),
        (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_5__/* .value */ .Uq)('vssPartialFileSupport', false),
        (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_5__/* .value */ .Uq)('vssBackupContext', 'ctx_backup'),
    ], 'VirtualMachineWindowsQuiesceSpec');
    let result;
    try {
        result = await (0,_wire_tasks_js__WEBPACK_IMPORTED_MODULE_6__/* .runTask */ .Z)(session, 'CreateSnapshotEx_Task', vm, [...head, spec]);
    }
    catch (error) {
        // The method is there since API 6.5 on paper; some servers and hosts know only the older one.
        if (!(0,_wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_1__/* .isFault */ .Z)(error, 'MethodNotFound', 'NotSupported', 'InvalidRequest'))
            throw error;
        session.log.debug(`CreateSnapshotEx_Task: ${error.message}; asking with CreateSnapshot_Task`);
        result = await (0,_wire_tasks_js__WEBPACK_IMPORTED_MODULE_6__/* .runTask */ .Z)(session, 'CreateSnapshot_Task', vm, [...head, (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_5__/* .value */ .Uq)('quiesce', true)]);
    }
    const moref = (0,_wire_moref_js__WEBPACK_IMPORTED_MODULE_7__/* .morefOf */ .D)(result);
    const found = (await readSnapshots(session, vm)).find((snapshot) => (0,_wire_moref_js__WEBPACK_IMPORTED_MODULE_7__/* .sameMoref */ .W)(snapshot.moref, moref));
    if (found)
        return found;
    throw new _wire_fault_js__WEBPACK_IMPORTED_MODULE_2__/* .VsphereFault */ .eM('CreateSnapshotEx_Task', 'RuntimeFault', 'the snapshot that was created is not in the tree of the VM');
}
/** All snapshots of the VM, parents before their children. */
async function readSnapshots(session, vm) {
    const properties = await (0,_wire_properties_js__WEBPACK_IMPORTED_MODULE_4__/* .readProperties */ .Qh)(session, vm, ['snapshot']);
    return snapshotsOf(properties.get('snapshot'));
}
/** From the property `snapshot` of a VM. */
function snapshotsOf(info) {
    return (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .childrenNamed */ .De)(info, 'rootSnapshotList').flatMap(flatten);
}
/** Removes the snapshot and merges its disks; its children stay. That it is gone already is as good. */
async function removeSnapshot(session, vm, snapshot) {
    const parameters = [(0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_5__/* .value */ .Uq)('removeChildren', false), (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_5__/* .value */ .Uq)('consolidate', true)];
    await (0,_wire_tasks_js__WEBPACK_IMPORTED_MODULE_6__/* .runTask */ .Z)(session, 'RemoveSnapshot_Task', snapshot, parameters, { entity: vm }).catch(async (error) => {
        if ((0,_wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_1__/* .isFault */ .Z)(error, 'ManagedObjectNotFound'))
            return;
        // A task that the server has forgotten may have ended all the same.
        if ((0,_wire_passing_error_js__WEBPACK_IMPORTED_MODULE_3__/* .isOutcomeUnknown */ .B)(error) && !(await isThere(session, vm, snapshot)))
            return;
        throw error;
    });
}
async function isThere(session, vm, snapshot) {
    return (await readSnapshots(session, vm)).some(({ moref }) => (0,_wire_moref_js__WEBPACK_IMPORTED_MODULE_7__/* .sameMoref */ .W)(moref, snapshot));
}
function flatten(tree) {
    const moref = (0,_wire_moref_js__WEBPACK_IMPORTED_MODULE_7__/* .morefOf */ .D)((0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(tree, 'snapshot'));
    const below = (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .childrenNamed */ .De)(tree, 'childSnapshotList').flatMap(flatten);
    if (!moref)
        return below;
    const own = {
        moref,
        name: (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(tree, 'name') ?? '',
        description: (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(tree, 'description') ?? '',
        quiesced: (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(tree, 'quiesced') === 'true',
        backupManifest: (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(tree, 'backupManifest') ?? '',
    };
    return [own, ...below];
}


/***/ }),

/***/ 36567:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ escapeName),
/* harmony export */   M: () => (/* binding */ plainName)
/* harmony export */ });
/** Names of managed entities: the API keeps three characters of them as escape codes (vim25 ManagedEntity.name). */
function escapeName(name) {
    return name.replaceAll('%', '%25').replaceAll('/', '%2f').replaceAll('\\', '%5c');
}
/** As it is written and shown. */
function plainName(name) {
    return name.replace(/%(25|2f|5c)/gi, (code) => decodeURIComponent(code));
}


/***/ }),

/***/ 42418:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ operationOf),
/* harmony export */   z: () => (/* binding */ findLostTask)
/* harmony export */ });
/* harmony import */ var _moref_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7423);
/* harmony import */ var _poll_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47749);
/* harmony import */ var _properties_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85925);
/** Finds the task that a call started whose answer was lost, so that the call need not be sent again. */



/** How long after its call a task may be missing from the list. */
const PATIENCE = 10_000;
/**
 * @param patience milliseconds
 * @returns undefined when there is no such task: the server did not take the call
 */
function findLostTask(session, call, patience = PATIENCE) {
    return (0,_poll_js__WEBPACK_IMPORTED_MODULE_0__/* .pollUntil */ .g)(session.signal, () => recentTask(session, call), patience);
}
/** TaskManager.recentTask: what is queued or running and what ended within the last minutes, of objects that are gone too. */
async function recentTask(session, { method, target, since }) {
    const tasks = await (0,_properties_js__WEBPACK_IMPORTED_MODULE_1__/* .readMembers */ .mo)(session, session.manager('taskManager'), 'recentTask', {
        Task: ['info.name', 'info.entity', 'info.queueTime'],
    });
    const found = tasks
        .map(({ moref, properties }) => ({
        moref,
        name: properties.get('info.name')?.text ?? '',
        entity: (0,_moref_js__WEBPACK_IMPORTED_MODULE_2__/* .morefOf */ .D)(properties.get('info.entity')),
        queued: Date.parse(properties.get('info.queueTime')?.text ?? ''),
    }))
        .filter(({ name, entity, queued }) => operationOf(name) === operationOf(method) && (0,_moref_js__WEBPACK_IMPORTED_MODULE_2__/* .sameMoref */ .W)(entity, target) && queued >= since.getTime())
        .sort((a, b) => a.queued - b.queued);
    return found.at(-1)?.moref;
}
/** `CloneVM_Task` as vCenter writes it and `cloneVm` as govmomi's simulator does are one operation. */
function operationOf(name) {
    return name
        .replace(/_Task$/, '')
        .toLowerCase()
        .replace(/vm$/, '');
}


/***/ }),

/***/ 47749:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ pollUntil)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/** Asks again and again, ever less often: needs no state on the server, so that any number of waits can run side by side. */

const FIRST_PAUSE = 50;
const LONGEST_PAUSE = 2000;
const wait = (ms, signal) => (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(ms, undefined, { signal }).catch(() => undefined);
/**
 * @param probe undefined means "not yet"
 * @param timeout milliseconds; without it only the signal ends the wait
 * @param pause how it waits between two questions
 * @returns what the probe gave, or undefined when the time was up
 * @throws what the probe throws, and the signal's reason
 */
async function pollUntil(signal, probe, timeout = Number.POSITIVE_INFINITY, pause = wait) {
    const started = Date.now();
    for (let next = FIRST_PAUSE;; next = Math.min(next * 1.5, LONGEST_PAUSE)) {
        signal.throwIfAborted();
        const found = await probe();
        if (found !== undefined)
            return found;
        const left = started + timeout - Date.now();
        if (left <= 0)
            return undefined;
        await pause(Math.min(next, left), signal);
    }
}


/***/ }),

/***/ 85925:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qh: () => (/* binding */ readProperties),
/* harmony export */   gu: () => (/* binding */ readContained),
/* harmony export */   mo: () => (/* binding */ readMembers)
/* harmony export */ });
/* harmony import */ var _xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61268);
/* harmony import */ var _explain_fault_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4732);
/* harmony import */ var _fault_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63926);
/* harmony import */ var _moref_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7423);
/* harmony import */ var _passing_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68834);
/* harmony import */ var _soap_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(68259);
/** Reads properties of managed objects through the PropertyCollector. */






/** How often a list is read from its beginning. */
const TRIES = 3;
/**
 * Properties of one object.
 * @throws VsphereFault, with type ManagedObjectNotFound when it is gone
 */
async function readProperties(session, moref, paths) {
    const specs = [propertySpec(moref.type, paths), (0,_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .node */ .rH)('objectSet', [(0,_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .reference */ .ir)('obj', moref)])];
    const [found] = await retrieve(session, specs);
    if (found)
        return found.properties;
    throw new _fault_js__WEBPACK_IMPORTED_MODULE_2__/* .VsphereFault */ .eM('RetrievePropertiesEx', 'ManagedObjectNotFound', `${moref.type} ${moref.value} does not exist`);
}
/**
 * All objects of these types below `root` that the account may see, through a container view. A view is the session's own: where that ended
 * meanwhile, another one is made.
 */
async function readContained(session, root, paths) {
    for (let tries = 1;; tries++) {
        const { cookie } = session;
        try {
            return await readView(session, root, paths);
        }
        catch (error) {
            if (tries === TRIES || !isOfEndedSession(session, cookie, error))
                throw error;
        }
    }
}
/** What a fault says of a view or a token that ended with its session says nothing of what was asked. */
function isOfEndedSession(session, cookie, error) {
    return error instanceof _fault_js__WEBPACK_IMPORTED_MODULE_2__/* .VsphereFault */ .eM && session.cookie !== cookie;
}
async function readView(session, root, paths) {
    const created = await session.call('CreateContainerView', session.manager('viewManager'), [
        (0,_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .reference */ .ir)('container', root),
        ...Object.keys(paths).map((type) => (0,_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('type', type)),
        (0,_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('recursive', true),
    ]);
    const view = (0,_moref_js__WEBPACK_IMPORTED_MODULE_5__/* .morefOf */ .D)((0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(created, 'returnval'));
    if (!view)
        throw new _fault_js__WEBPACK_IMPORTED_MODULE_2__/* .VsphereFault */ .eM('CreateContainerView', 'RuntimeFault', 'the server created no view');
    try {
        return await readMembers(session, view, 'view', paths);
    }
    finally {
        // A view that stays ends with its session.
        await session
            .uncancelled()
            .call('DestroyView', view)
            .catch((error) => session.log.debug(`DestroyView: ${String(error)}`));
    }
}
/** The objects that a list of `owner` names, such as `recentTask` of the TaskManager; those that are gone meanwhile are left out. */
function readMembers(session, owner, list, paths) {
    const traversal = (0,_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .node */ .rH)('selectSet', [(0,_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('name', list), (0,_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('type', owner.type), (0,_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('path', list), (0,_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('skip', false)], 'TraversalSpec');
    return retrieve(session, [
        ...Object.entries(paths).map(([type, pathSet]) => propertySpec(type, pathSet)),
        (0,_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .node */ .rH)('objectSet', [(0,_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .reference */ .ir)('obj', owner), (0,_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('skip', true), traversal]),
    ]);
}
/** From the beginning again when a page is lost: the token of a page can be used once. */
async function retrieve(session, specs) {
    for (let tries = 1;; tries++) {
        const { cookie } = session;
        try {
            return await retrievePages(session, specs);
        }
        catch (error) {
            if (tries === TRIES)
                throw error;
            // As a fault of the properties, not of the call, some servers say that they have ended the session.
            if ((0,_explain_fault_js__WEBPACK_IMPORTED_MODULE_1__/* .isFault */ .Z)(error, 'NotAuthenticated'))
                await session.renew();
            else if (!(0,_passing_error_js__WEBPACK_IMPORTED_MODULE_3__/* .isOutcomeUnknown */ .B)(error) && !isOfEndedSession(session, cookie, error))
                throw error;
        }
    }
}
async function retrievePages(session, specs) {
    const collector = session.manager('propertyCollector');
    const found = [];
    let answer = await session.call('RetrievePropertiesEx', collector, [(0,_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .node */ .rH)('specSet', specs), (0,_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .node */ .rH)('options')]);
    for (;;) {
        const result = (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(answer, 'returnval');
        for (const object of (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .childrenNamed */ .De)(result, 'objects')) {
            const moref = (0,_moref_js__WEBPACK_IMPORTED_MODULE_5__/* .morefOf */ .D)((0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(object, 'obj'));
            if (moref)
                found.push({ moref, properties: readPropSet(object) });
        }
        const token = (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(result, 'token');
        if (token === undefined || token === '')
            return found;
        answer = await session.call('ContinueRetrievePropertiesEx', collector, [(0,_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('token', token)]);
    }
}
function propertySpec(type, paths) {
    return (0,_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .node */ .rH)('propSet', [(0,_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('type', type), (0,_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('all', false), ...paths.map((path) => (0,_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('pathSet', path))]);
}
/**
 * What the account may not read stands in missingSet, and counts as not set.
 * @throws VsphereFault NotAuthenticated: without a session nothing may be read, and "not set" would be a lie
 */
function readPropSet(object) {
    for (const missing of (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .childrenNamed */ .De)(object, 'missingSet')) {
        const localized = (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(missing, 'fault');
        const fault = localized && (0,_fault_js__WEBPACK_IMPORTED_MODULE_2__/* .readLocalizedFault */ .uf)('RetrievePropertiesEx', localized);
        if ((0,_explain_fault_js__WEBPACK_IMPORTED_MODULE_1__/* .isFault */ .Z)(fault, 'NotAuthenticated'))
            throw fault;
    }
    const entries = (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .childrenNamed */ .De)(object, 'propSet').flatMap((property) => {
        const content = (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(property, 'val');
        return content ? [[(0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(property, 'name') ?? '', content]] : [];
    });
    return new Map(entries);
}


/***/ }),

/***/ 29280:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ runTask)
/* harmony export */ });
/* harmony import */ var _xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61268);
/* harmony import */ var _explain_fault_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4732);
/* harmony import */ var _fault_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63926);
/* harmony import */ var _lost_task_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(42418);
/* harmony import */ var _moref_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7423);
/* harmony import */ var _passing_error_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(68834);
/* harmony import */ var _poll_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(47749);
/* harmony import */ var _properties_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(85925);
/** Waits for the tasks that vSphere starts, and cancels them with the run. */








/** How long a task may take to end once it was cancelled, before what it holds is left to it. */
const CANCEL_TIMEOUT = 30_000;
/** A server that restarts is away for minutes; each try waits about one for it. */
const TRIES = 4;
/**
 * Calls a method whose name ends in `_Task` and waits for its end. When its answer is lost, the task that it may have started is looked up,
 * and only where there is none the call is sent again.
 * @returns the task's result, undefined when it has none
 * @throws VsphereFault with the task's fault; PassingError when no task was started as far as can be seen, or the server has forgotten it
 * before its end was seen; the signal's reason, after the task was asked to stop
 */
async function runTask(session, method, target, parameters = [], search = {}) {
    session.signal.throwIfAborted();
    return waitForTask(session, method, await startTask(session, method, target, parameters, search));
}
/** Goes on through a cancel, after which the task is known and can be cancelled: a torn call would leave it to itself. */
async function startTask(session, method, target, parameters, { patience, entity = target }) {
    const since = session.now();
    for (let tries = 1;; tries++) {
        const steady = session.uncancelled();
        try {
            const task = (0,_moref_js__WEBPACK_IMPORTED_MODULE_7__/* .morefOf */ .D)((0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(await steady.call(method, target, parameters), 'returnval'));
            if (task)
                return task;
            throw new _fault_js__WEBPACK_IMPORTED_MODULE_2__/* .VsphereFault */ .eM(method, 'RuntimeFault', 'the server started no task');
        }
        catch (error) {
            if (!(0,_passing_error_js__WEBPACK_IMPORTED_MODULE_4__/* .isOutcomeUnknown */ .B)(error))
                throw error;
            const lost = await (0,_lost_task_js__WEBPACK_IMPORTED_MODULE_3__/* .findLostTask */ .z)(steady, { method, target: entity, since }, patience);
            if (lost) {
                session.log.debug(`The answer to ${method} was lost (${error.message}); it is the task ${lost.value}`);
                return lost;
            }
            if (tries === TRIES || session.signal.aborted)
                throw error;
            session.log.debug(`The server took no ${method} (${error.message}); sending it again`);
        }
    }
}
async function waitForTask(session, operation, task) {
    try {
        const end = await (0,_poll_js__WEBPACK_IMPORTED_MODULE_5__/* .pollUntil */ .g)(session.signal, () => readEnd(session, operation, task));
        return end?.result;
    }
    catch (error) {
        if (session.signal.aborted)
            await cancelTask(session.uncancelled(), task);
        throw error;
    }
}
async function readEnd(session, operation, task) {
    const paths = ['info.state', 'info.error', 'info.result', 'info.startTime', 'info.completeTime'];
    const properties = await (0,_properties_js__WEBPACK_IMPORTED_MODULE_6__/* .readProperties */ .Qh)(session, task, paths).catch((error) => {
        throw (0,_explain_fault_js__WEBPACK_IMPORTED_MODULE_1__/* .isFault */ .Z)(error, 'ManagedObjectNotFound') ? forgotten(operation, task, error) : error;
    });
    const state = properties.get('info.state')?.text;
    if (state === 'success')
        return { result: properties.get('info.result') };
    if (state !== 'error')
        return undefined;
    const error = properties.get('info.error');
    const fault = error
        ? (0,_fault_js__WEBPACK_IMPORTED_MODULE_2__/* .readLocalizedFault */ .uf)(operation, error)
        : new _fault_js__WEBPACK_IMPORTED_MODULE_2__/* .VsphereFault */ .eM(operation, 'MethodFault', 'the task failed');
    const [started, ended] = ['info.startTime', 'info.completeTime'].map((path) => Date.parse(properties.get(path)?.text ?? ''));
    const took = (ended ?? Number.NaN) - (started ?? Number.NaN);
    if (took >= 0)
        fault.took = took;
    throw fault;
}
/**
 * A vCenter that restarts loses its tasks (teamcity-vmware-plugin issue 13 waits for such a one for ever). That the task is not there says
 * nothing of what it worked on: its callers take ManagedObjectNotFound for a VM or snapshot that is gone.
 */
function forgotten(operation, task, cause) {
    return new _passing_error_js__WEBPACK_IMPORTED_MODULE_4__/* .PassingError */ .a('vsphere-unreachable', `The server has forgotten the task ${task.value} of ${operation} before its end was seen`, 'Its services were restarted meanwhile. Look in the vSphere client at what came of it, and run the step again.', { taken: true, cause });
}
/** Not every task can be cancelled, and one that ends on its own is as good: nothing here is an error. */
async function cancelTask(session, task) {
    try {
        await session.call('CancelTask', task);
        await (0,_poll_js__WEBPACK_IMPORTED_MODULE_5__/* .pollUntil */ .g)(session.signal, () => readEnd(session, 'CancelTask', task), CANCEL_TIMEOUT);
    }
    catch (error) {
        session.log.debug(`Cancelled task ${task.value}: ${String(error)}`);
    }
}


/***/ })

};
