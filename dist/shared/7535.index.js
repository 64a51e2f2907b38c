export const id = 7535;
export const ids = [7535,9853];
export const modules = {

/***/ 47414:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ auditTemplates)
});

// EXTERNAL MODULE: ./.cache/build/src/job/action.js
var action = __webpack_require__(36082);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/transfer/export-lease.js
var export_lease = __webpack_require__(21119);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/held-session.js
var held_session = __webpack_require__(10702);
;// CONCATENATED MODULE: ./.cache/build/actions/audit-templates/bounded-findings.js
/** Findings for an output: GitHub takes 1 MiB of outputs a job, counted in UTF-16, and drops a step whose outputs are larger. */
const MAX_LENGTH = 400 * 1024;
/** The first of `findings` whose JSON has at most `max` characters. */
function boundedFindings(findings, max = MAX_LENGTH) {
    let length = 2;
    const end = findings.findIndex((finding) => {
        length += JSON.stringify(finding).length + 1;
        return length > max;
    });
    return end === -1 ? findings : findings.slice(0, end);
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.cache/build/src/job/input.js
var input = __webpack_require__(90458);
// EXTERNAL MODULE: ./.cache/build/src/job/input-types.js
var input_types = __webpack_require__(198);
// EXTERNAL MODULE: ./.cache/build/src/job/shared-inputs.js
var shared_inputs = __webpack_require__(79871);
;// CONCATENATED MODULE: ./.cache/build/actions/audit-templates/inputs.js
/** The inputs of audit-templates. */




const FAIL_ON = ['error', 'warning', 'never'];
const { 'resource-pool': _, ...SERVER } = shared_inputs/* SERVER_INPUTS */.O9;
const INPUTS = {
    ...SERVER,
    datacenter: (0,input/* variant */.O)(shared_inputs/* SERVER_INPUTS */.O9.datacenter, { otherwise: 'all' }),
    vms: (0,input/* input */.h)(input_types/* list */.p_, {
        description: 'Templates and VMs to look at: names, inventory paths or managed object ids, in which `*` stands for anything within a name, `?` for one letter, and `**` for any folders, as in `ws2022-*` or `/DC0/vm/Templates/**`.',
        otherwise: 'all templates but those whose guest id is of another system than Windows; on an ESXi host, which has none, all VMs that are off',
    }),
    parallel: (0,input/* input */.h)((0,input_types/* integer */.nd)(1, 16), {
        description: 'How many are looked at at a time.',
        default: '4',
    }),
    'fail-on': (0,input/* input */.h)((0,input_types/* choice */.Yq)(FAIL_ON), {
        description: 'When the step fails: where a template has an `error`, already with a `warning` (such as one that could not be looked at), or `never`.',
        default: 'error',
    }),
    table: (0,input/* input */.h)(input_types/* path */.Ae, {
        description: 'CSV file that is written, with a row for each template.',
        otherwise: '`<runner temp>/stillframe/audit-templates.csv`',
    }),
};
function prepare({ values }, { temp }) {
    const { server, username, password, datacenter, vms, parallel } = values;
    return {
        server,
        username,
        password,
        tls: { thumbprint: values.thumbprint, caFile: values['ca-file'], insecure: values.insecure },
        datacenter,
        vms: vms ?? [],
        parallel,
        failOn: values['fail-on'],
        table: values.table ?? (0,external_node_path_.join)(temp, 'stillframe', 'audit-templates.csv'),
    };
}

;// CONCATENATED MODULE: ./.cache/build/src/report/csv.js
/** Tables for spreadsheets: RFC 4180, with what a spreadsheet would run as a formula made harmless. */
/** What begins a formula in Excel, LibreOffice or Google Sheets (OWASP, "CSV Injection"). */
const FORMULA = /^[=+\-@\t\r]/;
/** @returns lines ended by CR LF, the first of them the head; without a byte order mark */
function csvTable(head, rows) {
    return [head, ...rows].map((cells) => `${cells.map(csvField).join(',')}\r\n`).join('');
}
function csvField(value) {
    if (typeof value === 'number')
        return String(value);
    // An apostrophe makes it a text; quotes alone would not.
    const harmless = FORMULA.test(value) ? `'${value}` : value;
    return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

;// CONCATENATED MODULE: ./.cache/build/src/audit/audit-table.js
/** The results of an audit as a table: one row for each VM, worst first, all that a spreadsheet is sorted by in columns. */

const ORDER = { defective: 0, unreadable: 1, gone: 2, sound: 3 };
const HEAD = [
    'vm',
    'id',
    'outcome',
    'likeliest cause',
    'findings',
    'reader',
    'bytes moved',
    'template',
    'guest id',
    'firmware',
    'snapshots',
    'disks',
];
/** Defective first, and among them those with most errors; among equals by path. */
function worstFirst(vms) {
    const errors = ({ findings }) => findings.filter(({ severity }) => severity === 'error').length;
    const warnings = ({ findings }) => findings.filter(({ severity }) => severity === 'warning').length;
    return [...vms].sort((a, b) => ORDER[a.outcome] - ORDER[b.outcome] ||
        errors(b) - errors(a) ||
        warnings(b) - warnings(a) ||
        (a.vm < b.vm ? -1 : 1));
}
/** How its disks were read: one word, or several where they differ. */
function readersOf({ disks }) {
    return [...new Set(disks.map(({ reader }) => reader))].join(' ');
}
/** Bytes that were moved for its disks. */
function movedFor({ disks }) {
    return disks.reduce((sum, { moved }) => sum + moved, 0);
}
/** As CSV. */
function auditTable(vms) {
    const rows = worstFirst(vms).map((vm) => [
        vm.vm,
        vm.moref,
        vm.outcome,
        vm.findings[0]?.seen ?? '',
        vm.findings.map(({ severity, code }) => `${severity} ${code}`).join('\n'),
        readersOf(vm),
        movedFor(vm),
        vm.template ? 'yes' : 'no',
        vm.guestId,
        vm.firmware,
        vm.snapshots,
        vm.disks.map(({ disk, file }) => `${disk}: ${file}`).join('\n'),
    ]);
    return csvTable(HEAD, rows);
}

// EXTERNAL MODULE: ./.cache/build/src/check/rule.js
var rule = __webpack_require__(21667);
// EXTERNAL MODULE: ./.cache/build/src/errors.js
var errors = __webpack_require__(41251);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/vm/vm-facts.js + 1 modules
var vm_facts = __webpack_require__(98508);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/explain-fault.js
var explain_fault = __webpack_require__(4732);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/properties.js
var properties = __webpack_require__(85925);
// EXTERNAL MODULE: ./.cache/build/src/audit/judge-vm.js
var judge_vm = __webpack_require__(6767);
// EXTERNAL MODULE: ./.cache/build/src/audit/read-disks.js + 6 modules
var read_disks = __webpack_require__(93450);
// EXTERNAL MODULE: ./.cache/build/src/audit/unreadable.js
var unreadable = __webpack_require__(99535);
;// CONCATENATED MODULE: ./.cache/build/src/audit/audit-vm.js
/** Looks at one VM or template from outside: nothing is started, written or converted. */








/**
 * One that cannot be read is a result.
 * @param onLost told when the server itself did not answer
 * @throws what every other VM would meet as well: the signal's reason, UserError vsphere-login or vsphere-certificate
 */
async function auditVm(session, vm, place, onLost = () => { }) {
    let facts;
    try {
        facts = await (0,vm_facts/* readVmFacts */.tv)(session, vm.moref);
        return audited(vm, facts, await (0,read_disks/* readDisks */.L)(session, facts, place));
    }
    catch (error) {
        session.signal.throwIfAborted();
        if ((0,read_disks/* isGone */.S)(error) && (await wasRemoved(session, vm.moref)))
            return gone(vm);
        const explained = (0,explain_fault/* explainFault */.O)(error, `Looking at ${vm.path}`);
        if (explained instanceof errors/* UserError */.yo && OF_ALL.includes(explained.code))
            throw explained;
        if (explained instanceof errors/* UserError */.yo && explained.code === 'vsphere-unreachable')
            onLost(explained);
        if (!(explained instanceof errors/* UserError */.yo))
            session.log.warning(stackOf(vm, explained));
        return failed(vm, facts, explained);
    }
}
/** A lease or a task that is gone, as after a restart of vCenter, has the same fault: only the VM itself tells. */
async function wasRemoved(session, vm) {
    try {
        await (0,properties/* readProperties */.Qh)(session, vm, ['name']);
        return false;
    }
    catch (error) {
        return (0,read_disks/* isGone */.S)(error);
    }
}
/** Errors that the next VM would meet as well. */
const OF_ALL = ['vsphere-login', 'vsphere-certificate'];
/** A bug of ours must not cost the results of all others, nor go unseen. */
function stackOf({ path }, error) {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return `${path} could not be judged, which is a bug in Stillframe; please report it with this stack: ${stack}`;
}
function audited(vm, facts, disks) {
    if (facts.lost !== undefined) {
        // No setting of it is known, so that none is wrong.
        return { ...described(vm, facts), outcome: 'unreadable', disks: [], findings: [lostFinding(facts.lost)] };
    }
    const judged = (0,judge_vm/* judgeVm */.B)(facts, disks);
    const findings = disks.length > 0 ? judged : [...judged, (0,unreadable/* unreadableFinding */.jg)('The VM', 'other', ['it has no disk'])];
    const isDefective = findings.some(({ severity }) => severity === 'error');
    const isWhole = disks.length > 0 && disks.every(({ unread }) => unread === undefined);
    return {
        ...described(vm, facts),
        outcome: isDefective ? 'defective' : isWhole ? 'sound' : 'unreadable',
        disks: disks.map(auditedDisk),
        findings,
    };
}
function lostFinding(state) {
    const remedy = 'Look at its host and its datastore, or take it out of the inventory when its files are gone.';
    return { ...(0,unreadable/* unreadableFinding */.jg)('The VM', 'other', [`vSphere calls it ${state}`]), remedy };
}
function auditedDisk({ disk, reading, moved }) {
    const { label, file, capacity } = disk;
    const layout = reading && { layout: reading.evidence.layout };
    return { disk: label, file, capacity, reader: reading?.by ?? 'none', moved, ...layout };
}
function described({ path, moref }, facts) {
    return {
        vm: path,
        moref: moref.value,
        template: facts?.template ?? false,
        guestId: facts?.guestId ?? '',
        firmware: facts?.firmware ?? '',
        snapshots: facts?.snapshots.length ?? 0,
    };
}
const VM_GONE = {
    code: 'vm-gone',
    severity: 'warning',
    remedy: 'Nothing needs to be done, unless it is to be there: run the audit again.',
    source: 'vim25 ManagedObjectNotFound',
};
function gone(vm) {
    return {
        ...described(vm, undefined),
        outcome: 'gone',
        disks: [],
        findings: [(0,rule/* found */.F9)(VM_GONE, `${vm.path} was removed while the audit ran`)],
    };
}
function failed(vm, facts, error) {
    const said = error instanceof Error ? error.message : String(error);
    return {
        ...described(vm, facts),
        outcome: 'unreadable',
        disks: [],
        findings: [(0,unreadable/* unreadableFinding */.jg)('The VM', 'other', [said])],
    };
}

;// CONCATENATED MODULE: ./.cache/build/src/audit/audit-vms.js
/** Looks at many VMs, some at a time. */

/** A server that leaves so many unanswered one after the other, each asked for about a minute, is gone. */
const LOST_IN_A_ROW = 4;
/**
 * @returns one result for each VM, in their order
 * @throws UserError vsphere-unreachable when the server is gone for good, vsphere-login, vsphere-certificate; the signal's reason. No VM is
 *   still being looked at then
 */
async function auditVms(session, vms, plan) {
    const results = [];
    const stop = new AbortController();
    const bounded = session.bounded(stop.signal);
    let next = 0;
    let finished = 0;
    let lost = 0;
    const work = async () => {
        for (let index = next++;; index = next++) {
            const vm = vms[index];
            if (vm === undefined)
                return;
            let unanswered;
            const place = { datacenter: vm.datacenter, stores: plan.stores, exporting: plan.exporting(vm) };
            const result = await auditVm(bounded, vm, place, (error) => {
                unanswered = error;
            });
            lost = unanswered === undefined ? 0 : lost + 1;
            if (unanswered !== undefined && lost >= LOST_IN_A_ROW)
                throw unanswered;
            results[index] = result;
            finished += 1;
            plan.done(result, finished);
        }
    };
    const workers = Array.from({ length: Math.min(plan.parallel, vms.length) }, () => 
    // The others end at what they are waiting for, and give up their exports.
    work().catch((error) => stop.abort(error)));
    await Promise.all(workers);
    session.signal.throwIfAborted();
    stop.signal.throwIfAborted();
    return results;
}

// EXTERNAL MODULE: ./.cache/build/src/audit/choose-vms.js + 1 modules
var choose_vms = __webpack_require__(91719);
// EXTERNAL MODULE: ./.cache/build/src/files/make-folder.js
var make_folder = __webpack_require__(69399);
// EXTERNAL MODULE: ./.cache/build/src/files/replace-file.js
var replace_file = __webpack_require__(17785);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/session.js + 2 modules
var wire_session = __webpack_require__(85783);
;// CONCATENATED MODULE: ./.cache/build/actions/audit-templates/main.js











/** @throws UserError of the vSphere codes; a template that cannot be looked at is a result */
async function main(inputs, context) {
    const { log, signal } = context;
    const session = await (0,wire_session/* connectVsphere */.C)({ ...inputs, signal, log, onRenewed: context.rehold });
    // Held first, so undone last: an export is given up through it.
    context.hold(held_session/* HELD_SESSION */.d, session.ticket(), () => session.close());
    const { fullName } = session.about;
    log.info(`Connected to ${fullName} at ${session.url.host}`);
    try {
        const { vms, stores, leftOut } = await (0,choose_vms/* chooseVms */.a)(session, inputs);
        log.info(`${vms.length} to be looked at, ${inputs.parallel} at a time`);
        if (leftOut.length > 0)
            log.info(`Left out, since they are not for Windows: ${leftOut.join(', ')}`);
        const results = await auditVms(session, vms, {
            parallel: inputs.parallel,
            stores,
            exporting: (vm) => (lease) => context.hold(export_lease/* HELD_EXPORT */.Vs, { ticket: session.ticket(), vm: vm.path, lease }),
            done: (result, count) => log.info(`${count}/${vms.length} ${lineOf(result)}`),
        });
        await (0,make_folder/* makeFolder */.f)((0,external_node_path_.dirname)(inputs.table));
        await (0,replace_file/* replaceFile */.f)(inputs.table, auditTable(results));
        const counts = countOutcomes(results);
        return { server: fullName, vms: worstFirst(results), counts, leftOut, table: inputs.table };
    }
    catch (error) {
        throw (0,explain_fault/* explainFault */.O)(error, `Auditing ${session.url.host}`);
    }
}
function lineOf({ vm, outcome, findings }) {
    const [worst] = findings;
    return outcome === 'sound' || worst === undefined ? `${outcome}: ${vm}` : `${outcome}: ${vm}: ${worst.code}`;
}
function countOutcomes(vms) {
    const counts = { defective: 0, unreadable: 0, gone: 0, sound: 0 };
    for (const { outcome } of vms)
        counts[outcome] += 1;
    return counts;
}
/** All of them, each with its VM: those of the worst VM first. */
function findingsOf({ vms }) {
    return vms.flatMap(({ vm, findings }) => findings.map((finding) => ({ vm, ...finding })));
}
/** @throws UserError templates-defective when something was found that the step is to fail for */
function assertSound({ vms }, failOn) {
    if (failOn === 'never')
        return;
    const fails = (vm) => vm.outcome === 'defective' || (failOn === 'warning' && vm.findings.some(({ severity }) => severity === 'warning'));
    const failing = vms.filter(fails);
    const [first] = failing;
    if (first === undefined)
        return;
    const what = failOn === 'error' ? 'would fail quiesced snapshots or not start' : 'have errors or warnings';
    throw new errors/* UserError */.yo('templates-defective', `${failing.length} of ${vms.length} ${what}: ${namesOf(failing)}. ${first.vm}: ${first.findings[0]?.seen}`, first.findings[0]?.remedy ?? 'See the job summary.');
}
const NAMED = 10;
function namesOf(vms) {
    const names = vms.slice(0, NAMED).map(({ vm }) => vm);
    const more = vms.length - names.length;
    return `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

// EXTERNAL MODULE: ./.cache/build/src/report/findings-table.js
var findings_table = __webpack_require__(29994);
// EXTERNAL MODULE: ./.cache/build/src/report/markdown-table.js
var markdown_table = __webpack_require__(90597);
// EXTERNAL MODULE: ./.cache/build/src/units.js
var units = __webpack_require__(16053);
;// CONCATENATED MODULE: ./.cache/build/actions/audit-templates/summary.js
/** The job summary: how many of them are sound, then each that is not, worst first. */




const MARKS = {
    defective: '❌ defective',
    unreadable: '⚪ unreadable',
    gone: '➖ gone',
    sound: '✅ sound',
};
/** GitHub drops a summary over 1 MiB whole: the table of all comes first, and details are given while there is room. */
const DETAIL_BYTES = 500_000;
function renderSummary({ server, vms, counts, leftOut, table }) {
    const { sound, defective, unreadable, gone } = counts;
    const unread = `${unreadable} could not be looked at${gone === 0 ? '' : `, ${gone} were removed meanwhile`}`;
    return `${[
        '## Templates',
        `${defective === 0 ? (unreadable === 0 ? '✅' : '⚪') : '❌'} **${defective} of ${vms.length} defective**, ${sound} sound, ${unread}`,
        'Sound means: no error in the partition table, the boot files and the settings. Only a snapshot proves more (verify-quiesce).',
        (0,markdown_table/* markdownTable */.Q)(['', 'Template', 'Likeliest cause', 'Read', 'Moved'], vms.map((vm) => [MARKS[vm.outcome], vm.vm, causeOf(vm), readersOf(vm), (0,units/* formatSize */.Xq)(movedFor(vm))])),
        ...details(vms),
        ...(leftOut.length === 0 ? [] : [`${leftOut.length} that are not for Windows were left out.`]),
        `Server: ${(0,markdown_table/* escapeMarkdown */.F)(server)}. All of it as a table: ${(0,markdown_table/* escapeMarkdown */.F)(table)}`,
    ].join('\n\n')}\n`;
}
/** Short, since 400 of them must fit; everything that was seen stands in the details. */
function causeOf({ findings }) {
    const [worst, ...others] = findings.filter(({ severity }) => severity !== 'info');
    if (worst === undefined)
        return '';
    const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
    return `${worst.seen.length > 160 ? `${worst.seen.slice(0, 159)}…` : worst.seen}${more}`;
}
function details(vms) {
    const parts = [];
    let bytes = 0;
    const told = vms.filter(({ findings }) => findings.length > 0);
    for (const { vm, outcome, findings } of told) {
        const part = `<details><summary>${MARKS[outcome]} ${(0,markdown_table/* escapeMarkdown */.F)(vm)}</summary>\n\n${(0,findings_table/* findingsTable */.f9)(findings)}\n\n</details>`;
        bytes += Buffer.byteLength(part);
        if (bytes > DETAIL_BYTES)
            break;
        parts.push(part);
    }
    const left = told.length - parts.length;
    return left === 0 ? parts : [...parts, `The findings of ${left} more stand in the report.`];
}

;// CONCATENATED MODULE: ./.cache/build/actions/audit-templates/action.js
/** audit-templates as a value. */







const auditTemplates = (0,action/* defineAction */.Q)({
    name: 'audit-templates',
    description: 'Finds which templates of a vCenter or ESXi host would fail quiesced snapshots, without starting any',
    branding: { icon: 'search', color: 'orange' },
    inputs: INPUTS,
    outputs: {
        findings: {
            description: 'JSON array of findings, those of the worst template first: vm, code, severity, seen, remedy, and predicts where it says what a snapshot comes to. As many as fit into an output (400 KiB); the report has all.',
            value: (result) => boundedFindings(findingsOf(result)),
        },
        sound: {
            description: 'How many were looked at whole, without an error.',
            value: ({ counts }) => String(counts.sound),
        },
        defective: { description: 'How many have an error.', value: ({ counts }) => String(counts.defective) },
        unreadable: {
            description: 'How many could not be looked at, or not whole; each is a warning with its reason.',
            value: ({ counts }) => String(counts.unreadable),
        },
        table: { description: 'Path of the CSV file, with a row for each template.', value: ({ table }) => table },
    },
    holds: [held_session/* HELD_SESSION */.d, export_lease/* HELD_EXPORT */.Vs],
    prepare: prepare,
    main: main,
    findings: (result) => findingsOf(result).map(({ vm, seen, ...finding }) => ({ ...finding, seen: `${vm}: ${seen}` })),
    summary: renderSummary,
    assertGood: (result, { failOn }) => assertSound(result, failOn),
});


/***/ }),

/***/ 86249:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _src_runner_run_on_github_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59853);
/* harmony import */ var _action_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47414);
/** Looks at every template of a vCenter or host from outside, and says which of them fail quiesced snapshots. */


await (0,_src_runner_run_on_github_js__WEBPACK_IMPORTED_MODULE_0__.runOnGithub)(_action_js__WEBPACK_IMPORTED_MODULE_1__/* .auditTemplates */ .z);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 62641:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y: () => (/* binding */ MACHINE_RULES)
});

;// CONCATENATED MODULE: ./.cache/build/src/ova/machine-settings.js
/** The settings of a virtual machine that decide about quiescing, whether an OVF descriptor or vSphere told them. */
function isScsi(kind) {
    return kind === 'pvscsi' || kind === 'lsilogicsas' || kind === 'lsilogic' || kind === 'buslogic';
}
/** Places for devices on one controller: PVSCSI 64 from hardware version 14 on (we count the 15 that every version has), the others 15. */
const SCSI_SLOTS = 15;

;// CONCATENATED MODULE: ./.cache/build/src/check/machine-rules.js
/**
 * What a machine's settings must be for an application-consistent snapshot.
 * Sources: [VDDK] "Virtual Disk Development Kit Programming Guide" 8.0, Windows backup implementations;
 * [GOS] vmware/ansible-vsphere-gos-validation, windows/check_quiesce_snapshot.
 */

/** Build and revision of Server 2022 from which [GOS] expects applications to take part on NVMe. */
const NVME_BUILD = [20348, 2582];
const MACHINE_RULES = [
    {
        // [VDDK] application quiescing needs disk.EnableUUID; the guest id's default is missing on 7.0 U3c [GOS issue 290].
        code: 'disk-uuid-disabled',
        severity: 'error',
        predicts: 'filesystem',
        source: 'VDDK guide 8.0; vsphere-gos-validation issue 290',
        remedy: 'Set the advanced parameter disk.EnableUUID to TRUE on the VM (in an OVF: vmw:ExtraConfig), then power it off and on.',
        see: ({ from, diskUuidEnabled }) => diskUuidEnabled === true
            ? undefined
            : `disk.EnableUUID is ${diskUuidEnabled === undefined ? 'not set' : 'FALSE'} in ${from}, so Windows cannot tell VSS which disks are whose`,
    },
    {
        // [VDDK] SCSI disks only; [GOS] application-consistent on lsilogicsas and paravirtual alone.
        code: 'controller-not-scsi',
        severity: 'error',
        predicts: 'filesystem',
        source: 'VDDK guide 8.0; vsphere-gos-validation, check_quiescing_type.yml',
        remedy: 'Put every disk on a VMware Paravirtual (PVSCSI) or LSI Logic SAS controller.',
        see: ({ from, controllers }) => controllers
            .filter(({ kind, disks }) => disks > 0 && !isScsi(kind) && kind !== 'nvme')
            .map(({ label, disks }) => `${disks === 1 ? 'A disk hangs' : `${disks} disks hang`} on ${label} in ${from}`),
    },
    {
        // [GOS] with a disk on NVMe: file-system only, but for Server 2022 from that build on. The build of an OVF is not known.
        code: 'nvme-build',
        severity: 'error',
        predicts: 'filesystem',
        source: 'vsphere-gos-validation, check_quiescing_type.yml',
        remedy: `Put the disks on a PVSCSI or LSI Logic SAS controller; on NVMe only Windows Server 2022 from build ${NVME_BUILD.join('.')} on is quiesced with its applications.`,
        see: ({ from, controllers, build }) => freezesNvme(build)
            ? undefined
            : controllers
                .filter(({ kind, disks }) => disks > 0 && kind === 'nvme')
                .map(({ label, disks }) => `${disks === 1 ? 'A disk hangs' : `${disks} disks hang`} on ${label} in ${from}, and ${build === undefined ? 'the build of its Windows is not known' : `its Windows has the build ${build}`}`),
    },
    {
        // [VDDK] the snapshot's disks are attached to the same controllers while VSS works.
        code: 'scsi-slots-too-few',
        severity: 'error',
        predicts: 'filesystem',
        source: 'VDDK guide 8.0',
        remedy: 'Spread the disks over more SCSI controllers: there must be as many free places as disks.',
        see: ({ from, controllers }) => {
            const scsi = controllers.filter(({ kind }) => isScsi(kind));
            const disks = scsi.reduce((sum, controller) => sum + controller.disks, 0);
            const free = scsi.reduce((sum, controller) => sum + Math.max(0, SCSI_SLOTS - controller.devices), 0);
            return free < disks ? `${from} has ${disks} SCSI disks but only ${free} free SCSI places` : undefined;
        },
    },
    {
        // [VDDK] table of quiescing by guest: not supported for encrypted virtual machines.
        code: 'vm-encrypted',
        severity: 'error',
        predicts: 'filesystem',
        source: 'VDDK guide 8.0, table of quiescing by guest',
        remedy: 'Decrypt the VM: application-consistent quiescing is not supported on encrypted VMs.',
        see: ({ from, encrypted, vtpm }) => (encrypted && !vtpm ? `${from} is encrypted` : undefined),
    },
    {
        // A vTPM encrypts the VM's home, and with it come the limits of encrypted VMs (Cloud Director 10.5 documentation).
        code: 'vtpm-present',
        severity: 'warning',
        predicts: 'filesystem',
        source: 'Cloud Director 10.5, virtual TPM; VDDK guide 8.0 for what is encrypted',
        remedy: 'Leave the vTPM out of the template and add it to the VMs that need it after deployment; those may get no application-consistent snapshots.',
        see: ({ from, vtpm }) => (vtpm ? `There is a virtual TPM in ${from}, which encrypts the VM's files` : undefined),
    },
    {
        // VSS event 12289 with ntfs 57/137 about \\?\fdc#generic_floppy_drive (reported since 2012).
        code: 'floppy-present',
        severity: 'warning',
        predicts: 'failed',
        source: 'VSS event 12289 with ntfs 57 and 137 (field reports since 2012)',
        remedy: 'Remove the floppy drive from the template (and disable it in the firmware setup of old VMs).',
        see: ({ from, floppies }) => floppies > 0 ? `There is a floppy drive in ${from}, which the snapshot provider can stumble over` : undefined,
    },
    {
        // A guest that has locked its drive holds up the task with a question, and a file on another datastore the start of every clone.
        code: 'media-connected',
        severity: 'warning',
        source: 'vim25 VirtualMachineQuestionInfo (msg.cdromdisconnect.locked); VMware: disconnect media before cloning',
        remedy: 'Disconnect it from the template (Edit settings: client device, not connected at power on).',
        see: ({ from, media = [] }) => media.map((drive) => `A file is connected to ${drive} in ${from}`),
    },
    {
        // It is made for one machine: of what it does to a template nothing more is known than that a file of it that is left stops a snapshot.
        code: 'cbt-enabled',
        severity: 'info',
        source: 'VDDK guide 8.0, "Enable Changed Block Tracking" (off by default, turned on for each VM); https://github.com/vmware/open-vm-tools/issues/27 (a -ctk.vmdk that is left)',
        remedy: 'Turn it off in the template (changeTrackingEnabled false, ctkEnabled of every disk FALSE) while it is off and has no snapshots; backup software turns it on in each machine that it backs up.',
        see: ({ from, changeTracking }) => changeTracking === true ? `Changed block tracking is on in ${from}` : undefined,
    },
    {
        // [GOS] check_quiescing_type.yml: the configured guest must be the real one.
        code: 'guest-id-mismatch',
        severity: 'warning',
        predicts: 'filesystem',
        source: 'vsphere-gos-validation, check_quiescing_type.yml',
        remedy: 'Set the guest OS of the VM to the Windows Server version that is installed.',
        see: ({ from, guestId, guestReportedId }) => {
            if (guestId === undefined)
                return undefined;
            if (!/^windows.*(?:srv|Server)/i.test(guestId))
                return `The guest id ${guestId} of ${from} is not a Windows Server`;
            return guestReportedId !== undefined && guestReportedId !== guestId
                ? `${from} is configured as ${guestId}, but the guest says it is ${guestReportedId}`
                : undefined;
        },
    },
];
function freezesNvme(build) {
    const [number, revision = 0] = (build ?? '').split('.').map(Number);
    return number === NVME_BUILD[0] && revision >= NVME_BUILD[1];
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
