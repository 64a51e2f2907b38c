package main

import (
	"fmt"
	"log"
	"net/url"
	"path"
	"slices"
	"time"

	"github.com/vmware/govmomi/simulator"
	"github.com/vmware/govmomi/vim25/methods"
	"github.com/vmware/govmomi/vim25/soap"
	"github.com/vmware/govmomi/vim25/types"
)

// pool gives out leases that live and die as the real ones do.
type pool struct {
	*simulator.ResourcePool
	world *world
}

func (p *pool) ImportVApp(ctx *simulator.Context, req *types.ImportVApp) soap.HasFault {
	taken(ctx, p.Self)
	if fault := refuseHost(ctx.Map, &p.Self, req.Host, "host"); fault != nil {
		return &methods.ImportVAppBody{Fault_: fault}
	}
	if spec, ok := req.Spec.(*types.VirtualMachineImportSpec); ok {
		if fault := refuseCards(ctx.Map, spec.ConfigSpec.DeviceChange); fault != nil {
			return &methods.ImportVAppBody{Fault_: fault}
		}
		if fault := refuseName(ctx, spec.ConfigSpec.Name, req.Folder, types.ManagedObjectReference{}); fault != nil {
			return &methods.ImportVAppBody{Fault_: fault}
		}
		spec.ConfigSpec.Name = asStored(spec.ConfigSpec.Name)
	}
	res := p.ResourcePool.ImportVApp(ctx, req)
	body, ok := res.(*methods.ImportVAppBody)
	if !ok || body.Res == nil {
		return res
	}
	inner := ctx.Session.Get(body.Res.Returnval).(*simulator.HttpNfcLease)
	// What is seen of the lease, as it gets ready later than the simulator's. It has a name of its own: who waits
	// for updates of a name (govc does) would hear from the simulator's that it is ready, and be refused by this one.
	shown := new(simulator.HttpNfcLease)
	shown.State = types.HttpNfcLeaseStateInitializing
	l := &lease{HttpNfcLease: shown, world: p.world, touched: time.Now(), sums: make(map[string]*received)}
	p.world.mutex.Lock()
	p.world.begun++
	if spec, ok := req.Spec.(*types.VirtualMachineImportSpec); ok {
		l.from = p.world.deploys[spec.ConfigSpec.Name]
	}
	shown.Self = types.ManagedObjectReference{Type: "HttpNfcLease", Value: fmt.Sprintf("lease-%d", p.world.begun)}
	p.world.leases[shown.Self.Value] = l
	p.world.mutex.Unlock()
	l.ctx = background(ctx)
	ctx.Session.Put(l)
	go l.begin(l.ctx, inner)
	body.Res.Returnval = shown.Self
	return res
}

// begin makes the VM at once and the lease ready after a while.
func (l *lease) begin(ctx *simulator.Context, inner *simulator.HttpNfcLease) {
	state, info, fault := settled(ctx, inner)
	inner.HttpNfcLeaseAbort(ctx, &types.HttpNfcLeaseAbort{This: inner.Self})
	// Whoever aborts a lease before it is ready gets no VM removed.
	if info != nil && !l.take(ctx, info.Entity) {
		return
	}
	time.Sleep(l.world.leaseDelay)
	changes := []types.PropertyChange{{Name: "state", Val: state}}
	if info != nil {
		changes = append(changes, types.PropertyChange{Name: "info", Val: l.own(info)})
	}
	if fault != nil {
		changes = append(changes, types.PropertyChange{Name: "error", Val: fault})
	}
	ctx.WithLock(l, func() { ctx.Update(l, changes) })
	l.touch()
	l.watch(ctx)
}

// settled waits for the simulator's lease, whose fields are written one after the other under its lock.
func settled(ctx *simulator.Context, inner *simulator.HttpNfcLease) (state types.HttpNfcLeaseState, info *types.HttpNfcLeaseInfo, fault *types.LocalizedMethodFault) {
	for {
		ctx.WithLock(inner, func() { state, info, fault = inner.State, inner.Info, inner.Error })
		if state != types.HttpNfcLeaseStateInitializing {
			return state, info, fault
		}
		time.Sleep(5 * time.Millisecond)
	}
}

// own is what the lease says of itself: its own name, and addresses under it.
func (l *lease) own(info *types.HttpNfcLeaseInfo) *types.HttpNfcLeaseInfo {
	mine := *info
	mine.Lease = l.Self
	mine.DeviceUrl = slices.Clone(info.DeviceUrl)
	for i := range mine.DeviceUrl {
		device := &mine.DeviceUrl[i]
		u, err := url.Parse(device.Url)
		if err != nil {
			log.Fatal(err)
		}
		u.Path = path.Join("/nfc", l.Self.Value, device.TargetId)
		device.Url = u.String()
		if host := l.world.dataHost; host != nil {
			host.describe(device, u.Path)
		}
	}
	return &mine
}

// take locks the VM that the lease makes; false when the lease has ended already.
func (l *lease) take(ctx *simulator.Context, entity types.ManagedObjectReference) bool {
	l.world.mutex.Lock()
	if l.ended {
		l.world.mutex.Unlock()
		return false
	}
	l.entity = entity
	l.world.making[entity] = true
	l.world.mutex.Unlock()
	disable(ctx, entity, []string{"Destroy_Task", "Rename_Task", "ReconfigVM_Task", "PowerOnVM_Task", "MarkAsTemplate", "CloneVM_Task"})
	return true
}

// disable says which methods of a VM nobody may call now.
func disable(ctx *simulator.Context, entity types.ManagedObjectReference, methods []string) {
	vm, ok := ctx.Map.Get(entity).(*simulator.VirtualMachine)
	if !ok {
		return
	}
	ctx.WithLock(vm, func() { ctx.Update(vm, []types.PropertyChange{{Name: "disabledMethod", Val: methods}}) })
}

// lease is an import under way. Without progress or data for the time-out it dies and takes the half VM with it.
type lease struct {
	*simulator.HttpNfcLease
	world   *world
	ctx     *simulator.Context
	entity  types.ManagedObjectReference
	touched time.Time
	ended   bool
	sums    map[string]*received
	// files of the library item whose disks it gets; nil: they are sent
	from map[string]string
}

func (l *lease) touch() {
	l.world.mutex.Lock()
	l.touched = time.Now()
	l.world.mutex.Unlock()
}

func (l *lease) watch(ctx *simulator.Context) {
	for {
		time.Sleep(50 * time.Millisecond)
		l.world.mutex.Lock()
		ended, silent := l.ended, time.Since(l.touched)
		l.world.mutex.Unlock()
		if ended {
			return
		}
		if silent > l.world.leaseTimeout {
			l.runOut(ctx)
			return
		}
	}
}

// runOut ends the lease as its time-out does.
func (l *lease) runOut(ctx *simulator.Context) {
	l.end(ctx)
	l.removeVM(ctx)
	ctx.WithLock(l, func() {
		ctx.Update(l, []types.PropertyChange{
			{Name: "state", Val: types.HttpNfcLeaseStateError},
			{Name: "error", Val: &types.LocalizedMethodFault{Fault: &types.Timedout{}, LocalizedMessage: timedOut}},
		})
	})
}

// expireLease has the lease run out now, as if nothing had been heard of it for its time-out.
func (w *world) expireLease(id string) {
	w.mutex.Lock()
	l := w.leases[id]
	w.mutex.Unlock()
	if l != nil {
		l.runOut(l.ctx)
	}
}

func (l *lease) end(ctx *simulator.Context) {
	l.world.mutex.Lock()
	l.ended = true
	entity := l.entity
	delete(l.world.leases, l.Self.Value)
	delete(l.world.making, entity)
	l.world.mutex.Unlock()
	disable(ctx, entity, []string{})
}

func (l *lease) removeVM(ctx *simulator.Context) {
	if l.Info == nil {
		return
	}
	vm, ok := ctx.Map.Get(l.Info.Entity).(*simulator.VirtualMachine)
	if !ok {
		return
	}
	l.world.mutex.Lock()
	delete(l.world.disks, vm.Self)
	l.world.mutex.Unlock()
	bg := background(ctx)
	bg.Map.WithLock(bg, vm, func() { vm.DestroyTask(bg, &types.Destroy_Task{This: vm.Self}) })
}

const timedOut = "Operation timed out."

// late is the fault of whoever calls a lease that has run out; nil when it has not.
func (l *lease) late() *soap.Fault {
	if l.State != types.HttpNfcLeaseStateError {
		return nil
	}
	return simulator.Fault(timedOut, &types.Timedout{})
}

func (l *lease) HttpNfcLeaseProgress(ctx *simulator.Context, req *types.HttpNfcLeaseProgress) soap.HasFault {
	if fault := l.late(); fault != nil {
		return &methods.HttpNfcLeaseProgressBody{Fault_: fault}
	}
	l.touch()
	return l.HttpNfcLease.HttpNfcLeaseProgress(ctx, req)
}

// early is the fault of whoever asks a lease that is not ready for its files, or calls it whole (vim25 HttpNfcLease); nil once it is.
func (l *lease) early(ctx *simulator.Context) (fault *soap.Fault) {
	ctx.WithLock(l, func() {
		if l.State == types.HttpNfcLeaseStateInitializing {
			fault = simulator.Fault("The operation is not allowed in the current state.", &types.InvalidState{})
		}
	})
	return fault
}

func (l *lease) HttpNfcLeaseComplete(ctx *simulator.Context, req *types.HttpNfcLeaseComplete) soap.HasFault {
	if fault := l.early(ctx); fault != nil {
		return &methods.HttpNfcLeaseCompleteBody{Fault_: fault}
	}
	if fault := l.late(); fault != nil {
		return &methods.HttpNfcLeaseCompleteBody{Fault_: fault}
	}
	if l.from != nil {
		if err := l.fill(); err != nil {
			l.end(ctx)
			l.removeVM(ctx)
			return &methods.HttpNfcLeaseCompleteBody{Fault_: simulator.Fault(err.Error(), &types.OvfImportFailed{})}
		}
	}
	for _, device := range l.Info.DeviceUrl {
		if device.Disk != nil && *device.Disk && l.sums[device.TargetId] == nil {
			return &methods.HttpNfcLeaseCompleteBody{Fault_: simulator.Fault("The disk "+device.TargetId+" was never uploaded.", &types.InvalidState{})}
		}
	}
	l.end(ctx)
	return l.HttpNfcLease.HttpNfcLeaseComplete(ctx, req)
}

func (l *lease) HttpNfcLeaseAbort(ctx *simulator.Context, req *types.HttpNfcLeaseAbort) soap.HasFault {
	l.end(ctx)
	l.removeVM(ctx)
	return l.HttpNfcLease.HttpNfcLeaseAbort(ctx, req)
}

func (l *lease) HttpNfcLeaseGetManifest(ctx *simulator.Context, _ *types.HttpNfcLeaseGetManifest) soap.HasFault {
	if fault := l.early(ctx); fault != nil {
		return &methods.HttpNfcLeaseGetManifestBody{Fault_: fault}
	}
	if fault := l.late(); fault != nil {
		return &methods.HttpNfcLeaseGetManifestBody{Fault_: fault}
	}
	entries := []types.HttpNfcLeaseManifestEntry{}
	for _, device := range l.Info.DeviceUrl {
		if r := l.sums[device.TargetId]; r != nil {
			entries = append(entries, types.HttpNfcLeaseManifestEntry{
				Key: device.Key, Sha1: r.sha1, Size: r.size, Disk: true,
				Checksum: r.sha256, ChecksumType: string(types.HttpNfcLeaseManifestEntryChecksumTypeSha256),
			})
		}
	}
	return &methods.HttpNfcLeaseGetManifestBody{Res: &types.HttpNfcLeaseGetManifestResponse{Returnval: entries}}
}
