export const id = 763;
export const ids = [763];
export const modules = {

/***/ 43763:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ uploadEsxi)
});

// EXTERNAL MODULE: ./.cache/build/src/job/action.js
var action = __webpack_require__(36082);
// EXTERNAL MODULE: ./.cache/build/src/errors.js
var src_errors = __webpack_require__(41251);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/session.js + 2 modules
var wire_session = __webpack_require__(85783);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/transfer/nfc-lease.js
var nfc_lease = __webpack_require__(55186);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/vm/owned-vm.js
var owned_vm = __webpack_require__(59737);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/vm/remove-vm.js
var remove_vm = __webpack_require__(71972);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/vm/vm-operations.js
var vm_operations = __webpack_require__(63912);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/moref.js
var wire_moref = __webpack_require__(7423);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/poll.js
var poll = __webpack_require__(47749);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/properties.js
var properties = __webpack_require__(85925);
;// CONCATENATED MODULE: ./.cache/build/src/upload/undo-import.js
/** Undoes an import that failed or was cancelled, wherever it was, and says what remains when something does. */







/** A VM that a lost call makes shows up within this time. */
const APPEARANCE = 10_000;
/**
 * @param lost the answer to the import is, so that a VM may turn up late
 * @returns what remains, for people; empty when nothing does
 */
async function undoImport(session, made, lost) {
    const remains = [];
    const { lease, name } = made;
    if (lease) {
        remains.push(...(await attempt(`the lease ${lease.value}, which runs out by itself in some minutes`, async () => {
            // An aborted lease takes with it only what it has made, and may be making its VM just now.
            made.entity ??= await (0,nfc_lease/* settledEntity */.PR)(session.uncancelled(), lease);
            await (0,nfc_lease/* abortLease */.PT)(session.uncancelled(), lease);
        })));
    }
    let { entity } = made;
    if (!entity && (lost || lease)) {
        remains.push(...(await attempt(`perhaps a VM called ${name}`, async () => {
            entity = await findByName(session.uncancelled(), made, lost ? APPEARANCE : 0);
        })));
    }
    // vSphere removes the VM with its lease; where it does not, this does.
    return entity ? [...remains, ...(await undoVm(session, entity, name))] : remains;
}
/**
 * Removes a VM that this run has made.
 * @returns what remains, for people; empty when nothing does
 */
function undoVm(session, vm, name) {
    // Long enough for a lease to run out.
    const lasting = session.uncancelled(remove_vm/* BUSY_TIMEOUT */.kH + 60_000);
    return attempt(`the VM ${name} (${vm.value})`, () => (0,remove_vm/* removeVm */.i2)(lasting, vm));
}
async function attempt(what, undo) {
    try {
        await undo();
        return [];
    }
    catch (error) {
        return [`${what} (${error instanceof Error ? error.message : String(error)})`];
    }
}
/** Says what of an import or a VM remains, if anything does. */
function warnOfRemains(session, remains) {
    if (remains.length === 0)
        return;
    session.log.warning(`Not everything could be removed. What remains: ${remains.join('; ')}. The next upload of this name removes it once it is ten minutes old.`);
}
async function findByName(session, made, patience) {
    return (0,poll/* pollUntil */.g)(session.signal, async () => {
        const vms = await (0,properties/* readContained */.gu)(session, made.folder, { VirtualMachine: ['name', 'parent'] });
        const named = vms.find(({ properties }) => properties.get('name')?.text === (0,vm_operations/* escapeName */.L$)(made.name) &&
            (0,wire_moref/* sameMoref */.W)((0,wire_moref/* morefOf */.D)(properties.get('parent')), made.folder));
        const owner = named && (await (0,owned_vm/* readOwner */.A7)(session, named.moref));
        return owner?.run === made.run ? named?.moref : undefined;
    }, patience);
}

;// CONCATENATED MODULE: ./.cache/build/src/upload/held-import.js
/** A VM in the making that must not outlive its run: found by its name for the time being and its owner, never by what it became. */



/** Held before the import is asked for: its answer may be lost. */
const HELD_IMPORT = {
    kind: 'upload-import',
    what: ({ name }) => `the unfinished VM ${name}, should there be one`,
    undo: async ({ ticket, folder, name, run, lease }, context) => {
        const session = await (0,wire_session/* resumeVsphere */.$)(ticket, context);
        try {
            const remains = await undoImport(session, { folder, name, run, lease, entity: undefined }, true);
            if (remains.length > 0) {
                throw new src_errors/* UserError */.yo('upload-failed', `What remains: ${remains.join('; ')}`, 'The next upload of this name removes it.');
            }
        }
        finally {
            session.leave();
        }
    },
};

// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/held-session.js
var held_session = __webpack_require__(10702);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.cache/build/src/job/input.js
var input = __webpack_require__(90458);
// EXTERNAL MODULE: ./.cache/build/src/job/input-types.js
var input_types = __webpack_require__(198);
// EXTERNAL MODULE: ./.cache/build/src/job/shared-inputs.js
var shared_inputs = __webpack_require__(79871);
;// CONCATENATED MODULE: ./.cache/build/src/upload/working-names.js
/** Names that VMs have while one is put in the place of another: the name that both want, what they are, and the run they belong to. */
const NEW = 'stillframe-new';
const OLD = 'stillframe-old';
/** What a name grows by at most. */
const NAME_RESERVE = 30;
/** Of a VM that will take the name when it is whole. Each attempt has its own: what a lost one left may turn up late. */
function newName(name, run, attempt = 1) {
    return `${name}.${NEW}-${run}${attempt === 1 ? '' : `-${attempt}`}`;
}
/** Of the VM that had the name until the new one took it. */
function oldName(name, run) {
    return `${name}.${OLD}-${run}`;
}
/** Undefined for a name that is none of these for `name`; case does not matter, as in vSphere. */
function readWorkingName(found, name) {
    if (!found.toLowerCase().startsWith(`${name.toLowerCase()}.`))
        return undefined;
    const match = /^stillframe-(new|old)-([0-9a-z]+)(?:-\d)?$/.exec(found.slice(name.length + 1));
    return match?.[2] === undefined ? undefined : { kind: match[1] === 'new' ? 'new' : 'old', run: match[2] };
}

// EXTERNAL MODULE: ./.cache/build/src/xml/xml-element.js
var xml_element = __webpack_require__(61268);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/fault.js
var wire_fault = __webpack_require__(63926);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/soap.js
var soap = __webpack_require__(68259);
;// CONCATENATED MODULE: ./.cache/build/src/vsphere/transfer/ovf-import.js
/** Lets vSphere turn an OVF descriptor into an import spec, and opens the lease that takes the files (vim25 OvfManager). */






const DISK_PROVISIONINGS = ['thin', 'thick', 'eagerZeroedThick'];
/**
 * Nothing is made yet: what the server has against the descriptor is said before the first byte is sent.
 * @throws UserError ova-invalid with all of it, and when it does not know the guest id
 */
async function createImportSpec(session, request) {
    const { pool, datastore, host, networks } = request;
    const parameters = (0,soap/* present */.Eb)((0,soap/* value */.Uq)('locale', ''), (0,soap/* value */.Uq)('deploymentOption', ''), (0,soap/* value */.Uq)('entityName', request.name), host && (0,soap/* reference */.ir)('hostSystem', host), ...[...networks].map(([name, network]) => (0,soap/* node */.rH)('networkMapping', [(0,soap/* value */.Uq)('name', name), (0,soap/* reference */.ir)('network', network)])), (0,soap/* value */.Uq)('diskProvisioning', request.diskProvisioning));
    const answer = await session.call('CreateImportSpec', session.manager('ovfManager'), [
        (0,soap/* value */.Uq)('ovfDescriptor', request.descriptor),
        (0,soap/* reference */.ir)('resourcePool', pool),
        (0,soap/* reference */.ir)('datastore', datastore),
        (0,soap/* node */.rH)('cisp', parameters),
    ]);
    const result = (0,xml_element/* child */.jf)(answer, 'returnval');
    const texts = (name) => (0,xml_element/* childrenNamed */.De)(result, name).map((fault) => {
        const { type, message } = (0,wire_fault/* readLocalizedFault */.uf)('CreateImportSpec', fault);
        return message === type ? type : `${message} (${type})`;
    });
    const errors = texts('error');
    const spec = (0,xml_element/* child */.jf)(result, 'importSpec');
    if (errors.length > 0 || !spec) {
        throw new src_errors/* UserError */.yo('ova-invalid', `${session.url.host} does not take the OVF descriptor: ${errors.join('; ') || 'it gives no import spec'}`, 'Compare hardware version, guest id and devices with what the host supports; convert-ova sets them.');
    }
    assertGuestKnown(spec, (0,xml_element/* childrenNamed */.De)(result, 'warning'), request.guestId, session.url.host);
    return { spec, files: (0,xml_element/* childrenNamed */.De)(result, 'fileItem').map(fileItemOf), warnings: texts('warning') };
}
/**
 * A guest id that the host does not know becomes another one, with a warning only (OvfMappedOsId; govmomi #1990); quiescing and the
 * default of disk.EnableUUID depend on it, and vSphere refuses it when it is set after the import.
 */
function assertGuestKnown(spec, warnings, wanted, host) {
    const mapped = warnings
        .map((warning) => (0,wire_fault/* readLocalizedFault */.uf)('CreateImportSpec', warning))
        .find(({ type, message }) => type === 'OvfMappedOsId' || /operating system identifier/i.test(message));
    const given = (0,xml_element/* textAt */.$6)(spec, 'configSpec.guestId');
    const other = wanted !== undefined && given !== undefined && given !== '' && given !== wanted;
    if (!mapped && !other)
        return;
    throw new src_errors/* UserError */.yo('ova-invalid', `${host} does not know the guest id ${wanted ?? 'of the OVA'}${mapped ? `: ${mapped.message}` : ` and would make it ${given}`}`, 'Choose a newer host (Server 2022 needs vSphere 7.0 U1, Server 2025 needs 8.0), or make the OVA with the guest id of an older Windows Server.');
}
/** @returns the lease, which is not ready yet */
async function importVApp(session, spec, { pool, folder, host }) {
    const answer = await session.call('ImportVApp', pool, (0,soap/* present */.Eb)({ ...spec, name: 'spec' }, (0,soap/* reference */.ir)('folder', folder), host && (0,soap/* reference */.ir)('host', host)));
    const lease = (0,wire_moref/* morefOf */.D)((0,xml_element/* child */.jf)(answer, 'returnval'));
    if (lease)
        return lease;
    throw new wire_fault/* VsphereFault */.eM('ImportVApp', 'RuntimeFault', 'the server gave no lease');
}
/** Elements of VirtualMachineConfigSpec that stand behind extraConfig in vim25's schema, up to those that an import can set. */
const AFTER_EXTRA_CONFIG = new Set([
    'swapPlacement',
    'bootOptions',
    'vAppConfig',
    'ftInfo',
    'repConfig',
    'vAppConfigRemoved',
    'vAssertsEnabled',
    'changeTrackingEnabled',
    'firmware',
    'maxMksConnections',
    'guestAutoLockEnabled',
    'managedBy',
    'memoryReservationLockedToMax',
    'nestedHVEnabled',
    'vPMCEnabled',
    'scheduledHardwareUpgradeInfo',
    'vmProfile',
    'messageBusTunnelEnabled',
    'crypto',
    'migrateEncryption',
    'sgxInfo',
    'ftEncryptionMode',
    'guestMonitoringModeInfo',
    'sevEnabled',
    'virtualNuma',
    'motherboardLayout',
    'pmem',
    'deviceGroups',
    'fixedPassthruHotPlugEnabled',
    'metroFtEnabled',
    'metroFtHostGroup',
]);
/**
 * The import spec with one more setting for the .vmx file, at the place where the schema wants it. A spec of several VMs
 * (a vApp) stays as it is.
 */
function withExtraConfig(spec, key, setting) {
    return {
        ...spec,
        children: spec.children.map((part) => {
            if (part.name !== 'configSpec')
                return part;
            const found = part.children.findIndex(({ name }) => AFTER_EXTRA_CONFIG.has(name));
            const at = found < 0 ? part.children.length : found;
            return { ...part, children: part.children.toSpliced(at, 0, (0,vm_operations/* optionValue */.TN)(key, setting)) };
        }),
    };
}
function fileItemOf(item) {
    return {
        deviceId: (0,xml_element/* textAt */.$6)(item, 'deviceId') ?? '',
        path: (0,xml_element/* textAt */.$6)(item, 'path') ?? '',
        create: (0,xml_element/* textAt */.$6)(item, 'create') === 'true',
    };
}

// EXTERNAL MODULE: ./.cache/build/src/vsphere/vm/release-mark.js
var release_mark = __webpack_require__(29565);
;// CONCATENATED MODULE: ./.cache/build/actions/upload-esxi/inputs.js
/** The inputs of upload-esxi. */








const IF_EXISTS = ['fail', 'replace', 'keep'];
/** Longer names than this vSphere does not take for VMs. */
const MAX_NAME = 80;
const INPUTS = {
    ova: (0,input/* input */.h)(input_types/* path */.Ae, {
        description: 'The OVA to upload; it is read where it lies, never unpacked.',
        required: true,
    }),
    ...shared_inputs/* SERVER_INPUTS */.O9,
    datacenter: (0,input/* variant */.O)(shared_inputs/* SERVER_INPUTS */.O9.datacenter, { otherwise: 'the only one, or the one of the resource pool' }),
    'resource-pool': (0,input/* variant */.O)(shared_inputs/* SERVER_INPUTS */.O9['resource-pool'], { otherwise: 'the only one, or that of host' }),
    name: (0,input/* input */.h)(input_types/* text */.Qq, {
        description: 'Name of the VM or template, or the one that a candidate is to be published under; at most 50 characters.',
        template: { key: 'name', read: ({ name }) => name },
        otherwise: 'the name of the OVA file',
    }),
    datastore: (0,input/* input */.h)(input_types/* text */.Qq, {
        description: 'Datastore, by name or inventory path.',
        template: { key: 'publish', read: ({ publish }) => publish[0]?.datastore },
        otherwise: 'the only one that the hosts of the pool mount',
    }),
    folder: (0,input/* input */.h)(input_types/* text */.Qq, {
        description: 'VM folder, by name or inventory path.',
        template: { key: 'publish', read: ({ publish }) => publish[0]?.folder },
        otherwise: 'the root of the datacenter',
    }),
    host: (0,input/* input */.h)(input_types/* text */.Qq, {
        description: 'ESXi host to import on, by name or inventory path; needed in a cluster without DRS.',
        otherwise: 'chosen by vSphere',
    }),
    'network-map': (0,input/* input */.h)(input_types/* list */.p_, {
        description: 'Lines of the form name in the OVA = name in the inventory; a name alone stands for every network.',
        otherwise: 'networks of the same name, or the only one',
    }),
    'disk-provisioning': (0,input/* input */.h)((0,input_types/* choice */.Yq)(DISK_PROVISIONINGS), {
        description: 'How the datastore gives room to the disk.',
        default: 'thin',
    }),
    as: (0,input/* input */.h)((0,input_types/* choice */.Yq)(['candidate', 'vm', 'template', 'library-item']), {
        description: 'What it becomes: a `candidate`, that is a VM named `<name>.candidate-<run id>` which verify-quiesce proves and publish-template publishes; or at once a VM or a template (vCenter only) that people find under its name, proven or not. `library-item` is refused here: publish-template makes one of a proven candidate.',
        default: 'candidate',
    }),
    'if-exists': (0,input/* input */.h)((0,input_types/* choice */.Yq)(IF_EXISTS), {
        description: 'When the folder has a VM of that name: fail, replace it once the new one is whole, or keep it and upload nothing. A candidate disturbs nobody of its name, and takes the place of that of an earlier attempt of the same run.',
        default: 'fail',
    }),
};
function prepare(reading, place) {
    const { values, invalid } = reading;
    const { ova, as } = values;
    if (as === 'library-item') {
        throw new src_errors/* UserError */.yo('input-invalid', 'Input as: an OVA is not uploaded into a content library, but as a candidate, a VM or a template', 'Leave as out, and let publish-template (as: library-item) put the candidate into the library once it is proven.');
    }
    const name = values.name ?? (0,external_node_path_.basename)(ova).replace(/\.ova$/i, '');
    if (name.length > MAX_NAME - NAME_RESERVE) {
        throw invalid('name', name, `Write at most ${MAX_NAME - NAME_RESERVE} characters.`);
    }
    return {
        ova,
        server: values.server,
        username: values.username,
        password: values.password,
        tls: { thumbprint: values.thumbprint, caFile: values['ca-file'], insecure: values.insecure },
        name,
        placement: {
            datacenter: values.datacenter,
            datastore: values.datastore,
            folder: values.folder,
            resourcePool: values['resource-pool'],
            host: values.host,
        },
        networks: readNetworkMap(reading),
        diskProvisioning: values['disk-provisioning'],
        as,
        run: (0,release_mark/* runForNames */.v2)(place.run),
        ifExists: values['if-exists'],
    };
}
/** Entries `name in the OVA = name in the inventory`; one without `=` stands for every network. */
function readNetworkMap({ values, invalid }) {
    return new Map((values['network-map'] ?? []).map((entry) => {
        const match = /^(?:(.+?)\s*=\s*)?([^=]+)$/.exec(entry);
        if (match?.[2] === undefined || entry.includes('->')) {
            throw invalid('network-map', entry, 'Write lines such as VM Network = dvs-servers.');
        }
        return [match[1] ?? '*', match[2].trim()];
    }));
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./.cache/build/src/check/ovf-disks.js
var ovf_disks = __webpack_require__(65887);
// EXTERNAL MODULE: ./.cache/build/src/files/hash-file.js
var hash_file = __webpack_require__(94427);
// EXTERNAL MODULE: ./.cache/build/src/disk/vmdk/vmdk-sparse-disk.js + 1 modules
var vmdk_sparse_disk = __webpack_require__(42401);
// EXTERNAL MODULE: ./.cache/build/src/files/byte-source.js
var byte_source = __webpack_require__(58018);
// EXTERNAL MODULE: ./.cache/build/src/ova/image-setting.js
var image_setting = __webpack_require__(24925);
// EXTERNAL MODULE: ./.cache/build/src/ova/ova-disks.js
var ova_disks = __webpack_require__(48178);
;// CONCATENATED MODULE: ./.cache/build/src/ova/check-image-setting.js
/** Whether the descriptor of an OVA and its system disk belong together, as far as the descriptor says which disk it was made for. */





/**
 * The settings of a descriptor speak of one image: that its first boot waits, its firmware. With another disk beside them they lie.
 * @returns whether the descriptor names a disk at all; only those of convert-ova do
 * @throws UserError ova-invalid when the disk is another one; FormatError when it is damaged
 */
async function checkImageSetting(ova) {
    const wanted = ova.ovf.extraConfig.get(image_setting/* IMAGE_SETTING */.$);
    if (wanted === undefined)
        return false;
    const [{ member }] = (0,ova_disks/* disksOf */.Gu)(ova);
    const name = `${ova.path}${ova_disks/* MEMBER_SEPARATOR */.Xy}${member.name}`;
    const { descriptor } = await (0,vmdk_sparse_disk/* readVmdkSparseExtent */.fB)((0,byte_source/* windowOf */.Ou)(ova.source, member.offset, member.size, name));
    const found = descriptor?.database.longContentID;
    if (found === wanted)
        return true;
    throw new src_errors/* UserError */.yo('ova-invalid', `${ova.descriptor.name} was made for the disk ${wanted} (${image_setting/* IMAGE_SETTING */.$}), and ${member.name} is ${found === undefined ? 'none that says which it is' : `the disk ${found}`}`, 'A disk was put into the OVA of another: make the OVA again with convert-ova.');
}

// EXTERNAL MODULE: ./.cache/build/src/ova/ova-package.js + 2 modules
var ova_package = __webpack_require__(35068);
// EXTERNAL MODULE: ./.cache/build/src/ova/verify-manifest.js
var verify_manifest = __webpack_require__(47864);
// EXTERNAL MODULE: ./.cache/build/src/progress.js
var progress = __webpack_require__(65647);
// EXTERNAL MODULE: ./.cache/build/src/units.js
var units = __webpack_require__(16053);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/vm/marked-vm.js
var marked_vm = __webpack_require__(98444);
;// CONCATENATED MODULE: ./.cache/build/src/upload/candidates.js
/** Candidates of a name that stand in the way or have outlived their time. */



/**
 * Removes the candidate of an earlier attempt of this run, and those that have expired. What belongs to another run, or does not say
 * whose it is, stays and is told. Each is looked at in the moment before.
 * @param vms of the folder
 */
async function clearCandidates(session, vms, { name, run }) {
    for (const vm of vms.filter((found) => (0,release_mark/* releaseState */.hd)(found.name, name) === 'candidate')) {
        const mark = await (0,marked_vm/* readReleaseMark */.p)(session, vm.moref);
        if (mark?.name !== name) {
            session.log.warning(`${vm.path} is called like a candidate, but does not say of what: it is left alone. Remove it by hand when nobody needs it.`);
        }
        else if (mark.run === run) {
            session.log.info(`Removing ${vm.path}, which an earlier attempt of this run has made`);
            await (0,remove_vm/* removeVm */.i2)(session, vm.moref);
        }
        else if (mark.expires <= session.now()) {
            session.log.info(`Removing ${vm.path}: it was not published by ${mark.expires.toISOString()}`);
            await (0,remove_vm/* removeVm */.i2)(session, vm.moref);
        }
        else
            session.log.info(`${vm.path} belongs to the run ${mark.run} until ${mark.expires.toISOString()}`);
    }
}

// EXTERNAL MODULE: ./.cache/build/src/vsphere/vm/owner.js
var vm_owner = __webpack_require__(73089);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/vm/vm-facts.js + 1 modules
var vm_facts = __webpack_require__(98508);
;// CONCATENATED MODULE: ./.cache/build/src/upload/settle-vm.js
/** Makes sure that an imported VM has the settings that quiesced snapshots and booting depend on: importers drop some. */





/** As vSphere writes it. */
const DISK_UUID = 'disk.EnableUUID';
/** Settings of this project, which later steps rely on: that a first boot waits to be done is never guessed. */
const OURS = /^stillframe\./;
/**
 * Also renews the owner's time, for what comes next takes no renewal: the settings of a template cannot be changed.
 * @returns what had to be put right, for people
 * @throws UserError upload-failed when vSphere does not take a setting
 */
async function settleVm(session, vm, { expected, marks, me }) {
    const { changes, dropped } = missing(await (0,vm_facts/* readVmFacts */.tv)(session, vm), expected);
    const extraConfig = { ...changes.extraConfig, ...marks, ...(0,owned_vm/* ownedBy */.LW)(session, me) };
    await (0,vm_operations/* reconfigureVm */.Nc)(session, vm, { ...changes, extraConfig });
    const facts = await (0,vm_facts/* readVmFacts */.tv)(session, vm);
    const lost = missing(facts, expected).dropped;
    for (const { setting } of lost.filter(({ needed }) => !needed)) {
        session.log.warning(`vSphere does not take this setting of the OVF descriptor: ${setting}`);
    }
    const left = [
        ...lost.filter(({ needed }) => needed).map(({ setting }) => setting),
        ...Object.keys(marks).filter((key) => facts.extraConfig.get(key) !== marks[key]),
        ...((0,vm_owner/* parseOwner */.pZ)(facts.extraConfig.get(vm_owner/* OWNER_KEY */.Ck) ?? '')?.run === me.run ? [] : [vm_owner/* OWNER_KEY */.Ck]),
    ];
    if (left.length === 0)
        return dropped.filter((one) => !isAmong(one, lost)).map(({ setting }) => setting);
    throw new src_errors/* UserError */.yo('upload-failed', `vSphere did not take these settings of the imported VM: ${left.join(', ')}`, 'Check that the host supports the guest id and firmware of the OVA, and that the account may change advanced settings.');
}
function isAmong({ setting }, all) {
    return all.some((other) => other.setting === setting);
}
function missing(facts, { firmware, guestId, secureBoot, extraConfig }) {
    const here = new Map([...facts.extraConfig].map(([key, value]) => [key.toLowerCase(), value]));
    // Needed whatever the descriptor says: without it snapshots are silently weaker.
    const others = [...extraConfig].filter(([key]) => key.toLowerCase() !== DISK_UUID.toLowerCase());
    const settings = [[DISK_UUID, 'TRUE'], ...others].filter(([key, value]) => (here.get(key.toLowerCase()) ?? '').toLowerCase() !== value.toLowerCase());
    const changes = {
        ...(settings.length > 0 && { extraConfig: Object.fromEntries(settings) }),
        ...(firmware !== undefined && facts.firmware !== firmware && { firmware }),
        ...(guestId !== undefined && facts.guestId !== guestId && { guestId }),
        ...(secureBoot !== undefined && facts.secureBoot !== secureBoot && { secureBoot }),
    };
    return {
        changes,
        dropped: [
            ...settings.map(([key, value]) => ({
                setting: `${key} = ${value}`,
                needed: key === DISK_UUID || OURS.test(key),
            })),
            ...Object.entries({
                firmware: changes.firmware,
                'guest id': changes.guestId,
                'secure boot': changes.secureBoot,
            }).flatMap(([name, value]) => (value === undefined ? [] : { setting: `${name} = ${value}`, needed: true })),
        ],
    };
}

// EXTERNAL MODULE: ./.cache/build/src/vsphere/vm/change-places.js
var change_places = __webpack_require__(87921);
;// CONCATENATED MODULE: ./.cache/build/src/upload/take-name.js
/** Gives an imported VM its name, last of all, and removes the one that had it. */



/**
 * As changePlaces; what was replaced is removed.
 * @param old undefined when nobody has the name
 * @throws UserError vsphere-exists when somebody has taken the name, or started the old VM, meanwhile; the signal's reason
 */
async function takeName(session, successor, old) {
    const { name, run } = successor;
    const aside = oldName(name, run);
    await (0,change_places/* changePlaces */.r)(session, successor, old && { vm: old, aside });
    if (!old)
        return;
    try {
        await (0,remove_vm/* removeVm */.i2)(session.uncancelled(), old.moref, { powerOff: false, patience: 60_000 });
    }
    catch (error) {
        session.log.warning(`${name} was replaced, but the old one could not be removed and is now called ${aside}: ${String(error)}`);
    }
}

;// CONCATENATED MODULE: ./.cache/build/src/upload/finish-vm.js
/** From a VM that is whole, under its working name, to one in its place; any failure removes it. */




/**
 * @returns settings that had to be put right, for people
 * @throws UserError upload-failed, vsphere-exists; VsphereFault; the signal's reason
 */
async function finishVm(session, successor, { me, expected, template, marks, old }) {
    const { vm, workingName } = successor;
    try {
        const repaired = await settleVm(session, vm, { expected, marks, me });
        for (const setting of repaired)
            session.log.info(`The import had dropped a setting, now put right: ${setting}`);
        session.signal.throwIfAborted();
        if (template)
            await (0,vm_operations/* markAsTemplate */.cI)(session.uncancelled(), vm);
        session.signal.throwIfAborted();
        await takeName(session, successor, old);
        return repaired;
    }
    catch (error) {
        warnOfRemains(session, await undoVm(session, vm, workingName));
        throw error;
    }
}
/** What the descriptor asks for. */
function expectedSettings({ ovf: { machine, config, extraConfig } }) {
    const { firmware, guestId } = machine;
    const secureBoot = config.get('bootOptions.efiSecureBootEnabled')?.toLowerCase();
    return { firmware, guestId, secureBoot: secureBoot === undefined ? undefined : secureBoot === 'true', extraConfig };
}

// EXTERNAL MODULE: ./.cache/build/src/download/retry.js
var retry = __webpack_require__(63449);
// EXTERNAL MODULE: ./.cache/build/src/ova/member-name.js
var member_name = __webpack_require__(69599);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/passing-error.js
var passing_error = __webpack_require__(68834);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/http.js
var http = __webpack_require__(83616);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/transfer/device-agent.js + 1 modules
var device_agent = __webpack_require__(68495);
;// CONCATENATED MODULE: ./.cache/build/src/vsphere/transfer/nfc-upload.js
/** Sends one file of an import to the host that takes it. */




/** A host flushes a large disk before it answers. */
const ANSWER_TIMEOUT = 900_000;
const MAX_ANSWER = 2 ** 20;
/**
 * @param signal of the run and of the lease
 * @throws UserError upload-failed, vsphere-unreachable, vsphere-certificate; the signal's reason
 */
async function uploadFile(session, device, file, signal) {
    const { url } = device;
    const { agent, peer, cookie } = (0,device_agent/* connectDevice */.f)(session, device);
    try {
        const answer = await (0,http/* sendRequest */.w)(agent, {
            method: file.create ? 'PUT' : 'POST',
            url,
            headers: {
                'Content-Type': file.create ? 'application/octet-stream' : 'application/x-vnd.vmware-streamVmdk',
                ...(file.create && { Overwrite: 't' }),
                ...cookie,
            },
            body: file.body,
            signal,
            peer,
            maxBytes: MAX_ANSWER,
            idleTimeout: ANSWER_TIMEOUT,
        });
        if (answer.status === 200 || answer.status === 201)
            return;
        const said = answer.body
            .toString('utf8', 0, 500)
            .replace(/<[^>]*>/g, ' ')
            .replace(/\s+/g, ' ')
            .trim();
        const message = `${url.host} refused ${file.name} with the HTTP status ${answer.status}${said === '' ? '' : `: ${said}`}`;
        // 404 is the answer for a lease that has run out.
        if ((0,http/* isPassingStatus */.W)(answer.status) || answer.status === 404) {
            throw new passing_error/* PassingError */.a('upload-failed', message, 'The host is overloaded or has too many transfers, or the lease was lost: run the step again.', { taken: true });
        }
        throw new src_errors/* UserError */.yo('upload-failed', message, 'Look at the events of the host; the datastore may be full, or the file not what the descriptor says.');
    }
    finally {
        agent.destroy();
    }
}

;// CONCATENATED MODULE: ./.cache/build/src/upload/send-member.js
/** Sends one file of an OVA straight from its place in the archive. */

/** Large enough that the calls between two blocks do not matter, small against the memory of any runner. */
const BLOCK = 2 ** 20;
/** One to be read into while two are on their way: fresh memory for each block costs as much as encrypting it. */
const BUFFERS = 3;
async function sendMember(session, archive, { item, device, offset, size }, { hash, signal, onBytes }) {
    const send = async (write) => {
        const buffers = Array.from({ length: BUFFERS }, () => Buffer.allocUnsafe(Math.min(BLOCK, size)));
        const underWay = [];
        for (let done = 0, turn = 0; done < size; turn++) {
            const buffer = buffers[turn % BUFFERS] ?? Buffer.alloc(0);
            const block = buffer.subarray(0, Math.min(buffer.length, size - done));
            await archive.readInto(block, offset + done);
            hash?.update(block);
            const written = write(block).then(() => onBytes(block.length));
            // Its failure is met when its turn comes.
            written.catch(() => { });
            underWay.push(written);
            if (underWay.length === BUFFERS - 1)
                await underWay.shift();
            done += block.length;
        }
        await Promise.all(underWay);
    };
    const file = { name: item.path, body: { length: size, send }, create: item.create };
    await uploadFile(session, device, file, signal);
}

;// CONCATENATED MODULE: ./.cache/build/src/upload/import-ova.js
/** Imports an OVA as a VM: the descriptor becomes a spec, the spec a lease, and the files go from the archive to the host. */











/** A disk takes long to send, so that a third try is the last. */
const ATTEMPTS = { attempts: 3, baseMs: 2000, maxMs: 30_000 };
/**
 * Imports under a name for the time being. When it fails or is cancelled, what was made is removed; what remains is told. When it fails
 * by something that may pass and nothing remains, it is begun anew.
 * @throws UserError ova-invalid, upload-failed and those of the session; VsphereFault; the signal's reason
 */
async function importOva(session, ova, request, options) {
    return (0,retry/* withRetries */.LH)(async (attempt) => {
        const name = newName(request.name, options.me.run, attempt);
        const made = {
            folder: request.folder,
            name,
            run: options.me.run,
            lease: undefined,
            entity: undefined,
        };
        const spec = await import_ova_prepare(session, ova, { ...request, name });
        try {
            const uploadedBytes = await importOnce(session, ova, { request, spec, made, options });
            return { vm: made.entity, workingName: name, uploadedBytes };
        }
        catch (error) {
            const remains = await undoImport(session, made, (0,passing_error/* isOutcomeUnknown */.B)(error));
            warnOfRemains(session, remains);
            throw remains.length === 0 && error instanceof Error && mayPass(error) ? new retry/* Transient */.Rc(error) : error;
        }
    }, options.retries ?? ATTEMPTS, session.signal, ({ message }) => session.log.warning(`The upload broke off (${message}). Nothing of it remains; beginning anew`));
}
/** Everything that can go wrong before something is made. */
async function import_ova_prepare(session, ova, request) {
    const spec = await createImportSpec(session, request);
    for (const warning of spec.warnings)
        session.log.warning(`OVF descriptor: ${warning}`);
    for (const { path } of spec.files)
        memberOf(ova, path);
    return spec;
}
/** @returns bytes sent */
async function importOnce(session, ova, { request, spec: { spec, files }, made, options }) {
    session.signal.throwIfAborted();
    options.onMade(made);
    const [[key, mark]] = Object.entries((0,owned_vm/* ownedBy */.LW)(session, options.me));
    // Not to be torn by a cancelled run: an answer that is lost would leave a lease that nobody can abort.
    const lease = await importVApp(session.uncancelled(), withExtraConfig(spec, key, mark), request);
    made.lease = lease;
    options.onMade(made);
    const ready = await (0,nfc_lease/* waitForLease */.tH)(session, lease);
    made.entity = ready.entity;
    const uploadedBytes = await (0,owned_vm/* whileOwned */.n8)(session, ready.entity, options.me, () => sendFiles(session, ova, files, ready, options));
    session.signal.throwIfAborted();
    // Half of it helps nobody either: a torn call leaves a VM of which nobody knows whether it is whole.
    await (0,nfc_lease/* completeLease */.Ab)(session.uncancelled(), lease);
    made.lease = undefined;
    options.onMade(made);
    return uploadedBytes;
}
/** The way, a busy host, or a lease that was lost on the way. */
function mayPass(error) {
    return error instanceof passing_error/* PassingError */.a || (0,nfc_lease/* isLeaseLost */.Rh)(error);
}
/** @returns bytes sent */
async function sendFiles(session, ova, files, ready, { onProgress }) {
    const { lease } = ready;
    const tell = onProgress();
    const uploads = matchDevices(ova, files, ready);
    const total = uploads.reduce((sum, { size }) => sum + size, 0);
    let sent = 0;
    const onBytes = (bytes) => {
        sent += bytes;
        tell(sent / total);
    };
    const percent = () => (total === 0 ? 0 : (sent * 100) / total);
    await (0,nfc_lease/* whileKeptAlive */.r0)(session, lease, percent, async (signal) => {
        const digest = await (0,nfc_lease/* chooseManifestDigest */.FK)(session, ready, wantedDigest(ova, files));
        for (const upload of uploads) {
            const known = knownDigest(ova, upload.item, digest);
            const hash = known === undefined ? (0,external_node_crypto_.createHash)(digest) : undefined;
            await sendMember(session, ova.source, upload, { hash, signal, onBytes });
            await checkArrived(session, lease, upload, { digest, expected: known ?? hash?.digest('hex') });
        }
    });
    return sent;
}
function memberOf(ova, path) {
    const member = (0,member_name/* findReferenced */.FU)(ova.members, path, ova.descriptor.name);
    if (member)
        return member;
    throw new src_errors/* UserError */.yo('ova-invalid', `${ova.path}: the descriptor names ${path}, which is not in the archive`, 'Make the OVA again with convert-ova.');
}
/** In the order of the file items, which is the one in which the host wants them. */
function matchDevices(ova, files, { devices }) {
    return files.map((item) => {
        const device = devices.find(({ importKey }) => importKey === item.deviceId);
        if (device)
            return { item, device, ...memberOf(ova, item.path) };
        throw new src_errors/* UserError */.yo('upload-failed', `The lease has no place for ${item.path} (${item.deviceId})`, 'Run the step again; if it repeats, look at the events of the host.');
    });
}
/** The kind of digest that the manifest has for all files, so that nothing needs to be hashed again; leases know only these two. */
function wantedDigest(ova, files) {
    return files.every((item) => knownDigest(ova, item, 'sha1') !== undefined) ? 'sha1' : 'sha256';
}
function knownDigest(ova, { path }, algorithm) {
    const listed = ova.manifest && (0,member_name/* findReferenced */.FU)(ova.manifest.digests, path, ova.manifest.name);
    return listed?.algorithm === algorithm ? listed.digest : undefined;
}
/** Asks the host what it has received, right after each file: better to fail on the first than after the last. */
async function checkArrived(session, lease, { item, device, size }, { digest, expected }) {
    const received = (await (0,nfc_lease/* readLeaseManifest */.Cg)(session, lease))?.find(({ key }) => key === device.key);
    const found = received?.digests[digest];
    if (found === undefined) {
        session.log.debug(`The host does not say what it received of ${item.path}`);
        return;
    }
    if (found === expected) {
        session.log.debug(`${item.path}: ${digest} ${found} on both sides`);
        return;
    }
    throw new src_errors/* UserError */.yo('upload-failed', `${item.path} arrived with the ${digest} ${found} (${received?.size} bytes), but was sent with ${expected} (${size} bytes)`, 'The bytes changed on their way or the OVA did while it was sent: run the step again.');
}

// EXTERNAL MODULE: ./.cache/build/src/vsphere/inventory/vm-folders.js
var vm_folders = __webpack_require__(67532);
;// CONCATENATED MODULE: ./.cache/build/src/upload/leftovers.js
/** What runs that were killed left of a VM of some name: found by names and owners, and cleared away only where nobody is at it. */






/**
 * Removes or puts back what earlier runs left of a VM of that name in that folder. Nothing is touched before all of it was looked at.
 * @returns true when something was changed, so that the inventory must be read again
 * @throws UserError vsphere-busy when another run is at work on the name that is to be taken
 */
async function clearLeftovers(session, inventory, claim) {
    const here = (0,vm_folders/* vmsIn */.en)(inventory, claim.folder);
    const found = here.flatMap((vm) => {
        const working = readWorkingName(vm.name, claim.name);
        return working ? [{ ...working, vm }] : [];
    });
    const { unfinished, busy } = await leftoversAmong(session, found, claim);
    for (const vm of unfinished) {
        session.log.info(`Removing ${vm.path}, which an earlier run did not finish`);
        await (0,owned_vm/* removeLeftover */.MG)(session, vm, claim.me);
    }
    // What was put aside belongs to the run that is just putting its own in its place.
    if (busy)
        return unfinished.length > 0;
    const replaced = found.filter(({ kind }) => kind === 'old');
    const settled = await settleReplaced(session, replaced, (0,vm_folders/* vmNamed */.Xx)(here, claim.name), claim);
    return unfinished.length > 0 || settled;
}
async function leftoversAmong(session, found, { me, beside = false }) {
    const unfinished = [];
    let busy = false;
    for (const { kind, run, vm } of found) {
        if (kind !== 'new')
            continue;
        const owner = await (0,owned_vm/* readOwner */.A7)(session, vm.moref);
        // A name alone proves nothing: anybody can give one.
        if (owner?.run !== run) {
            session.log.warning(`${vm.path} is called like a VM in the making, but does not say whose it is: it is left alone. Remove it by hand when nobody needs it.`);
            continue;
        }
        if (beside && (0,vm_owner/* standingOf */.YP)(owner, me, session.now()) === 'working') {
            session.log.info(`${vm.path} is being made by ${(0,vm_owner/* describeOwner */.$S)(owner)}, and is left to it`);
            busy = true;
            continue;
        }
        (0,owned_vm/* assertLeftover */.OK)(owner, vm, me, session.now());
        unfinished.push(vm);
    }
    return { unfinished, busy };
}
/**
 * One that was replaced is removed only when the VM that has its name now is the one that its run put there; where nobody has the
 * name it gets it back.
 */
async function settleReplaced(session, replaced, holder, { name, me }) {
    const successor = holder && (await (0,owned_vm/* readOwner */.A7)(session, holder.moref));
    let free = !holder;
    let changed = false;
    for (const { run, vm } of replaced) {
        if (free) {
            session.log.info(`Giving ${vm.path} its name back, which an earlier run did not get to replace`);
            await (0,vm_operations/* renameEntity */.kp)(session, vm.moref, name);
            free = false;
            changed = true;
        }
        else if (successor?.run === run) {
            changed = (await removeReplaced(session, vm, successor, me)) || changed;
        }
        else {
            session.log.warning(`${vm.path} was put aside by the run ${run}, but ${name} is not what that run put in its place: both are left alone.`);
        }
    }
    return changed;
}
/** Its own run may be about to do it. A machine that somebody has started meanwhile is not switched off. */
async function removeReplaced(session, vm, successor, me) {
    if ((0,vm_owner/* standingOf */.YP)(successor, me, session.now()) === 'working')
        return false;
    session.log.info(`Removing ${vm.path}, which an earlier run had replaced`);
    await (0,remove_vm/* removeVm */.i2)(session, vm.moref, { powerOff: false, patience: 0 }).catch((error) => {
        session.log.warning(`${vm.path}, which an earlier run had replaced, could not be removed: ${String(error)}`);
    });
    return true;
}

// EXTERNAL MODULE: ./.cache/build/src/vsphere/inventory/find.js
var find = __webpack_require__(77386);
;// CONCATENATED MODULE: ./.cache/build/src/upload/network-map.js
/** Maps the networks of an OVF descriptor to those that the chosen hosts have. */


/**
 * A network that nobody maps goes to the one of the same name, or to the only one there is.
 * @throws UserError input-invalid for a source that the descriptor lacks, vsphere-not-found, vsphere-ambiguous
 */
function mapNetworks(sources, wishes, available) {
    const unknown = [...wishes.keys()].find((source) => source !== '*' && !sources.includes(source));
    if (unknown !== undefined) {
        throw new src_errors/* UserError */.yo('input-invalid', `Input network-map: the OVA has no network "${unknown}"`, sources.length === 0 ? 'It has none at all: leave the input out.' : `Its networks: ${sources.join(', ')}.`);
    }
    const wanted = { kind: 'network', input: 'network-map' };
    return new Map(sources.map((source) => {
        const written = wishes.get(source) ?? wishes.get('*');
        if (written !== undefined)
            return [source, (0,find/* findOne */.s)(available, written, wanted).moref];
        const same = available.filter(({ name }) => name === source);
        return [source, (0,find/* findOne */.s)(same.length > 0 ? same : available, undefined, wanted).moref];
    }));
}

// EXTERNAL MODULE: ./.cache/build/src/vsphere/inventory/inventory.js
var inventory_inventory = __webpack_require__(37797);
;// CONCATENATED MODULE: ./.cache/build/src/upload/placement.js
/** Works out where a VM is to be from what the user names, and says what there is to choose from where that is not enough. */






/** Everything that placing and finding VMs looks at, in one go. */
function readPlacementInventory(session) {
    return (0,inventory_inventory/* readInventory */.z)(session, {
        Datacenter: ['vmFolder'],
        Folder: ['childType'],
        ComputeResource: ['resourcePool', 'datastore', 'network', 'host'],
        ResourcePool: ['owner'],
        HostSystem: [],
        Datastore: ['summary.freeSpace', 'summary.accessible'],
        Network: [],
        VirtualMachine: ['config.template', 'runtime.powerState'],
    });
}
/** @throws UserError vsphere-not-found, vsphere-ambiguous */
function choosePlacement(inventory, wishes) {
    const datacenters = (0,inventory_inventory/* ofKind */.C)(inventory, 'Datacenter');
    const named = wishes.datacenter === undefined
        ? undefined
        : (0,find/* findOne */.s)(datacenters, wishes.datacenter, { kind: 'datacenter', input: 'datacenter' });
    const within = named ? below(inventory, named) : inventory;
    const host = wishes.host === undefined
        ? undefined
        : (0,find/* findOne */.s)((0,inventory_inventory/* ofKind */.C)(within, 'HostSystem'), wishes.host, { kind: 'host', input: 'host' });
    const pool = choosePool(within, wishes.resourcePool, host);
    const compute = (0,inventory_inventory/* ofKind */.C)(inventory, 'ComputeResource').find(({ moref }) => (0,wire_moref/* sameMoref */.W)(moref, property(pool, 'owner')));
    if (host && compute && !listOf(compute, 'host').some((member) => (0,wire_moref/* sameMoref */.W)(member, host.moref))) {
        throw new src_errors/* UserError */.yo('vsphere-not-found', `The host ${host.path} does not belong to the resource pool ${pool.path}`, 'Leave one of the inputs host and resource-pool out, or name two that belong together.');
    }
    const datacenter = named ?? datacenters.find(({ path }) => pool.path.startsWith(`${path}/`));
    const site = datacenter ? below(inventory, datacenter) : inventory;
    const reachable = (kind, list) => {
        const members = compute ? listOf(compute, list) : [];
        return (0,inventory_inventory/* ofKind */.C)(site, kind).filter(({ moref }) => !compute || members.some((member) => (0,wire_moref/* sameMoref */.W)(member, moref)));
    };
    const datastore = (0,find/* findOne */.s)(reachable('Datastore', 'datastore'), wishes.datastore, {
        kind: 'datastore',
        input: 'datastore',
    });
    const folder = chooseFolder(site, datacenter, wishes.folder);
    const free = datastore.properties.get('summary.freeSpace')?.text;
    return {
        pool: pool.moref,
        host: host?.moref,
        folder: folder.moref,
        folderPath: folder.path,
        datastore: datastore.moref,
        datastoreName: datastore.name,
        freeSpace: free === undefined ? undefined : Number(free),
        networks: reachable('Network', 'network'),
    };
}
/** A cluster or a host on its own stands for its root pool, which is what people mean. */
function choosePool(within, written, host) {
    const wanted = { kind: 'resource pool', input: 'resource-pool' };
    const computes = (0,inventory_inventory/* ofKind */.C)(within, 'ComputeResource');
    const pools = (0,inventory_inventory/* ofKind */.C)(within, 'ResourcePool');
    const rootOf = (compute) => pools.find(({ moref }) => (0,wire_moref/* sameMoref */.W)(moref, property(compute, 'resourcePool')));
    if (written !== undefined) {
        const compute = (0,find/* findAtMostOne */.i)(computes, written, { ...wanted, kind: 'cluster or host' });
        return (compute && rootOf(compute)) ?? (0,find/* findOne */.s)(pools, written, wanted);
    }
    const candidates = host
        ? computes.filter((compute) => listOf(compute, 'host').some((member) => (0,wire_moref/* sameMoref */.W)(member, host.moref)))
        : computes;
    return (0,find/* findOne */.s)(candidates.flatMap((compute) => rootOf(compute) ?? []), undefined, wanted);
}
function chooseFolder(site, datacenter, written) {
    const folders = (0,vm_folders/* foldersForVms */.zl)(site);
    const wanted = { kind: 'folder for VMs', input: 'folder' };
    if (written !== undefined)
        return (0,find/* findOne */.s)(folders, written, wanted);
    const root = datacenter && property(datacenter, 'vmFolder');
    return (0,find/* findOne */.s)(root ? folders.filter(({ moref }) => (0,wire_moref/* sameMoref */.W)(moref, root)) : folders, undefined, wanted);
}
function below(inventory, { path }) {
    return inventory.filter((object) => object.path.startsWith(`${path}/`));
}
function property(object, name) {
    return (0,wire_moref/* morefOf */.D)(object.properties.get(name));
}
function listOf(object, name) {
    return (0,xml_element/* childrenNamed */.De)(object.properties.get(name), 'ManagedObjectReference').flatMap((item) => (0,wire_moref/* morefOf */.D)(item) ?? []);
}

// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/explain-fault.js
var explain_fault = __webpack_require__(4732);
;// CONCATENATED MODULE: ./.cache/build/actions/upload-esxi/main.js
/** Checks everything that can be checked before a byte is sent, imports, settles, and puts the VM in its place. */






















async function main(inputs, context) {
    const ova = await (0,ova_package/* openOva */.R)(inputs.ova);
    try {
        const { signal, log } = context;
        const session = await (0,wire_session/* connectVsphere */.C)({ ...inputs, signal, log, onRenewed: context.rehold });
        // Held first, so undone last: what else is undone needs the session.
        context.hold(held_session/* HELD_SESSION */.d, session.ticket(), () => session.close());
        log.info(`Connected to ${session.url.host}: ${session.about.fullName}`);
        return await publish(session, ova, inputs, context).catch((error) => {
            throw (0,explain_fault/* explainFault */.O)(error, `Uploading ${inputs.name}`);
        });
    }
    finally {
        await ova.close();
    }
}
async function publish(session, ova, inputs, context) {
    const { log } = session;
    if (inputs.as === 'template' && session.about.kind === 'esxi') {
        throw new src_errors/* UserError */.yo('vsphere-refused', `${session.url.host} is an ESXi host (${session.about.fullName}), and only vCenter has templates`, 'Set as: vm, or connect to the vCenter that manages this host.');
    }
    const me = (0,vm_owner/* ownerProcess */.dK)((0,external_node_crypto_.randomUUID)().slice(0, 8));
    const { placement, existing } = await place(session, inputs, me);
    const finalName = inputs.as === 'candidate' ? (0,release_mark/* nameOfCandidate */.MB)(inputs.name, inputs.run) : inputs.name;
    const inventoryPath = `${placement.folderPath}/${finalName}`;
    const common = {
        inventoryPath,
        as: inputs.as,
        server: session.url.host,
        product: session.about.fullName,
        datastore: placement.datastoreName,
    };
    if (existing && inputs.ifExists === 'keep') {
        assertOfKind(existing, inputs);
        log.info(`${inventoryPath} exists and is kept`);
        const none = { uploadedBytes: 0, milliseconds: 0, repaired: [] };
        return { ...common, ...none, vm: existing.moref.value, existing: 'kept' };
    }
    if (existing)
        assertReplaceable(existing, inputs);
    const networks = mapNetworks(ova.ovf.networks, inputs.networks, placement.networks);
    await log.group('Checking the OVA against its manifest', () => checkPackage(ova, placement, session));
    const request = {
        ...placement,
        networks,
        descriptor: ova.descriptor.text,
        guestId: expectedSettings(ova).guestId,
        name: inputs.name,
        diskProvisioning: inputs.diskProvisioning,
    };
    const sha256 = await (0,hash_file/* hashFile */.DC)(inputs.ova, session.signal);
    const mark = inputs.as === 'candidate' ? markOf(inputs, session, sha256) : undefined;
    const making = { request, me, old: existing, finalName, template: inputs.as === 'template', mark };
    const made = await make(session, ova, making, context);
    if (session.signal.aborted) {
        log.warning(`${inventoryPath} (${made.vm}) was finished before the run was cancelled, and stays.`);
    }
    const release = mark && { name: mark.name, ova: mark.ova, expires: mark.expires.toISOString() };
    return { ...common, ...made, existing: existing ? 'replaced' : 'none', ova: sha256, ...(release && { release }) };
}
function markOf({ name, run }, session, ova) {
    return { name, run, ova, expires: new Date(session.now().getTime() + release_mark/* CANDIDATE_LIFE */.L3) };
}
/** Imports and finishes; both put away what they made when they fail. What a kill leaves of it is held. */
async function make(session, ova, { request, me, old, finalName, template, mark }, context) {
    const { log } = session;
    let settled = () => { };
    const onMade = ({ folder, name, run, lease }) => {
        const before = settled;
        settled = context.hold(HELD_IMPORT, { ticket: session.ticket(), folder, name, run, ...(lease && { lease }) });
        before();
    };
    try {
        const started = Date.now();
        const onProgress = () => (0,progress/* showProgress */.R)(log, 'sent');
        const { vm, workingName, uploadedBytes } = await importOva(session, ova, request, { me, onMade, onProgress });
        const milliseconds = Date.now() - started;
        log.info(`${(0,units/* formatSize */.Xq)(uploadedBytes)} sent and taken in ${(0,units/* formatDuration */.a3)(milliseconds)}`);
        const repaired = await finishVm(session, { vm, workingName, name: finalName, run: me.run }, {
            me,
            expected: expectedSettings(ova),
            template,
            marks: mark ? { [release_mark/* RELEASE_KEY */.Gf]: (0,release_mark/* formatReleaseMark */.IG)(mark) } : {},
            old,
        });
        return { vm: vm.value, uploadedBytes, milliseconds, repaired };
    }
    finally {
        settled();
    }
}
/** Where it goes and what is there already, after what earlier runs left has been cleared away. */
async function place(session, { placement: wishes, name, as, run }, me) {
    let inventory = await readPlacementInventory(session);
    let placement = choosePlacement(inventory, wishes);
    const beside = as === 'candidate';
    if (await clearLeftovers(session, inventory, { folder: placement.folder, name, me, beside })) {
        inventory = await readPlacementInventory(session);
        placement = choosePlacement(inventory, wishes);
    }
    const here = (0,vm_folders/* vmsIn */.en)(inventory, placement.folder);
    if (!beside)
        return { placement, existing: (0,vm_folders/* vmNamed */.Xx)(here, name) };
    await clearCandidates(session, here, { name, run });
    return { placement, existing: undefined };
}
/** A machine is not taken for the template, nor the template for a machine. */
function assertOfKind({ path, properties }, { as }) {
    const template = properties.get('config.template')?.text === 'true';
    if (template === (as === 'template'))
        return;
    throw new src_errors/* UserError */.yo('vsphere-exists', `${path} exists as a ${template ? 'template' : 'virtual machine, not a template'}, and as: ${as} was asked for`, `Choose another name, remove it, or set as: ${template ? 'template' : 'vm'}.`);
}
/** An engineer's running machine is not switched off to make room. */
function assertReplaceable({ path, properties }, { ifExists }) {
    if (ifExists === 'fail') {
        throw new src_errors/* UserError */.yo('vsphere-exists', `${path} exists already`, 'Choose another name, or set if-exists: replace (the old one is removed once the new one is whole) or keep.');
    }
    if (properties.get('runtime.powerState')?.text === 'poweredOn') {
        throw new src_errors/* UserError */.yo('vsphere-exists', `${path} is running and is not replaced`, 'Shut it down first, or choose another name.');
    }
}
async function checkPackage(ova, { freeSpace, datastoreName }, session) {
    if (freeSpace !== undefined && freeSpace < ova.source.size) {
        throw new src_errors/* UserError */.yo('vsphere-refused', `The datastore ${datastoreName} has ${(0,units/* formatSize */.Xq)(freeSpace)} free, less than the ${(0,units/* formatSize */.Xq)(ova.source.size)} of the OVA`, 'Free some space on it, or choose another one (input datastore).');
    }
    for (const { severity, seen, remedy } of await (0,ovf_disks/* judgeOvfDisks */.n)(ova)) {
        if (severity === 'error')
            throw new src_errors/* UserError */.yo('ova-invalid', seen, remedy);
        session.log.warning(seen);
    }
    if (!(await checkImageSetting(ova)))
        session.log.debug(`${ova.path} does not say which disk its settings are for`);
    if (!ova.manifest) {
        session.log.warning(`${ova.path} has no manifest: that its files are whole cannot be checked before they are sent.`);
        return;
    }
    await (0,verify_manifest/* verifyManifest */.T)(ova, session.signal);
    session.log.info(`${ova.manifest.digests.size} files are as ${ova.manifest.name} says`);
}

// EXTERNAL MODULE: ./.cache/build/src/report/markdown-table.js
var markdown_table = __webpack_require__(90597);
;// CONCATENATED MODULE: ./.cache/build/actions/upload-esxi/summary.js
/** The job summary of upload-esxi. */


const EXISTING = {
    none: 'is new',
    kept: 'existed and was kept; nothing was uploaded',
    replaced: 'took the place of the one that had the name',
};
function renderSummary(result) {
    const { uploadedBytes, milliseconds } = result;
    const rate = milliseconds === 0 ? '' : `, ${(0,units/* formatSize */.Xq)(Math.round((uploadedBytes * 1000) / milliseconds))}/s`;
    const rows = [
        ['server', `${result.server} (${result.product})`],
        ['managed object', result.vm],
        ['datastore', result.datastore],
        ...(uploadedBytes > 0
            ? [['uploaded', `${(0,units/* formatSize */.Xq)(uploadedBytes)} in ${(0,units/* formatDuration */.a3)(milliseconds)}${rate}`]]
            : []),
        ...(result.release
            ? [
                ['to be published as', result.release.name],
                ['SHA-256 of the OVA', result.release.ova],
                ['belongs to this run until', result.release.expires],
            ]
            : []),
        ...result.repaired.map((setting) => ['put right after the import', setting]),
    ];
    const kind = { template: 'template', vm: 'VM', candidate: 'candidate' }[result.as];
    return [
        '## Upload',
        `✅ The ${kind} **${(0,markdown_table/* escapeMarkdown */.F)(result.inventoryPath)}** ${EXISTING[result.existing]}`,
        `${(0,markdown_table/* markdownTable */.Q)(['', ''], rows)}\n`,
    ].join('\n\n');
}

;// CONCATENATED MODULE: ./.cache/build/actions/upload-esxi/action.js
/** upload-esxi as a value. */






const uploadEsxi = (0,action/* defineAction */.Q)({
    name: 'upload-esxi',
    description: 'Uploads an OVA to vCenter or an ESXi host as a template or VM, checked on both sides; nothing half-made is left',
    branding: { icon: 'upload-cloud', color: 'blue' },
    inputs: INPUTS,
    outputs: {
        vm: { description: 'Managed object id of the VM or template, such as vm-42.', value: ({ vm }) => vm },
        'inventory-path': {
            description: 'Its inventory path, such as /DC1/vm/Templates/ws2019-std.',
            value: ({ inventoryPath }) => inventoryPath,
        },
        'uploaded-bytes': {
            description: 'Bytes that were sent; 0 when an existing one was kept.',
            value: ({ uploadedBytes }) => uploadedBytes,
        },
    },
    holds: [held_session/* HELD_SESSION */.d, HELD_IMPORT],
    prepare: prepare,
    main: main,
    findings: () => [],
    summary: renderSummary,
});


/***/ }),

/***/ 67532:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Xx: () => (/* binding */ vmNamed),
/* harmony export */   en: () => (/* binding */ vmsIn),
/* harmony export */   zl: () => (/* binding */ foldersForVms)
/* harmony export */ });
/* harmony import */ var _xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61268);
/* harmony import */ var _wire_moref_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7423);
/* harmony import */ var _inventory_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37797);
/** Folders that VMs and templates lie in, and what lies in one. */



/** @param inventory with the property childType of folders */
function foldersForVms(inventory) {
    return (0,_inventory_js__WEBPACK_IMPORTED_MODULE_1__/* .ofKind */ .C)(inventory, 'Folder').filter(({ properties }) => (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .childrenNamed */ .De)(properties.get('childType'), 'string').some(({ text }) => text === 'VirtualMachine'));
}
/** VMs and templates directly in a folder. */
function vmsIn(inventory, folder) {
    return inventory.filter(({ moref, properties }) => moref.type === 'VirtualMachine' && (0,_wire_moref_js__WEBPACK_IMPORTED_MODULE_2__/* .sameMoref */ .W)((0,_wire_moref_js__WEBPACK_IMPORTED_MODULE_2__/* .morefOf */ .D)(properties.get('parent')), folder));
}
/** vSphere tells no upper case from lower in the names of one folder. */
function vmNamed(vms, name) {
    return vms.find((vm) => vm.name.toLowerCase() === name.toLowerCase());
}


/***/ }),

/***/ 87921:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ changePlaces)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/* harmony import */ var _wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4732);
/* harmony import */ var _wire_properties_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85925);
/* harmony import */ var _vm_operations_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63912);
/** Gives a finished VM the name of another, which is set aside, so that at any moment one of them has the name or gets it back. */




/**
 * vSphere has no exchange of names, so there are two renames. Each goes on to its end though the run is cancelled; between them a cancel
 * counts. When anything fails, the old one has its name again and the new one its working name.
 * @param old undefined when nobody has the name
 * @throws UserError vsphere-exists when somebody has taken the name, or started the old VM, meanwhile; the signal's reason
 */
async function changePlaces(session, successor, old) {
    const { vm, name } = successor;
    const steady = session.uncancelled();
    if (!old) {
        await giveName(steady, vm, name);
        session.signal.throwIfAborted();
        return;
    }
    await assertStillThere(steady, old.vm);
    try {
        await (0,_vm_operations_js__WEBPACK_IMPORTED_MODULE_3__/* .renameEntity */ .kp)(steady, old.vm.moref, old.aside);
        await giveName(steady, vm, name);
        session.signal.throwIfAborted();
    }
    catch (error) {
        await putBack(session.uncancelled(), successor, old);
        throw error;
    }
}
async function giveName(session, vm, name) {
    await (0,_vm_operations_js__WEBPACK_IMPORTED_MODULE_3__/* .renameEntity */ .kp)(session, vm, name).catch((error) => {
        throw (0,_wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_1__/* .isFault */ .Z)(error, 'DuplicateName') ? taken(name, error) : error;
    });
}
/** An engineer's running machine is not switched off to make room; one that was set aside meanwhile has no name to give. */
async function assertStillThere(session, { moref, path, name }) {
    const properties = await (0,_wire_properties_js__WEBPACK_IMPORTED_MODULE_2__/* .readProperties */ .Qh)(session, moref, ['runtime.powerState', 'name']);
    if (properties.get('name')?.text !== (0,_vm_operations_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeName */ .L$)(name))
        throw taken(name);
    if (properties.get('runtime.powerState')?.text !== 'poweredOn')
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('vsphere-exists', `${path} is running, and is not replaced`, 'Shut it down first, or choose another name.');
}
function taken(name, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('vsphere-exists', `Somebody has made a VM called ${name} meanwhile`, 'Look at that VM; then run the step again, or choose another name.', { cause });
}
/** Two cannot have one name, so the new one gives it up first. */
async function putBack(session, { vm, name, workingName }, old) {
    try {
        await rename(session, vm, workingName);
        await rename(session, old.vm.moref, old.vm.name);
    }
    catch (error) {
        if ((0,_wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_1__/* .isFault */ .Z)(error, 'DuplicateName')) {
            session.log.info(`${old.vm.path} stays ${old.aside}: ${name} is another VM by now`);
            return;
        }
        session.log.warning(`${old.vm.path} is now called ${old.aside} and could not be given its name back (${String(error)}): the next run for ${name} does it.`);
    }
}
/** Unless it is called that already. */
async function rename(session, vm, name) {
    const now = (await (0,_wire_properties_js__WEBPACK_IMPORTED_MODULE_2__/* .readProperties */ .Qh)(session, vm, ['name'])).get('name')?.text;
    if (now !== (0,_vm_operations_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeName */ .L$)(name))
        await (0,_vm_operations_js__WEBPACK_IMPORTED_MODULE_3__/* .renameEntity */ .kp)(session, vm, name);
}


/***/ })

};
