package hive

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"strings"
)

// Change writes keys into a hive. What is above them is made as Windows makes it.
func Change(file string, keys []Key) error {
	var text strings.Builder
	text.WriteString(head + "\n")
	made := map[string]bool{}
	for _, key := range keys {
		if key.Delete {
			// hivexregedit fails where there is nothing to delete, Windows does not.
			if there, err := Has(file, key.Path); err != nil {
				return err
			} else if there {
				fmt.Fprintf(&text, "\n[-\\%s]\n", key.Path)
			}
			continue
		}
		parts := strings.Split(key.Path, `\`)
		for depth := 1; depth < len(parts); depth++ {
			parent := strings.Join(parts[:depth], `\`)
			if folded := strings.ToLower(parent); !made[folded] {
				made[folded] = true
				fmt.Fprintf(&text, "\n[\\%s]\n", parent)
			}
		}
		fmt.Fprintf(&text, "\n[\\%s]\n", key.Path)
		for _, value := range key.Values {
			name := "@"
			if value.Name != "" {
				name = quote(value.Name)
			}
			fmt.Fprintf(&text, "%s=%s\n", name, value.Data)
		}
	}
	source, err := os.CreateTemp("", "double-*.reg")
	if err != nil {
		return err
	}
	defer os.Remove(source.Name())
	defer source.Close()
	if _, err := source.WriteString(text.String()); err != nil {
		return err
	}
	_, err = run("hivexregedit", "--merge", file, source.Name())
	return err
}

// Read all of a key and below it; empty when it is not there. The paths begin with `path` as it was given.
func Read(file, path string) ([]Key, error) {
	there, err := Has(file, path)
	if err != nil || !there {
		return nil, err
	}
	text, err := run("hivexregedit", "--export", file, `\`+path)
	if err != nil {
		return nil, err
	}
	return Parse(text)
}

// Has says whether a hive has a key.
func Has(file, path string) (bool, error) {
	command := exec.Command("hivexsh", file)
	command.Stdin = strings.NewReader("cd \\" + path + "\n")
	said, err := command.CombinedOutput()
	if err == nil {
		return true, nil
	}
	if bytes.Contains(said, []byte("path element not found")) || bytes.Contains(said, []byte("not found")) {
		return false, nil
	}
	return false, fmt.Errorf("hivexsh %s: %w: %s", file, err, said)
}

// Find the value of a key that Read returned; nil when it is not there.
func Find(keys []Key, path, name string) []byte {
	for _, key := range keys {
		if !strings.EqualFold(key.Path, path) {
			continue
		}
		for _, value := range key.Values {
			if strings.EqualFold(value.Name, name) {
				return Bytes(value.Data)
			}
		}
	}
	return nil
}

func run(program string, arguments ...string) ([]byte, error) {
	command := exec.Command(program, arguments...)
	var out, errors bytes.Buffer
	command.Stdout, command.Stderr = &out, &errors
	if err := command.Run(); err != nil {
		return nil, fmt.Errorf("%s %s: %w: %s", program, strings.Join(arguments, " "), err, errors.String())
	}
	return out.Bytes(), nil
}
