package main

import (
	"regexp"
	"slices"
)

var asksServices = regexp.MustCompile(`(?s)^\$root = 'HKLM:\\SYSTEM\\CurrentControlSet\\Services\\'\n\$services = Get-CimInstance -ClassName Win32_Service ` +
	`-Filter "StartMode = 'Auto' AND State = 'Running' AND DelayedAutoStart = FALSE"\n.*-band 0x40\).*\\TriggerInfo'.*\n\$answer = @\{ running = @\(`)

// services answers which services run that Windows starts at every start. In a linked clone the last one starts a while after VMware Tools.
func (m *machine) services() map[string]any {
	stopped := m.world.planNow().Stopped
	m.world.mutex.Lock()
	defer m.world.mutex.Unlock()
	l, running := m.world.lifeOf(m.Self), []string{}
	l.asked++
	for _, name := range []string{"CryptSvc", "EventSystem", "LanmanServer", "Schedule", "VGAuthService", "VMTools", "Winmgmt"} {
		if l.linked != nil && (slices.Contains(stopped, name) || (name == "Winmgmt" && l.asked == 1)) {
			continue
		}
		running = append(running, name)
	}
	return map[string]any{"running": running}
}
