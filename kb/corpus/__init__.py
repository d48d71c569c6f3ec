"""The corpus folder: topic.yaml, sources.yaml, texts and verdicts, read and checked."""
