// Package wine starts Windows programs in the root.
package wine

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"

	"stillframe.test/fakes/windows/namespace"
)

// Prefix is where C: lies in the root: made by the set-up.
const Prefix = "/prefix"

// Wine is one Windows with its drives.
type Wine struct {
	Root *namespace.Root
	// Overrides names the programs that are the double's and not Wine's own.
	Overrides []string
	// Server is the address that tools connect to.
	Server  string
	keepers keepers
}

// Drive gives a letter to a folder of the root.
func (w *Wine) Drive(letter byte, folder string) error { return os.Symlink(folder, w.drive(letter)) }

// NoDrive takes a letter away.
func (w *Wine) NoDrive(letter byte) error { return os.Remove(w.drive(letter)) }

// HasDrive says whether a letter is taken.
func (w *Wine) HasDrive(letter byte) bool {
	_, err := os.Lstat(w.drive(letter))
	return err == nil
}

func (w *Wine) drive(letter byte) string {
	return w.Root.Of(filepath.Join(Prefix, "dosdevices", strings.ToLower(string(letter))+":"))
}

// NameVolume gives a folder of the root the name \\?\Volume{GUID}\.
func (w *Wine) NameVolume(guid, folder string) error { return os.Symlink(folder, w.volume(guid)) }

// ForgetVolume takes the name away.
func (w *Wine) ForgetVolume(guid string) error { return os.Remove(w.volume(guid)) }

func (w *Wine) volume(guid string) string {
	return w.Root.Of(filepath.Join(Prefix, "dosdevices", "volume{"+strings.ToLower(guid)+"}"))
}

// Command is a Windows program to be started. Debian's `wine` is a script that drops variables with a hyphen, so the loader itself is called; the
// folder is on C:, because on Z: Windows' Node finds Linux's /proc.
func (w *Wine) Command(program string, arguments ...string) *exec.Cmd {
	command := exec.Command("/usr/lib/wine/wine64", append([]string{program}, arguments...)...)
	command.Path = "/usr/lib/wine/wine64"
	command.Err = nil
	command.Dir = Prefix + "/drive_c"
	command.Env = []string{
		"HOME=/root", "LC_ALL=C.UTF-8", "PATH=/usr/bin:/bin", "WINEDEBUG=-all", "WINEPREFIX=" + Prefix, "XDG_RUNTIME_DIR=/tmp",
		"WINEDLLOVERRIDES=mscoree,mshtml=;" + strings.Join(w.Overrides, ",") + "=n",
		"WINDOWS_DOUBLE=" + w.Server,
	}
	command.SysProcAttr = &syscall.SysProcAttr{Chroot: w.Root.Path}
	return command
}

// KeepServer starts Wine's server so that it stays between two programs.
func (w *Wine) KeepServer() error {
	command := w.Command("")
	command.Path, command.Args = "/usr/lib/wine/wineserver64", []string{"wineserver64", "-p"}
	return command.Run()
}
