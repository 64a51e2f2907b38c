package tools

import (
	"fmt"
	"slices"
	"strings"
)

// moduleVariant is a Convert-WindowsImage as people have it. Read from their sources: MicrosoftDocs/Virtualization-Documentation (the gallery's 10.0),
// x0nn/Convert-WindowsImage 161dac9, microsoft/MSLab; Hyper-ConvertImage is a copy of the first.
type moduleVariant struct {
	version, parameters string
	// esp and reserved in mebibytes: the partitions that it makes itself.
	esp, reserved int64
	// locate: it has the boot store search for Windows. esdOnDisc: it looks for install.esd too. esd: it opens such a file.
	locate, esdOnDisc, esd bool
	// contains: an edition is a part of a name; otherwise its end.
	contains bool
	// hyperV: it makes disks by New-VHD, whether there is Hyper-V or not.
	hyperV bool
	// swallows: it prints its error, and ends as if there were none.
	swallows bool
}

const (
	allParameters = "SourcePath CacheSource Edition WorkingDirectory TempDirectory VHDPath SizeBytes VHDFormat MergeFolderPath DiskLayout BCDinVHD BCDBoot Feature Driver Package ExpandOnNativeBoot RemoteDesktopEnable UnattendPath Passthru DismPath ApplyEA ShowUI " +
		"Verbose Debug ErrorAction WarningAction InformationAction ErrorVariable WarningVariable InformationVariable OutVariable OutBuffer PipelineVariable"
	ofGallery = allParameters + " VhdType VhdPartitionStyle EnableDebugger BcdLocale"
)

var moduleVariants = map[string]*moduleVariant{
	"gallery": {version: "10.0", parameters: ofGallery, esp: 260, locate: true},
	"hyper":   {version: "10.2", parameters: ofGallery, esp: 260, locate: true},
	"x0nn":    {version: "0.0", parameters: allParameters + " IsFixed EnableDebugger", esp: 200, reserved: 128, esdOnDisc: true, esd: true, contains: true},
	"mslab":   {version: "0.0", parameters: allParameters, esp: 200, reserved: 128, esd: true, hyperV: true, swallows: true},
	"none":    nil,
}

// aliases of parameters.
var moduleAliases = map[string]string{"wim": "SourcePath", "sku": "Edition", "workdir": "WorkingDirectory", "tempdir": "TempDirectory", "vhd": "VHDPath", "size": "SizeBytes", "format": "VHDFormat", "disktype": "VhdType", "layout": "DiskLayout", "mergefolder": "MergeFolderPath", "unattend": "UnattendPath"}

// What parameters may be (ValidateSet).
var moduleSets = map[string][]string{
	"vhdformat": {"VHD", "VHDX", "AUTO"}, "vhdtype": {"Dynamic", "Fixed"}, "disklayout": {"BIOS", "UEFI", "WindowsToGo"},
	"vhdpartitionstyle": {"MBR", "GPT", "MBRforWindowsToGo"}, "bcdinvhd": {"NativeBoot", "VirtualMachine"},
}

// moduleWish is what a variant was called with, by the names of its parameters in lower case.
type moduleWish map[string]any

func (w moduleWish) text(name string) string {
	text, _ := w[name].(string)
	return text
}

func (w moduleWish) texts(name string) []string {
	var all []string
	list, isList := w[name].([]any)
	if !isList && w[name] != nil {
		list = []any{w[name]}
	}
	for _, each := range list {
		text, _ := each.(string)
		all = append(all, text)
	}
	return all
}

func (w moduleWish) size() int64 {
	size, _ := w["sizebytes"].(float64)
	return int64(size)
}

// bind gives values to parameters as PowerShell does before a function runs. @returns what it says where it cannot
func (v *moduleVariant) bind(arguments map[string]any, switches []any) (moduleWish, string) {
	wish := moduleWish{}
	for _, each := range switches {
		name, _ := each.(string)
		arguments[name] = true
	}
	for name, value := range arguments {
		if full, ok := moduleAliases[strings.ToLower(name)]; ok {
			name = full
		}
		known := strings.Fields(v.parameters)
		if !slices.ContainsFunc(known, func(each string) bool { return strings.EqualFold(each, name) }) {
			return nil, "A parameter cannot be found that matches parameter name '" + name + "'."
		}
		wish[strings.ToLower(name)] = value
	}
	for name, set := range moduleSets {
		text, given := wish[name].(string)
		if given && !slices.ContainsFunc(set, func(each string) bool { return strings.EqualFold(each, text) }) {
			return nil, fmt.Sprintf("Cannot validate argument on parameter '%s'. The argument \"%s\" does not belong to the set \"%s\" specified by the ValidateSet attribute.", name, text, strings.Join(set, ","))
		}
	}
	if wish["disklayout"] != nil && wish["vhdpartitionstyle"] != nil {
		return nil, "Parameter set cannot be resolved using the specified named parameters."
	}
	for _, name := range []string{"sourcepath", "disklayout"} {
		if wish[name] == nil && !(name == "disklayout" && wish["vhdpartitionstyle"] != nil) {
			return nil, "Cannot process command because of one or more missing mandatory parameters: " + name + "."
		}
	}
	const megabyte, terabyte = 1 << 20, 1 << 40
	if size := wish.size(); size < 512*megabyte || size > 64*terabyte {
		return nil, fmt.Sprintf("Cannot validate argument on parameter 'SizeBytes'. The %d argument is out of the allowed range.", size)
	}
	return wish, ""
}

// choose an image by index or by a part of its name; numbers count from 1. @returns what the module says where it cannot
func (v *moduleVariant) choose(images []wimImage, edition string) (int, string) {
	index := 0
	if _, err := fmt.Sscanf(edition, "%d", &index); err == nil && fmt.Sprint(index) == edition && (!v.contains || index <= len(images)) {
		if index < 1 || index > len(images) {
			return 0, "The parameter is incorrect."
		}
		return index, ""
	}
	var found []int
	for at, image := range images {
		name, part := strings.ToLower(image.name), strings.ToLower(edition)
		if v.contains && strings.Contains(name, part) || !v.contains && strings.HasSuffix(name, part) {
			found = append(found, at+1)
		}
	}
	switch {
	case len(found) == 1:
		return found[0], ""
	case len(found) == 0 && v.contains:
		return 0, "The filter did not find any WindowsImages (Edition). Choose with -Edition using Name or Index from the list above."
	case len(found) == 0:
		return 0, "Requested windows Image was not found on the WIM file!"
	case v.contains:
		return 0, "There is more than one WindowsImage (Edition) available. Choose with -Edition using Name oder Index from the list above."
	}
	return 0, "There are more than one images that match ImageName filter *" + edition
}

// isPattern says whether PowerShell would take a path for one.
func isPattern(path string) bool { return strings.ContainsAny(path, "[]`*?") }
