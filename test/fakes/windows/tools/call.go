// Package tools holds what each tool of Windows does, one file a tool.
package tools

import (
	"encoding/json"
	"net"

	"stillframe.test/fakes/windows/protocol"
	"stillframe.test/fakes/windows/wine"
)

// Call is one run of a tool.
type Call struct {
	protocol.Hello
	Windows *wine.Wine
	encoder *json.Encoder
}

// NewCall is what a client asked for over its connection.
func NewCall(hello protocol.Hello, connection net.Conn) *Call {
	return &Call{Hello: hello, encoder: json.NewEncoder(connection)}
}

// Print prints text as a tool does into a pipe: in the OEM code page, of which this machine has the ASCII part; all else is a question mark.
func (c *Call) Print(text string) {
	bytes := make([]byte, 0, len(text))
	for _, r := range text {
		if r > 0x7e {
			r = '?'
		}
		bytes = append(bytes, byte(r))
	}
	c.encoder.Encode(protocol.Frame{Out: bytes})
}

// End is the last thing a tool says.
func (c *Call) End(code uint32) error { return c.encoder.Encode(protocol.Frame{Exit: &code}) }
