"""Generated from protos/ with grpcio-tools 1.85.1 and mypy-protobuf 5.1.0; never edited."""
