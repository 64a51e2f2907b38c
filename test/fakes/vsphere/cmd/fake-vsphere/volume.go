package main

import "regexp"

var asksVolume = regexp.MustCompile(`(?s)^\$system = .*Win32_Volume .*Get-WinEvent .*'ntfs\|esent'.*\bdirty = \$volume\.DirtyBitSet\n.*\bcount = \$events\.Count\n`)

// volumeCheck answers the question whether the system volume is dirty and the event log has errors.
func (m *machine) volumeCheck() map[string]any {
	m.world.mutex.Lock()
	clone := m.world.lifeOf(m.Self).linked != nil
	m.world.mutex.Unlock()
	state, events := m.world.planNow().Restored, []string{}
	if clone && state == "errors" {
		events = append(events, "ESENT 455", "Microsoft-Windows-Ntfs 55")
	}
	return map[string]any{"dirty": clone && state == "dirty", "count": len(events), "events": events}
}
