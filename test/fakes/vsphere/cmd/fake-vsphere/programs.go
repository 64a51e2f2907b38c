package main

import (
	"encoding/base64"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/vmware/govmomi/simulator"
	"github.com/vmware/govmomi/vim25/methods"
	"github.com/vmware/govmomi/vim25/soap"
	"github.com/vmware/govmomi/vim25/types"
)

// programs runs what Windows programs a host asks for by VMware Tools, in so far as it knows them.
type programs struct {
	*simulator.GuestProcessManager
	world *world
}

var (
	appended = regexp.MustCompile(`^/c (>>?)"([^"]+)" echo ([A-Za-z0-9+/=]+)$`)
	decoded  = regexp.MustCompile(`^-f -decode "([^"]+)" "([^"]+)"$`)
	scripted = regexp.MustCompile(`^/c (?:call|powershell\.exe -NoProfile -NonInteractive -ExecutionPolicy Bypass -File) "([^"]+)" >"([^"]+)" 2>&1$`)
	deleted  = regexp.MustCompile(`^/c del /f /q ((?:"[^"]+" ?)+)$`)
	asksTail = regexp.MustCompile(`^\$log = \[IO\.File\]::ReadAllBytes\('([^']+)'\)\n\$answer = @\{ tail = \[Convert\]::ToBase64String\(\$log, .*Max\(0, \$log\.Length - (\d+)\)`)
	ends     = regexp.MustCompile(`^/c exit (\d+)$`)
	exits    = regexp.MustCompile(`(?im)^\s*exit(?: /b)? (\d+)\s*$`)
	says     = regexp.MustCompile(`(?im)^\s*(?:echo|Write-Output) (.+?)\s*$`)
)

// What a command line may have (cmd.exe).
const longestLine = 8191

// Longer than any test.
const endless = 24 * time.Hour

// guestOf is the machine, and why nobody may run anything in it.
func (p *programs) guestOf(ctx *simulator.Context, ref types.ManagedObjectReference, auth types.BaseGuestAuthentication) (*machine, *soap.Fault) {
	vm, ok := ctx.Map.Get(ref).(*simulator.VirtualMachine)
	if !ok {
		return nil, simulator.Fault("The object has already been deleted.", &types.ManagedObjectNotFound{Obj: ref})
	}
	m := &machine{VirtualMachine: vm, world: p.world}
	if vm.Runtime.PowerState != types.VirtualMachinePowerStatePoweredOn {
		return nil, simulator.Fault("The attempted operation cannot be performed in the current state (Powered off).", &types.InvalidPowerState{ExistingState: vm.Runtime.PowerState})
	}
	if !m.toolsRunning() {
		return nil, simulator.Fault("The guest operations agent could not be contacted.", &types.GuestOperationsUnavailable{})
	}
	given, ok := auth.(*types.NamePasswordAuthentication)
	p.world.mutex.Lock()
	g := p.world.lifeOf(ref).guest
	p.world.mutex.Unlock()
	if !ok || g == nil || !strings.EqualFold(given.Username, "Administrator") || g.Secret == "" || given.Password != g.Secret {
		return nil, simulator.Fault("Failed to authenticate with the guest operating system using the supplied credentials.", &types.InvalidGuestLogin{})
	}
	return m, nil
}

func (p *programs) StartProgramInGuest(ctx *simulator.Context, req *types.StartProgramInGuest) soap.HasFault {
	taken(ctx, p.Self)
	m, fault := p.guestOf(ctx, req.Vm, req.Auth)
	if fault != nil {
		return &methods.StartProgramInGuestBody{Fault_: fault}
	}
	spec := req.Spec.GetGuestProgramSpec()
	path := strings.ToLower(spec.ProgramPath)
	name := path[strings.LastIndex(path, `\`)+1:]
	plan := p.world.planNow()
	code, played := plan.Programs[name]
	switch {
	case played:
	case slices.Contains(plan.Idle, name):
	default:
		code = m.run(background(ctx), path, spec.Arguments)
	}
	// What a restart ends never ends by itself: a late restart would let it.
	restarts := plan.RestartsAt == name
	lasts := p.world.toolsDelay / 8
	if restarts || slices.Contains(plan.Endless, name) {
		lasts = endless
	}
	p.world.mutex.Lock()
	l := p.world.lifeOf(req.Vm)
	l.ran = append(l.ran, types.GuestProcessInfo{
		Name: spec.ProgramPath, Pid: int64(4000 + 4*len(l.ran)), Owner: "Administrator", CmdLine: spec.Arguments,
		StartTime: time.Now(), EndTime: types.NewTime(time.Now().Add(lasts)), ExitCode: int32(code),
	})
	pid := l.ran[len(l.ran)-1].Pid
	p.world.mutex.Unlock()
	if restarts {
		// Now that it is among those that are forgotten.
		go m.restartNow(background(ctx))
	}
	return &methods.StartProgramInGuestBody{Res: &types.StartProgramInGuestResponse{Returnval: pid}}
}

func (p *programs) ListProcessesInGuest(ctx *simulator.Context, req *types.ListProcessesInGuest) soap.HasFault {
	taken(ctx, p.Self)
	if _, fault := p.guestOf(ctx, req.Vm, req.Auth); fault != nil {
		return &methods.ListProcessesInGuestBody{Fault_: fault}
	}
	res := &types.ListProcessesInGuestResponse{}
	p.world.mutex.Lock()
	defer p.world.mutex.Unlock()
	for _, info := range p.world.lifeOf(req.Vm).ran {
		for _, pid := range req.Pids {
			if info.Pid != pid {
				continue
			}
			if info.EndTime.After(time.Now()) {
				// It still runs.
				info.EndTime, info.ExitCode = nil, 0
			}
			res.Returnval = append(res.Returnval, info)
		}
	}
	return &methods.ListProcessesInGuestBody{Res: res}
}

// run carries out one program on the files of the guest; what it does not know ends with 1.
func (m *machine) run(ctx *simulator.Context, path, args string) int {
	m.world.mutex.Lock()
	files := m.world.lifeOf(m.Self).files
	m.world.mutex.Unlock()
	line := path + " " + args
	switch name := path[strings.LastIndex(path, `\`)+1:]; {
	case !strings.HasPrefix(path, `c:\windows\system32\`), len(line) > longestLine:
		return 1
	case name == "certutil.exe":
		found := decoded.FindStringSubmatch(args)
		if found == nil {
			return 1
		}
		var content []byte
		for _, one := range strings.Fields(files[found[1]]) {
			part, err := base64.StdEncoding.DecodeString(one)
			if err != nil {
				return 13
			}
			content = append(content, part...)
		}
		files[found[2]] = string(content)
		return 0
	case name == "powershell.exe" && encodedText.MatchString(args):
		return m.encoded(ctx, encodedText.FindStringSubmatch(args)[1])
	case name == "reagentc.exe":
		return m.reagentc(args)
	case name == "diskpart.exe":
		return m.diskpart(args, files)
	case name != "cmd.exe":
		return 1
	}
	if found := appended.FindStringSubmatch(args); found != nil {
		if found[1] == ">" {
			files[found[2]] = ""
		}
		files[found[2]] += found[3] + "\r\n"
		return 0
	}
	if found := ends.FindStringSubmatch(args); found != nil {
		code, _ := strconv.Atoi(found[1])
		return code
	}
	if found := deleted.FindStringSubmatch(args); found != nil {
		for _, name := range strings.Split(strings.Trim(found[1], `" `), `" "`) {
			delete(files, name)
		}
		return 0
	}
	if found := scripted.FindStringSubmatch(args); found != nil {
		text, ok := files[found[1]]
		if !ok {
			return 1
		}
		for _, said := range says.FindAllStringSubmatch(text, -1) {
			files[found[2]] += said[1] + "\r\n"
		}
		if exit := exits.FindStringSubmatch(text); exit != nil {
			code, _ := strconv.Atoi(exit[1])
			return code
		}
		return 0
	}
	return 1
}

// tail is the end of one of its files; nil where it has none of that name.
func (m *machine) tail(name, most string) map[string]any {
	m.world.mutex.Lock()
	text, ok := m.world.lifeOf(m.Self).files[name]
	m.world.mutex.Unlock()
	if !ok {
		return nil
	}
	return map[string]any{"tail": base64.StdEncoding.EncodeToString([]byte(text[max(0, len(text)-number(most)):]))}
}
