package main

import (
	"encoding/json"
	"net/http"
	"reflect"
	"time"

	"github.com/vmware/govmomi/simulator"
	"github.com/vmware/govmomi/vim25/types"
)

// situation is how quiescing fails for a reason that a test asks for, in place of what the disk would make of it.
type situation struct {
	Fault struct {
		// A type of vim25.
		Type    string   `json:"type"`
		Keys    []string `json:"keys"`
		Message string   `json:"message"`
	} `json:"fault"`
	// What the guest reported, oldest first.
	Events []string `json:"events"`
	// How long the task took by the server's account.
	DurationMS int64 `json:"durationMs"`
}

// setSituation holds for every quiesced snapshot to come; null ends it.
func (w *world) setSituation(rw http.ResponseWriter, r *http.Request) {
	var s *situation
	if err := json.NewDecoder(r.Body).Decode(&s); err != nil {
		http.Error(rw, err.Error(), http.StatusBadRequest)
		return
	}
	if s != nil && newFault(s.Fault.Type) == nil {
		http.Error(rw, "vim25 has no fault "+s.Fault.Type, http.StatusBadRequest)
		return
	}
	w.mutex.Lock()
	w.situation = s
	w.mutex.Unlock()
}

func (w *world) situationNow() *situation {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	return w.situation
}

// newFault is nil for a name that vim25 does not have.
func newFault(name string) types.BaseMethodFault {
	kind, ok := types.TypeFunc()(name)
	if !ok {
		return nil
	}
	fault, _ := reflect.New(kind).Interface().(types.BaseMethodFault)
	return fault
}

// play fails as the situation says. The wait is scaled, the times are not.
func (m *machine) play(ctx *simulator.Context, task *simulator.Task, s *situation) (types.AnyType, *types.LocalizedMethodFault) {
	if s.DurationMS > 0 {
		began := time.Now().Add(-time.Duration(s.DurationMS) * time.Millisecond)
		ctx.Map.AtomicUpdate(ctx, task, []types.PropertyChange{{Name: "info.startTime", Val: began}})
	}
	for _, text := range s.Events {
		m.report(ctx, text)
		// Events of one moment have no order.
		time.Sleep(5 * time.Millisecond)
	}
	fault := newFault(s.Fault.Type)
	for _, key := range s.Fault.Keys {
		base := fault.GetMethodFault()
		base.FaultMessage = append(base.FaultMessage, types.LocalizableMessage{Key: key, Message: s.Fault.Message})
	}
	return nil, &types.LocalizedMethodFault{Fault: fault, LocalizedMessage: s.Fault.Message}
}

// report is the event by which a host passes on what the guest said.
func (m *machine) report(ctx *simulator.Context, text string) {
	m.post(ctx, &types.VmMessageWarningEvent{VmEvent: m.event(), Message: text}, "Warning message on "+m.Name+": "+text)
}

func (m *machine) event() types.VmEvent {
	return types.VmEvent{Event: types.Event{
		Vm: &types.VmEventArgument{EntityEventArgument: types.EntityEventArgument{Name: m.Name}, Vm: m.Self},
	}}
}

// post gives an event its text, which the simulator has not for every kind.
func (m *machine) post(ctx *simulator.Context, event types.BaseEvent, text string) {
	events := ctx.Map.EventManager()
	ctx.Map.WithLock(ctx, events, func() {
		events.PostEvent(ctx, &types.PostEvent{EventToPost: event})
		event.GetEvent().FullFormattedMessage = text
	})
}
