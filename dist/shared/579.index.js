export const id = 579;
export const ids = [579];
export const modules = {

/***/ 37355:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _src_runner_run_on_github_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59853);
/* harmony import */ var _action_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57939);
/** Finds the updates that a template needs, downloads them verified and says in which order to install them. */


await (0,_src_runner_run_on_github_js__WEBPACK_IMPORTED_MODULE_0__/* .runOnGithub */ ._)(_action_js__WEBPACK_IMPORTED_MODULE_1__/* .fetchUpdates */ .J);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

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

/***/ 59853:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _: () => (/* binding */ runOnGithub)
});

// EXTERNAL MODULE: ./.cache/build/node_modules/@actions/core/lib/core.js + 3 modules
var core = __webpack_require__(50497);
// EXTERNAL MODULE: ./.cache/build/src/job/run-action.js + 10 modules
var run_action = __webpack_require__(13437);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./.cache/build/src/job/end-programs.js
var end_programs = __webpack_require__(25137);
// EXTERNAL MODULE: ./.cache/build/src/job/held-record.js
var held_record = __webpack_require__(1765);
// EXTERNAL MODULE: ./.cache/build/src/job/undo-held.js
var undo_held = __webpack_require__(78708);
// EXTERNAL MODULE: ./.cache/build/src/job/undo-time.js
var undo_time = __webpack_require__(4346);
;// CONCATENATED MODULE: ./.cache/build/src/job/run-post.js
/** The post step: undoes what its run held and, killed, could not undo itself. Needs no inputs, only the step's state. */





/**
 * @param state what `Host.saveState` was given last
 * @returns whether nothing remains; never throws
 */
async function runPost(action, host, state) {
    const signal = AbortSignal.timeout(undo_time/* UNDO_MS */._);
    const { log } = host;
    const tools = host.createTools(() => signal, { onCommand: (line) => log.debug(line) });
    const saved = readState(state);
    if (!saved)
        return true;
    // The file is newer than the state where the process was killed between the two.
    const content = (0,held_record/* parseHeldContent */.SG)(await (0,promises_.readFile)(saved.file, 'utf8').catch(() => '')) ?? saved.content;
    if (!content)
        return true;
    // First of all: what still works on a thing that is held would only make it anew.
    await (0,end_programs/* endPrograms */.v)(content.programs, { log, endProgram: host.endProgram });
    const remains = await (0,undo_held/* undoHeld */.M)(content.holds, action.holds, { log, tools, signal });
    for (const remaining of remains)
        log.annotate('error', `Could not remove ${remaining}`);
    if (remains.length === 0)
        await (0,held_record/* removeRecord */.GI)(saved.file);
    return remains.length === 0;
}
function readState(state) {
    try {
        const { file, content } = JSON.parse(state);
        return typeof file === 'string' ? { file, content: (0,held_record/* readHeldContent */.Lu)(content) } : undefined;
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./.cache/build/node_modules/@actions/core/lib/summary.js
var summary = __webpack_require__(53454);
// EXTERNAL MODULE: ./.cache/build/src/job/place.js
var place = __webpack_require__(98021);
;// CONCATENATED MODULE: ./.cache/build/src/runner/input-variable.js
/** How the runner names the variable of an input. */
/** Upper case, blanks as underscores; dashes stay. */
function inputVariable(name) {
    return `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`;
}

// EXTERNAL MODULE: ./.cache/build/src/runner/tools.js + 7 modules
var tools = __webpack_require__(13979);
;// CONCATENATED MODULE: ./.cache/build/src/runner/github-host.js
/** The GitHub runner as a host: inputs from its variables, workflow commands, command files. */




/** Names the state that tells the post step from the main step, and what it has to undo. */
const STATE = 'stillframe';
function githubHost() {
    return {
        log: {
            info: core/* info */.pq,
            warning: (message) => core/* warning */.$e(message),
            debug: core/* debug */.Yz,
            group: core/* group */.Os,
            annotate: (severity, text, at) => {
                const place = at && { file: at.file, startLine: at.line, startColumn: at.column };
                if (severity === 'error')
                    core/* error */.z3(text, place);
                else
                    core/* warning */.$e(text, place);
            },
        },
        readRaw: (name) => process.env[inputVariable(name)],
        mask: core/* setSecret */.Pq,
        place: () => (0,place/* readPlace */.y)(process.env),
        createTools: tools/* createToolRunner */.P,
        endProgram: tools/* endProgram */._,
        setOutput: core/* setOutput */.uH,
        writeSummary: async (markdown) => {
            if (markdown.trim() === '' || !process.env.GITHUB_STEP_SUMMARY)
                return;
            await summary/* summary */.z.addRaw(markdown, true).write();
        },
        // By its file alone: the old command would print what a session needs into the log.
        saveState: (state) => {
            if (process.env.GITHUB_STATE)
                core/* saveState */.LZ(STATE, state);
        },
    };
}

;// CONCATENATED MODULE: ./.cache/build/src/runner/run-on-github.js
/** Runs an action as a step of a GitHub job, or its post step. */




/** A handle that a library forgot does not keep the job waiting for longer than this. */
const LINGER_MS = 3_000;
/** The body of every entry file. The same bundle is the post step: it is told by the state that the main step saved. */
async function runOnGithub(action) {
    const host = githubHost();
    const state = (0,core/* getState */.Gu)(STATE);
    if (state === '')
        host.saveState?.('{}');
    const ok = state === '' ? await (0,run_action/* runAction */.C)(action, host) : await runPost(action, host, state);
    process.exitCode = ok ? 0 : 1;
    setTimeout(() => process.exit(), LINGER_MS).unref();
}


/***/ }),

/***/ 73812:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ openPackage)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.cache/build/src/archives/cab/cab-directory.js
var cab_directory = __webpack_require__(21417);
// EXTERNAL MODULE: ./.cache/build/src/errors.js
var errors = __webpack_require__(41251);
// EXTERNAL MODULE: ./.cache/build/src/files/move-into-place.js
var move_into_place = __webpack_require__(69174);
// EXTERNAL MODULE: ./.cache/build/src/updates/compare-text.js
var compare_text = __webpack_require__(35206);
;// CONCATENATED MODULE: ./.cache/build/src/updates/container.js
/** What kind of container a package is, by its first bytes: names and operating systems do not tell. */


/** @throws FormatError when it is neither a cabinet nor a WIM */
async function sniffContainer(path) {
    const file = await (0,promises_.open)(path, 'r');
    try {
        const { bytesRead, buffer } = await file.read(Buffer.alloc(8), 0, 8, 0);
        const magic = buffer.subarray(0, bytesRead).toString('latin1');
        if (magic.startsWith('MSCF'))
            return 'cab'; // [MS-CAB] 2.1
        if (magic === 'MSWIM\0\0\0')
            return 'wim';
        throw new errors/* FormatError */.IF(path, 0, 'MSCF (a cabinet) or MSWIM (a WIM)', `"${magic.replaceAll(/[^ -~]/g, '.')}"`);
    }
    finally {
        await file.close();
    }
}

// EXTERNAL MODULE: ./.cache/build/src/files/link-or-copy.js
var link_or_copy = __webpack_require__(21844);
;// CONCATENATED MODULE: ./.cache/build/src/updates/expand-members.js
/** Takes members out of a cabinet with expand.exe, which every Windows has. */



/** Characters that expand.exe knows, whatever LongPathsEnabled says: only programs that declare it know more (Microsoft, "Maximum Path Length Limitation"). */
const MAX_PATH = 259;
/**
 * @param members names without wildcards
 * @param folder gets them, flat
 * @param temp a folder with a short path, for what expand.exe would not find where it is
 * @throws ToolError
 */
async function expandMembers(cabinet, members, folder, temp, tools) {
    const expand = async (from, to) => {
        for (const member of members)
            await tools.run('expand.exe', [from, `-F:${member}`, to]);
    };
    if ([cabinet, ...members.map((name) => (0,external_node_path_.join)(folder, name))].every((path) => path.length <= MAX_PATH)) {
        return expand(cabinet, folder);
    }
    await (0,promises_.mkdir)(temp, { recursive: true });
    const near = await (0,promises_.mkdtemp)((0,external_node_path_.join)(temp, 'expand-'));
    try {
        const [source, out] = [(0,external_node_path_.join)(near, 'package.cab'), (0,external_node_path_.join)(near, 'out')];
        await (0,promises_.mkdir)(out);
        await (0,link_or_copy/* linkOrCopy */.L)(cabinet, source);
        await expand(source, out);
        for (const name of await (0,promises_.readdir)(out))
            await (0,link_or_copy/* linkOrCopy */.L)((0,external_node_path_.join)(out, name), (0,external_node_path_.join)(folder, name));
    }
    finally {
        await (0,promises_.rm)(near, { recursive: true, force: true });
    }
}

// EXTERNAL MODULE: ./.cache/build/src/updates/package-identity.js
var package_identity = __webpack_require__(61018);
// EXTERNAL MODULE: ./.cache/build/src/updates/update-title.js
var update_title = __webpack_require__(78933);
;// CONCATENATED MODULE: ./.cache/build/src/updates/open-package.js
/**
 * Opens a package: what it is by its own account, and on request the cabinets of the field's recipe (servicing stack and update).
 * The program that unpacks runs once, over the members that are needed.
 */










/** `SSU-17763.8800-x64.cab` of combined packages. */
const STACK = /^SSU-(\d{5}\.\d+)-(?:x64|x86|arm64)\.cab$/i;
/** `Windows10.0-KB5005112-x64.cab`, with marks such as `_PSFX` or `-ndp48`. */
const UPDATE = /^Windows\d+\.\d+-KB\d{6,8}-[\w.-]+\.cab$/i;
/** Small texts that say what the package is. */
const TEXT = /^(?:Windows\d+\.\d+-KB\d+[\w.-]*\.xml|.*-pkgProperties\.txt|update\.mum)$/i;
const TEMPORARY = '.opening-stillframe-tmp-';
const METADATA = /\.AggregatedMetadata\.cab$/i;
/**
 * @param options.temp a folder for what is unpacked in passing
 * @param options.extractTo where the cabinets go; without it none are taken out
 * @throws UserError package-invalid when cabinets are asked for and the format does not allow it; FormatError for no package at all
 */
async function openPackage(path, tools, options) {
    const container = await sniffContainer(path);
    const { members, unread } = await listMembers(path, container, tools);
    const isPlainCab = container === 'cab' && members.some((name) => /^update\.mum$/i.test(name));
    const extract = options.extractTo === undefined || isPlainCab ? [] : cabsToExtract(path, container, members);
    if (unread !== undefined)
        return { container, ...factsOfNames(members), hotpatch: false, cabs: [], unread };
    // Beside the target, so that renaming stays on one volume.
    const parent = options.extractTo ?? options.temp;
    await (0,promises_.mkdir)(parent, { recursive: true });
    if (options.extractTo !== undefined)
        await removeLeftovers(options.extractTo);
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(parent, TEMPORARY));
    try {
        const texts = members.filter((name) => isPlain(name) && (TEXT.test(name) || METADATA.test(name)));
        await unpackMembers({ path, container, folder, temp: options.temp }, [...texts, ...extract], tools);
        const facts = await readFacts(folder, members);
        return {
            container,
            ...facts,
            cabs: options.extractTo === undefined
                ? []
                : isPlainCab
                    ? [itself(path)]
                    : await moveCabs(path, extract, folder, options.extractTo),
        };
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}
/** A package that is a cabinet already needs no taking apart. */
function itself(path) {
    return { path, name: (0,external_node_path_.basename)(path), kind: 'update' };
}
/** What a killed run left; the folder belongs to one package, so nobody else works in it. */
async function removeLeftovers(folder) {
    for (const name of await (0,promises_.readdir)(folder)) {
        if (name.startsWith(TEMPORARY))
            await (0,promises_.rm)((0,external_node_path_.join)(folder, name), { recursive: true, force: true });
    }
}
async function readFacts(folder, members) {
    const unpacked = (await (0,promises_.readdir)(folder)).sort(compare_text/* compareText */.n);
    const text = async (pattern) => {
        const name = unpacked.find((candidate) => pattern.test(candidate));
        return name === undefined ? undefined : (0,promises_.readFile)((0,external_node_path_.join)(folder, name), 'utf8');
    };
    const xml = (await text(/KB\d+-[\w.-]*(?<!_uup)\.xml$/i)) ?? (await text(/^update\.mum$/i));
    const identities = xml === undefined ? [] : (0,package_identity/* readIdentities */.d1)(xml);
    const [identity] = identities;
    const properties = await text(/-pkgProperties\.txt$/i);
    const names = factsOfNames(members);
    const kb = (properties && (0,package_identity/* readPropertiesKb */.Zs)(properties)) || names.kb || kbOfIdentity(identity);
    const build = identity && (0,package_identity/* buildOfIdentity */._m)(identity);
    const metadata = unpacked.find((name) => METADATA.test(name));
    return {
        ...names,
        ...(kb !== undefined && { kb }),
        ...(identity && { identity, identities }),
        ...(build !== undefined && { build }),
        hotpatch: metadata !== undefined && (await holdsHotpatch((0,external_node_path_.join)(folder, metadata))),
    };
}
/** What the names of the members tell by themselves. */
function factsOfNames(members) {
    const named = members.find((name) => UPDATE.test(name) || /^Windows\d+\.\d+-KB\d+-[\w.-]+\.wim$/i.test(name));
    const kb = named === undefined ? undefined : (0,update_title/* kbOf */.h_)(named);
    const stack = members.map(stackVersion).find((version) => version !== undefined);
    return { ...(kb !== undefined && { kb }), ...(stack !== undefined && { stack }) };
}
/** Hotpatches look like cumulative updates from outside; their metadata do not. */
async function holdsHotpatch(metadata) {
    return (await (0,cab_directory/* readCabDirectory */.AN)(metadata)).some(({ name }) => /hotpatchcompdb/i.test(name));
}
function kbOfIdentity(identity) {
    return identity && (0,update_title/* kbOf */.h_)(identity.name.replaceAll('_', '-'));
}
function stackVersion(member) {
    return STACK.exec(member)?.[1];
}
function cabsToExtract(path, container, members) {
    if (container === 'wim')
        throw cannotExtract(path, 'it is a WIM container, whose parts DISM cannot add one by one');
    if (members.some((name) => /\.psf$/i.test(name))) {
        throw cannotExtract(path, 'its content is in a .psf of differences, which needs the whole package');
    }
    const wanted = members.filter((name) => STACK.test(name) || UPDATE.test(name));
    if (wanted.some((name) => UPDATE.test(name)))
        return wanted;
    throw cannotExtract(path, 'it holds no cabinet named Windows…-KB….cab');
}
async function moveCabs(path, wanted, folder, target) {
    const unpacked = await (0,promises_.readdir)(folder);
    const cabs = [];
    for (const name of wanted.toSorted(compareCabs)) {
        if (!unpacked.includes(name))
            throw cannotExtract(path, `${name} was not unpacked`);
        await (0,move_into_place/* moveIntoPlace */.hU)((0,external_node_path_.join)(folder, name), (0,external_node_path_.join)(target, name));
        const version = stackVersion(name);
        cabs.push({
            path: (0,external_node_path_.join)(target, name),
            name,
            kind: version === undefined ? 'update' : 'servicing-stack',
            ...(version !== undefined && { version }),
        });
    }
    return cabs;
}
/** The servicing stack before the update that comes with it. */
function compareCabs(a, b) {
    return Number(UPDATE.test(a)) - Number(UPDATE.test(b)) || (0,compare_text/* compareText */.n)(a, b);
}
/** A member's name becomes a file name: one plain segment. */
function isPlain(name) {
    return /^[\w.-]{1,200}$/.test(name) && !name.startsWith('.');
}
/** A WIM is listed by 7-Zip, which takes it for a cabinet by its name; on a Windows without it by DISM, which unpacks it as a whole alone. */
async function listMembers(path, container, tools) {
    if (container === 'cab')
        return { members: (await (0,cab_directory/* readCabDirectory */.AN)(path)).map(({ name }) => name) };
    if (await tools.has('7zz')) {
        const { stdout } = await tools.run('7zz', ['l', '-twim', '-slt', '-ba', '--', path]);
        return { members: [...stdout.matchAll(/^Path = (.+?)\r?$/gm)].map((match) => match[1] ?? '') };
    }
    const missing = '7-Zip, which reads WIM containers, is not installed';
    if (process.platform !== 'win32')
        return { members: [], unread: missing };
    try {
        const args = ['/English', '/List-Image', `/ImageFile:${path}`, '/Index:1'];
        const { stdout } = await tools.run('dism.exe', args);
        const members = [...stdout.matchAll(/^\\(.*[^\\\r\n])\r?$/gm)].map((match) => match[1] ?? '');
        return { members, unread: `only the names of its files are known: ${missing}` };
    }
    catch (error) {
        if (!(error instanceof errors/* ToolError */.v4))
            throw error;
        return {
            members: [],
            unread: `${missing}, and ${error.message}${error.explanation ? `: ${error.explanation}` : ''}`,
        };
    }
}
/** 7-Zip where there is one; else expand.exe, which every Windows has. Only the named members, flat into the folder. */
async function unpackMembers({ path, container, folder, temp }, members, tools) {
    if (members.length === 0)
        return;
    try {
        if (container === 'wim' || process.platform !== 'win32' || (await tools.has('7zz'))) {
            const includes = members.map((member) => `-i!${member}`);
            await tools.run('7zz', ['e', `-t${container}`, '-y', '-bd', '-bso0', `-o${folder}`, ...includes, '--', path]);
            return;
        }
        await expandMembers(path, members, folder, temp, tools);
    }
    catch (error) {
        if (!(error instanceof errors/* ToolError */.v4))
            throw error;
        throw new errors/* UserError */.yo('package-invalid', `${path} could not be unpacked: ${error.message}: ${error.tail.split('\n').at(-1) ?? ''}`, 
        // Its directory could be read: it need not be the package that is wrong.
        `${error.explanation ?? 'What the program printed says which file.'} Fetch the package again only where its SHA-1, the end of its name in the catalog, is another.`, { cause: error });
    }
}
function cannotExtract(path, why) {
    return new errors/* UserError */.yo('package-invalid', `${path} cannot be taken apart: ${why}`, 'Set extract: false and give the package itself to DISM.');
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

/***/ 49998:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ packageKind)
/* harmony export */ });
/* harmony import */ var _package_identity_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61018);
/** What kind of update a package is by its own account. */

/**
 * Its identity tells; else what it holds: only cumulative updates carry a servicing stack or are WIM containers; its name at last.
 * No package says that it is a checkpoint: that is a cumulative update which a newer one builds on.
 * @param name of its file
 */
function packageKind(opened, name) {
    const told = opened.identity && (0,_package_identity_js__WEBPACK_IMPORTED_MODULE_0__/* .kindOfIdentity */ .ee)(opened.identity.name);
    if (told)
        return told;
    if (opened.stack !== undefined)
        return 'cumulative';
    if (/-ndp\d/i.test(name))
        return 'dotnet';
    if (opened.container === 'wim')
        return 'cumulative';
    return /^ssu-|servicingstack/i.test(name) ? 'servicing-stack' : undefined;
}


/***/ })

};
