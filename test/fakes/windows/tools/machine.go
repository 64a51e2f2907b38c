package tools

import (
	"fmt"

	"stillframe.test/fakes/windows/disks"
	"stillframe.test/fakes/windows/faults"
	"stillframe.test/fakes/windows/language"
	"stillframe.test/fakes/windows/wine"
)

// Machine is the Windows that all tools work on.
type Machine struct {
	Windows *wine.Wine
	Disks   *disks.Disks
	Faults  *faults.Faults
	Hives   *Hives
	HyperV  *HyperV
	// Module is the variant of Convert-WindowsImage that is installed; "none" for none.
	Module string
	// Language of its tools.
	Language *language.Language
}

// State is what is left of a run on the machine, for a test that wants nothing left.
type State struct {
	Disks   []string `json:"disks"`
	Images  []string `json:"images"`
	Hives   []string `json:"hives"`
	Letters []string `json:"letters"`
	Faults  []string `json:"faults"`
	// Machines of Hyper-V, by their names.
	Machines []string `json:"machines"`
}

// State of the machine; paths are this machine's own.
func (m *Machine) State() State {
	m.Disks.Lock()
	defer m.Disks.Unlock()
	state := State{Disks: []string{}, Images: []string{}, Hives: m.Hives.names(), Letters: m.Disks.Letters(), Faults: m.Faults.Left(), Machines: m.HyperV.names()}
	for _, disk := range m.Disks.All() {
		state.Disks = append(state.Disks, disk.Image)
	}
	for _, image := range m.Disks.Images() {
		state.Images = append(state.Images, image.Path)
	}
	return state
}

// Install puts a variant of Convert-WindowsImage in the place of the one that is there.
func (m *Machine) Install(name string) error {
	if _, known := moduleVariants[name]; !known {
		return fmt.Errorf("there is no variant %q of Convert-WindowsImage", name)
	}
	m.Module = name
	return nil
}
