package main

import (
	"slices"
	"strings"
	"sync"

	"github.com/vmware/govmomi/simulator"
)

// diskPlace is a disk of a machine, the one of that index among its backings.
type diskPlace struct {
	vm    *simulator.VirtualMachine
	index int
}

// diskPlaces remembers whose the files of disks are, by datacenter and name. Looked for among all machines at each request, the disks of
// a fleet take a time that grows with its square.
type diskPlaces struct {
	mutex sync.Mutex
	known map[string]diskPlace
}

// diskAt finds the VM whose disk has that descriptor or extent, in the datacenter that is named by its whole path.
func (s *storage) diskAt(name, dcPath string) (*simulator.VirtualMachine, int) {
	registry := s.model.Map()
	key := placeKey(dcPath, name)
	s.places.mutex.Lock()
	defer s.places.mutex.Unlock()
	if place, ok := s.places.known[key]; ok && s.isStillAt(registry, place, name, dcPath) {
		return place.vm, place.index
	}
	s.places.known = make(map[string]diskPlace)
	for _, vm := range machines(registry) {
		datacenter := s.datacenterOf(registry, vm)
		for index, backing := range backingsOf(vm) {
			for _, file := range filesOf(backing.FileName) {
				own := placeKey(datacenter, file)
				// Of two that have it, the older one's.
				if _, ok := s.places.known[own]; !ok {
					s.places.known[own] = diskPlace{vm, index}
				}
			}
		}
	}
	place := s.places.known[key]
	return place.vm, place.index
}

// isStillAt: machines go, move, and get other disks.
func (s *storage) isStillAt(registry *simulator.Registry, place diskPlace, name, dcPath string) bool {
	if known, ok := registry.Get(place.vm.Self).(*simulator.VirtualMachine); !ok || known != place.vm {
		return false
	}
	backings := backingsOf(place.vm)
	return place.index < len(backings) && slices.Contains(filesOf(backings[place.index].FileName), name) &&
		s.datacenterOf(registry, place.vm) == dcPath
}

// filesOf lists the descriptor and what extents of it are called.
func filesOf(descriptor string) []string {
	base := strings.TrimSuffix(descriptor, ".vmdk")
	return []string{base + ".vmdk", base + "-flat.vmdk", base + "-000001-sesparse.vmdk", base + "-rdmp.vmdk"}
}

func placeKey(dcPath, name string) string {
	return dcPath + "\n" + name
}
