// Package guest tells what becomes of a machine that starts from a disk: whether firmware, boot manager and Windows find what they
// need, whether Setup ends by itself, and what the first boot does. It is stricter than the real thing where that leaves a choice,
// and never kinder.
package guest

import (
	"io"
)

// Machine is what the settings of the VM say.
type Machine struct {
	// efi or bios
	Firmware   string
	SecureBoot bool
	// What the system disk hangs on: pvscsi, lsilogicsas, lsilogic, buslogic, sata, nvme, ide; hyper-v
	Controller string
}

// Halt is where a start ends: a short name of the rule, and what the console shows or waits for.
type Halt struct {
	Rule string `json:"rule"`
	Why  string `json:"why"`
}

// Step is one of the first boot. Failure is empty when it succeeds.
type Step struct {
	ID      string `json:"id"`
	Failure string `json:"failure,omitempty"`
	// What it ends with: 0, 3010 for success after a restart, anything else when it fails.
	Code int `json:"code"`
	// It installs VMware Tools.
	Tools bool `json:"tools,omitempty"`
	// It removes what Setup left of the answer file.
	Cleans bool `json:"-"`
}

// How a guest ends once its first boot is over.
const (
	Stay       = "stay"
	ShutDown   = "shut-down"
	Generalize = "generalize"
)

// Guest is what a start from the disk comes to.
type Guest struct {
	// Windows does not come up.
	Refused *Halt `json:"refused,omitempty"`
	// Windows is up, and waits for somebody at the console.
	Waiting *Halt `json:"waiting,omitempty"`
	// VMware Tools are installed on the disk already.
	Tools bool `json:"tools"`
	// A first boot will run these.
	FirstBoot bool   `json:"firstBoot"`
	Steps     []Step `json:"steps,omitempty"`
	// VMware Tools will be there, with their snapshot provider, when the first boot is over.
	// Build and revision of Windows, before the first boot and after its updates.
	Build      string `json:"build,omitempty"`
	BuildAfter string `json:"buildAfter,omitempty"`
	// The password of Administrator, once Setup has set it.
	Secret string `json:"-"`
	// Answer files that lie on the disk.
	AnswerFiles []string `json:"-"`
	// What the image does then: stay, shut-down or generalize; whether it waits for its host before it ends; why sysprep cannot run.
	After         string `json:"after,omitempty"`
	Waits         bool   `json:"waits,omitempty"`
	Unsealable    string `json:"unsealable,omitempty"`
	ToolsAfter    bool   `json:"toolsAfter"`
	ProviderAfter bool   `json:"providerAfter"`
}

// Inspect starts the machine in thought.
func Inspect(disk io.ReaderAt, m Machine) Guest {
	cached := newCache(disk)
	windows, halt := startBootManager(cached, m)
	if halt == nil {
		halt = windows.start(m)
	}
	if halt != nil {
		return Guest{Refused: halt}
	}
	g := Guest{Tools: windows.has(toolsService)}
	g.ToolsAfter = g.Tools
	g.ProviderAfter = g.Tools && windows.service("vmvss")
	g.Build = windows.build()
	g.BuildAfter = g.Build
	if windows.inSetup() {
		if g.Waiting = windows.setup(); g.Waiting != nil {
			return g
		}
		g.Secret = windows.secret
		windows.firstBoot(&g)
	} else if windows.has(leftTask) {
		windows.carryOutAll(&g)
	}
	return g
}

const block = 64 << 10

// cache keeps blocks of a disk that is slow to read: each read of a compressed grain inflates all of it.
type cache struct {
	disk   io.ReaderAt
	blocks map[int64][]byte
}

func newCache(disk io.ReaderAt) *cache { return &cache{disk, make(map[int64][]byte)} }

func (c *cache) ReadAt(p []byte, offset int64) (int, error) {
	n := 0
	for n < len(p) {
		index, within := (offset+int64(n))/block, (offset+int64(n))%block
		data, ok := c.blocks[index]
		if !ok {
			data = make([]byte, block)
			got, err := c.disk.ReadAt(data, index*block)
			if err != nil && got == 0 {
				// The last block may be short.
				one, err := c.disk.ReadAt(p[n:], offset+int64(n))
				return n + one, err
			}
			if len(c.blocks) > 2048 {
				clear(c.blocks)
			}
			c.blocks[index] = data
		}
		n += copy(p[n:], data[within:])
	}
	return n, nil
}
