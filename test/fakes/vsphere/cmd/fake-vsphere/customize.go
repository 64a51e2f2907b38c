package main

import (
	"github.com/vmware/govmomi/object"
	"github.com/vmware/govmomi/simulator"
	"github.com/vmware/govmomi/vim25/types"
)

// customization is what a clone has been given to do at its first start.
type customization struct {
	// sysprep has run, and Windows has restarted for it
	begun bool
}

// refuseCustomization is why a clone of this VM cannot be customized; nil when it can. Whether Tools are installed only a guest says that
// has run them: a stamp on the disk is not believed here, which is stricter than the real thing.
func (m *machine) refuseCustomization(spec *types.CustomizationSpec) *types.LocalizedMethodFault {
	fault := func(fault types.BaseMethodFault, text string) *types.LocalizedMethodFault {
		return &types.LocalizedMethodFault{Fault: fault, LocalizedMessage: text}
	}
	m.world.mutex.Lock()
	tools := m.world.lifeOf(m.Self).disk.tools
	m.world.mutex.Unlock()
	if !tools {
		return fault(&types.UncustomizableGuest{UncustomizableGuestOS: m.Config.GuestId},
			"Tools is not installed in the GuestOS. Please install the latest version of open-vm-tools or VMware Tools to enable GuestCustomization.")
	}
	if cards := len(nics(m.VirtualMachine)); cards != len(spec.NicSettingMap) {
		return fault(&types.NicSettingMismatch{NumberOfNicsInSpec: int32(len(spec.NicSettingMap)), NumberOfNicsInVM: int32(cards)},
			"The number of network adapters in the specification does not match the virtual machine.")
	}
	identity, ok := spec.Identity.(*types.CustomizationSysprep)
	if _, windows := spec.Options.(*types.CustomizationWinOptions); !ok || !windows {
		return fault(&types.UncustomizableGuest{UncustomizableGuestOS: m.Config.GuestId}, "Customization of the guest operating system is not supported in this configuration.")
	}
	if name, fixed := identity.UserData.ComputerName.(*types.CustomizationFixedName); fixed && (name.Name == "" || len(name.Name) > 15) {
		return fault(&types.InvalidArgument{InvalidProperty: "spec.customization.identity.userData.computerName"}, "A specified parameter was not correct: computerName")
	}
	return nil
}

// customize goes on with the customization of a clone whose Tools have come up; the answer is whether Windows restarts.
func (b *boot) customize() bool {
	w := b.m.world
	w.mutex.Lock()
	c := b.life.custom
	w.mutex.Unlock()
	if c == nil {
		return false
	}
	event := types.CustomizationEvent{VmEvent: b.m.event(), LogLocation: `C:\WINDOWS\TEMP\vmware-imc`}
	end := func(event types.BaseEvent, text string) bool {
		w.mutex.Lock()
		b.life.custom = nil
		w.mutex.Unlock()
		b.m.post(b.ctx, event, text)
		return false
	}
	if c.begun {
		// Whoever cut it off: customization connects the cards.
		b.m.connect(b.ctx, true)
		return end(&types.CustomizationSucceeded{CustomizationEvent: event}, "Customization of VM "+b.m.Name+" succeeded.")
	}
	b.m.post(b.ctx, &types.CustomizationStartedEvent{CustomizationEvent: event}, "Started customization of VM "+b.m.Name+".")
	failed := types.CustomizationFailed{CustomizationEvent: event}
	switch plan := w.planNow().Customization; {
	case b.disk().sealed || plan == "stumbles":
		return end(&types.CustomizationSysprepFailed{CustomizationFailed: failed, SystemVersion: b.guest.Build},
			"Windows customization of VM "+b.m.Name+" failed: sysprep did not end.")
	case plan == "fails":
		return end(&types.CustomizationFailed{CustomizationEvent: event}, "An error occurred while customizing VM "+b.m.Name+".")
	case plan == "silent":
		return false
	}
	c.begun = true
	return b.restart()
}

// connect switches all network cards on or off.
func (m *machine) connect(ctx *simulator.Context, on bool) {
	ctx.Map.WithLock(ctx, m.VirtualMachine, func() {
		devices := object.VirtualDeviceList(m.Config.Hardware.Device)
		for _, device := range devices.SelectByType((*types.VirtualEthernetCard)(nil)) {
			if state := device.GetVirtualDevice().Connectable; state != nil {
				state.StartConnected, state.Connected = on, on
			}
		}
		ctx.Update(m.VirtualMachine, []types.PropertyChange{{Name: "config.hardware.device", Val: m.Config.Hardware.Device}})
	})
}
