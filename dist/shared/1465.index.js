export const id = 1465;
export const ids = [1465,9853];
export const modules = {

/***/ 8373:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ checkRelease)
});

// EXTERNAL MODULE: ./.cache/build/src/job/action.js
var action = __webpack_require__(36082);
// EXTERNAL MODULE: ./.cache/build/actions/build-vhd/read-answers.js + 1 modules
var read_answers = __webpack_require__(28184);
// EXTERNAL MODULE: ./.cache/build/src/errors.js
var errors = __webpack_require__(41251);
// EXTERNAL MODULE: ./.cache/build/src/job/input.js
var input = __webpack_require__(90458);
// EXTERNAL MODULE: ./.cache/build/src/job/input-types.js
var input_types = __webpack_require__(198);
// EXTERNAL MODULE: ./.cache/build/src/job/shared-inputs.js
var shared_inputs = __webpack_require__(79871);
// EXTERNAL MODULE: ./.cache/build/src/template/after-first-boot.js
var after_first_boot = __webpack_require__(97685);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/trust.js
var trust = __webpack_require__(34428);
// EXTERNAL MODULE: ./.cache/build/src/windows/answer-file/passwords.js
var passwords = __webpack_require__(60782);
// EXTERNAL MODULE: ./.cache/build/src/windows/answer-file/read-answer-file.js + 2 modules
var read_answer_file = __webpack_require__(49296);
// EXTERNAL MODULE: ./.cache/build/src/windows/engines/choose-engine.js + 48 modules
var choose_engine = __webpack_require__(58917);
// EXTERNAL MODULE: ./.cache/build/actions/build-vhd/inputs.js + 2 modules
var inputs = __webpack_require__(8672);
// EXTERNAL MODULE: ./.cache/build/actions/convert-ova/inputs.js + 2 modules
var convert_ova_inputs = __webpack_require__(41847);
// EXTERNAL MODULE: ./.cache/build/actions/convert-ova/read-signing-pair.js + 1 modules
var read_signing_pair = __webpack_require__(86933);
// EXTERNAL MODULE: ./.cache/build/actions/record-release/inputs.js + 1 modules
var record_release_inputs = __webpack_require__(46736);
// EXTERNAL MODULE: ./.cache/build/actions/upload-esxi/inputs.js
var upload_esxi_inputs = __webpack_require__(73666);
// EXTERNAL MODULE: ./.cache/build/actions/upload-esxi/read-network-map.js
var read_network_map = __webpack_require__(33575);
;// CONCATENATED MODULE: ./.cache/build/actions/check-release/inputs.js
/** The inputs of check-release: which stages there are, and what of the later ones can be wrong. */
















const WITH_UPLOAD = { required: false, otherwise: '**required** with `upload: true`' };
const INPUTS = {
    upload: (0,input/* input */.h)(input_types/* boolean */.zM, { description: 'false ends with the OVA, which is checked offline then.', default: 'true' }),
    bake: (0,input/* input */.h)(input_types/* boolean */.zM, {
        description: 'false leaves the candidate as it was uploaded, its first boot to come.',
        default: 'true',
    }),
    verify: (0,input/* input */.h)(input_types/* boolean */.zM, {
        description: 'false leaves the proof out; nothing is published then.',
        default: 'true',
    }),
    publish: (0,input/* input */.h)(input_types/* boolean */.zM, {
        description: 'false leaves the proven candidate as one, for another job to publish before it expires.',
        default: 'true',
    }),
    record: (0,input/* input */.h)(input_types/* boolean */.zM, {
        description: 'false leaves the record of the release out, with its SBOM, page and notes.',
        default: 'true',
    }),
    server: (0,input/* variant */.O)(shared_inputs/* SERVER_INPUTS */.O9.server, WITH_UPLOAD),
    username: (0,input/* variant */.O)(shared_inputs/* SERVER_INPUTS */.O9.username, WITH_UPLOAD),
    password: (0,input/* variant */.O)(shared_inputs/* SERVER_INPUTS */.O9.password, WITH_UPLOAD),
    thumbprint: shared_inputs/* SERVER_INPUTS */.O9.thumbprint,
    'ca-file': shared_inputs/* SERVER_INPUTS */.O9['ca-file'],
    insecure: shared_inputs/* SERVER_INPUTS */.O9.insecure,
    'network-map': (0,input/* variant */.O)(upload_esxi_inputs/* INPUTS */.m['network-map'], { without: [] }),
    ...read_answers/* ANSWER_INPUTS */.VO,
    engine: inputs/* INPUTS */.m.engine,
    reuse: shared_inputs/* reuse */.TI,
    'sign-key': convert_ova_inputs/* INPUTS */.m['sign-key'],
    'sign-certificate': (0,input/* variant */.O)(convert_ova_inputs/* INPUTS */.m['sign-certificate'], { only: [{ input: 'sign-key' }] }),
    artifact: record_release_inputs/* INPUTS */.m.artifact,
    'artifact-name': record_release_inputs/* INPUTS */.m['artifact-name'],
    'retention-days': record_release_inputs/* INPUTS */.m['retention-days'],
};
/** @throws UserError for what is wrong, or missing in the company of others; nobody is asked, only what was given is read */
async function prepare(reading, place) {
    const { upload, bake, verify, publish, record, ...values } = reading.values;
    if (upload) {
        reading.needed('server', 'username', 'password');
        await (0,trust/* readTrust */.bn)({ thumbprint: values.thumbprint, caFile: values['ca-file'], insecure: values.insecure });
        (0,read_network_map/* readNetworkMap */.d)(values['network-map'], reading);
    }
    const { engine } = values;
    const obstacle = engine === 'auto' ? undefined : (0,choose_engine/* engineObstacle */.cI)(engine, process.platform);
    if (obstacle !== undefined)
        throw reading.invalid('engine', engine, obstacle);
    await checkAnswers(reading, place);
    await (0,read_signing_pair/* readSigningPair */._)(values['sign-key'], values['sign-certificate'], reading);
    return { upload, bake, verify, publish, record };
}
/** The answer file as build-vhd will read it, or the options of which it makes one; and that a candidate that is baked does not wait at its console. */
async function checkAnswers(reading, place) {
    const answers = (0,read_answers/* readAnswers */.Mr)(reading, place);
    const { unattend } = reading.values;
    const file = unattend === undefined ? undefined : await (0,read_answer_file/* readAnswerFile */.z)(unattend, (0,read_answers/* unattendPassword */.b4)(reading, place), () => { });
    const hasPassword = file ? !file.findings.some(({ code }) => code === passwords/* NO_PASSWORD */.w) : answers?.password !== undefined;
    if (hasPassword || !isBaked(reading))
        return;
    throw new errors/* UserError */.yo('input-missing', `The template is baked (bake.on), and ${file ? `the answer file ${file.file.path}` : 'nobody'} gives the Administrator a password: Windows would wait at its console for one until the bake is given up`, 'Give administrator-password from a secret (where an answer file is used, for its $ADMINISTRATOR_PASSWORD), or leave the first boot to who clones: bake: { on: none }.');
}
/** On Hyper-V it is before the upload, whatever the stages are. */
function isBaked({ values, template }) {
    if (template === undefined || (0,after_first_boot/* afterFirstBoot */.dg)(template) === 'stay')
        return false;
    return (0,after_first_boot/* bakeHost */.KJ)(template) === 'hyper-v' || (values.upload && values.bake);
}

;// CONCATENATED MODULE: ./.cache/build/actions/check-release/stages-text.js
/** What a release does, and what it leaves out, in one sentence each. */
function stagesText({ upload, bake, verify, publish, record }) {
    const done = [
        'builds the OVA',
        ...(upload ? ['uploads it'] : []),
        ...(upload && bake ? ['bakes the candidate where the template asks for it'] : []),
        ...(verify ? [upload ? 'proves it' : 'checks it offline'] : []),
        ...(upload && verify && publish ? ['publishes what is proven'] : []),
        ...(record ? ['records it'] : []),
    ];
    const out = [
        ...(upload ? [] : ['upload']),
        ...(upload && !bake ? ['bake'] : []),
        ...(verify ? [] : ['proof']),
        ...(upload && verify && publish ? [] : ['publication']),
        ...(record ? [] : ['record']),
    ];
    const left = out.length === 0 ? '' : ` Left out: ${out.join(', ')}.`;
    return `This release ${done.join(', ')}.${left}`;
}

;// CONCATENATED MODULE: ./.cache/build/actions/check-release/main.js
/** Tells what comes; all that can be wrong was seen when the inputs were read. */

async function main(stages, { log }) {
    log.info(stagesText(stages));
    return stages;
}

;// CONCATENATED MODULE: ./.cache/build/actions/check-release/summary.js
/** The job summary of check-release: one sentence, so that nobody takes a release without a proof for one with it. */

function renderSummary(stages) {
    return `${stagesText(stages)}\n`;
}

;// CONCATENATED MODULE: ./.cache/build/actions/check-release/action.js
/** check-release as a value. */





const checkRelease = (0,action/* defineAction */.Q)({
    name: 'check-release',
    description: 'Says which stages of a release are asked for, and refuses at once what a later stage would refuse',
    branding: { icon: 'check-square', color: 'blue' },
    inputs: INPUTS,
    outputs: {
        upload: { description: '`true` or `false`: is the OVA uploaded.', value: ({ upload }) => upload },
        bake: { description: '`true` or `false`: is the candidate started once.', value: ({ bake }) => bake },
        verify: { description: '`true` or `false`: is there a proof.', value: ({ verify }) => verify },
        publish: { description: '`true` or `false`: is what was proven published.', value: ({ publish }) => publish },
        record: { description: '`true` or `false`: is the release recorded.', value: ({ record }) => record },
    },
    secrets: read_answers/* passwordSecrets */.RU,
    prepare: prepare,
    main: main,
    findings: () => [],
    summary: renderSummary,
});


/***/ }),

/***/ 94196:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _src_runner_run_on_github_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59853);
/* harmony import */ var _action_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8373);
/** Refuses, before anything is made, what a later step of a release would refuse. */


await (0,_src_runner_run_on_github_js__WEBPACK_IMPORTED_MODULE_0__.runOnGithub)(_action_js__WEBPACK_IMPORTED_MODULE_1__/* .checkRelease */ .m);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 46736:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ INPUTS),
  i: () => (/* binding */ prepare)
});

// EXTERNAL MODULE: ./.cache/build/src/job/input.js
var input = __webpack_require__(90458);
// EXTERNAL MODULE: ./.cache/build/src/job/input-types.js
var input_types = __webpack_require__(198);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./.cache/build/actions/record-release/read-run-facts.js
/** What the place that a release is recorded in says of itself: the variables of GitHub, where there are some, and the system. */

function readRunFacts({ run, env }, now) {
    const { GITHUB_RUN_ATTEMPT: attempt, GITHUB_REPOSITORY: repository, GITHUB_SHA: commit } = env;
    return {
        at: now.toISOString(),
        id: run,
        ...(attempt && { attempt }),
        ...(repository && { repository }),
        ...(commit && { commit }),
        runner: {
            name: env.RUNNER_NAME || (0,external_node_os_.hostname)(),
            system: `${(0,external_node_os_.type)()} ${(0,external_node_os_.release)()}`,
            arch: env.RUNNER_ARCH || (0,external_node_os_.arch)(),
            node: process.versions.node,
        },
    };
}

;// CONCATENATED MODULE: ./.cache/build/actions/record-release/inputs.js
/** The inputs of record-release. */



const INPUTS = {
    reports: (0,input/* input */.h)(input_types/* lines */.Mn, {
        description: 'Reports of the steps of this release (their outputs `report`), one per line, in any order; those of build-vhd and convert-ova have to be among them.',
        required: true,
    }),
    name: (0,input/* input */.h)(input_types/* text */.Qq, {
        description: 'Name of the template.',
        template: { key: 'name', read: (template) => template.name },
        otherwise: 'the name of the OVA file',
    }),
    directory: (0,input/* input */.h)(input_types/* path */.Ae, {
        description: 'Folder that gets `release.json`, `sbom.cdx.json`, `release.html` and `notes.md`; one that is kept knows the release before.',
        otherwise: 'the folder of the OVA',
    }),
    previous: (0,input/* input */.h)(input_types/* path */.Ae, {
        description: 'The `release.json` of the release before, with which this one is compared.',
        otherwise: 'that of the folder, before it is replaced',
    }),
    artifact: (0,input/* input */.h)((0,input_types/* choice */.Yq)(['none', 'reports', 'with-ova']), {
        description: 'What is uploaded as artifacts of the run: reports, record and evidence as one, and the page as one that the browser shows; with-ova the OVA too, for one day. Not on GitHub Enterprise Server, which has no such service.',
        default: 'none',
    }),
    'artifact-name': (0,input/* input */.h)(input_types/* text */.Qq, {
        only: [{ input: 'artifact', is: ['reports', 'with-ova'] }],
        description: 'Name of the artifact; the jobs of one run need different ones.',
        otherwise: '`<name>-release`',
    }),
    'retention-days': (0,input/* input */.h)((0,input_types/* integer */.nd)(1, 400), {
        only: [{ input: 'artifact', is: ['reports', 'with-ova'] }],
        description: 'How long the artifacts are kept; never longer than the repository allows.',
        otherwise: 'as the repository has it',
    }),
};
function prepare({ values, template }, place) {
    return {
        reports: values.reports,
        template,
        name: values.name,
        directory: values.directory,
        previous: values.previous,
        artifact: values.artifact === 'none'
            ? undefined
            : {
                withOva: values.artifact === 'with-ova',
                name: values['artifact-name'],
                retentionDays: values['retention-days'],
                env: place.env,
            },
        run: readRunFacts(place, new Date()),
    };
}


/***/ }),

/***/ 73666:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ prepare),
/* harmony export */   m: () => (/* binding */ INPUTS)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _src_job_input_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(90458);
/* harmony import */ var _src_job_input_types_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(198);
/* harmony import */ var _src_job_shared_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(79871);
/* harmony import */ var _src_upload_working_names_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(30024);
/* harmony import */ var _src_vsphere_transfer_ovf_import_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(20083);
/* harmony import */ var _src_vsphere_vm_release_mark_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(29565);
/* harmony import */ var _read_network_map_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(33575);
/** The inputs of upload-esxi. */








const IF_EXISTS = ['fail', 'replace', 'keep'];
/** What a VM has, and an item of a library has not. */
const OF_VM = { without: [{ input: 'as', is: ['library-item'] }] };
/** Longer names than this vSphere does not take for VMs. */
const MAX_NAME = 80;
const INPUTS = {
    ova: (0,_src_job_input_js__WEBPACK_IMPORTED_MODULE_4__/* .input */ .h)(_src_job_input_types_js__WEBPACK_IMPORTED_MODULE_1__/* .path */ .Ae, {
        description: 'The OVA to upload; it is read where it lies, never unpacked.',
        required: true,
    }),
    ..._src_job_shared_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .SERVER_INPUTS */ .O9,
    datacenter: (0,_src_job_input_js__WEBPACK_IMPORTED_MODULE_4__/* .variant */ .O)(_src_job_shared_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .SERVER_INPUTS */ .O9.datacenter, {
        ...OF_VM,
        otherwise: 'the only one, or the one of the resource pool',
    }),
    'resource-pool': (0,_src_job_input_js__WEBPACK_IMPORTED_MODULE_4__/* .variant */ .O)(_src_job_shared_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .SERVER_INPUTS */ .O9['resource-pool'], {
        ...OF_VM,
        otherwise: 'the only one, or that of host',
    }),
    name: (0,_src_job_input_js__WEBPACK_IMPORTED_MODULE_4__/* .input */ .h)(_src_job_input_types_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq, {
        description: 'Name of the VM or template, or the one that a candidate is to be published under; at most 50 characters.',
        template: { key: 'name', read: ({ name }) => name },
        otherwise: 'the name of the OVA file',
    }),
    datastore: (0,_src_job_input_js__WEBPACK_IMPORTED_MODULE_4__/* .input */ .h)(_src_job_input_types_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq, {
        ...OF_VM,
        description: 'Datastore, by name or inventory path.',
        template: { key: 'publish', read: ({ publish }) => publish[0]?.datastore },
        otherwise: 'the only one that the hosts of the pool mount',
    }),
    folder: (0,_src_job_input_js__WEBPACK_IMPORTED_MODULE_4__/* .input */ .h)(_src_job_input_types_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq, {
        ...OF_VM,
        description: 'VM folder, by name or inventory path.',
        template: { key: 'publish', read: ({ publish }) => publish[0]?.folder },
        otherwise: 'the root of the datacenter',
    }),
    host: (0,_src_job_input_js__WEBPACK_IMPORTED_MODULE_4__/* .input */ .h)(_src_job_input_types_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq, {
        ...OF_VM,
        description: 'ESXi host to import on, by name or inventory path; needed in a cluster without DRS.',
        otherwise: 'chosen by vSphere',
    }),
    'network-map': (0,_src_job_input_js__WEBPACK_IMPORTED_MODULE_4__/* .input */ .h)(_src_job_input_types_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_, {
        ...OF_VM,
        description: 'Lines of the form name in the OVA = name in the inventory; a name alone stands for every network.',
        otherwise: 'networks of the same name, or the only one',
    }),
    'disk-provisioning': (0,_src_job_input_js__WEBPACK_IMPORTED_MODULE_4__/* .input */ .h)((0,_src_job_input_types_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)(_src_vsphere_transfer_ovf_import_js__WEBPACK_IMPORTED_MODULE_3__/* .DISK_PROVISIONINGS */ .Xv), {
        ...OF_VM,
        description: 'How the datastore gives room to the disk.',
        default: 'thin',
    }),
    as: (0,_src_job_input_js__WEBPACK_IMPORTED_MODULE_4__/* .input */ .h)((0,_src_job_input_types_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)(['candidate', 'vm', 'template', 'library-item']), {
        description: 'What it becomes: a `candidate`, that is a VM named `<name>.candidate-<run id>` which verify-quiesce proves and publish-template publishes; or at once a VM or a template (vCenter only) that people find under its name, proven or not; or an item of a content library (`library-item`), proven or not, which publish-template makes of a proven candidate instead.',
        default: 'candidate',
    }),
    library: (0,_src_job_input_js__WEBPACK_IMPORTED_MODULE_4__/* .input */ .h)(_src_job_input_types_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq, {
        only: [{ input: 'as', is: ['library-item'] }],
        description: 'Content library of the item, by its name; a local one. Only with `as: library-item`.',
        template: { key: 'publish', read: ({ publish }) => publish[0]?.library },
        otherwise: '**required** with `as: library-item`',
    }),
    'via-library': (0,_src_job_input_js__WEBPACK_IMPORTED_MODULE_4__/* .input */ .h)(_src_job_input_types_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq, {
        ...OF_VM,
        description: 'Content library, by its name, a local one: the OVA goes through it, so that this runner needs to reach vCenter alone. An item for the time being takes the OVA, vCenter deploys the VM from it, and the item is removed.',
        otherwise: 'straight to an ESXi host',
    }),
    'if-exists': (0,_src_job_input_js__WEBPACK_IMPORTED_MODULE_4__/* .input */ .h)((0,_src_job_input_types_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)(IF_EXISTS), {
        only: [{ input: 'as', is: ['vm', 'template', 'library-item'] }],
        description: 'When the folder has a VM of that name: fail, replace it once the new one is whole, or keep it and upload nothing. A candidate disturbs nobody of its name, and takes the place of that of an earlier attempt of the same run. Of a library item the content is replaced, its id stays; one that no release made never is.',
        default: 'fail',
    }),
};
function prepare(reading, place) {
    const { values, missing, invalid } = reading;
    const { ova, as, library } = values;
    if (as === 'library-item' && library === undefined)
        throw missing('library');
    const name = values.name ?? (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(ova).replace(/\.ova$/i, '');
    if (name.length > MAX_NAME - _src_upload_working_names_js__WEBPACK_IMPORTED_MODULE_5__/* .NAME_RESERVE */ .bH) {
        throw invalid('name', name, `Write at most ${MAX_NAME - _src_upload_working_names_js__WEBPACK_IMPORTED_MODULE_5__/* .NAME_RESERVE */ .bH} characters.`);
    }
    return {
        ova,
        server: values.server,
        username: values.username,
        password: values.password,
        tls: { thumbprint: values.thumbprint, caFile: values['ca-file'], insecure: values.insecure },
        name,
        placement: {
            datacenter: values.datacenter,
            datastore: values.datastore,
            folder: values.folder,
            resourcePool: values['resource-pool'],
            host: values.host,
        },
        networks: (0,_read_network_map_js__WEBPACK_IMPORTED_MODULE_6__/* .readNetworkMap */ .d)(values['network-map'], reading),
        diskProvisioning: values['disk-provisioning'],
        as,
        run: (0,_src_vsphere_vm_release_mark_js__WEBPACK_IMPORTED_MODULE_7__/* .runForNames */ .v2)(place.run),
        ifExists: values['if-exists'],
        library,
        viaLibrary: values['via-library'],
    };
}


/***/ }),

/***/ 33575:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ readNetworkMap)
/* harmony export */ });
/** The input network-map. */
/** @param entries `name in the OVA = name in the inventory`; one without `=` stands for every network. @throws UserError input-invalid */
function readNetworkMap(entries, { invalid }) {
    const wishes = new Map();
    for (const entry of entries ?? []) {
        const match = /^(?:(.+?)\s*=\s*)?([^=]+)$/.exec(entry);
        if (match?.[2] === undefined || entry.includes('->')) {
            throw invalid('network-map', entry, 'Write lines such as VM Network = dvs-servers.');
        }
        const source = match[1] ?? '*';
        const before = wishes.get(source);
        if (before !== undefined) {
            const what = source === '*' ? 'every network' : source;
            throw invalid('network-map', entry, `Map each network of the OVA once: ${what} is mapped to ${before} already.`);
        }
        wishes.set(source, match[2].trim());
    }
    return wishes;
}


/***/ }),

/***/ 71089:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jm: () => (/* binding */ FIRST_BOOT_SETTING),
/* harmony export */   N8: () => (/* binding */ parseFirstBootSteps),
/* harmony export */   bW: () => (/* binding */ firstBootConfig)
/* harmony export */ });
/* harmony import */ var _products_guest_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18351);
/** How an OVA says that its image's first boot waits to be done. */

/** Key among the settings of the .vmx file: `expected`, or `baked` once it is done in the template itself. */
const FIRST_BOOT_SETTING = 'stillframe.first-boot';
/**
 * A guest that ends by itself has a first boot to wait for, though no step is in it.
 * @param steps names of the steps that wait, as build-vhd gives them
 */
function firstBootConfig(steps, after) {
    return {
        ...((steps.length > 0 || after !== 'stay') && { [FIRST_BOOT_SETTING]: 'expected' }),
        ...(after !== 'stay' && { [_products_guest_words_js__WEBPACK_IMPORTED_MODULE_0__/* .AFTER_FIRST_BOOT_SETTING */ .av]: after }),
    };
}
/**
 * @param text JSON array of names
 * @returns undefined when it is something else
 */
function parseFirstBootSteps(text) {
    let parsed;
    try {
        parsed = JSON.parse(text);
    }
    catch {
        return undefined;
    }
    return Array.isArray(parsed) && parsed.every((name) => typeof name === 'string') ? parsed : undefined;
}


/***/ }),

/***/ 63664:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ng: () => (/* binding */ parseManifest),
/* harmony export */   T: () => (/* binding */ MANIFEST_ALGORITHMS),
/* harmony export */   Y1: () => (/* binding */ DIGEST_DIGITS),
/* harmony export */   sB: () => (/* binding */ renderManifest)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/* harmony import */ var _member_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69599);
/**
 * The manifest of an OVF package: one digest a file. Source: DMTF DSP0243 section 5.1; the exact line form (upper-case
 * label, no space before the parenthesis, one after the equals sign) is the one every vSphere release accepts.
 */


const MANIFEST_ALGORITHMS = ['sha256', 'sha1', 'sha512'];
/** Hexadecimal digits of each algorithm's digest. */
const DIGEST_DIGITS = { sha1: 40, sha256: 64, sha512: 128 };
function renderManifest(algorithm, digests) {
    return digests.map(({ file, digest }) => `${algorithm.toUpperCase()}(${file})= ${digest}\n`).join('');
}
/**
 * Lines such as `SHA256(disk1.vmdk)= 12ab…` (blanks around the parts are found in the wild).
 * @param file for messages
 * @throws FormatError for a line of another form or an unknown algorithm
 */
function parseManifest(file, name, text) {
    const digests = new Map();
    let offset = 0;
    for (const line of text.split('\n')) {
        if (line.trim() !== '') {
            const match = /^\s*(\w+)\s*\((.+)\)\s*=\s*([0-9a-f]+)\s*$/i.exec(line);
            const algorithm = MANIFEST_ALGORITHMS.find((known) => known === match?.[1]?.toLowerCase());
            const digest = match?.[3]?.toLowerCase();
            if (match?.[2] === undefined || !algorithm || digest?.length !== DIGEST_DIGITS[algorithm]) {
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FormatError */ .IF(file, offset, 'a line such as SHA256(disk1.vmdk)= and 64 digits', JSON.stringify(line.slice(0, 80)));
            }
            digests.set((0,_member_name_js__WEBPACK_IMPORTED_MODULE_1__/* .memberName */ .eg)(match[2]), { algorithm, digest });
        }
        offset += Buffer.byteLength(line) + 1;
    }
    return { name, digests };
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

/***/ 30024:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B2: () => (/* binding */ oldName),
/* harmony export */   To: () => (/* binding */ readWorkingName),
/* harmony export */   bH: () => (/* binding */ NAME_RESERVE),
/* harmony export */   oW: () => (/* binding */ newName)
/* harmony export */ });
/** Names that VMs have while one is put in the place of another: the name that both want, what they are, and the run they belong to. */
const NEW = 'stillframe-new';
const OLD = 'stillframe-old';
/** What a name grows by at most. */
const NAME_RESERVE = 30;
/** Of a VM that will take the name when it is whole. Each attempt has its own: what a lost one left may turn up late. */
function newName(name, run, attempt = 1) {
    return `${name}.${NEW}-${run}${attempt === 1 ? '' : `-${attempt}`}`;
}
/** Of the VM that had the name until the new one took it. */
function oldName(name, run) {
    return `${name}.${OLD}-${run}`;
}
/** Undefined for a name that is none of these for `name`; case does not matter, as in vSphere. */
function readWorkingName(found, name) {
    if (!found.toLowerCase().startsWith(`${name.toLowerCase()}.`))
        return undefined;
    const match = /^stillframe-(new|old)-([0-9a-z]+)(?:-\d)?$/.exec(found.slice(name.length + 1));
    return match?.[2] === undefined ? undefined : { kind: match[1] === 'new' ? 'new' : 'old', run: match[2] };
}


/***/ }),

/***/ 20083:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Xv: () => (/* binding */ DISK_PROVISIONINGS),
/* harmony export */   b2: () => (/* binding */ withExtraConfig),
/* harmony export */   fd: () => (/* binding */ importVApp),
/* harmony export */   v0: () => (/* binding */ createImportSpec)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/* harmony import */ var _xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61268);
/* harmony import */ var _vm_vm_operations_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63912);
/* harmony import */ var _wire_fault_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63926);
/* harmony import */ var _wire_moref_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7423);
/* harmony import */ var _wire_soap_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(68259);
/** Lets vSphere turn an OVF descriptor into an import spec, and opens the lease that takes the files (vim25 OvfManager). */






const DISK_PROVISIONINGS = ['thin', 'thick', 'eagerZeroedThick'];
/**
 * Nothing is made yet: what the server has against the descriptor is said before the first byte is sent.
 * @throws UserError ova-invalid with all of it, and when it does not know the guest id
 */
async function createImportSpec(session, request) {
    const { pool, datastore, host, networks } = request;
    const parameters = (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .present */ .Eb)((0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('locale', ''), (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('deploymentOption', ''), (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('entityName', request.name), host && (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .reference */ .ir)('hostSystem', host), ...[...networks].map(([name, network]) => (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .node */ .rH)('networkMapping', [(0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('name', name), (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .reference */ .ir)('network', network)])), (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('diskProvisioning', request.diskProvisioning));
    const answer = await session.call('CreateImportSpec', session.manager('ovfManager'), [
        (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('ovfDescriptor', request.descriptor),
        (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .reference */ .ir)('resourcePool', pool),
        (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .reference */ .ir)('datastore', datastore),
        (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .node */ .rH)('cisp', parameters),
    ]);
    const result = (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .child */ .jf)(answer, 'returnval');
    const texts = (name) => (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .childrenNamed */ .De)(result, name).map((fault) => {
        const { type, message } = (0,_wire_fault_js__WEBPACK_IMPORTED_MODULE_3__/* .readLocalizedFault */ .uf)('CreateImportSpec', fault);
        return message === type ? type : `${message} (${type})`;
    });
    const errors = texts('error');
    const spec = (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .child */ .jf)(result, 'importSpec');
    if (errors.length > 0 || !spec) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('ova-invalid', `${session.url.host} does not take the OVF descriptor: ${errors.join('; ') || 'it gives no import spec'}`, 'Compare hardware version, guest id and devices with what the host supports; convert-ova sets them.');
    }
    assertGuestKnown(spec, (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .childrenNamed */ .De)(result, 'warning'), request.guestId, session.url.host);
    return { spec, files: (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .childrenNamed */ .De)(result, 'fileItem').map(fileItemOf), warnings: texts('warning') };
}
/**
 * A guest id that the host does not know becomes another one, with a warning only (OvfMappedOsId; govmomi #1990); quiescing and the
 * default of disk.EnableUUID depend on it, and vSphere refuses it when it is set after the import.
 */
function assertGuestKnown(spec, warnings, wanted, host) {
    const mapped = warnings
        .map((warning) => (0,_wire_fault_js__WEBPACK_IMPORTED_MODULE_3__/* .readLocalizedFault */ .uf)('CreateImportSpec', warning))
        .find(({ type, message }) => type === 'OvfMappedOsId' || /operating system identifier/i.test(message));
    const given = (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(spec, 'configSpec.guestId');
    const other = wanted !== undefined && given !== undefined && given !== '' && given !== wanted;
    if (!mapped && !other)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('ova-invalid', `${host} does not know the guest id ${wanted ?? 'of the OVA'}${mapped ? `: ${mapped.message}` : ` and would make it ${given}`}`, 'Choose a newer host (Server 2022 needs vSphere 7.0 U1, Server 2025 needs 8.0), or make the OVA with the guest id of an older Windows Server.');
}
/** @returns the lease, which is not ready yet */
async function importVApp(session, spec, { pool, folder, host }) {
    const answer = await session.call('ImportVApp', pool, (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .present */ .Eb)({ ...spec, name: 'spec' }, (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .reference */ .ir)('folder', folder), host && (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .reference */ .ir)('host', host)));
    const lease = (0,_wire_moref_js__WEBPACK_IMPORTED_MODULE_5__/* .morefOf */ .D)((0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .child */ .jf)(answer, 'returnval'));
    if (lease)
        return lease;
    throw new _wire_fault_js__WEBPACK_IMPORTED_MODULE_3__/* .VsphereFault */ .eM('ImportVApp', 'RuntimeFault', 'the server gave no lease');
}
/** Elements of VirtualMachineConfigSpec that stand behind extraConfig in vim25's schema, up to those that an import can set. */
const AFTER_EXTRA_CONFIG = new Set([
    'swapPlacement',
    'bootOptions',
    'vAppConfig',
    'ftInfo',
    'repConfig',
    'vAppConfigRemoved',
    'vAssertsEnabled',
    'changeTrackingEnabled',
    'firmware',
    'maxMksConnections',
    'guestAutoLockEnabled',
    'managedBy',
    'memoryReservationLockedToMax',
    'nestedHVEnabled',
    'vPMCEnabled',
    'scheduledHardwareUpgradeInfo',
    'vmProfile',
    'messageBusTunnelEnabled',
    'crypto',
    'migrateEncryption',
    'sgxInfo',
    'ftEncryptionMode',
    'guestMonitoringModeInfo',
    'sevEnabled',
    'virtualNuma',
    'motherboardLayout',
    'pmem',
    'deviceGroups',
    'fixedPassthruHotPlugEnabled',
    'metroFtEnabled',
    'metroFtHostGroup',
]);
/**
 * The import spec with one more setting for the .vmx file, at the place where the schema wants it. A spec of several VMs
 * (a vApp) stays as it is.
 */
function withExtraConfig(spec, key, setting) {
    return {
        ...spec,
        children: spec.children.map((part) => {
            if (part.name !== 'configSpec')
                return part;
            const found = part.children.findIndex(({ name }) => AFTER_EXTRA_CONFIG.has(name));
            const at = found < 0 ? part.children.length : found;
            return { ...part, children: part.children.toSpliced(at, 0, (0,_vm_vm_operations_js__WEBPACK_IMPORTED_MODULE_2__/* .optionValue */ .TN)(key, setting)) };
        }),
    };
}
function fileItemOf(item) {
    return {
        deviceId: (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(item, 'deviceId') ?? '',
        path: (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(item, 'path') ?? '',
        create: (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(item, 'create') === 'true',
    };
}


/***/ }),

/***/ 29565:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gf: () => (/* binding */ RELEASE_KEY),
/* harmony export */   IG: () => (/* binding */ formatReleaseMark),
/* harmony export */   K3: () => (/* binding */ nameOfPrevious),
/* harmony export */   L3: () => (/* binding */ CANDIDATE_LIFE),
/* harmony export */   MB: () => (/* binding */ nameOfCandidate),
/* harmony export */   hd: () => (/* binding */ releaseState),
/* harmony export */   v2: () => (/* binding */ runForNames),
/* harmony export */   wX: () => (/* binding */ parseReleaseMark)
/* harmony export */ });
/**
 * What a VM is to its release: the name it shall have, the workflow run it came from, the OVA it is. The mark never changes, as nobody may
 * change the settings of a template; the VM's own name says how far it has come: candidate, published, or set aside for a newer one.
 */
/** Key of the setting among those of the .vmx file. */
const RELEASE_KEY = 'stillframe.release';
/** Milliseconds that a candidate is nobody's to remove: a week, so that one that failed on a Friday can be looked at. */
const CANDIDATE_LIFE = 7 * 24 * 3_600_000;
/** At most 19 characters, so that a name grows by no more than 30. */
const RUN = /^[0-9a-z]{1,19}$/;
/** One line without quotes, which .vmx files would escape. */
function formatReleaseMark({ name, run, ova, expires }) {
    return `name=${encodeURIComponent(name)} run=${run} ova=${ova} expires=${expires.toISOString()}`;
}
/** Undefined for anything that formatReleaseMark does not write. */
function parseReleaseMark(text) {
    const match = /^name=(\S+) run=([0-9a-z]{1,19}) ova=([0-9a-f]{64}) expires=(\S+)$/.exec(text);
    if (match === null)
        return undefined;
    const [, written = '', run = '', ova = '', until = ''] = match;
    const expires = new Date(until);
    if (Number.isNaN(expires.getTime()))
        return undefined;
    try {
        return { name: decodeURIComponent(written), run, ova, expires };
    }
    catch {
        return undefined;
    }
}
/** The workflow run as names of VMs take it; anything else in it is left out. */
function runForNames(run) {
    const plain = run
        .toLowerCase()
        .replaceAll(/[^0-9a-z]/g, '')
        .slice(0, 19);
    return RUN.test(plain) ? plain : 'unnamed';
}
/** Of a VM that is whole and not yet public. */
function nameOfCandidate(name, run) {
    return `${name}.candidate-${run}`;
}
/** Of a release that a newer one, published by `run`, has taken the place of. */
function nameOfPrevious(name, run) {
    return `${name}.previous-${run}`;
}
/** How far a VM of that name has come; undefined where the name is neither of these. Case does not matter, as in vSphere. */
function releaseState(found, name) {
    const [lower, wanted] = [found.toLowerCase(), name.toLowerCase()];
    if (lower === wanted)
        return 'published';
    if (!lower.startsWith(`${wanted}.`))
        return undefined;
    const match = /^(candidate|previous)-[0-9a-z]{1,20}$/.exec(lower.slice(wanted.length + 1));
    return match?.[1];
}


/***/ }),

/***/ 63912:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DI: () => (/* binding */ powerOff),
/* harmony export */   Nc: () => (/* binding */ reconfigureVm),
/* harmony export */   TN: () => (/* binding */ optionValue),
/* harmony export */   Yt: () => (/* binding */ destroyVm),
/* harmony export */   aK: () => (/* binding */ markAsVirtualMachine),
/* harmony export */   cI: () => (/* binding */ markAsTemplate),
/* harmony export */   f0: () => (/* binding */ powerOn),
/* harmony export */   hZ: () => (/* binding */ cloneVm),
/* harmony export */   kp: () => (/* binding */ renameEntity),
/* harmony export */   sq: () => (/* binding */ moveIntoFolder)
/* harmony export */ });
/* harmony import */ var _wire_entity_name_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(36567);
/* harmony import */ var _wire_fault_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63926);
/* harmony import */ var _wire_moref_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7423);
/* harmony import */ var _wire_passing_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68834);
/* harmony import */ var _wire_poll_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47749);
/* harmony import */ var _wire_properties_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(85925);
/* harmony import */ var _wire_soap_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(68259);
/* harmony import */ var _wire_tasks_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(29280);
/** What is done to one virtual machine. All but `markAsTemplate` and `markAsVirtualMachine` are tasks: they return when the task has ended. */








/** How long after a call its effect may be missing. */
const LOOKUP_TIMEOUT = 10_000;
async function powerOn(session, vm) {
    await (0,_wire_tasks_js__WEBPACK_IMPORTED_MODULE_5__/* .runTask */ .Z)(session, 'PowerOnVM_Task', vm);
}
async function powerOff(session, vm) {
    await (0,_wire_tasks_js__WEBPACK_IMPORTED_MODULE_5__/* .runTask */ .Z)(session, 'PowerOffVM_Task', vm);
}
/** Removes the VM with its files; it must be powered off. */
async function destroyVm(session, vm) {
    await (0,_wire_tasks_js__WEBPACK_IMPORTED_MODULE_5__/* .runTask */ .Z)(session, 'Destroy_Task', vm);
}
async function renameEntity(session, entity, name) {
    await (0,_wire_tasks_js__WEBPACK_IMPORTED_MODULE_5__/* .runTask */ .Z)(session, 'Rename_Task', entity, [(0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('newName', (0,_wire_entity_name_js__WEBPACK_IMPORTED_MODULE_6__/* .escapeName */ .L)(name))]);
}
/** Moves a VM or template to another folder of its datacenter. */
async function moveIntoFolder(session, vm, folder) {
    await (0,_wire_tasks_js__WEBPACK_IMPORTED_MODULE_5__/* .runTask */ .Z)(session, 'MoveIntoFolder_Task', folder, [(0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .reference */ .ir)('list', vm)]);
}
/** vCenter only; the VM must be powered off. Not a task: when the answer is lost, it is looked up whether it was done, and once more sent if not. */
async function markAsTemplate(session, vm, patience = LOOKUP_TIMEOUT) {
    try {
        await session.call('MarkAsTemplate', vm);
    }
    catch (error) {
        if (!(0,_wire_passing_error_js__WEBPACK_IMPORTED_MODULE_1__/* .isOutcomeUnknown */ .B)(error))
            throw error;
        if (!(await becomesTemplate(session, vm, true, patience)))
            await session.call('MarkAsTemplate', vm);
    }
}
/** vCenter only: makes a VM of a template, as `markAsTemplate` the other way. */
async function markAsVirtualMachine(session, template, { pool, host }) {
    try {
        await session.call('MarkAsVirtualMachine', template, (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .present */ .Eb)((0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .reference */ .ir)('pool', pool), host && (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .reference */ .ir)('host', host)));
    }
    catch (error) {
        if (!(0,_wire_passing_error_js__WEBPACK_IMPORTED_MODULE_1__/* .isOutcomeUnknown */ .B)(error) || !(await becomesTemplate(session, template, false, LOOKUP_TIMEOUT)))
            throw error;
    }
}
async function becomesTemplate(session, vm, wanted, patience) {
    const isSo = async () => (await (0,_wire_properties_js__WEBPACK_IMPORTED_MODULE_3__/* .readProperties */ .Qh)(session, vm, ['config.template'])).get('config.template')?.text === String(wanted) ||
        undefined;
    return (await (0,_wire_poll_js__WEBPACK_IMPORTED_MODULE_2__/* .pollUntil */ .g)(session.signal, isSo, patience)) === true;
}
async function reconfigureVm(session, vm, changes) {
    const spec = (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .present */ .Eb)(changes.guestId === undefined ? undefined : (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('guestId', changes.guestId), changes.annotation === undefined ? undefined : (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('annotation', changes.annotation), ...Object.entries(changes.extraConfig ?? {}).map(([key, setting]) => optionValue(key, setting)), bootOptions(changes), changes.firmware === undefined ? undefined : (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('firmware', changes.firmware));
    await (0,_wire_tasks_js__WEBPACK_IMPORTED_MODULE_5__/* .runTask */ .Z)(session, 'ReconfigVM_Task', vm, [(0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .node */ .rH)('spec', spec)]);
}
/** What is left out stays as it is. An order ends by one device of no kind, which govmomi found out (pull request 867). */
function bootOptions({ secureBoot, bootOrder }) {
    const options = (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .present */ .Eb)(secureBoot === undefined ? undefined : (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('efiSecureBootEnabled', secureBoot), bootOrder && (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .node */ .rH)('bootOrder', [], 'VirtualMachineBootOptionsBootableDevice'));
    return options.length === 0 ? undefined : (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .node */ .rH)('bootOptions', options);
}
/** One element of extraConfig. */
function optionValue(key, setting) {
    return (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .node */ .rH)('extraConfig', [(0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('key', key), (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .anyString */ .gp)('value', setting)], 'OptionValue');
}
/** vCenter only. @returns the new VM, powered off */
async function cloneVm(session, source, request) {
    const { folder, name, pool, host, datastore, linkedTo, extraConfig, customization } = request;
    const location = (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .present */ .Eb)(datastore && (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .reference */ .ir)('datastore', datastore), linkedTo && (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('diskMoveType', 'createNewChildDiskBacking'), (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .reference */ .ir)('pool', pool), host && (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .reference */ .ir)('host', host));
    const options = Object.entries(extraConfig ?? {}).map(([key, setting]) => optionValue(key, setting));
    const spec = (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .present */ .Eb)((0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .node */ .rH)('location', location), (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('template', false), options.length === 0 ? undefined : (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .node */ .rH)('config', options), customization && { ...customization, name: 'customization' }, (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('powerOn', false), linkedTo && (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .reference */ .ir)('snapshot', linkedTo));
    const result = await (0,_wire_tasks_js__WEBPACK_IMPORTED_MODULE_5__/* .runTask */ .Z)(session, 'CloneVM_Task', source, [
        (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .reference */ .ir)('folder', folder),
        (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('name', (0,_wire_entity_name_js__WEBPACK_IMPORTED_MODULE_6__/* .escapeName */ .L)(name)),
        (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .node */ .rH)('spec', spec),
    ]);
    const clone = (0,_wire_moref_js__WEBPACK_IMPORTED_MODULE_7__/* .morefOf */ .D)(result);
    if (clone)
        return clone;
    throw new _wire_fault_js__WEBPACK_IMPORTED_MODULE_0__/* .VsphereFault */ .eM('CloneVM_Task', 'RuntimeFault', 'the server names no clone');
}


/***/ }),

/***/ 36567:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ escapeName),
/* harmony export */   M: () => (/* binding */ plainName)
/* harmony export */ });
/** Names of managed entities: the API keeps three characters of them as escape codes (vim25 ManagedEntity.name). */
function escapeName(name) {
    return name.replaceAll('%', '%25').replaceAll('/', '%2f').replaceAll('\\', '%5c');
}
/** As it is written and shown. */
function plainName(name) {
    return name.replace(/%(25|2f|5c)/gi, (code) => decodeURIComponent(code));
}


/***/ }),

/***/ 42418:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ operationOf),
/* harmony export */   z: () => (/* binding */ findLostTask)
/* harmony export */ });
/* harmony import */ var _moref_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7423);
/* harmony import */ var _poll_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47749);
/* harmony import */ var _properties_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85925);
/** Finds the task that a call started whose answer was lost, so that the call need not be sent again. */



/** How long after its call a task may be missing from the list. */
const PATIENCE = 10_000;
/**
 * @param patience milliseconds
 * @returns undefined when there is no such task: the server did not take the call
 */
function findLostTask(session, call, patience = PATIENCE) {
    return (0,_poll_js__WEBPACK_IMPORTED_MODULE_0__/* .pollUntil */ .g)(session.signal, () => recentTask(session, call), patience);
}
/** TaskManager.recentTask: what is queued or running and what ended within the last minutes, of objects that are gone too. */
async function recentTask(session, { method, target, since }) {
    const tasks = await (0,_properties_js__WEBPACK_IMPORTED_MODULE_1__/* .readMembers */ .mo)(session, session.manager('taskManager'), 'recentTask', {
        Task: ['info.name', 'info.entity', 'info.queueTime'],
    });
    const found = tasks
        .map(({ moref, properties }) => ({
        moref,
        name: properties.get('info.name')?.text ?? '',
        entity: (0,_moref_js__WEBPACK_IMPORTED_MODULE_2__/* .morefOf */ .D)(properties.get('info.entity')),
        queued: Date.parse(properties.get('info.queueTime')?.text ?? ''),
    }))
        .filter(({ name, entity, queued }) => operationOf(name) === operationOf(method) && (0,_moref_js__WEBPACK_IMPORTED_MODULE_2__/* .sameMoref */ .W)(entity, target) && queued >= since.getTime())
        .sort((a, b) => a.queued - b.queued);
    return found.at(-1)?.moref;
}
/** `CloneVM_Task` as vCenter writes it and `cloneVm` as govmomi's simulator does are one operation. */
function operationOf(name) {
    return name
        .replace(/_Task$/, '')
        .toLowerCase()
        .replace(/vm$/, '');
}


/***/ }),

/***/ 47749:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ pollUntil)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/** Asks again and again, ever less often: needs no state on the server, so that any number of waits can run side by side. */

const FIRST_PAUSE = 50;
const LONGEST_PAUSE = 2000;
const wait = (ms, signal) => (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(ms, undefined, { signal }).catch(() => undefined);
/**
 * @param probe undefined means "not yet"
 * @param timeout milliseconds; without it only the signal ends the wait
 * @param pause how it waits between two questions
 * @returns what the probe gave, or undefined when the time was up
 * @throws what the probe throws, and the signal's reason
 */
async function pollUntil(signal, probe, timeout = Number.POSITIVE_INFINITY, pause = wait) {
    const started = Date.now();
    for (let next = FIRST_PAUSE;; next = Math.min(next * 1.5, LONGEST_PAUSE)) {
        signal.throwIfAborted();
        const found = await probe();
        if (found !== undefined)
            return found;
        const left = started + timeout - Date.now();
        if (left <= 0)
            return undefined;
        await pause(Math.min(next, left), signal);
    }
}


/***/ }),

/***/ 85925:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qh: () => (/* binding */ readProperties),
/* harmony export */   gu: () => (/* binding */ readContained),
/* harmony export */   mo: () => (/* binding */ readMembers)
/* harmony export */ });
/* harmony import */ var _xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61268);
/* harmony import */ var _explain_fault_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4732);
/* harmony import */ var _fault_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63926);
/* harmony import */ var _moref_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7423);
/* harmony import */ var _passing_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68834);
/* harmony import */ var _soap_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(68259);
/** Reads properties of managed objects through the PropertyCollector. */






/** How often a list is read from its beginning. */
const TRIES = 3;
/**
 * Properties of one object.
 * @throws VsphereFault, with type ManagedObjectNotFound when it is gone
 */
async function readProperties(session, moref, paths) {
    const specs = [propertySpec(moref.type, paths), (0,_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .node */ .rH)('objectSet', [(0,_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .reference */ .ir)('obj', moref)])];
    const [found] = await retrieve(session, specs);
    if (found)
        return found.properties;
    throw new _fault_js__WEBPACK_IMPORTED_MODULE_2__/* .VsphereFault */ .eM('RetrievePropertiesEx', 'ManagedObjectNotFound', `${moref.type} ${moref.value} does not exist`);
}
/**
 * All objects of these types below `root` that the account may see, through a container view. A view is the session's own: where that ended
 * meanwhile, another one is made.
 */
async function readContained(session, root, paths) {
    for (let tries = 1;; tries++) {
        const { cookie } = session;
        try {
            return await readView(session, root, paths);
        }
        catch (error) {
            if (tries === TRIES || !isOfEndedSession(session, cookie, error))
                throw error;
        }
    }
}
/** What a fault says of a view or a token that ended with its session says nothing of what was asked. */
function isOfEndedSession(session, cookie, error) {
    return error instanceof _fault_js__WEBPACK_IMPORTED_MODULE_2__/* .VsphereFault */ .eM && session.cookie !== cookie;
}
async function readView(session, root, paths) {
    const created = await session.call('CreateContainerView', session.manager('viewManager'), [
        (0,_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .reference */ .ir)('container', root),
        ...Object.keys(paths).map((type) => (0,_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('type', type)),
        (0,_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('recursive', true),
    ]);
    const view = (0,_moref_js__WEBPACK_IMPORTED_MODULE_5__/* .morefOf */ .D)((0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(created, 'returnval'));
    if (!view)
        throw new _fault_js__WEBPACK_IMPORTED_MODULE_2__/* .VsphereFault */ .eM('CreateContainerView', 'RuntimeFault', 'the server created no view');
    try {
        return await readMembers(session, view, 'view', paths);
    }
    finally {
        // A view that stays ends with its session.
        await session
            .uncancelled()
            .call('DestroyView', view)
            .catch((error) => session.log.debug(`DestroyView: ${String(error)}`));
    }
}
/** The objects that a list of `owner` names, such as `recentTask` of the TaskManager; those that are gone meanwhile are left out. */
function readMembers(session, owner, list, paths) {
    const traversal = (0,_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .node */ .rH)('selectSet', [(0,_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('name', list), (0,_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('type', owner.type), (0,_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('path', list), (0,_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('skip', false)], 'TraversalSpec');
    return retrieve(session, [
        ...Object.entries(paths).map(([type, pathSet]) => propertySpec(type, pathSet)),
        (0,_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .node */ .rH)('objectSet', [(0,_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .reference */ .ir)('obj', owner), (0,_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('skip', true), traversal]),
    ]);
}
/** From the beginning again when a page is lost: the token of a page can be used once. */
async function retrieve(session, specs) {
    for (let tries = 1;; tries++) {
        const { cookie } = session;
        try {
            return await retrievePages(session, specs);
        }
        catch (error) {
            if (tries === TRIES)
                throw error;
            // As a fault of the properties, not of the call, some servers say that they have ended the session.
            if ((0,_explain_fault_js__WEBPACK_IMPORTED_MODULE_1__/* .isFault */ .Z)(error, 'NotAuthenticated'))
                await session.renew();
            else if (!(0,_passing_error_js__WEBPACK_IMPORTED_MODULE_3__/* .isOutcomeUnknown */ .B)(error) && !isOfEndedSession(session, cookie, error))
                throw error;
        }
    }
}
async function retrievePages(session, specs) {
    const collector = session.manager('propertyCollector');
    const found = [];
    let answer = await session.call('RetrievePropertiesEx', collector, [(0,_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .node */ .rH)('specSet', specs), (0,_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .node */ .rH)('options')]);
    for (;;) {
        const result = (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(answer, 'returnval');
        for (const object of (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .childrenNamed */ .De)(result, 'objects')) {
            const moref = (0,_moref_js__WEBPACK_IMPORTED_MODULE_5__/* .morefOf */ .D)((0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(object, 'obj'));
            if (moref)
                found.push({ moref, properties: readPropSet(object) });
        }
        const token = (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(result, 'token');
        if (token === undefined || token === '')
            return found;
        answer = await session.call('ContinueRetrievePropertiesEx', collector, [(0,_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('token', token)]);
    }
}
function propertySpec(type, paths) {
    return (0,_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .node */ .rH)('propSet', [(0,_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('type', type), (0,_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('all', false), ...paths.map((path) => (0,_soap_js__WEBPACK_IMPORTED_MODULE_4__/* .value */ .Uq)('pathSet', path))]);
}
/**
 * What the account may not read stands in missingSet, and counts as not set.
 * @throws VsphereFault NotAuthenticated: without a session nothing may be read, and "not set" would be a lie
 */
function readPropSet(object) {
    for (const missing of (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .childrenNamed */ .De)(object, 'missingSet')) {
        const localized = (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(missing, 'fault');
        const fault = localized && (0,_fault_js__WEBPACK_IMPORTED_MODULE_2__/* .readLocalizedFault */ .uf)('RetrievePropertiesEx', localized);
        if ((0,_explain_fault_js__WEBPACK_IMPORTED_MODULE_1__/* .isFault */ .Z)(fault, 'NotAuthenticated'))
            throw fault;
    }
    const entries = (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .childrenNamed */ .De)(object, 'propSet').flatMap((property) => {
        const content = (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(property, 'val');
        return content ? [[(0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(property, 'name') ?? '', content]] : [];
    });
    return new Map(entries);
}


/***/ }),

/***/ 29280:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ runTask)
/* harmony export */ });
/* harmony import */ var _xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61268);
/* harmony import */ var _explain_fault_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4732);
/* harmony import */ var _fault_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63926);
/* harmony import */ var _lost_task_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(42418);
/* harmony import */ var _moref_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7423);
/* harmony import */ var _passing_error_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(68834);
/* harmony import */ var _poll_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(47749);
/* harmony import */ var _properties_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(85925);
/** Waits for the tasks that vSphere starts, and cancels them with the run. */








/** How long a task may take to end once it was cancelled, before what it holds is left to it. */
const CANCEL_TIMEOUT = 30_000;
/** A server that restarts is away for minutes; each try waits about one for it. */
const TRIES = 4;
/**
 * Calls a method whose name ends in `_Task` and waits for its end. When its answer is lost, the task that it may have started is looked up,
 * and only where there is none the call is sent again.
 * @returns the task's result, undefined when it has none
 * @throws VsphereFault with the task's fault; PassingError when no task was started as far as can be seen, or the server has forgotten it
 * before its end was seen; the signal's reason, after the task was asked to stop
 */
async function runTask(session, method, target, parameters = [], search = {}) {
    session.signal.throwIfAborted();
    return waitForTask(session, method, await startTask(session, method, target, parameters, search));
}
/** Goes on through a cancel, after which the task is known and can be cancelled: a torn call would leave it to itself. */
async function startTask(session, method, target, parameters, { patience, entity = target }) {
    const since = session.now();
    for (let tries = 1;; tries++) {
        const steady = session.uncancelled();
        try {
            const task = (0,_moref_js__WEBPACK_IMPORTED_MODULE_7__/* .morefOf */ .D)((0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(await steady.call(method, target, parameters), 'returnval'));
            if (task)
                return task;
            throw new _fault_js__WEBPACK_IMPORTED_MODULE_2__/* .VsphereFault */ .eM(method, 'RuntimeFault', 'the server started no task');
        }
        catch (error) {
            if (!(0,_passing_error_js__WEBPACK_IMPORTED_MODULE_4__/* .isOutcomeUnknown */ .B)(error))
                throw error;
            const lost = await (0,_lost_task_js__WEBPACK_IMPORTED_MODULE_3__/* .findLostTask */ .z)(steady, { method, target: entity, since }, patience);
            if (lost) {
                session.log.debug(`The answer to ${method} was lost (${error.message}); it is the task ${lost.value}`);
                return lost;
            }
            if (tries === TRIES || session.signal.aborted)
                throw error;
            session.log.debug(`The server took no ${method} (${error.message}); sending it again`);
        }
    }
}
async function waitForTask(session, operation, task) {
    try {
        const end = await (0,_poll_js__WEBPACK_IMPORTED_MODULE_5__/* .pollUntil */ .g)(session.signal, () => readEnd(session, operation, task));
        return end?.result;
    }
    catch (error) {
        if (session.signal.aborted)
            await cancelTask(session.uncancelled(), task);
        throw error;
    }
}
async function readEnd(session, operation, task) {
    const paths = ['info.state', 'info.error', 'info.result', 'info.startTime', 'info.completeTime'];
    const properties = await (0,_properties_js__WEBPACK_IMPORTED_MODULE_6__/* .readProperties */ .Qh)(session, task, paths).catch((error) => {
        throw (0,_explain_fault_js__WEBPACK_IMPORTED_MODULE_1__/* .isFault */ .Z)(error, 'ManagedObjectNotFound') ? forgotten(operation, task, error) : error;
    });
    const state = properties.get('info.state')?.text;
    if (state === 'success')
        return { result: properties.get('info.result') };
    if (state !== 'error')
        return undefined;
    const error = properties.get('info.error');
    const fault = error
        ? (0,_fault_js__WEBPACK_IMPORTED_MODULE_2__/* .readLocalizedFault */ .uf)(operation, error)
        : new _fault_js__WEBPACK_IMPORTED_MODULE_2__/* .VsphereFault */ .eM(operation, 'MethodFault', 'the task failed');
    const [started, ended] = ['info.startTime', 'info.completeTime'].map((path) => Date.parse(properties.get(path)?.text ?? ''));
    const took = (ended ?? Number.NaN) - (started ?? Number.NaN);
    if (took >= 0)
        fault.took = took;
    throw fault;
}
/**
 * A vCenter that restarts loses its tasks (teamcity-vmware-plugin issue 13 waits for such a one for ever). That the task is not there says
 * nothing of what it worked on: its callers take ManagedObjectNotFound for a VM or snapshot that is gone.
 */
function forgotten(operation, task, cause) {
    return new _passing_error_js__WEBPACK_IMPORTED_MODULE_4__/* .PassingError */ .a('vsphere-unreachable', `The server has forgotten the task ${task.value} of ${operation} before its end was seen`, 'Its services were restarted meanwhile. Look in the vSphere client at what came of it, and run the step again.', { taken: true, cause });
}
/** Not every task can be cancelled, and one that ends on its own is as good: nothing here is an error. */
async function cancelTask(session, task) {
    try {
        await session.call('CancelTask', task);
        await (0,_poll_js__WEBPACK_IMPORTED_MODULE_5__/* .pollUntil */ .g)(session.signal, () => readEnd(session, 'CancelTask', task), CANCEL_TIMEOUT);
    }
    catch (error) {
        session.log.debug(`Cancelled task ${task.value}: ${String(error)}`);
    }
}


/***/ })

};
