package tools

import (
	"errors"
	"fmt"
	"os"
	"regexp"
	"strconv"
	"strings"

	"stillframe.test/fakes/windows/disks"
)

// Exit codes of diskpart ("diskpart scripts and examples" of Microsoft's Windows commands).
const (
	diskpartFatal   = 1
	diskpartUsage   = 2
	diskpartNoFile  = 3
	diskpartService = 4
	diskpartCommand = 5
)

const diskpartBanner = "\r\nMicrosoft DiskPart version 10.0.17763.1911\r\n\r\nCopyright (C) Microsoft Corporation.\r\nOn computer: RUNNER\r\n"

const serviceError = "\r\nVirtual Disk Service error:\r\n"

// diskpart carries out a script, line by line, until one fails: diskpart.exe /s FILE.
func diskpart(call *Call) (uint32, error) {
	arguments := call.Arguments()
	if len(arguments) != 2 || !strings.EqualFold(arguments[0], "/s") {
		call.Print(diskpartBanner + "\r\nMicrosoft DiskPart syntax:\r\n\tdiskpart [/s <script>] [/?]\r\n")
		return diskpartUsage, nil
	}
	path, err := call.Path(arguments[1])
	if err != nil || !isFile(path) {
		call.Print("\r\nDiskPart was unable to process the parameters.\r\nThe script file could not be opened.\r\n")
		return diskpartNoFile, nil
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return 0, err
	}
	if call.Faults.Happens("vds-stopped") {
		call.Print(diskpartBanner + "\r\nDiskPart encountered an error starting the COM services.\r\n")
		return diskpartService, nil
	}
	call.Print(diskpartBanner)
	session := &diskpartSession{call: call}
	var done []string
	defer func() { call.About = strings.Join(done, ", ") }()
	for _, line := range strings.Split(string(text), "\n") {
		line = strings.TrimSpace(line)
		if first, _, _ := strings.Cut(line, " "); first == "" || strings.EqualFold(first, "rem") {
			continue
		}
		done = append(done, line)
		code, err := session.command(line)
		if code != 0 || err != nil {
			return code, err
		}
	}
	call.Print("\r\nLeaving DiskPart...\r\n")
	return 0, nil
}

// diskpartSession is what a script has the focus on.
type diskpartSession struct {
	call   *Call
	disk   *disks.Disk
	volume *disks.Volume
}

var (
	selectDisk      = regexp.MustCompile(`(?i)^sel(?:ect)?\s+dis(?:k)?\s+(\d+)$`)
	selectPartition = regexp.MustCompile(`(?i)^sel(?:ect)?\s+par(?:tition)?\s+(\d+)$`)
	formatVolume    = regexp.MustCompile(`(?i)^format((?:\s+(?:fs=\w+|label="?[^"\s]*"?|quick|override))+)$`)
	assignLetter    = regexp.MustCompile(`(?i)^assign\s+letter=([a-z]):?$`)
	removeLetter    = regexp.MustCompile(`(?i)^remove\s+letter=([a-z]):?$`)
)

func (s *diskpartSession) command(line string) (uint32, error) {
	if found := selectDisk.FindStringSubmatch(line); found != nil {
		return s.selectDisk(number(found[1]))
	}
	if found := selectPartition.FindStringSubmatch(line); found != nil {
		return s.selectPartition(number(found[1]))
	}
	if found := formatVolume.FindStringSubmatch(line); found != nil {
		return s.format(strings.Fields(found[1]))
	}
	if found := assignLetter.FindStringSubmatch(line); found != nil {
		return s.assign(strings.ToUpper(found[1])[0])
	}
	if found := removeLetter.FindStringSubmatch(line); found != nil {
		return s.remove(strings.ToUpper(found[1])[0])
	}
	s.call.Print("\r\nThe arguments specified for this command are not valid.\r\nFor more information on the command type: HELP\r\n")
	return diskpartCommand, nil
}

func (s *diskpartSession) selectDisk(number int) (uint32, error) {
	s.disk, s.volume = s.call.Disks.Numbered(number), nil
	if s.disk == nil {
		s.call.Print("\r\nThe disk you specified is not valid.\r\n\r\nThere is no disk selected.\r\n")
		return diskpartCommand, nil
	}
	s.call.Print(fmt.Sprintf("\r\nDisk %d is now the selected disk.\r\n", number))
	return 0, nil
}

func (s *diskpartSession) selectPartition(number int) (uint32, error) {
	if s.disk == nil {
		s.call.Print("\r\nThere is no disk selected to list partitions.\r\nSelect a disk and try again.\r\n")
		return diskpartCommand, nil
	}
	s.volume = s.disk.Volume(number)
	if s.volume == nil {
		s.call.Print("\r\nThere is no partition selected.\r\n")
		return diskpartCommand, nil
	}
	s.call.Print(fmt.Sprintf("\r\nPartition %d is now the selected partition.\r\n", number))
	return 0, nil
}

func (s *diskpartSession) hasVolume() bool {
	if s.volume == nil {
		s.call.Print("\r\nThere is no volume selected.\r\nPlease select a volume and try again.\r\n")
	}
	return s.volume != nil
}

func (s *diskpartSession) format(options []string) (uint32, error) {
	if !s.hasVolume() {
		return diskpartCommand, nil
	}
	if s.disk.ReadOnly {
		return s.service("The media is write protected.")
	}
	system, label, quick := disks.NTFS, "", false
	for _, option := range options {
		name, value, _ := strings.Cut(option, "=")
		switch strings.ToLower(name) {
		case "fs":
			switch strings.ToLower(value) {
			case "ntfs":
			case "fat32":
				system = disks.FAT32
			default:
				return s.service("The specified file system is not supported.")
			}
		case "label":
			label = strings.Trim(value, `"`)
		case "quick":
			quick = true
		}
	}
	if system == disks.FAT32 && len(label) > 11 {
		return s.service("The volume label is invalid.")
	}
	if !quick {
		return 0, errors.New("the double formats only quickly")
	}
	if s.call.Faults.Happens("format-fails") {
		s.call.Print("\r\n    0 percent completed\r\n")
		return s.service("The volume cannot be formatted because of an I/O error.")
	}
	if err := s.volume.Format(system, label); errors.Is(err, disks.ErrInUse) {
		return s.service("The operation is not supported by the object.\r\nThe specified command or parameters are not supported on this system.")
	} else if err != nil {
		return 0, err
	}
	s.call.Print("\r\n    0 percent completed\r\n\r\n  100 percent completed\r\n\r\nDiskPart successfully formatted the volume.\r\n")
	return 0, nil
}

func (s *diskpartSession) assign(letter byte) (uint32, error) {
	if !s.hasVolume() {
		return diskpartCommand, nil
	}
	taken := s.call.Faults.Happens("busy-letter")
	if !taken {
		err := s.call.Disks.GiveLetter(s.volume, letter)
		if err != nil && !errors.Is(err, disks.ErrLetterTaken) {
			return 0, err
		}
		taken = err != nil
	}
	if taken {
		return s.service("The specified drive letter is not free to be assigned.")
	}
	if s.call.Faults.Happens("letter-late") {
		s.volume.LetterHidden = 2
	}
	s.call.Print("\r\nDiskPart successfully assigned the drive letter or mount point.\r\n")
	return 0, nil
}

func (s *diskpartSession) remove(letter byte) (uint32, error) {
	if !s.hasVolume() {
		return diskpartCommand, nil
	}
	if s.volume.Letter != letter || s.call.Faults.Happens("letter-stays") {
		return s.service("The system cannot find the file specified.")
	}
	if err := s.call.Disks.RemoveLetter(s.volume); err != nil {
		return 0, err
	}
	s.call.Print("\r\nDiskPart successfully removed the drive letter or mount point.\r\n")
	return 0, nil
}

func (s *diskpartSession) service(text string) (uint32, error) {
	s.call.Print(serviceError + text + "\r\n")
	return diskpartCommand, nil
}

func number(text string) int {
	n, _ := strconv.Atoi(text)
	return n
}
