package tools

import (
	"crypto/rand"
	"fmt"
	"strings"
	"sync/atomic"

	"stillframe.test/fakes/windows/disks"
)

// The states of a machine that it can have here, as Hyper-V calls them.
const (
	stateOff     = "Off"
	stateRunning = "Running"
	statePaused  = "PausedCritical"
)

// virtualSwitch is the only one.
const virtualSwitch = "Lab Schalter"

// HyperV is what the machine knows of its virtual machines. Whoever uses it holds the lock of the disks.
type HyperV struct {
	// Judge is the program that says what becomes of a machine that starts from a disk.
	Judge    string
	machines []*virtualMachine
}

// virtualMachine of generation 2.
type virtualMachine struct {
	id, name string
	// folder of its files, as Windows has it.
	folder     string
	secureBoot bool
	// disk is the path of its image as Windows has it, path as this machine does.
	disk, path string
	state      string
	heartbeat  string
	attached   *disks.Disk
	// status is what its guest has told, seen what its host has answered.
	status, seen string
	// password of Administrator, once its Windows is up.
	password string
	// gone is set when it is to be turned off; ended is closed when nobody plays its guest any more.
	gone  atomic.Bool
	ended chan struct{}
}

func (h *HyperV) names() []string {
	names := []string{}
	for _, each := range h.machines {
		names = append(names, each.name)
	}
	return names
}

// byID is nil when there is none.
func (h *HyperV) byID(id string) *virtualMachine {
	for _, each := range h.machines {
		if strings.EqualFold(each.id, id) {
			return each
		}
	}
	return nil
}

// uses tells whether a machine that is on has an image.
func (h *HyperV) uses(path string) bool {
	for _, each := range h.machines {
		if each.path == path && each.state != stateOff {
			return true
		}
	}
	return false
}

func (h *HyperV) add(machine *virtualMachine) {
	random := make([]byte, 16)
	rand.Read(random)
	machine.id = fmt.Sprintf("%x-%x-%x-%x-%x", random[:4], random[4:6], random[6:8], random[8:10], random[10:])
	machine.state = stateOff
	h.machines = append(h.machines, machine)
}

func (h *HyperV) forget(machine *virtualMachine) {
	left := h.machines[:0]
	for _, each := range h.machines {
		if each != machine {
			left = append(left, each)
		}
	}
	h.machines = left
}

// turnOff pulls the plug: what its guest has written so far is on its disk.
func (c *Call) turnOff(machine *virtualMachine) error {
	if machine.ended != nil {
		machine.gone.Store(true)
		c.Disks.Unlock()
		<-machine.ended
		c.Disks.Lock()
	}
	machine.state = stateOff
	if machine.attached == nil {
		return nil
	}
	disk := machine.attached
	machine.attached = nil
	return c.Disks.Detach(disk)
}
