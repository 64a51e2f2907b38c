export const id = 951;
export const ids = [951];
export const modules = {

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


/***/ })

};
