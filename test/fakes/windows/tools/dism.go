package tools

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"stillframe.test/fakes/windows/disks"
)

const dismVersion = "10.0.17763.1697"

const dismBanner = "\r\nDeployment Image Servicing and Management tool\r\nVersion: " + dismVersion + "\r\n\r\n"

const dismDone = "The operation completed successfully.\r\n"

// dismCall is one command of DISM with its options; names of options are lower case.
type dismCall struct {
	*Call
	command string
	options map[string]string
	// image is the volume of an image that is not running; root where its files are.
	image *disks.Volume
	root  string
	// packageVersion of the image's own Windows.
	logged []string
}

// dismError is what DISM ends with.
type dismError struct {
	code uint32
	text string
}

func (e *dismError) Error() string { return e.text }

type dismCommand struct {
	// options that it takes besides the common ones.
	options string
	// online commands work on /Image.
	image bool
	run   func(*dismCall) error
}

var dismCommands = map[string]dismCommand{
	"apply-image":    {"imagefile index name swmfile applydir checkintegrity verify norpfix confirmtrustedfile ea compact", false, dismApply},
	"add-driver":     {"driver recurse forceunsigned", true, dismAddDriver},
	"get-drivers":    {"all format", true, dismGetDrivers},
	"get-driverinfo": {"driver", true, dismDriverInfo},
	"add-package":    {"packagepath ignorecheck preventpending", true, dismAddPackage},
	"get-packages":   {"format", true, dismGetPackages},
	"enable-feature": {"featurename packagename source limitaccess all", true, dismEnableFeature},
	"get-features":   {"format packagename packagepath", true, dismGetFeatures},
	"cleanup-image":  {"startcomponentcleanup resetbase defer revertpendingactions analyzecomponentstore", true, dismCleanup},
	"get-imageinfo":  {"imagefile index name", false, dismImageInfo},
	"list-image":     {"imagefile index name", false, dismListImage},
}

var dismCommon = strings.Fields("english image scratchdir logpath loglevel norestart quiet windir sysdrivedir")

// dism carries out one command ("DISM reference" of Microsoft's documentation).
func dism(call *Call) (uint32, error) {
	if call.Faults.Happens("not-elevated") {
		call.PrintEnglish("\r\nError: 740\r\n\r\nElevated permissions are required to run DISM.\r\nUse an elevated command prompt to complete these tasks.\r\n")
		return 740, nil
	}
	call.PrintEnglish(dismBanner)
	d, err := parseDism(call)
	if err == nil {
		err = dismCommands[d.command].run(d)
	}
	d.writeLog(err)
	failed, isError := err.(*dismError)
	if err != nil && !isError {
		return 0, err
	}
	if err == nil {
		call.PrintEnglish(dismDone)
		return 0, nil
	}
	if failed.text == "" {
		return failed.code, nil
	}
	log := d.options["logpath"]
	if log == "" {
		log = `C:\windows\Logs\DISM\dism.log`
	}
	call.PrintEnglish(fmt.Sprintf("\r\nError: %s\r\n\r\n%s\r\n\r\nThe DISM log file can be found at %s\r\n", codeText(failed.code), failed.text, log))
	return failed.code, nil
}

// codeText has small codes as numbers, the others in hexadecimal digits.
func codeText(code uint32) string {
	if code < 1<<16 {
		return fmt.Sprint(code)
	}
	return fmt.Sprintf("0x%08x", code)
}

func parseDism(call *Call) (*dismCall, error) {
	d := &dismCall{Call: call, options: map[string]string{}}
	for _, argument := range call.Arguments() {
		name, value, _ := strings.Cut(argument, ":")
		name, isOption := strings.CutPrefix(strings.ToLower(name), "/")
		if !isOption {
			return d, &dismError{87, "The " + argument + " option is unknown.\r\nFor more information, refer to the help by running DISM.exe /?."}
		}
		d.options[name] = value
		if _, isCommand := dismCommands[name]; isCommand {
			d.command = name
		}
	}
	command, ok := dismCommands[d.command]
	if !ok {
		return d, &dismError{87, "The command-line is missing a required servicing command.\r\nFor more information, refer to the help by running DISM.exe /?."}
	}
	known := append(append(strings.Fields(command.options), dismCommon...), d.command)
	for name := range d.options {
		if !slices.Contains(known, name) {
			return d, &dismError{87, "The " + name + " option is unknown.\r\nFor more information about the possible command-line arguments, refer to the help by running DISM.exe /?."}
		}
	}
	if _, english := d.options["english"]; !english {
		return d, fmt.Errorf("DISM without /English answers in the language of the machine: %s", call.CommandLine)
	}
	if folder, ok := d.options["scratchdir"]; ok {
		if path, err := call.Path(folder); err != nil || !exists(path) {
			return d, &dismError{3, "The scratch directory " + folder + " could not be found.\r\nThe system cannot find the path specified."}
		}
	}
	if command.image {
		return d, d.openImage()
	}
	return d, nil
}

func (d *dismCall) openImage() error {
	d.image = d.Disks.ByTarget(d.options["image"])
	if d.image == nil || d.image.System != disks.NTFS {
		return &dismError{2, "Unable to access the image.\r\nMake sure that the image path and the Windows directory for the image exist and you have Read permissions on the folder."}
	}
	d.root = d.image.Folder()
	if !exists(d.file("Windows", "System32", "config", "SOFTWARE")) {
		return &dismError{2, "Unable to access the image.\r\nMake sure that the image path and the Windows directory for the image exist and you have Read permissions on the folder."}
	}
	d.PrintEnglish("Image Version: " + d.imageVersion() + "\r\n\r\n")
	if d.Faults.Happens("dism-too-old") {
		return &dismError{50, "The request is not supported.\r\nTo service this image requires a newer version of DISM."}
	}
	if d.Faults.Happens("servicing-crash") {
		return &dismError{1726, "The remote procedure call failed."}
	}
	return nil
}

// file of the image, in whatever case its names are.
func (d *dismCall) file(names ...string) string {
	path := d.root
	for _, name := range names {
		path = find(path, name)
	}
	return path
}

// progress is drawn over itself; 58 columns with the number in the middle.
func (d *dismCall) progress(percent float64) {
	number := fmt.Sprintf("%.1f%%", percent)
	bar := []byte(strings.Repeat("=", int(percent*58/100)) + strings.Repeat(" ", 58-int(percent*58/100)))
	copy(bar[(58-len(number))/2:], number)
	d.PrintEnglish("\r[" + string(bar) + "] ")
}

// writeLog adds to the log as DISM does: what it was asked, and how it failed.
func (d *dismCall) writeLog(err error) {
	path, e := d.Path(d.options["logpath"])
	if d.options["logpath"] == "" || e != nil {
		return
	}
	stamp := time.Now().Format("2006-01-02 15:04:05")
	lines := []string{stamp + ", Info                  DISM   DISM.EXE: Executing command line: " + d.CommandLine}
	for _, line := range d.logged {
		lines = append(lines, stamp+", "+line)
	}
	if failed, ok := err.(*dismError); ok {
		lines = append(lines, fmt.Sprintf("%s, Error                 DISM   DISM.EXE: %s returned 0x%08X", stamp, d.command, failed.code))
	}
	if e := os.MkdirAll(filepath.Dir(path), 0o755); e != nil {
		return
	}
	file, e := os.OpenFile(path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if e != nil {
		return
	}
	defer file.Close()
	file.WriteString(strings.Join(lines, "\r\n") + "\r\n")
}

// paths that end in an asterisk stand for all parts of an image that was split.
func (d *dismCall) parts() ([]string, error) {
	pattern, ok := d.options["swmfile"]
	if !ok {
		return nil, nil
	}
	folder, name := pattern[:strings.LastIndex(pattern, `\`)+1], pattern[strings.LastIndex(pattern, `\`)+1:]
	path, err := d.Path(folder)
	if err != nil {
		return nil, err
	}
	return filepath.Glob(filepath.Join(path, name))
}
