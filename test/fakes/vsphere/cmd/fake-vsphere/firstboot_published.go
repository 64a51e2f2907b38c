package main

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"maps"
	"strings"
	"time"
)

const (
	// What the image's first boot publishes, and vSphere shows among the settings of the VM while the guest runs.
	firstBootKey = "guestinfo.stillframe.first-boot"
	// What the host answers, and the guest waits for before it ends by itself.
	seenKey   = "guestinfo.stillframe.seen"
	resultKey = "guestinfo.stillframe.result"
	logKey    = "guestinfo.stillframe.log."

	// Bytes of the log in one piece, and how many pieces are kept.
	pieceBytes = 4096
	logKeys    = 16
)

// tell publishes a status with the log, as far as Tools are there to do so.
func (b *boot) tell(status string) {
	b.publish(map[string]string{firstBootKey: status})
}

// last publishes what the guest says of itself, and then its last status.
func (b *boot) last(status string, sealed bool) {
	state, left := "IMAGE_STATE_COMPLETE", append([]string{}, b.guest.AnswerFiles...)
	for _, step := range b.guest.Steps {
		if step.Cleans && strings.HasPrefix(b.disk().result(step.ID), "ok") {
			left = []string{}
		}
	}
	if sealed {
		state, left = "IMAGE_STATE_GENERALIZE_RESEAL_TO_OOBE", []string{`C:\Windows\Panther\unattend.xml`}
	}
	build := b.guest.BuildAfter
	p := b.m.world.planNow()
	if p.Build != "" {
		build = p.Build
	}
	if p.ImageState != "" {
		state = p.ImageState
	}
	result, _ := json.Marshal(map[string]any{
		"build": build, "imageState": state, "answerFiles": append(left, p.AnswerFiles...), "codePage": 437, "steps": b.disk().done,
	})
	if !p.Silent {
		b.publish(map[string]string{resultKey: base64.StdEncoding.EncodeToString(result)})
	}
	b.tell(status)
}

func (b *boot) publish(set map[string]string) {
	for key, value := range set {
		if key == firstBootKey {
			b.write("status %s", value)
		}
	}
	if !b.disk().tools || b.m.world.toolsOff {
		return
	}
	maps.Copy(set, b.pieces())
	b.show(func() { b.m.setOptions(b.ctx, func(key string) bool { return set[key] != "" }, set) })
}

func (b *boot) write(format string, values ...any) {
	line := fmt.Sprintf("[%s] ", time.Now().UTC().Format("2006-01-02 15:04:05.000")) + fmt.Sprintf(format, values...)
	b.change(func(d *written) { d.log += line + "\r\n" })
}

// pieces are the newest of the log, each in the key that its number leads to.
func (b *boot) pieces() map[string]string {
	set := map[string]string{}
	text := b.disk().log
	for number := 0; number*pieceBytes < len(text); number++ {
		piece := text[number*pieceBytes : min((number+1)*pieceBytes, len(text))]
		set[fmt.Sprintf("%s%d", logKey, number%logKeys)] = fmt.Sprintf("%d:%s", number, base64.StdEncoding.EncodeToString([]byte(piece)))
	}
	return set
}
