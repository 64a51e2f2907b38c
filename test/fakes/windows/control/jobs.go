// Package control is the double's side towards the tests: jobs that are started and ended, and what is to be known of the machine.
package control

import (
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"strconv"
	"sync"

	"stillframe.test/fakes/windows/protocol"
	"stillframe.test/fakes/windows/wine"
)

// Jobs are the programs that tests start, by number.
type Jobs struct {
	wine *wine.Wine
	lock sync.Mutex
	last int
	jobs map[int]*job
}

type job struct {
	what protocol.Job
	// Closed when the runner has connected.
	connected  chan struct{}
	connection net.Conn
	// Closed when nothing more comes from the runner.
	served  chan struct{}
	reports chan protocol.Report
}

func NewJobs(wine *wine.Wine) *Jobs { return &Jobs{wine: wine, jobs: map[int]*job{}} }

// Start has a runner start a program; the number is what Wait and Order take.
func (j *Jobs) Start(what protocol.Job) (int, error) {
	j.lock.Lock()
	j.last++
	number := j.last
	started := &job{what: what, connected: make(chan struct{}), served: make(chan struct{}), reports: make(chan protocol.Report, 2)}
	j.jobs[number] = started
	j.lock.Unlock()
	command := j.wine.Command(wine.RunnerProgram, j.wine.Server, strconv.Itoa(number))
	if err := command.Start(); err != nil {
		return 0, err
	}
	go func() {
		err := command.Wait()
		// Its report may still be on the way, though its process has ended.
		select {
		case <-started.connected:
			<-started.served
		default:
		}
		started.reports <- protocol.Report{Error: fmt.Sprintf("the runner ended without a report: %v", err)}
	}()
	return number, nil
}

// Wait returns when the program has ended.
func (j *Jobs) Wait(number int) (protocol.Report, error) {
	job, err := j.get(number)
	if err != nil {
		return protocol.Report{}, err
	}
	return <-job.reports, nil
}

// Order ends a job from outside.
func (j *Jobs) Order(number int, order protocol.Order) error {
	job, err := j.get(number)
	if err != nil {
		return err
	}
	<-job.connected
	return json.NewEncoder(job.connection).Encode(order)
}

// Serve speaks with the runner of a job until it ends.
func (j *Jobs) Serve(number int, connection net.Conn, decoder *json.Decoder) error {
	job, err := j.get(number)
	if err != nil {
		return err
	}
	job.connection = connection
	if err := json.NewEncoder(connection).Encode(job.what); err != nil {
		return err
	}
	close(job.connected)
	defer close(job.served)
	var report protocol.Report
	if err := decoder.Decode(&report); err != nil {
		return err
	}
	job.reports <- report
	return nil
}

func (j *Jobs) get(number int) (*job, error) {
	j.lock.Lock()
	defer j.lock.Unlock()
	if found, ok := j.jobs[number]; ok {
		return found, nil
	}
	return nil, errors.New("no job " + strconv.Itoa(number))
}
