// Package ntfs reads files of an NTFS volume by their paths, as Windows finds them: through the indexes of folders.
// Structures: "NTFS Documentation" of the Linux-NTFS project.
package ntfs

import (
	"encoding/binary"
	"fmt"
	"io"
	"strings"
)

const rootRecord = 5

// Volume is an NTFS volume that begins at the start of its disk.
type Volume struct {
	disk    io.ReaderAt
	cluster int64
	record  int64
	mft     []run
}

// Open reads the boot sector and the place of the MFT.
func Open(disk io.ReaderAt) (*Volume, error) {
	boot := make([]byte, 512)
	if _, err := disk.ReadAt(boot, 0); err != nil {
		return nil, err
	}
	if string(boot[3:11]) != "NTFS    " {
		return nil, fmt.Errorf("no NTFS")
	}
	sector := int64(binary.LittleEndian.Uint16(boot[11:]))
	v := &Volume{disk: disk, cluster: sector * int64(boot[13])}
	if v.cluster == 0 || sector < 256 || sector > 4096 {
		return nil, fmt.Errorf("NTFS with clusters of %d bytes", v.cluster)
	}
	if size := int8(boot[64]); size > 0 {
		v.record = int64(size) * v.cluster
	} else {
		v.record = 1 << -size
	}
	if v.record < 512 || v.record > 1<<16 {
		return nil, fmt.Errorf("NTFS with records of %d bytes", v.record)
	}
	// The MFT's own record says where the rest of it lies.
	first := int64(binary.LittleEndian.Uint64(boot[48:]))
	v.mft = []run{{0, first, (v.record + v.cluster - 1) / v.cluster}}
	attributes, err := v.attributes(0)
	if err != nil {
		return nil, fmt.Errorf("MFT: %w", err)
	}
	data := find(attributes, attributeData, "")
	if data == nil || data.runs == nil {
		return nil, fmt.Errorf("MFT without data")
	}
	v.mft = data.runs
	return v, nil
}

// Read gives the content of a file; the path has / or \ between its parts, in any case. nil without an error: there is none.
func (v *Volume) Read(path string) ([]byte, error) {
	number, err := v.lookup(path)
	if err != nil || number < 0 {
		return nil, err
	}
	attributes, err := v.attributes(number)
	if err != nil {
		return nil, err
	}
	data := find(attributes, attributeData, "")
	if data == nil {
		return nil, fmt.Errorf("%s has no data", path)
	}
	content, err := v.content(data)
	if content == nil && err == nil {
		content = []byte{}
	}
	return content, err
}

// List gives the names in a folder; nil when there is no such folder.
func (v *Volume) List(path string) ([]string, error) {
	number, err := v.lookup(path)
	if err != nil || number < 0 {
		return nil, err
	}
	names := []string{}
	err = v.entries(number, func(name string, _ int64) bool {
		names = append(names, name)
		return false
	})
	return names, err
}

// lookup gives the number of a record, negative when there is none.
func (v *Volume) lookup(path string) (int64, error) {
	at := int64(rootRecord)
	for _, part := range strings.FieldsFunc(path, func(r rune) bool { return r == '/' || r == '\\' }) {
		next := int64(-1)
		err := v.entries(at, func(name string, number int64) bool {
			if strings.EqualFold(name, part) {
				next = number
			}
			return next >= 0
		})
		if err != nil || next < 0 {
			return -1, err
		}
		at = next
	}
	return at, nil
}

// entries calls visit for each name in a folder until it returns true.
func (v *Volume) entries(number int64, visit func(string, int64) bool) error {
	attributes, err := v.attributes(number)
	if err != nil {
		return err
	}
	root := find(attributes, attributeIndexRoot, "$I30")
	if root == nil || len(root.resident) < 32 {
		return nil // a file has no names in it
	}
	if walkEntries(root.resident[16:], visit) {
		return nil
	}
	blocks := find(attributes, attributeIndexAllocation, "$I30")
	if blocks == nil {
		return nil
	}
	size := int(binary.LittleEndian.Uint32(root.resident[8:]))
	data, err := v.content(blocks)
	if err != nil || size < 512 {
		return err
	}
	for at := 0; at+size <= len(data); at += size {
		block := data[at : at+size]
		if string(block[:4]) != "INDX" {
			continue
		}
		if err := fixUp(block); err != nil {
			return err
		}
		if walkEntries(block[24:], visit) {
			return nil
		}
	}
	return nil
}

// walkEntries goes through an index from its header on.
func walkEntries(index []byte, visit func(string, int64) bool) bool {
	at, end := int(binary.LittleEndian.Uint32(index)), int(binary.LittleEndian.Uint32(index[4:]))
	for at+16 <= end && end <= len(index) {
		entry := index[at:]
		length, flags := int(binary.LittleEndian.Uint16(entry[8:])), binary.LittleEndian.Uint16(entry[12:])
		if flags&2 != 0 || length < 16 || at+length > len(index) {
			return false
		}
		if length >= 16+66 {
			name := entry[16:length]
			if characters := int(name[64]); 66+2*characters <= len(name) {
				number := int64(binary.LittleEndian.Uint64(entry) & 0xffffffffffff)
				if visit(text(name[66:66+2*characters]), number) {
					return true
				}
			}
		}
		at += length
	}
	return false
}
