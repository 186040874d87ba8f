/** zod must never try `eval`, which the window's content policy forbids; imported before anything that makes a schema. */
import { z } from "zod";

z.config({ jitless: true });
