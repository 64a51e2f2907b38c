package main

import (
	"maps"
	"strings"

	"github.com/vmware/govmomi/simulator"
	"github.com/vmware/govmomi/vim25/methods"
	"github.com/vmware/govmomi/vim25/soap"
	"github.com/vmware/govmomi/vim25/types"
)

// machine is a VM whose guest is as its disk says.
type machine struct {
	*simulator.VirtualMachine
	world *world
}

func (w *world) disksOf(ref types.ManagedObjectReference) []keptDisk {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	return w.disks[ref]
}

func (m *machine) PowerOffVMTask(ctx *simulator.Context, req *types.PowerOffVM_Task) soap.HasFault {
	taken(ctx, m.Self)
	if fault := m.occupied(); fault != nil {
		return &methods.PowerOffVM_TaskBody{Fault_: fault}
	}
	m.goDark(ctx)
	return m.VirtualMachine.PowerOffVMTask(ctx, req)
}

// SuspendVMTask: what Tools say they say no more, and what the guest has published stays for when it goes on.
func (m *machine) SuspendVMTask(ctx *simulator.Context, req *types.SuspendVM_Task) soap.HasFault {
	taken(ctx, m.Self)
	if fault := m.occupied(); fault != nil {
		return &methods.SuspendVM_TaskBody{Fault_: fault}
	}
	m.setTools(ctx, false, m.toolsRunning())
	return m.VirtualMachine.SuspendVMTask(ctx, req)
}

func (m *machine) toolsRunning() bool {
	return m.Runtime.PowerState == types.VirtualMachinePowerStatePoweredOn && m.Guest != nil &&
		m.Guest.ToolsRunningStatus == string(types.VirtualMachineToolsRunningStatusGuestToolsRunning)
}

func (m *machine) option(key string) types.AnyType {
	for _, o := range m.Config.ExtraConfig {
		if o.GetOptionValue().Key == key {
			return o.GetOptionValue().Value
		}
	}
	return nil
}

// CloneVMTask copies what the simulator's clone leaves behind: firmware, boot options, extra configuration, disk contents.
func (m *machine) CloneVMTask(ctx *simulator.Context, req *types.CloneVM_Task) soap.HasFault {
	taken(ctx, m.Self)
	if ctx.Map.IsESX() {
		return &methods.CloneVM_TaskBody{Fault_: simulator.Fault("The operation is not supported on the object.", &types.NotSupported{})}
	}
	if fault := m.occupied(); fault != nil {
		return &methods.CloneVM_TaskBody{Fault_: fault}
	}
	if fault := refuseName(ctx, req.Name, &req.Folder, types.ManagedObjectReference{}); fault != nil {
		return &methods.CloneVM_TaskBody{Fault_: fault}
	}
	if fault := refuseHost(ctx.Map, req.Spec.Location.Pool, req.Spec.Location.Host, "spec.pool"); fault != nil {
		return &methods.CloneVM_TaskBody{Fault_: fault}
	}
	req.Name = asStored(req.Name)
	custom := req.Spec.Customization
	from, fault := m.link(req.Spec)
	if fault == nil && custom != nil {
		fault = m.refuseCustomization(custom)
	}
	if fault != nil {
		return &methods.CloneVM_TaskBody{Res: &types.CloneVM_TaskResponse{Returnval: runTask(ctx, m.VirtualMachine, "cloneVm", func(*simulator.Context, *simulator.Task) (types.AnyType, *types.LocalizedMethodFault) {
			return nil, fault
		})}}
	}
	req.Spec.Customization = nil
	template := req.Spec.Template
	req.Spec.Template = false
	res := m.VirtualMachine.CloneVMTask(ctx, req).(*methods.CloneVM_TaskBody)
	if res.Fault_ != nil {
		return res
	}
	inner := res.Res.Returnval
	res.Res.Returnval = runTask(ctx, m.VirtualMachine, "cloneVm", func(bg *simulator.Context, _ *simulator.Task) (types.AnyType, *types.LocalizedMethodFault) {
		result, fault := waitFor(bg, inner)
		if fault != nil {
			return nil, fault
		}
		ref := result.(types.ManagedObjectReference)
		clone := bg.Map.Get(ref).(*simulator.VirtualMachine)
		bg.Map.WithLock(bg, clone, func() {
			clone.Config.Firmware = m.Config.Firmware
			clone.Config.BootOptions = m.Config.BootOptions
			clone.Config.Flags = m.Config.Flags
			given := clone.Config.ExtraConfig
			for _, o := range m.Config.ExtraConfig {
				// What the guest published is gone with its power.
				if key := o.GetOptionValue().Key; !hasKey(given, key) && !strings.HasPrefix(key, "guestinfo.stillframe.") {
					clone.Config.ExtraConfig = append(clone.Config.ExtraConfig, o)
				}
			}
			if template {
				_ = clone.MarkAsTemplate(&types.MarkAsTemplate{This: ref})
			}
		})
		m.world.mutex.Lock()
		m.world.disks[ref] = m.world.disks[m.Self]
		born := &life{disk: m.world.lifeOf(m.Self).disk.copy(), files: maps.Clone(m.world.lifeOf(m.Self).files)}
		born.linked = from
		if from != nil {
			held := m.world.kept[from.snapshot]
			if held.files != nil {
				born.files, born.wrote = maps.Clone(held.files), maps.Clone(held.wrote)
			}
		}
		m.world.lives[ref] = born
		if custom != nil {
			born.custom = new(customization)
		}
		m.world.mutex.Unlock()
		if custom != nil {
			// Until it is customized nobody shall meet it.
			(&machine{VirtualMachine: clone, world: m.world}).connect(bg, false)
		}
		return ref, nil
	})
	return res
}

func hasKey(options []types.BaseOptionValue, key string) bool {
	for _, o := range options {
		if o.GetOptionValue().Key == key {
			return true
		}
	}
	return false
}

// making is the fault of whoever touches a VM that a lease makes; nil when none does.
func (m *machine) making() *soap.Fault {
	m.world.mutex.Lock()
	defer m.world.mutex.Unlock()
	if !m.world.making[m.Self] {
		return nil
	}
	return simulator.Fault("Another task is already in progress.", &types.TaskInProgress{})
}

// occupied is the fault of whoever changes a VM while a lease makes it, or a snapshot of it is being taken; nil when nobody is at it.
func (m *machine) occupied() *soap.Fault {
	m.world.mutex.Lock()
	held := m.world.held[m.Self]
	m.world.mutex.Unlock()
	if held {
		return simulator.Fault("Another task is already in progress.", &types.TaskInProgress{})
	}
	return m.making()
}

func (m *machine) wrongPower(wanted types.VirtualMachinePowerState) *soap.Fault {
	state := map[types.VirtualMachinePowerState]string{
		types.VirtualMachinePowerStatePoweredOn: "Powered on", types.VirtualMachinePowerStatePoweredOff: "Powered off",
		types.VirtualMachinePowerStateSuspended: "Suspended",
	}[m.Runtime.PowerState]
	return simulator.Fault("The attempted operation cannot be performed in the current state ("+state+").", &types.InvalidPowerState{
		RequestedState: wanted, ExistingState: m.Runtime.PowerState,
	})
}

func (m *machine) RenameTask(ctx *simulator.Context, req *types.Rename_Task) soap.HasFault {
	taken(ctx, m.Self)
	if fault := m.occupied(); fault != nil {
		return &methods.Rename_TaskBody{Fault_: fault}
	}
	if fault := refuseName(ctx, req.NewName, m.Parent, m.Self); fault != nil {
		return &methods.Rename_TaskBody{Fault_: fault}
	}
	req.NewName = asStored(req.NewName)
	return m.VirtualMachine.RenameTask(ctx, req)
}

func (m *machine) ReconfigVMTask(ctx *simulator.Context, req *types.ReconfigVM_Task) soap.HasFault {
	taken(ctx, m.Self)
	if fault := m.occupied(); fault != nil {
		return &methods.ReconfigVM_TaskBody{Fault_: fault}
	}
	if spec := req.Spec; m.Runtime.PowerState == types.VirtualMachinePowerStatePoweredOn && (spec.GuestId != "" || spec.Firmware != "") {
		return &methods.ReconfigVM_TaskBody{Fault_: m.wrongPower(types.VirtualMachinePowerStatePoweredOff)}
	}
	if id := req.Spec.GuestId; id != "" && !knownGuest(id) {
		return &methods.ReconfigVM_TaskBody{Fault_: simulator.Fault("A specified parameter was not correct: configSpec.guestId", &types.InvalidArgument{InvalidProperty: "configSpec.guestId"})}
	}
	if m.Runtime.PowerState == types.VirtualMachinePowerStateSuspended && len(req.Spec.DeviceChange) > 0 {
		return &methods.ReconfigVM_TaskBody{Fault_: m.wrongPower(types.VirtualMachinePowerStatePoweredOff)}
	}
	if fault := refuseCards(ctx.Map, req.Spec.DeviceChange); fault != nil {
		return &methods.ReconfigVM_TaskBody{Fault_: fault}
	}
	if asked := req.Spec.BootOptions; asked != nil && m.Config.BootOptions != nil {
		req.Spec.BootOptions = merged(m.Config.BootOptions, asked)
	}
	return m.VirtualMachine.ReconfigVMTask(ctx, req)
}

// merged are options of the start in which those stay that nobody asks for (vim25 ConfigSpec: what is unset is not changed). A single device of
// no kind ends an order (govmomi pull request 867).
func merged(now, asked *types.VirtualMachineBootOptions) *types.VirtualMachineBootOptions {
	all := *now
	if asked.EfiSecureBootEnabled != nil {
		all.EfiSecureBootEnabled = asked.EfiSecureBootEnabled
	}
	if asked.BootOrder != nil {
		all.BootOrder = asked.BootOrder
		if _, none := asked.BootOrder[0].(*types.VirtualMachineBootOptionsBootableDevice); none {
			all.BootOrder = nil
		}
	}
	return &all
}

func (m *machine) MarkAsTemplate(ctx *simulator.Context, req *types.MarkAsTemplate) soap.HasFault {
	taken(ctx, m.Self)
	if ctx.Map.IsESX() {
		return &methods.MarkAsTemplateBody{Fault_: simulator.Fault("The operation is not supported on the object.", &types.NotSupported{})}
	}
	if fault := m.occupied(); fault != nil {
		return &methods.MarkAsTemplateBody{Fault_: fault}
	}
	return m.VirtualMachine.MarkAsTemplate(req)
}

// MarkAsVirtualMachine: it runs where a clone could be put.
func (m *machine) MarkAsVirtualMachine(ctx *simulator.Context, req *types.MarkAsVirtualMachine) soap.HasFault {
	taken(ctx, m.Self)
	if fault := m.occupied(); fault != nil {
		return &methods.MarkAsVirtualMachineBody{Fault_: fault}
	}
	if m.Config.Template {
		if fault := refuseHost(ctx.Map, &req.Pool, req.Host, "host"); fault != nil {
			return &methods.MarkAsVirtualMachineBody{Fault_: fault}
		}
	}
	return m.VirtualMachine.MarkAsVirtualMachine(req)
}

func (m *machine) DestroyTask(ctx *simulator.Context, req *types.Destroy_Task) soap.HasFault {
	taken(ctx, m.Self)
	if fault := m.making(); fault != nil {
		return &methods.Destroy_TaskBody{Fault_: fault}
	}
	if m.Runtime.PowerState == types.VirtualMachinePowerStatePoweredOn {
		return &methods.Destroy_TaskBody{Fault_: m.wrongPower(types.VirtualMachinePowerStatePoweredOff)}
	}
	if fault := m.world.usedBy(ctx, m.Self, nil); fault != nil {
		return &methods.Destroy_TaskBody{Fault_: simulator.Fault("The resource is in use.", fault)}
	}
	m.world.mutex.Lock()
	held := m.world.held[m.Self]
	if !held {
		delete(m.world.disks, m.Self)
		delete(m.world.lives, m.Self)
	}
	m.world.mutex.Unlock()
	if held {
		return &methods.Destroy_TaskBody{Fault_: simulator.Fault("Another task is already in progress.", &types.TaskInProgress{})}
	}
	return m.VirtualMachine.DestroyTask(ctx, req)
}
