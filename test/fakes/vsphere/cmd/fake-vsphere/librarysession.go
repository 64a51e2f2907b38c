package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"time"
)

// updates are the sessions by which files of items are replaced. What the simulator has of them takes anything; here files are declared,
// received, held against what was declared, and become the content of the item in one step.
type updates struct {
	mutex   sync.Mutex
	open    map[string]*update
	byToken map[string]string
	begun   int
	// by item and name, where the files are: the simulator takes disks apart
	content map[string]map[string]string
}

type update struct {
	id, item, state, message string
	files                    []*pushed
	// old files that go with the rest
	removed map[string]bool
	heard   time.Time
}

func newUpdates() *updates {
	return &updates{open: make(map[string]*update), byToken: make(map[string]string), content: make(map[string]map[string]string)}
}

// expire forgets sessions that nobody was heard of. With the mutex held.
func (l *libraries) expire() {
	for id, u := range l.updates.open {
		if time.Since(u.heard) > l.world.updateTimeout {
			delete(l.updates.open, id)
			l.made.giveBack(u.item)
		}
	}
}

func (l *libraries) updateSession(r *http.Request) *httptest.ResponseRecorder {
	_, id, named := strings.Cut(r.URL.Path, "/id:")
	if !named && r.Method == http.MethodPost {
		return l.beginUpdate(r)
	}
	l.updates.mutex.Lock()
	defer l.updates.mutex.Unlock()
	l.expire()
	if !named {
		ids := []string{}
		for id := range l.updates.open {
			ids = append(ids, id)
		}
		return valued(ids)
	}
	u := l.updates.open[id]
	if u == nil {
		return refusal(http.StatusNotFound, stdError+"not_found")
	}
	switch {
	case r.Method == http.MethodGet:
		info := map[string]any{"id": u.id, "library_item_id": u.item, "state": u.state, "expiration_time": u.heard.Add(l.world.updateTimeout)}
		if u.message != "" {
			info["error_message"] = map[string]any{"id": "x", "default_message": u.message, "args": []any{}}
		}
		return valued(info)
	case r.Method == http.MethodDelete:
		if u.state == "ACTIVE" {
			return saying(http.StatusBadRequest, stdError+"not_allowed_in_current_state", "The update session is active: cancel or complete it first.")
		}
		delete(l.updates.open, id)
		return valued(nil)
	case u.state != "ACTIVE":
		return saying(http.StatusBadRequest, stdError+"not_allowed_in_current_state", fmt.Sprintf("The operation %s can not be invoked when the import session is in the %s state. Reason: %s", r.URL.Query().Get("~action"), u.state, u.message))
	}
	u.heard = time.Now()
	switch r.URL.Query().Get("~action") {
	case "keep-alive":
	case "cancel":
		l.endUpdate(u, "CANCELED", "")
	case "fail":
		l.endUpdate(u, "ERROR", "The client gave it up.")
	case "complete":
		for _, f := range u.files {
			if f.status != "READY" {
				return saying(http.StatusBadRequest, stdError+"not_allowed_in_current_state", "The file "+f.name+" was not received.")
			}
		}
		go l.finishUpdate(r, u)
	default:
		return refusal(http.StatusNotFound, stdError+"not_found")
	}
	return valued(nil)
}

// endUpdate is called with the mutex held.
func (l *libraries) endUpdate(u *update, state, message string) {
	u.state, u.message = state, message
	l.made.giveBack(u.item)
}

func (l *libraries) beginUpdate(r *http.Request) *httptest.ResponseRecorder {
	var req struct {
		Token string `json:"client_token"`
		Spec  struct {
			Item string `json:"library_item_id"`
		} `json:"create_spec"`
	}
	if err := json.NewDecoder(r.Body).Decode(&req); err != nil || req.Spec.Item == "" {
		return refusal(http.StatusBadRequest, stdError+"invalid_argument")
	}
	if rec := l.ask(r, http.MethodGet, restRoot+"content/library/item/id:"+req.Spec.Item, nil); rec.Code != http.StatusOK {
		return refusal(http.StatusNotFound, stdError+"not_found")
	}
	l.updates.mutex.Lock()
	defer l.updates.mutex.Unlock()
	l.expire()
	if id := l.updates.byToken[req.Token]; req.Token != "" && id != "" {
		return valued(id)
	}
	if !l.made.take(req.Spec.Item) {
		return saying(http.StatusBadRequest, stdError+"resource_busy", "The library item is being updated by another session.")
	}
	l.updates.begun++
	u := &update{id: fmt.Sprintf("update-%d", l.updates.begun), item: req.Spec.Item, state: "ACTIVE", removed: make(map[string]bool), heard: time.Now()}
	l.updates.open[u.id] = u
	l.updates.byToken[req.Token] = u.id
	return valued(u.id)
}
