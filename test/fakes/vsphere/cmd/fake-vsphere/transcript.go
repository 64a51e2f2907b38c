package main

import (
	"bytes"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"regexp"
	"sync"
)

// transcript is a file of all that was asked, without that which is there to prove who asks.
type transcript struct {
	mutex sync.Mutex
	file  *os.File
}

// openTranscript gives nil where no file is named.
func openTranscript(name string) *transcript {
	if name == "" {
		return nil
	}
	file, err := os.Create(name)
	if err != nil {
		log.Fatal(err)
	}
	return &transcript{file: file}
}

var (
	loginPassword = regexp.MustCompile(`(?s)<(?:\w+:)?password(?: [^>]*)?>.*?</(?:\w+:)?password>`)
	guestAccount  = regexp.MustCompile(`(?s)<(?:\w+:)?auth(?: [^>]*)?>.*?</(?:\w+:)?auth>`)
)

// Calls that prove themselves to a guest (vim25 GuestProcessManager), each by its element auth.
var asksGuest = regexp.MustCompile(`InGuest$`)

// write takes the whole of a call but for files; where a password belongs it is left out, and nowhere else.
func (t *transcript) write(method, text string, r *http.Request) {
	if t == nil {
		return
	}
	if method == "REST" {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			return
		}
		r.Body = io.NopCloser(bytes.NewReader(body))
		text += "\n" + string(body)
	}
	switch {
	case method == "Login":
		text = loginPassword.ReplaceAllString(text, "")
	case asksGuest.MatchString(method):
		text = guestAccount.ReplaceAllString(text, "")
	}
	head := r.Header.Clone()
	// REST logs in by the head of one request.
	if r.Method == http.MethodPost && (r.URL.Path == "/api/session" || r.URL.Path == restRoot+"cis/session") {
		head.Del("Authorization")
	}
	t.mutex.Lock()
	defer t.mutex.Unlock()
	_, _ = fmt.Fprintf(t.file, "%s %s %s\n%v\n%s\n\n", method, r.Method, r.URL, head, text)
}
