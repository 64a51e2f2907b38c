package tools

import (
	"errors"
	"path/filepath"
	"strings"

	"stillframe.test/fakes/windows/disks"
)

// moduleSource is the image file for this machine, as Windows names it, and the letter of the disc it came from; 0 for none.
type moduleSource struct {
	path, windowsPath string
	letter            byte
}

// openSource mounts an ISO, and looks on it for the image.
func (r *moduleRun) openSource() (*moduleSource, error) {
	given := r.wish.text("sourcepath")
	path, err := r.call.Path(given)
	if err != nil {
		return nil, err
	}
	if !strings.EqualFold(filepath.Ext(path), ".iso") {
		return &moduleSource{path: path, windowsPath: given}, nil
	}
	path = filepath.Clean(path)
	if r.call.Disks.Mounted(path) == nil {
		if err := r.call.Disks.MountImage(path, true); errors.Is(err, disks.ErrDamaged) {
			return nil, throw("The file or directory is corrupted and unreadable. ")
		} else if err != nil {
			return nil, err
		}
	}
	r.iso = r.call.Disks.Mounted(path)
	names := []string{"install.wim"}
	if r.variant.esdOnDisc {
		names = append(names, "install.esd")
	}
	for _, name := range names {
		windowsPath := string(r.iso.Letter) + `:\sources\` + name
		if found, err := r.call.Path(windowsPath); err == nil && isFile(found) {
			return &moduleSource{found, windowsPath, r.iso.Letter}, nil
		}
	}
	return nil, throw("The specified ISO does not appear to be valid Windows installation media.")
}

// makeDisk creates, attaches, lays out and formats the disk under a name of its own, beside the one it is to have.
func (r *moduleRun) makeDisk(target string) error {
	if r.variant.hyperV && r.call.Faults.Happens("no-hyper-v") {
		return throw("The term 'New-VHD' is not recognized as the name of a cmdlet, function, script file, or operable program.")
	}
	folder := target[:strings.LastIndex(target, `\`)]
	r.windowsImage = folder + `\` + strings.Trim(newGUID(), "{}") + "." + strings.ToLower(r.wish.text("vhdformat"))
	image, err := r.call.Path(r.windowsImage)
	if err != nil || !exists(filepath.Dir(image)) {
		return throw("The system cannot find the path specified. (Exception from HRESULT: 0x80070003)")
	}
	_, switched := r.wish["isfixed"]
	fixed := switched || strings.EqualFold(r.wish.text("vhdtype"), "Fixed")
	if err := disks.Create(image, r.wish.size(), fixed); err != nil {
		return err
	}
	r.image = image
	const mebibyte = 1 << 20
	parts := []disks.Laid{{Type: disks.EFIType, Name: "Basic data partition", Size: r.variant.esp * mebibyte}}
	if r.variant.reserved > 0 {
		parts = append(parts, disks.Laid{Type: disks.ReservedType, Name: "Microsoft reserved partition", Size: r.variant.reserved * mebibyte})
	}
	if err := disks.LayOut(image, append(parts, disks.Laid{Type: disks.DataType, Name: "Basic data partition"})); err != nil {
		return err
	}
	if r.disk, err = r.call.Disks.Attach(image, r.windowsImage); err != nil {
		return err
	}
	for index, system := range []disks.FileSystem{disks.FAT32, disks.NTFS} {
		if err := r.disk.Volumes[index].Format(system, ""); err != nil {
			return err
		}
		letter := r.call.Disks.FreeLetter()
		if letter == 0 {
			return throw("Unable to get Partition after retry")
		}
		if err := r.call.Disks.GiveLetter(r.disk.Volumes[index], letter); err != nil {
			return err
		}
	}
	return nil
}
