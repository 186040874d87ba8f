/** Word 公文上的文字。 */
export const documents = {
  numerals: "零一二三四五六七八九十",
  heading: {
    1: "{{n}}、{{text}}",
    2: "（{{n}}）{{text}}",
    3: "{{n}}.{{text}}",
  },
  addressee: "{{to}}：",
  /** 发文字号：年份用六角括号，不编虚位。 */
  bracketed: "〔{{year}}〕{{no}}号",
};
