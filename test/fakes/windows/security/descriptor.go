// Package security reads and writes security descriptors in their self-relative form ([MS-DTYP], section 2.4.6).
package security

import (
	"bytes"
	"encoding/binary"
	"errors"
	"strconv"
	"strings"
)

// Bits of the control field.
const (
	daclPresent   = 0x0004
	saclPresent   = 0x0010
	daclInherited = 0x0400
	daclProtected = 0x1000
	selfRelative  = 0x8000
)

// Bits of an entry.
const (
	objectInherit    = 0x01
	containerInherit = 0x02
	inherited        = 0x10
	allow            = 0
	fullAccess       = 0x001f01ff
)

// Descriptor of a file; the list of audits is left out.
type Descriptor struct {
	Owner, Group []byte
	control      uint16
	entries      [][]byte
}

// Read what Bytes writes.
func Read(all []byte) (*Descriptor, error) {
	if len(all) < 20 {
		return nil, errors.New("a security descriptor has at least 20 bytes")
	}
	word := func(at int) int { return int(binary.LittleEndian.Uint32(all[at:])) }
	d := &Descriptor{control: binary.LittleEndian.Uint16(all[2:])}
	d.Owner, d.Group = identifierAt(all, word(4)), identifierAt(all, word(8))
	at := word(16)
	if at == 0 {
		return d, nil
	}
	count := int(binary.LittleEndian.Uint16(all[at+4:]))
	for at += 8; count > 0; count-- {
		size := int(binary.LittleEndian.Uint16(all[at+2:]))
		d.entries = append(d.entries, bytes.Clone(all[at:at+size]))
		at += size
	}
	return d, nil
}

func identifierAt(all []byte, at int) []byte {
	if at == 0 {
		return nil
	}
	return bytes.Clone(all[at : at+8+4*int(all[at+1])])
}

// Protect drops what came from the folder above, and nothing is inherited any more. ntfs-3g does not mark what it inherits, so that an entry counts as
// inherited too when the folder gives the same to what is made in it.
func (d *Descriptor) Protect(above *Descriptor) {
	var own [][]byte
	for _, entry := range d.entries {
		if entry[1]&inherited == 0 && !above.gives(entry) {
			own = append(own, entry)
		}
	}
	d.entries = own
	d.control = d.control&^daclInherited | daclProtected
}

func (d *Descriptor) gives(entry []byte) bool {
	for _, each := range d.entries {
		if each[1]&(objectInherit|containerInherit) != 0 && each[0] == entry[0] && bytes.Equal(each[4:], entry[4:]) {
			return true
		}
	}
	return false
}

// Grant full access instead of what the identifier had.
func (d *Descriptor) Grant(identifier []byte, object, container bool) {
	var own, fromAbove [][]byte
	for _, each := range d.entries {
		switch {
		case each[1]&inherited != 0:
			fromAbove = append(fromAbove, each)
		case !bytes.Equal(each[8:], identifier):
			own = append(own, each)
		}
	}
	entry := []byte{allow, 0, 0, 0}
	if object {
		entry[1] |= objectInherit
	}
	if container {
		entry[1] |= containerInherit
	}
	entry = append(binary.LittleEndian.AppendUint32(entry, fullAccess), identifier...)
	binary.LittleEndian.PutUint16(entry[2:], uint16(len(entry)))
	// Own entries stand before inherited ones.
	d.entries = append(append(own, entry), fromAbove...)
}

// Bytes of the descriptor.
func (d *Descriptor) Bytes() []byte {
	list := []byte{2, 0, 0, 0, 0, 0, 0, 0}
	for _, entry := range d.entries {
		list = append(list, entry...)
	}
	binary.LittleEndian.PutUint16(list[2:], uint16(len(list)))
	binary.LittleEndian.PutUint16(list[4:], uint16(len(d.entries)))
	all := make([]byte, 20)
	all[0] = 1
	binary.LittleEndian.PutUint16(all[2:], d.control&^saclPresent|daclPresent|selfRelative)
	for _, part := range []struct {
		field int
		bytes []byte
	}{{4, d.Owner}, {8, d.Group}, {16, list}} {
		if part.bytes == nil {
			continue
		}
		binary.LittleEndian.PutUint32(all[part.field:], uint32(len(all)))
		all = append(all, part.bytes...)
	}
	return all
}

// Identifier of a text such as S-1-5-18.
func Identifier(text string) []byte {
	parts := strings.Split(text, "-")[2:]
	authority, _ := strconv.ParseUint(parts[0], 10, 48)
	bytes := []byte{1, byte(len(parts) - 1)}
	bytes = append(bytes, binary.BigEndian.AppendUint64(nil, authority)[2:]...)
	for _, part := range parts[1:] {
		number, _ := strconv.ParseUint(part, 10, 32)
		bytes = binary.LittleEndian.AppendUint32(bytes, uint32(number))
	}
	return bytes
}
