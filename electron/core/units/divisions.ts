/** All divisions of China: by code, and as one types. Everything else in this folder that begins so is inside work. */
export { ancestorsOf, childrenOf, divisionByCode, divisionPath, type Division } from "./divisions-lookup.ts";
export { isDivisionCode, searchDivisions, type DivisionSearchOptions, type FoundDivision } from "./divisions-search.ts";
