package tools

import (
	"bufio"
	"errors"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"time"

	"stillframe.test/fakes/windows/disks"
)

// hangFor is how long an image is applied at most when it hangs: longer than a run takes to be cancelled.
const hangFor = 30 * time.Second

var wimlibPercent = regexp.MustCompile(`\((\d+)%\)`)

// dismApply applies an image of a WIM file by wimlib to the volume that /ApplyDir is the root of.
func dismApply(d *dismCall) error {
	source, err := d.Path(d.options["imagefile"])
	if err != nil {
		return &dismError{3, "The system cannot find the path specified."}
	}
	if !isFile(source) {
		return &dismError{2, "The system cannot find the file specified."}
	}
	volume := d.Disks.ByTarget(d.options["applydir"])
	if volume == nil {
		return &dismError{3, "The system cannot find the path specified."}
	}
	if volume.System == "" {
		return &dismError{1005, "The volume does not contain a recognized file system.\r\nPlease make sure that all required file system drivers are loaded and that the volume is not corrupted."}
	}
	parts, err := d.parts()
	if err != nil {
		return err
	}
	images, err := wimImages(source)
	if err != nil {
		return &dismError{11, "An attempt was made to load a program with an incorrect format."}
	}
	index, err := strconv.Atoi(d.options["index"])
	if err != nil {
		return &dismError{87, "The parameter is incorrect."}
	}
	if index < 1 || index > len(images) {
		return &dismError{87, "An index with the specified value was not found in the image.\r\nThe parameter is incorrect."}
	}
	d.PrintEnglish("Applying image\r\n")
	if d.Faults.Happens("apply-nothing") {
		d.progress(100)
		d.PrintEnglish("\r\n")
		return nil
	}
	if d.Faults.Happens("apply-no-space") {
		d.progress(34.5)
		d.PrintEnglish("\r\n")
		return &dismError{112, "There is not enough space on the disk."}
	}
	if d.Faults.Happens("apply-read-only") {
		d.progress(12.3)
		d.PrintEnglish("\r\n")
		return &dismError{1117, "The request could not be performed because of an I/O device error."}
	}
	return d.apply(volume, source, index, parts)
}

func (d *dismCall) apply(volume *disks.Volume, source string, index int, parts []string) error {
	// Real DISM writes through the file system, this one beside it.
	if err := volume.Unmount(); errors.Is(err, disks.ErrInUse) {
		return &dismError{32, "The process cannot access the file because it is being used by another process."}
	} else if err != nil {
		return err
	}
	// Others may look on and are refused what is in use meanwhile; whoever kills the machine's runner does not kill DISM.
	volume.Busy = true
	d.Disks.Unlock()
	defer func() {
		d.Disks.Lock()
		volume.Busy = false
		volume.Mount()
	}()
	arguments := []string{"apply", source, strconv.Itoa(index), volume.File}
	for _, part := range parts {
		arguments = append(arguments, "--ref="+part)
	}
	command := exec.CommandContext(d.Gone, "wimlib-imagex", arguments...)
	var said strings.Builder
	output, err := command.StdoutPipe()
	if err != nil {
		return err
	}
	command.Stderr = &said
	if err := command.Start(); err != nil {
		return err
	}
	hangs := d.Faults.Happens("apply-hangs")
	last := -1
	lines := bufio.NewScanner(output)
	lines.Split(scanTicks)
	for lines.Scan() {
		said.WriteString(lines.Text() + "\n")
		found := wimlibPercent.FindStringSubmatch(lines.Text())
		if found == nil {
			continue
		}
		percent, _ := strconv.Atoi(found[1])
		if percent > last {
			d.progress(float64(percent))
			last = percent
		}
		if hangs && percent >= 40 {
			select {
			case <-d.Gone.Done():
			case <-time.After(hangFor):
			}
			hangs = false
		}
	}
	if err := command.Wait(); err != nil {
		if strings.Contains(said.String(), "No space left on device") || strings.Contains(said.String(), "ERROR_INSUFFICIENT_SPACE") {
			d.PrintEnglish("\r\n")
			return &dismError{112, "There is not enough space on the disk."}
		}
		if d.Gone.Err() != nil {
			return &dismError{0xC000013A, ""}
		}
		return errors.New("wimlib-imagex: " + said.String())
	}
	d.progress(100)
	d.PrintEnglish("\r\n")
	return nil
}

// scanTicks ends lines at CR too: progress is drawn over itself.
func scanTicks(data []byte, atEnd bool) (int, []byte, error) {
	for index, each := range data {
		if each == '\r' || each == '\n' {
			return index + 1, data[:index], nil
		}
	}
	if atEnd && len(data) > 0 {
		return len(data), data, nil
	}
	return 0, nil, nil
}

type wimImage struct{ name, description, size string }

var wimField = regexp.MustCompile(`(?m)^(Index|Name|Description|Total Bytes):\s*(.*)$`)

func wimImages(file string) ([]wimImage, error) {
	output, err := exec.Command("wimlib-imagex", "info", file).Output()
	if err != nil {
		return nil, err
	}
	var images []wimImage
	for _, field := range wimField.FindAllStringSubmatch(string(output), -1) {
		if field[1] == "Index" {
			images = append(images, wimImage{})
			continue
		}
		if len(images) == 0 {
			continue
		}
		last := &images[len(images)-1]
		switch field[1] {
		case "Name":
			last.name = field[2]
		case "Description":
			last.description = field[2]
		case "Total Bytes":
			last.size = field[2]
		}
	}
	return images, nil
}

func dismImageInfo(d *dismCall) error {
	source, err := d.Path(d.options["imagefile"])
	if err != nil || !isFile(source) {
		return &dismError{2, "The system cannot find the file specified."}
	}
	images, err := wimImages(source)
	if err != nil {
		return &dismError{11, "An attempt was made to load a program with an incorrect format."}
	}
	d.PrintEnglish("Details for image : " + d.options["imagefile"] + "\r\n\r\n")
	for index, each := range images {
		d.PrintEnglish("Index : " + strconv.Itoa(index+1) + "\r\nName : " + each.name + "\r\nDescription : " + each.description + "\r\nSize : " + each.size + " bytes\r\n\r\n")
	}
	return nil
}
