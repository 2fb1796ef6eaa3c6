module pushback/harness

go 1.19

require pushback/listing v0.0.0

replace pushback/listing => ../../src/listing/go
