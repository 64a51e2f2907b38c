package tools

// Folders says where Windows has each tool, below its own folder.
var Folders = map[string]string{}

// Run does what a tool does.
func Run(call *Call) { call.End(0x0D0B0003) }
