package main

import (
	"io"
	"math"
	"net/http"
	"path"
	"slices"
)

// midway does something once a part of a file was read, and goes on unless that fails.
type midway struct {
	io.ReadCloser
	left int64
	then func() error
}

func (m *midway) Read(p []byte) (int, error) {
	if m.left <= 0 && m.then != nil {
		if err := m.then(); err != nil {
			return 0, err
		}
		m.then = nil
	}
	if m.then != nil && int64(len(p)) > m.left {
		p = p[:m.left]
	}
	n, err := m.ReadCloser.Read(p)
	m.left -= int64(n)
	return n, err
}

// What meets a file of a lease in its middle while its host goes on taking it.
var metMidway = []string{"end-session", "restart", "expire-lease", "hold-before"}

// partOf is how much of the body is read before the fault happens.
func partOf(r *http.Request, f fault) int64 {
	return int64(math.Round(float64(max(r.ContentLength, 0)) * f.At))
}

// meetMidway has the fault happen while the body is read; false when it is none of that kind, or a file that is read.
func (c *chaos) meetMidway(r *http.Request, method string, f fault) bool {
	// A file of a library is held in its middle alone: at its beginning, its session can end before it is looked for.
	isMet := method == "NFC" && slices.Contains(metMidway, f.Do) || method == "Push" && f.Do == "hold-before" && f.At > 0
	if !isMet || r.ContentLength <= 0 {
		return false
	}
	r.Body = &midway{r.Body, partOf(r, f), func() error {
		switch f.Do {
		case "hold-before":
			c.hold()
		case "expire-lease":
			c.expire(path.Base(path.Dir(r.URL.Path)))
		default:
			c.logins.forgetAll(f)
		}
		return nil
	}}
	return true
}
