package main

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
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
	// sessions by which the files of items are replaced
	updates *updates
}

const restRoot = "/rest/com/vmware/"

const (
	itemPath    = "content/library/item"
	sessionPath = itemPath + "/update-session"
	filesPath   = itemPath + "/updatesession/file"
	ovfPath     = "vcenter/ovf/library-item"
)

func (l *libraries) serve(next http.Handler) http.Handler {
	l.next = next
	return http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		switch {
		case strings.HasPrefix(r.URL.Path, "/api/"):
			l.api(rw, r)
		case strings.HasPrefix(r.URL.Path, "/cls/data/"):
			l.take(rw, r)
		case strings.HasPrefix(r.URL.Path, restRoot):
			if rec := l.rest(r); rec != nil {
				answer(rw, rec)
				return
			}
			next.ServeHTTP(rw, r)
		default:
			next.ServeHTTP(rw, r)
		}
	})
}

// rest is what is done here; nil for what the simulator does alone.
func (l *libraries) rest(r *http.Request) *httptest.ResponseRecorder {
	resource, _, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, restRoot), "/id:")
	action := r.URL.Query().Get("~action")
	switch {
	case resource == ovfPath && r.Method == http.MethodPost && action == "":
		return l.capture(r)
	case resource == ovfPath && action == "deploy":
		return l.deploy(r)
	case resource == sessionPath || resource == filesPath:
		if !l.authorized(r) {
			return refusal(http.StatusUnauthorized, stdError+"unauthenticated")
		}
		if resource == sessionPath {
			return l.updateSession(r)
		}
		return l.updateFiles(r)
	case resource == itemPath+"/file" && r.Method == http.MethodGet && l.authorized(r):
		return l.files(r.URL.Query().Get("library_item_id"))
	case resource == itemPath:
		return l.item(r)
	}
	return nil
}

func (l *libraries) authorized(r *http.Request) bool {
	return l.ask(r, http.MethodGet, restRoot+"content/library", nil).Code != http.StatusUnauthorized
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
	call, ok := translate(r.Method, rest, r.URL.Query().Get("action"))
	if !ok {
		http.NotFound(rw, r)
		return
	}
	var body map[string]any
	if data, _ := io.ReadAll(r.Body); len(data) > 0 {
		if err := json.Unmarshal(data, &body); err != nil {
			http.Error(rw, err.Error(), http.StatusBadRequest)
			return
		}
	}
	rec := call.check(body)
	if rec == nil {
		if call.parameter != "" {
			body = map[string]any{call.parameter: body}
		}
		if token := r.Header.Get("Client-Token"); token != "" && body != nil {
			body["client_token"] = token
		}
		data, _ := json.Marshal(body)
		inner := httptest.NewRequest(r.Method, restRoot+call.target, bytes.NewReader(data))
		inner.Header, inner.Host = r.Header, r.Host
		if rec = l.rest(inner); rec == nil {
			rec = httptest.NewRecorder()
			l.next.ServeHTTP(rec, inner)
		}
	}
	unwrapped(rw, rec, 0)
}

// oldCall is how /rest has a call of /api.
type oldCall struct {
	target, parameter, action string
}

// translate gives the name that /rest has for a resource, and for the one parameter that it wraps a body in.
func translate(method, rest, action string) (oldCall, bool) {
	parameter := map[string]string{"find": "spec", "copy": "destination_create_spec"}[action]
	query := ""
	if action != "" {
		query = "?~action=" + action
	}
	for _, resource := range []string{sessionPath, itemPath, "content/library", ovfPath} {
		below := strings.TrimPrefix(rest, resource)
		if below == rest || below != "" && below[0] != '/' {
			continue
		}
		id, part, nested := strings.Cut(strings.TrimPrefix(below, "/"), "/")
		switch {
		case nested && part == "file" && resource == sessionPath && method == http.MethodGet:
			return oldCall{target: filesPath + "?update_session_id=" + id}, true
		case nested && part == "file" && resource == sessionPath && action == "":
			return oldCall{target: filesPath + "/id:" + id + "?~action=add", parameter: "file_spec"}, true
		case nested && part == "file" && resource == sessionPath:
			return oldCall{target: filesPath + "/id:" + id + query}, true
		case nested && part == "file" && resource == itemPath && method == http.MethodGet:
			return oldCall{target: itemPath + "/file?library_item_id=" + id}, true
		case nested:
			return oldCall{}, false
		case id == "" && method == http.MethodPost && action == "" && resource != ovfPath:
			parameter = "create_spec"
		case method == http.MethodPatch:
			parameter = "update_spec"
		}
		if id != "" {
			id = "/id:" + id
		}
		return oldCall{target: resource + id + query, parameter: parameter, action: action}, true
	}
	return oldCall{}, false
}

// check refuses what only /rest takes: a token in the body, and maps as lists. It brings maps into the form that /rest has.
func (c oldCall) check(body map[string]any) *httptest.ResponseRecorder {
	if _, there := body["client_token"]; there {
		return saying(http.StatusBadRequest, stdError+"unexpected_input", "Unexpected fields [client_token].")
	}
	spec, _ := body["deployment_spec"].(map[string]any)
	if c.action != "deploy" || spec["network_mappings"] == nil {
		return nil
	}
	networks, ok := spec["network_mappings"].(map[string]any)
	if !ok {
		return saying(http.StatusBadRequest, stdError+"invalid_argument", "network_mappings is a map.")
	}
	list := []any{}
	for key, value := range networks {
		list = append(list, map[string]any{"key": key, "value": value})
	}
	spec["network_mappings"] = list
	return nil
}

// unwrapped gives the value alone, and errors as /api has them.
func unwrapped(rw http.ResponseWriter, rec *httptest.ResponseRecorder, status int) {
	var wrapped struct {
		Type  string          `json:"type"`
		Value json.RawMessage `json:"value"`
	}
	_ = json.Unmarshal(rec.Body.Bytes(), &wrapped)
	if rec.Code >= 400 {
		var said struct {
			Messages []any `json:"messages"`
		}
		_ = json.Unmarshal(wrapped.Value, &said)
		kind := strings.ToUpper(wrapped.Type[strings.LastIndex(wrapped.Type, ".")+1:])
		if rec.Code == http.StatusNotFound {
			kind = "NOT_FOUND"
		}
		rw.Header().Set("Content-Type", "application/json")
		rw.WriteHeader(rec.Code)
		_ = json.NewEncoder(rw).Encode(map[string]any{"error_type": kind, "messages": append([]any{}, said.Messages...)})
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
