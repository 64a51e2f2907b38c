package main

import (
	"archive/zip"
	"fmt"
	"os"
)

// Writers that a Windows server without further roles has, as backup components documents name them.
var writers = []struct{ name, id string }{
	{"System Writer", "e8132975-6f93-4464-a53e-1050253ae220"},
	{"Registry Writer", "afbab4a2-367d-4d15-a586-71dbb18f8485"},
	{"COM+ REGDB Writer", "542da469-d3e1-473c-9f4f-7847f01fc64f"},
	{"WMI Writer", "a6ad56c2-b509-4e6c-bb19-49d8f43532f0"},
	{"ASR Writer", "be000cbe-11fe-4426-9c58-531aa6355fc4"},
}

// writeManifestZip writes what the VMware Snapshot Provider leaves: backup.xml always, one document per writer when the
// snapshot was application-consistent.
func writeManifestZip(path string, application bool) error {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	defer file.Close()
	archive := zip.NewWriter(file)
	add := func(name, text string) error {
		member, err := archive.Create(name)
		if err == nil {
			_, err = member.Write([]byte(text))
		}
		return err
	}
	components := ""
	if application {
		for _, w := range writers {
			components += fmt.Sprintf("  <WRITER_COMPONENTS instanceId=\"%s\" writerId=\"%s\" backupSchema=\"0\"/>\n", w.id, w.id)
		}
	}
	if err := add("backup.xml", "<BACKUP_COMPONENTS xmlns=\"x-schema:#VssComponentMetadata\" version=\"1.2\" bootableSystemStateBackup=\"yes\" selectComponents=\"yes\" backupType=\"copy\" partialFileSupport=\"no\">\n"+components+"</BACKUP_COMPONENTS>\n"); err != nil {
		return err
	}
	if application {
		for i, w := range writers {
			if err := add(fmt.Sprintf("writer%d.xml", i+1), fmt.Sprintf("<WRITER_METADATA xmlns=\"x-schema:#VssWriterMetadataInfo\" version=\"1.2\">\n  <IDENTIFICATION writerId=\"%s\" instanceId=\"%s\" friendlyName=\"%s\" usage=\"BOOTABLE_SYSTEM_STATE\" dataSource=\"OTHER\"/>\n</WRITER_METADATA>\n", w.id, w.id, w.name)); err != nil {
				return err
			}
		}
	}
	return archive.Close()
}
