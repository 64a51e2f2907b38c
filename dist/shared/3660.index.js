export const id = 3660;
export const ids = [3660];
export const modules = {

/***/ 6288:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  convertOva: () => (/* binding */ convertOva)
});

// EXTERNAL MODULE: ./.cache/build/src/files/held-path.js
var held_path = __webpack_require__(46123);
// EXTERNAL MODULE: ./.cache/build/src/job/action.js
var action = __webpack_require__(36082);
// EXTERNAL MODULE: ./.cache/build/actions/convert-ova/inputs.js + 2 modules
var inputs = __webpack_require__(41847);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.cache/build/src/disk/cut-off.js
var cut_off = __webpack_require__(7578);
// EXTERNAL MODULE: ./.cache/build/src/errors.js
var errors = __webpack_require__(41251);
// EXTERNAL MODULE: ./.cache/build/src/units.js
var units = __webpack_require__(16053);
// EXTERNAL MODULE: ./.cache/build/src/check/gather-image.js + 1 modules
var gather_image = __webpack_require__(40125);
// EXTERNAL MODULE: ./.cache/build/src/check/image-rules.js + 2 modules
var image_rules = __webpack_require__(1208);
// EXTERNAL MODULE: ./.cache/build/src/check/rule.js
var rule = __webpack_require__(21667);
;// CONCATENATED MODULE: ./.cache/build/src/check/check-layout.js
/** What a disk must be before it is packaged: no Recovery partition, 512-byte sectors, and a loader that firmware finds by itself. */






/** What a package may have and its user should know; everything else is judged below, or by verify-quiesce. */
const PASSED_ON = [
    'mbr-hybrid',
    'gpt-entry-blank',
    'gpt-primary-damaged',
    'gpt-backup-damaged',
    'gpt-backup-not-at-end',
    'partition-protected',
    'bitlocker-volume',
    'windows-hibernated',
    'ntfs-dirty',
    'windows-unmountable',
];
/**
 * @throws UserError recovery-partition; disk-invalid for an image that was cut off or has partitions out of place; disk-format-unsupported for 4096-byte sectors; layout-wrong when an EFI VM could not start
 *   from the ESP; FormatError when a GPT is there but damaged
 */
async function checkLayout(disk, rules) {
    const image = await (0,gather_image/* gatherImage */.z)(disk);
    if (image.sectorSize !== 512)
        throw sectorsRefused(disk, image.sectorSize);
    if (image.cutOff !== undefined)
        throw (0,cut_off/* cutOffRefused */.S)(disk.path, image.cutOff);
    if (image.misplaced !== undefined)
        throw misplacedRefused(disk, image.misplaced);
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
function misplacedRefused(disk, sentences) {
    return new errors/* UserError */.yo('disk-invalid', `${disk.path} has a partition table by which firmware finds not all partitions: ${sentences.join('; ')}`, 'Find out with gdisk (v) which entry is wrong and correct it, or build the image again.');
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
function loaderFindings(disk, { esp }) {
    if (esp === undefined)
        return [noEsp('The disk has no EFI System Partition')];
    if (esp.problem)
        throw esp.problem;
    if (esp.fallbackLoader && esp.loaderFault === undefined)
        return [];
    throw new errors/* UserError */.yo('layout-wrong', `${disk.path}: the EFI System Partition (partition ${esp.index}) has ${esp.loaderFault === undefined ? 'no \\EFI\\Boot\\bootx64.efi' : `a \\EFI\\Boot\\bootx64.efi that ${esp.loaderFault}`}, so a new VM would not start`, 'Copy \\EFI\\Microsoft\\Boot\\bootmgfw.efi there under that name (bcdboot does it), or build the image with build-vhd.');
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
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./.cache/build/src/ova/signing-certificate.js
var signing_certificate = __webpack_require__(14576);
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
        blank: (manifestName, algorithm) => (0,signing_certificate/* certMember */.z)(certificate, manifestName, algorithm, Buffer.alloc(certificate.signatureBytes)),
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
            return (0,signing_certificate/* certMember */.z)(certificate, manifestName, algorithm, signature);
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

// EXTERNAL MODULE: ./.cache/build/src/ova/open-image.js + 3 modules
var open_image = __webpack_require__(79772);
// EXTERNAL MODULE: ./.cache/build/src/archives/tar/tar-header.js
var tar_header = __webpack_require__(28453);
// EXTERNAL MODULE: ./.cache/build/src/files/byte-source.js
var byte_source = __webpack_require__(58018);
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
// EXTERNAL MODULE: ./.cache/build/src/ova/manifest.js
var ova_manifest = __webpack_require__(63664);
// EXTERNAL MODULE: ./.cache/build/src/products/guest-os.js
var guest_os = __webpack_require__(394);
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
        `    <OperatingSystemSection ovf:id="${guest_os/* CIM_WINDOWS_SERVER_64 */.v}" vmw:osType="${(0,escape_xml/* escapeXml */.X)(vm.guest.id)}">`,
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
// EXTERNAL MODULE: external "node:diagnostics_channel"
var external_node_diagnostics_channel_ = __webpack_require__(53053);
// EXTERNAL MODULE: ./.cache/build/src/tools/end-tree.js
var end_tree = __webpack_require__(77800);
;// CONCATENATED MODULE: ./.cache/build/src/runner/user-command.js
/** Runs command lines that users give, by the rules that they know from other actions: those of @actions/exec. */



/** A command that asks for a PIN, or waits for a token, would wait for ever. */
const TIME_LIMIT_MS = 10 * 60_000;
/** Channel of Node for each program that is started. */
const STARTED = 'child_process';
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
    (0,external_node_diagnostics_channel_.subscribe)(STARTED, heedBrokenPipe);
    const running = exec(commandLine, [], { input, silent: true, ignoreReturnCode: true, listeners })
        .catch((cause) => {
        const reason = cause instanceof Error ? cause.message : String(cause);
        throw new errors/* ToolError */.v4(name, null, reason, `The command of ${name} could not be started: ${reason}`, { cause });
    })
        .finally(() => (0,external_node_diagnostics_channel_.unsubscribe)(STARTED, heedBrokenPipe));
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
/**
 * A command that ends without reading its input is judged by its exit code and by what it gives. exec has no ear for the error of the pipe,
 * which would end this process, and hands out no child; Node tells of each (diagnostics_channel, "Built-in Channels").
 */
function heedBrokenPipe(message) {
    const { process: child } = message;
    // It is told of before it has any pipe.
    queueMicrotask(() => child.stdin?.on('error', () => { }));
}
/** @param signal that has not come yet */
function whenAborted(signal) {
    return new Promise((resolve) => signal.addEventListener('abort', () => resolve(undefined)));
}

;// CONCATENATED MODULE: ./.cache/build/actions/convert-ova/main.js
/** Opens the disk, refuses what would not work as a VM, and packs the rest. */

















async function main(inputs, context) {
    const { disk, engine } = await (0,open_image/* openImage */.U)(inputs.disk, inputs.engine, context);
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
    inputs: inputs/* INPUTS */.m,
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
    prepare: inputs/* prepare */.i,
    main: main,
    findings: ({ findings }) => findings,
    summary: renderSummary,
});


/***/ }),

/***/ 28453:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nj: () => (/* binding */ encodeTarHeader),
/* harmony export */   j6: () => (/* binding */ tarTrailer),
/* harmony export */   mv: () => (/* binding */ TAR_BLOCK),
/* harmony export */   vr: () => (/* binding */ tarPadding)
/* harmony export */ });
/**
 * Headers of tar members in the GNU format, which is what VMware's own OVA tools are fed with. Source: GNU tar manual,
 * "Basic Tar Format" and "GNU Extensions". Everything that differs between machines (owner, times) is fixed.
 */
const TAR_BLOCK = 512;
/** GNU tar writes whole records of 20 blocks; some readers read whole records. */
const RECORD = 20 * TAR_BLOCK;
/** The largest size 11 octal digits hold: 8 GiB - 1. */
const MAX_OCTAL_SIZE = 0o77777777777;
const MAX_NAME = 100;
/** The header block of a regular file, preceded by a long-name member where the name has more than 100 bytes. */
function encodeTarHeader(member) {
    const name = Buffer.from(member.name, 'utf8');
    const header = encodeBlock(name.subarray(0, MAX_NAME), member.size, member.modified, '0');
    if (name.length <= MAX_NAME)
        return header;
    const longName = Buffer.alloc(roundToBlocks(name.length + 1));
    name.copy(longName);
    return Buffer.concat([encodeBlock(Buffer.from('././@LongLink'), name.length + 1, 0, 'L'), longName, header]);
}
/** Zero bytes that follow a member of `size` bytes. */
function tarPadding(size) {
    return roundToBlocks(size) - size;
}
/** Zero bytes that end an archive whose members take `size` bytes: two blocks at least, up to a whole record. */
function tarTrailer(size) {
    const end = size + 2 * TAR_BLOCK;
    return Math.ceil(end / RECORD) * RECORD - size;
}
function roundToBlocks(size) {
    return Math.ceil(size / TAR_BLOCK) * TAR_BLOCK;
}
function encodeBlock(name, size, modified, type) {
    const block = Buffer.alloc(TAR_BLOCK);
    block.set(name, 0);
    block.write('0000644\0', 100, 'latin1');
    block.write('0000000\0', 108, 'latin1');
    block.write('0000000\0', 116, 'latin1');
    writeSize(block, size);
    block.write(`${modified.toString(8).padStart(11, '0')}\0`, 136, 'latin1');
    block.write(type, 156, 'latin1');
    block.write('ustar  \0', 257, 'latin1');
    // The checksum is taken with its own field as spaces.
    block.fill(' ', 148, 156);
    const checksum = block.reduce((sum, byte) => sum + byte, 0);
    block.write(`${checksum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
    return block;
}
function writeSize(block, size) {
    if (size <= MAX_OCTAL_SIZE) {
        block.write(`${size.toString(8).padStart(11, '0')}\0`, 124, 'latin1');
        return;
    }
    // Base 256: the top bit set, then the number big-endian in the rest of the 12 bytes.
    block.writeUInt8(0x80, 124);
    block.writeBigUInt64BE(BigInt(size), 128);
}


/***/ }),

/***/ 60639:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ hasVmwareTools)
/* harmony export */ });
/* harmony import */ var _disk_ntfs_ntfs_path_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33309);
/* harmony import */ var _disk_ntfs_ntfs_volume_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86161);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41251);
/** Whether VMware Tools are installed on a disk, by what is on it and nothing else. */



/** The service itself, where every installer of Tools puts it (their installer, staged for the first boot, lies elsewhere). */
const TOOLS_SERVICE = 'Program Files\\VMware\\VMware Tools\\vmtoolsd.exe';
/**
 * vCenter believes what a disk's descriptor says of Tools, so nothing is said without evidence: no Windows, a volume that cannot be read
 * or an empty file count as none.
 */
async function hasVmwareTools(disk, { partitions }) {
    const windows = partitions.find(({ type }) => type === 'windows');
    if (windows?.fileSystem !== 'ntfs')
        return false;
    const size = await (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .unlessDamaged */ .Ak)(async () => {
        const volume = await _disk_ntfs_ntfs_volume_js__WEBPACK_IMPORTED_MODULE_1__/* .NtfsVolume */ .yz.open(disk, windows.offset, windows.size);
        const record = await (0,_disk_ntfs_ntfs_path_js__WEBPACK_IMPORTED_MODULE_0__/* .findNtfsPath */ .E)(volume, TOOLS_SERVICE);
        return record === undefined ? 0 : volume.data(await volume.record(record), TOOLS_SERVICE).size;
    });
    return size !== undefined && size > 0;
}


/***/ }),

/***/ 64990:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ layoutMarkdown)
/* harmony export */ });
/* harmony import */ var _report_draw_scale_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35424);
/* harmony import */ var _report_markdown_table_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(90597);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16053);
/* harmony import */ var _layout_pieces_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27748);
/** A layout for a job summary: to scale, and as a table. */




/** @returns two blocks of Markdown */
function layoutMarkdown(layout) {
    const pieces = (0,_layout_pieces_js__WEBPACK_IMPORTED_MODULE_1__/* .layoutPieces */ .uq)(layout);
    const title = (0,_layout_pieces_js__WEBPACK_IMPORTED_MODULE_1__/* .layoutTitle */ .P6)(layout);
    if (pieces.length === 0)
        return `${title}, no partitions`;
    const bar = (0,_report_draw_scale_js__WEBPACK_IMPORTED_MODULE_2__/* .drawScale */ .h)(pieces.map(_layout_pieces_js__WEBPACK_IMPORTED_MODULE_1__/* .scalePiece */ .hE));
    return [`\`\`\`text\n${title}\n${bar}\n\`\`\``, table(pieces, layout.diskSize)].join('\n\n');
}
function table(pieces, diskSize) {
    const rows = pieces.map(({ partition, size }) => [
        partition ? String(partition.index) : '',
        partition ? (0,_layout_pieces_js__WEBPACK_IMPORTED_MODULE_1__/* .partitionTitle */ .LV)(partition) : 'unallocated',
        partition?.fileSystem?.toUpperCase() ?? '',
        (0,_units_js__WEBPACK_IMPORTED_MODULE_0__/* .formatSize */ .Xq)(size),
        `${((100 * size) / diskSize).toFixed(1)} %`,
        partition && (0,_layout_pieces_js__WEBPACK_IMPORTED_MODULE_1__/* .isProtected */ .bz)(partition) ? 'protected' : '',
    ]);
    return (0,_report_markdown_table_js__WEBPACK_IMPORTED_MODULE_3__/* .markdownTable */ .Q)(['#', 'partition', 'file system', 'size', 'of the disk', ''], rows);
}


/***/ }),

/***/ 27748:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LV: () => (/* binding */ partitionTitle),
/* harmony export */   P6: () => (/* binding */ layoutTitle),
/* harmony export */   bz: () => (/* binding */ isProtected),
/* harmony export */   hE: () => (/* binding */ scalePiece),
/* harmony export */   uq: () => (/* binding */ layoutPieces)
/* harmony export */ });
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16053);
/** A layout as pieces of the disk in their order: partitions, and between them what is in none. */

const TITLES = {
    esp: 'ESP',
    msr: 'MSR',
    windows: 'Windows',
    recovery: 'Recovery',
    'basic-data': 'Data',
    other: 'Other',
};
/** Space between partitions below this is alignment, not worth a box. */
const SMALLEST_GAP = 2 * 2 ** 20;
function layoutPieces({ partitions, diskSize }) {
    const pieces = [];
    let end = 0;
    const addGap = (until) => {
        if (until - end >= SMALLEST_GAP)
            pieces.push({ size: until - end });
    };
    for (const partition of partitions) {
        addGap(partition.offset);
        pieces.push({ partition, size: partition.size });
        end = Math.max(end, partition.offset + partition.size);
    }
    addGap(diskSize);
    return pieces;
}
/** As it is named where the disk is drawn to scale. */
function scalePiece({ partition, size }) {
    if (!partition)
        return { label: 'unallocated', short: '', size };
    return { label: `${partition.index} ${partitionTitle(partition)}`, short: String(partition.index), size };
}
/** `Windows`; with the type byte on a disk with a master boot record. */
function partitionTitle({ type, mbrType }) {
    return `${TITLES[type]}${mbrType === undefined ? '' : ` (${mbrType})`}`;
}
/** `GPT disk of 40 GiB, 512-byte sectors`. */
function layoutTitle({ table, diskSize, sectorSize }) {
    const kind = table === 'none' ? 'Unpartitioned disk of' : `${table.toUpperCase()} disk of`;
    return `${kind} ${(0,_units_js__WEBPACK_IMPORTED_MODULE_0__/* .formatSize */ .Xq)(diskSize)}, ${sectorSize}-byte sectors`;
}
/** Bit 0 of a GPT partition: the firmware needs it, and Windows guards it (UEFI 2.10, table 5.8). */
function isProtected({ attributes }) {
    return (BigInt(attributes) & 1n) === 1n;
}


/***/ }),

/***/ 7849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ skipFreeSpace)
/* harmony export */ });
/* harmony import */ var _free_space_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34335);
/* harmony import */ var _ranges_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(66498);
/* harmony import */ var _read_into_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64823);
/** Shows the free space of a disk as free, so that deleted data is neither converted nor leaked. */



/**
 * The same disk with free space told apart: `ranges()` yields it as `free`, and it reads as zeros, so that a block that is
 * only free in part carries nothing of what was deleted. Looks for the free space at the first read, unless it is given.
 * Closing it closes the disk.
 */
function skipFreeSpace(disk, freeSpace) {
    let found = freeSpace && Promise.resolve(freeSpace);
    const extents = async () => {
        found ??= (0,_free_space_js__WEBPACK_IMPORTED_MODULE_0__/* .findFreeSpace */ .S)(disk);
        return (await found).extents;
    };
    return {
        size: disk.size,
        format: disk.format,
        ...(disk.sectorSize !== undefined && { sectorSize: disk.sectorSize }),
        path: disk.path,
        read: async (offset, length) => {
            const free = await extents();
            const bytes = await disk.read(offset, length);
            wipe(free, bytes, offset);
            return bytes;
        },
        readInto: async (target, offset) => {
            const free = await extents();
            await (0,_read_into_js__WEBPACK_IMPORTED_MODULE_1__/* .readInto */ .P)(disk, target, offset);
            wipe(free, target, offset);
        },
        ranges: () => (0,_ranges_js__WEBPACK_IMPORTED_MODULE_2__/* .mergeRanges */ .$)(splitByFree()),
        close: () => disk.close(),
    };
    async function* splitByFree() {
        const free = await extents();
        for await (const range of disk.ranges()) {
            if (range.kind === 'zero') {
                yield range;
                continue;
            }
            let at = range.offset;
            const rangeEnd = range.offset + range.length;
            for (const { start, end } of free.within(range.offset, rangeEnd)) {
                yield { kind: range.kind, offset: at, length: start - at };
                yield { kind: 'free', offset: start, length: end - start };
                at = end;
            }
            yield { kind: range.kind, offset: at, length: rangeEnd - at };
        }
    }
}
/** Makes zeros of what is free in `bytes`, which were read at `offset`. */
function wipe(free, bytes, offset) {
    for (const { start, end } of free.within(offset, offset + bytes.length))
        bytes.fill(0, start - offset, end - offset);
}


/***/ }),

/***/ 46123:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ partialOf),
/* harmony export */   w: () => (/* binding */ HELD_PATH)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41251);
/* harmony import */ var _follow_links_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69677);
/* harmony import */ var _move_into_place_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(69174);
/** Files and folders that must not outlive their run unless they are finished. */




/** Windows lets go of what a machine or a program had open a moment after its end; each try waits 100 ms longer. */
const RETRIES = 10;
/** A path that no file can have: it is held before it is made, and the making failed for just that. */
const NEVER_THERE = ['ENOTDIR', 'ENAMETOOLONG', 'ELOOP'];
const HELD_PATH = {
    kind: 'path',
    what: ({ paths }) => `the unfinished ${paths[0]}`,
    undo: async ({ paths }) => {
        for (const path of paths) {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(path, { recursive: true, force: true, maxRetries: RETRIES }).catch((error) => {
                if (!NEVER_THERE.some((code) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .hasErrnoCode */ .qk)(error, code)))
                    throw error;
            });
        }
    },
};
/** What a run that writes `path` may leave when it is killed: the file under its temporary name. */
async function partialOf(path) {
    return { paths: [(await (0,_follow_links_js__WEBPACK_IMPORTED_MODULE_2__/* .followLinks */ .n)(path)) + _move_into_place_js__WEBPACK_IMPORTED_MODULE_3__/* .PARTIAL_SUFFIX */ .oG] };
}


/***/ }),

/***/ 68650:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L: () => (/* binding */ openReuse)
});

// EXTERNAL MODULE: ./.cache/build/src/errors.js
var errors = __webpack_require__(41251);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.cache/build/src/files/explain-path-error.js
var explain_path_error = __webpack_require__(49094);
// EXTERNAL MODULE: ./.cache/build/src/files/hash-file.js
var hash_file = __webpack_require__(94427);
// EXTERNAL MODULE: ./.cache/build/src/files/held-path.js
var held_path = __webpack_require__(46123);
// EXTERNAL MODULE: ./.cache/build/src/files/make-folder.js
var make_folder = __webpack_require__(69399);
// EXTERNAL MODULE: ./.cache/build/src/files/move-into-place.js
var move_into_place = __webpack_require__(69174);
// EXTERNAL MODULE: ./.cache/build/src/units.js
var units = __webpack_require__(16053);
;// CONCATENATED MODULE: ./.cache/build/src/reuse/cache-secret.js
/** The secret of one cache, under which everything in it is digested: from a plain digest an answer file's password could be guessed. */



const HEX = /^[0-9a-f]{64}$/;
/** Made by whoever comes first. One that is damaged is made anew: what was kept under it is found no more, and goes in its turn. */
async function cacheSecret(folder) {
    const path = (0,external_node_path_.join)(folder, 'secret');
    const known = await readSecret(path);
    if (known)
        return known;
    const own = `${path}.${(0,external_node_crypto_.randomUUID)()}`;
    const secret = (0,external_node_crypto_.randomBytes)(32);
    await (0,promises_.writeFile)(own, secret.toString('hex'), { mode: 0o600, flag: 'wx' });
    await (0,promises_.link)(own, path).catch(async () => {
        // Somebody else was first, and that one counts; or it is damaged, or the file system knows no links.
        if ((await readSecret(path)) === undefined)
            await (0,promises_.rename)(own, path);
    });
    await (0,promises_.rm)(own, { force: true });
    return (await readSecret(path)) ?? secret;
}
async function readSecret(path) {
    const text = (await (0,promises_.readFile)(path, 'utf8').catch(() => '')).trim();
    return HEX.test(text) ? Buffer.from(text, 'hex') : undefined;
}

;// CONCATENATED MODULE: ./.cache/build/src/reuse/explain-parts.js
/** Says in words what two runs have in common, and what differs. */
/** More than these are counted alone. */
const MOST_TOLD = 5;
/** "same ISO, updates, drivers" */
function sameParts(parts) {
    return `same ${[...new Set(parts.map(({ kind }) => kind))].join(', ')}`;
}
/**
 * What is another than before, each in a clause: `size of the disk: 40 GiB -> 60 GiB`, `the ISO has changed`. Only what may be shown is.
 * @returns at least one clause when the two differ
 */
function changedParts(before, now) {
    const old = byName(before);
    const current = byName(now);
    const clauses = [];
    for (const [name, parts] of current) {
        const earlier = old.get(name);
        if (earlier === undefined)
            clauses.push(`${name} is new${shownValue(parts)}`);
        else if (texts(earlier) !== texts(parts))
            clauses.push(change(name, earlier, parts));
    }
    for (const [name, parts] of old)
        if (!current.has(name))
            clauses.push(`${name} is gone${shownValue(parts)}`);
    if (clauses.length === 0 && texts(before) !== texts(now))
        clauses.push(`the order is another: ${reordered(before, now)}`);
    const more = clauses.length - MOST_TOLD;
    return more > 0 ? [...clauses.slice(0, MOST_TOLD), `and ${more} more`] : clauses;
}
function change(name, [before], [now]) {
    if (before?.value === undefined || now?.value === undefined)
        return `${name} has changed`;
    return `${name}: ${before.value || 'none'} -> ${now.value || 'none'}`;
}
function shownValue([part]) {
    return part?.value ? ` (${part.value})` : '';
}
/** The first that stands where another one stood. */
function reordered(before, now) {
    return now.find((part, index) => texts([part]) !== texts(before.slice(index, index + 1)))?.name ?? '';
}
/** Two updates may have one name; they are compared together. */
function byName(parts) {
    const found = new Map();
    for (const part of parts) {
        const known = found.get(part.name);
        if (known)
            known.push(part);
        else
            found.set(part.name, [part]);
    }
    return found;
}
function texts(parts) {
    return JSON.stringify(parts.map(({ kind, name, value, digest }) => [kind, name, value, digest]));
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./.cache/build/src/files/assert-free-space.js
var assert_free_space = __webpack_require__(91698);
// EXTERNAL MODULE: ./.cache/build/src/files/open-named.js
var open_named = __webpack_require__(38488);
// EXTERNAL MODULE: ./.cache/build/src/files/write-fully.js
var write_fully = __webpack_require__(16480);
;// CONCATENATED MODULE: ./.cache/build/src/reuse/place-file.js
/** Gives a large file a second name or a copy, by the cheapest way that the file systems allow. */






const WAYS = {
    clone: (from, to) => (0,promises_.copyFile)(from, to, promises_.constants.COPYFILE_EXCL | promises_.constants.COPYFILE_FICLONE_FORCE),
    link: promises_.link,
    assertRoom: assert_free_space/* assertFreeSpace */.V,
};
const CHUNK = 2 ** 20;
const ZEROS = Buffer.alloc(CHUNK);
/**
 * @param to does not exist; nothing is left there when this throws
 * @returns how it was done: what is written into a `link` in place changes both
 * @throws UserError disk-full where only a copy is possible and finds no room; what copying throws; the signal's reason
 */
async function placeFile(from, to, signal, ways = WAYS) {
    if (await succeeds(() => ways.clone(from, to)))
        return 'clone';
    if (await succeeds(() => ways.link(from, to)))
        return 'link';
    const target = await openCopy(from, to, ways);
    try {
        await copySparsely(from, target, signal);
    }
    catch (error) {
        await (0,promises_.rm)(to, { force: true });
        throw error;
    }
    finally {
        await target.close();
    }
    return 'copy';
}
/** Each file system refuses in a code of its own; when even a copy fails, that says why. */
async function succeeds(way) {
    return way().then(() => true, () => false);
}
async function openCopy(from, to, { assertRoom }) {
    const { size, mode, blocks } = await (0,promises_.stat)(from);
    await assertRoom((0,external_node_path_.dirname)(to), Math.min(size, blocks * 512), 'a copy of the file');
    return (0,open_named/* openNamed */.S)(to, 'wx', mode & 0o777);
}
/** Leaves holes where there are zeros: a fixed disk is as large as it says and mostly empty. */
async function copySparsely(from, target, signal) {
    let at = 0;
    for await (const part of (0,external_node_fs_.createReadStream)(from, { highWaterMark: CHUNK, signal })) {
        if (!part.equals(ZEROS.subarray(0, part.length)))
            await (0,write_fully/* writeFully */.K)(target, part, at);
        at += part.length;
    }
    await target.truncate(at);
}

// EXTERNAL MODULE: ./.cache/build/src/reuse/stage.js
var reuse_stage = __webpack_require__(75075);
;// CONCATENATED MODULE: ./.cache/build/src/reuse/stage-entry.js
/** What is written beside a kept file: of what it was made, by which run, and what the stage told besides. */


/** In front of the JSON stands its HMAC under the secret of the cache: what is damaged, or of another hand, is none of ours. */
function encodeEntry(entry, secret) {
    const json = JSON.stringify(entry);
    return `${(0,reuse_stage/* keyed */.Dh)(secret, json)}\n${json}\n`;
}
/** Undefined for everything that `encodeEntry` did not write with this secret. */
function decodeEntry(text, secret) {
    const [seal = '', json = ''] = text.split('\n');
    const expected = (0,reuse_stage/* keyed */.Dh)(secret, json);
    if (seal.length !== expected.length || !(0,external_node_crypto_.timingSafeEqual)(Buffer.from(seal), Buffer.from(expected)))
        return undefined;
    return JSON.parse(json);
}

;// CONCATENATED MODULE: ./.cache/build/src/reuse/stage-cache.js
/**
 * Results of stages by what they follow from, shared by the runs and runners of one machine, bounded in size.
 *
 * Layout: `entries/<key>/entry` says what it is (stage-entry.ts), `entries/<key>/content` is the file; an entry is one rename, so there
 * is none that is half made. `making/<random>` is where entries come from and go to; `secret` as in cache-secret.ts.
 */














/** @throws UserError file-denied, path-invalid for a folder that cannot be written */
async function openStageCache(options, context) {
    const { folder } = options;
    const [entries, making] = [(0,external_node_path_.join)(folder, 'entries'), (0,external_node_path_.join)(folder, 'making')];
    try {
        await (0,make_folder/* makeFolder */.f)(folder);
        // Disks hold answer files with their passwords: nobody but this account goes in.
        for (const inner of [entries, making])
            await (0,promises_.mkdir)(inner, { recursive: true, mode: 0o700 });
        const cache = { ...options, entries, making, secret: await cacheSecret(folder), context };
        return {
            look: (stage) => look(cache, stage),
            take: (stage, path) => take(cache, stage, path),
            keep: (stage, path, result) => keep(cache, stage, path, result),
        };
    }
    catch (error) {
        throw (0,explain_path_error/* explainPathError */.n)(error, {
            what: 'the folder of kept results (STILLFRAME_KEPT)',
            path: folder,
            toWrite: true,
        });
    }
}
async function look(cache, stage) {
    const folder = (0,external_node_path_.join)(cache.entries, (0,reuse_stage/* stageKey */.Ih)(stage, cache.secret));
    const entry = await readEntry(cache, folder);
    if (entry === 'damaged')
        return damaged(cache, folder);
    if (entry === undefined)
        return missed(await whyMissed(cache, stage));
    const { sha256, result, run, at } = entry;
    const when = `${at.slice(0, 16).replace('T', ' ')} UTC`;
    const why = `${sameParts(stage.parts)} as in run ${run} of ${when}`;
    return { facts: { reused: true, why, from: { run, at } }, sha256, result };
}
async function take(cache, stage, path) {
    const { signal } = cache.context;
    const found = await look(cache, stage);
    if (!('sha256' in found))
        return found;
    const folder = (0,external_node_path_.join)(cache.entries, (0,reuse_stage/* stageKey */.Ih)(stage, cache.secret));
    const content = (0,external_node_path_.join)(folder, 'content');
    if (!(await isThere(content)))
        return damaged(cache, folder);
    await (0,promises_.rm)(path, { force: true });
    try {
        await placeFile(content, path, signal);
    }
    catch (error) {
        // Another run has removed it in this moment to stay within the bound; otherwise the place is at fault.
        if (await isThere(content))
            throw error;
        return missed('what was kept was removed by another run in this moment');
    }
    if ((await (0,hash_file/* hashFile */.DC)(path, signal)) !== found.sha256) {
        await (0,promises_.rm)(path);
        return damaged(cache, folder);
    }
    const now = new Date();
    await (0,promises_.utimes)((0,external_node_path_.join)(folder, 'entry'), now, now).catch(() => { });
    return found;
}
async function keep(cache, stage, path, result) {
    const { making, secret, run, context } = cache;
    const { log, signal, hold } = context;
    const folder = (0,external_node_path_.join)(making, (0,external_node_crypto_.randomUUID)());
    const made = hold(held_path/* HELD_PATH */.w, { paths: [folder] });
    try {
        const size = await allocated(path);
        if (size > cache.maxBytes) {
            log.warning(`${(0,external_node_path_.basename)(path)} is not kept for later runs: it takes ${(0,units/* formatSize */.Xq)(size)}, and the bound of all is ${(0,units/* formatSize */.Xq)(cache.maxBytes)} (STILLFRAME_KEPT_SIZE).`);
            return;
        }
        await (0,promises_.mkdir)(folder);
        const content = (0,external_node_path_.join)(folder, 'content');
        const how = await placeFile(path, content, signal);
        const sha256 = await (0,hash_file/* hashFile */.DC)(content, signal);
        const entry = {
            ...{ action: stage.action, name: stage.name, parts: (0,reuse_stage/* keptParts */.Ng)(stage, secret) },
            ...{ run, at: new Date().toISOString(), sha256, result },
        };
        await (0,promises_.writeFile)((0,external_node_path_.join)(folder, 'entry'), encodeEntry(entry, secret), { mode: 0o600 });
        const key = (0,reuse_stage/* stageKey */.Ih)(stage, secret);
        await (0,move_into_place/* renameHeld */.Yd)(folder, (0,external_node_path_.join)(cache.entries, key)).catch(async (error) => {
            // Another run has made the same.
            if (typeof (await readEntry(cache, (0,external_node_path_.join)(cache.entries, key))) !== 'object')
                throw error;
        });
        log.info(`Kept for later runs (${how}): ${(0,external_node_path_.basename)(path)}, ${(0,units/* formatSize */.Xq)(size)}`);
        await trim(cache, key);
    }
    catch (error) {
        signal.throwIfAborted();
        log.warning(`${(0,external_node_path_.basename)(path)} could not be kept for later runs: ${error instanceof Error ? error.message : String(error)}`);
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
        made();
    }
}
function missed(why) {
    return { facts: { reused: false, why } };
}
async function damaged(cache, folder) {
    await remove(cache, folder);
    const why = 'what was kept is not what it was: damaged, or written to in place after it was kept; it is removed';
    cache.context.log.warning(`Nothing is reused: ${why}.`);
    return missed(why);
}
async function whyMissed(cache, stage) {
    const last = (await readEntries(cache))
        .filter(({ action, name }) => action === stage.action && name === stage.name)
        .sort((a, b) => (a.at < b.at ? 1 : -1))[0];
    if (last === undefined)
        return `nothing is kept of ${stage.name}`;
    const changes = changedParts(last.parts, (0,reuse_stage/* keptParts */.Ng)(stage, cache.secret));
    return `other inputs than run ${last.run} had: ${changes.join('; ')}`;
}
async function readEntry({ secret }, folder) {
    const text = await (0,promises_.readFile)((0,external_node_path_.join)(folder, 'entry'), 'utf8').catch(() => undefined);
    if (text !== undefined)
        return decodeEntry(text, secret) ?? 'damaged';
    return (await isThere(folder)) ? 'damaged' : undefined;
}
/** All that can be read. */
async function readEntries(cache) {
    const found = [];
    for (const key of await (0,promises_.readdir)(cache.entries)) {
        const entry = await readEntry(cache, (0,external_node_path_.join)(cache.entries, key));
        if (entry !== undefined && entry !== 'damaged')
            found.push(entry);
    }
    return found;
}
/** In one step for everybody else: what is gone half would be taken for damaged. */
async function remove({ making, context }, folder) {
    const grave = (0,external_node_path_.join)(making, (0,external_node_crypto_.randomUUID)());
    const gone = context.hold(held_path/* HELD_PATH */.w, { paths: [grave] });
    // Somebody else was faster, or on Windows has it open: it goes the next time.
    await (0,promises_.rename)(folder, grave).catch(() => { });
    await (0,promises_.rm)(grave, { recursive: true, force: true });
    gone();
}
/** Removes what was used least recently until the rest is within the bound. @param kept is not removed */
async function trim(cache, kept) {
    const found = [];
    for (const key of await (0,promises_.readdir)(cache.entries)) {
        const folder = (0,external_node_path_.join)(cache.entries, key);
        const used = (await (0,promises_.stat)((0,external_node_path_.join)(folder, 'entry')).catch(() => undefined))?.mtimeMs ?? 0;
        found.push({ key, size: await allocated((0,external_node_path_.join)(folder, 'content')).catch(() => 0), used });
    }
    let total = found.reduce((sum, { size }) => sum + size, 0);
    for (const { key, size } of found.filter((one) => one.key !== kept).sort((a, b) => a.used - b.used)) {
        if (total <= cache.maxBytes)
            return;
        await remove(cache, (0,external_node_path_.join)(cache.entries, key));
        total -= size;
    }
}
/** Bytes that it takes of its volume: of a file with holes less than its size. */
async function allocated(path) {
    const { size, blocks } = await (0,promises_.stat)(path);
    return Math.min(size, blocks * 512);
}
async function isThere(path) {
    return (await (0,promises_.stat)(path).catch(() => undefined)) !== undefined;
}

// EXTERNAL MODULE: ./.cache/build/src/job/own-bundle.js
var own_bundle = __webpack_require__(83063);
;// CONCATENATED MODULE: ./.cache/build/src/job/open-reuse.js
/** Opens what earlier runs have kept, for stages that ask for it. */



/**
 * The code that runs is a part of every stage: another Stillframe may make another result of the same inputs.
 * @param place undefined where reuse was not asked for
 * @param bundle asked for the digest of that code, which takes the reading of all of it: undefined where it runs from its source
 * @returns undefined where nothing is reused, which is told where it was asked for
 * @throws UserError path-invalid
 */
async function openReuse(place, context, bundle = own_bundle/* ownBundle */.v) {
    if (place === undefined)
        return undefined;
    const code = await bundle();
    if (code === undefined) {
        context.log.warning('Nothing is reused or kept: Stillframe runs from its source, which is not known by a digest.');
        return undefined;
    }
    try {
        return withCode(await openStageCache(place, context), code);
    }
    catch (error) {
        if (!(error instanceof errors/* UserError */.yo) || error.code !== 'file-denied')
            throw error;
        context.log.warning(`${error.message}. Nothing is reused or kept. ${error.hint}`);
        return undefined;
    }
}
function withCode(cache, code) {
    const whole = (stage) => ({
        ...stage,
        parts: [{ kind: 'Stillframe', name: 'Stillframe itself', value: code }, ...stage.parts],
    });
    return {
        look: (stage) => cache.look(whole(stage)),
        take: (stage, path) => cache.take(whole(stage), path),
        keep: (stage, path, result) => cache.keep(whole(stage), path, result),
    };
}


/***/ }),

/***/ 83063:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ ownBundle)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/** Which Stillframe this is: by the bytes that run, whatever ref or version they were asked for by. */



/**
 * @param entry the program that Node was started with, `dist/<name>/index.js`
 * @returns SHA-256 over names and contents of the code that all entries share; undefined where it runs from its source
 */
async function ownBundle(entry = process.argv[1]) {
    if (entry === undefined)
        return undefined;
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(entry), '..', 'shared');
    const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(folder).catch(() => []);
    if (!names.includes('index.js'))
        return undefined;
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    for (const name of names.filter((file) => /\.(?:m?js|wasm)$/.test(file)).sort()) {
        const content = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name));
        hash.update(`${name}\0${content.length}\0`).update(content);
    }
    return hash.digest('hex');
}


/***/ }),

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

/***/ 24925:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ IMAGE_SETTING)
/* harmony export */ });
/** Which disk a VM was imported with, as a setting of its .vmx file (vmw:ExtraConfig). */
/** The 32 digits that the disk's VMDK has as `ddb.longContentID`. */
const IMAGE_SETTING = 'stillframe.image';


/***/ }),

/***/ 63664:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ng: () => (/* binding */ parseManifest),
/* harmony export */   T: () => (/* binding */ MANIFEST_ALGORITHMS),
/* harmony export */   Y1: () => (/* binding */ DIGEST_DIGITS),
/* harmony export */   sB: () => (/* binding */ renderManifest)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/* harmony import */ var _member_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69599);
/**
 * The manifest of an OVF package: one digest a file. Source: DMTF DSP0243 section 5.1; the exact line form (upper-case
 * label, no space before the parenthesis, one after the equals sign) is the one every vSphere release accepts.
 */


const MANIFEST_ALGORITHMS = ['sha256', 'sha1', 'sha512'];
/** Hexadecimal digits of each algorithm's digest. */
const DIGEST_DIGITS = { sha1: 40, sha256: 64, sha512: 128 };
function renderManifest(algorithm, digests) {
    return digests.map(({ file, digest }) => `${algorithm.toUpperCase()}(${file})= ${digest}\n`).join('');
}
/**
 * Lines such as `SHA256(disk1.vmdk)= 12ab…` (blanks around the parts are found in the wild).
 * @param file for messages
 * @throws FormatError for a line of another form or an unknown algorithm
 */
function parseManifest(file, name, text) {
    const digests = new Map();
    let offset = 0;
    for (const line of text.split('\n')) {
        if (line.trim() !== '') {
            const match = /^\s*(\w+)\s*\((.+)\)\s*=\s*([0-9a-f]+)\s*$/i.exec(line);
            const algorithm = MANIFEST_ALGORITHMS.find((known) => known === match?.[1]?.toLowerCase());
            const digest = match?.[3]?.toLowerCase();
            if (match?.[2] === undefined || !algorithm || digest?.length !== DIGEST_DIGITS[algorithm]) {
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatError */ .IF(file, offset, 'a line such as SHA256(disk1.vmdk)= and 64 digits', JSON.stringify(line.slice(0, 80)));
            }
            digests.set((0,_member_name_js__WEBPACK_IMPORTED_MODULE_1__/* .memberName */ .eg)(match[2]), { algorithm, digest });
        }
        offset += Buffer.byteLength(line) + 1;
    }
    return { name, digests };
}


/***/ }),

/***/ 69599:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FU: () => (/* binding */ findReferenced),
/* harmony export */   eg: () => (/* binding */ memberName),
/* harmony export */   up: () => (/* binding */ isMacCompanion)
/* harmony export */ });
/** How the files of an OVA are called, and how descriptors and manifests call them. */
/** The name without `./` in front, which tar adds when it packs a folder. */
function memberName(name) {
    return name.replace(/^(?:\.\/+)+/, '');
}
/** What macOS puts beside the files it packs: AppleDouble files (`._name`), its copies of them, the Finder's notes. */
function isMacCompanion(name) {
    const parts = name.split('/');
    return parts.includes('__MACOSX') || /^(\._|\.DS_Store$)/.test(parts.at(-1) ?? '');
}
/**
 * The member that a reference means: by its name as it is written, with its percent signs decoded (an href is a URI: DSP0243, section
 * 7.1), and each of these in the folder of the descriptor.
 */
function findReferenced(members, reference, descriptor = '') {
    const folder = descriptor.replace(/[^/]*$/, '');
    const plain = memberName(reference);
    const decoded = decodeReference(plain);
    for (const name of [plain, decoded, `${folder}${plain}`, `${folder}${decoded}`]) {
        const member = members.get(memberName(name));
        if (member !== undefined)
            return member;
    }
    return undefined;
}
function decodeReference(reference) {
    try {
        return memberName(decodeURIComponent(reference));
    }
    catch {
        return reference;
    }
}


/***/ }),

/***/ 48178:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $g: () => (/* binding */ unusedDisks),
/* harmony export */   Gu: () => (/* binding */ disksOf),
/* harmony export */   O3: () => (/* binding */ openOvaDisk),
/* harmony export */   Ru: () => (/* binding */ diskNamed),
/* harmony export */   Xy: () => (/* binding */ MEMBER_SEPARATOR),
/* harmony export */   au: () => (/* binding */ emptyDisks)
/* harmony export */ });
/* harmony import */ var _disk_open_disk_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22920);
/* harmony import */ var _disk_recognise_format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(22847);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41251);
/* harmony import */ var _files_byte_source_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(58018);
/* harmony import */ var _member_name_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(69599);
/* harmony import */ var _ovf_hardware_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(51389);
/** The disks of an OVA: which files they are is what its descriptor says, not how the files are called. */






/** Stands between the path of an archive and the name of a member. */
const MEMBER_SEPARATOR = '!';
/** How disk images are called, where no descriptor says which files are. */
const DISK_NAMES = [/\.vmdk$/i, /\.vhdx?$/i, /\.(img|raw)$/i];
/** 1.44 MB: what an image of that size is, is a floppy. */
const FLOPPY_BYTES = 1_474_560;
/**
 * The disks of the machine, the one it starts from first. Without a readable descriptor: the archive's disk images, by their names.
 * @throws UserError ova-invalid when there is none, one is not in the archive, or the descriptor speaks of several machines
 */
function disksOf(ova) {
    const { ovf } = ova;
    const disks = ovf === undefined || ovf instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FormatError */ .IF ? disksByName(ova) : disksByDescriptor(ova, ovf.drives);
    if (ovf !== undefined && !(ovf instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FormatError */ .IF) && ovf.systems > 1) {
        throw invalid(ova, `the descriptor ${ovf.name} describes ${ovf.systems} virtual machines`, 'Export each by itself.');
    }
    const [first, ...others] = disks;
    if (first !== undefined)
        return [first, ...others];
    const names = [...ova.members.keys()].join(', ');
    throw invalid(ova, 'no disk of its machine is in it', `It holds: ${names === '' ? 'nothing' : names}.`);
}
/** The member of that name as a disk. @throws UserError ova-invalid when there is none */
function diskNamed(ova, name) {
    const member = ova.members.get(name);
    if (member !== undefined)
        return { member, place: '' };
    throw invalid(ova, `there is no member "${name}"`, `It holds: ${[...ova.members.keys()].join(', ')}.`);
}
/** Reads the disk where it lies in the archive; closing it leaves the archive open. @throws UserError ova-invalid; as `openDiskIn` */
async function openOvaDisk({ source }, { member }) {
    const name = `${source.path}${MEMBER_SEPARATOR}${member.name}`;
    const window = { ...(0,_files_byte_source_js__WEBPACK_IMPORTED_MODULE_3__/* .windowOf */ .Ou)(source, member.offset, member.size, name), close: async () => { } };
    const format = await (0,_disk_recognise_format_js__WEBPACK_IMPORTED_MODULE_1__/* .recogniseFormat */ .b)(window);
    if (format === 'tar' || format === 'vmdk-descriptor') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('ova-invalid', `${name} is no disk image of its own (${format === 'tar' ? 'an archive' : 'a VMDK made of several files'})`, 'Export the VM again as OVA, with its disks as streamOptimized VMDK.');
    }
    return (0,_disk_open_disk_js__WEBPACK_IMPORTED_MODULE_0__/* .openDiskIn */ .B)(window);
}
function disksByDescriptor(ova, drives) {
    return drives.flatMap((drive) => {
        const { file, parent } = drive.disk;
        if (file === undefined)
            return [];
        const member = (0,_member_name_js__WEBPACK_IMPORTED_MODULE_5__/* .findReferenced */ .FU)(ova.members, file.href, ova.descriptor?.name);
        if (member !== undefined && parent !== undefined) {
            throw invalid(ova, `${member.name} only holds what changed against another disk (ovf:parentRef ${parent})`, 'Consolidate the snapshots of the VM, or clone it, and export it again.');
        }
        if (member !== undefined && file.compression === undefined)
            return [{ member, place: placeOf(drive) }];
        if (member !== undefined) {
            throw invalid(ova, `${member.name} is compressed by ${file.compression}`, 'Unpack it and make the OVA again.');
        }
        throw invalid(ova, `the descriptor names ${file.href}, which is not in the archive${file.chunkSize === undefined ? '' : ' as one file'}`, file.chunkSize === undefined
            ? 'Make the OVA again with convert-ova, or copy it again.'
            : 'The disk was cut into pieces (ovf:chunkSize): export the VM without them.');
    });
}
/** Places of the disks that the machine gets empty: nothing in the archive holds them. */
function emptyDisks({ ovf }) {
    if (ovf === undefined || ovf instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FormatError */ .IF)
        return [];
    return ovf.drives.filter(({ disk }) => disk.file === undefined).map(placeOf);
}
/** Names of the members that hold disks which the descriptor lists and the machine does not have. */
function unusedDisks({ ovf, members, descriptor }) {
    if (ovf === undefined || ovf instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FormatError */ .IF)
        return [];
    const used = new Set(ovf.drives.map(({ disk }) => disk.file));
    return ovf.disks.flatMap(({ file }) => {
        if (file === undefined || used.has(file))
            return [];
        return (0,_member_name_js__WEBPACK_IMPORTED_MODULE_5__/* .findReferenced */ .FU)(members, file.href, descriptor?.name)?.name ?? [];
    });
}
function placeOf({ controller, unit }) {
    return controller ? `${controller.kind} ${controller.bus}:${unit === _ovf_hardware_js__WEBPACK_IMPORTED_MODULE_4__/* .NO_UNIT */ .z9 ? '?' : unit}` : '';
}
function disksByName({ members }) {
    const candidates = [...members.values()].filter(({ size }) => size !== FLOPPY_BYTES);
    return DISK_NAMES.flatMap((pattern) => candidates.filter(({ name }) => pattern.test(name))).map((member) => ({
        member,
        place: '',
    }));
}
function invalid({ path }, why, hint) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('ova-invalid', `${path}: ${why}`, hint);
}


/***/ }),

/***/ 51389:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _W: () => (/* binding */ readDrives),
/* harmony export */   bD: () => (/* binding */ RESOURCE),
/* harmony export */   mz: () => (/* binding */ readControllers),
/* harmony export */   z9: () => (/* binding */ NO_UNIT)
/* harmony export */ });
/** The hardware items of an OVF descriptor: controllers and what hangs on them (CIM_ResourceAllocationSettingData). */
/** CIM_ResourceAllocationSettingData.ResourceType. */
const RESOURCE = { ide: '5', scsi: '6', floppy: '14', disk: '17', storage: '20' };
/** VMware's subtypes of controllers; more than one may stand in the element, separated by spaces. */
const CONTROLLER_SUBTYPES = {
    virtualscsi: 'pvscsi',
    lsilogicsas: 'lsilogicsas',
    lsilogic: 'lsilogic',
    buslogic: 'buslogic',
    'vmware.sata.ahci': 'sata',
    ahci: 'sata',
    'vmware.nvme.controller': 'nvme',
};
const LABELS = {
    pvscsi: 'a PVSCSI controller',
    lsilogicsas: 'an LSI Logic SAS controller',
    lsilogic: 'an LSI Logic controller',
    buslogic: 'a BusLogic controller',
    sata: 'a SATA controller',
    nvme: 'an NVMe controller',
    ide: 'an IDE controller',
    other: 'a controller of unknown kind',
};
/** What has no number of its own stands behind what has. */
const LAST = Number.MAX_SAFE_INTEGER;
/** Unit of a drive whose descriptor says none. */
const NO_UNIT = LAST;
function readControllers(items) {
    return items.flatMap((controller) => {
        const kind = controllerKind(controller);
        if (kind === undefined)
            return [];
        const children = items.filter((item) => item.get('Parent') === controller.get('InstanceID'));
        const disks = children.filter((item) => item.get('ResourceType') === RESOURCE.disk).length;
        return [{ kind, label: LABELS[kind], disks, devices: children.length }];
    });
}
/**
 * Hard disks by controller (its bus number, then its place in the descriptor) and unit: the first is the one the machine starts from.
 * CD and floppy drives are none, whatever their files are called.
 */
function readDrives(items, disks, files) {
    const controllers = items.flatMap((item) => {
        const kind = controllerKind(item);
        return kind === undefined ? [] : [{ id: item.get('InstanceID'), kind, bus: numberOf(item.get('Address')) }];
    });
    return items
        .filter((item) => item.get('ResourceType') === RESOURCE.disk)
        .map((item, place) => {
        const at = controllers.findIndex(({ id }) => id !== undefined && id === item.get('Parent'));
        const controller = controllers[at];
        const drive = {
            disk: diskOf(item.get('HostResource') ?? '', disks, files),
            ...(controller && { controller: { kind: controller.kind, bus: controller.bus === LAST ? 0 : controller.bus } }),
            unit: numberOf(item.get('AddressOnParent')),
        };
        return { drive, order: [controller?.bus ?? LAST, at < 0 ? LAST : at, drive.unit, place] };
    })
        .sort((a, b) => compare(a.order, b.order))
        .map(({ drive }) => drive);
}
/** `ovf:/disk/<id>` names an entry of DiskSection, `ovf:/file/<id>` a file itself (DSP0243, section 8.3); blanks and slashes vary. */
function diskOf(resource, disks, files) {
    const [, kind, id = ''] = /^(?:ovf:)?\/{0,2}(disk|file)\/(.+)$/i.exec(resource.trim()) ?? [];
    if (kind?.toLowerCase() === 'file') {
        const file = files.find((one) => one.id === id);
        return { id, ...(file && { file }) };
    }
    return disks.find((disk) => disk.id === id) ?? { id };
}
function controllerKind(item) {
    const subtypes = (item.get('ResourceSubType') ?? '').toLowerCase().split(/\s+/);
    const known = subtypes.map((subtype) => CONTROLLER_SUBTYPES[subtype]).find((kind) => kind !== undefined);
    switch (item.get('ResourceType')) {
        case RESOURCE.ide:
            return 'ide';
        case RESOURCE.scsi:
            // Without a subtype the importer chooses LSI Logic.
            return known ?? (subtypes.join('') === '' ? 'lsilogic' : 'other');
        case RESOURCE.storage:
            return known ?? 'other';
        default:
            return undefined;
    }
}
function numberOf(text) {
    return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : LAST;
}
function compare(a, b) {
    const at = a.findIndex((value, index) => value !== b[index]);
    return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}


/***/ }),

/***/ 47864:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ verifyManifest)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/* harmony import */ var _files_hash_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(94427);
/* harmony import */ var _member_name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69599);
/** Holds the files in an OVA against its manifest. */



/**
 * Reads every file once. Without a manifest nothing can be said, which is up to the caller.
 * @param signal ends it between two blocks
 * @param atMost bytes to read in all, smallest files first (default: all)
 * @returns the names of the files that were not read for want of bytes
 * @throws UserError ova-invalid when a file is missing or not listed, hash-mismatch
 */
async function verifyManifest({ path, source, members, manifest }, signal, atMost = Number.POSITIVE_INFINITY) {
    if (!manifest)
        return [];
    const listed = new Map();
    for (const [name, digest] of manifest.digests) {
        const member = (0,_member_name_js__WEBPACK_IMPORTED_MODULE_2__/* .findReferenced */ .FU)(members, name, manifest.name);
        if (!member)
            throw incomplete(path, `${manifest.name} lists ${name}, which is not in the archive`);
        listed.set(member, digest);
    }
    for (const [name, member] of members) {
        if (name === manifest.name || name.toLowerCase().endsWith('.cert') || listed.has(member))
            continue;
        throw incomplete(path, `${manifest.name} does not list ${name}`);
    }
    const unread = [];
    let left = atMost;
    for (const [member, { algorithm, digest }] of [...listed].sort(([a], [b]) => a.size - b.size)) {
        left -= member.size;
        if (left < 0) {
            unread.push(member.name);
            continue;
        }
        const found = await (0,_files_hash_file_js__WEBPACK_IMPORTED_MODULE_1__/* .hashRange */ .Uk)(source, member, algorithm, signal);
        if (found === digest)
            continue;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('hash-mismatch', `${member.name} in ${path} has the ${algorithm} ${found}, but the manifest says ${digest}`, 'The OVA was damaged or changed after it was made: make it again with convert-ova, or copy it again.');
    }
    return unread;
}
function incomplete(path, why) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('ova-invalid', `${path}: ${why}`, 'Make the OVA again with convert-ova.');
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

/***/ 35424:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ drawScale)
/* harmony export */ });
/** A bar drawn to scale in characters: for logs and job summaries, in which GitHub leaves neither pictures nor colours. */
/** What GitHub shows of a fenced block on a telephone without a scroll bar. */
const COLUMNS = 60;
/**
 * Three lines of `columns` characters; no piece is narrower than one, and what is too narrow for its name has its short one:
 *
 *     ┌─┬─┬─────────────┐
 *     │1│2│3 Windows    │
 *     └─┴─┴─────────────┘
 *
 * @returns empty text for no pieces
 */
function drawScale(pieces, columns = COLUMNS) {
    if (pieces.length === 0)
        return '';
    const widths = shareColumns(pieces.map(({ size }) => size), columns - pieces.length - 1);
    const border = (left, between, right) => left + widths.map((width) => '─'.repeat(width)).join(between) + right;
    const names = pieces.map(({ label, short }, index) => {
        const width = widths[index] ?? 0;
        const name = [label, short].find((text) => text.length <= width) ?? '';
        return name.padEnd(width);
    });
    return [border('┌', '┬', '┐'), `│${names.join('│')}│`, border('└', '┴', '┘')].join('\n');
}
/** Whole columns in proportion to the sizes: what is left over goes where most was cut off. One each is taken from the widest where need be. */
function shareColumns(sizes, columns) {
    const total = sizes.reduce((sum, size) => sum + size, 0) || 1;
    const exact = sizes.map((size) => (size / total) * columns);
    const widths = exact.map((width) => Math.max(1, Math.floor(width)));
    const byRest = exact.map((width, index) => ({ index, rest: width % 1 })).sort((a, b) => b.rest - a.rest);
    const spare = () => columns - widths.reduce((sum, width) => sum + width, 0);
    for (const { index } of byRest.slice(0, Math.max(0, spare())))
        widths[index] = (widths[index] ?? 0) + 1;
    while (spare() < 0 && Math.max(...widths) > 1) {
        const widest = widths.indexOf(Math.max(...widths));
        widths[widest] = (widths[widest] ?? 0) - 1;
    }
    return widths;
}


/***/ }),

/***/ 308:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ reuseRow)
/* harmony export */ });
/** The row of a summary that says whether the work was done. */
/** @param dryRun nothing was done in any case */
function reuseRow({ reused, why }, dryRun = false) {
    const done = reused ? 'stage skipped' : 'made anew';
    const would = reused ? 'would be skipped' : 'would be made anew';
    return ['Reuse', `${dryRun ? would : done}: ${why}`];
}


/***/ }),

/***/ 75075:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dh: () => (/* binding */ keyed),
/* harmony export */   Ih: () => (/* binding */ stageKey),
/* harmony export */   JV: () => (/* binding */ shownPart),
/* harmony export */   Ng: () => (/* binding */ keptParts),
/* harmony export */   aW: () => (/* binding */ hiddenPart)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/** A stage: work whose result follows from its parts and from nothing else, so that one that was kept stands for doing it again. */

/** What may stand in logs and reports. */
function shownPart(kind, name, value) {
    return { kind, name, value: String(value), shown: true };
}
/** What may be a secret, or be long: only that it differs is told. */
function hiddenPart(kind, name, value) {
    return { kind, name, value };
}
function keptParts({ parts }, secret) {
    return parts.map(({ kind, name, value, shown }) => ({
        kind,
        name,
        ...(shown ? { value } : { digest: keyed(secret, JSON.stringify([kind, name, value])) }),
    }));
}
/** @returns 64 hexadecimal digits that another result of the same action has only when all its parts are the same, in the same order */
function stageKey({ action, parts }, secret) {
    return keyed(secret, JSON.stringify([action, parts.map(({ kind, name, value }) => [kind, name, value])]));
}
/** HMAC-SHA256, lower-case hexadecimal. */
function keyed(secret, text) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)('sha256', secret).update(text).digest('hex');
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

/***/ 72591:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GY: () => (/* binding */ UPDATE_KINDS),
/* harmony export */   M4: () => (/* binding */ DISK_CONTROLLERS),
/* harmony export */   l_: () => (/* binding */ CHANNELS)
/* harmony export */ });
/** A template file once read: units resolved, defaults filled in, paths absolute. The loader is template-file.ts. */
const UPDATE_KINDS = ['servicing-stack', 'cumulative', 'dotnet'];
/** How far from the regular Patch Tuesday release a choice may go; each includes the ones before it. */
const CHANNELS = ['regular', 'out-of-band', 'preview'];
const DISK_CONTROLLERS = ['pvscsi', 'lsilogicsas', 'nvme', 'sata'];


/***/ }),

/***/ 69634:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AU: () => (/* binding */ PNPUTIL_NOTHING_BETTER),
/* harmony export */   Cj: () => (/* binding */ STAGE_FOLDER),
/* harmony export */   Km: () => (/* binding */ RESTART_REQUIRED),
/* harmony export */   NH: () => (/* binding */ WUSA_ALREADY_INSTALLED),
/* harmony export */   gi: () => (/* binding */ STAGE_VARIABLE),
/* harmony export */   my: () => (/* binding */ DISM_NOT_APPLICABLE),
/* harmony export */   pM: () => (/* binding */ WUSA_NOT_APPLICABLE),
/* harmony export */   wp: () => (/* binding */ stagedName)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/** What is left for the image's first start, since it needs a running Windows: each step a small batch file. */

/** Where everything of ours lies in the image; it removes itself when all steps are done. */
const STAGE_FOLDER = 'Windows/Setup/Stillframe';
/** The same folder as batch files name it. */
const STAGE_VARIABLE = '%SystemRoot%\\Setup\\Stillframe';
/** A file's name as it is staged: nothing in it that means something to cmd.exe. */
function stagedName(path) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(path).replaceAll(/[^A-Za-z0-9._~-]/g, '_');
}
/** ERROR_SUCCESS_REBOOT_REQUIRED of Windows Installer and DISM. */
const RESTART_REQUIRED = 3010;
/** ERROR_NO_MORE_ITEMS of pnputil: staged, and no device needs it better than the driver it has. */
const PNPUTIL_NOTHING_BETTER = 259;
/** WU_S_ALREADY_INSTALLED (0x00240006) as wusa.exe returns it. */
const WUSA_ALREADY_INSTALLED = 0x00240006;
/** WU_E_NOT_APPLICABLE (0x80240017) as wusa.exe returns it, a signed number for cmd.exe. */
const WUSA_NOT_APPLICABLE = 0x80240017 | 0;
/** CBS_E_NOT_APPLICABLE (0x800f081e) as DISM returns it, a signed number for cmd.exe. */
const DISM_NOT_APPLICABLE = 0x800f081e | 0;


/***/ }),

/***/ 31713:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GP: () => (/* binding */ BOOT_SERVICES),
/* harmony export */   WO: () => (/* binding */ firstBootSteps),
/* harmony export */   rC: () => (/* binding */ HYPER_V_STEP)
/* harmony export */ });
/* unused harmony export allowRemoteDesktop */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _products_product_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39652);
/* harmony import */ var _plan_update_group_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(66979);
/* harmony import */ var _first_boot_step_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69634);
/** The steps for what an engine left to the first boot, in the order in which they must run. */




/** Resource of "Remote Desktop" in FirewallAPI.dll: the group's name in every language. */
const REMOTE_DESKTOP_GROUP = '@FirewallAPI.dll,-28752';
/**
 * Features of the installer ("Component values" of VMware's documentation), those that a template needs and that every Tools 11
 * to 13 knows: one name that is not in the package fails the whole installation, as AppDefense did with Tools 12. VSS is the
 * snapshot provider that quiescing needs.
 */
const TOOLS_FEATURES = ['Toolbox', 'Perfmon', 'VSS', 'PVSCSI', 'VMXNet3', 'VMCI', 'MemCtl', 'SVGA', 'Mouse'];
/** Services that a usable installation has: the Tools themselves and VMware's snapshot provider. */
const TOOLS_SERVICES = ['VMTools', 'vmvss'];
/**
 * Services of the drivers for the controllers that a machine of VMware may have its disk on, in lower case. At a start on a machine without
 * them Windows may put such a driver off (key StartOverride), which ends the next start on vSphere with INACCESSIBLE_BOOT_DEVICE.
 */
const BOOT_SERVICES = ['pvscsi', 'lsi_sas', 'storahci', 'stornvme'];
/** Of an image that waits for its start on Hyper-V, and of no other. */
const HYPER_V_STEP = '80-keep-boot-drivers';
/**
 * Drivers; features, which would stay at the level of the ISO if they came after the updates; updates, then those of .NET; a look at
 * the build that was reached; Tools, a look at their services; the firewall; the user's own scripts.
 */
function firstBootSteps(request) {
    const { build, drivers, features, sxs, packages, toolsSetup, remoteDesktop, scripts, bakeHost } = request;
    const groups = (0,_plan_update_group_js__WEBPACK_IMPORTED_MODULE_3__/* .groupUpdates */ .M)(packages);
    const dotnet = groups.filter(({ target }) => target.kind === 'dotnet');
    const system = groups.filter(({ target }) => target.kind !== 'dotnet');
    const updates = [...system, ...dotnet];
    return [
        ...drivers.map(driverStep),
        ...features.map((feature, index) => featureStep(feature, `20-feature-${pad(index + 1)}`, sxs)),
        ...updates.map((update, index) => updateStep(update, pad(index + 1), build)),
        ...buildStep(packages, build),
        ...(toolsSetup === undefined ? [] : toolsSteps(toolsSetup)),
        ...(remoteDesktop === undefined ? [] : [remoteDesktopStep(remoteDesktop.registry)]),
        ...scripts.map((path, index) => scriptStep(path, pad(index + 1))),
        ...(bakeHost === 'hyper-v' ? [bootDriversStep()] : []),
    ];
}
function driverStep({ name, infName, files }) {
    const target = `drivers/${(0,_first_boot_step_js__WEBPACK_IMPORTED_MODULE_2__/* .stagedName */ .wp)(name)}`;
    // A batch file holds ASCII alone, and nothing that it would read as a variable: there is one INF in that folder.
    const inf = (0,_first_boot_step_js__WEBPACK_IMPORTED_MODULE_2__/* .stagedName */ .wp)(infName) === infName ? infName : '*.inf';
    return {
        ...step(`10-driver-${(0,_first_boot_step_js__WEBPACK_IMPORTED_MODULE_2__/* .stagedName */ .wp)(name)}`, `Install driver ${infName}`, [
            `pnputil.exe /add-driver "${staged(target)}\\${inf}" /install`,
        ]),
        okCodes: [_first_boot_step_js__WEBPACK_IMPORTED_MODULE_2__/* .PNPUTIL_NOTHING_BETTER */ .AU],
        files: files.map(({ path, source }) => ({ path: `${target}/${path}`, file: source })),
    };
}
function featureStep(feature, id, sxs) {
    const source = sxs ? ` /Source:"${staged('sxs')}" /LimitAccess` : '';
    return {
        ...step(id, `Enable feature ${feature}`, [
            `dism.exe /Online /Enable-Feature /FeatureName:${feature} /All${source} /Quiet /NoRestart`,
        ]),
        sxs,
    };
}
/**
 * Each update lies in a folder of its own with its checkpoints and nothing else, as DISM wants them. Where updates build on
 * checkpoints DISM takes an .msu for the running Windows, and wusa.exe does not take checkpoints; before that only wusa.exe takes one.
 */
function updateStep({ target, checkpoints }, number, build) {
    const folder = `packages/${number}`;
    const file = `${staged(folder)}\\${(0,_first_boot_step_js__WEBPACK_IMPORTED_MODULE_2__/* .stagedName */ .wp)(target.path)}`;
    const title = `Install update ${target.kb ?? (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(target.path)}${target.kind ? ` (${target.kind})` : ''}`;
    const wusa = /\.msu$/i.test(target.path) && !hasCheckpoints(build);
    return {
        ...step(`30-update-${number}`, title, [
            wusa
                ? `wusa.exe "${file}" /quiet /norestart`
                : `dism.exe /Online /Add-Package /PackagePath:"${file}" /Quiet /NoRestart`,
        ]),
        okCodes: wusa ? [_first_boot_step_js__WEBPACK_IMPORTED_MODULE_2__/* .WUSA_ALREADY_INSTALLED */ .NH, _first_boot_step_js__WEBPACK_IMPORTED_MODULE_2__/* .WUSA_NOT_APPLICABLE */ .pM] : [_first_boot_step_js__WEBPACK_IMPORTED_MODULE_2__/* .DISM_NOT_APPLICABLE */ .my],
        files: [...checkpoints, target].map(({ path }) => ({ path: `${folder}/${(0,_first_boot_step_js__WEBPACK_IMPORTED_MODULE_2__/* .stagedName */ .wp)(path)}`, file: path })),
    };
}
function hasCheckpoints(build) {
    const product = (0,_products_product_js__WEBPACK_IMPORTED_MODULE_1__/* .productOfBuild */ .XW)(build);
    return product !== undefined && _products_product_js__WEBPACK_IMPORTED_MODULE_1__/* .PRODUCT_FACTS */ .sn[product].checkpoints;
}
/** Exit code 0 or "not applicable" proves nothing: what the cumulative updates promise is read from Windows itself. */
function buildStep(packages, build) {
    const promised = packages.flatMap(({ kind, build: text }) => {
        const [major, revision] = (text ?? '').split('.').map(Number);
        return kind === 'cumulative' && major === build && revision !== undefined ? [revision] : [];
    });
    if (promised.length === 0)
        return [];
    const least = Math.max(...promised);
    return [
        step('40-check-build', `Check that Windows has the build ${build}.${least}`, [
            'set UBR=0',
            'for /f "tokens=3" %%V in (\'reg query "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion" /v UBR ^| find "REG_DWORD"\') do set /a UBR=%%V',
            `echo Build revision %UBR%, promised ${least}`,
            `if %UBR% geq ${least} (cmd.exe /c exit 0) else (cmd.exe /c exit 1)`,
        ]),
    ];
}
function toolsSteps(setup) {
    const path = `tools/${(0,_first_boot_step_js__WEBPACK_IMPORTED_MODULE_2__/* .stagedName */ .wp)(setup)}`;
    return [
        {
            ...step('50-vmware-tools', 'Install VMware Tools with its snapshot provider', [
                `start "" /wait "${staged(path)}" /S /v "/qn REBOOT=R ADDLOCAL=${TOOLS_FEATURES.join(',')}"`,
            ]),
            files: [{ path, file: setup }],
            onVsphere: true,
        },
        {
            ...step('55-check-vmware-tools', `Check that VMware Tools have the services ${TOOLS_SERVICES.join(' and ')}`, TOOLS_SERVICES.flatMap((service) => [`sc.exe query ${service}`, 'if errorlevel 1 exit /b 1'])),
            onVsphere: true,
        },
    ];
}
function remoteDesktopStep(registry) {
    return step('60-remote-desktop', registry ? 'Allow Remote Desktop' : 'Open the firewall for Remote Desktop', [
        ...(registry
            ? [
                'reg add "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server" /v fDenyTSConnections /t REG_DWORD /d 0 /f',
                'if errorlevel 1 exit /b 1',
            ]
            : []),
        `powershell.exe -NoProfile -NonInteractive -Command "${allowRemoteDesktop()}"`,
    ]);
}
/** The firewall's rules, whose group has the same name in every language; exported for its test. */
function allowRemoteDesktop() {
    return `$ErrorActionPreference = 'Stop'; Enable-NetFirewallRule -Group '${REMOTE_DESKTOP_GROUP}'`;
}
/**
 * Its exit code is the step's: 0 is success, 3010 asks for a restart, anything else is tried again. A batch file gets a cmd.exe of its own: called from ours its
 * "exit" would end the first boot, its folder and variables (ERRORLEVEL too) would stay, and it would lose exclamation marks, for what setlocal enables holds for
 * whatever is called (privacy.sexy issue 221, infinispan issue 15175, Microsoft-Activation-Scripts issue 501).
 */
function scriptStep(path, number) {
    const file = `scripts/${number}-${(0,_first_boot_step_js__WEBPACK_IMPORTED_MODULE_2__/* .stagedName */ .wp)(path)}`;
    return {
        ...step(`70-script-${number}`, `Run ${(0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(path)}`, [
            /\.ps1$/i.test(path)
                ? `powershell.exe -NoProfile -NonInteractive -ExecutionPolicy Bypass -File "${staged(file)}"`
                : `cmd.exe /d /v:off /c call "${staged(file)}"`,
        ]),
        files: [{ path: file, file: path }],
    };
}
function bootDriversStep() {
    const each = `for %%S in (${BOOT_SERVICES.join(' ')}) do`;
    const key = '"HKLM\\SYSTEM\\CurrentControlSet\\Services\\%%S\\StartOverride"';
    return step(HYPER_V_STEP, 'Keep the drivers of VMware’s controllers started at boot', [
        `${each} reg delete ${key} /f >nul 2>nul`,
        `${each} (`,
        `  reg query ${key} >nul 2>nul`,
        '  if not errorlevel 1 exit /b 1',
        ')',
        'cmd.exe /c exit 0',
    ]);
}
function step(id, title, commands) {
    return {
        id,
        title,
        commands,
        okCodes: [],
        restartCodes: [_first_boot_step_js__WEBPACK_IMPORTED_MODULE_2__/* .RESTART_REQUIRED */ .Km],
        files: [],
        sxs: false,
        onVsphere: false,
    };
}
/** A path in the stage folder as batch files name it. */
function staged(path) {
    return `${_first_boot_step_js__WEBPACK_IMPORTED_MODULE_2__/* .STAGE_VARIABLE */ .gi}\\${path.replaceAll('/', '\\')}`;
}
function pad(number) {
    return String(number).padStart(2, '0');
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

/***/ 66979:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ groupUpdates)
/* harmony export */ });
/** An update together with the checkpoints that it builds on: what is installed by one call. */
/**
 * Checkpoints go to every cumulative update of the list, wherever they stand in it ("Checkpoint cumulative updates and Microsoft
 * Update Catalog usage": one folder with the target and all earlier checkpoints). Without one, the newest checkpoint is what
 * is wanted, and those before it are its own.
 * @param packages in the order of installation, which the groups keep
 */
function groupUpdates(packages) {
    const checkpoints = packages.filter(({ kind }) => kind === 'checkpoint');
    if (!packages.some(({ kind }) => kind === 'cumulative')) {
        const newest = checkpoints.at(-1);
        const earlier = checkpoints.slice(0, -1);
        return packages
            .filter((update) => !earlier.includes(update))
            .map((target) => ({ target, checkpoints: target === newest ? earlier : [] }));
    }
    return packages
        .filter((update) => !checkpoints.includes(update))
        .map((target) => ({ target, checkpoints: target.kind === 'cumulative' ? checkpoints : [] }));
}


/***/ })

};
