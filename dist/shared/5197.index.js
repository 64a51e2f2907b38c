export const id = 5197;
export const ids = [5197];
export const modules = {

/***/ 15197:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  proveVm: () => (/* binding */ proveVm)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.cache/build/src/check/verdict.js
var check_verdict = __webpack_require__(14312);
// EXTERNAL MODULE: ./.cache/build/src/errors.js
var errors = __webpack_require__(41251);
// EXTERNAL MODULE: ./.cache/build/src/files/make-folder.js
var make_folder = __webpack_require__(69399);
// EXTERNAL MODULE: ./.cache/build/src/files/replace-file.js
var replace_file = __webpack_require__(17785);
// EXTERNAL MODULE: ./.cache/build/src/quiesce/disposable-copy.js
var disposable_copy = __webpack_require__(8280);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
;// CONCATENATED MODULE: ./.cache/build/src/quiesce/evidence-folder.js
/** What a check that proved too little leaves for people: one folder, which a workflow keeps as an artifact. */




/** Files of the folder by name; one that would be empty is left out. */
function evidenceFiles({ events, fault, guest, hostLog }) {
    const files = new Map();
    const add = (name, text) => {
        if (text.trim() !== '')
            files.set(name, text.endsWith('\n') ? text : `${text}\n`);
    };
    if (fault)
        add('fault.txt', [fault.type, ...(fault.keys ?? []), fault.message].join('\n'));
    add('events.txt', events.map(({ time, message }) => `${time} ${message}`).join('\n'));
    add('vmware.log', hostLog ?? '');
    if (guest?.facts)
        add('guest-facts.json', JSON.stringify(guest.facts, undefined, 2));
    for (const [name, text] of Object.entries(guest?.texts ?? {})) {
        // Names come out of the guest as well.
        if (/^[a-z][a-z-]{0,40}$/.test(name))
            add(`guest-${name}.txt`, text);
    }
    add('guest-not-asked.txt', guest?.problem ?? '');
    return files;
}
/** @returns the folder; undefined when there is nothing to keep */
async function keepEvidence(check, folder) {
    const files = evidenceFiles(check);
    if (files.size === 0)
        return undefined;
    // What an earlier check has left is not of this one.
    await (0,promises_.rm)(folder, { recursive: true, force: true });
    await (0,make_folder/* makeFolder */.f)(folder);
    for (const [name, text] of files)
        await (0,replace_file/* replaceFile */.f)((0,external_node_path_.join)(folder, name), Buffer.from(text));
    return folder;
}

// EXTERNAL MODULE: ./.cache/build/src/quiesce/first-boot-mark.js
var first_boot_mark = __webpack_require__(4221);
// EXTERNAL MODULE: ./.cache/build/src/quiesce/held-check.js
var held_check = __webpack_require__(76628);
// EXTERNAL MODULE: ./.cache/build/src/quiesce/left-snapshots.js
var left_snapshots = __webpack_require__(7631);
// EXTERNAL MODULE: ./.cache/build/src/check/rule.js
var rule = __webpack_require__(21667);
// EXTERNAL MODULE: ./.cache/build/src/ova/first-boot-setting.js
var first_boot_setting = __webpack_require__(71089);
// EXTERNAL MODULE: ./.cache/build/src/products/guest-words.js
var guest_words = __webpack_require__(18351);
// EXTERNAL MODULE: ./.cache/build/src/units.js
var units = __webpack_require__(16053);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/vm/bake-mark.js
var bake_mark = __webpack_require__(88979);
// EXTERNAL MODULE: ./.cache/build/src/nearest-name.js
var nearest_name = __webpack_require__(92106);
// EXTERNAL MODULE: ./.cache/build/src/xml/xml-element.js
var xml_element = __webpack_require__(61268);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/explain-fault.js
var explain_fault = __webpack_require__(4732);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/properties.js
var properties = __webpack_require__(85925);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/soap.js
var soap = __webpack_require__(68259);
;// CONCATENATED MODULE: ./.cache/build/src/vsphere/vm/customization-specs.js
/** Guest customization specifications of a vCenter (vim25 CustomizationSpecManager, API 2.5): read by name, or made for one clone. */






/** GMT, of Microsoft's table of time zones. */
const GMT = 85;
/**
 * @returns the specification as vCenter keeps it; its passwords stay encrypted
 * @throws UserError vsphere-not-found with the nearest name; input-invalid for one that is not for Windows
 */
async function readCustomizationSpec(session, name) {
    const manager = session.manager('customizationSpecManager');
    const answer = await session
        .call('GetCustomizationSpec', manager, [(0,soap/* value */.Uq)('name', name)])
        .catch(async (error) => {
        throw (0,explain_fault/* isFault */.Z)(error, 'NotFound') ? await unknown(session, name, error) : error;
    });
    const item = (0,xml_element/* child */.jf)(answer, 'returnval');
    const kind = (0,xml_element/* textAt */.$6)(item, 'info.type') ?? '';
    const spec = (0,xml_element/* child */.jf)(item, 'spec');
    if (spec && kind === 'Windows')
        return spec;
    throw new errors/* UserError */.yo('input-invalid', `The customization specification ${name} is for ${kind || 'nobody'}, not for Windows (input customization)`, 'Name a specification for Windows, or write generated.');
}
async function unknown(session, name, cause) {
    const manager = session.manager('customizationSpecManager');
    const infos = (await (0,properties/* readProperties */.Qh)(session, manager, ['info'])).get('info');
    const names = (0,xml_element/* childrenNamed */.De)(infos, 'CustomizationSpecInfo')
        .filter((info) => (0,xml_element/* textAt */.$6)(info, 'type') === 'Windows')
        .map((info) => (0,xml_element/* textAt */.$6)(info, 'name') ?? '');
    const near = (0,nearest_name/* nearestName */.q)(name, names);
    return new errors/* UserError */.yo('vsphere-not-found', `There is no customization specification ${name}${near === undefined ? '' : `; did you mean ${near}?`}`, names.length === 0
        ? 'The vCenter has none for Windows, or the account may not read them (VirtualMachine.Provisioning.ReadCustSpecs): write generated.'
        : `Set the input customization to one of: ${names.sort().join(', ')}; or to generated.`, { cause });
}
/** As many adapters as the VM has to have. */
function adaptersOf(spec) {
    return (0,xml_element/* childrenNamed */.De)(spec, 'nicSettingMap').length;
}
/**
 * The plainest there is: another name and SID, a workgroup, addresses by DHCP.
 * @param computerName at most 15 characters
 * @param password of the Administrator from then on; it goes over the encrypted connection as it is
 * @param adapters network cards of the VM
 */
function generatedSpec(computerName, password, adapters) {
    const dhcp = (0,soap/* node */.rH)('nicSettingMap', [(0,soap/* node */.rH)('adapter', [(0,soap/* node */.rH)('ip', [], 'CustomizationDhcpIpGenerator')])]);
    const name = (0,soap/* node */.rH)('computerName', [(0,soap/* value */.Uq)('name', computerName)], 'CustomizationFixedName');
    return (0,soap/* node */.rH)('customization', [
        (0,soap/* node */.rH)('options', [(0,soap/* value */.Uq)('changeSID', true), (0,soap/* value */.Uq)('deleteAccounts', false)], 'CustomizationWinOptions'),
        (0,soap/* node */.rH)('identity', [
            (0,soap/* node */.rH)('guiUnattended', [
                (0,soap/* node */.rH)('password', [(0,soap/* value */.Uq)('value', password), (0,soap/* value */.Uq)('plainText', true)]),
                (0,soap/* value */.Uq)('timeZone', GMT),
                (0,soap/* value */.Uq)('autoLogon', false),
                // Has to be said, though nobody is logged on (vim25 CustomizationGuiUnattended).
                (0,soap/* value */.Uq)('autoLogonCount', 1),
            ]),
            (0,soap/* node */.rH)('userData', [
                (0,soap/* value */.Uq)('fullName', 'Stillframe'),
                (0,soap/* value */.Uq)('orgName', 'Stillframe'),
                name,
                (0,soap/* value */.Uq)('productId', ''),
            ]),
            (0,soap/* node */.rH)('identification', [(0,soap/* value */.Uq)('joinWorkgroup', 'WORKGROUP')]),
        ], 'CustomizationSysprep'),
        (0,soap/* node */.rH)('globalIPSettings'),
        ...Array.from({ length: adapters }, () => dhcp),
    ]);
}

// EXTERNAL MODULE: ./.cache/build/src/vsphere/vm/vm-facts.js + 1 modules
var vm_facts = __webpack_require__(98508);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/vm/vm-network.js
var vm_network = __webpack_require__(35970);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/vm/vm-operations.js
var vm_operations = __webpack_require__(63912);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/fault.js
var fault = __webpack_require__(63926);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/vm/vm-events.js
var vm_events = __webpack_require__(9543);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/poll.js
var poll = __webpack_require__(47749);
;// CONCATENATED MODULE: ./.cache/build/src/quiesce/customization-events.js
/** How the customization of a guest ended, by the events of its VM (vim25 CustomizationEvent). */


const SUCCEEDED = 'CustomizationSucceeded';
/** CustomizationFailed and what is derived from it. */
const FAILED = /^Customization(?:\w*Failed|UnknownFailure)$/;
/**
 * @param since by the server's clock
 * @param limit milliseconds
 */
async function awaitCustomization(session, vm, since, limit) {
    let events = [];
    const end = await (0,poll/* pollUntil */.g)(session.signal, async () => {
        events = (await (0,vm_events/* readEvents */.wj)(session, vm, since)).filter(({ type }) => type.startsWith('Customization'));
        // A success after a failure would be of another try; there is only one.
        return events.find(({ type }) => FAILED.test(type)) ?? events.find(({ type }) => type === SUCCEEDED);
    }, limit);
    if (end === undefined)
        return { outcome: 'unfinished', said: events.at(-1)?.message };
    return { outcome: FAILED.test(end.type) ? 'failed' : 'succeeded', said: end.message };
}

;// CONCATENATED MODULE: ./.cache/build/src/quiesce/customization-findings.js
/** What a customized copy can come to besides success. */
const CUSTOMIZATION_REFUSED = {
    code: 'customization-refused',
    severity: 'error',
    remedy: 'VMware Tools must have run in the template itself (bake-template), and the specification must have as many adapters as the VM has network cards.',
    source: 'vim25 CustomizationFault; terraform-provider-vsphere issue 2269, open-vm-tools issue 262',
};
const CUSTOMIZATION_FAILED = {
    code: 'customization-failed',
    severity: 'error',
    remedy: 'Read C:\\Windows\\Temp\\vmware-imc\\guestcust.log and C:\\Windows\\Panther\\UnattendGC\\setupact.log in a clone. The usual causes: a generalized template, answer files left in C:\\Windows\\Panther, per-user Appx packages, a pending restart.',
    source: 'vim25 CustomizationFailed; terraform-provider-vsphere issue 2287, packer-examples issues 502 and 791',
};
const CUSTOMIZATION_UNFINISHED = {
    code: 'customization-unfinished',
    severity: 'error',
    remedy: 'Look at the console of a clone: a Windows that asks a question waits for ever. A customization begins only once VMware Tools run.',
    source: 'vim25 CustomizationEvent: none that says an end came',
};
const CUSTOMIZATION_UNCONFIRMED = {
    code: 'customization-unconfirmed',
    severity: 'error',
    remedy: 'Give guest-password the password that the specification sets, which with generated is this one. A specification can set another password only when that of the template is blank.',
    source: 'vim25 GuestProcessManager: a program is run as the Administrator, as the event alone proves too little',
};
const CUSTOMIZATION_FINDINGS = [
    CUSTOMIZATION_REFUSED,
    CUSTOMIZATION_FAILED,
    CUSTOMIZATION_UNFINISHED,
    CUSTOMIZATION_UNCONFIRMED,
];

// EXTERNAL MODULE: ./.cache/build/src/vsphere/guest/ready-guest.js
var ready_guest = __webpack_require__(93103);
;// CONCATENATED MODULE: ./.cache/build/src/quiesce/guest-checks.js
/** What is asked of a guest itself, beside what vSphere knows: through VMware Tools, as an account of the guest. */


const SHELL = 'C:\\Windows\\System32\\cmd.exe';
/**
 * That Tools run, and that a program runs as that account.
 * @param timeout milliseconds
 * @returns what is not so; undefined when all is
 */
async function confirmAccount(session, vm, account, timeout) {
    const running = await (0,ready_guest/* awaitTools */.q)(session, vm, timeout);
    if (!running)
        return 'its VMware Tools did not come up';
    if (account === undefined)
        return undefined;
    let code;
    try {
        const nothing = { path: SHELL, args: '/c exit 0', repeatable: true };
        code = await (0,ready_guest/* runWhenReady */.r)(session, vm, account, nothing, timeout);
    }
    catch (error) {
        if (error instanceof errors/* UserError */.yo && error.code === 'input-invalid')
            return `it does not let ${account.username} in`;
        throw error;
    }
    return code === 0 ? undefined : `it ran no program as ${account.username} (${code ?? 'never ready'})`;
}

// EXTERNAL MODULE: ./.cache/build/src/vsphere/vm/owned-vm.js
var owned_vm = __webpack_require__(59737);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/vm/while-cut-off.js
var while_cut_off = __webpack_require__(5610);
// EXTERNAL MODULE: ./.cache/build/src/quiesce/held-copy.js
var held_copy = __webpack_require__(60531);
// EXTERNAL MODULE: ./.cache/build/src/quiesce/remove-held-copy.js
var remove_held_copy = __webpack_require__(76756);
;// CONCATENATED MODULE: ./.cache/build/src/quiesce/with-copy.js
/** The life of one disposable copy: held, made, put where it may start, used, removed. */








/**
 * @param body whatever it leaves in the copy, snapshots and running state, goes with it
 * @returns what `body` gives; a copy that could not be removed then is told in the log, and tried again at the end
 * @throws what making the copy and `body` throw
 */
async function withCopy(session, { source, network, ...request }, context, body) {
    const id = (0,external_node_crypto_.randomBytes)(4).toString('hex');
    const held = {
        ticket: session.ticket(),
        source,
        ...(request.from && { from: request.from.vm }),
        id,
        since: session.now().toISOString(),
    };
    const released = context.hold(held_copy/* HELD_COPY */.A, held, () => (0,remove_held_copy.removeHeldCopy)(session.uncancelled(), held));
    const started = Date.now();
    const copy = await (0,disposable_copy/* makeCopy */.sK)(session, source, { id, ...request });
    context.log.info(`${copy.name} was made in ${(0,units/* formatDuration */.a3)(Date.now() - started)}`);
    // It has the name and the addresses of its source: it starts cut off, unless a network for it is named.
    const cards = await (0,vm_network/* setNetworkCards */.Sd)(session, copy.moref, network?.moref);
    if (cards > 0)
        context.log.info(network ? `It starts on the network ${network.name}` : 'It starts disconnected');
    const used = network ? () => body(copy) : () => (0,while_cut_off/* whileCutOff */.n)(session, copy, () => body(copy));
    const result = await (0,owned_vm/* whileOwned */.n8)(session, copy.moref, request.me, used);
    try {
        await (0,disposable_copy/* removeCopy */.qU)(session, copy);
        released();
        context.log.info(`Removed ${copy.name}`);
    }
    catch (error) {
        context.signal.throwIfAborted();
        // What was learnt stands; the clean-up at the end tries once more, and the next run after it.
        context.log.warning(`${copy.name} is not removed yet: ${String(error)}`);
    }
    return result;
}

;// CONCATENATED MODULE: ./.cache/build/src/quiesce/prove-customization.js
/**
 * Proves that the template deploys: a copy is cloned with a customization specification, as Terraform and the vSphere client do it, and
 * its guest has to say that it was customized.
 */
















const LIMIT = 60 * 60_000;
/** Faults by which vCenter refuses to customize (vim25 CustomizationFault and those derived from it). */
const REFUSALS = [
    'CustomizationFault',
    'CannotDecryptPasswords',
    'CustomizationPending',
    'IpHostnameGeneratorError',
    'MissingWindowsCustResources',
    'MountError',
    'NicSettingMismatch',
    'NoDisksToCustomize',
    'ToolsUnavailable',
    'UncustomizableGuest',
    'UnexpectedCustomizationFault',
    'VolumeEditorError',
];
/**
 * Before anything is cloned.
 * @throws UserError input-invalid for a guest that is generalized, where a customization is known to fail, or whose first boot is still
 * to come; vsphere-refused on an ESXi host
 */
async function assertCustomizable(session, { moref, path }) {
    if (session.about.kind === 'esxi') {
        throw new errors/* UserError */.yo('vsphere-refused', `${session.url.host} is an ESXi host, and only a vCenter customizes (input customization)`, 'Connect to the vCenter of the host, or set customization: none.');
    }
    const { extraConfig } = await (0,vm_facts/* readVmFacts */.tv)(session, moref);
    const imageState = (0,bake_mark/* parseBakeMark */.yg)(extraConfig.get(bake_mark/* BAKE_KEY */.mi) ?? '')?.seen?.result?.imageState ?? '';
    if (extraConfig.get(guest_words/* AFTER_FIRST_BOOT_SETTING */.av) === 'generalize' || imageState.includes('GENERALIZE')) {
        throw new errors/* UserError */.yo('input-invalid', `${path} is generalized, and a Windows that waits in Setup cannot be customized (input customization)`, 'Set customization: none, as its clones are plain ones; or build the image with bake: { seal: none } for clones with a customization specification.');
    }
    if (extraConfig.get(first_boot_setting/* FIRST_BOOT_SETTING */.Jm) === 'expected') {
        throw new errors/* UserError */.yo('input-invalid', `The first boot of ${path} is still to come, and vCenter would customize in the middle of it (input customization)`, 'Run bake-template before, or set customization: none.');
    }
}
/**
 * @returns what it came to, with findings where that is not success
 * @throws UserError for a specification that is not there or does not fit; errors of the API
 */
async function proveCustomization(session, request, context) {
    const { source, specification, network, resourcePool, me } = request;
    const customization = await chooseSpec(session, request);
    context.log.info(`Copying ${source.path} once more, with the customization specification ${specification}`);
    try {
        return await withCopy(session, { source, me, resourcePool, network, customization }, context, (copy) => runCustomization(session, copy, request, context));
    }
    catch (error) {
        // explainFault has made an error for people of it, and kept the fault.
        const fault = error instanceof errors/* UserError */.yo ? error.cause : error;
        if (!isRefusal(fault))
            throw error;
        return {
            outcome: 'refused',
            specification,
            findings: [
                (0,rule/* found */.F9)(CUSTOMIZATION_REFUSED, `vCenter refused to customize a clone of ${source.name}: ${fault.type}, ${fault.message}`),
            ],
        };
    }
}
/** Of the clone itself; servers say it in more types than the reference has. */
function isRefusal(error) {
    if (!(error instanceof fault/* VsphereFault */.eM) || error.operation !== 'CloneVM_Task')
        return false;
    const { type, message, texts } = error;
    return REFUSALS.includes(type) || /customiz|tools is not installed/i.test([message, ...texts].join());
}
async function chooseSpec(session, request) {
    const { source, specification, account } = request;
    const cards = (await (0,vm_network/* readCardStates */.Pt)(session, source.moref)).length;
    if (specification === 'generated') {
        // Nobody needs to know it unless a program is run afterwards: the copy is gone by then.
        const password = account?.password ?? `Sf1!${(0,external_node_crypto_.randomBytes)(12).toString('base64url')}`;
        return generatedSpec(`SF-${(0,external_node_crypto_.randomBytes)(4).toString('hex').toUpperCase()}`, password, cards);
    }
    const spec = await readCustomizationSpec(session, specification);
    if (adaptersOf(spec) === cards)
        return spec;
    throw new errors/* UserError */.yo('input-invalid', `The customization specification ${specification} has ${adaptersOf(spec)} adapters, and ${source.path} has ${cards} network cards`, 'Set customization to a specification with one adapter for each card, or to generated.');
}
async function runCustomization(session, copy, { specification, network, account, timeout, limit = LIMIT }, { log }) {
    // Asked for is not yet done: the copy has the name of its source, and must not start among others.
    await (0,vm_network/* assertCardsOn */.XC)(session, copy.moref, network.moref);
    const since = session.now();
    const started = Date.now();
    await (0,vm_operations/* powerOn */.f0)(session, copy.moref);
    log.info(`Waiting up to ${(0,units/* formatDuration */.a3)(limit)} for the customization of ${copy.name}`);
    const { outcome, said } = await awaitCustomization(session, copy.moref, since, limit);
    const durationMs = Date.now() - started;
    log.info(`The customization is ${outcome === 'succeeded' ? 'done' : outcome} after ${(0,units/* formatDuration */.a3)(durationMs)}`);
    // Whatever switched them on: they must be where nobody is met.
    await (0,vm_network/* assertCardsOn */.XC)(session, copy.moref, network.moref);
    const about = { specification, copy: copy.name, durationMs };
    if (outcome !== 'succeeded') {
        return {
            outcome,
            ...about,
            findings: [outcome === 'failed' ? failed(said) : unfinished(limit, said)],
        };
    }
    const problem = await confirmAccount(session, copy.moref, account, timeout);
    if (problem === undefined)
        return { outcome, ...about, findings: [] };
    return { outcome: 'unconfirmed', ...about, findings: [unconfirmed(problem)] };
}
function failed(said) {
    return (0,rule/* found */.F9)(CUSTOMIZATION_FAILED, `The customization of a clone failed: ${said || 'the event does not say why'}`);
}
function unfinished(limit, said) {
    return (0,rule/* found */.F9)(CUSTOMIZATION_UNFINISHED, `Within ${(0,units/* formatDuration */.a3)(limit)} a clone told neither success nor failure of its customization${said ? `; it told last: ${said}` : ''}`);
}
function unconfirmed(problem) {
    return (0,rule/* found */.F9)(CUSTOMIZATION_UNCONFIRMED, `vCenter says that the clone is customized, but ${problem}`);
}

// EXTERNAL MODULE: ./.cache/build/src/vsphere/guest/guest-answer.js
var guest_answer = __webpack_require__(44284);
;// CONCATENATED MODULE: ./.cache/build/src/quiesce/marker-findings.js
/** What the marker script shows, in the machine that the snapshot was taken of and in what was restored from it. */

const SILENT = {
    code: 'freeze-scripts-silent',
    severity: 'warning',
    remedy: 'The snapshot is none the worse for it; but who counts on scripts in backupScripts.d of VMware Tools should run one by hand in a clone, as SYSTEM, and look for vmbackup in the log of Tools.',
    source: 'open-vm-tools, scriptOps.c; Broadcom KB 313544 (custom quiescing scripts)',
};
const UNDONE = {
    code: 'freeze-undone',
    severity: 'warning',
    remedy: 'The scripts ran and the freeze after them failed: look for the cause in VSS, its writers and its provider, and not in scripts.',
    source: 'open-vm-tools, scriptOps.c (freezeFail)',
};
const OUTSIDE = {
    code: 'snapshot-outside-freeze',
    severity: 'error',
    remedy: 'Verify once more; if it repeats, this host takes its snapshots when the guest is not frozen: open a case with vmware.log and the log of vmbackup (tools.conf) in hand.',
    source: 'open-vm-tools, vmBackup.c: scripts with freeze, sync provider, snapshot, scripts with thaw, in this order',
};
const MARKER_FINDINGS = [SILENT, UNDONE, OUTSIDE];
/** @param taken whether there is a snapshot */
function markerFindings({ markers, problem }, taken) {
    if (markers === undefined) {
        return [(0,rule/* found */.F9)(SILENT, `What the marker script has left in the guest could not be read: ${problem}`)];
    }
    const { freeze, freezeFail, thaw } = markers;
    if (freezeFail !== undefined) {
        return [
            (0,rule/* found */.F9)(UNDONE, 'VMware Tools ran the scripts with freezeFail: the freeze in the guest failed after they had run'),
        ];
    }
    if (!taken)
        return [];
    if (freeze === undefined)
        return [(0,rule/* found */.F9)(SILENT, 'VMware Tools did not run the marker script before the snapshot')];
    if (thaw !== undefined)
        return [];
    return [(0,rule/* found */.F9)(SILENT, 'VMware Tools ran the marker script before the snapshot, and not after it')];
}
/**
 * @param before of the machine that the snapshot was taken of
 * @param restored of what was restored from it
 */
function restoredMarkerFindings(before, restored) {
    if (restored.markers === undefined) {
        return [
            (0,rule/* found */.F9)(SILENT, `What the marker script has left in the restored copy could not be read: ${restored.problem}`),
        ];
    }
    const { freeze, thaw } = restored.markers;
    const seen = [
        ...(thaw === undefined ? [] : ['it holds what was written at the thaw, so that it was taken after it']),
        ...(before.markers?.freeze === undefined || freeze !== undefined
            ? []
            : ['it does not hold what was written at the freeze, so that it was taken before it']),
    ];
    return seen.map((what) => (0,rule/* found */.F9)(OUTSIDE, `The snapshot was not taken while the guest was frozen: ${what}`));
}

// EXTERNAL MODULE: ./.cache/build/src/quiesce/marker-script.js
var marker_script = __webpack_require__(63874);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/guest/guest-question.js
var guest_question = __webpack_require__(69878);
;// CONCATENATED MODULE: ./.cache/build/src/quiesce/service-check.js
/** Which services a Windows that was started from a snapshot has to run: those that it starts by itself, and that ran before the snapshot. */


/**
 * Services that Windows starts at every start, and that run now. Left out are those that start late (Win32_Service.DelayedAutoStart, from
 * Windows Server 2016 on) or on an event (`TriggerInfo` in their key, where ChangeServiceConfig2 writes it), for which there is no time by which
 * they run, and those of somebody who is logged on (0x40 of Type: winnt.h, SERVICE_USER_SERVICE), whose names are others every time.
 *   out: running
 */
const ASK_SERVICES = (0,guest_question/* guestQuestion */.dl)(`$root = 'HKLM:\\SYSTEM\\CurrentControlSet\\Services\\'
$services = Get-CimInstance -ClassName Win32_Service -Filter "StartMode = 'Auto' AND State = 'Running' AND DelayedAutoStart = FALSE"
$own = $services | Where-Object {
  $type = (Get-ItemProperty -LiteralPath ($root + $_.Name) -Name Type).Type
  (($type -band 0x40) -eq 0) -and -not (Test-Path -LiteralPath ($root + $_.Name + '\\TriggerInfo'))
}
$answer = @{ running = @($own | ForEach-Object { $_.Name }) }`);
/** Milliseconds that Windows may take at most to start them once VMware Tools run, which are one of them. */
const STARTED_WITHIN = 5 * 60_000;
/**
 * By names in lower case: what a snapshot needs of it. Writers are called as Microsoft calls them ("In-Box VSS Writers", Win32 documentation),
 * which tells the service too for the System Writer and for MSMQ, and of FSRM and Sync Share that they have a writer only while they run; of
 * SQL Server "SQL Writer service" tells it. Microsoft has no page for the others: Carbonite, "List of VSS Writers and Services". The writers of
 * the registry, of COM+, of ASR and of shadow copy optimization live in VSS itself. Left out are BITS and Windows Search, whose writers only
 * keep files out of a backup.
 */
const NEEDED = {
    vmtools: 'VMware Tools',
    vgauthservice: 'VMware Tools',
    vmvss: 'VMware Snapshot Provider',
    vss: 'Volume Shadow Copy',
    swprv: 'Volume Shadow Copy',
    eventsystem: 'COM+ Event System',
    comsysapp: 'COM+ System Application',
    apphostsvc: 'IIS Config Writer',
    certsvc: 'Certificate Authority',
    clussvc: 'Cluster Service Writer',
    cryptsvc: 'System Writer',
    dfsr: 'DFS Replication service writer',
    dhcpserver: 'Dhcp Jet Writer',
    iisadmin: 'IIS Metabase Writer',
    msexchangeis: 'Microsoft Exchange Writer',
    msmq: 'MSMQ Writer',
    ntds: 'NTDS',
    ntfrs: 'FRS Writer',
    sqlwriter: 'SqlServerWriter',
    srmsvc: 'FSRM Writer',
    syncsharesvc: 'Sync Share Service VSS writer',
    termservlicensing: 'TermServLicensing',
    tsgateway: 'TS Gateway Writer',
    vmms: 'Microsoft Hyper-V VSS Writer',
    wdsserver: 'WDS VSS Writer',
    widwriter: 'WIDWriter',
    winmgmt: 'WMI Writer',
    wins: 'WINS Jet Writer',
};
/** @returns names; undefined for what is no answer to ASK_SERVICES */
function runningServices(answer) {
    const { running } = (answer ?? {});
    return Array.isArray(running) ? running.filter((name) => typeof name === 'string') : undefined;
}
/**
 * One that ran and ended by itself has started.
 * @param ask asks the machine that was started ASK_SERVICES until an answer is enough, or its time is up
 * @returns names of those that never ran
 * @throws what `ask` throws
 */
async function awaitServices(ask, before) {
    const seen = new Set();
    const lacking = () => before.filter((name) => !seen.has(name));
    await ask((answer) => {
        for (const name of runningServices(answer) ?? [])
            seen.add(name);
        return lacking().length === 0;
    });
    return lacking();
}
const STOPPED = {
    code: 'restore-service-stopped',
    severity: 'error',
    remedy: 'Start a clone of a snapshot by hand, start these services there and read why they fail in its System log: without them the next snapshot has no application in it.',
    source: 'Microsoft, Win32_Service (StartMode Auto, DelayedAutoStart); "In-Box VSS Writers"',
};
const DIFFERS = {
    code: 'restore-service-differs',
    severity: 'warning',
    remedy: 'Start a clone of a snapshot by hand and look at these services: one that ends by itself when it has nothing to do is in order, and belongs on start type Manual or delayed.',
    source: 'Microsoft, Win32_Service (StartMode Auto, DelayedAutoStart)',
};
const SERVICE_FINDINGS = [STOPPED, DIFFERS];
/** @param lacking names as awaitServices gives them; what a snapshot needs is an error */
function serviceFindings(lacking) {
    const needed = lacking.filter((name) => purposeOf(name) !== undefined);
    const others = lacking.filter((name) => purposeOf(name) === undefined);
    const told = needed.map((name) => `${name} (${purposeOf(name)})`).join(', ');
    return [
        ...(needed.length > 0
            ? [(0,rule/* found */.F9)(STOPPED, `A linked clone of the snapshot does not run services that ran before it: ${told}`)]
            : []),
        ...(others.length > 0
            ? [
                (0,rule/* found */.F9)(DIFFERS, `A linked clone of the snapshot does not run services that ran before it: ${others.join(', ')}`),
            ]
            : []),
    ];
}
/**
 * What has instances is a service for each: a database MSSQLSERVER or MSSQL$NAME, of which that of Windows itself has a writer of its own;
 * a queue on a cluster MSMQ$NAME; a directory of AD LDS ADAM_NAME.
 */
const INSTANCES = [
    [/^mssql\$microsoft##wid$/, 'WIDWriter'],
    [/^mssql(?:server$|\$)/, 'SqlServerWriter'],
    [/^msmq\$/, 'MSMQ Writer'],
    [/^adam_/, 'ADAM Writer'],
];
function purposeOf(name) {
    const service = name.toLowerCase();
    return INSTANCES.find(([instance]) => instance.test(service))?.[1] ?? NEEDED[service];
}

;// CONCATENATED MODULE: ./.cache/build/src/quiesce/prepare-guest.js
/** What is done in a guest before its snapshot is asked for, so that there is something to compare with afterwards. */




/** Milliseconds: a guest that is asked answers or does not. */
const prepare_guest_LIMIT = 3 * 60_000;
/** Scripts are run one after the other once the snapshot is there: what is still not run by then will not be. */
const THAWED_WITHIN = 5 * 60_000;
/** @param what is done: the marker script put there, services asked */
function prepareGuest(session, vm, account, what) {
    let services = 'its VMware Tools did not run before the snapshot';
    let markers;
    return {
        prepare: async () => {
            if (what.markers)
                await placeMarker(session, vm, account);
            if (what.services)
                services = await askServices(session, vm, account);
        },
        readMarkers: async (timeout) => {
            markers = await readMarkersOf(session, vm, account, Math.min(timeout, THAWED_WITHIN));
            return markers;
        },
        before: () => ({ services, ...(markers && { markers }) }),
    };
}
async function placeMarker(session, vm, account) {
    session.log.info('Putting the marker script into the guest');
    if ((0,marker_script/* isPlaced */.AD)(await (0,guest_answer/* askPowerShell */.Bp)(session, vm, account, marker_script/* PLACE_MARKER */.BX, prepare_guest_LIMIT)))
        return;
    throw new errors/* UserError */.yo('guest-refused', 'The marker script is not where VMware Tools of the copy look for scripts, though it was put there', 'See whether something in the image takes files out of backupScripts.d of VMware Tools; or set marker-scripts: false.');
}
async function askServices(session, vm, account) {
    try {
        return runningServices(await (0,guest_answer/* askPowerShell */.Bp)(session, vm, account, ASK_SERVICES, prepare_guest_LIMIT)) ?? 'its answer is none';
    }
    catch (error) {
        if (error instanceof errors/* UserError */.yo)
            return error.message;
        throw error;
    }
}
/**
 * @param limit milliseconds that the thaw may take where the freeze was seen; none: as it is now
 * @throws errors of the API: what the guest does not tell is a problem, and no error
 */
async function readMarkersOf(session, vm, account, limit = 0) {
    let last = { problem: 'its answer is none' };
    const enough = (answer) => {
        const markers = (0,marker_script/* parseMarkers */.FT)(answer);
        if (markers)
            last = { markers };
        return markers?.freeze === undefined || (markers.thaw ?? markers.freezeFail) !== undefined;
    };
    try {
        await (0,guest_answer/* askPowerShellUntil */.Zi)(session, vm, account, marker_script/* READ_MARKERS */.dc, { each: prepare_guest_LIMIT, limit, enough });
    }
    catch (error) {
        if (!(error instanceof errors/* UserError */.yo))
            throw error;
        return { problem: error.message };
    }
    return last;
}

;// CONCATENATED MODULE: ./.cache/build/src/quiesce/volume-check.js
/** What a Windows that was started from a snapshot says of its system volume and of its databases: asked in the guest, in any language of Windows. */

/**
 * Win32_Volume.DirtyBitSet is what fsutil prints in words. Errors (level 2) and critical ones (1) of NTFS and ESENT since this start; that
 * there is no such event is an error of Get-WinEvent, by a name that is not translated.
 *   out: dirty (null where it does not say), events (of the first ones the provider and the id), count
 */
const VOLUME_CHECK = (0,guest_question/* guestQuestion */.dl)(`$system = Get-CimInstance -ClassName Win32_OperatingSystem
$volume = Get-CimInstance -ClassName Win32_Volume | Where-Object { $_.DriveLetter -eq $system.SystemDrive }
$filter = @{ LogName = 'System', 'Application'; Level = 1, 2; StartTime = $system.LastBootUpTime }
try {
  $events = @(Get-WinEvent -FilterHashtable $filter | Where-Object { $_.ProviderName -match 'ntfs|esent' })
} catch {
  if ($_.FullyQualifiedErrorId -notlike 'NoMatchingEventsFound*') { throw }
  $events = @()
}
$answer = @{
  dirty = $volume.DirtyBitSet
  count = $events.Count
  events = @($events | Select-Object -First 5 | ForEach-Object { '{0} {1}' -f $_.ProviderName, $_.Id })
}`);
/**
 * @param answer to VOLUME_CHECK
 * @returns what is not as it should be; empty when all is
 */
function volumeFaults(answer) {
    const { dirty, count, events } = (answer ?? {});
    const named = Array.isArray(events) ? events.filter((event) => typeof event === 'string') : [];
    return [
        ...(dirty === true ? ['its system volume is marked dirty'] : []),
        ...(typeof dirty === 'boolean' ? [] : ['it does not say whether its system volume is dirty']),
        ...(count === 0
            ? []
            : [
                `its event log has errors of NTFS or ESENT since its start${named.length > 0 ? ` (${named.join(', ')})` : ''}`,
            ]),
    ];
}

;// CONCATENATED MODULE: ./.cache/build/src/quiesce/restore-snapshot.js
/** Proves that what a backup takes from the quiesced snapshot starts again: a linked clone of it, cut off from every network. */












/** @throws UserError vsphere-refused on an ESXi host, which makes no clones */
function assertRestorable(session) {
    if (session.about.kind === 'vcenter')
        return;
    throw new errors/* UserError */.yo('vsphere-refused', `${session.url.host} is an ESXi host, and only a vCenter makes a clone of a snapshot (input restore)`, 'Connect to the vCenter of the host, or set restore: false.');
}
/**
 * The clone is gone when this returns, so that the snapshot can be removed.
 * @throws errors of the API, UserError for an account that the guest does not know
 */
function restoreSnapshot(session, { before, ...from }, { job, account, timeout }, context) {
    context.log.info('Making a linked clone of the snapshot');
    return withCopy(session, { ...job, from, network: undefined }, context, async (copy) => {
        const started = Date.now();
        await (0,vm_operations/* powerOn */.f0)(session, copy.moref);
        const running = await (0,ready_guest/* awaitTools */.q)(session, copy.moref, timeout);
        const durationMs = Date.now() - started;
        context.log.info(`VMware Tools ${running ? 'run' : 'do not run'} in it after ${(0,units/* formatDuration */.a3)(durationMs)}`);
        const about = { copy: copy.name, durationMs };
        if (!running)
            return { outcome: 'failed', ...about, checked: false, findings: [restore_snapshot_failed(durationMs)] };
        const findings = account ? await askGuest(session, copy, account, { before, timeout }) : [];
        const clean = findings.every(({ severity }) => severity !== 'error');
        return { outcome: clean ? 'restored' : 'unclean', ...about, checked: account !== undefined, findings };
    });
}
/** @returns what is not as it should be, worst first */
async function askGuest(session, { moref }, account, { before, timeout }) {
    const problem = await confirmAccount(session, moref, account, timeout);
    if (problem !== undefined)
        return [unclean([problem])];
    try {
        const faults = volumeFaults(await (0,guest_answer/* askPowerShell */.Bp)(session, moref, account, VOLUME_CHECK, timeout));
        const { services, markers } = before ?? { services: 'nobody asked before the snapshot' };
        if (typeof services === 'string')
            faults.push(`its services cannot be compared: ${services}`);
        const limit = Math.min(timeout, STARTED_WITHIN);
        const seen = (enough) => (0,guest_answer/* askPowerShellUntil */.Zi)(session, moref, account, ASK_SERVICES, { each: timeout, limit, enough });
        const lacking = typeof services === 'string' ? [] : await awaitServices(seen, services);
        return (0,rule/* bySeverity */.Np)([
            ...(faults.length > 0 ? [unclean(faults)] : []),
            ...(markers ? restoredMarkerFindings(markers, await readMarkersOf(session, moref, account)) : []),
            ...serviceFindings(lacking),
        ]);
    }
    catch (error) {
        if (!(error instanceof errors/* UserError */.yo))
            throw error;
        return [unclean([error.message])];
    }
}
const restore_snapshot_FAILED = {
    code: 'restore-failed',
    severity: 'error',
    remedy: 'Start a clone of a snapshot by hand and look at its console; raise timeout only if Windows is still at work there.',
    source: 'vim25 VirtualMachineCloneSpec.snapshot: what the snapshot holds must start',
};
const UNCLEAN = {
    code: 'restore-unclean',
    severity: 'error',
    remedy: 'Look at the writers in the manifest, and at the System and Application logs of a clone of a snapshot; guest-username and guest-password have to be of an administrator of the image.',
    source: 'Microsoft, Win32_Volume.DirtyBitSet; events of NTFS and ESENT',
};
const RESTORE_FINDINGS = [restore_snapshot_FAILED, UNCLEAN];
function restore_snapshot_failed(after) {
    return (0,rule/* found */.F9)(restore_snapshot_FAILED, `A linked clone of the snapshot was started, and within ${(0,units/* formatDuration */.a3)(after)} VMware Tools did not come up in it`);
}
function unclean(faults) {
    return (0,rule/* found */.F9)(UNCLEAN, `A linked clone of the snapshot started, but ${faults.join(', and ')}`);
}

// EXTERNAL MODULE: ./.cache/build/src/quiesce/undo-check.js
var undo_check = __webpack_require__(38901);
// EXTERNAL MODULE: ./.cache/build/src/check/machine-rules.js + 1 modules
var machine_rules = __webpack_require__(62641);
// EXTERNAL MODULE: ./.cache/build/src/check/state-rules.js
var state_rules = __webpack_require__(39690);
// EXTERNAL MODULE: ./.cache/build/src/check/protected-partition-rules.js
var protected_partition_rules = __webpack_require__(34246);
;// CONCATENATED MODULE: ./.cache/build/src/quiesce/fault-kinds.js
/** What kind a fault of a snapshot is of: by its type and the keys of its messages; by its text only where both say nothing. */
/** A quiescing that fails as KB60395 describes it hangs for five minutes first. */
const LONG_HANG = 4 * 60_000;
/** Types that say no more than that something failed (vim25). */
const GENERIC = [
    'GenericVmConfigFault',
    'VmConfigFault',
    'SnapshotFault',
    'SystemError',
    'RuntimeFault',
    'MethodFault',
];
/** What hosts call a failed quiescing, and a guest's report of it, in every language. */
const QUIESCE_KEY = /QUIESCINGERROR|^msg\.snapshot\.quiesce/i;
const FULL_TYPES = ['NoDiskSpace', 'InsufficientStorageSpace', 'InsufficientStorageIops'];
const FULL_KEY = /outofspace|nospace/i;
/** The files of changed block tracking, or what hosts say of it. */
const CHANGE_TRACKING = /-ctk\.vmdk\b|change[ds]?[ -](?:block )?track|ctkEnabled/i;
const CHANGE_TRACKING_KEY = /change(?:d?block)?track|\.ctk/i;
/** A file in a CD or floppy drive. */
const MEDIUM = /\.(?:iso|flp)\b/i;
const MEDIUM_KEY = /cdrom|floppy/i;
/** The guest's quiescing failed; the snapshot was not refused for another reason. */
function isQuiesceFault({ type, keys = [], message }) {
    if (type === 'ApplicationQuiesceFault' || type === 'FilesystemQuiesceFault')
        return true;
    if (!GENERIC.includes(type))
        return false;
    return keys.some((key) => QUIESCE_KEY.test(key)) || /quiesc/i.test(message);
}
/** There was no room for the snapshot's files. What the guest says about its own volumes is not meant. */
function isDatastoreFull({ type, keys = [], message }) {
    if (FULL_TYPES.includes(type) || keys.some((key) => FULL_KEY.test(key)))
        return true;
    return ((GENERIC.includes(type) || type === 'FileFault') &&
        /no space left|(?:not enough|insufficient) (?:disk )?space/i.test(message));
}
function isChangeTracking({ keys = [], message }) {
    return keys.some((key) => CHANGE_TRACKING_KEY.test(key)) || CHANGE_TRACKING.test(message);
}
/** The guest has locked its drive, or somebody else the file in it. */
function isMediumLocked(fault) {
    const { keys = [], message } = fault;
    return keys.some((key) => MEDIUM_KEY.test(key)) || (!isQuiesceFault(fault) && MEDIUM.test(message));
}

;// CONCATENATED MODULE: ./.cache/build/src/quiesce/vss-causes.js
/**
 * Codes in a guest's report that name their cause, by cause: of VSS (Windows SDK, vsserror.h) and of Windows itself (winerror.h).
 * Many codes, few causes: the cause says what to do.
 */
const WRITERS = 'In the guest run "vssadmin list writers", and restart the service of the writer that is not "Stable, No error".';
const LOAD = 'Lower the load in the guest during the snapshot, or move it to faster storage.';
const VSS_CAUSES = [
    {
        finding: 'vss-insufficient-storage',
        meaning: 'a volume has no room for the shadow copy; small ones (Recovery, System Reserved) are the usual cause',
        remedy: 'In the guest run "vssadmin list volumes" and look for a volume with little free space: remove a Recovery partition with the action repair-template, free space on others.',
        codes: [
            [0x8004231f, 'VSS_E_INSUFFICIENT_STORAGE'],
            [0x80070070, 'ERROR_DISK_FULL', 'a volume is full'],
            [0x80070027, 'ERROR_HANDLE_DISK_FULL', 'a volume is full'],
        ],
    },
    {
        finding: 'vss-provider-not-registered',
        meaning: 'the snapshot provider of VMware Tools is not registered with VSS',
        remedy: 'Repair VMware Tools with the feature VSS (setup /S /v "/qn ADDLOCAL=ALL REBOOT=R"); "vssadmin list providers" must name the VMware Snapshot Provider.',
        codes: [
            [0x80042304, 'VSS_E_PROVIDER_NOT_REGISTERED'],
            [0x80040154, 'REGDB_E_CLASSNOTREG', 'a COM class of VSS or of its provider is not registered'],
        ],
    },
    {
        finding: 'vss-service-disabled',
        meaning: 'a service that the snapshot needs is disabled',
        remedy: 'In the guest set the services VSS, swprv, vmvss, COMSysApp and EventSystem to their default start type ("sc config VSS start= demand").',
        codes: [[0x80070422, 'ERROR_SERVICE_DISABLED']],
    },
    {
        finding: 'vss-service-failed',
        meaning: 'a service that the snapshot needs did not start or did not answer',
        remedy: 'In the guest start the services VSS, vmvss and COMSysApp by hand, and look at the System log for why not.',
        codes: [
            [0x8007041d, 'ERROR_SERVICE_REQUEST_TIMEOUT'],
            [0x8007042c, 'ERROR_SERVICE_DEPENDENCY_FAIL'],
            [0x80070424, 'ERROR_SERVICE_DOES_NOT_EXIST', 'a service that the snapshot needs is not installed'],
            [0x80070425, 'ERROR_SERVICE_CANNOT_ACCEPT_CTRL'],
            [0x80080005, 'CO_E_SERVER_EXEC_FAILURE'],
            [0x800706ba, 'RPC_S_SERVER_UNAVAILABLE'],
            [0x800706be, 'RPC_S_CALL_FAILED'],
        ],
    },
    {
        finding: 'vss-access-denied',
        meaning: 'an account was refused access while the shadow copy was made',
        remedy: 'In the guest look at VSS event 8194 or 8193 in the Application log: it names the account (often NETWORK SERVICE) that needs "Local Activation" in dcomcnfg.',
        codes: [
            [0x80070005, 'E_ACCESSDENIED'],
            [0x80070522, 'ERROR_PRIVILEGE_NOT_HELD'],
        ],
    },
    {
        finding: 'vss-out-of-memory',
        meaning: 'Windows had too few resources for the shadow copy',
        remedy: 'Give the VM more memory, or end what uses it; then verify again.',
        codes: [
            [0x8007000e, 'E_OUTOFMEMORY'],
            [0x800705aa, 'ERROR_NO_SYSTEM_RESOURCES'],
            [0x800423f1, 'VSS_E_WRITERERROR_OUTOFRESOURCES', 'a writer had too few resources'],
        ],
    },
    {
        finding: 'vss-provider-stale',
        meaning: 'an old registration of the VMware Snapshot Provider is in the way',
        remedy: 'Delete HKLM\\SYSTEM\\CurrentControlSet\\Services\\VSS\\Providers\\{564d7761-7265-2056-5353-2050726f7669} in the guest, then repair VMware Tools.',
        codes: [[0x80042303, 'VSS_E_PROVIDER_ALREADY_REGISTERED']],
    },
    {
        finding: 'vss-hold-writes-timeout',
        meaning: 'writes could not be held long enough for the snapshot',
        remedy: LOAD,
        codes: [
            [0x80042313, 'VSS_E_FLUSH_WRITES_TIMEOUT', 'the volumes could not be flushed in time'],
            [0x80042314, 'VSS_E_HOLD_WRITES_TIMEOUT'],
            [0x80042328, 'VSS_E_TRANSACTION_FREEZE_TIMEOUT', 'transactions (DTC, KTM) could not be frozen in time'],
            [0x80042329, 'VSS_E_TRANSACTION_THAW_TIMEOUT', 'transactions (DTC, KTM) could not be thawed in time'],
            [0x80070079, 'ERROR_SEM_TIMEOUT', 'storage did not answer in time'],
        ],
    },
    {
        finding: 'vss-snapshot-in-progress',
        meaning: 'another shadow copy was being made at that moment; only one can be',
        remedy: 'Run the check again; if it repeats, find the other requestor (a backup agent, System Restore).',
        codes: [
            [0x80042316, 'VSS_E_SNAPSHOT_SET_IN_PROGRESS'],
            [0x80042325, 'VSS_E_REVERT_IN_PROGRESS', 'a volume is being reverted to a shadow copy'],
            [0x800423ff, 'VSS_E_RESYNC_IN_PROGRESS', 'a volume is being restored from a shadow copy'],
            [0x8004231d, 'VSS_E_VOLUME_IN_USE', 'a volume is in use by another operation on shadow copies'],
        ],
    },
    {
        finding: 'vss-too-many-snapshots',
        meaning: 'Windows holds as many shadow copies as it can',
        remedy: 'In the guest run "vssadmin list shadows", and delete those that nobody needs ("vssadmin delete shadows").',
        codes: [
            [0x80042317, 'VSS_E_MAXIMUM_NUMBER_OF_SNAPSHOTS_REACHED'],
            [0x80042312, 'VSS_E_MAXIMUM_NUMBER_OF_VOLUMES_REACHED', 'there are more volumes than one shadow copy can hold'],
            [
                0x8004231e,
                'VSS_E_MAXIMUM_DIFFAREA_ASSOCIATIONS_REACHED',
                'no further storage area can be added for shadow copies',
            ],
            [0x80042322, 'VSS_E_MAXIMUM_NUMBER_OF_REMOTE_MACHINES_REACHED', 'no further remote machine can take part'],
        ],
    },
    {
        finding: 'vss-volume-unsupported',
        meaning: 'a volume is of a kind that the snapshot provider cannot snapshot',
        remedy: 'In the guest compare "vssadmin list volumes" with "mountvol": every volume must be NTFS or ReFS on a basic disk; remove or detach the one that is not.',
        codes: [
            [0x8004230c, 'VSS_E_VOLUME_NOT_SUPPORTED'],
            [0x8004230e, 'VSS_E_VOLUME_NOT_SUPPORTED_BY_PROVIDER'],
            [0x8004231b, 'VSS_E_UNSUPPORTED_CONTEXT', 'the snapshot provider does not support this kind of shadow copy'],
            [0x8004232c, 'VSS_E_NESTED_VOLUME_LIMIT', 'a volume lies in a disk file that lies too deep in others'],
            [0x8004232d, 'VSS_E_VOLUME_NOT_LOCAL', 'a volume is not of this machine'],
            [0x8004232f, 'VSS_E_NOT_SUPPORTED', 'what was asked for is not supported on this volume'],
            [0x800423fc, 'VSS_E_DYNAMIC_DISK_ERROR', 'a dynamic disk is in the way'],
            [
                0x80042411,
                'VSS_E_CRITICAL_VOLUME_ON_INVALID_DISK',
                'a volume that Windows needs lies on a disk that cannot be backed up',
            ],
        ],
    },
    {
        finding: 'vss-volume-missing',
        meaning: 'a disk or volume that belongs to the shadow copy is not there',
        remedy: 'In the guest look at diskpart ("list disk", "list volume") for what is offline or hidden, and at the System log.',
        codes: [
            [0x80042308, 'VSS_E_OBJECT_NOT_FOUND'],
            [0x800423f8, 'VSS_E_MISSING_DISK'],
            [0x800423f9, 'VSS_E_MISSING_HIDDEN_VOLUME', 'a hidden volume is not there'],
            [0x800423fa, 'VSS_E_MISSING_VOLUME'],
            [0x8004232a, 'VSS_E_UNSELECTED_VOLUME', 'a volume was not selected'],
            [0x80070002, 'ERROR_FILE_NOT_FOUND', 'a file or device that the snapshot needs is not there'],
        ],
    },
    {
        finding: 'vss-volume-failed',
        meaning: 'a volume or its disk failed while it was frozen',
        remedy: 'In the guest look at the System log (sources disk, Ntfs, volsnap) and run "chkdsk /scan" on every volume.',
        codes: [
            [0x8007001f, 'ERROR_GEN_FAILURE'],
            [0x80070015, 'ERROR_NOT_READY'],
            [0x80070017, 'ERROR_CRC'],
            [0x8007045d, 'ERROR_IO_DEVICE'],
            [0x80070570, 'ERROR_FILE_CORRUPT', 'a file system is damaged'],
            [0x80042326, 'VSS_E_REVERT_VOLUME_LOST'],
        ],
    },
    {
        finding: 'vss-reboot-required',
        meaning: 'Windows must restart before another shadow copy can be made',
        remedy: 'Restart the guest, and verify again; a template is best sealed after a restart.',
        codes: [
            [0x80042327, 'VSS_E_REBOOT_REQUIRED'],
            [0x80070bc2, 'ERROR_SUCCESS_REBOOT_REQUIRED'],
        ],
    },
    {
        finding: 'vss-snapshot-inconsistent',
        meaning: 'the shadow copies hold only some of the volumes that a writer needs',
        remedy: WRITERS,
        codes: [
            [0x800423f0, 'VSS_E_WRITERERROR_INCONSISTENTSNAPSHOT'],
            [0x8004232b, 'VSS_E_SNAPSHOT_NOT_IN_SET', 'a shadow copy is not in the set that it belongs to'],
        ],
    },
    {
        finding: 'vss-writer-timeout',
        meaning: 'a writer did not freeze or thaw in time',
        remedy: WRITERS,
        codes: [
            [0x800423f2, 'VSS_E_WRITERERROR_TIMEOUT'],
            [0x80042319, 'VSS_E_WRITER_NOT_RESPONDING', 'a writer did not answer'],
            [0x8004232e, 'VSS_E_CLUSTER_TIMEOUT', 'the cluster did not answer in time'],
            [0x80042417, 'VSS_E_FSS_TIMEOUT', 'the file share agent did not answer in time'],
        ],
    },
    {
        finding: 'vss-writer-infrastructure',
        meaning: 'the writers could not be reached at all',
        remedy: 'In the guest check that the services EventSystem and COMSysApp run, then run "vssadmin list writers": an empty list needs the COM+ catalogue repaired.',
        codes: [
            [0x80042318, 'VSS_E_WRITER_INFRASTRUCTURE'],
            [0x8004231a, 'VSS_E_WRITER_ALREADY_SUBSCRIBED', 'a writer had subscribed already'],
            [0x80042409, 'VSS_E_WRITER_STATUS_NOT_AVAILABLE', 'the state of a writer is not known'],
            [0x80042310, 'VSS_E_CORRUPT_XML_DOCUMENT', 'the document of a writer is damaged'],
            [0x80042311, 'VSS_E_INVALID_XML_DOCUMENT', 'the document of a writer is not valid'],
        ],
    },
    {
        finding: 'vss-writer-failed',
        meaning: 'a writer failed',
        remedy: WRITERS,
        codes: [
            [0x800423f4, 'VSS_E_WRITERERROR_NONRETRYABLE', 'a writer failed, and would again'],
            [0x800423f3, 'VSS_E_WRITERERROR_RETRYABLE', 'a writer failed, perhaps only this time'],
            [0x80042315, 'VSS_E_UNEXPECTED_WRITER_ERROR', 'a writer failed unexpectedly'],
            [0x80042336, 'VSS_E_WRITERERROR_PARTIAL_FAILURE', 'a writer failed for some of its components'],
            [0x800423f5, 'VSS_E_WRITERERROR_RECOVERY_FAILED', 'a writer could not recover'],
            [0x800423fb, 'VSS_E_AUTORECOVERY_FAILED', 'writers could not recover their data in the shadow copy'],
        ],
    },
];

;// CONCATENATED MODULE: ./.cache/build/src/quiesce/vss-codes.js
/** What the error codes in a guest's report of a failed quiescing mean (Windows SDK, vsserror.h; Windows, winerror.h). */

const GUEST_LOGS = 'In the guest look at the Application log (sources VSS and VMware Snapshot Provider) and at "vssadmin list writers".';
/** Codes that anything can lead to, a volume that cannot be frozen among it. */
const VAGUE = [
    {
        finding: 'vss-provider-veto',
        meaning: 'the snapshot provider refused one of the volumes, and one is enough to fail the whole set',
        remedy: GUEST_LOGS,
        codes: [[0x80042306, 'VSS_E_PROVIDER_VETO']],
    },
    {
        finding: 'vss-provider-error',
        meaning: 'the snapshot provider failed unexpectedly on one of the volumes',
        remedy: GUEST_LOGS,
        codes: [
            [0x8004230f, 'VSS_E_UNEXPECTED_PROVIDER_ERROR'],
            [0x80042307, 'VSS_E_PROVIDER_IN_USE', 'the snapshot provider was in use'],
            [0x800423f7, 'VSS_E_LEGACY_PROVIDER', 'the snapshot provider is of a version that VSS does not support'],
        ],
    },
    {
        finding: 'vss-bad-state',
        meaning: 'VSS was not in a state to take a snapshot, often because an earlier one still hung',
        remedy: `Restart the services VSS and VMTools in the guest. ${GUEST_LOGS}`,
        codes: [
            [0x80042301, 'VSS_E_BAD_STATE'],
            [0x8004230d, 'VSS_E_OBJECT_ALREADY_EXISTS', 'an object of an earlier shadow copy is still there'],
        ],
    },
    {
        finding: 'vss-unexpected',
        meaning: 'VSS failed, and the code does not say at what',
        remedy: GUEST_LOGS,
        codes: [
            [0x80042302, 'VSS_E_UNEXPECTED'],
            [0x8000ffff, 'E_UNEXPECTED'],
            [0x80004005, 'E_FAIL'],
            [0x80070057, 'E_INVALIDARG'],
            [0x80042320, 'VSS_E_NO_SNAPSHOTS_IMPORTED'],
            [0x80042321, 'VSS_E_SOME_SNAPSHOTS_NOT_IMPORTED'],
            [0x80042323, 'VSS_E_REMOTE_SERVER_UNAVAILABLE'],
            [0x80042324, 'VSS_E_REMOTE_SERVER_UNSUPPORTED'],
            [0x800423f6, 'VSS_E_BREAK_REVERT_ID_FAILED'],
            [0x800423fd, 'VSS_E_NONTRANSPORTABLE_BCD'],
            [0x800423fe, 'VSS_E_CANNOT_REVERT_DISKID'],
            [0x80042400, 'VSS_E_CLUSTER_ERROR'],
            [0x80042401, 'VSS_E_ASRERROR_DISK_ASSIGNMENT_FAILED'],
            [0x80042402, 'VSS_E_ASRERROR_DISK_RECREATION_FAILED'],
            [0x80042403, 'VSS_E_ASRERROR_NO_ARCPATH'],
            [0x80042404, 'VSS_E_ASRERROR_MISSING_DYNDISK'],
            [0x80042405, 'VSS_E_ASRERROR_SHARED_CRIDISK'],
            [0x80042406, 'VSS_E_ASRERROR_DATADISK_RDISK0'],
            [0x80042407, 'VSS_E_ASRERROR_RDISK0_TOOSMALL'],
            [0x80042408, 'VSS_E_ASRERROR_CRITICAL_DISKS_TOO_SMALL'],
            [0x8004240a, 'VSS_E_ASRERROR_DYNAMIC_VHD_NOT_SUPPORTED'],
            [0x80042412, 'VSS_E_ASRERROR_RDISK_FOR_SYSTEM_DISK_NOT_FOUND'],
            [0x80042413, 'VSS_E_ASRERROR_NO_PHYSICAL_DISK_AVAILABLE'],
            [0x80042414, 'VSS_E_ASRERROR_FIXED_PHYSICAL_DISK_AVAILABLE_AFTER_DISK_EXCLUSION'],
            [0x80042415, 'VSS_E_ASRERROR_CRITICAL_DISK_CANNOT_BE_EXCLUDED'],
            [0x80042416, 'VSS_E_ASRERROR_SYSTEM_PARTITION_HIDDEN'],
        ],
    },
];
/** By HRESULT. */
const VSS_CODES = new Map([
    ...VSS_CAUSES.flatMap((cause) => codesOf(cause, true)),
    ...VAGUE.flatMap((cause) => codesOf(cause, false)),
]);
function codesOf({ codes, finding, meaning, remedy }, specific) {
    return codes.map(([number, name, own]) => [number, { name, finding, specific, meaning: own ?? meaning, remedy }]);
}
/** What a code that no table names comes to. FACILITY_WIN32 (7) carries an error of Windows in its low half. */
function describeUnknown(number) {
    const windows = Math.floor(number / 0x10000) === 0x8007;
    return {
        name: windows ? `Windows error ${number % 0x10000}` : 'an error without a name here',
        finding: 'vss-unexpected',
        specific: false,
        meaning: windows
            ? `run "net helpmsg ${number % 0x10000}" for what it means`
            : 'VSS failed, and the code does not say at what',
        remedy: GUEST_LOGS,
    };
}

;// CONCATENATED MODULE: ./.cache/build/src/quiesce/guest-report.js
/**
 * What a guest said about its failed quiescing. The host puts it into an event of the VM (vmx message "The guest OS has reported an
 * error during quiescing. The error code was: N The error message was: …"), in the language of the server; the number, the codes in
 * hexadecimal and the message's arguments are the same in every language.
 */

/** `VmBackupStatus` of open-vm-tools (vmbackup.h): the number that the guest reports. */
const GUEST_STATUS = { invalidState: 1, scriptError: 2, syncError: 3, remoteAbort: 4, unexpected: 5 };
/** "error code" in the languages that vCenter comes in. */
const ERROR_CODE = /(?:error code|fehlercode|code d['’]erreur|código de error|codice (?:di )?errore|エラー\s?コード|오류 코드|错误代码|错误码|錯誤代碼|錯誤碼)[^0-9]{0,16}([0-9]+)/i;
/**
 * The newest event that says more than "failed"; where none does, the fault's own texts; then the newest that is about quiescing
 * at all. Number, codes and text are always of the same message.
 * @param events oldest first
 */
function readGuestReport(fault, events) {
    const reports = events.toReversed().map(reportOfEvent);
    const told = reports.find(tells);
    if (told)
        return told;
    const own = fault && reportOf(fault.message, []);
    if (own && tells(own))
        return own;
    return (reports.find(({ text }) => /quiesc/i.test(text)) ??
        (fault && { ...reportOf(fault.message, []), text: firstLine(fault.message) }));
}
function tells({ status, codes }) {
    return status !== undefined || codes.length > 0;
}
function reportOfEvent({ message, parts }) {
    return reportOf(message, parts ?? []);
}
/** @param parts arguments of the vmx message: status, then what the guest said */
function reportOf(text, parts) {
    const [first = '', ...rest] = parts;
    const status = /^[0-5]$/.test(first.trim()) && rest.length > 0 ? Number(first) : findGuestStatus(text);
    return { text: text.trim().replaceAll(/\s+/g, ' '), status, codes: findVssCodes([text, ...rest].join('\n')) };
}
function firstLine(text) {
    return text.split('\n')[0]?.trim() ?? '';
}
/** N of "The error code was: N", whatever language it is in. */
function findGuestStatus(text) {
    const match = ERROR_CODE.exec(text);
    return match?.[1] === undefined ? undefined : Number(match[1]);
}
/** HRESULTs of failures in a text, in the order in which they appear; `IDispatch error #N` is 0x80040200 + N (COM). */
function findVssCodes(text) {
    const found = [...text.matchAll(/\b0x(8[0-9a-f]{7})\b|IDispatch error #([0-9]{4,5})\b/gi)].map(([, hex, dispatch]) => hex === undefined ? 0x80040200 + Number(dispatch) : Number.parseInt(hex, 16));
    return [...new Set(found)].map((number) => ({ number, code: VSS_CODES.get(number) ?? describeUnknown(number) }));
}

// EXTERNAL MODULE: ./.cache/build/src/check/volume-room.js
var volume_room = __webpack_require__(77627);
// EXTERNAL MODULE: ./.cache/build/src/check/volume-rules.js
var volume_rules = __webpack_require__(20293);
// EXTERNAL MODULE: ./.cache/build/src/disk/gpt/partition-types.js
var partition_types = __webpack_require__(42758);
;// CONCATENATED MODULE: ./.cache/build/src/quiesce/vss-writers.js
/**
 * Reads what "vssadmin list writers" prints, by its form: its words are in the language of Windows. A writer is five lines: its name, two ids,
 * its state as `[number] word`, its last error.
 */
/** VSS_WS_FAILED_AT_IDENTIFY, the first of the states that say that it failed. */
const FIRST_FAILED = 6;
/** VSS_WS_FAILED_AT_BACKUPSHUTDOWN, the last one. */
const LAST_FAILED = 15;
const ID = /\{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}\s*$/i;
const QUOTES = /^[\s'"«»‘’“”„‚「」]+|[\s'"«»‘’“”„‚「」]+$/g;
function parseVssWriters(text) {
    const lines = text.split(/\r?\n/);
    const writers = [];
    for (let at = 1; at + 2 < lines.length; at++) {
        if (!ID.test(lines[at] ?? '') || !ID.test(lines[at + 1] ?? ''))
            continue;
        const state = /\[(\d{1,2})\]/.exec(lines[at + 2] ?? '')?.[1];
        if (state === undefined)
            continue;
        writers.push({ name: behindColon(lines[at - 1]), state: Number(state), error: behindColon(lines[at + 3]) });
    }
    return writers;
}
function hasFailed({ state }) {
    return state >= FIRST_FAILED && state <= LAST_FAILED;
}
/** What stands behind the first colon, whatever colon and quotes that language has. */
function behindColon(line = '') {
    return line.replace(/^[^:：]*[:：]/, '').replaceAll(QUOTES, '');
}

;// CONCATENATED MODULE: ./.cache/build/src/quiesce/guest-rules.js
/** What the guest's own word says about a snapshot that proved too little. */





/** VMware Snapshot Provider (vsphere-gos-validation, check_quiesce_snapshot; its registry key). */
const VMWARE_PROVIDER = '564d7761-7265-2056-5353-2050726f7669';
/** Of Windows itself: the system provider, and that of file shares. */
const WINDOWS_PROVIDERS = ['b5946137-7b9f-4925-af80-51abd60b20d5', '89300202-3cec-4981-9171-19f59559e0f2'];
/** VSS makes no storage area that is smaller (Microsoft, vssadmin: at least 320 MB). */
const LEAST_STORAGE = 320 * 2 ** 20;
const MINUTE = 60_000;
/** What explains a failure by itself. */
const GUEST_CAUSE_RULES = [
    {
        code: 'provider-missing',
        severity: 'error',
        predicts: 'filesystem',
        source: 'VDDK guide 8.0; vsphere-gos-validation, check_quiesce_snapshot.yml (service vmvss)',
        remedy: 'Repair VMware Tools with the feature VSS (setup /S /v "/qn ADDLOCAL=ALL REBOOT=R"); "vssadmin list providers" must name the VMware Snapshot Provider.',
        see: ({ facts }) => {
            if (facts === undefined)
                return undefined;
            const { providers, services } = facts;
            // An empty list is one that could not be had: Windows has providers and services of its own.
            if (services.length > 0 && !services.some(({ name }) => name.toLowerCase() === 'vmvss'))
                return 'The guest has no service vmvss (VMware Snapshot Provider)';
            return providers.length > 0 && !providers.some(({ id }) => id === VMWARE_PROVIDER)
                ? `VMware Snapshot Provider is not among the providers of VSS in the guest (${providers.map(({ name }) => name).join(', ')})`
                : undefined;
        },
    },
    {
        code: 'vss-service-disabled',
        severity: 'error',
        source: 'Windows SDK, winerror.h (1058); vsphere-gos-validation, check_quiesce_snapshot.yml',
        remedy: 'In the guest set the services VSS, swprv, vmvss, COMSysApp and EventSystem to their default start type ("sc config VSS start= demand").',
        see: ({ facts }) => facts?.services
            .filter(({ mode }) => mode === 'Disabled')
            .map(({ name }) => `The service ${name}, which the snapshot needs, is disabled in the guest`),
    },
    {
        code: 'app-quiescing-disabled',
        severity: 'error',
        predicts: 'filesystem',
        source: 'open-vm-tools, tools.conf ([vmbackup] vss.disableAppQuiescing, enableVSS); VMware KB 2146204',
        remedy: 'In C:\\ProgramData\\VMware\\VMware Tools\\tools.conf take that line out of [vmbackup], and restart the service VMTools.',
        see: ({ facts }) => switchedOff(facts?.conf ?? ''),
    },
    {
        code: 'shadow-storage-full',
        severity: 'error',
        source: 'Microsoft, Win32_ShadowStorage and vssadmin resize shadowstorage (at least 320 MB)',
        remedy: 'In the guest run "vssadmin delete shadows /for=C: /oldest", or "vssadmin resize shadowstorage /for=C: /on=C: /maxsize=UNBOUNDED".',
        see: ({ facts }) => facts?.storage.flatMap(({ volume, used, max }) => {
            const of = nameOf(facts, volume);
            if (max < LEAST_STORAGE)
                return [`The storage area for shadow copies of ${of} may have ${(0,units/* formatSize */.Xq)(max)}, too little for one`];
            return used >= max * 0.95
                ? [`The storage area for shadow copies of ${of} is full: ${(0,units/* formatSize */.Xq)(used)} of ${(0,units/* formatSize */.Xq)(max)}`]
                : [];
        }),
    },
    {
        code: 'volume-too-full',
        severity: 'error',
        source: 'Microsoft, error 0x80780119; Actiphy on 0x8004231f (a Recovery partition of 499 MB with 26 MB free)',
        remedy: 'Remove the partition when it is a Recovery partition (action repair-template), else free space on it: VSS needs 50 MB free on a volume below 500 MB, 320 MB on others.',
        see: ({ facts }) => facts?.volumes
            .filter(isTooFull)
            .map(({ name, label, size, free }) => `The volume ${name}${label === '' ? '' : ` (${label})`} of ${(0,units/* formatSize */.Xq)(size)} has ${(0,units/* formatSize */.Xq)(free)} free, and a shadow copy of it needs ${(0,units/* formatSize */.Xq)((0,volume_room/* roomForShadowCopy */.G_)(size))}`),
    },
    {
        code: 'dynamic-disk',
        severity: 'error',
        predicts: 'filesystem',
        source: 'VDDK guide 8.0, Windows backup; Microsoft, PARTITION_INFORMATION_GPT',
        remedy: 'Install Windows on a basic disk: application-consistent snapshots need one.',
        see: ({ facts }) => facts?.partitions.flatMap((partition) => {
            const what = volume_rules/* VOLUME_MANAGER_TYPES */.d[partition.type];
            return what === undefined ? [] : [`${describe(partition)} holds ${what}`];
        }),
    },
];
/** What may be a consequence as well as a cause: every writer fails where quiescing is broken off. */
const GUEST_STATE_RULES = [
    {
        code: 'vss-writer-failed',
        severity: 'error',
        source: 'Windows SDK, vswriter.h (VSS_WRITER_STATE); Microsoft, vssadmin list writers',
        remedy: 'In the guest restart the service of each of these writers, or Windows; then verify again.',
        see: ({ writers }) => {
            const failed = writers.filter(hasFailed);
            return failed.length === 0
                ? undefined
                : `Writers are in a failed state in the guest: ${failed.map(({ name, state, error }) => `${name} [${state}] ${error}`.trim()).join('; ')}`;
        },
    },
    {
        code: 'provider-foreign',
        severity: 'warning',
        source: 'Microsoft, "Selecting Providers": hardware and software providers come before the system’s',
        remedy: 'Leave backup agents out of the template, or deregister their provider and install them in the machines that are cloned.',
        see: ({ facts }) => facts?.providers
            .filter(({ id }) => id !== VMWARE_PROVIDER && !WINDOWS_PROVIDERS.includes(id))
            .map(({ name, id }) => `Another program has a provider for VSS in the guest: ${name} ({${id}})`),
    },
    {
        // That it stops a snapshot is one report, which nobody has confirmed: a fact beside the causes, and none of them.
        code: 'clock-drift',
        severity: 'info',
        source: 'https://docs.vmware.com/en/VMware-Tools/12.4.0/com.vmware.vsphere.vmwaretools.doc/GUID-C0D8326A-B6E7-4E61-8470-6C173FDDF656.html (VMware Tools set the clock of the guest by that of the host when they start)',
        remedy: 'Set the clock of the ESXi host (NTP or PTP): VMware Tools set that of the guest by it at each start.',
        see: ({ ahead }) => ahead !== undefined && Math.abs(ahead) > MINUTE
            ? `The clock of the guest is ${(0,units/* formatDuration */.a3)(Math.abs(ahead))} ${ahead > 0 ? 'ahead of' : 'behind'} that of the server`
            : undefined,
    },
    {
        code: 'dedup-volume',
        severity: 'warning',
        source: 'Microsoft, "Data Deduplication interoperability"',
        remedy: 'Take deduplication off the volume before it becomes a template (Start-DedupJob -Type Unoptimization, Disable-DedupVolume).',
        see: ({ facts }) => facts?.dedup.map((volume) => `The volume ${volume} is deduplicated in the guest`),
    },
];
/** @returns undefined when it did not say */
function recoveryInGuest(guest) {
    const partitions = guest?.facts?.partitions ?? [];
    if (partitions.length === 0)
        return undefined;
    return partitions.filter(({ type }) => type === partition_types/* RECOVERY_TYPE */.hZ.toLowerCase()).map(describe);
}
function describe({ disk, number, size }) {
    return `partition ${number} of disk ${disk} (${(0,units/* formatSize */.Xq)(size)})`;
}
/** FAT volumes, such as the EFI system partition, get no shadow copies. */
function isTooFull({ format, size, free }) {
    return /^(ntfs|refs)$/i.test(format) && (0,volume_room/* lacksRoom */.cY)(size, free);
}
function nameOf({ volumes }, id) {
    return volumes.find((volume) => volume.id === id)?.name ?? id;
}
/** Keys of tools.conf count in their section alone; the last of two wins, as GLib reads it. */
function switchedOff(conf) {
    let section = '';
    const set = new Map();
    for (const line of conf.split(/\r?\n/)) {
        section = /^\s*\[([^\]]+)\]/.exec(line)?.[1]?.trim() ?? section;
        const [, key = '', value = ''] = /^\s*([\w.]+)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
        if (section === 'vmbackup' && key !== '')
            set.set(key, value.toLowerCase());
    }
    if (set.get('vss.disableAppQuiescing') === 'true')
        return 'tools.conf of the guest has vss.disableAppQuiescing = true';
    return set.get('enableVSS') === 'false' ? 'tools.conf of the guest has enableVSS = false' : undefined;
}

;// CONCATENATED MODULE: ./.cache/build/src/quiesce/manifest-rules.js
/** What the manifest of a snapshot, or that there is none, says of a proof that is less than `application`. */
const MANIFEST_RULES = [
    {
        code: 'quiesce-manifest-missing',
        severity: 'error',
        source: 'vim25 VirtualMachineSnapshotTree.backupManifest',
        remedy: 'Give the user Datastore.Browse and Datastore.FileManagement (low level file operations) on the datastore of the VM.',
        see: ({ manifestProblem }) => manifestProblem === undefined
            ? undefined
            : `The snapshot has a manifest, but it could not be read: ${manifestProblem}`,
    },
    {
        code: 'quiesce-ignored',
        severity: 'error',
        source: 'vim25 CreateSnapshotExRequestType',
        remedy: 'See the findings about power state and VMware Tools; the service vmvss (VMware Snapshot Provider) must exist in the guest.',
        see: ({ verdict, quiesced }) => verdict === 'ignored'
            ? `The task succeeded, but there is no manifest of a quiescing${quiesced ? ' (the flag "quiesced" alone proves nothing)' : ''}: the request was silently ignored`
            : undefined,
    },
    {
        code: 'vss-writer-failed',
        severity: 'error',
        predicts: 'filesystem',
        source: 'Microsoft, IVssBackupComponents::SetBackupSucceeded',
        remedy: 'In the guest run "vssadmin list writers" and look at the Application log for the sources VSS and VSSWriter; then verify again.',
        see: ({ manifest }) => manifest !== undefined && manifest.failed.length > 0
            ? `The manifest says of writers that not all of theirs was backed up: ${manifest.failed.join(', ')}`
            : undefined,
    },
    {
        code: 'quiesce-filesystem-only',
        severity: 'error',
        predicts: 'filesystem',
        source: 'vsphere-gos-validation, check_quiescing_type.yml; VDDK guide 8.0',
        remedy: 'See the other findings; in the guest check tools.conf ([vmbackup] vss.disableAppQuiescing, enableVSS) and "vssadmin list writers".',
        see: ({ verdict, manifest, manifestProblem }) => {
            if (verdict !== 'filesystem' || manifestProblem !== undefined || (manifest?.failed ?? []).length > 0)
                return undefined;
            return (manifest?.writers ?? []).length === 0
                ? 'The manifest names no VSS writer: file systems were frozen, applications were not'
                : 'The manifest names VSS writers, but vSphere does not call the snapshot quiesced: nothing says that it holds what they wrote';
        },
    },
];

;// CONCATENATED MODULE: ./.cache/build/src/quiesce/server-rules.js
/** What vSphere itself says about a snapshot that failed, in its fault. Sources: vim25, and what hosts write into the texts of faults. */

/** What vSphere itself says, and what needs no guest. */
const SERVER_RULES = [
    {
        // Free ESXi licence: pyvmomi issues 602 and 625.
        code: 'licence-read-only',
        severity: 'error',
        source: 'vim25 RestrictedVersion; pyvmomi issues 602 and 625',
        remedy: 'Use a host with a paid licence, or verify through vCenter: the API of a free ESXi is read-only.',
        see: ({ fault }) => fault?.type === 'RestrictedVersion'
            ? `The licence of the host forbids snapshots through the API: ${firstLineOf(fault)}`
            : undefined,
    },
    {
        // open-vm-tools issue 297: Tools that were there when the check began may be restarting when the snapshot is asked for.
        code: 'tools-not-running',
        severity: 'error',
        source: 'vim25 ToolsUnavailable; open-vm-tools issue 297',
        remedy: 'Check the service VMTools in the guest; when Tools were being updated or Windows restarted at that moment, verify again.',
        see: ({ fault }) => fault?.type === 'ToolsUnavailable'
            ? `VMware Tools were not available when the snapshot was taken: ${firstLineOf(fault)}`
            : undefined,
    },
    {
        code: 'datastore-full',
        severity: 'error',
        source: 'vim25 NoDiskSpace, InsufficientStorageSpace',
        remedy: 'Free some space on the datastore of the VM: a snapshot needs room for what changes while it exists.',
        see: ({ fault }) => fault !== undefined && isDatastoreFull(fault)
            ? `The datastore has no room for the snapshot: ${firstLineOf(fault)}`
            : undefined,
    },
    {
        // open-vm-tools issue 27: a -ctk.vmdk that is left of an earlier snapshot stands in the way of the next.
        code: 'cbt-failed',
        severity: 'error',
        source: 'https://github.com/vmware/open-vm-tools/issues/27 (a stale -ctk.vmdk); VMware KB 2139574, "Resetting Changed Block Tracking"',
        remedy: 'With the VM off and without snapshots set ctkEnabled to FALSE for the VM and every disk, and delete its -ctk.vmdk files; then verify again.',
        see: ({ fault }) => fault !== undefined && isChangeTracking(fault)
            ? `Changed block tracking stood in the way of the snapshot: ${telling(fault, CHANGE_TRACKING)}`
            : undefined,
    },
    {
        // A guest locks the door of its drive; a file of another VM is locked by that one.
        code: 'media-connected',
        severity: 'error',
        source: 'vim25 FileLocked, VirtualMachineQuestionInfo (msg.cdromdisconnect.locked)',
        remedy: 'Disconnect CD and floppy images from the VM (in the guest eject the disc first), and verify again.',
        see: ({ fault }) => fault !== undefined && isMediumLocked(fault)
            ? `A CD or floppy image stood in the way of the snapshot: ${telling(fault, MEDIUM)}`
            : undefined,
    },
];
/** The line that shows it; the first where only a key does. */
function telling(fault, what) {
    return (fault.message
        .split('\n')
        .find((line) => what.test(line))
        ?.trim() ?? firstLineOf(fault));
}
function firstLineOf(fault) {
    return fault?.message.split('\n')[0]?.trim() ?? 'no fault';
}

;// CONCATENATED MODULE: ./.cache/build/src/quiesce/diagnosis.js
/**
 * Why a snapshot proved less than it should: rules over all evidence, most specific first, so that the first finding is the
 * likeliest root cause. Keys and types of faults come before their texts, which are in the language of the server.
 * Sources: VMware KB60395 as the field describes it; vim25 SnapshotFault; vsserror.h; open-vm-tools.
 */








const RECOVERY_REMEDY = `Run the action repair-template on the template (inputs server and vm; dry-run shows what is on its disk) or on its image, and verify again; or, ${protected_partition_rules/* REMOVE_IN_GUEST */.d}`;
/** What the guest says, where it says more than that it failed. */
const GUEST_RULES = [
    {
        // Pre-freeze and post-thaw scripts: vim25 ApplicationQuiesceFault; VmBackupStatus 2.
        code: 'quiesce-script-failed',
        severity: 'error',
        source: 'vim25 ApplicationQuiesceFault; open-vm-tools, vmbackup.h (status 2)',
        remedy: 'Run C:\\Windows\\pre-freeze-script.bat, post-thaw-script.bat and those in backupScripts.d of VMware Tools by hand: one ended with an exit code other than 0.',
        see: ({ report }) => report?.status === GUEST_STATUS.scriptError
            ? `A freeze or thaw script failed in the guest: ${report.text}`
            : undefined,
    },
];
/** Signatures in how and when it failed. */
const SIGNATURE_RULES = [
    {
        // vim25 FilesystemQuiesceFault: the volumes were not frozen any more when the snapshot was there.
        code: 'quiesce-io-timeout',
        severity: 'error',
        source: 'vim25 FilesystemQuiesceFault',
        remedy: 'Lower the load in the guest during the snapshot, or move the VM to faster storage.',
        see: ({ fault }) => fault?.type === 'FilesystemQuiesceFault'
            ? `The file systems could not be held frozen long enough: ${firstLineOf(fault)}`
            : undefined,
    },
    {
        // The limit is the server's (vCenter gives up after 15 minutes), or that of the quiesce spec.
        code: 'quiesce-timeout',
        severity: 'error',
        source: 'open-vm-tools, stateMachine.c: vCenter gives up after 15 minutes',
        remedy: 'Lower the load in the guest and on its storage; if it repeats, restart the services VSS and VMTools, and turn on the debug log of vmbackup (tools.conf) to see where it stops.',
        see: (evidence) => timedOut(evidence)
            ? `Quiescing did not end within the time that vSphere gives it (${(0,units/* formatDuration */.a3)(evidence.duration)}): ${firstLineOf(evidence.fault)}`
            : undefined,
    },
    {
        // The offline check saw the partition and the snapshot failed on it: cause and effect together.
        code: 'recovery-partition-protected',
        severity: 'error',
        source: 'VMware KB60395 as the field describes it',
        remedy: RECOVERY_REMEDY,
        see: (evidence) => {
            const seen = evidence.image?.find(({ code }) => code === 'recovery-partition-protected')?.seen;
            return seen !== undefined && unexplained(evidence)
                ? `${seen}, and the quiesced snapshot failed as VMware KB60395 describes it (${firstLineOf(evidence.fault)})`
                : undefined;
        },
    },
    {
        code: 'quiesce-aborted',
        severity: 'error',
        source: 'open-vm-tools, vmbackup.h (status 4)',
        remedy: 'Run the check again; if it repeats, look at vmware.log and at the load of the host.',
        see: (evidence) => evidence.report?.status === GUEST_STATUS.remoteAbort
            ? `The host aborted the quiescing: ${said(evidence)}`
            : undefined,
    },
    {
        // The signature of KB60395, as long as no offline check says that there is no such partition.
        code: 'recovery-partition-likely',
        severity: 'error',
        source: 'VMware KB60395 as the field describes it',
        remedy: RECOVERY_REMEDY,
        see: (evidence) => {
            const { facts, duration, image, guest } = evidence;
            if (facts.settings.firmware !== 'efi' || !facts.toolsRunning || duration < LONG_HANG)
                return undefined;
            if (image !== undefined || !unexplained(evidence))
                return undefined;
            const seen = recoveryInGuest(guest);
            if (seen?.length === 0)
                return undefined;
            return (`Quiescing hung ${(0,units/* formatDuration */.a3)(duration)} and failed on an EFI VM with Tools running (${said(evidence)}): ` +
                `likely VMware KB60395, a protected Recovery partition on the system disk${seen ? `; the guest has one: ${seen.join(', ')}` : ''}`);
        },
    },
];
/** What is left to say when no cause was named. */
const GENERAL_RULES = [
    {
        code: 'quiesce-sync-failed',
        severity: 'error',
        source: 'open-vm-tools, vmbackup.h (status 3)',
        remedy: 'In the guest look at the Application and System logs at the time of the snapshot.',
        see: (evidence) => evidence.report?.status === GUEST_STATUS.syncError
            ? `The guest could not freeze its volumes: ${said(evidence)}`
            : undefined,
    },
    {
        code: 'quiesce-guest-error',
        severity: 'error',
        source: 'open-vm-tools, vmbackup.h; vsphere-gos-validation, win_enable_vss_log.yml',
        remedy: 'In the guest set in C:\\ProgramData\\VMware\\VMware Tools\\tools.conf: [logging] vmbackup.level=debug, vmbackup.handler=file, vmbackup.data=C:\\vmbackup.log; restart VMTools, verify again and read the log.',
        see: (evidence) => quiesceFailed(evidence) ? `The guest reported an error while quiescing: ${said(evidence)}` : undefined,
    },
    {
        code: 'snapshot-refused',
        severity: 'error',
        source: 'vim25 SnapshotFault',
        remedy: 'See the fault in the vSphere client (Monitor, Tasks); it is not about quiescing.',
        see: (evidence) => evidence.fault !== undefined && !quiesceFailed(evidence) && !namedByServer(evidence) && !timedOut(evidence)
            ? `The snapshot was refused with ${evidence.fault.type}: ${firstLineOf(evidence.fault)}`
            : undefined,
    },
];
const DIAGNOSIS_RULES = [
    ...SERVER_RULES,
    ...GUEST_RULES,
    ...SIGNATURE_RULES,
    ...GENERAL_RULES,
    ...MANIFEST_RULES,
];
/** Likeliest cause first. */
function diagnose(snapshot) {
    const evidence = { ...snapshot, report: readGuestReport(snapshot.fault, snapshot.events) };
    const asked = snapshot.guest;
    const causes = asked ? (0,rule/* applyRules */.IU)(GUEST_CAUSE_RULES, asked) : [];
    const states = asked ? (0,rule/* applyRules */.IU)(GUEST_STATE_RULES, asked) : [];
    const findings = once([
        ...(0,rule/* applyRules */.IU)(SERVER_RULES, evidence),
        ...(0,rule/* applyRules */.IU)(GUEST_RULES, evidence),
        ...explained(codeFindings(evidence, true), [...causes, ...states]),
        ...causes,
        ...(0,rule/* applyRules */.IU)(SIGNATURE_RULES, evidence),
        ...states.filter(({ severity }) => severity === 'error'),
        ...codeFindings(evidence, false),
        ...(0,rule/* applyRules */.IU)(GENERAL_RULES, evidence),
        ...(0,rule/* applyRules */.IU)(MANIFEST_RULES, evidence),
        ...states,
    ]);
    // A generic word from the guest adds nothing to a cause that was named; what is only a fact beside it is none.
    const others = findings.filter(({ code }) => code !== 'quiesce-guest-error');
    return others.some(({ severity }) => severity !== 'info') ? others : findings;
}
/** What the guest showed of a cause that it named by a code: the code says that, this says where. */
const SHOWN_BY = {
    'vss-insufficient-storage': ['shadow-storage-full', 'volume-too-full'],
    'vss-provider-not-registered': ['provider-missing'],
    'vss-service-disabled': ['vss-service-disabled'],
    'vss-volume-unsupported': ['dynamic-disk'],
    'vss-writer-failed': ['vss-writer-failed'],
    'vss-writer-timeout': ['vss-writer-failed'],
    'vss-snapshot-inconsistent': ['vss-writer-failed'],
};
function explained(named, shown) {
    return named.flatMap((finding) => [...shown.filter(({ code }) => SHOWN_BY[finding.code]?.includes(code)), finding]);
}
/** What is said twice stands where it was said first. */
function once(findings) {
    return findings.filter(({ code, seen }, index) => findings.findIndex((other) => other.code === code && other.seen === seen) === index);
}
/** One finding for each code that the guest named, in its order. */
function codeFindings({ report }, specific) {
    return (report?.codes ?? [])
        .filter(({ code }) => code.specific === specific)
        .map(({ number, code }) => ({
        code: code.finding,
        severity: 'error',
        seen: `VSS reported ${code.name} (0x${number.toString(16)}): ${code.meaning}`,
        remedy: code.remedy,
    }));
}
function quiesceFailed({ fault }) {
    return fault !== undefined && isQuiesceFault(fault);
}
function timedOut({ fault }) {
    return fault?.type === 'Timedout' || (fault?.keys ?? []).some((key) => /quiesce.*timeout/i.test(key));
}
function namedByServer(evidence) {
    return (0,rule/* applyRules */.IU)(SERVER_RULES, evidence).length > 0;
}
/** Quiescing failed, and nothing in the evidence says why. */
function unexplained(evidence) {
    const { fault, report } = evidence;
    return (quiesceFailed(evidence) &&
        fault?.type !== 'FilesystemQuiesceFault' &&
        report?.status !== GUEST_STATUS.scriptError &&
        !(report?.codes ?? []).some(({ code }) => code.specific));
}
/** What the guest said in its event, or the fault where it said nothing. */
function said({ report, fault }) {
    return report?.text ?? firstLineOf(fault);
}

;// CONCATENATED MODULE: ./.cache/build/src/quiesce/first-boot.js
/**
 * When a VM that was just started may be judged. An image of build-vhd first installs what could not be done offline, restarts on
 * the way and publishes how far it is (guestinfo.stillframe.first-boot); VMware Tools are one of its last steps. Whether there is
 * such a first boot is never guessed: the setting `stillframe.first-boot` of the VM says so.
 */

/** Updates, features, drivers, Tools and the restarts between them take far longer than one start. */
const FIRST_BOOT_TIMES = 8;
/** Tools that only came up may go away again: how long they must stay where no first boot says that it is done, as a part of the time that a start may take. */
const STAY_PART = 0.02;
/** Milliseconds that the first boot may take, where a start may take `timeout`. */
function firstBootLimit(timeout) {
    return timeout * FIRST_BOOT_TIMES;
}
/**
 * Waits until the guest is ready to be judged, or the time is up.
 * @param expected whether the VM says that a first boot waits to be done
 * @param timeout milliseconds that a start may take
 */
async function awaitStart(target, { expected, timeout, signal }) {
    let last = { toolsRunning: false, firstBoot: undefined };
    let runningSince;
    const look = async () => {
        last = await target.guest();
        runningSince = last.toolsRunning ? (runningSince ?? Date.now()) : undefined;
        if (last.firstBoot?.startsWith('failed'))
            return true;
        if (runningSince === undefined || !done(last, expected))
            return undefined;
        // The guest itself has said that no restart is to come.
        if (last.firstBoot === 'done')
            return true;
        return Date.now() - runningSince >= timeout * STAY_PART || undefined;
    };
    await (0,poll/* pollUntil */.g)(signal, look, expected ? firstBootLimit(timeout) : timeout);
    // A first boot that shows itself is waited for, although nobody announced it.
    if (!expected && underWay(last))
        await (0,poll/* pollUntil */.g)(signal, look, firstBootLimit(timeout) - timeout);
    const { toolsRunning, firstBoot } = last;
    if (!expected && firstBoot === undefined)
        return { toolsRunning };
    return { toolsRunning, firstBoot: { outcome: outcomeOf(firstBoot), status: firstBoot } };
}
function done({ firstBoot }, expected) {
    return firstBoot === 'done' || (firstBoot === undefined && !expected);
}
function underWay({ firstBoot }) {
    return firstBoot !== undefined && outcomeOf(firstBoot) === 'unfinished';
}
function outcomeOf(status) {
    if (status === 'done')
        return 'done';
    return status?.startsWith('failed') ? 'failed' : 'unfinished';
}
const FIRST_BOOT_RULES = [
    {
        code: 'first-boot-failed',
        severity: 'error',
        predicts: 'failed',
        source: 'docs/first-boot.md',
        remedy: 'Start a copy and read C:\\Windows\\Setup\\Stillframe\\first-boot.log, which has the output of every step; correct what the step needs, and build again.',
        see: ({ name, firstBoot }) => {
            if (firstBoot?.outcome !== 'failed')
                return undefined;
            const steps = failedSteps(firstBoot.status ?? '');
            const which = steps.length === 0 ? 'without the name of a step' : `at ${steps.join(', ')}`;
            return `The first boot of ${name} failed ${which}`;
        },
    },
    {
        code: 'first-boot-unfinished',
        severity: 'error',
        predicts: 'failed',
        source: 'docs/first-boot.md',
        remedy: 'Look at the console of a copy: without a password in the answer file Windows waits there for one. If it is still at work, raise timeout. Where VMware Tools run and it published no status, it may have ended at a start that nobody watched: if C:\\Windows\\Setup\\Stillframe\\first-boot.log says that every step ended well, set stillframe.first-boot of the VM to baked.',
        see: ({ name, firstBoot, toolsRunning }) => firstBoot?.outcome === 'unfinished'
            ? `The first boot of ${name} did not end: ${firstBoot.status === undefined
                ? `it published no status, and VMware Tools ${toolsRunning ? 'run' : 'do not run'}`
                : `its last status is "${firstBoot.status}"`}`
            : undefined,
    },
];
/** From `failed: 20-update-01 50-vmware-tools`. */
function failedSteps(status) {
    return status
        .replace(/^failed:?/, '')
        .split(/[\s,]+/)
        .filter((step) => step !== '');
}

;// CONCATENATED MODULE: ./.cache/build/src/quiesce/judge-snapshot.js
/** What a snapshot proved. Never concluded from the task's success: vSphere silently ignores a quiesce request it cannot honour. */
/**
 * The rules of vsphere-gos-validation (check_quiescing_type.yml) and the VDDK guide. Without a manifest nothing is proven, even
 * where the snapshot says `quiesced`: that flag repeats the request. A manifest that is named but cannot be read proves no
 * writers, so it counts as `filesystem`, and so does one by which a writer failed; the findings say so.
 */
function judge({ faulted, partial, quiesced, manifestNamed, manifest }) {
    if (faulted || partial)
        return 'failed';
    if (!manifestNamed)
        return 'ignored';
    if (!quiesced || manifest === undefined || manifest.failed.length > 0)
        return 'filesystem';
    return manifest.writers.length > 0 ? 'application' : 'filesystem';
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./.cache/build/src/archives/zip/zip-directory.js
/** Lists and opens the members of a zip file held in memory (PKWARE APPNOTE 6.3.10): what a quiesce manifest needs, bounded. */


const END_SIGNATURE = 0x06054b50;
const END_SIZE = 22;
const MAX_COMMENT = 0xffff;
const MEMBER_SIGNATURE = 0x02014b50;
const MEMBER_SIZE = 46;
const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_SIZE = 30;
const STORED = 0;
const DEFLATED = 8;
const FLAG_ENCRYPTED = 1;
/** The name is UTF-8 (appendix D); otherwise it is in code page 437, whose ASCII half is all that manifests use. */
const FLAG_UTF8 = 0x800;
/**
 * Members of the zip in the order of its central directory, folders left out.
 * @throws FormatError when the end record or the directory is damaged, or in Zip64 form (over 4 GiB or 65535 members)
 */
function readZipDirectory(bytes, file) {
    const end = findEnd(bytes, file);
    const count = bytes.readUInt16LE(end + 10);
    const size = bytes.readUInt32LE(end + 12);
    const start = bytes.readUInt32LE(end + 16);
    if (count === 0xffff || size === 0xffffffff || start === 0xffffffff) {
        throw new errors/* FormatError */.IF(file, end, 'a zip of less than 65535 members and 4 GiB', 'Zip64');
    }
    if (start + size > end) {
        throw new errors/* FormatError */.IF(file, end + 12, 'a central directory before its end record', `${size} bytes at ${start}`);
    }
    const members = [];
    let at = start;
    for (let index = 0; index < count; index++) {
        if (at + MEMBER_SIZE > start + size || bytes.readUInt32LE(at) !== MEMBER_SIGNATURE) {
            throw new errors/* FormatError */.IF(file, at, `member ${index + 1} of ${count} in the central directory`, 'something else');
        }
        const flags = bytes.readUInt16LE(at + 8);
        const nameLength = bytes.readUInt16LE(at + 28);
        const next = at + MEMBER_SIZE + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
        if (next > start + size)
            throw new errors/* FormatError */.IF(file, at + 28, 'a name inside the central directory', `${nameLength}`);
        const encoding = (flags & FLAG_UTF8) === 0 ? 'latin1' : 'utf8';
        const name = bytes.toString(encoding, at + MEMBER_SIZE, at + MEMBER_SIZE + nameLength);
        if (!name.endsWith('/')) {
            members.push({
                name,
                size: bytes.readUInt32LE(at + 24),
                compressedSize: bytes.readUInt32LE(at + 20),
                method: bytes.readUInt16LE(at + 10),
                encrypted: (flags & FLAG_ENCRYPTED) !== 0,
                offset: bytes.readUInt32LE(at + 42),
            });
        }
        at = next;
    }
    return members;
}
/**
 * The content of one member.
 * @param limit most bytes to decompress, whatever the directory states
 * @throws FormatError when it is damaged, encrypted, larger than `limit` or compressed in another way than deflate
 */
function readZipMember(bytes, member, limit, file) {
    const at = member.offset;
    if (at + LOCAL_SIZE > bytes.length || bytes.readUInt32LE(at) !== LOCAL_SIGNATURE) {
        throw new errors/* FormatError */.IF(file, Math.min(at, bytes.length), `the local header of ${member.name}`, 'something else');
    }
    const start = at + LOCAL_SIZE + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
    const data = bytes.subarray(start, start + member.compressedSize);
    if (data.length !== member.compressedSize) {
        throw new errors/* FormatError */.IF(file, start, `${member.compressedSize} bytes of ${member.name}`, `${data.length}`);
    }
    if (member.encrypted)
        throw new errors/* FormatError */.IF(file, at, 'a member that is not encrypted', member.name);
    if (member.size > limit)
        throw new errors/* FormatError */.IF(file, at, `at most ${limit} bytes in ${member.name}`, `${member.size}`);
    if (member.method === STORED)
        return Buffer.from(data);
    if (member.method !== DEFLATED)
        throw new errors/* FormatError */.IF(file, at + 8, 'compression by deflate', `method ${member.method}`);
    try {
        return (0,external_node_zlib_.inflateRawSync)(data, { maxOutputLength: Math.max(limit, 1) });
    }
    catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        throw new errors/* FormatError */.IF(file, start, `${member.name} as deflate`, reason, { cause: error });
    }
}
/** The end record is the last thing in the file but for a comment of at most 64 KiB. */
function findEnd(bytes, file) {
    const first = Math.max(0, bytes.length - END_SIZE - MAX_COMMENT);
    for (let at = bytes.length - END_SIZE; at >= first; at--) {
        if (bytes.readUInt32LE(at) === END_SIGNATURE && at + END_SIZE + bytes.readUInt16LE(at + 20) <= bytes.length)
            return at;
    }
    throw new errors/* FormatError */.IF(file, bytes.length, 'the end record of a zip file', `${bytes.length} bytes without one`);
}

// EXTERNAL MODULE: ./node_modules/saxes/saxes.js
var saxes = __webpack_require__(59800);
;// CONCATENATED MODULE: ./.cache/build/src/quiesce/vss-documents.js
/**
 * The XML documents of VSS inside a quiesce manifest, read leniently: Microsoft publishes what they hold ("VSS Metadata", "Backup Components
 * Document Contents"), not their schema, so that only elements and attributes of public samples are looked for.
 */

/** A root that only a Writer Metadata Document has, wherever the document ends. */
const WRITER_ROOT = 'WRITER_METADATA';
/**
 * @returns undefined when it is no Writer Metadata Document. One whose root is there and whose rest cannot be read is one without a name.
 */
function readWriterDocument(bytes) {
    const text = decode(bytes);
    let root;
    let identification;
    const whole = walk(text, (tag) => {
        root ??= tag.local;
        if (tag.local === 'IDENTIFICATION')
            identification ??= tag;
    });
    if (root === undefined ? !text.includes(`<${WRITER_ROOT}`) : root !== WRITER_ROOT)
        return undefined;
    if (!whole)
        return { name: undefined, writerId: undefined };
    return {
        name: attribute(identification, 'friendlyName') || undefined,
        writerId: attribute(identification, 'writerId')?.toLowerCase(),
    };
}
/**
 * Writers of a Backup Components Document that have a component whose backup did not succeed (IVssBackupComponents::SetBackupSucceeded).
 * @returns their class ids, lower case, each once; none where the document cannot be read: it says nothing then
 */
function readFailedWriters(bytes) {
    const failed = new Set();
    let writer;
    walk(decode(bytes), (tag) => {
        if (tag.local === 'WRITER_COMPONENTS')
            writer = attribute(tag, 'writerId')?.toLowerCase();
        if (tag.local !== 'COMPONENT' || writer === undefined)
            return;
        if (attribute(tag, 'backupSucceeded')?.toLowerCase() === 'no')
            failed.add(writer);
    });
    return [...failed];
}
/** @returns whether it was well-formed to its end */
function walk(text, onTag) {
    const parser = new saxes/* SaxesParser */.wT({ xmlns: true });
    parser.on('error', (error) => {
        throw error;
    });
    parser.on('opentag', onTag);
    try {
        parser.write(text).close();
        return true;
    }
    catch {
        return false;
    }
}
function attribute(tag, name) {
    return Object.values(tag?.attributes ?? {}).find(({ local }) => local === name)?.value;
}
/** VSS hands out UTF-16, with or without a byte order mark and perhaps with the zero that ends a string; Tools may convert to UTF-8. */
function decode(bytes) {
    const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0x3c && bytes[1] === 0);
    const text = bytes.toString(wide ? 'utf16le' : 'utf8');
    return text.replace(/^\uFEFF/, '').replace(/[\0\s]+$/, '');
}

;// CONCATENATED MODULE: ./.cache/build/src/quiesce/manifest.js
/** The backup manifest of a quiesced snapshot: a zip of VSS documents that tells application from file-system consistency. */


/** The requestor's own document, the only member when no writer took part. */
const BACKUP_COMPONENTS = 'backup.xml';
const MAX_MEMBERS = 256;
/** Bytes; those of a server with many databases have some megabytes. */
const MAX_DOCUMENT = 64 * 2 ** 20;
/**
 * Reads a manifest. Rule of vmware/ansible-vsphere-gos-validation (check_quiescing_type.yml) and the VDDK guide: `backup.xml`
 * alone says that only file systems were quiesced, further files are the metadata of the writers that were. A file that is no such
 * metadata is no evidence of a writer.
 * @throws FormatError when it is no zip, or a document in it is damaged
 */
function readManifest(zip, file) {
    const members = readZipDirectory(zip, file);
    const open = (member) => readZipMember(zip, member, MAX_DOCUMENT, file);
    const others = members.filter((member) => !isBackupComponents(member));
    const documents = others.slice(0, MAX_MEMBERS).flatMap((member) => {
        const document = readWriterDocument(open(member));
        return document ? [{ ...document, name: document.name ?? baseName(member.name) }] : [];
    });
    return {
        members: members.map(({ name }) => name),
        writers: documents.map(({ name }) => name),
        failed: members
            .filter(isBackupComponents)
            .flatMap((member) => readFailedWriters(open(member)))
            .map((id) => manifest_nameOf(id, documents)),
    };
}
function isBackupComponents({ name }) {
    return baseName(name).toLowerCase() === BACKUP_COMPONENTS;
}
function manifest_nameOf(id, documents) {
    return documents.find(({ writerId }) => writerId === id)?.name ?? id;
}
function baseName(path) {
    return path.split(/[\\/]/).at(-1) ?? path;
}

;// CONCATENATED MODULE: ./.cache/build/src/quiesce/verify-live.js
/** The live check: starts a VM, takes a quiesced snapshot, judges it by its evidence, and removes it. */










/**
 * Leaves the VM running, and after an error or a cancel perhaps a snapshot: whoever calls holds what undoes both (see held-check, held-copy).
 * @throws errors of the API; a snapshot that fails is a verdict, not an error
 */
async function verifyLive(target, options) {
    const start = await startVm(target, options);
    options.signal.throwIfAborted();
    const facts = await target.facts();
    if (facts.firstBootExpected && start?.firstBoot?.outcome === 'done')
        await options.onFirstBootDone?.();
    const preflight = [...(0,rule/* applyRules */.IU)(state_rules/* STATE_RULES */.k, facts), ...(0,rule/* applyRules */.IU)(machine_rules/* MACHINE_RULES */.y, facts.settings)];
    const unready = (0,rule/* applyRules */.IU)(FIRST_BOOT_RULES, {
        name: facts.name,
        firstBoot: start?.firstBoot,
        toolsRunning: facts.toolsRunning,
    });
    const first = start?.firstBoot && { firstBoot: start.firstBoot };
    if (unready.length > 0) {
        // Whatever a snapshot would show now, the template is not what it should be, or not yet.
        const findings = [...unready, ...(0,rule/* bySeverity */.Np)(preflight)];
        return { verdict: 'failed', findings: (0,rule/* forLevel */.Qm)(findings, options.level), facts, ...first, events: [] };
    }
    return { ...(await proveSnapshot(target, facts, preflight, options)), ...first };
}
async function proveSnapshot(target, facts, preflight, options) {
    const { log, signal } = options;
    // Without VMware Tools nobody is asked, and nothing quiesced is proven.
    if (facts.toolsRunning)
        await target.prepare?.();
    log.info(`Asking for a quiesced snapshot of ${facts.name}`);
    const since = await target.now();
    const started = Date.now();
    const attempt = await target.snapshot({
        name: options.snapshotName,
        description: options.snapshotDescription,
        timeout: options.timeout,
    });
    const duration = attempt.took ?? Date.now() - started;
    log.info(`vSphere answered after ${(0,units/* formatDuration */.a3)(duration)}${attempt.fault ? `: ${attempt.fault.message}` : ''}`);
    const manifest = await fetchManifest(target, attempt, signal);
    const verdict = judge({
        faulted: attempt.fault !== undefined,
        partial: facts.disksOutside.length > 0,
        quiesced: attempt.snapshot?.quiesced ?? false,
        manifestNamed: (attempt.snapshot?.backupManifest ?? '') !== '',
        manifest: manifest.content && manifest.manifest,
    });
    const markers = facts.toolsRunning ? await target.readMarkers?.(options.timeout) : undefined;
    const more = verdict === 'application' ? { events: [] } : await gatherMore(target, since, options);
    const causes = diagnose({
        verdict,
        facts,
        fault: attempt.fault,
        events: more.events,
        guest: more.guest,
        quiesced: attempt.snapshot?.quiesced ?? false,
        manifest: manifest.manifest,
        manifestProblem: manifest.problem,
        duration,
        image: options.image,
    });
    const restore = attempt.snapshot && (await restoreIfGood(target, attempt.snapshot.id, verdict, options));
    if (attempt.snapshot)
        await target.removeSnapshot(attempt.snapshot.id);
    return {
        verdict,
        findings: (0,rule/* forLevel */.Qm)([...rank(verdict, causes, preflight), ...markedFindings(markers, attempt)], options.level),
        facts,
        ...(markers?.markers && { markers: markers.markers }),
        ...(restore && { restore }),
        ...(attempt.fault && { fault: attempt.fault }),
        ...more,
        duration,
        ...(manifest.content &&
            manifest.manifest && { manifest: { ...manifest.manifest, path: manifest.path, content: manifest.content } }),
    };
}
function markedFindings(markers, { snapshot }) {
    return markers ? markerFindings(markers, snapshot !== undefined) : [];
}
/** What a snapshot that is not good enough holds is not worth a start. */
async function restoreIfGood(target, id, verdict, { level }) {
    return (0,check_verdict/* reaches */.O6)(verdict, level) ? target.restore?.(id) : undefined;
}
/** @returns undefined when the VM is off and shall not be started */
async function startVm(target, options) {
    const { powerOn, timeout, log, signal } = options;
    const before = await target.facts();
    if (!before.poweredOn && powerOn) {
        log.info(`Starting ${before.name}`);
        await target.powerOn();
    }
    else if (!before.poweredOn)
        return undefined;
    const expected = before.firstBootExpected;
    log.info(expected
        ? `Waiting up to ${(0,units/* formatDuration */.a3)(firstBootLimit(timeout))} for the first boot to be done`
        : `Waiting up to ${(0,units/* formatDuration */.a3)(timeout)} for VMware Tools`);
    const started = Date.now();
    const start = await awaitStart(target, { expected, timeout, signal });
    log.info(`${describeStart(start)} after ${(0,units/* formatDuration */.a3)(Date.now() - started)}`);
    return start;
}
function describeStart({ firstBoot, toolsRunning }) {
    if (firstBoot)
        return `The first boot is ${firstBoot.outcome}${firstBoot.status === undefined ? '' : ` (${firstBoot.status})`}`;
    return toolsRunning ? 'VMware Tools run' : 'VMware Tools do not run; the snapshot will show what that means:';
}
/** What may name the cause, while the machine is as the snapshot left it. */
async function gatherMore(target, since, options) {
    const events = await orWarn('The events of the VM', () => target.events(since), options);
    const guest = target.askGuest && (await orWarn('The guest’s own evidence', target.askGuest, options));
    if (guest?.problem !== undefined) {
        options.log.warning(`The guest could not be asked what it knows of its snapshot: ${guest.problem}`);
    }
    const hostLog = await orWarn('vmware.log', () => target.hostLog(), options);
    return { events: events ?? [], ...(guest && { guest }), ...(hostLog && { hostLog }) };
}
/** Evidence of the cause, and nothing else: an account that may not read it gets its verdict all the same. */
async function orWarn(what, read, { log, signal }) {
    try {
        return await read();
    }
    catch (error) {
        signal.throwIfAborted();
        log.warning(`${what} could not be read, which may hide the cause: ${error instanceof Error ? error.message : String(error)}`);
        return undefined;
    }
}
/** A manifest that cannot be fetched or read is a finding; it must not hide the snapshot from being removed. */
async function fetchManifest(target, { snapshot }, signal) {
    const path = snapshot?.backupManifest ?? '';
    if (path === '')
        return { path };
    try {
        const content = await target.readManifest(path);
        return { path, content, manifest: readManifest(content, path) };
    }
    catch (error) {
        if (!(error instanceof Error) || signal.aborted)
            throw error;
        return { path, problem: error.message };
    }
}
/** Causes first; then what predicted this verdict; what predicted worse than what was proven is only information. */
function rank(verdict, causes, preflight) {
    if (verdict === 'application') {
        return preflight.map((finding) => (finding.predicts === undefined ? finding : { ...finding, severity: 'info' }));
    }
    const named = new Set(causes.map(({ code }) => code));
    const besides = preflight.filter(({ code }) => !named.has(code));
    const predicted = besides.filter(({ predicts }) => predicts === verdict);
    const others = (0,rule/* bySeverity */.Np)(besides.filter((finding) => !predicted.includes(finding)));
    // "Ignored" and "only file systems" say what happened; what predicted it says why, and comes before.
    const why = verdict === 'failed' ? [...causes, ...predicted] : [...predicted, ...causes];
    return [...why, ...others];
}

// EXTERNAL MODULE: ./.cache/build/src/check/vsphere-settings.js
var vsphere_settings = __webpack_require__(85978);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/guest/guest-tools.js
var guest_tools = __webpack_require__(83875);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/transfer/datastore-file.js
var datastore_file = __webpack_require__(77732);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/vm/consolidate-disks.js
var consolidate_disks = __webpack_require__(64636);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/vm/vm-snapshot.js
var vm_snapshot = __webpack_require__(80394);
;// CONCATENATED MODULE: ./.cache/build/src/quiesce/fault-evidence.js
/** A fault of the vSphere API as evidence: its type, the language-free keys of its messages, its texts. */

function evidenceOf(fault) {
    const keys = keysOf(fault.detail);
    return {
        type: fault.type,
        ...(keys.length > 0 && { keys }),
        message: [...new Set([fault.message, ...fault.texts])].join('\n'),
    };
}
/** Keys of the fault's own messages, then of those of the faults that caused it. */
function keysOf(detail) {
    if (detail === undefined)
        return [];
    const own = (0,xml_element/* childrenNamed */.De)(detail, 'faultMessage').flatMap((message) => (0,xml_element/* textAt */.$6)(message, 'key') ?? []);
    return [...new Set([...own, ...keysOf((0,xml_element/* child */.jf)((0,xml_element/* child */.jf)(detail, 'faultCause'), 'fault'))])];
}

;// CONCATENATED MODULE: ./.cache/build/src/quiesce/guest-facts.js
/** What a guest says of its VSS, its volumes and its clock, read from the answer to ASK_FACTS. */
/** From inside of a VM nothing is taken on trust: an entry of another shape is left out. @returns undefined for what is no answer */
function parseGuestFacts(given) {
    if (typeof given !== 'object' || given === null || Array.isArray(given))
        return undefined;
    const facts = given;
    const now = Date.parse(typeof facts.now === 'string' ? facts.now : '');
    return {
        now: Number.isNaN(now) ? undefined : now,
        providers: rows(facts.providers, { id: '', name: '' }).map((one) => ({ ...one, id: guid(one.id) })),
        storage: rows(facts.storage, { volume: '', used: 0, max: 0 }),
        volumes: rows(facts.volumes, { id: '', name: '', label: null, format: null, size: 0, free: 0 }).map((one) => ({
            ...one,
            label: one.label ?? '',
            format: one.format ?? '',
        })),
        services: rows(facts.services, { name: '', mode: '', state: '' }),
        partitions: rows(facts.partitions, { disk: 0, number: 0, type: null, size: 0 }).map((one) => ({
            ...one,
            type: guid(one.type ?? ''),
        })),
        dedup: Array.isArray(facts.dedup) ? facts.dedup.filter((name) => typeof name === 'string') : [],
        conf: typeof facts.conf === 'string' ? facts.conf : '',
    };
}
function rows(list, shape) {
    if (!Array.isArray(list))
        return [];
    return list.flatMap((one) => {
        const row = (one ?? {});
        const fits = Object.entries(shape).every(([key, like]) => like === null
            ? ['string', 'undefined'].includes(typeof (row[key] ?? undefined))
            : typeof row[key] === typeof like);
        if (!fits)
            return [];
        return [Object.fromEntries(Object.keys(shape).map((key) => [key, row[key] ?? null]))];
    });
}
function guid(text) {
    return text.replaceAll(/[{}]/g, '').toLowerCase();
}

;// CONCATENATED MODULE: ./.cache/build/src/quiesce/guest-questions.js
/**
 * What the guest is asked when its snapshot proved too little. The facts are numbers, ids and names of classes, the same in every language
 * of Windows; the texts are what an engineer would look at by hand. What is missing in a guest leaves its part of the answer empty.
 */

/** Names that the texts are kept under, and the commands that give them. */
const TEXT_COMMANDS = {
    'vssadmin-writers': 'vssadmin list writers',
    'vssadmin-providers': 'vssadmin list providers',
    'vssadmin-shadowstorage': 'vssadmin list shadowstorage',
    'vssadmin-volumes': 'vssadmin list volumes',
    reagentc: 'reagentc /info',
};
/** Win32_* of root/cimv2; MSFT_Partition gives the type of a GPT partition, which diskpart shows as a word. */
const ASK_FACTS = (0,guest_question/* guestQuestion */.dl)(`$ErrorActionPreference = 'SilentlyContinue'
$answer = @{
now = [DateTime]::UtcNow.ToString('o')
providers = @(Get-CimInstance Win32_ShadowProvider | ForEach-Object { @{ id = $_.ID; name = $_.Name } })
storage = @(Get-CimInstance Win32_ShadowStorage | ForEach-Object { @{ volume = $_.Volume.DeviceID; used = $_.UsedSpace; max = $_.MaxSpace } })
volumes = @(Get-CimInstance Win32_Volume -Filter 'DriveType=3' | ForEach-Object { @{ id = $_.DeviceID; name = $_.Name; label = $_.Label; format = $_.FileSystem; size = $_.Capacity; free = $_.FreeSpace } })
services = @(Get-CimInstance Win32_Service | Where-Object { 'VSS', 'swprv', 'vmvss', 'VMTools', 'COMSysApp', 'EventSystem' -contains $_.Name } | ForEach-Object { @{ name = $_.Name; mode = $_.StartMode; state = $_.State } })
partitions = @(Get-CimInstance -Namespace root/Microsoft/Windows/Storage MSFT_Partition | ForEach-Object { @{ disk = $_.DiskNumber; number = $_.PartitionNumber; type = $_.GptType; size = $_.Size } })
dedup = @(Get-CimInstance -Namespace root/Microsoft/Windows/Deduplication MSFT_DedupVolume | ForEach-Object { $_.Volume })
conf = [string](Get-Content -Raw -LiteralPath (Join-Path $env:ProgramData 'VMware\\VMware Tools\\tools.conf'))
}`);
const ASK_TEXTS = (0,guest_question/* guestQuestion */.dl)(`$ErrorActionPreference = 'SilentlyContinue'
$answer = @{}
${Object.entries(TEXT_COMMANDS)
    .map(([name, command]) => `$answer['${name}'] = [string](cmd.exe /c '${command} 2>&1' | Out-String)`)
    .join('\n')}
$answer.events = [string](Get-WinEvent -MaxEvents 40 -FilterHashtable @{ LogName = 'Application', 'System'; Level = 1, 2, 3; StartTime = (Get-Date).AddHours(-1) } | ForEach-Object { '{0:o} {1} {2} {3}' -f $_.TimeCreated, $_.ProviderName, $_.Id, $_.Message } | Out-String -Width 400)
$answer.vmbackup = [string](Get-Content -LiteralPath 'C:\\vmbackup.log' -Tail 300 | Out-String)`);

;// CONCATENATED MODULE: ./.cache/build/src/quiesce/guest-evidence.js
/** Asks a guest about its VSS after a snapshot that proved too little. Whatever goes wrong with it, the verdict stands. */




/** A guest that is asked, answers or does not: minutes of waiting would be of no use. */
const guest_evidence_LIMIT = 3 * 60_000;
/** Never throws but for a cancel. */
async function guest_evidence_askGuest(session, vm, account) {
    let facts;
    let texts = {};
    let ahead;
    try {
        const before = session.now().getTime();
        facts = parseGuestFacts(await (0,guest_answer/* askPowerShell */.Bp)(session, vm, account, ASK_FACTS, guest_evidence_LIMIT));
        if (facts === undefined)
            throw new Error('its answer cannot be read');
        ahead = facts.now === undefined ? undefined : outside(facts.now, before, session.now().getTime());
        texts = textsOf(await (0,guest_answer/* askPowerShell */.Bp)(session, vm, account, ASK_TEXTS, guest_evidence_LIMIT));
    }
    catch (error) {
        session.signal.throwIfAborted();
        const problem = error instanceof Error ? error.message : String(error);
        return { facts, texts, writers: [], ahead, problem };
    }
    const { 'vssadmin-writers': listed = '' } = texts;
    return { facts, texts, writers: parseVssWriters(listed), ahead };
}
/** When it was said is only known to lie between asking and the answer. */
function outside(time, from, until) {
    if (time < from)
        return time - from;
    return time > until ? time - until : 0;
}
function textsOf(given) {
    if (typeof given !== 'object' || given === null)
        return {};
    return Object.fromEntries(Object.entries(given).filter(([, text]) => typeof text === 'string' && text.trim() !== ''));
}

;// CONCATENATED MODULE: ./.cache/build/src/quiesce/vsphere-target.js
/** One VM on vSphere as the live check sees it. */


















/** Real manifests have some hundred kilobytes. */
const MAX_MANIFEST = 64 * 2 ** 20;
/** A host begins another file long before. */
const MAX_LOG = 32 * 2 ** 20;
const vsphere_target_MINUTE = 60_000;
/** What a timer of Node can wait; a longer one would end at once. */
const LONGEST_WAIT = 2 ** 31 - 1;
/** vSphere takes no shorter limit for a guest than 5 minutes; what is added is for the host to say so. */
const LEAST_WAIT = 5 * vsphere_target_MINUTE;
const ANSWER_MARGIN = 2 * vsphere_target_MINUTE;
/**
 * @param datacenter as LocatedVm has it
 * @throws (its methods) UserError of the vSphere codes, timeout when a snapshot is never answered
 */
function vsphereTarget(session, vm, datacenter, { account, markers = false, disposable = false, restore }) {
    const guest = account && prepareGuest(session, vm, account, { markers, services: restore !== undefined });
    return {
        ...(account && { askGuest: () => guest_evidence_askGuest(session, vm, account) }),
        ...(guest && { prepare: guest.prepare }),
        ...(guest && markers && { readMarkers: guest.readMarkers }),
        hostLog: () => readHostLog(session, vm, datacenter),
        ...(restore && {
            restore: (id) => {
                const snapshot = { type: 'VirtualMachineSnapshot', value: id };
                return restoreSnapshot(session, { vm, snapshot, before: guest?.before() }, restore.request, restore.context);
            },
        }),
        facts: async () => (0,vsphere_settings/* factsForRules */.Y)(await (0,vm_facts/* readVmFacts */.tv)(session, vm)),
        powerOn: async () => {
            await (0,vm_operations/* powerOn */.f0)(session, vm).catch((error) => {
                throw (0,explain_fault/* explainFault */.O)(error, 'Starting the VM');
            });
        },
        guest: async () => {
            const { toolsRunning, info } = await (0,guest_tools/* readGuestState */.G6)(session, vm);
            return { toolsRunning, firstBoot: info(first_boot_setting/* FIRST_BOOT_SETTING */.Jm) };
        },
        now: () => (0,vm_events/* readServerTime */.H0)(session),
        snapshot: (request) => attempt(session, vm, request),
        removeSnapshot: async (id) => {
            const found = (await (0,vm_snapshot/* readSnapshots */.yj)(session, vm)).find(({ moref }) => moref.value === id);
            if (found)
                await (0,vm_snapshot/* removeSnapshot */.Bw)(session, vm, found.moref);
            if (!disposable)
                await (0,consolidate_disks/* consolidateDisks */.q)(session, vm);
        },
        readManifest: async (path) => {
            const absolute = (0,datastore_file/* parseDatastorePath */.sq)(path) ?? (await besideSnapshots(session, vm, path));
            return (0,datastore_file/* readDatastoreFile */.Gm)(session, datacenter, absolute, MAX_MANIFEST);
        },
        events: async (since) => (await (0,vm_events/* readEvents */.wj)(session, vm, since)).filter(({ time }) => Date.parse(time) >= since.getTime()),
    };
}
async function attempt(session, vm, request) {
    const limit = Math.min(Math.max(request.timeout, LEAST_WAIT) + ANSWER_MARGIN, LONGEST_WAIT);
    const late = AbortSignal.timeout(limit);
    try {
        const { moref, quiesced, backupManifest } = await (0,vm_snapshot/* takeQuiescedSnapshot */.BW)(session.bounded(late), vm, request);
        return { snapshot: { id: moref.value, quiesced, backupManifest } };
    }
    catch (error) {
        session.signal.throwIfAborted();
        if (late.aborted) {
            throw new errors/* UserError */.yo('timeout', `vSphere did not end the snapshot task within ${(0,units/* formatDuration */.a3)(limit)}`, 'Look at the task in the vSphere client; raise timeout only if it is still at work there.', { cause: error });
        }
        // About the account, not about the VM: no evidence of anything.
        if ((0,explain_fault/* isFault */.Z)(error, 'NoPermission', 'NotAuthenticated'))
            throw (0,explain_fault/* explainFault */.O)(error, 'Taking the quiesced snapshot');
        if (!(error instanceof fault/* VsphereFault */.eM))
            throw error;
        return { fault: evidenceOf(error), took: error.took };
    }
}
async function readHostLog(session, vm, datacenter) {
    const { vmxPath } = await (0,vm_facts/* readVmFacts */.tv)(session, vm);
    const vmx = (0,datastore_file/* parseDatastorePath */.sq)(vmxPath);
    if (vmx === undefined)
        return '';
    const file = { ...vmx, path: external_node_path_.posix.join(external_node_path_.posix.dirname(vmx.path), 'vmware.log') };
    return (await (0,datastore_file/* readDatastoreFile */.Gm)(session, datacenter, file, MAX_LOG)).toString('utf8');
}
/** A manifest's path may be relative to the folder that the VM keeps its snapshots in (vim25 VirtualMachineSnapshotTree). */
async function besideSnapshots(session, vm, path) {
    const { snapshotDirectory, vmxPath } = await (0,vm_facts/* readVmFacts */.tv)(session, vm);
    const directory = (0,datastore_file/* parseDatastorePath */.sq)(snapshotDirectory);
    const vmx = (0,datastore_file/* parseDatastorePath */.sq)(vmxPath);
    const base = directory ?? (vmx && { ...vmx, path: external_node_path_.posix.dirname(vmx.path) });
    if (base)
        return { datastore: base.datastore, path: external_node_path_.posix.join(base.path, path) };
    throw new errors/* UserError */.yo('vsphere-not-found', `The VM does not say on which datastore its manifest ${path} lies`, 'Give the account the Read-only role on the VM.');
}

;// CONCATENATED MODULE: ./.cache/build/src/quiesce/verify-copy.js
/** The live check on a disposable copy, which takes its running state and its snapshot with it. */



/**
 * @param within how the guest is asked, and whether the snapshot is started (restore undefined: it is not)
 * @throws as withCopy and verifyLive
 */
function verifyCopy(session, job, options, { account, markers, restore }, context) {
    return withCopy(session, job, context, async ({ moref, name }) => ({
        copy: name,
        check: await verifyLive(vsphereTarget(session, moref, job.source.datacenter, {
            account,
            markers,
            disposable: true,
            restore: restore && { request: { ...restore, job }, context },
        }), options),
    }));
}

// EXTERNAL MODULE: ./.cache/build/src/vsphere/inventory/locate-vm.js
var locate_vm = __webpack_require__(22389);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/vm/marked-vm.js
var marked_vm = __webpack_require__(98444);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/vm/owner.js
var owner = __webpack_require__(73089);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/vm/release-mark.js
var release_mark = __webpack_require__(29565);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/held-session.js
var held_session = __webpack_require__(10702);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/session.js + 2 modules
var wire_session = __webpack_require__(85783);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/access/assert-privileges.js + 1 modules
var assert_privileges = __webpack_require__(83011);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/inventory/vm-placement.js
var vm_placement = __webpack_require__(57170);
;// CONCATENATED MODULE: ./.cache/build/actions/verify-quiesce/assert-allowed.js
/** What the account has to hold for a proof, asked before anything of it is begun. */




/** @throws as assertPrivileges; UserError vsphere-not-found, vsphere-ambiguous for a pool or network */
async function assertAllowed(session, vm, inputs) {
    const facts = await (0,vm_facts/* readVmFacts */.tv)(session, vm.moref);
    const source = [[vm.moref]];
    const datastore = facts.datastores.map((one) => [one]);
    const conditions = conditionsOf(inputs, facts);
    const { folder } = facts;
    // What a copy is made of in a proof of the VM itself: only where its snapshot is restored.
    if (!conditions.includes('of a copy') || !folder) {
        return (0,assert_privileges/* assertPrivileges */.db)(session, 'verify-quiesce', { places: { machine: source, datastore }, conditions });
    }
    const { pool } = await (0,vm_placement/* chooseVmPlacement */.u)(session, vm, facts, inputs.resourcePool);
    const network = inputs.network === undefined ? [] : [[await (0,vm_network/* findNetwork */.qC)(session, vm.datacenter, inputs.network)]];
    await (0,assert_privileges/* assertPrivileges */.db)(session, 'verify-quiesce', {
        places: {
            source,
            folder: [[folder]],
            // A copy has what its folder or its pool has.
            machine: inputs.copy ? [[folder, pool]] : [...source, [folder, pool]],
            pool: [[pool]],
            datastore,
            network,
            root: [[session.manager('rootFolder')]],
        },
        conditions,
    });
}
function conditionsOf(inputs, { template, poweredOn }) {
    const { copy, restore, powerOn, customization } = inputs;
    const copied = copy || restore;
    const holds = [
        [copied, 'of a copy'],
        [copied || (powerOn && !poweredOn), 'of a copy, or a VM that is off'],
        [copied && !template, 'to copy a VM'],
        [copied && template, 'to copy a template'],
        [inputs.network !== undefined, 'with `network:`'],
        [customization !== undefined, 'with `customization:`'],
        [customization !== undefined && customization !== 'generated', 'with `customization:` of the vCenter'],
        [inputs.account !== undefined, 'with `guest-password:`'],
    ];
    return holds.flatMap(([so, condition]) => (so ? [condition] : []));
}

;// CONCATENATED MODULE: ./.cache/build/actions/verify-quiesce/prove-vm.js
/** The live half: connects, clears away what killed runs left, and proves the VM or a disposable copy of it. */




























/** @throws UserError of the vSphere codes; what the snapshot comes to is a verdict, not an error */
async function proveVm(inputs, proof, context) {
    const { log, signal } = context;
    const session = await (0,wire_session/* connectVsphere */.C)({ ...inputs, signal, log, onRenewed: context.rehold });
    // Held first, so undone last: what else is undone needs the session.
    context.hold(held_session/* HELD_SESSION */.d, session.ticket(), () => session.close());
    const { fullName } = session.about;
    log.info(`Connected to ${fullName} at ${session.url.host}`);
    const id = (0,external_node_crypto_.randomBytes)(4).toString('hex');
    const run = { id, me: (0,owner/* ownerProcess */.dK)(id) };
    const job = { run, inputs, proof };
    try {
        const vm = await (0,locate_vm/* locateVm */.Wr)(session, inputs);
        if (inputs.restore)
            assertRestorable(session);
        await assertAllowed(session, vm, inputs);
        const release = await readCandidate(session, vm);
        await removeLeftovers(session, vm, run, context);
        const proven = inputs.copy
            ? await proveCopy(session, vm, job, context)
            : { check: await proveItself(session, vm, job, context), proved: { at: session.now().toISOString() } };
        const { manifest } = proven.check;
        const manifestFile = manifest && (await keepManifest(manifest.content, vm.name, inputs.directory));
        const short = !(0,check_verdict/* reaches */.O6)(proven.check.verdict, proof.level);
        const evidence = short ? await keepEvidence(proven.check, evidenceFolder(vm.name, inputs.directory)) : undefined;
        const kept = { ...(manifestFile !== undefined && { manifestFile }), ...(evidence !== undefined && { evidence }) };
        return { server: fullName, host: session.url.host, vm, ...proven, ...(release && { release }), ...kept };
    }
    catch (error) {
        throw (0,explain_fault/* explainFault */.O)(error, `Verifying ${inputs.vm}`);
    }
}
/** Its time is renewed: the proof may take hours. A published template is no candidate, though it keeps its mark. */
async function readCandidate(session, { moref, name }) {
    const mark = await (0,marked_vm/* readReleaseMark */.p)(session, moref);
    if (mark && (0,release_mark/* releaseState */.hd)(name, mark.name) === 'candidate')
        await (0,marked_vm/* renewCandidate */.D)(session, moref, mark);
    return mark;
}
/** Copies are of this VM alone by name and marker; so are snapshots, by lying in its tree. What other runs are at stays. */
async function removeLeftovers(session, vm, { me }, { log }) {
    await (0,disposable_copy/* removeLeftCopies */.ZC)(session, vm, me);
    for (const name of await (0,left_snapshots/* removeLeftSnapshots */.Zg)(session, vm.moref, me)) {
        log.info(`Removed the snapshot ${name} of ${vm.name}, which an ended run has left behind`);
    }
}
async function proveCopy(session, vm, { run, inputs, proof }, context) {
    const { me } = run;
    const { resourcePool, account, timeout, customization: specification, markerScripts: markers } = inputs;
    if (specification !== undefined)
        await assertCustomizable(session, vm);
    const network = inputs.network === undefined
        ? undefined
        : { moref: await (0,vm_network/* findNetwork */.qC)(session, vm.datacenter, inputs.network), name: inputs.network };
    context.log.info(`Copying ${vm.path}`);
    const proved = { at: session.now().toISOString(), ...(await readChangeVersion(session, vm)) };
    const options = liveOptions(inputs, proof, labels(session, run), context);
    const restore = inputs.restore ? { account, timeout } : undefined;
    const proven = await verifyCopy(session, { source: vm, me, resourcePool, network }, options, { account, markers, restore }, context);
    // What does not quiesce is not good enough, whether it deploys or not.
    if (specification === undefined || !network || !(0,check_verdict/* reaches */.O6)(proven.check.verdict, proof.level))
        return { ...proven, proved };
    const request = { source: vm, specification, network, resourcePool, me, account, timeout };
    return { ...proven, proved, customization: await proveCustomization(session, request, context) };
}
async function readChangeVersion(session, vm) {
    const changeVersion = (await (0,properties/* readProperties */.Qh)(session, vm.moref, ['config.changeVersion'])).get('config.changeVersion');
    return changeVersion === undefined ? {} : { changeVersion: changeVersion.text };
}
async function proveItself(session, vm, { run: { id, me }, inputs, proof }, context) {
    const { template, poweredOn, suspended } = await (0,vm_facts/* readVmFacts */.tv)(session, vm.moref);
    if (suspended) {
        throw new errors/* UserError */.yo('vm-unfit', `${vm.path} is suspended, and nobody could give it back the memory that its guest goes on from`, 'Resume it, or shut it down, and run the step again; or leave copy at true.');
    }
    if (template) {
        throw new errors/* UserError */.yo('input-invalid', `${vm.path} is a template, which cannot be powered on`, 'Leave copy at true, so that a disposable copy is proven in its place.');
    }
    const since = session.now().toISOString();
    const held = { ticket: session.ticket(), vm, id, wasOff: !poweredOn && inputs.powerOn, since };
    context.hold(held_check/* HELD_CHECK */.H, held, () => (0,undo_check.undoCheck)(session.uncancelled(), held));
    const { resourcePool, account, timeout } = inputs;
    const request = { job: { source: vm, me, resourcePool }, account, timeout };
    const restore = inputs.restore ? { request, context } : undefined;
    const target = vsphereTarget(session, vm.moref, vm.datacenter, { account, restore });
    // What was held is undone at the end of every run: a snapshot that is gone costs nothing, and the VM is off again.
    return verifyLive(target, {
        ...liveOptions(inputs, proof, labels(session, { id, me }), context),
        onFirstBootDone: () => (0,first_boot_mark/* markBaked */.H)(session, vm.moref),
    });
}
function labels(session, { id, me }) {
    return { snapshotName: (0,left_snapshots/* snapshotName */.aN)(id), snapshotDescription: (0,left_snapshots/* snapshotDescription */.v1)(session, me) };
}
function liveOptions({ timeout, powerOn }, { level, image }, { snapshotName: name, snapshotDescription: description }, { log, signal }) {
    return {
        level,
        timeout,
        powerOn,
        image,
        snapshotName: name,
        snapshotDescription: description,
        log,
        signal,
    };
}
/** @returns where it is kept */
async function keepManifest(content, vm, directory) {
    await (0,make_folder/* makeFolder */.f)(directory);
    const path = (0,external_node_path_.join)(directory, `${fileName(vm)}-vss-manifest.zip`);
    await (0,replace_file/* replaceFile */.f)(path, content);
    return path;
}
function evidenceFolder(vm, directory) {
    return (0,external_node_path_.join)(directory, `${fileName(vm)}-evidence`);
}
function fileName(vm) {
    return vm.replace(/[^A-Za-z0-9._-]+/g, '-');
}


/***/ }),

/***/ 39690:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ STATE_RULES),
/* harmony export */   x: () => (/* binding */ STANDING_RULES)
/* harmony export */ });
/** What vSphere must say about a VM right before the snapshot. Sources: VDDK guide 8.0; vim25 CreateSnapshotExRequestType. */
/** 10.1.0, the first version for Windows Server 2016 and later (VDDK guide). */
const OLDEST_TOOLS = 10 * 1024 + 1 * 32;
const STATE_RULES = [
    {
        code: 'vm-powered-off',
        severity: 'error',
        predicts: 'ignored',
        source: 'vim25 CreateSnapshotExRequestType',
        remedy: 'Let the check start it (power-on: true), or start it before: vSphere silently ignores quiescing on a VM that is off.',
        see: ({ name, poweredOn }) => (poweredOn ? undefined : `${name} is powered off`),
    },
    {
        code: 'tools-not-installed',
        severity: 'error',
        predicts: 'ignored',
        source: 'vim25 CreateSnapshotExRequestType; VDDK guide 8.0',
        remedy: 'Install VMware Tools with the VSS provider (setup64.exe /S /v "/qn ADDLOCAL=ALL REBOOT=R"), or let build-vhd do it at first boot.',
        see: ({ name, toolsInstalled }) => toolsInstalled === false ? `VMware Tools are not installed in ${name}` : undefined,
    },
    {
        code: 'tools-not-running',
        severity: 'error',
        predicts: 'ignored',
        source: 'vim25 CreateSnapshotExRequestType',
        remedy: 'Look at the console of the VM: first boot may need more time (raise timeout), wait for an answer, or have failed; check the service VMTools.',
        see: ({ name, poweredOn, toolsInstalled, toolsRunning }) => poweredOn && toolsInstalled !== false && !toolsRunning
            ? `VMware Tools do not run in ${name}, and vSphere silently ignores quiescing without them`
            : undefined,
    },
    {
        code: 'tools-too-old',
        severity: 'warning',
        predicts: 'filesystem',
        source: 'VDDK guide 8.0, "Working with Microsoft Shadow Copy"',
        remedy: 'Update VMware Tools to 10.1 or later.',
        see: ({ name, toolsVersion }) => toolsVersion !== undefined && toolsVersion > 0 && toolsVersion < OLDEST_TOOLS
            ? `VMware Tools ${describeToolsVersion(toolsVersion)} in ${name} are older than 10.1`
            : undefined,
    },
    {
        code: 'quiesced-snapshots-unsupported',
        severity: 'error',
        predicts: 'failed',
        source: 'vim25 VirtualMachineCapability',
        remedy: 'Check the guest id, the virtual hardware version and whether disks are independent or shared.',
        see: ({ name, quiescedSnapshotsSupported }) => quiescedSnapshotsSupported === false
            ? `vSphere says that ${name} does not support quiesced snapshots`
            : undefined,
    },
    {
        // vim25 VirtualDiskMode: an independent disk is not affected by snapshots; vSphere says nothing of it when one is taken.
        code: 'disk-independent',
        severity: 'error',
        predicts: 'failed',
        source: 'vim25 VirtualDiskMode',
        remedy: 'Set the disk mode to dependent (persistent) with the VM off; a raw device in physical mode must become a virtual disk, or be backed up otherwise.',
        see: ({ name, disksOutside }) => disksOutside.map((disk) => `${disk} of ${name} is outside of every snapshot`),
    },
    {
        code: 'snapshots-exist',
        severity: 'warning',
        source: 'vsphere-gos-validation, check_quiesce_snapshot',
        remedy: 'Consolidate and remove old snapshots: a template should have none, and quiescing takes longer with each.',
        see: ({ name, snapshots }) => snapshots > 0 ? `${name} already has ${snapshots === 1 ? 'a snapshot' : `${snapshots} snapshots`}` : undefined,
    },
];
function describeToolsVersion(version) {
    return `${Math.floor(version / 1024)}.${Math.floor((version % 1024) / 32)}.${version % 32}`;
}
/** Codes of what is only wrong at the moment of a snapshot, or is said of a running machine alone. */
const WHILE_ON = ['vm-powered-off', 'tools-not-running', 'quiesced-snapshots-unsupported'];
/** What is true of a machine that is off as well, such as a template. */
const STANDING_RULES = STATE_RULES.filter(({ code }) => !WHILE_ON.includes(code));


/***/ }),

/***/ 85978:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ factsForRules)
/* harmony export */ });
/* harmony import */ var _ova_first_boot_setting_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71089);
/* harmony import */ var _vsphere_vm_bake_mark_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88979);
/** What vSphere says about a VM, in the terms of the rules. */


const KINDS = {
    ParaVirtualSCSIController: 'pvscsi',
    VirtualLsiLogicSASController: 'lsilogicsas',
    VirtualLsiLogicController: 'lsilogic',
    VirtualBusLogicController: 'buslogic',
    VirtualAHCIController: 'sata',
    VirtualNVMEController: 'nvme',
    VirtualIDEController: 'ide',
};
function factsForRules(facts) {
    const { name, poweredOn, tools, quiescedSnapshotsSupported, snapshots, devices } = facts;
    return {
        name,
        poweredOn,
        toolsInstalled: tools.installed,
        toolsRunning: tools.running,
        toolsVersion: tools.version,
        quiescedSnapshotsSupported,
        snapshots: snapshots.length,
        disksOutside: devices.disks.filter(isOutside).map(({ label, mode }) => `${label} (${mode})`),
        firstBootExpected: facts.extraConfig.get(_ova_first_boot_setting_js__WEBPACK_IMPORTED_MODULE_0__/* .FIRST_BOOT_SETTING */ .Jm) === 'expected',
        settings: {
            from: 'the VM',
            firmware: facts.firmware,
            diskUuidEnabled: diskUuidEnabled(facts),
            controllers: devices.controllers.map((controller) => controllerForRules(controller, facts)),
            floppies: devices.floppies,
            vtpm: devices.vtpm,
            encrypted: facts.encrypted,
            guestId: facts.guestId,
            ...(facts.guestReportedId !== undefined && { guestReportedId: facts.guestReportedId }),
            build: buildOf(facts.extraConfig),
            media: devices.media.map(({ label, file }) => `${label} (${file})`),
            changeTracking: facts.changeTracking,
        },
    };
}
/** Disks in an independent mode, and raw devices in physical mode, take no part in snapshots (vim25 VirtualDiskMode). */
function isOutside({ mode }) {
    return mode.startsWith('independent_') || mode === 'physicalMode';
}
/** What stands in the .vmx file is what the VM runs with; the flag tells the guest id's default where nothing stands there. */
function diskUuidEnabled({ extraConfig, diskUuidEnabled: flag }) {
    const setting = [...extraConfig].find(([key]) => key.toLowerCase() === 'disk.enableuuid')?.[1];
    return setting === undefined || setting === '' ? flag : /^(true|1|yes)$/i.test(setting);
}
/**
 * Tools of Windows put it into the detailed data of the guest (vsphere-gos-validation, vm_get_guest_info.yml); of a machine that is off, or
 * of older Tools, baking has kept what the guest said.
 */
function buildOf(extraConfig) {
    const detailed = extraConfig.get('guestOS.detailed.data') ?? extraConfig.get('guestInfo.detailed.data') ?? '';
    const told = /\bkernelVersion=["'](?:10\.0\.)?(\d{4,5}\.\d{1,6})["']/.exec(detailed)?.[1];
    return told ?? (0,_vsphere_vm_bake_mark_js__WEBPACK_IMPORTED_MODULE_1__/* .parseBakeMark */ .yg)(extraConfig.get(_vsphere_vm_bake_mark_js__WEBPACK_IMPORTED_MODULE_1__/* .BAKE_KEY */ .mi) ?? '')?.seen?.result?.build;
}
function controllerForRules({ key, type, label, devices }, facts) {
    return {
        kind: KINDS[type] ?? 'other',
        label: label === '' ? type : label,
        disks: facts.devices.disks.filter(({ controllerKey }) => controllerKey === key).length,
        devices,
    };
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

/***/ 77732:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gm: () => (/* binding */ readDatastoreFile),
/* harmony export */   lR: () => (/* binding */ datastoreUrl),
/* harmony export */   sq: () => (/* binding */ parseDatastorePath)
/* harmony export */ });
/* harmony import */ var _download_retry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63449);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41251);
/* harmony import */ var _wire_http_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83616);
/* harmony import */ var _wire_passing_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68834);
/** Files on a datastore, over the server's own HTTPS: /folder/<path>?dcPath=…&dsName=…. */




/** Reads `[datastore1] folder/file`; undefined when it is not in that form. */
function parseDatastorePath(text) {
    const match = /^\[([^\]]+)\]\s*(.*)$/.exec(text);
    return match?.[1] === undefined || match[2] === undefined ? undefined : { datastore: match[1], path: match[2] };
}
const RETRIES = { attempts: 6, baseMs: 250, maxMs: 10_000 };
/**
 * @param datacenter inventory path of the datacenter without the leading slash, such as `DC0`
 * @param limit most bytes to take
 * @throws UserError vsphere-not-found, vsphere-refused
 */
async function readDatastoreFile(session, datacenter, { datastore, path }, limit) {
    const url = datastoreUrl(session, datacenter, { datastore, path });
    const answer = await (0,_download_retry_js__WEBPACK_IMPORTED_MODULE_0__/* .withRetries */ .LH)(() => get(session, url, limit), RETRIES, session.signal, ({ message }) => session.log.debug(`${message}; asking again`));
    if (answer.status === 200)
        return answer.body;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(answer.status === 404 ? 'vsphere-not-found' : 'vsphere-refused', `${session.url.host} gave the HTTP status ${answer.status} for the file [${datastore}] ${path}`, 'Give the account Datastore.Browse and Datastore.FileManagement (low level file operations) on that datastore.');
}
/** @param datacenter inventory path of the datacenter without the leading slash, such as `DC0`; on a host `ha-datacenter` */
function datastoreUrl({ url: server }, datacenter, { datastore, path }) {
    const encoded = path.split('/').map(encodeURIComponent).join('/');
    const url = new URL(`/folder/${encoded}`, server);
    url.searchParams.set('dcPath', datacenter);
    url.searchParams.set('dsName', datastore);
    return url;
}
/** Reading is asked again when it gets lost, and once more with a new session where the server has ended the old one. */
async function get(session, url, maxBytes) {
    const once = async () => {
        const { agent, cookie, signal } = session;
        const answer = await (0,_wire_http_js__WEBPACK_IMPORTED_MODULE_2__/* .sendRequest */ .w$)(agent, { method: 'GET', url, headers: { Cookie: cookie }, signal, maxBytes });
        if ((0,_wire_http_js__WEBPACK_IMPORTED_MODULE_2__/* .isPassingStatus */ .Wj)(answer.status)) {
            const said = `${url.host} answered with the HTTP status ${answer.status}`;
            const hint = 'Its services are starting or overloaded: try again in a few minutes.';
            throw new _wire_passing_error_js__WEBPACK_IMPORTED_MODULE_3__/* .PassingError */ .a('vsphere-unreachable', said, hint, { taken: true });
        }
        return answer;
    };
    try {
        const answer = await once();
        if (answer.status !== 401)
            return answer;
        await session.renew();
        return await once();
    }
    catch (error) {
        throw error instanceof _wire_passing_error_js__WEBPACK_IMPORTED_MODULE_3__/* .PassingError */ .a ? new _download_retry_js__WEBPACK_IMPORTED_MODULE_0__/* .Transient */ .Rc(error) : error;
    }
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
