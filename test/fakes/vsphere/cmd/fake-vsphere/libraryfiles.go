package main

import (
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"hash"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// pushed is a file of a session.
type pushed struct {
	key, name, path string
	// -1: not declared
	size           int64
	algorithm, sum string
	status, why    string
	got            int64
}

var sums = map[string]func() hash.Hash{"MD5": md5.New, "SHA1": sha1.New, "SHA256": sha256.New, "SHA512": sha512.New}

func (f *pushed) info(host string) map[string]any {
	info := map[string]any{"name": f.name, "source_type": "PUSH", "status": f.status, "bytes_transferred": f.got,
		"upload_endpoint": map[string]any{"uri": "https://" + host + "/cls/data/" + f.key + "/" + f.name}}
	if f.status == "READY" {
		info["size"] = f.got
	}
	if f.sum != "" {
		info["checksum_info"] = map[string]any{"algorithm": f.algorithm, "checksum": f.sum}
	}
	if f.why != "" {
		info["error_message"] = map[string]any{"id": "x", "default_message": f.why, "args": []any{}}
	}
	return info
}

func (l *libraries) updateFiles(r *http.Request) *httptest.ResponseRecorder {
	_, id, _ := strings.Cut(r.URL.Path, "/id:")
	if r.Method == http.MethodGet {
		id = r.URL.Query().Get("update_session_id")
	}
	var req struct {
		File string `json:"file_name"`
		Spec struct {
			Name     string
			Source   string `json:"source_type"`
			Size     *int64
			Checksum *struct{ Algorithm, Checksum string } `json:"checksum_info"`
		} `json:"file_spec"`
	}
	_ = json.NewDecoder(r.Body).Decode(&req)
	l.updates.mutex.Lock()
	defer l.updates.mutex.Unlock()
	l.expire()
	u := l.updates.open[id]
	if u == nil {
		return refusal(http.StatusNotFound, stdError+"not_found")
	}
	if r.Method == http.MethodGet {
		files := []any{}
		for _, f := range u.files {
			files = append(files, f.info(r.Host))
		}
		return valued(files)
	}
	if u.state != "ACTIVE" {
		return saying(http.StatusBadRequest, stdError+"not_allowed_in_current_state", u.message)
	}
	u.heard = time.Now()
	switch r.URL.Query().Get("~action") {
	case "add":
		s := req.Spec
		if s.Name == "" || s.Name != filepath.Base(s.Name) || s.Source != "PUSH" || s.Checksum != nil && sums[s.Checksum.Algorithm] == nil {
			return refusal(http.StatusBadRequest, stdError+"invalid_argument")
		}
		f := &pushed{key: fmt.Sprintf("%s-%d", u.id, len(u.files)), name: s.Name, size: -1, status: "WAITING_FOR_TRANSFER"}
		if s.Size != nil {
			f.size = *s.Size
		}
		if s.Checksum != nil {
			f.algorithm, f.sum = s.Checksum.Algorithm, strings.ToLower(s.Checksum.Checksum)
		}
		kept := []*pushed{}
		for _, other := range u.files {
			if other.name != f.name {
				kept = append(kept, other)
			}
		}
		u.files = append(kept, f)
		return valued(f.info(r.Host))
	case "remove":
		if l.updates.content[u.item][req.File] == "" && !exists(filepath.Join(l.folderOf(u.item), filepath.Base(req.File))) {
			return refusal(http.StatusBadRequest, stdError+"invalid_argument")
		}
		u.removed[req.File] = true
		return valued(nil)
	case "validate":
		missing := u.missing()
		return valued(map[string]any{"has_errors": len(missing) > 0, "missing_files": missing, "invalid_files": []any{}})
	}
	return refusal(http.StatusNotFound, stdError+"not_found")
}

// take receives the bytes of a file at the address that was given for it. That something is wrong with them is said by the session.
func (l *libraries) take(rw http.ResponseWriter, r *http.Request) {
	key := filepath.Base(filepath.Dir(r.URL.Path))
	l.updates.mutex.Lock()
	l.expire()
	var of *update
	var file *pushed
	for _, u := range l.updates.open {
		for _, f := range u.files {
			if f.key == key && f.name == filepath.Base(r.URL.Path) && u.state == "ACTIVE" {
				of, file = u, f
				f.status = "TRANSFERRING"
			}
		}
	}
	l.updates.mutex.Unlock()
	switch {
	case file == nil:
		http.Error(rw, "no such upload", http.StatusNotFound)
		return
	case r.Method != http.MethodPut:
		http.Error(rw, "files are PUT", http.StatusMethodNotAllowed)
		return
	}
	path := filepath.Join(l.world.folder, "push-"+key)
	var sum hash.Hash
	if file.sum != "" {
		sum = sums[file.algorithm]()
	}
	got, err := l.store(path, r.Body, sum, of)
	l.updates.mutex.Lock()
	defer l.updates.mutex.Unlock()
	file.path, file.got, file.status = path, got, "READY"
	fail := func(why string) {
		file.status, file.why = "ERROR", why
		if of.state == "ACTIVE" {
			l.endUpdate(of, "ERROR", why)
		}
	}
	switch {
	case err != nil:
		// The connection was cut: it may be sent again.
		file.status = "WAITING_FOR_TRANSFER"
		http.Error(rw, err.Error(), http.StatusInternalServerError)
	case file.size >= 0 && file.size != got:
		fail(fmt.Sprintf("The file %s has %d bytes, %d were expected.", file.name, got, file.size))
	case sum != nil && hex.EncodeToString(sum.Sum(nil)) != file.sum:
		fail("Checksum validation failed for file " + file.name + ".")
	}
}

func (l *libraries) store(path string, body io.Reader, sum hash.Hash, of *update) (int64, error) {
	file, err := os.Create(path)
	if err != nil {
		return 0, err
	}
	defer file.Close()
	corrupt := l.world.planNow().LibraryFault == "corrupt"
	buffer := make([]byte, 256<<10)
	var total int64
	started := time.Now()
	for {
		n, err := body.Read(buffer)
		if corrupt && n > 0 {
			buffer[0] ^= 1
		}
		total += int64(n)
		if sum != nil {
			_, _ = sum.Write(buffer[:n])
		}
		if _, werr := file.Write(buffer[:n]); werr != nil {
			return total, werr
		}
		l.updates.mutex.Lock()
		of.heard = time.Now()
		l.updates.mutex.Unlock()
		if err == io.EOF {
			return total, nil
		}
		if err != nil {
			return total, err
		}
		if rate := l.world.uploadRate; rate > 0 {
			time.Sleep(time.Duration(float64(total)/float64(rate)*float64(time.Second)) - time.Since(started))
		}
	}
}
