export const id = 9674;
export const ids = [9674,9853];
export const modules = {

/***/ 17157:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  x: () => (/* binding */ planReleaseAction)
});

// EXTERNAL MODULE: ./.cache/build/src/errors.js
var src_errors = __webpack_require__(41251);
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
;// CONCATENATED MODULE: ./.cache/build/src/plan/batches.js
/**
 * Jobs as matrices for `strategy.matrix`, each within what GitHub allows: 256 jobs a matrix, and 1 MB of outputs a job, counted in UTF-16
 * (docs.github.com, Actions limits). Templates and targets stand beside each other, so that GitHub multiplies them: thousands of jobs
 * take the space of hundreds.
 */

/** GitHub's limit of a matrix. */
const MAX_JOBS = 256;
/** UTF-16 units of one output; a job has them all together, with what its other outputs take. */
const MAX_UNITS = 480 * 1024;
/**
 * @param size jobs of one batch at most, 1 to 256
 * @returns every template for every target, in order; none when there is no template
 * @throws UserError input-invalid when there are more batches than a matrix of batches takes, or they take more room than a job's outputs
 */
function makeBatches(templates, targets, size) {
    const batches = [];
    for (const part of targets.length === 0 ? [undefined] : inParts(targets, size)) {
        const each = Math.floor(size / (part?.length ?? 1));
        for (const some of inParts(templates, each))
            batches.push({ template: some, ...(part && { target: part }) });
    }
    if (batches.length <= MAX_JOBS && JSON.stringify(batches).length <= MAX_UNITS)
        return batches;
    const jobs = templates.length * Math.max(1, targets.length);
    throw new src_errors/* UserError */.yo('input-invalid', `Input templates: ${templates.length} templates for ${Math.max(1, targets.length)} targets are ${jobs} jobs in ${batches.length} batches, more than one run of GitHub takes`, `Split them into several workflows by narrower patterns${size < MAX_JOBS ? ', or raise batch-size' : ''}.`);
}
function jobsOf({ template, target }) {
    return template.length * (target?.length ?? 1);
}
function inParts(items, size) {
    return Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));
}

// EXTERNAL MODULE: ./.cache/build/src/plan/kb-changes.js
var kb_changes = __webpack_require__(91935);
;// CONCATENATED MODULE: ./.cache/build/src/plan/decide.js
/** Whether a template is built, and why: by what its lock holds and what is out, never by the calendar. */

const WHEN = ['always', 'patch-tuesday'];
/** @param state undefined when the catalog was not asked */
function decide(checked, when, state) {
    const { template, path, lockPath, affected, since = [] } = checked;
    const stale = state?.kind === 'stale' ? state.kbs : [];
    return {
        name: template.name,
        file: path,
        lock: lockPath,
        product: template.windows.product,
        runsOn: template.runsOn,
        ...(affected === false
            ? { build: false, reason: 'neither it nor a file that it names has changed' }
            : judge(checked, when, state)),
        stale,
        since,
    };
}
function judge({ lock, misfit, affected }, when, state) {
    if (when === 'always') {
        return { build: true, reason: affected === undefined ? 'all templates are built' : 'it has changed' };
    }
    if (state?.kind === 'waiting')
        return { build: false, reason: `waits for the catalog: ${state.why}` };
    if (lock === undefined)
        return { build: true, reason: 'it has no lock yet' };
    if (misfit !== undefined)
        return { build: true, reason: misfit };
    if (state?.kind === 'stale') {
        return { build: true, reason: `the catalog has newer updates: ${state.kbs.map(kb_changes/* describeChange */.u).join(', ')}` };
    }
    return { build: false, reason: `its lock of ${lock.date} is current` };
}

;// CONCATENATED MODULE: ./.cache/build/src/plan/due-date.js
/** From which day on releases count: a clock in the user's own time zone, and the patience that was asked for. */
function isTimeZone(name) {
    try {
        new Intl.DateTimeFormat('en', { timeZone: name });
        return true;
    }
    catch {
        return false;
    }
}
/** @returns ISO date: releases of this day and before count */
function lastDueDate(now, { timeZone, offsetDays, hour }) {
    const parts = new Intl.DateTimeFormat('en-CA', {
        timeZone,
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
        hour: '2-digit',
        hourCycle: 'h23',
    }).formatToParts(now);
    const part = (type) => parts.find((one) => one.type === type)?.value ?? '';
    const date = new Date(`${part('year')}-${part('month')}-${part('day')}T00:00:00Z`);
    date.setUTCDate(date.getUTCDate() - offsetDays - (Number(part('hour')) < hour ? 1 : 0));
    return date.toISOString().slice(0, 10);
}
/** @returns ISO date after which releases do not count; undefined where all that is out does */
function patienceEnds(now, patience) {
    const lastDue = lastDueDate(now, patience);
    return lastDue >= now.toISOString().slice(0, 10) ? undefined : lastDue;
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
;// CONCATENATED MODULE: ./.cache/build/src/plan/find-templates.js
/** The template files that patterns name, in the workspace and nowhere else. */



/**
 * Reads patterns such as `templates/*.yml` and `!templates/base.yml`, relative to the workspace.
 * @throws UserError input-invalid for one that leads out of it, or when all of them exclude
 */
function readPatterns(texts) {
    const patterns = texts.map((text) => {
        const unwanted = text.startsWith('!');
        return { unwanted, pattern: external_node_path_.posix.normalize((unwanted ? text.slice(1).trim() : text).replaceAll('\\', '/')) };
    });
    for (const { pattern } of patterns) {
        if ((0,external_node_path_.isAbsolute)(pattern) || /^[A-Za-z]:/.test(pattern) || pattern.split('/').includes('..')) {
            throw new src_errors/* UserError */.yo('input-invalid', `Input templates: "${pattern}" leads out of the workspace`, 'Write patterns that count from the workspace, such as templates/*.yml.');
        }
    }
    const wanted = patterns.filter(({ unwanted }) => !unwanted).map(({ pattern }) => pattern);
    if (wanted.length === 0) {
        throw new src_errors/* UserError */.yo('input-invalid', `Input templates: "${texts.join(', ')}" names no file to take`, 'Write at least one pattern without an exclamation mark.');
    }
    return { wanted, unwanted: patterns.filter(({ unwanted }) => unwanted).map(({ pattern }) => pattern) };
}
/** @param file relative to the workspace, with slashes */
function isNamed(file, { wanted, unwanted }) {
    const fits = (pattern) => (0,external_node_path_.matchesGlob)(file, pattern);
    return wanted.some(fits) && !unwanted.some(fits);
}
/**
 * @param workspace absolute path
 * @returns relative to it, with slashes, each once, in order
 */
async function findTemplates(workspace, patterns) {
    const found = new Set();
    for await (const entry of (0,promises_.glob)([...patterns.wanted], { cwd: workspace, withFileTypes: true })) {
        if (entry.isDirectory())
            continue;
        const path = `${entry.parentPath}${external_node_path_.sep}${entry.name}`.slice(workspace.length + 1).replaceAll(external_node_path_.sep, '/');
        if (isNamed(path, patterns))
            found.add(path);
    }
    return [...found].sort();
}

;// CONCATENATED MODULE: ./.cache/build/actions/plan-release/inputs.js
/** The inputs of plan-release. */








const timeZone = (0,input_types/* parsed */.Yz)('Time zone', (value) => {
    if (isTimeZone(value))
        return value;
    throw new input_types/* InvalidText */.hL('Write a name of the IANA time zone database, such as Europe/Berlin, or UTC.');
});
/** Where the catalog is asked. */
const ASKED = [{ input: 'offline', is: [false] }];
const INPUTS = {
    templates: (0,input/* input */.h)(input_types/* lines */.Mn, {
        description: 'Patterns of template files, one per line, from the workspace on; one that begins with ! leaves files out, and a file that is named without a pattern has to be there. A file without a name that others extend is no template.',
        default: 'templates/**/*.{yml,yaml}',
    }),
    'only-changed': (0,input/* input */.h)(input_types/* text */.Qq, {
        description: 'Branch, tag or commit: only templates are planned that have changed since this branch left it, themselves, their lock, a base or a file that they name.',
        otherwise: 'all templates',
    }),
    when: (0,input/* input */.h)((0,input_types/* choice */.Yq)(WHEN), {
        description: 'always plans every template; patch-tuesday those alone whose lock lacks an update that is out, whatever the day.',
        default: 'always',
    }),
    'schedule-time-zone': (0,input/* input */.h)(timeZone, {
        only: ASKED,
        description: 'Time zone in which days and hours of offset-days and hour are counted.',
        default: 'UTC',
    }),
    'offset-days': (0,input/* input */.h)((0,input_types/* integer */.nd)(0, 60), {
        only: ASKED,
        description: 'Days that an update has to be out before it counts.',
        default: '0',
    }),
    hour: (0,input/* input */.h)((0,input_types/* integer */.nd)(0, 23), {
        only: ASKED,
        description: 'Hour of the day from which an update counts on its day.',
        default: '0',
    }),
    targets: (0,input/* input */.h)(input_types/* list */.p_, {
        description: 'Names of places that every template is built for, such as environments with the vCenter and its secrets.',
        otherwise: 'one job for each template',
    }),
    'batch-size': (0,input/* input */.h)((0,input_types/* integer */.nd)(1, MAX_JOBS), {
        description: 'Jobs of one batch at most.',
        default: String(MAX_JOBS),
    }),
    offline: (0,input/* input */.h)(input_types/* boolean */.zM, {
        description: 'Check templates and locks without the network, as for pull requests; whether locks are behind the catalog is not asked.',
        default: 'false',
    }),
    'catalog-url': (0,input/* variant */.O)(shared_inputs/* CATALOG_INPUTS */.wt['catalog-url'], { only: ASKED }),
    'release-info-url': (0,input/* variant */.O)(shared_inputs/* CATALOG_INPUTS */.wt['release-info-url'], { only: ASKED }),
};
function prepare({ values, invalid }, place) {
    const { when, offline } = values;
    if (offline && when === 'patch-tuesday') {
        throw invalid('offline', 'true', 'Set offline: false: "when: patch-tuesday" asks the catalog what is out.');
    }
    const catalogUrl = values['catalog-url'];
    const releaseInfoUrl = values['release-info-url'];
    const question = {
        ...(catalogUrl !== undefined && { catalogUrl }),
        ...(releaseInfoUrl !== undefined && { releaseInfoUrl }),
        env: place.env,
        patience: { timeZone: values['schedule-time-zone'], offsetDays: values['offset-days'], hour: values.hour },
        now: new Date(),
    };
    return {
        workspace: (0,external_node_path_.resolve)('.'),
        patterns: readPatterns(values.templates),
        onlyChanged: values['only-changed'],
        when,
        targets: values.targets ?? [],
        batchSize: values['batch-size'],
        catalog: offline ? undefined : question,
    };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./.cache/build/src/download/map-bounded.js
var map_bounded = __webpack_require__(9901);
// EXTERNAL MODULE: ./.cache/build/src/updates/compare-text.js
var compare_text = __webpack_require__(35206);
;// CONCATENATED MODULE: ./.cache/build/src/plan/changed-files.js
/** What changed since a base ref, asked of git. */


/** What `github.event.before` is for the first push of a branch: there is nothing to compare with. */
const NO_COMMIT = /^0{40,64}$/;
/**
 * @param base a branch, tag or commit; the point where this branch left it is compared with
 * @returns undefined when the base says that there is nothing before
 * @throws UserError input-invalid that says what the clone lacks; tool-missing
 */
async function changesSince(base, workspace, tools) {
    if (NO_COMMIT.test(base))
        return undefined;
    const git = createGit(workspace, tools);
    // Relative: the same folder as the workspace, however that is written.
    const root = (0,external_node_path_.resolve)(workspace, (await git(['rev-parse', '--show-cdup'], [0])).trim());
    const start = await forkPoint(base, git);
    const tracked = await git(['diff', '--name-only', '--no-renames', '-z', start, '--'], [0]);
    const untracked = await git(['ls-files', '--others', '--exclude-standard', '--full-name', '-z'], [0]);
    const names = `${tracked}${untracked}`.split('\0').filter((name) => name !== '');
    return {
        files: new Set(names.map((name) => (0,external_node_path_.join)(root, name))),
        base: start,
        before: async (path) => {
            const name = path.slice(root.length + 1).replaceAll('\\', '/');
            const there = await git(['ls-tree', '--name-only', '-z', '--full-tree', start, '--', name], [0]);
            return there === '' ? undefined : git(['show', `${start}:${name}`], [0]);
        },
    };
}
function createGit(cwd, tools) {
    return async (args, okExitCodes) => {
        try {
            const { stdout, exitCode } = await tools.run('git', args, { cwd, okExitCodes, encoding: 'utf-8' });
            return exitCode === 0 ? stdout : '';
        }
        catch (error) {
            if (!(error instanceof src_errors/* ToolError */.v4))
                throw error;
            const hint = /dubious ownership/.test(error.tail)
                ? 'Run: git config --global --add safe.directory "$GITHUB_WORKSPACE" in a step before.'
                : 'Leave only-changed out, or run where the repository is; a workflow has to check it out in a step before (actions/checkout).';
            throw new src_errors/* UserError */.yo('input-invalid', `Input only-changed: git could not answer: ${error.tail}`, hint, {
                cause: error,
            });
        }
    };
}
async function forkPoint(base, git) {
    const commit = await git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${base}^{commit}`], [0, 1, 128]);
    const shallow = (await git(['rev-parse', '--is-shallow-repository'], [0])).trim() === 'true';
    const whole = 'Set "fetch-depth: 0" of actions/checkout, so that the history is there.';
    if (commit.trim() === '') {
        throw new src_errors/* UserError */.yo('input-invalid', `Input only-changed: git does not know "${base}" here${shallow ? ', where the clone is shallow' : ''}`, `${whole} For a pull request write origin/\${{ github.base_ref }}.`);
    }
    const fork = (await git(['merge-base', commit.trim(), 'HEAD'], [0, 1])).trim();
    if (fork !== '')
        return fork;
    throw new src_errors/* UserError */.yo('input-invalid', `Input only-changed: there is no commit that "${base}" and this branch have in common${shallow ? ' in this shallow clone' : ''}`, shallow ? whole : 'Name a branch that this one comes from.');
}

// EXTERNAL MODULE: ./.cache/build/src/updates/lock-file.js + 2 modules
var lock_file = __webpack_require__(35427);
// EXTERNAL MODULE: ./.cache/build/src/updates/build-number.js
var build_number = __webpack_require__(29129);
// EXTERNAL MODULE: ./.cache/build/src/updates/release-request.js
var release_request = __webpack_require__(83410);
;// CONCATENATED MODULE: ./.cache/build/src/updates/request-of-template.js
/** What a template asks of the catalog. */


function requestOfTemplate({ windows, updates, file }) {
    const { include, release, channel, exclude, mediaBuild } = updates;
    return {
        product: windows.product,
        architecture: 'x64',
        include,
        release: (0,release_request/* parseRelease */.BC)(release, `updates.release of ${file}`),
        channel,
        exclude: (0,release_request/* parseKbs */.gO)(exclude),
        ...(mediaBuild !== undefined && { mediaBuild: (0,build_number/* requireBuild */.y_)(mediaBuild, 'updates.media-build') }),
    };
}

// EXTERNAL MODULE: ./.cache/build/src/updates/resolve-updates.js + 7 modules
var resolve_updates = __webpack_require__(61494);
// EXTERNAL MODULE: ./.cache/build/src/template/placed-fault.js
var placed_fault = __webpack_require__(8973);
// EXTERNAL MODULE: ./.cache/build/src/template/read-layers.js + 1 modules
var read_layers = __webpack_require__(21921);
// EXTERNAL MODULE: ./.cache/build/src/template/template-file.js + 4 modules
var template_file = __webpack_require__(11508);
;// CONCATENATED MODULE: ./.cache/build/src/plan/read-templates.js
/** Reads all templates of a repository: each once, a base that they share once, and the faults of all of them. */






/** Files open at a time. */
const AT_ONCE = 32;
/** @param paths relative to the workspace, with slashes */
async function readTemplates(workspace, paths, signal) {
    const cache = new Map();
    const read = await (0,map_bounded/* mapBounded */.y)(paths, AT_ONCE, signal, (path) => readOne(workspace, path, cache));
    const extended = new Set(read.flatMap(({ bases }) => bases));
    const isBase = ({ path, named }) => !named && extended.has((0,external_node_path_.join)(workspace, path));
    const own = read.filter((one) => !isBase(one));
    const templates = own.flatMap(({ path, template }) => (template ? [{ path, template }] : []));
    return {
        templates,
        bases: read.filter(isBase).map(({ path }) => path),
        findings: [...once(own.flatMap(({ faults }) => faults)), ...sameNames(workspace, templates)],
    };
}
async function readOne(workspace, path, cache) {
    const file = (0,external_node_path_.join)(workspace, path);
    const layers = await (0,read_layers/* readLayers */.n)(file, cache).catch(() => []);
    const known = { path, bases: layers.slice(1).map((layer) => layer.path), named: layers[0]?.value.name !== undefined };
    try {
        return { ...known, template: await (0,template_file.loadTemplate)(file, cache), faults: [] };
    }
    catch (error) {
        if (!(error instanceof src_errors/* UserError */.yo))
            throw error;
        return { ...known, template: undefined, faults: faultsOf(error, workspace, path) };
    }
}
function faultsOf(error, workspace, path) {
    if (!(error instanceof placed_fault/* TemplateRefusal */.D)) {
        const location = { file: path, line: 1, column: 1 };
        return [{ code: error.code, severity: 'error', seen: error.message, remedy: error.hint, location }];
    }
    return error.faults.map(({ location, message, hint }) => ({
        code: error.code,
        severity: 'error',
        seen: message.replaceAll(workspace + external_node_path_.sep, ''),
        remedy: hint,
        location: { ...location, file: near(workspace, location.file) },
    }));
}
/** How a file is named in messages and annotations: from the workspace on, with slashes. */
function near(workspace, file) {
    return (0,external_node_path_.relative)(workspace, file).replaceAll(external_node_path_.sep, '/');
}
/** A fault of a base is one, however many extend it. */
function once(faults) {
    return [...new Map(faults.map((fault) => [JSON.stringify(fault), fault])).values()];
}
/** Two templates of one name would take turns in replacing each other. */
function sameNames(workspace, templates) {
    const first = new Map();
    const findings = [];
    for (const { path, template } of templates) {
        // Written in two ways, a letter with its accent looks the same.
        const name = template.name.normalize('NFC').toLowerCase();
        const other = first.get(name);
        if (other === undefined)
            first.set(name, path);
        else {
            const place = template.places.get('name') ?? { file: template.file, line: 1, column: 1 };
            findings.push({
                code: 'template-name-twice',
                severity: 'error',
                seen: `The name ${template.name} is that of ${other} too.`,
                remedy: 'Give each template a name of its own: what one publishes would replace the other.',
                location: { ...place, file: near(workspace, place.file) },
            });
        }
    }
    return findings;
}

;// CONCATENATED MODULE: ./.cache/build/src/plan/lock-state.js
/** What the lock of a template says, checked without the network. */





/**
 * @param tolerant a lock of another request is no fault: it is about to be made anew
 */
async function readLockState(workspace, { path: templatePath, template }, tolerant) {
    const file = (0,lock_file/* lockPath */.HZ)(template.file);
    const path = near(workspace, file);
    const fault = ({ code, message, hint }) => ({
        code,
        severity: 'error',
        seen: message.replaceAll(file, path),
        remedy: hint,
        location: { file: path, line: 1, column: 1 },
    });
    let lock;
    try {
        lock = await (0,lock_file/* readLock */.mF)(file);
        if (!lock)
            return { path, lock, findings: [] };
        (0,lock_file/* requireSameRequest */.FD)(lock, (0,resolve_updates/* lockRequest */.h)(requestOfTemplate(template)), path);
        return { path, lock, findings: [] };
    }
    catch (error) {
        if (!(error instanceof src_errors/* UserError */.yo))
            throw error;
        if (lock && tolerant)
            return { path, lock, misfit: error.message, findings: [] };
        const remedy = `${error.hint} Where nobody can do that now, delete the lock: the next build of ${templatePath} makes it anew.`;
        return { path, lock: undefined, findings: [lock ? { ...fault(error), remedy } : fault(error)] };
    }
}

;// CONCATENATED MODULE: ./.cache/build/src/plan/locked-since.js
/** Which KBs a lock names in place of which since the base of a pull request. */



/** @param lock as it is now. @returns empty when the lock was not changed */
async function lockedSince(template, lock, changes) {
    const path = (0,lock_file/* lockPath */.HZ)(template.file);
    if (!changes.files.has(path))
        return [];
    const before = await changes.before(path);
    return (0,kb_changes/* kbChanges */.v)((before === undefined ? undefined : readOld(before, path))?.updates ?? [], lock?.updates ?? []);
}
/** A lock of old that can no longer be read says nothing. */
function readOld(text, path) {
    try {
        return (0,lock_file/* parseLock */.PG)(text, path);
    }
    catch (error) {
        if (error instanceof src_errors/* UserError */.yo)
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./.cache/build/src/plan/named-files.js
/** The files that make a template what it is, and whether those that belong into the repository are there. */




/**
 * Whether one of the changed files is the template, its lock, what it extends or what it names, by its own name or by that of the file that
 * a symbolic link leads to. Git names a submodule in place of what lies in it.
 * @param workspace absolute path
 * @param changed absolute paths
 */
async function isAffected(workspace, { template }, changed) {
    const named = [...namedFiles(template), ...mediaOf(template)].map(({ path }) => path);
    const paths = [template.file, (0,lock_file/* lockPath */.HZ)(template.file), ...template.bases, ...named];
    const from = await (0,promises_.realpath)(workspace).catch(() => workspace);
    const targets = await Promise.all(paths.map(async (path) => {
        const target = await (0,promises_.realpath)(path).catch(() => path);
        return target.startsWith(from + external_node_path_.sep) ? workspace + target.slice(from.length) : target;
    }));
    const { files, within } = withoutCapitals(changed);
    return [...new Set([...paths, ...targets])].some((path) => {
        const wanted = path.toLowerCase();
        return within.has(wanted) || foldersOf(wanted).some((folder) => files.has(folder));
    });
}
/** Once for all templates of a plan. */
const lowered = new WeakMap();
/** Where the file system knows no capitals, what git has as corp is there as Corp too; elsewhere one build too many does no harm. */
function withoutCapitals(changed) {
    const known = lowered.get(changed);
    if (known)
        return known;
    const files = new Set([...changed].map((file) => file.toLowerCase()));
    const made = { files, within: new Set([...files].flatMap((file) => [file, ...foldersOf(file)])) };
    lowered.set(changed, made);
    return made;
}
/** Every folder above a path, without the root. */
function foldersOf(path) {
    const parts = path.split(external_node_path_.sep);
    return parts.slice(1).flatMap((_, index) => parts.slice(0, index + 1).join(external_node_path_.sep) || []);
}
/** Media are too large for most repositories and lie on the runner: only what comes with the template is asked for. */
async function missingFiles(workspace, { template }) {
    const findings = [];
    for (const { path, key } of namedFiles(template)) {
        const isOurs = path.startsWith(workspace + external_node_path_.sep);
        if (!isOurs || (await (0,promises_.stat)(path).catch(() => undefined)) !== undefined)
            continue;
        const place = template.places.get(key) ?? { file: template.file, line: 1, column: 1 };
        findings.push({
            code: 'file-missing',
            severity: 'error',
            seen: `${key} names ${near(workspace, path)}, which is not in the repository.`,
            remedy: 'Commit it, or correct the path: it counts from the folder of the file in which it stands.',
            location: { ...place, file: near(workspace, place.file) },
        });
    }
    return findings;
}
function namedFiles({ customize }) {
    return [
        ...(customize.unattend === undefined ? [] : [{ path: customize.unattend, key: 'customize.unattend.file' }]),
        ...(customize.files ?? []).map(({ from }, index) => ({ path: from, key: `customize.files[${index}].from` })),
        ...(customize.firstBootScripts ?? []).map((path, index) => ({
            path,
            key: `customize.first-boot-scripts[${index}]`,
        })),
    ];
}
function mediaOf({ windows, drivers }) {
    return [
        ...(windows.iso.path === undefined ? [] : [{ path: windows.iso.path, key: 'windows.iso.path' }]),
        ...(drivers.toolsIso?.path === undefined ? [] : [{ path: drivers.toolsIso.path, key: 'drivers.tools-iso.path' }]),
    ];
}

;// CONCATENATED MODULE: ./.cache/build/src/plan/examined-template.js
/** A template with all that can be said of it without the network. */



async function examineTemplate(read, { workspace, changes, isMadeAnew }) {
    const { path: lockPath, lock, misfit, findings } = await readLockState(workspace, read, isMadeAnew);
    return {
        ...read,
        lockPath,
        lock,
        misfit,
        affected: changes && (await isAffected(workspace, read, changes.files)),
        since: changes ? await lockedSince(read.template, lock, changes) : [],
        findings: [...findings, ...(await missingFiles(workspace, read))],
    };
}

// EXTERNAL MODULE: ./.cache/build/src/download/host-policy.js
var host_policy = __webpack_require__(78712);
// EXTERNAL MODULE: ./.cache/build/src/download/http-client.js + 1 modules
var http_client = __webpack_require__(38508);
// EXTERNAL MODULE: ./.cache/build/src/updates/catalog-client.js + 3 modules
var catalog_client = __webpack_require__(19285);
// EXTERNAL MODULE: ./.cache/build/src/updates/load-release-info.js + 1 modules
var load_release_info = __webpack_require__(94586);
;// CONCATENATED MODULE: ./.cache/build/src/plan/catalog-state.js
/** Whether a lock is behind the catalog: asked of the release information and the catalog, never of the calendar. */




/** The same question is asked once, however many templates have it. */
function createCatalogStates(sources) {
    const answers = new Map();
    const resolve = (request) => {
        // As fetch-updates asks with the input `until`.
        const asked = { ...request, release: (0,release_request/* latestUntil */.al)(request.release, sources.until) };
        const key = JSON.stringify((0,resolve_updates/* lockRequest */.h)(asked));
        const known = answers.get(key);
        if (known !== undefined)
            return known;
        const answer = (0,resolve_updates/* resolveUpdates */.R)(asked, sources).catch((error) => {
            if (error instanceof src_errors/* UserError */.yo && error.code === 'update-not-found')
                return error;
            throw error;
        });
        answers.set(key, answer);
        return answer;
    };
    return {
        of: async (request, lock) => {
            const resolution = await resolve(request);
            if (resolution instanceof src_errors/* UserError */.yo)
                return { kind: 'waiting', why: `${resolution.message}. ${resolution.hint}` };
            // A lock may have been made with less patience: what it holds is not taken back.
            if (lock && sources.until !== undefined && lock.date > sources.until)
                return { kind: 'current' };
            const kbs = (0,kb_changes/* kbChanges */.v)(lock?.updates ?? [], resolution.updates);
            return kbs.length === 0 ? { kind: 'current' } : { kind: 'stale', kbs };
        },
    };
}

;// CONCATENATED MODULE: ./.cache/build/src/plan/look-up.js
/** Asks the release information and the catalog, once for all templates, how their locks stand. */








/** @throws UserError catalog-unavailable, catalog-changed and the like, when what is built depends on it */
async function lookUp(templates, question, when, context) {
    if (!templates.some(isInQuestion))
        return { states: [], findings: [] };
    const { catalogUrl, releaseInfoUrl, env } = question;
    const mirrors = [catalogUrl, releaseInfoUrl].flatMap((url) => (url === undefined || url === 'none' ? [] : [url]));
    const http = (0,http_client/* createHttpClient */.u)({ env, policy: (0,host_policy/* createHostPolicy */.Ng)({ mirrors, suffixes: host_policy/* MICROSOFT_SUFFIXES */.rr }) });
    try {
        const { log, signal } = context;
        const releases = await (0,load_release_info/* loadReleaseInfo */.Q)(http, releaseInfoUrl, signal, log.info);
        const catalog = (0,catalog_client/* createCatalogClient */.x)({
            http,
            signal,
            ...(catalogUrl !== undefined && { url: catalogUrl }),
            onRetry: log.info,
        });
        const sources = {
            catalog,
            releases: releases.entries,
            today: question.now.toISOString().slice(0, 10),
            until: patienceEnds(question.now, question.patience),
        };
        const { states, findings } = await askAll(templates, sources);
        return { states, findings: [...releases.findings, ...findings] };
    }
    catch (error) {
        context.signal.throwIfAborted();
        if (when !== 'always' || !(error instanceof src_errors/* UserError */.yo))
            throw error;
        return { states: [], findings: [unknown(error)] };
    }
    finally {
        await http.close();
    }
}
/** One after the other, as the catalog wants to be asked; the same question costs nothing the second time. */
async function askAll(templates, sources) {
    const asked = createCatalogStates(sources);
    const states = [];
    const waiting = new Map();
    for (const one of templates) {
        const state = isInQuestion(one) ? await asked.of(requestOfTemplate(one.template), one.lock) : undefined;
        states.push(state);
        if (state?.kind === 'waiting')
            waiting.set(state.why, [...(waiting.get(state.why) ?? []), one.template.name]);
    }
    return { states, findings: [...waiting].map(([why, names]) => behind(why, names)) };
}
function isInQuestion({ affected }) {
    return affected !== false;
}
function behind(why, names) {
    return {
        code: 'catalog-behind',
        severity: 'warning',
        seen: `${names.slice(0, 5).join(', ')}${names.length > 5 ? ` and ${names.length - 5} more` : ''}: ${why}`,
        remedy: 'A plan that runs again later finds out whether it has come; nothing is remembered that could be missed.',
    };
}
function unknown({ message, hint }) {
    return {
        code: 'stale-unknown',
        severity: 'warning',
        seen: `${message}. Whether locks are behind the catalog is not known.`,
        remedy: `${hint} What is built does not depend on it with "when: always"; with "offline: true" it is not asked.`,
    };
}

;// CONCATENATED MODULE: ./.cache/build/src/plan/plan-release.js
/** Plans a release: which templates of a repository are built, why, and as which jobs. */













/** @throws UserError file-missing when the patterns name nothing, or one a file that is not there; input-invalid, and what the catalog's rooms throw */
async function planRelease(request, context) {
    const { workspace, patterns, onlyChanged } = request;
    const changes = onlyChanged === undefined ? undefined : await changesSince(onlyChanged, workspace, context.tools);
    const removed = changes ? removedTemplates(request, changes) : [];
    const paths = await findTemplates(workspace, patterns);
    if (paths.length === 0 && removed.length === 0)
        throw nothingFound(request);
    const absent = namedAlone(patterns).filter((path) => !paths.includes(path) && !removed.includes(path));
    if (absent.length > 0)
        throw nothingFound({ workspace, patterns: { ...patterns, wanted: absent } });
    const { templates, bases, findings } = await readTemplates(workspace, paths, context.signal);
    context.log.info(`${templates.length} templates, ${bases.length} base files`);
    if (templates.length === 0 && findings.length === 0 && removed.length === 0)
        throw nothingFound(request);
    const checked = await (0,map_bounded/* mapBounded */.y)(templates, 32, context.signal, (one) => examineTemplate(one, { workspace, changes, isMadeAnew: request.catalog !== undefined }));
    const catalog = request.catalog && (await lookUp(checked, request.catalog, request.when, context));
    const planned = checked.map((one, index) => decide(one, request.when, catalog?.states[index]));
    const built = planned.filter(({ build }) => build);
    const batches = makeBatches(built.map(({ name, file, product, runsOn }) => ({ name, file, product, 'runs-on': runsOn })), request.targets, request.batchSize);
    return {
        templates: planned,
        removed,
        batches,
        count: batches.reduce((sum, batch) => sum + jobsOf(batch), 0),
        updatesUntil: request.catalog && patienceEnds(request.catalog.now, request.catalog.patience),
        findings: [...findings, ...checked.flatMap((one) => one.findings), ...(catalog?.findings ?? [])],
    };
}
function removedTemplates({ workspace, patterns }, { files }) {
    return [...files]
        .map((file) => near(workspace, file))
        .filter((path) => isNamed(path, patterns) && !(0,external_node_fs_.existsSync)((0,external_node_path_.join)(workspace, path)))
        .sort(compare_text/* compareText */.n);
}
/** A pattern may name nothing beside others; whoever names a file means that one. A bare +, @ or parenthesis is part of a name. */
function namedAlone(patterns) {
    return patterns.wanted.filter((pattern) => !/[*?[{]|[!+@]\(/.test(pattern) && isNamed(pattern, patterns));
}
function nothingFound({ patterns, workspace }) {
    return new src_errors/* UserError */.yo('file-missing', `Input templates: no template matches ${patterns.wanted.join(', ')} in ${workspace}`, 'Write patterns that count from this folder; a workflow has to check the repository out in a step before (actions/checkout).');
}

;// CONCATENATED MODULE: ./.cache/build/actions/plan-release/main.js
/** Plans and says in the log what comes of it. */

async function main(request, context) {
    const plan = await planRelease(request, context);
    for (const { file, build, reason } of plan.templates) {
        context.log.info(`${build ? 'build' : 'leave'} ${file}: ${reason}`);
    }
    context.log.info(`${plan.count} jobs in ${plan.batches.length} batches`);
    return plan;
}

// EXTERNAL MODULE: ./.cache/build/src/report/findings-table.js
var findings_table = __webpack_require__(29994);
// EXTERNAL MODULE: ./.cache/build/src/report/markdown-table.js
var markdown_table = __webpack_require__(90597);
;// CONCATENATED MODULE: ./.cache/build/actions/plan-release/summary.js
/** The job summary of plan-release. */



function renderSummary(plan, { targets, onlyChanged, catalog }) {
    const built = plan.templates.filter(({ build }) => build);
    const forTargets = targets.length === 0 ? '' : ` for ${targets.length} targets`;
    const parts = [`### Plan: ${built.length} of ${plan.templates.length} templates are built${forTargets}`];
    const errors = plan.findings.filter(({ severity }) => severity === 'error').length;
    if (errors > 0)
        parts.push(`❌ ${errors} faults have to be put right first.`);
    if (plan.templates.length > 0)
        parts.push(templatesTable(plan.templates, onlyChanged, catalog !== undefined));
    if (plan.removed.length > 0) {
        const names = plan.removed.map((path) => `\`${(0,markdown_table/* escapeMarkdown */.F)(path)}\``).join(', ');
        parts.push(`Removed since the base: ${names}. Nothing is built of them; what they published stays.`);
    }
    if (plan.findings.length > 0)
        parts.push((0,findings_table/* findingsTable */.f9)(plan.findings));
    return `${parts.join('\n\n')}\n`;
}
function templatesTable(templates, onlyChanged, isAsked) {
    const head = ['Template', 'Built', 'Why'];
    if (onlyChanged !== undefined)
        head.push('KBs since the base');
    if (isAsked)
        head.push('KBs by the catalog');
    return (0,markdown_table/* markdownTable */.Q)(head, templates.map(({ file, build, reason, since, stale }) => [
        file,
        build ? 'yes' : 'no',
        reason,
        ...(onlyChanged === undefined ? [] : [describe(since)]),
        ...(isAsked ? [describe(stale)] : []),
    ]));
}
function describe(changes) {
    return changes.map((change) => `${change.kind}: ${(0,kb_changes/* describeChange */.u)(change)}`).join('\n');
}

;// CONCATENATED MODULE: ./.cache/build/actions/plan-release/action.js
/** plan-release as a value. */





const planReleaseAction = (0,action/* defineAction */.Q)({
    name: 'plan-release',
    description: 'Checks all template and lock files, and plans which of them are built: changed ones, or what updates are out for',
    branding: { icon: 'calendar', color: 'blue' },
    inputs: INPUTS,
    outputs: {
        matrix: {
            description: 'JSON object for `strategy.matrix` with `template` (name, file, product, runs-on) and, with targets, `target`; empty when one batch does not hold all jobs.',
            value: ({ batches }) => (batches.length > 1 ? undefined : (batches[0] ?? { template: [] })),
        },
        batches: {
            description: 'JSON array of such matrices, each within the limit of a matrix, for calls of a reusable workflow.',
            value: ({ batches }) => batches,
        },
        count: {
            description: 'Number of jobs; a matrix without any is an error to GitHub.',
            value: ({ count }) => String(count),
        },
        stale: {
            description: 'JSON array of the templates whose lock is behind the catalog: name, file, kbs (kind, from, to); empty when offline.',
            value: ({ templates }) => templates.filter(({ stale }) => stale.length > 0).map(({ name, file, stale }) => ({ name, file, kbs: stale })),
        },
        'updates-until': {
            description: 'Day after which updates were not counted (offset-days, hour), for the input until of fetch-updates, so that a build waits for the same; empty where all that is out counts.',
            value: ({ updatesUntil }) => updatesUntil,
        },
        'patch-tuesday': {
            description: 'true when an update is out that the lock of a template lacks, else false.',
            value: ({ templates }) => String(templates.some(({ stale }) => stale.length > 0)),
        },
    },
    prepare: prepare,
    main: main,
    findings: ({ findings }) => findings,
    summary: renderSummary,
    assertGood: ({ findings }) => {
        const errors = findings.filter(({ severity }) => severity === 'error');
        if (errors.length === 0)
            return;
        throw new src_errors/* UserError */.yo('template-invalid', `${errors.length} faults stand in the templates and locks`, 'Each is told at its line; nothing is planned until they are put right.');
    },
});


/***/ }),

/***/ 20647:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _src_runner_run_on_github_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59853);
/* harmony import */ var _action_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17157);
/** Plans which templates are built, and checks them all. */


await (0,_src_runner_run_on_github_js__WEBPACK_IMPORTED_MODULE_0__.runOnGithub)(_action_js__WEBPACK_IMPORTED_MODULE_1__/* .planReleaseAction */ .x);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 33884:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ decodeUtf8)
/* harmony export */ });
/** Text that is UTF-8 or nothing: a lenient reader puts replacement characters in place of what it cannot read, and goes on. */
/** Without its byte order mark. @returns undefined where the bytes are no UTF-8 */
function decodeUtf8(bytes) {
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch (error) {
        if (error instanceof TypeError)
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 36082:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ defineAction)
/* harmony export */ });
/** An action as a value: all there is to one. Hosts run it; action.yml, tables and help are made from it. */
function defineAction(definition) {
    const { name, description, branding, inputs, outputs, holds = [], secrets } = definition;
    return {
        name,
        description,
        branding,
        inputs,
        outputs,
        holds,
        secrets,
        run: async (reading, place, context) => {
            const prepared = await definition.prepare(reading, place);
            // Last: what is missing, or chosen twice, is said before what is in the way.
            reading.assertUsed();
            const result = await definition.main(prepared, context);
            const outcome = {
                result,
                outputs: Object.fromEntries(Object.entries(outputs).map(([key, output]) => [key, outputText(output.value(result))])),
                findings: definition.findings(result),
                summary: definition.summary(result, prepared),
            };
            try {
                definition.assertGood?.(result, prepared);
                return outcome;
            }
            catch (failure) {
                return { ...outcome, failure };
            }
        },
    };
}
function outputText(value) {
    if (value === undefined)
        return '';
    return typeof value === 'string' ? value : JSON.stringify(value);
}


/***/ }),

/***/ 91935:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ describeChange),
/* harmony export */   v: () => (/* binding */ kbChanges)
/* harmony export */ });
/* harmony import */ var _updates_compare_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35206);
/** Which KBs an image gets in place of which. */

/** Empty when both name the same KBs. */
function kbChanges(before, after) {
    const kinds = [...new Set([...before, ...after].map(({ kind }) => kind))];
    return kinds.flatMap((kind) => {
        const gone = kbsOf(before, kind, after);
        const come = kbsOf(after, kind, before);
        return Array.from({ length: Math.max(gone.length, come.length) }, (_, index) => ({
            kind,
            ...(gone[index] !== undefined && { from: gone[index] }),
            ...(come[index] !== undefined && { to: come[index] }),
        }));
    });
}
/** Those of the kind that the others have not, in order. */
function kbsOf(all, kind, others) {
    return all
        .filter((one) => one.kind === kind && !others.some(({ kb }) => kb === one.kb))
        .map(({ kb }) => kb)
        .sort(_updates_compare_text_js__WEBPACK_IMPORTED_MODULE_0__/* .compareText */ .n);
}
/** `KB5068791 -> KB5070000`. */
function describeChange({ from, to }) {
    return `${from ?? 'none'} -> ${to ?? 'none'}`;
}


/***/ }),

/***/ 86078:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ STATE),
/* harmony export */   p: () => (/* binding */ isPostStep)
/* harmony export */ });
/** What tells the post step of a job from its main one: the same bundle runs as both. */
/** Names the state that the main step saves: it tells the post step from it, and what there is to undo. */
const STATE = 'stillframe';
/** The runner hands a saved state on as STATE_<name>. Source: @actions/core, getState; this file loads nothing, so that it can be asked first. */
function isPostStep() {
    return (process.env[`STATE_${STATE}`] ?? '') !== '';
}


/***/ }),

/***/ 59853:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runOnGithub: () => (/* binding */ runOnGithub)
});

// EXTERNAL MODULE: ./.cache/build/node_modules/@actions/core/lib/core.js + 3 modules
var core = __webpack_require__(50497);
// EXTERNAL MODULE: ./.cache/build/src/job/run-action.js + 12 modules
var run_action = __webpack_require__(69370);
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
const PREFIX = 'INPUT_';
/** Upper case, blanks as underscores; dashes stay. */
function inputVariable(name) {
    return `${PREFIX}${name.replaceAll(' ', '_').toUpperCase()}`;
}
/**
 * The runner sets a variable for every input of a step, also for one that the action does not have (actions/runner, ActionRunner.cs and Handler.cs).
 * @returns in lower case; none under act, which hands the inputs of a composite action on to each of its steps (nektos/act issue 2874)
 */
function givenInputs(env) {
    if (env.ACT === 'true')
        return [];
    return Object.keys(env)
        .filter((name) => name.startsWith(PREFIX))
        .map((name) => name.slice(PREFIX.length).toLowerCase());
}

// EXTERNAL MODULE: ./.cache/build/src/runner/post-step.js
var post_step = __webpack_require__(86078);
// EXTERNAL MODULE: ./.cache/build/src/runner/tools.js + 7 modules
var tools = __webpack_require__(13979);
;// CONCATENATED MODULE: ./.cache/build/src/runner/github-host.js
/** The GitHub runner as a host: inputs from its variables, workflow commands, command files. */





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
        givenInputs: () => givenInputs(process.env),
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
                core/* saveState */.LZ(post_step/* STATE */.c, state);
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
    const state = (0,core/* getState */.Gu)(post_step/* STATE */.c);
    if (state === '')
        host.saveState?.('{}');
    const ok = state === '' ? await (0,run_action/* runAction */.C)(action, host) : await runPost(action, host, state);
    process.exitCode = ok ? 0 : 1;
    setTimeout(() => process.exit(), LINGER_MS).unref();
}


/***/ }),

/***/ 29129:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EH: () => (/* binding */ parseBuild),
/* harmony export */   V4: () => (/* binding */ compareBuilds),
/* harmony export */   s6: () => (/* binding */ formatBuild),
/* harmony export */   y_: () => (/* binding */ requireBuild)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/** Windows build numbers with their update build revision (UBR). */

/** Reads `17763.107` or `10.0.17763.107`; undefined for anything else. */
function parseBuild(text) {
    const match = /^(?:10\.0\.)?(\d{5})\.(\d{1,6})$/.exec(text.trim());
    return match ? { number: Number(match[1]), ubr: Number(match[2]) } : undefined;
}
/** @throws UserError input-invalid; `what` names the input */
function requireBuild(text, what) {
    const build = parseBuild(text);
    if (build)
        return build;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('input-invalid', `${what}: "${text}" is not a Windows build`, 'Write build and revision, for example 17763.107 (dism /Get-WimInfo shows them as Version and ServicePack Build).');
}
function formatBuild(build) {
    return `${build.number}.${build.ubr}`;
}
/** Negative when `a` is older. */
function compareBuilds(a, b) {
    return a.number - b.number || a.ubr - b.ubr;
}


/***/ })

};
