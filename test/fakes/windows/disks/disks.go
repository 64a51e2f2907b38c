// Package disks is what a Windows machine knows of its disks: images that are attached, their volumes, who has which letter.
package disks

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"stillframe.test/fakes/windows/wine"
)

// What cannot be done with images and letters.
var (
	ErrAttached    = errors.New("the image is attached already")
	ErrNotAttached = errors.New("the image is not attached")
	ErrDamaged     = errors.New("the image is damaged")
	ErrLetterTaken = errors.New("the letter is taken")
)

// volumeFolder is where volumes lie in the root.
const volumeFolder = "/volumes"

// Disks of one machine. Whoever calls it holds its lock.
type Disks struct {
	sync.Mutex
	windows *wine.Wine
	folder  string
	disks   []*Disk
	images  []*Image
	last    int
}

// Disk is an attached image.
type Disk struct {
	// Number as Windows counts; 0 is the machine's own.
	Number  int
	Image   string
	GUID    string
	Size    int64
	Volumes []*Volume
	// Reserved partitions have no volume.
	Reserved []*Volume
	// Offline and ReadOnly as a policy may bring it up.
	Offline, ReadOnly bool
	view              *view
	// letGo of the image, which nobody else may open while it is attached.
	letGo  func()
	folder string
}

// New keeps its work files in a folder.
func New(windows *wine.Wine, folder string) *Disks {
	return &Disks{windows: windows, folder: folder}
}

// Content is a plain file that shows what the image holds.
func (d *Disk) Content() string { return d.view.path }

// Partitions are all of them in the order of their numbers.
func (d *Disk) Partitions() []*Volume {
	all := slices.Concat(d.Volumes, d.Reserved)
	slices.SortFunc(all, func(a, b *Volume) int { return a.Number - b.Number })
	return all
}

// Volume with the number of its partition; nil when there is none.
func (d *Disk) Volume(number int) *Volume {
	for _, volume := range d.Volumes {
		if volume.Number == number {
			return volume
		}
	}
	return nil
}

// Attached by the path of its image on this machine; nil when it is not.
func (d *Disks) Attached(image string) *Disk {
	for _, disk := range d.disks {
		if disk.Image == image {
			return disk
		}
	}
	return nil
}

// Numbered disk; nil when there is none.
func (d *Disks) Numbered(number int) *Disk {
	for _, disk := range d.disks {
		if disk.Number == number {
			return disk
		}
	}
	return nil
}

// All that are attached.
func (d *Disks) All() []*Disk { return slices.Clone(d.disks) }

// Attach makes a disk of an image, named by its path here and on the Windows side, without letters. @returns ErrAttached, ErrDamaged, os.ErrNotExist
func (d *Disks) Attach(image, windowsPath string) (*Disk, error) {
	if d.Attached(image) != nil {
		return nil, ErrAttached
	}
	if _, err := os.Stat(image); err != nil {
		return nil, err
	}
	folder, err := os.MkdirTemp(d.folder, "disk-")
	if err != nil {
		return nil, err
	}
	letGo, err := d.windows.KeepOpen(windowsPath)
	if errors.Is(err, wine.ErrShared) {
		err = ErrAttached
	}
	if err != nil {
		os.RemoveAll(folder)
		return nil, err
	}
	v, err := openView(image, folder, false)
	if err != nil {
		letGo()
		os.RemoveAll(folder)
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	d.last++
	disk := &Disk{Number: d.last, Image: image, view: v, folder: folder, letGo: letGo}
	info, err := v.file.Stat()
	if err != nil {
		return nil, err
	}
	disk.Size = info.Size()
	d.disks = append(d.disks, disk)
	return disk, d.bringUp(disk)
}

func (d *Disks) bringUp(disk *Disk) error {
	guid, partitions, err := readTable(disk.view.file)
	if err != nil {
		return err
	}
	disk.GUID = guid
	for index, each := range partitions {
		volume := &Volume{Number: index + 1, GUID: each.guid, Offset: each.offset, Size: each.size, hidden: each.offset / sector, processes: d.windows.Root.Of("/proc")}
		if each.kind == reservedType {
			disk.Reserved = append(disk.Reserved, volume)
			continue
		}
		volume.File = filepath.Join(disk.folder, each.guid)
		volume.folder = d.windows.Root.Of(filepath.Join(volumeFolder, each.guid))
		disk.Volumes = append(disk.Volumes, volume)
		if err := disk.view.copyOut(each.offset, each.size, volume.File); err != nil {
			return err
		}
		if err := volume.recognise(); err != nil {
			return err
		}
		if err := volume.Mount(); err != nil {
			return err
		}
		if err := d.windows.NameVolume(each.guid, filepath.Join(volumeFolder, each.guid)); err != nil {
			return err
		}
	}
	return nil
}

// Detach ends with everything in the image. @returns ErrInUse, with the disk as it was
func (d *Disks) Detach(disk *Disk) error {
	for _, volume := range disk.Volumes {
		if err := volume.Unmount(); err != nil {
			return errors.Join(err, remount(disk))
		}
	}
	for _, volume := range disk.Volumes {
		if err := disk.view.copyIn(volume.File, volume.Offset); err != nil {
			return err
		}
		if err := d.RemoveLetter(volume); err != nil {
			return err
		}
		if err := d.windows.ForgetVolume(volume.GUID); err != nil {
			return err
		}
	}
	if err := disk.view.close(); err != nil {
		return err
	}
	disk.letGo()
	d.disks = slices.DeleteFunc(d.disks, func(each *Disk) bool { return each == disk })
	return os.RemoveAll(disk.folder)
}

func remount(disk *Disk) error {
	var all error
	for _, volume := range disk.Volumes {
		all = errors.Join(all, volume.Mount())
	}
	return all
}

// GiveLetter, also to a volume without a file system. @returns ErrLetterTaken
func (d *Disks) GiveLetter(volume *Volume, letter byte) error {
	if d.windows.HasDrive(letter) {
		return ErrLetterTaken
	}
	if err := d.RemoveLetter(volume); err != nil {
		return err
	}
	if err := d.windows.Drive(letter, filepath.Join(volumeFolder, volume.GUID)); err != nil {
		return err
	}
	volume.Letter = letter
	return nil
}

// RemoveLetter does nothing when it has none.
func (d *Disks) RemoveLetter(volume *Volume) error {
	if volume.Letter == 0 {
		return nil
	}
	if err := d.windows.NoDrive(volume.Letter); err != nil {
		return err
	}
	volume.Letter = 0
	return nil
}

// Letters that are taken, upper case.
func (d *Disks) Letters() []string {
	letters := []string{}
	for letter := byte('A'); letter <= 'Z'; letter++ {
		if d.windows.HasDrive(letter) {
			letters = append(letters, string(letter))
		}
	}
	return letters
}

// ByTarget is the volume that a text of a command line names: `W:`, `W:\` or the volume's name, with or without its last backslash.
func (d *Disks) ByTarget(target string) *Volume {
	for _, disk := range d.disks {
		for _, volume := range disk.Volumes {
			names := []string{volume.Name(), strings.TrimSuffix(volume.Name(), `\`)}
			if volume.Letter != 0 {
				names = append(names, string(volume.Letter)+":", string(volume.Letter)+`:\`)
			}
			if slices.ContainsFunc(names, func(name string) bool { return strings.EqualFold(name, target) }) {
				return volume
			}
		}
	}
	return nil
}

// Disk that a volume is on.
func (d *Disks) Of(volume *Volume) *Disk {
	for _, disk := range d.disks {
		if slices.Contains(disk.Volumes, volume) {
			return disk
		}
	}
	return nil
}
