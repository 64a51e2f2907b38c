export const id = 346;
export const ids = [346];
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

/***/ 30346:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ openOva),
  readOvaContents: () => (/* binding */ readOvaContents)
});

// EXTERNAL MODULE: ./.cache/build/src/errors.js
var errors = __webpack_require__(41251);
// EXTERNAL MODULE: ./.cache/build/src/archives/tar/tar-header.js
var tar_header = __webpack_require__(28453);
;// CONCATENATED MODULE: ./.cache/build/src/archives/tar/tar-index.js
/** Lists the members of a tar archive by seeking from header to header, never through the data. */


/** An OVA holds a handful; this bounds the time on a hostile file. */
const MAX_MEMBERS = 4096;
/** A PAX header or GNU long name larger than this is no name of ours. */
const MAX_EXTENSION_BYTES = 64 * 1024;
/**
 * Regular files in their order. Reads ustar, GNU (long names, base-256 sizes) and PAX (path, size).
 * @throws FormatError for a damaged header or a member that reaches past the end, and for one that is packed without its holes or is a part of one:
 *   what lies in the archive is not its content
 */
async function readTarIndex(source) {
    const members = [];
    let extended = {};
    let offset = 0;
    for (let headers = 0; offset + tar_header/* TAR_BLOCK */.mv <= source.size; headers++) {
        const header = await source.read(offset, tar_header/* TAR_BLOCK */.mv);
        if (header.every((byte) => byte === 0))
            break;
        if (headers >= MAX_MEMBERS)
            throw new errors/* FormatError */.IF(source.path, offset, `at most ${MAX_MEMBERS} members`, 'more');
        assertChecksum(source, header, offset);
        const type = String.fromCharCode(header[156] ?? 0);
        const isExtension = type === 'x' || type === 'L';
        const size = (isExtension ? undefined : extended.size) ?? readSize(source, header, offset);
        const data = offset + tar_header/* TAR_BLOCK */.mv;
        if (type === 'S' || type === 'M')
            throw notWhole(source, offset, `one of type ${type}`);
        if (data + size > source.size) {
            throw new errors/* FormatError */.IF(source.path, offset, `a member of ${size} bytes`, `the end of the archive at ${source.size}`);
        }
        if (isExtension) {
            if (size > MAX_EXTENSION_BYTES)
                throw new errors/* FormatError */.IF(source.path, offset, 'an extended header', `${size} bytes`);
            const bytes = await source.read(data, size);
            extended =
                type === 'x'
                    ? { ...extended, ...readPaxRecords(source, bytes, data) }
                    : { ...extended, name: bytes.toString('utf8').replace(/\0.*$/s, '') };
        }
        else {
            if (type === '0' || type === '\0' || type === '7') {
                members.push({ name: extended.name ?? readName(header), offset: data, size });
            }
            // A global PAX header ('g') carries comments, and what it sets is set by nobody for names or sizes.
            if (type !== 'g')
                extended = {};
        }
        offset = data + Math.ceil(size / tar_header/* TAR_BLOCK */.mv) * tar_header/* TAR_BLOCK */.mv;
    }
    return members;
}
function notWhole(source, offset, found) {
    return new errors/* FormatError */.IF(source.path, offset, 'a member that is stored whole (tar without --sparse)', found);
}
function assertChecksum(source, header, offset) {
    const stored = Number.parseInt(tar_index_text(header, 148, 156).trim(), 8);
    let sum = 0;
    header.forEach((byte, index) => {
        sum += index >= 148 && index < 156 ? 0x20 : byte;
    });
    if (stored !== sum)
        throw new errors/* FormatError */.IF(source.path, offset + 148, `tar header checksum ${sum}`, String(stored));
}
/** Octal digits, or big-endian base-256 when the top bit is set (GNU, for 8 GiB and more). */
function readSize(source, header, offset) {
    const first = header[124] ?? 0;
    const digits = tar_index_text(header, 124, 136).trim();
    let size;
    if ((first & 0x80) !== 0) {
        size = header.subarray(125, 136).reduce((value, byte) => value * 256 + byte, first & 0x7f);
    }
    else {
        size = /^[0-7]*$/.test(digits) ? Number.parseInt(digits === '' ? '0' : digits, 8) : Number.NaN;
    }
    if (!Number.isSafeInteger(size)) {
        throw new errors/* FormatError */.IF(source.path, offset + 124, 'the size of a member', JSON.stringify(digits));
    }
    return size;
}
function readName(header) {
    const name = tar_index_text(header, 0, 100);
    const prefix = tar_index_text(header, 257, 263) === 'ustar' ? tar_index_text(header, 345, 500) : '';
    return prefix === '' ? name : `${prefix}/${name}`;
}
/** Records of the form `<length> <key>=<value>\n`, the length counting the whole record. */
function readPaxRecords(source, bytes, offset) {
    let found = {};
    for (let at = 0; at < bytes.length && bytes[at] !== 0;) {
        const space = bytes.indexOf(0x20, at);
        const length = Number(bytes.toString('latin1', at, Math.max(at, space)));
        const record = bytes.toString('utf8', space + 1, at + length - 1);
        const equals = record.indexOf('=');
        if (!Number.isInteger(length) || length < 5 || at + length > bytes.length || equals < 1) {
            throw new errors/* FormatError */.IF(source.path, offset + at, 'a PAX record', JSON.stringify(bytes.toString('latin1', at, at + 20)));
        }
        const value = record.slice(equals + 1);
        // The formats 0.0, 0.1 and 1.0 of GNU tar (its manual, "Storing Sparse Files").
        if (record.startsWith('GNU.sparse.'))
            throw notWhole(source, offset + at, 'one without its holes');
        if (record.startsWith('path='))
            found = { ...found, name: value };
        if (record.startsWith('size=')) {
            if (!/^\d{1,15}$/.test(value))
                throw new errors/* FormatError */.IF(source.path, offset + at, 'a PAX size', JSON.stringify(value));
            found = { ...found, size: Number(value) };
        }
        at += length;
    }
    return found;
}
function tar_index_text(header, start, end) {
    return header.toString('utf8', start, end).replace(/\0.*$/s, '');
}

// EXTERNAL MODULE: ./.cache/build/src/files/byte-source.js
var byte_source = __webpack_require__(58018);
;// CONCATENATED MODULE: ./.cache/build/src/xml/decode-xml.js
/** The text of an XML document out of its bytes, in the encoding that it declares (XML 1.0, section 4.3.3 and appendix F). */

const DECLARED = /^(<\?xml\s[^>]*?\bencoding\s*=\s*)(["'])([^"'>]*)\2/;
/** A declaration is shorter. */
const DECLARATION_BYTES = 256;
/** How UTF-16 begins: with its mark, or with a `<` of two bytes. */
const UTF16 = ['fffe', 'feff', '3c00', '003c'];
/**
 * UTF-8, and what else of the Encoding Standard has ASCII as single bytes. The text declares UTF-8 then: so it is handed on.
 * @throws FormatError for UTF-16, an encoding that is not known, and bytes that are none of it, at which a parser ends
 */
function decodeXml(bytes, source) {
    if (UTF16.includes(bytes.toString('hex', 0, 2)))
        throw new errors/* FormatError */.IF(source, 0, 'XML in UTF-8', 'UTF-16');
    const declared = DECLARED.exec(bytes.toString('latin1', 0, DECLARATION_BYTES))?.[3] ?? 'utf-8';
    // What a .NET program makes as a text declares UTF-16 however it is saved.
    const encoding = /^(?:utf-?16|ucs-?2)/i.test(declared) ? 'utf-8' : declared;
    return decode(bytes, encoding, source).replace(DECLARED, '$1$2UTF-8$2');
}
function decode(bytes, encoding, source) {
    try {
        return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    }
    catch (error) {
        // Of the encoding, and of the bytes.
        if (!(error instanceof RangeError) && !(error instanceof TypeError))
            throw error;
        const found = error instanceof RangeError ? 'one that is not known' : 'bytes that are none of it';
        throw new errors/* FormatError */.IF(source, 0, `XML in the encoding that it declares (${encoding})`, found);
    }
}

// EXTERNAL MODULE: ./.cache/build/src/ova/manifest.js
var ova_manifest = __webpack_require__(63664);
// EXTERNAL MODULE: ./.cache/build/src/ova/member-name.js
var member_name = __webpack_require__(69599);
// EXTERNAL MODULE: ./.cache/build/src/xml/xml-element.js
var xml_element = __webpack_require__(61268);
// EXTERNAL MODULE: ./.cache/build/src/ova/ovf-hardware.js
var ovf_hardware = __webpack_require__(51389);
;// CONCATENATED MODULE: ./.cache/build/src/ova/ovf-descriptor.js
/**
 * What an OVF descriptor says, read once and used by everybody: files, disks and where they hang, the machine's settings, networks.
 * Sources: DMTF DSP0243 1.1.1 (sections 7.1, 8, 9), CIM_ResourceAllocationSettingData, VMware's extensions (vmw:Config, vmw:ExtraConfig).
 */


/**
 * @param name of the descriptor, for messages
 * @throws FormatError when the text is not well-formed XML or has a document type declaration
 */
function parseOvf(text, name) {
    const envelope = (0,xml_element/* parseXml */.NO)(text, name);
    const systems = systemsIn(envelope);
    const hardware = (0,xml_element/* child */.jf)(systems[0], 'VirtualHardwareSection');
    const items = (hardware?.children ?? [])
        .filter(({ name: tag }) => /^(Storage|EthernetPort)?Item$/.test(tag))
        .map(itemOf);
    const files = (0,xml_element/* childrenNamed */.De)((0,xml_element/* child */.jf)(envelope, 'References'), 'File').map(fileOf);
    const disks = (0,xml_element/* childrenNamed */.De)((0,xml_element/* child */.jf)(envelope, 'DiskSection'), 'Disk').map((disk) => diskOf(disk, files));
    const config = settings(hardware, 'Config');
    const extraConfig = settings(hardware, 'ExtraConfig');
    return {
        name,
        systems: systems.length,
        files,
        disks,
        drives: (0,ovf_hardware/* readDrives */._W)(items, disks, files),
        machine: machineOf(items, (0,xml_element/* child */.jf)(systems[0], 'OperatingSystemSection'), new Map([...config, ...extraConfig])),
        networks: (0,xml_element/* childrenNamed */.De)((0,xml_element/* child */.jf)(envelope, 'NetworkSection'), 'Network').flatMap(({ attributes }) => attributes.get('name') ?? []),
        config,
        bootOrder: (0,xml_element/* child */.jf)(systems[0], 'BootOrderSection') !== undefined,
        extraConfig,
    };
}
/** Machines may stand in collections, and these in others. */
function systemsIn(element) {
    return element.children.flatMap((one) => {
        if (one.name === 'VirtualSystem')
            return [one];
        return one.name === 'VirtualSystemCollection' ? systemsIn(one) : [];
    });
}
function itemOf({ children }) {
    return new Map(children.map(({ name, text }) => [name, text.trim()]));
}
function fileOf({ attributes }) {
    const size = wholeNumber(attributes.get('size'));
    const chunkSize = wholeNumber(attributes.get('chunkSize'));
    const compression = attributes.get('compression');
    return {
        id: attributes.get('id') ?? '',
        href: attributes.get('href') ?? '',
        ...(size !== undefined && { size }),
        ...(chunkSize !== undefined && { chunkSize }),
        ...(compression !== undefined && compression !== 'identity' && { compression }),
    };
}
function diskOf({ attributes }, files) {
    const file = files.find(({ id }) => id === attributes.get('fileRef'));
    const format = attributes.get('format');
    const parent = attributes.get('parentRef');
    const capacity = capacityOf(attributes);
    return {
        id: attributes.get('diskId') ?? '',
        ...(file && { file }),
        ...(format !== undefined && { format }),
        ...(capacity && { capacity }),
        ...(parent !== undefined && { parent }),
    };
}
/** `byte * 2^30` (DSP0004, annex C.1) as DSP0243 1.1 has it; version 1.0 had words for the units. */
const UNIT_WORDS = {
    byte: 1,
    kilobytes: 2 ** 10,
    megabytes: 2 ** 20,
    gigabytes: 2 ** 30,
    terabytes: 2 ** 40,
};
function capacityOf(attributes) {
    const count = wholeNumber(attributes.get('capacity'));
    const words = (attributes.get('capacityAllocationUnits') ?? 'byte').toLowerCase().replaceAll(/\s+/g, '');
    const [, base, exponent] = /^byte\*(2|10)\^(\d{1,2})$/.exec(words) ?? [];
    const unit = base === undefined ? UNIT_WORDS[words] : Number(base) ** Number(exponent);
    return count === undefined || unit === undefined ? undefined : { bytes: count * unit, unit };
}
function settings(hardware, tag) {
    return new Map((0,xml_element/* childrenNamed */.De)(hardware, tag).map(({ attributes }) => [attributes.get('key') ?? '', attributes.get('value') ?? '']));
}
function machineOf(items, system, config) {
    const lower = new Map([...config].map(([key, value]) => [key.toLowerCase(), value]));
    const uuid = lower.get('disk.enableuuid');
    return {
        from: 'the OVF descriptor',
        firmware: lower.get('firmware')?.toLowerCase() === 'efi' ? 'efi' : 'bios',
        diskUuidEnabled: uuid === undefined ? undefined : /^(true|1)$/i.test(uuid),
        controllers: (0,ovf_hardware/* readControllers */.mz)(items),
        floppies: items.filter((item) => item.get('ResourceType') === ovf_hardware/* RESOURCE */.bD.floppy).length,
        vtpm: items.some((item) => /^vmware\.vtpm$/i.test(item.get('ResourceSubType') ?? '')),
        encrypted: false,
        guestId: system?.attributes.get('osType'),
    };
}
function wholeNumber(text) {
    return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

;// CONCATENATED MODULE: ./.cache/build/src/ova/ova-package.js
/** Opens an OVA where it lies: its descriptor and manifest read, its files as places in the archive; nothing is unpacked. */







/** A descriptor or a manifest larger than this is none of a few VMs. */
const MAX_TEXT = 4 * 2 ** 20;
/** @throws UserError file-missing, ova-invalid; FormatError when the archive is damaged or cut off, or its descriptor is not well-formed */
async function openOva(path) {
    const contents = await openOvaContents(path);
    const { descriptor, ovf } = contents;
    if (descriptor !== undefined && ovf !== undefined && !(ovf instanceof errors/* FormatError */.IF)) {
        return { ...contents, descriptor, ovf };
    }
    await contents.close();
    if (ovf instanceof errors/* FormatError */.IF)
        throw ovf;
    throw new errors/* UserError */.yo('ova-invalid', `${path} holds no .ovf descriptor`, 'Give the path of an OVA, as convert-ova writes it.');
}
/** As `openOva`, for those who judge an OVA: it may lack its descriptor or have a damaged one. */
async function openOvaContents(path) {
    const source = await (0,byte_source/* openFileSource */.Sd)(path);
    try {
        return await readOvaContents(source);
    }
    catch (error) {
        await source.close();
        throw error;
    }
}
/** The OVA in the source; closing it closes the source. @throws UserError ova-invalid; FormatError when the archive or its manifest is damaged */
async function readOvaContents(source) {
    const { path } = source;
    const found = (await readTarIndex(source))
        .map((member) => ({ ...member, name: (0,member_name/* memberName */.eg)(member.name) }))
        .filter(({ name }) => !(0,member_name/* isMacCompanion */.up)(name));
    const members = new Map(found.map((member) => [member.name, member]));
    const twice = found.find((member) => members.get(member.name) !== member);
    if (twice !== undefined) {
        throw new errors/* UserError */.yo('ova-invalid', `${path} holds ${twice.name} twice, and programs differ in which of the two they take`, 'Make the OVA again; tar --append adds a file, where one was to be replaced.');
    }
    const descriptor = findByEnding(members, '.ovf');
    const read = descriptor && (await readDescriptor(source, descriptor));
    const manifest = findByEnding(members, '.mf');
    return {
        path,
        source,
        members,
        ...read,
        manifest: manifest &&
            (0,ova_manifest/* parseManifest */.Ng)(`${path}!${manifest.name}`, manifest.name, (await readMember(source, manifest)).toString('utf8')),
        close: () => source.close(),
    };
}
function findByEnding(members, ending) {
    return [...members.values()].find(({ name }) => name.toLowerCase().endsWith(ending));
}
async function readDescriptor(source, member) {
    const { name } = member;
    const place = `${source.path}!${name}`;
    const bytes = await readMember(source, member);
    const text = await (0,errors/* orDamage */.hu)(async () => decodeXml(bytes, place));
    if (text instanceof errors/* FormatError */.IF)
        return { descriptor: { name, text: bytes.toString('latin1') }, ovf: text };
    return { descriptor: { name, text }, ovf: await (0,errors/* orDamage */.hu)(async () => parseOvf(text, place)) };
}
async function readMember(source, { name, offset, size }) {
    if (size > MAX_TEXT)
        throw new errors/* FormatError */.IF(source.path, offset, `at most ${MAX_TEXT} bytes in ${name}`, `${size}`);
    return source.read(offset, size);
}


/***/ })

};
