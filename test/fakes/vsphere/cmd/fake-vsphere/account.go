package main

import (
	"encoding/json"
	"maps"
	"net/http"
	"slices"
	"sync"

	"github.com/vmware/govmomi/simulator"
	"github.com/vmware/govmomi/vim25/methods"
	"github.com/vmware/govmomi/vim25/mo"
	"github.com/vmware/govmomi/vim25/soap"
	"github.com/vmware/govmomi/vim25/types"
)

// account is what whoever logs in may do: everything, but for what a test withholds.
type account struct {
	mutex sync.Mutex
	asked accountSpec
	// privileges that calls have needed since the account was set
	demanded map[string]bool
}

type accountSpec struct {
	// Withheld are privileges that the account has nowhere but on Only, and below.
	Withheld []string `json:"withheld"`
	// Only are names of objects.
	Only []string `json:"only"`
	// Blind says of all privileges that they are granted: then only the call itself is refused.
	Blind bool `json:"blind"`
	// Mute refuses to say what is granted.
	Mute bool `json:"mute"`
}

func newAccount() *account { return &account{demanded: make(map[string]bool)} }

// serve: a POST sets the account anew, a GET tells what was demanded of it.
func (a *account) serve(rw http.ResponseWriter, r *http.Request) {
	a.mutex.Lock()
	defer a.mutex.Unlock()
	if r.Method == http.MethodGet {
		writeJSON(rw, map[string]any{"demanded": append([]string{}, slices.Sorted(maps.Keys(a.demanded))...)})
		return
	}
	asked := accountSpec{}
	if err := json.NewDecoder(r.Body).Decode(&asked); err != nil {
		http.Error(rw, err.Error(), http.StatusBadRequest)
		return
	}
	a.asked, a.demanded = asked, make(map[string]bool)
}

// holds tells whether the account has a privilege on an object: there, or on something above it, whence it is inherited.
func (a *account) holds(registry *simulator.Registry, ref types.ManagedObjectReference, privilege string) bool {
	a.mutex.Lock()
	asked := a.asked
	a.mutex.Unlock()
	return !slices.Contains(asked.Withheld, privilege) || isBelow(registry, ref, asked.Only)
}

// isBelow walks up by folder and, for a VM, by its resource pool as well: it inherits from both.
func isBelow(registry *simulator.Registry, ref types.ManagedObjectReference, names []string) bool {
	item, ok := registry.Get(ref).(mo.Entity)
	if !ok || len(names) == 0 {
		return false
	}
	entity := item.Entity()
	if slices.Contains(names, entity.Name) {
		return true
	}
	if vm, ok := item.(*simulator.VirtualMachine); ok && vm.ResourcePool != nil && isBelow(registry, *vm.ResourcePool, names) {
		return true
	}
	return entity.Parent != nil && isBelow(registry, *entity.Parent, names)
}

// refuse is the fault of whoever lacks what a call needs; nil where nothing is lacking.
func (a *account) refuse(registry *simulator.Registry, demands []demand) types.BaseMethodFault {
	for _, d := range demands {
		a.mutex.Lock()
		a.demanded[d.privilege] = true
		a.mutex.Unlock()
	}
	for _, d := range demands {
		if !a.holds(registry, d.on, d.privilege) {
			on := d.on
			return &types.NoPermission{Object: &on, PrivilegeId: d.privilege}
		}
	}
	return nil
}

// authorization says what the account holds.
type authorization struct {
	*simulator.AuthorizationManager
	account *account
}

func (m *authorization) HasPrivilegeOnEntities(ctx *simulator.Context, req *types.HasPrivilegeOnEntities) soap.HasFault {
	taken(ctx, m.Self)
	body := &methods.HasPrivilegeOnEntitiesBody{}
	m.account.mutex.Lock()
	blind, mute := m.account.asked.Blind, m.account.asked.Mute
	m.account.mutex.Unlock()
	if req.SessionId != ctx.Session.Key || len(req.Entity) == 0 {
		body.Fault_ = simulator.Fault("A specified parameter was not correct: sessionId", &types.InvalidArgument{InvalidProperty: "sessionId"})
		return body
	}
	if mute {
		body.Fault_ = simulator.Fault("Permission to perform this operation was denied.", &types.NoPermission{Object: &req.Entity[0], PrivilegeId: "System.Read"})
		return body
	}
	body.Res = &types.HasPrivilegeOnEntitiesResponse{}
	for _, entity := range req.Entity {
		if _, ok := ctx.Map.Get(entity).(mo.Entity); !ok {
			return &methods.HasPrivilegeOnEntitiesBody{Fault_: simulator.Fault("The object has already been deleted.", &types.ManagedObjectNotFound{Obj: entity})}
		}
		result := types.EntityPrivilege{Entity: entity}
		for _, id := range req.PrivId {
			result.PrivAvailability = append(result.PrivAvailability, types.PrivilegeAvailability{
				PrivId: id, IsGranted: blind || m.account.holds(ctx.Map, entity, id),
			})
		}
		body.Res.Returnval = append(body.Res.Returnval, result)
	}
	return body
}
