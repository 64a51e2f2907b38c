package tools

import (
	"encoding/json"
	"errors"
	"io"
	"path/filepath"
	"strings"

	"stillframe.test/fakes/windows/disks"
)

const convertCommand = "Convert-WindowsImage"

// inspectModule is Get-Command with the parameters of what it found.
func inspectModule(call *Call, _ request) (string, *scriptError, error) {
	variant := moduleVariants[call.Module]
	if variant == nil {
		return asJSON(map[string]any{"found": false, "version": "", "parameters": []string{}}), nil, nil
	}
	return asJSON(map[string]any{"found": true, "version": variant.version, "parameters": strings.Fields(variant.parameters)}), nil, nil
}

// moduleError is an exception within the module.
type moduleError struct{ text string }

func (e *moduleError) Error() string { return e.text }

func throw(text string) error { return &moduleError{text} }

// convertImage is Convert-WindowsImage called with its parameters by name, every error made an exception. What it throws, the module catches itself, puts
// away what it opened and says it by Write-Error; MSLab's copy by Write-Host, so that nobody but a reader learns of it.
func convertImage(call *Call, asked request) (string, *scriptError, error) {
	variant := moduleVariants[call.Module]
	if variant == nil {
		return "", &scriptError{convertCommand, "The term '" + convertCommand + "' is not recognized as the name of a cmdlet, function, script file, or operable program. Check the spelling of the name, or if a path was included, verify that the path is correct and try again.",
			"ObjectNotFound: (" + convertCommand + ":String) [], CommandNotFoundException", "CommandNotFoundException"}, nil
	}
	given, _ := asked["arguments"].(map[string]any)
	switches, _ := asked["switches"].([]any)
	wish, refused := variant.bind(given, switches)
	if refused != "" {
		return "", bindingError(refused), nil
	}
	for _, path := range append(append(wish.texts("driver"), wish.texts("package")...), wish.text("sourcepath")) {
		if found, err := call.Path(path); err != nil || isPattern(path) || !exists(found) {
			return "", bindingError("Cannot validate argument on parameter. Cannot find path '" + path + "' because it does not exist."), nil
		}
	}
	call.PrintRaw("\r\nWindows(R) Image to Virtual Hard Disk Converter for Windows(R) 10\r\nCopyright (C) Microsoft Corporation.  All rights reserved.\r\n\r\n")
	run := &moduleRun{call: call, variant: variant, wish: wish}
	err := run.make()
	if call.Gone.Err() != nil {
		// Killed with PowerShell: nobody puts anything away.
		return "", nil, nil
	}
	if closed := run.putAway(err != nil); err == nil {
		err = closed
	}
	var thrown *moduleError
	var servicing *dismError
	text := ""
	switch {
	case errors.As(err, &thrown):
		text = thrown.text
	case errors.As(err, &servicing):
		text = servicing.text
	case err != nil:
		return "", nil, err
	}
	if text != "" && !variant.swallows {
		return "", &scriptError{convertCommand, text, "NotSpecified: (:) [Write-Error], WriteErrorException", "Microsoft.PowerShell.Commands.WriteErrorException," + convertCommand}, nil
	}
	if text != "" {
		call.PrintRaw("ERROR  : " + text + "\r\n")
	}
	path, err := call.Path(asked.text("path"))
	return asJSON(map[string]any{"made": err == nil && isFile(path)}), nil, nil
}

func bindingError(text string) *scriptError {
	return &scriptError{convertCommand, text, "InvalidArgument: (:) [" + convertCommand + "], ParameterBindingException", "ParameterArgumentValidationError," + convertCommand}
}

// moduleRun is one run of the module.
type moduleRun struct {
	call    *Call
	variant *moduleVariant
	wish    moduleWish
	// image is the disk under the name that the module makes up, for this machine and for Windows.
	image, windowsImage string
	disk                *disks.Disk
	iso                 *disks.Image
	// quiet is the call for what its cmdlets do: they print nothing.
	quiet *Call
}

func (r *moduleRun) say(text string) { r.call.PrintRaw("INFO   : " + text + "\r\n") }

func (r *moduleRun) make() error {
	quiet := *r.call
	quiet.encoder = json.NewEncoder(io.Discard)
	r.quiet = &quiet
	target := r.wish.text("vhdpath")
	format := r.wish.text("vhdformat")
	if !strings.EqualFold(filepath.Ext(strings.ReplaceAll(target, `\`, "/")), "."+format) {
		return throw("There is a mismatch between the VHDPath file extension, and the VHDFormat (." + format + ").  Please ensure that these match and try again.")
	}
	if r.wish.text("disklayout") != "UEFI" && r.wish.text("vhdpartitionstyle") != "GPT" {
		return errors.New("the double's module makes disks for UEFI alone")
	}
	source, err := r.openSource()
	if err != nil {
		return err
	}
	images, err := wimImages(source.path)
	if err != nil || strings.EqualFold(filepath.Ext(source.path), ".esd") && !r.variant.esd {
		return throw("An attempt was made to load a program with an incorrect format. (Exception from HRESULT: 0x8007000B)")
	}
	edition := "1"
	if given := r.wish.texts("edition"); len(given) > 0 {
		edition = given[0]
	}
	index, refused := r.variant.choose(images, edition)
	if refused != "" {
		return throw(refused)
	}
	if err := r.makeDisk(target); err != nil {
		return err
	}
	return r.fill(source, index, target)
}

// putAway is what the module does in any case: it detaches its disk and lets go of the ISO, also one that somebody else has mounted.
func (r *moduleRun) putAway(failed bool) error {
	if r.disk != nil && !(failed && r.call.Faults.Happens("module-stays")) {
		if err := r.call.Disks.Detach(r.disk); errors.Is(err, disks.ErrInUse) {
			return throw("The process cannot access the file because it is being used by another process. ")
		} else if err != nil {
			return err
		}
	}
	if r.iso != nil {
		return r.call.Disks.UnmountImage(r.iso)
	}
	return nil
}
