export const id = 803;
export const ids = [803];
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

/***/ 32087:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Oc: () => (/* binding */ putGuestFile),
/* harmony export */   mN: () => (/* binding */ removeGuestFiles),
/* harmony export */   pC: () => (/* binding */ GUEST_SYSTEM),
/* harmony export */   tJ: () => (/* binding */ guestShell)
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
/* harmony import */ var _wire_moref_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7423);
/* harmony import */ var _wire_poll_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(47749);
/* harmony import */ var _wire_properties_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(85925);
/* harmony import */ var _wire_soap_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(68259);
/** Runs programs in a guest by its VMware Tools (GuestProcessManager, API 5.0): no network of the guest is needed. */








/**
 * Waits for the program's end. It is started once: when the answer is lost, it may run all the same.
 * @param limit milliseconds; what runs longer is left to itself
 * @returns its exit code
 * @throws UserError input-invalid for an account that the guest does not know, timeout; VsphereFault, PassingError; the signal's reason
 */
async function runGuestProgram(session, vm, account, { path, args }, limit) {
    const manager = await processManager(session);
    const target = [
        (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_6__/* .reference */ .ir)('vm', vm),
        (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_6__/* .node */ .rH)('auth', [(0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_6__/* .value */ .Uq)('interactiveSession', false), (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_6__/* .value */ .Uq)('username', account.username), (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_6__/* .value */ .Uq)('password', account.password)], 'NamePasswordAuthentication'),
    ];
    const spec = (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_6__/* .node */ .rH)('spec', [(0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_6__/* .value */ .Uq)('programPath', path), (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_6__/* .value */ .Uq)('arguments', args)], 'GuestProgramSpec');
    const started = await session.call('StartProgramInGuest', manager, [...target, spec]).catch((error) => {
        throw (0,_wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_2__/* .isFault */ .Z)(error, 'InvalidGuestLogin') ? wrongAccount(account, error) : error;
    });
    const pid = (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .child */ .jf)(started, 'returnval')?.text ?? '';
    const ended = await (0,_wire_poll_js__WEBPACK_IMPORTED_MODULE_4__/* .pollUntil */ .g)(session.signal, async () => {
        const answer = await session.call('ListProcessesInGuest', manager, [...target, (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_6__/* .value */ .Uq)('pids', pid)]);
        const [info] = (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .childrenNamed */ .De)(answer, 'returnval');
        // Tools forget a process some minutes after its end.
        if (!info)
            throw new _wire_fault_js__WEBPACK_IMPORTED_MODULE_3__/* .VsphereFault */ .eM('ListProcessesInGuest', 'RuntimeFault', `the guest knows no process ${pid}`);
        return (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(info, 'endTime') === undefined ? undefined : Number((0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(info, 'exitCode'));
    }, limit);
    if (ended !== undefined)
        return ended;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('timeout', `${path} did not end in the guest in the time that is left`, 'Raise timeout, or see that it waits for nobody: a program in the guest has no console.');
}
async function processManager(session) {
    const operations = session.manager('guestOperationsManager');
    const manager = (0,_wire_moref_js__WEBPACK_IMPORTED_MODULE_7__/* .morefOf */ .D)((await (0,_wire_properties_js__WEBPACK_IMPORTED_MODULE_5__/* .readProperties */ .Qh)(session, operations, ['processManager'])).get('processManager'));
    if (manager)
        return manager;
    throw new _wire_fault_js__WEBPACK_IMPORTED_MODULE_3__/* .VsphereFault */ .eM('RetrievePropertiesEx', 'NotSupported', 'the server runs no programs in guests');
}
function wrongAccount({ username }, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('input-invalid', `The guest does not know the account ${username} with this password (input guest-username)`, 'Give the account of the answer file of the image, such as Administrator, and its password in guest-password.', { cause });
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

/***/ 59737:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A7: () => (/* binding */ readOwner),
/* harmony export */   LW: () => (/* binding */ ownedBy),
/* harmony export */   MG: () => (/* binding */ removeLeftover),
/* harmony export */   OK: () => (/* binding */ assertLeftover),
/* harmony export */   n8: () => (/* binding */ whileOwned)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/* harmony import */ var _xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61268);
/* harmony import */ var _wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4732);
/* harmony import */ var _wire_properties_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(85925);
/* harmony import */ var _owner_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(73089);
/* harmony import */ var _remove_vm_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(71972);
/* harmony import */ var _vm_facts_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(98508);
/* harmony import */ var _vm_operations_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(63912);
/** VMs in the making: kept by their owner, and removed by others only when nobody is at them any more. */








/** How long another task may hold a leftover that nobody renews before it counts as somebody's. */
const HELD_TIMEOUT = 30_000;
/** @returns undefined when the VM carries no owner that can be read, or is gone */
async function readOwner(session, vm) {
    try {
        const properties = await (0,_wire_properties_js__WEBPACK_IMPORTED_MODULE_3__/* .readProperties */ .Qh)(session, vm, ['config.extraConfig']);
        return (0,_owner_js__WEBPACK_IMPORTED_MODULE_4__/* .parseOwner */ .pZ)((0,_vm_facts_js__WEBPACK_IMPORTED_MODULE_6__/* .extraConfigOf */ .E6)(properties.get('config.extraConfig')).get(_owner_js__WEBPACK_IMPORTED_MODULE_4__/* .OWNER_KEY */ .Ck) ?? '');
    }
    catch (error) {
        if ((0,_wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_2__/* .isFault */ .Z)(error, 'ManagedObjectNotFound'))
            return undefined;
        throw error;
    }
}
/** The setting for a VM that is about to be made or that is still ours, with the server's time. */
function ownedBy(session, me) {
    return { [_owner_js__WEBPACK_IMPORTED_MODULE_4__/* .OWNER_KEY */ .Ck]: (0,_owner_js__WEBPACK_IMPORTED_MODULE_4__/* .formatOwner */ .Vu)(me, session.now()) };
}
/**
 * Renews the time in the VM while `body` runs. Where vSphere does not let the VM be changed (a lease lives, it is a template) nothing is
 * renewed any more: then that is what says that somebody is at it.
 */
async function whileOwned(session, vm, me, body) {
    let running = Promise.resolve();
    const renew = async () => {
        try {
            await (0,_vm_operations_js__WEBPACK_IMPORTED_MODULE_7__/* .reconfigureVm */ .Nc)(session, vm, { extraConfig: ownedBy(session, me) });
        }
        catch (error) {
            session.log.debug(`Renewing ${vm.value}: ${String(error)}`);
            if ((0,_remove_vm_js__WEBPACK_IMPORTED_MODULE_5__/* .isBusy */ .A5)(error) || (0,_wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_2__/* .isFault */ .Z)(error, 'NotSupported'))
                clearInterval(timer);
        }
    };
    const timer = setInterval(() => {
        running = running.then(renew);
    }, _owner_js__WEBPACK_IMPORTED_MODULE_4__/* .RENEWAL */ .jG);
    try {
        return await body();
    }
    finally {
        clearInterval(timer);
        await running;
    }
}
/** @throws UserError vsphere-busy when another run is at work on the VM */
function assertLeftover(owner, { path }, me, now) {
    if ((0,_owner_js__WEBPACK_IMPORTED_MODULE_4__/* .standingOf */ .YP)(owner, me, now) === 'working')
        throw busy(path, owner);
}
/**
 * Removes what a run left, after looking once more, in the moment before, that nobody is at it.
 * @throws UserError vsphere-busy when another run is at work on the VM, or holds it by a lease
 */
async function removeLeftover(session, vm, me) {
    const owner = await readOwner(session, vm.moref);
    // Gone, or no longer what it was taken for.
    if (!owner)
        return;
    assertLeftover(owner, vm, me, session.now());
    if ((0,_owner_js__WEBPACK_IMPORTED_MODULE_4__/* .standingOf */ .YP)(owner, me, session.now()) !== 'silent')
        return (0,_remove_vm_js__WEBPACK_IMPORTED_MODULE_5__/* .removeVm */ .i2)(session, vm.moref);
    if (await isHeld(session, vm.moref))
        throw busy(vm.path, owner);
    return (0,_remove_vm_js__WEBPACK_IMPORTED_MODULE_5__/* .removeVm */ .i2)(session, vm.moref, { patience: HELD_TIMEOUT }).catch((error) => {
        throw (0,_remove_vm_js__WEBPACK_IMPORTED_MODULE_5__/* .isBusy */ .A5)(error) ? busy(vm.path, owner, error) : error;
    });
}
/** vSphere takes the right to remove a VM that is off from everybody while a lease makes it (ManagedEntity.disabledMethod). */
async function isHeld(session, vm) {
    try {
        const properties = await (0,_wire_properties_js__WEBPACK_IMPORTED_MODULE_3__/* .readProperties */ .Qh)(session, vm, ['disabledMethod', 'runtime.powerState']);
        if (properties.get('runtime.powerState')?.text === 'poweredOn')
            return false;
        return (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .childrenNamed */ .De)(properties.get('disabledMethod'), 'string').some(({ text }) => text === 'Destroy_Task');
    }
    catch (error) {
        if ((0,_wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_2__/* .isFault */ .Z)(error, 'ManagedObjectNotFound'))
            return false;
        throw error;
    }
}
function busy(path, owner, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('vsphere-busy', `Another run is at it: ${path} belongs to ${(0,_owner_js__WEBPACK_IMPORTED_MODULE_4__/* .describeOwner */ .$S)(owner)}`, 'Wait until that run has ended. If it was killed, what it left is removed by the first run that starts ten minutes after it was last heard of.', { cause });
}


/***/ }),

/***/ 73089:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $S: () => (/* binding */ describeOwner),
/* harmony export */   Ck: () => (/* binding */ OWNER_KEY),
/* harmony export */   Vu: () => (/* binding */ formatOwner),
/* harmony export */   YP: () => (/* binding */ standingOf),
/* harmony export */   dK: () => (/* binding */ ownerProcess),
/* harmony export */   jG: () => (/* binding */ RENEWAL),
/* harmony export */   pZ: () => (/* binding */ parseOwner)
/* harmony export */ });
/* harmony import */ var _tools_process_identity_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18042);
/**
 * Whose a VM in the making is. It carries its owner and a time, by the server's clock, among its .vmx settings; the owner renews the
 * time, and what nobody renews is a leftover.
 */

/** Key of the setting. It stays in the finished VM, as nobody may change the settings of a template, and says who made it. */
const OWNER_KEY = 'stillframe.owner';
/** Owners renew this often … */
const RENEWAL = 60_000;
/** … and are believed to be at work for this long: a server may be away for minutes, a lease dies after five. */
const FRESH = 10 * 60_000;
function ownerProcess(run) {
    return { run, ...(0,_tools_process_identity_js__WEBPACK_IMPORTED_MODULE_0__/* .thisProcess */ .WF)() };
}
/** One line without quotes, which .vmx files would escape. */
function formatOwner({ run, host, kernel, pid, started }, time) {
    const machine = encodeURIComponent(kernel === '' ? host : `${host}/${kernel}`);
    const id = started === '' ? pid : `${pid}@${started}`;
    return `run=${encodeURIComponent(run)} machine=${machine} process=${id} time=${time.toISOString()}`;
}
/** Undefined for anything that formatOwner does not write. */
function parseOwner(text) {
    const match = /^run=(\S+) machine=(\S+) process=(\d+)(?:@(\d+))? time=(\S+)$/.exec(text);
    if (match === null)
        return undefined;
    const [, run = '', machine = '', pid = '', started = '', written = ''] = match;
    const time = new Date(written);
    if (Number.isNaN(time.getTime()))
        return undefined;
    try {
        const [host = '', ...kernel] = decodeURIComponent(machine).split('/');
        return { run: decodeURIComponent(run), host, kernel: kernel.join('/'), pid: Number(pid), started, time };
    }
    catch {
        return undefined;
    }
}
/** @param now by the server's clock */
function standingOf(owner, me, now) {
    if (owner.run === me.run)
        return 'own';
    if ((0,_tools_process_identity_js__WEBPACK_IMPORTED_MODULE_0__/* .isSeenFromHere */ .I9)(owner) && (0,_tools_process_identity_js__WEBPACK_IMPORTED_MODULE_0__/* .hasEnded */ .hY)(owner))
        return 'dead';
    return now.getTime() - owner.time.getTime() < FRESH ? 'working' : 'silent';
}
/** For messages. */
function describeOwner({ run, host, pid, time }) {
    return `run ${run} (process ${pid} on ${host}, last heard of at ${time.toISOString()})`;
}


/***/ }),

/***/ 29565:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gf: () => (/* binding */ RELEASE_KEY),
/* harmony export */   IG: () => (/* binding */ formatReleaseMark),
/* harmony export */   K3: () => (/* binding */ nameOfPrevious),
/* harmony export */   L3: () => (/* binding */ CANDIDATE_LIFE),
/* harmony export */   MB: () => (/* binding */ nameOfCandidate),
/* harmony export */   hd: () => (/* binding */ releaseState),
/* harmony export */   v2: () => (/* binding */ runForNames),
/* harmony export */   wX: () => (/* binding */ parseReleaseMark)
/* harmony export */ });
/**
 * What a VM is to its release: the name it shall have, the workflow run it came from, the OVA it is. The mark never changes, as nobody may
 * change the settings of a template; the VM's own name says how far it has come: candidate, published, or set aside for a newer one.
 */
/** Key of the setting among those of the .vmx file. */
const RELEASE_KEY = 'stillframe.release';
/** Milliseconds that a candidate is nobody's to remove: a week, so that one that failed on a Friday can be looked at. */
const CANDIDATE_LIFE = 7 * 24 * 3_600_000;
/** At most 19 characters, so that a name grows by no more than 30. */
const RUN = /^[0-9a-z]{1,19}$/;
/** One line without quotes, which .vmx files would escape. */
function formatReleaseMark({ name, run, ova, expires }) {
    return `name=${encodeURIComponent(name)} run=${run} ova=${ova} expires=${expires.toISOString()}`;
}
/** Undefined for anything that formatReleaseMark does not write. */
function parseReleaseMark(text) {
    const match = /^name=(\S+) run=([0-9a-z]{1,19}) ova=([0-9a-f]{64}) expires=(\S+)$/.exec(text);
    if (match === null)
        return undefined;
    const [, written = '', run = '', ova = '', until = ''] = match;
    const expires = new Date(until);
    if (Number.isNaN(expires.getTime()))
        return undefined;
    try {
        return { name: decodeURIComponent(written), run, ova, expires };
    }
    catch {
        return undefined;
    }
}
/** The workflow run as names of VMs take it; anything else in it is left out. */
function runForNames(run) {
    const plain = run
        .toLowerCase()
        .replaceAll(/[^0-9a-z]/g, '')
        .slice(0, 19);
    return RUN.test(plain) ? plain : 'unnamed';
}
/** Of a VM that is whole and not yet public. */
function nameOfCandidate(name, run) {
    return `${name}.candidate-${run}`;
}
/** Of a release that a newer one, published by `run`, has taken the place of. */
function nameOfPrevious(name, run) {
    return `${name}.previous-${run}`;
}
/** How far a VM of that name has come; undefined where the name is neither of these. Case does not matter, as in vSphere. */
function releaseState(found, name) {
    const [lower, wanted] = [found.toLowerCase(), name.toLowerCase()];
    if (lower === wanted)
        return 'published';
    if (!lower.startsWith(`${wanted}.`))
        return undefined;
    const match = /^(candidate|previous)-[0-9a-z]{1,20}$/.exec(lower.slice(wanted.length + 1));
    return match?.[1];
}


/***/ }),

/***/ 71972:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A5: () => (/* binding */ isBusy),
/* harmony export */   i2: () => (/* binding */ removeVm),
/* harmony export */   kH: () => (/* binding */ BUSY_TIMEOUT)
/* harmony export */ });
/* harmony import */ var _wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4732);
/* harmony import */ var _wire_passing_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68834);
/* harmony import */ var _wire_poll_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47749);
/* harmony import */ var _wire_properties_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(85925);
/* harmony import */ var _vm_operations_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(63912);
/** Removes a VM or template, whatever state it is in. Whose it is was looked at before (owned-vm.ts). */





/**
 * While a lease lives (5 min without news of its client) vSphere lets nobody touch its VM, and a snapshot that was cancelled takes a
 * while to give up.
 */
const BUSY_TIMEOUT = 6 * 60_000;
/** Faults by which vSphere says that something else is at the VM, or that its state has just changed. */
const BUSY_FAULTS = [
    'TaskInProgress',
    'InvalidState',
    'InvalidPowerState',
    'MethodDisabled',
    'ResourceInUse',
    'FileLocked',
];
/**
 * That it is gone already is as good. A removal whose answer is lost is not sent again before it was seen that it did not happen.
 * @throws the last VsphereFault when the VM stays busy; PassingError; the signal's reason
 */
async function removeVm(session, vm, { patience = BUSY_TIMEOUT, powerOff: mayStop = true } = {}) {
    let last;
    const removed = await (0,_wire_poll_js__WEBPACK_IMPORTED_MODULE_2__/* .pollUntil */ .g)(session.signal, async () => {
        try {
            const properties = await (0,_wire_properties_js__WEBPACK_IMPORTED_MODULE_3__/* .readProperties */ .Qh)(session, vm, ['runtime.powerState']);
            if (mayStop && properties.get('runtime.powerState')?.text === 'poweredOn')
                await (0,_vm_operations_js__WEBPACK_IMPORTED_MODULE_4__/* .powerOff */ .DI)(session, vm);
            await (0,_vm_operations_js__WEBPACK_IMPORTED_MODULE_4__/* .destroyVm */ .Yt)(session, vm);
            return true;
        }
        catch (error) {
            if ((0,_wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .isFault */ .Z)(error, 'ManagedObjectNotFound'))
                return true;
            if (!isBusy(error) && !(0,_wire_passing_error_js__WEBPACK_IMPORTED_MODULE_1__/* .isOutcomeUnknown */ .B)(error))
                throw error;
            if (last === undefined)
                session.log.info(`${vm.value} is still in use (${error.message}); trying again`);
            last = error;
            return undefined;
        }
    }, patience);
    if (removed === undefined)
        throw last;
}
/** True for a fault that says that something else is at the VM right now. */
function isBusy(error) {
    return (0,_wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .isFault */ .Z)(error, ...BUSY_FAULTS);
}


/***/ }),

/***/ 35970:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M$: () => (/* binding */ restoreCards),
/* harmony export */   Pt: () => (/* binding */ readCardStates),
/* harmony export */   Sd: () => (/* binding */ setNetworkCards),
/* harmony export */   XC: () => (/* binding */ assertCardsOn),
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
    const connected = network ? [] : (await readCards(session, vm)).filter(isConnected);
    if (connected.length === 0)
        return cards.length;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('vsphere-refused', `The server left ${(0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(connected[0], 'deviceInfo.label') ?? 'a network card'} of ${vm.value} connected, which was to be cut off`, 'Name a network on which a copy may start (input network), or give the account VirtualMachine.Config.EditDevice.');
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


/***/ }),

/***/ 63912:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DI: () => (/* binding */ powerOff),
/* harmony export */   L$: () => (/* binding */ escapeName),
/* harmony export */   Nc: () => (/* binding */ reconfigureVm),
/* harmony export */   TN: () => (/* binding */ optionValue),
/* harmony export */   Yt: () => (/* binding */ destroyVm),
/* harmony export */   aK: () => (/* binding */ markAsVirtualMachine),
/* harmony export */   cI: () => (/* binding */ markAsTemplate),
/* harmony export */   f0: () => (/* binding */ powerOn),
/* harmony export */   hZ: () => (/* binding */ cloneVm),
/* harmony export */   kp: () => (/* binding */ renameEntity),
/* harmony export */   sq: () => (/* binding */ moveIntoFolder)
/* harmony export */ });
/* harmony import */ var _wire_fault_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63926);
/* harmony import */ var _wire_moref_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7423);
/* harmony import */ var _wire_passing_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68834);
/* harmony import */ var _wire_poll_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47749);
/* harmony import */ var _wire_properties_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(85925);
/* harmony import */ var _wire_soap_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(68259);
/* harmony import */ var _wire_tasks_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(29280);
/** What is done to one virtual machine. All but `markAsTemplate` and `markAsVirtualMachine` are tasks: they return when the task has ended. */







/** How long after a call its effect may be missing. */
const LOOKUP_TIMEOUT = 10_000;
async function powerOn(session, vm) {
    await (0,_wire_tasks_js__WEBPACK_IMPORTED_MODULE_5__/* .runTask */ .Z)(session, 'PowerOnVM_Task', vm);
}
async function powerOff(session, vm) {
    await (0,_wire_tasks_js__WEBPACK_IMPORTED_MODULE_5__/* .runTask */ .Z)(session, 'PowerOffVM_Task', vm);
}
/** Removes the VM with its files; it must be powered off. */
async function destroyVm(session, vm) {
    await (0,_wire_tasks_js__WEBPACK_IMPORTED_MODULE_5__/* .runTask */ .Z)(session, 'Destroy_Task', vm);
}
async function renameEntity(session, entity, name) {
    await (0,_wire_tasks_js__WEBPACK_IMPORTED_MODULE_5__/* .runTask */ .Z)(session, 'Rename_Task', entity, [(0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('newName', escapeName(name))]);
}
/** Moves a VM or template to another folder of its datacenter. */
async function moveIntoFolder(session, vm, folder) {
    await (0,_wire_tasks_js__WEBPACK_IMPORTED_MODULE_5__/* .runTask */ .Z)(session, 'MoveIntoFolder_Task', folder, [(0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .reference */ .ir)('list', vm)]);
}
/** vCenter only; the VM must be powered off. Not a task: when the answer is lost, it is looked up whether it was done, and once more sent if not. */
async function markAsTemplate(session, vm, patience = LOOKUP_TIMEOUT) {
    try {
        await session.call('MarkAsTemplate', vm);
    }
    catch (error) {
        if (!(0,_wire_passing_error_js__WEBPACK_IMPORTED_MODULE_1__/* .isOutcomeUnknown */ .B)(error))
            throw error;
        if (!(await becomesTemplate(session, vm, true, patience)))
            await session.call('MarkAsTemplate', vm);
    }
}
/** vCenter only: makes a VM of a template, as `markAsTemplate` the other way. */
async function markAsVirtualMachine(session, template, { pool, host }) {
    try {
        await session.call('MarkAsVirtualMachine', template, (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .present */ .Eb)((0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .reference */ .ir)('pool', pool), host && (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .reference */ .ir)('host', host)));
    }
    catch (error) {
        if (!(0,_wire_passing_error_js__WEBPACK_IMPORTED_MODULE_1__/* .isOutcomeUnknown */ .B)(error) || !(await becomesTemplate(session, template, false, LOOKUP_TIMEOUT)))
            throw error;
    }
}
async function becomesTemplate(session, vm, wanted, patience) {
    const isSo = async () => (await (0,_wire_properties_js__WEBPACK_IMPORTED_MODULE_3__/* .readProperties */ .Qh)(session, vm, ['config.template'])).get('config.template')?.text === String(wanted) ||
        undefined;
    return (await (0,_wire_poll_js__WEBPACK_IMPORTED_MODULE_2__/* .pollUntil */ .g)(session.signal, isSo, patience)) === true;
}
async function reconfigureVm(session, vm, changes) {
    const spec = (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .present */ .Eb)(changes.guestId === undefined ? undefined : (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('guestId', changes.guestId), changes.annotation === undefined ? undefined : (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('annotation', changes.annotation), ...Object.entries(changes.extraConfig ?? {}).map(([key, setting]) => optionValue(key, setting)), changes.secureBoot === undefined
        ? undefined
        : (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .node */ .rH)('bootOptions', [(0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('efiSecureBootEnabled', changes.secureBoot)]), changes.firmware === undefined ? undefined : (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('firmware', changes.firmware));
    await (0,_wire_tasks_js__WEBPACK_IMPORTED_MODULE_5__/* .runTask */ .Z)(session, 'ReconfigVM_Task', vm, [(0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .node */ .rH)('spec', spec)]);
}
/** One element of extraConfig. */
function optionValue(key, setting) {
    return (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .node */ .rH)('extraConfig', [(0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('key', key), (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .anyString */ .gp)('value', setting)], 'OptionValue');
}
/** vCenter only. @returns the new VM, powered off */
async function cloneVm(session, source, request) {
    const { folder, name, pool, host, datastore, linkedTo, extraConfig, customization } = request;
    const location = (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .present */ .Eb)(datastore && (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .reference */ .ir)('datastore', datastore), linkedTo && (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('diskMoveType', 'createNewChildDiskBacking'), (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .reference */ .ir)('pool', pool), host && (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .reference */ .ir)('host', host));
    const options = Object.entries(extraConfig ?? {}).map(([key, setting]) => optionValue(key, setting));
    const spec = (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .present */ .Eb)((0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .node */ .rH)('location', location), (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('template', false), options.length === 0 ? undefined : (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .node */ .rH)('config', options), customization && { ...customization, name: 'customization' }, (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('powerOn', false), linkedTo && (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .reference */ .ir)('snapshot', linkedTo));
    const result = await (0,_wire_tasks_js__WEBPACK_IMPORTED_MODULE_5__/* .runTask */ .Z)(session, 'CloneVM_Task', source, [
        (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .reference */ .ir)('folder', folder),
        (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('name', escapeName(name)),
        (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .node */ .rH)('spec', spec),
    ]);
    const clone = (0,_wire_moref_js__WEBPACK_IMPORTED_MODULE_6__/* .morefOf */ .D)(result);
    if (clone)
        return clone;
    throw new _wire_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .VsphereFault */ .eM('CloneVM_Task', 'RuntimeFault', 'the server names no clone');
}
/** In names the API wants these three as escape codes (ManagedEntity.name). */
function escapeName(name) {
    return name.replaceAll('%', '%25').replaceAll('/', '%2f').replaceAll('\\', '%5c');
}


/***/ })

};
