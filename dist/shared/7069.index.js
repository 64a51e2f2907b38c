export const id = 7069;
export const ids = [7069];
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

/***/ 8373:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ checkRelease)
});

// EXTERNAL MODULE: ./.cache/build/src/job/action.js
var action = __webpack_require__(36082);
// EXTERNAL MODULE: ./.cache/build/actions/build-vhd/read-answers.js + 1 modules
var read_answers = __webpack_require__(28184);
// EXTERNAL MODULE: ./.cache/build/src/errors.js
var errors = __webpack_require__(41251);
// EXTERNAL MODULE: ./.cache/build/src/job/input.js
var input = __webpack_require__(90458);
// EXTERNAL MODULE: ./.cache/build/src/job/input-types.js
var input_types = __webpack_require__(198);
// EXTERNAL MODULE: ./.cache/build/src/job/shared-inputs.js
var shared_inputs = __webpack_require__(79871);
// EXTERNAL MODULE: ./.cache/build/src/template/after-first-boot.js
var after_first_boot = __webpack_require__(97685);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/trust.js
var trust = __webpack_require__(34428);
// EXTERNAL MODULE: ./.cache/build/src/windows/answer-file/passwords.js
var passwords = __webpack_require__(60782);
// EXTERNAL MODULE: ./.cache/build/src/windows/answer-file/read-answer-file.js + 2 modules
var read_answer_file = __webpack_require__(49296);
// EXTERNAL MODULE: ./.cache/build/src/windows/engines/choose-engine.js + 48 modules
var choose_engine = __webpack_require__(58917);
// EXTERNAL MODULE: ./.cache/build/actions/build-vhd/inputs.js + 2 modules
var inputs = __webpack_require__(8672);
// EXTERNAL MODULE: ./.cache/build/actions/convert-ova/inputs.js + 2 modules
var convert_ova_inputs = __webpack_require__(41847);
// EXTERNAL MODULE: ./.cache/build/actions/convert-ova/read-signing-pair.js + 1 modules
var read_signing_pair = __webpack_require__(86933);
// EXTERNAL MODULE: ./.cache/build/actions/record-release/inputs.js + 1 modules
var record_release_inputs = __webpack_require__(46736);
// EXTERNAL MODULE: ./.cache/build/actions/upload-esxi/inputs.js
var upload_esxi_inputs = __webpack_require__(73666);
// EXTERNAL MODULE: ./.cache/build/actions/upload-esxi/read-network-map.js
var read_network_map = __webpack_require__(33575);
;// CONCATENATED MODULE: ./.cache/build/actions/check-release/inputs.js
/** The inputs of check-release: which stages there are, and what of the later ones can be wrong. */
















const WITH_UPLOAD = { required: false, otherwise: '**required** with `upload: true`' };
const INPUTS = {
    upload: (0,input/* input */.h)(input_types/* boolean */.zM, { description: 'false ends with the OVA, which is checked offline then.', default: 'true' }),
    bake: (0,input/* input */.h)(input_types/* boolean */.zM, {
        description: 'false leaves the candidate as it was uploaded, its first boot to come.',
        default: 'true',
    }),
    verify: (0,input/* input */.h)(input_types/* boolean */.zM, {
        description: 'false leaves the proof out; nothing is published then.',
        default: 'true',
    }),
    publish: (0,input/* input */.h)(input_types/* boolean */.zM, {
        description: 'false leaves the proven candidate as one, for another job to publish before it expires.',
        default: 'true',
    }),
    record: (0,input/* input */.h)(input_types/* boolean */.zM, {
        description: 'false leaves the record of the release out, with its SBOM, page and notes.',
        default: 'true',
    }),
    server: (0,input/* variant */.O)(shared_inputs/* SERVER_INPUTS */.O9.server, WITH_UPLOAD),
    username: (0,input/* variant */.O)(shared_inputs/* SERVER_INPUTS */.O9.username, WITH_UPLOAD),
    password: (0,input/* variant */.O)(shared_inputs/* SERVER_INPUTS */.O9.password, WITH_UPLOAD),
    thumbprint: shared_inputs/* SERVER_INPUTS */.O9.thumbprint,
    'ca-file': shared_inputs/* SERVER_INPUTS */.O9['ca-file'],
    insecure: shared_inputs/* SERVER_INPUTS */.O9.insecure,
    'network-map': (0,input/* variant */.O)(upload_esxi_inputs/* INPUTS */.m['network-map'], { without: [] }),
    ...read_answers/* ANSWER_INPUTS */.VO,
    engine: inputs/* INPUTS */.m.engine,
    reuse: shared_inputs/* reuse */.TI,
    'sign-key': convert_ova_inputs/* INPUTS */.m['sign-key'],
    'sign-certificate': (0,input/* variant */.O)(convert_ova_inputs/* INPUTS */.m['sign-certificate'], { only: [{ input: 'sign-key' }] }),
    artifact: record_release_inputs/* INPUTS */.m.artifact,
    'artifact-name': record_release_inputs/* INPUTS */.m['artifact-name'],
    'retention-days': record_release_inputs/* INPUTS */.m['retention-days'],
};
/** @throws UserError for what is wrong, or missing in the company of others; nobody is asked, only what was given is read */
async function prepare(reading, place) {
    const { upload, bake, verify, publish, record, ...values } = reading.values;
    if (upload) {
        reading.needed('server', 'username', 'password');
        await (0,trust/* readTrust */.bn)({ thumbprint: values.thumbprint, caFile: values['ca-file'], insecure: values.insecure });
        (0,read_network_map/* readNetworkMap */.d)(values['network-map'], reading);
    }
    const { engine } = values;
    const obstacle = engine === 'auto' ? undefined : (0,choose_engine/* engineObstacle */.cI)(engine, process.platform);
    if (obstacle !== undefined)
        throw reading.invalid('engine', engine, obstacle);
    await checkAnswers(reading, place);
    await (0,read_signing_pair/* readSigningPair */._)(values['sign-key'], values['sign-certificate'], reading);
    return { upload, bake, verify, publish, record };
}
/** The answer file as build-vhd will read it, or the options of which it makes one; and that a candidate that is baked does not wait at its console. */
async function checkAnswers(reading, place) {
    const answers = (0,read_answers/* readAnswers */.Mr)(reading, place);
    const { unattend } = reading.values;
    const file = unattend === undefined ? undefined : await (0,read_answer_file/* readAnswerFile */.z)(unattend, (0,read_answers/* unattendPassword */.b4)(reading, place), () => { });
    const hasPassword = file ? !file.findings.some(({ code }) => code === passwords/* NO_PASSWORD */.w) : answers?.password !== undefined;
    if (hasPassword || !isBaked(reading))
        return;
    throw new errors/* UserError */.yo('input-missing', `The template is baked (bake.on), and ${file ? `the answer file ${file.file.path}` : 'nobody'} gives the Administrator a password: Windows would wait at its console for one until the bake is given up`, 'Give administrator-password from a secret (where an answer file is used, for its $ADMINISTRATOR_PASSWORD), or leave the first boot to who clones: bake: { on: none }.');
}
/** On Hyper-V it is before the upload, whatever the stages are. */
function isBaked({ values, template }) {
    if (template === undefined || (0,after_first_boot/* afterFirstBoot */.dg)(template) === 'stay')
        return false;
    return (0,after_first_boot/* bakeHost */.KJ)(template) === 'hyper-v' || (values.upload && values.bake);
}

;// CONCATENATED MODULE: ./.cache/build/actions/check-release/stages-text.js
/** What a release does, and what it leaves out, in one sentence each. */
function stagesText({ upload, bake, verify, publish, record }) {
    const done = [
        'builds the OVA',
        ...(upload ? ['uploads it'] : []),
        ...(upload && bake ? ['bakes the candidate where the template asks for it'] : []),
        ...(verify ? [upload ? 'proves it' : 'checks it offline'] : []),
        ...(upload && verify && publish ? ['publishes what is proven'] : []),
        ...(record ? ['records it'] : []),
    ];
    const out = [
        ...(upload ? [] : ['upload']),
        ...(upload && !bake ? ['bake'] : []),
        ...(verify ? [] : ['proof']),
        ...(upload && verify && publish ? [] : ['publication']),
        ...(record ? [] : ['record']),
    ];
    const left = out.length === 0 ? '' : ` Left out: ${out.join(', ')}.`;
    return `This release ${done.join(', ')}.${left}`;
}

;// CONCATENATED MODULE: ./.cache/build/actions/check-release/main.js
/** Tells what comes; all that can be wrong was seen when the inputs were read. */

async function main(stages, { log }) {
    log.info(stagesText(stages));
    return stages;
}

;// CONCATENATED MODULE: ./.cache/build/actions/check-release/summary.js
/** The job summary of check-release: one sentence, so that nobody takes a release without a proof for one with it. */

function renderSummary(stages) {
    return `${stagesText(stages)}\n`;
}

;// CONCATENATED MODULE: ./.cache/build/actions/check-release/action.js
/** check-release as a value. */





const checkRelease = (0,action/* defineAction */.Q)({
    name: 'check-release',
    description: 'Says which stages of a release are asked for, and refuses at once what a later stage would refuse',
    branding: { icon: 'check-square', color: 'blue' },
    inputs: INPUTS,
    outputs: {
        upload: { description: '`true` or `false`: is the OVA uploaded.', value: ({ upload }) => upload },
        bake: { description: '`true` or `false`: is the candidate started once.', value: ({ bake }) => bake },
        verify: { description: '`true` or `false`: is there a proof.', value: ({ verify }) => verify },
        publish: { description: '`true` or `false`: is what was proven published.', value: ({ publish }) => publish },
        record: { description: '`true` or `false`: is the release recorded.', value: ({ record }) => record },
    },
    secrets: read_answers/* passwordSecrets */.RU,
    prepare: prepare,
    main: main,
    findings: () => [],
    summary: renderSummary,
});


/***/ }),

/***/ 57069:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _src_cli_run_in_terminal_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(23850);
/* harmony import */ var _src_cli_screen_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(37592);
/* harmony import */ var _src_cli_terminal_env_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(86105);
/* harmony import */ var _src_runner_tools_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(13979);
/* harmony import */ var _commands_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6341);
/** Every command from a terminal: `stillframe <command> --input value`. */








// Whoever reads the results has seen enough, as `| head` has: that is no error.
process.stdout.on('error', (error) => {
    if (error.code === 'EPIPE')
        process.exit();
    // A report that is cut off is none.
    process.stderr.write(`error: The standard output cannot be written: ${error.message}\n`);
    process.exit(1);
});
const env = (0,_src_cli_terminal_env_js__WEBPACK_IMPORTED_MODULE_5__/* .terminalEnv */ .e)(process.env, process.platform, (0,node_os__WEBPACK_IMPORTED_MODULE_1__.homedir)());
process.exitCode = await (0,_src_cli_run_in_terminal_js__WEBPACK_IMPORTED_MODULE_3__/* .runInTerminal */ .x)({ version: ownVersion, groups: _commands_js__WEBPACK_IMPORTED_MODULE_7__/* .COMMANDS */ .L }, process.argv.slice(2), {
    screen: (0,_src_cli_screen_js__WEBPACK_IMPORTED_MODULE_4__/* .createScreen */ .d)({ out: process.stdout, err: process.stderr }, env),
    env,
    createTools: _src_runner_tools_js__WEBPACK_IMPORTED_MODULE_6__/* .createToolRunner */ .P,
    endProgram: _src_runner_tools_js__WEBPACK_IMPORTED_MODULE_6__/* .endProgram */ ._,
});
/** That of the package, which lies above dist/cli/index.js wherever it is installed. */
function ownVersion() {
    const entry = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(process.argv[1] ?? '');
    const { version } = JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(entry, '../../../package.json'), 'utf8'));
    return version;
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 6341:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L: () => (/* binding */ COMMANDS)
});

// EXTERNAL MODULE: ./.cache/build/src/job/run-action.js + 12 modules
var run_action = __webpack_require__(69370);
// EXTERNAL MODULE: ./.cache/build/src/job/shared-inputs.js
var shared_inputs = __webpack_require__(79871);
// EXTERNAL MODULE: ./.cache/build/src/cli/command.js
var command = __webpack_require__(88870);
// EXTERNAL MODULE: ./.cache/build/src/cli/terminal-host.js
var terminal_host = __webpack_require__(37878);
;// CONCATENATED MODULE: ./.cache/build/src/cli/action-command.js
/** An action as a command, under its own name or under a shorter one with a part of its inputs settled. */




/** Values that nobody reads on a screen: they are told by their length, and stand in the report. */
const LONGEST_VALUE = 200;
function actionCommand(action) {
    const { name, description } = action;
    return {
        name,
        description,
        inputs: (0,shared_inputs/* allInputs */.j3)(action),
        run: (call, terminal) => perform(action, terminal, {
            ...call,
            quiet: false,
            present: (_report, outputs) => outputs.map(([key, value]) => `${terminal.screen.paint.cyan(key)}: ${shorten(value, terminal)}`),
        }),
    };
}
function shortcutCommand({ action, preset, wordsAs, result, ...rest }) {
    const settled = [...Object.keys(preset), wordsAs];
    const inputs = Object.fromEntries(Object.entries((0,shared_inputs/* allInputs */.j3)(action)).filter(([name]) => !settled.includes(name)));
    return {
        ...rest,
        inputs,
        run: ({ given, words, json }, terminal) => {
            const all = new Map([...given, ...Object.entries(preset)]);
            if (words.length > 0)
                all.set(wordsAs, words.join('\n'));
            const present = (report) => (report.ok ? result(report.result) : []);
            return perform(action, terminal, { given: all, json, quiet: true, present });
        },
    };
}
async function perform(action, terminal, wish) {
    const outputs = [];
    let report;
    const host = (0,terminal_host/* terminalHost */.P)({
        ...terminal,
        action,
        given: wish.given,
        quiet: wish.quiet,
        onOutput: (name, value) => void outputs.push([name, value]),
    });
    const ok = await (0,run_action/* runAction */.C)(action, { ...host, takeReport: (taken) => (report = taken) });
    const { screen } = terminal;
    screen.settle();
    if (report === undefined)
        return command/* FAILED */.Wk;
    const lines = wish.json ? [JSON.stringify(report, undefined, 2)] : wish.present(report, outputs);
    for (const line of lines)
        screen.print(line);
    return ok ? command/* DONE */.DH : command/* FAILED */.Wk;
}
function shorten(value, { screen }) {
    if (screen.columns === undefined || value.length <= LONGEST_VALUE)
        return value;
    return `… (${value.length} characters: see the report, or --json)`;
}

// EXTERNAL MODULE: ./.cache/build/src/check/verdict.js
var verdict = __webpack_require__(14312);
// EXTERNAL MODULE: ./.cache/build/src/job/explain-error.js
var explain_error = __webpack_require__(80850);
// EXTERNAL MODULE: ./.cache/build/src/job/input.js
var input = __webpack_require__(90458);
// EXTERNAL MODULE: ./.cache/build/src/job/input-types.js
var input_types = __webpack_require__(198);
// EXTERNAL MODULE: ./.cache/build/src/job/read-inputs.js + 1 modules
var read_inputs = __webpack_require__(38609);
// EXTERNAL MODULE: ./.cache/build/src/check/check-image.js + 1 modules
var check_image = __webpack_require__(47584);
// EXTERNAL MODULE: ./.cache/build/src/check/gather-image.js + 1 modules
var gather_image = __webpack_require__(40125);
// EXTERNAL MODULE: ./.cache/build/src/check/vmware-tools.js
var vmware_tools = __webpack_require__(60639);
// EXTERNAL MODULE: ./.cache/build/src/errors.js
var errors = __webpack_require__(41251);
// EXTERNAL MODULE: ./.cache/build/src/ova/open-system-disk.js
var open_system_disk = __webpack_require__(4661);
// EXTERNAL MODULE: ./.cache/build/src/windows/verify/hive-facts.js
var hive_facts = __webpack_require__(31386);
// EXTERNAL MODULE: ./.cache/build/src/windows/verify/verify-build.js
var verify_build = __webpack_require__(36770);
// EXTERNAL MODULE: ./.cache/build/src/windows/verify/windows-files.js
var windows_files = __webpack_require__(59855);
;// CONCATENATED MODULE: ./.cache/build/src/windows/verify/image-windows.js
/** Which Windows is on a disk, by its own registry. */



/**
 * Reads the hive SOFTWARE, some 100 MB of a real Windows.
 * @throws FormatError for a damaged volume or hive; UserError layout-wrong without a hive
 */
async function readImageWindows(disk, partition) {
    const files = await (0,windows_files/* openWindowsFiles */.f)(disk, partition);
    const software = await (0,hive_facts/* openHive */.X_)(files, 'SOFTWARE');
    const build = await (0,verify_build/* readBuildWitnesses */.ki)(files, software);
    const key = software.key(verify_build/* CURRENT_VERSION */.V_);
    return { name: (0,hive_facts/* textValue */.v8)(key, 'ProductName'), installation: (0,hive_facts/* textValue */.v8)(key, 'InstallationType'), build };
}

;// CONCATENATED MODULE: ./.cache/build/src/cli/inspect/inspect-image.js
/** Everything that a disk image or an OVA says about itself, for people who look at one: the check's findings and the facts behind them. */






/** @throws as checkImage */
async function inspectImage(path, level) {
    const check = await (0,check_image/* checkImage */.c)(path, level);
    const disk = await (0,open_system_disk/* openSystemDisk */.P)(path);
    try {
        const evidence = await (0,gather_image/* gatherImage */.z)(disk);
        return {
            path,
            check,
            esp: espState(evidence),
            bootStore: bootStoreState(evidence),
            windows: await windowsOf(disk, evidence),
            vmwareTools: await (0,vmware_tools/* hasVmwareTools */.G)(disk, evidence.layout),
        };
    }
    finally {
        await disk.close();
    }
}
function espState({ esp }) {
    if (esp === undefined)
        return 'none';
    if (esp.problem !== undefined)
        return 'unreadable';
    return esp.fallbackLoader ? 'fallback-loader' : 'no-fallback-loader';
}
function bootStoreState({ bcd }) {
    if (bcd === undefined || bcd.missing)
        return 'none';
    if (bcd.problem !== undefined)
        return 'unreadable';
    if (bcd.danglingLoader.length > 0)
        return 'loader-dangling';
    if (bcd.danglingRecovery.length > 0)
        return 'recovery-dangling';
    return bcd.loaderLocated ? 'locates-windows' : 'starts-windows';
}
async function windowsOf(disk, { layout }) {
    const partition = layout.partitions.find(({ type }) => type === 'windows');
    if (partition?.fileSystem !== 'ntfs')
        return undefined;
    try {
        const read = await (0,errors/* orDamage */.hu)(() => readImageWindows(disk, partition));
        return read instanceof errors/* FormatError */.IF ? { unreadable: read.message } : read;
    }
    catch (error) {
        // A data volume is taken for the one of Windows where nothing says better; it has no registry.
        if (error instanceof errors/* UserError */.yo && error.code === 'layout-wrong')
            return undefined;
        throw error;
    }
}

// EXTERNAL MODULE: ./.cache/build/src/disk/layout-pieces.js
var layout_pieces = __webpack_require__(27748);
// EXTERNAL MODULE: ./.cache/build/src/report/draw-scale.js
var draw_scale = __webpack_require__(35424);
// EXTERNAL MODULE: ./.cache/build/src/units.js
var units = __webpack_require__(16053);
;// CONCATENATED MODULE: ./.cache/build/src/cli/table-text.js
/** Columns of text, each as wide as its widest cell. */
function tableText(rows) {
    const widths = [];
    for (const row of rows) {
        for (const [column, cell] of row.entries())
            widths[column] = Math.max(widths[column] ?? 0, cell.length);
    }
    return rows.map((row) => row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd());
}

// EXTERNAL MODULE: ./.cache/build/src/cli/wrap-text.js
var wrap_text = __webpack_require__(31863);
;// CONCATENATED MODULE: ./.cache/build/src/cli/inspect/inspection-text.js
/** An inspection as people read it in a terminal: the disk to scale, its partitions, what starts, what is wrong and what to do. */





const ESP_WORDS = {
    none: 'there is none',
    'fallback-loader': 'starts by itself (\\EFI\\Boot)',
    'no-fallback-loader': 'has no loader in \\EFI\\Boot: a new VM finds nothing to start',
    unreadable: 'cannot be read',
};
const STORE_WORDS = {
    none: 'there is none',
    'starts-windows': 'starts the Windows of this disk',
    'locates-windows': 'looks for Windows on all volumes',
    'loader-dangling': 'starts from a partition that is not on this disk',
    'recovery-dangling': 'starts Windows, and names a Recovery partition that is not on this disk',
    unreadable: 'cannot be read',
};
const VERDICTS = {
    failed: 'defective: quiesced snapshots of it, or its start, will fail',
    unproven: 'no defect found; that its quiesced snapshots work is proven by a snapshot alone (verify-quiesce)',
};
const WIDEST_BAR = 100;
/** @param columns of the terminal */
function inspectionText(inspection, paint, columns) {
    const { path, check } = inspection;
    const others = check.others ?? [];
    return [
        `${paint.bold(path)}  ${check.format}`,
        '',
        ...diskText(check.layout, paint, columns),
        '',
        ...factsText(inspection),
        ...others.flatMap(({ disk, format, layout }) => [
            '',
            `${paint.bold(disk)}  ${format}`,
            '',
            ...diskText(layout, paint, columns),
        ]),
        '',
        ...check.findings.flatMap((finding) => [...findingText(finding, paint, columns), '']),
        check.verdict === 'failed' ? paint.red(VERDICTS.failed) : paint.green(VERDICTS.unproven),
    ];
}
function diskText(layout, paint, columns) {
    const pieces = (0,layout_pieces/* layoutPieces */.uq)(layout);
    if (layout.partitions.length === 0)
        return [(0,layout_pieces/* layoutTitle */.P6)(layout)];
    const drawn = (0,draw_scale/* drawScale */.h)(pieces.map(layout_pieces/* scalePiece */.hE), Math.min(WIDEST_BAR, columns));
    const rows = pieces.flatMap(({ partition }) => (partition ? [rowOf(partition, layout.diskSize)] : []));
    return [
        (0,layout_pieces/* layoutTitle */.P6)(layout),
        ...drawn.split('\n').map((line) => line.replace(/\d+ Recovery/, paint.red)),
        '',
        ...tableText([['', 'Partition', 'File system', 'Size', 'Share', 'Begins at', ''], ...rows]),
    ];
}
function rowOf(partition, diskSize) {
    const { index, fileSystem, size, offset } = partition;
    const share = (100 * size) / diskSize;
    return [
        String(index),
        (0,layout_pieces/* partitionTitle */.LV)(partition),
        fileSystem?.toUpperCase() ?? '-',
        (0,units/* formatSize */.Xq)(size),
        share < 0.1 ? '< 0.1 %' : `${share.toFixed(1)} %`,
        (0,units/* formatSize */.Xq)(offset),
        (0,layout_pieces/* isProtected */.bz)(partition) ? 'protected' : '',
    ];
}
function factsText({ check, esp, bootStore, windows, vmwareTools }) {
    const rows = [];
    if (check.layout.table === 'gpt')
        rows.push(['ESP', ESP_WORDS[esp]], ['Boot store', STORE_WORDS[bootStore]]);
    rows.push(['Windows', windowsText(windows)]);
    if (windows !== undefined)
        rows.push(['VMware Tools', vmwareTools ? 'installed' : 'not installed']);
    const { machine } = check;
    if (machine) {
        const kinds = machine.controllers.map(({ kind }) => kind).join(', ');
        rows.push(['Machine', `${machine.firmware ?? 'firmware not said'}, disks on ${kinds || 'no controller'}`]);
    }
    return tableText(rows);
}
function windowsText(windows) {
    if (windows === undefined)
        return 'none with a registry';
    if ('unreadable' in windows)
        return `cannot be read: ${windows.unreadable}`;
    const { name, installation, build } = windows;
    const known = build.registry ?? build.manifest;
    const words = [name ?? 'Windows', ...(installation === undefined ? [] : [`(${installation})`])];
    return `${words.join(' ')}, ${known === undefined ? 'build not known' : `build ${known}`}`;
}
function findingText({ severity, code, seen, remedy }, paint, columns) {
    const colours = {
        error: paint.red,
        warning: paint.yellow,
        info: paint.cyan,
    };
    return [
        `${colours[severity](severity)}  ${paint.bold(code)}`,
        ...(0,wrap_text/* wrapText */.C)(`${seen}${/[.!?]$/.test(seen) ? '' : '.'}`, columns, '  '),
        ...(0,wrap_text/* wrapText */.C)(`→ ${remedy}`, columns, '  '),
    ];
}

;// CONCATENATED MODULE: ./.cache/build/src/cli/inspect/inspect-command.js
/** `stillframe inspect DISK`: draws any disk image or OVA, and says what is wrong with it and what to do. */








const INPUTS = {
    level: (0,input/* input */.h)((0,input_types/* choice */.Yq)(verdict/* LEVELS */.A_), {
        description: 'What snapshots of it have to be able to reach.',
        default: 'application',
    }),
};
/** Where nobody looks, lines are as long as they would be in a wide window. */
const COLUMNS_OF_A_PIPE = 120;
const INSPECT = {
    name: 'inspect',
    description: 'Draws a disk image or an OVA to scale, and says what is wrong with it and what to do',
    inputs: INPUTS,
    words: {
        name: 'DISK',
        description: 'A VHD, VHDX, VMDK, raw image or OVA; a disk in an OVA as OVA!DISK.',
        type: { path: true },
        count: 'one',
    },
    run: inspect,
};
/** 1 where the disk has a defect, or cannot be read. */
async function inspect({ given, words, json }, { screen }) {
    const { level } = (0,read_inputs/* readInputs */.K)(INPUTS, (name) => given.get(name), undefined).values;
    const [path = ''] = words;
    try {
        const inspection = await inspectImage(path, level);
        if (json)
            screen.print(JSON.stringify({ schema: 1, command: 'inspect', ...inspection }, undefined, 2));
        else
            for (const line of inspectionText(inspection, screen.paint, screen.columns ?? COLUMNS_OF_A_PIPE))
                screen.print(line);
        return inspection.check.verdict === 'failed' ? command/* FAILED */.Wk : command/* DONE */.DH;
    }
    catch (error) {
        const { code, message, hint, text } = (0,explain_error/* explainError */.U)(error);
        if (json)
            screen.print(JSON.stringify({ schema: 1, command: 'inspect', path, error: { code, message, hint } }, undefined, 2));
        screen.tell(`${screen.tone.red('error')}: ${text}`);
        return command/* FAILED */.Wk;
    }
}

// EXTERNAL MODULE: ./.cache/build/src/plan/kb-changes.js
var kb_changes = __webpack_require__(91935);
// EXTERNAL MODULE: ./.cache/build/actions/audit-templates/action.js + 8 modules
var action = __webpack_require__(47414);
// EXTERNAL MODULE: ./.cache/build/actions/bake-template/action.js + 31 modules
var bake_template_action = __webpack_require__(38777);
// EXTERNAL MODULE: ./.cache/build/actions/build-vhd/action.js + 45 modules
var build_vhd_action = __webpack_require__(97457);
// EXTERNAL MODULE: ./.cache/build/actions/check-release/action.js + 4 modules
var check_release_action = __webpack_require__(8373);
// EXTERNAL MODULE: ./.cache/build/actions/convert-ova/action.js + 13 modules
var convert_ova_action = __webpack_require__(6288);
// EXTERNAL MODULE: ./.cache/build/actions/extract-drivers/action.js + 16 modules
var extract_drivers_action = __webpack_require__(92829);
// EXTERNAL MODULE: ./.cache/build/actions/fetch-updates/action.js + 13 modules
var fetch_updates_action = __webpack_require__(57939);
// EXTERNAL MODULE: ./.cache/build/actions/plan-release/action.js + 17 modules
var plan_release_action = __webpack_require__(17157);
// EXTERNAL MODULE: ./.cache/build/actions/publish-template/action.js + 16 modules
var publish_template_action = __webpack_require__(45759);
// EXTERNAL MODULE: ./.cache/build/actions/record-release/action.js + 30 modules
var record_release_action = __webpack_require__(21614);
// EXTERNAL MODULE: ./.cache/build/actions/repair-template/action.js + 34 modules
var repair_template_action = __webpack_require__(75684);
// EXTERNAL MODULE: ./.cache/build/actions/upload-esxi/action.js + 34 modules
var upload_esxi_action = __webpack_require__(52234);
// EXTERNAL MODULE: ./.cache/build/actions/verify-quiesce/action.js + 5 modules
var verify_quiesce_action = __webpack_require__(15760);
;// CONCATENATED MODULE: ./.cache/build/actions/all.js
/** Every action, in the order of the flow. */













const ACTIONS = [
    plan_release_action/* planReleaseAction */.x,
    check_release_action/* checkRelease */.m,
    fetch_updates_action/* fetchUpdates */.J,
    extract_drivers_action/* extractDrivers */.l,
    build_vhd_action/* buildVhd */.L,
    convert_ova_action.convertOva,
    upload_esxi_action/* uploadEsxi */.d,
    bake_template_action/* bakeTemplate */.i,
    verify_quiesce_action/* verifyQuiesce */.z,
    publish_template_action/* publishTemplate */.m,
    record_release_action/* recordRelease */.t,
    repair_template_action/* repairTemplate */.W,
    action/* auditTemplates */.z,
];

;// CONCATENATED MODULE: ./.cache/build/actions/commands.js
/** What the terminal knows: every action, and shorter ways to what people ask most. */






const GLOBS = {
    name: 'GLOB',
    description: 'Patterns of template files, from this folder on. Default: templates/**/*.{yml,yaml}.',
    type: { path: true },
    count: 'any',
};
const VALIDATE = {
    name: 'validate',
    description: 'Checks template and lock files as a pull request does, without the network; faults with file, line and column',
    action: plan_release_action/* planReleaseAction */.x,
    preset: { offline: 'true', when: 'always' },
    words: GLOBS,
    wordsAs: 'templates',
    result: (result) => {
        const { templates } = result;
        return [`${templates.length} ${templates.length === 1 ? 'template' : 'templates'}, no fault`];
    },
};
const PLAN = {
    name: 'plan',
    description: 'Says which templates would be built, and why; asks the catalog unless --offline is given',
    action: plan_release_action/* planReleaseAction */.x,
    preset: {},
    words: GLOBS,
    wordsAs: 'templates',
    result: (result) => {
        const { templates, removed, count, batches } = result;
        const rows = templates.flatMap(({ file, build, reason, since, stale }) => [
            [build ? 'build' : 'leave', file, reason],
            ...[...since, ...stale].map((change) => ['', '', `${change.kind}: ${(0,kb_changes/* describeChange */.u)(change)}`]),
        ]);
        return [
            ...tableText(rows),
            ...removed.map((file) => `removed  ${file}`),
            `${count} ${count === 1 ? 'job' : 'jobs'} in ${batches.length} ${batches.length === 1 ? 'batch' : 'batches'}`,
        ];
    },
};
const COMMANDS = [
    { title: 'Look and check', commands: [INSPECT, shortcutCommand(VALIDATE), shortcutCommand(PLAN)] },
    { title: 'The actions, in the order of the flow', commands: ACTIONS.map(actionCommand) },
];


/***/ }),

/***/ 6288:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  convertOva: () => (/* binding */ convertOva)
});

// EXTERNAL MODULE: ./.cache/build/src/files/held-path.js
var held_path = __webpack_require__(46123);
// EXTERNAL MODULE: ./.cache/build/src/job/action.js
var action = __webpack_require__(36082);
// EXTERNAL MODULE: ./.cache/build/actions/convert-ova/inputs.js + 2 modules
var inputs = __webpack_require__(41847);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.cache/build/src/disk/cut-off.js
var cut_off = __webpack_require__(7578);
// EXTERNAL MODULE: ./.cache/build/src/errors.js
var errors = __webpack_require__(41251);
// EXTERNAL MODULE: ./.cache/build/src/units.js
var units = __webpack_require__(16053);
// EXTERNAL MODULE: ./.cache/build/src/check/gather-image.js + 1 modules
var gather_image = __webpack_require__(40125);
// EXTERNAL MODULE: ./.cache/build/src/check/image-rules.js + 2 modules
var image_rules = __webpack_require__(1208);
// EXTERNAL MODULE: ./.cache/build/src/check/rule.js
var rule = __webpack_require__(21667);
;// CONCATENATED MODULE: ./.cache/build/src/check/check-layout.js
/** What a disk must be before it is packaged: no Recovery partition, 512-byte sectors, and a loader that firmware finds by itself. */






/** What a package may have and its user should know; everything else is judged below, or by verify-quiesce. */
const PASSED_ON = [
    'mbr-hybrid',
    'gpt-entry-blank',
    'gpt-primary-damaged',
    'gpt-backup-damaged',
    'gpt-backup-not-at-end',
    'partition-protected',
    'bitlocker-volume',
    'windows-hibernated',
    'ntfs-dirty',
    'windows-unmountable',
];
/**
 * @throws UserError recovery-partition; disk-invalid for an image that was cut off or has partitions out of place; disk-format-unsupported for 4096-byte sectors; layout-wrong when an EFI VM could not start
 *   from the ESP; FormatError when a GPT is there but damaged
 */
async function checkLayout(disk, rules) {
    const image = await (0,gather_image/* gatherImage */.z)(disk);
    if (image.sectorSize !== 512)
        throw sectorsRefused(disk, image.sectorSize);
    if (image.cutOff !== undefined)
        throw (0,cut_off/* cutOffRefused */.S)(disk.path, image.cutOff);
    if (image.misplaced !== undefined)
        throw misplacedRefused(disk, image.misplaced);
    const { layout } = image;
    if (layout.table === 'none') {
        if (image.primaryDamage !== undefined && image.tableProblem)
            throw image.tableProblem;
        return { findings: rules.firmware === 'efi' ? [noEsp('The disk has no partition table')] : [] };
    }
    const findings = (0,rule/* applyRules */.IU)(image_rules/* IMAGE_RULES */.U, image)
        .filter(({ code }) => PASSED_ON.includes(code))
        .map(({ code, seen, remedy, severity }) => ({
        code,
        severity: severity === 'error' ? 'warning' : severity,
        seen,
        remedy,
    }));
    if (layout.table === 'mbr') {
        if (rules.firmware === 'efi')
            findings.push(noEsp('The disk has a master boot record and no GPT'));
        return { layout, findings };
    }
    const recovery = layout.partitions.filter(({ type }) => type === 'recovery');
    if (recovery.length > 0 && !isAllowed(rules.recovery, layout))
        throw recoveryRefused(disk, recovery, rules.recovery);
    findings.push(...recovery.map((partition) => recoveryFinding(partition, rules.recovery)));
    if (rules.firmware === 'efi')
        findings.push(...loaderFindings(disk, image));
    return { layout, findings };
}
function sectorsRefused(disk, sectorSize) {
    return new errors/* UserError */.yo('disk-format-unsupported', `${disk.path} is a disk of ${sectorSize}-byte sectors; a VM in vSphere sees 512-byte sectors and would not find its partitions`, 'Build the image again with 512-byte sectors (New-VHD -LogicalSectorSizeBytes 512; build-vhd makes no others).');
}
function misplacedRefused(disk, sentences) {
    return new errors/* UserError */.yo('disk-invalid', `${disk.path} has a partition table by which firmware finds not all partitions: ${sentences.join('; ')}`, 'Find out with gdisk (v) which entry is wrong and correct it, or build the image again.');
}
function describe({ index, size, attributes, name }) {
    return `partition ${index}${name === '' ? '' : ` ("${name}")`}, ${(0,units/* formatSize */.Xq)(size)}, attributes ${attributes}`;
}
/** Windows and then the one Recovery partition, with nothing behind it. */
function isAllowed(allowed, { partitions }) {
    if (allowed !== 'last')
        return allowed === 'any';
    const types = partitions.map(({ type }) => type);
    return types.indexOf('recovery') === types.length - 1 && types.at(-2) === 'windows';
}
function recoveryRefused(disk, recovery, allowed) {
    const asked = allowed === 'last' ? ', and the template asks for one alone, behind Windows' : '';
    return new errors/* UserError */.yo('recovery-partition', `${disk.path} has a Recovery partition: ${recovery.map(describe).join('; ')}${asked}. Quiesced snapshots of such a VM fail`, 'Remove it with repair-template (input image), or set allow-recovery: true to package the disk all the same.');
}
function recoveryFinding(partition, allowed) {
    const asked = allowed === 'last' ? ', as the template asks for it' : '';
    return {
        code: 'recovery-partition',
        severity: 'warning',
        seen: `The disk is packaged with a Recovery partition${asked}: ${describe(partition)}.`,
        remedy: 'Remove it with repair-template; quiesced snapshots of the VM are expected to fail.',
    };
}
function noEsp(what) {
    return {
        code: 'no-efi-system-partition',
        severity: 'warning',
        seen: `${what}, so a VM with EFI firmware has nothing to start.`,
        remedy: 'Set firmware: bios if the disk starts by its master boot record, or lay it out with an EFI System Partition.',
    };
}
/** An OVF carries no NVRAM: the VM's firmware knows no boot entry and takes the fallback loader. */
function loaderFindings(disk, { esp }) {
    if (esp === undefined)
        return [noEsp('The disk has no EFI System Partition')];
    if (esp.problem)
        throw esp.problem;
    if (esp.fallbackLoader && esp.loaderFault === undefined)
        return [];
    throw new errors/* UserError */.yo('layout-wrong', `${disk.path}: the EFI System Partition (partition ${esp.index}) has ${esp.loaderFault === undefined ? 'no \\EFI\\Boot\\bootx64.efi' : `a \\EFI\\Boot\\bootx64.efi that ${esp.loaderFault}`}, so a new VM would not start`, 'Copy \\EFI\\Microsoft\\Boot\\bootmgfw.efi there under that name (bcdboot does it), or build the image with build-vhd.');
}

// EXTERNAL MODULE: ./.cache/build/src/check/vmware-tools.js
var vmware_tools = __webpack_require__(60639);
;// CONCATENATED MODULE: ./.cache/build/src/disk/begin-ranges.js
/** Has it found out where a disk holds data while other things are done. */
/**
 * Begins to read the disk's ranges: of a file with holes another program tells them, which takes as long as starting it. The disk remembers
 * what it was told.
 * @returns when that is done; a failure is not told here, but to whoever reads the ranges
 */
async function beginRanges(disk) {
    try {
        for await (const _ of disk.ranges())
            return;
    }
    catch {
        // Told to whoever reads them.
    }
}

// EXTERNAL MODULE: ./.cache/build/src/disk/free-space.js + 1 modules
var free_space = __webpack_require__(34335);
// EXTERNAL MODULE: ./.cache/build/src/disk/skip-free-space.js
var skip_free_space = __webpack_require__(7849);
// EXTERNAL MODULE: ./.cache/build/src/disk/vmdk/deflate-pool.js
var deflate_pool = __webpack_require__(88719);
// EXTERNAL MODULE: ./.cache/build/src/files/make-folder.js
var make_folder = __webpack_require__(69399);
// EXTERNAL MODULE: ./.cache/build/src/job/open-reuse.js + 5 modules
var open_reuse = __webpack_require__(68650);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./.cache/build/src/ova/signing-certificate.js
var signing_certificate = __webpack_require__(14576);
;// CONCATENATED MODULE: ./.cache/build/src/ova/command-signer.js
/** Signs by a command of the user's, for keys that never leave their HSM or vault. */





/** Stands in the command for the path of a file that holds the manifest, byte for byte what is to be signed. */
const MANIFEST = '{manifest}';
/** Stands for the path of a file that the command writes the signature to. */
const SIGNATURE = '{signature}';
const TAIL_LINES = 15;
/**
 * The command gets the manifest as the file `{manifest}`, and on standard input; it gives its signature (RSA, PKCS #1 v1.5, with the
 * algorithm of the manifest) as the file `{signature}`, else on standard output: as it is, in base64 or in hexadecimal.
 * `sign` throws ToolError when the command fails, UserError input-invalid when what it gives does not fit the certificate.
 */
function createCommandSigner({ command, certificate, temp, run }) {
    return {
        blank: (manifestName, algorithm) => (0,signing_certificate/* certMember */.z)(certificate, manifestName, algorithm, Buffer.alloc(certificate.signatureBytes)),
        sign: async (manifestName, manifest, algorithm) => {
            const folder = (0,external_node_path_.join)(temp, 'signing');
            await (0,promises_.mkdir)(folder, { recursive: true });
            const files = { manifest: (0,external_node_path_.join)(folder, 'manifest.mf'), signature: (0,external_node_path_.join)(folder, 'signature') };
            await (0,promises_.writeFile)(files.manifest, manifest);
            // What another try left must not be taken for the signature.
            await (0,promises_.rm)(files.signature, { force: true });
            const output = await run(fillIn(command, files), Buffer.from(manifest));
            if (output.exitCode !== 0)
                throw new errors/* ToolError */.v4('sign-command', output.exitCode, tailOf(output.stderr));
            const given = command.includes(SIGNATURE) ? await readSignature(files.signature) : output.stdout;
            const signature = decodeSignature(given, certificate.signatureBytes);
            if (!signature || !verifies(signature, manifest, algorithm, certificate)) {
                throw doesNotFit(given, certificate, algorithm);
            }
            return (0,signing_certificate/* certMember */.z)(certificate, manifestName, algorithm, signature);
        },
    };
}
/** Puts the paths in, in quotes where the command has none around them: a path may hold spaces. */
function fillIn(command, files) {
    let quotes = 0;
    // In exec's rules a line break is part of a word; in a command over several lines it parts words.
    const words = command.trim().replaceAll(/\s*[\r\n]+\s*/g, ' ');
    return words.replaceAll(/(\\?")|\{(manifest|signature)\}/g, (found, quote, name) => {
        if (name === undefined) {
            if (quote === '"')
                quotes++;
            return found;
        }
        const path = files[name].replaceAll('"', '\\"');
        return quotes % 2 === 1 ? path : `"${path}"`;
    });
}
/** Undefined when it is none of the forms for so many bytes. Vault puts `vault:v1:` before its base64. */
function decodeSignature(given, bytes) {
    if (given.length === bytes)
        return given;
    const text = given
        .toString('latin1')
        .replaceAll(/\s+/g, '')
        .replace(/^vault:v\d+:/, '');
    if (text.length === 2 * bytes && /^[0-9a-f]+$/i.test(text))
        return Buffer.from(text, 'hex');
    if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(text))
        return undefined;
    const decoded = Buffer.from(text, 'base64');
    return decoded.length === bytes ? decoded : undefined;
}
function verifies(signature, manifest, algorithm, { leaf }) {
    return (0,external_node_crypto_.createVerify)(algorithm).update(manifest).verify(leaf.publicKey, signature);
}
async function readSignature(path) {
    return (0,promises_.readFile)(path).catch((cause) => {
        if (!(0,errors/* hasErrnoCode */.qk)(cause, 'ENOENT'))
            throw cause;
        throw new errors/* UserError */.yo('input-invalid', `The command of sign-command ended well, but wrote no file ${SIGNATURE}`, `Let it write the signature there, or leave ${SIGNATURE} out and let it print the signature.`, { cause });
    });
}
function doesNotFit(given, { subject, signatureBytes }, algorithm) {
    return new errors/* UserError */.yo('input-invalid', `What sign-command gave (${given.length} bytes) is no signature of the manifest by the key of sign-certificate (${subject})`, `It must sign the bytes of ${MANIFEST} with RSA, PKCS #1 v1.5 and ${algorithm.toUpperCase()}, and give the ${signatureBytes} bytes as they are, in base64 or in hexadecimal.`);
}
function tailOf(text) {
    return text.trimEnd().split(/\r?\n/).slice(-TAIL_LINES).join('\n');
}

// EXTERNAL MODULE: ./.cache/build/src/disk/read-into.js
var read_into = __webpack_require__(64823);
;// CONCATENATED MODULE: ./.cache/build/src/disk/content-digest.js
/** A digest of what a disk holds, whatever file format it lies in. */


const CHUNK = 4 * 2 ** 20;
/**
 * SHA-256 over the size and the place, length and bytes of each stored range; ranges that are `zero` or `free` count as not stored. The
 * same content stored in other pieces may give another digest.
 * @throws what reading throws; the signal's reason
 */
async function contentDigest(disk, signal) {
    const hash = (0,external_node_crypto_.createHash)('sha256').update(`${disk.size}\n`);
    const buffer = Buffer.allocUnsafe(CHUNK);
    for await (const { kind, offset, length } of disk.ranges()) {
        if (kind !== 'data')
            continue;
        hash.update(`${offset} ${length}\n`);
        for (let done = 0; done < length;) {
            signal.throwIfAborted();
            const part = buffer.subarray(0, Math.min(CHUNK, length - done));
            await (0,read_into/* readInto */.P)(disk, part, offset + done);
            hash.update(part);
            done += part.length;
        }
    }
    return hash.digest('hex');
}

// EXTERNAL MODULE: ./.cache/build/src/disk/vmdk/vmdk-stream-writer.js + 1 modules
var vmdk_stream_writer = __webpack_require__(30988);
// EXTERNAL MODULE: ./.cache/build/src/files/move-into-place.js
var move_into_place = __webpack_require__(69174);
// EXTERNAL MODULE: ./.cache/build/src/reuse/stage.js
var stage = __webpack_require__(75075);
;// CONCATENATED MODULE: ./.cache/build/src/ova/ova-parts.js
/**
 * All that an OVA follows from, one by one: what is on the disk, and everything that writeOva is told. Neither Node nor the machine is among them:
 * the compressor is part of the bundle, and gives the same bytes everywhere (docs/adr/0004-own-deflate.md).
 */


async function ovaParts(sources) {
    const { vm, level, manifest, modified, toolsInstalled, skipFreeSpace, signer } = sources;
    // Key and certificate in one, and the key itself nowhere: this text is signed by nobody else.
    const signature = await signer?.sign('stillframe', 'Which key signs?', manifest);
    return [
        (0,stage/* hiddenPart */.aW)('disk', 'the content of the disk', `${sources.content} ${sources.contentId}`),
        ...machineParts(vm),
        (0,stage/* shownPart */.JV)('settings', 'compression-level', level),
        (0,stage/* shownPart */.JV)('settings', 'skip-free-space', skipFreeSpace),
        (0,stage/* shownPart */.JV)('settings', 'manifest', manifest),
        (0,stage/* shownPart */.JV)('settings', 'VMware Tools on the disk', toolsInstalled ?? false),
        (0,stage/* shownPart */.JV)('settings', 'the date', new Date(modified * 1000).toISOString()),
        (0,stage/* hiddenPart */.aW)('signature', 'the key that signs', signature ?? ''),
    ];
}
function machineParts({ memory, extraConfig, annotation, guest, product, ...rest }) {
    return [
        ...Object.entries(rest).map(([name, value]) => (0,stage/* shownPart */.JV)('machine', `${name} of the machine`, value)),
        (0,stage/* shownPart */.JV)('machine', 'memory of the machine', (0,units/* exactSize */.Fe)(memory)),
        (0,stage/* hiddenPart */.aW)('machine', 'the guest', JSON.stringify([guest, product])),
        // Both may be anything, and hold anything.
        (0,stage/* hiddenPart */.aW)('machine', 'the annotation', annotation ?? ''),
        ...Object.entries(extraConfig).map(([key, value]) => (0,stage/* hiddenPart */.aW)('machine', `extra-config ${key}`, value)),
    ];
}

;// CONCATENATED MODULE: ./.cache/build/src/ova/earlier-ova.js
/** The OVA that an earlier run has packed of the very same parts, if one was kept. */





/**
 * Reads all of the disk that is packed.
 * @param source what is packed
 * @throws what reading throws; the signal's reason
 */
async function earlierOva(kept, source, options, signal) {
    const content = await contentDigest(source, signal);
    const sources = { ...options, content, contentId: await (0,vmdk_stream_writer/* identifyContent */.U)(source) };
    const stage = { action: 'convert-ova', name: options.vm.name, parts: await ovaParts(sources) };
    return {
        take: async (path) => {
            const [partial = ''] = (await (0,held_path/* partialOf */.Z)(path)).paths;
            const found = await kept.take(stage, partial);
            if (!('result' in found))
                return { reuse: found.facts };
            await (0,move_into_place/* moveIntoPlace */.hU)(partial, path);
            return { reuse: found.facts, ova: found.result };
        },
        keep: (path, ova) => kept.keep(stage, path, ova),
    };
}
/** An OVA that no earlier one stands for. */
function neverReused(why) {
    return { take: async () => ({ reuse: { reused: false, why } }), keep: async () => { } };
}

// EXTERNAL MODULE: ./.cache/build/src/ova/open-image.js + 3 modules
var open_image = __webpack_require__(79772);
// EXTERNAL MODULE: ./.cache/build/src/archives/tar/tar-header.js
var tar_header = __webpack_require__(28453);
// EXTERNAL MODULE: ./.cache/build/src/files/byte-source.js
var byte_source = __webpack_require__(58018);
;// CONCATENATED MODULE: ./.cache/build/src/files/flush-behind.js
/** Brings a file to stable storage while it is still being written, so that its last flush has little left to wait for. */
/** Bytes after which what was written so far is sent on its way. */
const STEP = 32 * 2 ** 20;
/** At most one flush is under way. Closing the file waits for it. */
function flushBehind(file) {
    let waiting = 0;
    let running;
    let failure;
    const flush = async () => {
        try {
            await file.datasync();
        }
        catch (error) {
            failure = { error };
        }
        running = undefined;
    };
    const throwFailure = () => {
        if (failure)
            throw failure.error;
    };
    return {
        wrote: (bytes) => {
            throwFailure();
            waiting += bytes;
            if (running || waiting < STEP)
                return;
            waiting = 0;
            running = flush();
        },
        finish: async () => {
            await running;
            throwFailure();
            await file.sync();
        },
    };
}

// EXTERNAL MODULE: ./.cache/build/src/files/hash-file.js
var hash_file = __webpack_require__(94427);
// EXTERNAL MODULE: ./.cache/build/src/files/partial-file.js
var partial_file = __webpack_require__(38258);
// EXTERNAL MODULE: ./.cache/build/src/files/write-fully.js
var write_fully = __webpack_require__(16480);
// EXTERNAL MODULE: ./.cache/build/src/ova/image-setting.js
var image_setting = __webpack_require__(24925);
// EXTERNAL MODULE: ./.cache/build/src/ova/manifest.js
var ova_manifest = __webpack_require__(63664);
// EXTERNAL MODULE: ./.cache/build/src/products/guest-os.js
var guest_os = __webpack_require__(394);
// EXTERNAL MODULE: ./.cache/build/src/xml/escape-xml.js
var escape_xml = __webpack_require__(61049);
;// CONCATENATED MODULE: ./.cache/build/src/ova/ovf-items.js
/**
 * The hardware items of an OVF. Sources: DMTF DSP0243 8.3 (items), CIM_ResourceAllocationSettingData (element order is
 * alphabetical), govmomi ovf/configspec.go and VMware-made OVFs (the sub-types vSphere takes).
 */

const PROCESSOR = 3;
const MEMORY = 4;
const SCSI_CONTROLLER = 6;
const ETHERNET = 10;
const HARD_DISK = 17;
const OTHER_STORAGE = 20;
const CONTROLLERS = {
    pvscsi: { type: SCSI_CONTROLLER, subType: 'VirtualSCSI', title: 'SCSI Controller 0' },
    lsilogicsas: { type: SCSI_CONTROLLER, subType: 'lsilogicsas', title: 'SCSI Controller 0' },
    sata: { type: OTHER_STORAGE, subType: 'vmware.sata.ahci', title: 'SATA Controller 0' },
    nvme: { type: OTHER_STORAGE, subType: 'vmware.nvme.controller', title: 'NVMe Controller 0' },
};
const ADAPTERS = { vmxnet3: 'VmxNet3', e1000e: 'E1000E' };
/** The items as XML; `diskId` is the id in the DiskSection. */
function renderItems(vm, diskId) {
    const controller = CONTROLLERS[vm.controller];
    const items = [
        {
            AllocationUnits: 'hertz * 10^6',
            Description: 'Number of virtual CPUs',
            ElementName: `${vm.cpus} virtual CPU(s)`,
            ResourceType: PROCESSOR,
            VirtualQuantity: vm.cpus,
        },
        {
            AllocationUnits: 'byte * 2^20',
            Description: 'Memory size',
            ElementName: `${vm.memory / 2 ** 20} MB of memory`,
            ResourceType: MEMORY,
            VirtualQuantity: vm.memory / 2 ** 20,
        },
        {
            Address: 0,
            Description: controller.title.replace(' 0', ''),
            ElementName: controller.title,
            ResourceSubType: controller.subType,
            ResourceType: controller.type,
        },
        {
            AddressOnParent: 0,
            ElementName: 'Hard disk 1',
            HostResource: `ovf:/disk/${diskId}`,
            Parent: 3,
            ResourceType: HARD_DISK,
        },
    ];
    if (vm.network !== undefined) {
        items.push({
            AddressOnParent: 7,
            AutomaticAllocation: 'true',
            Connection: vm.network,
            Description: `${ADAPTERS[vm.networkAdapter]} ethernet adapter on "${vm.network}"`,
            ElementName: 'Network adapter 1',
            ResourceSubType: ADAPTERS[vm.networkAdapter],
            ResourceType: ETHERNET,
        });
    }
    // Instance ids are the items' positions, so no two can be the same.
    return items.map((item, index) => renderItem({ ...item, InstanceID: index + 1 }, index === 0 ? vm.coresPerSocket : undefined));
}
function renderItem(item, coresPerSocket) {
    const lines = Object.entries(item)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, value]) => `        <rasd:${name}>${(0,escape_xml/* escapeXml */.X)(String(value))}</rasd:${name}>`);
    if (coresPerSocket !== undefined) {
        lines.push(`        <vmw:CoresPerSocket ovf:required="false">${coresPerSocket}</vmw:CoresPerSocket>`);
    }
    return ['      <Item>', ...lines, '      </Item>'].join('\n');
}

;// CONCATENATED MODULE: ./.cache/build/src/ova/ovf.js
/**
 * The OVF descriptor. Sources: DMTF DSP0243 1.1 (envelope), VMware-made OVFs in govmomi's ovf/fixtures (the vmw:Config
 * keys and that they follow the items).
 */



const DISK_ID = 'vmdisk1';
const STREAM_OPTIMIZED = 'http://www.vmware.com/interfaces/specifications/vmdk.html#streamOptimized';
/** Digits of the largest safe integer. */
const NUMBER_WIDTH = 16;
/**
 * Renders the descriptor, UTF-8, lines ended by LF. Its length does not depend on the disk's numbers: the space they do
 * not need follows the attribute as white space. So its place in the package is known before the disk is written.
 */
function renderOvf(vm, disk) {
    return `${[
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<Envelope xmlns="http://schemas.dmtf.org/ovf/envelope/1" xmlns:ovf="http://schemas.dmtf.org/ovf/envelope/1"',
        '    xmlns:rasd="http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/CIM_ResourceAllocationSettingData"',
        '    xmlns:vssd="http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/CIM_VirtualSystemSettingData"',
        '    xmlns:vmw="http://www.vmware.com/schema/ovf">',
        '  <References>',
        `    <File ovf:id="file1" ovf:href="${(0,escape_xml/* escapeXml */.X)(disk.file)}" ${number('size', disk.size)}/>`,
        '  </References>',
        '  <DiskSection>',
        '    <Info>Virtual disks</Info>',
        `    <Disk ovf:diskId="${DISK_ID}" ovf:fileRef="file1" ovf:capacityAllocationUnits="byte" ovf:format="${STREAM_OPTIMIZED}"`,
        `        ${number('capacity', disk.capacity)} ${number('populatedSize', disk.populated)}/>`,
        '  </DiskSection>',
        ...renderNetworks(vm),
        `  <VirtualSystem ovf:id="${(0,escape_xml/* escapeXml */.X)(vm.name)}">`,
        '    <Info>A virtual machine</Info>',
        `    <Name>${(0,escape_xml/* escapeXml */.X)(vm.name)}</Name>`,
        ...renderProduct(vm),
        ...renderAnnotation(vm),
        `    <OperatingSystemSection ovf:id="${guest_os/* CIM_WINDOWS_SERVER_64 */.v}" vmw:osType="${(0,escape_xml/* escapeXml */.X)(vm.guest.id)}">`,
        '      <Info>The guest operating system</Info>',
        `      <Description>${(0,escape_xml/* escapeXml */.X)(vm.guest.title)}</Description>`,
        '    </OperatingSystemSection>',
        '    <VirtualHardwareSection>',
        '      <Info>Virtual hardware</Info>',
        '      <System>',
        '        <vssd:ElementName>Virtual Hardware Family</vssd:ElementName>',
        '        <vssd:InstanceID>0</vssd:InstanceID>',
        `        <vssd:VirtualSystemIdentifier>${(0,escape_xml/* escapeXml */.X)(vm.name)}</vssd:VirtualSystemIdentifier>`,
        `        <vssd:VirtualSystemType>vmx-${String(vm.hardwareVersion).padStart(2, '0')}</vssd:VirtualSystemType>`,
        '      </System>',
        ...renderItems(vm, DISK_ID),
        ...renderConfig(vm),
        '    </VirtualHardwareSection>',
        '  </VirtualSystem>',
        '</Envelope>',
    ].join('\n')}\n`;
}
function number(name, value) {
    return `ovf:${name}="${value}"${' '.repeat(NUMBER_WIDTH - String(value).length)}`;
}
function renderNetworks(vm) {
    if (vm.network === undefined)
        return [];
    const network = (0,escape_xml/* escapeXml */.X)(vm.network);
    return [
        '  <NetworkSection>',
        '    <Info>Logical networks</Info>',
        `    <Network ovf:name="${network}">`,
        `      <Description>The ${network} network</Description>`,
        '    </Network>',
        '  </NetworkSection>',
    ];
}
function renderProduct(vm) {
    if (!vm.product)
        return [];
    const { name, vendor, version } = vm.product;
    return [
        '    <ProductSection>',
        '      <Info>What the image is</Info>',
        `      <Product>${(0,escape_xml/* escapeXml */.X)(name)}</Product>`,
        ...(vendor === undefined ? [] : [`      <Vendor>${(0,escape_xml/* escapeXml */.X)(vendor)}</Vendor>`]),
        ...(version === undefined ? [] : [`      <Version>${(0,escape_xml/* escapeXml */.X)(version)}</Version>`]),
        '    </ProductSection>',
    ];
}
function renderAnnotation(vm) {
    if (vm.annotation === undefined)
        return [];
    return [
        '    <AnnotationSection>',
        '      <Info>Notes</Info>',
        `      <Annotation>${(0,escape_xml/* escapeXml */.X)(vm.annotation)}</Annotation>`,
        '    </AnnotationSection>',
    ];
}
/** The vmw:Config keys; a host that does not know one may skip it (`required="false"`). */
function renderConfig(vm) {
    const config = [
        ['cpuHotAddEnabled', vm.cpuHotAdd],
        ['memoryHotAddEnabled', vm.memoryHotAdd],
        ['firmware', vm.firmware],
        ['tools.syncTimeWithHost', false],
        ['tools.toolsUpgradePolicy', 'manual'],
    ];
    if (vm.firmware === 'efi')
        config.push(['bootOptions.efiSecureBootEnabled', vm.secureBoot]);
    if (vm.vbs)
        config.push(['flags.vbsEnabled', true], ['flags.vvtdEnabled', true], ['nestedHVEnabled', true]);
    return [
        ...config.map(([key, value]) => `      <vmw:Config ovf:required="false" vmw:key="${key}" vmw:value="${value}"/>`),
        ...Object.entries(vm.extraConfig).map(([key, value]) => `      <vmw:ExtraConfig ovf:required="false" vmw:key="${(0,escape_xml/* escapeXml */.X)(key)}" vmw:value="${(0,escape_xml/* escapeXml */.X)(value)}"/>`),
    ];
}

;// CONCATENATED MODULE: ./.cache/build/src/ova/write-ova.js
/**
 * Packs a disk as an OVA in one pass: the disk's stream goes straight to its place in the archive and is hashed on the
 * way; what stands in front of it (descriptor, manifest, certificate, tar headers) has lengths known from the start and
 * is written when its numbers are known. Nothing appears under the final name before the archive is whole.
 */











/**
 * @param path of the OVA; an older file of that name is replaced when the new one is whole
 * @throws what reading and writing throw; the signal's reason when aborted. In each case nothing is left behind.
 */
async function writeOva(disk, path, options) {
    const file = await (0,partial_file/* createPartialFile */.k)(path);
    try {
        const result = await writeArchive(file.handle, disk, options);
        options.signal.throwIfAborted();
        await file.finish();
        return result;
    }
    finally {
        await file.discard();
    }
}
/** The stem of the members' names: what every file system, URL and importer takes, however the VM is called. */
function fileStem(name) {
    const plain = name.normalize('NFKD').replace(/\p{M}/gu, '');
    const stem = plain.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[-.]+|[-.]+$/g, '');
    return stem === '' ? 'vm' : stem.slice(0, 80);
}
async function writeArchive(handle, disk, asked) {
    const extraConfig = { ...asked.vm.extraConfig, [image_setting/* IMAGE_SETTING */.$]: await (0,vmdk_stream_writer/* identifyContent */.U)(disk) };
    const options = { ...asked, vm: { ...asked.vm, extraConfig } };
    const stem = fileStem(options.vm.name);
    const diskName = `${stem}-disk1.vmdk`;
    // Lengths do not depend on the numbers, so a front for an empty disk shows where the real disk will begin.
    const blank = {
        file: diskName,
        size: 0,
        capacity: 0,
        populated: 0,
        digest: '0'.repeat(ova_manifest/* DIGEST_DIGITS */.Y1[options.manifest]),
    };
    const layout = write_ova_describe(stem, blank, options);
    const { signer } = options;
    const diskStart = renderFront(layout, signer?.blank(layout.manifest.name, options.manifest), options).length;
    const digest = (0,external_node_crypto_.createHash)(options.manifest);
    const flush = flushBehind(handle);
    let position = diskStart;
    const stream = await (0,vmdk_stream_writer/* writeVmdkStream */.y)(disk, async (bytes) => {
        digest.update(bytes);
        await (0,write_fully/* writeFully */.K)(handle, bytes, position);
        position += bytes.length;
        flush.wrote(bytes.length);
    }, {
        name: diskName,
        level: options.level,
        adapterType: 'lsilogic',
        toolsInstalled: options.toolsInstalled ?? false,
        signal: options.signal,
        ...(options.workers !== undefined && { workers: options.workers }),
        ...(options.pool && { pool: options.pool }),
        onProgress: (offset) => options.onProgress?.(offset / disk.size),
    });
    const packaged = { file: diskName, ...stream, digest: digest.digest('hex') };
    const end = position + (0,tar_header/* tarPadding */.vr)(stream.size);
    const size = end + (0,tar_header/* tarTrailer */.j6)(end);
    await (0,write_fully/* writeFully */.K)(handle, Buffer.alloc(size - position), position);
    const described = write_ova_describe(stem, packaged, options);
    const certificate = await signer?.sign(described.manifest.name, described.manifest.text, options.manifest);
    const front = renderFront(described, certificate, options);
    if (front.length !== diskStart)
        throw new RangeError(`The front takes ${front.length} bytes instead of ${diskStart}`);
    await (0,write_fully/* writeFully */.K)(handle, front, 0);
    const flushed = flush.finish();
    // Awaited behind the hash; until then its failure must not count as unhandled.
    flushed.catch(() => { });
    // The front was settled last, so this cannot be done while writing.
    const whole = { offset: 0, size };
    const sha256 = await (0,hash_file/* hashRange */.Uk)((0,byte_source/* handleSource */.Ox)(diskName, handle, size), whole, 'sha256', options.signal);
    await flushed;
    return { sha256, size, disk: packaged };
}
function write_ova_describe(stem, disk, options) {
    const descriptor = { name: `${stem}.ovf`, text: renderOvf(options.vm, disk) };
    const manifest = {
        name: `${stem}.mf`,
        text: (0,ova_manifest/* renderManifest */.sB)(options.manifest, [
            { file: descriptor.name, digest: (0,external_node_crypto_.createHash)(options.manifest).update(descriptor.text).digest('hex') },
            { file: disk.file, digest: disk.digest },
        ]),
    };
    return { descriptor, manifest, disk, certificateName: `${stem}.cert` };
}
/** Everything in front of the disk's first byte: descriptor, manifest, certificate, and the disk's own tar header. */
function renderFront({ descriptor, manifest, disk, certificateName }, certificate, { modified }) {
    const members = [descriptor, manifest];
    if (certificate !== undefined)
        members.push({ name: certificateName, text: certificate });
    return Buffer.concat([
        ...members.flatMap(({ name, text }) => {
            const bytes = Buffer.from(text, 'utf8');
            return [(0,tar_header/* encodeTarHeader */.Nj)({ name, size: bytes.length, modified }), bytes, Buffer.alloc((0,tar_header/* tarPadding */.vr)(bytes.length))];
        }),
        (0,tar_header/* encodeTarHeader */.Nj)({ name: disk.file, size: disk.size, modified }),
    ]);
}

// EXTERNAL MODULE: ./.cache/build/src/progress.js
var progress = __webpack_require__(65647);
// EXTERNAL MODULE: external "node:diagnostics_channel"
var external_node_diagnostics_channel_ = __webpack_require__(53053);
// EXTERNAL MODULE: ./.cache/build/src/tools/end-tree.js
var end_tree = __webpack_require__(77800);
;// CONCATENATED MODULE: ./.cache/build/src/runner/user-command.js
/** Runs command lines that users give, by the rules that they know from other actions: those of @actions/exec. */



/** A command that asks for a PIN, or waits for a token, would wait for ever. */
const TIME_LIMIT_MS = 10 * 60_000;
/** Channel of Node for each program that is started. */
const STARTED = 'child_process';
/**
 * Nothing of it is shown in the log: what it prints may be binary, and its words may be secret.
 * @param name of the input, for messages
 * @throws ToolError when the program does not start, UserError timeout; the signal's reason, when everything it started has been ended
 */
async function runUserCommand(name, commandLine, input, signal, timeLimit = TIME_LIMIT_MS) {
    // Loaded with the first command: most runs have none.
    const { exec } = await __webpack_require__.e(/* import() */ 1955).then(__webpack_require__.bind(__webpack_require__, 41955));
    signal.throwIfAborted();
    const stdout = [];
    const stderr = [];
    const listeners = { stdout: (data) => stdout.push(data), stderr: (data) => stderr.push(data) };
    (0,external_node_diagnostics_channel_.subscribe)(STARTED, heedBrokenPipe);
    const running = exec(commandLine, [], { input, silent: true, ignoreReturnCode: true, listeners })
        .catch((cause) => {
        const reason = cause instanceof Error ? cause.message : String(cause);
        throw new errors/* ToolError */.v4(name, null, reason, `The command of ${name} could not be started: ${reason}`, { cause });
    })
        .finally(() => (0,external_node_diagnostics_channel_.unsubscribe)(STARTED, heedBrokenPipe));
    const limit = AbortSignal.timeout(timeLimit);
    const either = AbortSignal.any([signal, limit]);
    const exitCode = await Promise.race([running, whenAborted(either)]);
    if (exitCode !== undefined) {
        return { exitCode, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr).toString('utf8') };
    }
    // It takes no signal and gives no process id (ADR 3), but what it has started is a child of this process.
    await (0,end_tree/* endChildren */.PH)((0,end_tree/* treeHost */.f0)({ platform: process.platform, env: process.env }));
    running.catch(() => { });
    signal.throwIfAborted();
    throw new errors/* UserError */.yo('timeout', `The command of ${name} did not end within ${Math.round(timeLimit / 60_000)} minutes`, 'See that it asks for nothing: no PIN, no confirmation on a token; standard input holds what is to be signed.');
}
/**
 * A command that ends without reading its input is judged by its exit code and by what it gives. exec has no ear for the error of the pipe,
 * which would end this process, and hands out no child; Node tells of each (diagnostics_channel, "Built-in Channels").
 */
function heedBrokenPipe(message) {
    const { process: child } = message;
    // It is told of before it has any pipe.
    queueMicrotask(() => child.stdin?.on('error', () => { }));
}
/** @param signal that has not come yet */
function whenAborted(signal) {
    return new Promise((resolve) => signal.addEventListener('abort', () => resolve(undefined)));
}

;// CONCATENATED MODULE: ./.cache/build/actions/convert-ova/main.js
/** Opens the disk, refuses what would not work as a VM, and packs the rest. */

















async function main(inputs, context) {
    const { disk, engine } = await (0,open_image/* openImage */.U)(inputs.disk, inputs.engine, context);
    // Threads and the program that tells of holes take a while to start, in which the disk is looked at. An OVA that is reused needs neither.
    const pool = inputs.reuse === undefined ? (0,deflate_pool/* startDeflatePool */.K)(inputs.level) : undefined;
    const holes = beginRanges(disk);
    try {
        const { layout, findings } = await checkLayout(disk, {
            firmware: inputs.vm.firmware,
            recovery: inputs.recovery,
        });
        context.log.info(`${disk.path}: ${(0,units/* formatSize */.Xq)(disk.size)}, ${disk.format}`);
        const freeSpace = inputs.skipFreeSpace ? await (0,free_space/* findFreeSpace */.S)(disk) : undefined;
        const volumes = freeSpace?.volumes ?? [];
        const source = freeSpace ? (0,skip_free_space/* skipFreeSpace */.g)(disk, freeSpace) : disk;
        const toolsInstalled = layout !== undefined && (await (0,vmware_tools/* hasVmwareTools */.G)(disk, layout));
        await (0,make_folder/* makeFolder */.f)((0,external_node_path_.dirname)(inputs.ova));
        const { ova, reuse } = await pack(source, { toolsInstalled, ...(pool && { pool }) }, inputs, context);
        context.log.info(`${inputs.ova}: ${(0,units/* formatSize */.Xq)(ova.size)}, SHA-256 ${ova.sha256}`);
        return {
            source: inputs.disk,
            ova: inputs.ova,
            sha256: ova.sha256,
            size: ova.size,
            capacity: ova.disk.capacity,
            engine,
            format: disk.format,
            level: inputs.level,
            guestId: inputs.vm.guest.id,
            disk: ova.disk,
            toolsInstalled,
            ...(layout && { layout }),
            freeSpace: volumes,
            unallocated: freeSpace?.unallocated ?? 0,
            reuse,
            findings: [...findings, ...guestFindings(inputs), ...volumes.flatMap(freeSpaceFindings)],
        };
    }
    finally {
        await pool?.close();
        await holes;
        await disk.close();
    }
}
/** Takes the OVA that an earlier run has packed of the same, where that was asked for and there is one; else packs it. */
async function pack(source, { toolsInstalled, pool }, inputs, context) {
    const { log, signal } = context;
    const { vm, level, manifest, modified } = inputs;
    const signer = inputs.signer ?? commandSigner(inputs, context);
    const options = { vm, level, manifest, modified, toolsInstalled, ...(signer && { signer }) };
    const earlier = await findEarlier(source, options, inputs, context);
    const whole = context.hold(held_path/* HELD_PATH */.w, await (0,held_path/* partialOf */.Z)(inputs.ova));
    const taken = await earlier?.take(inputs.ova);
    if (taken)
        log.info(`${taken.reuse.reused ? 'Reused, not packed' : 'Packed, not reused'}: ${taken.reuse.why}`);
    const onProgress = (0,progress/* showProgress */.R)(log, 'of the disk packed');
    const ova = taken?.ova ?? (await writeOva(source, inputs.ova, { ...options, ...(pool && { pool }), signal, onProgress }));
    whole();
    if (taken && !taken.ova)
        await earlier?.keep(inputs.ova, ova);
    return { ova, reuse: taken?.reuse };
}
async function findEarlier(source, options, { reuse, skipFreeSpace: skips, signCommand }, context) {
    const kept = await (0,open_reuse/* openReuse */.L)(reuse, context);
    if (kept === undefined)
        return undefined;
    if (signCommand)
        return neverReused('it is signed by a command, which may give another signature each time');
    return earlierOva(kept, source, { ...options, skipFreeSpace: skips }, context.signal);
}
function commandSigner({ signCommand }, { temp, signal }) {
    if (!signCommand)
        return undefined;
    const run = (line, input) => runUserCommand('sign-command', line, input, signal);
    return createCommandSigner({ ...signCommand, temp, run });
}
function freeSpaceFindings({ index, fileSystem, kept }) {
    if (kept === undefined)
        return [];
    return [
        {
            code: 'free-space-kept',
            severity: 'info',
            seen: `The free space of partition ${index} (${fileSystem}) is packed too: ${kept}.`,
            remedy: 'Shut Windows down cleanly (no hibernation, no fast start-up) before the disk is converted.',
        },
    ];
}
function guestFindings({ guestFallback, vm }) {
    if (!guestFallback)
        return [];
    return [
        {
            code: 'guest-id-fallback',
            severity: 'info',
            seen: `Hosts of hardware version ${vm.hardwareVersion} do not know ${vm.guest.title}; the OVF names ${vm.guest.id}.`,
            remedy: 'Raise hardware-version when all hosts are new enough.',
        },
    ];
}

// EXTERNAL MODULE: ./.cache/build/src/disk/layout-markdown.js
var layout_markdown = __webpack_require__(64990);
// EXTERNAL MODULE: ./.cache/build/src/report/findings-table.js
var findings_table = __webpack_require__(29994);
// EXTERNAL MODULE: ./.cache/build/src/report/markdown-table.js
var markdown_table = __webpack_require__(90597);
// EXTERNAL MODULE: ./.cache/build/src/reuse/reuse-row.js
var reuse_row = __webpack_require__(308);
;// CONCATENATED MODULE: ./.cache/build/actions/convert-ova/summary.js
/** The job summary of convert-ova. */






function renderSummary(result) {
    const { disk, findings } = result;
    const ratio = disk.populated === 0 ? '' : ` (${((100 * disk.size) / disk.populated).toFixed(1)} % of it)`;
    const skipped = result.freeSpace.reduce((sum, { freeBytes }) => sum + freeBytes, result.unallocated);
    const rows = [
        ['size of the OVA', (0,units/* formatSize */.Xq)(result.size)],
        ['SHA-256 of the OVA', result.sha256],
        ['virtual disk', `${(0,units/* formatSize */.Xq)(result.capacity)}, read as ${result.format}`],
        ...(skipped > 0 ? [['free space left out', (0,units/* formatSize */.Xq)(skipped)]] : []),
        ['data stored', (0,units/* formatSize */.Xq)(disk.populated)],
        ['compressed', `${(0,units/* formatSize */.Xq)(disk.size)}${ratio}, level ${result.level}`],
        ['guest id', result.guestId],
        ...(result.reuse === undefined ? [] : [(0,reuse_row/* reuseRow */.r)(result.reuse)]),
    ];
    const parts = [`### ${(0,markdown_table/* escapeMarkdown */.F)((0,external_node_path_.basename)(result.ova))}`, (0,markdown_table/* markdownTable */.Q)(['', ''], rows)];
    if (result.layout)
        parts.push((0,layout_markdown/* layoutMarkdown */.Y)(result.layout));
    if (findings.length > 0)
        parts.push((0,findings_table/* findingsTable */.f9)(findings));
    return `${parts.join('\n\n')}\n`;
}

;// CONCATENATED MODULE: ./.cache/build/actions/convert-ova/action.js
/** convert-ova as a value. */





const convertOva = (0,action/* defineAction */.Q)({
    name: 'convert-ova',
    description: 'Packs any disk image as a reproducible OVA that vSphere imports, several times faster than qemu-img',
    branding: { icon: 'package', color: 'blue' },
    inputs: inputs/* INPUTS */.m,
    outputs: {
        ova: { description: 'Absolute path of the OVA.', value: ({ ova }) => ova },
        sha256: { description: 'SHA-256 of the OVA.', value: ({ sha256 }) => sha256 },
        size: { description: 'Size of the OVA in bytes.', value: ({ size }) => size },
        reused: {
            description: 'true when the OVA was taken from an earlier run, else false; the report says why.',
            value: ({ reuse }) => reuse?.reused ?? false,
        },
        capacity: { description: 'Virtual size of the disk in bytes.', value: ({ capacity }) => capacity },
    },
    holds: [held_path/* HELD_PATH */.w],
    prepare: inputs/* prepare */.i,
    main: main,
    findings: ({ findings }) => findings,
    summary: renderSummary,
});


/***/ }),

/***/ 92829:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  l: () => (/* binding */ extractDrivers)
});

// EXTERNAL MODULE: ./.cache/build/src/archives/iso/mounted-iso.js
var mounted_iso = __webpack_require__(12514);
// EXTERNAL MODULE: ./.cache/build/src/files/held-path.js
var held_path = __webpack_require__(46123);
// EXTERNAL MODULE: ./.cache/build/src/job/action.js
var action = __webpack_require__(36082);
;// CONCATENATED MODULE: ./.cache/build/actions/extract-drivers/driver-output.js
/** How a driver appears in the output. */
/** One element of the output `drivers`. */
function driverOutput(driver) {
    return {
        name: driver.name,
        inf: driver.inf,
        class: driver.class,
        'class-guid': driver.classGuid,
        provider: driver.provider,
        'hardware-ids': driver.hardwareIds,
        version: driver.version,
        date: driver.date,
        architecture: driver.architecture,
        services: driver.services.map(({ name, startType }) => ({ name, 'start-type': startType })),
        signer: driver.signer?.name,
        'in-box': driver.inBox && { ...driver.inBox, newer: driver.newerThanInBox, proven: false },
    };
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./.cache/build/src/errors.js
var errors = __webpack_require__(41251);
// EXTERNAL MODULE: ./.cache/build/src/products/product.js
var products_product = __webpack_require__(39652);
// EXTERNAL MODULE: ./.cache/build/src/drivers/driver-candidate.js + 11 modules
var driver_candidate = __webpack_require__(8249);
// EXTERNAL MODULE: ./.cache/build/src/files/plain-tree.js
var plain_tree = __webpack_require__(54063);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./.cache/build/src/tools/command-line.js
var command_line = __webpack_require__(6494);
;// CONCATENATED MODULE: ./.cache/build/src/drivers/msi-log.js
/** The log of Windows Installer, which says why it failed where its exit code says 1603 alone. */

const BEFORE = 6;
/** Of the action that failed, and of all around it: the first is where it began. Not translated, unlike the words of the error. */
const FAILED = /return value 3\.?\s*$/i;
/**
 * @param path of a log by `/l*v`, which is UTF-16 with a byte order mark
 * @returns the lines that lead to the first action that failed; empty when there is no log or no such line
 */
async function whyInstallerFailed(path) {
    const bytes = await (0,promises_.readFile)(path).catch(() => Buffer.alloc(0));
    const isUnicode = bytes[0] === 0xff && bytes[1] === 0xfe;
    const lines = bytes
        .toString(isUnicode ? 'utf16le' : 'latin1')
        .replace(/^\ufeff/, '')
        .split(/\r?\n/);
    const failed = lines.findIndex((line) => FAILED.test(line));
    return lines.slice(Math.max(0, failed - BEFORE), failed + 1).join('\n');
}

;// CONCATENATED MODULE: ./.cache/build/src/drivers/administrative-image.js
/**
 * Administrative images on Windows: the files of an MSI as a tree, written by Windows Installer or by the installer around the MSI.
 * Judged by what lies there afterwards, not by exit codes alone. Sources: Microsoft, "Command-Line Options" and "Administrative
 * Installation" of Windows Installer, "MsiExec.exe and InstMsi.exe error messages"; Broadcom, silent installation of VMware Tools
 * (`/S /v "/qn …"`); InstallShield, "Setup.exe and Update.exe command-line parameters" (`/a`, `/s`, `/v`).
 */






/** Below the folder of the run. */
const LOG = 'msiexec.log';
/** ERROR_SUCCESS_REBOOT_REQUIRED and ERROR_SUCCESS_REBOOT_INITIATED: nothing was installed here that a restart would finish. */
const SUCCESS = [0, 3010, 1641];
/** ERROR_INSTALL_ALREADY_RUNNING: Windows Installer does one thing at a time, on a server often an update of its own. */
const BUSY = 1618;
const BUSY_TRIES = 40;
const BUSY_PAUSE_MS = 15_000;
/** Some 100 MB are unpacked in seconds. An installer that takes its command line for another one asks, where nobody sees it. */
const TIME_LIMIT_MS = 15 * 60_000;
/** Windows Installer writes no file whose path is longer (MAX_PATH); drivers lie this deep in the image. */
const LONGEST_PATH = 260;
const DEPTH_IN_IMAGE = 100;
/**
 * `msiexec /a`: each path and property in quotes of its own, since the whole argument in quotes ends with 1639.
 * @param target an existing, empty folder
 * @throws ToolError, also when it ended well and nothing came out; the signal's reason
 */
async function writeWithMsiexec(msi, target, context, pause = sleepFor(context.signal)) {
    const log = ['/l*v', (0,command_line/* quotedPath */.MW)((0,external_node_path_.join)(context.temp, LOG))];
    const args = ['/a', (0,command_line/* quotedPath */.MW)(msi), '/qn', ...log, (0,command_line/* quotedProperty */.Mb)('TARGETDIR', target)];
    await run('msiexec.exe', args, { quoting: 'verbatim' }, { target, context, pause });
}
/**
 * The installer's own way: `/A` asks for the image, `/S` and `/qn` keep it from asking. `/P`, which people give it too, is tried
 * where that brings nothing: what it does beside a TARGETDIR is documented nowhere.
 * @param target an existing, empty folder
 * @throws ToolError with the outcomes of both ways; the signal's reason
 */
async function writeWithSetup(setup, target, context, pause = sleepFor(context.signal)) {
    const log = `/l*v ${(0,command_line/* quotedPath */.MW)((0,external_node_path_.join)(context.temp, LOG))}`;
    const forMsi = ['/v', `/qn ${log} ${(0,command_line/* quotedProperty */.Mb)('TARGETDIR', target)}`];
    const failures = [];
    for (const path of [[], ['/P', target]]) {
        try {
            await run(setup, ['/S', '/A', ...path, ...forMsi], {}, { target, context, pause });
            return;
        }
        catch (error) {
            if (!(error instanceof errors/* ToolError */.v4))
                throw error;
            failures.push(error);
        }
    }
    const last = failures.at(-1);
    const told = failures.map(({ message, explanation = '' }) => `${message} ${explanation}`.trim()).join('\n');
    throw new errors/* ToolError */.v4(external_node_path_.win32.basename(setup), last?.exitCode ?? null, told, 'The installer did not unpack itself in any way.');
}
async function run(program, args, options, image) {
    const { target, context, pause } = image;
    const tool = external_node_path_.win32.basename(program);
    // That of another way would tell another story.
    await (0,promises_.rm)((0,external_node_path_.join)(context.temp, LOG), { force: true });
    for (let tries = 1;; tries++) {
        const okExitCodes = tries < BUSY_TRIES ? [...SUCCESS, BUSY] : SUCCESS;
        const all = { ...options, okExitCodes, timeLimit: TIME_LIMIT_MS };
        const { exitCode } = await context.tools.run(program, args, all).catch(async (error) => {
            throw error instanceof errors/* ToolError */.v4 ? await explained(error, image) : error;
        });
        if (exitCode !== BUSY) {
            if (exitCode !== 0)
                context.log.info(`${tool} asks for a restart (${exitCode}), which unpacking does not need`);
            break;
        }
        if (tries === 1)
            context.log.info('Another installation runs on this machine: waiting for its end');
        await pause(BUSY_PAUSE_MS);
    }
    if (await isEmptyImage(target)) {
        throw new errors/* ToolError */.v4(tool, 0, '', `It ended as if it had succeeded, but nothing lies in ${target}.`);
    }
}
/** An image always has a copy of its MSI; files are what was asked for. */
async function isEmptyImage(target) {
    const entries = await (0,promises_.readdir)(target, { recursive: true, withFileTypes: true });
    return !entries.some((entry) => entry.isFile() && !/\.msi$/i.test(entry.name));
}
/** With what its log says, and whether the target is too long for it. */
async function explained(error, { target, context }) {
    const why = await whyInstallerFailed((0,external_node_path_.join)(context.temp, LOG));
    const tooLong = target.length + DEPTH_IN_IMAGE > LONGEST_PATH;
    const words = `Windows Installer knows no paths of more than ${LONGEST_PATH} characters, and ${target} has ${target.length} by itself: give the runner a shorter work folder.`;
    const explanation = [error.explanation, tooLong ? words : undefined].filter((each) => each !== undefined).join(' ');
    const tail = [error.tail, why].filter((each) => each !== '').join('\n');
    return new errors/* ToolError */.v4(error.tool, error.exitCode, tail, explanation === '' ? undefined : explanation, {
        cause: error,
    });
}
function sleepFor(signal) {
    return (milliseconds) => (0,external_node_timers_promises_.setTimeout)(milliseconds, undefined, { signal }).catch(() => signal.throwIfAborted());
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./.cache/build/src/archives/cab/cab-directory.js
var cab_directory = __webpack_require__(21417);
;// CONCATENATED MODULE: ./.cache/build/src/files/find-bytes.js
/** Finds a byte sequence in a file of any size without loading it. */

/** @returns offset of the first occurrence, undefined when there is none */
async function findBytes(path, wanted, signal) {
    let rest = Buffer.alloc(0);
    let offset = 0;
    for await (const chunk of (0,external_node_fs_.createReadStream)(path, { highWaterMark: 2 ** 20, signal })) {
        const window = Buffer.concat([rest, chunk]);
        const found = window.indexOf(wanted);
        if (found >= 0)
            return offset + found;
        // An occurrence may straddle two chunks.
        const kept = Math.min(window.length, wanted.length - 1);
        offset += window.length - kept;
        rest = window.subarray(window.length - kept);
    }
    return undefined;
}

// EXTERNAL MODULE: ./.cache/build/src/files/open-named.js
var open_named = __webpack_require__(38488);
;// CONCATENATED MODULE: ./.cache/build/src/drivers/find-msi.js
/** The MSI that the Tools installer carries: found by its bytes, whatever it is called and however it is packed. */









/** Signature of a compound file, the container of an MSI ([MS-CFB] section 2.2). */
const COMPOUND_FILE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
/** `MSCF` and the reserved zeros behind it ([MS-CAB] section 2.1). */
const CABINET = Buffer.from('MSCF\0\0\0\0', 'latin1');
/**
 * Looks into the installer with 7-Zip; on a Windows without it cuts out the cabinet that the installer carries and lets expand.exe open
 * it. Else takes the MSI out of the installer's own bytes, where it may be stored as it is.
 * @returns path of a file below `context.temp`
 * @throws UserError tool-missing, driver-not-found when the installer holds no MSI
 */
async function findMsi(setup, context) {
    const opened = (0,external_node_path_.join)(context.temp, `opened-${(0,external_node_path_.basename)(setup)}`);
    await (0,promises_.mkdir)(opened, { recursive: true });
    const withSevenZip = process.platform !== 'win32' || (await context.tools.has('7zz'));
    try {
        if (withSevenZip)
            await context.tools.run('7zz', ['x', '-y', '-bd', `-o${opened}`, '--', setup]);
        else
            await openWithExpand(setup, opened, context);
        await (0,plain_tree/* assertPlainTree */.p)(opened);
    }
    catch (error) {
        // An installer that is no archive to the program may still hold the MSI uncompressed.
        if (!(error instanceof errors/* ToolError */.v4))
            throw error;
    }
    const msi = (await msiAmong(opened)) ?? (await carve(setup, COMPOUND_FILE, 'carved.msi', context));
    if (msi !== undefined)
        return msi;
    throw new errors/* UserError */.yo('driver-not-found', `${(0,external_node_path_.basename)(setup)} of the Tools disc holds no MSI that can be read here`, 'Use a Windows runner with method: setup, which lets the installer unpack itself; or method: iso for pvscsi alone.');
}
async function msiAmong(folder) {
    const names = await (0,promises_.readdir)(folder, { recursive: true, withFileTypes: true });
    const files = names.filter((entry) => entry.isFile()).map((entry) => (0,external_node_path_.join)(entry.parentPath, entry.name));
    const found = [];
    for (const file of files)
        if (await isCompoundFile(file))
            found.push(file);
    // The installer for both architectures holds one MSI for each; the name of the one for x64 ends in 64.
    found.sort((a, b) => Number(/64/.test((0,external_node_path_.basename)(b))) - Number(/64/.test((0,external_node_path_.basename)(a))) || (a < b ? -1 : 1));
    return found[0];
}
async function isCompoundFile(path) {
    const file = await (0,promises_.open)(path);
    try {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(COMPOUND_FILE.length), 0, COMPOUND_FILE.length, 0);
        return bytesRead === COMPOUND_FILE.length && buffer.equals(COMPOUND_FILE);
    }
    finally {
        await file.close();
    }
}
/** A cabinet behind the beginning of an MSI is the MSI's own, whose members have no names that would help. */
async function openWithExpand(setup, folder, context) {
    const [cabinet, msi] = [
        await findBytes(setup, CABINET, context.signal),
        await findBytes(setup, COMPOUND_FILE, context.signal),
    ];
    if (cabinet === undefined || (msi !== undefined && msi < cabinet))
        return;
    const carved = await cutOut(setup, cabinet, 'carved.cab', context);
    // Four letters prove nothing: what has no directory is no cabinet.
    if ((await (0,errors/* orDamage */.hu)(() => (0,cab_directory/* readCabDirectory */.AN)(carved))) instanceof Error)
        return;
    await context.tools.run('expand.exe', [carved, '-F:*', folder]);
}
async function carve(setup, signature, name, context) {
    const offset = await findBytes(setup, signature, context.signal);
    return offset === undefined ? undefined : cutOut(setup, offset, name, context);
}
/** A compound file names its sectors by numbers, and a cabinet says its length: whatever stands behind their end does no harm. */
async function cutOut(setup, offset, name, { temp, signal }) {
    const path = (0,external_node_path_.join)(temp, name);
    const partial = `${path}.partial`;
    const target = (await (0,open_named/* openNamed */.S)(partial, 'w')).createWriteStream();
    await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(setup, { start: offset }), target, { signal });
    await (0,promises_.rename)(partial, path);
    return path;
}

;// CONCATENATED MODULE: ./.cache/build/src/drivers/tools-msi.js
/** The drivers inside the Tools installer: setup.exe carries an MSI, whose administrative image is the tree of drivers. */





/**
 * Unpacks the MSI inside the installer into `target`: with msiextract on Linux, with msiexec on Windows.
 * @throws UserError tool-missing, driver-not-found when the installer holds no MSI; ToolError
 */
async function extractMsi(setup, target, context) {
    const msi = await findMsi(setup, context);
    await (0,promises_.mkdir)(target, { recursive: true });
    if (process.platform === 'win32')
        await writeWithMsiexec(msi, target, context);
    else
        await context.tools.run('msiextract', ['-C', target, msi]);
    await (0,plain_tree/* assertPlainTree */.p)(target);
}
/**
 * Lets the installer itself write its administrative image. On Windows only.
 * @throws UserError input-invalid elsewhere; ToolError
 */
async function extractWithSetup(setup, target, context) {
    if (process.platform !== 'win32') {
        throw new errors/* UserError */.yo('input-invalid', 'Input method: "setup" runs the Tools installer, which only Windows can', 'Use method: msi (7-Zip and msitools) or auto on this runner.');
    }
    await (0,promises_.mkdir)(target, { recursive: true });
    await writeWithSetup(setup, target, context);
    await (0,plain_tree/* assertPlainTree */.p)(target);
}

;// CONCATENATED MODULE: ./.cache/build/src/drivers/gather-drivers.js
/** Collects the drivers of a Tools disc by the method asked for: the loose ones, those inside the installer, or both. */






const EXTRACT_METHODS = ['auto', 'iso', 'msi', 'setup'];
/** Folder below that of the run. */
const UNPACKED = 'installer';
/**
 * `auto` unpacks the installer only when the loose drivers do not settle it: pvscsi lies loose on every disc, everything
 * else is inside the installer.
 */
async function gatherDrivers(request, target, { disc, setup }, context) {
    const { method } = request;
    if (method === 'iso')
        return (0,driver_candidate/* findDrivers */.xC)(disc, target, '');
    if (method === 'msi' || method === 'setup')
        return unpackInstaller(method, setup, target, context);
    const loose = await (0,driver_candidate/* findDrivers */.xC)(disc, target, '');
    if (request.drivers.every((name) => isSettled(name, loose.candidates, request.product)))
        return loose;
    const inside = await unpackByAnyWay(setup, target, context);
    return {
        candidates: [...loose.candidates, ...inside.candidates],
        unreadable: [...loose.unreadable, ...inside.unreadable],
    };
}
/** Windows Installer opens the MSI where it can be got at, with 7-Zip or without; on Windows else the installer unpacks itself. */
async function unpackByAnyWay(setup, target, context) {
    try {
        return await unpackInstaller('msi', setup, target, context);
    }
    catch (error) {
        const isOurs = error instanceof errors/* ToolError */.v4 || (error instanceof errors/* UserError */.yo && error.code === 'driver-not-found');
        if (process.platform !== 'win32' || !isOurs)
            throw error;
        context.log.info(`${error.message}: letting ${(0,external_node_path_.basename)(setup)} unpack itself`);
        await (0,promises_.rm)((0,external_node_path_.join)(context.temp, UNPACKED), { recursive: true, force: true });
        return unpackInstaller('setup', setup, target, context);
    }
}
async function unpackInstaller(way, setup, target, context) {
    const unpacked = (0,external_node_path_.join)(context.temp, UNPACKED);
    context.log.info(`Unpacking ${(0,external_node_path_.basename)(setup)}`);
    if (way === 'msi')
        await extractMsi(setup, unpacked, context);
    else
        await extractWithSetup(setup, unpacked, context);
    return (0,driver_candidate/* findDrivers */.xC)(unpacked, target, `${(0,external_node_path_.basename)(setup)}/`);
}
/** True when a loose driver of that name binds, or when none does because the product brings its own. */
function isSettled(name, loose, product) {
    const called = loose.filter((candidate) => (0,driver_candidate/* isCalled */.AP)(candidate, name));
    if (called.some(driver_candidate/* isUsable */.Ng))
        return true;
    return (0,products_product/* inBoxDriver */.Jm)(product, (0,driver_candidate/* hardwareIds */.pC)(called.flatMap(({ inf }) => inf.allModels()))) !== undefined;
}

// EXTERNAL MODULE: ./.cache/build/src/job/input.js
var input = __webpack_require__(90458);
// EXTERNAL MODULE: ./.cache/build/src/job/input-types.js
var input_types = __webpack_require__(198);
// EXTERNAL MODULE: ./.cache/build/src/job/shared-inputs.js
var shared_inputs = __webpack_require__(79871);
;// CONCATENATED MODULE: ./.cache/build/actions/extract-drivers/inputs.js
/** The inputs of extract-drivers. */





const INPUTS = {
    'tools-iso': (0,input/* input */.h)(input_types/* pathOrUrl */.eW, {
        description: 'The VMware Tools ISO for Windows.',
        template: { key: 'drivers.tools-iso', read: ({ drivers }) => drivers.toolsIso?.path ?? drivers.toolsIso?.url },
        required: true,
    }),
    sha256: (0,input/* input */.h)(input_types/* sha256 */.sc, {
        description: 'SHA-256 of the ISO; required with a URL.',
        otherwise: 'that of the template file, where the ISO comes from there too',
    }),
    product: shared_inputs/* product */.qM,
    drivers: (0,input/* input */.h)(input_types/* list */.p_, {
        description: 'Drivers by the name of their INF file, of their service, or by hardware id.',
        template: { key: 'drivers.include', read: ({ drivers }) => drivers.include },
        default: 'pvscsi, vmxnet3',
    }),
    directory: (0,input/* input */.h)(input_types/* path */.Ae, {
        description: 'Folder that gets one folder per driver.',
        otherwise: '`<runner temp>/stillframe/drivers`',
    }),
    method: (0,input/* input */.h)((0,input_types/* choice */.Yq)(EXTRACT_METHODS), {
        description: 'iso takes loose drivers alone, msi unpacks the MSI inside the installer, setup lets the installer unpack itself (Windows only), auto tries them in turn.',
        default: 'auto',
    }),
};
function prepare({ values, isSet, template }, place) {
    // A hash belongs to its file: that of the template does not verify an ISO which the step names itself.
    const pinned = isSet('tools-iso') ? undefined : template?.drivers.toolsIso?.sha256;
    return {
        toolsIso: { location: values['tools-iso'], sha256: values.sha256 ?? pinned },
        product: values.product,
        drivers: unique(values.drivers),
        directory: values.directory ?? (0,external_node_path_.join)(place.temp, 'stillframe', 'drivers'),
        method: values.method,
        env: place.env,
        cache: place.cache,
    };
}
function unique(names) {
    return [...new Map(names.map((name) => [name.toLowerCase(), name])).values()];
}

// EXTERNAL MODULE: ./.cache/build/src/download/pinned-file.js
var pinned_file = __webpack_require__(56836);
;// CONCATENATED MODULE: ./.cache/build/src/drivers/driver-findings.js
/** What deserves attention in an extraction that succeeded. */
/** Versions inside Windows come from a table here; build-vhd reads them from the image. */
const UNPROVEN = 'as known of the product, not read from an image';
/** @param isPinned whether the ISO was verified by a hash */
function driverFindings(result, product, isPinned) {
    return [
        ...(isPinned ? [] : [notPinned()]),
        ...result.inBoxOnly.map(({ name, inBox, reasons }) => ({
            code: 'driver-in-box',
            severity: 'info',
            seen: `${name} was not extracted: nothing on the disc binds on ${product}, which brings ${inBox.inf} ${inBox.version} itself (${UNPROVEN}). ${reasons.join(' ')}`,
            remedy: 'Nothing to do: Windows uses its own driver.',
        })),
        ...result.drivers.flatMap((driver) => driverFinding(driver, product)),
        ...result.unreadable.map((message) => ({
            code: 'inf-unreadable',
            severity: 'warning',
            seen: `An INF file on the disc was left out: ${message}`,
            remedy: 'If it is a driver you need, check the hash of the ISO.',
        })),
    ];
}
function driverFinding(driver, product) {
    const { name, version, inBox, newerThanInBox, unneeded } = driver;
    const findings = [];
    if (inBox && newerThanInBox) {
        findings.push({
            code: 'driver-newer-than-in-box',
            severity: 'info',
            seen: `${name} ${version} is newer than ${inBox.inf} ${inBox.version} inside ${product} (${UNPROVEN}).`,
            remedy: 'Nothing to do: Windows takes the newer one once it is added.',
        });
    }
    else if (inBox) {
        findings.push({
            code: 'driver-not-newer-than-in-box',
            severity: 'warning',
            seen: `${name} ${version} is not newer than ${inBox.inf} ${inBox.version} inside ${product} (${UNPROVEN}).`,
            remedy: 'Leave it out, or take a newer version of VMware Tools.',
        });
    }
    if (unneeded.length > 0) {
        findings.push({
            code: 'driver-source-file-missing',
            severity: 'info',
            seen: `${name} lists ${unneeded.join(', ')} among its source files, which is not on the disc and which ${product} would not copy.`,
            remedy: 'Nothing to do.',
        });
    }
    return findings;
}
function notPinned() {
    return {
        code: 'iso-not-pinned',
        severity: 'warning',
        seen: 'The Tools ISO was used without a hash to verify it by.',
        remedy: 'Add its SHA-256 to the step or to the template file, so that every run uses the same bytes.',
    };
}

// EXTERNAL MODULE: ./.cache/build/src/archives/iso/open-iso.js + 1 modules
var open_iso = __webpack_require__(54704);
// EXTERNAL MODULE: ./.cache/build/src/nearest-name.js
var nearest_name = __webpack_require__(92106);
// EXTERNAL MODULE: ./.cache/build/src/drivers/inf/inf-version.js
var inf_version = __webpack_require__(44140);
// EXTERNAL MODULE: ./.cache/build/src/drivers/rank-candidates.js
var rank_candidates = __webpack_require__(58157);
;// CONCATENATED MODULE: ./.cache/build/src/drivers/choose-driver.js
/** Which of the drivers on the media a product gets. */






/**
 * @param candidates all that the media hold
 * @throws UserError driver-not-found when nothing is called that; driver-does-not-bind when all that is would be staged
 *   and never used, and Windows has no driver of its own
 */
function chooseDriver(name, candidates, product, target) {
    const called = candidates.filter((candidate) => (0,driver_candidate/* isCalled */.AP)(candidate, name));
    if (called.length === 0)
        throw notFound(name, candidates);
    const inBox = (0,products_product/* inBoxDriver */.Jm)(product, (0,driver_candidate/* hardwareIds */.pC)(called.flatMap(({ inf }) => inf.allModels())));
    const { chosen, leftOut } = (0,rank_candidates/* rankCandidates */.RK)(called, target);
    if (!chosen && !inBox)
        throw doesNotBind(name, called, product, target);
    return {
        name,
        chosen,
        inBox,
        newerThanInBox: chosen !== undefined && inBox !== undefined && (0,inf_version/* compareVersions */.Zy)(chosen.driver.version, inBox.version) > 0,
        leftOut: leftOut.map(({ reason }) => reason),
    };
}
function notFound(name, candidates) {
    const names = [...new Set(candidates.map(driver_candidate/* candidateName */.vf))].sort();
    const nearest = (0,nearest_name/* nearestName */.q)(name, names);
    return new errors/* UserError */.yo('driver-not-found', `The media hold no driver called "${name}"`, `${nearest ? `Did you mean ${nearest}? ` : ''}Found: ${names.join(', ') || 'no driver at all'}.`);
}
function doesNotBind(name, candidates, product, target) {
    const reasons = candidates.map((candidate) => `${candidate.place}: ${(0,rank_candidates/* explainUseless */.Ik)(candidate, target)}`);
    return new errors/* UserError */.yo('driver-does-not-bind', `No driver "${name}" on the media would bind to its device on ${product} (build ${target.build}); Windows would stage it and never use it. ${reasons.join('. ')}`, 'Take a version of VMware Tools whose INF file names this build (older builds: 11.3.5 or 12.x), or leave the driver out.');
}

// EXTERNAL MODULE: ./.cache/build/src/files/make-folder.js
var make_folder = __webpack_require__(69399);
// EXTERNAL MODULE: ./.cache/build/src/files/move-into-place.js
var move_into_place = __webpack_require__(69174);
// EXTERNAL MODULE: ./.cache/build/src/drivers/driver-files.js
var driver_files = __webpack_require__(64332);
// EXTERNAL MODULE: ./.cache/build/src/tools/signature.js
var signature = __webpack_require__(92308);
;// CONCATENATED MODULE: ./.cache/build/src/drivers/signer.js
/** Who signed a driver's catalog, where a tool on the machine can read it; what the signature is worth is Windows' judgement. */

/** @returns undefined when no tool is there or the catalog carries no signature that it can read */
async function readSigner(catalog, tools) {
    const { signer, tool, status } = await (0,signature/* readSignature */.Bc)(catalog, tools);
    const name = signer === undefined ? undefined : (0,signature/* commonName */.LS)(signer);
    return name && tool ? { name, tool, status } : undefined;
}

;// CONCATENATED MODULE: ./.cache/build/src/drivers/stage-drivers.js
/** Puts the chosen drivers and the installer under their final names, all of them or none. */








/** Folder of the installer beside the drivers' folders. */
const SETUP_FOLDER = 'vmware-tools';
/** What a killed run leaves begins with this; the next run removes it. */
const PARTIAL = '.stillframe-partial-';
/**
 * @param setup the installer, unpacked from the disc
 * @param directory gets one folder per driver; older folders of the same names are replaced
 * @throws UserError driver-incomplete before anything is written
 */
async function stageDrivers(choices, setup, directory, architecture, context) {
    const packages = [];
    for (const choice of choices) {
        const { chosen } = choice;
        if (chosen)
            packages.push({ choice, chosen, package: await (0,driver_files/* packageFiles */.i)(chosen, architecture) });
    }
    await (0,make_folder/* makeFolder */.f)(directory);
    await removeLeftovers(directory);
    const partial = (0,external_node_path_.join)(directory, `${PARTIAL}${process.pid}`);
    const removed = context.hold(held_path/* HELD_PATH */.w, { paths: [partial] });
    await (0,promises_.mkdir)((0,external_node_path_.join)(partial, SETUP_FOLDER), { recursive: true });
    await (0,promises_.copyFile)(setup, (0,external_node_path_.join)(partial, SETUP_FOLDER, (0,external_node_path_.basename)(setup)));
    const drivers = [];
    for (const entry of packages) {
        const folder = folderName(entry.choice.name, entry.chosen);
        await (0,driver_files/* copyPackage */.W)(entry.package.files, (0,external_node_path_.join)(partial, folder));
        const catalog = entry.chosen.inf.catalog(architecture);
        const signer = catalog && (await readSigner((0,external_node_path_.join)(partial, folder, ...catalogPath(entry, catalog)), context.tools));
        drivers.push(describe(entry, (0,external_node_path_.join)(directory, folder), architecture, signer || undefined));
    }
    context.signal.throwIfAborted();
    for (const folder of await (0,promises_.readdir)(partial)) {
        await (0,promises_.rm)((0,external_node_path_.join)(directory, folder), { recursive: true, force: true });
        await (0,move_into_place/* renameHeld */.Yd)((0,external_node_path_.join)(partial, folder), (0,external_node_path_.join)(directory, folder));
    }
    await (0,promises_.rm)(partial, { recursive: true, force: true });
    removed();
    return drivers;
    function catalogPath({ chosen }, catalog) {
        return chosen.inf.sourcePath(catalog, architecture).split('/');
    }
}
/** The user's own name for it where that can be a folder's name: a hardware id cannot. */
function folderName(name, chosen) {
    return /^\w[\w.-]*$/.test(name) ? name : (0,driver_candidate/* candidateName */.vf)(chosen);
}
function describe({ choice, chosen, package: { files, unneeded }, }, folder, architecture, signer) {
    const { inf, models, installs, driver, decoration } = chosen;
    return {
        name: choice.name,
        inf: (0,external_node_path_.join)(folder, inf.name),
        class: inf.version.class,
        classGuid: inf.version.classGuid,
        provider: inf.version.provider,
        hardwareIds: (0,driver_candidate/* hardwareIds */.pC)(models),
        ...driver,
        architecture,
        services: installs.flatMap(({ services }) => services.map(({ name, startType }) => ({ name, startType }))),
        signer,
        from: (0,driver_candidate/* candidateFolder */.ar)(chosen),
        decoration: decoration?.text ?? '',
        inBox: choice.inBox,
        newerThanInBox: choice.newerThanInBox,
        files: files.map(({ path }) => path),
        unneeded,
        leftOut: choice.leftOut,
    };
}
async function removeLeftovers(directory) {
    for (const name of await (0,promises_.readdir)(directory)) {
        if (name.startsWith(PARTIAL))
            await (0,promises_.rm)((0,external_node_path_.join)(directory, name), { recursive: true, force: true });
    }
}

// EXTERNAL MODULE: ./.cache/build/src/files/case-blind.js
var case_blind = __webpack_require__(98242);
;// CONCATENATED MODULE: ./.cache/build/src/drivers/tools-iso.js
/** The VMware Tools disc: told from other discs by what lies on it, its version read from its own manifest. */




/**
 * Windows media have a setup.exe too: only the upgrader, or the manifest, says that a disc is VMware Tools for Windows.
 * The installer is setup64.exe up to 12.4, where setup.exe is for 32 bits, and setup.exe alone from 12.5 on.
 * @param work a folder for what is read from the disc
 * @throws UserError not-tools-media that says what the disc looks like
 */
async function recogniseToolsIso(iso, work) {
    const files = (await iso.list()).map(({ path }) => path);
    const find = (path) => (0,case_blind/* findName */.bd)(files, path);
    const manifest = find('manifest.txt');
    const version = manifest === undefined ? undefined : await readVersion(iso, manifest, work);
    if (find('VMwareToolsUpgrader.exe') === undefined && version === undefined) {
        throw notTools(iso.path, looksLike(files));
    }
    const setup = find('setup64.exe') ?? find('setup.exe');
    if (setup === undefined)
        throw notTools(iso.path, 'VMware Tools without setup64.exe or setup.exe');
    return { version, setup, files };
}
async function readVersion(iso, manifest, work) {
    await iso.extract([manifest], work);
    return manifestVersion(await (0,promises_.readFile)((0,external_node_path_.join)(work, manifest), 'utf8'));
}
/** `monolithic.version = "12.5.3"` among the lines of manifest.txt. */
function manifestVersion(text) {
    return /^\uFEFF?\s*monolithic\.version\s*=\s*"?([0-9][0-9.]*)"?\s*$/im.exec(text)?.[1];
}
/** The folders of the disc that hold an INF file, but for the autorun.inf of the disc itself. */
function infFolders(files) {
    const infs = files.filter((file) => /\.inf$/i.test(file) && !/(?:^|\/)autorun\.inf$/i.test(file));
    return [...new Set(infs.map((file) => external_node_path_.posix.dirname(file)))];
}
function looksLike(files) {
    const has = (pattern) => files.some((file) => pattern.test(file));
    if (has(/^sources\/(?:install|boot)\.(?:wim|esd|swm)$/i))
        return 'a Windows installation disc';
    if (has(/^VMwareTools-.*\.tar\.gz$/i))
        return 'VMware Tools for Linux';
    if (has(/\.(?:msu|cab)$/i))
        return 'a disc of Windows updates';
    if (has(/(?:^|\/)(?:vioscsi|viostor|netkvm)\.inf$/i))
        return 'the virtio drivers for KVM';
    if (has(/^vmxnet3\//i))
        return 'VMware Tools for Windows on ARM';
    const top = [...new Set(files.map((file) => file.split('/')[0]))].slice(0, 5);
    return `a disc with ${top.length === 0 ? 'no files' : top.join(', ')}`;
}
function notTools(path, looks) {
    return new errors/* UserError */.yo('not-tools-media', `${path} is not a VMware Tools disc for Windows on x64: it looks like ${looks}`, 'Give "tools-iso" the ISO named VMware-tools-windows-<version>-<build>.iso, or windows.iso from an ESXi host.');
}

// EXTERNAL MODULE: ./.cache/build/src/drivers/windows-target.js
var windows_target = __webpack_require__(18153);
;// CONCATENATED MODULE: ./.cache/build/src/drivers/extract-tools-drivers.js
/** Takes drivers out of a VMware Tools disc: the ones that bind on the product, with all their files, each in a folder of its own. */







/**
 * @throws UserError not-tools-media, driver-not-found, driver-does-not-bind, driver-incomplete, tool-missing;
 *   `directory` then holds what it held before
 */
async function extractToolsDrivers(request, context) {
    const target = (0,windows_target/* windowsTarget */.$)(request.product);
    const iso = await (0,open_iso/* openIso */.O)(request.iso, { input: 'tools-iso', code: 'not-tools-media' }, context);
    const disc = (0,external_node_path_.join)(context.temp, 'disc');
    const tools = await recogniseToolsIso(iso, disc);
    context.log.info(`VMware Tools ${tools.version ?? 'of unknown version'}, installer ${tools.setup}`);
    const loose = request.method === 'auto' || request.method === 'iso' ? infFolders(tools.files) : [];
    await iso.extract([...loose, tools.setup], disc);
    await iso.close();
    const setup = (0,external_node_path_.join)(disc, tools.setup);
    const { candidates, unreadable } = await gatherDrivers(request, target, { disc, setup }, context);
    for (const error of unreadable)
        context.log.warning(`Left out: ${error.message}`);
    const choices = request.drivers.map((name) => chooseDriver(name, candidates, request.product, target));
    return {
        toolsVersion: tools.version,
        toolsSetup: (0,external_node_path_.join)(request.directory, SETUP_FOLDER, (0,external_node_path_.basename)(setup)),
        drivers: await stageDrivers(choices, setup, request.directory, target.architecture, context),
        inBoxOnly: choices.flatMap(({ name, chosen, inBox, leftOut }) => chosen === undefined && inBox !== undefined ? [{ name, inBox, reasons: leftOut }] : []),
        unreadable: unreadable.map((error) => error.message),
    };
}

;// CONCATENATED MODULE: ./.cache/build/actions/extract-drivers/main.js
/** Obtains the Tools disc, extracts the drivers, and says what deserves attention. */



async function main(inputs, context) {
    const iso = await (0,pinned_file/* obtainPinnedFile */.C)(inputs.toolsIso, { input: 'tools-iso', cache: inputs.cache, env: inputs.env }, context);
    const result = await extractToolsDrivers({ ...inputs, iso: iso.path }, context);
    for (const { name, version, date, from } of result.drivers) {
        context.log.info(`${name} ${version} of ${date}, from ${from}`);
    }
    const findings = driverFindings(result, inputs.product, inputs.toolsIso.sha256 !== undefined);
    return { ...result, directory: inputs.directory, product: inputs.product, toolsIso: iso.sha256, findings };
}

// EXTERNAL MODULE: ./.cache/build/src/report/findings-table.js
var findings_table = __webpack_require__(29994);
// EXTERNAL MODULE: ./.cache/build/src/report/markdown-table.js
var markdown_table = __webpack_require__(90597);
;// CONCATENATED MODULE: ./.cache/build/actions/extract-drivers/summary.js
/** The job summary of extract-drivers. */


function renderSummary({ product, drivers, inBoxOnly, toolsVersion, findings }) {
    const rows = drivers.map(({ name, version, date, class: deviceClass, decoration, inBox, signer }) => [
        name,
        version,
        date,
        deviceClass ?? '',
        decoration,
        inBox?.version ?? 'none',
        signer?.name ?? 'not read',
    ]);
    const left = inBoxOnly.map(({ name, inBox }) => [
        name,
        'not extracted',
        '',
        '',
        '',
        `${inBox.version} (${inBox.inf})`,
        '',
    ]);
    const head = ['driver', 'version', 'date', 'class', 'binds through', 'in Windows itself', 'signed by'];
    const from = toolsVersion === undefined ? '(version not stated)' : (0,markdown_table/* escapeMarkdown */.F)(toolsVersion);
    const parts = [`### Drivers for ${product} from VMware Tools ${from}`, (0,markdown_table/* markdownTable */.Q)(head, [...rows, ...left])];
    if (findings.length > 0)
        parts.push((0,findings_table/* findingsTable */.f9)(findings));
    return `${parts.join('\n\n')}\n`;
}

;// CONCATENATED MODULE: ./.cache/build/actions/extract-drivers/action.js
/** extract-drivers as a value. */







const extractDrivers = (0,action/* defineAction */.Q)({
    name: 'extract-drivers',
    description: 'Takes the VMware paravirtual drivers that really bind on a Windows Server release out of the VMware Tools ISO',
    branding: { icon: 'cpu', color: 'blue' },
    inputs: INPUTS,
    outputs: {
        directory: {
            description: 'Absolute path of the folder with one folder per driver.',
            value: ({ directory }) => directory,
        },
        drivers: {
            description: 'JSON array of the drivers: name, inf (absolute path), class, class-guid, provider, hardware-ids, version, date, architecture, services, signer, in-box.',
            value: ({ drivers }) => drivers.map(driverOutput),
        },
        'tools-version': {
            description: 'Version of VMware Tools as the disc states it, empty when it does not.',
            value: ({ toolsVersion }) => toolsVersion,
        },
        'tools-setup': {
            description: 'Absolute path of the installer, copied out of the ISO.',
            value: ({ toolsSetup }) => toolsSetup,
        },
    },
    holds: [held_path/* HELD_PATH */.w, mounted_iso/* MOUNTED_ISO */.Vo],
    prepare: prepare,
    main: main,
    findings: ({ findings }) => findings,
    summary: renderSummary,
});


/***/ }),

/***/ 57939:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  J: () => (/* binding */ fetchUpdates)
});

// EXTERNAL MODULE: ./.cache/build/src/job/action.js
var action = __webpack_require__(36082);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.cache/build/src/job/input.js
var input = __webpack_require__(90458);
// EXTERNAL MODULE: ./.cache/build/src/job/input-types.js
var input_types = __webpack_require__(198);
// EXTERNAL MODULE: ./.cache/build/src/job/shared-inputs.js
var shared_inputs = __webpack_require__(79871);
// EXTERNAL MODULE: ./.cache/build/src/products/product.js
var product = __webpack_require__(39652);
// EXTERNAL MODULE: ./.cache/build/src/template/template.js
var template = __webpack_require__(72591);
// EXTERNAL MODULE: ./.cache/build/src/updates/build-number.js
var build_number = __webpack_require__(29129);
// EXTERNAL MODULE: ./.cache/build/src/updates/lock-file.js + 2 modules
var lock_file = __webpack_require__(35427);
// EXTERNAL MODULE: ./.cache/build/src/updates/release-request.js
var release_request = __webpack_require__(83410);
;// CONCATENATED MODULE: ./.cache/build/src/updates/update.js
/** The words of the update rooms: what an update is, its files, and what the catalog says about both. */
const ARCHITECTURES = ['x64'];

;// CONCATENATED MODULE: ./.cache/build/actions/fetch-updates/inputs.js
/** The inputs of fetch-updates. */











const DEFAULT_CACHE_BYTES = 20 * 2 ** 30;
/** What is chosen in the catalog or by a lock; a list of packages chooses by itself. The mirrors serve its packages too, and media are held to the product. */
const CHOSEN = { without: [{ input: 'packages-file' }] };
const INPUTS = {
    product: shared_inputs/* product */.qM,
    architecture: (0,input/* input */.h)((0,input_types/* choice */.Yq)(ARCHITECTURES), {
        ...CHOSEN,
        description: 'Architecture of the packages.',
        default: 'x64',
    }),
    include: (0,input/* input */.h)((0,input_types/* choices */.S9)(template/* UPDATE_KINDS */.GY), {
        ...CHOSEN,
        description: 'Kinds of updates to take.',
        template: { key: 'updates.include', read: ({ updates }) => updates.include },
        default: 'servicing-stack, cumulative',
    }),
    release: (0,input/* input */.h)((0,input_types/* parsed */.Yz)('Text or list', (value) => (0,release_request/* parseRelease */.BC)(value
        .split(/[\n,]/)
        .map((entry) => entry.trim())
        .filter((entry) => entry !== ''), 'Input release')), {
        ...CHOSEN,
        description: 'latest, a month such as 2026-11, a day such as 2026-11-15 (the newest out on that day), or KB numbers.',
        template: {
            key: 'updates.release',
            read: ({ updates, file }) => (0,release_request/* parseRelease */.BC)(updates.release, `updates.release of ${file}`),
        },
        default: 'latest',
    }),
    until: (0,input/* input */.h)((0,input_types/* parsed */.Yz)('Day', (value) => {
        const day = (0,release_request/* parseRelease */.BC)([value], 'Input until');
        if (day.kind === 'until')
            return day.date;
        throw new input_types/* InvalidText */.hL('Write a day such as 2026-11-15, or leave it out.');
    }), {
        ...CHOSEN,
        description: 'What came out after this day is not the latest yet (output updates-until of plan-release); a lock, and a month, a day or KBs as release, stand as they are.',
        otherwise: 'all that is out counts',
    }),
    channel: (0,input/* input */.h)((0,input_types/* choice */.Yq)(template/* CHANNELS */.l_), {
        ...CHOSEN,
        description: 'regular takes Patch Tuesday only, out-of-band fixes between them too, preview also previews.',
        template: { key: 'updates.channel', read: ({ updates }) => updates.channel },
        default: 'regular',
    }),
    exclude: (0,input/* input */.h)((0,input_types/* parsed */.Yz)('List of KB numbers', (value) => (0,release_request/* parseKbs */.gO)(value.split(/[\s,]+/).filter((entry) => entry !== ''))), {
        ...CHOSEN,
        description: 'KB numbers that are never taken; the newest release before an excluded one is chosen then.',
        template: { key: 'updates.exclude', read: ({ updates }) => updates.exclude },
        otherwise: 'none',
    }),
    'media-build': (0,input/* input */.h)((0,input_types/* parsed */.Yz)('Build', (value) => (0,build_number/* requireBuild */.y_)(value, 'Input media-build')), {
        description: 'Build such as 17763.107 of the image on the ISO; decides whether old media need a baseline package first.',
        template: {
            key: 'updates.media-build',
            read: ({ updates: { mediaBuild } }) => mediaBuild === undefined ? undefined : (0,build_number/* requireBuild */.y_)(mediaBuild, 'updates.media-build'),
        },
        otherwise: 'not known',
    }),
    'lock-file': (0,input/* input */.h)(input_types/* path */.Ae, {
        ...CHOSEN,
        description: 'Lock file with the exact packages; nothing is searched when it exists, it is written when it does not.',
        otherwise: '`<template>.lock.json` where that exists',
    }),
    'update-lock': (0,input/* input */.h)(input_types/* boolean */.zM, {
        ...CHOSEN,
        description: 'Resolve anew, write the lock file and show the difference.',
        default: 'false',
    }),
    directory: (0,input/* input */.h)(input_types/* path */.Ae, {
        description: 'Folder for the packages, one sub-folder per update.',
        otherwise: '`<runner temp>/stillframe/updates`',
    }),
    ...shared_inputs/* CATALOG_INPUTS */.wt,
    extract: (0,input/* input */.h)(input_types/* boolean */.zM, {
        description: 'Take the cabinets out of the packages, for tools that cannot add an .msu; refused for Windows Server 2025.',
        default: 'false',
    }),
    'packages-file': (0,input/* input */.h)(input_types/* path */.Ae, {
        description: 'YAML or JSON list of packages by URL or path with SHA-256, in place of the catalog.',
    }),
};
function prepare(reading, place) {
    const { values, template, invalid, missing } = reading;
    const packagesFile = values['packages-file'];
    const media = values['media-build'];
    const { build, name } = product/* PRODUCT_FACTS */.sn[values.product];
    if (media && media.number !== build) {
        throw invalid('media-build', (0,build_number/* formatBuild */.s6)(media), `${name} is build ${build}: correct media-build, or product.`);
    }
    const lockFile = values['lock-file'] ?? lockBeside(template?.file, values['update-lock']);
    if (values['update-lock'] && lockFile === undefined && packagesFile === undefined)
        throw missing('lock-file');
    return {
        product: values.product,
        architecture: values.architecture,
        include: values.include,
        release: values.release,
        ...(values.until !== undefined && { until: values.until }),
        channel: values.channel,
        exclude: values.exclude ?? [],
        ...optional('mediaBuild', media),
        ...optional('lockFile', lockFile),
        updateLock: values['update-lock'],
        directory: values.directory ?? (0,external_node_path_.join)(place.temp, 'stillframe', 'updates'),
        ...optional('catalogUrl', values['catalog-url']),
        ...optional('releaseInfoUrl', values['release-info-url']),
        extract: values.extract,
        ...optional('packagesFile', packagesFile),
        env: place.env,
        cache: { folder: place.cache, maxBytes: DEFAULT_CACHE_BYTES },
    };
}
/** A template's own lock is used when it is there, and made only when asked for. */
function lockBeside(template, updateLock) {
    if (template === undefined)
        return undefined;
    const lock = (0,lock_file/* lockPath */.HZ)(template);
    return updateLock || (0,external_node_fs_.existsSync)(lock) ? lock : undefined;
}
function optional(key, value) {
    return (value === undefined ? {} : { [key]: value });
}

// EXTERNAL MODULE: ./.cache/build/src/download/file-cache.js
var file_cache = __webpack_require__(87550);
// EXTERNAL MODULE: ./.cache/build/src/download/host-policy.js
var host_policy = __webpack_require__(78712);
// EXTERNAL MODULE: ./.cache/build/src/download/http-client.js + 1 modules
var http_client = __webpack_require__(38508);
// EXTERNAL MODULE: ./.cache/build/src/errors.js
var errors = __webpack_require__(41251);
// EXTERNAL MODULE: ./.cache/build/src/files/hash-file.js
var hash_file = __webpack_require__(94427);
// EXTERNAL MODULE: ./.cache/build/src/files/make-folder.js
var make_folder = __webpack_require__(69399);
// EXTERNAL MODULE: ./.cache/build/src/units.js
var units = __webpack_require__(16053);
// EXTERNAL MODULE: ./.cache/build/src/updates/catalog-client.js + 3 modules
var catalog_client = __webpack_require__(19285);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./.cache/build/src/download/fetch-file.js + 3 modules
var fetch_file = __webpack_require__(19756);
// EXTERNAL MODULE: ./.cache/build/src/download/map-bounded.js
var map_bounded = __webpack_require__(9901);
;// CONCATENATED MODULE: ./.cache/build/src/updates/download-updates.js
/** Downloads the files of the chosen updates into one folder per update: a target and its checkpoints alone in theirs. */





/** More lanes do not make Microsoft's delivery network faster, but four keep a slow one from holding up the rest. */
const PARALLEL_DOWNLOADS = 4;
/**
 * @param directory the update's files go to `<directory>/<kb>/`
 * @throws UserError hash-mismatch, download-failed, file-exists when a foreign package lies in an update's folder
 */
async function downloadUpdates(updates, directory, cache, options) {
    for (const update of updates)
        await refuseForeignPackages(update, folderOf(update, directory));
    const jobs = updates.flatMap((update) => update.files.map((file) => ({ update, file })));
    return (0,map_bounded/* mapBounded */.y)(jobs, PARALLEL_DOWNLOADS, options.signal, async ({ update, file }, signal) => ({
        update,
        file,
        fetched: await (0,fetch_file/* fetchFile */.t)(file, (0,external_node_path_.join)(folderOf(update, directory), file.name), cache, { ...options, signal }),
    }));
}
function folderOf(update, directory) {
    return (0,external_node_path_.join)(directory, update.kb === '' ? update.updateId : update.kb);
}
/** DISM takes what it finds beside a target, so what lies there has to be exactly what was chosen. */
async function refuseForeignPackages(update, folder) {
    const ours = new Set(update.files.map((file) => file.name));
    const names = await (0,promises_.readdir)(folder).catch((error) => {
        if ((0,errors/* hasErrnoCode */.qk)(error, 'ENOENT'))
            return [];
        throw error;
    });
    const foreign = names.find((name) => /\.msu$/i.test(name) && !ours.has(name));
    if (foreign === undefined)
        return;
    throw new errors/* UserError */.yo('file-exists', `${(0,external_node_path_.join)(folder, foreign)} is no file of ${update.kb}, and DISM would take it from that folder`, 'Remove it, or choose another directory.');
}

// EXTERNAL MODULE: ./.cache/build/src/files/move-into-place.js
var move_into_place = __webpack_require__(69174);
// EXTERNAL MODULE: ./.cache/build/src/updates/package-kind.js
var package_kind = __webpack_require__(49998);
;// CONCATENATED MODULE: ./.cache/build/src/updates/listed-updates.js
/** Packages from a list: fetched like the catalog's, told by what is inside them, the checkpoints put beside their target. */






/** Each package is an update of its own until it was opened; `updateId` stands for its folder. */
function updatesOfList(list) {
    return list.map(({ url, name, sha256, kb, kind }) => ({
        kb: kb ?? '',
        kind: kind === undefined || kind === 'checkpoint' ? 'cumulative' : kind,
        title: name,
        updateId: sha256.slice(0, 16),
        reason: 'named in packages-file',
        files: [{ url, name, sha256, kb: kb ?? '', kind: kind ?? 'cumulative' }],
    }));
}
/**
 * Settles KB and kind of each by list, content and name, and moves what is applied with a target into its folder.
 * @throws UserError input-invalid when neither says what a package is
 */
async function settleListed(files, list, facts) {
    const settled = files.map((entry) => settle(entry, list.find((listed) => listed.sha256 === entry.fetched.sha256)));
    if (!facts.checkpoints)
        return settled;
    // The numbers tell nothing: KB5064489 of July 2025 is older than KB5063878 of August.
    const cumulative = settled
        .filter(({ file }) => file.kind === 'cumulative')
        .sort((a, b) => revision(a) - revision(b) || kbNumber(a) - kbNumber(b));
    const target = cumulative.at(-1);
    if (!target)
        return settled;
    const isCheckpoint = (entry) => entry.file.kind === 'checkpoint' || (entry.file.kind === 'cumulative' && entry !== target);
    const names = settled.filter((entry) => entry === target || isCheckpoint(entry)).map(nameOf);
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice !== undefined) {
        throw new errors/* UserError */.yo('input-invalid', `The packages-file has two files with the name ${twice}, and both belong into the folder of ${target.file.kb}`, 'Give one of them another name.');
    }
    const moved = [];
    for (const entry of settled)
        moved.push(isCheckpoint(entry) ? await moveBeside(entry, target) : entry);
    return moved;
}
function nameOf({ fetched }) {
    return (0,external_node_path_.basename)(fetched.path).toLowerCase();
}
/** Of the build, else of the servicing stack inside, which is a little lower; packages of Server 2025 tell that alone. */
function revision({ opened }) {
    return (0,build_number/* parseBuild */.EH)(opened.build ?? opened.stack ?? '')?.ubr ?? 0;
}
function settle(entry, listed) {
    const { opened, file } = entry;
    const kb = listed?.kb ?? opened.kb ?? '';
    const kind = listed?.kind ?? (0,package_kind/* packageKind */.J)(opened, file.name);
    if (kind === undefined) {
        throw new errors/* UserError */.yo('input-invalid', `${file.name}: neither its name nor its content says what kind of package it is`, 'Add kind: servicing-stack, checkpoint, cumulative or dotnet to its entry in the packages-file.');
    }
    const build = kind === 'dotnet' ? undefined : opened.build;
    return {
        ...entry,
        build,
        file: { ...file, kb, kind },
        update: { ...entry.update, kb, ...(kind !== 'checkpoint' && { kind }) },
    };
}
async function moveBeside(entry, target) {
    const folder = (0,external_node_path_.dirname)(target.fetched.path);
    const path = (0,external_node_path_.join)(folder, (0,external_node_path_.basename)(entry.fetched.path));
    await (0,promises_.mkdir)(folder, { recursive: true });
    await (0,move_into_place/* moveIntoPlace */.hU)(entry.fetched.path, path);
    return { ...entry, file: { ...entry.file, kind: 'checkpoint' }, fetched: { ...entry.fetched, path } };
}
function kbNumber({ file }) {
    return Number(file.kb.slice(2)) || 0;
}

// EXTERNAL MODULE: ./.cache/build/src/updates/load-release-info.js + 1 modules
var load_release_info = __webpack_require__(94586);
// EXTERNAL MODULE: ./.cache/build/src/updates/compare-text.js
var compare_text = __webpack_require__(35206);
;// CONCATENATED MODULE: ./.cache/build/src/updates/lock-diff.js
/** What changed between two locks, for the report and the summary of a pull request that updates one. */

/** Empty when both name the same files with the same content; titles, reasons and addresses alone are no change of inputs. */
function diffLocks(before, after) {
    const old = filesOf(before);
    const now = filesOf(after);
    const changes = [];
    for (const [name, file] of now) {
        const known = old.get(name);
        if (!known)
            changes.push(change('added', file, `${file.size} bytes, SHA-256 ${file.sha256}`));
        else if (known.sha256 !== file.sha256) {
            changes.push(change('changed', file, `SHA-256 was ${known.sha256}, is ${file.sha256}`));
        }
    }
    for (const [name, file] of old)
        if (!now.has(name))
            changes.push(change('removed', file, `${file.size} bytes`));
    return changes.sort((a, b) => (0,compare_text/* compareText */.n)(a.kb, b.kb) || (0,compare_text/* compareText */.n)(a.name, b.name) || (0,compare_text/* compareText */.n)(a.change, b.change));
}
function filesOf(lock) {
    return new Map((lock?.updates ?? []).flatMap((update) => update.files.map((file) => [file.name, file])));
}
function change(kind, file, detail) {
    return { change: kind, kb: file.kb, name: file.name, detail };
}

;// CONCATENATED MODULE: ./.cache/build/src/updates/locked-updates.js
/** Between lock files and updates: what a lock says is to be fetched, and the lock of what was fetched. */


/** With a lock nothing is searched. */
function updatesOfLock(lock) {
    return lock.updates.map(({ 'update-id': updateId, ...update }) => ({ ...update, updateId }));
}
/** @param files in any order */
function lockOf(files, request) {
    const byUpdate = new Map();
    for (const file of files)
        byUpdate.set(file.update.updateId, [...(byUpdate.get(file.update.updateId) ?? []), file]);
    const updates = [...byUpdate.values()].map(lockUpdate).sort((a, b) => (0,compare_text/* compareText */.n)(a.kb, b.kb));
    const newest = updates
        .map((update) => update.date ?? '')
        .sort(compare_text/* compareText */.n)
        .at(-1);
    const build = files
        .filter((file) => file.file.kind === 'cumulative')
        .flatMap((file) => (file.build === undefined ? [] : ((0,build_number/* parseBuild */.EH)(file.build) ?? [])))
        .sort(build_number/* compareBuilds */.V4)
        .at(-1);
    return {
        schema: 1,
        date: newest || '1970-01-01',
        ...(build && { build: (0,build_number/* formatBuild */.s6)(build) }),
        request,
        updates,
    };
}
function lockUpdate(files) {
    const [first] = files;
    if (!first)
        throw new Error('an update without files');
    const { kb, kind, title, updateId, month, date, letter, reason, optional } = first.update;
    const build = files.find((file) => file.file.kind !== 'checkpoint')?.build;
    return {
        kb,
        kind,
        title,
        'update-id': updateId,
        ...(month !== undefined && { month }),
        ...(date !== undefined && { date }),
        ...(build !== undefined && { build }),
        ...(letter !== undefined && { letter }),
        reason,
        ...(optional && { optional }),
        files: files
            .map(({ file, fetched }) => ({
            name: file.name,
            kb: file.kb,
            kind: file.kind,
            url: file.url,
            size: fetched.size,
            sha1: fetched.sha1,
            sha256: fetched.sha256,
        }))
            .sort((a, b) => (0,compare_text/* compareText */.n)(a.name, b.name)),
    };
}

// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(73136);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./.cache/build/src/download/url-file-name.js
var url_file_name = __webpack_require__(18205);
// EXTERNAL MODULE: ./.cache/build/src/files/decode-utf8.js
var decode_utf8 = __webpack_require__(33884);
// EXTERNAL MODULE: ./.cache/build/src/files/explain-path-error.js
var explain_path_error = __webpack_require__(49094);
// EXTERNAL MODULE: ./.cache/build/src/updates/update-title.js
var update_title = __webpack_require__(78933);
;// CONCATENATED MODULE: ./.cache/build/src/updates/packages-file.js
/** An explicit list of packages in place of the catalog: URL or path and SHA-256 each, as YAML or JSON. */









const KINDS = ['servicing-stack', 'checkpoint', 'cumulative', 'dotnet'];
const KEYS = ['url', 'path', 'sha256', 'kb', 'kind'];
/**
 * @returns at least one package; paths are relative to the list's folder
 * @throws UserError file-missing, input-invalid with line and column
 */
async function readPackagesFile(path) {
    const bytes = await (0,promises_.readFile)(path).catch((error) => {
        throw (0,explain_path_error/* explainPathError */.n)(error, { what: 'the packages file', path, input: 'packages-file' });
    });
    const text = (0,decode_utf8/* decodeUtf8 */._)(bytes);
    if (text === undefined)
        throw new errors/* UserError */.yo('input-invalid', `${path} is not UTF-8`, 'Save it as UTF-8.');
    return parsePackagesFile(text, path);
}
function parsePackagesFile(text, path) {
    const lines = new dist/* LineCounter */.HN();
    // All scalars are text: a hash of digits alone is no number.
    const document = (0,dist/* parseDocument */.Tp)(text, { lineCounter: lines, prettyErrors: false, schema: 'failsafe' });
    const refuse = (offset, message) => {
        const { line, col } = lines.linePos(offset);
        return new errors/* UserError */.yo('input-invalid', `${path}:${line}:${col}: ${message}`, 'Write a list "packages:" of entries with url or path, sha256, and if need be kind and kb.');
    };
    const [syntax] = [...document.errors, ...document.warnings];
    if (syntax)
        throw refuse(syntax.pos[0], `not valid YAML: ${syntax.message}`);
    const root = document.contents;
    const list = (0,dist/* isMap */.jh)(root) ? root.get('packages') : root;
    if (!(0,dist/* isSeq */.oP)(list) || list.items.length === 0)
        throw refuse(0, 'no list of packages');
    const unknown = (0,dist/* isMap */.jh)(root) ? root.items.find(({ key }) => String(key) !== 'packages')?.key : undefined;
    if (unknown !== undefined) {
        throw refuse(unknown.range?.[0] ?? 0, `unknown key "${String(unknown)}" (known: packages)`);
    }
    const hashes = new Set();
    return list.items.map((item) => {
        const offset = item.range?.[0] ?? 0;
        if (!(0,dist/* isMap */.jh)(item))
            throw refuse(offset, 'an entry that is no mapping');
        const entry = readEntry(item.toJSON(), (0,external_node_path_.dirname)((0,external_node_path_.resolve)(path)), (message) => refuse(offset, message));
        if (hashes.has(entry.sha256))
            throw refuse(offset, `the file ${entry.sha256} is there twice`);
        hashes.add(entry.sha256);
        return entry;
    });
}
function readEntry(entry, folder, refuse) {
    const unknown = Object.keys(entry).find((key) => !KEYS.includes(key));
    if (unknown !== undefined)
        throw refuse(`unknown key "${unknown}" (known: ${KEYS.join(', ')})`);
    const sha256 = String(entry.sha256 ?? '').toLowerCase();
    if (!/^[0-9a-f]{64}$/.test(sha256))
        throw refuse('sha256 is not 64 hexadecimal digits');
    const url = packages_file_location(entry, folder, refuse);
    const name = (0,url_file_name/* urlFileName */.l)(new URL(url));
    if (!/^\w[\w.+() -]{0,200}$/.test(name) || !/\.(?:msu|cab)$/i.test(name))
        throw refuse(`"${name}" is not the name of an .msu or .cab file`);
    const kind = entry.kind === undefined ? undefined : KINDS.find((candidate) => candidate === entry.kind);
    if (entry.kind !== undefined && kind === undefined)
        throw refuse(`kind "${String(entry.kind)}" is none of ${KINDS.join(', ')}`);
    const kb = entry.kb === undefined ? (0,update_title/* kbOf */.h_)(name.replaceAll('_', '-')) : (0,update_title/* kbOf */.h_)(`KB${String(entry.kb).replace(/^KB/i, '')}`);
    if (entry.kb !== undefined && kb === undefined)
        throw refuse(`kb "${String(entry.kb)}" is not a KB number`);
    return { url, name, sha256, ...(kb !== undefined && { kb }), ...(kind !== undefined && { kind }) };
}
function packages_file_location(entry, folder, refuse) {
    const { url, path } = entry;
    if (typeof path === 'string' && url === undefined)
        return (0,external_node_url_.pathToFileURL)((0,external_node_path_.resolve)(folder, path)).href;
    if (typeof url === 'string' && path === undefined && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol))
        return url;
    throw refuse('an entry needs either url (a web address) or path');
}

// EXTERNAL MODULE: ./.cache/build/src/tools/signature.js
var tools_signature = __webpack_require__(92308);
;// CONCATENATED MODULE: ./.cache/build/src/updates/check-signature.js
/** The signature of a package: a third witness beside the two hashes; its absence is reported, not fatal. */


/** @throws UserError package-invalid when there is a signature and the content is not what was signed */
async function checkSignature(path, container, tools) {
    if (container === 'wim' && process.platform !== 'win32') {
        return { state: 'unchecked', by: 'osslsigncode reads no WIM containers' };
    }
    const signature = await (0,tools_signature/* readSignature */.Bc)(path, tools);
    if (signature.state !== 'altered')
        return signature;
    throw new errors/* UserError */.yo('package-invalid', `${path} was altered after it was signed (${signature.by})`, 'Do not use it: fetch it again, and look at what lies between this runner and Microsoft.');
}

// EXTERNAL MODULE: ./.cache/build/src/updates/open-package.js + 2 modules
var open_package = __webpack_require__(73812);
;// CONCATENATED MODULE: ./.cache/build/src/updates/order-packages.js
/**
 * The order of installation, with the reason for each place. Source: "Update Windows installation media with Dynamic Update" and
 * "Checkpoint cumulative updates" (Microsoft Learn): servicing stack, cumulative update, clean-up, .NET Framework.
 */



const RANK = { 'servicing-stack': 0, checkpoint: 1, cumulative: 2, dotnet: 3 };
const REASON = {
    'servicing-stack': 'the servicing stack goes first: it installs all others (without it 0x800f0823)',
    checkpoint: 'a checkpoint lies beside its target; DISM takes from it what the target builds on',
    cumulative: 'the cumulative update follows its servicing stack',
    dotnet: 'the .NET Framework update goes last, after the clean-up that follows the cumulative update',
};
/** The same order for the same set, whatever order it comes in. */
function orderPackages(packages) {
    const ordered = packages.toSorted(comparePackages);
    return ordered.map((entry, index) => ({ ...entry, reason: reasonFor(entry, ordered.slice(index + 1)) }));
}
function reasonFor(entry, later) {
    const next = later.find((other) => other.kind === entry.kind && entry.kind === 'cumulative');
    return next ? `before ${next.kb}, which is newer and builds on it` : REASON[entry.kind];
}
function comparePackages(a, b) {
    return (RANK[a.kind] - RANK[b.kind] ||
        order_packages_revision(a) - order_packages_revision(b) ||
        (0,compare_text/* compareText */.n)(a.date ?? '', b.date ?? '') ||
        order_packages_kbNumber(a) - order_packages_kbNumber(b) ||
        (0,compare_text/* compareText */.n)(a.name, b.name));
}
/** Unknown builds sort as oldest: a consistent place, so that the order stays a function of the set. */
function order_packages_revision(entry) {
    return (entry.build && (0,build_number/* parseBuild */.EH)(entry.build)?.ubr) || 0;
}
function order_packages_kbNumber(entry) {
    return Number((0,update_title/* kbOf */.h_)(entry.kb)?.slice(2) ?? 0);
}

;// CONCATENATED MODULE: ./.cache/build/src/updates/prepare-packages.js
/** From downloaded files to packages for the next step: opened, checked against what was promised, in installation order. */







/** @throws UserError package-invalid when a file is not what the catalog said it is, or cannot be taken apart */
async function prepareFiles(files, options) {
    const prepared = [];
    const findings = [];
    for (const entry of files) {
        const { path } = entry.fetched;
        const opened = await (0,open_package/* openPackage */.R)(path, options.tools, {
            temp: options.temp,
            ...(options.extract && { extractTo: (0,external_node_path_.join)(path, '..', 'cabs') }),
        });
        requireWhatWasPromised(entry.file, opened, options.facts);
        const promised = entry.file.kind === 'checkpoint' ? undefined : entry.update.build;
        requireBuild(entry.file, opened, promised);
        const signature = await checkSignature(path, opened.container, options.tools);
        const build = entry.file.kind === 'dotnet' ? undefined : (opened.build ?? promised);
        findings.push(...findingsFor(entry.file, opened, signature, promised));
        prepared.push({ ...entry, opened, signature, build });
    }
    return { prepared, findings };
}
/** The packages of the output, in installation order. */
async function packagesInOrder(files, options) {
    const parts = await Promise.all(files.map((file) => partsOf(file, options)));
    return orderPackages(parts.flat()).map((part) => ({
        kb: part.kb,
        kind: part.kind,
        path: part.path,
        sha256: part.sha256,
        size: part.size,
        build: part.build ?? '',
        'apply-mode': part.applyMode,
        optional: part.optional,
        reason: part.reason,
    }));
}
async function partsOf(entry, options) {
    const { update, file, fetched, opened, build } = entry;
    const common = {
        kb: file.kb,
        optional: update.optional ?? false,
        ...(update.date !== undefined && { date: update.date }),
    };
    if (!options.extract) {
        const { path, sha256, size } = fetched;
        const applyMode = applyModeOf(file, options.facts);
        return [
            {
                ...common,
                kind: file.kind,
                name: file.name,
                path,
                sha256,
                size,
                applyMode,
                ...(build !== undefined && { build }),
            },
        ];
    }
    return Promise.all(opened.cabs.map(async (cab) => {
        const hashed = await (0,hash_file/* digestFile */.TM)(cab.path, options.signal);
        const version = cab.version ?? build;
        return {
            ...common,
            kind: cab.kind === 'servicing-stack' ? 'servicing-stack' : file.kind,
            name: cab.name,
            path: cab.path,
            sha256: hashed.sha256,
            size: hashed.size,
            applyMode: 'add-package',
            ...(version !== undefined && { build: version }),
        };
    }));
}
function applyModeOf(file, facts) {
    if (file.kind === 'checkpoint')
        return 'with-target';
    return file.kind === 'cumulative' && facts.checkpoints ? 'folder-target' : 'add-package';
}
function requireWhatWasPromised(file, opened, facts) {
    const refuse = (what, hint) => new errors/* UserError */.yo('package-invalid', `${file.name} ${what}`, hint);
    if (opened.hotpatch) {
        throw refuse('is a hotpatch inside: it needs a running system at its baseline', 'Choose the regular cumulative update of that month.');
    }
    if (opened.kb !== undefined && file.kb !== '' && opened.kb !== file.kb) {
        throw refuse(`says it is ${opened.kb}, expected ${file.kb}`, 'The catalog or the packages-file names the wrong file: report it.');
    }
    if (opened.container === 'wim' && !facts.checkpoints) {
        throw refuse(`is a WIM container, which ${facts.name} cannot open`, 'It is for Windows Server 2025 or newer: check product and the list of packages.');
    }
    // Packages of Server 2025 tell their Windows by the servicing stack that they bring.
    const built = opened.build ?? opened.stack;
    if (file.kind !== 'dotnet' && built !== undefined && Number(built.slice(0, 5)) !== facts.build) {
        throw refuse(`is for Windows build ${built.slice(0, 5)}, not ${facts.build} (${facts.name})`, 'Check product and the list of packages.');
    }
}
/** A KB that was released again may lie in the catalog in its older form still: a template with it would have less than was asked for. */
function requireBuild(file, { build }, promised) {
    const [own, least] = [(0,build_number/* parseBuild */.EH)(build ?? ''), (0,build_number/* parseBuild */.EH)(promised ?? '')];
    if (!own || !least || file.kind === 'servicing-stack' || (0,build_number/* compareBuilds */.V4)(own, least) >= 0)
        return;
    throw new errors/* UserError */.yo('package-invalid', `${file.name} leads to build ${build} by its own account, older than ${promised}, which the release information or its title promises`, 'The catalog may not have the newest form of it yet: run this step again later. If the release information is wrong, set release-info-url: none.');
}
function findingsFor(file, opened, signature, promised) {
    const findings = [];
    if (signature.state === 'unsigned') {
        findings.push({
            code: 'package-unsigned',
            severity: 'info',
            seen: `${file.name} carries no signature (${signature.by}); its hash is what was pinned.`,
            remedy: 'Expected for sample packages only: packages of Microsoft are signed.',
        });
    }
    if (opened.build !== undefined &&
        promised !== undefined &&
        file.kind !== 'servicing-stack' &&
        opened.build !== promised) {
        findings.push({
            code: 'build-differs',
            severity: 'warning',
            seen: `${file.name} leads to build ${opened.build} by its own account, the release information says ${promised}.`,
            remedy: 'It is the newer one, and is believed: the finished image has to have that build.',
        });
    }
    if (opened.unread !== undefined) {
        findings.push({
            code: 'package-not-opened',
            severity: 'info',
            seen: `${file.name} was not looked into: ${opened.unread}.`,
            remedy: 'Its hash was verified; install 7-Zip to have it checked before it is applied.',
        });
    }
    return findings;
}

// EXTERNAL MODULE: ./.cache/build/src/updates/release-stand.js
var release_stand = __webpack_require__(75983);
// EXTERNAL MODULE: ./.cache/build/src/updates/resolve-updates.js + 7 modules
var resolve_updates = __webpack_require__(61494);
;// CONCATENATED MODULE: ./.cache/build/actions/fetch-updates/file-report.js
/** What the report says of each file that was fetched. */
function describeFile({ file, fetched, opened, signature, update }) {
    return {
        name: file.name,
        kb: file.kb,
        kind: file.kind,
        title: update.title,
        ...(update.date !== undefined && { date: update.date }),
        url: file.url,
        size: fetched.size,
        sha1: fetched.sha1,
        sha256: fetched.sha256,
        verifiedBy: ['sha1', 'sha256'].filter((algorithm) => file[algorithm] !== undefined),
        from: fetched.from,
        container: opened.container,
        ...(opened.identity && { identity: `${opened.identity.name} ${opened.identity.version}` }),
        ...(opened.stack !== undefined && { stack: opened.stack }),
        signature,
        reason: update.reason,
    };
}

;// CONCATENATED MODULE: ./.cache/build/actions/fetch-updates/main.js
/** Orchestrates fetch-updates: lock, list or catalog; download; open and check; order; lock. */






















async function main(inputs, context) {
    const http = createClient(inputs);
    try {
        const plan = await context.log.group('Choosing updates', () => choose(inputs, http, context));
        const fetched = await context.log.group('Downloading', () => download(inputs, plan, http, context));
        const opened = await context.log.group('Opening packages', () => main_open(inputs, plan, fetched, context));
        const lock = plan.source === 'packages-file' ? undefined : lockOf(opened.prepared, (0,resolve_updates/* lockRequest */.h)(inputs));
        const lockChanges = lock && inputs.lockFile !== undefined ? diffLocks(plan.lock, lock) : [];
        const writes = lock !== undefined && inputs.lockFile !== undefined && plan.source === 'catalog';
        if (writes)
            await (0,lock_file/* writeLock */.be)(inputs.lockFile, lock);
        const build = opened.packages.findLast((entry) => entry.kind === 'cumulative')?.build;
        return {
            source: plan.source,
            directory: inputs.directory,
            packages: opened.packages,
            ...(inputs.lockFile !== undefined &&
                plan.source !== 'packages-file' && {
                lockFile: inputs.lockFile,
                lockSha256: await (0,hash_file/* hashFile */.DC)(inputs.lockFile, context.signal),
            }),
            changed: writes && lockChanges.length > 0,
            lockChanges,
            ...(build && { build }),
            ...(plan.stand && { stand: plan.stand }),
            files: opened.prepared.map(describeFile),
            considered: plan.considered,
            findings: [...plan.findings, ...opened.findings],
        };
    }
    finally {
        await http.close();
    }
}
/** A list's addresses are somebody's own choice and pinned by SHA-256; the catalog's and a lock's have to be Microsoft's. */
function createClient(inputs) {
    const mirrors = [inputs.catalogUrl, inputs.releaseInfoUrl].flatMap((url) => url === undefined || url === 'none' ? [] : [url]);
    const listed = inputs.packagesFile !== undefined;
    return (0,http_client/* createHttpClient */.u)({
        env: inputs.env,
        policy: (0,host_policy/* createHostPolicy */.Ng)({ mirrors, ...(!listed && { suffixes: host_policy/* MICROSOFT_SUFFIXES */.rr }) }),
    });
}
async function choose(inputs, http, context) {
    if (inputs.packagesFile !== undefined) {
        const list = await readPackagesFile(inputs.packagesFile);
        context.log.info(`${list.length} packages from ${inputs.packagesFile}`);
        return { source: 'packages-file', updates: updatesOfList(list), considered: [], findings: [], list };
    }
    const lock = inputs.lockFile === undefined ? undefined : await readOldLock(inputs.lockFile, inputs.updateLock, context);
    if (lock && !inputs.updateLock) {
        (0,lock_file/* requireSameRequest */.FD)(lock, (0,resolve_updates/* lockRequest */.h)(inputs), inputs.lockFile ?? '');
        context.log.info(`${lock.updates.length} updates from the lock ${inputs.lockFile}`);
        return { source: 'lock', updates: updatesOfLock(lock), considered: [], findings: [], lock };
    }
    if (inputs.lockFile !== undefined)
        await (0,lock_file/* requireLockPlace */.K7)(inputs.lockFile);
    return { ...(await search(inputs, http, context)), ...(lock && { lock }) };
}
/** A lock that is made anew need not be a good one. */
async function readOldLock(path, isMadeAnew, { log }) {
    try {
        return await (0,lock_file/* readLock */.mF)(path);
    }
    catch (error) {
        if (!isMadeAnew || !(error instanceof errors/* UserError */.yo) || error.code !== 'lock-invalid')
            throw error;
        log.warning(`${error.message}. It is made anew.`);
        return undefined;
    }
}
async function search(inputs, http, context) {
    const { log, signal } = context;
    const releases = await (0,load_release_info/* loadReleaseInfo */.Q)(http, inputs.releaseInfoUrl, signal, log.info);
    const catalog = (0,catalog_client/* createCatalogClient */.x)({
        http,
        signal,
        ...(inputs.catalogUrl !== undefined && { url: inputs.catalogUrl }),
        onRetry: log.info,
    });
    const asked = { ...inputs, release: (0,release_request/* latestUntil */.al)(inputs.release, inputs.until) };
    const resolution = await (0,resolve_updates/* resolveUpdates */.R)(asked, {
        catalog,
        releases: releases.entries,
        today: new Date().toISOString().slice(0, 10),
    });
    for (const update of resolution.updates)
        log.info(`${update.title}: ${update.reason}`);
    if (resolution.stand)
        log.info((0,release_stand/* describeStand */.W)(resolution.stand));
    return { source: 'catalog', ...resolution, findings: [...releases.findings, ...resolution.findings] };
}
async function download(inputs, plan, http, context) {
    await (0,make_folder/* makeFolder */.f)(inputs.directory);
    const { folder, maxBytes } = inputs.cache;
    const cache = await (0,file_cache/* openUsableCache */.L)(folder, maxBytes, (0,external_node_path_.join)(context.temp, 'download-cache'), context.log.warning);
    const fetched = await downloadUpdates(plan.updates, inputs.directory, cache, {
        http,
        signal: context.signal,
        onRetry: context.log.info,
        onProgress: context.log.info,
    });
    for (const { file, fetched: got } of fetched) {
        context.log.info(`${file.name}: ${(0,units/* formatSize */.Xq)(got.size)}, ${got.from === 'network' ? 'downloaded' : `from ${got.from}`}, verified`);
    }
    await cache.trim(new Set(fetched.map((entry) => entry.fetched.sha256)));
    return fetched;
}
async function main_open(inputs, plan, fetched, context) {
    const options = {
        facts: product/* PRODUCT_FACTS */.sn[inputs.product],
        tools: context.tools,
        temp: context.temp,
        signal: context.signal,
        extract: inputs.extract,
    };
    const { prepared, findings } = await prepareFiles(fetched, options);
    const settled = plan.list ? await settleListed(prepared, plan.list, options.facts) : prepared;
    return { prepared: settled, packages: await packagesInOrder(settled, options), findings };
}

// EXTERNAL MODULE: ./.cache/build/src/report/findings-table.js
var findings_table = __webpack_require__(29994);
// EXTERNAL MODULE: ./.cache/build/src/report/markdown-table.js
var markdown_table = __webpack_require__(90597);
;// CONCATENATED MODULE: ./.cache/build/actions/fetch-updates/summary.js
/** The job summary of fetch-updates. */





const MAX_LEFT_OUT = 15;
function renderSummary(result) {
    const build = result.build === undefined ? '' : `, Windows build ${result.build}`;
    const rows = result.packages.map((entry, index) => [
        String(index + 1),
        entry.kb,
        entry.kind,
        (0,external_node_path_.basename)(entry.path),
        (0,units/* formatSize */.Xq)(entry.size),
        entry['apply-mode'],
        entry.reason,
    ]);
    const parts = [
        `### Updates: ${result.packages.length} packages${build}`,
        (0,markdown_table/* markdownTable */.Q)(['#', 'KB', 'kind', 'file', 'size', 'applied by', 'why here'], rows),
        ...(result.stand ? [(0,markdown_table/* escapeMarkdown */.F)((0,release_stand/* describeStand */.W)(result.stand))] : []),
        ...lockPart(result),
    ];
    if (result.findings.length > 0)
        parts.push((0,findings_table/* findingsTable */.f9)(result.findings));
    parts.push(...leftOutPart(result));
    return `${parts.join('\n\n')}\n`;
}
function lockPart({ lockChanges }) {
    if (lockChanges.length === 0)
        return [];
    const lines = lockChanges.map(({ change, kb, name, detail }) => `- ${change} ${kb} ${(0,markdown_table/* escapeMarkdown */.F)(name)}: ${(0,markdown_table/* escapeMarkdown */.F)(detail)}`);
    return ['#### Changes of the lock', lines.join('\n')];
}
/** The nearest few; the report has them all. */
function leftOutPart({ considered }) {
    const left = considered.filter((entry) => !entry.chosen && !entry.reason.startsWith('older than'));
    if (left.length === 0)
        return [];
    const rows = left.slice(0, MAX_LEFT_OUT).map(({ kb, date, title, reason }) => [kb, date, title, reason]);
    if (left.length > MAX_LEFT_OUT)
        rows.push(['', '', `and ${left.length - MAX_LEFT_OUT} more`, 'see the report']);
    const table = (0,markdown_table/* markdownTable */.Q)(['KB', 'date', 'title', 'why'], rows);
    return [`<details><summary>Considered and left out</summary>\n\n${table}\n\n</details>`];
}

;// CONCATENATED MODULE: ./.cache/build/actions/fetch-updates/action.js
/** fetch-updates as a value. */




const fetchUpdates = (0,action/* defineAction */.Q)({
    name: 'fetch-updates',
    description: 'Finds the servicing-stack, cumulative and .NET updates of a Windows Server image, fetches them verified, orders them',
    branding: { icon: 'download-cloud', color: 'blue' },
    inputs: INPUTS,
    outputs: {
        directory: { description: 'Path of the folder that holds the packages.', value: ({ directory }) => directory },
        packages: {
            description: 'JSON array in installation order: kb, kind, path, sha256, size, build, apply-mode, optional, reason.',
            value: ({ packages }) => packages,
        },
        'lock-file': { description: 'Path of the lock file, empty without one.', value: ({ lockFile }) => lockFile },
        changed: {
            description: 'true when the lock file was written with other content than before, else false.',
            value: ({ changed }) => changed,
        },
        build: {
            description: 'Build of Windows after the updates, such as 17763.9619; empty when not known.',
            value: ({ build }) => build,
        },
    },
    prepare: prepare,
    main: main,
    findings: ({ findings }) => findings,
    summary: renderSummary,
});


/***/ }),

/***/ 17157:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  x: () => (/* binding */ planReleaseAction)
});

// EXTERNAL MODULE: ./.cache/build/src/errors.js
var src_errors = __webpack_require__(41251);
// EXTERNAL MODULE: ./.cache/build/src/job/action.js
var action = __webpack_require__(36082);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.cache/build/src/job/input.js
var input = __webpack_require__(90458);
// EXTERNAL MODULE: ./.cache/build/src/job/input-types.js
var input_types = __webpack_require__(198);
// EXTERNAL MODULE: ./.cache/build/src/job/shared-inputs.js
var shared_inputs = __webpack_require__(79871);
;// CONCATENATED MODULE: ./.cache/build/src/plan/batches.js
/**
 * Jobs as matrices for `strategy.matrix`, each within what GitHub allows: 256 jobs a matrix, and 1 MB of outputs a job, counted in UTF-16
 * (docs.github.com, Actions limits). Templates and targets stand beside each other, so that GitHub multiplies them: thousands of jobs
 * take the space of hundreds.
 */

/** GitHub's limit of a matrix. */
const MAX_JOBS = 256;
/** UTF-16 units of one output; a job has them all together, with what its other outputs take. */
const MAX_UNITS = 480 * 1024;
/**
 * @param size jobs of one batch at most, 1 to 256
 * @returns every template for every target, in order; none when there is no template
 * @throws UserError input-invalid when there are more batches than a matrix of batches takes, or they take more room than a job's outputs
 */
function makeBatches(templates, targets, size) {
    const batches = [];
    for (const part of targets.length === 0 ? [undefined] : inParts(targets, size)) {
        const each = Math.floor(size / (part?.length ?? 1));
        for (const some of inParts(templates, each))
            batches.push({ template: some, ...(part && { target: part }) });
    }
    if (batches.length <= MAX_JOBS && JSON.stringify(batches).length <= MAX_UNITS)
        return batches;
    const jobs = templates.length * Math.max(1, targets.length);
    throw new src_errors/* UserError */.yo('input-invalid', `Input templates: ${templates.length} templates for ${Math.max(1, targets.length)} targets are ${jobs} jobs in ${batches.length} batches, more than one run of GitHub takes`, `Split them into several workflows by narrower patterns${size < MAX_JOBS ? ', or raise batch-size' : ''}.`);
}
function jobsOf({ template, target }) {
    return template.length * (target?.length ?? 1);
}
function inParts(items, size) {
    return Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));
}

// EXTERNAL MODULE: ./.cache/build/src/plan/kb-changes.js
var kb_changes = __webpack_require__(91935);
;// CONCATENATED MODULE: ./.cache/build/src/plan/decide.js
/** Whether a template is built, and why: by what its lock holds and what is out, never by the calendar. */

const WHEN = ['always', 'patch-tuesday'];
/** @param state undefined when the catalog was not asked */
function decide(checked, when, state) {
    const { template, path, lockPath, affected, since = [] } = checked;
    const stale = state?.kind === 'stale' ? state.kbs : [];
    return {
        name: template.name,
        file: path,
        lock: lockPath,
        product: template.windows.product,
        runsOn: template.runsOn,
        ...(affected === false
            ? { build: false, reason: 'neither it nor a file that it names has changed' }
            : judge(checked, when, state)),
        stale,
        since,
    };
}
function judge({ lock, misfit, affected }, when, state) {
    if (when === 'always') {
        return { build: true, reason: affected === undefined ? 'all templates are built' : 'it has changed' };
    }
    if (state?.kind === 'waiting')
        return { build: false, reason: `waits for the catalog: ${state.why}` };
    if (lock === undefined)
        return { build: true, reason: 'it has no lock yet' };
    if (misfit !== undefined)
        return { build: true, reason: misfit };
    if (state?.kind === 'stale') {
        return { build: true, reason: `the catalog has newer updates: ${state.kbs.map(kb_changes/* describeChange */.u).join(', ')}` };
    }
    return { build: false, reason: `its lock of ${lock.date} is current` };
}

;// CONCATENATED MODULE: ./.cache/build/src/plan/due-date.js
/** From which day on releases count: a clock in the user's own time zone, and the patience that was asked for. */
function isTimeZone(name) {
    try {
        new Intl.DateTimeFormat('en', { timeZone: name });
        return true;
    }
    catch {
        return false;
    }
}
/** @returns ISO date: releases of this day and before count */
function lastDueDate(now, { timeZone, offsetDays, hour }) {
    const parts = new Intl.DateTimeFormat('en-CA', {
        timeZone,
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
        hour: '2-digit',
        hourCycle: 'h23',
    }).formatToParts(now);
    const part = (type) => parts.find((one) => one.type === type)?.value ?? '';
    const date = new Date(`${part('year')}-${part('month')}-${part('day')}T00:00:00Z`);
    date.setUTCDate(date.getUTCDate() - offsetDays - (Number(part('hour')) < hour ? 1 : 0));
    return date.toISOString().slice(0, 10);
}
/** @returns ISO date after which releases do not count; undefined where all that is out does */
function patienceEnds(now, patience) {
    const lastDue = lastDueDate(now, patience);
    return lastDue >= now.toISOString().slice(0, 10) ? undefined : lastDue;
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
;// CONCATENATED MODULE: ./.cache/build/src/plan/find-templates.js
/** The template files that patterns name, in the workspace and nowhere else. */



/**
 * Reads patterns such as `templates/*.yml` and `!templates/base.yml`, relative to the workspace.
 * @throws UserError input-invalid for one that leads out of it, or when all of them exclude
 */
function readPatterns(texts) {
    const patterns = texts.map((text) => {
        const unwanted = text.startsWith('!');
        return { unwanted, pattern: external_node_path_.posix.normalize((unwanted ? text.slice(1).trim() : text).replaceAll('\\', '/')) };
    });
    for (const { pattern } of patterns) {
        if ((0,external_node_path_.isAbsolute)(pattern) || /^[A-Za-z]:/.test(pattern) || pattern.split('/').includes('..')) {
            throw new src_errors/* UserError */.yo('input-invalid', `Input templates: "${pattern}" leads out of the workspace`, 'Write patterns that count from the workspace, such as templates/*.yml.');
        }
    }
    const wanted = patterns.filter(({ unwanted }) => !unwanted).map(({ pattern }) => pattern);
    if (wanted.length === 0) {
        throw new src_errors/* UserError */.yo('input-invalid', `Input templates: "${texts.join(', ')}" names no file to take`, 'Write at least one pattern without an exclamation mark.');
    }
    return { wanted, unwanted: patterns.filter(({ unwanted }) => unwanted).map(({ pattern }) => pattern) };
}
/** @param file relative to the workspace, with slashes */
function isNamed(file, { wanted, unwanted }) {
    const fits = (pattern) => (0,external_node_path_.matchesGlob)(file, pattern);
    return wanted.some(fits) && !unwanted.some(fits);
}
/**
 * @param workspace absolute path
 * @returns relative to it, with slashes, each once, in order
 */
async function findTemplates(workspace, patterns) {
    const found = new Set();
    for await (const entry of (0,promises_.glob)([...patterns.wanted], { cwd: workspace, withFileTypes: true })) {
        if (entry.isDirectory())
            continue;
        const path = `${entry.parentPath}${external_node_path_.sep}${entry.name}`.slice(workspace.length + 1).replaceAll(external_node_path_.sep, '/');
        if (isNamed(path, patterns))
            found.add(path);
    }
    return [...found].sort();
}

;// CONCATENATED MODULE: ./.cache/build/actions/plan-release/inputs.js
/** The inputs of plan-release. */








const timeZone = (0,input_types/* parsed */.Yz)('Time zone', (value) => {
    if (isTimeZone(value))
        return value;
    throw new input_types/* InvalidText */.hL('Write a name of the IANA time zone database, such as Europe/Berlin, or UTC.');
});
/** Where the catalog is asked. */
const ASKED = [{ input: 'offline', is: [false] }];
const INPUTS = {
    templates: (0,input/* input */.h)(input_types/* lines */.Mn, {
        description: 'Patterns of template files, one per line, from the workspace on; one that begins with ! leaves files out, and a file that is named without a pattern has to be there. A file without a name that others extend is no template.',
        default: 'templates/**/*.{yml,yaml}',
    }),
    'only-changed': (0,input/* input */.h)(input_types/* text */.Qq, {
        description: 'Branch, tag or commit: only templates are planned that have changed since this branch left it, themselves, their lock, a base or a file that they name.',
        otherwise: 'all templates',
    }),
    when: (0,input/* input */.h)((0,input_types/* choice */.Yq)(WHEN), {
        description: 'always plans every template; patch-tuesday those alone whose lock lacks an update that is out, whatever the day.',
        default: 'always',
    }),
    'schedule-time-zone': (0,input/* input */.h)(timeZone, {
        only: ASKED,
        description: 'Time zone in which days and hours of offset-days and hour are counted.',
        default: 'UTC',
    }),
    'offset-days': (0,input/* input */.h)((0,input_types/* integer */.nd)(0, 60), {
        only: ASKED,
        description: 'Days that an update has to be out before it counts.',
        default: '0',
    }),
    hour: (0,input/* input */.h)((0,input_types/* integer */.nd)(0, 23), {
        only: ASKED,
        description: 'Hour of the day from which an update counts on its day.',
        default: '0',
    }),
    targets: (0,input/* input */.h)(input_types/* list */.p_, {
        description: 'Names of places that every template is built for, such as environments with the vCenter and its secrets.',
        otherwise: 'one job for each template',
    }),
    'batch-size': (0,input/* input */.h)((0,input_types/* integer */.nd)(1, MAX_JOBS), {
        description: 'Jobs of one batch at most.',
        default: String(MAX_JOBS),
    }),
    offline: (0,input/* input */.h)(input_types/* boolean */.zM, {
        description: 'Check templates and locks without the network, as for pull requests; whether locks are behind the catalog is not asked.',
        default: 'false',
    }),
    'catalog-url': (0,input/* variant */.O)(shared_inputs/* CATALOG_INPUTS */.wt['catalog-url'], { only: ASKED }),
    'release-info-url': (0,input/* variant */.O)(shared_inputs/* CATALOG_INPUTS */.wt['release-info-url'], { only: ASKED }),
};
function prepare({ values, invalid }, place) {
    const { when, offline } = values;
    if (offline && when === 'patch-tuesday') {
        throw invalid('offline', 'true', 'Set offline: false: "when: patch-tuesday" asks the catalog what is out.');
    }
    const catalogUrl = values['catalog-url'];
    const releaseInfoUrl = values['release-info-url'];
    const question = {
        ...(catalogUrl !== undefined && { catalogUrl }),
        ...(releaseInfoUrl !== undefined && { releaseInfoUrl }),
        env: place.env,
        patience: { timeZone: values['schedule-time-zone'], offsetDays: values['offset-days'], hour: values.hour },
        now: new Date(),
    };
    return {
        workspace: (0,external_node_path_.resolve)('.'),
        patterns: readPatterns(values.templates),
        onlyChanged: values['only-changed'],
        when,
        targets: values.targets ?? [],
        batchSize: values['batch-size'],
        catalog: offline ? undefined : question,
    };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./.cache/build/src/download/map-bounded.js
var map_bounded = __webpack_require__(9901);
// EXTERNAL MODULE: ./.cache/build/src/updates/compare-text.js
var compare_text = __webpack_require__(35206);
;// CONCATENATED MODULE: ./.cache/build/src/plan/changed-files.js
/** What changed since a base ref, asked of git. */


/** What `github.event.before` is for the first push of a branch: there is nothing to compare with. */
const NO_COMMIT = /^0{40,64}$/;
/**
 * @param base a branch, tag or commit; the point where this branch left it is compared with
 * @returns undefined when the base says that there is nothing before
 * @throws UserError input-invalid that says what the clone lacks; tool-missing
 */
async function changesSince(base, workspace, tools) {
    if (NO_COMMIT.test(base))
        return undefined;
    const git = createGit(workspace, tools);
    // Relative: the same folder as the workspace, however that is written.
    const root = (0,external_node_path_.resolve)(workspace, (await git(['rev-parse', '--show-cdup'], [0])).trim());
    const start = await forkPoint(base, git);
    const tracked = await git(['diff', '--name-only', '--no-renames', '-z', start, '--'], [0]);
    const untracked = await git(['ls-files', '--others', '--exclude-standard', '--full-name', '-z'], [0]);
    const names = `${tracked}${untracked}`.split('\0').filter((name) => name !== '');
    return {
        files: new Set(names.map((name) => (0,external_node_path_.join)(root, name))),
        base: start,
        before: async (path) => {
            const name = path.slice(root.length + 1).replaceAll('\\', '/');
            const there = await git(['ls-tree', '--name-only', '-z', '--full-tree', start, '--', name], [0]);
            return there === '' ? undefined : git(['show', `${start}:${name}`], [0]);
        },
    };
}
function createGit(cwd, tools) {
    return async (args, okExitCodes) => {
        try {
            const { stdout, exitCode } = await tools.run('git', args, { cwd, okExitCodes, encoding: 'utf-8' });
            return exitCode === 0 ? stdout : '';
        }
        catch (error) {
            if (!(error instanceof src_errors/* ToolError */.v4))
                throw error;
            const hint = /dubious ownership/.test(error.tail)
                ? 'Run: git config --global --add safe.directory "$GITHUB_WORKSPACE" in a step before.'
                : 'Leave only-changed out, or run where the repository is; a workflow has to check it out in a step before (actions/checkout).';
            throw new src_errors/* UserError */.yo('input-invalid', `Input only-changed: git could not answer: ${error.tail}`, hint, {
                cause: error,
            });
        }
    };
}
async function forkPoint(base, git) {
    const commit = await git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${base}^{commit}`], [0, 1, 128]);
    const shallow = (await git(['rev-parse', '--is-shallow-repository'], [0])).trim() === 'true';
    const whole = 'Set "fetch-depth: 0" of actions/checkout, so that the history is there.';
    if (commit.trim() === '') {
        throw new src_errors/* UserError */.yo('input-invalid', `Input only-changed: git does not know "${base}" here${shallow ? ', where the clone is shallow' : ''}`, `${whole} For a pull request write origin/\${{ github.base_ref }}.`);
    }
    const fork = (await git(['merge-base', commit.trim(), 'HEAD'], [0, 1])).trim();
    if (fork !== '')
        return fork;
    throw new src_errors/* UserError */.yo('input-invalid', `Input only-changed: there is no commit that "${base}" and this branch have in common${shallow ? ' in this shallow clone' : ''}`, shallow ? whole : 'Name a branch that this one comes from.');
}

// EXTERNAL MODULE: ./.cache/build/src/updates/lock-file.js + 2 modules
var lock_file = __webpack_require__(35427);
// EXTERNAL MODULE: ./.cache/build/src/updates/build-number.js
var build_number = __webpack_require__(29129);
// EXTERNAL MODULE: ./.cache/build/src/updates/release-request.js
var release_request = __webpack_require__(83410);
;// CONCATENATED MODULE: ./.cache/build/src/updates/request-of-template.js
/** What a template asks of the catalog. */


function requestOfTemplate({ windows, updates, file }) {
    const { include, release, channel, exclude, mediaBuild } = updates;
    return {
        product: windows.product,
        architecture: 'x64',
        include,
        release: (0,release_request/* parseRelease */.BC)(release, `updates.release of ${file}`),
        channel,
        exclude: (0,release_request/* parseKbs */.gO)(exclude),
        ...(mediaBuild !== undefined && { mediaBuild: (0,build_number/* requireBuild */.y_)(mediaBuild, 'updates.media-build') }),
    };
}

// EXTERNAL MODULE: ./.cache/build/src/updates/resolve-updates.js + 7 modules
var resolve_updates = __webpack_require__(61494);
// EXTERNAL MODULE: ./.cache/build/src/template/placed-fault.js
var placed_fault = __webpack_require__(8973);
// EXTERNAL MODULE: ./.cache/build/src/template/read-layers.js + 1 modules
var read_layers = __webpack_require__(21921);
// EXTERNAL MODULE: ./.cache/build/src/template/template-file.js + 4 modules
var template_file = __webpack_require__(11508);
;// CONCATENATED MODULE: ./.cache/build/src/plan/read-templates.js
/** Reads all templates of a repository: each once, a base that they share once, and the faults of all of them. */






/** Files open at a time. */
const AT_ONCE = 32;
/** @param paths relative to the workspace, with slashes */
async function readTemplates(workspace, paths, signal) {
    const cache = new Map();
    const read = await (0,map_bounded/* mapBounded */.y)(paths, AT_ONCE, signal, (path) => readOne(workspace, path, cache));
    const extended = new Set(read.flatMap(({ bases }) => bases));
    const isBase = ({ path, named }) => !named && extended.has((0,external_node_path_.join)(workspace, path));
    const own = read.filter((one) => !isBase(one));
    const templates = own.flatMap(({ path, template }) => (template ? [{ path, template }] : []));
    return {
        templates,
        bases: read.filter(isBase).map(({ path }) => path),
        findings: [...once(own.flatMap(({ faults }) => faults)), ...sameNames(workspace, templates)],
    };
}
async function readOne(workspace, path, cache) {
    const file = (0,external_node_path_.join)(workspace, path);
    const layers = await (0,read_layers/* readLayers */.n)(file, cache).catch(() => []);
    const known = { path, bases: layers.slice(1).map((layer) => layer.path), named: layers[0]?.value.name !== undefined };
    try {
        return { ...known, template: await (0,template_file.loadTemplate)(file, cache), faults: [] };
    }
    catch (error) {
        if (!(error instanceof src_errors/* UserError */.yo))
            throw error;
        return { ...known, template: undefined, faults: faultsOf(error, workspace, path) };
    }
}
function faultsOf(error, workspace, path) {
    if (!(error instanceof placed_fault/* TemplateRefusal */.D)) {
        const location = { file: path, line: 1, column: 1 };
        return [{ code: error.code, severity: 'error', seen: error.message, remedy: error.hint, location }];
    }
    return error.faults.map(({ location, message, hint }) => ({
        code: error.code,
        severity: 'error',
        seen: message.replaceAll(workspace + external_node_path_.sep, ''),
        remedy: hint,
        location: { ...location, file: near(workspace, location.file) },
    }));
}
/** How a file is named in messages and annotations: from the workspace on, with slashes. */
function near(workspace, file) {
    return (0,external_node_path_.relative)(workspace, file).replaceAll(external_node_path_.sep, '/');
}
/** A fault of a base is one, however many extend it. */
function once(faults) {
    return [...new Map(faults.map((fault) => [JSON.stringify(fault), fault])).values()];
}
/** Two templates of one name would take turns in replacing each other. */
function sameNames(workspace, templates) {
    const first = new Map();
    const findings = [];
    for (const { path, template } of templates) {
        // Written in two ways, a letter with its accent looks the same.
        const name = template.name.normalize('NFC').toLowerCase();
        const other = first.get(name);
        if (other === undefined)
            first.set(name, path);
        else {
            const place = template.places.get('name') ?? { file: template.file, line: 1, column: 1 };
            findings.push({
                code: 'template-name-twice',
                severity: 'error',
                seen: `The name ${template.name} is that of ${other} too.`,
                remedy: 'Give each template a name of its own: what one publishes would replace the other.',
                location: { ...place, file: near(workspace, place.file) },
            });
        }
    }
    return findings;
}

;// CONCATENATED MODULE: ./.cache/build/src/plan/lock-state.js
/** What the lock of a template says, checked without the network. */





/**
 * @param tolerant a lock of another request is no fault: it is about to be made anew
 */
async function readLockState(workspace, { path: templatePath, template }, tolerant) {
    const file = (0,lock_file/* lockPath */.HZ)(template.file);
    const path = near(workspace, file);
    const fault = ({ code, message, hint }) => ({
        code,
        severity: 'error',
        seen: message.replaceAll(file, path),
        remedy: hint,
        location: { file: path, line: 1, column: 1 },
    });
    let lock;
    try {
        lock = await (0,lock_file/* readLock */.mF)(file);
        if (!lock)
            return { path, lock, findings: [] };
        (0,lock_file/* requireSameRequest */.FD)(lock, (0,resolve_updates/* lockRequest */.h)(requestOfTemplate(template)), path);
        return { path, lock, findings: [] };
    }
    catch (error) {
        if (!(error instanceof src_errors/* UserError */.yo))
            throw error;
        if (lock && tolerant)
            return { path, lock, misfit: error.message, findings: [] };
        const remedy = `${error.hint} Where nobody can do that now, delete the lock: the next build of ${templatePath} makes it anew.`;
        return { path, lock: undefined, findings: [lock ? { ...fault(error), remedy } : fault(error)] };
    }
}

;// CONCATENATED MODULE: ./.cache/build/src/plan/locked-since.js
/** Which KBs a lock names in place of which since the base of a pull request. */



/** @param lock as it is now. @returns empty when the lock was not changed */
async function lockedSince(template, lock, changes) {
    const path = (0,lock_file/* lockPath */.HZ)(template.file);
    if (!changes.files.has(path))
        return [];
    const before = await changes.before(path);
    return (0,kb_changes/* kbChanges */.v)((before === undefined ? undefined : readOld(before, path))?.updates ?? [], lock?.updates ?? []);
}
/** A lock of old that can no longer be read says nothing. */
function readOld(text, path) {
    try {
        return (0,lock_file/* parseLock */.PG)(text, path);
    }
    catch (error) {
        if (error instanceof src_errors/* UserError */.yo)
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./.cache/build/src/plan/named-files.js
/** The files that make a template what it is, and whether those that belong into the repository are there. */




/**
 * Whether one of the changed files is the template, its lock, what it extends or what it names, by its own name or by that of the file that
 * a symbolic link leads to. Git names a submodule in place of what lies in it.
 * @param workspace absolute path
 * @param changed absolute paths
 */
async function isAffected(workspace, { template }, changed) {
    const named = [...namedFiles(template), ...mediaOf(template)].map(({ path }) => path);
    const paths = [template.file, (0,lock_file/* lockPath */.HZ)(template.file), ...template.bases, ...named];
    const from = await (0,promises_.realpath)(workspace).catch(() => workspace);
    const targets = await Promise.all(paths.map(async (path) => {
        const target = await (0,promises_.realpath)(path).catch(() => path);
        return target.startsWith(from + external_node_path_.sep) ? workspace + target.slice(from.length) : target;
    }));
    const { files, within } = withoutCapitals(changed);
    return [...new Set([...paths, ...targets])].some((path) => {
        const wanted = path.toLowerCase();
        return within.has(wanted) || foldersOf(wanted).some((folder) => files.has(folder));
    });
}
/** Once for all templates of a plan. */
const lowered = new WeakMap();
/** Where the file system knows no capitals, what git has as corp is there as Corp too; elsewhere one build too many does no harm. */
function withoutCapitals(changed) {
    const known = lowered.get(changed);
    if (known)
        return known;
    const files = new Set([...changed].map((file) => file.toLowerCase()));
    const made = { files, within: new Set([...files].flatMap((file) => [file, ...foldersOf(file)])) };
    lowered.set(changed, made);
    return made;
}
/** Every folder above a path, without the root. */
function foldersOf(path) {
    const parts = path.split(external_node_path_.sep);
    return parts.slice(1).flatMap((_, index) => parts.slice(0, index + 1).join(external_node_path_.sep) || []);
}
/** Media are too large for most repositories and lie on the runner: only what comes with the template is asked for. */
async function missingFiles(workspace, { template }) {
    const findings = [];
    for (const { path, key } of namedFiles(template)) {
        const isOurs = path.startsWith(workspace + external_node_path_.sep);
        if (!isOurs || (await (0,promises_.stat)(path).catch(() => undefined)) !== undefined)
            continue;
        const place = template.places.get(key) ?? { file: template.file, line: 1, column: 1 };
        findings.push({
            code: 'file-missing',
            severity: 'error',
            seen: `${key} names ${near(workspace, path)}, which is not in the repository.`,
            remedy: 'Commit it, or correct the path: it counts from the folder of the file in which it stands.',
            location: { ...place, file: near(workspace, place.file) },
        });
    }
    return findings;
}
function namedFiles({ customize }) {
    return [
        ...(customize.unattend === undefined ? [] : [{ path: customize.unattend, key: 'customize.unattend.file' }]),
        ...(customize.files ?? []).map(({ from }, index) => ({ path: from, key: `customize.files[${index}].from` })),
        ...(customize.firstBootScripts ?? []).map((path, index) => ({
            path,
            key: `customize.first-boot-scripts[${index}]`,
        })),
    ];
}
function mediaOf({ windows, drivers }) {
    return [
        ...(windows.iso.path === undefined ? [] : [{ path: windows.iso.path, key: 'windows.iso.path' }]),
        ...(drivers.toolsIso?.path === undefined ? [] : [{ path: drivers.toolsIso.path, key: 'drivers.tools-iso.path' }]),
    ];
}

;// CONCATENATED MODULE: ./.cache/build/src/plan/examined-template.js
/** A template with all that can be said of it without the network. */



async function examineTemplate(read, { workspace, changes, isMadeAnew }) {
    const { path: lockPath, lock, misfit, findings } = await readLockState(workspace, read, isMadeAnew);
    return {
        ...read,
        lockPath,
        lock,
        misfit,
        affected: changes && (await isAffected(workspace, read, changes.files)),
        since: changes ? await lockedSince(read.template, lock, changes) : [],
        findings: [...findings, ...(await missingFiles(workspace, read))],
    };
}

// EXTERNAL MODULE: ./.cache/build/src/download/host-policy.js
var host_policy = __webpack_require__(78712);
// EXTERNAL MODULE: ./.cache/build/src/download/http-client.js + 1 modules
var http_client = __webpack_require__(38508);
// EXTERNAL MODULE: ./.cache/build/src/updates/catalog-client.js + 3 modules
var catalog_client = __webpack_require__(19285);
// EXTERNAL MODULE: ./.cache/build/src/updates/load-release-info.js + 1 modules
var load_release_info = __webpack_require__(94586);
;// CONCATENATED MODULE: ./.cache/build/src/plan/catalog-state.js
/** Whether a lock is behind the catalog: asked of the release information and the catalog, never of the calendar. */




/** The same question is asked once, however many templates have it. */
function createCatalogStates(sources) {
    const answers = new Map();
    const resolve = (request) => {
        // As fetch-updates asks with the input `until`.
        const asked = { ...request, release: (0,release_request/* latestUntil */.al)(request.release, sources.until) };
        const key = JSON.stringify((0,resolve_updates/* lockRequest */.h)(asked));
        const known = answers.get(key);
        if (known !== undefined)
            return known;
        const answer = (0,resolve_updates/* resolveUpdates */.R)(asked, sources).catch((error) => {
            if (error instanceof src_errors/* UserError */.yo && error.code === 'update-not-found')
                return error;
            throw error;
        });
        answers.set(key, answer);
        return answer;
    };
    return {
        of: async (request, lock) => {
            const resolution = await resolve(request);
            if (resolution instanceof src_errors/* UserError */.yo)
                return { kind: 'waiting', why: `${resolution.message}. ${resolution.hint}` };
            // A lock may have been made with less patience: what it holds is not taken back.
            if (lock && sources.until !== undefined && lock.date > sources.until)
                return { kind: 'current' };
            const kbs = (0,kb_changes/* kbChanges */.v)(lock?.updates ?? [], resolution.updates);
            return kbs.length === 0 ? { kind: 'current' } : { kind: 'stale', kbs };
        },
    };
}

;// CONCATENATED MODULE: ./.cache/build/src/plan/look-up.js
/** Asks the release information and the catalog, once for all templates, how their locks stand. */








/** @throws UserError catalog-unavailable, catalog-changed and the like, when what is built depends on it */
async function lookUp(templates, question, when, context) {
    if (!templates.some(isInQuestion))
        return { states: [], findings: [] };
    const { catalogUrl, releaseInfoUrl, env } = question;
    const mirrors = [catalogUrl, releaseInfoUrl].flatMap((url) => (url === undefined || url === 'none' ? [] : [url]));
    const http = (0,http_client/* createHttpClient */.u)({ env, policy: (0,host_policy/* createHostPolicy */.Ng)({ mirrors, suffixes: host_policy/* MICROSOFT_SUFFIXES */.rr }) });
    try {
        const { log, signal } = context;
        const releases = await (0,load_release_info/* loadReleaseInfo */.Q)(http, releaseInfoUrl, signal, log.info);
        const catalog = (0,catalog_client/* createCatalogClient */.x)({
            http,
            signal,
            ...(catalogUrl !== undefined && { url: catalogUrl }),
            onRetry: log.info,
        });
        const sources = {
            catalog,
            releases: releases.entries,
            today: question.now.toISOString().slice(0, 10),
            until: patienceEnds(question.now, question.patience),
        };
        const { states, findings } = await askAll(templates, sources);
        return { states, findings: [...releases.findings, ...findings] };
    }
    catch (error) {
        context.signal.throwIfAborted();
        if (when !== 'always' || !(error instanceof src_errors/* UserError */.yo))
            throw error;
        return { states: [], findings: [unknown(error)] };
    }
    finally {
        await http.close();
    }
}
/** One after the other, as the catalog wants to be asked; the same question costs nothing the second time. */
async function askAll(templates, sources) {
    const asked = createCatalogStates(sources);
    const states = [];
    const waiting = new Map();
    for (const one of templates) {
        const state = isInQuestion(one) ? await asked.of(requestOfTemplate(one.template), one.lock) : undefined;
        states.push(state);
        if (state?.kind === 'waiting')
            waiting.set(state.why, [...(waiting.get(state.why) ?? []), one.template.name]);
    }
    return { states, findings: [...waiting].map(([why, names]) => behind(why, names)) };
}
function isInQuestion({ affected }) {
    return affected !== false;
}
function behind(why, names) {
    return {
        code: 'catalog-behind',
        severity: 'warning',
        seen: `${names.slice(0, 5).join(', ')}${names.length > 5 ? ` and ${names.length - 5} more` : ''}: ${why}`,
        remedy: 'A plan that runs again later finds out whether it has come; nothing is remembered that could be missed.',
    };
}
function unknown({ message, hint }) {
    return {
        code: 'stale-unknown',
        severity: 'warning',
        seen: `${message}. Whether locks are behind the catalog is not known.`,
        remedy: `${hint} What is built does not depend on it with "when: always"; with "offline: true" it is not asked.`,
    };
}

;// CONCATENATED MODULE: ./.cache/build/src/plan/plan-release.js
/** Plans a release: which templates of a repository are built, why, and as which jobs. */













/** @throws UserError file-missing when the patterns name nothing, or one a file that is not there; input-invalid, and what the catalog's rooms throw */
async function planRelease(request, context) {
    const { workspace, patterns, onlyChanged } = request;
    const changes = onlyChanged === undefined ? undefined : await changesSince(onlyChanged, workspace, context.tools);
    const removed = changes ? removedTemplates(request, changes) : [];
    const paths = await findTemplates(workspace, patterns);
    if (paths.length === 0 && removed.length === 0)
        throw nothingFound(request);
    const absent = namedAlone(patterns).filter((path) => !paths.includes(path) && !removed.includes(path));
    if (absent.length > 0)
        throw nothingFound({ workspace, patterns: { ...patterns, wanted: absent } });
    const { templates, bases, findings } = await readTemplates(workspace, paths, context.signal);
    context.log.info(`${templates.length} templates, ${bases.length} base files`);
    if (templates.length === 0 && findings.length === 0 && removed.length === 0)
        throw nothingFound(request);
    const checked = await (0,map_bounded/* mapBounded */.y)(templates, 32, context.signal, (one) => examineTemplate(one, { workspace, changes, isMadeAnew: request.catalog !== undefined }));
    const catalog = request.catalog && (await lookUp(checked, request.catalog, request.when, context));
    const planned = checked.map((one, index) => decide(one, request.when, catalog?.states[index]));
    const built = planned.filter(({ build }) => build);
    const batches = makeBatches(built.map(({ name, file, product, runsOn }) => ({ name, file, product, 'runs-on': runsOn })), request.targets, request.batchSize);
    return {
        templates: planned,
        removed,
        batches,
        count: batches.reduce((sum, batch) => sum + jobsOf(batch), 0),
        updatesUntil: request.catalog && patienceEnds(request.catalog.now, request.catalog.patience),
        findings: [...findings, ...checked.flatMap((one) => one.findings), ...(catalog?.findings ?? [])],
    };
}
function removedTemplates({ workspace, patterns }, { files }) {
    return [...files]
        .map((file) => near(workspace, file))
        .filter((path) => isNamed(path, patterns) && !(0,external_node_fs_.existsSync)((0,external_node_path_.join)(workspace, path)))
        .sort(compare_text/* compareText */.n);
}
/** A pattern may name nothing beside others; whoever names a file means that one. A bare +, @ or parenthesis is part of a name. */
function namedAlone(patterns) {
    return patterns.wanted.filter((pattern) => !/[*?[{]|[!+@]\(/.test(pattern) && isNamed(pattern, patterns));
}
function nothingFound({ patterns, workspace }) {
    return new src_errors/* UserError */.yo('file-missing', `Input templates: no template matches ${patterns.wanted.join(', ')} in ${workspace}`, 'Write patterns that count from this folder; a workflow has to check the repository out in a step before (actions/checkout).');
}

;// CONCATENATED MODULE: ./.cache/build/actions/plan-release/main.js
/** Plans and says in the log what comes of it. */

async function main(request, context) {
    const plan = await planRelease(request, context);
    for (const { file, build, reason } of plan.templates) {
        context.log.info(`${build ? 'build' : 'leave'} ${file}: ${reason}`);
    }
    context.log.info(`${plan.count} jobs in ${plan.batches.length} batches`);
    return plan;
}

// EXTERNAL MODULE: ./.cache/build/src/report/findings-table.js
var findings_table = __webpack_require__(29994);
// EXTERNAL MODULE: ./.cache/build/src/report/markdown-table.js
var markdown_table = __webpack_require__(90597);
;// CONCATENATED MODULE: ./.cache/build/actions/plan-release/summary.js
/** The job summary of plan-release. */



function renderSummary(plan, { targets, onlyChanged, catalog }) {
    const built = plan.templates.filter(({ build }) => build);
    const forTargets = targets.length === 0 ? '' : ` for ${targets.length} targets`;
    const parts = [`### Plan: ${built.length} of ${plan.templates.length} templates are built${forTargets}`];
    const errors = plan.findings.filter(({ severity }) => severity === 'error').length;
    if (errors > 0)
        parts.push(`❌ ${errors} faults have to be put right first.`);
    if (plan.templates.length > 0)
        parts.push(templatesTable(plan.templates, onlyChanged, catalog !== undefined));
    if (plan.removed.length > 0) {
        const names = plan.removed.map((path) => `\`${(0,markdown_table/* escapeMarkdown */.F)(path)}\``).join(', ');
        parts.push(`Removed since the base: ${names}. Nothing is built of them; what they published stays.`);
    }
    if (plan.findings.length > 0)
        parts.push((0,findings_table/* findingsTable */.f9)(plan.findings));
    return `${parts.join('\n\n')}\n`;
}
function templatesTable(templates, onlyChanged, isAsked) {
    const head = ['Template', 'Built', 'Why'];
    if (onlyChanged !== undefined)
        head.push('KBs since the base');
    if (isAsked)
        head.push('KBs by the catalog');
    return (0,markdown_table/* markdownTable */.Q)(head, templates.map(({ file, build, reason, since, stale }) => [
        file,
        build ? 'yes' : 'no',
        reason,
        ...(onlyChanged === undefined ? [] : [describe(since)]),
        ...(isAsked ? [describe(stale)] : []),
    ]));
}
function describe(changes) {
    return changes.map((change) => `${change.kind}: ${(0,kb_changes/* describeChange */.u)(change)}`).join('\n');
}

;// CONCATENATED MODULE: ./.cache/build/actions/plan-release/action.js
/** plan-release as a value. */





const planReleaseAction = (0,action/* defineAction */.Q)({
    name: 'plan-release',
    description: 'Checks all template and lock files, and plans which of them are built: changed ones, or what updates are out for',
    branding: { icon: 'calendar', color: 'blue' },
    inputs: INPUTS,
    outputs: {
        matrix: {
            description: 'JSON object for `strategy.matrix` with `template` (name, file, product, runs-on) and, with targets, `target`; empty when one batch does not hold all jobs.',
            value: ({ batches }) => (batches.length > 1 ? undefined : (batches[0] ?? { template: [] })),
        },
        batches: {
            description: 'JSON array of such matrices, each within the limit of a matrix, for calls of a reusable workflow.',
            value: ({ batches }) => batches,
        },
        count: {
            description: 'Number of jobs; a matrix without any is an error to GitHub.',
            value: ({ count }) => String(count),
        },
        stale: {
            description: 'JSON array of the templates whose lock is behind the catalog: name, file, kbs (kind, from, to); empty when offline.',
            value: ({ templates }) => templates.filter(({ stale }) => stale.length > 0).map(({ name, file, stale }) => ({ name, file, kbs: stale })),
        },
        'updates-until': {
            description: 'Day after which updates were not counted (offset-days, hour), for the input until of fetch-updates, so that a build waits for the same; empty where all that is out counts.',
            value: ({ updatesUntil }) => updatesUntil,
        },
        'patch-tuesday': {
            description: 'true when an update is out that the lock of a template lacks, else false.',
            value: ({ templates }) => String(templates.some(({ stale }) => stale.length > 0)),
        },
    },
    prepare: prepare,
    main: main,
    findings: ({ findings }) => findings,
    summary: renderSummary,
    assertGood: ({ findings }) => {
        const errors = findings.filter(({ severity }) => severity === 'error');
        if (errors.length === 0)
            return;
        throw new src_errors/* UserError */.yo('template-invalid', `${errors.length} faults stand in the templates and locks`, 'Each is told at its line; nothing is planned until they are put right.');
    },
});


/***/ }),

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

/***/ 15760:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ verifyQuiesce)
});

// EXTERNAL MODULE: ./.cache/build/src/job/action.js
var action = __webpack_require__(36082);
// EXTERNAL MODULE: ./.cache/build/src/quiesce/held-check.js
var held_check = __webpack_require__(76628);
// EXTERNAL MODULE: ./.cache/build/src/quiesce/held-copy.js
var held_copy = __webpack_require__(60531);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/held-session.js
var held_session = __webpack_require__(10702);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.cache/build/src/check/verdict.js
var check_verdict = __webpack_require__(14312);
// EXTERNAL MODULE: ./.cache/build/src/errors.js
var errors = __webpack_require__(41251);
// EXTERNAL MODULE: ./.cache/build/src/job/input.js
var input = __webpack_require__(90458);
// EXTERNAL MODULE: ./.cache/build/src/job/input-types.js
var input_types = __webpack_require__(198);
// EXTERNAL MODULE: ./.cache/build/src/job/shared-inputs.js
var shared_inputs = __webpack_require__(79871);
// EXTERNAL MODULE: ./.cache/build/src/windows/plan/disk-layouts.js
var disk_layouts = __webpack_require__(35619);
;// CONCATENATED MODULE: ./.cache/build/actions/verify-quiesce/inputs.js
/** The inputs of verify-quiesce: an image, a VM on a server, or both. */







const OF_COPY = [{ input: 'copy', is: [true] }];
const REQUIRED = '**required** for a live check';
const INPUTS = {
    image: (0,input/* input */.h)(input_types/* path */.Ae, {
        description: 'Disk image (VHD, VHDX, VMDK, raw) or OVA to check offline. Together with `server` and `vm` its findings help to name the cause.',
    }),
    ...(0,shared_inputs/* serverInputsOfVm */.Zr)(REQUIRED),
    'resource-pool': (0,input/* variant */.O)(shared_inputs/* SERVER_INPUTS */.O9['resource-pool'], {
        only: [...OF_COPY, { input: 'restore', is: [true] }],
        description: 'Resource pool that the copy runs in, by name or inventory path.',
        otherwise: 'that of the VM; for a template the root pool of its host or cluster',
    }),
    vm: (0,input/* input */.h)(input_types/* text */.Qq, {
        description: 'VM or template to prove: name, inventory path, or managed object id such as `vm-42`.',
        otherwise: REQUIRED,
    }),
    copy: (0,input/* input */.h)(input_types/* boolean */.zM, {
        only: shared_inputs/* OF_VM */.gT.only,
        description: 'Prove a disposable copy, which is destroyed whatever happens (vCenter only); `false` proves the VM itself, which is left as it was found.',
        default: 'true',
    }),
    network: (0,input/* input */.h)(input_types/* text */.Qq, {
        only: OF_COPY,
        description: 'Network that the copy is connected to, by name or inventory path.',
        otherwise: 'none; the copy starts with its network cards disconnected, so that it meets nobody with the name and address of its source',
    }),
    customization: (0,input/* input */.h)(input_types/* text */.Qq, {
        only: OF_COPY,
        description: 'Proves that the template deploys: a second copy is cloned with a customization specification, `generated` or the name of one of the vCenter, and has to report success within 60 minutes. Needs `network`, an isolated one, as customization connects the cards. `none` leaves it out.',
        template: { key: 'verify.customization', read: ({ verify }) => verify.customization },
        default: 'none',
    }),
    restore: (0,input/* input */.h)(input_types/* boolean */.zM, {
        only: shared_inputs/* OF_VM */.gT.only,
        description: 'Starts a linked clone of the quiesced snapshot, disconnected, and awaits VMware Tools in it; with `guest-password` its system volume has to be clean, its event log without errors of NTFS and ESENT, and its services have to run as before (vCenter only).',
        default: 'false',
    }),
    'marker-scripts': (0,input/* input */.h)(input_types/* boolean */.zM, {
        only: OF_COPY,
        description: 'Puts a script into the copy that VMware Tools run at the freeze and at the thaw, and says whether they did, and how long lay between; with `restore` it proves that the snapshot was taken between them. Needs `guest-password`.',
        template: { key: 'verify.marker-scripts', read: ({ verify }) => verify.markerScripts },
        default: 'false',
    }),
    'guest-username': (0,input/* input */.h)(input_types/* text */.Qq, {
        only: [{ input: 'guest-password' }],
        description: 'Account in the guest that programs are run as, to see what vSphere does not know.',
        default: 'Administrator',
    }),
    'guest-password': (0,input/* input */.h)(input_types/* secret */.rJ, {
        only: shared_inputs/* OF_VM */.gT.only,
        description: 'Its password; with `customization: generated` also the one that is set.',
        otherwise: 'no program is run in a guest',
    }),
    'power-on': (0,input/* input */.h)(input_types/* boolean */.zM, {
        only: shared_inputs/* OF_VM */.gT.only,
        description: 'Start the VM when it is off, and stop it afterwards.',
        default: 'true',
    }),
    timeout: (0,input/* input */.h)(input_types/* duration */.p0, {
        only: shared_inputs/* OF_VM */.gT.only,
        description: 'How long starting with VMware Tools, and the snapshot, may take each; a snapshot is given at least 5 minutes, a first boot that the image announces eight times this.',
        template: { key: 'verify.timeout', read: ({ verify }) => verify.timeout },
        default: '15 min',
    }),
    level: (0,input/* input */.h)((0,input_types/* choice */.Yq)(check_verdict/* LEVELS */.A_), {
        description: 'What snapshots must be able to reach; the step fails when less was proven.',
        template: { key: 'verify.level', read: ({ verify }) => verify.level },
        default: 'application',
    }),
    directory: (0,input/* input */.h)(input_types/* path */.Ae, {
        only: shared_inputs/* OF_VM */.gT.only,
        description: 'Folder that keeps the manifest of the snapshot, and below it the evidence of a failure.',
        otherwise: '`<runner temp>/stillframe/verify-quiesce`',
    }),
};
function prepare(reading, place) {
    const { level, image } = reading.values;
    const asks = reading.template !== undefined && (0,disk_layouts/* asksForRecovery */.rd)(reading.template.disk);
    const live = readLive(reading, place);
    if (image === undefined && live === undefined) {
        throw new errors/* UserError */.yo('input-missing', 'Neither the input image nor the inputs server and vm are set', 'Set image to check a disk or an OVA offline, server and vm to prove a VM by a snapshot, or all of them; if they are there, their expressions are empty: did the step that gives them run?');
    }
    return {
        level,
        ...(image !== undefined && { image }),
        ...(live && { live }),
        ...(asks && { asksForRecovery: true }),
    };
}
function readLive({ values, needed, invalid }, { temp }) {
    const { timeout, copy, datacenter } = values;
    if (values.server === undefined && values.vm === undefined)
        return undefined;
    const { server, vm, username, password } = needed('server', 'vm', 'username', 'password');
    if (timeout < 1000) {
        throw invalid('timeout', `${timeout} ms`, 'Write at least a second; 15 min is what vCenter itself allows.');
    }
    if (copy && !values['power-on']) {
        throw invalid('power-on', 'false', 'A copy is always off at first: leave power-on out, or set copy: false.');
    }
    const customization = values.customization === 'none' ? undefined : values.customization;
    if (customization !== undefined && !copy) {
        throw invalid('customization', customization, 'Only a copy is customized: leave it out, or set copy: true.');
    }
    if (customization !== undefined && values.network === undefined) {
        throw invalid('customization', customization, 'Set network to an isolated one: customization connects the network cards of the copy, which has the name and addresses of its source.');
    }
    const guestPassword = values['guest-password'];
    const markerScripts = values['marker-scripts'];
    if (markerScripts && !copy) {
        throw invalid('marker-scripts', 'true', 'The script is put into a copy alone: leave it out, or set copy: true.');
    }
    if (markerScripts && guestPassword === undefined) {
        throw invalid('marker-scripts', 'true', 'Set guest-password, the one of the account guest-username in the image: the script is put into the copy by it.');
    }
    return {
        markerScripts,
        customization,
        restore: values.restore,
        account: guestPassword === undefined ? undefined : { username: values['guest-username'], password: guestPassword },
        server,
        username,
        password,
        tls: { thumbprint: values.thumbprint, caFile: values['ca-file'], insecure: values.insecure },
        datacenter,
        vm,
        copy,
        resourcePool: values['resource-pool'],
        network: values.network,
        powerOn: values['power-on'],
        timeout,
        directory: values.directory ?? (0,external_node_path_.join)(temp, 'stillframe', 'verify-quiesce'),
    };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./.cache/build/src/check/check-image.js + 1 modules
var check_image = __webpack_require__(47584);
// EXTERNAL MODULE: ./.cache/build/src/check/rule.js
var rule = __webpack_require__(21667);
;// CONCATENATED MODULE: ./.cache/build/src/check/combine-findings.js
/** Puts what the image says beside what a snapshot of the same machine proved. */

/**
 * The live findings come first, in their order. A cause that both name stands once; what the image predicted and the snapshot
 * disproved is only information.
 */
function combineFindings(verdict, live, image) {
    const said = new Set(live.map(({ code }) => code));
    const rest = image
        .filter(({ code }) => !said.has(code))
        .map((finding) => {
        const disproved = verdict === 'application' && finding.predicts !== undefined;
        return disproved ? { ...finding, severity: 'info' } : finding;
    });
    return [...live, ...(0,rule/* bySeverity */.Np)(rest)];
}

;// CONCATENATED MODULE: ./.cache/build/actions/verify-quiesce/further-copies.js
/** What further copies of a proven machine do to its verdict: one that was customized, one that was restored from the snapshot. */

/**
 * Asked for and not reached: however good the snapshot was, the template is not. A warning is no such thing.
 * @param proofs those that were made, in the order in which equals are told
 * @returns the verdict, and the findings, errors first: the first of all is told as the cause
 */
function judgeFurther(snapshot, proofs) {
    const findings = (0,rule/* bySeverity */.Np)(proofs.flatMap((proof) => proof?.findings ?? []));
    return { verdict: findings.some(({ severity }) => severity === 'error') ? 'failed' : snapshot, findings };
}

;// CONCATENATED MODULE: ./.cache/build/actions/verify-quiesce/main.js






async function main(inputs, context) {
    const offline = inputs.image === undefined ? undefined : await (0,check_image/* checkImage */.c)(inputs.image, inputs.level);
    const proof = { level: inputs.level, image: offline?.findings };
    // All that speaks to a server is loaded when there is one.
    const live = inputs.live && (await (await Promise.all(/* import() */[__webpack_require__.e(9800), __webpack_require__.e(6722), __webpack_require__.e(5783), __webpack_require__.e(8508), __webpack_require__.e(7230), __webpack_require__.e(721), __webpack_require__.e(5197)]).then(__webpack_require__.bind(__webpack_require__, 15197))).proveVm(inputs.live, proof, context));
    const snapshotVerdict = live?.check.verdict ?? offline?.verdict ?? 'unproven';
    const { verdict, findings: further } = judgeFurther(snapshotVerdict, [live?.check.restore, live?.customization]);
    const manifest = live?.check.manifest;
    const findings = live
        ? combineFindings(snapshotVerdict, [...further, ...live.check.findings], offline?.findings ?? [])
        : (offline?.findings ?? []);
    return {
        verdict,
        level: inputs.level,
        findings: inputs.asksForRecovery ? findings.map(askedFor) : findings,
        ...(offline && inputs.image !== undefined && { image: describeImage(inputs.image, offline) }),
        ...(live && { snapshot: describeSnapshot(live) }),
        manifest: live?.manifestFile ?? '',
        evidence: live?.evidence ?? '',
        ...(manifest && { manifestSha256: (0,external_node_crypto_.createHash)('sha256').update(manifest.content).digest('hex') }),
    };
}
/** What the template file itself asks for is mended there first: repaired, the next build would have it again. */
function askedFor(finding) {
    if (finding.code !== 'recovery-partition-protected')
        return finding;
    const remedy = `The template file asks for this partition: write disk: { recovery: none } and build again, or leave the proof out (verify: false of release-template). ${finding.remedy}`;
    return { ...finding, remedy };
}
/** @throws UserError quiesce-failed with the likeliest cause, when less was proven than was asked for */
function assertProven({ verdict, findings, image, snapshot }, level) {
    if ((0,check_verdict/* reaches */.O6)(verdict, level))
        return;
    const cause = findings[0];
    const what = snapshot ? `The proof of ${snapshot.vm}` : `The check of ${image?.path}`;
    throw new errors/* UserError */.yo('quiesce-failed', `${what} ended with the verdict ${verdict}, asked for was ${level}: ${cause?.seen ?? 'no cause was found'}`, cause?.remedy ?? 'See the job summary and docs/troubleshooting.md.');
}
function describeImage(path, { format, layout }) {
    return { path, format, layout };
}
function describeSnapshot(proven) {
    const { server, host, vm, copy, check, release, proved, customization } = proven;
    return {
        server,
        vm: vm.path,
        moref: vm.moref.value,
        host,
        ...(release && { ova: release.ova }),
        proved,
        ...(copy !== undefined && { copy }),
        ...(check.duration !== undefined && { durationMs: check.duration }),
        ...(check.firstBoot && { firstBoot: check.firstBoot }),
        writers: check.manifest?.writers ?? [],
        manifestMembers: check.manifest?.members ?? [],
        ...(check.fault && { fault: check.fault }),
        events: check.events,
        ...(check.markers && { markers: check.markers }),
        ...(check.restore && { restore: withoutFindings(check.restore) }),
        ...(customization && { customization: withoutFindings(customization) }),
    };
}
/** They stand with the others. */
function withoutFindings({ findings: _, ...rest }) {
    return rest;
}

// EXTERNAL MODULE: ./.cache/build/src/disk/layout-markdown.js
var layout_markdown = __webpack_require__(64990);
// EXTERNAL MODULE: ./.cache/build/src/quiesce/marker-script.js
var marker_script = __webpack_require__(63874);
// EXTERNAL MODULE: ./.cache/build/src/report/findings-table.js
var findings_table = __webpack_require__(29994);
// EXTERNAL MODULE: ./.cache/build/src/report/markdown-table.js
var markdown_table = __webpack_require__(90597);
// EXTERNAL MODULE: ./.cache/build/src/units.js
var units = __webpack_require__(16053);
;// CONCATENATED MODULE: ./.cache/build/actions/verify-quiesce/summary.js
/** The job summary: the verdict first, then what was found, then the snapshot and the disk. */






function renderSummary({ verdict, findings, image, snapshot, manifest, evidence }) {
    const parts = ['## Quiescing', headline(verdict), (0,findings_table/* findingsTable */.f9)(findings)];
    if (snapshot)
        parts.push(...snapshotParts(snapshot, manifest));
    if (evidence !== '')
        parts.push(`Evidence of the failure is kept in ${(0,markdown_table/* escapeMarkdown */.F)(evidence)}.`);
    if (image) {
        parts.push(`### ${(0,markdown_table/* escapeMarkdown */.F)(image.path)} (${image.format})`, (0,layout_markdown/* layoutMarkdown */.Y)(image.layout));
    }
    return `${parts.join('\n\n')}\n`;
}
function headline(verdict) {
    const { mark, text } = check_verdict/* VERDICT_WORDS */._G[verdict];
    return `${mark} **${verdict}**${text === '' ? '' : `: ${text}`}`;
}
function snapshotParts(snapshot, manifest) {
    const { vm, copy, server, durationMs, firstBoot, writers, manifestMembers, fault, events } = snapshot;
    const { customization, restore, markers } = snapshot;
    const rows = [
        ['Virtual machine', vm],
        ['Snapshot of', copy === undefined ? 'the VM itself' : `the disposable copy ${copy}, removed again`],
        ['Server', server],
        ...(firstBoot
            ? [['First boot', `${firstBoot.outcome}${firstBoot.status === undefined ? '' : `: ${firstBoot.status}`}`]]
            : []),
        ['Answer after', durationMs === undefined ? 'no snapshot was taken' : (0,units/* formatDuration */.a3)(durationMs)],
        ['Fault', fault ? `${fault.type}: ${fault.message}` : 'none'],
        ['Manifest', manifest === '' ? 'none' : `${manifest} (${manifestMembers.length} files)`],
        ['VSS writers', writers.length === 0 ? 'none' : writers.join(', ')],
        ...(markers ? [['Marker script', describeMarkers(markers)]] : []),
        ...(restore ? [['Linked clone of the snapshot', describeRestore(restore)]] : []),
        ...(customization ? [['Customized copy', describeCustomization(customization)]] : []),
    ];
    const parts = ['### Snapshot', (0,markdown_table/* markdownTable */.Q)(['', ''], rows)];
    if (events.length > 0) {
        const table = (0,markdown_table/* markdownTable */.Q)(['Time', 'Event'], events.map(({ time, message }) => [time, message]));
        parts.push(`<details><summary>Events of the VM</summary>\n\n${table}\n\n</details>`);
    }
    return parts;
}
function describeCustomization({ outcome, specification, copy, durationMs, }) {
    const of = copy === undefined ? '' : `: ${copy}, removed again`;
    return `${outcome} with ${specification}${durationMs === undefined ? '' : ` after ${(0,units/* formatDuration */.a3)(durationMs)}`}${of}`;
}
function describeMarkers(markers) {
    const between = (0,marker_script/* frozenFor */.sO)(markers);
    if (between !== undefined)
        return `run at the freeze and at the thaw, ${(0,units/* formatDuration */.a3)(between)} between them`;
    const { freeze, freezeFail, thaw } = markers;
    const ran = [
        ...(freeze === undefined ? [] : ['at the freeze']),
        ...(freezeFail === undefined ? [] : ['after a freeze that failed']),
        ...(thaw === undefined ? [] : ['at the thaw']),
    ];
    return ran.length === 0 ? 'not run' : `run ${ran.join(' and ')}`;
}
function describeRestore({ outcome, copy, durationMs, checked }) {
    const depth = `volume, event log and services ${checked ? '' : 'not '}asked`;
    return `${outcome} after ${(0,units/* formatDuration */.a3)(durationMs)}, ${depth}: ${copy}, removed again`;
}

;// CONCATENATED MODULE: ./.cache/build/actions/verify-quiesce/action.js
/** verify-quiesce as a value. */







const verifyQuiesce = (0,action/* defineAction */.Q)({
    name: 'verify-quiesce',
    description: 'Proves by a quiesced snapshot that VSS snapshots of a VM work, or finds in any image what makes them fail',
    branding: { icon: 'check-circle', color: 'green' },
    inputs: INPUTS,
    outputs: {
        verdict: {
            description: 'Live: `application`, `filesystem`, `ignored` or `failed`, by the evidence of the snapshot; `failed` also when a customized copy, or one restored from the snapshot, was asked for and did not come up. Offline: `failed` with an error among the findings, otherwise `unproven`.',
            value: ({ verdict }) => verdict,
        },
        findings: {
            description: 'JSON array of findings, the likeliest cause first: code, severity, seen, remedy, and predicts where it says what a snapshot comes to.',
            value: ({ findings }) => findings,
        },
        manifest: {
            description: 'Path of the snapshot’s manifest, a zip with the documents of the VSS writers that took part; empty when there was none.',
            value: ({ manifest }) => manifest,
        },
        evidence: {
            description: 'Folder with what may name the cause when less was proven than was asked for, to keep as an artifact: fault, events, vmware.log, and with `guest-password` what the guest says (vssadmin, reagentc, event log, vmbackup.log); empty otherwise.',
            value: ({ evidence }) => evidence,
        },
    },
    holds: [held_session/* HELD_SESSION */.d, held_copy/* HELD_COPY */.A, held_check/* HELD_CHECK */.H],
    prepare: prepare,
    main: main,
    findings: ({ findings }) => findings,
    summary: renderSummary,
    assertGood: (result, { level }) => assertProven(result, level),
});


/***/ }),

/***/ 88870:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DH: () => (/* binding */ DONE),
/* harmony export */   Wk: () => (/* binding */ FAILED),
/* harmony export */   u_: () => (/* binding */ USAGE)
/* harmony export */ });
/** What can be asked of the program by name: an action, a shorter way to one, or something that only a terminal has. */
/** The command did what it was asked for. */
const DONE = 0;
/** It failed, or found what it was to find. */
const FAILED = 1;
/** The command line is none that anybody can act on. */
const USAGE = 2;


/***/ }),

/***/ 23850:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  x: () => (/* binding */ runInTerminal)
});

// EXTERNAL MODULE: ./.cache/build/src/errors.js
var errors = __webpack_require__(41251);
// EXTERNAL MODULE: ./.cache/build/src/nearest-name.js
var nearest_name = __webpack_require__(92106);
// EXTERNAL MODULE: ./.cache/build/src/cli/command.js
var cli_command = __webpack_require__(88870);
;// CONCATENATED MODULE: ./.cache/build/src/cli/completion/bash-completion.js
/** Completion for bash 4 and later ("Programmable Completion" of its manual). */
function bashCompletion(commands) {
    const names = commands.map(({ name }) => name).join(' ');
    return [
        '# bash completion of stillframe: source <(stillframe completion bash)',
        '_stillframe() {',
        '  local cur prev',
        // biome-ignore lint/suspicious/noTemplateCurlyInString: bash
        '  cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}',
        '  COMPREPLY=()',
        '  if [ "$COMP_CWORD" -eq 1 ]; then',
        `    ${answer(`help --version ${names}`)}`,
        '    return',
        '  fi',
        // biome-ignore lint/suspicious/noTemplateCurlyInString: bash
        '  case ${COMP_WORDS[1]} in',
        ...commands.flatMap(commandCase),
        '  esac',
        '}',
        'complete -F _stillframe stillframe',
        '',
    ].join('\n');
}
function commandCase({ name, options, words }) {
    const valued = options.filter(({ values }) => values !== 'none');
    return [
        `    ${name})`,
        '      case $prev in',
        ...valued.map(({ flag, values }) => `        ${flag}) ${completeValue(values)} return ;;`),
        '      esac',
        '      case $cur in',
        `        -*) ${answer(options.map(({ flag }) => flag).join(' '))} ;;`,
        `        *) ${words === 'none' ? answer(options.map(({ flag }) => flag).join(' ')) : completeValue(words)} ;;`,
        '      esac ;;',
    ];
}
function completeValue(values) {
    if (values === 'file')
        return 'compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -f -- "$cur");';
    if (typeof values === 'string')
        return '';
    return `${answer(values.join(' '))};`;
}
/** Words hold no blanks, quotes or dollars: they are names of inputs and their choices. */
function answer(words) {
    return `mapfile -t COMPREPLY < <(compgen -W '${words}' -- "$cur")`;
}

;// CONCATENATED MODULE: ./.cache/build/src/cli/completion/completable.js
/** What shells need to know of a command to complete it, whichever shell it is. */
/** Secrets are not options: they come from the environment. */
function completables(commands) {
    return commands.map(({ name, description, inputs, words }) => ({
        name,
        description,
        options: [
            ...Object.entries(inputs)
                .filter(([, { type }]) => !type.secret)
                .map(([input, declaration]) => ({
                flag: `--${input}`,
                description: firstSentence(declaration.description),
                values: valuesOf(declaration.type),
            })),
            { flag: '--json', description: 'Print the report as JSON', values: 'none' },
            { flag: '--help', description: 'Show what it takes', values: 'none' },
        ],
        words: words === undefined ? 'none' : valuesOf(words.type),
    }));
}
function valuesOf(type) {
    if (type.label === 'Boolean')
        return 'none';
    if (type.values !== undefined)
        return type.values;
    return type.path ? 'file' : 'any';
}
function firstSentence(text) {
    return (/^.*?(?=[.;:](?: |$))/s.exec(text)?.[0] ?? text).replaceAll('`', '');
}

;// CONCATENATED MODULE: ./.cache/build/src/cli/completion/powershell-completion.js
/** Completion for PowerShell 5.1 and 7 (Register-ArgumentCompleter -Native). */
function powershellCompletion(commands) {
    return [
        '# PowerShell completion of stillframe: stillframe completion powershell | Out-String | Invoke-Expression',
        "Register-ArgumentCompleter -Native -CommandName 'stillframe' -ScriptBlock {",
        '  param($wordToComplete, $commandAst, $cursorPosition)',
        '  # Of each command its options; of each option the words that it takes. None: PowerShell completes files itself.',
        '  $known = @{',
        ...commands.map(({ name, options }) => `    ${quote(name)} = @{ ${options.map(({ flag, values }) => `${quote(flag)} = ${list(values)}`).join('; ')} }`),
        '  }',
        '  $words = @($commandAst.CommandElements | ForEach-Object { $_.Extent.Text })',
        '  $before = if ($wordToComplete) { $words.Count - 1 } else { $words.Count }',
        '  $answers = @()',
        '  if ($before -le 1) { $answers = @($known.Keys) }',
        '  elseif ($known.ContainsKey($words[1])) {',
        '    $options = $known[$words[1]]',
        '    $previous = $words[$before - 1]',
        '    if ($before -gt 2 -and $options.ContainsKey($previous) -and $options[$previous].Count -gt 0) { $answers = $options[$previous] }',
        '    else { $answers = @($options.Keys) }',
        '  }',
        '  $answers | Where-Object { $_ -like "$wordToComplete*" } | Sort-Object | ForEach-Object {',
        "    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)",
        '  }',
        '}',
        '',
    ].join('\n');
}
function list(values) {
    return typeof values === 'string' ? '@()' : `@(${values.map(quote).join(', ')})`;
}
function quote(text) {
    return `'${text.replaceAll("'", "''")}'`;
}

;// CONCATENATED MODULE: ./.cache/build/src/cli/completion/zsh-completion.js
/** Completion for zsh (zshcompsys(1): `_arguments`, `_describe`). */
function zshCompletion(commands) {
    return [
        '#compdef stillframe',
        '# zsh completion of stillframe: source <(stillframe completion zsh)',
        '_stillframe() {',
        '  if (( CURRENT == 2 )); then',
        '    local -a commands=(',
        ...commands.map(({ name, description }) => `      ${zsh_completion_quote(`${name}:${description}`)}`),
        '    )',
        "    _describe -t commands 'command' commands",
        '    return',
        '  fi',
        '  local command=$words[2]',
        '  shift words',
        '  (( CURRENT-- ))',
        '  case $command in',
        ...commands.flatMap(({ name, options, words }) => [
            `    ${name})`,
            '      _arguments \\',
            ...options.map(({ flag, description, values }) => {
                const spec = values === 'none'
                    ? `${flag}[${unmarked(description)}]`
                    : `${flag}=[${unmarked(description)}]:value:${action(values)}`;
                return `        ${zsh_completion_quote(spec)} \\`;
            }),
            `        ${zsh_completion_quote(`*:word:${action(words)}`)} ;;`,
        ]),
        '  esac',
        '}',
        'compdef _stillframe stillframe',
        '',
    ].join('\n');
}
function action(values) {
    if (values === 'file')
        return '_files';
    return typeof values === 'string' ? ' ' : `(${values.join(' ')})`;
}
/** Brackets and colons end a description. */
function unmarked(text) {
    return text.replaceAll(/[[\]:]/g, '\\$&');
}
function zsh_completion_quote(text) {
    return `'${text.replaceAll("'", "'\\''")}'`;
}

;// CONCATENATED MODULE: ./.cache/build/src/cli/completion/completion-command.js
/** `stillframe completion SHELL`: prints what makes a shell complete the commands, their options and choices. */






const SHELLS = {
    bash: bashCompletion,
    zsh: zshCompletion,
    powershell: powershellCompletion,
};
const NAMES = Object.keys(SHELLS);
/** @param commands all others */
function completionCommand(commands) {
    const own = {
        name: 'completion',
        description: `Prints what makes a shell (${NAMES.join(', ')}) complete commands, inputs and choices`,
        inputs: {},
        words: { name: 'SHELL', description: `One of: ${NAMES.join(', ')}.`, type: { values: NAMES }, count: 'one' },
        run: ({ words }, { screen }) => {
            const write = SHELLS[words[0] ?? ''];
            if (write === undefined) {
                throw new errors/* UserError */.yo('input-invalid', `There is no completion for ${words[0]}`, `Write one of: ${NAMES.join(', ')}.`);
            }
            screen.print(write(completables([...commands, own])).trimEnd());
            return Promise.resolve(cli_command/* DONE */.DH);
        },
    };
    return own;
}

;// CONCATENATED MODULE: ./.cache/build/src/job/default-words.js
/** What stands in for an input that is not set, in the words of the tables. */
function defaultWords({ template, default: constant, required, otherwise }) {
    const fallback = constant === undefined ? otherwise : `\`${constant}\``;
    if (template === undefined)
        return fallback ?? (required ? '**required**' : 'none');
    const key = `\`${template.key}\` of the template file`;
    if (required)
        return `**required**, or ${key}`;
    return `${key}, else ${fallback ?? 'none'}`;
}

// EXTERNAL MODULE: ./.cache/build/src/cli/terminal-host.js
var terminal_host = __webpack_require__(37878);
// EXTERNAL MODULE: ./.cache/build/src/cli/wrap-text.js
var wrap_text = __webpack_require__(31863);
;// CONCATENATED MODULE: ./.cache/build/src/cli/help.js
/** What the terminal prints when it is asked for help; made from the declarations of the commands. */



function listCommands(groups, { paint, columns }) {
    const width = Math.max(...groups.flatMap(({ commands }) => commands.map(({ name }) => name.length)));
    const indent = ' '.repeat(width + 4);
    return [
        'stillframe <command> [--template FILE] [--input VALUE] …',
        ...groups.flatMap(({ title, commands }) => [
            '',
            paint.bold(title),
            ...commands.flatMap(({ name, description }) => {
                const [first = '', ...more] = (0,wrap_text/* wrapText */.C)(description, columns, indent);
                return [`  ${paint.cyan(name.padEnd(width))}  ${first.trimStart()}`, ...more];
            }),
        ]),
        '',
        'stillframe <command> --help shows what it takes. With --json it prints its report for programs.',
        'The exit code is 0 when it went well, 1 when it failed or found a fault, 2 for a command line that is none.',
    ];
}
function describeCommand(command, { paint, columns }) {
    const { name, description, inputs, words } = command;
    const usage = words === undefined ? '' : words.count === 'one' ? ` ${words.name}` : ` [${words.name} …]`;
    const option = (title, text) => [
        `  ${paint.cyan(title)}`,
        ...(0,wrap_text/* wrapText */.C)(text, columns, '      '),
    ];
    return [
        ...(0,wrap_text/* wrapText */.C)(`${name}: ${description}.`, columns),
        '',
        `stillframe ${name}${usage}${Object.keys(inputs).length === 0 ? '' : ' [--input VALUE] …'}`,
        '',
        ...(words === undefined ? [] : option(words.name, words.description)),
        ...Object.entries(inputs).flatMap(([input, declaration]) => option(optionTitle(input, declaration), optionText(declaration))),
        ...option('--json', 'Print the report as JSON.'),
    ];
}
function optionTitle(name, { type }) {
    if (type.secret)
        return `${(0,terminal_host/* secretVariable */.H)(name)} (environment)`;
    return type.label === 'Boolean' ? `--${name}` : `--${name} ${placeholder(type.label)}`;
}
/** `PATH`, `efi|bios`, `NUMBER` */
function placeholder(label) {
    const [, choices] = /^(?:Choice|List of): (.*)$/.exec(label) ?? [];
    if (choices !== undefined)
        return choices.replaceAll(', ', '|');
    return (label.split(/[ ,]/)[0] ?? '').toUpperCase();
}
function optionText(declaration) {
    const words = defaultWords(declaration).replaceAll('**', '').replaceAll('`', '');
    if (words === 'none')
        return declaration.description;
    const standIn = words.startsWith('required') ? `R${words.slice(1)}` : `Default: ${words}`;
    return `${declaration.description} ${standIn}.`;
}

;// CONCATENATED MODULE: ./.cache/build/src/cli/parse-arguments.js
/** Reads a command line such as `convert-ova --disk a.vhd --ova=a.ova --allow-recovery`, or `inspect a.vhd --json`. */



/** @throws UserError input-invalid for what is no input of the command, a secret, or a word too many or too few */
function parseArguments(command, args) {
    const given = new Map();
    const words = [];
    let json = false;
    for (let index = 0; index < args.length; index++) {
        const argument = args[index] ?? '';
        const before = args[index - 1];
        if (argument === '--json')
            json = true;
        else if (command.words && !argument.startsWith('-'))
            words.push(argument);
        else {
            const { name, value } = parse_arguments_option(command, argument, before);
            const next = args[index + 1];
            if (value !== undefined)
                given.set(name, value);
            else if (next !== undefined && isValue(command.inputs, name, next)) {
                given.set(name, next);
                index++;
            }
            else if (isSwitch(command.inputs, name))
                given.set(name, 'true');
            else
                throw withoutValue(command, name, next);
        }
    }
    checkCount(command, words);
    return { given, words, json };
}
function parse_arguments_option(command, argument, before) {
    const [, name, value] = /^--([a-z0-9-]+)(?:=([\s\S]*))?$/.exec(argument) ?? [];
    const declaration = name === undefined ? undefined : command.inputs[name];
    if (name === undefined || !declaration)
        throw unknownArgument(command, argument, before);
    if (!declaration.type.secret)
        return { name, value };
    throw new errors/* UserError */.yo('input-invalid', `--${name} is a secret, and command lines can be read by everybody on the machine`, `Put it into the environment variable ${(0,terminal_host/* secretVariable */.H)(name)}.`);
}
/** What follows an option belongs to it, unless it is an option itself, or a word behind a switch. */
function isValue(inputs, name, next) {
    if (next.startsWith('--'))
        return false;
    return !isSwitch(inputs, name) || /^(?:true|false|yes|no|on|off)$/i.test(next);
}
function isSwitch(inputs, name) {
    return inputs[name]?.type.label === 'Boolean';
}
/** As a variable of a shell that is empty leaves it, without quotation marks around it. */
function withoutValue({ name: command }, name, next) {
    return new errors/* UserError */.yo('input-invalid', `--${name} has no value: ${next === undefined ? 'nothing' : `"${next}"`} comes after it`, `Write --${name} VALUE, or --${name}=VALUE where the value begins with "--"; stillframe ${command} --help explains it.`);
}
function checkCount({ name, words: takes }, words) {
    if (takes?.count !== 'one' || words.length === 1)
        return;
    const found = words.length === 0 ? 'none was given' : `${words.length} were given: ${words.join(', ')}`;
    throw new errors/* UserError */.yo('input-invalid', `${name} takes one ${takes.name}, and ${found}`, `Write: stillframe ${name} ${takes.name}`);
}
function unknownArgument({ name, inputs }, argument, before) {
    const [, flag = ''] = /^--([a-z0-9-]+)$/.exec(before ?? '') ?? [];
    if (isSwitch(inputs, flag) && !argument.startsWith('-')) {
        return new errors/* UserError */.yo('input-invalid', `--${flag} does not take "${argument}"`, `Write --${flag} true or --${flag} false.`);
    }
    const nearest = (0,nearest_name/* nearestName */.q)(argument.replace(/^--/, ''), [...Object.keys(inputs), 'json']);
    return new errors/* UserError */.yo('input-invalid', `${name} has no input "${argument}"`, `${nearest === undefined ? '' : `Did you mean --${nearest}? `}stillframe ${name} --help lists its inputs.`);
}

;// CONCATENATED MODULE: ./.cache/build/src/cli/run-in-terminal.js
/** Runs a command from a terminal: `stillframe <command> --input value`. */






const WIDEST_HELP = 120;
/** @returns the exit code: 0, 1 when the command failed, 2 for a command line that is none */
async function runInTerminal(program, args, terminal) {
    const { screen } = terminal;
    const groups = withCompletion(program.groups);
    const commands = groups.flatMap((group) => group.commands);
    const columns = Math.min(screen.columns ?? WIDEST_HELP, WIDEST_HELP);
    const [name = 'help', ...rest] = args;
    const asked = isHelp(name) && rest[0] !== undefined ? rest[0] : name;
    if (isHelp(asked))
        return printAll(listCommands(groups, { paint: screen.paint, columns }), terminal);
    if (name === '--version')
        return printAll([program.version()], terminal);
    const command = commands.find((candidate) => candidate.name === asked);
    if (!command)
        return unknown(asked, commands, terminal);
    if (isHelp(name) || rest.some(isHelpOption)) {
        return printAll(describeCommand(command, { paint: screen.paint, columns }), terminal);
    }
    try {
        return await command.run(parseArguments(command, rest), terminal);
    }
    catch (error) {
        if (!(error instanceof errors/* UserError */.yo))
            throw error;
        screen.tell(`${screen.tone.red('error')}: ${error.message}\n${error.hint}`);
        return cli_command/* USAGE */.u_;
    }
}
function withCompletion(groups) {
    const known = groups.flatMap(({ commands }) => commands);
    return [...groups, { title: 'The shell', commands: [completionCommand(known)] }];
}
function isHelp(word) {
    return word === 'help' || isHelpOption(word);
}
function isHelpOption(word) {
    return word === '--help' || word === '-h';
}
function printAll(lines, { screen }) {
    for (const line of lines)
        screen.print(line);
    return cli_command/* DONE */.DH;
}
function unknown(name, commands, { screen }) {
    const nearest = (0,nearest_name/* nearestName */.q)(name, commands.map((candidate) => candidate.name));
    const hint = nearest === undefined ? 'stillframe --help lists what there is.' : `Did you mean ${nearest}?`;
    screen.tell(`${screen.tone.red('error')}: there is no command "${name}". ${hint}`);
    return cli_command/* USAGE */.u_;
}


/***/ }),

/***/ 37592:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ createScreen)
});

;// CONCATENATED MODULE: ./.cache/build/src/cli/paint.js
/** Colours, where whoever reads can see them. */
const CODES = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, cyan: 36 };
/** By https://no-color.org: NO_COLOR that is not empty turns colours off; so do a pipe and a terminal that knows none. */
function isColoured(isTerminal, env) {
    return isTerminal && !env.NO_COLOR && env.TERM !== 'dumb';
}
function createPaint(coloured) {
    const paint = (code) => (text) => (coloured ? `\u001b[${code}m${text}\u001b[0m` : text);
    return Object.fromEntries(Object.entries(CODES).map(([name, code]) => [name, paint(code)]));
}

;// CONCATENATED MODULE: ./.cache/build/src/cli/screen.js
/** What a command prints on: results on the standard output, everything that happens meanwhile on the standard error. */

const CLEAR = '\r\u001b[2K';
const BAR = 24;
function createScreen({ out, err }, env) {
    const moves = err.isTTY === true && env.TERM !== 'dumb';
    let moving = '';
    const settle = () => {
        if (moving !== '')
            err.write(CLEAR);
        moving = '';
    };
    /** The moving line stays below what is written. */
    const write = (output, line) => {
        const kept = moving;
        settle();
        output.write(`${line}\n`);
        if (kept !== '')
            err.write(kept);
        moving = kept;
    };
    const tone = createPaint(isColoured(err.isTTY === true, env));
    const progress = (what, share) => {
        const line = shorten(progressLine(what, share), widthOf(err));
        if (line === moving)
            return;
        settle();
        if (share >= 1)
            err.write(`${line}\n`);
        else {
            err.write(line);
            moving = line;
        }
    };
    return {
        print: (line) => write(out, line),
        tell: (line) => write(err, line),
        ...(moves && { progress: once(progress) }),
        settle,
        paint: createPaint(isColoured(out.isTTY === true, env)),
        tone,
        columns: out.isTTY ? widthOf(out) : undefined,
    };
}
/** A terminal that nobody has given a size says 0, as in a container or below `script`. */
function widthOf({ columns }) {
    return columns || 80;
}
/** `[██████░░░░░░░░]  42 % of the disk packed` */
function progressLine(what, share) {
    const done = Math.min(1, Math.max(0, share));
    const full = Math.floor(done * BAR);
    const percent = String(Math.floor(done * 100)).padStart(3);
    return `[${'█'.repeat(full)}${'░'.repeat(BAR - full)}] ${percent} % ${what}`.trimEnd();
}
/** A line that wraps cannot be taken away again. */
function shorten(line, columns) {
    return line.length < columns ? line : line.slice(0, Math.max(0, columns - 1));
}
/** The end is shown once, however often it is told. */
function once(progress) {
    let ended;
    return (what, share) => {
        if (share >= 1 && ended === what)
            return;
        ended = share >= 1 ? what : undefined;
        progress(what, share);
    };
}


/***/ }),

/***/ 86105:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ terminalEnv)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/** The folders of a run that no runner gives any: below the user's own cache, where nobody else can put anything. */

/**
 * Folders below RUNNER_TOOL_CACHE keep downloads and the records of what a killed run left; those below RUNNER_TEMP hold work and reports.
 * @param home absolute path of the user's folder
 * @returns `env`, with both set
 */
function terminalEnv(env, platform, home) {
    const cache = userCache(env, platform, home);
    const { join } = platform === 'win32' ? node_path__WEBPACK_IMPORTED_MODULE_0__.win32 : node_path__WEBPACK_IMPORTED_MODULE_0__.posix;
    return {
        ...env,
        RUNNER_TOOL_CACHE: env.RUNNER_TOOL_CACHE || cache,
        RUNNER_TEMP: env.RUNNER_TEMP || join(cache, 'temp'),
    };
}
/** By the XDG base directory specification 0.8, and where Windows and macOS keep such things. */
function userCache(env, platform, home) {
    if (platform === 'win32')
        return node_path__WEBPACK_IMPORTED_MODULE_0__.win32.join(env.LOCALAPPDATA || node_path__WEBPACK_IMPORTED_MODULE_0__.win32.join(home, 'AppData', 'Local'), 'stillframe');
    if (platform === 'darwin')
        return node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(home, 'Library', 'Caches', 'stillframe');
    // "All paths set in these environment variables must be absolute."
    const xdg = env.XDG_CACHE_HOME ?? '';
    return node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.isAbsolute(xdg) ? xdg : node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(home, '.cache'), 'stillframe');
}


/***/ }),

/***/ 37878:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ secretVariable),
/* harmony export */   P: () => (/* binding */ terminalHost)
/* harmony export */ });
/* harmony import */ var _job_place_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98021);
/** A terminal as a host: inputs from the command line, secrets from the environment, results apart from what is told meanwhile. */

/** The variable that holds a secret input: command lines can be read by everybody on the machine. */
function secretVariable(name) {
    return `STILLFRAME_${name.replaceAll('-', '_').toUpperCase()}`;
}
function terminalHost(options) {
    const { action, given, env, screen, onOutput, quiet = false, createTools, endProgram } = options;
    const { tone, progress } = screen;
    const masked = new Set();
    const hide = (text) => {
        let shown = text;
        // The longest first: what begins like another would leave its end.
        for (const value of [...masked].toSorted((one, other) => other.length - one.length))
            shown = shown.replaceAll(value, '***');
        return shown;
    };
    const say = (text) => screen.tell(hide(text));
    const inform = (text) => {
        if (!quiet)
            say(text);
    };
    const isSecret = (name) => action.inputs[name]?.type.secret === true;
    return {
        log: {
            info: inform,
            warning: (message) => say(`${tone.yellow('warning')}: ${message}`),
            debug: (message) => {
                if (env.STILLFRAME_DEBUG)
                    say(tone.dim(`debug: ${message}`));
            },
            ...(progress && { progress: (what, share) => progress(hide(what), share) }),
            group: async (title, body) => {
                inform(tone.bold(title));
                return body();
            },
            annotate: (severity, text, at) => {
                const word = severity === 'error' ? tone.red(severity) : tone.yellow(severity);
                say(placed(word, text, at));
            },
        },
        readRaw: (name) => (isSecret(name) ? env[secretVariable(name)] : given.get(name)),
        howToSet: (name, { type, template }) => {
            const own = type.secret ? `Put it into the environment variable ${secretVariable(name)}` : `Give --${name}`;
            return `${own}${template === undefined ? '' : `, or --template with a file that has ${template.key}`}.`;
        },
        mask: (value) => {
            masked.add(value);
        },
        place: () => (0,_job_place_js__WEBPACK_IMPORTED_MODULE_0__/* .readPlace */ .y)(env),
        createTools,
        endProgram,
        setOutput: (name, value) => onOutput(name, hide(value)),
        // The log says the same; the report has everything.
        writeSummary: async () => { },
    };
}
/** `file:line:column: error: text`, as compilers say it: editors lead from there to the place. */
function placed(word, text, at) {
    if (at === undefined)
        return `${word}: ${text}`;
    const place = `${at.file}:${at.line}:${at.column}: `;
    // Most messages about a file begin with the place themselves.
    return `${place}${word}: ${text.startsWith(place) ? text.slice(place.length) : text}`;
}


/***/ }),

/***/ 31863:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ wrapText)
/* harmony export */ });
/** Breaks a sentence between words, so that a terminal need not break it within one. */
/** @returns lines of at most `columns`, each with the indent before it; a word that is longer has a line of its own */
function wrapText(text, columns, indent = '') {
    const lines = [];
    let line = '';
    for (const word of text.split(/\s+/).filter((part) => part !== '')) {
        const longer = line === '' ? word : `${line} ${word}`;
        if (line !== '' && indent.length + longer.length > columns) {
            lines.push(indent + line);
            line = word;
        }
        else
            line = longer;
    }
    if (line !== '')
        lines.push(indent + line);
    return lines;
}


/***/ }),

/***/ 91935:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ describeChange),
/* harmony export */   v: () => (/* binding */ kbChanges)
/* harmony export */ });
/* harmony import */ var _updates_compare_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35206);
/** Which KBs an image gets in place of which. */

/** Empty when both name the same KBs. */
function kbChanges(before, after) {
    const kinds = [...new Set([...before, ...after].map(({ kind }) => kind))];
    return kinds.flatMap((kind) => {
        const gone = kbsOf(before, kind, after);
        const come = kbsOf(after, kind, before);
        return Array.from({ length: Math.max(gone.length, come.length) }, (_, index) => ({
            kind,
            ...(gone[index] !== undefined && { from: gone[index] }),
            ...(come[index] !== undefined && { to: come[index] }),
        }));
    });
}
/** Those of the kind that the others have not, in order. */
function kbsOf(all, kind, others) {
    return all
        .filter((one) => one.kind === kind && !others.some(({ kb }) => kb === one.kb))
        .map(({ kb }) => kb)
        .sort(_updates_compare_text_js__WEBPACK_IMPORTED_MODULE_0__/* .compareText */ .n);
}
/** `KB5068791 -> KB5070000`. */
function describeChange({ from, to }) {
    return `${from ?? 'none'} -> ${to ?? 'none'}`;
}


/***/ }),

/***/ 76628:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ HELD_CHECK)
/* harmony export */ });
/** What the check of a VM itself must not leave behind: its snapshot, and that the VM runs. */
/** Held before the VM is started: a task whose answer is lost may do its work all the same. */
const HELD_CHECK = {
    kind: 'quiesce-check',
    what: ({ vm, wasOff }) => `the snapshot ${wasOff ? 'and the running state ' : ''}of ${vm.name}, should there be one`,
    // Loaded when there is something to undo: the check of an image speaks to no server.
    undo: async (held, context) => (await Promise.all(/* import() */[__webpack_require__.e(9800), __webpack_require__.e(6722), __webpack_require__.e(5783), __webpack_require__.e(8508), __webpack_require__.e(8901)]).then(__webpack_require__.bind(__webpack_require__, 38901))).undoHeldCheck(held, context),
};


/***/ }),

/***/ 60531:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ HELD_COPY)
/* harmony export */ });
/** A disposable copy that must not outlive its run. */
/** Held before there is one: when the answer of the clone is lost or cancelled, the copy may yet be made. */
const HELD_COPY = {
    kind: 'quiesce-copy',
    what: ({ source, id }) => `the copy ${id} of ${source.name}`,
    // Loaded when there is something to undo: the check of an image speaks to no server.
    undo: async (held, context) => (await Promise.all(/* import() */[__webpack_require__.e(9800), __webpack_require__.e(6722), __webpack_require__.e(5783), __webpack_require__.e(8508), __webpack_require__.e(6756)]).then(__webpack_require__.bind(__webpack_require__, 76756))).undoHeldCopy(held, context),
};


/***/ }),

/***/ 63874:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AD: () => (/* binding */ isPlaced),
/* harmony export */   BX: () => (/* binding */ PLACE_MARKER),
/* harmony export */   FT: () => (/* binding */ parseMarkers),
/* harmony export */   dc: () => (/* binding */ READ_MARKERS),
/* harmony export */   sO: () => (/* binding */ frozenFor)
/* harmony export */ });
/* harmony import */ var _vsphere_guest_guest_question_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69878);
/**
 * A script that VMware Tools run around the freeze, which leaves a file each time: they show whether Tools run such scripts, and, in what
 * was restored from the snapshot, whether that was taken between them. Freeze scripts go by their names, thaw scripts the other way round, so
 * that the last of all is next to the snapshot on both sides (open-vm-tools, scriptOps.c; Broadcom KB 313544).
 */

/** What Tools run it with, which is in the name of the file that it leaves. */
const STATES = ['freeze', 'freezeFail', 'thaw'];
const FILES = `foreach ($state in ${STATES.map((state) => `'${state}'`).join(', ')}) {
  $file = Join-Path $env:SystemRoot ('Temp\\stillframe-' + $state + '.txt')`;
/**
 * Puts it where Tools look for scripts: every file in `backupScripts.d` of the folder that they are installed in is run. Whatever becomes of it,
 * it ends with 0: another exit code has Tools give up the snapshot. What an earlier one has left goes.
 *   out: placed
 */
const PLACE_MARKER = (0,_vsphere_guest_guest_question_js__WEBPACK_IMPORTED_MODULE_0__/* .guestQuestion */ .dl)(`$tools = (Get-ItemProperty -LiteralPath 'HKLM:\\SOFTWARE\\VMware, Inc.\\VMware Tools' -Name InstallPath).InstallPath
$folder = Join-Path $tools 'backupScripts.d'
$null = [IO.Directory]::CreateDirectory($folder)
${FILES}
  [IO.File]::Delete($file)
}
$script = Join-Path $folder 'zz-stillframe-marker.bat'
$lines = [string[]]('@echo off', '>"%SystemRoot%\\Temp\\stillframe-%~1.txt" echo %~1', 'exit /b 0')
[IO.File]::WriteAllLines($script, $lines, [Text.Encoding]::ASCII)
$answer = @{ placed = [IO.File]::Exists($script) }`);
/** out: of each that was run so the time at which it was. */
const READ_MARKERS = (0,_vsphere_guest_guest_question_js__WEBPACK_IMPORTED_MODULE_0__/* .guestQuestion */ .dl)(`$answer = @{}
${FILES}
  if ([IO.File]::Exists($file)) { $answer[$state] = [IO.File]::GetLastWriteTimeUtc($file).ToString('o') }
}`);
/** @param answer to PLACE_MARKER */
function isPlaced(answer) {
    return (answer ?? {}).placed === true;
}
/** @param answer to READ_MARKERS @returns undefined for what is none */
function parseMarkers(answer) {
    if (typeof answer !== 'object' || answer === null || Array.isArray(answer))
        return undefined;
    const times = answer;
    const time = (state) => {
        const at = Date.parse(typeof times[state] === 'string' ? times[state] : '');
        return Number.isNaN(at) ? undefined : new Date(at).toISOString();
    };
    return { freeze: time('freeze'), freezeFail: time('freezeFail'), thaw: time('thaw') };
}
/** @returns milliseconds that applications were held for at most; undefined where one of the two is not there, or they are not in order */
function frozenFor({ freeze, thaw }) {
    const between = Date.parse(thaw ?? '') - Date.parse(freeze ?? '');
    return between >= 0 ? between : undefined;
}


/***/ }),

/***/ 92308:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ readSignature),
/* harmony export */   LS: () => (/* binding */ commonName)
/* harmony export */ });
/* unused harmony exports readOsslsigncode, SIGNATURE_SCRIPT, readPowerShell */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/* harmony import */ var _powershell_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50241);
/**
 * Who signed a file (a package, a catalog, a program), as the tool of the platform reads it: Get-AuthenticodeSignature on Windows,
 * osslsigncode elsewhere. Sources: SignatureStatus of System.Management.Automation; output of osslsigncode 2.
 */


async function readSignature(path, tools) {
    if (process.platform === 'win32')
        return byPowerShell(path, tools);
    if (!(await tools.has('osslsigncode')))
        return { state: 'unchecked', by: 'osslsigncode is not installed' };
    const output = await tools.run('osslsigncode', ['verify', '-in', path], { okExitCodes: ANY_EXIT });
    return readOsslsigncode(`${output.stdout}\n${output.stderr}`);
}
/** It exits with 1 for unsigned, untrusted and altered alike; its text tells them apart. */
const ANY_EXIT = Array.from({ length: 256 }, (_, code) => code);
/** Reads the text of `osslsigncode verify`. A catalog is signed by its certificates alone and has no digest of the file. */
function readOsslsigncode(text) {
    const tool = 'osslsigncode';
    const told = { by: tool, tool };
    if (/no signature found/i.test(text))
        return { state: 'unsigned', ...told };
    const own = /Signer's certificate:([\s\S]*)/.exec(text)?.[1] ?? text;
    const subject = /^\s*Subject\s*:\s*(.+)$/m.exec(own)?.[1]?.trim();
    const signer = subject === undefined ? {} : { signer: subject };
    const current = /^Current message digest\s*:\s*([0-9A-F]+)/m.exec(text)?.[1];
    const calculated = /^Calculated message digest\s*:\s*([0-9A-F]+)/m.exec(text)?.[1];
    if (current === undefined || calculated === undefined) {
        return { state: 'unchecked', ...told, by: 'osslsigncode could not read it', ...signer };
    }
    if (current !== calculated)
        return { state: 'altered', ...told, ...signer };
    const isTrusted = /^Signature verification: ok$/m.test(text);
    return { state: isTrusted ? 'valid' : 'untrusted', ...told, ...signer };
}
/** The path travels in the environment: nothing in it can become PowerShell. */
const SIGNATURE_SCRIPT = `${_powershell_js__WEBPACK_IMPORTED_MODULE_1__/* .POWERSHELL_HEAD */ .dz}$signature = Get-AuthenticodeSignature -LiteralPath $env:STILLFRAME_SIGNED_FILE
@{ status = [string]$signature.Status; signer = [string]$signature.SignerCertificate.Subject } | ConvertTo-Json -Compress`;
async function byPowerShell(path, tools) {
    const args = ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command', SIGNATURE_SCRIPT];
    try {
        const { stdout } = await tools.run('powershell.exe', args, {
            env: { STILLFRAME_SIGNED_FILE: path },
            encoding: 'utf-8',
        });
        return readPowerShell(stdout);
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ToolError */ .v4))
            throw error;
        return { state: 'unchecked', by: `Get-AuthenticodeSignature failed: ${error.tail.split('\n')[0] ?? ''}` };
    }
}
const STATES = {
    Valid: 'valid',
    NotTrusted: 'untrusted',
    HashMismatch: 'altered',
    NotSigned: 'unsigned',
};
/** Reads the JSON of the script. */
function readPowerShell(json) {
    const tool = 'Get-AuthenticodeSignature';
    const { status, signer } = parseAnswer(json);
    const state = STATES[status] ?? 'unchecked';
    return {
        state,
        by: state === 'unchecked' ? `${tool} says ${status || 'nothing'}` : tool,
        tool,
        ...(status !== '' && { status }),
        ...(signer !== '' && { signer }),
    };
}
function parseAnswer(json) {
    try {
        const { status, signer } = JSON.parse(json);
        return { status: String(status ?? ''), signer: String(signer ?? '') };
    }
    catch {
        return { status: '', signer: '' };
    }
}
/** Common name out of `/C=US/O=Company, Inc./CN=Name, Inc.` (OpenSSL) or `CN="Name, Inc.", O=…` (.NET). */
function commonName(subject) {
    const text = subject.trim();
    const match = text.startsWith('/')
        ? /\/CN=([^/]*)/.exec(text)
        : (/(?:^|,\s*)CN="((?:[^"]|"")*)"/.exec(text) ?? /(?:^|,\s*)CN=([^,]*)/.exec(text));
    return match?.[1]?.replaceAll('""', '"').trim();
}


/***/ })

};
