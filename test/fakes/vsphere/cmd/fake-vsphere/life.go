package main

import (
	"log"
	"strings"
	"time"

	"github.com/vmware/govmomi/object"
	"github.com/vmware/govmomi/simulator"
	"github.com/vmware/govmomi/vim25/methods"
	"github.com/vmware/govmomi/vim25/soap"
	"github.com/vmware/govmomi/vim25/types"

	"stillframe.test/fakes/vsphere/guest"
)

// life is what the double knows of a guest beside what vSphere shows.
type life struct {
	// every change of its power, and every restart of its Windows, begins another turn
	turn int
	// what its last start came to; nil before the first
	guest *guest.Guest
	// what it has written to its disk since it was uploaded
	disk written
	// nil: its disks are its own
	linked *linked
	// nil: nobody customizes it
	custom *customization
	// files that programs of the host have made, by path, and these programs
	files map[string]string
	ran   []types.GuestProcessInfo
	// when files were written by scripts of VMware Tools, and how often it was asked for its services
	wrote map[string]time.Time
	asked int
}

// lifeOf makes one where there is none yet; the caller holds the mutex.
func (w *world) lifeOf(ref types.ManagedObjectReference) *life {
	if w.lives[ref] == nil {
		w.lives[ref] = &life{disk: newWritten(), files: make(map[string]string)}
	}
	return w.lives[ref]
}

func (m *machine) PowerOnVMTask(ctx *simulator.Context, req *types.PowerOnVM_Task) soap.HasFault {
	taken(ctx, m.Self)
	if fault := m.occupied(); fault != nil {
		return &methods.PowerOnVM_TaskBody{Fault_: fault}
	}
	res := m.VirtualMachine.PowerOnVMTask(ctx, req)
	if body, ok := res.(*methods.PowerOnVM_TaskBody); ok && body.Fault_ == nil {
		go m.live(background(ctx))
	}
	return res
}

// look starts the guest in thought: what it comes to is decided by its uploaded disk and the settings of the VM alone.
func (m *machine) look() guest.Guest {
	disks := m.world.disksOf(m.Self)
	if len(disks) == 0 {
		return guest.Guest{Refused: &guest.Halt{Rule: "disk-empty", Why: "Operating System not found"}}
	}
	disk, err := m.world.storage.open(disks[0])
	if err != nil {
		return guest.Guest{Refused: &guest.Halt{Rule: "disk-damaged", Why: err.Error()}}
	}
	settings := guest.Machine{Firmware: m.Config.Firmware, Controller: m.controller()}
	if boot := m.Config.BootOptions; boot != nil && boot.EfiSecureBootEnabled != nil {
		settings.SecureBoot = *boot.EfiSecureBootEnabled
	}
	return guest.Inspect(disk, settings)
}

// controller is what the first disk hangs on.
func (m *machine) controller() string {
	devices := object.VirtualDeviceList(m.Config.Hardware.Device)
	for _, device := range devices.SelectByType((*types.VirtualDisk)(nil)) {
		switch devices.FindByKey(device.GetVirtualDevice().ControllerKey).(type) {
		case *types.ParaVirtualSCSIController:
			return "pvscsi"
		case *types.VirtualLsiLogicSASController:
			return "lsilogicsas"
		case *types.VirtualLsiLogicController:
			return "lsilogic"
		case *types.VirtualBusLogicController:
			return "buslogic"
		case *types.VirtualNVMEController:
			return "nvme"
		case *types.VirtualAHCIController:
			return "sata"
		default:
			return "ide"
		}
	}
	return "none"
}

// live is the life of the guest from power-on: nothing without a Windows that starts, then one start after the other until its first
// boot is over, or its power goes.
func (m *machine) live(ctx *simulator.Context) {
	g := m.look()
	m.world.mutex.Lock()
	l := m.world.lifeOf(m.Self)
	l.guest = &g
	l.turn++
	turn := l.turn
	m.world.mutex.Unlock()
	for _, halt := range []*guest.Halt{g.Refused, g.Waiting} {
		if halt != nil {
			log.Printf("%s: console: %s [%s]", m.Name, halt.Why, halt.Rule)
			return
		}
	}
	if l.linked != nil && m.world.planNow().Restored == "dead" {
		log.Printf("%s: console: 0xc000021a", m.Name)
		return
	}
	if m.world.planNow().Connected {
		time.Sleep(m.world.toolsDelay)
		m.connect(ctx, true)
	}
	b := &boot{m: m, ctx: ctx, guest: g, life: l, turn: turn}
	for b.start() {
	}
}

// ShutdownGuest asks Tools, which must run.
func (m *machine) ShutdownGuest(ctx *simulator.Context, req *types.ShutdownGuest) soap.HasFault {
	taken(ctx, m.Self)
	if m.Runtime.PowerState != types.VirtualMachinePowerStatePoweredOn {
		return &methods.ShutdownGuestBody{Fault_: m.wrongPower(types.VirtualMachinePowerStatePoweredOn)}
	}
	if fault := m.occupied(); fault != nil {
		return &methods.ShutdownGuestBody{Fault_: fault}
	}
	if !m.toolsRunning() {
		return &methods.ShutdownGuestBody{Fault_: simulator.Fault("VMware Tools is not running in this virtual machine.", &types.ToolsUnavailable{})}
	}
	if m.world.planNow().StaysOn {
		return &methods.ShutdownGuestBody{Res: new(types.ShutdownGuestResponse)}
	}
	m.goDark(ctx)
	return m.VirtualMachine.ShutdownGuest(ctx, req)
}

// goDark ends what only a running guest shows.
func (m *machine) goDark(ctx *simulator.Context) {
	m.world.mutex.Lock()
	l := m.world.lifeOf(m.Self)
	l.turn++
	installed := l.disk.tools
	m.world.mutex.Unlock()
	m.forget(ctx)
	m.setTools(ctx, false, installed)
}

// providerThere tells whether the guest has the VMware Snapshot Provider, without which no application takes part.
func (m *machine) providerThere() bool {
	m.world.mutex.Lock()
	defer m.world.mutex.Unlock()
	return m.world.lifeOf(m.Self).disk.provider
}

func (m *machine) setTools(ctx *simulator.Context, running, installed bool) {
	status, run, version := types.VirtualMachineToolsStatusToolsNotRunning, types.VirtualMachineToolsRunningStatusGuestToolsNotRunning, types.VirtualMachineToolsVersionStatusGuestToolsNotInstalled
	if installed {
		version = types.VirtualMachineToolsVersionStatusGuestToolsCurrent
	}
	if running {
		status, run = types.VirtualMachineToolsStatusToolsOk, types.VirtualMachineToolsRunningStatusGuestToolsRunning
	}
	changes := []types.PropertyChange{
		{Name: "guest.toolsStatus", Val: status},
		{Name: "guest.toolsRunningStatus", Val: string(run)},
		{Name: "guest.toolsVersionStatus2", Val: string(version)},
	}
	ctx.Map.WithLock(ctx, m.VirtualMachine, func() {
		m.Guest.GuestOperationsReady = types.NewBool(running)
		m.Capability.QuiescedSnapshotsSupported = running
		if running {
			// As Tools of Windows say it themselves (type 1 is an MSI), in place of what the disk was stamped with.
			m.Guest.ToolsVersion, m.Guest.GuestId, m.Guest.GuestFamily = toolsVersion, m.Config.GuestId, "windowsGuest"
			m.Guest.ToolsInstallType = string(types.VirtualMachineToolsInstallTypeGuestToolsTypeMSI)
			m.Config.Tools.ToolsVersion, m.Config.Tools.ToolsInstallType = 12448, m.Guest.ToolsInstallType
		}
		ctx.Update(m.VirtualMachine, changes)
	})
}

// 12.5.0, as the sample disc of VMware Tools: 1024 * major + 32 * minor + update
const toolsVersion = "12448"

// forget removes what the guest has published; what the host set stays in the .vmx file.
func (m *machine) forget(ctx *simulator.Context) {
	m.setOptions(ctx, func(key string) bool { return strings.HasPrefix(key, "guestinfo.stillframe.") && key != seenKey }, nil)
}

func (m *machine) setOptions(ctx *simulator.Context, gone func(key string) bool, set map[string]string) {
	ctx.Map.WithLock(ctx, m.VirtualMachine, func() {
		kept := []types.BaseOptionValue{}
		for _, o := range m.Config.ExtraConfig {
			if !gone(o.GetOptionValue().Key) {
				kept = append(kept, o)
			}
		}
		for key, value := range set {
			if value != "" {
				kept = append(kept, &types.OptionValue{Key: key, Value: value})
			}
		}
		if m.world.planNow().Quiet {
			m.Config.ExtraConfig = kept
			return
		}
		ctx.Update(m.VirtualMachine, []types.PropertyChange{{Name: "config.extraConfig", Val: kept}})
	})
}
