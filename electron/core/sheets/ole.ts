/**
 * Whether an OLE container (.xls, .et) is all there. A copy that broke off half way often still parses, with rows missing
 * and nobody told; its allocation table says how long the file must be.
 */
import { AppError } from "#shared/errors.ts";

const FREE_SECTOR = 0xffffffff;
/** Values from here on mark a sector's use; those below name the next sector of a chain. */
const FIRST_MARK = 0xfffffffa;
const HEADER_TABLES = 109;

/** Throws `sheet-truncated` when a sector that the container's chains name lies beyond the end of the file. */
export const assertWholeOle = (bytes: Buffer): void => {
  if (bytes.length < 512) throw new AppError("sheet-truncated");
  const sectorSize = 1 << bytes.readUInt16LE(30);
  if (sectorSize !== 512 && sectorSize !== 4096) throw new AppError("sheet-damaged");
  const sectors = Math.ceil((bytes.length - 512) / sectorSize);
  const tables = Math.min(bytes.readUInt32LE(44), HEADER_TABLES);
  for (let index = 0; index < tables; index++) {
    const table = bytes.readUInt32LE(76 + index * 4);
    if (table === FREE_SECTOR) continue;
    if (table >= sectors) throw new AppError("sheet-truncated");
    assertNamedSectors(bytes, 512 + table * sectorSize, sectorSize / 4, index, sectors);
  }
};

const assertNamedSectors = (bytes: Buffer, at: number, perTable: number, index: number, sectors: number): void => {
  for (let i = 0; i < perTable && at + i * 4 + 4 <= bytes.length; i++) {
    const next = bytes.readUInt32LE(at + i * 4);
    const isLink = next < FIRST_MARK;
    if (isLink && (next >= sectors || index * perTable + i >= sectors)) throw new AppError("sheet-truncated");
  }
};
