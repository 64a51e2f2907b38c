package tools

import (
	"encoding/xml"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
)

// updatePackage is what the manifest of a package says of it.
type updatePackage struct {
	name, architecture, token, language, version string
	mum                                          []byte
}

func (p *updatePackage) identity() string {
	language := p.language
	if language == "neutral" {
		language = ""
	}
	return strings.Join([]string{p.name, p.token, p.architecture, language, p.version}, "~")
}

func (p *updatePackage) isRollup() bool { return p.name == "Package_for_RollupFix" }
func (p *updatePackage) isStack() bool {
	return p.name == "Package_for_ServicingStack" || !p.isRollup() && !strings.Contains(p.name, "DotNet")
}

// kind by which a test can have packages of one kind do nothing.
func (p *updatePackage) kind() string {
	switch {
	case p.isRollup():
		return "cumulative"
	case p.isStack():
		return "stack"
	}
	return "dotnet"
}

// build and revision that it leads to; 0 for one that leads to none.
func (p *updatePackage) build() (int, int) {
	parts := strings.Split(p.version, ".")
	if len(parts) < 2 {
		return 0, 0
	}
	build, revision := number(parts[0]), number(parts[1])
	if build < 10000 {
		return 0, 0
	}
	return build, revision
}

// openUpdate finds the packages in a container, in the order in which they are installed.
func openUpdate(path string) ([]*updatePackage, error) {
	folder, err := os.MkdirTemp("", "double-update-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder)
	if own, err := manifestIn(path); err == nil {
		return []*updatePackage{own}, nil
	}
	if output, err := exec.Command("7zz", "x", "-y", "-bd", "-o"+folder, path).CombinedOutput(); err != nil {
		return nil, fmt.Errorf("%w: %s", err, output)
	}
	names, err := filepath.Glob(filepath.Join(folder, "*"))
	if err != nil {
		return nil, err
	}
	var stacks, others []*updatePackage
	for _, name := range names {
		base := strings.ToLower(filepath.Base(name))
		if !strings.HasSuffix(base, ".cab") && !strings.HasSuffix(base, ".wim") {
			continue
		}
		found, err := manifestIn(name)
		if err != nil {
			continue
		}
		if strings.HasPrefix(base, "ssu-") {
			stacks = append(stacks, found)
		} else {
			others = append(others, found)
		}
	}
	if len(others) == 0 {
		return nil, os.ErrNotExist
	}
	return append(stacks, others...), nil
}

var assemblyIdentity = regexp.MustCompile(`<assemblyIdentity\s[^>]*>`)

// manifestIn reads update.mum of a cabinet or of an image.
func manifestIn(path string) (*updatePackage, error) {
	text, err := exec.Command("7zz", "e", "-so", "-bd", path, "update.mum").Output()
	if err != nil {
		return nil, err
	}
	var fields struct {
		Name         string `xml:"name,attr"`
		Version      string `xml:"version,attr"`
		Language     string `xml:"language,attr"`
		Architecture string `xml:"processorArchitecture,attr"`
		Token        string `xml:"publicKeyToken,attr"`
	}
	if err := xml.Unmarshal(assemblyIdentity.Find(text), &fields); err != nil {
		return nil, err
	}
	return &updatePackage{fields.Name, fields.Architecture, fields.Token, fields.Language, fields.Version, text}, nil
}
