export const id = 7230;
export const ids = [7230];
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
        ...when('unless `as: library-item`', on('pool', 'VApp.Import', 'Resource.AssignVMToPool')),
        ...when('unless `as: library-item`', on('folder', 'VirtualMachine.Inventory.Create')),
        ...when('unless `as: library-item`', on('machine', 'VirtualMachine.Inventory.Delete')),
        ...when('unless `as: library-item`', on('machine', 'VirtualMachine.Config.AddNewDisk')),
        ...when('unless `as: library-item`', on('machine', 'VirtualMachine.Config.AdvancedConfig')),
        ...when('unless `as: library-item`', on('machine', 'VirtualMachine.Config.Settings')),
        ...when('unless `as: library-item`', on('machine', 'VirtualMachine.Config.Rename')),
        ...when('unless `as: library-item`', on('datastore', 'Datastore.AllocateSpace')),
        ...when('unless `as: library-item`', on('network', 'Network.Assign')),
        ...when('with `as: template`', on('machine', 'VirtualMachine.Provisioning.MarkAsTemplate')),
        ...when('with `via-library`', on('root', 'ContentLibrary.AddLibraryItem', 'ContentLibrary.UpdateSession')),
        ...when('with `via-library`', on('root', 'ContentLibrary.DeleteLibraryItem')),
        ...when('with `as: library-item`', on('root', 'ContentLibrary.AddLibraryItem', 'ContentLibrary.UpdateSession')),
        ...when('with `as: library-item`', on('root', 'ContentLibrary.UpdateLibraryItem')),
        ...when('with `as: library-item`', on('root', 'ContentLibrary.DeleteLibraryItem')),
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

/***/ 77386:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ findAtMostOne),
/* harmony export */   s: () => (/* binding */ findOne)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/* harmony import */ var _nearest_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92106);
/** Finds one object by what an engineer writes: a name, the end of a path, a whole path, or a managed object id. */


const SHOWN = 10;
/**
 * A name matches before a path and a path before an id; what is the name of one and the id of another means neither, since steps hand ids on.
 * @param among the objects to choose from
 * @param written undefined chooses the only one there is
 * @throws UserError vsphere-not-found with the nearest name, vsphere-ambiguous with the paths to choose from
 */
function findOne(among, written, wanted) {
    const found = matching(among, written);
    const [first, second] = found;
    if (first && !second)
        return first;
    if (first) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('vsphere-ambiguous', written === undefined
            ? `There is more than one ${wanted.kind}: ${listed(found)}`
            : `More than one ${wanted.kind} is called ${written}: ${listed(found)}`, `Set the input ${wanted.input} to one of these paths.`);
    }
    throw notFound(among, written, wanted);
}
/** As findOne, but undefined when nothing matches. */
function findAtMostOne(among, written, wanted) {
    return matching(among, written).length === 0 ? undefined : findOne(among, written, wanted);
}
function matching(among, written) {
    if (written === undefined)
        return among;
    const trimmed = written.replace(/\/+$/, '');
    const below = `/${trimmed.replace(/^\/+/, '')}`;
    const rules = [
        ({ path }) => path === trimmed,
        ({ name }) => name === trimmed,
        ({ path }) => trimmed.includes('/') && path.endsWith(below),
        ({ codedPath }) => codedPath.endsWith(below),
        ({ moref }) => moref.value === trimmed || `${moref.type}:${moref.value}` === trimmed,
        // vSphere itself tells no upper case from lower in the names of one folder.
        ({ name }) => name.toLowerCase() === trimmed.toLowerCase(),
    ];
    for (const rule of rules) {
        const found = among.filter(rule);
        if (found.length > 0)
            return [...found, ...among.filter((one) => one.moref.value === trimmed && !found.includes(one))];
    }
    return [];
}
function notFound(among, written, { kind, input }) {
    if (among.length === 0) {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('vsphere-not-found', written === undefined ? `There is no ${kind}` : `There is no ${kind} ${written}, nor any other`, `The account may lack the privilege to see it (System.View, Read-only role on the ${kind} and above).`);
    }
    const near = (0,_nearest_name_js__WEBPACK_IMPORTED_MODULE_1__/* .nearestName */ .q)(written ?? '', [...among.map(({ name }) => name), ...among.map(({ path }) => path)]);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('vsphere-not-found', `There is no ${kind} ${written}${near === undefined ? '' : `; did you mean ${near}?`}`, `Set the input ${input} to one of: ${listed(among)}`);
}
function listed(objects) {
    const paths = objects.map(({ path, moref }) => `${path} (${moref.value})`).sort();
    const more = paths.length > SHOWN ? ` and ${paths.length - SHOWN} more` : '';
    return `${paths.slice(0, SHOWN).join(', ')}${more}`;
}


/***/ }),

/***/ 37797:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ ofKind),
/* harmony export */   z: () => (/* binding */ readInventory)
/* harmony export */ });
/* harmony import */ var _wire_entity_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36567);
/* harmony import */ var _wire_moref_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7423);
/* harmony import */ var _wire_properties_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85925);
/** What a vCenter or a host has, by name and by path, as govc and the vSphere client write paths: /DC/vm/Templates/ws2019. */



/** Kinds that other kinds are found below. */
const CONTAINERS = ['Folder', 'Datacenter', 'ComputeResource', 'ResourcePool', 'StoragePod'];
/**
 * All objects of the given kinds, and of those that contain them.
 * @param kinds vim25 types to read with the extra properties wanted of each; subtypes are included (ComputeResource brings clusters)
 */
async function readInventory(session, kinds) {
    const wanted = new Set([...CONTAINERS, ...Object.keys(kinds)]);
    const types = [...wanted].filter((type) => type !== 'StoragePod' || session.about.kind === 'vcenter');
    const paths = Object.fromEntries(types.map((type) => [type, ['name', 'parent', ...(kinds[type] ?? [])]]));
    const objects = await (0,_wire_properties_js__WEBPACK_IMPORTED_MODULE_0__/* .readContained */ .gu)(session, session.manager('rootFolder'), paths);
    const byId = new Map(objects.map((object) => [object.moref.value, object]));
    return objects.map((object) => ({
        moref: object.moref,
        name: nameOf(object),
        path: pathOf(object, byId, nameOf),
        codedPath: pathOf(object, byId, codedName),
        properties: object.properties,
    }));
}
/** Of one kind, subtypes included. */
function ofKind(inventory, kind) {
    const types = [kind, ...(SUBTYPES[kind] ?? [])];
    return inventory.filter(({ moref }) => types.includes(moref.type));
}
const SUBTYPES = {
    ComputeResource: ['ClusterComputeResource'],
    ResourcePool: ['VirtualApp'],
    Network: ['DistributedVirtualPortgroup', 'OpaqueNetwork'],
    Folder: ['StoragePod'],
};
function nameOf(object) {
    return (0,_wire_entity_name_js__WEBPACK_IMPORTED_MODULE_1__/* .plainName */ .M)(codedName(object));
}
function codedName({ properties }) {
    return properties.get('name')?.text ?? '';
}
/** The root folder itself is not below the view's root, and so ends every path. */
function pathOf(object, byId, called) {
    const names = [];
    const seen = new Set();
    for (let at = object; at && !seen.has(at.moref.value);) {
        seen.add(at.moref.value);
        names.unshift(called(at));
        const parent = (0,_wire_moref_js__WEBPACK_IMPORTED_MODULE_2__/* .morefOf */ .D)(at.properties.get('parent'));
        at = parent && byId.get(parent.value);
    }
    return `/${names.join('/')}`;
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
    return { moref, name, path, datacenter: datacenterOf(path, datacenters) ?? within?.codedPath.slice(1) ?? '' };
}
/**
 * Coded path of the datacenter that an object lies in, without the leading slash; undefined when nothing tells it. A VM in a vApp has
 * no folder above it, and so no path that tells; a host on its own has only one datacenter.
 */
function datacenterOf(path, datacenters) {
    const found = datacenters.find((candidate) => path.startsWith(`${candidate.path}/`));
    return (found ?? (datacenters.length === 1 ? datacenters[0] : undefined))?.codedPath.slice(1);
}
/** Those that lie below a path; all where there is none. */
function below(objects, path) {
    return path === undefined ? objects : objects.filter((object) => object.path.startsWith(`${path}/`));
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
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/* harmony import */ var _wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4732);
/* harmony import */ var _wire_passing_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68834);
/* harmony import */ var _wire_poll_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(47749);
/* harmony import */ var _wire_properties_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(85925);
/* harmony import */ var _power_state_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(65515);
/* harmony import */ var _vm_operations_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(63912);
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
 * @throws the last VsphereFault when the VM stays busy; UserError vm-unfit for a suspended one that may not be stopped; PassingError;
 * the signal's reason
 */
async function removeVm(session, vm, { patience = BUSY_TIMEOUT, powerOff: mayStop = true } = {}) {
    let last;
    const removed = await (0,_wire_poll_js__WEBPACK_IMPORTED_MODULE_3__/* .pollUntil */ .g)(session.signal, async () => {
        try {
            const active = (0,_power_state_js__WEBPACK_IMPORTED_MODULE_6__/* .activity */ .E)((await (0,_wire_properties_js__WEBPACK_IMPORTED_MODULE_4__/* .readProperties */ .Qh)(session, vm, ['runtime.powerState'])).get('runtime.powerState')?.text);
            if (mayStop && active === 'running')
                await (0,_vm_operations_js__WEBPACK_IMPORTED_MODULE_5__/* .powerOff */ .DI)(session, vm);
            // vSphere removes it without a word, and what its guest has in memory with it.
            if (!mayStop && active === 'suspended')
                throw suspended(vm);
            await (0,_vm_operations_js__WEBPACK_IMPORTED_MODULE_5__/* .destroyVm */ .Yt)(session, vm);
            return true;
        }
        catch (error) {
            // The task that removes it may miss something else: that it is gone only its own properties tell.
            const missing = (0,_wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_1__/* .isFault */ .Z)(error, 'ManagedObjectNotFound');
            if (missing && error.operation === 'RetrievePropertiesEx')
                return true;
            if (!missing && !isBusy(error) && !(0,_wire_passing_error_js__WEBPACK_IMPORTED_MODULE_2__/* .isOutcomeUnknown */ .B)(error))
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
function suspended({ value }) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('vm-unfit', `${value} is suspended, so that somebody may want to go on with it`, 'Resume it and shut it down, or remove it by hand.');
}
/** True for a fault that says that something else is at the VM right now. */
function isBusy(error) {
    return (0,_wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_1__/* .isFault */ .Z)(error, ...BUSY_FAULTS);
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


/***/ })

};
