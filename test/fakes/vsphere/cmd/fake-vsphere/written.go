package main

import (
	"maps"
	"slices"
)

// written is what a guest has left on its disk: it goes with the disk into every copy.
type written struct {
	// steps in the order in which they ended
	done []ended
	// how often each was begun
	tries map[string]int
	// first-boot.log
	log string
	// the task of the first boot is gone
	over bool
	// VMware Tools are installed, with their snapshot provider
	tools, provider bool
	// all steps are over, and it is to be generalized
	toSeal bool
	// sysprep has generalized it: its next start begins with the out-of-box experience
	sealed bool
	// the recovery environment was disabled; every Windows begins with it enabled
	noRecovery bool
	// bytes that the file system of Windows has grown to; 0: as large as its partition
	volume int64
}

// ended is a step that will not run again, as the image publishes it.
type ended struct {
	ID       string `json:"id"`
	Result   string `json:"result"`
	Attempts int    `json:"attempts"`
	Ended    string `json:"ended"`
}

func newWritten() written {
	return written{tries: make(map[string]int)}
}

func (w written) copy() written {
	w.done, w.tries = slices.Clone(w.done), maps.Clone(w.tries)
	return w
}

// result is how a step ended; empty while it has not.
func (w written) result(step string) string {
	for _, one := range w.done {
		if one.ID == step {
			return one.Result
		}
	}
	return ""
}
