"""Generated from protos/ with grpcio-tools 1.85.1; never edited."""
