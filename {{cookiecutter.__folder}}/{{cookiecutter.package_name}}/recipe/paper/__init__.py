"""MACHINERY. What the paper claims and leaves open (conf/paper.yaml), and when a claim is replicated."""
