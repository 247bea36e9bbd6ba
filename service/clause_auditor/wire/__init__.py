"""Domain to generated messages and back: the only place that knows `clause_auditor.v1`."""
