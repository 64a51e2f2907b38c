export const id = 6756;
export const ids = [6756];
export const modules = {

/***/ 8280:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z$: () => (/* binding */ findCopies),
/* harmony export */   ZC: () => (/* binding */ removeLeftCopies),
/* harmony export */   qU: () => (/* binding */ removeCopy),
/* harmony export */   sK: () => (/* binding */ makeCopy)
/* harmony export */ });
/* unused harmony exports copyName, copyIdIn */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/* harmony import */ var _vsphere_inventory_inventory_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37797);
/* harmony import */ var _vsphere_inventory_vm_placement_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57170);
/* harmony import */ var _vsphere_vm_derived_name_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(81363);
/* harmony import */ var _vsphere_vm_owned_vm_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(59737);
/* harmony import */ var _vsphere_vm_owner_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(73089);
/* harmony import */ var _vsphere_vm_remove_vm_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(71972);
/* harmony import */ var _vsphere_vm_vm_facts_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(98508);
/* harmony import */ var _vsphere_vm_vm_operations_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(63912);
/* harmony import */ var _vsphere_wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4732);
/* harmony import */ var _vsphere_wire_properties_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(85925);
/**
 * A copy of a VM or template that exists for one check. Name and a setting in its .vmx file both carry the id of the run, so that
 * nothing else is ever taken for one; another says whose it is, so that what a killed run leaves is found by the next, and what a
 * run is at work on is left alone.
 */











/** The setting whose value is the run's id. */
const MARKER = 'stillframe.verify';
/** In a linked clone the VM whose snapshot it begins from: it lives on that one's disks, and has to go first. */
const LINKED = 'stillframe.verify.linked-to';
const INFIX = '-stillframe-verify-';
const ID_DIGITS = 8;
function copyName(source, id) {
    return (0,_vsphere_vm_derived_name_js__WEBPACK_IMPORTED_MODULE_10__/* .derivedName */ .P)(source, `${INFIX}${id}`);
}
/** The id in the name of a copy of that source; undefined for the name of anything else. */
function copyIdIn(name, source) {
    const id = name.slice(-ID_DIGITS);
    return /^[0-9a-f]{8}$/.test(id) && name === copyName(source, id) ? id : undefined;
}
/**
 * Clones the source beside it, powered off.
 * @throws UserError vsphere-refused on an ESXi host, which cannot clone; vsphere-not-found, vsphere-ambiguous for the pool
 */
async function makeCopy(session, source, { id, me, resourcePool, from, customization }) {
    if (session.about.kind === 'esxi') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('vsphere-refused', `${session.url.host} is an ESXi host, and only a vCenter can copy ${source.name}`, 'Connect to the vCenter of the host, or set copy: false to take the snapshot of the VM itself.');
    }
    const cloned = from?.vm ?? source.moref;
    const facts = await (0,_vsphere_vm_vm_facts_js__WEBPACK_IMPORTED_MODULE_6__/* .readVmFacts */ .tv)(session, cloned);
    const { folder } = facts;
    if (!folder) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('vsphere-not-found', `${source.name} lies in no folder that could take a copy`, 'Move it out of its vApp, give the account a role on its folder, or set copy: false.');
    }
    const name = copyName(source.name, id);
    const placement = await (0,_vsphere_inventory_vm_placement_js__WEBPACK_IMPORTED_MODULE_2__/* .chooseVmPlacement */ .u)(session, source, facts, resourcePool);
    try {
        const moref = await (0,_vsphere_vm_vm_operations_js__WEBPACK_IMPORTED_MODULE_7__/* .cloneVm */ .hZ)(session, cloned, {
            name,
            folder,
            ...placement,
            ...(from && { linkedTo: from.snapshot }),
            ...(customization && { customization }),
            extraConfig: { [MARKER]: id, ...(from && { [LINKED]: from.vm.value }), ...(0,_vsphere_vm_owned_vm_js__WEBPACK_IMPORTED_MODULE_3__/* .ownedBy */ .LW)(session, me) },
        });
        return { moref, name };
    }
    catch (error) {
        throw (0,_vsphere_wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_8__/* .explainFault */ .O)(error, `Copying ${source.name}`);
    }
}
/** Copies of this source that runs have left, linked clones first; with an id only that one. */
async function findCopies(session, source, id) {
    const inventory = await (0,_vsphere_inventory_inventory_js__WEBPACK_IMPORTED_MODULE_1__/* .readInventory */ .z)(session, { VirtualMachine: [] });
    const folder = source.path.slice(0, -source.name.length);
    const copies = [];
    for (const { moref, name, path } of (0,_vsphere_inventory_inventory_js__WEBPACK_IMPORTED_MODULE_1__/* .ofKind */ .C)(inventory, 'VirtualMachine')) {
        const named = path === `${folder}${name}` ? copyIdIn(name, source.name) : undefined;
        if (named === undefined || (id !== undefined && named !== id))
            continue;
        const settings = await settingsOf(session, moref);
        if (settings.get(MARKER) !== named)
            continue;
        if (settings.get(LINKED))
            copies.unshift({ moref, name });
        else
            copies.push({ moref, name });
    }
    return copies;
}
/** None where it is gone. */
async function settingsOf(session, vm) {
    try {
        const properties = await (0,_vsphere_wire_properties_js__WEBPACK_IMPORTED_MODULE_9__/* .readProperties */ .Qh)(session, vm, ['config.extraConfig']);
        return (0,_vsphere_vm_vm_facts_js__WEBPACK_IMPORTED_MODULE_6__/* .extraConfigOf */ .E6)(properties.get('config.extraConfig'));
    }
    catch (error) {
        if ((0,_vsphere_wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_8__/* .isFault */ .Z)(error, 'ManagedObjectNotFound'))
            return new Map();
        throw error;
    }
}
/** Powers the copy off and removes it with its disks and snapshots. That it is gone already is as good. */
async function removeCopy(session, { moref, name }) {
    await (0,_vsphere_vm_remove_vm_js__WEBPACK_IMPORTED_MODULE_5__/* .removeVm */ .i2)(session, moref).catch((error) => {
        throw (0,_vsphere_wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_8__/* .explainFault */ .O)(error, `Removing ${name}`);
    });
}
/**
 * Removes copies of this source that ended runs have left. One that another run is at work on stays: several may prove the same
 * template at the same time.
 */
async function removeLeftCopies(session, source, me) {
    for (const copy of await findCopies(session, source)) {
        const owner = await (0,_vsphere_vm_owned_vm_js__WEBPACK_IMPORTED_MODULE_3__/* .readOwner */ .A7)(session, copy.moref);
        if (owner === undefined) {
            session.log.warning(`${copy.name} does not say whose it is, and is left alone: delete it when nobody needs it`);
        }
        else if ((0,_vsphere_vm_owner_js__WEBPACK_IMPORTED_MODULE_4__/* .standingOf */ .YP)(owner, me, session.now()) === 'working') {
            session.log.info(`${copy.name} is left alone: it belongs to ${(0,_vsphere_vm_owner_js__WEBPACK_IMPORTED_MODULE_4__/* .describeOwner */ .$S)(owner)}`);
        }
        else {
            session.log.info(`Removing ${copy.name}, which an ended run has left behind`);
            await (0,_vsphere_vm_owned_vm_js__WEBPACK_IMPORTED_MODULE_3__/* .removeLeftover */ .MG)(session, { moref: copy.moref, path: copy.name }, me);
        }
    }
}


/***/ }),

/***/ 76756:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   removeHeldCopy: () => (/* binding */ removeHeldCopy),
/* harmony export */   undoHeldCopy: () => (/* binding */ undoHeldCopy)
/* harmony export */ });
/* harmony import */ var _vsphere_wire_cancel_tasks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87517);
/* harmony import */ var _vsphere_wire_session_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85783);
/* harmony import */ var _disposable_copy_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8280);
/** Removes the disposable copy that a run has left, or may have. */



/** As `removeHeldCopy`, in the session that the record tells of. */
async function undoHeldCopy(held, context) {
    const session = await (0,_vsphere_wire_session_js__WEBPACK_IMPORTED_MODULE_1__.resumeVsphere)(held.ticket, context);
    try {
        await removeHeldCopy(session, held);
    }
    finally {
        session.leave();
    }
}
/** Removes what the run has copied from the source, if anything. */
async function removeHeldCopy(session, { source, from, id, since }) {
    // The clone itself may still be under way; what else works on the source is not ours.
    await (0,_vsphere_wire_cancel_tasks_js__WEBPACK_IMPORTED_MODULE_0__/* .cancelTasksOf */ .u)(session, from ?? source.moref, { methods: ['CloneVM_Task'], since: new Date(since) });
    for (const copy of await (0,_disposable_copy_js__WEBPACK_IMPORTED_MODULE_2__/* .findCopies */ .Z$)(session, source, id)) {
        await (0,_vsphere_wire_cancel_tasks_js__WEBPACK_IMPORTED_MODULE_0__/* .cancelTasksOf */ .u)(session, copy.moref);
        await (0,_disposable_copy_js__WEBPACK_IMPORTED_MODULE_2__/* .removeCopy */ .qU)(session, copy);
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

/***/ 81363:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ derivedName)
/* harmony export */ });
/** Names of VMs that are made of others. */
/** What vCenter allows for the name of a VM, in characters. */
const MAX_NAME = 80;
const HALF_CHARACTER = /[\ud800-\udbff]$/;
/** The source's name is cut where the whole would be too long; never within a character, which would come back as another one. */
function derivedName(source, suffix) {
    return `${source.slice(0, MAX_NAME - suffix.length).replace(HALF_CHARACTER, '')}${suffix}`;
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
