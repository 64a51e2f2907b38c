package guest

import (
	"fmt"
	"strings"

	"stillframe.test/fakes/vsphere/ntfs"
	"stillframe.test/fakes/vsphere/regf"
)

// windows is the volume that Windows starts from.
type windows struct {
	volume *ntfs.Volume
	system *regf.Hive
	// ControlSet001
	control string
	// As its answer file says, once Setup has read it.
	autoLogon *autoLogon
	// Administrator's password
	secret string
}

// synthetic is the controller of a generation-2 machine on Hyper-V, which every Windows that Hyper-V starts has a driver of its own for.
const synthetic = "hyper-v"

// pci names the ids by which a driver for a virtual controller may be found, most specific first.
var pci = map[string][]string{
	"pvscsi":      {"VEN_15AD&DEV_07C0"},
	"lsilogicsas": {"VEN_1000&DEV_0054"},
	"lsilogic":    {"VEN_1000&DEV_0030"},
	"buslogic":    {"VEN_104B&DEV_1040"},
	"nvme":        {"VEN_15AD&DEV_07F0", "CC_010802"},
	"sata":        {"VEN_15AD&DEV_07E0", "CC_010601"},
	"ide":         {"VEN_8086&DEV_7111", "CC_0101"},
}

func (w *windows) has(path string) bool {
	data, err := w.volume.Read(path)
	return err == nil && data != nil
}

func (w *windows) text(path string) string {
	data, err := w.volume.Read(path)
	if err != nil {
		return ""
	}
	return string(data)
}

// start goes as far as the kernel with its boot-start drivers.
func (w *windows) start(m Machine) *Halt {
	data, err := w.volume.Read(`Windows\System32\config\SYSTEM`)
	if err != nil || data == nil {
		return halt("no-system-hive", `0xc0000218: \Windows\System32\config\SYSTEM is missing (%v)`, err)
	}
	if w.system, err = regf.Open(data); err != nil {
		return halt("system-hive-damaged", `0xc0000218: \Windows\System32\config\SYSTEM: %v`, err)
	}
	current, ok := w.key("Select").Number("Current")
	w.control = fmt.Sprintf("ControlSet%03d", current)
	services := w.system.Key(w.control + `\Services`)
	if !ok || services == nil {
		return halt("no-control-set", "0xc0000218: Select names the control set %q, which is not there", w.control)
	}
	if !w.has(`Windows\System32\ntoskrnl.exe`) {
		return halt("no-kernel", `0xc000000f: \Windows\System32\ntoskrnl.exe is missing`)
	}
	for _, service := range services.Children() {
		if stop := w.bootDriver(service); stop != nil {
			return stop
		}
	}
	return w.diskDriver(m.Controller)
}

// key never gives nil.
func (w *windows) key(path string) *regf.Key {
	if key := w.system.Key(path); key != nil {
		return key
	}
	return regf.Empty
}

// bootDriver checks that the file of a driver that starts at boot is there. A service that a newer profile overrides starts later.
func (w *windows) bootDriver(service *regf.Key) *Halt {
	start, ok := service.Number("Start")
	kind, _ := service.Number("Type")
	if !ok || start != 0 || kind > 2 || w.overridden(service.Name()) {
		return nil
	}
	path := imagePath(service)
	data, err := w.volume.Read(path)
	if err != nil || data == nil {
		return halt("boot-driver-missing", "0xc0000098: the boot driver %s has no file %s", service.Name(), path)
	}
	if _, err := optionalHeader(data); err != nil {
		return halt("boot-driver-damaged", "0xc0000221: the boot driver %s is no program: %v", path, err)
	}
	return nil
}

// overridden tells whether StartOverride puts off a driver whose Start says boot.
func (w *windows) overridden(service string) bool {
	override, ok := w.key(w.control + `\Services\` + service + `\StartOverride`).Number("0")
	return ok && override != 0
}

func imagePath(service *regf.Key) string {
	path := service.Text("ImagePath")
	if path == "" {
		path = `System32\drivers\` + service.Name() + ".sys"
	}
	lower := strings.ToLower(path)
	for _, prefix := range []string{`\systemroot\`, `%systemroot%\`} {
		if strings.HasPrefix(lower, prefix) {
			return `Windows\` + path[len(prefix):]
		}
	}
	if strings.HasPrefix(lower, `\??\`) {
		return path[len(`\??\C:\`):]
	}
	return `Windows\` + path
}

// diskDriver checks that Windows can reach its own disk: the controller's id leads through the driver database to a service that
// starts at boot.
func (w *windows) diskDriver(controller string) *Halt {
	if controller == synthetic {
		return nil
	}
	for _, id := range pci[controller] {
		for _, device := range w.key(`DriverDatabase\DeviceIds\PCI`).Children() {
			if !strings.HasPrefix(strings.ToUpper(device.Name()), id) {
				continue
			}
			for _, inf := range device.Names() {
				if stop := w.driverOf(controller, inf, device.Name()); stop != nil {
					return stop
				}
				return nil
			}
		}
	}
	return halt("no-disk-driver", "INACCESSIBLE_BOOT_DEVICE: no driver in the image knows the controller %s of its disk", controller)
}

func (w *windows) driverOf(controller, inf, device string) *Halt {
	label := w.key(`DriverDatabase\DriverInfFiles\` + inf).Text("Active")
	pack := `DriverDatabase\DriverPackages\` + label
	configuration := w.key(pack + `\Descriptors\PCI\` + device).Text("Configuration")
	name := w.key(pack + `\Configurations\` + configuration).Text("Service")
	service := w.system.Key(w.control + `\Services\` + name)
	if label == "" || configuration == "" || name == "" || service == nil {
		return halt("no-disk-driver", "INACCESSIBLE_BOOT_DEVICE: %s is registered for the controller %s, but leads to no service", inf, controller)
	}
	if start, ok := service.Number("Start"); !ok || start != 0 {
		return halt("disk-driver-late", "INACCESSIBLE_BOOT_DEVICE: the driver %s of the controller %s does not start at boot", name, controller)
	}
	// What Windows brings along is put right by Setup at the first start; nobody does so for a driver that was added.
	if w.overridden(name) && !(w.inBox(pack) && w.inSetup()) {
		return halt("disk-driver-late", "INACCESSIBLE_BOOT_DEVICE: StartOverride puts off the driver %s of the controller %s", name, controller)
	}
	path := imagePath(service)
	data, err := w.volume.Read(path)
	if err != nil || data == nil {
		return halt("boot-driver-missing", "0xc0000098: the driver %s of the controller %s has no file %s", name, controller, path)
	}
	if w.inBox(pack) {
		return nil // signed by a catalog that the loader knows
	}
	if err := signed(data); err != nil {
		return halt("boot-driver-unsigned", "0xc0000428: the boot driver %s %v", path, err)
	}
	return nil
}

// inBox tells a driver package of Windows itself: its version record begins with ff.
func (w *windows) inBox(pack string) bool {
	version := w.key(pack).Value("Version")
	return len(version) > 1 && version[1] == 0xff && version[0] == 0xff
}

func (w *windows) service(name string) bool {
	return w.system.Key(w.control+`\Services\`+name) != nil
}

// inSetup tells whether Windows begins with Setup: SetupType 2 runs CmdLine before anybody can log on.
func (w *windows) inSetup() bool {
	kind, _ := w.key("Setup").Number("SetupType")
	return kind == 2
}
