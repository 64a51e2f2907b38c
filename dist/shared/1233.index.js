export const id = 1233;
export const ids = [1233];
export const modules = {

/***/ 21417:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AN: () => (/* binding */ readCabDirectory)
/* harmony export */ });
/* unused harmony exports parseCabHeader, parseCabFiles */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41251);
/**
 * Reads the directory of a cabinet: which members it has, without unpacking anything.
 * Source: [MS-CAB] sections 2.1 (CFHEADER), 2.2 (CFFOLDER), 2.3 (CFFILE).
 */


const HEADER_SIZE = 36;
const FLAG_RESERVE_PRESENT = 0x0004;
/** Longest name [MS-CAB] allows, with its zero byte. */
const MAX_NAME = 257;
/** All of a directory has to fit here: 65535 members of 16 bytes and their names are far below. */
const MAX_DIRECTORY = 32 * 2 ** 20;
/** @throws FormatError for anything that is not a whole cabinet directory */
async function readCabDirectory(path) {
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(path, 'r');
    try {
        const { size } = await file.stat();
        const header = Buffer.alloc(Math.min(HEADER_SIZE, size));
        await file.read(header, 0, header.length, 0);
        const { filesOffset, files } = parseCabHeader(header, size, path);
        const directory = Buffer.alloc(Math.min(size - filesOffset, MAX_DIRECTORY, files * (16 + MAX_NAME)));
        await file.read(directory, 0, directory.length, filesOffset);
        return parseCabFiles(directory, files, filesOffset, path);
    }
    finally {
        await file.close();
    }
}
/** @param fileSize bytes of the file, which the header may not exceed */
function parseCabHeader(bytes, fileSize, path) {
    if (bytes.length < HEADER_SIZE)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FormatError */ .IF(path, 0, `a cabinet header of ${HEADER_SIZE} bytes`, `${bytes.length} bytes`);
    const magic = bytes.toString('latin1', 0, 4);
    if (magic !== 'MSCF')
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FormatError */ .IF(path, 0, 'MSCF', JSON.stringify(magic));
    const size = bytes.readUInt32LE(8);
    // A signed cabinet goes on behind cbCabinet with its signature.
    if (size > fileSize)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FormatError */ .IF(path, 8, `at most the ${fileSize} bytes of the file`, `a cabinet of ${size} bytes`);
    const version = bytes.readUInt16LE(24);
    if (version !== 0x0103)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FormatError */ .IF(path, 24, 'cabinet version 1.3', `${version >> 8}.${version & 0xff}`);
    const filesOffset = bytes.readUInt32LE(16);
    if (filesOffset < HEADER_SIZE || filesOffset >= size) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FormatError */ .IF(path, 16, `an offset of the members inside the ${size} bytes`, String(filesOffset));
    }
    return {
        filesOffset,
        folders: bytes.readUInt16LE(26),
        files: bytes.readUInt16LE(28),
        size,
        hasReserve: (bytes.readUInt16LE(30) & FLAG_RESERVE_PRESENT) !== 0,
    };
}
/** @param base offset of `bytes` in the file, for messages */
function parseCabFiles(bytes, count, base, path) {
    const members = [];
    let offset = 0;
    for (let index = 0; index < count; index += 1) {
        if (offset + 16 > bytes.length) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FormatError */ .IF(path, base + offset, `member ${index + 1} of ${count}`, 'the end of the directory');
        }
        const size = bytes.readUInt32LE(offset);
        const isUtf8 = (bytes.readUInt16LE(offset + 14) & 0x80) !== 0; // _A_NAME_IS_UTF
        const end = bytes.indexOf(0, offset + 16);
        if (end < 0 || end - offset - 16 >= MAX_NAME || end === offset + 16) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FormatError */ .IF(path, base + offset + 16, `a name of 1 to ${MAX_NAME - 1} bytes`, end < 0 ? 'no end of it' : `${end - offset - 16} bytes`);
        }
        members.push({ name: bytes.toString(isUtf8 ? 'utf8' : 'latin1', offset + 16, end), size });
        offset = end + 1;
    }
    return members;
}


/***/ }),

/***/ 54704:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  O: () => (/* binding */ openIso)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./.cache/build/src/errors.js
var errors = __webpack_require__(41251);
// EXTERNAL MODULE: ./.cache/build/src/files/explain-path-error.js
var explain_path_error = __webpack_require__(49094);
// EXTERNAL MODULE: ./.cache/build/src/archives/iso/mounted-iso.js
var mounted_iso = __webpack_require__(12514);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.cache/build/src/files/plain-tree.js
var plain_tree = __webpack_require__(54063);
;// CONCATENATED MODULE: ./.cache/build/src/archives/iso/seven-zip-iso.js
/** An ISO image read by 7-Zip, on every platform. */




let lists = 0;
/** @throws UserError tool-missing, the code of `use` when 7-Zip cannot read it; FormatError for a member outside of its archive */
async function openWithSevenZip(path, use, { tools, temp }) {
    // 7-Zip would take every archive in a folder.
    if ((await (0,promises_.stat)(path).catch(() => undefined))?.isDirectory()) {
        throw new errors/* UserError */.yo(use.code, `${path} is a folder where an ISO file is needed`, `Give "${use.input}" the path of the ISO.`);
    }
    const listing = ['l', '-slt', '-ba', '-sccUTF-8', '--', path];
    const { stdout } = await tools.run('7zz', listing, { encoding: 'utf-8' }).catch((error) => {
        throw error instanceof errors/* ToolError */.v4 ? notIso(path, use, error) : error;
    });
    const members = parseListing(stdout, path);
    return {
        path,
        root: undefined,
        list: async () => members,
        extract: async (paths, target) => {
            await (0,promises_.mkdir)(target, { recursive: true });
            // A list file takes names of any number and with any characters; patterns in them are switched off (-spd).
            const list = (0,external_node_path_.join)(temp, `iso-files-${lists++}.txt`);
            await (0,promises_.writeFile)(list, `${paths.join('\n')}\n`);
            await tools.run('7zz', ['x', '-y', '-bd', '-spd', '-scsUTF-8', `-o${target}`, path, `-i@${list}`]);
            await (0,plain_tree/* assertPlainTree */.p)(target);
        },
        close: async () => { },
    };
}
function notIso(path, { code, input }, cause) {
    const said = cause.tail.split('\n').find((line) => /error/i.test(line)) ?? cause.message;
    return new errors/* UserError */.yo(code, `${path} is not a disc image that 7-Zip can read: ${said.trim()}`, `Give "${input}" an ISO file; check its hash, a broken download looks like this.`, { cause });
}
/** The technical listing of 7-Zip: blocks of `Key = value` lines, one per member, separated by empty lines. */
function parseListing(text, archive) {
    return text.split(/(?:\r?\n){2,}/).flatMap((block) => {
        const path = /^Path = (.*?)\r?$/m.exec(block)?.[1]?.replaceAll('\\', '/');
        if (path === undefined || /^(?:Folder = \+|Attributes = D)/m.test(block))
            return [];
        if (path.startsWith('/') || /^[a-z]:/i.test(path) || path.split('/').includes('..')) {
            throw new errors/* FormatError */.IF(archive, 0, 'members inside their archive', JSON.stringify(path));
        }
        return [{ path, size: Number(/^Size = (\d+)\r?$/m.exec(block)?.[1] ?? 0) }];
    });
}

;// CONCATENATED MODULE: ./.cache/build/src/archives/iso/open-iso.js
/** Opens an ISO image: with 7-Zip where it is installed, on Windows else by mounting it. */





/**
 * Whoever opens an image declares that it can hold a `MOUNTED_ISO`.
 * @param platform for tests
 * @throws UserError tool-missing, file-missing, the code of `use` for a file that is no disc image
 */
async function openIso(path, use, context, platform = process.platform) {
    await (0,promises_.stat)(path).catch((error) => {
        throw (0,explain_path_error/* explainPathError */.n)(error, { what: 'the ISO', path, input: use.input });
    });
    if (platform !== 'win32')
        return openWithSevenZip(path, use, context);
    const hasSevenZip = await context.tools.has('7zz');
    if (hasSevenZip && use.inPlace !== true)
        return openWithSevenZip(path, use, context);
    try {
        return await (0,mounted_iso/* mountIso */.Jr)(path, use, context);
    }
    catch (error) {
        if (!hasSevenZip || !(error instanceof errors/* UserError */.yo) || error.code === 'cancelled')
            throw error;
        return openWithSevenZip(path, use, context);
    }
}


/***/ }),

/***/ 8249:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ar: () => (/* binding */ candidateFolder),
  vf: () => (/* binding */ candidateName),
  Ae: () => (/* binding */ compareCandidates),
  xC: () => (/* binding */ findDrivers),
  pC: () => (/* binding */ hardwareIds),
  AP: () => (/* binding */ isCalled),
  Ng: () => (/* binding */ isUsable),
  G9: () => (/* binding */ readCandidate)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.cache/build/src/errors.js
var errors = __webpack_require__(41251);
// EXTERNAL MODULE: ./.cache/build/src/drivers/binding.js
var binding = __webpack_require__(13303);
// EXTERNAL MODULE: ./.cache/build/src/drivers/inf/directory-id.js
var directory_id = __webpack_require__(85239);
// EXTERNAL MODULE: ./.cache/build/src/files/explain-path-error.js
var explain_path_error = __webpack_require__(49094);
;// CONCATENATED MODULE: ./.cache/build/src/drivers/inf/decode-inf.js
/** The bytes of an INF file to text: UTF-16 with its byte order mark, UTF-8 with one, else the ANSI code page. */

/** Real INF files stay below 3 MiB; what is larger is something else. */
const MAX_INF_BYTES = 4 * 2 ** 20;
const CONTROL_Z = '\u001a';
/**
 * Decodes as Windows does ("General Syntax Rules for INF Files", Microsoft Learn: Unicode or ANSI): a byte order mark decides;
 * without one, text in which every second byte is zero is UTF-16, anything else ANSI (code page 1252).
 * The text ends at a Control-Z, the end-of-file mark of old editors.
 * @param name for messages
 * @throws FormatError when the file is empty, too large, or breaks off inside a UTF-16 character
 */
function decodeInf(bytes, name) {
    if (bytes.length === 0)
        throw new errors/* FormatError */.IF(name, 0, 'the text of an INF file', 'an empty file');
    if (bytes.length > MAX_INF_BYTES) {
        throw new errors/* FormatError */.IF(name, MAX_INF_BYTES, `an INF file of at most ${MAX_INF_BYTES} bytes`, `${bytes.length} bytes`);
    }
    const { encoding, mark } = detectEncoding(bytes);
    if (encoding.startsWith('utf-16') && bytes.length % 2 !== 0) {
        throw new errors/* FormatError */.IF(name, bytes.length - 1, 'two bytes for every UTF-16 character', 'a single byte at the end');
    }
    const decoded = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes.subarray(mark));
    const end = decoded.indexOf(CONTROL_Z);
    const text = end < 0 ? decoded : decoded.slice(0, end);
    return {
        text,
        byteOffset: (position) => {
            if (encoding === 'utf-8')
                return mark + Buffer.byteLength(text.slice(0, position), 'utf8');
            return mark + position * (encoding === 'windows-1252' ? 1 : 2);
        },
    };
}
function detectEncoding(bytes) {
    const [first, second, third] = bytes;
    if (first === 0xff && second === 0xfe)
        return { encoding: 'utf-16le', mark: 2 };
    if (first === 0xfe && second === 0xff)
        return { encoding: 'utf-16be', mark: 2 };
    if (first === 0xef && second === 0xbb && third === 0xbf)
        return { encoding: 'utf-8', mark: 3 };
    const sample = bytes.subarray(0, 256);
    const zeros = (parity) => sample.filter((byte, index) => index % 2 === parity && byte === 0).length;
    // Half of the high bytes: text in Latin letters that somebody saved without the mark.
    const enough = Math.max(2, sample.length / 4);
    if (zeros(1) >= enough && zeros(0) === 0)
        return { encoding: 'utf-16le', mark: 0 };
    if (zeros(0) >= enough && zeros(1) === 0)
        return { encoding: 'utf-16be', mark: 0 };
    return { encoding: 'windows-1252', mark: 0 };
}

;// CONCATENATED MODULE: ./.cache/build/src/drivers/inf/inf-syntax.js
/**
 * The syntax of an INF file: sections, entries, values. Source: "General Syntax Rules for INF Files" (Microsoft Learn).
 * One pass over the text, no backtracking: the time is proportional to the length whatever the bytes are.
 */

/** Longest section name that Windows accepts. */
const MAX_SECTION_NAME = 255;
/**
 * What stands before the first section belongs to none and means nothing, as to Windows: samples of Microsoft begin with a comment there.
 * @throws FormatError for an unclosed or too long section name
 */
function parseInfSyntax(source, name) {
    const sections = new Map();
    const scanner = new Scanner(source.text);
    let entries;
    const fail = (expected, found) => {
        throw new errors/* FormatError */.IF(name, source.byteOffset(scanner.position), expected, `${found} (line ${scanner.line})`);
    };
    while (scanner.skipToContent()) {
        const line = scanner.line;
        if (scanner.peek() === '[') {
            const sectionName = scanner.readSectionName();
            if (sectionName === undefined)
                return fail('a closing ] after the section name', 'the end of the line');
            if (sectionName.length > MAX_SECTION_NAME) {
                return fail(`a section name of at most ${MAX_SECTION_NAME} characters`, `${sectionName.length} characters`);
            }
            const key = sectionName.toLowerCase();
            const section = sections.get(key) ?? { name: sectionName, line, entries: [] };
            sections.set(key, section);
            entries = section.entries;
        }
        else {
            const { position } = scanner;
            const entry = { ...scanner.readEntry(), line, position };
            entries?.push(entry);
        }
    }
    return sections;
}
const isBlank = (char) => char === ' ' || char === '\t' || char === '\0' || char === '\v' || char === '\f';
const isLineEnd = (char) => char === '\n' || char === '\r' || char === '';
class Scanner {
    position = 0;
    line = 1;
    text;
    constructor(text) {
        this.text = text;
    }
    peek() {
        return this.text.charAt(this.position);
    }
    /** Moves over blanks, empty lines and comments; false at the end of the text. */
    skipToContent() {
        while (this.position < this.text.length) {
            const char = this.peek();
            if (char === ';')
                this.skipLine();
            else if (char === '\n' || char === '\r')
                this.skipLineEnd();
            else if (isBlank(char))
                this.position++;
            else
                return true;
        }
        return false;
    }
    /** The name between the brackets, exactly as written; whatever follows on the line is ignored. */
    readSectionName() {
        const start = ++this.position;
        while (!isLineEnd(this.peek())) {
            if (this.peek() === ']') {
                const name = this.text.slice(start, this.position);
                this.skipLine();
                return name;
            }
            this.position++;
        }
        return undefined;
    }
    readEntry() {
        let key;
        const values = [];
        for (;;) {
            const { text, stop } = this.readField(key === undefined && values.length === 0);
            if (stop === '=') {
                key = text;
            }
            else {
                values.push(text);
                if (stop !== ',')
                    break;
            }
        }
        // A comma, or an equals sign, with nothing behind it adds no value.
        if (values.at(-1) === '')
            values.pop();
        return { key, values };
    }
    /** Reads to the next comma, to `=` where a key may end, or to the end of the entry. */
    readField(keyAllowed) {
        const parts = [];
        // Blanks wait here until something follows them: those at the end of a field do not belong to it.
        let blanks = '';
        const take = (piece) => {
            parts.push(parts.length === 0 ? '' : blanks, piece);
            blanks = '';
        };
        for (;;) {
            const char = this.peek();
            if (isLineEnd(char))
                return { text: parts.join(''), stop: 'end' };
            if (char === ';') {
                this.skipLine();
                return { text: parts.join(''), stop: 'end' };
            }
            if (char === ',' || (char === '=' && keyAllowed)) {
                this.position++;
                return { text: parts.join(''), stop: char };
            }
            if (char === '"') {
                take(this.readQuoted());
            }
            else if (char === '\\') {
                const backslashes = this.readBackslashes();
                if (backslashes === undefined) {
                    blanks = '';
                    this.skipBlanks();
                }
                else {
                    take(backslashes);
                }
            }
            else if (char === '%') {
                take(this.readToken());
            }
            else if (isBlank(char)) {
                blanks += ' ';
                this.position++;
            }
            else {
                take(this.readPlain());
            }
        }
    }
    readPlain() {
        const start = this.position++;
        while (!/[\s\0\v\f;,="\\%]|^$/.test(this.peek()))
            this.position++;
        // An equals sign that ends no key is taken by the caller's next turn.
        return this.text.slice(start, this.position);
    }
    /** The text inside quotes; a doubled quote stands for one. A quote left open ends with its line. */
    readQuoted() {
        const parts = [];
        this.position++;
        let start = this.position;
        for (;;) {
            const char = this.peek();
            if (isLineEnd(char))
                break;
            if (char === '"') {
                parts.push(this.text.slice(start, this.position));
                this.position++;
                start = this.position;
                if (this.peek() !== '"')
                    return parts.join('');
            }
            this.position++;
        }
        parts.push(this.text.slice(start, this.position));
        return parts.join('');
    }
    /**
     * At a backslash: undefined when it continues the entry on the next line (only blanks, further backslashes and a
     * comment may stand between), else the backslashes themselves.
     */
    readBackslashes() {
        const start = this.position;
        let end = start;
        while (this.peek() === '\\' || isBlank(this.peek())) {
            this.position++;
            if (this.text.charAt(this.position - 1) === '\\')
                end = this.position;
        }
        if (this.peek() === ';')
            this.skipLine();
        if (!isLineEnd(this.peek())) {
            // Up to the last of them: what was looked at once is not looked at again.
            this.position = end;
            return this.text.slice(start, end);
        }
        this.skipLineEnd();
        return undefined;
    }
    /** `%strkey%` as one piece, so that a semicolon or comma within is no comment and no separator; `%%` likewise. */
    readToken() {
        const start = this.position++;
        if (this.peek() === '%') {
            this.position++;
            return '%%';
        }
        if (isBlank(this.peek()))
            return '%';
        let end = this.position;
        while (!/["=%\r\n]|^$/.test(this.text.charAt(end)))
            end++;
        if (this.text.charAt(end) !== '%')
            return '%';
        this.position = end + 1;
        return this.text.slice(start, this.position);
    }
    skipBlanks() {
        while (isBlank(this.peek()))
            this.position++;
    }
    skipLine() {
        while (!isLineEnd(this.peek()))
            this.position++;
    }
    skipLineEnd() {
        if (this.peek() === '\r')
            this.position++;
        if (this.peek() === '\n')
            this.position++;
        this.line++;
    }
}

;// CONCATENATED MODULE: ./.cache/build/src/drivers/inf/inf-document.js
/** An INF file as sections of entries whose `%strkey%` tokens are replaced; the base of every reader of its meaning. */



/** Where the strings of an English Windows are looked up, most specific first ("INF Strings Section", Microsoft Learn). */
const STRING_SECTIONS = ['strings.0409', 'strings.0009', 'strings'];
/** Longest field after its tokens are replaced ("INF Size Limits" of the syntax rules). */
const MAX_FIELD = 4096;
/** Bound of the whole, against a file whose one long string is named a million times. */
const MAX_EXPANDED = 64 * 2 ** 20;
class InfDocument {
    /** File name or path, for messages. */
    name;
    source;
    sections;
    strings;
    expanded = new Map();
    expandedSize = 0;
    /** @throws FormatError when the bytes are no INF file */
    constructor(bytes, name) {
        this.name = name;
        this.source = decodeInf(bytes, name);
        this.sections = parseInfSyntax(this.source, name);
        this.strings = collectStrings(this.sections);
    }
    /** The section's name as written, undefined when there is none; names are compared without case. */
    sectionName(name) {
        return this.sections.get(name.toLowerCase())?.name;
    }
    /** Names of all sections, as first written. */
    sectionNames() {
        return [...this.sections.values()].map((section) => section.name);
    }
    /** The entries of a section with tokens replaced, empty when there is no such section. */
    entries(section) {
        const name = section.toLowerCase();
        const known = this.expanded.get(name);
        if (known)
            return known;
        const entries = (this.sections.get(name)?.entries ?? []).map((entry) => ({
            ...entry,
            key: entry.key === undefined ? undefined : this.replaceTokens(entry.key, entry),
            values: entry.values.map((value) => this.replaceTokens(value, entry)),
        }));
        this.expanded.set(name, entries);
        return entries;
    }
    /** Every entry of that key in a section, in the order of the file. */
    entriesOf(section, key) {
        const wanted = key.toLowerCase();
        return this.entries(section).filter((entry) => entry.key?.toLowerCase() === wanted);
    }
    /** The first value of the first entry of that key. */
    value(section, key) {
        return this.entriesOf(section, key)[0]?.values[0];
    }
    /**
     * Replaces `%strkey%` by its string and `%%` by a percent sign. A token that no Strings section defines stays as it
     * is: `%12%` is a directory identifier, whose meaning belongs to the reader of the value.
     */
    replaceTokens(text, entry) {
        if (!text.includes('%'))
            return text;
        let size = 0;
        const replaced = text.replace(/%([^%]*)%/g, (token, key) => {
            const value = key === '' ? '%' : (this.strings.get(key.toLowerCase()) ?? token);
            size += value.length;
            if (size > MAX_FIELD)
                throw this.wrongEntry(entry, `a field of at most ${MAX_FIELD} characters`, 'a longer one');
            return value;
        });
        this.expandedSize += replaced.length;
        if (this.expandedSize > MAX_EXPANDED) {
            throw this.wrongEntry(entry, `at most ${MAX_EXPANDED} characters of replaced strings`, 'more');
        }
        return replaced;
    }
    /** A FormatError that names the entry's place. */
    wrongEntry(entry, expected, found) {
        return new errors/* FormatError */.IF(this.name, this.source.byteOffset(entry.position), expected, `${found} (line ${entry.line})`);
    }
    /** A FormatError for something that the file as a whole lacks. */
    missing(expected) {
        return new errors/* FormatError */.IF(this.name, 0, expected, 'nothing of the kind');
    }
}
function collectStrings(sections) {
    const strings = new Map();
    for (const name of STRING_SECTIONS) {
        for (const { key, values } of sections.get(name)?.entries ?? []) {
            const wanted = key?.toLowerCase();
            // An unquoted string may hold commas: they were taken for separators.
            if (wanted !== undefined && !strings.has(wanted))
                strings.set(wanted, values.join(','));
        }
    }
    return strings;
}

;// CONCATENATED MODULE: ./.cache/build/src/drivers/inf/inf-number.js
/** Numbers in INF entries: decimal or, with 0x, hexadecimal. */
/** @returns undefined for an empty text and for one that is no number of at most 32 bits */
function parseInfNumber(text) {
    if (text === undefined || !/^(?:0x[0-9a-f]{1,8}|\d{1,10})$/i.test(text))
        return undefined;
    const value = Number(text);
    return value <= 0xffff_ffff ? value : undefined;
}

;// CONCATENATED MODULE: ./.cache/build/src/drivers/inf/inf-registry.js
/** The registry values that AddReg sections ask for. Source: "INF AddReg Directive" (Microsoft Learn). */

const ROOTS = ['HKCR', 'HKCU', 'HKLM', 'HKU', 'HKR'];
const BINARY = 0x1;
const DELETE = 0x4;
const KEY_ONLY = 0x10 | 0x2000;
const TYPE_MASK = 0xffff_0001;
/** Removals and bare keys are left out: a driver that is new to an image has nothing to remove. */
function readAddReg(inf, sections) {
    return sections.flatMap((section) => inf.entries(section).flatMap((entry) => {
        const value = readValue(inf, entry);
        return value ? [value] : [];
    }));
}
/** `reg-root, [subkey], [value-name], [flags], [value][, value…]` */
function readValue(inf, entry) {
    const [rootText = '', subkey = '', name = '', flagsText = '', ...data] = entry.values;
    const root = ROOTS.find((candidate) => candidate === rootText.toUpperCase());
    const flags = readFlags(flagsText);
    if (!root || entry.key !== undefined || flags === undefined) {
        throw inf.wrongEntry(entry, 'HKR, subkey, name, flags, value', JSON.stringify(entry.values.join(', ')));
    }
    if ((flags & DELETE) !== 0 || (flags & KEY_ONLY) !== 0)
        return undefined;
    return { root, subkey: subkey.replace(/^\\+/, ''), name, ...readData(inf, entry, flags, data) };
}
/**
 * Flags that are a `%strkey%` which no Strings section defines are no number to SetupGetIntField: SetupAPI goes on with 0, a string.
 * @returns undefined for any other text that is no number
 */
function readFlags(text) {
    return text === '' || /^%[^%]+%$/.test(text) ? 0 : parseInfNumber(text);
}
function readData(inf, entry, flags, data) {
    switch ((flags & TYPE_MASK) >>> 0) {
        case 0x0000_0000:
            return { type: 'REG_SZ', data: data[0] ?? '' };
        case 0x0001_0000:
            return { type: 'REG_MULTI_SZ', data };
        case 0x0002_0000:
            return { type: 'REG_EXPAND_SZ', data: data[0] ?? '' };
        case 0x0001_0001:
            return { type: 'REG_DWORD', data: readDword(inf, entry, data) };
        case 0x0002_0001:
            return { type: 'REG_NONE', data: readBytes(inf, entry, data) };
        case BINARY:
            return { type: 'REG_BINARY', data: readBytes(inf, entry, data) };
        default:
            throw inf.wrongEntry(entry, 'a registry type that an INF file can name', `flags 0x${flags.toString(16)}`);
    }
}
/** A number, or its four bytes from the lowest on. */
function readDword(inf, entry, data) {
    if (data.length === 4) {
        const [a = 0, b = 0, c = 0, d = 0] = readBytes(inf, entry, data);
        return (a | (b << 8) | (c << 16) | (d << 24)) >>> 0;
    }
    const text = data[0] ?? '0';
    const number = parseInfNumber(text.replace(/^-/, ''));
    if (number === undefined)
        throw inf.wrongEntry(entry, 'a 32-bit number', JSON.stringify(text));
    return text.startsWith('-') ? -number >>> 0 : number;
}
/** Bytes are hexadecimal, with or without 0x. */
function readBytes(inf, entry, data) {
    return data.map((text) => {
        if (!/^(?:0x)?[0-9a-f]{1,2}$/i.test(text))
            throw inf.wrongEntry(entry, 'a byte', JSON.stringify(text));
        return Number.parseInt(text.replace(/^0x/i, ''), 16);
    });
}

;// CONCATENATED MODULE: ./.cache/build/src/drivers/inf/inf-service.js
/** The services of a driver. Source: "INF AddService Directive" (Microsoft Learn). */



const FUNCTION_DRIVER = 0x2;
/** @param entries of a `.Services` section */
function readServices(inf, entries) {
    return entries
        .filter((entry) => entry.key?.toLowerCase() === 'addservice')
        .flatMap((entry) => {
        const [name = '', flags = '', section = ''] = entry.values;
        // `AddService = ,2` is the null driver: a device that needs none.
        if (name === '')
            return [];
        // CreateService takes no other, and in the registry it would be a key below another.
        if (/[\\/]/.test(name))
            throw inf.wrongEntry(entry, 'a service name without \\ and /', JSON.stringify(name));
        const isFunctionDriver = ((parseInfNumber(flags) ?? 0) & FUNCTION_DRIVER) !== 0;
        if (inf.sectionName(section) === undefined) {
            throw inf.wrongEntry(entry, `the service section [${section}] that AddService names`, 'no such section');
        }
        return [readService(inf, name, isFunctionDriver, section)];
    });
}
function readService(inf, name, isFunctionDriver, section) {
    const binary = inf.value(section, 'ServiceBinary');
    if (binary === undefined)
        throw inf.missing(`ServiceBinary in [${section}]`);
    const values = (key) => inf.entriesOf(section, key).flatMap((entry) => entry.values);
    return {
        name,
        isFunctionDriver,
        displayName: inf.value(section, 'DisplayName'),
        serviceType: readNumber(inf, section, 'ServiceType'),
        startType: readNumber(inf, section, 'StartType'),
        errorControl: readNumber(inf, section, 'ErrorControl'),
        loadOrderGroup: inf.value(section, 'LoadOrderGroup'),
        dependencies: values('Dependencies'),
        binary: binary.slice(binary.lastIndexOf('\\') + 1),
        place: (0,directory_id/* parseInfPath */.Oy)(binary),
        registry: readAddReg(inf, values('AddReg')),
    };
}
function readNumber(inf, section, key) {
    const entry = inf.entriesOf(section, key)[0];
    if (!entry)
        throw inf.missing(`${key} in [${section}]`);
    const number = parseInfNumber(entry.values[0]);
    if (number === undefined)
        throw inf.wrongEntry(entry, `a number for ${key}`, JSON.stringify(entry.values.join(',')));
    return number;
}

// EXTERNAL MODULE: ./.cache/build/src/drivers/inf/inf-version.js
var inf_version = __webpack_require__(44140);
;// CONCATENATED MODULE: ./.cache/build/src/drivers/inf/inf-install.js
/**
 * What an INF file does to install a device: the install section for the architecture and what hangs on it.
 * Source: "INF DDInstall Section", "INF DDInstall.Services Section", "INF DDInstall.HW Section" (Microsoft Learn).
 */



/**
 * @param name undecorated, as a Models entry names it
 * @throws FormatError when neither it nor a decorated form of it exists, or an entry below it cannot be read
 */
function readInstall(inf, name, architecture) {
    const section = actualSection(inf, name, architecture);
    if (section === undefined)
        throw inf.missing(`the install section [${name}] or [${name}.NT${architecture}]`);
    const entries = directives(inf, section);
    const hardware = directives(inf, `${section}.HW`);
    const driverVer = inf.entriesOf(section, 'DriverVer')[0];
    return {
        section,
        driver: driverVer && (0,inf_version/* parseDriverVer */.VJ)(inf, driverVer),
        services: readServices(inf, directives(inf, `${section}.Services`)),
        registry: readAddReg(inf, listed(entries, 'AddReg')),
        hardwareRegistry: readAddReg(inf, listed(hardware, 'AddReg')),
        copiedFiles: readCopyFiles(inf, [...entries, ...directives(inf, `${section}.CoInstallers`)]),
        includes: listed([...entries, ...hardware], 'Include'),
    };
}
/** The decorated section that Windows carries out: `.NT<architecture>`, then `.NT`, then the bare name. */
function actualSection(inf, name, architecture) {
    return inf.sectionName(`${name}.NT${architecture}`) ?? inf.sectionName(`${name}.NT`) ?? inf.sectionName(name);
}
/** The entries of a section and of those that its Needs names in this same file; Needs is not followed further. */
function directives(inf, section) {
    const own = inf.entries(section);
    return [...own, ...listed(own, 'Needs').flatMap((needed) => inf.entries(needed))];
}
/** All values of all entries of a key, each once, without case. */
function listed(entries, key) {
    const values = entries
        .filter((entry) => entry.key?.toLowerCase() === key.toLowerCase())
        .flatMap(({ values }) => values);
    return [...new Map(values.filter((value) => value !== '').map((value) => [value.toLowerCase(), value])).values()];
}
/** `CopyFiles = @file | section[, section…]`; in a section: `destination[, source]`. */
function readCopyFiles(inf, entries) {
    const files = listed(entries, 'CopyFiles').flatMap((item) => {
        if (item.startsWith('@'))
            return [item.slice(1)];
        return inf.entries(item).map(({ key, values }) => {
            const [destination = key ?? '', source = ''] = values;
            return source === '' ? destination : source;
        });
    });
    return [...new Set(files.filter((file) => file !== ''))];
}

;// CONCATENATED MODULE: ./.cache/build/src/drivers/inf/target-os.js
/**
 * The decorations that bind a part of an INF file to versions of Windows: `NTamd64.10.0...20124`.
 * Source: "INF Manufacturer Section" and "Combining Platform Extensions with Operating System Versions" (Microsoft Learn).
 */

/** @returns undefined when the text is no such decoration (Windows ignores those it cannot read) */
function parseTargetOs(text) {
    const [platform = '', ...fields] = text.split('.');
    const match = /^nt(amd64|arm64|x86|arm|ia64)?$/i.exec(platform);
    if (!match || fields.length > 5)
        return undefined;
    const numbers = [];
    for (const field of fields) {
        const number = parseInfNumber(field.trim());
        if (field.trim() !== '' && number === undefined)
            return undefined;
        numbers.push(number);
    }
    const [major, minor, productType, suiteMask, build] = numbers;
    const architecture = match[1]?.toLowerCase();
    return { text, architecture, major, minor, productType, suiteMask, build };
}
/**
 * True when Windows would consider a Models section of that decoration. Since Server 2003 SP1 the architecture must be
 * named for every architecture but x86: an undecorated section, or plain `NT`, is nothing to an x64 system.
 */
function applies(decoration, target) {
    if ((decoration.architecture ?? 'x86') !== target.architecture)
        return false;
    const { major = 0, minor = 0 } = decoration;
    const isNewer = target.major > major || (target.major === major && target.minor > minor);
    const isSame = target.major === major && target.minor === minor;
    if (!isNewer && !isSame)
        return false;
    if (isSame && target.build < (decoration.build ?? 0))
        return false;
    if (decoration.productType !== undefined && decoration.productType !== target.productType)
        return false;
    const suites = decoration.suiteMask ?? 0;
    return (target.suiteMask & suites) === suites;
}
/**
 * Order of two decorations that both apply: positive when `a` is the more specific. The version counts first (a version
 * takes precedence over product type and suite), then the build, then product type, suites and the architecture.
 */
function compareTargetOs(a, b) {
    const rank = ({ architecture, major, minor, build, productType, suiteMask }) => [
        major ?? 0,
        minor ?? 0,
        build ?? 0,
        productType === undefined ? 0 : 1,
        countBits(suiteMask ?? 0),
        architecture === undefined ? 0 : 1,
    ];
    const ranksOfB = rank(b);
    return (rank(a)
        .map((value, index) => value - (ranksOfB[index] ?? 0))
        .find((difference) => difference !== 0) ?? 0);
}
function countBits(mask) {
    let count = 0;
    for (let rest = mask; rest !== 0; rest >>>= 1)
        count += rest & 1;
    return count;
}

;// CONCATENATED MODULE: ./.cache/build/src/drivers/inf/inf-models.js
/**
 * Which devices an INF file installs on a given Windows. Source: "INF Manufacturer Section", "INF Models Section" (Microsoft Learn).
 * Of all Models sections whose decoration applies the most specific one is taken, even when it is empty: an empty section
 * is how a vendor says "not on these versions".
 */

/** @throws FormatError for an entry that is no model */
function chooseModels(inf, target) {
    return inf.entries('Manufacturer').map((entry) => {
        const manufacturer = entry.key ?? entry.values[0] ?? '';
        const [base = manufacturer, ...decorations] = entry.key === undefined ? [manufacturer] : entry.values;
        const candidates = decorations
            .map((text) => parseTargetOs(text))
            .filter((decoration) => decoration !== undefined)
            .filter((decoration) => applies(decoration, target));
        const chosen = candidates.sort((a, b) => compareTargetOs(b, a))[0] ?? undecorated(target);
        const section = chosen && (chosen.text === '' ? base : `${base}.${chosen.text}`);
        return {
            manufacturer,
            decorations: decorations.filter((text) => text !== ''),
            chosen,
            section,
            models: section === undefined ? [] : readModels(inf, section, manufacturer),
        };
    });
}
/** The models of every Models section that [Manufacturer] names, whatever Windows they are for. */
function allModels(inf) {
    return inf.entries('Manufacturer').flatMap((entry) => {
        const manufacturer = entry.key ?? entry.values[0] ?? '';
        const [base = manufacturer, ...decorations] = entry.key === undefined ? [manufacturer] : entry.values;
        const sections = new Set([base, ...decorations.map((text) => `${base}.${text}`)]);
        return [...sections].flatMap((section) => readModels(inf, section, manufacturer));
    });
}
/** Without a decoration that applies, an x86 system falls back to the section of the bare name; no other does. */
function undecorated(target) {
    const any = { architecture: undefined, major: undefined, minor: undefined, productType: undefined };
    return target.architecture === 'x86' ? { text: '', ...any, suiteMask: undefined, build: undefined } : undefined;
}
const UNDEFINED_STRING = /%[^%]+%/;
/** `description = install-section, hardware-id[, compatible-id…]` */
function readModels(inf, section, manufacturer) {
    return inf.entries(section).map((entry) => {
        const [installSection = '', hardwareId = '', ...compatibleIds] = entry.values;
        if (entry.key === undefined || installSection === '') {
            throw inf.wrongEntry(entry, 'description = install-section, hardware-id', JSON.stringify(entry.values.join(', ')));
        }
        const ids = [
            { id: hardwareId.toUpperCase(), match: 'hardware' },
            ...compatibleIds.map((id) => ({ id: id.toUpperCase(), match: 'compatible' })),
        ];
        return {
            manufacturer,
            description: entry.key,
            installSection,
            ids: ids.filter(({ id }) => id !== '' && !UNDEFINED_STRING.test(id)),
            undefinedIds: ids.map(({ id }) => id).filter((id) => UNDEFINED_STRING.test(id)),
            line: entry.line,
        };
    });
}

;// CONCATENATED MODULE: ./.cache/build/src/drivers/inf/inf-source-files.js
/** Where the files of a driver lie beside its INF file. Source: "INF SourceDisksFiles Section", "INF SourceDisksNames Section". */
/** Every file that SourceDisksFiles names for that architecture; the entry of the architecture's own section wins. */
function sourceFiles(inf, architecture) {
    const disks = byKey(inf, 'SourceDisksNames', architecture);
    return [...byKey(inf, 'SourceDisksFiles', architecture).values()].map(({ key = '', values }) => {
        const [disk = '', folder = ''] = values;
        // disk = description[, tag file[, unused[, path]]]
        const diskFolder = disks.get(disk)?.values[3] ?? '';
        return { name: key, path: joinPath(diskFolder, folder, key) };
    });
}
/**
 * Where a file lies that CopyFiles, CatalogFile or ServiceBinary names: beside the INF file unless SourceDisksFiles says otherwise.
 * @param files by `sourceFiles`
 */
function sourcePath(files, name) {
    const found = files.find((file) => file.name.toLowerCase() === name.toLowerCase());
    return found?.path ?? joinPath(name);
}
function byKey(inf, section, architecture) {
    const entries = [...inf.entries(section), ...inf.entries(`${section}.${architecture}`)];
    return new Map(entries.filter(({ key }) => key !== undefined).map((entry) => [entry.key?.toLowerCase() ?? '', entry]));
}
function joinPath(...parts) {
    return parts
        .flatMap((part) => part.split(/[\\/]+/))
        .filter((part) => part !== '' && part !== '.')
        .join('/');
}

;// CONCATENATED MODULE: ./.cache/build/src/drivers/inf/inf.js
/** An INF file read as what it says: version, devices, installation, files. */








/**
 * @param name path or file name, for messages
 * @throws FormatError with the byte offset and the line of what cannot be read
 */
function parseInf(bytes, name) {
    const document = new InfDocument(bytes, name);
    return {
        name: (0,external_node_path_.basename)(name),
        version: (0,inf_version/* readVersion */.$4)(document),
        models: (target) => chooseModels(document, target),
        allModels: () => allModels(document),
        install: (section, architecture) => readInstall(document, section, architecture),
        catalog: (architecture) => (0,inf_version/* catalogFile */.UI)(document, architecture),
        sourceFiles: (architecture) => sourceFiles(document, architecture),
        sourcePath: (file, architecture) => sourcePath(sourceFiles(document, architecture), file),
    };
}
/** @throws UserError file-missing */
async function readInfFile(path) {
    return (0,promises_.readFile)(path).catch((error) => {
        throw (0,explain_path_error/* explainPathError */.n)(error, { what: 'the driver file', path });
    });
}

;// CONCATENATED MODULE: ./.cache/build/src/drivers/driver-candidate.js
/** An INF file found somewhere on the Tools media, and what it means for one Windows. */








/**
 * Reads every INF file below `root`. Folder names mean nothing: each release of VMware Tools has others.
 * @param prefix put before the path of each file in messages
 */
async function findDrivers(root, target, prefix) {
    const names = await (0,promises_.readdir)(root, { recursive: true });
    const candidates = [];
    const unreadable = [];
    for (const name of names
        .filter((file) => /\.inf$/i.test(file) && (0,external_node_path_.basename)(file).toLowerCase() !== 'autorun.inf')
        .sort()) {
        try {
            const place = prefix + name.replaceAll('\\', '/');
            candidates.push(await readCandidate((0,external_node_path_.join)(root, name), place, target));
        }
        catch (error) {
            if (!(error instanceof errors/* FormatError */.IF))
                throw error;
            unreadable.push(error);
        }
    }
    return { candidates, unreadable };
}
/**
 * @param place the path for messages
 * @throws UserError file-missing; FormatError when it is no INF file that Windows could install
 */
async function readCandidate(path, place, target) {
    const inf = parseInf(await readInfFile(path), place);
    const models = (0,binding/* bindings */.NJ)(inf, target);
    const sections = new Map(models.map((model) => [model.installSection.toLowerCase(), model.installSection]));
    const { installs, fault } = readInstalls(inf, [...sections.values()], target);
    const driver = installs.find((install) => install.driver)?.driver ?? inf.version.driver;
    if (!driver)
        throw new errors/* FormatError */.IF(place, 0, 'DriverVer in [Version]', 'no DriverVer');
    const decoration = inf
        .models(target)
        .filter((entry) => entry.models.length > 0)
        .map((entry) => entry.chosen)
        .find((chosen) => chosen !== undefined);
    return { inf, path, place, models, decoration, installs, driver, obstacle: fault ?? obstacle(installs, target) };
}
/** What cannot be read Windows cannot carry out either: the file binds, and its driver would not be installed. */
function readInstalls(inf, sections, target) {
    try {
        return { installs: sections.map((section) => inf.install(section, target.architecture)), fault: undefined };
    }
    catch (error) {
        if (!(error instanceof errors/* FormatError */.IF))
            throw error;
        return { installs: [], fault: (0,binding/* uninstallable */.fb)(error) };
    }
}
function obstacle(installs, target) {
    const fromStore = installs.some(({ services }) => services.some(({ place }) => place.directory === directory_id/* DRIVER_STORE */.rB));
    if (!fromStore || target.build >= directory_id/* FIRST_BUILD_WITH_DRIVER_STORE */.Yl)
        return undefined;
    return `it runs from the driver store (%13%), which Windows can from build ${directory_id/* FIRST_BUILD_WITH_DRIVER_STORE */.Yl} on, and this is ${target.build}`;
}
/** True when this Windows would install and run it. */
function isUsable({ models, obstacle: hindered }) {
    return models.length > 0 && hindered === undefined;
}
/**
 * True when the candidate is what the user calls `name`: its INF file's name, the name of one of its services, or the
 * beginning of one of its hardware ids.
 */
function isCalled(candidate, name) {
    const wanted = name.toLowerCase();
    if (candidateName(candidate) === wanted)
        return true;
    if (candidate.installs.some(({ services }) => services.some((service) => service.name.toLowerCase() === wanted))) {
        return true;
    }
    return (wanted.includes('\\') && hardwareIds(candidate.inf.allModels()).some((id) => id.startsWith(name.toUpperCase())));
}
/** `pvscsi` for `pvscsi.inf`. */
function candidateName(candidate) {
    return candidate.inf.name.toLowerCase().replace(/\.inf$/, '');
}
/** Each id once, in the order of the file. */
function hardwareIds(models) {
    return [...new Set(models.flatMap(({ ids }) => ids.map(({ id }) => id)))];
}
/** Folder on the media, for messages. */
function candidateFolder(candidate) {
    return (0,external_node_path_.dirname)(candidate.place);
}
/** Order of two candidates that bind: newest DriverVer first, then the more specific decoration, then the path. */
function compareCandidates(a, b) {
    const byVersion = (0,inf_version/* compareDriverVersions */.Ty)(b.driver, a.driver);
    if (byVersion !== 0)
        return byVersion;
    const byDecoration = a.decoration && b.decoration ? compareTargetOs(b.decoration, a.decoration) : 0;
    if (byDecoration !== 0)
        return byDecoration;
    return a.place < b.place ? -1 : a.place > b.place ? 1 : 0;
}


/***/ }),

/***/ 64332:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ copyPackage),
/* harmony export */   i: () => (/* binding */ packageFiles)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41251);
/* harmony import */ var _files_case_blind_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(98242);
/** The files of a driver package: found beside its INF file whatever their case, and copied as one package. */




/**
 * Everything that Windows needs to stage and install the driver: the INF file, its catalog, what CopyFiles of the sections
 * that bind names, the services' binaries, and what else SourceDisksFiles names and is there.
 * @throws UserError driver-incomplete that names each missing file
 */
async function packageFiles(candidate, architecture) {
    const { inf, installs, path, place } = candidate;
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path);
    const catalog = inf.catalog(architecture);
    const needed = new Set([
        ...(catalog === undefined ? [] : [inf.sourcePath(catalog, architecture)]),
        ...installs.flatMap(({ copiedFiles, services }) => [...copiedFiles, ...services.map(({ binary }) => binary)].map((file) => inf.sourcePath(file, architecture))),
    ]);
    const optional = inf.sourceFiles(architecture).map((file) => file.path);
    const files = [{ path: inf.name, source: path }];
    const missing = [];
    const unneeded = [];
    for (const file of new Set([...needed, ...optional])) {
        const source = await findWithoutCase(folder, file, place);
        if (source !== undefined)
            files.push({ path: file, source });
        else if (needed.has(file))
            missing.push(file);
        else
            unneeded.push(file);
    }
    if (missing.length > 0)
        throw incomplete(place, missing);
    return { files, unneeded };
}
/** Copies the package into `directory`, under the names that the INF file uses. */
async function copyPackage(files, directory) {
    for (const { path, source } of files) {
        const target = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, ...path.split('/'));
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(target), { recursive: true });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.copyFile)(source, target);
    }
}
/** INF files and the media they lie on rarely agree on upper and lower case, and only Windows does not care. */
async function findWithoutCase(folder, path, place) {
    if (path.split('/').includes('..')) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FormatError */ .IF(place, 0, 'files below the folder of the INF file', JSON.stringify(path));
    }
    const found = await (0,_files_case_blind_js__WEBPACK_IMPORTED_MODULE_3__/* .findPath */ .Hh)(folder, path);
    return found && (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, found);
}
function incomplete(place, missing) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('driver-incomplete', `${place} names ${missing.length === 1 ? 'a file that is' : 'files that are'} not there: ${missing.join(', ')}`, 'The media are damaged or were unpacked in part: check the hash of the ISO and fetch it again.');
}


/***/ }),

/***/ 58157:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ik: () => (/* binding */ explainUseless),
/* harmony export */   RK: () => (/* binding */ rankCandidates),
/* harmony export */   iX: () => (/* binding */ rankDrivers)
/* harmony export */ });
/* harmony import */ var _binding_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13303);
/* harmony import */ var _driver_candidate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8249);
/** Which of several copies of one driver Windows gets: the one choice that extract-drivers and build-vhd share. */


/** @param candidates copies of one driver */
function rankCandidates(candidates, target) {
    const [chosen, ...others] = candidates.filter(_driver_candidate_js__WEBPACK_IMPORTED_MODULE_0__/* .isUsable */ .Ng).sort(_driver_candidate_js__WEBPACK_IMPORTED_MODULE_0__/* .compareCandidates */ .Ae);
    const useless = candidates.filter((candidate) => !(0,_driver_candidate_js__WEBPACK_IMPORTED_MODULE_0__/* .isUsable */ .Ng)(candidate));
    return {
        chosen,
        leftOut: [
            ...useless.map((candidate) => ({
                candidate,
                reason: `${candidate.place}: ${explainUseless(candidate, target)}.`,
            })),
            ...others.map((candidate) => ({
                candidate,
                reason: `${candidate.place}: ${chosen ? behind(candidate, chosen) : ''}.`,
            })),
        ],
    };
}
/**
 * One choice for each driver, in the order of their first copies. Copies share the name of their INF file and a device; what shares the name alone is another
 * driver, and so is an extension of another id (DriverStoreExplorer issue 183): it gets a name of its own, by which it is staged.
 */
function rankDrivers(candidates, target) {
    const groups = [];
    for (const candidate of candidates) {
        const group = groups.find(({ copies }) => copies.some((copy) => areCopies(copy, candidate)));
        if (group !== undefined) {
            group.copies.push(candidate);
            continue;
        }
        const name = (0,_driver_candidate_js__WEBPACK_IMPORTED_MODULE_0__/* .candidateName */ .vf)(candidate);
        const namesakes = groups.filter(({ copies: [first] }) => first && (0,_driver_candidate_js__WEBPACK_IMPORTED_MODULE_0__/* .candidateName */ .vf)(first) === name).length;
        groups.push({ name: namesakes === 0 ? name : `${name}-${namesakes + 1}`, copies: [candidate] });
    }
    return groups.map(({ name, copies }) => ({ name, ...rankCandidates(copies, target) }));
}
function areCopies(a, b) {
    if ((0,_driver_candidate_js__WEBPACK_IMPORTED_MODULE_0__/* .candidateName */ .vf)(a) !== (0,_driver_candidate_js__WEBPACK_IMPORTED_MODULE_0__/* .candidateName */ .vf)(b) || a.inf.version.extensionId !== b.inf.version.extensionId)
        return false;
    const [own, others] = [(0,_driver_candidate_js__WEBPACK_IMPORTED_MODULE_0__/* .hardwareIds */ .pC)(a.inf.allModels()), (0,_driver_candidate_js__WEBPACK_IMPORTED_MODULE_0__/* .hardwareIds */ .pC)(b.inf.allModels())];
    return own.length === 0 || others.length === 0 || own.some((id) => others.includes(id));
}
/** Why a driver would not be used: one clause. */
function explainUseless({ inf, obstacle }, target) {
    return obstacle ?? (0,_binding_js__WEBPACK_IMPORTED_MODULE_1__/* .explainNoBinding */ .MP)(inf, target);
}
function behind(other, chosen) {
    const { version, date } = other.driver;
    const isSame = version === chosen.driver.version && date === chosen.driver.date;
    return isSame ? `the same version, ${version} of ${date}` : `version ${version} of ${date} ranks behind`;
}


/***/ }),

/***/ 18153:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ windowsTarget),
/* harmony export */   P: () => (/* binding */ windowsServer)
/* harmony export */ });
/* harmony import */ var _products_product_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39652);
/** The Windows that a product is to its drivers: the version with which the decorations of an INF are compared. */

/** VER_NT_SERVER, and VER_SUITE_TERMINAL with VER_SUITE_SINGLEUSERTS (remote administration) of winnt.h. */
const SERVER = 3;
const REMOTE_ADMINISTRATION = 0x110;
function windowsTarget(product) {
    return windowsServer(_products_product_js__WEBPACK_IMPORTED_MODULE_0__/* .PRODUCT_FACTS */ .sn[product].build);
}
/** A Windows Server for x64 of that build, all of which call themselves version 10.0. */
function windowsServer(build) {
    return {
        architecture: 'amd64',
        major: 10,
        minor: 0,
        build,
        productType: SERVER,
        suiteMask: REMOTE_ADMINISTRATION,
    };
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


/***/ })

};
