package guest

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"encoding/xml"
	"strings"
	"unicode"
	"unicode/utf16"
)

// answerFiles are the places where Windows looks at its first start, in its order.
var answerFiles = []string{
	`Windows\Panther\Unattend\Unattend.xml`,
	`Windows\Panther\Unattend.xml`,
	`Windows\System32\Sysprep\Unattend.xml`,
	`Unattend.xml`,
}

var passes = map[string]bool{
	"windowsPE": true, "offlineServicing": true, "generalize": true, "specialize": true,
	"auditSystem": true, "auditUser": true, "oobeSystem": true,
}

type unattend struct {
	XMLName  xml.Name `xml:"urn:schemas-microsoft-com:unattend unattend"`
	Settings []struct {
		Pass       string      `xml:"pass,attr"`
		Components []component `xml:"component"`
	} `xml:"settings"`
}

type component struct {
	Name         string `xml:"name,attr"`
	Architecture string `xml:"processorArchitecture,attr"`
	OOBE         struct {
		HideEULAPage string
	}
	AutoLogon    *autoLogon
	UserAccounts struct {
		AdministratorPassword *password
	}
	InputLocale, SystemLocale, UILanguage, UserLocale string
}

type autoLogon struct {
	Enabled, Username, LogonCount string
}

type password struct {
	Value     string
	PlainText string
}

// setup goes through the first start up to the logon screen; nil when it comes there by itself.
func (w *windows) setup() *Halt {
	var data []byte
	var path string
	for _, path = range answerFiles {
		if content, err := w.volume.Read(path); err == nil && content != nil {
			data = content
			break
		}
	}
	if data == nil {
		return halt("no-answer-file", "Setup asks for language, licence and password: there is no answer file")
	}
	var file unattend
	if err := xml.NewDecoder(bytes.NewReader(utf8Of(data))).Decode(&file); err != nil {
		return halt("answer-file-invalid", "Windows could not parse or process the answer file %s: %v", path, err)
	}
	var shell, international *component
	for _, s := range file.Settings {
		if !passes[s.Pass] {
			return halt("answer-file-invalid", "Windows could not parse or process the answer file %s for pass [%s]", path, s.Pass)
		}
		for i := range s.Components {
			c := &s.Components[i]
			if s.Pass != "oobeSystem" || c.Architecture != "amd64" {
				continue
			}
			switch c.Name {
			case "Microsoft-Windows-Shell-Setup":
				shell = c
			case "Microsoft-Windows-International-Core":
				international = c
			}
		}
	}
	if shell != nil {
		w.autoLogon = shell.AutoLogon
		if shell.UserAccounts.AdministratorPassword != nil {
			w.secret = shell.UserAccounts.AdministratorPassword.plain()
		}
	}
	return oobe(shell, international)
}

// oobe names the first page that somebody would have to answer.
func oobe(shell, international *component) *Halt {
	switch {
	case international == nil || international.InputLocale == "" || international.SystemLocale == "" || international.UserLocale == "":
		return halt("waits-for-language", "Setup waits at the console for language and keyboard")
	case shell == nil || !strings.EqualFold(strings.TrimSpace(shell.OOBE.HideEULAPage), "true"):
		return halt("waits-for-licence", "Setup waits at the console for the licence to be accepted")
	case shell.UserAccounts.AdministratorPassword == nil:
		return halt("waits-for-password", "Setup waits at the console for the password of Administrator")
	}
	if secret := shell.UserAccounts.AdministratorPassword.plain(); !complex(secret) {
		return halt("password-refused", "Setup waits at the console: the password of Administrator does not meet the policy")
	}
	return nil
}

// plain undoes what Windows System Image Manager does to a password: base64 over UTF-16 of it with the element's name behind.
func (p *password) plain() string {
	if !strings.EqualFold(strings.TrimSpace(p.PlainText), "false") {
		return p.Value
	}
	data, err := base64.StdEncoding.DecodeString(strings.TrimSpace(p.Value))
	if err != nil {
		return ""
	}
	return strings.TrimSuffix(string(utf16.Decode(units(data))), "AdministratorPassword")
}

// complex is the default policy of Windows Server: six characters of three kinds, without the account's name.
func complex(secret string) bool {
	kinds := map[string]bool{}
	length := 0
	for _, r := range secret {
		length++
		switch {
		case unicode.IsUpper(r):
			kinds["upper"] = true
		case unicode.IsLower(r):
			kinds["lower"] = true
		case unicode.IsDigit(r):
			kinds["digit"] = true
		default:
			kinds["other"] = true
		}
	}
	return length >= 6 && len(kinds) >= 3 && !strings.Contains(strings.ToLower(secret), "administrator")
}

func utf8Of(data []byte) []byte {
	if len(data) >= 2 && data[0] == 0xff && data[1] == 0xfe {
		text := string(utf16.Decode(units(data[2:])))
		return []byte(strings.Replace(text, `encoding="utf-16"`, `encoding="utf-8"`, 1))
	}
	return bytes.TrimPrefix(data, []byte("\ufeff"))
}

func units(data []byte) []uint16 {
	all := make([]uint16, len(data)/2)
	for i := range all {
		all[i] = binary.LittleEndian.Uint16(data[2*i:])
	}
	return all
}
