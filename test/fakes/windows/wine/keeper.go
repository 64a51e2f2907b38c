package wine

import (
	"errors"
	"net"
	"strconv"
	"sync"
	"time"
)

// RunnerProgram is where the runner lies on the Windows side.
const RunnerProgram = `C:\double\runner.exe`

// keepers are files that a program of the Windows side holds open, by number.
type keepers struct {
	lock    sync.Mutex
	last    int
	waiting map[int]chan kept
}

type kept struct {
	connection net.Conn
	failure    string
}

// A program of Wine starts in half a second; a busy machine takes many.
const keeperStarts = 60 * time.Second

// ErrShared is returned for a file that somebody has open.
var ErrShared = errors.New("the file is in use")

// KeepOpen holds a file, a path of the Windows side, shared with nobody, as Windows holds an attached image. @returns what lets it go
func (w *Wine) KeepOpen(path string) (func(), error) {
	k := &w.keepers
	k.lock.Lock()
	k.last++
	number, arrived := k.last, make(chan kept, 1)
	if k.waiting == nil {
		k.waiting = map[int]chan kept{}
	}
	k.waiting[number] = arrived
	k.lock.Unlock()
	command := w.Command(RunnerProgram, w.Server, strconv.Itoa(number), path)
	if err := command.Start(); err != nil {
		return nil, err
	}
	ended := make(chan struct{})
	go func() { command.Wait(); close(ended) }()
	select {
	case each := <-arrived:
		letGo := func() { each.connection.Close(); <-ended }
		if each.failure != "" {
			letGo()
			return nil, errors.Join(ErrShared, errors.New(each.failure))
		}
		return letGo, nil
	case <-ended:
		return nil, errors.New("the keeper of " + path + " ended")
	case <-time.After(keeperStarts):
		return nil, errors.New("the keeper of " + path + " did not start")
	}
}

// Kept is called when a keeper says whether it has its file; the connection is closed by whoever lets it go.
func (w *Wine) Kept(number int, connection net.Conn, failure string) {
	w.keepers.lock.Lock()
	defer w.keepers.lock.Unlock()
	if arrived := w.keepers.waiting[number]; arrived != nil {
		delete(w.keepers.waiting, number)
		arrived <- kept{connection, failure}
	}
}
