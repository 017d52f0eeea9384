"""Neck, shoulders and what is worn on them, drawn for shoulders of breadth 1."""

from collections.abc import Callable
from typing import Final

from game.desktop.drawings.colour import mixed, shade, shine, skin_shade
from game.desktop.drawings.shapes import box, circle, line, path

Cloth = tuple[str, str, str]

BODY: Final = "M34 516 C38 454 70 426 128 410 L208 382 C226 402 286 402 304 382 L384 410 C442 426 474 454 478 516Z"
_LEFT: Final = "M34 516 C38 454 70 426 128 410 L208 382 L232 420 L246 516Z"
_RIGHT: Final = "M478 516 C474 454 442 426 384 410 L304 382 L280 420 L266 516Z"
_ARMS: Final = "M112 516 C110 484 112 468 120 452 M400 516 C402 484 400 468 392 452"


def neck(skin: str) -> str:
    """Return neck and chest, with the shadow of the chin."""
    column = "M214 286 L214 366 C214 384 198 392 176 400 L256 500 L336 400 C314 392 298 384 298 366 L298 286Z"
    under = "M214 352 C222 382 240 400 262 400 C282 400 294 386 298 366 L298 300 L214 300Z"
    return path(column, skin) + path(under, skin_shade(skin))


def suit(cloth: Cloth) -> str:
    """Return jacket, shirt and tie."""
    jacket, shirt, tie = cloth
    drawn = _shirt_front(shirt) + path("M243 414 L256 424 L269 414 L274 434 L256 446 L238 434Z", shade(tie))
    drawn += path("M246 440 L256 446 L266 440 L280 516 L232 516Z", tie)
    drawn += path(_LEFT, jacket) + path(_RIGHT, shade(jacket))
    return drawn + _lapels(shine(jacket), jacket) + _collar(shirt) + line(_ARMS, shade(shade(jacket)), 3, 0.6)


def blazer(cloth: Cloth) -> str:
    """Return a jacket without collar points over a soft blouse, and a small brooch."""
    jacket, blouse, brooch = cloth
    drawn = path("M196 386 L256 486 L316 386 C330 440 300 516 256 516 C212 516 182 440 196 386Z", blouse)
    drawn += line("M236 452 C246 466 252 484 254 512 M276 452 C268 468 262 484 260 512", shade(blouse), 3, 0.7)
    drawn += path(_LEFT, jacket) + path(_RIGHT, shade(jacket)) + _lapels(shine(jacket), jacket)
    return (
        drawn
        + circle(176, 462, 8, brooch)
        + circle(174, 460, 3, shine(shine(brooch)))
        + line(_ARMS, shade(shade(jacket)), 3, 0.5)
    )


def knit(cloth: Cloth) -> str:
    """Return a jumper with a ribbed neck."""
    wool, rib, band = cloth
    drawn = path(BODY, wool) + path(
        "M304 382 L384 410 C442 426 474 454 478 516 L388 516 C396 470 360 420 304 382Z", shade(wool), 0.6
    )
    drawn += path("M200 380 C206 424 306 424 312 380 L326 388 C322 448 190 448 186 388Z", rib)
    ribs = "M202 398 L194 404 M216 412 L210 420 M238 420 L235 430 M262 422 L262 432 M284 417 L288 426 M302 404 L309 410"
    drawn += line(ribs, shade(rib), 2.5, 0.8)
    drawn += path("M46 476 C120 492 392 492 466 476 L472 494 C392 508 120 508 40 494Z", band)
    return drawn + line(_ARMS, shade(wool), 3, 0.8)


def hoodie(cloth: Cloth) -> str:
    """Return a hooded top with strings."""
    main, lining, string = cloth
    drawn = path(
        "M176 400 C166 362 196 344 220 352 L292 352 C316 344 346 362 336 400 C320 440 192 440 176 400Z", shade(main)
    )
    drawn += neck_hole(lining) + path(BODY, main)
    hood = "M208 378 C216 418 240 438 256 444 C272 438 296 418 304 378 L340 392 C332 440 292 480 256 488"
    drawn += path(f"{hood} C220 480 180 440 172 392Z", mixed(main, shade(main), 0.5))
    drawn += line("M208 378 C216 418 240 438 256 444 C272 438 296 418 304 378", shine(main), 5, 0.7)
    drawn += line("M232 436 C228 462 230 478 228 496 M280 436 C284 460 282 474 285 490", string, 5)
    return drawn + circle(228, 498, 5, string) + circle(285, 492, 5, string) + line(_ARMS, shade(main), 3, 0.8)


def shirt(cloth: Cloth) -> str:
    """Return an open shirt over a T-shirt."""
    main, tee, button = cloth
    drawn = path("M196 388 L316 388 L300 516 L212 516Z", tee) + path(
        "M212 394 C230 424 282 424 300 394 L304 404 C286 438 226 438 208 404Z", shade(tee)
    )
    drawn += (
        path(_LEFT, main) + path(_RIGHT, shade(main)) + line("M226 436 L238 516 M286 436 L276 516", shine(main), 4, 0.6)
    )
    drawn += path("M208 374 L178 396 L212 446 L240 418 C222 408 210 394 208 374Z", shine(main))
    drawn += path("M304 374 L334 396 L300 446 L272 418 C290 408 302 394 304 374Z", main)
    return drawn + circle(226, 478, 4, button) + line(_ARMS, shade(shade(main)), 3, 0.5)


def polo(cloth: Cloth) -> str:
    """Return a polo shirt, with a stripe on its collar."""
    main, collar, stripe = cloth
    drawn = path(BODY, main) + path(
        "M384 410 C442 426 474 454 478 516 L392 516 C402 480 402 440 384 410Z", shade(main), 0.7
    )
    drawn += (
        path("M236 410 L276 410 L270 490 L242 490Z", shade(main))
        + circle(256, 446, 4, stripe)
        + circle(256, 470, 4, stripe)
    )
    drawn += path("M210 372 L176 394 L214 438 L256 420 C232 410 214 396 210 372Z", collar)
    drawn += path("M302 372 L336 394 L298 438 L256 420 C280 410 298 396 302 372Z", shade(collar))
    return (
        drawn
        + line("M182 398 L214 430 L248 416 M330 398 L298 430 L264 416", stripe, 3.5, 0.9)
        + line(_ARMS, shade(main), 3, 0.8)
    )


def cardigan(cloth: Cloth) -> str:
    """Return a buttoned cardigan over a round neck."""
    wool, inner, button = cloth
    drawn = path("M192 390 C214 424 298 424 320 390 L300 516 L212 516Z", inner)
    drawn += path("M198 386 C214 424 298 424 314 386 L320 392 C306 438 206 438 192 392Z", shade(inner))
    drawn += path(_LEFT, wool) + path(_RIGHT, shade(wool))
    drawn += path("M208 382 L190 390 C200 440 222 480 240 516 L262 516 C240 474 222 430 208 382Z", shine(wool))
    drawn += path("M304 382 L322 390 C312 440 290 480 272 516 L262 516 C276 474 292 430 304 382Z", wool)
    return drawn + circle(252, 504, 5, button) + circle(236, 474, 5, button) + line(_ARMS, shade(wool), 3, 0.8)


def padded(cloth: Cloth) -> str:
    """Return a quilted waistcoat over a high collar, for cold rooms."""
    vest, under, zipper = cloth
    drawn = path(BODY, under) + path(
        "M206 356 C222 376 290 376 306 356 L310 402 C288 420 224 420 202 402Z", shade(under)
    )
    drawn += path("M150 402 L206 382 C214 420 248 440 252 516 L122 516 C132 480 124 440 150 402Z", vest)
    drawn += path("M362 402 L306 382 C298 420 264 440 260 516 L390 516 C380 480 388 440 362 402Z", shade(vest))
    quilt = (
        "M140 442 C176 456 216 454 240 446 M134 480 C176 494 220 492 248 484 M372 442"
        " C336 456 296 454 272 446 M378 480 C336 494 292 492 264 484"
    )
    drawn += line(quilt, shade(shade(vest)), 3, 0.7) + line("M256 430 L256 516", zipper, 5)
    return drawn + line("M206 374 C226 392 286 392 306 374", shine(under), 3, 0.6)


def work(cloth: Cloth) -> str:
    """Return a working jacket with bright bands that can be seen in the dark."""
    main, inner, band = cloth
    drawn = path("M196 388 L316 388 L286 520 L226 520Z", inner) + path(_LEFT, main) + path(_RIGHT, shade(main))
    drawn += path("M44 470 C92 482 176 486 241 484 L244 506 C176 508 90 504 37 494Z", band)
    drawn += path("M468 470 C420 482 336 486 271 484 L268 506 C336 508 422 504 475 494Z", shade(band))
    drawn += path("M206 370 L170 394 L206 440 L244 420 C224 408 208 394 206 370Z", shine(main))
    drawn += path("M306 370 L342 394 L306 440 L268 420 C288 408 304 394 306 370Z", main)
    return drawn + line("M256 428 L256 516", shade(shade(main)), 4) + box(318, 444, 44, 28, main, r=4)


def school(cloth: Cloth) -> str:
    """Return the zipped top of a school uniform, with pale shoulders."""
    main, pale, piping = cloth
    drawn = path(BODY, main)
    drawn += path("M34 516 C38 454 70 426 128 410 L208 382 C226 440 250 446 256 452 C180 452 110 456 60 516Z", pale)
    drawn += path(
        "M478 516 C474 454 442 426 384 410 L304 382 C286 440 262 446 256 452 C332 452 402 456 452 516Z",
        shade(pale),
        0.55,
    )
    drawn += path(
        "M478 516 C474 454 442 426 384 410 L304 382 C286 440 262 446 256 452 C332 452 402 456 452 516Z", pale, 0.6
    )
    drawn += line("M60 516 C110 456 180 452 256 452 C332 452 402 456 452 516", piping, 6)
    drawn += path("M206 366 L186 392 L224 438 L256 424 C228 412 208 396 206 366Z", main)
    drawn += path("M306 366 L326 392 L288 438 L256 424 C284 412 304 396 306 366Z", shade(main))
    return drawn + line("M256 428 L256 516", piping, 4) + box(250, 456, 12, 18, mixed(piping, "#8a8f98", 0.5), r=3)


def uniform(cloth: Cloth) -> str:
    """Return the jacket of reception with a scarf at the neck and a name badge."""
    jacket, scarf, badge = cloth
    drawn = path("M196 386 L316 386 L286 516 L226 516Z", "#fbf6ef") + path(_LEFT, jacket) + path(_RIGHT, shade(jacket))
    drawn += _lapels(shine(jacket), jacket)
    drawn += path("M204 370 C224 398 288 398 308 370 L314 396 C290 424 222 424 198 396Z", scarf)
    drawn += path("M252 408 L300 430 L282 470 L246 424Z", shade(scarf)) + path(
        "M260 408 L222 436 L244 466 L266 424Z", scarf
    )
    drawn += circle(256, 414, 12, shine(scarf))
    return (
        drawn
        + box(140, 460, 58, 22, badge, r=5)
        + line("M150 471 L188 471", shade(shade(badge)), 4)
        + line(_ARMS, shade(shade(jacket)), 3, 0.5)
    )


def neck_hole(colour: str) -> str:
    """Return the inside of a collar, seen behind the neck."""
    return path("M204 378 C214 362 298 362 308 378 L304 392 C286 408 226 408 208 392Z", colour)


def _shirt_front(colour: str) -> str:
    return path("M200 384 L256 430 L312 384 L300 516 L212 516Z", colour)


def _collar(colour: str) -> str:
    left = path("M210 368 L196 388 L228 430 L256 412 C232 404 214 390 210 368Z", shine(colour))
    return left + path(
        "M302 368 L316 388 L284 430 L256 412 C280 404 298 390 302 368Z", mixed(colour, shade(colour), 0.35)
    )


def _lapels(near: str, far: str) -> str:
    left = path("M206 380 L176 394 L186 426 L172 434 L246 516 L250 516 C246 480 226 430 206 380Z", near)
    return left + path("M306 380 L336 394 L326 426 L340 434 L266 516 L262 516 C266 480 286 430 306 380Z", far)


WARDROBE: Final[dict[str, Callable[[Cloth], str]]] = {
    garment.__name__: garment
    for garment in (suit, blazer, knit, hoodie, shirt, polo, cardigan, padded, work, school, uniform)
}
