#!/usr/bin/python3
"""Draws the formulas of lessons: tools/formulas.py [--check] [FOLDER...], by default every folder of resources/lessons.

Every $...$ and $$...$$ of zh.md and en.md becomes formulas/<first 12 hex digits of its SHA-256>.svg, as paths and not as
text, so that no font is needed. The units are hundredths of the text's size and the baseline is y = 0, so the viewBox says how far
a formula rises above and falls below the line. Pictures that no formula names are removed. Needs Debian's
python3-matplotlib. With --check nothing is written; the status is 1 if anything would be.
"""

import hashlib
import pathlib
import sys

LANGUAGES = ("zh", "en")
FAMILY = "stix"  # upright and italic as in a printed book; matplotlib brings it


def formulas_in(text):
    """As core/lesson/markdown.cpp reads them: a backslash and code hide dollars."""
    at = 0
    while at < len(text):
        if text[at] == "\\":
            at += 2
        elif text[at] == "`":
            end = text.find("`", at + 1)
            at = at + 1 if end < 0 else end + 1
        elif text[at] == "$":
            mark = "$$" if text.startswith("$$", at) else "$"
            end = text.find(mark, at + len(mark))
            tex = "" if end < 0 else text[at + len(mark):end].strip(" \t\r\n")
            if not tex or "\n\n" in tex:
                at += len(mark)
            else:
                yield tex
                at = end + len(mark)
        else:
            at += 1


def name_of(tex):
    return hashlib.sha256(tex.encode()).hexdigest()[:12] + ".svg"


def number(value):
    text = f"{value:.1f}".rstrip("0").rstrip(".")
    return "0" if text in ("", "-0") else text


def path_data(vertices, codes):
    counts, letters = {1: 1, 2: 1, 3: 2, 4: 3}, {1: "M", 2: "L", 3: "Q", 4: "C"}
    parts, i = [], 0
    while i < len(codes):
        code = int(codes[i])
        if code == 79:
            parts.append("Z")
            i += 1
            continue
        points = vertices[i:i + counts[code]]
        parts.append(letters[code] + " ".join(f"{number(x)} {number(-y)}" for x, y in points))  # SVG's y goes down
        i += counts[code]
    return "".join(parts)


def svg_of(tex):
    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import TextPath, TextToPath

    prop = FontProperties(family="STIXGeneral", math_fontfamily=FAMILY)
    line = "$" + " ".join(tex.split()) + "$"
    width, height, depth = TextToPath().get_text_width_height_descent(line, prop, ismath=True)
    path = TextPath((0, 0), line, size=TextToPath.FONT_SCALE, prop=prop)
    scale = TextToPath.FONT_SCALE / prop.get_size_in_points()
    width, height, depth = width * scale, height * scale, depth * scale
    low, high = path.get_extents().min, path.get_extents().max
    top, bottom, right = max(height - depth, high[1]) + 2, max(depth, -low[1]) + 2, max(width, high[0]) + 2
    left = min(0, low[0]) - 2
    box = " ".join(number(v) for v in (left, -top, right - left, top + bottom))
    return (f'<svg xmlns="http://www.w3.org/2000/svg" width="{number((right - left) / 5)}" height="{number((top + bottom) / 5)}" viewBox="{box}">'
            f'<path d="{path_data(path.vertices, path.codes)}"/></svg>\n')


def wanted(folder):
    found = {}
    for language in LANGUAGES:
        file = folder / f"{language}.md"
        if file.exists():
            for tex in formulas_in(file.read_text(encoding="utf-8")):
                found[name_of(tex)] = tex
    return found


def update(folder, check):
    pictures, place = wanted(folder), folder / "formulas"
    there = {file.name for file in place.glob("*.svg")}
    changes = sorted(pictures.keys() - there) + sorted(there - pictures.keys())
    for name in changes:
        print(f"{folder.name}/formulas/{name}", pictures.get(name, "(removed)"))
    if check:
        return len(changes)
    for name in there - pictures.keys():
        (place / name).unlink()
    for name in pictures.keys() - there:
        place.mkdir(exist_ok=True)
        try:
            (place / name).write_text(svg_of(pictures[name]), encoding="utf-8")
        except ValueError as error:
            sys.exit(f"{folder.name}: “{pictures[name]}” cannot be drawn: {error}")
    return 0


def main(arguments):
    check = "--check" in arguments
    folders = [pathlib.Path(a) for a in arguments if not a.startswith("-")]
    lessons = pathlib.Path(__file__).resolve().parent.parent / "resources" / "lessons"
    folders = folders or sorted(f for f in lessons.iterdir() if f.is_dir())
    return 1 if sum(update(folder, check) for folder in folders) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
