export const id = 3203;
export const ids = [3203];
export const modules = {

/***/ 23203:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  convertOva: () => (/* binding */ convertOva)
});

// EXTERNAL MODULE: ./.cache/build/src/files/held-path.js
var held_path = __webpack_require__(46123);
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
// EXTERNAL MODULE: ./.cache/build/src/ova/archive-date.js
var archive_date = __webpack_require__(81136);
// EXTERNAL MODULE: ./.cache/build/src/ova/manifest.js
var ova_manifest = __webpack_require__(63664);
// EXTERNAL MODULE: ./.cache/build/src/disk/disk-in-use.js
var disk_in_use = __webpack_require__(2695);
// EXTERNAL MODULE: ./.cache/build/src/disk/open-disk.js
var open_disk = __webpack_require__(22920);
// EXTERNAL MODULE: ./.cache/build/src/disk/recognise-format.js
var recognise_format = __webpack_require__(22847);
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
    await (0,disk_in_use/* assertNotInUse */.aX)(path, 'read');
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

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./.cache/build/src/ova/signing-certificate.js
/** The certificate that goes into a package beside its signature. */


/** @throws UserError input-invalid when it cannot be read or its key is not RSA */
function readSigningCertificate(pem) {
    const chain = normalisePem(pem);
    const leaf = parse(chain);
    const subject = leaf.subject.replaceAll('\n', ', ');
    const { asymmetricKeyType, asymmetricKeyDetails } = leaf.publicKey;
    if (asymmetricKeyType !== 'rsa' || asymmetricKeyDetails?.modulusLength === undefined) {
        throw new errors/* UserError */.yo('input-invalid', `The certificate of sign-certificate (${subject}) is of a key of the type ${asymmetricKeyType}`, 'OVF packages are signed with RSA: give an RSA key and its certificate.');
    }
    return { leaf, subject, chain, signatureBytes: Math.ceil(asymmetricKeyDetails.modulusLength / 8) };
}
/** Text of the `.cert` member: the signature of the manifest, then the certificates. */
function certMember({ chain }, manifestName, algorithm, signature) {
    return `${algorithm.toUpperCase()}(${manifestName})= ${signature.toString('hex')}\n${chain}`;
}
function parse(pem) {
    try {
        return new external_node_crypto_.X509Certificate(pem);
    }
    catch (cause) {
        throw new errors/* UserError */.yo('input-invalid', 'Input sign-certificate is not a certificate in PEM form', 'Give the X.509 certificate of the key, beginning with "-----BEGIN CERTIFICATE-----".', { cause });
    }
}
/** Only the certificates, lines ended by LF: some tools write explanations in front of them. */
function normalisePem(text) {
    const blocks = text.replaceAll('\r', '').match(/-----BEGIN CERTIFICATE-----\n[\s\S]*?\n-----END CERTIFICATE-----/g);
    return blocks ? `${blocks.join('\n')}\n` : text;
}

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
    const signing = readSigningCertificate(certificate);
    if (!signing.leaf.checkPrivateKey(privateKey)) {
        throw new errors/* UserError */.yo('input-invalid', `The key of sign-key does not belong to the certificate of sign-certificate (${signing.subject})`, 'Give the private key that the certificate was issued for.');
    }
    return {
        // PKCS #1 v1.5 padding: the signature is a function of key and text, so signed packages are reproducible too.
        sign: (manifestName, manifest, algorithm) => certMember(signing, manifestName, algorithm, (0,external_node_crypto_.createSign)(algorithm).update(manifest).sign(privateKey)),
        blank: (manifestName, algorithm) => certMember(signing, manifestName, algorithm, Buffer.alloc(signing.signatureBytes)),
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

// EXTERNAL MODULE: ./.cache/build/src/products/product.js
var products_product = __webpack_require__(39652);
;// CONCATENATED MODULE: ./.cache/build/src/products/guest-os.js
/** Which guest operating system an OVF names. Source of the CIM id: VMware-made OVFs of Server 2019. */

/** The id that CIM gives Windows Server 2012, the newest it knows; VMware's exports of later servers carry it too. */
const CIM_WINDOWS_SERVER_64 = 112;
/** The id for a product on hosts that run the given hardware version; older hosts get the newest id they know. */
function guestOs(product, hardwareVersion) {
    // Oldest first; the oldest is known to every host.
    const known = products_product/* PRODUCTS */.zv.slice(0, products_product/* PRODUCTS */.zv.indexOf(product) + 1)
        .map((candidate) => products_product/* PRODUCT_FACTS */.sn[candidate])
        .findLast(({ guest }) => guest.hardwareVersion <= hardwareVersion);
    const { id } = (known ?? products_product/* PRODUCT_FACTS */.sn[products_product/* PRODUCTS */.zv[0]]).guest;
    return { id, title: `Microsoft ${products_product/* PRODUCT_FACTS */.sn[product].name} (64-bit)`, fallback: known?.product !== product };
}

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

// EXTERNAL MODULE: ./.cache/build/src/files/explain-path-error.js
var explain_path_error = __webpack_require__(49094);
;// CONCATENATED MODULE: ./.cache/build/actions/convert-ova/read-pem.js
/** Keys and certificates as inputs give them. */




/**
 * The input holds the PEM itself, as a secret does, or the path of a file with it.
 * @throws UserError file-missing, file-denied, path-invalid; none repeats the value
 */
async function readPem(input, value) {
    if (value.includes('-----BEGIN '))
        return value;
    const path = (0,external_node_path_.resolve)(value.trim());
    return (0,promises_.readFile)(path, 'utf8').catch((error) => {
        // The value is not repeated: a mistyped key is a secret all the same. So the error of the system, which names it, is no cause either.
        const explained = (0,explain_path_error/* explainPathError */.n)(error, { what: 'the file that the input names', path: '', input });
        if (!(explained instanceof errors/* UserError */.yo))
            throw error;
        throw new errors/* UserError */.yo(explained.code, explained.message, 'Give PEM text, or the path of a PEM file.');
    });
}

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
        description: 'VMX settings beside disk.EnableUUID = TRUE, which they may override, of the form key = value.',
    }),
    ...FIRST_BOOT_INPUTS,
    annotation: (0,input/* input */.h)(input_types/* text */.Qq, { description: 'Notes of the VM.' }),
    engine: (0,input/* input */.h)((0,input_types/* choice */.Yq)(CONVERT_ENGINES), {
        description: 'native, qemu-img, or auto: native where it reads the format.',
        default: 'auto',
    }),
    'compression-level': (0,input/* input */.h)((0,input_types/* integer */.nd)(1, 9), { description: '1 is the fastest, 9 the smallest.', default: '1' }),
    'skip-free-space': (0,input/* input */.h)(input_types/* boolean */.zM, {
        description: 'Leave out clusters that belong to no file, as far as file systems are clean, and what lies in no partition.',
        default: 'true',
    }),
    manifest: (0,input/* input */.h)((0,input_types/* choice */.Yq)(ova_manifest/* MANIFEST_ALGORITHMS */.T), { description: 'Digests of the manifest.', default: 'sha256' }),
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
    if (disk === ova)
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
            product: { name: guestOs(values.product, Number.MAX_SAFE_INTEGER).title, vendor: 'Microsoft' },
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
    const guest = guestOs(values.product, values['hardware-version']);
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
async function readSigning({ values, missing, invalid, }) {
    const key = values['sign-key'];
    const command = values['sign-command'];
    const certificate = values['sign-certificate'];
    if (key === undefined && command === undefined && certificate === undefined)
        return {};
    if (key !== undefined && command !== undefined) {
        throw invalid('sign-command', command, 'Give either sign-key or sign-command: one signature is made.');
    }
    if (certificate === undefined)
        throw missing('sign-certificate');
    if (key === undefined && command === undefined)
        throw missing('sign-key');
    const pem = await readPem('sign-certificate', certificate);
    if (command !== undefined)
        return { signCommand: { command, certificate: readSigningCertificate(pem) } };
    return { signer: createSigner(await readPem('sign-key', key ?? ''), pem) };
}

// EXTERNAL MODULE: ./.cache/build/src/units.js
var units = __webpack_require__(16053);
// EXTERNAL MODULE: ./.cache/build/src/check/gather-image.js
var gather_image = __webpack_require__(79826);
// EXTERNAL MODULE: ./.cache/build/src/check/image-rules.js + 2 modules
var image_rules = __webpack_require__(1208);
// EXTERNAL MODULE: ./.cache/build/src/check/rule.js
var rule = __webpack_require__(21667);
;// CONCATENATED MODULE: ./.cache/build/src/check/check-layout.js
/** What a disk must be before it is packaged: no Recovery partition, 512-byte sectors, and a loader that firmware finds by itself. */





/** What a package may have and its user should know; everything else is judged below, or by verify-quiesce. */
const PASSED_ON = [
    'mbr-hybrid',
    'gpt-backup-damaged',
    'gpt-backup-not-at-end',
    'partition-protected',
    'bitlocker-volume',
    'windows-hibernated',
    'ntfs-dirty',
];
/**
 * @throws UserError recovery-partition; disk-invalid for an image that was cut off; disk-format-unsupported for 4096-byte sectors; layout-wrong when an EFI VM could not start
 *   from the ESP; FormatError when a GPT is there but damaged
 */
async function checkLayout(disk, rules) {
    const image = await (0,gather_image/* gatherImage */.z)(disk);
    if (image.sectorSize !== 512)
        throw sectorsRefused(disk, image.sectorSize);
    if (image.cutOff !== undefined)
        throw cutOffRefused(disk, image.cutOff);
    const { layout } = image;
    if (layout.table === 'none') {
        if (image.primaryDamage !== undefined && image.tableProblem)
            throw image.tableProblem;
        return { findings: rules.firmware === 'efi' ? [noEsp('The disk has no partition table')] : [] };
    }
    const findings = (0,rule/* applyRules */.IU)(image_rules/* IMAGE_RULES */.U, image)
        .filter(({ code }) => PASSED_ON.includes(code))
        .map(({ code, seen, remedy, severity }) => ({
        code,
        severity: severity === 'error' ? 'warning' : severity,
        seen,
        remedy,
    }));
    if (layout.table === 'mbr') {
        if (rules.firmware === 'efi')
            findings.push(noEsp('The disk has a master boot record and no GPT'));
        return { layout, findings };
    }
    const recovery = layout.partitions.filter(({ type }) => type === 'recovery');
    if (recovery.length > 0 && !isAllowed(rules.recovery, layout))
        throw recoveryRefused(disk, recovery, rules.recovery);
    findings.push(...recovery.map((partition) => recoveryFinding(partition, rules.recovery)));
    if (rules.firmware === 'efi')
        findings.push(...loaderFindings(disk, image));
    return { layout, findings };
}
function sectorsRefused(disk, sectorSize) {
    return new errors/* UserError */.yo('disk-format-unsupported', `${disk.path} is a disk of ${sectorSize}-byte sectors; a VM in vSphere sees 512-byte sectors and would not find its partitions`, 'Build the image again with 512-byte sectors (New-VHD -LogicalSectorSizeBytes 512; build-vhd makes no others).');
}
function cutOffRefused(disk, how) {
    return new errors/* UserError */.yo('disk-invalid', `The end of ${disk.path} is missing: ${how}`, 'Copy the image again, and compare its size or its hash with the original.');
}
function describe({ index, size, attributes, name }) {
    return `partition ${index}${name === '' ? '' : ` ("${name}")`}, ${(0,units/* formatSize */.Xq)(size)}, attributes ${attributes}`;
}
/** Windows and then the one Recovery partition, with nothing behind it. */
function isAllowed(allowed, { partitions }) {
    if (allowed !== 'last')
        return allowed === 'any';
    const types = partitions.map(({ type }) => type);
    return types.indexOf('recovery') === types.length - 1 && types.at(-2) === 'windows';
}
function recoveryRefused(disk, recovery, allowed) {
    const asked = allowed === 'last' ? ', and the template asks for one alone, behind Windows' : '';
    return new errors/* UserError */.yo('recovery-partition', `${disk.path} has a Recovery partition: ${recovery.map(describe).join('; ')}${asked}. Quiesced snapshots of such a VM fail`, 'Remove it with repair-template (input image), or set allow-recovery: true to package the disk all the same.');
}
function recoveryFinding(partition, allowed) {
    const asked = allowed === 'last' ? ', as the template asks for it' : '';
    return {
        code: 'recovery-partition',
        severity: 'warning',
        seen: `The disk is packaged with a Recovery partition${asked}: ${describe(partition)}.`,
        remedy: 'Remove it with repair-template; quiesced snapshots of the VM are expected to fail.',
    };
}
function noEsp(what) {
    return {
        code: 'no-efi-system-partition',
        severity: 'warning',
        seen: `${what}, so a VM with EFI firmware has nothing to start.`,
        remedy: 'Set firmware: bios if the disk starts by its master boot record, or lay it out with an EFI System Partition.',
    };
}
/** An OVF carries no NVRAM: the VM's firmware knows no boot entry and takes the fallback loader. */
function loaderFindings(disk, { layout, esp }) {
    if (esp === undefined)
        return [noEsp('The disk has no EFI System Partition')];
    if (esp.problem)
        throw esp.problem;
    if (esp.fallbackLoader)
        return [];
    const index = layout.partitions.find(({ type }) => type === 'esp')?.index;
    throw new errors/* UserError */.yo('layout-wrong', `${disk.path}: the EFI System Partition (partition ${index}) has no \\EFI\\Boot\\bootx64.efi, so a new VM would not start`, 'Copy \\EFI\\Microsoft\\Boot\\bootmgfw.efi there under that name (bcdboot does it), or build the image with build-vhd.');
}

// EXTERNAL MODULE: ./.cache/build/src/check/vmware-tools.js
var vmware_tools = __webpack_require__(60639);
;// CONCATENATED MODULE: ./.cache/build/src/disk/begin-ranges.js
/** Has it found out where a disk holds data while other things are done. */
/**
 * Begins to read the disk's ranges: of a file with holes another program tells them, which takes as long as starting it. The disk remembers
 * what it was told.
 * @returns when that is done; a failure is not told here, but to whoever reads the ranges
 */
async function beginRanges(disk) {
    try {
        for await (const _ of disk.ranges())
            return;
    }
    catch {
        // Told to whoever reads them.
    }
}

// EXTERNAL MODULE: ./.cache/build/src/disk/free-space.js + 1 modules
var free_space = __webpack_require__(34335);
// EXTERNAL MODULE: ./.cache/build/src/disk/skip-free-space.js
var skip_free_space = __webpack_require__(7849);
// EXTERNAL MODULE: ./.cache/build/src/disk/vmdk/deflate-pool.js
var deflate_pool = __webpack_require__(88719);
// EXTERNAL MODULE: ./.cache/build/src/files/make-folder.js
var make_folder = __webpack_require__(69399);
// EXTERNAL MODULE: ./.cache/build/src/job/open-reuse.js + 5 modules
var open_reuse = __webpack_require__(68650);
;// CONCATENATED MODULE: ./.cache/build/src/ova/command-signer.js
/** Signs by a command of the user's, for keys that never leave their HSM or vault. */





/** Stands in the command for the path of a file that holds the manifest, byte for byte what is to be signed. */
const MANIFEST = '{manifest}';
/** Stands for the path of a file that the command writes the signature to. */
const SIGNATURE = '{signature}';
const TAIL_LINES = 15;
/**
 * The command gets the manifest as the file `{manifest}`, and on standard input; it gives its signature (RSA, PKCS #1 v1.5, with the
 * algorithm of the manifest) as the file `{signature}`, else on standard output: as it is, in base64 or in hexadecimal.
 * `sign` throws ToolError when the command fails, UserError input-invalid when what it gives does not fit the certificate.
 */
function createCommandSigner({ command, certificate, temp, run }) {
    return {
        blank: (manifestName, algorithm) => certMember(certificate, manifestName, algorithm, Buffer.alloc(certificate.signatureBytes)),
        sign: async (manifestName, manifest, algorithm) => {
            const folder = (0,external_node_path_.join)(temp, 'signing');
            await (0,promises_.mkdir)(folder, { recursive: true });
            const files = { manifest: (0,external_node_path_.join)(folder, 'manifest.mf'), signature: (0,external_node_path_.join)(folder, 'signature') };
            await (0,promises_.writeFile)(files.manifest, manifest);
            // What another try left must not be taken for the signature.
            await (0,promises_.rm)(files.signature, { force: true });
            const output = await run(fillIn(command, files), Buffer.from(manifest));
            if (output.exitCode !== 0)
                throw new errors/* ToolError */.v4('sign-command', output.exitCode, tailOf(output.stderr));
            const given = command.includes(SIGNATURE) ? await readSignature(files.signature) : output.stdout;
            const signature = decodeSignature(given, certificate.signatureBytes);
            if (!signature || !verifies(signature, manifest, algorithm, certificate)) {
                throw doesNotFit(given, certificate, algorithm);
            }
            return certMember(certificate, manifestName, algorithm, signature);
        },
    };
}
/** Puts the paths in, in quotes where the command has none around them: a path may hold spaces. */
function fillIn(command, files) {
    let quotes = 0;
    // In exec's rules a line break is part of a word; in a command over several lines it parts words.
    const words = command.trim().replaceAll(/\s*[\r\n]+\s*/g, ' ');
    return words.replaceAll(/(\\?")|\{(manifest|signature)\}/g, (found, quote, name) => {
        if (name === undefined) {
            if (quote === '"')
                quotes++;
            return found;
        }
        const path = files[name].replaceAll('"', '\\"');
        return quotes % 2 === 1 ? path : `"${path}"`;
    });
}
/** Undefined when it is none of the forms for so many bytes. Vault puts `vault:v1:` before its base64. */
function decodeSignature(given, bytes) {
    if (given.length === bytes)
        return given;
    const text = given
        .toString('latin1')
        .replaceAll(/\s+/g, '')
        .replace(/^vault:v\d+:/, '');
    if (text.length === 2 * bytes && /^[0-9a-f]+$/i.test(text))
        return Buffer.from(text, 'hex');
    if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(text))
        return undefined;
    const decoded = Buffer.from(text, 'base64');
    return decoded.length === bytes ? decoded : undefined;
}
function verifies(signature, manifest, algorithm, { leaf }) {
    return (0,external_node_crypto_.createVerify)(algorithm).update(manifest).verify(leaf.publicKey, signature);
}
async function readSignature(path) {
    return (0,promises_.readFile)(path).catch((cause) => {
        if (!(0,errors/* hasErrnoCode */.qk)(cause, 'ENOENT'))
            throw cause;
        throw new errors/* UserError */.yo('input-invalid', `The command of sign-command ended well, but wrote no file ${SIGNATURE}`, `Let it write the signature there, or leave ${SIGNATURE} out and let it print the signature.`, { cause });
    });
}
function doesNotFit(given, { subject, signatureBytes }, algorithm) {
    return new errors/* UserError */.yo('input-invalid', `What sign-command gave (${given.length} bytes) is no signature of the manifest by the key of sign-certificate (${subject})`, `It must sign the bytes of ${MANIFEST} with RSA, PKCS #1 v1.5 and ${algorithm.toUpperCase()}, and give the ${signatureBytes} bytes as they are, in base64 or in hexadecimal.`);
}
function tailOf(text) {
    return text.trimEnd().split(/\r?\n/).slice(-TAIL_LINES).join('\n');
}

// EXTERNAL MODULE: ./.cache/build/src/disk/read-into.js
var read_into = __webpack_require__(64823);
;// CONCATENATED MODULE: ./.cache/build/src/disk/content-digest.js
/** A digest of what a disk holds, whatever file format it lies in. */


const CHUNK = 4 * 2 ** 20;
/**
 * SHA-256 over the size and the place, length and bytes of each stored range; ranges that are `zero` or `free` count as not stored. The
 * same content stored in other pieces may give another digest.
 * @throws what reading throws; the signal's reason
 */
async function contentDigest(disk, signal) {
    const hash = (0,external_node_crypto_.createHash)('sha256').update(`${disk.size}\n`);
    const buffer = Buffer.allocUnsafe(CHUNK);
    for await (const { kind, offset, length } of disk.ranges()) {
        if (kind !== 'data')
            continue;
        hash.update(`${offset} ${length}\n`);
        for (let done = 0; done < length;) {
            signal.throwIfAborted();
            const part = buffer.subarray(0, Math.min(CHUNK, length - done));
            await (0,read_into/* readInto */.P)(disk, part, offset + done);
            hash.update(part);
            done += part.length;
        }
    }
    return hash.digest('hex');
}

// EXTERNAL MODULE: ./.cache/build/src/disk/vmdk/vmdk-stream-writer.js + 1 modules
var vmdk_stream_writer = __webpack_require__(30988);
// EXTERNAL MODULE: ./.cache/build/src/files/move-into-place.js
var move_into_place = __webpack_require__(69174);
// EXTERNAL MODULE: ./.cache/build/src/reuse/stage.js
var stage = __webpack_require__(75075);
;// CONCATENATED MODULE: ./.cache/build/src/ova/ova-parts.js
/**
 * All that an OVA follows from, one by one: what is on the disk, and everything that writeOva is told. Neither Node nor the machine is among them:
 * the compressor is part of the bundle, and gives the same bytes everywhere (docs/adr/0004-own-deflate.md).
 */


async function ovaParts(sources) {
    const { vm, level, manifest, modified, toolsInstalled, skipFreeSpace, signer } = sources;
    // Key and certificate in one, and the key itself nowhere: this text is signed by nobody else.
    const signature = await signer?.sign('stillframe', 'Which key signs?', manifest);
    return [
        (0,stage/* hiddenPart */.aW)('disk', 'the content of the disk', `${sources.content} ${sources.contentId}`),
        ...machineParts(vm),
        (0,stage/* shownPart */.JV)('settings', 'compression-level', level),
        (0,stage/* shownPart */.JV)('settings', 'skip-free-space', skipFreeSpace),
        (0,stage/* shownPart */.JV)('settings', 'manifest', manifest),
        (0,stage/* shownPart */.JV)('settings', 'VMware Tools on the disk', toolsInstalled ?? false),
        (0,stage/* shownPart */.JV)('settings', 'the date', new Date(modified * 1000).toISOString()),
        (0,stage/* hiddenPart */.aW)('signature', 'the key that signs', signature ?? ''),
    ];
}
function machineParts({ memory, extraConfig, annotation, guest, product, ...rest }) {
    return [
        ...Object.entries(rest).map(([name, value]) => (0,stage/* shownPart */.JV)('machine', `${name} of the machine`, value)),
        (0,stage/* shownPart */.JV)('machine', 'memory of the machine', (0,units/* exactSize */.Fe)(memory)),
        (0,stage/* hiddenPart */.aW)('machine', 'the guest', JSON.stringify([guest, product])),
        // Both may be anything, and hold anything.
        (0,stage/* hiddenPart */.aW)('machine', 'the annotation', annotation ?? ''),
        ...Object.entries(extraConfig).map(([key, value]) => (0,stage/* hiddenPart */.aW)('machine', `extra-config ${key}`, value)),
    ];
}

;// CONCATENATED MODULE: ./.cache/build/src/ova/earlier-ova.js
/** The OVA that an earlier run has packed of the very same parts, if one was kept. */





/**
 * Reads all of the disk that is packed.
 * @param source what is packed
 * @throws what reading throws; the signal's reason
 */
async function earlierOva(kept, source, options, signal) {
    const content = await contentDigest(source, signal);
    const sources = { ...options, content, contentId: await (0,vmdk_stream_writer/* identifyContent */.U)(source) };
    const stage = { action: 'convert-ova', name: options.vm.name, parts: await ovaParts(sources) };
    return {
        take: async (path) => {
            const [partial = ''] = (await (0,held_path/* partialOf */.Z)(path)).paths;
            const found = await kept.take(stage, partial);
            if (!('result' in found))
                return { reuse: found.facts };
            await (0,move_into_place/* moveIntoPlace */.hU)(partial, path);
            return { reuse: found.facts, ova: found.result };
        },
        keep: (path, ova) => kept.keep(stage, path, ova),
    };
}
/** An OVA that no earlier one stands for. */
function neverReused(why) {
    return { take: async () => ({ reuse: { reused: false, why } }), keep: async () => { } };
}

// EXTERNAL MODULE: ./.cache/build/src/archives/tar/tar-header.js
var tar_header = __webpack_require__(28453);
;// CONCATENATED MODULE: ./.cache/build/src/files/flush-behind.js
/** Brings a file to stable storage while it is still being written, so that its last flush has little left to wait for. */
/** Bytes after which what was written so far is sent on its way. */
const STEP = 32 * 2 ** 20;
/** At most one flush is under way. Closing the file waits for it. */
function flushBehind(file) {
    let waiting = 0;
    let running;
    let failure;
    const flush = async () => {
        try {
            await file.datasync();
        }
        catch (error) {
            failure = { error };
        }
        running = undefined;
    };
    const throwFailure = () => {
        if (failure)
            throw failure.error;
    };
    return {
        wrote: (bytes) => {
            throwFailure();
            waiting += bytes;
            if (running || waiting < STEP)
                return;
            waiting = 0;
            running = flush();
        },
        finish: async () => {
            await running;
            throwFailure();
            await file.sync();
        },
    };
}

// EXTERNAL MODULE: ./.cache/build/src/files/hash-file.js
var hash_file = __webpack_require__(94427);
// EXTERNAL MODULE: ./.cache/build/src/files/partial-file.js
var partial_file = __webpack_require__(38258);
// EXTERNAL MODULE: ./.cache/build/src/files/write-fully.js
var write_fully = __webpack_require__(16480);
// EXTERNAL MODULE: ./.cache/build/src/ova/image-setting.js
var image_setting = __webpack_require__(24925);
// EXTERNAL MODULE: ./.cache/build/src/xml/escape-xml.js
var escape_xml = __webpack_require__(61049);
;// CONCATENATED MODULE: ./.cache/build/src/ova/ovf-items.js
/**
 * The hardware items of an OVF. Sources: DMTF DSP0243 8.3 (items), CIM_ResourceAllocationSettingData (element order is
 * alphabetical), govmomi ovf/configspec.go and VMware-made OVFs (the sub-types vSphere takes).
 */

const PROCESSOR = 3;
const MEMORY = 4;
const SCSI_CONTROLLER = 6;
const ETHERNET = 10;
const HARD_DISK = 17;
const OTHER_STORAGE = 20;
const CONTROLLERS = {
    pvscsi: { type: SCSI_CONTROLLER, subType: 'VirtualSCSI', title: 'SCSI Controller 0' },
    lsilogicsas: { type: SCSI_CONTROLLER, subType: 'lsilogicsas', title: 'SCSI Controller 0' },
    sata: { type: OTHER_STORAGE, subType: 'vmware.sata.ahci', title: 'SATA Controller 0' },
    nvme: { type: OTHER_STORAGE, subType: 'vmware.nvme.controller', title: 'NVMe Controller 0' },
};
const ADAPTERS = { vmxnet3: 'VmxNet3', e1000e: 'E1000E' };
/** The items as XML; `diskId` is the id in the DiskSection. */
function renderItems(vm, diskId) {
    const controller = CONTROLLERS[vm.controller];
    const items = [
        {
            AllocationUnits: 'hertz * 10^6',
            Description: 'Number of virtual CPUs',
            ElementName: `${vm.cpus} virtual CPU(s)`,
            ResourceType: PROCESSOR,
            VirtualQuantity: vm.cpus,
        },
        {
            AllocationUnits: 'byte * 2^20',
            Description: 'Memory size',
            ElementName: `${vm.memory / 2 ** 20} MB of memory`,
            ResourceType: MEMORY,
            VirtualQuantity: vm.memory / 2 ** 20,
        },
        {
            Address: 0,
            Description: controller.title.replace(' 0', ''),
            ElementName: controller.title,
            ResourceSubType: controller.subType,
            ResourceType: controller.type,
        },
        {
            AddressOnParent: 0,
            ElementName: 'Hard disk 1',
            HostResource: `ovf:/disk/${diskId}`,
            Parent: 3,
            ResourceType: HARD_DISK,
        },
    ];
    if (vm.network !== undefined) {
        items.push({
            AddressOnParent: 7,
            AutomaticAllocation: 'true',
            Connection: vm.network,
            Description: `${ADAPTERS[vm.networkAdapter]} ethernet adapter on "${vm.network}"`,
            ElementName: 'Network adapter 1',
            ResourceSubType: ADAPTERS[vm.networkAdapter],
            ResourceType: ETHERNET,
        });
    }
    // Instance ids are the items' positions, so no two can be the same.
    return items.map((item, index) => renderItem({ ...item, InstanceID: index + 1 }, index === 0 ? vm.coresPerSocket : undefined));
}
function renderItem(item, coresPerSocket) {
    const lines = Object.entries(item)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, value]) => `        <rasd:${name}>${(0,escape_xml/* escapeXml */.X)(String(value))}</rasd:${name}>`);
    if (coresPerSocket !== undefined) {
        lines.push(`        <vmw:CoresPerSocket ovf:required="false">${coresPerSocket}</vmw:CoresPerSocket>`);
    }
    return ['      <Item>', ...lines, '      </Item>'].join('\n');
}

;// CONCATENATED MODULE: ./.cache/build/src/ova/ovf.js
/**
 * The OVF descriptor. Sources: DMTF DSP0243 1.1 (envelope), VMware-made OVFs in govmomi's ovf/fixtures (the vmw:Config
 * keys and that they follow the items).
 */



const DISK_ID = 'vmdisk1';
const STREAM_OPTIMIZED = 'http://www.vmware.com/interfaces/specifications/vmdk.html#streamOptimized';
/** Digits of the largest safe integer. */
const NUMBER_WIDTH = 16;
/**
 * Renders the descriptor, UTF-8, lines ended by LF. Its length does not depend on the disk's numbers: the space they do
 * not need follows the attribute as white space. So its place in the package is known before the disk is written.
 */
function renderOvf(vm, disk) {
    return `${[
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<Envelope xmlns="http://schemas.dmtf.org/ovf/envelope/1" xmlns:ovf="http://schemas.dmtf.org/ovf/envelope/1"',
        '    xmlns:rasd="http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/CIM_ResourceAllocationSettingData"',
        '    xmlns:vssd="http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/CIM_VirtualSystemSettingData"',
        '    xmlns:vmw="http://www.vmware.com/schema/ovf">',
        '  <References>',
        `    <File ovf:id="file1" ovf:href="${(0,escape_xml/* escapeXml */.X)(disk.file)}" ${number('size', disk.size)}/>`,
        '  </References>',
        '  <DiskSection>',
        '    <Info>Virtual disks</Info>',
        `    <Disk ovf:diskId="${DISK_ID}" ovf:fileRef="file1" ovf:capacityAllocationUnits="byte" ovf:format="${STREAM_OPTIMIZED}"`,
        `        ${number('capacity', disk.capacity)} ${number('populatedSize', disk.populated)}/>`,
        '  </DiskSection>',
        ...renderNetworks(vm),
        `  <VirtualSystem ovf:id="${(0,escape_xml/* escapeXml */.X)(vm.name)}">`,
        '    <Info>A virtual machine</Info>',
        `    <Name>${(0,escape_xml/* escapeXml */.X)(vm.name)}</Name>`,
        ...renderProduct(vm),
        ...renderAnnotation(vm),
        `    <OperatingSystemSection ovf:id="${CIM_WINDOWS_SERVER_64}" vmw:osType="${(0,escape_xml/* escapeXml */.X)(vm.guest.id)}">`,
        '      <Info>The guest operating system</Info>',
        `      <Description>${(0,escape_xml/* escapeXml */.X)(vm.guest.title)}</Description>`,
        '    </OperatingSystemSection>',
        '    <VirtualHardwareSection>',
        '      <Info>Virtual hardware</Info>',
        '      <System>',
        '        <vssd:ElementName>Virtual Hardware Family</vssd:ElementName>',
        '        <vssd:InstanceID>0</vssd:InstanceID>',
        `        <vssd:VirtualSystemIdentifier>${(0,escape_xml/* escapeXml */.X)(vm.name)}</vssd:VirtualSystemIdentifier>`,
        `        <vssd:VirtualSystemType>vmx-${String(vm.hardwareVersion).padStart(2, '0')}</vssd:VirtualSystemType>`,
        '      </System>',
        ...renderItems(vm, DISK_ID),
        ...renderConfig(vm),
        '    </VirtualHardwareSection>',
        '  </VirtualSystem>',
        '</Envelope>',
    ].join('\n')}\n`;
}
function number(name, value) {
    return `ovf:${name}="${value}"${' '.repeat(NUMBER_WIDTH - String(value).length)}`;
}
function renderNetworks(vm) {
    if (vm.network === undefined)
        return [];
    const network = (0,escape_xml/* escapeXml */.X)(vm.network);
    return [
        '  <NetworkSection>',
        '    <Info>Logical networks</Info>',
        `    <Network ovf:name="${network}">`,
        `      <Description>The ${network} network</Description>`,
        '    </Network>',
        '  </NetworkSection>',
    ];
}
function renderProduct(vm) {
    if (!vm.product)
        return [];
    const { name, vendor, version } = vm.product;
    return [
        '    <ProductSection>',
        '      <Info>What the image is</Info>',
        `      <Product>${(0,escape_xml/* escapeXml */.X)(name)}</Product>`,
        ...(vendor === undefined ? [] : [`      <Vendor>${(0,escape_xml/* escapeXml */.X)(vendor)}</Vendor>`]),
        ...(version === undefined ? [] : [`      <Version>${(0,escape_xml/* escapeXml */.X)(version)}</Version>`]),
        '    </ProductSection>',
    ];
}
function renderAnnotation(vm) {
    if (vm.annotation === undefined)
        return [];
    return [
        '    <AnnotationSection>',
        '      <Info>Notes</Info>',
        `      <Annotation>${(0,escape_xml/* escapeXml */.X)(vm.annotation)}</Annotation>`,
        '    </AnnotationSection>',
    ];
}
/** The vmw:Config keys; a host that does not know one may skip it (`required="false"`). */
function renderConfig(vm) {
    const config = [
        ['cpuHotAddEnabled', vm.cpuHotAdd],
        ['memoryHotAddEnabled', vm.memoryHotAdd],
        ['firmware', vm.firmware],
        ['tools.syncTimeWithHost', false],
        ['tools.toolsUpgradePolicy', 'manual'],
    ];
    if (vm.firmware === 'efi')
        config.push(['bootOptions.efiSecureBootEnabled', vm.secureBoot]);
    if (vm.vbs)
        config.push(['flags.vbsEnabled', true], ['flags.vvtdEnabled', true], ['nestedHVEnabled', true]);
    return [
        ...config.map(([key, value]) => `      <vmw:Config ovf:required="false" vmw:key="${key}" vmw:value="${value}"/>`),
        ...Object.entries(vm.extraConfig).map(([key, value]) => `      <vmw:ExtraConfig ovf:required="false" vmw:key="${(0,escape_xml/* escapeXml */.X)(key)}" vmw:value="${(0,escape_xml/* escapeXml */.X)(value)}"/>`),
    ];
}

;// CONCATENATED MODULE: ./.cache/build/src/ova/write-ova.js
/**
 * Packs a disk as an OVA in one pass: the disk's stream goes straight to its place in the archive and is hashed on the
 * way; what stands in front of it (descriptor, manifest, certificate, tar headers) has lengths known from the start and
 * is written when its numbers are known. Nothing appears under the final name before the archive is whole.
 */











/**
 * @param path of the OVA; an older file of that name is replaced when the new one is whole
 * @throws what reading and writing throw; the signal's reason when aborted. In each case nothing is left behind.
 */
async function writeOva(disk, path, options) {
    const file = await (0,partial_file/* createPartialFile */.k)(path);
    try {
        const result = await writeArchive(file.handle, disk, options);
        options.signal.throwIfAborted();
        await file.finish();
        return result;
    }
    finally {
        await file.discard();
    }
}
/** The stem of the members' names: what every file system, URL and importer takes, however the VM is called. */
function fileStem(name) {
    const plain = name.normalize('NFKD').replace(/\p{M}/gu, '');
    const stem = plain.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[-.]+|[-.]+$/g, '');
    return stem === '' ? 'vm' : stem.slice(0, 80);
}
async function writeArchive(handle, disk, asked) {
    const extraConfig = { ...asked.vm.extraConfig, [image_setting/* IMAGE_SETTING */.$]: await (0,vmdk_stream_writer/* identifyContent */.U)(disk) };
    const options = { ...asked, vm: { ...asked.vm, extraConfig } };
    const stem = fileStem(options.vm.name);
    const diskName = `${stem}-disk1.vmdk`;
    // Lengths do not depend on the numbers, so a front for an empty disk shows where the real disk will begin.
    const blank = {
        file: diskName,
        size: 0,
        capacity: 0,
        populated: 0,
        digest: '0'.repeat(ova_manifest/* DIGEST_DIGITS */.Y1[options.manifest]),
    };
    const layout = write_ova_describe(stem, blank, options);
    const { signer } = options;
    const diskStart = renderFront(layout, signer?.blank(layout.manifest.name, options.manifest), options).length;
    const digest = (0,external_node_crypto_.createHash)(options.manifest);
    const flush = flushBehind(handle);
    let position = diskStart;
    const stream = await (0,vmdk_stream_writer/* writeVmdkStream */.y)(disk, async (bytes) => {
        digest.update(bytes);
        await (0,write_fully/* writeFully */.K)(handle, bytes, position);
        position += bytes.length;
        flush.wrote(bytes.length);
    }, {
        name: diskName,
        level: options.level,
        adapterType: 'lsilogic',
        toolsInstalled: options.toolsInstalled ?? false,
        signal: options.signal,
        ...(options.workers !== undefined && { workers: options.workers }),
        ...(options.pool && { pool: options.pool }),
        onProgress: (offset) => options.onProgress?.(offset / disk.size),
    });
    const packaged = { file: diskName, ...stream, digest: digest.digest('hex') };
    const end = position + (0,tar_header/* tarPadding */.vr)(stream.size);
    const size = end + (0,tar_header/* tarTrailer */.j6)(end);
    await (0,write_fully/* writeFully */.K)(handle, Buffer.alloc(size - position), position);
    const described = write_ova_describe(stem, packaged, options);
    const certificate = await signer?.sign(described.manifest.name, described.manifest.text, options.manifest);
    const front = renderFront(described, certificate, options);
    if (front.length !== diskStart)
        throw new RangeError(`The front takes ${front.length} bytes instead of ${diskStart}`);
    await (0,write_fully/* writeFully */.K)(handle, front, 0);
    const flushed = flush.finish();
    // Awaited behind the hash; until then its failure must not count as unhandled.
    flushed.catch(() => { });
    // The front was settled last, so this cannot be done while writing.
    const whole = { offset: 0, size };
    const sha256 = await (0,hash_file/* hashRange */.Uk)((0,byte_source/* handleSource */.Ox)(diskName, handle, size), whole, 'sha256', options.signal);
    await flushed;
    return { sha256, size, disk: packaged };
}
function write_ova_describe(stem, disk, options) {
    const descriptor = { name: `${stem}.ovf`, text: renderOvf(options.vm, disk) };
    const manifest = {
        name: `${stem}.mf`,
        text: (0,ova_manifest/* renderManifest */.sB)(options.manifest, [
            { file: descriptor.name, digest: (0,external_node_crypto_.createHash)(options.manifest).update(descriptor.text).digest('hex') },
            { file: disk.file, digest: disk.digest },
        ]),
    };
    return { descriptor, manifest, disk, certificateName: `${stem}.cert` };
}
/** Everything in front of the disk's first byte: descriptor, manifest, certificate, and the disk's own tar header. */
function renderFront({ descriptor, manifest, disk, certificateName }, certificate, { modified }) {
    const members = [descriptor, manifest];
    if (certificate !== undefined)
        members.push({ name: certificateName, text: certificate });
    return Buffer.concat([
        ...members.flatMap(({ name, text }) => {
            const bytes = Buffer.from(text, 'utf8');
            return [(0,tar_header/* encodeTarHeader */.Nj)({ name, size: bytes.length, modified }), bytes, Buffer.alloc((0,tar_header/* tarPadding */.vr)(bytes.length))];
        }),
        (0,tar_header/* encodeTarHeader */.Nj)({ name: disk.file, size: disk.size, modified }),
    ]);
}

// EXTERNAL MODULE: ./.cache/build/src/progress.js
var progress = __webpack_require__(65647);
// EXTERNAL MODULE: ./.cache/build/src/tools/end-tree.js
var end_tree = __webpack_require__(77800);
;// CONCATENATED MODULE: ./.cache/build/src/runner/user-command.js
/** Runs command lines that users give, by the rules that they know from other actions: those of @actions/exec. */


/** A command that asks for a PIN, or waits for a token, would wait for ever. */
const TIME_LIMIT_MS = 10 * 60_000;
/**
 * Nothing of it is shown in the log: what it prints may be binary, and its words may be secret.
 * @param name of the input, for messages
 * @throws ToolError when the program does not start, UserError timeout; the signal's reason, when everything it started has been ended
 */
async function runUserCommand(name, commandLine, input, signal, timeLimit = TIME_LIMIT_MS) {
    // Loaded with the first command: most runs have none.
    const { exec } = await __webpack_require__.e(/* import() */ 1955).then(__webpack_require__.bind(__webpack_require__, 41955));
    signal.throwIfAborted();
    const stdout = [];
    const stderr = [];
    const listeners = { stdout: (data) => stdout.push(data), stderr: (data) => stderr.push(data) };
    const running = exec(commandLine, [], { input, silent: true, ignoreReturnCode: true, listeners }).catch((cause) => {
        const reason = cause instanceof Error ? cause.message : String(cause);
        throw new errors/* ToolError */.v4(name, null, reason, `The command of ${name} could not be started: ${reason}`, { cause });
    });
    const limit = AbortSignal.timeout(timeLimit);
    const either = AbortSignal.any([signal, limit]);
    const exitCode = await Promise.race([running, whenAborted(either)]);
    if (exitCode !== undefined) {
        return { exitCode, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr).toString('utf8') };
    }
    // It takes no signal and gives no process id (ADR 3), but what it has started is a child of this process.
    await (0,end_tree/* endChildren */.PH)((0,end_tree/* treeHost */.f0)({ platform: process.platform, env: process.env }));
    running.catch(() => { });
    signal.throwIfAborted();
    throw new errors/* UserError */.yo('timeout', `The command of ${name} did not end within ${Math.round(timeLimit / 60_000)} minutes`, 'See that it asks for nothing: no PIN, no confirmation on a token; standard input holds what is to be signed.');
}
/** @param signal that has not come yet */
function whenAborted(signal) {
    return new Promise((resolve) => signal.addEventListener('abort', () => resolve(undefined)));
}

;// CONCATENATED MODULE: ./.cache/build/actions/convert-ova/main.js
/** Opens the disk, refuses what would not work as a VM, and packs the rest. */

















async function main(inputs, context) {
    const { disk, engine } = await openImage(inputs.disk, inputs.engine, context);
    // Threads and the program that tells of holes take a while to start, in which the disk is looked at. An OVA that is reused needs neither.
    const pool = inputs.reuse === undefined ? (0,deflate_pool/* startDeflatePool */.K)(inputs.level) : undefined;
    const holes = beginRanges(disk);
    try {
        const { layout, findings } = await checkLayout(disk, {
            firmware: inputs.vm.firmware,
            recovery: inputs.recovery,
        });
        context.log.info(`${disk.path}: ${(0,units/* formatSize */.Xq)(disk.size)}, ${disk.format}`);
        const freeSpace = inputs.skipFreeSpace ? await (0,free_space/* findFreeSpace */.S)(disk) : undefined;
        const volumes = freeSpace?.volumes ?? [];
        const source = freeSpace ? (0,skip_free_space/* skipFreeSpace */.g)(disk, freeSpace) : disk;
        const toolsInstalled = layout !== undefined && (await (0,vmware_tools/* hasVmwareTools */.G)(disk, layout));
        await (0,make_folder/* makeFolder */.f)((0,external_node_path_.dirname)(inputs.ova));
        const { ova, reuse } = await pack(source, { toolsInstalled, ...(pool && { pool }) }, inputs, context);
        context.log.info(`${inputs.ova}: ${(0,units/* formatSize */.Xq)(ova.size)}, SHA-256 ${ova.sha256}`);
        return {
            source: inputs.disk,
            ova: inputs.ova,
            sha256: ova.sha256,
            size: ova.size,
            capacity: ova.disk.capacity,
            engine,
            format: disk.format,
            level: inputs.level,
            guestId: inputs.vm.guest.id,
            disk: ova.disk,
            toolsInstalled,
            ...(layout && { layout }),
            freeSpace: volumes,
            unallocated: freeSpace?.unallocated ?? 0,
            reuse,
            findings: [...findings, ...guestFindings(inputs), ...volumes.flatMap(freeSpaceFindings)],
        };
    }
    finally {
        await pool?.close();
        await holes;
        await disk.close();
    }
}
/** Takes the OVA that an earlier run has packed of the same, where that was asked for and there is one; else packs it. */
async function pack(source, { toolsInstalled, pool }, inputs, context) {
    const { log, signal } = context;
    const { vm, level, manifest, modified } = inputs;
    const signer = inputs.signer ?? commandSigner(inputs, context);
    const options = { vm, level, manifest, modified, toolsInstalled, ...(signer && { signer }) };
    const earlier = await findEarlier(source, options, inputs, context);
    const whole = context.hold(held_path/* HELD_PATH */.w, await (0,held_path/* partialOf */.Z)(inputs.ova));
    const taken = await earlier?.take(inputs.ova);
    if (taken)
        log.info(`${taken.reuse.reused ? 'Reused, not packed' : 'Packed, not reused'}: ${taken.reuse.why}`);
    const onProgress = (0,progress/* showProgress */.R)(log, 'of the disk packed');
    const ova = taken?.ova ?? (await writeOva(source, inputs.ova, { ...options, ...(pool && { pool }), signal, onProgress }));
    whole();
    if (taken && !taken.ova)
        await earlier?.keep(inputs.ova, ova);
    return { ova, reuse: taken?.reuse };
}
async function findEarlier(source, options, { reuse, skipFreeSpace: skips, signCommand }, context) {
    const kept = await (0,open_reuse/* openReuse */.L)(reuse, context);
    if (kept === undefined)
        return undefined;
    if (signCommand)
        return neverReused('it is signed by a command, which may give another signature each time');
    return earlierOva(kept, source, { ...options, skipFreeSpace: skips }, context.signal);
}
function commandSigner({ signCommand }, { temp, signal }) {
    if (!signCommand)
        return undefined;
    const run = (line, input) => runUserCommand('sign-command', line, input, signal);
    return createCommandSigner({ ...signCommand, temp, run });
}
function freeSpaceFindings({ index, fileSystem, kept }) {
    if (kept === undefined)
        return [];
    return [
        {
            code: 'free-space-kept',
            severity: 'info',
            seen: `The free space of partition ${index} (${fileSystem}) is packed too: ${kept}.`,
            remedy: 'Shut Windows down cleanly (no hibernation, no fast start-up) before the disk is converted.',
        },
    ];
}
function guestFindings({ guestFallback, vm }) {
    if (!guestFallback)
        return [];
    return [
        {
            code: 'guest-id-fallback',
            severity: 'info',
            seen: `Hosts of hardware version ${vm.hardwareVersion} do not know ${vm.guest.title}; the OVF names ${vm.guest.id}.`,
            remedy: 'Raise hardware-version when all hosts are new enough.',
        },
    ];
}

// EXTERNAL MODULE: ./.cache/build/src/disk/layout-markdown.js
var layout_markdown = __webpack_require__(64990);
// EXTERNAL MODULE: ./.cache/build/src/report/findings-table.js
var findings_table = __webpack_require__(29994);
// EXTERNAL MODULE: ./.cache/build/src/report/markdown-table.js
var markdown_table = __webpack_require__(90597);
// EXTERNAL MODULE: ./.cache/build/src/reuse/reuse-row.js
var reuse_row = __webpack_require__(308);
;// CONCATENATED MODULE: ./.cache/build/actions/convert-ova/summary.js
/** The job summary of convert-ova. */






function renderSummary(result) {
    const { disk, findings } = result;
    const ratio = disk.populated === 0 ? '' : ` (${((100 * disk.size) / disk.populated).toFixed(1)} % of it)`;
    const skipped = result.freeSpace.reduce((sum, { freeBytes }) => sum + freeBytes, result.unallocated);
    const rows = [
        ['size of the OVA', (0,units/* formatSize */.Xq)(result.size)],
        ['SHA-256 of the OVA', result.sha256],
        ['virtual disk', `${(0,units/* formatSize */.Xq)(result.capacity)}, read as ${result.format}`],
        ...(skipped > 0 ? [['free space left out', (0,units/* formatSize */.Xq)(skipped)]] : []),
        ['data stored', (0,units/* formatSize */.Xq)(disk.populated)],
        ['compressed', `${(0,units/* formatSize */.Xq)(disk.size)}${ratio}, level ${result.level}`],
        ['guest id', result.guestId],
        ...(result.reuse === undefined ? [] : [(0,reuse_row/* reuseRow */.r)(result.reuse)]),
    ];
    const parts = [`### ${(0,markdown_table/* escapeMarkdown */.F)((0,external_node_path_.basename)(result.ova))}`, (0,markdown_table/* markdownTable */.Q)(['', ''], rows)];
    if (result.layout)
        parts.push((0,layout_markdown/* layoutMarkdown */.Y)(result.layout));
    if (findings.length > 0)
        parts.push((0,findings_table/* findingsTable */.f9)(findings));
    return `${parts.join('\n\n')}\n`;
}

;// CONCATENATED MODULE: ./.cache/build/actions/convert-ova/action.js
/** convert-ova as a value. */





const convertOva = (0,action/* defineAction */.Q)({
    name: 'convert-ova',
    description: 'Packs any disk image as a reproducible OVA that vSphere imports, several times faster than qemu-img',
    branding: { icon: 'package', color: 'blue' },
    inputs: INPUTS,
    outputs: {
        ova: { description: 'Absolute path of the OVA.', value: ({ ova }) => ova },
        sha256: { description: 'SHA-256 of the OVA.', value: ({ sha256 }) => sha256 },
        size: { description: 'Size of the OVA in bytes.', value: ({ size }) => size },
        reused: {
            description: 'true when the OVA was taken from an earlier run, else false; the report says why.',
            value: ({ reuse }) => reuse?.reused ?? false,
        },
        capacity: { description: 'Virtual size of the disk in bytes.', value: ({ capacity }) => capacity },
    },
    holds: [held_path/* HELD_PATH */.w],
    prepare: prepare,
    main: main,
    findings: ({ findings }) => findings,
    summary: renderSummary,
});


/***/ })

};
