package tools

import "strings"

// Arguments splits a command line as the C runtime of Windows does ("Parsing C command-line arguments" of Microsoft's documentation):
// the program's name is the first; 2n backslashes before a quotation mark are n and end or begin a quoted part, 2n+1 are n and a quotation mark.
func Arguments(line string) []string {
	var all []string
	var word strings.Builder
	quoted, started, slashes := false, false, 0
	flush := func(n int) {
		word.WriteString(strings.Repeat(`\`, n))
		slashes = 0
	}
	for _, r := range line {
		switch {
		case r == '\\':
			slashes++
			started = true
		case r == '"':
			odd := slashes%2 == 1
			flush(slashes / 2)
			if odd {
				word.WriteRune('"')
			} else {
				quoted = !quoted
			}
			started = true
		case (r == ' ' || r == '\t') && !quoted:
			flush(slashes)
			if started {
				all = append(all, word.String())
			}
			word.Reset()
			started = false
		default:
			flush(slashes)
			word.WriteRune(r)
			started = true
		}
	}
	flush(slashes)
	if started {
		all = append(all, word.String())
	}
	return all
}
