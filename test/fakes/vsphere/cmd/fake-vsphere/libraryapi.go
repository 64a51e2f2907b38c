package main

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"path"
	"strings"
)

// libraries stands before the simulator's REST API: it speaks /api as vCenter does since 7.0 U2, where the simulator knows /rest alone, makes
// items of VMs, and takes its time for copies.
type libraries struct {
	world *world
	// /api is unknown, as before 7.0 U2
	old  bool
	next http.Handler
	made *captures
}

const restRoot = "/rest/com/vmware/"

// Longest first.
var resources = []string{"content/library/item", "content/library", "vcenter/ovf/library-item"}

func (l *libraries) serve(next http.Handler) http.Handler {
	l.next = next
	return http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		switch {
		case strings.HasPrefix(r.URL.Path, "/api/"):
			l.api(rw, r)
		case strings.HasPrefix(r.URL.Path, restRoot+"vcenter/ovf/library-item") && r.Method == http.MethodPost && r.URL.RawQuery == "":
			answer(rw, l.capture(r))
		case strings.HasPrefix(r.URL.Path, restRoot+"content/library/item"):
			answer(rw, l.item(r))
		default:
			next.ServeHTTP(rw, r)
		}
	})
}

// ask is a call of the simulator with the session of another.
func (l *libraries) ask(of *http.Request, method, target string, body any) *httptest.ResponseRecorder {
	var content io.Reader = http.NoBody
	if body != nil {
		data, _ := json.Marshal(body)
		content = bytes.NewReader(data)
	}
	r := httptest.NewRequest(method, target, content)
	for _, name := range []string{"Authorization", "vmware-api-session-id"} {
		r.Header.Set(name, of.Header.Get(name))
	}
	rec := httptest.NewRecorder()
	if strings.HasPrefix(target, restRoot+"content/library/item") && !strings.Contains(target, "update") {
		return l.item(r)
	}
	l.next.ServeHTTP(rec, r)
	return rec
}

func answer(rw http.ResponseWriter, rec *httptest.ResponseRecorder) {
	for name, values := range rec.Header() {
		rw.Header()[name] = values
	}
	rw.WriteHeader(rec.Code)
	_, _ = rw.Write(rec.Body.Bytes())
}

// api says in the new way what is done in the old.
func (l *libraries) api(rw http.ResponseWriter, r *http.Request) {
	rest := strings.TrimPrefix(r.URL.Path, "/api/")
	if l.old {
		http.NotFound(rw, r)
		return
	}
	if rest == "session" {
		unwrapped(rw, l.ask(r, r.Method, restRoot+"cis/session", nil), map[string]int{http.MethodPost: http.StatusCreated}[r.Method])
		return
	}
	for _, resource := range resources {
		if rest != resource && path.Dir(rest) != resource {
			continue
		}
		target := restRoot + resource
		if rest != resource {
			target += "/id:" + path.Base(rest)
		}
		action := r.URL.Query().Get("action")
		if action != "" {
			target += "?~action=" + action
		}
		var body any
		if data, _ := io.ReadAll(r.Body); len(data) > 0 {
			if err := json.Unmarshal(data, &body); err != nil {
				http.Error(rw, err.Error(), http.StatusBadRequest)
				return
			}
			if name := map[string]string{"find": "spec", "copy": "destination_create_spec"}[action]; name != "" {
				body = map[string]any{name: body}
			} else if r.Method == http.MethodPatch {
				body = map[string]any{"update_spec": body}
			}
		}
		if resource == resources[2] {
			data, _ := json.Marshal(body)
			inner := httptest.NewRequest(r.Method, target, bytes.NewReader(data))
			inner.Header = r.Header
			unwrapped(rw, l.capture(inner), 0)
			return
		}
		unwrapped(rw, l.ask(r, r.Method, target, body), 0)
		return
	}
	http.NotFound(rw, r)
}

// unwrapped gives the value alone, and errors as /api has them.
func unwrapped(rw http.ResponseWriter, rec *httptest.ResponseRecorder, status int) {
	var wrapped struct {
		Type  string          `json:"type"`
		Value json.RawMessage `json:"value"`
	}
	_ = json.Unmarshal(rec.Body.Bytes(), &wrapped)
	if rec.Code >= 400 {
		kind := strings.ToUpper(wrapped.Type[strings.LastIndex(wrapped.Type, ".")+1:])
		if rec.Code == http.StatusNotFound {
			kind = "NOT_FOUND"
		}
		rw.Header().Set("Content-Type", "application/json")
		rw.WriteHeader(rec.Code)
		_ = json.NewEncoder(rw).Encode(map[string]any{"error_type": kind, "messages": []any{}})
		return
	}
	if status == 0 {
		status = http.StatusOK
	}
	if len(wrapped.Value) == 0 {
		rw.WriteHeader(http.StatusNoContent)
		return
	}
	rw.Header().Set("Content-Type", "application/json")
	rw.WriteHeader(status)
	_, _ = rw.Write(wrapped.Value)
}
