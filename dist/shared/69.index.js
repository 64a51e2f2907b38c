export const id = 69;
export const ids = [69];
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
        if ((0,read_disks/* isGone */.S)(error))
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
/** Errors that the next VM would meet as well. */
const OF_ALL = ['vsphere-login', 'vsphere-certificate'];
/** A bug of ours must not cost the results of all others, nor go unseen. */
function stackOf({ path }, error) {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return `${path} could not be judged, which is a bug in Stillframe; please report it with this stack: ${stack}`;
}
function audited(vm, facts, disks) {
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
    if (error.code !== 'EPIPE')
        throw error;
    process.exit();
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

// EXTERNAL MODULE: ./.cache/build/src/job/run-action.js + 10 modules
var run_action = __webpack_require__(13437);
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
// EXTERNAL MODULE: ./.cache/build/src/job/read-inputs.js
var read_inputs = __webpack_require__(38112);
// EXTERNAL MODULE: ./.cache/build/src/check/check-image.js + 1 modules
var check_image = __webpack_require__(47584);
// EXTERNAL MODULE: ./.cache/build/src/check/gather-image.js
var gather_image = __webpack_require__(79826);
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
// EXTERNAL MODULE: ./.cache/build/actions/build-vhd/action.js + 137 modules
var build_vhd_action = __webpack_require__(25843);
// EXTERNAL MODULE: ./.cache/build/actions/convert-ova/action.js + 21 modules
var convert_ova_action = __webpack_require__(25211);
// EXTERNAL MODULE: ./.cache/build/actions/extract-drivers/action.js + 16 modules
var extract_drivers_action = __webpack_require__(92829);
// EXTERNAL MODULE: ./.cache/build/actions/fetch-updates/action.js + 13 modules
var fetch_updates_action = __webpack_require__(57939);
// EXTERNAL MODULE: ./.cache/build/actions/plan-release/action.js + 17 modules
var plan_release_action = __webpack_require__(17157);
// EXTERNAL MODULE: ./.cache/build/actions/publish-template/action.js + 15 modules
var publish_template_action = __webpack_require__(53960);
// EXTERNAL MODULE: ./.cache/build/actions/record-release/action.js + 32 modules
var record_release_action = __webpack_require__(97904);
// EXTERNAL MODULE: ./.cache/build/actions/repair-template/action.js + 34 modules
var repair_template_action = __webpack_require__(75684);
// EXTERNAL MODULE: ./.cache/build/actions/upload-esxi/action.js + 18 modules
var upload_esxi_action = __webpack_require__(43763);
// EXTERNAL MODULE: ./.cache/build/actions/verify-quiesce/action.js + 38 modules
var verify_quiesce_action = __webpack_require__(3102);
;// CONCATENATED MODULE: ./.cache/build/actions/all.js
/** Every action, in the order of the flow. */












const ACTIONS = [
    plan_release_action/* planReleaseAction */.x,
    fetch_updates_action/* fetchUpdates */.J,
    extract_drivers_action/* extractDrivers */.l,
    build_vhd_action/* buildVhd */.L,
    convert_ova_action/* convertOva */.G,
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
            `${count} jobs in ${batches.length} batches`,
        ];
    },
};
const COMMANDS = [
    { title: 'Look and check', commands: [INSPECT, shortcutCommand(VALIDATE), shortcutCommand(PLAN)] },
    { title: 'The actions, in the order of the flow', commands: ACTIONS.map(actionCommand) },
];


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
        if (argument === '--json')
            json = true;
        else if (command.words && !argument.startsWith('-'))
            words.push(argument);
        else {
            const { name, value } = parse_arguments_option(command, argument);
            const next = args[index + 1];
            if (value !== undefined)
                given.set(name, value);
            else if (next !== undefined && isValue(command.inputs, name, next)) {
                given.set(name, next);
                index++;
            }
            else
                given.set(name, 'true');
        }
    }
    checkCount(command, words);
    return { given, words, json };
}
function parse_arguments_option(command, argument) {
    const [, name, value] = /^--([a-z0-9-]+)(?:=([\s\S]*))?$/.exec(argument) ?? [];
    const declaration = name === undefined ? undefined : command.inputs[name];
    if (name === undefined || !declaration)
        throw unknownArgument(command, argument);
    if (!declaration.type.secret)
        return { name, value };
    throw new errors/* UserError */.yo('input-invalid', `--${name} is a secret, and command lines can be read by everybody on the machine`, `Put it into the environment variable ${(0,terminal_host/* secretVariable */.H)(name)}.`);
}
/** What follows an option belongs to it, unless it is an option itself, or a word behind a switch. */
function isValue(inputs, name, next) {
    if (next.startsWith('--'))
        return false;
    const isSwitch = inputs[name]?.type.label === 'Boolean';
    return !isSwitch || /^(?:true|false|yes|no|on|off)$/i.test(next);
}
function checkCount({ name, words: takes }, words) {
    if (takes?.count !== 'one' || words.length === 1)
        return;
    const found = words.length === 0 ? 'none was given' : `${words.length} were given: ${words.join(', ')}`;
    throw new errors/* UserError */.yo('input-invalid', `${name} takes one ${takes.name}, and ${found}`, `Write: stillframe ${name} ${takes.name}`);
}
function unknownArgument({ name, inputs }, argument) {
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
        const line = shorten(progressLine(what, share), err.columns ?? 80);
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
        columns: out.isTTY ? (out.columns ?? 80) : undefined,
    };
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
        for (const value of masked)
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


/***/ })

};
