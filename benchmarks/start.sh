#!/bin/sh
# Times the start of the desktop client, six times: benchmarks/start.sh
# or that of the installed application:             benchmarks/start.sh target/dist/worthwhile/bin/worthwhile
# From the start of the process until the window shows the proposals of the file that was open last; the target is 2,000 ms
# on two cores. Needs no display; without an argument it builds first where something changed.
set -e
program=$(cd "$(dirname "$0")/.." && pwd)/worthwhile
if [ $# -gt 0 ]; then
    program=$1
else
    "$program" --version > /dev/null
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export JAVA_TOOL_OPTIONS="-Dglass.platform=Headless -Dprism.order=sw -Dworthwhile.measure-start=true -Duser.home=$folder"
echo "First start, which makes the file of samples:"
"$program" 2> /dev/null
echo "Later starts:"
for start in 1 2 3 4 5; do
    "$program" 2> /dev/null
done
