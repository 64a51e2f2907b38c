package gpt

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"io"
)

// Disk is one that can be written.
type Disk interface {
	io.ReaderAt
	io.WriterAt
}

// Remove takes the entry with that number away, in both copies of the table. Those behind it move up: Windows writes what is left of a table
// without gaps (FstubWritePartitionTableEFI), and whoever has noted a number has to read it anew.
func Remove(disk Disk, number int) error {
	return edit(disk, number, func(entries, entry []byte) {
		at := cap(entries) - cap(entry)
		copy(entries[at:], entries[at+len(entry):])
		clear(entries[len(entries)-len(entry):])
	})
}

// SetAttributes gives the entry with that number other attributes.
func SetAttributes(disk Disk, number int, attributes uint64) error {
	return edit(disk, number, func(_, entry []byte) { binary.LittleEndian.PutUint64(entry[48:], attributes) })
}

// SetEnd moves the end of the entry with that number, in bytes from the start of the disk.
func SetEnd(disk Disk, number int, end int64) error {
	return edit(disk, number, func(_, entry []byte) { binary.LittleEndian.PutUint64(entry[40:], uint64(end/512-1)) })
}

func edit(disk Disk, number int, change func(entries, entry []byte)) error {
	primary := make([]byte, 512)
	if _, err := disk.ReadAt(primary, 512); err != nil {
		return err
	}
	backup := make([]byte, 512)
	if _, err := disk.ReadAt(backup, int64(binary.LittleEndian.Uint64(primary[32:]))*512); err != nil {
		return err
	}
	count, length := binary.LittleEndian.Uint32(primary[80:]), binary.LittleEndian.Uint32(primary[84:])
	entries := make([]byte, count*length)
	if _, err := disk.ReadAt(entries, int64(binary.LittleEndian.Uint64(primary[72:]))*512); err != nil {
		return err
	}
	if number < 1 || number > int(count) {
		return fmt.Errorf("no GPT entry %d", number)
	}
	change(entries, entries[uint32(number-1)*length:uint32(number)*length])
	for _, header := range [][]byte{backup, primary} {
		if string(header[:8]) != "EFI PART" {
			return fmt.Errorf("a copy of the GPT is missing")
		}
		if _, err := disk.WriteAt(entries, int64(binary.LittleEndian.Uint64(header[72:]))*512); err != nil {
			return err
		}
		binary.LittleEndian.PutUint32(header[88:], crc32.ChecksumIEEE(entries))
		binary.LittleEndian.PutUint32(header[16:], 0)
		binary.LittleEndian.PutUint32(header[16:], crc32.ChecksumIEEE(header[:binary.LittleEndian.Uint32(header[12:])]))
		if _, err := disk.WriteAt(header, int64(binary.LittleEndian.Uint64(header[24:]))*512); err != nil {
			return err
		}
	}
	return nil
}

// End is the first byte behind what partitions may use.
func End(disk io.ReaderAt) (int64, error) {
	head := make([]byte, 512)
	if _, err := disk.ReadAt(head, 512); err != nil {
		return 0, err
	}
	return (int64(binary.LittleEndian.Uint64(head[48:])) + 1) * 512, nil
}
