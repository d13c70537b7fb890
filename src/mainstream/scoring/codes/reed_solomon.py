"""Three check symbols over GF(32) that find any one, two or three wrong symbols.

The generator (x−α)(x−α²)(x−α³) has three roots in a row, so any two codewords of at most 31 symbols
differ in at least four places (the BCH bound): three wrong symbols never make another codeword.
"""

CHECK_SYMBOLS = 3
MOST_SYMBOLS = 31  # data and check together: the field has 31 elements other than zero

_PRIMITIVE = 0b100101  # x⁵ + x² + 1


def check_symbols(data: list[int]) -> list[int]:
    """The three check symbols (0–31, highest power first) of data symbols, first one highest.

    They are the remainder of data(x)·x³ divided by the generator.
    """
    remainder = 0  # three symbols in one number, the highest power in its highest bits
    for symbol in data:
        factor = symbol ^ remainder >> 10
        remainder = (remainder & 0b11111_11111) << 5 ^ _MULTIPLES[factor]
    return [remainder >> 10, remainder >> 5 & 31, remainder & 31]


def wrong_place(codeword: list[int]) -> int | None:
    """Where the one wrong symbol of a codeword stands, from 0; None where not exactly one is wrong.

    The values of the codeword at α, α², α³ are e·αⁱ, e·α²ⁱ, e·α³ⁱ for one symbol wrong by e at the
    power i, so that neighbouring ones have the same ratio αⁱ.
    """
    values = [_value(codeword, exponent) for exponent in range(1, CHECK_SYMBOLS + 1)]
    if 0 in values:
        return None
    first, second, third = (_LOGARITHMS[value] for value in values)
    power = (second - first) % 31
    if (third - second) % 31 != power or power >= len(codeword):
        return None
    return len(codeword) - 1 - power


def _value(codeword: list[int], exponent: int) -> int:
    """The codeword, as a polynomial, at α to that power."""
    root, value = _POWERS[exponent], 0
    for symbol in codeword:
        value = _times(value, root) ^ symbol
    return value


def _times(a: int, b: int) -> int:
    """The product of two elements of the field."""
    return 0 if not a or not b else _POWERS[(_LOGARITHMS[a] + _LOGARITHMS[b]) % 31]


def _powers_of_alpha() -> list[int]:
    powers = [1]
    while len(powers) < 31:
        doubled = powers[-1] << 1
        powers.append(doubled ^ _PRIMITIVE if doubled & 0b100000 else doubled)
    return powers


def _generator() -> list[int]:
    """The coefficients below the leading 1, highest power first."""
    polynomial = [1]
    for exponent in range(1, CHECK_SYMBOLS + 1):
        root = _POWERS[exponent]
        by_x = [*polynomial, 0]
        by_root = [0, *(_times(root, coefficient) for coefficient in polynomial)]
        polynomial = [a ^ b for a, b in zip(by_x, by_root, strict=True)]
    return polynomial[1:]


_POWERS = _powers_of_alpha()
_LOGARITHMS = {power: exponent for exponent, power in enumerate(_POWERS)}
_GENERATOR = _generator()
_MULTIPLES = [
    sum(
        _times(factor, coefficient) << places
        for coefficient, places in zip(_GENERATOR, (10, 5, 0), strict=True)
    )
    for factor in range(32)
]
