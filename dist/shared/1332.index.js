export const id = 1332;
export const ids = [1332,9853];
export const modules = {

/***/ 45759:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ publishTemplate)
});

// EXTERNAL MODULE: ./.cache/build/src/job/action.js
var action = __webpack_require__(36082);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/library/library-items.js
var library_items = __webpack_require__(73752);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/rest.js + 1 modules
var wire_rest = __webpack_require__(71030);
;// CONCATENATED MODULE: ./.cache/build/src/publish/held-item-copy.js
/** A copy of a library item in the making: one that is not whole is of no use to anybody. */


/** Stands in a copy until it is whole. */
const UNFINISHED = 'A copy by Stillframe that is not whole yet.';
/** Held before the copy is asked for: its answer may be lost. */
const HELD_ITEM_COPY = {
    kind: 'publication-item-copy',
    what: ({ name }) => `the item ${name}, should it be a copy that is not whole`,
    undo: ({ ticket, library, name }, context) => (0,wire_rest/* resumeRest */.uo)(ticket, context, async (rest) => {
        for (const item of await (0,library_items/* listItems */.Dw)(rest, library, name)) {
            if (item.description === UNFINISHED)
                await (0,library_items/* deleteItem */.LD)(rest, item.id);
        }
    }),
};

// EXTERNAL MODULE: ./.cache/build/src/vsphere/inventory/inventory.js
var inventory = __webpack_require__(37797);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/inventory/vm-folders.js
var vm_folders = __webpack_require__(67532);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/vm/vm-operations.js
var vm_operations = __webpack_require__(63912);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/session.js + 2 modules
var wire_session = __webpack_require__(85783);
;// CONCATENATED MODULE: ./.cache/build/src/publish/held-publication.js
/** A name on its way from one release to the next: whoever finds it with nobody gives it back to the one that had it. */




/** Held before the first rename. */
const HELD_PUBLICATION = {
    kind: 'publication',
    what: ({ name }) => `the name ${name}, should nobody have it`,
    undo: async ({ ticket, folder, name, aside }, context) => {
        const session = await (0,wire_session.resumeVsphere)(ticket, context);
        try {
            const here = (0,vm_folders/* vmsIn */.en)(await (0,inventory/* readInventory */.z)(session, { VirtualMachine: [] }), folder);
            const old = releaseToRestore(here, { name, aside });
            if (old)
                await (0,vm_operations/* renameEntity */.kp)(session, old.moref, name);
        }
        finally {
            session.leave();
        }
    },
};
/**
 * @param here what lies in the folder of the release
 * @returns what was put aside and is to have its name back: undefined where somebody has the name, or nothing was put aside yet
 */
function releaseToRestore(here, { name, aside }) {
    return (0,vm_folders/* vmNamed */.Xx)(here, name) ? undefined : (0,vm_folders/* vmNamed */.Xx)(here, aside);
}

// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/held-session.js
var held_session = __webpack_require__(10702);
// EXTERNAL MODULE: ./.cache/build/src/check/verdict.js
var check_verdict = __webpack_require__(14312);
// EXTERNAL MODULE: ./.cache/build/src/job/input.js
var input = __webpack_require__(90458);
// EXTERNAL MODULE: ./.cache/build/src/job/input-types.js
var input_types = __webpack_require__(198);
// EXTERNAL MODULE: ./.cache/build/src/job/shared-inputs.js
var shared_inputs = __webpack_require__(79871);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/vm/release-mark.js
var release_mark = __webpack_require__(29565);
;// CONCATENATED MODULE: ./.cache/build/actions/publish-template/inputs.js
/** The inputs of publish-template. */





const { 'resource-pool': _, ...SERVER } = shared_inputs/* SERVER_INPUTS */.O9;
const INPUTS = {
    ...SERVER,
    datacenter: (0,input/* variant */.O)(shared_inputs/* SERVER_INPUTS */.O9.datacenter, { otherwise: 'all' }),
    vm: (0,input/* input */.h)(input_types/* text */.Qq, {
        description: 'The candidate, as upload-esxi gives it: managed object id such as `vm-42`, name or inventory path.',
        required: true,
    }),
    verification: (0,input/* input */.h)(input_types/* path */.Ae, {
        description: 'Report of verify-quiesce (its output `report`) that proves this candidate: the same VM, the same OVA, a verdict that reaches `level`.',
        required: true,
    }),
    level: (0,input/* input */.h)((0,input_types/* choice */.Yq)(check_verdict/* LEVELS */.A_), {
        description: 'What the report must have proven.',
        template: { key: 'verify.level', read: ({ verify }) => verify.level },
        default: 'application',
    }),
    name: (0,input/* input */.h)(input_types/* text */.Qq, {
        description: 'The name to publish under; it must be the one that the candidate was made for, which nobody can then mistake.',
        template: { key: 'name', read: (template) => template.name },
        otherwise: 'the one that the candidate was made for',
    }),
    as: (0,input/* input */.h)((0,input_types/* choice */.Yq)(['template', 'vm', 'library-item']), {
        description: 'What it becomes: a template, a VM, or an item of a content library, whose content is replaced and whose id is kept. Templates and items need vCenter.',
        template: { key: 'publish', read: ({ publish }) => publish[0]?.as },
        default: 'template',
    }),
    library: (0,input/* input */.h)(input_types/* text */.Qq, {
        only: [{ input: 'as', is: ['library-item'] }],
        description: 'Content library of the item, by its name; a local one.',
        template: { key: 'publish', read: ({ publish }) => publish[0]?.library },
        otherwise: '**required** with `as: library-item`',
    }),
    folder: (0,input/* input */.h)(input_types/* text */.Qq, {
        only: [{ input: 'as', is: ['template', 'vm'] }],
        description: 'VM folder to publish in, by name or inventory path.',
        template: { key: 'publish', read: ({ publish }) => publish[0]?.folder },
        otherwise: 'the folder of the candidate',
    }),
    keep: (0,input/* input */.h)((0,input_types/* integer */.nd)(0, 100), {
        description: 'How many older releases stay, in the folder as `<name>.previous-<run id>`, in the library as `<name>-<run id>`.',
        template: { key: 'publish', read: ({ publish }) => publish[0]?.keep },
        default: '1',
    }),
    notes: (0,input/* input */.h)(input_types/* text */.Qq, {
        description: 'Text for the notes of the template, before what is known of the release.',
        otherwise: 'the release alone',
    }),
    'dry-run': (0,input/* input */.h)(input_types/* boolean */.zM, {
        description: 'Check everything, say what would be done, and change nothing.',
        default: 'false',
    }),
};
function prepare({ values, missing, invalid }, place) {
    const { as, library, folder } = values;
    if (as === 'library-item' && library === undefined)
        throw missing('library');
    if (as === 'library-item' && folder !== undefined) {
        throw invalid('folder', folder, 'An item of a library lies in no folder: leave it out.');
    }
    if (as !== 'library-item' && library !== undefined) {
        throw invalid('library', library, 'Only a library item is published in one: set as: library-item, or leave it out.');
    }
    return {
        server: values.server,
        username: values.username,
        password: values.password,
        tls: { thumbprint: values.thumbprint, caFile: values['ca-file'], insecure: values.insecure },
        datacenter: values.datacenter,
        vm: values.vm,
        name: values.name,
        as,
        library,
        folder,
        keep: values.keep,
        notes: values.notes,
        level: values.level,
        verification: values.verification,
        dryRun: values['dry-run'],
        run: (0,release_mark/* runForNames */.v2)(place.run),
    };
}

// EXTERNAL MODULE: ./.cache/build/src/errors.js
var errors = __webpack_require__(41251);
// EXTERNAL MODULE: ./.cache/build/src/ova/first-boot-setting.js
var first_boot_setting = __webpack_require__(71089);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/vm/bake-mark.js
var bake_mark = __webpack_require__(88979);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/vm/vm-events.js
var vm_events = __webpack_require__(9543);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/properties.js
var wire_properties = __webpack_require__(85925);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/vm/marked-vm.js
var marked_vm = __webpack_require__(98444);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/vm/power-state.js
var power_state = __webpack_require__(65515);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/vm/remove-vm.js
var remove_vm = __webpack_require__(71972);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/vm/vm-facts.js + 1 modules
var vm_facts = __webpack_require__(98508);
;// CONCATENATED MODULE: ./.cache/build/src/publish/releases.js
/** The releases of a name in a folder: who has it, what was set aside for it, and which of those nobody has to keep. */









/** Key of the setting with the time at which a release was published, by the server's clock. */
const PUBLISHED_KEY = 'stillframe.published';
function releasesIn(inventory, folder, name) {
    const here = (0,vm_folders/* vmsIn */.en)(inventory, folder);
    return {
        current: (0,vm_folders/* vmNamed */.Xx)(here, name),
        previous: here.filter((vm) => (0,release_mark/* releaseState */.hd)(vm.name, name) === 'previous'),
    };
}
/**
 * Where nobody has the name, a publication was killed between its two renames: the newest that was set aside gets it back.
 * @returns whether that was so, and the inventory must be read again
 */
async function putNameBack(session, releases, name) {
    if (releases.current)
        return false;
    const [newest] = (await byAge(session, releases.previous)).reverse();
    if (!newest)
        return false;
    session.log.info(`Giving ${newest.vm.path} its name back, which an interrupted run had set aside`);
    await (0,vm_operations/* renameEntity */.kp)(session, newest.vm.moref, name);
    return true;
}
/**
 * Removes the oldest of what was set aside until as many are left as are to be kept. What bears no mark of a release was not made here,
 * and what runs is in use: both stay, and are told.
 */
async function pruneReleases(session, { previous }, { name, keep }) {
    const removed = [];
    const aged = await byAge(session, previous);
    for (const { vm } of aged.slice(0, Math.max(0, aged.length - keep))) {
        if ((await (0,marked_vm/* readReleaseMark */.p)(session, vm.moref))?.name !== name) {
            session.log.warning(`${vm.path} was not made by a release: it is left alone. Remove it by hand when nobody needs it.`);
            continue;
        }
        try {
            await (0,remove_vm/* removeVm */.i2)(session, vm.moref, { powerOff: false, patience: 60_000 });
            session.log.info(`Removed ${vm.path}: ${keep} older ${keep === 1 ? 'release is' : 'releases are'} kept`);
            removed.push({ vm: vm.moref.value, name: vm.name });
        }
        catch (error) {
            session.signal.throwIfAborted();
            session.log.warning(`${vm.path} could not be removed: ${String(error)}`);
        }
    }
    return removed;
}
/** @throws UserError vsphere-exists when the one that has the name runs or is suspended: an engineer's machine is not set aside */
function assertNotRunning({ current }) {
    const active = (0,power_state/* activity */.E)(current?.properties.get('runtime.powerState')?.text);
    if (!current || active === undefined)
        return;
    throw new errors/* UserError */.yo('vsphere-exists', `${current.path} is ${active}, and is not replaced`, 'Shut it down first, or publish under another name.');
}
/** Oldest first. */
async function byAge(session, vms) {
    const aged = await Promise.all(vms.map(async (vm) => {
        const properties = await (0,wire_properties/* readProperties */.Qh)(session, vm.moref, ['config.extraConfig']);
        return { vm, published: (0,vm_facts/* extraConfigOf */.E6)(properties.get('config.extraConfig')).get(PUBLISHED_KEY) ?? '' };
    }));
    return aged.sort((a, b) => (a.published < b.published ? -1 : 1));
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./.cache/build/src/files/explain-path-error.js
var explain_path_error = __webpack_require__(49094);
;// CONCATENATED MODULE: ./.cache/build/src/publish/verification.js
/** The report of verify-quiesce that a candidate is published by: of this VM, of this OVA, and good enough. */




/**
 * @param path of the JSON report
 * @throws UserError not-proven with what is not so; input-invalid when the file is no report of verify-quiesce
 */
async function readVerification(path, subject, level) {
    const report = await readReport(path);
    const result = (report.result ?? {});
    const { verdict, snapshot } = result;
    if (snapshot === undefined || verdict === undefined || verdict === 'unproven') {
        throw notProven(path, 'it is of an offline check, and took no snapshot', 'Give verify-quiesce the inputs server and vm.');
    }
    const of = `it proves ${snapshot.moref ?? 'nothing'} on ${snapshot.host ?? 'no server'}`;
    if (snapshot.moref !== subject.moref || snapshot.host !== subject.host) {
        throw notProven(path, `${of}, not ${subject.moref} on ${subject.host}`, PROVE_IT);
    }
    if (snapshot.ova !== subject.ova) {
        throw notProven(path, `${of} when its OVA was ${snapshot.ova ?? 'not known'}, and now it is ${subject.ova}`, PROVE_IT);
    }
    if (!(0,check_verdict/* reaches */.O6)(verdict, level)) {
        throw notProven(path, `the verdict is ${verdict}, and ${level} is asked for`, 'Look at the findings of verify-quiesce.');
    }
    if (!report.ok) {
        throw notProven(path, `verify-quiesce failed: ${report.error?.message ?? 'it does not say why'}`, PROVE_IT);
    }
    const { at = '', changeVersion } = snapshot.proved ?? {};
    if (Number.isNaN(Date.parse(at)))
        throw notProven(path, 'it does not say what it proved, and when', PROVE_IT);
    return { verdict, writers: snapshot.writers ?? [], at, ...(changeVersion !== undefined && { changeVersion }) };
}
/** What to do about a proof that is not of this candidate as it is. */
const PROVE_IT = 'Run verify-quiesce on this candidate, and hand on the output report of that step.';
async function readReport(path) {
    let text;
    try {
        text = await (0,promises_.readFile)(path, 'utf8');
    }
    catch (error) {
        throw (0,explain_path_error/* explainPathError */.n)(error, { what: 'the report', path, input: 'verification' });
    }
    try {
        const report = JSON.parse(text);
        if (report?.action === 'verify-quiesce' && report.schema === 1)
            return report;
    }
    catch {
        // Said below.
    }
    throw new errors/* UserError */.yo('input-invalid', `${path} is no report of verify-quiesce`, 'Set verification to the output report of the step that ran verify-quiesce.');
}
function notProven(path, why, hint) {
    return new errors/* UserError */.yo('not-proven', `The report ${path} does not allow this candidate to be published: ${why}`, hint);
}

;// CONCATENATED MODULE: ./.cache/build/src/publish/assert-unchanged.js
/** A proof is of a candidate as it was: one that was started or changed since is another, and nothing is known of it. */







/**
 * @param path of the candidate, for messages
 * @throws UserError not-proven with what has changed
 */
async function assertUnchanged(session, path, { moref, extraConfig }, { at, changeVersion }) {
    if (extraConfig.get(first_boot_setting/* FIRST_BOOT_SETTING */.Jm) === 'failed') {
        throw new errors/* UserError */.yo('not-proven', `The first boot of ${path} failed, so that no proof says what clones of it come to`, 'Correct what its step needs, build the image and upload it again.');
    }
    if (await (0,vm_events/* wasStartedSince */.H4)(session, moref, new Date(at))) {
        throw new errors/* UserError */.yo('not-proven', `${path} was started after its proof of ${at}, so that nobody knows what is in it`, 'Upload the OVA again, and prove that candidate.');
    }
    // A proof on a copy does not start the candidate itself, so that nothing has since its bake.
    const baked = (0,bake_mark/* parseBakeMark */.yg)(extraConfig.get(bake_mark/* BAKE_KEY */.mi) ?? '')?.ended;
    if (changeVersion !== undefined && baked && (await (0,vm_events/* wasStartedSince */.H4)(session, moref, new Date(baked)))) {
        throw new errors/* UserError */.yo('not-proven', `${path} was started after it was baked (${baked}), so that its clones would not be of what was baked`, 'Upload the OVA again, bake it and prove that candidate.');
    }
    // An interrupted publication has written its notes already, which is a change of ours.
    if (changeVersion === undefined || extraConfig.has(PUBLISHED_KEY))
        return;
    const now = (await (0,wire_properties/* readProperties */.Qh)(session, moref, ['config.changeVersion'])).get('config.changeVersion')?.text;
    if (now === changeVersion)
        return;
    throw new errors/* UserError */.yo('not-proven', `The settings of ${path} were changed after its proof of ${at} (change ${changeVersion}, now ${now ?? 'unknown'})`, PROVE_IT);
}

// EXTERNAL MODULE: ./.cache/build/src/vsphere/inventory/locate-vm.js
var locate_vm = __webpack_require__(22389);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/explain-fault.js
var explain_fault = __webpack_require__(4732);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/vm/assert-candidate.js
var assert_candidate = __webpack_require__(82862);
;// CONCATENATED MODULE: ./.cache/build/actions/publish-template/assert-publishable.js
/** Which candidate is published at all. */



/** @throws UserError input-invalid for what upload-esxi has not made as a candidate, or what is published already */
function candidateMark(vm, { extraConfig }, wanted) {
    const mark = (0,release_mark/* parseReleaseMark */.wX)(extraConfig.get(release_mark/* RELEASE_KEY */.Gf) ?? '');
    if (mark && wanted !== undefined && mark.name !== wanted) {
        throw new errors/* UserError */.yo('input-invalid', `${vm.path} was made to be published as ${mark.name}, not as ${wanted}`, 'Set vm to the candidate of this template, or upload the OVA under the other name.');
    }
    return (0,assert_candidate/* assertCandidate */.E)(vm, mark);
}
/** What people clone has to be off and in one piece: a snapshot, or what is left of one, would make every clone depend on it. @throws UserError vm-unfit */
function assertPublishable({ path }, facts) {
    if (facts.poweredOn || facts.suspended) {
        throw new errors/* UserError */.yo('vm-unfit', `${path} is ${facts.suspended ? 'suspended' : 'running'}, and only what is off is published`, 'Shut it down, and prove it again.');
    }
    const [snapshot] = facts.snapshots;
    if (snapshot) {
        throw new errors/* UserError */.yo('vm-unfit', `${path} has a snapshot (${snapshot.name}), which every clone would depend on`, 'Remove its snapshots, and prove it again.');
    }
    const delta = facts.devices.disks.find((disk) => disk.delta);
    if (delta) {
        throw new errors/* UserError */.yo('vm-unfit', `${path} lives on what changed against another disk (${delta.label}), as after a snapshot whose disks were not merged`, 'Consolidate its disks, and prove it again; or upload the OVA again.');
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/library/ovf-messages.js
var ovf_messages = __webpack_require__(5748);
;// CONCATENATED MODULE: ./.cache/build/src/vsphere/library/capture-vm.js
/** Makes an OVF item of a VM in a content library, or a new version of an item that is there (vcenter/ovf/library-item, API 6.5). */




/** The server answers once everything is written, and says nothing until then. */
const LIMIT = 4 * 3_600_000;
const PRIVILEGES = 'VApp.Export on the VM, and ContentLibrary.AddLibraryItem and ContentLibrary.UpdateLibraryItem on the library,';
/**
 * The server puts the new content in the place of the old only when it is whole. A token of ours lets it recognise the same request, so that
 * it is sent again when its answer is lost.
 * @returns id of the item
 * @throws UserError vsphere-refused with what the server says
 */
async function captureVm(rest, { vm, disks, library, item, name, description }) {
    const body = {
        source: { type: vm.type, id: vm.value },
        target: { library_id: library.id, ...(item !== undefined && { library_item_id: item }) },
        // Without the flag the OVF drops the settings of the .vmx file, disk.EnableUUID among them.
        create_spec: { name, description, flags: ['EXTRA_CONFIG'] },
    };
    const call = { method: 'POST', resource: 'vcenter/ovf/library-item', body, token: (0,external_node_crypto_.randomUUID)() };
    const answer = (await rest.call({ ...call, repeatable: true, idleTimeout: LIMIT, privileges: PRIVILEGES }));
    const id = answer?.ovf_library_item_id ?? item;
    if (answer?.succeeded && id !== undefined) {
        await assertFilled(rest, id, { vm, disks, library, isNew: item === undefined });
        return id;
    }
    const said = (0,ovf_messages/* sayOvfMessages */.l)(answer?.error ?? {}).errors;
    throw new errors/* UserError */.yo('vsphere-refused', `vCenter made no item of ${vm.value} in the content library ${library.name}${said.length === 0 ? '' : `: ${said.join('; ')}`}`, 'See the tasks of the VM in the vCenter: nothing else may be at it, and the datastore of the library needs room.');
}
/**
 * That it succeeded the server only says: who believed it would remove the VM for an item of nothing, as govmomi's simulator makes one, or for
 * one without its disks (terraform-provider-vsphere issue 1228 has items of no bytes). A new one is removed.
 */
async function assertFilled(rest, id, { vm, disks, library, isNew }) {
    const lack = lackOf((await (0,library_items/* listFiles */.CS)(rest, id)).map(({ name }) => name), disks);
    if (lack === undefined)
        return;
    if (isNew)
        await (0,library_items/* deleteItem */.LD)(rest.uncancelled(), id);
    throw new errors/* UserError */.yo('vsphere-refused', `vCenter says that it made an item of ${vm.value} in the content library ${library.name}, but ${id} ${lack}`, `${isNew ? 'The item is removed, and the VM stays.' : 'The VM stays.'} See the tasks of the vCenter and its service Content Library, and run the step again.`);
}
function lackOf(names, disks) {
    if (names.length === 0)
        return 'has no files';
    if (!names.some((name) => /\.ovf$/i.test(name)))
        return `has no OVF descriptor, only ${names.join(', ')}`;
    const files = names.filter((name) => /\.vmdk$/i.test(name)).length;
    return files < disks ? `has ${files} of its ${disks} disks: ${names.join(', ')}` : undefined;
}

// EXTERNAL MODULE: ./.cache/build/src/vsphere/library/item-release.js
var item_release = __webpack_require__(88223);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/library/replace-content.js
var replace_content = __webpack_require__(47766);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/passing-error.js
var passing_error = __webpack_require__(68834);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/poll.js
var poll = __webpack_require__(47749);
;// CONCATENATED MODULE: ./.cache/build/src/publish/publish-item.js
/**
 * Makes a candidate the item of its name in a content library. The item keeps its id, so that who deploys from it needs to change nothing;
 * its content is replaced by the server in one step, and what it was before is copied aside first.
 */








/** A copy within one vCenter, of some tens of gigabytes. */
const COPY_TIMEOUT = 2 * 3_600_000;
/** A copy whose answer was lost shows up within this time. */
const APPEARANCE = 5000;
/**
 * Before anything is changed.
 * @returns library, and the item that has the name
 * @throws UserError of findLibrary; vsphere-exists for an item of that name that no release made
 */
async function lookAtItem(rest, { library: written, name }) {
    const library = await (0,library_items/* findLibrary */.F0)(rest, written);
    return { library, current: await (0,replace_content/* findReleasedItem */.c)(rest, library, name) };
}
/**
 * Interrupted anywhere, the item has its old content or the new one, whole, and says which; the same step run again goes on.
 * @throws as lookAtItem; UserError vsphere-refused with what the server says; timeout when the copy aside is never whole
 */
async function publishItem(session, rest, publication, context) {
    const { name } = publication;
    const { library, current } = await lookAtItem(rest, publication);
    const aside = current && (await setAside(session, rest, { library, current, publication }, context));
    session.signal.throwIfAborted();
    session.log.info(`${current ? 'Updating' : 'Making'} the item ${name} of the content library ${library.name}`);
    const { vm, disks, notes, release } = publication;
    const description = (0,item_release/* describeItemRelease */.Sm)(notes, release);
    const item = await (0,replace_content/* replaceContent */.U)(session, rest, { current, name, description, release }, (there) => captureVm(rest, { vm, disks, library, item: there, name, description }));
    session.log.info(`The item ${name} (${item}) of the library ${library.name} is published`);
    return {
        item,
        replaced: aside ? [{ vm: aside.id, name: aside.name }] : [],
        removed: await prune(session, rest, library, publication),
    };
}
/** @returns the copy; undefined where none is to be kept, or the item has this release already */
async function setAside(session, rest, { library, current, publication: { name, keep, release } }, { hold }) {
    const old = (0,item_release/* releaseOfItem */.kL)(current.description, current.contentVersion);
    if (keep === 0 || old === undefined || old.run === release.run)
        return undefined;
    const aside = `${name}-${old.run}`;
    const [there] = await (0,library_items/* listItems */.Dw)(rest, library, aside);
    if (there && (0,item_release/* releaseOfItem */.kL)(there.description, there.contentVersion))
        return there;
    if (there?.description === UNFINISHED)
        await (0,library_items/* deleteItem */.LD)(rest, there.id);
    else if (there) {
        throw new errors/* UserError */.yo('vsphere-exists', `The content library ${library.name} has an item ${aside} that no release made, and the old release cannot be kept under that name`, 'Rename that item, or set keep: 0.');
    }
    session.log.info(`Copying the item ${name} aside, as ${aside}`);
    const whole = hold(HELD_ITEM_COPY, { ticket: rest.ticket(), library, name: aside });
    const id = await beginCopy(session, rest, { library, current, name: aside });
    if (!(await (0,library_items/* awaitItem */.Ie)(rest, session.signal, id, { size: current.size, timeout: COPY_TIMEOUT }))) {
        throw new errors/* UserError */.yo('timeout', `The copy ${aside} of the item ${name} was not whole after two hours`, 'Look at the tasks of the vCenter; the next run makes the copy anew.');
    }
    // Only what is whole is a release.
    await (0,library_items/* describeItem */.f)(rest, id, (0,item_release/* settleItemRelease */.Q6)(current.description, current.contentVersion));
    whole();
    return { id, name: aside };
}
/** It is asked for once: when the answer is lost, the copy is looked for by its name, which no other item has. */
async function beginCopy(session, rest, { library, current, name }) {
    // Not to be torn by a cancelled run: a copy that is begun once it was looked for would stay.
    const begin = () => (0,library_items/* copyItem */.XW)(rest.uncancelled(), current.id, { library, name, description: UNFINISHED });
    try {
        return await begin();
    }
    catch (error) {
        if (!(0,passing_error/* isOutcomeUnknown */.B)(error))
            throw error;
        session.log.debug(`The answer to the copy ${name} was lost (${error.message})`);
        const there = async () => (await (0,library_items/* listItems */.Dw)(rest, library, name)).find(({ description }) => description === UNFINISHED)?.id;
        return (await (0,poll/* pollUntil */.g)(session.signal, there, APPEARANCE)) ?? (await begin());
    }
}
/** The oldest of those that were set aside go; what bears no mark of a release was not made here. */
async function prune(session, rest, library, { name, keep }) {
    const aged = (await (0,library_items/* listItems */.Dw)(rest, library))
        .flatMap((item) => {
        const release = (0,item_release/* releaseOfItem */.kL)(item.description, item.contentVersion);
        return release && item.name === `${name}-${release.run}` ? [{ item, at: release.published.getTime() }] : [];
    })
        .sort((a, b) => a.at - b.at);
    const removed = [];
    for (const { item } of aged.slice(0, Math.max(0, aged.length - keep))) {
        try {
            await (0,library_items/* deleteItem */.LD)(rest, item.id);
            session.log.info(`Removed the item ${item.name}: ${keep} older ${keep === 1 ? 'release is' : 'releases are'} kept`);
            removed.push({ vm: item.id, name: item.name });
        }
        catch (error) {
            session.signal.throwIfAborted();
            session.log.warning(`The item ${item.name} could not be removed: ${String(error)}`);
        }
    }
    return removed;
}

// EXTERNAL MODULE: ./.cache/build/src/vsphere/access/assert-privileges.js + 1 modules
var assert_privileges = __webpack_require__(83011);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/vm/tools-version.js
var tools_version = __webpack_require__(25388);
;// CONCATENATED MODULE: ./.cache/build/actions/publish-template/publish-notes.js
/** The notes that people find at what was published: what was proven, of which OVA. */


function publishNotes(notes, { ova, run }, { verdict, writers }, { extraConfig }) {
    const seen = (0,bake_mark/* parseBakeMark */.yg)(extraConfig.get(bake_mark/* BAKE_KEY */.mi) ?? '')?.seen;
    const baked = seen?.result && [
        `Windows ${seen.result.build}, VMware Tools ${(0,tools_version/* formatToolsVersion */.F)(Number(seen.toolsVersion))}`,
    ];
    const proof = `Quiesced snapshot: ${verdict}${writers.length === 0 ? '' : `, ${writers.length} VSS writers took part`}`;
    return [
        ...(notes === undefined ? [] : [notes]),
        `Made by Stillframe in run ${run}`,
        ...(baked ?? []),
        proof,
        `OVA sha256:${ova}`,
    ].join('\n');
}

;// CONCATENATED MODULE: ./.cache/build/actions/publish-template/result.js
/** What publish-template has looked at, and what it gives. */
/** Whatever it becomes. */
function commonResult(session, inputs, { vm, mark, verification }) {
    const server = session.url.host;
    return { vm: vm.moref.value, as: inputs.as, server, ova: mark.ova, verification, dryRun: inputs.dryRun };
}

;// CONCATENATED MODULE: ./.cache/build/actions/publish-template/publish-in-library.js
/** The candidate becomes an item of a content library, which has all that it was; the candidate is removed then. */







async function publishInLibrary(session, inputs, library, subjects, context) {
    const { vm, facts, mark, verification } = subjects;
    assertStartsBySelf(vm, facts);
    const { name, ova } = mark;
    const rest = await (0,wire_rest/* connectRest */.TU)(session, { ...inputs, onRenewed: context.rehold });
    context.hold(wire_rest/* HELD_REST_SESSION */.mN, rest.ticket(), () => rest.close());
    const common = { ...commonResult(session, inputs, subjects), inventoryPath: `${library}/${name}` };
    const { current } = await lookAtItem(rest, { library, name });
    await (0,assert_privileges/* assertPrivileges */.db)(session, 'publish-template', {
        places: { machine: [[vm.moref]], root: [[session.manager('rootFolder')]] },
        conditions: ['with `as: library-item`'],
    });
    if (inputs.dryRun) {
        session.log.info(current ? `The item ${current.id} would be updated` : `The library has no item ${name} yet`);
        return { ...common, ...(current && { libraryItem: current.id }), replaced: [], removed: [] };
    }
    const publication = {
        ...{ vm: vm.moref, disks: facts.devices.disks.length, library, name, keep: inputs.keep },
        notes: publishNotes(inputs.notes, mark, verification, facts),
        release: { run: inputs.run, ova, published: session.now() },
    };
    const { item, replaced, removed } = await publishItem(session, rest, publication, context);
    await removeCandidate(session, vm);
    return { ...common, libraryItem: item, replaced, removed };
}
/** vCenter writes the order into the descriptor of the item, and gives BIOS firmware to what is deployed of that (govmomi issue 2304). */
function assertStartsBySelf({ path }, { bootOrder, firmware }) {
    if (bootOrder === undefined || firmware !== 'efi')
        return;
    throw new errors/* UserError */.yo('vm-unfit', `${path} has an order of devices to start from, and what is deployed of an item with one gets BIOS firmware, which starts no Windows of this disk`, `Take the order away (govc device.boot -vm ${path} -order -), and prove it again.`);
}
async function removeCandidate(session, { moref, path }) {
    try {
        await (0,remove_vm/* removeVm */.i2)(session, moref, { powerOff: false, patience: 60_000 });
        session.log.info(`Removed the candidate ${path}: the item has all that it was`);
    }
    catch (error) {
        session.signal.throwIfAborted();
        session.log.warning(`${path} could not be removed (${String(error)}): the next upload of its name does it.`);
    }
}

// EXTERNAL MODULE: ./.cache/build/src/vsphere/vm/change-places.js
var change_places = __webpack_require__(87921);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/moref.js
var wire_moref = __webpack_require__(7423);
;// CONCATENATED MODULE: ./.cache/build/src/publish/publish-candidate.js
/** Makes a candidate the release of its name: noted, put in its folder, marked as a template, and given the name last of all. */







/** All VMs with what publishing asks of them. */
function readReleases(session) {
    return (0,inventory/* readInventory */.z)(session, { VirtualMachine: ['runtime.powerState'], Folder: ['childType'] });
}
/**
 * At any moment the old release or the new one has the name, or the old one gets it back. A step that was done by a run before is not
 * done again, so that an interrupted publication can be repeated.
 * @throws UserError vsphere-exists; VsphereFault; the signal's reason
 */
async function publishCandidate(session, candidate, publication, context) {
    const { name, folder, folderPath } = publication;
    await publish_candidate_prepare(session, candidate, publication);
    let releases = releasesIn(await readReleases(session), folder, name);
    if (await putNameBack(session, releases, name))
        releases = releasesIn(await readReleases(session), folder, name);
    const replaced = await swap(session, candidate, releases, publication, context);
    session.log.info(`${folderPath}/${name} (${candidate.moref.value}) is published`);
    const removed = await pruneReleases(session, releasesIn(await readReleases(session), folder, name), publication);
    return { replaced: replaced ? [replaced] : [], removed };
}
/** The settings of a template cannot be changed, so what is said of it comes before it is one. */
async function publish_candidate_prepare(session, candidate, publication) {
    const { moref } = candidate;
    const published = session.now().toISOString();
    if (!candidate.template) {
        await (0,vm_operations/* reconfigureVm */.Nc)(session, moref, {
            annotation: publication.notes,
            extraConfig: { [PUBLISHED_KEY]: published },
        });
    }
    if (!(0,wire_moref/* sameMoref */.W)(candidate.folder, publication.folder))
        await (0,vm_operations/* moveIntoFolder */.sq)(session, moref, publication.folder);
    session.signal.throwIfAborted();
    if (publication.template && !candidate.template)
        await (0,vm_operations/* markAsTemplate */.cI)(session.uncancelled(), moref);
}
async function swap(session, candidate, { current, previous }, { name, folder, run }, { hold }) {
    const successor = { vm: candidate.moref, workingName: candidate.name, name };
    if (!current) {
        await (0,change_places/* changePlaces */.r)(session, successor, undefined);
        return undefined;
    }
    const aside = freeName((0,release_mark/* nameOfPrevious */.K3)(name, run), previous);
    const settled = hold(HELD_PUBLICATION, { ticket: session.ticket(), folder, name, aside });
    await (0,change_places/* changePlaces */.r)(session, successor, { vm: current, aside });
    settled();
    return { vm: current.moref.value, name: aside };
}
/** A run that publishes twice has set one aside already: letters tell them apart. */
function freeName(wanted, previous) {
    const taken = new Set(previous.map(({ name }) => name.toLowerCase()));
    const letters = ['', ...'abcdefghijklmnopqrstuvwxyz'];
    return `${wanted}${letters.find((letter) => !taken.has(`${wanted}${letter}`.toLowerCase())) ?? ''}`;
}

// EXTERNAL MODULE: ./.cache/build/src/vsphere/inventory/find.js
var find = __webpack_require__(77386);
;// CONCATENATED MODULE: ./.cache/build/actions/publish-template/publish-vm.js
/** The candidate becomes the template, or the VM, that people clone; what had the name is set aside. */









async function publishVm(session, inputs, subjects, context) {
    const { log } = session;
    const { vm, facts, mark, verification } = subjects;
    const { name } = mark;
    if (inputs.as === 'vm' && facts.template) {
        throw new errors/* UserError */.yo('vm-unfit', `${vm.path} is a template, and as: vm was asked for`, 'Set as: template, or convert it to a virtual machine and prove it again.');
    }
    const inventory = await readReleases(session);
    const folder = chooseFolder(inventory, vm, facts, inputs.folder);
    const releases = releasesIn(inventory, folder.moref, name);
    assertNotRunning(releases);
    const common = { ...commonResult(session, inputs, subjects), inventoryPath: `${folder.path}/${name}` };
    await (0,assert_privileges/* assertPrivileges */.db)(session, 'publish-template', {
        places: {
            machine: [[vm.moref], ...(releases.current ? [[releases.current.moref]] : [])],
            folder: [[folder.moref]],
        },
        conditions: [
            'unless `as: library-item`',
            ...(inputs.as === 'template' ? ['with `as: template`'] : []),
            ...((0,wire_moref/* sameMoref */.W)(facts.folder, folder.moref) ? [] : ['with `folder:`']),
        ],
    });
    if (inputs.dryRun) {
        log.info(releases.current ? `${releases.current.path} would be set aside` : `Nobody is called ${name} there`);
        return { ...common, replaced: [], removed: [] };
    }
    const notes = publishNotes(inputs.notes, mark, verification, facts);
    const publication = {
        name,
        template: inputs.as === 'template',
        folder: folder.moref,
        folderPath: folder.path,
        run: inputs.run,
        notes,
        keep: inputs.keep,
    };
    const { replaced, removed } = await publishCandidate(session, facts, publication, context);
    return { ...common, replaced, removed };
}
function chooseFolder(inventory, { datacenter }, { folder }, written) {
    const folders = (0,vm_folders/* foldersForVms */.zl)(inventory);
    const wanted = { kind: 'folder for VMs', input: 'folder' };
    if (written !== undefined) {
        return (0,find/* findOne */.s)(folders.filter(({ path }) => datacenter === '' || path.startsWith(`/${datacenter}/`)), written, wanted);
    }
    return (0,find/* findOne */.s)(folders.filter(({ moref }) => (0,wire_moref/* sameMoref */.W)(moref, folder)), undefined, wanted);
}

;// CONCATENATED MODULE: ./.cache/build/actions/publish-template/main.js
/** Looks at the candidate, its proof and what has the name, and publishes only when all three are as they have to be. */











async function main(inputs, context) {
    const { signal, log } = context;
    const session = await (0,wire_session/* connectVsphere */.C)({ ...inputs, signal, log, onRenewed: context.rehold });
    // Held first, so undone last: what else is undone needs the session.
    context.hold(held_session/* HELD_SESSION */.d, session.ticket(), () => session.close());
    log.info(`Connected to ${session.url.host}: ${session.about.fullName}`);
    try {
        return await publish(session, inputs, context);
    }
    catch (error) {
        throw (0,explain_fault/* explainFault */.O)(error, `Publishing ${inputs.vm}`);
    }
}
async function publish(session, inputs, context) {
    const { log } = session;
    if (inputs.as !== 'vm' && session.about.kind === 'esxi') {
        throw new errors/* UserError */.yo('vsphere-refused', `${session.url.host} is an ESXi host (${session.about.fullName}), and only vCenter has templates and libraries`, 'Set as: vm, or connect to the vCenter that manages this host.');
    }
    const vm = await (0,locate_vm/* locateVm */.Wr)(session, inputs);
    const facts = await (0,vm_facts/* readVmFacts */.tv)(session, vm.moref);
    const mark = candidateMark(vm, facts, inputs.name);
    const subject = { host: session.url.host, moref: vm.moref.value, ova: mark.ova };
    const verification = await readVerification(inputs.verification, subject, inputs.level);
    assertPublishable(vm, facts);
    await assertUnchanged(session, vm.path, facts, verification);
    log.info(`${vm.path} is proven: ${verification.verdict}`);
    const subjects = { vm, facts, mark, verification };
    return inputs.library === undefined
        ? publishVm(session, inputs, subjects, context)
        : publishInLibrary(session, inputs, inputs.library, subjects, context);
}

// EXTERNAL MODULE: ./.cache/build/src/report/markdown-table.js
var markdown_table = __webpack_require__(90597);
;// CONCATENATED MODULE: ./.cache/build/actions/publish-template/summary.js
/** The job summary of publish-template. */

const KINDS = {
    template: 'template',
    vm: 'VM',
    'library-item': 'library item',
};
function renderSummary(result) {
    const { inventoryPath, as, verification, replaced, removed, dryRun, libraryItem } = result;
    const path = (0,markdown_table/* escapeMarkdown */.F)(inventoryPath);
    const kind = KINDS[as];
    const rows = [
        ['server', result.server],
        libraryItem === undefined ? ['managed object', result.vm] : ['library item', libraryItem],
        ['proven', verification.verdict],
        ['SHA-256 of the OVA', result.ova],
        ...replaced.map(({ vm, name }) => ['was there before', `${name} (${vm})`]),
        ...removed.map(({ vm, name }) => ['removed', `${name} (${vm})`]),
    ];
    const parts = [
        '## Publication',
        dryRun
            ? `The ${kind} **${path}** would be published; nothing was changed`
            : `✅ The ${kind} **${path}** is published`,
        (0,markdown_table/* markdownTable */.Q)(['', ''], rows),
    ];
    // An item keeps its id, so that nothing changes for who deploys from it.
    if (replaced.length > 0 && as !== 'library-item') {
        parts.push('> [!NOTE]\n> The name has a new managed object and a new UUID. Terraform recreates VMs that it cloned by UUID unless told `ignore_changes = [clone[0].template_uuid]`.');
    }
    return `${parts.join('\n\n')}\n`;
}

;// CONCATENATED MODULE: ./.cache/build/actions/publish-template/action.js
/** publish-template as a value. */








const publishTemplate = (0,action/* defineAction */.Q)({
    name: 'publish-template',
    description: 'Makes a proven candidate the template of its name; the one before is set aside, and stays whole until then',
    branding: { icon: 'award', color: 'green' },
    inputs: INPUTS,
    outputs: {
        vm: {
            description: 'Managed object id of the template or VM, such as vm-42; of the candidate with `as: library-item`.',
            value: ({ vm }) => vm,
        },
        'inventory-path': {
            description: 'Its inventory path, such as /DC1/vm/Templates/ws2019-std, or library and item.',
            value: ({ inventoryPath }) => inventoryPath,
        },
        'library-item': {
            description: 'Id of the item with `as: library-item`; empty otherwise. It stays the same from release to release.',
            value: ({ libraryItem }) => libraryItem ?? '',
        },
        replaced: {
            description: 'JSON array of what had the name before: `vm` (of a library the id of the item) and the `name` it has now.',
            value: ({ replaced }) => replaced,
        },
    },
    holds: [held_session/* HELD_SESSION */.d, wire_rest/* HELD_REST_SESSION */.mN, HELD_PUBLICATION, HELD_ITEM_COPY],
    prepare: prepare,
    main: main,
    findings: () => [],
    summary: renderSummary,
});


/***/ }),

/***/ 71332:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _src_runner_run_on_github_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59853);
/* harmony import */ var _action_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45759);
/** Publishes a candidate that was proven: it takes the name of its template, and what had it is set aside. */


await (0,_src_runner_run_on_github_js__WEBPACK_IMPORTED_MODULE_0__.runOnGithub)(_action_js__WEBPACK_IMPORTED_MODULE_1__/* .publishTemplate */ .m);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 14312:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A_: () => (/* binding */ LEVELS),
/* harmony export */   O6: () => (/* binding */ reaches),
/* harmony export */   _G: () => (/* binding */ VERDICT_WORDS)
/* harmony export */ });
/** The words of a verdict, and which levels it reaches. */
/** What each means, for people. */
const VERDICT_WORDS = {
    application: { mark: '✅', text: 'VSS writers took part in the snapshot' },
    filesystem: { mark: '🟡', text: 'the file systems were frozen, no VSS writer took part' },
    ignored: { mark: '❌', text: 'the quiesce request was silently not carried out' },
    failed: { mark: '❌', text: '' },
    unproven: { mark: '⚪', text: 'no error found in the image; only a snapshot proves more' },
};
const LEVELS = ['application', 'filesystem'];
/** Whether the verdict is at least the level asked for. An unproven image passes: it has no error, and promises no more. */
function reaches(verdict, level) {
    if (verdict === 'unproven' || verdict === 'application')
        return true;
    return verdict === 'filesystem' && level === 'filesystem';
}


/***/ }),

/***/ 36082:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ defineAction)
/* harmony export */ });
/** An action as a value: all there is to one. Hosts run it; action.yml, tables and help are made from it. */
function defineAction(definition) {
    const { name, description, branding, inputs, outputs, holds = [], secrets } = definition;
    return {
        name,
        description,
        branding,
        inputs,
        outputs,
        holds,
        secrets,
        run: async (reading, place, context) => {
            const prepared = await definition.prepare(reading, place);
            // Last: what is missing, or chosen twice, is said before what is in the way.
            reading.assertUsed();
            const result = await definition.main(prepared, context);
            const outcome = {
                result,
                outputs: Object.fromEntries(Object.entries(outputs).map(([key, output]) => [key, outputText(output.value(result))])),
                findings: definition.findings(result),
                summary: definition.summary(result, prepared),
            };
            try {
                definition.assertGood?.(result, prepared);
                return outcome;
            }
            catch (failure) {
                return { ...outcome, failure };
            }
        },
    };
}
function outputText(value) {
    if (value === undefined)
        return '';
    return typeof value === 'string' ? value : JSON.stringify(value);
}


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

/***/ 86078:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ STATE),
/* harmony export */   p: () => (/* binding */ isPostStep)
/* harmony export */ });
/** What tells the post step of a job from its main one: the same bundle runs as both. */
/** Names the state that the main step saves: it tells the post step from it, and what there is to undo. */
const STATE = 'stillframe';
/** The runner hands a saved state on as STATE_<name>. Source: @actions/core, getState; this file loads nothing, so that it can be asked first. */
function isPostStep() {
    return (process.env[`STATE_${STATE}`] ?? '') !== '';
}


/***/ }),

/***/ 59853:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runOnGithub: () => (/* binding */ runOnGithub)
});

// EXTERNAL MODULE: ./.cache/build/node_modules/@actions/core/lib/core.js + 3 modules
var core = __webpack_require__(50497);
// EXTERNAL MODULE: ./.cache/build/src/job/run-action.js + 12 modules
var run_action = __webpack_require__(69370);
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

// EXTERNAL MODULE: ./.cache/build/node_modules/@actions/core/lib/summary.js
var summary = __webpack_require__(53454);
// EXTERNAL MODULE: ./.cache/build/src/job/place.js
var place = __webpack_require__(98021);
;// CONCATENATED MODULE: ./.cache/build/src/runner/input-variable.js
/** How the runner names the variable of an input. */
const PREFIX = 'INPUT_';
/** Upper case, blanks as underscores; dashes stay. */
function inputVariable(name) {
    return `${PREFIX}${name.replaceAll(' ', '_').toUpperCase()}`;
}
/**
 * The runner sets a variable for every input of a step, also for one that the action does not have (actions/runner, ActionRunner.cs and Handler.cs).
 * @returns in lower case; none under act, which hands the inputs of a composite action on to each of its steps (nektos/act issue 2874)
 */
function givenInputs(env) {
    if (env.ACT === 'true')
        return [];
    return Object.keys(env)
        .filter((name) => name.startsWith(PREFIX))
        .map((name) => name.slice(PREFIX.length).toLowerCase());
}

// EXTERNAL MODULE: ./.cache/build/src/runner/post-step.js
var post_step = __webpack_require__(86078);
// EXTERNAL MODULE: ./.cache/build/src/runner/tools.js + 7 modules
var tools = __webpack_require__(13979);
;// CONCATENATED MODULE: ./.cache/build/src/runner/github-host.js
/** The GitHub runner as a host: inputs from its variables, workflow commands, command files. */





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
        givenInputs: () => givenInputs(process.env),
        mask: core/* setSecret */.Pq,
        place: () => (0,place/* readPlace */.y)(process.env),
        createTools: tools/* createToolRunner */.P,
        endProgram: tools/* endProgram */._,
        setOutput: core/* setOutput */.uH,
        writeSummary: async (markdown) => {
            if (markdown.trim() === '' || !process.env.GITHUB_STEP_SUMMARY)
                return;
            await summary/* summary */.z.addRaw(markdown, true).write();
        },
        // By its file alone: the old command would print what a session needs into the log.
        saveState: (state) => {
            if (process.env.GITHUB_STATE)
                core/* saveState */.LZ(post_step/* STATE */.c, state);
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
    const state = (0,core/* getState */.Gu)(post_step/* STATE */.c);
    if (state === '')
        host.saveState?.('{}');
    const ok = state === '' ? await (0,run_action/* runAction */.C)(action, host) : await runPost(action, host, state);
    process.exitCode = ok ? 0 : 1;
    setTimeout(() => process.exit(), LINGER_MS).unref();
}


/***/ }),

/***/ 82862:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ assertCandidate)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/* harmony import */ var _release_mark_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29565);
/** Whether a VM is a candidate still, by its mark and its name. */


/**
 * @param mark that it bears; undefined: none
 * @returns the mark
 * @throws UserError input-invalid for what upload-esxi has not made as a candidate, what is published already, and what has another name than
 * its mark says: somebody has renamed it, or it is a clone
 */
function assertCandidate({ path, name }, mark) {
    const state = mark && (0,_release_mark_js__WEBPACK_IMPORTED_MODULE_1__/* .releaseState */ .hd)(name, mark.name);
    if (mark && state === 'candidate')
        return mark;
    if (mark && state === undefined) {
        const own = (0,_release_mark_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOfCandidate */ .MB)(mark.name, mark.run);
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('input-invalid', `${path} bears the mark of the candidate ${own}, but has another name`, `Rename it to ${own} if it is that candidate; a clone of it is none.`);
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('input-invalid', mark ? `${path} is no candidate any more: it was published before` : `${path} was not uploaded as a candidate`, 'Set vm to the output vm of upload-esxi, which makes a candidate unless its input as says otherwise.');
}


/***/ }),

/***/ 88979:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   mi: () => (/* binding */ BAKE_KEY),
/* harmony export */   ou: () => (/* binding */ formatBakeMark),
/* harmony export */   yg: () => (/* binding */ parseBakeMark)
/* harmony export */ });
/**
 * What baking a candidate writes into it, so that whoever runs the same step again goes on instead of starting over, and publishing
 * can tell what is in the template.
 */
/** Key of the setting among those of the .vmx file. */
const BAKE_KEY = 'stillframe.bake';
/** One line without quotes, which .vmx files would escape. */
function formatBakeMark(mark) {
    return Buffer.from(JSON.stringify(mark)).toString('base64url');
}
/** Undefined for anything that formatBakeMark does not write. */
function parseBakeMark(text) {
    try {
        const mark = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
        const sound = typeof mark?.started === 'string' && !Number.isNaN(Date.parse(mark.started));
        return sound && Array.isArray(mark.cards) ? mark : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 25388:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ formatToolsVersion)
/* harmony export */ });
/** Versions of VMware Tools as vSphere counts them (open-vm-tools vm_tools_version.h). */
/** 12421 is 12.4.5: 1024 * major + 32 * minor + update. */
function formatToolsVersion(version) {
    return `${Math.floor(version / 1024)}.${Math.floor((version % 1024) / 32)}.${version % 32}`;
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
/* harmony import */ var _wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4732);
/* harmony import */ var _wire_moref_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7423);
/* harmony import */ var _wire_properties_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85925);
/* harmony import */ var _wire_soap_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68259);
/** Events of a VM: where a host puts what the guest said about a failure. */





/** What the server's clock says. */
async function readServerTime(session) {
    const answer = await session.call('CurrentTime', { type: 'ServiceInstance', value: 'ServiceInstance' });
    return new Date((0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(answer, 'returnval')?.text ?? '');
}
/** Types of events of a start. A cluster that balances its load has events of its own for it. */
const STARTED = ['VmStartingEvent', 'VmPoweredOnEvent', 'DrsVmPoweredOnEvent'];
/**
 * Whether it was started since then by the server's clock. A server gives no more than some number of events (vim25 EventFilterSpec.maxCount), so
 * that an alarm that comes and goes may hide a start: these alone are asked for first, and then all, for a server that knows types by other names.
 */
async function wasStartedSince(session, vm, since) {
    const isStart = ({ type, time }) => STARTED.some((one) => one === type) && Date.parse(time) >= since.getTime();
    return ((await readEvents(session, vm, since, STARTED)).some(isStart) ||
        (await readEvents(session, vm, since)).some(isStart));
}
/**
 * Oldest first; a server gives at most 1000 or so.
 * @param types only of these; default: of any
 */
async function readEvents(session, vm, since, types = []) {
    const filter = (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_3__/* .node */ .rH)('filter', [
        (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_3__/* .node */ .rH)('entity', [(0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_3__/* .reference */ .ir)('entity', vm), (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_3__/* .value */ .Uq)('recursion', 'self')]),
        (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_3__/* .node */ .rH)('time', [(0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_3__/* .value */ .Uq)('beginTime', since.toISOString())]),
        ...types.map((type) => (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_3__/* .value */ .Uq)('eventTypeId', type)),
    ]);
    const events = (await askForEvents(session, filter)).map((event) => ({
        time: (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(event, 'createdTime') ?? '',
        type: event.type?.name ?? 'Event',
        message: ((0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(event, 'fullFormattedMessage') || (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(event, 'message')?.text) ?? '',
        parts: (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .childrenNamed */ .De)(event, 'messageInfo').flatMap((info) => (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .childrenNamed */ .De)(info, 'argument').map((argument) => argument.text)),
    }));
    return events.sort((a, b) => Date.parse(a.time) - Date.parse(b.time));
}
/** The most that vSphere gives in a page of a collector. */
const PAGE = 1000;
/** A standalone ESXi host does not implement QueryEvents (so says govmomi's simulator of one): there the page of a collector is read. */
async function askForEvents(session, filter) {
    const manager = session.manager('eventManager');
    try {
        return (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .childrenNamed */ .De)(await session.call('QueryEvents', manager, [filter]), 'returnval');
    }
    catch (error) {
        if (!(0,_wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_1__/* .isFault */ .Z)(error, 'NotImplemented', 'NotSupported', 'MethodNotFound'))
            throw error;
        const collector = (0,_wire_moref_js__WEBPACK_IMPORTED_MODULE_4__/* .morefOf */ .D)((0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(await session.call('CreateCollectorForEvents', manager, [filter]), 'returnval'));
        if (collector === undefined)
            throw error;
        try {
            await session.call('SetCollectorPageSize', collector, [(0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_3__/* .value */ .Uq)('maxCount', PAGE)]);
            const read = await (0,_wire_properties_js__WEBPACK_IMPORTED_MODULE_2__/* .readProperties */ .Qh)(session, collector, ['latestPage']);
            return (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .childrenNamed */ .De)(read.get('latestPage'), 'Event');
        }
        finally {
            await session.call('DestroyCollector', collector).catch((left) => {
                session.log.debug(`A collector of events, which ends with the session: ${String(left)}`);
            });
        }
    }
}


/***/ }),

/***/ 10702:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ HELD_SESSION)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/** A session that must not outlive its run: an administrator sees each as somebody who is logged in. */

const HELD_SESSION = {
    kind: 'vsphere-session',
    what: ({ server }) => `the session with ${server}`,
    undo: async (ticket, context) => {
        // Loaded when there is something to undo: an action may have work that speaks to no server.
        const { resumeVsphere } = await Promise.all(/* import() */[__webpack_require__.e(9800), __webpack_require__.e(6722), __webpack_require__.e(5783)]).then(__webpack_require__.bind(__webpack_require__, 85783));
        try {
            const session = await resumeVsphere(ticket, context);
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


/***/ })

};
