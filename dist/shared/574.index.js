export const id = 574;
export const ids = [574];
export const modules = {

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
 * A name matches before a path and a path before an id.
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
    const rules = [
        ({ path }) => path === trimmed,
        ({ name }) => name === trimmed,
        ({ path }) => trimmed.includes('/') && path.endsWith(`/${trimmed.replace(/^\/+/, '')}`),
        ({ moref }) => moref.value === trimmed || `${moref.type}:${moref.value}` === trimmed,
        // vSphere itself tells no upper case from lower in the names of one folder.
        ({ name }) => name.toLowerCase() === trimmed.toLowerCase(),
    ];
    for (const rule of rules) {
        const found = among.filter(rule);
        if (found.length > 0)
            return found;
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
/* harmony import */ var _wire_moref_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7423);
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
        path: pathOf(object, byId),
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
/** Names keep %, / and \ escaped as %25, %2f and %5c in the API. */
function nameOf({ properties }) {
    const name = properties.get('name')?.text ?? '';
    return name.replace(/%(25|2f|5c)/gi, (code) => decodeURIComponent(code));
}
/** The root folder itself is not below the view's root, and so ends every path. */
function pathOf(object, byId) {
    const names = [];
    const seen = new Set();
    for (let at = object; at && !seen.has(at.moref.value);) {
        seen.add(at.moref.value);
        names.unshift(nameOf(at));
        const parent = (0,_wire_moref_js__WEBPACK_IMPORTED_MODULE_1__/* .morefOf */ .D)(at.properties.get('parent'));
        at = parent && byId.get(parent.value);
    }
    return `/${names.join('/')}`;
}


/***/ }),

/***/ 98508:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E6: () => (/* binding */ extraConfigOf),
  tv: () => (/* binding */ readVmFacts),
  y7: () => (/* binding */ settingOf)
});

// EXTERNAL MODULE: ./.cache/build/src/xml/xml-element.js
var xml_element = __webpack_require__(61268);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/moref.js
var moref = __webpack_require__(7423);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/properties.js
var wire_properties = __webpack_require__(85925);
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
/** @throws VsphereFault, with type ManagedObjectNotFound when it is gone */
async function readVmFacts(session, vm) {
    const properties = await (0,wire_properties/* readProperties */.Qh)(session, vm, PATHS);
    const get = (path) => properties.get(path);
    const text = (path) => get(path)?.text || undefined;
    const firmware = text('config.firmware');
    return {
        moref: vm,
        name: text('name') ?? vm.value,
        template: text('config.template') === 'true',
        poweredOn: text('runtime.powerState') === 'poweredOn',
        guestId: text('config.guestId'),
        guestReportedId: text('guest.guestId'),
        firmware: firmware === 'efi' || firmware === 'bios' ? firmware : undefined,
        secureBoot: (0,xml_element/* textAt */.$6)(get('config.bootOptions'), 'efiSecureBootEnabled') === 'true',
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
/* harmony import */ var _wire_moref_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7423);
/* harmony import */ var _wire_properties_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(85925);
/* harmony import */ var _wire_soap_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(68259);
/* harmony import */ var _wire_tasks_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(29280);
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
    const head = [(0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('name', request.name), (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('description', request.description), (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('memory', false)];
    const minutes = Math.min(240, Math.max(5, Math.ceil(request.timeout / MINUTE)));
    const spec = (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .node */ .rH)('quiesceSpec', [
        (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('timeout', minutes),
        (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('vssBackupType', VSS_BT_COPY),
        (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('vssBootableSystemState', true),
        (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('vssPartialFileSupport', false),
        (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('vssBackupContext', 'ctx_backup'),
    ], 'VirtualMachineWindowsQuiesceSpec');
    let result;
    try {
        result = await (0,_wire_tasks_js__WEBPACK_IMPORTED_MODULE_5__/* .runTask */ .Z)(session, 'CreateSnapshotEx_Task', vm, [...head, spec]);
    }
    catch (error) {
        // The method is there since API 6.5 on paper; some servers and hosts know only the older one.
        if (!(0,_wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_1__/* .isFault */ .Z)(error, 'MethodNotFound', 'NotSupported', 'InvalidRequest'))
            throw error;
        session.log.debug(`CreateSnapshotEx_Task: ${error.message}; asking with CreateSnapshot_Task`);
        result = await (0,_wire_tasks_js__WEBPACK_IMPORTED_MODULE_5__/* .runTask */ .Z)(session, 'CreateSnapshot_Task', vm, [...head, (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('quiesce', true)]);
    }
    const moref = (0,_wire_moref_js__WEBPACK_IMPORTED_MODULE_6__/* .morefOf */ .D)(result);
    const found = (await readSnapshots(session, vm)).find((snapshot) => (0,_wire_moref_js__WEBPACK_IMPORTED_MODULE_6__/* .sameMoref */ .W)(snapshot.moref, moref));
    if (found)
        return found;
    throw new _wire_fault_js__WEBPACK_IMPORTED_MODULE_2__/* .VsphereFault */ .eM('CreateSnapshotEx_Task', 'RuntimeFault', 'the snapshot that was created is not in the tree of the VM');
}
/** All snapshots of the VM, parents before their children. */
async function readSnapshots(session, vm) {
    const properties = await (0,_wire_properties_js__WEBPACK_IMPORTED_MODULE_3__/* .readProperties */ .Qh)(session, vm, ['snapshot']);
    return snapshotsOf(properties.get('snapshot'));
}
/** From the property `snapshot` of a VM. */
function snapshotsOf(info) {
    return (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .childrenNamed */ .De)(info, 'rootSnapshotList').flatMap(flatten);
}
/** Removes the snapshot and merges its disks; its children stay. That it is gone already is as good. */
async function removeSnapshot(session, vm, snapshot) {
    const parameters = [(0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('removeChildren', false), (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('consolidate', true)];
    await (0,_wire_tasks_js__WEBPACK_IMPORTED_MODULE_5__/* .runTask */ .Z)(session, 'RemoveSnapshot_Task', snapshot, parameters, { entity: vm }).catch((error) => {
        if (!(0,_wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_1__/* .isFault */ .Z)(error, 'ManagedObjectNotFound'))
            throw error;
    });
}
function flatten(tree) {
    const moref = (0,_wire_moref_js__WEBPACK_IMPORTED_MODULE_6__/* .morefOf */ .D)((0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(tree, 'snapshot'));
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

/***/ 4732:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ explainFault),
/* harmony export */   Z: () => (/* binding */ isFault)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/* harmony import */ var _xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61268);
/* harmony import */ var _fault_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63926);
/** Turns faults that engineers meet into what they can do about them. */



const DATASTORE_FULL = {
    code: 'vsphere-refused',
    hint: () => 'Free some space on the datastore, choose another one (input datastore), or use disk-provisioning: thin.',
};
const SESSION_LOST = {
    code: 'vsphere-login',
    hint: () => 'The session was ended by the server or by an administrator: run the step again.',
};
const EXPLANATIONS = {
    // pyvmomi issues 602 and 625: the API of an ESXi host with the free licence is read-only.
    RestrictedVersion: {
        code: 'vsphere-refused',
        hint: () => 'The host runs with the free ESXi licence, whose API is read-only: assign a paid or evaluation licence, or go through vCenter.',
    },
    NoPermission: {
        code: 'vsphere-refused',
        hint: (fault) => {
            const privilege = (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(fault.detail, 'privilegeId');
            const object = fault.reference('object');
            const what = privilege === undefined ? 'the privileges that docs/vsphere.md lists' : `the privilege ${privilege}`;
            return `Give the account ${what}${object ? ` on ${object.type} ${object.value}` : ''}.`;
        },
    },
    DuplicateName: {
        code: 'vsphere-exists',
        hint: () => 'Choose another name, or what to do with the existing one (if-exists: replace or keep).',
    },
    NotAuthenticated: SESSION_LOST,
    NoDiskSpace: DATASTORE_FULL,
    InsufficientStorageSpace: DATASTORE_FULL,
    InsufficientStorageIops: DATASTORE_FULL,
    InvalidDatastore: {
        code: 'vsphere-refused',
        hint: () => 'Choose a datastore that is accessible and that the chosen host mounts.',
    },
    InaccessibleDatastore: {
        code: 'vsphere-refused',
        hint: () => 'Choose a datastore that is accessible and that the chosen host mounts.',
    },
    InvalidHostState: {
        code: 'vsphere-refused',
        hint: () => 'Choose a host that is connected and not in maintenance mode (input host).',
    },
    NoCompatibleHost: {
        code: 'vsphere-refused',
        hint: () => 'Lower the hardware version of the VM, or choose another cluster or host.',
    },
    VirtualHardwareVersionNotSupported: {
        code: 'vsphere-refused',
        hint: () => 'Lower hardware-version in the template file or of convert-ova, or choose a newer host.',
    },
};
/**
 * @param doing what was tried, to begin the sentence: "Importing ws2019-std"
 * @returns a UserError for a fault; anything else unchanged
 */
function explainFault(error, doing) {
    if (!(error instanceof _fault_js__WEBPACK_IMPORTED_MODULE_2__/* .VsphereFault */ .eM))
        return error;
    const texts = error.texts.filter((text) => text !== error.message);
    const said = [error.message, ...texts].join(' ');
    const known = EXPLANATIONS[error.type] ?? (/no space|out of space|insufficient disk/i.test(said) ? DATASTORE_FULL : undefined);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(known?.code ?? 'vsphere-refused', `${doing}: vSphere refused ${error.operation} with ${error.type}: ${said}`, known?.hint(error) ?? 'See Recent Tasks and Events in the vSphere client at this time for more.', { cause: error });
}
/** True for a fault of one of these types. */
function isFault(error, ...types) {
    return error instanceof _fault_js__WEBPACK_IMPORTED_MODULE_2__/* .VsphereFault */ .eM && types.includes(error.type);
}


/***/ }),

/***/ 63926:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   eM: () => (/* binding */ VsphereFault),
/* harmony export */   uf: () => (/* binding */ readLocalizedFault),
/* harmony export */   w8: () => (/* binding */ readSoapFault)
/* harmony export */ });
/* harmony import */ var _xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61268);
/* harmony import */ var _moref_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7423);
/** Faults of the vSphere API, typed all the way up: who catches one sees its type, its texts and its properties. */


/** A method or a task ended with a fault. */
class VsphereFault extends Error {
    name = 'VsphereFault';
    /** Name of its type, such as DuplicateName; `RuntimeFault` when the server names none. */
    type;
    /** What the server says beside the message: texts of faultMessage and of the faults that caused it. */
    texts;
    /** The fault's properties as they came. */
    detail;
    /** The method that was called or the operation of the task. */
    operation;
    /** Milliseconds that its task took, by the server's clock; undefined for a method or where the server does not say. */
    took;
    constructor(operation, type, message, { texts = [], detail } = {}) {
        super(message === '' ? (texts[0] ?? type) : message);
        this.operation = operation;
        this.type = type;
        this.texts = texts;
        this.detail = detail;
    }
    /**
     * Keys of its messages and of those of the faults that caused it, such as `msg.snapshot.error-QUIESCINGERROR`: the same in every
     * language of the server.
     */
    get keys() {
        return [...new Set(messageKeys(this.detail))];
    }
    /** A managed object that the fault names, such as `object` of DuplicateName. */
    reference(name) {
        return (0,_moref_js__WEBPACK_IMPORTED_MODULE_1__/* .morefOf */ .D)((0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(this.detail, name));
    }
}
/** From `soapenv:Fault`: the text stands in faultstring, the type and the properties in detail. */
function readSoapFault(operation, fault) {
    const detail = (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(fault, 'detail')?.children[0];
    // The element is called <DuplicateNameFault xsi:type="DuplicateName">; old servers leave the attribute out.
    const type = detail?.type?.name ?? detail?.name.replace(/Fault$/, '') ?? 'RuntimeFault';
    return new VsphereFault(operation, type, (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(fault, 'faultstring')?.trim() ?? '', {
        texts: faultTexts(detail),
        detail,
    });
}
/** From LocalizedMethodFault, the form in which tasks, leases and import specs carry a fault. */
function readLocalizedFault(operation, localized) {
    const detail = (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(localized, 'fault');
    const message = (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(localized, 'localizedMessage')?.trim() ?? '';
    return new VsphereFault(operation, detail?.type?.name ?? 'MethodFault', message, {
        texts: faultTexts(detail),
        detail,
    });
}
function faultTexts(detail) {
    const own = (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .childrenNamed */ .De)(detail, 'faultMessage').map((message) => (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(message, 'message') ?? (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(message, 'key'));
    const cause = (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(detail, 'faultCause');
    const causes = cause === undefined ? [] : [(0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(cause, 'localizedMessage'), ...faultTexts((0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(cause, 'fault'))];
    const texts = [...own, ...causes].flatMap((text) => (text?.trim() ? [text.trim()] : []));
    return [...new Set(texts)];
}
function messageKeys(detail) {
    if (detail === undefined)
        return [];
    const own = (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .childrenNamed */ .De)(detail, 'faultMessage').flatMap((message) => (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(message, 'key')?.trim() || []);
    return [...own, ...messageKeys((0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)((0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(detail, 'faultCause'), 'fault'))];
}


/***/ }),

/***/ 10702:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ HELD_SESSION)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85783);
/** A session that must not outlive its run: an administrator sees each as somebody who is logged in. */


const HELD_SESSION = {
    kind: 'vsphere-session',
    what: ({ server }) => `the session with ${server}`,
    undo: async (ticket, context) => {
        try {
            const session = await (0,_session_js__WEBPACK_IMPORTED_MODULE_1__/* .resumeVsphere */ .$)(ticket, context);
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


/***/ }),

/***/ 83616:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ isPassingStatus),
/* harmony export */   w: () => (/* binding */ sendRequest)
/* harmony export */ });
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44708);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41251);
/* harmony import */ var _passing_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68834);
/** One HTTPS request at a time: bounded answers, streamed bodies of known length, abortable; no redirects, which vSphere does not use. */



const MAX_ANSWER = 64 * 2 ** 20;
const IDLE_TIMEOUT = 300_000;
/** Statuses by which a server, or a proxy before it, says "not now" (RFC 9110, sections 15.5.9, 15.6; RFC 6585). */
const PASSING_STATUSES = new Set([408, 429, 502, 503, 504]);
/** True for a status that the same request may not meet again. */
function isPassingStatus(status) {
    return PASSING_STATUSES.has(status);
}
/**
 * Any status is an answer. The request is sent once: whether it may be sent again is known only to who knows what it does.
 * @throws PassingError vsphere-unreachable when no answer comes, UserError vsphere-certificate when the server is not trusted;
 * the signal's reason
 */
async function sendRequest(agent, request) {
    const course = { taken: false, own: undefined };
    try {
        return await attempt(agent, request, course);
    }
    catch (error) {
        request.signal.throwIfAborted();
        throw course.own ?? explain(error, request, course.taken);
    }
}
function attempt(agent, request, course) {
    const { method, url, headers, body, signal, ...limits } = request;
    return new Promise((resolve, reject) => {
        const text = typeof body === 'string' ? body : undefined;
        const source = typeof body === 'object' ? body : undefined;
        const length = source?.length ?? (text === undefined ? undefined : Buffer.byteLength(text));
        const started = (0,node_https__WEBPACK_IMPORTED_MODULE_0__.request)(url, {
            agent,
            method,
            signal,
            headers: { ...headers, ...(length !== undefined && { 'Content-Length': length }) },
        });
        // The agent hands a connection over only once it is trusted, and the request leaves with it.
        started.once('socket', () => {
            course.taken = true;
        });
        // A request that still waits for its connection would end with the signal only once it has one.
        const onAbort = () => reject(signal.reason);
        signal.addEventListener('abort', onAbort);
        started.once('close', () => signal.removeEventListener('abort', onAbort));
        started.setTimeout(limits.idleTimeout ?? IDLE_TIMEOUT, () => {
            started.destroy(Object.assign(new Error('the connection fell silent'), { code: 'ETIMEDOUT' }));
        });
        started.once('response', (response) => {
            const head = { status: response.statusCode ?? 0, headers: response.headers };
            collect(response, limits.maxBytes ?? MAX_ANSWER, limits.wanted?.(head) ?? Number.POSITIVE_INFINITY, url)
                .then((body) => ({ ...head, body }))
                .then(resolve, reject)
                // A server that answers before it has everything wants no more of it.
                .finally(() => started.writableFinished || started.destroy());
        });
        started.on('error', reject);
        if (source === undefined)
            started.end(text);
        else {
            let lost;
            const write = (block) => new Promise((done, failed) => {
                started.write(block, (error) => {
                    lost ??= error;
                    if (error)
                        failed(error);
                    else
                        done();
                });
            });
            source.send(write).then(() => started.end(), (error) => {
                if (error !== lost)
                    course.own = error;
                started.destroy(error);
            });
        }
    });
}
async function collect(response, limit, wanted, url) {
    const chunks = [];
    let size = 0;
    if (wanted === 0) {
        response.destroy();
        return Buffer.alloc(0);
    }
    for await (const chunk of response) {
        size += chunk.length;
        if (size > limit) {
            response.destroy();
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('vsphere-refused', `The answer of ${url.host} is larger than ${limit} bytes`, 'Check that the input server names a vCenter or an ESXi host.');
        }
        chunks.push(chunk);
        // Leaving the loop cuts the connection.
        if (size > wanted)
            break;
    }
    return Buffer.concat(chunks, Math.min(size, wanted));
}
/** What people can do about a peer that does not answer, and how it is called. */
const UNREACHABLE = {
    server: {
        role: '',
        name: 'Check the name in the input server and the DNS of this runner.',
        route: 'Check the input server (host or host:port), that the machine is up, and firewalls between it and this runner.',
    },
    host: {
        role: ', the host that vCenter names for the files,',
        name: 'Files go straight to the host: this runner must resolve its name as vCenter knows it. The input server itself answers.',
        route: 'Files go straight to the host: open its port (443) to this runner, and see that the host is up. The input server itself answers.',
    },
};
function explain(error, { url, peer }, taken) {
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo || !(error instanceof Error))
        return error;
    const code = error.code;
    const said = error.message === '' ? String(code) : error.message;
    const { role, name, route } = UNREACHABLE[peer ?? 'server'];
    return new _passing_error_js__WEBPACK_IMPORTED_MODULE_2__/* .PassingError */ .a('vsphere-unreachable', `${url.host}${role} could not be reached: ${said}`, code === 'ENOTFOUND' || code === 'EAI_AGAIN' ? name : route, { taken, cause: error });
}


/***/ }),

/***/ 73175:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ lingering)
/* harmony export */ });
/** A call that leaves something on the server goes on for a moment though the run is cancelled: torn, nobody could put away what it made. */
/** Of the ten seconds after which a cancelled process is killed. */
const LINGER = 4000;
/**
 * @param limit milliseconds that the call may take without a cancel
 * @param linger milliseconds that it may still take after one
 * @returns what the call gives; whether the run was cancelled meanwhile is the caller's to ask, once it has put away what was made
 * @throws the signal's reason where it was cancelled before; what the call throws
 */
async function lingering(signal, limit, call, linger = LINGER) {
    signal.throwIfAborted();
    const late = new AbortController();
    let timer;
    const onAbort = () => {
        timer = setTimeout(() => late.abort(signal.reason), linger);
    };
    signal.addEventListener('abort', onAbort);
    try {
        return await call(AbortSignal.any([AbortSignal.timeout(limit), late.signal]));
    }
    finally {
        signal.removeEventListener('abort', onAbort);
        clearTimeout(timer);
    }
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

/***/ 7423:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ morefOf),
/* harmony export */   W: () => (/* binding */ sameMoref)
/* harmony export */ });
/** Managed object references: how vSphere names everything. The value is opaque and may hold any characters. */
function morefOf(element) {
    if (element === undefined || element.text === '')
        return undefined;
    return { type: element.attributes.get('type') ?? '', value: element.text };
}
function sameMoref(a, b) {
    return a !== undefined && b !== undefined && a.type === b.type && a.value === b.value;
}


/***/ }),

/***/ 68834:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ isOutcomeUnknown),
/* harmony export */   a: () => (/* binding */ PassingError)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/** What goes wrong on the way to a server, or in one that is busy: it may pass, and the caller knows whether asking again is safe. */

class PassingError extends _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo {
    /** The server may have done what it was asked, though its answer did not arrive. */
    taken;
    constructor(code, message, hint, { taken, cause }) {
        super(code, message, hint, { cause });
        this.taken = taken;
    }
}
/** True when nobody knows whether the call was carried out, so that its outcome has to be looked up before anything is sent again. */
function isOutcomeUnknown(error) {
    return error instanceof PassingError && error.taken;
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

/***/ 68567:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ serverUrl)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/** The input `server` as an address. */

/** @throws UserError input-invalid */
function serverUrl(server) {
    const host = server
        .trim()
        .replace(/^https:\/\//i, '')
        .replace(/\/(sdk\/?|ui\/?)?$/, '');
    const url = URL.canParse(`https://${host}`) ? new URL(`https://${host}`) : undefined;
    if (url && url.pathname === '/' && url.username === '' && url.search === '' && url.hash === '')
        return url;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('input-invalid', `"${server}" is not the name of a server`, 'Write the host name or address, with a port where it is not 443: vcenter.example.com or 10.0.0.5:8443.');
}


/***/ }),

/***/ 85783:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ connectVsphere),
  $: () => (/* binding */ resumeVsphere)
});

// EXTERNAL MODULE: external "node:perf_hooks"
var external_node_perf_hooks_ = __webpack_require__(643);
// EXTERNAL MODULE: ./.cache/build/src/errors.js
var errors = __webpack_require__(41251);
// EXTERNAL MODULE: ./.cache/build/src/xml/xml-element.js
var xml_element = __webpack_require__(61268);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/explain-fault.js
var explain_fault = __webpack_require__(4732);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/lingering.js
var lingering = __webpack_require__(73175);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/moref.js
var moref = __webpack_require__(7423);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/server-url.js
var server_url = __webpack_require__(68567);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/soap.js
var soap = __webpack_require__(68259);
;// CONCATENATED MODULE: ./.cache/build/src/vsphere/wire/log-in.js
/** Logging in to a vCenter or an ESXi host (vim25 SessionManager). */






function sessionManagerOf(content) {
    return (0,moref/* morefOf */.D)((0,xml_element/* child */.jf)(content, 'sessionManager')) ?? { type: 'SessionManager', value: 'SessionManager' };
}
/** @throws UserError vsphere-login when the server does not know the account or refuses it */
async function logIn(transport, content, { server, username, password, signal }) {
    try {
        await transport.call(signal, 'Login', sessionManagerOf(content), [
            (0,soap/* value */.Uq)('userName', username),
            (0,soap/* value */.Uq)('password', password),
            // Texts of faults and events in one language, whatever the server's own is.
            (0,soap/* value */.Uq)('locale', 'en'),
        ]);
    }
    catch (error) {
        if (!(0,explain_fault/* isFault */.Z)(error, 'InvalidLogin', 'NoPermission', 'PasswordExpired'))
            throw error;
        throw new errors/* UserError */.yo('vsphere-login', `${(0,server_url/* serverUrl */.V)(server).host} refused the login of ${username}: ${error.message}`, error.type === 'NoPermission'
            ? 'The account is known but has no role on this server: give it one.'
            : 'Check username (on vCenter with its domain, as in svc-images@vsphere.local) and password; several wrong tries lock the account for a while.', { cause: error });
    }
}

// EXTERNAL MODULE: ./.cache/build/src/download/retry.js
var retry = __webpack_require__(63449);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/fault.js
var fault = __webpack_require__(63926);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/http.js
var http = __webpack_require__(83616);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/passing-error.js
var passing_error = __webpack_require__(68834);
;// CONCATENATED MODULE: ./.cache/build/src/vsphere/wire/transport.js
/**
 * Carries vim25 calls over SOAP. What only asks is asked again, ever later, when it gets lost; what changes something is sent once, on a
 * connection of its own, and its caller looks up what came of it (isOutcomeUnknown).
 */







/** Servers answer calls of older versions. */
const FIRST_VERSION = '6.5';
/** A first call is asked four times within some seconds; later ones are, for about a minute, as a server may be restarting. */
const CONNECTING = { attempts: 4, baseMs: 500, maxMs: 4000 };
const ESTABLISHED = { attempts: 9, baseMs: 250, maxMs: 20_000 };
/** Calls that read, besides those whose name says so, and calls that leave nothing more when they are made twice. */
const REPEATABLE = new Set([
    'CurrentTime',
    'Login',
    'Logout',
    'CreateImportSpec',
    'HasPrivilegeOnEntities',
    'CreateContainerView',
    'DestroyView',
    'CancelTask',
    'HttpNfcLeaseProgress',
    'HttpNfcLeaseAbort',
    'HttpNfcLeaseGetManifest',
    'HttpNfcLeaseSetManifestChecksumType',
]);
/** `ContinueRetrievePropertiesEx` is not among them: its token is used up by the first. */
function isRepeatable(method) {
    return REPEATABLE.has(method) || /^(Retrieve|Query|Find|List)[A-Z]/.test(method);
}
function createTransport(url, agents, log) {
    const endpoint = new URL('/sdk', url);
    const once = async (signal, method, target, parameters) => {
        const { status, headers, body } = await (0,http/* sendRequest */.w)(isRepeatable(method) ? agents.kept : agents.single, {
            method: 'POST',
            url: endpoint,
            headers: {
                'Content-Type': 'text/xml; charset="utf-8"',
                SOAPAction: `urn:vim25/${transport.version}`,
                ...(transport.cookie !== '' && { Cookie: transport.cookie }),
            },
            body: (0,soap/* renderEnvelope */.HP)(method, target, parameters),
            signal,
        });
        // Sent back verbatim: some servers put quotes around the value and want them again.
        const cookie = headers['set-cookie']?.find((line) => line.startsWith('vmware_soap_session='));
        if (cookie !== undefined)
            transport.cookie = cookie.split(';', 1)[0] ?? '';
        return readAnswer(method, status, body.toString('utf8'), endpoint);
    };
    const transport = {
        version: FIRST_VERSION,
        cookie: '',
        established: false,
        call: (signal, method, target, parameters) => (0,retry/* withRetries */.LH)(() => once(signal, method, target, parameters).catch((error) => {
            throw error instanceof passing_error/* PassingError */.a && mayRepeat(error, method, transport.established)
                ? new retry/* Transient */.Rc(error)
                : error;
        }), transport.established ? ESTABLISHED : CONNECTING, signal, ({ message }, wait) => log.debug(`${method}: ${message}; asking again in ${Math.round(wait)} ms`)),
    };
    return transport;
}
/** A request that never left may always leave again, once it is known that there is such a server. */
function mayRepeat({ taken }, method, established) {
    return taken ? isRepeatable(method) : established;
}
/**
 * @throws VsphereFault; PassingError when the server or a proxy is busy; UserError vsphere-unreachable when the answer is none of the
 * vSphere API
 */
function readAnswer(method, status, text, endpoint) {
    let answer;
    let cause;
    try {
        answer = (0,soap/* bodyOf */.EN)((0,xml_element/* parseXml */.NO)(text, `the answer of ${endpoint.host} to ${method}`));
    }
    catch (error) {
        if (!(error instanceof errors/* FormatError */.IF))
            throw error;
        cause = error;
    }
    if (answer?.name === 'Fault')
        throw (0,fault/* readSoapFault */.w8)(method, answer);
    if (status === 200 && answer)
        return answer;
    const message = `${endpoint.href} answered ${method} with HTTP status ${status}, but not as the vSphere API does`;
    if ((0,http/* isPassingStatus */.W)(status)) {
        // A proxy may have passed the request on before it gave up.
        throw new passing_error/* PassingError */.a('vsphere-unreachable', message, 'Its services are starting or overloaded: try again in a few minutes.', { taken: true, cause });
    }
    throw new errors/* UserError */.yo('vsphere-unreachable', message, 'Check that the input server names a vCenter or an ESXi host, and its port.', { cause });
}

// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/trust.js
var wire_trust = __webpack_require__(34428);
;// CONCATENATED MODULE: ./.cache/build/src/vsphere/wire/session.js
/** A logged-in session with a vCenter or an ESXi host (vim25 over SOAP), and the calls it carries. */










const SERVICE_INSTANCE = { type: 'ServiceInstance', value: 'ServiceInstance' };
const UNCANCELLED_TIMEOUT = 120_000;
const LOGIN_TIMEOUT = 90_000;
const LOGOUT_TIMEOUT = 10_000;
/**
 * Connects and logs in; log out with `close()`.
 * @throws UserError vsphere-unreachable, vsphere-certificate (naming the thumbprint seen), vsphere-login, input-invalid
 */
function connectVsphere(options) {
    return session_open(options, '', (transport, content, within) => logIn(transport, content, { ...options, signal: within }));
}
/**
 * Goes on with the session of a process that has ended. It needs no password, and so cannot log in again.
 * @throws as connectVsphere; this, and every call, throws UserError vsphere-login once the server has ended the session
 */
function resumeVsphere({ server, tls, cookie }, { signal, log }) {
    return session_open({ server, tls, signal, log }, cookie, async () => {
        throw new errors/* UserError */.yo('vsphere-login', `${server} has ended the session of the run that is to be cleaned up`, 'The next run of the same action on this server, which has the password, finds what it left and removes it.');
    });
}
/** @param cookie of a session that is to be gone on with; empty: log in */
async function session_open({ server, tls, signal, log, onRenewed }, cookie, logIn) {
    const url = (0,server_url/* serverUrl */.V)(server);
    const trust = await (0,wire_trust/* readTrust */.bn)(tls);
    if (trust.kind === 'insecure') {
        log.warning(`The certificate of ${url.host} is not checked (insecure): anybody on the way can read the password. Pin its thumbprint instead.`);
    }
    const agents = { kept: (0,wire_trust/* createAgent */.Sn)(trust), single: (0,wire_trust/* createAgent */.Sn)(trust, { keepAlive: false }) };
    const leave = () => {
        agents.kept.destroy();
        agents.single.destroy();
    };
    let logOut;
    try {
        const transport = createTransport(url, agents, log);
        const instance = await transport.call(signal, 'RetrieveServiceContent', SERVICE_INSTANCE, []);
        const content = (0,xml_element/* child */.jf)(instance, 'returnval');
        const about = readAbout(content, url);
        transport.version = about.apiVersion;
        transport.cookie = cookie;
        const logInAgain = (within) => logIn(transport, content, within);
        const end = () => transport
            .call(AbortSignal.timeout(LOGOUT_TIMEOUT), 'Logout', sessionManagerOf(content), [])
            .catch((error) => log.debug(`Logging out of ${url.host} failed: ${String(error)}`));
        if (cookie === '') {
            await (0,lingering/* lingering */.e)(signal, LOGIN_TIMEOUT, logInAgain);
            logOut = end;
            signal.throwIfAborted();
        }
        transport.established = true;
        let clock = () => new Date();
        const now = () => clock();
        const close = async () => {
            await end();
            leave();
        };
        const connection = { url, about, content, trust, log, transport, agent: agents.kept, now, logInAgain, close };
        const session = createSession({ ...connection, tls, leave, onRenewed }, signal);
        // The first call that has to be logged in: the session may have ended by then.
        clock = await readClock(session);
        return session;
    }
    catch (error) {
        await logOut?.();
        leave();
        throw error;
    }
}
/** Measured once; it goes on with this machine's steady clock, which nobody sets. */
async function readClock(session) {
    const answer = await session.call('CurrentTime', SERVICE_INSTANCE);
    const server = Date.parse((0,xml_element/* textAt */.$6)(answer, 'returnval') ?? '');
    const start = Number.isNaN(server) ? Date.now() : server;
    const steady = external_node_perf_hooks_.performance.now();
    return () => new Date(start + external_node_perf_hooks_.performance.now() - steady);
}
function createSession(connection, signal) {
    const { url, about, trust, log, transport, agent, now, leave, tls } = connection;
    const renewal = createRenewal(connection);
    let closed = false;
    const view = (viewSignal) => ({
        about,
        url,
        log,
        trust,
        agent,
        signal: viewSignal,
        get cookie() {
            return transport.cookie;
        },
        manager: (name) => managerOf(connection, name),
        call: async (method, target, parameters = []) => {
            const { cookie } = transport;
            try {
                return await transport.call(viewSignal, method, target, parameters);
            }
            catch (error) {
                // The server says so before it does anything, so that this may be sent again whatever it is.
                if (closed || !(0,explain_fault/* isFault */.Z)(error, 'NotAuthenticated'))
                    throw error;
            }
            // Another call may have renewed it meanwhile.
            if (transport.cookie === cookie || renewal.isUnderWay())
                await renewal.renew();
            return transport.call(viewSignal, method, target, parameters);
        },
        renew: renewal.renew,
        now,
        bounded: (limit) => view(AbortSignal.any([viewSignal, limit])),
        ticket: () => ({
            server: url.host,
            tls,
            get cookie() {
                return transport.cookie;
            },
        }),
        leave,
        uncancelled: (limit = UNCANCELLED_TIMEOUT) => view(AbortSignal.timeout(limit)),
        close: () => {
            closed = true;
            return connection.close();
        },
    });
    return view(signal);
}
/** @throws UserError vsphere-refused when the service has no manager of that name */
function managerOf({ url, about, content }, name) {
    const found = (0,moref/* morefOf */.D)((0,xml_element/* child */.jf)(content, name));
    if (found)
        return found;
    throw new errors/* UserError */.yo('vsphere-refused', `${about.fullName} at ${url.host} has no ${name}`, 'Connect to a vCenter, or choose something that an ESXi host can do by itself.');
}
/** Calls that meet the end of the session side by side share one login. */
function createRenewal({ url, log, transport, logInAgain, onRenewed }) {
    let renewing;
    const logInAnew = async () => {
        log.info(`${url.host} has ended the session: logging in again`);
        // A session that the server has ended is not one to log in with.
        transport.cookie = '';
        await logInAgain(AbortSignal.timeout(LOGIN_TIMEOUT));
        onRenewed?.();
    };
    return {
        isUnderWay: () => renewing !== undefined,
        renew: () => {
            renewing ??= logInAnew().finally(() => {
                renewing = undefined;
            });
            return renewing;
        },
    };
}
function readAbout(content, url) {
    const about = (0,xml_element/* child */.jf)(content, 'about');
    const apiType = (0,xml_element/* textAt */.$6)(about, 'apiType');
    if (apiType === undefined) {
        throw new errors/* UserError */.yo('vsphere-unreachable', `${url.host} does not say which product it is`, 'Check that the input server names a vCenter or an ESXi host.');
    }
    return {
        fullName: (0,xml_element/* textAt */.$6)(about, 'fullName') ?? apiType,
        apiVersion: (0,xml_element/* textAt */.$6)(about, 'apiVersion') ?? FIRST_VERSION,
        kind: apiType === 'HostAgent' ? 'esxi' : 'vcenter',
    };
}


/***/ }),

/***/ 68259:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EN: () => (/* binding */ bodyOf),
/* harmony export */   Eb: () => (/* binding */ present),
/* harmony export */   HP: () => (/* binding */ renderEnvelope),
/* harmony export */   Uq: () => (/* binding */ value),
/* harmony export */   gp: () => (/* binding */ anyString),
/* harmony export */   ir: () => (/* binding */ reference),
/* harmony export */   rH: () => (/* binding */ node)
/* harmony export */ });
/* harmony import */ var _xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61268);
/** What goes into a vim25 call and how its envelope looks (SOAP 1.1, document/literal, namespace urn:vim25). */

const NO_ATTRIBUTES = new Map();
/** An element with elements in it, or without any. */
function node(name, children = [], type) {
    return {
        name,
        ...(type !== undefined && { type: { name: type, schema: false } }),
        attributes: NO_ATTRIBUTES,
        text: '',
        children,
    };
}
/** An element with a value in it. */
function value(name, content) {
    return { name, attributes: NO_ATTRIBUTES, text: String(content), children: [] };
}
/** A value in a place that takes any type, so that its own must be said. */
function anyString(name, content) {
    return { ...value(name, content), type: { name: 'string', schema: true } };
}
function reference(name, moref) {
    return { name, attributes: new Map([['type', moref.type]]), text: moref.value, children: [] };
}
/** Leaves out what is undefined, for optional parts of a call. */
function present(...elements) {
    return elements.filter((element) => element !== undefined);
}
function renderEnvelope(method, target, parameters) {
    const call = [reference('_this', target), ...parameters].map(_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .renderXml */ .ST).join('');
    return ('<?xml version="1.0" encoding="UTF-8"?>' +
        '<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" ' +
        'xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
        `<soapenv:Body><${method} xmlns="urn:vim25">${call}</${method}></soapenv:Body></soapenv:Envelope>`);
}
/** The answer's element or the fault's, whichever stands in the body; undefined when it is no SOAP answer. */
function bodyOf(envelope) {
    return envelope.name === 'Envelope' ? (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(envelope, 'Body')?.children[0] : undefined;
}


/***/ }),

/***/ 29280:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ runTask)
/* harmony export */ });
/* harmony import */ var _xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61268);
/* harmony import */ var _fault_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63926);
/* harmony import */ var _lost_task_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(42418);
/* harmony import */ var _moref_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7423);
/* harmony import */ var _passing_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68834);
/* harmony import */ var _poll_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(47749);
/* harmony import */ var _properties_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(85925);
/** Waits for the tasks that vSphere starts, and cancels them with the run. */







/** How long a task may take to end once it was cancelled, before what it holds is left to it. */
const CANCEL_TIMEOUT = 30_000;
/** A server that restarts is away for minutes; each try waits about one for it. */
const TRIES = 4;
/**
 * Calls a method whose name ends in `_Task` and waits for its end. When its answer is lost, the task that it may have started is looked up,
 * and only where there is none the call is sent again.
 * @returns the task's result, undefined when it has none
 * @throws VsphereFault with the task's fault; PassingError when no task was started as far as can be seen; the signal's reason, after
 * the task was asked to stop
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
            const task = (0,_moref_js__WEBPACK_IMPORTED_MODULE_6__/* .morefOf */ .D)((0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(await steady.call(method, target, parameters), 'returnval'));
            if (task)
                return task;
            throw new _fault_js__WEBPACK_IMPORTED_MODULE_1__/* .VsphereFault */ .eM(method, 'RuntimeFault', 'the server started no task');
        }
        catch (error) {
            if (!(0,_passing_error_js__WEBPACK_IMPORTED_MODULE_3__/* .isOutcomeUnknown */ .B)(error))
                throw error;
            const lost = await (0,_lost_task_js__WEBPACK_IMPORTED_MODULE_2__/* .findLostTask */ .z)(steady, { method, target: entity, since }, patience);
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
        const end = await (0,_poll_js__WEBPACK_IMPORTED_MODULE_4__/* .pollUntil */ .g)(session.signal, () => readEnd(session, operation, task));
        return end?.result;
    }
    catch (error) {
        if (session.signal.aborted)
            await cancelTask(session.uncancelled(), task);
        throw error;
    }
}
async function readEnd(session, operation, task) {
    const properties = await (0,_properties_js__WEBPACK_IMPORTED_MODULE_5__/* .readProperties */ .Qh)(session, task, [
        'info.state',
        'info.error',
        'info.result',
        'info.startTime',
        'info.completeTime',
    ]);
    const state = properties.get('info.state')?.text;
    if (state === 'success')
        return { result: properties.get('info.result') };
    if (state !== 'error')
        return undefined;
    const error = properties.get('info.error');
    const fault = error
        ? (0,_fault_js__WEBPACK_IMPORTED_MODULE_1__/* .readLocalizedFault */ .uf)(operation, error)
        : new _fault_js__WEBPACK_IMPORTED_MODULE_1__/* .VsphereFault */ .eM(operation, 'MethodFault', 'the task failed');
    const [started, ended] = ['info.startTime', 'info.completeTime'].map((path) => Date.parse(properties.get(path)?.text ?? ''));
    const took = (ended ?? Number.NaN) - (started ?? Number.NaN);
    if (took >= 0)
        fault.took = took;
    throw fault;
}
/** Not every task can be cancelled, and one that ends on its own is as good: nothing here is an error. */
async function cancelTask(session, task) {
    try {
        await session.call('CancelTask', task);
        await (0,_poll_js__WEBPACK_IMPORTED_MODULE_4__/* .pollUntil */ .g)(session.signal, () => readEnd(session, 'CancelTask', task), CANCEL_TIMEOUT);
    }
    catch (error) {
        session.log.debug(`Cancelled task ${task.value}: ${String(error)}`);
    }
}


/***/ }),

/***/ 94651:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bo: () => (/* binding */ formatThumbprint),
/* harmony export */   Vl: () => (/* binding */ parseThumbprint),
/* harmony export */   rK: () => (/* binding */ thumbprintOf),
/* harmony export */   zl: () => (/* binding */ matchesThumbprint)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41251);
/** Thumbprints of certificates: SHA-1 or SHA-256 of the DER bytes, as browsers, govc and openssl print them. */


/**
 * Reads `AB:CD:…`, with or without colons or spaces, in either case, also after `SHA-256 Fingerprint=` as openssl writes it.
 * @throws UserError input-invalid
 */
function parseThumbprint(text) {
    const digits = text
        .replace(/^\s*sha-?(1|256)\s*(fingerprint)?\s*[=:]/i, '')
        .replace(/[\s:-]/g, '')
        .toLowerCase();
    if (/^[0-9a-f]{40}$/.test(digits))
        return { algorithm: 'sha1', digits };
    if (/^[0-9a-f]{64}$/.test(digits))
        return { algorithm: 'sha256', digits };
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('input-invalid', `"${text}" is not the thumbprint of a certificate`, 'Write the SHA-256 (64 hexadecimal digits) or SHA-1 (40) of the certificate, with or without colons.');
}
/** @param der bytes of the certificate */
function thumbprintOf(der, algorithm) {
    return { algorithm, digits: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(algorithm).update(der).digest('hex') };
}
/** Upper case with colons. */
function formatThumbprint({ digits }) {
    return (digits.match(/../g) ?? []).join(':').toUpperCase();
}
function matchesThumbprint(der, pinned) {
    return thumbprintOf(der, pinned.algorithm).digits === pinned.digits;
}


/***/ }),

/***/ 34428:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Sn: () => (/* binding */ createAgent),
/* harmony export */   bn: () => (/* binding */ readTrust),
/* harmony export */   fO: () => (/* binding */ machineAuthorities)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44708);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77030);
/* harmony import */ var node_tls__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(41692);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(41251);
/* harmony import */ var _files_explain_path_error_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(49094);
/* harmony import */ var _thumbprint_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(94651);
/** Whom to trust: a pinned certificate, a CA file, what this machine trusts, or anybody when that is asked for. */







const CONNECT_TIMEOUT = 30_000;
/** @throws UserError input-invalid for a bad thumbprint or more than one option, file-missing for the CA file */
async function readTrust({ thumbprint, caFile, insecure }) {
    if ([thumbprint !== undefined, caFile !== undefined, insecure === true].filter(Boolean).length > 1) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo('input-invalid', 'More than one of thumbprint, ca-file and insecure is set', 'Set only one: thumbprint pins one certificate, ca-file names who signs it.');
    }
    if (thumbprint !== undefined)
        return { kind: 'pinned', thumbprint: (0,_thumbprint_js__WEBPACK_IMPORTED_MODULE_6__/* .parseThumbprint */ .Vl)(thumbprint) };
    if (insecure === true)
        return { kind: 'insecure' };
    if (caFile === undefined)
        return machineAuthorities();
    const pem = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(caFile, 'utf8').catch((error) => {
        throw (0,_files_explain_path_error_js__WEBPACK_IMPORTED_MODULE_5__/* .explainPathError */ .n)(error, { what: 'the CA file', path: caFile, input: 'ca-file' });
    });
    if (!pem.includes('-----BEGIN CERTIFICATE-----')) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo('input-invalid', `The CA file ${caFile} holds no certificate in PEM form`, 'It must contain lines such as -----BEGIN CERTIFICATE-----; convert DER with "openssl x509 -inform der".');
    }
    return { kind: 'authorities', pem: [pem], from: caFile };
}
/** The CAs that Node and the operating system trust. */
function machineAuthorities() {
    const pem = [...new Set([...(0,node_tls__WEBPACK_IMPORTED_MODULE_3__.getCACertificates)('default'), ...(0,node_tls__WEBPACK_IMPORTED_MODULE_3__.getCACertificates)('system')])];
    return { kind: 'authorities', pem, from: 'the authorities that this machine trusts' };
}
/**
 * An agent that hands a connection over only once the server has proven who it is: nothing of a request, least of all a password,
 * is sent before.
 */
function createAgent(trust, { peer = 'server', keepAlive = true } = {}) {
    const agent = new node_https__WEBPACK_IMPORTED_MODULE_1__.Agent({ keepAlive });
    // The agent does not know connections that were not handed over yet, and they would keep the process alive.
    const connecting = new Set();
    const destroy = agent.destroy.bind(agent);
    agent.destroy = () => {
        for (const settle of connecting)
            settle(new Error('the connection is not needed any more'));
        destroy();
    };
    agent.createConnection = (options, callback) => {
        const host = options.host ?? '';
        const port = Number(options.port ?? 443);
        const socket = (0,node_tls__WEBPACK_IMPORTED_MODULE_3__.connect)({
            host,
            port,
            ...((0,node_net__WEBPACK_IMPORTED_MODULE_2__.isIP)(host) === 0 && { servername: host }),
            ALPNProtocols: ['http/1.1'],
            // The certificate is judged below, where the thumbprint for the message is at hand.
            rejectUnauthorized: false,
            ...(trust.kind === 'authorities' && { ca: [...trust.pem] }),
        });
        const settle = (error) => {
            clearTimeout(timer);
            connecting.delete(settle);
            socket.removeAllListeners('error').removeAllListeners('secureConnect');
            if (error) {
                socket.on('error', () => { });
                socket.destroy();
            }
            callback?.(error, socket);
        };
        connecting.add(settle);
        const timer = setTimeout(() => {
            settle(Object.assign(new Error(`no answer within ${CONNECT_TIMEOUT / 1000} s`), { code: 'ETIMEDOUT' }));
        }, CONNECT_TIMEOUT);
        socket.once('error', settle);
        socket.once('secureConnect', () => settle(judge(socket, trust, peer, `${host}:${port}`) ?? null));
        return undefined;
    };
    return agent;
}
/** The error to end the connection with, or undefined when the peer is trusted. */
function judge(socket, trust, peer, host) {
    if (trust.kind === 'insecure')
        return undefined;
    const der = socket.getPeerX509Certificate()?.raw;
    if (der === undefined)
        return certificateError(`${host} showed no certificate`, 'Check the server and its port.');
    const seen = (0,_thumbprint_js__WEBPACK_IMPORTED_MODULE_6__/* .formatThumbprint */ .Bo)((0,_thumbprint_js__WEBPACK_IMPORTED_MODULE_6__/* .thumbprintOf */ .rK)(der, 'sha256'));
    const advice = peer === 'server' ? adviceForServer(seen) : ADVICE_FOR_HOST;
    if (trust.kind === 'pinned') {
        if ((0,_thumbprint_js__WEBPACK_IMPORTED_MODULE_6__/* .matchesThumbprint */ .zl)(der, trust.thumbprint))
            return undefined;
        const { algorithm } = trust.thumbprint;
        const same = (0,_thumbprint_js__WEBPACK_IMPORTED_MODULE_6__/* .formatThumbprint */ .Bo)((0,_thumbprint_js__WEBPACK_IMPORTED_MODULE_6__/* .thumbprintOf */ .rK)(der, algorithm));
        return certificateError(`The certificate of ${host} has the ${algorithm === 'sha1' ? 'SHA-1' : 'SHA-256'} thumbprint ${same}, ` +
            `not the pinned ${(0,_thumbprint_js__WEBPACK_IMPORTED_MODULE_6__/* .formatThumbprint */ .Bo)(trust.thumbprint)}`, advice.otherThanPinned);
    }
    if (socket.authorized)
        return undefined;
    return certificateError(`The certificate of ${host} is not trusted (${String(socket.authorizationError)}) ` +
        `by ${trust.from}; its SHA-256 thumbprint is ${seen}`, advice.unknownAuthority);
}
function adviceForServer(seen) {
    const howToPin = `If that is your server (compare on its console), pin it: thumbprint: ${seen}`;
    return {
        otherThanPinned: `Either the certificate was renewed or somebody is in between. ${howToPin}`,
        unknownAuthority: `${howToPin} – or give the CA that signed it as ca-file.`,
    };
}
/** The input thumbprint pins the server alone: what a host shows is vouched for by vCenter or by a CA. */
const ADVICE_FOR_HOST = {
    otherThanPinned: 'vCenter vouches for another certificate of that host: if it was renewed, reconnect the host in vCenter; else somebody is in between.',
    unknownAuthority: 'Give the CA that signed the certificates of vCenter and its hosts as ca-file (https://<vcenter>/certs/download.zip) in place of thumbprint, which pins the server alone.',
};
function certificateError(message, hint) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo('vsphere-certificate', message, hint);
}


/***/ })

};
