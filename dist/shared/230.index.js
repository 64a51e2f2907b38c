export const id = 230;
export const ids = [230];
export const modules = {

/***/ 56735:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _src_runner_run_on_github_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59853);
/* harmony import */ var _action_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38858);
/** Takes the drivers that bind on the product out of the VMware Tools disc, each into a folder of its own. */


await (0,_src_runner_run_on_github_js__WEBPACK_IMPORTED_MODULE_0__/* .runOnGithub */ ._)(_action_js__WEBPACK_IMPORTED_MODULE_1__/* .extractDrivers */ .l);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 63449:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LH: () => (/* binding */ withRetries),
/* harmony export */   Rc: () => (/* binding */ Transient),
/* harmony export */   TU: () => (/* binding */ DEFAULT_RETRIES),
/* harmony export */   fu: () => (/* binding */ backOff),
/* harmony export */   mu: () => (/* binding */ parseRetryAfter),
/* harmony export */   v7: () => (/* binding */ pause)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/** Tries again what fails in passing: exponential back-off with jitter, a server's own Retry-After respected. */

const DEFAULT_RETRIES = { attempts: 5, baseMs: 1000, maxMs: 60_000 };
/** Thrown inside `withRetries` to say "this may pass"; its cause is what the caller gets when it does not. */
class Transient extends Error {
    name = 'Transient';
    retryAfterMs;
    constructor(cause, retryAfterMs) {
        super(cause.message, { cause });
        this.retryAfterMs = retryAfterMs;
    }
}
/**
 * @param attempt the work; throws a Transient when trying again may help
 * @param onRetry told before each wait
 * @throws whatever `attempt` throws, a Transient's cause after the last try, or the signal's reason
 */
async function withRetries(attempt, policy, signal, onRetry = () => { }) {
    for (let number = 1;; number += 1) {
        signal.throwIfAborted();
        try {
            return await attempt(number);
        }
        catch (error) {
            if (!(error instanceof Transient))
                throw error;
            if (number >= policy.attempts)
                throw error.cause;
            const waitMs = backOff(number, policy, error.retryAfterMs);
            onRetry(error, waitMs);
            await pause(waitMs, signal);
        }
    }
}
/** Full jitter over the upper half of the exponential step, so that parallel clients do not come back together. */
function backOff(number, policy, retryAfterMs) {
    const step = Math.min(policy.maxMs, policy.baseMs * 2 ** (number - 1));
    const jittered = step / 2 + (Math.random() * step) / 2;
    return Math.min(policy.maxMs, Math.max(jittered, retryAfterMs ?? 0));
}
/** Waits; rejects with the signal's reason when it is aborted meanwhile. */
async function pause(milliseconds, signal) {
    try {
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(milliseconds, undefined, { signal });
    }
    catch (error) {
        signal.throwIfAborted();
        throw error;
    }
}
/** Milliseconds of a Retry-After header: seconds or an HTTP date (RFC 9110, section 10.2.3). */
function parseRetryAfter(value, now = Date.now()) {
    if (value === undefined)
        return undefined;
    if (/^\s*\d+\s*$/.test(value))
        return Number(value) * 1000;
    const date = Date.parse(value);
    return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}


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

/***/ 94427:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DC: () => (/* binding */ hashFile),
/* harmony export */   TM: () => (/* binding */ digestFile),
/* harmony export */   Uk: () => (/* binding */ hashRange),
/* harmony export */   cU: () => (/* binding */ createDigests)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/** Digests of files and of parts of them, in lower-case hexadecimal. */


const CHUNK = 4 * 2 ** 20;
/** SHA-256 of the whole file. @throws the signal's reason, and what opening a file throws */
async function hashFile(path, signal) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    for await (const chunk of readBlocks(path, signal))
        hash.update(chunk);
    return hash.digest('hex');
}
/** Both digests by which files are known to the catalog and to locks. @throws as `hashFile` */
async function digestFile(path, signal) {
    const digests = createDigests();
    for await (const chunk of readBlocks(path, signal))
        digests.update(chunk);
    return digests.result();
}
/** Counts and hashes what passes by; `result` can be asked at any time. */
function createDigests() {
    const sha1 = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha1');
    const sha256 = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    let size = 0;
    return {
        update: (chunk) => {
            sha1.update(chunk);
            sha256.update(chunk);
            size += chunk.length;
        },
        // Hash objects end with their digest; copies keep them usable.
        result: () => ({ sha1: sha1.copy().digest('hex'), sha256: sha256.copy().digest('hex'), size }),
    };
}
/**
 * Digest of `size` bytes from `offset` on. The next block is read while the last one is hashed.
 * @throws FormatError when the source ends before; the signal's reason
 */
async function hashRange(source, range, algorithm, signal) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(algorithm);
    const buffers = [0, 1].map(() => Buffer.allocUnsafe(Math.min(CHUNK, range.size)));
    const read = async (position, buffer) => {
        const block = buffer.subarray(0, range.size - position);
        if (block.length > 0)
            await source.readInto(block, range.offset + position);
        return block;
    };
    let [free, spare] = buffers;
    let next = read(0, free);
    for (let position = 0; position < range.size;) {
        signal.throwIfAborted();
        const block = await next;
        position += block.length;
        [free, spare] = [spare, free];
        next = read(position, free);
        // It is awaited in the next round; until then its failure must not count as unhandled.
        next.catch(() => { });
        hash.update(block);
    }
    return hash.digest('hex');
}
async function* readBlocks(path, signal) {
    signal.throwIfAborted();
    try {
        yield* (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(path, { highWaterMark: CHUNK, signal });
    }
    catch (error) {
        signal.throwIfAborted();
        throw error;
    }
}


/***/ }),

/***/ 59853:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _: () => (/* binding */ runOnGithub)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 8 modules
var core = __webpack_require__(46058);
// EXTERNAL MODULE: ./.cache/build/src/job/run-action.js + 15 modules
var run_action = __webpack_require__(66523);
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
            await core/* summary */.z.addRaw(markdown, true).write();
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


/***/ })

};
