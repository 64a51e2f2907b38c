// Package hive changes and reads registry hives by hivex' own tools, in the notation of registry files (.reg).
package hive

import (
	"encoding/binary"
	"encoding/hex"
	"errors"
	"strings"
	"unicode/utf16"
)

// Key of a registry file. Paths begin at the root of the hive, without a backslash.
type Key struct {
	Path   string
	Delete bool
	Values []Value
}

// Value of a key; an empty name is the key's default value.
type Value struct {
	Name string
	// Data is the right side as registry files write it: "text", dword:…, hex(7):…, or a hyphen for a value that goes.
	Data string
}

// ErrNoScript is returned for a file that does not begin as a registry file does.
var ErrNoScript = errors.New("the file is not a registry script")

const head = "Windows Registry Editor Version 5.00"

// Parse reads a registry file in UTF-16 with its mark, or in one byte a character.
func Parse(bytes []byte) ([]Key, error) {
	text := string(bytes)
	if len(bytes) >= 2 && bytes[0] == 0xff && bytes[1] == 0xfe {
		text = FromUTF16(bytes[2:])
	}
	text = strings.ReplaceAll(text, "\r\n", "\n")
	if !strings.HasPrefix(text, head) {
		return nil, ErrNoScript
	}
	// A backslash at the end of a line goes on in the next one.
	text = strings.ReplaceAll(text, "\\\n", "")
	var keys []Key
	for _, line := range strings.Split(text[len(head):], "\n") {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == ';':
		case line[0] == '[':
			path := strings.TrimSuffix(line[1:], "]")
			gone := strings.HasPrefix(path, "-")
			keys = append(keys, Key{Path: strings.TrimPrefix(strings.TrimPrefix(path, "-"), `\`), Delete: gone})
		case len(keys) > 0:
			name, data := cutValue(line)
			last := &keys[len(keys)-1]
			last.Values = append(last.Values, Value{name, data})
		}
	}
	return keys, nil
}

func cutValue(line string) (string, string) {
	if strings.HasPrefix(line, "@=") {
		return "", line[2:]
	}
	end := 1
	for end < len(line) && line[end] != '"' {
		if line[end] == '\\' {
			end++
		}
		end++
	}
	return unquote(line[1:end]), strings.TrimPrefix(line[min(end+1, len(line)):], "=")
}

func unquote(text string) string {
	return strings.NewReplacer(`\\`, `\`, `\"`, `"`).Replace(text)
}

func quote(text string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(text) + `"`
}

// Text is REG_SZ.
func Text(text string) string { return hexOf(1, ToUTF16(text+"\x00")) }

// Texts are REG_MULTI_SZ.
func Texts(texts ...string) string {
	return hexOf(7, ToUTF16(strings.Join(texts, "\x00")+"\x00\x00"))
}

// Expand is REG_EXPAND_SZ.
func Expand(text string) string { return hexOf(2, ToUTF16(text+"\x00")) }

// Binary is REG_BINARY.
func Binary(bytes []byte) string { return hexOf(3, bytes) }

// Integer is REG_BINARY of eight bytes, as boot stores have it.
func Integer(value uint64) string { return Binary(binary.LittleEndian.AppendUint64(nil, value)) }

// Dword is REG_DWORD.
func Dword(value uint32) string {
	return "dword:" + hex.EncodeToString(binary.BigEndian.AppendUint32(nil, value))
}

func hexOf(kind byte, bytes []byte) string {
	digits := make([]string, len(bytes))
	for index, each := range bytes {
		digits[index] = hex.EncodeToString([]byte{each})
	}
	return "hex(" + string("0123456789"[kind]) + "):" + strings.Join(digits, ",")
}

// Bytes of a value as it is stored; nil for one that is not understood.
func Bytes(data string) []byte {
	if strings.HasPrefix(data, `"`) {
		return ToUTF16(unquote(strings.Trim(data, `"`)) + "\x00")
	}
	if value, ok := strings.CutPrefix(data, "dword:"); ok {
		number, _ := hex.DecodeString(value)
		if len(number) != 4 {
			return nil
		}
		return binary.LittleEndian.AppendUint32(nil, binary.BigEndian.Uint32(number))
	}
	_, digits, _ := strings.Cut(data, ":")
	bytes, _ := hex.DecodeString(strings.NewReplacer(",", "", " ", "").Replace(digits))
	return bytes
}

// ToUTF16 as hives and registry files have it.
func ToUTF16(text string) []byte {
	var bytes []byte
	for _, unit := range utf16.Encode([]rune(text)) {
		bytes = binary.LittleEndian.AppendUint16(bytes, unit)
	}
	return bytes
}

// FromUTF16 without the zeros at the end.
func FromUTF16(bytes []byte) string {
	units := make([]uint16, len(bytes)/2)
	for index := range units {
		units[index] = binary.LittleEndian.Uint16(bytes[2*index:])
	}
	return strings.TrimRight(string(utf16.Decode(units)), "\x00")
}
