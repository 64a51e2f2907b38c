export const id = 1847;
export const ids = [1847];
export const modules = {

/***/ 41847:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ INPUTS),
  i: () => (/* binding */ prepare)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.cache/build/src/files/same-file.js
var same_file = __webpack_require__(98217);
// EXTERNAL MODULE: ./.cache/build/src/job/input.js
var input = __webpack_require__(90458);
// EXTERNAL MODULE: ./.cache/build/src/job/input-types.js
var input_types = __webpack_require__(198);
// EXTERNAL MODULE: ./.cache/build/src/job/shared-inputs.js
var shared_inputs = __webpack_require__(79871);
// EXTERNAL MODULE: ./.cache/build/src/ova/archive-date.js
var archive_date = __webpack_require__(81136);
// EXTERNAL MODULE: ./.cache/build/src/ova/manifest.js
var manifest = __webpack_require__(63664);
// EXTERNAL MODULE: ./.cache/build/src/ova/open-image.js + 3 modules
var open_image = __webpack_require__(79772);
// EXTERNAL MODULE: ./.cache/build/src/ova/signing-certificate.js
var signing_certificate = __webpack_require__(14576);
// EXTERNAL MODULE: ./.cache/build/src/products/guest-os.js
var guest_os = __webpack_require__(394);
// EXTERNAL MODULE: ./.cache/build/src/template/template.js
var template = __webpack_require__(72591);
// EXTERNAL MODULE: ./.cache/build/src/windows/plan/disk-layouts.js
var disk_layouts = __webpack_require__(35619);
;// CONCATENATED MODULE: ./.cache/build/actions/convert-ova/read-extra-config.js
/** What convert-ova is told to write into the .vmx file, line by line. */
/** Settings that other inputs and the image itself decide, and that later steps go by. */
const OWN = /^(guestinfo\.)?stillframe\./i;
/**
 * Settings of the .vmx file, whose names have no case: of two that differ in it alone a host takes either.
 * @param lines of the form `key = value`
 * @param defaults that a line may replace
 * @throws UserError input-invalid
 */
function readExtraConfig(lines, defaults, invalid) {
    const settings = new Map();
    for (const line of lines) {
        const match = /^([A-Za-z0-9._:-]+)\s*=\s*(.*?)$/.exec(line);
        if (match?.[1] === undefined || match[2] === undefined) {
            throw invalid('extra-config', line, 'Write one setting a line, as in disk.EnableUUID = TRUE.');
        }
        const [, key, value] = match;
        const name = key.toLowerCase();
        if (OWN.test(key))
            throw invalid('extra-config', line, 'Leave it out: settings of stillframe are written by its actions.');
        if (settings.has(name))
            throw invalid('extra-config', line, 'Leave one out: its setting is given twice, and names have no case.');
        settings.set(name, [key, value]);
    }
    const kept = Object.entries(defaults).filter(([key]) => !settings.has(key.toLowerCase()));
    return Object.fromEntries([...kept, ...settings.values()]);
}

// EXTERNAL MODULE: ./.cache/build/src/ova/first-boot-setting.js
var first_boot_setting = __webpack_require__(71089);
// EXTERNAL MODULE: ./.cache/build/src/products/guest-words.js
var guest_words = __webpack_require__(18351);
// EXTERNAL MODULE: ./.cache/build/src/template/after-first-boot.js
var after_first_boot = __webpack_require__(97685);
// EXTERNAL MODULE: ./.cache/build/src/windows/first-boot/first-boot-steps.js
var first_boot_steps = __webpack_require__(31713);
;// CONCATENATED MODULE: ./.cache/build/actions/convert-ova/read-first-boot.js
/** What convert-ova is told of the image's first boot, as the VM shall say it. */






/** @throws InvalidText */
function firstBootSteps(value) {
    const steps = (0,first_boot_setting/* parseFirstBootSteps */.N8)(value);
    if (steps !== undefined)
        return steps;
    throw new input_types/* InvalidText */.hL('Give the output first-boot of build-vhd, a JSON array of names.');
}
const FIRST_BOOT_INPUTS = {
    'first-boot': (0,input/* input */.h)((0,input_types/* parsed */.Yz)('JSON array', firstBootSteps), {
        description: 'What waits for the first boot, output first-boot of build-vhd: where something does, the VM says so (stillframe.first-boot = expected) and verify-quiesce waits for it.',
        otherwise: 'nothing waits',
    }),
    'after-first-boot': (0,input/* input */.h)((0,input_types/* choice */.Yq)(guest_words/* AFTER_FIRST_BOOT */.zr), {
        description: 'What the guest does once its first boot is over, output after-first-boot of build-vhd: the VM says so (stillframe.after-first-boot), and bake-template goes by it.',
        default: 'stay',
    }),
};
/**
 * Settings of the .vmx file. How the guest ends the image alone knows, and build-vhd that made it: what the template wants is only compared.
 * @throws UserError input-missing, input-invalid
 */
function readFirstBoot({ 'first-boot': steps = [], 'after-first-boot': after }, { template, isSet, invalid, missing, }) {
    if (steps.includes(first_boot_steps/* HYPER_V_STEP */.rC)) {
        throw invalid('first-boot', JSON.stringify(steps), 'The image waits for its start on Hyper-V: bake it before (bake-template with image), and give its outputs image, waits and after-first-boot.');
    }
    const wanted = template === undefined ? after : (0,after_first_boot/* afterFirstBootOnVsphere */.BN)(template);
    if (after === wanted)
        return (0,first_boot_setting/* firstBootConfig */.bW)(steps, after);
    if (!isSet('after-first-boot'))
        throw missing('after-first-boot');
    throw invalid('after-first-boot', after, `Give the output after-first-boot of ${template?.bake.on === 'hyper-v' ? 'bake-template' : 'build-vhd'} for an image of this template, whose "bake" means ${wanted}.`);
}

// EXTERNAL MODULE: ./.cache/build/actions/convert-ova/read-pem.js
var read_pem = __webpack_require__(49579);
// EXTERNAL MODULE: ./.cache/build/actions/convert-ova/read-signing-pair.js + 1 modules
var read_signing_pair = __webpack_require__(86933);
;// CONCATENATED MODULE: ./.cache/build/actions/convert-ova/inputs.js
/** The inputs of convert-ova. */
















const MIB = 2 ** 20;
const INPUTS = {
    disk: (0,input/* input */.h)(input_types/* path */.Ae, {
        description: 'The disk image: VHD, VHDX, VMDK, raw, the disk in an OVA, or with qemu-img installed what that reads besides.',
        required: true,
    }),
    ova: (0,input/* input */.h)(input_types/* path */.Ae, {
        description: 'The OVA to write; it appears under this name only when it is whole.',
        required: true,
    }),
    name: (0,input/* input */.h)(input_types/* text */.Qq, {
        description: 'Name of the VM.',
        template: { key: 'name', read: ({ name }) => name },
        otherwise: 'the name of the OVA file',
    }),
    product: (0,input/* variant */.O)(shared_inputs/* product */.qM, {
        required: false,
        otherwise: '**required** unless guest-id is given',
    }),
    'guest-id': (0,input/* input */.h)(input_types/* text */.Qq, {
        description: 'Guest id for vSphere in place of the one that follows from product and hardware-version.',
        otherwise: 'that of the product',
    }),
    cpus: (0,input/* input */.h)((0,input_types/* integer */.nd)(1, 768), {
        description: 'Virtual CPUs.',
        template: { key: 'vm.cpus', read: ({ vm }) => vm.cpus },
        default: '2',
    }),
    'cores-per-socket': (0,input/* input */.h)((0,input_types/* integer */.nd)(1, 768), {
        description: 'Cores per virtual socket.',
        otherwise: 'left to vSphere',
    }),
    memory: (0,input/* input */.h)(input_types/* size */.Ej, {
        description: 'Memory, for example 8 GiB.',
        template: { key: 'vm.memory', read: ({ vm }) => vm.memory },
        default: '4 GiB',
    }),
    'hardware-version': (0,input/* input */.h)((0,input_types/* parsed */.Yz)('Number, 10 to 99', hardwareVersion), {
        description: 'Virtual hardware: 13 vSphere 6.5, 14 6.7, 17 7.0, 19 7.0 U2, 20 8.0, 21 8.0 U2; `vmx-19` is 19.',
        template: { key: 'vm.hardware-version', read: ({ vm }) => vm.hardwareVersion },
        default: '14',
    }),
    firmware: (0,input/* input */.h)((0,input_types/* choice */.Yq)(['efi', 'bios']), {
        description: 'Firmware of the VM.',
        template: { key: 'vm.firmware', read: ({ vm }) => vm.firmware },
        default: 'efi',
    }),
    'secure-boot': (0,input/* input */.h)(input_types/* boolean */.zM, {
        description: 'UEFI secure boot.',
        template: { key: 'vm.secure-boot', read: ({ vm }) => vm.secureBoot },
        otherwise: '`true` with firmware efi',
    }),
    vbs: (0,input/* input */.h)(input_types/* boolean */.zM, {
        description: 'Virtualisation-based security, with IOMMU and nested virtualisation.',
        default: 'false',
    }),
    'cpu-hot-add': (0,input/* input */.h)(input_types/* boolean */.zM, { description: 'CPUs can be added while the VM runs.', default: 'false' }),
    'memory-hot-add': (0,input/* input */.h)(input_types/* boolean */.zM, { description: 'Memory can be added while the VM runs.', default: 'false' }),
    'disk-controller': (0,input/* input */.h)((0,input_types/* choice */.Yq)(template/* DISK_CONTROLLERS */.M4), {
        description: 'Controller of the disk.',
        template: { key: 'vm.disk-controller', read: ({ vm }) => vm.diskController },
        default: 'pvscsi',
    }),
    network: (0,input/* input */.h)(input_types/* text */.Qq, {
        description: 'Name of the source network, or none for a VM without one.',
        template: { key: 'vm.network', read: ({ vm }) => vm.network },
        default: 'VM Network',
    }),
    'network-adapter': (0,input/* input */.h)((0,input_types/* choice */.Yq)(['vmxnet3', 'e1000e']), {
        without: [{ input: 'network', is: ['none'] }],
        description: 'Network adapter.',
        default: 'vmxnet3',
    }),
    'extra-config': (0,input/* input */.h)(input_types/* lines */.Mn, {
        description: 'VMX settings beside disk.EnableUUID = TRUE, which they may override, of the form key = value. Those that the actions write themselves (`stillframe.*`, `guestinfo.stillframe.*`) are refused.',
    }),
    ...FIRST_BOOT_INPUTS,
    annotation: (0,input/* input */.h)(input_types/* text */.Qq, { description: 'Notes of the VM.' }),
    engine: (0,input/* input */.h)((0,input_types/* choice */.Yq)(open_image/* CONVERT_ENGINES */.m), {
        description: 'native, qemu-img, or auto: native where it reads the format.',
        default: 'auto',
    }),
    'compression-level': (0,input/* input */.h)((0,input_types/* integer */.nd)(1, 9), { description: '1 is the fastest, 9 the smallest.', default: '1' }),
    'skip-free-space': (0,input/* input */.h)(input_types/* boolean */.zM, {
        description: 'Leave out clusters that belong to no file, as far as file systems are clean, and what lies in no partition.',
        default: 'true',
    }),
    manifest: (0,input/* input */.h)((0,input_types/* choice */.Yq)(manifest/* MANIFEST_ALGORITHMS */.T), { description: 'Digests of the manifest.', default: 'sha256' }),
    'sign-key': (0,input/* input */.h)(input_types/* secret */.rJ, {
        description: 'RSA private key in PEM form, or the path of one, that signs the manifest.',
        otherwise: 'unsigned',
    }),
    'sign-command': (0,input/* input */.h)(input_types/* text */.Qq, {
        description: 'Command line that signs the manifest in place of sign-key, for keys in an HSM or vault; see below for `{manifest}` and `{signature}`.',
        otherwise: 'unsigned',
    }),
    'sign-certificate': (0,input/* input */.h)(input_types/* text */.Qq, {
        only: [{ input: 'sign-key' }, { input: 'sign-command' }],
        description: 'Certificate of that key in PEM form, issuers may follow, or the path of one.',
        otherwise: 'unsigned',
    }),
    'allow-recovery': (0,input/* input */.h)(input_types/* boolean */.zM, {
        description: 'true packages a disk with any Recovery partition, false with none; without it the one that the template file asks for (disk.recovery, disk.layout) is packaged, and no other.',
        otherwise: '`false`, but for what the template file asks for',
    }),
    reuse: shared_inputs/* reuse */.TI,
};
async function prepare(reading, place) {
    const { values, invalid } = reading;
    const { disk, ova } = values;
    if (await (0,same_file/* isSameFile */.D)(disk, ova))
        throw invalid('ova', ova, 'Give it another name than the disk.');
    const signing = await readSigning(reading);
    const { vm, guestFallback } = readMachine(reading);
    return {
        disk,
        ova,
        vm,
        guestFallback,
        engine: values.engine,
        level: values['compression-level'],
        skipFreeSpace: values['skip-free-space'],
        manifest: values.manifest,
        ...signing,
        recovery: readRecovery(reading),
        modified: (0,archive_date/* archiveSeconds */.G)(place.sourceDate()),
        reuse: values.reuse ? place.reuse() : undefined,
    };
}
function readRecovery({ values, template }) {
    const allowed = values['allow-recovery'];
    if (allowed !== undefined)
        return allowed ? 'any' : 'none';
    return template !== undefined && (0,disk_layouts/* asksForRecovery */.rd)(template.disk) ? 'last' : 'none';
}
function readMachine(reading) {
    const { values, isSet, template } = reading;
    const { firmware, annotation, network } = values;
    const { guest, guestFallback } = readGuest(reading);
    const coresPerSocket = values['cores-per-socket'];
    // The template's default of secure boot is that of EFI machines: it does not hold against an input that says bios.
    const secureBoot = isSet('secure-boot') ? values['secure-boot'] : firmware === 'efi' && values['secure-boot'];
    const vm = {
        name: values.name ?? (0,external_node_path_.basename)(values.ova).replace(/\.ova$/i, ''),
        guest,
        cpus: values.cpus,
        ...(coresPerSocket !== undefined && { coresPerSocket }),
        memory: values.memory,
        hardwareVersion: values['hardware-version'],
        firmware,
        secureBoot: secureBoot ?? (template === undefined && firmware === 'efi'),
        vbs: values.vbs,
        cpuHotAdd: values['cpu-hot-add'],
        memoryHotAdd: values['memory-hot-add'],
        controller: values['disk-controller'],
        ...(network !== 'none' && { network }),
        networkAdapter: values['network-adapter'],
        // Without it Windows sees no disk serial numbers and vSphere silently takes weaker snapshots.
        extraConfig: {
            ...readExtraConfig(values['extra-config'] ?? [], { 'disk.EnableUUID': 'TRUE' }, reading.invalid),
            ...readFirstBoot(values, reading),
        },
        ...(annotation !== undefined && { annotation }),
        ...(values.product && {
            product: { name: (0,guest_os/* guestOs */.j)(values.product, Number.MAX_SAFE_INTEGER).title, vendor: 'Microsoft' },
        }),
    };
    checkMachine(vm, reading);
    return { vm, guestFallback };
}
function readGuest({ values, missing }) {
    const id = values['guest-id'];
    if (values.product === undefined) {
        if (id === undefined)
            throw missing('product');
        return { guest: { id, title: id }, guestFallback: false };
    }
    const guest = (0,guest_os/* guestOs */.j)(values.product, values['hardware-version']);
    return { guest: { id: id ?? guest.id, title: guest.title }, guestFallback: id === undefined && guest.fallback };
}
/** A number, or the name that a VMX file gives it. */
function hardwareVersion(value) {
    return (0,input_types/* integer */.nd)(10, 99).parse(value.replace(/^vmx-/i, ''));
}
/** Combinations that ESXi refuses, or that would switch something off without a word. */
function checkMachine(vm, { invalid }) {
    const refuse = (name, value, hint) => {
        throw invalid(name, value, hint);
    };
    if (vm.memory % (4 * MIB) !== 0 || vm.memory === 0)
        refuse('memory', `${vm.memory} bytes`, 'Give a multiple of 4 MiB.');
    if (vm.coresPerSocket !== undefined && vm.cpus % vm.coresPerSocket !== 0) {
        refuse('cores-per-socket', vm.coresPerSocket, `It must divide the number of cpus, ${vm.cpus}.`);
    }
    if (vm.secureBoot && vm.firmware !== 'efi')
        refuse('secure-boot', 'true', 'Secure boot needs firmware: efi.');
    if (vm.secureBoot && vm.hardwareVersion < 13) {
        refuse('hardware-version', vm.hardwareVersion, 'Secure boot needs 13 (vSphere 6.5) or newer.');
    }
    if (vm.vbs && !vm.secureBoot)
        refuse('vbs', 'true', 'It needs firmware: efi and secure-boot: true.');
    if (vm.vbs && vm.hardwareVersion < 14) {
        refuse('hardware-version', vm.hardwareVersion, 'Virtualisation-based security needs 14 (vSphere 6.7) or newer.');
    }
    if (vm.controller === 'nvme' && vm.hardwareVersion < 13) {
        refuse('hardware-version', vm.hardwareVersion, 'An NVMe controller needs 13 (vSphere 6.5) or newer.');
    }
}
async function readSigning(reading) {
    const { 'sign-key': key, 'sign-command': command, 'sign-certificate': certificate } = reading.values;
    if (command === undefined)
        return (0,read_signing_pair/* readSigningPair */._)(key, certificate, reading);
    if (key !== undefined) {
        throw reading.invalid('sign-command', command, 'Give either sign-key or sign-command: one signature is made.');
    }
    if (certificate === undefined)
        throw reading.missing('sign-certificate');
    return {
        signCommand: { command, certificate: (0,signing_certificate/* readSigningCertificate */.f)(await (0,read_pem/* readPem */.J)('sign-certificate', certificate)) },
    };
}


/***/ }),

/***/ 49579:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ readPem)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _src_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41251);
/* harmony import */ var _src_files_explain_path_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49094);
/** Keys and certificates as inputs give them. */




/**
 * The input holds the PEM itself, as a secret does, or the path of a file with it.
 * @throws UserError file-missing, file-denied, path-invalid; none repeats the value
 */
async function readPem(input, value) {
    if (value.includes('-----BEGIN '))
        return value;
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(value.trim());
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8').catch((error) => {
        // The value is not repeated: a mistyped key is a secret all the same. So the error of the system, which names it, is no cause either.
        const explained = (0,_src_files_explain_path_error_js__WEBPACK_IMPORTED_MODULE_3__/* .explainPathError */ .n)(error, { what: 'the file that the input names', path: '', input });
        if (!(explained instanceof _src_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo))
            throw error;
        throw new _src_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(explained.code, explained.message, 'Give PEM text, or the path of a PEM file.');
    });
}


/***/ }),

/***/ 86933:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _: () => (/* binding */ readSigningPair)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./.cache/build/src/errors.js
var errors = __webpack_require__(41251);
// EXTERNAL MODULE: ./.cache/build/src/ova/signing-certificate.js
var signing_certificate = __webpack_require__(14576);
;// CONCATENATED MODULE: ./.cache/build/src/ova/signature.js
/**
 * The `.cert` member: an RSA signature of the manifest and the certificate to check it with. Source: DMTF DSP0243
 * section 5.1 and ovftool's guide, "OVF Package Signing".
 */



/**
 * @param key PEM of the RSA private key
 * @param certificate PEM of its certificate, issuers may follow
 * @throws UserError input-invalid when either cannot be read, is not RSA, or they do not belong together
 */
function createSigner(key, certificate) {
    const privateKey = readKey(key);
    const signing = (0,signing_certificate/* readSigningCertificate */.f)(certificate);
    if (!signing.leaf.checkPrivateKey(privateKey)) {
        throw new errors/* UserError */.yo('input-invalid', `The key of sign-key does not belong to the certificate of sign-certificate (${signing.subject})`, 'Give the private key that the certificate was issued for.');
    }
    return {
        // PKCS #1 v1.5 padding: the signature is a function of key and text, so signed packages are reproducible too.
        sign: (manifestName, manifest, algorithm) => (0,signing_certificate/* certMember */.z)(signing, manifestName, algorithm, (0,external_node_crypto_.createSign)(algorithm).update(manifest).sign(privateKey)),
        blank: (manifestName, algorithm) => (0,signing_certificate/* certMember */.z)(signing, manifestName, algorithm, Buffer.alloc(signing.signatureBytes)),
    };
}
function readKey(pem) {
    let key;
    try {
        key = (0,external_node_crypto_.createPrivateKey)(pem);
    }
    catch (cause) {
        throw new errors/* UserError */.yo('input-invalid', 'Input sign-key is not a private key in PEM form', 'Give an unencrypted RSA key, beginning with "-----BEGIN PRIVATE KEY-----".', { cause });
    }
    if (key.asymmetricKeyType !== 'rsa') {
        throw new errors/* UserError */.yo('input-invalid', `Input sign-key is a ${key.asymmetricKeyType} key`, 'OVF packages are signed with RSA: give an RSA key and its certificate.');
    }
    return key;
}

// EXTERNAL MODULE: ./.cache/build/actions/convert-ova/read-pem.js
var read_pem = __webpack_require__(49579);
;// CONCATENATED MODULE: ./.cache/build/actions/convert-ova/read-signing-pair.js
/** A key and its certificate, read where somebody gave them. */


/**
 * @param key and certificate: PEM text, or the path of a PEM file
 * @returns nothing where neither is given
 * @throws UserError when one is given without the other, cannot be read, is none, or does not fit the other
 */
async function readSigningPair(key, certificate, { missing }) {
    if (key === undefined && certificate === undefined)
        return {};
    if (certificate === undefined)
        throw missing('sign-certificate');
    if (key === undefined)
        throw missing('sign-key');
    const pem = await (0,read_pem/* readPem */.J)('sign-certificate', certificate);
    return { signer: createSigner(await (0,read_pem/* readPem */.J)('sign-key', key), pem) };
}


/***/ }),

/***/ 98217:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ isSameFile)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/** Whether two paths are one place, however they are written. */

/**
 * By links, by `..`, or by other letters on Windows. Two names that a file system gives one file (hard links) are two: a file that replaces
 * one of them leaves the other.
 */
async function isSameFile(one, other) {
    if (one === other)
        return true;
    const [first, second] = await Promise.all([one, other].map((path) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(path).catch(() => undefined)));
    return first !== undefined && first === second;
}


/***/ }),

/***/ 81136:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ archiveSeconds)
/* harmony export */ });
/** The date in the headers of an OVA's archive. */
/** 1980-01-01, the oldest that every format of archives can say: the same for everybody who sets no SOURCE_DATE_EPOCH. */
const DEFAULT_SECONDS = 315_532_800;
/** Seconds since 1970; without a date the same for everybody, so that one image gives one archive. */
function archiveSeconds(sourceDate) {
    return sourceDate === undefined ? DEFAULT_SECONDS : Math.floor(sourceDate.getTime() / 1000);
}


/***/ }),

/***/ 79772:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ CONVERT_ENGINES),
  U: () => (/* binding */ openImage)
});

// EXTERNAL MODULE: ./.cache/build/src/disk/disk-in-use.js
var disk_in_use = __webpack_require__(2695);
// EXTERNAL MODULE: ./.cache/build/src/disk/open-disk.js
var open_disk = __webpack_require__(22920);
// EXTERNAL MODULE: ./.cache/build/src/disk/recognise-format.js
var recognise_format = __webpack_require__(22847);
// EXTERNAL MODULE: ./.cache/build/src/disk/vmdk/vmdk-descriptor-disk.js
var vmdk_descriptor_disk = __webpack_require__(5447);
// EXTERNAL MODULE: ./.cache/build/src/errors.js
var errors = __webpack_require__(41251);
// EXTERNAL MODULE: ./.cache/build/src/files/byte-source.js
var byte_source = __webpack_require__(58018);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./.cache/build/src/files/extent-list.js
var extent_list = __webpack_require__(82097);
;// CONCATENATED MODULE: ./.cache/build/src/ova/file-mappers.js
/**
 * The programs that say where a file stores something, and what they print. Each stands for one question to the file system: `lseek`
 * SEEK_DATA (qemu-img), FIEMAP (filefrag), FSCTL_QUERY_ALLOCATED_RANGES (fsutil).
 */
/** In the order in which they are asked: those that are there with Windows, everywhere, and on nearly every Linux. */
const FILE_MAPPERS = [
    { program: 'fsutil.exe', args: (path) => ['sparse', 'queryrange', path], read: allocatedRanges },
    { program: 'qemu-img', args: (path) => ['map', '-f', 'raw', '--output=json', path], read: qemuMap },
    // -s: what has been written and not yet been given its place is given it first.
    { program: 'filefrag', args: (path) => ['-s', '-v', path], read: fragments },
];
/** `Allocated range[1]: Offset: 0x0  Length: 0x20000`. The words are in the language of Windows, the two numbers are not. */
function allocatedRanges(stdout) {
    const extents = [];
    for (const line of stdout.split(/\r?\n/)) {
        if (line.trim() === '')
            continue;
        const numbers = [...line.matchAll(/\b0x([0-9a-f]+)\b/gi)].map(([, digits]) => Number.parseInt(digits ?? '', 16));
        const [start, length, ...more] = numbers;
        if (start === undefined || length === undefined || more.length > 0)
            return undefined;
        extents.push({ start, end: start + length });
    }
    return extents;
}
/** It tells of the whole file, holes too: an answer with a gap is none. */
function qemuMap(stdout, size) {
    const entries = parseJson(stdout);
    let next = 0;
    for (const { start, length } of entries ?? []) {
        if (start !== next || !(length > 0))
            return undefined;
        next = start + length;
    }
    // qemu counts in sectors of 512 bytes.
    if (next < size)
        return undefined;
    return entries
        ?.filter(({ data, zero }) => data && !zero)
        .map(({ start, length }) => ({ start, end: start + length }));
}
function parseJson(stdout) {
    try {
        const parsed = JSON.parse(stdout);
        return Array.isArray(parsed) ? parsed : undefined;
    }
    catch {
        return undefined;
    }
}
/**
 * A line of the file's size and of its unit, one line an extent (`0:  100..  102:  63576164..  63576166:  3: …`, the last one
 * flagged so), and a count of another thing: extents that lie beside each other on the medium are one there. The numbers of an extent are units, the second one
 * inclusive.
 */
function fragments(stdout, size) {
    const head = /^File size of .* is (\d+) \(\d+ blocks? of (\d+) bytes\)$/m.exec(stdout);
    const unit = Number(head?.[2]);
    const lines = [...stdout.matchAll(/^\s*(\d+):\s*(\d+)\.\.\s*(\d+):.*$/gm)];
    const whole = lines.every(([, number], index) => Number(number) === index) && isEnded(stdout, lines.at(-1)?.[0]);
    if (Number(head?.[1]) !== size || !whole)
        return undefined;
    return lines.map(([, , first, last]) => ({ start: Number(first) * unit, end: (Number(last) + 1) * unit }));
}
function isEnded(stdout, lastLine) {
    return lastLine === undefined ? / 0 extents found\s*$/.test(stdout) : /[\s,]last\b/.test(lastLine);
}

;// CONCATENATED MODULE: ./.cache/build/src/ova/file-map.js
/** Which parts of a raw file are not holes: Node cannot ask the file system, small programs can. */




/** The unit of `stat.blocks`, whatever the file system. */
const STAT_BLOCK = 512;
/**
 * Knows nothing of a file without holes, and of any file where no program can tell: then all of it is read. What is not listed is
 * taken for zeros, so an answer that is not wholly understood is none.
 */
function findStoredWith(tools) {
    return async (path) => {
        const { blocks, size } = await (0,promises_.stat)(path);
        if (blocks * STAT_BLOCK >= size)
            return undefined;
        for (const mapper of FILE_MAPPERS) {
            const extents = (await tools.has(mapper.program)) ? await ask(tools, mapper, path, size) : undefined;
            // Something is stored, whoever says that nothing is.
            if (extents && (extents.length > 0 || blocks === 0))
                return listed(extents, size);
        }
        return undefined;
    };
}
async function ask(tools, mapper, path, size) {
    try {
        const { stdout } = await tools.run(mapper.program, mapper.args(path));
        return mapper.read(stdout, size);
    }
    catch (error) {
        if (error instanceof errors/* ToolError */.v4)
            return undefined;
        throw error;
    }
}
/** Undefined also when the extents are out of order, which no file system says. */
function listed(extents, size) {
    if (extents.length > extent_list/* MAX_EXTENTS */.V)
        return undefined;
    const stored = new extent_list/* ExtentList */.t();
    let last = 0;
    for (const { start, end } of extents) {
        if (start < last || end <= start)
            return undefined;
        last = end;
        // What a file system allots beyond the end of the file is no part of it.
        if (start < size)
            stored.add(start, Math.min(end, size));
    }
    return stored;
}

// EXTERNAL MODULE: ./.cache/build/src/ova/open-system-disk.js
var open_system_disk = __webpack_require__(4661);
// EXTERNAL MODULE: ./.cache/build/src/ova/ova-disks.js
var ova_disks = __webpack_require__(48178);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.cache/build/src/disk/raw-disk.js
var raw_disk = __webpack_require__(25604);
;// CONCATENATED MODULE: ./.cache/build/src/ova/qemu-disk.js
/**
 * Disks that qemu-img unpacks to a sparse raw file first: formats that are not read here (QCOW2, VDI, QED, …), and on demand those that
 * are. qemu-img never guesses: each format is named to it, and only those stand in the list whose header tells whether the image is whole.
 */






/** qemu-img's names for the formats that are read here as well. */
const DRIVERS = {
    raw: 'raw',
    vhd: 'vpc',
    vhdx: 'vhdx',
    'vmdk-sparse': 'vmdk',
    'vmdk-descriptor': 'vmdk',
};
/**
 * Unpacks an image of a format that is not read here into the run's own folder and opens it.
 * @throws UserError disk-format-unsupported when the image is encrypted, marked corrupt or only complete with another file; ToolError
 */
async function openForeignWithQemu(path, format, context) {
    await assertWhole(path, format, context);
    return unpack(path, format, ['-f', format, path], context);
}
/**
 * As `openForeignWithQemu`, of an image that was opened here already, so that everything that is refused here was.
 * @param size of the disk as it is read here
 * @throws FormatError when qemu-img sees a disk of another size; ToolError
 */
async function openKnownWithQemu(path, format, size, context) {
    const driver = DRIVERS[format];
    // Without it, qemu-img takes the size of some VHDs from their geometry, as Virtual PC did.
    const filename = path.replaceAll(',', ',,');
    const input = format === 'vhd'
        ? ['--image-opts', `driver=vpc,force_size_calc=current_size,file.driver=file,file.filename=${filename}`]
        : ['-f', driver, path];
    const disk = await unpack(path, driver, input, context);
    if (disk.size === size)
        return disk;
    await disk.close();
    throw new errors/* FormatError */.IF(path, 0, `a disk of ${size} bytes`, `one of ${disk.size} bytes to qemu-img`);
}
async function unpack(path, format, input, context) {
    const raw = (0,external_node_path_.join)(context.temp, 'unpacked.raw');
    await context.tools.run('qemu-img', ['convert', '-O', 'raw', ...input, raw]);
    const disk = await (0,raw_disk/* openRawDisk */.GY)(raw, findStoredWith(context.tools));
    return { ...disk, format: `${format} (qemu-img)`, path };
}
async function assertWhole(path, format, { tools }) {
    if (format === 'vdi' && (await isVdiOfSnapshot(path))) {
        throw refused(`${path} is a VDI of a snapshot, so it only holds what changed against another file`, 'Merge it first, for example with: VBoxManage clonemedium <image> <whole image>.');
    }
    const { stdout } = await tools.run('qemu-img', ['info', '-f', format, '--output=json', path]);
    const info = JSON.parse(stdout);
    const specific = info['format-specific']?.data;
    // An image may name any file of this machine as its base; what that file holds must not end up in an OVA.
    const other = info['backing-filename'] ?? specific?.['data-file'];
    if (other !== undefined) {
        throw refused(`${path} is a ${format} image that needs another file (${other})`, 'Merge the two first, for example with: qemu-img convert -O qcow2 <image> <whole image>.');
    }
    if (info.encrypted === true)
        throw refused(`${path} is an encrypted ${format} image`, 'Decrypt it first.');
    if (specific?.corrupt === true) {
        throw refused(`${path} is a ${format} image that is marked corrupt`, 'Repair it with: qemu-img check -r all.');
    }
    if (format === 'parallels' && (await hasParallelsSnapshots(path))) {
        throw refused(`${path} belongs to a Parallels disk with snapshots, so it only holds what changed against another file`, 'Delete the snapshots of the VM, or merge them with prl_disk_tool.');
    }
}
/**
 * Types 3 (undo) and 4 (differencing), or the identifier of a parent; qemu-img looks at neither type. Source: VirtualBox, VDICore.h,
 * VDIHEADER1.
 */
async function isVdiOfSnapshot(path) {
    const source = await (0,byte_source/* openFileSource */.Sd)(path);
    try {
        const head = await source.read(0, Math.min(512, source.size));
        if (head.length < 0x1b8)
            return false;
        const type = head.readUInt32LE(0x4c);
        return type === 3 || type === 4 || head.subarray(0x1a8, 0x1b8).some((byte) => byte !== 0);
    }
    finally {
        await source.close();
    }
}
/** Parallels keeps the chain of its images in a file beside them; an image by itself does not tell. */
async function hasParallelsSnapshots(path) {
    const folder = (0,external_node_path_.dirname)(path);
    const description = (await (0,promises_.readdir)(folder)).find((name) => name.toLowerCase() === 'diskdescriptor.xml');
    if (description === undefined)
        return false;
    const text = await (0,promises_.readFile)((0,external_node_path_.join)(folder, description), 'utf8');
    return [...text.matchAll(/<Image>/g)].length > 1;
}
function refused(message, hint) {
    return new errors/* UserError */.yo('disk-format-unsupported', message, hint);
}

// EXTERNAL MODULE: ./.cache/build/src/ova/verify-manifest.js
var verify_manifest = __webpack_require__(47864);
;// CONCATENATED MODULE: ./.cache/build/src/ova/open-image.js
/** Opens the disk to convert with the engine that can read it. */











const CONVERT_ENGINES = ['auto', 'native', 'qemu-img'];
/**
 * `auto` reads natively what it can and asks qemu-img for formats that are not read here; what is refused here on purpose is refused with
 * every engine. The files of an OVA are held against its manifest first.
 * @throws UserError file-missing, disk-format-unknown, disk-format-unsupported, disk-in-use, ova-invalid, hash-mismatch, tool-missing;
 *   FormatError for a damaged image
 */
async function openImage(path, engine, context) {
    const format = await formatOf(path);
    if (format === undefined || format === 'tar')
        return { disk: await openInOva(path, engine, context), engine: 'native' };
    for (const file of await filesOf(path, format))
        await (0,disk_in_use/* assertNotInUse */.aX)(file, 'read');
    if (typeof format !== 'string')
        return openForeign(path, format, engine, context);
    const disk = await (0,open_disk/* openDisk */.U)(path, findStoredWith(context.tools));
    if (engine !== 'qemu-img')
        return { disk, engine: 'native' };
    await disk.close();
    return { disk: await openKnownWithQemu(path, format, disk.size, context), engine };
}
async function openForeign(path, { qemu, foreign, hint }, engine, context) {
    if (qemu === undefined || engine === 'native' || (engine === 'auto' && !(await context.tools.has('qemu-img')))) {
        throw new errors/* UserError */.yo('disk-format-unknown', `${path} is ${foreign}, which is not read here`, hint);
    }
    return { disk: await openForeignWithQemu(path, qemu, context), engine: 'qemu-img' };
}
/** One disk, because the OVA that is made has one. */
async function openInOva(path, engine, { tools, signal }) {
    const opened = await (0,open_system_disk/* openImageOrOva */.T)(path, findStoredWith(tools));
    if (opened.kind === 'image')
        return opened.disk;
    const { ova, disks } = opened;
    try {
        if (engine === 'qemu-img') {
            throw new errors/* UserError */.yo('input-invalid', `Input engine is qemu-img, which reads no OVA (${path})`, 'Leave it out.');
        }
        const empty = (0,ova_disks/* emptyDisks */.au)(ova).map((place) => ['an empty one', place]);
        const unused = (0,ova_disks/* unusedDisks */.$g)(ova).map((name) => [name, 'in no place']);
        const places = [...disks.map(({ member, place }) => [member.name, place]), ...empty, ...unused];
        if (places.length > 1) {
            const names = places.map(([name, place]) => `${name}${place === '' ? '' : ` (${place})`}`).join(', ');
            throw new errors/* UserError */.yo('ova-invalid', `${path} holds ${places.length} disks: ${names}. The OVA that is made has one, and the others would be lost`, `Give the one you mean as ${path}${ova_disks/* MEMBER_SEPARATOR */.Xy}${disks[0].member.name}.`);
        }
        await (0,disk_in_use/* assertNotInUse */.aX)(ova.path, 'read');
        await (0,verify_manifest/* verifyManifest */.T)(ova, signal);
        return { ...(await (0,ova_disks/* openOvaDisk */.O3)(ova, disks[0])), close: () => opened.close() };
    }
    catch (error) {
        await opened.close();
        throw error;
    }
}
/** ESXi locks the file that holds the disk, not the descriptor that names it (ghettoVCB issue 226). */
async function filesOf(path, format) {
    if (format !== 'vmdk-descriptor')
        return [path];
    const source = await (0,byte_source/* openFileSource */.Sd)(path);
    return [path, ...(await (0,vmdk_descriptor_disk/* vmdkExtentFiles */.oJ)(source).finally(() => source.close()))];
}
/** Undefined where the path names no file, but maybe a member of one. */
async function formatOf(path) {
    try {
        const source = await (0,byte_source/* openFileSource */.Sd)(path);
        return await (0,recognise_format/* recogniseFormat */.b)(source).finally(() => source.close());
    }
    catch (error) {
        if (error instanceof errors/* UserError */.yo && error.code === 'file-missing' && (0,errors/* hasErrnoCode */.qk)(error.cause, 'ENOENT')) {
            return undefined;
        }
        throw error;
    }
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

/***/ 14576:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ readSigningCertificate),
/* harmony export */   z: () => (/* binding */ certMember)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41251);
/** The certificate that goes into a package beside its signature. */


/** @throws UserError input-invalid when it cannot be read or its key is not RSA */
function readSigningCertificate(pem) {
    const chain = normalisePem(pem);
    const leaf = parse(chain);
    const subject = leaf.subject.replaceAll('\n', ', ');
    const { asymmetricKeyType, asymmetricKeyDetails } = leaf.publicKey;
    if (asymmetricKeyType !== 'rsa' || asymmetricKeyDetails?.modulusLength === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('input-invalid', `The certificate of sign-certificate (${subject}) is of a key of the type ${asymmetricKeyType}`, 'OVF packages are signed with RSA: give an RSA key and its certificate.');
    }
    return { leaf, subject, chain, signatureBytes: Math.ceil(asymmetricKeyDetails.modulusLength / 8) };
}
/** Text of the `.cert` member: the signature of the manifest, then the certificates. */
function certMember({ chain }, manifestName, algorithm, signature) {
    return `${algorithm.toUpperCase()}(${manifestName})= ${signature.toString('hex')}\n${chain}`;
}
function parse(pem) {
    try {
        return new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate(pem);
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('input-invalid', 'Input sign-certificate is not a certificate in PEM form', 'Give the X.509 certificate of the key, beginning with "-----BEGIN CERTIFICATE-----".', { cause });
    }
}
/** Only the certificates, lines ended by LF: some tools write explanations in front of them. */
function normalisePem(text) {
    const blocks = text.replaceAll('\r', '').match(/-----BEGIN CERTIFICATE-----\n[\s\S]*?\n-----END CERTIFICATE-----/g);
    return blocks ? `${blocks.join('\n')}\n` : text;
}


/***/ }),

/***/ 394:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ guestOs),
/* harmony export */   v: () => (/* binding */ CIM_WINDOWS_SERVER_64)
/* harmony export */ });
/* harmony import */ var _product_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39652);
/** Which guest operating system an OVF names. Source of the CIM id: VMware-made OVFs of Server 2019. */

/** The id that CIM gives Windows Server 2012, the newest it knows; VMware's exports of later servers carry it too. */
const CIM_WINDOWS_SERVER_64 = 112;
/** The id for a product on hosts that run the given hardware version; older hosts get the newest id they know. */
function guestOs(product, hardwareVersion) {
    // Oldest first; the oldest is known to every host.
    const known = _product_js__WEBPACK_IMPORTED_MODULE_0__/* .PRODUCTS */ .zv.slice(0, _product_js__WEBPACK_IMPORTED_MODULE_0__/* .PRODUCTS */ .zv.indexOf(product) + 1)
        .map((candidate) => _product_js__WEBPACK_IMPORTED_MODULE_0__/* .PRODUCT_FACTS */ .sn[candidate])
        .findLast(({ guest }) => guest.hardwareVersion <= hardwareVersion);
    const { id } = (known ?? _product_js__WEBPACK_IMPORTED_MODULE_0__/* .PRODUCT_FACTS */ .sn[_product_js__WEBPACK_IMPORTED_MODULE_0__/* .PRODUCTS */ .zv[0]]).guest;
    return { id, title: `Microsoft ${_product_js__WEBPACK_IMPORTED_MODULE_0__/* .PRODUCT_FACTS */ .sn[product].name} (64-bit)`, fallback: known?.product !== product };
}


/***/ })

};
