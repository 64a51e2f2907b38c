export const id = 639;
export const ids = [639];
export const modules = {

/***/ 56735:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _src_runner_run_on_github_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59853);
/* harmony import */ var _action_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92829);
/** Takes the drivers that bind on the product out of the VMware Tools disc, each into a folder of its own. */


await (0,_src_runner_run_on_github_js__WEBPACK_IMPORTED_MODULE_0__/* .runOnGithub */ ._)(_action_js__WEBPACK_IMPORTED_MODULE_1__/* .extractDrivers */ .l);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 98242:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hh: () => (/* binding */ findPath),
/* harmony export */   bd: () => (/* binding */ findName),
/* harmony export */   yS: () => (/* binding */ isSameName)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41251);
/** Names as Windows compares them: letters of either case are the same. */



function isSameName(one, other) {
    return one.toLowerCase() === other.toLowerCase();
}
/** The name among `names` that Windows takes for `wanted`, as it is spelt there; the exact spelling comes first. */
function findName(names, wanted) {
    return names.find((name) => name === wanted) ?? names.find((name) => isSameName(name, wanted));
}
/**
 * Looks a path up below `root`, part by part.
 * @param path with `/` between its parts
 * @returns the path as it is spelt there, with `/`; undefined when there is none
 */
async function findPath(root, path) {
    const found = [];
    for (const part of path.split('/')) {
        const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, ...found)).catch((error) => {
            if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .hasErrnoCode */ .qk)(error, 'ENOENT') || (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .hasErrnoCode */ .qk)(error, 'ENOTDIR'))
                return [];
            throw error;
        });
        const name = findName(names, part);
        if (name === undefined)
            return undefined;
        found.push(name);
    }
    return found.join('/');
}


/***/ }),

/***/ 46123:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ partialOf),
/* harmony export */   w: () => (/* binding */ HELD_PATH)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _follow_links_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69677);
/* harmony import */ var _move_into_place_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69174);
/** Files and folders that must not outlive their run unless they are finished. */



/** Windows lets go of what a machine or a program had open a moment after its end; each try waits 100 ms longer. */
const RETRIES = 10;
const HELD_PATH = {
    kind: 'path',
    what: ({ paths }) => `the unfinished ${paths[0]}`,
    undo: async ({ paths }) => {
        for (const path of paths)
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(path, { recursive: true, force: true, maxRetries: RETRIES });
    },
};
/** What a run that writes `path` may leave when it is killed: the file under its temporary name. */
async function partialOf(path) {
    return { paths: [(await (0,_follow_links_js__WEBPACK_IMPORTED_MODULE_1__/* .followLinks */ .n)(path)) + _move_into_place_js__WEBPACK_IMPORTED_MODULE_2__/* .PARTIAL_SUFFIX */ .oG] };
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

/***/ 92308:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ readSignature),
/* harmony export */   LS: () => (/* binding */ commonName)
/* harmony export */ });
/* unused harmony exports readOsslsigncode, SIGNATURE_SCRIPT, readPowerShell */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/* harmony import */ var _powershell_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50241);
/**
 * Who signed a file (a package, a catalog, a program), as the tool of the platform reads it: Get-AuthenticodeSignature on Windows,
 * osslsigncode elsewhere. Sources: SignatureStatus of System.Management.Automation; output of osslsigncode 2.
 */


async function readSignature(path, tools) {
    if (process.platform === 'win32')
        return byPowerShell(path, tools);
    if (!(await tools.has('osslsigncode')))
        return { state: 'unchecked', by: 'osslsigncode is not installed' };
    const output = await tools.run('osslsigncode', ['verify', '-in', path], { okExitCodes: ANY_EXIT });
    return readOsslsigncode(`${output.stdout}\n${output.stderr}`);
}
/** It exits with 1 for unsigned, untrusted and altered alike; its text tells them apart. */
const ANY_EXIT = Array.from({ length: 256 }, (_, code) => code);
/** Reads the text of `osslsigncode verify`. A catalog is signed by its certificates alone and has no digest of the file. */
function readOsslsigncode(text) {
    const tool = 'osslsigncode';
    const told = { by: tool, tool };
    if (/no signature found/i.test(text))
        return { state: 'unsigned', ...told };
    const own = /Signer's certificate:([\s\S]*)/.exec(text)?.[1] ?? text;
    const subject = /^\s*Subject\s*:\s*(.+)$/m.exec(own)?.[1]?.trim();
    const signer = subject === undefined ? {} : { signer: subject };
    const current = /^Current message digest\s*:\s*([0-9A-F]+)/m.exec(text)?.[1];
    const calculated = /^Calculated message digest\s*:\s*([0-9A-F]+)/m.exec(text)?.[1];
    if (current === undefined || calculated === undefined) {
        return { state: 'unchecked', ...told, by: 'osslsigncode could not read it', ...signer };
    }
    if (current !== calculated)
        return { state: 'altered', ...told, ...signer };
    const isTrusted = /^Signature verification: ok$/m.test(text);
    return { state: isTrusted ? 'valid' : 'untrusted', ...told, ...signer };
}
/** The path travels in the environment: nothing in it can become PowerShell. */
const SIGNATURE_SCRIPT = `${_powershell_js__WEBPACK_IMPORTED_MODULE_1__/* .POWERSHELL_HEAD */ .dz}$signature = Get-AuthenticodeSignature -LiteralPath $env:STILLFRAME_SIGNED_FILE
@{ status = [string]$signature.Status; signer = [string]$signature.SignerCertificate.Subject } | ConvertTo-Json -Compress`;
async function byPowerShell(path, tools) {
    const args = ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command', SIGNATURE_SCRIPT];
    try {
        const { stdout } = await tools.run('powershell.exe', args, {
            env: { STILLFRAME_SIGNED_FILE: path },
            encoding: 'utf-8',
        });
        return readPowerShell(stdout);
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ToolError */ .v4))
            throw error;
        return { state: 'unchecked', by: `Get-AuthenticodeSignature failed: ${error.tail.split('\n')[0] ?? ''}` };
    }
}
const STATES = {
    Valid: 'valid',
    NotTrusted: 'untrusted',
    HashMismatch: 'altered',
    NotSigned: 'unsigned',
};
/** Reads the JSON of the script. */
function readPowerShell(json) {
    const tool = 'Get-AuthenticodeSignature';
    const { status, signer } = parseAnswer(json);
    const state = STATES[status] ?? 'unchecked';
    return {
        state,
        by: state === 'unchecked' ? `${tool} says ${status || 'nothing'}` : tool,
        tool,
        ...(status !== '' && { status }),
        ...(signer !== '' && { signer }),
    };
}
function parseAnswer(json) {
    try {
        const { status, signer } = JSON.parse(json);
        return { status: String(status ?? ''), signer: String(signer ?? '') };
    }
    catch {
        return { status: '', signer: '' };
    }
}
/** Common name out of `/C=US/O=Company, Inc./CN=Name, Inc.` (OpenSSL) or `CN="Name, Inc.", O=…` (.NET). */
function commonName(subject) {
    const text = subject.trim();
    const match = text.startsWith('/')
        ? /\/CN=([^/]*)/.exec(text)
        : (/(?:^|,\s*)CN="((?:[^"]|"")*)"/.exec(text) ?? /(?:^|,\s*)CN=([^,]*)/.exec(text));
    return match?.[1]?.replaceAll('""', '"').trim();
}


/***/ })

};
