package disks

import (
	"fmt"
	"os"
	"strings"
)

// Laid is a partition of a new disk: its type, name and size in bytes, 0 for all that is left.
type Laid struct {
	Type, Name string
	Size       int64
}

// The types of partitions that Windows makes.
const (
	EFIType      = efiType
	ReservedType = reservedType
	DataType     = "ebd0a0a2-b9e5-4433-87c0-68b6b72699c7"
)

const mebibyte = 1 << 20

// Create makes a disk image of a size, dynamic or fixed.
func Create(image string, size int64, fixed bool) error {
	driver, subformat := drivers[strings.ToLower(image[strings.LastIndex(image, "."):])], "dynamic"
	if fixed {
		subformat = "fixed"
	}
	options := "subformat=" + subformat
	if driver == "vpc" {
		options += ",force_size=on"
	}
	return run("qemu-img", "create", "-q", "-f", driver, "-o", options, image, fmt.Sprint(size))
}

// LayOut writes a table as Windows does: Initialize-Disk makes a reserved partition right behind it, up to the 16th mebibyte; each that follows begins
// on a whole one.
func LayOut(image string, partitions []Laid) error {
	folder, err := os.MkdirTemp("", "double-layout-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	v, err := openView(image, folder, false)
	if err != nil {
		return err
	}
	info, err := v.file.Stat()
	if err != nil {
		return err
	}
	const first = 34
	last := info.Size()/sector - first
	arguments := []string{"-a", "1", "-n", fmt.Sprintf("1:%d:%d", first, 16*mebibyte/sector-1), "-t", "1:" + ReservedType, "-c", "1:Microsoft reserved partition"}
	next := int64(16 * mebibyte / sector)
	for index, each := range partitions {
		end := next + each.Size/sector - 1
		if each.Size == 0 {
			end = (last+1)/(mebibyte/sector)*(mebibyte/sector) - 1
		}
		number := fmt.Sprint(index + 2)
		arguments = append(arguments, "-n", fmt.Sprintf("%s:%d:%d", number, next, end), "-t", number+":"+each.Type, "-c", number+":"+each.Name)
		next = end + 1
	}
	err = run("sgdisk", append(arguments, v.path)...)
	if closed := v.close(); err == nil {
		err = closed
	}
	return err
}

// FreeLetter is the first after C that is free; 0 when none is.
func (d *Disks) FreeLetter() byte { return d.freeLetter() }
