package main

import (
	"slices"
	"strings"

	"github.com/vmware/govmomi/simulator"
	"github.com/vmware/govmomi/vim25/soap"
	"github.com/vmware/govmomi/vim25/types"
)

// uplinkTag is how vCenter marks the port group of a switch that leads to the adapters of its hosts.
const uplinkTag = "SYSTEM/DVS.UPLINKPG"

// tagUplinks marks those that the simulator makes, as it does not.
func tagUplinks(registry *simulator.Registry) {
	for _, entity := range registry.All("DistributedVirtualPortgroup") {
		if group, ok := entity.(*simulator.DistributedVirtualPortgroup); ok && strings.Contains(group.Name, "-DVUplinks") {
			group.Tag = []types.Tag{{Key: uplinkTag}}
			group.Config.Uplink = types.NewBool(true)
		}
	}
}

// refuseCards is the fault of whoever hangs a network card on what takes none: uplinks, or a network of NSX that is named as one of a
// standard switch; nil when all may hang where they do.
func refuseCards(registry *simulator.Registry, changes []types.BaseVirtualDeviceConfigSpec) *soap.Fault {
	invalid := func(index int, property string) *soap.Fault {
		return simulator.Fault("Invalid configuration for device '0'.", &types.InvalidDeviceBacking{
			InvalidDeviceSpec: types.InvalidDeviceSpec{
				InvalidVmConfig: types.InvalidVmConfig{Property: property}, DeviceIndex: int32(index),
			},
		})
	}
	for index, change := range changes {
		device := change.GetVirtualDeviceConfigSpec().Device
		if _, ok := device.(types.BaseVirtualEthernetCard); !ok {
			continue
		}
		switch backing := device.GetVirtualDevice().Backing.(type) {
		case *types.VirtualEthernetCardNetworkBackingInfo:
			if backing.Network != nil && backing.Network.Type == "OpaqueNetwork" {
				return invalid(index, "deviceChange.device.backing.network")
			}
		case *types.VirtualEthernetCardDistributedVirtualPortBackingInfo:
			ref := types.ManagedObjectReference{Type: "DistributedVirtualPortgroup", Value: backing.Port.PortgroupKey}
			group, ok := registry.Get(ref).(*simulator.DistributedVirtualPortgroup)
			if ok && slices.ContainsFunc(group.Tag, func(tag types.Tag) bool { return tag.Key == uplinkTag }) {
				return invalid(index, "deviceChange.device.backing.port")
			}
		}
	}
	return nil
}
