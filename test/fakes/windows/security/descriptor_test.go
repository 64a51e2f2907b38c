package security

import (
	"encoding/hex"
	"testing"
)

// A file that inherited full access for Everyone, SYSTEM and Administrators have (flags 0x10), with an owner and a group.
const inheritedText = "010004841400000024000000000000003400000001020000000000052000000020020000010200000000000520000000200200000200480003000000" +
	"00101400ff011f0001010000000000010000000000101400ff011f000101000000000005120000000010" + "1800ff011f0001020000000000052000000020020000"

func read(t *testing.T, text string) *Descriptor {
	bytes, err := hex.DecodeString(text)
	if err != nil {
		t.Fatal(err)
	}
	descriptor, err := Read(bytes)
	if err != nil {
		t.Fatal(err)
	}
	return descriptor
}

func TestWhatIsInheritedGoes(t *testing.T) {
	file := read(t, inheritedText)
	file.Protect(&Descriptor{})
	file.Grant(Identifier("S-1-5-18"), true, true)
	file.Owner = Identifier("S-1-5-32-544")
	again := read(t, hex.EncodeToString(file.Bytes()))
	if len(again.entries) != 1 || hex.EncodeToString(again.entries[0]) != "00031400ff011f00010100000000000512000000" {
		t.Errorf("%x", again.entries)
	}
	if again.control != 0x8000|0x1000|0x4 || hex.EncodeToString(again.Owner) != "01020000000000052000000020020000" {
		t.Errorf("%x %x", again.control, again.Owner)
	}
}

func TestWhatTheFolderGivesGoes(t *testing.T) {
	folder := &Descriptor{}
	folder.Grant(Identifier("S-1-1-0"), true, false)
	file := &Descriptor{}
	file.Grant(Identifier("S-1-1-0"), false, false)
	file.Grant(Identifier("S-1-5-18"), false, false)
	file.Protect(folder)
	if len(file.entries) != 1 || hex.EncodeToString(file.entries[0][8:]) != "010100000000000512000000" {
		t.Errorf("%x", file.entries)
	}
}

func TestGrantReplaces(t *testing.T) {
	file := &Descriptor{}
	file.Grant(Identifier("S-1-5-18"), false, false)
	file.Grant(Identifier("S-1-5-18"), true, true)
	if len(file.entries) != 1 || file.entries[0][1] != objectInherit|containerInherit {
		t.Errorf("%x", file.entries)
	}
}
