export const id = 7371;
export const ids = [7371];
export const modules = {

/***/ 9901:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ mapBounded)
/* harmony export */ });
/** Runs work over a list with at most so many items under way; the first failure stops the rest. */
/**
 * @param work gets a signal that is aborted when another item failed
 * @returns the results in the order of the items
 * @throws the first error, once everything under way has ended
 */
async function mapBounded(items, limit, signal, work) {
    const controller = new AbortController();
    const both = AbortSignal.any([signal, controller.signal]);
    const results = new Array(items.length);
    let failure;
    let next = 0;
    const lane = async () => {
        while (next < items.length && !failure) {
            const index = next;
            next += 1;
            try {
                results[index] = await work(items[index], both);
            }
            catch (error) {
                failure ??= { error };
                controller.abort(error);
            }
        }
    };
    await Promise.all(Array.from({ length: Math.min(limit, items.length) }, lane));
    if (failure)
        throw failure.error;
    return results;
}


/***/ }),

/***/ 76621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ describeFaults)
/* harmony export */ });
/* harmony import */ var _nearest_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92106);
/* harmony import */ var _yaml_places_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81263);
/** What a schema has against a template or a lock, in words of the person who wrote it. */


/** Keys under which somebody might write a password; a template file is committed, so none may stand in it. */
const SECRET_KEY = /pass(word|phrase)?$|secret|token|product-key$/i;
/** @param errors of one run of ajv with `allErrors` and `verbose`; each fault once, in no order */
function describeFaults(errors, document) {
    const faults = errors.filter(isOwnFault).map((error) => describe(error, document));
    return [...new Map(faults.map((fault) => [`${(0,_yaml_places_js__WEBPACK_IMPORTED_MODULE_0__/* .formatPath */ .jV)(fault.path)} ${fault.message}`, fault])).values()];
}
/** `if` and the branches of `oneOf` only repeat what another error says better, as does `oneOf` of what is no mapping. */
function isOwnFault(error) {
    if (error.keyword === 'oneOf' && (error.data === null || typeof error.data !== 'object' || Array.isArray(error.data)))
        return false;
    return error.keyword !== 'if' && !/\/oneOf\/\d+\//.test(error.schemaPath);
}
function describe(error, document) {
    const path = error.instancePath.split('/').slice(1).map(unescapePointer);
    const where = (0,_yaml_places_js__WEBPACK_IMPORTED_MODULE_0__/* .formatPath */ .jV)(path) || document.whole;
    return { path, ...(KEYWORDS[error.keyword] ?? byDescription)(error, where, document) };
}
const KEYWORDS = {
    additionalProperties: unknownKey,
    required: (error, where) => {
        const missing = String(error.params.missingProperty);
        return { message: `${where} lacks the key "${missing}"`, hint: `Add "${missing}: …" to ${where}.` };
    },
    dependencies: (error, where, document) => ({
        message: `${where} has a ${error.params.property} without ${error.params.missingProperty}`,
        hint: `${descriptionOf(error, document)} Add "${error.params.missingProperty}: …".`,
    }),
    oneOf: (error, where, document) => ({
        message: `${where} has ${error.params.passingSchemas ? 'both path and url' : 'neither path nor url'}`,
        hint: descriptionOf(error, document),
    }),
    type: wrongType,
    enum: unknownValue,
    minimum: (error, where) => ({
        message: `${where}: ${show(error.data)} is too small`,
        hint: `The least is ${error.params.limit}.`,
    }),
    maximum: (error, where) => ({
        message: `${where}: ${show(error.data)} is too large`,
        hint: `The most is ${error.params.limit}.`,
    }),
    minItems: (error, where, document) => ({
        message: `${where} is an empty list`,
        hint: descriptionOf(error, document),
    }),
    maxItems: (error, where, document) => ({
        message: `${where} has more than ${error.params.limit} entry`,
        hint: descriptionOf(error, document),
    }),
    uniqueItems: (error, where) => ({
        message: `${where} names ${show(error.data[Number(error.params.i)])} twice`,
        hint: 'Remove one of them.',
    }),
};
function unknownKey(error, where, document) {
    const key = String(error.params.additionalProperty);
    const known = Object.keys((error.parentSchema?.properties ?? {}));
    const message = `unknown key "${key}" in ${where}`;
    if (SECRET_KEY.test(key)) {
        const hint = `Secrets never stand in ${document.file}; pass them as inputs from repository secrets.`;
        return { key, message, hint };
    }
    const nearest = (0,_nearest_name_js__WEBPACK_IMPORTED_MODULE_1__/* .nearestName */ .q)(key, known);
    const guess = nearest === undefined ? '' : `Did you mean "${nearest}"? `;
    return { key, message, hint: `${guess}Known keys here: ${known.join(', ')}.` };
}
function unknownValue(error, where, document) {
    if (error.data === null || typeof error.data === 'object')
        return wrongType(error, where, document);
    const allowed = error.params.allowedValues.map(String);
    const message = `${where}: ${show(error.data)} is not one of the known values`;
    const nearest = (0,_nearest_name_js__WEBPACK_IMPORTED_MODULE_1__/* .nearestName */ .q)(String(error.data), allowed);
    const guess = nearest === undefined ? '' : `Did you mean "${nearest}"? `;
    return { message, hint: `${guess}Known: ${allowed.join(', ')}.` };
}
function wrongType(error, where, document) {
    const types = [error.parentSchema?.type ?? 'string'].flat().map(String);
    const wanted = types.map((type) => TYPE_WORDS[type] ?? type).join(' or ');
    if (error.data === null) {
        const hint = types.includes('object')
            ? 'Write its keys below it, or leave it out for the defaults.'
            : `Write ${wanted}, or leave the key out.`;
        return { message: `${where} is empty`, hint };
    }
    const quotes = types.includes('string') && typeof error.data !== 'object' ? ' Put it in quotes to make it one.' : '';
    return {
        message: `${where} is ${TYPE_WORDS[Array.isArray(error.data) ? 'array' : typeof error.data] ?? 'of another kind'}; ${wanted} is wanted`,
        hint: `${descriptionOf(error, document)}${quotes}`,
    };
}
const TYPE_WORDS = {
    string: 'a text',
    number: 'a number',
    integer: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    object: 'a mapping of keys',
};
function byDescription(error, where, document) {
    return { message: `${where}: ${show(error.data)} is not allowed here`, hint: descriptionOf(error, document) };
}
function descriptionOf(error, { schema }) {
    const description = error.parentSchema?.description;
    return typeof description === 'string' ? `Wanted: ${description}` : `See ${schema}.`;
}
/** The value as it can be shown: short, and without a password that somebody wrote into an address. */
function show(value) {
    if (typeof value === 'object' && value !== null)
        return TYPE_WORDS[Array.isArray(value) ? 'array' : 'object'] ?? '';
    const text = typeof value === 'string' ? value.replaceAll(/\/\/[^/?#]*@/g, '//***@') : value;
    const shown = JSON.stringify(text);
    return shown.length > 80 ? `${shown.slice(0, 77)}…"` : shown;
}
function unescapePointer(part) {
    return part.replaceAll('~1', '/').replaceAll('~0', '~');
}


/***/ }),

/***/ 72591:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GY: () => (/* binding */ UPDATE_KINDS),
/* harmony export */   M4: () => (/* binding */ DISK_CONTROLLERS),
/* harmony export */   l_: () => (/* binding */ CHANNELS)
/* harmony export */ });
/** A template file once read: units resolved, defaults filled in, paths absolute. The loader is template-file.ts. */
const UPDATE_KINDS = ['servicing-stack', 'cumulative', 'dotnet'];
/** How far from the regular Patch Tuesday release a choice may go; each includes the ones before it. */
const CHANNELS = ['regular', 'out-of-band', 'preview'];
const DISK_CONTROLLERS = ['pvscsi', 'lsilogicsas', 'nvme', 'sata'];


/***/ }),

/***/ 81263:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Rh: () => (/* binding */ keyOffset),
/* harmony export */   bb: () => (/* binding */ valueOffset),
/* harmony export */   jV: () => (/* binding */ formatPath)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);
/** Where in the text of a YAML document a value or a key stands. */

/** `publish[0].as`; empty for the document itself. */
function formatPath(path) {
    return path.reduce((text, key) => {
        if (/^\d+$/.test(key))
            return `${text}[${key}]`;
        return text === '' ? key : `${text}.${key}`;
    }, '');
}
/** Offset of the value at a path; of its key when the value is empty, of the nearest value around it when there is none. */
function valueOffset(document, path) {
    const node = nodeAt(document.contents, path);
    const isEmpty = node === undefined || ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) && node.value === null);
    if (!isEmpty)
        return node.range?.[0] ?? 0;
    const key = path.at(-1);
    return key === undefined ? 0 : keyOffset(document, path.slice(0, -1), key);
}
/** Offset of a key in the mapping at a path. */
function keyOffset(document, path, key) {
    const map = nodeAt(document.contents, path);
    const pair = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(map) ? map.items.find((item) => keyText(item.key) === key) : undefined;
    return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(pair?.key) ? (pair.key.range?.[0] ?? 0) : valueOffset(document, path);
}
function nodeAt(root, path) {
    let node = root;
    for (const key of path) {
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node))
            node = node.items.find((item) => keyText(item.key) === key)?.value;
        else if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node))
            node = node.items[Number(key)];
        else
            return undefined;
    }
    return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(node) ? node : undefined;
}
function keyText(key) {
    return String((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key) ? (key.value ?? '') : key);
}


/***/ }),

/***/ 19285:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  x: () => (/* binding */ createCatalogClient)
});

// EXTERNAL MODULE: ./node_modules/node-html-parser/dist/index.mjs
var dist = __webpack_require__(26369);
// EXTERNAL MODULE: ./.cache/build/src/errors.js
var errors = __webpack_require__(41251);
// EXTERNAL MODULE: ./.cache/build/src/download/host-policy.js
var host_policy = __webpack_require__(78712);
// EXTERNAL MODULE: ./.cache/build/src/download/retry.js
var retry = __webpack_require__(63449);
// EXTERNAL MODULE: ./.cache/build/src/updates/page-words.js
var page_words = __webpack_require__(61124);
// EXTERNAL MODULE: ./.cache/build/src/updates/read-page.js
var read_page = __webpack_require__(64135);
;// CONCATENATED MODULE: ./.cache/build/src/updates/catalog-asker.js
/** Asks the catalog's pages: one request at a time, spaced, retried, each question once a run. */




/** @param base address of the catalog */
function createAsker(base, options) {
    const spacing = options.spacingMs ?? ((0,host_policy/* isLoopback */.U9)(new URL(base).hostname) ? 0 : 600);
    const answers = new Map();
    let queue = Promise.resolve();
    let last = Number.NEGATIVE_INFINITY;
    let count = 0;
    const once = async (what, question) => {
        const wait = last + spacing - performance.now();
        if (wait > 0)
            await (0,retry/* pause */.v7)(wait, options.signal);
        last = performance.now();
        count += 1;
        const answer = await options.http.send(question.url, {
            what,
            code: 'catalog-unavailable',
            headers: {
                'accept-language': 'en-US,en;q=0.5',
                accept: 'text/html',
                ...(question.body !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }),
            },
            ...(question.body !== undefined && { method: 'POST', body: question.body }),
        }, options.signal);
        return { html: await (0,read_page/* readPage */.S)(answer.body, what), url: answer.url };
    };
    const retrying = (what, question, read) => (0,retry/* withRetries */.LH)(async () => {
        const { html, url } = await once(what, question);
        try {
            return read(html, url);
        }
        catch (error) {
            throw (0,page_words/* tellPage */.v)(error, html);
        }
    }, options.retries ?? retry/* DEFAULT_RETRIES */.TU, options.signal, (error, waitMs) => options.onRetry?.(`${error.message}; trying again in ${Math.round(waitMs)} ms`));
    return {
        requests: () => count,
        ask: (what, question, read) => {
            const key = `${question.url} ${question.body ?? ''}`;
            const known = answers.get(key);
            if (known !== undefined)
                return known;
            const answer = queue.then(() => retrying(what, question, read));
            queue = answer.catch(() => { });
            answers.set(key, answer);
            return answer;
        },
    };
}

// EXTERNAL MODULE: ./.cache/build/src/updates/catalog-trouble.js
var catalog_trouble = __webpack_require__(87662);
// EXTERNAL MODULE: ./.cache/build/src/updates/search-page.js
var search_page = __webpack_require__(25415);
;// CONCATENATED MODULE: ./.cache/build/src/updates/details-page.js
/** The catalog's details page of one update: the only place that links superseding updates. It is also its flakiest page. */

/** @throws UserError catalog-changed that names what was missing */
function readDetailsPage(root, finalUrl) {
    const special = (0,search_page/* readSpecialPage */.x3)(root, finalUrl);
    if (special)
        return special;
    const text = (id) => {
        const found = root.getElementById(`ScopedViewHandler_${id}`);
        if (!found)
            throw (0,search_page/* pageChanged */.EC)('details', `#ScopedViewHandler_${id}`);
        return found.text.replaceAll(/\s+/g, ' ').trim();
    };
    const superseding = root.getElementById('supersededbyInfo');
    if (!superseding)
        throw (0,search_page/* pageChanged */.EC)('details', '#supersededbyInfo');
    const supersededBy = superseding.querySelectorAll('a').flatMap((link) => {
        const updateId = /[?&]updateid=([0-9a-f-]{36})/i.exec(link.getAttribute('href') ?? '')?.[1];
        return updateId === undefined
            ? []
            : [{ updateId: updateId.toLowerCase(), title: link.text.replaceAll(/\s+/g, ' ').trim() }];
    });
    return {
        kind: 'details',
        details: {
            title: text('titleText'),
            updateId: text('UpdateID').toLowerCase(),
            description: text('desc'),
            supersededBy,
        },
    };
}

// EXTERNAL MODULE: ./.cache/build/src/download/url-file-name.js
var url_file_name = __webpack_require__(18205);
;// CONCATENATED MODULE: ./.cache/build/src/updates/download-dialog.js
/**
 * The catalog's download dialog: a page with one script that fills `downloadInformation[i].files[k].<field>`.
 * Source: captured dialogs of 2016 and 2026. `digest` is the base64 SHA-1, `sha256` the base64 SHA-256 or empty for classic packages.
 */



const FIELD = /downloadInformation\[(\d{1,4})\]\.(?:files\[(\d{1,4})\]\.)?(\w{1,40})\s{0,20}=\s{0,20}'([^']{0,4000})'/g;
/** @throws UserError catalog-changed that names what was missing */
function readDownloadDialog(html, finalUrl) {
    const special = (0,search_page/* readSpecialPage */.x3)((0,dist/* parse */.qg)(html), finalUrl);
    if (special)
        return special;
    if (!html.includes('downloadInformation'))
        throw (0,search_page/* pageChanged */.EC)('download', 'the script variable downloadInformation');
    const ids = new Map();
    const fields = new Map();
    for (const [, update = '', file, field = '', value = ''] of html.matchAll(FIELD)) {
        if (file === undefined) {
            if (field === 'updateID')
                ids.set(update, value.toLowerCase());
            continue;
        }
        const files = getOrAdd(fields, update, () => new Map());
        getOrAdd(files, file, () => new Map()).set(field, value);
    }
    if (fields.size === 0)
        return { kind: 'empty' };
    const result = new Map();
    for (const [update, files] of fields) {
        const id = ids.get(update);
        if (id === undefined)
            throw (0,search_page/* pageChanged */.EC)('download', `downloadInformation[${update}].updateID`);
        result.set(id, [...files.values()].map((file) => readFile(file, update)));
    }
    return { kind: 'files', files: result };
}
function readFile(fields, update) {
    const url = fields.get('url');
    if (!url)
        throw (0,search_page/* pageChanged */.EC)('download', `downloadInformation[${update}].files[].url`);
    if (!URL.canParse(url))
        throw (0,search_page/* pageChanged */.EC)('download', `a web address in files[].url (found "${url.slice(0, 80)}")`);
    const name = safeName(fields.get('fileName') || (0,url_file_name/* urlFileName */.l)(new URL(url)));
    const sha1 = hexOf(fields.get('digest'), 20) ?? /_([0-9a-f]{40})\.\w+$/i.exec(name)?.[1]?.toLowerCase();
    const sha256 = hexOf(fields.get('sha256'), 32);
    return { name, url, ...(sha1 !== undefined && { sha1 }), ...(sha256 !== undefined && { sha256 }) };
}
/** Base64 of exactly so many bytes as lower-case hexadecimal; empty fields are how the dialog says "not known". */
function hexOf(base64, length) {
    if (!base64)
        return undefined;
    const bytes = Buffer.from(base64, 'base64');
    if (bytes.length !== length)
        throw (0,search_page/* pageChanged */.EC)('download', `a base64 hash of ${length} bytes (found "${base64.slice(0, 60)}")`);
    return bytes.toString('hex');
}
/** The name becomes a file name here: one path segment, nothing else. */
function safeName(name) {
    if (/^[\w][\w.+()-]{0,200}$/.test(name) && !name.endsWith('.'))
        return name;
    throw (0,search_page/* pageChanged */.EC)('download', `a plain file name (found "${name.slice(0, 80)}")`);
}
function getOrAdd(map, key, make) {
    const existing = map.get(key);
    if (existing !== undefined)
        return existing;
    const made = make();
    map.set(key, made);
    return made;
}

;// CONCATENATED MODULE: ./.cache/build/src/updates/catalog-client.js
/**
 * The Microsoft Update Catalog over plain HTTP: search with sorting and paging as query parameters (no postbacks), the download
 * dialog, the details page. Few requests, one at a time, spaced, and each address asked once a run.
 */







const CATALOG_URL = 'https://www.catalog.update.microsoft.com/';
/** More pages than any sane query needs; the catalog itself ends at 40. */
const MAX_PAGES = 12;
/** "The update is unknown or was removed": will not pass. */
const UNKNOWN_UPDATE = '8DDD0024';
function createCatalogClient(options) {
    const base = options.url ?? CATALOG_URL;
    const asker = createAsker(base, options);
    const address = (page, parameters = {}) => {
        const url = new URL(page, base.endsWith('/') ? base : `${base}/`);
        for (const [name, value] of Object.entries(parameters))
            url.searchParams.set(name, value);
        return url.href;
    };
    return {
        get requests() {
            return asker.requests();
        },
        search: async (query, enough = () => false) => {
            const rows = [];
            for (let page = 0; page < MAX_PAGES; page += 1) {
                const answer = await searchPage(asker, address, query, page);
                if (answer.kind !== 'results')
                    break;
                rows.push(...answer.rows);
                if (!answer.hasNext || enough(rows))
                    break;
            }
            return rows;
        },
        files: (updateIds) => filesOf(asker, address, updateIds),
        details: async (updateId) => {
            try {
                return await detailsOf(asker, address, updateId);
            }
            catch (error) {
                options.signal.throwIfAborted();
                if (error instanceof errors/* UserError */.yo)
                    return undefined;
                throw error;
            }
        },
    };
}
function searchPage(asker, address, query, page) {
    const url = address('Search.aspx', {
        q: query,
        scol: 'DateComputed',
        sdir: 'desc',
        ...(page > 0 && { p: String(page) }),
    });
    const what = `The catalog search for "${query}"`;
    return asker.ask(what, { url }, (html, finalUrl) => {
        const answer = (0,search_page/* readSearchPage */.ij)(html, finalUrl);
        if (answer.kind === 'error')
            throw errorPage(what, answer.number);
        if (answer.kind === 'shell')
            throw (0,catalog_trouble/* catalogTrouble */.t)(what, 'the catalog sent its page without an answer, as it does when throttled');
        if (answer.kind === 'expired')
            throw (0,catalog_trouble/* catalogTrouble */.t)(what, 'the catalog sent its "thank you" page instead of an answer');
        if (answer.kind === 'results' && answer.rows.every(isDriver)) {
            const why = 'the catalog answered with drivers alone, as it does now and then for a search of updates';
            throw (0,catalog_trouble/* catalogTrouble */.t)(what, why);
        }
        return answer;
    });
}
function filesOf(asker, address, updateIds) {
    const what = `The catalog's download dialog for ${updateIds.length} updates`;
    const wanted = updateIds.map((id) => ({ size: 0, languages: '', uidInfo: id, updateID: id }));
    const body = `updateIDs=${encodeURIComponent(JSON.stringify(wanted))}`;
    return asker.ask(what, { url: address('DownloadDialog.aspx'), body }, (html, finalUrl) => {
        const answer = readDownloadDialog(html, finalUrl);
        if (answer.kind === 'error' && answer.number === UNKNOWN_UPDATE)
            throw removed(updateIds);
        if (answer.kind === 'error')
            throw errorPage(what, answer.number);
        if (answer.kind === 'expired')
            throw removed(updateIds);
        if (answer.kind === 'empty')
            throw (0,catalog_trouble/* catalogTrouble */.t)(what, 'it names no file');
        const missing = updateIds.filter((id) => !answer.files.has(id));
        if (missing.length > 0)
            throw (0,catalog_trouble/* catalogTrouble */.t)(what, `it names no file for update ${missing.join(', ')}`);
        return answer.files;
    });
}
function detailsOf(asker, address, updateId) {
    const what = `The catalog's details of update ${updateId}`;
    return asker.ask(what, { url: address('ScopedViewInline.aspx', { updateid: updateId }) }, (html, finalUrl) => {
        const answer = readDetailsPage((0,dist/* parse */.qg)(html), finalUrl);
        if (answer.kind === 'error')
            throw errorPage(what, answer.number);
        return answer.kind === 'details' ? answer.details : undefined;
    });
}
function errorPage(what, number) {
    return (0,catalog_trouble/* catalogTrouble */.t)(what, `the catalog showed its error page (number ${number})`);
}
/** Classification of drivers: `Drivers`, `Drivers (Storage)`. Nothing here asks for one. */
function isDriver({ classification }) {
    return /^drivers?\b/i.test(classification);
}
function removed(updateIds) {
    return new errors/* UserError */.yo('update-not-found', `The catalog no longer offers the files of update ${updateIds.join(' or ')}`, 'Microsoft has withdrawn it: choose another release.');
}


/***/ }),

/***/ 87662:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ catalogTrouble)
/* harmony export */ });
/* harmony import */ var _download_retry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63449);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41251);
/** What goes wrong at the catalog and passes by itself. */


/** A failure that is worth another try, UserError catalog-unavailable when it does not pass. */
function catalogTrouble(what, why, cause) {
    return new _download_retry_js__WEBPACK_IMPORTED_MODULE_0__/* .Transient */ .Rc(new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('catalog-unavailable', `${what}: ${why}`, 'The catalog has such hours. Run this step again later, or use a lock file: with one nothing is searched.', { cause }));
}


/***/ }),

/***/ 35206:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ compareText)
/* harmony export */ });
/** Compares by code unit, the same on every machine, unlike a locale's order. */
function compareText(a, b) {
    if (a === b)
        return 0;
    return a < b ? -1 : 1;
}


/***/ }),

/***/ 94586:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Q: () => (/* binding */ loadReleaseInfo)
});

// EXTERNAL MODULE: ./.cache/build/src/download/retry.js
var retry = __webpack_require__(63449);
// EXTERNAL MODULE: ./.cache/build/src/errors.js
var errors = __webpack_require__(41251);
// EXTERNAL MODULE: ./.cache/build/src/updates/page-words.js
var page_words = __webpack_require__(61124);
// EXTERNAL MODULE: ./.cache/build/src/updates/read-page.js
var read_page = __webpack_require__(64135);
// EXTERNAL MODULE: ./node_modules/node-html-parser/dist/index.mjs
var dist = __webpack_require__(26369);
// EXTERNAL MODULE: ./.cache/build/src/products/product.js
var products_product = __webpack_require__(39652);
// EXTERNAL MODULE: ./.cache/build/src/updates/build-number.js
var build_number = __webpack_require__(29129);
// EXTERNAL MODULE: ./.cache/build/src/updates/update-title.js
var update_title = __webpack_require__(78933);
;// CONCATENATED MODULE: ./.cache/build/src/updates/release-info.js
/**
 * Microsoft's release information page of Windows Server: per product a table of build, KB, date and letter.
 * Source: https://learn.microsoft.com/en-us/windows/release-health/windows-server-release-info as captured in 2026: a label such as
 * "Windows Server 2025 (OS build 26100)" in front of each table; hotpatch calendars have other columns and are not read.
 */





const HEADERS = ['servicing option', 'update type', 'availability date', 'build', 'kb article'];
/** @throws UserError catalog-changed that names what was missing; an unreadable page is never an empty list */
function readReleaseInfo(html) {
    const root = (0,dist/* parse */.qg)(html);
    const entries = [];
    const tables = new Set();
    let build;
    for (const element of root.querySelectorAll('strong, b, h2, h3, h4, summary, table')) {
        if (element.tagName !== 'TABLE') {
            const label = /windows server.*\(os build (\d{5})\)/i.exec(element.text)?.[1];
            if (label !== undefined)
                build = Number(label);
            continue;
        }
        const columns = readHeader(element);
        if (!columns || build === undefined)
            continue;
        const product = (0,products_product/* productOfBuild */.XW)(build);
        if (product === undefined || tables.has(build))
            continue;
        tables.add(build);
        entries.push(...readTable(element, columns, product));
    }
    if (entries.length === 0) {
        throw changed(`a table with the columns ${HEADERS.join(', ')} behind a label "Windows Server … (OS build …)"`);
    }
    return entries;
}
/** Column index by header text; undefined for tables of another kind, such as the hotpatch calendar. */
function readHeader(table) {
    const header = table
        .querySelectorAll('tr')[0]
        ?.querySelectorAll('th, td')
        .map((cell) => cleanText(cell).toLowerCase());
    if (!header || !HEADERS.every((name) => header.includes(name)) || header.length !== HEADERS.length)
        return undefined;
    return new Map(header.map((name, index) => [name, index]));
}
function readTable(table, columns, product) {
    const entries = [];
    for (const row of table.querySelectorAll('tr').slice(1)) {
        const cells = row.querySelectorAll('td');
        const text = (name) => {
            const cell = cells[columns.get(name) ?? -1];
            if (!cell)
                throw changed(`the cell "${name}" in a row of ${product}`);
            return cleanText(cell);
        };
        const kb = (0,update_title/* kbOf */.h_)(text('kb article'));
        if (kb === undefined)
            continue; // the row of the first release has no article
        const type = /^(\d{4}-\d{2}) ([A-Z]{1,3})$/.exec(text('update type'));
        const date = readIsoDate(text('availability date'));
        const parsed = (0,build_number/* parseBuild */.EH)(text('build'));
        if (!type?.[1] || !type[2])
            throw changed(`an update type such as "2026-11 B" for ${kb}`);
        if (date === undefined)
            throw changed(`a date of the form year-month-day for ${kb}`);
        if (!parsed)
            throw changed(`a build such as 17763.8027 for ${kb}`);
        // One of 23H2 has stood among those of 2022 (WindowsOSBuild issue 33).
        if ((0,products_product/* productOfBuild */.XW)(parsed.number) !== product)
            continue;
        // The page has had a row twice (KB5091572 of 2026-04).
        if (entries.some((entry) => entry.kb === kb && entry.date === date && entry.build.ubr === parsed.ubr))
            continue;
        entries.push({ product, month: type[1], letter: type[2], date, build: parsed, kb });
    }
    return entries;
}
function readIsoDate(text) {
    return /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(text) ? text : undefined;
}
function cleanText(element) {
    return element.text.replaceAll(/\s+/g, ' ').trim();
}
function changed(missing) {
    return new errors/* UserError */.yo('catalog-changed', `The release information page has changed: it lacks ${missing}`, 'The catalog is searched by title instead; report this message.');
}

;// CONCATENATED MODULE: ./.cache/build/src/updates/load-release-info.js
/** Asks for the release information. Without it the catalog is searched by title: less certain, so it is said. */





const RELEASE_INFO_URL = 'https://learn.microsoft.com/en-us/windows/release-health/windows-server-release-info';
/** @param url undefined for Microsoft's page; `none` to do without */
async function loadReleaseInfo(http, url, signal, onRetry) {
    if (url === 'none')
        return { entries: undefined, findings: [] };
    const what = 'The release information of Windows Server';
    try {
        const html = await (0,retry/* withRetries */.LH)(async () => {
            const answer = await http.send(url ?? RELEASE_INFO_URL, { what, code: 'catalog-unavailable', headers: { accept: 'text/html', 'accept-language': 'en-US,en;q=0.5' } }, signal);
            return (0,read_page/* readPage */.S)(answer.body, what);
        }, { attempts: 3, baseMs: 1000, maxMs: 15_000 }, signal, (error, waitMs) => onRetry(`${error.message}; trying again in ${Math.round(waitMs)} ms`));
        return { entries: readOrTell(html), findings: [] };
    }
    catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof errors/* UserError */.yo))
            throw error;
        return {
            entries: undefined,
            findings: [
                {
                    code: 'release-info-unavailable',
                    severity: 'warning',
                    seen: `${error.message}.`,
                    remedy: 'The catalog was searched by title instead; letters and builds are then taken from dates and packages.',
                },
            ],
        };
    }
}
function readOrTell(html) {
    try {
        return readReleaseInfo(html);
    }
    catch (error) {
        throw (0,page_words/* tellPage */.v)(error, html);
    }
}


/***/ }),

/***/ 35427:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  HZ: () => (/* binding */ lockPath),
  PG: () => (/* binding */ parseLock),
  mF: () => (/* binding */ readLock),
  K7: () => (/* binding */ requireLockPlace),
  FD: () => (/* binding */ requireSameRequest),
  be: () => (/* binding */ writeLock)
});

// UNUSED EXPORTS: formatLock

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./node_modules/ajv/dist/ajv.js
var ajv = __webpack_require__(42463);
;// CONCATENATED MODULE: ./.cache/build/schema/lock.schema.json
const lock_schema_namespaceObject = /*#__PURE__*/JSON.parse(('{"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://stillframe.dev/schema/lock.schema.json","title":"Stillframe lock file","description":"The exact packages of a template, each by URL, size and hashes. Written by fetch-updates; same lock, same inputs.","type":"object","additionalProperties":false,"required":["schema","date","request","updates"],"properties":{"$schema":{"type":"string"},"schema":{"const":1,"description":"1, the version of this format."},"date":{"$ref":"#/definitions/date","description":"Release date of the newest package: the date of everything built from this lock."},"build":{"$ref":"#/definitions/build","description":"Build of Windows after all packages."},"request":{"type":"object","description":"What was asked for; another question needs another lock.","additionalProperties":false,"required":["product","architecture","include","release","channel"],"properties":{"product":{"enum":["windows-server-2016","windows-server-2019","windows-server-2022","wind' +
'ows-server-2025"]},"architecture":{"enum":["x64"]},"include":{"type":"array","items":{"enum":["servicing-stack","cumulative","dotnet"]}},"release":{"type":"array","minItems":1,"items":{"type":"string"},"description":"latest, a month, a day or numbers such as KB5005112."},"channel":{"enum":["regular","out-of-band","preview"]},"exclude":{"type":"array","minItems":1,"items":{"$ref":"#/definitions/kb"},"description":"Numbers that were not to be taken; left out where there are none."},"media-build":{"$ref":"#/definitions/build"}}},"updates":{"type":"array","minItems":1,"items":{"$ref":"#/definitions/update"},"description":"At least one update."}},"definitions":{"date":{"type":"string","pattern":"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$","description":"A day such as 2026-11-10."},"month":{"type":"string","pattern":"^[0-9]{4}-(0[1-9]|1[0-2])$","description":"A month such as 2026-11."},"build":{"type":"string","pattern":"^[0-9]{5}\\\\.[0-9]{1,6}$","description":"A build of Windows s' +
'uch as 17763.8027."},"kb":{"type":"string","pattern":"^KB[0-9]{6,8}$","description":"A number such as KB5005112."},"sha1":{"type":"string","pattern":"^[0-9a-f]{40}$","description":"40 hexadecimal digits, lower case."},"sha256":{"type":"string","pattern":"^[0-9a-f]{64}$","description":"64 hexadecimal digits, lower case."},"update":{"type":"object","additionalProperties":false,"required":["kb","kind","title","update-id","reason","files"],"properties":{"kb":{"$ref":"#/definitions/kb"},"kind":{"enum":["servicing-stack","cumulative","dotnet"]},"title":{"type":"string"},"update-id":{"type":"string","description":"GUID of the catalog\'s entry."},"month":{"$ref":"#/definitions/month"},"date":{"$ref":"#/definitions/date"},"build":{"$ref":"#/definitions/build"},"letter":{"type":"string","description":"B regular, OOB out-of-band, C and D previews."},"reason":{"type":"string","description":"Why it was chosen."},"optional":{"type":"boolean","description":"It may turn out not to apply to the image."' +
'},"files":{"type":"array","minItems":1,"items":{"$ref":"#/definitions/file"},"description":"At least the file of the update itself."}}},"file":{"type":"object","additionalProperties":false,"required":["name","kb","kind","url","size","sha1","sha256"],"properties":{"name":{"type":"string","pattern":"^[A-Za-z0-9_][A-Za-z0-9_.+()-]{0,200}$","description":"The name of a file without its folder."},"kb":{"$ref":"#/definitions/kb"},"kind":{"enum":["servicing-stack","cumulative","dotnet","checkpoint"]},"url":{"type":"string","pattern":"^https?://[^/?#@\\\\s]+(?:[/?#]|$)","description":"An http or https address without a user name."},"size":{"type":"integer","minimum":1},"sha1":{"$ref":"#/definitions/sha1"},"sha256":{"$ref":"#/definitions/sha256"}}}}}'));
// EXTERNAL MODULE: ./.cache/build/src/errors.js
var errors = __webpack_require__(41251);
// EXTERNAL MODULE: ./.cache/build/src/files/explain-path-error.js
var explain_path_error = __webpack_require__(49094);
// EXTERNAL MODULE: ./.cache/build/src/files/partial-file.js
var partial_file = __webpack_require__(38258);
// EXTERNAL MODULE: ./.cache/build/src/files/replace-file.js
var replace_file = __webpack_require__(17785);
// EXTERNAL MODULE: ./.cache/build/src/template/fault-words.js
var fault_words = __webpack_require__(76621);
// EXTERNAL MODULE: ./.cache/build/src/products/product.js
var product = __webpack_require__(39652);
// EXTERNAL MODULE: ./.cache/build/src/template/template.js
var template = __webpack_require__(72591);
// EXTERNAL MODULE: ./.cache/build/src/updates/build-number.js
var build_number = __webpack_require__(29129);
// EXTERNAL MODULE: ./.cache/build/src/updates/release-request.js
var release_request = __webpack_require__(83410);
// EXTERNAL MODULE: ./.cache/build/src/updates/update-title.js
var update_title = __webpack_require__(78933);
;// CONCATENATED MODULE: ./.cache/build/src/updates/check-lock.js
/**
 * Whether a lock makes sense: a merge can leave a file that is well-formed and yet names a checkpoint without its target, the file of
 * another update, or nothing at all. Found here it is found in the pull request, not in the image.
 */





/** @param lock as the schema accepts it @returns one clause each; empty when it makes sense */
function lockFaults(lock) {
    const facts = product/* PRODUCT_FACTS */.sn[lock.request.product];
    return [
        ...lock.updates.flatMap((update) => updateFaults(update, facts)),
        ...twice(lock.updates.map(({ kb }) => kb)).map((kb) => `it holds ${kb} twice`),
        ...requestFaults(lock, facts),
        ...releaseFaults(lock, facts),
        ...summaryFaults(lock),
    ];
}
function updateFaults(update, facts) {
    const { kb, kind, files, build } = update;
    const faults = [];
    const [target, ...others] = files.filter((file) => file.kind === kind);
    if (!target)
        faults.push(`${kb} has no file of its own kind, ${kind}`);
    if (others.length > 0)
        faults.push(`${kb} has more than one file of the kind ${kind}`);
    // The number of a .NET entry is that of a parent; its files have numbers of their own.
    if (target && kind !== 'dotnet' && target.kb !== kb) {
        faults.push(`the file of ${kb}, ${target.name}, is one of ${target.kb}`);
    }
    for (const file of files) {
        if (file.kind !== kind && file.kind !== 'checkpoint')
            faults.push(`${file.name} of ${kb} is of the kind ${file.kind}`);
        if (file.kind === 'checkpoint' && (kind !== 'cumulative' || !facts.checkpoints)) {
            faults.push(`${kb} of ${facts.name} has a checkpoint, ${file.name}, and can have none`);
        }
        if (file.kind === 'checkpoint' && file.kb === kb)
            faults.push(`${kb} has itself as a checkpoint`);
        faults.push(...nameFaults(file));
    }
    faults.push(...twice(files.map(({ name }) => name)).map((name) => `${kb} has the file ${name} twice`));
    faults.push(...titleFaults(update));
    if (build !== undefined && kind !== 'dotnet' && (0,build_number/* parseBuild */.EH)(build)?.number !== facts.build) {
        faults.push(`${kb} has the build ${build}, and ${facts.name} is ${facts.build}`);
    }
    return faults;
}
/** What a title of the catalog says beside the number: `2026-09 Cumulative Update … (KB5122871) (26100.33438)`. */
function titleFaults({ kb, title, month, date, build, letter }) {
    const titled = (0,update_title/* readTitle */.tS)(title);
    const faults = [];
    if (titled.kb !== undefined && titled.kb !== kb)
        faults.push(`the title of ${kb} is that of ${titled.kb}`);
    if (titled.month !== undefined && month !== undefined && month !== titled.month) {
        faults.push(`the month of ${kb} is ${month}, and its title says ${titled.month}`);
    }
    // Without a title to go by it is that of the release information, whose B releases come out on Patch Tuesday.
    if (titled.month === undefined && month !== undefined && letter === 'B' && date?.startsWith(month) === false) {
        faults.push(`the month of ${kb} is ${month}, and it came out on ${date}`);
    }
    if (titled.build !== undefined && build === undefined) {
        faults.push(`the build of ${kb} is missing, and its title says ${titled.build}`);
    }
    if (date !== undefined && !isDay(date))
        faults.push(`${kb} came out on ${date}, which is no day`);
    return faults;
}
/** The schema lets 2026-02-31 pass. */
function isDay(date) {
    const parsed = new Date(`${date}T00:00:00Z`);
    return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date);
}
/** Names of Microsoft's files hold number and SHA-1: `windows11.0-kb5122871-x64_<40 digits>.msu`. */
function nameFaults({ name, kb, sha1 }) {
    const faults = [];
    const named = (0,update_title/* kbOf */.h_)(name.replaceAll('_', '-'));
    if (named !== undefined && named !== kb)
        faults.push(`${name} is one of ${named} by its name, of ${kb} by the lock`);
    const digest = /_([0-9a-f]{40})\.\w+$/i.exec(name)?.[1]?.toLowerCase();
    if (digest !== undefined && digest !== sha1)
        faults.push(`${name} has another SHA-1 in its name than in the lock`);
    return faults;
}
/** What was asked for is there, and nothing else. */
function requestFaults({ request, updates }, facts) {
    const faults = [];
    const media = request['media-build'];
    if (media !== undefined && (0,build_number/* parseBuild */.EH)(media)?.number !== facts.build) {
        faults.push(`media-build ${media} is not ${facts.name}, which is ${facts.build}`);
    }
    for (const kb of request.exclude ?? []) {
        const isThere = updates.some((update) => update.kb === kb || update.files.some((file) => file.kb === kb));
        if (isThere)
            faults.push(`${kb} is excluded and there`);
    }
    const kbs = request.release.filter((text) => text.startsWith('KB'));
    for (const kb of kbs) {
        const isThere = updates.some((update) => update.kb === kb || update.files.some((file) => file.kb === kb));
        if (!isThere)
            faults.push(`${kb} was asked for and is not there`);
    }
    if (kbs.length > 0)
        return faults;
    for (const { kb, kind } of updates) {
        if (!request.include.includes(kind))
            faults.push(`${kb} is of the kind ${kind}, which was not asked for`);
    }
    const expected = request.include.filter((kind) => {
        if (kind === 'servicing-stack')
            return facts.servicingStack === 'separate';
        return kind === 'cumulative' || facts.dotnet !== undefined;
    });
    for (const kind of expected) {
        if (!updates.some((update) => update.kind === kind))
            faults.push(`an update of the kind ${kind} was asked for and is not there`);
    }
    for (const { kb, kind, belowUbr, whenUnknown, evidence } of facts.baselines) {
        const ubr = media === undefined ? undefined : (0,build_number/* parseBuild */.EH)(media)?.ubr;
        // What is only reported to be needed is left out with a warning where the catalog does not have it.
        const isNeeded = evidence === 'documented' && (ubr === undefined ? whenUnknown : ubr < belowUbr);
        if (!isNeeded || !request.include.includes(kind) || !request.include.includes('cumulative'))
            continue;
        if (!updates.some((update) => update.kb === kb))
            faults.push(`media ${media ?? 'of an unknown build'} need ${kb} first, and it is not there`);
    }
    return faults;
}
/** A merge can take the request of one side and the updates of the other. */
function releaseFaults({ request, updates }, facts) {
    const [asked = ''] = request.release;
    if (asked.startsWith('KB'))
        return [];
    const faults = [];
    for (const { kb, kind, month, date, letter, title } of updates) {
        if (kind !== 'cumulative' || facts.baselines.some((rule) => rule.kb === kb))
            continue;
        if (/^\d{4}-\d{2}$/.test(asked) && month !== undefined && month !== asked) {
            faults.push(`${kb} is of ${month}, and ${asked} was asked for`);
        }
        // With a letter the day is that of the release information; the catalog dates its rows anew at times.
        if (/^\d{4}-\d{2}-\d{2}$/.test(asked) && letter !== undefined && date !== undefined && date > asked) {
            faults.push(`${kb} came out on ${date}, after ${asked}`);
        }
        const channel = (0,update_title/* readTitle */.tS)(title).preview ? 'preview' : letter && (0,release_request/* channelOfLetter */.VK)(letter);
        if (channel && template/* CHANNELS */.l_.indexOf(channel) > template/* CHANNELS */.l_.indexOf(request.channel)) {
            faults.push(`${kb} is of the channel ${channel}, and ${request.channel} was asked for`);
        }
    }
    return faults;
}
/** Date and build at the top are those of the updates below. */
function summaryFaults({ date, build, updates }) {
    const dates = updates.flatMap((update) => update.date ?? []).sort();
    const newest = dates.at(-1);
    const faults = newest === undefined || newest === date ? [] : [`its date is ${date}, that of its newest update ${newest}`];
    const builds = updates
        .filter(({ kind }) => kind === 'cumulative')
        .flatMap((update) => (update.build === undefined ? [] : ((0,build_number/* parseBuild */.EH)(update.build) ?? [])));
    const highest = builds.sort(build_number/* compareBuilds */.V4).at(-1);
    if (highest && build !== (0,build_number/* formatBuild */.s6)(highest)) {
        faults.push(`its build is ${build ?? 'missing'}, that of its newest update ${(0,build_number/* formatBuild */.s6)(highest)}`);
    }
    return faults;
}
/** Each value that is there more than once, once. */
function twice(values) {
    return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}

// EXTERNAL MODULE: ./.cache/build/src/updates/compare-text.js
var compare_text = __webpack_require__(35206);
;// CONCATENATED MODULE: ./.cache/build/src/updates/lock-file.js
/** The lock file, read and written. Same lock, same inputs. */










/** Where the lock of a template lies. @param template its path */
function lockPath(template) {
    return `${template.replace(/\.ya?ml$/, '')}.lock.json`;
}
/** @returns undefined when there is no such file. @throws UserError lock-invalid with what is wrong where */
async function readLock(path) {
    let text;
    try {
        text = await (0,promises_.readFile)(path, 'utf8');
    }
    catch (error) {
        if ((0,errors/* hasErrnoCode */.qk)(error, 'ENOENT'))
            return undefined;
        throw (0,explain_path_error/* explainPathError */.n)(error, { what: 'the lock file', path, input: 'lock-file' });
    }
    return parseLock(text, path);
}
const LOCK = { whole: 'the lock', file: 'a lock file', schema: 'schema/lock.schema.json' };
/** Faults that one message tells. */
const MAX_TOLD = 5;
let compiled;
/** Compiled when it is first asked for, and once: it takes longer than all that it checks. */
function schemaValidator() {
    compiled ??= new ajv.Ajv({ allErrors: true, verbose: true }).compile(lock_schema_namespaceObject);
    return compiled;
}
/** A merge that took both sides leaves such a text. @param text valid JSON @returns the first key that an object has twice */
function keyTwice(text) {
    const open = [];
    for (const [token, colon] of text.matchAll(/[{}]|"(?:[^"\\]|\\.)*"(\s*:)?/g)) {
        if (token === '{')
            open.push(new Set());
        else if (token === '}')
            open.pop();
        else if (colon !== undefined) {
            const key = JSON.parse(token.slice(0, token.length - colon.length));
            if (open.at(-1)?.has(key))
                return key;
            open.at(-1)?.add(key);
        }
    }
    return undefined;
}
/** @throws UserError lock-invalid for what the schema refuses, and for what makes no sense */
function parseLock(text, path) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch (cause) {
        throw invalid(path, `it is no JSON: ${cause instanceof Error ? cause.message : String(cause)}`, cause);
    }
    const key = keyTwice(text);
    if (key !== undefined)
        throw invalid(path, `it has the key "${key}" twice in one object, and only the last counts`);
    const validate = schemaValidator();
    if (validate(value)) {
        const faults = lockFaults(value);
        if (faults.length === 0)
            return value;
        throw invalid(path, faults.join('; '));
    }
    const faults = (0,fault_words/* describeFaults */.Z)(validate.errors ?? [], LOCK);
    const told = faults.slice(0, MAX_TOLD).map(({ message, hint }) => `${message}. ${hint}`);
    const more = faults.length > MAX_TOLD ? ` And ${faults.length - MAX_TOLD} more.` : '';
    throw invalid(path, `${told.join(' ')}${more}`);
}
/**
 * Finds out before the work whether a lock can be written there; what is there stays as it is.
 * @throws UserError file-missing, file-denied, path-invalid
 */
async function requireLockPlace(path) {
    try {
        await (await (0,partial_file/* createPartialFile */.k)(path)).discard();
    }
    catch (error) {
        if (!(error instanceof errors/* UserError */.yo))
            throw error;
        throw new errors/* UserError */.yo(error.code, `Input lock-file: ${error.message}`, error.hint, { cause: error });
    }
}
/** The same lock is the same bytes. @throws UserError as `replaceFile` */
async function writeLock(path, lock) {
    await (0,replace_file/* replaceFile */.f)(path, formatLock(lock));
}
function formatLock(lock) {
    return `${JSON.stringify(lock, null, 2)}\n`;
}
/** @throws UserError lock-invalid that names every difference between what the lock answers and what is asked now */
function requireSameRequest(lock, request, path) {
    const differences = Object.keys({ ...lock.request, ...request })
        .filter((key) => lock_file_text(lock.request[key]) !== lock_file_text(request[key]))
        .sort(compare_text/* compareText */.n);
    if (differences.length === 0)
        return;
    const list = differences.map((key) => `${key}: ${lock_file_text(lock.request[key])} in the lock, ${lock_file_text(request[key])} now`);
    throw new errors/* UserError */.yo('lock-invalid', `${path} was made for another request (${list.join('; ')})`, 'Set update-lock: true to make it anew, or put the inputs back.');
}
function lock_file_text(value) {
    if (value === undefined)
        return 'not set';
    return typeof value === 'string' ? value : [...value].sort(compare_text/* compareText */.n).join(', ');
}
function invalid(path, what, cause) {
    return new errors/* UserError */.yo('lock-invalid', `The lock file ${path} is not valid: ${what}`, 'Restore it from version control, or set update-lock: true to make it anew.', cause === undefined ? {} : { cause });
}


/***/ }),

/***/ 61124:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ tellPage)
/* harmony export */ });
/* harmony import */ var node_html_parser__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26369);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/** What came in place of a page of Microsoft's: a proxy or a sign-in answers with status 200 too, and its title says who it was. */


/** Longer titles are cut. */
const MAX_TITLE = 80;
/**
 * @param error of a reader of pages @param html what it read
 * @returns the error as it is, but for catalog-changed: that says what the page calls itself, and that it may be another's
 */
function tellPage(error, html) {
    if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo) || error.code !== 'catalog-changed')
        return error;
    const title = (0,node_html_parser__WEBPACK_IMPORTED_MODULE_1__/* .parse */ .qg)(html).querySelector('title')?.text.replaceAll(/\s+/g, ' ').trim().slice(0, MAX_TITLE);
    const came = title === undefined || title === '' ? 'a page without a title' : `a page titled "${title}"`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(error.code, `${error.message}. What came is ${came}`, `If that is the page of a proxy or a sign-in, let this machine through to the host (HTTPS_PROXY, NO_PROXY). Else: ${error.hint}`, { cause: error });
}


/***/ }),

/***/ 8346:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ compareEntries),
/* harmony export */   x: () => (/* binding */ pickRelease)
/* harmony export */ });
/* harmony import */ var _products_product_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39652);
/* harmony import */ var _template_template_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(72591);
/* harmony import */ var _build_number_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29129);
/* harmony import */ var _compare_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(35206);
/* harmony import */ var _release_request_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83410);
/** Picks the cumulative update out of the release information, and says what else it lists and why that was left out. */





/** @param entries of one product, in any order */
function pickRelease(entries, question) {
    const level = _template_template_js__WEBPACK_IMPORTED_MODULE_3__/* .CHANNELS */ .l_.indexOf(question.channel);
    const inTime = entries.filter((entry) => isInTime(entry, question.release)).toSorted(compareEntries);
    const picked = inTime.findLast(({ kb, letter }) => _template_template_js__WEBPACK_IMPORTED_MODULE_3__/* .CHANNELS */ .l_.indexOf((0,_release_request_js__WEBPACK_IMPORTED_MODULE_2__/* .channelOfLetter */ .VK)(letter)) <= level && !question.exclude.includes(kb));
    const passed = picked ? inTime.filter((entry) => compareEntries(entry, picked) > 0) : inTime;
    return {
        entry: picked,
        considered: passed.map((entry) => describe(entry, question)),
        findings: [...(picked ? outOfBandFindings(picked, passed) : [])],
    };
}
function isInTime(entry, release) {
    if (release.kind === 'month')
        return entry.month === release.month;
    if (release.kind === 'until')
        return entry.date <= release.date;
    return release.kind === 'latest' || release.kbs.includes(entry.kb);
}
/** Servicing month, then build, then date. */
function compareEntries(a, b) {
    return ((0,_compare_text_js__WEBPACK_IMPORTED_MODULE_4__/* .compareText */ .n)(a.month, b.month) ||
        (0,_build_number_js__WEBPACK_IMPORTED_MODULE_1__/* .compareBuilds */ .V4)(a.build, b.build) ||
        (0,_compare_text_js__WEBPACK_IMPORTED_MODULE_4__/* .compareText */ .n)(a.date, b.date) ||
        (0,_compare_text_js__WEBPACK_IMPORTED_MODULE_4__/* .compareText */ .n)(a.kb, b.kb));
}
function describe(entry, { channel, exclude }) {
    return {
        kb: entry.kb,
        title: `${entry.month} ${entry.letter}, build ${(0,_build_number_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBuild */ .s6)(entry.build)} (release information)`,
        updateId: '',
        date: entry.date,
        chosen: false,
        reason: exclude.includes(entry.kb)
            ? 'excluded by the template'
            : `a release of channel ${(0,_release_request_js__WEBPACK_IMPORTED_MODULE_2__/* .channelOfLetter */ .VK)(entry.letter)}; the channel is ${channel}`,
    };
}
/** Both directions are worth saying: a fix that was passed over, and that the choice is one. */
function outOfBandFindings(picked, passed) {
    const name = _products_product_js__WEBPACK_IMPORTED_MODULE_0__/* .PRODUCT_FACTS */ .sn[picked.product].name;
    if (picked.letter === 'OOB') {
        return [
            {
                code: 'out-of-band-chosen',
                severity: 'info',
                seen: `${picked.kb} of ${picked.date} is an out-of-band release of ${name} (build ${(0,_build_number_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBuild */ .s6)(picked.build)}).`,
                remedy: 'Set channel: regular to stay with the Patch Tuesday release.',
            },
        ];
    }
    const newest = passed.findLast((entry) => entry.letter === 'OOB');
    if (!newest)
        return [];
    return [
        {
            code: 'out-of-band-available',
            severity: 'info',
            seen: `${newest.kb} of ${newest.date} is an out-of-band release newer than ${picked.kb} (build ${(0,_build_number_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBuild */ .s6)(newest.build)}).`,
            remedy: 'Set channel: out-of-band when its fix matters to you.',
        },
    ];
}


/***/ }),

/***/ 64135:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ readPage)
/* harmony export */ });
/* harmony import */ var _catalog_trouble_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87662);
/** Reads a page of Microsoft's sites into memory. */

const MAX_PAGE_BYTES = 16 * 2 ** 20;
/** The text of a page, bounded. @throws Transient (catalog-unavailable) when the connection breaks or the page has no end */
async function readPage(body, what) {
    const chunks = [];
    let size = 0;
    try {
        for await (const chunk of body) {
            size += chunk.length;
            if (size > MAX_PAGE_BYTES)
                break;
            chunks.push(chunk);
        }
    }
    catch (error) {
        throw (0,_catalog_trouble_js__WEBPACK_IMPORTED_MODULE_0__/* .catalogTrouble */ .t)(what, `the connection broke: ${error instanceof Error ? error.message : String(error)}`, error);
    }
    if (size > MAX_PAGE_BYTES)
        throw (0,_catalog_trouble_js__WEBPACK_IMPORTED_MODULE_0__/* .catalogTrouble */ .t)(what, `the page is larger than ${MAX_PAGE_BYTES} bytes`);
    return Buffer.concat(chunks).toString('utf8');
}


/***/ }),

/***/ 83410:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BC: () => (/* binding */ parseRelease),
/* harmony export */   NC: () => (/* binding */ describeRelease),
/* harmony export */   VK: () => (/* binding */ channelOfLetter),
/* harmony export */   W9: () => (/* binding */ releaseTexts),
/* harmony export */   al: () => (/* binding */ latestUntil),
/* harmony export */   gO: () => (/* binding */ parseKbs),
/* harmony export */   uO: () => (/* binding */ patchTuesday)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/* harmony import */ var _compare_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35206);
/** Which release was asked for: the input `release` of fetch-updates and `updates.release` of a template. */


/**
 * Reads `latest`, `2026-11`, `2026-11-15` or a list of KB numbers.
 * @param what the input or key, for the message
 * @throws UserError input-invalid
 */
function parseRelease(values, what) {
    const [first, ...rest] = values;
    if (first !== undefined && rest.length === 0) {
        if (first.toLowerCase() === 'latest')
            return { kind: 'latest' };
        if (/^\d{4}-(?:0[1-9]|1[0-2])$/.test(first))
            return { kind: 'month', month: first };
        if (/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(first))
            return { kind: 'until', date: first };
    }
    const kbs = values.map(readKb);
    if (values.length > 0 && kbs.every((kb) => kb !== undefined))
        return { kind: 'kbs', kbs: sortedOnce(kbs) };
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('input-invalid', `${what}: "${values.join(', ')}" is not a release`, 'Write latest, a month such as 2026-11, a date such as 2026-11-15, or KB numbers such as KB5005112.');
}
/**
 * Reads `KB5005112` or `5005112`.
 * @returns each once, in order
 * @throws UserError input-invalid
 */
function parseKbs(values) {
    return sortedOnce(values.map((value) => {
        const kb = readKb(value);
        if (kb !== undefined)
            return kb;
        const hint = 'Write KB numbers such as KB5005112, one per line or with commas between them.';
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('input-invalid', `"${value}" is not a KB number`, hint);
    }));
}
function readKb(value) {
    const digits = /^(?:kb)?(\d{6,8})$/i.exec(value)?.[1];
    return digits === undefined ? undefined : `KB${digits}`;
}
function sortedOnce(kbs) {
    return [...new Set(kbs)].sort(_compare_text_js__WEBPACK_IMPORTED_MODULE_1__/* .compareText */ .n);
}
/**
 * Patience: of what is asked for as the latest, only what was out on a day. Who names a month, a day or KBs has chosen already.
 * @param until ISO date; undefined: all that is out counts
 */
function latestUntil(release, until) {
    return release.kind === 'latest' && until !== undefined ? { kind: 'until', date: until } : release;
}
/** The request as an input writes it. */
function releaseTexts(request) {
    if (request.kind === 'kbs')
        return request.kbs;
    if (request.kind === 'month')
        return [request.month];
    return [request.kind === 'until' ? request.date : 'latest'];
}
function describeRelease(request) {
    if (request.kind === 'latest')
        return 'the latest release';
    if (request.kind === 'month')
        return `the release of ${request.month}`;
    return request.kind === 'until' ? `the newest release of ${request.date} or before` : request.kbs.join(', ');
}
/** The second Tuesday of a month `2026-11`, ISO date. */
function patchTuesday(month) {
    const first = new Date(`${month}-01T00:00:00Z`);
    const day = 1 + ((2 - first.getUTCDay() + 7) % 7) + 7;
    return `${month}-${String(day).padStart(2, '0')}`;
}
/** The channel a release letter belongs to; C and D are previews. */
function channelOfLetter(letter) {
    if (letter === 'B')
        return 'regular';
    return letter === 'OOB' ? 'out-of-band' : 'preview';
}


/***/ }),

/***/ 75983:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ describeStand),
/* harmony export */   w: () => (/* binding */ releaseStand)
/* harmony export */ });
/* harmony import */ var _pick_release_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8346);
/** How the chosen cumulative update stands to what the release information knows. */

/** @param entries of one product, in any order */
function releaseStand(entries, chosen) {
    const named = (entry) => ({
        kb: entry.kb,
        date: entry.date,
        name: `${entry.month} ${entry.letter}`,
    });
    const own = entries.find(({ kb }) => kb === chosen.kb);
    const told = own ? named(own) : { kb: chosen.kb, date: chosen.date };
    const newest = entries.toSorted(_pick_release_js__WEBPACK_IMPORTED_MODULE_0__/* .compareEntries */ .w).at(-1);
    if (!newest)
        return { chosen: told };
    const daysBetween = Math.round((Date.parse(newest.date) - Date.parse(told.date)) / 86_400_000);
    return { newestKnown: named(newest), chosen: told, daysBetween };
}
/** One sentence for log and summary. */
function describeStand({ newestKnown, chosen, daysBetween }) {
    const say = ({ kb, date, name }) => `${kb} of ${date}${name === undefined ? '' : ` (${name})`}`;
    const newest = newestKnown ? say(newestKnown) : 'not known, for want of the release information';
    const days = daysBetween === undefined ? '' : `; days between: ${daysBetween}`;
    return `Newest known: ${newest}; chosen: ${say(chosen)}${days}.`;
}


/***/ }),

/***/ 61494:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  h: () => (/* binding */ lockRequest),
  R: () => (/* binding */ resolveUpdates)
});

// EXTERNAL MODULE: ./.cache/build/src/products/product.js
var product = __webpack_require__(39652);
// EXTERNAL MODULE: ./.cache/build/src/updates/build-number.js
var build_number = __webpack_require__(29129);
// EXTERNAL MODULE: ./.cache/build/src/errors.js
var errors = __webpack_require__(41251);
// EXTERNAL MODULE: ./.cache/build/src/updates/compare-text.js
var compare_text = __webpack_require__(35206);
// EXTERNAL MODULE: ./.cache/build/src/updates/search-page.js
var search_page = __webpack_require__(25415);
// EXTERNAL MODULE: ./.cache/build/src/updates/update-title.js
var update_title = __webpack_require__(78933);
;// CONCATENATED MODULE: ./.cache/build/src/updates/choose-files.js
/** Chooses among the files of one catalog entry: the target and its checkpoints, or the file for the runtime that is in the box. */




/**
 * @param files as the dialog gave them, in any order
 * @returns for products with checkpoints the checkpoints (ascending) and then the target; else exactly one file
 * @throws UserError catalog-changed when no file fits, or more than one does; input-invalid when the one that fits is excluded
 */
function chooseFiles(candidate, files, facts, { architecture, exclude }) {
    const { targets, fitting, left } = sift(candidate, files, facts, architecture);
    const [target] = targets;
    if (!target || targets.length > 1) {
        const named = (target ? targets : files).map((file) => file.name).join(', ') || 'none';
        const wanted = target ? 'a single file' : 'a file';
        throw (0,search_page/* pageChanged */.EC)('download', `${wanted} of ${candidate.kb} for ${architecture} (it names ${named})`);
    }
    if (exclude.includes(target.kb))
        throw excluded(target.kb, candidate.kb, facts);
    const isCheckpoint = ({ kb }) => facts.checkpoints && candidate.kind === 'cumulative' && kb !== candidate.kb;
    const checkpoints = [];
    for (const file of fitting) {
        if (file === target)
            continue;
        if (!isCheckpoint(file))
            left.push({ name: file.name, reason: `not the file of ${candidate.kb}` });
        else if (exclude.includes(file.kb))
            left.push({ name: file.name, reason: 'excluded by the template' });
        else
            checkpoints.push({ ...file, kind: 'checkpoint' });
    }
    return { files: [...checkpoints.sort((a, b) => kbNumber(a.kb) - kbNumber(b.kb)), target], left };
}
/** The row's number is that of a parent: with it excluded the row before is chosen, with the file's number nothing is left of this one. */
function excluded(file, parent, facts) {
    return new errors/* UserError */.yo('input-invalid', `exclude (updates.exclude of the template) names ${file}, which is what ${parent} has for ${facts.name}`, `Name ${parent} there: the newest one before it is taken then.`);
}
/** The file that an entry is about, by its name; undefined when it has none for this system. */
function fittingTarget(candidate, files, facts, architecture) {
    return sift(candidate, files, facts, architecture).targets[0];
}
function sift(candidate, files, facts, architecture) {
    const left = [];
    const fitting = [];
    // A file that is listed twice is one.
    const once = [...new Map(files.map((file) => [`${file.name} ${file.sha1} ${file.sha256}`, file])).values()];
    for (const file of once.sort((a, b) => (0,compare_text/* compareText */.n)(a.name, b.name))) {
        const reason = unfit(file.name, candidate, facts, architecture);
        if (reason === undefined)
            fitting.push(describe(file, candidate));
        else
            left.push({ name: file.name, reason });
    }
    const own = candidate.kind === 'dotnet' ? fitting : fitting.filter((file) => file.kb === candidate.kb);
    // The same package as .msu and as .cab: the one that DISM takes everywhere.
    const packages = own.filter(({ name }) => /\.msu$/i.test(name));
    return { targets: packages.length > 0 ? packages : own, fitting, left };
}
function unfit(name, candidate, facts, architecture) {
    const lower = name.toLowerCase();
    if (!/\.(?:msu|cab)$/.test(lower))
        return 'neither .msu nor .cab';
    if ((0,update_title/* kbOf */.h_)(lower.replaceAll('_', '-')) === undefined)
        return 'its name holds no KB number';
    // The dialog's own architecture field is unreliable; the name is not.
    const named = /-(x64|x86|arm64)[-_.]/.exec(lower)?.[1];
    if (named !== architecture)
        return `for ${named ?? 'no architecture that its name tells'}`;
    if (/-(?:express|delta)[-_.]/.test(lower))
        return 'an express or delta package, which DISM cannot add';
    if (candidate.kind === 'dotnet') {
        const mark = /-(ndp\d+)[-_.]/.exec(lower)?.[1] ?? '';
        if (mark !== facts.dotnet?.fileMark) {
            return `for a runtime that is not part of ${facts.name} (it has .NET Framework ${facts.dotnet?.runtime ?? 'in its cumulative update'})`;
        }
    }
    return undefined;
}
function describe(file, candidate) {
    return { ...file, kb: (0,update_title/* kbOf */.h_)(file.name.replaceAll('_', '-')) ?? '', kind: candidate.kind };
}
function kbNumber(kb) {
    return Number(kb.slice(2));
}

// EXTERNAL MODULE: ./.cache/build/src/template/template.js
var template = __webpack_require__(72591);
;// CONCATENATED MODULE: ./.cache/build/src/updates/judge-row.js
/** What speaks against a row of the catalog: its kind and its system, by title and by Products. */

/**
 * What a title says, with the kind that its number is known to be of: until 2019 servicing stacks are titled like any other update,
 * `2018-11 Update for Windows Server 2016 for x64-based Systems (KB4465659)`.
 */
function knownByNumber(title, { facts }) {
    if (title.kind !== 'other' || title.delta || title.hotpatch)
        return title;
    const known = facts.baselines.find(({ kb }) => kb === title.kb);
    return known ? { ...title, kind: known.kind } : title;
}
/** Why a title is of another kind than is wanted; undefined when it is not. */
function unfitKind(title, want) {
    if (title.hotpatch)
        return 'a hotpatch: it needs a running system at its baseline';
    if (title.kind === 'dynamic')
        return 'a Dynamic Update: it is for installation media and WinRE, not for the image';
    if (title.delta)
        return 'a delta update: it needs the month before it';
    if (title.kind === 'other')
        return 'neither a cumulative nor a servicing-stack nor a .NET Framework update';
    if (title.kind === 'dotnet') {
        const runtime = want.facts.dotnet?.runtime;
        if (runtime !== undefined && !title.runtimes.includes(runtime))
            return `not for .NET Framework ${runtime}, which is part of ${want.facts.name}`;
    }
    if (want.kind === 'any' || want.kind === title.kind)
        return undefined;
    if (title.kind === 'dotnet')
        return 'a .NET Framework update';
    return title.kind === 'servicing-stack' ? 'a servicing-stack update' : 'a cumulative update of Windows';
}
/** Why a row is for another system; undefined when it is not. */
function unfitSystem(row, title, want) {
    if (title.architecture !== want.architecture)
        return `for ${title.architecture ?? 'an architecture its title does not name'}`;
    const { facts } = want;
    if (!facts.titleNames.some((name) => (0,update_title/* normalise */.j7)(name) === title.system)) {
        return `for ${title.system ?? 'another system'}, not ${facts.name}`;
    }
    return unfitProducts(row, want);
}
/** Why a row's Products are another system's; undefined when they are not. */
function unfitProducts(row, { facts }) {
    const products = row.products.map(update_title/* normalise */.j7);
    if (facts.catalogProducts.some((product) => products.includes((0,update_title/* normalise */.j7)(product))))
        return undefined;
    return `its products are ${row.products.join(', ')}, not ${facts.catalogProducts.join(' or ')}`;
}

// EXTERNAL MODULE: ./.cache/build/src/updates/release-request.js
var release_request = __webpack_require__(83410);
;// CONCATENATED MODULE: ./.cache/build/src/updates/regular-releases.js
/** Tells the regular release of a month from fixes between them where the release information does not. */





const DAY_MS = 86_400_000;
/**
 * The regular release of each month where the release information does not tell: of the cumulative updates that were out from the
 * day before Patch Tuesday on the first one, by build and then by date. A row that was dated anew is still its month's first;
 * what came out three days after Patch Tuesday is not (KB5058920 of 2025-04-11 beside KB5055526 of 04-08).
 */
function regularOfMonths(rows, want) {
    const first = new Map();
    for (const row of rows) {
        const title = (0,update_title/* readTitle */.tS)(row.title);
        const { kb, month, kind, preview } = title;
        if (kb === undefined || month === undefined || kind !== 'cumulative' || preview)
            continue;
        if (unfitKind(title, want) !== undefined || unfitSystem(row, title, want) !== undefined)
            continue;
        if (Date.parse(row.date) < Date.parse((0,release_request/* patchTuesday */.uO)(month)) - DAY_MS)
            continue;
        const known = first.get(month);
        if (!known || isEarlier({ row, title }, known))
            first.set(month, { row, title, kb });
    }
    return new Set([...first.values()].map(({ kb }) => kb));
}
function isEarlier(a, b) {
    const builds = (a.title.build && (0,build_number/* parseBuild */.EH)(a.title.build)?.ubr) || 0;
    const others = (b.title.build && (0,build_number/* parseBuild */.EH)(b.title.build)?.ubr) || 0;
    if (builds > 0 && others > 0 && builds !== others)
        return builds < others;
    return ((0,compare_text/* compareText */.n)(a.row.date, b.row.date) || (0,compare_text/* compareText */.n)(a.row.updateId, b.row.updateId)) < 0;
}

;// CONCATENATED MODULE: ./.cache/build/src/updates/choose-update.js
/** Chooses one update among catalog rows, and says of every other row why it was left out. A function of the set of rows alone. */







function chooseUpdate(rows, want) {
    const unique = [...new Map(rows.map((row) => [row.updateId, row])).values()].sort(compareRows);
    const regular = regularOfMonths(unique, want);
    const judged = unique.map((row) => ({ row, judgement: judge(row, want, regular) }));
    const candidates = judged.flatMap(({ judgement }) => (typeof judgement === 'string' ? [] : [judgement]));
    const chosen = candidates.toSorted(olderFirst).at(-1);
    return {
        chosen,
        considered: judged.map(({ row, judgement }) => ({
            kb: (0,update_title/* readTitle */.tS)(row.title).kb ?? '',
            title: row.title,
            updateId: row.updateId,
            date: row.date,
            chosen: judgement === chosen,
            reason: typeof judgement === 'string' ? judgement : reasonAmong(judgement, chosen),
        })),
    };
}
/** The candidate, or why the row is none. */
function judge(row, want, regular) {
    const title = knownByNumber((0,update_title/* readTitle */.tS)(row.title), want);
    const { kb } = title;
    if (kb === undefined)
        return 'its title names no KB';
    if (want.exclude.includes(kb))
        return 'excluded by the template';
    return (unfitKind(title, want) ??
        unfitSystem(row, title, want) ??
        unfitRelease(row, kb, title, want, regular) ?? {
        row,
        kb,
        kind: title.kind,
        month: title.month,
        date: want.entries.get(kb)?.date ?? row.date,
        build: buildOf(kb, title, want),
        letter: want.entries.get(kb)?.letter,
        runtimes: title.runtimes,
    });
}
function unfitRelease(row, kb, title, want, regular) {
    const { release } = want;
    if (release.kind === 'kbs')
        return release.kbs.includes(kb) ? undefined : `not one of ${release.kbs.join(', ')}`;
    const entry = want.entries.get(kb);
    const date = entry?.date ?? row.date;
    const day = dayOf(release);
    // Rows are dated anew at times: one of a month before is no fix between the months only where it is that month's regular one.
    const isOlder = entry === undefined && isOlderMonth(title, day) && (title.kind !== 'cumulative' || regular.has(kb));
    if (day !== undefined && date > day && !isOlder)
        return `released on ${date}, after ${day}`;
    if (release.kind === 'month' && title.month !== release.month && !carriesForward(title, release.month)) {
        return `of ${title.month ?? 'no month'}, not ${release.month}`;
    }
    const channel = channelOf(kb, title, entry, regular);
    if (template/* CHANNELS */.l_.indexOf(channel) <= template/* CHANNELS */.l_.indexOf(want.channel))
        return undefined;
    return channel === 'preview' ? 'a preview' : `an out-of-band release of ${date}; the channel is ${want.channel}`;
}
/** The day that what is taken has to be out on. */
function dayOf(release) {
    if (release.kind === 'until')
        return release.date;
    return release.kind === 'month' ? release.until : undefined;
}
function isOlderMonth({ month }, day) {
    return month !== undefined && day !== undefined && month < day.slice(0, 7);
}
/** .NET Framework and servicing stack are not released every month: the last one before it stands for a month. */
function carriesForward(title, month) {
    return title.kind !== 'cumulative' && title.month !== undefined && title.month < month;
}
/** Only cumulative updates of Windows are released out-of-band as such; others have no fixed day. */
function channelOf(kb, title, entry, regular) {
    if (title.preview)
        return 'preview';
    if (entry)
        return (0,release_request/* channelOfLetter */.VK)(entry.letter);
    return title.kind !== 'cumulative' || regular.has(kb) ? 'regular' : 'out-of-band';
}
/**
 * Whether a row may be an update that the release information names although its title does not say so: titles come short
 * (`2026-09 Security Update (KB5122871) (26100.33438)`) or in another language. Number and Products decide, the title only
 * speaks against it; whether its file is for this system its name tells.
 */
function candidateOfEntry(row, entry, want) {
    const title = (0,update_title/* readTitle */.tS)(row.title);
    if (title.kb !== undefined && title.kb !== entry.kb)
        return `it is ${title.kb}, not ${entry.kb}`;
    const against = (title.kind === 'other' ? undefined : unfitKind(title, want)) ??
        (title.hotpatch || title.delta ? 'a hotpatch or a delta update' : undefined) ??
        (title.mentioned !== undefined && title.mentioned !== want.architecture ? `for ${title.mentioned}` : undefined) ??
        unfitProducts(row, want);
    if (against !== undefined)
        return against;
    const { kb, date, letter, build } = entry;
    // The title's own month, as everywhere: a lock keeps both.
    const month = title.month ?? entry.month;
    return { row, kb, kind: 'cumulative', month, date, build: (0,build_number/* formatBuild */.s6)(build), letter, runtimes: [] };
}
function buildOf(kb, title, want) {
    const build = want.entries.get(kb)?.build;
    return build ? `${build.number}.${build.ubr}` : title.build;
}
/**
 * Servicing month, then build, then date; among .NET rows of a month the one for most runtimes. What the release information says of a
 * number is the same for all its rows: of one that was released again the newer row counts, by its title's build and its own date. The
 * id decides what is left.
 */
function olderFirst(a, b) {
    return ((0,compare_text/* compareText */.n)(a.month ?? '', b.month ?? '') ||
        ubrOf(a.build) - ubrOf(b.build) ||
        (0,compare_text/* compareText */.n)(a.date, b.date) ||
        a.runtimes.length - b.runtimes.length ||
        ubrOf((0,update_title/* readTitle */.tS)(a.row.title).build) - ubrOf((0,update_title/* readTitle */.tS)(b.row.title).build) ||
        (0,compare_text/* compareText */.n)(a.row.date, b.row.date) ||
        (0,compare_text/* compareText */.n)(b.row.updateId, a.row.updateId));
}
function ubrOf(build) {
    return (build && (0,build_number/* parseBuild */.EH)(build)?.ubr) || 0;
}
function reasonAmong(candidate, chosen) {
    if (!chosen || candidate === chosen)
        return 'chosen: the newest that fits';
    if (candidate.kb === chosen.kb)
        return `the same update as the chosen entry ${chosen.row.updateId}`;
    if (candidate.month === chosen.month && candidate.runtimes.length < chosen.runtimes.length) {
        return `${chosen.kb} covers more runtimes`;
    }
    return `older than ${chosen.kb}`;
}
function compareRows(a, b) {
    return (0,compare_text/* compareText */.n)(b.date, a.date) || (0,compare_text/* compareText */.n)(a.title, b.title) || (0,compare_text/* compareText */.n)(a.updateId, b.updateId);
}

;// CONCATENATED MODULE: ./.cache/build/src/updates/catalog-search.js
/** Finds one update in the catalog: by number, by what the release information says of it, or by its title. */



function createCatalogSearch(base, catalog) {
    const { facts, architecture } = base;
    const considered = [];
    const take = (rows, want) => {
        const choice = chooseUpdate(rows, want);
        const known = new Set(considered.map((entry) => entry.updateId));
        considered.push(...choice.considered.filter((entry) => entry.chosen || !known.has(entry.updateId)));
        return choice.chosen;
    };
    const byKb = async (kb, kind) => take(await catalog.search(kb), { ...base, kind, release: { kind: 'kbs', kbs: [kb] } });
    return {
        considered,
        byKb,
        byEntry: async (entry) => {
            const titled = await byKb(entry.kb, 'cumulative');
            if (titled)
                return titled;
            const want = { ...base, kind: 'cumulative' };
            const candidates = (await catalog.search(entry.kb)).flatMap((row) => {
                const judged = candidateOfEntry(row, entry, want);
                return typeof judged === 'string' ? [] : [judged];
            });
            if (candidates.length === 0)
                return undefined;
            const files = await catalog.files(candidates.map(({ row }) => row.updateId));
            const found = candidates.find((candidate) => fittingTarget(candidate, files.get(candidate.row.updateId) ?? [], facts, architecture) !== undefined);
            if (!found)
                return undefined;
            const reason = 'chosen: number, Products and file name are those of the release information, whatever its title';
            const index = considered.findIndex(({ updateId }) => updateId === found.row.updateId);
            const told = { kb: entry.kb, title: found.row.title, updateId: found.row.updateId, date: entry.date };
            considered.splice(index < 0 ? considered.length : index, 1, { ...told, chosen: true, reason });
            return found;
        },
        byTitle: async (kind, release) => {
            const want = { ...base, kind, release };
            return take(await catalog.search(titleQuery(kind, want), (rows) => reachedEnd(rows, want)), want);
        },
        notFound: (what, hint) => new errors/* UserError */.yo('update-not-found', `${what} for ${facts.name} (${architecture}) was not found in the catalog${leftOut(considered)}`, hint ?? 'Check release and channel; the report lists every entry that was looked at and why it was left out.'),
    };
}
/** Words, not a phrase: the catalog writes the 2022 name with and without a comma. At most 100 characters. */
function titleQuery(kind, want) {
    const what = {
        cumulative: 'Cumulative Update',
        'servicing-stack': 'Servicing Stack Update',
        dotnet: 'Cumulative Update .NET Framework',
    };
    const month = want.release.kind === 'month' && kind === 'cumulative' ? `${want.release.month} ` : '';
    return `${month}${what[kind]} ${want.facts.titleNames[0] ?? want.facts.name} ${want.architecture}`;
}
/** Rows come newest first: a month behind the best candidate nothing better can follow. */
function reachedEnd(rows, want) {
    const best = chooseUpdate(rows, want).chosen;
    const last = rows.at(-1);
    return (best !== undefined && last !== undefined && Date.parse(best.row.date) - Date.parse(last.date) > 31 * 86_400_000);
}
function leftOut(considered) {
    const near = considered.filter((entry) => !entry.chosen).slice(0, 3);
    if (near.length === 0)
        return '';
    return `; left out: ${near.map((entry) => `${entry.kb} (${entry.reason})`).join(', ')}`;
}

// EXTERNAL MODULE: ./.cache/build/src/updates/pick-release.js
var pick_release = __webpack_require__(8346);
;// CONCATENATED MODULE: ./.cache/build/src/updates/update-findings.js
/** What choosing updates has to tell beside the choice. */
function dotnetInside(facts) {
    return {
        code: 'dotnet-inside-cumulative',
        severity: 'info',
        seen: `${facts.name} gets the updates of its own .NET Framework with the cumulative update.`,
        remedy: 'Nothing to do; an added .NET Framework 4.8 is updated in the running system.',
    };
}
function stackLeftOut(facts, kb) {
    return {
        code: 'servicing-stack-left-out',
        severity: 'warning',
        seen: `${kb} for ${facts.name} needs a servicing-stack update, which include does not name.`,
        remedy: 'Add servicing-stack to include, or make sure that the image has a new enough one.',
    };
}
/** @param rules at least one */
function mediaUnknown(facts, rules) {
    const needs = rules.map(({ kb, belowUbr, evidence }) => {
        const need = evidence === 'reported' ? 'are said to need' : 'need';
        return `media older than ${facts.build}.${belowUbr} ${need} ${kb} first`;
    });
    return {
        code: 'media-build-unknown',
        severity: 'warning',
        seen: `The build of the ${facts.name} media is not known; ${needs.join(', ')}.`,
        remedy: 'Set media-build to the build of the image on the ISO, for example from dism /Get-WimInfo.',
    };
}
function mediaNewer(media, kb, build) {
    return {
        code: 'media-newer',
        severity: 'warning',
        seen: `The media are build ${media.number}.${media.ubr}, newer than ${kb} (${build.number}.${build.ubr}): it would change nothing.`,
        remedy: 'Choose a newer release, or correct media-build.',
    };
}
/** @param media older than the baseline */
function baselineLeftOut({ kb, kind, reason }, media) {
    return {
        code: 'servicing-stack-left-out',
        severity: 'warning',
        seen: `The media are build ${media.number}.${media.ubr} and need ${kb}, of a kind (${kind}) that include does not name: ${reason}.`,
        remedy: `Add ${kind} to include, or make sure that the image has it.`,
    };
}
function baselineMissing({ kb, reason }) {
    return {
        code: 'baseline-missing',
        severity: 'warning',
        seen: `The catalog no longer has ${kb}: ${reason}.`,
        remedy: 'If installing the servicing stack ends with 0x800F081E, use newer media, or name the package in a packages-file.',
    };
}
/**
 * @param expected the month whose Patch Tuesday is over
 * @param isListed it is the newest that the release information lists; else it was found by its title
 */
function newerExpected(kb, month, expected, isListed) {
    const out = `though the release of ${expected} is out by the calendar`;
    return {
        code: 'newer-release-expected',
        severity: 'warning',
        ...(isListed
            ? {
                seen: `${kb} of ${month} was chosen, ${out}: the release information does not list it yet.`,
                remedy: 'Run this step again later, or name the month or the KB in release.',
            }
            : {
                seen: `${kb} of ${month} was chosen by its title, ${out}; without the release information nothing says that the catalog shows all.`,
                remedy: 'Let the step reach the release information (release-info-url), or name the month or the KB in release.',
            }),
    };
}
/** The page of the release information was read, and has nothing of the product. */
function productNotListed(facts) {
    return {
        code: 'release-info-unavailable',
        severity: 'warning',
        seen: `The release information lists no update of ${facts.name}.`,
        remedy: 'The catalog was searched by title instead; letters and builds are then taken from dates and packages.',
    };
}

;// CONCATENATED MODULE: ./.cache/build/src/updates/pick-updates.js
/** Decides which updates a request comes to: those it names or the newest of each kind, and what has to go before them. */






/**
 * @returns in no order
 * @throws UserError update-not-found, input-invalid
 */
async function pickUpdates(question, search) {
    const picker = new Picker(question, search);
    const { release } = question;
    const asked = release.kind === 'kbs' ? await picker.named(release.kbs) : await picker.newest();
    if (asked.length === 0)
        throw nothingToTake(question);
    const needed = await picker.needed(asked);
    return { picked: [...needed, ...asked], findings: picker.findings };
}
class Picker {
    findings = [];
    #question;
    #search;
    constructor(question, search) {
        this.#question = question;
        this.#search = search;
    }
    /** The updates somebody named. */
    async named(kbs) {
        const picked = [];
        for (const kb of kbs) {
            const candidate = await this.#search.byKb(kb, 'any');
            if (!candidate)
                throw this.#search.notFound(kb);
            picked.push({ candidate, reason: 'named in release' });
        }
        return picked;
    }
    /** The newest of each kind that is included. */
    async newest() {
        const { facts, release } = this.#question;
        const picked = [];
        if (this.#wants('cumulative'))
            picked.push(await this.#cumulative());
        else if (this.#wants('servicing-stack') && facts.servicingStack === 'inside')
            throw nothingToTake(this.#question);
        const until = beside(picked[0]?.candidate, release);
        if (this.#wants('servicing-stack') && facts.servicingStack === 'separate' && picked.length === 0) {
            const candidate = await this.#search.byTitle('servicing-stack', until);
            if (!candidate)
                throw this.#search.notFound('A servicing-stack update');
            picked.push({ candidate, reason: 'the newest servicing stack' });
        }
        if (!this.#wants('dotnet'))
            return picked;
        if (!facts.dotnet) {
            this.findings.push(dotnetInside(facts));
            return picked;
        }
        const { runtime } = facts.dotnet;
        const candidate = await this.#search.byTitle('dotnet', until);
        if (!candidate)
            throw this.#search.notFound(`An update of .NET Framework ${runtime}`);
        const reason = `the newest for .NET Framework ${runtime}, which is part of ${facts.name}`;
        return [...picked, { candidate, reason }];
    }
    /** What has to go before them: the baselines of old media, the servicing stack of 2016. */
    async needed(picked) {
        const { facts, mediaBuild, release } = this.#question;
        const target = picked
            .flatMap(({ candidate }) => (candidate.kind === 'cumulative' ? [candidate] : []))
            .sort(olderFirst)
            .at(-1);
        if (!target)
            return [];
        const after = target.build === undefined ? undefined : (0,build_number/* parseBuild */.EH)(target.build);
        if (mediaBuild && after && mediaBuild.ubr > after.ubr)
            this.findings.push(mediaNewer(mediaBuild, target.kb, after));
        const baselines = await this.#baselines(picked);
        if (facts.servicingStack === 'inside')
            return baselines;
        // A baseline goes before the newest servicing stack, and is none itself.
        const isBaseline = ({ kb }) => facts.baselines.some((rule) => rule.kb === kb);
        if (picked.some(({ candidate }) => candidate.kind === 'servicing-stack' && !isBaseline(candidate)))
            return baselines;
        if (!this.#wants('servicing-stack')) {
            this.findings.push(stackLeftOut(facts, target.kb));
            return baselines;
        }
        const candidate = await this.#search.byTitle('servicing-stack', beside(target, release));
        if (!candidate)
            throw this.#search.notFound('The servicing-stack update that the cumulative update needs');
        return [...baselines, { candidate, reason: `the newest servicing stack when ${target.kb} came out` }];
    }
    #wants(kind) {
        return this.#question.include.includes(kind);
    }
    async #cumulative() {
        const { release, channel, releases } = this.#question;
        const pick = (0,pick_release/* pickRelease */.x)(releases ?? [], this.#question);
        this.#search.considered.push(...pick.considered);
        this.findings.push(...pick.findings);
        const told = `${(0,release_request/* describeRelease */.NC)(release)} of channel ${channel}`;
        if (pick.entry) {
            const candidate = await this.#search.byEntry(pick.entry);
            if (!candidate)
                throw this.#notInCatalog(pick.entry);
            this.#doubtOldChoice(candidate);
            const { month, letter, date } = pick.entry;
            return { candidate, reason: `${month} ${letter} release of ${date}: ${told}` };
        }
        const candidate = await this.#search.byTitle('cumulative', release);
        if (!candidate)
            throw this.#search.notFound(`A cumulative update (${(0,release_request/* describeRelease */.NC)(release)}, channel ${channel})`);
        this.#doubtOldChoice(candidate);
        return { candidate, reason: `${told}, found by title` };
    }
    /** What the release information names is what was asked for: an older one is taken only when somebody says so. */
    #notInCatalog(entry) {
        const { kb, month, letter, date } = entry;
        const older = (0,pick_release/* pickRelease */.x)((this.#question.releases ?? []).filter((other) => other.date < date), { ...this.#question, release: { kind: 'latest' } }).entry;
        const instead = older ? `, or take an older one by saying so: release: ${older.month} (${older.kb})` : '';
        return this.#search.notFound(`${kb}, the ${month} ${letter} release of ${date} by the release information,`, `The catalog's index may be behind: run this step again later${instead}.`);
    }
    /** Where the release information is missing or late nothing but the calendar says that there is something newer. */
    #doubtOldChoice({ kb, month }) {
        const { release, releases, today } = this.#question;
        if (release.kind !== 'latest' || month === undefined)
            return;
        const thisMonth = today.slice(0, 7);
        const expected = (0,release_request/* patchTuesday */.uO)(thisMonth) < today ? thisMonth : monthBefore(thisMonth);
        if (month >= expected || releases?.some((entry) => entry.month >= expected))
            return;
        this.findings.push(newerExpected(kb, month, expected, releases !== undefined));
    }
    async #baselines(picked) {
        const { facts, mediaBuild } = this.#question;
        const open = facts.baselines.filter(({ kb }) => !picked.some(({ candidate }) => candidate.kb === kb));
        const rules = open.filter(({ kind }) => this.#wants(kind));
        // Where all servicing stacks were left out, that is said once for all of them.
        if (facts.servicingStack === 'inside' && mediaBuild) {
            const leftOut = open.filter((rule) => !this.#wants(rule.kind) && mediaBuild.ubr < rule.belowUbr);
            this.findings.push(...leftOut.map((rule) => baselineLeftOut(rule, mediaBuild)));
        }
        const unknown = mediaBuild ? [] : rules.filter((rule) => !rule.whenUnknown);
        if (unknown.length > 0)
            this.findings.push(mediaUnknown(facts, unknown));
        const found = [];
        for (const rule of rules)
            if (!unknown.includes(rule))
                found.push(...(await this.#baseline(rule)));
        return found;
    }
    async #baseline(rule) {
        const media = this.#question.mediaBuild;
        if (media && media.ubr >= rule.belowUbr)
            return [];
        const candidate = await this.#search.byKb(rule.kb, rule.kind);
        if (!candidate && rule.evidence === 'reported') {
            this.findings.push(baselineMissing(rule));
            return [];
        }
        if (!candidate)
            throw this.#search.notFound(`The baseline ${rule.kb}`);
        const build = media
            ? `the media are build ${media.number}.${media.ubr}`
            : 'the build of the media is not known (media-build)';
        return [{ candidate, reason: `${build}; ${rule.reason}`, ...(!media && { optional: true }) }];
    }
}
/** What accompanies a cumulative update is not newer than its month, nor than the day that was asked for. */
function beside(target, release) {
    if (target?.month === undefined)
        return release.kind === 'kbs' ? { kind: 'latest' } : release;
    return { kind: 'month', month: target.month, ...(release.kind === 'until' && { until: release.date }) };
}
function monthBefore(month) {
    const date = new Date(`${month}-01T00:00:00Z`);
    date.setUTCMonth(date.getUTCMonth() - 1);
    return date.toISOString().slice(0, 7);
}
function nothingToTake({ facts, include }) {
    const inside = include.length > 1 ? 'servicing-stack without cumulative' : `${include.join(', ')} alone`;
    return new errors/* UserError */.yo('input-invalid', include.length === 0
        ? 'include (updates.include of the template) is empty: there is nothing to fetch'
        : `include names ${inside}, which ${facts.name} has only inside its cumulative update`, 'Add cumulative to include, or leave this step out.');
}

// EXTERNAL MODULE: ./.cache/build/src/updates/release-stand.js
var release_stand = __webpack_require__(75983);
;// CONCATENATED MODULE: ./.cache/build/src/updates/resolve-updates.js
/** From a request to the updates with their files: discover in the release information, resolve by KB, fall back to a title search. */









/** The request as a lock file keeps it. */
function lockRequest(request) {
    const { product, architecture, include, release, channel, exclude, mediaBuild } = request;
    return {
        product,
        architecture,
        include: [...include].sort(compare_text/* compareText */.n),
        release: (0,release_request/* releaseTexts */.W9)(release),
        channel,
        ...(exclude.length > 0 && { exclude: [...exclude].sort(compare_text/* compareText */.n) }),
        ...(mediaBuild && { 'media-build': (0,build_number/* formatBuild */.s6)(mediaBuild) }),
    };
}
/**
 * @throws UserError update-not-found with what was left out and why; catalog-unavailable, catalog-changed, input-invalid
 */
async function resolveUpdates(request, sources) {
    const { architecture, channel, exclude, release, include, mediaBuild } = request;
    const facts = product/* PRODUCT_FACTS */.sn[request.product];
    const listed = sources.releases?.filter((entry) => entry.product === request.product);
    // A page without the product says as little of it as none.
    const releases = listed?.length === 0 ? undefined : listed;
    const want = { facts, architecture, channel, exclude, release };
    const entries = new Map((releases ?? []).map((entry) => [entry.kb, entry]));
    const search = createCatalogSearch({ ...want, entries }, sources.catalog);
    const { considered } = search;
    const { picked, findings } = await pickUpdates({ ...want, include, releases, today: sources.today, ...(mediaBuild && { mediaBuild }) }, search);
    const updates = withoutNamedCheckpoints(await withFiles(picked, request, facts, sources.catalog, considered), considered);
    const chosen = updates.findLast(({ kind }) => kind === 'cumulative');
    const stand = chosen && (0,release_stand/* releaseStand */.w)(releases ?? [], { kb: chosen.kb, date: chosen.date ?? '' });
    const unlisted = chosen && listed?.length === 0 ? [productNotListed(facts)] : [];
    return { updates, considered, findings: [...unlisted, ...findings], ...(stand && { stand }) };
}
/** A checkpoint that somebody names beside its target comes with the target, and once is enough. */
function withoutNamedCheckpoints(updates, considered) {
    return updates.filter((update) => {
        const target = updates.find((other) => other.files.some(({ kb, kind }) => kind === 'checkpoint' && kb === update.kb));
        if (!target)
            return true;
        const index = considered.findIndex(({ updateId }) => updateId === update.updateId);
        const { kb, title, updateId, date = '' } = update;
        const reason = `a checkpoint of ${target.kb}, with which it comes`;
        considered.splice(index < 0 ? considered.length : index, 1, { kb, title, updateId, date, chosen: false, reason });
        return false;
    });
}
async function withFiles(picked, request, facts, catalog, considered) {
    const dialog = await catalog.files(picked.map(({ candidate }) => candidate.row.updateId));
    return picked.map(({ candidate, reason, optional }) => {
        const { row, kb, kind, month, date, build, letter } = candidate;
        const choice = chooseFiles(candidate, dialog.get(row.updateId) ?? [], facts, request);
        for (const { name, reason: why } of choice.left) {
            considered.push({ kb, title: name, updateId: row.updateId, date, chosen: false, reason: why });
        }
        return {
            kb,
            kind,
            title: row.title,
            updateId: row.updateId,
            ...(month !== undefined && { month }),
            date,
            ...(build !== undefined && { build }),
            ...(letter !== undefined && { letter }),
            reason,
            ...(optional && { optional }),
            files: choice.files,
        };
    });
}


/***/ }),

/***/ 25415:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EC: () => (/* binding */ pageChanged),
/* harmony export */   ij: () => (/* binding */ readSearchPage),
/* harmony export */   x3: () => (/* binding */ readSpecialPage)
/* harmony export */ });
/* harmony import */ var node_html_parser__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26369);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/**
 * The catalog's search result page. Everything the catalog answers comes with status 200; the marks below tell the kinds apart.
 * Source: captured pages of 2023 and 2026 (ids of cells, header and paging); ids address cells because header order has changed before.
 */


/**
 * @param html the page
 * @param finalUrl where redirects led: Error.aspx and Thanks.aspx are told by it
 * @throws UserError catalog-changed that names what was missing, when the page is none of the five known kinds
 */
function readSearchPage(html, finalUrl) {
    const root = (0,node_html_parser__WEBPACK_IMPORTED_MODULE_1__/* .parse */ .qg)(html);
    const special = readSpecialPage(root, finalUrl);
    if (special)
        return special;
    const table = root.getElementById('ctl00_catalogBody_updateMatches');
    if (table) {
        const rows = readRows(table);
        return {
            kind: 'results',
            rows,
            hasNext: root.getElementById('ctl00_catalogBody_nextPageLinkText') !== null,
            tooMany: root.getElementById('ctl00_catalogBody_moreResults') !== null,
        };
    }
    if (root.getElementById('ctl00_catalogBody_noResultText'))
        return { kind: 'no-results' };
    if (root.getElementById('tableContainer'))
        return { kind: 'shell' };
    throw pageChanged('search', '#tableContainer, the frame of the result table');
}
/** Error.aspx and Thanks.aspx, which any page of the catalog may redirect to. */
function readSpecialPage(root, finalUrl) {
    const page = finalUrl.pathname.toLowerCase();
    const displayed = root.getElementById('errorPageDisplayedError');
    if (displayed || page.endsWith('/error.aspx')) {
        const printed = /\b([0-9A-F]{8})\b/.exec(displayed?.text ?? '')?.[1];
        return { kind: 'error', number: printed ?? numberFromId(finalUrl) };
    }
    return page.endsWith('/thanks.aspx') ? { kind: 'expired' } : undefined;
}
/** `Error.aspx?id=-1914896368` is the error number as a signed 32-bit decimal. */
function numberFromId(url) {
    const id = Number(url.searchParams.get('id'));
    return Number.isInteger(id) && id !== 0 ? (id >>> 0).toString(16).toUpperCase().padStart(8, '0') : 'unknown';
}
const ROW_ID = /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})_R(\d+)$/i;
function readRows(table) {
    const rows = [];
    for (const row of table.querySelectorAll('tr')) {
        const match = ROW_ID.exec(row.id);
        if (match?.[1] !== undefined)
            rows.push(readRow(row, match[1]));
    }
    if (rows.length === 0)
        throw pageChanged('search', 'rows with an id of the form <guid>_R<n> in the result table');
    return rows;
}
function readRow(row, guid) {
    const cell = (column, what) => {
        const found = row.querySelectorAll('td').find((candidate) => new RegExp(`_C${column}_R\\d+$`).test(candidate.id));
        if (!found)
            throw pageChanged('search', `the ${what} cell (id …_C${column}_R<n>) of update ${guid}`);
        return clean(found.text);
    };
    const title = row.querySelectorAll('a').find((link) => link.id === `${guid}_link`);
    if (!title)
        throw pageChanged('search', `the title link (id ${guid}_link)`);
    const bytes = row.querySelectorAll('span').find((span) => span.id === `${guid}_originalSize`);
    return {
        updateId: guid.toLowerCase(),
        title: clean(title.text),
        products: cell(2, 'products')
            .split(',')
            .map((product) => product.trim())
            .filter((product) => product !== ''),
        classification: cell(3, 'classification'),
        date: readDate(cell(4, 'last updated'), guid),
        size: readSize(bytes?.text, guid),
    };
}
/** Month first whatever the locale of this machine: English was asked for. */
function readDate(text, guid) {
    const [, month = '', day = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
    const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    if (/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(iso))
        return iso;
    throw pageChanged('search', `a date of the form month/day/year for update ${guid} (found "${text.slice(0, 40)}")`);
}
function readSize(text, guid) {
    const size = Number(text?.trim());
    if (text !== undefined && text.trim() !== '' && Number.isSafeInteger(size) && size >= 0)
        return size;
    throw pageChanged('search', `the size in bytes (id ${guid}_originalSize)`);
}
function clean(text) {
    return text.replaceAll(/\s+/g, ' ').trim();
}
/** Never "no updates": a page that cannot be read is an error of its own that says what was looked for. */
function pageChanged(page, missing) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('catalog-changed', `The catalog's ${page} page has changed: it lacks ${missing}`, 'Use a lock file or packages-file until Stillframe knows the new page, and report this message.');
}


/***/ }),

/***/ 78933:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h_: () => (/* binding */ kbOf),
/* harmony export */   j7: () => (/* binding */ normalise),
/* harmony export */   tS: () => (/* binding */ readTitle)
/* harmony export */ });
/** Reads what a catalog title says. Titles are the catalog's only machine-readable description of an update. */
/** Total: any text gives facts, most of them undefined for a foreign one. */
function readTitle(title) {
    const plain = normalise(title);
    const kind = kindOf(plain);
    return {
        kind,
        month: /^(\d{4}-(?:0[1-9]|1[0-2]))\b/.exec(plain)?.[1],
        kb: kbOf(plain),
        system: /\bfor ((?:windows|microsoft server|azure stack)[^()]*?(?: \(1809\))?)(?: for (?:x64|x86|arm64)|(?: \(kb)|$)/.exec(kind === 'dotnet' ? plain.replace(/for \.net framework/, '') : plain)?.[1],
        architecture: /\bfor (x64|x86|arm64)\b/.exec(plain)?.[1],
        mentioned: /\b(x64|x86|arm64)\b/.exec(plain)?.[1],
        build: /\((\d{5}\.\d{1,6})\)$/.exec(plain)?.[1],
        runtimes: kind === 'dotnet' ? runtimesOf(plain) : [],
        preview: /\bpreview\b/.test(plain),
        hotpatch: /\bhotpatch\b/.test(plain),
        delta: /\bdelta\b/.test(plain),
    };
}
/** `KB5005112` out of a title or file name. */
function kbOf(text) {
    const digits = /\bkb(\d{6,8})\b/i.exec(text)?.[1];
    return digits === undefined ? undefined : `KB${digits}`;
}
/** Lower case, commas dropped, white space single: the catalog writes the same name in several ways. */
function normalise(text) {
    return text.toLowerCase().replaceAll(',', ' ').replaceAll(/\s+/g, ' ').trim();
}
function kindOf(plain) {
    if (/\.net framework/.test(plain))
        return 'dotnet';
    // `2026-09 Dynamic Cumulative Update for …`, Products `Windows 10 and later GDR-DU`, is for media as well.
    if (/dynamic (?:cumulative )?update/.test(plain))
        return 'dynamic';
    if (/servicing stack update/.test(plain))
        return 'servicing-stack';
    if (/cumulative (?:security )?update(?: preview)? for/.test(plain))
        return 'cumulative';
    return 'other';
}
function runtimesOf(plain) {
    const list = /\.net framework ([\d. ]+(?:and [\d.]+)?)/.exec(plain)?.[1] ?? '';
    return list.match(/\d+(?:\.\d+)+/g) ?? [];
}


/***/ })

};
