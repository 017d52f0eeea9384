"""The words of the three questions before the debrief."""

WORDS = {
    "window.questions.title": "Before you see the score",
    "window.questions.talked": "That was {name}. What do you make of it?",
    "window.questions.about": "A few words will do, and you may leave anything blank. Only you and your instructor see it; the debrief puts it beside the score.",
    "window.questions.turning_point": "Where did the talk turn?",
    "window.questions.turning_point_hint": "For example: when I said how cold it must be",
    "window.questions.guess": "What score would you give yourself?",
    "window.questions.guess_about": "Click or drag, use the arrow keys, or just type the number.",
    "window.questions.guessed": "{score} out of 100",
    "window.questions.no_guess": "no score yet",
    "window.questions.empty": "No score",
    "window.questions.next_time": "What will you say next time?",
    "window.questions.next_time_hint": "Write the sentence down and it will be there when you need it",
    "window.questions.done": "See the debrief",
    "window.questions.skip": "Skip to the debrief",
}
