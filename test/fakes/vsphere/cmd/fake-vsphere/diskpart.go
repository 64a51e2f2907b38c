package main

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"stillframe.test/fakes/vsphere/gpt"
	"stillframe.test/fakes/vsphere/overlay"
)

// Exit codes of diskpart (Microsoft, "diskpart scripts and examples").
const (
	diskpartNoScript = 3
	diskpartFailed   = 4
	diskpartSyntax   = 5
)

var (
	scriptOf   = regexp.MustCompile(`^/s "([^"]+)"$`)
	selects    = regexp.MustCompile(`^select (disk|partition) (\d+)$`)
	attributes = regexp.MustCompile(`^gpt attributes=0x([0-9a-fA-F]{16})$`)
)

// diskpart carries out a script on the real table of the disk, up to the first command that fails.
func (m *machine) diskpart(args string, files map[string]string) int {
	name := scriptOf.FindStringSubmatch(args)
	if name == nil {
		return 2
	}
	script, ok := files[name[1]]
	if !ok {
		return diskpartNoScript
	}
	d := &diskpart{machine: m}
	for _, line := range strings.Split(strings.TrimRight(script, "\r\n"), "\n") {
		if code := d.command(strings.TrimRight(line, "\r")); code != 0 {
			return code
		}
	}
	return 0
}

type diskpart struct {
	*machine
	disk, partition int
	selected        bool
}

func (d *diskpart) command(line string) int {
	if found := selects.FindStringSubmatch(line); found != nil {
		n, _ := strconv.Atoi(found[2])
		if found[1] == "disk" {
			d.selected, d.partition = n == 0, 0
			return failedUnless(d.selected)
		}
		d.partition = n
		return failedUnless(d.selected && d.current() != nil)
	}
	if found := attributes.FindStringSubmatch(line); found != nil {
		value, _ := strconv.ParseUint(found[1], 16, 64)
		return d.edit(func(disk *overlay.Disk, p *gpt.Partition) error { return gpt.SetAttributes(disk, p.Number, value) })
	}
	switch line {
	case "delete partition", "delete partition override":
		return d.edit(func(disk *overlay.Disk, p *gpt.Partition) error {
			if err := d.mayDelete(p, strings.HasSuffix(line, "override")); err != nil {
				return err
			}
			return gpt.Remove(disk, p.Number)
		})
	case "extend":
		return d.edit(d.extend)
	}
	return diskpartSyntax
}

func failedUnless(good bool) int {
	if good {
		return 0
	}
	return diskpartFailed
}

func (d *diskpart) partitions() []gpt.Partition {
	d.world.mutex.Lock()
	defer d.world.mutex.Unlock()
	return d.world.disks[d.Self][0].Partitions
}

// current is the partition that is selected.
func (d *diskpart) current() *gpt.Partition {
	for _, p := range d.partitions() {
		if p.Number == d.partition {
			return &p
		}
	}
	return nil
}

func (d *diskpart) edit(work func(*overlay.Disk, *gpt.Partition) error) int {
	p := d.current()
	if !d.selected || p == nil {
		return diskpartFailed
	}
	return failedUnless(d.change(func(disk *overlay.Disk) error { return work(disk, p) }) == nil)
}

// mayDelete refuses what Windows needs whatever is said, and what is guarded unless it is told to override.
func (d *diskpart) mayDelete(p *gpt.Partition, override bool) error {
	windows := windowsOf(d.partitions())
	d.world.mutex.Lock()
	enabled := !d.world.lifeOf(d.Self).disk.noRecovery
	d.world.mutex.Unlock()
	switch {
	case p.Type == gpt.TypeESP, windows != nil && p.Number == windows.Number:
		return fmt.Errorf("diskpart: partition %d is the system's or that of Windows", p.Number)
	case p.Type == gpt.TypeRecovery && enabled:
		// Stricter than Windows, which would let the boot store dangle.
		return fmt.Errorf("diskpart: partition %d is in use by the recovery environment", p.Number)
	case (p.Type != gpt.TypeBasicData || p.Required()) && !override:
		return fmt.Errorf("diskpart: partition %d is protected, and there is no override", p.Number)
	}
	return nil
}

// extend grows a partition over all that is free directly behind it; the growth of its file system is answered for, not played.
func (d *diskpart) extend(disk *overlay.Disk, p *gpt.Partition) error {
	end, err := gpt.End(disk)
	if err != nil {
		return err
	}
	for _, other := range d.partitions() {
		if other.Offset > p.Offset && other.Offset < end {
			end = other.Offset
		}
	}
	end = end >> 20 << 20
	if end-p.Offset-p.Size < 1<<20 {
		return fmt.Errorf("diskpart: nothing is free behind partition %d", p.Number)
	}
	return gpt.SetEnd(disk, p.Number, end)
}
