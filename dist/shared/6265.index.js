export const id = 6265;
export const ids = [6265];
export const modules = {

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
    return (0,promises_.open)(to, 'wx', mode & 0o777);
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


/***/ })

};
