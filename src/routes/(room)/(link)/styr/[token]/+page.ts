/** Follows the meeting and sends commands by itself; without a script the same forms are sent. */
export const csr = true;
