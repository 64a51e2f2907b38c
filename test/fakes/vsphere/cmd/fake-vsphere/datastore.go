package main

import (
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"net/http"
	"path"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/vmware/govmomi/simulator"
	"github.com/vmware/govmomi/vim25/mo"
	"github.com/vmware/govmomi/vim25/soap"
	"github.com/vmware/govmomi/vim25/types"

	"stillframe.test/fakes/vsphere/overlay"
	"stillframe.test/fakes/vsphere/vmdk"
)

// storage is how the files of disks look from outside, and what was read of them.
type storage struct {
	*world
	mutex sync.Mutex
	// how a test wants the disks of a VM, by its name: a kind of shapes
	shapes map[string]string
	// bytes that were sent of the files of each VM, by its name, and requests for them
	sent map[string]*traffic
	// open disks by the path of the upload: a request must not walk the whole stream again
	opened map[string]*vmdk.Disk
	// where the disks are that were asked for
	places diskPlaces
	// exports under way
	exports map[string]*export
	begun   int
	// exportTemplates: ExportVm takes a template, which the real one is said not to (pyvmomi-community-samples issue 706)
	exportTemplates bool
}

func newStorage(w *world) *storage {
	return &storage{
		world: w, shapes: make(map[string]string), sent: make(map[string]*traffic),
		opened: make(map[string]*vmdk.Disk), exports: make(map[string]*export),
	}
}

// shapes are what disks of real datastores look like; the empty one is a thin disk on VMFS.
var shapes = map[string]bool{
	"": true, "delta": true, "rdm": true, "vsan": true, "encrypted": true, "missing": true, "forbidden": true,
	"unauthorized": true, "whole": true, "shifted": true, "unexportable": true,
}

// setShape: {"vm": name, "as": shape, "exportTemplates": bool}; a GET tells what was sent and which exports are under way.
func (s *storage) setShape(rw http.ResponseWriter, r *http.Request) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if r.Method == http.MethodGet {
		exports := slices.AppendSeq([]string{}, maps.Keys(s.exports))
		slices.Sort(exports)
		writeJSON(rw, map[string]any{"sent": s.sent, "exports": exports})
		return
	}
	var wanted struct {
		VM              string `json:"vm"`
		As              string `json:"as"`
		ExportTemplates *bool  `json:"exportTemplates"`
	}
	if err := json.NewDecoder(r.Body).Decode(&wanted); err != nil || !shapes[wanted.As] {
		http.Error(rw, fmt.Sprintf("no such shape: %v %v", wanted, err), http.StatusBadRequest)
		return
	}
	if wanted.ExportTemplates != nil {
		s.exportTemplates = *wanted.ExportTemplates
	}
	if wanted.VM == "" {
		return
	}
	s.shapes[wanted.VM] = wanted.As
	if wanted.As == "encrypted" {
		s.encrypt(wanted.VM)
	}
}

// encrypt gives the disks of a VM the key by which vSphere shows that they are encrypted.
func (s *storage) encrypt(name string) {
	ctx := s.model.Service.Context
	for _, vm := range machines(ctx.Map) {
		if vm.Name != name {
			continue
		}
		key := &types.CryptoKeyId{KeyId: "key-1", ProviderId: &types.KeyProviderId{Id: "provider"}}
		ctx.Map.WithLock(ctx, vm, func() {
			vm.Config.KeyId = key
			for _, backing := range backingsOf(vm) {
				backing.KeyId = key
			}
		})
	}
}

func backingsOf(vm *simulator.VirtualMachine) []*types.VirtualDiskFlatVer2BackingInfo {
	all := []*types.VirtualDiskFlatVer2BackingInfo{}
	for _, device := range vm.Config.Hardware.Device {
		disk, ok := device.(*types.VirtualDisk)
		if !ok {
			continue
		}
		if backing, ok := disk.Backing.(*types.VirtualDiskFlatVer2BackingInfo); ok {
			all = append(all, backing)
		}
	}
	return all
}

// serve stands before the simulator's own datastore, which has no content for disks.
func (s *storage) serve(next http.Handler) http.Handler {
	return http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		file, found := strings.CutPrefix(r.URL.Path, "/folder/")
		if !found || !strings.HasSuffix(file, ".vmdk") || (r.Method != http.MethodGet && r.Method != http.MethodHead) {
			next.ServeHTTP(rw, r)
			return
		}
		if !s.isLoggedIn(r) {
			rw.Header().Set("WWW-Authenticate", `Basic realm="VMware HTTP server"`)
			http.Error(rw, "", http.StatusUnauthorized)
			return
		}
		query := r.URL.Query()
		vm, index := s.diskAt("["+query.Get("dsName")+"] "+file, query.Get("dcPath"))
		if vm == nil {
			next.ServeHTTP(rw, r)
			return
		}
		s.serveDisk(rw, r, vm, index, file)
	})
}

// isLoggedIn asks the simulator for its sessions, as it does for a call.
func (s *storage) isLoggedIn(r *http.Request) bool {
	cookie, err := r.Cookie(soap.SessionCookieName)
	if err != nil {
		return false
	}
	return s.isSession(cookie.Value)
}

func (s *storage) isSession(key string) bool {
	registry := s.model.Map()
	view := simulator.Session{Registry: simulator.NewRegistry(), Map: registry}
	manager := view.Get(registry.SessionManager().Self).(*simulator.SessionManager)
	for _, session := range manager.SessionList {
		if session.Key == key {
			return true
		}
	}
	return false
}

func (s *storage) datacenterOf(registry *simulator.Registry, vm *simulator.VirtualMachine) string {
	names := []string{}
	below := false
	for at := vm.Parent; at != nil; {
		item := registry.Get(*at).(mo.Entity).Entity()
		if at.Type == "Datacenter" {
			below = true
		}
		// The root folder is in no path.
		if below && item.Parent != nil {
			names = append([]string{item.Name}, names...)
		}
		at = item.Parent
	}
	return strings.Join(names, "/")
}

func (s *storage) serveDisk(rw http.ResponseWriter, r *http.Request, vm *simulator.VirtualMachine, index int, file string) {
	s.mutex.Lock()
	shape := s.shapes[vm.Name]
	s.mutex.Unlock()
	switch shape {
	case "forbidden":
		http.Error(rw, "", http.StatusForbidden)
		return
	case "unauthorized":
		http.Error(rw, "", http.StatusUnauthorized)
		return
	}
	backing := backingsOf(vm)[index]
	counted := &counter{ResponseWriter: rw, storage: s, vm: vm.Name}
	counted.count(0, 1)
	own := strings.TrimSuffix(path.Base(backing.FileName), ".vmdk")
	disk := s.contentOf(vm, index)
	if disk == nil {
		http.NotFound(rw, r)
		return
	}
	if path.Base(file) == own+".vmdk" {
		text := descriptorOf(own, disk.Size(), shape)
		http.ServeContent(counted, r, "", time.Time{}, strings.NewReader(text))
		return
	}
	plain := path.Base(file) == own+"-flat.vmdk"
	if shape == "missing" || !plain || shape == "delta" || shape == "rdm" || shape == "vsan" {
		http.NotFound(rw, r)
		return
	}
	rw.Header().Set("Content-Type", "application/octet-stream")
	switch shape {
	case "whole":
		r.Header.Del("Range")
	case "shifted":
		// A proxy that keeps parts by their length alone.
		r.Header.Set("Range", "bytes=512-66047")
	}
	var reader io.ReaderAt = disk
	if shape == "encrypted" {
		reader = noise{}
	}
	http.ServeContent(counted, r, "", time.Time{}, io.NewSectionReader(reader, 0, disk.Size()))
}

// contentOf is the disk as its guest has left it; nil when none was uploaded.
func (s *storage) contentOf(vm *simulator.VirtualMachine, index int) *overlay.Disk {
	kept := s.disksOf(vm.Self)
	if index >= len(kept) {
		return nil
	}
	disk, err := s.open(kept[index])
	if err != nil {
		return nil
	}
	return disk
}

// open gives a disk that can be written: what is written has to be kept by whoever writes it.
func (s *storage) open(kept keptDisk) (*overlay.Disk, error) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	disk := s.opened[kept.Path]
	if disk == nil {
		var err error
		if disk, err = vmdk.Open(kept.Path); err != nil {
			return nil, err
		}
		s.opened[kept.Path] = disk
	}
	return overlay.New(disk, disk.Size, kept.written), nil
}
