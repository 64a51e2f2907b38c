package tools

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"stillframe.test/fakes/windows/disks"
	"stillframe.test/fakes/windows/hive"
)

// fill applies the image, makes it start, services it, and gives the disk its name.
func (r *moduleRun) fill(source *moduleSource, index int, target string) error {
	efi, windows := r.disk.Volumes[0], r.disk.Volumes[1]
	root := string(windows.Letter) + `:\`
	r.say("Applying image to " + r.wish.text("vhdformat") + ". This could take a while...")
	applied := &dismCall{Call: r.quiet, command: "apply-image", options: map[string]string{"imagefile": source.windowsPath, "index": fmt.Sprint(index), "applydir": root}}
	if err := dismApply(applied); err != nil {
		return err
	}
	if r.call.Gone.Err() != nil {
		return r.call.Gone.Err()
	}
	r.say("Image was applied successfully. ")
	r.say("Making image bootable...")
	if err := r.makeBootable(efi, windows); err != nil {
		return err
	}
	if err := r.service(root, source); err != nil {
		return err
	}
	if err := r.call.Disks.RemoveLetter(efi); err != nil {
		return err
	}
	r.say("Dismounting " + r.wish.text("vhdformat") + "...")
	if err := r.call.Disks.Detach(r.disk); errors.Is(err, disks.ErrInUse) {
		return throw("The process cannot access the file because it is being used by another process. ")
	} else if err != nil {
		return err
	}
	r.disk = nil
	if isPattern(r.windowsImage) {
		return throw("Cannot bind argument to parameter 'Path' because it is null.")
	}
	path, err := r.call.Path(target)
	if err != nil {
		return err
	}
	return os.Rename(r.image, path)
}

// makeBootable runs the host's bcdboot, and has the store search for Windows where the variant does.
func (r *moduleRun) makeBootable(efi, windows *disks.Volume) error {
	if r.call.Faults.Happens("bcdboot-host") {
		return throw("bcdboot.exe failed with code -1058471934!")
	}
	folder := find(windows.Folder(), "Windows")
	code, err := copyBoot(folder, efi.Folder())
	if err == nil && code == 0 {
		code, err = makeStores(folder, efi, windows, bootWish{locale: "en-US", firmware: "uefi"}, r.call.Disks)
	}
	if err == nil && code != 0 {
		return throw(fmt.Sprintf("bcdboot.exe failed with code %d!", code))
	}
	if err != nil || !r.variant.locate {
		return err
	}
	store := filepath.Join(efi.Folder(), "EFI", "Microsoft", "Boot", "BCD")
	objects, err := hive.Read(store, `Objects\`+bootManager+`\Elements`)
	if err != nil {
		return err
	}
	loader := hive.FromUTF16(hive.Find(objects, `Objects\`+bootManager+`\Elements\23000003`, "Element"))
	return hive.Change(store, []hive.Key{element(bootManager, "11000001", locateDevice()), element(loader, "11000001", locateDevice()), element(loader, "21000001", locateDevice())})
}

// locateDevice is a device of the kind 8: the first volume that has the file which the element 12000002 names.
func locateDevice() string {
	bytes := make([]byte, 16+28)
	bytes[0x10], bytes[0x18] = 8, 28
	copy(bytes[0x20:], []byte{0, 0, 0, 0, 2, 0, 0, 0x12})
	return hive.Binary(bytes)
}

// service installs in the order of the module: Remote Desktop, drivers, features, packages.
func (r *moduleRun) service(root string, source *moduleSource) error {
	d := &dismCall{Call: r.quiet, options: map[string]string{"image": root}}
	if err := d.openImage(); err != nil {
		return err
	}
	if _, wanted := r.wish["remotedesktopenable"]; wanted {
		key := hive.Key{Path: `ControlSet001\Control\Terminal Server`, Values: []hive.Value{{Name: "fDenyTSConnections", Data: hive.Dword(0)}}}
		if err := hive.Change(d.system(), []hive.Key{key}); err != nil {
			return err
		}
	}
	for _, folder := range r.wish.texts("driver") {
		if err := r.addDrivers(d, folder); err != nil {
			return err
		}
	}
	features := r.wish.texts("feature")
	if len(features) > 0 && source.letter == 0 {
		return throw("The variable '$driveLetter' cannot be retrieved because it has not been set.")
	}
	for _, feature := range features {
		d.options = map[string]string{"image": root, "featurename": feature, "all": "", "source": string(source.letter) + `:\sources\sxs`}
		if err := logged(d, "enable-feature", dismEnableFeature); err != nil {
			return err
		}
	}
	for _, path := range r.wish.texts("package") {
		d.options = map[string]string{"image": root, "packagepath": path}
		if err := logged(d, "add-package", dismAddPackage); err != nil {
			return err
		}
	}
	return nil
}

// logged does what a cmdlet of DISM does, with DISM's own log of the machine as it has none of its own.
func logged(d *dismCall, command string, run func(*dismCall) error) error {
	d.command, d.logged, d.options["logpath"] = command, nil, `C:\Windows\Logs\DISM\dism.log`
	err := run(d)
	d.writeLog(err)
	return err
}

// addDrivers is Add-WindowsDriver -Recurse.
func (r *moduleRun) addDrivers(d *dismCall, folder string) error {
	path, err := r.call.Path(folder)
	if err != nil {
		return err
	}
	d.options = map[string]string{}
	return filepath.WalkDir(path, func(name string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.EqualFold(filepath.Ext(name), ".inf") {
			return err
		}
		if r.call.Faults.Happens("add-driver-nothing") {
			return nil
		}
		return d.addDriver(name)
	})
}
