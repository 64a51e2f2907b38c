package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"time"

	"github.com/vmware/govmomi/simulator"
	"github.com/vmware/govmomi/vim25/types"

	"stillframe.test/fakes/vsphere/guest"
)

const (
	restartRequired = 3010
	attempts        = 3
)

// plan is how guests behave in a test, beside what their disk says.
type plan struct {
	Unmerged string `json:"unmerged"` // disks of a snapshot are merged: empty: with it; once: when that is asked for; always: never
	// exit codes of a step by its name, one for each attempt; the last goes on
	Codes map[string][]int `json:"codes"`
	// a step that never ends
	Hangs string `json:"hangs"`
	// the guest ends when its first boot is over, whether anybody has seen it or not
	EndsUnseen bool `json:"endsUnseen"`
	// what it does when its first boot is over, in place of what its disk says
	After string `json:"after"`
	// it never ends, though it should
	NeverEnds bool `json:"neverEnds"`
	// what it publishes is seen by who asks, and nobody is told of the change
	Quiet bool `json:"quiet"`
	// it says nothing of itself
	Silent bool `json:"silent"`
	// what it says of itself in place of what is so
	Build       string   `json:"build"`
	ImageState  string   `json:"imageState"`
	AnswerFiles []string `json:"answerFiles"`
	// how a customization ends: stumbles (sysprep fails), fails, silent (no word of it); empty: well, where it can
	Customization string `json:"customization"`
	// what becomes of linked clones: dead (Windows does not come up), dirty, errors (in the event log); empty: they are sound
	Restored string `json:"restored"`
	aroundPlan
	// somebody connects the network cards of machines once they run
	Connected bool `json:"connected"`
	// milliseconds that making a library item takes, and copying one
	ExportMS int `json:"exportMs"`
	CopyMS   int `json:"copyMs"`
	// milliseconds that the disks of a VM take that is deployed from an item
	DeployMS int `json:"deployMs"`
	// corrupt: files of a library change on their way; pipe-closed: they cannot be stored; deploy-fails, deploy-warns
	LibraryFault string `json:"libraryFault"`
	// bytes that each step adds to the log
	LogBytes int `json:"logBytes"`
	// exit codes of programs by their names, in place of what they do
	Programs map[string]int `json:"programs"`
	// programs that end well and do nothing
	Idle []string `json:"idle"`
	// programs that do what they do, and never end
	Endless []string `json:"endless"`
	// the guest restarts when this one is started
	RestartsAt string `json:"restartsAt"`
	// it is asked to shut down, and goes on running
	StaysOn bool `json:"staysOn"`
	// the account is no administrator; the file system of Windows is marked dirty
	Limited bool `json:"limited"`
	Dirty   bool `json:"dirty"`
	// what it says when it is asked after a failure
	Evidence evidence `json:"evidence"`
	// members of the manifests of its snapshots by name, in place of what the settings come to
	Manifest map[string]string `json:"manifest"`
}

// setPlan holds for all that guests do from now on.
func (w *world) setPlan(rw http.ResponseWriter, r *http.Request) {
	var p plan
	if err := json.NewDecoder(r.Body).Decode(&p); err != nil {
		http.Error(rw, err.Error(), http.StatusBadRequest)
		return
	}
	w.mutex.Lock()
	w.plan = p
	w.mutex.Unlock()
}

func (w *world) planNow() plan {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	return w.plan
}

// start is one start of Windows; the answer is whether it restarts.
func (b *boot) start() bool {
	delay := b.m.world.toolsDelay
	if !b.on(delay) {
		return false
	}
	disk := b.disk()
	if disk.sealed && !b.on(2*delay) {
		// Out-of-box experience once more, which the answer file of the clones goes through.
		return false
	}
	if b.guest.Tools && !disk.tools {
		b.change(func(d *written) { d.tools, d.provider = true, b.guest.ProviderAfter })
		disk = b.disk()
	}
	if disk.tools {
		b.registerTools()
	}
	if disk.over {
		return disk.tools && b.customize()
	}
	if !b.guest.FirstBoot {
		b.change(func(d *written) { d.over = true })
		return disk.tools && b.customize()
	}
	b.tell("running")
	for _, step := range b.guest.Steps {
		if b.disk().result(step.ID) != "" {
			continue
		}
		b.tell("running: " + step.ID)
		restart, ok := b.step(step)
		if !ok {
			return false
		}
		if restart {
			return b.restart()
		}
	}
	return b.end()
}

// step carries out one: whether Windows restarts then, and whether the guest is still there.
func (b *boot) step(step guest.Step) (restart, ok bool) {
	p := b.m.world.planNow()
	try := b.disk().tries[step.ID] + 1
	b.change(func(d *written) { d.tries[step.ID] = try })
	b.write("%s, attempt %d", step.ID, try)
	for p.Hangs == step.ID {
		if !b.on(20 * time.Millisecond) {
			return false, false
		}
		p = b.m.world.planNow()
	}
	if !b.on(b.m.world.toolsDelay / 8) {
		return false, false
	}
	code := step.Code
	if step.Failure != "" {
		b.write("%s", step.Failure)
	}
	if codes := p.Codes[step.ID]; len(codes) > 0 {
		code = codes[min(try, len(codes))-1]
	}
	if p.LogBytes > 0 {
		b.write("%s", strings.Repeat("x", p.LogBytes))
	}
	b.write("%s ended with %d", step.ID, code)
	end := func(result string) {
		b.change(func(d *written) {
			d.done = append(d.done, ended{step.ID, result, try, time.Now().UTC().Format(time.RFC3339)})
		})
	}
	switch {
	case code == 0 || code == restartRequired:
		end(map[int]string{0: "ok", restartRequired: "ok, restarted"}[code])
		b.change(func(d *written) {
			d.tools, d.provider = d.tools || step.Tools, d.provider || (step.Tools && b.guest.ProviderAfter)
		})
		if step.Tools {
			b.registerTools()
		}
		return code == restartRequired, true
	case try >= attempts:
		end(fmt.Sprintf("failed with %d", code))
		return false, true
	default:
		return true, true
	}
}

// restart is the way down and up again; the answer is whether the guest comes up.
func (b *boot) restart() bool {
	b.tell("restarting")
	if !b.on(b.m.world.toolsDelay / 4) {
		return false
	}
	b.show(func() {
		b.m.forget(b.ctx)
		b.m.setTools(b.ctx, false, b.disk().tools)
	})
	return b.on(0)
}

// end is what comes after the last step: the word about it, and, where the image says so, an end by itself once the host has seen it.
func (b *boot) end() bool {
	word := "done"
	var failed []string
	for _, step := range b.guest.Steps {
		if strings.HasPrefix(b.disk().result(step.ID), "failed") {
			failed = append(failed, step.ID)
		}
	}
	if len(failed) > 0 {
		word = "failed: " + strings.Join(failed, " ")
	}
	after := b.guest.After
	if p := b.m.world.planNow(); p.After != "" {
		after = p.After
	}
	seal := word == "done" && after == guest.Generalize
	if seal && !b.disk().toSeal {
		// At a start without a pending restart, at which the Administrator is logged on.
		b.change(func(d *written) { d.toSeal = true })
		return b.restart()
	}
	if seal {
		b.tell("sealing")
		if !b.on(b.m.world.toolsDelay / 4) {
			return false
		}
		if b.guest.Unsealable != "" {
			b.write("%s", b.guest.Unsealable)
			seal, word = false, "failed: generalize"
		}
		b.change(func(d *written) { d.sealed = seal })
	}
	b.last(word, seal)
	b.change(func(d *written) { d.over = true })
	if after == "" || after == guest.Stay {
		return false
	}
	for {
		p := b.m.world.planNow()
		seen := !b.m.world.toolsOff && b.m.optionNow(b.ctx, seenKey) == types.AnyType(word)
		if !p.NeverEnds && (seen || p.EndsUnseen || !b.guest.Waits && p.After == "") {
			break
		}
		if !b.on(10 * time.Millisecond) {
			return false
		}
	}
	if b.on(b.m.world.toolsDelay / 8) {
		b.m.goDark(b.ctx)
		b.m.powerDown(b.ctx)
	}
	return false
}

// powerDown is the guest's own: nobody asked vSphere for it.
func (m *machine) powerDown(ctx *simulator.Context) {
	ctx.Map.WithLock(ctx, m.VirtualMachine, func() {
		m.VirtualMachine.ShutdownGuest(ctx, &types.ShutdownGuest{This: m.Self})
	})
}

func (b *boot) registerTools() {
	if !b.m.world.toolsOff {
		b.show(func() { b.m.setTools(b.ctx, true, true) })
	}
}

// optionNow reads a setting that the host may be changing.
func (m *machine) optionNow(ctx *simulator.Context, key string) types.AnyType {
	var value types.AnyType
	ctx.Map.WithLock(ctx, m.VirtualMachine, func() { value = m.option(key) })
	return value
}
