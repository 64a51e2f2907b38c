package tools

import (
	"encoding/binary"
	"fmt"
	"os/exec"
	"strings"

	"stillframe.test/fakes/windows/hive"
)

const currentVersion = `Microsoft\Windows NT\CurrentVersion`

// software is the hive that knows version, packages and features of the image.
func (d *dismCall) software() string { return d.file("Windows", "System32", "config", "SOFTWARE") }

func (d *dismCall) system() string { return d.file("Windows", "System32", "config", "SYSTEM") }

// imageVersion is 10.0.build.revision.
func (d *dismCall) imageVersion() string {
	keys, err := hive.Read(d.software(), currentVersion)
	if err != nil {
		return ""
	}
	build := hive.FromUTF16(hive.Find(keys, currentVersion, "CurrentBuild"))
	revision := hive.Find(keys, currentVersion, "UBR")
	if len(revision) != 4 {
		return "10.0." + build + ".1"
	}
	return fmt.Sprintf("10.0.%s.%d", build, binary.LittleEndian.Uint32(revision))
}

// table prints as /Format:Table does.
func (d *dismCall) table(title string, heads []string, rows [][]string) {
	widths := make([]int, len(heads))
	for _, row := range append([][]string{heads}, rows...) {
		for column, cell := range row {
			widths[column] = max(widths[column], len(cell))
		}
	}
	line := func(cells []string) string {
		padded := make([]string, len(cells))
		for column, cell := range cells {
			padded[column] = fmt.Sprintf("%-*s", widths[column], cell)
		}
		return strings.Join(padded, " | ") + "\r\n"
	}
	rules := make([]string, len(heads))
	for column, width := range widths {
		rules[column] = strings.Repeat("-", width)
	}
	text := title + "\r\n\r\n\r\n" + line(rules) + line(heads) + line(rules)
	for _, row := range rows {
		text += line(row)
	}
	d.PrintEnglish(text + "\r\n")
}

// dismListImage prints the names of all files and folders of an image: of a WIM whatever it is called.
func dismListImage(d *dismCall) error {
	path, err := d.Path(d.options["imagefile"])
	if err != nil || !isFile(path) {
		return &dismError{2, "The system cannot find the file specified."}
	}
	if d.options["index"] != "1" {
		return &dismError{87, "The parameter is incorrect."}
	}
	listing, err := exec.Command("wimlib-imagex", "dir", path, "1").Output()
	if err != nil {
		return &dismError{11, "An attempt was made to load a program with an incorrect format."}
	}
	for _, line := range strings.Split(strings.TrimSpace(string(listing)), "\n") {
		d.PrintEnglish(strings.ReplaceAll(line, "/", `\`) + "\r\n")
	}
	return nil
}
