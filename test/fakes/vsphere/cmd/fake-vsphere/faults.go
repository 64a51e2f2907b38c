package main

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"sync"
	"time"
)

// fault is what happens to calls of one name, as a test asks for it.
type fault struct {
	// Method is that of a SOAP call, NFC for files of a lease, Push for those of a library item, Folder for those of a datastore, or REST.
	Method string `json:"method"`
	// Match is a text that the request, with a space at its end, has to contain; empty for any.
	Match string `json:"match"`
	// Skip passes over the first so many.
	Skip int `json:"skip"`
	// Count is how many are hit: 0 for one, negative for all.
	Count int `json:"count"`
	// Do is 503, reset-before, reset-after, hold-before, hold-after, end-session, restart, expire-lease, cut, refuse or gone.
	Do string `json:"do"`
	// At is the share of the body of a file that is read before it happens.
	At float64 `json:"at"`
	// For is how long a server that restarts is away, in milliseconds.
	For int `json:"for"`
}

// chaos stands before the simulator, plays network, proxy and administrator, and remembers which calls came.
type chaos struct {
	mutex  sync.Mutex
	faults []*fault
	calls  []string
	// verb and address of those of the REST API
	rest   []string
	held   int
	gate   chan struct{}
	logins logins
	// expire has a lease run out
	expire func(id string)
	// nil: nobody reads what was asked
	transcript *transcript
}

func newChaos() *chaos {
	return &chaos{gate: make(chan struct{}), logins: newLogins()}
}

var methodOf = regexp.MustCompile(`<(?:\w+:)?Body[^>]*>\s*<(?:\w+:)?(\w+)`)

func (c *chaos) wrap(next http.Handler) http.Handler {
	return http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/fake/faults":
			var faults []*fault
			if err := json.NewDecoder(r.Body).Decode(&faults); err != nil {
				http.Error(rw, err.Error(), http.StatusBadRequest)
				return
			}
			c.mutex.Lock()
			c.faults = append(c.faults, faults...)
			// None at all ends those that are left.
			if len(faults) == 0 {
				c.faults = nil
			}
			c.mutex.Unlock()
		case "/fake/calls":
			c.mutex.Lock()
			defer c.mutex.Unlock()
			told := c.logins.tell()
			told["calls"], told["rest"] = append([]string{}, c.calls...), append([]string{}, c.rest...)
			told["held"], told["pending"] = c.held, c.pending()
			writeJSON(rw, told)
		case "/fake/release":
			c.mutex.Lock()
			defer c.mutex.Unlock()
			close(c.gate)
			c.gate = make(chan struct{})
		default:
			c.serve(next, rw, r)
		}
	})
}

func (c *chaos) serve(next http.Handler, rw http.ResponseWriter, r *http.Request) {
	method, text := "", ""
	switch {
	case asksItself(r):
		next.ServeHTTP(rw, r)
		return
	case strings.HasPrefix(r.URL.Path, "/sdk"):
		body, err := io.ReadAll(r.Body)
		if err != nil {
			return
		}
		r.Body = io.NopCloser(bytes.NewReader(body))
		text = string(body)
		if m := methodOf.FindStringSubmatch(text); m != nil {
			method = m[1]
		}
	case strings.HasPrefix(r.URL.Path, "/nfc/"):
		method = "NFC"
	case strings.HasPrefix(r.URL.Path, "/cls/data/"):
		method, text = "Push", r.URL.Path
	case strings.HasPrefix(r.URL.Path, "/folder/"):
		method, text = "Folder", r.URL.String()
	case strings.HasPrefix(r.URL.Path, "/api/"), strings.HasPrefix(r.URL.Path, "/rest/"):
		method, text = "REST", r.Method+" "+r.URL.String()
	default:
		next.ServeHTTP(rw, r)
		return
	}
	c.logins.hear(method, text, r)
	c.transcript.write(method, text, r)
	f := c.note(method, text)
	if c.meetMidway(r, method, f) {
		next.ServeHTTP(rw, r)
		return
	}
	if status := c.logins.judge(r, method, f); status != 0 {
		refuseLogin(rw, status, method)
		return
	}
	watched := func(rw http.ResponseWriter) http.ResponseWriter {
		if method == "ListProcessesInGuest" {
			rw = &exitCodes{rw}
		}
		return c.logins.watch(rw, r)
	}
	switch f.Do {
	case "503", "restart":
		_, _ = io.CopyN(io.Discard, r.Body, partOf(r, f))
		// As the proxy of a vCenter whose service restarts.
		http.Error(rw, "503 Service Unavailable (Failed to connect to endpoint)", http.StatusServiceUnavailable)
	case "refuse":
		rw.Header().Set("Content-Type", "text/xml")
		rw.WriteHeader(http.StatusInternalServerError)
		_, _ = io.WriteString(rw, soapFault("NoPermission", "Permission to perform this operation was denied."))
	case "gone":
		rw.Header().Set("Content-Type", "text/xml")
		rw.WriteHeader(http.StatusInternalServerError)
		_, _ = io.WriteString(rw, soapFault("ManagedObjectNotFound", "The object has already been deleted or has not been completely created"))
	case "reset-before":
		hangUp(rw)
	case "cut":
		_, _ = io.CopyN(io.Discard, r.Body, partOf(r, f))
		hangUp(rw)
	case "reset-after":
		next.ServeHTTP(watched(httptest.NewRecorder()), r)
		hangUp(rw)
	case "hold-before":
		c.hold()
		next.ServeHTTP(watched(rw), r)
	case "hold-after":
		answer := httptest.NewRecorder()
		next.ServeHTTP(watched(answer), r)
		c.hold()
		for name, values := range answer.Header() {
			rw.Header()[name] = values
		}
		rw.WriteHeader(answer.Code)
		_, _ = rw.Write(answer.Body.Bytes())
	default:
		next.ServeHTTP(watched(rw), r)
	}
}

// asksItself says whether it is the simulator that calls, as it does to deploy an item: nobody else hears of that.
func asksItself(r *http.Request) bool {
	return strings.Contains(r.UserAgent(), " govmomi/")
}

// exitCodes says of a process that ended well that it did: govmomi leaves a zero out, vSphere does not.
type exitCodes struct{ http.ResponseWriter }

func (e *exitCodes) Write(data []byte) (int, error) {
	_, err := e.ResponseWriter.Write(bytes.ReplaceAll(data, []byte("</endTime></returnval>"), []byte("</endTime><exitCode>0</exitCode></returnval>")))
	return len(data), err
}

// note remembers the call and says what is to happen to it.
func (c *chaos) note(method, text string) fault {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	c.calls = append(c.calls, method)
	if method == "REST" {
		c.rest = append(c.rest, text)
	}
	for _, f := range c.faults {
		if f.Method != method || !strings.Contains(text+" ", f.Match) || f.Do == "" {
			continue
		}
		if f.Skip > 0 {
			f.Skip--
			continue
		}
		hit := *f
		if f.Count == 0 || f.Count == 1 {
			f.Do = ""
		} else if f.Count > 1 {
			f.Count--
		}
		return hit
	}
	return fault{}
}

// pending says how many faults are still to come.
func (c *chaos) pending() int {
	count := 0
	for _, f := range c.faults {
		if f.Do != "" {
			count++
		}
	}
	return count
}

// hold keeps a call until the test releases it, at most a minute.
func (c *chaos) hold() {
	c.mutex.Lock()
	gate := c.gate
	c.held++
	c.mutex.Unlock()
	select {
	case <-gate:
	case <-time.After(time.Minute):
	}
	c.mutex.Lock()
	c.held--
	c.mutex.Unlock()
}

func hangUp(rw http.ResponseWriter) {
	if conn, _, err := rw.(http.Hijacker).Hijack(); err == nil {
		_ = conn.Close()
	}
}

func soapFault(kind, text string) string {
	return `<?xml version="1.0" encoding="UTF-8"?>
<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body><soapenv:Fault>
<faultcode>ServerFaultCode</faultcode><faultstring>` + text + `</faultstring>
<detail><` + kind + `Fault xmlns="urn:vim25" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="` + kind + `"></` + kind + `Fault></detail>
</soapenv:Fault></soapenv:Body></soapenv:Envelope>`
}
