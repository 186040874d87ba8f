/** The XML of a document's parts, by local names: writers differ in their prefixes. @xmldom/xmldom is named here alone. */
import { DOMParser, type Element, type Node, onErrorStopParsing } from "@xmldom/xmldom";
import { AppError } from "#shared/errors.ts";

const elementNode = 1;

/** @throws AppError `sheet-damaged` for what is no XML; entities of its own are none that a writer makes */
export const parseXml = (bytes: Buffer): Element => {
  const text = bytes.toString("utf8");
  if (/<!(?:DOCTYPE|ENTITY)/iu.test(text)) throw new AppError("sheet-damaged");
  try {
    const { documentElement } = new DOMParser({ onError: onErrorStopParsing, locator: false }).parseFromString(
      text,
      "text/xml",
    );
    if (documentElement) return documentElement;
  } catch (error) {
    throw new AppError("sheet-damaged", {}, { cause: error });
  }
  throw new AppError("sheet-damaged");
};

export const isElement = (node: Node): node is Element => node.nodeType === elementNode;

export const nameOf = (element: Element): string => element.localName ?? element.nodeName.replace(/^.*:/u, "");

export const elementsOf = (parent: Element): Element[] => {
  const found: Element[] = [];
  for (let child = parent.firstChild; child; child = child.nextSibling) if (isElement(child)) found.push(child);
  return found;
};

export const childrenOf = (parent: Element, name: string): Element[] =>
  elementsOf(parent).filter((child) => nameOf(child) === name);

export const firstChild = (parent: Element, name: string): Element | undefined =>
  elementsOf(parent).find((child) => nameOf(child) === name);

/** An attribute by its local name; empty where there is none. */
export const attributeOf = (element: Element, name: string): string => {
  for (const attribute of element.attributes) {
    if ((attribute.localName ?? attribute.nodeName) === name) return attribute.value;
  }
  return "";
};

/** On unless it says otherwise: `<w:vanish/>`, `<w:vanish w:val="0"/>`. */
export const isOn = (parent: Element | undefined, name: string): boolean => {
  const flag = parent && firstChild(parent, name);
  return flag !== undefined && !["0", "false", "off", "none"].includes(attributeOf(flag, "val"));
};
