package guest

import (
	"encoding/binary"
	"io"

	"stillframe.test/fakes/vsphere/gpt"
	"stillframe.test/fakes/vsphere/ntfs"
)

// toolsService is there once VMware Tools are installed.
const toolsService = `Program Files\VMware\VMware Tools\vmtoolsd.exe`

const typeNTFS = 0x07

// HasTools tells whether a Windows on the disk has VMware Tools, whether or not it starts.
func HasTools(disk io.ReaderAt) bool {
	cached := newCache(disk)
	for _, place := range places(cached) {
		volume, err := ntfs.Open(io.NewSectionReader(cached, place.Offset, place.Size))
		if err == nil && (&windows{volume: volume}).has(toolsService) {
			return true
		}
	}
	return false
}

// places are the partitions of a GPT, else those of an MBR that may hold Windows.
func places(disk io.ReaderAt) []gpt.Partition {
	if partitions, err := gpt.Read(disk); err == nil {
		return partitions
	}
	var found []gpt.Partition
	mbr := make([]byte, 512)
	if _, err := disk.ReadAt(mbr, 0); err != nil {
		return found
	}
	for entry := mbr[446:510]; len(entry) > 0; entry = entry[16:] {
		if entry[4] == typeNTFS {
			first, count := binary.LittleEndian.Uint32(entry[8:]), binary.LittleEndian.Uint32(entry[12:])
			found = append(found, gpt.Partition{Offset: int64(first) * 512, Size: int64(count) * 512})
		}
	}
	return found
}
