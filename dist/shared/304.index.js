export const id = 304;
export const ids = [304];
export const modules = {

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
            const { readOvaContents } = await Promise.all(/* import() */[__webpack_require__.e(9800), __webpack_require__.e(5068)]).then(__webpack_require__.bind(__webpack_require__, 35068));
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


/***/ })

};
