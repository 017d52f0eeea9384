"""The words of the customer's file."""

WORDS = {
    "window.file.start": "Start the talk",
    "window.file.practice": "Practice",
    "window.file.exam": "Exam",
    "window.file.earlier": "From earlier talks",
    "window.file.here": "Last time with this case: {verdict}",
    "window.file.before": "The time before ({title}): {verdict}",
    "window.file.learned": "What came out then",
    "window.file.can": "We can deliver",
    "window.file.hopes": "The customer hopes for",
    "window.file.unsaid": "Nobody said where from",
    "window.file.person": "{name}, {face}",
}
