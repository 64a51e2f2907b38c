package tools

import (
	"os"
	"regexp"
	"strings"
	"unicode/utf8"

	"stillframe.test/fakes/windows/hive"
)

// infFile is a driver's INF file: its sections with lower-case names, each line split at its first equals sign.
type infFile struct {
	sections map[string][]infLine
	strings  map[string]string
}

type infLine struct{ key, value string }

func readInf(path string) (*infFile, error) {
	bytes, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	text := string(bytes)
	if len(bytes) > 2 && bytes[0] == 0xff && bytes[1] == 0xfe {
		text = hive.FromUTF16(bytes[2:])
	} else if !utf8.Valid(bytes) {
		text = strings.ToValidUTF8(text, "?")
	}
	inf := &infFile{map[string][]infLine{}, map[string]string{}}
	section := ""
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\\\n", "")
	for _, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(withoutComment(line))
		if strings.HasPrefix(line, "[") {
			section = strings.ToLower(strings.Trim(line, "[] "))
			continue
		}
		if line == "" {
			continue
		}
		key, value, found := strings.Cut(line, "=")
		if !found {
			key, value = line, ""
		}
		inf.sections[section] = append(inf.sections[section], infLine{strings.TrimSpace(key), strings.TrimSpace(value)})
	}
	for _, line := range inf.sections["strings"] {
		inf.strings[strings.ToLower(line.key)] = strings.Trim(line.value, `"`)
	}
	return inf, nil
}

func withoutComment(line string) string {
	quoted := false
	for index, r := range line {
		if r == '"' {
			quoted = !quoted
		}
		if r == ';' && !quoted {
			return line[:index]
		}
	}
	return line
}

var infToken = regexp.MustCompile(`%([^%]+)%`)

// text with its tokens filled in and without quotation marks.
func (f *infFile) text(value string) string {
	return strings.Trim(infToken.ReplaceAllStringFunc(value, func(token string) string {
		if text, ok := f.strings[strings.ToLower(strings.Trim(token, "%"))]; ok {
			return text
		}
		return token
	}), `" `)
}

// value of a key; empty when it is not there.
func (f *infFile) value(section, key string) string {
	for _, line := range f.sections[strings.ToLower(section)] {
		if strings.EqualFold(line.key, key) {
			return f.text(line.value)
		}
	}
	return ""
}

// catalog is CatalogFile, or the one for this architecture.
func (f *infFile) catalog() string {
	for _, key := range []string{"CatalogFile.NTamd64", "CatalogFile.NT", "CatalogFile"} {
		if name := f.value("Version", key); name != "" {
			return name
		}
	}
	return ""
}

// infDevice binds an identifier to a section.
type infDevice struct{ id, section string }

// devices of the models for amd64, whatever build they are for.
func (f *infFile) devices() []infDevice {
	var found []infDevice
	for _, maker := range f.sections["manufacturer"] {
		parts := strings.Split(maker.value, ",")
		names := []string{strings.TrimSpace(parts[0])}
		for _, decoration := range parts[1:] {
			names = append(names, names[0]+"."+strings.TrimSpace(decoration))
		}
		for _, name := range names {
			for _, model := range f.sections[strings.ToLower(name)] {
				fields := strings.Split(model.value, ",")
				for _, id := range fields[1:] {
					if id = strings.ToUpper(f.text(strings.TrimSpace(id))); id != "" {
						found = append(found, infDevice{id, strings.TrimSpace(fields[0])})
					}
				}
			}
		}
	}
	return found
}

// infService is what AddService says of the service that a device is driven by.
type infService struct {
	name, binary, group string
	start               int
}

// service of an installation section; nil for none.
func (f *infFile) service(section string) *infService {
	for _, suffix := range []string{".NTamd64.Services", ".NT.Services", ".Services"} {
		for _, line := range f.sections[strings.ToLower(section+suffix)] {
			fields := strings.Split(line.value, ",")
			if !strings.EqualFold(line.key, "AddService") || len(fields) < 3 {
				continue
			}
			install := strings.TrimSpace(fields[2])
			binary := f.value(install, "ServiceBinary")
			return &infService{
				name: f.text(strings.TrimSpace(fields[0])), group: f.value(install, "LoadOrderGroup"),
				binary: binary[strings.LastIndex(binary, `\`)+1:], start: number(strings.TrimPrefix(f.value(install, "StartType"), "0x")),
			}
		}
	}
	return nil
}

// files that the package brings.
func (f *infFile) files() []string {
	var names []string
	for _, section := range []string{"sourcedisksfiles", "sourcedisksfiles.amd64"} {
		for _, line := range f.sections[section] {
			names = append(names, line.key)
		}
	}
	return names
}
