"""The words of the screen on how one is doing."""

WORDS = {
    "window.profile.title": "How I am doing",
    "window.profile.nobody": "No name given",
    "window.profile.summary": "Talks finished: {talks}. Customers met: {customers}.",
    "window.profile.empty": "You have not finished a talk yet. After the first one, your scores, your badges and every debrief are here.",
    "window.profile.choose": "Choose a customer",
    "window.profile.scores": "Five scores",
    "window.profile.legend": "Talk by talk from left to right. The line is your average, the pale band is where you usually are.",
    "window.profile.mean": "average {mean}",
    "window.profile.score_told": "{mean} on average, {told}, {last} the last time",
    "window.profile.badges": "Badges",
    "window.profile.held": "It is yours",
    "window.profile.count": "{done} of {needed}",
    "window.profile.history": "Every talk so far",
    "window.profile.again": "Open one to read its debrief again.",
    "window.profile.overall": "{overall} points",
    "window.profile.more": "Show earlier talks: {count}",
    "window.profile.stars": "{stars} of 5 stars",
    "window.profile.repeated": "taken up again from turn {turn}",
    "window.profile.uncounted": "Talks taken up again from a turn are listed here, and left out of the scores and badges above.",
}
