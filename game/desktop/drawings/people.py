"""The characters that scenarios know by name, and the one who stands in for a name that nobody knows."""

from typing import Final

from game.desktop.drawings.person import Face, Person

_ROSE, _BERRY, _CORAL = "#c8565f", "#a83f52", "#d56a5c"

PEOPLE: Final[dict[str, Person]] = {
    "young-man": Person(
        "#d9a074", "#33241f", "tousled", "hoodie", ("#5b8c85", "#3f655f", "#f4ead8"), Face(88, 64, 338, 25, brow=9)
    ),
    "young-woman": Person(
        "#f7d3b5",
        "#4a2f27",
        "long",
        "knit",
        ("#e7b65c", "#d59f44", "#f3d592"),
        Face(86, 58, 334, 21, eye=1.1, brow=6, lash=5, winged=True, lips=_CORAL),
        0.86,
    ),
    "man": Person(
        "#e8b68c",
        "#2c2426",
        "crop",
        "shirt",
        ("#4f6d8f", "#efe6da", "#f4ead8"),
        Face(93, 74, 342, 32, brow=10, folds=0.3),
        1.02,
        ("stubble",),
    ),
    "woman": Person(
        "#f0c6a0",
        "#3b2a2a",
        "bob",
        "cardigan",
        ("#8c5a6b", "#f6e9dc", "#e8c27a"),
        Face(89, 63, 336, 25, eye=1.03, brow=6.5, lash=4.8, winged=True, lips=_ROSE, folds=0.15),
        0.9,
    ),
    "businessman": Person(
        "#ecbf98",
        "#262228",
        "side-part",
        "suit",
        ("#3b4a63", "#f6f1ea", "#a9443c"),
        Face(90, 69, 340, 30, brow=9, folds=0.25),
        1.02,
    ),
    "businesswoman": Person(
        "#e3ad83",
        "#5a3524",
        "waves",
        "blazer",
        ("#3f4f5c", "#f5ece0", "#dba441"),
        Face(87, 60, 336, 23, eye=1.05, brow=7, lash=5, winged=True, lips=_BERRY),
        0.9,
        ("hoops",),
    ),
    "aunt": Person(
        "#e9b88f",
        "#4b3230",
        "perm",
        "cardigan",
        ("#c2544a", "#f3dfbf", "#f0c764"),
        Face(94, 76, 338, 32, brow=6.5, lash=4.6, lips="#c4505a", folds=0.5),
        0.98,
        ("pearls",),
    ),
    "uncle": Person(
        "#c98f66",
        "#6b6566",
        "receding",
        "work",
        ("#3f5f86", "#c9b79b", "#f2c94c"),
        Face(94, 77, 343, 34, brow=11, folds=0.65),
        1.03,
        ("moustache",),
    ),
    "grandmother": Person(
        "#f1cbaa",
        "#d9d5d2",
        "grey-bun",
        "padded",
        ("#7a4f6d", "#c98a6b", "#e9d6b8"),
        Face(92, 72, 335, 29, eye=0.95, brow=5.5, lash=4, lips="#c9726b", full=0.8, folds=1.0),
        0.92,
        ("round_glasses",),
    ),
    "grandfather": Person(
        "#e2b08a",
        "#e6e1da",
        "bald",
        "padded",
        ("#4d5f55", "#8a6f55", "#d8c6a2"),
        Face(92, 72, 342, 30, eye=0.94, brow=11, lash=4, full=0.8, folds=1.0),
        0.98,
        ("beard", "moustache"),
    ),
    "mother": Person(
        "#f3cba8",
        "#3a2723",
        "side-tail",
        "knit",
        ("#6f8fa6", "#5c7b92", "#dfe7ea"),
        Face(88, 61, 335, 23, eye=1.05, brow=6.2, lash=4.8, winged=True, lips=_ROSE),
        0.88,
    ),
    "father": Person(
        "#e0ab80",
        "#2b2322",
        "quiff",
        "polo",
        ("#5f7f5b", "#f1e8d8", "#35503a"),
        Face(91, 70, 340, 29, brow=9.5, folds=0.15),
        1.0,
        ("dark_glasses",),
    ),
    "student-girl": Person(
        "#f5cfae",
        "#3a2723",
        "ponytail",
        "school",
        ("#2f6690", "#f4f1ea", "#e2725b"),
        Face(88, 58, 326, 21, eye=1.18, brow=6, lash=4.6, winged=True),
        0.8,
        ("hair_tie",),
    ),
    "student-boy": Person(
        "#b97a52",
        "#231b1c",
        "boyish",
        "school",
        ("#2f6690", "#f4f1ea", "#e8b04b"),
        Face(88, 60, 328, 23, eye=1.14, brow=8, lash=4),
        0.84,
    ),
    "staff": Person(
        "#8d5a3c",
        "#211a1d",
        "neat-bun",
        "uniform",
        ("#2f5d62", "#d9733f", "#e9c46a"),
        Face(87, 60, 335, 23, eye=1.06, brow=6.8, lash=4.8, winged=True, lips="#a8434a", full=1.2),
        0.9,
        ("headset",),
        iris="#2c1d1a",
    ),
}
"""The drawn characters, in the order of the scenarios' word list."""

ANYBODY: Final = Person(
    "#dcb596", "#5f5868", "plain", "knit", ("#9a94a6", "#857f93", "#bcb6c6"),
    Face(89, 64, 337, 26, brow=7.5, lash=4.4), 0.94,
)  # fmt: skip
"""The neutral character: of no certain age or sex, in quiet colours."""
