package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"regexp"
	"strings"
	"time"
)

// evidence is what a guest says of itself when it is asked after a failure, beside what is so.
type evidence struct {
	// in place of what is so, by the names of the facts
	Facts map[string]json.RawMessage `json:"facts"`
	// states of VSS writers by their names; those that are not named are stable
	Writers []struct {
		Name  string `json:"name"`
		State int    `json:"state"`
	} `json:"writers"`
	AheadMS int64 `json:"aheadMs"`
	// en, de or ja: the words of its Windows
	Language string `json:"language"`
}

var (
	asksFact = regexp.MustCompile(`(?m)^(\w+) = .*?(Win32_\w+|MSFT_\w+|tools\.conf|UtcNow)`)
	asksText = regexp.MustCompile(`(?m)^\$answer\['([\w-]+)'\] = \[string\]\(cmd\.exe /c '(.+) 2>&1' \| Out-String\)$`)
)

// evidenceOf answers for facts and for texts; nil: it is asked for neither.
func (m *machine) evidenceOf(asked string) map[string]any {
	value := map[string]any{}
	said := m.world.planNow().Evidence
	for _, asked := range asksFact.FindAllStringSubmatch(asked, -1) {
		value[asked[1]] = m.fact(asked[2], said)
	}
	for name, fact := range said.Facts {
		if _, asked := value[name]; asked {
			value[name] = fact
		}
	}
	for _, asked := range asksText.FindAllStringSubmatch(asked, -1) {
		value[asked[1]] = m.print(asked[2], said)
	}
	if len(value) == 0 {
		return nil
	}
	return value
}

const vmwareProvider = "{564D7761-7265-2056-5353-2050726F7669}"

// fact is what WMI gives for a class.
func (m *machine) fact(class string, said evidence) any {
	type row = map[string]any
	switch class {
	case "UtcNow":
		return time.Now().Add(time.Duration(said.AheadMS) * time.Millisecond).UTC().Format("2006-01-02T15:04:05.0000000Z")
	case "Win32_ShadowProvider":
		rows := []row{{"id": "{B5946137-7B9F-4925-AF80-51ABD60B20D5}", "name": "Microsoft Software Shadow Copy provider 1.0"}}
		if m.providerThere() {
			rows = append(rows, row{"id": vmwareProvider, "name": "VMware Snapshot Provider"})
		}
		return rows
	case "Win32_ShadowStorage":
		return []row{}
	case "Win32_Volume":
		return []row{{"id": `\\?\Volume{c}\`, "name": `C:\`, "label": nil, "format": "NTFS", "size": int64(40) << 30, "free": int64(9) << 30}}
	case "Win32_Service":
		rows := []row{}
		for _, name := range []string{"VSS", "swprv", "vmvss", "VMTools", "COMSysApp", "EventSystem"} {
			if name != "vmvss" || m.providerThere() {
				rows = append(rows, row{"name": name, "mode": "Manual", "state": "Stopped"})
			}
		}
		return rows
	case "MSFT_Partition":
		// As the uploaded disk has them.
		rows := []row{}
		for disk, kept := range m.world.disksOf(m.Self) {
			for i, p := range kept.Partitions {
				rows = append(rows, row{"disk": disk, "number": i + 1, "type": "{" + p.Type + "}", "size": p.Size})
			}
		}
		return rows
	case "tools.conf":
		return ""
	}
	return []row{}
}

// words of vssadmin by language: name, two ids, state, last error, and what states and errors are called.
var words = map[string][7]string{
	"en": {"Writer name: '%s'", "Writer Id", "Writer Instance Id", "State", "Last error", "Stable|No error", "Failed|Timed out"},
	"de": {`Verfassername: "%s"`, "Verfasserkennung", "Verfasserinstanzkennung", "Status", "Letzter Fehler", "Stabil|Kein Fehler", "Fehler|Zeitüberschreitung"},
	"ja": {"ライター名: '%s'", "ライター ID", "ライター インスタンス ID", "状態", "最後のエラー", "安定|エラーなし", "失敗|タイムアウト"},
}

// print is what a command prints; what this guest does not have, cmd.exe does not know.
func (m *machine) print(command string, said evidence) string {
	language, ok := words[said.Language]
	if !ok {
		language = words["en"]
	}
	switch command {
	case "vssadmin list writers":
		states := map[string]int{}
		for _, w := range said.Writers {
			states[w.Name] = w.State
		}
		text := "vssadmin 1.1\r\n(C) Copyright 2001-2013 Microsoft Corp.\r\n\r\n"
		one := func(name, id string, state int) {
			called := strings.Split(language[5], "|")
			if state > 5 {
				called = strings.Split(language[6], "|")
			}
			text += fmt.Sprintf(language[0]+"\r\n   %s: {%s}\r\n   %s: {%s}\r\n   %s: [%d] %s\r\n   %s: %s\r\n\r\n",
				name, language[1], id, language[2], id, language[3], max(state, 1), called[0], language[4], called[1])
		}
		for _, w := range writers {
			one(w.name, w.id, states[w.name])
			delete(states, w.name)
		}
		for name, state := range maps.All(states) {
			one(name, "a65faa63-5ea8-4ebc-9dbd-a0c4db26912a", state)
		}
		return text
	case "vssadmin list providers", "vssadmin list shadowstorage", "vssadmin list volumes", "reagentc /info":
		return command + " of " + m.Name + "\r\n"
	}
	return fmt.Sprintf("'%s' is not recognized as an internal or external command,\r\noperable program or batch file.\r\n", strings.Fields(command)[0])
}
