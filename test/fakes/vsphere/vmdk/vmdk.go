// Package vmdk reads streamOptimized VMDKs as strictly as an ESXi host takes them: header version 3, one marker after
// the other up to the end-of-stream marker, and nothing behind it.
// Format: VMware "Virtual Disk Format 5.0".
package vmdk

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"io"
	"os"
	"strings"
)

const (
	sector = 512

	markerEndOfStream    = 0
	markerGrainTable     = 1
	markerGrainDirectory = 2
	markerFooter         = 3
)

type header struct {
	Magic, Version, Flags                              uint32
	Capacity, GrainSize, DescriptorOffset, Descriptors uint64
	GTEsPerGT                                          uint32
	RedundantGD, GD, Overhead                          uint64
	Unclean                                            uint8
	LineEnds                                           [4]byte
	Compression                                        uint16
}

// Disk is an open streamOptimized VMDK. Size is the virtual size in bytes.
type Disk struct {
	Size int64

	file   *os.File
	grain  int64
	grains map[int64]location
	// what the descriptor says, by key
	entries map[string]string
}

// Entry is what the descriptor says, such as ddb.adapterType; empty when it says nothing.
func (d *Disk) Entry(key string) string { return d.entries[key] }

// location of a compressed grain in the file.
type location struct {
	offset int64
	size   uint32
}

// Open walks the whole stream, marker by marker, without inflating grains.
func Open(path string) (*Disk, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	d := &Disk{file: file, grains: make(map[int64]location), entries: make(map[string]string)}
	if err := d.walk(); err != nil {
		file.Close()
		return nil, err
	}
	return d, nil
}

func (d *Disk) Close() error { return d.file.Close() }

func (d *Disk) walk() error {
	info, err := d.file.Stat()
	if err != nil {
		return err
	}
	var h header
	if err := binary.Read(io.NewSectionReader(d.file, 0, sector), binary.LittleEndian, &h); err != nil {
		return fmt.Errorf("invalid sparse VMDK header: %w", err)
	}
	switch {
	case h.Magic != 0x564d444b:
		return fmt.Errorf("invalid sparse VMDK header: magic %#x", h.Magic)
	case h.Version < 3:
		return fmt.Errorf("not a supported disk format (sparse VMDK version too old: %d)", h.Version)
	case h.Flags&0x10000 == 0 || h.Flags&0x20000 == 0 || h.Compression != 1:
		return fmt.Errorf("not a streamOptimized VMDK: flags %#x, compression %d", h.Flags, h.Compression)
	case h.GrainSize == 0 || h.GrainSize > 128:
		return fmt.Errorf("grain size of %d sectors", h.GrainSize)
	}
	d.Size = int64(h.Capacity) * sector
	d.grain = int64(h.GrainSize) * sector
	if h.Descriptors > 2048 {
		return fmt.Errorf("a descriptor of %d sectors", h.Descriptors)
	}
	text := make([]byte, h.Descriptors*sector)
	if _, err := d.file.ReadAt(text, int64(h.DescriptorOffset)*sector); err != nil {
		return fmt.Errorf("no descriptor: %w", err)
	}
	for _, line := range strings.Split(string(bytes.TrimRight(text, "\x00")), "\n") {
		if key, value, found := strings.Cut(line, "="); found && !strings.HasPrefix(line, "#") {
			d.entries[strings.TrimSpace(key)] = strings.Trim(strings.TrimSpace(value), `"`)
		}
	}

	offset := int64(h.Overhead) * sector
	var last int64 = -1
	for {
		marker := make([]byte, 16)
		if _, err := d.file.ReadAt(marker, offset); err != nil {
			return fmt.Errorf("no end-of-stream marker: the stream breaks off at %d", offset)
		}
		value := int64(binary.LittleEndian.Uint64(marker))
		size := binary.LittleEndian.Uint32(marker[8:])
		if size > 0 {
			if value <= last || value*sector >= d.Size {
				return fmt.Errorf("grain for sector %d at %d: out of order or outside the disk", value, offset)
			}
			last = value
			d.grains[value*sector/d.grain] = location{offset + 12, size}
			offset += (12 + int64(size) + sector - 1) / sector * sector
			continue
		}
		switch kind := binary.LittleEndian.Uint32(marker[12:]); kind {
		case markerEndOfStream:
			if value != 0 || offset+sector != info.Size() {
				return fmt.Errorf("end-of-stream marker at %d, but the stream has %d bytes", offset, info.Size())
			}
			return nil
		case markerGrainTable, markerGrainDirectory, markerFooter:
			offset += (1 + value) * sector
		default:
			return fmt.Errorf("unknown marker %d at %d", kind, offset)
		}
	}
}

// ReadAt reads like the guest does; grains that are not stored are zero.
func (d *Disk) ReadAt(p []byte, off int64) (int, error) {
	if off < 0 || off+int64(len(p)) > d.Size {
		return 0, io.ErrUnexpectedEOF
	}
	for n := 0; n < len(p); {
		index := (off + int64(n)) / d.grain
		start := (off + int64(n)) % d.grain
		data, err := d.readGrain(index)
		if err != nil {
			return n, err
		}
		n += copy(p[n:], data[start:])
	}
	return len(p), nil
}

func (d *Disk) readGrain(index int64) ([]byte, error) {
	data := make([]byte, d.grain)
	at, ok := d.grains[index]
	if !ok {
		return data, nil
	}
	packed := make([]byte, at.size)
	if _, err := d.file.ReadAt(packed, at.offset); err != nil {
		return nil, err
	}
	z, err := zlib.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, fmt.Errorf("grain %d: %w", index, err)
	}
	_, err = io.ReadFull(z, data)
	if err == io.ErrUnexpectedEOF && index == (d.Size-1)/d.grain {
		err = nil // the last grain may be short
	}
	return data, err
}
