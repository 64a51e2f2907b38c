// Package faults holds what a test wants to go wrong on the machine, by name.
package faults

import (
	"fmt"
	"slices"
	"sync"
)

// Names of all faults, with what happens; a test cannot ask for another one.
var Names = map[string]string{
	"not-elevated":        "the account is no elevated administrator",
	"refs-volume":         "the file system of every volume is ReFS",
	"dedup-volume":        "data deduplication is on for every volume",
	"sparse-folder":       "folders have the attribute SparseFile",
	"attach-refused":      "no disk image can be attached",
	"attach-sharing":      "a program holds the disk image open",
	"other-disk":          "the number of the attached image belongs to another disk",
	"partitions-late":     "partitions come up after their disk",
	"letter-late":         "a letter is there before Windows shows it",
	"busy-letter":         "another program takes the letter that was free",
	"no-letters":          "all letters are taken",
	"letter-stays":        "a letter cannot be removed",
	"detach-busy":         "a virus scanner holds the volume when it is to be detached",
	"format-fails":        "the Virtual Disk service fails to format",
	"vds-stopped":         "the Virtual Disk service cannot be started",
	"iso-letter-late":     "a mounted ISO has no letter at first",
	"iso-no-letter":       "a mounted ISO gets no letter",
	"iso-refused":         "Windows mounts no ISO",
	"apply-read-only":     "the image file is on a medium that went away in the middle",
	"apply-no-space":      "the target is full",
	"apply-hangs":         "applying stays at 40 % until somebody ends it",
	"apply-nothing":       "DISM says that it applied the image and did nothing",
	"dism-too-old":        "DISM is older than the image",
	"add-package-nothing": "DISM says that it installed a package and did nothing",
	"stack-nothing":       "DISM says that it installed a servicing stack and did nothing",
	"cumulative-nothing":  "DISM says that it installed a cumulative update or checkpoint and did nothing",
	"dotnet-nothing":      "DISM says that it installed an update of .NET and did nothing",
	"add-package-staged":  "DISM says that it installed a package and only staged it",
	"add-package-half":    "DISM wrote the manifest of a package and not its state",
	"feature-nothing":     "DISM says that it enabled a feature and did nothing",
	"add-driver-nothing":  "DISM says that it installed a driver and did nothing",
	"add-package-locked":  "a virus scanner holds a file of the package",
	"servicing-crash":     "the servicing process ends in the middle",
	"feature-source":      "the source files of a feature are not found",
	"pending-actions":     "something in the image is pending: no clean-up",
	"bcdboot-volume-name": "bcdboot takes the name of a volume for a letter",
	"bcdboot-own":         "the image's own bcdboot does not run here",
	"bcdboot-host":        "this machine's own bcdboot is older than the image",
	"no-hyper-v":          "the cmdlets of Hyper-V are missing",
	"no-vmms":             "the cmdlets of Hyper-V are there, and its role is not",
	"vmms-stopped":        "the service of Hyper-V is stopped",
	"no-hypervisor":       "Hyper-V starts no machine: the hypervisor does not run",
	"machine-busy":        "Hyper-V does not say how a machine is",
	"machine-paused":      "the volume of a machine's disk is full",
	"guest-silent":        "the guest of a machine tells nobody how its first boot goes",
	"guest-off":           "the guest of a machine goes off in the middle",
	"guest-step-fails":    "a step of a first boot fails",
	"guest-keeps-answers": "the first boot leaves an answer file",
	"guest-no-driver":     "Windows puts off the driver of a controller that the machine does not have",
	"guest-hangs":         "a step of a first boot never ends",
	"module-stays":        "Convert-WindowsImage leaves its disk attached after an error",
	"bcdboot-87":          "bcdboot finds a parameter incorrect",
	"bcdboot-nothing":     "bcdboot says that it wrote and did nothing",
	"bcdboot-full":        "the EFI system partition is full",
	"hive-busy":           "a virus scanner holds keys of a loaded hive",
	"hive-stays":          "a loaded hive cannot be unloaded",
	"acl-refused":         "access lists cannot be changed",
	"installer-busy":      "another installation runs",
	"installer-fails":     "Windows Installer meets a fatal error",
	"installer-nothing":   "Windows Installer says that it wrote an image and did nothing",
	"installer-restart":   "Windows Installer wrote its image and asks for a restart",
	"setup-asks":          "the installer takes its command line for another one and asks",
	"pipe-held":           "a process that a tool started holds its pipes after its end",
}

// Faults are those that are asked for now.
type Faults struct {
	lock sync.Mutex
	left map[string]int
}

func New() *Faults { return &Faults{left: map[string]int{}} }

// Set has a fault happen `times` times; 0 takes it away.
func (f *Faults) Set(name string, times int) error {
	if _, known := Names[name]; !known {
		return fmt.Errorf("there is no fault %q", name)
	}
	f.lock.Lock()
	defer f.lock.Unlock()
	f.left[name] = times
	return nil
}

// Happens counts one time off.
func (f *Faults) Happens(name string) bool {
	if _, known := Names[name]; !known {
		panic("there is no fault " + name)
	}
	f.lock.Lock()
	defer f.lock.Unlock()
	if f.left[name] == 0 {
		return false
	}
	f.left[name]--
	return true
}

// Left names those that were asked for and did not happen as often.
func (f *Faults) Left() []string {
	f.lock.Lock()
	defer f.lock.Unlock()
	left := []string{}
	for name, times := range f.left {
		if times > 0 {
			left = append(left, name)
		}
	}
	slices.Sort(left)
	return left
}
