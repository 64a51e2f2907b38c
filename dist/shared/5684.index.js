export const id = 5684;
export const ids = [5684];
export const modules = {

/***/ 75684:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  W: () => (/* binding */ repairTemplate)
});

// EXTERNAL MODULE: ./.cache/build/src/files/held-path.js
var held_path = __webpack_require__(46123);
// EXTERNAL MODULE: ./.cache/build/src/job/action.js
var action = __webpack_require__(36082);
// EXTERNAL MODULE: ./.cache/build/src/errors.js
var errors = __webpack_require__(41251);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/vm/owned-vm.js
var owned_vm = __webpack_require__(59737);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/vm/owner.js
var vm_owner = __webpack_require__(73089);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/vm/vm-facts.js + 1 modules
var vm_facts = __webpack_require__(98508);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/cancel-tasks.js
var cancel_tasks = __webpack_require__(87517);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/explain-fault.js
var explain_fault = __webpack_require__(4732);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/session.js + 2 modules
var wire_session = __webpack_require__(85783);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/vm/stop-vm.js
var stop_vm = __webpack_require__(19088);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/vm/vm-network.js
var vm_network = __webpack_require__(35970);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/vm/vm-operations.js
var vm_operations = __webpack_require__(63912);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/properties.js
var properties = __webpack_require__(85925);
;// CONCATENATED MODULE: ./.cache/build/src/repair/live/repair-mark.js
/**
 * What a repair in the guest writes into its VM, so that a run elsewhere knows what it finds: a template cannot carry it, but the VM does
 * that was made of it. It stays in the finished template, as nobody may change the settings of one.
 */
/** Key of the setting among those of the .vmx file. */
const REPAIR_KEY = 'stillframe.repair';
/** One line without quotes, which .vmx files would escape. */
function formatRepairMark(mark) {
    return Buffer.from(JSON.stringify(mark)).toString('base64url');
}
/** Undefined for anything that formatRepairMark does not write. */
function parseRepairMark(text) {
    try {
        const mark = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
        const texts = [mark?.vm, mark?.run].every((one) => typeof one === 'string' && one !== '');
        const state = mark?.state === 'running' || mark?.state === 'over';
        const rest = typeof mark?.template === 'boolean' && Array.isArray(mark.cards);
        return texts && state && rest ? mark : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./.cache/build/src/repair/live/put-back.js
/** Makes a VM again what it was before a repair in its guest, whatever state a run has left it in. */






/** The mark that this very VM carries; undefined when it has none, or one that it inherited. */
async function readRepairMark(session, vm) {
    const mark = parseRepairMark((0,vm_facts/* settingOf */.y7)(await (0,vm_facts/* readVmFacts */.tv)(session, vm), REPAIR_KEY) ?? '');
    return mark && mark.vm === (await readInstanceUuid(session, vm)) ? mark : undefined;
}
/** Of the VM alone: vCenter gives another to each clone. Empty where it says none. */
async function readInstanceUuid(session, vm) {
    return (await (0,properties/* readProperties */.Qh)(session, vm, ['config.instanceUuid'])).get('config.instanceUuid')?.text ?? '';
}
/** Off, its cards as they were, what the guest published emptied, and a template again where it was one. */
async function putBack(session, vm, mark) {
    const { template, poweredOn, extraConfig } = await (0,vm_facts/* readVmFacts */.tv)(session, vm);
    // Nobody can start a template, or change it.
    if (template)
        return;
    if (poweredOn)
        await (0,stop_vm/* stopVm */.u)(session, vm);
    await (0,vm_network/* restoreCards */.M$)(session, vm, mark.cards);
    const published = [...extraConfig.keys()].filter((key) => /^guestinfo\.stillframe\./i.test(key));
    const over = { ...mark, state: 'over', ended: session.now().toISOString(), cards: [] };
    await (0,vm_operations/* reconfigureVm */.Nc)(session, vm, {
        extraConfig: { ...Object.fromEntries(published.map((key) => [key, ''])), [REPAIR_KEY]: formatRepairMark(over) },
    });
    if (mark.template)
        await (0,vm_operations/* markAsTemplate */.cI)(session, vm);
}

;// CONCATENATED MODULE: ./.cache/build/src/repair/live/held-repair.js
/** A repair in a guest that must not be left half done: the VM off, its network as before, and a template again. */








/** Held before a template becomes a VM: when the answer of that is lost, it may yet have become one. */
const HELD_REPAIR = {
    kind: 'repair',
    what: ({ vm, mark }) => `the running state of ${vm.name}${mark.template ? ', which is to be a template again' : ''}`,
    undo: async (held, context) => {
        const session = await (0,wire_session.resumeVsphere)(held.ticket, context);
        try {
            await undoRepair(session, held);
        }
        finally {
            session.leave();
        }
    },
};
/** Leaves alone what another run has taken over, or somebody has started. */
async function undoRepair(session, { vm, mark, since }) {
    try {
        await (0,cancel_tasks/* cancelTasksOf */.u)(session, vm.moref, { methods: ['PowerOnVM_Task'], since: new Date(since) });
        const found = await readRepairMark(session, vm.moref);
        if (found && found.run !== mark.run)
            return;
        const { poweredOn } = await (0,vm_facts/* readVmFacts */.tv)(session, vm.moref);
        // It is started only once it carries the mark.
        if (found?.state !== 'running' && poweredOn) {
            session.log.warning(`${vm.path} is running, and not by this run: it is left as it is`);
            return;
        }
        await putBack(session, vm.moref, mark);
    }
    catch (error) {
        if (!(0,explain_fault/* isFault */.Z)(error, 'ManagedObjectNotFound'))
            throw error;
    }
}
/** Hours in which a VM that was a template before a repair is believed to be on its way back: later somebody has made it a VM. */
const ON_ITS_WAY = 3_600_000;
/**
 * Puts back what a run elsewhere, which has ended, has left of a repair of this VM.
 * @throws UserError vsphere-busy while that run goes on
 */
async function finishEarlier(session, vm, me) {
    const mark = await readRepairMark(session, vm.moref);
    if (mark === undefined)
        return;
    const { template, poweredOn } = await (0,vm_facts/* readVmFacts */.tv)(session, vm.moref);
    if (template)
        return;
    if (mark.state === 'over') {
        const since = session.now().getTime() - Date.parse(mark.ended ?? '');
        if (!mark.template || poweredOn || !(since < ON_ITS_WAY))
            return;
    }
    else {
        const owner = await (0,owned_vm/* readOwner */.A7)(session, vm.moref);
        if (owner && (0,vm_owner/* standingOf */.YP)(owner, me, session.now()) === 'working') {
            throw new errors/* UserError */.yo('vsphere-busy', `Another run is repairing ${vm.path}: it belongs to ${(0,vm_owner/* describeOwner */.$S)(owner)}`, 'Wait until that run has ended. If it was killed, the first run puts the VM back that starts ten minutes after it was last heard of.');
        }
    }
    session.log.info(`Putting ${vm.path} back, of which an ended run has left a repair half done`);
    await putBack(session, vm.moref, mark);
}

// EXTERNAL MODULE: ./.cache/build/src/vsphere/inventory/inventory.js
var inventory = __webpack_require__(37797);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/vm/derived-name.js
var derived_name = __webpack_require__(81363);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/vm/remove-vm.js
var remove_vm = __webpack_require__(71972);
;// CONCATENATED MODULE: ./.cache/build/src/repair/live/safety-copy.js
/** A full clone of what is to be repaired, made before and kept: whoever finds the repaired template wanting has the old one. */










/** The setting whose value is the run that made the copy. */
const COPY_KEY = 'stillframe.repair.copy';
const INFIX = '.before-repair-';
/** Held while it is being made, and no longer. */
const HELD_SAFETY_COPY = {
    kind: 'repair-copy',
    what: ({ source, run }) => `the copy ${safetyCopyName(source.name, run)}, unless it is whole`,
    undo: async (held, context) => {
        const session = await (0,wire_session.resumeVsphere)(held.ticket, context);
        try {
            await removeHeld(session, held);
        }
        finally {
            session.leave();
        }
    },
};
function safetyCopyName(source, run) {
    return (0,derived_name/* derivedName */.P)(source, `${INFIX}${run}`);
}
/**
 * @param run 8 hexadecimal digits
 * @returns its name
 * @throws UserError vsphere-refused on an ESXi host, which cannot clone; vsphere-not-found
 */
async function makeSafetyCopy(session, source, { facts, placement, me }, context) {
    const { run } = me;
    if (!facts.folder) {
        throw new errors/* UserError */.yo('vsphere-not-found', `${source.name} lies in no folder that could take a copy`, 'Give the account a role on its folder, or set safety-copy: false when you have a copy of your own.');
    }
    const name = safetyCopyName(source.name, run);
    const held = { ticket: session.ticket(), source, run, since: session.now().toISOString() };
    const whole = context.hold(HELD_SAFETY_COPY, held, () => removeHeld(session.uncancelled(), held));
    session.log.info(`Copying ${source.path} to ${name}, which stays until you delete it`);
    try {
        const extraConfig = { [COPY_KEY]: run, ...(0,owned_vm/* ownedBy */.LW)(session, me) };
        const copy = await (0,vm_operations/* cloneVm */.hZ)(session, source.moref, { name, folder: facts.folder, ...placement, extraConfig });
        await (0,vm_operations/* reconfigureVm */.Nc)(session, copy, {
            annotation: `${source.name} as it was before Stillframe repaired it. Delete this when the repaired one is proven.`,
        });
    }
    catch (error) {
        throw (0,explain_fault/* explainFault */.O)(error, `Copying ${source.name}`);
    }
    whole();
    return name;
}
/**
 * What is done to the original while its copy is there. Whoever reads that it has failed reads where the copy lies, and what to do with it.
 * @throws what `work` throws, faults explained
 */
async function whileCopied({ log }, source, { run, template }, work) {
    try {
        return await work();
    }
    catch (error) {
        const back = template
            ? `delete ${source.name}, give the copy its name and convert it to a template`
            : `delete ${source.name} and give the copy its name`;
        const note = `The safety copy ${copyPath(source, run)}, a VM that is off, is ${source.name} as it was before the repair: to go back, ${back}; otherwise delete the copy.`;
        const explained = (0,explain_fault/* explainFault */.O)(error, `Repairing ${source.name}`);
        if (explained instanceof errors/* UserError */.yo) {
            throw new errors/* UserError */.yo(explained.code, explained.message, `${explained.hint} ${note}`, { cause: error });
        }
        // A cancel, or a fault of our own, has no hint to say it in.
        log.warning(note);
        throw explained;
    }
}
function copyPath({ path, name }, run) {
    return `${path.slice(0, -name.length)}${safetyCopyName(name, run)}`;
}
async function removeHeld(session, { source, run, since }) {
    await (0,cancel_tasks/* cancelTasksOf */.u)(session, source.moref, { methods: ['CloneVM_Task'], since: new Date(since) });
    const path = copyPath(source, run);
    const found = (0,inventory/* ofKind */.C)(await (0,inventory/* readInventory */.z)(session, { VirtualMachine: [] }), 'VirtualMachine');
    for (const vm of found.filter((one) => one.path === path)) {
        if ((0,vm_facts/* settingOf */.y7)(await (0,vm_facts/* readVmFacts */.tv)(session, vm.moref), COPY_KEY) === run)
            await (0,remove_vm/* removeVm */.i2)(session, vm.moref);
    }
}

// EXTERNAL MODULE: ./.cache/build/src/vsphere/transfer/export-lease.js
var export_lease = __webpack_require__(21119);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/held-session.js
var held_session = __webpack_require__(10702);
// EXTERNAL MODULE: ./.cache/build/src/job/input.js
var input = __webpack_require__(90458);
// EXTERNAL MODULE: ./.cache/build/src/job/input-types.js
var input_types = __webpack_require__(198);
// EXTERNAL MODULE: ./.cache/build/src/job/shared-inputs.js
var shared_inputs = __webpack_require__(79871);
;// CONCATENATED MODULE: ./.cache/build/actions/repair-template/inputs.js
/** The inputs of repair-template: an image, or a template on a server. */




const REQUIRED = '**required** to repair a template on a server';
const INPUTS = {
    image: (0,input/* input */.h)(input_types/* path */.Ae, {
        description: 'Disk image (raw, VHD, VHDX, VMDK) or OVA to repair.',
        otherwise: '**required**, unless `server` and `vm` name a template',
    }),
    output: (0,input/* input */.h)(input_types/* path */.Ae, {
        only: [{ input: 'image' }],
        description: 'A copy to write; the image itself stays as it is.',
        otherwise: 'the image is repaired in place',
    }),
    ...(0,shared_inputs/* serverInputsOfVm */.Zr)(REQUIRED),
    'resource-pool': (0,input/* variant */.O)(shared_inputs/* SERVER_INPUTS */.O9['resource-pool'], {
        only: shared_inputs/* OF_VM */.gT.only,
        description: 'Resource pool that the template runs in while it is repaired, by name or inventory path.',
        otherwise: 'that of the VM; for a template the root pool of its host or cluster',
    }),
    vm: (0,input/* input */.h)(input_types/* text */.Qq, {
        description: 'Template, or VM that is off, to repair in its own Windows: name, inventory path, or managed object id such as `vm-42`.',
        otherwise: REQUIRED,
    }),
    'guest-username': (0,input/* input */.h)(input_types/* text */.Qq, {
        only: shared_inputs/* OF_VM */.gT.only,
        description: 'Account in the guest, an administrator, that the repair runs as.',
        default: 'Administrator',
    }),
    'guest-password': (0,input/* input */.h)(input_types/* secret */.rJ, {
        only: shared_inputs/* OF_VM */.gT.only,
        description: 'Its password.',
        otherwise: '**required** with `vm`',
    }),
    'safety-copy': (0,input/* input */.h)(input_types/* boolean */.zM, {
        only: shared_inputs/* OF_VM */.gT.only,
        description: 'Makes a full clone before, `<name>.before-repair-<run>`, which stays until you delete it (vCenter only); `false` says that you can do without.',
        default: 'true',
    }),
    extend: (0,input/* input */.h)(input_types/* boolean */.zM, {
        description: 'Grow Windows over free space directly behind it (an image needs ntfsresize for it, so Linux).',
        default: 'false',
    }),
    'dry-run': (0,input/* input */.h)(input_types/* boolean */.zM, {
        description: 'Only show the layout before and after; write and start nothing.',
        default: 'false',
    }),
    timeout: (0,input/* input */.h)(input_types/* duration */.p0, {
        only: shared_inputs/* OF_VM */.gT.only,
        description: 'How long VMware Tools may take to come up, each program in the guest, and its shutdown; with `vm` alone.',
        default: '15 min',
    }),
};
function prepare(reading, place) {
    const { values, invalid } = reading;
    const { image, output, server, vm } = values;
    if (image === undefined && server === undefined && vm === undefined) {
        throw new errors/* UserError */.yo('input-missing', 'Neither the input image nor the inputs server and vm are set', 'Set image to repair a disk or an OVA, or server and vm to repair a template in its own Windows; if they are there, their expressions are empty: did the step that gives them run?');
    }
    if (image === undefined)
        return { live: readLive(reading) };
    if (vm !== undefined || server !== undefined) {
        throw invalid('image', image, 'Either an image is repaired or a template on a server: leave image or server and vm out.');
    }
    return {
        offline: {
            image,
            ...(output !== undefined && { output }),
            extend: values.extend,
            dryRun: values['dry-run'],
            sourceDate: place.sourceDate(),
        },
    };
}
function readLive({ values, needed, invalid }) {
    const { timeout } = values;
    const login = needed('server', 'vm', 'username', 'password', 'guest-password');
    const { server, vm, username, password } = login;
    const guestPassword = login['guest-password'];
    if (timeout < 1000)
        throw invalid('timeout', `${timeout} ms`, 'Write at least a second; a start takes minutes.');
    return {
        server,
        username,
        password,
        tls: { thumbprint: values.thumbprint, caFile: values['ca-file'], insecure: values.insecure },
        datacenter: values.datacenter,
        resourcePool: values['resource-pool'],
        vm,
        account: { username: values['guest-username'], password: guestPassword },
        safetyCopy: values['safety-copy'],
        timeout,
        extend: values.extend,
        dryRun: values['dry-run'],
    };
}

// EXTERNAL MODULE: ./.cache/build/src/disk/draw-layout.js
var draw_layout = __webpack_require__(27709);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.cache/build/src/check/vmware-tools.js
var vmware_tools = __webpack_require__(60639);
// EXTERNAL MODULE: ./.cache/build/src/disk/disk-in-use.js
var disk_in_use = __webpack_require__(2695);
// EXTERNAL MODULE: ./.cache/build/src/disk/open-disk.js
var open_disk = __webpack_require__(22920);
// EXTERNAL MODULE: ./.cache/build/src/disk/open-disk-for-writing.js + 4 modules
var open_disk_for_writing = __webpack_require__(20238);
// EXTERNAL MODULE: ./.cache/build/src/disk/ranges.js
var ranges = __webpack_require__(66498);
;// CONCATENATED MODULE: ./.cache/build/src/disk/overlay-disk.js
/** A writable view of a disk that keeps what is written in memory: for formats that cannot be changed in place, and for dry runs. */

const PAGE_BYTES = 64 * 1024;
/** Closing it closes `base`, which is never written. */
function overlayDisk(base) {
    /** Pages that differ from the base; undefined stands for zeros. */
    const pages = new Map();
    const pageLength = (index) => Math.min(PAGE_BYTES, base.size - index * PAGE_BYTES);
    const readPage = async (index) => {
        if (!pages.has(index))
            return base.read(index * PAGE_BYTES, pageLength(index));
        return pages.get(index) ?? Buffer.alloc(pageLength(index));
    };
    return {
        size: base.size,
        format: base.format,
        ...(base.sectorSize !== undefined && { sectorSize: base.sectorSize }),
        path: base.path,
        read: async (offset, length) => {
            (0,ranges/* assertInside */.T)(base, offset, length);
            const first = Math.floor(offset / PAGE_BYTES);
            const last = Math.floor((offset + Math.max(length, 1) - 1) / PAGE_BYTES);
            const result = await base.read(offset, length);
            for (let index = first; index <= last; index++) {
                if (!pages.has(index))
                    continue;
                const start = Math.max(offset, index * PAGE_BYTES);
                const end = Math.min(offset + length, index * PAGE_BYTES + pageLength(index));
                const page = pages.get(index);
                if (page === undefined)
                    result.fill(0, start - offset, end - offset);
                else
                    page.copy(result, start - offset, start - index * PAGE_BYTES, end - index * PAGE_BYTES);
            }
            return result;
        },
        ranges: () => (0,ranges/* mergeRanges */.$)(overlaid(base, pages)),
        write: async (offset, data) => {
            (0,ranges/* assertInside */.T)(base, offset, data.length);
            for (let done = 0; done < data.length;) {
                const index = Math.floor((offset + done) / PAGE_BYTES);
                const within = offset + done - index * PAGE_BYTES;
                const count = Math.min(PAGE_BYTES - within, data.length - done);
                const page = await readPage(index);
                page.set(data.subarray(done, done + count), within);
                pages.set(index, page);
                done += count;
            }
        },
        discard: (offset, length) => {
            (0,ranges/* assertInside */.T)(base, offset, length);
            const end = Math.floor((offset + length) / PAGE_BYTES);
            for (let index = Math.ceil(offset / PAGE_BYTES); index < end; index++)
                pages.set(index, undefined);
        },
        flush: async () => { },
        close: () => base.close(),
    };
}
/** The base's ranges, cut where pages lie over them. */
async function* overlaid(base, pages) {
    const changed = [...pages.keys()].sort((a, b) => a - b);
    let next = 0;
    for await (const range of base.ranges()) {
        const end = range.offset + range.length;
        let at = range.offset;
        while (at < end) {
            while ((changed[next] ?? Number.POSITIVE_INFINITY) * PAGE_BYTES + PAGE_BYTES <= at)
                next++;
            const pageStart = (changed[next] ?? Number.POSITIVE_INFINITY) * PAGE_BYTES;
            if (pageStart > at) {
                const until = Math.min(end, pageStart);
                yield { kind: range.kind, offset: at, length: until - at };
                at = until;
            }
            else {
                const until = Math.min(end, pageStart + PAGE_BYTES);
                const kind = pages.get(changed[next] ?? 0) === undefined ? 'zero' : 'data';
                yield { kind, offset: at, length: until - at };
                at = until;
            }
        }
    }
}

// EXTERNAL MODULE: ./.cache/build/src/disk/recognise-format.js
var recognise_format = __webpack_require__(22847);
// EXTERNAL MODULE: ./.cache/build/src/disk/vmdk/vmdk-sparse-disk.js + 1 modules
var vmdk_sparse_disk = __webpack_require__(42401);
// EXTERNAL MODULE: ./.cache/build/src/files/byte-source.js
var byte_source = __webpack_require__(58018);
// EXTERNAL MODULE: ./.cache/build/src/files/move-into-place.js
var move_into_place = __webpack_require__(69174);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./.cache/build/src/files/explain-path-error.js
var explain_path_error = __webpack_require__(49094);
// EXTERNAL MODULE: ./.cache/build/src/files/follow-links.js
var follow_links = __webpack_require__(69677);
;// CONCATENATED MODULE: ./.cache/build/src/repair/copy-image.js
/** Copies an image so that the copy appears under its name only when all is done with it. */





/**
 * @param work what is done to the copy while it has its temporary name
 * @throws UserError file-missing, file-denied, path-invalid; what `work` throws
 */
async function copyImage(image, output, context, work) {
    const partial = (await (0,follow_links/* followLinks */.n)(output)) + move_into_place/* PARTIAL_SUFFIX */.oG;
    const settled = context.hold(held_path/* HELD_PATH */.w, { paths: [partial] });
    try {
        await (0,promises_.copyFile)(image, partial, promises_.constants.COPYFILE_FICLONE);
    }
    catch (error) {
        // Which of the two it was is seen by looking at the first alone.
        await (0,promises_.access)(image, promises_.constants.R_OK).catch((unreadable) => {
            throw (0,explain_path_error/* explainPathError */.n)(unreadable, { what: 'the image', path: image, input: 'image' });
        });
        throw (0,explain_path_error/* explainPathError */.n)(error, { what: 'the output', path: output, input: 'output', toWrite: true });
    }
    context.signal.throwIfAborted();
    const result = await work(partial);
    await (0,move_into_place/* moveIntoPlace */.hU)(partial, output);
    settled();
    return result;
}

;// CONCATENATED MODULE: ./.cache/build/src/repair/discard-removed.js
/** What lay in a removed partition is nobody's any more, and must not travel on. */
/** Drops it from a disk that is to be written anew; what another partition has grown over stays. */
function discardRemoved(overlay, { before, after }) {
    const kept = after.partitions;
    for (const { offset, size } of before.partitions.filter(({ guid }) => !kept.some((now) => now.guid === guid))) {
        if (!kept.some((now) => now.offset < offset + size && now.offset + now.size > offset)) {
            overlay.discard(offset, size);
        }
    }
}

// EXTERNAL MODULE: ./.cache/build/src/bcd/bcd-devices.js
var bcd_devices = __webpack_require__(85511);
// EXTERNAL MODULE: ./.cache/build/src/bcd/boot-store.js
var boot_store = __webpack_require__(49634);
// EXTERNAL MODULE: ./.cache/build/src/bcd/system-partition.js
var system_partition = __webpack_require__(71980);
// EXTERNAL MODULE: ./.cache/build/src/disk/fat/fat-volume.js + 1 modules
var fat_volume = __webpack_require__(62164);
// EXTERNAL MODULE: ./.cache/build/src/disk/gpt/gpt.js
var gpt_gpt = __webpack_require__(84413);
// EXTERNAL MODULE: ./.cache/build/src/disk/crc32.js
var crc32 = __webpack_require__(56653);
// EXTERNAL MODULE: ./.cache/build/src/disk/gpt/gpt-header.js
var gpt_header = __webpack_require__(27815);
;// CONCATENATED MODULE: ./.cache/build/src/disk/gpt/gpt-edit.js
/** Changes the partition table of a disk in place, so that a crash at any moment leaves a valid old or new table. */




/**
 * Removes the entries with these numbers. The others keep their order, GUIDs and places and are numbered from 1 without gaps, as Windows
 * numbers them whenever it writes a table itself (ReactOS, FstubWritePartitionTableEFI): it also counts like that when it reads one, and
 * behind a blank entry it does not find the partition that its loader names (stop 0x7B; Microsoft, windows-itpro-docs issue 9145).
 * @returns the table as it is now
 * @throws RangeError when the table has no such entry; FormatError, UserError as `rewriteEntries`
 */
async function removePartitions(disk, indexes) {
    return rewriteEntries(disk, (gpt, entries, entryBytes) => {
        for (const index of indexes) {
            find(gpt, index);
            entries.fill(0, (index - 1) * entryBytes, index * entryBytes);
        }
        const stay = gpt.partitions.map(({ index }) => index).filter((index) => !indexes.includes(index));
        // Each moves towards the beginning, if at all: what it overwrites has moved before.
        stay.forEach((index, position) => {
            entries.copyWithin(position * entryBytes, (index - 1) * entryBytes, index * entryBytes);
        });
        entries.fill(0, stay.length * entryBytes);
    });
}
/**
 * Writes the copy that is not relied on again, so that both say the same.
 * @returns the table as it is now
 * @throws as `rewriteEntries`
 */
async function alignCopies(disk) {
    return rewriteEntries(disk, () => { });
}
/**
 * Moves the end of a partition to `end`; its file system is not touched.
 * @param start where it begins (both bytes from the start of the disk): its number changes when others are removed
 * @returns the table as it is now
 * @throws RangeError when none begins there, when the partition would be empty, overlap another or leave the usable part; else as `rewriteEntries`
 */
async function movePartitionEnd(disk, start, end) {
    return rewriteEntries(disk, (gpt, entries, entryBytes) => {
        const partition = gpt.partitions.find(({ firstLba }) => firstLba * gpt.sectorSize === start);
        if (!partition)
            throw new RangeError(`No partition begins at ${start}`);
        const { index } = partition;
        const lastLba = end / gpt.sectorSize - 1;
        const next = gpt.partitions
            .filter(({ firstLba }) => firstLba > partition.firstLba)
            .reduce((lowest, { firstLba }) => Math.min(lowest, firstLba), gpt.lastUsableLba + 1);
        if (!Number.isInteger(lastLba) || lastLba < partition.firstLba || lastLba >= next) {
            throw new RangeError(`Partition ${index} cannot end at ${end}: the next sector in use is ${next}`);
        }
        const entry = (0,gpt_header/* encodeGptEntry */.SM)({ ...partition, lastLba });
        entries.set(entry, (index - 1) * entryBytes);
    });
}
/**
 * Puts the backup copy at the end of a disk that was enlarged and lets partitions use what came to it. The new backup is safe before
 * the primary names it; the old one, which nothing names then, is overwritten with zeros last.
 * @returns the table as it is now
 * @throws as `rewriteEntries`
 */
async function moveBackupToEnd(disk) {
    const gpt = await (0,gpt_gpt/* readGpt */.CN)(disk);
    const { truth, primary, backup } = settleTable(disk, gpt);
    const { sectorSize } = gpt;
    const lastLba = Math.floor(disk.size / sectorSize) - 1;
    const blocks = (0,gpt_gpt/* gptEntryBlocks */.Y3)(truth.header, sectorSize);
    const lastUsableLba = lastLba - blocks - 1;
    const moved = { ...backup, currentLba: lastLba, alternateLba: 1, entriesLba: lastLba - blocks, lastUsableLba };
    const kept = { ...primary, alternateLba: lastLba, lastUsableLba };
    for (const header of gpt.primary.valid ? [moved, kept] : [kept, moved]) {
        await writeCopy(disk, gpt, header, truth.entries);
    }
    if (gpt.backup.valid && backup.currentLba !== lastLba) {
        const start = Math.min(backup.entriesLba, backup.currentLba);
        const end = Math.min(Math.max(backup.entriesLba + blocks, backup.currentLba + 1), moved.entriesLba);
        if (start > gpt.lastUsableLba && end > start) {
            await disk.write(start * sectorSize, Buffer.alloc((end - start) * sectorSize));
            await disk.flush();
        }
    }
    return (0,gpt_gpt/* readGpt */.CN)(disk);
}
/**
 * Everything that a change of the table could stumble over, found before anything is written.
 * @throws as `rewriteEntries`
 */
async function assertTableEditable(disk) {
    settleTable(disk, await (0,gpt_gpt/* readGpt */.CN)(disk));
}
/**
 * Writes both copies with changed entries. The copy that is not relied on goes first, and reaches the disk before the other
 * is touched: the backup, unless it is the only valid one.
 * @throws FormatError when neither copy is valid or one has no place; UserError disk-invalid for a hybrid MBR
 *   and for partitions that overlap
 */
async function rewriteEntries(disk, change) {
    const gpt = await (0,gpt_gpt/* readGpt */.CN)(disk);
    const { truth, primary, backup } = settleTable(disk, gpt);
    const entries = Buffer.from(truth.entries);
    change(gpt, entries, truth.header.entryBytes);
    const { entryCount, entryBytes } = truth.header;
    for (const header of gpt.primary.valid ? [backup, primary] : [primary, backup]) {
        await writeCopy(disk, gpt, { ...header, entryCount, entryBytes }, entries);
    }
    return (0,gpt_gpt/* readGpt */.CN)(disk);
}
/** One copy, entries first, safe when this returns. */
async function writeCopy(disk, gpt, header, entries) {
    await disk.write(header.entriesLba * gpt.sectorSize, entries);
    const described = { ...header, entriesCrc: (0,crc32/* crc32 */.Q)(entries) };
    await disk.write(header.currentLba * gpt.sectorSize, (0,gpt_header/* encodeGptHeader */.Bi)(described, gpt.sectorSize));
    await disk.flush();
}
/** The copy to rely on, and the headers of both as they are to be written. */
function settleTable(disk, gpt) {
    const refuse = (what, hint) => new errors/* UserError */.yo('disk-invalid', `${disk.path} ${what}`, hint);
    if (gpt.mbr === 'hybrid') {
        throw refuse('has a hybrid MBR, which lists partitions a second time', 'Make the MBR purely protective first, for example with gdisk (x, n, w).');
    }
    const places = [...gpt.partitions].sort((a, b) => a.firstLba - b.firstLba);
    const overlap = places.find(({ firstLba }, position) => firstLba <= (places[position - 1]?.lastLba ?? -1));
    if (overlap !== undefined) {
        throw refuse(`has a table in which partition ${overlap.index} overlaps another`, 'Find out which of the two is real, and take the other out of the table with gdisk.');
    }
    const truth = gpt.primary.valid ? gpt.primary : gpt.backup;
    if (!truth.valid)
        throw truth.problem;
    return {
        truth,
        primary: gpt.primary.valid ? gpt.primary.header : primaryFrom(disk, gpt, truth.header),
        backup: gpt.backup.valid ? gpt.backup.header : backupFrom(disk, gpt, truth.header),
    };
}
function find(gpt, index) {
    const partition = gpt.partitions.find((one) => one.index === index);
    if (!partition)
        throw new RangeError(`The disk has no partition ${index}`);
    return partition;
}
/** The damaged primary copy made anew where every tool has it. */
function primaryFrom(disk, gpt, backup) {
    if (backup.firstUsableLba < 2 + (0,gpt_gpt/* gptEntryBlocks */.Y3)(backup, gpt.sectorSize)) {
        throw new errors/* FormatError */.IF(disk.path, gpt.sectorSize, 'room for the primary partition table', 'a partition there');
    }
    return { ...backup, currentLba: 1, alternateLba: backup.currentLba, entriesLba: 2 };
}
/** The damaged backup copy made anew at the end of the disk. */
function backupFrom(disk, gpt, primary) {
    const lastLba = Math.floor(disk.size / gpt.sectorSize) - 1;
    const currentLba = primary.alternateLba <= lastLba ? primary.alternateLba : lastLba;
    const entriesLba = currentLba - (0,gpt_gpt/* gptEntryBlocks */.Y3)(primary, gpt.sectorSize);
    if (entriesLba <= primary.lastUsableLba) {
        throw new errors/* FormatError */.IF(disk.path, entriesLba * gpt.sectorSize, 'room for the backup partition table', 'a partition there');
    }
    return { ...primary, currentLba, alternateLba: 1, entriesLba };
}

// EXTERNAL MODULE: ./.cache/build/src/disk/mbr.js
var mbr = __webpack_require__(32073);
// EXTERNAL MODULE: ./.cache/build/src/disk/ntfs/ntfs-state.js
var ntfs_state = __webpack_require__(98397);
// EXTERNAL MODULE: ./.cache/build/src/disk/ntfs/ntfs-volume.js + 1 modules
var ntfs_volume = __webpack_require__(86161);
// EXTERNAL MODULE: ./.cache/build/src/units.js
var units = __webpack_require__(16053);
;// CONCATENATED MODULE: ./.cache/build/src/repair/assert-repaired.js
/** Trusts nothing that a repair has written: reads the disk back and compares it with what it was and what was planned. */





/** @throws UserError layout-wrong that names everything found wrong; FormatError when no GPT can be read any more */
async function assertRepaired(disk, claim) {
    const wrong = [
        ...wrongTable(disk, claim, await (0,gpt_gpt/* readGpt */.CN)(disk)),
        ...wrongPartitions(claim),
        ...(await wrongStores(disk, claim)),
    ];
    if (wrong.length === 0)
        return;
    throw new errors/* UserError */.yo('layout-wrong', `${disk.path}: after the repair ${wrong.join(', ')}`, 'Restore the image from its copy and report this, with the layouts of the report.');
}
function wrongTable(disk, { gpt, plan, tableWritten }, now) {
    const wrong = [];
    if (now.diskGuid !== gpt.diskGuid)
        wrong.push(`the disk's GUID is ${now.diskGuid}, it was ${gpt.diskGuid}`);
    if (now.mbr !== gpt.mbr)
        wrong.push(`the MBR is ${now.mbr}, it was ${gpt.mbr}`);
    if (now.sectorSize !== gpt.sectorSize)
        wrong.push(`the table has ${now.sectorSize}-byte sectors`);
    if (!tableWritten)
        return wrong;
    if (!now.primary.valid)
        wrong.push(`the primary GPT is damaged (${now.primary.problem.message})`);
    if (!now.backup.valid)
        wrong.push(`the backup GPT is damaged (${now.backup.problem.message})`);
    if (now.primary.valid && now.backup.valid && !now.copiesAgree)
        wrong.push('the copies of the GPT differ');
    if (plan.moveBackup && !(0,gpt_gpt/* isBackupAtEnd */.tt)(now, disk.size))
        wrong.push('the backup GPT is not at the end of the disk');
    if (now.firstUsableLba !== gpt.firstUsableLba)
        wrong.push(`the first usable block is ${now.firstUsableLba}`);
    const lastUsable = plan.moveBackup ? now.lastUsableLba >= gpt.lastUsableLba : now.lastUsableLba === gpt.lastUsableLba;
    if (!lastUsable)
        wrong.push(`the last usable block is ${now.lastUsableLba}, it was ${gpt.lastUsableLba}`);
    return wrong;
}
function wrongPartitions({ before, after, plan, grownTo }) {
    const wrong = [];
    const numbers = numbersAfter(before, plan);
    for (const partition of before.partitions) {
        const number = numbers.get(partition.index);
        const now = after.partitions.find(({ index }) => index === number);
        if (number === undefined) {
            const isThere = after.partitions.some(({ guid }) => guid === partition.guid);
            if (isThere)
                wrong.push(`Recovery partition ${partition.index} is still there`);
        }
        else if (now === undefined)
            wrong.push(`partition ${partition.index} is gone`);
        else
            wrong.push(...differences(partition, now, partition.index === plan.windows?.index ? grownTo : undefined));
    }
    const expected = new Set(numbers.values());
    for (const { index, type } of after.partitions) {
        if (!expected.has(index))
            wrong.push(`partition ${index} is new`);
        else if (type === 'recovery')
            wrong.push(`partition ${index} is a Recovery partition`);
    }
    const end = { index: 0, offset: 0 };
    for (const { index, offset, size } of after.partitions) {
        if (offset < end.offset)
            wrong.push(`partition ${index} overlaps partition ${end.index}`);
        Object.assign(end, { index, offset: offset + size });
    }
    return wrong;
}
/** What the partitions that stay are numbered afterwards, by what they were: without gaps, where the table was numbered anew. */
function numbersAfter({ partitions }, { remove, closeGap }) {
    const removed = new Set(remove.map(({ index }) => index));
    const stay = partitions.map(({ index }) => index).filter((index) => !removed.has(index));
    const isRenumbered = removed.size > 0 || closeGap;
    return new Map(stay.sort((a, b) => a - b).map((index, at) => [index, isRenumbered ? at + 1 : index]));
}
function differences(was, now, grownTo) {
    const size = grownTo ?? was.size;
    const expected = { ...was, size };
    return ['guid', 'typeGuid', 'name', 'attributes', 'offset', 'size', 'fileSystem', 'type'].flatMap((key) => now[key] === expected[key]
        ? []
        : [`partition ${was.index} has the ${key} ${now[key] ?? 'none'}, not ${expected[key] ?? 'none'}`]);
}
async function wrongStores(disk, { after, plan, loadedFrom }) {
    const wrong = [];
    for (const [guid, started] of loadedFrom) {
        const esp = after.partitions.find((partition) => partition.guid === guid);
        if (esp !== undefined)
            wrong.push(...(await wrongStore(disk, esp, plan, started)));
    }
    return wrong;
}
/** A store that was cleaned names none of the partitions that went, and still starts from those that stayed. */
async function wrongStore(disk, esp, plan, loadedFrom) {
    try {
        const hive = await (0,boot_store/* readBootStore */.QW)(await (0,fat_volume/* openFatVolume */.y)(disk, esp.offset, esp.size), disk);
        if (hive === undefined)
            return ['the boot store is gone'];
        const named = new Set((0,bcd_devices/* partitionDevices */.s7)(hive).map(({ partition }) => partition));
        const started = new Set((0,bcd_devices/* defaultLoaderDevices */.Yl)(hive).map(({ partition }) => partition));
        return [
            ...plan.remove
                .filter(({ guid }) => named.has(guid))
                .map(({ index }) => `the boot store still names the removed partition ${index}`),
            ...loadedFrom
                .filter((guid) => !started.has(guid))
                .map((guid) => `the boot store does not start partition ${guid} any more`),
        ];
    }
    catch (error) {
        if (error instanceof errors/* FormatError */.IF)
            return [`the boot store cannot be read (${error.message})`];
        throw error;
    }
}

// EXTERNAL MODULE: ./.cache/build/src/bcd/bcd-recovery.js
var bcd_recovery = __webpack_require__(37137);
// EXTERNAL MODULE: ./.cache/build/src/check/rule.js
var rule = __webpack_require__(21667);
;// CONCATENATED MODULE: ./.cache/build/src/disk/fat/fat-replace-file.js
/** Gives a file of a FAT volume new content so that a crash at any moment leaves the old or the new file, never a mixture. */
/**
 * Writes `content` to free clusters, chains them, and only then points the directory entry at them: 32 bytes inside one
 * sector, the one write that switches from old to new. What a crash leaves besides are clusters that belong to no file.
 * The volume's cached table is stale afterwards: open it again.
 * @returns false, with nothing written, when the volume lacks free space for the second copy
 */
async function replaceFatFile(disk, volume, file, content) {
    const { geometry } = volume;
    const count = Math.ceil(content.length / geometry.clusterSize);
    const clusters = await findFreeClusters(volume, count);
    if (clusters === undefined)
        return false;
    const old = file.firstCluster === 0 ? [] : await volume.chain(file.firstCluster);
    for (const [index, cluster] of clusters.entries()) {
        const block = Buffer.alloc(geometry.clusterSize);
        content.copy(block, 0, index * geometry.clusterSize);
        await disk.write(volume.offset + volume.clusterOffset(cluster), block);
    }
    await disk.flush();
    const endOfChain = 0x0fffffff;
    await writeTable(disk, volume, new Map(clusters.map((cluster, index) => [cluster, clusters[index + 1] ?? endOfChain])));
    await disk.flush();
    await pointEntryAt(disk, volume, file, clusters[0] ?? 0, content.length);
    await disk.flush();
    await writeTable(disk, volume, new Map(old.map((cluster) => [cluster, 0])));
    await countFreeClusters(disk, volume, old.length - clusters.length);
    await disk.flush();
    return true;
}
async function findFreeClusters(volume, count) {
    const clusters = [];
    const last = volume.geometry.clusterCount + 1;
    for (let cluster = 2; clusters.length < count; cluster++) {
        if (cluster > last)
            return undefined;
        if ((await volume.tableEntry(cluster)) === 0)
            clusters.push(cluster);
    }
    return clusters;
}
async function pointEntryAt(disk, volume, file, firstCluster, size) {
    const { sectorSize } = volume.geometry;
    const start = file.entryOffset - (file.entryOffset % sectorSize);
    const sector = await disk.read(volume.offset + start, sectorSize);
    const at = file.entryOffset - start;
    sector.writeUInt16LE(firstCluster >>> 16, at + 20);
    sector.writeUInt16LE(firstCluster & 0xffff, at + 26);
    sector.writeUInt32LE(size, at + 28);
    await disk.write(volume.offset + start, sector);
}
/** Writes table entries to every copy of the table, whole sectors at a time. */
async function writeTable(disk, volume, entries) {
    const { geometry } = volume;
    const sectors = new Map();
    const edit = async (position, change) => {
        const start = position - (position % geometry.sectorSize);
        let sector = sectors.get(start);
        if (sector === undefined) {
            sector = await disk.read(volume.offset + (geometry.fatOffsets[0] ?? 0) + start, geometry.sectorSize);
            sectors.set(start, sector);
        }
        sector[position - start] = change(sector[position - start] ?? 0);
    };
    for (const [cluster, value] of entries) {
        for (const { position, mask, byte } of tableBytes(geometry, cluster, value)) {
            await edit(position, (old) => (old & ~mask) | (byte & mask));
        }
    }
    for (const copy of geometry.fatOffsets) {
        for (const [start, sector] of sectors)
            await disk.write(volume.offset + copy + start, sector);
    }
}
/** The bytes of one table entry. The top four bits of a FAT32 entry are reserved and kept. */
function tableBytes(geometry, cluster, value) {
    const bytes = (position, number, masks) => masks.map((mask, index) => ({ position: position + index, mask, byte: (number >>> (8 * index)) & 0xff }));
    switch (geometry.type) {
        case 'fat32':
            return bytes(cluster * 4, value, [0xff, 0xff, 0xff, 0x0f]);
        case 'fat16':
            return bytes(cluster * 2, value, [0xff, 0xff]);
        case 'fat12': {
            const position = cluster + (cluster >> 1);
            return cluster % 2 === 0 ? bytes(position, value, [0xff, 0x0f]) : bytes(position, value << 4, [0xf0, 0xff]);
        }
    }
}
/** Keeps FSInfo's count of free clusters right (section 5 of the specification); 0xFFFFFFFF means "not known" and stays. */
async function countFreeClusters(disk, volume, freed) {
    const { fsInfoOffset, sectorSize, clusterCount } = volume.geometry;
    if (fsInfoOffset === undefined || freed === 0)
        return;
    const sector = await disk.read(volume.offset + fsInfoOffset, sectorSize);
    if (sector.readUInt32LE(0) !== 0x41615252 || sector.readUInt32LE(484) !== 0x61417272)
        return;
    const free = sector.readUInt32LE(488);
    if (free > clusterCount)
        return;
    sector.writeUInt32LE(free + freed, 488);
    await disk.write(volume.offset + fsInfoOffset, sector);
}

;// CONCATENATED MODULE: ./.cache/build/src/repair/clean-boot-store.js
/** Takes the recovery sequence out of the boot stores on the EFI system partition, so that nothing names a partition that goes. */







/** The store that firmware starts from, and the second one that Windows keeps beside it. */
const STORES = [system_partition/* BOOT_STORE */.Zx, '/EFI/Microsoft/Recovery/BCD'];
/**
 * Each store is replaced so that a crash leaves the old or the new one. A store that cannot be read is left and said: the
 * repair of the layout does not depend on it. Of several EFI system partitions all are cleaned: from which one a machine starts, its own
 * firmware knows.
 */
async function cleanBootStores(disk, layout, removed) {
    const all = removed.length === 0 ? [] : (0,system_partition/* systemPartitions */.x$)(layout);
    const changed = [];
    const cleaned = [];
    const findings = [];
    for (const esp of all) {
        const named = (path) => (all.length === 1 ? path : `${path} (partition ${esp.index})`);
        // What is wrong with a partition that cannot be read is said once.
        for (const path of (await isReadable(disk, esp)) ? STORES : STORES.slice(0, 1)) {
            try {
                const problem = await cleanStore(disk, esp, path, removed);
                if (problem === 'cleaned')
                    changed.push(named(path));
                else if (problem !== undefined)
                    findings.push(left(named(path), problem));
                if (problem === 'cleaned' && path === system_partition/* BOOT_STORE */.Zx)
                    cleaned.push(esp.guid);
            }
            catch (error) {
                if (!(error instanceof errors/* FormatError */.IF))
                    throw error;
                findings.push(left(named(path), error.message));
            }
        }
    }
    return { changed, cleaned, findings };
}
async function isReadable(disk, { offset, size }) {
    return (await (0,errors/* unlessDamaged */.Ak)(() => (0,fat_volume/* openFatVolume */.y)(disk, offset, size))) !== undefined;
}
/** @returns `cleaned`, undefined when there was nothing to clean, or why something was left */
async function cleanStore(disk, esp, path, removed) {
    const volume = await (0,fat_volume/* openFatVolume */.y)(disk, esp.offset, esp.size);
    const file = await volume.find(path);
    if (file === undefined)
        return undefined;
    const store = await volume.readFile(file, boot_store/* MAX_BOOT_STORE */._S);
    const guids = removed.map(({ guid }) => guid);
    const cleaning = (0,bcd_recovery/* removeRecovery */.o)(store, `${disk.path}!${path}`, guids);
    if (cleaning.store !== undefined && !(await replaceFatFile(disk, volume, file, cleaning.store))) {
        return 'the EFI system partition has no room for a second copy of the store';
    }
    if (cleaning.left.length > 0) {
        const where = cleaning.left.map(({ object, element }) => `${object} ${element}`).join(', ');
        return `elements that are no part of a recovery sequence name the partition: ${where}`;
    }
    return cleaning.store === undefined ? undefined : 'cleaned';
}
const BCD_LEFT = {
    code: 'repair-bcd-left',
    severity: 'warning',
    remedy: 'In the guest run "reagentc /disable", then "reagentc /enable": WinRE then lives on C:.',
    source: 'Microsoft, reagentc',
};
function left(path, problem) {
    return (0,rule/* found */.F9)(BCD_LEFT, `The boot store ${path.replaceAll('/', '\\')} was left as it is: ${problem}`);
}

// EXTERNAL MODULE: ./.cache/build/src/disk/free-space.js + 1 modules
var free_space = __webpack_require__(34335);
// EXTERNAL MODULE: ./.cache/build/src/disk/ntfs/ntfs-boot-sector.js
var ntfs_boot_sector = __webpack_require__(2777);
// EXTERNAL MODULE: ./.cache/build/src/disk/zero-bytes.js
var zero_bytes = __webpack_require__(36512);
// EXTERNAL MODULE: ./.cache/build/src/files/open-named.js
var open_named = __webpack_require__(38488);
;// CONCATENATED MODULE: ./.cache/build/src/repair/extend-ntfs.js
/** Grows an NTFS volume inside a disk: ntfsresize works on a sparse copy, and what it changed is written back in a safe order. */






const CHUNK = 2 ** 20;
const PAGE = 4096;
/** Where the boot sector has the first cluster of the mirror, and how many records that holds. */
const NTFS_BOOT_MIRROR = 56;
const MIRRORED_RECORDS = 4;
/** Bytes that the volume at `offset` uses of its partition. @throws FormatError when it is not NTFS */
async function ntfsSize(disk, offset) {
    const sector = await disk.read(offset, ntfs_boot_sector/* NTFS_BOOT_BYTES */.F);
    const { sectorSize } = (0,ntfs_boot_sector/* decodeNtfsBootSector */.a)(sector, disk.path, offset);
    // The last sector of the partition holds the copy of the boot sector and is not counted in the volume.
    return (Number(sector.readBigUInt64LE(40)) + 1) * sectorSize;
}
/**
 * Grows the volume to `size` bytes; its partition has that size already. A volume that is larger than before in its partition
 * entry and not in its boot sector is valid, so a crash before the boot sector is written leaves the old volume.
 * @throws ToolError when ntfsresize refuses, for example because the volume needs chkdsk, or finds its own work wrong; nothing
 *   was written then
 */
async function extendNtfs(disk, offset, size, context) {
    const copy = (0,external_node_path_.join)(context.temp, 'windows-volume.ntfs');
    const file = await (0,open_named/* openNamed */.S)(copy, 'w+');
    try {
        await file.truncate(size);
        await copyData(disk, offset, size, context.signal, async (data, at) => void (await file.write(data, 0, data.length, at)));
        await context.tools.run('ntfsresize', ['--force', '--no-progress-bar', copy], { input: 'y\n' });
        await restoreMirroredRecords(disk, offset, file);
        await context.tools.run('ntfsresize', ['--info', '--force', '--no-progress-bar', copy]);
        await writeBack(disk, offset, size, file, context.signal);
    }
    finally {
        await file.close();
        // Run-long temporary, but as large as the data of Windows: not kept until the end of the run.
        await (0,promises_.open)(copy, 'w').then((handle) => handle.close());
    }
}
/**
 * ntfsresize marks the volume for chkdsk, in the fourth file record and in its mirror: no crash changes both or neither, and a
 * volume whose mirror differs is not mounted by ntfs-3g. These records stay as they were; the check afterwards, which goes
 * through every cluster, stands in for chkdsk.
 */
async function restoreMirroredRecords(disk, offset, file) {
    const boot = await disk.read(offset, ntfs_boot_sector/* NTFS_BOOT_BYTES */.F);
    const { clusterSize, recordSize, mftCluster } = (0,ntfs_boot_sector/* decodeNtfsBootSector */.a)(boot, disk.path, offset);
    const mirrorCluster = Number(boot.readBigUInt64LE(NTFS_BOOT_MIRROR));
    for (const cluster of [mftCluster, mirrorCluster]) {
        const records = await disk.read(offset + cluster * clusterSize, MIRRORED_RECORDS * recordSize);
        await file.write(records, 0, records.length, cluster * clusterSize);
    }
}
/** Hands on what is stored of the volume, leaving zeros and free space out. */
async function copyData(disk, offset, size, signal, take) {
    for await (const range of disk.ranges()) {
        const end = Math.min(range.offset + range.length, offset + size);
        if (range.kind !== 'data')
            continue;
        for (let at = Math.max(range.offset, offset); at < end; at += CHUNK) {
            signal.throwIfAborted();
            const data = await disk.read(at, Math.min(CHUNK, end - at));
            if (!(0,zero_bytes/* isZero */.b)(data))
                await take(data, at - offset);
        }
    }
}
/**
 * Puts what ntfsresize changed into the disk, in three steps with a flush after each: what the old volume has free or does not
 * reach, which nothing refers to yet; then the metadata; then the boot sector with the new size. Until that is written, the old
 * volume stands.
 */
async function writeBack(disk, offset, size, file, signal) {
    const oldEnd = await ntfsSize(disk, offset);
    const { extents: free } = await (0,free_space/* findFreeSpace */.S)(disk);
    const isUnseen = (at, length) => {
        const unused = [...free.within(offset + at, offset + at + length)];
        return at >= oldEnd || unused.reduce((sum, { start, end }) => sum + end - start, 0) === length;
    };
    const unseen = [];
    const metadata = [];
    for await (const { at, length } of changedPages(disk, offset, size, file, signal)) {
        if (at > 0)
            (isUnseen(at, length) ? unseen : metadata).push(at);
    }
    for (const pages of [unseen, metadata, [0]]) {
        for (const at of pages) {
            const page = Buffer.alloc(Math.min(PAGE, size - at));
            await file.read(page, 0, page.length, at);
            await disk.write(offset + at, page);
        }
        await disk.flush();
    }
}
/** The pages of the volume in which the file differs from the disk, ascending. */
async function* changedPages(disk, offset, size, file, signal) {
    const after = Buffer.alloc(CHUNK);
    for (let start = 0; start < size; start += CHUNK) {
        signal.throwIfAborted();
        const length = Math.min(CHUNK, size - start);
        await file.read(after, 0, length, start);
        const before = await disk.read(offset + start, length);
        if (before.equals(after.subarray(0, length)))
            continue;
        for (let at = 0; at < length; at += PAGE) {
            const end = Math.min(at + PAGE, length);
            if (!before.subarray(at, end).equals(after.subarray(at, end)))
                yield { at: start + at, length: end - at };
        }
    }
}

;// CONCATENATED MODULE: ./.cache/build/src/repair/grow-windows.js
/** Grows Windows over the space behind it, and says why it does not where it does not. */





/** Writes nothing. */
async function planGrowth(disk, plan, { tools }) {
    const { windows, growTo, freedElsewhere } = plan;
    if (windows === undefined)
        return { findings: [notGrown('no partition with Windows was found')] };
    if (windows.fileSystem !== 'ntfs') {
        return { findings: [notGrown(`it holds ${windows.fileSystem ?? 'no file system that is known here'}, not NTFS`)] };
    }
    const volumeSize = await (0,errors/* unlessDamaged */.Ak)(() => ntfsSize(disk, windows.offset));
    if (volumeSize === undefined)
        return { findings: [notGrown('its NTFS volume is damaged')] };
    const elsewhere = freedElsewhere > 0 ? [notAdjacent(freedElsewhere, growTo)] : [];
    // A run that was ended between the table and the file system left a partition larger than its volume.
    if (growTo === undefined && volumeSize + 2 ** 20 > windows.size) {
        return { findings: elsewhere.length > 0 ? elsewhere : [notAdjacent(0, growTo)] };
    }
    if (await tools.has('ntfsresize'))
        return { size: growTo ?? windows.size, findings: elsewhere };
    const missing = notGrown('the program ntfsresize is not on this machine', 'Install ntfs-3g on a Linux runner and repeat with extend: true, or grow C: in Windows (diskpart: extend).');
    return { findings: [...elsewhere, missing] };
}
/** @param freed bytes where Windows cannot grow over them @param growTo undefined: it does not grow at all */
function notAdjacent(freed, growTo) {
    const elsewhere = freed === 0
        ? ''
        : `${(0,units/* formatSize */.Xq)(freed)} were freed where they do not follow the Windows partition, which cannot grow over them`;
    const nothing = growTo === undefined ? 'Windows was not grown: nothing free lies behind its partition' : '';
    return (0,rule/* found */.F9)(NOT_ADJACENT, [nothing, elsewhere].filter((text) => text !== '').join('; '));
}
const NOT_ADJACENT = {
    code: 'repair-extend-not-adjacent',
    severity: 'info',
    remedy: 'Nothing needs to be done: free space in front of Windows stays unallocated, and partitions are not moved.',
    source: 'UEFI specification 2.10, section 5.3 (partitions are contiguous)',
};
const NOT_GROWN = {
    code: 'repair-extend-left',
    severity: 'warning',
    remedy: 'Grow C: in Windows (diskpart: select volume C, extend), if it is to grow at all.',
    source: 'ntfsresize(8): which volumes are left alone',
};
const GROW_FINDINGS = [NOT_ADJACENT, NOT_GROWN];
function notGrown(why, remedy = NOT_GROWN.remedy) {
    return { ...(0,rule/* found */.F9)(NOT_GROWN, `The Windows partition was not grown: ${why}`), remedy };
}
/** Partition first, then volume. @returns the size of the partition; why the volume was not grown is said among the findings */
async function growWindows(disk, { windows }, size, context) {
    if (windows === undefined)
        return undefined;
    context.log.info(`Growing Windows to ${(0,units/* formatSize */.Xq)(size)}`);
    if (size !== windows.size)
        await movePartitionEnd(disk, windows.offset, windows.offset + size);
    try {
        await extendNtfs(disk, windows.offset, size, context);
        return { changed: true, size, findings: [] };
    }
    catch (error) {
        if (!(error instanceof errors/* ToolError */.v4))
            throw error;
        // Nothing of the volume was written then, and one that is smaller than its partition is sound.
        const left = {
            ...(0,rule/* found */.F9)(NOT_GROWN, `The Windows volume was not grown: ${error.tail.match(/ERROR.*/)?.[0] ?? error.message}`),
            remedy: 'In the guest run "chkdsk C: /f", restart, and grow C: (diskpart: select volume C, extend filesystem).',
        };
        return { changed: size !== windows.size, size, findings: [left] };
    }
}

// EXTERNAL MODULE: ./.cache/build/src/disk/gpt/partition-types.js
var partition_types = __webpack_require__(42758);
// EXTERNAL MODULE: ./.cache/build/src/disk/layout.js
var disk_layout = __webpack_require__(51138);
;// CONCATENATED MODULE: ./.cache/build/src/repair/plan-repair.js
/** What a repair will do to a layout, computed before anything is touched. */



/** Growing by less is not worth touching a file system for; it is also what alignment leaves between partitions. */
const SMALLEST_GROWTH = 2 ** 20;
/** @param extend grow Windows over the space directly behind it, whether it is freed now or was before */
function planRepair(layout, gpt, extend) {
    const remove = layout.partitions.filter(({ type }) => type === 'recovery');
    const kept = layout.partitions.filter(({ type }) => type !== 'recovery');
    const windows = kept.find(({ type }) => type === 'windows');
    const moveBackup = extend && !(0,gpt_gpt/* isBackupAtEnd */.tt)(gpt, layout.diskSize);
    const windowsEnd = windows === undefined ? 0 : windows.offset + windows.size;
    const end = windows === undefined ? 0 : Math.max(windowsEnd, freeUntil(kept, windows, usableEnd(layout, gpt, moveBackup)));
    const within = remove.filter(({ offset }) => windows !== undefined && offset > windows.offset && offset < end);
    const freedElsewhere = remove
        .filter((partition) => !within.includes(partition))
        .reduce((sum, { size }) => sum + size, 0);
    return {
        remove,
        staleBackup: gpt.onlyInBackup.some(({ typeGuid }) => typeGuid === partition_types/* RECOVERY_TYPE */.hZ),
        damagedCopy: !gpt.primary.valid || !gpt.backup.valid,
        closeGap: windows !== undefined && (0,disk_layout/* blankEntryBefore */.Ir)(layout, windows) !== undefined,
        moveBackup,
        freedElsewhere,
        ...(windows && { windows }),
        ...(extend && windows && end - windowsEnd >= SMALLEST_GROWTH && { growTo: end - windows.offset }),
    };
}
/** Where partitions have to end, bytes. */
function usableEnd({ diskSize }, gpt, moveBackup) {
    const truth = gpt.primary.valid ? gpt.primary : gpt.backup;
    if (!moveBackup || !truth.valid)
        return (gpt.lastUsableLba + 1) * gpt.sectorSize;
    const lastLba = Math.floor(diskSize / gpt.sectorSize) - 1;
    return (lastLba - (0,gpt_gpt/* gptEntryBlocks */.Y3)(truth.header, gpt.sectorSize)) * gpt.sectorSize;
}
/** End of the space behind the partition that will belong to nobody, a whole MiB as Windows aligns. */
function freeUntil(kept, partition, limit) {
    const next = kept.find(({ offset }) => offset > partition.offset);
    return Math.floor((next?.offset ?? limit) / 2 ** 20) * 2 ** 20;
}

;// CONCATENATED MODULE: ./.cache/build/src/repair/repair-disk.js
/** Removes the Recovery partitions of a disk that is open for writing, and everything that refers to them. */
















/**
 * First the boot stores, then the table, then the file system: after a crash between any two writes the disk starts with the
 * old or the new table, and running the repair again finishes it. All but the file system is rehearsed in memory first, so that what
 * cannot be repaired is refused before the first byte is written.
 * @throws FormatError when the disk has no valid GPT; UserError disk-invalid for a disk with a master boot record, a hybrid MBR,
 *   overlapping partitions or a hibernated Windows; layout-wrong when reading back shows something unexpected
 */
async function repairDisk(disk, { extend, elsewhere = [] }, context) {
    await assertNoMbrDisk(disk);
    const before = await (0,boot_store/* readSystemLayout */.sU)(disk);
    const gpt = await (0,gpt_gpt/* readGpt */.CN)(disk);
    const plan = planRepair(before, gpt, extend);
    const start = { before, gpt, plan, elsewhere, loadedFrom: await loadedFrom(disk, before) };
    const growth = extend ? await planGrowth(disk, plan, context) : { findings: [] };
    if (changesTable(plan) || growth.size !== undefined) {
        await assertTableEditable(disk);
        await assertNotHibernated(disk, before);
    }
    const rehearsal = overlayDisk(disk);
    await assertRepaired(rehearsal, await claimOf(rehearsal, start, await removeRecovery(rehearsal, start)));
    for (const { index, size } of plan.remove)
        context.log.info(`Removing Recovery partition ${index} (${(0,units/* formatSize */.Xq)(size)})`);
    if (plan.closeGap)
        context.log.info('Numbering the partitions without the blank entry in front of that of Windows');
    if (plan.damagedCopy)
        context.log.info('Writing the damaged copy of the GPT again');
    if (plan.staleBackup)
        context.log.info('Writing the backup GPT again, which lists a Recovery partition of its own');
    const stores = await removeRecovery(disk, start);
    const grown = growth.size === undefined ? undefined : await growWindows(disk, plan, growth.size, context);
    const claim = await claimOf(disk, start, stores, grown?.size);
    await assertRepaired(disk, claim);
    return {
        changed: changesTable(plan) || stores.changed.length > 0 || grown?.changed === true,
        before,
        after: claim.after,
        bootStores: stores.changed,
        findings: [...stores.findings, ...growth.findings, ...(grown?.findings ?? [])],
    };
}
function changesTable({ remove, staleBackup, damagedCopy, closeGap, moveBackup }) {
    return remove.length > 0 || staleBackup || damagedCopy || closeGap || moveBackup;
}
async function assertNoMbrDisk(disk) {
    if (disk.size < mbr/* MBR_BYTES */.kD || (0,mbr/* classifyMbr */.iH)(await disk.read(0, mbr/* MBR_BYTES */.kD)) !== 'mbr-partitions')
        return;
    throw new errors/* UserError */.yo('disk-invalid', `${disk.path} is partitioned by a master boot record, not GPT, so it has no Recovery partition of the kind that is removed here`, 'Nothing was changed. Give the disk of an EFI machine; verify-quiesce shows what is on this one.');
}
/** What a resumed Windows holds in memory, the table and the boot files among it, no longer fits a disk that was changed meanwhile. */
async function assertNotHibernated(disk, { partitions }) {
    for (const { index, fileSystem, offset, size } of partitions) {
        if (fileSystem !== 'ntfs')
            continue;
        const state = await (0,errors/* unlessDamaged */.Ak)(async () => (0,ntfs_state/* readNtfsState */.X)(await ntfs_volume/* NtfsVolume */.yz.open(disk, offset, size)));
        if (state !== 'hibernated')
            continue;
        throw new errors/* UserError */.yo('disk-invalid', `${disk.path}: Windows is hibernated on partition ${index} and would resume onto a disk that has changed`, 'Start Windows, run "powercfg /h off", shut it down with "shutdown /s /t 0", and repeat. Nothing was changed.');
    }
}
async function loadedFrom(disk, layout) {
    const found = new Map();
    for (const { guid, offset, size } of (0,system_partition/* systemPartitions */.x$)(layout)) {
        const store = await (0,errors/* unlessDamaged */.Ak)(async () => (0,boot_store/* readBootStore */.QW)(await (0,fat_volume/* openFatVolume */.y)(disk, offset, size), disk));
        const devices = store && (await (0,errors/* unlessDamaged */.Ak)(async () => (0,bcd_devices/* defaultLoaderDevices */.Yl)(store)));
        found.set(guid, [...new Set(devices?.map(({ partition }) => partition) ?? [])]);
    }
    return found;
}
/** Stores and table; everything that needs no tool. */
async function removeRecovery(disk, { before, plan, elsewhere }) {
    const stores = await cleanBootStores(disk, before, [...plan.remove, ...elsewhere]);
    if (plan.remove.length > 0 || plan.closeGap) {
        await removePartitions(disk, plan.remove.map(({ index }) => index));
    }
    else if (plan.staleBackup || plan.damagedCopy)
        await alignCopies(disk);
    if (plan.moveBackup)
        await moveBackupToEnd(disk);
    return stores;
}
async function claimOf(disk, start, stores, grownTo) {
    const { before, gpt, plan } = start;
    return {
        before,
        after: await (0,boot_store/* readSystemLayout */.sU)(disk),
        plan,
        gpt,
        tableWritten: changesTable(plan) || grownTo !== undefined,
        ...(grownTo !== undefined && { grownTo }),
        loadedFrom: new Map(stores.cleaned.map((esp) => [esp, start.loadedFrom.get(esp) ?? []])),
    };
}

// EXTERNAL MODULE: ./.cache/build/src/ova/archive-date.js
var archive_date = __webpack_require__(81136);
// EXTERNAL MODULE: ./.cache/build/src/ova/ova-disks.js
var ova_disks = __webpack_require__(48178);
// EXTERNAL MODULE: ./.cache/build/src/ova/ova-package.js + 3 modules
var ova_package = __webpack_require__(30346);
// EXTERNAL MODULE: ./.cache/build/src/ova/verify-manifest.js
var verify_manifest = __webpack_require__(47864);
// EXTERNAL MODULE: ./.cache/build/src/files/same-file.js
var same_file = __webpack_require__(98217);
;// CONCATENATED MODULE: ./.cache/build/src/repair/repair-target.js
/** Where a repaired image is written anew, and what a run that is killed may leave of it. */




/** @param output may be the image itself, also by another way that leads to it */
async function repairTarget(image, output) {
    if (!(await (0,same_file/* isSameFile */.D)(image, output)))
        return { path: output, inPlace: false, held: await (0,held_path/* partialOf */.Z)(output) };
    const path = `${await (0,follow_links/* followLinks */.n)(image)}.repaired${move_into_place/* PARTIAL_SUFFIX */.oG}`;
    // It too is written under a temporary name first.
    return { path, inPlace: true, held: { paths: [path, path + move_into_place/* PARTIAL_SUFFIX */.oG] } };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./.cache/build/src/archives/tar/tar-header.js
var tar_header = __webpack_require__(28453);
// EXTERNAL MODULE: ./.cache/build/src/disk/vmdk/vmdk-stream-writer.js + 1 modules
var vmdk_stream_writer = __webpack_require__(30988);
// EXTERNAL MODULE: ./.cache/build/src/files/partial-file.js
var partial_file = __webpack_require__(38258);
// EXTERNAL MODULE: ./.cache/build/src/files/write-fully.js
var write_fully = __webpack_require__(16480);
// EXTERNAL MODULE: ./.cache/build/src/ova/image-setting.js
var image_setting = __webpack_require__(24925);
// EXTERNAL MODULE: ./.cache/build/src/ova/manifest.js
var ova_manifest = __webpack_require__(63664);
// EXTERNAL MODULE: ./.cache/build/src/ova/member-name.js
var member_name = __webpack_require__(69599);
;// CONCATENATED MODULE: ./.cache/build/src/repair/rewrite-ova.js
/** Writes an OVA again with other disks in it: descriptor, other members and their order stay, sizes and digests become true. */










const COPY = 2 ** 20;
/** Room for a size of any number of digits, so that the descriptor's length is known before the disk's. */
const SIZE_FIELD = 26;
/**
 * @param ova stays open; @param replaced what these of its members shall hold; @param to the new file
 * @throws UserError ova-invalid when the descriptor does not name a member that is replaced
 */
async function rewriteOva(ova, replaced, to, options) {
    const package_ = {
        ...describePackage(ova, [...replaced.keys()]),
        descriptor: await descriptorBytes(ova),
        image: await imageOf(ova, replaced),
    };
    const file = await (0,partial_file/* createPartialFile */.k)(to);
    let position = 0;
    const append = async (bytes) => {
        await (0,write_fully/* writeFully */.K)(file.handle, bytes, position);
        position += bytes.length;
    };
    try {
        const digestLength = (0,external_node_crypto_.createHash)(package_.algorithm).digest('hex').length;
        const placeholders = new Map(package_.files.map(({ name }) => [name, '0'.repeat(digestLength)]));
        const front = renderFront(package_, new Map(), placeholders, options.modified);
        await append(front);
        const digests = new Map();
        const sizes = new Map();
        for (const member of package_.files) {
            const hash = (0,external_node_crypto_.createHash)(package_.algorithm);
            const header = position;
            await append((0,tar_header/* encodeTarHeader */.Nj)({ name: member.name, size: member.size, modified: options.modified }));
            const start = position;
            const sink = async (bytes) => {
                hash.update(bytes);
                await append(bytes);
            };
            const disk = replaced.get(member);
            if (disk === undefined)
                await copyMember(ova, member, sink, options.signal);
            else
                await writeDisk(disk, member, sink, options);
            const size = position - start;
            sizes.set(member, size);
            const settled = (0,tar_header/* encodeTarHeader */.Nj)({ name: member.name, size, modified: options.modified });
            await (0,write_fully/* writeFully */.K)(file.handle, settled, header);
            await append(Buffer.alloc((0,tar_header/* tarPadding */.vr)(size)));
            digests.set(member.name, hash.digest('hex'));
        }
        await append(Buffer.alloc((0,tar_header/* tarTrailer */.j6)(position)));
        const settled = renderFront(package_, sizes, digests, options.modified);
        if (settled.length !== front.length)
            throw new RangeError('the front of the archive changed its length');
        await (0,write_fully/* writeFully */.K)(file.handle, settled, 0);
        options.signal.throwIfAborted();
        await file.finish();
        return { signatureDropped: [...ova.members.keys()].some(isSignature) };
    }
    finally {
        await file.discard();
    }
}
async function descriptorBytes({ source, members, descriptor }) {
    const { offset, size } = members.get(descriptor.name) ?? { offset: 0, size: 0 };
    return (await source.read(offset, size)).toString('latin1');
}
async function copyMember({ source }, { offset, size }, sink, signal) {
    for (let at = 0; at < size; at += COPY) {
        signal.throwIfAborted();
        await sink(await source.read(offset + at, Math.min(COPY, size - at)));
    }
}
async function writeDisk({ disk, toolsInstalled }, { name }, sink, { level, signal }) {
    await (0,vmdk_stream_writer/* writeVmdkStream */.y)(disk, sink, { name, level, toolsInstalled, adapterType: 'lsilogic', signal });
}
/** Undefined where the descriptor says nothing of the image, or the system disk stays. */
async function imageOf(ova, replaced) {
    const said = ova.ovf.extraConfig.get(image_setting/* IMAGE_SETTING */.$) ?? '';
    if (!/^[0-9a-f]{32}$/.test(said))
        return undefined;
    const system = replaced.get((0,ova_disks/* disksOf */.Gu)(ova)[0].member);
    return system && [said, await (0,vmdk_stream_writer/* identifyContent */.U)(system.disk)];
}
function isSignature(name) {
    return name.toLowerCase().endsWith('.cert');
}
function describePackage(ova, replaced) {
    const { descriptor, manifest, members, ovf } = ova;
    const membersById = new Map(ovf.files.flatMap(({ id, href, compression }) => {
        const member = (0,member_name/* findReferenced */.FU)(members, href, descriptor.name);
        return member === undefined || compression !== undefined ? [] : [[id, member]];
    }));
    const unnamed = replaced.find((member) => ![...membersById.values()].includes(member));
    if (unnamed !== undefined) {
        throw new errors/* UserError */.yo('ova-invalid', `The descriptor ${descriptor.name} does not list the disk ${unnamed.name} among its files`, 'Make the OVA again with convert-ova or ovftool.');
    }
    const apart = [descriptor.name, manifest?.name];
    return {
        ova,
        manifestName: manifest?.name ?? descriptor.name.replace(/\.ovf$/i, '.mf'),
        algorithm: [...(manifest?.digests.values() ?? [])][0]?.algorithm ?? 'sha256',
        files: [...members.values()].filter(({ name }) => !apart.includes(name) && !isSignature(name)),
        membersById,
        replaced,
    };
}
function renderFront(package_, sizes, digests, modified) {
    const { name } = package_.ova.descriptor;
    const descriptor = Buffer.from(withTrueSizes(package_, sizes), 'latin1');
    const listed = package_.files.map((file) => ({ file: file.name, digest: digests.get(file.name) ?? '' }));
    const own = { file: name, digest: (0,external_node_crypto_.createHash)(package_.algorithm).update(descriptor).digest('hex') };
    const manifest = Buffer.from((0,ova_manifest/* renderManifest */.sB)(package_.algorithm, [own, ...listed]), 'utf8');
    return Buffer.concat([
        { name, bytes: descriptor },
        { name: package_.manifestName, bytes: manifest },
    ].flatMap(({ name: member, bytes }) => [
        (0,tar_header/* encodeTarHeader */.Nj)({ name: member, size: bytes.length, modified }),
        bytes,
        Buffer.alloc((0,tar_header/* tarPadding */.vr)(bytes.length)),
    ]));
}
/**
 * What is untrue in the descriptor, or becomes so by other disks: the size of a file (spaces behind it keep the length) and which disk it is for.
 * Many exporters write sizes that never were those of the files (govmomi issue 3440, packer issue 8995).
 */
function withTrueSizes({ descriptor, membersById, replaced, image }, sizes) {
    const text = image === undefined ? descriptor : descriptor.replaceAll(...image);
    return text.replaceAll(/<(?:[\w-]+:)?File\b[^>]*>/g, (tag) => {
        const id = /\bid\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(tag);
        const member = membersById.get(Buffer.from(id?.[1] ?? id?.[2] ?? '', 'latin1').toString('utf8'));
        if (member === undefined)
            return tag;
        const size = sizes.get(member) ?? 0;
        return tag.replace(/((?:[\w-]+:)?\bsize\s*=\s*)["'](\d*)["']\s*/, (whole, name, said) => !replaced.includes(member) && said === String(member.size)
            ? whole
            : `${name}"${size}"`.padEnd(name.length + SIZE_FIELD));
    });
}

;// CONCATENATED MODULE: ./.cache/build/src/repair/repair-ova.js
/** Repairs the disks of an OVA: each that its machine has, in memory; the archive is then written again with those that changed. */
















/** Level 1 of deflate, as convert-ova's default. */
const LEVEL = 1;
/**
 * Digests are checked first: a manifest that is written anew would vouch for whatever is in the archive.
 * @throws UserError ova-invalid, hash-mismatch, disk-in-use; as `repairDisk`
 */
async function repairOva(options, context) {
    const { image, output = image, dryRun } = options;
    await (0,disk_in_use/* assertNotInUse */.aX)(image, output === image && !dryRun ? 'write' : 'read');
    const ova = await (0,ova_package/* openOva */.R)(image);
    let closed = false;
    try {
        await (0,verify_manifest/* verifyManifest */.T)(ova, context.signal);
        const { repair, changed } = await repairDisks(ova, options, context);
        if (dryRun)
            return repair;
        if (changed.size === 0) {
            if (output !== image)
                await copyImage(image, output, context, async () => { });
            return repair;
        }
        const target = await repairTarget(image, output);
        const settled = context.hold(held_path/* HELD_PATH */.w, target.held);
        await rewrite(ova, changed, target.path, options.sourceDate, context);
        await ova.close();
        closed = true;
        if (target.inPlace)
            await (0,move_into_place/* moveIntoPlace */.hU)(target.path, image);
        settled();
        return repair;
    }
    finally {
        if (!closed)
            await ova.close();
    }
}
/** The data disks first: what is removed from them may be named by the boot store of the system disk. */
async function repairDisks(ova, { extend }, context) {
    const [system, ...others] = (0,ova_disks/* disksOf */.Gu)(ova);
    const changed = new Map();
    const elsewhere = [];
    const done = [];
    const repairOne = async (disk, overlay, options) => {
        const repair = await repairDisk(overlay, options, context);
        if (!repair.changed)
            return repair;
        assertVmdk(overlay);
        discardRemoved(overlay, repair);
        changed.set(disk.member, { disk: overlay, toolsInstalled: await (0,vmware_tools/* hasVmwareTools */.G)(overlay, repair.after) });
        return repair;
    };
    for (const other of others) {
        const overlay = overlayDisk(await (0,ova_disks/* openOvaDisk */.O3)(ova, other));
        // A data disk may have another table or none; then there is nothing on it to repair.
        if ((await (0,errors/* unlessDamaged */.Ak)(() => (0,gpt_gpt/* readGpt */.CN)(overlay))) === undefined)
            continue;
        const repair = await repairOne(other, overlay, { extend: false });
        elsewhere.push(...removedBy(repair));
        done.push({ disk: other.member.name, repair });
    }
    const overlay = overlayDisk(await (0,ova_disks/* openOvaDisk */.O3)(ova, system));
    const repair = await repairOne(system, overlay, { extend, elsewhere });
    const findings = [...done.flatMap((other) => other.repair.findings), ...repair.findings];
    return {
        repair: { ...repair, changed: changed.size > 0, findings, ...(done.length > 0 && { others: done }) },
        changed,
    };
}
function removedBy({ before, after }) {
    return before.partitions.filter(({ guid }) => !after.partitions.some((now) => now.guid === guid));
}
function assertVmdk({ format, path }) {
    if (format.startsWith('vmdk-'))
        return;
    throw new errors/* UserError */.yo('disk-format-unsupported', `${path} is stored as ${format}, and the disk of an OVA is written as streamOptimized VMDK only`, 'Unpack it, repair it by itself, and make the OVA again.');
}
async function rewrite(ova, changed, target, sourceDate, { log, signal }) {
    const modified = (0,archive_date/* archiveSeconds */.G)(sourceDate);
    const { signatureDropped } = await rewriteOva(ova, changed, target, { level: LEVEL, modified, signal });
    if (signatureDropped)
        log.warning('The signature of the OVA was left out: sign the repaired package again.');
}

;// CONCATENATED MODULE: ./.cache/build/src/repair/rewrite-vmdk-stream.js
/** Writes a streamOptimized VMDK again with other content: one by itself, as it lies beside the descriptor of an exported OVF. */



/** @param to the new file, which appears when it is whole; @param options.name what it will be called in the end */
async function rewriteVmdkStream(disk, to, options) {
    const file = await (0,partial_file/* createPartialFile */.k)(to);
    let position = 0;
    const sink = async (bytes) => {
        await (0,write_fully/* writeFully */.K)(file.handle, bytes, position);
        position += bytes.length;
    };
    try {
        await (0,vmdk_stream_writer/* writeVmdkStream */.y)(disk, sink, { ...options, adapterType: 'lsilogic' });
        options.signal.throwIfAborted();
        await file.finish();
    }
    finally {
        await file.discard();
    }
}

;// CONCATENATED MODULE: ./.cache/build/src/repair/repair-image.js
/** Repairs a disk image or OVA: in place, to a copy, or as a dry run that writes nothing. */


















/** Level 1 of deflate, as convert-ova's default. */
const repair_image_LEVEL = 1;
/**
 * @throws UserError file-missing, file-exists, disk-in-use, disk-format-unknown, disk-format-unsupported, disk-invalid, ova-invalid,
 *   hash-mismatch, layout-wrong; FormatError for a damaged image. All but layout-wrong come before the first byte is written, and nothing
 *   stands under the name of the output unless the repair succeeded.
 */
async function repairImage(options, context) {
    const format = await formatOf(options.image);
    if (format === 'tar')
        return repairOva(options, context);
    if (options.dryRun)
        return onOverlay(options.image, (overlay) => repairDisk(overlay, options, context));
    if (format === 'vmdk-stream')
        return repairStream(options, context);
    if (options.output === undefined || options.output === options.image)
        return repairInPlace(options.image, options, context);
    if (format === 'vmdk-descriptor') {
        throw new errors/* UserError */.yo('disk-format-unsupported', `${options.image} is a VMDK descriptor whose data lies in other files, which a copy of it would still name`, 'Copy the descriptor with its extents into a folder of their own and repair that copy in place, without output.');
    }
    return repairCopy(options.image, options.output, options, context);
}
async function repairInPlace(path, { extend }, context) {
    return using(await (0,open_disk_for_writing/* openDiskForWriting */.t)(path), (disk) => repairDisk(disk, { extend }, context));
}
/** The copy is repaired under a temporary name, so that a half-made one is never taken for a result. */
async function repairCopy(image, output, options, context) {
    await (0,disk_in_use/* assertNotInUse */.aX)(image, 'read');
    return copyImage(image, output, context, (copy) => repairInPlace(copy, options, context));
}
/** A streamOptimized VMDK cannot be changed in place. */
async function repairStream({ image, output = image, extend }, context) {
    const target = await repairTarget(image, output);
    await (0,disk_in_use/* assertNotInUse */.aX)(image, target.inPlace ? 'write' : 'read');
    const settled = context.hold(held_path/* HELD_PATH */.w, target.held);
    const repair = await onOverlay(image, async (overlay) => {
        const done = await repairDisk(overlay, { extend }, context);
        if (!done.changed && target.inPlace)
            return done;
        discardRemoved(overlay, done);
        await rewriteVmdkStream(overlay, target.path, {
            name: (0,external_node_path_.basename)(output),
            level: repair_image_LEVEL,
            toolsInstalled: await (0,vmware_tools/* hasVmwareTools */.G)(overlay, done.after),
            signal: context.signal,
        });
        context.log.warning(`${output} is another file now: what a descriptor (.ovf) and a manifest (.mf) beside it say of its size and digest no longer fits.`);
        return done;
    });
    if (target.inPlace && repair.changed)
        await (0,move_into_place/* moveIntoPlace */.hU)(target.path, image);
    settled();
    return repair;
}
async function onOverlay(image, body) {
    return using(overlayDisk(await (0,open_disk/* openDisk */.U)(image)), body);
}
async function formatOf(path) {
    const source = await (0,byte_source/* openFileSource */.Sd)(path);
    try {
        const format = await (0,recognise_format/* recogniseFormat */.b)(source);
        return format === 'vmdk-sparse' && (await (0,vmdk_sparse_disk/* isVmdkStream */.Tb)(source)) ? 'vmdk-stream' : format;
    }
    finally {
        await source.close();
    }
}
async function using(disk, body) {
    try {
        return await body(disk);
    }
    finally {
        await disk.close();
    }
}

// EXTERNAL MODULE: ./.cache/build/src/vsphere/access/assert-privileges.js + 1 modules
var assert_privileges = __webpack_require__(83011);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/inventory/vm-placement.js
var vm_placement = __webpack_require__(57170);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/vm/while-cut-off.js
var while_cut_off = __webpack_require__(5610);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/moref.js
var wire_moref = __webpack_require__(7423);
// EXTERNAL MODULE: ./.cache/build/src/xml/xml-element.js
var xml_element = __webpack_require__(61268);
;// CONCATENATED MODULE: ./.cache/build/src/repair/live/assert-not-shared.js
/** Whether other VMs live on the disks of one: a linked clone reads through to them, and would see a disk that changed below it. */




const NAMED = 5;
/**
 * Looks at the files of all VMs on its datastores (vim25 VirtualMachineFileLayoutEx, API 4.0), where those of a parent stand with a clone.
 * @throws UserError vm-unfit with their names
 */
async function assertNotShared(session, { path }, facts) {
    const own = new Set(facts.devices.disks.map(({ file }) => file));
    const users = new Set();
    for (const datastore of facts.datastores) {
        const vms = await (0,properties/* readMembers */.mo)(session, datastore, 'vm', { VirtualMachine: ['name', 'layoutEx'] });
        for (const { moref, properties } of vms) {
            const files = (0,xml_element/* childrenNamed */.De)(properties.get('layoutEx'), 'file').map((file) => (0,xml_element/* textAt */.$6)(file, 'name') ?? '');
            if (!(0,wire_moref/* sameMoref */.W)(moref, facts.moref) && files.some((file) => own.has(file))) {
                users.add(properties.get('name')?.text ?? moref.value);
            }
        }
    }
    if (users.size === 0)
        return;
    const names = [...users].sort();
    const more = names.length > NAMED ? ` and ${names.length - NAMED} more` : '';
    throw new errors/* UserError */.yo('vm-unfit', `Linked clones live on the disk of ${path}: ${names.slice(0, NAMED).join(', ')}${more}`, 'Repair a full clone of it, and give that the name of the template; the linked clones go on living on this one.');
}

// EXTERNAL MODULE: ./.cache/build/src/ova/first-boot-setting.js
var first_boot_setting = __webpack_require__(71089);
// EXTERNAL MODULE: ./.cache/build/src/products/guest-words.js
var guest_words = __webpack_require__(18351);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/guest/guest-tools.js
var guest_tools = __webpack_require__(83875);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/vm/release-mark.js
var release_mark = __webpack_require__(29565);
;// CONCATENATED MODULE: ./.cache/build/src/repair/live/assert-repairable.js
/** What a VM or template has to be before it is started to be repaired, each refusal for its own reason. */







const UPLOAD_AGAIN = 'Repair the image or the OVA that it was made from (input image), and upload that.';
/** @throws UserError vm-unfit */
function assertRepairable({ name, path }, facts) {
    const reason = stateReason(facts) ?? releaseReason(name, facts);
    if (reason !== undefined)
        throw refused(`${path} ${reason[0]}`, reason[1]);
}
function stateReason({ poweredOn, suspended, snapshots, devices, ...rest }) {
    if (poweredOn || suspended) {
        const state = suspended ? 'suspended' : 'running';
        return [`is ${state}, and a machine at work is not repaired`, 'Shut it down first, or repair its template.'];
    }
    const [snapshot] = snapshots;
    if (snapshot) {
        return [
            `has a snapshot (${snapshot.name}), which would keep the partition that is to go`,
            'Remove its snapshots, or consolidate them, and run the step again.',
        ];
    }
    const delta = devices.disks.find((disk) => disk.delta);
    if (delta) {
        return [
            `lives on the disk of another (${delta.label} is a linked clone’s, or needs consolidation)`,
            'Repair the one that it was cloned from, and clone it again; or make it a full clone.',
        ];
    }
    if (!(0,guest_tools/* mayPublish */.bT)(rest)) {
        return [
            `has ${guest_tools/* SET_INFO */.cj} = TRUE: its guest could not say what is on its disk`,
            'Remove the setting, and set it again on the machines that are cloned.',
        ];
    }
    return undefined;
}
/** What Stillframe itself has made, and is not done with. */
function releaseReason(name, facts) {
    const mark = (0,release_mark/* parseReleaseMark */.wX)((0,vm_facts/* settingOf */.y7)(facts, release_mark/* RELEASE_KEY */.Gf) ?? '');
    if (mark && (0,release_mark/* releaseState */.hd)(name, mark.name) === 'candidate') {
        return [`is a candidate of the run ${mark.run}, which is not done with it`, UPLOAD_AGAIN];
    }
    const firstBoot = (0,vm_facts/* settingOf */.y7)(facts, first_boot_setting/* FIRST_BOOT_SETTING */.Jm);
    if (firstBoot === 'expected') {
        return ['has its first boot before it, which belongs to its clones, or to bake-template', UPLOAD_AGAIN];
    }
    if (firstBoot === 'baked' && (0,vm_facts/* settingOf */.y7)(facts, guest_words/* AFTER_FIRST_BOOT_SETTING */.av) === 'generalize')
        return sealedReason();
    return undefined;
}
function sealedReason() {
    return [
        'is generalized: a start would use up what its clones begin with',
        `Convert it to a VM and export it as an OVA. ${UPLOAD_AGAIN}`,
    ];
}
/**
 * @param imageState as the disk says it (Microsoft, "Windows Setup States"); undefined where that was not found
 * @throws UserError vm-unfit for a Windows that has a Setup before it
 */
function assertNotSealed({ path }, imageState) {
    if (imageState === undefined || imageState === 'IMAGE_STATE_COMPLETE')
        return;
    const [what, hint] = sealedReason();
    throw refused(`${path} ${what} (${imageState})`, hint);
}
/**
 * Windows deletes no partition of a dynamic disk (MS-VDS, IVdsAdvancedDisk::DeletePartition): it would end with its recovery environment
 * disabled and the partition still there.
 * @throws UserError disk-invalid
 */
function assertBasicDisk({ path }, partitions) {
    if (!partitions.some(({ typeGuid }) => typeGuid === partition_types/* LDM_METADATA_TYPE */.Bk || typeGuid === partition_types/* LDM_DATA_TYPE */.km))
        return;
    throw new errors/* UserError */.yo('disk-invalid', `The disk of ${path} is a dynamic disk, of which Windows deletes no partition`, 'Build the template anew on a basic disk: vSphere takes no application-consistent snapshot of a dynamic one. Nothing was changed.');
}
function refused(what, hint) {
    return new errors/* UserError */.yo('vm-unfit', what, hint);
}

;// CONCATENATED MODULE: ./.cache/build/src/repair/live/plan-live.js
/** What a repair in the guest will do to the disk that Windows runs from, computed before anything is touched. */

/** Growing by less is not worth touching a file system for; it is also what alignment leaves between partitions. */
const plan_live_SMALLEST_GROWTH = 2 ** 20;
/** Of the backup GPT at the end: header, and 128 entries of 128 bytes. */
const BACKUP_SECTORS = 33;
/** @param extend grow Windows over the space directly behind it, whether it is freed now or was before */
function planLive(layout, extend) {
    const { partitions, diskSize, sectorSize } = layout;
    const remove = partitions.filter(({ type }) => type === 'recovery');
    const windows = partitions.find(({ type }) => type === 'windows');
    if (!extend || !windows)
        return { remove, findings: [], ...(windows && { windows }) };
    const next = partitions.find(({ type, offset }) => type !== 'recovery' && offset > windows.offset);
    const end = next?.offset ?? diskSize - BACKUP_SECTORS * sectorSize;
    const free = end - windows.offset - windows.size;
    const elsewhere = remove.filter(({ offset }) => offset < windows.offset || offset >= end);
    const freedElsewhere = elsewhere.reduce((sum, { size }) => sum + size, 0);
    const growTo = free >= plan_live_SMALLEST_GROWTH ? Math.floor(end / 2 ** 20) * 2 ** 20 - windows.offset : undefined;
    return {
        remove,
        windows,
        ...(growTo !== undefined && { growTo }),
        findings: freedElsewhere > 0 || growTo === undefined ? [notAdjacent(freedElsewhere, growTo)] : [],
    };
}
function changesAnything({ remove, growTo }) {
    return remove.length > 0 || growTo !== undefined;
}
/** The layout as it is to be. */
function plannedLayout(layout, { remove, windows, growTo }) {
    const partitions = layout.partitions
        .filter(({ guid }) => !remove.some((gone) => gone.guid === guid))
        .map((one) => (one.guid === windows?.guid && growTo !== undefined ? { ...one, size: growTo } : one));
    return { ...layout, partitions };
}

// EXTERNAL MODULE: ./.cache/build/src/vsphere/guest/guest-answer.js
var guest_answer = __webpack_require__(44284);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/guest/guest-files.js
var guest_files = __webpack_require__(32087);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/guest/guest-program.js
var guest_program = __webpack_require__(66360);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/guest/ready-guest.js
var ready_guest = __webpack_require__(93103);
// EXTERNAL MODULE: ./.cache/build/src/tools/powershell-answer.js
var powershell_answer = __webpack_require__(2400);
;// CONCATENATED MODULE: ./.cache/build/src/repair/live/guest-disk.js
/** The disk that a guest runs from, as the guest says. */



/** @throws UserError guest-refused for an answer that is not one of INSPECT_GUEST */
function parseGuestDisk(answer) {
    const partitions = (0,powershell_answer/* listOf */.c3)((0,powershell_answer/* fieldsOf */.Pf)(answer).partitions).map(parsePartition);
    const number = numberOf(answer, 'windows');
    const windows = partitions.find((partition) => partition.number === number);
    if (!windows)
        throw strange(answer);
    const { elevated, dirty } = (0,powershell_answer/* fieldsOf */.Pf)(answer);
    return {
        elevated: elevated === true,
        disk: numberOf(answer, 'disk'),
        size: numberOf(answer, 'size'),
        windows,
        volume: numberOf(answer, 'volume'),
        dirty: dirty !== false,
        imageState: (0,powershell_answer/* textIn */.r7)(answer, 'imageState'),
        winre: (0,powershell_answer/* textIn */.r7)(answer, 'winre') !== '0',
        partitions: partitions.sort((a, b) => a.offset - b.offset),
    };
}
/** As a layout, in which names and attributes are empty: Windows does not tell them. */
function layoutOfGuest({ partitions, size, windows }) {
    return {
        table: 'gpt',
        diskSize: size,
        sectorSize: 512,
        partitions: partitions.map((partition) => ({
            index: partition.number,
            type: partition === windows ? 'windows' : (0,disk_layout/* partitionKind */.jQ)(partition.typeGuid),
            typeGuid: partition.typeGuid,
            guid: partition.guid,
            name: '',
            attributes: '',
            offset: partition.offset,
            size: partition.size,
            ...(partition === windows && { fileSystem: 'ntfs' }),
        })),
    };
}
function parsePartition(part) {
    return {
        number: numberOf(part, 'number'),
        typeGuid: guidOf(part, 'type'),
        guid: guidOf(part, 'guid'),
        offset: numberOf(part, 'offset'),
        size: numberOf(part, 'size'),
    };
}
function guidOf(part, name) {
    return (0,powershell_answer/* textIn */.r7)(part, name).toLowerCase().replaceAll(/[{}]/g, '');
}
function numberOf(answer, name) {
    const value = (0,powershell_answer/* fieldsOf */.Pf)(answer)[name];
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0)
        return value;
    throw strange(answer);
}
function strange(answer) {
    return new errors/* UserError */.yo('guest-refused', `The guest said something else of its disk than it was asked: ${String(JSON.stringify(answer)).slice(0, 300)}`, 'Start a copy of it and look at Get-Partition there: Windows Server 2016 or later is expected, on a basic disk.');
}

;// CONCATENATED MODULE: ./.cache/build/src/repair/live/scripts/diskpart-scripts.js
/**
 * Scripts of diskpart for the guest: with `/s` it ends at the first command that fails and says so by its exit code, whatever its
 * language (Microsoft, "diskpart scripts and examples"). Numbers are those of the guest, read a moment before.
 */
/** Bit 63, no drive letter: what stays once bit 0, "required", is gone (UEFI 2.10, table 5.8; Microsoft, "gpt"). */
const UNPROTECTED = '0x8000000000000000';
/** Lifts the protection first; diskpart deletes what is no partition for data only when told to `override`. */
function removePartitionScript({ disk, partition }) {
    return lines([
        `select disk ${disk}`,
        `select partition ${partition}`,
        `gpt attributes=${UNPROTECTED}`,
        'delete partition override',
    ]);
}
/** Grows partition and file system over all that is free directly behind it. */
function extendPartitionScript({ disk, partition }) {
    return lines([`select disk ${disk}`, `select partition ${partition}`, 'extend']);
}
/** ASCII: nobody documents the encoding of such scripts. */
function lines(commands) {
    return commands.map((command) => `${command}\r\n`).join('');
}

// EXTERNAL MODULE: ./.cache/build/src/vsphere/guest/guest-question.js
var guest_question = __webpack_require__(69878);
;// CONCATENATED MODULE: ./.cache/build/src/repair/live/scripts/inspect-guest.js
/**
 * What Windows sees of the disk it runs from: PowerShell 5.1, asked by VMware Tools. Nothing in the answer is a word that is translated:
 * numbers, GUIDs, and names of Setup's states (Microsoft, "Windows Setup States"). ReAgent.xml says what `reagentc /info` prints in words.
 *   out: elevated, disk (its number), size (bytes), windows (number of the partition), volume (bytes of its file system), dirty, imageState,
 *        winre (1: enabled), partitions (number, type, guid, offset, size)
 */

const INSPECT_GUEST = (0,guest_question/* guestQuestion */.dl)(`$windows = Get-Partition -DriveLetter $env:SystemDrive.Substring(0, 1)
$partitions = @(Get-Partition -DiskNumber $windows.DiskNumber | ForEach-Object {
  @{ number = $_.PartitionNumber; type = [string]$_.GptType; guid = [string]$_.Guid; offset = $_.Offset; size = $_.Size }
})
$volume = Get-CimInstance -ClassName Win32_Volume | Where-Object { $_.DriveLetter -eq $env:SystemDrive }
$state = Get-ItemProperty -LiteralPath 'HKLM:\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Setup\\State'
$winre = '0'
$agent = Join-Path $env:SystemRoot 'System32\\Recovery\\ReAgent.xml'
if (Test-Path -LiteralPath $agent) {
  $winre = [string]([xml](Get-Content -LiteralPath $agent -Raw)).WindowsRE.InstallState.state
}
$me = New-Object -TypeName Security.Principal.WindowsPrincipal -ArgumentList ([Security.Principal.WindowsIdentity]::GetCurrent())
$answer = @{
  elevated = $me.IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator)
  disk = $windows.DiskNumber
  size = (Get-Disk -Number $windows.DiskNumber).Size
  windows = $windows.PartitionNumber
  volume = $volume.Capacity
  dirty = [bool]$volume.DirtyBitSet
  imageState = [string]$state.ImageState
  winre = $winre
  partitions = $partitions
}`);

;// CONCATENATED MODULE: ./.cache/build/src/repair/live/wrong-layout.js
/** Compares a disk that a guest has changed with what it was: nothing is taken on the word of an exit code. */
/**
 * By GUID: Windows may count the entries of the table anew.
 * @returns everything that is not as it was planned; empty when all is
 */
function wrongLayout(before, after, plan) {
    const wrong = [];
    const removed = new Set(plan.remove.map(({ guid }) => guid));
    for (const was of before.partitions) {
        const now = after.partitions.find(({ guid }) => guid === was.guid);
        if (removed.has(was.guid)) {
            if (now)
                wrong.push(`Recovery partition ${was.index} is still there`);
        }
        else if (now === undefined)
            wrong.push(`partition ${was.index} (${was.type}) is gone`);
        else
            wrong.push(...wrong_layout_differences(was, now, plan));
    }
    for (const { index, type, guid } of after.partitions) {
        if (!before.partitions.some((was) => was.guid === guid))
            wrong.push(`partition ${index} (${type}) is new`);
    }
    return wrong;
}
function wrong_layout_differences(was, now, { windows, growTo }) {
    const what = `partition ${was.index} (${was.type})`;
    const grows = was.guid === windows?.guid && growTo !== undefined;
    const wrong = [];
    if (now.offset !== was.offset)
        wrong.push(`${what} begins at ${now.offset}, not ${was.offset}`);
    if (now.typeGuid !== was.typeGuid)
        wrong.push(`${what} has the type ${now.typeGuid}, not ${was.typeGuid}`);
    if (!grows && now.size !== was.size)
        wrong.push(`${what} has ${now.size} bytes, not ${was.size}`);
    // Windows chooses where exactly it ends.
    if (grows && (now.size <= was.size || now.size > growTo + 2 ** 20)) {
        wrong.push(`${what} has ${now.size} bytes, which is not more than ${was.size} and at most ${growTo}`);
    }
    return wrong;
}

;// CONCATENATED MODULE: ./.cache/build/src/repair/live/repair-in-guest.js
/** The repair itself, by programs of Windows that VMware Tools run: each step is believed only when the disk has been looked at again. */













const SCRIPT = 'C:\\Windows\\Temp\\stillframe-diskpart.txt';
/** Milliseconds in which a file goes, whatever becomes of the repair: a run that is cancelled has few. */
const REMOVAL = 10_000;
/**
 * The guest runs already, and goes on running. No script of ours is left in it, not even that of a run that was killed.
 * @throws UserError timeout, guest-refused, not-elevated, disk-invalid, layout-wrong, input-invalid
 */
async function repairInGuest(session, request) {
    const { vm, timeout, outside } = request;
    if (!(await (0,ready_guest/* awaitTools */.q)(session, vm.moref, timeout))) {
        throw new errors/* UserError */.yo('timeout', `VMware Tools of ${vm.path} did not come up within ${(0,units/* formatDuration */.a3)(timeout)}`, 'Look at its console: is it a Windows that starts without anybody, with VMware Tools installed? Nothing was changed.');
    }
    // Whoever may not log in is not asked to try again, which could lock the account.
    const guest = await inspect(session, request);
    try {
        assertFit(vm, guest, outside);
        return await repairAs(session, request, guest);
    }
    finally {
        await removeScript(session, request);
    }
}
async function repairAs(session, request, guest) {
    const { vm, extend } = request;
    const before = layoutOfGuest(guest);
    const plan = planLive(before, extend);
    if (guest.winre && plan.remove.length > 0)
        await disableRecovery(session, request);
    for (const { index, guid, size } of plan.remove) {
        session.log.info(`Removing Recovery partition ${index} (${(0,units/* formatSize */.Xq)(size)})`);
        const place = { disk: guest.disk, partition: repair_in_guest_numberOf(await inspect(session, request), guid) };
        await diskpart(session, request, removePartitionScript(place), `remove partition ${index}`);
    }
    if (plan.growTo !== undefined) {
        session.log.info(`Growing Windows to ${(0,units/* formatSize */.Xq)(plan.growTo)}`);
        const place = { disk: guest.disk, partition: (await inspect(session, request)).windows.number };
        await diskpart(session, request, extendPartitionScript(place), 'extend Windows');
    }
    const now = await inspect(session, request);
    assertDone(vm, { before, now, plan });
    return { before, after: layoutOfGuest(now), plan };
}
async function inspect(session, { vm, account, timeout }) {
    return parseGuestDisk(await (0,guest_answer/* askPowerShell */.Bp)(session, vm.moref, account, INSPECT_GUEST, timeout));
}
/** Before anything is changed. */
function assertFit(vm, guest, outside) {
    const { path } = vm;
    if (!guest.elevated) {
        throw new errors/* UserError */.yo('not-elevated', `The account in the guest of ${path} may not change its disk`, 'Set guest-username to the built-in Administrator, or to another of its administrators that UAC does not hold back.');
    }
    if (guest.imageState !== 'IMAGE_STATE_COMPLETE') {
        throw new errors/* UserError */.yo('guest-refused', `Setup of Windows is not over in ${path}: its state is ${guest.imageState || 'unknown'}`, 'A generalized template is repaired as an image or OVA (input image). Nothing was changed.');
    }
    if (guest.partitions.some(({ typeGuid }) => typeGuid === '')) {
        throw new errors/* UserError */.yo('disk-invalid', `Windows of ${path} runs from a disk without a GPT, which has no Recovery partition of the kind that is removed here`, 'Nothing was changed. verify-quiesce shows what is on the disk.');
    }
    assertBasicDisk(vm, guest.partitions);
    const seen = outside?.partitions.map(({ guid }) => guid).sort();
    const own = guest.partitions.map(({ guid }) => guid).sort();
    if (seen === undefined || seen.join() === own.join())
        return;
    throw new errors/* UserError */.yo('disk-invalid', `Windows of ${path} runs from another disk than the one that was looked at: its partitions are ${own.join(', ')}`, 'Detach disks that Windows does not start from, and run the step again. Nothing was changed.');
}
/** Its files go to C:, and the boot store names the partition no longer. ReAgent.xml tells, whatever the exit code is. */
async function disableRecovery(session, request) {
    session.log.info('Disabling the recovery environment');
    const code = await run(session, request, {
        path: `${guest_files/* GUEST_SYSTEM */.pC}\\reagentc.exe`,
        args: '/disable',
        repeatable: true,
    });
    if (!(await inspect(session, request)).winre)
        return;
    throw failed(request.vm, 'disable the recovery environment', `reagentc ended with ${code}, and it is still enabled`);
}
async function diskpart(session, request, script, what) {
    const runs = (program) => run(session, request, program);
    const unput = await (0,guest_files/* putGuestFile */.Oc)(runs, SCRIPT, Buffer.from(script, 'latin1'));
    if (unput !== undefined)
        throw failed(request.vm, what, unput);
    const code = await runs({ path: `${guest_files/* GUEST_SYSTEM */.pC}\\diskpart.exe`, args: `/s "${SCRIPT}"` });
    if (code !== 0)
        throw failed(request.vm, what, `diskpart ended with ${code}`);
}
/** Best effort: what the repair came to is the news. */
async function removeScript(session, { vm, account }) {
    const still = session.uncancelled(REMOVAL);
    try {
        await (0,guest_files/* removeGuestFiles */.mN)((program) => (0,guest_program/* runGuestProgram */.m)(still, vm.moref, account, program, REMOVAL), [SCRIPT, `${SCRIPT}.b64`]);
    }
    catch (error) {
        session.log.debug(`Removing ${SCRIPT} from the guest: ${String(error)}`);
    }
}
function run(session, { vm, account, timeout }, program) {
    return (0,guest_program/* runGuestProgram */.m)(session, vm.moref, account, program, timeout);
}
/** The number by which Windows knows the partition now, and only while it is a Recovery partition. */
function repair_in_guest_numberOf({ partitions }, guid) {
    const found = partitions.find((one) => one.guid === guid && one.typeGuid === partition_types/* RECOVERY_TYPE */.hZ);
    if (found)
        return found.number;
    throw new errors/* UserError */.yo('layout-wrong', `The Recovery partition ${guid} is no longer on the disk, or is something else now`, 'Somebody works on this machine at the same time: nothing more is done to it.');
}
function assertDone(vm, done) {
    const { before, now, plan } = done;
    const wrong = wrongLayout(before, layoutOfGuest(now), plan);
    // The last sector of the partition holds the copy of the boot sector; NTFS is counted in clusters.
    if (plan.growTo !== undefined && now.windows.size - now.volume > 2 ** 20) {
        wrong.push(`the file system of Windows has ${now.volume} bytes of the ${now.windows.size} of its partition`);
    }
    if (now.dirty)
        wrong.push('the file system of Windows is marked dirty');
    if (wrong.length === 0)
        return;
    throw new errors/* UserError */.yo('layout-wrong', `${vm.path}: after the repair in the guest ${wrong.join(', ')}`, 'Deploy nothing from it before you have looked at its disk in the guest.');
}
function failed({ path }, what, why) {
    return new errors/* UserError */.yo('guest-refused', `The guest of ${path} could not ${what}: ${why}`, 'Start a copy of it, run the same there by hand (reagentc /disable; diskpart), and see what it says.');
}

;// CONCATENATED MODULE: ./.cache/build/src/repair/live/repair-live.js
/**
 * Repairs a template, or a VM that is off, in its own Windows: copied, started cut off from every network, the Recovery partition taken
 * away by Windows itself, shut down, a template again, and looked at from outside.
 */



















/** @throws UserError vm-unfit, vsphere-refused, vsphere-busy, timeout, guest-refused, not-elevated, disk-invalid, layout-wrong, input-invalid */
async function repairLive(session, request, context) {
    const { vm, extend, dryRun, look } = request;
    if (!dryRun)
        await finishEarlier(session, vm, request.me);
    const facts = await (0,vm_facts/* readVmFacts */.tv)(session, vm.moref);
    assertRepairable(vm, facts);
    await assertNotShared(session, vm, facts);
    const first = await look(facts);
    const { template } = facts;
    if (first.layout) {
        const plan = planLive(first.layout, extend);
        const after = plannedLayout(first.layout, plan);
        const findings = [...plan.findings, ...first.findings];
        const changed = changesAnything(plan);
        // A look at the beginning of the disk alone does not tell which partition is that of Windows.
        const whole = !extend || plan.windows !== undefined;
        if (!changed && whole)
            return { changed, before: first.layout, after, template, provenBy: 'outside', findings };
        assertNotSealed(vm, first.imageState);
        assertBasicDisk(vm, first.layout.partitions);
        await ownUuid(session, vm);
        if (dryRun)
            return { changed, before: first.layout, after, template, provenBy: 'outside', findings: plan.findings };
    }
    else if (dryRun)
        throw unseen(vm, first.why);
    else
        session.log.warning(`The disk of ${vm.path} cannot be looked at from outside: ${first.why}. Its guest will tell`);
    return repairStarted(session, { ...request, outside: first.layout }, facts, context);
}
async function repairStarted(session, request, facts, context) {
    const { vm, me } = request;
    const uuid = await ownUuid(session, vm);
    const placement = session.about.kind === 'vcenter' ? await placed(session, request, facts) : undefined;
    await assertAllowed(session, request, facts, placement);
    const copy = request.safetyCopy ? await copied(session, request, facts, placement, context) : undefined;
    const repair = () => repairOriginal(session, request, { facts, placement, uuid, copy }, context);
    if (copy === undefined)
        return repair();
    return whileCopied(session, vm, { run: me.run, template: facts.template }, repair);
}
async function repairOriginal(session, request, { facts, placement, uuid, copy }, context) {
    const { vm, me, look } = request;
    const held = {
        ticket: session.ticket(),
        vm,
        mark: {
            vm: uuid,
            run: me.run,
            state: 'running',
            template: facts.template,
            cards: await (0,vm_network/* readCardStates */.Pt)(session, vm.moref),
        },
        since: session.now().toISOString(),
    };
    const settled = context.hold(HELD_REPAIR, held, () => undoRepair(session.uncancelled(), held));
    await begin(session, request, held.mark, placement);
    const repair = await (0,owned_vm/* whileOwned */.n8)(session, vm.moref, me, () => workInGuest(session, request));
    await putBack(session, vm.moref, held.mark);
    settled();
    session.log.info(`${vm.path} is ${facts.template ? 'a template' : 'off'} again`);
    const last = await look(await (0,vm_facts/* readVmFacts */.tv)(session, vm.moref));
    return judged(request, facts, repair, last, copy);
}
/** By which the mark of a repair is known for that of this VM. @throws UserError vm-unfit for a VM that has none */
async function ownUuid(session, { moref, path }) {
    const uuid = await readInstanceUuid(session, moref);
    if (uuid !== '')
        return uuid;
    throw new errors/* UserError */.yo('vm-unfit', `The server says no instanceUuid of ${path}: nobody could tell its own mark from one that it inherited, nor put it back after a kill`, 'Take it out of the inventory and register its .vmx or .vmtx file again, which gives it one; or repair a full clone of it.');
}
/** A template that is whole costs no privilege but those to look: this is asked once it is known that there is something to repair. */
async function assertAllowed(session, { vm, safetyCopy }, { template, folder, datastores }, placement) {
    const source = [[vm.moref]];
    const pool = placement ? [[placement.pool]] : [];
    await (0,assert_privileges/* assertPrivileges */.db)(session, 'repair-template', {
        places: {
            machine: source,
            source,
            pool,
            folder: folder ? [[folder]] : [],
            datastore: datastores.map((one) => [one]),
        },
        conditions: [
            ...(template ? ['of a template'] : []),
            ...(safetyCopy
                ? ['unless `safety-copy: false`', template ? 'to copy a template' : 'to copy a VM']
                : []),
        ],
    });
}
function placed(session, { vm, resourcePool }, facts) {
    return (0,vm_placement/* chooseVmPlacement */.u)(session, vm, facts, resourcePool);
}
async function copied(session, { vm, me }, facts, placement, context) {
    if (placement)
        return makeSafetyCopy(session, vm, { facts, placement, me }, context);
    throw new errors/* UserError */.yo('vsphere-refused', `${session.url.host} is an ESXi host, and only a vCenter can copy ${vm.name} before it is repaired`, 'Connect to the vCenter of the host; or copy it yourself, and set safety-copy: false.');
}
/** A copy takes minutes: what somebody has done to it meanwhile is seen here. */
async function begin(session, { vm, me }, mark, placement) {
    const now = await (0,vm_facts/* readVmFacts */.tv)(session, vm.moref);
    assertRepairable(vm, now);
    if (now.template !== mark.template || (await readRepairMark(session, vm.moref))?.state === 'running') {
        throw new errors/* UserError */.yo('vsphere-busy', `Somebody else has begun to work on ${vm.path} meanwhile`, 'Wait until that is over, and run the step again.');
    }
    if (now.template && placement) {
        session.log.info(`Converting ${vm.path} to a VM`);
        await (0,vm_operations/* markAsVirtualMachine */.aK)(session, vm.moref, placement);
    }
    await (0,vm_operations/* reconfigureVm */.Nc)(session, vm.moref, {
        extraConfig: { [REPAIR_KEY]: formatRepairMark(mark), ...(0,owned_vm/* ownedBy */.LW)(session, me) },
    });
    await (0,vm_network/* setNetworkCards */.Sd)(session, vm.moref, undefined);
}
async function workInGuest(session, request) {
    const { vm, timeout } = request;
    session.log.info(`Starting ${vm.path}, cut off from every network`);
    const repair = await (0,while_cut_off/* whileCutOff */.n)(session, vm, async () => {
        await (0,vm_operations/* powerOn */.f0)(session, vm.moref);
        return repairInGuest(session, request);
    });
    session.log.info('Shutting it down');
    if (await (0,stop_vm/* shutDownGuest */.Zk)(session, vm.moref, timeout))
        return repair;
    // Whoever puts it back would ask it again, and wait once more.
    await (0,stop_vm/* switchOff */.SP)(session, vm.moref);
    throw new errors/* UserError */.yo('timeout', `${vm.path} did not shut down within ${(0,units/* formatDuration */.a3)(timeout)} after it was repaired, and is switched off`, 'Its disk is repaired, but was not closed in order: start it once, see that it comes up, and shut it down.');
}
function judged({ vm }, { template }, { before, after, plan }, last, copy) {
    const made = copy === undefined ? {} : { copy };
    const common = { template, ...made, findings: [...plan.findings, ...last.findings] };
    const changed = changesAnything(plan);
    if (!last.layout)
        return { ...common, changed, before, after, provenBy: 'guest' };
    const wrong = wrongLayout(before, last.layout, plan);
    if (wrong.length > 0) {
        throw new errors/* UserError */.yo('layout-wrong', `${vm.path}: seen from outside after the repair ${wrong.join(', ')}`, copy === undefined
            ? 'Deploy nothing from it: take the copy that you have in its place.'
            : 'Deploy nothing from it.');
    }
    return { ...common, changed, before, after: last.layout, provenBy: 'outside' };
}
function unseen({ path }, why) {
    return new errors/* UserError */.yo('vsphere-refused', `The disk of ${path} cannot be looked at from outside, so nobody knows what a repair would do: ${why}`, 'Run the repair itself, which asks its guest, on a full clone of it.');
}

// EXTERNAL MODULE: ./.cache/build/src/vsphere/inventory/locate-vm.js
var locate_vm = __webpack_require__(22389);
// EXTERNAL MODULE: ./.cache/build/src/audit/choose-vms.js + 1 modules
var choose_vms = __webpack_require__(91719);
// EXTERNAL MODULE: ./.cache/build/src/audit/judge-vm.js
var judge_vm = __webpack_require__(6767);
// EXTERNAL MODULE: ./.cache/build/src/audit/read-disks.js + 6 modules
var read_disks = __webpack_require__(93450);
;// CONCATENATED MODULE: ./.cache/build/actions/repair-template/look-outside.js
/** Looks at the disk of a VM that is off as audit-templates does: nothing is started or written. */




async function outsideLook(session, vm, context) {
    const stores = await (0,choose_vms/* readStores */.J)(session);
    const { datacenter, path } = vm;
    return async (facts) => {
        const disks = await (0,read_disks/* readDisks */.L)(session, facts, {
            datacenter,
            stores,
            imageState: true,
            exporting: (lease) => context.hold(export_lease/* HELD_EXPORT */.Vs, { ticket: session.ticket(), vm: path, lease }),
        });
        const system = (0,judge_vm/* systemDisk */.h)(facts, disks);
        return {
            layout: system?.reading?.evidence.layout,
            why: system?.unread?.tried.join('; ') ?? 'it has no disk',
            imageState: system?.reading?.imageState,
            findings: (0,judge_vm/* judgeVm */.B)(facts, disks),
        };
    };
}

;// CONCATENATED MODULE: ./.cache/build/actions/repair-template/repair-vm.js
/** The live half: connects, and lets the Windows of a template repair itself. */








async function repairVm(inputs, context) {
    const { log, signal } = context;
    const session = await (0,wire_session/* connectVsphere */.C)({ ...inputs, signal, log, onRenewed: context.rehold });
    // Held first, so undone last: what else is undone needs the session.
    context.hold(held_session/* HELD_SESSION */.d, session.ticket(), () => session.close());
    log.info(`Connected to ${session.about.fullName} at ${session.url.host}`);
    try {
        const vm = await (0,locate_vm/* locateVm */.Wr)(session, inputs);
        const me = (0,vm_owner/* ownerProcess */.dK)((0,external_node_crypto_.randomBytes)(4).toString('hex'));
        const look = await outsideLook(session, vm, context);
        const { before, after, changed, findings, ...rest } = await repairLive(session, { ...inputs, vm, me, look }, context);
        const live = { ...rest, vm: vm.moref.value, inventoryPath: vm.path, server: session.url.host };
        return { before, after, changed, findings, live };
    }
    catch (error) {
        throw (0,explain_fault/* explainFault */.O)(error, `Repairing ${inputs.vm}`);
    }
}

;// CONCATENATED MODULE: ./.cache/build/actions/repair-template/main.js



async function main(inputs, context) {
    if (inputs.offline)
        context.log.info(`Reading ${inputs.offline.image}`);
    const repair = inputs.offline
        ? await repairImage(inputs.offline, context)
        : await repairVm(inputs.live, context);
    context.log.info(`Before: ${(0,draw_layout/* drawLayout */.r)(repair.before)}`);
    if (repair.changed)
        context.log.info(`After: ${(0,draw_layout/* drawLayout */.r)(repair.after)}`);
    else
        context.log.info('Nothing to repair: there is no Recovery partition');
    return repair;
}

// EXTERNAL MODULE: ./.cache/build/src/disk/layout-markdown.js
var layout_markdown = __webpack_require__(64990);
// EXTERNAL MODULE: ./.cache/build/src/report/findings-table.js
var findings_table = __webpack_require__(29994);
// EXTERNAL MODULE: ./.cache/build/src/report/markdown-table.js
var markdown_table = __webpack_require__(90597);
;// CONCATENATED MODULE: ./.cache/build/actions/repair-template/summary.js
/** The job summary: what was done first, then the disk before and after. */



function renderSummary({ offline, live }, repair) {
    const removed = repair.before.partitions.filter(({ guid }) => !repair.after.partitions.some((now) => now.guid === guid));
    const what = (0,markdown_table/* escapeMarkdown */.F)(offline ? (offline.output ?? offline.image) : (repair.live?.inventoryPath ?? live.vm));
    const removal = (offline ?? live).dryRun ? '📝 Dry run: to be removed' : '✅ Removed';
    const headline = repair.changed
        ? `${removal} from ${what}: **${removed.length} Recovery partition(s)**`
        : `✅ Nothing to repair in ${what}`;
    const drawing = (title, layout) => `### ${title}\n\n${(0,layout_markdown/* layoutMarkdown */.Y)(layout)}`;
    const parts = ['## Repair', headline];
    if (repair.live)
        parts.push(...liveParts(repair.live, repair.changed && !live?.dryRun));
    parts.push(drawing('Before', repair.before));
    if (repair.changed)
        parts.push(drawing('After', repair.after));
    if (repair.bootStores && repair.bootStores.length > 0) {
        const stores = repair.bootStores.map((path) => `\`${path.replaceAll('/', '\\')}\``).join(', ');
        parts.push(`${removal} from ${stores}: the recovery sequence.`);
    }
    if (repair.findings.length > 0)
        parts.push((0,findings_table/* findingsTable */.f9)(repair.findings));
    return `${parts.join('\n\n')}\n`;
}
function liveParts({ server, vm, template, copy, provenBy }, done) {
    const rows = [
        ['server', server],
        ['managed object', vm],
        ['it is', template ? 'a template' : 'a VM that is off'],
        ['safety copy', copy ?? 'none'],
        ['disk read', provenBy === 'outside' ? 'from outside, while it was off' : 'by its own Windows alone'],
    ];
    const next = 'Next: verify-quiesce with this `vm` proves that its snapshots quiesce; then the safety copy can go.';
    return [(0,markdown_table/* markdownTable */.Q)(['', ''], rows), ...(done ? [next] : [])];
}

;// CONCATENATED MODULE: ./.cache/build/actions/repair-template/action.js
/** repair-template as a value. */









const repairTemplate = (0,action/* defineAction */.Q)({
    name: 'repair-template',
    description: 'Heals a template whose quiesced snapshots fail: removes the Recovery partition, offline or in its own Windows',
    branding: { icon: 'tool', color: 'orange' },
    inputs: INPUTS,
    outputs: {
        changed: {
            description: '`true` when something was, or with dry-run would be, changed.',
            value: ({ changed }) => changed,
        },
        'layout-before': {
            description: 'JSON: the layout before, as `{ diskSize, sectorSize, partitions: [{ index, type, typeGuid, guid, name, attributes, offset, size, fileSystem }] }`.',
            value: ({ before }) => before,
        },
        'layout-after': {
            description: 'JSON: the layout after, read back from the disk.',
            value: ({ after }) => after,
        },
        vm: {
            description: 'Managed object id of the template or VM that was repaired, such as vm-42; empty for an image.',
            value: ({ live }) => live?.vm,
        },
        'safety-copy': {
            description: 'Name of the full clone that was made before, which is yours to delete; empty where none was made.',
            value: ({ live }) => live?.copy,
        },
    },
    holds: [held_session/* HELD_SESSION */.d, held_path/* HELD_PATH */.w, export_lease/* HELD_EXPORT */.Vs, HELD_SAFETY_COPY, HELD_REPAIR],
    prepare: prepare,
    main: main,
    findings: ({ findings }) => findings,
    summary: (repair, inputs) => renderSummary(inputs, repair),
});


/***/ }),

/***/ 24925:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ IMAGE_SETTING)
/* harmony export */ });
/** Which disk a VM was imported with, as a setting of its .vmx file (vmw:ExtraConfig). */
/** The 32 digits that the disk's VMDK has as `ddb.longContentID`. */
const IMAGE_SETTING = 'stillframe.image';


/***/ }),

/***/ 65910:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ findPool),
/* harmony export */   D: () => (/* binding */ onlyRootPool)
/* harmony export */ });
/* harmony import */ var _wire_moref_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7423);
/* harmony import */ var _find_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77386);
/* harmony import */ var _inventory_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37797);
/** Resource pools by what an engineer writes. */



const WANTED = { kind: 'resource pool', input: 'resource-pool' };
/**
 * A cluster or a host on its own stands for its root pool, which is what people mean.
 * @param within with the property `resourcePool` of compute resources
 * @throws UserError vsphere-not-found, vsphere-ambiguous
 */
function findPool(within, written) {
    const pools = (0,_inventory_js__WEBPACK_IMPORTED_MODULE_1__/* .ofKind */ .C)(within, 'ResourcePool');
    const compute = (0,_find_js__WEBPACK_IMPORTED_MODULE_0__/* .findAtMostOne */ .i)((0,_inventory_js__WEBPACK_IMPORTED_MODULE_1__/* .ofKind */ .C)(within, 'ComputeResource'), written, { ...WANTED, kind: 'cluster or host' });
    return (compute && rootPoolOf(pools, compute)) ?? (0,_find_js__WEBPACK_IMPORTED_MODULE_0__/* .findOne */ .s)(pools, written, WANTED);
}
/** The only root pool of these. @throws as findPool */
function onlyRootPool(within, computes) {
    const pools = (0,_inventory_js__WEBPACK_IMPORTED_MODULE_1__/* .ofKind */ .C)(within, 'ResourcePool');
    return (0,_find_js__WEBPACK_IMPORTED_MODULE_0__/* .findOne */ .s)(computes.flatMap((compute) => rootPoolOf(pools, compute) ?? []), undefined, WANTED);
}
function rootPoolOf(pools, { properties }) {
    const root = (0,_wire_moref_js__WEBPACK_IMPORTED_MODULE_2__/* .morefOf */ .D)(properties.get('resourcePool'));
    return pools.find(({ moref }) => (0,_wire_moref_js__WEBPACK_IMPORTED_MODULE_2__/* .sameMoref */ .W)(moref, root));
}


/***/ }),

/***/ 57170:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ hasDrs),
/* harmony export */   u: () => (/* binding */ chooseVmPlacement)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/* harmony import */ var _xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61268);
/* harmony import */ var _wire_moref_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7423);
/* harmony import */ var _wire_properties_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85925);
/* harmony import */ var _inventory_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(37797);
/* harmony import */ var _locate_vm_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(22389);
/* harmony import */ var _pools_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(65910);
/** Where a copy of a VM can run, or a template as the VM that it is made of. */







/**
 * @param written resource pool, cluster or host by name or path; default: the source's, for a template the root pool of its host or cluster
 * @throws UserError vsphere-not-found, vsphere-ambiguous
 */
async function chooseVmPlacement(session, source, { resourcePool, host, datastores }, written) {
    const compute = host && (0,_wire_moref_js__WEBPACK_IMPORTED_MODULE_6__/* .morefOf */ .D)((await (0,_wire_properties_js__WEBPACK_IMPORTED_MODULE_2__/* .readProperties */ .Qh)(session, host, ['parent'])).get('parent'));
    const pool = written === undefined ? resourcePool : await poolCalled(session, source, written);
    // A template is in no pool, but it is registered with a host.
    const chosen = pool ?? (compute && (await rootPool(session, compute)));
    if (!chosen) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('vsphere-not-found', `No resource pool is known in which ${source.name} could run`, 'Set the input resource-pool.');
    }
    const owner = (0,_wire_moref_js__WEBPACK_IMPORTED_MODULE_6__/* .morefOf */ .D)((await (0,_wire_properties_js__WEBPACK_IMPORTED_MODULE_2__/* .readProperties */ .Qh)(session, chosen, ['owner'])).get('owner'));
    const own = (0,_wire_moref_js__WEBPACK_IMPORTED_MODULE_6__/* .sameMoref */ .W)(owner, compute) ? host : undefined;
    // Only DRS chooses a host by itself (vim25 VirtualMachineRelocateSpec.host), and a host on its own is the only one there is.
    if (owner?.type !== 'ClusterComputeResource')
        return { pool: chosen, ...(own && { host: own }) };
    const given = (await hasDrs(session, owner)) ? undefined : await chooseHost(session, owner, { own, datastores });
    return { pool: chosen, ...(given && { host: given }) };
}
/**
 * The source's own, or where that takes nothing (it is in maintenance, or away: pyvmomi issue 446) the first of the cluster that does and mounts
 * what the source lies on. Where none does it is the source's, and the server says why not.
 */
async function chooseHost(session, cluster, { own, datastores }) {
    const listed = morefsIn((await (0,_wire_properties_js__WEBPACK_IMPORTED_MODULE_2__/* .readProperties */ .Qh)(session, cluster, ['host'])).get('host'));
    const others = listed.filter((one) => !(0,_wire_moref_js__WEBPACK_IMPORTED_MODULE_6__/* .sameMoref */ .W)(one, own));
    for (const one of [...(own ? [own] : []), ...others]) {
        const host = await (0,_wire_properties_js__WEBPACK_IMPORTED_MODULE_2__/* .readProperties */ .Qh)(session, one, [
            'runtime.connectionState',
            'runtime.inMaintenanceMode',
            'datastore',
        ]);
        const connection = host.get('runtime.connectionState')?.text ?? 'connected';
        const mounted = morefsIn(host.get('datastore'));
        const reaches = (0,_wire_moref_js__WEBPACK_IMPORTED_MODULE_6__/* .sameMoref */ .W)(one, own) || datastores.every((wanted) => mounted.some((store) => (0,_wire_moref_js__WEBPACK_IMPORTED_MODULE_6__/* .sameMoref */ .W)(store, wanted)));
        if (connection === 'connected' && host.get('runtime.inMaintenanceMode')?.text !== 'true' && reaches)
            return one;
    }
    return own;
}
function morefsIn(list) {
    return (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .childrenNamed */ .De)(list, 'ManagedObjectReference').flatMap((item) => (0,_wire_moref_js__WEBPACK_IMPORTED_MODULE_6__/* .morefOf */ .D)(item) ?? []);
}
async function poolCalled(session, source, written) {
    const inventory = await (0,_inventory_js__WEBPACK_IMPORTED_MODULE_3__/* .readInventory */ .z)(session, { ComputeResource: ['resourcePool'] });
    const { datacenter } = source;
    return (0,_pools_js__WEBPACK_IMPORTED_MODULE_5__/* .findPool */ .C)((0,_locate_vm_js__WEBPACK_IMPORTED_MODULE_4__/* .below */ .Gz)(inventory, datacenter === '' ? undefined : `/${datacenter}`), written).moref;
}
async function rootPool(session, compute) {
    return (0,_wire_moref_js__WEBPACK_IMPORTED_MODULE_6__/* .morefOf */ .D)((await (0,_wire_properties_js__WEBPACK_IMPORTED_MODULE_2__/* .readProperties */ .Qh)(session, compute, ['resourcePool'])).get('resourcePool'));
}
/** Whether a host is chosen for who names none (vim25 ClusterConfigInfoEx.drsConfig). */
async function hasDrs(session, compute) {
    if (compute.type !== 'ClusterComputeResource')
        return false;
    const properties = await (0,_wire_properties_js__WEBPACK_IMPORTED_MODULE_2__/* .readProperties */ .Qh)(session, compute, ['configurationEx']);
    return (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(properties.get('configurationEx'), 'drsConfig.enabled') === 'true';
}


/***/ }),

/***/ 81363:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ derivedName)
/* harmony export */ });
/** Names of VMs that are made of others. */
/** What vCenter allows for the name of a VM, in characters. */
const MAX_NAME = 80;
const HALF_CHARACTER = /[\ud800-\udbff]$/;
/** The source's name is cut where the whole would be too long; never within a character, which would come back as another one. */
function derivedName(source, suffix) {
    return `${source.slice(0, MAX_NAME - suffix.length).replace(HALF_CHARACTER, '')}${suffix}`;
}


/***/ }),

/***/ 19088:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SP: () => (/* binding */ switchOff),
/* harmony export */   Zk: () => (/* binding */ shutDownGuest),
/* harmony export */   u: () => (/* binding */ stopVm)
/* harmony export */ });
/* harmony import */ var _wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4732);
/* harmony import */ var _wire_fault_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63926);
/* harmony import */ var _wire_poll_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47749);
/* harmony import */ var _vm_facts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(98508);
/* harmony import */ var _vm_operations_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(63912);
/** Stops a VM as somebody would who cares for its file systems. */





/** Of the two minutes in which a post step has to be done. */
const SHUTDOWN_TIMEOUT = 60_000;
/**
 * Shuts Windows down where it can be asked to and does it within a minute; else switches the VM off. That it is off already is as good.
 * @throws UserError of the vSphere codes when the VM cannot be switched off; PassingError; the signal's reason
 */
async function stopVm(session, vm) {
    const { tools } = await (0,_vm_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .readVmFacts */ .tv)(session, vm);
    if (tools.running && (await shutDownGuest(session, vm, SHUTDOWN_TIMEOUT)))
        return;
    await switchOff(session, vm);
}
/**
 * For a guest that was asked in vain already.
 * @throws as stopVm
 */
async function switchOff(session, vm) {
    await (0,_vm_operations_js__WEBPACK_IMPORTED_MODULE_4__/* .powerOff */ .DI)(session, vm).catch((error) => {
        // It went off by itself in the meantime.
        if (!(0,_wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .isFault */ .Z)(error, 'InvalidPowerState'))
            throw (0,_wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .explainFault */ .O)(error, 'Stopping the VM');
    });
}
/**
 * Asks VMware Tools, which must run.
 * @param limit milliseconds
 * @returns whether it went off by itself in time
 */
async function shutDownGuest(session, vm, limit) {
    try {
        await session.call('ShutdownGuest', vm);
    }
    catch (error) {
        if (!(error instanceof _wire_fault_js__WEBPACK_IMPORTED_MODULE_1__/* .VsphereFault */ .eM))
            throw error;
        session.log.debug(`ShutdownGuest: ${error.message}`);
        return false;
    }
    const off = await (0,_wire_poll_js__WEBPACK_IMPORTED_MODULE_2__/* .pollUntil */ .g)(session.signal, async () => !(await (0,_vm_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .readVmFacts */ .tv)(session, vm)).poweredOn || undefined, limit);
    return off === true;
}


/***/ }),

/***/ 87517:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ cancelTasksOf)
/* harmony export */ });
/* harmony import */ var _lost_task_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42418);
/* harmony import */ var _moref_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7423);
/* harmony import */ var _poll_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47749);
/* harmony import */ var _properties_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85925);
/** Asks the tasks that still work on an object to stop: whoever started them was killed and cannot. */




/** A snapshot that hangs in the guest takes a while to give up. */
const END_TIMEOUT = 60_000;
/**
 * Cancels what is queued or running on `target`, and waits, bounded, until nothing is. Not every task can be cancelled, and one that
 * ends on its own is as good: nothing here is an error.
 */
async function cancelTasksOf(session, target, own) {
    const running = await unfinishedTasks(session, target, own);
    for (const task of running) {
        session.log.debug(`Cancelling ${task.value}, which works on ${target.value}`);
        await session.call('CancelTask', task).catch((error) => {
            session.log.debug(`${task.value} cannot be cancelled: ${String(error)}`);
        });
    }
    if (running.length === 0)
        return;
    const idle = async () => (await unfinishedTasks(session, target, own)).length === 0 ? true : undefined;
    await (0,_poll_js__WEBPACK_IMPORTED_MODULE_1__/* .pollUntil */ .g)(session.signal, idle, END_TIMEOUT);
}
/** TaskManager.recentTask: what is queued or running and what ended within the last minutes. */
async function unfinishedTasks(session, target, own) {
    const tasks = await (0,_properties_js__WEBPACK_IMPORTED_MODULE_2__/* .readMembers */ .mo)(session, session.manager('taskManager'), 'recentTask', {
        Task: ['info.state', 'info.entity', 'info.name', 'info.queueTime'],
    });
    const isOwn = (properties) => own === undefined ||
        (own.methods.some((method) => (0,_lost_task_js__WEBPACK_IMPORTED_MODULE_0__/* .operationOf */ .S)(method) === (0,_lost_task_js__WEBPACK_IMPORTED_MODULE_0__/* .operationOf */ .S)(properties.get('info.name')?.text ?? '')) &&
            Date.parse(properties.get('info.queueTime')?.text ?? '') >= own.since.getTime());
    return tasks
        .filter(({ properties }) => (0,_moref_js__WEBPACK_IMPORTED_MODULE_3__/* .sameMoref */ .W)((0,_moref_js__WEBPACK_IMPORTED_MODULE_3__/* .morefOf */ .D)(properties.get('info.entity')), target) &&
        ['queued', 'running'].includes(properties.get('info.state')?.text ?? '') &&
        isOwn(properties))
        .map(({ moref }) => moref);
}


/***/ })

};
