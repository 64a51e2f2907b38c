export const id = 9154;
export const ids = [9154];
export const modules = {

/***/ 91719:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ chooseVms),
  J: () => (/* binding */ readStores)
});

// EXTERNAL MODULE: ./.cache/build/src/errors.js
var errors = __webpack_require__(41251);
// EXTERNAL MODULE: ./.cache/build/src/nearest-name.js
var nearest_name = __webpack_require__(92106);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/inventory/find.js
var find = __webpack_require__(77386);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/inventory/inventory.js
var inventory_inventory = __webpack_require__(37797);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/inventory/locate-vm.js
var locate_vm = __webpack_require__(22389);
;// CONCATENATED MODULE: ./.cache/build/src/audit/name-pattern.js
/** Patterns by which engineers name many VMs: `ws2022-*`, `/DC0/vm/Templates/**`. vSphere tells no upper case from lower in names. */
/**
 * `*` stands for anything but a slash, `**` for anything, `?` for one letter that is no slash. A pattern without a slash is held against
 * names, one with a slash against the end of inventory paths, one that begins with a slash against whole paths; a managed object id
 * matches too.
 */
function matchesName(pattern, { name, path, moref }) {
    if (pattern === moref.value)
        return true;
    if (pattern.startsWith('/'))
        return expressionOf(pattern).test(path);
    return pattern.includes('/') ? expressionOf(`/**/${pattern}`).test(path) : expressionOf(pattern).test(name);
}
function expressionOf(pattern) {
    const source = pattern.replaceAll(/\*\*\/|\*\*|[*?]|[\\^$+.()|[\]{}/]/g, (sign) => {
        if (sign === '**/')
            return '(?:.*/)?';
        if (sign === '**')
            return '.*';
        if (sign === '*')
            return '[^/]*';
        return sign === '?' ? '[^/]' : `\\${sign}`;
    });
    return new RegExp(`^${source}$`, 'iu');
}

;// CONCATENATED MODULE: ./.cache/build/src/audit/choose-vms.js
/** Which VMs an audit looks at. */






/**
 * Of a VM that is inaccessible, orphaned or invalid there is no `config` (vim25 VirtualMachineConnectionState): what vCenter remembers of it
 * stands in its summary. Who asked `config` alone would leave such templates out of an audit without a word (ansible issue 57642).
 */
const OF_TEMPLATES = ['config.template', 'summary.config.template'];
/** @throws UserError vsphere-not-found for a pattern that matches nothing: an audit of nothing is no good news */
async function chooseVms(session, { vms: patterns, datacenter }) {
    const inventory = await (0,inventory_inventory/* readInventory */.z)(session, {
        VirtualMachine: [...OF_TEMPLATES, 'config.guestId', 'summary.config.guestId', 'runtime.powerState'],
        Datastore: ['summary.type'],
    });
    const datacenters = (0,inventory_inventory/* ofKind */.C)(inventory, 'Datacenter');
    const within = datacenter === undefined
        ? undefined
        : (0,find/* findOne */.s)(datacenters, datacenter, { kind: 'datacenter', input: 'datacenter' }).path;
    const all = (0,locate_vm/* below */.Gz)((0,inventory_inventory/* ofKind */.C)(inventory, 'VirtualMachine'), within);
    const wanted = patterns.length === 0 ? byDefault(session, all) : byPattern(all, patterns);
    const chosen = patterns.length === 0 ? wanted.filter(mayBeWindows) : wanted;
    if (chosen.length === 0)
        throw nothing(session, 'Windows');
    return {
        vms: chosen
            .map(({ moref, name, path }) => ({
            moref,
            name,
            path,
            datacenter: (0,locate_vm/* datacenterOf */.xm)(path, datacenters) ?? '',
        }))
            .sort((a, b) => (a.path < b.path ? -1 : 1)),
        leftOut: wanted
            .filter((vm) => !chosen.includes(vm))
            .map(({ path }) => path)
            .sort(),
        stores: storesOf(inventory),
    };
}
/** @param inventory with the property summary.type of datastores */
function storesOf(inventory) {
    return new Map((0,inventory_inventory/* ofKind */.C)(inventory, 'Datastore').map(({ moref, name, properties }) => [
        moref.value,
        { name, type: properties.get('summary.type')?.text ?? '' },
    ]));
}
/** Those of all datastores, for one VM that is known already. */
async function readStores(session) {
    return storesOf(await (0,inventory_inventory/* readInventory */.z)(session, { Datastore: ['summary.type'] }));
}
/** Ids of vim25 begin with `win` for every Windows; `other…` says nothing. What says another system fails no snapshot by VSS. */
function mayBeWindows({ properties }) {
    const guestId = properties.get('config.guestId') ?? properties.get('summary.config.guestId');
    return /^(?:win|other(?:Guest|Guest64)?$|$)/i.test(guestId?.text ?? '');
}
function byDefault(session, all) {
    const templates = all.filter(({ properties }) => OF_TEMPLATES.map((path) => properties.get(path)).find(Boolean)?.text === 'true');
    const off = all.filter(({ properties }) => properties.get('runtime.powerState')?.text === 'poweredOff');
    const chosen = session.about.kind === 'esxi' ? off : templates;
    if (chosen.length > 0)
        return chosen;
    throw nothing(session, 'any kind');
}
function nothing({ about, url }, what) {
    const kind = about.kind === 'esxi' ? 'VM that is off' : 'template that this account may see';
    return new errors/* UserError */.yo('vsphere-not-found', `${url.host} has no ${kind} of ${what}`, 'Name VMs in the input vms, or give the account the privilege to see the templates (role Read-only on their folders).');
}
function byPattern(all, patterns) {
    const chosen = new Set();
    for (const pattern of patterns) {
        const found = all.filter((vm) => matchesName(pattern, vm));
        if (found.length === 0) {
            const near = (0,nearest_name/* nearestName */.q)(pattern, all.flatMap(({ name, path }) => [name, path]));
            throw new errors/* UserError */.yo('vsphere-not-found', `No virtual machine matches ${pattern}${near === undefined ? '' : `; did you mean ${near}?`}`, 'Write names or inventory paths in the input vms; * stands for anything within a name, ** for any folders.');
        }
        for (const vm of found)
            chosen.add(vm);
    }
    return [...chosen];
}


/***/ }),

/***/ 6767:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ judgeVm),
/* harmony export */   h: () => (/* binding */ systemDisk)
/* harmony export */ });
/* harmony import */ var _check_image_rules_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1208);
/* harmony import */ var _check_machine_rules_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(62641);
/* harmony import */ var _check_rule_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21667);
/* harmony import */ var _check_state_rules_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(39690);
/* harmony import */ var _check_unique_guids_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(62797);
/* harmony import */ var _check_vsphere_settings_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(85978);
/* harmony import */ var _unreadable_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(99535);
/** What a VM's disks and settings come to, by the rules of the offline check. */







/** Worst first; what could not be looked at is among them. */
function judgeVm(facts, disks) {
    const system = systemDisk(facts, disks);
    const ofDisks = disks.flatMap((one) => {
        const { label, file } = one.disk;
        if (one.unread)
            return [(0,_unreadable_js__WEBPACK_IMPORTED_MODULE_6__/* .unreadableFinding */ .jg)(`${label} (${file})`, one.unread.reason, one.unread.tried)];
        if (one === system)
            return one.reading ? judgeDisk(one.reading, true) : [];
        return (one.reading ? judgeDisk(one.reading, false) : []).map((finding) => ({
            ...finding,
            seen: `${label} (${file}): ${finding.seen}`,
        }));
    });
    const known = disks.flatMap(({ disk, reading }) => reading ? [{ name: `${disk.label} (${disk.file})`, image: reading.evidence }] : []);
    return (0,_check_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .bySeverity */ .Np)([...ofDisks, ...(0,_check_unique_guids_js__WEBPACK_IMPORTED_MODULE_4__/* .judgeGuids */ .w)(known), ...judgeSettings(facts, system?.reading)]);
}
/** The one that the machine starts from: by EFI the first with an EFI system partition, else the first of all. */
function systemDisk({ firmware }, disks) {
    const starts = ({ reading }) => firmware !== 'bios' && reading?.evidence.layout.partitions.some(({ type }) => type === 'esp') === true;
    return disks.find(starts) ?? disks[0];
}
function judgeDisk({ evidence }, system) {
    // Rules are silent about what is not in the evidence, such as the boot files in an export.
    return (0,_check_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .applyRules */ .IU)(system ? _check_image_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .IMAGE_RULES */ .U : _check_image_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .DATA_DISK_RULES */ .d, evidence);
}
function judgeSettings(facts, system) {
    const told = (0,_check_vsphere_settings_js__WEBPACK_IMPORTED_MODULE_5__/* .factsForRules */ .Y)(facts);
    // vSphere knows of Tools only once they have run: those that the disk has, or that the first boot brings, are there for every clone.
    const brought = system?.tools === true || told.firstBootExpected;
    const known = told.toolsInstalled === false && brought ? { ...told, toolsInstalled: undefined } : told;
    return [...(0,_check_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .applyRules */ .IU)(_check_state_rules_js__WEBPACK_IMPORTED_MODULE_3__/* .STANDING_RULES */ .x, known), ...(0,_check_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .applyRules */ .IU)(_check_machine_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .MACHINE_RULES */ .y, told.settings)];
}


/***/ }),

/***/ 93450:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S: () => (/* binding */ isGone),
  L: () => (/* binding */ readDisks)
});

// EXTERNAL MODULE: ./.cache/build/src/errors.js
var errors = __webpack_require__(41251);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/transfer/datastore-file.js
var datastore_file = __webpack_require__(77732);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/transfer/export-lease.js
var export_lease = __webpack_require__(21119);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/fault.js
var fault = __webpack_require__(63926);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/properties.js
var properties = __webpack_require__(85925);
// EXTERNAL MODULE: ./.cache/build/src/check/gather-image.js + 1 modules
var gather_image = __webpack_require__(40125);
// EXTERNAL MODULE: ./.cache/build/src/disk/ntfs/ntfs-file.js
var ntfs_file = __webpack_require__(16500);
// EXTERNAL MODULE: ./.cache/build/src/disk/ntfs/ntfs-path.js
var ntfs_path = __webpack_require__(33309);
// EXTERNAL MODULE: ./.cache/build/src/disk/ntfs/ntfs-volume.js + 1 modules
var ntfs_volume = __webpack_require__(86161);
;// CONCATENATED MODULE: ./.cache/build/src/check/image-state.js
/** How far Setup of Windows has come on a disk, by the file in which Setup itself writes it down. */




/** Microsoft, "Windows Setup States": the same stands in the registry. */
const STATE_FILE = 'Windows\\Setup\\State\\State.ini';
/** It has some fifty. */
const MOST_BYTES = 4096;
/** @returns such as IMAGE_STATE_COMPLETE; undefined where there is no Windows, or it does not say */
async function readImageState(disk, { partitions }) {
    const windows = partitions.find(({ type }) => type === 'windows');
    if (windows?.fileSystem !== 'ntfs')
        return undefined;
    return (0,errors/* unlessDamaged */.Ak)(async () => {
        const volume = await ntfs_volume/* NtfsVolume */.yz.open(disk, windows.offset, windows.size);
        const record = await (0,ntfs_path/* findNtfsPath */.E)(volume, STATE_FILE);
        if (record === undefined)
            return undefined;
        return parseImageState(await (0,ntfs_file/* readNtfsFile */.e)(volume, record, MOST_BYTES));
    });
}
/** ANSI or UTF-16: the words are ASCII in both. */
function parseImageState(file) {
    return /IMAGE_STATE_[A-Z_]+/.exec(file.toString('latin1').replaceAll('\0', ''))?.[0];
}

// EXTERNAL MODULE: ./.cache/build/src/check/vmware-tools.js
var vmware_tools = __webpack_require__(60639);
// EXTERNAL MODULE: ./.cache/build/src/disk/raw-disk.js
var raw_disk = __webpack_require__(25604);
// EXTERNAL MODULE: ./.cache/build/src/disk/vmdk/vmdk-descriptor.js
var vmdk_descriptor = __webpack_require__(49929);
// EXTERNAL MODULE: ./.cache/build/src/disk/vmdk/vmdk-descriptor-disk.js
var vmdk_descriptor_disk = __webpack_require__(5447);
// EXTERNAL MODULE: ./.cache/build/src/disk/vmdk/vmdk-header.js
var vmdk_header = __webpack_require__(50825);
// EXTERNAL MODULE: ./.cache/build/src/files/byte-source.js
var byte_source = __webpack_require__(58018);
// EXTERNAL MODULE: ./.cache/build/src/units.js
var units = __webpack_require__(16053);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/transfer/file-refused.js
var file_refused = __webpack_require__(94621);
// EXTERNAL MODULE: ./.cache/build/src/download/retry.js
var retry = __webpack_require__(63449);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/http.js
var http = __webpack_require__(83616);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/passing-error.js
var passing_error = __webpack_require__(68834);
;// CONCATENATED MODULE: ./.cache/build/src/vsphere/transfer/read-range.js
/**
 * One part of a file of a datastore, by a ranged GET (RFC 9110, sections 14 and 15.3.7) of /folder/…, as virt-v2v and Xen Orchestra read
 * disks. Works with API 5.0 and later; needs Datastore.Browse and Datastore.FileManagement.
 */





const RETRIES = { attempts: 6, baseMs: 250, maxMs: 10_000 };
/** Of an answer that is no part of the file: enough for what its server has to say. */
const MAX_REFUSAL = 64 * 1024;
/**
 * @param url of the file (datastoreUrl)
 * @param length bytes, at least 1; fewer come back where the file ends before
 * @throws FileRefused, PassingError; the signal's reason
 */
async function readRange(session, url, offset, length) {
    const answer = await (0,retry/* withRetries */.LH)(() => get(session, url, offset, length), RETRIES, session.signal, ({ message }) => session.log.debug(`${message}; asking again`));
    const name = nameOf(url);
    switch (answer.status) {
        case 206:
            return partOf(answer, name, offset, length);
        case 200:
            // A file this small may as well come whole.
            if (isWhole(answer, offset, length))
                return { bytes: answer.body, size: answer.body.length };
            throw new file_refused/* FileRefused */.r('ranges-ignored', `${url.host} ignores that only a part of ${name} is asked for`);
        case 416:
            throw new file_refused/* FileRefused */.r('answer', `${name} has nothing at ${offset}, says ${url.host}`);
        case 404:
            throw new file_refused/* FileRefused */.r('no-file', `${url.host} has no file ${name}`);
        case 401:
        case 403:
            throw new file_refused/* FileRefused */.r('no-privilege', `${url.host} does not let this account read ${name} (HTTP status ${answer.status})`);
        default:
            throw new file_refused/* FileRefused */.r('answer', `${url.host} gave the HTTP status ${answer.status} for ${name}`);
    }
}
/** What is lost on the way is asked for again; with a new session where the server has ended the old one. */
async function get(session, url, offset, length) {
    let cookie = '';
    const once = async () => {
        const { agent, signal } = session;
        cookie = session.cookie;
        const answer = await (0,http/* sendRequest */.w$)(agent, {
            method: 'GET',
            url,
            headers: { Cookie: cookie, Range: `bytes=${offset}-${offset + length - 1}` },
            signal,
            wanted: (head) => {
                if (head.status === 206)
                    return length + 1;
                if (head.status !== 200)
                    return MAX_REFUSAL;
                return Number(head.headers['content-length'] ?? Number.NaN) <= length && offset === 0 ? length : 0;
            },
        });
        if (!(0,http/* isPassingStatus */.Wj)(answer.status))
            return answer;
        const said = `${url.host} answered with the HTTP status ${answer.status}`;
        const hint = 'Its services are starting or overloaded: try again in a few minutes.';
        throw new passing_error/* PassingError */.a('vsphere-unreachable', said, hint, { taken: true });
    };
    try {
        const answer = await once();
        return answer.status === 401 && (await wasEnded(session, cookie)) ? await once() : answer;
    }
    catch (error) {
        throw error instanceof passing_error/* PassingError */.a ? new retry/* Transient */.Rc(error) : error;
    }
}
/** 401 is the answer without a session, and without a privilege too: only the API tells, by being logged in anew. */
async function wasEnded(session, cookie) {
    const manager = session.manager('sessionManager');
    const current = (await (0,properties/* readProperties */.Qh)(session, manager, ['currentSession'])).get('currentSession');
    // Without a session some servers answer all the same, and have no current one.
    if (session.cookie === cookie && current === undefined)
        await session.renew();
    return session.cookie !== cookie;
}
function isWhole({ headers, body }, offset, length) {
    const said = Number(headers['content-length'] ?? Number.NaN);
    return offset === 0 && said <= length && body.length === said;
}
/** @throws FileRefused unless it is the part that was asked for: another one would be taken for the disk's own bytes */
function partOf({ headers, body }, name, offset, length) {
    const said = headers['content-range'] ?? '';
    const match = /^bytes (\d{1,16})-(\d{1,16})\/(\d{1,16})$/.exec(said);
    const [first, last, size] = (match ?? []).slice(1).map(Number);
    if (first === offset && last !== undefined && size !== undefined && last === Math.min(offset + length, size) - 1) {
        if (body.length === last - first + 1)
            return { bytes: body, size };
    }
    throw new file_refused/* FileRefused */.r('answer', `Of ${name} the bytes from ${offset} on were asked for, ${length} of them; what came is ${body.length} bytes, called "${said}"`);
}
/** As vSphere writes it: `[datastore1] vm/vm-flat.vmdk`. */
function nameOf(url) {
    return `[${url.searchParams.get('dsName') ?? ''}] ${decodeURIComponent(url.pathname.replace(/^\/folder\//, ''))}`;
}

;// CONCATENATED MODULE: ./.cache/build/src/vsphere/transfer/ranged-file.js
/** A file of a datastore as random bytes: read in blocks by ranged GETs, a few of which are kept, and never more than is allowed. */





/** What readers look at lies in clusters of some kilobytes; a request costs a round trip. */
const BLOCK_BYTES = 64 * 1024;
/** 1 MiB a file. */
const KEPT_BLOCKS = 16;
/**
 * @param datacenter inventory path without the leading slash
 * @throws FileRefused, PassingError; FormatError for an empty file; so does reading, with `too-much` at the limit
 */
async function openRangedFile(session, datacenter, file, traffic) {
    const opened = new RangedFile(session, (0,datastore_file/* datastoreUrl */.lR)(session, datacenter, file), `[${file.datastore}] ${file.path}`, traffic);
    await opened.block(0);
    return opened;
}
class RangedFile {
    path;
    #session;
    #url;
    #traffic;
    #blocks = new Map();
    #size = 0;
    constructor(session, url, path, traffic) {
        this.#session = session;
        this.#url = url;
        this.path = path;
        this.#traffic = traffic;
    }
    /** As the first answer told it. */
    get size() {
        return this.#size;
    }
    /** One block, from the last that were used or from the server. */
    block(index) {
        const wanted = this.#blocks.get(index) ?? this.#fetch(index);
        // The last that were used stay.
        this.#blocks.delete(index);
        this.#blocks.set(index, wanted);
        wanted.catch(() => this.#blocks.delete(index));
        const [oldest] = this.#blocks.keys();
        if (this.#blocks.size > KEPT_BLOCKS && oldest !== undefined)
            this.#blocks.delete(oldest);
        return wanted;
    }
    async read(offset, length) {
        // Before anything is allocated: a length out of a damaged header must not cost its size in memory.
        if (offset + length > this.#size)
            throw this.#beyond(offset, length);
        if (length > this.#traffic.limit)
            throw tooMuch(this.path, this.#traffic);
        const target = Buffer.allocUnsafe(length);
        await this.readInto(target, offset);
        return target;
    }
    async readInto(target, offset) {
        if (offset < 0 || offset + target.length > this.#size)
            throw this.#beyond(offset, target.length);
        for (let done = 0; done < target.length;) {
            const within = (offset + done) % BLOCK_BYTES;
            const bytes = await this.block((offset + done - within) / BLOCK_BYTES);
            const part = bytes.subarray(within, within + target.length - done);
            target.set(part, done);
            done += part.length;
        }
    }
    async close() {
        this.#blocks.clear();
    }
    async #fetch(index) {
        const traffic = this.#traffic;
        const offset = index * BLOCK_BYTES;
        const length = this.#size === 0 ? BLOCK_BYTES : Math.min(BLOCK_BYTES, this.#size - offset);
        if (traffic.moved + length > traffic.limit)
            throw tooMuch(this.path, traffic);
        traffic.moved += length;
        const range = await readRange(this.#session, this.#url, offset, length).catch((error) => {
            traffic.moved -= length;
            throw error;
        });
        // Of a file that was shorter only that much was moved.
        traffic.moved -= length - range.bytes.length;
        if (this.#size !== 0 && range.size !== this.#size) {
            const change = `from ${this.#size} to ${range.size}`;
            throw new file_refused/* FileRefused */.r('answer', `${this.path} has changed its size ${change} while it was read`);
        }
        this.#size = range.size;
        return range.bytes;
    }
    #beyond(offset, length) {
        return new errors/* FormatError */.IF(this.path, offset, `${length} bytes`, `the end at ${this.#size}`);
    }
}
function tooMuch(path, { limit }) {
    return new file_refused/* FileRefused */.r('too-much', `More than ${(0,units/* formatSize */.Xq)(limit)} would have to be moved to judge ${path}`);
}

// EXTERNAL MODULE: ./.cache/build/src/audit/unreadable.js
var unreadable = __webpack_require__(99535);
;// CONCATENATED MODULE: ./.cache/build/src/audit/datastore-reader.js
/** Reads a disk where it lies, through the datastore address of the server: at random places, so that everything about it can be told. */











/** A descriptor has less than 1 KiB; whatever is larger is none. */
const MAX_DESCRIPTOR_BYTES = 64 * 1024;
/** Datastores on which disks are objects: the files beside them only name these (virt-v2v issue 29, OpenNebula issue 7788). */
const OBJECT_STORES = new Set(['vsan', 'vsand', 'vvol']);
/**
 * @throws Unreadable, FileRefused; FormatError for damaged files of the disk; PassingError, the signal's reason
 */
async function readFromDatastore(session, { datacenter, storeType, imageState }, { file, encrypted }, traffic) {
    const place = (0,datastore_file/* parseDatastorePath */.sq)(file);
    if (place === undefined)
        throw new unreadable/* Unreadable */.IO('other', `vSphere names no file of it ("${file}")`);
    if (encrypted)
        throw new unreadable/* Unreadable */.IO('encrypted', 'vSphere encrypts it');
    if (OBJECT_STORES.has(storeType.toLowerCase())) {
        throw new unreadable/* Unreadable */.IO('object-store', `on the datastore ${place.datastore} (${storeType}) disks are no files`);
    }
    const open = (name) => openRangedFile(session, datacenter, name, traffic);
    const source = await open(place);
    const descriptor = await readDescriptor(source, place);
    const disk = await (0,vmdk_descriptor_disk/* composeExtents */.eU)(source, descriptor, (extent) => openExtent(extent, place, open));
    try {
        const named = { ...disk, path: file, format: `vmdk-${descriptor.createType}` };
        const evidence = await (0,gather_image/* gatherImage */.z)(named);
        const reading = { by: 'datastore', evidence, tools: await (0,vmware_tools/* hasVmwareTools */.G)(named, evidence.layout) };
        return imageState ? { ...reading, imageState: await readImageState(named, evidence.layout) } : reading;
    }
    finally {
        await disk.close();
    }
}
/** @throws Unreadable when the disk is no plain one, or the file no descriptor */
async function readDescriptor(source, { datastore }) {
    if (source.size > MAX_DESCRIPTOR_BYTES) {
        throw new unreadable/* Unreadable */.IO('other', `${source.path} is no descriptor of a disk: it has ${source.size} bytes`);
    }
    const text = (await source.read(0, source.size)).toString('utf8');
    if (/^\s*(?:encryption|ddb\.iofilters\s*=.*vmwarevmcrypt)/im.test(text)) {
        throw new unreadable/* Unreadable */.IO('encrypted', `${source.path} says that the disk is encrypted`);
    }
    const descriptor = (0,vmdk_descriptor/* parseVmdkDescriptor */.vp)(text);
    if (descriptor === undefined)
        throw new unreadable/* Unreadable */.IO('other', `${source.path} is no descriptor of a disk`);
    const { createType, parentCid, extents } = descriptor;
    if (parentCid.toLowerCase() !== 'ffffffff') {
        throw new unreadable/* Unreadable */.IO('delta', `${source.path} (${createType}) only holds what changed against another disk`);
    }
    if (/RawDeviceMap/i.test(createType) || extents.some(({ type }) => type === 'VMFSRDM' || type === 'VMFSRAW')) {
        throw new unreadable/* Unreadable */.IO('raw-device', `${source.path} (${createType}) stands for a raw device`);
    }
    const object = extents.find(({ file }) => /^[a-z]+:\/\//i.test(file ?? ''));
    if (object)
        throw new unreadable/* Unreadable */.IO('object-store', `the datastore ${datastore} holds it as the object ${object.file}`);
    return descriptor;
}
async function openExtent({ type, file, sectors, offset = 0 }, { datastore, path }, open) {
    if (type === 'ZERO')
        return undefined;
    // In one folder, as vSphere keeps them; another path would be read with the rights of this account all the same.
    const plain = file !== undefined && /^[^/\\]+$/.test(file) && file !== '..' && file !== '.';
    if ((type !== 'VMFS' && type !== 'FLAT') || !plain) {
        throw new unreadable/* Unreadable */.IO('other', `its extent ${JSON.stringify(file ?? '')} of type ${type} is not read here`);
    }
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const source = await open({ datastore, path: `${folder}${file}` });
    return (0,raw_disk/* rawDisk */.w7)((0,byte_source/* windowOf */.Ou)(source, offset * vmdk_header/* VMDK_SECTOR */.OM, sectors * vmdk_header/* VMDK_SECTOR */.OM));
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./.cache/build/src/disk/composed-disk.js
var composed_disk = __webpack_require__(81412);
;// CONCATENATED MODULE: ./.cache/build/src/disk/vmdk/vmdk-stream-head.js
/**
 * The beginning of a disk out of the beginning of its streamOptimized VMDK: grains stand in the stream in the order of the disk, each
 * behind a marker with its place, so that no table is needed.
 * Source: VMware "Virtual Disk Format 5.0", sections "Compressed Grains" and "Markers".
 */




const MARKER_BYTES = 16;
/** VMware writes 64 KiB grains; a much larger one is a damaged header. */
const MAX_GRAIN_SECTORS = 2048;
/**
 * @param head the first bytes of the stream, cut anywhere
 * @param path of the disk, for messages
 * @throws FormatError when it is no such stream, or no grain is whole in it
 */
function readStreamHead(head, path) {
    const { grain, size, start } = readHeader(head, path);
    const pieces = [];
    let known = 0;
    for (let at = start; at + MARKER_BYTES <= head.length;) {
        const marker = (0,vmdk_header/* decodeVmdkMarker */.rN)(head.subarray(at, at + MARKER_BYTES), path, at);
        if (marker.kind === 'metadata') {
            if (marker.type === vmdk_header/* VMDK_MARKER_END_OF_STREAM */.tt) {
                known = size;
                break;
            }
            at += (1 + marker.sectors) * vmdk_header/* VMDK_SECTOR */.OM;
            continue;
        }
        const offset = marker.lba * vmdk_header/* VMDK_SECTOR */.OM;
        if (offset < known || offset >= size || offset % grain !== 0) {
            throw new errors/* FormatError */.IF(path, at, 'grains in the order of the disk', `one for sector ${marker.lba}`);
        }
        const from = at + vmdk_header/* VMDK_GRAIN_MARKER_SIZE */.GC;
        if (from + marker.size > head.length)
            break;
        pieces.push({
            offset,
            content: inflate(head.subarray(from, from + marker.size), Math.min(grain, size - offset), path, at),
        });
        known = Math.min(size, offset + grain);
        at += Math.ceil((vmdk_header/* VMDK_GRAIN_MARKER_SIZE */.GC + marker.size) / vmdk_header/* VMDK_SECTOR */.OM) * vmdk_header/* VMDK_SECTOR */.OM;
    }
    if (known > 0)
        return { disk: { ...(0,composed_disk/* composedDisk */.U)(size, pieces, path), format: 'vmdk-streamOptimized' }, known };
    throw new errors/* FormatError */.IF(path, start, 'a whole grain', `${head.length} bytes of a stream`);
}
/** Sizes in bytes. */
function readHeader(head, path) {
    const { flags, compression, grainSize, capacity, overHead } = (0,vmdk_header/* decodeVmdkHeader */.Eq)(head.subarray(0, vmdk_header/* VMDK_SECTOR */.OM), path, 0);
    const isStream = (flags & vmdk_header/* VMDK_FLAG_COMPRESSED */.SM) !== 0 && (flags & vmdk_header/* VMDK_FLAG_MARKERS */.eU) !== 0;
    if (!isStream || compression !== vmdk_header/* VMDK_COMPRESSION_DEFLATE */.Yl) {
        throw new errors/* FormatError */.IF(path, 8, 'a streamOptimized VMDK', `flags ${flags}, compression ${compression}`);
    }
    if (grainSize < 1 || grainSize > MAX_GRAIN_SECTORS || capacity === 0) {
        throw new errors/* FormatError */.IF(path, 20, 'a grain of at most 1 MiB', `${grainSize} sectors of ${capacity}`);
    }
    return { grain: grainSize * vmdk_header/* VMDK_SECTOR */.OM, size: capacity * vmdk_header/* VMDK_SECTOR */.OM, start: overHead * vmdk_header/* VMDK_SECTOR */.OM };
}
function inflate(compressed, needed, path, at) {
    let data;
    try {
        data = (0,external_node_zlib_.inflateSync)(compressed, { maxOutputLength: MAX_GRAIN_SECTORS * vmdk_header/* VMDK_SECTOR */.OM });
    }
    catch (cause) {
        const found = cause instanceof Error ? cause.message : String(cause);
        throw new errors/* FormatError */.IF(path, at, 'a deflate stream of one grain', found, { cause });
    }
    if (data.length >= needed)
        return data.subarray(0, needed);
    throw new errors/* FormatError */.IF(path, at, `a grain of ${needed} bytes`, `${data.length} bytes`);
}

;// CONCATENATED MODULE: ./.cache/build/src/audit/export-reader.js
/** Reads the beginnings of disks out of an export that is given up at once: for where the datastore does not give them. */




/** The table stands in the first grain; what follows in a stream compresses to no more than that. */
const HEAD_BYTES = 2 ** 20;
/** A GPT with its entries, and the sector before it. */
const TABLE_BYTES = 34 * 512;
/**
 * @param device that of the disk (deviceOf)
 * @throws Unreadable, UserError of the vSphere codes; FormatError when the stream is damaged
 */
async function readFromExport(session, device, { file }, traffic) {
    const head = await (0,export_lease/* readExportHead */.LH)(session, device, Math.min(HEAD_BYTES, traffic.limit - traffic.moved));
    traffic.moved += head.length;
    const { disk, known } = readStreamHead(head, file);
    if (known < Math.min(TABLE_BYTES, disk.size)) {
        throw new unreadable/* Unreadable */.IO('too-much', `${head.length} bytes of its export tell no more than its first ${known}`);
    }
    const evidence = await (0,gather_image/* gatherBeginning */.H)(disk);
    // Logical partitions of a master boot record are listed further on.
    if (evidence.layout.table === 'none' && evidence.primaryDamage === undefined && known < disk.size) {
        throw new unreadable/* Unreadable */.IO('too-much', `the beginning of its export tells no partitions: ${evidence.tableProblem?.found}`);
    }
    return { by: 'export', evidence, tools: undefined };
}
/**
 * Which of the devices of a lease is that disk: by type, bus and unit of its controller in the key, as in
 * `/vm-42/ParaVirtualSCSIController0:1` (govmomi pull request 3751 shows real ones). Where none is called so, only one disk leaves no doubt.
 */
function deviceOf(devices, { controllers, disks }, disk) {
    const controller = controllers.find(({ key }) => key === disk.controllerKey);
    const name = `/${controller?.type}${controller?.busNumber}:${disk.unitNumber}`;
    const exact = devices.find(({ key }) => key.endsWith(name));
    const streams = devices.filter(({ url }) => url.pathname.endsWith('.vmdk'));
    return exact ?? (disks.length === 1 && streams.length === 1 ? streams[0] : undefined);
}

;// CONCATENATED MODULE: ./.cache/build/src/audit/read-disks.js
/** Reads all disks of a VM that is off: from the datastore, and what that does not give from an export. */








/** Most bytes to move of one disk, over all readers. */
const DISK_LIMIT = 4 * 2 ** 20;
/** @throws what says nothing about a disk: a VM that is gone, a server that does not answer, the signal's reason */
async function readDisks(session, facts, place) {
    const attempts = facts.devices.disks.map((disk) => ({ disk, traffic: { moved: 0, limit: DISK_LIMIT }, failures: [] }));
    if (facts.poweredOn || facts.suspended) {
        // Of a suspended one the newest of its file systems lies in the memory of its guest.
        const text = facts.suspended ? 'its VM is suspended, in the middle of its work' : 'its VM is running, and holds it';
        for (const { failures } of attempts)
            failures.push({ reason: 'powered-on', text });
        return attempts.map(resultOf);
    }
    const { datacenter, imageState = false } = place;
    for (const attempt of attempts) {
        const { disk, traffic } = attempt;
        await trying(session, attempt, 'from the datastore', () => readFromDatastore(session, { datacenter, imageState, storeType: storeTypeOf(facts, disk, place) }, disk, traffic));
    }
    const left = attempts.filter(({ reading, disk }) => reading === undefined && !disk.encrypted);
    if (left.length > 0)
        await readExported(session, facts, place, left);
    return attempts.map(resultOf);
}
async function readExported(session, facts, { exporting }, left) {
    const all = (text) => {
        for (const { failures } of left)
            failures.push({ reason: 'other', text: `by an export: ${text}` });
    };
    const disabled = (await (0,properties/* readProperties */.Qh)(session, facts.moref, ['disabledMethod'])).get('disabledMethod');
    if (disabled?.children.some(({ text }) => text === 'ExportVm'))
        return all('vSphere offers none of it');
    try {
        await (0,export_lease/* whileExporting */.c3)(session, facts.moref, exporting, async ({ devices }) => {
            for (const attempt of left) {
                await trying(session, attempt, 'by an export', () => readFromExport(session, exportedDevice(devices, facts, attempt.disk), attempt.disk, attempt.traffic));
            }
        });
    }
    catch (error) {
        if (!(error instanceof fault/* VsphereFault */.eM) || isGone(error))
            throw error;
        const privileges = (0,fault/* missingPrivileges */.f4)(error).flatMap((one) => one.privileges);
        const lacking = privileges.length === 0 ? '' : `; the account lacks ${privileges.join(', ')}`;
        all(`vSphere refused ${error.operation} with ${error.type}: ${error.message}${lacking}`);
    }
}
/** @throws Unreadable when the lease gives no file that is surely this disk */
function exportedDevice(devices, { devices: hardware }, disk) {
    const device = deviceOf(devices, hardware, disk);
    if (device)
        return device;
    throw new unreadable/* Unreadable */.IO('other', `none of its ${devices.length} files is said to be this disk`);
}
/** What a reader met with this disk is kept; what concerns the whole VM or the server is thrown. */
async function trying({ signal, log }, attempt, how, read) {
    try {
        attempt.reading = await read();
    }
    catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof Error) || isGone(error) || !isAboutDisk(error))
            throw error;
        log.debug(`${attempt.disk.file} ${how}: ${error.stack ?? error.message}`);
        attempt.failures.push({ reason: (0,unreadable/* unreadableReason */.Qk)(error) ?? 'other', text: `${how}: ${error.message}` });
    }
}
function isAboutDisk(error) {
    if (error instanceof errors/* UserError */.yo)
        return error.code !== 'vsphere-login';
    return (0,unreadable/* unreadableReason */.Qk)(error) !== undefined || error instanceof errors/* FormatError */.IF;
}
/** The VM was removed meanwhile. */
function isGone(error) {
    return error instanceof fault/* VsphereFault */.eM && error.type === 'ManagedObjectNotFound';
}
function storeTypeOf({ datastores }, { file }, { stores }) {
    const wanted = (0,datastore_file/* parseDatastorePath */.sq)(file)?.datastore;
    const own = datastores.flatMap(({ value }) => stores.get(value) ?? []);
    return own.find(({ name }) => name === wanted)?.type ?? '';
}
function resultOf({ disk, traffic: { moved }, reading, failures }) {
    if (reading)
        return { disk, reading, moved };
    return {
        disk,
        unread: { reason: failures[0]?.reason ?? 'other', tried: failures.map(({ text }) => text) },
        moved,
    };
}


/***/ }),

/***/ 99535:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IO: () => (/* binding */ Unreadable),
/* harmony export */   Qk: () => (/* binding */ unreadableReason),
/* harmony export */   jg: () => (/* binding */ unreadableFinding)
/* harmony export */ });
/* unused harmony export UNREADABLE */
/* harmony import */ var _check_rule_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21667);
/* harmony import */ var _vsphere_transfer_file_refused_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(94621);
/** Why a disk cannot be read from outside, and what to do about it. */


/** Thrown by a reader that has to give up one disk; another one may manage. */
class Unreadable extends Error {
    name = 'Unreadable';
    reason;
    constructor(reason, message, options) {
        super(message, options);
        this.reason = reason;
    }
}
const CLONE = 'Clone the template to a VM on a VMFS or NFS datastore, and name that VM in the input vms';
const REMEDIES = {
    'powered-on': 'Audit it while it is off, or prove it with verify-quiesce, which reads a VM that runs by a snapshot.',
    encrypted: 'Prove it with verify-quiesce: only its guest sees what is on the disk.',
    delta: 'Consolidate the snapshots of the template; a linked clone must become a full one.',
    'raw-device': 'Prove it with verify-quiesce, or make the raw device a virtual disk.',
    'object-store': `${CLONE}, or prove it with verify-quiesce.`,
    'no-privilege': 'Give the account Datastore.Browse and Datastore.FileManagement (low level file operations) on the datastore.',
    'no-file': 'Look at the files of the VM in the datastore browser: its disk may have been moved or removed.',
    'ranges-ignored': 'Connect to the vCenter or ESXi host itself, not through a proxy that drops the header Range.',
    'too-much': 'Prove it with verify-quiesce.',
    answer: 'Look at the events of the VM and its host at this time, and run the audit again.',
    other: 'Look at the events of the VM and its host at this time, and run the audit again.',
};
const UNREADABLE = {
    code: 'disk-unreadable',
    severity: 'warning',
    remedy: REMEDIES.other,
    source: 'virt-v2v issue 29, OpenNebula issue 7788: which disks no reader gets at',
};
/** The reason in an error of a reader; undefined for an error that ends the audit. */
function unreadableReason(error) {
    if (error instanceof Unreadable)
        return error.reason;
    return error instanceof _vsphere_transfer_file_refused_js__WEBPACK_IMPORTED_MODULE_1__/* .FileRefused */ .r ? error.refusal : undefined;
}
/** @param why of the reader that was tried first; what it met is what counts */
function unreadableFinding(disk, why, tried) {
    return { ...(0,_check_rule_js__WEBPACK_IMPORTED_MODULE_0__/* .found */ .F9)(UNREADABLE, `${disk} could not be looked at: ${tried.join('; ')}`), remedy: REMEDIES[why] };
}


/***/ }),

/***/ 39690:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ STATE_RULES),
/* harmony export */   x: () => (/* binding */ STANDING_RULES)
/* harmony export */ });
/** What vSphere must say about a VM right before the snapshot. Sources: VDDK guide 8.0; vim25 CreateSnapshotExRequestType. */
/** 10.1.0, the first version for Windows Server 2016 and later (VDDK guide). */
const OLDEST_TOOLS = 10 * 1024 + 1 * 32;
const STATE_RULES = [
    {
        code: 'vm-powered-off',
        severity: 'error',
        predicts: 'ignored',
        source: 'vim25 CreateSnapshotExRequestType',
        remedy: 'Let the check start it (power-on: true), or start it before: vSphere silently ignores quiescing on a VM that is off.',
        see: ({ name, poweredOn }) => (poweredOn ? undefined : `${name} is powered off`),
    },
    {
        code: 'tools-not-installed',
        severity: 'error',
        predicts: 'ignored',
        source: 'vim25 CreateSnapshotExRequestType; VDDK guide 8.0',
        remedy: 'Install VMware Tools with the VSS provider (setup64.exe /S /v "/qn ADDLOCAL=ALL REBOOT=R"), or let build-vhd do it at first boot.',
        see: ({ name, toolsInstalled }) => toolsInstalled === false ? `VMware Tools are not installed in ${name}` : undefined,
    },
    {
        code: 'tools-not-running',
        severity: 'error',
        predicts: 'ignored',
        source: 'vim25 CreateSnapshotExRequestType',
        remedy: 'Look at the console of the VM: first boot may need more time (raise timeout), wait for an answer, or have failed; check the service VMTools.',
        see: ({ name, poweredOn, toolsInstalled, toolsRunning }) => poweredOn && toolsInstalled !== false && !toolsRunning
            ? `VMware Tools do not run in ${name}, and vSphere silently ignores quiescing without them`
            : undefined,
    },
    {
        code: 'tools-too-old',
        severity: 'warning',
        predicts: 'filesystem',
        source: 'VDDK guide 8.0, "Working with Microsoft Shadow Copy"',
        remedy: 'Update VMware Tools to 10.1 or later.',
        see: ({ name, toolsVersion }) => toolsVersion !== undefined && toolsVersion > 0 && toolsVersion < OLDEST_TOOLS
            ? `VMware Tools ${describeToolsVersion(toolsVersion)} in ${name} are older than 10.1`
            : undefined,
    },
    {
        code: 'quiesced-snapshots-unsupported',
        severity: 'error',
        predicts: 'failed',
        source: 'vim25 VirtualMachineCapability',
        remedy: 'Check the guest id, the virtual hardware version and whether disks are independent or shared.',
        see: ({ name, quiescedSnapshotsSupported }) => quiescedSnapshotsSupported === false
            ? `vSphere says that ${name} does not support quiesced snapshots`
            : undefined,
    },
    {
        // vim25 VirtualDiskMode: an independent disk is not affected by snapshots; vSphere says nothing of it when one is taken.
        code: 'disk-independent',
        severity: 'error',
        predicts: 'failed',
        source: 'vim25 VirtualDiskMode',
        remedy: 'Set the disk mode to dependent (persistent) with the VM off; a raw device in physical mode must become a virtual disk, or be backed up otherwise.',
        see: ({ name, disksOutside }) => disksOutside.map((disk) => `${disk} of ${name} is outside of every snapshot`),
    },
    {
        code: 'snapshots-exist',
        severity: 'warning',
        source: 'vsphere-gos-validation, check_quiesce_snapshot',
        remedy: 'Consolidate and remove old snapshots: a template should have none, and quiescing takes longer with each.',
        see: ({ name, snapshots }) => snapshots > 0 ? `${name} already has ${snapshots === 1 ? 'a snapshot' : `${snapshots} snapshots`}` : undefined,
    },
];
function describeToolsVersion(version) {
    return `${Math.floor(version / 1024)}.${Math.floor((version % 1024) / 32)}.${version % 32}`;
}
/** Codes of what is only wrong at the moment of a snapshot, or is said of a running machine alone. */
const WHILE_ON = ['vm-powered-off', 'tools-not-running', 'quiesced-snapshots-unsupported'];
/** What is true of a machine that is off as well, such as a template. */
const STANDING_RULES = STATE_RULES.filter(({ code }) => !WHILE_ON.includes(code));


/***/ }),

/***/ 60639:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ hasVmwareTools)
/* harmony export */ });
/* harmony import */ var _disk_ntfs_ntfs_path_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33309);
/* harmony import */ var _disk_ntfs_ntfs_volume_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86161);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41251);
/** Whether VMware Tools are installed on a disk, by what is on it and nothing else. */



/** The service itself, where every installer of Tools puts it (their installer, staged for the first boot, lies elsewhere). */
const TOOLS_SERVICE = 'Program Files\\VMware\\VMware Tools\\vmtoolsd.exe';
/**
 * vCenter believes what a disk's descriptor says of Tools, so nothing is said without evidence: no Windows, a volume that cannot be read
 * or an empty file count as none.
 */
async function hasVmwareTools(disk, { partitions }) {
    const windows = partitions.find(({ type }) => type === 'windows');
    if (windows?.fileSystem !== 'ntfs')
        return false;
    const size = await (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .unlessDamaged */ .Ak)(async () => {
        const volume = await _disk_ntfs_ntfs_volume_js__WEBPACK_IMPORTED_MODULE_1__/* .NtfsVolume */ .yz.open(disk, windows.offset, windows.size);
        const record = await (0,_disk_ntfs_ntfs_path_js__WEBPACK_IMPORTED_MODULE_0__/* .findNtfsPath */ .E)(volume, TOOLS_SERVICE);
        return record === undefined ? 0 : volume.data(await volume.record(record), TOOLS_SERVICE).size;
    });
    return size !== undefined && size > 0;
}


/***/ }),

/***/ 85978:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ factsForRules)
/* harmony export */ });
/* harmony import */ var _ova_first_boot_setting_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71089);
/* harmony import */ var _vsphere_vm_bake_mark_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88979);
/** What vSphere says about a VM, in the terms of the rules. */


const KINDS = {
    ParaVirtualSCSIController: 'pvscsi',
    VirtualLsiLogicSASController: 'lsilogicsas',
    VirtualLsiLogicController: 'lsilogic',
    VirtualBusLogicController: 'buslogic',
    VirtualAHCIController: 'sata',
    VirtualNVMEController: 'nvme',
    VirtualIDEController: 'ide',
};
function factsForRules(facts) {
    const { name, poweredOn, tools, quiescedSnapshotsSupported, snapshots, devices } = facts;
    return {
        name,
        poweredOn,
        toolsInstalled: tools.installed,
        toolsRunning: tools.running,
        toolsVersion: tools.version,
        quiescedSnapshotsSupported,
        snapshots: snapshots.length,
        disksOutside: devices.disks.filter(isOutside).map(({ label, mode }) => `${label} (${mode})`),
        firstBootExpected: facts.extraConfig.get(_ova_first_boot_setting_js__WEBPACK_IMPORTED_MODULE_0__/* .FIRST_BOOT_SETTING */ .Jm) === 'expected',
        settings: {
            from: 'the VM',
            firmware: facts.firmware,
            diskUuidEnabled: diskUuidEnabled(facts),
            controllers: devices.controllers.map((controller) => controllerForRules(controller, facts)),
            floppies: devices.floppies,
            vtpm: devices.vtpm,
            encrypted: facts.encrypted,
            guestId: facts.guestId,
            ...(facts.guestReportedId !== undefined && { guestReportedId: facts.guestReportedId }),
            build: buildOf(facts.extraConfig),
            media: devices.media.map(({ label, file }) => `${label} (${file})`),
            changeTracking: facts.changeTracking,
        },
    };
}
/** Disks in an independent mode, and raw devices in physical mode, take no part in snapshots (vim25 VirtualDiskMode). */
function isOutside({ mode }) {
    return mode.startsWith('independent_') || mode === 'physicalMode';
}
/** What stands in the .vmx file is what the VM runs with; the flag tells the guest id's default where nothing stands there. */
function diskUuidEnabled({ extraConfig, diskUuidEnabled: flag }) {
    const setting = [...extraConfig].find(([key]) => key.toLowerCase() === 'disk.enableuuid')?.[1];
    return setting === undefined || setting === '' ? flag : /^(true|1|yes)$/i.test(setting);
}
/**
 * Tools of Windows put it into the detailed data of the guest (vsphere-gos-validation, vm_get_guest_info.yml); of a machine that is off, or
 * of older Tools, baking has kept what the guest said.
 */
function buildOf(extraConfig) {
    const detailed = extraConfig.get('guestOS.detailed.data') ?? extraConfig.get('guestInfo.detailed.data') ?? '';
    const told = /\bkernelVersion=["'](?:10\.0\.)?(\d{4,5}\.\d{1,6})["']/.exec(detailed)?.[1];
    return told ?? (0,_vsphere_vm_bake_mark_js__WEBPACK_IMPORTED_MODULE_1__/* .parseBakeMark */ .yg)(extraConfig.get(_vsphere_vm_bake_mark_js__WEBPACK_IMPORTED_MODULE_1__/* .BAKE_KEY */ .mi) ?? '')?.seen?.result?.build;
}
function controllerForRules({ key, type, label, devices }, facts) {
    return {
        kind: KINDS[type] ?? 'other',
        label: label === '' ? type : label,
        disks: facts.devices.disks.filter(({ controllerKey }) => controllerKey === key).length,
        devices,
    };
}


/***/ }),

/***/ 16500:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ readNtfsFile)
/* harmony export */ });
/** The content of a file of an NTFS volume. */
/**
 * The content of a file.
 * @param record number, by `findNtfsPath`
 * @param maxBytes more than that is no such file
 * @throws FormatError for a larger or damaged file, one that is compressed or has holes, and for a folder
 */
async function readNtfsFile(volume, record, maxBytes) {
    const data = volume.data(await volume.record(record), `file record ${record}`);
    if (data.size > maxBytes)
        throw volume.fail(0, `a file of at most ${maxBytes} bytes`, `${data.size} bytes`);
    return volume.readAttribute(data, 0, data.size);
}


/***/ }),

/***/ 77732:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gm: () => (/* binding */ readDatastoreFile),
/* harmony export */   lR: () => (/* binding */ datastoreUrl),
/* harmony export */   sq: () => (/* binding */ parseDatastorePath)
/* harmony export */ });
/* harmony import */ var _download_retry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63449);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41251);
/* harmony import */ var _wire_http_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83616);
/* harmony import */ var _wire_passing_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68834);
/** Files on a datastore, over the server's own HTTPS: /folder/<path>?dcPath=…&dsName=…. */




/** Reads `[datastore1] folder/file`; undefined when it is not in that form. */
function parseDatastorePath(text) {
    const match = /^\[([^\]]+)\]\s*(.*)$/.exec(text);
    return match?.[1] === undefined || match[2] === undefined ? undefined : { datastore: match[1], path: match[2] };
}
const RETRIES = { attempts: 6, baseMs: 250, maxMs: 10_000 };
/**
 * @param datacenter inventory path of the datacenter without the leading slash, such as `DC0`
 * @param limit most bytes to take
 * @throws UserError vsphere-not-found, vsphere-refused
 */
async function readDatastoreFile(session, datacenter, { datastore, path }, limit) {
    const url = datastoreUrl(session, datacenter, { datastore, path });
    const answer = await (0,_download_retry_js__WEBPACK_IMPORTED_MODULE_0__/* .withRetries */ .LH)(() => get(session, url, limit), RETRIES, session.signal, ({ message }) => session.log.debug(`${message}; asking again`));
    if (answer.status === 200)
        return answer.body;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(answer.status === 404 ? 'vsphere-not-found' : 'vsphere-refused', `${session.url.host} gave the HTTP status ${answer.status} for the file [${datastore}] ${path}`, 'Give the account Datastore.Browse and Datastore.FileManagement (low level file operations) on that datastore.');
}
/** @param datacenter inventory path of the datacenter without the leading slash, such as `DC0`; on a host `ha-datacenter` */
function datastoreUrl({ url: server }, datacenter, { datastore, path }) {
    const encoded = path.split('/').map(encodeURIComponent).join('/');
    const url = new URL(`/folder/${encoded}`, server);
    url.searchParams.set('dcPath', datacenter);
    url.searchParams.set('dsName', datastore);
    return url;
}
/** Reading is asked again when it gets lost, and once more with a new session where the server has ended the old one. */
async function get(session, url, maxBytes) {
    const once = async () => {
        const { agent, cookie, signal } = session;
        const answer = await (0,_wire_http_js__WEBPACK_IMPORTED_MODULE_2__/* .sendRequest */ .w$)(agent, { method: 'GET', url, headers: { Cookie: cookie }, signal, maxBytes });
        if ((0,_wire_http_js__WEBPACK_IMPORTED_MODULE_2__/* .isPassingStatus */ .Wj)(answer.status)) {
            const said = `${url.host} answered with the HTTP status ${answer.status}`;
            const hint = 'Its services are starting or overloaded: try again in a few minutes.';
            throw new _wire_passing_error_js__WEBPACK_IMPORTED_MODULE_3__/* .PassingError */ .a('vsphere-unreachable', said, hint, { taken: true });
        }
        return answer;
    };
    try {
        const answer = await once();
        if (answer.status !== 401)
            return answer;
        await session.renew();
        return await once();
    }
    catch (error) {
        throw error instanceof _wire_passing_error_js__WEBPACK_IMPORTED_MODULE_3__/* .PassingError */ .a ? new _download_retry_js__WEBPACK_IMPORTED_MODULE_0__/* .Transient */ .Rc(error) : error;
    }
}


/***/ }),

/***/ 68495:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  f: () => (/* binding */ connectDevice)
});

// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/trust.js
var wire_trust = __webpack_require__(34428);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./.cache/build/src/errors.js
var errors = __webpack_require__(41251);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/thumbprint.js
var thumbprint = __webpack_require__(94651);
;// CONCATENATED MODULE: ./.cache/build/src/vsphere/transfer/device-trust.js
/** How the host that takes a file proves who it is: by what the server says of its certificate, else by the rules for the server itself. */




/**
 * The server, which is trusted, vouches for its hosts by certificate (API 9.0) or by thumbprint, which differ from host to host and from
 * the server's own: a pin of the server says nothing of them. Where it says nothing either, a CA has to.
 * @throws UserError vsphere-certificate when what the server gives is no certificate
 */
function trustOfDevice({ url, sslCertificate, sslThumbprint }, server) {
    if (server.kind === 'insecure')
        return server;
    if (sslCertificate !== undefined) {
        return { kind: 'pinned', thumbprint: (0,thumbprint/* thumbprintOf */.rK)(derOf(sslCertificate, url), 'sha256') };
    }
    if (sslThumbprint !== undefined)
        return { kind: 'pinned', thumbprint: (0,thumbprint/* parseThumbprint */.Vl)(sslThumbprint) };
    return server.kind === 'pinned' ? (0,wire_trust/* machineAuthorities */.fO)() : server;
}
function derOf(pem, url) {
    try {
        return new external_node_crypto_.X509Certificate(pem).raw;
    }
    catch (cause) {
        throw new errors/* UserError */.yo('vsphere-certificate', `vCenter vouches for ${url.host} by something that is no certificate`, 'Reconnect the host in vCenter.', { cause });
    }
}

;// CONCATENATED MODULE: ./.cache/build/src/vsphere/transfer/device-agent.js
/** The way to the host that takes or gives the files of a lease. */


/** @throws UserError vsphere-certificate when what the server vouches by is no certificate */
function connectDevice(session, device) {
    // A host that was connected to directly has its files itself.
    const sameServer = device.url.host === session.url.host;
    const peer = sameServer ? 'server' : 'host';
    const trust = sameServer ? session.trust : trustOfDevice(device, session.trust);
    return {
        agent: (0,wire_trust/* createAgent */.Sn)(trust, { peer, keepAlive: false }),
        peer,
        cookie: sameServer ? { Cookie: session.cookie } : {},
    };
}


/***/ }),

/***/ 21119:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LH: () => (/* binding */ readExportHead),
/* harmony export */   Vs: () => (/* binding */ HELD_EXPORT),
/* harmony export */   c3: () => (/* binding */ whileExporting)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/* harmony import */ var _xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61268);
/* harmony import */ var _wire_fault_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63926);
/* harmony import */ var _wire_http_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83616);
/* harmony import */ var _wire_moref_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7423);
/* harmony import */ var _wire_session_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(85783);
/* harmony import */ var _device_agent_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(68495);
/* harmony import */ var _nfc_lease_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(55186);
/**
 * The lease under which a VM that is off is exported (vim25 ExportVm, API 4.0 and later, privilege VApp.Export). While it lives the VM
 * cannot be started, moved or removed; it ends by itself after five minutes of silence, and with its session.
 */








/** An export that a killed run has left: until it is given up, nobody can start or remove the VM. */
const HELD_EXPORT = {
    kind: 'vsphere-export',
    what: ({ vm }) => `the export of ${vm}`,
    undo: async ({ ticket, lease }, context) => {
        const session = await (0,_wire_session_js__WEBPACK_IMPORTED_MODULE_4__.resumeVsphere)(ticket, context);
        try {
            await (0,_nfc_lease_js__WEBPACK_IMPORTED_MODULE_6__/* .abortLease */ .PT)(session, lease);
        }
        finally {
            session.leave();
        }
    },
};
/** How long a lease may take to get ready. */
const READY_TIMEOUT = 120_000;
/**
 * Gives up the export when `body` has ended, however it ends: nothing is ever exported whole.
 * @param begun told as soon as there is a lease; what it returns is called once there is none any more
 * @throws VsphereFault when the VM cannot be exported; what `body` throws; the signal's reason
 */
async function whileExporting(session, vm, begun, body) {
    const lease = (0,_wire_moref_js__WEBPACK_IMPORTED_MODULE_7__/* .morefOf */ .D)((0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .child */ .jf)(await session.call('ExportVm', vm), 'returnval'));
    if (!lease)
        throw new _wire_fault_js__WEBPACK_IMPORTED_MODULE_2__/* .VsphereFault */ .eM('ExportVm', 'RuntimeFault', 'the server gave no lease');
    const ended = begun(lease);
    try {
        const limited = session.bounded(AbortSignal.timeout(READY_TIMEOUT));
        return await body(await (0,_nfc_lease_js__WEBPACK_IMPORTED_MODULE_6__/* .waitForLease */ .tH)(limited, lease, 'ExportVm'));
    }
    finally {
        await (0,_nfc_lease_js__WEBPACK_IMPORTED_MODULE_6__/* .abortLease */ .PT)(session.uncancelled(), lease).then(ended, (error) => {
            session.log.warning(`The export of ${vm.value} is not given up yet: ${String(error)}`);
        });
    }
}
/**
 * The first bytes of a device's file; the host makes it while it sends it, so that none can be asked for further on.
 * @param length most bytes to take; the connection is cut behind them
 * @throws UserError vsphere-refused, vsphere-unreachable, vsphere-certificate; the signal's reason
 */
async function readExportHead(session, device, length) {
    const { agent, peer, cookie } = (0,_device_agent_js__WEBPACK_IMPORTED_MODULE_5__/* .connectDevice */ .f)(session, device);
    try {
        const { status, body } = await (0,_wire_http_js__WEBPACK_IMPORTED_MODULE_3__/* .sendRequest */ .w$)(agent, {
            method: 'GET',
            url: device.url,
            headers: cookie,
            signal: session.signal,
            peer,
            wanted: () => length,
        });
        if (status === 200)
            return body;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('vsphere-refused', `${device.url.host} gave the HTTP status ${status} for an exported disk`, 'Look at the events of the VM and its host at this time.');
    }
    finally {
        agent.destroy();
    }
}


/***/ }),

/***/ 94621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ FileRefused)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/** Why a file of a datastore cannot be read: told apart, since each has another remedy and another way around. */

const HINTS = {
    'no-privilege': 'Give the account Datastore.Browse and Datastore.FileManagement (low level file operations) on that datastore.',
    'no-file': 'Look at the files of the VM in the datastore browser: its disk may have been moved or removed.',
    'ranges-ignored': 'Connect to the vCenter or ESXi host itself: a proxy on the way takes the header Range out of the requests.',
    'too-much': 'Nothing is wrong with the disk; what says so lies scattered over more of it than is read here.',
    answer: 'Check that the input server names a vCenter or an ESXi host, and nothing changes answers on the way.',
};
class FileRefused extends _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo {
    refusal;
    constructor(refusal, message) {
        super(refusal === 'no-file' ? 'vsphere-not-found' : 'vsphere-refused', message, HINTS[refusal]);
        this.refusal = refusal;
    }
}


/***/ }),

/***/ 55186:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ab: () => (/* binding */ completeLease),
/* harmony export */   Cg: () => (/* binding */ readLeaseManifest),
/* harmony export */   FK: () => (/* binding */ chooseManifestDigest),
/* harmony export */   PR: () => (/* binding */ settledEntity),
/* harmony export */   PT: () => (/* binding */ abortLease),
/* harmony export */   Rh: () => (/* binding */ isLeaseLost),
/* harmony export */   r0: () => (/* binding */ whileKeptAlive),
/* harmony export */   tH: () => (/* binding */ waitForLease)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/* harmony import */ var _xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61268);
/* harmony import */ var _wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4732);
/* harmony import */ var _wire_fault_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63926);
/* harmony import */ var _wire_moref_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7423);
/* harmony import */ var _wire_passing_error_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(68834);
/* harmony import */ var _wire_poll_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(47749);
/* harmony import */ var _wire_properties_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(85925);
/* harmony import */ var _wire_soap_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(68259);
/** The lease under which files of an import are sent (vim25 HttpNfcLease): lives by progress, ends by complete or abort. */









/** A lease dies after about five minutes of silence; a tenth of that forgives some lost messages. */
const KEEP_ALIVE = 5000;
/** How long a lease may be getting ready before it is given up as it is. */
const SETTLE_TIMEOUT = 60_000;
/** How long after a call its effect may be missing. */
const LOOKUP_TIMEOUT = 10_000;
/**
 * @param operation the method that gave the lease, for messages
 * @throws VsphereFault why the server could not make or give the VM
 */
async function waitForLease(session, lease, operation = 'ImportVApp') {
    const ready = await (0,_wire_poll_js__WEBPACK_IMPORTED_MODULE_5__/* .pollUntil */ .g)(session.signal, async () => {
        const properties = await (0,_wire_properties_js__WEBPACK_IMPORTED_MODULE_6__/* .readProperties */ .Qh)(session, lease, ['state', 'info', 'error']);
        const state = properties.get('state')?.text;
        if (state === 'ready')
            return readInfo(session, lease, properties.get('info'));
        if (state === 'initializing')
            return undefined;
        const error = properties.get('error');
        throw error
            ? (0,_wire_fault_js__WEBPACK_IMPORTED_MODULE_3__/* .readLocalizedFault */ .uf)(operation, error)
            : new _wire_fault_js__WEBPACK_IMPORTED_MODULE_3__/* .VsphereFault */ .eM(operation, 'InvalidState', `the lease is ${state}`);
    });
    if (ready)
        return ready;
    throw new _wire_fault_js__WEBPACK_IMPORTED_MODULE_3__/* .VsphereFault */ .eM(operation, 'InvalidState', 'the lease did not become ready');
}
/**
 * Runs `body` while the lease is kept alive. When the lease is lost, `signal` is aborted with the fault.
 * @param percent asked each time
 * @throws PassingError upload-failed when the lease has run out, whatever `body` then met; else what `body` throws
 */
async function whileKeptAlive(session, lease, percent, body) {
    const lost = new AbortController();
    const signal = AbortSignal.any([session.signal, lost.signal]);
    const report = async () => {
        try {
            await session.call('HttpNfcLeaseProgress', lease, [(0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_7__/* .value */ .Uq)('percent', Math.min(99, Math.floor(percent())))]);
        }
        catch (error) {
            // A message that is lost on the way is made good by the next one; a fault says that there is no lease any more.
            if (error instanceof _wire_fault_js__WEBPACK_IMPORTED_MODULE_3__/* .VsphereFault */ .eM)
                lost.abort(error);
            else
                session.log.debug(`Progress of the lease: ${String(error)}`);
        }
    };
    let running = report();
    const timer = setInterval(() => {
        running = running.then(report);
    }, KEEP_ALIVE);
    try {
        return await body(signal);
    }
    catch (error) {
        throw (await hasRunOut(session, lease, error)) ? runOut(error) : error;
    }
    finally {
        clearInterval(timer);
        await running;
    }
}
/** Whether a call fails because there is no lease any more: then nothing is wrong with the way to the host, or with the host. */
async function hasRunOut(session, lease, error) {
    if (session.signal.aborted)
        return false;
    if (error instanceof _wire_fault_js__WEBPACK_IMPORTED_MODULE_3__/* .VsphereFault */ .eM)
        return isLeaseLost(error);
    if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo && (error instanceof _wire_passing_error_js__WEBPACK_IMPORTED_MODULE_4__/* .PassingError */ .a || error.code === 'upload-failed')))
        return false;
    // The host closes the connection, or refuses the file with this or that status; only the lease itself tells why.
    const state = await readState(session, lease).catch(() => 'unknown');
    return state === undefined || state === 'error';
}
function runOut(cause) {
    return new _wire_passing_error_js__WEBPACK_IMPORTED_MODULE_4__/* .PassingError */ .a('upload-failed', `The lease has run out while files were on their way: ${cause instanceof Error ? cause.message : String(cause)}`, 'vSphere ends an import that it hears nothing of for about five minutes, or whose session ends: is the way to it interrupted, or this runner asleep? Run the step again.', { taken: true, cause });
}
/** Asks for digests of that kind; servers before 7.0 know only SHA-1. @returns the kind that the manifest will have */
async function chooseManifestDigest(session, { lease, devices }, wanted) {
    if (wanted === 'sha1' || devices.length === 0)
        return 'sha1';
    const choices = devices.map(({ key }) => (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_7__/* .node */ .rH)('deviceUrlsToChecksumTypes', [(0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_7__/* .value */ .Uq)('key', key), (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_7__/* .value */ .Uq)('value', wanted)]));
    try {
        await session.call('HttpNfcLeaseSetManifestChecksumType', lease, choices);
        return wanted;
    }
    catch (error) {
        if (!(error instanceof _wire_fault_js__WEBPACK_IMPORTED_MODULE_3__/* .VsphereFault */ .eM))
            throw error;
        session.log.debug(`HttpNfcLeaseSetManifestChecksumType: ${error.message}`);
        return 'sha1';
    }
}
/** What has arrived so far; undefined when the server does not offer it. */
async function readLeaseManifest(session, lease) {
    try {
        const answer = await session.call('HttpNfcLeaseGetManifest', lease);
        return (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .childrenNamed */ .De)(answer, 'returnval').map(receivedFileOf);
    }
    catch (error) {
        if (!(0,_wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_2__/* .isFault */ .Z)(error, 'MethodNotFound', 'NotSupported', 'InvalidRequest'))
            throw error;
        return undefined;
    }
}
/** Ends the import: the VM is whole. When the answer is lost, the lease is asked whether it has ended. */
async function completeLease(session, lease) {
    try {
        await session.call('HttpNfcLeaseComplete', lease);
    }
    catch (error) {
        if (!(0,_wire_passing_error_js__WEBPACK_IMPORTED_MODULE_4__/* .isOutcomeUnknown */ .B)(error) || !(await becomesDone(session, lease)))
            throw error;
    }
}
/** A lease is `done` for a while and then gone; who asks for this one has not aborted it. One that has run out meanwhile takes its VM with it. */
async function becomesDone(session, lease) {
    const done = await (0,_wire_poll_js__WEBPACK_IMPORTED_MODULE_5__/* .pollUntil */ .g)(session.signal, async () => {
        const state = await readState(session, lease);
        return state === 'ready' ? undefined : state !== 'error';
    }, LOOKUP_TIMEOUT);
    return done === true;
}
/** @returns undefined when it is gone */
async function readState(session, lease) {
    try {
        return (await (0,_wire_properties_js__WEBPACK_IMPORTED_MODULE_6__/* .readProperties */ .Qh)(session, lease, ['state'])).get('state')?.text;
    }
    catch (error) {
        if (!(0,_wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_2__/* .isFault */ .Z)(error, 'ManagedObjectNotFound'))
            throw error;
        return undefined;
    }
}
/**
 * The VM of a lease that is to be given up, waited for while the lease is still getting ready.
 * @returns undefined when there is none, or the lease is gone
 */
async function settledEntity(session, lease) {
    await (0,_wire_poll_js__WEBPACK_IMPORTED_MODULE_5__/* .pollUntil */ .g)(session.signal, async () => ((await readState(session, lease)) === 'initializing' ? undefined : true), SETTLE_TIMEOUT);
    try {
        return (0,_wire_moref_js__WEBPACK_IMPORTED_MODULE_8__/* .morefOf */ .D)((0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .child */ .jf)((await (0,_wire_properties_js__WEBPACK_IMPORTED_MODULE_6__/* .readProperties */ .Qh)(session, lease, ['info'])).get('info'), 'entity'));
    }
    catch (error) {
        if (!(0,_wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_2__/* .isFault */ .Z)(error, 'ManagedObjectNotFound'))
            throw error;
        return undefined;
    }
}
/** Ends the lease, upon which the server removes the half VM. A lease that is gone already is as good. */
async function abortLease(session, lease) {
    try {
        await session.call('HttpNfcLeaseAbort', lease);
    }
    catch (error) {
        if (!(0,_wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_2__/* .isFault */ .Z)(error, 'ManagedObjectNotFound', 'InvalidState', 'Timedout'))
            throw error;
    }
}
function readInfo(session, lease, info) {
    const entity = (0,_wire_moref_js__WEBPACK_IMPORTED_MODULE_8__/* .morefOf */ .D)((0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .child */ .jf)(info, 'entity'));
    if (!entity)
        throw new _wire_fault_js__WEBPACK_IMPORTED_MODULE_3__/* .VsphereFault */ .eM('ImportVApp', 'InvalidState', 'the lease names no VM');
    return { lease, entity, devices: (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .childrenNamed */ .De)(info, 'deviceUrl').map((device) => deviceUrlOf(device, session.url)) };
}
/** A host that was connected to directly writes `*` for the name it was called by. */
function deviceUrlOf(device, server) {
    const url = (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(device, 'url') ?? '';
    const absolute = url.replace(/^(https?:\/\/)\*(?::\d+)?/i, `$1${server.host}`);
    if (!URL.canParse(absolute))
        throw new _wire_fault_js__WEBPACK_IMPORTED_MODULE_3__/* .VsphereFault */ .eM('ImportVApp', 'InvalidState', `the lease has the device URL "${url}"`);
    return {
        key: (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(device, 'key') ?? '',
        importKey: (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(device, 'importKey') ?? '',
        url: new URL(absolute),
        sslThumbprint: (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(device, 'sslThumbprint') || undefined,
        sslCertificate: (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(device, 'sslCertificate') || undefined,
    };
}
function receivedFileOf(entry) {
    const sha1 = (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(entry, 'sha1')?.toLowerCase();
    const kind = (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(entry, 'checksumType')?.toLowerCase().replace('-', '');
    const checksum = (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(entry, 'checksum')?.toLowerCase();
    return {
        key: (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(entry, 'key') ?? '',
        size: Number((0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(entry, 'size') ?? 0),
        digests: { ...(sha1 && { sha1 }), ...(checksum && (kind === 'sha1' || kind === 'sha256') && { [kind]: checksum }) },
    };
}
/** True for a fault by which the server says that the lease is lost: the import may be begun anew. */
function isLeaseLost(error) {
    return ((0,_wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_2__/* .isFault */ .Z)(error, 'ManagedObjectNotFound', 'InvalidState', 'Timedout', 'NotAuthenticated') &&
        error.operation.startsWith('HttpNfcLease'));
}


/***/ })

};
