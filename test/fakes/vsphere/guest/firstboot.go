package guest

import (
	"fmt"
	"regexp"
	"sort"
	"strings"

	"stillframe.test/fakes/vsphere/regf"
)

const (
	setupComplete = `Windows\Setup\Scripts\SetupComplete.cmd`
	stage         = `Windows\Setup\Stillframe`
	// A first boot that an earlier start has left a part of, where Windows keeps its tasks.
	leftTask = `Windows\System32\Tasks\Stillframe first boot`
)

var (
	// A file or folder of the stage in a command line, in quotes or without.
	staged = regexp.MustCompile(`(?i)%SystemRoot%\\Setup\\Stillframe\\([^"\s]+)`)
	// Silent, and without a restart of its own.
	silentTools = regexp.MustCompile(`(?i)/S\s+/v\s*"\s*/qn[^"]*REBOOT=R`)
	addLocal    = regexp.MustCompile(`(?i)ADDLOCAL=([A-Za-z0-9,]+)`)
	installs    = regexp.MustCompile(`(?i)wusa\.exe|/Add-Package`)
	promised    = regexp.MustCompile(`(?i)%UBR% geq (\d+)`)
	queried     = regexp.MustCompile(`(?i)sc(?:\.exe)?\s+query\s+(\w+)`)
)

// firstBoot carries out what SetupComplete.cmd registers: nothing, if nobody calls it.
func (w *windows) firstBoot(g *Guest) {
	script := strings.ToLower(w.text(setupComplete))
	if !calls(script, `setup\stillframe\register.cmd`) {
		return
	}
	register := strings.ToLower(w.text(stage + `\register.cmd`))
	if !strings.Contains(register, "schtasks /create") || !strings.Contains(register, `stillframe\first-boot.cmd`) || !w.has(stage+`\first-boot.cmd`) {
		return
	}
	w.carryOutAll(g)
}

// carryOutAll goes through the steps that are not done yet.
func (w *windows) carryOutAll(g *Guest) {
	names, err := w.volume.List(stage + `\steps`)
	if err != nil {
		return
	}
	sort.Strings(names)
	g.FirstBoot = true
	w.ending(g)
	g.AnswerFiles = w.answerFiles()
	for _, name := range names {
		if id, ok := strings.CutSuffix(name, ".cmd"); ok && !w.has(stage+`\done\`+id) {
			g.Steps = append(g.Steps, w.carryOut(id, w.text(stage+`\steps\`+name), g))
		}
	}
}

// carryOut tells what a step comes to. What is installed wants a restart, as it mostly does.
func (w *windows) carryOut(id, text string, g *Guest) Step {
	before := g.ToolsAfter
	s := Step{ID: id, Failure: w.step(text, g)}
	s.Tools = g.ToolsAfter && !before
	s.Cleans = strings.Contains(strings.ToLower(text), `unattend*.xml`)
	if found := promised.FindStringSubmatch(text); found != nil {
		if major, _, ok := strings.Cut(g.Build, "."); ok && w.updated(g) {
			g.BuildAfter = major + "." + found[1]
		} else {
			s.Failure = "the build is " + g.Build + ", and " + found[1] + " was promised"
		}
	}
	switch {
	case s.Failure != "":
		s.Code = 1
	case s.Tools, installs.MatchString(text):
		s.Code = 3010
	}
	return s
}

// calls tells whether a batch file comes to call another: not behind an exit.
func calls(script, name string) bool {
	for _, line := range strings.Split(script, "\n") {
		line = strings.TrimLeft(strings.TrimSpace(line), "@")
		if strings.HasPrefix(line, "exit") {
			return false
		}
		if strings.HasPrefix(line, "call") && strings.Contains(line, name) {
			return true
		}
	}
	return false
}

// step runs one; the answer is why it fails.
func (w *windows) step(text string, g *Guest) string {
	if strings.TrimSpace(text) == "" {
		return "the step is empty"
	}
	for _, line := range strings.Split(text, "\n") {
		for _, found := range staged.FindAllStringSubmatch(line, -1) {
			if why := w.stagedFile(line, found[1]); why != "" {
				return why
			}
		}
		if silentOrOther := strings.ToLower(line); strings.Contains(silentOrOther, `\tools\`) && strings.Contains(silentOrOther, "start ") {
			if why := w.installTools(line, g); why != "" {
				return why
			}
		}
		if found := queried.FindStringSubmatch(line); found != nil && !w.serviceAfter(found[1], g) {
			return "there is no service " + found[1]
		}
	}
	return ""
}

// stagedFile checks a file that a step uses: there, and of the kind that its program takes.
func (w *windows) stagedFile(line, name string) string {
	path := stage + `\` + name
	lower := strings.ToLower(name)
	if lower == "sxs" || !strings.Contains(lower, ".") {
		if names, err := w.volume.List(path); err != nil || names == nil {
			return path + " is not there"
		}
		return ""
	}
	if strings.HasSuffix(lower, ".cmd") || strings.HasSuffix(lower, ".txt") || strings.HasSuffix(lower, ".log") {
		return ""
	}
	data, err := w.volume.Read(path)
	switch {
	case err != nil || data == nil:
		return path + " is not there"
	case len(data) == 0:
		return path + " is empty"
	case (strings.HasSuffix(lower, ".msu") || strings.HasSuffix(lower, ".cab")) && !isPackage(data):
		return path + " is no update package"
	}
	return ""
}

func isPackage(data []byte) bool {
	return len(data) > 8 && (string(data[:4]) == "MSCF" || string(data[:8]) == "MSWIM\x00\x00\x00")
}

// installTools runs the installer of VMware Tools: without a word on the screen, or it would wait for somebody.
func (w *windows) installTools(line string, g *Guest) string {
	found := staged.FindStringSubmatch(line)
	if found == nil {
		return "the installer of VMware Tools is not in the stage"
	}
	data, err := w.volume.Read(stage + `\` + found[1])
	if err != nil || data == nil || len(data) < 2 || string(data[:2]) != "MZ" {
		return "the installer of VMware Tools is no program"
	}
	if !silentTools.MatchString(line) {
		return "the installer of VMware Tools waits for somebody: it is not silent, or restarts by itself"
	}
	g.ToolsAfter = true
	if features := addLocal.FindStringSubmatch(line); features != nil {
		for _, feature := range strings.Split(strings.ToUpper(features[1]), ",") {
			g.ProviderAfter = g.ProviderAfter || feature == "ALL" || feature == "VSS"
		}
	}
	return ""
}

func (w *windows) serviceAfter(name string, g *Guest) bool {
	switch strings.ToLower(name) {
	case "vmtools":
		return g.ToolsAfter
	case "vmvss":
		return g.ProviderAfter
	default:
		return w.service(name)
	}
}

// updated tells whether updates were installed, and none failed.
func (w *windows) updated(g *Guest) bool {
	updates := 0
	for _, step := range g.Steps {
		if strings.Contains(step.ID, "-update-") {
			if step.Failure != "" {
				return false
			}
			updates++
		}
	}
	return updates > 0
}

// build is what the registry says of Windows; empty when it does not say.
func (w *windows) build() string {
	data, err := w.volume.Read(`Windows\System32\config\SOFTWARE`)
	if err != nil || data == nil {
		return ""
	}
	hive, err := regf.Open(data)
	if err != nil {
		return ""
	}
	version := hive.Key(`Microsoft\Windows NT\CurrentVersion`)
	if version == nil {
		return ""
	}
	revision, _ := version.Number("UBR")
	return fmt.Sprintf("%s.%d", version.Text("CurrentBuild"), revision)
}

func (w *windows) answerFiles() []string {
	var found []string
	for _, path := range answerFiles {
		if w.has(path) {
			found = append(found, `C:\`+path)
		}
	}
	return found
}

// ending is what comes after the last step, as the stage says it in the first line of a file.
func (w *windows) ending(g *Guest) {
	line, _, _ := strings.Cut(w.text(stage+`\after-first-boot.txt`), "\n")
	if g.After = strings.TrimSpace(line); g.After == "" {
		g.After = Stay
	}
	g.Waits = w.has(stage + `\wait-for-host.cmd`)
	if g.After != Generalize {
		return
	}
	for _, name := range []string{"seal.cmd", "restart-pending.cmd", "generalize.cmd", "clone-unattend.xml"} {
		if !w.has(stage + `\` + name) {
			g.Unsealable = name + " is not in the stage"
			return
		}
	}
	// Sysprep does not run as SYSTEM: the built-in Administrator has to be logged on by the answer file.
	auto := w.autoLogon
	if auto == nil || !strings.EqualFold(strings.TrimSpace(auto.Enabled), "true") || !strings.EqualFold(strings.TrimSpace(auto.Username), "Administrator") {
		g.Unsealable = "The Administrator was not logged on within 30 minutes"
	}
}
