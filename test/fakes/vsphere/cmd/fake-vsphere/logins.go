package main

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"html"
	"io"
	"maps"
	"net/http"
	"net/url"
	"os"
	"slices"
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
	// told are calls whose text or address had the password of the account
	told map[string]bool
}

func newLogins() logins {
	return logins{new(sync.Mutex), make(map[string]bool), make(map[string]bool), make(map[string]bool), new(time.Time), make(map[string]bool)}
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
		l.restart(f)
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

// restart ends all sessions, and has the server be away for a while.
func (l logins) restart(f fault) {
	for credential := range l.seen {
		l.forget(credential)
	}
	if f.For == 0 {
		f.For = 1500
	}
	*l.away = time.Now().Add(time.Duration(f.For) * time.Millisecond)
}

// forgetAll ends all sessions, as an administrator would, or as a restart does.
func (l logins) forgetAll(f fault) {
	l.Lock()
	defer l.Unlock()
	if f.Do == "restart" {
		l.restart(f)
		return
	}
	for credential := range l.seen {
		l.forget(credential)
	}
}

func (l logins) forget(credential string) {
	l.ended[credential] = true
	delete(l.seen, credential)
	delete(l.rest, credential)
}

// tell says how many are logged in to the REST API, and which credentials the server has forgotten: the simulator lists their sessions still.
func (l logins) tell() map[string]any {
	l.Lock()
	defer l.Unlock()
	list := func(of map[string]bool) []string { return slices.Sorted(maps.Keys(of)) }
	return map[string]any{"restSessions": len(l.rest), "forgotten": append([]string{}, list(l.ended)...), "told": append([]string{}, list(l.told)...)}
}

// hear remembers calls that tell the password, in their text or their address.
func (l logins) hear(method, text string, r *http.Request) {
	password := os.Getenv("FAKE_VSPHERE_PASSWORD")
	var escaped bytes.Buffer
	_ = xml.EscapeText(&escaped, []byte(password))
	address, _ := url.QueryUnescape(r.URL.String())
	heard := text + address
	for _, form := range []string{password, escaped.String(), html.EscapeString(password), strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "'", "&apos;").Replace(password)} {
		if strings.Contains(heard, form) {
			l.Lock()
			l.told[method] = true
			l.Unlock()
		}
	}
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
