package tools

import (
	"reflect"
	"testing"
)

func TestMsiWords(t *testing.T) {
	for line, want := range map[string][]string{
		`/a "C:\a b\x.msi" /qn TARGETDIR="C:\a b\out"`: {`/a`, `"C:\a b\x.msi"`, `/qn`, `TARGETDIR="C:\a b\out"`},
		`"TARGETDIR=C:\a b"`:                           {`"TARGETDIR=C:\a b"`},
		`TARGETDIR="C:\a b\" /qn`:                      {`TARGETDIR="C:\a b\"`, `/qn`},
		`A="x ""y"" z"  B=c`:                           {`A="x ""y"" z"`, `B=c`},
		``:                                             nil,
	} {
		if got := msiWords(line); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %q", line, got)
		}
	}
}

func TestMsiProperty(t *testing.T) {
	for word, want := range map[string]bool{
		`TARGETDIR="C:\a b"`: true, `TARGETDIR=C:\a`: true, `A=""`: true, `A=`: true,
		`"TARGETDIR=C:\a b"`: false, `TARGETDIR=C:\a b`: false, `TARGETDIR="C:\a`: false, `/x`: false, `=b`: false,
	} {
		if msiProperty.MatchString(word) != want {
			t.Errorf("%s", word)
		}
	}
}

func TestSplitProgram(t *testing.T) {
	for line, want := range map[string][2]string{
		`"C:\a b\x.exe" /a  b`: {`C:\a b\x.exe`, `/a  b`},
		`C:\x.exe /qn A="b c"`: {`C:\x.exe`, `/qn A="b c"`},
		`x`:                    {`x`, ``},
	} {
		if program, rest := splitProgram(line); program != want[0] || rest != want[1] {
			t.Errorf("%s: %q %q", line, program, rest)
		}
	}
}
