/** Codes for the telephone (EX12): how far a stream was taken in, told by one person and typed by another. */
import { AppError } from "#shared/errors.ts";
import type { Peer } from "#shared/exchange/bundle.ts";
import { hashPart, readReceiptCode, writeReceiptCode } from "#shared/exchange/receipt-code.ts";
import type { Program } from "../../program.ts";
import { liveLink, newestLinkIn, sentHashAt } from "../links.ts";

/** How far the files of a peer were taken in here. @throws AppError `receipt-nothing-taken` */
export const receiptCode = ({ store }: Pick<Program, "store">, of: Peer): { code: string; number: number } => {
  const link = newestLinkIn(store.db, of);
  if (!link || link.forked || link.last === 0) throw new AppError("receipt-nothing-taken", { office: of });
  return { code: writeReceiptCode(link.last, link.hash), number: link.last };
};

/** @throws AppError `receipt-code-mistyped`, `receipt-code-other` when it is not of this stream */
export const takeReceiptCode = ({ store }: Pick<Program, "store">, from: Peer, code: string): { confirmed: number } => {
  store.assertWritable();
  const read = readReceiptCode(code);
  if (!read) throw new AppError("receipt-code-mistyped");
  const link = liveLink(store.db, from);
  const hash = link && read.number <= link.last ? sentHashAt(store.db, link, read.number) : undefined;
  if (!link || hash === undefined || hashPart(hash) !== read.part) {
    throw new AppError("receipt-code-other", { office: from, number: read.number });
  }
  // It may be less than was confirmed: the receiver was put back, and is sent everything from there (EX12).
  if (read.number !== link.acked) {
    store.db
      .prepare("UPDATE links_out SET acked = ?, acked_at = ? WHERE id = ?")
      .run(read.number, store.env.now().toISOString(), link.id);
  }
  return { confirmed: read.number };
};
