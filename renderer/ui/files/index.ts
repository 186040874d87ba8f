/** Files that go with a step: choosing them, and looking at them. */
export { EvidenceFiles } from "./EvidenceFiles.tsx";
export { FilesField } from "./FilesField.tsx";
