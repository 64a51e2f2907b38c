export const id = 1864;
export const ids = [1864];
export const modules = {

/***/ 19756:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  t: () => (/* binding */ fetchFile)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(73136);
// EXTERNAL MODULE: ./.cache/build/src/errors.js
var errors = __webpack_require__(41251);
// EXTERNAL MODULE: ./.cache/build/src/files/explain-path-error.js
var explain_path_error = __webpack_require__(49094);
// EXTERNAL MODULE: ./.cache/build/src/files/hash-file.js
var hash_file = __webpack_require__(94427);
// EXTERNAL MODULE: ./.cache/build/src/files/make-folder.js
var make_folder = __webpack_require__(69399);
// EXTERNAL MODULE: ./.cache/build/src/files/move-into-place.js
var move_into_place = __webpack_require__(69174);
// EXTERNAL MODULE: ./.cache/build/src/files/open-named.js
var open_named = __webpack_require__(38488);
// EXTERNAL MODULE: ./.cache/build/src/files/assert-free-space.js
var assert_free_space = __webpack_require__(91698);
// EXTERNAL MODULE: ./.cache/build/src/units.js
var units = __webpack_require__(16053);
// EXTERNAL MODULE: ./.cache/build/src/download/http-client.js + 1 modules
var http_client = __webpack_require__(38508);
// EXTERNAL MODULE: ./.cache/build/src/download/hash-mismatch.js
var hash_mismatch = __webpack_require__(80988);
;// CONCATENATED MODULE: ./.cache/build/src/download/transfer.js
/** How far a download is: the bytes that are on the disk, hashed on the way, and what is known of the whole. */




function freshTransfer() {
    return {
        digests: (0,hash_file/* createDigests */.cU)(),
        position: 0,
        received: 0,
        resumedFrom: 0,
        isPieced: false,
        total: undefined,
        etag: undefined,
        toldAt: performance.now(),
    };
}
async function takeUpPartial(transfer, partial, request) {
    const { size } = await transfer.file.stat();
    if (size === 0)
        return;
    if (request.size !== undefined && size > request.size) {
        await transfer.file.truncate(0);
        return;
    }
    for await (const chunk of (0,external_node_fs_.createReadStream)(partial)) {
        transfer.digests.update(chunk);
        transfer.position += chunk.length;
    }
    transfer.resumedFrom = transfer.position;
}
async function restart(transfer) {
    await transfer.file.truncate(0);
    transfer.digests = (0,hash_file/* createDigests */.cU)();
    transfer.position = 0;
}
async function append(transfer, chunk, request) {
    const limit = request.size ?? transfer.total;
    if (limit !== undefined && transfer.position + chunk.length > limit) {
        throw wrongLength(request, transfer.position + chunk.length);
    }
    for (let done = 0; done < chunk.length;) {
        const { bytesWritten } = await transfer.file.write(chunk, done, chunk.length - done, transfer.position + done);
        done += bytesWritten;
    }
    transfer.digests.update(chunk);
    transfer.position += chunk.length;
    transfer.received += chunk.length;
}
/** @returns what does not fit what was asked for */
function verify(request, transfer) {
    const found = transfer.digests.result();
    if (request.size !== undefined && transfer.position !== request.size)
        return wrongLength(request, transfer.position);
    for (const name of ['sha256', 'sha1']) {
        const expected = request[name];
        if (expected !== undefined && expected !== found[name]) {
            return (0,hash_mismatch/* hashMismatch */.x)(request.name, name, expected, found[name], request.url);
        }
    }
    return undefined;
}
function wrongLength(request, found) {
    return new errors/* UserError */.yo('hash-mismatch', `${request.name} from ${new URL(request.url).host} has ${found} bytes or more, expected ${request.size ?? 'what its Content-Length says'}`, 'The file changed at its source or was altered on the way; nothing was kept. If the source is right, set update-lock: true.');
}

;// CONCATENATED MODULE: ./.cache/build/src/download/align-with-answer.js
/** What a server answers to a range: all of it, the part behind what is there, or that there is nothing behind it. */



/** Drops the rest of an answer; a body that nobody listens to would end the process with its AbortError. */
function discard(answer) {
    answer.body.on('error', () => { });
    answer.body.destroy();
}
/** Brings the transfer and the answer to the same byte: a server may ignore the range, or say that there is nothing behind it. */
async function alignWithAnswer(answer, transfer, request) {
    if (/^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(answer.headers['content-type'] ?? '')) {
        discard(answer);
        throw webPage(answer, request);
    }
    if (answer.status === 206) {
        const range = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(answer.headers['content-range'] ?? '');
        if (Number(range?.[1]) !== transfer.position) {
            discard(answer);
            await restart(transfer);
            throw (0,http_client/* networkError */.x)(new Error('it answered with another range than asked for'), answer.url, {
                what: `The download of ${request.name}`,
                code: 'download-failed',
            });
        }
        if (range?.[2] !== undefined && range[2] !== '*')
            transfer.total = Number(range[2]);
        if (transfer.position > 0)
            transfer.isPieced = true;
    }
    else if (answer.status === 416) {
        await answer.body.dump();
        // Nothing behind our last byte: either all is there (the hashes will tell) or the leftover is of another file.
        const total = /^bytes \*\/(\d+)$/.exec(answer.headers['content-range'] ?? '')?.[1];
        if (Number(total) === transfer.position) {
            transfer.total = transfer.position;
            return;
        }
        await restart(transfer);
        throw (0,http_client/* networkError */.x)(new Error('it has no such range'), answer.url, {
            what: `The download of ${request.name}`,
            code: 'download-failed',
        });
    }
    else {
        if (transfer.position > 0)
            await restart(transfer);
        // Another entity than before, or the first: with the tag of an older one every later answer would be whole again.
        transfer.etag = undefined;
        transfer.isPieced = false;
        const length = answer.headers['content-length'];
        transfer.total = length === undefined ? undefined : Number(length);
    }
    transfer.etag ??= answer.headers.etag?.startsWith('"') ? answer.headers.etag : undefined;
    if (request.size !== undefined && transfer.total !== undefined && transfer.total !== request.size) {
        await refuseBeginning(answer, request);
        throw wrongLength(request, transfer.total);
    }
}
/** What a firewall or a sign-in sends in place of a file, whatever it says of its type (ScoopInstaller/Extras issue 1292). No package and no ISO begins so. */
function refuseWebPage(chunk, answer, request) {
    if (/^\ufeff?\s*<(?:!doctype\s+html|html|head|body)\b/i.test(chunk.toString('utf8', 0, 512)))
        throw webPage(answer, request);
}
async function refuseBeginning(answer, request) {
    try {
        for await (const chunk of answer.body) {
            refuseWebPage(chunk, answer, request);
            return;
        }
    }
    catch (error) {
        if (error instanceof errors/* UserError */.yo)
            throw error;
    }
    finally {
        discard(answer);
    }
}
function webPage({ url }, { name }) {
    return new errors/* UserError */.yo('download-failed', `The download of ${name}: ${url.host} sent a web page instead of the file`, 'A proxy or a sign-in page may be in between: open the address on this machine and see what it shows.');
}

// EXTERNAL MODULE: ./.cache/build/src/download/retry.js
var retry = __webpack_require__(63449);
;// CONCATENATED MODULE: ./.cache/build/src/download/download-file.js
/** Downloads one file with known hashes: streamed to disk, hashed on the way, resumed by range when the connection breaks. */











/** However often progress is made before the line breaks, somebody has to stop a server that sends one byte a time. */
const MAX_TRIES = 200;
/**
 * Writes the file to `partial`, going on behind the bytes that are there. On success `partial` holds exactly the file asked for;
 * on a hash or length error it is removed; on any other error what came stays for the next try.
 * @throws UserError hash-mismatch, download-failed
 */
async function downloadFile(request, partial, options) {
    // Not 'a+': Windows cannot truncate through an append-only handle.
    const file = await (0,open_named/* openNamed */.S)(partial, external_node_fs_.constants.O_RDWR | external_node_fs_.constants.O_CREAT, 0o644);
    const transfer = { ...freshTransfer(), file };
    try {
        await takeUpPartial(transfer, partial, request);
        await transferAll(request, transfer, partial, options);
        let mismatch = verify(request, transfer);
        if (mismatch && (transfer.resumedFrom > 0 || transfer.isPieced)) {
            // What an earlier run left may be what is wrong, or pieces of two files were put together: once more from the first byte.
            const what = transfer.resumedFrom > 0 ? 'the part kept from an earlier run is damaged' : 'its pieces do not fit';
            options.onRetry?.(`${request.name}: ${what}, starting over`);
            await restart(transfer);
            transfer.resumedFrom = 0;
            transfer.isPieced = false;
            await transferAll(request, transfer, partial, options);
            mismatch = verify(request, transfer);
        }
        if (mismatch) {
            await (0,promises_.rm)(partial, { force: true });
            throw mismatch;
        }
        await file.sync();
        return { ...transfer.digests.result(), received: transfer.received };
    }
    finally {
        await file.close();
    }
}
/** Tries until the whole file is there; a try that brought bytes does not count against the retry policy. */
async function transferAll(request, transfer, partial, options) {
    const retries = options.retries ?? retry/* DEFAULT_RETRIES */.TU;
    let failures = 0;
    for (let tries = 1;; tries += 1) {
        options.signal.throwIfAborted();
        const before = transfer.position;
        try {
            await transferOnce(request, transfer, partial, options);
            return;
        }
        catch (error) {
            if (!(error instanceof retry/* Transient */.Rc))
                throw error;
            failures = transfer.position > before ? 1 : failures + 1;
            if (failures >= retries.attempts || tries >= MAX_TRIES)
                throw error.cause;
            const waitMs = (0,retry/* backOff */.fu)(failures, retries, error.retryAfterMs);
            options.onRetry?.(`${error.message}; trying again in ${Math.round(waitMs)} ms at byte ${transfer.position}`);
            await (0,retry/* pause */.v7)(waitMs, options.signal);
        }
    }
}
async function transferOnce(request, transfer, partial, options) {
    const known = request.size ?? transfer.total;
    if (known !== undefined && transfer.position === known && transfer.position > 0)
        return;
    const what = `The download of ${request.name}`;
    const answer = await options.http.send(request.url, {
        what,
        code: 'download-failed',
        headers: {
            'accept-encoding': 'identity',
            ...(transfer.position > 0 && { range: `bytes=${transfer.position}-` }),
            ...(transfer.position > 0 && transfer.etag !== undefined && { 'if-range': transfer.etag }),
        },
    }, options.signal);
    await alignWithAnswer(answer, transfer, request);
    try {
        let isRoomKnown = false;
        for await (const chunk of answer.body) {
            if (transfer.position === 0)
                refuseWebPage(chunk, answer, request);
            await append(transfer, chunk, request);
            // Not before the first piece is kept: of an answer that breaks off while nobody reads it nothing would be left.
            if (!isRoomKnown)
                await assertRoom(transfer, partial, request);
            isRoomKnown = true;
            tellProgress(transfer, request, options);
        }
    }
    catch (error) {
        discard(answer);
        options.signal.throwIfAborted();
        if (error instanceof errors/* UserError */.yo || isFileSystemError(error))
            throw error;
        throw (0,http_client/* networkError */.x)(error, answer.url, { what, code: 'download-failed' });
    }
    if (transfer.total !== undefined && transfer.position < transfer.total) {
        throw (0,http_client/* networkError */.x)(new Error(`it ended after ${transfer.position} of ${transfer.total} bytes`), answer.url, {
            what,
            code: 'download-failed',
        });
    }
}
/** Said before gigabytes are fetched of which the last have no place. */
async function assertRoom({ position, total }, partial, request) {
    const size = request.size ?? total;
    if (size !== undefined)
        await (0,assert_free_space/* assertFreeSpace */.V)((0,external_node_path_.dirname)(partial), size - position, `the download of ${request.name}`);
}
function tellProgress(transfer, request, options) {
    const now = performance.now();
    if (now - transfer.toldAt < (options.progressMs ?? 10_000))
        return;
    transfer.toldAt = now;
    const total = request.size ?? transfer.total;
    const share = total === undefined ? '' : ` of ${(0,units/* formatSize */.Xq)(total)} (${Math.floor((transfer.position / total) * 100)} %)`;
    options.onProgress?.(`${request.name}: ${(0,units/* formatSize */.Xq)(transfer.position)}${share}`);
}
function isFileSystemError(error) {
    return error instanceof Error && 'syscall' in error && ['write', 'ftruncate', 'open'].includes(String(error.syscall));
}

;// CONCATENATED MODULE: ./.cache/build/src/download/fetch-file.js
/** Brings a pinned file to a path: out of the cache when it is there, else downloaded into it; verified either way. */












/**
 * @param target where the file is to stand under its name; left alone when it is already the right file
 * @throws UserError hash-mismatch, download-failed; nothing stands under `target` then, unless it did before
 */
async function fetchFile(request, target, cache, options) {
    if (request.sha256 === undefined && request.sha1 === undefined) {
        throw new errors/* UserError */.yo('download-failed', `${request.name} has no hash to verify it by`, 'Pin it with its SHA-256 in a packages-file.');
    }
    await (0,make_folder/* makeFolder */.f)((0,external_node_path_.dirname)(target));
    await removeLeftovers(target);
    const there = await digestExisting(target, options.signal);
    if (there && fits(there, request))
        return { path: target, ...there, from: 'in place', received: 0 };
    if (request.url.startsWith('file:'))
        return takeLocal(request, target, options.signal);
    const cached = await cache.find(request);
    if (cached) {
        const copied = await copyVerified(cached, target, request, options.signal);
        if (copied)
            return { path: target, ...copied, from: 'cache', received: 0 };
        await cache.drop(cached.sha256); // its bytes rotted: fetch it again
    }
    const { path: partial, release } = await cache.claimPartial(request.sha256 ?? request.sha1 ?? '');
    try {
        const downloaded = await downloadFile(request, partial, options);
        const added = await cache.add(partial, downloaded.sha1, downloaded.sha256);
        const copied = await copyVerified(added, target, request, options.signal);
        if (!copied) {
            throw (0,hash_mismatch/* hashMismatch */.x)(request.name, 'sha256', downloaded.sha256, 'another one when read back', added.path);
        }
        return { path: target, ...copied, from: 'network', received: downloaded.received };
    }
    finally {
        release();
    }
}
/** A file of this machine: copied like one out of the cache, with its own errors. */
async function takeLocal(request, target, signal) {
    const path = (0,external_node_url_.fileURLToPath)(request.url);
    const there = await (0,promises_.stat)(path).catch((error) => {
        throw (0,explain_path_error/* explainPathError */.n)(error, { what: 'the package', path, input: 'packages-file' });
    });
    if (request.size !== undefined && there.size !== request.size) {
        throw new errors/* UserError */.yo('hash-mismatch', `${request.name}: ${path} has ${there.size} bytes, expected ${request.size}`, 'The file changed since it was pinned; nothing was kept. If it is right, set update-lock: true.');
    }
    const local = { path, sha256: request.sha256 ?? '', size: there.size };
    const copied = await copyVerified(local, target, request, signal);
    if (copied)
        return { path: target, ...copied, from: 'in place', received: 0 };
    const found = await digestExisting(path, signal);
    throw (0,hash_mismatch/* hashMismatch */.x)(request.name, 'sha256', request.sha256 ?? 'none', found?.sha256 ?? 'that of no file', path);
}
/** Undefined when there is no such file. */
async function digestExisting(path, signal) {
    try {
        return (await (0,promises_.stat)(path)).isFile() ? await (0,hash_file/* digestFile */.TM)(path, signal) : undefined;
    }
    catch (error) {
        if ((0,errors/* hasErrnoCode */.qk)(error, 'ENOENT'))
            return undefined;
        throw error;
    }
}
function fits(found, wanted) {
    return ((wanted.sha256 === undefined || wanted.sha256 === found.sha256) &&
        (wanted.sha1 === undefined || wanted.sha1 === found.sha1) &&
        (wanted.size === undefined || wanted.size === found.size));
}
/** Copies while hashing, so that what stands under the name is what was verified; undefined when the bytes are wrong. */
async function copyVerified(cached, target, wanted, signal) {
    const temporary = temporaryName(target);
    const digests = (0,hash_file/* createDigests */.cU)();
    try {
        const file = await (0,open_named/* openNamed */.S)(temporary, 'w');
        try {
            for await (const chunk of (0,external_node_fs_.createReadStream)(cached.path, {
                highWaterMark: 2 ** 20,
                signal,
            })) {
                digests.update(chunk);
                await file.appendFile(chunk);
            }
            await file.sync();
        }
        finally {
            await file.close();
        }
        const found = digests.result();
        if (found.sha256 !== cached.sha256 || !fits(found, wanted))
            return undefined;
        await (0,move_into_place/* moveIntoPlace */.hU)(temporary, target);
        return found;
    }
    finally {
        await (0,promises_.rm)(temporary, { force: true });
    }
}
function temporaryName(target) {
    return (0,external_node_path_.join)((0,external_node_path_.dirname)(target), `.${(0,external_node_path_.basename)(target)}.${process.pid}.stillframe-tmp`);
}
/** What a killed run left beside the target. */
async function removeLeftovers(target) {
    const folder = (0,external_node_path_.dirname)(target);
    for (const name of await (0,promises_.readdir)(folder)) {
        if (name.startsWith(`.${(0,external_node_path_.basename)(target)}.`) && name.endsWith('.stillframe-tmp')) {
            await (0,promises_.rm)((0,external_node_path_.join)(folder, name), { force: true });
        }
    }
}


/***/ }),

/***/ 87550:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ openUsableCache)
/* harmony export */ });
/* unused harmony export openFileCache */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(41251);
/* harmony import */ var _files_explain_path_error_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(49094);
/* harmony import */ var _files_make_folder_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(69399);
/* harmony import */ var _files_move_into_place_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(69174);
/* harmony import */ var _tools_process_identity_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(18042);
/**
 * A folder of files by their content, shared by runs and by the runners of one machine, bounded in size.
 *
 * Layout: `files/<SHA-256>` the content, `by-sha1/<SHA-1>` a text file with the SHA-256 (the catalog often knows only SHA-1),
 * `partial/<key>.<host>.<pid>.<n>` downloads under way or broken off, kept so that the next run goes on where this one ended.
 */









const WEEK_MS = 7 * 24 * 3600 * 1000;
/**
 * The cache, or where it may not be written one in a folder of the run's own: downloads are then as good, only not kept.
 * @throws UserError path-invalid and the like for a path that can be no cache
 */
async function openUsableCache(folder, maxBytes, fallback, warn) {
    try {
        return await openFileCache(folder, maxBytes);
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo) || error.code !== 'file-denied')
            throw error;
        warn(`${error.message}. It is passed by: nothing is taken from it, and downloads are not kept. ${error.hint}`);
        return openFileCache(fallback, maxBytes);
    }
}
/**
 * @param maxBytes bound of `files/` kept by `trim`
 * @throws UserError file-denied where it may not be written, path-invalid where it is a file
 */
async function openFileCache(folder, maxBytes) {
    const files = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, 'files');
    const bySha1 = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, 'by-sha1');
    const partial = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, 'partial');
    try {
        for (const sub of [files, bySha1, partial])
            await (0,_files_make_folder_js__WEBPACK_IMPORTED_MODULE_6__/* .makeFolder */ .f)(sub);
        const probe = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(partial, `probe.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(probe, '');
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(probe);
    }
    catch (error) {
        throw (0,_files_explain_path_error_js__WEBPACK_IMPORTED_MODULE_5__/* .explainPathError */ .n)(error, { what: 'the download cache (STILLFRAME_CACHE)', path: folder, toWrite: true });
    }
    return {
        folder,
        find: async (hashes) => {
            const sha256 = hashes.sha256 ?? (hashes.sha1 && (await readText((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(bySha1, hashes.sha1))));
            if (!sha256 || !/^[0-9a-f]{64}$/.test(sha256))
                return undefined;
            const path = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(files, sha256);
            try {
                const { size } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path);
                const now = new Date();
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.utimes)(path, now, now); // "used now", for trim
                return { path, sha256, size };
            }
            catch (error) {
                if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .hasErrnoCode */ .qk)(error, 'ENOENT'))
                    return undefined;
                throw error;
            }
        },
        add: async (file, sha1, sha256) => {
            const path = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(files, sha256);
            await (0,_files_move_into_place_js__WEBPACK_IMPORTED_MODULE_7__/* .moveIntoPlace */ .hU)(file, path);
            const entry = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(bySha1, sha1);
            const temporary = `${entry}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}.tmp`;
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(temporary, sha256);
            await (0,_files_move_into_place_js__WEBPACK_IMPORTED_MODULE_7__/* .moveIntoPlace */ .hU)(temporary, entry);
            return { path, sha256, size: (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path)).size };
        },
        drop: (sha256) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(files, sha256), { force: true }),
        claimPartial: (key) => claimPartial(partial, key),
        trim: async (keep = new Set()) => {
            await trimFiles(files, maxBytes, keep);
            await removeOlder(partial, Date.now() - WEEK_MS);
        },
    };
}
async function readText(path) {
    try {
        return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(path, 'utf8')).trim();
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .hasErrnoCode */ .qk)(error, 'ENOENT'))
            return undefined;
        throw error;
    }
}
/** Renaming is what makes the claim: of two processes that see the same leftover, one gets it. */
async function claimPartial(folder, key) {
    const owner = `${(0,node_os__WEBPACK_IMPORTED_MODULE_2__.hostname)()}.${process.pid}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)().slice(0, 8)}`;
    const mine = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, `${key}.${owner}`);
    claimedHere.add(owner);
    for (const name of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(folder)) {
        if (!name.startsWith(`${key}.`) || !isAbandoned(name.slice(key.length + 1)))
            continue;
        try {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, name), mine);
            break;
        }
        catch (error) {
            if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .hasErrnoCode */ .qk)(error, 'ENOENT'))
                throw error;
        }
    }
    return { path: mine, release: () => claimedHere.delete(owner) };
}
/** `<host>.<pid>.<n>`: free when that process has ended; one of another machine is never taken. */
function isAbandoned(owner) {
    const match = /^(.+)\.(\d+)\.[0-9a-f]{8}$/.exec(owner);
    if (!match || match[1] !== (0,node_os__WEBPACK_IMPORTED_MODULE_2__.hostname)())
        return false;
    const pid = Number(match[2]);
    if (pid === process.pid)
        return !claimedHere.has(owner);
    return (0,_tools_process_identity_js__WEBPACK_IMPORTED_MODULE_8__/* .hasEnded */ .hY)({ host: match[1], kernel: '', pid, started: '' });
}
/** Owners of unfinished downloads that this very process is still working on. */
const claimedHere = new Set();
async function trimFiles(folder, maxBytes, keep) {
    const entries = [];
    for (const name of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(folder)) {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, name);
        const info = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path).catch(() => undefined);
        if (info)
            entries.push({ path, size: info.size, used: info.mtimeMs, kept: keep.has(name) });
    }
    let total = entries.reduce((sum, entry) => sum + entry.size, 0);
    for (const entry of entries.sort((a, b) => a.used - b.used)) {
        if (total <= maxBytes)
            return;
        if (entry.kept)
            continue;
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(entry.path, { force: true });
        total -= entry.size;
    }
}
async function removeOlder(folder, limit) {
    for (const name of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(folder)) {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, name);
        const info = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path).catch(() => undefined);
        if (info && info.mtimeMs < limit)
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(path, { force: true });
    }
}


/***/ }),

/***/ 80988:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ hashMismatch)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/** What is said of bytes that are not those that were pinned. */

/** The error for a file that is not the one that was pinned; `from` is a URL or a path. */
function hashMismatch(name, algorithm, expected, found, from) {
    const label = algorithm === 'sha1' ? 'SHA-1' : 'SHA-256';
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('hash-mismatch', `${name}: ${label} is ${found}, expected ${expected} (from ${from})`, 'The file changed at its source or was altered on the way; nothing was kept under its name. Verify the source before you pin the new hash.');
}


/***/ }),

/***/ 78712:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ng: () => (/* binding */ createHostPolicy),
/* harmony export */   U9: () => (/* binding */ isLoopback),
/* harmony export */   rr: () => (/* binding */ MICROSOFT_SUFFIXES)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/** Which hosts a download may come from: an allow-list by suffix, https only, and the mirror somebody configured. */

/** Hosts that serve update packages (microsoft.com's delivery network, windowsupdate.com); each stands for its sub-domains too. */
const MICROSOFT_SUFFIXES = ['.windowsupdate.com', '.microsoft.com'];
function createHostPolicy(options) {
    const mirrors = (options.mirrors ?? []).map((mirror) => parse(mirror, 'the configured address'));
    const loopbackAllowed = mirrors.some((mirror) => isLoopback(mirror.hostname));
    return {
        check: (text, what) => {
            const url = parse(text, what);
            if (url.username !== '' || url.password !== '') {
                throw refused(url, what, 'it carries a user name or password');
            }
            // Userinfo tricks and look-alike paths are harmless from here on: only the parsed host is compared.
            if (mirrors.some((mirror) => mirror.host === url.host && mirror.protocol === url.protocol))
                return url;
            if (loopbackAllowed && isLoopback(url.hostname))
                return url;
            if (url.protocol !== 'https:')
                throw refused(url, what, 'only https is accepted');
            if (options.suffixes && !options.suffixes.some((suffix) => hasSuffix(url.hostname, suffix))) {
                throw refused(url, what, `${url.hostname} is not one of ${options.suffixes.map((s) => `*${s}`).join(', ')}`);
            }
            return url;
        },
    };
}
/** True for localhost, 127.0.0.0/8 and ::1, as `URL.hostname` writes them. */
function isLoopback(hostname) {
    return (hostname === 'localhost' ||
        hostname.endsWith('.localhost') ||
        hostname === '[::1]' ||
        /^127\.\d+\.\d+\.\d+$/.test(hostname));
}
function hasSuffix(hostname, suffix) {
    return hostname === suffix.slice(1) || hostname.endsWith(suffix);
}
function parse(text, what) {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url && (url.protocol === 'https:' || url.protocol === 'http:'))
        return url;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('download-failed', `${what}: "${text}" is not a web address`, 'Write an absolute https address.');
}
function refused(url, what, why) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('download-failed', `${what} was to come from ${url.protocol}//${url.host}, which is refused: ${why}`, 'If this host is a mirror of yours, name it as catalog-url; otherwise something between you and Microsoft redirects downloads.');
}


/***/ }),

/***/ 38508:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  u: () => (/* binding */ createHttpClient),
  x: () => (/* binding */ networkError)
});

// EXTERNAL MODULE: ./.cache/build/src/errors.js
var errors = __webpack_require__(41251);
// EXTERNAL MODULE: ./.cache/build/src/download/host-policy.js
var host_policy = __webpack_require__(78712);
;// CONCATENATED MODULE: ./.cache/build/src/download/proxy-settings.js
/** The proxies of this machine, from the variables that most programs go by; what NO_PROXY names is matched by undici itself. */

const PROTOCOLS = ['http:', 'https:', 'socks5:'];
/**
 * Small letters win, as with curl; `host:port` alone means http, as it does everywhere; HTTP_PROXY alone serves https too.
 * @throws UserError input-invalid that names the variable, never a password in it
 */
function readProxySettings(env) {
    const http = readProxy(env, 'HTTP_PROXY') ?? '';
    return { http, https: readProxy(env, 'HTTPS_PROXY') ?? http, except: readVariable(env, 'NO_PROXY').value };
}
/** Small letters win where they say anything. @returns empty where neither does */
function readVariable(env, name) {
    const written = [name.toLowerCase(), name].map((variable) => ({ variable, value: env[variable]?.trim() ?? '' }));
    return written.find(({ value }) => value !== '') ?? { variable: name, value: '' };
}
function readProxy(env, name) {
    const { variable, value } = readVariable(env, name);
    if (value === '')
        return undefined;
    const address = value.includes('://') ? value : `http://${value}`;
    const url = URL.canParse(address) ? new URL(address) : undefined;
    // What has a path is the address of a page, such as a script that chooses proxies (PAC), which nobody here runs.
    const isBare = url !== undefined && ['', '/'].includes(url.pathname) && url.search === '' && url.hash === '';
    if (isBare && PROTOCOLS.includes(url.protocol) && url.hostname !== '')
        return address;
    throw new errors/* UserError */.yo('input-invalid', `The environment variable ${variable} is "${value.replace(/^(.*\/\/)?.*@/, '$1***@')}", which is no address of a proxy`, 'Write host:port, or http://host:port.');
}

// EXTERNAL MODULE: ./.cache/build/src/download/retry.js
var retry = __webpack_require__(63449);
;// CONCATENATED MODULE: ./.cache/build/src/download/http-client.js
/** One HTTP client for pages and packages: every hop checked against the host policy, proxy variables honoured, errors in words. */




const USER_AGENT = 'Mozilla/5.0 (compatible; Stillframe; +https://github.com/stillframe)';
const MAX_REDIRECTS = 5;
/**
 * Loaded with the first request: it is the largest part of the bundles, and most runs download nothing. Both agents speak one protocol to
 * every server and proxy: the resuming of downloads is tested with HTTP/1.1.
 */
async function loadAgents({ stallMs: stall = 60_000 }, proxies) {
    const library = await __webpack_require__.e(/* import() */ 6752).then(__webpack_require__.t.bind(__webpack_require__, 24371, 19));
    const settings = {
        connect: { timeout: Math.min(stall, 30_000) },
        headersTimeout: stall,
        bodyTimeout: stall,
        allowH2: false,
    };
    const proxied = new library.EnvHttpProxyAgent({
        ...settings,
        httpProxy: proxies.http,
        httpsProxy: proxies.https,
        // Proxies that forward http often allow CONNECT to port 443 alone.
        proxyTunnel: false,
        noProxy: proxies.except,
    });
    return { request: library.request, direct: new library.Agent(settings), proxied };
}
function createHttpClient(options) {
    const proxies = readProxySettings(options.env);
    let agents;
    const ask = async (url, init, signal) => {
        agents ??= loadAgents(options, proxies);
        const { request, direct, proxied } = await agents;
        try {
            return await request(url, {
                method: init.method ?? 'GET',
                // Without a word any encoding would be fine (RFC 9110, section 12.5.3), and nothing here decodes one.
                headers: { 'user-agent': USER_AGENT, 'accept-encoding': 'identity', ...init.headers },
                ...(init.body !== undefined && { body: init.body }),
                signal,
                // A proxy never reaches this machine's own loopback.
                dispatcher: (0,host_policy/* isLoopback */.U9)(url.hostname) ? direct : proxied,
            });
        }
        catch (error) {
            signal.throwIfAborted();
            throw networkError(error, url, init);
        }
    };
    return {
        send: async (start, init, signal) => {
            let url = options.policy.check(start, init.what);
            let current = init;
            for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
                const answer = await ask(url, current, signal);
                const headers = flatten(answer.headers);
                if (isRedirect(answer.statusCode) && headers.location !== undefined) {
                    await answer.body.dump();
                    url = options.policy.check(new URL(headers.location, url).href, init.what);
                    if (answer.statusCode !== 307 && answer.statusCode !== 308)
                        current = asGet(init);
                    continue;
                }
                if ((answer.statusCode >= 200 && answer.statusCode < 300) || answer.statusCode === 416) {
                    await refuseEncoded(answer, headers, url, init);
                    return { status: answer.statusCode, headers, url, body: answer.body };
                }
                await answer.body.dump();
                throw statusError(answer.statusCode, headers, url, init);
            }
            throw new errors/* UserError */.yo(init.code, `${init.what}: ${url.host} redirects more than ${MAX_REDIRECTS} times`, 'Check the address and the proxy.');
        },
        close: async () => {
            if (agents === undefined)
                return;
            const { direct, proxied } = await agents;
            await Promise.all([direct.destroy(), proxied.destroy()]);
        },
    };
}
/** Some proxies compress what they pass on, asked or not: neither a hash nor a page would be what it is. */
async function refuseEncoded({ body }, headers, url, init) {
    const encoding = headers['content-encoding']?.trim().toLowerCase() ?? '';
    if (encoding === '' || encoding === 'identity')
        return;
    await body.dump();
    throw new errors/* UserError */.yo(init.code, `${init.what}: ${url.host} sent it compressed (${encoding}), which nobody asked for`, 'A proxy in between may do that: have it pass on this host as it is, or name the host in NO_PROXY.');
}
/** The error for a connection that failed or broke; Transient unless the certificate is what is wrong. */
function networkError(error, url, init) {
    const reason = error instanceof Error ? error.message : String(error);
    if (isCertificateError(error)) {
        return new errors/* UserError */.yo(init.code, `${init.what}: the certificate of ${url.host} is not trusted: ${reason}`, 'If a proxy re-signs traffic here, set NODE_EXTRA_CA_CERTS to its CA certificate on the runner.', { cause: error });
    }
    const refusal = proxyRefusal(error);
    if (refusal !== undefined)
        return proxyError(refusal, url, init, error);
    return new retry/* Transient */.Rc(new errors/* UserError */.yo(init.code, `${init.what}: the connection to ${url.host} failed: ${reason}`, 'Check the network, the proxy (HTTPS_PROXY, NO_PROXY) and the address, then run this step again.', { cause: error }));
}
/** Status with which a proxy refused; undici gives it in words alone. Undefined for what may pass. */
function proxyRefusal(error) {
    for (let current = error; current instanceof Error; current = current.cause) {
        const status = /Proxy response \((4\d\d)\)|Proxy Authentication Required \((407)\)/.exec(current.message);
        if (status)
            return Number(status[1] ?? status[2]);
    }
    return undefined;
}
function proxyError(status, url, init, cause) {
    const options = cause === undefined ? {} : { cause };
    if (status === 407) {
        return new errors/* UserError */.yo(init.code, `${init.what}: the proxy in front of ${url.host} asks for a user name and password (status 407)`, 'Write them into the variable, as in HTTPS_PROXY=http://user:password@proxy:3128, from a secret.', options);
    }
    return new errors/* UserError */.yo(init.code, `${init.what}: the proxy in front of ${url.host} refuses the connection (status ${status})`, 'Have the host allowed in the proxy, or name it in NO_PROXY if it can be reached directly.', options);
}
const CERTIFICATE_CODES = [
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'UNABLE_TO_GET_ISSUER_CERT',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'CERT_HAS_EXPIRED',
    'CERT_NOT_YET_VALID',
    'CERT_REVOKED',
    'CERT_UNTRUSTED',
    'CERT_REJECTED',
    'CERT_SIGNATURE_FAILURE',
    'CERT_CHAIN_TOO_LONG',
    'HOSTNAME_MISMATCH',
    'INVALID_CA',
    'INVALID_PURPOSE',
    'ERR_TLS_CERT_ALTNAME_INVALID',
];
function isCertificateError(error) {
    for (let current = error; current instanceof Error; current = current.cause) {
        if (CERTIFICATE_CODES.some((code) => (0,errors/* hasErrnoCode */.qk)(current, code)))
            return true;
    }
    return false;
}
function statusError(status, headers, url, init) {
    if (status === 407)
        return proxyError(status, url, init);
    const hint = status === 403
        ? 'A proxy or firewall refuses it: check HTTPS_PROXY and whether this runner may reach the host.'
        : 'Try again later; if it stays so, pin the packages with packages-file or a lock file.';
    const error = new errors/* UserError */.yo(init.code, `${init.what}: ${url.host} answered with status ${status}`, hint);
    const passing = status === 408 || status === 429 || status >= 500;
    return passing ? new retry/* Transient */.Rc(error, (0,retry/* parseRetryAfter */.mu)(headers['retry-after'])) : error;
}
function isRedirect(status) {
    return status === 301 || status === 302 || status === 303 || status === 307 || status === 308;
}
function asGet(init) {
    const { body: _, ...rest } = init;
    return { ...rest, method: 'GET' };
}
function flatten(headers) {
    const flat = {};
    for (const [name, value] of Object.entries(headers)) {
        if (value !== undefined)
            flat[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : value;
    }
    return flat;
}


/***/ }),

/***/ 56836:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ obtainPinnedFile),
/* harmony export */   g: () => (/* binding */ isUrl)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41251);
/* harmony import */ var _files_explain_path_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49094);
/* harmony import */ var _files_hash_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(94427);
/* harmony import */ var _fetch_file_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(19756);
/* harmony import */ var _file_cache_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(87550);
/* harmony import */ var _hash_mismatch_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(80988);
/* harmony import */ var _host_policy_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(78712);
/* harmony import */ var _http_client_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(38508);
/* harmony import */ var _url_file_name_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(18205);
/** A file that the user names by path or by URL, brought to a path on this machine and verified before anybody uses it. */










/** Bound of the cache, the same for every action that shares it. */
const CACHE_BYTES = 20 * 2 ** 30;
function isUrl(location) {
    return /^https?:\/\//i.test(location);
}
/**
 * One from a URL lies in the run's own folder.
 * @throws UserError input-missing for a URL without hash, file-missing, hash-mismatch, download-failed
 */
async function obtainPinnedFile({ location, sha256 }, { input, cache, env }, context) {
    if (isUrl(location))
        return download(location, sha256, { input, cache, env }, context);
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(location);
    const explain = (error) => {
        throw (0,_files_explain_path_error_js__WEBPACK_IMPORTED_MODULE_2__/* .explainPathError */ .n)(error, { what: 'the file', path, input });
    };
    const found = await (0,_files_hash_file_js__WEBPACK_IMPORTED_MODULE_3__/* .hashFile */ .DC)(path, context.signal).catch(explain);
    if (sha256 !== undefined && found !== sha256)
        throw (0,_hash_mismatch_js__WEBPACK_IMPORTED_MODULE_6__/* .hashMismatch */ .x)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(path), 'sha256', sha256, found, location);
    return { path, sha256: found };
}
async function download(url, sha256, { input, cache, env }, { log, signal, temp }) {
    if (sha256 === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('input-missing', `Input ${input} is a URL without a hash to verify the download by`, 'Add "sha256: …" under "with:" (or in the template file), so that every run uses the same bytes.');
    }
    const name = (0,_url_file_name_js__WEBPACK_IMPORTED_MODULE_9__/* .urlFileName */ .l)(new URL(url)) || 'download';
    // The host was named by the user, and the hash decides: an internal mirror without https will do.
    const http = (0,_http_client_js__WEBPACK_IMPORTED_MODULE_8__/* .createHttpClient */ .u)({ env, policy: (0,_host_policy_js__WEBPACK_IMPORTED_MODULE_7__/* .createHostPolicy */ .Ng)({ mirrors: [url] }) });
    try {
        const files = await (0,_file_cache_js__WEBPACK_IMPORTED_MODULE_5__/* .openUsableCache */ .L)(cache, CACHE_BYTES, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(temp, 'download-cache'), log.warning);
        const target = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(temp, name.replaceAll(/[^\w.-]/g, '_'));
        const fetched = await (0,_fetch_file_js__WEBPACK_IMPORTED_MODULE_4__/* .fetchFile */ .t)({ url, sha256, name }, target, files, {
            http,
            signal,
            onRetry: log.info,
            onProgress: log.info,
        });
        log.info(`${name}: ${fetched.from === 'cache' ? 'out of the cache' : 'downloaded'}, SHA-256 verified`);
        await files.trim(new Set([sha256]));
        return { path: fetched.path, sha256 };
    }
    finally {
        await http.close();
    }
}


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

/***/ 18205:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ urlFileName)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/** The name of the file that an address ends with. */

/** @returns empty where the address ends with a slash; as it is written where its percent signs encode nothing */
function urlFileName({ pathname }) {
    const name = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(pathname.endsWith('/') ? '' : pathname);
    try {
        return decodeURIComponent(name);
    }
    catch (error) {
        if (error instanceof URIError)
            return name;
        throw error;
    }
}


/***/ }),

/***/ 41251:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ak: () => (/* binding */ unlessDamaged),
/* harmony export */   IF: () => (/* binding */ FormatError),
/* harmony export */   KW: () => (/* binding */ cancelled),
/* harmony export */   hu: () => (/* binding */ orDamage),
/* harmony export */   qk: () => (/* binding */ hasErrnoCode),
/* harmony export */   v4: () => (/* binding */ ToolError),
/* harmony export */   yo: () => (/* binding */ UserError)
/* harmony export */ });
/* unused harmony export ERROR_CODES */
/** The errors that Stillframe raises on purpose. Anything else that reaches the top is a bug and prints its stack. */
/** Every code a user can meet, each with a section in docs/troubleshooting.md (a test holds the two together). */
const ERROR_CODES = (/* unused pure expression or super */ null && ([
    'input-missing',
    'input-invalid',
    'file-missing',
    'file-exists',
    'file-denied',
    'file-in-use',
    'path-invalid',
    'template-invalid',
    'lock-invalid',
    'hash-mismatch',
    'download-failed',
    'disk-full',
    'results-lost',
    'tool-missing',
    'tool-too-old',
    'cancelled',
    'catalog-unavailable',
    'catalog-changed',
    'update-not-found',
    'package-invalid',
    'not-windows-media',
    'not-tools-media',
    'edition-not-found',
    'product-mismatch',
    'language-mismatch',
    'feature-unknown',
    'driver-not-found',
    'driver-does-not-bind',
    'driver-incomplete',
    'driver-cannot-start',
    'layout-wrong',
    'servicing-unproven',
    'not-elevated',
    'volume-unfit',
    'no-drive-letter',
    'image-too-small',
    'disk-format-unknown',
    'disk-format-unsupported',
    'disk-in-use',
    'disk-invalid',
    'recovery-partition',
    'ova-invalid',
    'vsphere-unreachable',
    'vsphere-certificate',
    'vsphere-login',
    'vsphere-not-found',
    'vsphere-ambiguous',
    'vsphere-refused',
    'vsphere-exists',
    'vsphere-busy',
    'vm-unfit',
    'upload-failed',
    'hyper-v-missing',
    'bake-failed',
    'bake-unobserved',
    'quiesce-failed',
    'not-proven',
    'reports-disagree',
    'artifact-refused',
    'guest-refused',
    'templates-defective',
    'timeout',
]));
/** Something the user can put right: says what and where, and the hint says how. */
class UserError extends Error {
    name = 'UserError';
    code;
    hint;
    location;
    /**
     * @param code stable, documented in docs/troubleshooting.md
     * @param message what went wrong and where (file, option, host), one sentence
     * @param hint how to put it right, one sentence
     */
    constructor(code, message, hint, options) {
        super(message, options);
        this.location = options?.location;
        this.code = code;
        this.hint = hint;
    }
}
/** An external program that ended with another exit code than it should have. */
class ToolError extends Error {
    name = 'ToolError';
    tool;
    exitCode;
    /** The last lines the program printed, standard error first. */
    tail;
    /** What the code or text is known to mean and what to do; undefined when it is not in the tables. */
    explanation;
    constructor(tool, exitCode, tail, explanation, options = {}) {
        super(`${tool} ${howItEnded(exitCode, options.signal)}`, options);
        this.tool = tool;
        this.exitCode = exitCode;
        this.tail = tail;
        this.explanation = explanation;
    }
}
/** Large codes in hexadecimal, as Microsoft's tables have them. */
function howItEnded(exitCode, signal) {
    if (exitCode === null)
        return signal === undefined ? 'did not run' : `was ended by ${signal}`;
    const code = exitCode >>> 0;
    return `ended with exit code ${code < 0x80000000 ? code : `0x${code.toString(16)}`}`;
}
/** Bytes that are not what their format says. */
class FormatError extends Error {
    name = 'FormatError';
    /** Path or description of the source of the bytes. */
    file;
    /** Byte offset of the wrong structure in that source. */
    offset;
    expected;
    found;
    constructor(file, offset, expected, found, options) {
        super(`${file}: at offset ${offset}: expected ${expected}, found ${found}`, options);
        this.file = file;
        this.offset = offset;
        this.expected = expected;
        this.found = found;
    }
}
/** The reason an AbortSignal of ours carries when the runner cancels the job. */
function cancelled() {
    return new UserError('cancelled', 'The job was cancelled', 'What this step had begun was removed, but for what a warning above names; run it again.');
}
/** True for Node's own system errors, whose `code` is a string such as ENOENT. */
function hasErrnoCode(error, code) {
    return error instanceof Error && error.code === code;
}
/** The damage that `body` met, as a value; every other error is thrown. */
async function orDamage(body) {
    try {
        return await body();
    }
    catch (error) {
        if (error instanceof FormatError)
            return error;
        throw error;
    }
}
/** As `orDamage`, where it does not matter what the damage is. */
async function unlessDamaged(body) {
    const result = await orDamage(body);
    return result instanceof FormatError ? undefined : result;
}


/***/ }),

/***/ 91698:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ assertFreeSpace)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41251);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16053);
/** Says that a volume is too small before the work begins, not when it is half done. */



/** @throws UserError disk-full that says how much is missing and where */
async function assertFreeSpace(folder, bytes, what) {
    const { bavail, bsize } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.statfs)(folder);
    if (bavail * bsize >= bytes)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('disk-full', `${folder} has ${(0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .formatSize */ .Xq)(bavail * bsize)} free; ${what} needs ${(0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .formatSize */ .Xq)(bytes)}`, 'Free some space there, or point RUNNER_TEMP (or the output) at a larger volume.');
}


/***/ }),

/***/ 49094:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ explainPathError)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/** Turns what the operating system says about a path into an error of the user's: what, where, how to put it right. */

const denied = ({ toWrite }) => ({
    code: 'file-denied',
    says: `may not be ${toWrite ? 'written' : 'read'} by this account`,
    hint: `Give the account of the runner the right to ${toWrite ? 'write there' : 'read it'}, or name another path.`,
});
const wrongKind = (says, hint) => {
    return () => ({ code: 'path-invalid', says, hint });
};
const REASONS = {
    ENOENT: ({ toWrite }) => ({
        code: 'file-missing',
        says: toWrite ? 'cannot be written: its folder does not exist' : 'does not exist',
        hint: `${toWrite ? 'Make the folder first, or correct' : 'Correct'} the path; relative paths count from the working folder.`,
    }),
    EACCES: denied,
    // Linux says so for immutable files and sticky folders, Windows for a file that is read-only or about to be deleted.
    EPERM: denied,
    EROFS: () => ({
        code: 'file-denied',
        says: 'lies on a file system that is mounted read-only',
        hint: 'Name a path on a volume that can be written.',
    }),
    EBUSY: () => ({
        code: 'file-in-use',
        says: 'is held open by another program',
        hint: 'Close the program that uses it (a virus scanner, a viewer, a virtual machine), then run this step again.',
    }),
    ENOTDIR: wrongKind('leads through a file as if that were a folder', 'Correct the path: all but its last part must be folders.'),
    EEXIST: wrongKind('is a file where a folder is needed', 'Remove that file, or name another path.'),
    EISDIR: ({ toWrite }) => ({
        code: toWrite ? 'path-invalid' : 'file-missing',
        says: 'is a folder where a file is needed',
        hint: 'Give the path of a file.',
    }),
    ENAMETOOLONG: wrongKind('is longer than the file system allows', 'Use a shorter path: most file systems end a name at 255 bytes.'),
    ELOOP: wrongKind('leads through symbolic links that go round in a circle', 'Correct the links, or name the file itself.'),
};
const SAME_AS = { ETXTBSY: 'EBUSY' };
/** System calls whose errors are of processes and connections, though the codes are the same. */
const NOT_OF_PATHS = /^(?:spawn|kill|connect|bind|listen|accept|getaddrinfo|send|recv)/;
/**
 * @returns UserError file-missing, file-denied, file-in-use or path-invalid where the error is one of a path; otherwise `error` as it is
 */
function explainPathError(error, use) {
    if (!(error instanceof Error))
        return error;
    const { code = '', syscall = '', path: named } = error;
    const reasonOf = REASONS[SAME_AS[code] ?? code];
    const path = use.path ?? named;
    if (!reasonOf || path === undefined || NOT_OF_PATHS.test(syscall))
        return error;
    const { code: ours, says, hint } = reasonOf(use);
    const from = use.input === undefined ? '' : ` (input ${use.input})`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(ours, `${capital(use.what)}${path === '' ? '' : ` ${path}`}${from} ${says}`, hint, {
        cause: error,
    });
}
function capital(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
}


/***/ }),

/***/ 69677:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ followLinks)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41251);
/** Where a path leads in the end, whether or not anything stands there yet. */



/** As Linux has it (path_resolution(7)). */
const MAX_LINKS = 40;
/**
 * Follows the symbolic links that the last part of `path` is, also one whose target does not exist yet.
 * @throws ELOOP when they go round in a circle
 */
async function followLinks(path) {
    let current = path;
    for (let links = 0; links <= MAX_LINKS; links++) {
        const target = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readlink)(current).catch((error) => {
            // EINVAL: no link; UNKNOWN is what Windows makes of that on some file systems.
            if (['EINVAL', 'ENOENT', 'UNKNOWN'].some((code) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .hasErrnoCode */ .qk)(error, code)))
                return undefined;
            throw error;
        });
        if (target === undefined)
            return current;
        current = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(current), target);
    }
    throw Object.assign(new Error(`ELOOP: too many symbolic links, ${path}`), { code: 'ELOOP', path });
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

/***/ 69399:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ makeFolder)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41251);
/** Making a folder with its parents, in bounded time. */



/**
 * As `mkdir` with `recursive`, which on file systems that refuse new folders with ENOENT (/proc) tries for minutes.
 * @throws the system's error, with the folder that could not be made as its `path`
 */
async function makeFolder(path) {
    const missing = [];
    for (let folder = path; !(await isThere(folder)); folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder)) {
        missing.push(folder);
        if (folder === (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder))
            break;
    }
    for (const folder of missing.reverse()) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(folder).catch((error) => {
            // Somebody else was faster.
            if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .hasErrnoCode */ .qk)(error, 'EEXIST'))
                throw error;
        });
    }
    // A file of that name is told as such.
    if (missing.length === 0)
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(path, { recursive: true });
}
async function isThere(path) {
    return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).catch(() => undefined)) !== undefined;
}


/***/ }),

/***/ 69174:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yd: () => (/* binding */ renameHeld),
/* harmony export */   hU: () => (/* binding */ moveIntoPlace),
/* harmony export */   ll: () => (/* binding */ replaceable),
/* harmony export */   oG: () => (/* binding */ PARTIAL_SUFFIX)
/* harmony export */ });
/* unused harmony export RETRY_WAITS */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58500);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41251);
/* harmony import */ var _explain_path_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49094);
/* harmony import */ var _follow_links_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(69677);
/** Gives a finished file its final name: the one way in which outputs appear. */





/** Ends the temporary name, which stands in the same folder so that the rename is atomic. */
const PARTIAL_SUFFIX = '.stillframe-partial';
const HOST = { platform: process.platform, rename: node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename, sleep: node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout };
/**
 * Milliseconds between the tries. A virus scanner or indexer lets go of a file within seconds; a viewer does not, and its user wants
 * to be told soon.
 */
const RETRY_WAITS = [50, 100, 200, 400, 800, 1500, 2000, 2500, 2500];
/** What Windows says while somebody has the target open without sharing its deletion. */
const HELD = ['EPERM', 'EACCES', 'EBUSY'];
/**
 * Renames `partial` to `path` in place of what stands there, whose mode and owner it takes. Symbolic links stay and lead to the new file.
 * @throws UserError file-in-use when the target stays held open, path-invalid, file-denied, file-missing; `partial` is gone then
 */
async function moveIntoPlace(partial, path, host = HOST) {
    try {
        const target = await (0,_follow_links_js__WEBPACK_IMPORTED_MODULE_4__/* .followLinks */ .n)(path);
        const old = await replaceable(target);
        if (old && host.platform === 'win32' && (old.mode & 0o200) === 0)
            throw readOnly(target);
        if (old)
            await takeOver(partial, old);
        await renameHeld(partial, target, host).catch((error) => {
            if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .hasErrnoCode */ .qk)(error, 'EXDEV'))
                throw error;
            return moveAcross(partial, target, host);
        });
        // Of two names of one file POSIX leaves both.
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(partial, { force: true });
    }
    catch (error) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(partial, { force: true });
        throw (0,_explain_path_error_js__WEBPACK_IMPORTED_MODULE_3__/* .explainPathError */ .n)(error, { what: 'the output', path, toWrite: true });
    }
}
/**
 * What a new file at `path` would replace; undefined when nothing is there.
 * @throws UserError path-invalid for a folder or a device, which must not be renamed over
 */
async function replaceable(path) {
    const old = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).catch((error) => {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .hasErrnoCode */ .qk)(error, 'ENOENT'))
            return undefined;
        throw error;
    });
    if (!old || old.isFile())
        return old;
    const kind = old.isDirectory() ? 'a folder' : 'a device or pipe';
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('path-invalid', `The output ${path} is ${kind}`, 'Give the path of a file.');
}
/** Mode and owner of what is replaced; an owner that this account may not give away stays its own. */
async function takeOver(partial, old) {
    const mine = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(partial);
    if (mine.uid !== old.uid || mine.gid !== old.gid) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.chown)(partial, old.uid, old.gid).catch((error) => {
            if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .hasErrnoCode */ .qk)(error, 'EPERM'))
                throw error;
        });
    }
    // After the owner, whose change clears bits of the mode.
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.chmod)(partial, old.mode & 0o7777);
}
/**
 * A rename that waits, within bounds, for who has one of the two open on Windows; of folders too.
 * @throws UserError file-in-use
 */
async function renameHeld(from, to, host = HOST) {
    for (let tries = 0;; tries++) {
        try {
            await host.rename(from, to);
            return;
        }
        catch (error) {
            // On Linux a file that is open can be replaced: there the same codes mean that this account may not.
            if (host.platform !== 'win32' || !HELD.some((code) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .hasErrnoCode */ .qk)(error, code)))
                throw error;
            const wait = RETRY_WAITS[tries];
            if (wait === undefined)
                throw inUse(to, error);
            await host.sleep(wait);
        }
    }
}
/** A link can lead to another volume: the file is brought there first, so that it still appears at once. */
async function moveAcross(partial, target, host) {
    const beside = target + PARTIAL_SUFFIX;
    if (beside === partial)
        throw new RangeError(`${partial} lies on another volume than its own folder`);
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.copyFile)(partial, beside);
        const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(beside, 'r+');
        await file.sync().finally(() => file.close());
        await takeOver(beside, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(partial));
        await renameHeld(beside, target, host);
    }
    catch (error) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(beside, { force: true });
        throw error;
    }
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(partial, { force: true });
}
function readOnly(path) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('file-denied', `The output ${path} is marked read-only`, 'Take the attribute off (attrib -r), or name another path.');
}
function inUse(path, cause) {
    const seconds = Math.round(RETRY_WAITS.reduce((sum, wait) => sum + wait, 0) / 1000);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('file-in-use', `${path} could not be replaced for ${seconds} seconds: another program holds it open`, 'Close the program that uses it (a virus scanner, a viewer, a virtual machine) and check that this account may replace it.', { cause });
}


/***/ }),

/***/ 38488:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ openNamed)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/** A file whose errors name it: what fails on an open file says the system call alone, and a full disk may be any of several. */

const CALLS = ['write', 'writev', 'writeFile', 'appendFile', 'truncate', 'sync', 'datasync'];
/** As `open` of node:fs/promises; errors of writing have the `path` that errors of opening have. */
async function openNamed(path, flags, mode) {
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(path, flags, mode);
    for (const name of CALLS) {
        const call = file[name].bind(file);
        const named = (...args) => call(...args).catch((error) => {
            if (error instanceof Error && 'code' in error && !('path' in error))
                Object.assign(error, { path });
            throw error;
        });
        Object.defineProperty(file, name, { value: named });
    }
    return file;
}


/***/ }),

/***/ 38258:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ createPartialFile)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _explain_path_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49094);
/* harmony import */ var _follow_links_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69677);
/* harmony import */ var _move_into_place_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(69174);
/* harmony import */ var _open_named_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(38488);
/** A file that appears under its name only when it is whole. */





/**
 * What a killed run left under the temporary name is overwritten. Whether the file can be put in its place is asked before the work.
 * @throws UserError file-missing, file-denied, path-invalid
 */
async function createPartialFile(path) {
    try {
        return await create(path);
    }
    catch (error) {
        throw (0,_explain_path_error_js__WEBPACK_IMPORTED_MODULE_1__/* .explainPathError */ .n)(error, { what: 'the output', path, toWrite: true });
    }
}
async function create(path) {
    const target = await (0,_follow_links_js__WEBPACK_IMPORTED_MODULE_2__/* .followLinks */ .n)(path);
    await (0,_move_into_place_js__WEBPACK_IMPORTED_MODULE_3__/* .replaceable */ .ll)(target);
    const partialPath = target + _move_into_place_js__WEBPACK_IMPORTED_MODULE_3__/* .PARTIAL_SUFFIX */ .oG;
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(partialPath, { force: true });
    const handle = await (0,_open_named_js__WEBPACK_IMPORTED_MODULE_4__/* .openNamed */ .S)(partialPath, 'wx+');
    let state = 'open';
    const close = async () => {
        if (state !== 'open')
            return;
        state = 'closed';
        await handle.close();
    };
    return {
        handle,
        partialPath,
        finish: async () => {
            await handle.sync();
            await close();
            await (0,_move_into_place_js__WEBPACK_IMPORTED_MODULE_3__/* .moveIntoPlace */ .hU)(partialPath, target);
            state = 'done';
        },
        discard: async () => {
            if (state === 'done')
                return;
            await close();
            state = 'done';
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(partialPath, { force: true });
        },
    };
}


/***/ }),

/***/ 198:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ae: () => (/* binding */ path),
/* harmony export */   Ej: () => (/* binding */ size),
/* harmony export */   Mn: () => (/* binding */ lines),
/* harmony export */   OZ: () => (/* binding */ url),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   S9: () => (/* binding */ choices),
/* harmony export */   Yq: () => (/* binding */ choice),
/* harmony export */   Yz: () => (/* binding */ parsed),
/* harmony export */   eW: () => (/* binding */ pathOrUrl),
/* harmony export */   hL: () => (/* binding */ InvalidText),
/* harmony export */   nd: () => (/* binding */ integer),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   rJ: () => (/* binding */ secret),
/* harmony export */   sc: () => (/* binding */ sha256),
/* harmony export */   zM: () => (/* binding */ boolean)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _download_pinned_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56836);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41251);
/* harmony import */ var _nearest_name_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92106);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(16053);
/** The types that inputs have: how each is written, and what becomes of the text. */





/** A text that is no value of its type; `hint` says what to write. */
class InvalidText extends Error {
    hint;
    constructor(hint) {
        super(hint);
        this.hint = hint;
    }
}
const text = { label: 'Text', parse: (value) => value };
/** Masked; kept as it is, blanks included. */
const secret = { label: 'Text, secret', secret: true, parse: (value) => value };
/** Absolute, seen from the working folder; an http(s) URL as it is. */
const pathOrUrl = {
    label: 'Path or URL',
    path: true,
    parse: (value) => ((0,_download_pinned_file_js__WEBPACK_IMPORTED_MODULE_1__/* .isUrl */ .g)(value) ? value : absolute(value)),
};
/** Absolute, seen from the working folder. */
const path = { label: 'Path', path: true, parse: absolute };
const boolean = {
    label: 'Boolean',
    values: ['true', 'false'],
    parse: (value) => {
        if (/^(true|yes|on)$/i.test(value))
            return true;
        if (/^(false|no|off)$/i.test(value))
            return false;
        throw new InvalidText('Write true or false.');
    },
};
/** Bytes. */
const size = {
    label: 'Size',
    parse: (value) => withHint(() => (0,_units_js__WEBPACK_IMPORTED_MODULE_3__/* .parseSize */ .DB)(value, 'it')),
};
/** Milliseconds. */
const duration = {
    label: 'Duration',
    parse: (value) => withHint(() => (0,_units_js__WEBPACK_IMPORTED_MODULE_3__/* .parseDuration */ .E9)(value, 'it')),
};
/** 64 hexadecimal digits, given in lower case. */
const sha256 = {
    label: 'SHA-256',
    parse: (value) => {
        if (/^[0-9a-f]{64}$/i.test(value))
            return value.toLowerCase();
        throw new InvalidText('Write the 64 hexadecimal digits of the SHA-256.');
    },
};
/** One entry per line or comma-separated; empty entries are dropped. */
const list = {
    label: 'List',
    parse: (value) => entriesOf(value, /[\n,]/),
};
/** One entry per line, which may hold commas; empty lines are dropped. */
const lines = { label: 'Lines', parse: (value) => entriesOf(value, /\n/) };
/** An absolute web address. */
const url = {
    label: 'URL',
    parse: (value) => {
        if (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol))
            return value;
        throw new InvalidText('Write an absolute address, such as https://mirror.example.com/.');
    },
};
function integer(min, max) {
    return {
        label: `Number, ${min} to ${max}`,
        parse: (value) => {
            const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
            if (number >= min && number <= max)
                return number;
            throw new InvalidText(`Write a whole number from ${min} to ${max}.`);
        },
    };
}
function choice(values) {
    return { label: `Choice: ${values.join(', ')}`, values, parse: (value) => choose(value, values) };
}
/** A list whose entries are some of `values`. */
function choices(values) {
    return {
        label: `List of: ${values.join(', ')}`,
        values,
        parse: (value) => entriesOf(value, /[\n,]/).map((entry) => choose(entry, values)),
    };
}
/** A type of another room: its reader says in a UserError or an InvalidText what is wrong. */
function parsed(label, parse) {
    return { label, parse: (value) => withHint(() => parse(value)) };
}
/** A path of Windows would be one long name elsewhere: an output would be written, and nobody would find it. */
function absolute(value) {
    if (node_path__WEBPACK_IMPORTED_MODULE_0__.sep === '/' && value.includes('\\')) {
        throw new InvalidText('This runner is no Windows: write / between folders, and the path as this machine has it.');
    }
    return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(value);
}
function choose(value, values) {
    const found = values.find((candidate) => candidate === value);
    if (found !== undefined)
        return found;
    const near = (0,_nearest_name_js__WEBPACK_IMPORTED_MODULE_4__/* .nearestName */ .q)(value, values);
    throw new InvalidText(values.length === 1
        ? `Write ${values[0]}; nothing else can be done yet.`
        : `Write ${near === undefined ? 'one' : `${near}, or another`} of: ${values.join(', ')}.`);
}
function entriesOf(value, separator) {
    return value
        .split(separator)
        .map((entry) => entry.trim())
        .filter((entry) => entry !== '');
}
/** The readers of other rooms name what they read; here the input is named by whoever reads it. */
function withHint(parse) {
    try {
        return parse();
    }
    catch (error) {
        throw error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo ? new InvalidText(error.hint) : error;
    }
}


/***/ }),

/***/ 90458:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ variant),
/* harmony export */   h: () => (/* binding */ input)
/* harmony export */ });
/** An input as it is declared: one place from which code, action.yml, tables and help are made. */
/** Declares an input, keeping what is needed to know the type of its value. */
function input(type, rest) {
    return { type, ...rest };
}
/** The same input with other words or another default for one action. */
function variant(base, change) {
    return { ...base, ...change };
}


/***/ }),

/***/ 79871:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O9: () => (/* binding */ SERVER_INPUTS),
/* harmony export */   TI: () => (/* binding */ reuse),
/* harmony export */   Zr: () => (/* binding */ serverInputsOfVm),
/* harmony export */   gT: () => (/* binding */ OF_VM),
/* harmony export */   j3: () => (/* binding */ allInputs),
/* harmony export */   qM: () => (/* binding */ product),
/* harmony export */   wt: () => (/* binding */ CATALOG_INPUTS)
/* harmony export */ });
/* unused harmony export COMMON_INPUTS */
/* harmony import */ var _products_product_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39652);
/* harmony import */ var _input_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(90458);
/* harmony import */ var _input_types_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(198);
/** Inputs that several actions take: declared once, so that the same name means the same everywhere. */



/** Every action has these two; the life of an action reads them. */
const COMMON_INPUTS = {
    template: (0,_input_js__WEBPACK_IMPORTED_MODULE_2__/* .input */ .h)(_input_types_js__WEBPACK_IMPORTED_MODULE_1__/* .path */ .Ae, {
        description: 'A template file that supplies defaults for the other inputs; inputs that are set win.',
        otherwise: 'none',
    }),
    report: (0,_input_js__WEBPACK_IMPORTED_MODULE_2__/* .input */ .h)(_input_types_js__WEBPACK_IMPORTED_MODULE_1__/* .path */ .Ae, {
        description: 'Where the JSON report is written.',
        otherwise: '`<runner temp>/stillframe/<action>.json`; `<action>-2.json` and so on for later steps of a job',
    }),
};
const product = (0,_input_js__WEBPACK_IMPORTED_MODULE_2__/* .input */ .h)((0,_input_types_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)(_products_product_js__WEBPACK_IMPORTED_MODULE_0__/* .PRODUCTS */ .zv), {
    description: 'The release of Windows Server.',
    template: { key: 'windows.product', read: (template) => template.windows.product },
    required: true,
});
/** Of stages whose result follows from their inputs. */
const reuse = (0,_input_js__WEBPACK_IMPORTED_MODULE_2__/* .input */ .h)(_input_types_js__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zM, {
    description: 'true keeps the result on this runner, and takes the one that an earlier run made of the very same inputs in place of making it again; what changed is said where nothing fits (docs/releases.md).',
    default: 'false',
});
/** Where updates are looked up. */
const CATALOG_INPUTS = {
    'catalog-url': (0,_input_js__WEBPACK_IMPORTED_MODULE_2__/* .input */ .h)(_input_types_js__WEBPACK_IMPORTED_MODULE_1__/* .url */ .OZ, {
        description: 'Base address of the update catalog or of a mirror of it.',
        otherwise: '`https://www.catalog.update.microsoft.com/`',
    }),
    'release-info-url': (0,_input_js__WEBPACK_IMPORTED_MODULE_2__/* .input */ .h)((0,_input_types_js__WEBPACK_IMPORTED_MODULE_1__/* .parsed */ .Yz)('URL, or none', (value) => (value === 'none' ? value : _input_types_js__WEBPACK_IMPORTED_MODULE_1__/* .url */ .OZ.parse(value))), {
        description: 'Address of the Windows Server release information, or none to search by title only.',
        otherwise: 'the page of Microsoft',
    }),
};
/** The vCenter or ESXi host that an action works on. */
const SERVER_INPUTS = {
    server: (0,_input_js__WEBPACK_IMPORTED_MODULE_2__/* .input */ .h)(_input_types_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq, {
        description: 'vCenter or ESXi host, as `host` or `host:port`.',
        required: true,
    }),
    username: (0,_input_js__WEBPACK_IMPORTED_MODULE_2__/* .input */ .h)(_input_types_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq, {
        description: 'Account to log in with, on vCenter with its domain, as in `svc-images@vsphere.local`.',
        required: true,
    }),
    password: (0,_input_js__WEBPACK_IMPORTED_MODULE_2__/* .input */ .h)(_input_types_js__WEBPACK_IMPORTED_MODULE_1__/* .secret */ .rJ, { description: 'Password of the account.', required: true }),
    thumbprint: (0,_input_js__WEBPACK_IMPORTED_MODULE_2__/* .input */ .h)(_input_types_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq, {
        description: 'SHA-256 or SHA-1 thumbprint of the certificate of the server, which is then trusted and no other.',
        otherwise: 'none',
    }),
    'ca-file': (0,_input_js__WEBPACK_IMPORTED_MODULE_2__/* .input */ .h)(_input_types_js__WEBPACK_IMPORTED_MODULE_1__/* .path */ .Ae, {
        description: 'PEM file with the authorities that signed the certificate of the server.',
        otherwise: 'the authorities that the runner trusts',
    }),
    insecure: (0,_input_js__WEBPACK_IMPORTED_MODULE_2__/* .input */ .h)(_input_types_js__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zM, {
        description: 'Trust any certificate; anybody on the way can then read the password.',
        default: 'false',
    }),
    datacenter: (0,_input_js__WEBPACK_IMPORTED_MODULE_2__/* .input */ .h)(_input_types_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq, {
        description: 'Datacenter, by name or inventory path.',
        otherwise: 'the only one, or the one of the VM or resource pool',
    }),
    'resource-pool': (0,_input_js__WEBPACK_IMPORTED_MODULE_2__/* .input */ .h)(_input_types_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq, {
        description: 'Resource pool, cluster or host, by name or inventory path.',
        otherwise: 'the only one, or that of the host or VM',
    }),
};
/** What is used with `vm` alone, in an action that does without a server too. */
const OF_VM = { only: [{ input: 'vm' }] };
/** How such an action is told of the server; `resource-pool` means another thing in each. @param otherwise in place of the default */
function serverInputsOfVm(otherwise) {
    const needed = { ...OF_VM, required: false, otherwise };
    return {
        server: (0,_input_js__WEBPACK_IMPORTED_MODULE_2__/* .variant */ .O)(SERVER_INPUTS.server, needed),
        username: (0,_input_js__WEBPACK_IMPORTED_MODULE_2__/* .variant */ .O)(SERVER_INPUTS.username, needed),
        password: (0,_input_js__WEBPACK_IMPORTED_MODULE_2__/* .variant */ .O)(SERVER_INPUTS.password, needed),
        thumbprint: (0,_input_js__WEBPACK_IMPORTED_MODULE_2__/* .variant */ .O)(SERVER_INPUTS.thumbprint, OF_VM),
        'ca-file': (0,_input_js__WEBPACK_IMPORTED_MODULE_2__/* .variant */ .O)(SERVER_INPUTS['ca-file'], OF_VM),
        insecure: (0,_input_js__WEBPACK_IMPORTED_MODULE_2__/* .variant */ .O)(SERVER_INPUTS.insecure, OF_VM),
        datacenter: (0,_input_js__WEBPACK_IMPORTED_MODULE_2__/* .variant */ .O)(SERVER_INPUTS.datacenter, { ...OF_VM, otherwise: 'all' }),
    };
}
/** The inputs of an action with those that every action has, in the order of the tables. */
function allInputs({ inputs }) {
    return { ...inputs, ...COMMON_INPUTS };
}


/***/ }),

/***/ 92106:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ nearestName)
/* harmony export */ });
/** "Did you mean …": the known name closest to what was written. */
/**
 * @param furthest how many letters may differ (default: a third of them, at least two)
 * @returns the nearest of `names` by edit distance, or undefined when none is near enough to be meant
 */
function nearestName(written, names, furthest = Math.max(2, Math.ceil(written.length / 3))) {
    let best;
    let bestDistance = furthest + 1;
    for (const name of names) {
        const distance = editDistance(written.toLowerCase(), name.toLowerCase());
        if (distance < bestDistance) {
            best = name;
            bestDistance = distance;
        }
    }
    return best;
}
/** Levenshtein distance, one row at a time. */
function editDistance(a, b) {
    let row = Array.from({ length: b.length + 1 }, (_, column) => column);
    for (let i = 1; i <= a.length; i++) {
        const next = [i];
        for (let j = 1; j <= b.length; j++) {
            const substitution = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
            next.push(Math.min(substitution, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
        }
        row = next;
    }
    return row[b.length] ?? 0;
}


/***/ }),

/***/ 39652:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jm: () => (/* binding */ inBoxDriver),
/* harmony export */   XW: () => (/* binding */ productOfBuild),
/* harmony export */   bG: () => (/* binding */ PVSCSI_ID),
/* harmony export */   sl: () => (/* binding */ VMXNET3_ID),
/* harmony export */   sn: () => (/* binding */ PRODUCT_FACTS),
/* harmony export */   zv: () => (/* binding */ PRODUCTS)
/* harmony export */ });
/**
 * What a release of Windows Server is: one table for every room. Sources: titles and Products cells as captured from the
 * catalog in 2026; "Update Windows installation media with Dynamic Update" and "Checkpoint cumulative updates" of Microsoft
 * Learn; Microsoft's KB articles of the baselines (KB5005112: servicing stack of August 2021, KB5030216: September 2023);
 * govmomi vim25/types/enum.go (guest ids and the API that brought them), vim25/types/hardware_version.go (releases);
 * vmware/ansible-vsphere-gos-validation, vars/test.yml (drivers inside Windows).
 */
const PRODUCTS = [
    'windows-server-2016',
    'windows-server-2019',
    'windows-server-2022',
    'windows-server-2025',
];
const PVSCSI_ID = 'PCI\\VEN_15AD&DEV_07C0';
const VMXNET3_ID = 'PCI\\VEN_15AD&DEV_07B0';
/**
 * The validation suite has 2022 and later bring these drivers; it gives their versions as read on a preview of Windows 11 (PR 252).
 * Nobody has read them on a server: they are what to expect at least, not what is there.
 */
const IN_BOX_DRIVERS = {
    [PVSCSI_ID]: { inf: 'pvscsii.inf', version: '1.3.15.0' },
    [VMXNET3_ID]: { inf: 'vmxnet3.inf', version: '1.8.17.0' },
};
const PRODUCT_FACTS = {
    'windows-server-2016': {
        product: 'windows-server-2016',
        name: 'Windows Server 2016',
        build: 14393,
        guest: { id: 'windows9Server64Guest', hardwareVersion: 0 },
        inBoxDrivers: {},
        catalogProducts: ['Windows Server 2016'],
        titleNames: ['Windows Server 2016'],
        servicingStack: 'separate',
        // OSBuilder.Public issue 1: without KB4132216 the newest servicing stack ends with 0x800F081E on media of build 14393.0;
        // others name KB4465659, which replaces it. Unproven: no such media were at hand. UBRs of the months both came out.
        baselines: [
            {
                kb: 'KB4132216',
                kind: 'servicing-stack',
                belowUbr: 2273,
                whenUnknown: false,
                evidence: 'reported',
                reason: 'media older than May 2018 are said to need this servicing stack before any newer one',
            },
            {
                kb: 'KB4465659',
                kind: 'servicing-stack',
                belowUbr: 2608,
                whenUnknown: false,
                evidence: 'reported',
                reason: 'media older than November 2018 are said to need this servicing stack before any newer one',
            },
        ],
        checkpoints: false,
    },
    'windows-server-2019': {
        product: 'windows-server-2019',
        name: 'Windows Server 2019',
        build: 17763,
        guest: { id: 'windows2019srv_64Guest', hardwareVersion: 14 },
        inBoxDrivers: {},
        catalogProducts: ['Windows Server 2019'],
        titleNames: ['Windows Server 2019', 'Windows Server 2019 (1809)'],
        servicingStack: 'inside',
        baselines: [
            {
                kb: 'KB5005112',
                kind: 'servicing-stack',
                belowUbr: 2114,
                whenUnknown: true,
                evidence: 'documented',
                reason: 'media older than August 2021 cannot open a combined package before this servicing stack is in',
            },
        ],
        dotnet: { runtime: '4.7.2', fileMark: '' },
        checkpoints: false,
    },
    'windows-server-2022': {
        product: 'windows-server-2022',
        name: 'Windows Server 2022',
        build: 20348,
        guest: { id: 'windows2019srvNext_64Guest', hardwareVersion: 18 },
        inBoxDrivers: IN_BOX_DRIVERS,
        catalogProducts: ['Microsoft Server operating system-21H2', 'Windows Server 2022'],
        titleNames: ['Microsoft server operating system version 21H2', 'Windows Server 2022'],
        servicingStack: 'inside',
        baselines: [
            {
                kb: 'KB5030216',
                kind: 'cumulative',
                belowUbr: 1970,
                whenUnknown: false,
                evidence: 'documented',
                reason: 'media older than September 2023 need the cumulative update of that month before a newer one',
            },
        ],
        dotnet: { runtime: '4.8', fileMark: 'ndp48' },
        checkpoints: false,
    },
    'windows-server-2025': {
        product: 'windows-server-2025',
        name: 'Windows Server 2025',
        build: 26100,
        guest: { id: 'windows2022srvNext_64Guest', hardwareVersion: 20 },
        inBoxDrivers: IN_BOX_DRIVERS,
        catalogProducts: ['Microsoft Server Operating System-24H2', 'Windows Server 2025'],
        titleNames: ['Microsoft server operating system version 24H2', 'Windows Server 2025'],
        servicingStack: 'inside',
        baselines: [],
        dotnet: { runtime: '4.8.1', fileMark: 'ndp481' },
        checkpoints: true,
    },
};
/** The release with that build; undefined for a Windows that is none of ours. */
function productOfBuild(build) {
    return PRODUCTS.find((product) => PRODUCT_FACTS[product].build === build);
}
/** The driver that Windows itself brings for one of the hardware ids (upper case); undefined when it has none. */
function inBoxDriver(product, hardwareIds) {
    const known = Object.entries(PRODUCT_FACTS[product].inBoxDrivers);
    for (const id of hardwareIds) {
        const found = known.find(([device]) => id === device || id.startsWith(`${device}&`));
        if (found)
            return found[1];
    }
    return undefined;
}


/***/ }),

/***/ 29994:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NK: () => (/* binding */ findingText),
/* harmony export */   f9: () => (/* binding */ findingsTable),
/* harmony export */   mC: () => (/* binding */ findingLine)
/* harmony export */ });
/* harmony import */ var _markdown_table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90597);
/** Findings as people read them: a table for the job summary, lines for the log. */

const MARKS = { error: '❌ error', warning: '⚠️ warning', info: 'ℹ️ info' };
function findingsTable(findings) {
    if (findings.length === 0)
        return 'No findings.';
    return (0,_markdown_table_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownTable */ .Q)(['', 'Code', 'Seen', 'What to do'], findings.map((finding) => [
        MARKS[finding.severity],
        finding.code,
        `${placeOf(finding)}${finding.seen}`,
        finding.remedy,
    ]));
}
/** One line for the job log. */
function findingLine(finding) {
    const { severity, code, seen, remedy } = finding;
    return `${severity}: ${placeOf(finding)}${sentence(seen)} ${remedy} [${code}]`;
}
/** For an annotation, which shows its severity and its place itself. */
function findingText({ code, seen, remedy }) {
    return `${sentence(seen)}\n${remedy}\n[${code}]`;
}
function placeOf({ location }) {
    return location === undefined ? '' : `${location.file}:${location.line}:${location.column}: `;
}
function sentence(text) {
    return /[.!?]$/.test(text) ? text : `${text}.`;
}


/***/ }),

/***/ 90597:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ escapeMarkdown),
/* harmony export */   Q: () => (/* binding */ markdownTable)
/* harmony export */ });
/** Markdown tables for job summaries. */
/** @param rows cells as plain text; what Markdown or HTML would read as markup is escaped */
function markdownTable(head, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(head), line(head.map(() => '---')), ...rows.map((cells) => line(cells.map(escapeMarkdown)))].join('\n');
}
/** Text that shows as itself, in a table cell or elsewhere. */
function escapeMarkdown(text) {
    return text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll(/[\\`*_[\]|]/g, '\\$&')
        .replaceAll(/\r?\n/g, '<br>');
}


/***/ }),

/***/ 77800:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PH: () => (/* binding */ endChildren),
/* harmony export */   Sb: () => (/* binding */ endTree),
/* harmony export */   f0: () => (/* binding */ treeHost)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58500);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41251);
/* harmony import */ var _process_table_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26770);
/* harmony import */ var _system_programs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(30823);
/** Ends a program with everything it has started, whether or not its own process still lives. */





/** From the first signal to the one that nobody can ignore; with it a cancelled program is gone within two seconds. */
const GRACE_MS = 1000;
const POLL_MS = 50;
/** This machine; `env` says where Windows lies. */
function treeHost(host) {
    const { platform, env } = host;
    return {
        platform,
        env,
        processes: platform === 'win32' ? () => readWindowsProcesses(host) : _process_table_js__WEBPACK_IMPORTED_MODULE_3__/* .readLinuxProcesses */ .qr,
        kill: (pid, signal) => process.kill(pid, signal),
        taskkill: async (args) => {
            await runQuietly((0,_system_programs_js__WEBPACK_IMPORTED_MODULE_4__/* .systemProgram */ .C)('taskkill', host) ?? 'taskkill.exe', args);
        },
        sleep: node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout,
        now: () => performance.now(),
    };
}
/**
 * Ends the tree that began with `pid`: asks first (SIGTERM), and after a second does not ask any more. Windows knows no asking.
 * @param started as `startTimeOf` gave it when the program was started
 * @returns whether there was anything to end; false also when the number belongs to another process by now
 */
async function endTree(pid, started, host) {
    if (started === '')
        return false;
    const ours = new Map();
    /** Who lives of the tree: also one that has started since, and one whose parent has ended since. */
    const living = async () => {
        const table = (await host.processes()).filter((entry) => !entry.zombie && entry.pid !== process.pid);
        for (const entry of (0,_process_table_js__WEBPACK_IMPORTED_MODULE_3__/* .treeOf */ .g7)(table, pid, Number(started)))
            ours.set(entry.pid, entry.started);
        // The youngest first, so that no parent starts another one in place of a child that was ended.
        return table
            .filter((entry) => ours.get(entry.pid) === entry.started)
            .toSorted((a, b) => b.started - a.started || b.pid - a.pid);
    };
    const tree = await living();
    if (tree.length === 0)
        return false;
    if (host.platform === 'win32') {
        // The tree of each one that is left: the root may have ended and left orphans.
        for (const entry of tree.toReversed())
            await host.taskkill(['/PID', String(entry.pid), '/T', '/F']);
        return true;
    }
    for (const entry of tree)
        signal(host, entry.pid, 'SIGTERM');
    // By the clock: on a busy machine looking around takes longer than the pauses.
    for (const end = host.now() + GRACE_MS; host.now() < end;) {
        await host.sleep(POLL_MS);
        if ((await living()).length === 0)
            return true;
    }
    for (const entry of await living())
        signal(host, entry.pid, 'SIGKILL');
    return true;
}
/** Ends all that this process has started and that still lives, for programs whose id it was not told. */
async function endChildren(host) {
    const children = (await host.processes()).filter(({ parent, zombie }) => parent === process.pid && !zombie);
    await Promise.all(children.map(({ pid, started }) => endTree(pid, String(started), host)));
}
function signal(host, pid, name) {
    try {
        host.kill(pid, name);
    }
    catch (error) {
        // It has ended by itself, or has become another account's.
        if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .hasErrnoCode */ .qk)(error, 'ESRCH') && !(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .hasErrnoCode */ .qk)(error, 'EPERM'))
            throw error;
    }
}
async function readWindowsProcesses(host) {
    const powershell = (0,_system_programs_js__WEBPACK_IMPORTED_MODULE_4__/* .systemProgram */ .C)('powershell', host) ?? 'powershell.exe';
    const text = await runQuietly(powershell, ['-NoProfile', '-NonInteractive', '-Command', _process_table_js__WEBPACK_IMPORTED_MODULE_3__/* .WINDOWS_PROCESSES */ .mI]);
    return (0,_process_table_js__WEBPACK_IMPORTED_MODULE_3__/* .parseWindowsProcesses */ .EI)(text);
}
/** Started here and not by the runner: what ends programs must work when the runner's signal is aborted. */
function runQuietly(file, args) {
    return new Promise((resolve, reject) => {
        const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(file, args, { stdio: ['ignore', 'pipe', 'ignore'], windowsHide: true });
        let text = '';
        child.stdout.setEncoding('utf8').on('data', (chunk) => {
            text += chunk;
        });
        child.once('error', reject);
        child.once('close', () => resolve(text));
    });
}


/***/ }),

/***/ 50241:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AT: () => (/* binding */ PROLOGUE),
/* harmony export */   N5: () => (/* binding */ runPowerShell),
/* harmony export */   dz: () => (/* binding */ POWERSHELL_HEAD)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(41251);
/**
 * Runs a script of ours in Windows PowerShell 5.1: a file by itself, what it is asked for as JSON on standard input, what it answers
 * as JSON on standard output. Nothing that varies becomes text of PowerShell.
 */




/** Stands at the head of every script: the console of a runner may have any code page, the answer is UTF-8. */
const POWERSHELL_HEAD = `$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
[Console]::OutputEncoding = New-Object -TypeName System.Text.UTF8Encoding -ArgumentList $false
`;
/** The same for a script that is asked something: the request is ASCII with \u escapes. */
const PROLOGUE = `${POWERSHELL_HEAD}$request = [Console]::In.ReadToEnd() | ConvertFrom-Json
`;
/**
 * @param request must survive JSON
 * @param options `onLine` is told of every line it prints
 * @returns what the script answered: the last line that it printed, as it came out of JSON
 * @throws ToolError for a script that failed, or that answered something else
 */
async function runPowerShell({ name, text }, request, tools, options = {}) {
    const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), 'stillframe-script-'));
    try {
        const file = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, `${name}.ps1`);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(file, text.replaceAll('\n', '\r\n'));
        const args = ['-NoLogo', '-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass', '-File', file];
        const { stdout } = await tools.run('powershell.exe', args, {
            input: asciiJson(request),
            encoding: 'utf-8',
            ...options,
        });
        return parseAnswer(stdout);
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(folder, { recursive: true, force: true });
    }
}
/** JSON whose every other character is escaped. */
function asciiJson(value) {
    const escaped = (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
    return JSON.stringify(value).replaceAll(/[^\x20-\x7e]/g, escaped);
}
function parseAnswer(stdout) {
    const line = stdout.trimEnd().split(/\r?\n/).at(-1) ?? '';
    try {
        return JSON.parse(line);
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ToolError */ .v4('powershell.exe', 0, stdout.trimEnd(), 'The script ended without its answer.', { cause });
    }
}


/***/ }),

/***/ 18042:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I9: () => (/* binding */ isSeenFromHere),
/* harmony export */   JG: () => (/* binding */ parseProcess),
/* harmony export */   WF: () => (/* binding */ thisProcess),
/* harmony export */   hY: () => (/* binding */ hasEnded)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41251);
/* harmony import */ var _process_table_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26770);
/** Tells a process from all others, also after it has ended: whose a folder, a record or a VM in the making is. */




function thisProcess() {
    return { host: (0,node_os__WEBPACK_IMPORTED_MODULE_1__.hostname)(), kernel: thisKernel(), pid: process.pid, started: startTime(process.pid) };
}
/** Reads what `thisProcess` gave, out of JSON; undefined when it is something else. */
function parseProcess(value) {
    const { host, kernel, pid, started } = (value ?? {});
    if (typeof pid !== 'number' || pid <= 0)
        return undefined;
    if (typeof host !== 'string' || typeof kernel !== 'string' || typeof started !== 'string')
        return undefined;
    return { host, kernel, pid, started };
}
/**
 * True when that process has certainly ended, if what names it was noted on this machine, as what lies on its disk was: then another
 * kernel of this name is one that runs no more. A process of another name is never known to have ended.
 */
function hasEnded({ host, kernel, pid, started }) {
    if (host !== (0,node_os__WEBPACK_IMPORTED_MODULE_1__.hostname)())
        return false;
    const here = thisKernel();
    if (kernel !== '' && here !== '' && kernel !== here)
        return true;
    try {
        process.kill(pid, 0);
    }
    catch (error) {
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .hasErrnoCode */ .qk)(error, 'ESRCH');
    }
    const now = startTime(pid);
    return now !== '' && started !== '' && now !== started;
}
/** Whether this machine sees the process that is meant, wherever it was noted: only then its number may be asked for. */
function isSeenFromHere({ host, kernel }) {
    return host === (0,node_os__WEBPACK_IMPORTED_MODULE_1__.hostname)() && kernel !== '' && kernel === thisKernel();
}
function thisKernel() {
    try {
        return `${(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readlinkSync)('/proc/self/ns/pid')}`;
    }
    catch {
        return '';
    }
}
/** Only Linux tells it exactly; elsewhere a number that is in use again keeps what it owns until that process ends. */
function startTime(pid) {
    return process.platform === 'linux' ? (0,_process_table_js__WEBPACK_IMPORTED_MODULE_3__/* .startTimeOf */ .P2)(pid, 'linux') : '';
}


/***/ }),

/***/ 26770:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EI: () => (/* binding */ parseWindowsProcesses),
/* harmony export */   P2: () => (/* binding */ startTimeOf),
/* harmony export */   g7: () => (/* binding */ treeOf),
/* harmony export */   mI: () => (/* binding */ WINDOWS_PROCESSES),
/* harmony export */   qr: () => (/* binding */ readLinuxProcesses)
/* harmony export */ });
/* unused harmony export parseProcStat */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var _powershell_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50241);
/** Which processes there are and which of them descend from one: what is needed to end a program with all that it started. */



/**
 * `pid` and its descendants, by parents and, where a parent has ended, by the session that `pid` leads.
 * @param started of the process that is meant; nothing is returned when another one has that number by now
 */
function treeOf(table, pid, started) {
    const root = table.find((entry) => entry.pid === pid);
    if (root && !isSameStart(root.started, started))
        return [];
    const found = new Map(root ? [[pid, root]] : []);
    // An orphan of another process that once had this number is older than ours.
    const isYoung = (entry) => entry.started >= started - tolerance(started);
    for (const entry of table)
        if (entry.session === pid && isYoung(entry))
            found.set(entry.pid, entry);
    for (let before = -1; before !== found.size;) {
        before = found.size;
        for (const entry of table) {
            if ((found.has(entry.parent) || entry.parent === pid) && entry.pid !== pid && isYoung(entry))
                found.set(entry.pid, entry);
        }
    }
    return [...found.values()];
}
/** On Windows the start is noted by the clock of who starts it, which is a little before or after what the system notes. */
const WINDOWS_TOLERANCE = 2000;
function isSameStart(one, other) {
    return Math.abs(one - other) <= tolerance(other);
}
/** Ticks of Linux are exact; they are small beside milliseconds since 1970, by which they are told apart. */
function tolerance(started) {
    return started > 1e12 ? WINDOWS_TOLERANCE : 0;
}
/** All processes of this Linux machine (or container) that can be seen. */
async function readLinuxProcesses() {
    const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)('/proc');
    const texts = await Promise.all(names
        .filter((name) => /^\d+$/.test(name))
        // One that ends meanwhile is none any more.
        .map((name) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(`/proc/${name}/stat`, 'utf8').catch(() => '')));
    return texts.flatMap((text) => parseProcStat(text) ?? []);
}
/** Source: proc_pid_stat(5). The name of the program, in parentheses, may hold spaces and parentheses. */
function parseProcStat(text) {
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const pid = Number.parseInt(text, 10);
    const [state, parent, , session] = fields;
    const started = Number(fields[19]);
    if (!Number.isInteger(pid) || !Number.isInteger(started) || fields.length < 20)
        return undefined;
    return { pid, parent: Number(parent), session: Number(session), started, zombie: state === 'Z' || state === 'X' };
}
/**
 * What tells the process `pid` from a later one of the same number, to be recorded right after its start: ticks since boot where there is
 * /proc, else milliseconds since 1970 by the clock.
 */
function startTimeOf(pid, platform) {
    if (platform !== 'linux')
        return String(Date.now());
    try {
        const started = parseProcStat((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(`/proc/${pid}/stat`, 'utf8'))?.started;
        return started === undefined ? '' : String(started);
    }
    catch {
        // It has ended before it could be looked at: there is nothing to tell apart.
        return '';
    }
}
/** Asks Windows for all processes; prints JSON. Times of processes that may not be looked into are left out. */
const WINDOWS_PROCESSES = `${_powershell_js__WEBPACK_IMPORTED_MODULE_2__/* .POWERSHELL_HEAD */ .dz}$rows = Get-CimInstance -ClassName Win32_Process | Where-Object { $_.CreationDate } | ForEach-Object {
  @{ pid = $_.ProcessId; parent = $_.ParentProcessId; started = ([DateTimeOffset]$_.CreationDate).ToUnixTimeMilliseconds() }
}
ConvertTo-Json -Compress -InputObject @($rows)`;
/** @throws SyntaxError for what is no JSON */
function parseWindowsProcesses(json) {
    const rows = JSON.parse(json);
    return rows.map(({ pid, parent, started }) => ({ pid, parent, session: 0, started, zombie: false }));
}


/***/ }),

/***/ 30823:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ systemProgram)
/* harmony export */ });
/* unused harmony export systemRoot */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _tool_host_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26901);
/**
 * The programs that belong to Windows itself, by their absolute path: on PATH others of the same name come first on many runners (Git's
 * `expand.exe` and `find.exe`, MSYS's `sort.exe`).
 */


const IN_SYSTEM32 = new Set(('attrib bcdboot bcdedit certutil chcp.com cmd dism diskpart expand fsutil icacls mountvol msiexec pnputil reagentc reg robocopy ' +
    'sc shutdown takeown taskkill tasklist wevtutil whoami wusa').split(' '));
const POWERSHELL = 'powershell';
/** `C:\Windows`, or wherever this Windows lies. */
function systemRoot(host) {
    return (0,_tool_host_js__WEBPACK_IMPORTED_MODULE_1__/* .environmentValue */ .J)(host, 'SystemRoot') ?? (0,_tool_host_js__WEBPACK_IMPORTED_MODULE_1__/* .environmentValue */ .J)(host, 'windir') ?? 'C:\\Windows';
}
/** @param tool with or without `.exe`; undefined when it is no program of Windows, or this is no Windows */
function systemProgram(tool, host) {
    if (host.platform !== 'win32')
        return undefined;
    const name = tool.toLowerCase().replace(/\.exe$/, '');
    const system32 = node_path__WEBPACK_IMPORTED_MODULE_0__.win32.join(systemRoot(host), 'System32');
    if (name === POWERSHELL)
        return node_path__WEBPACK_IMPORTED_MODULE_0__.win32.join(system32, 'WindowsPowerShell', 'v1.0', 'powershell.exe');
    if (!IN_SYSTEM32.has(name))
        return undefined;
    return node_path__WEBPACK_IMPORTED_MODULE_0__.win32.join(system32, name.includes('.') ? name : `${name}.exe`);
}


/***/ }),

/***/ 26901:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ environmentValue)
/* harmony export */ });
/** What the room of the runner hands in: this room asks neither the environment nor the toolkit of the runner itself. */
/** Names of variables know no case on Windows, but an object that was copied from the environment does. */
function environmentValue(host, name) {
    if (host.platform !== 'win32')
        return host.env[name];
    const key = Object.keys(host.env).find((candidate) => candidate.toLowerCase() === name.toLowerCase());
    return key === undefined ? undefined : host.env[key];
}


/***/ }),

/***/ 16053:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DB: () => (/* binding */ parseSize),
/* harmony export */   E9: () => (/* binding */ parseDuration),
/* harmony export */   Fe: () => (/* binding */ exactSize),
/* harmony export */   Xq: () => (/* binding */ formatSize),
/* harmony export */   a3: () => (/* binding */ formatDuration)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/** Sizes and durations as people write them in template files and inputs: `40 GiB`, `15 min`. */

const SIZE_FACTORS = {
    B: 1,
    KiB: 2 ** 10,
    MiB: 2 ** 20,
    GiB: 2 ** 30,
    TiB: 2 ** 40,
    KB: 1e3,
    MB: 1e6,
    GB: 1e9,
    TB: 1e12,
};
const DURATION_SECONDS = {
    ms: 0.001,
    s: 1,
    sec: 1,
    min: 60,
    m: 60,
    h: 3600,
    d: 86400,
};
/**
 * Parses `40 GiB`, `260MiB`, `1.5 TiB` to bytes.
 * @param what the input or key, for the message
 * @throws UserError input-invalid for a missing or unknown unit, a negative or fractional number of bytes
 */
function parseSize(text, what) {
    const match = /^\s*(\d+(?:\.\d+)?)\s*([A-Za-z]+)\s*$/.exec(text);
    const factor = match?.[2] === undefined ? undefined : SIZE_FACTORS[match[2]];
    const bytes = factor === undefined ? Number.NaN : Number(match?.[1]) * factor;
    if (!Number.isSafeInteger(bytes)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('input-invalid', `${what}: "${text}" is not a size`, 'Write a number and a unit, for example 40 GiB or 260 MiB (units: B, KiB, MiB, GiB, TiB, and KB, MB, GB, TB).');
    }
    return bytes;
}
/**
 * Parses `15 min`, `90 s`, `2 h` to milliseconds.
 * @throws UserError input-invalid for a missing or unknown unit
 */
function parseDuration(text, what) {
    const match = /^\s*(\d+(?:\.\d+)?)\s*([a-z]+)\s*$/.exec(text);
    const seconds = match?.[2] === undefined ? undefined : DURATION_SECONDS[match[2]];
    if (seconds === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('input-invalid', `${what}: "${text}" is not a duration`, 'Write a number and a unit, for example 15 min or 90 s (units: ms, s, min, h, d).');
    }
    return Math.round(Number(match?.[1]) * seconds * 1000);
}
/** Bytes for people: `40 GiB`, `1.3 GiB`, `512 B`. */
function formatSize(bytes) {
    for (const unit of ['TiB', 'GiB', 'MiB', 'KiB']) {
        const factor = SIZE_FACTORS[unit] ?? 1;
        if (bytes >= factor) {
            const value = bytes / factor;
            return `${Number.isInteger(value) ? value : value.toFixed(1)} ${unit}`;
        }
    }
    return `${bytes} B`;
}
/** Bytes for people, to the byte, in the largest unit that fits: `40 GiB`, `1300 MiB`, `513 B`. Different sizes never look the same. */
function exactSize(bytes) {
    const unit = ['TiB', 'GiB', 'MiB', 'KiB', 'B'].find((name) => bytes % (SIZE_FACTORS[name] ?? 1) === 0);
    return unit === undefined || bytes === 0 ? `${bytes} B` : `${bytes / (SIZE_FACTORS[unit] ?? 1)} ${unit}`;
}
/** Milliseconds for people: `850 ms`, `12.3 s`, `4 min 05 s`. */
function formatDuration(milliseconds) {
    if (milliseconds < 1000)
        return `${Math.round(milliseconds)} ms`;
    const seconds = milliseconds / 1000;
    if (seconds < 60)
        return `${seconds.toFixed(1)} s`;
    const whole = Math.round(seconds);
    return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`;
}


/***/ }),

/***/ 61049:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ escapeXml)
/* harmony export */ });
/** Text and attribute values as XML 1.0 wants them, for the OVF as for the calls of vSphere. */
const ESCAPES = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&apos;',
    '\t': '&#9;',
    '\n': '&#10;',
    '\r': '&#13;',
};
/**
 * Safe in element content and in attributes. Characters that XML cannot hold at all become U+FFFD, for a server refuses the whole
 * document otherwise.
 */
function escapeXml(text) {
    return (text
        .replace(/\p{Surrogate}/gu, '\ufffd')
        // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are forbidden in XML 1.0
        .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
        .replace(/[&<>"'\t\n\r]/g, (character) => ESCAPES[character] ?? character));
}


/***/ })

};
