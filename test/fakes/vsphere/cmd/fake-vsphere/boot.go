package main

import (
	"time"

	"github.com/vmware/govmomi/simulator"
	"github.com/vmware/govmomi/vim25/types"

	"stillframe.test/fakes/vsphere/guest"
)

// boot is one start of Windows after the other between two changes of its power.
type boot struct {
	m     *machine
	ctx   *simulator.Context
	guest guest.Guest
	life  *life
	turn  int
}

// on waits, and tells whether the guest is still there afterwards.
func (b *boot) on(wait time.Duration) bool {
	time.Sleep(wait)
	w := b.m.world
	w.mutex.Lock()
	defer w.mutex.Unlock()
	return b.there()
}

// there tells whether the guest is in the power that it began in; the caller holds the mutex.
func (b *boot) there() bool {
	return b.life.turn == b.turn && b.m.Runtime.PowerState == types.VirtualMachinePowerStatePoweredOn
}

// change writes to the disk, which only a guest does that is there.
func (b *boot) change(change func(disk *written)) {
	b.m.world.mutex.Lock()
	defer b.m.world.mutex.Unlock()
	if b.there() {
		change(&b.life.disk)
	}
}

// show does what others see of a guest that is there. Whoever takes its power meanwhile begins another turn, and then takes away what was shown.
func (b *boot) show(show func()) {
	b.ctx.Map.WithLock(b.ctx, b.m.VirtualMachine, func() {
		if b.on(0) {
			show()
		}
	})
}

func (b *boot) disk() written {
	b.m.world.mutex.Lock()
	defer b.m.world.mutex.Unlock()
	return b.life.disk.copy()
}
