// Package fat reads files of a FAT16 or FAT32 volume, as UEFI firmware does: Microsoft "FAT: General Overview of On-Disk Format" 1.03.
package fat

import (
	"encoding/binary"
	"fmt"
	"io"
	"strings"
	"unicode/utf16"
)

const maxFile = 64 << 20

// Volume is a FAT volume that begins at the start of its disk.
type Volume struct {
	disk            io.ReaderAt
	cluster         int64
	fatAt, dataAt   int64
	rootAt, rootLen int64
	root            uint32
	clusters        uint32
	wide            bool
}

type entry struct {
	name  string
	short string
	dir   bool
	first uint32
	size  uint32
}

// Open reads the boot sector.
func Open(disk io.ReaderAt) (*Volume, error) {
	b := make([]byte, 512)
	if _, err := disk.ReadAt(b, 0); err != nil {
		return nil, err
	}
	sector, perCluster := int64(binary.LittleEndian.Uint16(b[11:])), int64(b[13])
	if b[510] != 0x55 || b[511] != 0xaa || sector < 512 || sector > 4096 || perCluster == 0 || b[16] == 0 {
		return nil, fmt.Errorf("no FAT")
	}
	reserved, rootEntries := int64(binary.LittleEndian.Uint16(b[14:])), int64(binary.LittleEndian.Uint16(b[17:]))
	perFat, total := int64(binary.LittleEndian.Uint16(b[22:])), int64(binary.LittleEndian.Uint16(b[19:]))
	if perFat == 0 {
		perFat = int64(binary.LittleEndian.Uint32(b[36:]))
	}
	if total == 0 {
		total = int64(binary.LittleEndian.Uint32(b[32:]))
	}
	v := &Volume{disk: disk, cluster: sector * perCluster, fatAt: reserved * sector}
	v.rootAt, v.rootLen = (reserved+int64(b[16])*perFat)*sector, rootEntries*32
	v.dataAt = v.rootAt + (v.rootLen+sector-1)/sector*sector
	count := (total*sector - v.dataAt) / v.cluster
	if perFat == 0 || count < 4085 || count > 1<<28 {
		return nil, fmt.Errorf("FAT with %d clusters", count)
	}
	v.clusters, v.wide = uint32(count), count >= 65525
	if v.wide {
		v.root = binary.LittleEndian.Uint32(b[44:])
	}
	return v, nil
}

// Read gives the content of a file; nil without an error: there is none.
func (v *Volume) Read(path string) ([]byte, error) {
	found, err := v.find(path)
	if err != nil || found == nil {
		return nil, err
	}
	content, err := v.chain(found.first)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	if int(found.size) > len(content) {
		return nil, fmt.Errorf("%s breaks off after %d of %d bytes", path, len(content), found.size)
	}
	return content[:found.size], nil
}

// find gives the entry of a file; nil without an error: there is none.
func (v *Volume) find(path string) (*entry, error) {
	folder, err := v.rootContent()
	if err != nil {
		return nil, err
	}
	parts := strings.FieldsFunc(path, func(r rune) bool { return r == '/' || r == '\\' })
	for i, part := range parts {
		found := lookup(folder, part)
		last := i == len(parts)-1
		if found == nil || found.dir == last {
			return nil, nil
		}
		if last {
			return found, nil
		}
		if folder, err = v.chain(found.first); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
	}
	return nil, nil
}

func (v *Volume) rootContent() ([]byte, error) {
	if v.wide {
		return v.chain(v.root)
	}
	content := make([]byte, v.rootLen)
	_, err := v.disk.ReadAt(content, v.rootAt)
	return content, err
}

func (v *Volume) chain(first uint32) ([]byte, error) {
	places, err := v.places(first)
	if err != nil {
		return nil, err
	}
	content := make([]byte, 0, int64(len(places))*v.cluster)
	for _, at := range places {
		part := make([]byte, v.cluster)
		if _, err := v.disk.ReadAt(part, at); err != nil {
			return nil, err
		}
		content = append(content, part...)
	}
	return content, nil
}

// Overwrite gives a file other content of the same length, in the same clusters.
func (v *Volume) Overwrite(disk io.WriterAt, path string, content []byte) error {
	found, err := v.find(path)
	if err != nil {
		return err
	}
	if found == nil || int(found.size) != len(content) {
		return fmt.Errorf("there is no %s of %d bytes", path, len(content))
	}
	places, err := v.places(found.first)
	if err != nil {
		return err
	}
	for _, at := range places {
		part := content[:min(int64(len(content)), v.cluster)]
		if _, err := disk.WriteAt(part, at); err != nil {
			return err
		}
		content = content[len(part):]
	}
	return nil
}

// places are where the clusters of a chain lie, in bytes from the start of the volume.
func (v *Volume) places(cluster uint32) ([]int64, error) {
	places := []int64{}
	for cluster >= 2 && cluster < v.end() {
		if cluster >= v.clusters+2 || int64(len(places))*v.cluster > maxFile {
			return nil, fmt.Errorf("cluster chain leaves the volume at %d", cluster)
		}
		places = append(places, v.dataAt+int64(cluster-2)*v.cluster)
		link := make([]byte, 4)
		if v.wide {
			if _, err := v.disk.ReadAt(link, v.fatAt+4*int64(cluster)); err != nil {
				return nil, err
			}
			cluster = binary.LittleEndian.Uint32(link) & 0x0fffffff
		} else {
			if _, err := v.disk.ReadAt(link[:2], v.fatAt+2*int64(cluster)); err != nil {
				return nil, err
			}
			cluster = uint32(binary.LittleEndian.Uint16(link))
		}
	}
	return places, nil
}

func (v *Volume) end() uint32 {
	if v.wide {
		return 0x0ffffff8
	}
	return 0xfff8
}

func lookup(folder []byte, name string) *entry {
	var long []uint16
	for at := 0; at+32 <= len(folder) && folder[at] != 0; at += 32 {
		e := folder[at : at+32]
		switch {
		case e[0] == 0xe5:
			long = nil
		case e[11] == 0x0f:
			part := make([]uint16, 0, 13)
			for _, from := range []int{1, 3, 5, 7, 9, 14, 16, 18, 20, 22, 24, 28, 30} {
				part = append(part, binary.LittleEndian.Uint16(e[from:]))
			}
			long = append(part, long...)
		default:
			found := &entry{
				name: longName(long), short: shortName(e), dir: e[11]&0x10 != 0,
				first: uint32(binary.LittleEndian.Uint16(e[20:]))<<16 | uint32(binary.LittleEndian.Uint16(e[26:])),
				size:  binary.LittleEndian.Uint32(e[28:]),
			}
			long = nil
			if e[11]&0x08 == 0 && (strings.EqualFold(found.name, name) || strings.EqualFold(found.short, name)) {
				return found
			}
		}
	}
	return nil
}

func longName(units []uint16) string {
	for i, unit := range units {
		if unit == 0 {
			units = units[:i]
			break
		}
	}
	return string(utf16.Decode(units))
}

func shortName(e []byte) string {
	base, extension := strings.TrimRight(string(e[:8]), " "), strings.TrimRight(string(e[8:11]), " ")
	if extension == "" {
		return base
	}
	return base + "." + extension
}
