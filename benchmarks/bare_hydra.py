"""A Hydra application that does nothing, over the same configuration: python bare_hydra.py CONF …"""

import sys

import hydra


@hydra.main(version_base="1.3", config_path=sys.argv.pop(1), config_name="config")
def main(cfg):
    pass


if __name__ == "__main__":
    main()
