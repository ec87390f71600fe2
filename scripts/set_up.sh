#!/usr/bin/env bash
# Sets up what a command of the Makefile needs: set_up.sh run|test|lock. First the system's packages, all at once, since
# nothing else is worth beginning without them; then the virtual environment (.venv, or VENV), filled from the locked,
# hashed packages. PYTHON names the Python to take. Where it cannot go on, it says why in one line and ends with 2.
set -euo pipefail
cd "$(dirname "$0")/.."

purpose=${1:-}
venv=${VENV:-.venv}

stop() {
    echo "policygraph: $1" >&2
    exit 2
}

has() { command -v "$1" >/dev/null 2>&1; }

find_python() {
    local names=(python3 python3.14 python3.13 python3.12 python3.11) name
    [ -z "${PYTHON:-}" ] || names=("$PYTHON")
    for name in "${names[@]}"; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
            python=$name
            return
        fi
    done
    return 1
}

has_chinese_font() { # macOS brings one
    [ -e /usr/share/doc/fonts-noto-cjk ] || [ "$(uname)" = Darwin ] ||
        { has fc-list && fc-list : family | grep 'Noto Sans CJK' >/dev/null; }
}

has_browser() { # the first draws no windows of its own, a third less work for a page
    has chromium-headless-shell || has chromium || has google-chrome
}

has_libatomic() {
    [ "$(uname)" != Linux ] || compgen -G '/usr/lib*/libatomic.so.1' >/dev/null || compgen -G '/usr/lib/*/libatomic.so.1' >/dev/null
}

has_writer() { # the part of LibreOffice that reads texts, a package of its own on Debian
    has soffice || return 1
    [ ! -d /usr/lib/libreoffice ] || compgen -G '/usr/lib/libreoffice/program/libsw*lo.so' >/dev/null
}

missing() { # the thing as people call it, the package of Debian that brings it
    things+=("$1")
    packages+=("$2")
}

look() { # fills things and packages with what is not there
    things=() packages=()
    if ! find_python; then
        [ -z "${PYTHON:-}" ] || stop "$PYTHON is no Python 3.11 or newer; name another: make PYTHON=/path/to/python3"
        missing "Python 3.11 or newer" python3
        missing "its module venv" python3-venv
    elif ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        case $(basename "$python") in
        python3*) missing "the modules venv and ensurepip of Python" "$(basename "$python")-venv" ;;
        *) missing "the modules venv and ensurepip of Python" python3-venv ;;
        esac
    fi
    [ "$purpose" = test ] || return 0
    look_for_pictures
    has git || missing git git                                                      # what belongs to the repository
    has curl || missing curl curl                                                   # a client of the server
    java -version >/dev/null 2>&1 || missing "a Java runtime" default-jre-headless  # the reasoner that checks the ontology
    has_browser || missing Chromium chromium-headless-shell                         # walks through the app
    has soffice || missing LibreOffice libreoffice-impress                          # shows the slides that are made
    has_writer || missing "LibreOffice Writer" libreoffice-writer                 # reads old Word files
    has_libatomic || missing libatomic libatomic1                                   # what drives Chromium is linked to it
}

look_for_pictures() { # places what a picture shows, and writes its words
    has neato || missing Graphviz graphviz
    has_chinese_font || missing "the font Noto Sans CJK" fonts-noto-cjk
}

look_for_virtuoso() { # a second make of SPARQL server, to which graphs are published; not every system has it
    has virtuoso-t || missing Virtuoso virtuoso-opensource-7-bin
}

wish_for() { # what looks, what will need it: things without which all goes on; what cannot be had is told
    local wanted
    things=() packages=()
    "$1"
    ((${#packages[@]} > 0)) || return 0
    if has apt-get && { [ "$(id -u)" = 0 ] || { has sudo && sudo -n true 2>/dev/null; }; }; then
        echo "Installing packages of the system: ${packages[*]}"
        as_root apt-get -qq update >/dev/null 2>&1 || true
        as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 install --no-install-recommends -y \
            "${packages[@]}" >/dev/null 2>&1 || true
        things=() packages=()
        "$1"
    fi
    ((${#packages[@]} > 0)) || return 0
    printf -v wanted '%s, ' "${things[@]}"
    echo "$2 will need ${wanted%, }; on Debian: apt-get install ${packages[*]}"
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif [ -t 0 ]; then
        sudo "$@"
    else # nobody there to type a password
        sudo -n "$@"
    fi
}

install_system_packages() {
    local wanted log asked
    printf -v wanted '%s, ' "${things[@]}"
    wanted=${wanted%, }
    has apt-get || stop "needs $wanted; install this, then call make $purpose again"
    asked="needs $wanted; install this with: apt-get install ${packages[*]}"
    [ "$(id -u)" = 0 ] || has sudo || stop "$asked"
    echo "Installing packages of the system: ${packages[*]}"
    log=$(mktemp)
    # A list that cannot be renewed need not matter; whether the packages are there then decides.
    as_root apt-get -qq update >"$log" 2>&1 || true
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 install --no-install-recommends -y \
        "${packages[@]}" >>"$log" 2>&1 || asked+=" (tried: $(tail -n 1 "$log"))"
    rm "$log"
    look
    ((${#packages[@]} == 0)) || stop "$asked"
}

make_environment() {
    local said
    if ! "$venv/bin/python" -c '' 2>/dev/null; then
        echo "Making the virtual environment $venv"
        said=$("$python" -m venv --clear "$venv" 2>&1) || stop "$python cannot make the virtual environment $venv: ${said##*$'\n'}"
    elif ! "$venv/bin/python" -c 'import pip' 2>/dev/null; then
        "$venv/bin/python" -m ensurepip >/dev/null || stop "$venv has no pip; remove it with: make clean"
    fi
}

# uv is quicker where it is there. It does not read the settings of pip: where these name an index, pip is asked at once.
# Nothing is compiled: most of it never is imported, and what is gets compiled then.
install() {
    local pip=("$venv/bin/python" -m pip --disable-pip-version-check)
    if has uv && ! "${pip[@]}" config list 2>/dev/null | grep '[.]index-url=' >/dev/null &&
        uv pip install --quiet --python "$venv/bin/python" "$@" 2>/dev/null; then
        return
    fi
    "${pip[@]}" --quiet install --use-pep517 --no-compile "$@" ||
        stop "pip could not install what make $purpose needs, see above; does it reach its index?"
}

case $purpose in
run) requirements=requirements.txt ;;
test) requirements=requirements-test.txt ;;
lock) requirements= ;;
*) stop "usage: scripts/set_up.sh run|test|lock" ;;
esac

look
((${#packages[@]} == 0)) || install_system_packages
[ "$purpose" != run ] || wish_for look_for_pictures Pictures
[ "$purpose" != test ] || wish_for look_for_virtuoso "Some tests"
make_environment
if [ "$purpose" = lock ]; then
    install 'uv>=0.13,<0.14'
    exit
fi
echo "Installing what make $purpose needs into $venv (a minute or so at the first time)"
install --require-hashes --no-deps -r "$requirements" # the file names all
install --no-deps --no-build-isolation -e .
# Some packages warn while they are compiled, and the tests take every warning for an error.
[ "$purpose" = run ] || "$venv/bin/python" -W ignore -m compileall -qq -j 0 "$venv/lib" || true
