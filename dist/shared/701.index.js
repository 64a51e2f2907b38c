export const id = 701;
export const ids = [701];
export const modules = {

/***/ 82701:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  J: () => (/* binding */ fetchUpdates)
});

// EXTERNAL MODULE: ./.cache/build/src/job/action.js
var action = __webpack_require__(36082);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.cache/build/src/job/input.js
var input = __webpack_require__(90458);
// EXTERNAL MODULE: ./.cache/build/src/job/input-types.js
var input_types = __webpack_require__(198);
// EXTERNAL MODULE: ./.cache/build/src/job/shared-inputs.js
var shared_inputs = __webpack_require__(79871);
// EXTERNAL MODULE: ./.cache/build/src/products/product.js
var products_product = __webpack_require__(39652);
// EXTERNAL MODULE: ./.cache/build/src/template/template.js
var template = __webpack_require__(72591);
// EXTERNAL MODULE: ./.cache/build/src/errors.js
var errors = __webpack_require__(41251);
;// CONCATENATED MODULE: ./.cache/build/src/updates/build-number.js
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
    throw new errors/* UserError */.yo('input-invalid', `${what}: "${text}" is not a Windows build`, 'Write build and revision, for example 17763.107 (dism /Get-WimInfo shows them as Version and ServicePack Build).');
}
function formatBuild(build) {
    return `${build.number}.${build.ubr}`;
}
/** Negative when `a` is older. */
function compareBuilds(a, b) {
    return a.number - b.number || a.ubr - b.ubr;
}

;// CONCATENATED MODULE: ./.cache/build/src/updates/compare-text.js
/** Compares by code unit, the same on every machine, unlike a locale's order. */
function compare_text_compareText(a, b) {
    if (a === b)
        return 0;
    return a < b ? -1 : 1;
}

;// CONCATENATED MODULE: ./.cache/build/src/updates/release-request.js
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
    throw new errors/* UserError */.yo('input-invalid', `${what}: "${values.join(', ')}" is not a release`, 'Write latest, a month such as 2026-11, a date such as 2026-11-15, or KB numbers such as KB5005112.');
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
        throw new errors/* UserError */.yo('input-invalid', `"${value}" is not a KB number`, hint);
    }));
}
function readKb(value) {
    const digits = /^(?:kb)?(\d{6,8})$/i.exec(value)?.[1];
    return digits === undefined ? undefined : `KB${digits}`;
}
function sortedOnce(kbs) {
    return [...new Set(kbs)].sort(compare_text_compareText);
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

;// CONCATENATED MODULE: ./.cache/build/src/updates/update.js
/** The words of the update rooms: what an update is, its files, and what the catalog says about both. */
const ARCHITECTURES = ['x64'];

;// CONCATENATED MODULE: ./.cache/build/actions/fetch-updates/inputs.js
/** The inputs of fetch-updates. */










const DEFAULT_CACHE_BYTES = 20 * 2 ** 30;
const INPUTS = {
    product: shared_inputs/* product */.qM,
    architecture: (0,input/* input */.h)((0,input_types/* choice */.Yq)(ARCHITECTURES), { description: 'Architecture of the packages.', default: 'x64' }),
    include: (0,input/* input */.h)((0,input_types/* choices */.S9)(template/* UPDATE_KINDS */.GY), {
        description: 'Kinds of updates to take.',
        template: { key: 'updates.include', read: ({ updates }) => updates.include },
        default: 'servicing-stack, cumulative',
    }),
    release: (0,input/* input */.h)((0,input_types/* parsed */.Yz)('Text or list', (value) => parseRelease(value
        .split(/[\n,]/)
        .map((entry) => entry.trim())
        .filter((entry) => entry !== ''), 'Input release')), {
        description: 'latest, a month such as 2026-11, a day such as 2026-11-15 (the newest out on that day), or KB numbers.',
        template: {
            key: 'updates.release',
            read: ({ updates, file }) => parseRelease(updates.release, `updates.release of ${file}`),
        },
        default: 'latest',
    }),
    channel: (0,input/* input */.h)((0,input_types/* choice */.Yq)(template/* CHANNELS */.l_), {
        description: 'regular takes Patch Tuesday only, out-of-band fixes between them too, preview also previews.',
        template: { key: 'updates.channel', read: ({ updates }) => updates.channel },
        default: 'regular',
    }),
    exclude: (0,input/* input */.h)((0,input_types/* parsed */.Yz)('List of KB numbers', (value) => parseKbs(value.split(/[\s,]+/).filter((entry) => entry !== ''))), {
        description: 'KB numbers that are never taken; the newest release before an excluded one is chosen then.',
        template: { key: 'updates.exclude', read: ({ updates }) => updates.exclude },
        otherwise: 'none',
    }),
    'media-build': (0,input/* input */.h)((0,input_types/* parsed */.Yz)('Build', (value) => requireBuild(value, 'Input media-build')), {
        description: 'Build such as 17763.107 of the image on the ISO; decides whether old media need a baseline package first.',
        template: {
            key: 'updates.media-build',
            read: ({ updates: { mediaBuild } }) => mediaBuild === undefined ? undefined : requireBuild(mediaBuild, 'updates.media-build'),
        },
        otherwise: 'not known',
    }),
    'lock-file': (0,input/* input */.h)(input_types/* path */.Ae, {
        description: 'Lock file with the exact packages; nothing is searched when it exists, it is written when it does not.',
        otherwise: '`<template>.lock.json` where that exists',
    }),
    'update-lock': (0,input/* input */.h)(input_types/* boolean */.zM, {
        description: 'Resolve anew, write the lock file and show the difference.',
        default: 'false',
    }),
    directory: (0,input/* input */.h)(input_types/* path */.Ae, {
        description: 'Folder for the packages, one sub-folder per update.',
        otherwise: '`<runner temp>/stillframe/updates`',
    }),
    'catalog-url': (0,input/* input */.h)(input_types/* url */.OZ, {
        description: 'Base address of the update catalog or of a mirror of it.',
        otherwise: '`https://www.catalog.update.microsoft.com/`',
    }),
    'release-info-url': (0,input/* input */.h)((0,input_types/* parsed */.Yz)('URL, or none', (value) => (value === 'none' ? value : input_types/* url */.OZ.parse(value))), {
        description: 'Address of the Windows Server release information, or none to search by title only.',
        otherwise: 'the page of Microsoft',
    }),
    extract: (0,input/* input */.h)(input_types/* boolean */.zM, {
        description: 'Take the cabinets out of the packages, for tools that cannot add an .msu; refused for Windows Server 2025.',
        default: 'false',
    }),
    'packages-file': (0,input/* input */.h)(input_types/* path */.Ae, {
        description: 'YAML or JSON list of packages by URL or path with SHA-256, in place of the catalog.',
    }),
};
function prepare(reading, place) {
    const { values, template, isSet, invalid } = reading;
    const packagesFile = values['packages-file'];
    if (packagesFile !== undefined && isSet('lock-file')) {
        throw invalid('lock-file', values['lock-file'] ?? '', 'packages-file pins by itself: set one of the two.');
    }
    const media = values['media-build'];
    const { build, name } = products_product/* PRODUCT_FACTS */.sn[values.product];
    if (media && media.number !== build) {
        throw invalid('media-build', formatBuild(media), `${name} is build ${build}: correct media-build, or product.`);
    }
    const lockFile = values['lock-file'] ?? lockBeside(template?.file, values['update-lock']);
    return {
        product: values.product,
        architecture: values.architecture,
        include: values.include,
        release: values.release,
        channel: values.channel,
        exclude: values.exclude ?? [],
        ...optional('mediaBuild', media),
        ...optional('lockFile', lockFile),
        updateLock: values['update-lock'],
        directory: values.directory ?? (0,external_node_path_.join)(place.temp, 'stillframe', 'updates'),
        ...optional('catalogUrl', values['catalog-url']),
        ...optional('releaseInfoUrl', values['release-info-url']),
        extract: values.extract,
        ...optional('packagesFile', packagesFile),
        env: place.env,
        cache: { folder: place.cache, maxBytes: DEFAULT_CACHE_BYTES },
    };
}
/** A template's own lock is used when it is there, and made only when asked for. */
function lockBeside(template, updateLock) {
    if (template === undefined)
        return undefined;
    const lock = `${template.replace(/\.ya?ml$/, '')}.lock.json`;
    return updateLock || (0,external_node_fs_.existsSync)(lock) ? lock : undefined;
}
function optional(key, value) {
    return (value === undefined ? {} : { [key]: value });
}

// EXTERNAL MODULE: ./.cache/build/src/download/file-cache.js
var file_cache = __webpack_require__(87550);
// EXTERNAL MODULE: ./.cache/build/src/download/host-policy.js
var host_policy = __webpack_require__(78712);
// EXTERNAL MODULE: ./.cache/build/src/download/http-client.js + 1 modules
var http_client = __webpack_require__(38508);
// EXTERNAL MODULE: ./.cache/build/src/files/make-folder.js
var make_folder = __webpack_require__(69399);
// EXTERNAL MODULE: ./.cache/build/src/units.js
var units = __webpack_require__(16053);
// EXTERNAL MODULE: ./node_modules/node-html-parser/dist/index.mjs
var dist = __webpack_require__(26369);
// EXTERNAL MODULE: ./.cache/build/src/download/retry.js
var retry = __webpack_require__(63449);
;// CONCATENATED MODULE: ./.cache/build/src/updates/catalog-trouble.js
/** What goes wrong at the catalog and passes by itself. */


/** A failure that is worth another try, UserError catalog-unavailable when it does not pass. */
function catalogTrouble(what, why, cause) {
    return new retry/* Transient */.Rc(new errors/* UserError */.yo('catalog-unavailable', `${what}: ${why}`, 'The catalog has such hours. Run this step again later, or use a lock file: with one nothing is searched.', { cause }));
}

;// CONCATENATED MODULE: ./.cache/build/src/updates/read-page.js
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
        throw catalogTrouble(what, `the connection broke: ${error instanceof Error ? error.message : String(error)}`, error);
    }
    if (size > MAX_PAGE_BYTES)
        throw catalogTrouble(what, `the page is larger than ${MAX_PAGE_BYTES} bytes`);
    return Buffer.concat(chunks).toString('utf8');
}

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
        return { html: await readPage(answer.body, what), url: answer.url };
    };
    const retrying = (what, question, read) => (0,retry/* withRetries */.LH)(async () => {
        const { html, url } = await once(what, question);
        return read(html, url);
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

;// CONCATENATED MODULE: ./.cache/build/src/updates/search-page.js
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
    const root = (0,dist/* parse */.qg)(html);
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
    return new errors/* UserError */.yo('catalog-changed', `The catalog's ${page} page has changed: it lacks ${missing}`, 'Use a lock file or packages-file until Stillframe knows the new page, and report this message.');
}

;// CONCATENATED MODULE: ./.cache/build/src/updates/details-page.js
/** The catalog's details page of one update: the only place that links superseding updates. It is also its flakiest page. */

/** @throws UserError catalog-changed that names what was missing */
function readDetailsPage(root, finalUrl) {
    const special = readSpecialPage(root, finalUrl);
    if (special)
        return special;
    const text = (id) => {
        const found = root.getElementById(`ScopedViewHandler_${id}`);
        if (!found)
            throw pageChanged('details', `#ScopedViewHandler_${id}`);
        return found.text.replaceAll(/\s+/g, ' ').trim();
    };
    const superseding = root.getElementById('supersededbyInfo');
    if (!superseding)
        throw pageChanged('details', '#supersededbyInfo');
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

;// CONCATENATED MODULE: ./.cache/build/src/updates/download-dialog.js
/**
 * The catalog's download dialog: a page with one script that fills `downloadInformation[i].files[k].<field>`.
 * Source: captured dialogs of 2016 and 2026. `digest` is the base64 SHA-1, `sha256` the base64 SHA-256 or empty for classic packages.
 */


const FIELD = /downloadInformation\[(\d{1,4})\]\.(?:files\[(\d{1,4})\]\.)?(\w{1,40})\s{0,20}=\s{0,20}'([^']{0,4000})'/g;
/** @throws UserError catalog-changed that names what was missing */
function readDownloadDialog(html, finalUrl) {
    const special = readSpecialPage((0,dist/* parse */.qg)(html), finalUrl);
    if (special)
        return special;
    if (!html.includes('downloadInformation'))
        throw pageChanged('download', 'the script variable downloadInformation');
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
            throw pageChanged('download', `downloadInformation[${update}].updateID`);
        result.set(id, [...files.values()].map((file) => readFile(file, update)));
    }
    return { kind: 'files', files: result };
}
function readFile(fields, update) {
    const url = fields.get('url');
    if (!url)
        throw pageChanged('download', `downloadInformation[${update}].files[].url`);
    if (!URL.canParse(url))
        throw pageChanged('download', `a web address in files[].url (found "${url.slice(0, 80)}")`);
    const name = safeName(fields.get('fileName') || lastSegment(url));
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
        throw pageChanged('download', `a base64 hash of ${length} bytes (found "${base64.slice(0, 60)}")`);
    return bytes.toString('hex');
}
function lastSegment(url) {
    return decodeURIComponent(new URL(url).pathname.split('/').at(-1) ?? '');
}
/** The name becomes a file name here: one path segment, nothing else. */
function safeName(name) {
    if (/^[\w][\w.+()-]{0,200}$/.test(name) && !name.endsWith('.'))
        return name;
    throw pageChanged('download', `a plain file name (found "${name.slice(0, 80)}")`);
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
        const answer = readSearchPage(html, finalUrl);
        if (answer.kind === 'error')
            throw errorPage(what, answer.number);
        if (answer.kind === 'shell')
            throw catalogTrouble(what, 'the catalog sent its page without an answer, as it does when throttled');
        if (answer.kind === 'expired')
            throw catalogTrouble(what, 'the catalog sent its "thank you" page instead of an answer');
        if (answer.kind === 'results' && answer.rows.every(isDriver)) {
            const why = 'the catalog answered with drivers alone, as it does now and then for a search of updates';
            throw catalogTrouble(what, why);
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
            throw catalogTrouble(what, 'it names no file');
        const missing = updateIds.filter((id) => !answer.files.has(id));
        if (missing.length > 0)
            throw catalogTrouble(what, `it names no file for update ${missing.join(', ')}`);
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
    return catalogTrouble(what, `the catalog showed its error page (number ${number})`);
}
/** Classification of drivers: `Drivers`, `Drivers (Storage)`. Nothing here asks for one. */
function isDriver({ classification }) {
    return /^drivers?\b/i.test(classification);
}
function removed(updateIds) {
    return new errors/* UserError */.yo('update-not-found', `The catalog no longer offers the files of update ${updateIds.join(' or ')}`, 'Microsoft has withdrawn it: choose another release.');
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./.cache/build/src/download/fetch-file.js
var fetch_file = __webpack_require__(50398);
;// CONCATENATED MODULE: ./.cache/build/src/download/map-bounded.js
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

;// CONCATENATED MODULE: ./.cache/build/src/updates/download-updates.js
/** Downloads the files of the chosen updates into one folder per update: a target and its checkpoints alone in theirs. */





/** More lanes do not make Microsoft's delivery network faster, but four keep a slow one from holding up the rest. */
const PARALLEL_DOWNLOADS = 4;
/**
 * @param directory the update's files go to `<directory>/<kb>/`
 * @throws UserError hash-mismatch, download-failed, file-exists when a foreign package lies in an update's folder
 */
async function downloadUpdates(updates, directory, cache, options) {
    for (const update of updates)
        await refuseForeignPackages(update, folderOf(update, directory));
    const jobs = updates.flatMap((update) => update.files.map((file) => ({ update, file })));
    return mapBounded(jobs, PARALLEL_DOWNLOADS, options.signal, async ({ update, file }, signal) => ({
        update,
        file,
        fetched: await (0,fetch_file/* fetchFile */.t)(file, (0,external_node_path_.join)(folderOf(update, directory), file.name), cache, { ...options, signal }),
    }));
}
function folderOf(update, directory) {
    return (0,external_node_path_.join)(directory, update.kb === '' ? update.updateId : update.kb);
}
/** DISM takes what it finds beside a target, so what lies there has to be exactly what was chosen. */
async function refuseForeignPackages(update, folder) {
    const ours = new Set(update.files.map((file) => file.name));
    const names = await (0,promises_.readdir)(folder).catch((error) => {
        if ((0,errors/* hasErrnoCode */.qk)(error, 'ENOENT'))
            return [];
        throw error;
    });
    const foreign = names.find((name) => /\.msu$/i.test(name) && !ours.has(name));
    if (foreign === undefined)
        return;
    throw new errors/* UserError */.yo('file-exists', `${(0,external_node_path_.join)(folder, foreign)} is no file of ${update.kb}, and DISM would take it from that folder`, 'Remove it, or choose another directory.');
}

// EXTERNAL MODULE: ./.cache/build/src/files/move-into-place.js
var move_into_place = __webpack_require__(69174);
// EXTERNAL MODULE: ./node_modules/saxes/saxes.js
var saxes = __webpack_require__(59800);
;// CONCATENATED MODULE: ./.cache/build/src/updates/package-identity.js
/** Reads who a package says it is out of the texts inside it. */


/**
 * The identity in the unattend file of an .msu or in the update.mum of a cabinet: the first assemblyIdentity element.
 * Undefined when there is none or the text is no XML: what is inside is a witness, not the judge.
 */
function readIdentity(xml) {
    let found;
    const parser = new saxes/* SaxesParser */.wT({ xmlns: true });
    parser.on('opentag', (tag) => {
        const { name, version } = tag.attributes;
        if (!found && tag.local === 'assemblyIdentity' && name && version)
            found = { name: name.value, version: version.value };
    });
    parser.on('error', (error) => {
        throw error;
    });
    try {
        parser.write(xml.replace(/^\uFEFF/, '')).close();
    }
    catch {
        // Broken or foreign XML: what was found before the fault still stands, what came after is not known.
    }
    return found;
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
    return build !== undefined && parseBuild(build) ? build : undefined;
}
/** `KB5005112` of the line `KB Article Number="5005112"` in pkgProperties.txt. */
function readPropertiesKb(text) {
    const digits = /^KB Article Number="(\d{6,8})"/m.exec(text)?.[1];
    return digits === undefined ? undefined : `KB${digits}`;
}

;// CONCATENATED MODULE: ./.cache/build/src/updates/listed-updates.js
/** Packages from a list: fetched like the catalog's, told by what is inside them, the checkpoints put beside their target. */





/** Each package is an update of its own until it was opened; `updateId` stands for its folder. */
function updatesOfList(list) {
    return list.map(({ url, name, sha256, kb, kind }) => ({
        kb: kb ?? '',
        kind: kind === undefined || kind === 'checkpoint' ? 'cumulative' : kind,
        title: name,
        updateId: sha256.slice(0, 16),
        reason: 'named in packages-file',
        files: [{ url, name, sha256, kb: kb ?? '', kind: kind ?? 'cumulative' }],
    }));
}
/**
 * Settles KB and kind of each by list, content and name, and moves what is applied with a target into its folder.
 * @throws UserError input-invalid when neither says what a package is
 */
async function settleListed(files, list, facts) {
    const settled = files.map((entry) => settle(entry, list.find((listed) => listed.sha256 === entry.fetched.sha256)));
    if (!facts.checkpoints)
        return settled;
    const cumulative = settled.filter(({ file }) => file.kind === 'cumulative').sort((a, b) => kbNumber(a) - kbNumber(b));
    const target = cumulative.at(-1);
    if (!target)
        return settled;
    const moved = [];
    for (const entry of settled) {
        const isCheckpoint = entry.file.kind === 'checkpoint' || (entry.file.kind === 'cumulative' && entry !== target);
        moved.push(isCheckpoint ? await moveBeside(entry, target) : entry);
    }
    return moved;
}
function settle(entry, listed) {
    const { opened, file } = entry;
    const kb = listed?.kb ?? opened.kb ?? '';
    const kind = listed?.kind ?? kindInside(entry);
    if (kind === undefined) {
        throw new errors/* UserError */.yo('input-invalid', `${file.name}: neither its name nor its content says what kind of package it is`, 'Add kind: servicing-stack, checkpoint, cumulative or dotnet to its entry in the packages-file.');
    }
    const build = kind === 'dotnet' ? undefined : opened.build;
    return {
        ...entry,
        build,
        file: { ...file, kb, kind },
        update: { ...entry.update, kb, ...(kind !== 'checkpoint' && { kind }) },
    };
}
function kindInside({ opened, file }) {
    const told = opened.identity && kindOfIdentity(opened.identity.name);
    if (told)
        return told;
    if (opened.stack !== undefined || opened.container === 'wim')
        return 'cumulative';
    if (/^ssu-|servicingstack/i.test(file.name))
        return 'servicing-stack';
    return /-ndp\d/i.test(file.name) ? 'dotnet' : undefined;
}
async function moveBeside(entry, target) {
    const folder = (0,external_node_path_.dirname)(target.fetched.path);
    const path = (0,external_node_path_.join)(folder, (0,external_node_path_.basename)(entry.fetched.path));
    await (0,promises_.mkdir)(folder, { recursive: true });
    await (0,move_into_place/* moveIntoPlace */.hU)(entry.fetched.path, path);
    return { ...entry, file: { ...entry.file, kind: 'checkpoint' }, fetched: { ...entry.fetched, path } };
}
function kbNumber({ file }) {
    return Number(file.kb.slice(2)) || 0;
}

;// CONCATENATED MODULE: ./.cache/build/src/updates/update-title.js
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
    if (/dynamic update/.test(plain))
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
        const kb = kbOf(text('kb article'));
        if (kb === undefined)
            continue; // the row of the first release has no article
        const type = /^(\d{4}-\d{2}) ([A-Z]{1,3})$/.exec(text('update type'));
        const date = readIsoDate(text('availability date'));
        const parsed = parseBuild(text('build'));
        if (!type?.[1] || !type[2])
            throw changed(`an update type such as "2026-11 B" for ${kb}`);
        if (date === undefined)
            throw changed(`a date of the form year-month-day for ${kb}`);
        if (!parsed)
            throw changed(`a build such as 17763.8027 for ${kb}`);
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
            return readPage(answer.body, what);
        }, { attempts: 3, baseMs: 1000, maxMs: 15_000 }, signal, (error, waitMs) => onRetry(`${error.message}; trying again in ${Math.round(waitMs)} ms`));
        return { entries: readReleaseInfo(html), findings: [] };
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

;// CONCATENATED MODULE: ./.cache/build/src/updates/lock-diff.js
/** What changed between two locks, for the report and the summary of a pull request that updates one. */

/** Empty when both name the same files with the same content; titles, reasons and addresses alone are no change of inputs. */
function diffLocks(before, after) {
    const old = lock_diff_filesOf(before);
    const now = lock_diff_filesOf(after);
    const changes = [];
    for (const [name, file] of now) {
        const known = old.get(name);
        if (!known)
            changes.push(change('added', file, `${file.size} bytes, SHA-256 ${file.sha256}`));
        else if (known.sha256 !== file.sha256) {
            changes.push(change('changed', file, `SHA-256 was ${known.sha256}, is ${file.sha256}`));
        }
    }
    for (const [name, file] of old)
        if (!now.has(name))
            changes.push(change('removed', file, `${file.size} bytes`));
    return changes.sort((a, b) => compare_text_compareText(a.kb, b.kb) || compare_text_compareText(a.name, b.name) || compare_text_compareText(a.change, b.change));
}
function lock_diff_filesOf(lock) {
    return new Map((lock?.updates ?? []).flatMap((update) => update.files.map((file) => [file.name, file])));
}
function change(kind, file, detail) {
    return { change: kind, kb: file.kb, name: file.name, detail };
}
/**
 * Whether the catalog has moved on since the lock was made, told without downloading anything.
 * @param resolved what the lock's own request resolves to today
 * @returns one sentence per update that is new or gone; empty when the lock is current
 */
function staleReasons(lock, resolved) {
    const locked = new Set(lock.updates.map((update) => update.kb));
    const now = new Set(resolved.map((update) => update.kb));
    return [
        ...resolved.filter((update) => !locked.has(update.kb)).map((update) => `${update.title} is not in the lock`),
        ...lock.updates
            .filter((update) => !now.has(update.kb))
            .map((update) => `${update.title} would no longer be chosen`),
    ].sort(compareText);
}

// EXTERNAL MODULE: ./node_modules/ajv/dist/ajv.js
var ajv = __webpack_require__(42463);
;// CONCATENATED MODULE: ./.cache/build/schema/lock.schema.json
const lock_schema_namespaceObject = /*#__PURE__*/JSON.parse(('{"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://stillframe.dev/schema/lock.schema.json","title":"Stillframe lock file","description":"The exact packages of a template, each by URL, size and hashes. Written by fetch-updates; same lock, same inputs.","type":"object","additionalProperties":false,"required":["schema","date","request","updates"],"properties":{"$schema":{"type":"string"},"schema":{"const":1,"description":"Version of this format."},"date":{"$ref":"#/definitions/date","description":"Release date of the newest package: the date of everything built from this lock."},"build":{"$ref":"#/definitions/build","description":"Build of Windows after all packages."},"request":{"type":"object","description":"What was asked for; another question needs another lock.","additionalProperties":false,"required":["product","architecture","include","release","channel"],"properties":{"product":{"enum":["windows-server-2016","windows-server-2019","windows-server-2022","windows-ser' +
'ver-2025"]},"architecture":{"enum":["x64"]},"include":{"type":"array","items":{"enum":["servicing-stack","cumulative","dotnet"]}},"release":{"type":"array","minItems":1,"items":{"type":"string"}},"channel":{"enum":["regular","out-of-band","preview"]},"exclude":{"type":"array","minItems":1,"items":{"$ref":"#/definitions/kb"}},"media-build":{"$ref":"#/definitions/build"}}},"updates":{"type":"array","minItems":1,"items":{"$ref":"#/definitions/update"}},"inputs":{"type":"object","description":"Pins of the other inputs (ISO, VMware Tools ISO); kept as they are when the updates are locked anew.","additionalProperties":{"type":"object","additionalProperties":false,"required":["sha256"],"properties":{"path":{"type":"string"},"url":{"type":"string"},"size":{"type":"integer","minimum":0},"sha256":{"$ref":"#/definitions/sha256"}}}}},"definitions":{"date":{"type":"string","pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},"build":{"type":"string","pattern":"^[0-9]{5}\\\\.[0-9]{1,6}$"},"kb":{"type":"string"' +
',"pattern":"^KB[0-9]{6,8}$"},"sha1":{"type":"string","pattern":"^[0-9a-f]{40}$"},"sha256":{"type":"string","pattern":"^[0-9a-f]{64}$"},"update":{"type":"object","additionalProperties":false,"required":["kb","kind","title","update-id","reason","files"],"properties":{"kb":{"$ref":"#/definitions/kb"},"kind":{"enum":["servicing-stack","cumulative","dotnet"]},"title":{"type":"string"},"update-id":{"type":"string","description":"GUID of the catalog\'s entry."},"month":{"type":"string","pattern":"^[0-9]{4}-[0-9]{2}$"},"date":{"$ref":"#/definitions/date"},"build":{"$ref":"#/definitions/build"},"letter":{"type":"string","description":"B regular, OOB out-of-band, C and D previews."},"reason":{"type":"string","description":"Why it was chosen."},"optional":{"type":"boolean","description":"It may turn out not to apply to the image."},"files":{"type":"array","minItems":1,"items":{"$ref":"#/definitions/file"}}}},"file":{"type":"object","additionalProperties":false,"required":["name","kb","kind","url"' +
',"size","sha1","sha256"],"properties":{"name":{"type":"string","pattern":"^[A-Za-z0-9_][A-Za-z0-9_.+()-]{0,200}$"},"kb":{"$ref":"#/definitions/kb"},"kind":{"enum":["servicing-stack","cumulative","dotnet","checkpoint"]},"url":{"type":"string","pattern":"^https?://"},"size":{"type":"integer","minimum":1},"sha1":{"$ref":"#/definitions/sha1"},"sha256":{"$ref":"#/definitions/sha256"}}}}}'));
// EXTERNAL MODULE: ./.cache/build/src/files/explain-path-error.js
var explain_path_error = __webpack_require__(49094);
// EXTERNAL MODULE: ./.cache/build/src/files/partial-file.js
var partial_file = __webpack_require__(38258);
// EXTERNAL MODULE: ./.cache/build/src/files/replace-file.js
var replace_file = __webpack_require__(17785);
;// CONCATENATED MODULE: ./.cache/build/src/updates/check-lock.js
/**
 * Whether a lock makes sense: a merge can leave a file that is well-formed and yet names a checkpoint without its target, the file of
 * another update, or nothing at all. Found here it is found in the pull request, not in the image.
 */



/** @param lock as the schema accepts it @returns one clause each; empty when it makes sense */
function lockFaults(lock) {
    const facts = products_product/* PRODUCT_FACTS */.sn[lock.request.product];
    return [
        ...lock.updates.flatMap((update) => updateFaults(update, facts)),
        ...twice(lock.updates.map(({ kb }) => kb)).map((kb) => `it holds ${kb} twice`),
        ...requestFaults(lock, facts),
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
    const titled = kbOf(update.title);
    if (titled !== undefined && titled !== kb)
        faults.push(`the title of ${kb} is that of ${titled}`);
    if (build !== undefined && kind !== 'dotnet' && parseBuild(build)?.number !== facts.build) {
        faults.push(`${kb} has the build ${build}, and ${facts.name} is ${facts.build}`);
    }
    return faults;
}
/** Names of Microsoft's files hold number and SHA-1: `windows11.0-kb5122871-x64_<40 digits>.msu`. */
function nameFaults({ name, kb, sha1 }) {
    const faults = [];
    const named = kbOf(name.replaceAll('_', '-'));
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
    if (media !== undefined && parseBuild(media)?.number !== facts.build) {
        faults.push(`media-build ${media} is not ${facts.name}, which is ${facts.build}`);
    }
    for (const kb of request.exclude ?? []) {
        if (updates.some((update) => update.kb === kb))
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
    return faults;
}
/** Date and build at the top are those of the updates below. */
function summaryFaults({ date, build, updates }) {
    const dates = updates.flatMap((update) => update.date ?? []).sort();
    const newest = dates.at(-1);
    const faults = newest === undefined || newest === date ? [] : [`its date is ${date}, that of its newest update ${newest}`];
    const builds = updates
        .filter(({ kind }) => kind === 'cumulative')
        .flatMap((update) => (update.build === undefined ? [] : (parseBuild(update.build) ?? [])));
    const highest = builds.sort(compareBuilds).at(-1);
    const told = build === undefined ? undefined : parseBuild(build);
    if (highest && told && compareBuilds(highest, told) !== 0) {
        faults.push(`its build is ${build}, that of its newest update ${highest.number}.${highest.ubr}`);
    }
    return faults;
}
/** Each value that is there more than once, once. */
function twice(values) {
    return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}

;// CONCATENATED MODULE: ./.cache/build/src/updates/lock-file.js
/** The lock file: the exact packages of a template by URL, size and hashes. Same lock, same inputs. Schema: schema/lock.schema.json. */









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
let compiled;
/** Compiled when it is first asked for, and once: it takes longer than all that it checks. */
function schemaValidator() {
    compiled ??= new ajv.Ajv().compile(lock_schema_namespaceObject);
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
    const [error] = validate.errors ?? [];
    const extra = error?.keyword === 'additionalProperties' ? ` (${String(error.params.additionalProperty)})` : '';
    throw invalid(path, `${error?.instancePath || 'the top level'} ${error?.keyword === 'minItems' ? 'is empty' : (error?.message ?? 'is not valid')}${extra}`);
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
        .sort(compare_text_compareText);
    if (differences.length === 0)
        return;
    const list = differences.map((key) => `${key}: ${lock_file_text(lock.request[key])} in the lock, ${lock_file_text(request[key])} now`);
    throw new errors/* UserError */.yo('lock-invalid', `${path} was made for another request (${list.join('; ')})`, 'Set update-lock: true to make it anew, or put the inputs back.');
}
function lock_file_text(value) {
    if (value === undefined)
        return 'not set';
    return typeof value === 'string' ? value : [...value].sort(compare_text_compareText).join(', ');
}
function invalid(path, what, cause) {
    return new errors/* UserError */.yo('lock-invalid', `The lock file ${path} is not valid: ${what}`, 'Restore it from version control, or set update-lock: true to make it anew.', cause === undefined ? {} : { cause });
}

;// CONCATENATED MODULE: ./.cache/build/src/updates/locked-updates.js
/** Between lock files and updates: what a lock says is to be fetched, and the lock of what was fetched. */


/** With a lock nothing is searched. */
function updatesOfLock(lock) {
    return lock.updates.map(({ 'update-id': updateId, ...update }) => ({ ...update, updateId }));
}
/**
 * @param files in any order
 * @param before whose pins of other inputs are kept
 */
function lockOf(files, request, before) {
    const byUpdate = new Map();
    for (const file of files)
        byUpdate.set(file.update.updateId, [...(byUpdate.get(file.update.updateId) ?? []), file]);
    const updates = [...byUpdate.values()].map(lockUpdate).sort((a, b) => compare_text_compareText(a.kb, b.kb));
    const newest = updates
        .map((update) => update.date ?? '')
        .sort(compare_text_compareText)
        .at(-1);
    const build = files
        .filter((file) => file.file.kind === 'cumulative')
        .flatMap((file) => (file.build === undefined ? [] : (parseBuild(file.build) ?? [])))
        .sort(compareBuilds)
        .at(-1);
    return {
        schema: 1,
        date: newest || '1970-01-01',
        ...(build && { build: formatBuild(build) }),
        request,
        updates,
        ...(before?.inputs && { inputs: before.inputs }),
    };
}
function lockUpdate(files) {
    const [first] = files;
    if (!first)
        throw new Error('an update without files');
    const { kb, kind, title, updateId, month, date, letter, reason, optional } = first.update;
    const build = files.find((file) => file.file.kind !== 'checkpoint')?.build;
    return {
        kb,
        kind,
        title,
        'update-id': updateId,
        ...(month !== undefined && { month }),
        ...(date !== undefined && { date }),
        ...(build !== undefined && { build }),
        ...(letter !== undefined && { letter }),
        reason,
        ...(optional && { optional }),
        files: files
            .map(({ file, fetched }) => ({
            name: file.name,
            kb: file.kb,
            kind: file.kind,
            url: file.url,
            size: fetched.size,
            sha1: fetched.sha1,
            sha256: fetched.sha256,
        }))
            .sort((a, b) => compare_text_compareText(a.name, b.name)),
    };
}

// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(73136);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var yaml_dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./.cache/build/src/updates/packages-file.js
/** An explicit list of packages in place of the catalog: URL or path and SHA-256 each, as YAML or JSON. */







const KINDS = ['servicing-stack', 'checkpoint', 'cumulative', 'dotnet'];
const KEYS = ['url', 'path', 'sha256', 'kb', 'kind'];
/**
 * @returns at least one package; paths are relative to the list's folder
 * @throws UserError file-missing, input-invalid with line and column
 */
async function readPackagesFile(path) {
    const text = await (0,promises_.readFile)(path, 'utf8').catch((error) => {
        throw (0,explain_path_error/* explainPathError */.n)(error, { what: 'the packages file', path, input: 'packages-file' });
    });
    return parsePackagesFile(text, path);
}
function parsePackagesFile(text, path) {
    const lines = new yaml_dist/* LineCounter */.HN();
    // All scalars are text: a hash of digits alone is no number.
    const document = (0,yaml_dist/* parseDocument */.Tp)(text, { lineCounter: lines, prettyErrors: false, schema: 'failsafe' });
    const refuse = (offset, message) => {
        const { line, col } = lines.linePos(offset);
        return new errors/* UserError */.yo('input-invalid', `${path}:${line}:${col}: ${message}`, 'Write a list "packages:" of entries with url or path, sha256, and if need be kind and kb.');
    };
    const [syntax] = document.errors;
    if (syntax)
        throw refuse(syntax.pos[0], `not valid YAML: ${syntax.message}`);
    const root = document.contents;
    const list = (0,yaml_dist/* isMap */.jh)(root) ? root.get('packages') : root;
    if (!(0,yaml_dist/* isSeq */.oP)(list) || list.items.length === 0)
        throw refuse(0, 'no list of packages');
    return list.items.map((item) => {
        const offset = item.range?.[0] ?? 0;
        if (!(0,yaml_dist/* isMap */.jh)(item))
            throw refuse(offset, 'an entry that is no mapping');
        return readEntry(item.toJSON(), (0,external_node_path_.dirname)((0,external_node_path_.resolve)(path)), (message) => refuse(offset, message));
    });
}
function readEntry(entry, folder, refuse) {
    const unknown = Object.keys(entry).find((key) => !KEYS.includes(key));
    if (unknown !== undefined)
        throw refuse(`unknown key "${unknown}" (known: ${KEYS.join(', ')})`);
    const sha256 = String(entry.sha256 ?? '').toLowerCase();
    if (!/^[0-9a-f]{64}$/.test(sha256))
        throw refuse('sha256 is not 64 hexadecimal digits');
    const url = packages_file_location(entry, folder, refuse);
    const name = decodeURIComponent((0,external_node_path_.basename)(new URL(url).pathname));
    if (!/^\w[\w.+() -]{0,200}$/.test(name) || !/\.(?:msu|cab)$/i.test(name))
        throw refuse(`"${name}" is not the name of an .msu or .cab file`);
    const kind = entry.kind === undefined ? undefined : KINDS.find((candidate) => candidate === entry.kind);
    if (entry.kind !== undefined && kind === undefined)
        throw refuse(`kind "${String(entry.kind)}" is none of ${KINDS.join(', ')}`);
    const kb = entry.kb === undefined ? kbOf(name.replaceAll('_', '-')) : kbOf(`KB${String(entry.kb).replace(/^KB/i, '')}`);
    if (entry.kb !== undefined && kb === undefined)
        throw refuse(`kb "${String(entry.kb)}" is not a KB number`);
    return { url, name, sha256, ...(kb !== undefined && { kb }), ...(kind !== undefined && { kind }) };
}
function packages_file_location(entry, folder, refuse) {
    const { url, path } = entry;
    if (typeof path === 'string' && url === undefined)
        return (0,external_node_url_.pathToFileURL)((0,external_node_path_.resolve)(folder, path)).href;
    if (typeof url === 'string' && path === undefined && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol))
        return url;
    throw refuse('an entry needs either url (a web address) or path');
}

// EXTERNAL MODULE: ./.cache/build/src/files/hash-file.js
var hash_file = __webpack_require__(94427);
// EXTERNAL MODULE: ./.cache/build/src/tools/signature.js
var tools_signature = __webpack_require__(92308);
;// CONCATENATED MODULE: ./.cache/build/src/updates/check-signature.js
/** The signature of a package: a third witness beside the two hashes; its absence is reported, not fatal. */


/** @throws UserError package-invalid when there is a signature and the content is not what was signed */
async function checkSignature(path, container, tools) {
    if (container === 'wim' && process.platform !== 'win32') {
        return { state: 'unchecked', by: 'osslsigncode reads no WIM containers' };
    }
    const signature = await (0,tools_signature/* readSignature */.Bc)(path, tools);
    if (signature.state !== 'altered')
        return signature;
    throw new errors/* UserError */.yo('package-invalid', `${path} was altered after it was signed (${signature.by})`, 'Do not use it: fetch it again, and look at what lies between this runner and Microsoft.');
}

;// CONCATENATED MODULE: ./.cache/build/src/archives/cab/cab-directory.js
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
    const file = await (0,promises_.open)(path, 'r');
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
        throw new errors/* FormatError */.IF(path, 0, `a cabinet header of ${HEADER_SIZE} bytes`, `${bytes.length} bytes`);
    const magic = bytes.toString('latin1', 0, 4);
    if (magic !== 'MSCF')
        throw new errors/* FormatError */.IF(path, 0, 'MSCF', JSON.stringify(magic));
    const size = bytes.readUInt32LE(8);
    // A signed cabinet goes on behind cbCabinet with its signature.
    if (size > fileSize)
        throw new errors/* FormatError */.IF(path, 8, `at most the ${fileSize} bytes of the file`, `a cabinet of ${size} bytes`);
    const version = bytes.readUInt16LE(24);
    if (version !== 0x0103)
        throw new errors/* FormatError */.IF(path, 24, 'cabinet version 1.3', `${version >> 8}.${version & 0xff}`);
    const filesOffset = bytes.readUInt32LE(16);
    if (filesOffset < HEADER_SIZE || filesOffset >= size) {
        throw new errors/* FormatError */.IF(path, 16, `an offset of the members inside the ${size} bytes`, String(filesOffset));
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
            throw new errors/* FormatError */.IF(path, base + offset, `member ${index + 1} of ${count}`, 'the end of the directory');
        }
        const size = bytes.readUInt32LE(offset);
        const isUtf8 = (bytes.readUInt16LE(offset + 14) & 0x80) !== 0; // _A_NAME_IS_UTF
        const end = bytes.indexOf(0, offset + 16);
        if (end < 0 || end - offset - 16 >= MAX_NAME || end === offset + 16) {
            throw new errors/* FormatError */.IF(path, base + offset + 16, `a name of 1 to ${MAX_NAME - 1} bytes`, end < 0 ? 'no end of it' : `${end - offset - 16} bytes`);
        }
        members.push({ name: bytes.toString(isUtf8 ? 'utf8' : 'latin1', offset + 16, end), size });
        offset = end + 1;
    }
    return members;
}

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
    const members = container === 'cab' ? (await readCabDirectory(path)).map(({ name }) => name) : await listWim(path, tools);
    const isPlainCab = container === 'cab' && (members ?? []).some((name) => /^update\.mum$/i.test(name));
    const extract = options.extractTo === undefined || isPlainCab ? [] : cabsToExtract(path, container, members ?? []);
    if (members === undefined) {
        return { container, hotpatch: false, cabs: [], unread: '7-Zip, which reads WIM containers, is not installed' };
    }
    // Beside the target, so that renaming stays on one volume.
    const parent = options.extractTo ?? options.temp;
    await (0,promises_.mkdir)(parent, { recursive: true });
    if (options.extractTo !== undefined)
        await removeLeftovers(options.extractTo);
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(parent, TEMPORARY));
    try {
        const texts = members.filter((name) => isPlain(name) && (TEXT.test(name) || METADATA.test(name)));
        await unpackMembers(path, container, [...texts, ...extract], folder, tools);
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
    const unpacked = (await (0,promises_.readdir)(folder)).sort(compare_text_compareText);
    const text = async (pattern) => {
        const name = unpacked.find((candidate) => pattern.test(candidate));
        return name === undefined ? undefined : (0,promises_.readFile)((0,external_node_path_.join)(folder, name), 'utf8');
    };
    const xml = (await text(/KB\d+-[\w.-]*(?<!_uup)\.xml$/i)) ?? (await text(/^update\.mum$/i));
    const identity = xml === undefined ? undefined : readIdentity(xml);
    const properties = await text(/-pkgProperties\.txt$/i);
    const named = members.find((name) => UPDATE.test(name) || /^Windows\d+\.\d+-KB\d+-[\w.-]+\.wim$/i.test(name));
    const kb = (properties && readPropertiesKb(properties)) || (named === undefined ? kbOfIdentity(identity) : kbOf(named));
    const build = identity && buildOfIdentity(identity);
    const stack = members.map(stackVersion).find((version) => version !== undefined);
    const metadata = unpacked.find((name) => METADATA.test(name));
    return {
        ...(kb !== undefined && { kb }),
        ...(identity && { identity }),
        ...(build !== undefined && { build }),
        ...(stack !== undefined && { stack }),
        hotpatch: metadata !== undefined && (await holdsHotpatch((0,external_node_path_.join)(folder, metadata))),
    };
}
/** Hotpatches look like cumulative updates from outside; their metadata do not. */
async function holdsHotpatch(metadata) {
    return (await readCabDirectory(metadata)).some(({ name }) => /hotpatchcompdb/i.test(name));
}
function kbOfIdentity(identity) {
    return identity && kbOf(identity.name.replaceAll('_', '-'));
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
    return Number(UPDATE.test(a)) - Number(UPDATE.test(b)) || compare_text_compareText(a, b);
}
/** A member's name becomes a file name: one plain segment. */
function isPlain(name) {
    return /^[\w.-]{1,200}$/.test(name) && !name.startsWith('.');
}
/** Names in the root of a WIM; undefined when there is no program that can tell. By its name, .msu, 7-Zip takes it for a cabinet. */
async function listWim(path, tools) {
    if (!(await tools.has('7zz')))
        return undefined;
    const { stdout } = await tools.run('7zz', ['l', '-twim', '-slt', '-ba', '--', path]);
    return [...stdout.matchAll(/^Path = (.+?)\r?$/gm)].map((match) => match[1] ?? '');
}
/** 7-Zip where there is one; else expand.exe, which every Windows has. Only the named members, flat into the folder. */
async function unpackMembers(path, container, members, folder, tools) {
    if (members.length === 0)
        return;
    try {
        if (container === 'wim' || process.platform !== 'win32' || (await tools.has('7zz'))) {
            const includes = members.map((member) => `-i!${member}`);
            await tools.run('7zz', ['e', `-t${container}`, '-y', '-bd', '-bso0', `-o${folder}`, ...includes, '--', path]);
            return;
        }
        for (const member of members)
            await tools.run('expand.exe', [path, `-F:${member}`, folder]);
    }
    catch (error) {
        if (!(error instanceof errors/* ToolError */.v4))
            throw error;
        throw new errors/* UserError */.yo('package-invalid', `${path} could not be unpacked: ${error.message}: ${error.tail.split('\n').at(-1) ?? ''}`, 'The package is damaged: delete it and fetch it again.', { cause: error });
    }
}
function cannotExtract(path, why) {
    return new errors/* UserError */.yo('package-invalid', `${path} cannot be taken apart: ${why}`, 'Set extract: false and give the package itself to DISM.');
}

;// CONCATENATED MODULE: ./.cache/build/src/updates/order-packages.js
/**
 * The order of installation, with the reason for each place. Source: "Update Windows installation media with Dynamic Update" and
 * "Checkpoint cumulative updates" (Microsoft Learn): servicing stack, cumulative update, clean-up, .NET Framework.
 */



const RANK = { 'servicing-stack': 0, checkpoint: 1, cumulative: 2, dotnet: 3 };
const REASON = {
    'servicing-stack': 'the servicing stack goes first: it installs all others (without it 0x800f0823)',
    checkpoint: 'a checkpoint lies beside its target; DISM takes from it what the target builds on',
    cumulative: 'the cumulative update follows its servicing stack',
    dotnet: 'the .NET Framework update goes last, after the clean-up that follows the cumulative update',
};
/** The same order for the same set, whatever order it comes in. */
function orderPackages(packages) {
    const ordered = packages.toSorted(comparePackages);
    return ordered.map((entry, index) => ({ ...entry, reason: reasonFor(entry, ordered.slice(index + 1)) }));
}
function reasonFor(entry, later) {
    const next = later.find((other) => other.kind === entry.kind && entry.kind === 'cumulative');
    return next ? `before ${next.kb}, which is newer and builds on it` : REASON[entry.kind];
}
function comparePackages(a, b) {
    return (RANK[a.kind] - RANK[b.kind] ||
        revision(a) - revision(b) ||
        compare_text_compareText(a.date ?? '', b.date ?? '') ||
        order_packages_kbNumber(a) - order_packages_kbNumber(b) ||
        compare_text_compareText(a.name, b.name));
}
/** Unknown builds sort as oldest: a consistent place, so that the order stays a function of the set. */
function revision(entry) {
    return (entry.build && parseBuild(entry.build)?.ubr) || 0;
}
function order_packages_kbNumber(entry) {
    return Number(kbOf(entry.kb)?.slice(2) ?? 0);
}

;// CONCATENATED MODULE: ./.cache/build/src/updates/prepare-packages.js
/** From downloaded files to packages for the next step: opened, checked against what was promised, in installation order. */






/** @throws UserError package-invalid when a file is not what the catalog said it is, or cannot be taken apart */
async function prepareFiles(files, options) {
    const prepared = [];
    const findings = [];
    for (const entry of files) {
        const { path } = entry.fetched;
        const opened = await openPackage(path, options.tools, {
            temp: options.temp,
            ...(options.extract && { extractTo: (0,external_node_path_.join)(path, '..', 'cabs') }),
        });
        requireWhatWasPromised(entry.file, opened, options.facts);
        const signature = await checkSignature(path, opened.container, options.tools);
        const promised = entry.file.kind === 'checkpoint' ? undefined : entry.update.build;
        const build = entry.file.kind === 'dotnet' ? undefined : (opened.build ?? promised);
        findings.push(...findingsFor(entry.file, opened, signature, promised));
        prepared.push({ ...entry, opened, signature, build });
    }
    return { prepared, findings };
}
/** The packages of the output, in installation order. */
async function packagesInOrder(files, options) {
    const parts = await Promise.all(files.map((file) => partsOf(file, options)));
    return orderPackages(parts.flat()).map((part) => ({
        kb: part.kb,
        kind: part.kind,
        path: part.path,
        sha256: part.sha256,
        size: part.size,
        build: part.build ?? '',
        'apply-mode': part.applyMode,
        optional: part.optional,
        reason: part.reason,
    }));
}
async function partsOf(entry, options) {
    const { update, file, fetched, opened, build } = entry;
    const common = {
        kb: file.kb,
        optional: update.optional ?? false,
        ...(update.date !== undefined && { date: update.date }),
    };
    if (!options.extract) {
        const { path, sha256, size } = fetched;
        const applyMode = applyModeOf(file, options.facts);
        return [
            {
                ...common,
                kind: file.kind,
                name: file.name,
                path,
                sha256,
                size,
                applyMode,
                ...(build !== undefined && { build }),
            },
        ];
    }
    return Promise.all(opened.cabs.map(async (cab) => {
        const hashed = await (0,hash_file/* digestFile */.TM)(cab.path, options.signal);
        const version = cab.version ?? build;
        return {
            ...common,
            kind: cab.kind === 'servicing-stack' ? 'servicing-stack' : file.kind,
            name: cab.name,
            path: cab.path,
            sha256: hashed.sha256,
            size: hashed.size,
            applyMode: 'add-package',
            ...(version !== undefined && { build: version }),
        };
    }));
}
function applyModeOf(file, facts) {
    if (file.kind === 'checkpoint')
        return 'with-target';
    return file.kind === 'cumulative' && facts.checkpoints ? 'folder-target' : 'add-package';
}
function requireWhatWasPromised(file, opened, facts) {
    const refuse = (what, hint) => new errors/* UserError */.yo('package-invalid', `${file.name} ${what}`, hint);
    if (opened.hotpatch) {
        throw refuse('is a hotpatch inside: it needs a running system at its baseline', 'Choose the regular cumulative update of that month.');
    }
    if (opened.kb !== undefined && file.kb !== '' && opened.kb !== file.kb) {
        throw refuse(`says it is ${opened.kb}, expected ${file.kb}`, 'The catalog or the packages-file names the wrong file: report it.');
    }
    if (opened.container === 'wim' && !facts.checkpoints) {
        throw refuse(`is a WIM container, which ${facts.name} cannot open`, 'It is for Windows Server 2025 or newer: check product and the list of packages.');
    }
    // Packages of Server 2025 tell their Windows by the servicing stack that they bring.
    const built = opened.build ?? opened.stack;
    if (file.kind !== 'dotnet' && built !== undefined && Number(built.slice(0, 5)) !== facts.build) {
        throw refuse(`is for Windows build ${built.slice(0, 5)}, not ${facts.build} (${facts.name})`, 'Check product and the list of packages.');
    }
}
function findingsFor(file, opened, signature, promised) {
    const findings = [];
    if (signature.state === 'unsigned') {
        findings.push({
            code: 'package-unsigned',
            severity: 'info',
            seen: `${file.name} carries no signature (${signature.by}); its hash is what was pinned.`,
            remedy: 'Expected for sample packages only: packages of Microsoft are signed.',
        });
    }
    if (opened.build !== undefined &&
        promised !== undefined &&
        file.kind !== 'servicing-stack' &&
        opened.build !== promised) {
        findings.push({
            code: 'build-differs',
            severity: 'warning',
            seen: `${file.name} leads to build ${opened.build} by its own account, the release information says ${promised}.`,
            remedy: 'The package is believed; if the finished image has another build, report this.',
        });
    }
    if (opened.unread !== undefined) {
        findings.push({
            code: 'package-not-opened',
            severity: 'info',
            seen: `${file.name} was not looked into: ${opened.unread}.`,
            remedy: 'Its hash was verified; install 7-Zip to have it checked before it is applied.',
        });
    }
    return findings;
}

;// CONCATENATED MODULE: ./.cache/build/src/updates/pick-release.js
/** Picks the cumulative update out of the release information, and says what else it lists and why that was left out. */





/** @param entries of one product, in any order */
function pickRelease(entries, question) {
    const level = template/* CHANNELS */.l_.indexOf(question.channel);
    const inTime = entries.filter((entry) => isInTime(entry, question.release)).toSorted(compareEntries);
    const picked = inTime.findLast(({ kb, letter }) => template/* CHANNELS */.l_.indexOf(channelOfLetter(letter)) <= level && !question.exclude.includes(kb));
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
    return (compare_text_compareText(a.month, b.month) ||
        compareBuilds(a.build, b.build) ||
        compare_text_compareText(a.date, b.date) ||
        compare_text_compareText(a.kb, b.kb));
}
function describe(entry, { channel, exclude }) {
    return {
        kb: entry.kb,
        title: `${entry.month} ${entry.letter}, build ${formatBuild(entry.build)} (release information)`,
        updateId: '',
        date: entry.date,
        chosen: false,
        reason: exclude.includes(entry.kb)
            ? 'excluded by the template'
            : `a release of channel ${channelOfLetter(entry.letter)}; the channel is ${channel}`,
    };
}
/** Both directions are worth saying: a fix that was passed over, and that the choice is one. */
function outOfBandFindings(picked, passed) {
    const name = products_product/* PRODUCT_FACTS */.sn[picked.product].name;
    if (picked.letter === 'OOB') {
        return [
            {
                code: 'out-of-band-chosen',
                severity: 'info',
                seen: `${picked.kb} of ${picked.date} is an out-of-band release of ${name} (build ${formatBuild(picked.build)}).`,
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
            seen: `${newest.kb} of ${newest.date} is an out-of-band release newer than ${picked.kb} (build ${formatBuild(newest.build)}).`,
            remedy: 'Set channel: out-of-band when its fix matters to you.',
        },
    ];
}

;// CONCATENATED MODULE: ./.cache/build/src/updates/release-stand.js
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
    const newest = entries.toSorted(compareEntries).at(-1);
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

;// CONCATENATED MODULE: ./.cache/build/src/updates/choose-files.js
/** Chooses among the files of one catalog entry: the target and its checkpoints, or the file for the runtime that is in the box. */


/**
 * @param files as the dialog gave them, in any order
 * @returns for products with checkpoints the checkpoints (ascending) and then the target; else exactly one file
 * @throws UserError catalog-changed when no file fits
 */
function chooseFiles(candidate, files, facts, architecture) {
    const { target, fitting, left } = sift(candidate, files, facts, architecture);
    if (!target) {
        throw pageChanged('download', `a file of ${candidate.kb} for ${architecture} (it names ${files.map((file) => file.name).join(', ') || 'none'})`);
    }
    const takesCheckpoints = facts.checkpoints && candidate.kind === 'cumulative';
    const checkpoints = takesCheckpoints
        ? fitting
            .filter((file) => file !== target)
            .map((file) => ({ ...file, kind: 'checkpoint' }))
            .sort((a, b) => choose_files_kbNumber(a.kb) - choose_files_kbNumber(b.kb))
        : [];
    for (const file of fitting) {
        if (file !== target && !checkpoints.some((checkpoint) => checkpoint.name === file.name)) {
            left.push({ name: file.name, reason: `not the file of ${candidate.kb}` });
        }
    }
    return { files: [...checkpoints, target], left };
}
/** The file that an entry is about, by its name; undefined when it has none for this system. */
function fittingTarget(candidate, files, facts, architecture) {
    return sift(candidate, files, facts, architecture).target;
}
function sift(candidate, files, facts, architecture) {
    const left = [];
    const fitting = [];
    for (const file of files.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
        const reason = unfit(file.name, candidate, facts, architecture);
        if (reason === undefined)
            fitting.push(choose_files_describe(file, candidate));
        else
            left.push({ name: file.name, reason });
    }
    const target = candidate.kind === 'dotnet' ? fitting[0] : fitting.find((file) => file.kb === candidate.kb);
    return { target, fitting, left };
}
function unfit(name, candidate, facts, architecture) {
    const lower = name.toLowerCase();
    if (!/\.(?:msu|cab)$/.test(lower))
        return 'neither .msu nor .cab';
    if (kbOf(lower.replaceAll('_', '-')) === undefined)
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
function choose_files_describe(file, candidate) {
    return { ...file, kb: kbOf(file.name.replaceAll('_', '-')) ?? '', kind: candidate.kind };
}
function choose_files_kbNumber(kb) {
    return Number(kb.slice(2));
}

;// CONCATENATED MODULE: ./.cache/build/src/updates/judge-row.js
/** What speaks against a row of the catalog: its kind and its system, by title and by Products. */

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
    if (!facts.titleNames.some((name) => normalise(name) === title.system)) {
        return `for ${title.system ?? 'another system'}, not ${facts.name}`;
    }
    return unfitProducts(row, want);
}
/** Why a row's Products are another system's; undefined when they are not. */
function unfitProducts(row, { facts }) {
    const products = row.products.map(normalise);
    if (facts.catalogProducts.some((product) => products.includes(normalise(product))))
        return undefined;
    return `its products are ${row.products.join(', ')}, not ${facts.catalogProducts.join(' or ')}`;
}

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
        const title = readTitle(row.title);
        const { kb, month, kind, preview } = title;
        if (kb === undefined || month === undefined || kind !== 'cumulative' || preview)
            continue;
        if (unfitKind(title, want) !== undefined || unfitSystem(row, title, want) !== undefined)
            continue;
        if (Date.parse(row.date) < Date.parse(patchTuesday(month)) - DAY_MS)
            continue;
        const known = first.get(month);
        if (!known || isEarlier({ row, title }, known))
            first.set(month, { row, title, kb });
    }
    return new Set([...first.values()].map(({ kb }) => kb));
}
function isEarlier(a, b) {
    const builds = (a.title.build && parseBuild(a.title.build)?.ubr) || 0;
    const others = (b.title.build && parseBuild(b.title.build)?.ubr) || 0;
    if (builds > 0 && others > 0 && builds !== others)
        return builds < others;
    return (compare_text_compareText(a.row.date, b.row.date) || compare_text_compareText(a.row.updateId, b.row.updateId)) < 0;
}

;// CONCATENATED MODULE: ./.cache/build/src/updates/choose-update.js
/** Chooses one update among catalog rows, and says of every other row why it was left out. A function of the set of rows alone. */







function chooseUpdate(rows, want) {
    const unique = [...new Map(rows.map((row) => [row.updateId, row])).values()].sort(compareRows);
    const regular = regularOfMonths(unique, want);
    const judged = unique.map((row) => ({ row, judgement: judge(row, want, regular) }));
    const candidates = judged.flatMap(({ judgement }) => (typeof judgement === 'string' ? [] : [judgement]));
    const chosen = candidates.toSorted(compareCandidates).at(-1);
    return {
        chosen,
        considered: judged.map(({ row, judgement }) => ({
            kb: readTitle(row.title).kb ?? '',
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
    const title = readTitle(row.title);
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
    if (release.kind === 'until' && date > release.date)
        return `released on ${date}, after ${release.date}`;
    if (release.kind === 'month' && title.month !== release.month && !carriesForward(title, release.month)) {
        return `of ${title.month ?? 'no month'}, not ${release.month}`;
    }
    const channel = channelOf(kb, title, entry, regular);
    if (template/* CHANNELS */.l_.indexOf(channel) <= template/* CHANNELS */.l_.indexOf(want.channel))
        return undefined;
    return channel === 'preview' ? 'a preview' : `an out-of-band release of ${date}; the channel is ${want.channel}`;
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
        return channelOfLetter(entry.letter);
    return title.kind !== 'cumulative' || regular.has(kb) ? 'regular' : 'out-of-band';
}
/**
 * Whether a row may be an update that the release information names although its title does not say so: titles come short
 * (`2026-09 Security Update (KB5122871) (26100.33438)`) or in another language. Number and Products decide, the title only
 * speaks against it; whether its file is for this system its name tells.
 */
function candidateOfEntry(row, entry, want) {
    const title = readTitle(row.title);
    if (title.kb !== undefined && title.kb !== entry.kb)
        return `it is ${title.kb}, not ${entry.kb}`;
    const against = (title.kind === 'other' ? undefined : unfitKind(title, want)) ??
        (title.hotpatch || title.delta ? 'a hotpatch or a delta update' : undefined) ??
        (title.mentioned !== undefined && title.mentioned !== want.architecture ? `for ${title.mentioned}` : undefined) ??
        unfitProducts(row, want);
    if (against !== undefined)
        return against;
    const { kb, month, date, letter, build } = entry;
    return { row, kb, kind: 'cumulative', month, date, build: formatBuild(build), letter, runtimes: [] };
}
function buildOf(kb, title, want) {
    const build = want.entries.get(kb)?.build;
    return build ? `${build.number}.${build.ubr}` : title.build;
}
/** Servicing month, then build, then date; among .NET rows of a month the one for most runtimes; the id decides what is left. */
function compareCandidates(a, b) {
    return (compare_text_compareText(a.month ?? '', b.month ?? '') ||
        ubrOf(a) - ubrOf(b) ||
        compare_text_compareText(a.date, b.date) ||
        a.runtimes.length - b.runtimes.length ||
        compare_text_compareText(b.row.updateId, a.row.updateId));
}
function ubrOf(candidate) {
    return (candidate.build && parseBuild(candidate.build)?.ubr) || 0;
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
    return compare_text_compareText(b.date, a.date) || compare_text_compareText(a.title, b.title) || compare_text_compareText(a.updateId, b.updateId);
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
function baselineMissing({ kb, reason }) {
    return {
        code: 'baseline-missing',
        severity: 'warning',
        seen: `The catalog no longer has ${kb}: ${reason}.`,
        remedy: 'If installing the servicing stack ends with 0x800F081E, use newer media, or name the package in a packages-file.',
    };
}
/** @param expected the month whose Patch Tuesday is over */
function newerExpected(kb, month, expected) {
    return {
        code: 'newer-release-expected',
        severity: 'warning',
        seen: `${kb} of ${month} was chosen by its title, though the release of ${expected} is out by the calendar; without the release information nothing says that the catalog shows all.`,
        remedy: 'Let the step reach the release information (release-info-url), or name the month or the KB in release.',
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
    const needed = await picker.needed(asked);
    if (asked.length === 0 && picker.findings.length === 0)
        throw nothingToTake(question);
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
        const until = untilMonthOf(picked[0]?.candidate, release);
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
        const { facts, mediaBuild } = this.#question;
        const target = picked.find(({ candidate }) => candidate.kind === 'cumulative')?.candidate;
        if (!target)
            return [];
        const after = target.build === undefined ? undefined : parseBuild(target.build);
        if (mediaBuild && after && mediaBuild.ubr > after.ubr)
            this.findings.push(mediaNewer(mediaBuild, target.kb, after));
        const baselines = await this.#baselines(picked);
        if (facts.servicingStack === 'inside')
            return baselines;
        if (picked.some(({ candidate }) => candidate.kind === 'servicing-stack'))
            return baselines;
        if (!this.#wants('servicing-stack')) {
            this.findings.push(stackLeftOut(facts, target.kb));
            return baselines;
        }
        const candidate = await this.#search.byTitle('servicing-stack', untilMonthOf(target, this.#question.release));
        if (!candidate)
            throw this.#search.notFound('The servicing-stack update that the cumulative update needs');
        return [...baselines, { candidate, reason: `the newest servicing stack when ${target.kb} came out` }];
    }
    #wants(kind) {
        return this.#question.include.includes(kind);
    }
    async #cumulative() {
        const { release, channel, releases } = this.#question;
        const pick = pickRelease(releases ?? [], this.#question);
        this.#search.considered.push(...pick.considered);
        this.findings.push(...pick.findings);
        const told = `${describeRelease(release)} of channel ${channel}`;
        if (pick.entry) {
            const candidate = await this.#search.byEntry(pick.entry);
            if (!candidate)
                throw this.#notInCatalog(pick.entry);
            const { month, letter, date } = pick.entry;
            return { candidate, reason: `${month} ${letter} release of ${date}: ${told}` };
        }
        const candidate = await this.#search.byTitle('cumulative', release);
        if (!candidate)
            throw this.#search.notFound(`A cumulative update (${describeRelease(release)}, channel ${channel})`);
        this.#doubtOldChoice(candidate);
        return { candidate, reason: `${told}, found by title` };
    }
    /** What the release information names is what was asked for: an older one is taken only when somebody says so. */
    #notInCatalog(entry) {
        const { kb, month, letter, date } = entry;
        const older = pickRelease((this.#question.releases ?? []).filter((other) => other.date < date), { ...this.#question, release: { kind: 'latest' } }).entry;
        const instead = older ? `, or take an older one by saying so: release: ${older.month} (${older.kb})` : '';
        return this.#search.notFound(`${kb}, the ${month} ${letter} release of ${date} by the release information,`, `The catalog's index may be behind: run this step again later${instead}.`);
    }
    /** Without the release information nothing but the calendar says that there is something newer. */
    #doubtOldChoice({ kb, month }) {
        const { release, releases, today } = this.#question;
        if (release.kind !== 'latest' || releases !== undefined || month === undefined)
            return;
        const thisMonth = today.slice(0, 7);
        const expected = patchTuesday(thisMonth) < today ? thisMonth : monthBefore(thisMonth);
        if (month < expected)
            this.findings.push(newerExpected(kb, month, expected));
    }
    async #baselines(picked) {
        const { facts, mediaBuild } = this.#question;
        const rules = facts.baselines.filter(({ kb, kind }) => this.#wants(kind) && !picked.some(({ candidate }) => candidate.kb === kb));
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
/** What accompanies a cumulative update is not newer than its month. */
function untilMonthOf(target, release) {
    return target?.month === undefined ? release : { kind: 'month', month: target.month };
}
function monthBefore(month) {
    const date = new Date(`${month}-01T00:00:00Z`);
    date.setUTCMonth(date.getUTCMonth() - 1);
    return date.toISOString().slice(0, 7);
}
function nothingToTake({ facts, include }) {
    return new errors/* UserError */.yo('input-invalid', include.length === 0
        ? 'include (updates.include of the template) is empty: there is nothing to fetch'
        : `include names ${include.join(', ')} alone, which ${facts.name} has only inside its cumulative update`, 'Add cumulative to include, or leave this step out.');
}

;// CONCATENATED MODULE: ./.cache/build/src/updates/resolve-updates.js
/** From a request to the updates with their files: discover in the release information, resolve by KB, fall back to a title search. */








/** The request as a lock file keeps it. */
function lockRequest(request) {
    const { product, architecture, include, release, channel, exclude, mediaBuild } = request;
    return {
        product,
        architecture,
        include: [...include].sort(compare_text_compareText),
        release: releaseTexts(release),
        channel,
        ...(exclude.length > 0 && { exclude: [...exclude].sort(compare_text_compareText) }),
        ...(mediaBuild && { 'media-build': formatBuild(mediaBuild) }),
    };
}
/**
 * @throws UserError update-not-found with what was left out and why; catalog-unavailable, catalog-changed, input-invalid
 */
async function resolveUpdates(request, sources) {
    const { architecture, channel, exclude, release, include, mediaBuild } = request;
    const facts = products_product/* PRODUCT_FACTS */.sn[request.product];
    const releases = sources.releases?.filter((entry) => entry.product === request.product);
    const want = { facts, architecture, channel, exclude, release };
    const entries = new Map((releases ?? []).map((entry) => [entry.kb, entry]));
    const search = createCatalogSearch({ ...want, entries }, sources.catalog);
    const { considered } = search;
    const { picked, findings } = await pickUpdates({ ...want, include, releases, today: sources.today, ...(mediaBuild && { mediaBuild }) }, search);
    const updates = withoutNamedCheckpoints(await withFiles(picked, request, facts, sources.catalog, considered), considered);
    const chosen = updates.findLast(({ kind }) => kind === 'cumulative');
    const stand = chosen && releaseStand(releases ?? [], { kb: chosen.kb, date: chosen.date ?? '' });
    return { updates, considered, findings, ...(stand && { stand }) };
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
        const choice = chooseFiles(candidate, dialog.get(row.updateId) ?? [], facts, request.architecture);
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

;// CONCATENATED MODULE: ./.cache/build/actions/fetch-updates/file-report.js
/** What the report says of each file that was fetched. */
function describeFile({ file, fetched, opened, signature, update }) {
    return {
        name: file.name,
        kb: file.kb,
        kind: file.kind,
        url: file.url,
        size: fetched.size,
        sha1: fetched.sha1,
        sha256: fetched.sha256,
        verifiedBy: ['sha1', 'sha256'].filter((algorithm) => file[algorithm] !== undefined),
        from: fetched.from,
        container: opened.container,
        ...(opened.identity && { identity: `${opened.identity.name} ${opened.identity.version}` }),
        ...(opened.stack !== undefined && { stack: opened.stack }),
        signature,
        reason: update.reason,
    };
}

;// CONCATENATED MODULE: ./.cache/build/actions/fetch-updates/main.js
/** Orchestrates fetch-updates: lock, list or catalog; download; open and check; order; lock. */




















async function main(inputs, context) {
    const http = createClient(inputs);
    try {
        const plan = await context.log.group('Choosing updates', () => choose(inputs, http, context));
        const fetched = await context.log.group('Downloading', () => download(inputs, plan, http, context));
        const opened = await context.log.group('Opening packages', () => main_open(inputs, plan, fetched, context));
        const lock = plan.source === 'packages-file' ? undefined : lockOf(opened.prepared, lockRequest(inputs), plan.lock);
        const lockChanges = lock && inputs.lockFile !== undefined ? diffLocks(plan.lock, lock) : [];
        const writes = lock !== undefined && inputs.lockFile !== undefined && plan.source === 'catalog';
        if (writes)
            await writeLock(inputs.lockFile, lock);
        const build = opened.packages.findLast((entry) => entry.kind === 'cumulative')?.build;
        return {
            source: plan.source,
            directory: inputs.directory,
            packages: opened.packages,
            ...(inputs.lockFile !== undefined && plan.source !== 'packages-file' && { lockFile: inputs.lockFile }),
            changed: writes && lockChanges.length > 0,
            lockChanges,
            ...(build && { build }),
            ...(plan.stand && { stand: plan.stand }),
            files: opened.prepared.map(describeFile),
            considered: plan.considered,
            findings: [...plan.findings, ...opened.findings],
        };
    }
    finally {
        await http.close();
    }
}
/** A list's addresses are somebody's own choice and pinned by SHA-256; the catalog's and a lock's have to be Microsoft's. */
function createClient(inputs) {
    const mirrors = [inputs.catalogUrl, inputs.releaseInfoUrl].flatMap((url) => url === undefined || url === 'none' ? [] : [url]);
    const listed = inputs.packagesFile !== undefined;
    return (0,http_client/* createHttpClient */.u)({
        env: inputs.env,
        policy: (0,host_policy/* createHostPolicy */.Ng)({ mirrors, ...(!listed && { suffixes: host_policy/* MICROSOFT_SUFFIXES */.rr }) }),
    });
}
async function choose(inputs, http, context) {
    if (inputs.packagesFile !== undefined) {
        const list = await readPackagesFile(inputs.packagesFile);
        context.log.info(`${list.length} packages from ${inputs.packagesFile}`);
        return { source: 'packages-file', updates: updatesOfList(list), considered: [], findings: [], list };
    }
    const lock = inputs.lockFile === undefined ? undefined : await readOldLock(inputs.lockFile, inputs.updateLock, context);
    if (lock && !inputs.updateLock) {
        requireSameRequest(lock, lockRequest(inputs), inputs.lockFile ?? '');
        context.log.info(`${lock.updates.length} updates from the lock ${inputs.lockFile}`);
        return { source: 'lock', updates: updatesOfLock(lock), considered: [], findings: [], lock };
    }
    if (inputs.lockFile !== undefined)
        await requireLockPlace(inputs.lockFile);
    return { ...(await search(inputs, http, context)), ...(lock && { lock }) };
}
/** A lock that is made anew need not be a good one. */
async function readOldLock(path, isMadeAnew, { log }) {
    try {
        return await readLock(path);
    }
    catch (error) {
        if (!isMadeAnew || !(error instanceof errors/* UserError */.yo) || error.code !== 'lock-invalid')
            throw error;
        log.warning(`${error.message}. It is made anew; pins of other inputs that it held are lost.`);
        return undefined;
    }
}
async function search(inputs, http, context) {
    const { log, signal } = context;
    const releases = await loadReleaseInfo(http, inputs.releaseInfoUrl, signal, log.info);
    const catalog = createCatalogClient({
        http,
        signal,
        ...(inputs.catalogUrl !== undefined && { url: inputs.catalogUrl }),
        onRetry: log.info,
    });
    const resolution = await resolveUpdates(inputs, {
        catalog,
        releases: releases.entries,
        today: new Date().toISOString().slice(0, 10),
    });
    for (const update of resolution.updates)
        log.info(`${update.title}: ${update.reason}`);
    if (resolution.stand)
        log.info(describeStand(resolution.stand));
    return { source: 'catalog', ...resolution, findings: [...releases.findings, ...resolution.findings] };
}
async function download(inputs, plan, http, context) {
    await (0,make_folder/* makeFolder */.f)(inputs.directory);
    const { folder, maxBytes } = inputs.cache;
    const cache = await (0,file_cache/* openUsableCache */.L)(folder, maxBytes, (0,external_node_path_.join)(context.temp, 'download-cache'), context.log.warning);
    const fetched = await downloadUpdates(plan.updates, inputs.directory, cache, {
        http,
        signal: context.signal,
        onRetry: context.log.info,
        onProgress: context.log.info,
    });
    for (const { file, fetched: got } of fetched) {
        context.log.info(`${file.name}: ${(0,units/* formatSize */.Xq)(got.size)}, ${got.from === 'network' ? 'downloaded' : `from ${got.from}`}, verified`);
    }
    await cache.trim(new Set(fetched.map((entry) => entry.fetched.sha256)));
    return fetched;
}
async function main_open(inputs, plan, fetched, context) {
    const options = {
        facts: products_product/* PRODUCT_FACTS */.sn[inputs.product],
        tools: context.tools,
        temp: context.temp,
        signal: context.signal,
        extract: inputs.extract,
    };
    const { prepared, findings } = await prepareFiles(fetched, options);
    const settled = plan.list ? await settleListed(prepared, plan.list, options.facts) : prepared;
    return { prepared: settled, packages: await packagesInOrder(settled, options), findings };
}

// EXTERNAL MODULE: ./.cache/build/src/report/findings-table.js
var findings_table = __webpack_require__(29994);
// EXTERNAL MODULE: ./.cache/build/src/report/markdown-table.js
var markdown_table = __webpack_require__(90597);
;// CONCATENATED MODULE: ./.cache/build/actions/fetch-updates/summary.js
/** The job summary of fetch-updates. */





const MAX_LEFT_OUT = 15;
function renderSummary(result) {
    const build = result.build === undefined ? '' : `, Windows build ${result.build}`;
    const rows = result.packages.map((entry, index) => [
        String(index + 1),
        entry.kb,
        entry.kind,
        (0,external_node_path_.basename)(entry.path),
        (0,units/* formatSize */.Xq)(entry.size),
        entry['apply-mode'],
        entry.reason,
    ]);
    const parts = [
        `### Updates: ${result.packages.length} packages${build}`,
        (0,markdown_table/* markdownTable */.Q)(['#', 'KB', 'kind', 'file', 'size', 'applied by', 'why here'], rows),
        ...(result.stand ? [(0,markdown_table/* escapeMarkdown */.F)(describeStand(result.stand))] : []),
        ...lockPart(result),
    ];
    if (result.findings.length > 0)
        parts.push((0,findings_table/* findingsTable */.f9)(result.findings));
    parts.push(...leftOutPart(result));
    return `${parts.join('\n\n')}\n`;
}
function lockPart({ lockChanges }) {
    if (lockChanges.length === 0)
        return [];
    const lines = lockChanges.map(({ change, kb, name, detail }) => `- ${change} ${kb} ${(0,markdown_table/* escapeMarkdown */.F)(name)}: ${(0,markdown_table/* escapeMarkdown */.F)(detail)}`);
    return ['#### Changes of the lock', lines.join('\n')];
}
/** The nearest few; the report has them all. */
function leftOutPart({ considered }) {
    const left = considered.filter((entry) => !entry.chosen && !entry.reason.startsWith('older than'));
    if (left.length === 0)
        return [];
    const rows = left.slice(0, MAX_LEFT_OUT).map(({ kb, date, title, reason }) => [kb, date, title, reason]);
    if (left.length > MAX_LEFT_OUT)
        rows.push(['', '', `and ${left.length - MAX_LEFT_OUT} more`, 'see the report']);
    const table = (0,markdown_table/* markdownTable */.Q)(['KB', 'date', 'title', 'why'], rows);
    return [`<details><summary>Considered and left out</summary>\n\n${table}\n\n</details>`];
}

;// CONCATENATED MODULE: ./.cache/build/actions/fetch-updates/action.js
/** fetch-updates as a value. */




const fetchUpdates = (0,action/* defineAction */.Q)({
    name: 'fetch-updates',
    description: 'Finds the servicing-stack, cumulative and .NET updates of a Windows Server image, fetches them verified, orders them',
    branding: { icon: 'download-cloud', color: 'blue' },
    inputs: INPUTS,
    outputs: {
        directory: { description: 'Path of the folder that holds the packages.', value: ({ directory }) => directory },
        packages: {
            description: 'JSON array in installation order: kb, kind, path, sha256, size, build, apply-mode, optional, reason.',
            value: ({ packages }) => packages,
        },
        'lock-file': { description: 'Path of the lock file, empty without one.', value: ({ lockFile }) => lockFile },
        changed: {
            description: 'true when the lock file was written with other content than before, else false.',
            value: ({ changed }) => changed,
        },
        build: {
            description: 'Build of Windows after the updates, such as 17763.9619; empty when not known.',
            value: ({ build }) => build,
        },
    },
    prepare: prepare,
    main: main,
    findings: ({ findings }) => findings,
    summary: renderSummary,
});


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


/***/ })

};
