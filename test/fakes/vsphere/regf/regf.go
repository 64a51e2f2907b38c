// Package regf reads registry hives: "Windows registry file format specification" by Maxim Suhanov.
package regf

import (
	"encoding/binary"
	"fmt"
	"strings"
	"unicode/utf16"
)

const base = 0x1000

// Hive is a whole hive in memory.
type Hive struct{ data []byte }

// Key is one key of a hive.
type Key struct {
	hive *Hive
	cell []byte
}

// Open checks the base block as the boot loader does: signature and checksum.
func Open(data []byte) (*Hive, error) {
	if len(data) < base+32 || string(data[:4]) != "regf" {
		return nil, fmt.Errorf("no registry hive")
	}
	var sum uint32
	for at := 0; at < 508; at += 4 {
		sum ^= binary.LittleEndian.Uint32(data[at:])
	}
	if sum == 0xffffffff {
		sum = 0xfffffffe
	} else if sum == 0 {
		sum = 1
	}
	if sum != binary.LittleEndian.Uint32(data[508:]) {
		return nil, fmt.Errorf("the checksum of the hive is wrong")
	}
	if binary.LittleEndian.Uint32(data[4:]) != binary.LittleEndian.Uint32(data[8:]) {
		return nil, fmt.Errorf("the hive was not written to its end")
	}
	if string(data[base:base+4]) != "hbin" {
		return nil, fmt.Errorf("the hive has no bins")
	}
	return &Hive{data}, nil
}

// Empty is a key without anything in it, for those who look something up that is not there.
var Empty = &Key{&Hive{make([]byte, base)}, make([]byte, 76)}

// Key finds a key by its path below the root; nil when there is none.
func (h *Hive) Key(path string) *Key {
	cell := h.cell(binary.LittleEndian.Uint32(h.data[36:]))
	if len(cell) < 76 || string(cell[:2]) != "nk" {
		return nil
	}
	key := &Key{h, cell}
	for _, part := range strings.Split(path, "\\") {
		if part == "" {
			continue
		}
		if key = key.child(part); key == nil {
			return nil
		}
	}
	return key
}

// Name is the key's own.
func (k *Key) Name() string {
	length := int(binary.LittleEndian.Uint16(k.cell[72:]))
	if 76+length > len(k.cell) {
		return ""
	}
	if binary.LittleEndian.Uint16(k.cell[2:])&0x20 != 0 {
		return latin(k.cell[76 : 76+length])
	}
	return wide(k.cell[76 : 76+length])
}

// Children are the keys below.
func (k *Key) Children() []*Key {
	if binary.LittleEndian.Uint32(k.cell[20:]) == 0 {
		return nil
	}
	return k.hive.list(binary.LittleEndian.Uint32(k.cell[28:]), 0)
}

func (k *Key) child(name string) *Key {
	for _, c := range k.Children() {
		if strings.EqualFold(c.Name(), name) {
			return c
		}
	}
	return nil
}

func (h *Hive) list(offset uint32, depth int) []*Key {
	cell := h.cell(offset)
	if len(cell) < 4 || depth > 4 {
		return nil
	}
	step := 8
	switch string(cell[:2]) {
	case "li", "ri":
		step = 4
	case "lf", "lh":
	default:
		return nil
	}
	var keys []*Key
	for i := 0; i < int(binary.LittleEndian.Uint16(cell[2:])) && 8+i*step <= len(cell); i++ {
		at := binary.LittleEndian.Uint32(cell[4+i*step:])
		if string(cell[:2]) == "ri" {
			keys = append(keys, h.list(at, depth+1)...)
		} else if sub := h.cell(at); len(sub) >= 76 && string(sub[:2]) == "nk" {
			keys = append(keys, &Key{h, sub})
		}
	}
	return keys
}

// Value gives the bytes of a value; nil when there is none.
func (k *Key) Value(name string) []byte {
	count := int(binary.LittleEndian.Uint32(k.cell[36:]))
	if count == 0 {
		return nil
	}
	offsets := k.hive.cell(binary.LittleEndian.Uint32(k.cell[40:]))
	for i := 0; i < count && 4*i+4 <= len(offsets); i++ {
		cell := k.hive.cell(binary.LittleEndian.Uint32(offsets[4*i:]))
		if len(cell) < 20 || string(cell[:2]) != "vk" {
			continue
		}
		length := int(binary.LittleEndian.Uint16(cell[2:]))
		if 20+length > len(cell) {
			continue
		}
		own := wide(cell[20 : 20+length])
		if binary.LittleEndian.Uint16(cell[16:])&1 != 0 {
			own = latin(cell[20 : 20+length])
		}
		if strings.EqualFold(own, name) {
			return k.hive.value(cell)
		}
	}
	return nil
}

func (h *Hive) value(cell []byte) []byte {
	size, offset := binary.LittleEndian.Uint32(cell[4:]), binary.LittleEndian.Uint32(cell[8:])
	if size&0x80000000 != 0 {
		return cell[8 : 8+min(size&0x7fffffff, 4)]
	}
	data := h.cell(offset)
	if int(size) > len(data) {
		return nil
	}
	return data[:size]
}

// Text gives a string value; empty when there is none.
func (k *Key) Text(name string) string {
	return strings.TrimRight(wide(k.Value(name)), "\x00")
}

// Number gives a DWORD; ok is false when there is none.
func (k *Key) Number(name string) (n uint32, ok bool) {
	if data := k.Value(name); len(data) >= 4 {
		return binary.LittleEndian.Uint32(data), true
	}
	return 0, false
}

// cell gives the bytes of an allocated cell.
func (h *Hive) cell(offset uint32) []byte {
	at := int64(base) + int64(offset)
	if at+4 > int64(len(h.data)) {
		return nil
	}
	size := -int64(int32(binary.LittleEndian.Uint32(h.data[at:])))
	if size < 4 || at+size > int64(len(h.data)) {
		return nil
	}
	return h.data[at+4 : at+size]
}

func latin(b []byte) string {
	runes := make([]rune, len(b))
	for i, c := range b {
		runes[i] = rune(c)
	}
	return string(runes)
}

func wide(b []byte) string {
	units := make([]uint16, len(b)/2)
	for i := range units {
		units[i] = binary.LittleEndian.Uint16(b[2*i:])
	}
	return string(utf16.Decode(units))
}

// Names gives the names of the key's values.
func (k *Key) Names() []string {
	var names []string
	offsets := k.hive.cell(binary.LittleEndian.Uint32(k.cell[40:]))
	for i := 0; i < int(binary.LittleEndian.Uint32(k.cell[36:])) && 4*i+4 <= len(offsets); i++ {
		cell := k.hive.cell(binary.LittleEndian.Uint32(offsets[4*i:]))
		if len(cell) < 20 || string(cell[:2]) != "vk" {
			continue
		}
		length := int(binary.LittleEndian.Uint16(cell[2:]))
		if 20+length > len(cell) {
			continue
		}
		if binary.LittleEndian.Uint16(cell[16:])&1 != 0 {
			names = append(names, latin(cell[20:20+length]))
		} else {
			names = append(names, wide(cell[20:20+length]))
		}
	}
	return names
}
