//go:build windows

// The client of the double: one program under the names of all tools. It hands its raw command line, folder, environment and standard input to the
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
	"strconv"
	"strings"
	"sync"
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
	if hold := os.Getenv("WINDOWS_DOUBLE_HOLD"); hold != "" {
		milliseconds, _ := strconv.Atoi(hold)
		time.Sleep(time.Duration(milliseconds) * time.Millisecond)
		return
	}
	connection, err := net.Dial("tcp", os.Getenv("WINDOWS_DOUBLE"))
	if err != nil {
		fmt.Fprintln(os.Stderr, "windows double:", err)
		exit(exitNoServer)
	}
	endOnControlC(connection)
	encoder := json.NewEncoder(connection)
	if err := encoder.Encode(hello()); err != nil {
		exit(exitServerGone)
	}
	decoder := json.NewDecoder(connection)
	var input sync.Once
	for {
		var frame protocol.Frame
		if err := decoder.Decode(&frame); err != nil {
			exit(exitServerGone)
		}
		os.Stdout.Write(frame.Out)
		os.Stderr.Write(frame.Err)
		if frame.Hold > 0 {
			leaveGrandchild(frame.Hold)
		}
		if frame.WantInput {
			input.Do(func() { go sendInput(encoder) })
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
	return protocol.Hello{
		Tool:        strings.TrimSuffix(name, filepath.Ext(name)),
		CommandLine: commandLine(),
		Folder:      folder,
		Environment: os.Environ(),
		Process:     os.Getpid(),
		Program:     program,
	}
}

func commandLine() string {
	pointer, _, _ := syscall.NewLazyDLL("kernel32.dll").NewProc("GetCommandLineW").Call()
	return syscall.UTF16ToString((*[1 << 15]uint16)(unsafe.Pointer(pointer))[:])
}

func sendInput(encoder *json.Encoder) {
	buffer := make([]byte, 1<<16)
	for {
		n, err := os.Stdin.Read(buffer)
		if n > 0 && encoder.Encode(protocol.Input{Bytes: buffer[:n]}) != nil {
			return
		}
		if err != nil {
			if err != io.EOF {
				fmt.Fprintln(os.Stderr, "windows double: standard input:", err)
			}
			encoder.Encode(protocol.Input{End: true})
			return
		}
	}
}

// leaveGrandchild starts this program again, which does nothing but keep the standard output open.
func leaveGrandchild(milliseconds int) {
	program, _ := os.Executable()
	child := exec.Command(program)
	child.Env = append(os.Environ(), fmt.Sprintf("WINDOWS_DOUBLE_HOLD=%d", milliseconds))
	child.Stdout, child.Stderr = os.Stdout, os.Stderr
	child.Start()
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
