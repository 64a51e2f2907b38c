package main

import (
	"github.com/vmware/govmomi/simulator"
	"github.com/vmware/govmomi/vim25/soap"
	"github.com/vmware/govmomi/vim25/types"
)

// refuseHost is the fault of whoever puts a VM where no host takes it: a cluster without DRS chooses none for who names none (pyvmomi issue
// 616), and one in maintenance takes nothing (pyvmomi-community-samples issue 500); nil when there is one.
func refuseHost(registry *simulator.Registry, pool, host *types.ManagedObjectReference, property string) *soap.Fault {
	if host != nil {
		if h, ok := registry.Get(*host).(*simulator.HostSystem); ok && h.Runtime.InMaintenanceMode {
			return simulator.Fault("The operation is not allowed in the current state of the host.", &types.InvalidHostState{Host: host})
		}
		return nil
	}
	if pool == nil {
		return nil
	}
	p, ok := registry.Get(*pool).(*simulator.ResourcePool)
	if !ok {
		return nil
	}
	cluster, ok := registry.Get(p.Owner).(*simulator.ClusterComputeResource)
	if !ok {
		return nil
	}
	config, ok := cluster.ConfigurationEx.(*types.ClusterConfigInfoEx)
	if ok && config.DrsConfig.Enabled != nil && *config.DrsConfig.Enabled {
		return nil
	}
	return simulator.Fault("A specified parameter was not correct: "+property, &types.InvalidArgument{InvalidProperty: property})
}
