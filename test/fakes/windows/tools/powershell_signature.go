package tools

import (
	"os/exec"
	"regexp"
	"strings"
)

var (
	signerSubject    = regexp.MustCompile(`(?s)Signer's certificate:.*?Subject\s*:\s*([^\r\n]+)`)
	currentDigest    = regexp.MustCompile(`Current message digest\s*:\s*([0-9A-F]+)`)
	calculatedDigest = regexp.MustCompile(`Calculated message digest\s*:\s*([0-9A-F]+)`)
)

// readSignature is Get-AuthenticodeSignature on a machine that trusts the signer of the sample media as Windows trusts Microsoft; osslsigncode reads.
func readSignature(call *Call, _ request) (string, *scriptError, error) {
	given := call.environment("STILLFRAME_SIGNED_FILE")
	path, err := call.Path(given)
	if err != nil || !isFile(path) {
		return "", &scriptError{"Get-AuthenticodeSignature", "File " + given + " was not found.", "NotSpecified: (:) [Get-AuthenticodeSignature], FileNotFoundException", "FileNotFoundException,Microsoft.PowerShell.Commands.GetAuthenticodeSignatureCommand"}, nil
	}
	output, _ := exec.Command("osslsigncode", "verify", "-in", path).CombinedOutput()
	text := string(output)
	current, calculated := currentDigest.FindStringSubmatch(text), calculatedDigest.FindStringSubmatch(text)
	if current == nil || calculated == nil {
		status := "NotSigned"
		if strings.Contains(text, "Unsupported") || strings.Contains(text, "unrecognized") {
			status = "UnknownError"
		}
		return asJSON(map[string]string{"signer": "", "status": status}), nil, nil
	}
	signer := ""
	if found := signerSubject.FindStringSubmatch(text); found != nil {
		signer = asDotNetName(strings.TrimSpace(found[1]))
	}
	status := "Valid"
	if current[1] != calculated[1] {
		status = "HashMismatch"
	}
	return asJSON(map[string]string{"signer": signer, "status": status}), nil, nil
}

// asDotNetName turns /C=US/O=Company, Inc./CN=Name into the notation of .NET: CN=Name, O="Company, Inc.", C=US.
func asDotNetName(subject string) string {
	parts := strings.Split(strings.TrimPrefix(subject, "/"), "/")
	var names []string
	for index := len(parts) - 1; index >= 0; index-- {
		key, value, _ := strings.Cut(parts[index], "=")
		if strings.ContainsAny(value, `,"`) {
			value = `"` + strings.ReplaceAll(value, `"`, `""`) + `"`
		}
		names = append(names, key+"="+value)
	}
	return strings.Join(names, ", ")
}
