"""The gRPC server: thin servicers, one intake for every call, audits in threads beside the loop."""
