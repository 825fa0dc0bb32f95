#!/usr/bin/env python3
"""Writes lib/html_entities.inc: the named character references of the HTML standard.

The names and their code points are facts of the standard's table
(https://html.spec.whatwg.org/multipage/named-characters.html), which Python carries as
html.entities.html5. Each row is {name without "&" and ";", may lack the ";", code point, second
code point or 0}, sorted by name. Run from the project's root:

    python3 scripts/make_html_entities.py > lib/html_entities.inc
"""

from html.entities import html5


def main():
    print("// Generated: python3 scripts/make_html_entities.py > lib/html_entities.inc")
    print("// clang-format off")
    for name in sorted(name[:-1] for name in html5 if name.endswith(";")):
        points = [ord(c) for c in html5[name + ";"]] + [0]
        bare = name in html5
        assert not bare or html5[name] == html5[name + ";"], name
        print(f'{{"{name}", {str(bare).lower()}, 0x{points[0]:X}, 0x{points[1]:X}}},')


main()
