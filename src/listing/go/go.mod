module pushback/listing

go 1.19
