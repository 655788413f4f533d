/** The largest file that is read. The largest survey we have seen is a tenth of it. */
export const mostFileBytes = 5 * 1024 * 1024;

/** More rows than this are no survey; counted while they are read. */
export const mostRows = 100_000;

/** The most questions of a draft; matrices are counted row by row. */
export const mostQuestions = 200;

/** The most options of a question; what is beyond is cut off and reported. */
export const mostOptions = 300;

/** A longer text is cut; the longest that anybody reads is an introduction. */
export const mostTextLength = 5_000;

/** LimeSurvey's files are five elements deep. */
export const deepestElement = 12;

/** So many lines of one kind are in a report; the rest are counted. */
export const mostLines = 300;
