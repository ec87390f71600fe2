"""What holds of the repository as a whole: its lock, its sizes, its promises."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

import graph.cli

ROOT = Path(__file__).parent.parent
LOCKS = ("requirements.txt", "requirements-test.txt")
MODULES = 300
"""Lines that a module may have: what does one thing is read in one sitting."""

# Written so that this file does not hold the words themselves.
FORBIDDEN = re.compile(
    r"[p]ypi[.]org|[p]ythonhosted|[n]pmjs[.]org|[d]eb[.]debian"
    r"|(?:^|[^a-z.\w])/(?:[w]ork|[f]arm|[t]mp|[o]pt)/|\b[i]ssue #?\d",
    re.IGNORECASE,
)


@cache
def tracked(suffix: str = "") -> list[Path]:
    """Files under version control that are there, sorted."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout
    paths = (ROOT / name for name in sorted(listed.decode().split("\0")) if name.endswith(suffix))
    return [path for path in paths if path.is_file()]


def locked(name: str) -> dict[str, str]:
    """Packages of a lock file with their versions."""
    return dict(re.findall(r"^([\w.-]+)==([^\s;]+)", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE))


def project() -> dict[str, object]:
    """The project table of pyproject.toml."""
    table = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert isinstance(table, dict)
    return table


def package(requirement: str) -> str:
    """The name of the package that a requirement asks for, as lock files spell it."""
    match = re.match(r"[\w.-]+", requirement)
    assert match
    return re.sub(r"[-_.]+", "-", match.group()).lower()


def core() -> set[str]:
    """Packages that a plain install brings by name."""
    required = project()["dependencies"]
    assert isinstance(required, list)
    return {package(one) for one in required}


def extras() -> dict[str, set[str]]:
    """Packages of each extra."""
    optional = project()["optional-dependencies"]
    assert isinstance(optional, dict)
    return {name: {package(one) for one in requirements} for name, requirements in optional.items()}


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_file_names_no_address(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert not re.search(r"://|--(?:extra-)?index-url|--find-links|-e |@", text)


@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_package_has_a_hash(name: str) -> None:
    entries = re.split(r"\n(?=[\w-]+==)", (ROOT / name).read_text(encoding="utf-8"))[1:]
    assert len(entries) >= 50
    assert not [entry for entry in entries if "--hash=sha256:" not in entry]


def test_the_lock_files_hold_every_dependency_of_the_project() -> None:
    for_running = core().union(*(packages for name, packages in extras().items() if name != "test"))
    assert not for_running - locked("requirements.txt").keys()
    assert not extras()["test"] - locked("requirements-test.txt").keys()


def test_running_and_testing_take_the_same_versions() -> None:
    assert locked("requirements.txt").items() <= locked("requirements-test.txt").items()


def test_the_core_installs_without_the_packages_of_the_app() -> None:
    assert core().isdisjoint(set().union(*extras().values()))


def test_the_command_line_works_without_the_extras(tmp_path: Path) -> None:
    program = """
import sys
blocked = set(sys.argv.pop(1).split())
class Blocker:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in blocked:
            raise ModuleNotFoundError(name)
sys.meta_path.insert(0, Blocker())
import graph, graph.cli
graph.cli.main()
"""
    optional = set().union(*extras().values())
    blocked = {name for name, found in packages_distributions().items() if {package(one) for one in found} & optional}
    assert {"streamlit", "pandas", "IPython", "starlette"} <= blocked
    for arguments in (["build", str(ROOT / "corpus"), "-o", "policy.ttl"], ["summary", "policy.ttl"]):
        command = [sys.executable, "-c", program, " ".join(blocked), *arguments]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
        assert done.returncode == 0, done.stderr
        assert done.stdout


EXTRA_MODULES = {"graph/corpus/cluster.py": "cluster", "graph/magic.py": "notebook", "graph/server/": "server"}
"""Modules of the core's rooms that need an extra; nothing of the core imports them before they are asked for."""


@pytest.mark.parametrize("room", ["extract", "graph"])
def test_a_room_imports_only_what_its_install_brings(room: str) -> None:
    own = {"extract", "graph", "__future__"} | set(sys.stdlib_module_names)
    distributions = packages_distributions()
    missing = []
    for path in sorted((ROOT / room).rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        extra = next((extras()[extra] for start, extra in EXTRA_MODULES.items() if name.startswith(start)), set())
        for module in {one.split(".")[0] for node in _body(path) for one in _names(node)} - own:
            if not {package(one) for one in distributions.get(module, [module])} & (core() | extra):
                missing.append(f"{name}: {module}")
    assert not missing


def _body(path: Path) -> list[ast.stmt]:
    return ast.parse(path.read_text(encoding="utf-8")).body


def _names(node: ast.stmt) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module] if isinstance(node, ast.ImportFrom) and node.module and not node.level else []


def test_extract_knows_no_rdf_no_network_and_no_screen() -> None:
    foreign = re.compile(
        r"^\s*(?:from|import) "
        r"(?:graph|views|rdflib|pyoxigraph|oxrdflib|requests|urllib[.]request|socket|http|streamlit|typer)\b",
        re.MULTILINE,
    )
    assert not [path for path in (ROOT / "extract").rglob("*.py") if foreign.search(path.read_text(encoding="utf-8"))]


def test_a_module_is_read_in_one_sitting() -> None:
    modules = [path for folder in ("extract", "graph", "views", "scripts") for path in (ROOT / folder).rglob("*.py")]
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in modules}
    assert not {path: length for path, length in lengths.items() if length > 250}


def test_no_tracked_file_names_a_registry_or_a_path_of_a_machine() -> None:
    found = []
    for path in tracked():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        found += [f"{path.relative_to(ROOT)}: {match.group()}" for match in FORBIDDEN.finditer(text)]
    assert not found


def test_every_module_is_read_in_one_sitting() -> None:
    sizes = {str(path.relative_to(ROOT)): path.read_text(encoding="utf-8").count("\n") for path in tracked(".py")}
    assert len(sizes) > 20
    assert not {name: size for name, size in sizes.items() if size > MODULES}


def test_the_changelog_has_a_section_for_what_is_not_released() -> None:
    assert re.search(
        r"^## Unreleased$\n\n### \w+\n- ", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE
    )


def test_every_link_from_a_page_to_a_file_leads_somewhere() -> None:
    links = [
        (path, link)
        for path in tracked(".md")
        for link in re.findall(r"\]\((?!\w+:)([^)#\s]+)", path.read_text(encoding="utf-8"))
    ]
    assert len(links) > 10
    assert not [f"{path.relative_to(ROOT)}: {link}" for path, link in links if not (path.parent / link).exists()]


def test_each_make_target_that_a_page_promises_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    pages = [path.read_text(encoding="utf-8") for path in tracked(".md")] + [(ROOT / "README.md").read_text("utf-8")]
    promised = {name for page in pages for name in re.findall(r"(?:`|^|^ {4})make ([a-z]+)", page, re.MULTILINE)}
    assert {"run", "test", "bench", "lock", "scores"} <= promised
    assert not promised - targets


def test_every_locked_package_has_a_licence_that_was_looked_at() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "scripts.audit"], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout
    assert {line.split()[0] for line in done.stdout.splitlines()} == locked("requirements.txt").keys()


def test_every_command_line_verb_has_its_help_in_one_line() -> None:
    helps = {
        command.callback.__name__: command.callback.__doc__
        for command in graph.cli.app.registered_commands
        if command.callback
    }
    assert {"build", "check", "summary"} <= helps.keys()
    assert not {name for name, text in helps.items() if not text or not text.splitlines()[0].endswith(".")}


HAN = re.compile(r"[\u4e00-\u9fff]")
MOST_WORDS = 6
"""So many Chinese words a literal of the code may hold; more are a list, whose place is a file of the lexicon."""


def test_no_list_of_chinese_words_stands_in_code() -> None:
    found = []
    for path in sorted((ROOT / "extract").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        pages = {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if not isinstance(node, ast.expr) or node in pages:
                continue
            count = sum(HAN.search(one) is not None for one in _alternatives(node))
            if count > MOST_WORDS:
                found.append(f"{path.relative_to(ROOT)}, line {node.lineno}: {count} words")
    assert not found


def _alternatives(node: ast.expr) -> list[str]:
    """What a literal has several of: the members of a collection, or what stands between the bars of a text."""
    match node:
        case ast.Tuple(elts=members) | ast.List(elts=members) | ast.Set(elts=members):
            return [_text(member) for member in members]
        case ast.Dict(keys=keys):
            return [_text(key) for key in keys if key is not None]
        case ast.JoinedStr(values=parts):
            return "".join(map(_text, parts)).split("|")
        case _:
            written = _text(node).split("|")
            return written if len(written) > 1 else []


def _text(node: ast.expr) -> str:
    """The text of a string; empty for everything else."""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


GRAMMAR = sorted(path for path in (ROOT / "extract" / "grammar").glob("*.py") if path.name != "__init__.py")


def test_every_construction_has_its_module() -> None:
    assert len(GRAMMAR) == 71


@pytest.mark.parametrize("path", GRAMMAR, ids=lambda path: path.stem)
def test_a_grammar_rule_quotes_its_pattern_and_shows_what_it_accepts_and_refuses(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    page = ast.get_docstring(ast.parse(text)) or ""
    pattern, accepted, refused = [*re.split(r"\n(?:Accepted|Refused)[^:\n]*: ", page), "", ""][:3]
    assert re.search(r"[\u4e00-\u9fff]", pattern + accepted), "a quote of the genre"
    assert accepted.strip(), "what is accepted"
    assert refused.strip(), "what must be refused"
    assert text.count(">>> ") >= 2, "a doctest for what is accepted and one for what is refused"


def test_every_package_that_runs_beside_our_own_code_is_told_with_what_holds_it() -> None:
    page = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    optional = project["optional-dependencies"]
    wanted = [*project["dependencies"], *optional["app"], *optional["server"], *optional["notebook"]]
    names = [re.split(r"[<>=]", one)[0] for one in wanted]
    assert [name for name in names if f"`{name}`" not in page] == []
    held = re.findall(r"`(tests/[a-z_/.]+)`", page)
    assert held
    assert [path for path in held if not (ROOT / path).exists()] == []


def test_opening_a_network_picture_does_not_import_what_only_a_saved_page_needs() -> None:
    code = "import sys, views.parts.network.view; print('pyvis' in sys.modules, 'IPython' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]
