export const id = 7477;
export const ids = [7477];
export const modules = {

/***/ 8672:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ INPUTS),
  i: () => (/* binding */ prepare)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.cache/build/src/job/input.js
var input = __webpack_require__(90458);
// EXTERNAL MODULE: ./.cache/build/src/job/input-types.js
var input_types = __webpack_require__(198);
// EXTERNAL MODULE: ./.cache/build/src/job/shared-inputs.js
var shared_inputs = __webpack_require__(79871);
// EXTERNAL MODULE: ./.cache/build/src/products/guest-words.js
var guest_words = __webpack_require__(18351);
// EXTERNAL MODULE: ./.cache/build/src/template/after-first-boot.js
var after_first_boot = __webpack_require__(97685);
// EXTERNAL MODULE: ./.cache/build/src/windows/customize/copied-files.js + 1 modules
var copied_files = __webpack_require__(34882);
// EXTERNAL MODULE: ./.cache/build/src/windows/customize/registry-setting.js
var registry_setting = __webpack_require__(69896);
// EXTERNAL MODULE: ./.cache/build/src/windows/engines/choose-engine.js + 48 modules
var choose_engine = __webpack_require__(58917);
;// CONCATENATED MODULE: ./.cache/build/src/windows/engines/engine.js
/** What an engine is: a way to carry out the plan. All end with the same disk and are judged by the same checks. */
const ENGINE_NAMES = ['dism', 'convert-windowsimage', 'wimlib'];

// EXTERNAL MODULE: ./.cache/build/src/windows/plan/template-wishes.js
var template_wishes = __webpack_require__(63376);
// EXTERNAL MODULE: ./.cache/build/actions/build-vhd/read-answers.js + 1 modules
var read_answers = __webpack_require__(28184);
// EXTERNAL MODULE: ./.cache/build/src/windows/plan/disk-layouts.js
var disk_layouts = __webpack_require__(35619);
;// CONCATENATED MODULE: ./.cache/build/actions/build-vhd/read-disk.js
/** The inputs of build-vhd that say what disk to make. */



const DISK_INPUTS = {
    format: (0,input/* input */.h)((0,input_types/* choice */.Yq)(['vhd', 'vhdx', 'vmdk']), {
        description: 'Format of the image; the name of the image has to end so. The OVA made of each is the same. vmdk (engine wimlib alone) is a small descriptor with the files of the partitions beside it: nothing is written twice on the way to the OVA.',
        template: { key: 'disk.format', read: ({ disk }) => disk.format },
        default: 'vhd',
    }),
    type: (0,input/* input */.h)((0,input_types/* choice */.Yq)(['dynamic', 'fixed']), {
        description: 'Whether the image file grows with its content or is as large as the disk at once.',
        template: { key: 'disk.type', read: ({ disk }) => disk.type },
        default: 'dynamic',
    }),
    size: (0,input/* input */.h)(input_types/* size */.Ej, {
        description: 'Size of the disk.',
        template: { key: 'disk.size', read: ({ disk }) => disk.size },
        default: '40 GiB',
    }),
    layout: (0,input/* input */.h)((0,input_types/* choice */.Yq)(disk_layouts/* LAYOUT_NAMES */.kX), {
        description: 'The partitions of others: convert-windowsimage and cloudbase (ESP 200 MiB, MSR 128 MiB), microsoft (ESP 200 MiB, MSR 16 MiB, a Recovery partition as recovery: last makes it). What esp, msr and recovery say counts before it.',
        template: { key: 'disk.layout', read: ({ disk }) => disk.layout },
        otherwise: 'none of them: ESP 260 MiB, MSR 16 MiB, no Recovery partition',
    }),
    esp: (0,input/* input */.h)(input_types/* size */.Ej, {
        description: 'Size of the EFI system partition.',
        template: { key: 'disk.esp', read: ({ disk }) => disk.esp },
        otherwise: '260 MiB, or as the layout has it',
    }),
    msr: (0,input/* input */.h)(input_types/* size */.Ej, {
        description: 'Size of the Microsoft reserved partition.',
        template: { key: 'disk.msr', read: ({ disk }) => disk.msr },
        otherwise: '16 MiB, or as the layout has it',
    }),
    recovery: (0,input/* input */.h)((0,input_types/* choice */.Yq)(['none', 'last']), {
        description: 'last makes a protected Recovery partition of 1000 MiB behind Windows, as Windows Setup does. It is what breaks quiesced snapshots (KB60395), and convert-ova takes it only where the template file asks for it too, or with allow-recovery; without one Windows keeps its recovery environment on C:.',
        template: { key: 'disk.recovery', read: ({ disk }) => disk.recovery },
        otherwise: 'none, or as the layout has it',
    }),
};
const MIB = 2 ** 20;
/**
 * A layout that the step names stands above what the template says of partitions, not above what the step says of them.
 * @throws UserError input-invalid
 */
function readDisk(reading, engine) {
    const { values, isSet } = reading;
    const shape = values.layout === undefined ? disk_layouts/* OWN_LAYOUT */.UE : disk_layouts/* LAYOUTS */.my[values.layout];
    const own = (name) => isSet(name) || !isSet('layout') ? values[name] : undefined;
    const [esp, msr] = [own('esp'), own('msr')];
    const disk = {
        format: values.format,
        type: values.type,
        size: wholeMebibytes(reading, 'size', values.size),
        esp: esp === undefined ? shape.esp : wholeMebibytes(reading, 'esp', esp),
        msr: msr === undefined ? shape.msr : wholeMebibytes(reading, 'msr', msr),
        recovery: own('recovery') ?? shape.recovery,
    };
    if (engine === 'convert-windowsimage')
        refuseOtherLayouts(reading, disk);
    if (disk.format === 'vmdk')
        refuseParts(reading, engine);
    return disk;
}
/** The module has one layout for EFI. */
function refuseOtherLayouts({ values, invalid }, { recovery }) {
    const { layout } = values;
    const hint = 'The engine convert-windowsimage makes the layout of the module alone: take another engine, or leave it out.';
    if (layout !== undefined && layout !== 'convert-windowsimage')
        throw invalid('layout', layout, hint);
    if (recovery !== 'none')
        throw invalid('recovery', recovery, hint);
}
/** Files of partitions come out of one engine, and are neither dynamic nor fixed: holes of theirs take no room. */
function refuseParts({ values, invalid }, engine) {
    if (engine !== 'wimlib')
        throw invalid('format', 'vmdk', 'Windows attaches no VMDK: write vhd or vhdx.');
    if (values.type === 'fixed')
        throw invalid('type', 'fixed', 'Leave it out: it is for vhd and vhdx.');
}
/** Every partition begins and ends on a whole MiB, where Windows expects it. */
function wholeMebibytes({ invalid }, name, bytes) {
    if (bytes % MIB === 0)
        return bytes;
    throw invalid(name, `${bytes} B`, 'Write a size in whole MiB, for example 260 MiB.');
}

;// CONCATENATED MODULE: ./.cache/build/actions/build-vhd/inputs.js
/** The inputs of build-vhd. */













const INPUTS = {
    iso: (0,input/* input */.h)(input_types/* pathOrUrl */.eW, {
        description: 'Installation ISO of Windows Server with sources/install.wim or install.esd; a URL needs sha256.',
        template: { key: 'windows.iso', read: ({ windows }) => windows.iso.path ?? windows.iso.url },
        required: true,
    }),
    sha256: (0,input/* input */.h)(input_types/* sha256 */.sc, {
        description: 'SHA-256 of the ISO, checked before anything else.',
        template: { key: 'windows.iso.sha256', read: ({ windows }) => windows.iso.sha256 },
        otherwise: 'not checked',
    }),
    edition: (0,input/* input */.h)(input_types/* text */.Qq, {
        description: 'standard-core, standard-desktop, datacenter-core, datacenter-desktop, the exact name of an image, or its index.',
        template: { key: 'windows.edition', read: ({ windows }) => windows.edition },
        required: true,
    }),
    vhd: (0,input/* input */.h)(input_types/* path */.Ae, {
        description: 'The image to make; replaced only by a finished one.',
        otherwise: '`<runner temp>/stillframe/build-vhd/<name>.vhd` (or `.vhdx`, `.vmdk`) with the name of the template file; **required** without one',
    }),
    ...DISK_INPUTS,
    packages: (0,input/* input */.h)(input_types/* text */.Qq, {
        description: 'JSON output packages of fetch-updates, or a list of .msu and .cab files and folders, in installation order; each tells by itself what it is then.',
    }),
    drivers: (0,input/* input */.h)(input_types/* text */.Qq, {
        description: 'JSON output drivers of extract-drivers, or a list of folders with INF files.',
    }),
    features: (0,input/* input */.h)(input_types/* list */.p_, {
        description: 'Windows features to enable, such as TelnetClient, NetFx3.',
        template: { key: 'customize.features', read: ({ customize }) => customize.features },
    }),
    'remote-desktop': (0,input/* input */.h)(input_types/* boolean */.zM, {
        description: 'Allow Remote Desktop (network level authentication stays on).',
        template: { key: 'customize.remote-desktop', read: ({ customize }) => customize.remoteDesktop },
        default: 'false',
    }),
    ...read_answers/* ANSWER_INPUTS */.VO,
    files: (0,input/* input */.h)((0,input_types/* parsed */.Yz)('Lines', copied_files/* parseFileCopies */.r), {
        description: 'Files and folders to copy into the image, one per line: from => C:\\to. A folder gives its content; a target with a backslash at its end is a folder.',
        template: { key: 'customize.files', read: ({ customize }) => customize.files },
    }),
    registry: (0,input/* input */.h)((0,input_types/* parsed */.Yz)('JSON array', registry_setting/* parseRegistrySettings */.SX), {
        description: 'Values to write into the registry of the image: objects with key (below HKLM\\SOFTWARE or HKLM\\SYSTEM), name, type (string, expand-string, multi-string, dword, qword, binary) and value.',
        template: { key: 'customize.registry', read: ({ customize }) => customize.registry },
    }),
    'first-boot-scripts': (0,input/* input */.h)(input_types/* lines */.Mn, {
        description: 'Scripts (.cmd, .bat, .ps1) that run once at first boot as SYSTEM, after everything else, one per line, in this order. Exit code 0 is success, 3010 asks for a restart, any other is tried again, three times in all.',
        template: { key: 'customize.first-boot-scripts', read: ({ customize }) => customize.firstBootScripts },
    }),
    'after-first-boot': (0,input/* input */.h)((0,input_types/* choice */.Yq)(guest_words/* AFTER_FIRST_BOOT */.zr), {
        description: 'What Windows does once its first boot is over: stay; shut-down; generalize, by sysprep as the Administrator, whom the answer file has to log on. The last two need VMware Tools, through which the host answers first (docs/first-boot.md).',
        template: { key: 'bake', read: after_first_boot/* afterFirstBoot */.dg },
        default: 'stay',
    }),
    'bake-on': (0,input/* input */.h)((0,input_types/* choice */.Yq)(guest_words/* BAKE_HOSTS */.k$), {
        description: 'Where Windows starts for the first time. hyper-v is for bake-template with image: VMware Tools, which install on VMware alone, are left for the start on vSphere.',
        template: { key: 'bake.on', read: after_first_boot/* bakeHost */.KJ },
        default: 'vsphere',
    }),
    'tools-setup': (0,input/* input */.h)(input_types/* path */.Ae, {
        description: 'Installer of VMware Tools, run silently at first boot (output tools-setup of extract-drivers).',
    }),
    engine: (0,input/* input */.h)((0,input_types/* choice */.Yq)(['auto', ...ENGINE_NAMES]), {
        description: 'auto takes what this runner can do: dism on Windows (with the tools of Windows itself, as administrator), wimlib on Linux (needs neither Windows nor root). convert-windowsimage uses the PowerShell module of that name; the sizes of ESP and MSR are its own then.',
        default: 'auto',
    }),
    'module-servicing': (0,input/* input */.h)(input_types/* boolean */.zM, {
        description: 'With the engine convert-windowsimage: drivers, features and updates are installed by the module, as its users know it; false leaves them to DISM, in the order of every other engine.',
        default: 'true',
    }),
    cleanup: (0,input/* input */.h)((0,input_types/* choice */.Yq)(['true', 'false', 'reset-base']), {
        description: 'Remove superseded components after updates; reset-base also those that could be gone back to. Only engines that service offline do so, wimlib reports that it does not.',
        default: 'true',
    }),
    'not-applicable': (0,input/* input */.h)((0,input_types/* choice */.Yq)(['fail', 'skip']), {
        description: 'What becomes of an update that is not for this image, or brings nothing that it lacks (0x800F081E); at first boot it is always left out.',
        default: 'fail',
    }),
    reuse: shared_inputs/* reuse */.TI,
    'dry-run': (0,input/* input */.h)(input_types/* boolean */.zM, {
        description: 'Read everything, show the plan and make nothing.',
        default: 'false',
    }),
};
/** DISM takes names of this kind; they become part of a command line in the image. */
const FEATURE_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;
function prepare(reading, place) {
    const { values, template } = reading;
    const engine = readEngine(reading);
    (0,template_wishes/* checkWishes */.GI)(template, { packages: values.packages, drivers: values.drivers, toolsSetup: values['tools-setup'] });
    return {
        template,
        // The template's hash holds for an ISO named here as well: it may lie elsewhere, and is still the one that is meant.
        iso: values.iso,
        sha256: values.sha256,
        downloads: { cache: place.cache, env: place.env },
        edition: values.edition,
        vhd: readVhd(reading, place),
        disk: readDisk(reading, engine),
        engine,
        packages: values.packages,
        drivers: values.drivers,
        features: readFeatures(reading),
        remoteDesktop: values['remote-desktop'],
        unattend: values.unattend,
        unattendPassword: (0,read_answers/* unattendPassword */.b4)(reading, place),
        answers: (0,read_answers/* readAnswers */.Mr)(reading, place),
        files: (values.files ?? []).map(({ from, to }) => ({ from: (0,external_node_path_.resolve)(from), to })),
        registry: values.registry ?? [],
        scripts: (values['first-boot-scripts'] ?? []).map((script) => (0,external_node_path_.resolve)(script)),
        afterFirstBoot: values['after-first-boot'],
        bakeHost: readBakeHost(reading),
        toolsSetup: template?.customize.vmwareTools === 'none' ? undefined : values['tools-setup'],
        cleanup: values.cleanup === 'reset-base' ? values.cleanup : values.cleanup === 'true',
        skipNotApplicable: values['not-applicable'] === 'skip',
        moduleServicing: values['module-servicing'],
        date: place.sourceDate(),
        dryRun: values['dry-run'],
        reuse: values.reuse ? place.reuse() : undefined,
    };
}
function readVhd({ values, template, missing, invalid }, { temp }) {
    const { vhd, format } = values;
    if (vhd === undefined) {
        if (template === undefined)
            throw missing('vhd');
        return (0,external_node_path_.join)(temp, 'stillframe', 'build-vhd', `${template.name}.${format}`);
    }
    // Windows attaches no disk whose name ends otherwise than its format.
    const says = /\.(vhdx?|vmdk)$/i.exec(vhd)?.[1]?.toLowerCase();
    if (says === undefined || says === format)
        return vhd;
    throw invalid('vhd', vhd, `Let it end with .${format}, or write format: ${says}.`);
}
function readEngine({ values, invalid }) {
    const name = values.engine === 'auto' ? (0,choose_engine/* defaultEngine */.eq)(process.platform) : values.engine;
    const obstacle = (0,choose_engine/* engineObstacle */.cI)(name, process.platform);
    if (obstacle !== undefined)
        throw invalid('engine', name, obstacle);
    const idle = (0,choose_engine/* idleInput */.Lf)(name, {
        moduleServicing: values['module-servicing'],
        skipNotApplicable: values['not-applicable'] === 'skip',
    });
    if (idle !== undefined)
        throw invalid(idle.input, String(values[idle.input]), idle.hint);
    return name;
}
function readBakeHost({ values, invalid }) {
    const host = values['bake-on'];
    if (host === 'vsphere' || values['after-first-boot'] !== 'stay')
        return host;
    throw invalid('bake-on', host, 'What is baked on Hyper-V has to end by itself: write after-first-boot: shut-down or generalize.');
}
function readFeatures({ values, invalid }) {
    const features = values.features ?? [];
    const wrong = features.find((feature) => !FEATURE_NAME.test(feature));
    if (wrong === undefined)
        return features;
    throw invalid('features', wrong, 'Write names as "dism /Online /Get-Features" lists them.');
}


/***/ }),

/***/ 28184:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  VO: () => (/* binding */ ANSWER_INPUTS),
  RU: () => (/* binding */ passwordSecrets),
  Mr: () => (/* binding */ readAnswers),
  b4: () => (/* binding */ unattendPassword)
});

// EXTERNAL MODULE: ./.cache/build/src/errors.js
var errors = __webpack_require__(41251);
// EXTERNAL MODULE: ./.cache/build/src/job/input.js
var input = __webpack_require__(90458);
// EXTERNAL MODULE: ./.cache/build/src/job/input-types.js
var input_types = __webpack_require__(198);
// EXTERNAL MODULE: ./.cache/build/src/nearest-name.js
var nearest_name = __webpack_require__(92106);
// EXTERNAL MODULE: ./.cache/build/src/windows/answer-file/time-zones.js
var time_zones = __webpack_require__(71397);
;// CONCATENATED MODULE: ./.cache/build/src/windows/answer-file/answer-options.js
/** What an answer file can be made of without being written by hand. */


/** Where disks beside that of Windows go at their first start. Microsoft Learn, "SanPolicy". */
const SAN_POLICIES = ['online-all', 'offline-shared', 'offline-all'];
/** A NetBIOS name: 15 characters, and not digits alone (Microsoft Learn, "ComputerName"). */
const COMPUTER_NAME = /^(?:\*|(?!\d+$)[A-Za-z0-9](?:[A-Za-z0-9-]{0,13}[A-Za-z0-9])?)$/;
const LOCALE = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;
/** @returns the first option that Windows Setup would stop at, and how to mend it; undefined when there is none */
function optionFault(options) {
    const { locale, timeZone, computerName } = options;
    if (locale !== undefined && !LOCALE.test(locale)) {
        return { option: 'locale', hint: 'Write a language tag such as en-US or de-DE.' };
    }
    if (timeZone !== undefined && !time_zones/* TIME_ZONES */.w.includes(timeZone)) {
        const nearest = (0,nearest_name/* nearestName */.q)(timeZone, time_zones/* TIME_ZONES */.w);
        const guess = nearest === undefined ? '' : ` Did you mean "${nearest}"?`;
        return {
            option: 'timeZone',
            hint: `Write the name that Windows has for it, as tzutil /l lists them, such as UTC or "W. Europe Standard Time".${guess}`,
        };
    }
    if (computerName !== undefined && !COMPUTER_NAME.test(computerName)) {
        return {
            option: 'computerName',
            hint: 'Write at most 15 letters, digits and hyphens, not digits alone, or * for a name that Windows makes up.',
        };
    }
    return undefined;
}

// EXTERNAL MODULE: ./.cache/build/src/windows/answer-file/fill-in-password.js
var fill_in_password = __webpack_require__(26385);
// EXTERNAL MODULE: ./.cache/build/src/windows/answer-file/generate-answer-file.js
var generate_answer_file = __webpack_require__(88923);
;// CONCATENATED MODULE: ./.cache/build/actions/build-vhd/read-answers.js
/** The inputs of which an answer file is made, and how they are read. */






const ANSWER_INPUTS = {
    unattend: (0,input/* input */.h)(input_types/* path */.Ae, {
        description: 'Answer file for the first start; instead of the options that follow, of which one is made.',
        template: { key: 'customize.unattend.file', read: ({ customize }) => customize.unattend },
        otherwise: 'made of the options below; without any a minimal one without a password',
    }),
    locale: (0,input/* input */.h)(input_types/* text */.Qq, {
        description: 'Formats and keyboard, such as de-DE; the language of Windows is that of the image.',
        template: { key: 'customize.unattend.locale', read: ({ customize }) => customize.answers?.locale },
        otherwise: 'the language of the image',
    }),
    'time-zone': (0,input/* input */.h)(input_types/* text */.Qq, {
        description: 'Time zone as Windows names it, such as UTC or W. Europe Standard Time.',
        template: { key: 'customize.unattend.time-zone', read: ({ customize }) => customize.answers?.timeZone },
        otherwise: 'as Windows has it',
    }),
    'computer-name': (0,input/* input */.h)(input_types/* text */.Qq, {
        description: 'Name of the computer, or * for one that Windows makes up.',
        template: { key: 'customize.unattend.computer-name', read: ({ customize }) => customize.answers?.computerName },
        otherwise: 'Windows makes one up',
    }),
    'product-key': (0,input/* input */.h)((0,input_types/* choice */.Yq)(['client-setup']), {
        description: 'client-setup: the public key of the edition, with which a KMS host or Active Directory activates. Any other key belongs into an answer file.',
        template: { key: 'customize.unattend.product-key', read: ({ customize }) => customize.answers?.productKey },
        otherwise: 'none',
    }),
    'san-policy': (0,input/* input */.h)((0,input_types/* choice */.Yq)(SAN_POLICIES), {
        description: 'Where further disks go when Windows first sees them.',
        template: { key: 'customize.unattend.san-policy', read: ({ customize }) => customize.answers?.sanPolicy },
        otherwise: 'as Windows has it',
    }),
    'administrator-password': (0,input/* input */.h)(input_types/* secret */.rJ, {
        description: 'Password of the Administrator, from a secret. It lies hidden, not encrypted, in the answer file of the image, which the first boot deletes; in one of your own (unattend) it goes where that says $ADMINISTRATOR_PASSWORD. In a template administrator-password-env names the environment variable that holds it.',
        otherwise: 'of the variable that customize.unattend.administrator-password-env of the template file names; for an answer file that of ADMINISTRATOR_PASSWORD in the environment; else none',
    }),
};
const INPUT_OF = { locale: 'locale', timeZone: 'time-zone', computerName: 'computer-name' };
/**
 * @returns undefined where no option is set
 * @throws UserError input-invalid, input-missing for a variable that is not set
 */
function readAnswers(reading, { env }) {
    const { values, isSet, invalid } = reading;
    // A file that the step names itself stands for all that the template says, and the other way round.
    const inputs = ['locale', 'time-zone', 'computer-name', 'product-key', 'san-policy'];
    const set = inputs.find((name) => isSet(name));
    if (values.unattend !== undefined) {
        if (set === undefined)
            return undefined;
        throw invalid(set, '', 'Give either an answer file (unattend), or the options of which one is made.');
    }
    const password = values['administrator-password'] ?? passwordOfVariable(reading, env);
    const options = {
        ...(values.locale !== undefined && { locale: values.locale }),
        ...(values['time-zone'] !== undefined && { timeZone: values['time-zone'] }),
        ...(values['computer-name'] !== undefined && { computerName: values['computer-name'] }),
        ...(values['product-key'] !== undefined && { productKey: values['product-key'] }),
        ...(values['san-policy'] !== undefined && { sanPolicy: values['san-policy'] }),
        ...(password !== undefined && { password }),
    };
    const fault = optionFault(options);
    if (fault !== undefined)
        throw invalid(INPUT_OF[fault.option], options[fault.option] ?? '', fault.hint);
    return Object.keys(options).length === 0 ? undefined : options;
}
/** What goes where an answer file names its variable; undefined where nobody gives one. */
function unattendPassword({ values, isSet }, { env }) {
    const isAsked = isSet('administrator-password');
    const text = values['administrator-password'] ?? env[fill_in_password/* PASSWORD_VARIABLE */.H];
    return text === undefined || text === '' ? undefined : { text, isAsked };
}
/** The Administrator's password from wherever it comes, and as answer files hide it. */
function passwordSecrets(readRaw, template, env) {
    const name = template?.customize.answers?.administratorPasswordEnv;
    const given = [readRaw('administrator-password'), env[fill_in_password/* PASSWORD_VARIABLE */.H], name === undefined ? undefined : env[name]];
    return given.flatMap((password) => password === undefined || password === ''
        ? []
        : [password, (0,generate_answer_file/* hidePassword */.c)(password, 'AdministratorPassword'), (0,generate_answer_file/* hidePassword */.c)(password, 'Password')]);
}
function passwordOfVariable({ template }, env) {
    const name = template?.customize.answers?.administratorPasswordEnv;
    if (name === undefined)
        return undefined;
    const value = env[name];
    if (value !== undefined && value !== '')
        return value;
    throw new errors/* UserError */.yo('input-missing', `The environment variable ${name}, which customize.unattend.administrator-password-env of the template names, is empty or not set`, `Set it for this step, for example: env: { ${name}: "\${{ secrets.${name} }}" }.`);
}


/***/ }),

/***/ 12514:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jr: () => (/* binding */ mountIso),
/* harmony export */   Vo: () => (/* binding */ MOUNTED_ISO)
/* harmony export */ });
/* unused harmony export ISO_SCRIPTS */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58500);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(41251);
/* harmony import */ var _files_plain_tree_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(54063);
/* harmony import */ var _tools_powershell_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(50241);
/** An ISO image mounted by Windows, which has no program of its own that reads one. */






/** The path travels in the environment: nothing in it can become text of PowerShell. */
const PATH_VARIABLE = 'STILLFRAME_ISO';
const IS_ATTACHED = `${_tools_powershell_js__WEBPACK_IMPORTED_MODULE_5__/* .POWERSHELL_HEAD */ .dz}(Get-DiskImage -ImagePath $env:${PATH_VARIABLE}).Attached`;
const MOUNT = `${_tools_powershell_js__WEBPACK_IMPORTED_MODULE_5__/* .POWERSHELL_HEAD */ .dz}$null = Mount-DiskImage -ImagePath $env:${PATH_VARIABLE} -StorageType ISO -Access ReadOnly`;
/** The volume is found by the image, never by a letter: which one is free differs from runner to runner. */
const ROOT = `${_tools_powershell_js__WEBPACK_IMPORTED_MODULE_5__/* .POWERSHELL_HEAD */ .dz}$volume = Get-DiskImage -ImagePath $env:${PATH_VARIABLE} | Get-Volume
if ($volume.DriveLetter) { "$($volume.DriveLetter):\\" }`;
const DISMOUNT = `${_tools_powershell_js__WEBPACK_IMPORTED_MODULE_5__/* .POWERSHELL_HEAD */ .dz}$image = Get-DiskImage -ImagePath $env:${PATH_VARIABLE}
if ($image.Attached) { $null = Dismount-DiskImage -ImagePath $env:${PATH_VARIABLE} }`;
/** All scripts of this file, for whoever has to know them by their text. */
const ISO_SCRIPTS = [
    { name: 'iso-attached', text: IS_ATTACHED },
    { name: 'iso-mount', text: MOUNT },
    { name: 'iso-root', text: ROOT },
    { name: 'iso-dismount', text: DISMOUNT },
];
/** The letter comes some time after the mount has ended; a busy machine takes seconds. */
const ROOT_TRIES = 60;
const ROOT_PAUSE_MS = 500;
/** A mount outlives the process that made it, and the restart of the runner. */
const MOUNTED_ISO = {
    kind: 'mounted-iso',
    what: ({ path }) => `the mounted image ${path}`,
    undo: async ({ path }, { tools }) => {
        await powershell(DISMOUNT, path, tools);
    },
};
/**
 * @param pause between two looks for the letter; for tests
 * @throws UserError the code of `use` for what Windows cannot mount, timeout when no drive letter comes; the signal's reason
 */
async function mountIso(path, use, { tools, hold, signal }, pause = node_timers_promises__WEBPACK_IMPORTED_MODULE_2__.setTimeout) {
    // What somebody else has mounted stays so: it is not ours to take away.
    const wasMounted = (await ask(IS_ATTACHED, path, use, tools)) === 'True';
    const released = wasMounted ? undefined : hold(MOUNTED_ISO, { path });
    if (!wasMounted)
        await ask(MOUNT, path, use, tools);
    const root = await waitForRoot(path, tools, signal, pause);
    return {
        path,
        root,
        list: () => listFolder(root),
        extract: async (paths, target) => {
            for (const file of paths) {
                const destination = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(target, file);
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(destination), { recursive: true });
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.cp)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, file), destination, { recursive: true, force: true });
            }
            await (0,_files_plain_tree_js__WEBPACK_IMPORTED_MODULE_4__/* .assertPlainTree */ .p)(target);
        },
        close: async () => {
            if (!released)
                return;
            await powershell(DISMOUNT, path, tools);
            released();
        },
    };
}
async function waitForRoot(path, tools, signal, pause) {
    for (let tries = 0; tries < ROOT_TRIES; tries++) {
        if (tries > 0)
            await pause(ROOT_PAUSE_MS);
        signal.throwIfAborted();
        const root = await powershell(ROOT, path, tools);
        // A letter may come before the files that are behind it.
        if (root !== '' && (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(root).catch(() => [])).length > 0)
            return root;
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo('timeout', `Windows mounted ${path}, but gave it no drive letter with files behind it`, 'Switch on automatic mounting ("mountvol /E") and see that a letter is free; or install 7-Zip, then nothing is mounted.');
}
async function listFolder(root) {
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(root, { recursive: true, withFileTypes: true });
    const prefix = root.replace(/[\\/]+$/, '').length + 1;
    const paths = entries.filter((entry) => entry.isFile()).map((entry) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(entry.parentPath, entry.name));
    return Promise.all(paths.sort().map(async (path) => ({
        path: path.slice(prefix).replaceAll('\\', '/'),
        size: (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path)).size,
    })));
}
async function ask(script, path, { code, input }, tools) {
    return powershell(script, path, tools).catch((cause) => {
        if (!(cause instanceof _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ToolError */ .v4))
            throw cause;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(code, `Windows cannot mount ${path}: ${cause.tail.split('\n')[0]?.trim() || cause.message}`, `Give "${input}" an ISO file; check its hash, a broken download looks like this. A sparse or compressed file cannot be mounted.`, { cause });
    });
}
async function powershell(script, path, tools) {
    const args = ['-NoProfile', '-NonInteractive', '-Command', script];
    const { stdout } = await tools.run('powershell.exe', args, { env: { [PATH_VARIABLE]: path }, encoding: 'utf-8' });
    return stdout.trim();
}


/***/ }),

/***/ 8885:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ placePartitions),
/* harmony export */   W: () => (/* binding */ buildGpt)
/* harmony export */ });
/* harmony import */ var _crc32_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56653);
/* harmony import */ var _mbr_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32073);
/* harmony import */ var _gpt_header_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27815);
/** Builds the partition table of a GPT disk: protective MBR and both copies, from nothing but its arguments. */



/** Where partitions begin: what Windows and every current tool use. */
const ALIGNMENT = 2 ** 20;
/**
 * Places partitions one after the other from 1 MiB on, each beginning on a multiple of 1 MiB.
 * @throws RangeError when they do not fit
 */
function placePartitions(diskSize, specs, sectorSize = 512) {
    const end = (lastUsableLba(diskSize, sectorSize) + 1) * sectorSize;
    const aligned = (size) => Math.ceil(size / ALIGNMENT) * ALIGNMENT;
    const fixed = specs.reduce((sum, { size }) => sum + (size === 'rest' ? 0 : aligned(size)), ALIGNMENT);
    const rest = Math.floor((end - fixed) / ALIGNMENT) * ALIGNMENT;
    let offset = ALIGNMENT;
    return specs.map((spec) => {
        const size = spec.size === 'rest' ? rest : spec.size;
        if (size <= 0 || size % sectorSize !== 0 || offset + size > end) {
            throw new RangeError(`The partition "${spec.name}" of ${size} bytes does not fit at ${offset} on a disk of ${diskSize} bytes`);
        }
        const placed = { ...spec, offset, size };
        offset += aligned(size);
        return placed;
    });
}
/**
 * The bytes to lay over an otherwise empty disk: MBR with primary copy at the start, backup copy at the end.
 * @throws RangeError when a partition overlaps another or the table
 */
function buildGpt(spec) {
    const { diskSize, sectorSize = 512, diskGuid } = spec;
    if (diskSize % sectorSize !== 0)
        throw new RangeError(`The disk size ${diskSize} is no multiple of ${sectorSize}`);
    assertApart(spec, sectorSize);
    const entries = encodeEntries(spec.partitions.map((partition, position) => ({
        index: position + 1,
        typeGuid: partition.typeGuid,
        guid: partition.guid,
        name: partition.name,
        attributes: partition.attributes ?? 0n,
        firstLba: partition.offset / sectorSize,
        lastLba: (partition.offset + partition.size) / sectorSize - 1,
    })));
    const lastLba = diskSize / sectorSize - 1;
    const entryBlocks = entryBlockCount(sectorSize);
    const primary = {
        currentLba: 1,
        alternateLba: lastLba,
        firstUsableLba: 2 + entryBlocks,
        lastUsableLba: lastUsableLba(diskSize, sectorSize),
        diskGuid,
        entriesLba: 2,
        entryCount: _gpt_header_js__WEBPACK_IMPORTED_MODULE_2__/* .GPT_ENTRY_COUNT */ .z3,
        entryBytes: _gpt_header_js__WEBPACK_IMPORTED_MODULE_2__/* .GPT_ENTRY_BYTES */ .Fs,
        entriesCrc: (0,_crc32_js__WEBPACK_IMPORTED_MODULE_0__/* .crc32 */ .Q)(entries),
    };
    const backup = { ...primary, currentLba: lastLba, alternateLba: 1, entriesLba: lastLba - entryBlocks };
    const mbr = Buffer.alloc(sectorSize);
    mbr.set((0,_mbr_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeProtectiveMbr */ .LM)(diskSize, sectorSize));
    return [
        { offset: 0, content: Buffer.concat([mbr, (0,_gpt_header_js__WEBPACK_IMPORTED_MODULE_2__/* .encodeGptHeader */ .Bi)(primary, sectorSize), entries]) },
        {
            offset: backup.entriesLba * sectorSize,
            content: Buffer.concat([entries, (0,_gpt_header_js__WEBPACK_IMPORTED_MODULE_2__/* .encodeGptHeader */ .Bi)(backup, sectorSize)]),
        },
    ];
}
/** The whole array of entries, each at the place of its index. */
function encodeEntries(partitions, entryCount = _gpt_header_js__WEBPACK_IMPORTED_MODULE_2__/* .GPT_ENTRY_COUNT */ .z3, entryBytes = _gpt_header_js__WEBPACK_IMPORTED_MODULE_2__/* .GPT_ENTRY_BYTES */ .Fs) {
    const entries = Buffer.alloc(entryCount * entryBytes);
    for (const partition of partitions)
        entries.set((0,_gpt_header_js__WEBPACK_IMPORTED_MODULE_2__/* .encodeGptEntry */ .SM)(partition), (partition.index - 1) * entryBytes);
    return entries;
}
function entryBlockCount(sectorSize) {
    return Math.ceil((_gpt_header_js__WEBPACK_IMPORTED_MODULE_2__/* .GPT_ENTRY_COUNT */ .z3 * _gpt_header_js__WEBPACK_IMPORTED_MODULE_2__/* .GPT_ENTRY_BYTES */ .Fs) / sectorSize);
}
/** The last block before the backup copy. */
function lastUsableLba(diskSize, sectorSize) {
    return Math.floor(diskSize / sectorSize) - 2 - entryBlockCount(sectorSize);
}
function assertApart({ diskSize, partitions }, sectorSize) {
    let end = (2 + entryBlockCount(sectorSize)) * sectorSize;
    const limit = (lastUsableLba(diskSize, sectorSize) + 1) * sectorSize;
    for (const { name, offset, size } of [...partitions].sort((a, b) => a.offset - b.offset)) {
        if (offset % sectorSize !== 0 || size % sectorSize !== 0 || size <= 0) {
            throw new RangeError(`The partition "${name}" is not made of whole sectors`);
        }
        if (offset < end || offset + size > limit)
            throw new RangeError(`The partition "${name}" at ${offset} overlaps`);
        end = offset + size;
    }
}


/***/ }),

/***/ 20238:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  t: () => (/* binding */ openDiskForWriting)
});

// EXTERNAL MODULE: ./.cache/build/src/errors.js
var errors = __webpack_require__(41251);
// EXTERNAL MODULE: ./.cache/build/src/files/byte-source.js
var byte_source = __webpack_require__(58018);
// EXTERNAL MODULE: ./.cache/build/src/disk/disk-in-use.js
var disk_in_use = __webpack_require__(2695);
// EXTERNAL MODULE: ./.cache/build/src/disk/raw-disk.js
var raw_disk = __webpack_require__(25604);
// EXTERNAL MODULE: ./.cache/build/src/disk/recognise-format.js
var recognise_format = __webpack_require__(22847);
// EXTERNAL MODULE: ./.cache/build/src/disk/cut-off.js
var cut_off = __webpack_require__(7578);
// EXTERNAL MODULE: ./.cache/build/src/disk/mapped-disk.js
var mapped_disk = __webpack_require__(80481);
// EXTERNAL MODULE: ./.cache/build/src/disk/ranges.js
var ranges = __webpack_require__(66498);
// EXTERNAL MODULE: ./.cache/build/src/disk/zero-bytes.js
var zero_bytes = __webpack_require__(36512);
;// CONCATENATED MODULE: ./.cache/build/src/disk/writable-mapped-disk.js
/** Writing to a disk cut into blocks that come into being with their first write. */



/** As `mappedDisk`, for writing. Zeros are not stored where no block is. Writes must not overlap in time. */
function writableMappedDisk(mapping) {
    const { size, source, blockSize } = mapping;
    let untouched = true;
    return {
        ...(0,mapped_disk/* mappedDisk */.B)(mapping),
        write: async (offset, data) => {
            (0,ranges/* assertInside */.T)({ size, path: source.path }, offset, data.length);
            if (untouched)
                await mapping.beforeFirstWrite?.();
            untouched = false;
            for (let done = 0; done < data.length;) {
                const within = (offset + done) % blockSize;
                const block = (offset + done - within) / blockSize;
                const part = data.subarray(done, done + Math.min(blockSize - within, data.length - done));
                await writePart(mapping, block, within, part);
                done += part.length;
            }
        },
        flush: () => source.flush(),
    };
}
async function writePart(mapping, block, within, part) {
    const stored = await mapping.locate(block);
    if (stored !== undefined) {
        await mapping.source.write(stored + within, part);
        await mapping.afterWrite?.(block, within, part.length);
    }
    else if (!(0,zero_bytes/* isZero */.b)(part)) {
        const content = Buffer.alloc(mapping.blockSize);
        content.set(part, within);
        await mapping.allocate(block, content);
    }
}

// EXTERNAL MODULE: ./.cache/build/src/disk/vhd/vhd-disk.js
var vhd_disk = __webpack_require__(56851);
// EXTERNAL MODULE: ./.cache/build/src/disk/vhd/vhd-dynamic-header.js
var vhd_dynamic_header = __webpack_require__(27243);
// EXTERNAL MODULE: ./.cache/build/src/disk/vhd/vhd-footer.js
var vhd_footer = __webpack_require__(23677);
;// CONCATENATED MODULE: ./.cache/build/src/disk/vhd/vhd-writable-disk.js
/** Changes fixed and dynamic VHDs in place. */







const SECTOR = 512;
const FILE_ALIGNMENT = 4096;
/** Throws as `openVhd`, and FormatError when the footer at the end is damaged: new blocks could not be told from old ones. */
async function openVhdForWriting(source) {
    const footer = await (0,vhd_disk/* readVhdFooter */.yT)(source);
    if (footer.headerOffset === undefined)
        return (0,raw_disk/* writableRawDisk */.cB)(source, 'vhd-fixed', footer.size);
    return openDynamic(source, footer);
}
async function openDynamic(source, footer) {
    const footerOffset = source.size - vhd_footer/* VHD_FOOTER_BYTES */.tO;
    const footerBytes = await source.read(footerOffset, vhd_footer/* VHD_FOOTER_BYTES */.tO);
    (0,vhd_footer/* decodeVhdFooter */.Ow)(footerBytes, source.path, footerOffset);
    const header = await (0,vhd_disk/* readVhdDynamicHeader */.Hc)(source, footer);
    const table = (0,vhd_disk/* vhdTable */.jM)(source, header);
    const bitmap = Buffer.alloc((0,vhd_dynamic_header/* vhdBitmapBytes */.$t)(header.blockSize), 0xff);
    const mapping = (0,vhd_disk/* vhdMapping */.HT)(source, footer, header, table);
    await (0,cut_off/* assertNotCutOff */.f)(mapping);
    return writableMappedDisk({
        ...mapping,
        source,
        allocate: async (block, content) => {
            // The block takes the place of the footer, so the footer is first safe at its new place.
            const start = source.size - vhd_footer/* VHD_FOOTER_BYTES */.tO;
            const data = Math.ceil((start + bitmap.length) / FILE_ALIGNMENT) * FILE_ALIGNMENT;
            const sector = (data - bitmap.length) / SECTOR;
            if (sector >= vhd_dynamic_header/* VHD_BLOCK_ABSENT */.By)
                throw new errors/* FormatError */.IF(source.path, start, 'room for another block', 'a file of 2 TiB');
            await source.write(data + content.length, footerBytes);
            await source.flush();
            await source.write(data - bitmap.length, Buffer.concat([bitmap, content]));
            await source.flush();
            const entry = Buffer.alloc(4);
            entry.writeUInt32BE(sector);
            await source.write(header.tableOffset + block * 4, entry);
            await source.flush();
            table.forget(block);
        },
        afterWrite: async (block, within, length) => {
            // Some readers take a sector whose bit is clear for zeros.
            const stored = await mapping.locate(block);
            if (stored === undefined)
                return;
            const first = Math.floor(within / SECTOR);
            const last = Math.floor((within + length - 1) / SECTOR);
            const place = stored - bitmap.length + (first >> 3);
            const bits = await source.read(place, (last >> 3) - (first >> 3) + 1);
            const before = Buffer.from(bits);
            for (let sector = first; sector <= last; sector++) {
                const at = (sector >> 3) - (first >> 3);
                bits[at] = (bits[at] ?? 0) | (0x80 >> (sector & 7));
            }
            if (!bits.equals(before))
                await source.write(place, bits);
        },
    });
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./.cache/build/src/disk/guid.js
var disk_guid = __webpack_require__(85801);
// EXTERNAL MODULE: ./.cache/build/src/disk/vhdx/vhdx-block-table.js
var vhdx_block_table = __webpack_require__(78970);
// EXTERNAL MODULE: ./.cache/build/src/disk/vhdx/vhdx-disk.js
var vhdx_disk = __webpack_require__(54961);
// EXTERNAL MODULE: ./.cache/build/src/disk/vhdx/vhdx-header.js
var vhdx_header = __webpack_require__(87001);
;// CONCATENATED MODULE: ./.cache/build/src/disk/vhdx/vhdx-writable-disk.js
/**
 * Changes VHDX disks in place without their log: a table entry is written with one write within a sector, after the block
 * it points to is on stable storage, so that there is never anything to replay.
 */







/** Throws as `openVhdx`. */
async function openVhdxForWriting(source) {
    const file = await (0,vhdx_disk/* readVhdxFile */.xM)(source);
    const { header, headerOffset, table, tableOffset, entryIndex } = file;
    const mapping = (0,vhdx_disk/* vhdxMapping */.vA)(source, file);
    await (0,cut_off/* assertNotCutOff */.f)(mapping);
    return writableMappedDisk({
        ...mapping,
        source,
        allocate: async (block, content) => {
            const offset = Math.ceil(source.size / vhdx_block_table/* VHDX_ALIGNMENT */.PT) * vhdx_block_table/* VHDX_ALIGNMENT */.PT;
            await source.write(offset, content);
            await source.flush();
            const index = entryIndex(block);
            await source.write(tableOffset + index * vhdx_block_table/* VHDX_ENTRY_BYTES */.Cg, (0,vhdx_block_table/* encodeVhdxEntry */.fM)(offset));
            await source.flush();
            table.forget(index);
        },
        // MS-VHDX 2.2.2: both GUIDs change with the first write after opening, in the header that is not the current one.
        beforeFirstWrite: async () => {
            const other = vhdx_header/* VHDX_HEADER_OFFSETS */.gs.find((offset) => offset !== headerOffset) ?? vhdx_header/* VHDX_HEADER_OFFSETS */.gs[0];
            const next = (guid) => (0,disk_guid/* guidFromDigest */.ML)((0,external_node_crypto_.createHash)('sha256').update(guid).digest());
            const changed = {
                ...header,
                sequence: header.sequence + 1n,
                fileWriteGuid: next(header.fileWriteGuid),
                dataWriteGuid: next(header.dataWriteGuid),
            };
            await source.write(other, (0,vhdx_header/* encodeVhdxHeader */.Aj)(changed));
            await source.flush();
        },
    });
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.cache/build/src/disk/composed-disk.js
var composed_disk = __webpack_require__(81412);
// EXTERNAL MODULE: ./.cache/build/src/disk/vmdk/vmdk-descriptor-disk.js
var vmdk_descriptor_disk = __webpack_require__(5447);
// EXTERNAL MODULE: ./.cache/build/src/disk/vmdk/vmdk-grain-tables.js
var vmdk_grain_tables = __webpack_require__(92983);
// EXTERNAL MODULE: ./.cache/build/src/disk/vmdk/vmdk-header.js
var vmdk_header = __webpack_require__(50825);
// EXTERNAL MODULE: ./.cache/build/src/disk/vmdk/vmdk-sparse-disk.js + 1 modules
var vmdk_sparse_disk = __webpack_require__(42401);
;// CONCATENATED MODULE: ./.cache/build/src/disk/vmdk/vmdk-writable-disk.js
/** Changes VMDKs in place: sparse extents that are not compressed, flat ones, and disks made of several of them. */













/** Throws as `openVmdkSparse`; UserError disk-format-unsupported for a streamOptimized disk, disk-invalid after a crash. */
async function openVmdkSparseForWriting(source) {
    const extent = await (0,vmdk_sparse_disk/* readVmdkSparseExtent */.fB)(source);
    const { header, tables } = extent;
    if ((header.flags & vmdk_header/* VMDK_FLAG_COMPRESSED */.SM) !== 0) {
        throw new errors/* UserError */.yo('disk-format-unsupported', `${source.path} is a streamOptimized VMDK, which cannot be changed in place`, 'Write the result to a new file, or convert the disk to VHD, VHDX, raw or a monolithic VMDK first.');
    }
    if (header.uncleanShutdown) {
        throw new errors/* UserError */.yo('disk-invalid', `${source.path} was not closed cleanly by the program that used it last`, 'Start and shut down its VM once, or repair it with: vmware-vdiskmanager -R');
    }
    const redundant = (header.flags & vmdk_header/* VMDK_FLAG_REDUNDANT_GRAIN_TABLE */.TT) === 0 || header.redundantDirectoryOffset === 0
        ? undefined
        : new vmdk_grain_tables/* VmdkGrainTables */.t(source, header, header.redundantDirectoryOffset);
    const mapping = (0,vmdk_sparse_disk/* vmdkSparseMapping */.f1)(source, extent);
    await (0,cut_off/* assertNotCutOff */.f)(mapping);
    return writableMappedDisk({
        ...mapping,
        source,
        allocate: async (grain, content) => {
            const places = [await redundant?.entryOffset(grain), await tables.entryOffset(grain)];
            if (places.includes(0))
                throw new errors/* FormatError */.IF(source.path, 0, `a grain table for grain ${grain}`, 'none');
            const offset = Math.ceil(source.size / mapping.blockSize) * mapping.blockSize;
            await source.write(offset, content);
            await source.flush();
            const entry = Buffer.alloc(4);
            entry.writeUInt32LE(offset / vmdk_header/* VMDK_SECTOR */.OM);
            for (const place of places) {
                if (place === undefined)
                    continue;
                await source.write(place, entry);
                await source.flush();
            }
            tables.forget(grain);
        },
    });
}
/** Throws as `openVmdkDescriptor`. */
async function openVmdkDescriptorForWriting(source) {
    const descriptor = await (0,vmdk_descriptor_disk/* readVmdkDescriptor */.Ef)(source);
    const folder = (0,external_node_path_.dirname)(source.path);
    const extents = [];
    let offset = 0;
    try {
        for (const extent of descriptor.extents) {
            if (extent.type !== 'ZERO')
                extents.push({ offset, content: await openExtent(folder, source, extent) });
            offset += extent.sectors * vmdk_header/* VMDK_SECTOR */.OM;
        }
    }
    catch (error) {
        for (const { content } of extents)
            await content.close();
        throw error;
    }
    const disk = (0,composed_disk/* composedDisk */.U)(offset, extents, source.path);
    return {
        ...disk,
        format: `vmdk-${descriptor.createType}`,
        write: async (start, data) => {
            (0,ranges/* assertInside */.T)(disk, start, data.length);
            const end = start + data.length;
            const touched = extents.filter((extent) => extent.offset < end && start < extent.offset + extent.content.size);
            const covered = touched.reduce((sum, { offset: first, content }) => {
                return sum + Math.min(end, first + content.size) - Math.max(start, first);
            }, 0);
            if (covered < data.length)
                throw new errors/* FormatError */.IF(source.path, 0, 'an extent to write to', 'a ZERO extent');
            for (const { offset: first, content } of touched) {
                const from = Math.max(start, first);
                const to = Math.min(end, first + content.size);
                await content.write(from - first, data.subarray(from - start, to - start));
            }
        },
        flush: async () => {
            for (const { content } of extents)
                await content.flush();
        },
        close: async () => {
            await disk.close();
            await source.close();
        },
    };
}
async function openExtent(folder, descriptor, extent) {
    const offset = extent.offset ?? 0;
    const isFlat = extent.type === 'FLAT' || extent.type === 'VMFS';
    if ((!isFlat && extent.type !== 'SPARSE') || extent.access !== 'RW' || offset !== 0) {
        throw new errors/* UserError */.yo('disk-format-unsupported', `${descriptor.path} has an extent (${extent.access} ${extent.type}, offset ${offset}) that is not changed in place here`, 'Write the result to a new file instead.');
    }
    const path = (0,vmdk_descriptor_disk/* extentPath */.IU)(folder, descriptor, extent);
    const source = await (0,byte_source/* openWritableFileSource */.aB)(path);
    try {
        await (0,disk_in_use/* assertNotInUse */.aX)(path, 'write');
        const size = extent.sectors * vmdk_header/* VMDK_SECTOR */.OM;
        if (!isFlat)
            return await openVmdkSparseForWriting(source);
        if (size <= source.size)
            return (0,raw_disk/* writableRawDisk */.cB)(source, 'raw', size);
        throw new errors/* FormatError */.IF(source.path, 0, `an extent of ${size} bytes`, `${source.size} bytes`);
    }
    catch (error) {
        await source.close();
        throw error;
    }
}

;// CONCATENATED MODULE: ./.cache/build/src/disk/open-disk-for-writing.js
/** Opens a disk image to change it in place. */








/**
 * Opens raw, VHD, VHDX and uncompressed VMDK images. New blocks are stored in an order that survives a crash at any moment.
 * @throws UserError file-missing, disk-in-use, disk-format-unknown, disk-format-unsupported (OVA and streamOptimized VMDK among them), disk-invalid;
 *   FormatError when the image is damaged
 */
async function openDiskForWriting(path) {
    await (0,disk_in_use/* assertNotInUse */.aX)(path, 'write');
    const source = await (0,byte_source/* openWritableFileSource */.aB)(path);
    try {
        return await openIn(source);
    }
    catch (error) {
        await source.close();
        throw error;
    }
}
async function openIn(source) {
    const format = await (0,recognise_format/* recogniseFormat */.b)(source);
    switch (format) {
        case 'vhd':
            return openVhdForWriting(source);
        case 'vhdx':
            return openVhdxForWriting(source);
        case 'vmdk-sparse':
            return openVmdkSparseForWriting(source);
        case 'vmdk-descriptor':
            return openVmdkDescriptorForWriting(source);
        case 'raw':
            (0,raw_disk/* assertWholeSectors */.j7)(source);
            return (0,raw_disk/* writableRawDisk */.cB)(source);
        case 'tar':
            throw new errors/* UserError */.yo('disk-format-unsupported', `${source.path} is an OVA, whose disk cannot be changed in place`, 'Write the result to a new file instead.');
        default:
            throw new errors/* UserError */.yo('disk-format-unknown', `${source.path} is ${format.foreign}, which is not changed here`, format.hint);
    }
}


/***/ }),

/***/ 61960:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mu: () => (/* binding */ removeLeftParts),
/* harmony export */   Zb: () => (/* binding */ partFiles),
/* harmony export */   eo: () => (/* binding */ finishVmdkParts),
/* harmony export */   mb: () => (/* binding */ writeVmdkParts),
/* harmony export */   xl: () => (/* binding */ partPath)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41251);
/* harmony import */ var _files_explain_path_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49094);
/* harmony import */ var _files_move_into_place_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(69174);
/* harmony import */ var _files_open_named_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(38488);
/* harmony import */ var _files_partial_file_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(38258);
/* harmony import */ var _files_write_fully_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(16480);
/* harmony import */ var _vmdk_descriptor_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(49929);
/* harmony import */ var _vmdk_header_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(50825);
/**
 * A disk in parts: volumes stay the files that they were made as, what lies between them stands in one more file, and a small VMDK
 * descriptor holds them together (VMware "Virtual Disk Format 5.0", "The Descriptor File": extents of type FLAT). So a disk
 * is made without writing its volumes a second time.
 */










/** What lies between the volumes: the partition tables, and room that is a hole. */
const REST = 'rest';
/** Where a part of the disk that the descriptor at `path` holds together is made, before the disk is finished. */
function partPath(path, name) {
    return `${withoutSuffix(path)}.part-${name}.vmdk`;
}
/** Every file that a disk of these parts has while it is made. */
function partFiles(path, names) {
    return [path, ...[REST, ...names].map((name) => partPath(path, name))];
}
/**
 * Writes what lies between the parts, brings all of it to stable storage, and writes the descriptor.
 * @throws RangeError when parts overlap, a piece lies in a part, or anything is no whole sector
 */
async function writeVmdkParts(disk, path, signal) {
    const { extents, gaps, restSize } = layOut(disk, path);
    const rest = await (0,_files_open_named_js__WEBPACK_IMPORTED_MODULE_5__/* .openNamed */ .S)(partPath(path, REST), 'wx');
    try {
        for (const { offset, content } of disk.pieces) {
            const gap = gaps.find(({ start, end }) => offset >= start && offset + content.length <= end);
            if (gap === undefined)
                throw new RangeError(`${path}: the piece at ${offset} lies in a part`);
            await (0,_files_write_fully_js__WEBPACK_IMPORTED_MODULE_9__/* .writeFully */ .K)(rest, content, gap.place + offset - gap.start);
        }
        await rest.truncate(restSize);
        await rest.sync();
    }
    finally {
        await rest.close();
    }
    for (const { name } of disk.parts) {
        signal.throwIfAborted();
        await syncFile(partPath(path, name));
    }
    signal.throwIfAborted();
    await writeDescriptor(path, {
        cid: disk.contentId,
        parentCid: _vmdk_descriptor_js__WEBPACK_IMPORTED_MODULE_7__/* .NO_PARENT */ .NP,
        createType: 'twoGbMaxExtentFlat',
        extents,
        database: { adapterType: 'lsilogic', virtualHWVersion: '14' },
    });
}
/**
 * Gives a finished disk its name: first its parts, then the descriptor, at which moment `path` is the new disk; then the parts that the
 * descriptor before had go. Interrupted, `path` is the old disk or the new one, whatever their content ids: no part takes the name of one
 * that the old disk has. `removeLeftParts` takes what is nobody's.
 * @param made as `writeVmdkParts` wrote it; gone afterwards
 * @throws what `moveIntoPlace` throws; no part stays under its name then
 */
async function finishVmdkParts(made, path) {
    const descriptor = await readParts(made);
    if (descriptor === undefined)
        throw new RangeError(`${made} is no descriptor`);
    const id = await freeId(path, descriptor.cid);
    try {
        await placeParts(made, descriptor, path, id);
    }
    catch (error) {
        await removeLeftParts(path).catch(() => []);
        throw error;
    }
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(made);
    await removeLeftParts(path);
}
async function placeParts(made, descriptor, path, id) {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path);
    const start = `${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(withoutSuffix(made))}.part-`;
    const named = new Map();
    for (const { file = '' } of descriptor.extents) {
        if (named.has(file))
            continue;
        const target = partPath(path, `${id}-${file.slice(start.length, -'.vmdk'.length)}`);
        named.set(file, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(target));
        await (0,_files_move_into_place_js__WEBPACK_IMPORTED_MODULE_4__/* .moveIntoPlace */ .hU)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, file), target);
    }
    const extents = descriptor.extents.map((extent) => ({ ...extent, file: named.get(extent.file ?? '') ?? '' }));
    await writeDescriptor(path, { ...descriptor, extents });
}
/** The content id, or its neighbour where the disk at `path` has parts of that name: it may have been made of the same by other programs. */
async function freeId(path, contentId) {
    const old = await readParts(path);
    const start = `${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(partPath(path, contentId), '.vmdk')}-`;
    if (!old?.extents.some(({ file }) => file?.startsWith(start)))
        return contentId;
    // Of two numbers that differ in their last bit at least one is in nobody's use: a descriptor names parts of one disk.
    return ((Number.parseInt(contentId, 16) ^ 1) >>> 0).toString(16).padStart(8, '0');
}
/** Removes parts beside `path` that its descriptor does not name: of a disk that was replaced, or of a run that was killed. @returns them */
async function removeLeftParts(path) {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path);
    const start = `${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(withoutSuffix(path))}.part-`;
    const isPart = (name) => name.startsWith(start) && /^[0-9a-f]{8}-[a-z]+\.vmdk$/.test(name.slice(start.length));
    const found = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(folder).catch(() => [])).filter(isPart).sort();
    if (found.length === 0)
        return [];
    const used = new Set((await readParts(path))?.extents.map(({ file }) => file));
    const left = found.filter((name) => !used.has(name)).map((name) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name));
    for (const file of left)
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(file, { force: true });
    return left;
}
/** Extents in the order of the disk; gaps are stretches of the disk with their place in the file of the rest. */
function layOut({ size, parts }, path) {
    const extents = [];
    const gaps = [];
    const add = (file, length, offset) => {
        if (length % _vmdk_header_js__WEBPACK_IMPORTED_MODULE_8__/* .VMDK_SECTOR */ .OM !== 0)
            throw new RangeError(`${path}: ${length} bytes are no whole sectors`);
        const [sectors, first] = [length / _vmdk_header_js__WEBPACK_IMPORTED_MODULE_8__/* .VMDK_SECTOR */ .OM, offset / _vmdk_header_js__WEBPACK_IMPORTED_MODULE_8__/* .VMDK_SECTOR */ .OM];
        extents.push({ access: 'RW', sectors, type: 'FLAT', file: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(file), offset: first });
    };
    let at = 0;
    let place = 0;
    const fill = (end) => {
        if (end < at)
            throw new RangeError(`${path}: the part at ${end} begins before the previous one ends at ${at}`);
        if (end === at)
            return;
        gaps.push({ start: at, end, place });
        add(partPath(path, REST), end - at, place);
        place += end - at;
    };
    for (const part of parts.toSorted((a, b) => a.offset - b.offset)) {
        fill(part.offset);
        add(partPath(path, part.name), part.size, 0);
        at = part.offset + part.size;
    }
    fill(size);
    return { extents, gaps, restSize: place };
}
async function writeDescriptor(path, descriptor) {
    const file = await (0,_files_partial_file_js__WEBPACK_IMPORTED_MODULE_6__/* .createPartialFile */ .k)(path);
    try {
        await (0,_files_write_fully_js__WEBPACK_IMPORTED_MODULE_9__/* .writeFully */ .K)(file.handle, Buffer.from((0,_vmdk_descriptor_js__WEBPACK_IMPORTED_MODULE_7__/* .encodeVmdkDescriptor */ .Uu)(descriptor)), 0);
        await file.finish();
    }
    finally {
        await file.discard();
    }
}
/**
 * @returns undefined where no descriptor of parts stands
 * @throws UserError file-denied, path-invalid: what cannot be read may be one
 */
async function readParts(path) {
    let file;
    try {
        file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(path, 'r');
        // A disk of another kind may stand there, as large as it likes: a descriptor of parts is a few lines.
        const { bytesRead, buffer } = await file.read(Buffer.alloc(64 * 1024), 0, 64 * 1024, 0);
        return (0,_vmdk_descriptor_js__WEBPACK_IMPORTED_MODULE_7__/* .parseVmdkDescriptor */ .vp)(buffer.toString('utf8', 0, bytesRead));
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .hasErrnoCode */ .qk)(error, 'ENOENT'))
            return undefined;
        throw (0,_files_explain_path_error_js__WEBPACK_IMPORTED_MODULE_3__/* .explainPathError */ .n)(error, { what: 'the output', path, toWrite: true });
    }
    finally {
        await file?.close();
    }
}
async function syncFile(path) {
    const file = await (0,_files_open_named_js__WEBPACK_IMPORTED_MODULE_5__/* .openNamed */ .S)(path, 'r+');
    await file.sync().finally(() => file.close());
}
function withoutSuffix(path) {
    return path.replace(/\.vmdk$/i, '');
}


/***/ }),

/***/ 13303:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MP: () => (/* binding */ explainNoBinding),
/* harmony export */   NJ: () => (/* binding */ bindings),
/* harmony export */   fb: () => (/* binding */ uninstallable)
/* harmony export */ });
/** Whether an INF file binds to any device on a given Windows, and if not, why not. */
/** The models that Windows would install from this file; empty when it binds nothing. */
function bindings(inf, target) {
    return inf.models(target).flatMap(({ models }) => models.filter(({ ids }) => ids.length > 0));
}
/** One clause of an INF file whose device Windows would find and could not install. */
function uninstallable({ expected, found }) {
    return `it cannot be installed: expected ${expected}, found ${found}`;
}
/** One clause that says why `bindings` is empty, naming the sections and builds concerned. */
function explainNoBinding(inf, target) {
    const manufacturers = inf.models(target);
    if (manufacturers.length === 0)
        return 'its [Manufacturer] section names no models';
    return manufacturers.map((entry) => explainEntry(entry, target)).join('; ');
}
function explainEntry(entry, target) {
    const { chosen, section, decorations, models } = entry;
    const system = `build ${target.build} (${target.architecture})`;
    const unknown = models.flatMap(({ undefinedIds }) => undefinedIds);
    if (unknown.length > 0) {
        return `its models section [${section}] names devices by strings that it does not define (${unknown.join(', ')})`;
    }
    if (models.length > 0)
        return `its models section [${section}] names no hardware id`;
    if (chosen && section !== undefined) {
        return `for ${system} Windows takes its models section [${section}], which is empty: the vendor leaves these versions to the driver inside Windows`;
    }
    if (decorations.length === 0)
        return `its models name no architecture, and ${target.architecture} is not assumed`;
    return `none of its models sections (${decorations.join(', ')}) is for ${system}`;
}


/***/ }),

/***/ 98891:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CY: () => (/* binding */ isStorageDriver),
/* harmony export */   TG: () => (/* binding */ readBootDriver),
/* harmony export */   m3: () => (/* binding */ cannotStart)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/* harmony import */ var _binding_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13303);
/* harmony import */ var _inf_directory_id_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85239);
/** A storage driver as it must be written into an offline image so that Windows boots from the disk behind it. */



/** Classes whose drivers a disk can hang on: SCSIAdapter and HDC (devguid.h). */
const STORAGE_CLASSES = [
    '{4d36e97b-e325-11ce-bfc1-08002be10318}',
    '{4d36e96a-e325-11ce-bfc1-08002be10318}',
];
const STORAGE_CLASS_NAMES = ['scsiadapter', 'hdc'];
/** What Windows loads as code. */
const BINARY = /\.(?:sys|dll|exe)$/i;
/** By the class GUID, which decides for Windows; by the name only where there is none. */
function isStorageDriver({ version }) {
    if (version.classGuid !== undefined)
        return STORAGE_CLASSES.includes(version.classGuid);
    return STORAGE_CLASS_NAMES.includes(version.class?.toLowerCase() ?? '');
}
/**
 * @param target the Windows of the image
 * @returns a reason instead of the driver where the INF file does not ask for it to be started at boot
 * @throws UserError driver-does-not-bind when the INF file installs nothing on it; driver-cannot-start when Windows would be told
 *   to start it and could not
 */
function readBootDriver(inf, target) {
    const { architecture } = target;
    const bound = (0,_binding_js__WEBPACK_IMPORTED_MODULE_2__/* .bindings */ .NJ)(inf, target);
    const first = bound[0];
    if (!first)
        throw doesNotBind(inf, (0,_binding_js__WEBPACK_IMPORTED_MODULE_2__/* .explainNoBinding */ .MP)(inf, target));
    const install = readInstall(inf, first.installSection, architecture);
    const service = install.services.find(({ isFunctionDriver }) => isFunctionDriver) ?? install.services[0];
    if (!service)
        return { startsLater: `its section [${install.section}.Services] adds no service` };
    if (service.startType !== 0) {
        return { startsLater: `its service ${service.name} has StartType ${service.startType}, a boot driver has 0` };
    }
    const driver = install.driver ?? inf.version.driver;
    const { classGuid } = inf.version;
    if (!driver || classGuid === undefined) {
        throw doesNotBind(inf, 'its [Version] section names no DriverVer or no ClassGuid');
    }
    if (service.place.directory === _inf_directory_id_js__WEBPACK_IMPORTED_MODULE_1__/* .DRIVER_STORE */ .rB)
        assertMovable(inf, install, service, target);
    return {
        inf: inf.name,
        class: inf.version.class,
        classGuid,
        provider: inf.version.provider,
        ...driver,
        configuration: install.section,
        devices: bound.filter((model) => model.installSection.toLowerCase() === first.installSection.toLowerCase()),
        service: { ...service, registry: service.registry.map((value) => expanded(inf, value)) },
        imagePath: imagePath(inf, service),
        fromDriverStore: service.place.directory === _inf_directory_id_js__WEBPACK_IMPORTED_MODULE_1__/* .DRIVER_STORE */ .rB,
        hardwareRegistry: install.hardwareRegistry.map((value) => expanded(inf, value)),
        binaryPath: inf.sourcePath(service.binary, architecture),
    };
}
function readInstall(inf, section, architecture) {
    try {
        return inf.install(section, architecture);
    }
    catch (error) {
        throw error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatError */ .IF ? cannotStart(inf, (0,_binding_js__WEBPACK_IMPORTED_MODULE_2__/* .uninstallable */ .fb)(error)) : error;
    }
}
function imagePath(inf, service) {
    const { place, binary } = service;
    if (place.directory === _inf_directory_id_js__WEBPACK_IMPORTED_MODULE_1__/* .DRIVER_STORE */ .rB)
        return `System32\\drivers\\${binary}`;
    const path = (0,_inf_directory_id_js__WEBPACK_IMPORTED_MODULE_1__/* .belowWindows */ .nu)(place);
    if (path !== undefined && !path.includes('%'))
        return path;
    throw cannotStart(inf, `its service ${service.name} lies in a folder that only a running Windows knows`);
}
/**
 * virt-v2v starts such drivers from System32\drivers, which is right as long as the package is the one .sys file: anything else that
 * it looks for in the driver store is not there yet.
 */
function assertMovable(inf, install, service, target) {
    if (target.build < _inf_directory_id_js__WEBPACK_IMPORTED_MODULE_1__/* .FIRST_BUILD_WITH_DRIVER_STORE */ .Yl) {
        throw cannotStart(inf, `it runs from the driver store (%13%), which Windows can from build ${_inf_directory_id_js__WEBPACK_IMPORTED_MODULE_1__/* .FIRST_BUILD_WITH_DRIVER_STORE */ .Yl} on, and this is ${target.build}`);
    }
    const others = [
        ...install.copiedFiles,
        ...install.services.map(({ binary }) => binary),
        ...inf.sourceFiles(target.architecture).map(({ name }) => name),
    ].filter((name) => BINARY.test(name) && name.toLowerCase() !== service.binary.toLowerCase());
    for (const value of install.registry)
        expanded(inf, value);
    if (others.length > 0) {
        throw cannotStart(inf, `it runs from the driver store (%13%) and has more than one binary: ${service.binary}, ${[...new Set(others)].join(', ')}`);
    }
}
/** The value with its directory identifiers replaced: nothing replaces them later. */
function expanded(inf, value) {
    const expand = (text) => {
        const result = (0,_inf_directory_id_js__WEBPACK_IMPORTED_MODULE_1__/* .expandDirectoryIds */ .i3)(text);
        const identifier = (0,_inf_directory_id_js__WEBPACK_IMPORTED_MODULE_1__/* .directoryIdIn */ .q$)(result);
        if (identifier === undefined)
            return result;
        throw cannotStart(inf, `its registry value ${[value.subkey, value.name].filter((part) => part !== '').join('\\')} names a folder that only a running Windows knows (%${identifier}%)`);
    };
    const place = { subkey: expand(value.subkey), name: expand(value.name) };
    if (value.type === 'REG_MULTI_SZ')
        return { ...value, ...place, data: value.data.map(expand) };
    if (value.type === 'REG_SZ' || value.type === 'REG_EXPAND_SZ')
        return { ...value, ...place, data: expand(value.data) };
    return { ...value, ...place };
}
function doesNotBind(inf, reason) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('driver-does-not-bind', `${inf.name} cannot serve as the boot driver of this Windows: ${reason}`, 'Let extract-drivers choose the driver for the product, or take another version of VMware Tools.');
}
/** @param reason one clause about the driver, "its …" or "it …" */
function cannotStart(inf, reason) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('driver-cannot-start', `Windows could not be started with ${inf.name}: ${reason}`, 'Take the build of the driver for an older Windows, whose ServiceBinary begins with %12%, or another version.');
}


/***/ }),

/***/ 85239:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Oy: () => (/* binding */ parseInfPath),
/* harmony export */   Yl: () => (/* binding */ FIRST_BUILD_WITH_DRIVER_STORE),
/* harmony export */   i3: () => (/* binding */ expandDirectoryIds),
/* harmony export */   nu: () => (/* binding */ belowWindows),
/* harmony export */   q$: () => (/* binding */ directoryIdIn),
/* harmony export */   rB: () => (/* binding */ DRIVER_STORE)
/* harmony export */ });
/** Directory identifiers: `%12%` stands for a folder of the installed Windows ("Using Dirids", Microsoft Learn). */
/** The package's own folder in the driver store. Which one that is only Windows knows: its name holds a hash. */
const DRIVER_STORE = 13;
/** Windows 10 1709, the first that runs drivers from the driver store ("Using Dirids"). */
const FIRST_BUILD_WITH_DRIVER_STORE = 16299;
/** Folders below that of Windows itself, whose place is the same in every image. */
const WINDOWS_FOLDERS = {
    10: '',
    11: 'System32',
    12: 'System32\\drivers',
    17: 'INF',
    18: 'Help',
    20: 'Fonts',
};
/** The drive that an image of ours is once it runs. */
const SYSTEM_DRIVE = 'C:';
function parseInfPath(text) {
    const match = /^%(\d+)%\\*(.*)$/.exec(text);
    return match?.[1] === undefined
        ? { directory: undefined, path: text }
        : { directory: Number(match[1]), path: match[2] ?? '' };
}
/** Relative to the folder of Windows: `System32\drivers\pvscsi.sys`; undefined for any other folder. */
function belowWindows({ directory, path }) {
    const folder = directory === undefined ? undefined : WINDOWS_FOLDERS[directory];
    if (folder === undefined)
        return undefined;
    return folder === '' ? path : `${folder}\\${path}`;
}
/** Replaces each identifier that has the same meaning in every image, as SetupAPI would; the others stay. */
function expandDirectoryIds(text) {
    return text.replace(/%(\d+)%/g, (identifier, digits) => {
        const folder = WINDOWS_FOLDERS[Number(digits)];
        if (folder !== undefined)
            return folder === '' ? `${SYSTEM_DRIVE}\\Windows` : `${SYSTEM_DRIVE}\\Windows\\${folder}`;
        return Number(digits) === 24 ? SYSTEM_DRIVE : identifier;
    });
}
/** The first identifier in a text, without its percent signs. */
function directoryIdIn(text) {
    const digits = /%(\d+)%/.exec(text)?.[1];
    return digits === undefined ? undefined : Number(digits);
}


/***/ }),

/***/ 21844:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ linkOrCopy)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/** A file under a second name: packages and images have gigabytes, and a link costs nothing. */


/** Links where both names are on one volume that can, else copies; the new name must be free. */
async function linkOrCopy(source, target) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.link)(source, target).catch(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.copyFile)(source, target, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.COPYFILE_FICLONE));
}


/***/ }),

/***/ 54063:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ assertPlainTree)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41251);
/** Checks what an archive tool has written: nothing but folders and plain files may come out of foreign media. */



/**
 * Links could lead a later copy out of the folder, devices and pipes could block it. What was unpacked *outside* of the
 * folder cannot be seen from here: member names are checked before, and both 7-Zip and msiextract refuse such names.
 * @throws FormatError that names the first entry which is neither folder nor file
 */
async function assertPlainTree(root) {
    for (const entry of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(root, { recursive: true, withFileTypes: true })) {
        if (entry.isFile() || entry.isDirectory())
            continue;
        const kind = entry.isSymbolicLink() ? 'a symbolic link' : 'a special file';
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FormatError */ .IF((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(entry.parentPath, entry.name), 0, 'a plain file or folder', kind);
    }
}


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

/***/ 7858:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ LOADED_HIVE),
/* harmony export */   s: () => (/* binding */ editLoadedHive)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58500);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41251);
/* harmony import */ var _reg_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77801);
/** Changes a hive file on Windows: loaded under a key of ours, edited by reg.exe, unloaded again however the run ends. */




/** A virus scanner or an indexer opens keys that have just come (Virtual-Desktop-Optimization-Tool issues 28 and 70). */
const UNLOAD_WAITS = [200, 1000, 3000, 6000];
/** A loaded hive keeps its file open, and with it the disk it lies on. */
const LOADED_HIVE = {
    kind: 'loaded-hive',
    what: ({ key }) => `the loaded registry hive ${key}`,
    undo: async ({ key }, { tools }) => {
        if (await isLoaded(key, tools))
            await unload(key, tools, node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout);
    },
};
/**
 * @param file the hive, on a volume of this machine
 * @param regFile path for the .reg text
 * @param pause for tests
 * @throws ToolError; UserError file-in-use when the hive cannot be unloaded
 */
async function editLoadedHive(file, edits, regFile, { tools, hold }, pause = node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout) {
    const name = `Stillframe-${process.pid}`;
    const key = `HKLM\\${name}`;
    // reg.exe takes a .reg file as regedit writes it: UTF-16 with its mark.
    const text = `\ufeff${(0,_reg_file_js__WEBPACK_IMPORTED_MODULE_3__/* .formatRegFile */ .o)(edits, `HKEY_LOCAL_MACHINE\\${name}\\`)}`.replaceAll('\n', '\r\n');
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(regFile, text, 'utf16le');
    const release = hold(LOADED_HIVE, { key });
    await tools.run('reg.exe', ['load', key, file]);
    try {
        await tools.run('reg.exe', ['import', regFile]);
    }
    finally {
        await unload(key, tools, pause);
        release();
    }
}
async function isLoaded(key, tools) {
    const { exitCode } = await tools.run('reg.exe', ['query', key], { okExitCodes: [0, 1] });
    return exitCode === 0;
}
async function unload(key, tools, pause) {
    for (const wait of [...UNLOAD_WAITS, undefined]) {
        try {
            await tools.run('reg.exe', ['unload', key]);
            return;
        }
        catch (cause) {
            if (!(cause instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ToolError */ .v4))
                throw cause;
            if (wait === undefined) {
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('file-in-use', `The registry hive ${key} cannot be unloaded: ${cause.tail.split('\n')[0]?.trim() || cause.message}`, 'A program holds keys of it, most often a virus scanner: exclude the work folder, then run "reg unload" with that key.', { cause });
            }
            await pause(wait);
        }
    }
}


/***/ }),

/***/ 97685:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BN: () => (/* binding */ afterFirstBootOnVsphere),
/* harmony export */   KJ: () => (/* binding */ bakeHost),
/* harmony export */   dg: () => (/* binding */ afterFirstBoot)
/* harmony export */ });
/** What a template's `bake` means for the guest at the end of its first boot. */
function afterFirstBoot({ bake }) {
    if (bake.on === 'none')
        return 'stay';
    return bake.seal === 'generalize' ? 'generalize' : 'shut-down';
}
/** Whose machine the first start is on; that of a template that is not baked will be a clone's, on vSphere. */
function bakeHost({ bake }) {
    return bake.on === 'hyper-v' ? 'hyper-v' : 'vsphere';
}
/**
 * The same for the guest that is uploaded: after Hyper-V only VMware Tools are left to do, in the template itself, or, once that is
 * generalized, in each clone.
 */
function afterFirstBootOnVsphere(template) {
    const { bake, customize } = template;
    if (bake.on !== 'hyper-v')
        return afterFirstBoot(template);
    return customize.vmwareTools === 'none' || bake.seal === 'generalize' ? 'stay' : 'shut-down';
}


/***/ }),

/***/ 29129:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EH: () => (/* binding */ parseBuild),
/* harmony export */   V4: () => (/* binding */ compareBuilds),
/* harmony export */   s6: () => (/* binding */ formatBuild),
/* harmony export */   y_: () => (/* binding */ requireBuild)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/** Windows build numbers with their update build revision (UBR). */

/** Reads `17763.107` or `10.0.17763.107`; undefined for anything else. */
function parseBuild(text) {
    const match = /^(?:10\.0\.)?(\d{5})\.(\d{1,6})$/.exec(text.trim());
    return match ? { number: Number(match[1]), ubr: Number(match[2]) } : undefined;
}
/** @throws UserError input-invalid; `what` names the input */
function requireBuild(text, what) {
    const build = parseBuild(text);
    if (build)
        return build;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('input-invalid', `${what}: "${text}" is not a Windows build`, 'Write build and revision, for example 17763.107 (dism /Get-WimInfo shows them as Version and ServicePack Build).');
}
function formatBuild(build) {
    return `${build.number}.${build.ubr}`;
}
/** Negative when `a` is older. */
function compareBuilds(a, b) {
    return a.number - b.number || a.ubr - b.ubr;
}


/***/ }),

/***/ 61018:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Rl: () => (/* binding */ parsePackageName),
/* harmony export */   Zs: () => (/* binding */ readPropertiesKb),
/* harmony export */   _m: () => (/* binding */ buildOfIdentity),
/* harmony export */   d1: () => (/* binding */ readIdentities),
/* harmony export */   ee: () => (/* binding */ kindOfIdentity)
/* harmony export */ });
/* harmony import */ var saxes__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59800);
/* harmony import */ var _build_number_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29129);
/** Reads who a package says it is out of the texts inside it. */


/**
 * Who is meant: every package that the unattend file of an .msu has installed, or the one that update.mum in a cabinet describes, whose
 * own assemblyIdentity comes before those of its parents and parts.
 * None where the text has none or is no XML: what is inside is a witness, not the judge.
 */
function readIdentities(xml) {
    const found = [];
    const open = [];
    const parser = new saxes__WEBPACK_IMPORTED_MODULE_0__/* .SaxesParser */ .wT({ xmlns: true });
    parser.on('opentag', (tag) => {
        const { name, version, language } = tag.attributes;
        if (tag.local === 'assemblyIdentity' && name && version) {
            const isServiced = open.slice(-2).join('/') === 'servicing/package';
            const own = language && language.value !== 'neutral' ? { language: language.value } : {};
            found.push({ name: name.value, version: version.value, ...own, isServiced });
        }
        open.push(tag.local);
    });
    parser.on('closetag', () => open.pop());
    parser.on('error', (error) => {
        throw error;
    });
    try {
        parser.write(xml.replace(/^\uFEFF/, '')).close();
    }
    catch {
        // Broken or foreign XML: what was found before the fault still stands, what came after is not known.
    }
    const serviced = found.filter(({ isServiced }) => isServiced);
    return (serviced.length > 0 ? serviced : found.slice(0, 1)).map(({ isServiced: _, ...identity }) => identity);
}
/** `Package_for_RollupFix~31bf3856ad364e35~amd64~~17763.9619.1.5`, as DISM and the registry name a package; undefined for another text. */
function parsePackageName(text) {
    const [name, , , language, version, ...more] = text.split('~');
    if (!name || !version || more.length > 0)
        return undefined;
    return { name, version, ...(language && { language }) };
}
/** The kind of package the identity's name tells. */
function kindOfIdentity(name) {
    if (/^Package_for_RollupFix/i.test(name))
        return 'cumulative';
    if (/^Package_for_DotNetRollup/i.test(name))
        return 'dotnet';
    return /^Package_for_ServicingStack/i.test(name) ? 'servicing-stack' : undefined;
}
/** Windows build of an identity's version, `17763.9619` of `17763.9619.1.5`; undefined for .NET, which counts differently. */
function buildOfIdentity(identity) {
    const build = /^(\d{5}\.\d{1,6})\./.exec(identity.version)?.[1];
    return build !== undefined && (0,_build_number_js__WEBPACK_IMPORTED_MODULE_1__/* .parseBuild */ .EH)(build) ? build : undefined;
}
/** `KB5005112` of the line `KB Article Number="5005112"` in pkgProperties.txt. */
function readPropertiesKb(text) {
    const digits = /^KB Article Number="(\d{6,8})"/m.exec(text)?.[1];
    return digits === undefined ? undefined : `KB${digits}`;
}


/***/ }),

/***/ 34550:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $j: () => (/* binding */ COMPONENTS),
/* harmony export */   P7: () => (/* binding */ WINDOWS_PE_COMPONENTS),
/* harmony export */   _4: () => (/* binding */ PASSES),
/* harmony export */   bM: () => (/* binding */ SHELL_SETUP),
/* harmony export */   jZ: () => (/* binding */ PASSES_WITHOUT_EFFECT)
/* harmony export */ });
/**
 * Names that stand in answer files. Source: Microsoft Learn, "Unattended Windows Setup Reference": configuration passes, and the
 * components of Windows Server that people set.
 */
/** In the order in which Setup runs them. */
const PASSES = [
    'windowsPE',
    'offlineServicing',
    'generalize',
    'specialize',
    'auditSystem',
    'auditUser',
    'oobeSystem',
];
/**
 * Passes that are over when an image is applied instead of set up: Setup in Windows PE never runs, and offlineServicing is what DISM
 * does with an answer file that it is given, not with one that lies in the image.
 */
const PASSES_WITHOUT_EFFECT = ['windowsPE', 'offlineServicing'];
/** Components of Windows PE alone. */
const WINDOWS_PE_COMPONENTS = [
    'Microsoft-Windows-Setup',
    'Microsoft-Windows-International-Core-WinPE',
    'Microsoft-Windows-PnpCustomizationsWinPE',
];
const SHELL_SETUP = 'Microsoft-Windows-Shell-Setup';
const COMPONENTS = [
    ...WINDOWS_PE_COMPONENTS,
    SHELL_SETUP,
    'Microsoft-Windows-BrowserService',
    'Microsoft-Windows-DNS-Client',
    'Microsoft-Windows-Deployment',
    'Microsoft-Windows-DeviceGuard-Unattend',
    'Microsoft-Windows-ErrorReportingCore',
    'Microsoft-Windows-HTTP',
    'Microsoft-Windows-IE-ESC',
    'Microsoft-Windows-IE-InternetExplorer',
    'Microsoft-Windows-International-Core',
    'Microsoft-Windows-LUA-Settings',
    'Microsoft-Windows-MSDTC',
    'Microsoft-Windows-NetBT',
    'Microsoft-Windows-NetworkLoadBalancing-Core',
    'Microsoft-Windows-OutOfBoxExperience',
    'Microsoft-Windows-PartitionManager',
    'Microsoft-Windows-PnPSysprep',
    'Microsoft-Windows-PnpCustomizationsNonWinPE',
    'Microsoft-Windows-powercpl',
    'Microsoft-Windows-RasServer',
    'Microsoft-Windows-RemoteAssistance-Exe',
    'Microsoft-Windows-SQMApi',
    'Microsoft-Windows-Security-SPP',
    'Microsoft-Windows-Security-SPP-UX',
    'Microsoft-Windows-ServerManager-SvrMgrNc',
    'Microsoft-Windows-SystemRestore-Main',
    'Microsoft-Windows-TCPIP',
    'Microsoft-Windows-TapiSetup',
    'Microsoft-Windows-TerminalServices-LicenseServer',
    'Microsoft-Windows-TerminalServices-LocalSessionManager',
    'Microsoft-Windows-TerminalServices-RDP-WinStationExtensions',
    'Microsoft-Windows-TerminalServices-RemoteConnectionManager',
    'Microsoft-Windows-UnattendedJoin',
    'Microsoft-Windows-WinRE-RecoveryAgent',
    'Networking-MPSSVC-Svc',
    'Security-Malware-Windows-Defender',
];


/***/ }),

/***/ 97126:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ decodeAnswerFile)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/* harmony import */ var _files_decode_utf8_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33884);
/**
 * The text of an answer file as Windows Setup reads it. What its declaration says and what its bytes are have to agree: a file that says UTF-8 and was saved as
 * UTF-16 never lets Windows finish (winutil pull request 1724); XML that a .NET program made as a text says UTF-16 and is saved as UTF-8.
 */


const DECLARED = /^<\?xml\s[^>]*?\bencoding\s*=\s*["']([^"']*)["']/;
const ASCII = /^[\0-\x7f]*$/;
/** @returns without its byte-order mark @throws UserError input-invalid where the encoding is another than the file says, or none that can be read */
function decodeAnswerFile(bytes, path) {
    const isUtf16 = bytes.length >= 2 && bytes.readUInt16LE(0) === 0xfeff;
    const text = isUtf16 ? bytes.toString('utf16le', 2) : (0,_files_decode_utf8_js__WEBPACK_IMPORTED_MODULE_1__/* .decodeUtf8 */ ._)(bytes);
    if (text === undefined)
        throw wrongEncoding(path, 'has bytes that are no UTF-8');
    const declared = DECLARED.exec(text)?.[1]?.toLowerCase() ?? (isUtf16 ? 'utf-16' : 'utf-8');
    // Of ASCII alone UTF-8 and all code pages are the same bytes.
    const agrees = isUtf16
        ? declared === 'utf-16' || declared === 'utf-16le'
        : declared === 'utf-8' || (ASCII.test(text) && !/^(?:utf-16|utf-32|ucs)/.test(declared));
    if (agrees)
        return text;
    throw wrongEncoding(path, `says encoding="${declared}" and is ${isUtf16 ? 'UTF-16' : 'UTF-8'}`);
}
function wrongEncoding(path, what) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('input-invalid', `The answer file ${path} ${what}: Windows Setup would not read it, or read other letters`, 'Save it as UTF-8 and begin it with <?xml version="1.0" encoding="utf-8"?>.');
}


/***/ }),

/***/ 48320:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ refuseFaults)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/** What is wrong in an answer file, with its place. */

/** @throws UserError input-invalid that tells all faults, in their order in the file, each at its line and column */
function refuseFaults(path, faults) {
    const [first] = [...faults].sort((a, b) => order(a) - order(b));
    if (first === undefined)
        return;
    const words = [...faults]
        .sort((a, b) => order(a) - order(b))
        .map(({ element, what }) => `line ${element.line}, column ${element.column}: ${what}`);
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('input-invalid', `The answer file ${path} would not do what it says: ${words.join('; ')}`, 'Correct it there; Windows Setup would stop at first start, or pass over it without a word.', { location: { file: path, line: first.element.line, column: first.element.column } });
}
function order({ element }) {
    return element.line * 1e6 + element.column;
}


/***/ }),

/***/ 26385:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ PASSWORD_VARIABLE),
/* harmony export */   g: () => (/* binding */ fillInPassword)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/* harmony import */ var _xml_escape_xml_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61049);
/* harmony import */ var _decode_answer_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(97126);
/**
 * Puts the Administrator's password into an answer file that names its variable. As XML: put in as text, the way envsubst does it, a password with `&` or `<` makes
 * a file that is none, or is another password (mttaggart/seclab issue 24, microsoft/azure_arc issue 2396).
 */



/** The variable, in the environment as in answer files. */
const PASSWORD_VARIABLE = 'ADMINISTRATOR_PASSWORD';
/** As the whole text of an element: a comment may speak of it. */
const PLACE = new RegExp(`(>\\s*)\\$${PASSWORD_VARIABLE}(?=\\s*<)`, 'g');
/**
 * @param password undefined: the file stays as it is, and the check of its passwords tells the variable that nobody filled in
 * @returns in the encoding of `bytes`
 * @throws UserError input-invalid where the file has no place for a password that was asked for, or XML cannot hold it; what decodeAnswerFile throws
 */
function fillInPassword(bytes, password, path) {
    if (password === undefined)
        return bytes;
    const text = (0,_decode_answer_file_js__WEBPACK_IMPORTED_MODULE_2__/* .decodeAnswerFile */ .T)(bytes, path);
    const filled = text.replaceAll(PLACE, (_, before) => `${before}${asXml(password.text)}`);
    if (filled === text) {
        if (!password.isAsked)
            return bytes;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('input-invalid', `Input administrator-password: the answer file ${path} has no place for it`, `Write $${PASSWORD_VARIABLE} as the Value of UserAccounts/AdministratorPassword, or leave the input out.`);
    }
    const isUtf16 = bytes.length >= 2 && bytes.readUInt16LE(0) === 0xfeff;
    return isUtf16 ? Buffer.from(`\ufeff${filled}`, 'utf16le') : Buffer.from(filled);
}
function asXml(password) {
    const escaped = (0,_xml_escape_xml_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeXml */ .X)(password);
    if (!escaped.includes('\ufffd') || password.includes('\ufffd'))
        return escaped;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('input-invalid', 'The password of the Administrator has a control character, which no XML can hold', 'Choose another, or look whether the secret was pasted with something that nobody sees.');
}


/***/ }),

/***/ 88923:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ hidePassword),
/* harmony export */   y: () => (/* binding */ generateAnswerFile)
/* harmony export */ });
/* harmony import */ var _xml_escape_xml_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61049);
/* harmony import */ var _components_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34550);
/* harmony import */ var _parse_answer_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(94029);
/**
 * Makes an answer file from options. Settings and their passes: Microsoft Learn, "Unattended Windows Setup Reference", components
 * Microsoft-Windows-Shell-Setup, -International-Core, -TerminalServices-LocalSessionManager, -TerminalServices-RDP-WinStationExtensions,
 * -PartitionManager and Networking-MPSSVC-Svc.
 */



const SAN_POLICY_NUMBERS = {
    'online-all': 1,
    'offline-all': 2,
    'offline-shared': 3,
};
/** Resource of "Remote Desktop" in FirewallAPI.dll: the group's name in every language. */
const REMOTE_DESKTOP_GROUP = '@FirewallAPI.dll,-28752';
/** More than Windows restarts in any first boot. */
const LOGON_COUNT = 999;
/** No licence page in any case. Without options it sets no password: none is ever made up. */
function generateAnswerFile(request) {
    return `<?xml version="1.0" encoding="utf-8"?>
<unattend xmlns="${_parse_answer_file_js__WEBPACK_IMPORTED_MODULE_2__/* .NAMESPACE */ .CU}" xmlns:wcm="http://schemas.microsoft.com/WMIConfig/2002/State">
${settings('specialize', specialize(request))}${settings('oobeSystem', oobeSystem(request))}</unattend>
`;
}
/** A password as Windows takes a hidden one: base64 of UTF-16LE of it and of the name of its element. */
function hidePassword(password, element) {
    return Buffer.from(password + element, 'utf16le').toString('base64');
}
function specialize({ options, productKey, remoteDesktop }) {
    const { computerName, timeZone, sanPolicy } = options;
    const shell = [
        ...(computerName === undefined ? [] : [leaf('ComputerName', computerName)]),
        ...(productKey === undefined ? [] : [leaf('ProductKey', productKey)]),
        ...(timeZone === undefined ? [] : [leaf('TimeZone', timeZone)]),
    ];
    return [
        component(_components_js__WEBPACK_IMPORTED_MODULE_1__/* .SHELL_SETUP */ .bM, shell),
        ...(remoteDesktop
            ? [
                component('Microsoft-Windows-TerminalServices-LocalSessionManager', [leaf('fDenyTSConnections', 'false')]),
                component('Microsoft-Windows-TerminalServices-RDP-WinStationExtensions', [leaf('UserAuthentication', '1')]),
                component('Networking-MPSSVC-Svc', [
                    '<FirewallGroups>',
                    '  <FirewallGroup wcm:action="add" wcm:keyValue="RemoteDesktop">',
                    `    ${leaf('Active', 'true')}`,
                    `    ${leaf('Group', REMOTE_DESKTOP_GROUP)}`,
                    `    ${leaf('Profile', 'all')}`,
                    '  </FirewallGroup>',
                    '</FirewallGroups>',
                ]),
            ]
            : []),
        ...(sanPolicy === undefined
            ? []
            : [component('Microsoft-Windows-PartitionManager', [leaf('SanPolicy', String(SAN_POLICY_NUMBERS[sanPolicy]))])]),
    ].join('');
}
function oobeSystem({ language, options, autologon }) {
    const { locale = language, password } = options;
    const international = [
        leaf('InputLocale', locale),
        leaf('SystemLocale', locale),
        leaf('UILanguage', language),
        leaf('UserLocale', locale),
    ];
    const shell = [
        ...(password === undefined || !autologon
            ? []
            : [
                '<AutoLogon>',
                ...hidden('Password', password),
                `  ${leaf('Enabled', 'true')}`,
                `  ${leaf('LogonCount', String(LOGON_COUNT))}`,
                `  ${leaf('Username', 'Administrator')}`,
                '</AutoLogon>',
            ]),
        '<OOBE>',
        `  ${leaf('HideEULAPage', 'true')}`,
        '</OOBE>',
        ...(password === undefined
            ? []
            : ['<UserAccounts>', ...hidden('AdministratorPassword', password), '</UserAccounts>']),
    ];
    return [component('Microsoft-Windows-International-Core', international), component(_components_js__WEBPACK_IMPORTED_MODULE_1__/* .SHELL_SETUP */ .bM, shell)].join('');
}
function hidden(element, password) {
    return [
        `  <${element}>`,
        `    ${leaf('Value', hidePassword(password, element))}`,
        `    ${leaf('PlainText', 'false')}`,
        `  </${element}>`,
    ];
}
function leaf(name, text) {
    return `<${name}>${(0,_xml_escape_xml_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeXml */ .X)(text)}</${name}>`;
}
/** Empty where there is nothing to set: Setup stops at an empty pass no more than at a missing one, but nobody has to read it. */
function settings(pass, components) {
    return components === '' ? '' : `  <settings pass="${pass}">\n${components}  </settings>\n`;
}
function component(name, lines) {
    if (lines.length === 0)
        return '';
    const body = lines.map((line) => `      ${line}\n`).join('');
    return `    <component name="${name}" processorArchitecture="amd64" publicKeyToken="31bf3856ad364e35" language="neutral" versionScope="nonSxS">\n${body}    </component>\n`;
}


/***/ }),

/***/ 38883:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ WAITS_AT_CONSOLE),
/* harmony export */   g: () => (/* binding */ noAnswerFile)
/* harmony export */ });
/** What is said where no answer file is given, or one without a password. */
/**
 * Without a password the Desktop Experience asks for one before Setup has ended, and SetupComplete.cmd, with which the first boot begins, runs after that only
 * (Microsoft Learn, "Add a custom script to Windows Setup": after Windows is installed, before the logon screen).
 */
const WAITS_AT_CONSOLE = 'the first start may wait at the console for a password of the Administrator, and no step of the first boot begins before somebody gives it';
function noAnswerFile() {
    return {
        code: 'unattend-missing',
        severity: 'warning',
        seen: `No answer file was given: ${WAITS_AT_CONSOLE}; bake-template would wait until its time limit.`,
        remedy: 'Give administrator-password, or an answer file with a password with the input unattend, where nobody sits at the console.',
    };
}


/***/ }),

/***/ 94029:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CU: () => (/* binding */ NAMESPACE),
/* harmony export */   Xn: () => (/* binding */ descend),
/* harmony export */   q0: () => (/* binding */ parseAnswerFile)
/* harmony export */ });
/* harmony import */ var saxes__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59800);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41251);
/* harmony import */ var _decode_answer_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(97126);
/** Reads the text of an answer file into its settings, each with its place. */



const NAMESPACE = 'urn:schemas-microsoft-com:unattend';
/** Answer files nest some ten deep. */
const MAX_DEPTH = 64;
/** @throws UserError input-invalid with line and column, when Windows Setup could not read it at all */
function parseAnswerFile(bytes, path) {
    const root = parseElements((0,_decode_answer_file_js__WEBPACK_IMPORTED_MODULE_2__/* .decodeAnswerFile */ .T)(Buffer.from(bytes), path), path);
    const named = (parent, name) => parent.children.filter((child) => child.name === name);
    return {
        path,
        servicing: named(root, 'servicing')[0],
        passes: named(root, 'settings').map((settings) => ({
            name: settings.attributes.get('pass') ?? '',
            element: settings,
            components: named(settings, 'component').map((component) => ({
                name: component.attributes.get('name') ?? '',
                architecture: component.attributes.get('processorArchitecture') ?? '',
                element: component,
            })),
        })),
    };
}
/** The elements at a path below one: `descend(component, 'UserAccounts', 'AdministratorPassword')`. */
function descend(element, ...names) {
    return names.reduce((found, name) => found.flatMap(({ children }) => children.filter((child) => child.name === name)), [element]);
}
function parseElements(xml, path) {
    const parser = new saxes__WEBPACK_IMPORTED_MODULE_0__/* .SaxesParser */ .wT({ xmlns: true, fileName: path });
    const stack = [];
    let root;
    let namespace = '';
    // Without a handler the parser would throw a bare Error at the first mistake.
    let mistake;
    parser.on('error', (error) => {
        mistake ??= error;
    });
    parser.on('doctype', () => {
        mistake ??= new Error(`${path}:${parser.line}:${parser.column}: document type declaration.`);
    });
    let place = { line: 1, column: 1 };
    parser.on('opentagstart', ({ name }) => {
        // The parser has read "<", the name and the character behind it, which may be the end of the line.
        const ended = parser.column === 0;
        place = { line: parser.line - (ended ? 1 : 0), column: ended ? 1 : parser.column - name.length - 1 };
    });
    parser.on('opentag', (tag) => {
        if (stack.length === 0 && root === undefined)
            namespace = tag.uri;
        if (stack.length >= MAX_DEPTH)
            mistake ??= new Error(`${path}:${parser.line}:${parser.column}: nested too deeply.`);
        stack.push({
            name: tag.local,
            attributes: new Map(Object.values(tag.attributes).map(({ local, value }) => [local, value])),
            text: '',
            children: [],
            ...place,
        });
    });
    const addText = (text) => {
        const open = stack.at(-1);
        if (open)
            open.text += text;
    };
    parser.on('text', addText);
    parser.on('cdata', addText);
    parser.on('closetag', () => {
        const open = stack.pop();
        if (open === undefined)
            return;
        const element = { ...open, text: open.text.trim() };
        const parent = stack.at(-1);
        if (parent === undefined)
            root ??= element;
        else
            parent.children.push(element);
    });
    parser.write(xml).close();
    if (mistake !== undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('input-invalid', `The answer file is not well-formed XML: ${mistake.message}`, 'Correct it there; Windows Setup would stop with an error at first start.', { cause: mistake });
    }
    if (root?.name === 'unattend' && namespace === NAMESPACE)
        return root;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('input-invalid', `The answer file ${path} has the root element ${root?.name ?? 'nothing'} in the namespace "${namespace}"`, `The root must be <unattend xmlns="${NAMESPACE}">.`);
}


/***/ }),

/***/ 60782:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ checkPasswords),
/* harmony export */   w: () => (/* binding */ NO_PASSWORD)
/* harmony export */ });
/* harmony import */ var _components_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34550);
/* harmony import */ var _no_answer_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38883);
/* harmony import */ var _parse_answer_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(94029);
/**
 * Passwords in an answer file. What Windows takes: Microsoft Learn, "AdministratorPassword" (a hidden value is base64 of UTF-16LE of the
 * password followed by the element's name) and "Passwords must meet complexity requirements" (on by default on servers).
 */



/** Code of the finding that nobody gives the Administrator a password. */
const NO_PASSWORD = 'unattend-no-password';
const SHORTEST = 6;
const CATEGORIES = 3;
function checkPasswords(file) {
    const everywhere = file.passes.flatMap(({ element }) => passwordElements(element));
    const accounts = accountPasswords(file);
    return {
        faults: [
            ...everywhere.flatMap(hiddenFaults),
            ...accounts.flatMap(({ element, account }) => complexityFaults(element, account)),
        ],
        findings: [
            ...plainFindings(file.path, everywhere.filter(isPlain)),
            ...(accounts.some(({ element }) => passwordOf(element) !== '') ? [] : [noPassword(file.path)]),
        ],
    };
}
/** Elements named …Password, at any depth. */
function passwordElements(element) {
    return element.children.flatMap((child) => [
        ...(/password$/i.test(child.name) ? [child] : []),
        ...passwordElements(child),
    ]);
}
/** The passwords with which accounts are made at first start. */
function accountPasswords({ passes }) {
    return passes
        .filter(({ name }) => name === 'oobeSystem')
        .flatMap(({ components }) => components)
        .filter(({ name, architecture }) => name === _components_js__WEBPACK_IMPORTED_MODULE_0__/* .SHELL_SETUP */ .bM && architecture === 'amd64')
        .flatMap(({ element }) => [
        ...(0,_parse_answer_file_js__WEBPACK_IMPORTED_MODULE_1__/* .descend */ .Xn)(element, 'UserAccounts', 'AdministratorPassword').map((password) => ({
            element: password,
            account: 'Administrator',
        })),
        ...(0,_parse_answer_file_js__WEBPACK_IMPORTED_MODULE_1__/* .descend */ .Xn)(element, 'UserAccounts', 'LocalAccounts', 'LocalAccount').flatMap((account) => (0,_parse_answer_file_js__WEBPACK_IMPORTED_MODULE_1__/* .descend */ .Xn)(account, 'Password').map((password) => ({
            element: password,
            account: (0,_parse_answer_file_js__WEBPACK_IMPORTED_MODULE_1__/* .descend */ .Xn)(account, 'Name')[0]?.text ?? '',
        }))),
    ]);
}
function isHidden(element) {
    return (0,_parse_answer_file_js__WEBPACK_IMPORTED_MODULE_1__/* .descend */ .Xn)(element, 'PlainText')[0]?.text.toLowerCase() === 'false';
}
function isPlain(element) {
    if (element.text !== '')
        return true;
    return !isHidden(element) && ((0,_parse_answer_file_js__WEBPACK_IMPORTED_MODULE_1__/* .descend */ .Xn)(element, 'Value')[0]?.text ?? '') !== '';
}
/** Empty where there is none, or none that Windows could read. */
function passwordOf(element) {
    const value = (0,_parse_answer_file_js__WEBPACK_IMPORTED_MODULE_1__/* .descend */ .Xn)(element, 'Value')[0]?.text ?? '';
    return isHidden(element) ? (reveal(element, value) ?? '') : value;
}
function reveal({ name }, value) {
    const text = Buffer.from(value, 'base64').toString('utf16le');
    return text.endsWith(name) ? text.slice(0, -name.length) : undefined;
}
function hiddenFaults(element) {
    const value = (0,_parse_answer_file_js__WEBPACK_IMPORTED_MODULE_1__/* .descend */ .Xn)(element, 'Value')[0]?.text ?? '';
    if (!isHidden(element) || value === '' || reveal(element, value) !== undefined)
        return [];
    return [
        {
            element,
            what: `${element.name} is said to be hidden (PlainText false), but its value is not base64 of UTF-16LE of the password followed by "${element.name}"`,
        },
    ];
}
/** `$A_NAME`, `${name}`, `$env:name`, `%name%` and `{{ name }}`, whole: how shells, PowerShell, batch files and templates name what goes there. */
const PLACEHOLDER = /^(?:\$[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|\$\{\w+\}|\$env:\w+|%[A-Za-z_]\w*%|\$?\{\{.*\}\})$/;
/** The password itself never stands in a message. */
function complexityFaults(element, account) {
    const password = passwordOf(element);
    if (password === '')
        return [];
    if (PLACEHOLDER.test(password)) {
        return [
            {
                element,
                what: `the password of ${account || 'an account'} is the name of a variable that nobody has filled in, which everybody who knows the file would know (ADMINISTRATOR_PASSWORD is filled in by build-vhd, from administrator-password or its environment; another by a step before)`,
            },
        ];
    }
    const reasons = [
        ...(password.length < SHORTEST ? [`it has fewer than ${SHORTEST} characters`] : []),
        ...(categories(password) < CATEGORIES
            ? [`it has not ${CATEGORIES} of capital letters, small letters, digits, other characters`]
            : []),
        ...(account.length > 2 && password.toLowerCase().includes(account.toLowerCase())
            ? ['it contains the name of the account']
            : []),
    ];
    if (reasons.length === 0)
        return [];
    return [
        { element, what: `Windows will not take the password of ${account || 'an account'}: ${reasons.join(', and ')}` },
    ];
}
function categories(password) {
    const other = [...password].some((letter) => !/[\p{L}\p{Nd}]/u.test(letter));
    // Letters without case, as in Chinese, are a category of their own.
    const caseless = /[\p{Lo}\p{Lm}]/u.test(password);
    return [/\p{Lu}/u.test(password), /\p{Ll}/u.test(password), /[0-9]/.test(password), other, caseless].filter(Boolean)
        .length;
}
function plainFindings(path, plain) {
    if (plain.length === 0)
        return [];
    const places = plain.map(({ name, line }) => `${name} in line ${line}`).join(', ');
    return [
        {
            code: 'unattend-plain-password',
            severity: 'warning',
            seen: `The answer file ${path} holds a password in plain text: ${places}. It lies in the image until the first boot has ended, and in every copy of the image.`,
            remedy: 'Use one for the template alone and change it in each clone; keep the file itself out of the repository.',
        },
    ];
}
function noPassword(path) {
    return {
        code: NO_PASSWORD,
        severity: 'warning',
        seen: `The answer file ${path} gives the Administrator no password: ${_no_answer_file_js__WEBPACK_IMPORTED_MODULE_2__/* .WAITS_AT_CONSOLE */ .b}; bake-template would wait until its time limit.`,
        remedy: 'Set UserAccounts/AdministratorPassword in the pass oobeSystem, or make sure that somebody, or a customization specification, sets it.',
    };
}


/***/ }),

/***/ 49296:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  v: () => (/* binding */ checkAnswerFile),
  z: () => (/* binding */ readAnswerFile)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./.cache/build/src/files/explain-path-error.js
var explain_path_error = __webpack_require__(49094);
// EXTERNAL MODULE: ./.cache/build/src/nearest-name.js
var nearest_name = __webpack_require__(92106);
// EXTERNAL MODULE: ./.cache/build/src/windows/answer-file/components.js
var answer_file_components = __webpack_require__(34550);
;// CONCATENATED MODULE: ./.cache/build/src/windows/answer-file/check-settings.js
/** Passes, components and architectures of an answer file: what Windows Setup would stop at, and what it would pass over. */


const ARCHITECTURE = 'amd64';
function checkSettings(file) {
    const { passes, servicing, path } = file;
    const withoutEffect = passes.filter(({ name }) => answer_file_components/* PASSES_WITHOUT_EFFECT */.jZ.includes(name));
    return {
        faults: [...passes.flatMap(passFaults), ...duplicates(passes)],
        findings: [
            ...withoutEffect.map(({ name, components }) => noEffect(path, `the pass ${name}`, components)),
            ...(servicing === undefined ? [] : [noEffect(path, 'the element servicing', [])]),
            ...passes.flatMap(({ components }) => components.flatMap((component) => unknownComponent(path, component))),
        ],
    };
}
function passFaults(pass) {
    const { name, components, element } = pass;
    const known = answer_file_components/* PASSES */._4.some((candidate) => candidate === name);
    return [
        ...(known ? [] : [{ element, what: `there is no pass "${name}"${suggestion(name, answer_file_components/* PASSES */._4)}` }]),
        ...components.flatMap((component) => componentFaults(component, pass)),
    ];
}
function componentFaults(component, pass) {
    const { name, architecture, element } = component;
    if (name === '')
        return [{ element, what: 'a component without a name' }];
    const faults = [];
    const near = answer_file_components/* COMPONENTS */.$j.includes(name) ? undefined : (0,nearest_name/* nearestName */.q)(name, answer_file_components/* COMPONENTS */.$j, TYPO);
    if (near !== undefined)
        faults.push({ element, what: `there is no component ${name}; did you mean "${near}"?` });
    // Files for several architectures are common: what is there for amd64 too is no mistake.
    const twin = pass.components.some((other) => other.name === name && other.architecture === ARCHITECTURE);
    if (architecture !== ARCHITECTURE && !twin) {
        const what = architecture === '' ? 'has no processorArchitecture' : `is for ${architecture}`;
        faults.push({ element, what: `component ${name} ${what}; Windows Server takes amd64 only` });
    }
    if (answer_file_components/* WINDOWS_PE_COMPONENTS */.P7.includes(name) && pass.name !== 'windowsPE') {
        faults.push({ element, what: `component ${name} is of the pass windowsPE, it is unknown in ${pass.name}` });
    }
    return faults;
}
/** So many changed letters are a typo; farther names may be components that we do not know. */
const TYPO = 2;
/** Windows Setup: "A component or non-list setting is specified more than once in the answer file." */
function duplicates(passes) {
    const seen = new Set();
    return passes.flatMap((pass) => pass.components.flatMap(({ name, architecture, element }) => {
        const key = `${pass.name}\n${name}\n${architecture}`;
        if (seen.has(key))
            return [{ element, what: `component ${name} stands twice in the pass ${pass.name}` }];
        seen.add(key);
        return [];
    }));
}
function noEffect(path, what, components) {
    const names = [...new Set(components.map(({ name }) => name))].join(', ');
    return {
        code: 'no-effect',
        severity: 'warning',
        seen: `In the answer file ${path} ${what} does nothing here${names === '' ? '' : ` (${names})`}: the image is applied, not set up.`,
        remedy: 'Move what is meant for the finished Windows to specialize or oobeSystem, and take out the rest.',
    };
}
function unknownComponent(path, { name, element }) {
    if (name === '' || (0,nearest_name/* nearestName */.q)(name, answer_file_components/* COMPONENTS */.$j, TYPO) !== undefined)
        return [];
    return [
        {
            code: 'unattend-component-unknown',
            severity: 'warning',
            seen: `The answer file ${path} sets a component ${name} (line ${element.line}) that is not in the table of known ones.`,
            remedy: 'Check its name: Windows Setup stops at a component that the image does not have.',
        },
    ];
}
function suggestion(written, names) {
    const nearest = (0,nearest_name/* nearestName */.q)(written, names);
    return nearest === undefined ? `; there are ${names.join(', ')}` : `; did you mean "${nearest}"?`;
}

// EXTERNAL MODULE: ./.cache/build/src/windows/answer-file/parse-answer-file.js
var parse_answer_file = __webpack_require__(94029);
// EXTERNAL MODULE: ./.cache/build/src/windows/answer-file/time-zones.js
var time_zones = __webpack_require__(71397);
;// CONCATENATED MODULE: ./.cache/build/src/windows/answer-file/check-values.js
/**
 * Values of an answer file that Windows Setup stops at, or passes over. Lengths and names: Microsoft Learn, "Unattended Windows Setup Reference",
 * ComputerName, TimeZone, RunSynchronousCommand Path, SynchronousCommand CommandLine. In the field: Easy-GPU-PV issue 13 (a name of 20 characters),
 * Lability pull request 271 (a time zone in German, which is not applied), unattend-generator issue 6 (a path of more than 259 characters).
 */




const DEPLOYMENT = 'Microsoft-Windows-Deployment';
const LONGEST_NAME = 15;
const NOT_IN_NAME = /[*{|}~[\]^':;<=>?@!"#$%`()+/.,&\\ ]/;
/** Keeps the clock from daylight saving. */
const WITHOUT_DAYLIGHT_SAVING = /_dstoff$/i;
/** Texts with a limit: component, the path to them, characters. */
const LIMITS = [
    [DEPLOYMENT, ['RunSynchronous', 'RunSynchronousCommand', 'Path'], 259],
    [DEPLOYMENT, ['RunAsynchronous', 'RunAsynchronousCommand', 'Path'], 259],
    [answer_file_components/* SHELL_SETUP */.bM, ['FirstLogonCommands', 'SynchronousCommand', 'CommandLine'], 1024],
    [answer_file_components/* SHELL_SETUP */.bM, ['LogonCommands', 'AsynchronousCommand', 'CommandLine'], 1024],
];
function valueFaults({ passes }) {
    const components = passes.flatMap((pass) => pass.components).filter(({ architecture }) => architecture === 'amd64');
    return [
        ...texts(components, answer_file_components/* SHELL_SETUP */.bM, 'ComputerName').flatMap(nameFault),
        ...texts(components, answer_file_components/* SHELL_SETUP */.bM, 'TimeZone').flatMap(zoneFault),
        ...LIMITS.flatMap(([component, path, most]) => texts(components, component, ...path).flatMap((element) => lengthFault(element, most))),
    ];
}
function texts(components, name, ...path) {
    return components.filter((component) => component.name === name).flatMap(({ element }) => (0,parse_answer_file/* descend */.Xn)(element, ...path));
}
function nameFault(element) {
    const { text } = element;
    if (text === '*' || (text.length <= LONGEST_NAME && !NOT_IN_NAME.test(text)))
        return [];
    return [
        {
            element,
            what: `ComputerName "${text}" is no name for a computer: at most ${LONGEST_NAME} characters, letters, digits and hyphens, or * alone`,
        },
    ];
}
function zoneFault(element) {
    const zone = element.text.replace(WITHOUT_DAYLIGHT_SAVING, '');
    if (time_zones/* TIME_ZONES */.w.some((known) => known.toLowerCase() === zone.toLowerCase()))
        return [];
    const nearest = (0,nearest_name/* nearestName */.q)(zone, time_zones/* TIME_ZONES */.w);
    const guess = nearest === undefined ? ', as tzutil /l lists them' : `; did you mean "${nearest}"?`;
    return [{ element, what: `TimeZone "${element.text}" is no name of Windows for a time zone${guess}` }];
}
function lengthFault(element, most) {
    const { length } = element.text;
    if (length <= most)
        return [];
    return [{ element, what: `${element.name} has ${length} characters, and Windows Setup takes at most ${most}` }];
}

// EXTERNAL MODULE: ./.cache/build/src/windows/answer-file/fault.js
var fault = __webpack_require__(48320);
// EXTERNAL MODULE: ./.cache/build/src/windows/answer-file/fill-in-password.js
var fill_in_password = __webpack_require__(26385);
// EXTERNAL MODULE: ./.cache/build/src/windows/answer-file/passwords.js
var answer_file_passwords = __webpack_require__(60782);
;// CONCATENATED MODULE: ./.cache/build/src/windows/answer-file/read-answer-file.js
/** The answer file that build-vhd is given, read and checked as far as no image is needed for it. */








/**
 * @param password goes where the file names its variable
 * @param warn told of what is doubtful when the file is refused, since nobody would see the findings then
 * @throws UserError file-missing; input-invalid that tells all faults
 */
async function readAnswerFile(path, password, warn) {
    const written = await (0,promises_.readFile)(path).catch((error) => {
        throw (0,explain_path_error/* explainPathError */.n)(error, { what: 'the answer file', path, input: 'unattend' });
    });
    const bytes = (0,fill_in_password/* fillInPassword */.g)(written, password, path);
    const file = (0,parse_answer_file/* parseAnswerFile */.q0)(bytes, path);
    const { faults, findings } = checkAnswerFile(file);
    if (faults.length > 0)
        for (const { seen, remedy } of findings)
            warn(`${seen} ${remedy}`);
    (0,fault/* refuseFaults */.m)(path, faults);
    return { bytes, file, findings };
}
/** Everything that can be seen without an image. */
function checkAnswerFile(file) {
    const settings = checkSettings(file);
    const passwords = (0,answer_file_passwords/* checkPasswords */.r)(file);
    return {
        faults: [...settings.faults, ...passwords.faults, ...valueFaults(file)],
        findings: [...settings.findings, ...passwords.findings],
    };
}


/***/ }),

/***/ 84639:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ac: () => (/* binding */ SETUP_KEY),
/* harmony export */   F_: () => (/* binding */ FOLDER_BEFORE),
/* harmony export */   at: () => (/* binding */ FILES_BEFORE),
/* harmony export */   iW: () => (/* binding */ SETUP_VALUE)
/* harmony export */ });
/**
 * Where Windows looks for an answer file at its first start before it comes to that of the plan, Windows\Panther\unattend.xml.
 * Microsoft Learn, "Windows Setup Automation Overview", "Implicit answer file search order": a path in the registry, Panther\Unattend, Panther; in each of these
 * folders the file is called Unattend.xml or Autounattend.xml.
 */
/** Paths in the image with `/`. */
const FOLDER_BEFORE = 'Windows/Panther/Unattend';
const FILES_BEFORE = [
    `${FOLDER_BEFORE}/Unattend.xml`,
    `${FOLDER_BEFORE}/Autounattend.xml`,
    'Windows/Panther/Autounattend.xml',
];
/** In the hive SYSTEM. */
const SETUP_KEY = 'Setup';
const SETUP_VALUE = 'UnattendFile';


/***/ }),

/***/ 71397:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ TIME_ZONES)
/* harmony export */ });
/** Names of time zones as Windows and its answer files know them. Source: Microsoft Learn, "Default time zones". */
const TIME_ZONES = [
    'AUS Central Standard Time',
    'AUS Eastern Standard Time',
    'Afghanistan Standard Time',
    'Alaskan Standard Time',
    'Aleutian Standard Time',
    'Altai Standard Time',
    'Arab Standard Time',
    'Arabian Standard Time',
    'Arabic Standard Time',
    'Argentina Standard Time',
    'Astrakhan Standard Time',
    'Atlantic Standard Time',
    'Aus Central W. Standard Time',
    'Azerbaijan Standard Time',
    'Azores Standard Time',
    'Bahia Standard Time',
    'Bangladesh Standard Time',
    'Belarus Standard Time',
    'Bougainville Standard Time',
    'Canada Central Standard Time',
    'Cape Verde Standard Time',
    'Caucasus Standard Time',
    'Cen. Australia Standard Time',
    'Central America Standard Time',
    'Central Asia Standard Time',
    'Central Brazilian Standard Time',
    'Central Europe Standard Time',
    'Central European Standard Time',
    'Central Pacific Standard Time',
    'Central Standard Time',
    'Central Standard Time (Mexico)',
    'Chatham Islands Standard Time',
    'China Standard Time',
    'Cuba Standard Time',
    'Dateline Standard Time',
    'E. Africa Standard Time',
    'E. Australia Standard Time',
    'E. Europe Standard Time',
    'E. South America Standard Time',
    'Easter Island Standard Time',
    'Eastern Standard Time',
    'Eastern Standard Time (Mexico)',
    'Egypt Standard Time',
    'Ekaterinburg Standard Time',
    'FLE Standard Time',
    'Fiji Standard Time',
    'GMT Standard Time',
    'GTB Standard Time',
    'Georgian Standard Time',
    'Greenland Standard Time',
    'Greenwich Standard Time',
    'Haiti Standard Time',
    'Hawaiian Standard Time',
    'India Standard Time',
    'Iran Standard Time',
    'Israel Standard Time',
    'Jordan Standard Time',
    'Kaliningrad Standard Time',
    'Korea Standard Time',
    'Libya Standard Time',
    'Line Islands Standard Time',
    'Lord Howe Standard Time',
    'Magadan Standard Time',
    'Magallanes Standard Time',
    'Marquesas Standard Time',
    'Mauritius Standard Time',
    'Middle East Standard Time',
    'Montevideo Standard Time',
    'Morocco Standard Time',
    'Mountain Standard Time',
    'Mountain Standard Time (Mexico)',
    'Myanmar Standard Time',
    'N. Central Asia Standard Time',
    'Namibia Standard Time',
    'Nepal Standard Time',
    'New Zealand Standard Time',
    'Newfoundland Standard Time',
    'Norfolk Standard Time',
    'North Asia East Standard Time',
    'North Asia Standard Time',
    'North Korea Standard Time',
    'Omsk Standard Time',
    'Pacific SA Standard Time',
    'Pacific Standard Time',
    'Pacific Standard Time (Mexico)',
    'Pakistan Standard Time',
    'Paraguay Standard Time',
    'Qyzylorda Standard Time',
    'Romance Standard Time',
    'Russia Time Zone 10',
    'Russia Time Zone 11',
    'Russia Time Zone 3',
    'Russian Standard Time',
    'SA Eastern Standard Time',
    'SA Pacific Standard Time',
    'SA Western Standard Time',
    'SE Asia Standard Time',
    'Saint Pierre Standard Time',
    'Sakhalin Standard Time',
    'Samoa Standard Time',
    'Sao Tome Standard Time',
    'Saratov Standard Time',
    'Singapore Standard Time',
    'South Africa Standard Time',
    'South Sudan Standard Time',
    'Sri Lanka Standard Time',
    'Sudan Standard Time',
    'Syria Standard Time',
    'Taipei Standard Time',
    'Tasmania Standard Time',
    'Tocantins Standard Time',
    'Tokyo Standard Time',
    'Tomsk Standard Time',
    'Tonga Standard Time',
    'Transbaikal Standard Time',
    'Turkey Standard Time',
    'Turks And Caicos Standard Time',
    'US Eastern Standard Time',
    'US Mountain Standard Time',
    'UTC',
    'UTC+12',
    'UTC+13',
    'UTC-02',
    'UTC-08',
    'UTC-09',
    'UTC-11',
    'Ulaanbaatar Standard Time',
    'Venezuela Standard Time',
    'Vladivostok Standard Time',
    'Volgograd Standard Time',
    'W. Australia Standard Time',
    'W. Central Africa Standard Time',
    'W. Europe Standard Time',
    'W. Mongolia Standard Time',
    'West Asia Standard Time',
    'West Bank Standard Time',
    'West Pacific Standard Time',
    'Yakutsk Standard Time',
    'Yukon Standard Time',
];


/***/ }),

/***/ 16809:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  xV: () => (/* binding */ ATTACHED_DISK),
  te: () => (/* binding */ attachDisk),
  Yo: () => (/* binding */ detach)
});

// UNUSED EXPORTS: readSeenDisk

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./.cache/build/src/errors.js
var errors = __webpack_require__(41251);
// EXTERNAL MODULE: ./.cache/build/src/tools/powershell.js
var powershell = __webpack_require__(50241);
// EXTERNAL MODULE: ./.cache/build/src/tools/powershell-answer.js
var powershell_answer = __webpack_require__(2400);
;// CONCATENATED MODULE: ./.cache/build/src/windows/attach/scripts/attach-disk.js
/**
 * attach-disk.ps1: attaches a disk image without letters and makes it writable. A policy of the machine may bring new disks up offline
 * or read-only (SAN policy).
 *   in: path, type (VHD, VHDX)   out: number of the disk
 */

const ATTACH_DISK = {
    name: 'attach-disk',
    text: `${powershell/* PROLOGUE */.AT}
$null = Mount-DiskImage -ImagePath $request.path -StorageType $request.type -Access ReadWrite -NoDriveLetter
$number = $null
for ($try = 0; $null -eq $number -and $try -lt 60; $try++) {
  if ($try -gt 0) { Start-Sleep -Milliseconds 500 }
  $number = (Get-DiskImage -ImagePath $request.path -StorageType $request.type).Number
}
if ($null -eq $number) { throw 'The disk image is attached, but has no disk number.' }
$disk = Get-Disk -Number $number
if ($disk.IsOffline) { Set-Disk -Number $number -IsOffline $false }
if ($disk.IsReadOnly) { Set-Disk -Number $number -IsReadOnly $false }
@{ number = $number } | ConvertTo-Json -Compress
`,
};

;// CONCATENATED MODULE: ./.cache/build/src/windows/attach/scripts/detach-disk.js
/**
 * detach-disk.ps1: detaches a disk image; nothing when it is not attached, or not there any more.
 *   in: path, type (VHD, VHDX)   out: whether it was attached
 */

const DETACH_DISK = {
    name: 'detach-disk',
    text: `${powershell/* PROLOGUE */.AT}
$attached = $false
if (Test-Path -LiteralPath $request.path) {
  $attached = [bool](Get-DiskImage -ImagePath $request.path -StorageType $request.type).Attached
  if ($attached) { $null = Dismount-DiskImage -ImagePath $request.path -StorageType $request.type }
}
@{ attached = $attached } | ConvertTo-Json -Compress
`,
};

;// CONCATENATED MODULE: ./.cache/build/src/windows/attach/scripts/inspect-disk.js
/**
 * inspect-disk.ps1: what Windows sees of a disk. Letters and volume names come some time after the disk.
 *   in: number   out: guid, size, partitions (number, guid, offset, size, letter, volume), letters (all that are taken on this machine)
 */

const INSPECT_DISK = {
    name: 'inspect-disk',
    text: `${powershell/* PROLOGUE */.AT}
$disk = Get-Disk -Number $request.number
$partitions = @(Get-Partition -DiskNumber $request.number -ErrorAction SilentlyContinue | ForEach-Object {
  @{
    number = $_.PartitionNumber
    guid = [string]$_.Guid
    offset = $_.Offset
    size = $_.Size
    letter = ([string]$_.DriveLetter).Trim([char]0)
    volume = [string](@($_.AccessPaths) -like '\\\\?\\Volume{*' | Select-Object -First 1)
  }
})
$letters = @([System.IO.DriveInfo]::GetDrives() | ForEach-Object { $_.Name.Substring(0, 1) })
$letters += @((Get-Item -LiteralPath 'HKLM:\\SYSTEM\\MountedDevices').Property -like '\\DosDevices\\*' | ForEach-Object { $_.Substring(12, 1) })
@{ guid = [string]$disk.Guid; size = $disk.Size; partitions = $partitions; letters = $letters } | ConvertTo-Json -Depth 4 -Compress
`,
};

;// CONCATENATED MODULE: ./.cache/build/src/windows/attach/attached-disk.js
/** A disk image attached to this Windows: by its path, without letters, detached again however the run ends. */








/** A program that has just ended, or a virus scanner, may hold the disk for a moment. */
const DETACH_WAITS = [500, 2000, 5000];
/** Outlives the process that made it, and the restart of the runner; only the image at this path is ever detached. */
const ATTACHED_DISK = {
    kind: 'attached-disk',
    what: ({ path }) => `the attached disk ${path}`,
    undo: ({ path }, { tools }) => detach(path, tools, promises_.setTimeout),
};
/**
 * @param path a VHD or VHDX by its ending
 * @throws ToolError when Windows cannot attach it
 */
async function attachDisk(path, { tools, hold }) {
    const release = hold(ATTACHED_DISK, { path });
    const answer = await (0,powershell/* runPowerShell */.N5)(ATTACH_DISK, { path, type: storageType(path) }, tools);
    const number = (0,powershell_answer/* numberIn */.Po)(answer, 'number');
    return {
        number,
        look: async () => readSeenDisk(await (0,powershell/* runPowerShell */.N5)(INSPECT_DISK, { number }, tools)),
        detach: async () => {
            await detach(path, tools, promises_.setTimeout);
            release();
        },
    };
}
/**
 * Detaches the image at `path`; nothing when it is not attached.
 * @param pause for tests
 * @throws UserError disk-in-use when it stays attached
 */
async function detach(path, tools, pause) {
    for (const wait of [...DETACH_WAITS, undefined]) {
        try {
            await (0,powershell/* runPowerShell */.N5)(DETACH_DISK, { path, type: storageType(path) }, tools);
            return;
        }
        catch (cause) {
            if (!(cause instanceof errors/* ToolError */.v4))
                throw cause;
            if (wait === undefined) {
                throw new errors/* UserError */.yo('disk-in-use', `Windows does not detach ${path}: ${cause.tail.split('\n')[0]?.trim() || cause.message}`, 'Close what holds files on it (a virus scanner, an Explorer window), then run: Dismount-DiskImage -ImagePath with that path.', { cause });
            }
            await pause(wait);
        }
    }
}
function storageType(path) {
    return (0,external_node_path_.extname)(path).toLowerCase() === '.vhdx' ? 'VHDX' : 'VHD';
}
/** Reads the answer of inspect-disk.ps1; exported for its test. */
function readSeenDisk(answer) {
    const { partitions, letters } = (0,powershell_answer/* fieldsOf */.Pf)(answer);
    return {
        guid: plainGuid(answer),
        size: (0,powershell_answer/* numberIn */.Po)(answer, 'size'),
        partitions: (0,powershell_answer/* listOf */.c3)(partitions).map((partition) => ({
            number: (0,powershell_answer/* numberIn */.Po)(partition, 'number'),
            guid: plainGuid(partition),
            offset: (0,powershell_answer/* numberIn */.Po)(partition, 'offset'),
            size: (0,powershell_answer/* numberIn */.Po)(partition, 'size'),
            letter: (0,powershell_answer/* textIn */.r7)(partition, 'letter').toUpperCase() || undefined,
            volume: (0,powershell_answer/* textIn */.r7)(partition, 'volume') || undefined,
        })),
        letters: (0,powershell_answer/* listOf */.c3)(letters).map((letter) => String(letter).toUpperCase()),
    };
}
function plainGuid(answer) {
    return (0,powershell_answer/* textIn */.r7)(answer, 'guid').replaceAll(/[{}]/g, '').toLowerCase();
}


/***/ }),

/***/ 34882:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  r: () => (/* binding */ parseFileCopies),
  k: () => (/* binding */ readFileCopies)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.cache/build/src/errors.js
var errors = __webpack_require__(41251);
// EXTERNAL MODULE: ./.cache/build/src/files/explain-path-error.js
var explain_path_error = __webpack_require__(49094);
// EXTERNAL MODULE: ./.cache/build/src/files/hash-file.js
var hash_file = __webpack_require__(94427);
// EXTERNAL MODULE: ./.cache/build/src/windows/answer-file/search-order.js
var search_order = __webpack_require__(84639);
// EXTERNAL MODULE: ./.cache/build/src/windows/first-boot/first-boot-step.js
var first_boot_step = __webpack_require__(69634);
;// CONCATENATED MODULE: ./.cache/build/src/windows/customize/image-path.js
/** Paths as people write them for the finished Windows, and as the image has them. Microsoft, "Naming Files, Paths, and Namespaces". */


const FORBIDDEN = /[<>:"|?*\p{Cc}]/u;
const RESERVED = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i;
/** Characters of a name on NTFS. */
const LONGEST_NAME = 255;
/** What this project writes itself, and what would stand before it. */
const OURS = [
    ...[first_boot_step/* STAGE_FOLDER */.Cj, 'Windows/Panther/unattend.xml', 'Windows/Setup/Scripts/SetupComplete.cmd'],
    ...[search_order/* FOLDER_BEFORE */.F_, ...search_order/* FILES_BEFORE */.at],
];
/**
 * @param text `C:\Corp\tool.exe`, with either kind of slash
 * @returns the path in the image with `/`, without one at its end; empty for the root
 * @throws RangeError that says in one clause what is wrong
 */
function imagePath(text) {
    const rest = /^c:[\\/](.*)$/is.exec(text)?.[1];
    if (rest === undefined)
        throw new RangeError(`"${text}" is no path on C:, such as C:\\Corp`);
    const parts = rest.split(/[\\/]+/).filter((part) => part !== '');
    for (const part of parts)
        checkName(part);
    const path = parts.join('/');
    const ours = OURS.find((own) => isWithin(path, own));
    if (ours !== undefined)
        throw new RangeError(`"${text}" is where this action puts files of its own`);
    return path;
}
/** @throws RangeError for a name that Windows does not take */
function checkName(name) {
    if (FORBIDDEN.test(name) || RESERVED.test(name) || /[ .]$/.test(name) || name.length > LONGEST_NAME) {
        throw new RangeError(`"${name}" is no name for a file of Windows`);
    }
}
function isWithin(path, folder) {
    return path.toLowerCase() === folder.toLowerCase() || path.toLowerCase().startsWith(`${folder.toLowerCase()}/`);
}

;// CONCATENATED MODULE: ./.cache/build/src/windows/customize/copied-files.js
/** Files and folders that are copied into the image as they are. */






/** Lines `from => to`. @throws UserError input-invalid */
function parseFileCopies(text) {
    return text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .map((line) => {
        const [from = '', to = '', ...more] = line.split('=>').map((part) => part.trim());
        if (from !== '' && to !== '' && more.length === 0)
            return { from, to };
        throw invalid(`"${line}" is no copy`);
    });
}
/**
 * Looks at everything that shall be copied.
 * @returns in a fixed order
 * @throws UserError file-missing, input-invalid for a link, an empty folder, a name that Windows does not take, or two files in one place
 */
async function readFileCopies(copies, signal) {
    const files = [];
    for (const { from, to } of copies) {
        const target = inWords(() => imagePath(to));
        const info = await (0,promises_.stat)(from).catch((error) => {
            throw (0,explain_path_error/* explainPathError */.n)(error, { what: 'what shall be copied', path: from, input: 'files' });
        });
        if (info.isDirectory()) {
            files.push(...(await readFolder(from, target, signal)));
            continue;
        }
        const path = /[\\/]$/.test(to) ? inWords(() => imagePath(`${to}${(0,external_node_path_.basename)(from)}`)) : target;
        if (path === '')
            throw invalid(`"${to}" is a folder, and ${from} a file`);
        files.push({ path, file: from, size: info.size, sha256: await (0,hash_file/* hashFile */.DC)(from, signal) });
    }
    assertApart(files);
    return files;
}
async function readFolder(folder, target, signal) {
    const entries = (await (0,promises_.readdir)(folder, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1));
    const files = [];
    // Most often a step before that has made nothing.
    if (entries.length === 0)
        throw invalid(`${folder} is an empty folder, of which nothing would be in the image`);
    for (const entry of entries) {
        const file = (0,external_node_path_.join)(folder, entry.name);
        inWords(() => checkName(entry.name));
        const path = target === '' ? entry.name : `${target}/${entry.name}`;
        inWords(() => imagePath(`C:/${path}`));
        if (entry.isDirectory())
            files.push(...(await readFolder(file, path, signal)));
        else if (entry.isFile()) {
            files.push({ path, file, size: (await (0,promises_.stat)(file)).size, sha256: await (0,hash_file/* hashFile */.DC)(file, signal) });
        }
        else
            throw invalid(`${file} is neither a file nor a folder`);
    }
    return files;
}
/** Windows takes names of another case for the same. */
function assertApart(files) {
    const seen = new Map();
    for (const file of files) {
        const other = seen.get(file.path.toLowerCase());
        if (other !== undefined) {
            throw invalid(`${other.file} and ${file.file} go both to C:\\${file.path.replaceAll('/', '\\')}`);
        }
        seen.set(file.path.toLowerCase(), file);
    }
}
function inWords(check) {
    try {
        return check();
    }
    catch (error) {
        if (error instanceof RangeError)
            throw invalid(error.message);
        throw error;
    }
}
function invalid(what) {
    return new errors/* UserError */.yo('input-invalid', `Input files: ${what}`, "Write one copy a line, such as: corp/ => C:\\Corp (in a template: { from: corp/, to: 'C:\\Corp' }).");
}


/***/ }),

/***/ 69896:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CO: () => (/* binding */ REMOTE_DESKTOP),
/* harmony export */   SX: () => (/* binding */ parseRegistrySettings),
/* harmony export */   VZ: () => (/* binding */ readRegistrySettings),
/* harmony export */   Wj: () => (/* binding */ refuseContradiction),
/* harmony export */   XX: () => (/* binding */ keyInHive)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/* harmony import */ var _files_case_blind_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98242);
/* harmony import */ var _registry_hive_tree_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(80521);
/* harmony import */ var _answer_file_search_order_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(84639);
/** Values that are written into the registry of the image before Windows has ever run, each with its type. */




const REGISTRY_TYPES = ['string', 'expand-string', 'multi-string', 'dword', 'qword', 'binary'];
const REG_QWORD = 11;
/** Characters: Microsoft Learn, "Registry element size limits". */
const LONGEST_KEY = 255;
const LONGEST_NAME = 16_383;
/** Bytes; what is larger lies in several cells, and is meant to be a file (the same page: 2048 bytes and more). */
const LARGEST_VALUE = 16_344;
/** YAML and JSON read 1.10 as 1.1, 007 as 7, and 9007199254740993 as the number before it. */
const LOST_DIGITS = 'was read as a number, which may have lost digits: put it in quotes';
const NUL_FAULT = 'has a NUL character, at which Windows ends a text';
/** Lets Remote Desktop listen, in whatever control set Windows starts with. */
const REMOTE_DESKTOP = {
    hive: 'SYSTEM',
    key: 'CurrentControlSet\\Control\\Terminal Server',
    value: (0,_registry_hive_tree_js__WEBPACK_IMPORTED_MODULE_3__/* .dwordValue */ .w5)('fDenyTSConnections', 0),
};
/**
 * @throws UserError input-invalid where the values that are wished turn Remote Desktop off, which the input remote-desktop turns on
 */
function refuseContradiction(remoteDesktop, settings) {
    if (!remoteDesktop)
        return;
    const of = ({ hive, key, value }) => `${hive}\\${key}\\${value.name}`;
    const last = settings.findLast((setting) => (0,_files_case_blind_js__WEBPACK_IMPORTED_MODULE_1__/* .isSameName */ .yS)(of(setting), of(REMOTE_DESKTOP)));
    if (last === undefined || last.value.data.equals(REMOTE_DESKTOP.value.data))
        return;
    throw invalid(`HKLM\\${of(last)} turns Remote Desktop off, and remote-desktop is true`);
}
/** The JSON of the input. @throws UserError input-invalid */
function parseRegistrySettings(text) {
    let parsed;
    try {
        parsed = JSON.parse(text);
    }
    catch (cause) {
        throw invalid(`not valid JSON: ${cause instanceof Error ? cause.message : String(cause)}`);
    }
    if (!Array.isArray(parsed))
        throw invalid('no JSON array');
    return parsed.map((entry, index) => {
        const { key, name, type, value, ...more } = (typeof entry === 'object' && entry !== null ? entry : {});
        const [unknown] = Object.keys(more);
        if (unknown !== undefined)
            throw invalid(`entry ${index + 1} has the field "${unknown}", which means nothing`);
        const isText = typeof value === 'string' || typeof value === 'number';
        const isList = Array.isArray(value) && value.every((part) => typeof part === 'string');
        const hasName = name === undefined || typeof name === 'string';
        const isKnown = REGISTRY_TYPES.find((known) => known === type);
        if (typeof key !== 'string' || !hasName || isKnown === undefined || (!isText && !isList)) {
            throw invalid(`entry ${index + 1} needs "key", "type" (${REGISTRY_TYPES.join(', ')}) and "value"`);
        }
        return { key, type: isKnown, value: value, ...(typeof name === 'string' && { name }) };
    });
}
/** @throws UserError input-invalid that names the key and what is wrong with it */
function readRegistrySettings(written) {
    return written.map(({ key, name = '', type, value }) => {
        const match = /^(?:HKLM|HKEY_LOCAL_MACHINE)\\(SOFTWARE|SYSTEM)\\(.+)$/i.exec(key);
        const [, hive = '', path = ''] = match ?? [];
        const parts = path.split('\\');
        if (match === null || parts.some((part) => part.trim() === '')) {
            throw invalid(`"${key}" is no key below HKLM\\SOFTWARE or HKLM\\SYSTEM`);
        }
        const said = `${key}\\${name}`;
        if (parts.some((part) => part.length > LONGEST_KEY) || name.length > LONGEST_NAME) {
            throw invalid(`${said}: a key has at most ${LONGEST_KEY} characters, a name of a value ${LONGEST_NAME}`);
        }
        if ((0,_files_case_blind_js__WEBPACK_IMPORTED_MODULE_1__/* .isSameName */ .yS)(`${hive}\\${path}`, `SYSTEM\\${_answer_file_search_order_js__WEBPACK_IMPORTED_MODULE_2__/* .SETUP_KEY */ .Ac}`) && (0,_files_case_blind_js__WEBPACK_IMPORTED_MODULE_1__/* .isSameName */ .yS)(name, _answer_file_search_order_js__WEBPACK_IMPORTED_MODULE_2__/* .SETUP_VALUE */ .iW)) {
            throw invalid(`${said} would have Windows take another answer file than that of this build (input unattend)`);
        }
        const lost = lossOf(type, value) ?? ([...parts, name].some(hasEnd) ? NUL_FAULT : undefined);
        const read = lost === undefined ? toValue(name, type, value) : undefined;
        if (read === undefined) {
            throw invalid(`${said}: ${JSON.stringify(value)} is no ${type}${lost === undefined ? '' : `: it ${lost}`}`);
        }
        if (read.data.length > LARGEST_VALUE) {
            throw invalid(`${said}: a value of ${read.data.length} bytes; ${LARGEST_VALUE} are the most`);
        }
        return { hive: hive.toUpperCase() === 'SYSTEM' ? 'SYSTEM' : 'SOFTWARE', key: path, value: read };
    });
}
/** What would be written as something else than it says; one clause. Microsoft Learn, "Registry value types": texts end with a NUL, lists with an empty text. */
function lossOf(type, value) {
    if (typeof value === 'number') {
        if (type === 'string' || type === 'expand-string' || type === 'binary')
            return LOST_DIGITS;
        return Number.isSafeInteger(value) || !Number.isInteger(value) ? undefined : LOST_DIGITS;
    }
    if (type !== 'string' && type !== 'expand-string' && type !== 'multi-string')
        return undefined;
    const texts = typeof value === 'string' ? [value] : value;
    if (texts.some(hasEnd))
        return NUL_FAULT;
    return type === 'multi-string' && texts.includes('')
        ? 'has an empty text, at which Windows ends the list'
        : undefined;
}
function hasEnd(text) {
    return text.includes('\0');
}
/** The key in the hive. @param controlSet e.g. `ControlSet001` */
function keyInHive({ key }, controlSet) {
    return key.replace(/^CurrentControlSet(?=\\|$)/i, controlSet);
}
function toValue(name, type, value) {
    if (type === 'multi-string')
        return typeof value === 'object' ? (0,_registry_hive_tree_js__WEBPACK_IMPORTED_MODULE_3__/* .multiStringValue */ .wl)(name, value) : undefined;
    if (typeof value === 'object')
        return undefined;
    switch (type) {
        case 'string':
            return (0,_registry_hive_tree_js__WEBPACK_IMPORTED_MODULE_3__/* .stringValue */ .r$)(name, String(value));
        case 'expand-string':
            return (0,_registry_hive_tree_js__WEBPACK_IMPORTED_MODULE_3__/* .expandStringValue */ .Pr)(name, String(value));
        case 'dword': {
            const number = wholeNumber(value, 32);
            return number === undefined ? undefined : (0,_registry_hive_tree_js__WEBPACK_IMPORTED_MODULE_3__/* .dwordValue */ .w5)(name, Number(number));
        }
        case 'qword': {
            const number = wholeNumber(value, 64);
            if (number === undefined)
                return undefined;
            const data = Buffer.alloc(8);
            data.writeBigUInt64LE(number);
            return { name, type: REG_QWORD, data };
        }
        case 'binary': {
            const digits = String(value).replaceAll(/[\s,]/g, '');
            return /^(?:[0-9a-f]{2})*$/i.test(digits) ? (0,_registry_hive_tree_js__WEBPACK_IMPORTED_MODULE_3__/* .binaryValue */ .H9)(name, Buffer.from(digits, 'hex')) : undefined;
        }
    }
}
/** Decimal digits, or hexadecimal ones after 0x. */
function wholeNumber(value, bits) {
    const text = String(value).trim();
    if (!/^(?:\d+|0x[0-9a-f]+)$/i.test(text))
        return undefined;
    const number = BigInt(text);
    return number < 1n << BigInt(bits) ? number : undefined;
}
function invalid(what) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('input-invalid', `Input registry: ${what}`, 'Write [{"key": "HKLM\\\\SOFTWARE\\\\Corp", "name": "Site", "type": "string", "value": "A"}], or the same under customize.registry of the template.');
}


/***/ }),

/***/ 58917:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ug: () => (/* binding */ ENGINES),
  eq: () => (/* binding */ defaultEngine),
  cI: () => (/* binding */ engineObstacle),
  Lf: () => (/* binding */ idleInput)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.cache/build/src/archives/iso/mounted-iso.js
var mounted_iso = __webpack_require__(12514);
// EXTERNAL MODULE: ./.cache/build/src/disk/open-disk-for-writing.js + 4 modules
var open_disk_for_writing = __webpack_require__(20238);
// EXTERNAL MODULE: ./.cache/build/src/errors.js
var errors = __webpack_require__(41251);
// EXTERNAL MODULE: ./.cache/build/src/files/assert-free-space.js
var assert_free_space = __webpack_require__(91698);
// EXTERNAL MODULE: ./.cache/build/src/files/move-into-place.js
var move_into_place = __webpack_require__(69174);
// EXTERNAL MODULE: ./.cache/build/src/tools/powershell.js
var powershell = __webpack_require__(50241);
// EXTERNAL MODULE: ./.cache/build/src/tools/powershell-answer.js
var powershell_answer = __webpack_require__(2400);
// EXTERNAL MODULE: ./.cache/build/src/units.js
var units = __webpack_require__(16053);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./.cache/build/src/windows/attach/assert-planned.js
/** Proves that an attached disk is the one of the plan before anything on it is formatted: disks have numbers, and numbers change hands. */


const TRIES = 60;
const PAUSE_MS = 500;
/**
 * @param pause for tests
 * @throws UserError layout-wrong for another disk, or partitions that are not those of the plan
 */
async function assertPlanned(disk, plan, signal, pause = promises_.setTimeout) {
    let seen = await disk.look();
    // Partitions come up after their disk.
    for (let tries = 1; seen.partitions.length < plan.partitions.length && tries < TRIES; tries++) {
        await pause(PAUSE_MS);
        signal.throwIfAborted();
        seen = await disk.look();
    }
    const numbers = plan.partitions.map((planned) => numberOf(seen, planned));
    const [esp, , windows, recovery] = numbers;
    const isWhole = numbers.every((number) => number !== undefined) && seen.partitions.length === numbers.length;
    if (seen.guid === plan.diskGuid && isWhole && esp !== undefined && windows !== undefined)
        return { esp, windows, recovery };
    const found = seen.partitions.map(({ guid, offset, size }) => `${guid} at ${offset} with ${size} bytes`).join(', ');
    throw new errors/* UserError */.yo('layout-wrong', `Disk ${disk.number}, which Windows attached, is not the one that was made: it is ${seen.guid} with ${found || 'no partition'}; planned was ${plan.diskGuid}`, 'Nothing on it was touched. Run this step again, and attach or detach no other disks meanwhile.');
}
function numberOf(seen, planned) {
    const { guid, offset, size } = planned;
    return seen.partitions.find((found) => found.guid === guid && found.offset === offset && found.size === size)?.number;
}

// EXTERNAL MODULE: ./.cache/build/src/windows/attach/attached-disk.js + 3 modules
var attached_disk = __webpack_require__(16809);
// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(51455);
;// CONCATENATED MODULE: ./.cache/build/src/windows/attach/diskpart.js
/**
 * diskpart formats and gives letters: one script a step, so that a failure is known by its step. Nobody documents the encoding of its
 * scripts, so nothing but ASCII stands in them, never a path; and its script is named relative to its working folder, whose own name may
 * hold anything. With a script, unlike with standard input, it ends at the first command that fails and says so by its exit code
 * (Microsoft, "diskpart scripts and examples").
 */


let scripts = 0;
/** @param label at most 11 letters and digits @throws ToolError */
function formatPartition(place, fileSystem, label, context) {
    return diskpart(place, `format fs=${fileSystem} label=${label} quick`, context);
}
/** @param letter one that is free @throws ToolError */
function assignLetter(place, letter, context) {
    return diskpart(place, `assign letter=${letter}`, context);
}
/** Windows forgets the letter, which it would keep for the next coming of the partition otherwise. @throws ToolError */
function removeLetter(place, letter, context) {
    return diskpart(place, `remove letter=${letter}`, context);
}
async function diskpart({ disk, partition }, command, { tools, temp }) {
    const name = `diskpart-${++scripts}.txt`;
    const lines = [`select disk ${disk}`, `select partition ${partition}`, command];
    await (0,external_node_fs_promises_.writeFile)((0,external_node_path_.join)(temp, name), lines.map((line) => `${line}\r\n`).join(''), 'latin1');
    await tools.run('diskpart.exe', ['/s', name], { cwd: temp });
}

;// CONCATENATED MODULE: ./.cache/build/src/windows/attach/drive-letter.js
/** A drive letter for a partition of ours: one that is free, never one that is assumed. */




/** A and B are floppies to some programs, C is this Windows; the last ones are what people map first by hand. */
const LETTERS = 'WVUTSRQPONMLKJIHGFEDXYZ';
/** Another program may take the letter between the look and the assignment. */
const drive_letter_TRIES = 3;
const SEEN_TRIES = 60;
const SEEN_PAUSE_MS = 500;
/**
 * Gives a partition a letter, formatted or not, and looks whether Windows sees it there.
 * @param pause for tests
 * @throws UserError no-drive-letter when none is free, timeout; ToolError of diskpart
 */
async function takeLetter(disk, partition, context, pause = promises_.setTimeout) {
    const place = { disk: disk.number, partition };
    const tried = [];
    for (;;) {
        const { letters } = await disk.look();
        const letter = [...LETTERS].find((candidate) => !letters.includes(candidate) && !tried.includes(candidate));
        if (letter === undefined)
            throw noLetter();
        tried.push(letter);
        try {
            await assignLetter(place, letter, context);
        }
        catch (error) {
            if (!(error instanceof errors/* ToolError */.v4) || tried.length >= drive_letter_TRIES)
                throw error;
            context.log.debug(`diskpart does not give the letter ${letter}, another one is tried: ${error.tail}`);
            continue;
        }
        await waitUntilSeen(disk, partition, letter, context.signal, pause);
        const remove = async () => {
            // Detaching takes it away in any case; only a memory of it would be left.
            await removeLetter(place, letter, context).catch((error) => {
                if (!(error instanceof errors/* ToolError */.v4))
                    throw error;
                context.log.debug(`diskpart does not take the letter ${letter} back: ${error.tail}`);
            });
        };
        return { letter, remove };
    }
}
async function waitUntilSeen(disk, partition, letter, signal, pause) {
    for (let tries = 0; tries < SEEN_TRIES; tries++) {
        if (tries > 0)
            await pause(SEEN_PAUSE_MS);
        signal.throwIfAborted();
        const { partitions } = await disk.look();
        if (partitions.find(({ number }) => number === partition)?.letter === letter)
            return;
    }
    throw new errors/* UserError */.yo('timeout', `diskpart gave partition ${partition} of disk ${disk.number} the letter ${letter}, but Windows does not show it there`, 'Look at the event log of the Virtual Disk service, then run this step again.');
}
/** A letter may come before the files behind it. @throws UserError timeout */
async function waitForFiles(root, signal, pause = promises_.setTimeout) {
    for (let tries = 0; tries < SEEN_TRIES; tries++) {
        if (tries > 0)
            await pause(SEEN_PAUSE_MS);
        signal.throwIfAborted();
        if ((await (0,external_node_fs_promises_.readdir)(root).catch(() => undefined)) !== undefined)
            return;
    }
    throw new errors/* UserError */.yo('timeout', `The volume ${root} cannot be read`, 'See whether a policy or a virus scanner of this machine keeps new drives from being read.');
}
function noLetter() {
    return new errors/* UserError */.yo('no-drive-letter', 'No drive letter is free on this machine', 'Disconnect network drives, or remove letters of volumes that nobody needs (mountvol /R removes those of volumes that are gone).');
}

// EXTERNAL MODULE: ./node_modules/saxes/saxes.js
var saxes = __webpack_require__(59800);
// EXTERNAL MODULE: ./.cache/build/src/files/byte-source.js
var byte_source = __webpack_require__(58018);
;// CONCATENATED MODULE: ./.cache/build/src/archives/wim/wim-header.js
/**
 * The head of a WIM and its XML data, which lie in the file as they are, whatever its compression.
 * Layout: Microsoft, "Windows Imaging File Format (WIM)": WIMHEADER_V1_PACKED and RESHDR_DISK_SHORT. An .esd has the same head.
 */


const HEADER_BYTES = 208;
const MAGIC = 'MSWIM\0\0\0';
/** Those of Microsoft's media have some 20 KB. */
const MAX_XML_BYTES = 32 * 2 ** 20;
/** @throws FormatError when the file is no WIM, or shorter than its head says; the errors of opening it */
async function readWimHead(path) {
    const source = await (0,byte_source/* openFileSource */.Sd)(path);
    try {
        const header = await source.read(0, Math.min(HEADER_BYTES, source.size));
        const magic = header.toString('latin1', 0, MAGIC.length);
        if (header.length < HEADER_BYTES || magic !== MAGIC) {
            throw new errors/* FormatError */.IF(path, 0, 'a WIM (MSWIM)', JSON.stringify(magic));
        }
        // The upper byte of the size holds flags.
        const size = header.readUIntLE(72, 6);
        const offset = Number(header.readBigUInt64LE(80));
        if (size > MAX_XML_BYTES || size % 2 !== 0 || offset + size > source.size) {
            throw new errors/* FormatError */.IF(path, 72, `XML data within ${source.size} bytes`, `${size} bytes at ${offset}`);
        }
        const xml = (await source.read(offset, size)).toString('utf16le').replace(/^\ufeff/, '');
        const guid = header.toString('hex', 24, 40);
        return { part: header.readUInt16LE(40), parts: header.readUInt16LE(42), guid, xml };
    }
    finally {
        await source.close();
    }
}

// EXTERNAL MODULE: ./.cache/build/src/files/file-time.js
var file_time = __webpack_require__(91138);
;// CONCATENATED MODULE: ./.cache/build/src/windows/media/wim-images.js
/** What a WIM says about its images. Elements: Microsoft, "Windows Imaging File Format", XML data. */




/** The one element that occurs several times in an image. */
const LANGUAGE = 'WINDOWS/LANGUAGES/LANGUAGE';
const ARCHITECTURES = { 0: 'x86', 9: 'amd64', 12: 'arm64' };
/**
 * The images of a WIM or ESD, or of the first part of a split one.
 * @throws UserError not-windows-media when it cannot be read or has no images
 */
async function readWimImages(wim) {
    const { xml } = await readHead(wim);
    const images = await asMedia(() => parseWimXml(xml, wim));
    if (images.length > 0)
        return images;
    throw new errors/* UserError */.yo('not-windows-media', 'The image file of the ISO holds no image', 'Give the installation ISO of Windows Server as Microsoft ships it.');
}
/** The head of an image file of the ISO, or of one part of it. @throws UserError not-windows-media when it cannot be read */
function readHead(wim) {
    return asMedia(() => readWimHead(wim));
}
async function asMedia(read) {
    try {
        return await read();
    }
    catch (cause) {
        if (!(cause instanceof errors/* FormatError */.IF))
            throw cause;
        throw new errors/* UserError */.yo('not-windows-media', `The image file of the ISO cannot be read: ${cause.message}`, 'Fetch the ISO again and give its sha256, so that a damaged download is noticed.', { cause });
    }
}
/** Exported for its test. @throws FormatError */
function parseWimXml(xml, source) {
    const images = [];
    const path = [];
    const parser = new saxes/* SaxesParser */.wT();
    let text = '';
    parser.on('error', (error) => {
        throw new errors/* FormatError */.IF(source, 0, 'XML data of a WIM', error.message);
    });
    parser.on('opentag', (tag) => {
        path.push(tag.name);
        text = '';
        if (path.length === 2 && tag.name === 'IMAGE')
            images.push(new Map([['INDEX', String(tag.attributes.INDEX)]]));
    });
    parser.on('text', (part) => {
        text += part;
    });
    parser.on('closetag', () => {
        const key = path.slice(2).join('/');
        const image = images.at(-1);
        if (path[1] === 'IMAGE' && key !== '' && text.trim() !== '') {
            const before = key === LANGUAGE ? image?.get(key) : undefined;
            image?.set(key, before === undefined ? text.trim() : `${before},${text.trim()}`);
        }
        path.pop();
        text = '';
    });
    parser.write(xml).close();
    return images.map(toImage);
}
function toImage(fields) {
    const text = (key) => fields.get(key) ?? '';
    const number = (key) => Number(fields.get(key) ?? 0);
    const build = number('WINDOWS/VERSION/BUILD');
    const languages = text(LANGUAGE)
        .split(',')
        .filter((tag) => tag !== '');
    const version = [number('WINDOWS/VERSION/MAJOR'), number('WINDOWS/VERSION/MINOR'), build];
    return {
        index: number('INDEX'),
        name: text('NAME'),
        displayName: fields.get('DISPLAYNAME') ?? text('NAME'),
        editionId: text('WINDOWS/EDITIONID'),
        installationType: text('WINDOWS/INSTALLATIONTYPE'),
        architecture: ARCHITECTURES[text('WINDOWS/ARCH')] ?? 'other',
        version: [...version, number('WINDOWS/VERSION/SPBUILD')].join('.'),
        build,
        language: fields.get('WINDOWS/LANGUAGES/DEFAULT') ?? languages[0] ?? '',
        languages,
        size: number('TOTALBYTES') - number('HARDLINKBYTES'),
        fileCount: number('FILECOUNT') + number('DIRCOUNT'),
        modified: fileTime(text('LASTMODIFICATIONTIME/HIGHPART'), text('LASTMODIFICATIONTIME/LOWPART')),
    };
}
function fileTime(high, low) {
    if (!/^0x[0-9a-f]+$/i.test(high) || !/^0x[0-9a-f]+$/i.test(low))
        return new Date(0);
    const ticks = (BigInt(high) << 32n) | BigInt(low);
    return new Date((0,file_time/* fromFileTime */.W)(ticks));
}

// EXTERNAL MODULE: ./.cache/build/src/files/case-blind.js
var case_blind = __webpack_require__(98242);
// EXTERNAL MODULE: ./.cache/build/src/registry/loaded-hive.js
var loaded_hive = __webpack_require__(7858);
// EXTERNAL MODULE: ./.cache/build/src/registry/system-hive.js
var system_hive = __webpack_require__(21158);
;// CONCATENATED MODULE: ./.cache/build/src/windows/attach/boot-files.js
/**
 * The boot files and the boot store of a finished image, written by bcdboot after servicing, so that the ESP has the serviced boot
 * manager. Whose bcdboot, the image's own or this machine's, decides in the field whether it works: both are tried. `/bootex` is never
 * given, since another signer must not come silently; with `/s` the firmware of this machine stays as it is.
 */





/**
 * By the name of its volume first, which needs no letter though only a letter is documented; then by a letter.
 * @throws ToolError with the outcomes of all attempts
 */
async function writeBootFiles(request, context) {
    const { disk, esp, image } = request;
    const own = external_node_path_.win32.join(image, 'Windows', 'System32', 'bcdboot.exe');
    const programs = [...((await context.tools.has(own)) ? [own] : []), 'bcdboot.exe'];
    const failures = [];
    const volume = (await disk.look()).partitions.find(({ number }) => number === esp)?.volume;
    if (volume !== undefined) {
        const target = volume.replace(/\\$/, '');
        if (await tryAll(programs, { ...request, root: `${target}\\`, target }, failures, context))
            return;
    }
    const { letter, remove } = await takeLetter(disk, esp, context);
    try {
        const done = await tryAll(programs, { ...request, root: request.rootOf(letter), target: `${letter}:` }, failures, context);
        if (done)
            return;
    }
    finally {
        await remove();
    }
    const told = failures.map(({ words }) => words).join('\n');
    // The letter is what is documented, and the last that was tried.
    const exitCode = failures.at(-1)?.exitCode ?? null;
    throw new errors/* ToolError */.v4('bcdboot.exe', exitCode, told, 'No way of writing the boot files worked.');
}
/** What every start needs; who was given a target it does not understand may do nothing and say so to nobody. */
const NEEDED = ['EFI/Microsoft/Boot/BCD', 'EFI/Microsoft/Boot/bootmgfw.efi', 'EFI/Boot/bootx64.efi'];
async function missingFile(root) {
    for (const path of NEEDED)
        if ((await (0,case_blind/* findPath */.Hh)(root, path)) === undefined)
            return path;
    return undefined;
}
/** @returns whether one program succeeded; the failures of the others are added to `failures` */
async function tryAll(programs, { root, target, image, locale }, failures, { tools, log }) {
    const args = [external_node_path_.win32.join(image, 'Windows'), '/s', target, '/f', 'UEFI', '/l', locale, '/c'];
    for (const program of programs) {
        try {
            // What a failed attempt left must not count as a boot store; and newer media fail where this folder is not there.
            await (0,external_node_fs_promises_.rm)((0,external_node_path_.join)(root, 'EFI'), { recursive: true, force: true });
            await (0,external_node_fs_promises_.mkdir)((0,external_node_path_.join)(root, 'EFI', 'Microsoft', 'Boot'), { recursive: true });
        }
        catch (error) {
            const words = `${root} cannot be written: ${error instanceof Error ? error.message : String(error)}`;
            failures.push({ words, exitCode: null });
            return false;
        }
        try {
            await tools.run(program, args);
            const missing = await missingFile(root);
            if (missing === undefined)
                return true;
            failures.push({ words: `${program} ${args.join(' ')}: it succeeded, but there is no ${missing}`, exitCode: 0 });
        }
        catch (error) {
            if (!(error instanceof errors/* ToolError */.v4))
                throw error;
            const words = [error.message, error.tail, error.explanation].filter(Boolean).join(' ');
            failures.push({ words: `${program} ${args.join(' ')}: ${words}`, exitCode: error.exitCode });
            log.debug(failures.at(-1)?.words ?? '');
        }
    }
    return false;
}

;// CONCATENATED MODULE: ./.cache/build/src/windows/stage/no-folder.js
/** The error for a place in the image that is no folder of its own. */

/** @param path in the image with `/` */
function noFolder(path) {
    return new errors/* UserError */.yo('input-invalid', `Input files: C:\\${path.replaceAll('/', '\\')} is a link or a file in the image, and no folder to copy into`, 'Name the folder that it leads to: C:\\ProgramData for C:\\Users\\All Users, C:\\Users for C:\\Documents and Settings.');
}

// EXTERNAL MODULE: ./.cache/build/src/windows/first-boot/first-boot-step.js
var first_boot_step = __webpack_require__(69634);
;// CONCATENATED MODULE: ./.cache/build/src/windows/stage/staged-access.js
/**
 * Who may read what was added to an image. Until Windows gave it access lists of its own, everybody could read a password or change
 * what runs as SYSTEM.
 */

/** What lies below these is for SYSTEM and Administrators alone. */
const PRIVATE = [`${first_boot_step/* STAGE_FOLDER */.Cj}/`, 'Windows/Setup/Scripts/', 'Windows/Panther/'];
/** @param path in the image with `/`; of a folder with one at its end */
function accessOf(path) {
    return PRIVATE.some((folder) => path.toLowerCase().startsWith(folder.toLowerCase())) ? 'private' : 'program';
}

;// CONCATENATED MODULE: ./.cache/build/src/windows/attach/write-staged.js
/** Writes what is added to an image onto its attached volume, each file where only those may read it who have to. */




/** SYSTEM and the group Administrators, by their identifiers: names differ between languages. */
const SYSTEM = '*S-1-5-18';
const ADMINISTRATORS = '*S-1-5-32-544';
/**
 * @param root of the volume, `W:\`
 * @throws UserError input-invalid for a folder that is a link of the image; ToolError of icacls; the errors of writing
 */
async function writeStaged(root, files, { tools }) {
    const closed = new Set();
    for (const { path, source } of files) {
        await makeFolders(root, (0,external_node_path_.dirname)(path), closed, tools);
        const target = (0,external_node_path_.join)(root, ...path.split('/'));
        if ('content' in source)
            await (0,external_node_fs_promises_.writeFile)(target, source.content);
        else
            await (0,external_node_fs_promises_.copyFile)(source.file, target);
        // In a folder that this run closed it inherits the right list.
        if (accessOf(path) === 'private' && !closed.has((0,external_node_path_.dirname)(path)))
            await write_staged_close(target, '', tools);
    }
}
/** @param closed paths of the folders that were made and closed; added to */
async function makeFolders(root, path, closed, tools) {
    const parts = path.split('/');
    for (let depth = 1; depth <= parts.length; depth++) {
        const folder = parts.slice(0, depth).join('/');
        const target = (0,external_node_path_.join)(root, ...parts.slice(0, depth));
        const found = await (0,external_node_fs_promises_.lstat)(target).catch(() => undefined);
        // A link of the image leads to this machine's own C: as long as it is attached.
        if (found?.isDirectory() === false)
            throw noFolder(folder);
        if (found !== undefined)
            continue;
        await (0,external_node_fs_promises_.mkdir)(target);
        if (accessOf(`${folder}/`) !== 'private')
            continue;
        const parent = (0,external_node_path_.dirname)(folder);
        if (!closed.has(parent))
            await write_staged_close(target, '(OI)(CI)', tools);
        closed.add(folder);
    }
}
/** Nothing is inherited, nobody but SYSTEM and Administrators may do anything, and the Administrators own it. */
async function write_staged_close(target, inherit, tools) {
    const grants = [SYSTEM, ADMINISTRATORS].map((who) => `${who}:${inherit}F`);
    await tools.run('icacls.exe', [target, '/inheritance:r', '/grant:r', ...grants, '/q']);
    await tools.run('icacls.exe', [target, '/setowner', ADMINISTRATORS, '/q']);
}

// EXTERNAL MODULE: ./.cache/build/src/windows/media/editions.js
var editions = __webpack_require__(87720);
// EXTERNAL MODULE: ./.cache/build/src/windows/media/feature-names.js
var feature_names = __webpack_require__(34352);
// EXTERNAL MODULE: ./.cache/build/src/windows/plan/offline-step.js
var offline_step = __webpack_require__(61196);
// EXTERNAL MODULE: ./.cache/build/src/disk/guid.js
var guid = __webpack_require__(85801);
// EXTERNAL MODULE: ./.cache/build/src/drivers/boot-driver.js
var boot_driver = __webpack_require__(98891);
// EXTERNAL MODULE: ./.cache/build/src/drivers/inf/directory-id.js
var directory_id = __webpack_require__(85239);
// EXTERNAL MODULE: ./.cache/build/src/registry/hive-tree.js
var hive_tree = __webpack_require__(80521);
;// CONCATENATED MODULE: ./.cache/build/src/windows/boot/boot-driver-edits.js
/**
 * Registers a storage driver in the SYSTEM hive of an image so that Windows can reach its own disk; every other driver can wait
 * until Windows runs. The keys are those that Windows itself writes for a third-party package in use (DriverDatabase of real
 * Windows 10 hives), the subset that virt-v2v relies on for its drivers.
 */





const ARCHITECTURE = 'amd64';
/** How the package names a device: by its own id, or by a less specific one. */
const MATCH_BYTES = { hardware: Buffer.from('01ff0000', 'hex'), compatible: Buffer.from('02ff0000', 'hex') };
/**
 * @param controlSet e.g. `ControlSet001`, the one that Select\Current names
 * @param packageHash tells two versions of a package apart: 16 hexadecimal digits
 * @throws UserError driver-cannot-start when something of the driver would be written that only a running Windows can resolve
 */
function bootDriverEdits(driver, controlSet, packageHash) {
    const edits = allEdits(driver, controlSet, packageHash);
    assertResolved(driver, edits);
    return edits;
}
/** A directory identifier in the registry means nothing to Windows: no edit may hold one, wherever in the INF file it came from. */
function assertResolved(driver, edits) {
    for (const edit of edits) {
        const values = 'delete' in edit ? [] : edit.values;
        const texts = [edit.key, ...values.flatMap((value) => [value.name, ...((0,hive_tree/* isText */.KH)(value) ? (0,hive_tree/* decodeTexts */.hs)(value) : [])])];
        const unresolved = texts.find((text) => (0,directory_id/* directoryIdIn */.q$)(text) !== undefined);
        if (unresolved === undefined)
            continue;
        throw (0,boot_driver/* cannotStart */.m3)({ name: driver.inf }, `it wants "${unresolved}" in ${edit.key}, which only a running Windows knows`);
    }
}
function allEdits(driver, controlSet, packageHash) {
    const infName = driver.inf.toLowerCase();
    const label = `${infName}_${ARCHITECTURE}_${packageHash}`;
    const packageKey = `DriverDatabase\\DriverPackages\\${label}`;
    const ids = driver.devices.flatMap((device) => device.ids);
    return [
        {
            key: `DriverDatabase\\DriverInfFiles\\${infName}`,
            values: [
                (0,hive_tree/* multiStringValue */.wl)('', [label]),
                (0,hive_tree/* stringValue */.r$)('Active', label),
                (0,hive_tree/* multiStringValue */.wl)('Configurations', [driver.configuration]),
            ],
        },
        ...ids.map(({ id, match }) => ({
            key: `DriverDatabase\\DeviceIds\\${id}`,
            values: [(0,hive_tree/* binaryValue */.H9)(infName, MATCH_BYTES[match])],
        })),
        {
            key: packageKey,
            values: [
                (0,hive_tree/* stringValue */.r$)('', infName),
                (0,hive_tree/* binaryValue */.H9)('Version', packageVersion(driver)),
                (0,hive_tree/* stringValue */.r$)('InfName', infName),
                ...(driver.provider === undefined ? [] : [(0,hive_tree/* stringValue */.r$)('Provider', driver.provider)]),
            ],
        },
        {
            key: `${packageKey}\\Configurations\\${driver.configuration}`,
            values: [(0,hive_tree/* dwordValue */.w5)('ConfigFlags', 0), (0,hive_tree/* stringValue */.r$)('Service', driver.service.name)],
        },
        ...infEdits(`${packageKey}\\Configurations\\${driver.configuration}\\Device`, driver.hardwareRegistry),
        ...ids.map(({ id }) => ({
            key: `${packageKey}\\Descriptors\\${id}`,
            values: [(0,hive_tree/* stringValue */.r$)('Configuration', driver.configuration)],
        })),
        ...serviceEdits(driver, controlSet),
    ];
}
/** The 48 bytes of `Version`: origin and platform, class, then date and version of DriverVer. */
function packageVersion(driver) {
    const bytes = Buffer.alloc(48);
    // 00 ff: third party; 09: AMD64.
    bytes.write('00ff0900', 0, 'hex');
    (0,guid/* parseGuid */.J)(driver.classGuid).copy(bytes, 8);
    bytes.writeBigUInt64LE((0,file_time/* toFileTime */.L)(Date.parse(`${driver.date}T00:00:00Z`)), 24);
    const parts = driver.version.split('.').map(Number).reverse();
    for (const [index, part] of parts.slice(0, 4).entries())
        bytes.writeUInt16LE(part, 32 + 2 * index);
    return bytes;
}
function serviceEdits({ service, imagePath }, controlSet) {
    const key = `${controlSet}\\Services\\${service.name}`;
    return [
        {
            key,
            values: [
                (0,hive_tree/* dwordValue */.w5)('Type', service.serviceType),
                (0,hive_tree/* dwordValue */.w5)('Start', service.startType),
                (0,hive_tree/* dwordValue */.w5)('ErrorControl', service.errorControl),
                (0,hive_tree/* expandStringValue */.Pr)('ImagePath', imagePath),
                ...(service.loadOrderGroup === undefined ? [] : [(0,hive_tree/* stringValue */.r$)('Group', service.loadOrderGroup)]),
                ...(service.dependencies.length === 0 ? [] : [(0,hive_tree/* multiStringValue */.wl)('DependOnService', service.dependencies)]),
            ],
        },
        // A boot driver with this key is started later or never, whatever Start says.
        { key: `${key}\\StartOverride`, delete: true },
        ...infEdits(key, service.registry),
    ];
}
/** Values that an AddReg directive writes relative to its key. */
function infEdits(key, values) {
    return values
        .filter(({ root }) => root === 'HKR')
        .map((value) => ({
        key: value.subkey === '' ? key : `${key}\\${value.subkey}`,
        values: [registryValue(value)],
    }));
}
function registryValue(value) {
    switch (value.type) {
        case 'REG_SZ':
            return (0,hive_tree/* stringValue */.r$)(value.name, value.data);
        case 'REG_EXPAND_SZ':
            return (0,hive_tree/* expandStringValue */.Pr)(value.name, value.data);
        case 'REG_MULTI_SZ':
            return (0,hive_tree/* multiStringValue */.wl)(value.name, value.data);
        case 'REG_DWORD':
            return (0,hive_tree/* dwordValue */.w5)(value.name, value.data);
        case 'REG_BINARY':
            return (0,hive_tree/* binaryValue */.H9)(value.name, Buffer.from(value.data));
        case 'REG_NONE':
            return { name: value.name, type: 0, data: Buffer.from(value.data) };
    }
}

// EXTERNAL MODULE: ./.cache/build/src/windows/customize/registry-setting.js
var registry_setting = __webpack_require__(69896);
;// CONCATENATED MODULE: ./.cache/build/src/windows/stage/hive-edits.js
/** What the offline steps change in the hives of an image, whoever writes it. */



/**
 * @param controlSet e.g. `ControlSet001`
 * @returns only hives that change
 * @throws UserError driver-cannot-start
 */
function hiveEdits(steps, controlSet) {
    const system = steps.flatMap((step) => {
        if (step.kind === 'remote-desktop')
            return (0,system_hive/* remoteDesktopEdits */.uR)(controlSet);
        if (step.kind !== 'boot-driver' || step.driver.boot === undefined)
            return [];
        return bootDriverEdits(step.driver.boot, controlSet, step.driver.sha256.slice(0, 16));
    });
    const settings = steps.flatMap((step) => (step.kind === 'registry' ? [step.setting] : []));
    const wished = (hive) => settings
        .filter((setting) => setting.hive === hive)
        .map((setting) => ({ key: (0,registry_setting/* keyInHive */.XX)(setting, controlSet), values: [setting.value] }));
    const all = [
        { hive: 'SYSTEM', edits: [...system, ...wished('SYSTEM')] },
        { hive: 'SOFTWARE', edits: wished('SOFTWARE') },
    ];
    return all.filter(({ edits }) => edits.length > 0);
}

;// CONCATENATED MODULE: ./.cache/build/src/windows/stage/no-hive.js
/** The error for an image that is no installed Windows. */

function noHive({ index, name }, hive) {
    return new errors/* UserError */.yo('not-windows-media', `Image ${index} "${name}" has no Windows/System32/config/${hive}: it is no installed Windows`, 'Choose an edition of Windows Server, not the set-up or recovery environment.');
}

// EXTERNAL MODULE: ./.cache/build/src/windows/stage/staged-files.js
var staged_files = __webpack_require__(83577);
// EXTERNAL MODULE: ./.cache/build/src/windows/verify/judge-packages.js
var judge_packages = __webpack_require__(11729);
// EXTERNAL MODULE: ./.cache/build/src/updates/package-identity.js
var package_identity = __webpack_require__(61018);
// EXTERNAL MODULE: ./.cache/build/src/progress.js
var progress = __webpack_require__(65647);
;// CONCATENATED MODULE: ./.cache/build/src/windows/engines/dism/servicing-logs.js
/** The logs of servicing: what DISM prints names a code, why it came stands in there. */


/** Where servicing of an image that is not running writes too: this Windows' own log. */
const CBS_LOG = 'C:\\Windows\\Logs\\CBS\\CBS.log';
/** Where DISM writes when nobody names another place, as the cmdlets of PowerShell do for a module. */
const OWN_DISM_LOG = 'C:\\Windows\\Logs\\DISM\\dism.log';
const TAIL_BYTES = 512 * 1024;
const ERROR_LINES = 12;
const STAMP = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d), Error\b/;
/** The moment from which errors belong to what begins now: the logs count whole seconds. */
function servicingBegins() {
    return new Date(Math.floor(Date.now() / 1000) * 1000);
}
/**
 * @param dismLog where DISM was told to write
 * @returns the same error with the last errors of both logs behind what the program printed
 */
async function withServicingLogs(error, dismLog, since) {
    const tail = [error.tail, ...(await servicingErrors(dismLog, since))].join('\n').trim();
    return new errors/* ToolError */.v4(error.tool, error.exitCode, tail, error.explanation, { cause: error });
}
/** The last errors of dism.log and CBS.log, each behind the name of its log. */
async function servicingErrors(dismLog, since) {
    const logs = [
        ['dism.log', dismLog],
        ['CBS.log', CBS_LOG],
    ];
    const lines = await Promise.all(logs.map(async ([name, path]) => (await lastErrors(path, since)).map((line) => `${name}: ${line}`)));
    return lines.flat();
}
/**
 * The last lines of a log of DISM or CBS that tell of an error; none when there is no such file. Those of the machine are kept for
 * weeks: what is older is of somebody else. Their time is that of the machine's clock on the wall.
 */
async function lastErrors(path, since) {
    const file = await (0,external_node_fs_promises_.open)(path, 'r').catch(() => undefined);
    if (file === undefined)
        return [];
    try {
        const { size } = await file.stat();
        const length = Math.min(size, TAIL_BYTES);
        const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(length), position: size - length });
        return buffer
            .toString('utf8', 0, bytesRead)
            .split(/\r?\n/)
            .filter((line) => {
            const [, day, time] = STAMP.exec(line) ?? [];
            return day !== undefined && new Date(`${day}T${time}`) >= since;
        })
            .slice(-ERROR_LINES);
    }
    finally {
        await file.close();
    }
}

;// CONCATENATED MODULE: ./.cache/build/src/windows/engines/dism/dism.js
/** DISM on an image that is not running: always in English, always with its own log, its progress shown. */





/** ERROR_SUCCESS_REBOOT_REQUIRED, for what ends at the first start. */
const RESTART_REQUIRED = 3010;
/**
 * @param image root of the image, `W:\`; undefined where none is applied yet
 * @param ok exit codes that count as success besides 0 and 3010
 * @throws ToolError with the last errors of dism.log and CBS.log behind what DISM printed
 */
async function dism(args, image, { tools, temp, log }, ok = []) {
    const [logFile, scratch] = [(0,external_node_path_.join)(temp, 'dism.log'), (0,external_node_path_.join)(temp, 'scratch')];
    await (0,external_node_fs_promises_.mkdir)(scratch, { recursive: true });
    const tell = (0,progress/* showProgress */.R)(log, '');
    const begun = servicingBegins();
    const common = ['/English', ...(image === undefined ? [] : [`/Image:${image}`])];
    try {
        return await tools.run('dism.exe', [...common, ...args, `/ScratchDir:${scratch}`, `/LogPath:${logFile}`], {
            okExitCodes: [0, RESTART_REQUIRED, ...ok],
            onLine: (line) => {
                const percent = /\[[= ]*(\d{1,3})\.\d%[= ]*\]/.exec(line)?.[1];
                if (percent !== undefined)
                    tell(Number(percent) / 100);
            },
        });
    }
    catch (error) {
        throw error instanceof errors/* ToolError */.v4 ? await withServicingLogs(error, logFile, begun) : error;
    }
}

;// CONCATENATED MODULE: ./.cache/build/src/windows/engines/dism/dism-tables.js
/**
 * Reads DISM's own tables (`/Format:Table`) and listings, which it prints in English with `/English`. Microsoft, "DISM driver, package
 * and feature servicing command-line options".
 */
const RULE = /^\s*-{3,}\s*\|[-| ]*$/;
/** Rows of the first table in the text, cut at its bars, without the head and the rules around it. */
function tableRows(text) {
    const lines = text.split(/\r?\n/);
    const first = lines.findIndex((line) => RULE.test(line));
    // Some versions rule the head above and below.
    const rule = RULE.test(lines[first + 2] ?? '') ? first + 2 : first;
    if (rule < 0)
        return [];
    const rows = lines.slice(rule + 1);
    const end = rows.findIndex((line) => !line.includes('|'));
    return rows.slice(0, end < 0 ? rows.length : end).map((line) => line.split('|').map((cell) => cell.trim()));
}
/** `Key : value` of a listing such as that of `/Get-DriverInfo`; undefined when it is not there. */
function listedValue(text, key) {
    const line = text.split(/\r?\n/).find((candidate) => candidate.split(' : ')[0]?.trim() === key);
    return line?.slice(line.indexOf(' : ') + 3).trim();
}

;// CONCATENATED MODULE: ./.cache/build/src/windows/engines/dism/read-back.js
/** What DISM made of the image, asked of DISM itself: exit code 0 is no proof. */






/** As DISM words them with /English. */
const PACKAGE_STATES = {
    Installed: 'installed',
    'Install Pending': 'pending',
    Superseded: 'superseded',
};
/** Names of all features of the image with their states, as DISM words them. */
async function readFeatures(root, context) {
    const { stdout } = await dism(['/Get-Features', '/Format:Table'], root, context);
    return new Map(tableRows(stdout).map(([name = '', state = '']) => [name, state]));
}
/** All packages of the image with their states. */
async function listPackages(root, context) {
    const { stdout } = await dism(['/Get-Packages', '/Format:Table'], root, context);
    return tableRows(stdout).flatMap(([name = '', state = '']) => {
        const identity = (0,package_identity/* parsePackageName */.Rl)(name);
        return identity === undefined ? [] : [{ identity, state: PACKAGE_STATES[state] ?? { unknown: state } }];
    });
}
/**
 * Compares drivers, features and packages with the steps that were done.
 * @param root of the image, `W:\`
 * @returns what waits for the first start, and what nobody can tell
 * @throws UserError servicing-unproven that names what is not there
 */
async function readBack(steps, root, before, context) {
    const drivers = steps.flatMap((step) => (step.kind === 'driver' ? [step.driver] : []));
    if (drivers.length > 0)
        await checkDrivers(drivers, root, context);
    const features = steps.flatMap((step) => (step.kind === 'feature' ? [step.feature] : []));
    const pending = [];
    if (features.length > 0)
        pending.push(...pendingFeatures(features, await readFeatures(root, context)));
    const updates = (0,judge_packages/* updatesOfSteps */.L)(steps);
    if (updates.length === 0)
        return pending.length === 0 ? [] : [pendingFirstBoot(pending)];
    const present = await listPackages(root, context);
    const { faults, unproven: unnamed } = (0,judge_packages/* judgePackages */.V)(updates, present, before.build, before.packages);
    if (faults.length > 0)
        throw unproven(faults.join('; '));
    pending.push(...present.flatMap(pendingPackage));
    return [...(pending.length === 0 ? [] : [pendingFirstBoot(pending)]), ...unnamed.map(packageUnproven)];
}
async function checkDrivers(drivers, root, context) {
    const { stdout } = await dism(['/Get-Drivers', '/Format:Table'], root, context);
    // Published name, original file name, inbox, class, provider, date, version.
    const rows = tableRows(stdout);
    for (const { infName, version, boot } of drivers) {
        const found = rows.find((row) => (0,case_blind/* isSameName */.yS)(row[1]?.split(/[\\/]/).at(-1) ?? '', infName) && row.at(-1) === version);
        const published = found?.[0];
        if (published === undefined)
            throw unproven(`the image has no driver ${infName} ${version}`);
        if (boot === undefined)
            continue;
        const info = await dism(['/Get-DriverInfo', `/Driver:${published}`], root, context);
        if (listedValue(info.stdout, 'Boot Critical') !== 'Yes') {
            throw unproven(`it does not count ${infName} as boot critical, so that Windows would not be started with it`);
        }
    }
}
function pendingFeatures(wanted, states) {
    return wanted.flatMap((feature) => {
        const state = [...states].find(([name]) => (0,case_blind/* isSameName */.yS)(name, feature))?.[1];
        if (state === 'Enabled')
            return [];
        if (state === 'Enable Pending')
            return [`feature ${feature}`];
        throw unproven(`the feature ${feature} is ${state === undefined ? 'not in the image' : `"${state}"`}`);
    });
}
function pendingPackage({ identity: { name, version }, state }) {
    return state === 'pending' ? [`package ${name} ${version}`] : [];
}
function packageUnproven({ path }) {
    return {
        code: 'package-unproven',
        severity: 'warning',
        seen: `${path} was installed without an error, but does not say what it is called: nobody could look whether it is there.`,
        remedy: 'Install 7-Zip on the runner, which reads such packages, or use the engine dism, which compares the lists of before and after.',
    };
}
function pendingFirstBoot(what) {
    return {
        code: 'pending-first-boot',
        severity: 'info',
        seen: `The first start ends what was begun offline: ${what.join(', ')}.`,
        remedy: 'Expect the first start to take longer; the check of the build at first boot proves the updates.',
    };
}
function unproven(what) {
    return new errors/* UserError */.yo('servicing-unproven', `DISM reported success, but ${what}`, 'Nothing was kept. Look into the debug log of the job (ACTIONS_STEP_DEBUG); a virus scanner is a usual cause.');
}

// EXTERNAL MODULE: ./.cache/build/src/files/link-or-copy.js
var link_or_copy = __webpack_require__(21844);
;// CONCATENATED MODULE: ./.cache/build/src/windows/engines/dism/service-step.js
/** One step of servicing, as a command of DISM. Microsoft, "DISM operating system package servicing command-line options" and its kin. */







/** CBS_E_NOT_APPLICABLE */
const NOT_APPLICABLE = 0x800f081e;
/** CBS_E_PENDING: something waits for the first start. */
const PENDING = 0x800f0806;
let steps = 0;
/** Whether a step is one of servicing; the others are done by other means. */
function isServicing({ kind }) {
    return kind === 'driver' || kind === 'package' || kind === 'feature' || kind === 'cleanup';
}
const DONE = { isApplicable: true, findings: [] };
/** @throws ToolError with what DISM and its logs say; RangeError for a step that is none of DISM's */
async function serviceStep(step, image, context) {
    const folder = (0,external_node_path_.join)(context.temp, `step-${++steps}`);
    const run = (args, ok) => dism(args, image.root, context, ok);
    switch (step.kind) {
        case 'driver':
            await run(['/Add-Driver', `/Driver:${await stageDriver(step.driver, folder)}`]);
            return DONE;
        case 'package':
            return addPackage(step.update, folder, image, context);
        case 'feature': {
            const source = step.source === 'sxs' && image.sxs !== undefined ? [`/Source:${image.sxs}`] : [];
            await run(['/Enable-Feature', `/FeatureName:${step.feature}`, '/All', ...source, '/LimitAccess']);
            return DONE;
        }
        case 'cleanup': {
            const base = step.resetBase ? ['/ResetBase'] : [];
            const { exitCode } = await run(['/Cleanup-Image', '/StartComponentCleanup', ...base], [PENDING]);
            return exitCode === PENDING ? { isApplicable: true, findings: [cleanupPending()] } : DONE;
        }
        default:
            throw new RangeError(`This is no step of servicing: ${(0,offline_step/* stepTitle */.F)(step)}`);
    }
}
/**
 * DISM takes an INF file with all that lies beside it: its own files alone, from wherever they come.
 * @returns path of the INF file in `folder`
 */
async function stageDriver({ infName, files }, folder) {
    for (const { path, source } of files) {
        const target = (0,external_node_path_.join)(folder, ...path.split('/'));
        await (0,external_node_fs_promises_.mkdir)((0,external_node_path_.dirname)(target), { recursive: true });
        await (0,external_node_fs_promises_.copyFile)(source, target);
    }
    return (0,external_node_path_.join)(folder, infName);
}
/**
 * Puts an update into a folder of its own with its checkpoints and nothing else: DISM takes from there whatever the update builds on.
 * @returns its path there
 */
async function stagePackage({ target, checkpoints }, folder) {
    await (0,external_node_fs_promises_.mkdir)(folder);
    for (const { path } of [...checkpoints, target])
        await (0,link_or_copy/* linkOrCopy */.L)(path, (0,external_node_path_.join)(folder, (0,first_boot_step/* stagedName */.wp)(path)));
    return (0,external_node_path_.join)(folder, (0,first_boot_step/* stagedName */.wp)(target.path));
}
async function addPackage({ target, checkpoints }, folder, { root, skipNotApplicable }, context) {
    const staged = await stagePackage({ target, checkpoints }, folder);
    const ok = skipNotApplicable ? [NOT_APPLICABLE] : [];
    try {
        const { exitCode } = await dism(['/Add-Package', `/PackagePath:${staged}`], root, context, ok);
        return exitCode === NOT_APPLICABLE ? { isApplicable: false, findings: [notApplicable(target.path)] } : DONE;
    }
    catch (error) {
        if (!(error instanceof errors/* ToolError */.v4))
            throw error;
        // DISM names the place where the package was put for it; people look for the one they gave.
        const tail = `${target.path}\n${error.tail.replaceAll(staged, target.path)}`;
        throw new errors/* ToolError */.v4(error.tool, error.exitCode, tail, error.explanation, { cause: error });
    }
}
function notApplicable(path) {
    return {
        code: 'package-not-applicable',
        severity: 'warning',
        seen: `${path} is not for this image, or the image has what it brings already; it was left out.`,
        remedy: 'See that product and architecture are right; write not-applicable: fail where this must not happen.',
    };
}
function cleanupPending() {
    return {
        code: 'cleanup-pending',
        severity: 'warning',
        seen: 'Superseded components were not removed: something in the image waits for the first start (0x800F0806).',
        remedy: 'Nothing has to be done: the image is larger, and Windows removes them by a task of its own later.',
    };
}

;// CONCATENATED MODULE: ./.cache/build/src/windows/engines/dism/finish-image.js
/** Everything that is done to an applied image on its attached disk: servicing, staged files, registry, boot files, and a look at it all. */

















const THIS_WINDOWS = { rootOf: (letter) => `${letter}:\\`, pause: promises_.setTimeout };
/**
 * @param sxs the ISO's folder of features
 * @returns as of BuiltDisk
 * @throws UserError servicing-unproven, not-windows-media; ToolError
 */
async function finishImage(work, sxs, { disk, esp, windows, root }, context, host) {
    const { log } = context;
    const { plan, offline } = work;
    await checkFeatureNames(work, root, context);
    const before = { build: (0,editions/* buildOnMedia */.CL)(plan.image), packages: await packagesBefore(work, root, context) };
    const { findings, leftOut } = await service(work, sxs, root, context);
    await log.group('Stage the answer file and first-boot steps', () => stage(work, sxs, root, context));
    await changeHives(work, root, context, host);
    await log.group('Write the boot files', () => writeBootFiles({ disk, esp, image: root, locale: plan.image.language || 'en-US', rootOf: host.rootOf }, context));
    const done = offline.filter((step) => !leftOut.includes(step));
    const seen = await log.group('Look at what was serviced', () => readBack(done, root, before, context));
    await windows.remove();
    return { findings: [...findings, ...seen], leftOut };
}
/** Only a package that does not say its name needs the list of before; with the module's own servicing it is too late for it. */
async function packagesBefore({ offline, done = [] }, root, context) {
    if (done.some(({ kind }) => kind === 'package'))
        return undefined;
    const isNamed = (0,judge_packages/* updatesOfSteps */.L)(offline).every(({ identities }) => identities.length > 0);
    return isNamed ? undefined : listPackages(root, context);
}
/** A name that the image does not know would fail after an hour of updates. */
async function checkFeatureNames({ plan, done = [] }, root, context) {
    if (plan.features.length === 0 || done.some(({ kind }) => kind === 'feature'))
        return;
    (0,feature_names/* checkFeatures */.Y)(plan.features, [...(await readFeatures(root, context)).keys()], `"${plan.image.name}"`);
}
async function service({ offline, done = [], skipNotApplicable }, sxs, root, context) {
    const findings = [];
    const refused = [];
    const taken = new Set();
    for (const step of offline) {
        if (!isServicing(step) || done.includes(step))
            continue;
        context.signal.throwIfAborted();
        const image = { root, sxs, skipNotApplicable };
        const outcome = await context.log.group((0,offline_step/* stepTitle */.F)(step), () => serviceStep(step, image, context));
        if (outcome.isApplicable) {
            findings.push(...outcome.findings);
            if (step.kind === 'package')
                taken.add(step.update);
            continue;
        }
        // The second turn of an update finds nothing to do where no feature needed it.
        if (step.kind === 'package' && taken.has(step.update))
            continue;
        findings.push(...outcome.findings);
        refused.push(step);
    }
    return { findings, leftOut: refused.filter((step) => step.kind !== 'package' || !taken.has(step.update)) };
}
async function stage(work, sxs, root, context) {
    const own = await (0,case_blind/* findPath */.Hh)(root, staged_files/* SETUP_COMPLETE_PATH */.g);
    const setupComplete = own === undefined ? undefined : await (0,external_node_fs_promises_.readFile)((0,external_node_path_.join)(root, own));
    await writeStaged(root, await (0,staged_files/* stagedFiles */.K)(work, setupComplete, work.firstBoot.some((step) => step.sxs) ? sxs : undefined), context);
}
async function changeHives({ plan, offline }, root, context, { pause }) {
    const find = async (hive) => {
        const path = await (0,case_blind/* findPath */.Hh)(root, `Windows/System32/config/${hive}`);
        if (path === undefined)
            throw noHive(plan.image, hive);
        return (0,external_node_path_.join)(root, path);
    };
    const { controlSet } = await (0,system_hive/* openSystemHive */.Gd)(await find('SYSTEM'));
    for (const { hive, edits } of hiveEdits(offline, controlSet)) {
        const file = await find(hive);
        await (0,system_hive/* refuseLinks */.UA)(file, hive, edits);
        await (0,loaded_hive/* editLoadedHive */.s)(file, edits, (0,external_node_path_.join)(context.temp, `${hive}.reg`), context, pause);
    }
}

;// CONCATENATED MODULE: ./.cache/build/src/windows/media/split-image.js
/**
 * Whether the parts of an image file are all there and belong together, asked before anything is applied. Each part has a head of its own with its number, how many
 * there are, and the GUID that all parts of one image share: Microsoft, "Windows Imaging File Format (WIM)", WIMHEADER_V1_PACKED (usPartNumber, usTotalParts, gWIMGuid).
 */


/**
 * @param files the parts on this machine, in the order of `media.imageParts`
 * @throws UserError not-windows-media
 */
async function checkParts({ iso, imageParts }, files) {
    const heads = await Promise.all(files.map(readHead));
    const [first] = heads;
    if (first === undefined)
        return;
    const refuse = (what) => {
        throw new errors/* UserError */.yo('not-windows-media', `The image of the ISO ${iso} is split into ${first.parts} parts, and ${what}`, 'Put all parts that one "dism /Split-Image" made onto the ISO, under the names it gave them; or give the ISO as Microsoft ships it, whose image is whole.');
    };
    for (const [index, { guid, part }] of heads.entries()) {
        if (guid !== first.guid)
            refuse(`${imageParts[index]} is of another image than ${imageParts[0]}`);
        if (heads.findIndex((head) => head.part === part) < index)
            refuse(`${imageParts[index]} is part ${part} once more`);
    }
    const missing = Array.from({ length: first.parts }, (_, index) => index + 1).filter((number) => !heads.some(({ part }) => part === number));
    if (missing.length > 0) {
        const lack = missing.length === 1 ? `part ${missing[0]} is` : `parts ${missing.join(', ')} are`;
        refuse(`${lack} missing (it holds ${imageParts.join(', ')})`);
    }
    if (first.part !== 1)
        refuse(`${imageParts[0]} is part ${first.part}`);
}

;// CONCATENATED MODULE: ./.cache/build/src/windows/engines/dism/local-media.js
/** The files of the ISO that DISM reads: where the ISO is mounted, or copied out of it. */



/** @throws UserError disk-full; not-windows-media for a split image of which a part is missing */
async function localMedia(media, { temp, log }) {
    const { disc, imageMember, imageParts, imageSize, sxsMember } = media;
    const root = disc.root ?? (0,external_node_path_.join)(temp, 'media');
    if (disc.root === undefined) {
        await (0,assert_free_space/* assertFreeSpace */.V)(temp, imageSize, 'the Windows image of the ISO');
        await log.group(`Copy ${imageMember} out of the ISO`, () => disc.extract([...imageParts, ...(sxsMember === undefined ? [] : [sxsMember])], root));
    }
    const pathOf = (member) => (0,external_node_path_.join)(root, ...member.split('/'));
    await checkParts(media, imageParts.map(pathOf));
    const image = pathOf(imageMember);
    return {
        image,
        parts: imageParts.length > 1 ? (0,external_node_path_.join)((0,external_node_path_.dirname)(image), 'install*.swm') : undefined,
        sxs: sxsMember === undefined ? undefined : pathOf(sxsMember),
    };
}

// EXTERNAL MODULE: ./.cache/build/src/files/make-folder.js
var make_folder = __webpack_require__(69399);
;// CONCATENATED MODULE: ./.cache/build/src/windows/engines/dism/scripts/inspect-runner.js
/**
 * inspect-runner.ps1: whether this account and the volumes of these folders are fit for disk images.
 *   in: folders   out: elevated, windows (folder), folders (path, fileSystem, dedup, attributes) in the same order; none when not elevated
 */

const INSPECT_RUNNER = {
    name: 'inspect-runner',
    text: `${powershell/* PROLOGUE */.AT}
$identity = [System.Security.Principal.WindowsIdentity]::GetCurrent()
$principal = New-Object -TypeName System.Security.Principal.WindowsPrincipal -ArgumentList $identity
$elevated = $principal.IsInRole([System.Security.Principal.WindowsBuiltInRole]::Administrator)
$folders = @()
if ($elevated) {
  $folders = @($request.folders | ForEach-Object {
    $volume = Get-Volume -FilePath $_
    @{
      path = $_
      fileSystem = [string]$volume.FileSystem
      dedup = [string]$volume.DedupMode
      attributes = [string](Get-Item -LiteralPath $_ -Force).Attributes
    }
  })
}
@{ elevated = $elevated; windows = $env:SystemRoot; folders = $folders } | ConvertTo-Json -Depth 4 -Compress
`,
};

;// CONCATENATED MODULE: ./.cache/build/src/windows/engines/dism/preflight.js
/** What has to be right before Windows is asked to make a disk: the account, and the volume that holds the disk. */






/**
 * @param vhd absolute path of the disk to make
 * @throws UserError not-elevated, volume-unfit
 */
async function checkRunner(vhd, tools) {
    const folder = (0,external_node_path_.dirname)(vhd);
    if (/^[\\/]{2}/.test(folder))
        throw unfit(folder, 'is on a share', 'Windows attaches disks of its own volumes alone');
    await (0,make_folder/* makeFolder */.f)(folder);
    const answer = await (0,powershell/* runPowerShell */.N5)(INSPECT_RUNNER, { folders: [folder] }, tools);
    const { elevated, folders } = (0,powershell_answer/* fieldsOf */.Pf)(answer);
    if (elevated !== true) {
        throw new errors/* UserError */.yo('not-elevated', 'This account may not attach disks and service images: it is no administrator, or not elevated', 'Let the service of the runner run as SYSTEM or as a member of Administrators; an interactive runner is started "as administrator".');
    }
    const [volume] = (0,powershell_answer/* listOf */.c3)(folders);
    checkVolume(folder, volume);
}
function checkVolume(folder, volume) {
    const fileSystem = (0,powershell_answer/* textIn */.r7)(volume, 'fileSystem');
    if (fileSystem === '')
        throw unfit(folder, 'is on an unknown volume', 'Windows does not say which file system it has');
    if (fileSystem !== 'NTFS') {
        throw unfit(folder, `is on a volume with ${fileSystem}`, 'only on NTFS is a disk image sure to be attached');
    }
    const dedup = (0,powershell_answer/* textIn */.r7)(volume, 'dedup');
    if (dedup !== '' && !/^(Disabled|NotAvailable)$/i.test(dedup)) {
        throw unfit(folder, `is on a volume with data deduplication (${dedup})`, 'Windows attaches no deduplicated image');
    }
    const attribute = /\b(Compressed|Encrypted|SparseFile)\b/i.exec((0,powershell_answer/* textIn */.r7)(volume, 'attributes'))?.[1];
    if (attribute === undefined)
        return;
    throw unfit(folder, `has the attribute ${attribute}`, 'files in it inherit that, and Windows attaches no such image');
}
function unfit(folder, what, why) {
    return new errors/* UserError */.yo('volume-unfit', `The folder ${folder} ${what}: ${why}`, 'Give with the input vhd a folder on a local NTFS volume, not compressed, not encrypted, without deduplication.');
}

// EXTERNAL MODULE: ./.cache/build/src/disk/gpt/gpt.js
var gpt_gpt = __webpack_require__(84413);
// EXTERNAL MODULE: ./.cache/build/src/disk/gpt/gpt-writer.js
var gpt_writer = __webpack_require__(8885);
// EXTERNAL MODULE: ./.cache/build/src/disk/gpt/partition-types.js
var partition_types = __webpack_require__(42758);
// EXTERNAL MODULE: ./.cache/build/src/windows/plan/image-plan.js
var image_plan = __webpack_require__(90943);
// EXTERNAL MODULE: ./.cache/build/src/windows/verify/wrong-disk.js
var wrong_disk = __webpack_require__(61255);
;// CONCATENATED MODULE: ./.cache/build/src/windows/engines/convert-windowsimage/lay-out-anew.js
/**
 * The table of a disk that the module laid out, made anew as every engine has it: ESP, MSR, Windows. The module never ends with that.
 * Initialize-Disk makes an MSR by itself, before everything else (HCK-CI/AutoHCK#374: Server 2016, 2022 and 2025), so that the
 * gallery's disks are MSR, ESP, Windows, and x0nn's MSR, ESP, MSR, Windows. Windows stays where it is; what was before it is zeros.
 */





const MIB = 2 ** 20;
const PIECE = 4 * MIB;
/**
 * @param disk not attached
 * @returns the plan with the places that its partitions have on this disk: the ESP gets all that the MSR leaves before Windows
 * @throws UserError layout-wrong for another size, a Recovery partition or any other, a protected Windows, no room; FormatError
 */
async function layOutAnew(plan, disk) {
    if (disk.size !== plan.disk.size)
        throw (0,wrong_disk/* wrongDisk */.p)(`the disk has ${disk.size} bytes, planned were ${plan.disk.size}`);
    const gpt = await (0,gpt_gpt/* readGpt */.CN)(disk);
    const partitions = place(plan, windowsOf(gpt), gpt.sectorSize);
    const [esp, msr, windows] = partitions;
    await wipe(disk, gpt.firstUsableLba * gpt.sectorSize, windows.offset);
    const { diskGuid } = plan;
    for (const { offset, content } of (0,gpt_writer/* buildGpt */.W)({
        ...{ diskSize: disk.size, sectorSize: gpt.sectorSize, diskGuid, partitions },
    })) {
        if (!Buffer.isBuffer(content))
            throw new TypeError('a partition table is bytes');
        await disk.write(offset, content);
    }
    await disk.flush();
    return { ...plan, partitions, esp, windows, disk: { ...plan.disk, esp: esp.size, msr: msr.size } };
}
/** The last partition, when all before it are one ESP and reserved ones. */
function windowsOf({ partitions }) {
    const found = [...partitions].sort((a, b) => a.firstLba - b.firstLba);
    const windows = found.at(-1);
    const before = found.slice(0, -1).map(({ typeGuid }) => typeGuid);
    const isKnown = before.every((type) => type === partition_types/* ESP_TYPE */.k7 || type === partition_types/* MSR_TYPE */.uJ);
    const esps = before.filter((type) => type === partition_types/* ESP_TYPE */.k7);
    if (windows?.typeGuid !== partition_types/* BASIC_DATA_TYPE */.z4 || !isKnown || esps.length !== 1) {
        const types = found.map(({ typeGuid }) => typeGuid).join(', ');
        throw (0,wrong_disk/* wrongDisk */.p)(`Convert-WindowsImage made partitions of the types ${types}, not an ESP, MSRs and then Windows`);
    }
    if ((windows.attributes & partition_types/* ATTRIBUTE_REQUIRED */.dC) !== 0n)
        throw (0,wrong_disk/* wrongDisk */.p)(`partition ${windows.index} is protected`);
    return windows;
}
function place(plan, { firstLba, lastLba }, sectorSize) {
    const [esp, msr, windows] = plan.partitions;
    if (esp === undefined || msr === undefined || windows === undefined)
        throw new RangeError('the plan has no layout');
    const end = firstLba * sectorSize;
    const space = end - msr.size - MIB;
    if (space < image_plan/* SMALLEST_ESP */.B)
        throw (0,wrong_disk/* wrongDisk */.p)(`before Windows, at ${end}, is no room for an ESP and an MSR of ${msr.size}`);
    return [
        { ...esp, offset: MIB, size: space },
        { ...msr, offset: end - msr.size },
        { ...windows, offset: end, size: (lastLba - firstLba + 1) * sectorSize },
    ];
}
/** Boot files of the module's making would lie in the new MSR otherwise. */
async function wipe(disk, from, to) {
    for (const [start, end] of await storedIn(disk, from, to)) {
        for (let at = start; at < end; at += PIECE)
            await disk.write(at, Buffer.alloc(Math.min(PIECE, end - at)));
    }
}
async function storedIn(disk, from, to) {
    const found = [];
    for await (const { kind, offset, length } of disk.ranges()) {
        if (offset >= to)
            break;
        const [start, end] = [Math.max(offset, from), Math.min(offset + length, to)];
        if (kind !== 'zero' && start < end)
            found.push([start, end]);
    }
    return found;
}

;// CONCATENATED MODULE: ./.cache/build/src/windows/engines/convert-windowsimage/module-arguments.js
/**
 * What Convert-WindowsImage is called with. Its variants differ by their parameters: the gallery's 10.0 has `VhdType` (alias DiskType),
 * older ones of it `VHDPartitionStyle` in place of `DiskLayout`, those of x0nn and MSLab `IsFixed`. Not asked for is RemoteDesktopEnable:
 * the module loads a hive for it that would stay loaded, and the disk attached, in a run that is killed; we set the value ourselves.
 */

/**
 * @param parameters names that the variant knows, in any case
 * @throws UserError tool-too-old that names what the variant cannot do
 */
function moduleCall(wish, parameters) {
    const known = new Map(parameters.map((name) => [name.toLowerCase(), name]));
    const values = {};
    const switches = [];
    const find = (...names) => {
        const name = names.map((candidate) => known.get(candidate.toLowerCase())).find((found) => found !== undefined);
        if (name === undefined)
            throw lacking(names);
        return name;
    };
    const set = (value, ...names) => {
        values[find(...names)] = value;
    };
    set(wish.source, 'SourcePath');
    set(String(wish.index), 'Edition');
    set(wish.vhd, 'VHDPath');
    set(wish.format.toUpperCase(), 'VHDFormat');
    set(wish.size, 'SizeBytes');
    if (known.has('disklayout'))
        set('UEFI', 'DiskLayout');
    else
        set('GPT', 'VHDPartitionStyle', 'DiskLayout');
    set('VirtualMachine', 'BCDinVHD');
    if (known.has('vhdtype'))
        set(wish.type === 'fixed' ? 'Fixed' : 'Dynamic', 'VHDType');
    else if (wish.type === 'fixed')
        switches.push(find('IsFixed', 'VHDType'));
    if (wish.features.length > 0)
        set(wish.features, 'Feature');
    if (wish.packages.length > 0)
        set(wish.packages, 'Package');
    if (wish.drivers.length > 0)
        set(wish.drivers, 'Driver');
    // Where its own place would be the folder of the account. WorkingDirectory means nothing beside VHDPath, and is warned of.
    if (known.has('tempdirectory'))
        set(wish.temp, 'TempDirectory');
    return { arguments: values, switches };
}
/** Whether a variant reads install.esd: the gallery's looks for install.wim alone, and opens it by the interface of WIM files. */
function readsEsd(parameters) {
    return !parameters.some((name) => name.toLowerCase() === 'vhdtype');
}
function lacking(names) {
    return new errors/* UserError */.yo('tool-too-old', `The Convert-WindowsImage of this runner has no parameter ${names.join(' or ')}`, 'Take the module of the PowerShell Gallery (Install-Module -Name Convert-WindowsImage), or the engine dism.');
}

// EXTERNAL MODULE: ./.cache/build/src/windows/engines/convert-windowsimage/module-folder.js
var module_folder = __webpack_require__(53638);
;// CONCATENATED MODULE: ./.cache/build/src/windows/engines/convert-windowsimage/plain-path.js
/** Paths that the module can work with: it hands them on as patterns (`Test-Path -Path`, `Resolve-Path`), and finds nothing where `[1]` stands for `1`. */

/** Wildcards and their escape (Microsoft, "about_Wildcards") that a path of Windows can hold. */
const PATTERN = /[[\]`]/;
/** @throws UserError path-invalid */
function assertPlainPath(path) {
    const found = PATTERN.exec(path)?.[0];
    if (found === undefined)
        return;
    throw new errors/* UserError */.yo('path-invalid', `Convert-WindowsImage takes ${path} for a pattern and would not find it: it holds ${found}`, 'Give a path without [ ] and `, or use the engine dism, which takes paths as they are.');
}

;// CONCATENATED MODULE: ./.cache/build/src/windows/engines/convert-windowsimage/scripts/convert-image.js
/**
 * convert-image.ps1: calls Convert-WindowsImage with what it is given, each line of its output shown. It turns every exception of its
 * own into an error record and goes on: with ErrorAction Stop the first one ends it; what it made is looked at in any case.
 *   in: path (of the disk), arguments (by name), switches (names)   out: whether the disk is there
 */

const CONVERT_IMAGE = {
    name: 'convert-image',
    text: `${powershell/* PROLOGUE */.AT}
$global:ErrorActionPreference = 'Stop'
$arguments = @{ ErrorAction = 'Stop' }
foreach ($property in $request.arguments.PSObject.Properties) { $arguments[$property.Name] = $property.Value }
foreach ($name in $request.switches) { $arguments[$name] = $true }
Convert-WindowsImage @arguments *>&1 | ForEach-Object {
  if ($_ -is [System.Management.Automation.ErrorRecord]) { throw $_ }
  [Console]::Out.WriteLine([string]$_)
}
@{ made = (Test-Path -LiteralPath $request.path) } | ConvertTo-Json -Compress
`,
};

;// CONCATENATED MODULE: ./.cache/build/src/windows/engines/convert-windowsimage/scripts/inspect-module.js
/**
 * inspect-module.ps1: the variant of Convert-WindowsImage that this machine has, told apart by its parameters: versions say little.
 *   in: nothing   out: found, version, parameters (names)
 */

const INSPECT_MODULE = {
    name: 'inspect-module',
    text: `${powershell/* PROLOGUE */.AT}
$command = Get-Command -Name 'Convert-WindowsImage' -ErrorAction SilentlyContinue | Select-Object -First 1
$parameters = @()
$version = ''
if ($command) {
  $parameters = @($command.Parameters.Keys)
  $version = [string]$command.Version
}
@{ found = [bool]$command; version = $version; parameters = $parameters } | ConvertTo-Json -Depth 4 -Compress
`,
};

;// CONCATENATED MODULE: ./.cache/build/src/windows/engines/convert-windowsimage/convert-windowsimage-engine.js
/**
 * Builds the disk with the PowerShell module Convert-WindowsImage, as its users know it, and does again what it does wrong: a layout of
 * its own, boot files from before servicing, a boot store that searches for Windows, errors that it swallows. What comes out is judged
 * like every disk.
 * The answer file is staged by us as with every engine, so that its parameter UnattendPath is not needed.
 */

























const OFFLINE = { offline: true };
/** What the module can do itself. */
const OF_MODULE = ['driver', 'feature', 'package'];
function createConvertEngine(host = THIS_WINDOWS) {
    return {
        name: 'convert-windowsimage',
        onWindows: true,
        tools: ['powershell.exe', 'diskpart.exe', 'dism.exe', 'bcdboot.exe', 'reg.exe', 'icacls.exe'],
        offline: { packages: OFFLINE, drivers: OFFLINE, features: OFFLINE, cleanup: OFFLINE, registry: OFFLINE },
        unknownParts: 'the code of the module Convert-WindowsImage is not known by a digest',
        check: async (vhd, { tools }) => {
            assertPlainPath(vhd);
            await checkRunner(vhd, tools);
            await readParameters(tools);
        },
        open: async (media, context) => {
            if (media.imageParts.length > 1)
                throw splitImage(media);
            const parameters = await readParameters(context.tools);
            if (/\.esd$/i.test(media.imageMember) && !readsEsd(parameters))
                throw noEsd(media);
            const local = await localMedia(media, context);
            for (const path of [media.iso, local.image, context.temp])
                assertPlainPath(path);
            const source = { media, local, parameters };
            return {
                images: await readWimImages(local.image),
                features: async () => 'later',
                build: (work, path) => build(work, source, path, context, host),
            };
        },
    };
}
/** @returns names of the parameters of this machine's variant @throws UserError tool-missing */
async function readParameters(tools) {
    const { found, parameters } = (0,powershell_answer/* fieldsOf */.Pf)(await (0,powershell/* runPowerShell */.N5)(INSPECT_MODULE, {}, tools));
    if (found === true)
        return (0,powershell_answer/* listOf */.c3)(parameters).map(String);
    throw new errors/* UserError */.yo('tool-missing', 'The PowerShell module Convert-WindowsImage is not on this runner, for the account that its service runs as', 'Install it in an elevated PowerShell: Install-Module -Name Convert-WindowsImage -Scope AllUsers; or use the engine dism, which needs none.');
}
async function build(work, source, path, context, host) {
    const { log, signal } = context;
    const { disk, image } = work.plan;
    await (0,assert_free_space/* assertFreeSpace */.V)((0,external_node_path_.join)(path, '..'), disk.type === 'fixed' ? disk.size : image.size, 'the disk image');
    const done = stepsOfModule(work, source);
    await runModule(work.plan, done, source, path, context);
    const plan = await log.group('Lay out the disk anew', () => renewTable(work.plan, path));
    const attached = await (0,attached_disk/* attachDisk */.te)(path, context);
    const { esp, windows } = await assertPlanned(attached, plan, signal, host.pause);
    await log.group('Format the EFI system partition', () => formatPartition({ disk: attached.number, partition: esp }, 'fat32', 'SYSTEM', context));
    const letter = await takeLetter(attached, windows, context, host.pause);
    const root = host.rootOf(letter.letter);
    await waitForFiles(root, signal, host.pause);
    const applied = { disk: attached, esp, windows: letter, root };
    const finished = await finishImage({ ...work, plan, done }, source.local.sxs, applied, context, host);
    await log.group('Detach the disk', () => attached.detach());
    return { plan, ...finished, findings: [...espFindings(work.plan, plan), ...finished.findings] };
}
/** Who asked for an ESP of a size gets what the module leaves before Windows, and has to be told. */
function espFindings({ disk: asked }, { disk: made }) {
    if (made.esp === asked.esp)
        return [];
    const seen = `The EFI system partition has ${(0,units/* formatSize */.Xq)(made.esp)}, planned were ${(0,units/* formatSize */.Xq)(asked.esp)}: Convert-WindowsImage decides where Windows begins, and the ESP is what that leaves.`;
    const remedy = 'Nothing has to be done; the engine dism makes it as large as esp says.';
    return [{ code: 'esp-of-module', severity: 'info', seen, remedy }];
}
/**
 * It knows where the files of features are only from an ISO with install.wim. Where that cannot be, features are enabled by DISM, and
 * with them what comes after.
 */
function stepsOfModule({ offline, moduleServicing }, source) {
    if (!moduleServicing)
        return [];
    const feature = offline.findIndex(({ kind }) => kind === 'feature');
    const end = feature < 0 || knowsFeatures(source) ? offline.length : feature;
    return offline.slice(0, end).filter(({ kind }) => OF_MODULE.includes(kind));
}
function knowsFeatures({ media, local }) {
    return local.sxs !== undefined && /\.wim$/i.test(media.imageMember);
}
/** Brings the module's disk to `path`. */
async function runModule(plan, done, source, path, context) {
    const { log, tools, temp, hold } = context;
    const { folder, remove } = await (0,module_folder/* makeModuleFolder */.D)(path, context);
    const vhd = (0,external_node_path_.join)(folder, (0,external_node_path_.basename)(path));
    const call = moduleCall(await wishOf(plan, done, source, vhd, temp), source.parameters);
    // It mounts the ISO itself, and a run that is killed leaves it so.
    const release = call.arguments.SourcePath === source.media.iso ? hold(mounted_iso/* MOUNTED_ISO */.Vo, { path: source.media.iso }) : undefined;
    await log.group('Run Convert-WindowsImage', async () => {
        const begun = servicingBegins();
        try {
            const onLine = (line) => log.info(line);
            const answer = await (0,powershell/* runPowerShell */.N5)(CONVERT_IMAGE, { path: vhd, ...call }, tools, { onLine });
            if ((0,powershell_answer/* fieldsOf */.Pf)(answer).made !== true)
                throw nothingMade(vhd, await servicingErrors(OWN_DISM_LOG, begun));
        }
        catch (error) {
            throw error instanceof errors/* ToolError */.v4 ? await withServicingLogs(error, OWN_DISM_LOG, begun) : error;
        }
    });
    release?.();
    await (0,move_into_place/* renameHeld */.Yd)(vhd, path);
    await remove();
}
async function wishOf(plan, steps, { media, local }, vhd, temp) {
    const features = steps.flatMap((step) => (step.kind === 'feature' ? [step.feature] : []));
    // It installs features before updates, so that none has to come twice.
    const groups = new Set(steps.flatMap((step) => (step.kind === 'package' ? [step.update] : [])));
    const packages = [];
    for (const group of groups)
        packages.push(await stagePackage(group, (0,external_node_path_.join)(temp, `package-${packages.length + 1}`)));
    const drivers = [];
    for (const step of steps) {
        if (step.kind !== 'driver')
            continue;
        const folder = (0,external_node_path_.join)(temp, `driver-${drivers.length + 1}`);
        await stageDriver(step.driver, folder);
        drivers.push(folder);
    }
    return {
        source: features.length > 0 ? media.iso : local.image,
        ...{ index: plan.image.index, vhd, size: plan.disk.size, temp },
        // No step asks it for a VMDK.
        ...{ format: plan.disk.format === 'vhdx' ? 'vhdx' : 'vhd', type: plan.disk.type, features, packages, drivers },
    };
}
async function renewTable(plan, path) {
    const disk = await (0,open_disk_for_writing/* openDiskForWriting */.t)(path);
    try {
        return await layOutAnew(plan, disk);
    }
    finally {
        await disk.close();
    }
}
function splitImage({ iso }) {
    return new errors/* UserError */.yo('not-windows-media', `${iso} holds a split image (install.swm), which Convert-WindowsImage does not read`, 'Use the engine dism, or the ISO as Microsoft ships it.');
}
function noEsd({ iso }) {
    return new errors/* UserError */.yo('tool-too-old', `${iso} holds install.esd, which the Convert-WindowsImage of the PowerShell Gallery does not read`, 'Use the engine dism, which reads it.');
}
/** @param logged what the logs of servicing say meanwhile */
function nothingMade(path, logged) {
    return new errors/* UserError */.yo('servicing-unproven', [`Convert-WindowsImage ended without an error, but made no ${path}`, ...logged].join('\n'), 'Its own words stand above in the log; the engine dism does the same without the module.');
}

// EXTERNAL MODULE: ./.cache/build/src/disk/composed-disk.js
var composed_disk = __webpack_require__(81412);
// EXTERNAL MODULE: ./.cache/build/src/disk/raw-disk.js
var raw_disk = __webpack_require__(25604);
// EXTERNAL MODULE: ./.cache/build/src/disk/skip-free-space.js
var skip_free_space = __webpack_require__(7849);
// EXTERNAL MODULE: ./.cache/build/src/disk/vhd/vhd-writer.js
var vhd_writer = __webpack_require__(78821);
// EXTERNAL MODULE: ./.cache/build/src/disk/vhdx/vhdx-writer.js
var vhdx_writer = __webpack_require__(7895);
// EXTERNAL MODULE: ./.cache/build/src/disk/vmdk/vmdk-parts.js
var vmdk_parts = __webpack_require__(61960);
// EXTERNAL MODULE: ./.cache/build/src/disk/vmdk/vmdk-stream-writer.js + 1 modules
var vmdk_stream_writer = __webpack_require__(30988);
;// CONCATENATED MODULE: ./.cache/build/src/windows/stage/planned-disk.js
/** The disk of a plan: its partition table with whatever lies in the partitions, written by our own writer whoever fills them. */









/** @param volumes files where `partitionFile` says, which are gone or parts of the image afterwards */
async function writePlannedDisk(plan, volumes, path, signal) {
    const { diskGuid, partitions } = plan;
    const table = (0,gpt_writer/* buildGpt */.W)({ diskSize: plan.disk.size, diskGuid, partitions });
    if (plan.disk.format === 'vmdk')
        await writeInParts(plan, table, volumes, path, signal);
    else
        await writeWhole(plan, table, volumes, path, signal);
}
/** The volumes stay what they are. */
async function writeInParts({ disk: { size } }, pieces, parts, path, signal) {
    const contentId = await identifyParts((0,composed_disk/* composedDisk */.U)(size, pieces), parts);
    await (0,vmdk_parts/* writeVmdkParts */.mb)({ size, contentId, pieces, parts }, path, signal);
}
/** The table follows from the plan; what the volumes hold follows from the programs that filled them as well. */
async function identifyParts(table, parts) {
    const volumes = [];
    try {
        for (const { file } of parts)
            volumes.push(await (0,raw_disk/* openRawDisk */.GY)(file));
        return (await (0,vmdk_stream_writer/* identifyContent */.U)(table, ...volumes)).slice(-8);
    }
    finally {
        for (const volume of volumes)
            await volume.close();
    }
}
async function writeWhole(plan, table, volumes, path, signal) {
    const pieces = [...table];
    for (const { offset, file } of volumes)
        pieces.push({ offset, content: await (0,raw_disk/* openRawDisk */.GY)(file) });
    const disk = (0,composed_disk/* composedDisk */.U)(plan.disk.size, pieces);
    let isOpen = true;
    const close = async () => {
        if (!isOpen)
            return;
        isOpen = false;
        await disk.close();
    };
    // Before the image is brought to stable storage: what is gone by then need not be written there as well.
    const onWritten = async () => {
        await close();
        for (const { file } of volumes)
            await (0,external_node_fs_promises_.rm)(file);
    };
    try {
        const options = { type: plan.disk.type, signal, uuid: plan.fileGuid, onWritten };
        // Volumes are as large as their partitions and nearly all holes: only what the file systems use is read.
        const used = (0,skip_free_space/* skipFreeSpace */.g)(disk);
        if (plan.disk.format === 'vhdx')
            await (0,vhdx_writer/* writeVhdx */.W)(used, path, options);
        else
            await (0,vhd_writer/* writeVhd */.M)(used, path, { ...options, timestamp: Math.floor(plan.date.getTime() / 1000) });
    }
    finally {
        await close();
    }
}

;// CONCATENATED MODULE: ./.cache/build/src/windows/engines/dism/dism-engine.js
/**
 * Builds the disk on Windows with what Windows itself has: our own writer makes the disk with its partition table, Windows attaches
 * and formats it, DISM applies and services the image, bcdboot makes it start. What lies on it besides the image is the same as with
 * every other engine, by the same code.
 */












const dism_engine_OFFLINE = { offline: true };
function createDismEngine(host = THIS_WINDOWS) {
    return {
        name: 'dism',
        onWindows: true,
        tools: ['powershell.exe', 'diskpart.exe', 'dism.exe', 'bcdboot.exe', 'reg.exe', 'icacls.exe'],
        offline: { packages: dism_engine_OFFLINE, drivers: dism_engine_OFFLINE, features: dism_engine_OFFLINE, cleanup: dism_engine_OFFLINE, registry: dism_engine_OFFLINE },
        check: (vhd, { tools }) => checkRunner(vhd, tools),
        open: async (media, context) => {
            const local = await localMedia(media, context);
            return {
                images: await readWimImages(local.image),
                // They are asked of DISM as soon as the image is applied.
                features: async () => 'later',
                build: (work, path) => dism_engine_build(work, local, path, context, host),
            };
        },
    };
}
async function dism_engine_build(work, media, path, context, host) {
    const { log, signal } = context;
    const { plan } = work;
    const needed = plan.disk.type === 'fixed' ? plan.disk.size : plan.image.size;
    await (0,assert_free_space/* assertFreeSpace */.V)((0,external_node_path_.join)(path, '..'), needed, 'the disk image');
    await log.group('Write the disk with its partition table', () => writePlannedDisk(plan, [], path, signal));
    const disk = await (0,attached_disk/* attachDisk */.te)(path, context);
    const partitions = await assertPlanned(disk, plan, signal, host.pause);
    const filled = await fill(work, media, { disk, partitions }, context, host);
    await log.group('Detach the disk', () => disk.detach());
    return { plan, ...filled };
}
async function fill(work, media, { disk, partitions }, context, host) {
    const { log, signal } = context;
    const { plan } = work;
    const place = { disk: disk.number, partition: partitions.windows };
    const windows = await log.group('Format the partitions', async () => {
        await formatPartition({ ...place, partition: partitions.esp }, 'fat32', 'SYSTEM', context);
        const letter = await takeLetter(disk, partitions.windows, context, host.pause);
        await formatPartition(place, 'ntfs', 'Windows', context);
        if (partitions.recovery !== undefined) {
            await formatPartition({ ...place, partition: partitions.recovery }, 'ntfs', 'Recovery', context);
        }
        return letter;
    });
    const root = host.rootOf(windows.letter);
    await waitForFiles(root, signal, host.pause);
    await log.group(`Apply image ${plan.image.index} "${plan.image.name}"`, () => apply(work, media, root, context));
    return finishImage(work, media.sxs, { disk, esp: partitions.esp, windows, root }, context, host);
}
async function apply({ plan }, media, root, context) {
    const split = media.parts === undefined ? [] : [`/SWMFile:${media.parts}`];
    const args = [`/ImageFile:${media.image}`, `/Index:${plan.image.index}`, ...split, `/ApplyDir:${root}`];
    await dism(['/Apply-Image', ...args], undefined, context);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./.cache/build/src/bcd/bcd-device.js
var bcd_device = __webpack_require__(40376);
// EXTERNAL MODULE: ./.cache/build/src/bcd/bcd-ids.js
var bcd_ids = __webpack_require__(92562);
;// CONCATENATED MODULE: ./.cache/build/src/bcd/bcd-element.js
/** Elements of a BCD object and how the registry stores each kind. */


function deviceElement(id, device) {
    return bcd_element_element(id, (0,hive_tree/* binaryValue */.H9)('Element', device));
}
function textElement(id, text) {
    return bcd_element_element(id, (0,hive_tree/* stringValue */.r$)('Element', text));
}
/** @param guid with braces */
function objectElement(id, guid) {
    return bcd_element_element(id, (0,hive_tree/* stringValue */.r$)('Element', guid));
}
function objectListElement(id, guids) {
    return bcd_element_element(id, (0,hive_tree/* multiStringValue */.wl)('Element', guids));
}
function integerElement(id, number) {
    const data = Buffer.alloc(8);
    data.writeBigUInt64LE(number);
    return bcd_element_element(id, (0,hive_tree/* binaryValue */.H9)('Element', data));
}
function booleanElement(id, on) {
    return bcd_element_element(id, (0,hive_tree/* binaryValue */.H9)('Element', Buffer.from([on ? 1 : 0])));
}
function bcd_element_element(id, value) {
    return { name: (0,bcd_ids/* elementKey */.uz)(id), values: [value], keys: [] };
}

;// CONCATENATED MODULE: ./.cache/build/src/bcd/bcd-store.js
/**
 * A BCD store as bcdboot would make it for UEFI and GPT, built from nothing: boot manager, one Windows loader, its resume object,
 * the memory tester and the settings they inherit. Nothing in it refers to a recovery environment: Windows registers its own on C:
 * at first boot.
 */




/** Settings that may live in memory only; the same number in every store seen. */
const ALLOWED_IN_MEMORY = 0x15000075n;
const MENU_TIMEOUT_SECONDS = 30n;
/** What every server has, for an image whose template does not say. */
const BOOT_MENU_POLICY_STANDARD = 1n;
const NX_OPT_OUT = 1n;
/** The store for \EFI\Microsoft\Boot\BCD. */
function buildBcdStore(target) {
    const esp = (0,bcd_device/* encodeBcdDevice */.Kh)({ diskGuid: target.diskGuid, partitionGuid: target.espGuid });
    const windows = (0,bcd_device/* encodeBcdDevice */.Kh)({ diskGuid: target.diskGuid, partitionGuid: target.windowsGuid });
    const loader = `{${target.loaderGuid}}`;
    const resume = `{${target.resumeGuid}}`;
    return store([
        object(bcd_ids/* BCD_OBJECT */.YV.bootmgr, bcd_ids/* BCD_TYPE */.hr.bootmgr, [
            ...bootManagerBasics(esp, target.locale),
            objectElement(bcd_ids/* ELEMENT */.P6.bootmgrDefault, loader),
            objectElement(bcd_ids/* ELEMENT */.P6.bootmgrResume, resume),
            objectListElement(bcd_ids/* ELEMENT */.P6.displayOrder, [loader]),
            objectListElement(bcd_ids/* ELEMENT */.P6.toolsDisplayOrder, [bcd_ids/* BCD_OBJECT */.YV.memdiag]),
            integerElement(bcd_ids/* ELEMENT */.P6.timeout, MENU_TIMEOUT_SECONDS),
        ]),
        object(loader, bcd_ids/* BCD_TYPE */.hr.osLoader, [
            deviceElement(bcd_ids/* ELEMENT */.P6.applicationDevice, windows),
            textElement(bcd_ids/* ELEMENT */.P6.applicationPath, '\\Windows\\system32\\winload.efi'),
            textElement(bcd_ids/* ELEMENT */.P6.description, target.loader?.description ?? target.description),
            textElement(bcd_ids/* ELEMENT */.P6.preferredLocale, target.locale),
            objectListElement(bcd_ids/* ELEMENT */.P6.inherit, [bcd_ids/* BCD_OBJECT */.YV.bootLoaderSettings]),
            booleanElement(bcd_ids/* ELEMENT */.P6.isolatedContext, true),
            integerElement(bcd_ids/* ELEMENT */.P6.allowedInMemorySettings, ALLOWED_IN_MEMORY),
            deviceElement(bcd_ids/* ELEMENT */.P6.osDevice, windows),
            textElement(bcd_ids/* ELEMENT */.P6.systemRoot, '\\Windows'),
            objectElement(bcd_ids/* ELEMENT */.P6.resumeObject, resume),
            integerElement(bcd_ids/* ELEMENT */.P6.nxPolicy, target.loader?.nxPolicy ?? NX_OPT_OUT),
            integerElement(bcd_ids/* ELEMENT */.P6.bootMenuPolicy, target.loader?.bootMenuPolicy ?? BOOT_MENU_POLICY_STANDARD),
        ]),
        object(resume, bcd_ids/* BCD_TYPE */.hr.resume, [
            deviceElement(bcd_ids/* ELEMENT */.P6.applicationDevice, windows),
            textElement(bcd_ids/* ELEMENT */.P6.applicationPath, '\\Windows\\system32\\winresume.efi'),
            textElement(bcd_ids/* ELEMENT */.P6.description, 'Windows Resume Application'),
            textElement(bcd_ids/* ELEMENT */.P6.preferredLocale, target.locale),
            objectListElement(bcd_ids/* ELEMENT */.P6.inherit, [bcd_ids/* BCD_OBJECT */.YV.resumeLoaderSettings]),
            booleanElement(bcd_ids/* ELEMENT */.P6.isolatedContext, true),
            integerElement(bcd_ids/* ELEMENT */.P6.allowedInMemorySettings, ALLOWED_IN_MEMORY),
            deviceElement(bcd_ids/* ELEMENT */.P6.osDevice, windows),
            textElement(bcd_ids/* ELEMENT */.P6.systemRoot, '\\hiberfil.sys'),
            integerElement(bcd_ids/* ELEMENT */.P6.resumeBootMenuPolicy, BOOT_MENU_POLICY_STANDARD),
        ]),
        object(bcd_ids/* BCD_OBJECT */.YV.memdiag, bcd_ids/* BCD_TYPE */.hr.memoryTester, [
            deviceElement(bcd_ids/* ELEMENT */.P6.applicationDevice, esp),
            textElement(bcd_ids/* ELEMENT */.P6.applicationPath, '\\EFI\\Microsoft\\Boot\\memtest.efi'),
            textElement(bcd_ids/* ELEMENT */.P6.description, 'Windows Memory Diagnostic'),
            textElement(bcd_ids/* ELEMENT */.P6.preferredLocale, target.locale),
            objectListElement(bcd_ids/* ELEMENT */.P6.inherit, [bcd_ids/* BCD_OBJECT */.YV.globalSettings]),
            booleanElement(bcd_ids/* ELEMENT */.P6.badMemoryAccess, true),
        ]),
        ...inheritedSettings(),
    ]);
}
/** The small store for \EFI\Microsoft\Recovery\BCD: boot manager and settings, no loader. */
function buildRecoveryBcdStore(target) {
    const esp = (0,bcd_device/* encodeBcdDevice */.Kh)({ diskGuid: target.diskGuid, partitionGuid: target.espGuid });
    return store([
        object(bcd_ids/* BCD_OBJECT */.YV.bootmgr, bcd_ids/* BCD_TYPE */.hr.bootmgr, [
            ...bootManagerBasics(esp, target.locale),
            integerElement(bcd_ids/* ELEMENT */.P6.timeout, MENU_TIMEOUT_SECONDS),
        ]),
        ...inheritedSettings(),
    ]);
}
function bootManagerBasics(esp, locale) {
    return [
        deviceElement(bcd_ids/* ELEMENT */.P6.applicationDevice, esp),
        textElement(bcd_ids/* ELEMENT */.P6.applicationPath, '\\EFI\\Microsoft\\Boot\\bootmgfw.efi'),
        textElement(bcd_ids/* ELEMENT */.P6.description, 'Windows Boot Manager'),
        textElement(bcd_ids/* ELEMENT */.P6.preferredLocale, locale),
        objectListElement(bcd_ids/* ELEMENT */.P6.inherit, [bcd_ids/* BCD_OBJECT */.YV.globalSettings]),
    ];
}
function inheritedSettings() {
    return [
        object(bcd_ids/* BCD_OBJECT */.YV.globalSettings, bcd_ids/* BCD_TYPE */.hr.settings, [
            objectListElement(bcd_ids/* ELEMENT */.P6.inherit, [bcd_ids/* BCD_OBJECT */.YV.debuggerSettings, bcd_ids/* BCD_OBJECT */.YV.emsSettings, bcd_ids/* BCD_OBJECT */.YV.badMemory]),
        ]),
        object(bcd_ids/* BCD_OBJECT */.YV.debuggerSettings, bcd_ids/* BCD_TYPE */.hr.settings, [integerElement(bcd_ids/* ELEMENT */.P6.debuggerType, 4n)]),
        object(bcd_ids/* BCD_OBJECT */.YV.emsSettings, bcd_ids/* BCD_TYPE */.hr.settings, [booleanElement(bcd_ids/* ELEMENT */.P6.emsEnabled, false)]),
        object(bcd_ids/* BCD_OBJECT */.YV.badMemory, bcd_ids/* BCD_TYPE */.hr.settings, []),
        object(bcd_ids/* BCD_OBJECT */.YV.bootLoaderSettings, bcd_ids/* BCD_TYPE */.hr.loaderSettings, [
            objectListElement(bcd_ids/* ELEMENT */.P6.inherit, [bcd_ids/* BCD_OBJECT */.YV.globalSettings, bcd_ids/* BCD_OBJECT */.YV.hypervisorSettings]),
        ]),
        object(bcd_ids/* BCD_OBJECT */.YV.hypervisorSettings, bcd_ids/* BCD_TYPE */.hr.loaderSettings, [
            integerElement(bcd_ids/* ELEMENT */.P6.hypervisorDebuggerType, 0n),
            integerElement(bcd_ids/* ELEMENT */.P6.hypervisorDebuggerPort, 1n),
            integerElement(bcd_ids/* ELEMENT */.P6.hypervisorDebuggerBaud, 115200n),
        ]),
        object(bcd_ids/* BCD_OBJECT */.YV.resumeLoaderSettings, bcd_ids/* BCD_TYPE */.hr.resumeSettings, [
            objectListElement(bcd_ids/* ELEMENT */.P6.inherit, [bcd_ids/* BCD_OBJECT */.YV.globalSettings]),
        ]),
    ];
}
function store(objects) {
    return {
        name: 'NewStoreRoot',
        values: [],
        keys: [
            { name: 'Description', values: [(0,hive_tree/* stringValue */.r$)('KeyName', 'BCD00000000'), (0,hive_tree/* dwordValue */.w5)('System', 1)], keys: [] },
            { name: 'Objects', values: [], keys: objects },
        ],
    };
}
function object(guid, type, elements) {
    return {
        name: guid,
        values: [],
        keys: [
            { name: 'Description', values: [(0,hive_tree/* dwordValue */.w5)('Type', type)], keys: [] },
            { name: 'Elements', values: [], keys: elements },
        ],
    };
}

// EXTERNAL MODULE: ./.cache/build/src/bcd/bcd-objects.js
var bcd_objects = __webpack_require__(39232);
;// CONCATENATED MODULE: ./.cache/build/src/bcd/bcd-template.js
/** BCD-Template: the store in Windows\System32\config that bcdboot makes every other from; what it says about starting this Windows. */


const EFI_LOADER = /\\winload\.efi$/i;
/** @returns undefined when the template holds no loader for EFI machines */
function readLoaderTemplate(template) {
    const loader = findLoader((0,bcd_objects/* readBcdObjects */.ub)(template));
    if (loader === undefined)
        return undefined;
    return {
        description: (0,bcd_objects/* elementText */.oB)(loader, bcd_ids/* ELEMENT */.P6.description) || undefined,
        nxPolicy: (0,bcd_objects/* elementInteger */.zI)(loader, bcd_ids/* ELEMENT */.P6.nxPolicy),
        bootMenuPolicy: (0,bcd_objects/* elementInteger */.zI)(loader, bcd_ids/* ELEMENT */.P6.bootMenuPolicy),
    };
}
/** The well-known one; else whichever loader names the program for EFI. */
function findLoader(objects) {
    return (objects.find(({ guid }) => guid === bcd_ids/* BCD_OBJECT */.YV.loaderTemplate) ??
        objects.find((object) => object.type === bcd_ids/* BCD_TYPE */.hr.osLoader && EFI_LOADER.test((0,bcd_objects/* elementText */.oB)(object, bcd_ids/* ELEMENT */.P6.applicationPath) ?? '')));
}

;// CONCATENATED MODULE: ./.cache/build/src/files/flush-while.js
/** Brings to stable storage what a program writes into a file, while it does, so that the last flush has little left to wait for. */


/** Between two flushes, milliseconds: the disk is busy beside the program, and the file's own records are not written all the time. */
const flush_while_PAUSE_MS = 500;
/**
 * @param path of a file that is there already
 * @returns what `work` returns
 * @throws what `work` throws; else what a flush threw: a system tells of a failed one once, so that the last one need not fail as well
 */
async function flushWhile(path, work, pause = flush_while_PAUSE_MS) {
    const file = await (0,external_node_fs_promises_.open)(path, 'r+');
    try {
        const over = new AbortController();
        const flushing = flushUntil(file, over.signal, pause);
        // Told once the work is done.
        flushing.catch(() => { });
        const result = await work().finally(() => over.abort());
        await flushing;
        return result;
    }
    finally {
        await file.close();
    }
}
async function flushUntil(file, over, pause) {
    while (!over.aborted) {
        await (0,promises_.setTimeout)(pause, undefined, { signal: over }).catch(() => { });
        if (!over.aborted)
            await file.datasync();
    }
}

// EXTERNAL MODULE: ./.cache/build/src/registry/hive.js
var hive = __webpack_require__(48520);
;// CONCATENATED MODULE: ./.cache/build/src/registry/cell-area.js
/** The cells of a hive in one bin; offsets are relative to the end of the base block, as the format counts them. */
const BIN_HEADER_SIZE = 32;
const BIN_ALIGNMENT = 4096;
class CellArea {
    parts = new Map();
    end = BIN_HEADER_SIZE;
    reserve(size) {
        const offset = this.end;
        const bytes = Buffer.alloc((size + 4 + 7) & ~7);
        // An allocated cell carries its size negated.
        bytes.writeInt32LE(-bytes.length, 0);
        this.parts.set(offset, bytes);
        this.end += bytes.length;
        return offset;
    }
    add(data) {
        const offset = this.reserve(data.length);
        this.fill(offset, data);
        return offset;
    }
    fill(offset, data) {
        data.copy(this.at(offset), 4);
    }
    patch(offset, position, value) {
        this.at(offset).writeUInt32LE(value, 4 + position);
    }
    finish() {
        const size = Math.ceil((this.end + 8) / BIN_ALIGNMENT) * BIN_ALIGNMENT;
        const bin = Buffer.alloc(size);
        bin.write('hbin', 0, 'latin1');
        bin.writeUInt32LE(0, 4);
        bin.writeUInt32LE(size, 8);
        for (const [offset, bytes] of this.parts)
            bytes.copy(bin, offset);
        bin.writeInt32LE(size - this.end, this.end);
        return bin;
    }
    at(offset) {
        const part = this.parts.get(offset);
        if (!part)
            throw new RangeError(`no cell at ${offset}`);
        return part;
    }
}

;// CONCATENATED MODULE: ./.cache/build/src/registry/hive-writer.js
/**
 * Writes a registry hive ("regf", version 1.3) from a tree of keys, as small as a hive can be. Made for stores that begin empty,
 * such as a BCD store; an existing hive is edited by hivexregedit instead, which keeps what it does not know.
 * Layout of base block, hbin, nk, vk, lf and sk cells: M. Suhanov, "Windows registry file format specification".
 */


const BASE_BLOCK_SIZE = 4096;
const NO_CELL = 0xffffffff;
/** Larger values need a "db" record, which no store of ours has. */
const MAX_VALUE_SIZE = 16344;
const NK_FLAG_COMPRESSED_NAME = 0x20;
const NK_FLAGS_ROOT = 0x0c;
const VK_FLAG_COMPRESSED_NAME = 1;
const VK_DATA_INLINE = 0x80000000;
/**
 * Self-relative security descriptor: owner and group Administrators, full control for SYSTEM and Administrators,
 * inherited by subkeys. Layout: MS-DTYP section 2.4.6.
 */
const SECURITY_DESCRIPTOR = Buffer.from('0100048048000000580000000000000014000000' + // header: owner 0x48, group 0x58, DACL 0x14
    '0200340002000000' + // ACL of two entries, 52 bytes
    '000214003f000f00010100000000000512000000' + // allow 0xf003f S-1-5-18
    '000218003f000f0001020000000000052000000020020000' + // allow 0xf003f S-1-5-32-544
    '01020000000000052000000020020000' +
    '01020000000000052000000020020000', 'hex');
/**
 * @param root its own name is the hive's root key name
 * @param fileTime last-written time of every key, as a FILETIME; the same tree and time give the same bytes
 * @throws FormatError for a value larger than 16344 bytes or a name that is not ASCII
 */
function writeHive(root, fileTime) {
    const cells = new CellArea();
    const security = writeSecurityCell(cells);
    const hive = { cells, security, fileTime, keys: 0 };
    const rootCell = writeKey(hive, root, 0, NK_FLAGS_ROOT);
    cells.patch(security, 12, hive.keys);
    const bins = cells.finish();
    return Buffer.concat([baseBlock(rootCell, bins.length, fileTime), bins]);
}
/** @param parent its cell; 0 for the root */
function writeKey(hive, key, parent, flags) {
    const { cells, security, fileTime } = hive;
    hive.keys++;
    const name = asciiName(key.name);
    const nk = Buffer.alloc(76 + name.length);
    const cell = cells.reserve(nk.length);
    const children = [...key.keys].sort((a, b) => compareNames(a.name, b.name));
    const childCells = children.map((child) => writeKey(hive, child, cell, 0));
    const valueCells = key.values.map((value) => writeValue(cells, value));
    nk.write('nk', 0, 'latin1');
    nk.writeUInt16LE(flags | NK_FLAG_COMPRESSED_NAME, 2);
    nk.writeBigUInt64LE(fileTime, 4);
    nk.writeUInt32LE(parent, 16);
    nk.writeUInt32LE(children.length, 20);
    nk.writeUInt32LE(children.length === 0 ? NO_CELL : cells.add(hashLeaf(children, childCells)), 28);
    nk.writeUInt32LE(NO_CELL, 32);
    nk.writeUInt32LE(key.values.length, 36);
    nk.writeUInt32LE(valueCells.length === 0 ? NO_CELL : cells.add(uint32List(valueCells)), 40);
    nk.writeUInt32LE(security, 44);
    nk.writeUInt32LE(NO_CELL, 48);
    nk.writeUInt32LE(Math.max(0, ...children.map((child) => child.name.length * 2)), 52);
    nk.writeUInt32LE(Math.max(0, ...key.values.map((value) => value.name.length * 2)), 60);
    nk.writeUInt32LE(Math.max(0, ...key.values.map((value) => value.data.length)), 64);
    nk.writeUInt16LE(name.length, 72);
    name.copy(nk, 76);
    cells.fill(cell, nk);
    return cell;
}
function writeValue(cells, value) {
    if (value.data.length > MAX_VALUE_SIZE) {
        throw new errors/* FormatError */.IF(`registry value ${value.name}`, 0, `at most ${MAX_VALUE_SIZE} bytes`, `${value.data.length}`);
    }
    const name = asciiName(value.name);
    const vk = Buffer.alloc(20 + name.length);
    vk.write('vk', 0, 'latin1');
    vk.writeUInt16LE(name.length, 2);
    if (value.data.length <= 4) {
        vk.writeUInt32LE((VK_DATA_INLINE | value.data.length) >>> 0, 4);
        value.data.copy(vk, 8);
    }
    else {
        vk.writeUInt32LE(value.data.length, 4);
        vk.writeUInt32LE(cells.add(value.data), 8);
    }
    vk.writeUInt32LE(value.type, 12);
    vk.writeUInt16LE(name.length === 0 ? 0 : VK_FLAG_COMPRESSED_NAME, 16);
    name.copy(vk, 20);
    return cells.add(vk);
}
/** One descriptor shared by all keys: its list of descriptors has itself as the only member. */
function writeSecurityCell(cells) {
    const sk = Buffer.alloc(20 + SECURITY_DESCRIPTOR.length);
    const cell = cells.reserve(sk.length);
    sk.write('sk', 0, 'latin1');
    sk.writeUInt32LE(cell, 4);
    sk.writeUInt32LE(cell, 8);
    sk.writeUInt32LE(SECURITY_DESCRIPTOR.length, 16);
    SECURITY_DESCRIPTOR.copy(sk, 20);
    cells.fill(cell, sk);
    return cell;
}
/** "lh" list: subkeys sorted by upper-case name, each with the hash Windows looks names up by. */
function hashLeaf(children, childCells) {
    const leaf = Buffer.alloc(4 + 8 * children.length);
    leaf.write('lh', 0, 'latin1');
    leaf.writeUInt16LE(children.length, 2);
    for (const [index, child] of children.entries()) {
        leaf.writeUInt32LE(childCells[index] ?? NO_CELL, 4 + 8 * index);
        let hash = 0;
        for (const char of child.name.toUpperCase())
            hash = (Math.imul(hash, 37) + char.charCodeAt(0)) >>> 0;
        leaf.writeUInt32LE(hash, 8 + 8 * index);
    }
    return leaf;
}
function baseBlock(rootCell, binsSize, fileTime) {
    const block = Buffer.alloc(BASE_BLOCK_SIZE);
    block.write('regf', 0, 'latin1');
    block.writeUInt32LE(1, 4);
    block.writeUInt32LE(1, 8);
    block.writeBigUInt64LE(fileTime, 12);
    block.writeUInt32LE(1, 20);
    block.writeUInt32LE(3, 24);
    block.writeUInt32LE(1, 32);
    block.writeUInt32LE(rootCell, 36);
    block.writeUInt32LE(binsSize, 40);
    block.writeUInt32LE(1, 44);
    let checksum = 0;
    for (let offset = 0; offset < 508; offset += 4)
        checksum ^= block.readUInt32LE(offset);
    checksum >>>= 0;
    // 0 and -1 are reserved and stand for themselves plus or minus one.
    block.writeUInt32LE(checksum === 0xffffffff ? 0xfffffffe : checksum === 0 ? 1 : checksum, 508);
    return block;
}
function asciiName(name) {
    if (!/^[\x20-\x7e]*$/.test(name))
        throw new errors/* FormatError */.IF(`registry name ${name}`, 0, 'ASCII', name);
    return Buffer.from(name, 'latin1');
}
function compareNames(a, b) {
    const left = a.toUpperCase();
    const right = b.toUpperCase();
    return left < right ? -1 : left > right ? 1 : 0;
}
function uint32List(numbers) {
    const list = Buffer.alloc(4 * numbers.length);
    for (const [index, number] of numbers.entries())
        list.writeUInt32LE(number, 4 * index);
    return list;
}

// EXTERNAL MODULE: ./.cache/build/src/windows/stage/partition-file.js
var partition_file = __webpack_require__(71354);
;// CONCATENATED MODULE: ./.cache/build/src/windows/engines/wimlib/security-descriptor.js
/** Access lists of added files, as self-relative security descriptors ([MS-DTYP] 2.4.6). */
const REVISION = 1;
const ACL_REVISION = 2;
/** SE_SELF_RELATIVE, SE_DACL_PRESENT, SE_DACL_PROTECTED: nothing comes from the folder above. */
const CONTROL = 0x8000 | 0x0004 | 0x1000;
const ACCESS_ALLOWED = 0;
/** OBJECT_INHERIT_ACE | CONTAINER_INHERIT_ACE. */
const INHERIT = 0x03;
const FULL_CONTROL = 0x001f01ff;
/** FILE_GENERIC_READ | FILE_GENERIC_EXECUTE. */
const READ_AND_EXECUTE = 0x001200a9;
const security_descriptor_SYSTEM = sid(18);
const security_descriptor_ADMINISTRATORS = sid(32, 544);
const USERS = sid(32, 545);
/** Owner and group are the Administrators; a folder's list is passed on to what is made in it. */
function securityDescriptor(access, kind) {
    const flags = kind === 'folder' ? INHERIT : 0;
    const dacl = accessList([
        entry(security_descriptor_SYSTEM, FULL_CONTROL, flags),
        entry(security_descriptor_ADMINISTRATORS, FULL_CONTROL, flags),
        ...(access === 'program' ? [entry(USERS, READ_AND_EXECUTE, flags)] : []),
    ]);
    const header = Buffer.alloc(20);
    header.writeUInt8(REVISION, 0);
    header.writeUInt16LE(CONTROL, 2);
    header.writeUInt32LE(header.length + dacl.length, 4);
    header.writeUInt32LE(header.length + dacl.length + security_descriptor_ADMINISTRATORS.length, 8);
    header.writeUInt32LE(header.length, 16);
    return Buffer.concat([header, dacl, security_descriptor_ADMINISTRATORS, security_descriptor_ADMINISTRATORS]);
}
function accessList(entries) {
    const header = Buffer.alloc(8);
    header.writeUInt8(ACL_REVISION, 0);
    header.writeUInt16LE(entries.reduce((sum, one) => sum + one.length, header.length), 2);
    header.writeUInt16LE(entries.length, 4);
    return Buffer.concat([header, ...entries]);
}
function entry(who, mask, flags) {
    const header = Buffer.alloc(8);
    header.writeUInt8(ACCESS_ALLOWED, 0);
    header.writeUInt8(flags, 1);
    header.writeUInt16LE(header.length + who.length, 2);
    header.writeUInt32LE(mask, 4);
    return Buffer.concat([header, who]);
}
/** A SID of the NT authority, S-1-5-…. */
function sid(...subAuthorities) {
    const bytes = Buffer.alloc(8 + 4 * subAuthorities.length);
    bytes.writeUInt8(REVISION, 0);
    bytes.writeUInt8(subAuthorities.length, 1);
    bytes.writeUInt8(5, 7);
    for (const [index, value] of subAuthorities.entries())
        bytes.writeUInt32LE(value, 8 + 4 * index);
    return bytes;
}

;// CONCATENATED MODULE: ./.cache/build/src/windows/engines/wimlib/access-lists.js
/**
 * Gives what was added to the volume its access lists. Files that wimlib takes from a folder of this machine have none of their own,
 * and until Windows gave them one everybody could read a password or change what runs as SYSTEM.
 */


const BYTES_PER_LINE = 16;
/** Programs that setAccessLists needs: ntfssecaudit insists on being root, which for a regular file it need not be. */
function accessListTools() {
    return isRoot() ? ['ntfssecaudit'] : ['ntfssecaudit', 'fakeroot'];
}
/**
 * @param volume a regular file that holds the NTFS volume
 * @param clock environment of fixed-clock.ts
 */
async function setAccessLists(volume, added, clock, tools) {
    const args = ['-s', volume];
    const options = { env: clock, input: accessListText(added) };
    if (isRoot())
        await tools.run('ntfssecaudit', args, options);
    else
        await tools.run('fakeroot', [await tools.find('ntfssecaudit'), ...args], options);
}
/** The form in which `ntfssecaudit -b` prints access lists and `-s` reads them. */
function accessListText({ files, folders }) {
    return [
        ...folders.map((path) => block('Directory', path, securityDescriptor(accessOf(`${path}/`), 'folder'))),
        ...files.map((path) => block('File', path, securityDescriptor(accessOf(path), 'file'))),
    ].join('');
}
function block(kind, path, descriptor) {
    const lines = [];
    for (let offset = 0; offset < descriptor.length; offset += BYTES_PER_LINE) {
        const words = descriptor.toString('hex', offset, offset + BYTES_PER_LINE).match(/.{8}/g) ?? [];
        lines.push(`        ${offset.toString(16).padStart(6, '0')}  ${words.join(' ')}\n`);
    }
    // The descriptor is set where the line about attributes follows it.
    return `${kind} /${path}\n${lines.join('')}Windows attrib : 0x0\n`;
}
function isRoot() {
    return process.getuid?.() === 0;
}

// EXTERNAL MODULE: ./.cache/build/src/files/open-named.js
var open_named = __webpack_require__(38488);
;// CONCATENATED MODULE: ./.cache/build/src/windows/engines/wimlib/esp-volume.js
/** The EFI system partition as a FAT32 volume in a regular file, with the image's own boot files. */






const SECTOR = 512;
/** Firmware starts this file when its own variables name no other, as in every imported OVA. */
const FALLBACK_LOADER = 'bootx64.efi';
/**
 * Makes the volume: the whole Boot/EFI tree with fonts and resources under \EFI\Microsoft\Boot, as bcdboot copies it, both boot
 * stores, and the boot manager once more as the fallback loader.
 * @param clock environment of fixed-clock.ts
 * @throws UserError not-windows-media when the image has no boot manager, image-too-small when the files do not fit
 */
async function createEsp(request, clock, tools) {
    await arrangeFiles(request);
    const file = await (0,open_named/* openNamed */.S)(request.file, 'wx');
    await file.truncate(request.size);
    await file.close();
    const hiddenSectors = String(request.start / SECTOR);
    const options = ['-F', '32', '-i', request.serial, '-n', 'SYSTEM', '-h', hiddenSectors, '-S', String(SECTOR)];
    await tools.run('mkfs.fat', [...options, '--invariant', request.file], { env: clock });
    try {
        await copyTree(request.work, '', request.file, clock, tools);
    }
    catch (cause) {
        if (!(cause instanceof errors/* ToolError */.v4) || !/disk full/i.test(cause.tail))
            throw cause;
        throw new errors/* UserError */.yo('image-too-small', `The EFI system partition of ${(0,units/* formatSize */.Xq)(request.size)} is too small for the boot files of the image`, 'Give a larger size with the input esp; 260 MiB suffice for every release so far.', { cause });
    }
}
async function arrangeFiles({ bootFolder, work, bcd, recoveryBcd }) {
    const microsoft = (0,external_node_path_.join)(work, 'EFI', 'Microsoft');
    const boot = (0,external_node_path_.join)(microsoft, 'Boot');
    await (0,external_node_fs_promises_.mkdir)((0,external_node_path_.join)(microsoft, 'Recovery'), { recursive: true });
    await (0,external_node_fs_promises_.mkdir)((0,external_node_path_.join)(work, 'EFI', 'Boot'));
    const efi = await (0,case_blind/* findPath */.Hh)(bootFolder, 'EFI');
    const bootManager = efi && (await (0,case_blind/* findPath */.Hh)((0,external_node_path_.join)(bootFolder, efi), 'bootmgfw.efi'));
    if (efi === undefined || bootManager === undefined) {
        throw new errors/* UserError */.yo('not-windows-media', 'The image has no Windows/Boot/EFI/bootmgfw.efi, so nothing could start it on an EFI machine', 'Use the ISO of Windows Server for x64 as Microsoft ships it.');
    }
    await copyFolder((0,external_node_path_.join)(bootFolder, efi), boot);
    for (const name of ['Fonts', 'Resources']) {
        const found = await (0,case_blind/* findPath */.Hh)(bootFolder, name);
        if (found !== undefined)
            await copyFolder((0,external_node_path_.join)(bootFolder, found), (0,external_node_path_.join)(boot, name));
    }
    await (0,external_node_fs_promises_.copyFile)((0,external_node_path_.join)(bootFolder, efi, bootManager), (0,external_node_path_.join)(work, 'EFI', 'Boot', FALLBACK_LOADER));
    await (0,external_node_fs_promises_.writeFile)((0,external_node_path_.join)(boot, 'BCD'), bcd);
    await (0,external_node_fs_promises_.writeFile)((0,external_node_path_.join)(microsoft, 'Recovery', 'BCD'), recoveryBcd);
}
/** mtools copy in the order they are told: sorted, so that the volume does not depend on this machine's file system. */
async function copyTree(source, path, volume, clock, tools) {
    const entries = (await (0,external_node_fs_promises_.readdir)(source, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1));
    const files = entries.filter((entry) => entry.isFile()).map((entry) => (0,external_node_path_.join)(source, entry.name));
    const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
    if (folders.length > 0) {
        await tools.run('mmd', ['-i', volume, ...folders.map((name) => `::${path}/${name}`)], { env: clock });
    }
    if (files.length > 0)
        await tools.run('mcopy', ['-Q', '-i', volume, ...files, `::${path}/`], { env: clock });
    for (const name of folders)
        await copyTree((0,external_node_path_.join)(source, name), `${path}/${name}`, volume, clock, tools);
}
async function copyFolder(source, target) {
    await (0,external_node_fs_promises_.mkdir)(target, { recursive: true });
    for (const entry of await (0,external_node_fs_promises_.readdir)(source, { withFileTypes: true })) {
        const from = (0,external_node_path_.join)(source, entry.name);
        if (entry.isDirectory())
            await copyFolder(from, (0,external_node_path_.join)(target, entry.name));
        else
            await (0,external_node_fs_promises_.copyFile)(from, (0,external_node_path_.join)(target, entry.name));
    }
}

;// CONCATENATED MODULE: ./.cache/build/src/windows/engines/wimlib/run-faketime.js
/** Starts the wrapper `faketime`, which an earlier one that was killed can keep from starting. */

/**
 * It names a semaphore and a piece of memory after its process id, and removes them at its end. Killed, it leaves them in /dev/shm, and
 * a later process of the same number refuses to start (libfaketime 0.9.10, faketime.c).
 */
const NAME_TAKEN = /\b(?:sem|shm)_open: /;
const run_faketime_TRIES = 5;
/** As `tools.run`: it is started again, under another number, where only that kept it from starting its program. */
async function runFaketime(tools, args, options) {
    for (let tries = 1;; tries++) {
        try {
            return await tools.run('faketime', args, options);
        }
        catch (error) {
            if (tries === run_faketime_TRIES || !(error instanceof errors/* ToolError */.v4) || !NAME_TAKEN.test(error.tail))
                throw error;
        }
    }
}

;// CONCATENATED MODULE: ./.cache/build/src/windows/engines/wimlib/fixed-clock.js
/** A clock that stands still for the programs that write file systems, so that they write the same bytes each time. */

/**
 * The environment under which a program sees `date`, in UTC, as the present.
 * The wrapper `faketime` is only asked for its settings: it starts the program as a child of its own, which a cancelled job
 * would then leave running.
 */
async function fixedClock(date, tools) {
    const stamp = date.toISOString().replace('T', ' ').slice(0, 19);
    const { stdout } = await runFaketime(tools, ['-f', stamp, 'env'], { env: { TZ: 'UTC' } });
    const preload = /^LD_PRELOAD=(.+)$/m.exec(stdout)?.[1] ?? '';
    return {
        TZ: 'UTC',
        LC_ALL: 'C.UTF-8',
        LD_PRELOAD: preload,
        FAKETIME: stamp,
        // Files keep their own times, and waiting programs must not see a clock that stands still.
        NO_FAKE_STAT: '1',
        DONT_FAKE_MONOTONIC: '1',
        SOURCE_DATE_EPOCH: String(Math.floor(date.getTime() / 1000)),
        MTOOLSRC: '/dev/null',
        MTOOLS_SKIP_CHECK: '1',
    };
}

;// CONCATENATED MODULE: ./.cache/build/src/windows/engines/wimlib/install-image.js
/** Takes things out of the installation ISO and out of the WIM in it. */





/** What the build needs to see of an image before it is applied; wildcards because some need not exist. */
const NEEDED_FILES = [
    '/Windows/Boot',
    '/Windows/System32/config/SYSTE?',
    '/Windows/System32/config/SOFTWAR?',
    '/Windows/System32/config/DRIVER?',
    '/Windows/System32/config/BCD-Templat?',
    '/Windows/Setup/Scripts/SetupComplete.cm?',
];
/**
 * Copies install.wim or install.esd out of the ISO; the parts of a split image are joined.
 * @returns its path
 * @throws UserError disk-full before it begins; not-windows-media for a split image of which a part is missing
 */
async function extractInstallImage(media, { tools, temp }) {
    const isSplit = media.imageParts.length > 1;
    await (0,assert_free_space/* assertFreeSpace */.V)(temp, media.imageSize * (isSplit ? 2 : 1), 'the Windows image of the ISO');
    const target = (0,external_node_path_.join)(temp, 'media');
    await media.disc.extract(media.imageParts, target);
    const parts = media.imageParts.map((part) => (0,external_node_path_.join)(target, ...part.split('/')));
    await checkParts(media, parts);
    const [first = '', ...others] = parts;
    if (isSplit) {
        const joined = (0,external_node_path_.join)(temp, 'install.wim');
        await tools.run('wimlib-imagex', ['join', joined, first, ...others]);
        await (0,external_node_fs_promises_.rm)(target, { recursive: true });
        return joined;
    }
    const path = first;
    // As on the disc it is read-only; what the build adds to the image is appended to this copy.
    await (0,external_node_fs_promises_.chmod)(path, 0o600);
    return path;
}
/** Copies the ISO's folder of features that are not in the image. @returns the folder */
async function extractSxs(media, folder) {
    if (media.sxsMember === undefined)
        return undefined;
    await media.disc.extract([media.sxsMember], folder);
    return (0,external_node_path_.join)(folder, ...media.sxsMember.split('/'));
}
/** Copies the boot files and the hives of an image that are looked into to `folder`. */
async function extractImageFiles(wim, index, folder, context) {
    await (0,external_node_fs_promises_.mkdir)(folder);
    const options = ['--preserve-dir-structure', '--nullglob', '--no-acls', '--no-attributes', `--dest-dir=${folder}`];
    await context.tools.run('wimlib-imagex', ['extract', wim, String(index), ...NEEDED_FILES, ...options], {
        env: { WIMLIB_IMAGEX_IGNORE_CASE: '1' },
    });
    return {
        folder,
        find: (path) => (0,case_blind/* findPath */.Hh)(folder, path),
    };
}

;// CONCATENATED MODULE: ./.cache/build/src/windows/engines/wimlib/ntfs-3g.js
/** Which NTFS-3G fills the volume. */

/** The release from which wimlib can give files their short names (wimlib-imagex-apply(1), "NTFS VOLUME EXTRACTION"). */
const OLDEST = [2017, 3, 23];
/**
 * An older NTFS-3G drops short names without a word; installers and the component store of Windows look for them.
 * @throws UserError tool-too-old
 */
async function checkNtfs3g(tools) {
    const { stdout, stderr } = await tools.run('mkntfs', ['--version']);
    const version = /v?(\d{4})\.(\d+)\.(\d+)/.exec(stdout + stderr);
    const parts = version === null ? [] : version.slice(1).map(Number);
    if (parts.length > 0 && compare(parts, OLDEST) >= 0)
        return;
    throw new errors/* UserError */.yo('tool-too-old', `mkntfs is of NTFS-3G ${parts.length === 0 ? 'of an unknown version' : parts.join('.')}; the engine wimlib needs ${OLDEST.join('.')} or newer, which keeps short names`, 'Install a newer ntfs-3g: Debian 10, Ubuntu 18.04 and everything after them have one.');
}
function compare(a, b) {
    for (const [index, part] of a.entries()) {
        const difference = part - (b[index] ?? 0);
        if (difference !== 0)
            return difference;
    }
    return 0;
}

;// CONCATENATED MODULE: ./.cache/build/src/windows/engines/wimlib/package-manifests.js
/** The manifests of an image's packages, taken out of the WIM to see which features it has. */



/**
 * @param folder a folder to make for them; removed again
 * @returns undefined when no manifest names a feature, as where they are stored in a form that cannot be read
 */
async function readFeatureNames(wim, index, folder, { tools }) {
    await (0,external_node_fs_promises_.mkdir)(folder);
    const options = ['--nullglob', '--no-acls', '--no-attributes', `--dest-dir=${folder}`];
    await tools.run('wimlib-imagex', ['extract', wim, String(index), '/Windows/servicing/Packages/*.mum', ...options], {
        env: { WIMLIB_IMAGEX_IGNORE_CASE: '1' },
    });
    const names = new Set();
    for (const file of (await (0,external_node_fs_promises_.readdir)(folder)).sort()) {
        for (const name of (0,feature_names/* featureNames */.r)(await (0,external_node_fs_promises_.readFile)((0,external_node_path_.join)(folder, file), 'utf8'), file))
            names.add(name);
    }
    await (0,external_node_fs_promises_.rm)(folder, { recursive: true });
    return names.size === 0 ? undefined : [...names];
}

;// CONCATENATED MODULE: ./.cache/build/src/windows/engines/wimlib/place-in-image.js
/**
 * Where files go that are added to an image: their paths as the image spells them. For Windows `c:\windows\system32` is the folder that is there; the programs
 * that fill the volume look names up as they are written.
 */

/**
 * @param paths of files, with `/`
 * @throws UserError input-invalid where one of their folders is a link, which Windows would follow, or a file
 */
async function placeInImage(wim, index, paths, { tools }) {
    const { stdout } = await tools.run('wimlib-imagex', ['dir', wim, String(index)]);
    const spelt = new Map();
    for (const line of stdout.split('\n'))
        if (line.startsWith('/'))
            spelt.set(line.slice(1).toLowerCase(), line.slice(1));
    const made = new Set();
    const passed = new Set();
    const place = (path) => {
        const parts = path.split('/');
        let placed = '';
        for (const [depth, part] of parts.entries()) {
            const wanted = depth === 0 ? part : `${placed}/${part}`;
            const found = spelt.get(wanted.toLowerCase());
            placed = found ?? wanted;
            if (found === undefined)
                spelt.set(wanted.toLowerCase(), wanted);
            if (depth === parts.length - 1)
                break;
            if (found === undefined)
                made.add(placed);
            else if (!made.has(placed))
                passed.add(placed);
        }
        return placed;
    };
    const placed = paths.map(place);
    for (const folder of [...passed].sort())
        await assertFolder(wim, index, folder, tools);
    return { paths: placed, folders: [...made].sort() };
}
async function assertFolder(wim, index, path, tools) {
    const args = ['dir', wim, String(index), `--path=/${path}`, '--one-file-only', '--detailed'];
    const { stdout } = await tools.run('wimlib-imagex', args);
    const is = (attribute) => stdout.includes(`FILE_ATTRIBUTE_${attribute} is set`);
    if (!is('DIRECTORY') || is('REPARSE_POINT'))
        throw noFolder(path);
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./.cache/build/src/windows/engines/wimlib/stage.js
/** Files that are added to the image: a tree on this machine that is laid over the image before it is applied. */



/**
 * What is larger goes into the volume directly: by way of the WIM it would be compressed and decompressed again, which for an
 * update package takes longer than everything else.
 */
const LARGEST_IN_WIM = 8 * 2 ** 20;
/** Makes the tree with `date` as the time of everything in it; folders of large files are there, the files not. */
async function createStage(folder, files, date) {
    await (0,external_node_fs_promises_.mkdir)(folder);
    const large = [];
    for (const { path, source } of files) {
        const target = (0,external_node_path_.join)(folder, path);
        await (0,external_node_fs_promises_.mkdir)((0,external_node_path_.dirname)(target), { recursive: true });
        if ('content' in source)
            await (0,external_node_fs_promises_.writeFile)(target, source.content);
        else if (source.size > LARGEST_IN_WIM)
            large.push({ path, file: source.file });
        else
            await (0,external_node_fs_promises_.copyFile)(source.file, target, external_node_fs_.constants.COPYFILE_FICLONE);
    }
    const entries = await (0,external_node_fs_promises_.readdir)(folder, { recursive: true });
    // Deepest first: making an entry changes the time of its folder.
    for (const entry of [...entries.sort().reverse(), ''])
        await (0,external_node_fs_promises_.utimes)((0,external_node_path_.join)(folder, entry), date, date);
    return { folder, large };
}
/** Adds the tree to one image of the WIM, merging folders and replacing files. */
async function addStage(stage, wim, index, context) {
    // Run where the tree is, so that no path has to be quoted in wimlib's command language.
    await context.tools.run('wimlib-imagex', ['update', wim, String(index), '--command=add . /'], {
        cwd: stage.folder,
        env: { WIMLIB_IMAGEX_IGNORE_CASE: '1' },
    });
}

;// CONCATENATED MODULE: ./.cache/build/src/windows/engines/wimlib/volume-file.js
/** A regular file that becomes an NTFS volume: formatted, filled from a WIM image and changed without privileges or loop devices. */





/** mkntfs writes the geometry into the boot sector; firmware of virtual machines uses this one for every large disk. */
const HEADS = '255';
const SECTORS_PER_TRACK = '63';
const volume_file_SECTOR = 512;
/**
 * Makes the file and formats it.
 * @param start where the partition begins on the disk, in bytes: the boot sector says so ("hidden sectors"), Windows' loader believes it
 */
async function formatNtfs(volume, start, label, tools) {
    const file = await (0,open_named/* openNamed */.S)(volume.file, 'wx');
    await file.truncate(volume.size);
    await file.close();
    const geometry = ['-p', String(start / volume_file_SECTOR), '-H', HEADS, '-S', SECTORS_PER_TRACK, '-s', String(volume_file_SECTOR)];
    await tools.run('mkntfs', ['-Q', '-F', '-L', label, ...geometry, volume.file], { env: volume.clock });
}
/**
 * Applies one image of a WIM to the volume.
 * @param onProgress told the share that is done, 0 to 1
 * @throws UserError image-too-small when the volume is full, disk-full when the disk of this machine is
 */
async function applyImage(wim, index, volume, tools, onProgress) {
    const onLine = (line) => {
        const percent = /Extracting file data:.*\((\d+)%\)/.exec(line)?.[1];
        if (percent !== undefined)
            onProgress(Number(percent) / 100);
    };
    try {
        await tools.run('wimlib-imagex', ['apply', wim, String(index), volume.file], { env: volume.clock, onLine });
    }
    catch (cause) {
        throw await explainApplyError(cause, volume);
    }
}
/** Replaces the content of a file that the volume has; its attributes and security descriptor stay. */
async function overwriteInVolume(volume, source, path, tools) {
    await tools.run('ntfscp', ['-q', volume.file, source, path], { env: volume.clock });
}
/** "No space left" is said of the volume in the file and of the disk that holds the file alike: look which of them is full. */
async function explainApplyError(cause, volume) {
    if (!(cause instanceof errors/* ToolError */.v4) || !/no space left on device/i.test(cause.tail))
        return cause;
    const host = await (0,external_node_fs_promises_.statfs)((0,external_node_path_.dirname)(volume.file));
    if (host.bavail * host.bsize < 16 * 2 ** 20) {
        return new errors/* UserError */.yo('disk-full', `The disk with ${(0,external_node_path_.dirname)(volume.file)} became full while the image was applied`, 'Free some space there, or point RUNNER_TEMP at a larger volume.', { cause });
    }
    return new errors/* UserError */.yo('image-too-small', `The Windows partition of ${(0,units/* formatSize */.Xq)(volume.size)} is too small for the image`, 'Ask for a larger disk with the input size.', { cause });
}

;// CONCATENATED MODULE: ./.cache/build/src/windows/engines/wimlib/wimlib-engine.js
/**
 * Builds the disk on Linux without Windows, root or loop devices: each volume is a regular file that mkntfs, wimlib and mtools
 * fill, put together and written as a VHD. With the clock of those programs stopped, the same plan gives the same bytes.
 */


























const wimlibEngine = {
    name: 'wimlib',
    onWindows: false,
    tools: [
        ...['7zz', 'wimlib-imagex', 'mkntfs', 'ntfscp', 'mkfs.fat', 'mmd', 'mcopy', 'hivexregedit', 'faketime'],
        ...accessListTools(),
    ],
    offline: {
        packages: { offline: false, because: 'The engine wimlib cannot install updates offline' },
        drivers: {
            offline: false,
            because: 'The engine wimlib stages driver packages for first boot; those that Windows starts with are registered already',
        },
        features: { offline: false, because: 'The engine wimlib leaves features to the first boot' },
        cleanup: { offline: false, because: 'The engine wimlib does not remove superseded components' },
        registry: { offline: true },
    },
    check: (_vhd, { tools }) => checkNtfs3g(tools),
    open: async (media, context) => {
        const wim = await context.log.group(`Copy ${media.imageMember} out of the ISO`, () => extractInstallImage(media, context));
        const images = await readWimImages(wim);
        return {
            images,
            features: (image) => readFeatureNames(wim, image.index, (0,external_node_path_.join)(context.temp, 'packages'), context),
            build: (work, path) => wimlib_engine_build(work, media, wim, path, context),
        };
    },
};
async function wimlib_engine_build(work, media, wim, path, context) {
    const { log, tools, temp } = context;
    const { plan } = work;
    const clock = await fixedClock(plan.date, tools);
    const fileOf = (name) => (0,partition_file/* partitionFile */.N)(plan, name, path, temp);
    const windows = { file: fileOf('windows'), size: plan.windows.size, clock };
    const files = await log.group('Read boot files and registry of the image', () => extractImageFiles(wim, plan.image.index, (0,external_node_path_.join)(temp, 'image'), context));
    const hives = await wimlib_engine_changeHives(work, files, context);
    const { stage, added } = await log.group('Stage drivers, updates and first-boot steps', () => stageFiles(work, media, files, wim, context));
    await log.group(`Apply image ${plan.image.index} "${plan.image.name}"`, async () => {
        await formatNtfs(windows, plan.windows.offset, 'Windows', tools);
        const apply = () => applyImage(wim, plan.image.index, windows, tools, (0,progress/* showProgress */.R)(log, ''));
        // A part of the disk has to be on stable storage in the end; a volume that is copied into a VHD has not.
        await (plan.disk.format === 'vmdk' ? flushWhile(windows.file, apply) : apply());
        await (0,external_node_fs_promises_.rm)(wim);
        for (const hive of hives)
            await overwriteInVolume(windows, hive.file, hive.path, tools);
        for (const large of stage.large)
            await overwriteInVolume(windows, large.file, large.path, tools);
        await setAccessLists(windows.file, added, clock, tools);
    });
    await log.group('Make the EFI system partition', () => makeEsp(plan, files, fileOf('esp'), clock, context));
    await makeRecovery(plan, fileOf('recovery'), clock, tools);
    await log.group('Write the disk', () => writePlannedDisk(plan, filledPartitions(plan, fileOf), path, context.signal));
    return { plan, findings: [], leftOut: [] };
}
/** @returns the changed hives with their paths in the image; none when nothing in them had to change */
async function wimlib_engine_changeHives({ plan, offline }, files, context) {
    const find = async (hive) => {
        const path = await files.find(`Windows/System32/config/${hive}`);
        if (path === undefined)
            throw noHive(plan.image, hive);
        return { path, file: (0,external_node_path_.join)(files.folder, path) };
    };
    const { controlSet } = await (0,system_hive/* openSystemHive */.Gd)((await find('SYSTEM')).file);
    const changed = [];
    for (const { hive, edits } of hiveEdits(offline, controlSet)) {
        const found = await find(hive);
        await (0,system_hive/* refuseLinks */.UA)(found.file, hive, edits);
        await (0,system_hive/* editHive */.zg)(found.file, edits, (0,external_node_path_.join)(context.temp, `${hive}.reg`), context.tools);
        changed.push(found);
    }
    return changed;
}
async function stageFiles(work, media, files, wim, context) {
    const { plan, firstBoot } = work;
    const own = await files.find(staged_files/* SETUP_COMPLETE_PATH */.g);
    const setupComplete = own === undefined ? undefined : await (0,external_node_fs_promises_.readFile)((0,external_node_path_.join)(files.folder, own));
    const needsSxs = firstBoot.some((step) => step.sxs);
    const sxs = needsSxs ? await extractSxs(media, (0,external_node_path_.join)(context.temp, 'iso')) : undefined;
    const wanted = await (0,staged_files/* stagedFiles */.K)(work, setupComplete, sxs);
    const { paths, folders } = await placeInImage(wim, plan.image.index, wanted.map(({ path }) => path), context);
    const staged = wanted.map((file, index) => ({ ...file, path: paths[index] ?? file.path }));
    const added = { files: paths, folders };
    const stage = await createStage((0,external_node_path_.join)(context.temp, 'stage'), staged, plan.date);
    await addStage(stage, wim, plan.image.index, context);
    return { stage, added };
}
async function makeEsp(plan, files, file, clock, context) {
    const boot = (await files.find('Windows/Boot')) ?? 'Windows/Boot';
    const work = (0,external_node_path_.join)(context.temp, 'esp');
    await (0,external_node_fs_promises_.mkdir)(work);
    await (0,external_node_fs_promises_.mkdir)((0,external_node_path_.join)(files.folder, boot), { recursive: true });
    const target = {
        diskGuid: plan.diskGuid,
        espGuid: plan.esp.guid,
        windowsGuid: plan.windows.guid,
        loaderGuid: plan.loaderGuid,
        resumeGuid: plan.resumeGuid,
        description: plan.image.displayName.replace(/\s*\(.*\)$/, ''),
        loader: await readLoaderSettings(files),
        locale: plan.image.language || 'en-US',
    };
    const fileTime = (0,file_time/* toFileTime */.L)(plan.date.getTime());
    await createEsp({
        file,
        size: plan.esp.size,
        start: plan.esp.offset,
        serial: (0,external_node_crypto_.createHash)('sha256').update(plan.esp.guid).digest('hex').slice(0, 8),
        bootFolder: (0,external_node_path_.join)(files.folder, boot),
        work,
        bcd: writeHive(buildBcdStore(target), fileTime),
        recoveryBcd: writeHive(buildRecoveryBcdStore(target), fileTime),
    }, clock, context.tools);
}
/** @returns undefined for an image without a usable BCD-Template */
async function readLoaderSettings(files) {
    const path = await files.find('Windows/System32/config/BCD-Template');
    if (path === undefined)
        return undefined;
    const file = (0,external_node_path_.join)(files.folder, path);
    return readLoaderTemplate(new hive/* Hive */.p(await (0,external_node_fs_promises_.readFile)(file), file));
}
/** The volume, formatted and empty, where one is planned. */
async function makeRecovery({ recovery }, file, clock, tools) {
    if (recovery === undefined)
        return;
    await formatNtfs({ file, size: recovery.size, clock }, recovery.offset, 'Recovery', tools);
}
function filledPartitions(plan, fileOf) {
    return partition_file/* FILLED */.D.flatMap((name) => {
        const { [name]: partition } = plan;
        return partition === undefined
            ? []
            : [{ name, offset: partition.offset, size: partition.size, file: fileOf(name) }];
    });
}

;// CONCATENATED MODULE: ./.cache/build/src/windows/engines/choose-engine.js
/** All engines, and which of them works here. */



const ENGINES = {
    dism: createDismEngine(),
    'convert-windowsimage': createConvertEngine(),
    wimlib: wimlibEngine,
};
/** What `auto` stands for on that platform. */
function defaultEngine(platform) {
    return platform === 'win32' ? 'dism' : 'wimlib';
}
/** Why an engine cannot work on that platform, and what to write instead; undefined when it can. */
function engineObstacle(name, platform) {
    const { onWindows } = ENGINES[name];
    if (onWindows === (platform === 'win32'))
        return undefined;
    const where = onWindows ? 'on Windows alone' : 'on Linux alone';
    return `The engine ${name} works ${where}; write auto, or ${defaultEngine(platform)}.`;
}
/** An input that would do nothing with that engine, and what to write instead; undefined when each does something. */
function idleInput(name, { moduleServicing, skipNotApplicable }) {
    const ofModule = name === 'convert-windowsimage';
    if (!ofModule && !moduleServicing) {
        return { input: 'module-servicing', hint: 'Leave it out: only the engine convert-windowsimage asks for it.' };
    }
    if (!skipNotApplicable)
        return undefined;
    if (ofModule && moduleServicing) {
        const hint = 'The module leaves no update out: write module-servicing: false with it, or not-applicable: fail.';
        return { input: 'not-applicable', hint };
    }
    if (ENGINES[name].offline.packages.offline)
        return undefined;
    const hint = `Leave it out: the engine ${name} installs updates at first boot, where such a one is always left out.`;
    return { input: 'not-applicable', hint };
}


/***/ }),

/***/ 53638:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ makeModuleFolder),
/* harmony export */   i: () => (/* binding */ MODULE_FOLDER)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58500);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(41251);
/* harmony import */ var _attach_attached_disk_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(16809);
/**
 * The folder in which the module makes its disk, and nobody else anything. It builds under a name that it makes up, attached all the
 * while, and renames the file at its end: a run that is killed meanwhile leaves an attached disk that nobody knows by name.
 */





const MODULE_FOLDER = {
    kind: 'module-folder',
    what: ({ path }) => `the folder ${path} with the disk that Convert-WindowsImage was making`,
    undo: ({ path }, { tools }) => clear(path, tools),
};
/**
 * Makes the folder anew, beside the disk that is to come out of it so that it can be renamed.
 * @param path of that disk
 * @returns its path, and what removes it once the disk is out of it
 */
async function makeModuleFolder(path, { tools, hold }) {
    const folder = `${path}.module`;
    const release = hold(MODULE_FOLDER, { path: folder });
    await clear(folder, tools);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(folder);
    const remove = async () => {
        await clear(folder, tools);
        release();
    };
    return { folder, remove };
}
/** Detaches every disk in it and removes it; nothing when it is not there. @throws UserError disk-in-use */
async function clear(folder, tools) {
    for (const name of await namesIn(folder)) {
        if (/\.vhdx?$/i.test(name))
            await (0,_attach_attached_disk_js__WEBPACK_IMPORTED_MODULE_4__/* .detach */ .Yo)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name), tools, node_timers_promises__WEBPACK_IMPORTED_MODULE_2__.setTimeout);
    }
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(folder, { recursive: true, force: true });
}
async function namesIn(folder) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(folder).catch((error) => {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .hasErrnoCode */ .qk)(error, 'ENOENT'))
            return [];
        throw error;
    });
}


/***/ }),

/***/ 12278:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  uG: () => (/* binding */ batchText),
  ak: () => (/* binding */ firstBootFiles)
});

// UNUSED EXPORTS: afterLater

;// CONCATENATED MODULE: ./.cache/build/src/windows/first-boot/scripts/clear-away.js
/**
 * clear-away.cmd, called with what comes after: what was staged goes, and Windows Setup, which runs in every clone, no longer begins a
 * first boot: the script of the image has its name again. A generalized image keeps the one answer file for the mini-setup of its clones,
 * which the first start of each deletes. Where a later start on vSphere goes on (the folder `later`), what that needs stays.
 */
const CLEAR_AWAY = String.raw `@echo off
rmdir /s /q packages drivers sxs scripts 2>nul
if not exist later rmdir /s /q tools 2>nul
set SCRIPTS=%SystemRoot%\Setup\Scripts
if "%1" == "generalize" (
  copy /y clone-setup-complete.cmd "%SCRIPTS%\SetupComplete.cmd"
  exit /b 0
)
if exist later exit /b 0
if exist "%SCRIPTS%\SetupComplete-of-image.cmd" (
  move /y "%SCRIPTS%\SetupComplete-of-image.cmd" "%SCRIPTS%\SetupComplete.cmd"
) else (
  del /f /q "%SCRIPTS%\SetupComplete.cmd"
)
exit /b 0
`;

;// CONCATENATED MODULE: ./.cache/build/src/windows/first-boot/scripts/clone-setup-complete.js
/** clone-setup-complete.cmd: SetupComplete.cmd of the clones of a generalized image. */
const CLONE_SETUP_COMPLETE = String.raw `@echo off
del /f /q /a "%SystemRoot%\Panther\unattend.xml"
rmdir /s /q "%SystemRoot%\Setup\Stillframe"
if exist "%~dp0SetupComplete-of-image.cmd" call "%~dp0SetupComplete-of-image.cmd" %*
`;
/** The same where something is left for each clone's own first start on vSphere. */
const CLONE_SETUP_COMPLETE_LATER = String.raw `@echo off
del /f /q /a "%SystemRoot%\Panther\unattend.xml"
call "%SystemRoot%\Setup\Stillframe\register.cmd"
if exist "%~dp0SetupComplete-of-image.cmd" call "%~dp0SetupComplete-of-image.cmd" %*
`;

;// CONCATENATED MODULE: ./.cache/build/src/windows/first-boot/scripts/generalize.js
/**
 * generalize.cmd, part of the Administrator: begun at log-on by the Run key, it waits for SYSTEM's word and runs sysprep, which leaves the
 * machine on, so that the result can be read and told. Another account than the built-in Administrator (RID 500) is refused.
 */
const GENERALIZE = String.raw `@echo off
setlocal EnableExtensions EnableDelayedExpansion
cd /d "%SystemRoot%\Setup\Stillframe"
if exist seal\here.txt exit /b 0
whoami /user /fo csv /nh | find "-500""" >nul
if errorlevel 1 exit /b 1
>seal\here.txt echo %USERNAME%
set WAITED=0

:look
if exist seal\go.txt goto :sysprep
if !WAITED! geq 180 exit /b 1
set /a WAITED+=1
ping -n 11 127.0.0.1 >nul
goto :look

:sysprep
start "" /wait "%SystemRoot%\System32\Sysprep\Sysprep.exe" /generalize /oobe /quiet /quit "/unattend:%SystemRoot%\Setup\Stillframe\clone-unattend.xml"
>seal\result.txt echo sysprep ended with !ERRORLEVEL!
exit /b 0
`;

// EXTERNAL MODULE: ./.cache/build/src/products/guest-words.js
var guest_words = __webpack_require__(18351);
;// CONCATENATED MODULE: ./.cache/build/src/windows/first-boot/scripts/leave-hyper-v.js
/**
 * leave-hyper-v.cmd: what Hyper-V could not do becomes the first boot of the next start, which is on vSphere, with the end that it shall have
 * there. Ends with 1 when that could not be brought about; whoever reads the disk sees it then by the folder that is left.
 */

const LEAVE_HYPER_V = String.raw `@echo off
reg delete "HKLM\SOFTWARE\Microsoft\Virtual Machine\Guest" /v ${guest_words/* GUEST_KEY */.Lg.status} /f >nul 2>nul
del /f /q tell-hyper-v.cmd
if not exist later exit /b 0
move /y later\*.cmd steps
if errorlevel 1 exit /b 1
move /y after-later.txt after-first-boot.txt
if errorlevel 1 exit /b 1
rmdir later
exit /b 0
`;

;// CONCATENATED MODULE: ./.cache/build/src/windows/first-boot/scripts/log-file-system.js
/**
 * log-file-system.cmd: what Windows itself says about a volume that another system formatted, for whoever reads the log when a
 * snapshot fails. It changes nothing and never fails.
 */
const LOG_FILE_SYSTEM = `@echo off
echo chkdsk %SystemDrive% /scan
chkdsk %SystemDrive% /scan
echo chkdsk ended with %ERRORLEVEL%
echo fsutil usn queryjournal %SystemDrive%
fsutil usn queryjournal %SystemDrive%
echo fsutil ended with %ERRORLEVEL%
exit /b 0
`;

;// CONCATENATED MODULE: ./.cache/build/src/windows/first-boot/scripts/publish.js
/** publish.cmd: log, or log and result, to the host. Whatever becomes of it, the first boot goes on: the status does not hang on it. */
const PUBLISH = String.raw `@echo off
if not exist "%ProgramFiles%\VMware\VMware Tools\vmtoolsd.exe" exit /b 0
powershell.exe -NoLogo -NoProfile -NonInteractive -ExecutionPolicy Bypass -File publish.ps1 %1 >>publish.log 2>&1
exit /b 0
`;

;// CONCATENATED MODULE: ./.cache/build/src/windows/first-boot/scripts/publish-guestinfo.js
/**
 * publish.ps1: puts the newest pieces of first-boot.log into guestinfo, and with "result" what the guest says of itself in the end. The
 * number of the piece that was last written stands in published.txt: it is written anew, since it has grown.
 */

const PUBLISH_GUESTINFO = String.raw `param([string] $What)
$ErrorActionPreference = 'Stop'
$stage = Join-Path $env:SystemRoot 'Setup\Stillframe'
$toolsd = Join-Path $env:ProgramFiles 'VMware\VMware Tools\vmtoolsd.exe'

function Set-GuestInfo([string] $Key, [string] $Value) {
  & $toolsd --cmd ('info-set guestinfo.{0} {1}' -f $Key, $Value) | Out-Null
  if ($LASTEXITCODE -ne 0) { throw "vmtoolsd ended with $LASTEXITCODE for $Key" }
}

function Get-RegistryValue([string] $Key, [string] $Name) {
  (Get-ItemProperty -LiteralPath $Key -Name $Name).$Name
}

function Publish-Log {
  $log = Join-Path $stage 'first-boot.log'
  $mark = Join-Path $stage 'published.txt'
  $stream = New-Object -TypeName System.IO.FileStream -ArgumentList $log, 'Open', 'Read', 'ReadWrite'
  try {
    $last = [Math]::Floor([Math]::Max($stream.Length - 1, 0) / ${guest_words/* LOG_PIECE_BYTES */.ox})
    $first = 0
    if (Test-Path -LiteralPath $mark) { $first = [int64] (Get-Content -LiteralPath $mark -TotalCount 1) }
    $first = [Math]::Max($first, $last - ${guest_words/* LOG_KEYS */.Q8 - 1})
    for ($piece = $first; $piece -le $last; $piece++) {
      $null = $stream.Seek($piece * ${guest_words/* LOG_PIECE_BYTES */.ox}, 'Begin')
      $bytes = New-Object -TypeName byte[] -ArgumentList ${guest_words/* LOG_PIECE_BYTES */.ox}
      $count = $stream.Read($bytes, 0, $bytes.Length)
      $text = [Convert]::ToBase64String($bytes, 0, $count)
      Set-GuestInfo "${guest_words/* GUEST_KEY */.Lg.log}.$($piece % ${guest_words/* LOG_KEYS */.Q8})" ('{0}:{1}' -f $piece, $text)
      Set-Content -LiteralPath $mark -Value $piece
    }
  } finally {
    $stream.Dispose()
  }
}

function Get-AnswerFile {
  $names = 'unattend.xml', 'autounattend.xml' | ForEach-Object { Join-Path "$env:SystemDrive\" $_ }
  @($names | Where-Object { Test-Path -LiteralPath $_ })
  foreach ($folder in 'Panther', 'System32\Sysprep') {
    $path = Join-Path $env:SystemRoot $folder
    if (Test-Path -LiteralPath $path) {
      Get-ChildItem -LiteralPath $path -Recurse -Force -File -Filter '*unattend*.xml' | ForEach-Object { $_.FullName }
    }
  }
}

function Get-StepResult {
  Get-ChildItem -LiteralPath (Join-Path $stage 'done') -File | Sort-Object -Property Name | ForEach-Object {
    $attempts = Join-Path $stage "attempts-$($_.Name).txt"
    @{
      id = $_.Name
      result = (Get-Content -LiteralPath $_.FullName -TotalCount 1).Trim()
      attempts = [int] (Get-Content -LiteralPath $attempts -TotalCount 1)
      ended = $_.LastWriteTimeUtc.ToString('yyyy-MM-ddTHH:mm:ssZ')
    }
  }
}

function Publish-Result {
  $windows = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'
  $setup = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Setup\State'
  $result = @{
    build = '{0}.{1}' -f (Get-RegistryValue $windows 'CurrentBuild'), (Get-RegistryValue $windows 'UBR')
    imageState = Get-RegistryValue $setup 'ImageState'
    answerFiles = @(Get-AnswerFile)
    codePage = [int] (Get-RegistryValue 'HKLM:\SYSTEM\CurrentControlSet\Control\Nls\CodePage' 'OEMCP')
    steps = @(Get-StepResult)
  }
  $json = ConvertTo-Json -InputObject $result -Depth 4 -Compress
  Set-GuestInfo '${guest_words/* GUEST_KEY */.Lg.result}' ([Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes($json)))
}

Publish-Log
if ($What -eq 'result') { Publish-Result }
`;

;// CONCATENATED MODULE: ./.cache/build/src/windows/first-boot/scripts/register.js
/**
 * register.cmd, called by SetupComplete.cmd, which Windows Setup runs as SYSTEM: registers the start-up task and starts it at once.
 * Setup may be at work for a while yet, and restarting from SetupComplete.cmd leaves Windows in a bad state: the task waits.
 */
const REGISTER = String.raw `@echo off
schtasks /Create /F /TN "Stillframe first boot" /SC ONSTART /RU SYSTEM /RL HIGHEST /TR "cmd.exe /c %SystemRoot%\Setup\Stillframe\first-boot.cmd"
if errorlevel 1 goto :failed
schtasks /Run /TN "Stillframe first boot"
if errorlevel 1 goto :failed
exit /b 0

:failed
>"%SystemRoot%\Setup\Stillframe\status.txt" echo failed: register
reg add HKLM\SOFTWARE\Stillframe /v FirstBoot /t REG_SZ /d "failed: register" /f >nul
exit /b 1
`;

;// CONCATENATED MODULE: ./.cache/build/src/windows/first-boot/scripts/remove-answer-files.js
/**
 * remove-answer-files.cmd: an answer file may hold a password, and Windows Setup keeps copies of it under several names
 * (unattend.xml, unattend-original.xml, Unattend\unattend.xml …). Runs when Setup has ended; fails when one is left.
 */
const REMOVE_ANSWER_FILES = String.raw `@echo off
setlocal EnableExtensions
set LEFT=0
for %%D in ("%SystemRoot%\Panther" "%SystemRoot%\System32\Sysprep") do (
  if exist "%%~D" (
    del /f /s /q /a "%%~D\*unattend*.xml"
    for /f "delims=" %%F in ('dir /b /s /a "%%~D\*unattend*.xml" 2^>nul') do set LEFT=1
  )
)
for %%F in ("%SystemDrive%\unattend.xml" "%SystemDrive%\autounattend.xml") do (
  if exist "%%~F" del /f /q /a "%%~F"
  if exist "%%~F" set LEFT=1
)
exit /b %LEFT%
`;

;// CONCATENATED MODULE: ./.cache/build/src/windows/first-boot/scripts/restart-pending.js
/** restart-pending.cmd: ends with 1 while updates or features wait for a restart, at which sysprep fails. */
const RESTART_PENDING = String.raw `@echo off
for %%K in (
  "HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\RebootPending"
  "HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\PackagesPending"
  "HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate\Auto Update\RebootRequired"
) do (
  reg query %%K >nul 2>nul
  if not errorlevel 1 (
    echo [%DATE% %TIME%] A restart is pending: %%~K
    exit /b 1
  )
)
exit /b 0
`;

;// CONCATENATED MODULE: ./.cache/build/src/windows/first-boot/scripts/run-steps.js
/**
 * first-boot.cmd: waits for the end of Setup, then runs the steps in order, remembers what is done, restarts where a step asks for
 * it, gives a failing step three attempts and leaves a status for whoever verifies the template. Where Setup does not end nothing is
 * done and nothing restarted; the task stays, so that the next start tries again. What comes after the last step is in
 * after-first-boot.txt; a guest that ends by itself keeps its task until its host has seen the status, so that it waits on after a restart.
 * One that was started on Hyper-V keeps it for what is left for vSphere; a generalized one has its clones register it anew.
 */
const RUN_STEPS = String.raw `@echo off
setlocal EnableExtensions EnableDelayedExpansion
cd /d "%SystemRoot%\Setup\Stillframe"
if not exist steps exit /b 1
if not exist done mkdir done
set FAILED=
call status.cmd running
call wait-for-setup.cmd >>first-boot.log 2>&1
if errorlevel 1 (
  call status.cmd failed: setup-not-finished
  exit /b 1
)
for /f "delims=" %%S in ('dir /b /on steps\*.cmd') do (
  if not exist "done\%%~nS" (
    call :step "%%~nS"
    if !RESULT! == restart goto :restart
    if !RESULT! == retry goto :restart
  )
)
for /f "delims=" %%S in ('dir /b done 2^>nul') do (
  for /f "usebackq tokens=1" %%W in ("done\%%S") do if "%%W" == "failed" set FAILED=!FAILED! %%S
)
set AFTER=stay
if exist after-first-boot.txt set /p AFTER=<after-first-boot.txt
if defined FAILED goto :over
if not !AFTER! == generalize goto :over
call seal.cmd >>first-boot.log 2>&1
set CODE=!ERRORLEVEL!
if !CODE! == 3010 goto :restart
if not !CODE! == 0 set FAILED= generalize

:over
if defined FAILED (set FINAL=failed:!FAILED!) else (set FINAL=done)
if not defined FAILED call clear-away.cmd !AFTER! >>first-boot.log 2>&1
call publish.cmd result
call status.cmd !FINAL!
if not !AFTER! == stay call wait-for-host.cmd >>first-boot.log 2>&1
set LATER=
if not defined FAILED call :leave
if not defined LATER schtasks /Delete /F /TN "Stillframe first boot" >nul
if not !AFTER! == stay shutdown /s /t 5 /c "Stillframe first boot"
exit /b 0

:leave
if not exist leave-hyper-v.cmd exit /b 0
if exist later if not !AFTER! == generalize set LATER=yes
call leave-hyper-v.cmd >>first-boot.log 2>&1
del /f /q leave-hyper-v.cmd
exit /b 0

:step
set RESULT=next
set TRIES=0
if exist "attempts-%~1.txt" set /p TRIES=<"attempts-%~1.txt"
set /a TRIES+=1
>"attempts-%~1.txt" echo !TRIES!
call status.cmd running: %~1
>>first-boot.log echo [%DATE% %TIME%] %~1, attempt !TRIES!
call "steps\%~1.cmd" >>first-boot.log 2>&1
set CODE=!ERRORLEVEL!
>>first-boot.log echo [%DATE% %TIME%] %~1 ended with !CODE!
call publish.cmd log
if !CODE! == 0 (
  >"done\%~1" echo ok
  exit /b 0
)
if !CODE! == 3010 (
  >"done\%~1" echo ok, restarted
  set RESULT=restart
  exit /b 0
)
if !TRIES! geq 3 (
  >"done\%~1" echo failed with !CODE!
  exit /b 0
)
set RESULT=retry
exit /b 0

:restart
call status.cmd restarting
shutdown /r /t 5 /c "Stillframe first boot"
exit /b 0
`;

;// CONCATENATED MODULE: ./.cache/build/src/windows/first-boot/scripts/seal.js
/**
 * seal.cmd, part of SYSTEM in generalizing: brings Windows to a start without a pending restart, at which the Administrator is logged on,
 * lets the Administrator's part run sysprep (Microsoft: not supported for SYSTEM, nor from a scheduled task) and judges what came of
 * it. Ends with 0 when the image is generalized, 1 when it is not, 3010 when Windows has to restart first.
 */
const SEAL = String.raw `@echo off
setlocal EnableExtensions EnableDelayedExpansion
if not exist seal mkdir seal
if exist seal\result.txt goto :judge
set RESTARTS=0
if exist seal\restarts.txt set /p RESTARTS=<seal\restarts.txt
if !RESTARTS! == 0 goto :restart
call restart-pending.cmd
if errorlevel 1 (
  if !RESTARTS! geq 5 goto :failed
  goto :restart
)
call status.cmd sealing
set WAITED=0

:look-for-administrator
if exist seal\here.txt goto :let-go
if !WAITED! geq 180 (
  echo [%DATE% %TIME%] The Administrator was not logged on within 30 minutes
  goto :failed
)
set /a WAITED+=1
ping -n 11 127.0.0.1 >nul
goto :look-for-administrator

:let-go
call stop-autologon.cmd
>seal\go.txt echo go
set WAITED=0

:look-for-result
if exist seal\result.txt goto :judge
if !WAITED! geq 720 (
  echo [%DATE% %TIME%] sysprep did not end within two hours
  goto :failed
)
set /a WAITED+=1
ping -n 11 127.0.0.1 >nul
goto :look-for-result

:judge
reg query HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Setup\State /v ImageState 2>nul | find "IMAGE_STATE_GENERALIZE_RESEAL_TO_OOBE" >nul
if not errorlevel 1 (
  echo [%DATE% %TIME%] Windows is generalized
  exit /b 0
)
echo [%DATE% %TIME%] Windows is not generalized; sysprep says:
type seal\result.txt
type "%SystemRoot%\System32\Sysprep\Panther\setuperr.log"

:failed
call stop-autologon.cmd
exit /b 1

:restart
set /a RESTARTS+=1
>seal\restarts.txt echo !RESTARTS!
reg add HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Run /v "Stillframe seal" /t REG_SZ /d "cmd.exe /c %SystemRoot%\Setup\Stillframe\generalize.cmd" /f >nul
exit /b 3010
`;

;// CONCATENATED MODULE: ./.cache/build/src/windows/first-boot/scripts/status.js
/** status.cmd: leaves the status on the disk, in the registry, and with the host: in guestinfo as soon as VMware Tools are there to take it, or on Hyper-V. */

const STATUS = String.raw `@echo off
>status.txt echo %*
reg add HKLM\SOFTWARE\Stillframe /v FirstBoot /t REG_SZ /d "%*" /f >nul
set TOOLSD=%ProgramFiles%\VMware\VMware Tools\vmtoolsd.exe
if exist "%TOOLSD%" "%TOOLSD%" --cmd "info-set guestinfo.${guest_words/* GUEST_KEY */.Lg.status} %*" >nul
if exist tell-hyper-v.cmd call tell-hyper-v.cmd %*
exit /b 0
`;

;// CONCATENATED MODULE: ./.cache/build/src/windows/first-boot/scripts/stop-autologon.js
/**
 * stop-autologon.cmd, run as SYSTEM, who alone may delete the secret: the Administrator is logged on no more, and no password of the
 * answer file is left in the registry.
 */
const STOP_AUTOLOGON = String.raw `@echo off
set WINLOGON=HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion\Winlogon
reg add "%WINLOGON%" /v AutoAdminLogon /t REG_SZ /d 0 /f >nul
for %%V in (DefaultPassword AutoLogonCount AutoLogonSID) do reg delete "%WINLOGON%" /v %%V /f >nul 2>nul
reg delete "HKLM\SECURITY\Policy\Secrets\DefaultPassword" /f >nul 2>nul
reg delete "HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Run" /v "Stillframe seal" /f >nul 2>nul
exit /b 0
`;

;// CONCATENATED MODULE: ./.cache/build/src/windows/first-boot/scripts/tell-hyper-v.js
/**
 * tell-hyper-v.cmd, called with the status: VMware Tools are not installed on Hyper-V, so the status goes through its data exchange service,
 * whose host reads what a guest writes under this key (Microsoft, "Msvm_KvpExchangeComponent", GuestExchangeItems; a value has at most
 * 1024 characters).
 */

const TELL_HYPER_V = String.raw `@echo off
setlocal EnableExtensions EnableDelayedExpansion
set TOLD=%*
reg add "HKLM\SOFTWARE\Microsoft\Virtual Machine\Guest" /v ${guest_words/* GUEST_KEY */.Lg.status} /t REG_SZ /d "!TOLD:~0,${guest_words/* KVP_CHARACTERS */.vd}!" /f >nul
exit /b 0
`;

;// CONCATENATED MODULE: ./.cache/build/src/windows/first-boot/scripts/wait-for-host.js
/**
 * wait-for-host.cmd: ends with 0 once the host has answered the last status with its very text, with 1 after six hours. The status is
 * published again each time: what a guest set is gone when Tools or the VM started anew. On Hyper-V the answer comes under the key External
 * (Microsoft, "AddKvpItems"), and is as short as the status that was told there.
 */

const WAIT_FOR_HOST = String.raw `@echo off
setlocal EnableExtensions EnableDelayedExpansion
set TOOLSD=%ProgramFiles%\VMware\VMware Tools\vmtoolsd.exe
set STATUS=
set /p STATUS=<status.txt
set SHORT=!STATUS:~0,${guest_words/* KVP_CHARACTERS */.vd}!
set WAITED=0

:look
set SEEN=
if exist seen.txt del seen.txt
if exist "%TOOLSD%" "%TOOLSD%" --cmd "info-get guestinfo.${guest_words/* GUEST_KEY */.Lg.seen}" >seen.txt 2>nul
if exist seen.txt set /p SEEN=<seen.txt
if exist tell-hyper-v.cmd for /f "tokens=2*" %%A in ('reg query "HKLM\SOFTWARE\Microsoft\Virtual Machine\External" /v ${guest_words/* GUEST_KEY */.Lg.seen} 2^>nul ^| find "REG_SZ"') do set SEEN=%%B
if "!SEEN!" == "!SHORT!" set SEEN=!STATUS!
if "!SEEN!" == "!STATUS!" (
  echo [%DATE% %TIME%] The host has seen "!STATUS!"
  exit /b 0
)
if !WAITED! geq 2160 (
  echo [%DATE% %TIME%] No host has seen "!STATUS!" for six hours
  exit /b 1
)
set /a WAITED+=1
if exist "%TOOLSD%" "%TOOLSD%" --cmd "info-set guestinfo.${guest_words/* GUEST_KEY */.Lg.status} !STATUS!" >nul
if exist tell-hyper-v.cmd call tell-hyper-v.cmd !STATUS!
ping -n 11 127.0.0.1 >nul
goto :look
`;

;// CONCATENATED MODULE: ./.cache/build/src/windows/first-boot/scripts/wait-for-setup.js
/**
 * wait-for-setup.cmd: ends with 0 when Windows Setup has ended, with 1 when it has not after 30 minutes. Nothing of ours may restart
 * Windows before. A waiting ping, since timeout.exe refuses to run without a console.
 */
const WAIT_FOR_SETUP = String.raw `@echo off
setlocal EnableExtensions EnableDelayedExpansion
set WAITED=0

:look
call :busy SystemSetupInProgress
if not errorlevel 1 goto :wait
call :busy OOBEInProgress
if not errorlevel 1 goto :wait
reg query HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Setup\State /v ImageState 2>nul | find "IMAGE_STATE_COMPLETE" >nul
if errorlevel 1 goto :wait
echo [%DATE% %TIME%] Windows Setup has ended
exit /b 0

:wait
if !WAITED! geq 180 (
  echo [%DATE% %TIME%] Windows Setup has not ended after 30 minutes
  exit /b 1
)
set /a WAITED+=1
ping -n 11 127.0.0.1 >nul
goto :look

:busy
set BUSY=1
for /f "tokens=3" %%V in ('reg query HKLM\SYSTEM\Setup /v %1 2^>nul ^| find "REG_DWORD"') do if not "%%V" == "0x0" set BUSY=0
exit /b !BUSY!
`;

;// CONCATENATED MODULE: ./.cache/build/src/windows/first-boot/first-boot-files.js
/**
 * The files of the first boot: batch files, which need no policy and no foreign binaries, and one of PowerShell. Those that never change are
 * in `scripts`, one file each; a step becomes a file of its own.
 */

















/**
 * How the part of a first boot ends that Hyper-V leaves for vSphere: in the template itself, or, where that is generalized and every start
 * is one of a clone, in each of these.
 */
function afterLater(afterFirstBoot) {
    return afterFirstBoot === 'generalize' ? 'stay' : afterFirstBoot;
}
/** All files, whether steps are asked for or not: an answer file has to go in any case. */
function firstBootFiles(steps, end) {
    const later = end.bakeHost === 'hyper-v' && steps.some(({ onVsphere }) => onVsphere);
    const texts = [
        ['register.cmd', REGISTER],
        ['first-boot.cmd', RUN_STEPS],
        ['status.cmd', STATUS],
        ['publish.cmd', PUBLISH],
        ['publish.ps1', PUBLISH_GUESTINFO],
        ['wait-for-setup.cmd', WAIT_FOR_SETUP],
        ['clear-away.cmd', CLEAR_AWAY],
        ...endTexts(end, later),
        ...(end.bakeHost === 'hyper-v' ? hyperVTexts(end, later) : []),
        ['steps/00-remove-answer-files.cmd', REMOVE_ANSWER_FILES],
        ['steps/05-log-file-system.cmd', LOG_FILE_SYSTEM],
        ...steps.map((step) => [`${later && step.onVsphere ? 'later' : 'steps'}/${step.id}.cmd`, stepText(step)]),
    ];
    return texts.map(([path, text]) => ({ path, text: batchText(text) }));
}
function hyperVTexts({ afterFirstBoot }, later) {
    return [
        ['tell-hyper-v.cmd', TELL_HYPER_V],
        ['leave-hyper-v.cmd', LEAVE_HYPER_V],
        ...(later ? [['after-later.txt', `${afterLater(afterFirstBoot)}\n`]] : []),
    ];
}
function endTexts({ afterFirstBoot, cloneUnattend }, later) {
    return [
        ['after-first-boot.txt', `${afterFirstBoot}\n`],
        ...(afterFirstBoot === 'stay' ? [] : [['wait-for-host.cmd', WAIT_FOR_HOST]]),
        ...(cloneUnattend === undefined
            ? []
            : [
                ['seal.cmd', SEAL],
                ['restart-pending.cmd', RESTART_PENDING],
                ['stop-autologon.cmd', STOP_AUTOLOGON],
                ['generalize.cmd', GENERALIZE],
                ['clone-unattend.xml', cloneUnattend],
                ['clone-setup-complete.cmd', later ? CLONE_SETUP_COMPLETE_LATER : CLONE_SETUP_COMPLETE],
            ]),
    ];
}
/** Line ends as cmd.exe wants them: with bare line feeds it loses labels. */
function batchText(text) {
    return text.replaceAll('\n', '\r\n');
}
/** A step folds its own success codes into 0 and 3010, the only two that the runner knows. */
function stepText({ commands, okCodes, restartCodes }) {
    return [
        '@echo off',
        ...commands,
        'set CODE=%ERRORLEVEL%',
        ...okCodes.map((code) => `if "%CODE%" == "${code}" exit /b 0`),
        ...restartCodes.map((code) => `if "%CODE%" == "${code}" exit /b 3010`),
        'exit /b %CODE%',
        '',
    ].join('\n');
}


/***/ }),

/***/ 55144:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ SETUP_COMPLETE)
/* harmony export */ });
/**
 * SetupComplete.cmd: ours first, since a script of the image may end with "exit", which ends whoever called it. Its own folder stays
 * the same for it.
 */
const SETUP_COMPLETE = String.raw `@echo off
call "%SystemRoot%\Setup\Stillframe\register.cmd"
if exist "%~dp0SetupComplete-of-image.cmd" call "%~dp0SetupComplete-of-image.cmd" %*
`;


/***/ }),

/***/ 34352:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ checkFeatures),
/* harmony export */   r: () => (/* binding */ featureNames)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/* harmony import */ var _nearest_name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92106);
/* harmony import */ var _xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61268);
/**
 * Names of optional features, from the manifests of an image's packages (Windows\servicing\Packages\*.mum). Each feature is an
 * `update` with a name inside the `package` of an `assembly` (urn:schemas-microsoft-com:asm.v3), as in the manifests that Microsoft
 * ships for Hyper-V and .NET 3.5; this is what DISM lists.
 */



/** @returns nothing for a manifest that cannot be read: some systems keep theirs compressed */
function featureNames(manifest, source) {
    // Most of the some 3000 manifests define no feature.
    if (!manifest.includes('<update'))
        return [];
    try {
        const assembly = (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .parseXml */ .NO)(manifest.replace(/^\ufeff/, ''), source);
        return assembly.children
            .filter(({ name }) => name === 'package')
            .flatMap(({ children }) => children.filter(({ name }) => name === 'update'))
            .flatMap(({ attributes }) => attributes.get('name') ?? []);
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatError */ .IF)
            return [];
        throw error;
    }
}
/**
 * DISM compares the names without regard to case.
 * @param known all features of the image
 * @throws UserError feature-unknown that names all that are not among them, each with its nearest name
 */
function checkFeatures(wanted, known, image) {
    const lower = new Set(known.map((name) => name.toLowerCase()));
    const unknown = wanted.filter((name) => !lower.has(name.toLowerCase()));
    if (unknown.length === 0)
        return;
    const words = unknown.map((name) => {
        const nearest = (0,_nearest_name_js__WEBPACK_IMPORTED_MODULE_2__/* .nearestName */ .q)(name, known);
        return nearest === undefined ? `"${name}"` : `"${name}" (did you mean "${nearest}"?)`;
    });
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('feature-unknown', `The image ${image} has no feature ${words.join(', ')}`, 'Write names as "dism /Online /Get-Features" lists them on a server of this product; they are not those of Install-WindowsFeature.');
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


/***/ }),

/***/ 90943:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ SMALLEST_ESP),
/* harmony export */   F: () => (/* binding */ planImage)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _disk_gpt_gpt_writer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8885);
/* harmony import */ var _disk_gpt_partition_types_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(42758);
/* harmony import */ var _disk_guid_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(85801);
/* harmony import */ var _disk_vhd_vhd_writer_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(78821);
/* harmony import */ var _disk_vhdx_vhdx_writer_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7895);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(41251);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(16053);
/** What must be true of the finished disk, computed before anything is written: an engine brings it about, and the disk is compared with it. */








/** FAT32 has at least 65525 clusters: below this mkfs.fat has to cheat and some firmware does not read it. */
const SMALLEST_ESP = 36 * 2 ** 20;
/**
 * Room for the recovery environment of every release so far (some 700 MB in Windows Server 2025) and the 250 MB beside it that its
 * updates need (Microsoft, KB5028997). It lies empty: at its first start Windows brings its own from System32\Recovery.
 */
const RECOVERY_BYTES = 1000 * 2 ** 20;
/** A cluster is lost per file on average, a record of 1 KiB in the file table each, and NTFS' own log and bitmap. */
const BYTES_PER_FILE = 4096;
const NTFS_OVERHEAD = 96 * 2 ** 20;
/** @throws UserError image-too-small, input-invalid, disk-format-unsupported for a disk larger than its format holds */
function planImage(image, request) {
    const { disk } = request;
    // A VMDK in parts holds what its files hold.
    if (disk.format === 'vhd')
        (0,_disk_vhd_vhd_writer_js__WEBPACK_IMPORTED_MODULE_3__/* .assertVhdHolds */ .l)(disk.size);
    else if (disk.format === 'vhdx')
        (0,_disk_vhdx_vhdx_writer_js__WEBPACK_IMPORTED_MODULE_4__/* .assertVhdxHolds */ .z)(disk.size);
    if (disk.esp < SMALLEST_ESP) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo('input-invalid', `Input esp: ${(0,_units_js__WEBPACK_IMPORTED_MODULE_6__/* .formatSize */ .Xq)(disk.esp)} is too small for FAT32`, `Give at least ${(0,_units_js__WEBPACK_IMPORTED_MODULE_6__/* .formatSize */ .Xq)(SMALLEST_ESP)}; Windows Setup makes 100 MiB, this action 260 MiB by default.`);
    }
    const seed = planSeed(image, request);
    const guid = (label) => (0,_disk_guid_js__WEBPACK_IMPORTED_MODULE_7__/* .guidFromDigest */ .ML)((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(`${seed}\n${label}`).digest());
    const specs = [
        // Windows gives no letter to an ESP anyway; the attribute says the same to every other tool, as Windows Setup does.
        {
            typeGuid: _disk_gpt_partition_types_js__WEBPACK_IMPORTED_MODULE_2__/* .ESP_TYPE */ .k7,
            guid: guid('esp'),
            name: 'EFI system partition',
            attributes: _disk_gpt_partition_types_js__WEBPACK_IMPORTED_MODULE_2__/* .ATTRIBUTE_NO_DRIVE_LETTER */ .Ld,
            size: disk.esp,
        },
        {
            typeGuid: _disk_gpt_partition_types_js__WEBPACK_IMPORTED_MODULE_2__/* .MSR_TYPE */ .uJ,
            guid: guid('msr'),
            name: 'Microsoft reserved partition',
            attributes: _disk_gpt_partition_types_js__WEBPACK_IMPORTED_MODULE_2__/* .ATTRIBUTE_NO_DRIVE_LETTER */ .Ld,
            size: disk.msr,
        },
        { typeGuid: _disk_gpt_partition_types_js__WEBPACK_IMPORTED_MODULE_2__/* .BASIC_DATA_TYPE */ .z4, guid: guid('windows'), name: 'Basic data partition', size: 'rest' },
        ...(disk.recovery === 'none' ? [] : [recoverySpec(guid('recovery'))]),
    ];
    const needed = neededSize(image, request);
    const partitions = place(disk, specs, needed);
    const [esp, , windows, recovery] = partitions;
    if (esp === undefined || windows === undefined || windows.size < needed)
        throw tooSmall(disk, needed);
    return {
        ...request,
        image,
        diskGuid: guid('disk'),
        fileGuid: guid('file'),
        partitions,
        esp,
        windows,
        recovery,
        loaderGuid: guid('loader'),
        resumeGuid: guid('resume'),
        date: request.date ?? image.modified,
    };
}
/** As Windows Setup and Microsoft's own scripts make it ("UEFI/GPT-based hard drive partitions"). */
function recoverySpec(guid) {
    const attributes = _disk_gpt_partition_types_js__WEBPACK_IMPORTED_MODULE_2__/* .ATTRIBUTE_NO_DRIVE_LETTER */ .Ld | _disk_gpt_partition_types_js__WEBPACK_IMPORTED_MODULE_2__/* .ATTRIBUTE_REQUIRED */ .dC;
    return { typeGuid: _disk_gpt_partition_types_js__WEBPACK_IMPORTED_MODULE_2__/* .RECOVERY_TYPE */ .hZ, guid, name: 'Basic data partition', attributes, size: RECOVERY_BYTES };
}
function place(disk, specs, needed) {
    try {
        return (0,_disk_gpt_gpt_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .placePartitions */ .B)(disk.size, specs);
    }
    catch (cause) {
        if (!(cause instanceof RangeError))
            throw cause;
        throw tooSmall(disk, needed, cause);
    }
}
/** Bytes that the Windows partition must have at least. */
function neededSize(image, request) {
    const staged = [...request.packages, ...request.files].reduce((sum, { size }) => sum + size, 0);
    return image.size + image.fileCount * BYTES_PER_FILE + staged + NTFS_OVERHEAD;
}
function tooSmall(disk, needed, cause) {
    const least = Math.ceil((needed + disk.esp + disk.msr + (disk.recovery === 'none' ? 0 : RECOVERY_BYTES)) / 2 ** 20 + 2) * 2 ** 20;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo('image-too-small', `A disk of ${(0,_units_js__WEBPACK_IMPORTED_MODULE_6__/* .formatSize */ .Xq)(disk.size)} is too small: the image needs ${(0,_units_js__WEBPACK_IMPORTED_MODULE_6__/* .formatSize */ .Xq)(least)} and Windows room to work`, `Give a larger size, for example ${(0,_units_js__WEBPACK_IMPORTED_MODULE_6__/* .formatSize */ .Xq)(Math.max(40, Math.ceil((least * 2) / 2 ** 30)) * 2 ** 30)}.`, { cause });
}
/** Everything that decides what is on the disk, and no path: the same inputs give the same identifiers. */
function planSeed(image, request) {
    const digest = (bytes) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex');
    return JSON.stringify([
        image,
        request.disk.size,
        request.disk.esp,
        request.disk.msr,
        ...(request.disk.recovery === 'none' ? [] : [request.disk.recovery]),
        request.drivers.map((driver) => driver.sha256),
        request.packages.map((update) => update.sha256),
        request.features,
        request.remoteDesktop,
        request.cleanup,
        digest(request.unattend),
        request.toolsSetup?.sha256,
        request.date?.getTime(),
        request.afterFirstBoot,
        request.cloneUnattend,
        ...(request.bakeHost === 'vsphere' ? [] : [request.bakeHost]),
        ...request.files.map(({ path, sha256 }) => ['file', path, sha256]),
        ...request.registry.map(({ hive, key, value }) => [
            'registry',
            hive,
            key,
            value.name,
            value.type,
            value.data.toString('hex'),
        ]),
        ...request.scripts.map(({ sha256 }) => ['script', sha256]),
    ]);
}


/***/ }),

/***/ 61196:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ stepTitle)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/** One thing that an engine does to the image while Windows is not running. */

/** The step for people: in the plan, the log and errors. */
function stepTitle(step) {
    switch (step.kind) {
        case 'boot-driver':
            return `Register ${step.driver.infName} ${step.driver.version} to start Windows with`;
        case 'driver':
            return `Install driver ${step.driver.infName} ${step.driver.version}`;
        case 'package': {
            const { target, checkpoints } = step.update;
            const after = checkpoints.map(({ kb, path }) => kb ?? (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(path)).join(', ');
            const kind = target.kind === undefined ? '' : ` (${target.kind})`;
            return `Install update ${target.kb ?? (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(target.path)}${kind}${after === '' ? '' : `, with ${after}`}`;
        }
        case 'feature':
            return `Enable feature ${step.feature}`;
        case 'cleanup':
            return `Remove superseded components${step.resetBase ? ' for good' : ''}`;
        case 'registry': {
            const { hive, key, value } = step.setting;
            return `Set HKLM\\${hive}\\${key}, value ${value.name === '' ? '(default)' : value.name}`;
        }
        case 'remote-desktop':
            return 'Allow Remote Desktop';
    }
}


/***/ }),

/***/ 63376:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GI: () => (/* binding */ checkWishes),
/* harmony export */   f1: () => (/* binding */ checkUpdateKinds),
/* harmony export */   go: () => (/* binding */ expectedWindows)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/* harmony import */ var _products_product_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39652);
/** What a template asks of an image, compared with what the step was given: a step never takes less without a word. */


function expectedWindows({ windows, file, places }) {
    return { product: windows.product, language: windows.language, file, places };
}
/**
 * An input that the template needs and that is empty is most often the output of a step whose id is spelled wrong or that did not
 * run: an expression of GitHub that names nothing is an empty text.
 * @throws UserError input-missing that names every such input, the key that needs it and the step that gives it
 */
function checkWishes(template, given) {
    if (template === undefined)
        return;
    const { updates, drivers, customize, windows } = template;
    const brings = Object.keys(_products_product_js__WEBPACK_IMPORTED_MODULE_1__/* .PRODUCT_FACTS */ .sn[windows.product].inBoxDrivers).length > 0;
    const wishes = [
        {
            missing: updates.include.length > 0 && (isEmpty(given.packages) || isEmptyList(given.packages)),
            input: 'packages',
            key: `updates.include: [${updates.include.join(', ')}]`,
            step: 'fetch-updates (output packages)',
            no: 'updates.include: []',
        },
        {
            // An empty list is an answer where Windows has the drivers itself; nothing at all is none.
            missing: drivers.include.length > 0 && (isEmpty(given.drivers) || (isEmptyList(given.drivers) && !brings)),
            input: 'drivers',
            key: `drivers.include: [${drivers.include.join(', ')}]`,
            step: 'extract-drivers (output drivers)',
            no: 'drivers.include: []',
        },
        {
            missing: customize.vmwareTools !== 'none' && isEmpty(given.toolsSetup),
            input: 'tools-setup',
            key: `customize.vmware-tools: ${customize.vmwareTools}`,
            step: 'extract-drivers (output tools-setup)',
            no: 'customize.vmware-tools: none',
        },
    ];
    const missing = wishes.filter((wish) => wish.missing);
    const [first] = missing;
    if (first === undefined)
        return;
    const location = nearestPlace(template.places, first.key.replace(/:.*/, ''));
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('input-missing', `The template ${template.file} asks for more than this step was given: ${missing
        .map(({ input, key }) => `input ${input} is empty, but "${key}" needs it`)
        .join('; ')}`, `Did the step that gives it run, and is its id right? ${missing
        .map(({ input, step, no }) => `${input} comes from ${step}; where it is not wanted write "${no}" in the template.`)
        .join(' ')}`, location && { location });
}
/** Of the key itself, or of the section that leaves it at its default. */
function nearestPlace(places, key) {
    return places.get(key) ?? places.get(key.replace(/\.[^.]*$/, ''));
}
/**
 * The kinds of updates that a template includes; which servicing stacks and .NET updates there are is for fetch-updates to know, but
 * there is a cumulative update in every month.
 * @throws UserError input-invalid
 */
function checkUpdateKinds(template, packages) {
    const wanted = template?.updates.include.includes('cumulative') ?? false;
    const named = template?.updates.release.some((release) => /^KB/i.test(release)) ?? false;
    if (!wanted || named || packages.some(({ kind }) => kind === undefined || kind === 'cumulative'))
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('input-invalid', `Input packages holds no cumulative update, but "updates.include" of the template ${template?.file} asks for one`, 'Give the whole output "packages" of fetch-updates.');
}
function isEmpty(text) {
    return text === undefined || text.trim() === '';
}
function isEmptyList(text) {
    return /^\s*\[\s*\]\s*$/.test(text ?? '');
}


/***/ }),

/***/ 71354:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ FILLED),
/* harmony export */   N: () => (/* binding */ partitionFile)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _disk_vmdk_vmdk_parts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61960);
/** The content of a partition in a file of its own, while the disk is made. */


/** The partitions that are filled. */
const FILLED = ['esp', 'windows', 'recovery'];
/** Their names where they are made for a disk in one file. */
const NAMES = { esp: 'esp.fat', windows: 'windows.ntfs', recovery: 'recovery.ntfs' };
/**
 * Where the content of a partition has to be made for the disk at `path`: of a VMDK, whose files they stay, beside it.
 * @param folder for what is read once
 */
function partitionFile(plan, name, path, folder) {
    return plan.disk.format === 'vmdk' ? (0,_disk_vmdk_vmdk_parts_js__WEBPACK_IMPORTED_MODULE_1__/* .partPath */ .xl)(path, name) : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, NAMES[name]);
}


/***/ }),

/***/ 83577:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ stagedFiles),
/* harmony export */   g: () => (/* binding */ SETUP_COMPLETE_PATH)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _first_boot_first_boot_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12278);
/* harmony import */ var _first_boot_first_boot_step_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(69634);
/* harmony import */ var _first_boot_scripts_setup_complete_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(55144);
/** Everything that is added to the image, as files with their places. */





const SETUP_COMPLETE_PATH = 'Windows/Setup/Scripts/SetupComplete.cmd';
/** Where the image's own script goes: the name that ours calls. */
const OWN_SETUP_COMPLETE_PATH = 'Windows/Setup/Scripts/SetupComplete-of-image.cmd';
const UNATTEND_PATH = 'Windows/Panther/unattend.xml';
/**
 * @param ownSetupComplete the image's own SetupComplete.cmd, byte for byte; ours calls it
 * @param sxs folder of features taken from the ISO
 */
async function stagedFiles({ plan, offline, firstBoot }, ownSetupComplete, sxs) {
    const stage = (path) => `${_first_boot_first_boot_step_js__WEBPACK_IMPORTED_MODULE_3__/* .STAGE_FOLDER */ .Cj}/${path}`;
    const bootDrivers = offline.flatMap((step) => (step.kind === 'boot-driver' ? [step.driver] : []));
    const copies = [
        ...bootDrivers.flatMap(({ boot, bootBinary }) => boot === undefined || bootBinary === undefined ? [] : [{ path: bootBinaryPath(boot), file: bootBinary }]),
        ...plan.files,
        ...firstBoot.flatMap(({ files }) => files.map(({ path, file }) => ({ path: stage(path), file }))),
        ...(sxs === undefined
            ? []
            : (await filesBelow(sxs)).map((path) => ({ path: stage(`sxs/${path}`), file: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(sxs, ...path.split('/')) }))),
    ];
    return [
        text(SETUP_COMPLETE_PATH, (0,_first_boot_first_boot_files_js__WEBPACK_IMPORTED_MODULE_2__/* .batchText */ .uG)(_first_boot_scripts_setup_complete_js__WEBPACK_IMPORTED_MODULE_4__/* .SETUP_COMPLETE */ .c)),
        ...(ownSetupComplete === undefined
            ? []
            : [{ path: OWN_SETUP_COMPLETE_PATH, source: { content: ownSetupComplete } }]),
        { path: UNATTEND_PATH, source: { content: plan.unattend } },
        ...(0,_first_boot_first_boot_files_js__WEBPACK_IMPORTED_MODULE_2__/* .firstBootFiles */ .ak)(firstBoot, plan).map((file) => text(stage(file.path), file.text)),
        ...(await Promise.all(copies.map(async ({ path, file }) => ({ path, source: { file, size: (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(file)).size } })))),
    ];
}
/** Paths of all files with `/`, in a fixed order: some media have the components of a feature in folders. */
async function filesBelow(folder) {
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(folder, { recursive: true, withFileTypes: true });
    return entries
        .filter((entry) => entry.isFile())
        .map((entry) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(folder, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(entry.parentPath, entry.name)).replaceAll(node_path__WEBPACK_IMPORTED_MODULE_1__.sep, '/'))
        .sort();
}
/** `System32\drivers\pvscsi.sys`, relative to the Windows folder, as a path in the image. */
function bootBinaryPath({ imagePath }) {
    return `Windows/${imagePath.replaceAll('\\', '/')}`;
}
function text(path, content) {
    return { path, source: { content: Buffer.from(content, 'latin1') } };
}


/***/ }),

/***/ 11729:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ updatesOfSteps),
/* harmony export */   V: () => (/* binding */ judgePackages)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _drivers_inf_inf_version_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44140);
/* harmony import */ var _files_case_blind_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98242);
/**
 * Whether the packages that were given are in the image, by their names: exit code 0 of DISM is no proof, and only cumulative updates
 * raise the build. Who lists what is present is another matter: DISM, or our own reader of the finished disk.
 */



/** Names of servicing stacks: by their revision nowadays, by their KB where they stood alone (KB5005112). */
const STACK = /^Package_for_ServicingStack/i;
const ROLLUP = 'Package_for_RollupFix';
/** Updates and checkpoints of these steps, each once. */
function updatesOfSteps(steps) {
    const groups = steps.flatMap((step) => (step.kind === 'package' ? [step.update] : []));
    return [...new Set(groups.flatMap(({ target, checkpoints }) => [...checkpoints, target]))];
}
/**
 * A package is there when it is installed, waits for the first start or was superseded, or when a newer one of its kind is: of the same
 * name, or any servicing stack for a servicing stack. A package that is only staged is not: nothing would install it.
 * @param before what was there before the updates; undefined where nobody looked
 * @param build of the image on the ISO, `17763.107`
 */
function judgePackages(updates, present, build, before) {
    const wanted = updates.map((update) => ({ update, wishes: wishesOf(update, build) }));
    const faults = wanted.flatMap(({ wishes }) => wishes.flatMap((wish) => faultOf(wish, present)));
    const unnamed = wanted.filter(({ wishes }) => wishes.length === 0).map(({ update }) => update);
    if (unnamed.length === 0 || before === undefined)
        return { faults, unproven: unnamed };
    const known = new Set(before.map(keyOf));
    const wishes = wanted.flatMap((each) => each.wishes);
    const added = present.filter((each) => !known.has(keyOf(each)) && !wishes.some(({ fits }) => fits(each.identity)));
    if (added.length > 0)
        return { faults, unproven: [] };
    const nothing = unnamed.map((update) => `${titleOf(update)} changed nothing in the image's list of packages`);
    return { faults: [...faults, ...nothing], unproven: [] };
}
function wishesOf(update, build) {
    const title = titleOf(update);
    const named = update.identities.map((identity) => {
        const isStack = update.kind === 'servicing-stack' || STACK.test(identity.name);
        return {
            title: `${title} (${identity.name} ${identity.version})`,
            fits: (present) => {
                const sameFamily = isSamePackage(present, identity) || (isStack && STACK.test(present.name));
                return sameFamily && reaches(present, identity.version);
            },
        };
    });
    const own = named.length > 0 ? named : byKind(update, title, build);
    const { stack } = update;
    if (stack === undefined)
        return own;
    const beside = {
        title: `the servicing stack ${stack} of ${title}`,
        fits: (present) => STACK.test(present.name) && reaches(present, stack),
    };
    return [...own, beside];
}
/** What is known of a file that does not say its name: a cumulative update has the same one always, others bear their KB. */
function byKind({ kind, kb, build }, title, before) {
    if (kind === 'cumulative' || kind === 'checkpoint') {
        const fits = (present) => (0,_files_case_blind_js__WEBPACK_IMPORTED_MODULE_1__/* .isSameName */ .yS)(present.name, ROLLUP) &&
            (build === undefined ? (0,_drivers_inf_inf_version_js__WEBPACK_IMPORTED_MODULE_2__/* .compareVersions */ .Zy)(buildOf(present), before) > 0 : reaches(present, build));
        return [{ title: `${title} (${ROLLUP}${build === undefined ? '' : ` ${build}`})`, fits }];
    }
    if (kind === 'servicing-stack' && build !== undefined) {
        return [{ title, fits: (present) => isOfStack(present, kb) && reaches(present, build) }];
    }
    return [];
}
function isOfStack({ name }, kb) {
    return STACK.test(name) || (kb !== undefined && (0,_files_case_blind_js__WEBPACK_IMPORTED_MODULE_1__/* .isSameName */ .yS)(name, `Package_for_${kb}`));
}
function faultOf({ title, fits }, present) {
    const found = present.filter(({ identity }) => fits(identity));
    if (found.some(({ state }) => typeof state === 'string'))
        return [];
    const [state] = found.flatMap((each) => (typeof each.state === 'string' ? [] : [each.state.unknown]));
    return [
        state === undefined ? `${title} is not among the packages of the image` : `${title} is only "${state}" there`,
    ];
}
function isSamePackage(a, b) {
    return (0,_files_case_blind_js__WEBPACK_IMPORTED_MODULE_1__/* .isSameName */ .yS)(a.name, b.name) && (0,_files_case_blind_js__WEBPACK_IMPORTED_MODULE_1__/* .isSameName */ .yS)(a.language ?? '', b.language ?? '');
}
/** Versions of Windows packages begin with the build they are for: one for another build is no newer one. */
function reaches({ version }, wanted) {
    return version.split('.')[0] === wanted.split('.')[0] && (0,_drivers_inf_inf_version_js__WEBPACK_IMPORTED_MODULE_2__/* .compareVersions */ .Zy)(version, wanted) >= 0;
}
function buildOf({ version }) {
    return version.split('.').slice(0, 2).join('.');
}
function keyOf({ identity, state }) {
    const { name, language = '', version } = identity;
    return [name, language, version, JSON.stringify(state)].join('~').toLowerCase();
}
/** `KB5005112`, or the name of a file that bears none. */
function titleOf({ kb, path }) {
    return kb ?? (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(path);
}


/***/ })

};
