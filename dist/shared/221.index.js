export const id = 221;
export const ids = [221,9853];
export const modules = {

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

/***/ 40221:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _src_runner_run_on_github_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59853);
/* harmony import */ var _action_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15760);
/** Proves a VM by a quiesced snapshot, or finds in an image what makes one fail; says what to do about it. */


await (0,_src_runner_run_on_github_js__WEBPACK_IMPORTED_MODULE_0__.runOnGithub)(_action_js__WEBPACK_IMPORTED_MODULE_1__/* .verifyQuiesce */ .z);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 47584:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  c: () => (/* binding */ checkImage)
});

// UNUSED EXPORTS: DIGESTS_UNREAD

// EXTERNAL MODULE: ./.cache/build/src/errors.js
var errors = __webpack_require__(41251);
// EXTERNAL MODULE: ./.cache/build/src/ova/open-system-disk.js
var open_system_disk = __webpack_require__(4661);
// EXTERNAL MODULE: ./.cache/build/src/ova/ova-disks.js
var ova_disks = __webpack_require__(48178);
// EXTERNAL MODULE: ./.cache/build/src/ova/verify-manifest.js
var verify_manifest = __webpack_require__(47864);
// EXTERNAL MODULE: ./.cache/build/src/check/gather-image.js + 1 modules
var gather_image = __webpack_require__(40125);
// EXTERNAL MODULE: ./.cache/build/src/check/image-rules.js + 2 modules
var image_rules = __webpack_require__(1208);
// EXTERNAL MODULE: ./.cache/build/src/check/machine-rules.js + 1 modules
var machine_rules = __webpack_require__(62641);
// EXTERNAL MODULE: ./.cache/build/src/check/ovf-disks.js
var ovf_disks = __webpack_require__(65887);
;// CONCATENATED MODULE: ./.cache/build/src/check/ovf-rules.js
/** What an OVA's descriptor must say besides the settings of the machine. */

const OVF_RULES = [
    {
        code: 'ovf-missing',
        severity: 'error',
        source: 'DSP0243, section 5.3',
        remedy: 'Make the OVA again: its first member must be the .ovf descriptor (DSP0243, section 5.3).',
        see: ({ machine, image }) => (machine === undefined ? `${image.path} has no OVF descriptor` : undefined),
    },
    {
        code: 'ovf-unreadable',
        severity: 'error',
        source: 'DSP0243, section 6',
        remedy: 'Make the OVA again: importers refuse a descriptor that is not well-formed.',
        see: ({ machine }) => machine instanceof errors/* FormatError */.IF ? `The OVF descriptor cannot be read: ${machine.message}` : undefined,
    },
    {
        code: 'firmware-not-efi',
        severity: 'error',
        source: 'Microsoft, "Windows and GPT FAQ"',
        remedy: 'Set the firmware to EFI (vmw:Config ovf:key="firmware" value="efi"): BIOS firmware cannot start from a GPT disk.',
        see: ({ machine, image }) => machine !== undefined &&
            !(machine instanceof errors/* FormatError */.IF) &&
            machine.firmware !== 'efi' &&
            image.layout.table === 'gpt'
            ? 'The OVF descriptor asks for BIOS firmware, but the disk is partitioned by GPT'
            : undefined,
    },
];

// EXTERNAL MODULE: ./.cache/build/src/check/rule.js
var rule = __webpack_require__(21667);
// EXTERNAL MODULE: ./.cache/build/src/check/unique-guids.js
var unique_guids = __webpack_require__(62797);
;// CONCATENATED MODULE: ./.cache/build/src/check/check-image.js
/** The offline check: judges a disk image or an OVA without starting it. */











/** Files of an OVA are held against its manifest up to this much in all: the check of an image takes no longer for a larger one. */
const MAX_DIGEST_BYTES = 2 ** 20;
/**
 * Reads at most some 2 MiB whatever the size of the image.
 * @throws UserError file-missing, disk-format-unknown, disk-format-unsupported, ova-invalid; hash-mismatch where the manifest of an OVA
 *   disowns what was read; FormatError when the file is damaged so that no disk can be read
 */
async function checkImage(path, level) {
    const opened = await (0,open_system_disk/* openImageOrOva */.T)(path);
    try {
        if (opened.kind === 'ova')
            return await checkOva(opened, level);
        return judge({ disk: opened.disk, image: await (0,gather_image/* gatherImage */.z)(opened.disk) }, [], level);
    }
    finally {
        await opened.close();
    }
}
/** Each disk of the machine: the one it starts from by all rules, the others by those for data disks. */
async function checkOva({ ova, disks, named }, level) {
    const unread = await (0,verify_manifest/* verifyManifest */.T)(ova, new AbortController().signal, MAX_DIGEST_BYTES);
    const findings = unread.length === 0 ? [] : [digestsUnread(ova.path, unread)];
    const [first, ...others] = disks;
    const attached = [];
    const disk = await (0,ova_disks/* openOvaDisk */.O3)(ova, first);
    const system = { disk, image: await (0,gather_image/* gatherImage */.z)(disk) };
    const gathered = [{ name: first.member.name, image: system.image }];
    for (const other of others) {
        const opened = await (0,ova_disks/* openOvaDisk */.O3)(ova, other);
        const image = await (0,gather_image/* gatherImage */.z)(opened);
        gathered.push({ name: other.member.name, image });
        attached.push({ disk: other.member.name, format: opened.format, layout: image.layout });
        findings.push(...(0,rule/* applyRules */.IU)(image_rules/* DATA_DISK_RULES */.d, image).map((finding) => ({
            ...finding,
            seen: `Disk ${other.member.name}${other.place === '' ? '' : ` (${other.place})`}: ${finding.seen}`,
        })));
    }
    if (!named)
        findings.push(...(0,unique_guids/* judgeGuids */.w)(gathered), ...(await (0,ovf_disks/* judgeOvfDisks */.n)(ova)));
    const machine = ova.ovf instanceof errors/* FormatError */.IF ? ova.ovf : ova.ovf?.machine;
    const check = judge(system, findings, level, named ? 'disk' : { machine });
    return attached.length === 0 ? check : { ...check, others: attached };
}
/** @param ovf `disk` for a disk by itself */
function judge({ disk, image }, others, level, ovf = 'disk') {
    const machine = ovf === 'disk' || ovf.machine instanceof errors/* FormatError */.IF ? undefined : ovf.machine;
    const findings = [
        ...(0,rule/* applyRules */.IU)(image_rules/* IMAGE_RULES */.U, image),
        ...(ovf === 'disk' ? [] : (0,rule/* applyRules */.IU)(OVF_RULES, { image, machine: ovf.machine })),
        ...(machine === undefined ? [] : (0,rule/* applyRules */.IU)(machine_rules/* MACHINE_RULES */.y, machine)),
        ...others,
    ];
    const ranked = (0,rule/* bySeverity */.Np)((0,rule/* forLevel */.Qm)(findings, level));
    return {
        verdict: ranked.some(({ severity }) => severity === 'error') ? 'failed' : 'unproven',
        findings: ranked,
        layout: image.layout,
        format: disk.format,
        ...(machine && { machine }),
    };
}
const DIGESTS_UNREAD = {
    code: 'digests-not-checked',
    severity: 'info',
    remedy: 'Nothing needs to be done: upload-esxi, convert-ova and repair-template check every digest before they use the OVA.',
    source: 'DSP0243, section 5.1 (manifest)',
};
function digestsUnread(path, names) {
    return (0,rule/* found */.F9)(DIGESTS_UNREAD, `The manifest of ${path} was not held against ${names.join(', ')}: that would read all of it`);
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

/***/ 4661:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ openSystemDisk),
/* harmony export */   T: () => (/* binding */ openImageOrOva)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _disk_open_disk_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(22920);
/* harmony import */ var _disk_recognise_format_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(22847);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(41251);
/* harmony import */ var _files_byte_source_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(58018);
/* harmony import */ var _ova_disks_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(48178);
/** Opens what a path names: a disk image, the system disk of an OVA, or one of its disks as `path!member`. */






/**
 * @param findStored asked for the holes of raw images, fixed VHDs and flat extents, whose formats do not tell what is empty
 * @throws UserError file-missing, disk-format-unsupported, disk-format-unknown, disk-invalid, ova-invalid; FormatError when the image is
 *   damaged
 */
async function openImageOrOva(path, findStored) {
    const { file, member } = await splitMember(path);
    const source = await (0,_files_byte_source_js__WEBPACK_IMPORTED_MODULE_4__/* .openFileSource */ .Sd)(file, findStored);
    try {
        if ((await (0,_disk_recognise_format_js__WEBPACK_IMPORTED_MODULE_2__/* .recogniseFormat */ .b)(source)) === 'tar') {
            // Loaded with the first OVA: it brings a parser of XML.
            const { readOvaContents } = await Promise.all(/* import() */[__webpack_require__.e(9800), __webpack_require__.e(346), __webpack_require__.e(1268)]).then(__webpack_require__.bind(__webpack_require__, 30346));
            const ova = await readOvaContents(source);
            const disks = member === undefined ? (0,_ova_disks_js__WEBPACK_IMPORTED_MODULE_5__/* .disksOf */ .Gu)(ova) : [(0,_ova_disks_js__WEBPACK_IMPORTED_MODULE_5__/* .diskNamed */ .Ru)(ova, member)];
            return { kind: 'ova', ova, disks: [...disks], named: member !== undefined, close: () => ova.close() };
        }
        if (member !== undefined) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo('ova-invalid', `${file} is no OVA, so it has no member "${member}"`, 'Give the path alone.');
        }
        const disk = await (0,_disk_open_disk_js__WEBPACK_IMPORTED_MODULE_1__/* .openDiskIn */ .B)(source, findStored);
        return { kind: 'image', disk, close: () => disk.close() };
    }
    catch (error) {
        await source.close();
        throw error;
    }
}
/** The disk alone; closing it closes the file. Throws as `openImageOrOva`. */
async function openSystemDisk(path, findStored) {
    const opened = await openImageOrOva(path, findStored);
    if (opened.kind === 'image')
        return opened.disk;
    try {
        return { ...(await (0,_ova_disks_js__WEBPACK_IMPORTED_MODULE_5__/* .openOvaDisk */ .O3)(opened.ova, opened.disks[0])), close: () => opened.close() };
    }
    catch (error) {
        await opened.close();
        throw error;
    }
}
/** A file whose own name holds the separator is taken as it is. */
async function splitMember(path) {
    const at = path.indexOf(_ova_disks_js__WEBPACK_IMPORTED_MODULE_5__/* .MEMBER_SEPARATOR */ .Xy);
    if (at < 1)
        return { file: path };
    const whole = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).catch(() => undefined);
    return whole ? { file: path } : { file: path.slice(0, at), member: path.slice(at + 1) };
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

/***/ 35619:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BE: () => (/* binding */ layoutFindings),
/* harmony export */   UE: () => (/* binding */ OWN_LAYOUT),
/* harmony export */   kX: () => (/* binding */ LAYOUT_NAMES),
/* harmony export */   my: () => (/* binding */ LAYOUTS),
/* harmony export */   rd: () => (/* binding */ asksForRecovery)
/* harmony export */ });
/** Partition layouts by name: what build-vhd makes by itself, and what others make, for those who compare or replace their disks. */
const MIB = 2 ** 20;
/** 260 MiB hold every release's boot files, on drives with sectors of 4096 bytes too; 16 MiB is what Microsoft gives the MSR. */
const OWN_LAYOUT = { esp: 260 * MIB, msr: 16 * MIB, recovery: 'none' };
const LAYOUTS = {
    /** The module's UEFI layout (x0nn/Convert-WindowsImage 161dac9). */
    'convert-windowsimage': { esp: 200 * MIB, msr: 128 * MIB, recovery: 'none' },
    /** WinImageBuilder.psm1 of cloudbase/windows-imaging-tools 832f3d6. */
    cloudbase: { esp: 200 * MIB, msr: 128 * MIB, recovery: 'none' },
    /** Microsoft, "UEFI/GPT-based hard drive partitions": the least ESP, the MSR, Windows, and the recovery tools right behind it. */
    microsoft: { esp: 200 * MIB, msr: 16 * MIB, recovery: 'last' },
};
const LAYOUT_NAMES = Object.keys(LAYOUTS);
/** Whether a template asks for a Recovery partition, by itself or by the layout that it names. */
function asksForRecovery({ layout, recovery }) {
    return (recovery ?? (layout === undefined ? OWN_LAYOUT : LAYOUTS[layout]).recovery) === 'last';
}
/** What is known to come of a layout, whoever asked for it. */
function layoutFindings({ recovery }) {
    if (recovery === 'none')
        return [];
    return [
        {
            code: 'recovery-partition-protected',
            severity: 'warning',
            seen: 'The disk has a protected Recovery partition behind Windows, as it was asked for: quiesced snapshots of its VMs fail (KB60395).',
            remedy: 'Write recovery: none: Windows keeps its recovery environment on C: then. repair-template takes the partition away from a disk that has it.',
        },
    ];
}


/***/ })

};
