package disks

import (
	"encoding/binary"
	"errors"
	"fmt"
	"os"
)

const sector = 512

// partition is an entry of the table (UEFI specification, "GUID Partition Table").
type partition struct {
	kind   string
	guid   string
	offset int64
	size   int64
}

const (
	reservedType = "e3c9e316-0b5c-4db8-817d-f92df00215ae"
	efiType      = "c12a7328-f81f-11d2-ba4b-00a0c93ec93b"
)

var errNoTable = errors.New("the disk has no partition table")

// readTable reads the first table of a disk: its GUID and the partitions in the order of their places, as Windows numbers them.
func readTable(file *os.File) (string, []partition, error) {
	header := make([]byte, sector)
	if _, err := file.ReadAt(header, sector); err != nil {
		return "", nil, err
	}
	if string(header[:8]) != "EFI PART" {
		return "", nil, errNoTable
	}
	count, length := binary.LittleEndian.Uint32(header[80:]), binary.LittleEndian.Uint32(header[84:])
	entries := make([]byte, int(count)*int(length))
	if _, err := file.ReadAt(entries, int64(binary.LittleEndian.Uint64(header[72:]))*sector); err != nil {
		return "", nil, err
	}
	var all []partition
	for ; len(entries) > 0; entries = entries[length:] {
		kind := guidText(entries)
		if kind == "00000000-0000-0000-0000-000000000000" {
			continue
		}
		first, last := int64(binary.LittleEndian.Uint64(entries[32:])), int64(binary.LittleEndian.Uint64(entries[40:]))
		all = append(all, partition{kind, guidText(entries[16:]), first * sector, (last - first + 1) * sector})
	}
	return guidText(header[56:]), all, nil
}

// guidText has the first three fields the other way round than they lie on the disk.
func guidText(b []byte) string {
	return fmt.Sprintf("%08x-%04x-%04x-%x-%x", binary.LittleEndian.Uint32(b), binary.LittleEndian.Uint16(b[4:]), binary.LittleEndian.Uint16(b[6:]), b[8:10], b[10:16])
}
