package main

import (
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"sync"
	"time"
)

// logins knows who is logged in by what stands in the head of the requests, and which of those the server has forgotten.
type logins struct {
	*sync.Mutex
	// seen and not ended: cookies of SOAP sessions and tokens of REST sessions
	seen map[string]bool
	// ended are those that the server does not know any more
	ended map[string]bool
	// rest are tokens that were given and not given back
	rest map[string]bool
	// away until then: the server restarts
	away *time.Time
}

func newLogins() logins {
	return logins{new(sync.Mutex), make(map[string]bool), make(map[string]bool), make(map[string]bool), new(time.Time)}
}

const restToken = "vmware-api-session-id"

func credentialOf(r *http.Request) string {
	if token := r.Header.Get(restToken); token != "" {
		return token
	}
	return r.Header.Get("Cookie")
}

// judge ends sessions as the fault says, and gives the status by which a request is turned away; 0 for one that is served. Files of leases
// are not asked for: an ESXi host takes them, which the server's restart leaves alone.
func (l logins) judge(r *http.Request, method string, f fault) int {
	if method == "NFC" {
		return 0
	}
	l.Lock()
	defer l.Unlock()
	mine := credentialOf(r)
	if f.Do == "end-session" && mine != "" {
		l.forget(mine)
	}
	if f.Do == "restart" {
		for credential := range l.seen {
			l.forget(credential)
		}
		if f.For == 0 {
			f.For = 1500
		}
		*l.away = time.Now().Add(time.Duration(f.For) * time.Millisecond)
	}
	if time.Now().Before(*l.away) {
		return http.StatusServiceUnavailable
	}
	if mine == "" {
		return 0
	}
	if l.ended[mine] {
		return http.StatusUnauthorized
	}
	l.seen[mine] = true
	return 0
}

func (l logins) forget(credential string) {
	l.ended[credential] = true
	delete(l.seen, credential)
	delete(l.rest, credential)
}

// count is how many are logged in to the REST API.
func (l logins) count() int {
	l.Lock()
	defer l.Unlock()
	return len(l.rest)
}

// refuseLogin says by the words of each API that nobody is logged in, or that the server is away.
func refuseLogin(rw http.ResponseWriter, status int, method string) {
	switch {
	case status == http.StatusServiceUnavailable:
		http.Error(rw, "503 Service Unavailable (Failed to connect to endpoint)", status)
	case method == "Folder":
		rw.WriteHeader(status)
	case method == "REST":
		rw.Header().Set("Content-Type", "application/json")
		rw.WriteHeader(status)
		_, _ = io.WriteString(rw, `{"error_type":"UNAUTHENTICATED","messages":[]}`)
	default:
		rw.Header().Set("Content-Type", "text/xml")
		rw.WriteHeader(http.StatusInternalServerError)
		_, _ = io.WriteString(rw, soapFault("NotAuthenticated", "The session is not authenticated."))
	}
}

// watch learns which REST sessions are begun and ended.
func (l logins) watch(rw http.ResponseWriter, r *http.Request) http.ResponseWriter {
	if r.URL.Path != "/api/session" && r.URL.Path != restRoot+"cis/session" {
		return rw
	}
	if r.Method == http.MethodDelete {
		l.Lock()
		delete(l.rest, r.Header.Get(restToken))
		l.Unlock()
	}
	if r.Method == http.MethodPost && r.URL.RawQuery == "" {
		return &tokenReader{rw, l}
	}
	return rw
}

type tokenReader struct {
	http.ResponseWriter
	logins logins
}

func (t *tokenReader) Write(data []byte) (int, error) {
	token := ""
	var wrapped struct {
		Value string `json:"value"`
	}
	if json.Unmarshal(data, &token) != nil && json.Unmarshal(data, &wrapped) == nil {
		token = wrapped.Value
	}
	if token = strings.TrimSpace(token); token != "" {
		t.logins.Lock()
		t.logins.rest[token] = true
		t.logins.Unlock()
	}
	return t.ResponseWriter.Write(data)
}
