from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split


def load_mine(train, held_out, seed):
    digits = load_digits()
    images, labels = (digits.images[..., None] / 16).astype("float32"), digits.target.astype("int32")
    x, rest_x, y, rest_y = train_test_split(images, labels, train_size=train, stratify=labels, random_state=seed)
    val_x, test_x, val_y, test_y = train_test_split(
        rest_x, rest_y, train_size=held_out, stratify=rest_y, random_state=seed
    )
    return {"train": (x, y), "validation": (val_x, val_y), "test": (test_x, test_y)}
