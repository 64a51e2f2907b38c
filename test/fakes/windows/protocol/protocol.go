// Package protocol is what the programs on the Windows side and the server on the Linux side say to each other: one JSON value a line, over
// loopback. A program connects and says who it is; the server answers.
package protocol

// Hello is the first line of every connection.
type Hello struct {
	// Tool is the name under which the client was started, in lower case and without its extension; empty for the runner.
	Tool string `json:"tool,omitempty"`
	// Job is the number of the job that a runner was started for.
	Job int `json:"job,omitempty"`
	// Keeper is the number of a file that is to be kept open; Failure why it could not be opened.
	Keeper  int    `json:"keeper,omitempty"`
	Failure string `json:"failure,omitempty"`
	// CommandLine is as the operating system gave it: how it is split is the tool's own affair.
	CommandLine string   `json:"commandLine,omitempty"`
	Folder      string   `json:"folder,omitempty"`
	Environment []string `json:"environment,omitempty"`
	Process     int      `json:"process,omitempty"`
	// Input is what came over standard input, of the tools that read it.
	Input string `json:"input,omitempty"`
	// Processes are all of the machine, for the tools that ask for them.
	Processes []Process `json:"processes,omitempty"`
	// Program is the client's own path: two folders on PATH may hold a tool of one name.
	Program string `json:"program,omitempty"`
}

// Process of the Windows side; Started in milliseconds since 1970.
type Process struct {
	ID      uint32 `json:"pid"`
	Parent  uint32 `json:"parent"`
	Started int64  `json:"started"`
}

// Frame is what a tool prints, or how it ends.
type Frame struct {
	Out []byte `json:"out,omitempty"`
	Err []byte `json:"err,omitempty"`
	// Hold leaves a process behind that holds the pipes of the tool.
	Hold bool `json:"hold,omitempty"`
	// Exit is the exit code, all 32 bits of it.
	Exit *uint32 `json:"exit,omitempty"`
}

// Job is what a runner starts.
type Job struct {
	Program     string            `json:"program"`
	Arguments   []string          `json:"arguments"`
	Folder      string            `json:"folder"`
	Environment map[string]string `json:"environment"`
	// Output and Errors are the files that get what it prints.
	Output string `json:"output"`
	Errors string `json:"errors"`
}

// Order is how a job is ended from outside.
type Order struct {
	// Signal is ctrl-c, ctrl-break or kill.
	Signal string `json:"signal"`
}

// Report is a runner's only answer.
type Report struct {
	Exit  uint32 `json:"exit"`
	Error string `json:"error,omitempty"`
}
