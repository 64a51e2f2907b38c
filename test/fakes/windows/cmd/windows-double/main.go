// The Linux side of the Windows double: a Wine in namespaces of its own, and the state of a Windows machine behind the doubles of its tools.
// Prints one line of JSON when it listens; ends when its standard input closes.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"syscall"

	"stillframe.test/fakes/windows/control"
	"stillframe.test/fakes/windows/disks"
	"stillframe.test/fakes/windows/faults"
	"stillframe.test/fakes/windows/language"
	"stillframe.test/fakes/windows/namespace"
	"stillframe.test/fakes/windows/protocol"
	"stillframe.test/fakes/windows/tools"
	"stillframe.test/fakes/windows/wine"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("windows double: ")
	pristine := flag.String("root", "", "Debian's root with Wine, which is not changed")
	session := flag.String("session", "", "an empty folder")
	programs := flag.String("programs", "", "the folder of the Windows programs")
	judge := flag.String("guest", "", "the program that says what becomes of a machine that starts from a disk")
	var binds namespace.Binds
	var drives namespace.Binds
	flag.Var(&binds, "bind", "FROM=TO: shows a folder or file of this machine in the root")
	flag.Var(&drives, "drive", "X=FOLDER: gives a letter to a folder of the root")
	flag.Parse()
	if !namespace.Inside() {
		code, err := namespace.Enter()
		if err != nil {
			log.Fatal(err)
		}
		os.Exit(code)
	}
	if err := serve(*pristine, *session, *programs, *judge, binds, drives); err != nil {
		log.Fatal(err)
	}
}

func serve(pristine, session, programs, judge string, binds, drives namespace.Binds) error {
	root, err := namespace.Mount(pristine, session, binds)
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	windows := &wine.Wine{Root: root, Server: listener.Addr().String()}
	for _, drive := range drives {
		if err := windows.Drive(drive.From[0], drive.To); err != nil {
			return err
		}
	}
	if err := install(windows, programs); err != nil {
		return err
	}
	if err := windows.KeepServer(); err != nil {
		return err
	}
	jobs := control.NewJobs(windows)
	journal, err := tools.OpenLog(filepath.Join(session, "..", "tools.log"))
	if err != nil {
		return err
	}
	if err := fuseDevice(); err != nil {
		return err
	}
	// Not in the memory file system: volumes are large.
	work := filepath.Join(session, "..", "disks")
	if err := os.Mkdir(work, 0o700); err != nil {
		return err
	}
	english, err := language.Of("en")
	if err != nil {
		return err
	}
	machine := &tools.Machine{Language: english, Module: "gallery", Windows: windows, Disks: disks.New(windows, work), Faults: faults.New(), Hives: tools.NewHives(), HyperV: &tools.HyperV{Judge: judge}}
	go acceptPrograms(listener, jobs, machine, journal)
	mux := http.NewServeMux()
	jobs.Routes(mux)
	control.MachineRoutes(mux, machine)
	web, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	go http.Serve(web, mux)
	line, _ := json.Marshal(map[string]string{"server": web.Addr().String()})
	fmt.Println(string(line))
	// Tied to whoever started it.
	io.Copy(io.Discard, os.Stdin)
	return nil
}

// fuseDevice is what views and volumes are shown through; a bare /dev does not have it.
func fuseDevice() error {
	const path = "/dev/fuse"
	if _, err := os.Stat(path); err == nil {
		return nil
	}
	return syscall.Mknod(path, syscall.S_IFCHR|0o666, 10<<8|229)
}

// install puts the runner and the clients where Windows has its tools.
func install(windows *wine.Wine, programs string) error {
	copies := map[string]string{"double/runner.exe": "runner.exe"}
	for name, folder := range tools.Folders() {
		copies[filepath.Join("windows", folder, name+".exe")] = "tool.exe"
		windows.Overrides = append(windows.Overrides, name+".exe")
	}
	for to, from := range copies {
		bytes, err := os.ReadFile(filepath.Join(programs, from))
		if err != nil {
			return err
		}
		target := windows.Root.Of(filepath.Join(wine.Prefix, "drive_c", to))
		os.Remove(target)
		if err := os.MkdirAll(filepath.Dir(target), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(target, bytes, 0o755); err != nil {
			return err
		}
	}
	return nil
}

func acceptPrograms(listener net.Listener, jobs *control.Jobs, machine *tools.Machine, journal *tools.Log) {
	for {
		connection, err := listener.Accept()
		if err != nil {
			return
		}
		go func() {
			decoder := json.NewDecoder(connection)
			var hello protocol.Hello
			if decoder.Decode(&hello) != nil {
				connection.Close()
				return
			}
			if hello.Keeper != 0 {
				machine.Windows.Kept(hello.Keeper, connection, hello.Failure)
				return
			}
			defer connection.Close()
			if hello.Job != 0 {
				if err := jobs.Serve(hello.Job, connection, decoder); err != nil {
					log.Print(err)
				}
				return
			}
			tools.Run(tools.NewCall(hello, connection, machine), journal)
		}()
	}
}
