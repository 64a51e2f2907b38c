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
// EXTERNAL MODULE: ./.cache/build/src/job/read-inputs.js + 1 modules
var read_inputs = __webpack_require__(38609);
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
// EXTERNAL MODULE: ./.cache/build/actions/convert-ova/action.js + 22 modules
var convert_ova_action = __webpack_require__(11183);
// EXTERNAL MODULE: ./.cache/build/actions/extract-drivers/action.js + 16 modules
var extract_drivers_action = __webpack_require__(92829);
// EXTERNAL MODULE: ./.cache/build/actions/fetch-updates/action.js + 13 modules
var fetch_updates_action = __webpack_require__(57939);
// EXTERNAL MODULE: ./.cache/build/actions/plan-release/action.js + 17 modules
var plan_release_action = __webpack_require__(17157);
// EXTERNAL MODULE: ./.cache/build/actions/publish-template/action.js + 11 modules
var publish_template_action = __webpack_require__(10659);
// EXTERNAL MODULE: ./.cache/build/actions/record-release/action.js + 32 modules
var record_release_action = __webpack_require__(97904);
// EXTERNAL MODULE: ./.cache/build/actions/repair-template/action.js + 34 modules
var repair_template_action = __webpack_require__(75684);
// EXTERNAL MODULE: ./.cache/build/actions/upload-esxi/action.js + 35 modules
var upload_esxi_action = __webpack_require__(47604);
// EXTERNAL MODULE: ./.cache/build/actions/verify-quiesce/action.js + 41 modules
var verify_quiesce_action = __webpack_require__(22413);
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
    const target = (await (0,promises_.open)(partial, 'w')).createWriteStream();
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
        description: 'Patterns of template files, one per line, from the workspace on; one that begins with ! leaves files out. A file without a name that others extend is no template.',
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
                : 'Check the repository out in a step before (actions/checkout), or leave only-changed out.';
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
// EXTERNAL MODULE: ./.cache/build/src/template/template-file.js + 3 modules
var template_file = __webpack_require__(92098);
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
        return { ...known, template: await (0,template_file/* loadTemplate */.P)(file, cache), faults: [] };
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
        const name = template.name.toLowerCase();
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




/** Whether one of the changed files is the template, its lock, what it extends or what it names. @param changed absolute paths */
function isAffected({ template }, changed) {
    const own = [template.file, (0,lock_file/* lockPath */.HZ)(template.file), ...template.bases];
    if (own.some((file) => changed.has(file)))
        return true;
    const named = [...namedFiles(template), ...mediaOf(template)];
    return named.some(({ path }) => changed.has(path) || [...changed].some((file) => file.startsWith(path + external_node_path_.sep)));
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
        affected: changes && isAffected(read, changes.files),
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
        const asked = untilDue(request, sources);
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
            if (lock && lock.date > sources.lastDue)
                return { kind: 'current' };
            const kbs = (0,kb_changes/* kbChanges */.v)(lock?.updates ?? [], resolution.updates);
            return kbs.length === 0 ? { kind: 'current' } : { kind: 'stale', kbs };
        },
    };
}
/** What is asked for as the latest is the latest that counts. */
function untilDue(request, { today, lastDue }) {
    if (request.release.kind !== 'latest' || lastDue >= today)
        return request;
    return { ...request, release: { kind: 'until', date: lastDue } };
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
            lastDue: lastDueDate(question.now, question.patience),
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












/** @throws UserError file-missing when the patterns name nothing, input-invalid, and what the catalog's rooms throw */
async function planRelease(request, context) {
    const { workspace, patterns, onlyChanged } = request;
    const changes = onlyChanged === undefined ? undefined : await changesSince(onlyChanged, workspace, context.tools);
    const removed = changes ? removedTemplates(request, changes) : [];
    const paths = await findTemplates(workspace, patterns);
    if (paths.length === 0 && removed.length === 0)
        throw nothingFound(request);
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
        findings: [...findings, ...checked.flatMap((one) => one.findings), ...(catalog?.findings ?? [])],
    };
}
function removedTemplates({ workspace, patterns }, { files }) {
    return [...files]
        .map((file) => near(workspace, file))
        .filter((path) => isNamed(path, patterns) && !(0,external_node_fs_.existsSync)((0,external_node_path_.join)(workspace, path)))
        .sort(compare_text/* compareText */.n);
}
function nothingFound({ patterns, workspace }) {
    return new src_errors/* UserError */.yo('file-missing', `Input templates: no template matches ${patterns.wanted.join(', ')} in ${workspace}`, 'Check the repository out in a step before (actions/checkout), and write patterns that count from the workspace.');
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


/***/ })

};
