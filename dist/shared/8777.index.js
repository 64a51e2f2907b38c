export const id = 8777;
export const ids = [8777];
export const modules = {

/***/ 38777:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i: () => (/* binding */ bakeTemplate)
});

;// CONCATENATED MODULE: ./.cache/build/src/bake/held-bake.js
/** A candidate whose first boot goes on without us: nobody undoes it, and the same step run again goes on watching. */
const WORDS = {
    prepared: 'was not started yet: run bake-template on it again to begin its first boot',
    started: 'goes on with its first boot: run bake-template on it again to go on watching',
    over: 'is done with its first boot, which was not written down yet: run bake-template on it again to do so',
};
/** Held before the start. A candidate that nobody comes back to is removed by an upload of its name once it has expired. */
const HELD_BAKE = {
    kind: 'bake',
    what: ({ path }) => `the watch over the first boot of ${path}`,
    undo: ({ path, vm, stage }, { log }) => {
        log.warning(`${path} (${vm}) ${WORDS[stage]}, or delete it when nobody needs it`);
        return Promise.resolve();
    },
};

// EXTERNAL MODULE: ./.cache/build/src/errors.js
var errors = __webpack_require__(41251);
// EXTERNAL MODULE: ./.cache/build/src/products/guest-words.js
var guest_words = __webpack_require__(18351);
// EXTERNAL MODULE: ./.cache/build/src/tools/powershell.js
var powershell = __webpack_require__(50241);
// EXTERNAL MODULE: ./.cache/build/src/tools/powershell-answer.js
var powershell_answer = __webpack_require__(2400);
;// CONCATENATED MODULE: ./.cache/build/src/bake/hyper-v/scripts/answer-machine.js
/**
 * answer-machine.ps1: writes a value that the guest finds in its registry (Microsoft, "AddKvpItems", Source 0: kept by the host). The method
 * begins a job, which is waited for: 0 is done, 4096 begun; state 7 of a job is completed.
 *   in: id, key, value   out: code (of the method), state (of the job, or 7)
 */

const ANSWER_MACHINE = {
    name: 'answer-machine',
    text: `${powershell/* PROLOGUE */.AT}
$place = @{ Namespace = 'root\\virtualization\\v2' }
$system = Get-WmiObject @place -Class 'Msvm_ComputerSystem' | Where-Object { $_.Name -eq $request.id }
$management = Get-WmiObject @place -Class 'Msvm_VirtualSystemManagementService'
$class = Get-WmiObject @place -Class 'Msvm_KvpExchangeDataItem' -List
$item = $class.CreateInstance()
$item.Name = $request.key
$item.Data = $request.value
$item.Source = 0
$result = $management.AddKvpItems($system.Path.Path, @($item.PSBase.GetText(1)))
$state = 7
if ($result.ReturnValue -eq 4096) {
  $job = [wmi]$result.Job
  for ($try = 0; $job.JobState -lt 7 -and $try -lt 120; $try++) {
    Start-Sleep -Milliseconds 500
    $job.Get()
  }
  $state = $job.JobState
}
@{ code = $result.ReturnValue; state = $state } | ConvertTo-Json -Compress
`,
};

;// CONCATENATED MODULE: ./.cache/build/src/bake/hyper-v/scripts/create-machine.js
/**
 * create-machine.ps1: a generation-2 machine without a disk, made for one start: fixed memory, no checkpoints, nothing automatic. The data
 * exchange service, by whose class identifier it is known in every language, is switched on. New-VM gives every machine a network
 * card; without a switch it goes.
 *   in: name, folder, memory (bytes), processors, secureBoot, switch (name, or empty), notes   out: id
 */

const CREATE_MACHINE = {
    name: 'create-machine',
    text: `${powershell/* PROLOGUE */.AT}
$arguments = @{
  Name = $request.name
  Path = $request.folder
  Generation = 2
  MemoryStartupBytes = [int64]$request.memory
  NoVHD = $true
}
if ($request.switch) { $arguments.SwitchName = $request.switch }
$machine = New-VM @arguments
Set-VM -VM $machine -Notes $request.notes -ProcessorCount $request.processors -StaticMemory -CheckpointType Disabled -AutomaticStartAction Nothing -AutomaticStopAction TurnOff
if ((Get-Command -Name 'Set-VM').Parameters.ContainsKey('AutomaticCheckpointsEnabled')) {
  Set-VM -VM $machine -AutomaticCheckpointsEnabled $false
}
if (-not $request.switch) { Get-VMNetworkAdapter -VM $machine | Remove-VMNetworkAdapter }
if ($request.secureBoot) {
  Set-VMFirmware -VM $machine -EnableSecureBoot On -SecureBootTemplate 'MicrosoftWindows'
} else {
  Set-VMFirmware -VM $machine -EnableSecureBoot Off
}
Get-VMIntegrationService -VM $machine | Where-Object { $_.Id -like '*\\2A34B1C2-FD73-4043-8A5B-DD2159BC743F' } | Enable-VMIntegrationService
@{ id = [string]$machine.Id } | ConvertTo-Json -Compress
`,
};

;// CONCATENATED MODULE: ./.cache/build/src/bake/hyper-v/scripts/look-at-machine.js
/**
 * look-at-machine.ps1: the state of a machine, and a value that its guest has written for its host (Microsoft, "Msvm_KvpExchangeComponent":
 * GuestExchangeItems, each an instance of Msvm_KvpExchangeDataItem as XML).
 *   in: id, key   out: state and heartbeat (names of Hyper-V's own enumerations), value (empty where there is none)
 */

const LOOK_AT_MACHINE = {
    name: 'look-at-machine',
    text: `${powershell/* PROLOGUE */.AT}
$machine = Get-VM -Id $request.id
$exchange = Get-CimInstance -Namespace 'root\\virtualization\\v2' -ClassName 'Msvm_KvpExchangeComponent' | Where-Object { $_.SystemName -eq $request.id }
$value = ''
foreach ($text in @($exchange.GuestExchangeItems)) {
  if (-not $text) { continue }
  $item = [xml]$text
  $name = $item.SelectSingleNode("/INSTANCE/PROPERTY[@NAME='Name']/VALUE").InnerText
  if ($name -eq $request.key) { $value = $item.SelectSingleNode("/INSTANCE/PROPERTY[@NAME='Data']/VALUE").InnerText }
}
@{ state = [string]$machine.State; heartbeat = [string]$machine.Heartbeat; value = $value } | ConvertTo-Json -Compress
`,
};

;// CONCATENATED MODULE: ./.cache/build/src/bake/hyper-v/scripts/remove-machine.js
/**
 * remove-machine.ps1: turns a machine off and removes it; only one of this name whose files lie in this folder, which is ours alone. Its disk
 * stays. Nothing where there is none (any more), or no Hyper-V.
 *   in: name, folder   out: removed (how many)
 */

const REMOVE_MACHINE = {
    name: 'remove-machine',
    text: `${powershell/* PROLOGUE */.AT}
$removed = 0
if (Get-Module -Name 'Hyper-V' -ListAvailable) {
  $folder = $request.folder + '\\'
  $ours = @(Get-VM | Where-Object { $_.Name -eq $request.name -and ($_.Path + '\\').StartsWith($folder, [System.StringComparison]::OrdinalIgnoreCase) })
  foreach ($machine in $ours) {
    if ($machine.State -ne 'Off') { Stop-VM -VM $machine -TurnOff -Force }
    Remove-VM -VM $machine -Force
    $removed++
  }
}
@{ removed = $removed } | ConvertTo-Json -Compress
`,
};

;// CONCATENATED MODULE: ./.cache/build/src/bake/hyper-v/scripts/start-machine.js
/**
 * start-machine.ps1: gives a machine its disk, which its firmware starts from, and turns it on.
 *   in: id, disk (path of a VHDX)   out: started
 */

const START_MACHINE = {
    name: 'start-machine',
    text: `${powershell/* PROLOGUE */.AT}
$machine = Get-VM -Id $request.id
$drive = Add-VMHardDiskDrive -VM $machine -ControllerType SCSI -Path $request.disk -Passthru
Set-VMFirmware -VM $machine -FirstBootDevice $drive
Start-VM -VM $machine
@{ started = $true } | ConvertTo-Json -Compress
`,
};

;// CONCATENATED MODULE: ./.cache/build/src/bake/hyper-v/scripts/try-machine.js
/**
 * try-machine.ps1: starts a machine that has no disk yet, and turns it off again: whether Hyper-V starts anything here (hypervisor, nested
 * virtualization, memory) is known before the work.
 *   in: id   out: started, why (what Windows said)
 */

const TRY_MACHINE = {
    name: 'try-machine',
    text: `${powershell/* PROLOGUE */.AT}
$machine = Get-VM -Id $request.id
$why = ''
try {
  Start-VM -VM $machine
} catch {
  $why = [string]$_.Exception.Message
}
if (-not $why) { Stop-VM -VM $machine -TurnOff -Force }
@{ started = (-not $why); why = $why } | ConvertTo-Json -Compress
`,
};

;// CONCATENATED MODULE: ./.cache/build/src/bake/hyper-v/machine.js
/** The machine of Hyper-V that one image is started in; removed again however the run ends. */










const HELD_MACHINE = {
    kind: 'hyper-v-machine',
    what: ({ name }) => `the machine ${name} of Hyper-V`,
    undo: async ({ name, folder }, { tools }) => {
        await (0,powershell/* runPowerShell */.N5)(REMOVE_MACHINE, { name, folder }, tools);
    },
};
const NO_ANSWER = 'Hyper-V did not hand the answer to the guest: see whether its data exchange service is on.';
/** JobState of a CIM_ConcreteJob that is completed. */
const COMPLETED = 7;
/**
 * Makes it without a disk, and proves that Hyper-V can start it.
 * @throws UserError hyper-v-missing when it does not start; ToolError
 */
async function createMachine(held, settings, { tools, hold }) {
    const { name, folder } = held;
    const release = hold(HELD_MACHINE, held);
    const notes = `Made by Stillframe (bake-template) for the files in ${folder}; removed when its run ends.`;
    const request = { name, folder, notes, ...settings, switch: settings.switch ?? '' };
    const id = (0,powershell_answer/* textIn */.r7)(await (0,powershell/* runPowerShell */.N5)(CREATE_MACHINE, request, tools), 'id');
    if (id === '')
        throw new errors/* ToolError */.v4('powershell.exe', 0, '', 'New-VM made a machine without an id.');
    await proveStart(id, tools);
    return {
        id,
        start: async (disk) => {
            await (0,powershell/* runPowerShell */.N5)(START_MACHINE, { id, disk }, tools);
        },
        look: async () => {
            const seen = await (0,powershell/* runPowerShell */.N5)(LOOK_AT_MACHINE, { id, key: guest_words/* GUEST_KEY */.Lg.status }, tools);
            const [state, heartbeat, value] = ['state', 'heartbeat', 'value'].map((field) => (0,powershell_answer/* textIn */.r7)(seen, field));
            return { state: state ?? '', heartbeat: heartbeat ?? '', status: value || undefined };
        },
        answer: async (status) => {
            const said = await (0,powershell/* runPowerShell */.N5)(ANSWER_MACHINE, { id, key: guest_words/* GUEST_KEY */.Lg.seen, value: status }, tools);
            const [code, state] = [(0,powershell_answer/* numberIn */.Po)(said, 'code'), (0,powershell_answer/* numberIn */.Po)(said, 'state')];
            if ((code === 0 || code === 4096) && state === COMPLETED)
                return;
            throw new errors/* ToolError */.v4('powershell.exe', code, `AddKvpItems: ${code}, its job is in state ${state}`, NO_ANSWER);
        },
        remove: async () => {
            await (0,powershell/* runPowerShell */.N5)(REMOVE_MACHINE, { name, folder }, tools);
            release();
        },
    };
}
async function proveStart(id, tools) {
    const tried = await (0,powershell/* runPowerShell */.N5)(TRY_MACHINE, { id }, tools);
    if ((0,powershell_answer/* fieldsOf */.Pf)(tried).started === true)
        return;
    throw new errors/* UserError */.yo('hyper-v-missing', `Hyper-V does not start a machine here: ${(0,powershell_answer/* textIn */.r7)(tried, 'why').replaceAll(/\s+/g, ' ').trim() || 'it does not say why'}`, 'Where this runner is a virtual machine itself, its host has to give it nested virtualization; else see whether virtualization is on in the firmware, whether bcdedit says hypervisorlaunchtype Auto, and whether the memory of the input memory is free.');
}

// EXTERNAL MODULE: ./.cache/build/src/files/held-path.js
var held_path = __webpack_require__(46123);
// EXTERNAL MODULE: ./.cache/build/src/job/action.js
var action = __webpack_require__(36082);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/held-session.js
var held_session = __webpack_require__(10702);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.cache/build/src/job/input.js
var input = __webpack_require__(90458);
// EXTERNAL MODULE: ./.cache/build/src/job/input-types.js
var input_types = __webpack_require__(198);
// EXTERNAL MODULE: ./.cache/build/src/job/shared-inputs.js
var shared_inputs = __webpack_require__(79871);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/vm/release-mark.js
var release_mark = __webpack_require__(29565);
;// CONCATENATED MODULE: ./.cache/build/actions/bake-template/inputs.js
/** The inputs of bake-template: a candidate on a server, or an image that this machine's Hyper-V starts. */






const OF_IMAGE = [{ input: 'image' }];
const MIB = 2 ** 20;
/** Setup of Windows Server wants this much at least (Microsoft, "Hardware requirements": 512 MB, 2 GB with the desktop). */
const LEAST_MEMORY = 2048 * MIB;
/** What every Hyper-V of Windows Server 2016 and later gives a machine of generation 2 (Microsoft, "Plan for Hyper-V scalability"). */
const MOST_CPUS = 240;
/** New-VM takes memory in steps of 2 MB. */
const MEMORY_STEP = 2 * MIB;
const INPUTS = {
    ...(0,shared_inputs/* serverInputsOfVm */.Zr)('**required** with `vm`'),
    vm: (0,input/* input */.h)(input_types/* text */.Qq, {
        description: 'The candidate, as upload-esxi gives it: managed object id such as `vm-42`, name or inventory path.',
        otherwise: '**required** unless `image` is set',
    }),
    image: (0,input/* input */.h)(input_types/* path */.Ae, {
        description: 'VHD or VHDX that is started on the Hyper-V of this Windows runner instead, before it becomes an OVA; output `vhd` of build-vhd with `bake-on: hyper-v`. VMware Tools, which install on VMware alone, are left for the start on vSphere.',
        otherwise: '**required** unless `vm` is set',
    }),
    output: (0,input/* input */.h)(input_types/* path */.Ae, {
        only: OF_IMAGE,
        description: 'With `image`: the baked image (`.vhd` or `.vhdx`); the image itself stays as it is.',
        otherwise: 'takes the place of the image once it is whole',
    }),
    switch: (0,input/* input */.h)(input_types/* text */.Qq, {
        only: OF_IMAGE,
        description: 'With `image`: the virtual switch of Hyper-V that the guest is put on while it bakes.',
        otherwise: 'none; the guest has no network card',
    }),
    memory: (0,input/* input */.h)(input_types/* size */.Ej, {
        only: OF_IMAGE,
        description: 'With `image`: memory of the machine on Hyper-V, at least 2 GiB.',
        template: { key: 'vm.memory', read: ({ vm }) => vm.memory },
        default: '4 GiB',
    }),
    cpus: (0,input/* input */.h)((0,input_types/* integer */.nd)(1, 768), {
        only: OF_IMAGE,
        description: 'With `image`: processors of the machine on Hyper-V, 240 at most.',
        template: { key: 'vm.cpus', read: ({ vm }) => vm.cpus },
        default: '2',
    }),
    'secure-boot': (0,input/* input */.h)(input_types/* boolean */.zM, {
        only: OF_IMAGE,
        description: 'With `image`: start it with secure boot.',
        template: { key: 'vm.secure-boot', read: ({ vm }) => vm.secureBoot },
        default: 'true',
    }),
    network: (0,input/* input */.h)(input_types/* text */.Qq, {
        only: shared_inputs/* OF_VM */.gT.only,
        description: 'With `vm`: what its network cards are on while it bakes: `disconnected`, `as-it-is`, or a network by name or inventory path. Afterwards they are as they were.',
        default: 'disconnected',
    }),
    timeout: (0,input/* input */.h)(input_types/* duration */.p0, {
        description: 'How long the first boot is watched. On vSphere the guest goes on when that is over, and the step run again goes on watching; on Hyper-V it is ended.',
        template: { key: 'bake.timeout', read: ({ bake }) => bake.timeout },
        default: '3 h',
    }),
    seal: (0,input/* input */.h)((0,input_types/* choice */.Yq)(['none', 'generalize']), {
        description: '`none`: shut down as it is, for clones with a customization specification. `generalize`: sysprep, for plain clones. Must be what the image was built for.',
        template: { key: 'bake.seal', read: ({ bake }) => bake.seal },
        default: 'none',
    }),
    scripts: (0,input/* input */.h)(input_types/* lines */.Mn, {
        description: 'Scripts (`.ps1`, `.cmd`, `.bat`) that run in the guest once its first boot is done, one per line, in this order, before it ends, without a network: by VMware Tools, on Hyper-V by PowerShell Direct. Each must end with 0; when the step is run again all of them run again.',
        otherwise: 'none',
    }),
    'guest-username': (0,input/* input */.h)(input_types/* text */.Qq, {
        only: [{ input: 'scripts' }],
        description: 'Account in the guest that runs the scripts.',
        default: 'Administrator',
    }),
    'guest-password': (0,input/* input */.h)(input_types/* secret */.rJ, {
        only: [{ input: 'scripts' }],
        description: 'Its password.',
        otherwise: '**required** with `scripts`',
    }),
    build: (0,input/* input */.h)(input_types/* text */.Qq, {
        description: 'Build that the image was planned to have, output `build` of fetch-updates, such as `17763.8027`: less than that fails. That of build-vhd does not count what waits for the first boot.',
        otherwise: 'not compared',
    }),
    'tools-version': (0,input/* input */.h)(input_types/* text */.Qq, {
        only: shared_inputs/* OF_VM */.gT.only,
        description: 'With `vm`: version of VMware Tools that were put into the image, output `tools-version` of extract-drivers, such as `12.5.0`: when others tell vCenter of themselves the step fails.',
        otherwise: 'not compared',
    }),
};
function prepare(reading, place) {
    const { values, invalid } = reading;
    const { build, timeout, seal } = values;
    if (build !== undefined && !/^\d{4,5}\.\d{1,6}$/.test(build)) {
        throw invalid('build', build, 'Write build and revision, such as 17763.8027.');
    }
    if (timeout < 1000)
        throw invalid('timeout', `${timeout} ms`, 'Write at least a second; updates take an hour or more.');
    return { timeout, seal, build, scripts: readScripts(reading), on: readTarget(reading, place) };
}
function readScripts({ values, missing }) {
    const paths = (values.scripts ?? []).map((script) => (0,external_node_path_.resolve)(script));
    if (paths.length === 0)
        return undefined;
    const password = values['guest-password'];
    if (password === undefined)
        throw missing('guest-password');
    return { paths, account: { username: values['guest-username'], password } };
}
function readTarget(reading, place) {
    const { values, invalid } = reading;
    const { vm, image } = values;
    if (vm === undefined && image === undefined) {
        throw new errors/* UserError */.yo('input-missing', 'Neither the input vm nor the input image is set', 'Set vm, the output of upload-esxi, to bake a candidate on vSphere, or image, the output vhd of build-vhd, to bake on the Hyper-V of this runner; if one is there, its expression is empty: did the step that gives it run?');
    }
    if (image !== undefined) {
        if (vm !== undefined)
            throw invalid('image', image, 'Leave out vm or image: one of them is baked.');
        return readImage(image, reading);
    }
    return readCandidate(vm ?? '', reading, place);
}
function readCandidate(vm, { values, invalid, needed }, place) {
    const { server, username, password } = needed('server', 'username', 'password');
    const tools = values['tools-version'];
    if (tools !== undefined && !/^\d{1,4}\.\d{1,4}\.\d{1,4}(?:\.\d+)?$/.test(tools)) {
        throw invalid('tools-version', tools, 'Write three numbers, such as 12.5.0.');
    }
    return {
        host: 'vsphere',
        ...{ server, username, password, vm },
        tls: { thumbprint: values.thumbprint, caFile: values['ca-file'], insecure: values.insecure },
        datacenter: values.datacenter,
        network: values.network,
        tools,
        run: (0,release_mark/* runForNames */.v2)(place.run),
    };
}
function readImage(image, { values, invalid }) {
    const { output = image, memory, cpus } = values;
    for (const [name, given] of [['image', image], ['output', output]]) {
        if (!/^\.vhdx?$/i.test((0,external_node_path_.extname)(given)))
            throw invalid(name, given, 'Give a file that ends with .vhd or .vhdx.');
    }
    if (cpus > MOST_CPUS)
        throw invalid('cpus', String(cpus), `Hyper-V gives a machine ${MOST_CPUS} at most.`);
    if (memory < LEAST_MEMORY || memory % MEMORY_STEP !== 0) {
        throw invalid('memory', `${memory} bytes`, 'Write a size in whole 2 MiB, at least 2 GiB.');
    }
    return {
        host: 'hyper-v',
        image,
        output: (0,external_node_path_.join)(output),
        machine: { memory, processors: cpus, secureBoot: values['secure-boot'], switch: values.switch },
    };
}

// EXTERNAL MODULE: ./.cache/build/src/ova/first-boot-setting.js
var first_boot_setting = __webpack_require__(71089);
// EXTERNAL MODULE: ./.cache/build/src/units.js
var units = __webpack_require__(16053);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/vm/bake-mark.js
var bake_mark = __webpack_require__(88979);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/vm/owned-vm.js
var owned_vm = __webpack_require__(59737);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/vm/owner.js
var vm_owner = __webpack_require__(73089);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/vm/vm-events.js
var vm_events = __webpack_require__(9543);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/vm/vm-facts.js + 1 modules
var vm_facts = __webpack_require__(98508);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/vm/vm-network.js
var vm_network = __webpack_require__(35970);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/vm/vm-operations.js
var vm_operations = __webpack_require__(63912);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/vm/while-cut-off.js
var while_cut_off = __webpack_require__(5610);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/guest/guest-tools.js
var guest_tools = __webpack_require__(83875);
;// CONCATENATED MODULE: ./.cache/build/src/bake/assert-bakeable.js
/** What a candidate has to be before it is started for the first time, each refusal for its own reason. */





/** How the guest of an image ends that is built for a seal. */
const ENDS = { none: 'shut-down', generalize: 'generalize' };
/** @throws UserError vm-unfit, input-invalid, bake-failed */
function assertBakeable(path, facts, seal) {
    if (facts.template) {
        throw new errors/* UserError */.yo('vm-unfit', `${path} is a template, and only a candidate is baked`, 'Set vm to the output vm of upload-esxi.');
    }
    if (facts.suspended) {
        throw new errors/* UserError */.yo('vm-unfit', `${path} is suspended, and what its guest has in memory is not on its disk`, 'Resume it, and run the step again.');
    }
    const [snapshot] = facts.snapshots;
    if (snapshot) {
        throw new errors/* UserError */.yo('vm-unfit', `${path} has a snapshot (${snapshot.name}), which every clone would depend on`, 'Upload the OVA again; a candidate is nobody’s to try things on.');
    }
    if (!(0,guest_tools/* mayPublish */.bT)(facts)) {
        throw new errors/* UserError */.yo('vm-unfit', `${path} has ${guest_tools/* SET_INFO */.cj} = TRUE: its guest could not say how its first boot goes`, 'Remove it from extra-config of convert-ova, and set it on the machines that are cloned.');
    }
    assertFirstBoot(path, facts, seal);
}
function assertFirstBoot(path, facts, seal) {
    const waits = (0,vm_facts/* settingOf */.y7)(facts, first_boot_setting/* FIRST_BOOT_SETTING */.Jm);
    if (waits === 'failed') {
        throw new errors/* UserError */.yo('bake-failed', `The first boot of ${path} failed in an earlier run`, 'Correct what its step needs, build the image and upload it again.');
    }
    const built = (0,vm_facts/* settingOf */.y7)(facts, guest_words/* AFTER_FIRST_BOOT_SETTING */.av) ?? 'stay';
    if (waits !== 'expected' && waits !== 'baked') {
        throw new errors/* UserError */.yo('input-invalid', `${path} says of no first boot that it waits to be done (${first_boot_setting/* FIRST_BOOT_SETTING */.Jm} is ${waits ?? 'not set'})`, 'Give convert-ova the outputs first-boot and after-first-boot of build-vhd.');
    }
    if (built === ENDS[seal])
        return;
    throw new errors/* UserError */.yo('input-invalid', built === 'stay'
        ? `${path} was built to go on running after its first boot (${guest_words/* AFTER_FIRST_BOOT_SETTING */.av} is ${built}), so that its end could not be awaited`
        : `${path} was built to ${built === 'generalize' ? 'generalize itself' : 'shut down as it is'}, which is not what seal: ${seal} asks for`, `Set seal to what the image was built for, or build it with after-first-boot: ${ENDS[seal]} (in the template bake: { on: vsphere, seal: ${seal} }).`);
}

// EXTERNAL MODULE: ./.cache/build/src/vsphere/vm/tools-version.js
var tools_version = __webpack_require__(25388);
;// CONCATENATED MODULE: ./.cache/build/src/bake/guest-faults.js
/** What is wrong with a Windows whose first boot is over, whoever saw it: the guest itself says it, or its disk does. */
const IMAGE_STATES = {
    none: 'IMAGE_STATE_COMPLETE',
    generalize: 'IMAGE_STATE_GENERALIZE_RESEAL_TO_OOBE',
};
/** With `generalize`: the answer file of the clones, which their first start deletes. */
const FOR_CLONES = /^[A-Z]:\\Windows\\Panther\\unattend\.xml$/i;
/**
 * @param planned build that the image was planned to have; undefined when nobody said
 * @returns clauses; none when all is as it has to be
 */
function guestFaults({ build, imageState, answerFiles, steps }, { seal, planned }) {
    return [
        ...buildFaults(build, planned),
        ...(imageState === IMAGE_STATES[seal] ? [] : [`its ImageState is ${imageState}, not ${IMAGE_STATES[seal]}`]),
        ...answerFileFaults(answerFiles, seal),
        ...steps.filter((step) => !/^ok\b/.test(step.result)).map((step) => `its step ${step.id} says "${step.result}"`),
    ];
}
/** From `failed: 30-update-01 50-vmware-tools`. */
function failedSteps(status) {
    const steps = status
        .replace(/^failed:?/, '')
        .split(/[\s,]+/)
        .filter((step) => step !== '');
    return steps.length === 0 ? 'a step that it does not name' : steps.join(', ');
}
function buildFaults(build, planned) {
    if (planned === undefined)
        return [];
    const [major = 0, revision = 0] = build.split('.').map(Number);
    const [plannedMajor = 0, plannedRevision = 0] = planned.split('.').map(Number);
    // A later revision is what a .NET or out-of-band package may bring along.
    if (major === plannedMajor && revision >= plannedRevision)
        return [];
    return [`its Windows has the build ${build}, and ${planned} was planned`];
}
function answerFileFaults(left, seal) {
    if (seal === 'none')
        return left.length === 0 ? [] : [`answer files are left: ${left.join(', ')}`];
    const others = left.filter((path) => !FOR_CLONES.test(path));
    if (others.length > 0)
        return [`answer files are left beside that of the clones: ${others.join(', ')}`];
    return left.length === 1
        ? []
        : ['the answer file of the clones is not there, so that each would wait at its console'];
}

;// CONCATENATED MODULE: ./.cache/build/src/bake/judge-bake.js
/** What has to be true of a candidate whose first boot is over, each fault by its name. */



/** What a disk is stamped with that never had Tools, so that vCenter believes it (open-vm-tools issue 151): proof of nothing. */
const STAMP = 2_147_483_647;
/** vim25 VirtualMachineToolsInstallType: what the installer for Windows leaves. */
const WINDOWS_INSTALLER = 'guestToolsTypeMSI';
/**
 * @param planned build that the image was planned to have, and `tools` the version of VMware Tools on the ISO; undefined when nobody said
 * @throws UserError bake-failed with everything that is not as it has to be
 */
function judgeBake(path, { status, toolsVersion, toolsType, result, tail }, { seal, planned, tools }) {
    if (status !== 'done') {
        throw new errors/* UserError */.yo('bake-failed', `The first boot of ${path} failed at ${failedSteps(status)}${tail ? `. The end of its log:\n${tail}` : ''}`, 'Correct what that step needs, build the image and upload it again. The candidate is off, and stays for you to look at until it expires.');
    }
    const faults = [
        ...toolsFaults(toolsVersion, toolsType, tools),
        ...(result === undefined ? ['the guest did not say what its Windows is'] : []),
        ...(result ? guestFaults(result, { seal, planned }) : []),
    ];
    if (faults.length === 0 && result)
        return { toolsVersion: (0,tools_version/* formatToolsVersion */.F)(Number(toolsVersion)), build: result.build };
    throw new errors/* UserError */.yo('bake-failed', `${path} ran its first boot to the end, but ${faults.join('; ')}`, 'Build the image again with what is missing, and upload it.');
}
function toolsFaults(version, type, planned) {
    const number = Number(version);
    if (version === '' || !Number.isInteger(number) || number <= 0) {
        return ['vCenter was told of no version of VMware Tools, so that it would refuse to customize a clone'];
    }
    if (number === STAMP)
        return [`vCenter has the version ${STAMP} of VMware Tools, which is the stamp of a disk that never had any`];
    // Servers older than API 6.5 do not say it.
    if (type !== '' && type !== WINDOWS_INSTALLER)
        return [`VMware Tools are of the type ${type}, not ${WINDOWS_INSTALLER}`];
    const registered = (0,tools_version/* formatToolsVersion */.F)(number);
    // What stands behind the third number of an ISO's version vCenter is not told.
    if (planned === undefined || planned.split('.').slice(0, 3).join('.') === registered)
        return [];
    return [`VMware Tools ${registered} told vCenter of themselves, and ${planned} was planned`];
}

// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/passing-error.js
var passing_error = __webpack_require__(68834);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./.cache/build/src/xml/xml-element.js
var xml_element = __webpack_require__(61268);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/moref.js
var wire_moref = __webpack_require__(7423);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/soap.js
var soap = __webpack_require__(68259);
;// CONCATENATED MODULE: ./.cache/build/src/vsphere/wire/watch-object.js
/**
 * Waits for changes of one object by WaitForUpdatesEx (API 4.1). It is a bell and nothing else: who waits reads the properties anew, and
 * reads them now and then without a bell too, since not every change rings it.
 */




/** Proxies end what takes longer (terraform-provider-vsphere 773 and 923 saw 330 s and a 408): vSphere is to answer before. */
const LONGEST_WAIT = 60_000;
/**
 * A collector of its own, so that no other wait of the session is disturbed. It is made anew after whatever made it useless; the one that it
 * replaces is taken away, since a server keeps it as long as the session, and a session may take hours.
 */
function watchObject(session, moref, paths) {
    let collector;
    /** What the server still has of us, as far as it told. */
    let made = [];
    const takeAway = async (collectors) => {
        for (const one of collectors) {
            made = made.filter((other) => other !== one);
            await session
                .uncancelled()
                .call('DestroyPropertyCollector', one)
                .catch((error) => session.log.debug(`DestroyPropertyCollector: ${String(error)}`));
        }
    };
    const makeCollector = async () => {
        const answer = await session.call('CreatePropertyCollector', session.manager('propertyCollector'));
        const own = (0,wire_moref/* morefOf */.D)((0,xml_element/* child */.jf)(answer, 'returnval'));
        if (!own)
            throw new Error('the server made no property collector');
        const before = made;
        made = [...made, own];
        // Now that it answers.
        await takeAway(before);
        await session.call('CreateFilter', own, [filterOf(moref, paths), (0,soap/* value */.Uq)('partialUpdates', false)]);
        return { moref: own, version: '' };
    };
    const ring = async (limit) => {
        collector ??= await makeCollector();
        const answer = await session.call('WaitForUpdatesEx', collector.moref, [
            (0,soap/* value */.Uq)('version', collector.version),
            (0,soap/* node */.rH)('options', [(0,soap/* value */.Uq)('maxWaitSeconds', Math.ceil(Math.min(limit, LONGEST_WAIT) / 1000))]),
        ]);
        collector.version = (0,xml_element/* textAt */.$6)((0,xml_element/* child */.jf)(answer, 'returnval'), 'version') ?? collector.version;
    };
    return {
        wait: async (limit) => {
            const started = Date.now();
            try {
                await ring(limit);
            }
            catch (error) {
                session.signal.throwIfAborted();
                session.log.debug(`Waiting for changes of ${moref.value}: ${String(error)}`);
                collector = undefined;
                const left = Math.max(0, started + limit - Date.now());
                await (0,promises_.setTimeout)(left, undefined, { signal: session.signal }).catch(() => session.signal.throwIfAborted());
            }
        },
        close: () => takeAway(made),
    };
}
function filterOf(moref, paths) {
    return (0,soap/* node */.rH)('spec', [
        (0,soap/* node */.rH)('propSet', [(0,soap/* value */.Uq)('type', moref.type), (0,soap/* value */.Uq)('all', false), ...paths.map((path) => (0,soap/* value */.Uq)('pathSet', path))]),
        (0,soap/* node */.rH)('objectSet', [(0,soap/* reference */.ir)('obj', moref)]),
    ]);
}

;// CONCATENATED MODULE: ./.cache/build/src/bake/guest-log.js
/** The log of a first boot as the guest publishes it in pieces (docs/first-boot.md), put together again. */

/** Lines of its end that a message quotes. */
const TAIL_LINES = 15;
/** Pieces that were overwritten before anybody read them leave a line that says so. */
function createGuestLog() {
    const pieces = new Map();
    const lines = [];
    /** How many bytes were turned into lines. */
    let done = 0;
    return {
        take: (info) => {
            for (let key = 0; key < guest_words/* LOG_KEYS */.Q8; key++) {
                const piece = parsePiece(info(`${guest_words/* GUEST_KEY */.Lg.log}.${key}`), key);
                // A piece only grows; a shorter one is of a reading that came late.
                if (piece && piece.bytes.length >= (pieces.get(piece.number)?.length ?? 0)) {
                    pieces.set(piece.number, piece.bytes);
                }
            }
            const fresh = [];
            for (let next = done; next !== undefined;) {
                if (next > done)
                    fresh.push(`[${next - done} bytes of the log were not seen]`);
                const bytes = bytesFrom(pieces, next);
                const end = bytes.lastIndexOf(0x0a) + 1;
                fresh.push(...textOf(bytes.subarray(0, end)).split(/\r?\n/).slice(0, -1));
                done = next + end;
                next = pieceBehind(pieces, next + bytes.length);
            }
            lines.push(...fresh);
            return fresh;
        },
        tail: () => lines.slice(-TAIL_LINES).join('\n'),
    };
}
/** @param key the piece must belong to: one that does not is of somebody else */
function parsePiece(text, key) {
    const match = text?.match(/^(\d{1,6}):([A-Za-z0-9+/]*={0,2})$/);
    if (!match)
        return undefined;
    const number = Number(match[1]);
    const bytes = Buffer.from(match[2] ?? '', 'base64');
    return number % guest_words/* LOG_KEYS */.Q8 === key && bytes.length <= guest_words/* LOG_PIECE_BYTES */.ox ? { number, bytes } : undefined;
}
/**
 * Where the log goes on behind a place at which it breaks off. The guest writes one piece after the other, so that what stands between that
 * place and a piece behind it was overwritten: the rest of a line too whose begin was seen.
 */
function pieceBehind(pieces, place) {
    const later = [...pieces.keys()].map((number) => number * guest_words/* LOG_PIECE_BYTES */.ox).filter((start) => start > place);
    return later.length === 0 ? undefined : Math.min(...later);
}
function bytesFrom(pieces, start) {
    const found = [];
    for (let at = start;;) {
        const piece = pieces.get(Math.floor(at / guest_words/* LOG_PIECE_BYTES */.ox))?.subarray(at % guest_words/* LOG_PIECE_BYTES */.ox);
        if (piece === undefined || piece.length === 0)
            return Buffer.concat(found);
        found.push(piece);
        at += piece.length;
    }
}
/** In the code page of the guest, of which only ASCII is the same everywhere; anything else is for people who can guess. */
function textOf(bytes) {
    return [...bytes.toString('latin1')].map((char) => (/[\t\n\r\x20-\x7e]/.test(char) ? char : '·')).join('');
}

;// CONCATENATED MODULE: ./.cache/build/src/bake/guest-result.js
/** What the guest says of itself before its last status (docs/first-boot.md), read from base64 of JSON. */
/** Undefined for anything that is not what the guest writes: from inside of a VM nothing is taken on trust. */
function parseGuestResult(text) {
    if (text === undefined)
        return undefined;
    try {
        const found = JSON.parse(Buffer.from(text, 'base64').toString('utf8'));
        const { build, imageState, answerFiles, codePage, steps } = found;
        if (typeof build !== 'string' || !/^\d{4,5}\.\d{1,6}$/.test(build) || typeof imageState !== 'string')
            return undefined;
        if (!Array.isArray(answerFiles) || !answerFiles.every((path) => typeof path === 'string'))
            return undefined;
        if (!Array.isArray(steps) || !steps.every(isStep))
            return undefined;
        return {
            build,
            imageState,
            answerFiles: answerFiles,
            codePage: typeof codePage === 'number' ? codePage : 0,
            steps: steps.map(({ id, result, attempts, ended }) => ({ id, result, attempts, ended })),
        };
    }
    catch {
        return undefined;
    }
}
function isStep(step) {
    const { id, result, attempts, ended } = (step ?? {});
    return (typeof id === 'string' && typeof result === 'string' && typeof attempts === 'number' && typeof ended === 'string');
}

// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/properties.js
var wire_properties = __webpack_require__(85925);
;// CONCATENATED MODULE: ./.cache/build/src/bake/read-guest.js
/** One look at a VM while its first boot goes on. */


/** What rings when it changes. */
const WATCHED = ['runtime.powerState', 'guest.toolsRunningStatus', 'config.extraConfig'];
const PATHS = [...WATCHED, 'guest.toolsVersion', 'guest.toolsInstallType'];
async function readBakingGuest(session, vm) {
    const properties = await (0,wire_properties/* readProperties */.Qh)(session, vm, PATHS);
    const settings = (0,vm_facts/* extraConfigOf */.E6)(properties.get('config.extraConfig'));
    return {
        poweredOn: properties.get('runtime.powerState')?.text !== 'poweredOff',
        toolsRunning: properties.get('guest.toolsRunningStatus')?.text === 'guestToolsRunning',
        toolsVersion: properties.get('guest.toolsVersion')?.text ?? '',
        toolsType: properties.get('guest.toolsInstallType')?.text ?? '',
        settings,
        info: (key) => settings.get(`guestinfo.${key}`) || undefined,
    };
}

;// CONCATENATED MODULE: ./.cache/build/src/bake/watch-first-boot.js
/** Follows a first boot to its end: tells its steps and its log, answers its last status, and sees the guest go off by itself. */









/** Between two readings that nothing rang for. */
const FIRST_PAUSE = 250;
const LONGEST_PAUSE = 15_000;
/** A vCenter that restarts is away for minutes; the guest goes on without it. */
const AWAY_LIMIT = 45 * 60_000;
/**
 * Returns when the VM is off.
 * @returns what was seen; undefined when it went off before its last status was answered
 * @throws UserError timeout with the last status and the end of the log; the signal's reason
 */
async function watchFirstBoot(session, vm, options) {
    const watch = watchObject(session, vm, WATCHED);
    try {
        return await follow(session, vm, options, (pause) => watch.wait(pause));
    }
    finally {
        await watch.close();
    }
}
async function follow(session, vm, options, wait) {
    const { path, timeout, mark } = options;
    const started = Date.now();
    const log = createGuestLog();
    let sight = mark.seen;
    let status;
    let renewed = started;
    for (let pause = FIRST_PAUSE;; pause = Math.min(pause * 1.5, LONGEST_PAUSE)) {
        const guest = await readPatiently(session, vm);
        const lines = log.take(guest.info);
        for (const line of lines)
            session.log.debug(line);
        const now = guest.info(guest_words/* GUEST_KEY */.Lg.status);
        if (now !== undefined && now !== status) {
            status = now;
            session.log.info(`First boot: ${now}`);
        }
        if (lines.length > 0)
            pause = FIRST_PAUSE;
        if (!guest.poweredOn)
            return sight;
        if (sight === undefined && isLast(now) && guest.toolsRunning) {
            sight = sightOf(now, guest, log.tail());
            if (now === 'done') {
                await options.whileDone(sight);
                if (options.scripts.length > 0)
                    sight = { ...sight, scripts: options.scripts };
            }
            await options.answer(sight);
            session.log.info('The guest may end now');
            continue;
        }
        const left = started + timeout - Date.now();
        if (left <= 0)
            throw late(path, timeout, status, log.tail());
        if (Date.now() - renewed > vm_owner/* RENEWAL */.jG) {
            renewed = Date.now();
            await options.renew();
        }
        await wait(Math.min(pause, left));
    }
}
function isLast(status) {
    return status === 'done' || (status?.startsWith('failed') ?? false);
}
function sightOf(status, guest, tail) {
    const result = parseGuestResult(guest.info(guest_words/* GUEST_KEY */.Lg.result));
    return {
        status,
        toolsVersion: guest.toolsVersion,
        toolsType: guest.toolsType,
        ...(result && { result }),
        ...(status !== 'done' && { tail }),
    };
}
/** Every call is tried for a minute by itself; a server that restarts takes longer. */
async function readPatiently(session, vm) {
    for (const since = Date.now();;) {
        try {
            return await readBakingGuest(session, vm);
        }
        catch (error) {
            session.signal.throwIfAborted();
            if (!(error instanceof passing_error/* PassingError */.a) || Date.now() - since > AWAY_LIMIT)
                throw error;
            session.log.warning(`${session.url.host} does not answer (${error.message}); the guest goes on, and so does this`);
        }
    }
}
function late(path, timeout, status, tail) {
    const said = status === undefined ? 'it has published no status' : `its last status is "${status}"`;
    return new errors/* UserError */.yo('timeout', `The first boot of ${path} did not end within ${(0,units/* formatDuration */.a3)(timeout)}: ${said}${tail === '' ? '' : `. The end of its log:\n${tail}`}`, status === undefined
        ? 'Look at its console: without a password in the answer file Windows waits there for one. It goes on running; delete it when nobody needs it.'
        : 'It goes on: run the step again to go on watching, with a longer timeout if it is only slow.');
}

;// CONCATENATED MODULE: ./.cache/build/src/bake/bake-candidate.js
/**
 * Starts a candidate for the first time and follows its first boot to the end. Whatever ends this process, the guest goes on; what was
 * seen of it stands in the VM itself, so that the same step run again goes on where this one stood.
 */

















/** @throws UserError bake-failed, bake-unobserved, timeout, vm-unfit, vsphere-refused, vsphere-busy, input-invalid; VsphereFault */
async function bakeCandidate(session, request, context) {
    const { vm, seal } = request;
    const facts = await (0,vm_facts/* readVmFacts */.tv)(session, vm.moref);
    assertBakeable(vm.path, facts, seal);
    const found = (0,bake_mark/* parseBakeMark */.yg)((0,vm_facts/* settingOf */.y7)(facts, bake_mark/* BAKE_KEY */.mi) ?? '');
    assertScriptsRan(request, found?.seen);
    if ((0,vm_facts/* settingOf */.y7)(facts, first_boot_setting/* FIRST_BOOT_SETTING */.Jm) === 'baked')
        return bakedBefore(session, facts, found, request);
    if (found)
        await assertNobodyElse(session, request);
    else if (facts.poweredOn) {
        throw new errors/* UserError */.yo('vm-unfit', `${vm.path} is running, and not by bake-template: what its first boot did was not seen`, 'Upload the OVA again; a candidate is nobody’s to try things on.');
    }
    // Held before its mark is written: a cancel may come while that is on its way.
    const { reach, settled } = holdStages(context, vm, facts.poweredOn ? 'started' : 'prepared');
    const mark = found ?? (await begin(session, request));
    if (found)
        session.log.info(`Going on with the first boot of ${vm.path}, which began at ${found.started}`);
    const onStart = facts.poweredOn ? undefined : () => reach('started');
    const seen = await observe(session, request, mark, onStart).catch(whomItMet);
    reach('over');
    const judged = seen instanceof while_cut_off/* ConnectedError */.u ? seen : judgement(request, seen);
    const sight = seen instanceof while_cut_off/* ConnectedError */.u ? undefined : seen;
    await settle(session, request, { ...mark, ...(sight && { seen: sight }) }, judged instanceof errors/* UserError */.yo ? 'failed' : 'baked');
    settled();
    if (judged instanceof errors/* UserError */.yo)
        throw judged;
    return judged;
}
/** One is held at any time, with how far it is. */
function holdStages({ hold }, { path, moref }, first) {
    let settled = hold(HELD_BAKE, { path, vm: moref.value, stage: first });
    return {
        reach: (stage) => {
            const before = settled;
            settled = hold(HELD_BAKE, { path, vm: moref.value, stage });
            before();
        },
        settled: () => settled(),
    };
}
/** As a value: it is off by then, and has to say that it is not baked. */
function whomItMet(error) {
    if (error instanceof while_cut_off/* ConnectedError */.u)
        return error;
    throw error;
}
/** As a value, since the VM has to say how it ended before anybody is told. */
function judgement(request, seen) {
    if (seen === undefined)
        return unobserved(request.vm);
    try {
        return { ...judgeBake(request.vm.path, seen, request), sight: seen, before: false };
    }
    catch (error) {
        if (error instanceof errors/* UserError */.yo)
            return error;
        throw error;
    }
}
/** An earlier run has let the guest end, which no script can be run in any more. @throws UserError vm-unfit when it ran others */
function assertScriptsRan({ vm, scripts }, seen) {
    if (seen?.status !== 'done' || scripts.length === 0 || scripts.join() === seen.scripts?.join())
        return;
    const before = seen.scripts === undefined ? 'without scripts' : 'with other scripts, or in another order';
    throw new errors/* UserError */.yo('vm-unfit', `${vm.path} was baked before ${before}, and those that are given now cannot run in it any more`, 'Upload the OVA again, and bake it with these scripts; or leave the input scripts out.');
}
async function bakedBefore(session, facts, mark, request) {
    const { vm } = request;
    const useless = (why) => new errors/* UserError */.yo('vm-unfit', `${vm.path} ${why}`, 'Upload the OVA again, and bake it by this action alone.');
    if (facts.poweredOn)
        throw useless('was baked and runs again, so that nobody knows what is in it');
    if (mark?.seen === undefined || mark.ended === undefined) {
        throw useless('says that its first boot is over, but not what was seen of it, and when');
    }
    if (await (0,vm_events/* wasStartedSince */.H4)(session, vm.moref, new Date(mark.ended))) {
        throw useless(`was started after it was baked (${mark.ended}), so that nobody knows what is in it`);
    }
    return { ...judgeBake(vm.path, mark.seen, request), sight: mark.seen, before: true };
}
/** @throws UserError vsphere-busy when another run is watching it */
async function assertNobodyElse(session, { vm, me }) {
    const owner = await (0,owned_vm/* readOwner */.A7)(session, vm.moref);
    if (owner === undefined || (0,vm_owner/* standingOf */.YP)(owner, me, session.now()) !== 'working')
        return;
    throw new errors/* UserError */.yo('vsphere-busy', `Another run is baking ${vm.path}: it belongs to ${(0,vm_owner/* describeOwner */.$S)(owner)}`, 'Wait until that run has ended. If it was killed, this one goes on ten minutes after it was last heard of.');
}
/** Its cards are written down before they are changed, so that they can be given back whatever happens. */
async function begin(session, { vm, release, me }) {
    const mark = { started: session.now().toISOString(), cards: await (0,vm_network/* readCardStates */.Pt)(session, vm.moref) };
    await (0,vm_operations/* reconfigureVm */.Nc)(session, vm.moref, {
        extraConfig: {
            [bake_mark/* BAKE_KEY */.mi]: (0,bake_mark/* formatBakeMark */.ou)(mark),
            [`guestinfo.${guest_words/* GUEST_KEY */.Lg.seen}`]: '',
            ...(0,owned_vm/* ownedBy */.LW)(session, me),
            ...renewed(session, release),
        },
    });
    return mark;
}
function renewed(session, release) {
    const expires = new Date(session.now().getTime() + release_mark/* CANDIDATE_LIFE */.L3);
    return { [release_mark/* RELEASE_KEY */.Gf]: (0,release_mark/* formatReleaseMark */.IG)({ ...release, expires }) };
}
/**
 * @param onStart told right before it is started; undefined: it runs
 * @returns what was seen; undefined when it went off unseen
 */
async function observe(session, request, mark, onStart) {
    const { vm, timeout, network } = request;
    if (onStart) {
        if (mark.seen)
            return mark.seen;
        // A run may have ended between its mark and the start: then nothing was started since, and it is begun now.
        if (await (0,vm_events/* wasStartedSince */.H4)(session, vm.moref, new Date(mark.started)))
            return undefined;
        if (network !== 'as-it-is') {
            await (0,vm_network/* setNetworkCards */.Sd)(session, vm.moref, network === 'disconnected' ? undefined : network);
        }
        session.signal.throwIfAborted();
        onStart();
        session.log.info(`Starting ${vm.path} for its first boot, which may take ${(0,units/* formatDuration */.a3)(timeout)}`);
        await (0,vm_operations/* powerOn */.f0)(session, vm.moref);
    }
    const watched = () => watch(session, request, mark);
    // As a run before this one has started it, which was told so too.
    return network === 'disconnected' ? (0,while_cut_off/* whileCutOff */.n)(session, { moref: vm.moref, name: vm.path }, watched) : watched();
}
function watch(session, request, mark) {
    const { vm, me, release, timeout, scripts, whileDone } = request;
    return watchFirstBoot(session, vm.moref, {
        path: vm.path,
        mark,
        timeout,
        scripts,
        whileDone,
        answer: (sight) => (0,vm_operations/* reconfigureVm */.Nc)(session, vm.moref, {
            extraConfig: {
                [bake_mark/* BAKE_KEY */.mi]: (0,bake_mark/* formatBakeMark */.ou)({ ...mark, seen: sight }),
                [`guestinfo.${guest_words/* GUEST_KEY */.Lg.seen}`]: sight.status,
            },
        }),
        renew: async () => {
            const extraConfig = { ...(0,owned_vm/* ownedBy */.LW)(session, me), ...renewed(session, release) };
            await (0,vm_operations/* reconfigureVm */.Nc)(session, vm.moref, { extraConfig }).catch((error) => {
                session.signal.throwIfAborted();
                session.log.debug(`Renewing ${vm.path}: ${String(error)}`);
            });
        },
    });
}
/** What only baking needed goes: cards are as they were, guestinfo is empty, and the VM says how its first boot ended. */
async function settle(session, { vm, release }, mark, outcome) {
    await (0,vm_network/* restoreCards */.M$)(session, vm.moref, mark.cards);
    const { extraConfig } = await (0,vm_facts/* readVmFacts */.tv)(session, vm.moref);
    const published = [...extraConfig.keys()].filter((key) => /^guestinfo\.stillframe\./i.test(key));
    await (0,vm_operations/* reconfigureVm */.Nc)(session, vm.moref, {
        extraConfig: {
            ...Object.fromEntries(published.map((key) => [key, ''])),
            [bake_mark/* BAKE_KEY */.mi]: (0,bake_mark/* formatBakeMark */.ou)({ ...mark, cards: [], ended: session.now().toISOString() }),
            [first_boot_setting/* FIRST_BOOT_SETTING */.Jm]: outcome,
            ...renewed(session, release),
        },
    });
    const after = (await (0,vm_facts/* readVmFacts */.tv)(session, vm.moref)).extraConfig;
    const left = published.filter((key) => (after.get(key) ?? '') !== '');
    if (after.get(first_boot_setting/* FIRST_BOOT_SETTING */.Jm) === outcome && left.length === 0)
        return;
    throw new errors/* UserError */.yo('vsphere-refused', `vSphere did not take the settings that say how the first boot of ${vm.path} ended${left.length === 0 ? '' : `, nor emptied ${left.join(', ')}`}`, 'Give the account the privilege VirtualMachine.Config.AdvancedConfig.');
}
function unobserved(vm) {
    return new errors/* UserError */.yo('bake-unobserved', `${vm.path} went off before it was seen that its first boot was done`, 'Somebody switched it off, or it ended before VMware Tools ran: upload the OVA again and bake it, and look at its console meanwhile.');
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./.cache/build/src/files/explain-path-error.js
var explain_path_error = __webpack_require__(49094);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/guest/guest-answer.js
var guest_answer = __webpack_require__(44284);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/guest/guest-files.js
var guest_files = __webpack_require__(32087);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/guest/guest-program.js
var guest_program = __webpack_require__(66360);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/guest/guest-question.js
var guest_question = __webpack_require__(69878);
// EXTERNAL MODULE: ./.cache/build/src/windows/customize/script-text.js
var script_text = __webpack_require__(11285);
;// CONCATENATED MODULE: ./.cache/build/src/bake/guest-script.js
/** Runs a script in the guest; the end of what it says comes back as guestinfo. */










/** Each chunk is a program of its own; what is larger belongs into the image. */
const MAX_SCRIPT = 128 * 1024;
/** Bytes of its end that a failure quotes. */
const TAIL_BYTES = 3000;
/** What a script says goes here. */
const OUTPUT = 'C:\\Windows\\Temp\\stillframe-script.log';
const GO_ON = 'Correct the script and run the step again: the guest waits, and all scripts are run once more.';
/** For what is no script of the user's. */
const OWN_LIMIT = 5 * 60_000;
/** @throws UserError file-missing …, input-invalid for what is no script or too large */
async function readGuestScript(path) {
    const name = (0,external_node_path_.basename)(path);
    if (!/\.(ps1|cmd|bat)$/i.test(name)) {
        throw new errors/* UserError */.yo('input-invalid', `${path} is no script for Windows`, 'Give files that end in .ps1, .cmd or .bat.');
    }
    const content = await (0,external_node_fs_promises_.readFile)(path).catch((error) => {
        throw (0,explain_path_error/* explainPathError */.n)(error, { what: 'the script', path, input: 'scripts' });
    });
    const fault = (0,script_text/* scriptFault */.Y)(name, content);
    if (fault !== undefined)
        throw new errors/* UserError */.yo('input-invalid', `${path} ${fault.what}`, fault.hint);
    if (content.length <= MAX_SCRIPT) {
        return { name, content, sha256: (0,external_node_crypto_.createHash)('sha256').update(content).digest('hex') };
    }
    throw new errors/* UserError */.yo('input-invalid', `${path} has ${content.length} bytes, more than the ${MAX_SCRIPT} that a script in the guest may have`, 'Put what it needs into the image (input files of build-vhd), and call it from a short script.');
}
/**
 * @param limit milliseconds that the script may take
 * @throws UserError bake-failed with the exit code and the end of its output, when it is not 0
 */
async function runGuestScript(session, vm, account, { name, content }, limit) {
    const run = (program, most = OWN_LIMIT) => (0,guest_program/* runGuestProgram */.m)(session, vm, account, program, most);
    const file = `C:\\Windows\\Temp\\stillframe-${stagedScriptName(name)}`;
    session.log.info(`Running ${name} in the guest`);
    await (0,guest_files/* usingGuestFiles */.uS)(run, [file, `${file}.b64`, OUTPUT], async () => {
        const failure = await (0,guest_files/* putGuestFile */.Oc)(run, file, content);
        if (failure !== undefined) {
            throw scriptFailed(name, `its text could not be put into the guest (${failure})`, Buffer.alloc(0), GO_ON);
        }
        const command = /\.ps1$/i.test(name)
            ? `powershell.exe -NoProfile -NonInteractive -ExecutionPolicy Bypass -File "${file}"`
            : `call "${file}"`;
        const code = await run((0,guest_files/* guestShell */.tJ)(`${command} >"${OUTPUT}" 2>&1`), limit);
        if (code !== 0)
            throw scriptFailed(name, `it ended with ${code}`, await outputOf(session, vm, account), GO_ON);
    });
}
/** A file's name in the guest: nothing in it that means something to cmd.exe. */
function stagedScriptName(name) {
    return name.replaceAll(/[^A-Za-z0-9._-]/g, '_');
}
/** @param said the end of its output, in a code page of which only ASCII is known */
function scriptFailed(name, why, said, hint) {
    const text = said
        .toString('latin1')
        .replaceAll(/[^\t\n\x20-\x7e]/g, '')
        .trim();
    const output = text === '' ? '' : `. The end of its output:\n${text}`;
    return new errors/* UserError */.yo('bake-failed', `The script ${name} failed in the guest: ${why}${output}`, hint);
}
/** The end of the output, asked when a script has failed. */
const ASK_OUTPUT = (0,guest_question/* guestQuestion */.dl)(`$log = [IO.File]::ReadAllBytes('${OUTPUT}')
$answer = @{ tail = [Convert]::ToBase64String($log, [Math]::Max(0, $log.Length - ${TAIL_BYTES}), [Math]::Min($log.Length, ${TAIL_BYTES})) }`);
/** Empty where it does not come back: the exit code has said enough. */
async function outputOf(session, vm, account) {
    try {
        const answer = (await (0,guest_answer/* askPowerShell */.Bp)(session, vm, account, ASK_OUTPUT, OWN_LIMIT));
        return Buffer.from(typeof answer.tail === 'string' ? answer.tail : '', 'base64');
    }
    catch (error) {
        if (error instanceof errors/* UserError */.yo)
            return Buffer.alloc(0);
        throw error;
    }
}

// EXTERNAL MODULE: ./.cache/build/src/check/check-image.js + 1 modules
var check_image = __webpack_require__(47584);
// EXTERNAL MODULE: ./.cache/build/src/disk/disk-in-use.js
var disk_in_use = __webpack_require__(2695);
// EXTERNAL MODULE: ./.cache/build/src/disk/open-disk.js
var open_disk = __webpack_require__(22920);
// EXTERNAL MODULE: ./.cache/build/src/files/assert-free-space.js
var assert_free_space = __webpack_require__(91698);
// EXTERNAL MODULE: ./.cache/build/src/files/move-into-place.js
var move_into_place = __webpack_require__(69174);
;// CONCATENATED MODULE: ./.cache/build/src/bake/hyper-v/scripts/inspect-hyper-v.js
/**
 * inspect-hyper-v.ps1: whether this machine has Hyper-V, and whether this account may use it: as one of Administrators or of Hyper-V
 * Administrators, by their identifiers (names differ between languages).
 *   in: switch (name, or empty)   out: allowed, module, service (state of vmms; empty where there is none), switches (how many have the name)
 */

const INSPECT_HYPER_V = {
    name: 'inspect-hyper-v',
    text: `${powershell/* PROLOGUE */.AT}
$identity = [System.Security.Principal.WindowsIdentity]::GetCurrent()
$principal = New-Object -TypeName System.Security.Principal.WindowsPrincipal -ArgumentList $identity
$allowed = $false
foreach ($sid in 'S-1-5-32-544', 'S-1-5-32-578') {
  $group = New-Object -TypeName System.Security.Principal.SecurityIdentifier -ArgumentList $sid
  if ($principal.IsInRole($group)) { $allowed = $true }
}
$module = [bool](Get-Module -Name 'Hyper-V' -ListAvailable)
$service = [string](Get-Service -Name 'vmms' -ErrorAction SilentlyContinue).Status
$switches = 0
if ($request.switch -and $allowed -and $module -and $service -eq 'Running') {
  $switches = @(Get-VMSwitch | Where-Object { $_.Name -eq $request.switch }).Count
}
@{ allowed = $allowed; module = $module; service = $service; switches = $switches } | ConvertTo-Json -Compress
`,
};

;// CONCATENATED MODULE: ./.cache/build/src/bake/hyper-v/assert-hyper-v.js
/** What has to be right of this machine before an image is baked on its Hyper-V: one error for each, before any work. */




/**
 * @param wanted name of the switch that the guest is put on
 * @throws UserError hyper-v-missing, not-elevated, input-invalid
 */
async function assertHyperV(wanted, tools, platform = process.platform) {
    if (platform !== 'win32') {
        throw missing('An image is baked on Hyper-V, which this machine cannot have: it runs no Windows', 'Run the step on a Windows runner with the role Hyper-V, or give vm to bake the candidate on vSphere.');
    }
    const answer = await (0,powershell/* runPowerShell */.N5)(INSPECT_HYPER_V, { switch: wanted ?? '' }, tools);
    const { allowed, module } = (0,powershell_answer/* fieldsOf */.Pf)(answer);
    if (module !== true) {
        throw missing('This machine has no Hyper-V: its PowerShell module is not there', 'Install the role with its tools and restart: Install-WindowsFeature -Name Hyper-V -IncludeManagementTools -Restart.');
    }
    const service = (0,powershell_answer/* textIn */.r7)(answer, 'service');
    if (service !== 'Running') {
        throw missing(service === ''
            ? 'This machine has the tools of Hyper-V, but not the role: there is no service vmms'
            : `Hyper-V is not at work on this machine: its service vmms is ${service}`, service === ''
            ? 'Install the role and restart: Install-WindowsFeature -Name Hyper-V -Restart.'
            : 'Start it: Start-Service vmms; the event log Microsoft-Windows-Hyper-V-VMMS says why it is not started.');
    }
    if (allowed !== true) {
        throw new errors/* UserError */.yo('not-elevated', 'This account may not use Hyper-V: it is neither an elevated administrator nor one of Hyper-V Administrators', 'Let the service of the runner run as SYSTEM, or put its account into the local group Hyper-V Administrators and restart the service.');
    }
    if (wanted === undefined)
        return;
    const switches = (0,powershell_answer/* numberIn */.Po)(answer, 'switches');
    if (switches === 1)
        return;
    throw new errors/* UserError */.yo('input-invalid', switches === 0
        ? `Input switch: Hyper-V has no switch "${wanted}"`
        : `Input switch: Hyper-V has ${switches} switches "${wanted}"`, 'Get-VMSwitch lists their names; without the input the guest has no network.');
}
function missing(message, hint) {
    return new errors/* UserError */.yo('hyper-v-missing', message, hint);
}

;// CONCATENATED MODULE: ./.cache/build/src/bake/hyper-v/scripts/run-in-machine.js
/**
 * run-in-machine.ps1: runs a script in the guest through PowerShell Direct, which needs no network: its bytes go in, the end of what it says
 * comes back. Whether the account was taken is told apart from how the script ended.
 *   in: id, username, password, name, content (base64), tail (bytes)   out: entered, why, code, output (base64)
 */

const RUN_IN_MACHINE = {
    name: 'run-in-machine',
    text: `${powershell/* PROLOGUE */.AT}
$secret = New-Object -TypeName System.Security.SecureString
foreach ($character in $request.password.ToCharArray()) { $secret.AppendChar($character) }
$credential = New-Object -TypeName System.Management.Automation.PSCredential -ArgumentList $request.username, $secret
$session = $null
$why = ''
try {
  $session = New-PSSession -VMId $request.id -Credential $credential
} catch {
  $why = [string]$_.Exception.Message
}
$ended = @{ code = 0; output = '' }
if ($session) {
  try {
    $ended = Invoke-Command -Session $session -ArgumentList $request.name, $request.content, $request.tail -ScriptBlock {
      param([string] $Name, [string] $Content, [int] $Tail)
      $ErrorActionPreference = 'Stop'
      $file = Join-Path $env:SystemRoot ('Temp\\stillframe-' + $Name)
      $log = $file + '.log'
      $wrapper = Join-Path $env:SystemRoot 'Temp\\stillframe-run.cmd'
      [System.IO.File]::WriteAllBytes($file, [Convert]::FromBase64String($Content))
      $line = 'call "{0}"'
      if ($Name -like '*.ps1') { $line = 'powershell.exe -NoProfile -NonInteractive -ExecutionPolicy Bypass -File "{0}"' }
      $lines = '@echo off', (($line + ' >"{1}" 2>&1') -f $file, $log), 'exit /b %ERRORLEVEL%'
      [System.IO.File]::WriteAllLines($wrapper, [string[]] $lines)
      $null = cmd.exe /c $wrapper
      $code = $LASTEXITCODE
      $bytes = [System.IO.File]::ReadAllBytes($log)
      Remove-Item -LiteralPath $file, $log, $wrapper -Force
      $start = [Math]::Max(0, $bytes.Length - $Tail)
      @{ code = $code; output = [Convert]::ToBase64String($bytes, $start, $bytes.Length - $start) }
    }
  } finally {
    Remove-PSSession -Session $session
  }
}
@{ entered = [bool]$session; why = $why; code = $ended.code; output = $ended.output } | ConvertTo-Json -Compress
`,
};

;// CONCATENATED MODULE: ./.cache/build/src/bake/hyper-v/guest-session.js
/** Runs a script in a guest of Hyper-V through PowerShell Direct: from the host into the guest, without a network. */





/**
 * @param id of the machine
 * @param timeLimit milliseconds that the script may take
 * @throws UserError bake-failed when the account is refused, or the script does not end with 0; ToolError
 */
async function runInGuest(id, account, { name, content }, timeLimit, tools) {
    const request = {
        ...{ id, ...account, tail: TAIL_BYTES },
        ...{ name: stagedScriptName(name), content: content.toString('base64') },
    };
    const ended = await (0,powershell/* runPowerShell */.N5)(RUN_IN_MACHINE, request, tools, { timeLimit });
    const { entered, code } = (0,powershell_answer/* fieldsOf */.Pf)(ended);
    if (entered !== true) {
        throw new errors/* UserError */.yo('bake-failed', `The guest does not let ${account.username} in by PowerShell Direct: ${(0,powershell_answer/* textIn */.r7)(ended, 'why').split('\n')[0]?.trim() || 'it does not say why'}`, 'Give guest-username and guest-password of an administrator as the answer file of the image has them. The image is as it was.');
    }
    if (code === 0)
        return;
    const said = Buffer.from((0,powershell_answer/* textIn */.r7)(ended, 'output'), 'base64');
    throw scriptFailed(name, `it ended with ${String(code)}`, said, 'Correct the script and run the step again: the image is as it was.');
}

;// CONCATENATED MODULE: ./.cache/build/src/bake/hyper-v/judge-baked-disk.js
/** What has to be true of an image before it is started on Hyper-V, and afterwards. */



const BUILD_AGAIN = 'Build the image again; the one that was given is as it was.';
/** @throws UserError input-invalid */
function assertStaged(path, { after, tellsHyperV, status, waits }, seal) {
    if (status !== undefined) {
        throw new errors/* UserError */.yo('input-invalid', `Input image: ${path} was started before (its last status is "${status}"), so that what is in it is not known`, 'Build the image again, and bake it by this action alone.');
    }
    if (after === undefined || waits.length === 0) {
        throw new errors/* UserError */.yo('input-invalid', `Input image: ${path} has no first boot staged, so that there is nothing to bake`, 'Give the output vhd of build-vhd.');
    }
    if (after !== ENDS[seal]) {
        throw new errors/* UserError */.yo('input-invalid', `Input image: ${path} was built with after-first-boot: ${after}, which is not what seal: ${seal} asks for`, `Set seal to what the image was built for, or build it with after-first-boot: ${ENDS[seal]} (in the template bake: { on: hyper-v, seal: ${seal} }).`);
    }
    if (tellsHyperV)
        return;
    throw new errors/* UserError */.yo('input-invalid', `Input image: ${path} was built for its first start on vSphere; on Hyper-V it could tell nobody how that goes, and would fail at VMware Tools`, 'Build it with bake-on: hyper-v (in the template bake: { on: hyper-v }).');
}
/**
 * @param before the same disk before its start
 * @param planned build that the image was planned to have; undefined when nobody said
 * @throws UserError bake-failed, bake-unobserved
 */
function judgeBakedDisk(path, before, baked, { seal, planned }) {
    const { status, tail } = baked;
    const said = tail === '' ? '' : `. The end of its log:\n${tail}`;
    if (status?.startsWith('failed')) {
        throw new errors/* UserError */.yo('bake-failed', `The first boot of ${path} on Hyper-V failed at ${failedSteps(status)}${said}`, `Correct what that step needs. ${BUILD_AGAIN}`);
    }
    if (status !== 'done') {
        throw new errors/* UserError */.yo('bake-unobserved', `The machine with ${path} went off in the middle of its first boot: its last status is ${status === undefined ? 'none' : `"${status}"`}${said}`, 'Somebody switched it off, or Windows did not come back from a restart. The image that was given is as it was: run the step again.');
    }
    const faults = [
        ...guestFaults(baked.result, { seal, planned }),
        ...layoutFaults(before.layout, baked.layout),
        ...driverFaults(before, baked),
        ...leftFaults(before, baked),
    ];
    if (faults.length === 0)
        return left(before, baked);
    throw new errors/* UserError */.yo('bake-failed', `${path} ran its first boot on Hyper-V to the end, but ${faults.join('; ')}`, BUILD_AGAIN);
}
function leftFaults(before, { later, waits }) {
    if (later.length > 0)
        return [`its guest went off before it had left ${later.join(', ')} for the start on vSphere`];
    const same = waits.length === before.later.length && waits.every((id, index) => id === before.later[index]);
    return same
        ? []
        : [`${waits.join(', ') || 'nothing'} waits for the start on vSphere, not ${before.later.join(', ') || 'nothing'}`];
}
function left({ later }, { waits, after }) {
    return { waits, after: later.length > 0 && after === 'shut-down' ? 'shut-down' : 'stay' };
}
/** Windows makes a recovery partition of its own where it finds room. */
function layoutFaults(before, after) {
    const places = ({ partitions }) => partitions.map(({ guid, type, offset, size }) => `${type} ${guid} at ${offset} with ${size} bytes`).join(', ');
    return places(before) === places(after) ? [] : [`its partitions are ${places(after)}, and were ${places(before)}`];
}
/** Those that came into the image, and those that Windows brings for a controller that is chosen later. */
function driverFaults(before, { bootServices, putOff }) {
    const gone = before.bootServices.filter((name) => !bootServices.includes(name) && !putOff.includes(name));
    const names = [...gone, ...putOff].join(', ');
    return names === ''
        ? []
        : [
            `Windows does not start the drivers ${names} at boot, so that it could not start on the controllers of vSphere that need them`,
        ];
}

// EXTERNAL MODULE: ./.cache/build/src/windows/first-boot/first-boot-step.js
var first_boot_step = __webpack_require__(69634);
// EXTERNAL MODULE: ./.cache/build/src/windows/verify/hive-facts.js
var hive_facts = __webpack_require__(31386);
// EXTERNAL MODULE: ./.cache/build/src/windows/verify/verify-build.js
var verify_build = __webpack_require__(36770);
// EXTERNAL MODULE: ./.cache/build/src/disk/layout.js
var disk_layout = __webpack_require__(51138);
// EXTERNAL MODULE: ./.cache/build/src/registry/system-hive.js
var system_hive = __webpack_require__(21158);
// EXTERNAL MODULE: ./.cache/build/src/windows/first-boot/first-boot-steps.js
var first_boot_steps = __webpack_require__(31713);
// EXTERNAL MODULE: ./.cache/build/src/windows/verify/windows-files.js
var windows_files = __webpack_require__(59855);
;// CONCATENATED MODULE: ./.cache/build/src/bake/hyper-v/staged-boot.js
/** What the disk of an image says of its first boot, before it and after it: the files and hives that guest and build have left there. */







/** Scripts, marks and the status have some bytes, the log some megabytes at most. */
const MAX_FILE = 16 * 2 ** 20;
/** @throws UserError input-invalid when the disk has no Windows; FormatError for a damaged disk */
async function readStagedBoot(disk) {
    const layout = await (0,disk_layout/* readLayout */.T4)(disk);
    return { layout, ...(await readStage(await openWindowsOf(disk, layout))) };
}
/** @throws UserError layout-wrong without a hive; FormatError for a damaged volume or hive */
async function readStage(files) {
    const steps = idsOf(await files.files(`${first_boot_step/* STAGE_FOLDER */.Cj}/steps`));
    const done = (await files.files(`${first_boot_step/* STAGE_FOLDER */.Cj}/done`)).map(nameOf);
    return {
        after: await firstLine(files, `${first_boot_step/* STAGE_FOLDER */.Cj}/after-first-boot.txt`),
        tellsHyperV: (await files.read(`${first_boot_step/* STAGE_FOLDER */.Cj}/tell-hyper-v.cmd`, MAX_FILE)) !== undefined,
        status: await firstLine(files, `${first_boot_step/* STAGE_FOLDER */.Cj}/status.txt`),
        waits: steps.filter((id) => !done.includes(id)),
        later: idsOf(await files.files(`${first_boot_step/* STAGE_FOLDER */.Cj}/later`)),
        ...(await bootDrivers(files)),
    };
}
/** The largest NTFS volume: Windows. @throws UserError input-invalid when there is none */
async function openWindowsOf(disk, { partitions }) {
    const volumes = partitions.filter(({ fileSystem, type }) => fileSystem === 'ntfs' && type !== 'recovery');
    const [windows] = [...volumes].sort((a, b) => b.size - a.size);
    if (windows !== undefined)
        return (0,windows_files/* openWindowsFiles */.f)(disk, windows);
    throw new errors/* UserError */.yo('input-invalid', `Input image: ${disk.path} has no Windows volume`, 'Give the output vhd of build-vhd.');
}
/** The first line of a file, without its end; undefined when there is no such file. */
async function firstLine(files, path) {
    const text = (await files.read(path, MAX_FILE))?.toString('latin1');
    return text?.split(/\r?\n/)[0]?.trim();
}
/** The last part of a path with `/`. */
function nameOf(path) {
    return path.slice(path.lastIndexOf('/') + 1);
}
function idsOf(paths) {
    return paths
        .map(nameOf)
        .filter((name) => name.endsWith('.cmd'))
        .map((name) => name.slice(0, -'.cmd'.length))
        .sort();
}
async function bootDrivers(files) {
    const system = await (0,hive_facts/* openHive */.X_)(files, 'SYSTEM');
    const services = `${(0,system_hive/* currentControlSet */.ZQ)(system)}\\Services`;
    const keys = first_boot_steps/* BOOT_SERVICES */.GP.map((name) => ({ name, key: system.key(`${services}\\${name}`) }));
    const atBoot = keys.filter(({ key }) => (0,hive_facts/* numberValue */.Vg)(key, 'Start') === 0);
    const isPutOff = ({ key }) => key?.subkey('StartOverride') !== undefined;
    return {
        bootServices: atBoot.filter((each) => !isPutOff(each)).map(({ name }) => name),
        putOff: atBoot.filter(isPutOff).map(({ name }) => name),
    };
}

;// CONCATENATED MODULE: ./.cache/build/src/bake/hyper-v/read-baked-disk.js
/** Reads from the disk of a guest that is off how its first boot went: what on vSphere the guest has to say itself. */




const SETUP_STATE = 'Microsoft\\Windows\\CurrentVersion\\Setup\\State';
/** Where Windows looks for answer files and keeps copies of them; the roots are looked at by name. */
const ANSWER_FOLDERS = ['Windows/Panther', 'Windows/System32/Sysprep'];
const ANSWER_ROOTS = ['unattend.xml', 'autounattend.xml'];
const MAX_LOG = 64 * 2 ** 20;
const read_baked_disk_TAIL_LINES = 15;
/** @throws UserError input-invalid, layout-wrong without hives; FormatError for a damaged disk */
async function readBakedDisk(disk) {
    const staged = await readStagedBoot(disk);
    return { ...staged, ...(await readBakedWindows(await openWindowsOf(disk, staged.layout))) };
}
/** @throws UserError layout-wrong without hives; FormatError for a damaged volume or hive */
async function readBakedWindows(files) {
    const software = await (0,hive_facts/* openHive */.X_)(files, 'SOFTWARE');
    const { registry } = await (0,verify_build/* readBuildWitnesses */.ki)(files, software);
    return {
        result: {
            build: registry ?? 'unknown',
            imageState: (0,hive_facts/* textValue */.v8)(software.key(SETUP_STATE), 'ImageState') ?? 'not known',
            answerFiles: await answerFiles(files),
            // Of the log's text; only ASCII is quoted of it.
            codePage: 0,
            steps: await stepResults(files),
        },
        tail: await readLogTail(files),
    };
}
/** Empty where there is no log. */
async function readLogTail(files) {
    const log = (await files.read(`${first_boot_step/* STAGE_FOLDER */.Cj}/first-boot.log`, MAX_LOG))?.toString('latin1') ?? '';
    const lines = log.split(/\r?\n/).filter((line) => line.trim() !== '');
    return lines
        .slice(-read_baked_disk_TAIL_LINES)
        .join('\n')
        .replaceAll(/[^\t\n\x20-\x7e]/g, '·');
}
async function answerFiles(files) {
    const found = [];
    for (const name of ANSWER_ROOTS)
        if ((await files.modified(name)) !== undefined)
            found.push(name);
    for (const folder of ANSWER_FOLDERS) {
        found.push(...(await files.files(folder)).filter((path) => /unattend[^/]*\.xml$/i.test(path)));
    }
    return found.sort((a, b) => a.localeCompare(b)).map((path) => `C:\\${path.replaceAll('/', '\\')}`);
}
async function stepResults(files) {
    const steps = [];
    for (const path of [...(await files.files(`${first_boot_step/* STAGE_FOLDER */.Cj}/done`))].sort()) {
        const id = nameOf(path);
        const attempts = Number(await firstLine(files, `${first_boot_step/* STAGE_FOLDER */.Cj}/attempts-${id}.txt`));
        steps.push({
            id,
            result: (await firstLine(files, path)) ?? '',
            attempts: Number.isInteger(attempts) ? attempts : 0,
            ended: (await files.modified(path))?.toISOString() ?? '',
        });
    }
    return steps;
}

;// CONCATENATED MODULE: ./.cache/build/src/bake/hyper-v/watch-machine.js
/** Follows a first boot on Hyper-V to its end, and lets the guest end once its last status was seen. */



/** Between two looks, each of which starts a PowerShell. */
const watch_machine_FIRST_PAUSE = 2000;
const watch_machine_LONGEST_PAUSE = 15_000;
/** While Windows restarts Hyper-V may be busy with itself. */
const FAILED_LOOKS = 5;
/** Names of VMState in which a machine goes on by itself. */
const ALIVE = ['Running', 'Starting', 'Stopping', 'Reset', 'Other'];
/**
 * Returns when the machine is off. What its first boot came to is on the disk, not in what is returned.
 * @returns whether its last status was answered
 * @throws UserError timeout, bake-failed when Hyper-V stopped it; the signal's reason; what whileDone throws
 */
async function watchMachine(machine, watch) {
    const { image, timeout, log, signal, now = Date.now } = watch;
    const pauseFor = watch.pause ?? ((milliseconds) => (0,promises_.setTimeout)(milliseconds, undefined, { signal }).catch(() => undefined));
    const started = now();
    let status;
    let answered = false;
    for (let pause = watch_machine_FIRST_PAUSE;; pause = Math.min(pause * 1.5, watch_machine_LONGEST_PAUSE)) {
        const seen = await lookPatiently(machine, watch, pauseFor);
        if (seen.status !== undefined && seen.status !== status) {
            status = seen.status;
            log.info(`First boot: ${status}`);
            pause = watch_machine_FIRST_PAUSE;
        }
        if (seen.state === 'Off')
            return { answered };
        if (!ALIVE.includes(seen.state))
            throw stopped(image, seen.state);
        if (!answered && watch_machine_isLast(status)) {
            if (status === 'done')
                await watch.whileDone();
            await machine.answer(status);
            answered = true;
            log.info('The guest may end now');
            continue;
        }
        const left = started + timeout - now();
        if (left <= 0)
            throw watch_machine_late(image, timeout, status, seen.heartbeat);
        await pauseFor(Math.min(pause, left));
    }
}
async function lookPatiently(machine, { signal, log }, pauseFor) {
    for (let tries = 1;; tries++) {
        signal.throwIfAborted();
        try {
            return await machine.look();
        }
        catch (error) {
            if (!(error instanceof errors/* ToolError */.v4) || tries >= FAILED_LOOKS)
                throw error;
            log.debug(`Hyper-V did not say how the machine is: ${error.tail}`);
            await pauseFor(watch_machine_FIRST_PAUSE);
        }
    }
}
function watch_machine_isLast(status) {
    return status === 'done' || (status?.startsWith('failed') ?? false);
}
function stopped(image, state) {
    return new errors/* UserError */.yo('bake-failed', `Hyper-V stopped the machine with ${image} in the middle of its first boot: it is ${state}`, 'Most often the volume of the image is full (PausedCritical): free space there. The image is as it was.');
}
function watch_machine_late(image, timeout, status, heartbeat) {
    const said = status === undefined ? 'its guest has told no status' : `its last status is "${status}"`;
    return new errors/* UserError */.yo('timeout', `The first boot of ${image} did not end within ${(0,units/* formatDuration */.a3)(timeout)}: ${said}; its heartbeat is ${heartbeat || 'unknown'}`, status === undefined
        ? 'Without a heartbeat Windows does not start; with one it most often waits at its console, as without a password in the answer file. The machine was removed, and the image is as it was.'
        : 'Give a longer timeout if it is only slow. The machine was removed, and the image is as it was.');
}

// EXTERNAL MODULE: ./.cache/build/src/disk/skip-free-space.js
var skip_free_space = __webpack_require__(7849);
// EXTERNAL MODULE: ./.cache/build/src/disk/vhd/vhd-writer.js
var vhd_writer = __webpack_require__(78821);
// EXTERNAL MODULE: ./.cache/build/src/disk/vhdx/vhdx-writer.js
var vhdx_writer = __webpack_require__(7895);
;// CONCATENATED MODULE: ./.cache/build/src/bake/hyper-v/working-disk.js
/** The copy that is started in place of the image: generation 2 takes only VHDX, and an image is whole until the baked one is. */






const FORMATS = ['vhd', 'vhdx'];
/** The folder of one run beside what it makes: on the same volume, so that the baked image only has to be renamed. */
function workFolder(output, run) {
    return (0,external_node_path_.join)((0,external_node_path_.dirname)(output), `${(0,external_node_path_.basename)(output)}.stillframe-bake-${run}`);
}
/** @param input whose path it is @throws UserError input-invalid for a path that ends otherwise than a disk of Windows */
function imageFormatOf(path, input) {
    const ending = (0,external_node_path_.extname)(path).slice(1).toLowerCase();
    const format = FORMATS.find((name) => name === ending);
    if (format !== undefined)
        return format;
    throw new errors/* UserError */.yo('input-invalid', `Input ${input}: ${path} ends with neither .vhd nor .vhdx`, 'Give the output vhd of build-vhd; convert-ova makes an OVA of what was baked.');
}
/** @throws UserError disk-format-unsupported for an image of another format than its name says, or one that the output cannot hold */
function assertDiskFormats({ format, size, path }, output) {
    (output === 'vhdx' ? vhdx_writer/* assertVhdxHolds */.z : vhd_writer/* assertVhdHolds */.l)(size);
    (0,vhdx_writer/* assertVhdxHolds */.z)(size);
    if (/^vhdx?\b/.test(format))
        return;
    throw new errors/* UserError */.yo('disk-format-unsupported', `Input image: ${path} is a disk of the format ${format}`, 'Give a VHD or VHDX, the output vhd of build-vhd.');
}
/** Writes the copy that Hyper-V starts. @throws what openDisk and writeVhdx throw */
async function writeWorkingDisk(image, path, signal) {
    const disk = await (0,open_disk/* openDisk */.U)(image);
    try {
        await (0,vhdx_writer/* writeVhdx */.W)((0,skip_free_space/* skipFreeSpace */.g)(disk), path, { type: 'dynamic', signal });
    }
    finally {
        await disk.close();
    }
}
/** Writes the baked disk as it was asked for, without what the guest has deleted. @throws what the writers throw */
async function writeBakedDisk(from, to, type, signal) {
    const disk = await (0,open_disk/* openDisk */.U)(from);
    try {
        const write = imageFormatOf(to, 'output') === 'vhdx' ? vhdx_writer/* writeVhdx */.W : vhd_writer/* writeVhd */.M;
        await write((0,skip_free_space/* skipFreeSpace */.g)(disk), to, { type, signal });
    }
    finally {
        await disk.close();
    }
}

;// CONCATENATED MODULE: ./.cache/build/src/bake/hyper-v/bake-image.js
/** Starts the disk of an image once on this machine's Hyper-V, all but what needs vSphere, and gives it back as an image. */



















/** @throws UserError, ToolError, FormatError; the image that was given is as it was then, and no machine is left */
async function bakeImage(request, context) {
    const { image, output, machine: settings } = request;
    imageFormatOf(output, 'output');
    imageFormatOf(image, 'image');
    await assertHyperV(settings.switch, context.tools);
    const prepared = await bake_image_prepare(request);
    const run = (0,external_node_crypto_.randomUUID)().slice(0, 8);
    const folder = workFolder(output, run);
    const removed = context.hold(held_path/* HELD_PATH */.w, { paths: [folder] });
    await (0,external_node_fs_promises_.mkdir)(folder);
    const name = `stillframe-${(0,external_node_path_.basename)(image, (0,external_node_path_.extname)(image)).slice(0, 60)}-${run}`;
    const machine = await createMachine({ name, folder }, settings, context);
    const work = (0,external_node_path_.join)(folder, 'disk.vhdx');
    context.log.info(`Copying ${image} for the machine ${name}`);
    await writeWorkingDisk(image, work, context.signal);
    await startAndWatch(machine, work, request, context);
    await machine.remove();
    const baked = await finish({ ...prepared, work, folder }, request, context);
    await (0,external_node_fs_promises_.rm)(folder, { recursive: true, force: true, maxRetries: 10 });
    removed();
    return baked;
}
/** Reads what is staged on the image, and refuses what cannot be baked. */
async function bake_image_prepare({ image, output, seal }) {
    await (0,disk_in_use/* assertNotInUse */.aX)(image, 'write');
    const disk = await (0,open_disk/* openDisk */.U)(image);
    try {
        assertDiskFormats(disk, imageFormatOf(output, 'output'));
        const before = await readStagedBoot(disk);
        assertStaged(image, before, seal);
        // The copy, and what is made of it.
        await (0,assert_free_space/* assertFreeSpace */.V)((0,external_node_path_.dirname)(output), 2 * (await (0,external_node_fs_promises_.stat)(image)).size, 'baking the image');
        return { before, type: disk.format === 'vhd-fixed' ? 'fixed' : 'dynamic' };
    }
    finally {
        await disk.close();
    }
}
async function startAndWatch(machine, work, { image, timeout, scripts, account }, { log, signal, tools }) {
    log.info(`Starting ${image} on Hyper-V for its first boot, which may take ${(0,units/* formatDuration */.a3)(timeout)}`);
    await machine.start(work);
    try {
        await watchMachine(machine, {
            ...{ image, timeout, log, signal },
            whileDone: async () => {
                for (const script of scripts) {
                    if (account === undefined)
                        continue;
                    log.info(`Running ${script.name} in the guest`);
                    await runInGuest(machine.id, account, script, timeout, tools);
                }
            },
        });
    }
    catch (error) {
        if (!(error instanceof errors/* UserError */.yo) || error.code !== 'timeout')
            throw error;
        // Off, so that its log can be read.
        await machine.remove();
        const tail = await logTail(work);
        throw tail === ''
            ? error
            : new errors/* UserError */.yo(error.code, `${error.message}. The end of its log:\n${tail}`, error.hint, { cause: error });
    }
}
/** Of a Windows that was turned off; empty where that cannot be read. */
async function logTail(work) {
    try {
        const disk = await (0,open_disk/* openDisk */.U)(work);
        try {
            const { layout } = await readStagedBoot(disk);
            return await readLogTail(await openWindowsOf(disk, layout));
        }
        finally {
            await disk.close();
        }
    }
    catch {
        // It says more about the error that is told anyway.
        return '';
    }
}
/** Judges the disk, writes it as it was asked for, and checks what was written before it gets its name. */
async function finish({ work, folder, before, type }, request, { log, signal }) {
    const { image, output } = request;
    const { left, result } = await judgeDisk(work, before, request);
    log.info(`Writing ${output}`);
    const made = (0,external_node_path_.join)(folder, `baked.${imageFormatOf(output, 'output')}`);
    await writeBakedDisk(work, made, type, signal);
    await (0,external_node_fs_promises_.rm)(work);
    const { findings, layout } = await (0,check_image/* checkImage */.c)(made, 'application');
    const wrong = findings.filter(({ severity }) => severity === 'error');
    if (wrong.length > 0) {
        throw new errors/* UserError */.yo('bake-failed', `${image} ran its first boot on Hyper-V to the end, but its disk is not fit for snapshots: ${wrong.map(({ seen }) => seen).join(' ')}`, wrong.map(({ remedy }) => remedy).join(' '));
    }
    signal.throwIfAborted();
    await (0,move_into_place/* moveIntoPlace */.hU)(made, output);
    return { image: output, result, ...left, layout, findings: [...findings, ...leftFindings(left)] };
}
async function judgeDisk(work, before, { image, seal, planned }) {
    const disk = await (0,open_disk/* openDisk */.U)(work);
    try {
        const baked = await readBakedDisk(disk);
        return { left: judgeBakedDisk(image, before, baked, { seal, planned }), result: baked.result };
    }
    finally {
        await disk.close();
    }
}
function leftFindings({ waits, after }) {
    if (waits.length === 0)
        return [];
    return [
        {
            code: 'left-for-vsphere',
            severity: 'info',
            seen: `VMware Tools install on VMware alone: ${waits.join(', ')} ${waits.length === 1 ? 'waits' : 'wait'} for the start on vSphere.`,
            remedy: after === 'stay'
                ? 'Each clone does it at its own first start; give the outputs waits and after-first-boot to convert-ova, so that verify-quiesce waits for it.'
                : 'Give the outputs waits and after-first-boot to convert-ova, and bake the candidate on vSphere too, which takes minutes.',
        },
    ];
}

// EXTERNAL MODULE: ./.cache/build/src/vsphere/access/assert-privileges.js + 1 modules
var assert_privileges = __webpack_require__(83011);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/inventory/locate-vm.js
var locate_vm = __webpack_require__(22389);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/vm/assert-candidate.js
var assert_candidate = __webpack_require__(82862);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/vm/marked-vm.js
var marked_vm = __webpack_require__(98444);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/explain-fault.js
var explain_fault = __webpack_require__(4732);
// EXTERNAL MODULE: ./.cache/build/src/vsphere/wire/session.js + 2 modules
var wire_session = __webpack_require__(85783);
;// CONCATENATED MODULE: ./.cache/build/actions/bake-template/main.js












function main(inputs, context) {
    const { on } = inputs;
    return on.host === 'hyper-v' ? bakeOnHyperV(on, inputs, context) : bakeOnVsphere(on, inputs, context);
}
async function bakeOnHyperV({ image, output, machine }, { seal, timeout, build, scripts }, context) {
    const read = await Promise.all((scripts?.paths ?? []).map(readGuestScript));
    const baked = await bakeImage({ image, output, machine, seal, timeout, planned: build, scripts: read, account: scripts?.account }, context);
    const { result, waits, after, layout, findings } = baked;
    context.log.info(`${baked.image} is baked: Windows ${result.build}; ${waits.length === 0 ? 'nothing waits' : `${waits.join(', ')} wait`} for the start on vSphere`);
    return {
        host: 'hyper-v',
        image: baked.image,
        ...{ seal, waits, after, layout, findings },
        build: result.build,
        imageState: result.imageState,
        firstBoot: result.steps,
    };
}
async function bakeOnVsphere(on, inputs, context) {
    const { signal, log } = context;
    const session = await (0,wire_session/* connectVsphere */.C)({ ...on, signal, log, onRenewed: context.rehold });
    // Held first, so undone last.
    context.hold(held_session/* HELD_SESSION */.d, session.ticket(), () => session.close());
    log.info(`Connected to ${session.url.host}: ${session.about.fullName}`);
    try {
        return await bake(session, on, inputs, context);
    }
    catch (error) {
        throw (0,explain_fault/* explainFault */.O)(error, `Baking ${on.vm}`);
    }
}
async function bake(session, on, inputs, context) {
    const { seal, timeout, build: planned } = inputs;
    // Read before anything is started.
    const scripts = await Promise.all((inputs.scripts?.paths ?? []).map(readGuestScript));
    const vm = await (0,locate_vm/* locateVm */.Wr)(session, on);
    const request = {
        vm,
        release: (0,assert_candidate/* assertCandidate */.E)(vm, await (0,marked_vm/* readReleaseMark */.p)(session, vm.moref)),
        me: (0,vm_owner/* ownerProcess */.dK)(on.run),
        seal,
        network: await chooseNetwork(session, vm, on.network),
        timeout,
        planned,
        tools: on.tools,
        scripts: scripts.map(({ sha256 }) => sha256),
        whileDone: async () => {
            for (const script of scripts) {
                if (inputs.scripts)
                    await runGuestScript(session, vm.moref, inputs.scripts.account, script, timeout);
            }
        },
    };
    await assertAllowed(session, request, scripts.length > 0);
    const { toolsVersion, build, sight, before } = await bakeCandidate(session, request, context);
    context.log.info(before
        ? `${vm.path} was baked before: Windows ${build}, VMware Tools ${toolsVersion}`
        : `${vm.path} is baked: Windows ${build}, VMware Tools ${toolsVersion}`);
    return {
        host: 'vsphere',
        vm: vm.moref.value,
        inventoryPath: vm.path,
        server: session.url.host,
        ova: request.release.ova,
        seal,
        toolsVersion,
        build,
        imageState: sight.result?.imageState ?? '',
        firstBoot: sight.result?.steps ?? [],
        before,
    };
}
async function assertAllowed(session, { vm, network }, scripts) {
    const named = typeof network === 'string' ? [] : [[network]];
    await (0,assert_privileges/* assertPrivileges */.db)(session, 'bake-template', {
        places: { machine: [[vm.moref]], network: named },
        conditions: [
            ...(network === 'as-it-is' ? [] : ['unless `network: as-it-is`']),
            ...(named.length > 0 ? ['with `network:`'] : []),
            ...(scripts ? ['with `scripts:`'] : []),
        ],
    });
}
async function chooseNetwork(session, { datacenter }, written) {
    if (written === 'disconnected' || written === 'as-it-is')
        return written;
    return (0,vm_network/* findNetwork */.qC)(session, datacenter, written);
}

// EXTERNAL MODULE: ./.cache/build/src/disk/layout-markdown.js
var layout_markdown = __webpack_require__(64990);
// EXTERNAL MODULE: ./.cache/build/src/report/markdown-table.js
var markdown_table = __webpack_require__(90597);
;// CONCATENATED MODULE: ./.cache/build/actions/bake-template/summary.js
/** The job summary of bake-template. */


function renderSummary(result) {
    const { firstBoot } = result;
    const steps = firstBoot.map(({ id, result: came, attempts, ended }) => [id, came, String(attempts), ended]);
    return `${[
        '## First boot',
        ...(result.host === 'vsphere' ? candidate(result) : summary_image(result)),
        (0,markdown_table/* markdownTable */.Q)(['step', 'result', 'attempts', 'ended'], steps),
    ].join('\n\n')}\n`;
}
function candidate({ inventoryPath, vm, server, seal, build, toolsVersion, imageState, before }) {
    const path = (0,markdown_table/* escapeMarkdown */.F)(inventoryPath);
    return [
        before ? `The candidate **${path}** was baked by an earlier run` : `✅ The candidate **${path}** is baked`,
        (0,markdown_table/* markdownTable */.Q)(['', ''], [
            ['server', server],
            ['managed object', vm],
            ['Windows', build],
            ['VMware Tools', toolsVersion],
            ['sealed', sealed(seal)],
            ['ImageState', imageState],
        ]),
    ];
}
function summary_image({ image: path, seal, build, imageState, waits, layout }) {
    return [
        `✅ The image **${(0,markdown_table/* escapeMarkdown */.F)(path)}** is baked on Hyper-V`,
        (0,markdown_table/* markdownTable */.Q)(['', ''], [
            ['Windows', build],
            ['sealed', sealed(seal)],
            ['ImageState', imageState],
            ['left for vSphere', waits.join(', ') || 'nothing'],
        ]),
        (0,layout_markdown/* layoutMarkdown */.Y)(layout),
    ];
}
function sealed(seal) {
    return seal === 'generalize' ? 'generalized, for plain clones' : 'no, for clones with a customization';
}

;// CONCATENATED MODULE: ./.cache/build/actions/bake-template/action.js
/** bake-template as a value. */








const bakeTemplate = (0,action/* defineAction */.Q)({
    name: 'bake-template',
    description: 'Starts a candidate once, so that updates, VMware Tools and first-boot steps are in the template itself',
    branding: { icon: 'thermometer', color: 'orange' },
    inputs: INPUTS,
    outputs: {
        vm: {
            description: 'Managed object id of the candidate, such as vm-42; empty with image.',
            value: (result) => (result.host === 'vsphere' ? result.vm : undefined),
        },
        image: {
            description: 'Path of the baked image; empty with vm.',
            value: (result) => (result.host === 'hyper-v' ? result.image : undefined),
        },
        'tools-version': {
            description: 'Version of VMware Tools, as they told vCenter, such as 12.4.5; empty with image.',
            value: (result) => (result.host === 'vsphere' ? result.toolsVersion : undefined),
        },
        build: {
            description: 'Build and revision that the guest, or with image its disk, says it has, such as 17763.8027.',
            value: ({ build }) => build,
        },
        'first-boot': {
            description: 'JSON array of its steps in the order in which they ran: `id`, `result`, `attempts`, `ended`.',
            value: ({ firstBoot }) => firstBoot,
        },
        waits: {
            description: 'JSON array: names of the steps that wait for the start on vSphere, for input first-boot of convert-ova; empty with vm.',
            value: (result) => (result.host === 'hyper-v' ? result.waits : undefined),
        },
        'after-first-boot': {
            description: 'What Windows does after that start, for convert-ova; empty with vm.',
            value: (result) => (result.host === 'hyper-v' ? result.after : undefined),
        },
    },
    holds: [held_session/* HELD_SESSION */.d, HELD_BAKE, held_path/* HELD_PATH */.w, HELD_MACHINE],
    prepare: prepare,
    main: main,
    findings: (result) => (result.host === 'hyper-v' ? result.findings : []),
    summary: renderSummary,
});


/***/ }),

/***/ 47584:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  c: () => (/* binding */ checkImage)
});

// UNUSED EXPORTS: DIGESTS_UNREAD

// EXTERNAL MODULE: ./.cache/build/src/errors.js
var errors = __webpack_require__(41251);
// EXTERNAL MODULE: ./.cache/build/src/ova/open-system-disk.js
var open_system_disk = __webpack_require__(4661);
// EXTERNAL MODULE: ./.cache/build/src/ova/ova-disks.js
var ova_disks = __webpack_require__(48178);
// EXTERNAL MODULE: ./.cache/build/src/ova/verify-manifest.js
var verify_manifest = __webpack_require__(47864);
// EXTERNAL MODULE: ./.cache/build/src/check/gather-image.js + 1 modules
var gather_image = __webpack_require__(40125);
// EXTERNAL MODULE: ./.cache/build/src/check/image-rules.js + 2 modules
var image_rules = __webpack_require__(1208);
// EXTERNAL MODULE: ./.cache/build/src/check/machine-rules.js + 1 modules
var machine_rules = __webpack_require__(62641);
// EXTERNAL MODULE: ./.cache/build/src/check/ovf-disks.js
var ovf_disks = __webpack_require__(65887);
;// CONCATENATED MODULE: ./.cache/build/src/check/ovf-rules.js
/** What an OVA's descriptor must say besides the settings of the machine. */

const OVF_RULES = [
    {
        code: 'ovf-missing',
        severity: 'error',
        source: 'DSP0243, section 5.3',
        remedy: 'Make the OVA again: its first member must be the .ovf descriptor (DSP0243, section 5.3).',
        see: ({ machine, image }) => (machine === undefined ? `${image.path} has no OVF descriptor` : undefined),
    },
    {
        code: 'ovf-unreadable',
        severity: 'error',
        source: 'DSP0243, section 6',
        remedy: 'Make the OVA again: importers refuse a descriptor that is not well-formed.',
        see: ({ machine }) => machine instanceof errors/* FormatError */.IF ? `The OVF descriptor cannot be read: ${machine.message}` : undefined,
    },
    {
        code: 'firmware-not-efi',
        severity: 'error',
        source: 'Microsoft, "Windows and GPT FAQ"',
        remedy: 'Set the firmware to EFI (vmw:Config ovf:key="firmware" value="efi"): BIOS firmware cannot start from a GPT disk.',
        see: ({ machine, image }) => machine !== undefined &&
            !(machine instanceof errors/* FormatError */.IF) &&
            machine.firmware !== 'efi' &&
            image.layout.table === 'gpt'
            ? 'The OVF descriptor asks for BIOS firmware, but the disk is partitioned by GPT'
            : undefined,
    },
];

// EXTERNAL MODULE: ./.cache/build/src/check/rule.js
var rule = __webpack_require__(21667);
// EXTERNAL MODULE: ./.cache/build/src/check/unique-guids.js
var unique_guids = __webpack_require__(62797);
;// CONCATENATED MODULE: ./.cache/build/src/check/check-image.js
/** The offline check: judges a disk image or an OVA without starting it. */











/** Files of an OVA are held against its manifest up to this much in all: the check of an image takes no longer for a larger one. */
const MAX_DIGEST_BYTES = 2 ** 20;
/**
 * Reads at most some 2 MiB whatever the size of the image.
 * @throws UserError file-missing, disk-format-unknown, disk-format-unsupported, ova-invalid; hash-mismatch where the manifest of an OVA
 *   disowns what was read; FormatError when the file is damaged so that no disk can be read
 */
async function checkImage(path, level) {
    const opened = await (0,open_system_disk/* openImageOrOva */.T)(path);
    try {
        if (opened.kind === 'ova')
            return await checkOva(opened, level);
        return judge({ disk: opened.disk, image: await (0,gather_image/* gatherImage */.z)(opened.disk) }, [], level);
    }
    finally {
        await opened.close();
    }
}
/** Each disk of the machine: the one it starts from by all rules, the others by those for data disks. */
async function checkOva({ ova, disks, named }, level) {
    const unread = await (0,verify_manifest/* verifyManifest */.T)(ova, new AbortController().signal, MAX_DIGEST_BYTES);
    const findings = unread.length === 0 ? [] : [digestsUnread(ova.path, unread)];
    const [first, ...others] = disks;
    const attached = [];
    const disk = await (0,ova_disks/* openOvaDisk */.O3)(ova, first);
    const system = { disk, image: await (0,gather_image/* gatherImage */.z)(disk) };
    const gathered = [{ name: first.member.name, image: system.image }];
    for (const other of others) {
        const opened = await (0,ova_disks/* openOvaDisk */.O3)(ova, other);
        const image = await (0,gather_image/* gatherImage */.z)(opened);
        gathered.push({ name: other.member.name, image });
        attached.push({ disk: other.member.name, format: opened.format, layout: image.layout });
        findings.push(...(0,rule/* applyRules */.IU)(image_rules/* DATA_DISK_RULES */.d, image).map((finding) => ({
            ...finding,
            seen: `Disk ${other.member.name}${other.place === '' ? '' : ` (${other.place})`}: ${finding.seen}`,
        })));
    }
    if (!named)
        findings.push(...(0,unique_guids/* judgeGuids */.w)(gathered), ...(await (0,ovf_disks/* judgeOvfDisks */.n)(ova)));
    const machine = ova.ovf instanceof errors/* FormatError */.IF ? ova.ovf : ova.ovf?.machine;
    const check = judge(system, findings, level, named ? 'disk' : { machine });
    return attached.length === 0 ? check : { ...check, others: attached };
}
/** @param ovf `disk` for a disk by itself */
function judge({ disk, image }, others, level, ovf = 'disk') {
    const machine = ovf === 'disk' || ovf.machine instanceof errors/* FormatError */.IF ? undefined : ovf.machine;
    const findings = [
        ...(0,rule/* applyRules */.IU)(image_rules/* IMAGE_RULES */.U, image),
        ...(ovf === 'disk' ? [] : (0,rule/* applyRules */.IU)(OVF_RULES, { image, machine: ovf.machine })),
        ...(machine === undefined ? [] : (0,rule/* applyRules */.IU)(machine_rules/* MACHINE_RULES */.y, machine)),
        ...others,
    ];
    const ranked = (0,rule/* bySeverity */.Np)((0,rule/* forLevel */.Qm)(findings, level));
    return {
        verdict: ranked.some(({ severity }) => severity === 'error') ? 'failed' : 'unproven',
        findings: ranked,
        layout: image.layout,
        format: disk.format,
        ...(machine && { machine }),
    };
}
const DIGESTS_UNREAD = {
    code: 'digests-not-checked',
    severity: 'info',
    remedy: 'Nothing needs to be done: upload-esxi, convert-ova and repair-template check every digest before they use the OVA.',
    source: 'DSP0243, section 5.1 (manifest)',
};
function digestsUnread(path, names) {
    return (0,rule/* found */.F9)(DIGESTS_UNREAD, `The manifest of ${path} was not held against ${names.join(', ')}: that would read all of it`);
}


/***/ }),

/***/ 82862:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ assertCandidate)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41251);
/* harmony import */ var _release_mark_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29565);
/** Whether a VM is a candidate still, by its mark and its name. */


/**
 * @param mark that it bears; undefined: none
 * @returns the mark
 * @throws UserError input-invalid for what upload-esxi has not made as a candidate, what is published already, and what has another name than
 * its mark says: somebody has renamed it, or it is a clone
 */
function assertCandidate({ path, name }, mark) {
    const state = mark && (0,_release_mark_js__WEBPACK_IMPORTED_MODULE_1__/* .releaseState */ .hd)(name, mark.name);
    if (mark && state === 'candidate')
        return mark;
    if (mark && state === undefined) {
        const own = (0,_release_mark_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOfCandidate */ .MB)(mark.name, mark.run);
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('input-invalid', `${path} bears the mark of the candidate ${own}, but has another name`, `Rename it to ${own} if it is that candidate; a clone of it is none.`);
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('input-invalid', mark ? `${path} is no candidate any more: it was published before` : `${path} was not uploaded as a candidate`, 'Set vm to the output vm of upload-esxi, which makes a candidate unless its input as says otherwise.');
}


/***/ }),

/***/ 25388:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ formatToolsVersion)
/* harmony export */ });
/** Versions of VMware Tools as vSphere counts them (open-vm-tools vm_tools_version.h). */
/** 12421 is 12.4.5: 1024 * major + 32 * minor + update. */
function formatToolsVersion(version) {
    return `${Math.floor(version / 1024)}.${Math.floor((version % 1024) / 32)}.${version % 32}`;
}


/***/ }),

/***/ 9543:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H0: () => (/* binding */ readServerTime),
/* harmony export */   H4: () => (/* binding */ wasStartedSince),
/* harmony export */   wj: () => (/* binding */ readEvents)
/* harmony export */ });
/* harmony import */ var _xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61268);
/* harmony import */ var _wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4732);
/* harmony import */ var _wire_moref_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7423);
/* harmony import */ var _wire_properties_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85925);
/* harmony import */ var _wire_soap_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68259);
/** Events of a VM: where a host puts what the guest said about a failure. */





/** What the server's clock says. */
async function readServerTime(session) {
    const answer = await session.call('CurrentTime', { type: 'ServiceInstance', value: 'ServiceInstance' });
    return new Date((0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(answer, 'returnval')?.text ?? '');
}
/** Types of events of a start. A cluster that balances its load has events of its own for it. */
const STARTED = ['VmStartingEvent', 'VmPoweredOnEvent', 'DrsVmPoweredOnEvent'];
/**
 * Whether it was started since then by the server's clock. A server gives no more than some number of events (vim25 EventFilterSpec.maxCount), so
 * that an alarm that comes and goes may hide a start: these alone are asked for first, and then all, for a server that knows types by other names.
 */
async function wasStartedSince(session, vm, since) {
    const isStart = ({ type, time }) => STARTED.some((one) => one === type) && Date.parse(time) >= since.getTime();
    return ((await readEvents(session, vm, since, STARTED)).some(isStart) ||
        (await readEvents(session, vm, since)).some(isStart));
}
/**
 * Oldest first; a server gives at most 1000 or so.
 * @param types only of these; default: of any
 */
async function readEvents(session, vm, since, types = []) {
    const filter = (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_3__/* .node */ .rH)('filter', [
        (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_3__/* .node */ .rH)('entity', [(0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_3__/* .reference */ .ir)('entity', vm), (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_3__/* .value */ .Uq)('recursion', 'self')]),
        (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_3__/* .node */ .rH)('time', [(0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_3__/* .value */ .Uq)('beginTime', since.toISOString())]),
        ...types.map((type) => (0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_3__/* .value */ .Uq)('eventTypeId', type)),
    ]);
    const events = (await askForEvents(session, filter)).map((event) => ({
        time: (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(event, 'createdTime') ?? '',
        type: event.type?.name ?? 'Event',
        message: ((0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(event, 'fullFormattedMessage') || (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(event, 'message')?.text) ?? '',
        parts: (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .childrenNamed */ .De)(event, 'messageInfo').flatMap((info) => (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .childrenNamed */ .De)(info, 'argument').map((argument) => argument.text)),
    }));
    return events.sort((a, b) => Date.parse(a.time) - Date.parse(b.time));
}
/** The most that vSphere gives in a page of a collector. */
const PAGE = 1000;
/** A standalone ESXi host does not implement QueryEvents (so says govmomi's simulator of one): there the page of a collector is read. */
async function askForEvents(session, filter) {
    const manager = session.manager('eventManager');
    try {
        return (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .childrenNamed */ .De)(await session.call('QueryEvents', manager, [filter]), 'returnval');
    }
    catch (error) {
        if (!(0,_wire_explain_fault_js__WEBPACK_IMPORTED_MODULE_1__/* .isFault */ .Z)(error, 'NotImplemented', 'NotSupported', 'MethodNotFound'))
            throw error;
        const collector = (0,_wire_moref_js__WEBPACK_IMPORTED_MODULE_4__/* .morefOf */ .D)((0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .child */ .jf)(await session.call('CreateCollectorForEvents', manager, [filter]), 'returnval'));
        if (collector === undefined)
            throw error;
        try {
            await session.call('SetCollectorPageSize', collector, [(0,_wire_soap_js__WEBPACK_IMPORTED_MODULE_3__/* .value */ .Uq)('maxCount', PAGE)]);
            const read = await (0,_wire_properties_js__WEBPACK_IMPORTED_MODULE_2__/* .readProperties */ .Qh)(session, collector, ['latestPage']);
            return (0,_xml_xml_element_js__WEBPACK_IMPORTED_MODULE_0__/* .childrenNamed */ .De)(read.get('latestPage'), 'Event');
        }
        finally {
            await session.call('DestroyCollector', collector).catch((left) => {
                session.log.debug(`A collector of events, which ends with the session: ${String(left)}`);
            });
        }
    }
}


/***/ })

};
