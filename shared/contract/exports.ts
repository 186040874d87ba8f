/** One exporter: any list as it is filtered and sorted, to an Excel workbook. Cancelled by breaking off the iterator. */
import { oc } from "@orpc/contract";
import { z } from "zod";
import { exportQuerySchema } from "../list/query.ts";
import { workOf } from "./parts.ts";

export const exportsContract = {
  workbook: oc
    .input(
      z.object({
        capability: z.enum(["tasks", "issues", "urgings"]),
        path: z.string(),
        query: exportQuerySchema.default({ q: "", filters: [], sort: [], columns: [] }),
        /** Telephone numbers in full. */
        reveal: z.boolean().default(false),
        language: z.enum(["zh-CN", "en"]).default("zh-CN"),
        /** Only these records, in the query's order; empty: all. */
        ids: z.array(z.string()).default([]),
      }),
    )
    .output(workOf(z.object({ path: z.string(), rows: z.number().int(), bytes: z.number().int() }))),
};
