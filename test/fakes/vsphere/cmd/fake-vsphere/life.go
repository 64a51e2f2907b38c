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
	"stillframe.test/fakes/vsphere/vmdk"
)

// What the image's first boot publishes, and vSphere shows among the settings of the VM while the guest runs.
const firstBootKey = "guestinfo.stillframe.first-boot"

func (m *machine) PowerOnVMTask(ctx *simulator.Context, req *types.PowerOnVM_Task) soap.HasFault {
	taken(ctx, m.Self)
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
	disk, err := vmdk.Open(disks[0].Path)
	if err != nil {
		return guest.Guest{Refused: &guest.Halt{Rule: "disk-damaged", Why: err.Error()}}
	}
	defer disk.Close()
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

// live is the life of the guest from power-on: nothing without a Windows that starts; then the first boot with its restart, which
// brings VMware Tools and says how far it is; in later starts only Tools.
func (m *machine) live(ctx *simulator.Context) {
	g := m.look()
	m.world.mutex.Lock()
	m.world.guests[m.Self] = g
	m.world.started[m.Self]++
	turn, booted := m.world.started[m.Self], m.world.booted[m.Self]
	m.world.mutex.Unlock()
	for _, halt := range []*guest.Halt{g.Refused, g.Waiting} {
		if halt != nil {
			log.Printf("%s: console: %s [%s]", m.Name, halt.Why, halt.Rule)
			return
		}
	}
	on := func(wait time.Duration) bool {
		time.Sleep(wait)
		m.world.mutex.Lock()
		defer m.world.mutex.Unlock()
		return m.world.started[m.Self] == turn && m.Runtime.PowerState == types.VirtualMachinePowerStatePoweredOn
	}
	delay := m.world.toolsDelay
	if m.world.toolsOff || !on(delay) {
		return
	}
	if booted || !g.FirstBoot {
		if g.Tools || (booted && g.ToolsAfter) {
			m.setTools(ctx, true, true)
		}
		return
	}
	if g.ToolsAfter {
		m.setTools(ctx, true, true)
		m.setOption(ctx, firstBootKey, "restarting")
		if !on(delay / 4) {
			return
		}
		m.setOption(ctx, firstBootKey, "")
		m.setTools(ctx, false, true)
		if !on(delay) {
			return
		}
		m.setTools(ctx, true, true)
		m.setOption(ctx, firstBootKey, "running")
		if !on(delay / 4) {
			return
		}
		m.setOption(ctx, firstBootKey, lastWord(g))
	}
	m.world.mutex.Lock()
	m.world.booted[m.Self] = true
	m.world.mutex.Unlock()
}

func lastWord(g guest.Guest) string {
	if failed := g.Failed(); len(failed) > 0 {
		return "failed: " + strings.Join(failed, " ")
	}
	return "done"
}

// ShutdownGuest asks Tools, which must run.
func (m *machine) ShutdownGuest(ctx *simulator.Context, req *types.ShutdownGuest) soap.HasFault {
	taken(ctx, m.Self)
	if !m.toolsRunning() {
		return &methods.ShutdownGuestBody{Fault_: simulator.Fault("VMware Tools is not running in this virtual machine.", &types.ToolsUnavailable{})}
	}
	m.goDark(ctx)
	return m.VirtualMachine.ShutdownGuest(ctx, req)
}

// goDark ends what only a running guest shows.
func (m *machine) goDark(ctx *simulator.Context) {
	m.world.mutex.Lock()
	m.world.started[m.Self]++
	g, booted := m.world.guests[m.Self], m.world.booted[m.Self]
	m.world.mutex.Unlock()
	m.setOption(ctx, firstBootKey, "")
	m.setTools(ctx, false, g.Tools || (booted && g.ToolsAfter))
}

// providerThere tells whether the guest has the VMware Snapshot Provider, without which no application takes part.
func (m *machine) providerThere() bool {
	m.world.mutex.Lock()
	defer m.world.mutex.Unlock()
	return m.world.guests[m.Self].ProviderAfter
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
			m.Guest.ToolsVersion, m.Guest.GuestId, m.Guest.GuestFamily = "12421", m.Config.GuestId, "windowsGuest"
		}
		ctx.Update(m.VirtualMachine, changes)
	})
}

// setOption changes one setting of the .vmx file; an empty value removes it.
func (m *machine) setOption(ctx *simulator.Context, key, value string) {
	ctx.Map.WithLock(ctx, m.VirtualMachine, func() {
		kept := []types.BaseOptionValue{}
		for _, o := range m.Config.ExtraConfig {
			if o.GetOptionValue().Key != key {
				kept = append(kept, o)
			}
		}
		if value != "" {
			kept = append(kept, &types.OptionValue{Key: key, Value: value})
		}
		ctx.Update(m.VirtualMachine, []types.PropertyChange{{Name: "config.extraConfig", Val: kept}})
	})
}
