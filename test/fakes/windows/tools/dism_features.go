package tools

import (
	"encoding/xml"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"stillframe.test/fakes/windows/hive"
)

// feature of an image: declared by the manifest of a package, its state in the registry.
type feature struct {
	name, owner string
	parents     []string
	state       uint32
}

// mumFile is the manifest of a package.
type mumFile struct {
	Updates []struct {
		Name    string `xml:"name,attr"`
		Parents []struct {
			Name string `xml:"name,attr"`
		} `xml:"applicable>detectUpdate>update"`
	} `xml:"package>update"`
}

// features of the image, by the manifests of its packages.
func (d *dismCall) features() ([]*feature, error) {
	manifests, err := filepath.Glob(filepath.Join(d.file("Windows", "servicing", "Packages"), "*.mum"))
	if err != nil {
		return nil, err
	}
	slices.Sort(manifests)
	var all []*feature
	for _, path := range manifests {
		text, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		var manifest mumFile
		if err := xml.Unmarshal([]byte(strings.TrimPrefix(string(text), "\ufeff")), &manifest); err != nil {
			// The sample media have manifests of components that are filled with anything.
			continue
		}
		owner := strings.TrimSuffix(filepath.Base(path), ".mum")
		for _, update := range manifest.Updates {
			found := &feature{name: update.Name, owner: owner, state: stateStaged}
			for _, parent := range update.Parents {
				found.parents = append(found.parents, parent.Name)
			}
			all = append(all, found)
		}
	}
	keys, err := hive.Read(d.software(), servicingKey+`\Packages`)
	if err != nil {
		return nil, err
	}
	for _, each := range all {
		if state := hive.Find(keys, servicingKey+`\Packages\`+each.owner+`\Updates`, each.name); len(state) == 4 {
			each.state = uint32(state[0])
		}
	}
	return all, nil
}

func dismGetFeatures(d *dismCall) error {
	all, err := d.features()
	if err != nil {
		return err
	}
	var rows [][]string
	for _, each := range all {
		word := map[uint32]string{stateStaged: "Disabled", statePending: "Enable Pending", stateInstalled: "Enabled"}[each.state]
		if each.state == stateStaged && onDisc.MatchString(each.name) {
			word = "Disabled with Payload Removed"
		}
		rows = append(rows, []string{each.name, word})
	}
	d.table("Features listing for package : Microsoft-Windows-Foundation-Package~31bf3856ad364e35~amd64~~"+d.imageVersion(), []string{"Feature Name", "State"}, rows)
	return nil
}

// dismEnableFeature enables one, with those above it when /All is given. In an image that does not run it stays pending until the first start.
func dismEnableFeature(d *dismCall) error {
	all, err := d.features()
	if err != nil {
		return err
	}
	byName := func(name string) *feature {
		for _, each := range all {
			if strings.EqualFold(each.name, name) {
				return each
			}
		}
		return nil
	}
	name := d.options["featurename"]
	wanted := byName(name)
	if wanted == nil {
		return &dismError{cbsUnknownUpdate, "Feature name " + name + " is unknown.\r\nA Windows feature name was not recognized.\r\nUse the /Get-Features option to find the name of the feature in the image and try the command again."}
	}
	enable := []*feature{wanted}
	for index := 0; index < len(enable); index++ {
		for _, parent := range enable[index].parents {
			if above := byName(parent); above != nil && above.state == stateStaged && !slices.Contains(enable, above) {
				enable = append(enable, above)
			}
		}
	}
	if _, withParents := d.options["all"]; !withParents && len(enable) > 1 {
		return &dismError{50, "The feature could not be enabled: its parent feature is disabled.\r\nUse the /all option to enable the parent."}
	}
	var changes []hive.Key
	for _, each := range enable {
		if onDisc.MatchString(each.name) && !d.hasSource() || d.Faults.Happens("feature-source") {
			return &dismError{cbsSourceMissing, "The source files could not be found.\r\nUse the \"Source\" option to specify the location of the files that are required to restore the feature."}
		}
		changes = append(changes, hive.Key{Path: servicingKey + `\Packages\` + each.owner + `\Updates`, Values: []hive.Value{{Name: each.name, Data: hive.Dword(statePending)}}})
	}
	if !d.Faults.Happens("feature-nothing") {
		if err := hive.Change(d.software(), changes); err != nil {
			return err
		}
	}
	d.PrintEnglish("Enabling feature(s)\r\n")
	d.progress(100)
	d.PrintEnglish("\r\n")
	return nil
}

// hasSource says whether the folder of /Source has the files of .NET 3.5.
func (d *dismCall) hasSource() bool {
	path, err := d.Path(d.options["source"])
	if d.options["source"] == "" || err != nil {
		return false
	}
	found, err := filepath.Glob(filepath.Join(path, "[mM]icrosoft-[wW]indows-[nN]et[fF]x3-*"))
	return err == nil && len(found) > 0
}
