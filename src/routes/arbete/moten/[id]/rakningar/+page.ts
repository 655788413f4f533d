/** The large buttons count; without a script there are the fields. */
export const csr = true;
