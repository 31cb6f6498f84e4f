"""Which report is written for which `--format`."""

FORMATS = ("human", "json", "jsonl", "github", "sarif")
TERM_FORMATS = ("text", "jsonl")
