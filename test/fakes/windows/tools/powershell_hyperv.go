package tools

import (
	"encoding/base64"
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

const hyperVClass = "Microsoft.HyperV.PowerShell.Commands."

func hyperVError(command, text, id string) *scriptError {
	return &scriptError{command, text, "NotSpecified: (:) [" + command + "], VirtualizationException", id + "," + hyperVClass + strings.ReplaceAll(command, "-", "")}
}

func noMachine(command, id string) *scriptError {
	return &scriptError{command, "Hyper-V was unable to find a virtual machine with id " + id + ".", "InvalidArgument: (" + id + ":Guid) [" + command + "], VirtualizationException", "InvalidParameter," + hyperVClass + "GetVM"}
}

// inspectHyperV is WindowsPrincipal, Get-Module, Get-Service and Get-VMSwitch.
func inspectHyperV(call *Call, asked request) (string, *scriptError, error) {
	said := map[string]any{"allowed": true, "module": true, "service": "Running", "switches": 0}
	switch {
	case call.Faults.Happens("no-hyper-v"):
		said["module"], said["service"] = false, ""
	case call.Faults.Happens("no-vmms"):
		said["service"] = ""
	case call.Faults.Happens("vmms-stopped"):
		said["service"] = "Stopped"
	case call.Faults.Happens("not-elevated"):
		said["allowed"] = false
	case strings.EqualFold(asked.text("switch"), virtualSwitch):
		said["switches"] = 1
	}
	return asJSON(said), nil, nil
}

// createMachine is New-VM and what sets its properties. Names may be taken, as of Hyper-V.
func createMachine(call *Call, asked request) (string, *scriptError, error) {
	folder, err := call.Path(asked.text("folder"))
	if err != nil || !exists(folder) {
		return "", hyperVError("New-VM", "Failed to create a new virtual machine. The system cannot find the path specified. ", "OperationFailed"), nil
	}
	if wanted := asked.text("switch"); wanted != "" && !strings.EqualFold(wanted, virtualSwitch) {
		return "", hyperVError("New-VM", "Hyper-V was unable to find a virtual switch with name \""+wanted+"\".", "InvalidParameter"), nil
	}
	memory, _ := asked["memory"].(float64)
	if memory < 32<<20 || int64(memory)%(2<<20) != 0 {
		return "", hyperVError("New-VM", "Invalid startup memory amount assigned for '"+asked.text("name")+"'.", "InvalidParameter"), nil
	}
	secure, _ := asked["secureBoot"].(bool)
	machine := &virtualMachine{name: asked.text("name"), folder: asked.text("folder"), secureBoot: secure}
	call.HyperV.add(machine)
	return asJSON(map[string]any{"id": machine.id}), nil, nil
}

// tryMachine is Start-VM and Stop-VM -TurnOff.
func tryMachine(call *Call, asked request) (string, *scriptError, error) {
	machine := call.HyperV.byID(asked.text("id"))
	if machine == nil {
		return "", noMachine("Get-VM", asked.text("id")), nil
	}
	why := ""
	if call.Faults.Happens("no-hypervisor") {
		why = "'" + machine.name + "' failed to start.\r\n\r\nVirtual machine '" + machine.name + "' could not be started because the hypervisor is not running (Virtual machine ID " + machine.id + ")."
	}
	return asJSON(map[string]any{"started": why == "", "why": why}), nil, nil
}

// startMachine is Add-VMHardDiskDrive, Set-VMFirmware and Start-VM.
func startMachine(call *Call, asked request) (string, *scriptError, error) {
	const add = "Add-VMHardDiskDrive"
	machine := call.HyperV.byID(asked.text("id"))
	if machine == nil {
		return "", noMachine("Get-VM", asked.text("id")), nil
	}
	machine.disk = asked.text("disk")
	path, err := call.Path(machine.disk)
	switch {
	case err != nil || !isFile(path):
		return "", hyperVError(add, "Failed to add device 'Virtual Hard Disk'. The system cannot find the file specified. ", "OperationFailed"), nil
	case !strings.HasSuffix(strings.ToLower(machine.disk), ".vhdx"):
		return "", hyperVError(add, "Failed to add device 'Virtual Hard Disk'. A generation 2 virtual machine takes no virtual hard disk in the VHD format.", "OperationFailed"), nil
	case call.Disks.Attached(path) != nil || call.HyperV.uses(path):
		return "", hyperVError("Start-VM", "'"+machine.name+"' failed to start. Attachment '"+machine.disk+"': The process cannot access the file because it is being used by another process. (0x80070020)", "OperationFailed"), nil
	}
	machine.path, machine.state, machine.ended = path, stateRunning, make(chan struct{})
	go call.playGuest(machine)
	return asJSON(map[string]any{"started": true}), nil, nil
}

// lookAtMachine is Get-VM and the exchange of data with its guest.
func lookAtMachine(call *Call, asked request) (string, *scriptError, error) {
	machine := call.HyperV.byID(asked.text("id"))
	if machine == nil {
		return "", noMachine("Get-VM", asked.text("id")), nil
	}
	if call.Faults.Happens("machine-busy") {
		return "", hyperVError("Get-VM", "The operation cannot be performed while the object is in use. ", "ObjectInUse"), nil
	}
	value := ""
	if asked.text("key") == "stillframe.first-boot" {
		value = machine.status
	}
	return asJSON(map[string]any{"state": machine.state, "heartbeat": machine.heartbeat, "value": value}), nil, nil
}

// answerMachine is AddKvpItems, whose job fails for a machine that is off.
func answerMachine(call *Call, asked request) (string, *scriptError, error) {
	machine := call.HyperV.byID(asked.text("id"))
	if machine == nil {
		return "", noMachine("Get-WmiObject", asked.text("id")), nil
	}
	state := 10
	if machine.state == stateRunning && asked.text("key") == "stillframe.seen" && len(asked.text("value")) <= 1024 {
		machine.seen, state = asked.text("value"), 7
	}
	return asJSON(map[string]any{"code": 4096, "state": state}), nil, nil
}

var exits = regexp.MustCompile(`(?im)^\s*exit\s+(?:/b\s+)?(\d+)\s*$`)

// runInMachine is New-PSSession -VMId and Invoke-Command: a script that says with which code it exits.
func runInMachine(call *Call, asked request) (string, *scriptError, error) {
	machine := call.HyperV.byID(asked.text("id"))
	said := map[string]any{"entered": false, "why": "", "code": 0, "output": ""}
	if machine == nil || machine.state != stateRunning || machine.password == "" {
		said["why"] = "The virtual machine is not in running state."
		return asJSON(said), nil, nil
	}
	if !strings.EqualFold(asked.text("username"), "Administrator") || asked.text("password") != machine.password {
		said["why"] = "The credential is invalid."
		return asJSON(said), nil, nil
	}
	content, err := base64.StdEncoding.DecodeString(asked.text("content"))
	if err != nil {
		return "", nil, err
	}
	code := 0
	if found := exits.FindSubmatch(content); found != nil {
		code, _ = strconv.Atoi(string(found[1]))
	}
	said["entered"], said["code"] = true, code
	said["output"] = base64.StdEncoding.EncodeToString([]byte(fmt.Sprintf("%s ran here\r\n", asked.text("name"))))
	return asJSON(said), nil, nil
}

// removeMachine is Get-VM, Stop-VM -TurnOff and Remove-VM.
func removeMachine(call *Call, asked request) (string, *scriptError, error) {
	removed := 0
	for _, machine := range append([]*virtualMachine{}, call.HyperV.machines...) {
		if machine.name != asked.text("name") || !strings.EqualFold(machine.folder, asked.text("folder")) {
			continue
		}
		if err := call.turnOff(machine); err != nil {
			return "", nil, err
		}
		call.HyperV.forget(machine)
		removed++
	}
	return asJSON(map[string]any{"removed": removed}), nil, nil
}
