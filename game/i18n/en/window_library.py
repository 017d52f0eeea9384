"""The words of the screen on which a customer is chosen."""

WORDS = {
    "window.library.profile": "How I am doing",
    "window.library.lessons": "Lessons",
    "window.library.next": "Whom to meet next",
    "window.library.open_next": "Open the file",
    "window.library.search": "Find a customer",
    "window.library.search_hint": "Title, name or line of business",
    "window.library.clear": "Clear and show all",
    "window.library.all": "All",
    "window.library.level": "Level {level}",
    "window.library.any_level": "Any level",
    "window.library.level_told": "level {level} of 5",
    "window.library.none": "Nothing found for “{typed}”. Try another word, or ask for less above.",
    "window.library.none_so": "No customer is like that. Try asking for less above.",
    "window.library.shown": "Customers: {count}",
    "window.library.best": "Best: {verdict}",
    "window.library.card": "{title}, {name}",
}
