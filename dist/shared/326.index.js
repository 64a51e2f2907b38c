export const id = 326;
export const ids = [326];
export const modules = {

/***/ 96815:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _src_runner_run_on_github_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59853);
/* harmony import */ var _action_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47604);
/** Uploads an OVA to vCenter or an ESXi host as a VM or template; nothing half-made is left, whatever happens. */


await (0,_src_runner_run_on_github_js__WEBPACK_IMPORTED_MODULE_0__/* .runOnGithub */ ._)(_action_js__WEBPACK_IMPORTED_MODULE_1__/* .uploadEsxi */ .d);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

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
/** Of no disk of an OVA by itself: what its descriptor says of them. */
const OVF_DISK_FINDINGS = [UNUSED, OTHER_CAPACITY];
/** Reads the first blocks of each disk. A disk that cannot be read says nothing of its capacity; others tell that it cannot. */
async function judgeOvfDisks(ova) {
    const { ovf, members, descriptor } = ova;
    if (ovf === undefined || ovf instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatError */ .IF)
        return [];
    const findings = (0,_ova_ova_disks_js__WEBPACK_IMPORTED_MODULE_1__/* .unusedDisks */ .$g)(ova).map((name) => unused(ova.path, name));
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

/***/ 21667:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F9: () => (/* binding */ found),
/* harmony export */   IU: () => (/* binding */ applyRules),
/* harmony export */   Np: () => (/* binding */ bySeverity),
/* harmony export */   Qm: () => (/* binding */ forLevel)
/* harmony export */ });
/** A rule looks at evidence and says in one sentence what it saw; everything else about its finding is declared beside it. */
function applyRules(rules, evidence) {
    return rules.flatMap((rule) => {
        const seen = rule.see(evidence);
        const sentences = seen === undefined ? [] : typeof seen === 'string' ? [seen] : seen;
        return sentences.map((sentence) => found(rule, sentence));
    });
}
/** @param seen one sentence without its full stop */
function found({ code, severity, remedy, predicts }, seen) {
    return { code, severity, seen, remedy, ...(predicts && { predicts }) };
}
const SEVERITY_ORDER = { error: 0, warning: 1, info: 2 };
/** Errors first; among equals the order of the rules stands. */
function bySeverity(findings) {
    return [...findings].sort((a, b) => SEVERITY_ORDER[a.severity] - SEVERITY_ORDER[b.severity]);
}
/** Where only frozen file systems are asked for, what stands in the way of more is no error. */
function forLevel(findings, level) {
    if (level === 'application')
        return [...findings];
    return findings.map((finding) => finding.predicts === 'filesystem' && finding.severity === 'error' ? { ...finding, severity: 'warning' } : finding);
}


/***/ }),

/***/ 24925:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ IMAGE_SETTING)
/* harmony export */ });
/** Which disk a VM was imported with, as a setting of its .vmx file (vmw:ExtraConfig). */
/** The 32 digits that the disk's VMDK has as `ddb.longContentID`. */
const IMAGE_SETTING = 'stillframe.image';


/***/ }),

/***/ 65647:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ showProgress)
/* harmony export */ });
/* unused harmony export tellTenths */
/** Progress of long work: one moving line where the log can show it, else a line for every tenth of the way. */
/**
 * @param what the words behind the percentage, such as `of the disk packed`; may be empty
 * @returns takes the share that is done, 0 to 1, however often
 */
function showProgress(log, what) {
    if (log.progress)
        return log.progress.bind(log, what);
    return tellTenths((percent) => log.info(`${percent} % ${what}`.trimEnd()));
}
/**
 * @param tell called with 10, 20 … 100 when that much is done; what several steps passed at once is told once
 * @returns takes the share that is done, 0 to 1
 */
function tellTenths(tell) {
    let told = 0;
    return (share) => {
        const tenth = Math.min(10, Math.floor(share * 10));
        if (tenth <= told)
            return;
        told = tenth;
        tell(tenth * 10);
    };
}


/***/ }),

/***/ 59853:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _: () => (/* binding */ runOnGithub)
});

// EXTERNAL MODULE: ./.cache/build/node_modules/@actions/core/lib/core.js + 3 modules
var core = __webpack_require__(50497);
// EXTERNAL MODULE: ./.cache/build/src/job/run-action.js + 10 modules
var run_action = __webpack_require__(13437);
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
/** Upper case, blanks as underscores; dashes stay. */
function inputVariable(name) {
    return `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`;
}

// EXTERNAL MODULE: ./.cache/build/src/runner/tools.js + 7 modules
var tools = __webpack_require__(13979);
;// CONCATENATED MODULE: ./.cache/build/src/runner/github-host.js
/** The GitHub runner as a host: inputs from its variables, workflow commands, command files. */




/** Names the state that tells the post step from the main step, and what it has to undo. */
const STATE = 'stillframe';
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
                core/* saveState */.LZ(STATE, state);
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
    const state = (0,core/* getState */.Gu)(STATE);
    if (state === '')
        host.saveState?.('{}');
    const ok = state === '' ? await (0,run_action/* runAction */.C)(action, host) : await runPost(action, host, state);
    process.exitCode = ok ? 0 : 1;
    setTimeout(() => process.exit(), LINGER_MS).unref();
}


/***/ }),

/***/ 68495:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  f: () => (/* binding */ connectDevice)
});

// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/trust.js
var wire_trust = __webpack_require__(34428);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./.cache/build/src/errors.js
var errors = __webpack_require__(41251);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/thumbprint.js
var thumbprint = __webpack_require__(94651);
;// CONCATENATED MODULE: ./.cache/build/src/vsphere/transfer/device-trust.js
/** How the host that takes a file proves who it is: by what the server says of its certificate, else by the rules for the server itself. */




/**
 * The server, which is trusted, vouches for its hosts by certificate (API 9.0) or by thumbprint, which differ from host to host and from
 * the server's own: a pin of the server says nothing of them. Where it says nothing either, a CA has to.
 * @throws UserError vsphere-certificate when what the server gives is no certificate
 */
function trustOfDevice({ url, sslCertificate, sslThumbprint }, server) {
    if (server.kind === 'insecure')
        return server;
    if (sslCertificate !== undefined) {
        return { kind: 'pinned', thumbprint: (0,thumbprint/* thumbprintOf */.rK)(derOf(sslCertificate, url), 'sha256') };
    }
    if (sslThumbprint !== undefined)
        return { kind: 'pinned', thumbprint: (0,thumbprint/* parseThumbprint */.Vl)(sslThumbprint) };
    return server.kind === 'pinned' ? (0,wire_trust/* machineAuthorities */.fO)() : server;
}
function derOf(pem, url) {
    try {
        return new external_node_crypto_.X509Certificate(pem).raw;
    }
    catch (cause) {
        throw new errors/* UserError */.yo('vsphere-certificate', `vCenter vouches for ${url.host} by something that is no certificate`, 'Reconnect the host in vCenter.', { cause });
    }
}

;// CONCATENATED MODULE: ./.cache/build/src/vsphere/transfer/device-agent.js
/** The way to the host that takes or gives the files of a lease. */


/** @throws UserError vsphere-certificate when what the server vouches by is no certificate */
function connectDevice(session, device) {
    // A host that was connected to directly has its files itself.
    const sameServer = device.url.host === session.url.host;
    const peer = sameServer ? 'server' : 'host';
    const trust = sameServer ? session.trust : trustOfDevice(device, session.trust);
    return {
        agent: (0,wire_trust/* createAgent */.Sn)(trust, { peer, keepAlive: false }),
        peer,
        cookie: sameServer ? { Cookie: session.cookie } : {},
    };
}


/***/ }),

/***/ 55186:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ab: () => (/* binding */ completeLease),
/* harmony export */   Cg: () => (/* binding */ readLeaseManifest),
/* harmony export */   FK: () => (/* binding */ chooseManifestDigest),
/* harmony export */   PR: () => (/* binding */ settledEntity),
/* harmony export */   PT: () => (/* binding */ abortLease),
/* harmony export */   Rh: () => (/* binding */ isLeaseLost),
/* harmony export */   r0: () => (/* binding */ whileKeptAlive),
/* harmony export */   tH: () => (/* binding */ waitForLease)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/* harmony import */ var _xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61268);
/* harmony import */ var _wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4732);
/* harmony import */ var _wire_fault_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63926);
/* harmony import */ var _wire_moref_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7423);
/* harmony import */ var _wire_passing_error_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(68834);
/* harmony import */ var _wire_poll_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(47749);
/* harmony import */ var _wire_properties_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(85925);
/* harmony import */ var _wire_soap_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(68259);
/** The lease under which files of an import are sent (vim25 HttpNfcLease): lives by progress, ends by complete or abort. */









/** A lease dies after about five minutes of silence; a tenth of that forgives some lost messages. */
const KEEP_ALIVE = 5000;
/** How long a lease may be getting ready before it is given up as it is. */
const SETTLE_TIMEOUT = 60_000;
/** How long after a call its effect may be missing. */
const LOOKUP_TIMEOUT = 10_000;
/**
 * @param operation the method that gave the lease, for messages
 * @throws VsphereFault why the server could not make or give the VM
 */
async function waitForLease(session, lease, operation = 'ImportVApp') {
    const ready = await (0,_wire_poll_js__WEBPACK_IMPORTED_MODULE_5__/* .pollUntil */ .g)(session.signal, async () => {
        const properties = await (0,_wire_properties_js__WEBPACK_IMPORTED_MODULE_6__/* .readProperties */ .Qh)(session, lease, ['state', 'info', 'error']);
        const state = properties.get('state')?.text;
        if (state === 'ready')
            return readInfo(session, lease, properties.get('info'));
        if (state === 'initializing')
            return undefined;
        const error = properties.get('error');
        throw error
            ? (0,_wire_fault_js__WEBPACK_IMPORTED_MODULE_3__/* .readLocalizedFault */ .uf)(operation, error)
            : new _wire_fault_js__WEBPACK_IMPORTED_MODULE_3__/* .VsphereFault */ .eM(operation, 'InvalidState', `the lease is ${state}`);
    });
    if (ready)
        return ready;
    throw new _wire_fault_js__WEBPACK_IMPORTED_MODULE_3__/* .VsphereFault */ .eM(operation, 'InvalidState', 'the lease did not become ready');
}
/**
 * Runs `body` while the lease is kept alive. When the lease is lost, `signal` is aborted with the fault.
 * @param percent asked each time
 * @throws PassingError upload-failed when the lease has run out, whatever `body` then met; else what `body` throws
 */
async function whileKeptAlive(session, lease, percent, body) {
    const lost = new AbortController();
    const signal = AbortSignal.any([session.signal, lost.signal]);
    const report = async () => {
        try {
            await session.call('HttpNfcLeaseProgress', lease, [(0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_7__/* .value */ .Uq)('percent', Math.min(99, Math.floor(percent())))]);
        }
        catch (error) {
            // A message that is lost on the way is made good by the next one; a fault says that there is no lease any more.
            if (error instanceof _wire_fault_js__WEBPACK_IMPORTED_MODULE_3__/* .VsphereFault */ .eM)
                lost.abort(error);
            else
                session.log.debug(`Progress of the lease: ${String(error)}`);
        }
    };
    let running = report();
    const timer = setInterval(() => {
        running = running.then(report);
    }, KEEP_ALIVE);
    try {
        return await body(signal);
    }
    catch (error) {
        throw (await hasRunOut(session, lease, error)) ? runOut(error) : error;
    }
    finally {
        clearInterval(timer);
        await running;
    }
}
/** Whether a call fails because there is no lease any more: then nothing is wrong with the way to the host, or with the host. */
async function hasRunOut(session, lease, error) {
    if (session.signal.aborted)
        return false;
    if (error instanceof _wire_fault_js__WEBPACK_IMPORTED_MODULE_3__/* .VsphereFault */ .eM)
        return isLeaseLost(error);
    if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo && (error instanceof _wire_passing_error_js__WEBPACK_IMPORTED_MODULE_4__/* .PassingError */ .a || error.code === 'upload-failed')))
        return false;
    // The host closes the connection, or refuses the file with this or that status; only the lease itself tells why.
    const state = await readState(session, lease).catch(() => 'unknown');
    return state === undefined || state === 'error';
}
function runOut(cause) {
    return new _wire_passing_error_js__WEBPACK_IMPORTED_MODULE_4__/* .PassingError */ .a('upload-failed', `The lease has run out while files were on their way: ${cause instanceof Error ? cause.message : String(cause)}`, 'vSphere ends an import that it hears nothing of for about five minutes, or whose session ends: is the way to it interrupted, or this runner asleep? Run the step again.', { taken: true, cause });
}
/** Asks for digests of that kind; servers before 7.0 know only SHA-1. @returns the kind that the manifest will have */
async function chooseManifestDigest(session, { lease, devices }, wanted) {
    if (wanted === 'sha1' || devices.length === 0)
        return 'sha1';
    const choices = devices.map(({ key }) => (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_7__/* .node */ .rH)('deviceUrlsToChecksumTypes', [(0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_7__/* .value */ .Uq)('key', key), (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_7__/* .value */ .Uq)('value', wanted)]));
    try {
        await session.call('HttpNfcLeaseSetManifestChecksumType', lease, choices);
        return wanted;
    }
    catch (error) {
        if (!(error instanceof _wire_fault_js__WEBPACK_IMPORTED_MODULE_3__/* .VsphereFault */ .eM))
            throw error;
        session.log.debug(`HttpNfcLeaseSetManifestChecksumType: ${error.message}`);
        return 'sha1';
    }
}
/** What has arrived so far; undefined when the server does not offer it. */
async function readLeaseManifest(session, lease) {
    try {
        const answer = await session.call('HttpNfcLeaseGetManifest', lease);
        return (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .childrenNamed */ .De)(answer, 'returnval').map(receivedFileOf);
    }
    catch (error) {
        if (!(0,_wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_2__/* .isFault */ .Z)(error, 'MethodNotFound', 'NotSupported', 'InvalidRequest'))
            throw error;
        return undefined;
    }
}
/** Ends the import: the VM is whole. When the answer is lost, the lease is asked whether it has ended. */
async function completeLease(session, lease) {
    try {
        await session.call('HttpNfcLeaseComplete', lease);
    }
    catch (error) {
        if (!(0,_wire_passing_error_js__WEBPACK_IMPORTED_MODULE_4__/* .isOutcomeUnknown */ .B)(error) || !(await becomesDone(session, lease)))
            throw error;
    }
}
/** A lease is `done` for a while and then gone; who asks for this one has not aborted it. */
async function becomesDone(session, lease) {
    const done = await (0,_wire_poll_js__WEBPACK_IMPORTED_MODULE_5__/* .pollUntil */ .g)(session.signal, async () => ((await readState(session, lease)) === 'ready' ? undefined : true), LOOKUP_TIMEOUT);
    return done === true;
}
/** @returns undefined when it is gone */
async function readState(session, lease) {
    try {
        return (await (0,_wire_properties_js__WEBPACK_IMPORTED_MODULE_6__/* .readProperties */ .Qh)(session, lease, ['state'])).get('state')?.text;
    }
    catch (error) {
        if (!(0,_wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_2__/* .isFault */ .Z)(error, 'ManagedObjectNotFound'))
            throw error;
        return undefined;
    }
}
/**
 * The VM of a lease that is to be given up, waited for while the lease is still getting ready.
 * @returns undefined when there is none, or the lease is gone
 */
async function settledEntity(session, lease) {
    await (0,_wire_poll_js__WEBPACK_IMPORTED_MODULE_5__/* .pollUntil */ .g)(session.signal, async () => ((await readState(session, lease)) === 'initializing' ? undefined : true), SETTLE_TIMEOUT);
    try {
        return (0,_wire_moref_js__WEBPACK_IMPORTED_MODULE_8__/* .morefOf */ .D)((0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .child */ .jf)((await (0,_wire_properties_js__WEBPACK_IMPORTED_MODULE_6__/* .readProperties */ .Qh)(session, lease, ['info'])).get('info'), 'entity'));
    }
    catch (error) {
        if (!(0,_wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_2__/* .isFault */ .Z)(error, 'ManagedObjectNotFound'))
            throw error;
        return undefined;
    }
}
/** Ends the lease, upon which the server removes the half VM. A lease that is gone already is as good. */
async function abortLease(session, lease) {
    try {
        await session.call('HttpNfcLeaseAbort', lease);
    }
    catch (error) {
        if (!(0,_wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_2__/* .isFault */ .Z)(error, 'ManagedObjectNotFound', 'InvalidState', 'Timedout'))
            throw error;
    }
}
function readInfo(session, lease, info) {
    const entity = (0,_wire_moref_js__WEBPACK_IMPORTED_MODULE_8__/* .morefOf */ .D)((0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .child */ .jf)(info, 'entity'));
    if (!entity)
        throw new _wire_fault_js__WEBPACK_IMPORTED_MODULE_3__/* .VsphereFault */ .eM('ImportVApp', 'InvalidState', 'the lease names no VM');
    return { lease, entity, devices: (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .childrenNamed */ .De)(info, 'deviceUrl').map((device) => deviceUrlOf(device, session.url)) };
}
/** A host that was connected to directly writes `*` for the name it was called by. */
function deviceUrlOf(device, server) {
    const url = (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(device, 'url') ?? '';
    const absolute = url.replace(/^(https?:\/\/)\*(?::\d+)?/i, `$1${server.host}`);
    if (!URL.canParse(absolute))
        throw new _wire_fault_js__WEBPACK_IMPORTED_MODULE_3__/* .VsphereFault */ .eM('ImportVApp', 'InvalidState', `the lease has the device URL "${url}"`);
    return {
        key: (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(device, 'key') ?? '',
        importKey: (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(device, 'importKey') ?? '',
        url: new URL(absolute),
        sslThumbprint: (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(device, 'sslThumbprint') || undefined,
        sslCertificate: (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(device, 'sslCertificate') || undefined,
    };
}
function receivedFileOf(entry) {
    const sha1 = (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(entry, 'sha1')?.toLowerCase();
    const kind = (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(entry, 'checksumType')?.toLowerCase().replace('-', '');
    const checksum = (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(entry, 'checksum')?.toLowerCase();
    return {
        key: (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(entry, 'key') ?? '',
        size: Number((0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(entry, 'size') ?? 0),
        digests: { ...(sha1 && { sha1 }), ...(checksum && (kind === 'sha1' || kind === 'sha256') && { [kind]: checksum }) },
    };
}
/** True for a fault by which the server says that the lease is lost: the import may be begun anew. */
function isLeaseLost(error) {
    return ((0,_wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_2__/* .isFault */ .Z)(error, 'ManagedObjectNotFound', 'InvalidState', 'Timedout', 'NotAuthenticated') &&
        error.operation.startsWith('HttpNfcLease'));
}


/***/ })

};
