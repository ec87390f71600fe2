#!/usr/bin/env bash
# Tries `make run`, `make test` and `pip install .` on a bare Debian, and tells the time and the room that each takes:
# scripts/bare_machine.sh [FOLDER]. The bare system is made in FOLDER (of the folder for temporary files unless named), with
# git, make, Python and certificates and nothing more, and entered by chroot; needs Linux, root and mmdebstrap. It gets this
# machine's way to the network: name server, certificates, and the settings of apt, pip and proxies. What is committed is
# tried. Ends with 2 where a command fails.
set -euo pipefail
cd "$(dirname "$0")/.."

SUITE=bookworm
BARE=git,make,python3,python3-venv,ca-certificates

stop() {
    echo "bare_machine: $1" >&2
    exit 2
}

[ "$(id -u)" = 0 ] || stop "needs to be root, for chroot"
for tool in mmdebstrap unshare chroot git; do
    command -v "$tool" >/dev/null || stop "needs $tool; install it"
done

if [ $# -gt 0 ]; then mkdir -p "$1" && base=$1; else base=$(mktemp -d); fi
[ -z "$(ls -A "$base")" ] || stop "$base is not empty"
# The mounts end with the processes that they are made for, so that only files are left to remove.
finish() { # a figure that was taken is told even where a later command failed
    ((${#figures[@]} == 0)) || printf '%s\n' "" "${figures[@]}"
    rm -rf --one-file-system "$base"
}
figures=()
trap finish EXIT

megabytes() { du -smx "$@" | cut -f 1; }

copy() { # files and folders of this machine that are there, into the bare one, links followed
    local path
    for path in "$@"; do
        [ -e "$path" ] || continue
        mkdir -p "$base/bare$(dirname "$path")"
        cp -rL --no-target-directory "$path" "$base/bare$path" 2>/dev/null || true
    done
}

make_bare() {
    local sources
    mapfile -t sources < <(grep -rslw "$SUITE" /etc/apt/sources.list /etc/apt/sources.list.d --include='*.list' --include='*.sources')
    mmdebstrap --quiet --variant=minbase --include="$BARE" "$SUITE" "$base/bare" "${sources[@]}"
    copy /etc/resolv.conf /etc/hosts /etc/ssl/certs /etc/apt/apt.conf.d /etc/pip.conf /etc/xdg/pip
    copy "$HOME/.config/pip" "$HOME/.pip"
    # A bare machine has none of the folders with packages that this one may have.
    grep -rlZ 'find-links\|file:' "$base"/bare/etc/{pip.conf,xdg/pip} "$base"/bare/root/.{pip,config/pip} 2>/dev/null |
        xargs -0r sed -i '/find-links\|file:/d'
    git clone --quiet . "$base/bare/root/policygraph"
}

fresh() { cp -a "$base/bare" "$base/$1"; } # a machine for one trial

inside() { # machine, command: runs it there, with nothing of this machine's environment but the way to the network
    local network
    mapfile -d '' network < <(env -0 | grep -zv '^PIP_FIND_LINKS=' | grep -zE '^(PIP_|UV_|SSL_|[A-Za-z]+_(proxy|PROXY)=|[A-Z]+_CA_BUNDLE=)')
    unshare --mount --pid --fork --kill-child env -i ROOT="$base/$1" COMMAND="$2" "${network[@]}" \
        HOME=/root LANG=C.UTF-8 PATH=/usr/sbin:/usr/bin:/sbin:/bin bash -c '
            mount -t proc proc "$ROOT/proc"
            mount --rbind /dev "$ROOT/dev"
            exec chroot "$ROOT" bash -c "set -e; cd /root/policygraph; $COMMAND"'
}

timed() { # name of the figure, command…: runs it and notes its seconds
    local begun=$EPOCHREALTIME
    "${@:2}" || stop "$1 failed"
    figure "$1" "$(awk -v a="$begun" -v b="$EPOCHREALTIME" 'BEGIN { printf "%.1f s", b - a }')"
}

figure() { figures+=("$(printf '%-58s %s' "$1" "$2")"); }

# Calls make run until the app answers, then ends it. Its address is the one that it prints.
until_answer='
    make run >~/said 2>&1 & program=$!
    ask() { address=$(grep -o "http://[0-9.:]*" ~/said | tail -n 1) && python3 -c "
import sys, urllib.request
assert b\"streamlit\" in urllib.request.urlopen(sys.argv[1], timeout=5).read().lower()" "$address" 2>/dev/null; }
    until ask; do kill -0 $program 2>/dev/null || { cat ~/said; exit 1; }; sleep 0.1; done
    tail -n 3 ~/said'

echo "Making a bare system ($SUITE: $BARE)"
timed "the bare system" make_bare
figure "" "$(megabytes "$base/bare") MB"

fresh run
bare=$(megabytes "$base/run")
echo "make run"
timed "make run, until the app answers" inside run "$until_answer"
figure "" "$(megabytes "$base/run/root/policygraph/.venv") MB in .venv, $(($(megabytes "$base/run") - bare)) MB in all"
timed "make run once more" inside run "$until_answer"

echo "pip install"
timed "pip install . in an empty environment" inside run 'python3 -m venv ~/library && ~/library/bin/pip -q install . &&
    ~/library/bin/policygraph build corpus -o ~/of-library.db'
figure "" "$(megabytes "$base/run/root/library") MB"
timed 'pip install ".[app]" in an empty environment' inside run 'python3 -m venv ~/app && ~/app/bin/pip -q install .[app] &&
    ~/app/bin/python -c "import streamlit, pyvis, graph"'
figure "" "$(megabytes "$base/run/root/app") MB"
rm -rf --one-file-system "$base/run"

fresh test
echo "make test"
timed "make test" inside test 'make test'
figure "" "$(megabytes "$base/test/root/policygraph/.venv") MB in .venv, $(($(megabytes "$base/test") - bare)) MB in all"
