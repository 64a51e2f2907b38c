export const id = 5665;
export const ids = [5665];
export const modules = {

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

/***/ 88223:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ov: () => (/* binding */ announceItemRelease),
/* harmony export */   Q6: () => (/* binding */ settleItemRelease),
/* harmony export */   Sm: () => (/* binding */ describeItemRelease),
/* harmony export */   kL: () => (/* binding */ releaseOfItem)
/* harmony export */ });
/** What a library item says of itself in its description, the last lines of which are for the next release. */
const RELEASE = 'stillframe.release';
/** Stands under the release while its content is replaced: description and content cannot be changed in one step. */
const NEXT = 'stillframe.next';
const LINE = /^stillframe\.(?:release|next content=(\S+)) run=([0-9a-z]{1,19}) ova=([0-9a-f]{64}) published=(\S+)$/;
function describeItemRelease(notes, release) {
    return `${notes}\n${RELEASE} ${format(release)}`;
}
/**
 * @param contentVersion of the content that is to be replaced
 * @returns a description that is true before and after that
 */
function announceItemRelease(description, contentVersion, next) {
    return `${settleItemRelease(description, contentVersion)}\n${NEXT} content=${encodeURIComponent(contentVersion)} ${format(next)}`;
}
/** The same description without an announcement: what was announced has come, where the content is another by now. */
function settleItemRelease(description, contentVersion) {
    const lines = linesOf(description);
    if (readLine(lines.at(-1))?.content === undefined)
        return lines.join('\n');
    const release = releaseOfItem(description, contentVersion);
    const notes = lines.slice(0, -2).join('\n');
    return release === undefined ? lines.slice(0, -1).join('\n') : describeItemRelease(notes, release);
}
/**
 * @param contentVersion of what the item has
 * @returns undefined for the description of anything that no release made
 */
function releaseOfItem(description, contentVersion) {
    const lines = linesOf(description);
    const last = readLine(lines.at(-1));
    if (last?.content === undefined)
        return last?.release;
    const before = readLine(lines.at(-2));
    if (before === undefined || before.content !== undefined)
        return undefined;
    return last.content === encodeURIComponent(contentVersion) ? before.release : last.release;
}
function linesOf(description) {
    return description.trimEnd().split('\n');
}
function format({ run, ova, published }) {
    return `run=${run} ova=${ova} published=${published.toISOString()}`;
}
function readLine(line = '') {
    const [, content, run, ova, written] = LINE.exec(line) ?? [];
    const published = new Date(written ?? '');
    if (run === undefined || ova === undefined || Number.isNaN(published.getTime()))
        return undefined;
    return { content, release: { run, ova, published } };
}


/***/ }),

/***/ 73752:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ listFiles),
/* harmony export */   Dw: () => (/* binding */ listItems),
/* harmony export */   F0: () => (/* binding */ findLibrary),
/* harmony export */   Ie: () => (/* binding */ awaitItem),
/* harmony export */   KN: () => (/* binding */ datastoresOf),
/* harmony export */   LD: () => (/* binding */ deleteItem),
/* harmony export */   XW: () => (/* binding */ copyItem),
/* harmony export */   f: () => (/* binding */ describeItem),
/* harmony export */   k0: () => (/* binding */ readItem),
/* harmony export */   wE: () => (/* binding */ createItem)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41251);
/* harmony import */ var _nearest_name_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92106);
/* harmony import */ var _wire_poll_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47749);
/* harmony import */ var _wire_rest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(71030);
/** Content libraries of a vCenter and the items in them (vSphere Automation API, 6.5). */





const LIBRARIES = 'content/library';
const ITEMS = 'content/library/item';
/**
 * @throws UserError vsphere-not-found with the nearest name; vsphere-ambiguous; vsphere-refused for a subscribed library, whose items come
 * from elsewhere
 * @param input that names it, for messages
 */
async function findLibrary(rest, name, input = 'library') {
    const found = await find(rest, LIBRARIES, { name });
    const [id, second] = found;
    if (id === undefined)
        throw await noLibrary(rest, name, input);
    if (second !== undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('vsphere-ambiguous', `More than one content library is called ${name}`, `Rename one of them: the input ${input} names a library by its name.`);
    }
    const { type } = (await read(rest, LIBRARIES, id));
    if (type === 'LOCAL')
        return { id, name };
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('vsphere-refused', `The content library ${name} is ${(type ?? 'not local').toLowerCase()}: its items come from elsewhere`, `Set ${input} to a local one, to which the others subscribe.`);
}
async function noLibrary(rest, name, input) {
    const ids = (await rest.call({ method: 'GET', resource: LIBRARIES, repeatable: true }));
    const all = await Promise.all((ids ?? []).map(async (id) => (await read(rest, LIBRARIES, id)).name));
    const names = all.filter((one) => one !== undefined).sort();
    const near = (0,_nearest_name_js__WEBPACK_IMPORTED_MODULE_4__/* .nearestName */ .q)(name, names);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('vsphere-not-found', `There is no content library ${name}${near === undefined ? '' : `; did you mean ${near}?`}`, names.length === 0
        ? 'Make a local content library first.'
        : `Set the input ${input} to one of: ${names.join(', ')}`);
}
/** Items of one library, in no order; with a name only that one, which is the only one of its name. */
async function listItems(rest, library, name) {
    const ids = await find(rest, ITEMS, { library_id: library.id, ...(name !== undefined && { name }) });
    const items = await Promise.all(ids.map((id) => readItem(rest, id)));
    return items.filter((item) => item !== undefined);
}
/** @returns undefined when it is gone */
async function readItem(rest, id) {
    try {
        const item = (await read(rest, ITEMS, id));
        return {
            id,
            name: item.name ?? '',
            description: item.description ?? '',
            type: item.type ?? '',
            size: item.size ?? 0,
            contentVersion: item.content_version ?? '',
            cached: item.cached === true,
        };
    }
    catch (error) {
        // An old simulator answers a plain 404.
        if (error instanceof _wire_rest_js__WEBPACK_IMPORTED_MODULE_3__/* .RestRefused */ .jf && (error.type === 'not_found' || error.type === ''))
            return undefined;
        throw error;
    }
}
/** @returns id of an item without files, which takes those of an OVF package */
async function createItem(rest, { library, name, description }) {
    const body = { library_id: library.id, name, description, type: 'ovf' };
    const call = { resource: ITEMS, body, parameter: 'create_spec', token: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)() };
    const privileges = 'ContentLibrary.AddLibraryItem on the library, as a global permission,';
    return (await rest.call({ method: 'POST', ...call, repeatable: true, privileges }));
}
/** What an item holds. */
async function listFiles(rest, id) {
    const old = { resource: `${ITEMS}/file`, query: { library_item_id: id } };
    const files = (await rest.call({ method: 'GET', resource: ITEMS, id, part: 'file', old, repeatable: true }));
    return (files ?? []).map(({ name = '', size = 0 }) => ({ name, size }));
}
/** Ids of the datastores that a library keeps its files on; none where it keeps them elsewhere. */
async function datastoresOf(rest, { id }) {
    const { storage_backings: backings } = (await read(rest, LIBRARIES, id));
    return (backings ?? []).flatMap(({ datastore_id: datastore }) => datastore ?? []);
}
/** The copy is begun, and filled by the server on its own time. @returns its id */
async function copyItem(rest, source, as) {
    const body = { library_id: as.library.id, name: as.name, description: as.description };
    const privileges = 'ContentLibrary.AddLibraryItem on the library, as a global permission,';
    const call = { resource: ITEMS, id: source, action: 'copy', body, parameter: 'destination_create_spec', privileges };
    return (await rest.call({ method: 'POST', ...call, repeatable: false }));
}
/** @returns whether it was filled in time, to the size of its source */
async function awaitItem(rest, signal, id, { size, timeout }) {
    const whole = async () => {
        const item = await readItem(rest, id);
        return (item?.cached && item.size >= size) || undefined;
    };
    return (await (0,_wire_poll_js__WEBPACK_IMPORTED_MODULE_2__/* .pollUntil */ .g)(signal, whole, timeout)) === true;
}
async function describeItem(rest, id, description) {
    const privileges = 'ContentLibrary.UpdateLibraryItem on the library, as a global permission,';
    const call = { resource: ITEMS, id, body: { description }, parameter: 'update_spec', privileges };
    await rest.call({ method: 'PATCH', ...call, repeatable: true });
}
/** That it is gone already is as good. */
async function deleteItem(rest, id) {
    try {
        const privileges = 'ContentLibrary.DeleteLibraryItem on the library, as a global permission,';
        await rest.call({ method: 'DELETE', resource: ITEMS, id, repeatable: true, privileges });
    }
    catch (error) {
        if ((await readItem(rest, id)) !== undefined)
            throw error;
    }
}
async function find(rest, resource, spec) {
    const call = { resource, action: 'find', body: spec, parameter: 'spec' };
    return ((await rest.call({ method: 'POST', ...call, repeatable: true })) ?? []);
}
function read(rest, resource, id) {
    return rest.call({ method: 'GET', resource, id, repeatable: true });
}


/***/ }),

/***/ 5748:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ sayOvfMessages)
/* harmony export */ });
/** What vcenter/ovf/library-item says beside its answer (structure `result info`, API 6.5). */
/** For people; what is without words is left out. */
function sayOvfMessages({ errors = [], warnings = [] }) {
    return { errors: errors.flatMap(wordsOf), warnings: warnings.flatMap(wordsOf) };
}
function wordsOf({ message, error, issues }) {
    const said = [message, error?.messages?.[0], ...(issues ?? []).map((issue) => issue.message)];
    return said.flatMap((one) => one?.default_message ?? []);
}


/***/ }),

/***/ 47766:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ replaceContent),
/* harmony export */   c: () => (/* binding */ findReleasedItem)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/* harmony import */ var _item_release_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88223);
/* harmony import */ var _library_items_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73752);
/** Replaces the content of a library item by a release, and says in its description at every moment which one it has. */



/**
 * @returns the item that has the name; undefined when none does
 * @throws UserError vsphere-exists for one that no release made
 */
async function findReleasedItem(rest, library, name) {
    const [current] = await (0,_library_items_js__WEBPACK_IMPORTED_MODULE_1__/* .listItems */ .Dw)(rest, library, name);
    if (current && (0,_item_release_js__WEBPACK_IMPORTED_MODULE_2__/* .releaseOfItem */ .kL)(current.description, current.contentVersion) === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('vsphere-exists', `The content library ${library.name} has an item ${name} that no release made: it is not replaced, nor taken for one`, 'Rename that item, or publish to another library.');
    }
    return current;
}
/**
 * The server leaves the description of an item alone whose content it replaces, so that it says before what comes.
 * @param fill gives the item the new content in one step, or makes it; gives its id
 * @returns its id
 */
async function replaceContent(session, rest, { current, name, description, release }, fill) {
    // Copying it aside may have taken an hour.
    const before = current && (await (0,_library_items_js__WEBPACK_IMPORTED_MODULE_1__/* .readItem */ .k0)(rest, current.id));
    const version = before?.contentVersion ?? '';
    if (before && version !== '') {
        await (0,_library_items_js__WEBPACK_IMPORTED_MODULE_1__/* .describeItem */ .f)(rest, before.id, (0,_item_release_js__WEBPACK_IMPORTED_MODULE_2__/* .announceItemRelease */ .Ov)(before.description, version, release));
    }
    try {
        const item = await fill(before?.id);
        await (0,_library_items_js__WEBPACK_IMPORTED_MODULE_1__/* .describeItem */ .f)(rest, item, description);
        return item;
    }
    catch (error) {
        if (session.signal.aborted) {
            // What was announced is true whatever comes of it.
            session.log.warning(`The server may still be at the content of the item ${name}, and nobody can stop it: the description of the item says what it has, and the next run goes on from there.`);
        }
        else if (before)
            await withdraw(session, rest, before);
        throw error;
    }
}
/** Where the content is another by now, somebody else has replaced it, and says so. */
async function withdraw(session, rest, before) {
    try {
        const now = await (0,_library_items_js__WEBPACK_IMPORTED_MODULE_1__/* .readItem */ .k0)(rest, before.id);
        if (now?.contentVersion === before.contentVersion)
            await (0,_library_items_js__WEBPACK_IMPORTED_MODULE_1__/* .describeItem */ .f)(rest, before.id, before.description);
    }
    catch (error) {
        session.log.debug(`The description of the item ${before.id}: ${String(error)}`);
    }
}


/***/ }),

/***/ 87921:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ changePlaces)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/* harmony import */ var _wire_entity_name_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(36567);
/* harmony import */ var _wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4732);
/* harmony import */ var _wire_properties_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85925);
/* harmony import */ var _power_state_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(65515);
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
    if (properties.get('name')?.text !== (0,_wire_entity_name_js__WEBPACK_IMPORTED_MODULE_4__/* .escapeName */ .L)(name))
        throw taken(name);
    const active = (0,_power_state_js__WEBPACK_IMPORTED_MODULE_5__/* .activity */ .E)(properties.get('runtime.powerState')?.text);
    if (active === undefined)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('vsphere-exists', `${path} is ${active}, and is not replaced`, 'Shut it down first, or choose another name.');
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
    if (now !== (0,_wire_entity_name_js__WEBPACK_IMPORTED_MODULE_4__/* .escapeName */ .L)(name))
        await (0,_vm_operations_js__WEBPACK_IMPORTED_MODULE_3__/* .renameEntity */ .kp)(session, vm, name);
}


/***/ }),

/***/ 98444:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ renewCandidate),
/* harmony export */   p: () => (/* binding */ readReleaseMark)
/* harmony export */ });
/* harmony import */ var _wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4732);
/* harmony import */ var _wire_properties_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85925);
/* harmony import */ var _release_mark_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(29565);
/* harmony import */ var _vm_facts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98508);
/* harmony import */ var _vm_operations_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63912);
/** The release mark of a VM, read from it and renewed. */





/** @returns undefined when the VM carries none that can be read, or is gone */
async function readReleaseMark(session, vm) {
    try {
        const properties = await (0,_wire_properties_js__WEBPACK_IMPORTED_MODULE_1__/* .readProperties */ .Qh)(session, vm, ['config.extraConfig']);
        return (0,_release_mark_js__WEBPACK_IMPORTED_MODULE_4__/* .parseReleaseMark */ .wX)((0,_vm_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .extraConfigOf */ .E6)(properties.get('config.extraConfig')).get(_release_mark_js__WEBPACK_IMPORTED_MODULE_4__/* .RELEASE_KEY */ .Gf) ?? '');
    }
    catch (error) {
        if ((0,_wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .isFault */ .Z)(error, 'ManagedObjectNotFound'))
            return undefined;
        throw error;
    }
}
/** Renewals closer together than this change nothing that matters, and every change of a VM ends what was proven of it. */
const RENEWED_ENOUGH = _release_mark_js__WEBPACK_IMPORTED_MODULE_4__/* .CANDIDATE_LIFE */ .L3 - 12 * 3_600_000;
/** Whoever works on a candidate keeps it for another week. The settings of a template cannot be changed: then nothing is renewed. */
async function renewCandidate(session, vm, mark) {
    if (mark.expires.getTime() - session.now().getTime() > RENEWED_ENOUGH)
        return;
    const expires = new Date(session.now().getTime() + _release_mark_js__WEBPACK_IMPORTED_MODULE_4__/* .CANDIDATE_LIFE */ .L3);
    try {
        await (0,_vm_operations_js__WEBPACK_IMPORTED_MODULE_3__/* .reconfigureVm */ .Nc)(session, vm, { extraConfig: { [_release_mark_js__WEBPACK_IMPORTED_MODULE_4__/* .RELEASE_KEY */ .Gf]: (0,_release_mark_js__WEBPACK_IMPORTED_MODULE_4__/* .formatReleaseMark */ .IG)({ ...mark, expires }) } });
    }
    catch (error) {
        session.signal.throwIfAborted();
        session.log.warning(`${vm.value} stays a candidate until ${mark.expires.toISOString()} only: ${String(error)}`);
    }
}


/***/ }),

/***/ 71030:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  mN: () => (/* binding */ HELD_REST_SESSION),
  p0: () => (/* binding */ REST_TOKEN),
  jf: () => (/* binding */ RestRefused),
  TU: () => (/* binding */ connectRest),
  uo: () => (/* binding */ resumeRest)
});

// EXTERNAL MODULE: ./.cache/build/src/errors.js
var errors = __webpack_require__(41251);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/http.js
var http = __webpack_require__(83616);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/lingering.js
var lingering = __webpack_require__(73175);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/passing-error.js
var passing_error = __webpack_require__(68834);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/poll.js
var poll = __webpack_require__(47749);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/renewal.js
var wire_renewal = __webpack_require__(25506);
;// CONCATENATED MODULE: ./.cache/build/src/vsphere/wire/rest-style.js
/**
 * The two spellings of vCenter's REST API: `/api` since 7.0 U2, whose bodies are the values themselves, and `/rest` before it, which wraps
 * every value (VMware, vSphere Automation API: "Structure changes of REST requests and responses").
 */
const SESSION = {
    api: '/api/session',
    rest: '/rest/com/vmware/cis/session',
};
/** Path and query. */
function restPath(style, call) {
    if (style === 'api') {
        const { resource, id, part, action } = call;
        const below = [id, part].flatMap((one) => (one === undefined ? [] : `/${encodeURIComponent(one)}`)).join('');
        return `/api/${resource}${below}${action === undefined ? '' : `?action=${action}`}`;
    }
    const { resource, id, action, query } = { query: undefined, ...call, ...call.old };
    const below = id === undefined || query !== undefined ? '' : `/id:${encodeURIComponent(id)}`;
    const parameters = Object.entries({ ...(action !== undefined && { '~action': action }), ...query });
    const said = parameters.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
    return `/rest/com/vmware/${resource}${below}${said === '' ? '' : `?${said}`}`;
}
/** Fields of the head that only this call has: `/api` takes the token there, `/rest` in the body. */
function restHead(style, { token }) {
    return style === 'api' && token !== undefined ? { 'Client-Token': token } : {};
}
function restBody(style, { body, parameter, token, old }) {
    if (body === undefined)
        return undefined;
    if (style === 'api')
        return JSON.stringify(body);
    const given = old?.body ?? body;
    const wrapped = parameter === undefined ? given : { [parameter]: given };
    return JSON.stringify(token === undefined ? wrapped : { client_token: token, ...wrapped });
}
/** What an answer holds; undefined for an empty one. @throws SyntaxError for what is no JSON */
function restValue(style, text) {
    if (text.trim() === '')
        return undefined;
    const answer = JSON.parse(text);
    return style === 'rest' ? answer?.value : answer;
}
/** From an answer that is an error: both spellings are told apart by what is in it. */
function restRefusal(text) {
    try {
        const answer = JSON.parse(text);
        const messages = answer?.messages ?? answer?.value?.messages ?? [];
        const type = answer?.error_type ?? answer?.type?.split('.').at(-1) ?? '';
        return { type: type.toLowerCase(), text: messages.flatMap(({ default_message: one }) => one ?? []).join('; ') };
    }
    catch {
        return { type: '', text: '' };
    }
}

// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/server-url.js
var server_url = __webpack_require__(68567);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/trust.js
var trust = __webpack_require__(34428);
;// CONCATENATED MODULE: ./.cache/build/src/vsphere/wire/rest.js
/** A session with the REST API of a vCenter, beside that of vim25: for what only it has (content libraries). */









const OTHERWISE = ['vsphere-refused', 'See the tasks and events of the vCenter.'];
/** By the types of vapi.std.errors. */
const REFUSALS = {
    unauthorized: ['vsphere-refused', 'Give the account the privileges for content libraries (docs/vsphere.md).'],
    resource_busy: ['vsphere-busy', 'Another run or person is at it: wait until that has ended, and run the step again.'],
    already_exists: ['vsphere-exists', 'Somebody has made it meanwhile: look at it, and run the step again.'],
};
/** The server says no, and would say it again. */
class RestRefused extends errors/* UserError */.yo {
    /** Such as not_found or already_exists. */
    type;
    /** @param privileges that the call needs, for the hint */
    constructor(what, { type, text }, status, privileges) {
        const said = `${what} was refused with ${type || status}${text === '' ? '' : `: ${text}`}`;
        const forbidden = type === 'unauthorized' || (REFUSALS[type] === undefined && status === 403);
        const [code, hint] = (forbidden ? REFUSALS.unauthorized : REFUSALS[type]) ?? OTHERWISE;
        super(code, said, forbidden && privileges !== undefined ? `Give the account ${privileges} (docs/vsphere.md).` : hint);
        this.type = type;
    }
}
const PATIENCE = 120_000;
/** A connection that falls silent is told as one, so that its outcome is looked for, before this is over. */
const UNCANCELLED_TIMEOUT = http/* IDLE_TIMEOUT */.ZF + 30_000;
const LOGIN_TIMEOUT = 150_000;
const LOGOUT_TIMEOUT = 10_000;
/** Name of the field of the head that carries the token of a session. */
const REST_TOKEN = 'vmware-api-session-id';
/**
 * Logs in with the account of the session, at the same address, trusted likewise.
 * @throws UserError vsphere-login, vsphere-refused for a server without the API; PassingError when it stays away; the signal's reason
 */
async function connectRest(session, account) {
    let { style, token } = await logIn(session, account);
    const renewal = (0,wire_renewal/* createRenewal */.l)({
        url: session.url,
        log: session.log,
        what: 'the REST session',
        // Not until the run is cancelled: what must not be torn needs the session still.
        logInAgain: async (running) => {
            ({ style, token } = await (0,lingering/* lingering */.e)(running, LOGIN_TIMEOUT, (within) => begin(session, account, within)));
        },
        onRenewed: account.onRenewed,
    });
    const callerWithin = (signal) => {
        const { agent, url, log } = session;
        const send = (call) => patiently({ url, signal, log }, call, () => sendCall({ agent, url, signal }, style, token, call));
        return async (call) => {
            const used = token;
            const answer = await send(call);
            // Whoever is still at work once the session is closed would begin one that nobody ends.
            if (answer.status !== 401 || renewal.isStopped())
                return readAnswer(style, call, answer);
            // The server ends sessions as it likes: one login more is tried, by one of the calls that meet the end side by side.
            if (token === used)
                await renewal.renew(signal);
            return readAnswer(style, call, await send(call));
        };
    };
    return {
        call: callerWithin(session.signal),
        uncancelled: (limit = UNCANCELLED_TIMEOUT) => ({ call: callerWithin(AbortSignal.timeout(limit)) }),
        ticket: () => ({
            server: session.url.host,
            tls: session.ticket().tls,
            style,
            get token() {
                return token;
            },
        }),
        close: async () => {
            await renewal.stop();
            await logOut(session.agent, session.url, { style, token });
        },
    };
}
/**
 * Goes on with the session of a process that has ended, or whose run was cancelled.
 * @param body its calls are refused as unauthenticated once the server has ended the session
 */
async function resumeRest({ server, tls, style, token }, { signal, log }, body) {
    const agent = (0,trust/* createAgent */.Sn)(await (0,trust/* readTrust */.bn)(tls));
    const session = { agent, url: (0,server_url/* serverUrl */.V)(server), signal, log };
    try {
        return await body({
            call: async (call) => readAnswer(style, call, await patiently(session, call, () => sendCall(session, style, token, call))),
        });
    }
    finally {
        agent.destroy();
    }
}
/** A session that is to be undone by another process. */
const HELD_REST_SESSION = {
    kind: 'vsphere-rest-session',
    what: ({ server }) => `the REST session with ${server}`,
    undo: async (ticket) => {
        const agent = (0,trust/* createAgent */.Sn)(await (0,trust/* readTrust */.bn)(ticket.tls));
        try {
            await logOut(agent, (0,server_url/* serverUrl */.V)(ticket.server), ticket);
        }
        finally {
            agent.destroy();
        }
    },
};
async function logIn(session, account) {
    const made = await (0,lingering/* lingering */.e)(session.signal, LOGIN_TIMEOUT, (within) => begin(session, account, within));
    if (!session.signal.aborted)
        return made;
    await logOut(session.agent, session.url, made);
    throw session.signal.reason;
}
/** @param within ends it */
async function begin(session, { username, password }, within) {
    const { agent, url, log } = session;
    const Authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
    for (const style of ['api', 'rest']) {
        const call = { method: 'POST', resource: SESSION[style], repeatable: true };
        const answer = await patiently({ url, signal: within, log }, call, () => (0,http/* sendRequest */.w$)(agent, {
            method: 'POST',
            url: new URL(SESSION[style], url),
            headers: { Authorization },
            body: '',
            signal: within,
        }));
        if (answer.status === 401) {
            throw new errors/* UserError */.yo('vsphere-login', `${url.host} refused the login of ${username} to its REST API`, 'Content libraries need an account of the single sign-on domain, such as svc-images@vsphere.local.');
        }
        const token = answer.status < 300 ? restValue(style, answer.body.toString('utf8')) : undefined;
        if (typeof token === 'string')
            return { style, token };
    }
    throw new errors/* UserError */.yo('vsphere-refused', `${url.host} has no REST API`, 'Content libraries need a vCenter of 6.5 or newer: publish as template or vm.');
}
function sendCall({ agent, url, signal }, style, token, call) {
    const body = restBody(style, call);
    return (0,http/* sendRequest */.w$)(agent, {
        method: call.method,
        url: new URL(restPath(style, call), url),
        headers: {
            [REST_TOKEN]: token,
            ...(body !== undefined && { 'Content-Type': 'application/json' }),
            ...restHead(style, call),
        },
        ...(body !== undefined && { body }),
        signal,
        ...(call.idleTimeout !== undefined && { idleTimeout: call.idleTimeout }),
    });
}
/** What may be asked twice is asked again while the server is away or busy. */
async function patiently({ url, signal, log }, { method, resource, repeatable }, send) {
    let last;
    const answer = await (0,poll/* pollUntil */.g)(signal, async () => {
        try {
            const given = await send();
            if (!(0,http/* isPassingStatus */.Wj)(given.status))
                return given;
            last = new passing_error/* PassingError */.a('vsphere-unreachable', `${url.host} is busy (HTTP ${given.status})`, 'Run the step again when the server has time.', { taken: true });
        }
        catch (error) {
            if (!(error instanceof passing_error/* PassingError */.a))
                throw error;
            last = error;
        }
        if (!repeatable)
            throw last;
        log.debug(`${method} ${resource}: ${String(last)}; asking again`);
        return undefined;
    }, PATIENCE);
    if (answer === undefined)
        throw last;
    return answer;
}
function readAnswer(style, call, { status, body }) {
    const text = body.toString('utf8');
    const below = [call.part, call.action].filter((one) => one !== undefined).join(' ');
    const what = `${call.method} ${call.resource}${below === '' ? '' : ` (${below})`}`;
    if (status >= 400)
        throw new RestRefused(what, restRefusal(text), status, call.privileges);
    return restValue(style, text);
}
async function logOut(agent, url, { style, token }) {
    await (0,http/* sendRequest */.w$)(agent, {
        method: 'DELETE',
        url: new URL(SESSION[style], url),
        headers: { [REST_TOKEN]: token },
        signal: AbortSignal.timeout(LOGOUT_TIMEOUT),
    }).catch(() => {
        // It ends by itself when nobody uses it.
    });
}


/***/ })

};
