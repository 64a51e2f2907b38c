package main

import (
	"crypto/sha1"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"strings"
	"time"

	"github.com/vmware/govmomi/simulator"
	"github.com/vmware/govmomi/vim25/types"

	"stillframe.test/fakes/vsphere/gpt"
	"stillframe.test/fakes/vsphere/guest"
	"stillframe.test/fakes/vsphere/vmdk"
)

type received struct {
	sha1, sha256 string
	size         int64
}

// streamVmdk is how the files of disks are called, on their way to a host and back.
const streamVmdk = "application/x-vnd.vmware-streamVmdk"

// receive takes a file of a lease, keeps it, and refuses what an ESXi host refuses.
func (w *world) receive(rw http.ResponseWriter, r *http.Request) {
	refuse := func(status int, format string, args ...any) {
		text := fmt.Sprintf(format, args...)
		log.Printf("nfc %s %s: %d %s", r.Method, r.URL.Path, status, text)
		http.Error(rw, text, status)
	}
	id, target := path.Base(path.Dir(r.URL.Path)), path.Base(r.URL.Path)
	w.mutex.Lock()
	l := w.leases[id]
	w.mutex.Unlock()
	info := w.infoOf(l)
	if info == nil {
		refuse(http.StatusNotFound, "no lease %s", id)
		return
	}
	var device *types.HttpNfcLeaseDeviceUrl
	for i := range info.DeviceUrl {
		if info.DeviceUrl[i].TargetId == target {
			device = &info.DeviceUrl[i]
		}
	}
	switch {
	case device == nil:
		refuse(http.StatusNotFound, "the lease has no device %s", target)
		return
	case *device.Disk && r.Method != http.MethodPost:
		refuse(http.StatusMethodNotAllowed, "disks are POSTed")
		return
	case *device.Disk && r.Header.Get("Content-Type") != streamVmdk:
		refuse(http.StatusUnsupportedMediaType, "a disk comes as %s", streamVmdk)
		return
	case !*device.Disk && (r.Method != http.MethodPut || r.Header.Get("Overwrite") != "t"):
		// pyvmomi-community-samples issue 392, cloudify-vsphere-plugin pull request 238
		refuse(http.StatusMethodNotAllowed, "a file that is no disk is PUT, with Overwrite: t")
		return
	case r.ContentLength < 0:
		refuse(http.StatusLengthRequired, "no Content-Length")
		return
	}
	w.mutex.Lock()
	expected, known := w.sizes[device.ImportKey]
	w.mutex.Unlock()
	if known && expected != r.ContentLength {
		refuse(http.StatusBadRequest, "%d bytes announced, the descriptor says %d", r.ContentLength, expected)
		return
	}

	file := filepath.Join(w.folder, strings.ReplaceAll(id, "/", "_")+"-"+target)
	sums, err := l.store(file, r.Body)
	if err == nil && sums.size != r.ContentLength {
		err = io.ErrUnexpectedEOF
	}
	if err != nil {
		_ = os.Remove(file)
		refuse(http.StatusInternalServerError, "%v", err)
		return
	}
	if *device.Disk {
		disk, err := inspect(file)
		if err != nil {
			_ = os.Remove(file)
			refuse(http.StatusInternalServerError, "%v", err)
			return
		}
		w.mutex.Lock()
		w.disks[info.Entity] = append(w.disks[info.Entity], *disk)
		w.mutex.Unlock()
	}
	w.mutex.Lock()
	l.sums[target] = sums
	w.mutex.Unlock()
	rw.WriteHeader(http.StatusCreated)
}

// infoOf is what a lease that is ready says of itself; nil when it is not.
func (w *world) infoOf(l *lease) (info *types.HttpNfcLeaseInfo) {
	if l == nil {
		return nil
	}
	w.model.Map().WithLock(&simulator.Context{}, l, func() {
		if l.State == types.HttpNfcLeaseStateReady {
			info = l.Info
		}
	})
	return info
}

func (l *lease) store(name string, body io.Reader) (*received, error) {
	file, err := os.Create(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	one, two := sha1.New(), sha256.New()
	buffer := make([]byte, 256<<10)
	var total int64
	started := time.Now()
	for {
		n, err := body.Read(buffer)
		total += int64(n)
		_, _ = one.Write(buffer[:n])
		_, _ = two.Write(buffer[:n])
		if _, werr := file.Write(buffer[:n]); werr != nil {
			return nil, werr
		}
		l.touch()
		l.world.mutex.Lock()
		ended := l.ended
		l.world.mutex.Unlock()
		if ended {
			return nil, fmt.Errorf("the lease has ended")
		}
		if err == io.EOF {
			return &received{hex.EncodeToString(one.Sum(nil)), hex.EncodeToString(two.Sum(nil)), total}, nil
		}
		if err != nil {
			return nil, err
		}
		if rate := l.world.uploadRate; rate > 0 {
			time.Sleep(time.Duration(float64(total)/float64(rate)*float64(time.Second)) - time.Since(started))
		}
	}
}

func inspect(file string) (*keptDisk, error) {
	disk, err := vmdk.Open(file)
	if err != nil {
		return nil, err
	}
	defer disk.Close()
	if stamp := disk.Entry("ddb.toolsVersion"); stamp != "" && !guest.HasTools(disk) {
		// vCenter believes the stamp: it would show Tools, and accept a customization, before there are any.
		return nil, fmt.Errorf("the disk is stamped ddb.toolsVersion = %s, and no Windows on it has VMware Tools", stamp)
	}
	kept := &keptDisk{Path: file, Size: disk.Size}
	if partitions, err := gpt.Read(disk); err == nil {
		kept.Partitions = partitions
	} else {
		log.Printf("%s: %v", file, err)
	}
	return kept, nil
}
