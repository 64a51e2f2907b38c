package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/vmware/govmomi/vim25/mo"
)

type deployRequest struct {
	Token  string `json:"client_token,omitempty"`
	Target struct {
		Pool   string `json:"resource_pool_id"`
		Host   string `json:"host_id,omitempty"`
		Folder string `json:"folder_id,omitempty"`
	} `json:"target"`
	Spec struct {
		Name         string `json:"name"`
		EULA         *bool  `json:"accept_all_EULA"`
		Datastore    string `json:"default_datastore_id"`
		Provisioning string `json:"storage_provisioning,omitempty"`
		Networks     []struct {
			Key   string `json:"key"`
			Value string `json:"value"`
		} `json:"network_mappings,omitempty"`
	} `json:"deployment_spec"`
}

// deploy makes a VM of an item, with its disks. It goes on when nobody waits for it any more, and the same token is never carried out twice.
func (l *libraries) deploy(r *http.Request) *httptest.ResponseRecorder {
	if !l.authorized(r) {
		return refusal(http.StatusUnauthorized, stdError+"unauthenticated")
	}
	data, _ := io.ReadAll(r.Body)
	var req deployRequest
	if err := json.Unmarshal(data, &req); err != nil || req.Target.Pool == "" || req.Spec.EULA == nil {
		return refusal(http.StatusBadRequest, stdError+"invalid_argument")
	}
	return l.once(req.Token, func() *httptest.ResponseRecorder { return l.deployNow(r, req) })
}

func (l *libraries) deployNow(r *http.Request, req deployRequest) *httptest.ResponseRecorder {
	w := l.world
	_, id, _ := strings.Cut(r.URL.Path, "/id:")
	if rec := l.ask(r, http.MethodGet, restRoot+"content/library/item/id:"+id, nil); rec.Code != http.StatusOK {
		return refusal(http.StatusNotFound, stdError+"not_found")
	}
	for _, network := range req.Spec.Networks {
		if !slices.ContainsFunc(w.model.Map().All("Network"), named(network.Value)) && !slices.ContainsFunc(w.model.Map().All("DistributedVirtualPortgroup"), named(network.Value)) {
			return refusal(http.StatusNotFound, stdError+"not_found")
		}
	}
	if !slices.Contains([]string{"", "thin", "thick", "eagerZeroedThick"}, req.Spec.Provisioning) {
		return refusal(http.StatusBadRequest, stdError+"invalid_argument")
	}
	if !l.made.take(id) {
		return saying(http.StatusBadRequest, stdError+"resource_busy", "The library item is being updated.")
	}
	defer l.made.giveBack(id)
	p := w.planNow()
	if p.LibraryFault == "deploy-fails" {
		return notMade("There is not enough space on the datastore.")
	}
	content := l.contentOf(id)
	w.mutex.Lock()
	w.deploys[req.Spec.Name] = content
	w.mutex.Unlock()
	defer func() {
		w.mutex.Lock()
		delete(w.deploys, req.Spec.Name)
		w.mutex.Unlock()
	}()
	req.Token = ""
	data, _ := json.Marshal(req)
	inner := httptest.NewRequest(http.MethodPost, r.URL.Path+"?~action=deploy", bytes.NewReader(data))
	inner.Header = r.Header
	rec := httptest.NewRecorder()
	l.next.ServeHTTP(rec, inner)
	if p.LibraryFault == "deploy-warns" && rec.Code == http.StatusOK {
		var body struct {
			Value map[string]any `json:"value"`
		}
		_ = json.Unmarshal(rec.Body.Bytes(), &body)
		body.Value["error"] = map[string]any{"warnings": []any{map[string]any{"category": "SERVER", "message": map[string]any{"default_message": "The virtual hardware was changed."}}}}
		return valued(body.Value)
	}
	return rec
}

func named(id string) func(mo.Entity) bool {
	return func(entity mo.Entity) bool { return entity.Reference().Value == id }
}

// once carries out what is asked for with a token, and gives whoever asks again the same answer.
func (l *libraries) once(token string, run func() *httptest.ResponseRecorder) *httptest.ResponseRecorder {
	if token == "" {
		token = fmt.Sprint(time.Now().UnixNano())
	}
	l.made.mutex.Lock()
	done := l.made.tokens[token]
	if done == nil {
		done = make(chan struct{})
		l.made.tokens[token] = done
		go func() {
			rec := run()
			l.made.mutex.Lock()
			l.made.ended[token] = rec
			l.made.mutex.Unlock()
			close(done)
		}()
	}
	l.made.mutex.Unlock()
	<-done
	l.made.mutex.Lock()
	defer l.made.mutex.Unlock()
	return l.made.ended[token]
}

// fill gives the VM of a lease the disks of the library item that it is deployed from.
func (l *lease) fill() error {
	time.Sleep(time.Duration(l.world.planNow().DeployMS) * time.Millisecond)
	for _, device := range l.Info.DeviceUrl {
		if device.Disk == nil || !*device.Disk || l.sums[device.TargetId] != nil {
			continue
		}
		l.world.mutex.Lock()
		source := l.from[l.world.paths[device.ImportKey]]
		l.world.mutex.Unlock()
		content, err := os.Open(source)
		if err != nil {
			return err
		}
		file := filepath.Join(l.world.folder, "deployed-"+l.Self.Value+"-"+device.TargetId)
		sums, err := l.store(file, content)
		_ = content.Close()
		if err != nil {
			return err
		}
		disk, err := inspect(file)
		if err != nil {
			return err
		}
		l.world.mutex.Lock()
		if captured, ok := l.world.captured[source]; ok {
			disk.Partitions, disk.written = captured.disk.Partitions, captured.disk.written
			l.world.lifeOf(l.Info.Entity).disk = captured.left.copy()
		}
		l.world.disks[l.Info.Entity] = append(l.world.disks[l.Info.Entity], *disk)
		l.sums[device.TargetId] = sums
		l.world.mutex.Unlock()
	}
	return nil
}
