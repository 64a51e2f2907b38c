package guest

import (
	"fmt"
	"io"
	"unicode/utf16"

	"stillframe.test/fakes/vsphere/fat"
	"stillframe.test/fakes/vsphere/gpt"
	"stillframe.test/fakes/vsphere/regf"
)

const (
	elementRecovery        = "14000008"
	elementRecoveryEnabled = "16000009"
	elementRamDisk         = "31000003"
)

// volume is a part of a disk that can be written.
type volume struct {
	io.ReaderAt
	disk   gpt.Disk
	offset int64
}

func (v *volume) WriteAt(p []byte, off int64) (int, error) { return v.disk.WriteAt(p, v.offset+off) }

// DisableRecovery takes the recovery sequence out of the boot store, as `reagentc /disable` does: what names it, its loader, and the options
// of RAM disks. A store without one stays as it is.
func DisableRecovery(disk gpt.Disk) error {
	partitions, err := gpt.Read(disk)
	if err != nil {
		return err
	}
	esp := findPartition(partitions, func(p gpt.Partition) bool { return p.Type == typeESP })
	if esp == nil {
		return fmt.Errorf("there is no EFI system partition")
	}
	place := &volume{io.NewSectionReader(disk, esp.Offset, esp.Size), disk, esp.Offset}
	files, err := fat.Open(place)
	if err != nil {
		return err
	}
	data, err := files.Read(bootStore)
	if err != nil || data == nil {
		return fmt.Errorf("no boot store: %v", err)
	}
	hive, err := regf.Open(data)
	if err != nil {
		return err
	}
	loader := element(hive, bootManager, elementDefault).Text("Element")
	sequence := firstOf(element(hive, loader, elementRecovery).Value("Element"))
	if sequence == "" {
		return nil
	}
	objects, elements := hive.Key("Objects"), hive.Key(`Objects\`+loader+`\Elements`)
	elements.Remove(elementRecovery)
	elements.Remove(elementRecoveryEnabled)
	objects.Remove(sequence)
	for _, object := range objects.Children() {
		if hive.Key(`Objects\`+object.Name()+`\Elements\`+elementRamDisk) != nil {
			objects.Remove(object.Name())
		}
	}
	return files.Overwrite(place, bootStore, hive.Data())
}

// firstOf a list of texts.
func firstOf(data []byte) string {
	units := []uint16{}
	for i := 0; i+1 < len(data) && (data[i] != 0 || data[i+1] != 0); i += 2 {
		units = append(units, uint16(data[i])|uint16(data[i+1])<<8)
	}
	return string(utf16.Decode(units))
}
