package main

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/vmware/govmomi/vim25/types"
)

// Where VMware Tools look for scripts, and where Windows is.
const (
	scriptFolder = `C:\Program Files\VMware\VMware Tools\backupScripts.d\`
	systemRoot   = `C:\Windows`
)

var (
	asksPlace = regexp.MustCompile(`(?s)^\$tools = \(Get-ItemProperty -LiteralPath 'HKLM:\\SOFTWARE\\VMware, Inc\.\\VMware Tools' -Name InstallPath\)\.InstallPath\n` +
		`\$folder = Join-Path \$tools 'backupScripts\.d'\n\$null = \[IO\.Directory\]::CreateDirectory\(\$folder\)\n` +
		`foreach \(\$state in ([^\n]+)\) \{\n  \$file = Join-Path \$env:SystemRoot \('Temp\\(\S+)' \+ \$state \+ '(\S+)'\)\n  \[IO\.File\]::Delete\(\$file\)\n\}\n` +
		`\$script = Join-Path \$folder '([^'\\]+\.bat)'\n\$lines = \[string\[\]\]\(([^\n]+)\)\n\[IO\.File\]::WriteAllLines\(\$script, \$lines, \[Text\.Encoding\]::ASCII\)\n` +
		`\$answer = @\{ placed = \[IO\.File\]::Exists\(\$script\) \}$`)
	asksMarks = regexp.MustCompile(`^\$answer = @\{\}\nforeach \(\$state in ([^\n]+)\) \{\n  \$file = Join-Path \$env:SystemRoot \('Temp\\(\S+)' \+ \$state \+ '(\S+)'\)\n` +
		`  if \(\[IO\.File\]::Exists\(\$file\)\) \{ \$answer\[\$state\] = \[IO\.File\]::GetLastWriteTimeUtc\(\$file\)\.ToString\('o'\) \}\n\}$`)
	quoted = regexp.MustCompile(`'([^']*)'`)
	// The one line of a batch file that this guest knows beside @echo off and exit.
	marks = regexp.MustCompile(`^>"%SystemRoot%(\\[^"]+)" echo (\S+)$`)
)

// aroundPlan is what goes wrong before and after a snapshot.
type aroundPlan struct {
	// services that do not start in linked clones
	Stopped []string `json:"stopped"`
	// scripts of VMware Tools: silent (not run), early (thaw before the snapshot), late (freeze after it), stuck (no thaw), taken (they do not stay)
	Scripts string `json:"scripts"`
}

// kept is what files a snapshot holds, and when they were written.
type kept struct {
	files map[string]string
	wrote map[string]time.Time
}

func (l *life) keep() kept { return kept{maps.Clone(l.files), maps.Clone(l.wrote)} }

func (l *life) write(path, text string) {
	l.files[path] = text
	if l.wrote == nil {
		l.wrote = make(map[string]time.Time)
	}
	l.wrote[path] = time.Now()
}

// placeScript puts a script where Tools look for it; of an earlier one nothing is left.
func (m *machine) placeScript(found []string) map[string]any {
	m.world.mutex.Lock()
	defer m.world.mutex.Unlock()
	l := m.world.lifeOf(m.Self)
	for _, state := range quoted.FindAllStringSubmatch(found[1], -1) {
		delete(l.files, systemRoot+`\Temp\`+found[2]+state[1]+found[3])
	}
	text := ""
	for _, line := range quoted.FindAllStringSubmatch(found[5], -1) {
		text += line[1] + "\r\n"
	}
	if m.world.plan.Scripts != "taken" {
		l.write(scriptFolder+found[4], text)
	}
	return map[string]any{"placed": l.files[scriptFolder+found[4]] != ""}
}

// marksLeft tells when each file was written that is there.
func (m *machine) marksLeft(found []string) map[string]any {
	m.world.mutex.Lock()
	defer m.world.mutex.Unlock()
	l, answer := m.world.lifeOf(m.Self), map[string]any{}
	for _, state := range quoted.FindAllStringSubmatch(found[1], -1) {
		path := systemRoot + `\Temp\` + found[2] + state[1] + found[3]
		if _, ok := l.files[path]; ok {
			answer[state[1]] = l.wrote[path].UTC().Format("2006-01-02T15:04:05.0000000Z")
		}
	}
	return answer
}

// script has Tools run what lies in their folder, in the order of names for freeze and the other way round for what comes after; false: one of
// them did not end with 0, for which Tools give up the snapshot.
func (m *machine) script(state string) bool {
	if !m.toolsRunning() || m.world.planNow().Scripts == "silent" {
		return true
	}
	m.world.mutex.Lock()
	defer m.world.mutex.Unlock()
	l := m.world.lifeOf(m.Self)
	names := []string{}
	for path := range l.files {
		if strings.HasPrefix(path, scriptFolder) {
			names = append(names, path)
		}
	}
	slices.Sort(names)
	if state != "freeze" {
		slices.Reverse(names)
	}
	for _, name := range names {
		if !l.batch(strings.Split(strings.TrimRight(l.files[name], "\r\n"), "\r\n"), state) {
			return false
		}
	}
	return true
}

// batch runs the lines of a batch file with one argument, as far as this guest knows them: any other ends with 1.
func (l *life) batch(lines []string, argument string) bool {
	for i, line := range lines {
		line = strings.ReplaceAll(line, "%~1", argument)
		found := marks.FindStringSubmatch(line)
		switch {
		case line == "@echo off":
		case found != nil:
			l.write(systemRoot+found[1], found[2]+"\r\n")
		default:
			return line == "exit /b 0" && i == len(lines)-1
		}
	}
	return true
}

// around runs scripts before and after what takes the snapshot, as open-vm-tools do; a plan has them run when they should not.
func (m *machine) around(take func() (types.AnyType, *types.LocalizedMethodFault)) (types.AnyType, *types.LocalizedMethodFault) {
	order := m.world.planNow().Scripts
	if order != "late" && !m.script("freeze") {
		m.script("freezeFail")
		fault := &types.ApplicationQuiesceFault{}
		return nil, &types.LocalizedMethodFault{Fault: fault, LocalizedMessage: quiesceFailed}
	}
	if order == "early" {
		m.script("thaw")
	}
	result, fault := take()
	if fault != nil {
		m.script("freezeFail")
		return nil, fault
	}
	if order == "late" {
		m.script("freeze")
	}
	if order != "early" && order != "stuck" {
		go func() {
			// The host is done before the guest is.
			time.Sleep(m.world.toolsDelay)
			m.script("thaw")
		}()
	}
	return result, nil
}
