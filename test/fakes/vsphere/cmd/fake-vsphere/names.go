package main

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/vmware/govmomi/simulator"
	"github.com/vmware/govmomi/vim25/methods"
	"github.com/vmware/govmomi/vim25/soap"
	"github.com/vmware/govmomi/vim25/types"
)

// What vCenter allows for the name of a VM.
const longestName = 80

var escaped = regexp.MustCompile(`(?i)%(25|2f|5c)`)

// asStored is a name as the server keeps it (ManagedEntity.name): what is not escaped already it escapes itself.
func asStored(name string) string {
	plain := strings.NewReplacer("%", "%25", "/", "%2f", `\`, "%5c")
	stored, from := "", 0
	for _, at := range escaped.FindAllStringIndex(name, -1) {
		stored += plain.Replace(name[from:at[0]]) + strings.ToLower(name[at[0]:at[1]])
		from = at[1]
	}
	return stored + plain.Replace(name[from:])
}

// refuseName is the fault of whoever gives a name in a folder that is none, or that another VM there has, in whatever case; nil when it is free.
func refuseName(ctx *simulator.Context, name string, folder *types.ManagedObjectReference, but types.ManagedObjectReference) *soap.Fault {
	stored := asStored(name)
	if shown := escaped.ReplaceAllString(stored, "x"); shown == "" || utf8.RuneCountInString(shown) > longestName {
		return simulator.Fault("The name '"+name+"' is invalid.", &types.InvalidName{Name: name})
	}
	for _, other := range machines(ctx.Map) {
		if other.Self != but && strings.EqualFold(other.Name, stored) && (folder == nil || *other.Parent == *folder) {
			return simulator.Fault("The name '"+name+"' already exists.", &types.DuplicateName{Name: name, Object: other.Self})
		}
	}
	return nil
}

// vmFolder refuses to take a VM whose name it has already, and one that somebody is at.
type vmFolder struct {
	*simulator.Folder
	world *world
}

func (f *vmFolder) MoveIntoFolderTask(ctx *simulator.Context, req *types.MoveIntoFolder_Task) soap.HasFault {
	taken(ctx, f.Self)
	for _, ref := range req.List {
		if vm, ok := ctx.Map.Get(ref).(*simulator.VirtualMachine); ok && *vm.Parent != f.Self {
			if fault := (&machine{VirtualMachine: vm, world: f.world}).occupied(); fault != nil {
				return &methods.MoveIntoFolder_TaskBody{Fault_: fault}
			}
			if fault := refuseName(ctx, vm.Name, &f.Self, ref); fault != nil {
				return &methods.MoveIntoFolder_TaskBody{Fault_: fault}
			}
		}
	}
	return f.Folder.MoveIntoFolderTask(ctx, req)
}
