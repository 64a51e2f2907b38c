package main

import "fmt"

// descriptorOf is the small text file that vSphere keeps for a disk, as qemu's and Xen Orchestra's readers know it.
func descriptorOf(name string, size int64, shape string) string {
	kind, parent, more := "vmfs", "ffffffff", ""
	extent := fmt.Sprintf("RW %d VMFS \"%s-flat.vmdk\"", size/512, name)
	switch shape {
	case "delta":
		kind, parent, more = "seSparse", "2a1b3c4d", "parentFileNameHint=\""+name+".vmdk\"\n"
		extent = fmt.Sprintf("RW %d SESPARSE \"%s-000001-sesparse.vmdk\"", size/512, name)
	case "rdm":
		kind = "vmfsPassthroughRawDeviceMap"
		extent = fmt.Sprintf("RW %d VMFSRDM \"%s-rdmp.vmdk\"", size/512, name)
	case "vsan":
		extent = fmt.Sprintf("RW %d VMFS \"vsan://52f12f02-e8d2-cc50-3d28-43fc1c4e2073\"", size/512)
	case "encrypted":
		more = "ddb.iofilters = \"vmwarevmcrypt\"\n"
	}
	return "# Disk DescriptorFile\nversion=1\nencoding=\"UTF-8\"\nCID=fffffffe\nparentCID=" + parent + "\n" +
		"createType=\"" + kind + "\"\n" + more + "\n# Extent description\n" + extent + "\n\n" +
		"# The Disk Data Base\n#DDB\n\nddb.adapterType = \"lsilogic\"\nddb.thinProvisioned = \"1\"\nddb.virtualHWVersion = \"13\"\n"
}

// noise is what an encrypted disk looks like.
type noise struct{}

func (noise) ReadAt(p []byte, off int64) (int, error) {
	for i := range p {
		x := uint64(off+int64(i))*0x9e3779b97f4a7c15 + 1
		p[i] = byte(x >> 37)
	}
	return len(p), nil
}
