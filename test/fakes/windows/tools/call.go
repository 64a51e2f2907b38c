// Package tools holds what each tool of Windows does, one file a tool.
package tools

import (
	"encoding/json"
	"net"

	"stillframe.test/fakes/windows/protocol"
)

// Call is one run of a tool.
type Call struct {
	protocol.Hello
	encoder *json.Encoder
	decoder *json.Decoder
}

// NewCall is what a client asked for over its connection.
func NewCall(hello protocol.Hello, connection net.Conn, decoder *json.Decoder) *Call {
	return &Call{Hello: hello, encoder: json.NewEncoder(connection), decoder: decoder}
}

// Write prints bytes as they are.
func (c *Call) Write(bytes []byte) (int, error) {
	return len(bytes), c.encoder.Encode(protocol.Frame{Out: bytes})
}

// End is the last thing a tool says.
func (c *Call) End(code uint32) error { return c.encoder.Encode(protocol.Frame{Exit: &code}) }

// Input reads the client's whole standard input.
func (c *Call) Input() ([]byte, error) {
	if err := c.encoder.Encode(protocol.Frame{WantInput: true}); err != nil {
		return nil, err
	}
	var whole []byte
	for {
		var input protocol.Input
		if err := c.decoder.Decode(&input); err != nil {
			return nil, err
		}
		whole = append(whole, input.Bytes...)
		if input.End {
			return whole, nil
		}
	}
}
