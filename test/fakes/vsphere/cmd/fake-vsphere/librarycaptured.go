package main

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/vmware/govmomi/object"
	"github.com/vmware/govmomi/simulator"
	"github.com/vmware/govmomi/vim25/types"
)

// capturedDisk is a disk of a VM as it was when an item was made of it: its file is the one that was uploaded, the rest stays beside it.
type capturedDisk struct {
	disk keptDisk
	left written
}

// filesOf are the files of an item that is made of a VM, by name: the descriptor, and each of its disks.
func (w *world) filesOf(vm *simulator.VirtualMachine, name string, settings bool) (map[string]string, error) {
	folder, err := os.MkdirTemp(w.folder, "captured-")
	if err != nil {
		return nil, err
	}
	content := make(map[string]string)
	w.mutex.Lock()
	disks, left := w.disks[vm.Self], w.lifeOf(vm.Self).disk
	w.mutex.Unlock()
	for i, disk := range disks {
		file := fmt.Sprintf("%s-%d.vmdk", name, i+1)
		path := filepath.Join(folder, file)
		if err := os.Link(disk.Path, path); err != nil {
			return nil, err
		}
		content[file] = path
		w.mutex.Lock()
		w.captured[path] = capturedDisk{disk, left.copy()}
		w.mutex.Unlock()
	}
	file := name + ".ovf"
	content[file] = filepath.Join(folder, file)
	return content, os.WriteFile(content[file], describe(vm, name, disks, settings), 0o600)
}

// describe is the descriptor of a VM. Without the flag the settings of its .vmx file are left out.
func describe(vm *simulator.VirtualMachine, name string, disks []keptDisk, settings bool) []byte {
	var b bytes.Buffer
	text := func(s string) string {
		var out bytes.Buffer
		_ = xml.EscapeText(&out, []byte(s))
		return out.String()
	}
	var files, sizes, items, order strings.Builder
	controllers, parent := controllersOf(vm)
	for i, disk := range disks {
		fmt.Fprintf(&files, "<File ovf:href=\"%s-%d.vmdk\" ovf:id=\"file%[2]d\" ovf:size=\"%[3]d\"/>", text(name), i+1, sizeOf(disk.Path))
		fmt.Fprintf(&sizes, "<Disk ovf:capacity=\"%d\" ovf:diskId=\"vmdisk%[2]d\" ovf:fileRef=\"file%[2]d\" ovf:format=\"http://www.vmware.com/interfaces/specifications/vmdk.html#streamOptimized\"/>", disk.Size, i+1)
		fmt.Fprintf(&items, "<Item><rasd:AddressOnParent>%d</rasd:AddressOnParent><rasd:ElementName>disk%d</rasd:ElementName><rasd:HostResource>ovf:/disk/vmdisk%[2]d</rasd:HostResource><rasd:InstanceID>%[3]d</rasd:InstanceID><rasd:Parent>%[4]d</rasd:Parent><rasd:ResourceType>17</rasd:ResourceType></Item>\n", i, i+1, i+200, parent(i))
	}
	secure := vm.Config.BootOptions != nil && vm.Config.BootOptions.EfiSecureBootEnabled != nil && *vm.Config.BootOptions.EfiSecureBootEnabled
	if vm.Config.BootOptions != nil && len(vm.Config.BootOptions.BootOrder) > 0 {
		// As vCenter writes it, whatever the firmware is (packer-plugin-vsphere issue 13).
		order.WriteString(`<vmw:BootOrderSection vmw:instanceId="200" vmw:type="disk"><Info>Virtual hardware device boot order</Info></vmw:BootOrderSection>`)
	}
	fmt.Fprintf(&b, `<?xml version="1.0" encoding="UTF-8"?>
<Envelope xmlns="http://schemas.dmtf.org/ovf/envelope/1" xmlns:ovf="http://schemas.dmtf.org/ovf/envelope/1" xmlns:rasd="http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/CIM_ResourceAllocationSettingData" xmlns:vssd="http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/CIM_VirtualSystemSettingData" xmlns:vmw="http://www.vmware.com/schema/ovf">
<References>%[6]s</References><DiskSection><Info>Disks</Info>%[7]s</DiskSection>
<VirtualSystem ovf:id="%[1]s"><Info>A virtual machine</Info><Name>%[1]s</Name>
<OperatingSystemSection ovf:id="112" vmw:osType="%[2]s"><Info>The operating system</Info></OperatingSystemSection>
<VirtualHardwareSection><Info>Hardware</Info><System><vssd:ElementName>Hardware</vssd:ElementName><vssd:InstanceID>0</vssd:InstanceID><vssd:VirtualSystemType>vmx-14</vssd:VirtualSystemType></System>
<Item><rasd:ElementName>cpu</rasd:ElementName><rasd:InstanceID>1</rasd:InstanceID><rasd:ResourceType>3</rasd:ResourceType><rasd:VirtualQuantity>%[3]d</rasd:VirtualQuantity></Item>
<Item><rasd:AllocationUnits>byte * 2^20</rasd:AllocationUnits><rasd:ElementName>memory</rasd:ElementName><rasd:InstanceID>2</rasd:InstanceID><rasd:ResourceType>4</rasd:ResourceType><rasd:VirtualQuantity>%[4]d</rasd:VirtualQuantity></Item>
%[8]s<vmw:Config ovf:required="false" vmw:key="firmware" vmw:value="%[5]s"/>
<vmw:Config ovf:required="false" vmw:key="bootOptions.efiSecureBootEnabled" vmw:value="%[9]t"/>
`, text(vm.Name), text(vm.Config.GuestId), vm.Config.Hardware.NumCPU, vm.Config.Hardware.MemoryMB, text(vm.Config.Firmware), files.String(), sizes.String(), controllers+items.String(), secure)
	for _, o := range vm.Config.ExtraConfig {
		if value, ok := o.GetOptionValue().Value.(string); ok && settings {
			fmt.Fprintf(&b, "<vmw:ExtraConfig ovf:required=\"false\" vmw:key=\"%s\" vmw:value=\"%s\"/>\n", text(o.GetOptionValue().Key), text(value))
		}
	}
	b.WriteString("</VirtualHardwareSection>" + order.String() + "</VirtualSystem></Envelope>\n")
	return b.Bytes()
}

// controllersOf are the items of what its disks hang on, and which of them is the parent of a disk.
func controllersOf(vm *simulator.VirtualMachine) (string, func(disk int) int) {
	devices := object.VirtualDeviceList(vm.Config.Hardware.Device)
	var items strings.Builder
	instances, parents := make(map[int32]int), []int{}
	for _, disk := range devices.SelectByType((*types.VirtualDisk)(nil)) {
		key := disk.GetVirtualDevice().ControllerKey
		if instances[key] == 0 {
			instances[key] = 100 + len(instances)
			kind, resource := subTypeOf(devices.FindByKey(key))
			fmt.Fprintf(&items, "<Item><rasd:Address>%d</rasd:Address><rasd:ElementName>controller</rasd:ElementName><rasd:InstanceID>%d</rasd:InstanceID><rasd:ResourceSubType>%s</rasd:ResourceSubType><rasd:ResourceType>%d</rasd:ResourceType></Item>\n", len(instances)-1, instances[key], kind, resource)
		}
		parents = append(parents, instances[key])
	}
	return items.String(), func(disk int) int { return parents[disk] }
}

// subTypeOf is what VMware's descriptors call a controller, and its type of CIM.
func subTypeOf(controller types.BaseVirtualDevice) (string, int) {
	switch controller.(type) {
	case *types.ParaVirtualSCSIController:
		return "VirtualSCSI", 6
	case *types.VirtualLsiLogicSASController:
		return "lsilogicsas", 6
	case *types.VirtualLsiLogicController:
		return "lsilogic", 6
	case *types.VirtualBusLogicController:
		return "buslogic", 6
	case *types.VirtualAHCIController:
		return "vmware.sata.ahci", 20
	case *types.VirtualNVMEController:
		return "vmware.nvme.controller", 20
	default:
		return "", 5
	}
}
