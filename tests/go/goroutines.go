package main

import (
	"fmt"
	"regexp"
	"runtime"
	"strings"
	"time"
)

// goroutine is one entry of a dump.
type goroutine struct {
	id    string
	state string
	// Function and place of each call, the innermost first.
	frames []frame
}

type frame struct {
	function string
	file     string
	line     string
}

// The states in which a goroutine stays until another one does something. A goroutine that waits for
// a mutex is not among them: it goes on by itself as soon as the holder does.
var parkedStates = map[string]bool{
	"chan receive":   true,
	"chan send":      true,
	"select":         true,
	"sync.Cond.Wait": true,
	// A nil channel, and a select without cases.
	"chan receive (nil chan)": true,
	"chan send (nil chan)":    true,
	"select (no cases)":       true,
}

var (
	header = regexp.MustCompile(`^goroutine (\d+) \[([^],]+)`)
	place  = regexp.MustCompile(`^\t(.*):(\d+)`)
)

// dump is every goroutine but the calling one. The runtime stops the world for it, so it shows one
// instant.
func dump() []goroutine {
	buffer := make([]byte, 1<<16)
	for {
		length := runtime.Stack(buffer, true)
		if length < len(buffer) {
			buffer = buffer[:length]
			break
		}
		buffer = make([]byte, 2*len(buffer))
	}
	entries := strings.Split(strings.TrimSpace(string(buffer)), "\n\n")
	goroutines := make([]goroutine, 0, len(entries))
	// The calling goroutine comes first.
	for _, entry := range entries[1:] {
		goroutines = append(goroutines, parseGoroutine(entry))
	}
	return goroutines
}

func parseGoroutine(entry string) goroutine {
	lines := strings.Split(entry, "\n")
	head := header.FindStringSubmatch(lines[0])
	if head == nil {
		panic("a dump that this program cannot read: " + lines[0])
	}
	parsed := goroutine{id: head[1], state: head[2]}
	for index := 1; index+1 < len(lines); index += 2 {
		where := place.FindStringSubmatch(lines[index+1])
		if where == nil {
			break
		}
		parsed.frames = append(parsed.frames, frame{lines[index], where[1], where[2]})
	}
	return parsed
}

// A program that is not quiet after so long hangs.
const patience = time.Minute

// settle waits until every goroutine but the calling one is parked, and returns the dump that shows
// it. Nothing can happen then until the caller does something. It looks at the state of each
// goroutine instead of waiting for a while, so that what follows does not depend on the machine.
func settle() []goroutine {
	start := time.Now()
	for {
		goroutines := dump()
		if areParked(goroutines) {
			return goroutines
		}
		if time.Since(start) > patience {
			panic(fmt.Sprintf("the program does not come to rest: %v", goroutines))
		}
		runtime.Gosched()
	}
}

func areParked(goroutines []goroutine) bool {
	for _, goroutine := range goroutines {
		if !parkedStates[goroutine.state] {
			return false
		}
	}
	return true
}
