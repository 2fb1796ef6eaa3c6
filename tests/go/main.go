// Command harness runs the Go listings, and small programs of real goroutines and channels, and writes
// down what happened as reference traces: what Go promises, and nothing that depends on the machine.
package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"sort"
)

func main() {
	folder := flag.String("folder", ".", "where to write the traces")
	mistake := flag.String("mistake", "", "run the listing that this mistake is compiled into")
	flag.Parse()
	for name, trace := range traces(*mistake) {
		write(filepath.Join(*folder, name+".json"), trace)
	}
}

// traces are the traces to record, by the name of their file.
func traces(mistake string) map[string]any {
	if mistake != "" {
		return map[string]any{mistake: mistakePrograms(mistake)}
	}
	return map[string]any{
		"channels":            channelPrograms(),
		"select":              selectPrograms(),
		"semaphore":           semaphorePrograms(),
		"token-bucket":        bucketPrograms(),
		"token-bucket-counts": bucketCounts(),
		"token-bucket-at-one-instant": []simultaneous{
			bucketSimultaneous(),
		},
		"no-backpressure":     noBackpressurePrograms(),
		"small-buffers":       smallBuffersPrograms(),
		"bounded-concurrency": boundedConcurrencyPrograms(),
		"reactive-streams":    reactiveStreamsPrograms(),
		"producer-throttling": producerThrottlingPrograms(),
	}
}

// write writes a list of traces, one step a line.
func write(file string, traces any) {
	var plain, readable bytes.Buffer
	encoder := json.NewEncoder(&plain)
	encoder.SetEscapeHTML(false)
	check(encoder.Encode(traces))
	var list []json.RawMessage
	check(json.Unmarshal(plain.Bytes(), &list))
	readable.WriteString("[")
	for index, trace := range list {
		separate(&readable, index, "\n")
		writeTrace(&readable, trace)
	}
	readable.WriteString("\n]\n")
	check(os.WriteFile(file, readable.Bytes(), 0o666))
	fmt.Println(file)
}

// writeTrace writes a trace with its steps at the end.
func writeTrace(out *bytes.Buffer, trace json.RawMessage) {
	var fields map[string]json.RawMessage
	check(json.Unmarshal(trace, &fields))
	var steps []json.RawMessage
	if text, ok := fields["steps"]; ok {
		check(json.Unmarshal(text, &steps))
		delete(fields, "steps")
	}
	var keys []string
	for key := range fields {
		keys = append(keys, key)
	}
	sort.Strings(keys)
	out.WriteString("{")
	for index, key := range keys {
		separate(out, index, " ")
		fmt.Fprintf(out, "%q: %s", key, fields[key])
	}
	if len(steps) > 0 {
		out.WriteString(", \"steps\": [")
		for index, step := range steps {
			separate(out, index, "\n\t")
			out.Write(step)
		}
		out.WriteString("\n]")
	}
	out.WriteString("}")
}

func separate(out *bytes.Buffer, index int, space string) {
	if index > 0 {
		out.WriteString(",")
	}
	if index > 0 || space[0] == '\n' {
		out.WriteString(space)
	}
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}
