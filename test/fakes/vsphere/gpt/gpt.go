// Package gpt reads the partition table of a disk: UEFI specification 2.10, section 5.3.
package gpt

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"io"
	"strings"
	"unicode/utf16"
)

const (
	TypeESP       = "c12a7328-f81f-11d2-ba4b-00a0c93ec93b"
	TypeRecovery  = "de94bba4-06d1-4d40-a16a-bfd50179d6ac"
	TypeBasicData = "ebd0a0a2-b9e5-4433-87c0-68b6b72699c7"

	attributePlatformRequired = 1
	attributeNoDriveLetter    = 1 << 63
)

// Partition is one entry. Offset and Size are in bytes.
type Partition struct {
	// of the entry, from 1
	Number     int    `json:"number"`
	Type       string `json:"type"`
	GUID       string `json:"guid"`
	Name       string `json:"name"`
	Attributes uint64 `json:"attributes"`
	Offset     int64  `json:"offset"`
	Size       int64  `json:"size"`
	NTFS       bool   `json:"ntfs"`
}

// Required tells whether the entry says that the machine cannot do without it, which is what guards it.
func (p Partition) Required() bool { return p.Attributes&attributePlatformRequired != 0 }

// Protected tells whether the entry carries both attributes that Windows Setup gives its Recovery partition.
func (p Partition) Protected() bool {
	return p.Attributes&attributePlatformRequired != 0 && p.Attributes&attributeNoDriveLetter != 0
}

// Read reads the primary table of a disk with 512-byte sectors and checks both CRCs.
func Read(disk io.ReaderAt) ([]Partition, error) {
	head := make([]byte, 512)
	if _, err := disk.ReadAt(head, 512); err != nil {
		return nil, err
	}
	if string(head[:8]) != "EFI PART" {
		return nil, fmt.Errorf("no GPT")
	}
	size := binary.LittleEndian.Uint32(head[12:])
	if size < 92 || size > 512 {
		return nil, fmt.Errorf("GPT header of %d bytes", size)
	}
	sum := binary.LittleEndian.Uint32(head[16:])
	binary.LittleEndian.PutUint32(head[16:], 0)
	if crc32.ChecksumIEEE(head[:size]) != sum {
		return nil, fmt.Errorf("GPT header CRC is wrong")
	}
	count, length := binary.LittleEndian.Uint32(head[80:]), binary.LittleEndian.Uint32(head[84:])
	if count > 1024 || length < 128 || length > 4096 {
		return nil, fmt.Errorf("%d GPT entries of %d bytes", count, length)
	}
	entries := make([]byte, count*length)
	if _, err := disk.ReadAt(entries, int64(binary.LittleEndian.Uint64(head[72:]))*512); err != nil {
		return nil, err
	}
	if crc32.ChecksumIEEE(entries) != binary.LittleEndian.Uint32(head[88:]) {
		return nil, fmt.Errorf("GPT entries CRC is wrong")
	}
	var found []Partition
	for i := uint32(0); i < count; i++ {
		entry := entries[i*length:]
		p := Partition{
			Number:     int(i) + 1,
			Type:       FormatGUID(entry),
			GUID:       FormatGUID(entry[16:]),
			Attributes: binary.LittleEndian.Uint64(entry[48:]),
			Offset:     int64(binary.LittleEndian.Uint64(entry[32:])) * 512,
			Name:       name(entry[56:128]),
		}
		if p.Type == "00000000-0000-0000-0000-000000000000" {
			continue
		}
		p.Size = (int64(binary.LittleEndian.Uint64(entry[40:]))+1)*512 - p.Offset
		boot := make([]byte, 11)
		if _, err := disk.ReadAt(boot, p.Offset); err == nil {
			p.NTFS = string(boot[3:]) == "NTFS    "
		}
		found = append(found, p)
	}
	return found, nil
}

// FormatGUID writes 16 bytes as tables and boot stores keep them.
func FormatGUID(b []byte) string {
	return fmt.Sprintf("%08x-%04x-%04x-%x-%x", binary.LittleEndian.Uint32(b), binary.LittleEndian.Uint16(b[4:]),
		binary.LittleEndian.Uint16(b[6:]), b[8:10], b[10:16])
}

func name(b []byte) string {
	units := make([]uint16, len(b)/2)
	for i := range units {
		units[i] = binary.LittleEndian.Uint16(b[2*i:])
	}
	return strings.TrimRight(string(utf16.Decode(units)), "\x00")
}
