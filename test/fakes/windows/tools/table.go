package tools

import (
	"encoding/json"
	"os"
	"sync"
	"time"
)

type tool struct {
	// folder is where Windows has it, below its own; empty for a program that comes from elsewhere.
	folder string
	run    func(*Call) (uint32, error)
}

var table = map[string]tool{
	"bcdboot":    {"system32", bcdboot},
	"diskpart":   {"system32", diskpart},
	"dism":       {"system32", dism},
	"expand":     {"system32", expand},
	"icacls":     {"system32", icacls},
	"msiexec":    {"system32", msiexec},
	"powershell": {"system32/WindowsPowerShell/v1.0", powershell},
	"reg":        {"system32", reg},
	"setup":      {"", setup},
	"setup64":    {"", setup},
}

// Folders says where Windows has each of its tools, below its own folder.
func Folders() map[string]string {
	folders := map[string]string{}
	for name, each := range table {
		if each.folder != "" {
			folders[name] = each.folder
		}
	}
	return folders
}

// Exit code of a tool that the double itself failed at: no tool of Windows has it.
const exitBroken = 0x0D0B0003

// Log proves that the doubles ran, and not what Wine has under their names: one line of JSON for each run.
type Log struct {
	lock sync.Mutex
	file *os.File
}

// OpenLog writes to a file.
func OpenLog(path string) (*Log, error) {
	file, err := os.Create(path)
	return &Log{file: file}, err
}

func (l *Log) add(call *Call, code uint32, started time.Time, failure error) {
	entry := map[string]any{"tool": call.Tool, "commandLine": call.CommandLine, "exit": code, "ms": time.Since(started).Milliseconds()}
	if call.About != "" {
		entry["about"] = call.About
	}
	if failure != nil {
		entry["failure"] = failure.Error()
	}
	if call.Gone.Err() != nil {
		entry["killed"] = true
	}
	line, _ := json.Marshal(entry)
	l.lock.Lock()
	defer l.lock.Unlock()
	l.file.Write(append(line, '\n'))
}

// Run does what a tool does. Two at once wait for each other.
func Run(call *Call, log *Log) {
	started := time.Now()
	code, err := uint32(exitBroken), error(nil)
	call.Disks.Lock()
	if each, ok := table[call.Tool]; ok {
		code, err = each.run(call)
	}
	call.Disks.Unlock()
	if err != nil {
		code = exitBroken
		call.PrintError("windows double: " + err.Error() + "\r\n")
	}
	if call.Tool != "powershell" && call.Faults.Happens("pipe-held") {
		call.HoldPipes()
	}
	log.add(call, code, started, err)
	call.End(code)
}
