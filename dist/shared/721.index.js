export const id = 721;
export const ids = [721];
export const modules = {

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

/***/ 44284:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bp: () => (/* binding */ askPowerShell),
/* harmony export */   Zi: () => (/* binding */ askPowerShellUntil)
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
/** @param text PowerShell 5.1, ASCII, that nothing was put into, and that may run twice */
function encodedPowerShell(text) {
    const encoded = Buffer.from(text, 'utf16le').toString('base64');
    return {
        path: `${_guest_files_js__WEBPACK_IMPORTED_MODULE_6__/* .GUEST_SYSTEM */ .pC}\\WindowsPowerShell\\v1.0\\powershell.exe`,
        args: `-NoProfile -NonInteractive -ExecutionPolicy Bypass -EncodedCommand ${encoded}`,
        repeatable: true,
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
    try {
        return await answerTo(session, vm, account, question, limit);
    }
    finally {
        await forgetAnswer(session, vm);
    }
}
/**
 * Asks the same again and again until an answer is enough or the time is up; what the guest published is removed once, at the end.
 * @throws as askPowerShell
 */
async function askPowerShellUntil(session, vm, account, question, { each, limit, enough }) {
    const ask = async () => enough(await answerTo(session, vm, account, question, each)) || undefined;
    try {
        await (0,_wire_poll_js__WEBPACK_IMPORTED_MODULE_2__/* .pollUntil */ .g)(session.signal, ask, limit);
    }
    finally {
        await forgetAnswer(session, vm);
    }
}
async function answerTo(session, vm, account, question, limit) {
    const before = (await (0,_guest_tools_js__WEBPACK_IMPORTED_MODULE_4__/* .readGuestState */ .G6)(session, vm)).info(_guest_question_js__WEBPACK_IMPORTED_MODULE_3__/* .ANSWER_KEY */ .vS);
    const code = await (0,_ready_guest_js__WEBPACK_IMPORTED_MODULE_5__/* .runWhenReady */ .r)(session, vm, account, encodedPowerShell(question), limit);
    if (code === undefined)
        throw silent(vm, 'it never was ready for programs');
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
        const line = guestShell(`${at === 0 ? '>' : '>>'}"${file}.b64" echo ${text}`);
        const failure = await failureOf(run, at === 0 ? { ...line, repeatable: true } : line);
        if (failure !== undefined)
            return failure;
    }
    const decode = `-f -decode "${file}.b64" "${file}"`;
    return failureOf(run, { path: `${GUEST_SYSTEM}\\certutil.exe`, args: decode, repeatable: true });
}
/** With what `putGuestFile` left beside them; that they are gone already is as good. */
async function removeGuestFiles(run, files) {
    const line = `del /f /q ${files.map((file) => `"${file}"`).join(' ')}`;
    await run({ ...guestShell(line), repeatable: true });
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
 * Waits for the program's end, also while a vCenter restarts, which takes minutes. When the answer to its start is lost it may run all the
 * same: only what is repeatable is started again then.
 * @param limit milliseconds; what runs longer is left to itself
 * @returns its exit code
 * @throws UserError input-invalid for an account that the guest does not know, timeout; VsphereFault, PassingError; the signal's reason
 */
async function runGuestProgram(session, vm, account, program, limit) {
    const { path } = program;
    const manager = await processManager(session);
    const target = [
        (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_7__/* .reference */ .ir)('vm', vm),
        (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_7__/* .node */ .rH)('auth', [(0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_7__/* .value */ .Uq)('interactiveSession', false), (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_7__/* .value */ .Uq)('username', account.username), (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_7__/* .value */ .Uq)('password', account.password)], 'NamePasswordAuthentication'),
    ];
    const started = await startProgram(session, manager, target, program).catch((error) => {
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
async function startProgram(session, manager, target, { path, args, repeatable }) {
    const spec = (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_7__/* .node */ .rH)('spec', [(0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_7__/* .value */ .Uq)('programPath', path), (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_7__/* .value */ .Uq)('arguments', args)], 'GuestProgramSpec');
    const start = () => session.call('StartProgramInGuest', manager, [...target, spec]);
    try {
        return await start();
    }
    catch (error) {
        session.signal.throwIfAborted();
        if (!repeatable || !(0,_wire_passing_error_js__WEBPACK_IMPORTED_MODULE_4__/* .isOutcomeUnknown */ .B)(error))
            throw error;
        // A server that restarts is away for a while: what only reads is asked until it answers again.
        await processManager(session);
        return start();
    }
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

/***/ 31830:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ networksForVms)
/* harmony export */ });
/* harmony import */ var _xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61268);
/* harmony import */ var _inventory_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37797);
/** Networks that a VM can be put on. */


/** How vSphere tags the port group of a switch that leads to the adapters of its hosts (vim25 ManagedEntity.tag). */
const UPLINKS = 'SYSTEM/DVS.UPLINKPG';
/**
 * Every distributed switch has one that takes no VM (OpenNebula issue 3839, pyvmomi issue 404): it is never the only one there is.
 * @param inventory with the property `tag` of networks
 */
function networksForVms(inventory) {
    return (0,_inventory_js__WEBPACK_IMPORTED_MODULE_1__/* .ofKind */ .C)(inventory, 'Network').filter(({ properties }) => !(0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .childrenNamed */ .De)(properties.get('tag'), 'Tag').some((tag) => (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(tag, 'key') === UPLINKS));
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
 * Renews the time in the VM while `body` runs. While vSphere does not let the VM be changed (a lease lives, a snapshot is being taken) that is
 * what says that somebody is at it; afterwards it is renewed again. The settings of a template cannot be changed at all.
 */
async function whileOwned(session, vm, me, body) {
    let running = Promise.resolve();
    const renew = async () => {
        try {
            await (0,_vm_operations_js__WEBPACK_IMPORTED_MODULE_7__/* .reconfigureVm */ .Nc)(session, vm, { extraConfig: ownedBy(session, me) });
        }
        catch (error) {
            session.log.debug(`Renewing ${vm.value}: ${String(error)}`);
            if ((0,_wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_2__/* .isFault */ .Z)(error, 'NotSupported'))
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
/* harmony import */ var _inventory_networks_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(31830);
/* harmony import */ var _wire_moref_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7423);
/* harmony import */ var _wire_properties_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(85925);
/* harmony import */ var _wire_soap_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(68259);
/* harmony import */ var _wire_tasks_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(29280);
/** Network cards of a VM that is off: cut off, put on a network, or given back what they had. */









/** Kinds of vim25 VirtualEthernetCard, the newest of them for RDMA (govmomi issue 2765). */
const CARD = /^Virtual(?:E1000e?|PCNet32|Vmxnet(?:2|3|3Vrdma)?|Sriov(?:EthernetCard)|EthernetCard)$/;
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
    const changes = cards.map((card) => (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_6__/* .node */ .rH)('deviceChange', [(0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_6__/* .value */ .Uq)('operation', 'edit'), card], 'VirtualDeviceConfigSpec'));
    await (0,_wire_tasks_js__WEBPACK_IMPORTED_MODULE_7__/* .runTask */ .Z)(session, 'ReconfigVM_Task', vm, [(0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_6__/* .node */ .rH)('spec', changes)]);
}
/** @throws UserError vsphere-refused when a card hangs on anything else, whether it is connected or not */
async function assertCardsOn(session, vm, network) {
    const wanted = await backingOf(session, network);
    let other;
    for (const card of await readCards(session, vm)) {
        if (!(await isOn(session, (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .child */ .jf)(card, 'backing'), wanted)))
            other ??= card;
    }
    if (other === undefined)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('vsphere-refused', `${(0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(other, 'deviceInfo.label') ?? 'A network card'} of ${vm.value} hangs on another network than the one that was named`, 'See what changes the network cards of new VMs on this vCenter; nothing but the named network may be met by a copy.');
}
/** vCenter puts the port group that a network of NSX has on a distributed switch in its place (vm-operator pull request 942). */
async function isOn(session, backing, wanted) {
    if (idOf(backing) === idOf(wanted))
        return true;
    const [key, network] = [(0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(backing, 'port.portgroupKey'), (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(wanted, 'opaqueNetworkId')];
    if (key === undefined || network === undefined)
        return false;
    const group = { type: 'DistributedVirtualPortgroup', value: key };
    return (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)((await (0,_wire_properties_js__WEBPACK_IMPORTED_MODULE_5__/* .readProperties */ .Qh)(session, group, ['config'])).get('config'), 'logicalSwitchUuid') === network;
}
/** What a backing names: the key of a port group, the id of a network, or that of one of NSX. */
function idOf(backing) {
    return (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(backing, 'port.portgroupKey') ?? (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(backing, 'network') ?? (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(backing, 'opaqueNetworkId');
}
/**
 * @param written name or path of a network or port group
 * @param datacenter inventory path of the datacenter it must be in, as LocatedVm has it; empty for any
 * @throws UserError vsphere-not-found, vsphere-ambiguous
 */
async function findNetwork(session, datacenter, written) {
    const networks = (0,_inventory_networks_js__WEBPACK_IMPORTED_MODULE_4__/* .networksForVms */ .P)(await (0,_inventory_inventory_js__WEBPACK_IMPORTED_MODULE_3__/* .readInventory */ .z)(session, { Network: ['tag'] }));
    const near = networks.filter(({ path }) => datacenter === '' || path.startsWith(`/${datacenter}/`));
    return (0,_inventory_find_js__WEBPACK_IMPORTED_MODULE_2__/* .findOne */ .s)(near, written, { kind: 'network', input: 'network' }).moref;
}
async function readCards(session, vm) {
    const properties = await (0,_wire_properties_js__WEBPACK_IMPORTED_MODULE_5__/* .readProperties */ .Qh)(session, vm, ['config.hardware.device']);
    return (properties.get('config.hardware.device')?.children ?? []).filter(isCard);
}
/** One of a kind that is not known here is told by what only cards have: it would stay connected while all say that they are cut off. */
function isCard(device) {
    return CARD.test(device.type?.name ?? '') || (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(device, 'macAddress') !== undefined;
}
function isConnected(card) {
    return (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(card, 'connectable.startConnected') !== 'false' || (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(card, 'connectable.connected') === 'true';
}
/** The card as it was read, in the order of its type, with what changes in its place. */
function changed(card, backing, { startConnected, allowGuestControl }) {
    const connectable = (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_6__/* .node */ .rH)('connectable', [
        (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_6__/* .value */ .Uq)('startConnected', startConnected),
        (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_6__/* .value */ .Uq)('allowGuestControl', allowGuestControl),
        (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_6__/* .value */ .Uq)('connected', startConnected),
    ]);
    const kept = card.children.filter(({ name }) => name !== 'connectable');
    // vim25 VirtualDevice: key, deviceInfo, backing, connectable, then the rest.
    const head = ['key', 'deviceInfo', 'backing'];
    return {
        ...card,
        name: 'device',
        children: [
            ...kept.filter(({ name }) => name === 'key' || name === 'deviceInfo'),
            ...(0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_6__/* .present */ .Eb)(backing ?? (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .child */ .jf)(card, 'backing')),
            connectable,
            ...kept.filter(({ name }) => !head.includes(name)),
        ],
    };
}
async function backingOf(session, network) {
    if (network.type === 'OpaqueNetwork') {
        // It has a backing of its own (govmomi pull request 690).
        const summary = (await (0,_wire_properties_js__WEBPACK_IMPORTED_MODULE_5__/* .readProperties */ .Qh)(session, network, ['summary'])).get('summary');
        return (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_6__/* .node */ .rH)('backing', [
            (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_6__/* .value */ .Uq)('opaqueNetworkId', (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(summary, 'opaqueNetworkId') ?? ''),
            (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_6__/* .value */ .Uq)('opaqueNetworkType', (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(summary, 'opaqueNetworkType') ?? ''),
        ], 'VirtualEthernetCardOpaqueNetworkBackingInfo');
    }
    if (network.type !== 'DistributedVirtualPortgroup') {
        const name = (await (0,_wire_properties_js__WEBPACK_IMPORTED_MODULE_5__/* .readProperties */ .Qh)(session, network, ['name'])).get('name')?.text ?? network.value;
        return (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_6__/* .node */ .rH)('backing', [(0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_6__/* .value */ .Uq)('deviceName', name), (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_6__/* .reference */ .ir)('network', network)], 'VirtualEthernetCardNetworkBackingInfo');
    }
    const config = (await (0,_wire_properties_js__WEBPACK_IMPORTED_MODULE_5__/* .readProperties */ .Qh)(session, network, ['config'])).get('config');
    const vds = (0,_wire_moref_js__WEBPACK_IMPORTED_MODULE_8__/* .morefOf */ .D)((0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .childrenNamed */ .De)(config, 'distributedVirtualSwitch')[0]);
    const uuid = vds && (await (0,_wire_properties_js__WEBPACK_IMPORTED_MODULE_5__/* .readProperties */ .Qh)(session, vds, ['uuid'])).get('uuid')?.text;
    return (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_6__/* .node */ .rH)('backing', [(0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_6__/* .node */ .rH)('port', [(0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_6__/* .value */ .Uq)('switchUuid', uuid ?? ''), (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_6__/* .value */ .Uq)('portgroupKey', (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(config, 'key') ?? network.value)])], 'VirtualEthernetCardDistributedVirtualPortBackingInfo');
}


/***/ }),

/***/ 5610:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ whileCutOff),
/* harmony export */   u: () => (/* binding */ ConnectedError)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/* harmony import */ var _wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4732);
/* harmony import */ var _wire_passing_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68834);
/* harmony import */ var _wire_poll_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(47749);
/* harmony import */ var _vm_network_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(35970);
/* harmony import */ var _vm_operations_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(63912);
/** A machine that was cut off from every network runs so to its end: whoever connects it meanwhile has it switched off. */






/** Somebody connected what was to run cut off: whatever the machine did by then, nobody knows whom it met. */
class ConnectedError extends _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo {
}
/**
 * Looks at its network cards again and again while `body` is at work, and once more after it. While a server is away nobody can look;
 * whether `body` can do without it is its own affair. So is a cancel: what it has under way then is over before this is.
 * @returns what `body` gives
 * @throws ConnectedError vsphere-refused as soon as a card is connected, with the machine switched off; what `body` throws
 */
async function whileCutOff(session, vm, body) {
    const over = new AbortController();
    const watching = session.bounded(over.signal);
    const alarm = (0,_wire_poll_js__WEBPACK_IMPORTED_MODULE_3__/* .pollUntil */ .g)(watching.signal, () => lookPatiently(watching, vm.moref)).then((card) => stop(session, vm, card ?? ''), (error) => (session.signal.aborted ? new Promise(() => undefined) : Promise.reject(error)));
    try {
        const result = await Promise.race([body(), alarm]);
        const card = await look(session, vm.moref);
        return card === undefined ? result : await stop(session, vm, card);
    }
    finally {
        // The end of the watch is no error of anybody.
        alarm.catch(() => undefined);
        over.abort();
    }
}
async function lookPatiently(session, vm) {
    try {
        return await look(session, vm);
    }
    catch (error) {
        if (error instanceof _wire_passing_error_js__WEBPACK_IMPORTED_MODULE_2__/* .PassingError */ .a)
            return undefined;
        throw error;
    }
}
/** Nothing is connected where the machine is gone. */
async function look(session, vm) {
    try {
        return await (0,_vm_network_js__WEBPACK_IMPORTED_MODULE_4__/* .connectedCard */ .q$)(session, vm);
    }
    catch (error) {
        if ((0,_wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_1__/* .isFault */ .Z)(error, 'ManagedObjectNotFound'))
            return undefined;
        throw error;
    }
}
async function stop(session, { moref, name }, card) {
    const off = await (0,_vm_operations_js__WEBPACK_IMPORTED_MODULE_5__/* .powerOff */ .DI)(session, moref).then(() => 'It was switched off', (error) => `Switching it off failed: ${String(error)}`);
    throw new ConnectedError('vsphere-refused', `${card} of ${name} was connected while it ran, though it was cut off from every network. ${off}`, 'It may have the name and the addresses of another machine. See in the events of the VM, or of its ESXi host, who or what connects the network cards of new VMs.');
}


/***/ })

};
