import { expect, test } from "vitest";
import { badgePixels, badgeSize, badgeText } from "./badge-picture.ts";

/** The picture as text: `#` for the number, `.` for the disc. */
const drawn = (count: number): string[] => {
  const pixels = badgePixels(count);
  return Array.from({ length: badgeSize }, (_, y) =>
    Array.from({ length: badgeSize }, (_, x) => {
      const at = (y * badgeSize + x) * 4;
      return pixels[at + 3] === 0 ? " " : pixels[at] === 0xff ? "#" : ".";
    }).join(""),
  );
};

test("the badge is a disc with the number in its middle", () => {
  const rows = drawn(7);
  expect(rows[0]?.trim()).toMatch(/^\.+$/);
  expect(rows[0]?.startsWith(" ")).toBe(true);
  expect(rows[7]).toContain("############");
  expect(rows[20]?.replaceAll(/[ .]/g, "")).toBe("####");
});

test("two figures fit, and more than 99 is said to be more than nine", () => {
  expect([7, 42, 99, 100, 5000].map(badgeText)).toEqual(["7", "42", "99", "9+", "9+"]);
  for (const count of [0, 42, 5000]) for (const row of drawn(count)) expect(row).toHaveLength(badgeSize);
});
