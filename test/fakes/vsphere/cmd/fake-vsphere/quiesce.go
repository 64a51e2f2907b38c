package main

import (
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/vmware/govmomi/object"
	"github.com/vmware/govmomi/simulator"
	"github.com/vmware/govmomi/vim25/methods"
	"github.com/vmware/govmomi/vim25/soap"
	"github.com/vmware/govmomi/vim25/types"

	"stillframe.test/fakes/vsphere/gpt"
)

// hangInLife is how long KB60395 hangs.
const hangInLife = 5 * time.Minute

const (
	quiesceFailed = "An error occurred while saving the snapshot: Failed to quiesce the virtual machine."
	// What the guest reports and the host passes on; N is VmBackupStatus, 5 an unexpected error.
	guestReported = "The guest OS has reported an error during quiescing. The error code was: 5 The error message was: " +
		"'VssSyncStart' operation failed: IDispatch error #8454 (0x80042306)"
)

func (m *machine) CreateSnapshotTask(ctx *simulator.Context, req *types.CreateSnapshot_Task) soap.HasFault {
	taken(ctx, m.Self)
	ex := &types.CreateSnapshotEx_Task{This: req.This, Name: req.Name, Description: req.Description, Memory: req.Memory}
	if req.Quiesce {
		ex.QuiesceSpec = &types.VirtualMachineGuestQuiesceSpec{}
	}
	if fault := m.refuseSnapshot(); fault != nil {
		return &methods.CreateSnapshot_TaskBody{Fault_: fault}
	}
	return &methods.CreateSnapshot_TaskBody{Res: &types.CreateSnapshot_TaskResponse{Returnval: m.snapshotTask(ctx, ex)}}
}

func (m *machine) CreateSnapshotExTask(ctx *simulator.Context, req *types.CreateSnapshotEx_Task) soap.HasFault {
	taken(ctx, m.Self)
	if fault := m.refuseSnapshot(); fault != nil {
		return &methods.CreateSnapshotEx_TaskBody{Fault_: fault}
	}
	if property := wrongQuiesce(req); property != "" {
		return &methods.CreateSnapshotEx_TaskBody{Fault_: simulator.Fault("A specified parameter was not correct: "+property, &types.InvalidArgument{InvalidProperty: property})}
	}
	return &methods.CreateSnapshotEx_TaskBody{Res: &types.CreateSnapshotEx_TaskResponse{Returnval: m.snapshotTask(ctx, req)}}
}

// wrongQuiesce names what nobody may ask for: a time that VirtualMachineGuestQuiesceSpec does not have, words that are no context or kind of
// backup of VirtualMachineWindowsQuiesceSpec, and memory beside quiescing, of which the client takes one alone. Empty when all is right.
func wrongQuiesce(req *types.CreateSnapshotEx_Task) string {
	if req.QuiesceSpec == nil {
		return ""
	}
	if req.Memory {
		return "memory"
	}
	if timeout := req.QuiesceSpec.GetVirtualMachineGuestQuiesceSpec().Timeout; timeout != 0 && (timeout < 5 || timeout > 240) {
		return "quiesceSpec.timeout"
	}
	windows, ok := req.QuiesceSpec.(*types.VirtualMachineWindowsQuiesceSpec)
	if !ok {
		return ""
	}
	contexts := types.VirtualMachineWindowsQuiesceSpecVssBackupContext("").Strings()
	if windows.VssBackupContext != "" && !slices.Contains(contexts, windows.VssBackupContext) {
		return "quiesceSpec.vssBackupContext"
	}
	// VSS_BACKUP_TYPE of the Windows SDK: full, incremental, differential, log, copy.
	if windows.VssBackupType < 0 || windows.VssBackupType > 5 {
		return "quiesceSpec.vssBackupType"
	}
	return ""
}

// refuseSnapshot: a template has none, and of a VM that somebody is at none is taken; nil when it may be.
func (m *machine) refuseSnapshot() *soap.Fault {
	if m.Config.Template {
		return simulator.Fault("The operation is not supported on the object.", &types.NotSupported{})
	}
	return m.occupied()
}

// snapshotTask ends as the real one does: a request for quiescing is silently ignored when the VM is off or Tools do not
// run; it fails when a protected Recovery partition lies on an EFI machine's disk (KB60395); otherwise it leaves a manifest.
func (m *machine) snapshotTask(ctx *simulator.Context, req *types.CreateSnapshotEx_Task) types.ManagedObjectReference {
	return runTask(ctx, m.VirtualMachine, "createSnapshotEx", func(bg *simulator.Context, task *simulator.Task) (types.AnyType, *types.LocalizedMethodFault) {
		m.world.hold(m.Self, true)
		defer m.world.hold(m.Self, false)
		quiesce := req.QuiesceSpec != nil && m.toolsRunning()
		if quiesce {
			waitUnlessCancelled(task, m.world.snapshotDelay)
			if task.Info.Cancelled {
				return nil, task.Info.Error
			}
			return m.around(func() (types.AnyType, *types.LocalizedMethodFault) {
				if played := m.world.situationNow(); played != nil {
					return m.play(bg, task, played)
				}
				if m.cannotQuiesce() {
					return m.hang(bg, task)
				}
				return m.keepSnapshot(bg, req)
			})
		}
		req.QuiesceSpec = nil
		return m.keepSnapshot(bg, req)
	})
}

// keepSnapshot makes it; one that is quiesced has a manifest.
func (m *machine) keepSnapshot(bg *simulator.Context, req *types.CreateSnapshotEx_Task) (types.AnyType, *types.LocalizedMethodFault) {
	var inner types.ManagedObjectReference
	bg.Map.WithLock(bg, m.VirtualMachine, func() {
		inner = m.VirtualMachine.CreateSnapshotExTask(bg, req).(*methods.CreateSnapshotEx_TaskBody).Res.Returnval
	})
	result, fault := waitFor(background(bg), inner)
	if fault != nil {
		return nil, fault
	}
	m.world.mutex.Lock()
	m.world.kept[result.(types.ManagedObjectReference)] = m.world.lifeOf(m.Self).keep()
	m.world.mutex.Unlock()
	if req.QuiesceSpec == nil {
		return result, nil
	}
	if err := m.writeManifest(bg, result.(types.ManagedObjectReference)); err != nil {
		return nil, &types.LocalizedMethodFault{Fault: &types.SystemErrorFault{Reason: err.Error()}, LocalizedMessage: err.Error()}
	}
	return result, nil
}

func (m *machine) cannotQuiesce() bool {
	if m.Config.Firmware != string(types.GuestOsDescriptorFirmwareTypeEfi) {
		return false
	}
	for _, disk := range m.world.disksOf(m.Self) {
		for _, p := range disk.Partitions {
			if p.Type == gpt.TypeRecovery && p.Protected() {
				return true
			}
		}
	}
	return false
}

// hang stays at 100 % for the scaled five minutes and fails with the fault and the event that vCenter shows.
func (m *machine) hang(ctx *simulator.Context, task *simulator.Task) (types.AnyType, *types.LocalizedMethodFault) {
	ctx.Map.AtomicUpdate(ctx, task, []types.PropertyChange{{Name: "info.progress", Val: int32(100)}})
	time.Sleep(m.world.quiesceHang)
	// The wait is scaled, the times are not: by the server's own account the task took its five minutes.
	ctx.Map.AtomicUpdate(ctx, task, []types.PropertyChange{{Name: "info.startTime", Val: time.Now().Add(-hangInLife)}})
	m.report(ctx, guestReported)
	fault := &types.ApplicationQuiesceFault{}
	fault.FaultMessage = []types.LocalizableMessage{{Key: "msg.snapshot.error-QUIESCINGERROR", Message: quiesceFailed}}
	return nil, &types.LocalizedMethodFault{Fault: fault, LocalizedMessage: quiesceFailed}
}

// waitUnlessCancelled lets a task take its time; one that is asked to stop does so within moments.
func waitUnlessCancelled(task *simulator.Task, long time.Duration) {
	for end := time.Now().Add(long); time.Now().Before(end) && !task.Info.Cancelled; {
		time.Sleep(min(time.Until(end), 50*time.Millisecond))
	}
}

// applicationConsistent tells what kind of quiescing the settings allow.
func (m *machine) applicationConsistent() bool {
	uuid := equalFold(m.option("disk.EnableUUID"), "true")
	if flags := m.Config.Flags; flags.DiskUuidEnabled != nil && *flags.DiskUuidEnabled {
		uuid = true
	}
	devices := object.VirtualDeviceList(m.Config.Hardware.Device)
	for _, device := range devices.SelectByType((*types.VirtualDisk)(nil)) {
		switch devices.FindByKey(device.GetVirtualDevice().ControllerKey).(type) {
		case *types.ParaVirtualSCSIController, *types.VirtualLsiLogicSASController:
		case *types.VirtualNVMEController:
			// vsphere-gos-validation, check_quiescing_type.yml: Server 2022 alone, from that build on.
			if !nvmeFixed(m.option("guestInfo.detailed.data")) {
				return false
			}
		default:
			return false
		}
	}
	return uuid && m.providerThere() && !m.barred()
}

func (m *machine) writeManifest(ctx *simulator.Context, ref types.ManagedObjectReference) error {
	var directory object.DatastorePath
	directory.FromString(m.Config.Files.SnapshotDirectory)
	if directory.Path == "" || strings.HasSuffix(directory.Path, ".vmx") {
		directory.FromString(m.Config.Files.VmPathName)
		directory.Path = path.Dir(directory.Path)
	}
	datastore := ctx.Map.FindByName(directory.Datastore, m.Datastore).(*simulator.Datastore)
	name := path.Join(directory.Path, m.Name+"-vss_manifests1.zip")
	file := filepath.Join(datastore.Summary.Url, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		return err
	}
	documents := m.world.planNow().Manifest
	if documents == nil {
		documents = manifestDocuments(m.applicationConsistent())
	}
	if err := writeManifestZip(file, documents); err != nil {
		return err
	}
	manifest := object.DatastorePath{Datastore: directory.Datastore, Path: name}
	ctx.Map.WithLock(ctx, m.VirtualMachine, func() {
		roots := setManifest(m.Snapshot.RootSnapshotList, ref, manifest.String())
		ctx.Update(m.VirtualMachine, []types.PropertyChange{{Name: "snapshot.rootSnapshotList", Val: roots}})
	})
	return nil
}

func setManifest(trees []types.VirtualMachineSnapshotTree, ref types.ManagedObjectReference, manifest string) []types.VirtualMachineSnapshotTree {
	for i := range trees {
		if trees[i].Snapshot == ref {
			trees[i].BackupManifest = manifest
		}
		trees[i].ChildSnapshotList = setManifest(trees[i].ChildSnapshotList, ref, manifest)
	}
	return trees
}

func findTree(trees []types.VirtualMachineSnapshotTree, ref types.ManagedObjectReference) *types.VirtualMachineSnapshotTree {
	for i := range trees {
		if trees[i].Snapshot == ref {
			return &trees[i]
		}
		if found := findTree(trees[i].ChildSnapshotList, ref); found != nil {
			return found
		}
	}
	return nil
}

// snapshot takes its manifest with it when it is removed.
type snapshot struct {
	*simulator.VirtualMachineSnapshot
	world *world
}

func (s *snapshot) RemoveSnapshotTask(ctx *simulator.Context, req *types.RemoveSnapshot_Task) soap.HasFault {
	taken(ctx, s.Self)
	if vm, ok := ctx.Map.Get(s.Vm).(*simulator.VirtualMachine); ok {
		if fault := (&machine{VirtualMachine: vm, world: s.world}).occupied(); fault != nil {
			return &methods.RemoveSnapshot_TaskBody{Fault_: fault}
		}
	}
	if fault := s.world.usedBy(ctx, s.Vm, &s.Self); fault != nil {
		return &methods.RemoveSnapshot_TaskBody{Fault_: simulator.Fault("The resource is in use.", fault)}
	}
	if vm, ok := ctx.Map.Get(s.Vm).(*simulator.VirtualMachine); ok && vm.Snapshot != nil {
		if tree := findTree(vm.Snapshot.RootSnapshotList, s.Self); tree != nil && tree.BackupManifest != "" {
			var file object.DatastorePath
			file.FromString(tree.BackupManifest)
			if datastore, ok := ctx.Map.FindByName(file.Datastore, vm.Datastore).(*simulator.Datastore); ok {
				_ = os.Remove(filepath.Join(datastore.Summary.Url, filepath.FromSlash(file.Path)))
			}
		}
	}
	res := s.VirtualMachineSnapshot.RemoveSnapshotTask(ctx, req)
	if vm, ok := ctx.Map.Get(s.Vm).(*simulator.VirtualMachine); ok && s.world.planNow().Unmerged != "" {
		unmerged(ctx, vm, true)
	}
	return res
}

func nvmeFixed(detailed types.AnyType) bool {
	text, _ := detailed.(string)
	found := regexp.MustCompile(`kernelVersion='20348\.(\d+)'`).FindStringSubmatch(text)
	return found != nil && number(found[1]) >= 2582
}
