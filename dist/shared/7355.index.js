export const id = 7355;
export const ids = [7355,9853];
export const modules = {

/***/ 57939:
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
var product = __webpack_require__(39652);
// EXTERNAL MODULE: ./.cache/build/src/template/template.js
var template = __webpack_require__(72591);
// EXTERNAL MODULE: ./.cache/build/src/updates/build-number.js
var build_number = __webpack_require__(29129);
// EXTERNAL MODULE: ./.cache/build/src/updates/lock-file.js + 2 modules
var lock_file = __webpack_require__(35427);
// EXTERNAL MODULE: ./.cache/build/src/updates/release-request.js
var release_request = __webpack_require__(83410);
;// CONCATENATED MODULE: ./.cache/build/src/updates/update.js
/** The words of the update rooms: what an update is, its files, and what the catalog says about both. */
const ARCHITECTURES = ['x64'];

;// CONCATENATED MODULE: ./.cache/build/actions/fetch-updates/inputs.js
/** The inputs of fetch-updates. */











const DEFAULT_CACHE_BYTES = 20 * 2 ** 30;
/** What is chosen in the catalog or by a lock; a list of packages chooses by itself. The mirrors serve its packages too, and media are held to the product. */
const CHOSEN = { without: [{ input: 'packages-file' }] };
const INPUTS = {
    product: shared_inputs/* product */.qM,
    architecture: (0,input/* input */.h)((0,input_types/* choice */.Yq)(ARCHITECTURES), {
        ...CHOSEN,
        description: 'Architecture of the packages.',
        default: 'x64',
    }),
    include: (0,input/* input */.h)((0,input_types/* choices */.S9)(template/* UPDATE_KINDS */.GY), {
        ...CHOSEN,
        description: 'Kinds of updates to take.',
        template: { key: 'updates.include', read: ({ updates }) => updates.include },
        default: 'servicing-stack, cumulative',
    }),
    release: (0,input/* input */.h)((0,input_types/* parsed */.Yz)('Text or list', (value) => (0,release_request/* parseRelease */.BC)(value
        .split(/[\n,]/)
        .map((entry) => entry.trim())
        .filter((entry) => entry !== ''), 'Input release')), {
        ...CHOSEN,
        description: 'latest, a month such as 2026-11, a day such as 2026-11-15 (the newest out on that day), or KB numbers.',
        template: {
            key: 'updates.release',
            read: ({ updates, file }) => (0,release_request/* parseRelease */.BC)(updates.release, `updates.release of ${file}`),
        },
        default: 'latest',
    }),
    until: (0,input/* input */.h)((0,input_types/* parsed */.Yz)('Day', (value) => {
        const day = (0,release_request/* parseRelease */.BC)([value], 'Input until');
        if (day.kind === 'until')
            return day.date;
        throw new input_types/* InvalidText */.hL('Write a day such as 2026-11-15, or leave it out.');
    }), {
        ...CHOSEN,
        description: 'What came out after this day is not the latest yet (output updates-until of plan-release); a lock, and a month, a day or KBs as release, stand as they are.',
        otherwise: 'all that is out counts',
    }),
    channel: (0,input/* input */.h)((0,input_types/* choice */.Yq)(template/* CHANNELS */.l_), {
        ...CHOSEN,
        description: 'regular takes Patch Tuesday only, out-of-band fixes between them too, preview also previews.',
        template: { key: 'updates.channel', read: ({ updates }) => updates.channel },
        default: 'regular',
    }),
    exclude: (0,input/* input */.h)((0,input_types/* parsed */.Yz)('List of KB numbers', (value) => (0,release_request/* parseKbs */.gO)(value.split(/[\s,]+/).filter((entry) => entry !== ''))), {
        ...CHOSEN,
        description: 'KB numbers that are never taken; the newest release before an excluded one is chosen then.',
        template: { key: 'updates.exclude', read: ({ updates }) => updates.exclude },
        otherwise: 'none',
    }),
    'media-build': (0,input/* input */.h)((0,input_types/* parsed */.Yz)('Build', (value) => (0,build_number/* requireBuild */.y_)(value, 'Input media-build')), {
        description: 'Build such as 17763.107 of the image on the ISO; decides whether old media need a baseline package first.',
        template: {
            key: 'updates.media-build',
            read: ({ updates: { mediaBuild } }) => mediaBuild === undefined ? undefined : (0,build_number/* requireBuild */.y_)(mediaBuild, 'updates.media-build'),
        },
        otherwise: 'not known',
    }),
    'lock-file': (0,input/* input */.h)(input_types/* path */.Ae, {
        ...CHOSEN,
        description: 'Lock file with the exact packages; nothing is searched when it exists, it is written when it does not.',
        otherwise: '`<template>.lock.json` where that exists',
    }),
    'update-lock': (0,input/* input */.h)(input_types/* boolean */.zM, {
        ...CHOSEN,
        description: 'Resolve anew, write the lock file and show the difference.',
        default: 'false',
    }),
    directory: (0,input/* input */.h)(input_types/* path */.Ae, {
        description: 'Folder for the packages, one sub-folder per update.',
        otherwise: '`<runner temp>/stillframe/updates`',
    }),
    ...shared_inputs/* CATALOG_INPUTS */.wt,
    extract: (0,input/* input */.h)(input_types/* boolean */.zM, {
        description: 'Take the cabinets out of the packages, for tools that cannot add an .msu; refused for Windows Server 2025.',
        default: 'false',
    }),
    'packages-file': (0,input/* input */.h)(input_types/* path */.Ae, {
        description: 'YAML or JSON list of packages by URL or path with SHA-256, in place of the catalog.',
    }),
};
function prepare(reading, place) {
    const { values, template, invalid, missing } = reading;
    const packagesFile = values['packages-file'];
    const media = values['media-build'];
    const { build, name } = product/* PRODUCT_FACTS */.sn[values.product];
    if (media && media.number !== build) {
        throw invalid('media-build', (0,build_number/* formatBuild */.s6)(media), `${name} is build ${build}: correct media-build, or product.`);
    }
    const lockFile = values['lock-file'] ?? lockBeside(template?.file, values['update-lock']);
    if (values['update-lock'] && lockFile === undefined && packagesFile === undefined)
        throw missing('lock-file');
    return {
        product: values.product,
        architecture: values.architecture,
        include: values.include,
        release: values.release,
        ...(values.until !== undefined && { until: values.until }),
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
    const lock = (0,lock_file/* lockPath */.HZ)(template);
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
// EXTERNAL MODULE: ./.cache/build/src/errors.js
var errors = __webpack_require__(41251);
// EXTERNAL MODULE: ./.cache/build/src/files/hash-file.js
var hash_file = __webpack_require__(94427);
// EXTERNAL MODULE: ./.cache/build/src/files/make-folder.js
var make_folder = __webpack_require__(69399);
// EXTERNAL MODULE: ./.cache/build/src/units.js
var units = __webpack_require__(16053);
// EXTERNAL MODULE: ./.cache/build/src/updates/catalog-client.js + 3 modules
var catalog_client = __webpack_require__(19285);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./.cache/build/src/download/fetch-file.js + 3 modules
var fetch_file = __webpack_require__(19756);
// EXTERNAL MODULE: ./.cache/build/src/download/map-bounded.js
var map_bounded = __webpack_require__(9901);
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
    return (0,map_bounded/* mapBounded */.y)(jobs, PARALLEL_DOWNLOADS, options.signal, async ({ update, file }, signal) => ({
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
// EXTERNAL MODULE: ./.cache/build/src/updates/package-kind.js
var package_kind = __webpack_require__(49998);
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
    // The numbers tell nothing: KB5064489 of July 2025 is older than KB5063878 of August.
    const cumulative = settled
        .filter(({ file }) => file.kind === 'cumulative')
        .sort((a, b) => revision(a) - revision(b) || kbNumber(a) - kbNumber(b));
    const target = cumulative.at(-1);
    if (!target)
        return settled;
    const isCheckpoint = (entry) => entry.file.kind === 'checkpoint' || (entry.file.kind === 'cumulative' && entry !== target);
    const names = settled.filter((entry) => entry === target || isCheckpoint(entry)).map(nameOf);
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice !== undefined) {
        throw new errors/* UserError */.yo('input-invalid', `The packages-file has two files with the name ${twice}, and both belong into the folder of ${target.file.kb}`, 'Give one of them another name.');
    }
    const moved = [];
    for (const entry of settled)
        moved.push(isCheckpoint(entry) ? await moveBeside(entry, target) : entry);
    return moved;
}
function nameOf({ fetched }) {
    return (0,external_node_path_.basename)(fetched.path).toLowerCase();
}
/** Of the build, else of the servicing stack inside, which is a little lower; packages of Server 2025 tell that alone. */
function revision({ opened }) {
    return (0,build_number/* parseBuild */.EH)(opened.build ?? opened.stack ?? '')?.ubr ?? 0;
}
function settle(entry, listed) {
    const { opened, file } = entry;
    const kb = listed?.kb ?? opened.kb ?? '';
    const kind = listed?.kind ?? (0,package_kind/* packageKind */.J)(opened, file.name);
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

// EXTERNAL MODULE: ./.cache/build/src/updates/load-release-info.js + 1 modules
var load_release_info = __webpack_require__(94586);
// EXTERNAL MODULE: ./.cache/build/src/updates/compare-text.js
var compare_text = __webpack_require__(35206);
;// CONCATENATED MODULE: ./.cache/build/src/updates/lock-diff.js
/** What changed between two locks, for the report and the summary of a pull request that updates one. */

/** Empty when both name the same files with the same content; titles, reasons and addresses alone are no change of inputs. */
function diffLocks(before, after) {
    const old = filesOf(before);
    const now = filesOf(after);
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
    return changes.sort((a, b) => (0,compare_text/* compareText */.n)(a.kb, b.kb) || (0,compare_text/* compareText */.n)(a.name, b.name) || (0,compare_text/* compareText */.n)(a.change, b.change));
}
function filesOf(lock) {
    return new Map((lock?.updates ?? []).flatMap((update) => update.files.map((file) => [file.name, file])));
}
function change(kind, file, detail) {
    return { change: kind, kb: file.kb, name: file.name, detail };
}

;// CONCATENATED MODULE: ./.cache/build/src/updates/locked-updates.js
/** Between lock files and updates: what a lock says is to be fetched, and the lock of what was fetched. */


/** With a lock nothing is searched. */
function updatesOfLock(lock) {
    return lock.updates.map(({ 'update-id': updateId, ...update }) => ({ ...update, updateId }));
}
/** @param files in any order */
function lockOf(files, request) {
    const byUpdate = new Map();
    for (const file of files)
        byUpdate.set(file.update.updateId, [...(byUpdate.get(file.update.updateId) ?? []), file]);
    const updates = [...byUpdate.values()].map(lockUpdate).sort((a, b) => (0,compare_text/* compareText */.n)(a.kb, b.kb));
    const newest = updates
        .map((update) => update.date ?? '')
        .sort(compare_text/* compareText */.n)
        .at(-1);
    const build = files
        .filter((file) => file.file.kind === 'cumulative')
        .flatMap((file) => (file.build === undefined ? [] : ((0,build_number/* parseBuild */.EH)(file.build) ?? [])))
        .sort(build_number/* compareBuilds */.V4)
        .at(-1);
    return {
        schema: 1,
        date: newest || '1970-01-01',
        ...(build && { build: (0,build_number/* formatBuild */.s6)(build) }),
        request,
        updates,
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
            .sort((a, b) => (0,compare_text/* compareText */.n)(a.name, b.name)),
    };
}

// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(73136);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./.cache/build/src/download/url-file-name.js
var url_file_name = __webpack_require__(18205);
// EXTERNAL MODULE: ./.cache/build/src/files/decode-utf8.js
var decode_utf8 = __webpack_require__(33884);
// EXTERNAL MODULE: ./.cache/build/src/files/explain-path-error.js
var explain_path_error = __webpack_require__(49094);
// EXTERNAL MODULE: ./.cache/build/src/updates/update-title.js
var update_title = __webpack_require__(78933);
;// CONCATENATED MODULE: ./.cache/build/src/updates/packages-file.js
/** An explicit list of packages in place of the catalog: URL or path and SHA-256 each, as YAML or JSON. */









const KINDS = ['servicing-stack', 'checkpoint', 'cumulative', 'dotnet'];
const KEYS = ['url', 'path', 'sha256', 'kb', 'kind'];
/**
 * @returns at least one package; paths are relative to the list's folder
 * @throws UserError file-missing, input-invalid with line and column
 */
async function readPackagesFile(path) {
    const bytes = await (0,promises_.readFile)(path).catch((error) => {
        throw (0,explain_path_error/* explainPathError */.n)(error, { what: 'the packages file', path, input: 'packages-file' });
    });
    const text = (0,decode_utf8/* decodeUtf8 */._)(bytes);
    if (text === undefined)
        throw new errors/* UserError */.yo('input-invalid', `${path} is not UTF-8`, 'Save it as UTF-8.');
    return parsePackagesFile(text, path);
}
function parsePackagesFile(text, path) {
    const lines = new dist/* LineCounter */.HN();
    // All scalars are text: a hash of digits alone is no number.
    const document = (0,dist/* parseDocument */.Tp)(text, { lineCounter: lines, prettyErrors: false, schema: 'failsafe' });
    const refuse = (offset, message) => {
        const { line, col } = lines.linePos(offset);
        return new errors/* UserError */.yo('input-invalid', `${path}:${line}:${col}: ${message}`, 'Write a list "packages:" of entries with url or path, sha256, and if need be kind and kb.');
    };
    const [syntax] = [...document.errors, ...document.warnings];
    if (syntax)
        throw refuse(syntax.pos[0], `not valid YAML: ${syntax.message}`);
    const root = document.contents;
    const list = (0,dist/* isMap */.jh)(root) ? root.get('packages') : root;
    if (!(0,dist/* isSeq */.oP)(list) || list.items.length === 0)
        throw refuse(0, 'no list of packages');
    const unknown = (0,dist/* isMap */.jh)(root) ? root.items.find(({ key }) => String(key) !== 'packages')?.key : undefined;
    if (unknown !== undefined) {
        throw refuse(unknown.range?.[0] ?? 0, `unknown key "${String(unknown)}" (known: packages)`);
    }
    const hashes = new Set();
    return list.items.map((item) => {
        const offset = item.range?.[0] ?? 0;
        if (!(0,dist/* isMap */.jh)(item))
            throw refuse(offset, 'an entry that is no mapping');
        const entry = readEntry(item.toJSON(), (0,external_node_path_.dirname)((0,external_node_path_.resolve)(path)), (message) => refuse(offset, message));
        if (hashes.has(entry.sha256))
            throw refuse(offset, `the file ${entry.sha256} is there twice`);
        hashes.add(entry.sha256);
        return entry;
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
    const name = (0,url_file_name/* urlFileName */.l)(new URL(url));
    if (!/^\w[\w.+() -]{0,200}$/.test(name) || !/\.(?:msu|cab)$/i.test(name))
        throw refuse(`"${name}" is not the name of an .msu or .cab file`);
    const kind = entry.kind === undefined ? undefined : KINDS.find((candidate) => candidate === entry.kind);
    if (entry.kind !== undefined && kind === undefined)
        throw refuse(`kind "${String(entry.kind)}" is none of ${KINDS.join(', ')}`);
    const kb = entry.kb === undefined ? (0,update_title/* kbOf */.h_)(name.replaceAll('_', '-')) : (0,update_title/* kbOf */.h_)(`KB${String(entry.kb).replace(/^KB/i, '')}`);
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

// EXTERNAL MODULE: ./.cache/build/src/updates/open-package.js + 2 modules
var open_package = __webpack_require__(73812);
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
        order_packages_revision(a) - order_packages_revision(b) ||
        (0,compare_text/* compareText */.n)(a.date ?? '', b.date ?? '') ||
        order_packages_kbNumber(a) - order_packages_kbNumber(b) ||
        (0,compare_text/* compareText */.n)(a.name, b.name));
}
/** Unknown builds sort as oldest: a consistent place, so that the order stays a function of the set. */
function order_packages_revision(entry) {
    return (entry.build && (0,build_number/* parseBuild */.EH)(entry.build)?.ubr) || 0;
}
function order_packages_kbNumber(entry) {
    return Number((0,update_title/* kbOf */.h_)(entry.kb)?.slice(2) ?? 0);
}

;// CONCATENATED MODULE: ./.cache/build/src/updates/prepare-packages.js
/** From downloaded files to packages for the next step: opened, checked against what was promised, in installation order. */







/** @throws UserError package-invalid when a file is not what the catalog said it is, or cannot be taken apart */
async function prepareFiles(files, options) {
    const prepared = [];
    const findings = [];
    for (const entry of files) {
        const { path } = entry.fetched;
        const opened = await (0,open_package/* openPackage */.R)(path, options.tools, {
            temp: options.temp,
            ...(options.extract && { extractTo: (0,external_node_path_.join)(path, '..', 'cabs') }),
        });
        requireWhatWasPromised(entry.file, opened, options.facts);
        const promised = entry.file.kind === 'checkpoint' ? undefined : entry.update.build;
        requireBuild(entry.file, opened, promised);
        const signature = await checkSignature(path, opened.container, options.tools);
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
/** A KB that was released again may lie in the catalog in its older form still: a template with it would have less than was asked for. */
function requireBuild(file, { build }, promised) {
    const [own, least] = [(0,build_number/* parseBuild */.EH)(build ?? ''), (0,build_number/* parseBuild */.EH)(promised ?? '')];
    if (!own || !least || file.kind === 'servicing-stack' || (0,build_number/* compareBuilds */.V4)(own, least) >= 0)
        return;
    throw new errors/* UserError */.yo('package-invalid', `${file.name} leads to build ${build} by its own account, older than ${promised}, which the release information or its title promises`, 'The catalog may not have the newest form of it yet: run this step again later. If the release information is wrong, set release-info-url: none.');
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
            remedy: 'It is the newer one, and is believed: the finished image has to have that build.',
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

// EXTERNAL MODULE: ./.cache/build/src/updates/release-stand.js
var release_stand = __webpack_require__(75983);
// EXTERNAL MODULE: ./.cache/build/src/updates/resolve-updates.js + 7 modules
var resolve_updates = __webpack_require__(61494);
;// CONCATENATED MODULE: ./.cache/build/actions/fetch-updates/file-report.js
/** What the report says of each file that was fetched. */
function describeFile({ file, fetched, opened, signature, update }) {
    return {
        name: file.name,
        kb: file.kb,
        kind: file.kind,
        title: update.title,
        ...(update.date !== undefined && { date: update.date }),
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
        const lock = plan.source === 'packages-file' ? undefined : lockOf(opened.prepared, (0,resolve_updates/* lockRequest */.h)(inputs));
        const lockChanges = lock && inputs.lockFile !== undefined ? diffLocks(plan.lock, lock) : [];
        const writes = lock !== undefined && inputs.lockFile !== undefined && plan.source === 'catalog';
        if (writes)
            await (0,lock_file/* writeLock */.be)(inputs.lockFile, lock);
        const build = opened.packages.findLast((entry) => entry.kind === 'cumulative')?.build;
        return {
            source: plan.source,
            directory: inputs.directory,
            packages: opened.packages,
            ...(inputs.lockFile !== undefined &&
                plan.source !== 'packages-file' && {
                lockFile: inputs.lockFile,
                lockSha256: await (0,hash_file/* hashFile */.DC)(inputs.lockFile, context.signal),
            }),
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
        (0,lock_file/* requireSameRequest */.FD)(lock, (0,resolve_updates/* lockRequest */.h)(inputs), inputs.lockFile ?? '');
        context.log.info(`${lock.updates.length} updates from the lock ${inputs.lockFile}`);
        return { source: 'lock', updates: updatesOfLock(lock), considered: [], findings: [], lock };
    }
    if (inputs.lockFile !== undefined)
        await (0,lock_file/* requireLockPlace */.K7)(inputs.lockFile);
    return { ...(await search(inputs, http, context)), ...(lock && { lock }) };
}
/** A lock that is made anew need not be a good one. */
async function readOldLock(path, isMadeAnew, { log }) {
    try {
        return await (0,lock_file/* readLock */.mF)(path);
    }
    catch (error) {
        if (!isMadeAnew || !(error instanceof errors/* UserError */.yo) || error.code !== 'lock-invalid')
            throw error;
        log.warning(`${error.message}. It is made anew.`);
        return undefined;
    }
}
async function search(inputs, http, context) {
    const { log, signal } = context;
    const releases = await (0,load_release_info/* loadReleaseInfo */.Q)(http, inputs.releaseInfoUrl, signal, log.info);
    const catalog = (0,catalog_client/* createCatalogClient */.x)({
        http,
        signal,
        ...(inputs.catalogUrl !== undefined && { url: inputs.catalogUrl }),
        onRetry: log.info,
    });
    const asked = { ...inputs, release: (0,release_request/* latestUntil */.al)(inputs.release, inputs.until) };
    const resolution = await (0,resolve_updates/* resolveUpdates */.R)(asked, {
        catalog,
        releases: releases.entries,
        today: new Date().toISOString().slice(0, 10),
    });
    for (const update of resolution.updates)
        log.info(`${update.title}: ${update.reason}`);
    if (resolution.stand)
        log.info((0,release_stand/* describeStand */.W)(resolution.stand));
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
        facts: product/* PRODUCT_FACTS */.sn[inputs.product],
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
        ...(result.stand ? [(0,markdown_table/* escapeMarkdown */.F)((0,release_stand/* describeStand */.W)(result.stand))] : []),
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

/***/ 37355:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _src_runner_run_on_github_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59853);
/* harmony import */ var _action_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57939);
/** Finds the updates that a template needs, downloads them verified and says in which order to install them. */


await (0,_src_runner_run_on_github_js__WEBPACK_IMPORTED_MODULE_0__.runOnGithub)(_action_js__WEBPACK_IMPORTED_MODULE_1__/* .fetchUpdates */ .J);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 21417:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AN: () => (/* binding */ readCabDirectory)
/* harmony export */ });
/* unused harmony exports parseCabHeader, parseCabFiles */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41251);
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
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(path, 'r');
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
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FormatError */ .IF(path, 0, `a cabinet header of ${HEADER_SIZE} bytes`, `${bytes.length} bytes`);
    const magic = bytes.toString('latin1', 0, 4);
    if (magic !== 'MSCF')
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FormatError */ .IF(path, 0, 'MSCF', JSON.stringify(magic));
    const size = bytes.readUInt32LE(8);
    // A signed cabinet goes on behind cbCabinet with its signature.
    if (size > fileSize)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FormatError */ .IF(path, 8, `at most the ${fileSize} bytes of the file`, `a cabinet of ${size} bytes`);
    const version = bytes.readUInt16LE(24);
    if (version !== 0x0103)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FormatError */ .IF(path, 24, 'cabinet version 1.3', `${version >> 8}.${version & 0xff}`);
    const filesOffset = bytes.readUInt32LE(16);
    if (filesOffset < HEADER_SIZE || filesOffset >= size) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FormatError */ .IF(path, 16, `an offset of the members inside the ${size} bytes`, String(filesOffset));
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
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FormatError */ .IF(path, base + offset, `member ${index + 1} of ${count}`, 'the end of the directory');
        }
        const size = bytes.readUInt32LE(offset);
        const isUtf8 = (bytes.readUInt16LE(offset + 14) & 0x80) !== 0; // _A_NAME_IS_UTF
        const end = bytes.indexOf(0, offset + 16);
        if (end < 0 || end - offset - 16 >= MAX_NAME || end === offset + 16) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FormatError */ .IF(path, base + offset + 16, `a name of 1 to ${MAX_NAME - 1} bytes`, end < 0 ? 'no end of it' : `${end - offset - 16} bytes`);
        }
        members.push({ name: bytes.toString(isUtf8 ? 'utf8' : 'latin1', offset + 16, end), size });
        offset = end + 1;
    }
    return members;
}


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

/***/ 21844:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ linkOrCopy)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/** A file under a second name: packages and images have gigabytes, and a link costs nothing. */


/** Links where both names are on one volume that can, else copies; the new name must be free. */
async function linkOrCopy(source, target) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.link)(source, target).catch(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.copyFile)(source, target, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.COPYFILE_FICLONE));
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


/***/ }),

/***/ 73812:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ openPackage)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.cache/build/src/archives/cab/cab-directory.js
var cab_directory = __webpack_require__(21417);
// EXTERNAL MODULE: ./.cache/build/src/errors.js
var errors = __webpack_require__(41251);
// EXTERNAL MODULE: ./.cache/build/src/files/move-into-place.js
var move_into_place = __webpack_require__(69174);
// EXTERNAL MODULE: ./.cache/build/src/updates/compare-text.js
var compare_text = __webpack_require__(35206);
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

// EXTERNAL MODULE: ./.cache/build/src/files/link-or-copy.js
var link_or_copy = __webpack_require__(21844);
;// CONCATENATED MODULE: ./.cache/build/src/updates/expand-members.js
/** Takes members out of a cabinet with expand.exe, which every Windows has. */



/** Characters that expand.exe knows, whatever LongPathsEnabled says: only programs that declare it know more (Microsoft, "Maximum Path Length Limitation"). */
const MAX_PATH = 259;
/**
 * @param members names without wildcards
 * @param folder gets them, flat
 * @param temp a folder with a short path, for what expand.exe would not find where it is
 * @throws ToolError
 */
async function expandMembers(cabinet, members, folder, temp, tools) {
    const expand = async (from, to) => {
        for (const member of members)
            await tools.run('expand.exe', [from, `-F:${member}`, to]);
    };
    if ([cabinet, ...members.map((name) => (0,external_node_path_.join)(folder, name))].every((path) => path.length <= MAX_PATH)) {
        return expand(cabinet, folder);
    }
    await (0,promises_.mkdir)(temp, { recursive: true });
    const near = await (0,promises_.mkdtemp)((0,external_node_path_.join)(temp, 'expand-'));
    try {
        const [source, out] = [(0,external_node_path_.join)(near, 'package.cab'), (0,external_node_path_.join)(near, 'out')];
        await (0,promises_.mkdir)(out);
        await (0,link_or_copy/* linkOrCopy */.L)(cabinet, source);
        await expand(source, out);
        for (const name of await (0,promises_.readdir)(out))
            await (0,link_or_copy/* linkOrCopy */.L)((0,external_node_path_.join)(out, name), (0,external_node_path_.join)(folder, name));
    }
    finally {
        await (0,promises_.rm)(near, { recursive: true, force: true });
    }
}

// EXTERNAL MODULE: ./.cache/build/src/updates/package-identity.js
var package_identity = __webpack_require__(61018);
// EXTERNAL MODULE: ./.cache/build/src/updates/update-title.js
var update_title = __webpack_require__(78933);
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
    const { members, unread } = await listMembers(path, container, tools);
    const isPlainCab = container === 'cab' && members.some((name) => /^update\.mum$/i.test(name));
    const extract = options.extractTo === undefined || isPlainCab ? [] : cabsToExtract(path, container, members);
    if (unread !== undefined)
        return { container, ...factsOfNames(members), hotpatch: false, cabs: [], unread };
    // Beside the target, so that renaming stays on one volume.
    const parent = options.extractTo ?? options.temp;
    await (0,promises_.mkdir)(parent, { recursive: true });
    if (options.extractTo !== undefined)
        await removeLeftovers(options.extractTo);
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(parent, TEMPORARY));
    try {
        const texts = members.filter((name) => isPlain(name) && (TEXT.test(name) || METADATA.test(name)));
        await unpackMembers({ path, container, folder, temp: options.temp }, [...texts, ...extract], tools);
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
    const unpacked = (await (0,promises_.readdir)(folder)).sort(compare_text/* compareText */.n);
    const text = async (pattern) => {
        const name = unpacked.find((candidate) => pattern.test(candidate));
        return name === undefined ? undefined : (0,promises_.readFile)((0,external_node_path_.join)(folder, name), 'utf8');
    };
    const xml = (await text(/KB\d+-[\w.-]*(?<!_uup)\.xml$/i)) ?? (await text(/^update\.mum$/i));
    const identities = xml === undefined ? [] : (0,package_identity/* readIdentities */.d1)(xml);
    const [identity] = identities;
    const properties = await text(/-pkgProperties\.txt$/i);
    const names = factsOfNames(members);
    const kb = (properties && (0,package_identity/* readPropertiesKb */.Zs)(properties)) || names.kb || kbOfIdentity(identity);
    const build = identity && (0,package_identity/* buildOfIdentity */._m)(identity);
    const metadata = unpacked.find((name) => METADATA.test(name));
    return {
        ...names,
        ...(kb !== undefined && { kb }),
        ...(identity && { identity, identities }),
        ...(build !== undefined && { build }),
        hotpatch: metadata !== undefined && (await holdsHotpatch((0,external_node_path_.join)(folder, metadata))),
    };
}
/** What the names of the members tell by themselves. */
function factsOfNames(members) {
    const named = members.find((name) => UPDATE.test(name) || /^Windows\d+\.\d+-KB\d+-[\w.-]+\.wim$/i.test(name));
    const kb = named === undefined ? undefined : (0,update_title/* kbOf */.h_)(named);
    const stack = members.map(stackVersion).find((version) => version !== undefined);
    return { ...(kb !== undefined && { kb }), ...(stack !== undefined && { stack }) };
}
/** Hotpatches look like cumulative updates from outside; their metadata do not. */
async function holdsHotpatch(metadata) {
    return (await (0,cab_directory/* readCabDirectory */.AN)(metadata)).some(({ name }) => /hotpatchcompdb/i.test(name));
}
function kbOfIdentity(identity) {
    return identity && (0,update_title/* kbOf */.h_)(identity.name.replaceAll('_', '-'));
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
    return Number(UPDATE.test(a)) - Number(UPDATE.test(b)) || (0,compare_text/* compareText */.n)(a, b);
}
/** A member's name becomes a file name: one plain segment. */
function isPlain(name) {
    return /^[\w.-]{1,200}$/.test(name) && !name.startsWith('.');
}
/** A WIM is listed by 7-Zip, which takes it for a cabinet by its name; on a Windows without it by DISM, which unpacks it as a whole alone. */
async function listMembers(path, container, tools) {
    if (container === 'cab')
        return { members: (await (0,cab_directory/* readCabDirectory */.AN)(path)).map(({ name }) => name) };
    if (await tools.has('7zz')) {
        const { stdout } = await tools.run('7zz', ['l', '-twim', '-slt', '-ba', '--', path]);
        return { members: [...stdout.matchAll(/^Path = (.+?)\r?$/gm)].map((match) => match[1] ?? '') };
    }
    const missing = '7-Zip, which reads WIM containers, is not installed';
    if (process.platform !== 'win32')
        return { members: [], unread: missing };
    try {
        const args = ['/English', '/List-Image', `/ImageFile:${path}`, '/Index:1'];
        const { stdout } = await tools.run('dism.exe', args);
        const members = [...stdout.matchAll(/^\\(.*[^\\\r\n])\r?$/gm)].map((match) => match[1] ?? '');
        return { members, unread: `only the names of its files are known: ${missing}` };
    }
    catch (error) {
        if (!(error instanceof errors/* ToolError */.v4))
            throw error;
        return {
            members: [],
            unread: `${missing}, and ${error.message}${error.explanation ? `: ${error.explanation}` : ''}`,
        };
    }
}
/** 7-Zip where there is one; else expand.exe, which every Windows has. Only the named members, flat into the folder. */
async function unpackMembers({ path, container, folder, temp }, members, tools) {
    if (members.length === 0)
        return;
    try {
        if (container === 'wim' || process.platform !== 'win32' || (await tools.has('7zz'))) {
            const includes = members.map((member) => `-i!${member}`);
            await tools.run('7zz', ['e', `-t${container}`, '-y', '-bd', '-bso0', `-o${folder}`, ...includes, '--', path]);
            return;
        }
        await expandMembers(path, members, folder, temp, tools);
    }
    catch (error) {
        if (!(error instanceof errors/* ToolError */.v4))
            throw error;
        throw new errors/* UserError */.yo('package-invalid', `${path} could not be unpacked: ${error.message}: ${error.tail.split('\n').at(-1) ?? ''}`, 
        // Its directory could be read: it need not be the package that is wrong.
        `${error.explanation ?? 'What the program printed says which file.'} Fetch the package again only where its SHA-1, the end of its name in the catalog, is another.`, { cause: error });
    }
}
function cannotExtract(path, why) {
    return new errors/* UserError */.yo('package-invalid', `${path} cannot be taken apart: ${why}`, 'Set extract: false and give the package itself to DISM.');
}


/***/ }),

/***/ 61018:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Rl: () => (/* binding */ parsePackageName),
/* harmony export */   Zs: () => (/* binding */ readPropertiesKb),
/* harmony export */   _m: () => (/* binding */ buildOfIdentity),
/* harmony export */   d1: () => (/* binding */ readIdentities),
/* harmony export */   ee: () => (/* binding */ kindOfIdentity)
/* harmony export */ });
/* harmony import */ var saxes__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59800);
/* harmony import */ var _build_number_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29129);
/** Reads who a package says it is out of the texts inside it. */


/**
 * Who is meant: every package that the unattend file of an .msu has installed, or the one that update.mum in a cabinet describes, whose
 * own assemblyIdentity comes before those of its parents and parts.
 * None where the text has none or is no XML: what is inside is a witness, not the judge.
 */
function readIdentities(xml) {
    const found = [];
    const open = [];
    const parser = new saxes__WEBPACK_IMPORTED_MODULE_0__/* .SaxesParser */ .wT({ xmlns: true });
    parser.on('opentag', (tag) => {
        const { name, version, language } = tag.attributes;
        if (tag.local === 'assemblyIdentity' && name && version) {
            const isServiced = open.slice(-2).join('/') === 'servicing/package';
            const own = language && language.value !== 'neutral' ? { language: language.value } : {};
            found.push({ name: name.value, version: version.value, ...own, isServiced });
        }
        open.push(tag.local);
    });
    parser.on('closetag', () => open.pop());
    parser.on('error', (error) => {
        throw error;
    });
    try {
        parser.write(xml.replace(/^\uFEFF/, '')).close();
    }
    catch {
        // Broken or foreign XML: what was found before the fault still stands, what came after is not known.
    }
    const serviced = found.filter(({ isServiced }) => isServiced);
    return (serviced.length > 0 ? serviced : found.slice(0, 1)).map(({ isServiced: _, ...identity }) => identity);
}
/** `Package_for_RollupFix~31bf3856ad364e35~amd64~~17763.9619.1.5`, as DISM and the registry name a package; undefined for another text. */
function parsePackageName(text) {
    const [name, , , language, version, ...more] = text.split('~');
    if (!name || !version || more.length > 0)
        return undefined;
    return { name, version, ...(language && { language }) };
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
    return build !== undefined && (0,_build_number_js__WEBPACK_IMPORTED_MODULE_1__/* .parseBuild */ .EH)(build) ? build : undefined;
}
/** `KB5005112` of the line `KB Article Number="5005112"` in pkgProperties.txt. */
function readPropertiesKb(text) {
    const digits = /^KB Article Number="(\d{6,8})"/m.exec(text)?.[1];
    return digits === undefined ? undefined : `KB${digits}`;
}


/***/ }),

/***/ 49998:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ packageKind)
/* harmony export */ });
/* harmony import */ var _package_identity_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61018);
/** What kind of update a package is by its own account. */

/**
 * Its identity tells; else what it holds: only cumulative updates carry a servicing stack or are WIM containers; its name at last.
 * No package says that it is a checkpoint: that is a cumulative update which a newer one builds on.
 * @param name of its file
 */
function packageKind(opened, name) {
    const told = opened.identity && (0,_package_identity_js__WEBPACK_IMPORTED_MODULE_0__/* .kindOfIdentity */ .ee)(opened.identity.name);
    if (told)
        return told;
    if (opened.stack !== undefined)
        return 'cumulative';
    if (/-ndp\d/i.test(name))
        return 'dotnet';
    if (opened.container === 'wim')
        return 'cumulative';
    return /^ssu-|servicingstack/i.test(name) ? 'servicing-stack' : undefined;
}


/***/ })

};
