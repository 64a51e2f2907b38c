export const id = 171;
export const ids = [171];
export const modules = {

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
        // Its files (-ctk.vmdk) belong to one machine: a copy that has them, or that lost them, is refused its snapshots.
        code: 'cbt-enabled',
        severity: 'warning',
        source: 'VMware KB 2114076 and 1020128: changed block tracking is reset with the VM off and without snapshots',
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

/***/ 44284:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ askPowerShell)
/* harmony export */ });
/* unused harmony export encodedPowerShell */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/* harmony import */ var _vm_vm_operations_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63912);
/* harmony import */ var _wire_poll_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47749);
/* harmony import */ var _guest_files_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(32087);
/* harmony import */ var _guest_question_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(69878);
/* harmony import */ var _guest_tools_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(83875);
/* harmony import */ var _ready_guest_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(93103);
/** Asks a guest a question of ours, whose answer comes back as guestinfo: no network and no file transfer is needed. */







/** Milliseconds that vSphere may take to show what the guest has said. */
const SHOWN_WITHIN = 60_000;
/** @param text PowerShell 5.1, ASCII, that nothing was put into */
function encodedPowerShell(text) {
    const encoded = Buffer.from(text, 'utf16le').toString('base64');
    return {
        path: `${_guest_files_js__WEBPACK_IMPORTED_MODULE_6__/* .GUEST_SYSTEM */ .pC}\\WindowsPowerShell\\v1.0\\powershell.exe`,
        args: `-NoProfile -NonInteractive -ExecutionPolicy Bypass -EncodedCommand ${encoded}`,
    };
}
/**
 * What the guest published is removed again, also where no answer came of it.
 * @param question as guestQuestion made it
 * @param limit milliseconds
 * @returns what stood in `$answer`, as it came out of JSON
 * @throws UserError guest-refused, input-invalid, timeout; as runGuestProgram
 */
async function askPowerShell(session, vm, account, question, limit) {
    const before = (await (0,_guest_tools_js__WEBPACK_IMPORTED_MODULE_4__/* .readGuestState */ .G6)(session, vm)).info(_guest_question_js__WEBPACK_IMPORTED_MODULE_3__/* .ANSWER_KEY */ .vS);
    const code = await (0,_ready_guest_js__WEBPACK_IMPORTED_MODULE_5__/* .runWhenReady */ .r)(session, vm, account, encodedPowerShell(question), limit);
    if (code === undefined)
        throw silent(vm, 'it never was ready for programs');
    try {
        if (code !== _guest_question_js__WEBPACK_IMPORTED_MODULE_3__/* .ANSWERED */ .OZ)
            throw silent(vm, `PowerShell ended with ${code}`);
        const fresh = async () => {
            const { info } = await (0,_guest_tools_js__WEBPACK_IMPORTED_MODULE_4__/* .readGuestState */ .G6)(session, vm);
            return info(_guest_question_js__WEBPACK_IMPORTED_MODULE_3__/* .ANSWER_KEY */ .vS) === before ? undefined : (0,_guest_question_js__WEBPACK_IMPORTED_MODULE_3__/* .unpackAnswer */ .pi)(info);
        };
        const answer = await (0,_wire_poll_js__WEBPACK_IMPORTED_MODULE_2__/* .pollUntil */ .g)(session.signal, fresh, SHOWN_WITHIN);
        if (answer === undefined)
            throw silent(vm, 'vSphere shows no whole answer of it');
        return answer.value;
    }
    finally {
        await forgetAnswer(session, vm);
    }
}
/** What stays costs nothing but room: the next answer is known by its time. */
async function forgetAnswer(session, vm) {
    try {
        const keys = (0,_guest_question_js__WEBPACK_IMPORTED_MODULE_3__/* .answerKeys */ .Di)((await (0,_guest_tools_js__WEBPACK_IMPORTED_MODULE_4__/* .readGuestState */ .G6)(session, vm)).info);
        if (keys.length === 0)
            return;
        const extraConfig = Object.fromEntries(keys.map((key) => [`guestinfo.${key}`, '']));
        await (0,_vm_vm_operations_js__WEBPACK_IMPORTED_MODULE_1__/* .reconfigureVm */ .Nc)(session, vm, { extraConfig });
    }
    catch (error) {
        if (session.signal.aborted)
            return;
        session.log.warning(`What ${vm.value} said of itself is not removed from its settings: ${String(error)}`);
    }
}
function silent({ value }, why) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('guest-refused', `The guest of ${value} could not be asked what it has: ${why}`, 'Log in to such a guest with this account and run PowerShell there; VMware Tools must run, and may not be kept from setting guestinfo.');
}


/***/ }),

/***/ 32087:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Oc: () => (/* binding */ putGuestFile),
/* harmony export */   mN: () => (/* binding */ removeGuestFiles),
/* harmony export */   pC: () => (/* binding */ GUEST_SYSTEM),
/* harmony export */   tJ: () => (/* binding */ guestShell),
/* harmony export */   uS: () => (/* binding */ usingGuestFiles)
/* harmony export */ });
/**
 * Puts small files into a guest without a file transfer, for which the runner would have to reach the ESXi host and trust it: their
 * content goes in as command lines.
 */
/** Base64 of as much as a command line takes (8191 characters, cmd.exe) with room for the rest of it. */
const CHUNK = 4500;
/** Where programs of Windows lie in a guest. */
const GUEST_SYSTEM = 'C:\\Windows\\System32';
/**
 * @param file absolute path in the guest; `<file>.b64` beside it is overwritten
 * @returns undefined when it is there; otherwise which program ended with what
 */
async function putGuestFile(run, file, content) {
    for (let at = 0; at === 0 || at < content.length; at += CHUNK) {
        // The redirection stands first: a digit before it would be taken for a handle.
        const text = content.subarray(at, at + CHUNK).toString('base64');
        const failure = await failureOf(run, guestShell(`${at === 0 ? '>' : '>>'}"${file}.b64" echo ${text}`));
        if (failure !== undefined)
            return failure;
    }
    return failureOf(run, { path: `${GUEST_SYSTEM}\\certutil.exe`, args: `-f -decode "${file}.b64" "${file}"` });
}
/** With what `putGuestFile` left beside them; that they are gone already is as good. */
async function removeGuestFiles(run, files) {
    await run(guestShell(`del /f /q ${files.map((file) => `"${file}"`).join(' ')}`));
}
/**
 * @param files of `body` in the guest, with what `putGuestFile` leaves beside them; they are removed whatever becomes of it, also after a time-out
 * @throws what `body` throws: what the guest does not remove has no say
 */
async function usingGuestFiles(run, files, body) {
    try {
        return await body();
    }
    finally {
        await removeGuestFiles(run, files).catch(() => undefined);
    }
}
/** One line for cmd.exe. */
function guestShell(line) {
    return { path: `${GUEST_SYSTEM}\\cmd.exe`, args: `/c ${line}` };
}
async function failureOf(run, program) {
    const code = await run(program);
    return code === 0 ? undefined : `${program.path} ended with ${code}`;
}


/***/ }),

/***/ 66360:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ runGuestProgram)
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
/** Runs programs in a guest by its VMware Tools (GuestProcessManager, API 5.0): no network of the guest is needed. */









/**
 * Waits for the program's end, also while a vCenter restarts, which takes minutes. It is started once: when the answer is lost, it may run all
 * the same.
 * @param limit milliseconds; what runs longer is left to itself
 * @returns its exit code
 * @throws UserError input-invalid for an account that the guest does not know, timeout; VsphereFault, PassingError; the signal's reason
 */
async function runGuestProgram(session, vm, account, { path, args }, limit) {
    const manager = await processManager(session);
    const target = [
        (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_7__/* .reference */ .ir)('vm', vm),
        (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_7__/* .node */ .rH)('auth', [(0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_7__/* .value */ .Uq)('interactiveSession', false), (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_7__/* .value */ .Uq)('username', account.username), (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_7__/* .value */ .Uq)('password', account.password)], 'NamePasswordAuthentication'),
    ];
    const spec = (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_7__/* .node */ .rH)('spec', [(0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_7__/* .value */ .Uq)('programPath', path), (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_7__/* .value */ .Uq)('arguments', args)], 'GuestProgramSpec');
    const started = await session.call('StartProgramInGuest', manager, [...target, spec]).catch((error) => {
        throw (0,_wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_2__/* .isFault */ .Z)(error, 'InvalidGuestLogin') ? wrongAccount(account, error) : error;
    });
    const pid = (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .child */ .jf)(started, 'returnval')?.text ?? '';
    let away;
    const ended = await (0,_wire_poll_js__WEBPACK_IMPORTED_MODULE_5__/* .pollUntil */ .g)(session.signal, async () => {
        away = undefined;
        const answer = await session
            .call('ListProcessesInGuest', manager, [...target, (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_7__/* .value */ .Uq)('pids', pid)])
            .catch((error) => {
            session.signal.throwIfAborted();
            if (!(error instanceof _wire_passing_error_js__WEBPACK_IMPORTED_MODULE_4__/* .PassingError */ .a))
                throw error;
            away = error;
        });
        if (answer === undefined) {
            session.log.warning(`${session.url.host} does not answer; ${path} goes on in the guest, and so does this`);
            return undefined;
        }
        const [info] = (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .childrenNamed */ .De)(answer, 'returnval');
        // Tools forget a process some minutes after its end.
        if (!info)
            throw new _wire_fault_js__WEBPACK_IMPORTED_MODULE_3__/* .VsphereFault */ .eM('ListProcessesInGuest', 'RuntimeFault', `the guest knows no process ${pid}`);
        return (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(info, 'endTime') === undefined ? undefined : Number((0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(info, 'exitCode'));
    }, limit);
    if (ended !== undefined)
        return ended;
    throw (away ??
        new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('timeout', `${path} did not end in the guest in the time that is left`, 'Raise timeout, or see that it waits for nobody: a program in the guest has no console.'));
}
async function processManager(session) {
    const operations = session.manager('guestOperationsManager');
    const manager = (0,_wire_moref_js__WEBPACK_IMPORTED_MODULE_8__/* .morefOf */ .D)((await (0,_wire_properties_js__WEBPACK_IMPORTED_MODULE_6__/* .readProperties */ .Qh)(session, operations, ['processManager'])).get('processManager'));
    if (manager)
        return manager;
    throw new _wire_fault_js__WEBPACK_IMPORTED_MODULE_3__/* .VsphereFault */ .eM('RetrievePropertiesEx', 'NotSupported', 'the server runs no programs in guests');
}
function wrongAccount({ username }, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('input-invalid', `The guest does not know the account ${username} with this password (input guest-username)`, 'Give the account of the answer file of the image, such as Administrator, and its password in guest-password.', { cause });
}


/***/ }),

/***/ 69878:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Di: () => (/* binding */ answerKeys),
/* harmony export */   OZ: () => (/* binding */ ANSWERED),
/* harmony export */   dl: () => (/* binding */ guestQuestion),
/* harmony export */   pi: () => (/* binding */ unpackAnswer),
/* harmony export */   vS: () => (/* binding */ ANSWER_KEY)
/* harmony export */ });
/* unused harmony exports PIECE, MAX_PIECES */
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38522);
/**
 * A question to a guest as PowerShell for Windows Server 2016 and later, and how its answer is packed: JSON, compressed, in pieces that
 * each fit into a command line, as guestinfo. For a file transfer the runner would have to reach the ESXi host and trust it.
 */

/** Key of guestinfo, without `guestinfo.`: when it was answered, and in how many pieces; each piece is in the key with its number behind it. */
const ANSWER_KEY = 'stillframe.answer';
/** Exit code of whoever has answered, so that no other end of PowerShell is taken for an answer. */
const ANSWERED = 64;
/** Characters of a piece, as a command line takes them, and how many pieces are read at most: what a guest may set in all is 1 MiB (vmx). */
const PIECE = 4000;
const MAX_PIECES = 99;
/** Bytes of an answer that is unpacked. */
const MAX_ANSWER = 4 * 2 ** 20;
/**
 * How many pieces there are is said last: who sees it sees them all. vmtoolsd is asked as in open-vm-tools' own documentation of info-set.
 * @param gather PowerShell 5.1, ASCII, that nothing was put into; it leaves its answer in `$answer`, a hash table
 */
function guestQuestion(gather) {
    return `$ErrorActionPreference = 'Stop'
${gather.trimEnd()}
$ErrorActionPreference = 'Stop'
$bytes = [Text.Encoding]::UTF8.GetBytes((ConvertTo-Json $answer -Depth 4 -Compress))
$memory = New-Object -TypeName IO.MemoryStream
$zip = New-Object -TypeName IO.Compression.GZipStream -ArgumentList $memory, ([IO.Compression.CompressionMode]::Compress)
$zip.Write($bytes, 0, $bytes.Length)
$zip.Close()
$text = [Convert]::ToBase64String($memory.ToArray())
$toolsd = Join-Path $env:ProgramFiles 'VMware\\VMware Tools\\vmtoolsd.exe'
for ($i = 0; $i * ${PIECE} -lt $text.Length; $i++) {
  $piece = $text.Substring($i * ${PIECE}, [Math]::Min(${PIECE}, $text.Length - $i * ${PIECE}))
  & $toolsd --cmd ('info-set guestinfo.${ANSWER_KEY}.' + $i + ' ' + $piece)
  if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
}
& $toolsd --cmd ('info-set guestinfo.${ANSWER_KEY} ' + [DateTime]::UtcNow.Ticks + '-' + $i)
if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
exit ${ANSWERED}
`;
}
/**
 * @param info a setting of the guest by its key
 * @returns undefined while it is not there as a whole: pieces of two answers have no common checksum
 */
function unpackAnswer(info) {
    const [, count = ''] = /^\d+-(\d{1,2})$/.exec(info(ANSWER_KEY) ?? '') ?? [];
    if (count === '')
        return undefined;
    const pieces = Array.from({ length: Number(count) }, (_, index) => info(`${ANSWER_KEY}.${index}`) ?? '');
    try {
        const bytes = (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.gunzipSync)(Buffer.from(pieces.join(''), 'base64'), { maxOutputLength: MAX_ANSWER });
        return { value: JSON.parse(bytes.toString('utf8')) };
    }
    catch {
        return undefined;
    }
}
/** Keys of whatever answer stands there. */
function answerKeys(info) {
    const keys = [ANSWER_KEY, ...Array.from({ length: MAX_PIECES }, (_, index) => `${ANSWER_KEY}.${index}`)];
    return keys.filter((key) => info(key) !== undefined);
}


/***/ }),

/***/ 83875:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G6: () => (/* binding */ readGuestState),
/* harmony export */   bT: () => (/* binding */ mayPublish),
/* harmony export */   cj: () => (/* binding */ SET_INFO)
/* harmony export */ });
/* harmony import */ var _vm_vm_facts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98508);
/* harmony import */ var _wire_properties_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85925);
/** What a guest lets vSphere know while it starts: VMware Tools, and what it publishes as guestinfo. */


async function readGuestState(session, vm) {
    const properties = await (0,_wire_properties_js__WEBPACK_IMPORTED_MODULE_1__/* .readProperties */ .Qh)(session, vm, ['guest.toolsRunningStatus', 'config.extraConfig']);
    const settings = (0,_vm_vm_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .extraConfigOf */ .E6)(properties.get('config.extraConfig'));
    return {
        toolsRunning: properties.get('guest.toolsRunningStatus')?.text === 'guestToolsRunning',
        info: (key) => settings.get(`guestinfo.${key}`) || undefined,
    };
}
/** By it vSphere takes nothing from the guest (.vmx; the VMware hardening guides set it). */
const SET_INFO = 'isolation.tools.setInfo.disable';
/** Whether the guest can say anything of itself. */
function mayPublish(facts) {
    return !/^(true|1|yes)$/i.test((0,_vm_vm_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .settingOf */ .y7)(facts, SET_INFO) ?? '');
}


/***/ }),

/***/ 93103:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ awaitTools),
/* harmony export */   r: () => (/* binding */ runWhenReady)
/* harmony export */ });
/* harmony import */ var _wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4732);
/* harmony import */ var _wire_poll_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47749);
/* harmony import */ var _guest_program_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(66360);
/* harmony import */ var _guest_tools_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83875);
/** Waits until a guest can be asked: its VMware Tools run, and programs run in it. */




/** The guest is between two starts, or its Tools are not ready yet. */
const NOT_YET = ['GuestOperationsUnavailable', 'InvalidPowerState', 'InvalidState', 'ToolsUnavailable'];
/**
 * @param timeout milliseconds
 * @returns whether they came up in time
 */
async function awaitTools(session, vm, timeout) {
    const look = async () => (await (0,_guest_tools_js__WEBPACK_IMPORTED_MODULE_3__/* .readGuestState */ .G6)(session, vm)).toolsRunning || undefined;
    return (await (0,_wire_poll_js__WEBPACK_IMPORTED_MODULE_1__/* .pollUntil */ .g)(session.signal, look, timeout)) === true;
}
/**
 * Tried again while the guest is not ready for programs.
 * @param timeout milliseconds, for getting ready and for the program each
 * @returns the exit code; undefined when it never was ready
 * @throws as runGuestProgram
 */
function runWhenReady(session, vm, account, program, timeout) {
    return (0,_wire_poll_js__WEBPACK_IMPORTED_MODULE_1__/* .pollUntil */ .g)(session.signal, async () => {
        try {
            return await (0,_guest_program_js__WEBPACK_IMPORTED_MODULE_2__/* .runGuestProgram */ .m)(session, vm, account, program, timeout);
        }
        catch (error) {
            if ((0,_wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .isFault */ .Z)(error, ...NOT_YET))
                return undefined;
            throw error;
        }
    }, timeout);
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
    return { moref, name, path, datacenter: datacenterOf(path, datacenters) ?? within?.path.slice(1) ?? '' };
}
/**
 * Inventory path of the datacenter that an object lies in, without the leading slash; undefined when nothing tells it. A VM in a vApp has
 * no folder above it, and so no path that tells; a host on its own has only one datacenter.
 */
function datacenterOf(path, datacenters) {
    const found = datacenters.find((candidate) => path.startsWith(`${candidate.path}/`));
    return (found ?? (datacenters.length === 1 ? datacenters[0] : undefined))?.path.slice(1);
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

/***/ 35970:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M$: () => (/* binding */ restoreCards),
/* harmony export */   Pt: () => (/* binding */ readCardStates),
/* harmony export */   Sd: () => (/* binding */ setNetworkCards),
/* harmony export */   XC: () => (/* binding */ assertCardsOn),
/* harmony export */   q$: () => (/* binding */ connectedCard),
/* harmony export */   qC: () => (/* binding */ findNetwork)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/* harmony import */ var _xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61268);
/* harmony import */ var _inventory_find_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77386);
/* harmony import */ var _inventory_inventory_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(37797);
/* harmony import */ var _wire_moref_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7423);
/* harmony import */ var _wire_properties_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(85925);
/* harmony import */ var _wire_soap_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(68259);
/* harmony import */ var _wire_tasks_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(29280);
/** Network cards of a VM that is off: cut off, put on a network, or given back what they had. */








/** Kinds of vim25 VirtualEthernetCard. */
const CARD = /^Virtual(?:E1000e?|PCNet32|Vmxnet[23]?|Sriov(?:EthernetCard)|EthernetCard)$/;
/**
 * @param network undefined: every card is disconnected, and stays so when the VM starts; otherwise all are on that network and connected
 * @returns how many cards there are
 * @throws UserError vsphere-refused when the server left a card connected that was to be cut off
 */
async function setNetworkCards(session, vm, network) {
    const cards = await readCards(session, vm);
    if (cards.length === 0)
        return 0;
    const backing = network && (await backingOf(session, network));
    const connect = network !== undefined;
    await editCards(session, vm, cards.map((card) => changed(card, backing, { startConnected: connect, allowGuestControl: connect })));
    const connected = network ? undefined : await connectedCard(session, vm);
    if (connected === undefined)
        return cards.length;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('vsphere-refused', `The server left ${connected} of ${vm.value} connected, which was to be cut off`, 'Name a network on which a copy may start (input network), or give the account VirtualMachine.Config.EditDevice.');
}
/** @returns how the first card is called that is connected, or will be when the VM starts; undefined when all are cut off */
async function connectedCard(session, vm) {
    const card = (await readCards(session, vm)).find(isConnected);
    return card && ((0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(card, 'deviceInfo.label') ?? 'a network card');
}
async function readCardStates(session, vm) {
    return (await readCards(session, vm)).map((card) => {
        const backing = (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .child */ .jf)(card, 'backing');
        return {
            key: Number((0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(card, 'key')),
            startConnected: (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(card, 'connectable.startConnected') !== 'false',
            allowGuestControl: (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(card, 'connectable.allowGuestControl') !== 'false',
            backing: backing === undefined ? '' : (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .renderXml */ .ST)(backing),
        };
    });
}
/** Puts back what `readCardStates` has read; a card that is gone, or stands so already, costs nothing. */
async function restoreCards(session, vm, states) {
    const now = await readCardStates(session, vm);
    const cards = await readCards(session, vm);
    const edits = states.flatMap((state) => {
        const card = cards.find((one) => Number((0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(one, 'key')) === state.key);
        if (!card || now.some((one) => isSameState(one, state)))
            return [];
        return [changed(card, parseBacking(state.backing), state)];
    });
    if (edits.length > 0)
        await editCards(session, vm, edits);
}
/** Rendered elements name their types by a prefix that whoever renders them binds (soap.ts). */
function parseBacking(text) {
    const spaces = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"';
    return (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .parseXml */ .NO)(`<state ${spaces}>${text}</state>`, 'the connection of a network card').children[0];
}
function isSameState(a, b) {
    return (a.key === b.key &&
        a.startConnected === b.startConnected &&
        a.allowGuestControl === b.allowGuestControl &&
        a.backing === b.backing);
}
async function editCards(session, vm, cards) {
    const changes = cards.map((card) => (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_5__/* .node */ .rH)('deviceChange', [(0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_5__/* .value */ .Uq)('operation', 'edit'), card], 'VirtualDeviceConfigSpec'));
    await (0,_wire_tasks_js__WEBPACK_IMPORTED_MODULE_6__/* .runTask */ .Z)(session, 'ReconfigVM_Task', vm, [(0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_5__/* .node */ .rH)('spec', changes)]);
}
/** @throws UserError vsphere-refused when a card hangs on anything else, whether it is connected or not */
async function assertCardsOn(session, vm, network) {
    const wanted = await backingOf(session, network);
    const other = (await readCards(session, vm)).find((card) => idOf((0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .child */ .jf)(card, 'backing')) !== idOf(wanted));
    if (other === undefined)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('vsphere-refused', `${(0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(other, 'deviceInfo.label') ?? 'A network card'} of ${vm.value} hangs on another network than the one that was named`, 'See what changes the network cards of new VMs on this vCenter; nothing but the named network may be met by a copy.');
}
/** What a backing names: the key of a port group, or the id of a network. */
function idOf(backing) {
    return (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(backing, 'port.portgroupKey') ?? (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(backing, 'network');
}
/**
 * @param written name or path of a network or port group
 * @param datacenter inventory path of the datacenter it must be in, as LocatedVm has it; empty for any
 * @throws UserError vsphere-not-found, vsphere-ambiguous
 */
async function findNetwork(session, datacenter, written) {
    const networks = (0,_inventory_inventory_js__WEBPACK_IMPORTED_MODULE_3__/* .ofKind */ .C)(await (0,_inventory_inventory_js__WEBPACK_IMPORTED_MODULE_3__/* .readInventory */ .z)(session, { Network: [] }), 'Network');
    const near = networks.filter(({ path }) => datacenter === '' || path.startsWith(`/${datacenter}/`));
    return (0,_inventory_find_js__WEBPACK_IMPORTED_MODULE_2__/* .findOne */ .s)(near, written, { kind: 'network', input: 'network' }).moref;
}
async function readCards(session, vm) {
    const properties = await (0,_wire_properties_js__WEBPACK_IMPORTED_MODULE_4__/* .readProperties */ .Qh)(session, vm, ['config.hardware.device']);
    return (properties.get('config.hardware.device')?.children ?? []).filter(({ type }) => CARD.test(type?.name ?? ''));
}
function isConnected(card) {
    return (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(card, 'connectable.startConnected') !== 'false' || (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(card, 'connectable.connected') === 'true';
}
/** The card as it was read, in the order of its type, with what changes in its place. */
function changed(card, backing, { startConnected, allowGuestControl }) {
    const connectable = (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_5__/* .node */ .rH)('connectable', [
        (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_5__/* .value */ .Uq)('startConnected', startConnected),
        (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_5__/* .value */ .Uq)('allowGuestControl', allowGuestControl),
        (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_5__/* .value */ .Uq)('connected', startConnected),
    ]);
    const kept = card.children.filter(({ name }) => name !== 'connectable');
    // vim25 VirtualDevice: key, deviceInfo, backing, connectable, then the rest.
    const head = ['key', 'deviceInfo', 'backing'];
    return {
        ...card,
        name: 'device',
        children: [
            ...kept.filter(({ name }) => name === 'key' || name === 'deviceInfo'),
            ...(0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_5__/* .present */ .Eb)(backing ?? (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .child */ .jf)(card, 'backing')),
            connectable,
            ...kept.filter(({ name }) => !head.includes(name)),
        ],
    };
}
async function backingOf(session, network) {
    if (network.type !== 'DistributedVirtualPortgroup') {
        const name = (await (0,_wire_properties_js__WEBPACK_IMPORTED_MODULE_4__/* .readProperties */ .Qh)(session, network, ['name'])).get('name')?.text ?? network.value;
        return (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_5__/* .node */ .rH)('backing', [(0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_5__/* .value */ .Uq)('deviceName', name), (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_5__/* .reference */ .ir)('network', network)], 'VirtualEthernetCardNetworkBackingInfo');
    }
    const config = (await (0,_wire_properties_js__WEBPACK_IMPORTED_MODULE_4__/* .readProperties */ .Qh)(session, network, ['config'])).get('config');
    const vds = (0,_wire_moref_js__WEBPACK_IMPORTED_MODULE_7__/* .morefOf */ .D)((0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .childrenNamed */ .De)(config, 'distributedVirtualSwitch')[0]);
    const uuid = vds && (await (0,_wire_properties_js__WEBPACK_IMPORTED_MODULE_4__/* .readProperties */ .Qh)(session, vds, ['uuid'])).get('uuid')?.text;
    return (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_5__/* .node */ .rH)('backing', [(0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_5__/* .node */ .rH)('port', [(0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_5__/* .value */ .Uq)('switchUuid', uuid ?? ''), (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_5__/* .value */ .Uq)('portgroupKey', (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(config, 'key') ?? network.value)])], 'VirtualEthernetCardDistributedVirtualPortBackingInfo');
}


/***/ })

};
