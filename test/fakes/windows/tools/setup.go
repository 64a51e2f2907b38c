package tools

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// setup is the installer of VMware Tools on the sample disc: this client with an MSI behind it, bare or in a cabinet. It wants /S and /A, and behind
// /v what msiexec gets, as the vendor's pages have it: /S /v "/qn ...". What it is not told it asks for in a window, which nobody sees and nobody
// answers: then it stays until it is ended.
func setup(call *Call) (uint32, error) {
	silent, image, forMsi := false, false, ""
	arguments := call.Arguments()
	for index := 0; index < len(arguments); index++ {
		argument := arguments[index]
		switch lower := strings.ToLower(argument); {
		case lower == "/s":
			silent = true
		case lower == "/a":
			image = true
		case lower == "/p" && index+1 < len(arguments):
			index++
		case lower == "/v" && index+1 < len(arguments):
			index++
			forMsi = arguments[index]
		case strings.HasPrefix(lower, "/v"):
			forMsi = argument[2:]
		default:
			return call.ask()
		}
	}
	if !silent || !image || !strings.Contains(strings.ToLower(forMsi), "/qn") {
		return call.ask()
	}
	if call.Faults.Happens("setup-asks") {
		return call.ask()
	}
	folder, err := os.MkdirTemp("", "double-setup-")
	if err != nil {
		return 0, err
	}
	defer os.RemoveAll(folder)
	msi, err := call.packedMsi(folder)
	if err != nil {
		return 0, err
	}
	if msi == "" {
		return msiCannotOpen, nil
	}
	// The installer unpacks its MSI into the folder of temporary files; here that is any folder of the Windows side.
	seen := `C:\double\` + filepath.Base(msi)
	place := call.Windows.Root.Of("/prefix/drive_c/double/" + filepath.Base(msi))
	if err := copyFile(msi, place); err != nil {
		return 0, err
	}
	defer os.Remove(place)
	return call.administer(`/a "` + seen + `" ` + forMsi)
}

// Behind this mark lies an MSI that only the installer can read, every bit of it turned over.
const hiddenMark = "\x00packed by its vendor\x00"

func inverted(bytes []byte) []byte {
	turned := make([]byte, len(bytes))
	for index, each := range bytes {
		turned[index] = ^each
	}
	return turned
}

// ask waits for an answer that never comes.
func (c *Call) ask() (uint32, error) {
	<-c.Gone.Done()
	return 1, nil
}

// packedMsi takes the MSI for x64 out of this very program. @returns "" when it carries none
func (c *Call) packedMsi(folder string) (string, error) {
	program, err := c.Path(c.Program)
	if err != nil {
		return "", err
	}
	all, err := os.ReadFile(program)
	if err != nil {
		return "", err
	}
	cabinet, msi := bytes.Index(all, []byte("MSCF\x00\x00\x00\x00")), bytes.Index(all, compoundFile)
	path := filepath.Join(folder, "VMware Tools64.msi")
	if msi >= 0 && (cabinet < 0 || msi < cabinet) {
		return path, os.WriteFile(path, all[msi:], 0o644)
	}
	if cabinet < 0 {
		hidden := bytes.Index(all, []byte(hiddenMark))
		if hidden < 0 {
			return "", nil
		}
		return path, os.WriteFile(path, inverted(all[hidden+len(hiddenMark):]), 0o644)
	}
	packed := filepath.Join(folder, "packed.cab")
	if err := os.WriteFile(packed, all[cabinet:], 0o644); err != nil {
		return "", err
	}
	if err := exec.Command("cabextract", "-q", "-d", folder, packed).Run(); err != nil {
		return "", err
	}
	found, err := filepath.Glob(filepath.Join(folder, "*.msi"))
	if err != nil || len(found) == 0 {
		return "", err
	}
	return found[0], nil
}
