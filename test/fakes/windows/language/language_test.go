package language

import "testing"

func TestGermanAndRussian(t *testing.T) {
	german, _ := Of("de")
	if got := german.Translate("\r\nDisk 12 is now the selected disk.\r\n"); got != "\r\nDatenträger 12 ist jetzt der gewählte Datenträger.\r\n" {
		t.Errorf("%q", got)
	}
	if got := german.Encode("größe ж"); string(got) != "gr\x94\xe1e ?" {
		t.Errorf("%q", got)
	}
	russian, _ := Of("ru")
	if got := russian.Encode(russian.Translate("    0 percent completed")); string(got) != "    \x87\xa0\xa2\xa5\xe0\xe8\xa5\xad\xae (\xa2 \xaf\xe0\xae\xe6\xa5\xad\xe2\xa0\xe5): 0" {
		t.Errorf("%q", got)
	}
	if got := russian.Translate("W:\\x: something else"); got != "W:\\x: something else" {
		t.Errorf("%q", got)
	}
	if _, err := Of("fr"); err == nil {
		t.Error("a language nobody wrote down")
	}
}
