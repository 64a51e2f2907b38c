package main

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/vmware/govmomi/simulator"
	"github.com/vmware/govmomi/vim25/types"
)

// captures are items in the making.
type captures struct {
	mutex sync.Mutex
	// by the token of the client, who may ask again for the same
	tokens map[string]chan struct{}
	ended  map[string]*httptest.ResponseRecorder
	// copies that the server has not filled yet, and until when
	filling map[string]time.Time
	// how often the content of an item was replaced
	versions map[string]int
	// items whose content is being replaced, which one at a time may do
	busy map[string]bool
}

func (c *captures) take(item string) bool {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	free := !c.busy[item]
	c.busy[item] = true
	return free
}

func (c *captures) isBusy(item string) bool {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	return c.busy[item]
}

func (c *captures) giveBack(item string) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	delete(c.busy, item)
}

func newCaptures() *captures {
	return &captures{tokens: make(map[string]chan struct{}), ended: make(map[string]*httptest.ResponseRecorder), filling: make(map[string]time.Time), versions: make(map[string]int), busy: make(map[string]bool)}
}

type captureRequest struct {
	Token  string `json:"client_token"`
	Source struct {
		Type, ID string
	} `json:"source"`
	Target struct {
		Library string `json:"library_id"`
		Item    string `json:"library_item_id"`
	} `json:"target"`
	Spec struct {
		Name, Description string
		Flags             []string
	} `json:"create_spec"`
}

// capture makes an item of a VM. It goes on when nobody waits for it any more, and the same token is never carried out twice.
func (l *libraries) capture(r *http.Request) *httptest.ResponseRecorder {
	if !l.authorized(r) {
		return refusal(http.StatusUnauthorized, stdError+"unauthenticated")
	}
	var req captureRequest
	if err := json.NewDecoder(r.Body).Decode(&req); err != nil || req.Target.Library == "" {
		// The library has to be said for an item too.
		return refusal(http.StatusBadRequest, stdError+"invalid_argument")
	}
	exported := types.ManagedObjectReference{Type: req.Source.Type, Value: req.Source.ID}
	if l.world.account.refuse(l.world.model.Map(), []demand{{"VApp.Export", exported}}) != nil {
		return refusal(http.StatusForbidden, stdError+"unauthorized")
	}
	return l.once(req.Token, func() *httptest.ResponseRecorder { return l.make(r, req) })
}

func (l *libraries) make(r *http.Request, req captureRequest) *httptest.ResponseRecorder {
	w := l.world
	ref := types.ManagedObjectReference{Type: req.Source.Type, Value: req.Source.ID}
	vm, ok := w.model.Map().Get(ref).(*simulator.VirtualMachine)
	if !ok {
		return refusal(http.StatusNotFound, stdError+"not_found")
	}
	if vm.Runtime.PowerState != types.VirtualMachinePowerStatePoweredOff {
		return notMade("The operation is not allowed in the current state (powered on).")
	}
	w.mutex.Lock()
	busy := w.held[ref] || w.making[ref]
	w.mutex.Unlock()
	if busy {
		return notMade("Another task is already in progress.")
	}
	w.hold(ref, true)
	defer w.hold(ref, false)
	id := req.Target.Item
	if id != "" && !l.made.take(id) {
		return refusal(http.StatusBadRequest, stdError+"resource_busy")
	}
	defer l.made.giveBack(id)
	time.Sleep(time.Duration(w.planNow().ExportMS) * time.Millisecond)
	if id == "" {
		item := map[string]any{"library_id": req.Target.Library, "name": req.Spec.Name, "description": req.Spec.Description, "type": "ovf"}
		rec := l.ask(r, http.MethodPost, restRoot+"content/library/item", map[string]any{"create_spec": item})
		if rec.Code != http.StatusOK {
			return rec
		}
		id = textOf(rec)
	}
	content, err := w.filesOf(vm, req.Spec.Name, slices.Contains(req.Spec.Flags, "EXTRA_CONFIG"))
	if err != nil {
		return notMade(err.Error())
	}
	if rec := l.pushArchive(r, id, req.Spec.Name, archiveOf(content)); rec.Code != http.StatusOK {
		return rec
	}
	l.setContent(id, content)
	l.made.mutex.Lock()
	l.made.versions[id]++
	l.made.mutex.Unlock()
	return valued(map[string]any{"succeeded": true, "ovf_library_item_id": id})
}

// pushArchive puts the files of an archive in the place of those that the simulator has of an item.
func (l *libraries) pushArchive(r *http.Request, item, name string, ova *bytes.Buffer) *httptest.ResponseRecorder {
	begun := l.ask(r, http.MethodPost, restRoot+"content/library/item/update-session", map[string]any{"create_spec": map[string]any{"library_item_id": item}})
	if begun.Code != http.StatusOK {
		return begun
	}
	session := textOf(begun)
	file := map[string]any{"file_spec": map[string]any{"name": name + ".ova", "source_type": "PUSH"}}
	added := l.ask(r, http.MethodPost, restRoot+"content/library/item/updatesession/file/id:"+session+"?~action=add", file)
	var info struct {
		Value struct {
			Endpoint struct{ URI string } `json:"upload_endpoint"`
		} `json:"value"`
	}
	_ = json.Unmarshal(added.Body.Bytes(), &info)
	where, err := url.Parse(info.Value.Endpoint.URI)
	if err != nil || added.Code != http.StatusOK {
		return added
	}
	put := httptest.NewRequest(http.MethodPut, where.Path, ova)
	put.Header.Set("vmware-api-session-id", r.Header.Get("vmware-api-session-id"))
	rec := httptest.NewRecorder()
	l.next.ServeHTTP(rec, put)
	if rec.Code != http.StatusOK {
		return rec
	}
	return l.ask(r, http.MethodPost, restRoot+"content/library/item/update-session/id:"+session+"?~action=complete", nil)
}

func textOf(rec *httptest.ResponseRecorder) string {
	var body struct {
		Value string `json:"value"`
	}
	_ = json.Unmarshal(rec.Body.Bytes(), &body)
	return body.Value
}

// item is the simulator's answer, with what it leaves out: name and files of a copy, which are there only after a while, and sizes.
func (l *libraries) item(r *http.Request) *httptest.ResponseRecorder {
	data, _ := io.ReadAll(r.Body)
	r.Body = io.NopCloser(bytes.NewReader(data))
	_, id, _ := strings.Cut(r.URL.Path, "/id:")
	if r.Method == http.MethodDelete && l.made.isBusy(id) {
		return saying(http.StatusBadRequest, stdError+"resource_busy", "The library item is in use.")
	}
	if taken := l.taken(r, id, data); taken != "" {
		// The text is vCenter's (govmomi issue 2958).
		return saying(http.StatusBadRequest, stdError+"already_exists", "Operation is not supported since a library item with the name "+taken+" exists in the library.")
	}
	rec := httptest.NewRecorder()
	l.next.ServeHTTP(rec, r)
	if rec.Code != http.StatusOK {
		return rec
	}
	if r.URL.Query().Get("~action") == "copy" {
		made := textOf(rec)
		var spec struct {
			Spec map[string]any `json:"destination_create_spec"`
		}
		_ = json.Unmarshal(data, &spec)
		l.ask(r, http.MethodPatch, restRoot+"content/library/item/id:"+made, map[string]any{"update_spec": spec.Spec})
		l.setContent(made, l.contentOf(id))
		from, to := l.folderOf(id), ""
		if from != "" {
			to = filepath.Join(filepath.Dir(from), made)
			_ = os.CopyFS(to, os.DirFS(from))
		}
		l.made.mutex.Lock()
		l.made.filling[made] = time.Now().Add(time.Duration(l.world.planNow().CopyMS) * time.Millisecond)
		l.made.mutex.Unlock()
	}
	if r.Method != http.MethodGet || id == "" || strings.Contains(r.URL.Path, "session") {
		return rec
	}
	var body struct {
		Value map[string]any `json:"value"`
	}
	if err := json.Unmarshal(rec.Body.Bytes(), &body); err != nil {
		return rec
	}
	l.made.mutex.Lock()
	filling, version := time.Now().Before(l.made.filling[id]), l.made.versions[id]
	l.made.mutex.Unlock()
	size := int64(0)
	if content := l.contentOf(id); content != nil && !filling {
		for _, path := range content {
			size += sizeOf(path)
		}
	} else if folder := l.folderOf(id); folder != "" && !filling {
		files, _ := filepath.Glob(filepath.Join(folder, "*"))
		for _, file := range files {
			if info, err := os.Stat(file); err == nil {
				size += info.Size()
			}
		}
	}
	body.Value["cached"], body.Value["size"], body.Value["content_version"] = !filling, size, strconv.Itoa(version+1)
	return valued(body.Value)
}

// taken is the name that a copy or a change wants to give, where another item of the library has it; empty where none has.
func (l *libraries) taken(r *http.Request, id string, data []byte) string {
	if id == "" || r.Method != http.MethodPatch && r.URL.Query().Get("~action") != "copy" {
		return ""
	}
	var asked struct {
		Copy struct {
			Library string `json:"library_id"`
			Name    string
		} `json:"destination_create_spec"`
		Update struct{ Name string } `json:"update_spec"`
	}
	_ = json.Unmarshal(data, &asked)
	name, library := asked.Copy.Name+asked.Update.Name, asked.Copy.Library
	if name == "" {
		return ""
	}
	if library == "" {
		library = l.libraryOf(r, id)
	}
	found := l.ask(r, http.MethodPost, restRoot+"content/library/item?~action=find", map[string]any{"spec": map[string]any{"library_id": library, "name": name}})
	var ids struct{ Value []string }
	_ = json.Unmarshal(found.Body.Bytes(), &ids)
	if slices.ContainsFunc(ids.Value, func(other string) bool { return other != id || asked.Copy.Name != "" }) {
		return name
	}
	return ""
}

func (l *libraries) libraryOf(r *http.Request, id string) string {
	rec := l.ask(r, http.MethodGet, restRoot+"content/library/item/id:"+id, nil)
	var body struct {
		Value struct {
			Library string `json:"library_id"`
		}
	}
	_ = json.Unmarshal(rec.Body.Bytes(), &body)
	return body.Value.Library
}

// folderOf is where the simulator keeps the files of an item; empty where it has none.
func (l *libraries) folderOf(id string) string {
	for _, entity := range l.world.model.Map().All("Datastore") {
		if ds, ok := entity.(*simulator.Datastore); ok {
			found, _ := filepath.Glob(filepath.Join(ds.Info.GetDatastoreInfo().Url, "contentlib-*", id))
			if len(found) > 0 {
				return found[0]
			}
		}
	}
	return ""
}
