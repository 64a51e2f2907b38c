export const id = 464;
export const ids = [464];
export const modules = {

/***/ 17286:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ downloadFile),
/* harmony export */   x: () => (/* binding */ hashMismatch)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41251);
/* harmony import */ var _files_hash_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(94427);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(16053);
/* harmony import */ var _http_client_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(38508);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(63449);
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
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(partial, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDWR | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_CREAT, 0o644);
    const transfer = { ...freshTransfer(), file };
    try {
        await takeUpPartial(transfer, partial, request);
        await transferAll(request, transfer, options);
        let mismatch = verify(request, transfer);
        if (mismatch && transfer.resumedFrom > 0) {
            // What an earlier run left may be what is wrong: once more from the first byte.
            options.onRetry?.(`${request.name}: the part kept from an earlier run is damaged, starting over`);
            await restart(transfer);
            transfer.resumedFrom = 0;
            await transferAll(request, transfer, options);
            mismatch = verify(request, transfer);
        }
        if (mismatch) {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(partial, { force: true });
            throw mismatch;
        }
        await file.sync();
        return { ...transfer.digests.result(), received: transfer.received };
    }
    finally {
        await file.close();
    }
}
function freshTransfer() {
    return {
        digests: (0,_files_hash_file_js__WEBPACK_IMPORTED_MODULE_3__/* .createDigests */ .cU)(),
        position: 0,
        received: 0,
        resumedFrom: 0,
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
    for await (const chunk of (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createReadStream)(partial)) {
        transfer.digests.update(chunk);
        transfer.position += chunk.length;
    }
    transfer.resumedFrom = transfer.position;
}
async function restart(transfer) {
    await transfer.file.truncate(0);
    transfer.digests = (0,_files_hash_file_js__WEBPACK_IMPORTED_MODULE_3__/* .createDigests */ .cU)();
    transfer.position = 0;
}
/** Tries until the whole file is there; a try that brought bytes does not count against the retry policy. */
async function transferAll(request, transfer, options) {
    const retries = options.retries ?? _retry_js__WEBPACK_IMPORTED_MODULE_6__/* .DEFAULT_RETRIES */ .TU;
    let failures = 0;
    for (let tries = 1;; tries += 1) {
        options.signal.throwIfAborted();
        const before = transfer.position;
        try {
            await transferOnce(request, transfer, options);
            return;
        }
        catch (error) {
            if (!(error instanceof _retry_js__WEBPACK_IMPORTED_MODULE_6__/* .Transient */ .Rc))
                throw error;
            failures = transfer.position > before ? 1 : failures + 1;
            if (failures >= retries.attempts || tries >= MAX_TRIES)
                throw error.cause;
            const waitMs = (0,_retry_js__WEBPACK_IMPORTED_MODULE_6__/* .backOff */ .fu)(failures, retries, error.retryAfterMs);
            options.onRetry?.(`${error.message}; trying again in ${Math.round(waitMs)} ms at byte ${transfer.position}`);
            await (0,_retry_js__WEBPACK_IMPORTED_MODULE_6__/* .pause */ .v7)(waitMs, options.signal);
        }
    }
}
async function transferOnce(request, transfer, options) {
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
        for await (const chunk of answer.body) {
            await append(transfer, chunk, request);
            tellProgress(transfer, request, options);
        }
    }
    catch (error) {
        discard(answer);
        options.signal.throwIfAborted();
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo || isFileSystemError(error))
            throw error;
        throw (0,_http_client_js__WEBPACK_IMPORTED_MODULE_5__/* .networkError */ .x)(error, answer.url, { what, code: 'download-failed' });
    }
    if (transfer.total !== undefined && transfer.position < transfer.total) {
        throw (0,_http_client_js__WEBPACK_IMPORTED_MODULE_5__/* .networkError */ .x)(new Error(`it ended after ${transfer.position} of ${transfer.total} bytes`), answer.url, {
            what,
            code: 'download-failed',
        });
    }
}
function tellProgress(transfer, request, options) {
    const now = performance.now();
    if (now - transfer.toldAt < (options.progressMs ?? 10_000))
        return;
    transfer.toldAt = now;
    const total = request.size ?? transfer.total;
    const share = total === undefined ? '' : ` of ${(0,_units_js__WEBPACK_IMPORTED_MODULE_4__/* .formatSize */ .Xq)(total)} (${Math.floor((transfer.position / total) * 100)} %)`;
    options.onProgress?.(`${request.name}: ${(0,_units_js__WEBPACK_IMPORTED_MODULE_4__/* .formatSize */ .Xq)(transfer.position)}${share}`);
}
/** Drops the rest of an answer; a body that nobody listens to would end the process with its AbortError. */
function discard(answer) {
    answer.body.on('error', () => { });
    answer.body.destroy();
}
/** Brings the transfer and the answer to the same byte: a server may ignore the range, or say that there is nothing behind it. */
async function alignWithAnswer(answer, transfer, request) {
    const type = answer.headers['content-type'] ?? '';
    if (type.startsWith('text/html')) {
        discard(answer);
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('download-failed', `The download of ${request.name}: ${answer.url.host} sent a web page instead of the file`, 'A proxy or a sign-in page may be in between: open the address on this machine and see what it shows.');
    }
    if (answer.status === 206) {
        const range = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(answer.headers['content-range'] ?? '');
        if (Number(range?.[1]) !== transfer.position) {
            discard(answer);
            await restart(transfer);
            throw (0,_http_client_js__WEBPACK_IMPORTED_MODULE_5__/* .networkError */ .x)(new Error('it answered with another range than asked for'), answer.url, {
                what: `The download of ${request.name}`,
                code: 'download-failed',
            });
        }
        if (range?.[2] !== undefined && range[2] !== '*')
            transfer.total = Number(range[2]);
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
        throw (0,_http_client_js__WEBPACK_IMPORTED_MODULE_5__/* .networkError */ .x)(new Error('it has no such range'), answer.url, {
            what: `The download of ${request.name}`,
            code: 'download-failed',
        });
    }
    else {
        if (transfer.position > 0)
            await restart(transfer);
        const length = answer.headers['content-length'];
        transfer.total = length === undefined ? undefined : Number(length);
    }
    transfer.etag ??= answer.headers.etag?.startsWith('"') ? answer.headers.etag : undefined;
    if (request.size !== undefined && transfer.total !== undefined && transfer.total !== request.size) {
        discard(answer);
        throw wrongLength(request, transfer.total);
    }
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
function verify(request, transfer) {
    const found = transfer.digests.result();
    if (request.size !== undefined && transfer.position !== request.size)
        return wrongLength(request, transfer.position);
    for (const name of ['sha256', 'sha1']) {
        const expected = request[name];
        if (expected !== undefined && expected !== found[name]) {
            return hashMismatch(request.name, name, expected, found[name], request.url);
        }
    }
    return undefined;
}
function wrongLength(request, found) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('hash-mismatch', `${request.name} from ${new URL(request.url).host} has ${found} bytes or more, expected ${request.size ?? 'what its Content-Length says'}`, 'The file changed at its source or was altered on the way; nothing was kept. If the source is right, set update-lock: true.');
}
/** The error for a file that is not the one that was pinned; `from` is a URL or a path. */
function hashMismatch(name, algorithm, expected, found, from) {
    const label = algorithm === 'sha1' ? 'SHA-1' : 'SHA-256';
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('hash-mismatch', `${name}: ${label} is ${found}, expected ${expected} (from ${from})`, 'The file changed at its source or was altered on the way; nothing was kept under its name. Verify the source before you pin the new hash.');
}
function isFileSystemError(error) {
    return error instanceof Error && 'syscall' in error && ['write', 'ftruncate', 'open'].includes(String(error.syscall));
}


/***/ }),

/***/ 50398:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ fetchFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73136);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(41251);
/* harmony import */ var _files_explain_path_error_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(49094);
/* harmony import */ var _files_hash_file_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(94427);
/* harmony import */ var _files_make_folder_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(69399);
/* harmony import */ var _files_move_into_place_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(69174);
/* harmony import */ var _download_file_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(17286);
/** Brings a pinned file to a path: out of the cache when it is there, else downloaded into it; verified either way. */










/**
 * @param target where the file is to stand under its name; left alone when it is already the right file
 * @throws UserError hash-mismatch, download-failed; nothing stands under `target` then, unless it did before
 */
async function fetchFile(request, target, cache, options) {
    if (request.sha256 === undefined && request.sha1 === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo('download-failed', `${request.name} has no hash to verify it by`, 'Pin it with its SHA-256 in a packages-file.');
    }
    await (0,_files_make_folder_js__WEBPACK_IMPORTED_MODULE_7__/* .makeFolder */ .f)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(target));
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
        const downloaded = await (0,_download_file_js__WEBPACK_IMPORTED_MODULE_9__/* .downloadFile */ .P)(request, partial, options);
        const added = await cache.add(partial, downloaded.sha1, downloaded.sha256);
        const copied = await copyVerified(added, target, request, options.signal);
        if (!copied) {
            throw (0,_download_file_js__WEBPACK_IMPORTED_MODULE_9__/* .hashMismatch */ .x)(request.name, 'sha256', downloaded.sha256, 'another one when read back', added.path);
        }
        return { path: target, ...copied, from: 'network', received: downloaded.received };
    }
    finally {
        release();
    }
}
/** A file of this machine: copied like one out of the cache, with its own errors. */
async function takeLocal(request, target, signal) {
    const path = (0,node_url__WEBPACK_IMPORTED_MODULE_3__.fileURLToPath)(request.url);
    const there = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path).catch((error) => {
        throw (0,_files_explain_path_error_js__WEBPACK_IMPORTED_MODULE_5__/* .explainPathError */ .n)(error, { what: 'the package', path, input: 'packages-file' });
    });
    if (request.size !== undefined && there.size !== request.size) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo('hash-mismatch', `${request.name}: ${path} has ${there.size} bytes, expected ${request.size}`, 'The file changed since it was pinned; nothing was kept. If it is right, set update-lock: true.');
    }
    const local = { path, sha256: request.sha256 ?? '', size: there.size };
    const copied = await copyVerified(local, target, request, signal);
    if (copied)
        return { path: target, ...copied, from: 'in place', received: 0 };
    const found = await digestExisting(path, signal);
    throw (0,_download_file_js__WEBPACK_IMPORTED_MODULE_9__/* .hashMismatch */ .x)(request.name, 'sha256', request.sha256 ?? 'none', found?.sha256 ?? 'that of no file', path);
}
/** Undefined when there is no such file. */
async function digestExisting(path, signal) {
    try {
        return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path)).isFile() ? await (0,_files_hash_file_js__WEBPACK_IMPORTED_MODULE_6__/* .digestFile */ .TM)(path, signal) : undefined;
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .hasErrnoCode */ .qk)(error, 'ENOENT'))
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
    const digests = (0,_files_hash_file_js__WEBPACK_IMPORTED_MODULE_6__/* .createDigests */ .cU)();
    try {
        const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(temporary, 'w');
        try {
            for await (const chunk of (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createReadStream)(cached.path, {
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
        await (0,_files_move_into_place_js__WEBPACK_IMPORTED_MODULE_8__/* .moveIntoPlace */ .hU)(temporary, target);
        return found;
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(temporary, { force: true });
    }
}
function temporaryName(target) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(target), `.${(0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(target)}.${process.pid}.stillframe-tmp`);
}
/** What a killed run left beside the target. */
async function removeLeftovers(target) {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(target);
    for (const name of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(folder)) {
        if (name.startsWith(`.${(0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(target)}.`) && name.endsWith('.stillframe-tmp')) {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name), { force: true });
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
/** The proxies of this machine, from the variables that most programs go by; NO_PROXY is read by undici itself. */

const PROTOCOLS = ['http:', 'https:', 'socks5:'];
/**
 * Small letters win, as with curl; `host:port` alone means http, as it does everywhere; HTTP_PROXY alone serves https too.
 * @throws UserError input-invalid that names the variable, never a password in it
 */
function readProxySettings(env) {
    const http = readProxy(env, 'HTTP_PROXY') ?? '';
    return { http, https: readProxy(env, 'HTTPS_PROXY') ?? http };
}
function readProxy(env, name) {
    const [variable, value] = [name.toLowerCase(), name]
        .map((candidate) => [candidate, env[candidate]?.trim() ?? ''])
        .find(([, text]) => text !== '') ?? [name, ''];
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
async function loadAgents({ stallMs: stall = 60_000, env }, proxies) {
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
        noProxy: env.NO_PROXY ?? env.no_proxy ?? '',
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
                headers: { 'user-agent': USER_AGENT, ...init.headers },
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
/* harmony import */ var _download_file_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(17286);
/* harmony import */ var _fetch_file_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(50398);
/* harmony import */ var _file_cache_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(87550);
/* harmony import */ var _host_policy_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(78712);
/* harmony import */ var _http_client_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(38508);
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
        throw (0,_download_file_js__WEBPACK_IMPORTED_MODULE_4__/* .hashMismatch */ .x)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(path), 'sha256', sha256, found, location);
    return { path, sha256: found };
}
async function download(url, sha256, { input, cache, env }, { log, signal, temp }) {
    if (sha256 === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('input-missing', `Input ${input} is a URL without a hash to verify the download by`, 'Add "sha256: …" under "with:" (or in the template file), so that every run uses the same bytes.');
    }
    const name = decodeURIComponent((0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(new URL(url).pathname)) || 'download';
    // The host was named by the user, and the hash decides: an internal mirror without https will do.
    const http = (0,_http_client_js__WEBPACK_IMPORTED_MODULE_8__/* .createHttpClient */ .u)({ env, policy: (0,_host_policy_js__WEBPACK_IMPORTED_MODULE_7__/* .createHostPolicy */ .Ng)({ mirrors: [url] }) });
    try {
        const files = await (0,_file_cache_js__WEBPACK_IMPORTED_MODULE_6__/* .openUsableCache */ .L)(cache, CACHE_BYTES, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(temp, 'download-cache'), log.warning);
        const target = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(temp, name.replaceAll(/[^\w.-]/g, '_'));
        const fetched = await (0,_fetch_file_js__WEBPACK_IMPORTED_MODULE_5__/* .fetchFile */ .t)({ url, sha256, name }, target, files, {
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
        hint: `${toWrite ? 'Make the folder first, or correct' : 'Correct'} the path; relative paths count from the working folder of the step.`,
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

/***/ 38258:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ createPartialFile)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _explain_path_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49094);
/* harmony import */ var _follow_links_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69677);
/* harmony import */ var _move_into_place_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(69174);
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
    const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(partialPath, 'wx+');
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
    const errno = findErrno(thrown, 'ENOSPC');
    if (errno)
        return explained('disk-full', `The disk is full: ${errno.message}`, DISK_FULL_HINT);
    if (thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ToolError */ .v4) {
        if (/no space left on device/i.test(thrown.tail)) {
            return explained('disk-full', `The disk is full: ${thrown.message}`, DISK_FULL_HINT);
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
    parse: (value) => ((0,_download_pinned_file_js__WEBPACK_IMPORTED_MODULE_1__/* .isUrl */ .g)(value) ? value : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(value)),
};
/** Absolute, seen from the working folder. */
const path = { label: 'Path', path: true, parse: (value) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(value) };
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
  K: () => (/* binding */ readInputs)
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
function throwAll([first, ...others]) {
    if (first)
        throw others.length === 0 ? first : withOthers(first, others);
}
function withOthers(first, others) {
    const all = [first, ...others];
    return new errors/* UserError */.yo(first.code, `${all.length} inputs are wrong:\n${all.map(({ message, hint }) => `- ${message}. ${hint}`).join('\n')}`, 'Correct them all; nothing was begun.', { cause: first });
}


/***/ }),

/***/ 13437:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ runAction)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./.cache/build/src/errors.js
var errors = __webpack_require__(41251);
// EXTERNAL MODULE: ./.cache/build/src/files/make-folder.js
var make_folder = __webpack_require__(69399);
// EXTERNAL MODULE: ./.cache/build/src/files/replace-file.js
var replace_file = __webpack_require__(17785);
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
    const { loadTemplate } = await Promise.all(/* import() */[__webpack_require__.e(2463), __webpack_require__.e(8815), __webpack_require__.e(2098), __webpack_require__.e(6621)]).then(__webpack_require__.bind(__webpack_require__, 92098));
    const template = await loadTemplate(path);
    return { template, locate: (key) => template.places.get(key) };
}

// EXTERNAL MODULE: ./.cache/build/src/job/read-inputs.js + 1 modules
var read_inputs = __webpack_require__(38609);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
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
    await guarded(host, 'the report', () => writeReport(report, ended.reportPath));
    for (const [name, value] of Object.entries({ ...outcome.outputs, report: ended.reportPath })) {
        await guarded(host, `the output ${name}`, async () => host.setOutput(name, value));
    }
    await guarded(host, 'the job summary', () => host.writeSummary(summaryOf(ended)));
    watch.stop();
    return failure === undefined;
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
async function perform(action, { readRaw, howToSet }, place, context) {
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
async function writeReport(report, reportPath) {
    await (0,make_folder/* makeFolder */.f)((0,external_node_path_.dirname)(reportPath));
    await (0,replace_file/* replaceFile */.f)(reportPath, `${JSON.stringify(report, null, 2)}\n`);
}
function summaryOf({ outcome, failure }) {
    const caution = failure && `\n> [!CAUTION]\n> ${(0,markdown_table/* escapeMarkdown */.F)(failure.text).replaceAll('<br>', '\n> ')}\n`;
    return boundSummary(`${outcome.summary ?? ''}${caution ?? ''}`);
}
/** What is written at the end: each by itself, so that the failure of one does not cost the others. */
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

/***/ 79871:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O9: () => (/* binding */ SERVER_INPUTS),
/* harmony export */   TI: () => (/* binding */ reuse),
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
/** The inputs of an action with those that every action has, in the order of the tables. */
function allInputs({ inputs }) {
    return { ...inputs, ...COMMON_INPUTS };
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
