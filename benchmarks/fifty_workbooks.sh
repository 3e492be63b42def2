#!/bin/sh
# Times the export of 50 proposals of 30 years, 1,000 trials each, as workbooks: benchmarks/fifty_workbooks.sh
# The target is 10 s in a heap of 512 MB. Needs python3; builds first where something changed.
set -e
cd "$(dirname "$0")/.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 - "$folder" <<'END'
import json, sys
proposal = json.load(open("sample-data/falls-prevention.proposal.json"))
proposal["appraisal"]["years"] = 30
for number in range(50):
    proposal["id"] = f"falls-{number}"
    with open(f"{sys.argv[1]}/falls-{number}.proposal.json", "w") as file:
        json.dump(proposal, file)
END
./worthwhile --version > /dev/null
export JAVA_TOOL_OPTIONS=-Xmx512m
time ./worthwhile appraise "$folder"/*.proposal.json --evidence sample-data --trials 1000 --format xlsx \
    --out "$folder/out" > "$folder/log"
ls "$folder"/out/*.xlsx | wc -l
