export const id = 6724;
export const ids = [6724];
export const modules = {

/***/ 17785:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ replaceFile)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _explain_path_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49094);
/* harmony import */ var _partial_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38258);
/** Writes a small file at once, so that a reader sees the old one or the new one and nothing in between. */



/**
 * Follows symbolic links, and keeps mode and owner of what it replaces. A device or a pipe is written to as it is.
 * @throws UserError file-in-use, file-denied, file-missing for a folder that is not there, path-invalid
 */
async function replaceFile(path, content) {
    if (await isDevice(path)) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(path, content).catch((error) => {
            throw (0,_explain_path_error_js__WEBPACK_IMPORTED_MODULE_1__/* .explainPathError */ .n)(error, { what: 'the output', path, toWrite: true });
        });
        return;
    }
    const file = await (0,_partial_file_js__WEBPACK_IMPORTED_MODULE_2__/* .createPartialFile */ .k)(path);
    try {
        await file.handle.writeFile(content);
        await file.finish();
    }
    finally {
        await file.discard();
    }
}
async function isDevice(path) {
    const info = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).catch(() => undefined);
    return info !== undefined && !info.isFile() && !info.isDirectory();
}


/***/ }),

/***/ 25137:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ endPrograms)
/* harmony export */ });
/* harmony import */ var _explain_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(80850);
/** Ends the programs of a run that was killed: they outlive it on Linux, where the runner ends its process alone. */

/** Never throws: what is held is undone all the same. */
async function endPrograms(programs, { log, endProgram }) {
    for (const program of programs) {
        try {
            if (await endProgram(program))
                log.info(`Ended process ${program.pid}, which a killed run had left, and what it had started`);
        }
        catch (error) {
            log.warning(`Could not end process ${program.pid}: ${(0,_explain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .explainError */ .U)(error).message}`);
        }
    }
}


/***/ }),

/***/ 80850:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ explainError)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/* harmony import */ var _files_explain_path_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49094);
/** Turns whatever was thrown into what the engineer reads: what, where, how to fix; a stack only for our own bugs. */


const DISK_FULL_HINT = 'Free some space on the volume of the work folder, or point the output at a larger volume; nothing was left under the final name.';
const NO_NAMES = { ofPath: () => undefined, in: (message) => message };
function explainError(thrown, names = NO_NAMES) {
    if (thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo) {
        return {
            ...explained(thrown.code, names.in(thrown.message), thrown.hint),
            ...(thrown.location && { location: thrown.location }),
        };
    }
    const full = findErrno(thrown, 'ENOSPC') ?? findErrno(thrown, 'EDQUOT');
    if (full)
        return explained('disk-full', `The disk is full${atPath(full)}: ${full.message}`, DISK_FULL_HINT);
    if (thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ToolError */ .v4) {
        // The program's own words say which of its files it was.
        const says = thrown.tail.split('\n').find((line) => /no space left on device/i.test(line));
        if (says !== undefined) {
            return explained('disk-full', `The disk is full: ${thrown.message}: ${says.trim()}`, DISK_FULL_HINT);
        }
        const hint = thrown.explanation ?? `Its last output:\n${thrown.tail}`;
        const details = thrown.explanation && thrown.tail !== '' ? `\nLast output of ${thrown.tool}:\n${thrown.tail}` : '';
        return explained('tool-failed', thrown.message, hint, details);
    }
    if (thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatError */ .IF) {
        return explained('format-invalid', names.in(thrown.message), 'The file is damaged or not of the format it claims to be: check its hash and fetch it again.');
    }
    const ofPath = explainPath(thrown, names);
    if (ofPath)
        return explained(ofPath.code, ofPath.message, ofPath.hint);
    const error = thrown instanceof Error ? thrown : new Error(`a value that is no error was thrown: ${String(thrown)}`);
    return {
        code: 'internal',
        message: error.message,
        text: `${error.stack ?? error.message}\nThis is a bug in Stillframe; please report it with this stack.`,
    };
}
function explained(code, message, hint, details = '') {
    return { code, message, hint, text: `${message}\n${hint}${details}\n[${code}]` };
}
/** Where the message does not say it, as for what fails on an open file. */
function atPath({ message, path }) {
    return path === undefined || message.includes(path) ? '' : ` at ${path}`;
}
function findErrno(thrown, code) {
    for (let error = thrown; error instanceof Error; error = error.cause)
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .hasErrnoCode */ .qk)(error, code))
            return error;
    return undefined;
}
/** What the operating system refused on a path is for the user to put right; the call tells whether it was to be written. */
function explainPath(thrown, names) {
    for (let error = thrown; error instanceof Error; error = error.cause) {
        const { path, syscall } = error;
        if (path === undefined)
            continue;
        const input = names.ofPath(path);
        const toWrite = /^(?:mkdir|rename|unlink|rm|copyfile|write|ftruncate|chmod|chown|symlink|link)/.test(String(syscall));
        const explained = (0,_files_explain_path_error_js__WEBPACK_IMPORTED_MODULE_1__/* .explainPathError */ .n)(error, { what: 'the path', ...(input !== undefined && { input }), toWrite });
        if (explained instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo)
            return explained;
    }
    return undefined;
}


/***/ }),

/***/ 1765:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GI: () => (/* binding */ removeRecord),
/* harmony export */   Lu: () => (/* binding */ readHeldContent),
/* harmony export */   RL: () => (/* binding */ createHeldRecord),
/* harmony export */   SG: () => (/* binding */ parseHeldContent),
/* harmony export */   iw: () => (/* binding */ findAbandonedRecords)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _tools_process_identity_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(18042);
/** The record of what must not outlive a run, on disk before the thing itself is made. */




/**
 * A record that exists as a file only while it holds something. Writes are done when the call returns: what is recorded
 * is made right afterwards, and a process can be killed at any moment.
 * @param onChange told of the new content, for the step's state
 */
function createHeldRecord(folder, { action, owner }, onChange = () => { }) {
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, `${action}-${owner.pid}-${Date.now()}.json`);
    let holds = [];
    let programs = [];
    let next = 1;
    const content = () => ({ action, owner, holds, programs });
    const store = (durable) => {
        if (holds.length === 0 && programs.length === 0)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(file, { force: true });
        else {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(folder, { recursive: true, mode: 0o700 });
            // A session's ticket may be part of it: nobody else reads it.
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(`${file}.new`, JSON.stringify(content()), { mode: 0o600, flush: durable });
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(`${file}.new`, file);
        }
    };
    // The state keeps what is held; the programs, of which there may be hundreds, stand in the file alone.
    const storeHolds = () => {
        store(true);
        onChange(file, content());
    };
    // Told at once: a killed run may have started programs and hold nothing yet.
    onChange(file, content());
    return {
        file,
        content,
        add: (kind, data) => {
            const held = { id: next++, kind, data };
            holds = [...holds, held];
            storeHolds();
            return held;
        },
        remove: (held) => {
            if (!holds.some(({ id }) => id === held.id))
                return;
            holds = holds.filter(({ id }) => id !== held.id);
            storeHolds();
        },
        refresh: () => {
            if (holds.length > 0)
                storeHolds();
        },
        programStarted: ({ pid, started }) => {
            programs = [...programs, { pid, started }];
            store(false);
        },
        programEnded: ({ pid }) => {
            programs = programs.filter((program) => program.pid !== pid);
            store(false);
        },
    };
}
/** Reads what a record's file or the step's state holds; undefined when it is something else. */
function parseHeldContent(json) {
    try {
        return readHeldContent(JSON.parse(json));
    }
    catch {
        return undefined;
    }
}
/** As `parseHeldContent`, out of JSON that is read already. */
function readHeldContent(value) {
    const { action, owner: process, holds, programs } = (value ?? {});
    const owner = (0,_tools_process_identity_js__WEBPACK_IMPORTED_MODULE_3__/* .parseProcess */ .JG)(process);
    if (owner === undefined || typeof action !== 'string' || !Array.isArray(holds))
        return undefined;
    return {
        action,
        owner,
        holds: partsOf(holds).flatMap(({ id, kind, data }) => typeof id === 'number' && typeof kind === 'string' ? [{ id, kind, data }] : []),
        programs: partsOf(programs).flatMap(({ pid, started }) => typeof pid === 'number' && typeof started === 'string' ? [{ pid, started }] : []),
    };
}
function partsOf(list) {
    return Array.isArray(list) ? list.map((part) => (part ?? {})) : [];
}
/** Records of that action whose process has ended. */
async function findAbandonedRecords(folder, action) {
    const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(folder).catch(() => []);
    const found = [];
    for (const name of names) {
        if (!name.startsWith(`${action}-`) || !name.endsWith('.json'))
            continue;
        const file = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name);
        const content = parseHeldContent(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(file, 'utf8').catch(() => ''));
        if (content?.action === action && (0,_tools_process_identity_js__WEBPACK_IMPORTED_MODULE_3__/* .hasEnded */ .hY)(content.owner))
            found.push({ file, content });
    }
    return found;
}
async function removeRecord(file) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(file, { force: true });
}


/***/ }),

/***/ 98021:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ readPlace)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(41251);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(16053);
/** The folders and the date that the place an action runs in gives it, read from the environment that a host hands over. */





/** Some four templates with disk and OVA. */
const KEPT_BYTES = 60 * 2 ** 30;
/** Octal digits of a tar header's time; the year 2242, and every other format here goes further. */
const MAX_SECONDS = 0o77777777777;
/**
 * Folders below RUNNER_TEMP are emptied between jobs, those below RUNNER_TOOL_CACHE are kept on a self-hosted runner;
 * STILLFRAME_CACHE puts the downloads elsewhere, STILLFRAME_KEPT the results of stages, of which STILLFRAME_KEPT_SIZE bounds how much is kept.
 */
function readPlace(env) {
    const temp = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(env.RUNNER_TEMP || (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)());
    const kept = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(env.RUNNER_TOOL_CACHE || temp);
    const run = env.GITHUB_RUN_ID || (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)().slice(0, 8);
    return {
        temp,
        cache: (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(env.STILLFRAME_CACHE || (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(kept, 'stillframe-downloads')),
        records: (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(kept, 'stillframe-held'),
        reuse: () => ({
            folder: (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(env.STILLFRAME_KEPT || (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(kept, 'stillframe-kept')),
            maxBytes: env.STILLFRAME_KEPT_SIZE
                ? (0,_units_js__WEBPACK_IMPORTED_MODULE_4__/* .parseSize */ .DB)(env.STILLFRAME_KEPT_SIZE, 'The environment variable STILLFRAME_KEPT_SIZE')
                : KEPT_BYTES,
            run,
        }),
        run,
        env,
        sourceDate: () => readSourceDate(env.SOURCE_DATE_EPOCH),
    };
}
/** Seconds since 1970 (reproducible-builds.org/specs/source-date-epoch); empty as if it were not set. */
function readSourceDate(text) {
    if (text === undefined || text.trim() === '')
        return undefined;
    const seconds = /^\d{1,11}$/.test(text.trim()) ? Number(text) : Number.NaN;
    if (seconds <= MAX_SECONDS)
        return new Date(seconds * 1000);
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo('input-invalid', `The environment variable SOURCE_DATE_EPOCH is "${text}", which is no date`, 'It must be a number of seconds since 1970, for example the output of: git log -1 --format=%ct');
}


/***/ }),

/***/ 38609:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K: () => (/* binding */ readInputs),
  r: () => (/* binding */ throwAll)
});

// EXTERNAL MODULE: ./.cache/build/src/errors.js
var errors = __webpack_require__(41251);
;// CONCATENATED MODULE: ./.cache/build/src/job/idle-inputs.js
/** Inputs that would do nothing in the company of the others: nobody would notice that what was asked for is not done. */
/**
 * @param values as readInputs gives them
 * @param written the text that somebody gave for an input; undefined where nobody did
 * @returns each with what it is used with, or without; GitHub gives defaults as if they were written, so a default is nobody's wish
 */
function idleInputs(declarations, values, written) {
    return Object.entries(declarations).flatMap(([name, declaration]) => {
        const text = written(name);
        if (text === undefined || isDefault(declaration, text))
            return [];
        if (!hasCompany(declaration, declarations, values)) {
            return [{ name, hint: `It is used with ${wordsOf(declaration.only)}: leave it out, or set that.` }];
        }
        const obstacles = obstaclesOf(declaration, declarations, values);
        if (obstacles.length === 0)
            return [];
        return [{ name, hint: `It is used without ${wordsOf(obstacles)}: leave one of the two out.` }];
    });
}
/** Such as `vm`, or `artifact: reports or with-ova`. */
function wordsOf(list = []) {
    return list.map(({ input, is }) => (is === undefined ? input : `${input}: ${is.join(' or ')}`)).join(', or ');
}
function hasCompany({ only }, declarations, values) {
    return only?.some((one) => isThere(one, declarations, values)) ?? true;
}
function obstaclesOf({ without = [] }, declarations, values) {
    return without.filter((one) => isThere(one, declarations, values));
}
/** What is idle itself is no company, and stands in nobody's way. */
function isThere(one, declarations, values) {
    const declaration = declarations[one.input];
    if (declaration === undefined || !isSo(one, values[one.input]))
        return false;
    return hasCompany(declaration, declarations, values) && obstaclesOf(declaration, declarations, values).length === 0;
}
function isSo({ is }, value) {
    return is === undefined ? value !== undefined : is.some((one) => one === value);
}
function isDefault({ default: constant, type }, text) {
    return constant !== undefined && (text === constant || type.parse(text) === type.parse(constant));
}

// EXTERNAL MODULE: ./.cache/build/src/job/input-types.js
var input_types = __webpack_require__(198);
;// CONCATENATED MODULE: ./.cache/build/src/job/read-inputs.js
/** Reads the declared inputs: a value, the template file's, a default, or an error that says what to write. */



/** As a step of a workflow does. */
const inStep = (name, { template }) => `Add "${name}: …" under "with:" of this step${template === undefined ? '' : `, or "template: …" with a file that has ${template.key}`}; if it is there, its expression is empty: did the step that gives it run, and is that step's id right?`;
/** @throws UserError for all inputs that are wrong at once */
function readInputs(declarations, readRaw, template, howToSet = inStep) {
    const values = {};
    const faults = [];
    for (const [name, declaration] of Object.entries(declarations)) {
        try {
            values[name] = readOne(name, declaration, { readRaw, template, howToSet });
        }
        catch (error) {
            if (!(error instanceof errors/* UserError */.yo))
                throw error;
            faults.push(error);
        }
    }
    const declared = (name) => declarations[name];
    throwAll(faults);
    return {
        values: values,
        template: template?.template,
        isSet: (name) => rawText(name, declared(name), readRaw) !== undefined,
        invalid: (name, shown, hint) => {
            const place = originOf(name, declared(name), readRaw, template);
            return new errors/* UserError */.yo('input-invalid', `${place.words}: "${shown}" is not valid`, hint, place.options);
        },
        missing: (name) => missingInput(name, declared(name), { readRaw, template, howToSet }),
        needed: (...names) => {
            const absent = names.filter((name) => values[name] === undefined);
            throwAll(absent.map((name) => missingInput(name, declared(name), { readRaw, template, howToSet })));
            return values;
        },
        assertUsed: () => {
            const written = (name) => rawText(name, declared(name), readRaw);
            const idle = idleInputs(declarations, values, written).map(({ name, hint }) => new errors/* UserError */.yo('input-invalid', `Input ${name} is set, and does nothing here`, hint));
            throwAll(idle);
        },
    };
}
function readOne(name, declaration, sources) {
    const { readRaw, template } = sources;
    const written = rawText(name, declaration, readRaw);
    if (written !== undefined)
        return parseInput(name, declaration, written);
    const fromTemplate = template && declaration.template?.read(template.template);
    if (fromTemplate !== undefined)
        return fromTemplate;
    if (declaration.default !== undefined)
        return declaration.type.parse(declaration.default);
    if (declaration.required)
        throw missingInput(name, declaration, sources);
    return undefined;
}
/** The text of an input that is set; blanks count for secrets alone. */
function rawText(name, declaration, readRaw) {
    const raw = readRaw(name) ?? '';
    const value = declaration.type.secret ? raw : raw.trim();
    return value === '' ? undefined : value;
}
function parseInput(name, { type }, written) {
    try {
        return type.parse(written);
    }
    catch (error) {
        if (!(error instanceof input_types/* InvalidText */.hL))
            throw error;
        const shown = type.secret ? 'its value' : `"${written}"`;
        throw new errors/* UserError */.yo('input-invalid', `Input ${name}: ${shown} is not valid`, error.hint);
    }
}
function originOf(name, declaration, readRaw, template) {
    const own = { words: `Input ${name}`, options: undefined };
    const from = declaration.template;
    if (!template || !from || rawText(name, declaration, readRaw) !== undefined)
        return own;
    if (from.read(template.template) === undefined)
        return own;
    const { key } = from;
    const location = template.locate(key);
    return {
        words: location
            ? `${location.file}:${location.line}:${location.column}: ${key}`
            : `${template.template.file}: ${key}`,
        options: location && { location },
    };
}
function missingInput(name, declaration, { readRaw, template, howToSet }) {
    const key = declaration.template?.key;
    const state = readRaw(name) === undefined ? 'is not set' : 'is empty or not set';
    const also = key === undefined
        ? ''
        : template
            ? `, nor is ${key} in ${template.template.file}`
            : `, and no template file gives ${key}`;
    return new errors/* UserError */.yo('input-missing', `Input ${name} ${state}${also}`, howToSet(name, declaration));
}
/** @throws UserError the only one as it is, or one that tells them all */
function throwAll([first, ...others]) {
    if (first)
        throw others.length === 0 ? first : withOthers(first, others);
}
function withOthers(first, others) {
    const all = [first, ...others];
    return new errors/* UserError */.yo(first.code, `${all.length} inputs are wrong:\n${all.map(({ message, hint }) => `- ${message}. ${hint}`).join('\n')}`, 'Correct them all; nothing was begun.', { cause: first });
}


/***/ }),

/***/ 69370:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ runAction)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./.cache/build/src/errors.js
var errors = __webpack_require__(41251);
// EXTERNAL MODULE: ./.cache/build/src/report/markdown-table.js
var markdown_table = __webpack_require__(90597);
// EXTERNAL MODULE: ./.cache/build/src/tools/process-identity.js
var process_identity = __webpack_require__(18042);
// EXTERNAL MODULE: ./.cache/build/src/report/findings-table.js
var findings_table = __webpack_require__(29994);
;// CONCATENATED MODULE: ./.cache/build/src/job/annotate-findings.js
/** Findings as annotations: once, in one place, the most severe first, within what GitHub shows of them. */

/** GitHub shows this many annotations of each kind a step; a composite action has one budget for all of its steps. */
const SHOWN_OF_A_KIND = 10;
/** @param reserved annotations of the kind error that the step needs for something else */
function annotateFindings(findings, log, reserved = 0) {
    for (const severity of ['error', 'warning']) {
        const budget = SHOWN_OF_A_KIND - (severity === 'error' ? reserved : 0);
        const found = findings.filter((finding) => finding.severity === severity);
        const shown = found.slice(0, budget);
        const left = found.length - shown.length;
        shown.forEach((finding, index) => {
            const more = left > 0 && index === shown.length - 1 ? `\nand ${left} more, in the job summary and the report` : '';
            log.annotate(severity, `${(0,findings_table/* findingText */.NK)(finding)}${more}`, finding.location);
        });
        for (const finding of found.slice(budget))
            log.info((0,findings_table/* findingLine */.mC)(finding));
    }
    for (const finding of findings)
        if (finding.severity === 'info')
            log.info((0,findings_table/* findingLine */.mC)(finding));
}

;// CONCATENATED MODULE: ./.cache/build/src/job/bound-summary.js
/** Keeps a job summary below the size at which GitHub drops it whole. */
/** GitHub refuses a step's summary over 1 MiB. */
const MAX_BYTES = 900 * 1024;
const NOTE = '\n\n*The rest is left out, since GitHub drops larger summaries; the report has everything.*\n';
/** @returns `markdown`, cut at the end of a line where it is too long; a fence or a fold that was cut is closed */
function boundSummary(markdown, maxBytes = MAX_BYTES) {
    const bytes = Buffer.from(markdown);
    if (bytes.length <= maxBytes)
        return markdown;
    const kept = bytes.subarray(0, maxBytes - NOTE.length - 64).toString('utf8');
    const whole = kept.slice(0, kept.lastIndexOf('\n') + 1);
    const count = (pattern) => whole.split(pattern).length - 1;
    const fence = count(/^```/m) % 2 === 1 ? '```\n' : '';
    const folds = Math.max(0, count(/<details>/) - count(/<\/details>/));
    return `${whole}${fence}${'\n</details>\n'.repeat(folds)}${NOTE}`;
}

// EXTERNAL MODULE: ./.cache/build/src/job/explain-error.js
var explain_error = __webpack_require__(80850);
// EXTERNAL MODULE: ./.cache/build/src/job/undo-held.js
var undo_held = __webpack_require__(78708);
;// CONCATENATED MODULE: ./.cache/build/src/job/cleanup.js
/** Everything one run has to undo at its end, whether it lives in this process or outside, newest first. */


function createCleanup(record, kinds) {
    const stack = [];
    const push = (entry, onRelease = () => { }) => {
        stack.push(entry);
        return () => {
            const index = stack.indexOf(entry);
            if (index < 0)
                return;
            stack.splice(index, 1);
            onRelease();
        };
    };
    return {
        onCleanup: (what, undo) => push({ what, undo }),
        hold: (kind, data, here) => {
            if (!kinds.some((known) => known.kind === kind.kind)) {
                throw new Error(`this action does not declare that it holds ${kind.kind}: its post step could not undo it`);
            }
            const held = record.add(kind.kind, data);
            return push({ held, here }, () => record.remove(held));
        },
        rehold: () => record.refresh(),
        run: async (context) => {
            const remains = [];
            for (let entry = stack.pop(); entry; entry = stack.pop()) {
                if (entry.held) {
                    remains.push(...(await (0,undo_held/* undoHeld */.M)([entry.held], withHere(kinds, entry), context, (held) => record.remove(held))));
                    continue;
                }
                const { what, undo } = entry;
                try {
                    context.log.info(`Removing ${what}`);
                    await undo();
                }
                catch (error) {
                    remains.push(`${what}: ${(0,explain_error/* explainError */.U)(error).message}`);
                }
            }
            return remains;
        },
    };
}
function withHere(kinds, { held, here }) {
    return here ? kinds.map((kind) => (kind.kind === held.kind ? { ...kind, undo: here } : kind)) : kinds;
}

// EXTERNAL MODULE: ./.cache/build/src/job/held-record.js
var held_record = __webpack_require__(1765);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.cache/build/src/job/shared-inputs.js
var shared_inputs = __webpack_require__(79871);
;// CONCATENATED MODULE: ./.cache/build/src/job/input-of-path.js
/** Which input a path came from, so that an error of the operating system can name it. */


/** @returns the input that names the path, the nearest folder above it, or something below it; undefined when none does */
function inputOfPath(action, readRaw, path) {
    const wanted = (0,external_node_path_.resolve)(path);
    const inside = (file, folder) => file === folder || file.startsWith(folder.endsWith(external_node_path_.sep) ? folder : `${folder}${external_node_path_.sep}`);
    const named = Object.entries((0,shared_inputs/* allInputs */.j3)(action)).flatMap(([name, { type }]) => {
        const raw = (readRaw(name) ?? '').trim();
        return raw === '' || type.secret ? [] : [{ name, type, own: (0,external_node_path_.resolve)(raw) }];
    });
    const longest = named.toSorted((one, other) => other.own.length - one.own.length);
    // Beside the file that is named stand its partial file and what is read along with it; above it, the folders it needs.
    const holder = longest.find(({ type, own }) => inside(wanted, own) || (type.path && wanted.startsWith(own)));
    return (holder ?? longest.find(({ type, own }) => type.path && inside(own, wanted)))?.name;
}
/** Where a message names the path of an input but not the input, puts the name behind the path. */
function nameInput(action, readRaw, message) {
    if (/\binput\b/i.test(message))
        return message;
    const named = Object.entries((0,shared_inputs/* allInputs */.j3)(action))
        .filter(([, { type }]) => type.path || type.label.startsWith('Path'))
        .map(([name]) => ({ name, path: (readRaw(name) ?? '').trim() }))
        .filter(({ path }) => path !== '')
        .map(({ name, path }) => ({ name, path: (0,external_node_path_.resolve)(path) }))
        .toSorted((a, b) => b.path.length - a.path.length);
    for (const { name, path } of named) {
        const end = message.indexOf(path) + path.length;
        const whole = message.includes(path) && !/^(?:[\w./\\-]|:\d)/.test(message.slice(end));
        if (whole)
            return `${message.slice(0, end)} (input ${name})${message.slice(end)}`;
    }
    return message;
}

// EXTERNAL MODULE: ./.cache/build/src/job/end-programs.js
var end_programs = __webpack_require__(25137);
;// CONCATENATED MODULE: ./.cache/build/src/job/leftovers.js
/** What a run of this action that was killed has left outside of its folder: found by its record and undone. */



/** Never throws: what cannot be undone yet is said and tried again by the next run. */
async function undoLeftovers(folder, action, context) {
    for (const { file, content } of await (0,held_record/* findAbandonedRecords */.iw)(folder, action.name)) {
        context.log.info(`A run that was killed has left ${content.holds.length} things; its record is ${file}`);
        await (0,end_programs/* endPrograms */.v)(content.programs, context);
        const remains = await (0,undo_held/* undoHeld */.M)(content.holds, action.holds, context);
        for (const remaining of remains)
            context.log.warning(`Could not remove ${remaining}`);
        if (remains.length === 0)
            await (0,held_record/* removeRecord */.GI)(file);
    }
}

;// CONCATENATED MODULE: ./.cache/build/src/job/load-template-input.js
/** The template file that the input `template` names, together with the places of its keys. */
/**
 * What reads templates is loaded with the first one: the YAML reader and the schema checker are a third of what a step that has none would
 * load at its start.
 * @param path as the user wrote it. @throws UserError file-missing, template-invalid
 */
async function loadTemplateInput(path) {
    const { loadTemplate } = await Promise.all(/* import() */[__webpack_require__.e(2463), __webpack_require__.e(8815), __webpack_require__.e(1508), __webpack_require__.e(7062)]).then(__webpack_require__.bind(__webpack_require__, 11508));
    const template = await loadTemplate(path);
    return { template, locate: (key) => template.places.get(key) };
}

// EXTERNAL MODULE: ./.cache/build/src/job/read-inputs.js + 1 modules
var read_inputs = __webpack_require__(38609);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./.cache/build/src/files/make-folder.js
var make_folder = __webpack_require__(69399);
;// CONCATENATED MODULE: ./.cache/build/src/job/report-place.js
/** Where the report goes: settled and tried before work begins, so that nothing is made that cannot be reported. */





/**
 * A runner empties its temporary folder between jobs: what is there is the report of an earlier step of this one, which another step may be
 * about to read. Elsewhere the last report takes the place of the one before.
 */
function defaultReportPath({ temp, env }, action) {
    const path = (number) => (0,external_node_path_.join)(temp, 'stillframe', number === 1 ? `${action}.json` : `${action}-${number}.json`);
    let number = 1;
    if (env.GITHUB_RUN_ID)
        while ((0,external_node_fs_.existsSync)(path(number)))
            number++;
    return path(number);
}
/**
 * @param wanted the input `report`, empty when it is not set
 * @returns absolute path, at which a file can be written
 * @throws UserError input-invalid
 */
async function settleReportPath(wanted, fallback) {
    const path = wanted.trim() === '' ? fallback : (0,external_node_path_.resolve)(wanted.trim());
    const refuse = (why, cause) => new errors/* UserError */.yo('input-invalid', `Input report: no report can be written to ${path}: ${why}`, 'Give the path of a file in a folder that this account may write to, or leave the input out.', { cause });
    if ((await (0,promises_.stat)(path).catch(() => undefined))?.isDirectory())
        throw refuse('it is a folder');
    const probe = `${path}.stillframe-probe`;
    try {
        await (0,make_folder/* makeFolder */.f)((0,external_node_path_.dirname)(path));
        await (await (0,promises_.open)(probe, 'w')).close();
        await (0,promises_.rm)(probe);
    }
    catch (cause) {
        throw refuse(cause.message, cause);
    }
    return path;
}

;// CONCATENATED MODULE: ./.cache/build/src/job/run-folder.js
/** The temporary folder of one run: marked with its process, so that the next run finds what a killed one left. */




/** Names the process that a run's folder belongs to. */
const OWNER_FILE = 'owner.json';
/**
 * Makes `<parent>/stillframe-<name>-<random>` for this process, and removes its siblings whose process is gone.
 * @returns the folder and what was removed
 */
async function createRunFolder(parent, name) {
    await (0,make_folder/* makeFolder */.f)(parent);
    const prefix = `stillframe-${name}-`;
    const removed = [];
    for (const entry of await (0,promises_.readdir)(parent)) {
        const sibling = (0,external_node_path_.join)(parent, entry);
        if (!entry.startsWith(prefix) || !(await isAbandoned(sibling)))
            continue;
        await (0,promises_.rm)(sibling, { recursive: true, force: true });
        removed.push(sibling);
    }
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(parent, prefix));
    await (0,promises_.writeFile)((0,external_node_path_.join)(folder, OWNER_FILE), JSON.stringify((0,process_identity/* thisProcess */.WF)()));
    return { folder, removed };
}
async function isAbandoned(folder) {
    try {
        const owner = (0,process_identity/* parseProcess */.JG)(JSON.parse(await (0,promises_.readFile)((0,external_node_path_.join)(folder, OWNER_FILE), 'utf8')));
        return owner !== undefined && (0,process_identity/* hasEnded */.hY)(owner);
    }
    catch {
        // Not ours, or a run that is just beginning.
        return false;
    }
}

// EXTERNAL MODULE: ./.cache/build/src/xml/escape-xml.js
var escape_xml = __webpack_require__(61049);
;// CONCATENATED MODULE: ./.cache/build/src/job/secret-forms.js
/** The forms in which a secret may be printed: a mask hides exactly the text that it was told. */

/** A shorter piece would hide what is no secret. */
const LEAST_CODED = 8;
/**
 * @param value not empty
 * @returns it as it is; as documents (XML, HTML, JSON), addresses and the quotes of shells have it; and in base64 (wherever in a longer text it
 * stands, and as the answer files of Windows have passwords) and hexadecimal digits; each text once
 */
function secretForms(value) {
    const bytes = Buffer.from(value, 'utf8');
    const hex = bytes.toString('hex');
    const written = [
        value,
        ...['&apos;', '&#39;', "'"].map((quote) => (0,escape_xml/* escapeXml */.X)(value).replaceAll('&apos;', quote)),
        JSON.stringify(value).slice(1, -1),
        encodeURIComponent(value.replace(/\p{Surrogate}/gu, '\ufffd')),
        value.replaceAll("'", "''"),
        value.replaceAll("'", "'\\''"),
    ];
    const coded = [
        ...[0, 1, 2].map((offset) => base64Within(bytes, offset)),
        base64Within(Buffer.from(value, 'utf16le'), 0),
        hex,
        hex.toUpperCase(),
    ];
    return [...new Set([...written, ...coded.filter(({ length }) => length >= LEAST_CODED)])];
}
/** The digits of base64 that these bytes alone decide, where so many others stand before them; what follows decides the last. */
function base64Within(bytes, offset) {
    const digits = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
    return digits.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + bytes.length) * 8) / 6));
}

// EXTERNAL MODULE: ./.cache/build/src/job/undo-time.js
var undo_time = __webpack_require__(4346);
// EXTERNAL MODULE: ./.cache/build/src/nearest-name.js
var nearest_name = __webpack_require__(92106);
;// CONCATENATED MODULE: ./.cache/build/src/job/unknown-inputs.js
/**
 * Inputs that a step sets and the action does not have. The runner warns of them and goes on (actions/runner issue 933): a build with `exlude: KB5098818`
 * would have that update, and be green.
 */


/**
 * A name with a dash comes from a step, for no shell sets such a variable; one without may be a variable of the job's own that begins with INPUT_, and is
 * refused where it is nearly the name of an input that nobody has set.
 * @param given names as the place has them, in lower case
 * @returns one error for each that is none
 */
function unknownInputs(declarations, given) {
    const names = Object.keys(declarations);
    const unset = names.filter((name) => !given.includes(name));
    return given
        .filter((name) => !names.includes(name))
        .flatMap((name) => {
        const meant = (0,nearest_name/* nearestName */.q)(name, unset);
        if (meant === undefined && !name.includes('-'))
            return [];
        const hint = meant === undefined ? `The inputs are: ${names.join(', ')}.` : `Did you mean ${meant}?`;
        return [
            new errors/* UserError */.yo('input-invalid', `Input ${name} is none of this action, and nothing would come of it`, `${hint} Correct or remove it under "with:" of this step; if it is a variable of the job, give INPUT_${name.toUpperCase()} another name.`),
        ];
    });
}

;// CONCATENATED MODULE: ./.cache/build/src/job/watch-end.js
/** Watches for what ends a run from outside of main: the runner's cancel, and errors that nobody caught. */

/** SIGINT and SIGTERM of the runner; SIGBREAK is its second step on Windows, SIGHUP a closed console. */
function signalsOf(platform) {
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    return platform === 'win32' ? [...signals, 'SIGBREAK'] : signals;
}
/** @param platform for tests */
function watchEnd(platform = process.platform) {
    const signals = signalsOf(platform);
    const controller = new AbortController();
    let reject = () => { };
    const fatal = new Promise((_, refuse) => {
        reject = refuse;
    });
    // Whoever does not wait for it must not be ended by it.
    fatal.catch(() => { });
    const onSignal = () => controller.abort((0,errors/* cancelled */.KW)());
    const onFatal = (error) => {
        // A stray rejection on the way out of a cancelled run is not the news: the first reason stays.
        controller.abort(error);
        reject(error);
    };
    const onIdle = () => onFatal(new Error('the action waits for something that can no longer come'));
    for (const signal of signals)
        process.on(signal, onSignal);
    process.on('uncaughtException', onFatal).on('unhandledRejection', onFatal).on('beforeExit', onIdle);
    return {
        signal: controller.signal,
        fatal,
        stop: () => {
            for (const signal of signals)
                process.off(signal, onSignal);
            process.off('uncaughtException', onFatal).off('unhandledRejection', onFatal).off('beforeExit', onIdle);
        },
    };
}

// EXTERNAL MODULE: ./.cache/build/src/files/replace-file.js
var replace_file = __webpack_require__(17785);
;// CONCATENATED MODULE: ./.cache/build/src/job/write-results.js
/** Hands over what a step came to: its report and its outputs, without which the steps after it would go on with nothing. */





/**
 * Each by itself, so that the failure of one does not cost the others. Where the step has failed already, what is lost is a warning.
 * @returns the error of a step that had not failed, and whose results are lost in whole or in part
 */
async function writeResults(host, report, outputs) {
    const lost = [];
    const attempt = async (what, write) => {
        try {
            await write();
        }
        catch (error) {
            lost.push(`${what}: ${(0,explain_error/* explainError */.U)(error).message}`);
        }
    };
    const path = outputs.report;
    await attempt('the report', () => writeReport(report, path));
    for (const [name, value] of Object.entries(outputs)) {
        await attempt(`the output ${name}`, () => host.setOutput(name, value));
    }
    if (lost.length === 0)
        return undefined;
    if (!report.ok) {
        for (const one of lost)
            host.log.annotate('warning', `Could not write ${one}`);
        return undefined;
    }
    const failure = (0,explain_error/* explainError */.U)(resultsLost(lost));
    host.log.annotate('error', failure.text);
    const error = { code: failure.code, message: failure.message, ...(failure.hint && { hint: failure.hint }) };
    // Nobody may take it for the report of a step that went well.
    await writeReport({ ...report, ok: false, error }, path).catch(() => undefined);
    return failure;
}
async function writeReport(report, path) {
    await (0,make_folder/* makeFolder */.f)((0,external_node_path_.dirname)(path));
    await (0,replace_file/* replaceFile */.f)(path, `${JSON.stringify(report, null, 2)}\n`);
}
function resultsLost(lost) {
    return new errors/* UserError */.yo('results-lost', `The work is done, but what it came to could not be written: ${lost.join('; ')}`, 'Later steps would go on without it. See that the volumes of RUNNER_TEMP and of the report have space and can be written, then run the job again.');
}

;// CONCATENATED MODULE: ./.cache/build/src/job/run-action.js
/** The one life of every action, from masked secrets to the written report, whatever happens in between. */






















/** How long a main that was told to end may take to unwind before what it holds is undone around it. */
const UNWIND_MS = 3_000;
/** @returns whether the step succeeded; never throws */
async function runAction(action, host) {
    const started = Date.now();
    const watch = watchEnd();
    watch.signal.addEventListener('abort', () => tellCancel(watch.signal.reason, host));
    await maskSecrets(action, host);
    const ended = await live(action, host, watch);
    const { outcome, failure } = ended;
    annotateFindings(outcome.findings ?? [], host.log, failure ? 1 : 0);
    if (failure)
        host.log.annotate('error', failure.text, failure.location);
    const report = reportOf(action, ended, Date.now() - started);
    host.takeReport?.(report);
    const lost = await writeResults(host, report, { ...outcome.outputs, report: ended.reportPath });
    await guarded(host, 'the job summary', () => host.writeSummary(summaryOf({ outcome, failure: failure ?? lost })));
    watch.stop();
    return failure === undefined && lost === undefined;
}
/** At once, since what follows may take a while, and whoever cancelled looks at the log. */
function tellCancel(reason, { log }) {
    if (reason instanceof errors/* UserError */.yo && reason.code === 'cancelled')
        log.info('Cancelled: putting away what was begun');
}
/** Before anything is said. What is wrong with the template file is told where it is read for its own sake. */
async function maskSecrets(action, { readRaw, mask, place }) {
    const tell = (values) => {
        for (const value of values)
            for (const form of value ? secretForms(value) : [])
                mask(form);
    };
    tell(Object.entries(action.inputs).map(([name, { type }]) => (type.secret ? readRaw(name) : undefined)));
    if (action.secrets === undefined)
        return;
    const path = (readRaw('template') ?? '').trim();
    const loaded = path === '' ? undefined : await loadTemplateInput(path).catch(() => undefined);
    tell(action.secrets(readRaw, loaded?.template, place().env));
}
/** Prepares, runs main and undoes what it left; every way out leads through here. */
async function live(action, host, watch) {
    let unwinding;
    let outcome = {};
    let failure;
    const names = {
        ofPath: (path) => inputOfPath(action, host.readRaw, path),
        in: (message) => nameInput(action, host.readRaw, message),
    };
    const place = host.place();
    let reportPath = defaultReportPath(place, action.name);
    try {
        reportPath = await settleReportPath(host.readRaw('report') ?? '', reportPath);
        // A date that is none would be wrong in what every action writes.
        place.sourceDate();
        unwinding = await begin(action, host, place, watch);
        const { context } = unwinding;
        const work = perform(action, host, place, context);
        outcome = await Promise.race([work, watch.fatal]).catch(async (error) => {
            // An error of a library reaches us beside main: main is given time to put away what it holds.
            const timer = new AbortController();
            await Promise.race([work.catch(() => { }), (0,external_node_timers_promises_.setTimeout)(UNWIND_MS, undefined, { signal: timer.signal }).catch(() => { })]);
            timer.abort();
            throw error;
        });
        watch.signal.throwIfAborted();
        if (outcome.failure !== undefined)
            failure = (0,explain_error/* explainError */.U)(outcome.failure, names);
    }
    catch (error) {
        // What a cancelled run throws on its way out is noise; that it was cancelled is the news.
        failure = (0,explain_error/* explainError */.U)(watch.signal.aborted ? watch.signal.reason : error, names);
        logCauses(error, host);
    }
    const remains = (await unwinding?.undo()) ?? [];
    return { outcome, failure: failure && withRemains(failure, remains), reportPath };
}
async function begin(action, host, place, watch) {
    const { log } = host;
    // Clean-up of a cancelled run must still be able to start programs: a mounted image is dismounted by one.
    let toolSignal = watch.signal;
    let record;
    const tools = host.createTools(() => toolSignal, {
        onCommand: (line) => log.debug(line),
        onStart: ({ pid, started }) => record?.programStarted({ pid, started }),
        onEnd: (program) => record?.programEnded(program),
    });
    const undoContext = () => ({ log, tools, signal: AbortSignal.timeout(undo_time/* UNDO_MS */._) });
    await undoLeftovers(place.records, action, { ...undoContext(), endProgram: host.endProgram });
    const { folder: temp, removed } = await createRunFolder(place.temp, action.name);
    for (const folder of removed)
        log.info(`Removed ${folder}, which a killed run had left`);
    const held = (0,held_record/* createHeldRecord */.RL)(place.records, { action: action.name, owner: (0,process_identity/* thisProcess */.WF)() }, (file, content) => host.saveState?.(JSON.stringify({ file, content })));
    record = held;
    const cleanup = createCleanup(held, action.holds);
    const { onCleanup, hold, rehold } = cleanup;
    return {
        context: { log, tools, temp, signal: watch.signal, onCleanup, hold, rehold },
        undo: async () => {
            toolSignal = new AbortController().signal;
            const remains = await cleanup.run(undoContext());
            for (const remaining of remains)
                log.annotate('warning', `Could not remove ${remaining}`);
            await guarded(host, 'the temporary folder', () => (0,promises_.rm)(temp, { recursive: true, force: true }));
            return remains;
        },
    };
}
async function perform(action, { readRaw, givenInputs, howToSet }, place, context) {
    (0,read_inputs/* throwAll */.r)(unknownInputs((0,shared_inputs/* allInputs */.j3)(action), givenInputs?.() ?? []));
    const path = (readRaw('template') ?? '').trim();
    const template = path === '' ? undefined : await loadTemplateInput(path);
    return action.run((0,read_inputs/* readInputs */.K)(action.inputs, readRaw, template, howToSet), place, context);
}
function withRemains(failure, remains) {
    if (remains.length === 0)
        return failure;
    const what = `What remains: ${remains.join('; ')}.`;
    return { ...failure, hint: `${failure.hint ?? ''} ${what}`.trim(), text: `${failure.text}\n${what}` };
}
function reportOf(action, { outcome, failure, reportPath }, durationMs) {
    return {
        schema: 1,
        action: action.name,
        ok: failure === undefined,
        durationMs,
        outputs: { ...outcome.outputs, report: reportPath },
        findings: outcome.findings ?? [],
        result: outcome.result ?? null,
        ...(failure && {
            error: {
                code: failure.code,
                message: failure.message,
                ...(failure.hint !== undefined && { hint: failure.hint }),
            },
        }),
    };
}
function summaryOf({ outcome, failure }) {
    const caution = failure && `\n> [!CAUTION]\n> ${(0,markdown_table/* escapeMarkdown */.F)(failure.text).replaceAll('<br>', '\n> ')}\n`;
    return boundSummary(`${outcome.summary ?? ''}${caution ?? ''}`);
}
/** What is worth a warning alone: nothing that comes later depends on it. */
async function guarded(host, what, write) {
    try {
        await write();
    }
    catch (error) {
        host.log.annotate('warning', `Could not write ${what}: ${(0,explain_error/* explainError */.U)(error).message}`);
    }
}
function logCauses(thrown, { log }) {
    for (let error = thrown; error instanceof Error; error = error.cause)
        log.debug(error.stack ?? error.message);
}


/***/ }),

/***/ 78708:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ undoHeld)
/* harmony export */ });
/* harmony import */ var _explain_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(80850);
/** Undoes what was held, newest first, by the kinds that an action declares: for the unwinding, the post step and the next run. */

/**
 * @param onUndone told of each that is gone
 * @returns what remains, each with the reason, ready to print
 */
async function undoHeld(holds, kinds, context, onUndone = () => { }) {
    const remains = [];
    for (const held of [...holds].reverse()) {
        const kind = kinds.find((candidate) => candidate.kind === held.kind);
        if (!kind) {
            remains.push(`something of the kind "${held.kind}", which this version cannot undo`);
            continue;
        }
        const what = kind.what(held.data);
        try {
            context.log.info(`Removing ${what}`);
            await kind.undo(held.data, context);
            onUndone(held);
        }
        catch (error) {
            remains.push(`${what}: ${(0,_explain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .explainError */ .U)(error).message}`);
        }
    }
    return remains;
}


/***/ }),

/***/ 4346:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ UNDO_MS)
/* harmony export */ });
/** A post step is given five minutes after a cancel; undoing in the run itself takes no longer (milliseconds) than ours takes there. */
const UNDO_MS = 110_000;


/***/ }),

/***/ 13979:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  P: () => (/* binding */ createToolRunner),
  _: () => (/* binding */ endProgram)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.cache/build/src/tools/end-tree.js
var end_tree = __webpack_require__(77800);
// EXTERNAL MODULE: ./.cache/build/src/errors.js
var errors = __webpack_require__(41251);
;// CONCATENATED MODULE: ./.cache/build/src/tools/known-tools.js
/** Where each external program comes from, so that a missing one can be named together with its cure. */
const PART_OF_WINDOWS = 'it is part of Windows; look for it in C:\\Windows\\System32';
const KNOWN_TOOLS = {
    '7zz': {
        debian: '7zip',
        windows: 'install 7-Zip (winget install 7zip.7zip)',
        aliases: ['7z'],
        programFiles: '7-Zip\\7z.exe',
    },
    'wimlib-imagex': { debian: 'wimtools', windows: 'install wimlib, or use the engine dism' },
    mkntfs: { debian: 'ntfs-3g' },
    ntfsresize: { debian: 'ntfs-3g' },
    ntfscp: { debian: 'ntfs-3g' },
    ntfscat: { debian: 'ntfs-3g' },
    ntfsls: { debian: 'ntfs-3g' },
    ntfssecaudit: { debian: 'ntfs-3g' },
    fakeroot: { debian: 'fakeroot' },
    'mkfs.fat': { debian: 'dosfstools' },
    mcopy: { debian: 'mtools' },
    mmd: { debian: 'mtools' },
    hivexregedit: { debian: 'libwin-hivex-perl' },
    hivexsh: { debian: 'libhivex-bin' },
    hivexget: { debian: 'libhivex-bin' },
    'qemu-img': { debian: 'qemu-utils', windows: 'install QEMU for Windows and put it on PATH' },
    filefrag: { debian: 'e2fsprogs' },
    git: { debian: 'git', windows: 'install Git for Windows (winget install Git.Git)' },
    faketime: { debian: 'faketime' },
    msiextract: { debian: 'msitools' },
    cabextract: { debian: 'cabextract' },
    osslsigncode: { debian: 'osslsigncode' },
    'dism.exe': { windows: PART_OF_WINDOWS },
    'diskpart.exe': { windows: PART_OF_WINDOWS },
    'expand.exe': { windows: PART_OF_WINDOWS },
    'fsutil.exe': { windows: PART_OF_WINDOWS },
    'msiexec.exe': { windows: PART_OF_WINDOWS },
    'powershell.exe': { windows: PART_OF_WINDOWS },
};
/** The names to look for on PATH, in order. */
function toolNames(tool) {
    return [tool, ...(KNOWN_TOOLS[tool]?.aliases ?? [])];
}
/** Where the program lies below a folder of programs of Windows, when its installer does not put it on PATH. */
function placeInProgramFiles(tool) {
    return KNOWN_TOOLS[tool]?.programFiles;
}
/** One sentence that says how to get the program on this platform. */
function installHint(tool, platform) {
    const known = KNOWN_TOOLS[tool];
    if (platform === 'win32')
        return known?.windows ? `On this runner: ${known.windows}.` : `Put ${tool} on PATH.`;
    return known?.debian
        ? `Install it: apt-get install ${known.debian} (Debian, Ubuntu), or put ${tool} on PATH.`
        : `Put ${tool} on PATH.`;
}

// EXTERNAL MODULE: ./.cache/build/src/tools/system-programs.js
var system_programs = __webpack_require__(30823);
// EXTERNAL MODULE: ./.cache/build/src/tools/tool-host.js
var tool_host = __webpack_require__(26901);
;// CONCATENATED MODULE: ./.cache/build/src/tools/find-program.js
/** Where a program lies: Windows' own in System32, others on PATH, then where its installer puts it, then in the tool cache of the runner. */





/** What Windows starts without naming its kind; PATHEXT may say more, but scripts of a host program cannot be started here. */
const WINDOWS_ENDINGS = ['.com', '.exe', '.bat', '.cmd'];
/** That of the process, that of 64-bit programs for one of 32 bits, that of 32-bit programs: only administrators write there. */
const PROGRAM_FOLDERS = ['ProgramFiles', 'ProgramW6432', 'ProgramFiles(x86)'];
/**
 * @param isProgram whether a path is a file that can be started; for tests
 * @returns absolute path; undefined when it is nowhere
 */
async function findProgram(tool, host, isProgram = (path) => canStart(path, host)) {
    const ofWindows = (0,system_programs/* systemProgram */.C)(tool, host);
    if (ofWindows !== undefined)
        return (await isProgram(ofWindows)) ? ofWindows : undefined;
    const paths = host.platform === 'win32' ? external_node_path_.win32 : external_node_path_.posix;
    if (/[\\/]/.test(tool))
        return firstProgram([paths.resolve(tool)], host, isProgram);
    const folders = ((0,tool_host/* environmentValue */.J)(host, 'PATH') ?? '').split(paths.delimiter);
    // A relative entry would be another folder in each working folder: whoever can write there could choose the program.
    const places = folders.map(unquoted).filter((folder) => paths.isAbsolute(folder));
    for (const name of toolNames(tool)) {
        const found = await firstProgram(places.map((folder) => paths.join(folder, name)), host, isProgram);
        if (found !== undefined)
            return found;
    }
    const installed = await firstProgram(installedPlaces(tool, host), host, isProgram);
    if (installed !== undefined)
        return installed;
    for (const name of toolNames(tool)) {
        const found = await host.findInCache?.(name);
        if (found !== undefined)
            return found;
    }
    return undefined;
}
function installedPlaces(tool, host) {
    const place = placeInProgramFiles(tool);
    if (place === undefined || host.platform !== 'win32')
        return [];
    const folders = PROGRAM_FOLDERS.map((name) => (0,tool_host/* environmentValue */.J)(host, name) ?? '');
    return folders.filter((folder) => external_node_path_.win32.isAbsolute(folder)).map((folder) => external_node_path_.win32.join(folder, place));
}
async function firstProgram(paths, host, isProgram) {
    for (const path of paths) {
        for (const candidate of candidates(path, host))
            if (await isProgram(candidate))
                return candidate;
    }
    return undefined;
}
/** Git brings shell scripts without an ending, which Windows cannot start: there an ending has to be. */
function candidates(path, host) {
    if (host.platform !== 'win32')
        return [path];
    const hasEnding = WINDOWS_ENDINGS.includes(external_node_path_.win32.extname(path).toLowerCase());
    return hasEnding ? [path] : WINDOWS_ENDINGS.map((ending) => path + ending);
}
async function canStart(path, host) {
    const info = await (0,promises_.stat)(path).catch(() => undefined);
    if (!info?.isFile())
        return false;
    if (host.platform === 'win32')
        return true;
    return (0,promises_.access)(path, promises_.constants.X_OK).then(() => true, () => false);
}
function unquoted(folder) {
    return folder.replace(/^"(.*)"$/, '$1');
}

;// CONCATENATED MODULE: ./.cache/build/src/tools/oem-tables.js
/**
 * The upper halves (bytes 0x80 to 0xFF) of the code pages of DOS that `TextDecoder` lacks, each 128 characters.
 * Source: the Unicode consortium, VENDORS/MICSFT/PC. U+FFFD stands where a page has no character.
 */
const OEM_TABLES = {
    437: 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0',
    737: 'ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρσςτυφχψ░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀ωάέήϊίόύϋώΆΈΉΊΌΎΏ±≥≤ΪΫ÷≈°∙·√ⁿ²■\u00a0',
    775: 'ĆüéāäģåćłēŖŗīŹÄÅÉæÆōöĢ¢ŚśÖÜø£Ø×¤ĀĪóŻżź”¦©®¬½¼Ł«»░▒▓│┤ĄČĘĖ╣║╗╝ĮŠ┐└┴┬├─┼ŲŪ╚╔╩╦╠═╬Žąčęėįšųūž┘┌█▄▌▐▀ÓßŌŃõÕµńĶķĻļņĒŅ’\u00ad±“¾¶§÷„°∙·¹³²■\u00a0',
    850: 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
    852: 'ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×čáíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐└┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀ÓßÔŃńňŠšŔÚŕŰýÝţ´\u00ad˝˛ˇ˘§÷¸°¨˙űŘř■\u00a0',
    855: 'ђЂѓЃёЁєЄѕЅіІїЇјЈљЉњЊћЋќЌўЎџЏюЮъЪаАбБцЦдДеЕфФгГ«»░▒▓│┤хХиИ╣║╗╝йЙ┐└┴┬├─┼кК╚╔╩╦╠═╬¤лЛмМнНоОп┘┌█▄Пя▀ЯрРсСтТуУжЖвВьЬ№\u00adыЫзЗшШэЭщЩчЧ§■\u00a0',
    857: 'ÇüéâäàåçêëèïîıÄÅÉæÆôöòûùİÖÜø£ØŞşáíóúñÑĞğ¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ºªÊËÈ�ÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµ�×ÚÛÙìÿ¯´\u00ad±�¾¶§÷¸°¨·¹³²■\u00a0',
    858: 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈ€ÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
    860: 'ÇüéâãàÁçêÊèÍÔìÃÂÉÀÈôõòÚùÌÕÜ¢£Ù₧ÓáíóúñÑªº¿Ò¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0',
    861: 'ÇüéâäàåçêëèÐðÞÄÅÉæÆôöþûÝýÖÜø£Ø₧ƒáíóúÁÍÓÚ¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0',
    862: 'אבגדהוזחטיךכלםמןנסעףפץצקרשת¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0',
    863: 'ÇüéâÂà¶çêëèïî‗À§ÉÈÊôËÏûù¤ÔÜ¢£ÙÛƒ¦´óú¨¸³¯Î⌐¬½¼¾«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0',
    865: 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø₧ƒáíóúñÑªº¿⌐¬½¼¡«¤░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0',
};

;// CONCATENATED MODULE: ./.cache/build/src/tools/output-encoding.js
/** What programs print, as text: in the code page of the console on Windows, in UTF-8 nearly everywhere else. */

/** Code pages that `TextDecoder` reads under another name (WHATWG Encoding, section 4.2). */
const DECODER_LABELS = {
    866: 'ibm866',
    874: 'windows-874',
    932: 'shift_jis',
    936: 'gbk',
    949: 'euc-kr',
    950: 'big5',
    65001: 'utf-8',
};
/** The page of the first PC, which Windows in English still uses. */
const DEFAULT_OEM_PAGE = 437;
/** @param codePage of the console, for `oem`; one that nobody knows is read as the default */
function createTextReader(encoding, codePage = DEFAULT_OEM_PAGE) {
    if (encoding !== 'oem')
        return decoderReader(encoding);
    const table = OEM_TABLES[codePage];
    if (table !== undefined)
        return tableReader(table);
    const label = DECODER_LABELS[codePage] ?? (codePage >= 1250 && codePage <= 1258 ? `windows-${codePage}` : undefined);
    return label === undefined ? createTextReader('oem') : decoderReader(label);
}
/** All of it at once. A byte order mark says more than the caller knows. */
function decodeOutput(bytes, encoding, codePage) {
    const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : undefined;
    const utf8 = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf-8' : undefined;
    const reader = createTextReader(marked ?? utf8 ?? encoding, codePage);
    return reader.read(bytes) + reader.end();
}
/** The value OEMCP in what `reg.exe query` prints; undefined when it is not there. */
function parseOemCodePage(text) {
    const digits = /^\s*OEMCP\s+REG_SZ\s+(\d{3,5})\s*$/m.exec(text)?.[1];
    return digits === undefined ? undefined : Number(digits);
}
function decoderReader(label) {
    const decoder = new TextDecoder(label);
    return { read: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() };
}
function tableReader(table) {
    const read = (bytes) => {
        let text = '';
        for (const byte of bytes)
            text += byte < 0x80 ? String.fromCharCode(byte) : table.charAt(byte - 0x80);
        return text;
    };
    return { read, end: () => '' };
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: ./.cache/build/src/tools/command-line.js
var command_line = __webpack_require__(6494);
;// CONCATENATED MODULE: ./.cache/build/src/tools/exit-codes.js
/**
 * What the exit codes of programs mean and what to do: one table. Sources: winerror.h, CbsMsg.h and ntstatus.h of the Windows SDK,
 * Microsoft's pages on DISM, diskpart, msiexec ("Error codes"), pnputil ("Return values"), robocopy and wusa; reports from the field.
 */
const RESTART = 'It succeeded, and asks for a restart: count this code as success where an image is serviced offline.';
const MAGLEV = 'Where the program is Node.js, the environment variable ACTIONS_RUNNER_DISABLE_NODE_MAGLEV=1 on the runner keeps it from a crash of its compiler that is known on busy machines (nodejs/node#64841, #62260).';
/** Codes of Windows itself (also as 0x8007nnnn), which any of its programs hands on. */
const WIN32 = {
    2: 'A file that was named does not exist.',
    3: 'A folder that was named does not exist: make it first, and check the drive letter.',
    5: 'Access was denied: run the runner as administrator, and see whether another program holds the file.',
    32: 'Another program holds the file open: exclude the work folder from the virus scanner, then run this step again.',
    50: 'The request is not supported: this DISM is older than the image. Use a newer Windows, or the DISM of a newer ADK.',
    87: 'A parameter is not known: this version of the program is older than the option, or the command line is wrong.',
    112: 'The disk is full: free some space on the volumes of the work folder and of the image.',
    193: 'The program is for another architecture, or damaged.',
    740: 'It needs an elevated account: let the service of the runner run as an administrator.',
    1058: 'A service that it needs is disabled: Windows Update (wuauserv), the Virtual Disk service or TrustedInstaller.',
    1392: 'The file or folder is damaged: check the hash of the medium and fetch it again.',
    1450: 'The system is out of resources: end other work on this machine, then run this step again.',
    1726: 'The remote procedure call failed: the servicing process ended midway. Start again from a fresh image.',
    14098: 'The component store of the image is damaged (ERROR_SXS_COMPONENT_STORE_CORRUPT): start from the untouched image of the ISO.',
    14107: 'The component store lacks something that the update builds on: install the servicing stack and the checkpoint of the release first.',
};
/** Any program can end by these. */
const CRASHES = {
    126: 'The file cannot be executed: check its rights and its architecture.',
    127: 'A program or a library that it needs is missing.',
    134: 'It aborted itself (SIGABRT).',
    137: 'It was killed (SIGKILL), which the system does when memory runs out: give the machine more, or run less beside it.',
    139: `It crashed (SIGSEGV). ${MAGLEV}`,
    143: 'It was asked to end (SIGTERM).',
    3221225477: 'It crashed (access violation).',
    3221225495: 'There was not enough memory to start it.',
    3221225506: 'Access was denied to a file that it needs to start.',
    3221225781: 'A DLL that it needs is missing.',
    3221225786: 'It was ended by CTRL+C.',
    3221225794: 'A DLL could not be initialised: the desktop heap of the session of the service is used up. Restart the machine.',
    3221226505: `It ended itself over damaged memory (stack buffer overrun). ${MAGLEV}`,
};
const SIGNALS = {
    SIGABRT: 134,
    SIGKILL: 137,
    SIGSEGV: 139,
    SIGTERM: 143,
};
const DISM = {
    2148468741: 'The package is not valid: check its hash, and that it is for this version of Windows.',
    2148468742: 'Something is still pending in the image: clean-up is not possible now, which does no harm; or start from a fresh image.',
    2148468748: 'A feature name is not known to this edition: check the spelling with DISM /Get-Features.',
    2148468766: 'The package is not applicable: it is for another product or architecture, or the image already has what it brings.',
    2148468767: 'The source files of a feature were not found: give the folder sources\\sxs of the same ISO as source.',
    2148468771: 'The package needs a newer servicing stack: install the servicing stack update (SSU) first.',
    2148468773: 'The package is permanent and cannot be removed.',
    2148468784: 'The image can no longer be serviced: start again from a fresh one.',
    2148468785: 'The component store lacks an earlier update: install the updates in their order, or start from a fresh image.',
    2148468998: 'The source files could not be downloaded: give the folder sources\\sxs of the same ISO as source.',
    2148469026: 'An installer inside the package failed: see dism.log and CBS.log of the image for its name.',
    2148469076: 'The server of updates (WSUS) does not have the feature: give the folder sources\\sxs of the same ISO as source.',
    2148469122: 'The update builds on components that the image lacks: install its checkpoint first, from the same folder.',
    2148469124: 'A file that the update differs from is missing in the image: start from the untouched image of the ISO.',
    2148469128: 'The update does not fit what is in the image: start from the untouched image of the ISO.',
    2148469137: 'A file of the update is missing: put it with its checkpoints into one folder.',
    2148469144: 'The package needs a newer servicing stack: install the servicing stack update (SSU) first.',
    2147956507: WIN32[14107] ?? '',
    3242328343: 'The folder could not be unmounted: a program holds files in it. Close it (a virus scanner, an Explorer window), then try again.',
    3242328359: 'The image is mounted already: a run before was killed. Discard that mount with DISM /Cleanup-Mountpoints.',
    3010: RESTART,
};
const MSIEXEC = {
    1601: 'The service Windows Installer is not available.',
    1602: 'The installation was cancelled.',
    1603: 'A fatal error: its log (/l*v) says which, in the lines before the first "return value 3".',
    1605: 'The product is not installed.',
    1612: 'The source of the installation is not available.',
    1618: 'Another installation is under way: wait for its end.',
    1619: 'The package could not be opened: check its path.',
    1620: 'The package could not be opened: it is damaged, or no MSI.',
    1622: 'The log file could not be opened: check its folder.',
    1625: 'The policy of this machine forbids the installation.',
    1633: 'The package is for another architecture.',
    1635: 'The patch could not be opened: check its path.',
    1638: 'Another version of the product is installed: remove it first.',
    1639: 'The command line is not valid: a property with spaces is quoted behind its equals sign, as in TARGETDIR="C:\\a b".',
    1641: 'It succeeded, and has begun a restart.',
    3010: RESTART,
};
const PROGRAMS = {
    dism: DISM,
    diskpart: {
        1: 'It met a fatal error: see its output, and whether the Virtual Disk service (vds) runs.',
        2: 'Its parameters are wrong.',
        3: 'The script file could not be opened.',
        4: 'A service that it uses failed: see whether the Virtual Disk service (vds) runs, and restart it.',
        5: 'A command of the script has a wrong syntax, or failed: its output names the line.',
    },
    bcdboot: {
        3: 'The folder of Windows or the target volume was not found: check both drive letters, and that the ESP has one.',
        15250: 'The boot files could not be copied: the ESP is full, or has no drive letter.',
        3236495362: 'The bcdboot of the image does not run here: use that of this Windows, in System32.',
    },
    wusa: {
        3010: RESTART,
        2359301: RESTART,
        2359302: 'The update is installed already.',
        2149842966: 'Another installation is under way: wait for its end.',
        2149842967: 'The update is not applicable to this Windows.',
    },
    msiexec: MSIEXEC,
    // Installers around an MSI end as Windows Installer does.
    setup: MSIEXEC,
    setup64: MSIEXEC,
    pnputil: {
        259: 'No device here needs the driver: the package is in the store, which is all that was asked for.',
        1641: 'It succeeded, and has begun a restart.',
        3010: RESTART,
        3758096640: 'The INF file has a syntax that is not supported.',
        3758096943: 'The driver has no catalog, so that its signature cannot be checked: take the signed package of the vendor.',
        3758096962: 'The publisher of the driver is not trusted: put its certificate into TrustedPublisher first.',
        2148204809: 'The certificate of the driver ends in a root that is not trusted here.',
    },
    expand: {
        1: 'The cabinet could not be opened or its target not written: check both paths, and the hash of the cabinet.',
    },
    reg: {
        1: 'The key or the file is not there, is held open, or may not be changed by this account: its output says which.',
    },
    robocopy: {
        // Bits: 1 copied, 2 extra files, 4 mismatches, 8 failures, 16 nothing done.
        1: 'Not an error: files were copied.',
        2: 'Not an error: the target has files that the source lacks.',
        3: 'Not an error: files were copied, and the target has files that the source lacks.',
        8: 'Some files could not be copied: its output names them.',
        16: 'Nothing was copied: check both paths and the rights.',
    },
    taskkill: { 128: 'There is no such process any more.' },
    powershell: {
        1: 'The script ended with an error: its output says which.',
        4294770688: 'The script file was not found.',
    },
    '7zz': {
        1: 'Some files could not be read: its output names them.',
        2: 'The archive is damaged, or the disk is full: its output says which.',
        7: 'Its command line is wrong: the version of 7-Zip is too old; install a newer one.',
        8: 'There was not enough memory.',
    },
};
/** Programs of Windows, which hand on codes of Windows. */
const OF_WINDOWS = [
    'dism',
    'diskpart',
    'bcdboot',
    'wusa',
    'msiexec',
    'pnputil',
    'expand',
    'reg',
    'taskkill',
    'bcdedit',
    'icacls',
];
const HRESULT_OF_WIN32 = 0x80070000;
/** @param tool name or path, with or without `.exe`; undefined when the tables do not know the code */
function explainExit(tool, { exitCode, signal, tail = '' }) {
    const name = (/[^\\/]*$/.exec(tool)?.[0] ?? tool).toLowerCase().replace(/\.exe$/, '');
    const own = PROGRAMS[name] ?? {};
    const ofWindows = OF_WINDOWS.includes(name);
    for (const code of name === 'dism' ? codesIn(tail) : []) {
        const meaning = own[code] ?? win32(code);
        if (meaning !== undefined)
            return meaning;
    }
    const code = exitCode === null ? SIGNALS[signal ?? 'SIGINT'] : exitCode >>> 0;
    if (code === undefined)
        return undefined;
    return own[code] ?? (ofWindows ? win32(code) : undefined) ?? CRASHES[code];
}
function win32(code) {
    return WIN32[code - HRESULT_OF_WIN32] ?? WIN32[code];
}
/** `Error: 0x800f0823` and `Error: 87`, as DISM prints them, in their order. */
function codesIn(text) {
    return [...text.matchAll(/\bError(?: code)?:?\s+(0x[0-9a-f]{8}|\d{1,5})\b/gi)].map((match) => Number(match[1]));
}

// EXTERNAL MODULE: ./.cache/build/src/tools/process-table.js
var process_table = __webpack_require__(26770);
;// CONCATENATED MODULE: ./.cache/build/src/tools/run-program.js
/** One run of one program: started without a shell, its output taken, ended with all its descendants when the signal comes. */







/** What is kept of a program's output: enough for every parser of ours, bounded against a program that prints for ever. */
const MAX_OUTPUT = 64 * 2 ** 20;
const TAIL_LINES = 15;
/** A program that ended may have left one behind that holds its pipes: nobody waits for that one. */
const PIPES_AFTER_END_MS = 1000;
/** Ending a tree takes a second and a little; whatever is left then is not waited for. */
const CANCEL_MS = 1800;
/** @throws ToolError for an exit code that is not expected or a program that does not start; the signal's reason */
async function runProgram(run, host, trees) {
    const { tool, options, signal } = run;
    signal.throwIfAborted();
    const encoding = options.encoding ?? (host.platform === 'win32' ? 'oem' : 'utf-8');
    const child = start(run, host);
    const stdout = collect(child.stdout, encoding, run.codePage, options.onLine);
    const stderr = collect(child.stderr, encoding, run.codePage);
    const program = recordStart(run, child, host);
    feed(child, options.input);
    let ended;
    try {
        ended = await endOf(child, run, () => end(child, program, trees));
    }
    finally {
        if (program)
            host.onEnd?.(program);
    }
    const exitCode = ended.exitCode === null ? null : ended.exitCode >>> 0;
    const output = { exitCode: exitCode ?? -1, stdout: stdout(), stderr: stderr() };
    if (exitCode !== null && (options.okExitCodes ?? [0]).includes(exitCode))
        return output;
    const tail = tailOf(output);
    const explanation = explainExit(tool, { exitCode, signal: ended.signal, tail });
    throw new errors/* ToolError */.v4(tool, exitCode, tail, explanation, ended.signal === null ? {} : { signal: ended.signal });
}
function start({ path, args, options }, host) {
    const line = (0,command_line/* commandLine */.ay)(path, args, options.quoting ?? 'each', host);
    return (host.spawn ?? external_node_child_process_.spawn)(line.file, line.args, {
        cwd: options.cwd,
        env: { ...host.env, ...options.env },
        stdio: [options.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
        windowsHide: true,
        windowsVerbatimArguments: line.verbatim,
        // A session of its own: its descendants can be found by it, and a signal of the terminal does not reach them before ours.
        detached: host.platform !== 'win32',
    });
}
function recordStart({ tool, args }, child, host) {
    if (child.pid === undefined)
        return undefined;
    const started = (0,process_table/* startTimeOf */.P2)(child.pid, host.platform);
    const program = { pid: child.pid, started, commandLine: [tool, ...args].join(' ') };
    host.onStart?.(program);
    return program;
}
function feed(child, input) {
    // A program that ends without reading its input is judged by its exit code, not by the broken pipe.
    child.stdin?.on('error', () => { });
    child.stdin?.end(input);
}
/** Settles when the program has ended and its pipes are read, or been given up. */
function endOf(child, { tool, path, signal }, endNow) {
    return new Promise((resolve, reject) => {
        const letGo = () => {
            for (const stream of child.stdio)
                stream?.destroy();
        };
        const onAbort = () => {
            const settle = () => {
                letGo();
                child.unref();
                reject(signal.reason);
            };
            const timer = setTimeout(settle, CANCEL_MS);
            endNow()
                .finally(() => {
                clearTimeout(timer);
                settle();
            })
                .catch(() => { });
        };
        signal.addEventListener('abort', onAbort, { once: true });
        child.once('error', (cause) => {
            signal.removeEventListener('abort', onAbort);
            reject(new errors/* ToolError */.v4(tool, null, cause.message, `The program ${path} could not be started.`, { cause }));
        });
        child.once('exit', () => {
            const timer = setTimeout(letGo, PIPES_AFTER_END_MS);
            child.once('close', () => clearTimeout(timer));
        });
        child.once('close', (exitCode, by) => {
            signal.removeEventListener('abort', onAbort);
            // When the signal came, its reason is the news, once the descendants are gone too.
            if (!signal.aborted)
                resolve({ exitCode, signal: by });
        });
    });
}
async function end(child, program, trees) {
    if (!program)
        return;
    if (trees.platform === 'win32') {
        // The program is ours and lives: no need to ask for all processes first.
        await trees.taskkill(['/PID', String(program.pid), '/T', '/F']).catch(() => { });
        child.kill();
        return;
    }
    await (0,end_tree/* endTree */.Sb)(program.pid, program.started, trees);
}
function collect(stream, encoding, codePage, onLine) {
    const chunks = [];
    const reader = createTextReader(encoding, codePage);
    let size = 0;
    let rest = '';
    stream?.on('data', (chunk) => {
        const kept = chunk.subarray(0, MAX_OUTPUT - size);
        size += kept.length;
        if (kept.length > 0)
            chunks.push(kept);
        if (!onLine)
            return;
        // Progress bars end their lines with a carriage return alone.
        const lines = (rest + reader.read(chunk)).split(/\r\n|\r|\n/);
        rest = lines.pop() ?? '';
        for (const line of lines)
            onLine(line);
    });
    return () => {
        rest += reader.end();
        if (onLine && rest !== '')
            onLine(rest);
        return decodeOutput(Buffer.concat(chunks), encoding, codePage);
    };
}
function tailOf(output) {
    const text = output.stderr.trim() === '' ? output.stdout : output.stderr;
    return text.trimEnd().split(/\r?\n/).slice(-TAIL_LINES).join('\n');
}

;// CONCATENATED MODULE: ./.cache/build/src/tools/program-runner.js
/** Starts external programs for the library: each found once, run without a shell, ended with the action. */







/** Holds the code page of consoles as `OEMCP`. */
const CODE_PAGES = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Nls\\CodePage';
function createProgramRunner(host) {
    const found = new Map();
    const trees = (0,end_tree/* treeHost */.f0)(host);
    let codePage;
    const locate = (tool) => {
        let path = found.get(tool);
        if (!path) {
            path = findProgram(tool, host);
            found.set(tool, path);
        }
        return path;
    };
    const find = async (tool) => {
        const path = await locate(tool);
        if (path !== undefined)
            return path;
        const where = (0,system_programs/* systemProgram */.C)(tool, host) ?? 'PATH or in the tool cache';
        throw new errors/* UserError */.yo('tool-missing', where.includes('\\') ? `The program ${where} is not there` : `The program ${tool} was not found on ${where}`, installHint(tool, host.platform));
    };
    return {
        find,
        has: async (tool) => (await locate(tool)) !== undefined,
        run: async (tool, args, options = {}) => {
            const path = await find(tool);
            const signal = host.signal();
            signal.throwIfAborted();
            if ((options.encoding ?? 'oem') === 'oem')
                codePage ??= readCodePage(host);
            const page = await codePage;
            signal.throwIfAborted();
            host.onCommand?.([tool, ...args].join(' '));
            const run = { tool, path, args, options, signal, codePage: page };
            if (options.timeLimit === undefined)
                return runProgram(run, host, trees);
            const limit = AbortSignal.timeout(options.timeLimit);
            return runProgram({ ...run, signal: AbortSignal.any([signal, limit]) }, host, trees).catch((error) => {
                throw error === limit.reason && limit.aborted ? tooLong(tool, options.timeLimit ?? 0) : error;
            });
        },
    };
}
function tooLong(tool, milliseconds) {
    const waited = `It had not ended after ${Math.round(milliseconds / 1000)} s, and was ended with all that it had started.`;
    return new errors/* ToolError */.v4(tool, null, waited, waited, { signal: 'a time limit' });
}
/** Digits are the same in every code page, so that this one answer can be read before it is known. */
async function readCodePage(host) {
    if (host.platform !== 'win32')
        return undefined;
    if (host.oemCodePage !== undefined)
        return host.oemCodePage;
    const path = (0,system_programs/* systemProgram */.C)('reg', host) ?? 'reg.exe';
    const args = ['query', CODE_PAGES, '/v', 'OEMCP'];
    // Never cancelled: it takes no time, and its answer is kept for the clean-up too.
    const signal = new AbortController().signal;
    const run = { tool: 'reg', path, args, options: {}, signal, codePage: DEFAULT_OEM_PAGE };
    const quiet = {
        platform: host.platform,
        env: host.env,
        signal: () => signal,
        ...(host.spawn && { spawn: host.spawn }),
    };
    const output = await runProgram(run, quiet, (0,end_tree/* treeHost */.f0)(host)).catch(() => undefined);
    return output && parseOemCodePage(output.stdout);
}

;// CONCATENATED MODULE: ./.cache/build/src/runner/tools.js
/** Hands the library what belongs to the runner: its environment, its tool cache, the signal of its cancel. */




/** @param signal a function is asked anew for each program, so that the clean-up of a cancelled run can still start some */
function createToolRunner(signal, hooks = {}) {
    return createProgramRunner({
        platform: process.platform,
        // RUNNER_TRACKING_ID is part of it: by that the runner ends what outlives the job.
        env: process.env,
        signal: typeof signal === 'function' ? signal : () => signal,
        findInCache,
        ...hooks,
    });
}
/** Ends what a process that was killed had started, with all descendants. @returns whether any of it was still alive */
function endProgram({ pid, started }) {
    return (0,end_tree/* endTree */.Sb)(pid, started, (0,end_tree/* treeHost */.f0)({ platform: process.platform, env: process.env }));
}
async function findInCache(name) {
    if (!process.env.RUNNER_TOOL_CACHE)
        return undefined;
    // Loaded when a program is on no PATH: it brings an HTTP client, and most steps never ask.
    const { find, findAllVersions } = await Promise.all(/* import() */[__webpack_require__.e(1955), __webpack_require__.e(3838), __webpack_require__.e(9805)]).then(__webpack_require__.bind(__webpack_require__, 59805));
    const version = findAllVersions(name).at(-1);
    if (version === undefined)
        return undefined;
    const folder = find(name, version);
    const files = await (0,promises_.readdir)(folder);
    const file = [name, `${name}.exe`].find((candidate) => files.includes(candidate));
    return file === undefined ? undefined : (0,external_node_path_.join)(folder, file);
}


/***/ }),

/***/ 6494:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MW: () => (/* binding */ quotedPath),
/* harmony export */   Mb: () => (/* binding */ quotedProperty),
/* harmony export */   ay: () => (/* binding */ commandLine)
/* harmony export */ });
/* unused harmony export batchArgument */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _system_programs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30823);
/** How arguments travel to a program on Windows, where a process gets one text that each program takes apart by itself. */


/**
 * @param path absolute path of the program
 * @throws RangeError for an argument that a batch file cannot be given: one with a line break
 */
function commandLine(path, args, quoting, host) {
    if (host.platform !== 'win32')
        return { file: path, args, verbatim: false };
    if (!/\.(?:cmd|bat)$/i.test(path))
        return { file: path, args, verbatim: quoting === 'verbatim' };
    const words = [path, ...args].map(batchArgument).join(' ');
    const shell = (0,_system_programs_js__WEBPACK_IMPORTED_MODULE_1__/* .systemProgram */ .C)('cmd', host) ?? 'cmd.exe';
    // Extensions on, delayed expansion off: the quoting below counts on both. /s: only the outermost quotes are taken off.
    return { file: shell, args: ['/d', '/e:on', '/v:off', '/s', '/c', `"${words}"`], verbatim: true };
}
/**
 * Quotes one argument for cmd.exe. Within quotes `& | < > ^ ( )` mean nothing to it. A quote is doubled, which leaves cmd within quotes
 * and is one quote to programs in C. A percent sign would expand a variable even within quotes: `%cd:~,%` is a text of no length,
 * and parts it from what follows. Source: Microsoft, "cmd" and "set /?"; CVE-2024-24576 shows what happens otherwise.
 */
function batchArgument(argument) {
    if (/[\r\n\0]/.test(argument))
        throw new RangeError(`A batch file cannot be given ${JSON.stringify(argument)}`);
    // Backslashes before a quote, the closing one too, are doubled for programs in C.
    const escaped = argument.replaceAll(/(\\*)("|$)/g, (_, slashes, quote) => quote === '' ? slashes + slashes : `${slashes}${slashes}""`);
    return `"${escaped.replaceAll('%', '%%cd:~,%')}"`;
}
/**
 * `NAME="value"`, as msiexec wants a property with a path; for `quoting: 'verbatim'`. A backslash at the end would take the quote
 * behind it along, and means nothing there but for the root of a drive.
 * @throws RangeError for a value with a quote, which no path has
 */
function quotedProperty(name, value) {
    return `${name}=${quotedPath(value)}`;
}
/** A path as one word of a verbatim command line. @throws RangeError as `quotedProperty` */
function quotedPath(path) {
    if (/["\r\n\0]/.test(path))
        throw new RangeError(`No path of Windows is ${JSON.stringify(path)}`);
    const isRoot = node_path__WEBPACK_IMPORTED_MODULE_0__.win32.parse(path).root === path;
    return `"${isRoot ? path.replace(/\\$/, '\\\\') : path.replace(/\\+$/, '')}"`;
}


/***/ })

};
