package disks

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// view shows the content of a VHD or VHDX as one plain file, to be read and written: QEMU's own readers and writers of the formats behind it.
type view struct {
	path    string
	file    *os.File
	process *exec.Cmd
	ended   chan error
}

var drivers = map[string]string{".vhd": "vpc", ".vhdx": "vhdx"}

func openView(image, folder string, readOnly bool) (*view, error) {
	driver, ok := drivers[strings.ToLower(filepath.Ext(image))]
	if !ok {
		return nil, fmt.Errorf("%s has an ending that is no disk image's", image)
	}
	path := filepath.Join(folder, "view")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		return nil, err
	}
	file, _ := json.Marshal(map[string]any{"driver": "file", "node-name": "file", "filename": image, "read-only": readOnly})
	format, _ := json.Marshal(map[string]any{"driver": driver, "node-name": "disk", "file": "file", "read-only": readOnly})
	export, _ := json.Marshal(map[string]any{"type": "fuse", "id": "view", "node-name": "disk", "mountpoint": path, "writable": !readOnly})
	process := exec.Command("qemu-storage-daemon", "--blockdev", string(file), "--blockdev", string(format), "--export", string(export))
	var said bytes.Buffer
	process.Stdout, process.Stderr = &said, &said
	if err := process.Start(); err != nil {
		return nil, err
	}
	v := &view{path: path, process: process, ended: make(chan error, 1)}
	go func() { v.ended <- process.Wait() }()
	// The file is empty until the export lies over it.
	for {
		select {
		case err := <-v.ended:
			return nil, fmt.Errorf("qemu-storage-daemon: %v: %s", err, said.String())
		case <-time.After(5 * time.Millisecond):
		}
		info, err := os.Stat(path)
		if err != nil || info.Size() == 0 {
			continue
		}
		mode := os.O_RDWR
		if readOnly {
			mode = os.O_RDONLY
		}
		if v.file, err = os.OpenFile(path, mode, 0); err != nil {
			return nil, err
		}
		return v, nil
	}
}

// close returns when everything is in the image.
func (v *view) close() error {
	err := v.file.Close()
	v.process.Process.Signal(syscall.SIGTERM)
	return errors.Join(err, <-v.ended)
}

const piece = 64 << 10

// copyOut takes a range of the view into a new sparse file.
func (v *view) copyOut(offset, size int64, to string) error {
	target, err := os.OpenFile(to, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	defer target.Close()
	if err := target.Truncate(size); err != nil {
		return err
	}
	return eachPiece(v.file, offset, offset+size, func(at int64, bytes []byte) error {
		if isZero(bytes) {
			return nil
		}
		_, err := target.WriteAt(bytes, at-offset)
		return err
	})
}

// copyIn brings a file back to where it came from; what did not change is not written, so that a dynamic image does not grow by it.
func (v *view) copyIn(from string, offset int64) error {
	source, err := os.Open(from)
	if err != nil {
		return err
	}
	defer source.Close()
	info, err := source.Stat()
	if err != nil {
		return err
	}
	there := make([]byte, piece)
	return eachPiece(source, 0, info.Size(), func(at int64, bytes []byte) error {
		old := there[:len(bytes)]
		if _, err := v.file.ReadAt(old, offset+at); err != nil {
			return err
		}
		if string(old) == string(bytes) {
			return nil
		}
		_, err := v.file.WriteAt(bytes, offset+at)
		return err
	})
}

// eachPiece reads a file between its holes.
func eachPiece(file *os.File, from, to int64, do func(at int64, bytes []byte) error) error {
	const seekData, seekHole = 3, 4
	buffer := make([]byte, piece)
	for at := from; at < to; {
		data, err := file.Seek(at, seekData)
		if errors.Is(err, syscall.ENXIO) || (err == nil && data >= to) {
			return nil
		}
		if err != nil {
			return err
		}
		end, err := file.Seek(data, seekHole)
		if err != nil {
			return err
		}
		end = min(end, to)
		for at = data; at < end; {
			bytes := buffer[:min(int64(piece), end-at)]
			if _, err := file.ReadAt(bytes, at); err != nil {
				return err
			}
			if err := do(at, bytes); err != nil {
				return err
			}
			at += int64(len(bytes))
		}
	}
	return nil
}

func isZero(bytes []byte) bool {
	for _, each := range bytes {
		if each != 0 {
			return false
		}
	}
	return true
}
