"""Claims in, knowledge out: positions, conflicts, the graph, the store; the front door."""
