/** The screen follows the meeting by itself; without a script the page is fetched again and again. */
export const csr = true;
