export const id = 1508;
export const ids = [1508];
export const modules = {

/***/ 8973:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ TemplateRefusal),
/* harmony export */   s: () => (/* binding */ placedRefusal)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/** Faults of a template at the lines where they stand, told all at once. */

/** template-invalid; its location is that of the first fault. */
class TemplateRefusal extends _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo {
    faults;
    constructor(message, hint, faults) {
        super('template-invalid', message, hint, faults[0] && { location: faults[0].location });
        this.faults = faults;
    }
}
/** More than anybody reads at once. */
const MAX_FAULTS = 40;
/**
 * @param files the template, then what it extends: faults are told in this order
 * @param faults at least one
 */
function placedRefusal(files, faults) {
    const placed = faults
        .toSorted((a, b) => files.indexOf(a.layer.path) - files.indexOf(b.layer.path) || a.offset - b.offset)
        .map(({ layer, offset, message, hint }) => {
        const { line, col } = layer.lines.linePos(offset);
        return { location: { file: layer.path, line, column: col }, message, hint };
    });
    const told = placed.map((fault) => {
        const { file, line, column } = fault.location;
        return `${file}:${line}:${column}: ${fault.message}`;
    });
    const [first] = placed;
    if (!first)
        throw new Error('the schema refused the template without saying why');
    if (placed.length === 1)
        return new TemplateRefusal(told[0] ?? '', first.hint, placed);
    const shown = placed.slice(0, MAX_FAULTS).map(({ hint }, index) => `${told[index]}. ${hint}`);
    const more = placed.length > MAX_FAULTS ? [`and ${placed.length - MAX_FAULTS} more`] : [];
    return new TemplateRefusal([`${files[0]} has ${placed.length} faults:`, ...shown, ...more].join('\n'), 'Correct each at its line and column.', placed);
}


/***/ }),

/***/ 21921:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  n: () => (/* binding */ readLayers)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./.cache/build/src/errors.js
var errors = __webpack_require__(41251);
// EXTERNAL MODULE: ./.cache/build/src/files/decode-utf8.js
var decode_utf8 = __webpack_require__(33884);
// EXTERNAL MODULE: ./.cache/build/src/files/explain-path-error.js
var explain_path_error = __webpack_require__(49094);
// EXTERNAL MODULE: ./.cache/build/src/template/placed-fault.js
var placed_fault = __webpack_require__(8973);
;// CONCATENATED MODULE: ./.cache/build/src/template/template-layer.js
/** One file of a template: its text as YAML, with the place of everything in it. A template is its own file and those it extends. */


/**
 * Soft hyphen, zero-width space and joiner, byte order mark, the controls that turn the direction of a text, and what a reader puts in
 * place of a byte that it does not know: two names that look the same are two then.
 */
const INVISIBLE = /[\u00AD\u200B\u202A-\u202E\u2060\u2066-\u2069\uFEFF\uFFFD]/g;
/**
 * @param path as the user wrote it
 * @throws UserError template-invalid for what is no YAML or no mapping
 */
function parseLayer(path, text) {
    const lines = new dist/* LineCounter */.HN();
    const document = (0,dist/* parseDocument */.Tp)(text, { lineCounter: lines, prettyErrors: false });
    const refuse = (offset, message, hint) => (0,placed_fault/* placedRefusal */.s)([path], [{ layer: { path, lines }, offset, message, hint }]);
    // Only warnings to the parser: a tag that it does not know is let go, and `!env NAME` is the text NAME then.
    const complaints = [...document.errors, ...document.warnings];
    if (complaints.length > 0) {
        throw (0,placed_fault/* placedRefusal */.s)([path], complaints.map(({ pos: [offset], message }) => ({
            layer: { path, lines },
            offset,
            message: `not valid YAML: ${/multiple documents/.test(message) ? 'a second document begins here' : message}`,
            hint: 'Correct the YAML at this place.',
        })));
    }
    const invisible = [...text.matchAll(INVISIBLE)].filter(({ index }) => index > 0 || text[0] !== '\uFEFF');
    if (invisible.length > 0) {
        throw (0,placed_fault/* placedRefusal */.s)([path], invisible.map(({ index, 0: character }) => ({
            layer: { path, lines },
            offset: index,
            message: `a character that nobody sees, U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
            hint: 'Write the line anew by hand: it came with a text that was copied.',
        })));
    }
    if (!(0,dist/* isMap */.jh)(document.contents))
        throw refuse(0, 'not a mapping', 'Start from examples/ws2019-std/template.yml.');
    try {
        return { path, document, lines, value: toValue(document) };
    }
    catch (error) {
        // An alias without its anchor, or a file that grows without bound by its aliases.
        const why = error instanceof Error ? error.message : String(error);
        throw refuse(0, `not valid YAML: ${why}`, 'Write the values out instead of aliases.');
    }
}
function toValue(document) {
    keepDigits(document, ['updates', 'media-build']);
    const settings = document.getIn(['customize', 'registry']);
    const count = (0,dist/* isSeq */.oP)(settings) ? settings.items.length : 0;
    for (let index = 0; index < count; index += 1) {
        // A fraction stays the number that the schema refuses.
        keepDigits(document, ['customize', 'registry', index, 'value'], Number.isInteger);
    }
    return document.toJS({ maxAliasCount: 100 });
}
/**
 * Where digits are a text to who reads them: YAML makes a number of them, and `17763.10`, `0010` and `9007199254740993` are other texts
 * behind it.
 */
function keepDigits(document, path, isMeant = () => true) {
    const node = document.getIn(path, true);
    const scalar = (0,dist/* isAlias */.Vj)(node) ? node.resolve(document) : node;
    if (!(0,dist/* isNode */.Ll)(node) || !(0,dist/* isScalar */.jn)(scalar) || typeof scalar.value !== 'number' || scalar.source === undefined)
        return;
    if (!isMeant(scalar.value))
        return;
    const text = new dist/* Scalar */.X5(scalar.source);
    text.range = node.range ?? null;
    document.setIn(path, text);
}

// EXTERNAL MODULE: ./.cache/build/src/template/yaml-places.js
var yaml_places = __webpack_require__(81263);
;// CONCATENATED MODULE: ./.cache/build/src/template/read-layers.js
/** Reads the files of a template: itself, the base that its `extends` names, the base of that, and so on. */









/**
 * @param path of the template, as the user wrote it
 * @returns the template itself first
 * @throws UserError file-missing and the like for the template, template-invalid for what is no YAML or a base that cannot be read
 */
async function readLayers(path, cache = new Map()) {
    const layers = [await readLayer(path, cache)];
    const seen = [(0,external_node_path_.resolve)(path)];
    for (let layer = layers[0]; layer; layer = layers[seen.length - 1]) {
        const base = layer.value.extends;
        if (base === undefined)
            break;
        if (typeof base !== 'string' || base.trim() === '') {
            throw atExtends(layer, 'extends is not the path of a file', 'Write the path of the base file, from this folder on.');
        }
        const next = (0,external_node_path_.isAbsolute)(base) ? base : (0,external_node_path_.join)((0,external_node_path_.dirname)(layer.path), base.replaceAll('\\', '/'));
        if (seen.includes((0,external_node_path_.resolve)(next)))
            throw circle(layer, [...layers.map((one) => one.path), next]);
        seen.push((0,external_node_path_.resolve)(next));
        layers.push(await readBase(layer, next, cache));
    }
    return layers;
}
function readLayer(path, cache) {
    const file = (0,external_node_path_.resolve)(path);
    const known = cache.get(file);
    if (known !== undefined)
        return known;
    const reading = (0,promises_.readFile)(file).then((bytes) => parseLayer(path, textOf(path, bytes)), (error) => {
        throw (0,explain_path_error/* explainPathError */.n)(error, { what: 'the template file', path, input: 'template' });
    });
    cache.set(file, reading);
    return reading;
}
/** @throws UserError template-invalid */
function textOf(path, bytes) {
    const text = (0,decode_utf8/* decodeUtf8 */._)(bytes);
    if (text !== undefined)
        return text;
    const lines = new dist/* LineCounter */.HN();
    lines.addNewLine(0);
    const message = 'not UTF-8: its bytes are of another encoding';
    const hint = 'Save it as UTF-8; Windows PowerShell writes UTF-16 with > and ANSI with Set-Content.';
    throw (0,placed_fault/* placedRefusal */.s)([path], [{ layer: { path, lines }, offset: 0, message, hint }]);
}
async function readBase(layer, path, cache) {
    try {
        return await readLayer(path, cache);
    }
    catch (error) {
        if (!(error instanceof errors/* UserError */.yo) || error.code === 'template-invalid')
            throw error;
        const said = error.message.replace(/^The template file | \(input template\)/g, '');
        throw atExtends(layer, `extends: the base file ${said}`, 'The path counts from the folder of this file.');
    }
}
function circle(layer, paths) {
    return atExtends(layer, `extends goes round in a circle: ${paths.join(' -> ')}`, 'Take the extends out of one of them.');
}
function atExtends(layer, message, hint) {
    return (0,placed_fault/* placedRefusal */.s)([layer.path], [{ layer, offset: (0,yaml_places/* valueOffset */.bb)(layer.document, ['extends']), message, hint }]);
}


/***/ }),

/***/ 11508:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  loadTemplate: () => (/* binding */ loadTemplate)
});

// UNUSED EXPORTS: resolveTemplate

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.cache/build/src/units.js
var units = __webpack_require__(16053);
// EXTERNAL MODULE: ./node_modules/ajv/dist/ajv.js
var ajv = __webpack_require__(42463);
;// CONCATENATED MODULE: ./.cache/build/schema/template.schema.json
const template_schema_namespaceObject = /*#__PURE__*/JSON.parse(('{"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://stillframe.dev/schema/template.schema.json","title":"Stillframe template","description":"Everything that defines one Windows Server template for vSphere.","type":"object","additionalProperties":false,"if":{"required":["extends"]},"else":{"required":["name","windows"],"properties":{"windows":{"required":["product","edition","iso"]}}},"properties":{"extends":{"description":"Path of a base file, relative to this file. What this file says wins: mappings merge key by key, lists and everything else (an ISO too) are replaced whole. Paths in the base count from its own folder.","type":"string","minLength":1,"pattern":"\\\\S","examples":["base/windows-server.yml","../base.yml"]},"name":{"description":"A name for vSphere and for files: 1 to 50 characters, none of / \\\\ % : * ? \\" < > |, no dot or space at its end, no device name of Windows such as CON.","type":"string","pattern":"^(?! )(?!(?:[Cc][Oo][Nn]|[Pp][Rr][Nn]|[Aa][Uu][' +
'Xx]|[Nn][Uu][Ll]|[Cc][Oo][Mm]\\\\d|[Ll][Pp][Tt]\\\\d)(?:\\\\.|$))[^/\\\\\\\\%:*?\\"<>|\\\\u0000-\\\\u001f\\\\u007f]{0,49}[^/\\\\\\\\%:*?\\"<>|\\\\u0000-\\\\u001f\\\\u007f. ]$","examples":["ws2022-core"]},"windows":{"description":"Which Windows is installed, and from what.","type":"object","additionalProperties":false,"properties":{"product":{"description":"The release of Windows Server.","enum":["windows-server-2016","windows-server-2019","windows-server-2022","windows-server-2025"],"examples":["windows-server-2022"]},"edition":{"description":"An alias (standard-core, standard-desktop, datacenter-core, datacenter-desktop), the exact name of the image in the WIM, or its index on the ISO, counted from 1.","type":["string","integer"],"pattern":"^(?!\\\\s*0*\\\\s*$)","minimum":1,"examples":["standard-core","datacenter-desktop","Windows Server 2022 SERVERSTANDARD",2]},"iso":{"$ref":"#/definitions/pinnedFile"},"language":{"description":"Language tag of the media, such as en-US.","type":"stri' +
'ng","pattern":"^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$","default":"en-US","examples":["en-US","de-DE"]}}},"updates":{"description":"Which updates are installed; which these are exactly stands in the lock file beside this one.","type":"object","additionalProperties":false,"properties":{"include":{"description":"Kinds of updates to install; on releases that have servicing stacks only inside their cumulative updates, both come together.","type":"array","uniqueItems":true,"items":{"enum":["servicing-stack","cumulative","dotnet"]},"default":["servicing-stack","cumulative"],"examples":[["servicing-stack","cumulative","dotnet"]]},"release":{"description":"latest, a month such as 2026-11, a day such as 2026-11-15 (the newest that was out then), or KB numbers such as KB5005112.","type":["string","array"],"pattern":"^(?:latest|20\\\\d\\\\d-(?:(?:0[13578]|1[02])(?:-(?:0[1-9]|[12]\\\\d|3[01]))?|(?:0[469]|11)(?:-(?:0[1-9]|[12]\\\\d|30))?|02(?:-(?:0[1-9]|1\\\\d|2[0-8]))?)|(?:20(?:[02468][048]|[13579][' +
'26])-02-29)|KB\\\\d{6,8})$","minItems":1,"uniqueItems":true,"items":{"$ref":"#/definitions/kb"},"default":"latest","examples":["latest","2026-11","2026-11-15",["KB5098825"]]},"channel":{"description":"regular takes Patch Tuesday only, out-of-band fixes between them too, preview also previews.","enum":["regular","out-of-band","preview"],"default":"regular","examples":["out-of-band"]},"exclude":{"description":"KB numbers that are never taken; the newest release before an excluded one is chosen then.","type":"array","uniqueItems":true,"items":{"$ref":"#/definitions/kb"},"default":[],"examples":[["KB5098825"]]},"media-build":{"description":"Build and revision of the image on the ISO, such as 17763.107; it decides which packages old media need first.","type":["string","number"],"pattern":"^\\\\d{5}\\\\.\\\\d{1,6}$","examples":["17763.3650","20348.169"]}}},"drivers":{"description":"Drivers that Windows needs to start on VMware\'s devices.","type":"object","additionalProperties":false,"proper' +
'ties":{"tools-iso":{"$ref":"#/definitions/pinnedFile"},"include":{"description":"Names of drivers in the VMware Tools ISO; pvscsi for the disk, vmxnet3 for the network.","type":"array","uniqueItems":true,"items":{"description":"Name of a driver, such as pvscsi.","type":"string","minLength":1,"pattern":"\\\\S"},"default":["pvscsi","vmxnet3"],"examples":[["pvscsi","vmxnet3"]]}}},"disk":{"description":"The system disk.","type":"object","additionalProperties":false,"properties":{"size":{"description":"Whole MiB up to 2040 GiB, which is all that a VHD holds: 40 GiB, 1.5 TiB (MiB, GiB, TiB).","type":"string","pattern":"^\\\\s*(?:(?:[1-9]\\\\d{0,5}|1\\\\d{6}|20[0-7]\\\\d{4}|208[0-7]\\\\d{3}|2088[0-8]\\\\d{2}|20889[0-5]\\\\d|2088960)\\\\s*MiB|(?:(?:[1-9]\\\\d{0,2}|1\\\\d{3}|20[0-3]\\\\d)(?:\\\\.(?:0|5|25|75|125|375|625|875))?|0\\\\.(?:5|25|75|125|375|625|875)|2040(?:\\\\.0)?)\\\\s*GiB|(?:1(?:\\\\.(?:0|5|25|75|125|375|625|875))?|0\\\\.(?:5|25|75|125|375|625|875))\\\\s*TiB)\\\\s*$","default":"40' +
' GiB","examples":["60 GiB"]},"format":{"description":"Format of the image that is built, from which convert-ova makes the OVA. vmdk is for the engine wimlib alone.","enum":["vhd","vhdx","vmdk"],"default":"vhd","examples":["vhd"]},"type":{"description":"Whether the image file grows with its content or is as large as the disk at once.","enum":["dynamic","fixed"],"default":"dynamic","examples":["dynamic"]},"esp":{"description":"Whole MiB, 36 MiB at least, below which there is no FAT32: 260 MiB, 1 GiB. Without it 260 MiB, or as the layout has it.","type":"string","pattern":"^\\\\s*(?:(?:3[6-9]|[4-9]\\\\d|[1-9]\\\\d{2,5})\\\\s*MiB|(?:[1-9]\\\\d{0,2}(?:\\\\.(?:0|5|25|75|125|375|625|875))?|0\\\\.(?:5|25|75|125|375|625|875))\\\\s*GiB)\\\\s*$","examples":["260 MiB"]},"msr":{"description":"Whole MiB: 16 MiB, 1 GiB. Without it 16 MiB, or as the layout has it.","type":"string","pattern":"^\\\\s*(?:[1-9]\\\\d{0,5}\\\\s*MiB|(?:[1-9]\\\\d{0,2}(?:\\\\.(?:0|5|25|75|125|375|625|875))?|0\\\\.(?:5|25|75|1' +
'25|375|625|875))\\\\s*GiB)\\\\s*$","examples":["16 MiB"]},"recovery":{"description":"none (unless the layout has one), or last: a protected Recovery partition behind Windows, which is what keeps quiesced snapshots from working (KB60395).","enum":["none","last"],"examples":["none"]},"layout":{"description":"The partitions of others, for what esp, msr and recovery do not say: convert-windowsimage, cloudbase, or microsoft, which has a Recovery partition. Without it: 260 MiB, 16 MiB, none.","enum":["convert-windowsimage","cloudbase","microsoft"],"examples":["cloudbase"]}}},"customize":{"description":"What is put into the image beside Windows.","type":"object","additionalProperties":false,"properties":{"features":{"description":"Windows features to enable, by the names that DISM knows.","type":"array","uniqueItems":true,"items":{"description":"Name of a feature as DISM knows it, such as TelnetClient.","type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9._-]*$"},"default":[],"examples":[["Telne' +
'tClient","NetFx3"]]},"remote-desktop":{"description":"Allow Remote Desktop; network level authentication stays on.","type":"boolean","default":false,"examples":[true]},"vmware-tools":{"description":"first-boot installs VMware Tools when Windows first starts; none leaves them out, and quiesced snapshots do not work without them.","enum":["first-boot","none"],"default":"first-boot","examples":["first-boot"]},"unattend":{"description":"The answer file that Windows reads at its first start: either file, or the options of which an answer file is made.","type":"object","additionalProperties":false,"minProperties":1,"properties":{"file":{"description":"Path of an unattend.xml, relative to this file.","examples":["unattend.xml"],"type":"string","minLength":1,"pattern":"\\\\S"},"locale":{"description":"Formats and keyboard, a language tag such as de-DE.","examples":["de-DE"],"type":"string","pattern":"^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$"},"time-zone":{"description":"A time zone as Windows nam' +
'es it, such as UTC or W. Europe Standard Time.","examples":["W. Europe Standard Time","UTC"],"type":"string","minLength":1,"pattern":"\\\\S"},"computer-name":{"description":"At most 15 letters, digits and hyphens, not digits alone; or * for a name that Windows makes up.","examples":["*"],"type":"string","pattern":"^(?:\\\\*|(?!\\\\d+$)[A-Za-z0-9](?:[A-Za-z0-9-]{0,13}[A-Za-z0-9])?)$"},"product-key":{"description":"client-setup: the public key of the edition, with which a KMS host or Active Directory activates.","examples":["client-setup"],"enum":["client-setup"]},"san-policy":{"description":"Where further disks go when Windows first sees them.","examples":["online-all"],"enum":["online-all","offline-shared","offline-all"]},"administrator-password-env":{"description":"Name of the environment variable that holds the password, such as ADMINISTRATOR_PASSWORD.","examples":["ADMINISTRATOR_PASSWORD"],"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$"}},"if":{"required":["file"]},"then":{"des' +
'cription":"Either file, or the options of which an answer file is made.","maxProperties":1}},"files":{"description":"Files and folders to copy into the image; of a folder its content.","type":"array","items":{"type":"object","additionalProperties":false,"required":["from","to"],"properties":{"from":{"description":"Path of a file or a folder, relative to this file.","type":"string","minLength":1,"pattern":"\\\\S","examples":["corp/"]},"to":{"description":"Place in the finished Windows, such as C:\\\\Corp; with a backslash at its end a folder.","type":"string","pattern":"^[Cc]:[\\\\\\\\/]","examples":["C:\\\\Corp","C:\\\\Tools\\\\"]}}},"examples":[[{"from":"corp/","to":"C:\\\\Corp"}]]},"registry":{"description":"Values to write into the registry of the image.","type":"array","items":{"type":"object","additionalProperties":false,"required":["key","type","value"],"properties":{"key":{"description":"Below HKLM\\\\SOFTWARE or HKLM\\\\SYSTEM.","type":"string","pattern":"^(HKLM|HKEY_LOCAL_MACH' +
'INE)\\\\\\\\(SOFTWARE|SYSTEM)\\\\\\\\.","examples":["HKLM\\\\SOFTWARE\\\\Corp"]},"name":{"description":"Left out: the default value of the key.","type":"string","examples":["Owner"]},"type":{"description":"Type of the value.","enum":["string","expand-string","multi-string","dword","qword","binary"],"examples":["string","dword"]},"value":{"description":"A text, a number for dword and qword, a list of texts for multi-string, hexadecimal digits for binary.","type":["string","integer","array"],"items":{"type":"string"},"examples":["IT",1,["a","b"]]}}},"examples":[[{"key":"HKLM\\\\SOFTWARE\\\\Corp","name":"Owner","type":"string","value":"IT"}]]},"first-boot-scripts":{"description":"Scripts (.cmd, .bat, .ps1) that run once at first boot, in this order.","type":"array","items":{"description":"Path, relative to this file.","type":"string","pattern":"\\\\.([Cc][Mm][Dd]|[Bb][Aa][Tt]|[Pp][Ss]1)$"},"examples":[["scripts/join-domain.ps1"]]}}},"bake":{"description":"Whether the candidate is started ' +
'once before it is proven, and how that ends. What is never started (on: none) cannot be sealed.","type":"object","additionalProperties":false,"properties":{"on":{"description":"Where the first start happens: hyper-v on that of the Windows runner, all but VMware Tools; none leaves it to whoever clones.","enum":["vsphere","hyper-v","none"],"default":"vsphere","examples":["vsphere"]},"seal":{"description":"How it ends: none shuts Windows down, generalize runs sysprep for clones without customization.","enum":["none","generalize"],"default":"none","examples":["none"]},"timeout":{"$ref":"#/definitions/duration","default":"3 h"}},"if":{"properties":{"on":{"const":"none"}},"required":["on"]},"then":{"properties":{"seal":{"description":"none with on: none: what is never started cannot be sealed.","const":"none"}}}},"vm":{"description":"The virtual machine. Secure boot needs firmware: efi.","type":"object","additionalProperties":false,"properties":{"cpus":{"description":"Virtual CPUs.","type":"' +
'integer","minimum":1,"maximum":768,"default":2,"examples":[2]},"memory":{"description":"A multiple of 4 MiB, such as 4 GiB or 6144 MiB.","type":"string","pattern":"^\\\\s*(?:(?:[48]|(?!0)\\\\d{0,7}(?:[02468][048]|[13579][26]))\\\\s*MiB|(?:[1-9]\\\\d{0,5}(?:\\\\.(?:0|5|25|75|125|375|625|875))?|0\\\\.(?:5|25|75|125|375|625|875))\\\\s*GiB|(?:[1-9]\\\\d{0,2}(?:\\\\.(?:0|5|25|75|125|375|625|875))?|0\\\\.(?:5|25|75|125|375|625|875))\\\\s*TiB)\\\\s*$","default":"4 GiB","examples":["8 GiB"]},"hardware-version":{"description":"Virtual hardware: 13 is vSphere 6.5, 14 6.7, 17 7.0, 19 7.0 U2, 20 8.0, 21 8.0 U2.","type":"integer","minimum":13,"maximum":22,"default":14,"examples":[19]},"firmware":{"description":"Firmware of the VM.","enum":["efi","bios"],"default":"efi","examples":["efi"]},"secure-boot":{"description":"Default: true with firmware efi.","type":"boolean","examples":[true]},"disk-controller":{"description":"Controller of the disk; it needs its driver in drivers.include unless Windows h' +
'as it.","enum":["pvscsi","lsilogicsas","nvme","sata"],"default":"pvscsi","examples":["pvscsi"]},"network":{"description":"Name of a network in vSphere.","type":"string","minLength":1,"pattern":"\\\\S","default":"VM Network","examples":["VM Network"]}},"if":{"properties":{"firmware":{"const":"bios"}},"required":["firmware"]},"then":{"properties":{"secure-boot":{"description":"false with firmware bios: secure boot needs efi.","const":false}}}},"publish":{"description":"One entry: one run publishes one template.","type":"array","maxItems":1,"items":{"type":"object","additionalProperties":false,"required":["as"],"properties":{"as":{"description":"What it becomes; templates and library items need vCenter.","enum":["vm","template","library-item"],"examples":["template"]},"library":{"description":"Name of the content library, with library-item.","type":"string","minLength":1,"pattern":"\\\\S","examples":["golden"]},"datastore":{"description":"Name of a datastore.","type":"string","minLength":' +
'1,"pattern":"\\\\S","examples":["ds1"]},"folder":{"description":"Folder of VMs and templates.","type":"string","minLength":1,"pattern":"\\\\S","examples":["Templates"]},"keep":{"description":"How many older releases publish-template leaves in the folder.","type":"integer","minimum":0,"maximum":100,"examples":[2]}},"allOf":[{"if":{"type":"object","properties":{"as":{"const":"library-item"}},"required":["as"]},"then":{"description":"library-item without a folder: an item of a library lies in none.","not":{"required":["folder"]}}},{"if":{"type":"object","properties":{"as":{"enum":["vm","template"]}},"required":["as"]},"then":{"description":"library with library-item alone: what is no item lies in none.","not":{"required":["library"]}}}]},"default":[],"examples":[[{"as":"template","folder":"Templates","keep":2}]]},"verify":{"description":"What has to be proven before the template is published.","type":"object","additionalProperties":false,"properties":{"level":{"description":"What quiesced' +
' snapshots must reach.","enum":["application","filesystem"],"default":"application","examples":["application"]},"timeout":{"$ref":"#/definitions/duration","default":"15 min"},"customization":{"description":"Whether a copy is cloned with a customization specification and has to report success: none, generated, or the name of a specification of the vCenter.","type":"string","minLength":1,"pattern":"\\\\S","default":"none","examples":["generated"]},"marker-scripts":{"description":"Whether a script in the copy shows that VMware Tools freeze and thaw around the snapshot; needs guest-password.","type":"boolean","default":false,"examples":[true]}}},"runs-on":{"description":"Labels of the runner that builds this template; plan-release hands them to the workflow.","type":["string","array"],"minLength":1,"pattern":"\\\\S","minItems":1,"uniqueItems":true,"items":{"description":"A label of a runner.","type":"string","minLength":1,"pattern":"\\\\S"},"default":["self-hosted","windows","x64"],"exampl' +
'es":[["self-hosted","linux","x64"]]}},"allOf":[{"if":{"properties":{"windows":{"type":"object","properties":{"product":{"const":"windows-server-2016"}},"required":["product"]}},"required":["windows"]},"then":{"properties":{"updates":{"properties":{"media-build":{"description":"A build of windows-server-2016, 14393 and its revision: 14393.1.","exclusiveMinimum":14393,"exclusiveMaximum":14394,"pattern":"^(?:14393\\\\.|(?!\\\\d{5}\\\\.\\\\d{1,6}$))"}}}}}},{"if":{"properties":{"windows":{"type":"object","properties":{"product":{"const":"windows-server-2019"}},"required":["product"]}},"required":["windows"]},"then":{"properties":{"updates":{"properties":{"media-build":{"description":"A build of windows-server-2019, 17763 and its revision: 17763.1.","exclusiveMinimum":17763,"exclusiveMaximum":17764,"pattern":"^(?:17763\\\\.|(?!\\\\d{5}\\\\.\\\\d{1,6}$))"}}}}}},{"if":{"properties":{"windows":{"type":"object","properties":{"product":{"const":"windows-server-2022"}},"required":["product"]}},"re' +
'quired":["windows"]},"then":{"properties":{"updates":{"properties":{"media-build":{"description":"A build of windows-server-2022, 20348 and its revision: 20348.1.","exclusiveMinimum":20348,"exclusiveMaximum":20349,"pattern":"^(?:20348\\\\.|(?!\\\\d{5}\\\\.\\\\d{1,6}$))"}}}}}},{"if":{"properties":{"windows":{"type":"object","properties":{"product":{"const":"windows-server-2025"}},"required":["product"]}},"required":["windows"]},"then":{"properties":{"updates":{"properties":{"media-build":{"description":"A build of windows-server-2025, 26100 and its revision: 26100.1.","exclusiveMinimum":26100,"exclusiveMaximum":26101,"pattern":"^(?:26100\\\\.|(?!\\\\d{5}\\\\.\\\\d{1,6}$))"}}}}}}],"definitions":{"kb":{"description":"A KB number such as KB5005112.","type":"string","pattern":"^KB\\\\d{6,8}$"},"duration":{"description":"A time above zero such as 15 min (ms, s, min, h, d).","type":"string","examples":["15 min","3 h"],"pattern":"^\\\\s*(?:[1-9]\\\\d{0,8}(?:\\\\.\\\\d{1,3})?\\\\s*(?:ms|s|sec|m' +
'|min|h|d)|0\\\\.(?!0+\\\\D)\\\\d{1,3}\\\\s*(?:s|sec|m|min|h|d))\\\\s*$"},"pinnedFile":{"description":"Either path (relative to this file), or url with the sha256 that pins it.","type":"object","additionalProperties":false,"properties":{"path":{"description":"Path of a file, relative to this file.","type":"string","minLength":1,"pattern":"\\\\S","examples":["media/ws2022.iso"]},"url":{"description":"An http or https address without user name and password.","type":"string","pattern":"^https?://(?:[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?(?:\\\\.[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?)*|\\\\[[0-9A-Fa-f:]*:[0-9A-Fa-f:]*\\\\])(?::(?:[1-9]\\\\d{0,3}|[1-5]\\\\d{4}|6[0-4]\\\\d{3}|65[0-4]\\\\d{2}|655[0-2]\\\\d|6553[0-5]))?(?:[/?#][^\\\\s]*)?$","examples":["https://files.example.com/ws2022.iso"]},"sha256":{"description":"64 hexadecimal digits.","type":"string","pattern":"^[0-9a-fA-F]{64}$","examples":["3e4fa6d8507b554856fc9ca6079cc402df11a8b79344871669f0251535255325"]}},"oneOf":[{"required":["' +
'path"]},{"required":["url"]}],"dependencies":{"url":["sha256"]},"examples":[{"path":"media/ws2022.iso","sha256":"3e4fa6d8507b554856fc9ca6079cc402df11a8b79344871669f0251535255325"},{"url":"https://files.example.com/ws2022.iso","sha256":"3e4fa6d8507b554856fc9ca6079cc402df11a8b79344871669f0251535255325"}]}}}'));
// EXTERNAL MODULE: ./.cache/build/src/template/fault-words.js
var fault_words = __webpack_require__(76621);
// EXTERNAL MODULE: ./.cache/build/src/template/yaml-places.js
var yaml_places = __webpack_require__(81263);
;// CONCATENATED MODULE: ./.cache/build/src/template/merge-layers.js
/** What a template comes to that extends others: mappings merge key by key, everything else is replaced whole. */

/** Mappings that are one value: a hash belongs to its file, and a file is named in one way. */
const WHOLE = new Set(['windows.iso', 'drivers.tools-iso']);
/** @param layers at least one, the template itself first, then what it extends, in turn; nothing of them is changed */
function mergeLayers(layers) {
    const merging = { owners: new Map(), places: new Map() };
    const sources = layers.map((layer) => ({ layer, value: withoutExtends(layer) }));
    return { value: merge(sources, [], merging), ...merging };
}
/** Where a fault stands: the value at the path, or its key `key`, in the file from which it comes. */
function offsetOf({ owners }, layers, path, key) {
    const [own] = layers;
    if (!own)
        throw new Error('a template without a file');
    const at = key === undefined ? path : [...path, key];
    let layer;
    // What is not there stands where it should be: in the mapping around it.
    for (let length = at.length; length > 0 && !layer; length--)
        layer = owners.get((0,yaml_places/* formatPath */.jV)(at.slice(0, length)));
    layer ??= own;
    return {
        layer,
        offset: key === undefined ? (0,yaml_places/* valueOffset */.bb)(layer.document, path) : (0,yaml_places/* keyOffset */.Rh)(layer.document, path, key),
    };
}
function withoutExtends({ value }) {
    return Object.fromEntries(Object.entries(value).filter(([key]) => key !== 'extends'));
}
function merge(sources, path, merging) {
    const [top] = sources;
    if (!top)
        return undefined;
    place(top.layer, path, merging);
    const end = sources.findIndex(({ value }) => !isMapping(value));
    const mappings = (end < 0 ? sources : sources.slice(0, end));
    if (mappings.length === 0 || WHOLE.has((0,yaml_places/* formatPath */.jV)(path)))
        return take(top, path, merging);
    const merged = {};
    for (const key of new Set(mappings.flatMap(({ value }) => Object.keys(value)))) {
        const below = mappings.filter(({ value }) => Object.hasOwn(value, key));
        const value = merge(below.map((source) => ({ layer: source.layer, value: source.value[key] })), [...path, key], merging);
        // A key such as __proto__ is one like any other, for the schema to refuse.
        Object.defineProperty(merged, key, { value, writable: true, enumerable: true, configurable: true });
    }
    return merged;
}
/** A copy of a value as one file has it. */
function take({ layer, value }, path, merging) {
    place(layer, path, merging);
    const below = (key, child) => take({ layer, value: child }, [...path, key], merging);
    if (Array.isArray(value))
        return value.map((child, index) => below(String(index), child));
    if (!isMapping(value))
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, below(key, child)]));
}
function place(layer, path, { owners, places }) {
    if (path.length === 0)
        return;
    const name = (0,yaml_places/* formatPath */.jV)(path);
    owners.set(name, layer);
    const { line, col } = layer.lines.linePos((0,yaml_places/* valueOffset */.bb)(layer.document, path));
    places.set(name, { file: layer.path, line, column: col });
}
function isMapping(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

// EXTERNAL MODULE: ./.cache/build/src/template/placed-fault.js
var placed_fault = __webpack_require__(8973);
;// CONCATENATED MODULE: ./.cache/build/src/template/check-template.js
/** Checks a template, with what it extends, against the schema, which alone decides; says of every fault where it is and how to mend it. */





/** Sections that may be left out; their keys have defaults of their own. */
const SECTIONS = ['updates', 'drivers', 'disk', 'customize', 'vm', 'verify'];
/** Compiled when the first template is read: an action without one need not wait for it. */
let validator;
const TEMPLATE = { whole: 'the template', file: 'a template file', schema: 'schema/template.schema.json' };
const AJV_OPTIONS = { allErrors: true, useDefaults: true, verbose: true, allowUnionTypes: true, strictTypes: false };
/**
 * @param layers the template itself first, then what it extends, in turn
 * @throws UserError template-invalid that tells all faults; its location is that of the first
 */
function checkAgainstSchema(layers) {
    const merged = mergeLayers(layers);
    const source = merged.value;
    // ajv fills defaults only into objects that exist.
    for (const section of SECTIONS)
        if (source[section] === undefined)
            source[section] = {};
    validator ??= new ajv.Ajv(AJV_OPTIONS).compile(template_schema_namespaceObject);
    const isValid = validator(source);
    if (isValid)
        return { source: source, places: merged.places };
    throw (0,placed_fault/* placedRefusal */.s)(layers.map(({ path }) => path), (0,fault_words/* describeFaults */.Z)(validator.errors ?? [], TEMPLATE).map(({ path, key, message, hint }) => ({
        ...offsetOf(merged, layers, path, key),
        message,
        hint,
    })));
}

// EXTERNAL MODULE: ./.cache/build/src/template/read-layers.js + 1 modules
var read_layers = __webpack_require__(21921);
;// CONCATENATED MODULE: ./.cache/build/src/template/written-path.js
/** Paths as a template file says them. */

/** `D:\Media` and `\\server\share`, which no other system than Windows takes for absolute. */
const OF_WINDOWS = /^(?:[A-Za-z]:[\\/]|\\\\)/;
/**
 * Templates are checked on Linux and built on Windows: a backslash parts names on both, and what is absolute on Windows lies in no folder of
 * the template's.
 * @param folder of the file in which it stands
 * @returns absolute; on another system a path of Windows as it is written
 */
function writtenPath(folder, written) {
    if (OF_WINDOWS.test(written))
        return process.platform === 'win32' ? (0,external_node_path_.resolve)(written) : written;
    return (0,external_node_path_.resolve)(folder, written.replaceAll('\\', '/'));
}

;// CONCATENATED MODULE: ./.cache/build/src/template/template-file.js
/** Reads a template file: YAML to a checked Template, every complaint with its line and column. */





/**
 * @param path of the template file; paths in it, and in a base that it extends, are relative to the folder of the file they stand in
 * @param cache for who reads many templates that share a base
 * @throws UserError file-missing, template-invalid with all faults
 */
async function loadTemplate(path, cache) {
    const layers = await (0,read_layers/* readLayers */.n)(path, cache);
    const bases = layers.slice(1).map((layer) => (0,external_node_path_.resolve)(layer.path));
    return { ...resolveTemplate((0,external_node_path_.resolve)(path), checkAgainstSchema(layers)), bases };
}
/** Units to numbers, relative paths to absolute ones; what the schema accepts, it can read. */
function resolveTemplate(file, { source, places }) {
    // Relative to the file in which it stands: a base lies elsewhere than the template.
    const near = (key, path) => writtenPath((0,external_node_path_.dirname)(places.get(key)?.file ?? file), path);
    const pinned = (key, pin) => ({
        ...pin,
        ...(pin.path !== undefined && { path: near(`${key}.path`, pin.path) }),
        ...(pin.sha256 !== undefined && { sha256: pin.sha256.toLowerCase() }),
    });
    const { windows, updates, drivers, disk, customize, vm, verify } = source;
    const toolsIso = drivers['tools-iso'];
    return {
        file,
        places,
        name: source.name,
        windows: { ...windows, edition: String(windows.edition), iso: pinned('windows.iso', windows.iso) },
        updates: {
            include: updates.include,
            release: typeof updates.release === 'string' ? [updates.release] : updates.release,
            channel: updates.channel,
            exclude: updates.exclude,
            ...(updates['media-build'] !== undefined && { mediaBuild: updates['media-build'] }),
        },
        drivers: { include: drivers.include, ...(toolsIso && { toolsIso: pinned('drivers.tools-iso', toolsIso) }) },
        disk: resolveDisk(disk),
        customize: resolveCustomize(customize, near),
        bake: readBake(source.bake),
        vm: {
            cpus: vm.cpus,
            memory: (0,units/* parseSize */.DB)(vm.memory, 'vm.memory'),
            hardwareVersion: vm['hardware-version'],
            firmware: vm.firmware,
            secureBoot: vm['secure-boot'] ?? vm.firmware === 'efi',
            diskController: vm['disk-controller'],
            network: vm.network,
        },
        publish: source.publish,
        runsOn: [source['runs-on']].flat(),
        verify: {
            level: verify.level,
            timeout: (0,units/* parseDuration */.E9)(verify.timeout, 'verify.timeout'),
            customization: verify.customization,
            markerScripts: verify['marker-scripts'],
        },
    };
}
/** @param near makes a path absolute that stands at a key */
function resolveDisk({ size, esp, msr, ...rest }) {
    return {
        ...rest,
        size: (0,units/* parseSize */.DB)(size, 'disk.size'),
        ...(esp !== undefined && { esp: (0,units/* parseSize */.DB)(esp, 'disk.esp') }),
        ...(msr !== undefined && { msr: (0,units/* parseSize */.DB)(msr, 'disk.msr') }),
    };
}
function resolveCustomize(customize, near) {
    return {
        features: customize.features,
        remoteDesktop: customize['remote-desktop'],
        vmwareTools: customize['vmware-tools'],
        ...resolveUnattend(customize.unattend, near),
        ...(customize.files && {
            files: customize.files.map(({ from, to }, index) => ({
                from: near(`customize.files[${index}].from`, from),
                to,
            })),
        }),
        ...(customize.registry && { registry: customize.registry }),
        ...(customize['first-boot-scripts'] && {
            firstBootScripts: customize['first-boot-scripts'].map((script, index) => near(`customize.first-boot-scripts[${index}]`, script)),
        }),
    };
}
function resolveUnattend(unattend, near) {
    if (unattend === undefined)
        return {};
    const { file, locale } = unattend;
    if (file !== undefined)
        return { unattend: near('customize.unattend.file', file) };
    const entries = {
        locale,
        timeZone: unattend['time-zone'],
        computerName: unattend['computer-name'],
        productKey: unattend['product-key'],
        sanPolicy: unattend['san-policy'],
        administratorPasswordEnv: unattend['administrator-password-env'],
    };
    return { answers: Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined)) };
}
/** Without the section nothing is baked, as in templates from before there was one. */
function readBake(source) {
    const { on, seal, timeout } = source ?? { on: 'none', seal: 'none', timeout: '3 h' };
    return { on, seal, timeout: (0,units/* parseDuration */.E9)(timeout, 'bake.timeout') };
}


/***/ })

};
