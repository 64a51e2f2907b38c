package tools

import (
	"errors"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"

	"stillframe.test/fakes/windows/security"
)

var grantText = regexp.MustCompile(`^\*(S-1(?:-\d+)+):((?:\((?:OI|CI)\))*)F$`)

const (
	aclDone   = "Successfully processed 1 files; Failed processing 0 files\r\n"
	aclFailed = "Successfully processed 0 files; Failed processing 1 files\r\n"
	// Where ntfs-3g has the security descriptor of a file.
	descriptor = "system.ntfs_acl"
)

// icacls changes the access list of one file on a volume: full access by identifier, no inheritance, an owner ("icacls" of Microsoft's Windows commands).
func icacls(call *Call) (uint32, error) {
	arguments := call.Arguments()
	if len(arguments) < 2 {
		call.Print("Invalid parameter \"" + strings.Join(arguments, " ") + "\"\r\n")
		return 87, nil
	}
	path, err := call.Path(arguments[0])
	if err != nil || !exists(path) {
		call.Print(arguments[0] + ": The system cannot find the file specified.\r\n" + aclFailed)
		return 2, nil
	}
	if call.Faults.Happens("acl-refused") {
		call.Print(arguments[0] + ": Access is denied.\r\n" + aclFailed)
		return 5, nil
	}
	access, err := readAccess(path)
	if err != nil {
		return 0, err
	}
	above, err := readAccess(filepath.Dir(path))
	if err != nil {
		return 0, err
	}
	if bad := changeAccess(access, above, arguments[1:]); bad != "" {
		call.Print("Invalid parameter \"" + bad + "\"\r\n")
		return 87, nil
	}
	if err := syscall.Setxattr(path, descriptor, access.Bytes(), 0); err != nil {
		return 0, err
	}
	call.Print(aclDone)
	return 0, nil
}

func readAccess(path string) (*security.Descriptor, error) {
	bytes := make([]byte, 65536)
	length, err := syscall.Getxattr(path, descriptor, bytes)
	if errors.Is(err, syscall.ENOTSUP) || errors.Is(err, syscall.ENODATA) {
		return nil, errors.New(path + " is on no NTFS volume of the double")
	}
	if err != nil {
		return nil, err
	}
	return security.Read(bytes[:length])
}

// @returns the argument that icacls does not know
func changeAccess(access, above *security.Descriptor, arguments []string) string {
	granting := false
	for index := 0; index < len(arguments); index++ {
		argument := arguments[index]
		switch strings.ToLower(argument) {
		case "/inheritance:r":
			access.Protect(above)
		case "/grant:r":
			granting = true
			continue
		case "/setowner":
			index++
			if index >= len(arguments) || !strings.HasPrefix(arguments[index], "*S-1-") {
				return argument
			}
			access.Owner = security.Identifier(arguments[index][1:])
		case "/q", "/c", "/l":
		default:
			found := grantText.FindStringSubmatch(argument)
			if !granting || found == nil {
				return argument
			}
			access.Grant(security.Identifier(found[1]), strings.Contains(found[2], "OI"), strings.Contains(found[2], "CI"))
			continue
		}
		granting = false
	}
	return ""
}
