package main

import (
	"cmp"
	"slices"

	"github.com/vmware/govmomi/simulator"
	"github.com/vmware/govmomi/vim25/types"
)

// machines lists the VMs in the order in which they were made. The simulator keeps them in a map, whose order is another each time.
func machines(registry *simulator.Registry) []*simulator.VirtualMachine {
	all := []*simulator.VirtualMachine{}
	for _, entity := range registry.All("VirtualMachine") {
		if vm, ok := entity.(*simulator.VirtualMachine); ok {
			all = append(all, vm)
		}
	}
	slices.SortFunc(all, func(a, b *simulator.VirtualMachine) int { return byAge(a.Self, b.Self) })
	return all
}

// byAge compares names as the simulator counts them: vm-9 is older than vm-10.
func byAge(a, b types.ManagedObjectReference) int {
	if order := cmp.Compare(len(a.Value), len(b.Value)); order != 0 {
		return order
	}
	return cmp.Compare(a.Value, b.Value)
}
