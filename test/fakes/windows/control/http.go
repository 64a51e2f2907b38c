package control

import (
	"encoding/json"
	"net/http"
	"strconv"

	"stillframe.test/fakes/windows/protocol"
)

// Answer serves one path: the body of a POST is decoded into what `handle` takes, its result is sent as JSON.
func Answer[In, Out any](mux *http.ServeMux, path string, handle func(In) (Out, error)) {
	mux.HandleFunc(path, func(response http.ResponseWriter, request *http.Request) {
		var in In
		if request.Method == http.MethodPost {
			if err := json.NewDecoder(request.Body).Decode(&in); err != nil {
				http.Error(response, err.Error(), http.StatusBadRequest)
				return
			}
		}
		out, err := handle(in)
		if err != nil {
			http.Error(response, err.Error(), http.StatusInternalServerError)
			return
		}
		response.Header().Set("content-type", "application/json")
		json.NewEncoder(response).Encode(out)
	})
}

type numbered struct {
	Job    int    `json:"job"`
	Signal string `json:"signal"`
}

// Routes of the jobs.
func (j *Jobs) Routes(mux *http.ServeMux) {
	Answer(mux, "/start", func(what protocol.Job) (numbered, error) {
		number, err := j.Start(what)
		return numbered{Job: number}, err
	})
	Answer(mux, "/wait", func(in numbered) (protocol.Report, error) { return j.Wait(in.Job) })
	Answer(mux, "/order", func(in numbered) (string, error) {
		return strconv.Itoa(in.Job), j.Order(in.Job, protocol.Order{Signal: in.Signal})
	})
}
