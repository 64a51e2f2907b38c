// Records of the MFT: their attributes, and what lies in the clusters that these name.
package ntfs

import (
	"encoding/binary"
	"fmt"
	"unicode/utf16"
)

const (
	attributeList            = 0x20
	attributeData            = 0x80
	attributeIndexRoot       = 0x90
	attributeIndexAllocation = 0xa0

	maxFile = 256 << 20
)

// run is a stretch of clusters; lcn is negative where nothing is stored.
type run struct{ vcn, lcn, count int64 }

type attribute struct {
	kind     uint32
	name     string
	resident []byte
	runs     []run
	size     int64
	packed   bool
}

// attributes gives all attributes of a record, those in its extension records included, pieces of one put together.
func (v *Volume) attributes(number int64) ([]attribute, error) {
	own, err := v.readRecord(number)
	if err != nil {
		return nil, err
	}
	list := find(own, attributeList, "")
	if list == nil {
		return own, nil
	}
	content, err := v.content(list)
	if err != nil {
		return nil, err
	}
	all := own
	seen := map[int64]bool{number: true}
	for len(content) >= 26 {
		length := int(binary.LittleEndian.Uint16(content[4:]))
		if length < 26 || length > len(content) {
			break
		}
		other := int64(binary.LittleEndian.Uint64(content[16:]) & 0xffffffffffff)
		if !seen[other] {
			seen[other] = true
			more, err := v.readRecord(other)
			if err != nil {
				return nil, err
			}
			all = join(all, more)
		}
		content = content[length:]
	}
	return all, nil
}

// join adds attributes, and the runs of later pieces to their first.
func join(all, more []attribute) []attribute {
	for _, piece := range more {
		if first := find(all, piece.kind, piece.name); first != nil && first.runs != nil && piece.runs != nil {
			if piece.runs[0].vcn == 0 {
				first.size, first.runs, piece.runs = piece.size, piece.runs, first.runs
			}
			first.runs = append(first.runs, piece.runs...)
			continue
		}
		all = append(all, piece)
	}
	return all
}

func (v *Volume) readRecord(number int64) ([]attribute, error) {
	record := make([]byte, v.record)
	if err := v.readRuns(v.mft, record, number*v.record); err != nil {
		return nil, err
	}
	if string(record[:4]) != "FILE" {
		return nil, fmt.Errorf("record %d is none", number)
	}
	if err := fixUp(record); err != nil {
		return nil, fmt.Errorf("record %d: %w", number, err)
	}
	var found []attribute
	for at := int(binary.LittleEndian.Uint16(record[20:])); at+16 <= len(record); {
		kind, length := binary.LittleEndian.Uint32(record[at:]), int(binary.LittleEndian.Uint32(record[at+4:]))
		if kind == 0xffffffff {
			break
		}
		if length < 24 || at+length > len(record) {
			return nil, fmt.Errorf("record %d: attribute %#x of %d bytes", number, kind, length)
		}
		a, err := parse(kind, record[at:at+length])
		if err != nil {
			return nil, fmt.Errorf("record %d: %w", number, err)
		}
		found = append(found, a)
		at += length
	}
	return found, nil
}

func parse(kind uint32, b []byte) (attribute, error) {
	a := attribute{kind: kind, packed: binary.LittleEndian.Uint16(b[12:])&0x40ff != 0}
	nameAt, characters := int(binary.LittleEndian.Uint16(b[10:])), int(b[9])
	if nameAt+2*characters > len(b) {
		return a, fmt.Errorf("name outside of attribute %#x", kind)
	}
	a.name = text(b[nameAt : nameAt+2*characters])
	if b[8] == 0 {
		size, at := int(binary.LittleEndian.Uint32(b[16:])), int(binary.LittleEndian.Uint16(b[20:]))
		if at+size > len(b) {
			return a, fmt.Errorf("content outside of attribute %#x", kind)
		}
		a.resident, a.size = b[at:at+size], int64(size)
		return a, nil
	}
	if len(b) < 64 {
		return a, fmt.Errorf("attribute %#x of %d bytes", kind, len(b))
	}
	a.size = int64(binary.LittleEndian.Uint64(b[48:]))
	vcn, lcn := int64(binary.LittleEndian.Uint64(b[16:])), int64(0)
	a.runs = []run{}
	for at := int(binary.LittleEndian.Uint16(b[32:])); at < len(b) && b[at] != 0; {
		lengths, offsets := int(b[at]&15), int(b[at]>>4)
		if at+1+lengths+offsets > len(b) || lengths > 8 || offsets > 8 {
			return a, fmt.Errorf("run list of attribute %#x", kind)
		}
		count := number(b[at+1:at+1+lengths], false)
		r := run{vcn, -1, count}
		if offsets > 0 {
			lcn += number(b[at+1+lengths:at+1+lengths+offsets], true)
			r.lcn = lcn
		}
		a.runs = append(a.runs, r)
		vcn += count
		at += 1 + lengths + offsets
	}
	return a, nil
}

func (v *Volume) content(a *attribute) ([]byte, error) {
	if a.runs == nil {
		return a.resident, nil
	}
	if a.packed {
		return nil, fmt.Errorf("compressed or encrypted data is not read")
	}
	if a.size < 0 || a.size > maxFile {
		return nil, fmt.Errorf("%d bytes in one file", a.size)
	}
	data := make([]byte, a.size)
	return data, v.readRuns(a.runs, data, 0)
}

func (v *Volume) readRuns(runs []run, p []byte, offset int64) error {
	for len(p) > 0 {
		vcn, within := offset/v.cluster, offset%v.cluster
		r := covering(runs, vcn)
		if r == nil {
			return fmt.Errorf("no run has cluster %d", vcn)
		}
		part := min(int64(len(p)), (r.vcn+r.count-vcn)*v.cluster-within)
		if r.lcn < 0 {
			clear(p[:part])
		} else if _, err := v.disk.ReadAt(p[:part], (r.lcn+vcn-r.vcn)*v.cluster+within); err != nil {
			return err
		}
		p, offset = p[part:], offset+part
	}
	return nil
}

func covering(runs []run, vcn int64) *run {
	for i := range runs {
		if vcn >= runs[i].vcn && vcn < runs[i].vcn+runs[i].count {
			return &runs[i]
		}
	}
	return nil
}

func find(attributes []attribute, kind uint32, name string) *attribute {
	for i := range attributes {
		if attributes[i].kind == kind && attributes[i].name == name {
			return &attributes[i]
		}
	}
	return nil
}

// fixUp puts the last bytes of each sector back, which a multi-sector record keeps in its update sequence.
func fixUp(record []byte) error {
	at, count := int(binary.LittleEndian.Uint16(record[4:])), int(binary.LittleEndian.Uint16(record[6:]))
	if count < 1 || at+2*count > len(record) || (count-1)*512 > len(record) {
		return fmt.Errorf("update sequence of %d", count)
	}
	for i := 1; i < count; i++ {
		end := record[i*512-2 : i*512]
		if end[0] != record[at] || end[1] != record[at+1] {
			return fmt.Errorf("torn record")
		}
		copy(end, record[at+2*i:at+2*i+2])
	}
	return nil
}

func number(b []byte, signed bool) int64 {
	var n int64
	for i := len(b) - 1; i >= 0; i-- {
		n = n<<8 | int64(b[i])
	}
	if signed && len(b) < 8 && b[len(b)-1]&0x80 != 0 {
		n -= 1 << (8 * len(b))
	}
	return n
}

func text(b []byte) string {
	units := make([]uint16, len(b)/2)
	for i := range units {
		units[i] = binary.LittleEndian.Uint16(b[2*i:])
	}
	return string(utf16.Decode(units))
}
