package main

import (
	"archive/zip"
	"encoding/binary"
	"fmt"
	"maps"
	"os"
	"slices"
	"unicode/utf16"
)

// Writers that a Windows server without further roles has, as backup components documents name them.
var writers = []struct{ name, id string }{
	{"System Writer", "e8132975-6f93-4464-a53e-1050253ae220"},
	{"Registry Writer", "afbab4a2-367d-4d15-a586-71dbb18f8485"},
	{"COM+ REGDB Writer", "542da469-d3e1-473c-9f4f-7847f01fc64f"},
	{"WMI Writer", "a6ad56c2-b509-4e6c-bb19-49d8f43532f0"},
	{"ASR Writer", "be000cbe-11fe-4426-9c58-531aa6355fc4"},
}

// manifestDocuments is what the VMware Snapshot Provider leaves: backup.xml always, one document per writer when the snapshot was
// application-consistent.
func manifestDocuments(application bool) map[string]string {
	documents := map[string]string{}
	components := ""
	for i, w := range writers {
		if !application {
			break
		}
		components += fmt.Sprintf("  <WRITER_COMPONENTS instanceId=\"%s\" writerId=\"%s\" backupSchema=\"0\">\n    <COMPONENT componentName=\"%s\" componentType=\"filegroup\"/>\n  </WRITER_COMPONENTS>\n", w.id, w.id, w.name)
		documents[fmt.Sprintf("writer%d.xml", i+1)] = fmt.Sprintf("<WRITER_METADATA xmlns=\"x-schema:#VssWriterMetadataInfo\" version=\"1.2\">\n  <IDENTIFICATION writerId=\"%s\" instanceId=\"%s\" friendlyName=\"%s\" usage=\"BOOTABLE_SYSTEM_STATE\" dataSource=\"OTHER\"/>\n</WRITER_METADATA>\n", w.id, w.id, w.name)
	}
	documents["backup.xml"] = "<BACKUP_COMPONENTS xmlns=\"x-schema:#VssComponentMetadata\" version=\"1.2\" bootableSystemStateBackup=\"yes\" selectComponents=\"yes\" backupType=\"copy\" partialFileSupport=\"no\">\n" + components + "</BACKUP_COMPONENTS>\n"
	return documents
}

// writeManifestZip writes the documents as VSS hands them out, in UTF-16.
func writeManifestZip(path string, documents map[string]string) error {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	defer file.Close()
	archive := zip.NewWriter(file)
	for _, name := range slices.Sorted(maps.Keys(documents)) {
		member, err := archive.Create(name)
		if err != nil {
			return err
		}
		if _, err := member.Write(wide(documents[name])); err != nil {
			return err
		}
	}
	return archive.Close()
}

func wide(text string) []byte {
	bytes := []byte{0xff, 0xfe}
	for _, unit := range utf16.Encode([]rune(text)) {
		bytes = binary.LittleEndian.AppendUint16(bytes, unit)
	}
	return bytes
}
