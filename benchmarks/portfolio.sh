#!/bin/sh
# Times a choice among many proposals, files and all, and measures its memory: benchmarks/portfolio.sh [PROPOSALS]
# 5,000 proposals of four options each unless another number is given, each a file of about 9 kB made from a sample, chosen among
# within a budget, a year's limit and a capital limit in a heap of 1 GB. Costs are so high that about a third of the proposals can
# be afforded, and the end of the log says what the limits cost. The target is 60 s and 1 GB in all.
# Needs python3 and GNU time; builds first where something changed.
set -e
cd "$(dirname "$0")/.."
count=${1:-5000}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 - "$folder" "$count" <<'END'
import copy, json, random, sys
folder, count = sys.argv[1], int(sys.argv[2])
sample = json.load(open("sample-data/rural-bus.proposal.json"))
usual = [option for option in sample["options"] if option["role"] == "business-as-usual"]
others = [option for option in sample["options"] if option["role"] != "business-as-usual"]
draw = random.Random(1)

def scaled(node, factor):
    """Every amount of money of a cost, times a factor."""
    if isinstance(node, dict):
        return {key: round(value * factor, 2) if key in ("annual", "amount") and isinstance(value, (int, float))
                else {year: round(sum_ * factor, 2) for year, sum_ in value.items()} if key == "schedule"
                else scaled(value, factor) for key, value in node.items()}
    return [scaled(one, factor) for one in node] if isinstance(node, list) else node

for number in range(count):
    proposal = copy.deepcopy(sample)
    proposal["id"] = f"bus-{number}"
    proposal["title"] = f"Proposal {number}"
    proposal["options"] = list(usual)
    proposal.pop("scenarios", None)
    for place in range(4):
        option = copy.deepcopy(others[place % len(others)])
        option["id"] = f"option-{place}"
        option["title"] = f"Option {place}"
        option["costs"] = scaled(option["costs"], 1.0 + 1.5 * draw.random())
        proposal["options"].append(option)
    with open(f"{folder}/bus-{number}.proposal.json", "w") as file:
        json.dump(proposal, file)
json.dump({"format": "worthwhile-constraints/1", "budget": 1500000 * count,
           "budgetByYear": {"2027/28": 400000 * count}, "limits": [{"amount": 500000 * count, "kind": "capital"}]},
          open(f"{folder}/limits.json", "w"))
END
ls "$folder" | wc -l
du -sh "$folder"
./worthwhile --version > /dev/null
JAVA_TOOL_OPTIONS=-Xmx1g /usr/bin/time -f "%e s, %U s of processors, %M kB at most" ./worthwhile portfolio "$folder" --constraints "$folder/limits.json" \
    > "$folder/log"
tail -8 "$folder/log"
