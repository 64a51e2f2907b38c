package main

import (
	"context"
	"maps"
	"net/http"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/vmware/govmomi/object"
	"github.com/vmware/govmomi/simulator"
	"github.com/vmware/govmomi/vim25/mo"
	"github.com/vmware/govmomi/vim25/types"

	"stillframe.test/fakes/vsphere/gpt"
	"stillframe.test/fakes/vsphere/guest"
)

type options struct {
	toolsDelay, quiesceHang, snapshotDelay, leaseTimeout, leaseDelay time.Duration
	toolsOff                                                         bool
	uploadRate                                                       int64
	updateTimeout                                                    time.Duration
}

// keptDisk is a disk as it was uploaded.
type keptDisk struct {
	Path       string          `json:"path"`
	Size       int64           `json:"size"`
	Partitions []gpt.Partition `json:"partitions"`
	// what its guest has written since, by sector; never changed, so that copies may share it
	written map[int64][]byte
}

// world is what the simulator does not know: uploaded disks, open leases, expected file sizes.
type world struct {
	options
	model  *simulator.Model
	folder string

	mutex sync.Mutex
	disks map[types.ManagedObjectReference][]keptDisk
	lives map[types.ManagedObjectReference]*life
	// what snapshots hold
	kept map[types.ManagedObjectReference]kept
	// VMs that a snapshot under way holds
	held map[types.ManagedObjectReference]bool
	// VMs that a lease makes: nobody else may touch them
	making map[types.ManagedObjectReference]bool
	leases map[string]*lease
	// leases so far
	begun int
	// sizes and names by the deviceId of CreateImportSpec's file items
	sizes map[string]int64
	paths map[string]string
	// files of the library items that VMs of these names are being deployed from
	deploys map[string]map[string]string
	// disks of library items that were made of VMs, by their files
	captured map[string]capturedDisk
	// nil: files go to the server itself
	dataHost *dataHost
	// the disks as files, and exports of them
	storage *storage
	// nil: the disk decides how quiescing ends
	situation *situation
	plan      plan
	account   *account
	// machines with traits, as they were before
	sound map[types.ManagedObjectReference]*before
}

func newWorld(o options, model *simulator.Model, folder string) *world {
	w := &world{
		options: o, model: model, folder: folder,
		disks:    make(map[types.ManagedObjectReference][]keptDisk),
		lives:    make(map[types.ManagedObjectReference]*life),
		kept:     make(map[types.ManagedObjectReference]kept),
		held:     make(map[types.ManagedObjectReference]bool),
		making:   make(map[types.ManagedObjectReference]bool),
		leases:   make(map[string]*lease),
		sizes:    make(map[string]int64),
		paths:    make(map[string]string),
		deploys:  make(map[string]map[string]string),
		captured: make(map[string]capturedDisk),
		sound:    make(map[types.ManagedObjectReference]*before),

		account: newAccount(),
	}
	w.storage = newStorage(w)
	return w
}

// intercept puts an extended object in the place of the simulator's for one call. The simulator asks the session's own
// registry last, so that is where the extension has to stand; it removes itself when its method begins (see taken).
func (w *world) intercept(ctx *simulator.Context, method *simulator.Method) (mo.Reference, types.BaseMethodFault) {
	if ctx.Session == nil {
		return nil, nil
	}
	if fault := w.account.refuse(ctx.Map, demandsOf(ctx, method)); fault != nil {
		return nil, fault
	}
	object := ctx.Map.Get(method.This)
	var extended mo.Reference
	switch o := object.(type) {
	case *simulator.VirtualMachine:
		switch method.Name {
		case "PowerOnVM_Task", "PowerOffVM_Task", "ShutdownGuest", "CloneVM_Task", "MarkAsTemplate", "MarkAsVirtualMachine", "CreateSnapshot_Task", "CreateSnapshotEx_Task", "Destroy_Task", "Rename_Task", "ReconfigVM_Task", "RemoveAllSnapshots_Task", "ConsolidateVMDisks_Task", "SuspendVM_Task", "ExportVm":
			extended = &machine{VirtualMachine: o, world: w}
		}
	case *simulator.VirtualMachineSnapshot:
		if method.Name == "RemoveSnapshot_Task" {
			extended = &snapshot{VirtualMachineSnapshot: o, world: w}
		}
	case *simulator.GuestProcessManager:
		switch method.Name {
		case "StartProgramInGuest", "ListProcessesInGuest":
			extended = &programs{GuestProcessManager: o, world: w}
		}
	case *simulator.OvfManager:
		if method.Name == "CreateImportSpec" {
			extended = &ovfManager{OvfManager: o, world: w}
		}
	case *simulator.AuthorizationManager:
		if method.Name == "HasPrivilegeOnEntities" {
			extended = &authorization{AuthorizationManager: o, account: w.account}
		}
	case *simulator.Folder:
		if method.Name == "MoveIntoFolder_Task" {
			extended = &vmFolder{Folder: o, world: w}
		}
	case *simulator.ResourcePool:
		if method.Name == "ImportVApp" {
			extended = &pool{ResourcePool: o, world: w}
		}
	}
	if extended != nil {
		ctx.Session.Put(extended)
	}
	return nil, nil
}

// taken ends the stay of an extended object in the session's registry.
func taken(ctx *simulator.Context, ref types.ManagedObjectReference) {
	ctx.Session.Registry.Remove(ctx, ref)
}

// background is a context for work that goes on after the call has returned; locks belong to a context.
func background(ctx *simulator.Context) *simulator.Context {
	b := *ctx
	b.Context = context.Background()
	return &b
}

// runTask starts a task of our own: unlike the simulator's it holds no lock while it runs and can fail with a text.
func runTask(ctx *simulator.Context, entity mo.Reference, name string, run func(*simulator.Context, *simulator.Task) (types.AnyType, *types.LocalizedMethodFault)) types.ManagedObjectReference {
	bg := background(ctx)
	task := simulator.CreateTask(entity, name, nil)
	bg.Map.Put(task)
	task.Info.Key = task.Self.Value
	task.Info.Task = task.Self
	bg.Map.AtomicUpdate(bg, task, []types.PropertyChange{
		{Name: "info.startTime", Val: time.Now()},
		{Name: "info.state", Val: types.TaskInfoStateRunning},
	})
	go func() {
		result, fault := run(bg, task)
		changes := []types.PropertyChange{{Name: "info.completeTime", Val: time.Now()}}
		if fault != nil {
			changes = append(changes,
				types.PropertyChange{Name: "info.error", Val: fault},
				types.PropertyChange{Name: "info.state", Val: types.TaskInfoStateError})
		} else {
			changes = append(changes,
				types.PropertyChange{Name: "info.result", Val: result},
				types.PropertyChange{Name: "info.state", Val: types.TaskInfoStateSuccess})
		}
		bg.Map.AtomicUpdate(bg, task, changes)
	}()
	return task.Self
}

func (w *world) hold(ref types.ManagedObjectReference, held bool) {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	w.held[ref] = held
}

// waitFor waits for a task of the simulator and gives its result or its fault.
func waitFor(ctx *simulator.Context, ref types.ManagedObjectReference) (types.AnyType, *types.LocalizedMethodFault) {
	task := ctx.Map.Get(ref).(*simulator.Task)
	task.Wait()
	return task.Info.Result, task.Info.Error
}

type stateVM struct {
	Name       string     `json:"name"`
	PowerState string     `json:"powerState"`
	Template   bool       `json:"template"`
	Firmware   string     `json:"firmware"`
	SecureBoot bool       `json:"secureBoot"`
	GuestID    string     `json:"guestId"`
	Extra      any        `json:"extraConfig"`
	Snapshots  int        `json:"snapshots"`
	Disks      []keptDisk `json:"disks"`
	// what its last start came to
	Guest *guest.Guest `json:"guest"`
	NICs  []stateNIC   `json:"nics"`
	// paths of what programs of the host have put into it
	Files []string `json:"files"`
}

type stateNIC struct {
	Network        string `json:"network"`
	Connected      bool   `json:"connected"`
	StartConnected bool   `json:"startConnected"`
}

// nics tells what the network cards hang on.
func nics(vm *simulator.VirtualMachine) []stateNIC {
	all := []stateNIC{}
	devices := object.VirtualDeviceList(vm.Config.Hardware.Device)
	for _, device := range devices.SelectByType((*types.VirtualEthernetCard)(nil)) {
		d := device.GetVirtualDevice()
		nic := stateNIC{StartConnected: d.Connectable == nil || d.Connectable.StartConnected, Connected: d.Connectable != nil && d.Connectable.Connected}
		switch backing := d.Backing.(type) {
		case *types.VirtualEthernetCardNetworkBackingInfo:
			nic.Network = backing.DeviceName
		case *types.VirtualEthernetCardDistributedVirtualPortBackingInfo:
			nic.Network = backing.Port.PortgroupKey
		}
		all = append(all, nic)
	}
	return all
}

// state lists for the tests what is there, as JSON.
func (w *world) state(rw http.ResponseWriter, _ *http.Request) {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	vms := []stateVM{}
	for _, vm := range machines(w.model.Map()) {
		extra := map[string]any{}
		for _, option := range vm.Config.ExtraConfig {
			extra[option.GetOptionValue().Key] = option.GetOptionValue().Value
		}
		s := stateVM{
			Name: vm.Name, PowerState: string(vm.Runtime.PowerState), Template: vm.Config.Template,
			Firmware: vm.Config.Firmware, GuestID: vm.Config.GuestId, Extra: extra,
			Snapshots: len(vm.RootSnapshot), Disks: w.disks[vm.Self], NICs: nics(vm),
		}
		if l := w.lives[vm.Self]; l != nil {
			s.Guest = l.guest
			s.Files = slices.Sorted(maps.Keys(l.files))
		}
		if boot := vm.Config.BootOptions; boot != nil && boot.EfiSecureBootEnabled != nil {
			s.SecureBoot = *boot.EfiSecureBootEnabled
		}
		vms = append(vms, s)
	}
	leases := slices.AppendSeq([]string{}, maps.Keys(w.leases))
	slices.Sort(leases)
	writeJSON(rw, map[string]any{"vms": vms, "leases": leases})
}

// tasks counts those under way.
func (w *world) tasks(rw http.ResponseWriter, _ *http.Request) {
	running := 0
	for _, task := range w.model.Map().AllReference("Task") {
		if state := task.(*simulator.Task).Info.State; state == types.TaskInfoStateRunning || state == types.TaskInfoStateQueued {
			running++
		}
	}
	writeJSON(rw, map[string]int{"running": running})
}

func equalFold(value types.AnyType, text string) bool {
	s, ok := value.(string)
	return ok && strings.EqualFold(s, text)
}
