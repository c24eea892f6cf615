"""Works the measures of a round out once more, by another way than the app, in exact fractions.

Usage: measures.py ANSWERS, where ANSWERS is answers.json beside this file: the raw answers of the sample's second round.
The measures go to standard output; measures.json beside this file keeps them. `cargo xtask check` runs this where there is
a Python 3, and tests/independent.rs holds every figure of the app against measures.json. Only the standard library is used.
"""

import json
import math
import statistics
import sys
from fractions import Fraction


def is_asked(statement, group, above):
    """Whether a statement is put to somebody of this staff group; who named none is asked everything."""
    audience = statement["audience"]
    return not audience or group is None or group in audience or above.get(group) in audience


def measures(statements, people, above):
    """All measures of some people's answers to some statements."""
    own = []
    count = {answer: 0 for answer in "12345dn."}
    for person in people:
        scores = []
        for at, statement in statements:
            if not is_asked(statement, person["staff_group"], above):
                continue
            answer = person["answers"][at]
            count[answer] += 1
            if answer in "12345":
                scores.append(int(answer))
        if scores:
            own.append(Fraction(sum(scores), len(scores)))
    over = [mean for mean in own if mean > 3]
    nearest = [0] * 5
    for mean in own:
        nearest[min(5, math.floor(mean + Fraction(1, 2))) - 1] += 1
    return {
        "people": len(own),
        "mean": float(sum(own) / len(own)) if own else None,
        "median": float(statistics.median(own)) if own else None,
        "above_midpoint": len(over),
        "share_above_midpoint": float(Fraction(len(over), len(own))) if own else None,
        "distribution": nearest,
        "spread": [count[score] for score in "12345"],
        "dont_know": count["d"],
        "not_applicable": count["n"],
        "not_answered": count["."],
    }


def by_theme(statements, people, above):
    themes = {}
    for at, statement in statements:
        themes.setdefault(statement["theme"], []).append((at, statement))
    return {theme: measures(some, people, above) for theme, some in sorted(themes.items())}


def rate(received, expected):
    return float(Fraction(received, expected)) if expected else None


def main(path):
    with open(path, encoding="utf-8") as file:
        data = json.load(file)
    people, above, expected = data["people"], data["within"], data["expected"]
    statements = list(enumerate(data["statements"]))

    def group(some, members):
        return {"responses": len(members), "themes": by_theme(some, members, above)}

    def of_sector(sector):
        return [person for person in people if person["sector"] == sector]

    def of_staff_group(name):
        return [person for person in people if name in (person["staff_group"], above.get(person["staff_group"]))]

    sectors = sorted({person["sector"] for person in people if person["sector"]})
    perspectives = sorted({statement["perspective"] for _, statement in statements if statement["perspective"]})
    received = sum(len(of_sector(sector)) for sector in expected)
    result = {
        "everybody": group(statements, people),
        "sectors": {sector: group(statements, of_sector(sector)) for sector in sectors},
        "staff_groups": {name: group(statements, of_staff_group(name)) for name in sorted(above)},
        "perspectives": {
            name: group([(at, one) for at, one in statements if one["perspective"] == name], people) for name in perspectives
        },
        "response_rates": {sector: rate(len(of_sector(sector)), number) for sector, number in sorted(expected.items())},
        "response_rate": rate(received, sum(expected.values())),
    }
    json.dump(result, sys.stdout, indent=1, sort_keys=True)
    sys.stdout.write("\n")


main(sys.argv[1])
