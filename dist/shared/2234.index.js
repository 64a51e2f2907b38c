export const id = 2234;
export const ids = [2234];
export const modules = {

/***/ 52234:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ uploadEsxi)
});

// EXTERNAL MODULE: ./.cache/build/src/job/action.js
var action = __webpack_require__(36082);
// EXTERNAL MODULE: ./.cache/build/src/errors.js
var errors = __webpack_require__(41251);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/session.js + 2 modules
var wire_session = __webpack_require__(85783);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/transfer/nfc-lease.js
var nfc_lease = __webpack_require__(55186);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/vm/owned-vm.js
var owned_vm = __webpack_require__(59737);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/vm/remove-vm.js
var remove_vm = __webpack_require__(71972);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/entity-name.js
var entity_name = __webpack_require__(36567);
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
        remains.push(...(await attemptUndo(`the lease ${lease.value}, which runs out by itself in some minutes`, async () => {
            // An aborted lease takes with it only what it has made, and may be making its VM just now.
            made.entity ??= await (0,nfc_lease/* settledEntity */.PR)(session.uncancelled(), lease);
            await (0,nfc_lease/* abortLease */.PT)(session.uncancelled(), lease);
        })));
    }
    let { entity } = made;
    if (!entity && (lost || lease)) {
        remains.push(...(await attemptUndo(`perhaps a VM called ${name}`, async () => {
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
    return attemptUndo(`the VM ${name} (${vm.value})`, () => (0,remove_vm/* removeVm */.i2)(lasting, vm));
}
/** @returns what remains, for people; empty when nothing does */
async function attemptUndo(what, undo) {
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
/** @returns the VM of that name in the folder, once there is one whose owner is this run */
async function findByName(session, made, patience, isOurs = (owner) => owner?.run === made.run) {
    return (0,poll/* pollUntil */.g)(session.signal, async () => {
        const vms = await (0,properties/* readContained */.gu)(session, made.folder, { VirtualMachine: ['name', 'parent'] });
        const named = vms.find(({ properties }) => properties.get('name')?.text === (0,entity_name/* escapeName */.L)(made.name) &&
            (0,wire_moref/* sameMoref */.W)((0,wire_moref/* morefOf */.D)(properties.get('parent')), made.folder));
        return named && isOurs(await (0,owned_vm/* readOwner */.A7)(session, named.moref)) ? named.moref : undefined;
    }, patience);
}

;// CONCATENATED MODULE: ./.cache/build/src/upload/held-import.js
/** A VM in the making that must not outlive its run: found by its name for the time being and its owner, never by what it became. */



/** Held before the import is asked for: its answer may be lost. */
const HELD_IMPORT = {
    kind: 'upload-import',
    what: ({ name }) => `the unfinished VM ${name}, should there be one`,
    undo: async ({ ticket, folder, name, run, lease }, context) => {
        const session = await (0,wire_session.resumeVsphere)(ticket, context);
        try {
            const remains = await undoImport(session, { folder, name, run, lease, entity: undefined }, true);
            if (remains.length > 0) {
                throw new errors/* UserError */.yo('upload-failed', `What remains: ${remains.join('; ')}`, 'The next upload of this name removes it.');
            }
        }
        finally {
            session.leave();
        }
    },
};

// EXTERNAL MODULE: ./.cache/build/src/vsphere/library/library-items.js
var library_items = __webpack_require__(73752);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/passing-error.js
var passing_error = __webpack_require__(68834);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/rest.js + 1 modules
var wire_rest = __webpack_require__(71030);
;// CONCATENATED MODULE: ./.cache/build/src/vsphere/library/update-session.js
/**
 * Sessions by which the files of a library item are replaced (content/library/item/update-session, API 6.5): nobody sees anything of it
 * before the session is complete. One at a time for an item.
 */




const SESSIONS = 'content/library/item/update-session';
/** Below a session; `/rest` has them as a resource of their own. */
const OLD_FILES = 'content/library/item/updatesession/file';
const PRIVILEGES = 'ContentLibrary.UpdateSession on the library, as a global permission,';
/** The token lets the server recognise the call when its answer was lost. @throws RestRefused resource_busy while another session is open */
async function beginUpdate(rest, item) {
    const call = { resource: SESSIONS, body: { library_item_id: item }, parameter: 'create_spec' };
    return (await rest.call({
        method: 'POST',
        ...call,
        token: (0,external_node_crypto_.randomUUID)(),
        repeatable: true,
        privileges: PRIVILEGES,
    }));
}
/** @returns undefined when it is gone: one that has expired is removed by the server */
async function readUpdate(rest, id) {
    try {
        const found = (await rest.call({ method: 'GET', resource: SESSIONS, id, repeatable: true }));
        return {
            state: found.state ?? 'ACTIVE',
            item: found.library_item_id ?? '',
            message: found.error_message?.default_message ?? '',
        };
    }
    catch (error) {
        if (isGone(error))
            return undefined;
        throw error;
    }
}
/** Ids of those that are open for that item. */
async function openUpdatesOf(rest, item) {
    const ids = (await rest.call({ method: 'GET', resource: SESSIONS, repeatable: true }));
    const all = await Promise.all((ids ?? []).map(async (id) => ({ id, state: await readUpdate(rest, id) })));
    return all.flatMap(({ id, state }) => (state?.item === item && state.state === 'ACTIVE' ? [id] : []));
}
/** Puts off its end. @param percent of the work that is done */
async function keepUpdate(rest, id, percent) {
    const body = { client_progress: Math.min(99, Math.floor(percent)) };
    await rest.call({ method: 'POST', resource: SESSIONS, id, action: 'keep-alive', body, repeatable: true });
}
/** Throws away what was sent. That it has ended or is gone already is as good. */
async function cancelUpdate(rest, id) {
    for (const call of [{ method: 'POST', action: 'cancel' }, { method: 'DELETE' }]) {
        try {
            await rest.call({ ...call, resource: SESSIONS, id, repeatable: true });
        }
        catch (error) {
            if (!isGone(error) && !(error instanceof wire_rest/* RestRefused */.jf && error.type === 'not_allowed_in_current_state'))
                throw error;
        }
    }
}
/**
 * Makes what was sent the content of the item, in one step, and waits until it is. A lost answer is made good by looking.
 * @returns how it ended; ERROR with the server's words
 * @throws PassingError when the session is gone or has not ended in time; RestRefused; the signal's reason
 */
async function completeUpdate(rest, id, { signal, timeout }) {
    const complete = { method: 'POST', resource: SESSIONS, id, action: 'complete', repeatable: false };
    let [asked, lost] = [true, false];
    await rest.call(complete).catch((error) => {
        // The state says why it is not now, or that a call before has arrived.
        if (!(error instanceof passing_error/* PassingError */.a) && !isNotNow(error))
            throw error;
        asked = false;
        lost = error instanceof passing_error/* PassingError */.a;
    });
    const ended = async () => {
        const state = await readUpdate(rest, id);
        if (state === undefined)
            throw lostUpdate();
        if (state.state !== 'ACTIVE')
            return state;
        // Nothing of the first call has arrived, or the server wants none of it.
        if (!asked) {
            asked = true;
            await rest.call(complete).catch((error) => {
                // The lost one may have arrived after all, and be at work.
                if (!(error instanceof passing_error/* PassingError */.a) && !(lost && isNotNow(error)))
                    throw error;
            });
        }
        return undefined;
    };
    const found = await (0,poll/* pollUntil */.g)(signal, ended, timeout);
    if (found)
        return found;
    throw new passing_error/* PassingError */.a('upload-failed', `The update session ${id} of the content library was still not done after ${timeout / 60_000} minutes`, 'Look at the tasks of the vCenter and at the datastore of the library, and run the step again.', { taken: true });
}
/** The server ends a session that it hears nothing of, and forgets it: the files are to be sent again. */
function lostUpdate(cause) {
    return new passing_error/* PassingError */.a('upload-failed', 'The update session of the content library is gone', 'vCenter ends one that it hears nothing of: is the way to it interrupted, or this runner asleep? Run the step again.', { taken: true, cause });
}
async function addFile(rest, session, file) {
    const { name, size, digest } = file;
    const body = {
        name,
        source_type: 'PUSH',
        size,
        ...(digest && { checksum_info: { algorithm: digest.algorithm.toUpperCase(), checksum: digest.digest } }),
    };
    const call = { resource: SESSIONS, id: session, part: 'file', body, parameter: 'file_spec' };
    const old = { resource: OLD_FILES, action: 'add' };
    // A name that is added once more is the same file, begun anew.
    const info = (await rest.call({ method: 'POST', ...call, old, repeatable: true, privileges: PRIVILEGES }));
    const { uri = '', ssl_certificate_thumbprint, ssl_certificate } = info.upload_endpoint ?? {};
    return { url: uri, sslThumbprint: ssl_certificate_thumbprint, sslCertificate: ssl_certificate };
}
/** Takes effect with the rest of the session. */
async function removeFile(rest, session, name) {
    const call = { resource: SESSIONS, id: session, part: 'file', action: 'remove' };
    const old = { resource: OLD_FILES };
    await rest.call({ method: 'POST', ...call, old, body: { file_name: name }, repeatable: true });
}
async function readFiles(rest, session) {
    const old = { resource: OLD_FILES, query: { update_session_id: session } };
    const call = { resource: SESSIONS, id: session, part: 'file', old };
    const files = (await rest.call({ method: 'GET', ...call, repeatable: true }));
    return (files ?? []).map(({ name, status, size, checksum_info: sum, error_message: said }) => ({
        name: name ?? '',
        status: status ?? '',
        size,
        checksum: sum?.checksum === undefined
            ? undefined
            : { algorithm: plainAlgorithm(sum.algorithm), checksum: sum.checksum.toLowerCase() },
        message: said?.default_message ?? '',
    }));
}
/** `SHA256`, `SHA-256` and `sha256` are one; SHA1 is what the API means where it does not say. */
function plainAlgorithm(said = 'SHA1') {
    return said.toLowerCase().replace(/[^a-z0-9]/g, '');
}
/** What the server has against the files as a whole, for people; empty when nothing. */
async function validateFiles(rest, session) {
    const call = { resource: SESSIONS, id: session, part: 'file', action: 'validate', old: { resource: OLD_FILES } };
    const answer = (await rest.call({ method: 'POST', ...call, repeatable: true }));
    if (!answer?.has_errors)
        return [];
    const said = [
        ...(answer.missing_files ?? []).map((name) => `${name} is missing`),
        ...(answer.invalid_files ?? []).map(({ name, error_message: why }) => `${name}: ${why?.default_message ?? 'invalid'}`),
    ];
    return said.length === 0 ? ['the server does not say what'] : said;
}
function isGone(error) {
    // An old simulator answers a plain 404.
    return error instanceof wire_rest/* RestRefused */.jf && (error.type === 'not_found' || error.type === '');
}
function isNotNow(error) {
    return error instanceof wire_rest/* RestRefused */.jf && error.type === 'not_allowed_in_current_state';
}

// EXTERNAL MODULE: ./.cache/build/src/vsphere/vm/owner.js
var vm_owner = __webpack_require__(73089);
;// CONCATENATED MODULE: ./.cache/build/src/upload/working-item.js
/** What a library item says of itself that only carries an OVA through vCenter: whose it is, and since when. */


const FIRST_LINE = 'An OVA on its way through Stillframe, which is removed again.';
/** @param time by the server's clock */
function describeWorkingItem(me, time) {
    return `${FIRST_LINE}\nstillframe.owner ${(0,vm_owner/* formatOwner */.Vu)(me, time)}`;
}
/** @returns undefined for the description of anything else */
function ownerOfWorkingItem(description) {
    const owner = /\nstillframe\.owner (.+)$/.exec(description.trimEnd())?.[1];
    return owner === undefined ? undefined : (0,vm_owner/* parseOwner */.pZ)(owner);
}
/** Renews the time in the item while `body` runs. */
async function whileItemOwned(session, rest, { item, me }, body) {
    let last = Promise.resolve();
    const renew = () => (0,library_items/* describeItem */.f)(rest, item, describeWorkingItem(me, session.now())).catch((error) => {
        session.log.debug(`Renewing the item ${item}: ${String(error)}`);
    });
    const timer = setInterval(() => {
        last = last.then(renew);
    }, vm_owner/* RENEWAL */.jG);
    try {
        return await body();
    }
    finally {
        clearInterval(timer);
        await last;
    }
}

;// CONCATENATED MODULE: ./.cache/build/src/upload/held-item-upload.js
/** A library item in the making that has its final name already: one that is not whole is of no use to anybody. */




/** Held before the item is asked for: its answer may be lost. */
const HELD_ITEM_UPLOAD = {
    kind: 'upload-item',
    what: ({ name, library }) => `the item ${name} in ${library.name}, should it be one that is not whole`,
    undo: ({ ticket, library, name, run }, context) => (0,wire_rest/* resumeRest */.uo)(ticket, context, (rest) => removeUnfinished(rest, library, name, (owner) => owner === run)),
};
/** Removes the item of that name while it only says whose it is; one that says a release is whole. */
async function removeUnfinished(rest, library, name, isOurs) {
    for (const { id, description } of await (0,library_items/* listItems */.Dw)(rest, library, name)) {
        const owner = ownerOfWorkingItem(description);
        if (owner === undefined || !isOurs(owner.run))
            continue;
        for (const update of await openUpdatesOf(rest, id))
            await cancelUpdate(rest, update);
        await (0,library_items/* deleteItem */.LD)(rest, id);
    }
}

;// CONCATENATED MODULE: ./.cache/build/src/upload/undo-library-import.js
/** Undoes an import through a content library, wherever it was: the VM that the server may be making, the open session, the item. */




/**
 * @param rest whose calls go on though the run is cancelled
 * @param patience milliseconds in which the VM of a lost call may turn up
 * @returns what remains, for people; empty when nothing does. The item stays as long as the VM does: it says whose the VM is.
 */
async function undoLibraryImport(session, rest, made, patience) {
    const { library, name, run } = made;
    const remains = [];
    remains.push(...(await attemptUndo(`perhaps a VM called ${name}`, async () => {
        // One that the server has just made bears no owner yet.
        const isOurs = (owner) => owner === undefined || owner.run === run;
        const vm = await findByName(session.uncancelled(), made, patience, isOurs);
        if (vm)
            remains.push(...(await undoVm(session, vm, name)));
    })));
    if (remains.length > 0)
        return remains;
    return attemptUndo(`the item ${name} of the content library ${library.name}`, async () => {
        for (const { id, description } of await (0,library_items/* listItems */.Dw)(rest, library, name)) {
            if (ownerOfWorkingItem(description)?.run !== run)
                continue;
            for (const update of await openUpdatesOf(rest, id))
                await cancelUpdate(rest, update);
            await (0,library_items/* deleteItem */.LD)(rest, id);
        }
    });
}

;// CONCATENATED MODULE: ./.cache/build/src/upload/held-library-import.js
/** An OVA on its way through a content library, of which nothing must outlive its run. */





/** Held before the item is asked for: its answer may be lost. */
const HELD_LIBRARY_IMPORT = {
    kind: 'upload-library-import',
    what: ({ name, library }) => `the unfinished VM ${name} and the item of that name in ${library.name}, should there be any`,
    undo: async ({ ticket, rest, ...made }, context) => {
        const session = await (0,wire_session.resumeVsphere)(ticket, context);
        try {
            const remains = await (0,wire_rest/* resumeRest */.uo)(rest, context, (caller) => undoLibraryImport(session, caller, made, APPEARANCE));
            if (remains.length > 0) {
                throw new errors/* UserError */.yo('upload-failed', `What remains: ${remains.join('; ')}`, 'The next upload of this name through this library removes it.');
            }
        }
        finally {
            session.leave();
        }
    },
};

// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/held-session.js
var held_session = __webpack_require__(10702);
// EXTERNAL MODULE: ./.cache/build/actions/upload-esxi/inputs.js
var inputs = __webpack_require__(73666);
// EXTERNAL MODULE: ./.cache/build/src/files/hash-file.js
var hash_file = __webpack_require__(94427);
// EXTERNAL MODULE: ./.cache/build/src/ova/ova-package.js + 3 modules
var ova_package = __webpack_require__(30346);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/inventory/inventory.js
var inventory_inventory = __webpack_require__(37797);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/inventory/vm-placement.js
var vm_placement = __webpack_require__(57170);
;// CONCATENATED MODULE: ./.cache/build/src/upload/assert-placeable.js
/** Whether what was chosen can take a VM now: what the server would refuse only once files are on their way, or in a library, is said before. */




/**
 * @param inventory as readPlacementInventory
 * @throws UserError vsphere-refused for a datastore or host that is away or in maintenance; vsphere-ambiguous where nobody chooses a host
 */
async function assertPlaceable(session, inventory, { pool, host, datastore }) {
    assertDatastore(withId(inventory, datastore));
    if (host)
        return assertHost(withId(inventory, host));
    const compute = (0,wire_moref/* morefOf */.D)(withId(inventory, pool)?.properties.get('owner'));
    // A host on its own is the only one there is (vim25 ResourcePool.importVApp).
    if (compute?.type !== 'ClusterComputeResource' || (await (0,vm_placement/* hasDrs */.I)(session, compute)))
        return;
    const cluster = withId(inventory, compute);
    const hosts = (0,inventory_inventory/* ofKind */.C)(inventory, 'HostSystem').filter(({ path }) => path.startsWith(`${cluster?.path}/`));
    throw new errors/* UserError */.yo('vsphere-ambiguous', `The cluster ${cluster?.path ?? compute.value} has no DRS, which would choose a host for the VM`, `Set the input host to one of: ${hosts.map(({ path }) => path).join(', ')}`);
}
/** vim25 DatastoreSummary: `normal`, `enteringMaintenance` or `inMaintenance`. */
function assertDatastore(datastore) {
    const accessible = textOf(datastore, 'summary.accessible');
    const mode = textOf(datastore, 'summary.maintenanceMode');
    if (accessible !== 'false' && (mode === undefined || mode === 'normal'))
        return;
    throw new errors/* UserError */.yo('vsphere-refused', `The datastore ${datastore?.path} ${accessible === 'false' ? 'is not accessible' : `is in maintenance (${mode})`}`, 'Choose another one (input datastore), or wait until it is back.');
}
function assertHost(host) {
    const connection = textOf(host, 'runtime.connectionState');
    const maintenance = textOf(host, 'runtime.inMaintenanceMode') === 'true';
    if (!maintenance && (connection === undefined || connection === 'connected'))
        return;
    throw new errors/* UserError */.yo('vsphere-refused', `The host ${host?.path} is ${maintenance ? 'in maintenance mode' : connection}`, 'Choose another one (input host), or wait until it is back.');
}
function withId(inventory, wanted) {
    return inventory.find(({ moref }) => (0,wire_moref/* sameMoref */.W)(moref, wanted));
}
function textOf(object, path) {
    return object?.properties.get(path)?.text || undefined;
}

// EXTERNAL MODULE: ./.cache/build/src/vsphere/vm/marked-vm.js
var marked_vm = __webpack_require__(98444);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/vm/release-mark.js
var release_mark = __webpack_require__(29565);
;// CONCATENATED MODULE: ./.cache/build/src/upload/candidates.js
/** Candidates of a name that stand in the way or have outlived their time. */



/**
 * Removes the candidate of an earlier attempt of this run, and those that have expired. What belongs to another run, or does not say
 * whose it is, stays and is told; so does what somebody has cloned of one, which bears its mark under another name. Each is looked at in the
 * moment before.
 * @param vms of the folder
 */
async function clearCandidates(session, vms, { name, run }) {
    for (const vm of vms.filter((found) => (0,release_mark/* releaseState */.hd)(found.name, name) === 'candidate')) {
        const mark = await (0,marked_vm/* readReleaseMark */.p)(session, vm.moref);
        if (mark?.name !== name || vm.name.toLowerCase() !== (0,release_mark/* nameOfCandidate */.MB)(name, mark.run).toLowerCase()) {
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

// EXTERNAL MODULE: ./.cache/build/src/vsphere/vm/vm-operations.js
var vm_operations = __webpack_require__(63912);
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
    throw new errors/* UserError */.yo('upload-failed', `vSphere did not take these settings of the imported VM: ${left.join(', ')}`, 'Check that the host supports the guest id and firmware of the OVA, and that the account may change advanced settings.');
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
        // Of no use to one disk, and the ruin of an item that is made of it (govmomi issue 2304).
        ...(firmware === 'efi' && facts.bootOrder && { bootOrder: 'none' }),
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
                'boot order': changes.bootOrder,
            }).flatMap(([name, value]) => value === undefined ? [] : { setting: `${name} = ${value}`, needed: name !== 'boot order' }),
        ],
    };
}

// EXTERNAL MODULE: ./.cache/build/src/vsphere/vm/change-places.js
var change_places = __webpack_require__(87921);
// EXTERNAL MODULE: ./.cache/build/src/upload/working-names.js
var working_names = __webpack_require__(30024);
;// CONCATENATED MODULE: ./.cache/build/src/upload/take-name.js
/** Gives an imported VM its name, last of all, and removes the one that had it. */



/**
 * As changePlaces; what was replaced is removed.
 * @param old undefined when nobody has the name
 * @throws UserError vsphere-exists when somebody has taken the name, or started the old VM, meanwhile; the signal's reason
 */
async function takeName(session, successor, old) {
    const { name, run } = successor;
    const aside = (0,working_names/* oldName */.B2)(name, run);
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
        const working = (0,working_names/* readWorkingName */.To)(vm.name, claim.name);
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

;// CONCATENATED MODULE: ./.cache/build/src/upload/library-leftovers.js
/** What runs that were killed left of an OVA on its way through a content library: found by names and owners, as VMs in the making are. */






/**
 * Removes the items of that name that nobody is at any more, and the VMs that were being made of them. Before the VMs themselves are
 * looked at: one that was just made bears no owner, and the item says whose it is.
 * @returns whether something was removed, so that the inventory must be read again
 */
async function clearLibraryLeftovers(session, rest, { library, folder, name, me }) {
    let changed = false;
    for (const { name: found, description } of await (0,library_items/* listItems */.Dw)(rest, library)) {
        const working = (0,working_names/* readWorkingName */.To)(found, name);
        const owner = ownerOfWorkingItem(description);
        if (working?.kind !== 'new')
            continue;
        if (owner?.run !== working.run) {
            session.log.warning(`The item ${found} of the content library ${library.name} is called like one on its way, but does not say whose it is: it is left alone. Remove it by hand when nobody needs it.`);
        }
        else if ((0,vm_owner/* standingOf */.YP)(owner, me, session.now()) === 'working') {
            session.log.info(`The item ${found} belongs to ${(0,vm_owner/* describeOwner */.$S)(owner)}, and is left to it`);
        }
        else {
            session.log.info(`Removing the item ${found} and what was made of it, which an earlier run did not finish`);
            const made = { library, folder, name: found, run: owner.run };
            warnOfRemains(session, await undoLibraryImport(session, rest, made, 0));
            changed = true;
        }
    }
    return changed;
}

// EXTERNAL MODULE: ./.cache/build/src/units.js
var units = __webpack_require__(16053);
;// CONCATENATED MODULE: ./.cache/build/src/upload/library-room.js
/** Whether a content library has room for an OVA, where it says which datastore it lies on. */




/**
 * @param inventory with the property `summary.freeSpace` of datastores
 * @throws UserError vsphere-refused when it has less
 */
async function assertLibraryRoom(rest, inventory, library, bytes) {
    const ids = await (0,library_items/* datastoresOf */.KN)(rest, library);
    for (const { moref, name, properties } of (0,inventory_inventory/* ofKind */.C)(inventory, 'Datastore')) {
        const free = properties.get('summary.freeSpace')?.text;
        if (!ids.includes(moref.value) || free === undefined || Number(free) >= bytes)
            continue;
        throw new errors/* UserError */.yo('vsphere-refused', `The content library ${library.name} lies on the datastore ${name}, which has ${(0,units/* formatSize */.Xq)(Number(free))} free, less than the ${(0,units/* formatSize */.Xq)(bytes)} of the OVA`, 'Free some space on it, or choose another library.');
    }
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
        throw new errors/* UserError */.yo('input-invalid', `Input network-map: the OVA has no network "${unknown}"`, sources.length === 0 ? 'It has none at all: leave the input out.' : `Its networks: ${sources.join(', ')}.`);
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

// EXTERNAL MODULE: ./.cache/build/src/vsphere/inventory/networks.js
var networks = __webpack_require__(31830);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/inventory/pools.js
var pools = __webpack_require__(65910);
// EXTERNAL MODULE: ./.cache/build/src/xml/xml-element.js
var xml_element = __webpack_require__(61268);
;// CONCATENATED MODULE: ./.cache/build/src/upload/placement.js
/** Works out where a VM is to be from what the user names, and says what there is to choose from where that is not enough. */








/** Everything that placing and finding VMs looks at, in one go. */
function readPlacementInventory(session) {
    return (0,inventory_inventory/* readInventory */.z)(session, {
        Datacenter: ['vmFolder'],
        Folder: ['childType'],
        ComputeResource: ['resourcePool', 'datastore', 'network', 'host'],
        ResourcePool: ['owner'],
        HostSystem: ['runtime.connectionState', 'runtime.inMaintenanceMode'],
        Datastore: ['summary.freeSpace', 'summary.accessible', 'summary.maintenanceMode'],
        Network: ['tag'],
        VirtualMachine: ['config.template', 'runtime.powerState', 'runtime.connectionState'],
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
    const pool = wishes.resourcePool === undefined
        ? (0,pools/* onlyRootPool */.D)(within, computesOf(within, host))
        : (0,pools/* findPool */.C)(within, wishes.resourcePool);
    const compute = (0,inventory_inventory/* ofKind */.C)(inventory, 'ComputeResource').find(({ moref }) => (0,wire_moref/* sameMoref */.W)(moref, property(pool, 'owner')));
    if (host && compute && !listOf(compute, 'host').some((member) => (0,wire_moref/* sameMoref */.W)(member, host.moref))) {
        throw new errors/* UserError */.yo('vsphere-not-found', `The host ${host.path} does not belong to the resource pool ${pool.path}`, 'Leave one of the inputs host and resource-pool out, or name two that belong together.');
    }
    const datacenter = named ?? datacenters.find(({ path }) => pool.path.startsWith(`${path}/`));
    const site = datacenter ? below(inventory, datacenter) : inventory;
    const reachable = (all, list) => {
        const members = compute ? listOf(compute, list) : [];
        return all.filter(({ moref }) => !compute || members.some((member) => (0,wire_moref/* sameMoref */.W)(member, moref)));
    };
    const datastore = (0,find/* findOne */.s)(reachable((0,inventory_inventory/* ofKind */.C)(site, 'Datastore'), 'datastore'), wishes.datastore, {
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
        networks: reachable((0,networks/* networksForVms */.P)(site), 'network'),
    };
}
/** Those that a host belongs to; all where none is named. */
function computesOf(within, host) {
    const computes = (0,inventory_inventory/* ofKind */.C)(within, 'ComputeResource');
    if (!host)
        return computes;
    return computes.filter((compute) => listOf(compute, 'host').some((member) => (0,wire_moref/* sameMoref */.W)(member, host.moref)));
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

// EXTERNAL MODULE: ./.cache/build/src/vsphere/access/assert-privileges.js + 1 modules
var assert_privileges = __webpack_require__(83011);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/vm/power-state.js
var power_state = __webpack_require__(65515);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/explain-fault.js
var explain_fault = __webpack_require__(4732);
// EXTERNAL MODULE: ./.cache/build/src/check/ovf-disks.js
var ovf_disks = __webpack_require__(65887);
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
    throw new errors/* UserError */.yo('ova-invalid', `${ova.descriptor.name} was made for the disk ${wanted} (${image_setting/* IMAGE_SETTING */.$}), and ${member.name} is ${found === undefined ? 'none that says which it is' : `the disk ${found}`}`, 'A disk was put into the OVA of another: make the OVA again with convert-ova.');
}

// EXTERNAL MODULE: ./.cache/build/src/ova/verify-manifest.js
var verify_manifest = __webpack_require__(47864);
;// CONCATENATED MODULE: ./.cache/build/actions/upload-esxi/check-package.js
/** Everything about an OVA that can be judged before a byte of it is sent. */





/**
 * @param place that the disk goes to by itself, whose room is looked at
 * @throws UserError vsphere-refused, ova-invalid, hash-mismatch
 */
async function checkPackage(ova, place, session) {
    const { freeSpace, datastoreName } = place ?? { freeSpace: undefined, datastoreName: '' };
    if (freeSpace !== undefined && freeSpace < ova.source.size) {
        throw new errors/* UserError */.yo('vsphere-refused', `The datastore ${datastoreName} has ${(0,units/* formatSize */.Xq)(freeSpace)} free, less than the ${(0,units/* formatSize */.Xq)(ova.source.size)} of the OVA`, 'Free some space on it, or choose another one (input datastore).');
    }
    for (const { severity, seen, remedy } of await (0,ovf_disks/* judgeOvfDisks */.n)(ova)) {
        if (severity === 'error')
            throw new errors/* UserError */.yo('ova-invalid', seen, remedy);
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

// EXTERNAL MODULE: ./.cache/build/src/progress.js
var progress = __webpack_require__(65647);
// EXTERNAL MODULE: ./.cache/build/src/download/retry.js
var retry = __webpack_require__(63449);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/library/ovf-messages.js
var ovf_messages = __webpack_require__(5748);
;// CONCATENATED MODULE: ./.cache/build/src/vsphere/library/deploy-item.js
/** Makes a VM of an OVF item of a content library (vcenter/ovf/library-item, API 6.5). */



/** The server answers once the disk is copied, and says nothing until then. */
const LIMIT = 4 * 3_600_000;
const deploy_item_PRIVILEGES = 'VApp.Import on the resource pool and the folder, Datastore.AllocateSpace, Network.Assign and Resource.AssignVMToPool';
/**
 * The server reads the disk from the library itself. A token of ours lets it recognise the same request, so that it is sent again when its
 * answer is lost.
 * @returns the VM, powered off
 * @throws UserError vsphere-refused with what the server says
 */
async function deployItem(session, rest, item, { name, pool, host, folder, datastore, diskProvisioning, networks }) {
    const target = {
        resource_pool_id: pool.value,
        folder_id: folder.value,
        ...(host && { host_id: host.value }),
    };
    const spec = {
        name,
        accept_all_EULA: true,
        default_datastore_id: datastore.value,
        storage_provisioning: diskProvisioning,
    };
    const mapped = [...networks].map(([key, network]) => [key, network.value]);
    const answer = (await rest.call({
        method: 'POST',
        resource: 'vcenter/ovf/library-item',
        id: item,
        action: 'deploy',
        body: { target, deployment_spec: { ...spec, network_mappings: Object.fromEntries(mapped) } },
        old: {
            body: {
                target,
                deployment_spec: { ...spec, network_mappings: mapped.map(([key, value]) => ({ key, value })) },
            },
        },
        token: (0,external_node_crypto_.randomUUID)(),
        repeatable: true,
        idleTimeout: LIMIT,
        privileges: deploy_item_PRIVILEGES,
    }));
    const said = answer?.error === undefined ? { errors: [], warnings: [] } : (0,ovf_messages/* sayOvfMessages */.l)(answer.error);
    for (const warning of said.warnings)
        session.log.warning(`Deploying ${name}: ${warning}`);
    const { type, id } = answer?.resource_id ?? {};
    if (answer?.succeeded && type === 'VirtualMachine' && id !== undefined)
        return { type, value: id };
    throw new errors/* UserError */.yo('vsphere-refused', `vCenter deployed no VM of the library item${said.errors.length === 0 ? '' : `: ${said.errors.join('; ')}`}`, 'See the tasks of the vCenter: the datastore needs room, and the hosts must reach the one of the library.');
}

// EXTERNAL MODULE: ./.cache/build/src/vsphere/transfer/ovf-import.js
var ovf_import = __webpack_require__(20083);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/transfer/device-agent.js + 1 modules
var device_agent = __webpack_require__(68495);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/http.js
var http = __webpack_require__(83616);
;// CONCATENATED MODULE: ./.cache/build/src/vsphere/library/push-file.js
/** Sends one file of an update session to the address that the server has given for it. */






/** The server writes a large file to the datastore of the library before it answers. */
const ANSWER_TIMEOUT = 900_000;
const MAX_ANSWER = 2 ** 20;
/**
 * @param signal of the run and of the update session
 * @throws UserError upload-failed, vsphere-unreachable, vsphere-certificate; PassingError when it may pass; the signal's reason
 */
async function pushFile(session, rest, endpoint, { name, body, signal }) {
    if (!URL.canParse(endpoint.url)) {
        throw new errors/* UserError */.yo('upload-failed', `vCenter gives no address for ${name}, but "${endpoint.url}"`, 'Run the step again; if it repeats, look at the service Content Library of the vCenter.');
    }
    const { sslThumbprint, sslCertificate } = endpoint;
    const url = new URL(endpoint.url);
    const { agent, peer } = (0,device_agent/* connectDevice */.f)(session, { key: '', importKey: '', url, sslThumbprint, sslCertificate });
    try {
        const answer = await (0,http/* sendRequest */.w$)(agent, {
            method: 'PUT',
            url,
            // Another server knows the session by the address alone.
            headers: {
                'Content-Type': 'application/octet-stream',
                ...(peer === 'server' && { [wire_rest/* REST_TOKEN */.p0]: rest.ticket().token }),
            },
            body,
            signal,
            peer,
            maxBytes: MAX_ANSWER,
            idleTimeout: ANSWER_TIMEOUT,
        });
        if (answer.status < 300)
            return;
        const said = answer.body
            .toString('utf8', 0, 500)
            .replace(/<[^>]*>/g, ' ')
            .replace(/\s+/g, ' ')
            .trim();
        const message = `${url.host} refused ${name} with the HTTP status ${answer.status}${said === '' ? '' : `: ${said}`}`;
        if (answer.status === 404)
            throw lostUpdate(new Error(message));
        if ((0,http/* isPassingStatus */.Wj)(answer.status) || answer.status === 401) {
            throw new passing_error/* PassingError */.a('upload-failed', message, 'The vCenter is busy or has ended the session: run the step again.', {
                taken: true,
            });
        }
        throw new errors/* UserError */.yo('upload-failed', message, 'Look at the tasks of the vCenter; the datastore of the library may be full.');
    }
    finally {
        agent.destroy();
    }
}

;// CONCATENATED MODULE: ./.cache/build/src/upload/check-arrived.js
/** Whether a file of an update session arrived as it was sent, by the account of the server: better to fail on the first than after the last. */




/** The server reads a disk of some tens of gigabytes once more for its digest, or copies it. */
const SETTLE_TIMEOUT = 2 * 3_600_000;
/** Enumeration `checksum algorithm` of content libraries (vSphere Automation API), all of which Node computes. */
const ALGORITHMS = new Set(['md5', 'sha1', 'sha256', 'sha512']);
/**
 * A digest of another kind than the one that was declared is computed here too, at the price of reading the file once more; where the
 * server says less, a warning says what nobody has compared.
 * @throws UserError upload-failed for what arrived otherwise than it was sent; PassingError when the session is gone; the signal's reason
 */
async function checkArrived(session, rest, { update, source, file, declared }) {
    const { signal, log } = session;
    const { name, size, digest } = declared;
    const settled = async () => {
        const state = (await readFiles(rest, update)).find((found) => found.name === name);
        if (state === undefined)
            throw lostUpdate();
        return state.status === 'TRANSFERRING' || state.status === 'VALIDATING' ? undefined : state;
    };
    const state = await (0,poll/* pollUntil */.g)(signal, settled, SETTLE_TIMEOUT);
    if (state?.status === 'ERROR')
        throw libraryRefused(`vCenter does not take ${name}: ${state.message || 'it does not say why'}`);
    const unheard = (what) => log.warning(`${what}: what arrived of ${name} is held against the ${digest?.algorithm} by vCenter alone`);
    if (state?.status !== 'READY')
        return unheard(`vCenter does not say what it received (${state?.status || 'still at it'})`);
    const { checksum } = state;
    if (state.size !== undefined && state.size !== size)
        throw libraryRefused(`${name} arrived with ${state.size} bytes, but was sent with ${size}`);
    if (checksum === undefined)
        return unheard('vCenter tells no digest');
    const { algorithm } = checksum;
    if (algorithm !== digest?.algorithm && !ALGORITHMS.has(algorithm))
        return unheard(`vCenter tells a digest of a kind that is not known here (${algorithm})`);
    const ours = algorithm === digest?.algorithm ? digest.digest.toLowerCase() : await (0,hash_file/* hashRange */.Uk)(source, file, algorithm, signal);
    if (ours !== checksum.checksum) {
        throw libraryRefused(`${name} arrived with the ${algorithm} ${checksum.checksum}, but was sent with ${ours}`);
    }
    log.debug(`${name}: ${size} bytes, ${algorithm} ${ours} on both sides`);
}
/** For what a library does not take, or has otherwise than it was sent. */
function libraryRefused(message) {
    return new errors/* UserError */.yo('upload-failed', message, 'See the tasks of the vCenter and the room on the datastore of the library, and run the step again.');
}

;// CONCATENATED MODULE: ./.cache/build/src/upload/member-body.js
/** A file of an OVA as the body of a request, read straight from its place in the archive. */
/**
 * Large enough that the calls between two blocks do not matter. All buffers fit into a core's own cache: with 1 MiB, copying a block out of
 * the page cache took longer than encrypting it.
 */
const BLOCK = 2 ** 18;
/** One to be read into while two are on their way: fresh memory for each block costs as much as encrypting it. */
const BUFFERS = 3;
function memberBody(archive, { offset, size }, { hash, onBytes }) {
    let handed = 0;
    let told = 0;
    const tell = (end) => {
        if (end <= told)
            return;
        onBytes(end - told);
        told = end;
    };
    const send = async (write) => {
        const buffers = Array.from({ length: BUFFERS }, () => Buffer.allocUnsafe(Math.min(BLOCK, size)));
        const underWay = [];
        for (let turn = 0; handed < size; turn++) {
            const buffer = buffers[turn % BUFFERS] ?? Buffer.alloc(0);
            const block = buffer.subarray(0, Math.min(buffer.length, size - handed));
            await archive.readInto(block, offset + handed);
            hash?.update(block);
            handed += block.length;
            const end = handed;
            const written = write(block).then(() => tell(end));
            // Its failure is met when its turn comes.
            written.catch(() => { });
            underWay.push(written);
            if (underWay.length === BUFFERS - 1)
                await underWay.shift();
        }
        await Promise.all(underWay);
    };
    return { length: size, send, settle: () => tell(handed) };
}

// EXTERNAL MODULE: ./.cache/build/src/ova/member-name.js
var member_name = __webpack_require__(69599);
;// CONCATENATED MODULE: ./.cache/build/src/upload/ova-files.js
/** The files of an OVA as a content library takes them: the descriptor, and what it refers to, each with a digest. */



/**
 * The descriptor comes first: by it the server knows what else belongs to the item. The manifest stays here, as every file is declared with
 * its digest.
 * @throws UserError ova-invalid for a reference to what the archive lacks
 */
function filesOf({ path, members, descriptor, ovf }) {
    const place = (reference, name) => {
        const member = (0,member_name/* findReferenced */.FU)(members, reference, descriptor.name);
        if (member)
            return { name, offset: member.offset, size: member.size };
        throw new errors/* UserError */.yo('ova-invalid', `${path}: the descriptor names ${reference}, which is not in the archive`, 'Make the OVA again with convert-ova.');
    };
    const own = members.get(descriptor.name);
    return [
        { name: baseOf(descriptor.name), offset: own?.offset ?? 0, size: own?.size ?? 0 },
        ...ovf.files.map(({ href }) => place(href, (0,member_name/* memberName */.eg)(href))),
    ];
}
/** Content libraries know SHA-256 since API 6.8, that is vCenter 7.0 (enumeration `checksum algorithm`). */
const SHA256_SINCE = [6, 8];
/** That of the manifest, where the server knows its kind; else the bytes are read for it. */
async function declareFile({ about, signal }, { source, manifest }, { name, ...place }) {
    const [major = 0, minor = 0] = about.apiVersion.split('.').map(Number);
    const modern = major > SHA256_SINCE[0] || (major === SHA256_SINCE[0] && minor >= SHA256_SINCE[1]);
    const listed = manifest && (0,member_name/* findReferenced */.FU)(manifest.digests, name, manifest.name);
    if (listed && (modern || listed.algorithm === 'sha1'))
        return { name, size: place.size, digest: listed };
    const algorithm = modern ? 'sha256' : 'sha1';
    const digest = await (0,hash_file/* hashRange */.Uk)(source, place, algorithm, signal);
    return { name, size: place.size, digest: { algorithm, digest } };
}
function baseOf(name) {
    return name.replace(/^.*\//, '');
}

;// CONCATENATED MODULE: ./.cache/build/src/upload/push-ova.js
/** Makes the files of an OVA the content of a library item: sent one by one through vCenter alone, checked, and visible at once or never. */







/** A session that nobody hears of ends after some minutes. */
const KEEP_ALIVE = 20_000;
const CANCEL_TIMEOUT = 60_000;
/**
 * The item has its old files until the new ones are whole on the server; any failure and a cancel leave it as it was.
 * @param item whose files are replaced
 * @returns bytes sent
 * @throws UserError ova-invalid, upload-failed; PassingError for what may pass; the signal's reason
 */
async function pushOva(session, rest, ova, item, { onProgress }) {
    session.signal.throwIfAborted();
    const files = filesOf(ova);
    // Not to be torn by a cancelled run: a session that begins once the item was looked at keeps the item from being removed.
    const update = await beginUpdate(rest.uncancelled(), item);
    try {
        const before = await (0,library_items/* listFiles */.CS)(rest, item);
        for (const { name } of before.filter((old) => !files.some((file) => file.name === old.name))) {
            await removeFile(rest, update, name);
        }
        const sent = await sendFiles(session, rest, ova, { files, update, onProgress });
        const wrong = await validateFiles(rest, update);
        if (wrong.length > 0)
            throw libraryRefused(`vCenter takes the files for no OVF package: ${wrong.join('; ')}`);
        session.signal.throwIfAborted();
        const { state, message } = await completeUpdate(rest, update, { signal: session.signal, timeout: SETTLE_TIMEOUT });
        if (state !== 'DONE')
            throw libraryRefused(`vCenter ended the update session as ${state}${message === '' ? '' : `: ${message}`}`);
        await assertStored(session, rest, item, files);
        return sent;
    }
    catch (error) {
        await cancelQuietly(session, rest, update);
        throw error;
    }
}
async function sendFiles(session, rest, ova, { files, update, onProgress }) {
    const total = files.reduce((sum, { size }) => sum + size, 0);
    let sent = 0;
    const onBytes = (bytes) => {
        sent += bytes;
        onProgress(sent / total);
    };
    await whileKept(session, rest, { update, percent: () => (sent * 100) / total }, async (signal) => {
        for (const file of files) {
            const declared = await declareFile(session, ova, file);
            const endpoint = await addFile(rest, update, declared);
            const body = memberBody(ova.source, file, { onBytes });
            await pushFile(session, rest, endpoint, { name: file.name, body, signal });
            body.settle();
            await checkArrived(session, rest, { update, source: ova.source, file, declared });
        }
    });
    return sent;
}
/** Runs `body` while the session is kept; when the server has ended it, `signal` is aborted. */
async function whileKept({ signal: running, log }, rest, { update, percent }, body) {
    const lost = new AbortController();
    let last = Promise.resolve();
    const keep = () => keepUpdate(rest, update, percent()).catch((error) => {
        if (error instanceof wire_rest/* RestRefused */.jf)
            lost.abort(lostUpdate(error));
        else
            log.debug(`Keeping the update session: ${String(error)}`);
    });
    const timer = setInterval(() => {
        last = last.then(keep);
    }, KEEP_ALIVE);
    try {
        await body(AbortSignal.any([running, lost.signal]));
    }
    finally {
        clearInterval(timer);
        await last;
    }
}
/**
 * What the library holds in the end, by its own account. Digest and size of each file the server has judged before; the size that it lists
 * is not one to fail by, as govmomi's simulator counts a disk without its header.
 */
async function assertStored({ log }, rest, item, files) {
    const stored = new Map((await (0,library_items/* listFiles */.CS)(rest, item)).map((file) => [file.name, file.size]));
    const lacking = files.filter(({ name }) => !stored.has(name)).map(({ name }) => name);
    if (lacking.length > 0)
        throw libraryRefused(`The library item is done, but lacks ${lacking.join(', ')}`);
    for (const { name, size } of files) {
        if (stored.get(name) !== size)
            log.debug(`The library lists ${name} with ${stored.get(name)} bytes, not ${size}`);
    }
}
async function cancelQuietly(session, rest, update) {
    await cancelUpdate(rest.uncancelled(CANCEL_TIMEOUT), update).catch((error) => {
        session.log.debug(`The update session ${update}, which ends by itself: ${String(error)}`);
    });
}

;// CONCATENATED MODULE: ./.cache/build/src/upload/import-by-library.js
/**
 * Imports an OVA through a content library: its files go to vCenter alone, into an item for the time being, from which vCenter deploys the
 * VM. For runners that reach no ESXi host, which the direct way sends the disk to.
 */












/** A disk takes long to send, so that a third try is the last. */
const ATTEMPTS = { attempts: 3, baseMs: 2000, maxMs: 30_000 };
const UNDO_TIMEOUT = 10 * 60_000;
/**
 * As importOva: under a name for the time being; when it fails or is cancelled, what was made is removed, and what remains is told.
 * @throws UserError ova-invalid, upload-failed, vsphere-refused and those of the session; VsphereFault; the signal's reason
 */
async function importByLibrary(session, way, ova, request, options) {
    return (0,retry/* withRetries */.LH)(async (attempt) => {
        const name = (0,working_names/* newName */.oW)(request.name, options.me.run, attempt);
        const made = { library: way.library, folder: request.folder, name, run: options.me.run };
        // Nothing is made by it: what vCenter has against the descriptor, the hosts or the networks is said before the first byte.
        const { warnings } = await (0,ovf_import/* createImportSpec */.v0)(session, { ...request, name });
        for (const warning of warnings)
            session.log.warning(`OVF descriptor: ${warning}`);
        session.signal.throwIfAborted();
        options.onMade(made);
        const course = { deploying: false };
        try {
            return await importOnce(session, way, ova, { request: { ...request, name }, options, course });
        }
        catch (error) {
            // What the server has refused it is not making.
            const late = course.deploying && (session.signal.aborted || (0,passing_error/* isOutcomeUnknown */.B)(error));
            const remains = await undoLibraryImport(session, way.rest.uncancelled(UNDO_TIMEOUT), made, late ? APPEARANCE : 0);
            warnOfRemains(session, remains);
            throw remains.length === 0 && error instanceof passing_error/* PassingError */.a ? new retry/* Transient */.Rc(error) : error;
        }
    }, options.retries ?? ATTEMPTS, session.signal, ({ message }) => session.log.warning(`The upload broke off (${message}). Nothing of it remains; beginning anew`));
}
async function importOnce(session, { rest, library }, ova, { request, options, course }) {
    const { log } = session;
    const { me } = options;
    const { name } = request;
    // Not to be torn by a cancelled run: an item that is made once it was looked for would stay.
    const item = await (0,library_items/* createItem */.wE)(rest.uncancelled(), {
        library,
        name,
        description: describeWorkingItem(me, session.now()),
    });
    const [vm, uploadedBytes] = await whileItemOwned(session, rest, { item, me }, async () => {
        const sent = await pushOva(session, rest, ova, item, { onProgress: options.onProgress() });
        session.signal.throwIfAborted();
        log.info(`${ova.path} lies in the content library ${library.name}; vCenter is deploying it`);
        course.deploying = true;
        return [await deployItem(session, rest, item, request), sent];
    });
    // From here on the VM itself says whose it is.
    await (0,vm_operations/* reconfigureVm */.Nc)(session, vm, { extraConfig: (0,owned_vm/* ownedBy */.LW)(session, me) });
    await removeItem(session, rest, item, name);
    return { vm, workingName: name, uploadedBytes };
}
/** The VM is whole: that the item stays is no reason to lose it. */
async function removeItem(session, rest, item, name) {
    try {
        await (0,library_items/* deleteItem */.LD)(rest, item);
    }
    catch (error) {
        session.signal.throwIfAborted();
        session.log.warning(`The item ${name} could not be removed from the content library (${String(error)}): the next upload of this name does it.`);
    }
}

;// CONCATENATED MODULE: ./.cache/build/src/vsphere/transfer/nfc-upload.js
/** Sends one file of an import to the host that takes it. */




/** A host flushes a large disk before it answers. */
const nfc_upload_ANSWER_TIMEOUT = 900_000;
const nfc_upload_MAX_ANSWER = 2 ** 20;
/**
 * @param signal of the run and of the lease
 * @throws UserError upload-failed, vsphere-unreachable, vsphere-certificate; the signal's reason
 */
async function uploadFile(session, device, file, signal) {
    const { url } = device;
    const { agent, peer, cookie } = (0,device_agent/* connectDevice */.f)(session, device);
    try {
        const answer = await (0,http/* sendRequest */.w$)(agent, {
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
            maxBytes: nfc_upload_MAX_ANSWER,
            idleTimeout: nfc_upload_ANSWER_TIMEOUT,
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
        if ((0,http/* isPassingStatus */.Wj)(answer.status) || answer.status === 404) {
            throw new passing_error/* PassingError */.a('upload-failed', message, 'The host is overloaded or has too many transfers, or the lease was lost: run the step again.', { taken: true });
        }
        throw new errors/* UserError */.yo('upload-failed', message, 'Look at the events of the host; the datastore may be full, or the file not what the descriptor says.');
    }
    finally {
        agent.destroy();
    }
}

;// CONCATENATED MODULE: ./.cache/build/src/upload/send-member.js
/** Sends one file of an OVA to the host that the lease names for it. */


async function sendMember(session, archive, { item, device, ...place }, { signal, ...options }) {
    const body = memberBody(archive, place, options);
    await uploadFile(session, device, { name: item.path, body, create: item.create }, signal);
    body.settle();
}

;// CONCATENATED MODULE: ./.cache/build/src/upload/import-ova.js
/** Imports an OVA as a VM: the descriptor becomes a spec, the spec a lease, and the files go from the archive to the host. */












/** A disk takes long to send, so that a third try is the last. */
const import_ova_ATTEMPTS = { attempts: 3, baseMs: 2000, maxMs: 30_000 };
/**
 * Imports under a name for the time being. When it fails or is cancelled, what was made is removed; what remains is told. When it fails
 * by something that may pass and nothing remains, it is begun anew.
 * @throws UserError ova-invalid, upload-failed and those of the session; VsphereFault; the signal's reason
 */
async function importOva(session, ova, request, options) {
    return (0,retry/* withRetries */.LH)(async (attempt) => {
        const name = (0,working_names/* newName */.oW)(request.name, options.me.run, attempt);
        const made = {
            folder: request.folder,
            name,
            run: options.me.run,
            lease: undefined,
            entity: undefined,
        };
        const spec = await prepare(session, ova, { ...request, name });
        try {
            const uploadedBytes = await import_ova_importOnce(session, ova, { request, spec, made, options });
            return { vm: made.entity, workingName: name, uploadedBytes };
        }
        catch (error) {
            const remains = await undoImport(session, made, (0,passing_error/* isOutcomeUnknown */.B)(error));
            warnOfRemains(session, remains);
            throw remains.length === 0 && error instanceof Error && mayPass(error) ? new retry/* Transient */.Rc(error) : error;
        }
    }, options.retries ?? import_ova_ATTEMPTS, session.signal, ({ message }) => session.log.warning(`The upload broke off (${message}). Nothing of it remains; beginning anew`));
}
/** Everything that can go wrong before something is made. */
async function prepare(session, ova, request) {
    const spec = await (0,ovf_import/* createImportSpec */.v0)(session, request);
    for (const warning of spec.warnings)
        session.log.warning(`OVF descriptor: ${warning}`);
    for (const { path } of spec.files)
        memberOf(ova, path);
    return spec;
}
/** @returns bytes sent */
async function import_ova_importOnce(session, ova, { request, spec: { spec, files }, made, options }) {
    session.signal.throwIfAborted();
    options.onMade(made);
    const [[key, mark]] = Object.entries((0,owned_vm/* ownedBy */.LW)(session, options.me));
    // Not to be torn by a cancelled run: an answer that is lost would leave a lease that nobody can abort.
    const lease = await (0,ovf_import/* importVApp */.fd)(session.uncancelled(), (0,ovf_import/* withExtraConfig */.b2)(spec, key, mark), request);
    made.lease = lease;
    options.onMade(made);
    const ready = await (0,nfc_lease/* waitForLease */.tH)(session, lease);
    made.entity = ready.entity;
    const uploadedBytes = await (0,owned_vm/* whileOwned */.n8)(session, ready.entity, options.me, () => import_ova_sendFiles(session, ova, files, ready, options));
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
async function import_ova_sendFiles(session, ova, files, ready, { onProgress }) {
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
            await import_ova_checkArrived(session, ova, upload, { lease, digest, expected: known ?? hash?.digest('hex') ?? '' });
        }
    });
    return sent;
}
function memberOf(ova, path) {
    const member = (0,member_name/* findReferenced */.FU)(ova.members, path, ova.descriptor.name);
    if (member)
        return member;
    throw new errors/* UserError */.yo('ova-invalid', `${ova.path}: the descriptor names ${path}, which is not in the archive`, 'Make the OVA again with convert-ova.');
}
/** In the order of the file items, which is the one in which the host wants them. */
function matchDevices(ova, files, { devices }) {
    return files.map((item) => {
        const device = devices.find(({ importKey }) => importKey === item.deviceId);
        if (device)
            return { item, device, ...memberOf(ova, item.path) };
        throw new errors/* UserError */.yo('upload-failed', `The lease has no place for ${item.path} (${item.deviceId})`, 'Run the step again; if it repeats, look at the events of the host.');
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
/**
 * Asks the host what it has received, right after each file: better to fail on the first than after the last. An older host behind a newer vCenter
 * may tell SHA-1 alone (vim25 HttpNfcLeaseManifestEntry.checksum is optional), for which the file is read once more.
 */
async function import_ova_checkArrived(session, ova, { item, device, offset, size }, { lease, digest, expected }) {
    const received = (await (0,nfc_lease/* readLeaseManifest */.Cg)(session, lease))?.find(({ key }) => key === device.key);
    const kind = [digest, 'sha1', 'sha256'].find((one) => received?.digests[one] !== undefined);
    if (kind === undefined) {
        session.log.warning(`The host does not say what it received of ${item.path}: nobody has compared it`);
        return;
    }
    const found = received?.digests[kind];
    const ours = kind === digest
        ? expected
        : (knownDigest(ova, item, kind) ?? (await (0,hash_file/* hashRange */.Uk)(ova.source, { offset, size }, kind, session.signal)));
    if (found === ours) {
        session.log.debug(`${item.path}: ${kind} ${found} on both sides`);
        return;
    }
    throw new errors/* UserError */.yo('upload-failed', `${item.path} arrived with the ${kind} ${found} (${received?.size} bytes), but was sent with ${ours} (${size} bytes)`, 'The bytes changed on their way or the OVA did while it was sent: run the step again.');
}

;// CONCATENATED MODULE: ./.cache/build/actions/upload-esxi/make-vm.js
/** Imports the OVA, straight to a host or through a content library, and finishes the VM; what a kill leaves of it is held. */








/** Imports and finishes; both put away what they made when they fail. */
async function makeVm(session, ova, { request, me, way, old, finalName, template, mark }, context) {
    const { log } = session;
    let settled = () => { };
    const replaceHold = (next) => {
        const before = settled;
        settled = next;
        before();
    };
    const onProgress = () => (0,progress/* showProgress */.R)(log, 'sent');
    try {
        const started = Date.now();
        const ticket = session.ticket();
        const imported = await (way
            ? importByLibrary(session, way, ova, request, {
                me,
                onProgress,
                onMade: (made) => replaceHold(context.hold(HELD_LIBRARY_IMPORT, { ticket, rest: way.rest.ticket(), ...made })),
            })
            : importOva(session, ova, request, {
                me,
                onProgress,
                onMade: ({ folder, name, run, lease }) => replaceHold(context.hold(HELD_IMPORT, { ticket, folder, name, run, ...(lease && { lease }) })),
            }));
        const milliseconds = Date.now() - started;
        const { vm, workingName, uploadedBytes } = imported;
        log.info(`${(0,units/* formatSize */.Xq)(uploadedBytes)} sent and taken in ${(0,units/* formatDuration */.a3)(milliseconds)}`);
        const marks = mark ? { [release_mark/* RELEASE_KEY */.Gf]: (0,release_mark/* formatReleaseMark */.IG)(mark) } : {};
        const plan = { me, expected: expectedSettings(ova), template, marks, old };
        const repaired = await finishVm(session, { vm, workingName, name: finalName, run: me.run }, plan);
        return { vm: vm.value, uploadedBytes, milliseconds, repaired };
    }
    finally {
        settled();
    }
}

// EXTERNAL MODULE: ./.cache/build/src/vsphere/library/item-release.js
var item_release = __webpack_require__(88223);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/library/replace-content.js
var replace_content = __webpack_require__(47766);
;// CONCATENATED MODULE: ./.cache/build/src/upload/upload-item.js
/** Makes an OVA the item of its name in a content library, or the new content of the one that is there; nobody has proven it. */











/**
 * Removes what a killed run left under that name.
 * @returns the item that has the name; undefined when none does
 * @throws UserError vsphere-busy while another run is at it; vsphere-exists for an item that no release made
 */
async function lookForItem(session, rest, { library, name, me }) {
    const [found] = await (0,library_items/* listItems */.Dw)(rest, library, name);
    const owner = ownerOfWorkingItem(found?.description ?? '');
    if (owner === undefined)
        return (0,replace_content/* findReleasedItem */.c)(rest, library, name);
    if ((0,vm_owner/* standingOf */.YP)(owner, me, session.now()) === 'working') {
        throw new errors/* UserError */.yo('vsphere-busy', `Another run is at it: the item ${name} of ${library.name} belongs to ${(0,vm_owner/* describeOwner */.$S)(owner)}`, 'Wait until that run has ended. If it was killed, the first run that starts ten minutes after it was last heard of removes it.');
    }
    session.log.info(`Removing the item ${name} of ${library.name}, which an earlier run did not finish`);
    await removeUnfinished(rest, library, name, (run) => run === owner.run);
    return undefined;
}
/**
 * Interrupted anywhere, an item that was there has its old content or the new one, whole, and says which; a new one is removed.
 * @param current whose content is replaced, its id kept
 * @throws UserError ova-invalid, upload-failed, vsphere-refused; PassingError after the last try; the signal's reason
 */
async function uploadItem(session, rest, ova, { current, ...upload }, { hold }) {
    const { library, name, me, release, onProgress } = upload;
    const description = (0,item_release/* describeItemRelease */.Sm)(`Uploaded by Stillframe in run ${release.run}: proven by nothing`, release);
    let uploadedBytes = 0;
    const item = await (0,retry/* withRetries */.LH)(async () => {
        const settled = current
            ? () => { }
            : hold(HELD_ITEM_UPLOAD, { ticket: rest.ticket(), library, name, run: me.run });
        const fill = async (there) => {
            if (there !== undefined) {
                uploadedBytes = await pushOva(session, rest, ova, there, { onProgress: onProgress() });
                return there;
            }
            const working = describeWorkingItem(me, session.now());
            // Not to be torn by a cancelled run: an item that is made once it was looked for would stay.
            const made = await (0,library_items/* createItem */.wE)(rest.uncancelled(), { library, name, description: working });
            uploadedBytes = await whileItemOwned(session, rest, { item: made, me }, () => pushOva(session, rest, ova, made, { onProgress: onProgress() }));
            return made;
        };
        try {
            const whole = await (0,replace_content/* replaceContent */.U)(session, rest, { current, name, description, release }, fill);
            settled();
            return whole;
        }
        catch (error) {
            if (current === undefined && !session.signal.aborted) {
                await removeUnfinished(rest, library, name, (run) => run === me.run);
                settled();
            }
            throw error instanceof passing_error/* PassingError */.a ? new retry/* Transient */.Rc(error) : error;
        }
    }, ATTEMPTS, session.signal, ({ message }) => session.log.warning(`The upload broke off (${message}); beginning anew`));
    return { item, uploadedBytes };
}

;// CONCATENATED MODULE: ./.cache/build/actions/upload-esxi/put-in-library.js
/** Makes an OVA an item of a content library, or the new content of one that a release made. */









async function putInLibrary(session, ova, inputs, { me, way: { rest, library } }, context) {
    const { log } = session;
    const { name, ifExists } = inputs;
    const inventoryPath = `${library.name}/${name}`;
    const common = { inventoryPath, as: inputs.as, server: session.url.host, product: session.about.fullName };
    const allowed = () => (0,assert_privileges/* assertPrivileges */.db)(session, 'upload-esxi', {
        places: { root: [[session.manager('rootFolder')]] },
        conditions: ['with `as: library-item`'],
    });
    // Who keeps what is there changes nothing, and needs nothing.
    if (ifExists !== 'keep')
        await allowed();
    const current = await lookForItem(session, rest, { library, name, me });
    if (current && ifExists === 'keep') {
        log.info(`The item ${inventoryPath} exists and is kept`);
        const none = { uploadedBytes: 0, milliseconds: 0, repaired: [] };
        return { ...common, ...none, libraryItem: current.id, existing: 'kept' };
    }
    if (current && ifExists === 'fail') {
        throw new errors/* UserError */.yo('vsphere-exists', `The content library ${library.name} has an item ${name} already`, 'Choose another name, or set if-exists: replace (its content is replaced, its id stays) or keep.');
    }
    if (ifExists === 'keep')
        await allowed();
    assertStartsBySelf(ova);
    await assertLibraryRoom(rest, await readPlacementInventory(session), library, ova.source.size);
    await log.group('Checking the OVA against its manifest', () => checkPackage(ova, undefined, session));
    const sha256 = await (0,hash_file/* hashFile */.DC)(inputs.ova, session.signal);
    const started = Date.now();
    const release = { run: inputs.run, ova: sha256, published: session.now() };
    const onProgress = () => (0,progress/* showProgress */.R)(log, 'sent');
    const { item, uploadedBytes } = await uploadItem(session, rest, ova, { library, name, me, release, onProgress, current }, context);
    const milliseconds = Date.now() - started;
    log.info(`${(0,units/* formatSize */.Xq)(uploadedBytes)} sent and taken in ${(0,units/* formatDuration */.a3)(milliseconds)}`);
    const existing = current ? 'replaced' : 'none';
    return { ...common, libraryItem: item, existing, uploadedBytes, milliseconds, repaired: [], ova: sha256 };
}
/** What vCenter deploys of such a descriptor has BIOS firmware, whatever that says of it (govmomi issue 2304, image-builder issue 619). */
function assertStartsBySelf({ path, descriptor, ovf: { bootOrder, machine } }) {
    if (!bootOrder || machine.firmware !== 'efi')
        return;
    throw new errors/* UserError */.yo('ova-invalid', `${path}: ${descriptor.name} has a vmw:BootOrderSection, and what is deployed of an item with one gets BIOS firmware in place of EFI`, 'Make the OVA with convert-ova, which writes none; or take the order away from the VM (govc device.boot -order -), and export it again.');
}

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
        throw new errors/* UserError */.yo('vsphere-refused', `${session.url.host} is an ESXi host (${session.about.fullName}), and only vCenter has templates`, 'Set as: vm, or connect to the vCenter that manages this host.');
    }
    const me = (0,vm_owner/* ownerProcess */.dK)((0,external_node_crypto_.randomUUID)().slice(0, 8));
    const way = await openLibrary(session, inputs, context);
    if (inputs.as === 'library-item') {
        if (!way)
            throw new Error('an item without a library is refused by the inputs');
        return putInLibrary(session, ova, inputs, { me, way }, context);
    }
    const { placement, existing, inventory } = await place(session, ova, inputs, { me, way });
    const finalName = inputs.as === 'candidate' ? (0,release_mark/* nameOfCandidate */.MB)(inputs.name, inputs.run) : inputs.name;
    const inventoryPath = `${placement.folderPath}/${finalName}`;
    const common = {
        inventoryPath,
        as: inputs.as,
        server: session.url.host,
        product: session.about.fullName,
        datastore: placement.datastoreName,
        ...(way && { via: way.library.name }),
    };
    if (existing && inputs.ifExists === 'keep') {
        assertOfKind(existing, inputs);
        log.info(`${inventoryPath} exists and is kept`);
        const none = { uploadedBytes: 0, milliseconds: 0, repaired: [] };
        return { ...common, ...none, vm: existing.moref.value, existing: 'kept' };
    }
    if (existing)
        assertReplaceable(existing, inputs);
    await assertPlaceable(session, inventory, placement);
    const networks = mapNetworks(ova.ovf.networks, inputs.networks, placement.networks);
    if (way)
        await assertLibraryRoom(way.rest, inventory, way.library, ova.source.size);
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
    const making = { request, me, way, old: existing, finalName, template: inputs.as === 'template', mark };
    const made = await makeVm(session, ova, making, context);
    if (session.signal.aborted) {
        log.warning(`${inventoryPath} (${made.vm}) was finished before the run was cancelled, and stays.`);
    }
    const release = mark && { name: mark.name, ova: mark.ova, expires: mark.expires.toISOString() };
    return { ...common, ...made, existing: existing ? 'replaced' : 'none', ova: sha256, ...(release && { release }) };
}
function markOf({ name, run }, session, ova) {
    return { name, run, ova, expires: new Date(session.now().getTime() + release_mark/* CANDIDATE_LIFE */.L3) };
}
/** Only where the OVA is to go through one. @throws UserError vsphere-refused for an ESXi host; those of connectRest and findLibrary */
async function openLibrary(session, inputs, context) {
    const input = inputs.as === 'library-item' ? 'library' : 'via-library';
    const written = input === 'library' ? inputs.library : inputs.viaLibrary;
    if (written === undefined)
        return undefined;
    if (session.about.kind === 'esxi') {
        throw new errors/* UserError */.yo('vsphere-refused', `${session.url.host} is an ESXi host (${session.about.fullName}), and only vCenter has content libraries`, input === 'library' ? 'Set as: vm.' : 'Leave via-library out: the host takes the disk itself.');
    }
    const rest = await (0,wire_rest/* connectRest */.TU)(session, { ...inputs, onRenewed: context.rehold });
    context.hold(wire_rest/* HELD_REST_SESSION */.mN, rest.ticket(), () => rest.close());
    return { rest, library: await (0,library_items/* findLibrary */.F0)(rest, written, input) };
}
/** Where it goes and what is there already, after what earlier runs left has been cleared away. */
async function place(session, ova, inputs, { me, way }) {
    const { placement: wishes, name, as, run, ifExists } = inputs;
    let inventory = await readPlacementInventory(session);
    let placement = choosePlacement(inventory, wishes);
    const beside = as === 'candidate';
    // Who keeps what is there changes nothing, and needs nothing.
    const kept = !beside && ifExists === 'keep' && (0,vm_folders/* vmNamed */.Xx)((0,vm_folders/* vmsIn */.en)(inventory, placement.folder), name) !== undefined;
    if (!kept)
        await assertAllowed(session, ova, inputs, placement);
    const readAgain = async () => {
        inventory = await readPlacementInventory(session);
        placement = choosePlacement(inventory, wishes);
    };
    const claim = { folder: placement.folder, name, me };
    if (way && (await clearLibraryLeftovers(session, way.rest, { ...claim, library: way.library })))
        await readAgain();
    if (await clearLeftovers(session, inventory, { ...claim, beside }))
        await readAgain();
    const here = (0,vm_folders/* vmsIn */.en)(inventory, placement.folder);
    if (!beside)
        return { placement, existing: (0,vm_folders/* vmNamed */.Xx)(here, name), inventory };
    await clearCandidates(session, here, { name, run });
    return { placement, existing: undefined, inventory };
}
async function assertAllowed(session, ova, { as, networks, viaLibrary }, placement) {
    const { pool, folder, datastore } = placement;
    const mapped = mapNetworks(ova.ovf.networks, networks, placement.networks);
    await (0,assert_privileges/* assertPrivileges */.db)(session, 'upload-esxi', {
        places: {
            pool: [[pool]],
            folder: [[folder]],
            machine: [[folder, pool]],
            datastore: [[datastore]],
            network: [...mapped.values()].map((network) => [network]),
            root: [[session.manager('rootFolder')]],
        },
        conditions: [
            'unless `as: library-item`',
            ...(as === 'template' ? ['with `as: template`'] : []),
            ...(viaLibrary === undefined ? [] : ['with `via-library`']),
        ],
    });
}
/** A machine is not taken for the template, nor the template for a machine, nor what nobody can use for either. */
function assertOfKind({ path, properties }, { as }) {
    const state = properties.get('runtime.connectionState')?.text ?? '';
    if (vm_facts/* LOST */.Rj.includes(state)) {
        throw new errors/* UserError */.yo('vsphere-exists', `${path} exists, but vSphere calls it ${state}: it cannot be kept`, 'Look at its host and its datastore; or take it out of the inventory, and run the step again.');
    }
    const template = properties.get('config.template')?.text === 'true';
    if (template === (as === 'template'))
        return;
    throw new errors/* UserError */.yo('vsphere-exists', `${path} exists as a ${template ? 'template' : 'virtual machine, not a template'}, and as: ${as} was asked for`, `Choose another name, remove it, or set as: ${template ? 'template' : 'vm'}.`);
}
/** An engineer's running machine is not switched off to make room. */
function assertReplaceable({ path, properties }, { ifExists }) {
    if (ifExists === 'fail') {
        throw new errors/* UserError */.yo('vsphere-exists', `${path} exists already`, 'Choose another name, or set if-exists: replace (the old one is removed once the new one is whole) or keep.');
    }
    const active = (0,power_state/* activity */.E)(properties.get('runtime.powerState')?.text);
    if (active !== undefined) {
        throw new errors/* UserError */.yo('vsphere-exists', `${path} is ${active} and is not replaced`, 'Shut it down first, or choose another name.');
    }
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
        ...(result.vm === undefined ? [] : [['managed object', result.vm]]),
        ...(result.libraryItem === undefined
            ? []
            : [
                ['library item', result.libraryItem],
                ['proven by', 'nothing: no quiesced snapshot of it was taken'],
            ]),
        ...(result.datastore === undefined ? [] : [['datastore', result.datastore]]),
        ...(result.via === undefined ? [] : [['through the content library', result.via]]),
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
    const kind = { template: 'template', vm: 'VM', candidate: 'candidate', 'library-item': 'library item' }[result.as];
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
    inputs: inputs/* INPUTS */.m,
    outputs: {
        vm: { description: 'Managed object id of the VM or template, such as vm-42.', value: ({ vm }) => vm },
        'library-item': {
            description: 'Id of the item of the content library, with `as: library-item`.',
            value: ({ libraryItem }) => libraryItem,
        },
        'inventory-path': {
            description: 'Its inventory path, such as /DC1/vm/Templates/ws2019-std.',
            value: ({ inventoryPath }) => inventoryPath,
        },
        'uploaded-bytes': {
            description: 'Bytes that were sent; 0 when an existing one was kept.',
            value: ({ uploadedBytes }) => uploadedBytes,
        },
    },
    holds: [held_session/* HELD_SESSION */.d, wire_rest/* HELD_REST_SESSION */.mN, HELD_IMPORT, HELD_LIBRARY_IMPORT, HELD_ITEM_UPLOAD],
    prepare: inputs/* prepare */.i,
    main: main,
    findings: () => [],
    summary: renderSummary,
});


/***/ }),

/***/ 73666:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ prepare),
/* harmony export */   m: () => (/* binding */ INPUTS)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _src_job_input_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(90458);
/* harmony import */ var _src_job_input_types_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(198);
/* harmony import */ var _src_job_shared_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(79871);
/* harmony import */ var _src_upload_working_names_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(30024);
/* harmony import */ var _src_vsphere_transfer_ovf_import_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(20083);
/* harmony import */ var _src_vsphere_vm_release_mark_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(29565);
/* harmony import */ var _read_network_map_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(33575);
/** The inputs of upload-esxi. */








const IF_EXISTS = ['fail', 'replace', 'keep'];
/** What a VM has, and an item of a library has not. */
const OF_VM = { without: [{ input: 'as', is: ['library-item'] }] };
/** Longer names than this vSphere does not take for VMs. */
const MAX_NAME = 80;
const INPUTS = {
    ova: (0,_src_job_input_js__WEBPACK_IMPORTED_MODULE_4__/* .input */ .h)(_src_job_input_types_js__WEBPACK_IMPORTED_MODULE_1__/* .path */ .Ae, {
        description: 'The OVA to upload; it is read where it lies, never unpacked.',
        required: true,
    }),
    ..._src_job_shared_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .SERVER_INPUTS */ .O9,
    datacenter: (0,_src_job_input_js__WEBPACK_IMPORTED_MODULE_4__/* .variant */ .O)(_src_job_shared_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .SERVER_INPUTS */ .O9.datacenter, {
        ...OF_VM,
        otherwise: 'the only one, or the one of the resource pool',
    }),
    'resource-pool': (0,_src_job_input_js__WEBPACK_IMPORTED_MODULE_4__/* .variant */ .O)(_src_job_shared_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .SERVER_INPUTS */ .O9['resource-pool'], {
        ...OF_VM,
        otherwise: 'the only one, or that of host',
    }),
    name: (0,_src_job_input_js__WEBPACK_IMPORTED_MODULE_4__/* .input */ .h)(_src_job_input_types_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq, {
        description: 'Name of the VM or template, or the one that a candidate is to be published under; at most 50 characters.',
        template: { key: 'name', read: ({ name }) => name },
        otherwise: 'the name of the OVA file',
    }),
    datastore: (0,_src_job_input_js__WEBPACK_IMPORTED_MODULE_4__/* .input */ .h)(_src_job_input_types_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq, {
        ...OF_VM,
        description: 'Datastore, by name or inventory path.',
        template: { key: 'publish', read: ({ publish }) => publish[0]?.datastore },
        otherwise: 'the only one that the hosts of the pool mount',
    }),
    folder: (0,_src_job_input_js__WEBPACK_IMPORTED_MODULE_4__/* .input */ .h)(_src_job_input_types_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq, {
        ...OF_VM,
        description: 'VM folder, by name or inventory path.',
        template: { key: 'publish', read: ({ publish }) => publish[0]?.folder },
        otherwise: 'the root of the datacenter',
    }),
    host: (0,_src_job_input_js__WEBPACK_IMPORTED_MODULE_4__/* .input */ .h)(_src_job_input_types_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq, {
        ...OF_VM,
        description: 'ESXi host to import on, by name or inventory path; needed in a cluster without DRS.',
        otherwise: 'chosen by vSphere',
    }),
    'network-map': (0,_src_job_input_js__WEBPACK_IMPORTED_MODULE_4__/* .input */ .h)(_src_job_input_types_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_, {
        ...OF_VM,
        description: 'Lines of the form name in the OVA = name in the inventory; a name alone stands for every network.',
        otherwise: 'networks of the same name, or the only one',
    }),
    'disk-provisioning': (0,_src_job_input_js__WEBPACK_IMPORTED_MODULE_4__/* .input */ .h)((0,_src_job_input_types_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)(_src_vsphere_transfer_ovf_import_js__WEBPACK_IMPORTED_MODULE_3__/* .DISK_PROVISIONINGS */ .Xv), {
        ...OF_VM,
        description: 'How the datastore gives room to the disk.',
        default: 'thin',
    }),
    as: (0,_src_job_input_js__WEBPACK_IMPORTED_MODULE_4__/* .input */ .h)((0,_src_job_input_types_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)(['candidate', 'vm', 'template', 'library-item']), {
        description: 'What it becomes: a `candidate`, that is a VM named `<name>.candidate-<run id>` which verify-quiesce proves and publish-template publishes; or at once a VM or a template (vCenter only) that people find under its name, proven or not; or an item of a content library (`library-item`), proven or not, which publish-template makes of a proven candidate instead.',
        default: 'candidate',
    }),
    library: (0,_src_job_input_js__WEBPACK_IMPORTED_MODULE_4__/* .input */ .h)(_src_job_input_types_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq, {
        only: [{ input: 'as', is: ['library-item'] }],
        description: 'Content library of the item, by its name; a local one. Only with `as: library-item`.',
        template: { key: 'publish', read: ({ publish }) => publish[0]?.library },
        otherwise: '**required** with `as: library-item`',
    }),
    'via-library': (0,_src_job_input_js__WEBPACK_IMPORTED_MODULE_4__/* .input */ .h)(_src_job_input_types_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq, {
        ...OF_VM,
        description: 'Content library, by its name, a local one: the OVA goes through it, so that this runner needs to reach vCenter alone. An item for the time being takes the OVA, vCenter deploys the VM from it, and the item is removed.',
        otherwise: 'straight to an ESXi host',
    }),
    'if-exists': (0,_src_job_input_js__WEBPACK_IMPORTED_MODULE_4__/* .input */ .h)((0,_src_job_input_types_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)(IF_EXISTS), {
        only: [{ input: 'as', is: ['vm', 'template', 'library-item'] }],
        description: 'When the folder has a VM of that name: fail, replace it once the new one is whole, or keep it and upload nothing. A candidate disturbs nobody of its name, and takes the place of that of an earlier attempt of the same run. Of a library item the content is replaced, its id stays; one that no release made never is.',
        default: 'fail',
    }),
};
function prepare(reading, place) {
    const { values, missing, invalid } = reading;
    const { ova, as, library } = values;
    if (as === 'library-item' && library === undefined)
        throw missing('library');
    const name = values.name ?? (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(ova).replace(/\.ova$/i, '');
    if (name.length > MAX_NAME - _src_upload_working_names_js__WEBPACK_IMPORTED_MODULE_5__/* .NAME_RESERVE */ .bH) {
        throw invalid('name', name, `Write at most ${MAX_NAME - _src_upload_working_names_js__WEBPACK_IMPORTED_MODULE_5__/* .NAME_RESERVE */ .bH} characters.`);
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
        networks: (0,_read_network_map_js__WEBPACK_IMPORTED_MODULE_6__/* .readNetworkMap */ .d)(values['network-map'], reading),
        diskProvisioning: values['disk-provisioning'],
        as,
        run: (0,_src_vsphere_vm_release_mark_js__WEBPACK_IMPORTED_MODULE_7__/* .runForNames */ .v2)(place.run),
        ifExists: values['if-exists'],
        library,
        viaLibrary: values['via-library'],
    };
}


/***/ }),

/***/ 33575:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ readNetworkMap)
/* harmony export */ });
/** The input network-map. */
/** @param entries `name in the OVA = name in the inventory`; one without `=` stands for every network. @throws UserError input-invalid */
function readNetworkMap(entries, { invalid }) {
    const wishes = new Map();
    for (const entry of entries ?? []) {
        const match = /^(?:(.+?)\s*=\s*)?([^=]+)$/.exec(entry);
        if (match?.[2] === undefined || entry.includes('->')) {
            throw invalid('network-map', entry, 'Write lines such as VM Network = dvs-servers.');
        }
        const source = match[1] ?? '*';
        const before = wishes.get(source);
        if (before !== undefined) {
            const what = source === '*' ? 'every network' : source;
            throw invalid('network-map', entry, `Map each network of the OVA once: ${what} is mapped to ${before} already.`);
        }
        wishes.set(source, match[2].trim());
    }
    return wishes;
}


/***/ }),

/***/ 65887:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ judgeOvfDisks)
/* harmony export */ });
/* unused harmony export OVF_DISK_FINDINGS */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/* harmony import */ var _ova_member_name_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(69599);
/* harmony import */ var _ova_ova_disks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48178);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16053);
/* harmony import */ var _rule_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(21667);
/** What the descriptor of an OVA says of disks, held against what lies in the archive. */





const UNUSED = {
    code: 'ovf-disk-unused',
    severity: 'warning',
    remedy: 'Export the VM again with all its disks attached, or make the OVA without that file.',
    source: 'DSP0243, section 8.4; VMware-AIops issue 19',
};
const OTHER_CAPACITY = {
    code: 'ovf-capacity-differs',
    severity: 'error',
    remedy: 'Make the OVA again with convert-ova, which takes the capacity from the disk, or export the VM again.',
    source: 'DSP0243, section 9.1; ESXi ends the transfer with "Capacity of uploaded disk is larger than requested"',
};
const OTHER_SIZE = {
    code: 'ovf-size-differs',
    severity: 'warning',
    remedy: 'Make the OVA again with convert-ova, or write the size of the file into the descriptor and the digest of the descriptor into the manifest.',
    source: 'DSP0243, section 7.1; gardenlinux issue 2322 (vSphere ends the import), vic-product issue 1166 (ovftool warns), govmomi issue 3440',
};
const NOT_FIRST = {
    code: 'ovf-not-first',
    severity: 'error',
    remedy: 'Pack the files again with the descriptor first: tar --format=gnu -cf <ova> <descriptor>.ovf <the other files>.',
    source: 'DSP0243, section 5.3; osbuild-composer issue 3926 (Workstation, ovftool), bottlerocket pull request 1719 (vSphere)',
};
const MISSING = {
    code: 'ovf-file-missing',
    severity: 'error',
    remedy: 'Export the VM again, or take the file out of the descriptor, with what refers to it.',
    source: 'DSP0243, section 7.1; photon issue 777, vmware.vmware issue 257 (an NVRAM file that vSphere misses)',
};
/** Of no disk of an OVA by itself: what its descriptor says of them. */
const OVF_DISK_FINDINGS = [UNUSED, OTHER_CAPACITY, OTHER_SIZE, NOT_FIRST, MISSING];
/** Reads the first blocks of each disk. A disk that cannot be read says nothing of its capacity; others tell that it cannot. */
async function judgeOvfDisks(ova) {
    const { ovf, members, descriptor } = ova;
    if (ovf === undefined || ovf instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatError */ .IF)
        return [];
    const findings = [
        ...notFirst(ova),
        ...(0,_ova_ova_disks_js__WEBPACK_IMPORTED_MODULE_1__/* .unusedDisks */ .$g)(ova).map((name) => unused(ova.path, name)),
        ...ovf.files.flatMap((file) => [...missing(ova, file), ...otherSize(ova, file)]),
    ];
    for (const { file, capacity, parent } of ovf.drives.map(({ disk }) => disk)) {
        const member = file && (0,_ova_member_name_js__WEBPACK_IMPORTED_MODULE_4__/* .findReferenced */ .FU)(members, file.href, descriptor?.name);
        if (!member || capacity === undefined || file.compression !== undefined || parent !== undefined)
            continue;
        const size = await (0,_ova_ova_disks_js__WEBPACK_IMPORTED_MODULE_1__/* .openOvaDisk */ .O3)(ova, { member, place: '' }).then(sizeOf, unreadable);
        if (size !== undefined && differs(capacity, size))
            findings.push(otherCapacity(member.name, capacity, size));
    }
    return findings;
}
/** Who streams a package from its beginning looks for the descriptor there alone. */
function notFirst({ path, members, descriptor }) {
    const [first] = members.keys();
    if (descriptor === undefined || first === descriptor.name)
        return [];
    const seen = `${path} begins with ${first}, not with its descriptor: vSphere refuses to fetch such an archive, and ovftool and Workstation to read it`;
    return [(0,_rule_js__WEBPACK_IMPORTED_MODULE_3__/* .found */ .F9)(NOT_FIRST, seen)];
}
/** A reference may lead out of the package; one that is cut into pieces is called otherwise. */
function missing({ path, members, descriptor }, { href, chunkSize }) {
    const isElsewhere = /^[a-z][a-z0-9+.-]*:/i.test(href) || chunkSize !== undefined;
    if (isElsewhere || (0,_ova_member_name_js__WEBPACK_IMPORTED_MODULE_4__/* .findReferenced */ .FU)(members, href, descriptor?.name) !== undefined)
        return [];
    return [(0,_rule_js__WEBPACK_IMPORTED_MODULE_3__/* .found */ .F9)(MISSING, `The OVF descriptor of ${path} names the file ${href}, which is not in the archive`)];
}
/** Of a file that lies in the archive as it is. */
function otherSize({ path, members, descriptor }, file) {
    const member = (0,_ova_member_name_js__WEBPACK_IMPORTED_MODULE_4__/* .findReferenced */ .FU)(members, file.href, descriptor?.name);
    if (member === undefined || file.size === undefined || file.compression !== undefined)
        return [];
    if (file.size === member.size)
        return [];
    const seen = `The OVF descriptor of ${path} says that ${member.name} has ${file.size} bytes, and it has ${member.size}`;
    return [(0,_rule_js__WEBPACK_IMPORTED_MODULE_3__/* .found */ .F9)(OTHER_SIZE, seen)];
}
async function sizeOf(disk) {
    await disk.close();
    return disk.size;
}
function unreadable(error) {
    if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatError */ .IF) && !(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo))
        throw error;
}
/** A capacity in MiB or GiB was rounded up. */
function differs({ bytes, unit }, size) {
    return size > bytes || bytes - size >= unit;
}
function unused(path, name) {
    return (0,_rule_js__WEBPACK_IMPORTED_MODULE_3__/* .found */ .F9)(UNUSED, `The OVF descriptor of ${path} lists the disk ${name}, and no item of the machine uses it: who imports the OVA does not get it`);
}
/** A disk that is smaller than it was told fits in all the same. */
function otherCapacity(name, { bytes }, size) {
    const isLarger = size > bytes;
    const seen = `The OVF descriptor gives ${name} a capacity of ${(0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .formatSize */ .Xq)(bytes)} (${bytes} bytes), and the disk in it has ${(0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .formatSize */ .Xq)(size)} (${size} bytes)${isLarger ? ': ESXi refuses to take a disk that is larger than it was told' : ''}`;
    return { ...(0,_rule_js__WEBPACK_IMPORTED_MODULE_3__/* .found */ .F9)(OTHER_CAPACITY, seen), severity: isLarger ? 'error' : 'warning' };
}


/***/ }),

/***/ 30024:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B2: () => (/* binding */ oldName),
/* harmony export */   To: () => (/* binding */ readWorkingName),
/* harmony export */   bH: () => (/* binding */ NAME_RESERVE),
/* harmony export */   oW: () => (/* binding */ newName)
/* harmony export */ });
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


/***/ }),

/***/ 20083:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Xv: () => (/* binding */ DISK_PROVISIONINGS),
/* harmony export */   b2: () => (/* binding */ withExtraConfig),
/* harmony export */   fd: () => (/* binding */ importVApp),
/* harmony export */   v0: () => (/* binding */ createImportSpec)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/* harmony import */ var _xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61268);
/* harmony import */ var _vm_vm_operations_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63912);
/* harmony import */ var _wire_fault_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63926);
/* harmony import */ var _wire_moref_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7423);
/* harmony import */ var _wire_soap_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(68259);
/** Lets vSphere turn an OVF descriptor into an import spec, and opens the lease that takes the files (vim25 OvfManager). */






const DISK_PROVISIONINGS = ['thin', 'thick', 'eagerZeroedThick'];
/**
 * Nothing is made yet: what the server has against the descriptor is said before the first byte is sent.
 * @throws UserError ova-invalid with all of it, and when it does not know the guest id
 */
async function createImportSpec(session, request) {
    const { pool, datastore, host, networks } = request;
    const parameters = (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .present */ .Eb)((0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('locale', ''), (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('deploymentOption', ''), (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('entityName', request.name), host && (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .reference */ .ir)('hostSystem', host), ...[...networks].map(([name, network]) => (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .node */ .rH)('networkMapping', [(0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('name', name), (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .reference */ .ir)('network', network)])), (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('diskProvisioning', request.diskProvisioning));
    const answer = await session.call('CreateImportSpec', session.manager('ovfManager'), [
        (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('ovfDescriptor', request.descriptor),
        (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .reference */ .ir)('resourcePool', pool),
        (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .reference */ .ir)('datastore', datastore),
        (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .node */ .rH)('cisp', parameters),
    ]);
    const result = (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .child */ .jf)(answer, 'returnval');
    const texts = (name) => (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .childrenNamed */ .De)(result, name).map((fault) => {
        const { type, message } = (0,_wire_fault_js__WEBPACK_IMPORTED_MODULE_3__/* .readLocalizedFault */ .uf)('CreateImportSpec', fault);
        return message === type ? type : `${message} (${type})`;
    });
    const errors = texts('error');
    const spec = (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .child */ .jf)(result, 'importSpec');
    if (errors.length > 0 || !spec) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('ova-invalid', `${session.url.host} does not take the OVF descriptor: ${errors.join('; ') || 'it gives no import spec'}`, 'Compare hardware version, guest id and devices with what the host supports; convert-ova sets them.');
    }
    assertGuestKnown(spec, (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .childrenNamed */ .De)(result, 'warning'), request.guestId, session.url.host);
    return { spec, files: (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .childrenNamed */ .De)(result, 'fileItem').map(fileItemOf), warnings: texts('warning') };
}
/**
 * A guest id that the host does not know becomes another one, with a warning only (OvfMappedOsId; govmomi #1990); quiescing and the
 * default of disk.EnableUUID depend on it, and vSphere refuses it when it is set after the import.
 */
function assertGuestKnown(spec, warnings, wanted, host) {
    const mapped = warnings
        .map((warning) => (0,_wire_fault_js__WEBPACK_IMPORTED_MODULE_3__/* .readLocalizedFault */ .uf)('CreateImportSpec', warning))
        .find(({ type, message }) => type === 'OvfMappedOsId' || /operating system identifier/i.test(message));
    const given = (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(spec, 'configSpec.guestId');
    const other = wanted !== undefined && given !== undefined && given !== '' && given !== wanted;
    if (!mapped && !other)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('ova-invalid', `${host} does not know the guest id ${wanted ?? 'of the OVA'}${mapped ? `: ${mapped.message}` : ` and would make it ${given}`}`, 'Choose a newer host (Server 2022 needs vSphere 7.0 U1, Server 2025 needs 8.0), or make the OVA with the guest id of an older Windows Server.');
}
/** @returns the lease, which is not ready yet */
async function importVApp(session, spec, { pool, folder, host }) {
    const answer = await session.call('ImportVApp', pool, (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .present */ .Eb)({ ...spec, name: 'spec' }, (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .reference */ .ir)('folder', folder), host && (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .reference */ .ir)('host', host)));
    const lease = (0,_wire_moref_js__WEBPACK_IMPORTED_MODULE_5__/* .morefOf */ .D)((0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .child */ .jf)(answer, 'returnval'));
    if (lease)
        return lease;
    throw new _wire_fault_js__WEBPACK_IMPORTED_MODULE_3__/* .VsphereFault */ .eM('ImportVApp', 'RuntimeFault', 'the server gave no lease');
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
            return { ...part, children: part.children.toSpliced(at, 0, (0,_vm_vm_operations_js__WEBPACK_IMPORTED_MODULE_2__/* .optionValue */ .TN)(key, setting)) };
        }),
    };
}
function fileItemOf(item) {
    return {
        deviceId: (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(item, 'deviceId') ?? '',
        path: (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(item, 'path') ?? '',
        create: (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(item, 'create') === 'true',
    };
}


/***/ })

};
