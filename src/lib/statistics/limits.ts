/** The largest file that is read; the largest table SCB gives out in one call is smaller. */
export const mostFileBytes = 5 * 1024 * 1024;

/** So many days an uploaded file waits for somebody to confirm it. */
export const waitingDays = 7;

/** The most cells of a table, told or given: SCB's limit is 150,000. */
export const mostCells = 200_000;

/** The most rows and columns of a sheet or a text file. */
export const mostRows = 100_000;
export const mostColumns = 500;

/** The most sheets of a workbook. */
export const mostSheets = 100;

/** The most different things that one file may measure, and the most different areas. */
export const mostHeads = 5_000;
export const mostAreas = 30_000;

/** A longer text is cut. */
export const mostTextLength = 2_000;

/** So many rows that were not understood are listed; the rest are counted. */
export const mostProblems = 200;

/** What a packed file may unpack to, in all and in parts. */
export const mostUnpackedBytes = 60 * 1024 * 1024;
export const mostUnpackedEntries = 500;
