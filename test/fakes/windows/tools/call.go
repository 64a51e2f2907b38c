// Package tools holds what each tool of Windows does, one file a tool.
package tools

import (
	"context"
	"encoding/json"
	"io"
	"net"

	"stillframe.test/fakes/windows/protocol"
)

// Call is one run of a tool.
type Call struct {
	protocol.Hello
	*Machine
	// Gone is done when the program on the Windows side has ended: what it was doing ends with it.
	Gone context.Context
	// About says more for the log than the command line.
	About   string
	encoder *json.Encoder
}

// NewCall is what a client asked for over its connection, on which it says nothing more.
func NewCall(hello protocol.Hello, connection net.Conn, machine *Machine) *Call {
	gone, end := context.WithCancel(context.Background())
	go func() {
		// The line end behind what it said may still be on its way: it is no end, and left unread it would cost the client our last words.
		io.Copy(io.Discard, connection)
		end()
	}()
	return &Call{Hello: hello, Machine: machine, Gone: gone, encoder: json.NewEncoder(connection)}
}

// Arguments without the program's own name.
func (c *Call) Arguments() []string { return Arguments(c.CommandLine)[1:] }

// Path of a file of the Windows side on this machine.
func (c *Call) Path(path string) (string, error) { return c.Windows.Path(path, c.Folder) }

// Print prints text as a tool does into a pipe: in the language of the machine and the code page of its consoles.
func (c *Call) Print(text string) {
	c.encoder.Encode(protocol.Frame{Out: c.Language.Encode(c.Language.Translate(text))})
}

// PrintEnglish is for the one tool that can be told to speak English.
func (c *Call) PrintEnglish(text string) {
	c.encoder.Encode(protocol.Frame{Out: c.Language.Encode(text)})
}

// PrintRaw prints bytes as they are.
func (c *Call) PrintRaw(text string) { c.encoder.Encode(protocol.Frame{Out: []byte(text)}) }

// PrintError prints to standard error.
func (c *Call) PrintError(text string) {
	c.encoder.Encode(protocol.Frame{Err: c.Language.Encode(c.Language.Translate(text))})
}

// HoldPipes leaves a process behind that holds standard output and error.
func (c *Call) HoldPipes() { c.encoder.Encode(protocol.Frame{Hold: true}) }

// End is the last thing a tool says.
func (c *Call) End(code uint32) error { return c.encoder.Encode(protocol.Frame{Exit: &code}) }
