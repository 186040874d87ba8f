/** The page of GB/T 9704-2012 in figures, in the units that WordprocessingML counts in: twips and half points. */

/** Of a length in mm. */
export const twips = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4);
const ofPoints = (points: number): number => Math.round(points * 20);

const width = 210;
const height = 297;
/** In mm; between them 156 × 225 are written on. */
const margins = { top: 37, bottom: 35, left: 28, right: 26 } as const;

const linesOfPage = 22;
const charactersOfLine = 28;
const bodyPoints = 16;
const lineTwips = ofPoints(28.95);
const textTwips = twips(width - margins.left - margins.right);

/** In half points: the sizes two, three and four of type, and the small four of tables. */
export const sizes = { title: 44, body: bodyPoints * 2, pageNumber: 28, table: 24 } as const;

export const page = {
  width: twips(width),
  height: twips(height),
  top: twips(margins.top),
  bottom: twips(margins.bottom),
  left: twips(margins.left),
  right: twips(margins.right),
  /** The dash beside the page number stands 7 mm under the text. */
  footer: twips(25),
  header: twips(15),
  /** The width that is written on. */
  text: textTwips,
} as const;

/** The line, and what its height has to be for 22 of them; 28 characters wide. */
export const grid = {
  line: lineTwips,
  lines: linesOfPage,
  characters: charactersOfLine,
  /**
   * What is taken from between two characters, in twips, so that 28 of 16 points fit on the line. Said of the characters
   * and not by a grid of the page, which LibreOffice and WPS each count in their own way.
   */
  tighter: Math.floor(textTwips / charactersOfLine - ofPoints(bodyPoints)),
} as const;

/** The width of a character of the text, in twips. */
export const character = textTwips / charactersOfLine;

/** Lines of tables, and of a title in two lines, in twips. */
export const tableLine = ofPoints(20);
export const titleLine = ofPoints(35);
/** The width of a character in a table, in twips. */
export const tableCharacter = sizes.table * 10;
