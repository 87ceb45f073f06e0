from . import recipe

if __name__ == "__main__":
    recipe.application(train)
