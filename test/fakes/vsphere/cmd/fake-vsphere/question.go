package main

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode/utf16"

	"github.com/vmware/govmomi/simulator"
)

var (
	encodedText = regexp.MustCompile(`-EncodedCommand ([A-Za-z0-9+/=]+)$`)
	// What a question has to have so that its answer is packed and published as the host reads it: what gathers it, the size of a piece, the
	// key, and how PowerShell ends.
	question = regexp.MustCompile(`(?s)^\$ErrorActionPreference = 'Stop'\n(.*)\n\$ErrorActionPreference = 'Stop'\n.*ConvertTo-Json \$answer -Depth \d -Compress.*IO\.Compression\.GZipStream.*` +
		`\$i \* (\d+) -lt \$text\.Length.*'info-set guestinfo\.(stillframe\.\w+)\.' \+ \$i .*'info-set guestinfo\.(stillframe\.\w+) ' \+ \[DateTime\]::UtcNow\.Ticks \+ '-' \+ \$i\)\n.*\nexit (\d+)\n$`)
)

// encoded runs a text of PowerShell that this double knows; any other ends with 1.
func (m *machine) encoded(ctx *simulator.Context, encoded string) int {
	form := question.FindStringSubmatch(decodeUTF16(encoded))
	if form == nil || form[3] != form[4] || equalFold(m.option("isolation.tools.setInfo.disable"), "true") {
		return 1
	}
	answer := m.answer(form[1])
	if answer == nil {
		return 1
	}
	m.publish(ctx, answer, form[3], number(form[2]))
	return number(form[5])
}

// answer is nil for what it is not known to ask.
func (m *machine) answer(asked string) map[string]any {
	if found := asksTail.FindStringSubmatch(asked); found != nil {
		return m.tail(found[1], found[2])
	}
	switch {
	case asksDisk.MatchString(asked):
		return m.tellDisk()
	case asksVolume.MatchString(asked):
		return m.volumeCheck()
	case asksServices.MatchString(asked):
		return m.services()
	case asksPlace.MatchString(asked):
		return m.placeScript(asksPlace.FindStringSubmatch(asked))
	case asksMarks.MatchString(asked):
		return m.marksLeft(asksMarks.FindStringSubmatch(asked))
	}
	return m.evidenceOf(asked)
}

// publish packs an answer, and sets it in pieces of that size; how many there are is set last.
func (m *machine) publish(ctx *simulator.Context, answer map[string]any, key string, size int) {
	text, _ := json.Marshal(answer)
	var packed bytes.Buffer
	writer := gzip.NewWriter(&packed)
	_, _ = writer.Write(text)
	_ = writer.Close()
	rest, set, count := base64.StdEncoding.EncodeToString(packed.Bytes()), map[string]string{}, 0
	for ; rest != ""; count++ {
		piece := rest[:min(size, len(rest))]
		rest = rest[len(piece):]
		set[fmt.Sprintf("guestinfo.%s.%d", key, count)] = piece
	}
	set["guestinfo."+key] = fmt.Sprintf("%d-%d", time.Now().UnixNano()/100, count)
	m.setOptions(ctx, func(key string) bool { return set[key] != "" }, set)
}

// decodeUTF16 is empty for what is none.
func decodeUTF16(encoded string) string {
	bytes, err := base64.StdEncoding.DecodeString(encoded)
	if err != nil || len(bytes)%2 != 0 {
		return ""
	}
	units := make([]uint16, len(bytes)/2)
	for i := range units {
		units[i] = binary.LittleEndian.Uint16(bytes[2*i:])
	}
	return string(utf16.Decode(units))
}

func number(digits string) int {
	n, _ := strconv.Atoi(strings.TrimSpace(digits))
	return n
}
