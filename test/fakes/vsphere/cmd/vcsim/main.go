// govmomi's simulator as that comes: nothing of it is replaced, and nothing stands before it. It is what the command `vcsim` starts, whose own module no registry serves for this version.
//
// It prints one line of JSON when it listens. The password comes from the environment, FAKE_VSPHERE_PASSWORD.
package main

import (
	"crypto/tls"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"net/url"
	"os"
	"os/signal"
	"syscall"

	"github.com/vmware/govmomi/simulator"
	"github.com/vmware/govmomi/vim25/soap"

	_ "github.com/vmware/govmomi/pbm/simulator"
	_ "github.com/vmware/govmomi/sts/simulator"
	_ "github.com/vmware/govmomi/vapi/simulator"
)

func main() {
	api := flag.String("api", "vcenter", "vcenter or esxi")
	user := flag.String("username", "administrator@vsphere.local", "user that may log in")
	// By the names that the command has for them.
	machines := flag.Int("vm", 2, "virtual machines per resource pool")
	hosts := flag.Int("standalone-host", 1, "standalone hosts (vcenter)")
	flag.Parse()

	model := simulator.VPX()
	model.Host = *hosts
	if *api == "esxi" {
		model = simulator.ESX()
	}
	model.Machine = *machines
	if err := model.Create(); err != nil {
		log.Fatal(err)
	}
	defer model.Remove()
	model.Service.TLS = new(tls.Config)
	model.Service.RegisterEndpoints = true
	model.Service.Listen = &url.URL{Host: "127.0.0.1:0", User: url.UserPassword(*user, os.Getenv("FAKE_VSPHERE_PASSWORD"))}
	server := model.Service.NewServer()
	defer server.Close()
	certificate := server.Certificate()
	line, _ := json.Marshal(map[string]string{
		"server":     server.URL.Host,
		"thumbprint": soap.ThumbprintSHA256(certificate),
		"sha1":       soap.ThumbprintSHA1(certificate),
	})
	fmt.Println(string(line))

	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	// It must not outlive the test that started it, however that ended.
	go func() {
		buffer := make([]byte, 1)
		if _, err := os.Stdin.Read(buffer); err != nil {
			stop <- os.Interrupt
		}
	}()
	<-stop
}
