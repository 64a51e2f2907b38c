package tools

import (
	"errors"
	"os"
	"slices"
	"strings"

	"stillframe.test/fakes/windows/hive"
)

// Hives that are loaded under HKLM, by their names there.
type Hives struct{ loaded map[string]*loadedHive }

type loadedHive struct {
	path string
	// Open as long as it is loaded: its volume is in use.
	file *os.File
}

func NewHives() *Hives { return &Hives{loaded: map[string]*loadedHive{}} }

func (h *Hives) names() []string {
	names := []string{}
	for name := range h.loaded {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

func (h *Hives) uses(path string) bool {
	for _, each := range h.loaded {
		if each.path == path {
			return true
		}
	}
	return false
}

const regSuccess = "The operation completed successfully.\r\n\r\n"

// reg loads hives, imports registry files, unloads and looks ("reg" of Microsoft's Windows commands): 0 for success, 1 for failure.
func reg(call *Call) (uint32, error) {
	arguments := call.Arguments()
	fail := func(text string) (uint32, error) {
		call.PrintError("ERROR: " + text + "\r\n")
		return 1, nil
	}
	if len(arguments) < 2 {
		return fail("Invalid syntax.\r\nType \"REG /?\" for usage.")
	}
	name := underMachine(arguments[1])
	switch strings.ToLower(arguments[0]) {
	case "load":
		if len(arguments) != 3 || name == "" {
			return fail("Invalid syntax.\r\nType \"REG LOAD /?\" for usage.")
		}
		return call.loadHive(name, arguments[2], fail)
	case "unload":
		return call.unloadHive(name, fail)
	case "import":
		return call.importFile(arguments[1], fail)
	case "query":
		return call.queryKey(arguments[1:], fail)
	}
	return fail("Invalid syntax.\r\nType \"REG /?\" for usage.")
}

// underMachine is the first name below HKEY_LOCAL_MACHINE when nothing is below it.
func underMachine(key string) string {
	for _, root := range []string{`HKLM\`, `HKEY_LOCAL_MACHINE\`} {
		if rest, ok := cutPrefixFold(key, root); ok && !strings.Contains(rest, `\`) {
			return strings.ToLower(rest)
		}
	}
	return ""
}

type regFailure func(string) (uint32, error)

func (c *Call) loadHive(name, file string, fail regFailure) (uint32, error) {
	path, err := c.Path(file)
	if err != nil || !isFile(path) {
		return fail("The system cannot find the file specified.")
	}
	if c.Hives.loaded[name] != nil || c.Hives.uses(path) {
		return fail("The process cannot access the file because it is being used by another process.")
	}
	opened, err := os.Open(path)
	if err != nil {
		return 0, err
	}
	begin := make([]byte, 4)
	if opened.Read(begin); string(begin) != "regf" {
		opened.Close()
		return fail("The configuration registry database is corrupt.")
	}
	c.Hives.loaded[name] = &loadedHive{path, opened}
	c.Print(regSuccess)
	return 0, nil
}

func (c *Call) unloadHive(name string, fail regFailure) (uint32, error) {
	loaded := c.Hives.loaded[name]
	if loaded == nil {
		return fail("The parameter is incorrect.")
	}
	if c.Faults.Happens("hive-busy") || c.Faults.Happens("hive-stays") {
		return fail("Access is denied.")
	}
	if err := loaded.file.Close(); err != nil {
		return 0, err
	}
	delete(c.Hives.loaded, name)
	c.Print(regSuccess)
	return 0, nil
}

func (c *Call) importFile(file string, fail regFailure) (uint32, error) {
	path, err := c.Path(file)
	if err != nil || !isFile(path) {
		return fail("The system cannot find the file specified.")
	}
	bytes, err := os.ReadFile(path)
	if err != nil {
		return 0, err
	}
	keys, err := hive.Parse(bytes)
	if errors.Is(err, hive.ErrNoScript) {
		return fail("The specified file is not a registry script.\r\n       You can only import binary registry files from within the registry editor.")
	}
	if err != nil {
		return 0, err
	}
	byHive := map[string][]hive.Key{}
	for _, key := range keys {
		rest, ok := cutPrefixFold(key.Path, `HKEY_LOCAL_MACHINE\`)
		name, below, _ := strings.Cut(rest, `\`)
		if !ok || c.Hives.loaded[strings.ToLower(name)] == nil {
			return fail("Error accessing the registry.")
		}
		if below == "" {
			continue
		}
		key.Path = below
		byHive[strings.ToLower(name)] = append(byHive[strings.ToLower(name)], key)
	}
	for name, keys := range byHive {
		if err := hive.Change(c.Hives.loaded[name].path, keys); err != nil {
			return 0, err
		}
	}
	// As reg.exe does it: to standard error.
	c.PrintError(regSuccess)
	return 0, nil
}

// The code page of consoles, by the language of this Windows.
const codePages = `HKLM\SYSTEM\CurrentControlSet\Control\Nls\CodePage`

func (c *Call) queryKey(arguments []string, fail regFailure) (uint32, error) {
	if strings.EqualFold(arguments[0], codePages) && len(arguments) == 3 && strings.EqualFold(arguments[2], "OEMCP") {
		c.Print("\r\nHKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Nls\\CodePage\r\n    OEMCP    REG_SZ    " + c.Language.CodePage + "\r\n\r\n")
		return 0, nil
	}
	if c.Hives.loaded[underMachine(arguments[0])] == nil || len(arguments) != 1 {
		return fail("The system was unable to find the specified registry key or value.")
	}
	c.Print("\r\nHKEY_LOCAL_MACHINE\\" + arguments[0][strings.LastIndex(arguments[0], `\`)+1:] + "\\Microsoft\r\n")
	return 0, nil
}
