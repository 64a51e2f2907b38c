package main

import (
	"encoding/base64"
	"encoding/binary"
	"regexp"
	"strconv"
	"unicode/utf16"

	"github.com/vmware/govmomi/simulator"
)

var (
	encodedText = regexp.MustCompile(`-EncodedCommand ([A-Za-z0-9+/=]+)$`)
	asksVolume  = regexp.MustCompile(`(?s)\$found = (\d+)\n.*\.DirtyBitSet\) \{ \$found = \$found -bor (\d+) \}.*Get-WinEvent .*'ntfs\|esent'.*\$found = \$found -bor (\d+) \}\nexit \$found\n$`)
)

// encoded runs a text of PowerShell that this double knows; any other ends with 1.
func (m *machine) encoded(ctx *simulator.Context, encoded string) int {
	bytes, err := base64.StdEncoding.DecodeString(encoded)
	if err != nil || len(bytes)%2 != 0 {
		return 1
	}
	units := make([]uint16, len(bytes)/2)
	for i := range units {
		units[i] = binary.LittleEndian.Uint16(bytes[2*i:])
	}
	text := string(utf16.Decode(units))
	if found := asksDisk.FindStringSubmatch(text); found != nil {
		return m.tellDisk(ctx, found[1])
	}
	if asksVolume.MatchString(text) {
		return m.volumeCheck(text)
	}
	return m.answer(ctx, text)
}

// volumeCheck answers the question whether the system volume is dirty and the event log has errors.
func (m *machine) volumeCheck(text string) int {
	found := asksVolume.FindStringSubmatch(text)
	m.world.mutex.Lock()
	clone := m.world.lifeOf(m.Self).linked != nil
	m.world.mutex.Unlock()
	code := number(found[1])
	if state := m.world.planNow().Restored; clone && state == "dirty" {
		code |= number(found[2])
	} else if clone && state == "errors" {
		code |= number(found[3])
	}
	return code
}

func number(digits string) int {
	n, _ := strconv.Atoi(digits)
	return n
}
