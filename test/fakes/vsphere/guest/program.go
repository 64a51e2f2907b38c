package guest

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
)

const (
	machineAMD64 = 0x8664

	subsystemEFI  = 10
	subsystemBoot = 16
)

// program checks a boot program as firmware and boot manager do; with Secure Boot it must be signed and as it was signed.
func program(rule, path string, data []byte, secure bool) *Halt {
	subsystem, err := headers(data)
	if err != nil {
		return halt(rule+"-damaged", "%s is no program: %v", path, err)
	}
	if subsystem != subsystemEFI && subsystem != subsystemBoot {
		return halt(rule+"-damaged", "%s is no boot program (subsystem %d)", path, subsystem)
	}
	if secure {
		if err := signed(data); err != nil {
			return halt(rule+"-unsigned", "Secure Boot violation: %s %v", path, err)
		}
	}
	return nil
}

// headers checks the headers of a 64-bit program ("PE Format" specification) and gives its subsystem.
func headers(data []byte) (int, error) {
	at, err := optionalHeader(data)
	if err != nil {
		return 0, err
	}
	return int(binary.LittleEndian.Uint16(data[at+68:])), nil
}

func optionalHeader(data []byte) (int, error) {
	if len(data) < 0x40 || string(data[:2]) != "MZ" {
		return 0, fmt.Errorf("no MZ at its start")
	}
	pe := int(binary.LittleEndian.Uint32(data[0x3c:]))
	if pe < 0x40 || pe+24+152 > len(data) || string(data[pe:pe+4]) != "PE\x00\x00" {
		return 0, fmt.Errorf("no PE header")
	}
	if machine := binary.LittleEndian.Uint16(data[pe+4:]); machine != machineAMD64 {
		return 0, fmt.Errorf("it is for machine %#x", machine)
	}
	if binary.LittleEndian.Uint16(data[pe+24:]) != 0x20b {
		return 0, fmt.Errorf("no PE32+")
	}
	return pe + 24, nil
}

// signed checks that a program carries an Authenticode signature over what it is ("Windows Authenticode Portable Executable
// Signature Format"). Whom the signer is trusted by is not asked: nobody but Microsoft could make such a program.
func signed(data []byte) error {
	at, err := optionalHeader(data)
	if err != nil {
		return err
	}
	// Directory entry 4: the certificate table, by file offset.
	entry := at + 112 + 4*8
	if binary.LittleEndian.Uint32(data[at+108:]) < 5 {
		return fmt.Errorf("is not signed")
	}
	table, size := int(binary.LittleEndian.Uint32(data[entry:])), int(binary.LittleEndian.Uint32(data[entry+4:]))
	if table == 0 || size < 8 {
		return fmt.Errorf("is not signed")
	}
	if table+size > len(data) {
		return fmt.Errorf("has a signature that lies outside of it")
	}
	hash := sha256.New()
	hash.Write(data[:at+64]) // up to the checksum
	hash.Write(data[at+68 : entry])
	hash.Write(data[entry+8 : table])
	hash.Write(data[table+size:])
	// DigestInfo of SpcIndirectDataContent: SHA-256, then the digest.
	digest := append([]byte{0x04, 0x20}, hash.Sum(nil)...)
	sha256OID := []byte{0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01}
	signature := data[table+8 : table+size]
	found := bytes.Index(signature, digest)
	if found < 0 || !bytes.Contains(signature[max(0, found-16):found], sha256OID) {
		return fmt.Errorf("was changed after it was signed")
	}
	return nil
}
