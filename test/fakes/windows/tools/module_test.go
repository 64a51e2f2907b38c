package tools

import (
	"strings"
	"testing"
)

func TestModuleChoosesImages(t *testing.T) {
	images := []wimImage{{name: "Windows Server 2019 SERVERSTANDARDCORE"}, {name: "Windows Server 2019 SERVERSTANDARD"}, {name: "Windows Server 2019 SERVERDATACENTER"}, {name: "Azure SERVERSTANDARD"}}
	for _, each := range []struct {
		variant, edition string
		index            int
		says             string
	}{
		{"gallery", "2", 2, ""}, {"x0nn", "3", 3, ""}, {"gallery", "5", 0, "parameter is incorrect"},
		// Behind its last image x0nn takes a number for a part of a name.
		{"x0nn", "5", 0, "did not find any"}, {"x0nn", "DATACENTER", 3, ""},
		// A part of a name hits the Core twin too, the end of a name does not.
		{"x0nn", "SERVERSTANDARD", 0, "more than one WindowsImage"}, {"gallery", "2019 SERVERSTANDARD", 2, ""},
		{"gallery", "serverdatacenter", 3, ""}, {"gallery", "2022", 0, "parameter is incorrect"}, {"gallery", "HOME", 0, "not found"}, {"mslab", "SERVERSTANDARD", 0, "more than one images"},
	} {
		index, says := moduleVariants[each.variant].choose(images, each.edition)
		if index != each.index || says == "" != (each.says == "") || !strings.Contains(says, each.says) {
			t.Errorf("%s -Edition %s is %d %q", each.variant, each.edition, index, says)
		}
	}
}

func TestModuleBindsParameters(t *testing.T) {
	call := func(more map[string]any) map[string]any {
		all := map[string]any{"SourcePath": `C:\x.wim`, "DiskLayout": "UEFI", "SizeBytes": float64(1 << 30)}
		for name, value := range more {
			if all[name] = value; value == nil {
				delete(all, name)
			}
		}
		return all
	}
	for _, each := range []struct {
		variant string
		more    map[string]any
		says    string
	}{
		{"gallery", map[string]any{"DiskType": "Fixed"}, ""}, {"x0nn", map[string]any{"DiskType": "Fixed"}, "matches parameter name 'VhdType'"},
		{"gallery", map[string]any{"IsFixed": true}, "matches parameter name 'IsFixed'"}, {"x0nn", map[string]any{"IsFixed": true}, ""},
		{"mslab", map[string]any{"IsFixed": true}, "'IsFixed'"}, {"gallery", map[string]any{"VhdType": "fixed"}, ""},
		{"gallery", map[string]any{"VhdType": "Sparse"}, "does not belong to the set"}, {"gallery", map[string]any{"VhdPartitionStyle": "GPT"}, "Parameter set cannot be resolved"},
		{"gallery", map[string]any{"DiskLayout": nil, "VhdPartitionStyle": "GPT"}, ""}, {"gallery", map[string]any{"DiskLayout": nil}, "missing mandatory parameters"},
		{"gallery", map[string]any{"SizeBytes": float64(1 << 20)}, "out of the allowed range"}, {"hyper", map[string]any{"BcdLocale": "de-DE"}, ""},
	} {
		_, says := moduleVariants[each.variant].bind(call(each.more), nil)
		if says == "" != (each.says == "") || !strings.Contains(says, each.says) {
			t.Errorf("%s with %v: %q", each.variant, each.more, says)
		}
	}
	wish, _ := moduleVariants["x0nn"].bind(call(map[string]any{"Package": []any{"a", "b"}, "Driver": "c"}), []any{"IsFixed"})
	if strings.Join(wish.texts("package"), "+") != "a+b" || strings.Join(wish.texts("driver"), "+") != "c" || wish["isfixed"] != true || wish.size() != 1<<30 {
		t.Errorf("bound %v", wish)
	}
}
