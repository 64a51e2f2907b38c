package tools

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"stillframe.test/fakes/windows/hive"
)

// States of packages and features as the registry has them, and as DISM words them.
const (
	stateStaged    = 0x40
	statePending   = 0x60
	stateInstalled = 0x70
)

const servicingKey = `Microsoft\Windows\CurrentVersion\Component Based Servicing`

// What CBS answers (CbsMsg.h).
const (
	cbsInvalidPackage  = 0x800F0805
	cbsPending         = 0x800F0806
	cbsUnknownUpdate   = 0x800F080C
	cbsNotApplicable   = 0x800F081E
	cbsSourceMissing   = 0x800F081F
	cbsNewStackNeeded  = 0x800F0823
	psfBaselineMissing = 0x800F0982
	noOperation        = "DISM failed. No operation was performed.\r\nFor more information, review the log file."
)

// dismAddPackage installs an update out of an MSU or CAB file, servicing stack first.
func dismAddPackage(d *dismCall) error {
	given := d.options["packagepath"]
	path, err := d.Path(given)
	if err != nil || !isFile(path) {
		d.PrintEnglish("An error occurred trying to open - " + given + " Error: 0x80070003\r\n")
		return &dismError{3, "The system cannot find the path specified."}
	}
	if d.Faults.Happens("add-package-locked") {
		d.PrintEnglish("An error occurred trying to open - " + given + " Error: 0x80070020\r\n")
		return &dismError{32, "The process cannot access the file because it is being used by another process."}
	}
	packages, err := openUpdate(path)
	if err != nil {
		d.PrintEnglish("An error occurred trying to open - " + given + " Error: 0x80070570\r\n")
		return &dismError{1392, "The file or directory is corrupted and unreadable."}
	}
	if err := d.checkStack(packages[len(packages)-1]); err != nil {
		d.PrintEnglish(fmt.Sprintf("An error occurred - %s Error: %s\r\n", given, codeText(cbsNewStackNeeded)))
		return err
	}
	// What an update builds on is taken from its own folder.
	beside, err := d.checkpoints(path, packages)
	if err != nil {
		return err
	}
	all := append(beside, packages...)
	for index, each := range all {
		d.PrintEnglish(fmt.Sprintf("Processing %d of %d - %s\r\n", index+1, len(all), each.identity()))
		if err := d.install(each); err != nil {
			failed, ok := err.(*dismError)
			if ok {
				d.PrintEnglish(fmt.Sprintf("%s: An error occurred applying the Unattend.xml file from the .msu package.\r\nError: %s\r\n", given, codeText(failed.code)))
			}
			return err
		}
		d.progress(100)
		d.PrintEnglish("\r\n")
	}
	return nil
}

// The update of 2024-09-10 is what those of Server 2025 build on (Microsoft, "Checkpoint cumulative updates").
var checkpointOf = map[int]int{26100: 1742}

// Media that old need a servicing stack of its own first (Microsoft's notes on KB5005112 and KB5005698).
var stackNeeded = map[int]int{14393: 4000, 17763: 2114}

func (d *dismCall) checkpoints(path string, packages []*updatePackage) ([]*updatePackage, error) {
	target := packages[len(packages)-1]
	build, revision := target.build()
	checkpoint, ok := checkpointOf[build]
	_, now := d.buildNow()
	if !ok || !target.isRollup() || revision <= checkpoint || now >= checkpoint {
		return nil, nil
	}
	beside, err := filepath.Glob(filepath.Join(filepath.Dir(path), "*.msu"))
	if err != nil {
		return nil, err
	}
	for _, other := range beside {
		found, err := openUpdate(other)
		if err != nil {
			continue
		}
		last := found[len(found)-1]
		if b, r := last.build(); last.isRollup() && b == build && r == checkpoint {
			return found, nil
		}
	}
	return nil, &dismError{psfBaselineMissing, noOperation}
}

func (d *dismCall) buildNow() (int, int) {
	parts := strings.Split(d.imageVersion(), ".")
	return number(parts[2]), number(parts[3])
}

// checkStack wants the servicing stack that a cumulative update needs, also where it brings a newer one itself.
func (d *dismCall) checkStack(p *updatePackage) error {
	build, _ := p.build()
	stack, err := d.stackRevision()
	if needed := stackNeeded[build]; err == nil && p.isRollup() && stack < needed {
		now, _ := d.buildNow()
		d.logged = append(d.logged, fmt.Sprintf("Error                 CBS    Package \"%s\" requires Servicing Stack v10.0.%d.%d but current Servicing Stack is v10.0.%d.%d. [HRESULT = 0x800f0823 - CBS_E_NEW_SERVICING_STACK_REQUIRED]", p.identity(), build, needed, now, stack))
		return &dismError{cbsNewStackNeeded, noOperation}
	}
	return err
}

func (d *dismCall) install(p *updatePackage) error {
	build, revision := p.build()
	now, level := d.buildNow()
	if p.architecture != "amd64" || build != 0 && build != now {
		return &dismError{cbsNotApplicable, "The specified package is not applicable to this image."}
	}
	if p.isRollup() {
		if revision < level {
			return &dismError{cbsNotApplicable, "The specified package is not applicable to this image."}
		}
	}
	if d.Faults.Happens("add-package-nothing") || d.Faults.Happens(p.kind()+"-nothing") {
		return nil
	}
	return d.record(p, build, revision)
}

// stackRevision of the newest servicing stack in the image.
func (d *dismCall) stackRevision() (int, error) {
	keys, err := hive.Read(d.software(), servicingKey+`\Version`)
	if err != nil {
		return 0, err
	}
	newest := 0
	for _, key := range keys {
		for _, value := range key.Values {
			if parts := strings.Split(value.Name, "."); len(parts) == 4 {
				newest = max(newest, number(parts[3]))
			}
		}
	}
	return newest, nil
}

// record changes what tells the state of an image: its registry and the manifests of its store.
func (d *dismCall) record(p *updatePackage, build, revision int) error {
	state := uint32(stateInstalled)
	if strings.Contains(p.name, "DotNet") {
		state = statePending
	}
	if d.Faults.Happens("add-package-staged") {
		state = stateStaged
	}
	changes := []hive.Key{{Path: servicingKey + `\Packages\` + p.identity(), Values: []hive.Value{
		{Name: "CurrentState", Data: hive.Dword(state)}, {Name: "Visibility", Data: hive.Dword(1)}, {Name: "ReleaseType", Data: hive.Text("Security Update")}}}}
	switch {
	case p.isStack() && build != 0:
		changes = append(changes, hive.Key{Path: servicingKey + `\Version`, Values: []hive.Value{
			{Name: fmt.Sprintf("10.0.%d.%d", build, revision), Data: hive.Text(`C:\Windows\winsxs\amd64_microsoft-windows-servicingstack`)}}})
	case p.isRollup():
		changes = append(changes, hive.Key{Path: currentVersion, Values: []hive.Value{{Name: "UBR", Data: hive.Dword(uint32(revision))}}})
		name := fmt.Sprintf("amd64_microsoft-windows-coreos-revision_31bf3856ad364e35_10.0.%d.%d_none_%016x.manifest", build, revision, revision)
		if err := d.write(p.mum, "Windows", "WinSxS", "Manifests", name); err != nil {
			return err
		}
	}
	// A package of which the store has the manifest counts as installed with DISM, whatever the registry says.
	if !d.Faults.Happens("add-package-half") {
		if err := hive.Change(d.software(), changes); err != nil {
			return err
		}
	}
	return d.write(p.mum, "Windows", "servicing", "Packages", p.identity()+".mum")
}

// write a file of the image, with the folders above it.
func (d *dismCall) write(bytes []byte, names ...string) error {
	path := d.file(names...)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return os.WriteFile(path, bytes, 0o644)
}

// states of all packages that the registry knows.
func (d *dismCall) packageStates() (map[string]uint32, error) {
	keys, err := hive.Read(d.software(), servicingKey+`\Packages`)
	if err != nil {
		return nil, err
	}
	states := map[string]uint32{}
	for _, key := range keys {
		name := strings.TrimPrefix(key.Path, servicingKey+`\Packages\`)
		if state := hive.Find([]hive.Key{key}, key.Path, "CurrentState"); len(state) == 4 && !strings.Contains(name, `\`) {
			states[name] = uint32(state[0])
		}
	}
	return states, nil
}

func dismGetPackages(d *dismCall) error {
	states, err := d.packageStates()
	if err != nil {
		return err
	}
	manifests, err := filepath.Glob(filepath.Join(d.file("Windows", "servicing", "Packages"), "*.mum"))
	if err != nil {
		return err
	}
	words := map[uint32]string{stateStaged: "Staged", statePending: "Install Pending", stateInstalled: "Installed"}
	var rows [][]string
	for _, path := range manifests {
		name := strings.TrimSuffix(filepath.Base(path), ".mum")
		state, known := states[name]
		if !known {
			state = stateInstalled
		}
		rows = append(rows, []string{name, words[state], "Security Update", "11/10/2026 7:00 AM"})
	}
	slices.SortFunc(rows, func(a, b []string) int { return strings.Compare(a[0], b[0]) })
	d.table("Packages listing:", []string{"Package Identity", "State", "Release Type", "Install Time"}, rows)
	return nil
}

// dismCleanup removes nothing: nothing is superseded in a store this small. It knows when it may not.
func dismCleanup(d *dismCall) error {
	if _, ok := d.options["startcomponentcleanup"]; !ok {
		return &dismError{87, "The cleanup-image option is missing a required argument."}
	}
	pending := d.Faults.Happens("pending-actions")
	states, err := d.packageStates()
	if err != nil {
		return err
	}
	for _, state := range states {
		pending = pending || state == statePending
	}
	features, err := d.features()
	if err != nil {
		return err
	}
	for _, feature := range features {
		// What came from a source beside the image waits for the first start as a whole.
		pending = pending || feature.state == statePending && onDisc.MatchString(feature.name)
	}
	if pending {
		return &dismError{cbsPending, "The operation could not be completed due to pending operations."}
	}
	for _, percent := range []float64{5.1, 42, 87.6, 100} {
		d.progress(percent)
	}
	d.PrintEnglish("\r\n")
	return nil
}

var onDisc = regexp.MustCompile(`(?i)^netfx3`)
