//go:build windows

// The client of the double: one program under the names of all tools. It hands its raw command line, folder and environment to the
// server on the Linux side, prints what comes back and ends with the exit code it is told.
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"time"
	"unsafe"

	"stillframe.test/fakes/windows/protocol"
)

// Exit codes that no tool has: the double itself is broken.
const (
	exitNoServer   = 0x0D0B0001
	exitServerGone = 0x0D0B0002
	exitControlC   = 0xC000013A // STATUS_CONTROL_C_EXIT: what Windows ends a program with that does not handle CTRL+C
)

func main() {
	if os.Getenv(holding) != "" {
		time.Sleep(holdFor)
		return
	}
	connection, err := net.Dial("tcp", os.Getenv("WINDOWS_DOUBLE"))
	if err != nil {
		fmt.Fprintln(os.Stderr, "windows double:", err)
		exit(exitNoServer)
	}
	endOnControlC(connection)
	if err := json.NewEncoder(connection).Encode(hello()); err != nil {
		exit(exitServerGone)
	}
	decoder := json.NewDecoder(connection)
	for {
		var frame protocol.Frame
		if err := decoder.Decode(&frame); err != nil {
			exit(exitServerGone)
		}
		os.Stdout.Write(frame.Out)
		os.Stderr.Write(frame.Err)
		if frame.Hold {
			hold()
		}
		if frame.Exit != nil {
			exit(*frame.Exit)
		}
	}
}

func hello() protocol.Hello {
	program, _ := os.Executable()
	folder, _ := os.Getwd()
	name := strings.ToLower(filepath.Base(program))
	name = strings.TrimSuffix(name, filepath.Ext(name))
	var input []byte
	var processes []protocol.Process
	if name == "powershell" {
		input, _ = io.ReadAll(os.Stdin)
		processes = allProcesses()
	}
	return protocol.Hello{
		Tool:        name,
		Input:       string(input),
		CommandLine: commandLine(),
		Folder:      folder,
		Environment: os.Environ(),
		Process:     os.Getpid(),
		Processes:   processes,
		Program:     program,
	}
}

// A program that outlives the tool that started it, as some services' helpers do.
const (
	holding = "WINDOWS_DOUBLE_HOLDS"
	holdFor = 20 * time.Second
)

func hold() {
	program, _ := os.Executable()
	command := exec.Command(program)
	command.Env = append(os.Environ(), holding+"=1")
	command.Stdout, command.Stderr = os.Stdout, os.Stderr
	command.Start()
}

func allProcesses() []protocol.Process {
	snapshot, err := syscall.CreateToolhelp32Snapshot(syscall.TH32CS_SNAPPROCESS, 0)
	if err != nil {
		return nil
	}
	defer syscall.CloseHandle(snapshot)
	var all []protocol.Process
	entry := syscall.ProcessEntry32{Size: uint32(unsafe.Sizeof(syscall.ProcessEntry32{}))}
	for err = syscall.Process32First(snapshot, &entry); err == nil; err = syscall.Process32Next(snapshot, &entry) {
		process, err := syscall.OpenProcess(syscall.PROCESS_QUERY_INFORMATION, false, entry.ProcessID)
		if err != nil {
			continue
		}
		var created, exited, kernel, user syscall.Filetime
		if syscall.GetProcessTimes(process, &created, &exited, &kernel, &user) == nil {
			all = append(all, protocol.Process{ID: entry.ProcessID, Parent: entry.ParentProcessID, Started: created.Nanoseconds() / 1e6})
		}
		syscall.CloseHandle(process)
	}
	return all
}

func commandLine() string {
	pointer, _, _ := syscall.NewLazyDLL("kernel32.dll").NewProc("GetCommandLineW").Call()
	return syscall.UTF16ToString((*[1 << 15]uint16)(unsafe.Pointer(pointer))[:])
}

// endOnControlC ends as a program does that knows nothing of CTRL+C: at once. The closed connection tells the server.
func endOnControlC(connection net.Conn) {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt)
	go func() {
		<-signals
		connection.Close()
		exit(exitControlC)
	}()
}

// exit ends with all 32 bits of a code.
func exit(code uint32) {
	syscall.NewLazyDLL("kernel32.dll").NewProc("ExitProcess").Call(uintptr(code))
}
