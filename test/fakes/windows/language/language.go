// Package language says what the tools print on a Windows of another language, in the code page of its consoles.
package language

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
)

// texts by language and English line; a hash sign stands for a number.
//
//go:embed texts.json
var texts []byte

// Language of a Windows.
type Language struct {
	// CodePage of its consoles.
	CodePage string
	lines    map[string]string
	letters  map[rune]byte
}

// Of a short name: en, de or ru.
func Of(name string) (*Language, error) {
	var all map[string]map[string]string
	if err := json.Unmarshal(texts, &all); err != nil {
		return nil, err
	}
	switch name {
	case "en":
		return &Language{CodePage: "437", letters: western}, nil
	case "de":
		return &Language{CodePage: "850", lines: all[name], letters: western}, nil
	case "ru":
		return &Language{CodePage: "866", lines: all[name], letters: cyrillic()}, nil
	}
	return nil, fmt.Errorf("there is no language %q", name)
}

var digits = regexp.MustCompile(`\d+`)

// Translate what is known line by line; the rest stays English.
func (l *Language) Translate(text string) string {
	lines := strings.Split(text, "\r\n")
	for index, line := range lines {
		words := strings.TrimSpace(line)
		own, ok := l.lines[digits.ReplaceAllString(words, "#")]
		if !ok {
			continue
		}
		for _, number := range digits.FindAllString(words, -1) {
			own = strings.Replace(own, "#", number, 1)
		}
		lines[index] = strings.Replace(line, words, own, 1)
	}
	return strings.Join(lines, "\r\n")
}

// Encode in the code page of the consoles; what it does not have is a question mark.
func (l *Language) Encode(text string) []byte {
	bytes := make([]byte, 0, len(text))
	for _, r := range text {
		own, ok := l.letters[r]
		switch {
		case r < 0x80:
			bytes = append(bytes, byte(r))
		case ok:
			bytes = append(bytes, own)
		default:
			bytes = append(bytes, '?')
		}
	}
	return bytes
}

// western are the letters of German, at the same places in the code pages 437 and 850.
var western = map[rune]byte{'ä': 0x84, 'ö': 0x94, 'ü': 0x81, 'Ä': 0x8e, 'Ö': 0x99, 'Ü': 0x9a, 'ß': 0xe1}

// cyrillic is code page 866.
func cyrillic() map[rune]byte {
	letters := map[rune]byte{'Ё': 0xf0, 'ё': 0xf1}
	for index := rune(0); index < 32; index++ {
		letters['А'+index] = byte(0x80 + index)
		if index < 16 {
			letters['а'+index] = byte(0xa0 + index)
		} else {
			letters['а'+index] = byte(0xe0 + index - 16)
		}
	}
	return letters
}
