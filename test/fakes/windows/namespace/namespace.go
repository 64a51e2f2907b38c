// Package namespace gives the double a machine of its own: a mount and a process namespace in which Debian's root with Wine lies under a memory
// file system that takes every change. When the first process of it ends, whatever ended it, the kernel ends all others and takes away all mounts: nothing is left.
package namespace

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
)

const inside = "WINDOWS_DOUBLE_INSIDE"

// Inside says whether this process is the first of its namespaces.
func Inside() bool { return os.Getenv(inside) != "" }

// Enter starts this program again as the first process of new namespaces and waits for it. Needs root.
func Enter() (int, error) {
	// The death signal goes by thread: this one has to live as long as the process.
	runtime.LockOSThread()
	command := exec.Command("/proc/self/exe", os.Args[1:]...)
	command.Env = append(os.Environ(), inside+"=1")
	command.Stdin, command.Stdout, command.Stderr = os.Stdin, os.Stdout, os.Stderr
	command.SysProcAttr = &syscall.SysProcAttr{
		Cloneflags: syscall.CLONE_NEWNS | syscall.CLONE_NEWPID,
		Pdeathsig:  syscall.SIGKILL,
	}
	err := command.Run()
	if exit, ok := err.(*exec.ExitError); ok {
		return exit.ExitCode(), nil
	}
	return 0, err
}

// Bind is a folder or file of this machine and where it lies in the root.
type Bind struct{ From, To string }

// Binds is a flag FROM=TO that may be given several times.
type Binds []Bind

func (b *Binds) String() string { return fmt.Sprint(*b) }

func (b *Binds) Set(text string) error {
	from, to, found := strings.Cut(text, "=")
	if !found {
		return fmt.Errorf("%q is not FROM=TO", text)
	}
	*b = append(*b, Bind{from, to})
	return nil
}

// Root is a root file system that may be changed freely.
type Root struct{ Path string }

// Mount puts a writable view of `pristine` into `folder` with devices, processes and the binds.
func Mount(pristine, folder string, binds Binds) (*Root, error) {
	// Not a mount point where this runs in a chroot; there the mounts of the new namespace are private by themselves.
	_ = syscall.Mount("none", "/", "", syscall.MS_REC|syscall.MS_PRIVATE, "")
	if err := mount("tmpfs", folder, "tmpfs", 0, "mode=755"); err != nil {
		return nil, err
	}
	upper, work, merged := filepath.Join(folder, "upper"), filepath.Join(folder, "work"), filepath.Join(folder, "root")
	for _, each := range []string{upper, work, merged} {
		if err := os.Mkdir(each, 0o755); err != nil {
			return nil, err
		}
	}
	layers := fmt.Sprintf("lowerdir=%s,upperdir=%s,workdir=%s", pristine, upper, work)
	if err := mount("overlay", merged, "overlay", 0, layers); err != nil {
		return nil, err
	}
	root := &Root{merged}
	if err := mount("proc", root.Of("/proc"), "proc", 0, ""); err != nil {
		return nil, err
	}
	for _, bind := range append(Binds{{"/dev", "/dev"}}, binds...) {
		if err := root.bind(bind); err != nil {
			return nil, err
		}
	}
	return root, nil
}

// Of is where a path of the root lies for this process.
func (r *Root) Of(path string) string { return filepath.Join(r.Path, path) }

func (r *Root) bind(bind Bind) error {
	target := r.Of(bind.To)
	info, err := os.Stat(bind.From)
	if err != nil {
		return err
	}
	if info.IsDir() {
		err = os.MkdirAll(target, 0o755)
	} else if err = os.MkdirAll(filepath.Dir(target), 0o755); err == nil {
		err = os.WriteFile(target, nil, 0o755)
	}
	if err != nil {
		return err
	}
	return mount(bind.From, target, "", syscall.MS_BIND|syscall.MS_REC, "")
}

func mount(source, target, kind string, flags uintptr, data string) error {
	if err := syscall.Mount(source, target, kind, flags, data); err != nil {
		return fmt.Errorf("mount %s on %s: %w", source, target, err)
	}
	return nil
}
