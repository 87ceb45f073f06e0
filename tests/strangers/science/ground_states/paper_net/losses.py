import numpy as np
from keras import ops


def energy(couplings, fields, log_amplitudes):
    """<ψ|H|ψ> / <ψ|ψ> a spin, of H = -Σ J_i Z_i Z_(i+1) - Σ h_i X_i on a ring, for positive ψ."""
    spins = couplings.shape[1]
    states = np.arange(2**spins)
    bits = states[:, None] >> np.arange(spins)[::-1] & 1  # (states, spins), the first spin the highest bit
    z = 1.0 - 2.0 * bits
    bonds = ops.convert_to_tensor((z * np.roll(z, -1, axis=1)).T, dtype=couplings.dtype)  # (spins, states)
    psi = ops.exp(log_amplitudes - ops.max(log_amplitudes, axis=-1, keepdims=True))  # (b, states)
    of_bonds = -ops.sum(ops.matmul(couplings, bonds) * psi**2, axis=-1)
    flipped = states[None] ^ (1 << np.arange(spins)[::-1])[:, None]  # (spins, states)
    overlap = ops.sum(ops.take(psi, flipped, axis=1) * psi[:, None], axis=-1)  # (b, spins)
    return (of_bonds - ops.sum(fields * overlap, axis=-1)) / ops.sum(psi**2, axis=-1) / spins
