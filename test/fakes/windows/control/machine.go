package control

import (
	"net/http"

	"stillframe.test/fakes/windows/language"
	"stillframe.test/fakes/windows/tools"
)

type fault struct {
	Name  string `json:"name"`
	Times int    `json:"times"`
}

type named struct {
	Name string `json:"name"`
}

// MachineRoutes tell what is left on the machine, and say what is to go wrong.
func MachineRoutes(mux *http.ServeMux, machine *tools.Machine) {
	Answer(mux, "/state", func(struct{}) (tools.State, error) { return machine.State(), nil })
	Answer(mux, "/fault", func(in fault) (tools.State, error) {
		return machine.State(), machine.Faults.Set(in.Name, in.Times)
	})
	Answer(mux, "/language", func(in named) (tools.State, error) {
		found, err := language.Of(in.Name)
		if err == nil {
			machine.Language = found
		}
		return machine.State(), err
	})
	Answer(mux, "/module", func(in named) (tools.State, error) { return machine.State(), machine.Install(in.Name) })
}
