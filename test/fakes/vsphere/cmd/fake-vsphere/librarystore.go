package main

import (
	"archive/tar"
	"bytes"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/vmware/govmomi/ovf"
)

// missing are files that the descriptor names and nobody has sent.
func (u *update) missing() []string {
	missing, here := []string{}, map[string]bool{}
	var descriptor string
	for _, f := range u.files {
		here[f.name] = f.status == "READY"
		if strings.HasSuffix(f.name, ".ovf") {
			descriptor = f.path
		}
	}
	data, err := os.ReadFile(descriptor)
	if err != nil {
		return []string{"*.ovf"}
	}
	envelope, err := ovf.Unmarshal(bytes.NewReader(data))
	if err != nil {
		return []string{"*.ovf"}
	}
	for _, f := range envelope.References {
		if !here[f.Href] {
			missing = append(missing, f.Href)
		}
	}
	return missing
}

// finishUpdate puts the files in the place of those that the item has, after the time that a copy takes.
func (l *libraries) finishUpdate(r *http.Request, u *update) {
	p := l.world.planNow()
	time.Sleep(time.Duration(p.CopyMS) * time.Millisecond)
	l.updates.mutex.Lock()
	defer l.updates.mutex.Unlock()
	if u.state != "ACTIVE" {
		return
	}
	if p.LibraryFault == "pipe-closed" {
		l.endUpdate(u, "ERROR", "Error transferring file to the datastore. Reason: IO error during transfer: Pipe closed")
		return
	}
	if missing := u.missing(); len(missing) > 0 {
		l.endUpdate(u, "ERROR", "The OVF package lacks "+strings.Join(missing, ", ")+".")
		return
	}
	content := make(map[string]string)
	for name, path := range l.updates.content[u.item] {
		if !u.removed[name] {
			content[name] = path
		}
	}
	for _, f := range u.files {
		content[f.name] = f.path
	}
	if folder := l.folderOf(u.item); folder != "" {
		_ = os.RemoveAll(folder)
	}
	if rec := l.pushArchive(r, u.item, "content", archiveOf(content)); rec.Code != http.StatusOK {
		l.endUpdate(u, "ERROR", "The simulator says "+rec.Body.String())
		return
	}
	l.updates.content[u.item] = content
	l.made.mutex.Lock()
	l.made.versions[u.item]++
	l.made.mutex.Unlock()
	l.endUpdate(u, "DONE", "")
}

// archiveOf is an OVA of the files, by which the simulator replaces all that an item has.
func archiveOf(content map[string]string) *bytes.Buffer {
	var ova bytes.Buffer
	archive := tar.NewWriter(&ova)
	for _, name := range slices.Sorted(maps.Keys(content)) {
		data, _ := os.ReadFile(content[name])
		_ = archive.WriteHeader(&tar.Header{Name: name, Mode: 0o600, Size: int64(len(data))})
		_, _ = archive.Write(data)
	}
	_ = archive.Close()
	return &ova
}

// contentOf is what was pushed into an item; nil where nobody did.
func (l *libraries) contentOf(item string) map[string]string {
	l.updates.mutex.Lock()
	defer l.updates.mutex.Unlock()
	return l.updates.content[item]
}

// setContent says what an item has from now on; nil: what the simulator made of it.
func (l *libraries) setContent(item string, content map[string]string) {
	l.updates.mutex.Lock()
	defer l.updates.mutex.Unlock()
	if content != nil {
		l.updates.content[item] = content
	} else {
		delete(l.updates.content, item)
	}
}

// files lists what was pushed into an item; nil where the simulator knows better.
func (l *libraries) files(item string) *httptest.ResponseRecorder {
	content := l.contentOf(item)
	if content == nil {
		return nil
	}
	list := []any{}
	for _, name := range slices.Sorted(maps.Keys(content)) {
		list = append(list, map[string]any{"name": name, "size": sizeOf(content[name]), "version": "1", "cached": true})
	}
	return valued(list)
}

func sizeOf(path string) int64 {
	info, err := os.Stat(path)
	if err != nil {
		return 0
	}
	return info.Size()
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
