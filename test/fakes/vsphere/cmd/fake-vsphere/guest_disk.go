package main

import (
	"log"
	"regexp"

	"github.com/vmware/govmomi/simulator"

	"stillframe.test/fakes/vsphere/gpt"
	"stillframe.test/fakes/vsphere/guest"
	"stillframe.test/fakes/vsphere/overlay"
)

// asksDisk is the question of what Windows sees of its disk; only one that asks for all of it, and by nothing that is translated, is known.
var asksDisk = regexp.MustCompile(`(?s)^\$windows = Get-Partition -DriveLetter .*Get-Partition -DiskNumber \$windows\.DiskNumber.*` +
	`\$_\.PartitionNumber.*\$_\.GptType.*\$_\.Guid.*\$_\.Offset.*\$_\.Size.*ReAgent\.xml.*InstallState\.state.*\.DirtyBitSet.*\.ImageState.*`)

// change lets a guest write to its first disk; what it writes counts only when the answer is nil.
func (m *machine) change(work func(disk *overlay.Disk) error) error {
	m.world.mutex.Lock()
	kept := m.world.disks[m.Self]
	m.world.mutex.Unlock()
	disk, err := m.world.storage.open(kept[0])
	if err == nil {
		err = work(disk)
	}
	if err != nil {
		log.Printf("%s: %v", m.Name, err)
		return err
	}
	partitions, err := gpt.Read(disk)
	if err != nil {
		return err
	}
	now := append([]keptDisk{}, kept...)
	now[0].written, now[0].Partitions = disk.Sectors(), partitions
	m.world.mutex.Lock()
	m.world.disks[m.Self] = now
	m.world.mutex.Unlock()
	return nil
}

// windowsOf is the partition that Windows runs from: the largest of those for data.
func windowsOf(partitions []gpt.Partition) *gpt.Partition {
	var found *gpt.Partition
	for i := range partitions {
		if p := &partitions[i]; p.Type == gpt.TypeBasicData && p.NTFS && (found == nil || p.Size > found.Size) {
			found = p
		}
	}
	return found
}

// tellDisk is what Windows sees of its disk.
func (m *machine) tellDisk() map[string]any {
	m.world.mutex.Lock()
	disk, state := m.world.disks[m.Self][0], m.world.lifeOf(m.Self).disk.copy()
	m.world.mutex.Unlock()
	windows := windowsOf(disk.Partitions)
	if windows == nil {
		return nil
	}
	plan := m.world.planNow()
	partitions := []map[string]any{}
	for _, p := range disk.Partitions {
		partitions = append(partitions, map[string]any{
			"number": p.Number, "type": "{" + p.Type + "}", "guid": "{" + p.GUID + "}", "offset": p.Offset, "size": p.Size,
		})
	}
	image, winre, volume := "IMAGE_STATE_COMPLETE", "1", windows.Size
	if !state.over || state.sealed {
		image = "IMAGE_STATE_UNDEPLOYABLE"
	}
	if plan.ImageState != "" {
		image = plan.ImageState
	}
	if state.noRecovery {
		winre = "0"
	}
	if state.volume != 0 {
		volume = state.volume
	}
	return map[string]any{
		"elevated": !plan.Limited, "disk": 0, "size": disk.Size, "windows": windows.Number, "volume": volume, "dirty": plan.Dirty,
		"imageState": image, "winre": winre, "partitions": partitions,
	}
}

// reagentc knows /disable alone. It ends with 2 where there is nothing to disable.
func (m *machine) reagentc(args string) int {
	m.world.mutex.Lock()
	already := m.world.lifeOf(m.Self).disk.noRecovery
	m.world.mutex.Unlock()
	if args != "/disable" {
		return 1
	}
	if already {
		return 2
	}
	if err := m.change(func(disk *overlay.Disk) error { return guest.DisableRecovery(disk) }); err != nil {
		return 1
	}
	m.world.mutex.Lock()
	m.world.lifeOf(m.Self).disk.noRecovery = true
	m.world.mutex.Unlock()
	return 0
}

// restartNow is a restart of the guest that nobody asked for: programs are forgotten, and Tools come up again later.
func (m *machine) restartNow(ctx *simulator.Context) {
	m.world.mutex.Lock()
	l := m.world.lifeOf(m.Self)
	b := &boot{m: m, ctx: ctx, life: l, turn: l.turn}
	m.world.mutex.Unlock()
	if !b.on(m.world.toolsDelay / 16) {
		return
	}
	m.world.mutex.Lock()
	l.ran = nil
	m.world.mutex.Unlock()
	b.show(func() { m.setTools(ctx, false, true) })
	// Whoever takes its power meanwhile has ended this restart too.
	if b.on(m.world.toolsDelay) {
		b.show(func() { m.setTools(ctx, true, true) })
	}
}
