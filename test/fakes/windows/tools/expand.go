package tools

import (
	"os"
	"os/exec"
	"strings"
	"unicode/utf16"
)

const expandBanner = "Microsoft (R) File Expansion Utility\r\nCopyright (c) Microsoft Corporation. All rights reserved.\r\n\r\n"

// expand takes members of a cabinet out: expand.exe CABINET -F:NAMES FOLDER ("expand" of Microsoft's Windows commands). Its exit code is 1 when it
// cannot open the cabinet or the folder is not there. Names that no member has are not an error of the tool.
func expand(call *Call) (uint32, error) {
	var names string
	var paths []string
	for _, argument := range call.Arguments() {
		if rest, ok := cutPrefixFold(argument, "-F:"); ok {
			names = rest
		} else if rest, ok := cutPrefixFold(argument, "/F:"); ok {
			names = rest
		} else {
			paths = append(paths, argument)
		}
	}
	call.Print(expandBanner)
	if names == "" || len(paths) != 2 {
		call.Print("No destination specified for: " + strings.Join(paths, " ") + ".\r\n")
		return 1, nil
	}
	source, err := call.Path(paths[0])
	if err != nil || !isFile(source) || isTooLong(paths[0]) {
		call.Print("Can't open input file: " + strings.ToLower(paths[0]) + ".\r\n")
		return 1, nil
	}
	folder, err := call.Path(paths[1])
	if info, e := os.Stat(folder); err != nil || e != nil || !info.IsDir() || isTooLong(paths[1]+`\`+names) {
		call.Print("Can't open output file: " + strings.ToLower(paths[1]) + ".\r\n")
		return 1, nil
	}
	command := exec.Command("cabextract", "-q", "-d", folder, "-F", names, source)
	if output, err := command.CombinedOutput(); err != nil && !strings.Contains(string(output), "no files matched") {
		call.Print("Can't open input file: " + strings.ToLower(paths[0]) + ".\r\n")
		return 1, nil
	}
	call.Print("Expanding Files ....\r\n\r\nExpanding Files Complete ...\r\n")
	return 0, nil
}

// isTooLong for a program that does not declare to know long paths ("Maximum Path Length Limitation" of Microsoft's documentation), counted as Windows does.
func isTooLong(path string) bool { return len(utf16.Encode([]rune(path))) > 259 }

func isFile(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular()
}

func cutPrefixFold(text, prefix string) (string, bool) {
	if len(text) >= len(prefix) && strings.EqualFold(text[:len(prefix)], prefix) {
		return text[len(prefix):], true
	}
	return text, false
}
