package tools

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"

	"stillframe.test/fakes/windows/hive"
)

// What Windows Installer ends with ("MsiExec.exe and InstMsi.exe error messages").
const (
	msiSuccess        = 0
	msiFailure        = 1603
	msiRunning        = 1618
	msiCannotOpen     = 1619
	msiInvalidPackage = 1620
	msiNoLog          = 1622
	msiBadCommandLine = 1639
	msiRestart        = 3010
)

var compoundFile = []byte{0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1}

// msiProperty is NAME=value or NAME="value with spaces", where "" is a quotation mark ("Command-Line Options"): quotes around name and value
// together are no property.
var msiProperty = regexp.MustCompile(`^([A-Za-z_][A-Za-z0-9_.]*)=(?:"((?:[^"]|"")*)"|([^"\s]*))$`)

// msiexec writes administrative images: the files of an MSI as a tree, and the MSI beside them. It prints nothing.
func msiexec(call *Call) (uint32, error) {
	_, rest := splitProgram(call.CommandLine)
	return call.administer(rest)
}

// administer obeys the command line of msiexec, which takes it apart by itself.
func (c *Call) administer(line string) (uint32, error) {
	var msi, log string
	properties := map[string]string{}
	words := msiWords(line)
	for index := 0; index < len(words); index++ {
		word := words[index]
		switch option := strings.ToLower(word); {
		case option == "/a" || option == "-a":
			if index++; index == len(words) {
				return msiBadCommandLine, nil
			}
			msi = unquote(words[index])
		case option == "/l*v":
			if index++; index == len(words) {
				return msiBadCommandLine, nil
			}
			log = unquote(words[index])
		case option == "/qn" || option == "/q" || option == "/quiet" || option == "/norestart":
		case msiProperty.MatchString(word):
			parts := msiProperty.FindStringSubmatch(word)
			properties[parts[1]] = strings.ReplaceAll(parts[2], `""`, `"`) + parts[3]
		default:
			return msiBadCommandLine, nil
		}
	}
	if msi == "" {
		return msiBadCommandLine, nil
	}
	code, err := c.writeImage(msi, properties["TARGETDIR"])
	if err == nil && log != "" {
		return c.writeInstallerLog(log, code)
	}
	return code, err
}

// writeInstallerLog ends with what /l*v writes of a run; a log that cannot be written is an error of its own.
func (c *Call) writeInstallerLog(log string, code uint32) (uint32, error) {
	path, err := c.Path(log)
	if err != nil {
		return msiNoLog, nil
	}
	lines := []string{"=== Verbose logging started: 28/11/2026  10:00:00  Build type: SHIP UNICODE 5.00.10011.00 ===", "Action start 10:00:00: INSTALL."}
	if code == msiFailure {
		lines = append(lines, "Error 1304. Error writing to file: vmxnet3.inf.  Verify that you have access to that directory.", "Action ended 10:00:01: InstallFiles. Return value 3.", "Action ended 10:00:01: INSTALL. Return value 3.")
	} else {
		lines = append(lines, "Action ended 10:00:01: INSTALL. Return value 1.")
	}
	if os.WriteFile(path, hive.ToUTF16("\ufeff"+strings.Join(lines, "\r\n")+"\r\n"), 0o644) != nil {
		return msiNoLog, nil
	}
	return code, nil
}

func (c *Call) writeImage(msi, target string) (uint32, error) {
	if c.Faults.Happens("installer-busy") {
		return msiRunning, nil
	}
	path, err := c.Path(msi)
	if err != nil || !isFile(path) {
		return msiCannotOpen, nil
	}
	if head := firstBytes(path, len(compoundFile)); !bytes.Equal(head, compoundFile) {
		return msiInvalidPackage, nil
	}
	if c.Faults.Happens("installer-fails") {
		return msiFailure, nil
	}
	// Without a target the image goes to the drive with the most free space, which is not where anybody looks.
	if target == "" || c.Faults.Happens("installer-nothing") {
		return msiSuccess, nil
	}
	folder, err := c.Path(target)
	if err != nil || os.MkdirAll(folder, 0o755) != nil {
		return msiFailure, nil
	}
	if output, err := exec.Command("msiextract", "-C", folder, path).CombinedOutput(); err != nil || len(output) == 0 {
		return msiInvalidPackage, nil
	}
	if err := copyFile(path, filepath.Join(folder, filepath.Base(path))); err != nil {
		return 0, err
	}
	if c.Faults.Happens("installer-restart") {
		return msiRestart, nil
	}
	return msiSuccess, nil
}

// msiWords splits at spaces outside of quotes; the quotes stay, and a backslash means nothing.
func msiWords(line string) []string {
	var words []string
	var word strings.Builder
	quoted := false
	for _, r := range line + " " {
		if r == '"' {
			quoted = !quoted
		}
		if (r == ' ' || r == '\t') && !quoted {
			if word.Len() > 0 {
				words = append(words, word.String())
			}
			word.Reset()
			continue
		}
		word.WriteRune(r)
	}
	if word.Len() > 0 {
		words = append(words, strings.TrimSuffix(word.String(), " "))
	}
	return words
}

func unquote(word string) string {
	return strings.TrimSuffix(strings.TrimPrefix(word, `"`), `"`)
}

// splitProgram parts a command line into the program, in quotes or not, and what is behind it.
func splitProgram(line string) (program, rest string) {
	if quoted, ok := strings.CutPrefix(line, `"`); ok {
		program, rest, _ = strings.Cut(quoted, `"`)
		return program, strings.TrimSpace(rest)
	}
	program, rest, _ = strings.Cut(line, " ")
	return program, strings.TrimSpace(rest)
}

func firstBytes(path string, count int) []byte {
	file, err := os.Open(path)
	if err != nil {
		return nil
	}
	defer file.Close()
	head := make([]byte, count)
	read, _ := io.ReadFull(file, head)
	return head[:read]
}
