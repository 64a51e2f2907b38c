export const id = 1503;
export const ids = [1503,9853];
export const modules = {

/***/ 92829:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  l: () => (/* binding */ extractDrivers)
});

// EXTERNAL MODULE: ./.cache/build/src/archives/iso/mounted-iso.js
var mounted_iso = __webpack_require__(12514);
// EXTERNAL MODULE: ./.cache/build/src/files/held-path.js
var held_path = __webpack_require__(46123);
// EXTERNAL MODULE: ./.cache/build/src/job/action.js
var action = __webpack_require__(36082);
;// CONCATENATED MODULE: ./.cache/build/actions/extract-drivers/driver-output.js
/** How a driver appears in the output. */
/** One element of the output `drivers`. */
function driverOutput(driver) {
    return {
        name: driver.name,
        inf: driver.inf,
        class: driver.class,
        'class-guid': driver.classGuid,
        provider: driver.provider,
        'hardware-ids': driver.hardwareIds,
        version: driver.version,
        date: driver.date,
        architecture: driver.architecture,
        services: driver.services.map(({ name, startType }) => ({ name, 'start-type': startType })),
        signer: driver.signer?.name,
        'in-box': driver.inBox && { ...driver.inBox, newer: driver.newerThanInBox, proven: false },
    };
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./.cache/build/src/errors.js
var errors = __webpack_require__(41251);
// EXTERNAL MODULE: ./.cache/build/src/products/product.js
var products_product = __webpack_require__(39652);
// EXTERNAL MODULE: ./.cache/build/src/drivers/driver-candidate.js + 11 modules
var driver_candidate = __webpack_require__(8249);
// EXTERNAL MODULE: ./.cache/build/src/files/plain-tree.js
var plain_tree = __webpack_require__(54063);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./.cache/build/src/tools/command-line.js
var command_line = __webpack_require__(6494);
;// CONCATENATED MODULE: ./.cache/build/src/drivers/msi-log.js
/** The log of Windows Installer, which says why it failed where its exit code says 1603 alone. */

const BEFORE = 6;
/** Of the action that failed, and of all around it: the first is where it began. Not translated, unlike the words of the error. */
const FAILED = /return value 3\.?\s*$/i;
/**
 * @param path of a log by `/l*v`, which is UTF-16 with a byte order mark
 * @returns the lines that lead to the first action that failed; empty when there is no log or no such line
 */
async function whyInstallerFailed(path) {
    const bytes = await (0,promises_.readFile)(path).catch(() => Buffer.alloc(0));
    const isUnicode = bytes[0] === 0xff && bytes[1] === 0xfe;
    const lines = bytes
        .toString(isUnicode ? 'utf16le' : 'latin1')
        .replace(/^\ufeff/, '')
        .split(/\r?\n/);
    const failed = lines.findIndex((line) => FAILED.test(line));
    return lines.slice(Math.max(0, failed - BEFORE), failed + 1).join('\n');
}

;// CONCATENATED MODULE: ./.cache/build/src/drivers/administrative-image.js
/**
 * Administrative images on Windows: the files of an MSI as a tree, written by Windows Installer or by the installer around the MSI.
 * Judged by what lies there afterwards, not by exit codes alone. Sources: Microsoft, "Command-Line Options" and "Administrative
 * Installation" of Windows Installer, "MsiExec.exe and InstMsi.exe error messages"; Broadcom, silent installation of VMware Tools
 * (`/S /v "/qn …"`); InstallShield, "Setup.exe and Update.exe command-line parameters" (`/a`, `/s`, `/v`).
 */






/** Below the folder of the run. */
const LOG = 'msiexec.log';
/** ERROR_SUCCESS_REBOOT_REQUIRED and ERROR_SUCCESS_REBOOT_INITIATED: nothing was installed here that a restart would finish. */
const SUCCESS = [0, 3010, 1641];
/** ERROR_INSTALL_ALREADY_RUNNING: Windows Installer does one thing at a time, on a server often an update of its own. */
const BUSY = 1618;
const BUSY_TRIES = 40;
const BUSY_PAUSE_MS = 15_000;
/** Some 100 MB are unpacked in seconds. An installer that takes its command line for another one asks, where nobody sees it. */
const TIME_LIMIT_MS = 15 * 60_000;
/** Windows Installer writes no file whose path is longer (MAX_PATH); drivers lie this deep in the image. */
const LONGEST_PATH = 260;
const DEPTH_IN_IMAGE = 100;
/**
 * `msiexec /a`: each path and property in quotes of its own, since the whole argument in quotes ends with 1639.
 * @param target an existing, empty folder
 * @throws ToolError, also when it ended well and nothing came out; the signal's reason
 */
async function writeWithMsiexec(msi, target, context, pause = sleepFor(context.signal)) {
    const log = ['/l*v', (0,command_line/* quotedPath */.MW)((0,external_node_path_.join)(context.temp, LOG))];
    const args = ['/a', (0,command_line/* quotedPath */.MW)(msi), '/qn', ...log, (0,command_line/* quotedProperty */.Mb)('TARGETDIR', target)];
    await run('msiexec.exe', args, { quoting: 'verbatim' }, { target, context, pause });
}
/**
 * The installer's own way: `/A` asks for the image, `/S` and `/qn` keep it from asking. `/P`, which people give it too, is tried
 * where that brings nothing: what it does beside a TARGETDIR is documented nowhere.
 * @param target an existing, empty folder
 * @throws ToolError with the outcomes of both ways; the signal's reason
 */
async function writeWithSetup(setup, target, context, pause = sleepFor(context.signal)) {
    const log = `/l*v ${(0,command_line/* quotedPath */.MW)((0,external_node_path_.join)(context.temp, LOG))}`;
    const forMsi = ['/v', `/qn ${log} ${(0,command_line/* quotedProperty */.Mb)('TARGETDIR', target)}`];
    const failures = [];
    for (const path of [[], ['/P', target]]) {
        try {
            await run(setup, ['/S', '/A', ...path, ...forMsi], {}, { target, context, pause });
            return;
        }
        catch (error) {
            if (!(error instanceof errors/* ToolError */.v4))
                throw error;
            failures.push(error);
        }
    }
    const last = failures.at(-1);
    const told = failures.map(({ message, explanation = '' }) => `${message} ${explanation}`.trim()).join('\n');
    throw new errors/* ToolError */.v4(external_node_path_.win32.basename(setup), last?.exitCode ?? null, told, 'The installer did not unpack itself in any way.');
}
async function run(program, args, options, image) {
    const { target, context, pause } = image;
    const tool = external_node_path_.win32.basename(program);
    // That of another way would tell another story.
    await (0,promises_.rm)((0,external_node_path_.join)(context.temp, LOG), { force: true });
    for (let tries = 1;; tries++) {
        const okExitCodes = tries < BUSY_TRIES ? [...SUCCESS, BUSY] : SUCCESS;
        const all = { ...options, okExitCodes, timeLimit: TIME_LIMIT_MS };
        const { exitCode } = await context.tools.run(program, args, all).catch(async (error) => {
            throw error instanceof errors/* ToolError */.v4 ? await explained(error, image) : error;
        });
        if (exitCode !== BUSY) {
            if (exitCode !== 0)
                context.log.info(`${tool} asks for a restart (${exitCode}), which unpacking does not need`);
            break;
        }
        if (tries === 1)
            context.log.info('Another installation runs on this machine: waiting for its end');
        await pause(BUSY_PAUSE_MS);
    }
    if (await isEmptyImage(target)) {
        throw new errors/* ToolError */.v4(tool, 0, '', `It ended as if it had succeeded, but nothing lies in ${target}.`);
    }
}
/** An image always has a copy of its MSI; files are what was asked for. */
async function isEmptyImage(target) {
    const entries = await (0,promises_.readdir)(target, { recursive: true, withFileTypes: true });
    return !entries.some((entry) => entry.isFile() && !/\.msi$/i.test(entry.name));
}
/** With what its log says, and whether the target is too long for it. */
async function explained(error, { target, context }) {
    const why = await whyInstallerFailed((0,external_node_path_.join)(context.temp, LOG));
    const tooLong = target.length + DEPTH_IN_IMAGE > LONGEST_PATH;
    const words = `Windows Installer knows no paths of more than ${LONGEST_PATH} characters, and ${target} has ${target.length} by itself: give the runner a shorter work folder.`;
    const explanation = [error.explanation, tooLong ? words : undefined].filter((each) => each !== undefined).join(' ');
    const tail = [error.tail, why].filter((each) => each !== '').join('\n');
    return new errors/* ToolError */.v4(error.tool, error.exitCode, tail, explanation === '' ? undefined : explanation, {
        cause: error,
    });
}
function sleepFor(signal) {
    return (milliseconds) => (0,external_node_timers_promises_.setTimeout)(milliseconds, undefined, { signal }).catch(() => signal.throwIfAborted());
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./.cache/build/src/archives/cab/cab-directory.js
var cab_directory = __webpack_require__(21417);
;// CONCATENATED MODULE: ./.cache/build/src/files/find-bytes.js
/** Finds a byte sequence in a file of any size without loading it. */

/** @returns offset of the first occurrence, undefined when there is none */
async function findBytes(path, wanted, signal) {
    let rest = Buffer.alloc(0);
    let offset = 0;
    for await (const chunk of (0,external_node_fs_.createReadStream)(path, { highWaterMark: 2 ** 20, signal })) {
        const window = Buffer.concat([rest, chunk]);
        const found = window.indexOf(wanted);
        if (found >= 0)
            return offset + found;
        // An occurrence may straddle two chunks.
        const kept = Math.min(window.length, wanted.length - 1);
        offset += window.length - kept;
        rest = window.subarray(window.length - kept);
    }
    return undefined;
}

// EXTERNAL MODULE: ./.cache/build/src/files/open-named.js
var open_named = __webpack_require__(38488);
;// CONCATENATED MODULE: ./.cache/build/src/drivers/find-msi.js
/** The MSI that the Tools installer carries: found by its bytes, whatever it is called and however it is packed. */









/** Signature of a compound file, the container of an MSI ([MS-CFB] section 2.2). */
const COMPOUND_FILE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
/** `MSCF` and the reserved zeros behind it ([MS-CAB] section 2.1). */
const CABINET = Buffer.from('MSCF\0\0\0\0', 'latin1');
/**
 * Looks into the installer with 7-Zip; on a Windows without it cuts out the cabinet that the installer carries and lets expand.exe open
 * it. Else takes the MSI out of the installer's own bytes, where it may be stored as it is.
 * @returns path of a file below `context.temp`
 * @throws UserError tool-missing, driver-not-found when the installer holds no MSI
 */
async function findMsi(setup, context) {
    const opened = (0,external_node_path_.join)(context.temp, `opened-${(0,external_node_path_.basename)(setup)}`);
    await (0,promises_.mkdir)(opened, { recursive: true });
    const withSevenZip = process.platform !== 'win32' || (await context.tools.has('7zz'));
    try {
        if (withSevenZip)
            await context.tools.run('7zz', ['x', '-y', '-bd', `-o${opened}`, '--', setup]);
        else
            await openWithExpand(setup, opened, context);
        await (0,plain_tree/* assertPlainTree */.p)(opened);
    }
    catch (error) {
        // An installer that is no archive to the program may still hold the MSI uncompressed.
        if (!(error instanceof errors/* ToolError */.v4))
            throw error;
    }
    const msi = (await msiAmong(opened)) ?? (await carve(setup, COMPOUND_FILE, 'carved.msi', context));
    if (msi !== undefined)
        return msi;
    throw new errors/* UserError */.yo('driver-not-found', `${(0,external_node_path_.basename)(setup)} of the Tools disc holds no MSI that can be read here`, 'Use a Windows runner with method: setup, which lets the installer unpack itself; or method: iso for pvscsi alone.');
}
async function msiAmong(folder) {
    const names = await (0,promises_.readdir)(folder, { recursive: true, withFileTypes: true });
    const files = names.filter((entry) => entry.isFile()).map((entry) => (0,external_node_path_.join)(entry.parentPath, entry.name));
    const found = [];
    for (const file of files)
        if (await isCompoundFile(file))
            found.push(file);
    // The installer for both architectures holds one MSI for each; the name of the one for x64 ends in 64.
    found.sort((a, b) => Number(/64/.test((0,external_node_path_.basename)(b))) - Number(/64/.test((0,external_node_path_.basename)(a))) || (a < b ? -1 : 1));
    return found[0];
}
async function isCompoundFile(path) {
    const file = await (0,promises_.open)(path);
    try {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(COMPOUND_FILE.length), 0, COMPOUND_FILE.length, 0);
        return bytesRead === COMPOUND_FILE.length && buffer.equals(COMPOUND_FILE);
    }
    finally {
        await file.close();
    }
}
/** A cabinet behind the beginning of an MSI is the MSI's own, whose members have no names that would help. */
async function openWithExpand(setup, folder, context) {
    const [cabinet, msi] = [
        await findBytes(setup, CABINET, context.signal),
        await findBytes(setup, COMPOUND_FILE, context.signal),
    ];
    if (cabinet === undefined || (msi !== undefined && msi < cabinet))
        return;
    const carved = await cutOut(setup, cabinet, 'carved.cab', context);
    // Four letters prove nothing: what has no directory is no cabinet.
    if ((await (0,errors/* orDamage */.hu)(() => (0,cab_directory/* readCabDirectory */.AN)(carved))) instanceof Error)
        return;
    await context.tools.run('expand.exe', [carved, '-F:*', folder]);
}
async function carve(setup, signature, name, context) {
    const offset = await findBytes(setup, signature, context.signal);
    return offset === undefined ? undefined : cutOut(setup, offset, name, context);
}
/** A compound file names its sectors by numbers, and a cabinet says its length: whatever stands behind their end does no harm. */
async function cutOut(setup, offset, name, { temp, signal }) {
    const path = (0,external_node_path_.join)(temp, name);
    const partial = `${path}.partial`;
    const target = (await (0,open_named/* openNamed */.S)(partial, 'w')).createWriteStream();
    await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(setup, { start: offset }), target, { signal });
    await (0,promises_.rename)(partial, path);
    return path;
}

;// CONCATENATED MODULE: ./.cache/build/src/drivers/tools-msi.js
/** The drivers inside the Tools installer: setup.exe carries an MSI, whose administrative image is the tree of drivers. */





/**
 * Unpacks the MSI inside the installer into `target`: with msiextract on Linux, with msiexec on Windows.
 * @throws UserError tool-missing, driver-not-found when the installer holds no MSI; ToolError
 */
async function extractMsi(setup, target, context) {
    const msi = await findMsi(setup, context);
    await (0,promises_.mkdir)(target, { recursive: true });
    if (process.platform === 'win32')
        await writeWithMsiexec(msi, target, context);
    else
        await context.tools.run('msiextract', ['-C', target, msi]);
    await (0,plain_tree/* assertPlainTree */.p)(target);
}
/**
 * Lets the installer itself write its administrative image. On Windows only.
 * @throws UserError input-invalid elsewhere; ToolError
 */
async function extractWithSetup(setup, target, context) {
    if (process.platform !== 'win32') {
        throw new errors/* UserError */.yo('input-invalid', 'Input method: "setup" runs the Tools installer, which only Windows can', 'Use method: msi (7-Zip and msitools) or auto on this runner.');
    }
    await (0,promises_.mkdir)(target, { recursive: true });
    await writeWithSetup(setup, target, context);
    await (0,plain_tree/* assertPlainTree */.p)(target);
}

;// CONCATENATED MODULE: ./.cache/build/src/drivers/gather-drivers.js
/** Collects the drivers of a Tools disc by the method asked for: the loose ones, those inside the installer, or both. */






const EXTRACT_METHODS = ['auto', 'iso', 'msi', 'setup'];
/** Folder below that of the run. */
const UNPACKED = 'installer';
/**
 * `auto` unpacks the installer only when the loose drivers do not settle it: pvscsi lies loose on every disc, everything
 * else is inside the installer.
 */
async function gatherDrivers(request, target, { disc, setup }, context) {
    const { method } = request;
    if (method === 'iso')
        return (0,driver_candidate/* findDrivers */.xC)(disc, target, '');
    if (method === 'msi' || method === 'setup')
        return unpackInstaller(method, setup, target, context);
    const loose = await (0,driver_candidate/* findDrivers */.xC)(disc, target, '');
    if (request.drivers.every((name) => isSettled(name, loose.candidates, request.product)))
        return loose;
    const inside = await unpackByAnyWay(setup, target, context);
    return {
        candidates: [...loose.candidates, ...inside.candidates],
        unreadable: [...loose.unreadable, ...inside.unreadable],
    };
}
/** Windows Installer opens the MSI where it can be got at, with 7-Zip or without; on Windows else the installer unpacks itself. */
async function unpackByAnyWay(setup, target, context) {
    try {
        return await unpackInstaller('msi', setup, target, context);
    }
    catch (error) {
        const isOurs = error instanceof errors/* ToolError */.v4 || (error instanceof errors/* UserError */.yo && error.code === 'driver-not-found');
        if (process.platform !== 'win32' || !isOurs)
            throw error;
        context.log.info(`${error.message}: letting ${(0,external_node_path_.basename)(setup)} unpack itself`);
        await (0,promises_.rm)((0,external_node_path_.join)(context.temp, UNPACKED), { recursive: true, force: true });
        return unpackInstaller('setup', setup, target, context);
    }
}
async function unpackInstaller(way, setup, target, context) {
    const unpacked = (0,external_node_path_.join)(context.temp, UNPACKED);
    context.log.info(`Unpacking ${(0,external_node_path_.basename)(setup)}`);
    if (way === 'msi')
        await extractMsi(setup, unpacked, context);
    else
        await extractWithSetup(setup, unpacked, context);
    return (0,driver_candidate/* findDrivers */.xC)(unpacked, target, `${(0,external_node_path_.basename)(setup)}/`);
}
/** True when a loose driver of that name binds, or when none does because the product brings its own. */
function isSettled(name, loose, product) {
    const called = loose.filter((candidate) => (0,driver_candidate/* isCalled */.AP)(candidate, name));
    if (called.some(driver_candidate/* isUsable */.Ng))
        return true;
    return (0,products_product/* inBoxDriver */.Jm)(product, (0,driver_candidate/* hardwareIds */.pC)(called.flatMap(({ inf }) => inf.allModels()))) !== undefined;
}

// EXTERNAL MODULE: ./.cache/build/src/job/input.js
var input = __webpack_require__(90458);
// EXTERNAL MODULE: ./.cache/build/src/job/input-types.js
var input_types = __webpack_require__(198);
// EXTERNAL MODULE: ./.cache/build/src/job/shared-inputs.js
var shared_inputs = __webpack_require__(79871);
;// CONCATENATED MODULE: ./.cache/build/actions/extract-drivers/inputs.js
/** The inputs of extract-drivers. */





const INPUTS = {
    'tools-iso': (0,input/* input */.h)(input_types/* pathOrUrl */.eW, {
        description: 'The VMware Tools ISO for Windows.',
        template: { key: 'drivers.tools-iso', read: ({ drivers }) => drivers.toolsIso?.path ?? drivers.toolsIso?.url },
        required: true,
    }),
    sha256: (0,input/* input */.h)(input_types/* sha256 */.sc, {
        description: 'SHA-256 of the ISO; required with a URL.',
        otherwise: 'that of the template file, where the ISO comes from there too',
    }),
    product: shared_inputs/* product */.qM,
    drivers: (0,input/* input */.h)(input_types/* list */.p_, {
        description: 'Drivers by the name of their INF file, of their service, or by hardware id.',
        template: { key: 'drivers.include', read: ({ drivers }) => drivers.include },
        default: 'pvscsi, vmxnet3',
    }),
    directory: (0,input/* input */.h)(input_types/* path */.Ae, {
        description: 'Folder that gets one folder per driver.',
        otherwise: '`<runner temp>/stillframe/drivers`',
    }),
    method: (0,input/* input */.h)((0,input_types/* choice */.Yq)(EXTRACT_METHODS), {
        description: 'iso takes loose drivers alone, msi unpacks the MSI inside the installer, setup lets the installer unpack itself (Windows only), auto tries them in turn.',
        default: 'auto',
    }),
};
function prepare({ values, isSet, template }, place) {
    // A hash belongs to its file: that of the template does not verify an ISO which the step names itself.
    const pinned = isSet('tools-iso') ? undefined : template?.drivers.toolsIso?.sha256;
    return {
        toolsIso: { location: values['tools-iso'], sha256: values.sha256 ?? pinned },
        product: values.product,
        drivers: unique(values.drivers),
        directory: values.directory ?? (0,external_node_path_.join)(place.temp, 'stillframe', 'drivers'),
        method: values.method,
        env: place.env,
        cache: place.cache,
    };
}
function unique(names) {
    return [...new Map(names.map((name) => [name.toLowerCase(), name])).values()];
}

// EXTERNAL MODULE: ./.cache/build/src/download/pinned-file.js
var pinned_file = __webpack_require__(56836);
;// CONCATENATED MODULE: ./.cache/build/src/drivers/driver-findings.js
/** What deserves attention in an extraction that succeeded. */
/** Versions inside Windows come from a table here; build-vhd reads them from the image. */
const UNPROVEN = 'as known of the product, not read from an image';
/** @param isPinned whether the ISO was verified by a hash */
function driverFindings(result, product, isPinned) {
    return [
        ...(isPinned ? [] : [notPinned()]),
        ...result.inBoxOnly.map(({ name, inBox, reasons }) => ({
            code: 'driver-in-box',
            severity: 'info',
            seen: `${name} was not extracted: nothing on the disc binds on ${product}, which brings ${inBox.inf} ${inBox.version} itself (${UNPROVEN}). ${reasons.join(' ')}`,
            remedy: 'Nothing to do: Windows uses its own driver.',
        })),
        ...result.drivers.flatMap((driver) => driverFinding(driver, product)),
        ...result.unreadable.map((message) => ({
            code: 'inf-unreadable',
            severity: 'warning',
            seen: `An INF file on the disc was left out: ${message}`,
            remedy: 'If it is a driver you need, check the hash of the ISO.',
        })),
    ];
}
function driverFinding(driver, product) {
    const { name, version, inBox, newerThanInBox, unneeded } = driver;
    const findings = [];
    if (inBox && newerThanInBox) {
        findings.push({
            code: 'driver-newer-than-in-box',
            severity: 'info',
            seen: `${name} ${version} is newer than ${inBox.inf} ${inBox.version} inside ${product} (${UNPROVEN}).`,
            remedy: 'Nothing to do: Windows takes the newer one once it is added.',
        });
    }
    else if (inBox) {
        findings.push({
            code: 'driver-not-newer-than-in-box',
            severity: 'warning',
            seen: `${name} ${version} is not newer than ${inBox.inf} ${inBox.version} inside ${product} (${UNPROVEN}).`,
            remedy: 'Leave it out, or take a newer version of VMware Tools.',
        });
    }
    if (unneeded.length > 0) {
        findings.push({
            code: 'driver-source-file-missing',
            severity: 'info',
            seen: `${name} lists ${unneeded.join(', ')} among its source files, which is not on the disc and which ${product} would not copy.`,
            remedy: 'Nothing to do.',
        });
    }
    return findings;
}
function notPinned() {
    return {
        code: 'iso-not-pinned',
        severity: 'warning',
        seen: 'The Tools ISO was used without a hash to verify it by.',
        remedy: 'Add its SHA-256 to the step or to the template file, so that every run uses the same bytes.',
    };
}

// EXTERNAL MODULE: ./.cache/build/src/archives/iso/open-iso.js + 1 modules
var open_iso = __webpack_require__(54704);
// EXTERNAL MODULE: ./.cache/build/src/nearest-name.js
var nearest_name = __webpack_require__(92106);
// EXTERNAL MODULE: ./.cache/build/src/drivers/inf/inf-version.js
var inf_version = __webpack_require__(44140);
// EXTERNAL MODULE: ./.cache/build/src/drivers/rank-candidates.js
var rank_candidates = __webpack_require__(58157);
;// CONCATENATED MODULE: ./.cache/build/src/drivers/choose-driver.js
/** Which of the drivers on the media a product gets. */






/**
 * @param candidates all that the media hold
 * @throws UserError driver-not-found when nothing is called that; driver-does-not-bind when all that is would be staged
 *   and never used, and Windows has no driver of its own
 */
function chooseDriver(name, candidates, product, target) {
    const called = candidates.filter((candidate) => (0,driver_candidate/* isCalled */.AP)(candidate, name));
    if (called.length === 0)
        throw notFound(name, candidates);
    const inBox = (0,products_product/* inBoxDriver */.Jm)(product, (0,driver_candidate/* hardwareIds */.pC)(called.flatMap(({ inf }) => inf.allModels())));
    const { chosen, leftOut } = (0,rank_candidates/* rankCandidates */.RK)(called, target);
    if (!chosen && !inBox)
        throw doesNotBind(name, called, product, target);
    return {
        name,
        chosen,
        inBox,
        newerThanInBox: chosen !== undefined && inBox !== undefined && (0,inf_version/* compareVersions */.Zy)(chosen.driver.version, inBox.version) > 0,
        leftOut: leftOut.map(({ reason }) => reason),
    };
}
function notFound(name, candidates) {
    const names = [...new Set(candidates.map(driver_candidate/* candidateName */.vf))].sort();
    const nearest = (0,nearest_name/* nearestName */.q)(name, names);
    return new errors/* UserError */.yo('driver-not-found', `The media hold no driver called "${name}"`, `${nearest ? `Did you mean ${nearest}? ` : ''}Found: ${names.join(', ') || 'no driver at all'}.`);
}
function doesNotBind(name, candidates, product, target) {
    const reasons = candidates.map((candidate) => `${candidate.place}: ${(0,rank_candidates/* explainUseless */.Ik)(candidate, target)}`);
    return new errors/* UserError */.yo('driver-does-not-bind', `No driver "${name}" on the media would bind to its device on ${product} (build ${target.build}); Windows would stage it and never use it. ${reasons.join('. ')}`, 'Take a version of VMware Tools whose INF file names this build (older builds: 11.3.5 or 12.x), or leave the driver out.');
}

// EXTERNAL MODULE: ./.cache/build/src/files/make-folder.js
var make_folder = __webpack_require__(69399);
// EXTERNAL MODULE: ./.cache/build/src/files/move-into-place.js
var move_into_place = __webpack_require__(69174);
// EXTERNAL MODULE: ./.cache/build/src/drivers/driver-files.js
var driver_files = __webpack_require__(64332);
// EXTERNAL MODULE: ./.cache/build/src/tools/signature.js
var signature = __webpack_require__(92308);
;// CONCATENATED MODULE: ./.cache/build/src/drivers/signer.js
/** Who signed a driver's catalog, where a tool on the machine can read it; what the signature is worth is Windows' judgement. */

/** @returns undefined when no tool is there or the catalog carries no signature that it can read */
async function readSigner(catalog, tools) {
    const { signer, tool, status } = await (0,signature/* readSignature */.Bc)(catalog, tools);
    const name = signer === undefined ? undefined : (0,signature/* commonName */.LS)(signer);
    return name && tool ? { name, tool, status } : undefined;
}

;// CONCATENATED MODULE: ./.cache/build/src/drivers/stage-drivers.js
/** Puts the chosen drivers and the installer under their final names, all of them or none. */








/** Folder of the installer beside the drivers' folders. */
const SETUP_FOLDER = 'vmware-tools';
/** What a killed run leaves begins with this; the next run removes it. */
const PARTIAL = '.stillframe-partial-';
/**
 * @param setup the installer, unpacked from the disc
 * @param directory gets one folder per driver; older folders of the same names are replaced
 * @throws UserError driver-incomplete before anything is written
 */
async function stageDrivers(choices, setup, directory, architecture, context) {
    const packages = [];
    for (const choice of choices) {
        const { chosen } = choice;
        if (chosen)
            packages.push({ choice, chosen, package: await (0,driver_files/* packageFiles */.i)(chosen, architecture) });
    }
    await (0,make_folder/* makeFolder */.f)(directory);
    await removeLeftovers(directory);
    const partial = (0,external_node_path_.join)(directory, `${PARTIAL}${process.pid}`);
    const removed = context.hold(held_path/* HELD_PATH */.w, { paths: [partial] });
    await (0,promises_.mkdir)((0,external_node_path_.join)(partial, SETUP_FOLDER), { recursive: true });
    await (0,promises_.copyFile)(setup, (0,external_node_path_.join)(partial, SETUP_FOLDER, (0,external_node_path_.basename)(setup)));
    const drivers = [];
    for (const entry of packages) {
        const folder = folderName(entry.choice.name, entry.chosen);
        await (0,driver_files/* copyPackage */.W)(entry.package.files, (0,external_node_path_.join)(partial, folder));
        const catalog = entry.chosen.inf.catalog(architecture);
        const signer = catalog && (await readSigner((0,external_node_path_.join)(partial, folder, ...catalogPath(entry, catalog)), context.tools));
        drivers.push(describe(entry, (0,external_node_path_.join)(directory, folder), architecture, signer || undefined));
    }
    context.signal.throwIfAborted();
    for (const folder of await (0,promises_.readdir)(partial)) {
        await (0,promises_.rm)((0,external_node_path_.join)(directory, folder), { recursive: true, force: true });
        await (0,move_into_place/* renameHeld */.Yd)((0,external_node_path_.join)(partial, folder), (0,external_node_path_.join)(directory, folder));
    }
    await (0,promises_.rm)(partial, { recursive: true, force: true });
    removed();
    return drivers;
    function catalogPath({ chosen }, catalog) {
        return chosen.inf.sourcePath(catalog, architecture).split('/');
    }
}
/** The user's own name for it where that can be a folder's name: a hardware id cannot. */
function folderName(name, chosen) {
    return /^\w[\w.-]*$/.test(name) ? name : (0,driver_candidate/* candidateName */.vf)(chosen);
}
function describe({ choice, chosen, package: { files, unneeded }, }, folder, architecture, signer) {
    const { inf, models, installs, driver, decoration } = chosen;
    return {
        name: choice.name,
        inf: (0,external_node_path_.join)(folder, inf.name),
        class: inf.version.class,
        classGuid: inf.version.classGuid,
        provider: inf.version.provider,
        hardwareIds: (0,driver_candidate/* hardwareIds */.pC)(models),
        ...driver,
        architecture,
        services: installs.flatMap(({ services }) => services.map(({ name, startType }) => ({ name, startType }))),
        signer,
        from: (0,driver_candidate/* candidateFolder */.ar)(chosen),
        decoration: decoration?.text ?? '',
        inBox: choice.inBox,
        newerThanInBox: choice.newerThanInBox,
        files: files.map(({ path }) => path),
        unneeded,
        leftOut: choice.leftOut,
    };
}
async function removeLeftovers(directory) {
    for (const name of await (0,promises_.readdir)(directory)) {
        if (name.startsWith(PARTIAL))
            await (0,promises_.rm)((0,external_node_path_.join)(directory, name), { recursive: true, force: true });
    }
}

// EXTERNAL MODULE: ./.cache/build/src/files/case-blind.js
var case_blind = __webpack_require__(98242);
;// CONCATENATED MODULE: ./.cache/build/src/drivers/tools-iso.js
/** The VMware Tools disc: told from other discs by what lies on it, its version read from its own manifest. */




/**
 * Windows media have a setup.exe too: only the upgrader, or the manifest, says that a disc is VMware Tools for Windows.
 * The installer is setup64.exe up to 12.4, where setup.exe is for 32 bits, and setup.exe alone from 12.5 on.
 * @param work a folder for what is read from the disc
 * @throws UserError not-tools-media that says what the disc looks like
 */
async function recogniseToolsIso(iso, work) {
    const files = (await iso.list()).map(({ path }) => path);
    const find = (path) => (0,case_blind/* findName */.bd)(files, path);
    const manifest = find('manifest.txt');
    const version = manifest === undefined ? undefined : await readVersion(iso, manifest, work);
    if (find('VMwareToolsUpgrader.exe') === undefined && version === undefined) {
        throw notTools(iso.path, looksLike(files));
    }
    const setup = find('setup64.exe') ?? find('setup.exe');
    if (setup === undefined)
        throw notTools(iso.path, 'VMware Tools without setup64.exe or setup.exe');
    return { version, setup, files };
}
async function readVersion(iso, manifest, work) {
    await iso.extract([manifest], work);
    return manifestVersion(await (0,promises_.readFile)((0,external_node_path_.join)(work, manifest), 'utf8'));
}
/** `monolithic.version = "12.5.3"` among the lines of manifest.txt. */
function manifestVersion(text) {
    return /^\uFEFF?\s*monolithic\.version\s*=\s*"?([0-9][0-9.]*)"?\s*$/im.exec(text)?.[1];
}
/** The folders of the disc that hold an INF file, but for the autorun.inf of the disc itself. */
function infFolders(files) {
    const infs = files.filter((file) => /\.inf$/i.test(file) && !/(?:^|\/)autorun\.inf$/i.test(file));
    return [...new Set(infs.map((file) => external_node_path_.posix.dirname(file)))];
}
function looksLike(files) {
    const has = (pattern) => files.some((file) => pattern.test(file));
    if (has(/^sources\/(?:install|boot)\.(?:wim|esd|swm)$/i))
        return 'a Windows installation disc';
    if (has(/^VMwareTools-.*\.tar\.gz$/i))
        return 'VMware Tools for Linux';
    if (has(/\.(?:msu|cab)$/i))
        return 'a disc of Windows updates';
    if (has(/(?:^|\/)(?:vioscsi|viostor|netkvm)\.inf$/i))
        return 'the virtio drivers for KVM';
    if (has(/^vmxnet3\//i))
        return 'VMware Tools for Windows on ARM';
    const top = [...new Set(files.map((file) => file.split('/')[0]))].slice(0, 5);
    return `a disc with ${top.length === 0 ? 'no files' : top.join(', ')}`;
}
function notTools(path, looks) {
    return new errors/* UserError */.yo('not-tools-media', `${path} is not a VMware Tools disc for Windows on x64: it looks like ${looks}`, 'Give "tools-iso" the ISO named VMware-tools-windows-<version>-<build>.iso, or windows.iso from an ESXi host.');
}

// EXTERNAL MODULE: ./.cache/build/src/drivers/windows-target.js
var windows_target = __webpack_require__(18153);
;// CONCATENATED MODULE: ./.cache/build/src/drivers/extract-tools-drivers.js
/** Takes drivers out of a VMware Tools disc: the ones that bind on the product, with all their files, each in a folder of its own. */







/**
 * @throws UserError not-tools-media, driver-not-found, driver-does-not-bind, driver-incomplete, tool-missing;
 *   `directory` then holds what it held before
 */
async function extractToolsDrivers(request, context) {
    const target = (0,windows_target/* windowsTarget */.$)(request.product);
    const iso = await (0,open_iso/* openIso */.O)(request.iso, { input: 'tools-iso', code: 'not-tools-media' }, context);
    const disc = (0,external_node_path_.join)(context.temp, 'disc');
    const tools = await recogniseToolsIso(iso, disc);
    context.log.info(`VMware Tools ${tools.version ?? 'of unknown version'}, installer ${tools.setup}`);
    const loose = request.method === 'auto' || request.method === 'iso' ? infFolders(tools.files) : [];
    await iso.extract([...loose, tools.setup], disc);
    await iso.close();
    const setup = (0,external_node_path_.join)(disc, tools.setup);
    const { candidates, unreadable } = await gatherDrivers(request, target, { disc, setup }, context);
    for (const error of unreadable)
        context.log.warning(`Left out: ${error.message}`);
    const choices = request.drivers.map((name) => chooseDriver(name, candidates, request.product, target));
    return {
        toolsVersion: tools.version,
        toolsSetup: (0,external_node_path_.join)(request.directory, SETUP_FOLDER, (0,external_node_path_.basename)(setup)),
        drivers: await stageDrivers(choices, setup, request.directory, target.architecture, context),
        inBoxOnly: choices.flatMap(({ name, chosen, inBox, leftOut }) => chosen === undefined && inBox !== undefined ? [{ name, inBox, reasons: leftOut }] : []),
        unreadable: unreadable.map((error) => error.message),
    };
}

;// CONCATENATED MODULE: ./.cache/build/actions/extract-drivers/main.js
/** Obtains the Tools disc, extracts the drivers, and says what deserves attention. */



async function main(inputs, context) {
    const iso = await (0,pinned_file/* obtainPinnedFile */.C)(inputs.toolsIso, { input: 'tools-iso', cache: inputs.cache, env: inputs.env }, context);
    const result = await extractToolsDrivers({ ...inputs, iso: iso.path }, context);
    for (const { name, version, date, from } of result.drivers) {
        context.log.info(`${name} ${version} of ${date}, from ${from}`);
    }
    const findings = driverFindings(result, inputs.product, inputs.toolsIso.sha256 !== undefined);
    return { ...result, directory: inputs.directory, product: inputs.product, toolsIso: iso.sha256, findings };
}

// EXTERNAL MODULE: ./.cache/build/src/report/findings-table.js
var findings_table = __webpack_require__(29994);
// EXTERNAL MODULE: ./.cache/build/src/report/markdown-table.js
var markdown_table = __webpack_require__(90597);
;// CONCATENATED MODULE: ./.cache/build/actions/extract-drivers/summary.js
/** The job summary of extract-drivers. */


function renderSummary({ product, drivers, inBoxOnly, toolsVersion, findings }) {
    const rows = drivers.map(({ name, version, date, class: deviceClass, decoration, inBox, signer }) => [
        name,
        version,
        date,
        deviceClass ?? '',
        decoration,
        inBox?.version ?? 'none',
        signer?.name ?? 'not read',
    ]);
    const left = inBoxOnly.map(({ name, inBox }) => [
        name,
        'not extracted',
        '',
        '',
        '',
        `${inBox.version} (${inBox.inf})`,
        '',
    ]);
    const head = ['driver', 'version', 'date', 'class', 'binds through', 'in Windows itself', 'signed by'];
    const from = toolsVersion === undefined ? '(version not stated)' : (0,markdown_table/* escapeMarkdown */.F)(toolsVersion);
    const parts = [`### Drivers for ${product} from VMware Tools ${from}`, (0,markdown_table/* markdownTable */.Q)(head, [...rows, ...left])];
    if (findings.length > 0)
        parts.push((0,findings_table/* findingsTable */.f9)(findings));
    return `${parts.join('\n\n')}\n`;
}

;// CONCATENATED MODULE: ./.cache/build/actions/extract-drivers/action.js
/** extract-drivers as a value. */







const extractDrivers = (0,action/* defineAction */.Q)({
    name: 'extract-drivers',
    description: 'Takes the VMware paravirtual drivers that really bind on a Windows Server release out of the VMware Tools ISO',
    branding: { icon: 'cpu', color: 'blue' },
    inputs: INPUTS,
    outputs: {
        directory: {
            description: 'Absolute path of the folder with one folder per driver.',
            value: ({ directory }) => directory,
        },
        drivers: {
            description: 'JSON array of the drivers: name, inf (absolute path), class, class-guid, provider, hardware-ids, version, date, architecture, services, signer, in-box.',
            value: ({ drivers }) => drivers.map(driverOutput),
        },
        'tools-version': {
            description: 'Version of VMware Tools as the disc states it, empty when it does not.',
            value: ({ toolsVersion }) => toolsVersion,
        },
        'tools-setup': {
            description: 'Absolute path of the installer, copied out of the ISO.',
            value: ({ toolsSetup }) => toolsSetup,
        },
    },
    holds: [held_path/* HELD_PATH */.w, mounted_iso/* MOUNTED_ISO */.Vo],
    prepare: prepare,
    main: main,
    findings: ({ findings }) => findings,
    summary: renderSummary,
});


/***/ }),

/***/ 56735:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _src_runner_run_on_github_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59853);
/* harmony import */ var _action_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92829);
/** Takes the drivers that bind on the product out of the VMware Tools disc, each into a folder of its own. */


await (0,_src_runner_run_on_github_js__WEBPACK_IMPORTED_MODULE_0__.runOnGithub)(_action_js__WEBPACK_IMPORTED_MODULE_1__/* .extractDrivers */ .l);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 12514:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jr: () => (/* binding */ mountIso),
/* harmony export */   Vo: () => (/* binding */ MOUNTED_ISO)
/* harmony export */ });
/* unused harmony export ISO_SCRIPTS */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58500);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(41251);
/* harmony import */ var _files_plain_tree_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(54063);
/* harmony import */ var _tools_powershell_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(50241);
/** An ISO image mounted by Windows, which has no program of its own that reads one. */






/** The path travels in the environment: nothing in it can become text of PowerShell. */
const PATH_VARIABLE = 'STILLFRAME_ISO';
const IS_ATTACHED = `${_tools_powershell_js__WEBPACK_IMPORTED_MODULE_5__/* .POWERSHELL_HEAD */ .dz}(Get-DiskImage -ImagePath $env:${PATH_VARIABLE}).Attached`;
const MOUNT = `${_tools_powershell_js__WEBPACK_IMPORTED_MODULE_5__/* .POWERSHELL_HEAD */ .dz}$null = Mount-DiskImage -ImagePath $env:${PATH_VARIABLE} -StorageType ISO -Access ReadOnly`;
/** The volume is found by the image, never by a letter: which one is free differs from runner to runner. */
const ROOT = `${_tools_powershell_js__WEBPACK_IMPORTED_MODULE_5__/* .POWERSHELL_HEAD */ .dz}$volume = Get-DiskImage -ImagePath $env:${PATH_VARIABLE} | Get-Volume
if ($volume.DriveLetter) { "$($volume.DriveLetter):\\" }`;
const DISMOUNT = `${_tools_powershell_js__WEBPACK_IMPORTED_MODULE_5__/* .POWERSHELL_HEAD */ .dz}$image = Get-DiskImage -ImagePath $env:${PATH_VARIABLE}
if ($image.Attached) { $null = Dismount-DiskImage -ImagePath $env:${PATH_VARIABLE} }`;
/** All scripts of this file, for whoever has to know them by their text. */
const ISO_SCRIPTS = [
    { name: 'iso-attached', text: IS_ATTACHED },
    { name: 'iso-mount', text: MOUNT },
    { name: 'iso-root', text: ROOT },
    { name: 'iso-dismount', text: DISMOUNT },
];
/** The letter comes some time after the mount has ended; a busy machine takes seconds. */
const ROOT_TRIES = 60;
const ROOT_PAUSE_MS = 500;
/** A mount outlives the process that made it, and the restart of the runner. */
const MOUNTED_ISO = {
    kind: 'mounted-iso',
    what: ({ path }) => `the mounted image ${path}`,
    undo: async ({ path }, { tools }) => {
        await powershell(DISMOUNT, path, tools);
    },
};
/**
 * @param pause between two looks for the letter; for tests
 * @throws UserError the code of `use` for what Windows cannot mount, timeout when no drive letter comes; the signal's reason
 */
async function mountIso(path, use, { tools, hold, signal }, pause = node_timers_promises__WEBPACK_IMPORTED_MODULE_2__.setTimeout) {
    // What somebody else has mounted stays so: it is not ours to take away.
    const wasMounted = (await ask(IS_ATTACHED, path, use, tools)) === 'True';
    const released = wasMounted ? undefined : hold(MOUNTED_ISO, { path });
    if (!wasMounted)
        await ask(MOUNT, path, use, tools);
    const root = await waitForRoot(path, tools, signal, pause);
    return {
        path,
        root,
        list: () => listFolder(root),
        extract: async (paths, target) => {
            for (const file of paths) {
                const destination = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(target, file);
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(destination), { recursive: true });
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.cp)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, file), destination, { recursive: true, force: true });
            }
            await (0,_files_plain_tree_js__WEBPACK_IMPORTED_MODULE_4__/* .assertPlainTree */ .p)(target);
        },
        close: async () => {
            if (!released)
                return;
            await powershell(DISMOUNT, path, tools);
            released();
        },
    };
}
async function waitForRoot(path, tools, signal, pause) {
    for (let tries = 0; tries < ROOT_TRIES; tries++) {
        if (tries > 0)
            await pause(ROOT_PAUSE_MS);
        signal.throwIfAborted();
        const root = await powershell(ROOT, path, tools);
        // A letter may come before the files that are behind it.
        if (root !== '' && (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(root).catch(() => [])).length > 0)
            return root;
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo('timeout', `Windows mounted ${path}, but gave it no drive letter with files behind it`, 'Switch on automatic mounting ("mountvol /E") and see that a letter is free; or install 7-Zip, then nothing is mounted.');
}
async function listFolder(root) {
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(root, { recursive: true, withFileTypes: true });
    const prefix = root.replace(/[\\/]+$/, '').length + 1;
    const paths = entries.filter((entry) => entry.isFile()).map((entry) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(entry.parentPath, entry.name));
    return Promise.all(paths.sort().map(async (path) => ({
        path: path.slice(prefix).replaceAll('\\', '/'),
        size: (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path)).size,
    })));
}
async function ask(script, path, { code, input }, tools) {
    return powershell(script, path, tools).catch((cause) => {
        if (!(cause instanceof _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ToolError */ .v4))
            throw cause;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(code, `Windows cannot mount ${path}: ${cause.tail.split('\n')[0]?.trim() || cause.message}`, `Give "${input}" an ISO file; check its hash, a broken download looks like this. A sparse or compressed file cannot be mounted.`, { cause });
    });
}
async function powershell(script, path, tools) {
    const args = ['-NoProfile', '-NonInteractive', '-Command', script];
    const { stdout } = await tools.run('powershell.exe', args, { env: { [PATH_VARIABLE]: path }, encoding: 'utf-8' });
    return stdout.trim();
}


/***/ }),

/***/ 13303:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MP: () => (/* binding */ explainNoBinding),
/* harmony export */   NJ: () => (/* binding */ bindings),
/* harmony export */   fb: () => (/* binding */ uninstallable)
/* harmony export */ });
/** Whether an INF file binds to any device on a given Windows, and if not, why not. */
/** The models that Windows would install from this file; empty when it binds nothing. */
function bindings(inf, target) {
    return inf.models(target).flatMap(({ models }) => models.filter(({ ids }) => ids.length > 0));
}
/** One clause of an INF file whose device Windows would find and could not install. */
function uninstallable({ expected, found }) {
    return `it cannot be installed: expected ${expected}, found ${found}`;
}
/** One clause that says why `bindings` is empty, naming the sections and builds concerned. */
function explainNoBinding(inf, target) {
    const manufacturers = inf.models(target);
    if (manufacturers.length === 0)
        return 'its [Manufacturer] section names no models';
    return manufacturers.map((entry) => explainEntry(entry, target)).join('; ');
}
function explainEntry(entry, target) {
    const { chosen, section, decorations, models } = entry;
    const system = `build ${target.build} (${target.architecture})`;
    const unknown = models.flatMap(({ undefinedIds }) => undefinedIds);
    if (unknown.length > 0) {
        return `its models section [${section}] names devices by strings that it does not define (${unknown.join(', ')})`;
    }
    if (models.length > 0)
        return `its models section [${section}] names no hardware id`;
    if (chosen && section !== undefined) {
        return `for ${system} Windows takes its models section [${section}], which is empty: the vendor leaves these versions to the driver inside Windows`;
    }
    if (decorations.length === 0)
        return `its models name no architecture, and ${target.architecture} is not assumed`;
    return `none of its models sections (${decorations.join(', ')}) is for ${system}`;
}


/***/ }),

/***/ 85239:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Oy: () => (/* binding */ parseInfPath),
/* harmony export */   Yl: () => (/* binding */ FIRST_BUILD_WITH_DRIVER_STORE),
/* harmony export */   i3: () => (/* binding */ expandDirectoryIds),
/* harmony export */   nu: () => (/* binding */ belowWindows),
/* harmony export */   q$: () => (/* binding */ directoryIdIn),
/* harmony export */   rB: () => (/* binding */ DRIVER_STORE)
/* harmony export */ });
/** Directory identifiers: `%12%` stands for a folder of the installed Windows ("Using Dirids", Microsoft Learn). */
/** The package's own folder in the driver store. Which one that is only Windows knows: its name holds a hash. */
const DRIVER_STORE = 13;
/** Windows 10 1709, the first that runs drivers from the driver store ("Using Dirids"). */
const FIRST_BUILD_WITH_DRIVER_STORE = 16299;
/** Folders below that of Windows itself, whose place is the same in every image. */
const WINDOWS_FOLDERS = {
    10: '',
    11: 'System32',
    12: 'System32\\drivers',
    17: 'INF',
    18: 'Help',
    20: 'Fonts',
};
/** The drive that an image of ours is once it runs. */
const SYSTEM_DRIVE = 'C:';
function parseInfPath(text) {
    const match = /^%(\d+)%\\*(.*)$/.exec(text);
    return match?.[1] === undefined
        ? { directory: undefined, path: text }
        : { directory: Number(match[1]), path: match[2] ?? '' };
}
/** Relative to the folder of Windows: `System32\drivers\pvscsi.sys`; undefined for any other folder. */
function belowWindows({ directory, path }) {
    const folder = directory === undefined ? undefined : WINDOWS_FOLDERS[directory];
    if (folder === undefined)
        return undefined;
    return folder === '' ? path : `${folder}\\${path}`;
}
/** Replaces each identifier that has the same meaning in every image, as SetupAPI would; the others stay. */
function expandDirectoryIds(text) {
    return text.replace(/%(\d+)%/g, (identifier, digits) => {
        const folder = WINDOWS_FOLDERS[Number(digits)];
        if (folder !== undefined)
            return folder === '' ? `${SYSTEM_DRIVE}\\Windows` : `${SYSTEM_DRIVE}\\Windows\\${folder}`;
        return Number(digits) === 24 ? SYSTEM_DRIVE : identifier;
    });
}
/** The first identifier in a text, without its percent signs. */
function directoryIdIn(text) {
    const digits = /%(\d+)%/.exec(text)?.[1];
    return digits === undefined ? undefined : Number(digits);
}


/***/ }),

/***/ 44140:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $4: () => (/* binding */ readVersion),
/* harmony export */   Ty: () => (/* binding */ compareDriverVersions),
/* harmony export */   UI: () => (/* binding */ catalogFile),
/* harmony export */   VJ: () => (/* binding */ parseDriverVer),
/* harmony export */   Zy: () => (/* binding */ compareVersions)
/* harmony export */ });
/** The [Version] section: what the driver is, of whom, of which date and version. Source: "INF Version Section" (Microsoft Learn). */
const SIGNATURES = ['$windows nt$', '$windows 95$', '$chicago$'];
/** @throws FormatError without [Version] or with a signature, class GUID or DriverVer that is none */
function readVersion(inf) {
    if (inf.sectionName('Version') === undefined)
        throw inf.missing('a [Version] section');
    const signature = inf.value('Version', 'Signature');
    if (signature === undefined || !SIGNATURES.includes(signature.toLowerCase())) {
        throw inf.missing('Signature = "$Windows NT$" in [Version]');
    }
    const guid = inf.entriesOf('Version', 'ClassGuid')[0];
    const classGuid = guid?.values[0]?.toLowerCase();
    if (guid && !/^\{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}$/.test(classGuid ?? '')) {
        throw inf.wrongEntry(guid, 'ClassGuid = {a GUID in braces}', JSON.stringify(guid.values.join(',')));
    }
    const driverVer = inf.entriesOf('Version', 'DriverVer')[0];
    return {
        class: inf.value('Version', 'Class'),
        classGuid,
        provider: inf.value('Version', 'Provider'),
        driver: driverVer && parseDriverVer(inf, driverVer),
        extensionId: inf.value('Version', 'ExtensionId')?.toLowerCase(),
    };
}
/**
 * `DriverVer = mm/dd/yyyy[, w.x.y.z]` ("INF DriverVer Directive"): dashes may stand for slashes, missing parts are zero.
 * @throws FormatError
 */
function parseDriverVer(inf, entry) {
    const wrong = () => {
        throw inf.wrongEntry(entry, 'DriverVer = mm/dd/yyyy, w.x.y.z', JSON.stringify(entry.values.join(',')));
    };
    const date = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(entry.values[0] ?? '');
    if (!date)
        return wrong();
    const [month, day, year] = date.slice(1).map(Number);
    const parsed = new Date(Date.UTC(year, month - 1, day));
    // A day that the month does not have would roll over into the next one.
    if (parsed.getUTCMonth() !== month - 1)
        return wrong();
    const parts = (entry.values[1] ?? '0').split('.').map((part) => (/^\d{1,5}$/.test(part) ? Number(part) : Number.NaN));
    if (parts.length > 4 || parts.some((part) => !(part <= 0xffff)))
        return wrong();
    while (parts.length < 4)
        parts.push(0);
    return { date: parsed.toISOString().slice(0, 10), version: parts.join('.') };
}
/** The catalog that signs the package, by the most specific of `CatalogFile.NTamd64`, `CatalogFile.NT`, `CatalogFile`. */
function catalogFile(inf, architecture) {
    return (inf.value('Version', `CatalogFile.NT${architecture}`) ??
        inf.value('Version', 'CatalogFile.NT') ??
        inf.value('Version', 'CatalogFile'));
}
/** As Windows ranks two drivers of the same match: the later date first, then the higher version. Positive when `a` wins. */
function compareDriverVersions(a, b) {
    return a.date === b.date ? compareVersions(a.version, b.version) : a.date < b.date ? -1 : 1;
}
/** Compares dotted numbers part by part, missing parts counted as zero. */
function compareVersions(a, b) {
    const partsOfA = a.split('.').map(Number);
    const partsOfB = b.split('.').map(Number);
    for (let index = 0; index < Math.max(partsOfA.length, partsOfB.length); index++) {
        const difference = (partsOfA[index] ?? 0) - (partsOfB[index] ?? 0);
        if (difference !== 0)
            return difference;
    }
    return 0;
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

/***/ 54063:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ assertPlainTree)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41251);
/** Checks what an archive tool has written: nothing but folders and plain files may come out of foreign media. */



/**
 * Links could lead a later copy out of the folder, devices and pipes could block it. What was unpacked *outside* of the
 * folder cannot be seen from here: member names are checked before, and both 7-Zip and msiextract refuse such names.
 * @throws FormatError that names the first entry which is neither folder nor file
 */
async function assertPlainTree(root) {
    for (const entry of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(root, { recursive: true, withFileTypes: true })) {
        if (entry.isFile() || entry.isDirectory())
            continue;
        const kind = entry.isSymbolicLink() ? 'a symbolic link' : 'a special file';
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FormatError */ .IF((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(entry.parentPath, entry.name), 0, 'a plain file or folder', kind);
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


/***/ })

};
