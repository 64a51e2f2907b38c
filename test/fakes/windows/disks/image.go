package disks

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"syscall"
)

// Image is a mounted ISO.
type Image struct {
	Path   string
	Letter byte
	// LetterHidden says for how many more looks Windows does not show the letter.
	LetterHidden int
	folder       string
}

// Mounted by the path of the ISO on this machine; nil when it is not.
func (d *Disks) Mounted(path string) *Image {
	for _, image := range d.images {
		if image.Path == path {
			return image
		}
	}
	return nil
}

// MountImage shows the files of an ISO under a letter (0 for none), read-only. @returns ErrDamaged for what is no ISO
func (d *Disks) MountImage(path string, withLetter bool) error {
	d.last++
	name := filepath.Join(volumeFolder, "iso-"+filepath.Base(path))
	image := &Image{Path: path, folder: d.windows.Root.Of(name)}
	if err := os.MkdirAll(image.folder, 0o755); err != nil {
		return err
	}
	if err := run("7zz", "x", "-tiso", "-y", "-bd", "-o"+image.folder, path); err != nil {
		// An ISO with a UDF file system beside its own.
		if err := run("7zz", "x", "-y", "-bd", "-o"+image.folder, path); err != nil {
			os.RemoveAll(image.folder)
			return errors.Join(ErrDamaged, err)
		}
	}
	if err := syscall.Mount(image.folder, image.folder, "", syscall.MS_BIND, ""); err != nil {
		return err
	}
	if err := syscall.Mount("", image.folder, "", syscall.MS_BIND|syscall.MS_REMOUNT|syscall.MS_RDONLY, ""); err != nil {
		return err
	}
	if withLetter {
		image.Letter = d.freeLetter()
		if image.Letter != 0 {
			if err := d.windows.Drive(image.Letter, name); err != nil {
				return err
			}
		}
	}
	d.images = append(d.images, image)
	return nil
}

// UnmountImage is refused while a program holds a file of it. @returns ErrInUse
func (d *Disks) UnmountImage(image *Image) error {
	if err := syscall.Unmount(image.folder, 0); errors.Is(err, syscall.EBUSY) {
		return ErrInUse
	} else if err != nil {
		return err
	}
	if image.Letter != 0 {
		if err := d.windows.NoDrive(image.Letter); err != nil {
			return err
		}
	}
	d.images = slices.DeleteFunc(d.images, func(each *Image) bool { return each == image })
	return os.RemoveAll(image.folder)
}

// Images that are mounted.
func (d *Disks) Images() []*Image { return slices.Clone(d.images) }

// freeLetter is the first after C, as Windows gives them; 0 when none is free.
func (d *Disks) freeLetter() byte {
	for letter := byte('D'); letter <= 'Z'; letter++ {
		if !d.windows.HasDrive(letter) {
			return letter
		}
	}
	return 0
}
