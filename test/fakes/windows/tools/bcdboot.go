package tools

import (
	"crypto/rand"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"stillframe.test/fakes/windows/disks"
	"stillframe.test/fakes/windows/hive"
	"stillframe.test/fakes/windows/wine"
)

const bcdbootUsage = "\r\nBcdboot - Bcd boot file creation and repair tool.\r\n\r\nThe bcdboot.exe command-line tool is used to copy critical boot files to the\r\nsystem partition and to create a new system BCD store.\r\n\r\nbcdboot <source> [/l <locale>] [/s <volume-letter> [/f <firmware>]] [/v]\r\n                 [/m [{OS Loader ID}]] [/addlast] [/p] [/c]\r\n"

type bootWish struct {
	// source is the folder of Windows, target the volume that boots.
	source, target, locale, firmware string
	clean                            bool
}

// bcdboot makes a system partition start a Windows: bcdboot SOURCE /s LETTER: /f UEFI ("BCDBoot command-line options" of Microsoft's documentation).
func bcdboot(call *Call) (uint32, error) {
	wish, ok := parseBootWish(call.Arguments())
	if !ok {
		call.Print(bcdbootUsage)
		return 87, nil
	}
	if strings.Contains(strings.ToLower(call.Program), `\windows\system32\`) && !strings.HasPrefix(strings.ToLower(call.Program), "c:") && call.Faults.Happens("bcdboot-own") {
		return 0xC0E90002, nil
	}
	if strings.HasPrefix(strings.ToLower(call.Program), "c:") && call.Faults.Happens("bcdboot-host") {
		return 0xC0E90002, nil
	}
	if call.Faults.Happens("bcdboot-87") {
		call.Print("Failure when initializing library system volume.\r\n")
		return 87, nil
	}
	windows, err := call.Path(wish.source)
	if err != nil || !exists(windows) {
		call.Print("Failure when attempting to copy boot files.\r\n")
		return 3, nil
	}
	volume := call.Disks.ByTarget(wish.target)
	isName := strings.HasPrefix(wish.target, `\\?\`)
	if isName && !call.Faults.Happens("bcdboot-volume-name") {
		// Only a letter is documented.
		call.Print(bcdbootUsage)
		return 87, nil
	}
	if volume == nil || volume.System != disks.FAT32 || wish.firmware != "uefi" {
		call.Print("Failure when attempting to copy boot files.\r\n")
		return 15250, nil
	}
	if call.Faults.Happens("bcdboot-full") {
		call.Print("Failure when attempting to copy boot files.\r\n")
		return 112, nil
	}
	if call.Faults.Happens("bcdboot-nothing") {
		call.Print("Boot files successfully created.\r\n")
		return 0, nil
	}
	from := call.Disks.ByTarget(wish.source[:min(2, len(wish.source))])
	code, err := copyBoot(windows, volume.Folder())
	if err == nil && code == 0 {
		code, err = makeStores(windows, volume, from, wish, call.Disks)
	}
	if err != nil {
		return 0, err
	}
	if code != 0 {
		call.Print("Failure when attempting to copy boot files.\r\n")
		return code, nil
	}
	call.Print("Boot files successfully created.\r\n")
	return 0, nil
}

func parseBootWish(arguments []string) (bootWish, bool) {
	if len(arguments) == 0 || strings.HasPrefix(arguments[0], "/") {
		return bootWish{}, false
	}
	wish := bootWish{source: arguments[0], locale: "en-US", firmware: "all"}
	for index := 1; index < len(arguments); index++ {
		var value *string
		switch strings.ToLower(arguments[index]) {
		case "/s":
			value = &wish.target
		case "/l":
			value = &wish.locale
		case "/f":
			value = &wish.firmware
		case "/c":
			wish.clean = true
			continue
		case "/v", "/d", "/addlast", "/p", "/bootex", "/offline":
			continue
		default:
			return wish, false
		}
		index++
		if index >= len(arguments) {
			return wish, false
		}
		*value = arguments[index]
	}
	wish.firmware = strings.ToLower(wish.firmware)
	return wish, wish.target != ""
}

// copyBoot copies what starts a machine with UEFI. Newer media fail where the folder is not there already (BfspCopyFile 0x3).
func copyBoot(windows, system string) (uint32, error) {
	boot := find(windows, "Boot")
	efi := find(boot, "EFI")
	manager := find(efi, "bootmgfw.efi")
	if !exists(manager) {
		return 15250, nil
	}
	target := filepath.Join(system, "EFI", "Microsoft", "Boot")
	if err := copyTree(efi, target); err != nil {
		return 0, err
	}
	for _, name := range []string{"Fonts", "Resources"} {
		if err := copyTree(find(boot, name), filepath.Join(target, name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return 0, err
		}
	}
	fallback := filepath.Join(system, "EFI", "Boot")
	if err := os.MkdirAll(fallback, 0o755); err != nil {
		return 0, err
	}
	return 0, copyFile(manager, filepath.Join(fallback, "bootx64.efi"))
}

// What the template has for other firmware, and what the objects of a store are made from.
const (
	loaderTemplate   = "{b012b84d-c47c-4ed5-b722-c0c42163e569}"
	legacyLoader     = "{a1943bbc-ea85-487c-97c7-c9ede908a38a}"
	resumeTemplate   = "{0c334284-9a41-4de1-99b3-a7e87e8ff07e}"
	bootManager      = "{9dea862c-5cdd-4e70-acc1-f32b344d4795}"
	memoryTest       = "{b2721d73-1db4-4c62-bf78-c548a880142d}"
	resumeSettings   = "{1afa9c49-16ab-4a5c-901b-212802da9460}"
	loaderSettings   = "{6efb52bf-1766-41db-a6b3-0ee5eff72bd7}"
	osLoaderType     = 0x10200003
	resumeLoaderType = 0x10200004
)

func makeStores(windows string, system, from *disks.Volume, wish bootWish, all *disks.Disks) (uint32, error) {
	template := find(find(find(windows, "System32"), "config"), "BCD-Template")
	if !exists(template) || from == nil {
		return 15250, nil
	}
	store := filepath.Join(system.Folder(), "EFI", "Microsoft", "Boot", "BCD")
	recovery := filepath.Join(system.Folder(), "EFI", "Microsoft", "Recovery", "BCD")
	if err := os.MkdirAll(filepath.Dir(recovery), 0o755); err != nil {
		return 0, err
	}
	settings, err := hive.Read(template, `Objects\`+loaderTemplate+`\Elements`)
	if err != nil {
		return 0, err
	}
	efi, windowsDevice := device(system, all.Of(system)), device(from, all.Of(from))
	loader, resume := newGUID(), newGUID()
	templates := []hive.Key{gone(loaderTemplate), gone(legacyLoader), gone(resumeTemplate)}
	head := hive.Key{Path: "Description", Values: []hive.Value{{Name: "FirmwareModified", Data: hive.Dword(1)}}}
	manager := []hive.Key{
		element(bootManager, "11000001", efi), element(bootManager, "12000002", hive.Text(`\EFI\Microsoft\Boot\bootmgfw.efi`)),
		element(bootManager, "12000005", hive.Text(wish.locale)), element(memoryTest, "11000001", efi), element(memoryTest, "12000005", hive.Text(wish.locale)),
		element(memoryTest, "1600000b", hive.Binary([]byte{1})),
	}
	main := append(append(append([]hive.Key{}, templates...), head), manager...)
	main = append(main,
		element(bootManager, "23000003", hive.Text(loader)), element(bootManager, "23000006", hive.Text(resume)),
		element(bootManager, "24000001", hive.Texts(loader)), element(bootManager, "24000010", hive.Texts(memoryTest)),
		kind(loader, osLoaderType), element(loader, "11000001", windowsDevice), element(loader, "12000002", hive.Text(`\Windows\system32\winload.efi`)),
		element(loader, "12000005", hive.Text(wish.locale)), element(loader, "14000006", hive.Texts(loaderSettings)),
		element(loader, "16000060", hive.Binary([]byte{1})), element(loader, "17000077", hive.Binary([]byte{0x75, 0, 0, 0x15, 0, 0, 0, 0})),
		element(loader, "21000001", windowsDevice), element(loader, "22000002", hive.Text(`\Windows`)), element(loader, "23000003", hive.Text(resume)),
		kind(resume, resumeLoaderType), element(resume, "11000001", windowsDevice), element(resume, "12000002", hive.Text(`\Windows\system32\winresume.efi`)),
		element(resume, "12000004", hive.Text("Windows Resume Application")), element(resume, "12000005", hive.Text(wish.locale)),
		element(resume, "14000006", hive.Texts(resumeSettings)), element(resume, "16000060", hive.Binary([]byte{1})),
		element(resume, "17000077", hive.Binary([]byte{0x75, 0, 0, 0x15, 0, 0, 0, 0})), element(resume, "21000001", windowsDevice),
		element(resume, "22000002", hive.Text(`\hiberfil.sys`)), element(resume, "25000008", hive.Binary([]byte{1, 0, 0, 0, 0, 0, 0, 0})),
	)
	// What the template says about the loader of this release.
	for _, id := range []string{"12000004", "25000020", "250000c2"} {
		if value := hive.Find(settings, `Objects\`+loaderTemplate+`\Elements\`+id, "Element"); value != nil {
			main = append(main, element(loader, id, asStored(id, value)))
		}
	}
	if err := storeOf(template, store, main); err != nil {
		return 0, err
	}
	return 0, storeOf(template, recovery, append(append(append([]hive.Key{}, templates...), gone(memoryTest)), manager[:3]...))
}

func storeOf(template, store string, keys []hive.Key) error {
	if err := copyFile(template, store); err != nil {
		return err
	}
	return hive.Change(store, keys)
}

func asStored(id string, value []byte) string {
	if id[1] == '2' {
		return hive.Text(hive.FromUTF16(value))
	}
	return hive.Binary(value)
}

func gone(object string) hive.Key { return hive.Key{Path: `Objects\` + object, Delete: true} }

func kind(object string, number uint32) hive.Key {
	return hive.Key{Path: `Objects\` + object + `\Description`, Values: []hive.Value{{Name: "Type", Data: hive.Dword(number)}}}
}

func element(object, id, data string) hive.Key {
	return hive.Key{Path: `Objects\` + object + `\Elements\` + id, Values: []hive.Value{{Name: "Element", Data: data}}}
}

// device is the 88 bytes that name a partition of a disk with a GPT.
func device(volume *disks.Volume, disk *disks.Disk) string {
	bytes := make([]byte, 88)
	binary.LittleEndian.PutUint32(bytes[0x10:], 6)
	binary.LittleEndian.PutUint32(bytes[0x18:], 0x48)
	copy(bytes[0x20:], guidBytes(volume.GUID))
	copy(bytes[0x38:], guidBytes(disk.GUID))
	return hive.Binary(bytes)
}

func guidBytes(text string) []byte {
	b, _ := hex.DecodeString(strings.ReplaceAll(text, "-", ""))
	return []byte{b[3], b[2], b[1], b[0], b[5], b[4], b[7], b[6], b[8], b[9], b[10], b[11], b[12], b[13], b[14], b[15]}
}

func newGUID() string {
	b := make([]byte, 16)
	rand.Read(b)
	b[6], b[8] = b[6]&0x0f|0x40, b[8]&0x3f|0x80
	return fmt.Sprintf("{%x-%x-%x-%x-%x}", b[:4], b[4:6], b[6:8], b[8:10], b[10:])
}

// find a name of a folder as Windows does.
func find(folder, name string) string { return filepath.Join(folder, wine.Spelling(folder, name)) }

func copyTree(from, to string) error {
	return filepath.WalkDir(from, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		relative, _ := filepath.Rel(from, path)
		target := filepath.Join(to, relative)
		if entry.IsDir() {
			return os.MkdirAll(target, 0o755)
		}
		return copyFile(path, target)
	})
}

func copyFile(from, to string) error {
	bytes, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	if err := os.WriteFile(to, bytes, 0o644); err != nil {
		return err
	}
	info, err := os.Stat(from)
	if err != nil {
		return err
	}
	at := syscall.NsecToTimespec(info.ModTime().UnixNano())
	return syscall.UtimesNano(to, []syscall.Timespec{at, at})
}
