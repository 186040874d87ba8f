/** 导出的工作簿上的文字。 */
export const exports = {
  title: "{{office}}{{name}}",
  reportedBy: "填报单位：{{office}}",
  reportedOn: "填报日期：{{date}}",
  date: "{{year}}年{{month}}月{{day}}日",
  inYear: { date: "{{month}}月{{day}}日" },
  pages: "第 &P 页，共 &N 页",
};
