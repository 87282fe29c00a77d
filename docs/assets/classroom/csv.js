// A table as CSV that spreadsheets open as it is: with the mark of UTF-8, and no cell that they would take for a formula.
const FORMULA = /^\s*[=+\-@\t\r＝＋－＠]/

const cellOf = value => `"${`${FORMULA.test(value) ? "'" : ""}${value}`.replaceAll("\0", "").replaceAll('"', '""')}"`

/** Rows of texts as the text of a file. */
const csvOf = rows => `\ufeff${rows.map(row => `${row.map(cellOf).join()}\r\n`).join("")}`
