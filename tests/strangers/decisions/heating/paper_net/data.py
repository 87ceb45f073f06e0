import numpy as np


def window(readings, commands, end, length):
    """What is known when the command at `end` is given: readings up to then, commands up to the one before; (length, 4)."""
    read = readings[end - length + 1 : end + 1]
    given = commands[end - length : end]
    return np.concatenate([read, given[:, None]], axis=1)


def house(steps, rng):
    """Readings (degrees above those wanted, outdoor and wanted in tens) and commands, a step each quarter of an hour."""
    loss, power, slack = rng.uniform(0.01, 0.03), rng.uniform(0.5, 0.9), rng.uniform(0.3, 0.6)
    day, night = rng.uniform(20, 22), rng.uniform(16, 18)
    indoor, on, cold = 18.0, 0, rng.uniform(-2, 8)
    readings, commands = np.zeros((steps, 3)), np.zeros(steps)
    for t in range(steps):
        hour = t / 4 % 24
        outdoor = cold - 3 * np.cos((hour - 3) / 12 * np.pi)
        wanted = day if 6 <= hour < 22 else night
        if indoor < wanted - slack:
            on = 1
        elif indoor > wanted + slack:
            on = 0
        if rng.random() < 0.03:  # somebody turns the knob
            on = 1 - on
        readings[t] = indoor + 0.05 * rng.normal() - wanted, outdoor / 10, wanted / 10
        commands[t] = on
        indoor += loss * (outdoor - indoor) + power * on + 0.05 * rng.normal()
    return readings, commands


def load_mine(seed, houses, steps, length, every):
    rng = np.random.default_rng(seed)
    samples, answers, of = [], [], []
    for number in range(houses):
        readings, commands = house(steps, rng)
        for end in range(length, steps, every):
            samples.append(window(readings, commands, end, length))
            answers.append(commands[end])
            of.append(number)
    samples, answers, of = np.float32(samples), np.int32(answers), np.array(of)
    parts = {
        "train": of < 0.6 * houses,
        "validation": (of >= 0.6 * houses) & (of < 0.8 * houses),
        "test": of >= 0.8 * houses,
    }
    splits = {split: (samples[part], answers[part]) for split, part in parts.items()}
    return {**splits, "groups": {split: of[part] for split, part in parts.items()}}
