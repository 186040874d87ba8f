/** Addresses of the import's pages. */
export const importPlaces = { tasks: "/tasks/import", issues: "/issues/import" } as const;
/** Everything that was taken in so far. */
export const importsPlace = "/imports";
