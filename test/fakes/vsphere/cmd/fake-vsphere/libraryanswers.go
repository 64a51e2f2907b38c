package main

import (
	"encoding/json"
	"net/http/httptest"
)

const stdError = "com.vmware.vapi.std.errors."

func refusal(status int, kind string) *httptest.ResponseRecorder {
	return saying(status, kind)
}

func saying(status int, kind string, texts ...string) *httptest.ResponseRecorder {
	messages := []any{}
	for _, text := range texts {
		messages = append(messages, map[string]any{"id": "x", "default_message": text, "args": []any{}})
	}
	rec := httptest.NewRecorder()
	rec.WriteHeader(status)
	_ = json.NewEncoder(rec).Encode(map[string]any{"type": kind, "value": map[string]any{"messages": messages}})
	return rec
}

func valued(value any) *httptest.ResponseRecorder {
	rec := httptest.NewRecorder()
	rec.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(rec).Encode(map[string]any{"value": value})
	return rec
}

func notMade(why string) *httptest.ResponseRecorder {
	message := map[string]any{"default_message": why}
	return valued(map[string]any{"succeeded": false, "error": map[string]any{"errors": []any{map[string]any{"category": "SERVER", "message": message}}}})
}
