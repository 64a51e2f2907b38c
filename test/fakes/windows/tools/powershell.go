package tools

import (
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"stillframe.test/fakes/windows/protocol"
)

// knownScripts names the scripts of the project by the SHA-256 of their text, with LF at the ends of lines. A script that was changed is not in it until
// somebody has looked at its answer here and written the table anew (scripts/windows/known-scripts.ts).
//
//go:embed known-scripts.json
var knownScripts []byte

// answers by the name of the script. @returns what the script prints
var answers = map[string]func(*Call, request) (string, *scriptError, error){
	"attach-disk":    attachDisk,
	"detach-disk":    detachDisk,
	"inspect-disk":   inspectDisk,
	"inspect-runner": inspectRunner,
	"iso-attached":   isoAttached,
	"iso-mount":      isoMount,
	"iso-root":       isoRoot,
	"iso-dismount":   isoDismount,
	"inspect-module": inspectModule,
	"convert-image":  convertImage,
	"processes":      listProcesses,
	"signature":      readSignature,

	"inspect-hyper-v": inspectHyperV,
	"create-machine":  createMachine,
	"try-machine":     tryMachine,
	"start-machine":   startMachine,
	"look-at-machine": lookAtMachine,
	"answer-machine":  answerMachine,
	"run-in-machine":  runInMachine,
	"remove-machine":  removeMachine,
}

// request is what a script reads from standard input.
type request map[string]any

func (r request) text(name string) string {
	text, _ := r[name].(string)
	return text
}

// scriptError ends a script whose error preference is Stop.
type scriptError struct{ command, text, category, id string }

// powershell knows scripts, not the language: what it answers proves the protocol alone.
func powershell(call *Call) (uint32, error) {
	arguments := call.Arguments()
	name, text, err := scriptOf(call, arguments)
	if err != nil {
		return 0, err
	}
	if name == "" {
		call.PrintError("The argument '" + text + "' to the -File parameter does not exist. Provide the path to an existing '.ps1' file as an argument to the -File parameter.\r\n")
		return 0xFFFD0000, nil
	}
	call.About = name
	var asked request
	if call.Input != "" {
		if err := json.Unmarshal([]byte(call.Input), &asked); err != nil {
			return 0, err
		}
	}
	answer, failed, err := answers[name](call, asked)
	if err != nil {
		return 0, err
	}
	if failed != nil {
		said := call.Language.Translate(fmt.Sprintf("%s : %s\r\nAt line:2 char:9\r\n+ $null = %s -ImagePath ...\r\n+         ~~~~~~~~~~~~~~~~~~~~\r\n    + CategoryInfo          : %s\r\n    + FullyQualifiedErrorId : %s\r\n \r\n",
			failed.command, strings.TrimSpace(failed.text), failed.command, failed.category, failed.id))
		// A script that sets the encoding of the console has it for its errors too.
		if strings.Contains(text, "[Console]::OutputEncoding") {
			call.encoder.Encode(protocol.Frame{Err: []byte(said)})
		} else {
			call.encoder.Encode(protocol.Frame{Err: call.Language.Encode(said)})
		}
		return 1, nil
	}
	call.PrintRaw(answer)
	return 0, nil
}

// scriptOf finds which script a command line means; without a name it is a file that is not there, whose path is returned.
func scriptOf(call *Call, arguments []string) (name, text string, err error) {
	for index, argument := range arguments[:max(len(arguments)-1, 0)] {
		value := arguments[index+1]
		switch strings.ToLower(argument) {
		case "-file":
			path, err := call.Path(value)
			if err != nil || !isFile(path) {
				return "", value, nil
			}
			bytes, err := os.ReadFile(path)
			if err != nil {
				return "", "", err
			}
			return known(string(bytes))
		case "-command":
			return known(value)
		}
	}
	return "", "", fmt.Errorf("powershell without a script: %s", call.CommandLine)
}

func known(text string) (string, string, error) {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	digest := sha256.Sum256([]byte(text))
	var names map[string]string
	if err := json.Unmarshal(knownScripts, &names); err != nil {
		return "", "", err
	}
	name, ok := names[hex.EncodeToString(digest[:])]
	if _, answered := answers[name]; !ok || !answered {
		return "", "", fmt.Errorf("nobody has looked at this script yet (%q): %s", name, text)
	}
	return name, text, nil
}

func (c *Call) environment(name string) string {
	for _, each := range c.Environment {
		if key, value, _ := strings.Cut(each, "="); strings.EqualFold(key, name) {
			return value
		}
	}
	return ""
}

// listProcesses is Get-CimInstance Win32_Process, as the client saw them.
func listProcesses(call *Call, _ request) (string, *scriptError, error) {
	return asJSON(call.Processes), nil, nil
}

func asJSON(value any) string {
	text, _ := json.Marshal(value)
	return string(text) + "\r\n"
}
