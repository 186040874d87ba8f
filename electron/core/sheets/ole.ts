/**
 * Whether an OLE container (.xls, .et) is all there. A copy that broke off half way often still parses, with rows missing
 * and nobody told; its allocation table says how long the file must be.
 */
import { AppError } from "#shared/errors.ts";

const FREE_SECTOR = 0xffffffff;
const HEADER_TABLES = 109;

/** Throws `sheet-truncated` when a sector that the container uses lies beyond the end of the file. */
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
    assertListedSectors(bytes, 512 + table * sectorSize, sectorSize / 4, index, sectors);
  }
};

const assertListedSectors = (bytes: Buffer, at: number, perTable: number, index: number, sectors: number): void => {
  for (let i = 0; i < perTable && at + i * 4 + 4 <= bytes.length; i++) {
    const isUsed = bytes.readUInt32LE(at + i * 4) !== FREE_SECTOR;
    if (isUsed && index * perTable + i >= sectors) throw new AppError("sheet-truncated");
  }
};
