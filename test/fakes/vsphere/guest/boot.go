package guest

import (
	"encoding/binary"
	"fmt"
	"io"
	"strings"

	"stillframe.test/fakes/vsphere/fat"
	"stillframe.test/fakes/vsphere/gpt"
	"stillframe.test/fakes/vsphere/ntfs"
	"stillframe.test/fakes/vsphere/regf"
)

const (
	typeESP = "c12a7328-f81f-11d2-ba4b-00a0c93ec93b"

	fallbackLoader = `EFI\Boot\bootx64.efi`
	bootStore      = `EFI\Microsoft\Boot\BCD`
	bootManager    = "{9dea862c-5cdd-4e70-acc1-f32b344d4795}"

	// Elements of a boot store.
	elementDevice   = "11000001"
	elementPath     = "12000002"
	elementOSDevice = "21000001"
	elementRoot     = "22000002"
	elementDefault  = "23000003"
)

func halt(rule, format string, args ...any) *Halt {
	return &Halt{Rule: rule, Why: fmt.Sprintf(format, args...)}
}

// startBootManager goes as far as the Windows loader: firmware, ESP, boot manager, boot store.
func startBootManager(disk io.ReaderAt, m Machine) (*windows, *Halt) {
	mbr := make([]byte, 512)
	if _, err := disk.ReadAt(mbr, 0); err != nil || mbr[510] != 0x55 || mbr[511] != 0xaa {
		return nil, halt("disk-empty", "Operating System not found")
	}
	if m.Firmware != "efi" {
		return nil, halt("firmware", "Operating System not found: BIOS firmware cannot start Windows from a GPT disk")
	}
	if mbr[450] != 0xee {
		return nil, halt("no-gpt", "EFI firmware finds no GPT behind the master boot record")
	}
	partitions, err := gpt.Read(disk)
	if err != nil {
		return nil, halt("no-gpt", "EFI firmware finds no bootable disk: %v", err)
	}
	esp := findPartition(partitions, func(p gpt.Partition) bool { return p.Type == typeESP })
	if esp == nil {
		return nil, halt("no-esp", "EFI firmware finds no EFI system partition")
	}
	volume, err := fat.Open(io.NewSectionReader(disk, esp.Offset, esp.Size))
	if err != nil {
		return nil, halt("no-esp", "the EFI system partition cannot be read: %v", err)
	}
	// A VM that never ran has no boot entries: the firmware takes the fallback.
	loader, err := volume.Read(fallbackLoader)
	if err != nil || loader == nil {
		return nil, halt("no-loader", "there is no %s on the EFI system partition", fallbackLoader)
	}
	if stop := program("loader", fallbackLoader, loader, m.SecureBoot); stop != nil {
		return nil, stop
	}
	return readBootStore(disk, volume, partitions, m)
}

func readBootStore(disk io.ReaderAt, esp *fat.Volume, partitions []gpt.Partition, m Machine) (*windows, *Halt) {
	data, err := esp.Read(bootStore)
	if err != nil || data == nil {
		return nil, halt("no-bcd", "0xc000000f: the boot configuration data is missing (%s)", bootStore)
	}
	hive, err := regf.Open(data)
	if err != nil {
		return nil, halt("bcd-damaged", "0xc0000001: the boot configuration data cannot be read: %v", err)
	}
	entry := element(hive, bootManager, elementDefault).Text("Element")
	if entry == "" {
		return nil, halt("bcd-no-default", "0xc000000f: the boot manager has no default entry")
	}
	path := element(hive, entry, elementPath).Text("Element")
	root := element(hive, entry, elementRoot).Text("Element")
	var system *gpt.Partition
	for _, id := range []string{elementDevice, elementOSDevice} {
		found, stop := partitionOf(disk, element(hive, entry, id).Value("Element"), partitions)
		if stop != nil {
			return nil, stop
		}
		system = found
	}
	if !strings.EqualFold(root, `\Windows`) || path == "" {
		return nil, halt("bcd-no-default", "0xc000000f: the entry %s names no loader", entry)
	}
	volume, err := ntfs.Open(io.NewSectionReader(disk, system.Offset, system.Size))
	if err != nil {
		return nil, halt("windows-volume", "0xc000000e: the partition of Windows cannot be read: %v", err)
	}
	loader, err := volume.Read(path)
	if err != nil || loader == nil {
		return nil, halt("no-winload", "0xc000000f: %s is missing or damaged", path)
	}
	if stop := program("winload", path, loader, m.SecureBoot); stop != nil {
		return nil, stop
	}
	return &windows{volume: volume}, nil
}

// partitionOf follows a device element, which names a partition of a disk by their GUIDs.
func partitionOf(disk io.ReaderAt, device []byte, partitions []gpt.Partition) (*gpt.Partition, *Halt) {
	if len(device) < 72 || binary.LittleEndian.Uint32(device[0x10:]) != 6 || binary.LittleEndian.Uint32(device[0x34:]) != 0 {
		return nil, halt("bcd-device", "0xc000000e: the boot entry names no partition of a GPT disk")
	}
	head := make([]byte, 16)
	if _, err := disk.ReadAt(head, 512+56); err != nil || string(head) != string(device[0x38:0x48]) {
		return nil, halt("bcd-device", "0xc000000e: the boot entry names another disk")
	}
	id := gpt.FormatGUID(device[0x20:])
	if found := findPartition(partitions, func(p gpt.Partition) bool { return p.GUID == id }); found != nil {
		return found, nil
	}
	return nil, halt("bcd-device", "0xc000000e: the boot entry names the partition %s, which is not there", id)
}

func element(hive *regf.Hive, object, id string) *regf.Key {
	if key := hive.Key(`Objects\` + object + `\Elements\` + id); key != nil {
		return key
	}
	return regf.Empty
}

func findPartition(partitions []gpt.Partition, fits func(gpt.Partition) bool) *gpt.Partition {
	for i := range partitions {
		if fits(partitions[i]) {
			return &partitions[i]
		}
	}
	return nil
}
