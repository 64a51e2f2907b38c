// Package overlay keeps what is written to a disk beside the disk itself, which may be the source of many copies.
package overlay

import "io"

const sector = 512

// Disk reads what was written, and the rest from the disk below.
type Disk struct {
	base    io.ReaderAt
	size    int64
	sectors map[int64][]byte
}

// New begins with what an earlier one had written; that stays as it is.
func New(base io.ReaderAt, size int64, written map[int64][]byte) *Disk {
	d := &Disk{base: base, size: size, sectors: make(map[int64][]byte, len(written))}
	for number, data := range written {
		d.sectors[number] = data
	}
	return d
}

// Sectors are the written ones by their number.
func (d *Disk) Sectors() map[int64][]byte { return d.sectors }

// Size is that of the disk, in bytes.
func (d *Disk) Size() int64 { return d.size }

func (d *Disk) ReadAt(p []byte, off int64) (int, error) {
	n, err := d.base.ReadAt(p, off)
	if len(d.sectors) == 0 {
		return n, err
	}
	for at := off / sector; at*sector < off+int64(n); at++ {
		data, ok := d.sectors[at]
		if !ok {
			continue
		}
		from := max(at*sector, off)
		copy(p[from-off:n], data[from-at*sector:])
	}
	return n, err
}

func (d *Disk) WriteAt(p []byte, off int64) (int, error) {
	if off < 0 || off+int64(len(p)) > d.size {
		return 0, io.ErrShortWrite
	}
	for n := 0; n < len(p); {
		at := (off + int64(n)) / sector
		data := make([]byte, sector)
		if _, err := d.ReadAt(data, at*sector); err != nil && err != io.EOF {
			return n, err
		}
		n += copy(data[off+int64(n)-at*sector:], p[n:])
		d.sectors[at] = data
	}
	return len(p), nil
}
