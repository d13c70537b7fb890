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
    remainder = [0] * CHECK_SYMBOLS
    for symbol in data:
        factor = symbol ^ remainder[0]
        shifted = [*remainder[1:], 0]
        remainder = [
            low ^ _times(factor, coefficient)
            for low, coefficient in zip(shifted, _GENERATOR, strict=True)
        ]
    return remainder


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
