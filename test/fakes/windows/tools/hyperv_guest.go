package tools

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"stillframe.test/fakes/windows/hive"
)

const setupState = `Microsoft\Windows\CurrentVersion\Setup\State`

// told is what the judge says of a start from a disk.
type told struct {
	Refused, Waiting *struct{ Rule, Why string }
	FirstBoot        bool
	Steps            []struct {
		ID, Failure string
		Code        int
	}
	Build, BuildAfter, After, Unsealable, Password string
	Waits                                          bool
}

// bootedGuest is a Windows that goes through the first boot that is staged on its disk: each step leaves what the real one leaves.
type bootedGuest struct {
	call    *Call
	machine *virtualMachine
	told    told
	// windows is the folder Windows, stage that of the first boot.
	windows, stage string
	failed         []string
}

// playGuest is a machine from its start to its end. A guest that does not come up stays on, as the real one.
func (c *Call) playGuest(machine *virtualMachine) {
	defer close(machine.ended)
	c.Disks.Lock()
	disk, err := c.Disks.Attach(machine.path, machine.disk)
	machine.attached = disk
	c.Disks.Unlock()
	if err != nil {
		return
	}
	guest := &bootedGuest{call: c, machine: machine}
	arguments := []string{"-controller", "hyper-v", "-secret"}
	if machine.secureBoot {
		arguments = append(arguments, "-secure-boot")
	}
	output, err := exec.Command(c.HyperV.Judge, append(arguments, disk.Content())...).Output()
	if err != nil || json.Unmarshal(output, &guest.told) != nil || guest.told.Refused != nil {
		return
	}
	for _, volume := range disk.Volumes {
		if folder := find(volume.Folder(), "Windows"); exists(filepath.Join(folder, "System32", "config")) {
			guest.windows = folder
		}
	}
	c.Disks.Lock()
	machine.heartbeat = "OkApplicationsHealthy"
	machine.password = guest.told.Password
	c.Disks.Unlock()
	if guest.told.Waiting != nil || !guest.told.FirstBoot || guest.windows == "" {
		return
	}
	guest.stage = filepath.Join(guest.windows, "Setup", "Stillframe")
	if !guest.run() {
		return
	}
	c.Disks.Lock()
	defer c.Disks.Unlock()
	if machine.gone.Load() {
		return
	}
	machine.attached = nil
	if c.Disks.Detach(disk) == nil {
		machine.state, machine.heartbeat = stateOff, ""
	}
}

// pause tells whether the machine is still on afterwards.
func (g *bootedGuest) pause() bool {
	time.Sleep(20 * time.Millisecond)
	return !g.machine.gone.Load()
}

// run goes as far as the guest's own end; false when it was turned off, or never comes to it.
func (g *bootedGuest) run() bool {
	faults := g.call.Faults
	if faults.Happens("machine-paused") {
		g.call.Disks.Lock()
		g.machine.state = statePaused
		g.call.Disks.Unlock()
		return false
	}
	silent := faults.Happens("guest-silent")
	for _, step := range g.told.Steps {
		g.tell("running: "+step.ID, silent)
		if step.ID != "00-remove-answer-files" && faults.Happens("guest-off") {
			return true
		}
		if step.ID != "00-remove-answer-files" && faults.Happens("guest-hangs") {
			for g.pause() {
			}
			return false
		}
		if !g.pause() {
			return false
		}
		if g.step(step.ID, step.Failure, step.Code) != nil {
			return false
		}
	}
	if g.finish() != nil {
		return false
	}
	last := "done"
	if len(g.failed) > 0 {
		last = "failed: " + strings.Join(g.failed, " ")
	}
	g.tell(last, silent)
	for g.seen() != last {
		if !g.pause() {
			return false
		}
	}
	return len(g.failed) > 0 || g.leave() == nil
}

func (g *bootedGuest) seen() string {
	g.call.Disks.Lock()
	defer g.call.Disks.Unlock()
	return g.machine.seen
}

// tell leaves the status on the disk, and with the host where the image does so.
func (g *bootedGuest) tell(status string, silent bool) {
	os.WriteFile(filepath.Join(g.stage, "status.txt"), []byte(status+"\r\n"), 0o644)
	if silent || !isFile(filepath.Join(g.stage, "tell-hyper-v.cmd")) {
		return
	}
	g.call.Disks.Lock()
	g.machine.status = status
	g.call.Disks.Unlock()
}

// step leaves what run-steps leaves of one.
func (g *bootedGuest) step(id, failure string, code int) error {
	attempts, result := 1, "ok"
	if code == 3010 {
		result = "ok, restarted"
	}
	if strings.Contains(id, "keep-boot-drivers") && g.call.Faults.Happens("guest-step-fails") {
		failure, code = "the test wants it to fail", 1
	}
	if failure != "" {
		attempts, result = 3, "failed with "+strconv.Itoa(code)
		g.failed = append(g.failed, id)
	}
	log := fmt.Sprintf("[now] %s, attempt %d\r\n%s\r\n[now] %s ended with %d\r\n", id, attempts, failure, id, code)
	file, err := os.OpenFile(filepath.Join(g.stage, "first-boot.log"), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	file.WriteString(log)
	file.Close()
	done := filepath.Join(g.stage, "done")
	if err := os.MkdirAll(done, 0o755); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(g.stage, "attempts-"+id+".txt"), []byte(strconv.Itoa(attempts)+"\r\n"), 0o644); err != nil {
		return err
	}
	if id == "00-remove-answer-files" && !g.call.Faults.Happens("guest-keeps-answers") {
		g.removeAnswers()
	}
	return os.WriteFile(filepath.Join(done, id), []byte(result+"\r\n"), 0o644)
}

func (g *bootedGuest) removeAnswers() {
	for _, folder := range []string{"Panther", "System32/Sysprep"} {
		filepath.WalkDir(filepath.Join(g.windows, folder), func(path string, _ os.DirEntry, err error) error {
			name := strings.ToLower(filepath.Base(path))
			if err == nil && strings.Contains(name, "unattend") && strings.HasSuffix(name, ".xml") {
				os.Remove(path)
			}
			return nil
		})
	}
}

// finish is what Windows itself comes to: its build, its state, and no Setup any more; sysprep where it is asked for.
func (g *bootedGuest) finish() error {
	config := filepath.Join(g.windows, "System32", "config")
	state := "IMAGE_STATE_COMPLETE"
	if g.told.After == "generalize" && len(g.failed) == 0 {
		if g.told.Unsealable != "" {
			g.failed = append(g.failed, "generalize")
		} else {
			state = "IMAGE_STATE_GENERALIZE_RESEAL_TO_OOBE"
			if err := os.Rename(filepath.Join(g.stage, "clone-unattend.xml"), filepath.Join(g.windows, "Panther", "unattend.xml")); err != nil {
				return err
			}
		}
	}
	keys := []hive.Key{{Path: setupState, Values: []hive.Value{{Name: "ImageState", Data: hive.Text(state)}}}}
	if _, revision, ok := strings.Cut(g.told.BuildAfter, "."); ok {
		number, err := strconv.Atoi(revision)
		if err != nil {
			return err
		}
		keys = append(keys, hive.Key{Path: currentVersion, Values: []hive.Value{{Name: "UBR", Data: hive.Dword(uint32(number))}}})
	}
	if err := hive.Change(filepath.Join(config, "SOFTWARE"), keys); err != nil {
		return err
	}
	system := []hive.Key{{Path: "Setup", Values: []hive.Value{{Name: "SetupType", Data: hive.Dword(0)}}}}
	// What step 80 does, and Windows may undo.
	if !g.call.Faults.Happens("guest-no-driver") {
		for _, service := range []string{"pvscsi", "LSI_SAS", "storahci", "stornvme"} {
			system = append(system, hive.Key{Path: `ControlSet001\Services\` + service + `\StartOverride`, Delete: true})
		}
	}
	return hive.Change(filepath.Join(config, "SYSTEM"), system)
}

// leave is leave-hyper-v.cmd; what is left keeps its task.
func (g *bootedGuest) leave() error {
	if !isFile(filepath.Join(g.stage, "leave-hyper-v.cmd")) {
		return nil
	}
	os.Remove(filepath.Join(g.stage, "tell-hyper-v.cmd"))
	os.Remove(filepath.Join(g.stage, "leave-hyper-v.cmd"))
	later := filepath.Join(g.stage, "later")
	entries, err := os.ReadDir(later)
	if err != nil {
		return nil
	}
	for _, entry := range entries {
		if err := os.Rename(filepath.Join(later, entry.Name()), filepath.Join(g.stage, "steps", entry.Name())); err != nil {
			return err
		}
	}
	if err := os.Rename(filepath.Join(g.stage, "after-later.txt"), filepath.Join(g.stage, "after-first-boot.txt")); err != nil {
		return err
	}
	if g.told.After != "generalize" {
		tasks := filepath.Join(g.windows, "System32", "Tasks")
		if err := os.MkdirAll(tasks, 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(tasks, "Stillframe first boot"), []byte("<Task/>"), 0o644); err != nil {
			return err
		}
	}
	return os.Remove(later)
}
