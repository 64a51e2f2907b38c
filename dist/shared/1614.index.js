export const id = 1614;
export const ids = [1614];
export const modules = {

/***/ 21614:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  t: () => (/* binding */ recordRelease)
});

// EXTERNAL MODULE: ./.cache/build/src/job/action.js
var action = __webpack_require__(36082);
// EXTERNAL MODULE: ./.cache/build/actions/record-release/inputs.js + 1 modules
var inputs = __webpack_require__(46736);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.cache/build/src/errors.js
var errors = __webpack_require__(41251);
// EXTERNAL MODULE: ./.cache/build/src/files/explain-path-error.js
var explain_path_error = __webpack_require__(49094);
// EXTERNAL MODULE: ./.cache/build/src/files/hash-file.js
var hash_file = __webpack_require__(94427);
// EXTERNAL MODULE: ./.cache/build/src/files/make-folder.js
var make_folder = __webpack_require__(69399);
// EXTERNAL MODULE: ./.cache/build/src/files/replace-file.js
var replace_file = __webpack_require__(17785);
// EXTERNAL MODULE: ./.cache/build/src/job/own-bundle.js
var own_bundle = __webpack_require__(83063);
;// CONCATENATED MODULE: ./.cache/build/src/release/names.js
/** Names as a record has them, of paths that another system than this one may have written. */
/** The last part of a path of Windows or of Linux. */
function lastPart(path) {
    return path.split(/[\\/]/).at(-1) ?? '';
}
/** By which build-vhd knows a driver: that of its INF file, in lower case. */
function infName(path) {
    return lastPart(path)
        .replace(/\.inf$/i, '')
        .toLowerCase();
}

;// CONCATENATED MODULE: ./.cache/build/src/release/assert-one-release.js
/**
 * Whether the reports are of one release: each names by digest what it worked on, and what one gave the next has to have taken. An image is known
 * by the GUIDs of its partitions, which build-vhd makes of the digests of all that goes into it.
 */


/** @throws UserError reports-disagree with the first two that do not fit */
function assertOneRelease(reports) {
    assertInputs(reports);
    const { 'build-vhd': image, 'convert-ova': ova } = reports;
    if (image.result.vhd === undefined || image.result.layout === undefined) {
        throw disagree(image, 'is of a dry run, which made no image');
    }
    const { 'bake-image': baked } = reports;
    if (baked && !sameDisk(image.result.layout, baked.result.layout)) {
        throw disagree(baked, `is of another disk than ${image.path}: their partitions have other GUIDs`);
    }
    // By name alone: the OVA may be made on another machine than the one that baked.
    if (baked && lastPart(ova.result.source) !== lastPart(baked.result.image)) {
        throw disagree(baked, `is of ${baked.result.image}, and ${ova.path} is of ${ova.result.source}`);
    }
    if (!sameDisk(image.result.layout, ova.result.layout)) {
        throw disagree(ova, `is of another disk than ${image.path}: their partitions have other GUIDs`);
    }
    assertVm(reports);
    assertProof(reports);
}
/** What went into the image is what was fetched for it. */
function assertInputs({ 'fetch-updates': updates, 'extract-drivers': drivers, 'build-vhd': image, }) {
    const { packages, inputs } = image.result;
    if (updates) {
        const digests = (list) => list.map(({ sha256 }) => sha256).join();
        if (digests(updates.result.packages) !== digests(packages)) {
            throw disagree(image, `is of an image with other packages than ${updates.path} has`);
        }
    }
    for (const { inf, version } of drivers?.result.drivers ?? []) {
        const name = infName(inf);
        if (inputs.drivers.some((driver) => driver.name === name && driver.version === version))
            continue;
        throw disagree(image, `is of an image without the driver ${name} ${version} of ${drivers?.path}`);
    }
}
/** The candidate, and what became of it, are of this OVA and of one VM. */
function assertVm(reports) {
    const { 'convert-ova': ova, 'upload-esxi': upload, 'bake-template': bake, 'publish-template': publication } = reports;
    if (upload && upload.result.ova === undefined) {
        throw disagree(upload, `is of what had the name before: ${upload.result.inventoryPath} was kept`);
    }
    if (upload && upload.result.as !== 'candidate') {
        // Only a candidate is baked and published; what is found under its name at once is neither.
        const other = bake ?? publication;
        if (other)
            throw disagree(other, `is of a candidate, and ${upload.path} uploaded a ${upload.result.as}`);
    }
    const made = [
        [upload, upload?.result.ova, vmOf(upload)],
        [bake, bake?.result.ova, vmOf(bake)],
        [publication, publication?.result.ova, vmOf(publication)],
    ];
    const [first, ...others] = made.filter(([report]) => report !== undefined);
    for (const [report, digest] of made) {
        if (report && digest !== ova.result.sha256)
            throw disagree(report, ofAnotherOva(digest, ova));
    }
    for (const [report, , vm] of others) {
        if (report && vm !== first?.[2])
            throw disagree(report, `is of ${vm}, and ${first?.[0]?.path} is of ${first?.[2]}`);
    }
    if (publication?.result.dryRun)
        throw disagree(publication, 'is of a dry run: nothing was published');
}
function assertProof(reports) {
    const { 'convert-ova': ova, 'verify-quiesce': proof, 'upload-esxi': upload } = reports;
    if (!proof)
        return;
    const { snapshot, image } = proof.result;
    if (snapshot) {
        const vm = `${snapshot.moref} on ${snapshot.host}`;
        const known = vmOf(upload);
        // What was uploaded as a VM or template has no mark that says of which OVA it is: its id on that server says it.
        const marked = upload === undefined || upload.result.as === 'candidate' || known === undefined;
        if (snapshot.ova !== ova.result.sha256 && (marked || snapshot.ova !== undefined)) {
            throw disagree(proof, ofAnotherOva(snapshot.ova, ova));
        }
        if (upload && known !== undefined && vm !== known) {
            throw disagree(proof, `is of ${vm}, and ${upload.path} is of ${known}`);
        }
        return;
    }
    // It reads two megabytes of an OVA: too little for a digest, enough for its table.
    if (image?.path !== ova.result.ova || !sameDisk(image.layout, ova.result.layout)) {
        throw disagree(proof, `is of ${image?.path ?? 'no image'}, not of ${ova.result.ova} as ${ova.path} made it`);
    }
}
function vmOf(report) {
    return report?.result.vm === undefined ? undefined : `${report.result.vm} on ${report.result.server}`;
}
function ofAnotherOva(digest, ova) {
    return `is of ${digest === undefined ? 'no OVA' : `the OVA ${digest}`}, and ${ova.path} is of ${ova.result.sha256}`;
}
function sameDisk(one, other) {
    const key = ({ diskSize, partitions }) => JSON.stringify([diskSize, partitions.map(({ guid, offset, size }) => [guid, offset, size])]);
    return other !== undefined && key(one) === key(other);
}
function disagree({ path, action }, why) {
    return new errors/* UserError */.yo('reports-disagree', `The report ${path} of ${action} ${why}`, 'Give the outputs report of the steps of one run of the chain, and no older ones.');
}

;// CONCATENATED MODULE: ./.cache/build/src/release/release-record.js
/** What a release is made of and what proves it: release.json. Schema: schema/release.schema.json, explained in docs/releases.md. */
/** What people find: as publish-template and upload-esxi name it. */
const PUBLISHED_AS = ['vm', 'template', 'library-item'];
const HISTORY_LENGTH = 24;

;// CONCATENATED MODULE: ./.cache/build/src/release/record-run.js
/** The part of a record that two runs may differ in. */

/** In the order of the flow, which is not that in which the reports were given. */
const FLOW = [
    'fetch-updates',
    'extract-drivers',
    'build-vhd',
    'bake-image',
    'convert-ova',
    'upload-esxi',
    'bake-template',
    'verify-quiesce',
    'publish-template',
];
function recordRun(reports, { previous, ...facts }) {
    const steps = FLOW.flatMap((part) => {
        const report = reports[part];
        return report ? [report] : [];
    });
    const { 'verify-quiesce': proof } = reports;
    const { durationMs: snapshotMs, proved } = proof?.result.snapshot ?? {};
    return {
        ...facts,
        steps: steps.map((step) => releaseStep(step)),
        findings: steps.flatMap(({ action, findings }) => findings.map((finding) => ({ action, ...finding }))),
        evidence: proof?.result.manifestSha256 ? [{ name: 'vss-manifest.zip', sha256: proof.result.manifestSha256 }] : [],
        ...placeOf(reports),
        ...(snapshotMs !== undefined && { snapshotMs }),
        ...(proved && { provedAt: proved.at }),
        history: previous ? historyAfter(previous, reports['convert-ova'].result.sha256) : [],
    };
}
/** Where people find it; of an item of a library there is no VM, as the candidate it was made from is gone. */
function placeOf({ 'upload-esxi': upload, 'publish-template': publication, }) {
    const at = publication?.result ?? upload?.result;
    if (!at)
        return {};
    const { as, server, vm, libraryItem, inventoryPath } = at;
    if (as === 'library-item')
        return { server, ...(libraryItem !== undefined && { libraryItem }), inventoryPath };
    return { server, ...(vm !== undefined && { vm }), inventoryPath };
}
function releaseStep({ part, action, ok, durationMs, sha256, result }) {
    const doneBy = 'reuse' in result ? result.reuse?.from : undefined;
    return {
        action,
        ...(part === 'bake-image' && { on: 'hyper-v' }),
        ok,
        durationMs,
        report: sha256,
        ...(doneBy && { doneBy }),
    };
}
/** A release that was recorded twice is one release. */
function historyAfter(previous, ova) {
    const { history } = previous.run;
    if (previous.ova.sha256 === ova)
        return history;
    return [pastRelease(previous), ...history].slice(0, HISTORY_LENGTH);
}
/** A record as the history of later ones keeps it. */
function pastRelease({ ova, windows, proof, run }) {
    return {
        at: run.at,
        ova: ova.sha256,
        size: ova.size,
        build: windows.build,
        ...(proof && { verdict: proof.verdict }),
        steps: run.steps.map(({ action, on, durationMs }) => ({ action, ...(on && { on }), durationMs })),
    };
}

;// CONCATENATED MODULE: ./.cache/build/src/release/make-record.js
/** Makes the record of a release of the reports of its steps. */



/** @throws UserError reports-disagree */
function makeRecord(reports, facts) {
    assertOneRelease(reports);
    const { 'build-vhd': image, 'bake-image': imageBake, 'convert-ova': ova, 'bake-template': bake } = reports;
    const { edition, displayName, language, build: applied, inputs, plan, programs } = image.result;
    const { 'verify-quiesce': proof, 'fetch-updates': updates, 'extract-drivers': disc } = reports;
    const product = facts.product ?? disc?.result.product;
    const run = recordRun(reports, facts.run);
    return {
        schema: 1,
        name: facts.name,
        windows: {
            ...(product !== undefined && { product }),
            edition,
            displayName,
            language,
            applied,
            build: bake?.result.build ?? imageBake?.result.build ?? (updates?.result.build || applied),
        },
        inputs: [...facts.files, ...imageInputs(reports)],
        packages: releasedPackages(reports),
        drivers: releasedDrivers(reports),
        ...(disc?.result.toolsVersion !== undefined && { vmwareTools: { version: disc.result.toolsVersion } }),
        features: inputs.features,
        tools: {
            ...(facts.bundle !== undefined && { stillframe: facts.bundle }),
            engine: plan.engine,
            programs,
            converter: ova.result.engine,
        },
        // Of the OVA: it is what people get. That it is there was seen above.
        layout: ova.result.layout ?? { table: 'none', diskSize: 0, sectorSize: 512, partitions: [] },
        ova: {
            file: lastPart(ova.result.ova),
            sha256: ova.result.sha256,
            size: ova.result.size,
            capacity: ova.result.capacity,
            guestId: ova.result.guestId,
            diskSha256: ova.result.disk.digest,
        },
        ...(imageBake && { imageBake: releaseImageBake(imageBake.result) }),
        ...(bake && { bake: releaseBake(bake.result) }),
        ...(proof && { proof: releaseProof(proof.result) }),
        ...releasePublication(reports),
        findings: run.findings.map(({ action, code, severity }) => ({ action, code, severity })),
        run,
    };
}
function imageInputs({ 'extract-drivers': disc, 'build-vhd': image }) {
    const { iso, toolsSetup, files, scripts } = image.result.inputs;
    return [
        { role: 'iso', name: iso.file, sha256: iso.sha256 },
        ...(disc ? [{ role: 'tools-iso', name: 'VMware Tools', sha256: disc.result.toolsIso }] : []),
        ...(toolsSetup ? [{ role: 'tools-setup', name: toolsSetup.file, sha256: toolsSetup.sha256 }] : []),
        ...files.map(({ path, sha256 }) => ({ role: 'file', name: path, sha256 })),
        ...scripts.map(({ file, sha256 }) => ({ role: 'script', name: file, sha256 })),
    ];
}
function releasedPackages({ 'fetch-updates': updates, 'build-vhd': image }) {
    const fetched = updates?.result.files ?? [];
    return image.result.packages.map(({ kb, kind, build, file, sha256 }) => {
        // A cabinet that was taken out of an update has a digest of its own, and its number.
        const source = fetched.find((one) => one.sha256 === sha256) ??
            fetched.find((one) => one.kb === kb && one.kind === kind) ??
            fetched.find((one) => one.kb === kb);
        return {
            kb,
            ...(kind !== undefined && { kind }),
            ...(source && { title: source.title }),
            ...(source?.date !== undefined && { date: source.date }),
            ...(build !== undefined && { build }),
            file,
            sha256,
            ...(source &&
                source.sha256 !== sha256 && { source: { file: source.name, url: source.url, sha256: source.sha256 } }),
        };
    });
}
function releasedDrivers({ 'extract-drivers': disc, 'build-vhd': image }) {
    const boot = new Set(image.result.bootDrivers.map(({ name }) => name.toLowerCase()));
    return image.result.inputs.drivers.map(({ name, version, sha256 }) => {
        const known = disc?.result.drivers.find(({ inf }) => infName(inf) === name);
        return {
            name,
            version,
            ...(known && { date: known.date }),
            ...(known?.provider !== undefined && { provider: known.provider }),
            ...(known?.signer && { signer: known.signer.name }),
            sha256,
            boot: boot.has(name),
        };
    });
}
function releasePublication({ 'upload-esxi': upload, 'publish-template': publication, }) {
    const { as, inventoryPath } = publication?.result ?? upload?.result ?? { as: 'candidate', inventoryPath: '' };
    return as === 'candidate' ? {} : { publication: { as, name: lastPart(inventoryPath) } };
}
function releaseBake({ build, toolsVersion, seal, imageState, firstBoot }) {
    return { build, toolsVersion, seal, imageState, steps: firstBoot.map(({ id, result }) => ({ id, result })) };
}
function releaseImageBake({ build, seal, imageState, firstBoot, waits }) {
    return { build, seal, imageState, steps: firstBoot.map(({ id, result }) => ({ id, result })), waits };
}
function releaseProof({ verdict, level, snapshot }) {
    return { by: snapshot ? 'snapshot' : 'offline', verdict, level, writers: snapshot?.writers ?? [] };
}

// EXTERNAL MODULE: ./node_modules/ajv/dist/ajv.js
var ajv = __webpack_require__(42463);
;// CONCATENATED MODULE: ./.cache/build/schema/release.schema.json
const release_schema_namespaceObject = /*#__PURE__*/JSON.parse(('{"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://github.com/stillframe/stillframe/schema/release.schema.json","title":"Record of a release","type":"object","additionalProperties":false,"required":["schema","name","windows","inputs","packages","drivers","features","tools","layout","ova","findings","run"],"properties":{"schema":{"const":1},"name":{"type":"string","minLength":1,"description":"Name of the template."},"windows":{"type":"object","additionalProperties":false,"required":["edition","displayName","language","applied","build"],"properties":{"product":{"type":"string","minLength":1},"edition":{"type":"string","minLength":1},"displayName":{"type":"string","minLength":1},"language":{"type":"string","minLength":1},"applied":{"type":"string","minLength":1,"description":"Build of the image as applied, such as 17763.107."},"build":{"type":"string","minLength":1,"description":"Build that people get: as the guest says after its first boot, else as its updates promise, e' +
'lse as applied."}}},"inputs":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["role","name","sha256"],"properties":{"role":{"enum":["template","base","lock","iso","tools-iso","tools-setup","file","script"]},"name":{"type":"string","minLength":1},"sha256":{"$ref":"#/definitions/sha256"}}},"description":"What the image was made of beside packages and drivers; never an answer file, which may hold a password."},"packages":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["kb","file","sha256"],"properties":{"kb":{"type":"string"},"kind":{"type":"string","minLength":1},"title":{"type":"string"},"date":{"type":"string"},"build":{"type":"string"},"file":{"type":"string","minLength":1},"sha256":{"$ref":"#/definitions/sha256"},"source":{"type":"object","additionalProperties":false,"required":["file","url","sha256"],"properties":{"file":{"type":"string","minLength":1},"url":{"type":"string","minLength":1},"sha256":{"$ref":"#/definit' +
'ions/sha256"}},"description":"The update that the file was taken out of."}}},"description":"In the order of their installation."},"drivers":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["name","version","sha256","boot"],"properties":{"name":{"type":"string","minLength":1},"version":{"type":"string","minLength":1},"date":{"type":"string"},"provider":{"type":"string"},"signer":{"type":"string"},"sha256":{"allOf":[{"$ref":"#/definitions/sha256"}],"description":"Over names and contents of all its files."},"boot":{"type":"boolean","description":"Windows is started with it."}}}},"vmwareTools":{"type":"object","additionalProperties":false,"required":["version"],"properties":{"version":{"type":"string","minLength":1}},"description":"As the disc states it."},"features":{"type":"array","items":{"type":"string","minLength":1}},"tools":{"type":"object","additionalProperties":false,"required":["engine","programs","converter"],"properties":{"stillframe":{"allOf":[' +
'{"$ref":"#/definitions/sha256"}],"description":"Over the bundle that ran."},"engine":{"type":"string","minLength":1},"programs":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["name","sha256"],"properties":{"name":{"type":"string","minLength":1},"version":{"type":"string","minLength":1},"sha256":{"$ref":"#/definitions/sha256"}}}},"converter":{"type":"string","minLength":1}},"description":"What it was made with."},"layout":{"type":"object","additionalProperties":false,"required":["table","diskSize","sectorSize","partitions"],"properties":{"table":{"enum":["gpt","mbr","none"]},"diskSize":{"type":"integer","minimum":0},"sectorSize":{"type":"integer","minimum":0},"partitions":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["index","type","typeGuid","guid","name","attributes","offset","size"],"properties":{"index":{"type":"integer","minimum":0},"type":{"enum":["esp","msr","windows","recovery","basic-data","other"]},"typeGui' +
'd":{"type":"string"},"mbrType":{"type":"string","minLength":1},"guid":{"type":"string"},"name":{"type":"string"},"attributes":{"type":"string","pattern":"^0x[0-9a-f]{16}$"},"offset":{"type":"integer","minimum":0},"size":{"type":"integer","minimum":0},"fileSystem":{"type":"string","minLength":1}}}}},"description":"Of the disk in the OVA; bytes."},"ova":{"type":"object","additionalProperties":false,"required":["file","sha256","size","capacity","guestId","diskSha256"],"properties":{"file":{"type":"string","minLength":1},"sha256":{"$ref":"#/definitions/sha256"},"size":{"type":"integer","minimum":0,"description":"Bytes of the file."},"capacity":{"type":"integer","minimum":0,"description":"Bytes of the disk."},"guestId":{"type":"string","minLength":1},"diskSha256":{"type":"string","pattern":"^[0-9a-f]{40,128}$","description":"Of the disk in it, by the algorithm of its manifest."}}},"imageBake":{"type":"object","additionalProperties":false,"required":["build","seal","imageState","steps","wait' +
's"],"properties":{"build":{"type":"string","minLength":1},"seal":{"type":"string","minLength":1},"imageState":{"type":"string"},"steps":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["id","result"],"properties":{"id":{"type":"string","minLength":1},"result":{"type":"string","minLength":1}}}},"waits":{"type":"array","items":{"type":"string","minLength":1},"description":"Steps that it left for the start on vSphere."}},"description":"How the first boot of its image ended on Hyper-V, before it became the OVA; missing where it was not started there."},"bake":{"type":"object","additionalProperties":false,"required":["build","toolsVersion","seal","imageState","steps"],"properties":{"build":{"type":"string","minLength":1},"toolsVersion":{"type":"string"},"seal":{"type":"string","minLength":1},"imageState":{"type":"string"},"steps":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["id","result"],"properties":{"id":{"type":"strin' +
'g","minLength":1},"result":{"type":"string","minLength":1}}}}},"description":"How its first boot on vSphere ended; missing where it was not started there."},"proof":{"type":"object","additionalProperties":false,"required":["by","verdict","level","writers"],"properties":{"by":{"enum":["snapshot","offline"]},"verdict":{"enum":["application","filesystem","ignored","failed","unproven"]},"level":{"enum":["application","filesystem"]},"writers":{"type":"array","items":{"type":"string","minLength":1}}},"description":"Missing where nothing was proven."},"publication":{"type":"object","additionalProperties":false,"required":["as","name"],"properties":{"as":{"enum":["vm","template","library-item"]},"name":{"type":"string","minLength":1}},"description":"Missing where it was not published. By publish-template, or by upload-esxi at once."},"findings":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["action","code","severity"],"properties":{"action":{"type":"string","' +
'minLength":1},"code":{"type":"string","pattern":"^[a-z0-9]+(-[a-z0-9]+)*$"},"severity":{"enum":["error","warning","info"]}}}},"run":{"type":"object","additionalProperties":false,"required":["at","id","runner","steps","findings","evidence","history"],"properties":{"at":{"type":"string","pattern":"^\\\\d{4}-\\\\d\\\\d-\\\\d\\\\dT\\\\d\\\\d:\\\\d\\\\d:\\\\d\\\\d(\\\\.\\\\d+)?Z$"},"id":{"type":"string","minLength":1},"attempt":{"type":"string","minLength":1},"repository":{"type":"string","minLength":1},"commit":{"type":"string","minLength":1},"runner":{"type":"object","additionalProperties":false,"required":["name","system","arch","node"],"properties":{"name":{"type":"string","minLength":1},"system":{"type":"string","minLength":1},"arch":{"type":"string","minLength":1},"node":{"type":"string","minLength":1}}},"steps":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["action","ok","durationMs","report"],"properties":{"action":{"type":"string","minLength":1},"' +
'on":{"const":"hyper-v","description":"Of bake-template with an image."},"ok":{"type":"boolean"},"durationMs":{"type":"number","minimum":0},"report":{"allOf":[{"$ref":"#/definitions/sha256"}],"description":"Of the report of the step."},"doneBy":{"type":"object","additionalProperties":false,"required":["run","at"],"description":"It was skipped: an earlier run had done it with the very same inputs.","properties":{"run":{"type":"string","minLength":1},"at":{"type":"string","minLength":1}}}}}},"findings":{"type":"array","items":{"type":"object","required":["action","code","severity","seen","remedy"],"properties":{"action":{"type":"string","minLength":1},"code":{"type":"string","pattern":"^[a-z0-9]+(-[a-z0-9]+)*$"},"severity":{"enum":["error","warning","info"]},"seen":{"type":"string","minLength":1},"remedy":{"type":"string","minLength":1}}}},"evidence":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["name","sha256"],"properties":{"name":{"type":"string","mi' +
'nLength":1},"sha256":{"$ref":"#/definitions/sha256"}}}},"server":{"type":"string","minLength":1},"vm":{"type":"string","minLength":1,"description":"Managed object id; missing where it is an item of a library."},"libraryItem":{"type":"string","minLength":1,"description":"Id of the item of the content library."},"inventoryPath":{"type":"string","minLength":1},"snapshotMs":{"type":"number","minimum":0},"provedAt":{"type":"string","minLength":1,"description":"When the proof began."},"history":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["at","ova","size","build","steps"],"properties":{"at":{"type":"string","minLength":1},"ova":{"$ref":"#/definitions/sha256"},"size":{"type":"integer","minimum":0},"build":{"type":"string","minLength":1},"verdict":{"enum":["application","filesystem","ignored","failed","unproven"]},"steps":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["action","durationMs"],"properties":{"action":{"type":' +
'"string","minLength":1},"on":{"const":"hyper-v"},"durationMs":{"type":"number","minimum":0}}}}}},"description":"The releases before, newest first."}},"description":"Times and machines: all that two runs from one lock may differ in."}},"definitions":{"sha256":{"type":"string","pattern":"^[0-9a-f]{64}$"}}}'));
;// CONCATENATED MODULE: ./.cache/build/src/release/read-previous.js
/** The record of the release before. */





/**
 * @param given path that the user named; it has to be there
 * @param beside path that is about to be replaced; undefined comes back where nothing is there
 * @param name of the template: another's record is no release before, and must not be replaced by mistake
 * @throws UserError file-missing, input-invalid
 */
async function readPrevious(given, beside, name) {
    const there = await readRecord(beside);
    if (there && there.name !== name) {
        throw new errors/* UserError */.yo('input-invalid', `${beside} is the record of ${there.name}, and would be replaced by one of ${name}`, 'Give each template a directory of its own.');
    }
    if (given === undefined)
        return there;
    const record = await readRecord(given);
    if (!record)
        throw (0,explain_path_error/* explainPathError */.n)(missing(given), { what: 'the record', path: given, input: 'previous' });
    if (record.name === name)
        return record;
    throw new errors/* UserError */.yo('input-invalid', `Input previous: ${given} is the record of ${record.name}, not of ${name}`, 'Give the release.json of the release before of the same template.');
}
let read_previous_ajv;
async function readRecord(path) {
    let text;
    try {
        text = await (0,promises_.readFile)(path, 'utf8');
    }
    catch (error) {
        if ((0,errors/* hasErrnoCode */.qk)(error, 'ENOENT'))
            return undefined;
        throw (0,explain_path_error/* explainPathError */.n)(error, { what: 'the record', path });
    }
    read_previous_ajv ??= new ajv.Ajv();
    let fault;
    try {
        const value = JSON.parse(text);
        if (read_previous_ajv.validate(release_schema_namespaceObject, value))
            return value;
        const [error] = read_previous_ajv.errors ?? [];
        fault = `${error?.instancePath || 'the top level'} ${error?.message ?? 'is not valid'}`;
    }
    catch (error) {
        fault = error instanceof Error ? error.message : String(error);
    }
    throw new errors/* UserError */.yo('input-invalid', `${path} is no record of a release that this version reads: ${fault}`, 'Move it away, or name another directory; the first release of a folder is compared with none.');
}
function missing(path) {
    return Object.assign(new Error('it is not there'), { code: 'ENOENT', path });
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./.cache/build/schema/report.schema.json
const report_schema_namespaceObject = /*#__PURE__*/JSON.parse(('{"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://github.com/stillframe/stillframe/schema/report.schema.json","title":"Report of a Stillframe action","type":"object","additionalProperties":false,"required":["schema","action","ok","durationMs","outputs","findings","result"],"properties":{"schema":{"const":1},"action":{"type":"string","pattern":"^[a-z0-9-]+$","description":"Name of the action."},"ok":{"type":"boolean","description":"Whether the step succeeded."},"durationMs":{"type":"number","minimum":0,"description":"Wall time in milliseconds."},"outputs":{"type":"object","additionalProperties":{"type":"string"},"description":"The outputs of the step; lists and objects as JSON."},"findings":{"type":"array","items":{"$ref":"#/definitions/finding"}},"result":{"description":"The action\'s own result, described in its README; null when it failed before it had one."},"error":{"type":"object","additionalProperties":false,"required":["code","message"],"properties":{"code":{"$' +
'ref":"#/definitions/code"},"message":{"type":"string","minLength":1},"hint":{"type":"string","minLength":1}}}},"if":{"properties":{"ok":{"const":false}}},"then":{"required":["error"]},"else":{"not":{"required":["error"]}},"definitions":{"code":{"type":"string","pattern":"^[a-z0-9]+(-[a-z0-9]+)*$"},"finding":{"type":"object","additionalProperties":false,"required":["code","severity","seen","remedy"],"properties":{"code":{"$ref":"#/definitions/code","description":"Explained in docs/troubleshooting.md."},"severity":{"enum":["error","warning","info"]},"seen":{"type":"string","minLength":1},"remedy":{"type":"string","minLength":1},"location":{"type":"object","additionalProperties":false,"required":["file","line","column"],"properties":{"file":{"type":"string","minLength":1},"line":{"type":"integer","minimum":1},"column":{"type":"integer","minimum":1}},"description":"Where it is to be put right."},"predicts":{"enum":["failed","ignored","filesystem"],"description":"What a quiesced snapshot co' +
'mes to because of it."}}}}}'));
// EXTERNAL MODULE: ./.cache/build/src/check/verdict.js
var check_verdict = __webpack_require__(14312);
;// CONCATENATED MODULE: ./.cache/build/src/release/result-schemas.js
/** JSON Schemas of what a record takes from each report; the types of the same parts are those of written-results.ts. */


const result_schemas_text = { type: 'string', minLength: 1 };
const any = { type: 'string' };
const bytes = { type: 'integer', minimum: 0 };
const sha256 = { type: 'string', pattern: '^[0-9a-f]{64}$' };
/** Of a manifest by SHA-1, -256 or -512. */
const digest = { type: 'string', pattern: '^[0-9a-f]{40,128}$' };
/** Names that end with a question mark may be missing. */
function object(properties) {
    const named = Object.entries(properties).map(([name, schema]) => [name.replace('?', ''), schema]);
    const required = Object.keys(properties).filter((name) => !name.endsWith('?'));
    return { type: 'object', properties: Object.fromEntries(named), required };
}
const list = (items) => ({ type: 'array', items });
const layout = object({
    table: { enum: ['gpt', 'mbr', 'none'] },
    diskSize: bytes,
    sectorSize: bytes,
    partitions: list(object({ index: bytes, type: result_schemas_text, guid: any, offset: bytes, size: bytes, attributes: result_schemas_text })),
});
/** Of a stage that may have been skipped. */
const reuse = object({ reused: { type: 'boolean' }, 'from?': object({ run: result_schemas_text, at: result_schemas_text }) });
const named = object({ file: result_schemas_text, sha256 });
const firstBoot = list(object({ id: result_schemas_text, result: result_schemas_text }));
const RESULT_SCHEMAS = {
    'fetch-updates': object({
        'build?': any,
        packages: list(object({ kb: result_schemas_text, kind: result_schemas_text, sha256 })),
        files: list(object({ name: result_schemas_text, kb: result_schemas_text, kind: result_schemas_text, title: any, 'date?': any, url: result_schemas_text, sha256 })),
        'lockFile?': result_schemas_text,
        'lockSha256?': sha256,
    }),
    'extract-drivers': object({
        product: result_schemas_text,
        toolsIso: sha256,
        'toolsVersion?': result_schemas_text,
        drivers: list(object({ name: result_schemas_text, inf: result_schemas_text, version: result_schemas_text, date: any, 'provider?': any, 'signer?': object({ name: any }) })),
    }),
    'build-vhd': object({
        'vhd?': result_schemas_text,
        edition: result_schemas_text,
        displayName: result_schemas_text,
        build: result_schemas_text,
        language: result_schemas_text,
        plan: object({ engine: result_schemas_text }),
        'layout?': layout,
        bootDrivers: list(object({ name: result_schemas_text })),
        packages: list(object({ kb: any, 'kind?': result_schemas_text, 'build?': any, file: result_schemas_text, sha256 })),
        inputs: object({
            iso: named,
            'toolsSetup?': named,
            drivers: list(object({ name: result_schemas_text, version: result_schemas_text, sha256 })),
            files: list(object({ path: result_schemas_text, sha256 })),
            scripts: list(named),
            features: list(result_schemas_text),
        }),
        programs: list(object({ name: result_schemas_text, 'version?': result_schemas_text, sha256 })),
        'reuse?': reuse,
    }),
    'bake-image': object({
        image: result_schemas_text,
        seal: result_schemas_text,
        build: result_schemas_text,
        imageState: any,
        firstBoot,
        waits: list(result_schemas_text),
        layout,
    }),
    'convert-ova': object({
        source: result_schemas_text,
        ova: result_schemas_text,
        sha256,
        size: bytes,
        capacity: bytes,
        engine: result_schemas_text,
        guestId: result_schemas_text,
        disk: object({ digest }),
        'layout?': layout,
        'reuse?': reuse,
    }),
    'upload-esxi': {
        ...object({
            'vm?': result_schemas_text,
            'libraryItem?': result_schemas_text,
            server: result_schemas_text,
            inventoryPath: result_schemas_text,
            as: { enum: ['candidate', ...PUBLISHED_AS] },
            'ova?': sha256,
        }),
        ...{ if: { properties: { as: { const: 'library-item' } } }, else: { required: ['vm'] } },
    },
    'bake-template': object({
        vm: result_schemas_text,
        server: result_schemas_text,
        ova: sha256,
        seal: result_schemas_text,
        toolsVersion: any,
        build: result_schemas_text,
        imageState: any,
        firstBoot,
    }),
    'verify-quiesce': object({
        verdict: { enum: ['application', 'filesystem', 'ignored', 'failed', 'unproven'] },
        level: { enum: check_verdict/* LEVELS */.A_ },
        findings: list(object({ code: result_schemas_text, severity: result_schemas_text, seen: result_schemas_text, remedy: result_schemas_text })),
        'image?': object({ path: result_schemas_text, layout }),
        'snapshot?': object({
            moref: result_schemas_text,
            host: result_schemas_text,
            'ova?': sha256,
            'durationMs?': { type: 'number', minimum: 0 },
            proved: object({ at: result_schemas_text }),
            writers: list(result_schemas_text),
        }),
        manifest: any,
        'manifestSha256?': sha256,
    }),
    'publish-template': object({
        vm: result_schemas_text,
        'libraryItem?': result_schemas_text,
        inventoryPath: result_schemas_text,
        as: { enum: PUBLISHED_AS },
        server: result_schemas_text,
        ova: sha256,
        dryRun: { type: 'boolean' },
    }),
};

;// CONCATENATED MODULE: ./.cache/build/src/release/read-reports.js
/** The reports of the steps of one release, read and checked one by one; whether they are of one release is for assert-one-release. */







const HINT = 'Give the outputs report of the steps of this release, one per line; where one action ran twice, each of its steps needs an input report of its own.';
/**
 * @param paths in any order
 * @throws UserError file-missing, input-invalid for a file that is no report, of an action that makes no release, or the second of one;
 *   reports-disagree for a step that failed (a failed proof is recorded as one), input-missing where build-vhd or convert-ova is not among them
 */
async function readReports(paths) {
    const reports = {};
    for (const path of paths) {
        const report = await readReport(path);
        const other = reports[report.part];
        if (other) {
            throw new errors/* UserError */.yo('input-invalid', `${other.path} and ${path} are both reports of ${report.action}`, HINT);
        }
        reports[report.part] = report;
    }
    for (const action of ['build-vhd', 'convert-ova']) {
        if (reports[action] === undefined) {
            throw new errors/* UserError */.yo('input-missing', `Input reports has none of ${action}, without which there is no release`, HINT);
        }
    }
    return reports;
}
async function readReport(path) {
    const bytes = await (0,promises_.readFile)(path).catch((error) => {
        throw (0,explain_path_error/* explainPathError */.n)(error, { what: 'the report', path, input: 'reports' });
    });
    const { action, ok, durationMs, findings, result, error } = parseReport(bytes.toString('utf8'), path);
    const part = partOf(action, result);
    if (part === undefined) {
        throw new errors/* UserError */.yo('input-invalid', `${path} is a report of ${action}, which makes no part of a release`, HINT);
    }
    // A proof that failed has a result, and is what people want to read about.
    if (!ok && !(action === 'verify-quiesce' && result !== null)) {
        throw new errors/* UserError */.yo('reports-disagree', `${path} is of a step that failed: ${error?.message ?? 'it does not say why'}`, 'Nothing is recorded of what was not made: correct what that step says, and run it again.');
    }
    const fault = schemaFault(RESULT_SCHEMAS[part], result);
    if (fault !== undefined) {
        throw new errors/* UserError */.yo('input-invalid', `${path} is no report of ${action} that this version reads: result${fault}`, 'Let all steps of a release be of the same version of Stillframe.');
    }
    const sha256 = (0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex');
    return { part, action, path, sha256, ok, durationMs, findings, result: result };
}
function parseReport(text, path) {
    let fault;
    try {
        const value = JSON.parse(text);
        fault = schemaFault(report_schema_namespaceObject, value);
        if (fault === undefined)
            return value;
    }
    catch (error) {
        fault = ` ${error instanceof Error ? error.message : String(error)}`;
    }
    throw new errors/* UserError */.yo('input-invalid', `${path} is no report of an action of Stillframe:${fault}`, HINT);
}
/** A release may be baked twice: its image on Hyper-V, and its candidate on vSphere. */
function partOf(action, result) {
    if (action === 'bake-template' && result?.host === 'hyper-v')
        return 'bake-image';
    return action !== 'bake-image' && Object.hasOwn(RESULT_SCHEMAS, action) ? action : undefined;
}
let read_reports_ajv;
/** Compiles a schema when it is first asked for, and once. @returns where the value is not what the schema wants, and how; undefined where it is */
function schemaFault(schema, value) {
    read_reports_ajv ??= new ajv.Ajv();
    if (read_reports_ajv.validate(schema, value))
        return undefined;
    const [error] = read_reports_ajv.errors ?? [];
    return `${error?.instancePath ?? ''} ${error?.message ?? 'is not valid'}`;
}

// EXTERNAL MODULE: ./.cache/build/src/report/markdown-table.js
var markdown_table = __webpack_require__(90597);
// EXTERNAL MODULE: ./.cache/build/src/units.js
var units = __webpack_require__(16053);
// EXTERNAL MODULE: ./.cache/build/src/updates/compare-text.js
var compare_text = __webpack_require__(35206);
;// CONCATENATED MODULE: ./.cache/build/src/release/compare-releases.js
/** What is another in a release than in the one before. */

function compareReleases(before, after) {
    const kbs = [updatesOf(before), updatesOf(after)];
    const missingIn = (list) => (one) => !list.some(({ kb }) => kb === one.kb);
    const [build] = changesOf(new Map([['Windows', before.windows.build]]), new Map([['Windows', after.windows.build]]));
    return {
        same: before.ova.sha256 === after.ova.sha256,
        ...(build && { build }),
        added: kbs[1].filter(missingIn(kbs[0])),
        removed: kbs[0].filter(missingIn(kbs[1])),
        others: changesOf(factsOf(before), factsOf(after)),
        size: { from: before.ova.size, to: after.ova.size },
    };
}
/** The updates of a release as people count them: a servicing stack inside a cumulative update is no update of its own. */
function updatesOf({ packages }) {
    const byNumber = new Map();
    for (const one of packages) {
        const known = byNumber.get(one.kb);
        if (!known || known.kind === 'servicing-stack')
            byNumber.set(one.kb, one);
    }
    return [...byNumber.values()];
}
function factsOf(record) {
    const { drivers, vmwareTools, windows, features, proof, bake, imageBake } = record;
    const seal = bake?.seal ?? imageBake?.seal;
    return new Map([
        ...drivers.map(({ name, version }) => [`Driver ${name}`, version]),
        ...(vmwareTools ? [['VMware Tools', bake?.toolsVersion || vmwareTools.version]] : []),
        ['Edition', windows.displayName],
        ...(windows.product === undefined ? [] : [['Product', windows.product]]),
        ...features.map((name) => [`Feature ${name}`, 'on']),
        ...(proof ? [['Quiesced snapshot', proof.verdict]] : []),
        ...(seal === undefined ? [] : [['Sealed', seal]]),
    ]);
}
function changesOf(before, after) {
    const names = [...new Set([...before.keys(), ...after.keys()])].sort(compare_text/* compareText */.n);
    return names.flatMap((what) => {
        const [from, to] = [before.get(what), after.get(what)];
        if (from === to)
            return [];
        return [{ what, ...(from !== undefined && { from }), ...(to !== undefined && { to }) }];
    });
}

;// CONCATENATED MODULE: ./.cache/build/src/release/kb-page.js
/** Where Microsoft tells what an update brings and what is known to be wrong with it. */
/** @returns undefined for what is no number of an article */
function kbPage(kb) {
    const digits = /^KB(\d{6,8})$/.exec(kb)?.[1];
    return digits && `https://support.microsoft.com/help/${digits}`;
}

;// CONCATENATED MODULE: ./.cache/build/src/release/render-notes.js
/** The notes of a release: what is another than in the one before, for people who clone it. */




/** @param previous undefined for the first release @returns Markdown */
function renderNotes(record, previous) {
    const { name, windows, ova, proof } = record;
    const parts = [
        `# ${(0,markdown_table/* escapeMarkdown */.F)(name)}: Windows ${windows.build}`,
        `${(0,markdown_table/* escapeMarkdown */.F)(windows.displayName)}, ${(0,markdown_table/* escapeMarkdown */.F)(windows.language)}. ${proofSentence(proof)}`,
        ...(previous ? renderChanges(record, previous) : ['## Updates', updateList(updatesOf(record))]),
        `\`sha256:${ova.sha256}\` ${(0,markdown_table/* escapeMarkdown */.F)(ova.file)}`,
    ];
    return `${parts.join('\n\n')}\n`;
}
/** @param level how deep the headings are @returns blocks of Markdown */
function renderChanges(record, previous, level = '##') {
    const { same, build, added, removed, others, size } = compareReleases(previous, record);
    if (same)
        return ['The OVA is that of the release before, bit for bit.'];
    const rows = [
        ...(build ? [build] : []),
        ...others,
        ...(size.from === size.to
            ? []
            : [{ what: 'Size of the OVA', from: (0,units/* formatSize */.Xq)(size.from), to: `${(0,units/* formatSize */.Xq)(size.to)} (${difference(size)})` }]),
    ].map(({ what, from = 'none', to = 'none' }) => [what, from, to]);
    return [
        ...(added.length > 0 ? [`${level} New updates`, updateList(added)] : []),
        ...(removed.length > 0 ? [`${level} No longer in it`, updateList(removed)] : []),
        ...(rows.length > 0 ? [`${level} Changes`, (0,markdown_table/* markdownTable */.Q)(['', 'before', 'now'], rows)] : []),
        ...(added.length + removed.length + rows.length === 0
            ? ['Nothing that this page tells of has changed; the OVA is another all the same.']
            : []),
    ];
}
/** One line each, linked to the page with its known issues. */
function updateList(updates) {
    if (updates.length === 0)
        return 'None: Windows is as the ISO has it.';
    const line = ({ kb, title, date, build }) => {
        const page = kbPage(kb);
        const facts = [date, build && `build ${build}`].filter((fact) => fact !== undefined && fact !== '');
        const label = page === undefined ? (0,markdown_table/* escapeMarkdown */.F)(kb || 'an update') : `[${kb}](${page})`;
        return `- ${label} ${(0,markdown_table/* escapeMarkdown */.F)(title ?? '')}${facts.length === 0 ? '' : ` (${facts.join(', ')})`}`;
    };
    return updates.map(line).join('\n');
}
function proofSentence(proof) {
    if (!proof)
        return 'Its quiesced snapshots were not tried.';
    if (proof.by === 'offline')
        return 'No quiesced snapshot was tried; the disk was looked at.';
    const writers = proof.writers.length === 0 ? '' : `, ${proof.writers.length} VSS writers took part`;
    return `Quiesced snapshot: **${proof.verdict}**${writers}.`;
}
function difference({ from, to }) {
    return `${to < from ? '−' : '+'}${(0,units/* formatSize */.Xq)(Math.abs(to - from))}`;
}

// EXTERNAL MODULE: ./.cache/build/src/xml/escape-xml.js
var escape_xml = __webpack_require__(61049);
;// CONCATENATED MODULE: ./.cache/build/src/report/html.js
/** HTML in which text can only be text: what is put into a template is escaped, unless it was made by one itself. */

/** Markup that is safe to put into markup. */
class Html {
    text;
    /** @param text markup that holds nothing of anybody else's unescaped */
    constructor(text) {
        this.text = text;
    }
}
/** `html\`<p>${text}</p>\``; lists are joined, undefined and false are nothing. Attributes have to be quoted. */
function html(strings, ...parts) {
    return new Html(strings.map((text, index) => text + render(parts[index])).join(''));
}
function render(part) {
    if (part === undefined || part === false)
        return '';
    if (part instanceof Html)
        return part.text;
    if (typeof part === 'object')
        return part.map(({ text }) => text).join('');
    return (0,escape_xml/* escapeXml */.X)(String(part));
}

;// CONCATENATED MODULE: ./.cache/build/src/report/page-style.js
/** How pages look: one style for light and dark, narrow and wide, without any file or font from elsewhere. Contrasts are at least 4.5 to 1. */
const PAGE_STYLE = `
:root {
  color-scheme: light dark;
  --ground: #f4f5f8; --card: #ffffff; --line: #dfe3ea; --text: #171b24; --soft: #545d6e; --link: #0b57c4;
  --good: #0f6b3c; --good-ground: #e2f5ea; --middle: #7a5200; --middle-ground: #fdf1d6;
  --bad: #a81f2b; --bad-ground: #fdeaea; --chip: #eef1f6;
  --c1: #2f6fed; --c2: #12a594; --c3: #8e5bd8; --c4: #e07b1f; --c5: #d6488b; --c6: #5a9e1f; --c7: #c9a20c; --c8: #64748b;
  --free: #c6ccd8;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #0f1218; --card: #181c25; --line: #2b313d; --text: #e9ecf2; --soft: #a3adbd; --link: #86b4ff;
    --good: #6fdc9f; --good-ground: #12301f; --middle: #f4c76b; --middle-ground: #33280f;
    --bad: #ff9a9f; --bad-ground: #3a171b; --chip: #242a36;
    --c1: #5b8ff5; --c2: #2cc3b0; --c3: #a983ea; --c4: #f0964a; --c5: #ea70a8; --c6: #82c341; --c7: #e3c03a; --c8: #94a3b8;
    --free: #3a4150;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--ground); color: var(--text);
  font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  overflow-wrap: anywhere; -webkit-text-size-adjust: 100%;
}
main, header, footer { max-width: 1080px; margin: 0 auto; padding: 0 24px; }
header { padding-top: 48px; padding-bottom: 8px; }
footer { padding-top: 8px; padding-bottom: 48px; color: var(--soft); font-size: 14px; }
h1 { font-size: clamp(28px, 5vw, 40px); line-height: 1.15; letter-spacing: -0.02em; margin: 4px 0 8px; }
h2 { font-size: 20px; letter-spacing: -0.01em; margin: 0 0 16px; }
h3 { font-size: 16px; margin: 0 0 4px; }
p { margin: 0 0 8px; }
a { color: var(--link); text-underline-offset: 2px; }
a:focus-visible, summary:focus-visible { outline: 3px solid var(--link); outline-offset: 3px; border-radius: 4px; }
code { font: 13px/1.5 ui-monospace, "SF Mono", "Cascadia Mono", Consolas, "Liberation Mono", monospace; }
ul, ol, dl { margin: 0; padding: 0; list-style: none; }
section { background: var(--card); border: 1px solid var(--line); border-radius: 14px; padding: 24px; margin: 20px 0; }
svg { display: block; width: 100%; }
.over { color: var(--soft); font-size: 13px; font-weight: 600; letter-spacing: 0.08em; text-transform: uppercase; margin: 0; }
.soft { color: var(--soft); }
.small { font-size: 14px; }
.verdict { display: flex; gap: 18px; align-items: flex-start; border-width: 0; }
.verdict.good { background: var(--good-ground); } .verdict.good h2, .verdict.good .mark { color: var(--good); }
.verdict.middle { background: var(--middle-ground); } .verdict.middle h2, .verdict.middle .mark { color: var(--middle); }
.verdict.bad { background: var(--bad-ground); } .verdict.bad h2, .verdict.bad .mark { color: var(--bad); }
.verdict h2 { margin: 0 0 4px; font-size: 22px; }
.mark { flex: none; width: 44px; height: 44px; }
.chips { display: flex; flex-wrap: wrap; gap: 6px; margin-top: 10px; }
section:not(.verdict) .chips li { display: inline-flex; gap: 8px; align-items: center; background: var(--chip); }
.chips li { background: var(--card); border-radius: 999px; padding: 2px 12px; font-size: 14px; }
.stats { display: grid; grid-template-columns: repeat(4, 1fr); gap: 16px; margin: 20px 0; }
.stats div { background: var(--card); border: 1px solid var(--line); border-radius: 14px; padding: 16px 18px; }
.stats dt { color: var(--soft); font-size: 14px; }
.stats dd { margin: 2px 0 0; font-size: 22px; font-weight: 650; letter-spacing: -0.01em; }
.stats dd span { display: block; font-size: 14px; font-weight: 400; letter-spacing: 0; color: var(--soft); }
.scale { height: 56px; border-radius: 8px; margin-bottom: 16px; }
.key { display: grid; grid-template-columns: repeat(auto-fill, minmax(220px, 1fr)); gap: 12px 24px; }
.key li { display: grid; grid-template-columns: 14px 1fr; gap: 2px 10px; align-items: center; align-content: start; }
.key li > :nth-child(n + 3) { grid-column: 2; }
.dot { width: 14px; height: 14px; border-radius: 4px; }
.rows > li { padding: 14px 0; border-top: 1px solid var(--line); }
.rows > li:first-child { border-top: 0; padding-top: 0; }
.rows > li:last-child { padding-bottom: 0; }
.update { display: grid; grid-template-columns: 120px 1fr auto; gap: 2px 16px; align-items: baseline; }
.update .what { grid-column: 2; }
.badge { display: inline-block; border-radius: 999px; padding: 0 10px; font-size: 13px; font-weight: 600; line-height: 22px; background: var(--chip); color: var(--text); }
.badge.good { background: var(--good-ground); color: var(--good); }
.badge.middle { background: var(--middle-ground); color: var(--middle); }
.badge.bad { background: var(--bad-ground); color: var(--bad); }
.gone .what:not(.more) { text-decoration: line-through; color: var(--soft); }
.times li { display: grid; grid-template-columns: 170px 1fr 110px; gap: 4px 16px; align-items: center; padding: 5px 0; }
.times svg { height: 14px; border-radius: 4px; }
.times .small { display: block; }
.times .took { text-align: right; font-variant-numeric: tabular-nums; }
.facts { display: grid; grid-template-columns: minmax(120px, 200px) 1fr; gap: 6px 20px; }
.facts dt { color: var(--soft); }
.facts dd { margin: 0; }
.group { margin-top: 24px; }
h2 + .group { margin-top: 0; }
.remedy { border-left: 3px solid var(--line); padding-left: 12px; margin: 8px 0 0; }
summary { cursor: pointer; font-weight: 600; }
details[open] summary { margin-bottom: 12px; }
.f1 { fill: var(--c1); } .f2 { fill: var(--c2); } .f3 { fill: var(--c3); } .f4 { fill: var(--c4); } .f5 { fill: var(--c5); }
.f6 { fill: var(--c6); } .f7 { fill: var(--c7); } .f8 { fill: var(--c8); } .f0 { fill: var(--free); } .fbad { fill: var(--bad); }
@media (max-width: 640px) {
  main, header, footer { padding-left: 14px; padding-right: 14px; }
  header { padding-top: 28px; }
  section { padding: 18px 16px; }
  .stats { grid-template-columns: 1fr 1fr; gap: 10px; }
  .stats div { padding: 12px 14px; }
  .stats dd { font-size: 18px; }
  .verdict { gap: 12px; }
  .update { grid-template-columns: 1fr auto; }
  .update .what, .update .more { grid-column: 1 / -1; }
  .update .badge { grid-column: 2; grid-row: 1; }
  .times .took { grid-column: 2; grid-row: 1; }
  .times li { grid-template-columns: 1fr auto; }
  .times svg { grid-column: 1 / -1; grid-row: 2; }
  .facts { grid-template-columns: 1fr; gap: 0; }
  .facts dd { margin-bottom: 10px; }
}
@media print { section, .stats div { break-inside: avoid; } body { background: none; } }
`;

;// CONCATENATED MODULE: ./.cache/build/src/report/page.js
/** A page that is one file: it asks nobody for anything, and a policy of its own keeps it so. */



/** Nothing runs, nothing is fetched; the one style is known by its digest (W3C CSP 3), so that no attribute can bring another. */
const POLICY = `default-src 'none'; style-src 'sha256-${(0,external_node_crypto_.createHash)('sha256').update(PAGE_STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'`;
/** @returns the text of the file */
function renderDocument({ title, header, main, footer }) {
    return html `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Html(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Stillframe">
<title>${title}</title>
<style>${new Html(PAGE_STYLE)}</style>
</head>
<body>
<header>${header}</header>
<main>${main}</main>
<footer>${footer}</footer>
</body>
</html>
`.text;
}

// EXTERNAL MODULE: ./.cache/build/src/disk/layout-pieces.js
var layout_pieces = __webpack_require__(27748);
;// CONCATENATED MODULE: ./.cache/build/src/report/bar.js
/** Bars as pictures inside a page: SVG whose numbers are attributes, which a policy without inline styles allows. */

const WIDTH = 1000;
/**
 * @param label what it shows, for who cannot see it
 * @param total of the whole width; more than the sum of the pieces leaves room at the end
 * @param least units of 1000 that a piece has at least, so that it can be seen
 */
function renderBar(pieces, { label, total, least = 0, className = '' }) {
    const widths = pieces.map(({ size }) => (total > 0 ? Math.max((size / total) * WIDTH, least) : 0));
    const sum = widths.reduce((all, width) => all + width, 0);
    const scale = sum > WIDTH ? WIDTH / sum : 1;
    let x = 0;
    const rects = pieces.map(({ fill }, index) => {
        const width = (widths[index] ?? 0) * scale;
        const rect = html `<rect x="${x.toFixed(2)}" y="0" width="${width.toFixed(2)}" height="10" class="${fill}"/>`;
        x += width;
        return rect;
    });
    return html `<svg class="${className}" role="img" aria-label="${label}" viewBox="0 0 ${WIDTH} 10" preserveAspectRatio="none">${rects}</svg>`;
}
/** A spot of a bar's colour, beside what it stands for. */
function renderDot(fill) {
    return html `<svg class="dot" aria-hidden="true" viewBox="0 0 10 10"><rect width="10" height="10" class="${fill}"/></svg>`;
}

;// CONCATENATED MODULE: ./.cache/build/src/release/page-disk.js
/** The disk on the release page, to scale. */




const FILLS = {
    esp: 'f2',
    msr: 'f4',
    windows: 'f1',
    // What breaks quiesced snapshots stands out.
    recovery: 'fbad',
    'basic-data': 'f3',
    other: 'f8',
};
/** A partition of 16 MiB on a disk of 40 GiB would be a third of a pixel. */
const LEAST = 8;
function diskSection({ layout }) {
    const pieces = (0,layout_pieces/* layoutPieces */.uq)(layout);
    const title = (0,layout_pieces/* layoutTitle */.P6)(layout);
    const described = pieces.map((piece) => `${nameOf(piece)} ${(0,units/* formatSize */.Xq)(piece.size)}`).join(', ');
    return html `<section aria-labelledby="disk"><h2 id="disk">Disk</h2>
<p class="soft">${title}, drawn to scale.</p>
${renderBar(pieces.map((piece) => ({ size: piece.size, fill: fillOf(piece) })), { label: `${title}: ${described}`, total: layout.diskSize, least: LEAST, className: 'scale' })}
<ul class="key">${pieces.map((piece) => keyOf(piece, layout.diskSize))}</ul></section>`;
}
function keyOf(piece, diskSize) {
    const { partition, size } = piece;
    const facts = [
        (0,units/* formatSize */.Xq)(size),
        `${((100 * size) / diskSize).toFixed(1)} %`,
        partition?.fileSystem?.toUpperCase(),
        partition && (0,layout_pieces/* isProtected */.bz)(partition) ? 'protected' : undefined,
    ].filter((fact) => fact !== undefined);
    return html `<li>${renderDot(fillOf(piece))}<strong>${nameOf(piece)}</strong><span class="soft small">${facts.join(' · ')}</span></li>`;
}
function nameOf({ partition }) {
    return partition ? `${partition.index} ${(0,layout_pieces/* partitionTitle */.LV)(partition)}` : 'unallocated';
}
function fillOf({ partition }) {
    return partition ? FILLS[partition.type] : 'f0';
}

;// CONCATENATED MODULE: ./.cache/build/src/release/page-facts.js
/** What the release was made of, by digest, and where: for who wants to check it, folded away for who does not. */


const ROLES = {
    template: 'Template',
    base: 'Base of the template',
    lock: 'Lock',
    iso: 'Windows ISO',
    'tools-iso': 'VMware Tools ISO',
    'tools-setup': 'VMware Tools installer',
    file: 'File',
    script: 'First-boot script',
};
function factsSection(record) {
    const { inputs, ova, packages } = record;
    return html `<section aria-labelledby="facts"><h2 id="facts">What it is made of</h2>
<dl class="facts">${facts([
        ['OVA', page_facts_digest(`${ova.file}, ${(0,units/* formatSize */.Xq)(ova.size)}`, ova.sha256)],
        ...inputs.map(({ role, name, sha256 }) => [ROLES[role], page_facts_digest(name, sha256)]),
        ...driverFacts(record),
    ])}</dl>
${packages.length > 0 && html `<details class="group"><summary>Update packages, in the order of their installation</summary><dl class="facts">${facts(packages.map(({ kb, file, sha256 }) => [kb || 'Update', page_facts_digest(file, sha256)]))}</dl></details>`}
<details class="group"><summary>Tools and runner</summary><dl class="facts">${facts(runFacts(record))}</dl></details>
${record.imageBake && page_facts_firstBoot('First boot on Hyper-V', [...stepFacts(record.imageBake), ...record.imageBake.waits.map((id) => [id, html `left for vSphere`])])}
${record.bake && page_facts_firstBoot('First boot', stepFacts(record.bake))}</section>`;
}
function stepFacts({ steps }) {
    return steps.map(({ id, result }) => [id, html `${result}`]);
}
function page_facts_firstBoot(title, steps) {
    return html `<details class="group"><summary>${title}</summary><dl class="facts">${facts(steps)}</dl></details>`;
}
function driverFacts({ drivers, vmwareTools, bake, features }) {
    const tools = bake?.toolsVersion || vmwareTools?.version;
    return [
        ...(tools === undefined ? [] : [['VMware Tools', html `${tools}`]]),
        ...drivers.map(({ name, version, sha256 }) => [`Driver ${name}`, page_facts_digest(version, sha256)]),
        ...(features.length > 0 ? [['Features', html `${features.join(', ')}`]] : []),
    ];
}
function runFacts({ tools, run, publication }) {
    const { name, system, arch, node } = run.runner;
    return [
        ['Engine', html `${tools.engine}`],
        ...tools.programs.map(({ name: program, version, sha256 }) => [program, page_facts_digest(version ?? '', sha256)]),
        ...(tools.stillframe === undefined ? [] : [['Stillframe', page_facts_digest('', tools.stillframe)]]),
        ['Runner', html `${name}: ${system}, ${arch}, Node ${node}`],
        ...(run.server === undefined ? [] : [['Server', html `${run.server}`]]),
        ...(run.inventoryPath === undefined
            ? []
            : [
                [
                    publication ? 'Published as' : 'Candidate',
                    html `${run.inventoryPath} (${run.libraryItem ?? run.vm ?? ''})`,
                ],
            ]),
        ...(run.commit === undefined ? [] : [['Commit', html `<code>${run.commit}</code>`]]),
        ...run.evidence.map(({ name: file, sha256 }) => ['Evidence', page_facts_digest(file, sha256)]),
    ];
}
function page_facts_digest(name, sha256) {
    return html `${name} <code class="soft">${sha256}</code>`;
}
function facts(list) {
    return list.map(([name, value]) => html `<dt>${name}</dt><dd>${value}</dd>`);
}

;// CONCATENATED MODULE: ./.cache/build/src/release/page-findings.js
/** Findings on the release page: what was seen, and what to do about it. */

const TONES = { error: 'bad', warning: 'middle', info: '' };
const ORDER = ['error', 'warning', 'info'];
function findingsSection({ run: { findings } }) {
    const sorted = ORDER.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
    const body = sorted.length === 0
        ? html `<p class="soft">None.</p>`
        : html `<ul class="rows">${sorted.map(({ action, code, severity, seen, remedy }) => html `<li><h3><span class="badge ${TONES[severity]}">${severity}</span> ${code}</h3>
<p>${seen}</p><p class="remedy">${remedy}</p><p class="soft small">${action}</p></li>`)}</ul>`;
    return html `<section aria-labelledby="findings"><h2 id="findings">Findings</h2>${body}</section>`;
}

;// CONCATENATED MODULE: ./.cache/build/src/release/page-times.js
/** Times on the release page: the steps of this release, and whole releases one above the other. */




/** The same colour for the same step in every bar. */
const page_times_FILLS = {
    'fetch-updates': 'f1',
    'extract-drivers': 'f2',
    'build-vhd': 'f3',
    'convert-ova': 'f4',
    'upload-esxi': 'f5',
    'bake-template': 'f6',
    'verify-quiesce': 'f7',
    'publish-template': 'f8',
};
function timesSection(record) {
    const now = pastRelease(record);
    const releases = [now, ...record.run.history];
    const longest = Math.max(...releases.map(sumOf), 1);
    const slowest = Math.max(...now.steps.map(({ durationMs }) => durationMs), 1);
    return html `<section aria-labelledby="times"><h2 id="times">Times</h2>
<div class="group"><h3>Steps of this release</h3><ul class="times">${record.run.steps.map(({ action, on, durationMs, doneBy }) => html `<li><span>${action}${on && html `<span class="soft small"> on Hyper-V</span>`}${doneBy && html `<span class="soft small"> by run ${doneBy.run}</span>`}</span>${renderBar([{ size: durationMs, fill: page_times_fillOf(action) }], {
        label: `${action}: ${(0,units/* formatDuration */.a3)(durationMs)}`,
        total: slowest,
        least: 4,
    })}<span class="took">${(0,units/* formatDuration */.a3)(durationMs)}</span></li>`)}</ul></div>
${releases.length > 1 && overReleases(releases, longest)}</section>`;
}
function overReleases(releases, longest) {
    const actions = [...new Set(releases.flatMap(({ steps }) => steps.map(({ action }) => action)))];
    const rows = releases.map((release) => {
        const { at, build, size, steps } = release;
        const total = (0,units/* formatDuration */.a3)(sumOf(release));
        return html `<li><span>${at.slice(0, 10)}<span class="soft small"> ${build}</span></span>${renderBar(steps.map(({ action, durationMs }) => ({ size: durationMs, fill: page_times_fillOf(action) })), { label: `${at.slice(0, 10)}, Windows ${build}: ${total}`, total: longest })}<span class="took">${total}<span class="soft small"> ${(0,units/* formatSize */.Xq)(size)}</span></span></li>`;
    });
    return html `<div class="group"><h3>Releases, newest first</h3><ul class="times">${rows}</ul>
<ul class="chips">${actions.map((action) => html `<li class="small">${renderDot(page_times_fillOf(action))}${action}</li>`)}</ul></div>`;
}
function page_times_fillOf(action) {
    return page_times_FILLS[action] ?? 'f0';
}
function sumOf({ steps }) {
    return steps.reduce((sum, { durationMs }) => sum + durationMs, 0);
}

;// CONCATENATED MODULE: ./.cache/build/src/release/page-updates.js
/** Updates on the release page: from which build to which, KB by KB. */



function updatesSection(record, changes) {
    const updates = updatesOf(record);
    const isNew = ({ kb }) => changes?.added.some((one) => one.kb === kb) ?? false;
    const { applied, build } = record.windows;
    const rows = [
        ...updates.map((update) => row(update, isNew(update) ? 'new' : undefined)),
        ...(changes?.removed ?? []).map((update) => row(update, 'no longer in it')),
    ];
    return html `<section aria-labelledby="updates"><h2 id="updates">Updates</h2>
<p class="soft">The ISO has <strong>${applied}</strong>; people get <strong>${build}</strong>.</p>
${rows.length === 0 ? html `<p>None: Windows is as the ISO has it.</p>` : html `<ol class="rows">${rows}</ol>`}
${changes !== undefined && changes.others.length > 0 && otherChanges(changes.others)}</section>`;
}
function row({ kb, kind, title, date, build }, badge) {
    const page = kbPage(kb);
    const name = page === undefined ? html `${kb}` : html `<a href="${page}">${kb}</a>`;
    const facts = [kind, date && `released ${date}`, build && `Windows is then ${build}`].filter((fact) => fact !== undefined && fact !== '');
    return html `<li class="update${badge === 'no longer in it' ? ' gone' : ''}"><strong>${name}</strong>
<span class="what">${title ?? 'An update'}</span>${badge !== undefined && html `<span class="badge${badge === 'new' ? ' good' : ''}">${badge}</span>`}
<span class="what more soft small">${facts.join(' · ')}</span></li>`;
}
function otherChanges(others) {
    return html `<div class="group"><h3>Also changed</h3><dl class="facts">${others.map(({ what, from = 'none', to = 'none' }) => html `<dt>${what}</dt><dd>${from} → ${to}</dd>`)}</dl></div>`;
}

;// CONCATENATED MODULE: ./.cache/build/src/release/proof-headline.js
/** What people read first of a release. */

function proofHeadline(proof) {
    if (!proof) {
        return { tone: 'middle', mark: '⚪', title: 'Not proven', text: 'nobody has tried its quiesced snapshots' };
    }
    const { mark, text } = check_verdict/* VERDICT_WORDS */._G[proof.verdict];
    const words = text === '' ? 'the findings say why' : text;
    switch (proof.verdict) {
        case 'application':
            return { tone: 'good', mark, title: 'Application-consistent snapshots', text: words };
        case 'filesystem':
            return { tone: 'middle', mark, title: 'File-system-consistent snapshots', text: words };
        case 'unproven':
            return { tone: 'middle', mark, title: 'Not proven', text: words };
        case 'ignored':
            return { tone: 'bad', mark, title: 'Quiescing is ignored', text: words };
        case 'failed':
            return { tone: 'bad', mark, title: 'Quiesced snapshots fail', text: words };
    }
}

;// CONCATENATED MODULE: ./.cache/build/src/release/render-page.js
/** The release as one page to look at: the verdict first, then what is new, the disk, the updates, findings and times. */










/** @param previous undefined for the first release @returns the text of an HTML file */
function renderPage(record, previous) {
    const { name, windows, run } = record;
    const changes = previous && compareReleases(previous, record);
    return renderDocument({
        title: `${name} ${windows.build}`,
        header: html `<p class="over">Windows template</p><h1>${name}</h1>
<p class="soft">${windows.displayName} · ${windows.language} · recorded <time datetime="${run.at}">${run.at.slice(0, 10)}</time></p>`,
        main: [
            verdictSection(record, proofHeadline(record.proof)),
            stats(record, changes),
            findingsSection(record),
            updatesSection(record, changes),
            diskSection(record),
            timesSection(record),
            factsSection(record),
        ],
        footer: html `Made by Stillframe in run ${run.id}${run.repository === undefined ? '' : ` of ${run.repository}`}. OVA <code>sha256:${record.ova.sha256}</code>`,
    });
}
/** Drawn, since not every system has the same signs. */
const MARKS = {
    good: html `<path d="M13 23l6 6 12-13"/>`,
    middle: html `<path d="M22 12v13M22 31v1"/>`,
    bad: html `<path d="M15 15l14 14M29 15L15 29"/>`,
};
function verdictSection({ proof }, { tone, title, text }) {
    const writers = proof?.writers ?? [];
    return html `<section class="verdict ${tone}" aria-labelledby="verdict">
<svg class="mark" aria-hidden="true" viewBox="0 0 44 44" fill="none" stroke="currentColor" stroke-width="3.5" stroke-linecap="round" stroke-linejoin="round"><circle cx="22" cy="22" r="19"/>${MARKS[tone]}</svg>
<div><h2 id="verdict">${title}</h2><p>${sentence(text)}</p>${writers.length > 0 && html `<ul class="chips">${writers.map((writer) => html `<li>${writer}</li>`)}</ul>`}</div></section>`;
}
function stats({ windows, ova, run }, changes) {
    const total = run.steps.reduce((sum, { durationMs }) => sum + durationMs, 0);
    const figures = [
        ['Windows build', windows.build, changes?.build?.from && `from ${changes.build.from}`],
        ['New updates', changes ? String(changes.added.length) : '–', changes ? undefined : 'the first release here'],
        ['OVA', (0,units/* formatSize */.Xq)(ova.size), changes && sizeChange(changes.size)],
        ['All steps took', (0,units/* formatDuration */.a3)(total), `on ${run.runner.name}`],
    ];
    return html `<dl class="stats">${figures.map(([name, value, more]) => html `<div><dt>${name}</dt><dd>${value}${more !== undefined && html `<span>${more}</span>`}</dd></div>`)}</dl>`;
}
function sizeChange({ from, to }) {
    if (from === to)
        return 'as before';
    return `${(0,units/* formatSize */.Xq)(Math.abs(to - from))} ${to < from ? 'smaller' : 'larger'}`;
}
function sentence(text) {
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

// EXTERNAL MODULE: ./.cache/build/src/disk/guid.js
var guid = __webpack_require__(85801);
// EXTERNAL MODULE: ./.cache/build/src/download/pinned-file.js
var pinned_file = __webpack_require__(56836);
;// CONCATENATED MODULE: ./.cache/build/src/release/render-sbom.js
/**
 * What is in the image, as CycloneDX 1.6 (ECMA-424; cyclonedx.org/docs/1.6/json): Windows, its updates, the drivers that were added and VMware Tools.
 * The same release gives the same bytes: no time, and a serial number made of the OVA's digest.
 */



/** @returns the text of a file `*.cdx.json` */
function renderSbom(record) {
    const root = ovaComponent(record);
    const system = systemComponent(record);
    const updates = record.packages.map(packageComponent);
    const others = [...record.drivers.map(driverComponent), ...toolsComponents(record)];
    const refs = (list) => list.map((component) => component['bom-ref']);
    const bom = {
        $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
        bomFormat: 'CycloneDX',
        specVersion: '1.6',
        serialNumber: `urn:uuid:${(0,guid/* guidFromDigest */.ML)(Buffer.from(record.ova.sha256, 'hex'))}`,
        version: 1,
        metadata: {
            lifecycles: [{ phase: 'build' }],
            tools: { components: toolsOf(record) },
            component: root,
        },
        components: [system, ...updates, ...others],
        dependencies: [
            { ref: root['bom-ref'], dependsOn: refs([system, ...others]) },
            ...(updates.length === 0 ? [] : [{ ref: system['bom-ref'], dependsOn: refs(updates) }]),
        ],
    };
    return `${JSON.stringify(bom, undefined, 2)}\n`;
}
function ovaComponent({ name, windows, ova }) {
    return {
        type: 'file',
        'bom-ref': `ova-${ova.sha256.slice(0, 16)}`,
        name: ova.file,
        version: windows.build,
        description: `Template ${name} for vSphere`,
        hashes: hashes(ova.sha256),
    };
}
function systemComponent({ windows, inputs }) {
    const iso = inputs.find(({ role }) => role === 'iso');
    return {
        type: 'operating-system',
        'bom-ref': 'windows',
        publisher: 'Microsoft Corporation',
        name: windows.displayName,
        version: `10.0.${windows.build}`,
        ...(windows.product !== undefined && { cpe: cpeOf(windows.product, windows.build) }),
        properties: [
            property('edition', windows.edition),
            property('language', windows.language),
            property('build-of-the-image', windows.applied),
            ...(iso ? [property('iso', iso.name), property('iso-sha256', iso.sha256)] : []),
        ],
    };
}
/** As the NVD names releases of Windows Server and their builds. */
function cpeOf(product, build) {
    return `cpe:2.3:o:microsoft:${product.replaceAll('-', '_')}:10.0.${build}:*:*:*:*:*:x64:*`;
}
function packageComponent({ kb, kind, title, build, file, sha256, source }, index) {
    const page = kbPage(kb);
    const references = [
        ...(source && (0,pinned_file/* isUrl */.g)(source.url) ? [{ type: 'distribution', url: source.url, hashes: hashes(source.sha256) }] : []),
        ...(page === undefined ? [] : [{ type: 'release-notes', url: page }]),
    ];
    return {
        type: 'application',
        'bom-ref': `update-${index + 1}`,
        publisher: 'Microsoft Corporation',
        name: kb || file,
        ...(build !== undefined && { version: build }),
        ...(title !== undefined && { description: title }),
        hashes: hashes(sha256),
        ...(references.length > 0 && { externalReferences: references }),
        properties: [property('file', file), ...(kind === undefined ? [] : [property('kind', kind)])],
    };
}
function driverComponent({ name, version, provider, sha256, boot }) {
    return {
        type: 'device-driver',
        'bom-ref': `driver-${name}`,
        ...(provider !== undefined && { publisher: provider }),
        name,
        version,
        // Of all its files together, which is the hash of no file: the format has no place for such a one but this.
        properties: [property('sha256-of-all-files', sha256), property('starts-windows', String(boot))],
    };
}
function toolsComponents({ vmwareTools, bake, inputs }) {
    const setup = inputs.find(({ role }) => role === 'tools-setup');
    if (!setup)
        return [];
    const version = bake?.toolsVersion || vmwareTools?.version;
    return [
        {
            type: 'application',
            'bom-ref': 'vmware-tools',
            publisher: 'VMware, Inc.',
            name: 'VMware Tools',
            ...(version !== undefined && { version }),
            hashes: hashes(setup.sha256),
            properties: [property('installer', setup.name), ...discProperties(inputs)],
        },
    ];
}
function discProperties(inputs) {
    const disc = inputs.find(({ role }) => role === 'tools-iso');
    return disc ? [property('iso-sha256', disc.sha256)] : [];
}
/** What made the OVA. */
function toolsOf({ tools }) {
    return [
        {
            type: 'application',
            name: 'Stillframe',
            ...(tools.stillframe !== undefined && { hashes: hashes(tools.stillframe) }),
        },
        ...tools.programs.map(({ name, version, sha256 }) => ({
            type: 'application',
            name,
            ...(version !== undefined && { version }),
            hashes: hashes(sha256),
        })),
    ];
}
function hashes(sha256) {
    return [{ alg: 'SHA-256', content: sha256 }];
}
/** Names of properties have a namespace (github.com/CycloneDX/cyclonedx-property-taxonomy). */
function property(name, value) {
    return { name: `stillframe:${name}`, value };
}

;// CONCATENATED MODULE: ./.cache/build/src/release/render-verification-summary.js
/**
 * What a snapshot has proven of a release, as the predicate of a verification summary (slsa.dev/verification_summary/v1): for an attestation of
 * the OVA's digest, which is the subject and so not in it. It says what its policy asks, and nothing of where the image was built.
 */

const PROJECT = 'https://github.com/stillframe/stillframe';
/**
 * @returns the text of a JSON file; undefined where no snapshot was taken: an OVA that was looked at alone is neither proven nor refused
 */
function renderVerificationSummary(record) {
    const { name, tools, proof, run } = record;
    if (proof?.by !== 'snapshot')
        return undefined;
    const { verdict, level, writers } = proof;
    const passed = verdict !== 'unproven' && (0,check_verdict/* reaches */.O6)(verdict, level);
    const predicate = {
        verifier: {
            id: `${PROJECT}/actions/verify-quiesce`,
            ...(tools.stillframe !== undefined && { version: { stillframe: `sha256:${tools.stillframe}` } }),
        },
        ...(run.provedAt !== undefined && { timeVerified: run.provedAt }),
        resourceUri: resourceUri(name, run.repository),
        policy: { uri: `${PROJECT}/blob/main/docs/releases.md#policy-${level}` },
        verificationResult: passed ? 'PASSED' : 'FAILED',
        // Of the build no level is claimed: it ran where its owner alone vouches for it.
        verifiedLevels: passed
            ? ['SLSA_BUILD_LEVEL_UNEVALUATED', `STILLFRAME_SNAPSHOT_${verdict.toUpperCase()}`]
            : ['FAILED'],
        // Names of fields that the format does not have are URIs.
        [`${PROJECT}/verdict`]: { verdict, level, writers, report: reportOf(record), evidence: run.evidence },
    };
    return `${JSON.stringify(predicate, undefined, 2)}\n`;
}
/** A package URL (github.com/package-url/purl-spec) that stays the same from release to release: repository and template. */
function resourceUri(name, repository) {
    const parts = [...(repository?.split('/') ?? []), name];
    return `pkg:generic/${parts.map(encodeURIComponent).join('/')}`;
}
/** SHA-256 of the report that the verdict stands in. */
function reportOf({ run }) {
    return run.steps.find(({ action }) => action === 'verify-quiesce')?.report;
}

// EXTERNAL MODULE: ./.cache/build/src/files/link-or-copy.js
var link_or_copy = __webpack_require__(21844);
;// CONCATENATED MODULE: ./.cache/build/src/runner/upload-artifacts.js
/** Artifacts of the workflow run, through GitHub's own client, which is large and loaded only here and only now. */

/** What no artifact may have in its name: it has to be a name of a file on every system. */
const FORBIDDEN = /["<>:|*?\r\n\\/]/;
/**
 * Whether the place has a service for artifacts, asked before anything is done: GitHub Enterprise Server has none that this client knows.
 * @throws UserError input-invalid where there is no run that could have artifacts
 */
function hasArtifacts(env) {
    if (!isHostedGithub(env.GITHUB_SERVER_URL))
        return false;
    if (env.ACTIONS_RUNTIME_TOKEN && env.ACTIONS_RESULTS_URL)
        return true;
    throw new errors/* UserError */.yo('input-invalid', 'Input artifact: there is no workflow run here that could have artifacts', 'Set artifact: none; everything lies in directory. In a workflow the runner brings ACTIONS_RUNTIME_TOKEN and ACTIONS_RESULTS_URL to actions.');
}
/** As the client decides it, which prints a warning of its own and throws. */
function isHostedGithub(server) {
    const host = new URL(server || 'https://github.com').hostname.toLowerCase();
    return host === 'github.com' || host.endsWith('.ghe.com') || host.endsWith('.localhost');
}
/** @throws UserError input-invalid */
function assertArtifactName(name) {
    const wrong = FORBIDDEN.exec(name)?.[0];
    if (wrong === undefined)
        return;
    throw new errors/* UserError */.yo('input-invalid', `Input artifact-name: "${name}" has ${JSON.stringify(wrong)} in it, which no name of an artifact may have`, 'Write letters, digits, dots, dashes and underscores.');
}
/**
 * One after the other.
 * @throws UserError artifact-refused with what GitHub says
 */
async function uploadArtifacts(requests) {
    const { DefaultArtifactClient } = await Promise.all(/* import() */[__webpack_require__.e(1955), __webpack_require__.e(3838), __webpack_require__.e(9044)]).then(__webpack_require__.bind(__webpack_require__, 19044));
    const client = new DefaultArtifactClient();
    const uploaded = [];
    for (const { name, files, root, asItIs = false, retentionDays } of requests) {
        try {
            const { id, size } = await client.uploadArtifact(name, [...files], root, {
                ...(asItIs && { skipArchive: true }),
                ...(retentionDays !== undefined && { retentionDays }),
            });
            if (id === undefined || size === undefined)
                throw new Error('it did not say which artifact it made');
            uploaded.push({ name, id, size });
        }
        catch (error) {
            throw new errors/* UserError */.yo('artifact-refused', `The artifact ${name} was not taken: ${error instanceof Error ? error.message : String(error)}`, 'Give the jobs of one run different names (artifact-name), and look at the storage of the organization. The files lie in directory.', { cause: error });
        }
    }
    return uploaded;
}

;// CONCATENATED MODULE: ./.cache/build/actions/record-release/upload-record.js
/** Uploads what was recorded as artifacts of the run: one with everything, and the page as it is. */




/** An OVA fills the storage of an organization in a few days. */
const OVA_DAYS = 1;
/**
 * Whether artifacts will be uploaded; asked before anything is written.
 * @returns the name of the one with everything
 * @throws UserError input-invalid
 */
function checkArtifact(wish, name, { log }) {
    if (wish === undefined)
        return undefined;
    const artifact = wish.name ?? `${name}-release`;
    assertArtifactName(artifact);
    assertArtifactName(name);
    if (hasArtifacts(wish.env))
        return artifact;
    log.warning('GitHub Enterprise Server has no service for these artifacts: nothing is uploaded. Name a directory on a share to keep what is recorded.');
    return undefined;
}
/** @throws UserError artifact-refused */
async function uploadRecord(files, reports, { artifact, name, wish, context }) {
    const root = (0,external_node_path_.join)(context.temp, 'artifact');
    await (0,make_folder/* makeFolder */.f)(root);
    const { retentionDays } = wish;
    const proof = reports['verify-quiesce']?.result;
    const named = (path) => [path, (0,external_node_path_.basename)(path)];
    const everything = [
        ...Object.values(files).map(named),
        // Two reports may lie under one name in folders of their own.
        ...Object.values(reports).map(({ part, path }) => [path, `${part}.json`]),
        ...(proof?.manifest ? [named(proof.manifest)] : []),
    ];
    const gathered = await Promise.all(everything.map(([file, name_]) => gather(file, (0,external_node_path_.join)(root, name_))));
    const requests = [{ name: artifact, files: gathered, root, retentionDays }];
    // Single files go under their own names, which must be another in each job.
    const page = await gather(files.page, (0,external_node_path_.join)(context.temp, `${artifact}.html`));
    requests.push({ name: (0,external_node_path_.basename)(page), files: [page], root: context.temp, asItIs: true, retentionDays });
    if (wish.withOva) {
        const ova = await gather(reports['convert-ova'].result.ova, (0,external_node_path_.join)(context.temp, `${name}.ova`));
        requests.push({ name: (0,external_node_path_.basename)(ova), files: [ova], root: context.temp, asItIs: true, retentionDays: OVA_DAYS });
    }
    return context.log.group('Uploading artifacts', () => uploadArtifacts(requests));
}
async function gather(file, target) {
    await (0,link_or_copy/* linkOrCopy */.L)(file, target);
    return target;
}

;// CONCATENATED MODULE: ./.cache/build/actions/record-release/main.js
/** Reads the reports, sees that they are of one release, and writes what people and machines want to know of it. */

















async function main(inputs, context) {
    const { log, signal } = context;
    const reports = await readReports(inputs.reports);
    const { ova } = reports['convert-ova'].result;
    const name = inputs.name ?? lastPart(ova).replace(/\.ova$/i, '');
    const directory = inputs.directory ?? (0,external_node_path_.dirname)(ova);
    const artifact = checkArtifact(inputs.artifact, name, context);
    const previous = await readPrevious(inputs.previous, (0,external_node_path_.join)(directory, 'release.json'), name);
    const bundle = await (0,own_bundle/* ownBundle */.v)();
    const product = inputs.template?.windows.product;
    const record = makeRecord(reports, {
        name,
        ...(product !== undefined && { product }),
        files: await definingFiles(inputs.template, reports, signal),
        ...(bundle !== undefined && { bundle }),
        run: { ...inputs.run, ...(previous && { previous }) },
    });
    await log.group('Checking that the OVA is the one that was reported', () => assertOva(reports, signal));
    const verdict = renderVerificationSummary(record);
    const files = {
        record: (0,external_node_path_.join)(directory, 'release.json'),
        sbom: (0,external_node_path_.join)(directory, 'sbom.cdx.json'),
        page: (0,external_node_path_.join)(directory, 'release.html'),
        notes: (0,external_node_path_.join)(directory, 'notes.md'),
        ...(verdict !== undefined && { verdict: (0,external_node_path_.join)(directory, VERDICT_FILE) }),
    };
    await (0,make_folder/* makeFolder */.f)(directory);
    await (0,replace_file/* replaceFile */.f)(files.sbom, renderSbom(record));
    await (0,replace_file/* replaceFile */.f)(files.page, renderPage(record, previous));
    await (0,replace_file/* replaceFile */.f)(files.notes, renderNotes(record, previous));
    if (files.verdict !== undefined && verdict !== undefined)
        await (0,replace_file/* replaceFile */.f)(files.verdict, verdict);
    // That of the release before says nothing of this one.
    else
        await (0,promises_.rm)((0,external_node_path_.join)(directory, VERDICT_FILE), { force: true });
    // Last, so that where it is there the others are there too.
    await (0,replace_file/* replaceFile */.f)(files.record, `${JSON.stringify(record, undefined, 2)}\n`);
    for (const file of Object.values(files))
        log.info(file);
    const artifacts = artifact === undefined || inputs.artifact === undefined
        ? []
        : await uploadRecord(files, reports, { artifact, name, wish: inputs.artifact, context });
    return { files, record, previous, artifacts };
}
const VERDICT_FILE = 'verdict.vsa.json';
/** The template, what it extends, and its lock as fetch-updates has read or written it. */
async function definingFiles(template, { 'fetch-updates': updates }, signal) {
    const of = async (role, path) => {
        const sha256 = await (0,hash_file/* hashFile */.DC)(path, signal).catch((error) => {
            throw (0,explain_path_error/* explainPathError */.n)(error, { what: `the ${role}`, path, input: 'template' });
        });
        return { role, name: (0,external_node_path_.basename)(path), sha256 };
    };
    const lock = updates?.result;
    return [
        ...(template ? [await of('template', template.file)] : []),
        ...(await Promise.all((template?.bases ?? []).map((path) => of('base', path)))),
        ...(lock?.lockFile !== undefined && lock.lockSha256 !== undefined
            ? [{ role: 'lock', name: lastPart(lock.lockFile), sha256: lock.lockSha256 }]
            : []),
    ];
}
async function assertOva({ 'convert-ova': report }, signal) {
    const { ova, sha256 } = report.result;
    const found = await (0,hash_file/* hashFile */.DC)(ova, signal).catch((error) => {
        throw (0,explain_path_error/* explainPathError */.n)(error, { what: 'the OVA', path: ova, input: 'reports' });
    });
    if (found === sha256)
        return;
    throw new errors/* UserError */.yo('hash-mismatch', `The OVA ${ova} has the SHA-256 ${found}, and ${report.path} says ${sha256}`, 'It was changed since: record the release before anything else writes there, or run convert-ova again.');
}

// EXTERNAL MODULE: ./.cache/build/src/disk/layout-markdown.js
var layout_markdown = __webpack_require__(64990);
// EXTERNAL MODULE: ./.cache/build/src/report/findings-table.js
var findings_table = __webpack_require__(29994);
;// CONCATENATED MODULE: ./.cache/build/actions/record-release/summary.js
/** The job summary of record-release: the verdict first, then the disk, the updates and the times. */








function renderSummary({ record, previous, files, artifacts }) {
    const { name, windows, ova, run, publication } = record;
    const headline = proofHeadline(record.proof);
    const parts = [
        `## ${(0,markdown_table/* escapeMarkdown */.F)(name)}: Windows ${windows.build}`,
        `${headline.mark} **${headline.title}**: ${(0,markdown_table/* escapeMarkdown */.F)(headline.text)}`,
        (0,markdown_table/* markdownTable */.Q)(['', ''], [
            ['Windows', `${windows.displayName}, ${windows.language}`],
            ['OVA', `${ova.file}, ${(0,units/* formatSize */.Xq)(ova.size)}`],
            ['SHA-256 of the OVA', ova.sha256],
            ...(publication ? [['published as', `${publication.as} ${run.inventoryPath ?? publication.name}`]] : []),
        ]),
        '### Disk',
        (0,layout_markdown/* layoutMarkdown */.Y)(record.layout),
        ...(previous ? ['### Since the release before', ...renderChanges(record, previous, '####')] : []),
        '### Updates',
        timeline(record),
        '### Times',
        times(record),
    ];
    if (run.findings.length > 0)
        parts.push('### Findings', (0,findings_table/* findingsTable */.f9)(run.findings));
    parts.push(`Written: ${Object.values(files)
        .map((file) => `\`${(0,external_node_path_.basename)(file)}\``)
        .join(', ')}`);
    if (artifacts.length > 0) {
        parts.push(`Artifacts of this run: ${artifacts.map(({ name: file, size }) => `\`${file}\` (${(0,units/* formatSize */.Xq)(size)})`).join(', ')}`);
    }
    return `${parts.join('\n\n')}\n`;
}
/** From the image on the ISO to what people get, one update a row. */
function timeline(record) {
    const rows = updatesOf(record).map(({ kb, kind = '', date = '', build = '', title = '' }) => [
        date,
        kb,
        kind,
        build,
        title,
    ]);
    const { applied, build } = record.windows;
    return (0,markdown_table/* markdownTable */.Q)(['released', 'KB', 'kind', 'Windows is then', 'title'], [['', 'the ISO', '', applied, ''], ...rows, ['', 'this release', '', build, '']]);
}
/** Bars of blocks: GitHub leaves no colour and no picture in a summary. */
function times({ run }) {
    const total = run.steps.reduce((sum, { durationMs }) => sum + durationMs, 0);
    const rows = run.steps.map(({ action, durationMs }) => [
        action,
        (0,units/* formatDuration */.a3)(durationMs),
        '█'.repeat(total === 0 ? 0 : Math.round((durationMs / total) * 30)),
    ]);
    return (0,markdown_table/* markdownTable */.Q)(['step', 'took', ''], [...rows, ['all steps', (0,units/* formatDuration */.a3)(total), '']]);
}

;// CONCATENATED MODULE: ./.cache/build/actions/record-release/action.js
/** record-release as a value. */




const recordRelease = (0,action/* defineAction */.Q)({
    name: 'record-release',
    description: 'Records a release: release.json, an SBOM, a page to look at, and notes of what is new in it',
    branding: { icon: 'file-text', color: 'green' },
    inputs: inputs/* INPUTS */.m,
    outputs: {
        record: { description: 'Path of `release.json`.', value: ({ files }) => files.record },
        sbom: { description: 'Path of the SBOM, CycloneDX 1.6 as JSON.', value: ({ files }) => files.sbom },
        page: { description: 'Path of the release page, one HTML file.', value: ({ files }) => files.page },
        notes: { description: 'Path of the notes, Markdown.', value: ({ files }) => files.notes },
        'verification-summary': {
            description: 'Path of `verdict.vsa.json`, the predicate of a verification summary of the verdict, to attest; empty where no snapshot was taken.',
            value: ({ files }) => files.verdict ?? '',
        },
        artifacts: {
            description: 'JSON array of the artifacts that were uploaded: name, id, size.',
            value: ({ artifacts }) => artifacts,
        },
    },
    prepare: inputs/* prepare */.i,
    main: main,
    findings: () => [],
    summary: renderSummary,
});


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

/***/ 14312:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A_: () => (/* binding */ LEVELS),
/* harmony export */   O6: () => (/* binding */ reaches),
/* harmony export */   _G: () => (/* binding */ VERDICT_WORDS)
/* harmony export */ });
/** The words of a verdict, and which levels it reaches. */
/** What each means, for people. */
const VERDICT_WORDS = {
    application: { mark: '✅', text: 'VSS writers took part in the snapshot' },
    filesystem: { mark: '🟡', text: 'the file systems were frozen, no VSS writer took part' },
    ignored: { mark: '❌', text: 'the quiesce request was silently not carried out' },
    failed: { mark: '❌', text: '' },
    unproven: { mark: '⚪', text: 'no error found in the image; only a snapshot proves more' },
};
const LEVELS = ['application', 'filesystem'];
/** Whether the verdict is at least the level asked for. An unproven image passes: it has no error, and promises no more. */
function reaches(verdict, level) {
    if (verdict === 'unproven' || verdict === 'application')
        return true;
    return verdict === 'filesystem' && level === 'filesystem';
}


/***/ })

};
