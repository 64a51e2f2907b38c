//go:build windows

// The programs that the batch files of a first boot call, in a Windows that is a folder: the one above them that holds its registry (registry.json), what the programs were asked (calls.log) and the values of guestinfo (guestinfo\<key>). Which program this is, its name says.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
)

var root = folderOfWindows()

// Not %SystemRoot%, which Wine sets anew for every program.
func folderOfWindows() string {
	program, _ := os.Executable()
	for folder := filepath.Dir(program); ; folder = filepath.Dir(folder) {
		if _, err := os.Stat(filepath.Join(folder, "registry.json")); err == nil || folder == filepath.Dir(folder) {
			return folder
		}
	}
}

func main() {
	name := strings.TrimSuffix(strings.ToLower(filepath.Base(os.Args[0])), ".exe")
	arguments := os.Args[1:]
	if name != "ping" && name != "reg" {
		record(name, arguments)
	}
	switch name {
	case "vmtoolsd":
		os.Exit(toolsd(arguments))
	case "reg":
		os.Exit(reg(arguments))
	case "whoami":
		fmt.Printf("\"host\\%s\",\"%s\"\r\n", os.Getenv("WHO_NAME"), os.Getenv("WHO_SID"))
	case "sysprep":
		os.Exit(sysprep(arguments))
	case "ping":
		// Ten seconds of Windows.
		time.Sleep(50 * time.Millisecond)
	}
}

func record(name string, arguments []string) {
	file, err := os.OpenFile(filepath.Join(root, "calls.log"), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		os.Exit(9)
	}
	fmt.Fprintln(file, strings.Join(append([]string{name}, arguments...), " "))
	file.Close()
}

// toolsd knows info-set and info-get as open-vm-tools' vmtoolsd --cmd does; a key that nobody set is an error.
func toolsd(arguments []string) int {
	if len(arguments) != 2 || arguments[0] != "--cmd" {
		return 1
	}
	command, rest, _ := strings.Cut(arguments[1], " ")
	key, value, _ := strings.Cut(rest, " ")
	file := filepath.Join(root, "guestinfo", key)
	switch command {
	case "info-set":
		os.MkdirAll(filepath.Dir(file), 0o755)
		return code(os.WriteFile(file, []byte(value), 0o644))
	case "info-get":
		found, err := os.ReadFile(file)
		if err != nil {
			fmt.Fprintln(os.Stderr, "No value found")
			return 1
		}
		fmt.Printf("%s\r\n", found)
		return 0
	}
	return 1
}

// sysprep generalizes as the built-in Administrator alone, and where the test lets it.
func sysprep(arguments []string) int {
	state := filepath.Join(root, "System32", "Sysprep", "Panther")
	answers := ""
	for _, argument := range arguments {
		if rest, ok := strings.CutPrefix(argument, "/unattend:"); ok {
			answers = rest
		}
	}
	text, err := os.ReadFile(answers)
	if err != nil || !strings.HasSuffix(os.Getenv("WHO_SID"), "-500") || os.Getenv("SYSPREP_FAILS") != "" {
		os.MkdirAll(state, 0o755)
		os.WriteFile(filepath.Join(state, "setuperr.log"), []byte("Error SYSPRP Package Edge was installed for a user, hr=0x80073cf2\r\n"), 0o644)
		return 0
	}
	os.WriteFile(filepath.Join(root, "Panther", "unattend.xml"), text, 0o644)
	values := load()
	values[`hklm\software\microsoft\windows\currentversion\setup\state`]["imagestate"] = [2]string{"REG_SZ", "IMAGE_STATE_GENERALIZE_RESEAL_TO_OOBE"}
	return save(values)
}

type registry map[string]map[string][2]string

func load() registry {
	values := registry{}
	if data, err := os.ReadFile(filepath.Join(root, "registry.json")); err == nil {
		json.Unmarshal(data, &values)
	}
	return values
}

func save(values registry) int {
	data, _ := json.Marshal(values)
	return code(os.WriteFile(filepath.Join(root, "registry.json"), data, 0o644))
}

// reg adds, deletes and asks one value, or asks whether a key is there, as reg.exe does.
func reg(arguments []string) int {
	if len(arguments) < 2 {
		return 1
	}
	options := map[string]string{}
	for index, argument := range arguments[2:] {
		if strings.HasPrefix(argument, "/") && index+3 < len(arguments) {
			options[strings.ToLower(argument)] = arguments[index+3]
		}
	}
	key, name := strings.ToLower(arguments[1]), strings.ToLower(options["/v"])
	values := load()
	switch strings.ToLower(arguments[0]) {
	case "add":
		if values[key] == nil {
			values[key] = map[string][2]string{}
		}
		values[key][name] = [2]string{options["/t"], options["/d"]}
		return save(values)
	case "delete":
		if _, ok := values[key][name]; !ok {
			return 1
		}
		delete(values[key], name)
		return save(values)
	case "query":
		value, ok := values[key][name]
		if values[key] == nil || (name != "" && !ok) {
			return 1
		}
		fmt.Printf("\r\n%s\r\n    %s    %s    %s\r\n", arguments[1], options["/v"], value[0], value[1])
		return 0
	}
	return 1
}

func code(err error) int {
	if err != nil {
		return 1
	}
	return 0
}
