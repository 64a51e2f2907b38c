package main

import (
	"crypto/sha1"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/vmware/govmomi/ovf"
	"github.com/vmware/govmomi/simulator"
	"github.com/vmware/govmomi/vim25/methods"
	"github.com/vmware/govmomi/vim25/soap"
	"github.com/vmware/govmomi/vim25/types"

	"stillframe.test/fakes/vsphere/gpt"
	"stillframe.test/fakes/vsphere/guest"
	"stillframe.test/fakes/vsphere/vmdk"
)

// ovfManager applies what the simulator ignores of a descriptor: vmw:Config and vmw:ExtraConfig.
type ovfManager struct {
	*simulator.OvfManager
	world *world
}

func (m *ovfManager) CreateImportSpec(ctx *simulator.Context, req *types.CreateImportSpec) soap.HasFault {
	taken(ctx, m.Self)
	res := m.OvfManager.CreateImportSpec(ctx, req)
	body, ok := res.(*methods.CreateImportSpecBody)
	if !ok || body.Res == nil {
		return res
	}
	envelope, err := ovf.Unmarshal(strings.NewReader(req.OvfDescriptor))
	if err != nil {
		return res
	}
	spec, ok := body.Res.Returnval.ImportSpec.(*types.VirtualMachineImportSpec)
	if !ok {
		return res
	}
	if os := envelope.VirtualSystem.OperatingSystem; os != nil && os.OSType != nil && !knownGuest(*os.OSType) {
		// What vCenter does with an id that its hosts do not know (govmomi #1990; the text is ovftool's).
		spec.ConfigSpec.GuestId = string(types.VirtualMachineGuestOsIdentifierOtherGuest)
		body.Res.Returnval.Warning = append(body.Res.Returnval.Warning, types.LocalizedMethodFault{
			Fault:            &types.OvfMappedOsId{OvfId: int32(os.ID), OvfDescription: *os.OSType, TargetDescription: "Other (32-bit)"},
			LocalizedMessage: fmt.Sprintf("The specified operating system identifier '%s' (id: %d) is not supported on the selected host. It will be mapped to the following OS identifier: 'Other (32-bit)'.", *os.OSType, os.ID),
		})
	}
	hardware := envelope.VirtualSystem.VirtualHardware[0]
	for _, c := range hardware.Config {
		switch c.Key {
		case "firmware":
			spec.ConfigSpec.Firmware = c.Value
		case "bootOptions.efiSecureBootEnabled":
			spec.ConfigSpec.BootOptions = &types.VirtualMachineBootOptions{EfiSecureBootEnabled: types.NewBool(c.Value == "true")}
		}
	}
	for _, c := range hardware.ExtraConfig {
		spec.ConfigSpec.ExtraConfig = append(spec.ConfigSpec.ExtraConfig, &types.OptionValue{Key: c.Key, Value: c.Value})
	}
	m.world.mutex.Lock()
	for _, item := range body.Res.Returnval.FileItem {
		m.world.sizes[item.DeviceId] = item.Size
	}
	m.world.mutex.Unlock()
	return res
}

func knownGuest(id string) bool {
	return slices.Contains(types.VirtualMachineGuestOsIdentifier("").Strings(), id)
}

// pool gives out leases that live and die as the real ones do.
type pool struct {
	*simulator.ResourcePool
	world *world
}

func (p *pool) ImportVApp(ctx *simulator.Context, req *types.ImportVApp) soap.HasFault {
	taken(ctx, p.Self)
	if spec, ok := req.Spec.(*types.VirtualMachineImportSpec); ok {
		for _, other := range ctx.Map.All("VirtualMachine") {
			if other.Entity().Name == spec.ConfigSpec.Name && (req.Folder == nil || *other.Entity().Parent == *req.Folder) {
				return &methods.ImportVAppBody{Fault_: simulator.Fault("The name '"+spec.ConfigSpec.Name+"' already exists.", &types.DuplicateName{Name: spec.ConfigSpec.Name, Object: other.Reference()})}
			}
		}
	}
	res := p.ResourcePool.ImportVApp(ctx, req)
	body, ok := res.(*methods.ImportVAppBody)
	if !ok || body.Res == nil {
		return res
	}
	ref := body.Res.Returnval
	inner := ctx.Session.Get(ref).(*simulator.HttpNfcLease)
	// What is seen of the lease, as it gets ready later than the simulator's.
	shown := new(simulator.HttpNfcLease)
	shown.Self, shown.State = ref, types.HttpNfcLeaseStateInitializing
	l := &lease{HttpNfcLease: shown, world: p.world, touched: time.Now(), sums: make(map[string]*received)}
	ctx.Session.Put(l)
	p.world.mutex.Lock()
	p.world.leases[ref.Value] = l
	p.world.mutex.Unlock()
	go l.begin(background(ctx), inner)
	return res
}

// begin makes the VM at once and the lease ready after a while.
func (l *lease) begin(ctx *simulator.Context, inner *simulator.HttpNfcLease) {
	for inner.State == types.HttpNfcLeaseStateInitializing {
		time.Sleep(5 * time.Millisecond)
	}
	l.world.mutex.Lock()
	ended := l.ended
	l.world.mutex.Unlock()
	if ended {
		// Whoever aborts a lease before it is ready gets no VM removed.
		return
	}
	if inner.Info != nil {
		l.hold(ctx, inner.Info.Entity, true)
		if host := l.world.dataHost; host != nil {
			for i := range inner.Info.DeviceUrl {
				device := &inner.Info.DeviceUrl[i]
				if u, err := url.Parse(device.Url); err == nil {
					host.describe(device, u.Path)
				}
			}
		}
	}
	time.Sleep(l.world.leaseDelay)
	changes := []types.PropertyChange{{Name: "state", Val: inner.State}}
	if inner.Info != nil {
		changes = append(changes, types.PropertyChange{Name: "info", Val: inner.Info})
	}
	if inner.Error != nil {
		changes = append(changes, types.PropertyChange{Name: "error", Val: inner.Error})
	}
	ctx.WithLock(l, func() { ctx.Update(l, changes) })
	l.touch()
	l.watch(ctx)
}

// hold locks the VM that the lease makes, and lets it go.
func (l *lease) hold(ctx *simulator.Context, entity types.ManagedObjectReference, held bool) {
	l.world.mutex.Lock()
	if held {
		l.entity = entity
		l.world.making[entity] = true
	} else {
		delete(l.world.making, entity)
	}
	l.world.mutex.Unlock()
	vm, ok := ctx.Map.Get(entity).(*simulator.VirtualMachine)
	if !ok {
		return
	}
	disabled := []string{}
	if held {
		disabled = []string{"Destroy_Task", "Rename_Task", "ReconfigVM_Task", "PowerOnVM_Task", "MarkAsTemplate", "CloneVM_Task"}
	}
	ctx.WithLock(vm, func() { ctx.Update(vm, []types.PropertyChange{{Name: "disabledMethod", Val: disabled}}) })
}

type received struct {
	sha1, sha256 string
	size         int64
}

// lease is an import under way. Without progress or data for the time-out it dies and takes the half VM with it.
type lease struct {
	*simulator.HttpNfcLease
	world   *world
	entity  types.ManagedObjectReference
	touched time.Time
	ended   bool
	sums    map[string]*received
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
			l.end(ctx)
			l.removeVM(ctx)
			ctx.WithLock(l, func() {
				ctx.Update(l, []types.PropertyChange{
					{Name: "state", Val: types.HttpNfcLeaseStateError},
					{Name: "error", Val: &types.LocalizedMethodFault{Fault: &types.Timedout{}, LocalizedMessage: timedOut}},
				})
			})
			return
		}
	}
}

func (l *lease) end(ctx *simulator.Context) {
	l.world.mutex.Lock()
	l.ended = true
	delete(l.world.leases, l.Self.Value)
	l.world.mutex.Unlock()
	l.hold(ctx, l.entity, false)
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

func (l *lease) HttpNfcLeaseComplete(ctx *simulator.Context, req *types.HttpNfcLeaseComplete) soap.HasFault {
	if fault := l.late(); fault != nil {
		return &methods.HttpNfcLeaseCompleteBody{Fault_: fault}
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

func (l *lease) HttpNfcLeaseGetManifest(_ *simulator.Context, _ *types.HttpNfcLeaseGetManifest) soap.HasFault {
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

// receive takes a file of a lease, keeps it, and refuses what an ESXi host refuses.
func (w *world) receive(rw http.ResponseWriter, r *http.Request) {
	refuse := func(status int, format string, args ...any) {
		text := fmt.Sprintf(format, args...)
		log.Printf("nfc %s %s: %d %s", r.Method, r.URL.Path, status, text)
		http.Error(rw, text, status)
	}
	id, target := path.Base(path.Dir(r.URL.Path)), path.Base(r.URL.Path)
	w.mutex.Lock()
	l := w.leases[id]
	w.mutex.Unlock()
	if l == nil || l.Info == nil || l.State != types.HttpNfcLeaseStateReady {
		refuse(http.StatusNotFound, "no lease %s", id)
		return
	}
	var device *types.HttpNfcLeaseDeviceUrl
	for i := range l.Info.DeviceUrl {
		if l.Info.DeviceUrl[i].TargetId == target {
			device = &l.Info.DeviceUrl[i]
		}
	}
	switch {
	case device == nil:
		refuse(http.StatusNotFound, "the lease has no device %s", target)
		return
	case *device.Disk && r.Method != http.MethodPost:
		refuse(http.StatusMethodNotAllowed, "disks are POSTed")
		return
	case r.ContentLength < 0:
		refuse(http.StatusLengthRequired, "no Content-Length")
		return
	}
	w.mutex.Lock()
	expected, known := w.sizes[device.ImportKey]
	w.mutex.Unlock()
	if known && expected != r.ContentLength {
		refuse(http.StatusBadRequest, "%d bytes announced, the descriptor says %d", r.ContentLength, expected)
		return
	}

	file := filepath.Join(w.folder, strings.ReplaceAll(id, "/", "_")+"-"+target)
	sums, err := l.store(file, r.Body)
	if err == nil && sums.size != r.ContentLength {
		err = io.ErrUnexpectedEOF
	}
	if err != nil {
		_ = os.Remove(file)
		refuse(http.StatusInternalServerError, "%v", err)
		return
	}
	if *device.Disk {
		disk, err := inspect(file)
		if err != nil {
			_ = os.Remove(file)
			refuse(http.StatusInternalServerError, "%v", err)
			return
		}
		w.mutex.Lock()
		w.disks[l.Info.Entity] = append(w.disks[l.Info.Entity], *disk)
		w.mutex.Unlock()
	}
	w.mutex.Lock()
	l.sums[target] = sums
	w.mutex.Unlock()
	rw.WriteHeader(http.StatusCreated)
}

func (l *lease) store(name string, body io.Reader) (*received, error) {
	file, err := os.Create(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	one, two := sha1.New(), sha256.New()
	buffer := make([]byte, 256<<10)
	var total int64
	started := time.Now()
	for {
		n, err := body.Read(buffer)
		total += int64(n)
		_, _ = one.Write(buffer[:n])
		_, _ = two.Write(buffer[:n])
		if _, werr := file.Write(buffer[:n]); werr != nil {
			return nil, werr
		}
		l.touch()
		l.world.mutex.Lock()
		ended := l.ended
		l.world.mutex.Unlock()
		if ended {
			return nil, fmt.Errorf("the lease has ended")
		}
		if err == io.EOF {
			return &received{hex.EncodeToString(one.Sum(nil)), hex.EncodeToString(two.Sum(nil)), total}, nil
		}
		if err != nil {
			return nil, err
		}
		if rate := l.world.uploadRate; rate > 0 {
			time.Sleep(time.Duration(float64(total)/float64(rate)*float64(time.Second)) - time.Since(started))
		}
	}
}

func inspect(file string) (*keptDisk, error) {
	disk, err := vmdk.Open(file)
	if err != nil {
		return nil, err
	}
	defer disk.Close()
	if stamp := disk.Entry("ddb.toolsVersion"); stamp != "" && !guest.HasTools(disk) {
		// vCenter believes the stamp: it would show Tools, and accept a customization, before there are any.
		return nil, fmt.Errorf("the disk is stamped ddb.toolsVersion = %s, and no Windows on it has VMware Tools", stamp)
	}
	kept := &keptDisk{Path: file, Size: disk.Size}
	if partitions, err := gpt.Read(disk); err == nil {
		kept.Partitions = partitions
	} else {
		log.Printf("%s: %v", file, err)
	}
	return kept, nil
}
