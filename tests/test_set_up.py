"""What sets a fresh clone up, and what it says where it cannot."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import tomllib
import urllib.request
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SET_UP = ROOT / "scripts" / "set_up.sh"
TOOLS = ("basename", "bash", "cat", "dirname", "grep", "id", "mktemp", "rm", "tail", "uname")
"""What the script itself calls."""


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """Return a folder with the script of a clone, whose ``bin`` has nothing but what the script itself calls."""
    (tmp_path / "scripts").mkdir()
    (tmp_path / "scripts" / SET_UP.name).symlink_to(SET_UP)
    (tmp_path / "bin").mkdir()
    for name in TOOLS:
        found = shutil.which(name)
        assert found
        (tmp_path / "bin" / name).symlink_to(found)
    return tmp_path


def program(folder: Path, name: str, script: str) -> None:
    """Write a program that stands for one of the system."""
    path = folder / "bin" / name
    path.write_text(f"#!{shutil.which('bash')}\n{script}\n", encoding="utf-8")
    path.chmod(0o755)


def python(folder: Path) -> None:
    """Put this Python where the script looks for one, with nothing to make or fill a virtual environment."""
    program(
        folder,
        "python3",
        f'case "$*" in "-m venv"*) echo No room >&2; exit 1 ;; *venv*) ;; *) exec "{sys.executable}" "$@" ;; esac',
    )


def set_up(folder: Path, purpose: str, **environment: str) -> tuple[int, str, str]:
    """Return exit code, standard output and standard error of the script, where only ``bin`` is there."""
    variables = {"PATH": str(folder / "bin"), "HOME": str(folder), "LC_ALL": "C.UTF-8"} | environment
    bash = shutil.which("bash")
    assert bash
    done = subprocess.run(
        [bash, str(folder / "scripts" / SET_UP.name), purpose],
        env=variables,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


def test_without_a_package_manager_one_line_says_what_to_install(clone: Path) -> None:
    python(clone)
    code, out, err = set_up(clone, "test")
    assert (code, out) == (2, "")
    assert re.fullmatch(
        r"policygraph: needs Graphviz(, the font Noto Sans CJK)?, git, curl, a Java runtime, Chromium, LibreOffice, "
        r"LibreOffice Writer(, libatomic)?; install this, then call make test again\n",
        err,
    )
    assert not (clone / ".venv").exists(), "nothing was begun"


def test_the_package_manager_is_asked_once_for_all_that_is_missing(clone: Path) -> None:
    program(clone, "apt-get", f'echo "$*" >>"{clone}/asked"')
    program(clone, "sudo", '[ "$1" != -n ] || shift; exec "$@"')
    program(clone, "env", 'shift; exec "$@"')
    python(clone)
    code, _, err = set_up(clone, "test")
    asked = (clone / "asked").read_text(encoding="utf-8").splitlines()
    assert len(asked) == 2
    assert asked[0] == "-qq update"
    assert {"git", "curl", "default-jre-headless", "chromium-headless-shell"} <= set(asked[1].split())
    assert code == 2, "the packages did not come"
    assert err.startswith("policygraph: needs Graphviz")
    assert "install this with: apt-get install graphviz" in err
    assert err.count("\n") == 1


def test_what_the_package_manager_says_of_its_failure_is_in_the_line(clone: Path) -> None:
    program(clone, "apt-get", 'echo "E: Unable to locate package $1" >&2; exit 100')
    program(clone, "sudo", '[ "$1" != -n ] || shift; exec "$@"')
    program(clone, "env", 'shift; exec "$@"')
    python(clone)
    code, _, err = set_up(clone, "test")
    assert code == 2
    assert err.endswith("(tried: E: Unable to locate package -qq)\n")
    assert err.count("\n") == 1


def test_make_run_asks_for_no_browser_or_java_and_goes_on_without_what_draws_pictures(clone: Path) -> None:
    python(clone)
    code, out, err = set_up(clone, "run")
    assert code == 2
    told, making = out.splitlines()
    assert told.startswith("Pictures will need Graphviz")
    assert "apt-get install graphviz" in told
    assert making == "Making the virtual environment .venv"
    assert err == "policygraph: python3 cannot make the virtual environment .venv: No room\n"


@pytest.mark.parametrize("old", [None, "exit 1"])
def test_without_a_python_that_is_new_enough_one_line_says_so(clone: Path, old: str | None) -> None:
    if old:
        program(clone, "python3", old)
    code, _, err = set_up(clone, "run")
    assert code == 2
    assert err == ("policygraph: needs Python 3.11 or newer, its module venv; install this, then call make run again\n")


def test_a_python_that_was_named_and_is_too_old_is_told(clone: Path) -> None:
    program(clone, "old-python", "exit 1")
    code, _, err = set_up(clone, "run", PYTHON="old-python")
    assert code == 2
    assert err.startswith("policygraph: old-python is no Python 3.11 or newer;")
    assert err.count("\n") == 1


def test_an_unknown_purpose_is_one_line_and_exit_code_2(clone: Path) -> None:
    assert set_up(clone, "walk") == (2, "", "policygraph: usage: scripts/set_up.sh run|test|lock\n")


def environment_that_installs(clone: Path, uv: str, pip_settings: str = "") -> list[str]:
    """Return what was asked of uv and of pip by ``set_up.sh run`` in an environment that is there."""
    python(clone)
    programs = clone / ".venv" / "bin"
    programs.mkdir(parents=True)
    said = clone / "said"
    program(clone, "uv", f'echo "uv $*" >>"{said}"; {uv}')
    pip = f'case "$*" in *"config list") echo "{pip_settings}" ;; *" install "*) echo "pip $*" >>"{said}" ;; esac'
    program(clone, "pip-python", pip)
    (clone / "bin" / "pip-python").rename(programs / "python")
    code, _, err = set_up(clone, "run")
    assert (code, err) == (0, "")
    return said.read_text(encoding="utf-8").splitlines()


def test_uv_installs_where_it_is_there_and_holds_to_the_hashes(clone: Path) -> None:
    first, second = environment_that_installs(clone, "exit 0")
    assert first.startswith("uv pip install ")
    assert first.endswith("--require-hashes --no-deps -r requirements.txt")
    assert second.startswith("uv pip install ")


def test_pip_takes_over_without_a_word_where_uv_fails(clone: Path) -> None:
    said = environment_that_installs(clone, "echo refused >&2; exit 1")
    assert [line.split()[0] for line in said] == ["uv", "pip", "uv", "pip"]
    assert "--require-hashes" in said[1]


def test_pip_installs_where_its_settings_name_an_index(clone: Path) -> None:
    said = environment_that_installs(clone, "exit 0", "global.index-url='https://mirror.example/simple'")
    assert [line.split()[0] for line in said] == ["pip", "pip"]


def test_ci_calls_make_test_and_nothing_else() -> None:
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    calls = [line for line in lines if line and not line.startswith(("#", "set ", "cd ", "export "))]
    assert calls == ["make test"]


def test_make_help_lists_every_command() -> None:
    said = subprocess.run(
        ["make", "--no-print-directory", "help"], cwd=ROOT, check=True, capture_output=True, encoding="utf-8"
    ).stdout
    phony = re.search(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert phony
    assert [line.split()[0] for line in said.splitlines() if line[:1].isalpha()] == phony.group(1).split()


@pytest.mark.parametrize("display", [None, ":77"])
def test_make_run_prints_the_address_and_goes_on_where_there_is_no_display(tmp_path: Path, display: str | None) -> None:
    for name in ("Makefile", "app.py", "corpus", "extract", "graph", "views", "ontology.ttl", ".streamlit"):
        (tmp_path / name).symlink_to(ROOT / name)
    variables = {
        name: text for name, text in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER")
    }
    if display:  # a name that leads nowhere
        variables["DISPLAY"] = display
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    variables |= {"STREAMLIT_SERVER_PORT": str(port), "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
    # The virtual environment is the one of these tests, whatever its stamps say.
    command = ["make", "--no-print-directory", "-o", f"{sys.prefix}/run.stamp", "run", f"VENV={sys.prefix}"]
    said = tmp_path / "said"
    with said.open("wb") as output:
        running = subprocess.Popen(
            command,
            cwd=tmp_path,
            env=variables,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            process_group=0,
        )
    try:
        assert _answers(f"http://127.0.0.1:{port}/", running), said.read_text(encoding="utf-8")
        assert f"URL: http://127.0.0.1:{port}" in said.read_text(encoding="utf-8")
        assert "共" in said.read_text(encoding="utf-8"), "what the graph holds"
        assert running.poll() is None
    finally:
        os.killpg(running.pid, 15)
        running.wait(timeout=20)


def _answers(address: str, running: subprocess.Popen[bytes]) -> bool:
    for _ in range(600):
        if running.poll() is not None:
            return False
        try:
            with urllib.request.urlopen(address, timeout=5) as reply:
                return b"<title>" in reply.read()
        except OSError:
            time.sleep(0.1)
    return False


def test_pip_installs_the_library_from_a_clone(tmp_path: Path) -> None:
    target = tmp_path / "wheels"
    wheel = [sys.executable, "-m", "pip", "--quiet", "wheel", "--no-index", "--no-deps", "--no-build-isolation"]
    subprocess.run([*wheel, "--wheel-dir", str(target), f"{ROOT}[app]"], check=True, cwd=tmp_path)
    (made,) = target.glob("policygraph-*.whl")
    with zipfile.ZipFile(made) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        metadata = archive.read(name).decode()
    wanted = set(re.findall(r"^Requires-Dist: ([\w.-]+)[^;\n]*$", metadata, re.MULTILINE))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert wanted == {re.split("[<>=]", one)[0] for one in project["dependencies"]}
    extras = set(re.findall(r"^Provides-Extra: (\w+)$", metadata, re.MULTILINE))
    assert {"app", "notebook", "server"} <= extras
