package tools

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"stillframe.test/fakes/windows/hive"
)

const driverRefused = "The driver package could not be installed.\r\nFor more information, check for log files in the <windir>\\inf folder of the target image."

// dismAddDriver puts driver packages into the store of the image.
func dismAddDriver(d *dismCall) error {
	given := d.options["driver"]
	path, err := d.Path(given)
	if err != nil || !exists(path) {
		return &dismError{2, "The system cannot find the file specified."}
	}
	infs := []string{path}
	if !isFile(path) {
		if infs, err = filepath.Glob(filepath.Join(path, "*.[iI][nN][fF]")); err != nil {
			return err
		}
	}
	if len(infs) == 0 {
		return &dismError{2, "The specified path does not contain any driver packages."}
	}
	d.PrintEnglish(fmt.Sprintf("Searching for driver packages to install...\r\nFound %d driver package(s) to install.\r\n", len(infs)))
	for index, inf := range infs {
		d.PrintEnglish(fmt.Sprintf("Installing %d of %d - %s: ", index+1, len(infs), given))
		if d.Faults.Happens("add-driver-nothing") {
			d.PrintEnglish("The driver package was successfully installed.\r\n")
			continue
		}
		if err := d.addDriver(inf); err != nil {
			if _, ok := err.(*dismError); ok {
				d.PrintEnglish("\r\nError - An error occurred. " + driverRefused + "\r\n")
			}
			return err
		}
		d.PrintEnglish("The driver package was successfully installed.\r\n")
	}
	return nil
}

func (d *dismCall) addDriver(path string) error {
	inf, err := readInf(path)
	if err != nil {
		return err
	}
	if len(inf.devices()) == 0 {
		// SPAPI_E_WRONG_INF_TYPE
		return &dismError{0xE0000100, driverRefused}
	}
	_, forced := d.options["forceunsigned"]
	catalog := inf.catalog()
	if catalog == "" && !forced {
		// No catalog, no signature: CRYPT_E_NOT_FOUND in setupapi's words.
		return &dismError{0xE000022F, driverRefused}
	}
	folder, names := filepath.Dir(path), inf.files()
	if catalog != "" {
		names = append(names, catalog)
	}
	for _, name := range names {
		if !isFile(find(folder, name)) {
			return &dismError{2, driverRefused}
		}
	}
	base := strings.ToLower(filepath.Base(path))
	content, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	digest := sha256.Sum256(content)
	label := base + "_amd64_" + hex.EncodeToString(digest[:8])
	published, err := d.publishedName(label)
	if err != nil {
		return err
	}
	for _, name := range append(names, filepath.Base(path)) {
		bytes, err := os.ReadFile(find(folder, name))
		if err != nil {
			return err
		}
		if err := d.write(bytes, "Windows", "System32", "DriverStore", "FileRepository", label, name); err != nil {
			return err
		}
	}
	if err := d.write(content, "Windows", "INF", published); err != nil {
		return err
	}
	return d.register(inf, base, label, published)
}

const driverFiles = `DriverDatabase\DriverInfFiles`

// publishedName is oemN.inf: the one it has already, else the first that neither the driver database nor the folder of INF files has.
func (d *dismCall) publishedName(label string) (string, error) {
	names, err := d.publishedDrivers()
	if err != nil {
		return "", err
	}
	for name, its := range names {
		if its == label {
			return name, nil
		}
	}
	for n := 0; ; n++ {
		if name := fmt.Sprintf("oem%d.inf", n); names[name] == "" && !isFile(d.file("Windows", "INF", name)) {
			return name, nil
		}
	}
}

// publishedDrivers are those that did not come with Windows, and the folder of each in the store.
func (d *dismCall) publishedDrivers() (map[string]string, error) {
	keys, err := hive.Read(d.system(), driverFiles)
	if err != nil {
		return nil, err
	}
	names := map[string]string{}
	for _, key := range keys {
		name := strings.ToLower(key.Path[strings.LastIndex(key.Path, `\`)+1:])
		if strings.HasPrefix(name, "oem") {
			names[name] = hive.FromUTF16(hive.Find([]hive.Key{key}, key.Path, "Active"))
		}
	}
	return names, nil
}

// register the package in the driver database; what Windows starts from becomes a service at once, with its file.
func (d *dismCall) register(inf *infFile, base, label, published string) error {
	devices := inf.devices()
	changes := []hive.Key{
		{Path: driverFiles + `\` + published, Values: []hive.Value{{Data: hive.Texts(label)}, {Name: "Active", Data: hive.Text(label)}, {Name: "Configurations", Data: hive.Texts(devices[0].section)}}},
		{Path: `DriverDatabase\DriverPackages\` + label, Values: []hive.Value{{Data: hive.Text(published)}, {Name: "InfName", Data: hive.Text(base)}, {Name: "Provider", Data: hive.Text(inf.value("Version", "Provider"))}}},
	}
	changes = append(changes, inf.deviceKeys(`DriverDatabase\DriverPackages\`+label, published)...)
	service := inf.service(devices[0].section)
	if service != nil && service.start == 0 {
		bytes, err := os.ReadFile(d.file("Windows", "System32", "DriverStore", "FileRepository", label, service.binary))
		if err != nil {
			return err
		}
		if err := d.write(bytes, "Windows", "System32", "drivers", service.binary); err != nil {
			return err
		}
		changes = append(changes, hive.Key{Path: `ControlSet001\Services\` + service.name, Values: []hive.Value{
			{Name: "Start", Data: hive.Dword(0)}, {Name: "Type", Data: hive.Dword(1)}, {Name: "ErrorControl", Data: hive.Dword(1)},
			{Name: "Group", Data: hive.Text(service.group)}, {Name: "ImagePath", Data: hive.Expand(`System32\drivers\` + service.binary)}, {Name: "Owners", Data: hive.Texts(published)}}})
	}
	return hive.Change(d.system(), changes)
}

// deviceKeys lead from each device to its package, and in the package on to the service: by them Windows finds the driver of its disk before it has any.
func (f *infFile) deviceKeys(pack, published string) []hive.Key {
	var keys []hive.Key
	for _, device := range f.devices() {
		keys = append(keys,
			hive.Key{Path: `DriverDatabase\DeviceIds\` + device.id, Values: []hive.Value{{Name: published, Data: hive.Binary([]byte{1, 0xff, 0, 0})}}},
			hive.Key{Path: pack + `\Descriptors\` + device.id, Values: []hive.Value{{Name: "Configuration", Data: hive.Text(device.section)}}})
		if service := f.service(device.section); service != nil {
			keys = append(keys, hive.Key{Path: pack + `\Configurations\` + device.section, Values: []hive.Value{
				{Name: "ConfigFlags", Data: hive.Dword(0)}, {Name: "Service", Data: hive.Text(service.name)}}})
		}
	}
	return keys
}

func (d *dismCall) storedInf(label string) (string, *infFile, error) {
	base, _, _ := strings.Cut(label, "_amd64_")
	inf, err := readInf(d.file("Windows", "System32", "DriverStore", "FileRepository", label, base))
	return base, inf, err
}

func dismGetDrivers(d *dismCall) error {
	names, err := d.publishedDrivers()
	if err != nil {
		return err
	}
	var rows [][]string
	for published, label := range names {
		base, inf, err := d.storedInf(label)
		if err != nil {
			return err
		}
		date, version, _ := strings.Cut(inf.value("Version", "DriverVer"), ",")
		rows = append(rows, []string{published, base, "No", inf.value("Version", "Class"), inf.value("Version", "Provider"), strings.TrimSpace(date), strings.TrimSpace(version)})
	}
	slices.SortFunc(rows, func(a, b []string) int { return strings.Compare(a[0], b[0]) })
	d.PrintEnglish("Obtaining list of 3rd party drivers from the driver store...\r\n\r\n")
	d.table("Driver packages listing:", []string{"Published Name", "Original File Name", "Inbox", "Class Name", "Provider Name", "Date", "Version"}, rows)
	return nil
}

func dismDriverInfo(d *dismCall) error {
	names, err := d.publishedDrivers()
	if err != nil {
		return err
	}
	published := strings.ToLower(d.options["driver"])
	label, ok := names[published]
	if !ok {
		return &dismError{2, "The driver " + published + " was not found in the driver store of the image."}
	}
	base, inf, err := d.storedInf(label)
	if err != nil {
		return err
	}
	date, version, _ := strings.Cut(inf.value("Version", "DriverVer"), ",")
	critical := "No"
	if service := inf.service(inf.devices()[0].section); service != nil && service.start == 0 {
		critical = "Yes"
	}
	d.PrintEnglish("Driver package information:\r\n\r\nPublished Name : " + published + "\r\nDriver Store Path : " + d.options["image"] + `Windows\System32\DriverStore\FileRepository\` + label + `\` + base +
		"\r\nClass Name : " + inf.value("Version", "Class") + "\r\nClass GUID : " + inf.value("Version", "ClassGuid") + "\r\nDate : " + strings.TrimSpace(date) + "\r\nVersion : " + strings.TrimSpace(version) +
		"\r\nBoot Critical : " + critical + "\r\n\r\n")
	return nil
}
