package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/vmware/govmomi/ovf"
	"github.com/vmware/govmomi/simulator"
	"github.com/vmware/govmomi/vim25/methods"
	"github.com/vmware/govmomi/vim25/soap"
	"github.com/vmware/govmomi/vim25/types"
)

// ovfManager applies what the simulator ignores of a descriptor: vmw:Config and vmw:ExtraConfig.
type ovfManager struct {
	*simulator.OvfManager
	world *world
}

func (m *ovfManager) CreateImportSpec(ctx *simulator.Context, req *types.CreateImportSpec) soap.HasFault {
	taken(ctx, m.Self)
	res := m.OvfManager.CreateImportSpec(ctx, req)
	body, ok := res.(*methods.CreateImportSpecBody)
	if !ok || body.Res == nil {
		return res
	}
	envelope, err := ovf.Unmarshal(strings.NewReader(req.OvfDescriptor))
	if err != nil {
		return res
	}
	spec, ok := body.Res.Returnval.ImportSpec.(*types.VirtualMachineImportSpec)
	if !ok {
		return res
	}
	if os := envelope.VirtualSystem.OperatingSystem; os != nil && os.OSType != nil && !knownGuest(*os.OSType) {
		// What vCenter does with an id that its hosts do not know (govmomi #1990; the text is ovftool's).
		spec.ConfigSpec.GuestId = string(types.VirtualMachineGuestOsIdentifierOtherGuest)
		body.Res.Returnval.Warning = append(body.Res.Returnval.Warning, types.LocalizedMethodFault{
			Fault:            &types.OvfMappedOsId{OvfId: int32(os.ID), OvfDescription: *os.OSType, TargetDescription: "Other (32-bit)"},
			LocalizedMessage: fmt.Sprintf("The specified operating system identifier '%s' (id: %d) is not supported on the selected host. It will be mapped to the following OS identifier: 'Other (32-bit)'.", *os.OSType, os.ID),
		})
	}
	hardware := envelope.VirtualSystem.VirtualHardware[0]
	for _, c := range hardware.Config {
		switch c.Key {
		case "firmware":
			spec.ConfigSpec.Firmware = c.Value
		case "bootOptions.efiSecureBootEnabled":
			spec.ConfigSpec.BootOptions = &types.VirtualMachineBootOptions{EfiSecureBootEnabled: types.NewBool(c.Value == "true")}
		}
	}
	for _, c := range hardware.ExtraConfig {
		spec.ConfigSpec.ExtraConfig = append(spec.ConfigSpec.ExtraConfig, &types.OptionValue{Key: c.Key, Value: c.Value})
	}
	m.world.mutex.Lock()
	for _, item := range body.Res.Returnval.FileItem {
		m.world.sizes[item.DeviceId] = item.Size
	}
	m.world.mutex.Unlock()
	return res
}

func knownGuest(id string) bool {
	return slices.Contains(types.VirtualMachineGuestOsIdentifier("").Strings(), id)
}
