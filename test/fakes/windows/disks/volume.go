package disks

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
)

// ErrInUse is returned when a program holds something on a volume.
var ErrInUse = errors.New("a program holds files of the volume")

// FileSystem of a volume; empty for none that Windows knows.
type FileSystem string

const (
	NTFS  FileSystem = "NTFS"
	FAT32 FileSystem = "FAT32"
)

// Volume is a partition that can have a file system. While its disk is attached it is a file of its own beside the image: an NTFS volume is
// mounted from there by ntfs-3g, which needs no device of the kernel but /dev/fuse; a FAT volume is a plain folder that mtools fill and empty.
type Volume struct {
	// Number of the partition, from 1.
	Number int
	GUID   string
	Offset int64
	Size   int64
	System FileSystem
	Letter byte
	// LetterHidden says for how many more looks Windows does not show the letter.
	LetterHidden int
	// Busy while a program works on the content beside the file system.
	Busy bool
	// File holds the content.
	File string
	// folder is where its files are, for this process; it is there only while the volume is mounted.
	folder string
	hidden int64
	// processes is the folder of the machine's processes.
	processes string
}

// Folder is where its files are.
func (v *Volume) Folder() string { return v.folder }

// Name is by what Windows knows it without a letter.
func (v *Volume) Name() string { return `\\?\Volume{` + v.GUID + `}\` }

func (v *Volume) recognise() error {
	file, err := os.Open(v.File)
	if err != nil {
		return err
	}
	defer file.Close()
	boot := make([]byte, sector)
	if _, err := file.ReadAt(boot, 0); err != nil {
		return err
	}
	v.System = ""
	switch {
	case string(boot[3:11]) == "NTFS    ":
		v.System = NTFS
	case string(boot[82:90]) == "FAT32   ":
		v.System = FAT32
	}
	return nil
}

// Format makes a file system, as quickly as Windows does with "quick".
func (v *Volume) Format(system FileSystem, label string) error {
	if err := v.Unmount(); err != nil {
		return err
	}
	start := fmt.Sprint(v.hidden)
	if system == NTFS {
		if err := run("mkntfs", "-Q", "-F", "-s", "512", "-p", start, "-H", "255", "-S", "63", "-L", label, v.File); err != nil {
			return err
		}
	} else if err := run("mkfs.fat", "-F", "32", "-h", start, "-n", strings.ToUpper(label), v.File); err != nil {
		return err
	}
	v.System = system
	return v.Mount()
}

// Mount makes its files visible; nothing when it has no file system.
func (v *Volume) Mount() error {
	if v.System == "" || v.Busy || exists(v.folder) {
		return nil
	}
	if err := os.MkdirAll(v.folder, 0o755); err != nil {
		return err
	}
	var err error
	if v.System == NTFS {
		err = mountNTFS(v.File, v.folder)
	} else {
		err = v.unpack()
	}
	if err != nil {
		os.RemoveAll(v.folder)
	}
	return err
}

// Names that Windows refuses are refused; streams and access lists are extended attributes. New files inherit their access lists as on Windows, which
// ntfs-3g does only where it is told who is who.
func mountNTFS(file, folder string) error {
	users := file + ".users"
	if err := os.WriteFile(users, []byte("::S-1-5-21-3141592653-589793238-462643383-10000\n"), 0o600); err != nil {
		return err
	}
	return run("ntfs-3g", "-o", "windows_names,streams_interface=xattr,inherit,usermapping="+users, file, folder)
}

// Unmount brings everything into the file. @returns ErrInUse
func (v *Volume) Unmount() error {
	if v.Busy {
		return ErrInUse
	}
	if !exists(v.folder) {
		return nil
	}
	if v.System == NTFS {
		err := syscall.Unmount(v.folder, 0)
		if errors.Is(err, syscall.EBUSY) {
			return ErrInUse
		}
		if err != nil {
			return err
		}
		return os.Remove(v.folder)
	}
	if held(v.folder, v.processes) {
		return ErrInUse
	}
	if err := v.pack(); err != nil {
		return err
	}
	return os.RemoveAll(v.folder)
}

func (v *Volume) unpack() error {
	names, err := v.fatNames()
	if err != nil || len(names) == 0 {
		return err
	}
	return run("mcopy", append(append([]string{"-s", "-n", "-m", "-i", v.File}, names...), v.folder)...)
}

func (v *Volume) pack() error {
	names, err := v.fatNames()
	if err != nil {
		return err
	}
	if len(names) > 0 {
		if err := run("mdeltree", append([]string{"-i", v.File}, names...)...); err != nil {
			return err
		}
	}
	entries, err := os.ReadDir(v.folder)
	if err != nil || len(entries) == 0 {
		return err
	}
	arguments := []string{"-s", "-Q", "-n", "-m", "-i", v.File}
	for _, entry := range entries {
		arguments = append(arguments, filepath.Join(v.folder, entry.Name()))
	}
	return run("mcopy", append(arguments, "::/")...)
}

// fatNames are those in the root of the volume, as mtools name them.
func (v *Volume) fatNames() ([]string, error) {
	command := exec.Command("mdir", "-b", "-a", "-i", v.File, "::/")
	output, err := command.Output()
	if err != nil {
		// An empty volume has no file, says mdir, and fails.
		if exit, ok := err.(*exec.ExitError); ok && bytes.Contains(exit.Stderr, []byte("not found")) {
			return nil, nil
		}
		return nil, err
	}
	var names []string
	for _, line := range strings.Fields(string(output)) {
		names = append(names, strings.TrimSuffix(line, "/"))
	}
	return names, nil
}

// held says whether a program has a file or folder below `folder` open.
func held(folder, processes string) bool {
	links, _ := filepath.Glob(filepath.Join(processes, "[0-9]*/fd/*"))
	for _, link := range links {
		if target, err := os.Readlink(link); err == nil && (target == folder || strings.HasPrefix(target, folder+"/")) {
			return true
		}
	}
	return false
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

func run(program string, arguments ...string) error {
	if output, err := exec.Command(program, arguments...).CombinedOutput(); err != nil {
		return fmt.Errorf("%s %s: %w: %s", program, strings.Join(arguments, " "), err, bytes.TrimSpace(output))
	}
	return nil
}
