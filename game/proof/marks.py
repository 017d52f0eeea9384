"""Marks that something reads, close together in words of 64 bits, the interrupts that have fired first."""

from game.proof.columns import WORD


class Marks:
    """Turns the engine's marks into packed ones and back; marks that nothing reads are left out."""

    def __init__(self, read: int, interrupts: int) -> None:
        self.interrupts = interrupts
        self._places = [place for place in range(read.bit_length()) if read >> place & 1]
        self.words = -(-(interrupts + len(self._places)) // WORD)

    def packed(self, marks: int, fired: int = 0) -> list[int]:
        """Return the engine's marks and the interrupts that have fired as words."""
        whole = fired & (1 << self.interrupts) - 1
        for at, place in enumerate(self._places, self.interrupts):
            whole |= (marks >> place & 1) << at
        return [whole >> WORD * word & (1 << WORD) - 1 for word in range(self.words)]

    def loose(self, words: list[int]) -> int:
        """Return words as the engine's marks."""
        marks, whole = 0, sum(word << WORD * at for at, word in enumerate(words))
        for at, place in enumerate(self._places, self.interrupts):
            marks |= (whole >> at & 1) << place
        return marks

    def fired(self, words: list[int]) -> int:
        """Return the interrupts that have fired."""
        return sum(word << WORD * at for at, word in enumerate(words)) & (1 << self.interrupts) - 1
