package tools

import (
	"reflect"
	"testing"
)

func TestArguments(t *testing.T) {
	for line, want := range map[string][]string{
		`expand.exe "D:\a b\x.msu" -F:*.xml D:\out`: {"expand.exe", `D:\a b\x.msu`, "-F:*.xml", `D:\out`},
		`x "a\\" b`:            {"x", `a\`, "b"},
		`x "a\"b" c\"d`:        {"x", `a"b`, `c"d`},
		`x TARGETDIR="C:\a b"`: {"x", `TARGETDIR=C:\a b`},
		`x "" y\`:              {"x", "", `y\`},
	} {
		if got := Arguments(line); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %q, expected %q", line, got, want)
		}
	}
}
