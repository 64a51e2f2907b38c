package main

import (
	"github.com/vmware/govmomi/simulator"
	"github.com/vmware/govmomi/vim25/methods"
	"github.com/vmware/govmomi/vim25/soap"
	"github.com/vmware/govmomi/vim25/types"
)

// ConsolidateVMDisksTask merges what the removal of a snapshot has left. Where something holds the disks it ends as well as ever.
func (m *machine) ConsolidateVMDisksTask(ctx *simulator.Context, _ *types.ConsolidateVMDisks_Task) soap.HasFault {
	taken(ctx, m.Self)
	if fault := m.occupied(); fault != nil {
		return &methods.ConsolidateVMDisks_TaskBody{Fault_: fault}
	}
	task := runTask(ctx, m.VirtualMachine, "consolidateVMDisks", func(bg *simulator.Context, _ *simulator.Task) (types.AnyType, *types.LocalizedMethodFault) {
		if m.world.planNow().Unmerged != "always" {
			unmerged(bg, m.VirtualMachine, false)
		}
		return nil, nil
	})
	return &methods.ConsolidateVMDisks_TaskBody{Res: &types.ConsolidateVMDisks_TaskResponse{Returnval: task}}
}

func unmerged(ctx *simulator.Context, vm *simulator.VirtualMachine, needed bool) {
	ctx.Map.WithLock(ctx, vm, func() {
		ctx.Update(vm, []types.PropertyChange{{Name: "runtime.consolidationNeeded", Val: needed}})
	})
}
