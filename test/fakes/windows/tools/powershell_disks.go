package tools

import (
	"errors"
	"os"
	"path/filepath"

	"stillframe.test/fakes/windows/disks"
)

const storageClass = "(MSFT_DiskImage:ROOT/Microsoft/.../MSFT_DiskImage) "

func storageError(command, text, category, code string) *scriptError {
	return &scriptError{command, text, category + ": " + storageClass + "[" + command + "], CimException", "HRESULT " + code + "," + command}
}

func sharing(command string) *scriptError {
	return storageError(command, "The process cannot access the file because it is being used by another process. ", "NotSpecified", "0x80070020")
}

// attachDisk is Mount-DiskImage -NoDriveLetter, Get-DiskImage and Set-Disk.
func attachDisk(call *Call, asked request) (string, *scriptError, error) {
	const mount = "Mount-DiskImage"
	path, err := call.Path(asked.text("path"))
	if err != nil {
		return "", storageError(mount, "The system cannot find the path specified. ", "NotSpecified", "0x80070003"), nil
	}
	if call.Faults.Happens("attach-sharing") {
		return "", sharing(mount), nil
	}
	if call.Faults.Happens("attach-refused") {
		return "", storageError(mount, "The requested operation could not be completed due to a virtual disk system limitation.  Virtual hard disk files must be uncompressed and unencrypted and must not be sparse. ", "NotSpecified", "0xC03A001A"), nil
	}
	disk, err := call.Disks.Attach(path, asked.text("path"))
	switch {
	case errors.Is(err, disks.ErrAttached):
		return "", sharing(mount), nil
	case errors.Is(err, os.ErrNotExist):
		return "", storageError(mount, "The system cannot find the file specified. ", "ObjectNotFound", "0x80070002"), nil
	case errors.Is(err, disks.ErrDamaged):
		return "", storageError(mount, "The file or directory is corrupted and unreadable. ", "NotSpecified", "0x80070570"), nil
	case err != nil:
		return "", nil, err
	}
	return asJSON(map[string]any{"number": disk.Number}), nil, nil
}

// detachDisk is Get-DiskImage and Dismount-DiskImage.
func detachDisk(call *Call, asked request) (string, *scriptError, error) {
	path, err := call.Path(asked.text("path"))
	if err != nil || !isFile(path) {
		return asJSON(map[string]any{"attached": false}), nil, nil
	}
	disk := call.Disks.Attached(path)
	if disk == nil {
		return asJSON(map[string]any{"attached": false}), nil, nil
	}
	if call.Faults.Happens("detach-busy") {
		return "", sharing("Dismount-DiskImage"), nil
	}
	if err := call.Disks.Detach(disk); errors.Is(err, disks.ErrInUse) {
		return "", sharing("Dismount-DiskImage"), nil
	} else if err != nil {
		return "", nil, err
	}
	return asJSON(map[string]any{"attached": true}), nil, nil
}

// inspectDisk is Get-Disk, Get-Partition and who has which letter.
func inspectDisk(call *Call, asked request) (string, *scriptError, error) {
	wanted, _ := asked["number"].(float64)
	disk := call.Disks.Numbered(int(wanted))
	if disk == nil {
		return "", &scriptError{"Get-Disk", "No MSFT_Disk objects found with property 'Number' equal to '" + asJSON(wanted) + "'.  Verify the value of the property and retry.",
			"ObjectNotFound: (" + asJSON(wanted) + ":UInt32) [Get-Disk], CimJobException", "CmdletizationQuery_NotFound_Number,Get-Disk"}, nil
	}
	guid := disk.GUID
	if call.Faults.Happens("other-disk") {
		guid = "4b1b7a2e-0000-4000-8000-000000000001"
	}
	partitions := []map[string]any{}
	if !call.Faults.Happens("partitions-late") {
		for _, partition := range disk.Partitions() {
			partitions = append(partitions, seenPartition(disk, partition))
		}
	}
	letters := call.Disks.Letters()
	if call.Faults.Happens("no-letters") {
		letters = nil
		for letter := 'A'; letter <= 'Z'; letter++ {
			letters = append(letters, string(letter))
		}
	}
	return asJSON(map[string]any{"guid": "{" + guid + "}", "size": disk.Size, "partitions": partitions, "letters": letters}), nil, nil
}

func seenPartition(disk *disks.Disk, partition *disks.Volume) map[string]any {
	letter, name := "", ""
	if partition.Letter != 0 && partition.LetterHidden == 0 {
		letter = string(partition.Letter)
	}
	partition.LetterHidden = max(partition.LetterHidden-1, 0)
	if disk.Volume(partition.Number) != nil {
		name = partition.Name()
	}
	return map[string]any{"number": partition.Number, "guid": "{" + partition.GUID + "}", "offset": partition.Offset, "size": partition.Size, "letter": letter, "volume": name}
}

// inspectRunner is WindowsPrincipal, Get-Volume -FilePath and Get-Item.
func inspectRunner(call *Call, asked request) (string, *scriptError, error) {
	if call.Faults.Happens("not-elevated") {
		return asJSON(map[string]any{"elevated": false, "windows": `C:\windows`, "folders": []string{}}), nil, nil
	}
	system, dedup, attributes := "NTFS", "NotAvailable", "Directory"
	if call.Faults.Happens("refs-volume") {
		system = "ReFS"
	}
	if call.Faults.Happens("dedup-volume") {
		dedup = "GeneralPurpose"
	}
	if call.Faults.Happens("sparse-folder") {
		attributes = "Directory, SparseFile"
	}
	folders := []map[string]any{}
	list, _ := asked["folders"].([]any)
	for _, each := range list {
		path, _ := each.(string)
		folder, err := call.Path(path)
		if err != nil || !exists(folder) {
			return "", &scriptError{"Get-Item", "Cannot find path '" + path + "' because it does not exist.", "ObjectNotFound: (" + path + ":String) [Get-Item], ItemNotFoundException", "PathNotFound,Microsoft.PowerShell.Commands.GetItemCommand"}, nil
		}
		folders = append(folders, map[string]any{"path": path, "fileSystem": system, "dedup": dedup, "attributes": attributes})
	}
	return asJSON(map[string]any{"elevated": true, "windows": `C:\windows`, "folders": folders}), nil, nil
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// The four scripts that mount an ISO get its path in the environment.
func isoPath(call *Call) string {
	path, err := call.Path(call.environment("STILLFRAME_ISO"))
	if err != nil {
		return ""
	}
	return filepath.Clean(path)
}

func isoAttached(call *Call, _ request) (string, *scriptError, error) {
	if call.Disks.Mounted(isoPath(call)) != nil {
		return "True\r\n", nil, nil
	}
	return "False\r\n", nil, nil
}

func isoMount(call *Call, _ request) (string, *scriptError, error) {
	const mount = "Mount-DiskImage"
	if call.Faults.Happens("iso-refused") {
		return "", storageError(mount, "The file or directory is corrupted and unreadable. ", "NotSpecified", "0x80070570"), nil
	}
	if !isFile(isoPath(call)) {
		return "", storageError(mount, "The system cannot find the file specified. ", "ObjectNotFound", "0x80070002"), nil
	}
	if call.Disks.Mounted(isoPath(call)) != nil {
		return "", nil, nil
	}
	err := call.Disks.MountImage(isoPath(call), !call.Faults.Happens("iso-no-letter"))
	if errors.Is(err, disks.ErrDamaged) {
		return "", storageError(mount, "The file or directory is corrupted and unreadable. ", "NotSpecified", "0x80070570"), nil
	}
	if err == nil && call.Faults.Happens("iso-letter-late") {
		call.Disks.Mounted(isoPath(call)).LetterHidden = 2
	}
	return "", nil, err
}

func isoRoot(call *Call, _ request) (string, *scriptError, error) {
	image := call.Disks.Mounted(isoPath(call))
	if image == nil {
		return "", nil, nil
	}
	if image.LetterHidden > 0 || image.Letter == 0 {
		image.LetterHidden = max(image.LetterHidden-1, 0)
		return "", nil, nil
	}
	return string(image.Letter) + ":\\\r\n", nil, nil
}

func isoDismount(call *Call, _ request) (string, *scriptError, error) {
	image := call.Disks.Mounted(isoPath(call))
	if image == nil {
		return "", nil, nil
	}
	if err := call.Disks.UnmountImage(image); errors.Is(err, disks.ErrInUse) {
		return "", sharing("Dismount-DiskImage"), nil
	} else if err != nil {
		return "", nil, err
	}
	return "", nil, nil
}
