"""Make extract/lexicon/places.tsv from two published packages.

The packages, to be fetched with their ordinary clients and unpacked into folders of their own:

    npm pack china-division@2.7.0 && tar xzf china-division-2.7.0.tgz      (codes and names; folder `package`)
    pip download --no-deps cpca==0.5.5 && unzip cpca-0.5.5-*.whl -d cpca   (coordinates; folder `cpca`)

Then, from the project's root:

    python scripts/build_gazetteer.py package cpca

Left out: the rows that only hold a code's place (市辖区, 县, 省直辖县级行政区划 …), development zones that statistics
count as counties (codes ending in 71 to 79), cities without counties repeated as their own county (东莞市), and units
that are neither 区, 县, 市 nor 旗.
"""

from __future__ import annotations

import argparse
import csv
import os
import re
from dataclasses import dataclass
from pathlib import Path

from extract.former_names import former_names

ROOT = Path(__file__).resolve().parent.parent
PLACES = ROOT / "extract" / "lexicon" / "places.tsv"
OVERRIDES = ROOT / "scripts" / "place_overrides.tsv"
HEAD = ("code", "level", "official_name", "short_names", "abbreviation", "parent_code", "longitude", "latitude")

PSEUDO_CITIES = frozenset({"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"})
SEPARATE_PROVINCES = frozenset({"710000", "810000", "820000"})
"""台湾, 香港, 澳门: in the table of coordinates, not in the table of codes."""
PEOPLES_WITHOUT_ZU = ("蒙古", "哈萨克", "柯尔克孜", "塔吉克", "锡伯", "维吾尔", "各族")
PROVINCE_SUFFIX = re.compile(r"(?:特别行政区|自治区|省|市)$")
CITY_SUFFIX = re.compile(r"(?:自治州|地区|盟|市)$")
AUTONOMOUS = re.compile("自治(?P<rank>[州县旗])$")
COUNTY_SUFFIX = re.compile(
    r"(?:自治县|自治旗|(?<=神农架)林区|(?<=..)(?:矿区|特区|新区)|县|区|市|(?<![前中后左右合黄白蓝])旗)$"
)


@dataclass(frozen=True)
class Unit:
    """An administrative division before its names are shortened."""

    code: str
    level: str
    name: str
    parent: str


def read_units(division: Path, coordinates: dict[str, tuple[str, str, str]]) -> list[Unit]:
    """Provinces, cities and counties with six-digit codes, each below the nearest real division."""
    tables = {name: read_csv(division / "dist" / f"{name}.csv") for name in ("provinces", "cities", "areas")}
    units = [Unit(row["code"] + "0000", "Province", row["name"], "") for row in tables["provinces"]]
    units += [Unit(code, "Province", coordinates[code][0], "") for code in sorted(SEPARATE_PROVINCES)]
    cities = {row["code"]: row for row in tables["cities"] if row["name"] not in PSEUDO_CITIES}
    units += [Unit(code + "00", "City", row["name"], row["provinceCode"] + "0000") for code, row in cities.items()]
    for row in tables["areas"]:
        if "71" <= row["code"][-2:] <= "79" or row["name"][-1] not in "区县市旗":
            continue
        city = cities.get(row["cityCode"])
        if city and city["name"] == row["name"]:
            continue
        parent = row["cityCode"] + "00" if city else row["provinceCode"] + "0000"
        units.append(Unit(row["code"], "County", row["name"], parent))
    return sorted(units, key=lambda unit: unit.code)


def read_csv(path: Path) -> list[dict[str, str]]:
    """Rows of a comma-separated file with a head."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def read_coordinates(cpca: Path) -> dict[str, tuple[str, str, str]]:
    """Six-digit code → (name, longitude, latitude), in degrees as written."""
    rows = read_csv(next(cpca.rglob("adcodes.csv")))
    return {
        row["adcode"][:6]: (row["name"], row["longitude"], row["latitude"])
        for row in rows
        if row["adcode"].endswith("000000")
    }


def read_overrides() -> dict[str, tuple[str, str]]:
    """Official name → (more short names, abbreviation)."""
    lines = OVERRIDES.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {name: (shorts, abbreviation) for name, shorts, abbreviation in rows}


def peoples_pattern(cpca: Path) -> re.Pattern[str]:
    """One or more names of peoples at the end of a name: 朝鲜族, 土家族苗族, 蒙古."""
    rows = next(cpca.rglob("56_nations.csv")).read_text(encoding="utf-8").split()
    names = sorted({*rows, *PEOPLES_WITHOUT_ZU}, key=lambda name: (-len(name), name))
    return re.compile(f"(?:{'|'.join(names)})+$")


def short_names(unit: Unit, peoples: re.Pattern[str], more: str) -> list[str]:
    """The names that a unit goes by without its suffix; none where a single character would remain."""
    if more == "-":
        return []
    suffix = {"Province": PROVINCE_SUFFIX, "City": CITY_SUFFIX, "County": COUNTY_SUFFIX}[unit.level]
    stem = suffix.sub("", unit.name)
    if "自治" in unit.name or stem.endswith("族"):
        without = peoples.sub("", stem)
        # What bears only its people's name keeps it: 东乡族自治县 is 东乡, 内蒙古 is no 内.
        stem = without if len(without) >= 2 else stem.removesuffix("族")
    names = [stem] if len(stem) >= 2 and stem != unit.name else []
    autonomous = AUTONOMOUS.search(unit.name)
    if autonomous and len(stem) >= 2:
        short = stem + autonomous["rank"]  # 湘西州; not 东乡县, as 东乡区 in 江西 was called
        names += [*([] if borne_by_another(unit.code, short) else [short]), stem + autonomous.group()]
    return list(dict.fromkeys([*names, *filter(None, more.split("|"))]))


def borne_by_another(code: str, name: str) -> bool:
    """Whether another unit once bore a name."""
    return any(one.name == name for other, names in former_names().items() if other != code for one in names)


def find_coordinates(unit: Unit, coordinates: dict[str, tuple[str, str, str]]) -> tuple[str, str]:
    """Longitude and latitude of a unit; one whose code or rank changed is found by its stem in the same province."""
    if unit.code in coordinates:
        return coordinates[unit.code][1:]
    stem = re.sub(r"(?:地区|市|县|区)$", "", unit.name)
    same = [
        entry
        for code, entry in sorted(coordinates.items())
        if code[:2] == unit.code[:2] and re.sub(r"(?:地区|市|县|区)$", "", entry[0]) == stem
        if code.endswith("00") == unit.code.endswith("00")
    ]
    return same[0][1:] if len(same) == 1 else ("", "")


def build_rows(division: Path, cpca: Path) -> list[tuple[str, ...]]:
    """Rows of places.tsv in the order of their codes."""
    coordinates, overrides, peoples = read_coordinates(cpca), read_overrides(), peoples_pattern(cpca)
    units = read_units(division, coordinates)
    unknown = set(overrides) - {unit.name for unit in units}
    if unknown:
        raise SystemExit(f"{OVERRIDES.name}: no such place: {', '.join(sorted(unknown))}")
    rows: list[tuple[str, ...]] = []
    for unit in units:
        more, abbreviation = overrides.get(unit.name, ("", ""))
        names = "|".join(short_names(unit, peoples, more))
        longitude, latitude = find_coordinates(unit, coordinates)
        rows.append((unit.code, unit.level, unit.name, names, abbreviation, unit.parent, longitude, latitude))
    return rows


def main() -> None:
    """Write places.tsv beside itself, then rename."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("division", type=Path, help="folder of the unpacked china-division package")
    parser.add_argument("cpca", type=Path, help="folder of the unpacked cpca wheel")
    arguments = parser.parse_args()
    rows = build_rows(arguments.division, arguments.cpca)
    beside = PLACES.with_suffix(".new")
    beside.write_text("".join("\t".join(row) + "\n" for row in [HEAD, *rows]), encoding="utf-8", newline="\n")
    os.replace(beside, PLACES)
    print(f"{len(rows)} places in {PLACES.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
