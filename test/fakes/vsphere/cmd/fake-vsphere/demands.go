package main

import (
	"encoding/json"
	"net/http"
	"strings"

	"github.com/vmware/govmomi/object"
	"github.com/vmware/govmomi/simulator"
	"github.com/vmware/govmomi/vim25/types"
)

// demand is a privilege that a call needs, and on what (vSphere Web Services API, "Required Privileges" of each method).
type demand struct {
	privilege string
	on        types.ManagedObjectReference
}

// plain are methods that need one privilege on the object that they are called on.
var plain = map[string]string{
	"Destroy_Task": "VirtualMachine.Inventory.Delete", "Rename_Task": "VirtualMachine.Config.Rename",
	"PowerOnVM_Task": "VirtualMachine.Interact.PowerOn", "PowerOffVM_Task": "VirtualMachine.Interact.PowerOff",
	"ShutdownGuest":  "VirtualMachine.Interact.PowerOff",
	"MarkAsTemplate": "VirtualMachine.Provisioning.MarkAsTemplate", "ExportVm": "VApp.Export",
	"CreateSnapshot_Task": "VirtualMachine.State.CreateSnapshot", "CreateSnapshotEx_Task": "VirtualMachine.State.CreateSnapshot",
	"RemoveAllSnapshots_Task": "VirtualMachine.State.RemoveSnapshot", "ConsolidateVMDisks_Task": "VirtualMachine.State.RemoveSnapshot",
}

func demandsOf(ctx *simulator.Context, method *simulator.Method) []demand {
	if privilege, ok := plain[method.Name]; ok && method.This.Type == "VirtualMachine" {
		return []demand{{privilege, method.This}}
	}
	switch req := method.Body.(type) {
	case *types.ImportVApp:
		return ofImport(ctx.Map, req)
	case *types.CloneVM_Task:
		return ofClone(ctx, req)
	case *types.ReconfigVM_Task:
		vm, ok := ctx.Map.Get(req.This).(*simulator.VirtualMachine)
		if !ok {
			return nil
		}
		return ofConfig(ctx.Map, &req.Spec, req.This, vm.Config.Hardware.Device)
	case *types.MarkAsVirtualMachine:
		return []demand{{"VirtualMachine.Provisioning.MarkAsVM", req.This}, {"Resource.AssignVMToPool", req.Pool}}
	case *types.MoveIntoFolder_Task:
		demands := []demand{{"VirtualMachine.Inventory.Move", req.This}}
		for _, one := range req.List {
			demands = append(demands, demand{"VirtualMachine.Inventory.Move", one})
		}
		return demands
	case *types.RemoveSnapshot_Task:
		if snapshot, ok := ctx.Map.Get(req.This).(*simulator.VirtualMachineSnapshot); ok {
			return []demand{{"VirtualMachine.State.RemoveSnapshot", snapshot.Vm}}
		}
	case *types.StartProgramInGuest:
		return []demand{{"VirtualMachine.GuestOperations.Execute", req.Vm}}
	case *types.ListProcessesInGuest:
		return []demand{{"VirtualMachine.GuestOperations.Query", req.Vm}}
	case *types.GetCustomizationSpec:
		return []demand{{"VirtualMachine.Provisioning.ReadCustSpecs", rootOf(ctx.Map)}}
	}
	return nil
}

func rootOf(registry *simulator.Registry) types.ManagedObjectReference {
	return registry.Get(types.ManagedObjectReference{Type: "ServiceInstance", Value: "ServiceInstance"}).(*simulator.ServiceInstance).Content.RootFolder
}

func ofImport(registry *simulator.Registry, req *types.ImportVApp) []demand {
	demands := []demand{{"VApp.Import", req.This}, {"Resource.AssignVMToPool", req.This}}
	spec, ok := req.Spec.(*types.VirtualMachineImportSpec)
	if !ok || req.Folder == nil {
		return demands
	}
	demands = append(demands, demand{"VirtualMachine.Inventory.Create", *req.Folder})
	for _, change := range spec.ConfigSpec.DeviceChange {
		if disk, ok := change.GetVirtualDeviceConfigSpec().Device.(*types.VirtualDisk); ok {
			if backing, ok := disk.Backing.(types.BaseVirtualDeviceFileBackingInfo); ok && backing.GetVirtualDeviceFileBackingInfo().Datastore != nil {
				demands = append(demands, demand{"Datastore.AllocateSpace", *backing.GetVirtualDeviceFileBackingInfo().Datastore})
			}
		}
	}
	config := spec.ConfigSpec
	// What stands in the descriptor is part of making the VM.
	config.GuestId, config.Firmware, config.BootOptions, config.Annotation = "", "", nil, ""
	return append(demands, ofConfig(registry, &config, *req.Folder, nil)...)
}

func ofClone(ctx *simulator.Context, req *types.CloneVM_Task) []demand {
	vm, ok := ctx.Map.Get(req.This).(*simulator.VirtualMachine)
	if !ok {
		return nil
	}
	demands := []demand{{"VirtualMachine.Provisioning.Clone", req.This}}
	if vm.Config.Template {
		demands[0].privilege = "VirtualMachine.Provisioning.DeployTemplate"
	}
	demands = append(demands, demand{"VirtualMachine.Inventory.CreateFromExisting", req.Folder})
	if req.Spec.Location.Pool != nil {
		demands = append(demands, demand{"Resource.AssignVMToPool", *req.Spec.Location.Pool})
	}
	stores := vm.Datastore
	if req.Spec.Location.Datastore != nil {
		stores = []types.ManagedObjectReference{*req.Spec.Location.Datastore}
	}
	for _, store := range stores {
		demands = append(demands, demand{"Datastore.AllocateSpace", store})
	}
	if req.Spec.Customization != nil {
		demands = append(demands, demand{"VirtualMachine.Provisioning.Customize", req.This})
	}
	if req.Spec.Config != nil {
		demands = append(demands, ofConfig(ctx.Map, req.Spec.Config, req.Folder, vm.Config.Hardware.Device)...)
	}
	return demands
}

// ofConfig is what changes of a VM need, on the VM or, for one that is being made, on its folder.
func ofConfig(registry *simulator.Registry, spec *types.VirtualMachineConfigSpec, on types.ManagedObjectReference, now []types.BaseVirtualDevice) []demand {
	demands := []demand{}
	need := func(privilege string, when bool) {
		if when {
			demands = append(demands, demand{privilege, on})
		}
	}
	need("VirtualMachine.Config.AdvancedConfig", len(spec.ExtraConfig) > 0)
	need("VirtualMachine.Config.Annotation", spec.Annotation != "")
	need("VirtualMachine.Config.Settings", spec.GuestId != "" || spec.Firmware != "" || spec.BootOptions != nil)
	for _, change := range spec.DeviceChange {
		device := change.GetVirtualDeviceConfigSpec()
		_, disk := device.Device.(*types.VirtualDisk)
		added := device.Operation == types.VirtualDeviceConfigSpecOperationAdd
		need("VirtualMachine.Config.AddNewDisk", disk && added)
		need("VirtualMachine.Config.EditDevice", device.Operation == types.VirtualDeviceConfigSpecOperationEdit)
		if network := networkOf(registry, device.Device); network != nil {
			before := object.VirtualDeviceList(now).FindByKey(device.Device.GetVirtualDevice().Key)
			if was := networkOf(registry, before); was == nil || *was != *network {
				demands = append(demands, demand{"Network.Assign", *network})
			}
		}
	}
	return demands
}

// networkOf is what a card hangs on; nil for any other device.
func networkOf(registry *simulator.Registry, device types.BaseVirtualDevice) *types.ManagedObjectReference {
	if device == nil {
		return nil
	}
	switch backing := device.GetVirtualDevice().Backing.(type) {
	case *types.VirtualEthernetCardNetworkBackingInfo:
		if backing.Network != nil {
			return backing.Network
		}
		// By its name, as in what an OVF descriptor comes to.
		for _, network := range registry.All("Network") {
			if network.Entity().Name == backing.DeviceName {
				ref := network.Reference()
				return &ref
			}
		}
	case *types.VirtualEthernetCardDistributedVirtualPortBackingInfo:
		return &types.ManagedObjectReference{Type: "DistributedVirtualPortgroup", Value: backing.Port.PortgroupKey}
	}
	return nil
}

// guard stands before files of datastores and the REST API.
func (w *world) guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		registry := w.model.Map()
		if strings.HasPrefix(r.URL.Path, "/folder/") {
			if store := registry.FindByName(r.URL.Query().Get("dsName"), storesOf(registry)); store != nil {
				on := store.Reference()
				if w.account.refuse(registry, []demand{{"Datastore.Browse", on}, {"Datastore.FileManagement", on}}) != nil {
					rw.WriteHeader(http.StatusForbidden)
					return
				}
			}
		} else if privilege := ofRest(r); privilege != "" && w.account.refuse(registry, []demand{{privilege, rootOf(registry)}}) != nil {
			rw.Header().Set("Content-Type", "application/json")
			rw.WriteHeader(http.StatusForbidden)
			_ = json.NewEncoder(rw).Encode(map[string]any{"error_type": "UNAUTHORIZED", "messages": []any{}})
			return
		}
		next.ServeHTTP(rw, r)
	})
}

func storesOf(registry *simulator.Registry) []types.ManagedObjectReference {
	refs := []types.ManagedObjectReference{}
	for _, store := range registry.All("Datastore") {
		refs = append(refs, store.Reference())
	}
	return refs
}

// ofRest: libraries lie below the root folder, as far as permissions go. What is exported is asked where it is known (libraryitem.go).
func ofRest(r *http.Request) string {
	path := r.URL.Path
	action := r.URL.Query().Get("action") + r.URL.Query().Get("~action")
	switch {
	case strings.Contains(path, "/vcenter/ovf/library-item") && r.Method == http.MethodPost && action == "":
		return "ContentLibrary.AddLibraryItem"
	case !strings.Contains(path, "/content/library/item"):
		return ""
	case strings.Contains(path, "/item/update-session"):
		if r.Method == http.MethodGet {
			return ""
		}
		return "ContentLibrary.UpdateSession"
	case r.Method == http.MethodPost && action == "" && strings.HasSuffix(path, "/item"):
		return "ContentLibrary.AddLibraryItem"
	case r.Method == http.MethodDelete:
		return "ContentLibrary.DeleteLibraryItem"
	case r.Method == http.MethodPatch:
		return "ContentLibrary.UpdateLibraryItem"
	case r.Method == http.MethodPost && action == "copy":
		return "ContentLibrary.AddLibraryItem"
	}
	return ""
}
