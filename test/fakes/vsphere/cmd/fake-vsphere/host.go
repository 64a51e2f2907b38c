package main

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"math/big"
	"net"
	"net/http"
	"time"

	"github.com/vmware/govmomi/vim25/soap"
	"github.com/vmware/govmomi/vim25/types"
)

// dataHost is an ESXi host that takes the files of a lease at an address and with a certificate of its own, as behind every vCenter.
type dataHost struct {
	// vouched is what the device URLs say of its certificate: thumbprint, certificate, wrong (of another one), nothing; or down: nobody listens
	vouched     string
	address     string
	certificate *x509.Certificate
}

func startDataHost(vouched string, handler http.Handler) (*dataHost, error) {
	pair, certificate, err := selfSigned()
	if err != nil {
		return nil, err
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	if vouched == "down" {
		_ = listener.Close()
	} else {
		go func() {
			_ = http.Serve(tls.NewListener(listener, &tls.Config{Certificates: []tls.Certificate{pair}}), handler)
		}()
	}
	return &dataHost{vouched: vouched, address: listener.Addr().String(), certificate: certificate}, nil
}

// describe puts the host and what vouches for it into a device URL.
func (h *dataHost) describe(device *types.HttpNfcLeaseDeviceUrl, path string) {
	device.Url = "https://" + h.address + path
	switch h.vouched {
	case "thumbprint", "down":
		device.SslThumbprint = soap.ThumbprintSHA1(h.certificate)
	case "certificate":
		// API 9.0
		device.SslCertificate = string(pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: h.certificate.Raw}))
	case "wrong":
		device.SslThumbprint = "AA:AA:AA:AA:AA:AA:AA:AA:AA:AA:AA:AA:AA:AA:AA:AA:AA:AA:AA:AA"
	}
}

func selfSigned() (tls.Certificate, *x509.Certificate, error) {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return tls.Certificate{}, nil, err
	}
	template := &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "esx1"},
		NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(24 * time.Hour),
		IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)},
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	if err != nil {
		return tls.Certificate{}, nil, err
	}
	certificate, err := x509.ParseCertificate(der)
	return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}, certificate, err
}
