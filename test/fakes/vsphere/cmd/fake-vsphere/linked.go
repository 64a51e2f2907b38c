package main

import (
	"github.com/vmware/govmomi/simulator"
	"github.com/vmware/govmomi/vim25/methods"
	"github.com/vmware/govmomi/vim25/soap"
	"github.com/vmware/govmomi/vim25/types"
)

// linked is what a linked clone lives on: nobody may take it away while the clone is there. vCenter lets some of that happen and leaves a
// clone that does not start; to refuse it is stricter.
type linked struct {
	vm       types.ManagedObjectReference
	snapshot types.ManagedObjectReference
}

// link tells what a clone specification begins from: nil where that is the VM as it is now.
func (m *machine) link(spec types.VirtualMachineCloneSpec) (*linked, *types.LocalizedMethodFault) {
	child := spec.Location.DiskMoveType == string(types.VirtualMachineRelocateDiskMoveOptionsCreateNewChildDiskBacking)
	invalid := func(property string) *types.LocalizedMethodFault {
		return &types.LocalizedMethodFault{Fault: &types.InvalidArgument{InvalidProperty: property}, LocalizedMessage: "A specified parameter was not correct: " + property}
	}
	if spec.Snapshot == nil {
		if child {
			return nil, invalid("spec.snapshot")
		}
		return nil, nil
	}
	if m.Snapshot == nil || findTree(m.Snapshot.RootSnapshotList, *spec.Snapshot) == nil {
		return nil, invalid("spec.snapshot")
	}
	if !child {
		return nil, nil
	}
	return &linked{m.Self, *spec.Snapshot}, nil
}

// usedBy is the fault of whoever takes away a VM or one of its snapshots (nil: all of it) on which a linked clone lives.
func (w *world) usedBy(ctx *simulator.Context, vm types.ManagedObjectReference, snapshot *types.ManagedObjectReference) types.BaseMethodFault {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	for ref, l := range w.lives {
		if l.linked == nil || l.linked.vm != vm || (snapshot != nil && l.linked.snapshot != *snapshot) {
			continue
		}
		if clone, ok := ctx.Map.Get(ref).(*simulator.VirtualMachine); ok {
			return &types.ResourceInUse{Type: "VirtualMachine", Name: clone.Name}
		}
	}
	return nil
}

func (m *machine) RemoveAllSnapshotsTask(ctx *simulator.Context, req *types.RemoveAllSnapshots_Task) soap.HasFault {
	taken(ctx, m.Self)
	if fault := m.occupied(); fault != nil {
		return &methods.RemoveAllSnapshots_TaskBody{Fault_: fault}
	}
	if fault := m.world.usedBy(ctx, m.Self, nil); fault != nil {
		return &methods.RemoveAllSnapshots_TaskBody{Fault_: simulator.Fault("The resource is in use.", fault)}
	}
	return m.VirtualMachine.RemoveAllSnapshotsTask(ctx, req)
}
