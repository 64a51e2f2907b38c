//go:build windows

// What stands in for the Actions runner on Windows: starts a job in a console of its own without a window, as .NET's Process does for the runner, and
// ends it from outside as the runner's ProcessInvoker does: attached to the job's console it raises CTRL+C or CTRL+BREAK for everything there, or
// it kills the job's first process and nothing below it.
package main

import (
	"encoding/json"
	"net"
	"os"
	"os/exec"
	"os/signal"
	"strconv"
	"sync"
	"syscall"

	"stillframe.test/fakes/windows/protocol"
)

const (
	createNoWindow = 0x08000000
	ctrlC          = 0
	ctrlBreak      = 1
)

var kernel32 = syscall.NewLazyDLL("kernel32.dll")

func main() {
	if len(os.Args) == 4 {
		keepOpen(os.Args[1], os.Args[2], os.Args[3])
		return
	}
	number, _ := strconv.Atoi(os.Args[2])
	connection, err := net.Dial("tcp", os.Args[1])
	if err != nil {
		os.Exit(9)
	}
	encoder, decoder := json.NewEncoder(connection), json.NewDecoder(connection)
	encoder.Encode(protocol.Hello{Job: number})
	var job protocol.Job
	if decoder.Decode(&job) != nil {
		os.Exit(9)
	}
	// Both raised in a console that this process is attached to as well.
	signal.Notify(make(chan os.Signal, 16), os.Interrupt)
	encoder.Encode(run(job, decoder))
}

// keepOpen holds a file as Windows holds an attached disk image, shared with nobody, until the server closes the connection.
func keepOpen(server, number, path string) {
	connection, err := net.Dial("tcp", server)
	if err != nil {
		os.Exit(9)
	}
	hello := protocol.Hello{}
	hello.Keeper, _ = strconv.Atoi(number)
	name, err := syscall.UTF16PtrFromString(path)
	if err == nil {
		_, err = syscall.CreateFile(name, syscall.GENERIC_READ|syscall.GENERIC_WRITE, 0, nil, syscall.OPEN_EXISTING, 0, 0)
	}
	if err != nil {
		hello.Failure = err.Error()
	}
	json.NewEncoder(connection).Encode(hello)
	connection.Read(make([]byte, 1))
}

func run(job protocol.Job, orders *json.Decoder) protocol.Report {
	command := exec.Command(job.Program, job.Arguments...)
	command.Dir = job.Folder
	command.Env = os.Environ()
	for name, value := range job.Environment {
		command.Env = append(command.Env, name+"="+value)
	}
	output, err := os.Create(job.Output)
	if err != nil {
		return protocol.Report{Error: err.Error()}
	}
	defer output.Close()
	errors, err := os.Create(job.Errors)
	if err != nil {
		return protocol.Report{Error: err.Error()}
	}
	defer errors.Close()
	command.Stdout, command.Stderr = output, errors
	command.SysProcAttr = &syscall.SysProcAttr{CreationFlags: createNoWindow}
	if err := command.Start(); err != nil {
		return protocol.Report{Error: err.Error()}
	}
	go obey(command.Process, orders)
	command.Wait()
	return protocol.Report{Exit: uint32(command.ProcessState.Sys().(syscall.WaitStatus).ExitCode)}
}

func obey(process *os.Process, orders *json.Decoder) {
	for {
		var order protocol.Order
		if orders.Decode(&order) != nil {
			process.Kill()
			return
		}
		switch order.Signal {
		case "ctrl-c":
			raise(process.Pid, ctrlC)
		case "ctrl-break":
			raise(process.Pid, ctrlBreak)
		case "kill":
			process.Kill()
		}
	}
}

// raise sends a console event to all processes of the job's console (process group 0), to which this process attaches once; it ignores CTRL+C itself.
func raise(process int, event uintptr) {
	attach.Do(func() {
		kernel32.NewProc("FreeConsole").Call()
		kernel32.NewProc("AttachConsole").Call(uintptr(process))
		kernel32.NewProc("SetConsoleCtrlHandler").Call(0, 1)
	})
	kernel32.NewProc("GenerateConsoleCtrlEvent").Call(event, 0)
}

var attach sync.Once
