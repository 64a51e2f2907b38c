export const id = 7457;
export const ids = [7457];
export const modules = {

/***/ 97457:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L: () => (/* binding */ buildVhd)
});

// EXTERNAL MODULE: ./.cache/build/src/archives/iso/mounted-iso.js
var mounted_iso = __webpack_require__(12514);
// EXTERNAL MODULE: ./.cache/build/src/files/held-path.js
var held_path = __webpack_require__(46123);
// EXTERNAL MODULE: ./.cache/build/src/job/action.js
var action = __webpack_require__(36082);
// EXTERNAL MODULE: ./.cache/build/src/registry/loaded-hive.js
var loaded_hive = __webpack_require__(7858);
// EXTERNAL MODULE: ./.cache/build/src/windows/attach/attached-disk.js + 3 modules
var attached_disk = __webpack_require__(16809);
// EXTERNAL MODULE: ./.cache/build/src/windows/engines/convert-windowsimage/module-folder.js
var module_folder = __webpack_require__(53638);
// EXTERNAL MODULE: ./.cache/build/actions/build-vhd/inputs.js + 2 modules
var inputs = __webpack_require__(8672);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.cache/build/src/disk/draw-layout.js
var draw_layout = __webpack_require__(27709);
// EXTERNAL MODULE: ./.cache/build/src/download/pinned-file.js
var pinned_file = __webpack_require__(56836);
// EXTERNAL MODULE: ./.cache/build/src/job/open-reuse.js + 5 modules
var open_reuse = __webpack_require__(68650);
// EXTERNAL MODULE: ./.cache/build/src/units.js
var units = __webpack_require__(16053);
// EXTERNAL MODULE: ./.cache/build/src/archives/iso/open-iso.js + 1 modules
var open_iso = __webpack_require__(54704);
// EXTERNAL MODULE: ./.cache/build/src/disk/open-disk.js
var open_disk = __webpack_require__(22920);
// EXTERNAL MODULE: ./.cache/build/src/disk/vmdk/vmdk-parts.js
var vmdk_parts = __webpack_require__(61960);
// EXTERNAL MODULE: ./.cache/build/src/drivers/windows-target.js
var windows_target = __webpack_require__(18153);
// EXTERNAL MODULE: ./.cache/build/src/files/explain-path-error.js
var explain_path_error = __webpack_require__(49094);
// EXTERNAL MODULE: ./.cache/build/src/files/hash-file.js
var hash_file = __webpack_require__(94427);
// EXTERNAL MODULE: ./.cache/build/src/files/make-folder.js
var make_folder = __webpack_require__(69399);
// EXTERNAL MODULE: ./.cache/build/src/files/move-into-place.js
var move_into_place = __webpack_require__(69174);
// EXTERNAL MODULE: ./.cache/build/src/errors.js
var errors = __webpack_require__(41251);
// EXTERNAL MODULE: ./.cache/build/src/products/product.js
var products_product = __webpack_require__(39652);
;// CONCATENATED MODULE: ./.cache/build/src/products/product-keys.js
/**
 * Generic volume licence keys: public, the same for everybody, good for a KMS or Active Directory activation only. Source:
 * Microsoft Learn, "Key Management Services (KMS) client activation and product keys".
 */
const GENERIC_KEYS = {
    'TVRH6-WHNXV-R9WG3-9XRFY-MY832': { product: 'windows-server-2025', editionId: 'ServerStandard' },
    'D764K-2NDRG-47T6Q-P8T8W-YP6DF': { product: 'windows-server-2025', editionId: 'ServerDatacenter' },
    'VDYBN-27WPP-V4HQT-9VMD4-VMK7H': { product: 'windows-server-2022', editionId: 'ServerStandard' },
    'WX4NM-KYWYW-QJJR4-XV3QB-6VM33': { product: 'windows-server-2022', editionId: 'ServerDatacenter' },
    'N69G4-B89J2-4G8F4-WWYCC-J464C': { product: 'windows-server-2019', editionId: 'ServerStandard' },
    'WMDGN-G9PQG-XVVXX-R3X43-63DFG': { product: 'windows-server-2019', editionId: 'ServerDatacenter' },
    'WC2BQ-8NRM3-FDDYY-2BFGV-KHKQY': { product: 'windows-server-2016', editionId: 'ServerStandard' },
    'CB7KF-BWN84-R7R2Y-793K2-8XDDG': { product: 'windows-server-2016', editionId: 'ServerDatacenter' },
};
/** Five groups of the 24 characters that keys are written in, and N, which newer ones have. */
const FORM = /^(?:[BCDFGHJKMNPQRTVWXY2346789]{5}-){4}[BCDFGHJKMNPQRTVWXY2346789]{5}$/;
function isProductKey(text) {
    return FORM.test(text.toUpperCase());
}
/** The key of an edition. @param editionId as images carry it; that of Core is the same */
function genericKeyOf(product, editionId) {
    const edition = editionId.replace(/core$/i, '').toLowerCase();
    return Object.entries(GENERIC_KEYS).find(([, key]) => key.product === product && key.editionId.toLowerCase() === edition)?.[0];
}
/** What a key is for, where it is a generic one; other keys do not tell. */
function genericKey(key) {
    return GENERIC_KEYS[key.toUpperCase()];
}

;// CONCATENATED MODULE: ./.cache/build/src/windows/media/evaluation.js
/** What is said of evaluation media, which build like all others and end by themselves. */
/** Their EditionID ends in Eval (`ServerStandardEval`), that of the desktop and of Server Core. */
function isEvaluation({ editionId }) {
    return /eval/i.test(editionId);
}
/**
 * 180 days, and how it ends: Microsoft Q&A 5834757 (the event of the Windows License Monitoring Service). Conversion by /Set-Edition in a Windows that runs: Microsoft
 * Learn, "Upgrade and conversion options for Windows Server". That the time of clones runs from the start of the template unless that is generalized:
 * ruzickap/packer-templates issue 3.
 */
function evaluationFindings(image) {
    if (!isEvaluation(image))
        return [];
    return [
        {
            code: 'evaluation-media',
            severity: 'warning',
            seen: `Image ${image.index} "${image.name}" is an evaluation (${image.editionId}): what is made of it may run for 180 days from its first start, which a bake is, and Windows then shuts down by itself every hour.`,
            remedy: 'Give the ISO of a volume or retail edition; or let a script of the first boot convert it: dism /Online /Set-Edition with a key of your own, which restarts Windows.',
        },
    ];
}

// EXTERNAL MODULE: ./.cache/build/src/windows/answer-file/components.js
var components = __webpack_require__(34550);
// EXTERNAL MODULE: ./.cache/build/src/windows/answer-file/parse-answer-file.js
var parse_answer_file = __webpack_require__(94029);
;// CONCATENATED MODULE: ./.cache/build/src/windows/answer-file/check-product-key.js
/** Whether the key of an answer file is for the edition that was chosen. */





/** The key that counts is that of the pass specialize; the one of windowsPE has no effect here. The key never stands in a message. */
function productKeyFaults({ passes }, image) {
    return passes
        .filter(({ name }) => name === 'specialize')
        .flatMap(({ components }) => components)
        .filter(({ name, architecture }) => name === components/* SHELL_SETUP */.bM && architecture === 'amd64')
        .flatMap(({ element }) => (0,parse_answer_file/* descend */.Xn)(element, 'ProductKey'))
        .flatMap((element) => keyFaults(element, image));
}
function keyFaults(element, image) {
    const fault = (what) => [{ element, what }];
    if (!isProductKey(element.text))
        return fault('ProductKey is not of the form XXXXX-XXXXX-XXXXX-XXXXX-XXXXX');
    if (isEvaluation(image)) {
        return fault(`ProductKey on evaluation media: "${image.name}" takes no key; use volume or retail media, or convert it afterwards with dism /Set-Edition`);
    }
    const key = genericKey(element.text);
    const product = (0,products_product/* productOfBuild */.XW)(image.build);
    const edition = image.editionId.replace(/core$/i, '').toLowerCase();
    if (key === undefined || product === undefined)
        return [];
    if (key.product === product && key.editionId.toLowerCase() === edition)
        return [];
    return fault(`ProductKey is the volume licence key of ${products_product/* PRODUCT_FACTS */.sn[key.product].name} ${key.editionId.replace('Server', '')}, but the image is "${image.name}"`);
}

// EXTERNAL MODULE: ./.cache/build/src/windows/answer-file/fault.js
var fault = __webpack_require__(48320);
// EXTERNAL MODULE: ./.cache/build/src/windows/answer-file/generate-answer-file.js
var generate_answer_file = __webpack_require__(88923);
// EXTERNAL MODULE: ./.cache/build/src/windows/answer-file/no-answer-file.js
var no_answer_file = __webpack_require__(38883);
// EXTERNAL MODULE: ./.cache/build/src/windows/answer-file/read-answer-file.js + 2 modules
var read_answer_file = __webpack_require__(49296);
;// CONCATENATED MODULE: ./.cache/build/src/windows/answer-file/obtain-answers.js
/** The answer file that goes into the image: the user's, one made of options, or the least that Windows needs. */









/** @throws UserError input-invalid for what Windows Setup would stop at */
function obtainAnswers(image, request) {
    const { read, options, remoteDesktop, afterFirstBoot } = request;
    const language = image.language || 'en-US';
    const { locale, timeZone } = options ?? {};
    const bare = { language, remoteDesktop: false, autologon: false };
    const cloneUnattend = afterFirstBoot === 'generalize'
        ? (0,generate_answer_file/* generateAnswerFile */.y)({ ...bare, options: { ...(locale && { locale }), ...(timeZone && { timeZone }) } })
        : undefined;
    if (read !== undefined) {
        (0,fault/* refuseFaults */.m)(read.file.path, productKeyFaults(read.file, image));
        return { bytes: read.bytes, file: read.file, cloneUnattend, findings: read.findings };
    }
    if (options === undefined) {
        const bytes = Buffer.from((0,generate_answer_file/* generateAnswerFile */.y)({ ...bare, options: {} }));
        return { bytes, file: undefined, cloneUnattend, findings: [(0,no_answer_file/* noAnswerFile */.g)()] };
    }
    const text = (0,generate_answer_file/* generateAnswerFile */.y)({
        ...{ language, options, remoteDesktop, autologon: afterFirstBoot === 'generalize' },
        productKey: options.productKey && clientSetupKey(image),
    });
    const bytes = Buffer.from(text);
    const file = (0,parse_answer_file/* parseAnswerFile */.q0)(bytes, 'made of the options');
    const { faults, findings } = (0,read_answer_file/* checkAnswerFile */.v)(file);
    (0,fault/* refuseFaults */.m)(file.path, [...faults, ...productKeyFaults(file, image)]);
    return { bytes, file, cloneUnattend, findings };
}
function clientSetupKey(image) {
    const product = (0,products_product/* productOfBuild */.XW)(image.build);
    const key = product && genericKeyOf(product, image.editionId);
    if (key !== undefined)
        return key;
    const name = product === undefined ? `Windows build ${image.build}` : products_product/* PRODUCT_FACTS */.sn[product].name;
    throw new errors/* UserError */.yo('input-invalid', `Input product-key: there is no client setup key for ${name} ${image.editionId}`, 'Leave product-key out, or give an answer file of your own with the key.');
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./.cache/build/src/windows/customize/script-text.js
var script_text = __webpack_require__(11285);
;// CONCATENATED MODULE: ./.cache/build/src/windows/customize/waiting-line.js
/**
 * The line of a batch file that waits for somebody: `pause`, `choice` without a time, `set /p`. At the first boot nobody sits at a console, and builds that were
 * given such scripts ran into their time limits (appveyor/ci issue 596, TeX-Live/installer issue 4). A line that is given its answer waits for nobody: `<nul`,
 * `echo y|`. Windows PowerShell is asked to run its scripts without a prompt, so that Read-Host fails at once.
 */
const COMMENT = /^[ \t@]*(?:rem\b|::)/i;
/** Where a command begins: the line itself, after another one, in a block, or behind a condition. */
const WAITS = /(?:^|[&(@]|\b(?:do|else)\b|\bif\b(?:(?!\b(?:echo|goto|call|set|title|rem)\b).)*\s)[\s@(]*(pause|choice|set\s+"?\/p)\b(.*)$/i;
/** @returns undefined where none is seen: a program that is called may wait all the same */
function waitingLine(name, content) {
    if (!/\.(?:cmd|bat)$/i.test(name))
        return undefined;
    const lines = Buffer.from(content).toString('latin1').split(/\r?\n/);
    for (const [index, text] of lines.entries()) {
        if (COMMENT.test(text))
            continue;
        const [, command = '', rest = ''] = WAITS.exec(text) ?? [];
        if (command === '' || isAnswered(text, command, rest))
            continue;
        return { line: index + 1, command: command.toLowerCase().replace(/\s+"?/, ' ') };
    }
    return undefined;
}
function isAnswered(text, command, rest) {
    if (/</.test(rest) || text.slice(0, text.length - rest.length).includes('|'))
        return true;
    return /^choice$/i.test(command) && /\/t\b/i.test(rest);
}

;// CONCATENATED MODULE: ./.cache/build/src/windows/customize/boot-scripts.js
/** Scripts of the user's that run once, when Windows runs for the first time: each a step of the first boot with a status of its own. */







const ENDINGS = ['.cmd', '.bat', '.ps1'];
/** @param paths in the order in which they run @throws UserError file-missing, input-invalid */
async function readBootScripts(paths, signal) {
    const scripts = [];
    const findings = [];
    for (const path of paths) {
        if (!ENDINGS.includes((0,external_node_path_.extname)(path).toLowerCase())) {
            throw new errors/* UserError */.yo('input-invalid', `Input first-boot-scripts: ${(0,external_node_path_.basename)(path)} is no script that Windows runs by itself`, 'Give .cmd, .bat or .ps1 files, one per line; what they need beside them is brought by the input files.');
        }
        const content = await (0,promises_.readFile)(path, { signal }).catch((error) => {
            throw (0,explain_path_error/* explainPathError */.n)(error, { what: 'the script', path, input: 'first-boot-scripts' });
        });
        const fault = (0,script_text/* scriptFault */.Y)(path, content);
        if (fault !== undefined) {
            throw new errors/* UserError */.yo('input-invalid', `Input first-boot-scripts: ${(0,external_node_path_.basename)(path)} ${fault.what}`, fault.hint);
        }
        const waits = waitingLine(path, content);
        if (waits !== undefined)
            findings.push(scriptWaits(path, waits));
        scripts.push({ path, sha256: (0,external_node_crypto_.createHash)('sha256').update(content).digest('hex') });
    }
    return { scripts, findings };
}
/** A warning alone: whether the line is ever reached is known to the script. */
function scriptWaits(path, { line, command }) {
    return {
        code: 'script-waits',
        severity: 'warning',
        seen: `The script ${(0,external_node_path_.basename)(path)} waits for somebody in line ${line} (${command}): at the first boot nobody is there, and it may stand still until whoever watches it gives up.`,
        remedy: 'Take that line out, or give it its answer: "pause <nul", "choice /t 10 /d y", "set /p NAME=<file".',
    };
}

// EXTERNAL MODULE: ./.cache/build/src/windows/customize/copied-files.js + 1 modules
var copied_files = __webpack_require__(34882);
// EXTERNAL MODULE: ./.cache/build/src/windows/customize/registry-setting.js
var registry_setting = __webpack_require__(69896);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./.cache/build/src/windows/engines/choose-engine.js + 48 modules
var choose_engine = __webpack_require__(58917);
// EXTERNAL MODULE: ./.cache/build/src/reuse/stage.js
var stage = __webpack_require__(75075);
;// CONCATENATED MODULE: ./.cache/build/src/windows/plan/stage-parts.js
/** All that a built disk follows from, one by one: the plan, what the engine is told besides, the ISO and the programs. No paths but those in the image. */




function stageParts(plan, sources) {
    const { engine, iso, programs, system, skipNotApplicable } = sources;
    const { toolsSetup } = plan;
    return [
        (0,stage/* hiddenPart */.aW)('ISO', 'the ISO', iso),
        (0,stage/* shownPart */.JV)('edition', 'the edition', plan.image.name),
        (0,stage/* hiddenPart */.aW)('edition', 'the image on the ISO', JSON.stringify(plan.image)),
        ...diskParts(plan),
        ...plan.packages.map(({ kb, path, kind, build, sha256 }) => (0,stage/* hiddenPart */.aW)('updates', `update ${kb ?? (0,external_node_path_.basename)(path)}`, JSON.stringify([(0,external_node_path_.basename)(path), kind, build, sha256]))),
        ...plan.drivers.map(({ name, version, sha256 }) => (0,stage/* hiddenPart */.aW)('drivers', `driver ${name}`, JSON.stringify([version, sha256]))),
        ...(toolsSetup === undefined
            ? []
            : [
                (0,stage/* hiddenPart */.aW)('VMware Tools', 'the installer of VMware Tools', `${(0,external_node_path_.basename)(toolsSetup.path)} ${toolsSetup.sha256}`),
            ]),
        (0,stage/* shownPart */.JV)('features', 'features', plan.features.join(', ')),
        ...contentParts(plan),
        (0,stage/* shownPart */.JV)('settings', 'remote-desktop', plan.remoteDesktop),
        (0,stage/* shownPart */.JV)('settings', 'cleanup', plan.cleanup),
        (0,stage/* shownPart */.JV)('settings', 'not-applicable', skipNotApplicable ? 'skip' : 'fail'),
        (0,stage/* shownPart */.JV)('settings', 'what follows the first boot', plan.afterFirstBoot),
        (0,stage/* shownPart */.JV)('settings', 'bake-on', plan.bakeHost),
        (0,stage/* shownPart */.JV)('settings', 'the date', plan.date.toISOString()),
        (0,stage/* shownPart */.JV)('programs', 'the engine', engine),
        ...(system === undefined ? [] : [(0,stage/* shownPart */.JV)('programs', 'the system of the runner', system)]),
        ...programs.map(({ name, version, sha256 }) => (0,stage/* hiddenPart */.aW)('programs', `program ${name}`, `${version ?? ''} ${sha256}`)),
    ];
}
function diskParts({ disk }) {
    return [
        (0,stage/* shownPart */.JV)('disk', 'size of the disk', (0,units/* exactSize */.Fe)(disk.size)),
        (0,stage/* shownPart */.JV)('disk', 'format of the disk', `${disk.type} ${disk.format}`),
        (0,stage/* shownPart */.JV)('disk', 'size of the ESP', (0,units/* exactSize */.Fe)(disk.esp)),
        (0,stage/* shownPart */.JV)('disk', 'size of the MSR', (0,units/* exactSize */.Fe)(disk.msr)),
        (0,stage/* shownPart */.JV)('disk', 'recovery', disk.recovery),
    ];
}
/** What may hold passwords is among them: only that it differs is ever told. */
function contentParts(plan) {
    const answers = (0,external_node_crypto_.createHash)('sha256').update(plan.unattend).digest('hex');
    return [
        (0,stage/* hiddenPart */.aW)('answer file', 'the answer file', answers),
        (0,stage/* hiddenPart */.aW)('answer file', 'the answer file of clones', plan.cloneUnattend ?? ''),
        ...plan.files.map(({ path, sha256 }) => (0,stage/* hiddenPart */.aW)('files', `C:\\${path.replaceAll('/', '\\')}`, sha256)),
        ...plan.registry.map(({ hive, key, value }) => (0,stage/* hiddenPart */.aW)('registry', `registry value HKLM\\${hive}\\${key}\\${value.name}`, `${value.type} ${value.data.toString('hex')}`)),
        ...plan.scripts.map(({ path, sha256 }) => (0,stage/* hiddenPart */.aW)('scripts', `script ${(0,external_node_path_.basename)(path)}`, sha256)),
    ];
}

;// CONCATENATED MODULE: ./.cache/build/src/windows/earlier-disk.js
/** The disk that an earlier run has built of the very same parts, if one was kept. */




/** @returns undefined where it was not asked for */
function earlierDisk(work, { kept, template, vhd, engine, skipNotApplicable }, sources) {
    if (kept === undefined)
        return undefined;
    if (work.plan.disk.format === 'vmdk')
        return neverReused('a disk in parts is several files, and none of them is kept');
    const { onWindows, unknownParts } = choose_engine/* ENGINES */.ug[engine];
    if (unknownParts !== undefined)
        return neverReused(unknownParts);
    const system = onWindows ? `Windows ${(0,external_node_os_.release)()}` : undefined;
    const stage = {
        action: 'build-vhd',
        name: template?.name ?? (0,external_node_path_.basename)(vhd),
        parts: stageParts(work.plan, { ...sources, engine, system, skipNotApplicable }),
    };
    return {
        look: async () => (await kept.look(stage)).facts,
        take: async (path) => takenDisk(await kept.take(stage, path), work),
        keep: (path, { findings, leftOut }) => {
            const result = { findings, leftOut: leftOut.map((step) => work.offline.indexOf(step)) };
            return kept.keep(stage, path, result);
        },
    };
}
function takenDisk(found, { plan, offline }) {
    if (!('result' in found))
        return { reuse: found.facts };
    // Written by this very code, and sealed.
    const { findings, leftOut } = found.result;
    return {
        reuse: found.facts,
        disk: { plan, findings, leftOut: offline.filter((_, index) => leftOut.includes(index)) },
    };
}
function neverReused(why) {
    const reuse = { reused: false, why };
    return { look: async () => reuse, take: async () => ({ reuse }), keep: async () => { } };
}

;// CONCATENATED MODULE: ./.cache/build/src/windows/engines/program-facts.js
/** Which programs an image was made with: by the bytes of each, since a version number alone does not tell two builds apart. */

/**
 * @param names of programs that are there
 * @param ask whether to ask each for its version; programs of Windows itself have that of Windows
 * @throws UserError tool-missing; the signal's reason
 */
async function programFacts(names, ask, { tools, signal }) {
    return Promise.all(names.map(async (name) => {
        const sha256 = await (0,hash_file/* hashFile */.DC)(await tools.find(name), signal);
        const version = ask ? await askVersion(name, tools) : undefined;
        return { name, ...(version !== undefined && { version }), sha256 };
    }));
}
/** Some programs know no `--version`, and say so in ways of their own. */
async function askVersion(name, tools) {
    const said = await tools.run(name, ['--version']).catch(() => undefined);
    return said && /(?<![\d.])\d+(?:\.\d+)+/.exec(`${said.stdout}\n${said.stderr}`)?.[0];
}

;// CONCATENATED MODULE: ./.cache/build/src/windows/answer-file/autologon.js
/** Whether an answer file logs the Administrator on by itself, which generalizing needs: sysprep may not run as SYSTEM. */


/**
 * @param restarts so many times Windows may restart before the log-on that counts
 * @returns what is wrong in one clause; undefined when the Administrator will be logged on
 */
function autologonObstacle({ passes }, restarts) {
    const [autologon] = passes
        .filter(({ name }) => name === 'oobeSystem')
        .flatMap(({ components }) => components)
        .filter(({ name, architecture }) => name === components/* SHELL_SETUP */.bM && architecture === 'amd64')
        .flatMap(({ element }) => (0,parse_answer_file/* descend */.Xn)(element, 'AutoLogon'));
    if (autologon === undefined)
        return 'it has no AutoLogon in the pass oobeSystem';
    const text = (...path) => textAt(autologon, ...path);
    if (text('Enabled').toLowerCase() !== 'true')
        return 'its AutoLogon is not enabled';
    if (text('Username') === '')
        return 'its AutoLogon names no Username';
    if (text('Password', 'Value') === '')
        return 'its AutoLogon has no Password';
    if (!(Number(text('LogonCount')) > restarts)) {
        return `its AutoLogon has a LogonCount of ${text('LogonCount') || 'nothing'}, and Windows may restart ${restarts} times before it is generalized`;
    }
    return undefined;
}
function textAt(element, ...path) {
    return (0,parse_answer_file/* descend */.Xn)(element, ...path)[0]?.text ?? '';
}

;// CONCATENATED MODULE: ./.cache/build/src/windows/first-boot/check-end.js
/** What a guest needs to end its first boot as it shall. */


/** Each step is tried three times with a restart in between; as often again Windows may ask for one before it is sealed. */
const RESTARTS_OF_STEP = 3;
const RESTARTS_OF_SEAL = 6;
/** @throws UserError input-missing, input-invalid */
function checkEnd({ afterFirstBoot, toolsSetup, answers, steps, bakeHost }) {
    if (afterFirstBoot === 'stay')
        return;
    // Hyper-V has a way of its own to hear from its guests.
    if (toolsSetup === undefined && bakeHost === 'vsphere') {
        throw new errors/* UserError */.yo('input-missing', `Input tools-setup is empty, but after-first-boot: ${afterFirstBoot} needs VMware Tools: through them the guest says how its first boot ended, and waits for the answer before it ends`, 'Give the output tools-setup of extract-drivers, or write after-first-boot: stay (in the template: bake: { on: none }).');
    }
    if (afterFirstBoot !== 'generalize')
        return;
    const obstacle = answers === undefined
        ? 'no answer file was given'
        : autologonObstacle(answers, steps * RESTARTS_OF_STEP + RESTARTS_OF_SEAL);
    if (obstacle === undefined)
        return;
    throw new errors/* UserError */.yo('input-invalid', `Input after-first-boot: generalize runs sysprep as the built-in Administrator, who has to be logged on by the answer file, but ${obstacle}`, 'Give administrator-password, of which the answer file is made, or an answer file with AutoLogon (Enabled, Username, Password, LogonCount 999) in the component Microsoft-Windows-Shell-Setup of the pass oobeSystem.');
}

// EXTERNAL MODULE: ./.cache/build/src/windows/stage/partition-file.js
var partition_file = __webpack_require__(71354);
;// CONCATENATED MODULE: ./.cache/build/src/windows/leftovers.js
/** Finds and removes what a killed build left beside its disk: it had no chance to do so itself. */




/** Ends the name of a disk that is whole but not checked yet. */
const UNCHECKED_SUFFIX = '.stillframe-unchecked';
const FORMATS = ['vhd', 'vhdx', 'vmdk'];
/** Where a disk is built before it gets its name; Windows attaches no disk whose name ends otherwise than its format. */
function uncheckedPath(path, format) {
    return `${path}${UNCHECKED_SUFFIX}.${format}`;
}
/** The files of a disk in the making. */
function uncheckedFiles(path, format) {
    const disk = uncheckedPath(path, format);
    return [...(format === 'vmdk' ? (0,vmdk_parts/* partFiles */.Zb)(disk, partition_file/* FILLED */.D) : [disk]), disk + move_into_place/* PARTIAL_SUFFIX */.oG];
}
/**
 * Removes unfinished disks beside `path`.
 * @returns what was removed
 */
async function removeLeftovers(path) {
    const removed = [...(await (0,vmdk_parts/* removeLeftParts */.Mu)(path))];
    for (const file of FORMATS.flatMap((format) => uncheckedFiles(path, format))) {
        if (!(await exists(file)))
            continue;
        await (0,promises_.rm)(file, { force: true });
        removed.push(file);
    }
    return removed;
}
async function exists(path) {
    return (await (0,promises_.stat)(path).catch(() => undefined)) !== undefined;
}

;// CONCATENATED MODULE: ./.cache/build/src/windows/media/check-windows-image.js
/** Whether the image that was chosen is the Windows that is meant. */


/**
 * @param expected what the template says; without one any Windows Server will do
 * @param source the ISO, for messages
 * @throws UserError not-windows-media, product-mismatch, language-mismatch
 */
function checkWindowsImage(image, expected, source) {
    const name = `Image ${image.index} "${image.name}" of ${source}`;
    if (image.architecture !== 'amd64') {
        throw new errors/* UserError */.yo('not-windows-media', `${name} is for the architecture ${image.architecture}; only x64 is built`, 'Use the ISO of Windows Server for x64.');
    }
    // Client releases share build numbers with servers: Windows 10 LTSC 2019 has that of Server 2019.
    if (/^(client|windowspe)$/i.test(image.installationType)) {
        throw new errors/* UserError */.yo('not-windows-media', `${name} has the installation type ${image.installationType}: it is no Windows Server`, 'Give the installation ISO of Windows Server.');
    }
    if (expected === undefined)
        return;
    checkProduct(image, expected, name);
    checkLanguage(image, expected, name);
}
function checkProduct(image, { product, file, places }, name) {
    const found = (0,products_product/* productOfBuild */.XW)(image.build);
    if (found === product)
        return;
    throw new errors/* UserError */.yo('product-mismatch', `${name} is build ${image.build}${found === undefined ? '' : ` (${products_product/* PRODUCT_FACTS */.sn[found].name})`}, but the template ${file} ` +
        `says windows.product: ${product}, which is build ${products_product/* PRODUCT_FACTS */.sn[product].build}`, found === undefined
        ? `Give the ISO of ${products_product/* PRODUCT_FACTS */.sn[product].name}.`
        : `Give the ISO of ${products_product/* PRODUCT_FACTS */.sn[product].name}, or write windows.product: ${found}; updates and drivers are chosen by it.`, placeOf(places, 'windows.product'));
}
function checkLanguage(image, { language, file, places }, name) {
    // An image that names none cannot be compared.
    if (image.languages.length === 0)
        return;
    if (image.languages.some((candidate) => candidate.toLowerCase() === language.toLowerCase()))
        return;
    throw new errors/* UserError */.yo('language-mismatch', `${name} is in ${image.languages.join(', ')}, but the template ${file} says windows.language: ${language}`, `Give the ISO of that language, or write windows.language: ${image.languages[0]}.`, placeOf(places, 'windows.language'));
}
function placeOf(places, key) {
    const location = places.get(key);
    return location && { location };
}

// EXTERNAL MODULE: ./.cache/build/src/windows/media/editions.js
var editions = __webpack_require__(87720);
// EXTERNAL MODULE: ./.cache/build/src/windows/media/feature-names.js
var feature_names = __webpack_require__(34352);
;// CONCATENATED MODULE: ./.cache/build/src/windows/media/feature-source.js
/** What is said where the files of a feature that is wanted are not on the ISO. */
/** The one feature whose files are on the ISO, not in the image: .NET 3.5 (Microsoft Learn, "Deploy .NET Framework 3.5 by using DISM"). */
function isOnIso(feature) {
    return /^netfx3/i.test(feature);
}
/** A warning alone: an image that somebody made may hold the files, which its list of features does not tell. */
function featureSourceFindings({ iso, hasNetFx3 }, features) {
    const wanted = features.filter(isOnIso);
    if (wanted.length === 0 || hasNetFx3)
        return [];
    return [
        {
            code: 'feature-source-missing',
            severity: 'warning',
            seen: `${wanted.join(', ')} cannot come from the ISO ${iso}, which has no sources/sxs/microsoft-windows-netfx3-ondemand-package*.cab: enabling fails with 0x800F081F where the image does not hold the files itself.`,
            remedy: 'Give the ISO as Microsoft ships it, or put that cabinet of the same build into its folder sources/sxs.',
        },
    ];
}

;// CONCATENATED MODULE: ./.cache/build/src/windows/media/setup-only.js
/** What is said of an ISO that brings more for Windows Setup than its image. */
/** None where it brings nothing of the kind, as Microsoft's own media do. */
function setupOnlyFindings({ iso, setupMembers, }) {
    if (setupMembers.length === 0)
        return [];
    return [
        {
            code: 'no-effect',
            severity: 'warning',
            seen: `The ISO ${iso} brings ${setupMembers.join(', ')} for Windows Setup. That does nothing here: the image is applied, not set up.`,
            remedy: 'Give the answer file with unattend, files with files, drivers with drivers, scripts with first-boot-scripts.',
        },
    ];
}

;// CONCATENATED MODULE: ./.cache/build/src/windows/media/media-findings.js
/** All that is said of the installation media before anything is made of them. */



/** @param features that are wanted */
function mediaFindings(media, image, features) {
    return [...setupOnlyFindings(media), ...evaluationFindings(image), ...featureSourceFindings(media, features)];
}

// EXTERNAL MODULE: ./.cache/build/src/files/case-blind.js
var case_blind = __webpack_require__(98242);
;// CONCATENATED MODULE: ./.cache/build/src/windows/media/windows-media.js
/** Recognises Windows installation media and says what an ISO is when it is something else. */




const IMAGE_FILES = ['sources/install.wim', 'sources/install.esd', 'sources/install.swm'];
/**
 * Microsoft Learn, "Windows Setup Automation Overview" (Autounattend.xml at the root, unattend.xml in sources), "Windows Setup Distribution Share" ($OEM$) and
 * "Add drivers to Windows Setup" ($WinPEDriver$).
 */
const FOR_SETUP = /^(autounattend\.xml|sources\/(?:auto)?unattend\.xml|(?:sources\/)?\$OEM\$|\$WinPEDriver\$)(?:\/|$)/i;
/** On the media of 2016 to 2025, with what identifies the package behind that name or without. */
const NETFX3 = /^sources\/sxs\/microsoft-windows-netfx3-ondemand-package[^/]*\.cab$/i;
/** How DISM names the parts of a split image ("Split a Windows image (.wim) file"). */
const SPLIT_PART = /^sources\/install(\d*)\.swm$/i;
/**
 * Compares the file's SHA-256 with the expected one.
 * @returns it
 * @throws UserError file-missing, hash-mismatch
 */
async function checkIsoHash(iso, expected, signal) {
    const explain = (error) => {
        throw (0,explain_path_error/* explainPathError */.n)(error, { what: 'the ISO', path: iso, input: 'iso' });
    };
    const found = await (0,hash_file/* hashFile */.DC)(iso, signal).catch(explain);
    if (expected === undefined || found === expected)
        return found;
    throw new errors/* UserError */.yo('hash-mismatch', `The ISO ${iso} has the SHA-256 ${found}, expected was ${expected}`, 'Fetch the ISO again, or correct sha256 if another ISO is meant.');
}
/**
 * Lists the ISO and finds the Windows image in it.
 * @throws UserError not-windows-media
 */
async function inspectMedia(disc) {
    const iso = disc.path;
    const members = await disc.list();
    const image = IMAGE_FILES.map((path) => findMember(members, path)).find((member) => member !== undefined);
    if (image === undefined)
        throw notWindowsMedia(iso, members);
    const parts = /\.swm$/i.test(image.path) ? splitParts(members) : [image];
    const sxs = members.find((member) => /^sources\/sxs\//i.test(member.path));
    return {
        iso,
        disc,
        imageMember: image.path,
        imageParts: parts.map(({ path }) => path),
        imageSize: parts.reduce((sum, { size }) => sum + size, 0),
        sxsMember: sxs?.path.split('/').slice(0, 2).join('/'),
        hasNetFx3: members.some(({ path }) => NETFX3.test(path)),
        setupMembers: [...new Set(members.flatMap(({ path }) => FOR_SETUP.exec(path)?.[1] ?? []))],
    };
}
/** Numbers in their order as numbers: install10.swm comes after install9.swm. */
function splitParts(members) {
    const numberOf = ({ path }) => Number(SPLIT_PART.exec(path)?.[1] || 1);
    return members.filter(({ path }) => SPLIT_PART.test(path)).sort((a, b) => numberOf(a) - numberOf(b));
}
function findMember(members, path) {
    return members.find((member) => (0,case_blind/* isSameName */.yS)(member.path, path));
}
function notWindowsMedia(iso, members) {
    const has = (pattern) => members.some((member) => pattern.test(member.path));
    if (has(/^setup(64)?\.exe$/i) && has(/vmware ?tools/i)) {
        return new errors/* UserError */.yo('not-windows-media', `${iso} is an ISO of VMware Tools, not of Windows`, 'Give the Windows Server ISO as iso; the VMware Tools ISO belongs to extract-drivers.');
    }
    const top = [...new Set(members.map((member) => member.path.split('/')[0] ?? ''))].slice(0, 8).join(', ');
    return new errors/* UserError */.yo('not-windows-media', `${iso} has no sources/install.wim, install.esd or install.swm (it holds: ${top === '' ? 'nothing' : top})`, 'Give the installation ISO of Windows Server.');
}

;// CONCATENATED MODULE: ./.cache/build/src/windows/media/obtain-iso.js
/** The installation ISO, wherever the template or the step names it: on this machine, or at an address from which it is fetched once. */


/**
 * @param iso path, or http(s) URL, which needs the hash
 * @throws UserError input-missing for a URL without hash, file-missing, hash-mismatch, download-failed
 */
async function obtainIso(iso, sha256, downloads, context) {
    if ((0,pinned_file/* isUrl */.g)(iso))
        return (0,pinned_file/* obtainPinnedFile */.C)({ location: iso, sha256 }, { input: 'iso', ...downloads }, context);
    return { path: iso, sha256: await checkIsoHash(iso, sha256, context.signal) };
}

// EXTERNAL MODULE: ./.cache/build/src/disk/gpt/partition-types.js
var partition_types = __webpack_require__(42758);
// EXTERNAL MODULE: ./.cache/build/src/windows/plan/offline-step.js
var offline_step = __webpack_require__(61196);
;// CONCATENATED MODULE: ./.cache/build/src/windows/plan/describe-plan.js
/** The plan as it is shown: in the output and report of a dry run, the log and the summary of every run. */




const AFTER = {
    stay: 'Windows goes on running',
    'shut-down': 'Windows shuts down once its host has seen how the first boot ended',
    generalize: 'sysprep generalizes Windows, which shuts down once its host has seen how that ended',
};
function describePlan(plan, offline, firstBoot, engine) {
    return {
        engine,
        edition: plan.image.name,
        build: (0,editions/* buildOnMedia */.CL)(plan.image),
        disk: { size: plan.disk.size, format: plan.disk.format, type: plan.disk.type },
        partitions: plan.partitions.map(({ typeGuid, guid, offset, size }) => ({
            type: (0,partition_types/* partitionTypeName */.IA)(typeGuid),
            guid,
            offset,
            size,
        })),
        offline: offline.map(offline_step/* stepTitle */.F),
        firstBoot: firstBoot.map(({ id, title, onVsphere }) => ({
            ...{ step: id, title },
            ...(onVsphere && plan.bakeHost === 'hyper-v' && { onVsphere }),
        })),
        afterFirstBoot: plan.afterFirstBoot,
        bakeHost: plan.bakeHost,
    };
}
/** The plan as lines of text. */
function drawPlan(plan) {
    const { disk, partitions, offline, firstBoot, afterFirstBoot, bakeHost } = plan;
    const numbered = (titles) => titles.map((title, index) => `  ${index + 1}. ${title}`);
    return [
        `${plan.edition}, build ${plan.build}, with the engine ${plan.engine}`,
        `Disk of ${(0,units/* formatSize */.Xq)(disk.size)}, ${disk.format === 'vmdk' ? 'VMDK in parts' : `${disk.type} ${disk.format.toUpperCase()}`}: ${partitions.map(({ type, size }) => `${type} ${(0,units/* formatSize */.Xq)(size)}`).join(', ')}`,
        ...(offline.length === 0
            ? ['In the image: nothing but the image itself']
            : ['In the image:', ...numbered(offline)]),
        ...(firstBoot.length === 0
            ? ['At first boot: nothing']
            : [
                `At first boot${bakeHost === 'hyper-v' ? ' on Hyper-V' : ''}:`,
                ...numbered(firstBoot.map(({ title, onVsphere }) => (onVsphere ? `${title} (left for the start on vSphere)` : title))),
            ]),
        `Afterwards: ${AFTER[afterFirstBoot]}`,
    ].join('\n');
}

// EXTERNAL MODULE: ./.cache/build/src/windows/plan/disk-layouts.js
var disk_layouts = __webpack_require__(35619);
// EXTERNAL MODULE: ./.cache/build/src/drivers/boot-driver.js
var boot_driver = __webpack_require__(98891);
// EXTERNAL MODULE: ./.cache/build/src/drivers/driver-candidate.js + 11 modules
var driver_candidate = __webpack_require__(8249);
// EXTERNAL MODULE: ./.cache/build/src/drivers/driver-files.js
var driver_files = __webpack_require__(64332);
// EXTERNAL MODULE: ./.cache/build/src/drivers/rank-candidates.js
var rank_candidates = __webpack_require__(58157);
// EXTERNAL MODULE: ./.cache/build/src/pe/pe-file.js
var pe_file = __webpack_require__(61596);
;// CONCATENATED MODULE: ./.cache/build/src/pe/embedded-signature.js
/** The Authenticode signature inside a program. Sources: Microsoft, "PE Format" (attribute certificate table); wintrust.h. */

/** WIN_CERTIFICATE: length, revision, type, then the certificate. */
const HEADER_SIZE = 8;
const REVISION_2 = 0x0200;
const TYPE_PKCS_SIGNED_DATA = 2;
/** DER of the type of a ContentInfo that holds SignedData: 1.2.840.113549.1.7.2. */
const SIGNED_DATA = Buffer.from('06092a864886f70d010702', 'hex');
/** The type stands behind the SEQUENCE's tag and at most five bytes of its length. */
const MAX_SEQUENCE_HEADER = 6;
/**
 * The first PKCS #7 signature, DER; whether it is right, and by whom, is not judged.
 * @returns undefined when there is none, or when the bytes are no program
 */
function embeddedSignature(program) {
    const table = (0,pe_file/* readPe */._)(program)?.directory(pe_file/* PE_DIRECTORY */.i.certificates);
    if (table === undefined || table.address + table.size > program.length)
        return undefined;
    const end = table.address + table.size;
    for (let at = table.address; at + HEADER_SIZE <= end;) {
        const length = program.readUInt32LE(at);
        if (length < HEADER_SIZE || at + length > end)
            return undefined;
        const content = program.subarray(at + HEADER_SIZE, at + length);
        const isSignedData = program.readUInt16LE(at + 4) === REVISION_2 && program.readUInt16LE(at + 6) === TYPE_PKCS_SIGNED_DATA;
        if (isSignedData && startsWithSignedData(content))
            return content;
        // Each entry begins on a multiple of eight bytes.
        at += (length + 7) & ~7;
    }
    return undefined;
}
function startsWithSignedData(content) {
    const at = content.subarray(0, MAX_SEQUENCE_HEADER + SIGNED_DATA.length).indexOf(SIGNED_DATA);
    return content[0] === 0x30 && at >= 2;
}

// EXTERNAL MODULE: ./.cache/build/src/drivers/inf/inf-version.js
var inf_version = __webpack_require__(44140);
;// CONCATENATED MODULE: ./.cache/build/src/windows/plan/boot-driver-conflicts.js
/**
 * Two boot drivers of different INF files can want the same device, the same service or the same .sys file: only one of them can have it.
 * Source of the ranking: "How Windows Ranks Drivers", "Identifier Score" (Microsoft Learn). Among packages that are signed alike the kind
 * of match decides, then how exact the id is, then the date of DriverVer, then its version.
 */

/** Drivers of one rank, date and version are no conflict, whatever INF files bring them. */
function settleBootDrivers(packages) {
    const defeats = new Map();
    const newestFirst = packages
        .filter((driver) => driver.boot !== undefined)
        .sort((a, b) => (0,inf_version/* compareDriverVersions */.Ty)(b.boot, a.boot));
    for (const contest of [overDevice, overService]) {
        for (const [rank, driver] of newestFirst.entries()) {
            for (const newer of newestFirst.slice(0, rank)) {
                const defeat = defeats.has(driver) || defeats.has(newer) ? undefined : contest(newer, driver);
                if (defeat)
                    defeats.set(defeat.loser, defeat);
            }
        }
    }
    return {
        packages: packages.map((driver) => defeats.has(driver) ? { ...driver, boot: undefined, bootBinary: undefined } : driver),
        findings: [...defeats.values()].map(left),
    };
}
/** @param newer or of the same date and version */
function overDevice(newer, older) {
    const [own, other] = bestOfShared(newer, older);
    if (own === undefined || other === undefined)
        return undefined;
    const difference = compareIds(own, other);
    // Of equals Windows takes either, and nobody says which: both are there for it.
    if (difference === 0 && !isNewer(newer, older))
        return undefined;
    const [winner, loser] = difference > 0 ? [older, newer] : [newer, older];
    const device = own.id.length < other.id.length ? own.id : other.id;
    const reason = difference === 0 ? 'it is the newer one' : 'it names the device better, which counts before the version';
    return {
        winner,
        loser,
        why: `are both for ${device}: Windows takes ${winner.place}, since ${reason}, and is started with it`,
    };
}
function overService(newer, older) {
    const same = isSame(newer.boot.service.name, older.boot.service.name) || isSame(newer.boot.imagePath, older.boot.imagePath);
    if (!same || !isNewer(newer, older))
        return undefined;
    const why = `both bring the boot driver ${newer.boot.service.name}: Windows is started with the newer one`;
    return { winner: newer, loser: older, why };
}
/** The best id of each that both would be considered by: the same one, or one that says more of the same device. */
function bestOfShared(a, b) {
    const best = (of, against) => idsOf(of)
        .filter(({ id }) => idsOf(against).some((other) => isOfOneDevice(id, other.id)))
        .sort(compareIds)[0];
    return [best(a, b), best(b, a)];
}
function idsOf({ boot }) {
    return boot.devices.flatMap(({ ids }) => ids);
}
/** `PCI\VEN_15AD&DEV_07C0` and what has `&SUBSYS_…` or `&REV_…` behind it. */
function isOfOneDevice(a, b) {
    return a === b || a.startsWith(`${b}&`) || b.startsWith(`${a}&`);
}
/** Negative when Windows prefers `a`. */
function compareIds(a, b) {
    if (a.match !== b.match)
        return a.match === 'hardware' ? -1 : 1;
    return b.id.length - a.id.length;
}
function isNewer(a, b) {
    return (0,inf_version/* compareDriverVersions */.Ty)(a.boot, b.boot) > 0;
}
function isSame(a, b) {
    return a.toLowerCase() === b.toLowerCase();
}
function left({ loser, winner, why }) {
    return {
        code: 'driver-left-out',
        severity: 'info',
        seen: `${loser.place} ${loser.boot.version} and ${winner.place} ${winner.boot.version} ${why}, the other is left to the first boot.`,
        remedy: 'Nothing to do, unless another version was meant: then give its folder alone.',
    };
}

;// CONCATENATED MODULE: ./.cache/build/src/windows/plan/output-array.js
/** An input that takes the output of another action: a JSON array where it begins with a bracket, else what a user writes by hand. */
/**
 * The entries of the JSON array; undefined when the text is none but paths.
 * @param invalid makes the error of this input out of what is wrong with it
 * @throws UserError of `invalid` for damaged JSON
 */
function readOutputArray(text, invalid) {
    if (!text.trim().startsWith('['))
        return undefined;
    try {
        return JSON.parse(text);
    }
    catch (cause) {
        throw invalid(`is not valid JSON: ${cause instanceof Error ? cause.message : String(cause)}`, cause);
    }
}
/** Paths, one per line or separated by commas. */
function splitPaths(text) {
    return text
        .split(/[\n,]/)
        .map((part) => part.trim())
        .filter((part) => part !== '');
}

;// CONCATENATED MODULE: ./.cache/build/src/windows/plan/given-drivers.js
/** What the input `drivers` of build-vhd names: INF files, read as far as choosing among them needs. */






/**
 * @param text as for readDriverPackages
 * @throws UserError input-invalid, file-missing; FormatError for an INF file named itself that cannot be read
 */
async function readGivenDrivers(text, target) {
    const candidates = new Map();
    const findings = [];
    const add = (found) => {
        for (const candidate of found)
            if (!candidates.has(candidate.path))
                candidates.set(candidate.path, candidate);
    };
    for (const entry of readOutputArray(text, invalid)?.map(pathOf) ?? splitPaths(text)) {
        const path = (0,external_node_path_.resolve)(entry);
        if (!(await isFolder(path, entry))) {
            add([await (0,driver_candidate/* readCandidate */.G9)(path, entry, target)]);
            continue;
        }
        const found = await (0,driver_candidate/* findDrivers */.xC)(path, target, `${entry.replace(/[\\/]+$/, '')}/`);
        if (found.candidates.length === 0) {
            const [unreadable] = found.unreadable;
            if (unreadable !== undefined)
                throw unreadable;
            throw invalid(`names the folder ${entry}, which holds no INF file`);
        }
        add(found.candidates);
        findings.push(...found.unreadable.map(({ message }) => unreadableInf(message)));
    }
    return { candidates: [...candidates.values()], findings };
}
/** Of an entry of the output `drivers`: its INF file, in the folder `path` where it is no absolute path. */
function pathOf(entry, index) {
    const { inf, path } = (typeof entry === 'object' && entry !== null ? entry : {});
    if (typeof inf !== 'string')
        throw invalid(`has an entry ${index + 1} without "inf"`);
    if ((0,external_node_path_.isAbsolute)(inf))
        return inf;
    return typeof path === 'string' ? (0,external_node_path_.resolve)(path, inf) : (0,external_node_path_.resolve)(inf);
}
async function isFolder(path, entry) {
    const info = await (0,promises_.stat)(path).catch((cause) => {
        throw (0,explain_path_error/* explainPathError */.n)(cause, { what: 'the driver', path: entry, input: 'drivers' });
    });
    return info.isDirectory();
}
function unreadableInf(message) {
    return {
        code: 'inf-unreadable',
        severity: 'warning',
        seen: `An INF file among the drivers was left out: ${message}`,
        remedy: 'If it is a driver you need, take it from its vendor again.',
    };
}
function invalid(what, cause) {
    return new errors/* UserError */.yo('input-invalid', `Input drivers ${what}`, 'Give the output "drivers" of extract-drivers, or folders with INF files, one per line.', { cause });
}

;// CONCATENATED MODULE: ./.cache/build/src/windows/plan/driver-packages.js
/** The drivers that build-vhd is given: chosen as extract-drivers chooses, sorted into what Windows boots from and the rest. */











/**
 * @param text a JSON array of objects with `inf`, an absolute path, or an INF name beside `path`; or paths of folders and INF
 *   files, one per line or comma-separated, folders with all below them
 * @throws UserError input-invalid, file-missing, driver-incomplete, driver-cannot-start; FormatError for an INF file named itself
 */
async function readDriverPackages(text, target) {
    const { candidates, findings: unreadable } = await readGivenDrivers(text, target);
    const findings = [...unreadable];
    const packages = [];
    for (const ranked of (0,rank_candidates/* rankDrivers */.iX)(candidates, target)) {
        findings.push(...rankingFindings(ranked));
        if (ranked.chosen === undefined) {
            // A disk may hang on it: that it could not be started is no warning.
            for (const { candidate } of ranked.leftOut) {
                if (candidate.obstacle !== undefined && (0,boot_driver/* isStorageDriver */.CY)(candidate.inf))
                    (0,boot_driver/* readBootDriver */.TG)(candidate.inf, target);
            }
            continue;
        }
        const { driver, findings: own } = await readPackage(ranked.chosen, ranked.name, target);
        packages.push(driver);
        findings.push(...own);
    }
    refuseNamesakes(packages);
    const settled = settleBootDrivers(packages);
    return { packages: settled.packages, findings: [...findings, ...settled.findings] };
}
/** The driver database of an image knows a boot driver by the name of its INF file. */
function refuseNamesakes(packages) {
    const started = packages.filter(({ boot }) => boot !== undefined);
    for (const [index, one] of started.entries()) {
        const other = started.slice(0, index).find(({ infName }) => (0,case_blind/* isSameName */.yS)(infName, one.infName));
        if (other === undefined)
            continue;
        throw new errors/* UserError */.yo('input-invalid', `Input drivers: ${other.place} and ${one.place} are boot drivers for different devices under one name, ${one.infName}`, 'Give that of the controller with the disk of Windows; bring the other with first-boot-scripts.');
    }
}
function rankingFindings({ chosen, leftOut }) {
    const file = (chosen ?? leftOut[0]?.candidate)?.inf.name.toLowerCase();
    const reasons = leftOut.map(({ reason }) => reason).join(' ');
    if (leftOut.length === 0)
        return [];
    if (chosen === undefined) {
        return [
            {
                code: 'driver-does-not-bind',
                severity: 'warning',
                seen: `${file} is for no device of this Windows and was left out. ${reasons}`,
                remedy: 'Let extract-drivers choose the drivers for the product.',
            },
        ];
    }
    return [
        {
            code: 'driver-left-out',
            severity: 'info',
            seen: `Of ${leftOut.length + 1} copies of ${file} the newest that applies was taken: ${chosen.place}, ${chosen.driver.version} of ${chosen.driver.date}. Left out: ${reasons}`,
            remedy: 'Nothing to do, unless another version was meant: then give its folder alone.',
        },
    ];
}
async function readPackage(candidate, name, target) {
    const { inf, place } = candidate;
    const { files } = await (0,driver_files/* packageFiles */.i)(candidate, target.architecture);
    const findings = [];
    let boot;
    let bootBinary;
    if ((0,boot_driver/* isStorageDriver */.CY)(inf)) {
        const read = (0,boot_driver/* readBootDriver */.TG)(inf, target);
        if ('startsLater' in read)
            findings.push(startsLater(place, read.startsLater));
        else {
            boot = read;
            bootBinary = files.find(({ path }) => path === read.binaryPath)?.source;
            findings.push(...(await checkSignature(read, bootBinary, place)));
        }
    }
    const driver = {
        name,
        infName: inf.name,
        place,
        version: candidate.driver.version,
        hardwareIds: (0,driver_candidate/* hardwareIds */.pC)(candidate.models),
        files,
        sha256: await hashFiles(files),
        boot,
        bootBinary,
    };
    return { driver, findings };
}
/**
 * Windows' loader checks what it starts before any catalog can be looked up: only a signature inside the file counts. A package for
 * the driver store is known to come from a time when every such file has one; of older ones it is only said.
 */
async function checkSignature(boot, binary, place) {
    if (binary === undefined || embeddedSignature(await (0,promises_.readFile)(binary)) !== undefined)
        return [];
    if (boot.fromDriverStore) {
        throw (0,boot_driver/* cannotStart */.m3)({ name: place }, `its ${boot.service.binary} has no embedded signature, which Windows wants of what it starts at boot whatever the catalog says`);
    }
    return [
        {
            code: 'boot-driver-unsigned',
            severity: 'warning',
            seen: `${boot.service.binary} of ${place} has no embedded signature, which Windows wants of what it starts at boot.`,
            remedy: 'Take the driver as its vendor ships it; a catalog alone does not count for what is started at boot.',
        },
    ];
}
async function hashFiles(files) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    for (const { path, source } of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
        const content = await (0,promises_.readFile)(source);
        hash.update(`${path}\n${content.length}\n`).update(content);
    }
    return hash.digest('hex');
}
function startsLater(place, reason) {
    return {
        code: 'driver-starts-later',
        severity: 'info',
        seen: `${place} is a storage driver but no boot driver: ${reason}. It is staged and installed at first boot.`,
        remedy: 'Nothing to do, unless the disk with Windows hangs on its controller: then Windows cannot start.',
    };
}

// EXTERNAL MODULE: ./.cache/build/src/windows/plan/image-plan.js
var image_plan = __webpack_require__(90943);
// EXTERNAL MODULE: ./.cache/build/src/windows/first-boot/first-boot-steps.js
var first_boot_steps = __webpack_require__(31713);
// EXTERNAL MODULE: ./.cache/build/src/windows/plan/update-group.js
var update_group = __webpack_require__(66979);
;// CONCATENATED MODULE: ./.cache/build/src/windows/plan/servicing-order.js
/** The order in which an engine services an image that is not running: which steps, and one after the other. */



/**
 * Microsoft's order for media ("Update Windows installation media with Dynamic Update", 2025-06-27): servicing stack and cumulative
 * update; features; the newest cumulative update once more for what they brought, which would stay at the level of the ISO; clean-up, which
 * nothing pending may precede; .NET 3.5; the updates of .NET. Where the cumulative update services .NET itself (2016), its last turn
 * comes after .NET 3.5.
 */
function servicingOrder(plan, can) {
    const updates = can.packages.offline ? (0,update_group/* groupUpdates */.M)(plan.packages) : [];
    const dotnet = updates.filter(({ target }) => target.kind === 'dotnet');
    const system = updates.filter(({ target }) => target.kind !== 'dotnet');
    const features = can.features.offline ? plan.features : [];
    // What is pending after it forbids a clean-up.
    const late = features.filter((feature) => plan.hasSxs && isOnIso(feature));
    const early = features.filter((feature) => !late.includes(feature));
    // The newest alone: it holds those before it, which DISM refuses on an image that is further (0x800F081E).
    const again = install(system.filter(({ target }) => target.kind === 'cumulative').slice(-1));
    const lastAfterDotnet = late.length > 0 && cumulativeServicesDotnet(plan.image.build);
    return [
        ...install(system),
        ...enable(early, plan.hasSxs),
        ...(early.length > 0 && !lastAfterDotnet ? again : []),
        ...(plan.cleanup !== false && can.cleanup.offline && system.length > 0
            ? [{ kind: 'cleanup', resetBase: plan.cleanup === 'reset-base' }]
            : []),
        ...enable(late, plan.hasSxs),
        ...(lastAfterDotnet ? again : []),
        ...install(dotnet),
    ];
}
function install(groups) {
    return groups.map((update) => ({ kind: 'package', update }));
}
function enable(features, hasSxs) {
    return features.map((feature) => ({ kind: 'feature', feature, source: hasSxs ? 'sxs' : 'image' }));
}
function cumulativeServicesDotnet(build) {
    const product = (0,products_product/* productOfBuild */.XW)(build);
    return product !== undefined && products_product/* PRODUCT_FACTS */.sn[product].dotnet === undefined;
}

;// CONCATENATED MODULE: ./.cache/build/src/windows/plan/split-plan.js
/** Splits the plan into what an engine does offline and what is left for the first boot. */


/**
 * Pure: the same plan and abilities give the same steps. Drivers come before everything that is serviced.
 */
function splitPlan(plan, can) {
    const { drivers, packages, features, remoteDesktop, toolsSetup, image } = plan;
    return {
        offline: [
            ...drivers.flatMap((driver) => {
                if (can.drivers.offline)
                    return [{ kind: 'driver', driver }];
                return driver.boot === undefined ? [] : [{ kind: 'boot-driver', driver }];
            }),
            ...servicingOrder(plan, can),
            ...(remoteDesktop && can.registry.offline ? [{ kind: 'remote-desktop' }] : []),
            ...plan.registry.map((setting) => ({ kind: 'registry', setting })),
        ],
        firstBoot: (0,first_boot_steps/* firstBootSteps */.WO)({
            build: image.build,
            drivers: can.drivers.offline ? [] : drivers,
            packages: can.packages.offline ? [] : packages,
            features: can.features.offline ? [] : features,
            sxs: plan.hasSxs,
            remoteDesktop: remoteDesktop ? { registry: !can.registry.offline } : undefined,
            toolsSetup: toolsSetup?.path,
            scripts: plan.scripts.map(({ path }) => path),
            bakeHost: plan.bakeHost,
        }),
        findings: findings(plan, can),
    };
}
function findings(plan, { packages, features, drivers, cleanup }) {
    const staged = plan.packages.length;
    const left = [];
    if (staged > 0 && !packages.offline) {
        const cleaning = plan.cleanup !== false && !cleanup.offline ? ` ${cleanup.because}.` : '';
        left.push({
            code: 'updates-staged',
            severity: 'info',
            seen: `${packages.because}: ${staged} package${staged === 1 ? ' is' : 's are'} staged for first boot.${cleaning}`,
            remedy: 'Expect the first start to take longer; its outcome is in guestinfo.stillframe.first-boot.',
        });
    }
    const waiting = [
        ...(features.offline || plan.features.length === 0 ? [] : [`${features.because}: ${plan.features.join(', ')}.`]),
        ...(drivers.offline || plan.drivers.length === 0
            ? []
            : [`${drivers.because}: ${plan.drivers.map(({ infName }) => infName).join(', ')}.`]),
    ];
    if (waiting.length > 0) {
        left.push({
            code: 'left-for-first-boot',
            severity: 'info',
            seen: waiting.join(' '),
            remedy: 'Nothing has to be done; the first boot does it, and its outcome is in guestinfo.stillframe.first-boot.',
        });
    }
    return left;
}

// EXTERNAL MODULE: ./.cache/build/src/windows/plan/template-wishes.js
var template_wishes = __webpack_require__(63376);
// EXTERNAL MODULE: ./.cache/build/src/updates/build-number.js
var build_number = __webpack_require__(29129);
// EXTERNAL MODULE: ./.cache/build/src/updates/open-package.js + 2 modules
var open_package = __webpack_require__(73812);
// EXTERNAL MODULE: ./.cache/build/src/updates/package-kind.js
var package_kind = __webpack_require__(49998);
;// CONCATENATED MODULE: ./.cache/build/src/windows/plan/look-into-packages.js
/** What is inside update packages: who they say they are, and of plain ones, of which no report of fetch-updates tells, what they are. */






/**
 * Gives each package the names under which it will be found in the image, and where its kind is not known the kind, the number and the
 * build that are inside it: a cumulative update of unknown kind would not be repeated after the features, which stay at the level of
 * the ISO then.
 * @throws UserError package-invalid for a plain file that is no package; tool-missing
 */
async function lookIntoPackages(packages, context) {
    const told = [];
    for (const each of packages)
        told.push(await lookInto(each, context));
    return told.map((each, index) => (packages[index]?.kind === undefined ? asCheckpoint(each, told) : each));
}
async function lookInto(given, context) {
    if (given.kind !== undefined)
        return { ...given, ...(await namesOf(given, context)) };
    const opened = await (0,open_package/* openPackage */.R)(given.path, context.tools, { temp: context.temp }).catch((error) => {
        throw error instanceof errors/* FormatError */.IF ? notPackage(given.path, error) : error;
    });
    const { identities = [], stack } = opened;
    const kind = (0,package_kind/* packageKind */.J)(opened, (0,external_node_path_.basename)(given.path));
    if (kind === undefined) {
        const why = opened.unread === undefined ? '' : ` (${opened.unread})`;
        context.log.warning(`${given.path} does not say what kind of update it is${why}: it is installed once, in its place`);
        return { ...given, identities, stack };
    }
    const build = given.build ?? (kind === 'cumulative' ? opened.build : undefined);
    return { ...given, identities, stack, kind, kb: opened.kb ?? given.kb, build };
}
/** fetch-updates has opened and judged the package, whose hash is the same: what cannot be read of it is no error here. */
async function namesOf({ path }, { tools, temp, log }) {
    try {
        const { identities = [], stack } = await (0,open_package/* openPackage */.R)(path, tools, { temp });
        return { identities, stack };
    }
    catch (error) {
        const isUnread = error instanceof errors/* FormatError */.IF || (error instanceof errors/* UserError */.yo && error.code === 'package-invalid');
        if (!isUnread)
            throw error;
        log.debug(`${path} does not say its name: ${error.message}`);
        return { identities: [], stack: undefined };
    }
}
/**
 * Of several cumulative updates of a release that has checkpoints the newest is the target, and the others lie beside it. Where builds are not known, as of
 * a WIM container that holds no text of them, the servicing stacks tell which is older: each update brings its own.
 */
function asCheckpoint(one, all) {
    if (one.kind !== 'cumulative')
        return one;
    const isOlder = all.some((other) => other.kind === 'cumulative' && (isBefore(one.build, other.build) ?? isBefore(one.stack, other.stack)));
    return isOlder ? { ...one, kind: 'checkpoint' } : one;
}
/** Whether it is the older one of a release that has checkpoints; undefined where one of them is not known. */
function isBefore(mine = '', others = '') {
    const [build, other] = [(0,build_number/* parseBuild */.EH)(mine), (0,build_number/* parseBuild */.EH)(others)];
    if (!build || !other)
        return undefined;
    const product = (0,products_product/* productOfBuild */.XW)(build.number);
    if (!product || !products_product/* PRODUCT_FACTS */.sn[product].checkpoints)
        return false;
    return other.number === build.number && other.ubr > build.ubr;
}
function notPackage(path, cause) {
    return new errors/* UserError */.yo('package-invalid', `${path} is no update package: expected ${cause.expected}, found ${cause.found}`, 'Fetch it again: a page that was saved in place of the file looks like this.', { cause });
}

;// CONCATENATED MODULE: ./.cache/build/src/windows/plan/update-packages.js
/** The update packages that build-vhd is given: the JSON of fetch-updates, or plain files and folders. */







/**
 * @param text a JSON array of objects with `path` (order kept), or paths of files and folders, one per line or comma-separated;
 *   a folder stands for its .msu and .cab files by name
 * @throws UserError input-invalid, file-missing, hash-mismatch, package-invalid
 */
async function readUpdatePackages(text, context) {
    const entries = readOutputArray(text, update_packages_invalid)?.map(parseEntry) ?? (await listEntries(text));
    const packages = [];
    for (const entry of entries)
        packages.push(await update_packages_readPackage(entry, context.signal));
    return lookIntoPackages(packages, context);
}
function parseEntry(entry, index) {
    if (typeof entry !== 'object' || entry === null)
        throw update_packages_invalid(`has an entry ${index + 1} that is no object`);
    const field = (name) => {
        const value = entry[name];
        return typeof value === 'string' && value !== '' ? value : undefined;
    };
    const path = field('path');
    if (path === undefined)
        throw update_packages_invalid(`has an entry ${index + 1} without "path"`);
    return { path, sha256: field('sha256')?.toLowerCase(), kb: field('kb'), kind: field('kind'), build: field('build') };
}
async function listEntries(text) {
    const entries = [];
    for (const path of splitPaths(text)) {
        const info = await (0,promises_.stat)(path).catch((cause) => {
            throw missing(path, cause);
        });
        if (!info.isDirectory())
            entries.push({ path });
        else {
            const names = (await (0,promises_.readdir)(path)).filter((name) => /\.(msu|cab)$/i.test(name)).sort();
            if (names.length === 0)
                throw update_packages_invalid(`names the folder ${path}, which holds no .msu or .cab`);
            entries.push(...names.map((name) => ({ path: (0,external_node_path_.join)(path, name) })));
        }
    }
    return entries;
}
async function update_packages_readPackage(entry, signal) {
    const path = (0,external_node_path_.isAbsolute)(entry.path) ? entry.path : (0,external_node_path_.resolve)(entry.path);
    if (!['.msu', '.cab'].includes((0,external_node_path_.extname)(path).toLowerCase())) {
        throw update_packages_invalid(`names ${path}, which is neither .msu nor .cab`);
    }
    const info = await (0,promises_.stat)(path).catch((cause) => {
        throw missing(path, cause);
    });
    const sha256 = await (0,hash_file/* hashFile */.DC)(path, signal).catch((cause) => {
        throw missing(path, cause);
    });
    if (entry.sha256 !== undefined && entry.sha256 !== sha256) {
        throw new errors/* UserError */.yo('hash-mismatch', `The update package ${path} has the SHA-256 ${sha256}, expected was ${entry.sha256}`, 'Fetch it again with fetch-updates.');
    }
    const kb = entry.kb ?? /kb\d{6,8}/i.exec((0,external_node_path_.basename)(path))?.[0].toUpperCase();
    return { path, size: info.size, sha256, kb, kind: entry.kind, build: entry.build };
}
function update_packages_invalid(what, cause) {
    return new errors/* UserError */.yo('input-invalid', `Input packages ${what}`, 'Give the output "packages" of fetch-updates, or paths of .msu and .cab files, one per line.', { cause });
}
function missing(path, error) {
    return (0,explain_path_error/* explainPathError */.n)(error, { what: 'the update package', path, input: 'packages' });
}

// EXTERNAL MODULE: ./.cache/build/src/disk/fat/fat-volume.js + 1 modules
var fat_volume = __webpack_require__(62164);
// EXTERNAL MODULE: ./.cache/build/src/registry/hive.js
var registry_hive = __webpack_require__(48520);
;// CONCATENATED MODULE: ./.cache/build/src/pe/pe-resource.js
/** Resources of a program. Source: Microsoft, "PE Format", section ".rsrc". */

/** RT_RCDATA of winuser.h. */
const RCDATA = 10;
const pe_resource_HEADER_SIZE = 16;
const ENTRY_SIZE = 8;
/** On the first half of an entry: the name is text. On the second: what follows is a directory, no data. */
const HIGH_BIT = 0x80000000;
/**
 * The content of a resource, in whichever language comes first.
 * @param type by number
 * @param name as text, compared exactly
 * @returns undefined when there is none, or the structure is damaged
 */
function namedResource(pe, type, name) {
    const root = directory(pe);
    if (root === undefined)
        return undefined;
    const typeOffset = entries(root, 0).find((entry) => entry.id === type)?.below;
    const nameOffset = typeOffset === undefined ? undefined : entries(root, typeOffset).find(named(root, name))?.below;
    const leaf = nameOffset === undefined ? undefined : entries(root, nameOffset)[0]?.data;
    if (leaf === undefined || leaf + pe_resource_HEADER_SIZE > root.length)
        return undefined;
    return inFile(pe, root.readUInt32LE(leaf), root.readUInt32LE(leaf + 4));
}
function entries(root, at) {
    if (at + pe_resource_HEADER_SIZE > root.length)
        return [];
    const count = root.readUInt16LE(at + 12) + root.readUInt16LE(at + 14);
    const first = at + pe_resource_HEADER_SIZE;
    if (first + count * ENTRY_SIZE > root.length)
        return [];
    return Array.from({ length: count }, (_, index) => {
        const [key, target] = [
            root.readUInt32LE(first + index * ENTRY_SIZE),
            root.readUInt32LE(first + index * ENTRY_SIZE + 4),
        ];
        const isText = key >= HIGH_BIT;
        const isDirectory = target >= HIGH_BIT;
        return {
            id: isText ? undefined : key,
            text: isText ? key - HIGH_BIT : undefined,
            below: isDirectory ? target - HIGH_BIT : undefined,
            data: isDirectory ? undefined : target,
        };
    });
}
/** Text: its length in characters, then UTF-16. */
function named(root, name) {
    const wanted = Buffer.from(name, 'utf16le');
    return ({ text }) => text !== undefined &&
        text + 2 <= root.length &&
        root.readUInt16LE(text) === name.length &&
        root.subarray(text + 2, text + 2 + wanted.length).equals(wanted);
}
function directory(pe) {
    const place = pe.directory(pe_file/* PE_DIRECTORY */.i.resources);
    return place && inFile(pe, place.address, place.size);
}
/** The bytes of the file that lie at an address in memory. */
function inFile({ bytes, sections }, address, size) {
    const section = sections.find((candidate) => address >= candidate.address && address < candidate.address + candidate.size);
    if (section === undefined)
        return undefined;
    const start = address - section.address + section.offset;
    return start + size > bytes.length ? undefined : bytes.subarray(start, start + size);
}

;// CONCATENATED MODULE: ./.cache/build/src/pe/der.js
/** As much of DER as finding one's way in a signature takes. Source: ITU-T X.690, sections 8.1 and 10.1. */
const DER = { integer: 0x02, sequence: 0x30, set: 0x31, explicit0: 0xa0 };
/** @returns undefined where the bytes begin with no node that lies within them; indefinite lengths are no DER */
function readDer(bytes) {
    const [tag, first] = bytes;
    // Tags of several bytes occur in no signature.
    if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f)
        return undefined;
    const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
    if (first === 0x80 || lengthBytes > 4 || bytes.length < 2 + lengthBytes)
        return undefined;
    const length = lengthBytes === 0 ? first : bytes.readUIntBE(2, lengthBytes);
    const start = 2 + lengthBytes;
    if (start + length > bytes.length)
        return undefined;
    return { tag, content: bytes.subarray(start, start + length), bytes: bytes.subarray(0, start + length) };
}
/** The nodes that a content consists of; undefined when it is anything else. */
function readDerList(content) {
    const nodes = [];
    for (let rest = content; rest.length > 0;) {
        const node = readDer(rest);
        if (node === undefined)
            return undefined;
        nodes.push(node);
        rest = rest.subarray(node.bytes.length);
    }
    return nodes;
}

;// CONCATENATED MODULE: ./.cache/build/src/pe/signing-certificate.js
/** Whose signature it is: the certificate that a PKCS #7 signature names. Source: RFC 2315, sections 9.1 and 9.2. */


/**
 * The certificate of the first signer, as it stands in the signature; nothing about it is verified.
 * @param signature DER of a ContentInfo with SignedData; bytes behind it are ignored
 * @returns undefined when the signature is damaged or does not bring the certificate
 */
function signingCertificate(signature) {
    const signedData = children(children(children(readDer(signature))?.[1])?.[0]);
    const [certificates] = signedData?.filter(({ tag }) => tag === DER.explicit0) ?? [];
    const signerInfos = signedData?.at(-1);
    if (certificates === undefined || signerInfos?.tag !== DER.set)
        return undefined;
    const issuerAndSerial = children(children(children(signerInfos)?.[0])?.[1]);
    const [issuer, serial] = issuerAndSerial ?? [];
    if (issuer === undefined || serial?.tag !== DER.integer)
        return undefined;
    const certificate = children(certificates)?.find((candidate) => isNamed(candidate, issuer, serial));
    return certificate && names(certificate);
}
/** Certificate: TBSCertificate is version (explicit, left out in version 1), serial number, algorithm, issuer. */
function isNamed(certificate, issuer, serial) {
    const fields = children(children(certificate)?.[0]) ?? [];
    const at = fields[0]?.tag === DER.explicit0 ? 1 : 0;
    return fields[at]?.bytes.equals(serial.bytes) === true && fields[at + 2]?.bytes.equals(issuer.bytes) === true;
}
function names({ bytes }) {
    try {
        const { subject, issuer } = new external_node_crypto_.X509Certificate(bytes);
        return { signer: commonName(subject), issuer: commonName(issuer) };
    }
    catch {
        // Node's reader wants more of a certificate than its place: without it there is nothing to tell.
        return undefined;
    }
}
/** From the form that Node gives names: one attribute a line, `CN=Microsoft Windows`. */
function commonName(name) {
    return /^CN=(.+)$/m.exec(name)?.[1];
}
function children(node) {
    return node && readDerList(node.content);
}

;// CONCATENATED MODULE: ./.cache/build/src/windows/boot/boot-manager.js
/** What decides whether firmware with Secure Boot starts a boot manager: who signed it, and its security version. */




/** Name of the resource, four bytes: minor number, then major (as measured on boot managers of 2024 and 2025). */
const SVN_RESOURCE = 'BOOTMGRSECURITYVERSIONNUMBER';
/** The authority that NVRAM made before ESXi 8.0.2 does not know (Broadcom KB 421593). */
const NEW_AUTHORITY_YEAR = 2023;
function readBootManager(program) {
    const signature = embeddedSignature(program);
    const certificate = signature && signingCertificate(signature);
    const year = /\b(20\d\d)$/.exec(certificate?.issuer ?? '')?.[1];
    return {
        signer: certificate?.signer,
        issuer: certificate?.issuer,
        year: year === undefined ? undefined : Number(year),
        svn: readSvn(program),
    };
}
function bootManagerFindings({ signer, issuer, year, svn }) {
    const version = svn === undefined ? 'it has no security version' : `security version ${svn}`;
    if (issuer === undefined) {
        return [
            {
                code: 'boot-manager-unsigned',
                severity: 'warning',
                seen: `The boot manager of the image carries no signature that can be read; ${version}.`,
                remedy: 'Use media of Microsoft, or switch Secure Boot off: firmware with it refuses this boot manager.',
            },
        ];
    }
    const seen = `The boot manager of the image is signed by ${signer ?? 'an unnamed certificate'}, certified by ${issuer}; ${version}.`;
    if (year === undefined || year < NEW_AUTHORITY_YEAR) {
        return [{ code: 'boot-manager-signer', severity: 'info', seen, remedy: 'Nothing to do.' }];
    }
    return [
        {
            code: 'boot-manager-2023',
            severity: 'warning',
            seen,
            remedy: 'With Secure Boot it starts only where the firmware knows that certificate: new VMs of ESXi 8.0.2 or later; an NVRAM file made before has to be made anew.',
        },
    ];
}
function readSvn(program) {
    const pe = (0,pe_file/* readPe */._)(program);
    const data = pe && namedResource(pe, RCDATA, SVN_RESOURCE);
    if (data === undefined || data.length < 4)
        return undefined;
    return `${data.readUInt16LE(2)}.${data.readUInt16LE(0)}`;
}

// EXTERNAL MODULE: ./.cache/build/src/files/file-time.js
var file_time = __webpack_require__(91138);
// EXTERNAL MODULE: ./.cache/build/src/registry/hive-tree.js
var hive_tree = __webpack_require__(80521);
;// CONCATENATED MODULE: ./.cache/build/src/windows/boot/driver-database.js
/** DriverDatabase of an image: which INF files Windows would take for a device, and their versions (measured on hives of Windows 10). */



/** `Version`: origin, platform, class GUID, then date and version of DriverVer. */
const VERSION_SIZE = 48;
const VERSION_DATE = 24;
const VERSION_PARTS = 32;
const ORIGIN_IN_BOX = 0xffff;
/** True when the hive holds a database that knows devices at all. */
function hasDriverDatabase(hive) {
    return (hive.key('DriverDatabase\\DeviceIds')?.subkeys().length ?? 0) > 0;
}
/**
 * @param device an id such as `PCI\VEN_15AD&DEV_07C0`; more specific ones of the same device count too
 * @returns each INF file once, by name
 */
function driversOfDevice(hive, device) {
    const [bus = '', id = ''] = device.toUpperCase().split('\\');
    const ids = (hive.key(`DriverDatabase\\DeviceIds\\${bus}`)?.subkeys() ?? []).filter(({ name }) => {
        const upper = name.toUpperCase();
        return upper === id || upper.startsWith(`${id}&`);
    });
    const infs = new Set(ids.flatMap((key) => key.values().map(({ name }) => name.toLowerCase())));
    return [...infs]
        .filter((inf) => inf !== '')
        .sort((a, b) => (a < b ? -1 : 1))
        .flatMap((inf) => {
        const driver = readDriver(hive, inf);
        return driver === undefined ? [] : [driver];
    });
}
function readDriver(hive, inf) {
    const file = hive.key(`DriverDatabase\\DriverInfFiles\\${inf}`);
    const active = (0,registry_hive/* findValue */.j)(file, 'Active');
    const listed = (0,registry_hive/* findValue */.j)(file, '');
    const label = active ? (0,hive_tree/* decodeText */.g7)(active) : listed && (0,hive_tree/* decodeTexts */.hs)(listed)[0];
    if (label === undefined)
        return undefined;
    const version = (0,registry_hive/* findValue */.j)(hive.key(`DriverDatabase\\DriverPackages\\${label}`), 'Version')?.data;
    if (version === undefined || version.length < VERSION_SIZE)
        return undefined;
    const parts = [3, 2, 1, 0].map((index) => version.readUInt16LE(VERSION_PARTS + 2 * index));
    return {
        inf,
        version: parts.join('.'),
        date: new Date((0,file_time/* fromFileTime */.W)(version.readBigUInt64LE(VERSION_DATE))).toISOString().slice(0, 10),
        isInBox: version.readUInt16LE(0) === ORIGIN_IN_BOX,
    };
}

// EXTERNAL MODULE: ./.cache/build/src/windows/verify/hive-facts.js
var hive_facts = __webpack_require__(31386);
// EXTERNAL MODULE: ./.cache/build/src/windows/verify/verify-build.js
var verify_build = __webpack_require__(36770);
// EXTERNAL MODULE: ./.cache/build/src/updates/package-identity.js
var package_identity = __webpack_require__(61018);
// EXTERNAL MODULE: ./.cache/build/src/windows/verify/judge-packages.js
var judge_packages = __webpack_require__(11729);
;// CONCATENATED MODULE: ./.cache/build/src/windows/verify/verify-packages.js
/**
 * The packages of a finished disk, by its own registry and store: what CBS knows of a package stands in the hive SOFTWARE, and its
 * manifest in Windows\servicing\Packages. DISM's list is made of the same, but by the program that is being judged.
 */




/** Key of SOFTWARE. */
const CBS_PACKAGES = 'Microsoft\\Windows\\CurrentVersion\\Component Based Servicing\\Packages';
const MANIFESTS = 'Windows/servicing/Packages';
/** CurrentState of a package (CBS_STATE of the servicing stack's CbsApi): 112 is installed, 128 installed for good. */
const STATES = {
    80: 'superseded',
    96: 'pending',
    112: 'installed',
    128: 'installed',
};
/** Those that have both a state and a manifest. */
async function readPackages(files, software) {
    const manifests = new Set((await files.names(MANIFESTS)).map((name) => name.toLowerCase()));
    return (software.key(CBS_PACKAGES)?.subkeys() ?? []).flatMap((key) => {
        const identity = (0,package_identity/* parsePackageName */.Rl)(key.name);
        const state = (0,hive_facts/* numberValue */.Vg)(key, 'CurrentState');
        if (identity === undefined || state === undefined || !manifests.has(`${key.name}.mum`.toLowerCase()))
            return [];
        return [{ identity, state: STATES[state] ?? { unknown: state === 64 ? 'Staged' : `state ${state}` } }];
    });
}
/**
 * @param build of the image on the ISO, `17763.107`
 * @param offline what the engine did to the image
 * @throws UserError servicing-unproven that names what is not there
 */
async function verifyPackages(files, software, build, offline) {
    const updates = (0,judge_packages/* updatesOfSteps */.L)(offline);
    if (updates.length === 0)
        return;
    // One that does not say its name was looked for in DISM's list, before and after.
    const { faults } = (0,judge_packages/* judgePackages */.V)(updates, await readPackages(files, software), build);
    if (faults.length === 0)
        return;
    throw new errors/* UserError */.yo('servicing-unproven', `The updates were installed without an error, but on the finished disk ${faults.join('; ')}`, 'Nothing was kept. See that the updates are those of the product, and look into the debug log of the job (ACTIONS_STEP_DEBUG).');
}

// EXTERNAL MODULE: ./.cache/build/src/windows/verify/windows-files.js
var windows_files = __webpack_require__(59855);
;// CONCATENATED MODULE: ./.cache/build/src/windows/verify/image-facts.js
/** What the finished disk says about itself that decides where it starts: its boot manager, and the drivers that Windows brings. */











const BOOT_MANAGER = '/EFI/Microsoft/Boot/bootmgfw.efi';
/** Where DriverDatabase lies: what Windows starts with in SYSTEM, the rest, from Windows 10 on, in DRIVERS. */
const HIVES = ['Windows/System32/config/DRIVERS', 'Windows/System32/config/SYSTEM'];
const DEVICES = [products_product/* PVSCSI_ID */.bG, products_product/* VMXNET3_ID */.sl];
const MAX_BOOT_MANAGER = 16 * 2 ** 20;
const MAX_HIVE = 256 * 2 ** 20;
/**
 * @param offline what the engine did to the image
 * @throws FormatError when a volume or a hive cannot be read; UserError servicing-unproven
 */
async function readImageFacts(disk, plan, offline) {
    const esp = await (0,fat_volume/* openFatVolume */.y)(disk, plan.esp.offset, plan.esp.size);
    const file = await esp.find(BOOT_MANAGER);
    const program = file === undefined ? Buffer.alloc(0) : await esp.readFile(file, MAX_BOOT_MANAGER);
    const bootManager = readBootManager(program);
    const files = await (0,windows_files/* openWindowsFiles */.f)(disk, plan.windows);
    const software = await (0,hive_facts/* openHive */.X_)(files, 'SOFTWARE');
    const build = await (0,verify_build/* readBuildWitnesses */.ki)(files, software);
    await verifyPackages(files, software, (0,editions/* buildOnMedia */.CL)(plan.image), offline);
    const inBoxDrivers = await readInBoxDrivers(files, plan.image.build);
    const findings = [
        ...bootManagerFindings(bootManager),
        ...inBoxFindings(plan.drivers, inBoxDrivers, plan.image.build),
        ...(0,verify_build/* judgeBuild */.qA)(build, plan, offline),
    ];
    return { bootManager, build, inBoxDrivers, findings };
}
/** From the image's driver database; where it has none, what is known of the product, marked as unproven. */
async function readInBoxDrivers(files, build) {
    const databases = [];
    for (const path of HIVES) {
        const bytes = await files.read(path, MAX_HIVE);
        const hive = bytes && new registry_hive/* Hive */.p(bytes, `${files.place}!${path}`);
        if (hive && hasDriverDatabase(hive))
            databases.push(hive);
    }
    if (databases.length === 0) {
        const product = (0,products_product/* productOfBuild */.XW)(build);
        return DEVICES.flatMap((device) => {
            const known = product && (0,products_product/* inBoxDriver */.Jm)(product, [device]);
            return known ? [{ device, ...known, proven: false }] : [];
        });
    }
    return DEVICES.flatMap((device) => {
        const [newest] = databases
            .flatMap((hive) => driversOfDevice(hive, device))
            .filter(({ isInBox }) => isInBox)
            .sort((a, b) => (0,inf_version/* compareVersions */.Zy)(b.version, a.version));
        return newest ? [{ device, inf: newest.inf, version: newest.version, proven: true }] : [];
    });
}
/** Given drivers compared with Windows' own, and what is missing for the disk controller of VMware. */
function inBoxFindings(drivers, inBox, build) {
    const compared = drivers.flatMap((driver) => {
        const own = inBox.find(({ device }) => driver.hardwareIds.some((id) => id === device || id.startsWith(`${device}&`)));
        return own === undefined ? [] : [compare(driver, own)];
    });
    const hasPvscsi = inBox.some(({ device }) => device === products_product/* PVSCSI_ID */.bG) || drivers.some(({ boot }) => boot !== undefined);
    if (hasPvscsi)
        return compared;
    return [
        ...compared,
        {
            code: 'boot-driver-missing',
            severity: 'warning',
            seen: `No storage driver was given, and Windows build ${build} has none for the paravirtual SCSI controller.`,
            remedy: 'Give the output "drivers" of extract-drivers, or use the controller lsilogicsas.',
        },
    ];
}
function compare({ infName, version }, own) {
    const source = own.proven ? 'in this image' : 'as known of the product, not read from this image';
    if ((0,inf_version/* compareVersions */.Zy)(version, own.version) > 0) {
        return {
            code: 'driver-newer-than-in-box',
            severity: 'info',
            seen: `${infName} ${version} is newer than ${own.inf} ${own.version} of Windows itself (${source}).`,
            remedy: 'Nothing to do: Windows takes the newer one.',
        };
    }
    return {
        code: 'driver-not-newer-than-in-box',
        severity: 'warning',
        seen: `${infName} ${version} is not newer than ${own.inf} ${own.version} of Windows itself (${source}).`,
        remedy: 'Leave it out, or take a newer version of VMware Tools.',
    };
}

// EXTERNAL MODULE: ./.cache/build/src/windows/answer-file/search-order.js
var search_order = __webpack_require__(84639);
;// CONCATENATED MODULE: ./.cache/build/src/windows/verify/verify-answer-file.js
/** That Windows takes the answer file of the plan at its first start, and none that came with the image. */



/** Some kilobytes. */
const MAX_FILE = 4 * 2 ** 20;
/** @throws UserError not-windows-media that names what comes before it; FormatError */
async function verifyAnswerFile(files) {
    for (const path of search_order/* FILES_BEFORE */.at) {
        if ((await files.read(path, MAX_FILE)) !== undefined)
            throw comesBefore(`C:\\${path.replaceAll('/', '\\')}`);
    }
    const named = (0,hive_facts/* textValue */.v8)((await (0,hive_facts/* openHive */.X_)(files, 'SYSTEM')).key(search_order/* SETUP_KEY */.Ac), search_order/* SETUP_VALUE */.iW);
    if (named !== undefined && named !== '')
        throw comesBefore(`${named} (HKLM\\SYSTEM\\${search_order/* SETUP_KEY */.Ac} ${search_order/* SETUP_VALUE */.iW})`);
}
function comesBefore(what) {
    return new errors/* UserError */.yo('not-windows-media', `The image brings an answer file of its own, ${what}, which Windows takes before that of this build`, 'Take it out of the image, or give the installation ISO as Microsoft ships it.');
}

// EXTERNAL MODULE: ./.cache/build/src/windows/first-boot/first-boot-files.js + 17 modules
var first_boot_files = __webpack_require__(12278);
// EXTERNAL MODULE: ./.cache/build/src/windows/first-boot/first-boot-step.js
var first_boot_step = __webpack_require__(69634);
// EXTERNAL MODULE: ./.cache/build/src/windows/first-boot/scripts/setup-complete.js
var setup_complete = __webpack_require__(55144);
// EXTERNAL MODULE: ./.cache/build/src/windows/stage/staged-files.js
var staged_files = __webpack_require__(83577);
// EXTERNAL MODULE: ./.cache/build/src/windows/verify/wrong-disk.js
var wrong_disk = __webpack_require__(61255);
;// CONCATENATED MODULE: ./.cache/build/src/windows/verify/verify-first-boot.js
/** Reads back from the finished disk what Windows will do at its first start, file by file. */





/** Answer files and scripts have some kilobytes. */
const verify_first_boot_MAX_FILE = 4 * 2 ** 20;
/** @throws UserError layout-wrong that names the file; FormatError */
async function verifyFirstBoot(files, plan, steps) {
    const wanted = [
        { path: staged_files/* SETUP_COMPLETE_PATH */.g, content: Buffer.from((0,first_boot_files/* batchText */.uG)(setup_complete/* SETUP_COMPLETE */.c), 'latin1') },
        { path: 'Windows/Panther/unattend.xml', content: plan.unattend },
        ...(0,first_boot_files/* firstBootFiles */.ak)(steps, plan).map(({ path, text }) => ({
            path: `${first_boot_step/* STAGE_FOLDER */.Cj}/${path}`,
            content: Buffer.from(text, 'latin1'),
        })),
    ];
    for (const { path, content } of wanted) {
        const found = await files.read(path, verify_first_boot_MAX_FILE);
        if (found === undefined)
            throw (0,wrong_disk/* wrongDisk */.p)(`the Windows volume has no ${path}`);
        if (!found.equals(content))
            throw (0,wrong_disk/* wrongDisk */.p)(`${path} is not the one that was planned`);
    }
}

// EXTERNAL MODULE: ./.cache/build/src/disk/vhdx/vhdx-disk.js
var vhdx_disk = __webpack_require__(54961);
// EXTERNAL MODULE: ./.cache/build/src/files/byte-source.js
var byte_source = __webpack_require__(58018);
;// CONCATENATED MODULE: ./.cache/build/src/windows/verify/verify-format.js
/** The image file is of the format and type that were asked for, whoever wrote it. */



/** @throws UserError layout-wrong; FormatError for a damaged VHDX */
async function verifyFormat({ format, path }, asked) {
    const expected = asked.format === 'vmdk' ? 'vmdk-twoGbMaxExtentFlat' : `${asked.format}-${asked.type}`;
    const found = format === 'vhdx' ? await vhdxType(path) : format;
    if (found !== expected)
        throw (0,wrong_disk/* wrongDisk */.p)(`the image file is ${found}, planned was ${expected}`);
}
/**
 * A fixed VHDX says that its blocks stay allocated (MS-VHDX 2.6.2.1, LeaveBlockAllocated) and has room for all of them: one that only
 * says so would grow under Hyper-V as a dynamic one does. Which state its empty blocks have is the writer's choice.
 */
async function vhdxType(path) {
    const source = await (0,byte_source/* openFileSource */.Sd)(path);
    try {
        const { type, diskSize } = (await (0,vhdx_disk/* readVhdxFile */.xM)(source)).metadata;
        if (type === 'fixed' && source.size < diskSize)
            return `vhdx-fixed of ${source.size} bytes for ${diskSize}`;
        return `vhdx-${type}`;
    }
    finally {
        await source.close();
    }
}

// EXTERNAL MODULE: ./.cache/build/src/bcd/bcd-device.js
var bcd_device = __webpack_require__(40376);
// EXTERNAL MODULE: ./.cache/build/src/bcd/bcd-ids.js
var bcd_ids = __webpack_require__(92562);
// EXTERNAL MODULE: ./.cache/build/src/bcd/bcd-recovery.js
var bcd_recovery = __webpack_require__(37137);
// EXTERNAL MODULE: ./.cache/build/src/disk/layout.js
var disk_layout = __webpack_require__(51138);
// EXTERNAL MODULE: ./.cache/build/src/registry/system-hive.js
var system_hive = __webpack_require__(21158);
;// CONCATENATED MODULE: ./.cache/build/src/windows/verify/verify-boot-drivers.js
/** Reads the registry of the finished disk back: every boot driver of ours is started, for its devices, from a file that is there. */





const MAX_DRIVER = 64 * 2 ** 20;
const START_AT_BOOT = 0;
/**
 * Proves of each boot driver that its service starts at boot and nothing overrides that, that the driver database leads from each of
 * its devices to the service, and that its file is on the volume with the content it had.
 * @throws UserError layout-wrong that names what differs; FormatError when volume or hive cannot be read
 */
async function verifyBootDrivers(files, drivers) {
    if (drivers.every(({ boot }) => boot === undefined))
        return;
    const system = await (0,hive_facts/* openHive */.X_)(files, 'SYSTEM');
    for (const { boot, bootBinary } of drivers) {
        if (boot === undefined)
            continue;
        checkService(system, boot);
        checkDatabase(system, boot);
        await checkBinary(files, boot, bootBinary);
    }
}
async function checkBinary(files, boot, bootBinary) {
    const path = `Windows/${boot.imagePath.replaceAll('\\', '/')}`;
    const found = await files.read(path, MAX_DRIVER);
    if (found === undefined)
        throw (0,wrong_disk/* wrongDisk */.p)(`the Windows volume has no ${path}, which ${boot.service.name} starts`);
    if (bootBinary === undefined || !found.equals(await (0,promises_.readFile)(bootBinary))) {
        throw (0,wrong_disk/* wrongDisk */.p)(`${path} is not the file of ${boot.inf}`);
    }
}
function checkService(system, { service, imagePath, inf }) {
    const path = `${(0,system_hive/* currentControlSet */.ZQ)(system)}\\Services\\${service.name}`;
    const key = (0,hive_facts/* neededKey */.vw)(system, path, inf);
    const start = (0,hive_facts/* numberValue */.Vg)(key, 'Start');
    if (start !== START_AT_BOOT)
        throw (0,wrong_disk/* wrongDisk */.p)(`${path} of ${inf} has Start ${start}, not ${START_AT_BOOT}`);
    const type = (0,hive_facts/* numberValue */.Vg)(key, 'Type');
    if (type !== service.serviceType)
        throw (0,wrong_disk/* wrongDisk */.p)(`${path} of ${inf} has Type ${type}, not ${service.serviceType}`);
    if (key.subkey('StartOverride'))
        throw (0,wrong_disk/* wrongDisk */.p)(`${path} of ${inf} has a StartOverride`);
    const file = (0,hive_facts/* textValue */.v8)(key, 'ImagePath');
    if (file !== imagePath)
        throw (0,wrong_disk/* wrongDisk */.p)(`${path} of ${inf} starts ${file}, not ${imagePath}`);
}
/** The way Windows goes for a device: its id, the INF files for it, the active package, its configuration, the service. */
function checkDatabase(system, { inf, configuration, devices, service }) {
    const name = inf.toLowerCase();
    const label = (0,hive_facts/* textValue */.v8)((0,hive_facts/* neededKey */.vw)(system, `DriverDatabase\\DriverInfFiles\\${name}`, inf), 'Active') ?? '';
    const driver = `DriverDatabase\\DriverPackages\\${label}`;
    const configured = (0,hive_facts/* textValue */.v8)((0,hive_facts/* neededKey */.vw)(system, `${driver}\\Configurations\\${configuration}`, inf), 'Service');
    if (configured !== service.name)
        throw (0,wrong_disk/* wrongDisk */.p)(`${driver} of ${inf} starts ${configured}, not ${service.name}`);
    for (const { id } of devices.flatMap(({ ids }) => ids)) {
        const device = `DriverDatabase\\DeviceIds\\${id}`;
        if (!(0,registry_hive/* findValue */.j)((0,hive_facts/* neededKey */.vw)(system, device, inf), name))
            throw (0,wrong_disk/* wrongDisk */.p)(`${device} does not name ${inf}`);
        const descriptor = `${driver}\\Descriptors\\${id}`;
        const wanted = (0,hive_facts/* textValue */.v8)((0,hive_facts/* neededKey */.vw)(system, descriptor, inf), 'Configuration');
        if (wanted !== configuration)
            throw (0,wrong_disk/* wrongDisk */.p)(`${descriptor} names ${wanted}, not ${configuration}`);
    }
}

;// CONCATENATED MODULE: ./.cache/build/src/windows/verify/verify-installed-drivers.js
/**
 * The boot drivers that Windows' own servicing installed: under which name, from which folder and with which configuration is its
 * business; that they are started, for their devices, from the right file is ours.
 */





const verify_installed_drivers_MAX_DRIVER = 64 * 2 ** 20;
const MAX_INF = 4 * 2 ** 20;
const PUBLISHED = 'Windows/INF';
const verify_installed_drivers_START_AT_BOOT = 0;
/** @throws UserError layout-wrong that names what differs; FormatError when volume or hive cannot be read */
async function verifyInstalledDrivers(files, drivers) {
    if (drivers.length > 0)
        await checkPublished(files, drivers);
    if (drivers.every(({ boot }) => boot === undefined))
        return;
    const system = await (0,hive_facts/* openHive */.X_)(files, 'SYSTEM');
    for (const { boot, bootBinary } of drivers) {
        if (boot === undefined)
            continue;
        for (const { id } of boot.devices.flatMap(({ ids }) => ids))
            checkDevice(system, id, boot);
        const image = checkInstalledService(system, boot);
        const found = await files.read(image, verify_installed_drivers_MAX_DRIVER);
        if (found === undefined)
            throw (0,wrong_disk/* wrongDisk */.p)(`the Windows volume has no ${image}, which ${boot.service.name} starts`);
        if (bootBinary === undefined || !found.equals(await (0,promises_.readFile)(bootBinary))) {
            throw (0,wrong_disk/* wrongDisk */.p)(`${image} is not the file of ${boot.inf}`);
        }
    }
}
/** Servicing publishes each INF file as it is, under a name of its own (`oem3.inf`) beside those of Windows. */
async function checkPublished(files, drivers) {
    const published = [];
    for (const name of await files.names(PUBLISHED)) {
        if (!/^oem\d+\.inf$/i.test(name))
            continue;
        const content = await files.read(`${PUBLISHED}/${name}`, MAX_INF);
        if (content !== undefined)
            published.push(content);
    }
    for (const { infName, files: own } of drivers) {
        const given = own.find(({ path }) => (0,case_blind/* isSameName */.yS)(path, infName));
        const content = given && (await (0,promises_.readFile)(given.source));
        if (content !== undefined && published.some((other) => other.equals(content)))
            continue;
        throw (0,wrong_disk/* wrongDisk */.p)(`none of the ${published.length} drivers in ${PUBLISHED} that did not come with Windows is ${infName}`);
    }
}
/** @returns path of its file on the volume, with `/` */
function checkInstalledService(system, { service, inf }) {
    const path = `${(0,system_hive/* currentControlSet */.ZQ)(system)}\\Services\\${service.name}`;
    const key = (0,hive_facts/* neededKey */.vw)(system, path, inf);
    const start = (0,hive_facts/* numberValue */.Vg)(key, 'Start');
    if (start !== verify_installed_drivers_START_AT_BOOT)
        throw (0,wrong_disk/* wrongDisk */.p)(`${path} of ${inf} has Start ${start}, not ${verify_installed_drivers_START_AT_BOOT}`);
    if (key.subkey('StartOverride'))
        throw (0,wrong_disk/* wrongDisk */.p)(`${path} of ${inf} has a StartOverride`);
    const image = (0,hive_facts/* textValue */.v8)(key, 'ImagePath') ?? '';
    // Relative to the folder of Windows, or named by it.
    const relative = image.replace(/^(?:\\SystemRoot\\|%SystemRoot%\\)/i, '');
    if (!/^system32\\/i.test(relative))
        throw (0,wrong_disk/* wrongDisk */.p)(`${path} of ${inf} starts "${image}"`);
    return `Windows/${relative.replaceAll('\\', '/')}`;
}
/** One of the packages that the driver database names for the device is of this INF file, whatever it was published as. */
function checkDevice(system, id, { inf }) {
    const device = `DriverDatabase\\DeviceIds\\${id}`;
    const published = (0,hive_facts/* neededKey */.vw)(system, device, inf)
        .values()
        .map(({ name }) => name);
    const isOurs = published.some((name) => {
        const label = (0,hive_facts/* textValue */.v8)(system.key(`DriverDatabase\\DriverInfFiles\\${name}`), 'Active') ?? '';
        return label.toLowerCase().startsWith(`${inf.toLowerCase()}_`);
    });
    if (!isOurs)
        throw (0,wrong_disk/* wrongDisk */.p)(`${device} names ${published.join(', ') || 'nothing'}, none of which is ${inf}`);
}

// EXTERNAL MODULE: ./.cache/build/src/registry/key-index.js
var key_index = __webpack_require__(24162);
;// CONCATENATED MODULE: ./.cache/build/src/windows/verify/verify-settings.js
/** Reads back what was wished of the registry and of files, from the finished disk. */






/** The last setting of a value counts. @throws UserError layout-wrong that names the value; FormatError */
async function verifySettings(files, settings) {
    if (settings.length === 0)
        return;
    const system = await (0,hive_facts/* openHive */.X_)(files, 'SYSTEM');
    const hives = { SYSTEM: system, SOFTWARE: await (0,hive_facts/* openHive */.X_)(files, 'SOFTWARE') };
    const controlSet = (0,system_hive/* currentControlSet */.ZQ)(system);
    const last = new Map();
    for (const setting of settings) {
        last.set(`${setting.hive}\\${(0,registry_setting/* keyInHive */.XX)(setting, controlSet)}\\\0${setting.value.name}`.toLowerCase(), setting);
    }
    for (const setting of last.values()) {
        const { hive, value } = setting;
        const found = (0,registry_hive/* findValue */.j)((0,key_index/* findIndexedKey */.QC)(hives[hive], (0,registry_setting/* keyInHive */.XX)(setting, controlSet)), value.name);
        if (found?.type === value.type && found.data.equals(value.data))
            continue;
        throw (0,wrong_disk/* wrongDisk */.p)(`HKLM\\${hive}\\${setting.key} ${found ? 'has another' : 'has no'} value "${value.name}"`);
    }
}
/** @throws UserError layout-wrong that names the file; FormatError */
async function verifyCopies(volume, copies) {
    for (const { path, sha256 } of copies) {
        const found = await volume.digest(path);
        if (found === undefined)
            throw (0,wrong_disk/* wrongDisk */.p)(`the Windows volume has no ${path}`);
        if (found !== sha256)
            throw (0,wrong_disk/* wrongDisk */.p)(`${path} is not the file that was copied`);
    }
}

;// CONCATENATED MODULE: ./.cache/build/src/windows/verify/verify-image.js
/** Reads the finished disk back with readers that had no part in writing it, and compares it with the plan. */












const EXPECTED = ['esp', 'msr', 'windows'];
const FILE_SYSTEMS = { esp: 'fat32', msr: undefined, windows: 'ntfs', recovery: 'ntfs' };
const BOOT_STORE = '/EFI/Microsoft/Boot/BCD';
const verify_image_BOOT_MANAGER = '/EFI/Microsoft/Boot/bootmgfw.efi';
const FALLBACK_LOADER = '/EFI/Boot/bootx64.efi';
/** What the loader starts, in which folder. */
const LOADER_TEXTS = [
    [bcd_ids/* ELEMENT */.P6.applicationPath, '\\Windows\\system32\\winload.efi'],
    [bcd_ids/* ELEMENT */.P6.systemRoot, '\\Windows'],
];
/** Boot managers have some 1.5 MB, boot stores some 30 KB. */
const MAX_BOOT_FILE = 16 * 2 ** 20;
/**
 * Exactly ESP, MSR, Windows and, where it was asked for, Recovery, where and as the plan has them; a boot store that starts Windows from its partition and refers to
 * no recovery environment; and the boot manager as the fallback loader.
 * @param offline what the engine did to the image
 * @throws UserError layout-wrong that names what differs; FormatError when a structure cannot be read at all
 */
async function verifyImage(disk, plan, offline) {
    const layout = await (0,disk_layout/* readLayout */.T4)(disk);
    if (layout.diskSize !== plan.disk.size) {
        throw (0,wrong_disk/* wrongDisk */.p)(`the disk has ${layout.diskSize} bytes, planned were ${plan.disk.size}`);
    }
    checkPartitions(layout, plan);
    const esp = await (0,fat_volume/* openFatVolume */.y)(disk, plan.esp.offset, plan.esp.size);
    const [manager, fallback] = [await readFile(esp, verify_image_BOOT_MANAGER), await readFile(esp, FALLBACK_LOADER)];
    // Every EFI program is a PE file, and those begin so.
    if (manager.toString('latin1', 0, 2) !== 'MZ')
        throw (0,wrong_disk/* wrongDisk */.p)(`${verify_image_BOOT_MANAGER} is no program`);
    if (!manager.equals(fallback))
        throw (0,wrong_disk/* wrongDisk */.p)(`${FALLBACK_LOADER} differs from ${verify_image_BOOT_MANAGER}`);
    checkBootStore(new registry_hive/* Hive */.p(await readFile(esp, BOOT_STORE), `${disk.path}!${BOOT_STORE}`), plan);
    const files = await (0,windows_files/* openWindowsFiles */.f)(disk, plan.windows);
    const installed = offline.flatMap((step) => (step.kind === 'driver' ? [step.driver] : []));
    await verifyInstalledDrivers(files, installed);
    const registered = plan.drivers.filter((driver) => !installed.includes(driver));
    await verifyBootDrivers(files, registered);
    const remoteDesktop = offline.some(({ kind }) => kind === 'remote-desktop') ? [registry_setting/* REMOTE_DESKTOP */.CO] : [];
    await verifySettings(files, [...remoteDesktop, ...plan.registry]);
    await verifyCopies(files, plan.files);
    return layout;
}
function checkPartitions(layout, plan) {
    const found = layout.partitions.map((partition) => partition.type).join(', ');
    const expected = plan.recovery === undefined ? EXPECTED : [...EXPECTED, 'recovery'];
    if (found !== expected.join(', '))
        throw (0,wrong_disk/* wrongDisk */.p)(`the partitions are ${found}, not ${expected.join(', ')}`);
    for (const [position, type] of expected.entries()) {
        const actual = layout.partitions[position];
        const planned = plan.partitions[position];
        if (actual === undefined || planned === undefined)
            throw (0,wrong_disk/* wrongDisk */.p)(`the plan has no partition ${type}`);
        if (!samePlace(actual, planned)) {
            throw (0,wrong_disk/* wrongDisk */.p)(`partition ${type} is ${actual.guid} at ${actual.offset} with ${actual.size} bytes, ` +
                `planned was ${planned.guid} at ${planned.offset} with ${planned.size}`);
        }
        if (BigInt(actual.attributes) !== (planned.attributes ?? 0n)) {
            throw (0,wrong_disk/* wrongDisk */.p)(`partition ${type} has the attributes ${actual.attributes}, not ${planned.attributes ?? 0n}`);
        }
        if (actual.fileSystem !== FILE_SYSTEMS[type]) {
            throw (0,wrong_disk/* wrongDisk */.p)(`partition ${type} holds ${actual.fileSystem ?? 'no file system'}, not ${FILE_SYSTEMS[type] ?? 'none'}`);
        }
    }
}
function samePlace(actual, planned) {
    return actual.guid === planned.guid && actual.offset === planned.offset && actual.size === planned.size;
}
function checkBootStore(store, plan) {
    const bootmgr = verify_image_elements(store, bcd_ids/* BCD_OBJECT */.YV.bootmgr);
    const loader = textOf(bootmgr, bcd_ids/* ELEMENT */.P6.bootmgrDefault);
    verify_image_checkDevice(bootmgr, bcd_ids/* BCD_OBJECT */.YV.bootmgr, bcd_ids/* ELEMENT */.P6.applicationDevice, plan.esp.guid, plan);
    const windows = verify_image_elements(store, loader);
    for (const element of [bcd_ids/* ELEMENT */.P6.applicationDevice, bcd_ids/* ELEMENT */.P6.osDevice]) {
        verify_image_checkDevice(windows, loader, element, plan.windows.guid, plan);
    }
    for (const [element, text] of LOADER_TEXTS) {
        const found = textOf(windows, element);
        if (found.toLowerCase() === text.toLowerCase())
            continue;
        throw (0,wrong_disk/* wrongDisk */.p)(`boot store object ${loader}, element ${(0,bcd_ids/* elementKey */.uz)(element)} is "${found}", not "${text}"`);
    }
    const recovery = [bcd_ids/* ELEMENT */.P6.recoverySequence, bcd_ids/* ELEMENT */.P6.recoveryEnabled].find((id) => windows.has((0,bcd_ids/* elementKey */.uz)(id)));
    const sequences = (0,bcd_recovery/* findRecovery */.F)(store, [plan.esp.guid, plan.windows.guid]).objects;
    if (recovery !== undefined || sequences.length > 0)
        throw (0,wrong_disk/* wrongDisk */.p)('the boot store refers to a recovery environment');
}
function verify_image_checkDevice(found, object, element, partitionGuid, plan) {
    const data = found.get((0,bcd_ids/* elementKey */.uz)(element));
    const where = `boot store object ${object}, element ${(0,bcd_ids/* elementKey */.uz)(element)}`;
    if (data === undefined)
        throw (0,wrong_disk/* wrongDisk */.p)(`${where} is missing`);
    const device = (0,bcd_device/* readBcdDevice */.Y$)(data);
    // The first volume that has the file: there is none but ours, the partitions were looked at before.
    if (device.kind === 'locate')
        return;
    if (device.kind !== 'partition')
        throw (0,wrong_disk/* wrongDisk */.p)(`${where} names no partition (${kindOf(device)})`);
    if (device.partitionGuid !== partitionGuid || device.diskGuid !== plan.diskGuid) {
        throw (0,wrong_disk/* wrongDisk */.p)(`${where} names partition ${device.partitionGuid} of disk ${device.diskGuid}, not ${partitionGuid}`);
    }
}
function kindOf(device) {
    return device.kind === 'other' ? device.what : device.kind;
}
/** Empty where the element is missing. */
function textOf(found, element) {
    return found.get((0,bcd_ids/* elementKey */.uz)(element))?.toString('utf16le').replace(/\0+$/, '') ?? '';
}
function verify_image_elements(store, object) {
    const keys = store.key(`Objects\\${object}\\Elements`)?.subkeys() ?? [];
    if (keys.length === 0)
        throw (0,wrong_disk/* wrongDisk */.p)(`the boot store has no object ${object}`);
    return new Map(keys.map((key) => [key.name.toLowerCase(), key.values()[0]?.data ?? Buffer.alloc(0)]));
}
async function readFile(volume, path) {
    const file = await volume.find(path);
    if (file === undefined)
        throw (0,wrong_disk/* wrongDisk */.p)(`the EFI system partition has no ${path}`);
    return volume.readFile(file, MAX_BOOT_FILE);
}

;// CONCATENATED MODULE: ./.cache/build/src/windows/build-image.js
/** Builds a disk image from installation media: media, edition, plan, engine, checks, and only then the image's name. */







































/** @throws UserError, ToolError, FormatError; nothing is left behind then */
async function buildImage(request, context) {
    const { log, tools } = context;
    for (const removed of request.dryRun ? [] : await removeLeftovers(request.vhd)) {
        log.info(`Removed ${removed}, left by a run that was killed`);
    }
    const engine = choose_engine/* ENGINES */.ug[request.engine];
    for (const tool of engine.tools)
        await tools.find(tool);
    if (!request.dryRun)
        await engine.check(request.vhd, context);
    const iso = await obtainIso(request.iso, request.sha256, request.downloads, context);
    const programs = await programFacts(engine.tools, !engine.onWindows, context);
    const use = { input: 'iso', code: 'not-windows-media', inPlace: engine.onWindows };
    const disc = await (0,open_iso/* openIso */.O)(iso.path, use, context);
    try {
        const sources = { iso: iso.sha256, programs };
        return { ...(await buildFrom(await inspectMedia(disc), request, sources, context)), ...sources };
    }
    finally {
        await disc.close();
    }
}
async function buildFrom(media, request, sources, context) {
    const { log, signal } = context;
    const engine = choose_engine/* ENGINES */.ug[request.engine];
    const { unattend, unattendPassword } = request;
    const read = unattend === undefined ? undefined : await (0,read_answer_file/* readAnswerFile */.z)(unattend, unattendPassword, log.warning);
    const packages = await readUpdatePackages(request.packages ?? '', context);
    const toolsSetup = request.toolsSetup === undefined ? undefined : await hashSetup(request.toolsSetup, signal);
    const { custom, findings: ofScripts } = await readCustom(request, signal);
    const opened = await engine.open(media, context);
    const image = (0,editions/* chooseEdition */.Gz)(opened.images, request.edition, `${media.iso} (${media.imageMember})`);
    checkWindowsImage(image, request.template && (0,template_wishes/* expectedWindows */.go)(request.template), media.iso);
    (0,template_wishes/* checkUpdateKinds */.f1)(request.template, packages);
    const { afterFirstBoot, bakeHost, remoteDesktop } = request;
    const answers = obtainAnswers(image, { read, options: request.answers, remoteDesktop, afterFirstBoot });
    const features = await checkFeatureNames(request.features, opened, image, context);
    const drivers = await readDriverPackages(request.drivers ?? '', (0,windows_target/* windowsServer */.P)(image.build));
    const plan = (0,image_plan/* planImage */.F)(image, {
        disk: request.disk,
        drivers: drivers.packages,
        packages,
        features: request.features,
        remoteDesktop,
        cleanup: request.cleanup,
        unattend: answers.bytes,
        toolsSetup,
        ...custom,
        afterFirstBoot,
        bakeHost,
        cloneUnattend: answers.cloneUnattend,
        hasSxs: media.sxsMember !== undefined,
        date: request.date,
    });
    const { offline, firstBoot, findings: left } = splitPlan(plan, engine.offline);
    checkEnd({
        ...{ afterFirstBoot, bakeHost },
        ...{ toolsSetup: toolsSetup?.path, answers: answers.file, steps: firstBoot.length },
    });
    const shown = describePlan(plan, offline, firstBoot, engine.name);
    await log.group('Plan', async () => log.info(drawPlan(shown)));
    const ofMedia = mediaFindings(media, image, request.features);
    const of = [(0,disk_layouts/* layoutFindings */.BE)(plan.disk), ofMedia, drivers.findings, answers.findings, features, ofScripts, left];
    const findings = of.flat();
    const earlier = earlierDisk({ plan, offline }, request, sources);
    if (request.dryRun)
        return { plan, shown, built: undefined, findings, reuse: await earlier?.look() };
    const { skipNotApplicable, moduleServicing } = request;
    const work = { plan, offline, firstBoot, skipNotApplicable, moduleServicing };
    await (0,make_folder/* makeFolder */.f)((0,external_node_path_.dirname)(request.vhd));
    const source = { opened, earlier };
    const { reuse, ...built } = await buildChecked(work, source, request.vhd, context);
    return { plan, shown, built, findings: [...findings, ...built.facts.findings, ...built.findings], reuse };
}
/** What is the user's own. */
async function readCustom(request, signal) {
    const registry = (0,registry_setting/* readRegistrySettings */.VZ)(request.registry);
    (0,registry_setting/* refuseContradiction */.Wj)(request.remoteDesktop, registry);
    const files = await (0,copied_files/* readFileCopies */.k)(request.files, signal);
    const { scripts, findings } = await readBootScripts(request.scripts, signal);
    return { custom: { files, registry, scripts }, findings };
}
/** Builds under a temporary name; the image gets its own only when it passed the checks, wherever it comes from. */
async function buildChecked(work, { opened, earlier }, path, context) {
    const unchecked = uncheckedPath(path, work.plan.disk.format);
    const kept = context.hold(held_path/* HELD_PATH */.w, { paths: uncheckedFiles(path, work.plan.disk.format) });
    const taken = await earlier?.take(unchecked);
    const reuse = taken?.reuse;
    if (reuse)
        context.log.info(`${reuse.reused ? 'Reused, not built' : 'Built, not reused'}: ${reuse.why}`);
    const { plan, findings, leftOut } = taken?.disk ?? (await opened.build(work, unchecked));
    const offline = work.offline.filter((step) => !leftOut.includes(step));
    const disk = await (0,open_disk/* openDisk */.U)(unchecked);
    let checked;
    try {
        await verifyFormat(disk, plan.disk);
        const files = await (0,windows_files/* openWindowsFiles */.f)(disk, plan.windows);
        await verifyAnswerFile(files);
        await verifyFirstBoot(files, plan, work.firstBoot);
        checked = {
            layout: await verifyImage(disk, plan, offline),
            facts: await readImageFacts(disk, plan, offline),
        };
    }
    finally {
        await disk.close();
    }
    context.signal.throwIfAborted();
    await (work.plan.disk.format === 'vmdk' ? vmdk_parts/* finishVmdkParts */.eo : move_into_place/* moveIntoPlace */.hU)(unchecked, path);
    kept();
    if (reuse?.reused === false)
        await earlier?.keep(path, { plan, findings, leftOut });
    return { ...checked, findings, reuse };
}
/** @returns the finding that says so where the image does not tell its features */
async function checkFeatureNames(wanted, opened, image, { log }) {
    if (wanted.length === 0)
        return [];
    const known = await log.group('Read the names of features', () => opened.features(image));
    if (known === 'later')
        return [];
    if (known !== undefined) {
        (0,feature_names/* checkFeatures */.Y)(wanted, known, `"${image.name}"`);
        return [];
    }
    return [
        {
            code: 'features-unchecked',
            severity: 'warning',
            seen: `The image does not tell which features it has: ${wanted.join(', ')} could not be checked.`,
            remedy: 'Check the names yourself; a wrong one fails at first boot.',
        },
    ];
}
async function hashSetup(path, signal) {
    const sha256 = await (0,hash_file/* hashFile */.DC)(path, signal).catch((error) => {
        throw (0,explain_path_error/* explainPathError */.n)(error, { what: 'the installer', path, input: 'tools-setup' });
    });
    return { path, sha256 };
}

;// CONCATENATED MODULE: ./.cache/build/actions/build-vhd/main.js
/** Builds the image and describes it for outputs, report and summary. */






async function main(inputs, context) {
    const kept = await (0,open_reuse/* openReuse */.L)(inputs.reuse, context);
    const { plan, shown, built, findings, iso, programs, reuse } = await buildImage({ ...inputs, kept }, context);
    const { log } = context;
    if (built !== undefined)
        log.info((0,draw_layout/* drawLayout */.r)(built.layout));
    const { displayName, version } = plan.image;
    log.info(`${built ? inputs.vhd : 'Nothing was made'}: ${displayName} ${version}, ${(0,units/* formatSize */.Xq)(plan.disk.size)}`);
    return {
        vhd: built && inputs.vhd,
        edition: plan.image.name,
        displayName,
        build: built?.facts.build.registry ?? shown.build,
        language: plan.image.language,
        plan: shown,
        layout: built?.layout,
        bootDrivers: plan.drivers.flatMap(({ boot }) => boot === undefined ? [] : [{ name: boot.service.name, version: boot.version, date: boot.date }]),
        bootManager: built?.facts.bootManager,
        inBoxDrivers: built?.facts.inBoxDrivers,
        packages: plan.packages.map(({ path, kb, kind, build, sha256 }) => ({
            kb: kb ?? '',
            kind,
            build,
            file: (0,external_node_path_.basename)(path),
            sha256,
        })),
        inputs: imageInputs(plan, { file: fileName(inputs.iso), sha256: iso }),
        programs,
        remoteDesktop: plan.remoteDesktop,
        date: plan.date.toISOString(),
        reuse,
        findings,
    };
}
function imageInputs({ toolsSetup, drivers, files, scripts, features }, iso) {
    return {
        iso,
        toolsSetup: toolsSetup && { file: (0,external_node_path_.basename)(toolsSetup.path), sha256: toolsSetup.sha256 },
        drivers: drivers.map(({ name, version, sha256 }) => ({ name, version, sha256 })),
        files: files.map(({ path, sha256 }) => ({ path, sha256 })),
        scripts: scripts.map(({ path, sha256 }) => ({ file: (0,external_node_path_.basename)(path), sha256 })),
        features,
    };
}
/** Of a path or an address, whose query may hold a token. */
function fileName(location) {
    return (0,external_node_path_.basename)((0,pinned_file/* isUrl */.g)(location) ? new URL(location).pathname : location);
}

// EXTERNAL MODULE: ./.cache/build/actions/build-vhd/read-answers.js + 1 modules
var read_answers = __webpack_require__(28184);
// EXTERNAL MODULE: ./.cache/build/src/disk/layout-markdown.js
var layout_markdown = __webpack_require__(64990);
// EXTERNAL MODULE: ./.cache/build/src/report/findings-table.js
var findings_table = __webpack_require__(29994);
// EXTERNAL MODULE: ./.cache/build/src/report/markdown-table.js
var markdown_table = __webpack_require__(90597);
// EXTERNAL MODULE: ./.cache/build/src/reuse/reuse-row.js
var reuse_row = __webpack_require__(308);
;// CONCATENATED MODULE: ./.cache/build/actions/build-vhd/summary.js
/** The job summary of build-vhd. */





function renderSummary(result) {
    const { plan, layout } = result;
    const rows = [
        ...(result.vhd === undefined ? [] : [['Image', result.vhd]]),
        ['Edition', result.displayName],
        ['Build', layout ? `${result.build} (as applied)` : result.build],
        ['Engine', plan.engine],
        ['Boot drivers', result.bootDrivers.map(({ name, version }) => `${name} ${version}`).join(', ') || 'none added'],
        ...readBack(result),
        ['After first boot', plan.afterFirstBoot],
        ...(result.reuse === undefined ? [] : [(0,reuse_row/* reuseRow */.r)(result.reuse, layout === undefined)]),
        ['Remote Desktop', result.remoteDesktop ? 'allowed' : 'as Windows has it'],
    ];
    const parts = [
        title(result),
        (0,markdown_table/* markdownTable */.Q)(['', ''], rows),
        layout ? (0,layout_markdown/* layoutMarkdown */.Y)(layout) : `\`\`\`text\n${drawPlan(plan)}\n\`\`\``,
    ];
    const numbered = (titles) => titles.map((title) => `1. ${(0,markdown_table/* escapeMarkdown */.F)(title)}`).join('\n');
    if (layout && plan.offline.length > 0)
        parts.push('### Done to the image', numbered(plan.offline));
    if (layout && plan.firstBoot.length > 0) {
        parts.push('### Staged for first boot', numbered(plan.firstBoot.map(({ title }) => title)));
    }
    if (result.findings.length > 0)
        parts.push('### Findings', (0,findings_table/* findingsTable */.f9)(result.findings));
    return `${parts.join('\n\n')}\n`;
}
function title({ layout }) {
    if (layout === undefined)
        return '## Dry run: nothing was made';
    const hasRecovery = layout.partitions.some(({ type }) => type === 'recovery');
    return `## Windows image built: ${hasRecovery ? 'with a Recovery partition, on which quiesced snapshots fail' : 'no Recovery partition'}`;
}
function readBack({ bootManager, inBoxDrivers }) {
    if (bootManager === undefined || inBoxDrivers === undefined)
        return [];
    const drivers = inBoxDrivers.map(({ inf, version, proven }) => `${inf} ${version}${proven ? '' : ' (not read from the image)'}`);
    return [
        ['Boot manager', describeBootManager(bootManager)],
        ['Drivers inside Windows', drivers.join(', ') || 'none for devices of VMware'],
    ];
}
function describeBootManager({ signer, issuer, svn }) {
    if (issuer === undefined)
        return 'not signed';
    return `signed by ${signer ?? 'an unnamed certificate'}, certified by ${issuer}, security version ${svn ?? 'none'}`;
}

;// CONCATENATED MODULE: ./.cache/build/actions/build-vhd/action.js
/** build-vhd as a value. */










const buildVhd = (0,action/* defineAction */.Q)({
    name: 'build-vhd',
    description: 'Builds a Windows Server disk image from the installation ISO, without the Recovery partition that breaks snapshots',
    branding: { icon: 'hard-drive', color: 'blue' },
    inputs: inputs/* INPUTS */.m,
    outputs: {
        vhd: { description: 'Path of the image; empty after a dry run.', value: ({ vhd }) => vhd },
        edition: { description: 'Name of the image in the WIM that was applied.', value: ({ edition }) => edition },
        build: {
            description: 'Build of Windows as applied, such as 17763.107; updates that wait for the first boot are not counted.',
            value: ({ build }) => build,
        },
        engine: { description: 'The engine that was used.', value: ({ plan }) => plan.engine },
        layout: {
            description: 'JSON: diskSize, sectorSize and partitions (index, type, typeGuid, guid, name, attributes, offset, size, fileSystem), read back from the image; empty after a dry run.',
            value: ({ layout }) => layout,
        },
        plan: {
            description: 'JSON: engine, edition, build, disk, partitions, offline (what is done to the image, in order), firstBoot (step and title, in order), afterFirstBoot.',
            value: ({ plan }) => plan,
        },
        reused: {
            description: 'true when the image was taken from an earlier run, or after a dry run would be, else false; the report says why.',
            value: ({ reuse }) => reuse?.reused ?? false,
        },
        'first-boot': {
            description: 'JSON array: names of the steps that wait for the first boot, in order; empty when nothing waits.',
            value: ({ plan }) => plan.firstBoot.map(({ step }) => step),
        },
        'bake-on': {
            description: 'Where Windows starts for the first time: vsphere or hyper-v.',
            value: ({ plan }) => plan.bakeHost,
        },
        'after-first-boot': {
            description: 'What Windows does once its first boot is over: stay, shut-down or generalize; for convert-ova.',
            value: ({ plan }) => plan.afterFirstBoot,
        },
    },
    holds: [held_path/* HELD_PATH */.w, mounted_iso/* MOUNTED_ISO */.Vo, attached_disk/* ATTACHED_DISK */.xV, module_folder/* MODULE_FOLDER */.i, loaded_hive/* LOADED_HIVE */.T],
    secrets: read_answers/* passwordSecrets */.RU,
    prepare: inputs/* prepare */.i,
    main: main,
    findings: ({ findings }) => findings,
    summary: renderSummary,
});


/***/ }),

/***/ 37137:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ findRecovery),
/* harmony export */   o: () => (/* binding */ removeRecovery)
/* harmony export */ });
/* harmony import */ var _disk_guid_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(85801);
/* harmony import */ var _registry_hive_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48520);
/* harmony import */ var _bcd_ids_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92562);
/* harmony import */ var _bcd_objects_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39232);
/**
 * The recovery sequence in a boot configuration store (BCD): who refers to a Recovery partition, and how to remove it.
 */




const RECOVERY_SEQUENCE = (0,_bcd_ids_js__WEBPACK_IMPORTED_MODULE_1__/* .elementKey */ .uz)(_bcd_ids_js__WEBPACK_IMPORTED_MODULE_1__/* .ELEMENT */ .P6.recoverySequence);
const RECOVERY_ENABLED = (0,_bcd_ids_js__WEBPACK_IMPORTED_MODULE_1__/* .elementKey */ .uz)(_bcd_ids_js__WEBPACK_IMPORTED_MODULE_1__/* .ELEMENT */ .P6.recoveryEnabled);
/**
 * Finds what in the store refers to the partitions.
 * @param partitionGuids unique partition GUIDs as text
 * @throws FormatError when the hive is damaged
 */
function findRecovery(hive, partitionGuids) {
    const needles = partitionGuids.map(_disk_guid_js__WEBPACK_IMPORTED_MODULE_3__/* .parseGuid */ .J);
    const objects = (0,_bcd_objects_js__WEBPACK_IMPORTED_MODULE_2__/* .readBcdObjects */ .ub)(hive);
    const references = objects.flatMap(({ name, elements }) => [...elements]
        .filter(([, data]) => needles.some((needle) => data.includes(needle)))
        .map(([element]) => ({ object: name, element })));
    const referring = new Set(references.map((reference) => reference.object));
    const ofRecovery = objects.filter((object) => referring.has(object.name) && isOfRecovery(object));
    const names = ofRecovery.map((object) => object.name);
    const sequences = objects.filter((object) => namesAny(object, names)).map((object) => object.name);
    return { references, objects: names, sequences };
}
/** Removes the recovery objects that live on the partitions, and the sequences that name them; everything else stays as it is. */
function removeRecovery(store, file, partitionGuids) {
    const hive = new _registry_hive_js__WEBPACK_IMPORTED_MODULE_0__/* .Hive */ .p(Buffer.from(store), file);
    const removed = findRecovery(hive, partitionGuids);
    const objects = hive.key('Objects');
    if (objects !== undefined) {
        for (const name of removed.sequences) {
            const loader = objects.subkey(name)?.subkey('Elements');
            if (loader === undefined)
                continue;
            hive.deleteSubkey(loader, RECOVERY_SEQUENCE);
            hive.deleteSubkey(loader, RECOVERY_ENABLED);
        }
        for (const name of removed.objects)
            hive.deleteSubkey(objects, name);
    }
    const changed = removed.sequences.length + removed.objects.length > 0;
    const left = findRecovery(new _registry_hive_js__WEBPACK_IMPORTED_MODULE_0__/* .Hive */ .p(hive.bytes, file), partitionGuids).references;
    return { store: changed ? hive.bytes : undefined, removed, left };
}
/** Objects that exist for WinRE alone: its loader, in the mode of Windows PE, and the options of its RAM disk. */
function isOfRecovery({ type, elements }) {
    if (type === _bcd_ids_js__WEBPACK_IMPORTED_MODULE_1__/* .BCD_TYPE */ .hr.deviceOptions)
        return true;
    return type === _bcd_ids_js__WEBPACK_IMPORTED_MODULE_1__/* .BCD_TYPE */ .hr.osLoader && elements.get((0,_bcd_ids_js__WEBPACK_IMPORTED_MODULE_1__/* .elementKey */ .uz)(_bcd_ids_js__WEBPACK_IMPORTED_MODULE_1__/* .ELEMENT */ .P6.winPeMode))?.[0] === 1;
}
function namesAny({ elements }, names) {
    const listed = elements.get(RECOVERY_SEQUENCE)?.toString('utf16le').toLowerCase() ?? '';
    return names.some((name) => listed.includes(name.toLowerCase()));
}


/***/ }),

/***/ 27709:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ drawLayout)
/* harmony export */ });
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16053);
/* harmony import */ var _layout_pieces_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27748);
/** Draws a layout as text, for job logs, summaries and the demo. */


/**
 * One box per partition, in the order on the disk, with unallocated space of some size as a box of its own:
 *
 *     ┌─────────┬─────────┬──────────┐
 *     │ 1 ESP   │ 2 MSR   │ 3 Windows│
 *     …
 */
function drawLayout(layout) {
    const boxes = (0,_layout_pieces_js__WEBPACK_IMPORTED_MODULE_1__/* .layoutPieces */ .uq)(layout).map(({ partition, size }) => ({
        lines: partition ? describe(partition) : ['unallocated', '', (0,_units_js__WEBPACK_IMPORTED_MODULE_0__/* .formatSize */ .Xq)(size)],
    }));
    const height = Math.max(...boxes.map(({ lines }) => lines.length), 0);
    const widths = boxes.map(({ lines }) => Math.max(...lines.map((line) => line.length)) + 2);
    const border = (left, between, right) => left + widths.map((width) => '─'.repeat(width)).join(between) + right;
    const rows = Array.from({ length: height }, (_, row) => {
        const cells = boxes.map(({ lines }, column) => ` ${lines[row] ?? ''}`.padEnd(widths[column] ?? 0));
        return `│${cells.join('│')}│`;
    });
    const title = (0,_layout_pieces_js__WEBPACK_IMPORTED_MODULE_1__/* .layoutTitle */ .P6)(layout);
    if (boxes.length === 0)
        return `${title}, no partitions`;
    return [title, border('┌', '┬', '┐'), ...rows, border('└', '┴', '┘')].join('\n');
}
function describe(partition) {
    return [
        `${partition.index} ${(0,_layout_pieces_js__WEBPACK_IMPORTED_MODULE_1__/* .partitionTitle */ .LV)(partition)}`,
        partition.fileSystem === undefined ? '' : partition.fileSystem.toUpperCase(),
        (0,_units_js__WEBPACK_IMPORTED_MODULE_0__/* .formatSize */ .Xq)(partition.size),
        ...((0,_layout_pieces_js__WEBPACK_IMPORTED_MODULE_1__/* .isProtected */ .bz)(partition) ? ['protected'] : []),
    ];
}


/***/ }),

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
// EXTERNAL MODULE: ./.cache/build/src/files/open-named.js
var open_named = __webpack_require__(38488);
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
    return (0,open_named/* openNamed */.S)(to, 'wx', mode & 0o777);
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


/***/ }),

/***/ 11285:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ scriptFault)
/* harmony export */ });
/* harmony import */ var _files_decode_utf8_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33884);
/**
 * Whether Windows reads a script as it was written. cmd.exe reads bytes in the code page of the machine and looks for labels by the size of blocks, which bare
 * line feeds upset (minikube pull request 2394, ZipRipper issue 15, rocq issue 8610); Windows PowerShell takes a file without a byte-order mark
 * for one of the ANSI code page, in which the last byte of a dash is a quotation mark (Microsoft Learn, "about_Character_Encoding"; OctopusDeploy issue 4613).
 */

const UTF8_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const UTF16_MARKS = [Buffer.from([0xff, 0xfe]), Buffer.from([0xfe, 0xff])];
const NOT_ASCII = /[^\0-\x7f]/;
/** @returns undefined for a script that does what it says, as far as its bytes tell; files of a code page cannot be told apart */
function scriptFault(name, content) {
    const bytes = Buffer.from(content);
    return /\.ps1$/i.test(name) ? powerShellFault(bytes) : batchFault(bytes);
}
function powerShellFault(bytes) {
    if ([UTF8_MARK, ...UTF16_MARKS].some((mark) => startsWith(bytes, mark)))
        return undefined;
    const hint = 'Save it as UTF-8 with a byte-order mark ("UTF-8 with BOM").';
    if (bytes.includes(0))
        return { what: 'is UTF-16 without a byte-order mark, or no text', hint };
    const line = firstLine(bytes, (text) => text.replaceAll(/<#[\s\S]*?#>/g, keepLineEnds), /^\s*#/);
    if (line === undefined)
        return undefined;
    return {
        what: `is UTF-8 without a byte-order mark, and Windows PowerShell would read the letters of line ${line} as others`,
        hint,
    };
}
function batchFault(bytes) {
    if (bytes.includes(0) || UTF16_MARKS.some((mark) => startsWith(bytes, mark))) {
        return {
            what: 'is UTF-16, or no text, which cmd.exe does not read',
            hint: 'Save it as UTF-8 without a byte-order mark.',
        };
    }
    if (startsWith(bytes, UTF8_MARK)) {
        return {
            what: 'begins with a byte-order mark, which cmd.exe takes for a part of the first command',
            hint: 'Save it as UTF-8 without a byte-order mark.',
        };
    }
    const text = bytes.toString('latin1');
    if (/(?<!\r)\n/.test(text) && /^[ \t]*:[^:\s]/m.test(text)) {
        return {
            what: 'has bare line feeds and labels, which cmd.exe does not find then',
            hint: 'Save it with the line ends of Windows (in .gitattributes: *.cmd text eol=crlf).',
        };
    }
    const line = firstLine(bytes, (all) => all.replace(/^[ \t@]*chcp(?:\.com)?[ \t]+65001\b[\s\S]*/im, keepLineEnds), /^[ \t@]*(?:rem\b|::)/i);
    if (line === undefined)
        return undefined;
    return {
        what: `is UTF-8, and cmd.exe would read the letters of line ${line} in the code page of the machine`,
        hint: 'Write "chcp 65001 >nul" before that line, or ASCII alone.',
    };
}
/** The first line, from 1, with a letter that is not ASCII, apart from comments; undefined also where the bytes are no UTF-8. */
function firstLine(bytes, strip, comment) {
    const text = (0,_files_decode_utf8_js__WEBPACK_IMPORTED_MODULE_0__/* .decodeUtf8 */ ._)(bytes);
    if (text === undefined)
        return undefined;
    const index = strip(text)
        .split('\n')
        .findIndex((line) => NOT_ASCII.test(line) && !comment.test(line));
    return index < 0 ? undefined : index + 1;
}
function keepLineEnds(text) {
    return text.replaceAll(/[^\n]/g, '');
}
function startsWith(bytes, mark) {
    return bytes.subarray(0, mark.length).equals(mark);
}


/***/ }),

/***/ 31386:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vg: () => (/* binding */ numberValue),
/* harmony export */   X_: () => (/* binding */ openHive),
/* harmony export */   v8: () => (/* binding */ textValue),
/* harmony export */   vw: () => (/* binding */ neededKey)
/* harmony export */ });
/* harmony import */ var _registry_hive_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48520);
/* harmony import */ var _registry_hive_tree_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(80521);
/* harmony import */ var _registry_key_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24162);
/* harmony import */ var _wrong_disk_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61255);
/** Keys and values of the registry of a finished disk. */




/** Real ones have 10 to 100 MB. */
const MAX_HIVE = 256 * 2 ** 20;
/** @throws UserError layout-wrong when there is none; FormatError for a damaged one */
async function openHive(files, name) {
    const path = `Windows/System32/config/${name}`;
    const bytes = await files.read(path, MAX_HIVE);
    if (bytes === undefined)
        throw (0,_wrong_disk_js__WEBPACK_IMPORTED_MODULE_1__/* .wrongDisk */ .p)(`the Windows volume has no ${path}`);
    return new _registry_hive_js__WEBPACK_IMPORTED_MODULE_0__/* .Hive */ .p(bytes, `${files.place}!${path}`);
}
/** @param who the INF file that needs it @throws UserError layout-wrong where Windows would not find it */
function neededKey(hive, path, who) {
    const key = (0,_registry_key_index_js__WEBPACK_IMPORTED_MODULE_2__/* .findIndexedKey */ .QC)(hive, path);
    if (key === undefined)
        throw (0,_wrong_disk_js__WEBPACK_IMPORTED_MODULE_1__/* .wrongDisk */ .p)(`its registry has no ${path} for ${who}`);
    return key;
}
function textValue(key, name) {
    const found = (0,_registry_hive_js__WEBPACK_IMPORTED_MODULE_0__/* .findValue */ .j)(key, name);
    return found && (0,_registry_hive_tree_js__WEBPACK_IMPORTED_MODULE_3__/* .decodeText */ .g7)(found);
}
function numberValue(key, name) {
    const found = (0,_registry_hive_js__WEBPACK_IMPORTED_MODULE_0__/* .findValue */ .j)(key, name);
    return found?.type === _registry_hive_tree_js__WEBPACK_IMPORTED_MODULE_3__/* .REG_DWORD */ .mZ && found.data.length === 4 ? found.data.readUInt32LE(0) : undefined;
}


/***/ }),

/***/ 36770:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V_: () => (/* binding */ CURRENT_VERSION),
/* harmony export */   ki: () => (/* binding */ readBuildWitnesses),
/* harmony export */   qA: () => (/* binding */ judgeBuild)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _drivers_inf_inf_version_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(44140);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41251);
/* harmony import */ var _media_editions_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(87720);
/* harmony import */ var _hive_facts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(31386);
/**
 * Whether updates that were installed offline are there, by two witnesses that are no part of servicing's own report: the build in the
 * registry, and the newest manifest of the component that carries the revision (as W10UI reads it).
 */





/** Key of SOFTWARE. */
const CURRENT_VERSION = 'Microsoft\\Windows NT\\CurrentVersion';
const MANIFESTS = 'Windows/WinSxS/Manifests';
const REVISION = /_microsoft-windows-coreos-revision_[0-9a-f]{16}_\d+\.\d+\.(\d+\.\d+)_/i;
/**
 * @param software that hive
 * @throws FormatError for a damaged volume or hive
 */
async function readBuildWitnesses(files, software) {
    const key = software.key(CURRENT_VERSION);
    const [build, revision] = [(0,_hive_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .textValue */ .v8)(key, 'CurrentBuild'), (0,_hive_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .numberValue */ .Vg)(key, 'UBR')];
    const manifests = (await files.names(MANIFESTS)).flatMap((name) => REVISION.exec(name)?.[1] ?? []);
    return {
        registry: build === undefined || revision === undefined ? undefined : `${build}.${revision}`,
        manifest: manifests.sort(_drivers_inf_inf_version_js__WEBPACK_IMPORTED_MODULE_4__/* .compareVersions */ .Zy).at(-1),
    };
}
/**
 * @returns what only the first start can prove
 * @throws UserError servicing-unproven when neither witness saw what the cumulative updates promise
 */
function judgeBuild({ registry, manifest }, plan, steps) {
    const updates = steps.flatMap((step) => (step.kind === 'package' ? [step.update.target] : []));
    // A checkpoint is a cumulative update too; it stands alone where nothing newer is wanted.
    const cumulative = updates.filter(({ kind }) => kind === 'cumulative' || kind === 'checkpoint');
    // One that says its name was looked for by it.
    const unknown = updates.filter(({ kind, identities }) => kind === undefined && identities.length === 0);
    if (cumulative.length === 0 && unknown.length === 0)
        return [];
    const before = (0,_media_editions_js__WEBPACK_IMPORTED_MODULE_2__/* .buildOnMedia */ .CL)(plan.image);
    const promised = cumulative
        .flatMap(({ build }) => build ?? [])
        .sort(_drivers_inf_inf_version_js__WEBPACK_IMPORTED_MODULE_4__/* .compareVersions */ .Zy)
        .at(-1);
    const seen = `the registry says ${registry ?? 'nothing'}, the newest manifest ${manifest ?? 'nothing'}`;
    const rose = [registry, manifest].map((witness) => witness !== undefined && isReached(witness, promised, before));
    if (!rose.includes(true) && cumulative.length === 0)
        return [
            unchanged(before, unknown.map(({ path }) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(path))),
        ];
    if (!rose.includes(true)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('servicing-unproven', `The updates were installed without an error, but the build did not rise from ${before} to ${promised ?? 'a newer one'}: ${seen}`, 'Nothing was kept. See that the updates are those of the product, and look into the debug log of the job (ACTIONS_STEP_DEBUG).');
    }
    if (!rose.includes(false))
        return [];
    return [
        {
            code: 'pending-first-boot',
            severity: 'info',
            seen: `Only one of two witnesses tells the new build ${promised ?? ''}: ${seen}.`.replace(' :', ':'),
            remedy: 'The first start ends what was begun; the build is checked then.',
        },
    ];
}
/** Of plain files nobody knows whether they raise the build: a servicing stack does not. */
function unchanged(before, files) {
    return {
        code: 'build-unchanged',
        severity: 'warning',
        seen: `The build is ${before} as on the ISO, although ${files.join(', ')} ${files.length === 1 ? 'was' : 'were'} installed without an error.`,
        remedy: 'If a cumulative update is among them, it did nothing: take it with fetch-updates, which says its build.',
    };
}
function isReached(witness, promised, before) {
    return promised === undefined ? (0,_drivers_inf_inf_version_js__WEBPACK_IMPORTED_MODULE_4__/* .compareVersions */ .Zy)(witness, before) > 0 : (0,_drivers_inf_inf_version_js__WEBPACK_IMPORTED_MODULE_4__/* .compareVersions */ .Zy)(witness, promised) >= 0;
}


/***/ }),

/***/ 59855:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ openWindowsFiles)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _disk_ntfs_ntfs_file_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(16500);
/* harmony import */ var _disk_ntfs_ntfs_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23132);
/* harmony import */ var _disk_ntfs_ntfs_path_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33309);
/* harmony import */ var _disk_ntfs_ntfs_volume_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(86161);
/* harmony import */ var _files_file_time_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(91138);
/** Files of the Windows volume of a finished disk, read by our own reader. */






const PIECE = 4 * 2 ** 20;
/** $STANDARD_INFORMATION, and where in it the time of the last change stands (Linux-NTFS project). */
const STANDARD_INFORMATION = 0x10;
const MODIFIED_OFFSET = 8;
/** @throws FormatError when there is no NTFS volume */
async function openWindowsFiles(disk, { offset, size }) {
    const volume = await _disk_ntfs_ntfs_volume_js__WEBPACK_IMPORTED_MODULE_3__/* .NtfsVolume */ .yz.open(disk, offset, size);
    return {
        place: disk.path,
        read: async (path, maxBytes) => {
            const record = await (0,_disk_ntfs_ntfs_path_js__WEBPACK_IMPORTED_MODULE_2__/* .findNtfsPath */ .E)(volume, path);
            return record === undefined ? undefined : (0,_disk_ntfs_ntfs_file_js__WEBPACK_IMPORTED_MODULE_4__/* .readNtfsFile */ .e)(volume, record, maxBytes);
        },
        digest: async (path) => {
            const record = await (0,_disk_ntfs_ntfs_path_js__WEBPACK_IMPORTED_MODULE_2__/* .findNtfsPath */ .E)(volume, path);
            if (record === undefined)
                return undefined;
            const data = volume.data(await volume.record(record), path);
            const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
            for (let at = 0; at < data.size; at += PIECE) {
                hash.update(await volume.readAttribute(data, at, Math.min(PIECE, data.size - at)));
            }
            return hash.digest('hex');
        },
        files: async (folder) => {
            const record = await (0,_disk_ntfs_ntfs_path_js__WEBPACK_IMPORTED_MODULE_2__/* .findNtfsPath */ .E)(volume, folder);
            return record === undefined ? [] : filesBelow(volume, folder, record);
        },
        modified: async (path) => {
            const record = await (0,_disk_ntfs_ntfs_path_js__WEBPACK_IMPORTED_MODULE_2__/* .findNtfsPath */ .E)(volume, path);
            if (record === undefined)
                return undefined;
            const standard = (await volume.record(record)).find(({ type }) => type === STANDARD_INFORMATION)?.value;
            return standard && new Date((0,_files_file_time_js__WEBPACK_IMPORTED_MODULE_5__/* .fromFileTime */ .W)(standard.readBigUInt64LE(MODIFIED_OFFSET)));
        },
        names: async (path) => {
            const record = await (0,_disk_ntfs_ntfs_path_js__WEBPACK_IMPORTED_MODULE_2__/* .findNtfsPath */ .E)(volume, path);
            const names = [];
            if (record === undefined)
                return names;
            for await (const { name } of (0,_disk_ntfs_ntfs_index_js__WEBPACK_IMPORTED_MODULE_1__/* .namesInDirectory */ .v)(volume, record))
                names.push(name);
            return names;
        },
    };
}
async function filesBelow(volume, folder, record) {
    const found = [];
    for await (const entry of (0,_disk_ntfs_ntfs_index_js__WEBPACK_IMPORTED_MODULE_1__/* .namesInDirectory */ .v)(volume, record)) {
        if (entry.isShort)
            continue;
        const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
        if (entry.isFolder)
            found.push(...(await filesBelow(volume, path, entry.record)));
        else
            found.push(path);
    }
    return found;
}


/***/ })

};
