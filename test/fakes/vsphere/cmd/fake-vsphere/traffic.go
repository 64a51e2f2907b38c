package main

import "net/http"

type traffic struct {
	Bytes    int64 `json:"bytes"`
	Requests int   `json:"requests"`
}

// counter counts what is sent of the files of a VM.
type counter struct {
	http.ResponseWriter
	storage *storage
	vm      string
}

func (c *counter) Write(p []byte) (int, error) {
	n, err := c.ResponseWriter.Write(p)
	c.count(int64(n), 0)
	return n, err
}

func (c *counter) count(bytes int64, requests int) {
	c.storage.mutex.Lock()
	defer c.storage.mutex.Unlock()
	t := c.storage.sent[c.vm]
	if t == nil {
		t = &traffic{}
		c.storage.sent[c.vm] = t
	}
	t.Bytes += bytes
	t.Requests += requests
}
