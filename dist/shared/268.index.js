export const id = 268;
export const ids = [268];
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

// EXTERNAL MODULE: ./node_modules/undici/index.js
var undici = __webpack_require__(24371);
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
/** Both speak one protocol to every server and proxy: the resuming of downloads is tested with HTTP/1.1. */
function createAgents({ stallMs: stall = 60_000, env }) {
    const settings = {
        connect: { timeout: Math.min(stall, 30_000) },
        headersTimeout: stall,
        bodyTimeout: stall,
        allowH2: false,
    };
    const proxies = readProxySettings(env);
    const proxied = new undici/* EnvHttpProxyAgent */.J2({
        ...settings,
        httpProxy: proxies.http,
        httpsProxy: proxies.https,
        // Proxies that forward http often allow CONNECT to port 443 alone.
        proxyTunnel: false,
        noProxy: env.NO_PROXY ?? env.no_proxy ?? '',
    });
    return { direct: new undici/* Agent */.g6(settings), proxied };
}
function createHttpClient(options) {
    const { direct, proxied } = createAgents(options);
    const ask = async (url, init, signal) => {
        try {
            return await (0,undici/* request */.Em)(url, {
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

/***/ 92308:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ readSignature),
/* harmony export */   LS: () => (/* binding */ commonName)
/* harmony export */ });
/* unused harmony exports readOsslsigncode, readPowerShell */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
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
const SCRIPT = '$s = Get-AuthenticodeSignature -LiteralPath $env:STILLFRAME_SIGNED_FILE; ' +
    '@{ status = [string]$s.Status; signer = [string]$s.SignerCertificate.Subject } | ConvertTo-Json -Compress';
async function byPowerShell(path, tools) {
    const args = ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command', SCRIPT];
    try {
        const { stdout } = await tools.run('powershell.exe', args, { env: { STILLFRAME_SIGNED_FILE: path } });
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
