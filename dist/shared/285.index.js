export const id = 285;
export const ids = [285];
export const modules = {

/***/ 64285:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ auditTemplates)
});

// EXTERNAL MODULE: ./.cache/build/src/job/action.js
var action = __webpack_require__(36082);
// EXTERNAL MODULE: ./.cache/build/src/errors.js
var errors = __webpack_require__(41251);
// EXTERNAL MODULE: ./.cache/build/src/xml/xml-element.js
var xml_element = __webpack_require__(61268);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/fault.js
var fault = __webpack_require__(63926);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/http.js
var http = __webpack_require__(83616);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/moref.js
var moref = __webpack_require__(7423);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/session.js + 2 modules
var wire_session = __webpack_require__(85783);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/transfer/device-agent.js + 1 modules
var device_agent = __webpack_require__(68495);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/transfer/nfc-lease.js
var nfc_lease = __webpack_require__(55186);
;// CONCATENATED MODULE: ./.cache/build/src/vsphere/transfer/export-lease.js
/**
 * The lease under which a VM that is off is exported (vim25 ExportVm, API 4.0 and later, privilege VApp.Export). While it lives the VM
 * cannot be started, moved or removed; it ends by itself after five minutes of silence, and with its session.
 */








/** An export that a killed run has left: until it is given up, nobody can start or remove the VM. */
const HELD_EXPORT = {
    kind: 'vsphere-export',
    what: ({ vm }) => `the export of ${vm}`,
    undo: async ({ ticket, lease }, context) => {
        const session = await (0,wire_session/* resumeVsphere */.$)(ticket, context);
        try {
            await (0,nfc_lease/* abortLease */.PT)(session, lease);
        }
        finally {
            session.leave();
        }
    },
};
/** How long a lease may take to get ready. */
const READY_TIMEOUT = 120_000;
/**
 * Gives up the export when `body` has ended, however it ends: nothing is ever exported whole.
 * @param begun told as soon as there is a lease; what it returns is called once there is none any more
 * @throws VsphereFault when the VM cannot be exported; what `body` throws; the signal's reason
 */
async function whileExporting(session, vm, begun, body) {
    const lease = (0,moref/* morefOf */.D)((0,xml_element/* child */.jf)(await session.call('ExportVm', vm), 'returnval'));
    if (!lease)
        throw new fault/* VsphereFault */.eM('ExportVm', 'RuntimeFault', 'the server gave no lease');
    const ended = begun(lease);
    try {
        const limited = session.bounded(AbortSignal.timeout(READY_TIMEOUT));
        return await body(await (0,nfc_lease/* waitForLease */.tH)(limited, lease, 'ExportVm'));
    }
    finally {
        await (0,nfc_lease/* abortLease */.PT)(session.uncancelled(), lease).then(ended, (error) => {
            session.log.warning(`The export of ${vm.value} is not given up yet: ${String(error)}`);
        });
    }
}
/**
 * The first bytes of a device's file; the host makes it while it sends it, so that none can be asked for further on.
 * @param length most bytes to take; the connection is cut behind them
 * @throws UserError vsphere-refused, vsphere-unreachable, vsphere-certificate; the signal's reason
 */
async function readExportHead(session, device, length) {
    const { agent, peer, cookie } = (0,device_agent/* connectDevice */.f)(session, device);
    try {
        const { status, body } = await (0,http/* sendRequest */.w)(agent, {
            method: 'GET',
            url: device.url,
            headers: cookie,
            signal: session.signal,
            peer,
            wanted: () => length,
        });
        if (status === 200)
            return body;
        throw new errors/* UserError */.yo('vsphere-refused', `${device.url.host} gave the HTTP status ${status} for an exported disk`, 'Look at the events of the VM and its host at this time.');
    }
    finally {
        agent.destroy();
    }
}

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

// EXTERNAL MODULE: ./.cache/build/src/vsphere/vm/vm-facts.js + 1 modules
var vm_facts = __webpack_require__(98508);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/explain-fault.js
var explain_fault = __webpack_require__(4732);
// EXTERNAL MODULE: ./.cache/build/src/check/image-rules.js + 4 modules
var image_rules = __webpack_require__(15861);
// EXTERNAL MODULE: ./.cache/build/src/check/machine-rules.js + 1 modules
var machine_rules = __webpack_require__(62641);
// EXTERNAL MODULE: ./.cache/build/src/check/rule.js
var rule = __webpack_require__(21667);
// EXTERNAL MODULE: ./.cache/build/src/check/state-rules.js
var state_rules = __webpack_require__(39690);
// EXTERNAL MODULE: ./.cache/build/src/check/vsphere-settings.js
var vsphere_settings = __webpack_require__(85978);
;// CONCATENATED MODULE: ./.cache/build/src/vsphere/transfer/file-refused.js
/** Why a file of a datastore cannot be read: told apart, since each has another remedy and another way around. */

const HINTS = {
    'no-privilege': 'Give the account Datastore.Browse and Datastore.FileManagement (low level file operations) on that datastore.',
    'no-file': 'Look at the files of the VM in the datastore browser: its disk may have been moved or removed.',
    'ranges-ignored': 'Connect to the vCenter or ESXi host itself: a proxy on the way takes the header Range out of the requests.',
    'too-much': 'Nothing is wrong with the disk; what says so lies scattered over more of it than is read here.',
    answer: 'Check that the input server names a vCenter or an ESXi host, and nothing changes answers on the way.',
};
class FileRefused extends errors/* UserError */.yo {
    refusal;
    constructor(refusal, message) {
        super(refusal === 'no-file' ? 'vsphere-not-found' : 'vsphere-refused', message, HINTS[refusal]);
        this.refusal = refusal;
    }
}

;// CONCATENATED MODULE: ./.cache/build/src/audit/unreadable.js
/** Why a disk cannot be read from outside, and what to do about it. */

/** Thrown by a reader that has to give up one disk; another one may manage. */
class Unreadable extends Error {
    name = 'Unreadable';
    reason;
    constructor(reason, message, options) {
        super(message, options);
        this.reason = reason;
    }
}
const CLONE = 'Clone the template to a VM on a VMFS or NFS datastore, and name that VM in the input vms';
const REMEDIES = {
    'powered-on': 'Audit it while it is off, or prove it with verify-quiesce, which reads a VM that runs by a snapshot.',
    encrypted: 'Prove it with verify-quiesce: only its guest sees what is on the disk.',
    delta: 'Consolidate the snapshots of the template; a linked clone must become a full one.',
    'raw-device': 'Prove it with verify-quiesce, or make the raw device a virtual disk.',
    'object-store': `${CLONE}, or prove it with verify-quiesce.`,
    'no-privilege': 'Give the account Datastore.Browse and Datastore.FileManagement (low level file operations) on the datastore.',
    'no-file': 'Look at the files of the VM in the datastore browser: its disk may have been moved or removed.',
    'ranges-ignored': 'Connect to the vCenter or ESXi host itself, not through a proxy that drops the header Range.',
    'too-much': 'Prove it with verify-quiesce.',
    answer: 'Look at the events of the VM and its host at this time, and run the audit again.',
    other: 'Look at the events of the VM and its host at this time, and run the audit again.',
};
/** The reason in an error of a reader; undefined for an error that ends the audit. */
function unreadableReason(error) {
    if (error instanceof Unreadable)
        return error.reason;
    return error instanceof FileRefused ? error.refusal : undefined;
}
/** @param why of the reader that was tried first; what it met is what counts */
function unreadableFinding(disk, why, tried) {
    return {
        code: 'disk-unreadable',
        severity: 'warning',
        seen: `${disk} could not be looked at: ${tried.join('; ')}`,
        remedy: REMEDIES[why],
    };
}

;// CONCATENATED MODULE: ./.cache/build/src/audit/judge-vm.js
/** What a VM's disks and settings come to, by the rules of the offline check. */






/** Worst first; what could not be looked at is among them. */
function judgeVm(facts, disks) {
    const system = systemDisk(facts, disks);
    const ofDisks = disks.flatMap((one) => {
        const { label, file } = one.disk;
        if (one.unread)
            return [unreadableFinding(`${label} (${file})`, one.unread.reason, one.unread.tried)];
        if (one === system)
            return one.reading ? judgeDisk(one.reading, true) : [];
        return (one.reading ? judgeDisk(one.reading, false) : []).map((finding) => ({
            ...finding,
            seen: `${label} (${file}): ${finding.seen}`,
        }));
    });
    return (0,rule/* bySeverity */.Np)([...ofDisks, ...judgeSettings(facts, system?.reading)]);
}
/** The one that the machine starts from: by EFI the first with an EFI system partition, else the first of all. */
function systemDisk({ firmware }, disks) {
    const starts = ({ reading }) => firmware !== 'bios' && reading?.evidence.layout.partitions.some(({ type }) => type === 'esp') === true;
    return disks.find(starts) ?? disks[0];
}
function judgeDisk({ evidence }, system) {
    // Rules are silent about what is not in the evidence, such as the boot files in an export.
    return (0,rule/* applyRules */.IU)(system ? image_rules/* IMAGE_RULES */.U : image_rules/* DATA_DISK_RULES */.d, evidence);
}
function judgeSettings(facts, system) {
    const told = (0,vsphere_settings/* factsForRules */.Y)(facts);
    // vSphere knows of Tools only once they have run: those that the disk has, or that the first boot brings, are there for every clone.
    const brought = system?.tools === true || told.firstBootExpected;
    const known = told.toolsInstalled === false && brought ? { ...told, toolsInstalled: undefined } : told;
    return [...(0,rule/* applyRules */.IU)(state_rules/* STANDING_RULES */.x, known), ...(0,rule/* applyRules */.IU)(machine_rules/* MACHINE_RULES */.y, told.settings)];
}

// EXTERNAL MODULE: ./.cache/build/src/vsphere/transfer/datastore-file.js
var datastore_file = __webpack_require__(77732);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/properties.js
var properties = __webpack_require__(85925);
// EXTERNAL MODULE: ./.cache/build/src/check/gather-image.js
var gather_image = __webpack_require__(79826);
// EXTERNAL MODULE: ./.cache/build/src/check/vmware-tools.js
var vmware_tools = __webpack_require__(60639);
// EXTERNAL MODULE: ./.cache/build/src/disk/raw-disk.js
var raw_disk = __webpack_require__(25604);
// EXTERNAL MODULE: ./.cache/build/src/disk/vmdk/vmdk-descriptor.js
var vmdk_descriptor = __webpack_require__(49929);
// EXTERNAL MODULE: ./.cache/build/src/disk/vmdk/vmdk-descriptor-disk.js
var vmdk_descriptor_disk = __webpack_require__(5447);
// EXTERNAL MODULE: ./.cache/build/src/disk/vmdk/vmdk-header.js
var vmdk_header = __webpack_require__(50825);
// EXTERNAL MODULE: ./.cache/build/src/files/byte-source.js
var byte_source = __webpack_require__(58018);
// EXTERNAL MODULE: ./.cache/build/src/units.js
var units = __webpack_require__(16053);
// EXTERNAL MODULE: ./.cache/build/src/download/retry.js
var retry = __webpack_require__(63449);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/passing-error.js
var passing_error = __webpack_require__(68834);
;// CONCATENATED MODULE: ./.cache/build/src/vsphere/transfer/read-range.js
/**
 * One part of a file of a datastore, by a ranged GET (RFC 9110, sections 14 and 15.3.7) of /folder/…, as virt-v2v and Xen Orchestra read
 * disks. Works with API 5.0 and later; needs Datastore.Browse and Datastore.FileManagement.
 */





const RETRIES = { attempts: 6, baseMs: 250, maxMs: 10_000 };
/** Of an answer that is no part of the file: enough for what its server has to say. */
const MAX_REFUSAL = 64 * 1024;
/**
 * @param url of the file (datastoreUrl)
 * @param length bytes, at least 1; fewer come back where the file ends before
 * @throws FileRefused, PassingError; the signal's reason
 */
async function readRange(session, url, offset, length) {
    const answer = await (0,retry/* withRetries */.LH)(() => get(session, url, offset, length), RETRIES, session.signal, ({ message }) => session.log.debug(`${message}; asking again`));
    const name = nameOf(url);
    switch (answer.status) {
        case 206:
            return partOf(answer, name, offset, length);
        case 200:
            // A file this small may as well come whole.
            if (isWhole(answer, offset, length))
                return { bytes: answer.body, size: answer.body.length };
            throw new FileRefused('ranges-ignored', `${url.host} ignores that only a part of ${name} is asked for`);
        case 416:
            throw new FileRefused('answer', `${name} has nothing at ${offset}, says ${url.host}`);
        case 404:
            throw new FileRefused('no-file', `${url.host} has no file ${name}`);
        case 401:
        case 403:
            throw new FileRefused('no-privilege', `${url.host} does not let this account read ${name} (HTTP status ${answer.status})`);
        default:
            throw new FileRefused('answer', `${url.host} gave the HTTP status ${answer.status} for ${name}`);
    }
}
/** What is lost on the way is asked for again; with a new session where the server has ended the old one. */
async function get(session, url, offset, length) {
    let cookie = '';
    const once = async () => {
        const { agent, signal } = session;
        cookie = session.cookie;
        const answer = await (0,http/* sendRequest */.w)(agent, {
            method: 'GET',
            url,
            headers: { Cookie: cookie, Range: `bytes=${offset}-${offset + length - 1}` },
            signal,
            wanted: (head) => {
                if (head.status === 206)
                    return length + 1;
                if (head.status !== 200)
                    return MAX_REFUSAL;
                return Number(head.headers['content-length'] ?? Number.NaN) <= length && offset === 0 ? length : 0;
            },
        });
        if (!(0,http/* isPassingStatus */.W)(answer.status))
            return answer;
        const said = `${url.host} answered with the HTTP status ${answer.status}`;
        const hint = 'Its services are starting or overloaded: try again in a few minutes.';
        throw new passing_error/* PassingError */.a('vsphere-unreachable', said, hint, { taken: true });
    };
    try {
        const answer = await once();
        return answer.status === 401 && (await wasEnded(session, cookie)) ? await once() : answer;
    }
    catch (error) {
        throw error instanceof passing_error/* PassingError */.a ? new retry/* Transient */.Rc(error) : error;
    }
}
/** 401 is the answer without a session, and without a privilege too: only the API tells, by being logged in anew. */
async function wasEnded(session, cookie) {
    const manager = session.manager('sessionManager');
    const current = (await (0,properties/* readProperties */.Qh)(session, manager, ['currentSession'])).get('currentSession');
    // Without a session some servers answer all the same, and have no current one.
    if (session.cookie === cookie && current === undefined)
        await session.renew();
    return session.cookie !== cookie;
}
function isWhole({ headers, body }, offset, length) {
    const said = Number(headers['content-length'] ?? Number.NaN);
    return offset === 0 && said <= length && body.length === said;
}
/** @throws FileRefused unless it is the part that was asked for: another one would be taken for the disk's own bytes */
function partOf({ headers, body }, name, offset, length) {
    const said = headers['content-range'] ?? '';
    const match = /^bytes (\d{1,16})-(\d{1,16})\/(\d{1,16})$/.exec(said);
    const [first, last, size] = (match ?? []).slice(1).map(Number);
    if (first === offset && last !== undefined && size !== undefined && last === Math.min(offset + length, size) - 1) {
        if (body.length === last - first + 1)
            return { bytes: body, size };
    }
    throw new FileRefused('answer', `Of ${name} the bytes from ${offset} on were asked for, ${length} of them; what came is ${body.length} bytes, called "${said}"`);
}
/** As vSphere writes it: `[datastore1] vm/vm-flat.vmdk`. */
function nameOf(url) {
    return `[${url.searchParams.get('dsName') ?? ''}] ${decodeURIComponent(url.pathname.replace(/^\/folder\//, ''))}`;
}

;// CONCATENATED MODULE: ./.cache/build/src/vsphere/transfer/ranged-file.js
/** A file of a datastore as random bytes: read in blocks by ranged GETs, a few of which are kept, and never more than is allowed. */





/** What readers look at lies in clusters of some kilobytes; a request costs a round trip. */
const BLOCK_BYTES = 64 * 1024;
/** 1 MiB a file. */
const KEPT_BLOCKS = 16;
/**
 * @param datacenter inventory path without the leading slash
 * @throws FileRefused, PassingError; FormatError for an empty file; so does reading, with `too-much` at the limit
 */
async function openRangedFile(session, datacenter, file, traffic) {
    const opened = new RangedFile(session, (0,datastore_file/* datastoreUrl */.lR)(session, datacenter, file), `[${file.datastore}] ${file.path}`, traffic);
    await opened.block(0);
    return opened;
}
class RangedFile {
    path;
    #session;
    #url;
    #traffic;
    #blocks = new Map();
    #size = 0;
    constructor(session, url, path, traffic) {
        this.#session = session;
        this.#url = url;
        this.path = path;
        this.#traffic = traffic;
    }
    /** As the first answer told it. */
    get size() {
        return this.#size;
    }
    /** One block, from the last that were used or from the server. */
    block(index) {
        const wanted = this.#blocks.get(index) ?? this.#fetch(index);
        // The last that were used stay.
        this.#blocks.delete(index);
        this.#blocks.set(index, wanted);
        wanted.catch(() => this.#blocks.delete(index));
        const [oldest] = this.#blocks.keys();
        if (this.#blocks.size > KEPT_BLOCKS && oldest !== undefined)
            this.#blocks.delete(oldest);
        return wanted;
    }
    async read(offset, length) {
        // Before anything is allocated: a length out of a damaged header must not cost its size in memory.
        if (offset + length > this.#size)
            throw this.#beyond(offset, length);
        if (length > this.#traffic.limit)
            throw tooMuch(this.path, this.#traffic);
        const target = Buffer.allocUnsafe(length);
        await this.readInto(target, offset);
        return target;
    }
    async readInto(target, offset) {
        if (offset < 0 || offset + target.length > this.#size)
            throw this.#beyond(offset, target.length);
        for (let done = 0; done < target.length;) {
            const within = (offset + done) % BLOCK_BYTES;
            const bytes = await this.block((offset + done - within) / BLOCK_BYTES);
            const part = bytes.subarray(within, within + target.length - done);
            target.set(part, done);
            done += part.length;
        }
    }
    async close() {
        this.#blocks.clear();
    }
    async #fetch(index) {
        const traffic = this.#traffic;
        const offset = index * BLOCK_BYTES;
        const length = this.#size === 0 ? BLOCK_BYTES : Math.min(BLOCK_BYTES, this.#size - offset);
        if (traffic.moved + length > traffic.limit)
            throw tooMuch(this.path, traffic);
        traffic.moved += length;
        const range = await readRange(this.#session, this.#url, offset, length).catch((error) => {
            traffic.moved -= length;
            throw error;
        });
        // Of a file that was shorter only that much was moved.
        traffic.moved -= length - range.bytes.length;
        if (this.#size !== 0 && range.size !== this.#size) {
            const change = `from ${this.#size} to ${range.size}`;
            throw new FileRefused('answer', `${this.path} has changed its size ${change} while it was read`);
        }
        this.#size = range.size;
        return range.bytes;
    }
    #beyond(offset, length) {
        return new errors/* FormatError */.IF(this.path, offset, `${length} bytes`, `the end at ${this.#size}`);
    }
}
function tooMuch(path, { limit }) {
    return new FileRefused('too-much', `More than ${(0,units/* formatSize */.Xq)(limit)} would have to be moved to judge ${path}`);
}

;// CONCATENATED MODULE: ./.cache/build/src/audit/datastore-reader.js
/** Reads a disk where it lies, through the datastore address of the server: at random places, so that everything about it can be told. */










/** A descriptor has less than 1 KiB; whatever is larger is none. */
const MAX_DESCRIPTOR_BYTES = 64 * 1024;
/** Datastores on which disks are objects: the files beside them only name these (virt-v2v issue 29, OpenNebula issue 7788). */
const OBJECT_STORES = new Set(['vsan', 'vsand', 'vvol']);
/**
 * @param datacenter inventory path without the leading slash
 * @param storeType of the datastore, as vSphere calls it
 * @throws Unreadable, FileRefused; FormatError for damaged files of the disk; PassingError, the signal's reason
 */
async function readFromDatastore(session, datacenter, { file, encrypted }, storeType, traffic) {
    const place = (0,datastore_file/* parseDatastorePath */.sq)(file);
    if (place === undefined)
        throw new Unreadable('other', `vSphere names no file of it ("${file}")`);
    if (encrypted)
        throw new Unreadable('encrypted', 'vSphere encrypts it');
    if (OBJECT_STORES.has(storeType.toLowerCase())) {
        throw new Unreadable('object-store', `on the datastore ${place.datastore} (${storeType}) disks are no files`);
    }
    const open = (name) => openRangedFile(session, datacenter, name, traffic);
    const source = await open(place);
    const descriptor = await readDescriptor(source, place);
    const disk = await (0,vmdk_descriptor_disk/* composeExtents */.eU)(source, descriptor, (extent) => openExtent(extent, place, open));
    try {
        const named = { ...disk, path: file, format: `vmdk-${descriptor.createType}` };
        const evidence = await (0,gather_image/* gatherImage */.z)(named);
        return { by: 'datastore', evidence, tools: await (0,vmware_tools/* hasVmwareTools */.G)(named, evidence.layout) };
    }
    finally {
        await disk.close();
    }
}
/** @throws Unreadable when the disk is no plain one, or the file no descriptor */
async function readDescriptor(source, { datastore }) {
    if (source.size > MAX_DESCRIPTOR_BYTES) {
        throw new Unreadable('other', `${source.path} is no descriptor of a disk: it has ${source.size} bytes`);
    }
    const text = (await source.read(0, source.size)).toString('utf8');
    if (/^\s*(?:encryption|ddb\.iofilters\s*=.*vmwarevmcrypt)/im.test(text)) {
        throw new Unreadable('encrypted', `${source.path} says that the disk is encrypted`);
    }
    const descriptor = (0,vmdk_descriptor/* parseVmdkDescriptor */.vp)(text);
    if (descriptor === undefined)
        throw new Unreadable('other', `${source.path} is no descriptor of a disk`);
    const { createType, parentCid, extents } = descriptor;
    if (parentCid.toLowerCase() !== 'ffffffff') {
        throw new Unreadable('delta', `${source.path} (${createType}) only holds what changed against another disk`);
    }
    if (/RawDeviceMap/i.test(createType) || extents.some(({ type }) => type === 'VMFSRDM' || type === 'VMFSRAW')) {
        throw new Unreadable('raw-device', `${source.path} (${createType}) stands for a raw device`);
    }
    const object = extents.find(({ file }) => /^[a-z]+:\/\//i.test(file ?? ''));
    if (object)
        throw new Unreadable('object-store', `the datastore ${datastore} holds it as the object ${object.file}`);
    return descriptor;
}
async function openExtent({ type, file, sectors, offset = 0 }, { datastore, path }, open) {
    if (type === 'ZERO')
        return undefined;
    // In one folder, as vSphere keeps them; another path would be read with the rights of this account all the same.
    const plain = file !== undefined && /^[^/\\]+$/.test(file) && file !== '..' && file !== '.';
    if ((type !== 'VMFS' && type !== 'FLAT') || !plain) {
        throw new Unreadable('other', `its extent ${JSON.stringify(file ?? '')} of type ${type} is not read here`);
    }
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const source = await open({ datastore, path: `${folder}${file}` });
    return (0,raw_disk/* rawDisk */.w7)((0,byte_source/* windowOf */.Ou)(source, offset * vmdk_header/* VMDK_SECTOR */.OM, sectors * vmdk_header/* VMDK_SECTOR */.OM));
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./.cache/build/src/disk/composed-disk.js
var composed_disk = __webpack_require__(81412);
;// CONCATENATED MODULE: ./.cache/build/src/disk/vmdk/vmdk-stream-head.js
/**
 * The beginning of a disk out of the beginning of its streamOptimized VMDK: grains stand in the stream in the order of the disk, each
 * behind a marker with its place, so that no table is needed.
 * Source: VMware "Virtual Disk Format 5.0", sections "Compressed Grains" and "Markers".
 */




const MARKER_BYTES = 16;
/** VMware writes 64 KiB grains; a much larger one is a damaged header. */
const MAX_GRAIN_SECTORS = 2048;
/**
 * @param head the first bytes of the stream, cut anywhere
 * @param path of the disk, for messages
 * @throws FormatError when it is no such stream, or no grain is whole in it
 */
function readStreamHead(head, path) {
    const { grain, size, start } = readHeader(head, path);
    const pieces = [];
    let known = 0;
    for (let at = start; at + MARKER_BYTES <= head.length;) {
        const marker = (0,vmdk_header/* decodeVmdkMarker */.rN)(head.subarray(at, at + MARKER_BYTES), path, at);
        if (marker.kind === 'metadata') {
            if (marker.type === vmdk_header/* VMDK_MARKER_END_OF_STREAM */.tt) {
                known = size;
                break;
            }
            at += (1 + marker.sectors) * vmdk_header/* VMDK_SECTOR */.OM;
            continue;
        }
        const offset = marker.lba * vmdk_header/* VMDK_SECTOR */.OM;
        if (offset < known || offset >= size || offset % grain !== 0) {
            throw new errors/* FormatError */.IF(path, at, 'grains in the order of the disk', `one for sector ${marker.lba}`);
        }
        const from = at + vmdk_header/* VMDK_GRAIN_MARKER_SIZE */.GC;
        if (from + marker.size > head.length)
            break;
        pieces.push({
            offset,
            content: inflate(head.subarray(from, from + marker.size), Math.min(grain, size - offset), path, at),
        });
        known = Math.min(size, offset + grain);
        at += Math.ceil((vmdk_header/* VMDK_GRAIN_MARKER_SIZE */.GC + marker.size) / vmdk_header/* VMDK_SECTOR */.OM) * vmdk_header/* VMDK_SECTOR */.OM;
    }
    if (known > 0)
        return { disk: { ...(0,composed_disk/* composedDisk */.U)(size, pieces, path), format: 'vmdk-streamOptimized' }, known };
    throw new errors/* FormatError */.IF(path, start, 'a whole grain', `${head.length} bytes of a stream`);
}
/** Sizes in bytes. */
function readHeader(head, path) {
    const { flags, compression, grainSize, capacity, overHead } = (0,vmdk_header/* decodeVmdkHeader */.Eq)(head.subarray(0, vmdk_header/* VMDK_SECTOR */.OM), path, 0);
    const isStream = (flags & vmdk_header/* VMDK_FLAG_COMPRESSED */.SM) !== 0 && (flags & vmdk_header/* VMDK_FLAG_MARKERS */.eU) !== 0;
    if (!isStream || compression !== vmdk_header/* VMDK_COMPRESSION_DEFLATE */.Yl) {
        throw new errors/* FormatError */.IF(path, 8, 'a streamOptimized VMDK', `flags ${flags}, compression ${compression}`);
    }
    if (grainSize < 1 || grainSize > MAX_GRAIN_SECTORS || capacity === 0) {
        throw new errors/* FormatError */.IF(path, 20, 'a grain of at most 1 MiB', `${grainSize} sectors of ${capacity}`);
    }
    return { grain: grainSize * vmdk_header/* VMDK_SECTOR */.OM, size: capacity * vmdk_header/* VMDK_SECTOR */.OM, start: overHead * vmdk_header/* VMDK_SECTOR */.OM };
}
function inflate(compressed, needed, path, at) {
    let data;
    try {
        data = (0,external_node_zlib_.inflateSync)(compressed, { maxOutputLength: MAX_GRAIN_SECTORS * vmdk_header/* VMDK_SECTOR */.OM });
    }
    catch (cause) {
        const found = cause instanceof Error ? cause.message : String(cause);
        throw new errors/* FormatError */.IF(path, at, 'a deflate stream of one grain', found, { cause });
    }
    if (data.length >= needed)
        return data.subarray(0, needed);
    throw new errors/* FormatError */.IF(path, at, `a grain of ${needed} bytes`, `${data.length} bytes`);
}

;// CONCATENATED MODULE: ./.cache/build/src/audit/export-reader.js
/** Reads the beginnings of disks out of an export that is given up at once: for where the datastore does not give them. */




/** The table stands in the first grain; what follows in a stream compresses to no more than that. */
const HEAD_BYTES = 2 ** 20;
/** A GPT with its entries, and the sector before it. */
const TABLE_BYTES = 34 * 512;
/**
 * @param device that of the disk (deviceOf)
 * @throws Unreadable, UserError of the vSphere codes; FormatError when the stream is damaged
 */
async function readFromExport(session, device, { file }, traffic) {
    const head = await readExportHead(session, device, Math.min(HEAD_BYTES, traffic.limit - traffic.moved));
    traffic.moved += head.length;
    const { disk, known } = readStreamHead(head, file);
    if (known < Math.min(TABLE_BYTES, disk.size)) {
        throw new Unreadable('too-much', `${head.length} bytes of its export tell no more than its first ${known}`);
    }
    const evidence = await (0,gather_image/* gatherBeginning */.H)(disk);
    // Logical partitions of a master boot record are listed further on.
    if (evidence.layout.table === 'none' && evidence.primaryDamage === undefined && known < disk.size) {
        throw new Unreadable('too-much', `the beginning of its export tells no partitions: ${evidence.tableProblem?.found}`);
    }
    return { by: 'export', evidence, tools: undefined };
}
/**
 * Which of the devices of a lease is that disk: by type, bus and unit of its controller in the key, as in
 * `/vm-42/ParaVirtualSCSIController0:1` (govmomi pull request 3751 shows real ones). Where none is called so, only one disk leaves no doubt.
 */
function deviceOf(devices, { controllers, disks }, disk) {
    const controller = controllers.find(({ key }) => key === disk.controllerKey);
    const name = `/${controller?.type}${controller?.busNumber}:${disk.unitNumber}`;
    const exact = devices.find(({ key }) => key.endsWith(name));
    const streams = devices.filter(({ url }) => url.pathname.endsWith('.vmdk'));
    return exact ?? (disks.length === 1 && streams.length === 1 ? streams[0] : undefined);
}

;// CONCATENATED MODULE: ./.cache/build/src/audit/read-disks.js
/** Reads all disks of a VM that is off: from the datastore, and what that does not give from an export. */








/** Most bytes to move of one disk, over all readers. */
const DISK_LIMIT = 4 * 2 ** 20;
/** @throws what says nothing about a disk: a VM that is gone, a server that does not answer, the signal's reason */
async function readDisks(session, facts, place) {
    const attempts = facts.devices.disks.map((disk) => ({ disk, traffic: { moved: 0, limit: DISK_LIMIT }, failures: [] }));
    if (facts.poweredOn) {
        for (const { failures } of attempts)
            failures.push({ reason: 'powered-on', text: 'its VM is running, and holds it' });
        return attempts.map(resultOf);
    }
    for (const attempt of attempts) {
        const { disk, traffic } = attempt;
        await trying(session, attempt, 'from the datastore', () => readFromDatastore(session, place.datacenter, disk, storeTypeOf(facts, disk, place), traffic));
    }
    const left = attempts.filter(({ reading, disk }) => reading === undefined && !disk.encrypted);
    if (left.length > 0)
        await readExported(session, facts, place, left);
    return attempts.map(resultOf);
}
async function readExported(session, facts, { exporting }, left) {
    const all = (text) => {
        for (const { failures } of left)
            failures.push({ reason: 'other', text: `by an export: ${text}` });
    };
    const disabled = (await (0,properties/* readProperties */.Qh)(session, facts.moref, ['disabledMethod'])).get('disabledMethod');
    if (disabled?.children.some(({ text }) => text === 'ExportVm'))
        return all('vSphere offers none of it');
    try {
        await whileExporting(session, facts.moref, exporting, async ({ devices }) => {
            for (const attempt of left) {
                await trying(session, attempt, 'by an export', () => readFromExport(session, exportedDevice(devices, facts, attempt.disk), attempt.disk, attempt.traffic));
            }
        });
    }
    catch (error) {
        if (!(error instanceof fault/* VsphereFault */.eM) || isGone(error))
            throw error;
        all(`vSphere refused ${error.operation} with ${error.type}: ${error.message}`);
    }
}
/** @throws Unreadable when the lease gives no file that is surely this disk */
function exportedDevice(devices, { devices: hardware }, disk) {
    const device = deviceOf(devices, hardware, disk);
    if (device)
        return device;
    throw new Unreadable('other', `none of its ${devices.length} files is said to be this disk`);
}
/** What a reader met with this disk is kept; what concerns the whole VM or the server is thrown. */
async function trying({ signal, log }, attempt, how, read) {
    try {
        attempt.reading = await read();
    }
    catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof Error) || isGone(error) || !isAboutDisk(error))
            throw error;
        log.debug(`${attempt.disk.file} ${how}: ${error.stack ?? error.message}`);
        attempt.failures.push({ reason: unreadableReason(error) ?? 'other', text: `${how}: ${error.message}` });
    }
}
function isAboutDisk(error) {
    if (error instanceof errors/* UserError */.yo)
        return error.code !== 'vsphere-login';
    return unreadableReason(error) !== undefined || error instanceof errors/* FormatError */.IF;
}
/** The VM was removed meanwhile. */
function isGone(error) {
    return error instanceof fault/* VsphereFault */.eM && error.type === 'ManagedObjectNotFound';
}
function storeTypeOf({ datastores }, { file }, { stores }) {
    const wanted = (0,datastore_file/* parseDatastorePath */.sq)(file)?.datastore;
    const own = datastores.flatMap(({ value }) => stores.get(value) ?? []);
    return own.find(({ name }) => name === wanted)?.type ?? '';
}
function resultOf({ disk, traffic: { moved }, reading, failures }) {
    if (reading)
        return { disk, reading, moved };
    return {
        disk,
        unread: { reason: failures[0]?.reason ?? 'other', tried: failures.map(({ text }) => text) },
        moved,
    };
}

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
        facts = await (0,vm_facts/* readVmFacts */.t)(session, vm.moref);
        return audited(vm, facts, await readDisks(session, facts, place));
    }
    catch (error) {
        session.signal.throwIfAborted();
        if (isGone(error))
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
    const judged = judgeVm(facts, disks);
    const findings = disks.length > 0 ? judged : [...judged, unreadableFinding('The VM', 'other', ['it has no disk'])];
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
function gone(vm) {
    return {
        ...described(vm, undefined),
        outcome: 'gone',
        disks: [],
        findings: [
            {
                code: 'vm-gone',
                severity: 'warning',
                seen: `${vm.path} was removed while the audit ran`,
                remedy: 'Nothing needs to be done, unless it is to be there: run the audit again.',
            },
        ],
    };
}
function failed(vm, facts, error) {
    const said = error instanceof Error ? error.message : String(error);
    return {
        ...described(vm, facts),
        outcome: 'unreadable',
        disks: [],
        findings: [unreadableFinding('The VM', 'other', [said])],
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

// EXTERNAL MODULE: ./.cache/build/src/nearest-name.js
var nearest_name = __webpack_require__(92106);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/inventory/find.js
var find = __webpack_require__(77386);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/inventory/inventory.js
var inventory_inventory = __webpack_require__(37797);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/inventory/locate-vm.js
var locate_vm = __webpack_require__(22389);
;// CONCATENATED MODULE: ./.cache/build/src/audit/name-pattern.js
/** Patterns by which engineers name many VMs: `ws2022-*`, `/DC0/vm/Templates/**`. vSphere tells no upper case from lower in names. */
/**
 * `*` stands for anything but a slash, `**` for anything, `?` for one letter that is no slash. A pattern without a slash is held against
 * names, one with a slash against the end of inventory paths, one that begins with a slash against whole paths; a managed object id
 * matches too.
 */
function matchesName(pattern, { name, path, moref }) {
    if (pattern === moref.value)
        return true;
    if (pattern.startsWith('/'))
        return expressionOf(pattern).test(path);
    return pattern.includes('/') ? expressionOf(`/**/${pattern}`).test(path) : expressionOf(pattern).test(name);
}
function expressionOf(pattern) {
    const source = pattern.replaceAll(/\*\*\/|\*\*|[*?]|[\\^$+.()|[\]{}/]/g, (sign) => {
        if (sign === '**/')
            return '(?:.*/)?';
        if (sign === '**')
            return '.*';
        if (sign === '*')
            return '[^/]*';
        return sign === '?' ? '[^/]' : `\\${sign}`;
    });
    return new RegExp(`^${source}$`, 'iu');
}

;// CONCATENATED MODULE: ./.cache/build/src/audit/choose-vms.js
/** Which VMs an audit looks at. */






/** @throws UserError vsphere-not-found for a pattern that matches nothing: an audit of nothing is no good news */
async function chooseVms(session, { vms: patterns, datacenter }) {
    const inventory = await (0,inventory_inventory/* readInventory */.z)(session, {
        VirtualMachine: ['config.template', 'config.guestId', 'runtime.powerState'],
        Datastore: ['summary.type'],
    });
    const datacenters = (0,inventory_inventory/* ofKind */.C)(inventory, 'Datacenter');
    const within = datacenter === undefined
        ? undefined
        : (0,find/* findOne */.s)(datacenters, datacenter, { kind: 'datacenter', input: 'datacenter' }).path;
    const all = (0,locate_vm/* below */.Gz)((0,inventory_inventory/* ofKind */.C)(inventory, 'VirtualMachine'), within);
    const wanted = patterns.length === 0 ? byDefault(session, all) : byPattern(all, patterns);
    const chosen = patterns.length === 0 ? wanted.filter(mayBeWindows) : wanted;
    if (chosen.length === 0)
        throw nothing(session, 'Windows');
    return {
        vms: chosen
            .map(({ moref, name, path }) => ({
            moref,
            name,
            path,
            datacenter: (0,locate_vm/* datacenterOf */.xm)(path, datacenters) ?? '',
        }))
            .sort((a, b) => (a.path < b.path ? -1 : 1)),
        leftOut: wanted
            .filter((vm) => !chosen.includes(vm))
            .map(({ path }) => path)
            .sort(),
        stores: new Map((0,inventory_inventory/* ofKind */.C)(inventory, 'Datastore').map(({ moref, name, properties }) => [
            moref.value,
            { name, type: properties.get('summary.type')?.text ?? '' },
        ])),
    };
}
/** Ids of vim25 begin with `win` for every Windows; `other…` says nothing. What says another system fails no snapshot by VSS. */
function mayBeWindows({ properties }) {
    return /^(?:win|other(?:Guest|Guest64)?$|$)/i.test(properties.get('config.guestId')?.text ?? '');
}
function byDefault(session, all) {
    const templates = all.filter(({ properties }) => properties.get('config.template')?.text === 'true');
    const off = all.filter(({ properties }) => properties.get('runtime.powerState')?.text === 'poweredOff');
    const chosen = session.about.kind === 'esxi' ? off : templates;
    if (chosen.length > 0)
        return chosen;
    throw nothing(session, 'any kind');
}
function nothing({ about, url }, what) {
    const kind = about.kind === 'esxi' ? 'VM that is off' : 'template that this account may see';
    return new errors/* UserError */.yo('vsphere-not-found', `${url.host} has no ${kind} of ${what}`, 'Name VMs in the input vms, or give the account the privilege to see the templates (role Read-only on their folders).');
}
function byPattern(all, patterns) {
    const chosen = new Set();
    for (const pattern of patterns) {
        const found = all.filter((vm) => matchesName(pattern, vm));
        if (found.length === 0) {
            const near = (0,nearest_name/* nearestName */.q)(pattern, all.flatMap(({ name, path }) => [name, path]));
            throw new errors/* UserError */.yo('vsphere-not-found', `No virtual machine matches ${pattern}${near === undefined ? '' : `; did you mean ${near}?`}`, 'Write names or inventory paths in the input vms; * stands for anything within a name, ** for any folders.');
        }
        for (const vm of found)
            chosen.add(vm);
    }
    return [...chosen];
}

// EXTERNAL MODULE: ./.cache/build/src/files/make-folder.js
var make_folder = __webpack_require__(69399);
// EXTERNAL MODULE: ./.cache/build/src/files/replace-file.js
var replace_file = __webpack_require__(17785);
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
        const { vms, stores, leftOut } = await chooseVms(session, inputs);
        log.info(`${vms.length} to be looked at, ${inputs.parallel} at a time`);
        if (leftOut.length > 0)
            log.info(`Left out, since they are not for Windows: ${leftOut.join(', ')}`);
        const results = await auditVms(session, vms, {
            parallel: inputs.parallel,
            stores,
            exporting: (vm) => (lease) => context.hold(HELD_EXPORT, { ticket: session.ticket(), vm: vm.path, lease }),
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
    holds: [held_session/* HELD_SESSION */.d, HELD_EXPORT],
    prepare: prepare,
    main: main,
    findings: (result) => findingsOf(result).map(({ vm, seen, ...finding }) => ({ ...finding, seen: `${vm}: ${seen}` })),
    summary: renderSummary,
    assertGood: (result, { failOn }) => assertSound(result, failOn),
});


/***/ })

};
