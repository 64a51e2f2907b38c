export const id = 9178;
export const ids = [9178];
export const modules = {

/***/ 62641:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y: () => (/* binding */ MACHINE_RULES)
});

;// CONCATENATED MODULE: ./.cache/build/src/ova/machine-settings.js
/** The settings of a virtual machine that decide about quiescing, whether an OVF descriptor or vSphere told them. */
function isScsi(kind) {
    return kind === 'pvscsi' || kind === 'lsilogicsas' || kind === 'lsilogic' || kind === 'buslogic';
}
/** Places for devices on one controller: PVSCSI 64 from hardware version 14 on (we count the 15 that every version has), the others 15. */
const SCSI_SLOTS = 15;

;// CONCATENATED MODULE: ./.cache/build/src/check/machine-rules.js
/**
 * What a machine's settings must be for an application-consistent snapshot.
 * Sources: [VDDK] "Virtual Disk Development Kit Programming Guide" 8.0, Windows backup implementations;
 * [GOS] vmware/ansible-vsphere-gos-validation, windows/check_quiesce_snapshot.
 */

/** Build and revision of Server 2022 from which [GOS] expects applications to take part on NVMe. */
const NVME_BUILD = [20348, 2582];
const MACHINE_RULES = [
    {
        // [VDDK] application quiescing needs disk.EnableUUID; the guest id's default is missing on 7.0 U3c [GOS issue 290].
        code: 'disk-uuid-disabled',
        severity: 'error',
        predicts: 'filesystem',
        source: 'VDDK guide 8.0; vsphere-gos-validation issue 290',
        remedy: 'Set the advanced parameter disk.EnableUUID to TRUE on the VM (in an OVF: vmw:ExtraConfig), then power it off and on.',
        see: ({ from, diskUuidEnabled }) => diskUuidEnabled === true
            ? undefined
            : `disk.EnableUUID is ${diskUuidEnabled === undefined ? 'not set' : 'FALSE'} in ${from}, so Windows cannot tell VSS which disks are whose`,
    },
    {
        // [VDDK] SCSI disks only; [GOS] application-consistent on lsilogicsas and paravirtual alone.
        code: 'controller-not-scsi',
        severity: 'error',
        predicts: 'filesystem',
        source: 'VDDK guide 8.0; vsphere-gos-validation, check_quiescing_type.yml',
        remedy: 'Put every disk on a VMware Paravirtual (PVSCSI) or LSI Logic SAS controller.',
        see: ({ from, controllers }) => controllers
            .filter(({ kind, disks }) => disks > 0 && !isScsi(kind) && kind !== 'nvme')
            .map(({ label, disks }) => `${disks === 1 ? 'A disk hangs' : `${disks} disks hang`} on ${label} in ${from}`),
    },
    {
        // [GOS] with a disk on NVMe: file-system only, but for Server 2022 from that build on. The build of an OVF is not known.
        code: 'nvme-build',
        severity: 'error',
        predicts: 'filesystem',
        source: 'vsphere-gos-validation, check_quiescing_type.yml',
        remedy: `Put the disks on a PVSCSI or LSI Logic SAS controller; on NVMe only Windows Server 2022 from build ${NVME_BUILD.join('.')} on is quiesced with its applications.`,
        see: ({ from, controllers, build }) => freezesNvme(build)
            ? undefined
            : controllers
                .filter(({ kind, disks }) => disks > 0 && kind === 'nvme')
                .map(({ label, disks }) => `${disks === 1 ? 'A disk hangs' : `${disks} disks hang`} on ${label} in ${from}, and ${build === undefined ? 'the build of its Windows is not known' : `its Windows has the build ${build}`}`),
    },
    {
        // [VDDK] the snapshot's disks are attached to the same controllers while VSS works.
        code: 'scsi-slots-too-few',
        severity: 'error',
        predicts: 'filesystem',
        source: 'VDDK guide 8.0',
        remedy: 'Spread the disks over more SCSI controllers: there must be as many free places as disks.',
        see: ({ from, controllers }) => {
            const scsi = controllers.filter(({ kind }) => isScsi(kind));
            const disks = scsi.reduce((sum, controller) => sum + controller.disks, 0);
            const free = scsi.reduce((sum, controller) => sum + Math.max(0, SCSI_SLOTS - controller.devices), 0);
            return free < disks ? `${from} has ${disks} SCSI disks but only ${free} free SCSI places` : undefined;
        },
    },
    {
        // [VDDK] table of quiescing by guest: not supported for encrypted virtual machines.
        code: 'vm-encrypted',
        severity: 'error',
        predicts: 'filesystem',
        source: 'VDDK guide 8.0, table of quiescing by guest',
        remedy: 'Decrypt the VM: application-consistent quiescing is not supported on encrypted VMs.',
        see: ({ from, encrypted, vtpm }) => (encrypted && !vtpm ? `${from} is encrypted` : undefined),
    },
    {
        // A vTPM encrypts the VM's home, and with it come the limits of encrypted VMs (Cloud Director 10.5 documentation).
        code: 'vtpm-present',
        severity: 'warning',
        predicts: 'filesystem',
        source: 'Cloud Director 10.5, virtual TPM; VDDK guide 8.0 for what is encrypted',
        remedy: 'Leave the vTPM out of the template and add it to the VMs that need it after deployment; those may get no application-consistent snapshots.',
        see: ({ from, vtpm }) => (vtpm ? `There is a virtual TPM in ${from}, which encrypts the VM's files` : undefined),
    },
    {
        // VSS event 12289 with ntfs 57/137 about \\?\fdc#generic_floppy_drive (reported since 2012).
        code: 'floppy-present',
        severity: 'warning',
        predicts: 'failed',
        source: 'VSS event 12289 with ntfs 57 and 137 (field reports since 2012)',
        remedy: 'Remove the floppy drive from the template (and disable it in the firmware setup of old VMs).',
        see: ({ from, floppies }) => floppies > 0 ? `There is a floppy drive in ${from}, which the snapshot provider can stumble over` : undefined,
    },
    {
        // A guest that has locked its drive holds up the task with a question, and a file on another datastore the start of every clone.
        code: 'media-connected',
        severity: 'warning',
        source: 'vim25 VirtualMachineQuestionInfo (msg.cdromdisconnect.locked); VMware: disconnect media before cloning',
        remedy: 'Disconnect it from the template (Edit settings: client device, not connected at power on).',
        see: ({ from, media = [] }) => media.map((drive) => `A file is connected to ${drive} in ${from}`),
    },
    {
        // It is made for one machine: of what it does to a template nothing more is known than that a file of it that is left stops a snapshot.
        code: 'cbt-enabled',
        severity: 'info',
        source: 'VDDK guide 8.0, "Enable Changed Block Tracking" (off by default, turned on for each VM); https://github.com/vmware/open-vm-tools/issues/27 (a -ctk.vmdk that is left)',
        remedy: 'Turn it off in the template (changeTrackingEnabled false, ctkEnabled of every disk FALSE) while it is off and has no snapshots; backup software turns it on in each machine that it backs up.',
        see: ({ from, changeTracking }) => changeTracking === true ? `Changed block tracking is on in ${from}` : undefined,
    },
    {
        // [GOS] check_quiescing_type.yml: the configured guest must be the real one.
        code: 'guest-id-mismatch',
        severity: 'warning',
        predicts: 'filesystem',
        source: 'vsphere-gos-validation, check_quiescing_type.yml',
        remedy: 'Set the guest OS of the VM to the Windows Server version that is installed.',
        see: ({ from, guestId, guestReportedId }) => {
            if (guestId === undefined)
                return undefined;
            if (!/^windows.*(?:srv|Server)/i.test(guestId))
                return `The guest id ${guestId} of ${from} is not a Windows Server`;
            return guestReportedId !== undefined && guestReportedId !== guestId
                ? `${from} is configured as ${guestId}, but the guest says it is ${guestReportedId}`
                : undefined;
        },
    },
];
function freezesNvme(build) {
    const [number, revision = 0] = (build ?? '').split('.').map(Number);
    return number === NVME_BUILD[0] && revision >= NVME_BUILD[1];
}


/***/ }),

/***/ 64990:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ layoutMarkdown)
/* harmony export */ });
/* harmony import */ var _report_draw_scale_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35424);
/* harmony import */ var _report_markdown_table_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(90597);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16053);
/* harmony import */ var _layout_pieces_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27748);
/** A layout for a job summary: to scale, and as a table. */




/** @returns two blocks of Markdown */
function layoutMarkdown(layout) {
    const pieces = (0,_layout_pieces_js__WEBPACK_IMPORTED_MODULE_1__/* .layoutPieces */ .uq)(layout);
    const title = (0,_layout_pieces_js__WEBPACK_IMPORTED_MODULE_1__/* .layoutTitle */ .P6)(layout);
    if (pieces.length === 0)
        return `${title}, no partitions`;
    const bar = (0,_report_draw_scale_js__WEBPACK_IMPORTED_MODULE_2__/* .drawScale */ .h)(pieces.map(_layout_pieces_js__WEBPACK_IMPORTED_MODULE_1__/* .scalePiece */ .hE));
    return [`\`\`\`text\n${title}\n${bar}\n\`\`\``, table(pieces, layout.diskSize)].join('\n\n');
}
function table(pieces, diskSize) {
    const rows = pieces.map(({ partition, size }) => [
        partition ? String(partition.index) : '',
        partition ? (0,_layout_pieces_js__WEBPACK_IMPORTED_MODULE_1__/* .partitionTitle */ .LV)(partition) : 'unallocated',
        partition?.fileSystem?.toUpperCase() ?? '',
        (0,_units_js__WEBPACK_IMPORTED_MODULE_0__/* .formatSize */ .Xq)(size),
        `${((100 * size) / diskSize).toFixed(1)} %`,
        partition && (0,_layout_pieces_js__WEBPACK_IMPORTED_MODULE_1__/* .isProtected */ .bz)(partition) ? 'protected' : '',
    ]);
    return (0,_report_markdown_table_js__WEBPACK_IMPORTED_MODULE_3__/* .markdownTable */ .Q)(['#', 'partition', 'file system', 'size', 'of the disk', ''], rows);
}


/***/ }),

/***/ 27748:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LV: () => (/* binding */ partitionTitle),
/* harmony export */   P6: () => (/* binding */ layoutTitle),
/* harmony export */   bz: () => (/* binding */ isProtected),
/* harmony export */   hE: () => (/* binding */ scalePiece),
/* harmony export */   uq: () => (/* binding */ layoutPieces)
/* harmony export */ });
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16053);
/** A layout as pieces of the disk in their order: partitions, and between them what is in none. */

const TITLES = {
    esp: 'ESP',
    msr: 'MSR',
    windows: 'Windows',
    recovery: 'Recovery',
    'basic-data': 'Data',
    other: 'Other',
};
/** Space between partitions below this is alignment, not worth a box. */
const SMALLEST_GAP = 2 * 2 ** 20;
function layoutPieces({ partitions, diskSize }) {
    const pieces = [];
    let end = 0;
    const addGap = (until) => {
        if (until - end >= SMALLEST_GAP)
            pieces.push({ size: until - end });
    };
    for (const partition of partitions) {
        addGap(partition.offset);
        pieces.push({ partition, size: partition.size });
        end = Math.max(end, partition.offset + partition.size);
    }
    addGap(diskSize);
    return pieces;
}
/** As it is named where the disk is drawn to scale. */
function scalePiece({ partition, size }) {
    if (!partition)
        return { label: 'unallocated', short: '', size };
    return { label: `${partition.index} ${partitionTitle(partition)}`, short: String(partition.index), size };
}
/** `Windows`; with the type byte on a disk with a master boot record. */
function partitionTitle({ type, mbrType }) {
    return `${TITLES[type]}${mbrType === undefined ? '' : ` (${mbrType})`}`;
}
/** `GPT disk of 40 GiB, 512-byte sectors`. */
function layoutTitle({ table, diskSize, sectorSize }) {
    const kind = table === 'none' ? 'Unpartitioned disk of' : `${table.toUpperCase()} disk of`;
    return `${kind} ${(0,_units_js__WEBPACK_IMPORTED_MODULE_0__/* .formatSize */ .Xq)(diskSize)}, ${sectorSize}-byte sectors`;
}
/** Bit 0 of a GPT partition: the firmware needs it, and Windows guards it (UEFI 2.10, table 5.8). */
function isProtected({ attributes }) {
    return (BigInt(attributes) & 1n) === 1n;
}


/***/ }),

/***/ 69599:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FU: () => (/* binding */ findReferenced),
/* harmony export */   eg: () => (/* binding */ memberName),
/* harmony export */   up: () => (/* binding */ isMacCompanion)
/* harmony export */ });
/** How the files of an OVA are called, and how descriptors and manifests call them. */
/** The name without `./` in front, which tar adds when it packs a folder. */
function memberName(name) {
    return name.replace(/^(?:\.\/+)+/, '');
}
/** What macOS puts beside the files it packs: AppleDouble files (`._name`), its copies of them, the Finder's notes. */
function isMacCompanion(name) {
    const parts = name.split('/');
    return parts.includes('__MACOSX') || /^(\._|\.DS_Store$)/.test(parts.at(-1) ?? '');
}
/**
 * The member that a reference means: by its name as it is written, with its percent signs decoded (an href is a URI: DSP0243, section
 * 7.1), and each of these in the folder of the descriptor.
 */
function findReferenced(members, reference, descriptor = '') {
    const folder = descriptor.replace(/[^/]*$/, '');
    const plain = memberName(reference);
    const decoded = decodeReference(plain);
    for (const name of [plain, decoded, `${folder}${plain}`, `${folder}${decoded}`]) {
        const member = members.get(memberName(name));
        if (member !== undefined)
            return member;
    }
    return undefined;
}
function decodeReference(reference) {
    try {
        return memberName(decodeURIComponent(reference));
    }
    catch {
        return reference;
    }
}


/***/ }),

/***/ 48178:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $g: () => (/* binding */ unusedDisks),
/* harmony export */   Gu: () => (/* binding */ disksOf),
/* harmony export */   O3: () => (/* binding */ openOvaDisk),
/* harmony export */   Ru: () => (/* binding */ diskNamed),
/* harmony export */   Xy: () => (/* binding */ MEMBER_SEPARATOR),
/* harmony export */   au: () => (/* binding */ emptyDisks)
/* harmony export */ });
/* harmony import */ var _disk_open_disk_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22920);
/* harmony import */ var _disk_recognise_format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(22847);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41251);
/* harmony import */ var _files_byte_source_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(58018);
/* harmony import */ var _member_name_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(69599);
/* harmony import */ var _ovf_hardware_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(51389);
/** The disks of an OVA: which files they are is what its descriptor says, not how the files are called. */






/** Stands between the path of an archive and the name of a member. */
const MEMBER_SEPARATOR = '!';
/** How disk images are called, where no descriptor says which files are. */
const DISK_NAMES = [/\.vmdk$/i, /\.vhdx?$/i, /\.(img|raw)$/i];
/** 1.44 MB: what an image of that size is, is a floppy. */
const FLOPPY_BYTES = 1_474_560;
/**
 * The disks of the machine, the one it starts from first. Without a readable descriptor: the archive's disk images, by their names.
 * @throws UserError ova-invalid when there is none, one is not in the archive, or the descriptor speaks of several machines
 */
function disksOf(ova) {
    const { ovf } = ova;
    const disks = ovf === undefined || ovf instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FormatError */ .IF ? disksByName(ova) : disksByDescriptor(ova, ovf.drives);
    if (ovf !== undefined && !(ovf instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FormatError */ .IF) && ovf.systems > 1) {
        throw invalid(ova, `the descriptor ${ovf.name} describes ${ovf.systems} virtual machines`, 'Export each by itself.');
    }
    const [first, ...others] = disks;
    if (first !== undefined)
        return [first, ...others];
    const names = [...ova.members.keys()].join(', ');
    throw invalid(ova, 'no disk of its machine is in it', `It holds: ${names === '' ? 'nothing' : names}.`);
}
/** The member of that name as a disk. @throws UserError ova-invalid when there is none */
function diskNamed(ova, name) {
    const member = ova.members.get(name);
    if (member !== undefined)
        return { member, place: '' };
    throw invalid(ova, `there is no member "${name}"`, `It holds: ${[...ova.members.keys()].join(', ')}.`);
}
/** Reads the disk where it lies in the archive; closing it leaves the archive open. @throws UserError ova-invalid; as `openDiskIn` */
async function openOvaDisk({ source }, { member }) {
    const name = `${source.path}${MEMBER_SEPARATOR}${member.name}`;
    const window = { ...(0,_files_byte_source_js__WEBPACK_IMPORTED_MODULE_3__/* .windowOf */ .Ou)(source, member.offset, member.size, name), close: async () => { } };
    const format = await (0,_disk_recognise_format_js__WEBPACK_IMPORTED_MODULE_1__/* .recogniseFormat */ .b)(window);
    if (format === 'tar' || format === 'vmdk-descriptor') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('ova-invalid', `${name} is no disk image of its own (${format === 'tar' ? 'an archive' : 'a VMDK made of several files'})`, 'Export the VM again as OVA, with its disks as streamOptimized VMDK.');
    }
    return (0,_disk_open_disk_js__WEBPACK_IMPORTED_MODULE_0__/* .openDiskIn */ .B)(window);
}
function disksByDescriptor(ova, drives) {
    return drives.flatMap((drive) => {
        const { file, parent } = drive.disk;
        if (file === undefined)
            return [];
        const member = (0,_member_name_js__WEBPACK_IMPORTED_MODULE_5__/* .findReferenced */ .FU)(ova.members, file.href, ova.descriptor?.name);
        if (member !== undefined && parent !== undefined) {
            throw invalid(ova, `${member.name} only holds what changed against another disk (ovf:parentRef ${parent})`, 'Consolidate the snapshots of the VM, or clone it, and export it again.');
        }
        if (member !== undefined && file.compression === undefined)
            return [{ member, place: placeOf(drive) }];
        if (member !== undefined) {
            throw invalid(ova, `${member.name} is compressed by ${file.compression}`, 'Unpack it and make the OVA again.');
        }
        throw invalid(ova, `the descriptor names ${file.href}, which is not in the archive${file.chunkSize === undefined ? '' : ' as one file'}`, file.chunkSize === undefined
            ? 'Make the OVA again with convert-ova, or copy it again.'
            : 'The disk was cut into pieces (ovf:chunkSize): export the VM without them.');
    });
}
/** Places of the disks that the machine gets empty: nothing in the archive holds them. */
function emptyDisks({ ovf }) {
    if (ovf === undefined || ovf instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FormatError */ .IF)
        return [];
    return ovf.drives.filter(({ disk }) => disk.file === undefined).map(placeOf);
}
/** Names of the members that hold disks which the descriptor lists and the machine does not have. */
function unusedDisks({ ovf, members, descriptor }) {
    if (ovf === undefined || ovf instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FormatError */ .IF)
        return [];
    const used = new Set(ovf.drives.map(({ disk }) => disk.file));
    return ovf.disks.flatMap(({ file }) => {
        if (file === undefined || used.has(file))
            return [];
        return (0,_member_name_js__WEBPACK_IMPORTED_MODULE_5__/* .findReferenced */ .FU)(members, file.href, descriptor?.name)?.name ?? [];
    });
}
function placeOf({ controller, unit }) {
    return controller ? `${controller.kind} ${controller.bus}:${unit === _ovf_hardware_js__WEBPACK_IMPORTED_MODULE_4__/* .NO_UNIT */ .z9 ? '?' : unit}` : '';
}
function disksByName({ members }) {
    const candidates = [...members.values()].filter(({ size }) => size !== FLOPPY_BYTES);
    return DISK_NAMES.flatMap((pattern) => candidates.filter(({ name }) => pattern.test(name))).map((member) => ({
        member,
        place: '',
    }));
}
function invalid({ path }, why, hint) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('ova-invalid', `${path}: ${why}`, hint);
}


/***/ }),

/***/ 51389:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _W: () => (/* binding */ readDrives),
/* harmony export */   bD: () => (/* binding */ RESOURCE),
/* harmony export */   mz: () => (/* binding */ readControllers),
/* harmony export */   z9: () => (/* binding */ NO_UNIT)
/* harmony export */ });
/** The hardware items of an OVF descriptor: controllers and what hangs on them (CIM_ResourceAllocationSettingData). */
/** CIM_ResourceAllocationSettingData.ResourceType. */
const RESOURCE = { ide: '5', scsi: '6', floppy: '14', disk: '17', storage: '20' };
/** VMware's subtypes of controllers; more than one may stand in the element, separated by spaces. */
const CONTROLLER_SUBTYPES = {
    virtualscsi: 'pvscsi',
    lsilogicsas: 'lsilogicsas',
    lsilogic: 'lsilogic',
    buslogic: 'buslogic',
    'vmware.sata.ahci': 'sata',
    ahci: 'sata',
    'vmware.nvme.controller': 'nvme',
};
const LABELS = {
    pvscsi: 'a PVSCSI controller',
    lsilogicsas: 'an LSI Logic SAS controller',
    lsilogic: 'an LSI Logic controller',
    buslogic: 'a BusLogic controller',
    sata: 'a SATA controller',
    nvme: 'an NVMe controller',
    ide: 'an IDE controller',
    other: 'a controller of unknown kind',
};
/** What has no number of its own stands behind what has. */
const LAST = Number.MAX_SAFE_INTEGER;
/** Unit of a drive whose descriptor says none. */
const NO_UNIT = LAST;
function readControllers(items) {
    return items.flatMap((controller) => {
        const kind = controllerKind(controller);
        if (kind === undefined)
            return [];
        const children = items.filter((item) => item.get('Parent') === controller.get('InstanceID'));
        const disks = children.filter((item) => item.get('ResourceType') === RESOURCE.disk).length;
        return [{ kind, label: LABELS[kind], disks, devices: children.length }];
    });
}
/**
 * Hard disks by controller (its bus number, then its place in the descriptor) and unit: the first is the one the machine starts from.
 * CD and floppy drives are none, whatever their files are called.
 */
function readDrives(items, disks, files) {
    const controllers = items.flatMap((item) => {
        const kind = controllerKind(item);
        return kind === undefined ? [] : [{ id: item.get('InstanceID'), kind, bus: numberOf(item.get('Address')) }];
    });
    return items
        .filter((item) => item.get('ResourceType') === RESOURCE.disk)
        .map((item, place) => {
        const at = controllers.findIndex(({ id }) => id !== undefined && id === item.get('Parent'));
        const controller = controllers[at];
        const drive = {
            disk: diskOf(item.get('HostResource') ?? '', disks, files),
            ...(controller && { controller: { kind: controller.kind, bus: controller.bus === LAST ? 0 : controller.bus } }),
            unit: numberOf(item.get('AddressOnParent')),
        };
        return { drive, order: [controller?.bus ?? LAST, at < 0 ? LAST : at, drive.unit, place] };
    })
        .sort((a, b) => compare(a.order, b.order))
        .map(({ drive }) => drive);
}
/** `ovf:/disk/<id>` names an entry of DiskSection, `ovf:/file/<id>` a file itself (DSP0243, section 8.3); blanks and slashes vary. */
function diskOf(resource, disks, files) {
    const [, kind, id = ''] = /^(?:ovf:)?\/{0,2}(disk|file)\/(.+)$/i.exec(resource.trim()) ?? [];
    if (kind?.toLowerCase() === 'file') {
        const file = files.find((one) => one.id === id);
        return { id, ...(file && { file }) };
    }
    return disks.find((disk) => disk.id === id) ?? { id };
}
function controllerKind(item) {
    const subtypes = (item.get('ResourceSubType') ?? '').toLowerCase().split(/\s+/);
    const known = subtypes.map((subtype) => CONTROLLER_SUBTYPES[subtype]).find((kind) => kind !== undefined);
    switch (item.get('ResourceType')) {
        case RESOURCE.ide:
            return 'ide';
        case RESOURCE.scsi:
            // Without a subtype the importer chooses LSI Logic.
            return known ?? (subtypes.join('') === '' ? 'lsilogic' : 'other');
        case RESOURCE.storage:
            return known ?? 'other';
        default:
            return undefined;
    }
}
function numberOf(text) {
    return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : LAST;
}
function compare(a, b) {
    const at = a.findIndex((value, index) => value !== b[index]);
    return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}


/***/ }),

/***/ 47864:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ verifyManifest)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/* harmony import */ var _files_hash_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(94427);
/* harmony import */ var _member_name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69599);
/** Holds the files in an OVA against its manifest. */



/**
 * Reads every file once. Without a manifest nothing can be said, which is up to the caller.
 * @param signal ends it between two blocks
 * @param atMost bytes to read in all, smallest files first (default: all)
 * @returns the names of the files that were not read for want of bytes
 * @throws UserError ova-invalid when a file is missing or not listed, hash-mismatch
 */
async function verifyManifest({ path, source, members, manifest }, signal, atMost = Number.POSITIVE_INFINITY) {
    if (!manifest)
        return [];
    const listed = new Map();
    for (const [name, digest] of manifest.digests) {
        const member = (0,_member_name_js__WEBPACK_IMPORTED_MODULE_2__/* .findReferenced */ .FU)(members, name, manifest.name);
        if (!member)
            throw incomplete(path, `${manifest.name} lists ${name}, which is not in the archive`);
        listed.set(member, digest);
    }
    for (const [name, member] of members) {
        if (name === manifest.name || name.toLowerCase().endsWith('.cert') || listed.has(member))
            continue;
        throw incomplete(path, `${manifest.name} does not list ${name}`);
    }
    const unread = [];
    let left = atMost;
    for (const [member, { algorithm, digest }] of [...listed].sort(([a], [b]) => a.size - b.size)) {
        left -= member.size;
        if (left < 0) {
            unread.push(member.name);
            continue;
        }
        const found = await (0,_files_hash_file_js__WEBPACK_IMPORTED_MODULE_1__/* .hashRange */ .Uk)(source, member, algorithm, signal);
        if (found === digest)
            continue;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('hash-mismatch', `${member.name} in ${path} has the ${algorithm} ${found}, but the manifest says ${digest}`, 'The OVA was damaged or changed after it was made: make it again with convert-ova, or copy it again.');
    }
    return unread;
}
function incomplete(path, why) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('ova-invalid', `${path}: ${why}`, 'Make the OVA again with convert-ova.');
}


/***/ }),

/***/ 35424:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ drawScale)
/* harmony export */ });
/** A bar drawn to scale in characters: for logs and job summaries, in which GitHub leaves neither pictures nor colours. */
/** What GitHub shows of a fenced block on a telephone without a scroll bar. */
const COLUMNS = 60;
/**
 * Three lines of `columns` characters; no piece is narrower than one, and what is too narrow for its name has its short one:
 *
 *     ┌─┬─┬─────────────┐
 *     │1│2│3 Windows    │
 *     └─┴─┴─────────────┘
 *
 * @returns empty text for no pieces
 */
function drawScale(pieces, columns = COLUMNS) {
    if (pieces.length === 0)
        return '';
    const widths = shareColumns(pieces.map(({ size }) => size), columns - pieces.length - 1);
    const border = (left, between, right) => left + widths.map((width) => '─'.repeat(width)).join(between) + right;
    const names = pieces.map(({ label, short }, index) => {
        const width = widths[index] ?? 0;
        const name = [label, short].find((text) => text.length <= width) ?? '';
        return name.padEnd(width);
    });
    return [border('┌', '┬', '┐'), `│${names.join('│')}│`, border('└', '┴', '┘')].join('\n');
}
/** Whole columns in proportion to the sizes: what is left over goes where most was cut off. One each is taken from the widest where need be. */
function shareColumns(sizes, columns) {
    const total = sizes.reduce((sum, size) => sum + size, 0) || 1;
    const exact = sizes.map((size) => (size / total) * columns);
    const widths = exact.map((width) => Math.max(1, Math.floor(width)));
    const byRest = exact.map((width, index) => ({ index, rest: width % 1 })).sort((a, b) => b.rest - a.rest);
    const spare = () => columns - widths.reduce((sum, width) => sum + width, 0);
    for (const { index } of byRest.slice(0, Math.max(0, spare())))
        widths[index] = (widths[index] ?? 0) + 1;
    while (spare() < 0 && Math.max(...widths) > 1) {
        const widest = widths.indexOf(Math.max(...widths));
        widths[widest] = (widths[widest] ?? 0) - 1;
    }
    return widths;
}


/***/ }),

/***/ 69878:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Di: () => (/* binding */ answerKeys),
/* harmony export */   OZ: () => (/* binding */ ANSWERED),
/* harmony export */   dl: () => (/* binding */ guestQuestion),
/* harmony export */   pi: () => (/* binding */ unpackAnswer),
/* harmony export */   vS: () => (/* binding */ ANSWER_KEY)
/* harmony export */ });
/* unused harmony exports PIECE, MAX_PIECES */
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38522);
/**
 * A question to a guest as PowerShell for Windows Server 2016 and later, and how its answer is packed: JSON, compressed, in pieces that
 * each fit into a command line, as guestinfo. For a file transfer the runner would have to reach the ESXi host and trust it.
 */

/** Key of guestinfo, without `guestinfo.`: when it was answered, and in how many pieces; each piece is in the key with its number behind it. */
const ANSWER_KEY = 'stillframe.answer';
/** Exit code of whoever has answered, so that no other end of PowerShell is taken for an answer. */
const ANSWERED = 64;
/** Characters of a piece, as a command line takes them, and how many pieces are read at most: what a guest may set in all is 1 MiB (vmx). */
const PIECE = 4000;
const MAX_PIECES = 99;
/** Bytes of an answer that is unpacked. */
const MAX_ANSWER = 4 * 2 ** 20;
/**
 * How many pieces there are is said last: who sees it sees them all. vmtoolsd is asked as in open-vm-tools' own documentation of info-set.
 * @param gather PowerShell 5.1, ASCII, that nothing was put into; it leaves its answer in `$answer`, a hash table
 */
function guestQuestion(gather) {
    return `$ErrorActionPreference = 'Stop'
${gather.trimEnd()}
$ErrorActionPreference = 'Stop'
$bytes = [Text.Encoding]::UTF8.GetBytes((ConvertTo-Json $answer -Depth 4 -Compress))
$memory = New-Object -TypeName IO.MemoryStream
$zip = New-Object -TypeName IO.Compression.GZipStream -ArgumentList $memory, ([IO.Compression.CompressionMode]::Compress)
$zip.Write($bytes, 0, $bytes.Length)
$zip.Close()
$text = [Convert]::ToBase64String($memory.ToArray())
$toolsd = Join-Path $env:ProgramFiles 'VMware\\VMware Tools\\vmtoolsd.exe'
for ($i = 0; $i * ${PIECE} -lt $text.Length; $i++) {
  $piece = $text.Substring($i * ${PIECE}, [Math]::Min(${PIECE}, $text.Length - $i * ${PIECE}))
  & $toolsd --cmd ('info-set guestinfo.${ANSWER_KEY}.' + $i + ' ' + $piece)
  if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
}
& $toolsd --cmd ('info-set guestinfo.${ANSWER_KEY} ' + [DateTime]::UtcNow.Ticks + '-' + $i)
if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
exit ${ANSWERED}
`;
}
/**
 * @param info a setting of the guest by its key
 * @returns undefined while it is not there as a whole: pieces of two answers have no common checksum
 */
function unpackAnswer(info) {
    const [, count = ''] = /^\d+-(\d{1,2})$/.exec(info(ANSWER_KEY) ?? '') ?? [];
    if (count === '')
        return undefined;
    const pieces = Array.from({ length: Number(count) }, (_, index) => info(`${ANSWER_KEY}.${index}`) ?? '');
    try {
        const bytes = (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.gunzipSync)(Buffer.from(pieces.join(''), 'base64'), { maxOutputLength: MAX_ANSWER });
        return { value: JSON.parse(bytes.toString('utf8')) };
    }
    catch {
        return undefined;
    }
}
/** Keys of whatever answer stands there. */
function answerKeys(info) {
    const keys = [ANSWER_KEY, ...Array.from({ length: MAX_PIECES }, (_, index) => `${ANSWER_KEY}.${index}`)];
    return keys.filter((key) => info(key) !== undefined);
}


/***/ }),

/***/ 10702:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ HELD_SESSION)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/** A session that must not outlive its run: an administrator sees each as somebody who is logged in. */

const HELD_SESSION = {
    kind: 'vsphere-session',
    what: ({ server }) => `the session with ${server}`,
    undo: async (ticket, context) => {
        // Loaded when there is something to undo: an action may have work that speaks to no server.
        const { resumeVsphere } = await Promise.all(/* import() */[__webpack_require__.e(9800), __webpack_require__.e(6722), __webpack_require__.e(5783)]).then(__webpack_require__.bind(__webpack_require__, 85783));
        try {
            const session = await resumeVsphere(ticket, context);
            await session.close();
        }
        catch (error) {
            // A run may be killed while it logs out, and a server may have ended the session itself: then nobody is logged in any more.
            if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo) || error.code !== 'vsphere-login')
                throw error;
            context.log.debug(error.message);
        }
    },
};


/***/ })

};
