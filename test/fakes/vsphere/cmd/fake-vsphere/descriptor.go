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
	if refused := refuseDescriptor(req); refused != nil {
		return &methods.CreateImportSpecBody{Res: &types.CreateImportSpecResponse{Returnval: types.OvfCreateImportSpecResult{Error: refused}}}
	}
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
	if ordered(req.OvfDescriptor) {
		// govmomi issue 2304, image-builder issue 619: what has an order of starting gets the firmware of old.
		spec.ConfigSpec.Firmware, spec.ConfigSpec.BootOptions = string(types.GuestOsDescriptorFirmwareTypeBios), startsFromDisk()
	}
	for _, c := range hardware.ExtraConfig {
		spec.ConfigSpec.ExtraConfig = append(spec.ConfigSpec.ExtraConfig, &types.OptionValue{Key: c.Key, Value: c.Value})
	}
	m.world.mutex.Lock()
	for _, item := range body.Res.Returnval.FileItem {
		m.world.sizes[item.DeviceId] = item.Size
		m.world.paths[item.DeviceId] = item.Path
	}
	m.world.mutex.Unlock()
	return res
}

// ordered tells whether a descriptor says what the machine starts from.
func ordered(descriptor string) bool { return strings.Contains(descriptor, "BootOrderSection") }

func startsFromDisk() *types.VirtualMachineBootOptions {
	return &types.VirtualMachineBootOptions{BootOrder: []types.BaseVirtualMachineBootOptionsBootableDevice{new(types.VirtualMachineBootOptionsBootableDiskDevice)}}
}

// newestHardware is that of ESXi 8.0 Update 2.
const newestHardware = 21

// refuseDescriptor is what an import has against a descriptor that the simulator does not see, or stumbles over.
func refuseDescriptor(req *types.CreateImportSpec) []types.LocalizedMethodFault {
	envelope, err := ovf.Unmarshal(strings.NewReader(req.OvfDescriptor))
	if err != nil || envelope.VirtualSystem == nil || len(envelope.VirtualSystem.VirtualHardware) == 0 {
		return nil
	}
	refused := []types.LocalizedMethodFault{}
	refuse := func(fault types.BaseMethodFault, format string, args ...any) {
		refused = append(refused, types.LocalizedMethodFault{Fault: fault, LocalizedMessage: fmt.Sprintf(format, args...)})
	}
	hardware := envelope.VirtualSystem.VirtualHardware[0]
	if system := hardware.System; system != nil && system.VirtualSystemType != nil {
		if version, ok := strings.CutPrefix(strings.TrimSpace(*system.VirtualSystemType), "vmx-"); ok && number(version) > newestHardware {
			refuse(&types.OvfNoSupportedHardwareFamily{Version: *system.VirtualSystemType}, "No supported hardware versions among [%s]; supported: [vmx-04, …, vmx-%d].", *system.VirtualSystemType, newestHardware)
		}
	}
	for _, item := range hardware.Item {
		if item.ResourceType == nil || *item.ResourceType != 17 || len(item.HostResource) == 0 {
			continue
		}
		at := slices.IndexFunc(disksOf(envelope), func(d ovf.VirtualDiskDesc) bool { return strings.HasSuffix(item.HostResource[0], "/"+d.DiskID) })
		if at < 0 {
			refuse(&types.OvfInvalidValueReference{}, "Invalid value '%s' for element 'HostResource': no such disk.", item.HostResource[0])
			continue
		}
		file := disksOf(envelope)[at].FileRef
		if file != nil && !slices.ContainsFunc(envelope.References, func(f ovf.File) bool { return f.ID == *file }) {
			refuse(&types.OvfInvalidValueReference{}, "Invalid value '%s' for attribute 'fileRef': no such file.", *file)
		}
	}
	if len(refused) == 0 {
		return nil
	}
	return refused
}

func disksOf(envelope *ovf.Envelope) []ovf.VirtualDiskDesc {
	if envelope.Disk == nil {
		return nil
	}
	return envelope.Disk.Disks
}

func knownGuest(id string) bool {
	return slices.Contains(types.VirtualMachineGuestOsIdentifier("").Strings(), id)
}
