// A vCenter or ESXi host on govmomi's simulator, extended by what quiescing needs: disks that are uploaded are kept and
// inspected, Tools come up after power-on, and a quiesced snapshot ends as the disk and the settings of the VM decide.
//
// It prints one line of JSON when it listens. The password comes from the environment, FAKE_VSPHERE_PASSWORD.
package main

import (
	"crypto/tls"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"net/http"
	"net/url"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/vmware/govmomi/simulator"
	"github.com/vmware/govmomi/vim25/soap"

	_ "github.com/vmware/govmomi/vapi/simulator"
)

func main() {
	var o options
	api := flag.String("api", "vcenter", "vcenter or esxi")
	listen := flag.String("listen", "127.0.0.1:0", "address")
	user := flag.String("username", "administrator@vsphere.local", "user that may log in")
	hosts := flag.Int("standalone-hosts", 0, "hosts outside of the cluster (vcenter)")
	flag.DurationVar(&o.toolsDelay, "tools-delay", 300*time.Millisecond, "from power-on to running Tools")
	flag.BoolVar(&o.toolsOff, "tools-off", false, "Tools never come up")
	flag.DurationVar(&o.quiesceHang, "quiesce-hang", 2*time.Second, "how long a snapshot that fails to quiesce hangs at 100 % (five minutes in life)")
	flag.DurationVar(&o.snapshotDelay, "snapshot-delay", 0, "how long any quiesced snapshot takes")
	flag.DurationVar(&o.leaseTimeout, "lease-timeout", 300*time.Second, "silence after which a lease dies")
	createDelay := flag.Duration("create-delay", 0, "how long the VM of a lease takes to be made, as on a busy server")
	flag.DurationVar(&o.leaseDelay, "lease-delay", 0, "how long a lease stays initializing while its VM is there already")
	dataHost := flag.String("data-host", "", "takes files at an address of its own, vouched for by: thumbprint, certificate, wrong, nothing; or down")
	flag.Int64Var(&o.uploadRate, "upload-rate", 0, "bytes per second that uploads are read with (0: as fast as they come)")
	flag.DurationVar(&o.updateTimeout, "update-timeout", 300*time.Second, "silence after which an update session of a library ends")
	nsx := flag.Bool("nsx", false, "a network of NSX beside the others (vcenter)")
	oldRest := flag.Bool("old-rest", false, "no /api, as before vCenter 7.0 U2")
	flag.Parse()
	simulator.TaskDelay.MethodDelay = map[string]int{"ImportVAppLRO": int(createDelay.Milliseconds())}

	model := simulator.VPX()
	if *api == "esxi" {
		model = simulator.ESX()
	} else {
		model.Host = *hosts
		if *nsx {
			model.OpaqueNetwork = 1
		}
	}
	model.Machine = 0
	model.Autostart = false
	if err := model.Create(); err != nil {
		log.Fatal(err)
	}
	defer model.Remove()
	tagUplinks(model.Map())

	model.Service.TLS = new(tls.Config)
	model.Service.RegisterEndpoints = true
	model.Service.Listen = &url.URL{Host: *listen, User: url.UserPassword(*user, os.Getenv("FAKE_VSPHERE_PASSWORD"))}
	disturbed := newChaos()
	disturbed.transcript = openTranscript(os.Getenv("FAKE_VSPHERE_TRANSCRIPT"))
	kept, err := os.MkdirTemp("", "fake-vsphere-")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(kept)
	w := newWorld(o, model, kept)
	disturbed.expire = w.expireLease
	model.Map().Handler = w.intercept
	library := &libraries{world: w, old: *oldRest, made: newCaptures(), updates: newUpdates()}
	front := func(next http.Handler) http.Handler { return w.guard(w.storage.serve(library.serve(next))) }
	model.Service.HandleFunc("POST /nfc/", w.receive)
	model.Service.HandleFunc("PUT /nfc/", w.receive)
	model.Service.HandleFunc("GET /nfc/", w.storage.give)
	model.Service.HandleFunc("/fake/storage", w.storage.setShape)
	model.Service.HandleFunc("/fake/state", w.state)
	model.Service.HandleFunc("/fake/tasks", w.tasks)
	model.Service.HandleFunc("POST /fake/situation", w.setSituation)
	model.Service.HandleFunc("POST /fake/plan", w.setPlan)
	model.Service.HandleFunc("POST /fake/traits", w.setTraits)
	model.Service.HandleFunc("/fake/account", w.account.serve)
	if *dataHost != "" {
		if w.dataHost, err = startDataHost(*dataHost, disturbed.wrap(http.HandlerFunc(w.storage.files))); err != nil {
			log.Fatal(err)
		}
	}
	server := model.Service.NewServer()
	defer server.Close()
	server.Config.Handler = disturbed.wrap(front(server.Config.Handler))

	certificate := server.Certificate()
	line, _ := json.Marshal(map[string]string{
		"server":     server.URL.Host,
		"thumbprint": soap.ThumbprintSHA256(certificate),
		"sha1":       soap.ThumbprintSHA1(certificate),
	})
	fmt.Println(string(line))

	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	// The double must not outlive the test that started it, however that ended.
	go func() {
		buffer := make([]byte, 1)
		if _, err := os.Stdin.Read(buffer); err != nil {
			stop <- os.Interrupt
		}
	}()
	<-stop
}

func writeJSON(rw http.ResponseWriter, value any) {
	rw.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(rw).Encode(value)
}
