/** Saves while people write; without a script the same forms are sent. */
export const csr = true;
