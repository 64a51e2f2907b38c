export const id = 939;
export const ids = [939];
export const modules = {

/***/ 43939:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i: () => (/* binding */ bakeTemplate)
});

;// CONCATENATED MODULE: ./.cache/build/src/bake/held-bake.js
/** A candidate whose first boot goes on without us: nobody undoes it, and the same step run again goes on watching. */
/** Held before the start. A candidate that nobody comes back to is removed by an upload of its name once it has expired. */
const HELD_BAKE = {
    kind: 'bake',
    what: ({ path }) => `the watch over the first boot of ${path}`,
    undo: ({ path, vm }, { log }) => {
        log.warning(`${path} (${vm}) goes on with its first boot: run bake-template on it again to go on watching, or delete it when nobody needs it`);
        return Promise.resolve();
    },
};

// EXTERNAL MODULE: ./.cache/build/src/job/action.js
var action = __webpack_require__(36082);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/held-session.js
var held_session = __webpack_require__(10702);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.cache/build/src/job/input.js
var input = __webpack_require__(90458);
// EXTERNAL MODULE: ./.cache/build/src/job/input-types.js
var input_types = __webpack_require__(198);
// EXTERNAL MODULE: ./.cache/build/src/job/shared-inputs.js
var shared_inputs = __webpack_require__(79871);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/vm/release-mark.js
var release_mark = __webpack_require__(29565);
;// CONCATENATED MODULE: ./.cache/build/actions/bake-template/inputs.js
/** The inputs of bake-template. */





const { 'resource-pool': _, ...SERVER } = shared_inputs/* SERVER_INPUTS */.O9;
const INPUTS = {
    ...SERVER,
    datacenter: (0,input/* variant */.O)(shared_inputs/* SERVER_INPUTS */.O9.datacenter, { otherwise: 'all' }),
    vm: (0,input/* input */.h)(input_types/* text */.Qq, {
        description: 'The candidate, as upload-esxi gives it: managed object id such as `vm-42`, name or inventory path.',
        required: true,
    }),
    network: (0,input/* input */.h)(input_types/* text */.Qq, {
        description: 'What its network cards are on while it bakes: `disconnected`, `as-it-is`, or a network by name or inventory path. Afterwards they are as they were.',
        default: 'disconnected',
    }),
    timeout: (0,input/* input */.h)(input_types/* duration */.p0, {
        description: 'How long the first boot is watched; the guest goes on when that is over, and the step run again goes on watching.',
        template: { key: 'bake.timeout', read: ({ bake }) => bake.timeout },
        default: '3 h',
    }),
    seal: (0,input/* input */.h)((0,input_types/* choice */.Yq)(['none', 'generalize']), {
        description: '`none`: shut down as it is, for clones with a customization specification. `generalize`: sysprep, for plain clones. Must be what the image was built for.',
        template: { key: 'bake.seal', read: ({ bake }) => bake.seal },
        default: 'none',
    }),
    scripts: (0,input/* input */.h)(input_types/* lines */.Mn, {
        description: 'Scripts (`.ps1`, `.cmd`, `.bat`) that run in the guest once its first boot is done, one per line, in this order, before it ends, by VMware Tools and without a network. Each must end with 0; when the step is run again all of them run again.',
        otherwise: 'none',
    }),
    'guest-username': (0,input/* input */.h)(input_types/* text */.Qq, {
        description: 'Account in the guest that runs the scripts.',
        default: 'Administrator',
    }),
    'guest-password': (0,input/* input */.h)(input_types/* secret */.rJ, { description: 'Its password.', otherwise: '**required** with `scripts`' }),
    build: (0,input/* input */.h)(input_types/* text */.Qq, {
        description: 'Build that the image was planned to have, output `build` of build-vhd or fetch-updates, such as `17763.8027`: less than that fails.',
        otherwise: 'not compared',
    }),
};
function prepare({ values, invalid, missing }, place) {
    const { build, timeout } = values;
    if (build !== undefined && !/^\d{4,5}\.\d{1,6}$/.test(build)) {
        throw invalid('build', build, 'Write build and revision, such as 17763.8027.');
    }
    if (timeout < 1000)
        throw invalid('timeout', `${timeout} ms`, 'Write at least a second; updates take an hour or more.');
    const paths = (values.scripts ?? []).map((script) => (0,external_node_path_.resolve)(script));
    const username = values['guest-username'];
    const password = values['guest-password'];
    if (paths.length > 0 && password === undefined)
        throw missing('guest-password');
    return {
        scripts: paths.length === 0 || password === undefined ? undefined : { paths, account: { username, password } },
        server: values.server,
        username: values.username,
        password: values.password,
        tls: { thumbprint: values.thumbprint, caFile: values['ca-file'], insecure: values.insecure },
        datacenter: values.datacenter,
        vm: values.vm,
        network: values.network,
        timeout,
        seal: values.seal,
        build,
        run: (0,release_mark/* runForNames */.v2)(place.run),
    };
}

// EXTERNAL MODULE: ./.cache/build/src/errors.js
var errors = __webpack_require__(41251);
// EXTERNAL MODULE: ./.cache/build/src/ova/first-boot-setting.js
var first_boot_setting = __webpack_require__(71089);
// EXTERNAL MODULE: ./.cache/build/src/products/guest-words.js
var guest_words = __webpack_require__(18351);
// EXTERNAL MODULE: ./.cache/build/src/units.js
var units = __webpack_require__(16053);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/vm/bake-mark.js
var bake_mark = __webpack_require__(88979);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/vm/owned-vm.js
var owned_vm = __webpack_require__(59737);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/vm/owner.js
var vm_owner = __webpack_require__(73089);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/vm/vm-events.js
var vm_events = __webpack_require__(9543);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/vm/vm-facts.js + 1 modules
var vm_facts = __webpack_require__(98508);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/vm/vm-network.js
var vm_network = __webpack_require__(35970);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/vm/vm-operations.js
var vm_operations = __webpack_require__(63912);
;// CONCATENATED MODULE: ./.cache/build/src/bake/assert-bakeable.js
/** What a candidate has to be before it is started for the first time, each refusal for its own reason. */



const ENDS = { none: 'shut-down', generalize: 'generalize' };
/** By it vSphere takes nothing from the guest (.vmx; the VMware hardening guides set it): its first boot could not be followed. */
const SET_INFO = 'isolation.tools.setInfo.disable';
/** @throws UserError vsphere-refused, input-invalid, bake-failed */
function assertBakeable(path, facts, seal) {
    if (facts.template) {
        throw new errors/* UserError */.yo('vsphere-refused', `${path} is a template, and only a candidate is baked`, 'Set vm to the output vm of upload-esxi.');
    }
    const [snapshot] = facts.snapshots;
    if (snapshot) {
        throw new errors/* UserError */.yo('vsphere-refused', `${path} has a snapshot (${snapshot.name}), which every clone would depend on`, 'Upload the OVA again; a candidate is nobody’s to try things on.');
    }
    if (isTrue(settingOf(facts, SET_INFO))) {
        throw new errors/* UserError */.yo('vsphere-refused', `${path} has ${SET_INFO} = TRUE: its guest could not say how its first boot goes`, 'Remove it from extra-config of convert-ova, and set it on the machines that are cloned.');
    }
    assertFirstBoot(path, facts, seal);
}
function assertFirstBoot(path, facts, seal) {
    const waits = settingOf(facts, first_boot_setting/* FIRST_BOOT_SETTING */.Jm);
    if (waits === 'failed') {
        throw new errors/* UserError */.yo('bake-failed', `The first boot of ${path} failed in an earlier run`, 'Correct what its step needs, build the image and upload it again.');
    }
    const built = settingOf(facts, guest_words/* AFTER_FIRST_BOOT_SETTING */.av) ?? 'stay';
    if (waits !== 'expected' && waits !== 'baked') {
        throw new errors/* UserError */.yo('input-invalid', `${path} says of no first boot that it waits to be done (${first_boot_setting/* FIRST_BOOT_SETTING */.Jm} is ${waits ?? 'not set'})`, 'Give convert-ova the outputs first-boot and after-first-boot of build-vhd.');
    }
    if (built === ENDS[seal])
        return;
    throw new errors/* UserError */.yo('input-invalid', built === 'stay'
        ? `${path} was built to go on running after its first boot (${guest_words/* AFTER_FIRST_BOOT_SETTING */.av} is ${built}), so that its end could not be awaited`
        : `${path} was built to ${built === 'generalize' ? 'generalize itself' : 'shut down as it is'}, which is not what seal: ${seal} asks for`, `Set seal to what the image was built for, or build it with after-first-boot: ${ENDS[seal]} (in the template bake: { on: vsphere, seal: ${seal} }).`);
}
/** Case does not matter in .vmx files. */
function settingOf({ extraConfig }, key) {
    const found = [...extraConfig].find(([name]) => name.toLowerCase() === key.toLowerCase())?.[1];
    return found === '' ? undefined : found;
}
function isTrue(setting) {
    return /^(true|1|yes)$/i.test(setting ?? '');
}

// EXTERNAL MODULE: ./.cache/build/src/vsphere/vm/tools-version.js
var tools_version = __webpack_require__(25388);
;// CONCATENATED MODULE: ./.cache/build/src/bake/judge-bake.js
/** What has to be true of a candidate whose first boot is over, each fault by its name. */


/** What a disk is stamped with that never had Tools, so that vCenter believes it (open-vm-tools issue 151): proof of nothing. */
const STAMP = 2_147_483_647;
/** vim25 VirtualMachineToolsInstallType: what the installer for Windows leaves. */
const WINDOWS_INSTALLER = 'guestToolsTypeMSI';
const IMAGE_STATES = {
    none: 'IMAGE_STATE_COMPLETE',
    generalize: 'IMAGE_STATE_GENERALIZE_RESEAL_TO_OOBE',
};
/** With `generalize`: the answer file of the clones, which their first start deletes. */
const FOR_CLONES = /^[A-Z]:\\Windows\\Panther\\unattend\.xml$/i;
/**
 * @param planned build that the image was planned to have; undefined when nobody said
 * @throws UserError bake-failed with everything that is not as it has to be
 */
function judgeBake(path, { status, toolsVersion, toolsType, result, tail }, { seal, planned }) {
    if (status !== 'done') {
        throw new errors/* UserError */.yo('bake-failed', `The first boot of ${path} failed at ${failedSteps(status)}${tail ? `. The end of its log:\n${tail}` : ''}`, 'Correct what that step needs, build the image and upload it again. The candidate is off, and stays for you to look at until it expires.');
    }
    const faults = [
        ...toolsFaults(toolsVersion, toolsType),
        ...(result === undefined ? ['the guest did not say what its Windows is'] : []),
        ...(result ? buildFaults(result.build, planned) : []),
        ...(result && result.imageState !== IMAGE_STATES[seal]
            ? [`its ImageState is ${result.imageState}, not ${IMAGE_STATES[seal]}`]
            : []),
        ...(result ? answerFileFaults(result.answerFiles, seal) : []),
        ...(result?.steps ?? [])
            .filter((step) => !/^ok\b/.test(step.result))
            .map((step) => `its step ${step.id} says "${step.result}"`),
    ];
    if (faults.length === 0 && result)
        return { toolsVersion: (0,tools_version/* formatToolsVersion */.F)(Number(toolsVersion)), build: result.build };
    throw new errors/* UserError */.yo('bake-failed', `${path} ran its first boot to the end, but ${faults.join('; ')}`, 'Build the image again with what is missing, and upload it.');
}
/** From `failed: 30-update-01 50-vmware-tools`. */
function failedSteps(status) {
    const steps = status
        .replace(/^failed:?/, '')
        .split(/[\s,]+/)
        .filter((step) => step !== '');
    return steps.length === 0 ? 'a step that it does not name' : steps.join(', ');
}
function toolsFaults(version, type) {
    const number = Number(version);
    if (version === '' || !Number.isInteger(number) || number <= 0) {
        return ['vCenter was told of no version of VMware Tools, so that it would refuse to customize a clone'];
    }
    if (number === STAMP)
        return [`vCenter has the version ${STAMP} of VMware Tools, which is the stamp of a disk that never had any`];
    // Servers older than API 6.5 do not say it.
    if (type !== '' && type !== WINDOWS_INSTALLER)
        return [`VMware Tools are of the type ${type}, not ${WINDOWS_INSTALLER}`];
    return [];
}
function buildFaults(build, planned) {
    if (planned === undefined)
        return [];
    const [major = 0, revision = 0] = build.split('.').map(Number);
    const [plannedMajor = 0, plannedRevision = 0] = planned.split('.').map(Number);
    // A later revision is what a .NET or out-of-band package may bring along.
    if (major === plannedMajor && revision >= plannedRevision)
        return [];
    return [`its Windows has the build ${build}, and ${planned} was planned`];
}
function answerFileFaults(left, seal) {
    if (seal === 'none')
        return left.length === 0 ? [] : [`answer files are left: ${left.join(', ')}`];
    const others = left.filter((path) => !FOR_CLONES.test(path));
    if (others.length > 0)
        return [`answer files are left beside that of the clones: ${others.join(', ')}`];
    return left.length === 1
        ? []
        : ['the answer file of the clones is not there, so that each would wait at its console'];
}

// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/passing-error.js
var passing_error = __webpack_require__(68834);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./.cache/build/src/xml/xml-element.js
var xml_element = __webpack_require__(61268);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/moref.js
var wire_moref = __webpack_require__(7423);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/soap.js
var soap = __webpack_require__(68259);
;// CONCATENATED MODULE: ./.cache/build/src/vsphere/wire/watch-object.js
/**
 * Waits for changes of one object by WaitForUpdatesEx (API 4.1). It is a bell and nothing else: who waits reads the properties anew, and
 * reads them now and then without a bell too, since not every change rings it.
 */




/** Proxies end what takes longer (terraform-provider-vsphere 773 and 923 saw 330 s and a 408): vSphere is to answer before. */
const LONGEST_WAIT = 60_000;
/** A collector of its own, so that no other wait of the session is disturbed. It is made anew after whatever made it useless. */
function watchObject(session, moref, paths) {
    let collector;
    const ring = async (limit) => {
        collector ??= await makeCollector(session, moref, paths);
        const answer = await session.call('WaitForUpdatesEx', collector.moref, [
            (0,soap/* value */.Uq)('version', collector.version),
            (0,soap/* node */.rH)('options', [(0,soap/* value */.Uq)('maxWaitSeconds', Math.ceil(Math.min(limit, LONGEST_WAIT) / 1000))]),
        ]);
        collector.version = (0,xml_element/* textAt */.$6)((0,xml_element/* child */.jf)(answer, 'returnval'), 'version') ?? collector.version;
    };
    return {
        wait: async (limit) => {
            const started = Date.now();
            try {
                await ring(limit);
            }
            catch (error) {
                session.signal.throwIfAborted();
                session.log.debug(`Waiting for changes of ${moref.value}: ${String(error)}`);
                collector = undefined;
                const left = Math.max(0, started + limit - Date.now());
                await (0,promises_.setTimeout)(left, undefined, { signal: session.signal }).catch(() => session.signal.throwIfAborted());
            }
        },
        close: async () => {
            if (collector === undefined)
                return;
            await session
                .uncancelled()
                .call('DestroyPropertyCollector', collector.moref)
                .catch((error) => session.log.debug(`DestroyPropertyCollector: ${String(error)}`));
        },
    };
}
async function makeCollector(session, moref, paths) {
    const made = await session.call('CreatePropertyCollector', session.manager('propertyCollector'));
    const collector = (0,wire_moref/* morefOf */.D)((0,xml_element/* child */.jf)(made, 'returnval'));
    if (!collector)
        throw new Error('the server made no property collector');
    const spec = (0,soap/* node */.rH)('spec', [
        (0,soap/* node */.rH)('propSet', [(0,soap/* value */.Uq)('type', moref.type), (0,soap/* value */.Uq)('all', false), ...paths.map((path) => (0,soap/* value */.Uq)('pathSet', path))]),
        (0,soap/* node */.rH)('objectSet', [(0,soap/* reference */.ir)('obj', moref)]),
    ]);
    await session.call('CreateFilter', collector, [spec, (0,soap/* value */.Uq)('partialUpdates', false)]);
    return { moref: collector, version: '' };
}

;// CONCATENATED MODULE: ./.cache/build/src/bake/guest-log.js
/** The log of a first boot as the guest publishes it in pieces (docs/first-boot.md), put together again. */

/** Lines of its end that a message quotes. */
const TAIL_LINES = 15;
/** Pieces that were overwritten before anybody read them leave a line that says so. */
function createGuestLog() {
    const pieces = new Map();
    const lines = [];
    /** How many bytes were turned into lines. */
    let done = 0;
    return {
        take: (info) => {
            for (let key = 0; key < guest_words/* LOG_KEYS */.Q8; key++) {
                const piece = parsePiece(info(`${guest_words/* GUEST_KEY */.Lg.log}.${key}`), key);
                // A piece only grows; a shorter one is of a reading that came late.
                if (piece && piece.bytes.length >= (pieces.get(piece.number)?.length ?? 0)) {
                    pieces.set(piece.number, piece.bytes);
                }
            }
            const fresh = [];
            for (let next = done; next !== undefined;) {
                if (next > done)
                    fresh.push(`[${next - done} bytes of the log were not seen]`);
                const bytes = bytesFrom(pieces, next);
                const end = bytes.lastIndexOf(0x0a) + 1;
                fresh.push(...textOf(bytes.subarray(0, end)).split(/\r?\n/).slice(0, -1));
                done = next + end;
                next = pieceBehind(pieces, next + bytes.length);
            }
            lines.push(...fresh);
            return fresh;
        },
        tail: () => lines.slice(-TAIL_LINES).join('\n'),
    };
}
/** @param key the piece must belong to: one that does not is of somebody else */
function parsePiece(text, key) {
    const match = text?.match(/^(\d{1,6}):([A-Za-z0-9+/]*={0,2})$/);
    if (!match)
        return undefined;
    const number = Number(match[1]);
    const bytes = Buffer.from(match[2] ?? '', 'base64');
    return number % guest_words/* LOG_KEYS */.Q8 === key && bytes.length <= guest_words/* LOG_PIECE_BYTES */.ox ? { number, bytes } : undefined;
}
/**
 * Where the log goes on behind a place at which it breaks off. The guest writes one piece after the other, so that what stands between that
 * place and a piece behind it was overwritten: the rest of a line too whose begin was seen.
 */
function pieceBehind(pieces, place) {
    const later = [...pieces.keys()].map((number) => number * guest_words/* LOG_PIECE_BYTES */.ox).filter((start) => start > place);
    return later.length === 0 ? undefined : Math.min(...later);
}
function bytesFrom(pieces, start) {
    const found = [];
    for (let at = start;;) {
        const piece = pieces.get(Math.floor(at / guest_words/* LOG_PIECE_BYTES */.ox))?.subarray(at % guest_words/* LOG_PIECE_BYTES */.ox);
        if (piece === undefined || piece.length === 0)
            return Buffer.concat(found);
        found.push(piece);
        at += piece.length;
    }
}
/** In the code page of the guest, of which only ASCII is the same everywhere; anything else is for people who can guess. */
function textOf(bytes) {
    return [...bytes.toString('latin1')].map((char) => (/[\t\n\r\x20-\x7e]/.test(char) ? char : '·')).join('');
}

;// CONCATENATED MODULE: ./.cache/build/src/bake/guest-result.js
/** What the guest says of itself before its last status (docs/first-boot.md), read from base64 of JSON. */
/** Undefined for anything that is not what the guest writes: from inside of a VM nothing is taken on trust. */
function parseGuestResult(text) {
    if (text === undefined)
        return undefined;
    try {
        const found = JSON.parse(Buffer.from(text, 'base64').toString('utf8'));
        const { build, imageState, answerFiles, codePage, steps } = found;
        if (typeof build !== 'string' || !/^\d{4,5}\.\d{1,6}$/.test(build) || typeof imageState !== 'string')
            return undefined;
        if (!Array.isArray(answerFiles) || !answerFiles.every((path) => typeof path === 'string'))
            return undefined;
        if (!Array.isArray(steps) || !steps.every(isStep))
            return undefined;
        return {
            build,
            imageState,
            answerFiles: answerFiles,
            codePage: typeof codePage === 'number' ? codePage : 0,
            steps: steps.map(({ id, result, attempts, ended }) => ({ id, result, attempts, ended })),
        };
    }
    catch {
        return undefined;
    }
}
function isStep(step) {
    const { id, result, attempts, ended } = (step ?? {});
    return (typeof id === 'string' && typeof result === 'string' && typeof attempts === 'number' && typeof ended === 'string');
}

// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/properties.js
var wire_properties = __webpack_require__(85925);
;// CONCATENATED MODULE: ./.cache/build/src/bake/read-guest.js
/** One look at a VM while its first boot goes on. */


/** What rings when it changes. */
const WATCHED = ['runtime.powerState', 'guest.toolsRunningStatus', 'config.extraConfig'];
const PATHS = [...WATCHED, 'guest.toolsVersion', 'guest.toolsInstallType'];
async function readBakingGuest(session, vm) {
    const properties = await (0,wire_properties/* readProperties */.Qh)(session, vm, PATHS);
    const settings = (0,vm_facts/* extraConfigOf */.E)(properties.get('config.extraConfig'));
    return {
        poweredOn: properties.get('runtime.powerState')?.text !== 'poweredOff',
        toolsRunning: properties.get('guest.toolsRunningStatus')?.text === 'guestToolsRunning',
        toolsVersion: properties.get('guest.toolsVersion')?.text ?? '',
        toolsType: properties.get('guest.toolsInstallType')?.text ?? '',
        settings,
        info: (key) => settings.get(`guestinfo.${key}`) || undefined,
    };
}

;// CONCATENATED MODULE: ./.cache/build/src/bake/watch-first-boot.js
/** Follows a first boot to its end: tells its steps and its log, answers its last status, and sees the guest go off by itself. */









/** Between two readings that nothing rang for. */
const FIRST_PAUSE = 250;
const LONGEST_PAUSE = 15_000;
/** A vCenter that restarts is away for minutes; the guest goes on without it. */
const AWAY_LIMIT = 45 * 60_000;
/**
 * Returns when the VM is off.
 * @returns what was seen; undefined when it went off before its last status was answered
 * @throws UserError timeout with the last status and the end of the log; the signal's reason
 */
async function watchFirstBoot(session, vm, options) {
    const watch = watchObject(session, vm, WATCHED);
    try {
        return await follow(session, vm, options, (pause) => watch.wait(pause));
    }
    finally {
        await watch.close();
    }
}
async function follow(session, vm, options, wait) {
    const { path, timeout, mark } = options;
    const started = Date.now();
    const log = createGuestLog();
    let sight = mark.seen;
    let status;
    let renewed = started;
    for (let pause = FIRST_PAUSE;; pause = Math.min(pause * 1.5, LONGEST_PAUSE)) {
        const guest = await readPatiently(session, vm);
        const lines = log.take(guest.info);
        for (const line of lines)
            session.log.debug(line);
        const now = guest.info(guest_words/* GUEST_KEY */.Lg.status);
        if (now !== undefined && now !== status) {
            status = now;
            session.log.info(`First boot: ${now}`);
        }
        if (lines.length > 0)
            pause = FIRST_PAUSE;
        if (!guest.poweredOn)
            return sight;
        if (sight === undefined && isLast(now) && guest.toolsRunning) {
            sight = sightOf(now, guest, log.tail());
            if (now === 'done')
                await options.whileDone(sight);
            await options.answer(sight);
            session.log.info('The guest may end now');
            continue;
        }
        const left = started + timeout - Date.now();
        if (left <= 0)
            throw late(path, timeout, status, log.tail());
        if (Date.now() - renewed > vm_owner/* RENEWAL */.jG) {
            renewed = Date.now();
            await options.renew();
        }
        await wait(Math.min(pause, left));
    }
}
function isLast(status) {
    return status === 'done' || (status?.startsWith('failed') ?? false);
}
function sightOf(status, guest, tail) {
    const result = parseGuestResult(guest.info(guest_words/* GUEST_KEY */.Lg.result));
    return {
        status,
        toolsVersion: guest.toolsVersion,
        toolsType: guest.toolsType,
        ...(result && { result }),
        ...(status !== 'done' && { tail }),
    };
}
/** Every call is tried for a minute by itself; a server that restarts takes longer. */
async function readPatiently(session, vm) {
    for (const since = Date.now();;) {
        try {
            return await readBakingGuest(session, vm);
        }
        catch (error) {
            session.signal.throwIfAborted();
            if (!(error instanceof passing_error/* PassingError */.a) || Date.now() - since > AWAY_LIMIT)
                throw error;
            session.log.warning(`${session.url.host} does not answer (${error.message}); the guest goes on, and so does this`);
        }
    }
}
function late(path, timeout, status, tail) {
    const said = status === undefined ? 'it has published no status' : `its last status is "${status}"`;
    return new errors/* UserError */.yo('timeout', `The first boot of ${path} did not end within ${(0,units/* formatDuration */.a3)(timeout)}: ${said}${tail === '' ? '' : `. The end of its log:\n${tail}`}`, status === undefined
        ? 'Look at its console: without a password in the answer file Windows waits there for one. It goes on running; delete it when nobody needs it.'
        : 'It goes on: run the step again to go on watching, with a longer timeout if it is only slow.');
}

;// CONCATENATED MODULE: ./.cache/build/src/bake/bake-candidate.js
/**
 * Starts a candidate for the first time and follows its first boot to the end. Whatever ends this process, the guest goes on; what was
 * seen of it stands in the VM itself, so that the same step run again goes on where this one stood.
 */
















/** @throws UserError bake-failed, bake-unobserved, timeout, vsphere-refused, vsphere-busy, input-invalid; VsphereFault */
async function bakeCandidate(session, request, context) {
    const { vm, seal } = request;
    const facts = await (0,vm_facts/* readVmFacts */.t)(session, vm.moref);
    assertBakeable(vm.path, facts, seal);
    const found = (0,bake_mark/* parseBakeMark */.yg)(settingOf(facts, bake_mark/* BAKE_KEY */.mi) ?? '');
    if (settingOf(facts, first_boot_setting/* FIRST_BOOT_SETTING */.Jm) === 'baked')
        return bakedBefore(vm, facts, found, request);
    if (found)
        await assertNobodyElse(session, request);
    else if (facts.poweredOn) {
        throw new errors/* UserError */.yo('vsphere-refused', `${vm.path} is running, and not by bake-template: what its first boot did was not seen`, 'Upload the OVA again; a candidate is nobody’s to try things on.');
    }
    const mark = found ?? (await begin(session, request));
    const settled = context.hold(HELD_BAKE, { path: vm.path, vm: vm.moref.value });
    if (found)
        session.log.info(`Going on with the first boot of ${vm.path}, which began at ${found.started}`);
    const seen = await observe(session, request, mark, facts.poweredOn);
    const judged = judgement(request, seen);
    await settle(session, request, { ...mark, ...(seen && { seen }) }, judged instanceof errors/* UserError */.yo ? 'failed' : 'baked');
    settled();
    if (judged instanceof errors/* UserError */.yo)
        throw judged;
    return judged;
}
/** As a value, since the VM has to say how it ended before anybody is told. */
function judgement(request, seen) {
    if (seen === undefined)
        return unobserved(request.vm);
    try {
        return { ...judgeBake(request.vm.path, seen, request), sight: seen, before: false };
    }
    catch (error) {
        if (error instanceof errors/* UserError */.yo)
            return error;
        throw error;
    }
}
function bakedBefore(vm, facts, mark, request) {
    if (mark?.seen === undefined || facts.poweredOn) {
        throw new errors/* UserError */.yo('vsphere-refused', facts.poweredOn
            ? `${vm.path} was baked and runs again, so that nobody knows what is in it`
            : `${vm.path} says that its first boot is over, but not what was seen of it`, 'Upload the OVA again, and bake it by this action alone.');
    }
    return { ...judgeBake(vm.path, mark.seen, request), sight: mark.seen, before: true };
}
/** @throws UserError vsphere-busy when another run is watching it */
async function assertNobodyElse(session, { vm, me }) {
    const owner = await (0,owned_vm/* readOwner */.A7)(session, vm.moref);
    if (owner === undefined || (0,vm_owner/* standingOf */.YP)(owner, me, session.now()) !== 'working')
        return;
    throw new errors/* UserError */.yo('vsphere-busy', `Another run is baking ${vm.path}: it belongs to ${(0,vm_owner/* describeOwner */.$S)(owner)}`, 'Wait until that run has ended. If it was killed, this one goes on ten minutes after it was last heard of.');
}
/** Its cards are written down before they are changed, so that they can be given back whatever happens. */
async function begin(session, { vm, release, me }) {
    const mark = { started: session.now().toISOString(), cards: await (0,vm_network/* readCardStates */.Pt)(session, vm.moref) };
    await (0,vm_operations/* reconfigureVm */.Nc)(session, vm.moref, {
        extraConfig: {
            [bake_mark/* BAKE_KEY */.mi]: (0,bake_mark/* formatBakeMark */.ou)(mark),
            [`guestinfo.${guest_words/* GUEST_KEY */.Lg.seen}`]: '',
            ...(0,owned_vm/* ownedBy */.LW)(session, me),
            ...renewed(session, release),
        },
    });
    return mark;
}
function renewed(session, release) {
    const expires = new Date(session.now().getTime() + release_mark/* CANDIDATE_LIFE */.L3);
    return { [release_mark/* RELEASE_KEY */.Gf]: (0,release_mark/* formatReleaseMark */.IG)({ ...release, expires }) };
}
/** @returns what was seen; undefined when it went off unseen */
async function observe(session, request, mark, running) {
    const { vm, me, release, timeout, whileDone, network } = request;
    if (!running) {
        if (mark.seen)
            return mark.seen;
        // A run may have ended between its mark and the start: then nothing was started since, and it is begun now.
        if (await (0,vm_events/* wasStartedSince */.H4)(session, vm.moref, new Date(mark.started)))
            return undefined;
        if (network !== 'as-it-is') {
            await (0,vm_network/* setNetworkCards */.Sd)(session, vm.moref, network === 'disconnected' ? undefined : network);
        }
        session.log.info(`Starting ${vm.path} for its first boot, which may take ${(0,units/* formatDuration */.a3)(timeout)}`);
        await (0,vm_operations/* powerOn */.f0)(session, vm.moref);
    }
    return watchFirstBoot(session, vm.moref, {
        path: vm.path,
        mark,
        timeout,
        whileDone,
        answer: (sight) => (0,vm_operations/* reconfigureVm */.Nc)(session, vm.moref, {
            extraConfig: {
                [bake_mark/* BAKE_KEY */.mi]: (0,bake_mark/* formatBakeMark */.ou)({ ...mark, seen: sight }),
                [`guestinfo.${guest_words/* GUEST_KEY */.Lg.seen}`]: sight.status,
            },
        }),
        renew: async () => {
            const extraConfig = { ...(0,owned_vm/* ownedBy */.LW)(session, me), ...renewed(session, release) };
            await (0,vm_operations/* reconfigureVm */.Nc)(session, vm.moref, { extraConfig }).catch((error) => {
                session.signal.throwIfAborted();
                session.log.debug(`Renewing ${vm.path}: ${String(error)}`);
            });
        },
    });
}
/** What only baking needed goes: cards are as they were, guestinfo is empty, and the VM says how its first boot ended. */
async function settle(session, { vm, release }, mark, outcome) {
    await (0,vm_network/* restoreCards */.M$)(session, vm.moref, mark.cards);
    const { extraConfig } = await (0,vm_facts/* readVmFacts */.t)(session, vm.moref);
    const published = [...extraConfig.keys()].filter((key) => /^guestinfo\.stillframe\./i.test(key));
    await (0,vm_operations/* reconfigureVm */.Nc)(session, vm.moref, {
        extraConfig: {
            ...Object.fromEntries(published.map((key) => [key, ''])),
            [bake_mark/* BAKE_KEY */.mi]: (0,bake_mark/* formatBakeMark */.ou)({ ...mark, cards: [] }),
            [first_boot_setting/* FIRST_BOOT_SETTING */.Jm]: outcome,
            ...renewed(session, release),
        },
    });
    const after = (await (0,vm_facts/* readVmFacts */.t)(session, vm.moref)).extraConfig;
    const left = published.filter((key) => (after.get(key) ?? '') !== '');
    if (after.get(first_boot_setting/* FIRST_BOOT_SETTING */.Jm) === outcome && left.length === 0)
        return;
    throw new errors/* UserError */.yo('vsphere-refused', `vSphere did not take the settings that say how the first boot of ${vm.path} ended${left.length === 0 ? '' : `, nor emptied ${left.join(', ')}`}`, 'Give the account the privilege VirtualMachine.Config.AdvancedConfig.');
}
function unobserved(vm) {
    return new errors/* UserError */.yo('bake-unobserved', `${vm.path} went off before it was seen that its first boot was done`, 'Somebody switched it off, or it ended before VMware Tools ran: upload the OVA again and bake it, and look at its console meanwhile.');
}

// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./.cache/build/src/files/explain-path-error.js
var explain_path_error = __webpack_require__(49094);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/guest/guest-program.js
var guest_program = __webpack_require__(66360);
;// CONCATENATED MODULE: ./.cache/build/src/bake/guest-script.js
/**
 * Runs a script in the guest without a file transfer, for which the runner would have to reach the ESXi host and trust it: its text goes
 * in as command lines, and the end of what it says comes back as guestinfo.
 */






/** Base64 of as much as a command line takes (8191 characters, cmd.exe) with room for the rest of it. */
const CHUNK = 4500;
/** Each chunk is a program of its own; what is larger belongs into the image. */
const MAX_SCRIPT = 128 * 1024;
/** Bytes of its end that a failure quotes. */
const TAIL = 3000;
/** Key of guestinfo, without `guestinfo.`, that the end of the output comes back in. */
const OUTPUT_KEY = 'stillframe.script';
const SYSTEM = 'C:\\Windows\\System32';
/** For what is no script of the user's. */
const OWN_LIMIT = 5 * 60_000;
/** @throws UserError file-missing …, input-invalid for what is no script or too large */
async function readGuestScript(path) {
    const name = (0,external_node_path_.basename)(path);
    if (!/\.(ps1|cmd|bat)$/i.test(name)) {
        throw new errors/* UserError */.yo('input-invalid', `${path} is no script for Windows`, 'Give files that end in .ps1, .cmd or .bat.');
    }
    const content = await (0,external_node_fs_promises_.readFile)(path).catch((error) => {
        throw (0,explain_path_error/* explainPathError */.n)(error, { what: 'the script', path, input: 'scripts' });
    });
    if (content.length <= MAX_SCRIPT)
        return { name, content };
    throw new errors/* UserError */.yo('input-invalid', `${path} has ${content.length} bytes, more than the ${MAX_SCRIPT} that a script in the guest may have`, 'Put what it needs into the image (input files of build-vhd), and call it from a short script.');
}
/**
 * @param limit milliseconds that the script may take
 * @throws UserError bake-failed with the exit code and the end of its output, when it is not 0
 */
async function runGuestScript(session, vm, account, { name, content }, limit) {
    const run = (program, most = OWN_LIMIT) => (0,guest_program/* runGuestProgram */.m)(session, vm, account, program, most);
    const own = async (program) => {
        const code = await run(program);
        if (code !== 0)
            throw failed(name, `its text could not be put into the guest (${program.path} ended with ${code})`);
    };
    const file = `C:\\Windows\\Temp\\stillframe-${name.replaceAll(/[^A-Za-z0-9._-]/g, '_')}`;
    session.log.info(`Running ${name} in the guest`);
    for (let at = 0; at === 0 || at < content.length; at += CHUNK) {
        // The redirection stands first: a digit before it would be taken for a handle.
        const text = content.subarray(at, at + CHUNK).toString('base64');
        await own(cmd(`${at === 0 ? '>' : '>>'}"${file}.b64" echo ${text}`));
    }
    await own({ path: `${SYSTEM}\\certutil.exe`, args: `-f -decode "${file}.b64" "${file}"` });
    const command = /\.ps1$/i.test(name)
        ? `powershell.exe -NoProfile -NonInteractive -ExecutionPolicy Bypass -File "${file}"`
        : `call "${file}"`;
    const code = await run(cmd(`${command} >"${file}.log" 2>&1`), limit);
    const said = code === 0 ? '' : await outputOf(session, vm, run, `${file}.log`);
    await run(cmd(`del /f /q "${file}" "${file}.b64" "${file}.log"`));
    if (code !== 0)
        throw failed(name, `it ended with ${code}${said === '' ? '' : `. The end of its output:\n${said}`}`);
}
function cmd(line) {
    return { path: `${SYSTEM}\\cmd.exe`, args: `/c ${line}` };
}
/** Empty where it does not come back: the exit code has said enough. */
async function outputOf(session, vm, run, log) {
    await run({
        path: `${SYSTEM}\\WindowsPowerShell\\v1.0\\powershell.exe`,
        args: `-NoProfile -NonInteractive -Command "${tailCommand(log)}"`,
    });
    const text = (await readBakingGuest(session, vm)).info(OUTPUT_KEY) ?? '';
    return Buffer.from(text, 'base64')
        .toString('latin1')
        .replaceAll(/[^\t\n\x20-\x7e]/g, '')
        .trim();
}
/** The end of a file as guestinfo; exported for its test. */
function tailCommand(log) {
    const bytes = `[IO.File]::ReadAllBytes('${log}')`;
    const tail = `[Convert]::ToBase64String($b, [Math]::Max(0, $b.Length - ${TAIL}), [Math]::Min($b.Length, ${TAIL}))`;
    const toolsd = `Join-Path $env:ProgramFiles 'VMware\\VMware Tools\\vmtoolsd.exe'`;
    const stop = `$ErrorActionPreference = 'Stop'`;
    return `${stop}; $b = ${bytes}; & (${toolsd}) --cmd ('info-set guestinfo.${OUTPUT_KEY} ' + ${tail})`;
}
function failed(name, why) {
    return new errors/* UserError */.yo('bake-failed', `The script ${name} failed in the guest: ${why}`, 'Correct the script and run the step again: the guest waits, and all scripts are run once more.');
}

// EXTERNAL MODULE: ./.cache/build/src/vsphere/inventory/locate-vm.js
var locate_vm = __webpack_require__(22389);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/vm/marked-vm.js
var marked_vm = __webpack_require__(98444);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/explain-fault.js
var explain_fault = __webpack_require__(4732);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/session.js + 2 modules
var wire_session = __webpack_require__(85783);
;// CONCATENATED MODULE: ./.cache/build/actions/bake-template/main.js











async function main(inputs, context) {
    const { signal, log } = context;
    const session = await (0,wire_session/* connectVsphere */.C)({ ...inputs, signal, log, onRenewed: context.rehold });
    // Held first, so undone last.
    context.hold(held_session/* HELD_SESSION */.d, session.ticket(), () => session.close());
    log.info(`Connected to ${session.url.host}: ${session.about.fullName}`);
    try {
        return await bake(session, inputs, context);
    }
    catch (error) {
        throw (0,explain_fault/* explainFault */.O)(error, `Baking ${inputs.vm}`);
    }
}
async function bake(session, inputs, context) {
    const { seal, timeout, build: planned } = inputs;
    // Read before anything is started.
    const scripts = await Promise.all((inputs.scripts?.paths ?? []).map(readGuestScript));
    const vm = await (0,locate_vm/* locateVm */.Wr)(session, inputs);
    const request = {
        vm,
        release: await candidateMark(session, vm),
        me: (0,vm_owner/* ownerProcess */.dK)(inputs.run),
        seal,
        network: await chooseNetwork(session, vm, inputs.network),
        timeout,
        planned,
        whileDone: async () => {
            for (const script of scripts) {
                if (inputs.scripts)
                    await runGuestScript(session, vm.moref, inputs.scripts.account, script, timeout);
            }
        },
    };
    const { toolsVersion, build, sight, before } = await bakeCandidate(session, request, context);
    context.log.info(before
        ? `${vm.path} was baked before: Windows ${build}, VMware Tools ${toolsVersion}`
        : `${vm.path} is baked: Windows ${build}, VMware Tools ${toolsVersion}`);
    return {
        vm: vm.moref.value,
        inventoryPath: vm.path,
        server: session.url.host,
        ova: request.release.ova,
        seal,
        toolsVersion,
        build,
        imageState: sight.result?.imageState ?? '',
        firstBoot: sight.result?.steps ?? [],
        before,
    };
}
/** @throws UserError input-invalid for a VM that upload-esxi has not made as a candidate, or that is published */
async function candidateMark(session, { moref, name, path }) {
    const mark = await (0,marked_vm/* readReleaseMark */.p)(session, moref);
    if (mark && (0,release_mark/* releaseState */.hd)(name, mark.name) === 'candidate')
        return mark;
    throw new errors/* UserError */.yo('input-invalid', mark
        ? `${path} is no candidate any more: it was published`
        : `${path} was not uploaded as a candidate, and is not started`, 'Set vm to the output vm of upload-esxi, which makes a candidate unless its input as says otherwise.');
}
async function chooseNetwork(session, { datacenter }, written) {
    if (written === 'disconnected' || written === 'as-it-is')
        return written;
    return (0,vm_network/* findNetwork */.qC)(session, datacenter, written);
}

// EXTERNAL MODULE: ./.cache/build/src/report/markdown-table.js
var markdown_table = __webpack_require__(90597);
;// CONCATENATED MODULE: ./.cache/build/actions/bake-template/summary.js
/** The job summary of bake-template. */

function renderSummary(result) {
    const { inventoryPath, vm, server, seal, build, toolsVersion, imageState, firstBoot, before } = result;
    const path = (0,markdown_table/* escapeMarkdown */.F)(inventoryPath);
    const rows = [
        ['server', server],
        ['managed object', vm],
        ['Windows', build],
        ['VMware Tools', toolsVersion],
        ['sealed', seal === 'generalize' ? 'generalized, for plain clones' : 'no, for clones with a customization'],
        ['ImageState', imageState],
    ];
    const steps = firstBoot.map(({ id, result: came, attempts, ended }) => [id, came, String(attempts), ended]);
    return `${[
        '## First boot',
        before ? `The candidate **${path}** was baked by an earlier run` : `✅ The candidate **${path}** is baked`,
        (0,markdown_table/* markdownTable */.Q)(['', ''], rows),
        (0,markdown_table/* markdownTable */.Q)(['step', 'result', 'attempts', 'ended'], steps),
    ].join('\n\n')}\n`;
}

;// CONCATENATED MODULE: ./.cache/build/actions/bake-template/action.js
/** bake-template as a value. */






const bakeTemplate = (0,action/* defineAction */.Q)({
    name: 'bake-template',
    description: 'Starts a candidate once, so that updates, VMware Tools and first-boot steps are in the template itself',
    branding: { icon: 'thermometer', color: 'orange' },
    inputs: INPUTS,
    outputs: {
        vm: { description: 'Managed object id of the candidate, such as vm-42.', value: ({ vm }) => vm },
        'tools-version': {
            description: 'Version of VMware Tools, as they told vCenter, such as 12.4.5.',
            value: ({ toolsVersion }) => toolsVersion,
        },
        build: {
            description: 'Build and revision that the guest says it has, such as 17763.8027.',
            value: ({ build }) => build,
        },
        'first-boot': {
            description: 'JSON array of its steps in the order in which they ran: `id`, `result`, `attempts`, `ended`.',
            value: ({ firstBoot }) => firstBoot,
        },
    },
    holds: [held_session/* HELD_SESSION */.d, HELD_BAKE],
    prepare: prepare,
    main: main,
    findings: () => [],
    summary: renderSummary,
});


/***/ })

};
