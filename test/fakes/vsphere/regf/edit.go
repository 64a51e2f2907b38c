package regf

import (
	"encoding/binary"
	"strings"
)

// Remove takes a key away from those below, by its entry in their list alone: its cells stay, and belong to nobody.
func (k *Key) Remove(name string) bool {
	count := binary.LittleEndian.Uint32(k.cell[20:])
	if count == 0 || !k.hive.unlist(binary.LittleEndian.Uint32(k.cell[28:]), name, 0) {
		return false
	}
	binary.LittleEndian.PutUint32(k.cell[20:], count-1)
	if count == 1 {
		binary.LittleEndian.PutUint32(k.cell[28:], 0xffffffff)
	}
	return true
}

func (h *Hive) unlist(offset uint32, name string, depth int) bool {
	cell := h.cell(offset)
	if len(cell) < 4 || depth > 4 {
		return false
	}
	step := 8
	if kind := string(cell[:2]); kind == "li" || kind == "ri" {
		step = 4
	}
	count := int(binary.LittleEndian.Uint16(cell[2:]))
	for i := 0; i < count && 4+(i+1)*step <= len(cell); i++ {
		at := binary.LittleEndian.Uint32(cell[4+i*step:])
		if string(cell[:2]) == "ri" {
			if h.unlist(at, name, depth+1) {
				return true
			}
			continue
		}
		sub := h.cell(at)
		if len(sub) < 76 || !strings.EqualFold((&Key{h, sub}).Name(), name) {
			continue
		}
		copy(cell[4+i*step:4+count*step], cell[4+(i+1)*step:4+count*step])
		binary.LittleEndian.PutUint16(cell[2:], uint16(count-1))
		return true
	}
	return false
}

// Data is the whole hive, as it is to be written.
func (h *Hive) Data() []byte { return h.data }
