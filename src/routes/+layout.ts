/** Pages are plain documents; a page that needs a script brings its own small one. */
export const csr = false;
