import numpy as np

TAGS = ["O", "from", "to", "day", "dish", "artist"]
CITIES = ["paris", "lima", "oslo", "boston", "florence", "austin", "jordan", "chester"]
DAYS = ["monday", "tuesday", "friday", "sunday", "today", "tomorrow"]
DISHES = ["soup", "curry", "turkey", "boston", "pie", "chili"]
ARTISTS = ["boston", "florence", "jordan", "prince", "chester", "queen", "sunday"]
FILLERS = {"from": CITIES, "to": CITIES, "day": DAYS, "dish": DISHES, "artist": ARTISTS}
TEMPLATES = [  # a word beginning with $ is a slot
    [
        "fly from $from to $to on $day",
        "a flight to $to from $from",
        "i want to go to $to on $day",
        "leaving $from $day for $to",
    ],
    ["how warm is it in $to on $day", "weather for $to $day", "will it rain $day in $to", "forecast for $day"],
    ["order $dish for $day", "i want $dish", "bring me $dish and $dish on $day", "a recipe for $dish"],
    ["play $artist", "i want to hear $artist", "play a song by $artist", "something from $artist on repeat"],
]
POLITE = ["please", "hello", "now", "just", "maybe", "well"]


def load_mine(train, held_out, length, unknown, seed):
    """Requests, what each is about, and which words fill a slot.

    Returns:
        The splits, each (words (n, length), {"intent": (n), "slots": (n, length)}); word 0 fills up, and has no slot: -1.
        Word 1 is any that was misheard, a share `unknown` of all.
    """
    draw = np.random.default_rng(seed)
    fixed = {word for group in TEMPLATES for text in group for word in text.split() if word[0] != "$"}
    known = sorted(fixed.union(POLITE, *FILLERS.values()))
    number = {word: i + 2 for i, word in enumerate(known)}

    def requests(n):
        words = np.zeros((n, length), "int32")
        slots = np.full((n, length), -1, "int32")
        intents = draw.integers(0, len(TEMPLATES), n).astype("int32")
        for i, intent in enumerate(intents):
            text = draw.choice(TEMPLATES[intent]).split()
            for _ in range(draw.integers(0, 3)):
                text.insert(draw.integers(0, len(text) + 1), draw.choice(POLITE))
            for t, word in enumerate(text):
                tag = word[1:] if word[0] == "$" else "O"
                word = draw.choice(FILLERS[tag]) if tag in FILLERS else word
                words[i, t] = number[word] if draw.random() > unknown else 1
                slots[i, t] = TAGS.index(tag)
        return words, {"intent": intents, "slots": slots}

    return {"train": requests(train), "validation": requests(held_out), "test": requests(held_out)}
