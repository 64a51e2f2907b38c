package wine

import (
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// ErrNoDrive is returned for a path whose letter nothing has.
var ErrNoDrive = errors.New("the system cannot find the drive specified")

var drivePath = regexp.MustCompile(`^(?:\\\\[?.]\\)?([A-Za-z]):(.*)$`)

// Path is where a file of the Windows side lies on this machine. Names are compared without regard to case, as Windows does; what is not
// there keeps the spelling it was given.
func (w *Wine) Path(path, folder string) (string, error) {
	path = strings.ReplaceAll(path, "/", `\`)
	if !drivePath.MatchString(path) {
		path = strings.TrimSuffix(folder, `\`) + `\` + path
	}
	parts := drivePath.FindStringSubmatch(path)
	if parts == nil {
		return "", ErrNoDrive
	}
	target, err := os.Readlink(w.drive(parts[1][0]))
	if err != nil {
		return "", ErrNoDrive
	}
	if !filepath.IsAbs(target) {
		target = filepath.Join(Prefix, "dosdevices", target)
	}
	found := w.Root.Of(target)
	for _, name := range strings.Split(parts[2], `\`) {
		if name != "" && name != "." {
			found = filepath.Join(found, Spelling(found, name))
		}
	}
	return found, nil
}

// Spelling of a name in a folder when case does not count; the name itself when it is not there.
func Spelling(folder, name string) string {
	if _, err := os.Lstat(filepath.Join(folder, name)); err == nil {
		return name
	}
	entries, _ := os.ReadDir(folder)
	for _, entry := range entries {
		if strings.EqualFold(entry.Name(), name) {
			return entry.Name()
		}
	}
	return name
}
