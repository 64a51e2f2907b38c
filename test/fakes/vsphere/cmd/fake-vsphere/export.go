package main

import (
	"fmt"
	"net/http"
	"os"
	"path"
	"reflect"
	"time"

	"github.com/vmware/govmomi/object"
	"github.com/vmware/govmomi/simulator"
	"github.com/vmware/govmomi/vim25/methods"
	"github.com/vmware/govmomi/vim25/soap"
	"github.com/vmware/govmomi/vim25/types"
)

// export is a lease under which the disks of a VM are read. The simulator has none (ExportVm).
type export struct {
	*simulator.HttpNfcLease
	storage *storage
	vm      *simulator.VirtualMachine
	// of the session that began it, with which it ends
	session string
}

// ExportVm locks the VM until its lease is given up.
func (m *machine) ExportVm(ctx *simulator.Context, req *types.ExportVm) soap.HasFault {
	taken(ctx, m.Self)
	s := m.world.storage
	refuse := func(text string, fault types.BaseMethodFault) soap.HasFault {
		return &methods.ExportVmBody{Fault_: simulator.Fault(text, fault)}
	}
	if m.Runtime.PowerState != types.VirtualMachinePowerStatePoweredOff {
		return &methods.ExportVmBody{Fault_: m.wrongPower(types.VirtualMachinePowerStatePoweredOff)}
	}
	if fault := m.occupied(); fault != nil {
		return &methods.ExportVmBody{Fault_: fault}
	}
	s.mutex.Lock()
	shape, allowed := s.shapes[m.Name], s.exportTemplates
	s.mutex.Unlock()
	if (m.Config.Template && !allowed) || shape == "unexportable" {
		return refuse("The operation is not supported on the object.", &types.NotSupported{})
	}
	shown := new(simulator.HttpNfcLease)
	shown.State = types.HttpNfcLeaseStateInitializing
	e := &export{HttpNfcLease: shown, storage: s, vm: m.VirtualMachine, session: ctx.Session.Key}
	s.mutex.Lock()
	s.begun++
	shown.Self = types.ManagedObjectReference{Type: "HttpNfcLease", Value: fmt.Sprintf("export-%d", s.begun)}
	s.exports[e.Self.Value] = e
	s.mutex.Unlock()
	ctx.Session.Put(e)
	m.world.mutex.Lock()
	m.world.making[m.Self] = true
	m.world.mutex.Unlock()
	go e.begin(background(ctx))
	return &methods.ExportVmBody{Res: &types.ExportVmResponse{Returnval: e.Self}}
}

func (e *export) begin(ctx *simulator.Context) {
	time.Sleep(e.storage.leaseDelay + 20*time.Millisecond)
	address := e.storage.model.Service.Listen.Host
	if ctx.Map.IsESX() {
		address = "*"
	}
	urls := []types.HttpNfcLeaseDeviceUrl{}
	devices := object.VirtualDeviceList(e.vm.Config.Hardware.Device)
	for index, device := range devices.SelectByType((*types.VirtualDisk)(nil)) {
		d := device.GetVirtualDevice()
		kind, bus := "VirtualController", int32(0)
		if controller, ok := devices.FindByKey(d.ControllerKey).(types.BaseVirtualController); ok {
			kind, bus = reflect.TypeOf(controller).Elem().Name(), controller.GetVirtualController().BusNumber
		}
		name := fmt.Sprintf("disk-%d.vmdk", index)
		unit := int32(0)
		if d.UnitNumber != nil {
			unit = *d.UnitNumber
		}
		urls = append(urls, types.HttpNfcLeaseDeviceUrl{
			Key:  fmt.Sprintf("/%s/%s%d:%d", e.vm.Self.Value, kind, bus, unit),
			Url:  fmt.Sprintf("https://%s/nfc/%s/%s", address, e.Self.Value, name),
			Disk: types.NewBool(true), TargetId: name,
		})
		if host := e.storage.dataHost; host != nil {
			host.describe(&urls[index], "/nfc/"+e.Self.Value+"/"+name)
		}
	}
	ctx.WithLock(e, func() {
		ctx.Update(e, []types.PropertyChange{
			{Name: "info", Val: &types.HttpNfcLeaseInfo{Lease: e.Self, Entity: e.vm.Self, DeviceUrl: urls, LeaseTimeout: 300}},
			{Name: "state", Val: types.HttpNfcLeaseStateReady},
		})
	})
	// It ends with its session, and by itself.
	for until := time.Now().Add(e.storage.leaseTimeout); e.lives(); time.Sleep(100 * time.Millisecond) {
		if time.Now().After(until) || !e.storage.isSession(e.session) {
			e.end()
		}
	}
}

func (e *export) lives() bool {
	e.storage.mutex.Lock()
	defer e.storage.mutex.Unlock()
	return e.storage.exports[e.Self.Value] != nil
}

func (e *export) end() {
	e.storage.mutex.Lock()
	delete(e.storage.exports, e.Self.Value)
	e.storage.mutex.Unlock()
	e.storage.world.mutex.Lock()
	delete(e.storage.making, e.vm.Self)
	e.storage.world.mutex.Unlock()
}

func (e *export) HttpNfcLeaseAbort(ctx *simulator.Context, req *types.HttpNfcLeaseAbort) soap.HasFault {
	e.end()
	return e.HttpNfcLease.HttpNfcLeaseAbort(ctx, req)
}

func (e *export) HttpNfcLeaseComplete(ctx *simulator.Context, req *types.HttpNfcLeaseComplete) soap.HasFault {
	e.end()
	return e.HttpNfcLease.HttpNfcLeaseComplete(ctx, req)
}

// files is where the addresses of leases lead: disks of exports are read, those of imports are sent.
func (s *storage) files(rw http.ResponseWriter, r *http.Request) {
	if r.Method == http.MethodGet {
		s.give(rw, r)
	} else {
		s.receive(rw, r)
	}
}

// give sends a disk of an export as a stream that is made on the way: of no length that is known, and never in parts.
func (s *storage) give(rw http.ResponseWriter, r *http.Request) {
	id, name := path.Base(path.Dir(r.URL.Path)), path.Base(r.URL.Path)
	s.mutex.Lock()
	e := s.exports[id]
	s.mutex.Unlock()
	var index int
	if _, err := fmt.Sscanf(name, "disk-%d.vmdk", &index); err != nil || e == nil || e.State != types.HttpNfcLeaseStateReady {
		http.NotFound(rw, r)
		return
	}
	kept := s.disksOf(e.vm.Self)
	if index >= len(kept) {
		http.NotFound(rw, r)
		return
	}
	if len(kept[index].written) > 0 {
		http.Error(rw, "this double exports no disk that its guest has written to", http.StatusNotImplemented)
		return
	}
	file, err := os.Open(kept[index].Path)
	if err != nil {
		http.Error(rw, err.Error(), http.StatusInternalServerError)
		return
	}
	defer file.Close()
	counted := &counter{ResponseWriter: rw, storage: s, vm: e.vm.Name}
	counted.count(0, 1)
	rw.Header().Set("Content-Type", streamVmdk)
	buffer := make([]byte, 64<<10)
	for {
		n, err := file.Read(buffer)
		if n == 0 && err != nil {
			return
		}
		if _, err := counted.Write(buffer[:n]); err != nil {
			return
		}
	}
}
