// Says, as JSON, what becomes of a machine of the double that starts from a raw disk: fake-guest [settings] disk.raw…
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"strconv"
	"strings"

	"stillframe.test/fakes/vsphere/guest"
)

func main() {
	var m guest.Machine
	flag.StringVar(&m.Firmware, "firmware", "efi", "efi or bios")
	flag.BoolVar(&m.SecureBoot, "secure-boot", false, "only signed programs start")
	flag.StringVar(&m.Controller, "controller", "pvscsi", "what the disk hangs on")
	secret := flag.Bool("secret", false, "says Administrator's password too")
	window := flag.String("window", "", "OFFSET=FILE: what lies in the disk from there on is in that file")
	flag.Parse()
	for _, path := range flag.Args() {
		disk, err := os.Open(path)
		if err != nil {
			log.Fatal(err)
		}
		seen, err := through(disk, *window)
		if err != nil {
			log.Fatal(err)
		}
		said := struct {
			guest.Guest
			Password string `json:"password,omitempty"`
		}{Guest: guest.Inspect(seen, m)}
		if *secret {
			said.Password = said.Secret
		}
		line, _ := json.Marshal(said)
		fmt.Println(string(line))
		disk.Close()
	}
}

// through gives the disk with a file in the place of a part of it.
func through(disk *os.File, window string) (io.ReaderAt, error) {
	if window == "" {
		return disk, nil
	}
	at, path, _ := strings.Cut(window, "=")
	offset, err := strconv.ParseInt(at, 10, 64)
	if err != nil {
		return nil, err
	}
	part, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	info, err := part.Stat()
	if err != nil {
		return nil, err
	}
	return &windowed{disk, part, offset, info.Size()}, nil
}

type windowed struct {
	disk, part   io.ReaderAt
	offset, size int64
}

func (w *windowed) ReadAt(p []byte, at int64) (int, error) {
	for n := 0; n < len(p); {
		where := at + int64(n)
		source, from, end := w.disk, where, where+int64(len(p)-n)
		switch {
		case where < w.offset:
			end = min(end, w.offset)
		case where < w.offset+w.size:
			source, from, end = w.part, where-w.offset, min(end, w.offset+w.size)
		}
		got, err := source.ReadAt(p[n:n+int(end-where)], from)
		n += got
		if err != nil {
			return n, err
		}
	}
	return len(p), nil
}
