/** Words of every refusal: what happened, and what to do. The keys are the codes of `AppError`. */
export const errors = {
  // The window
  internal: {
    message: "程序内部出错。",
    hint: "数据没有受影响。请重试；若仍如此，请把“技术细节”发给维护人员。",
  },
  "core-lost": {
    message: "后台程序停止了，这次操作没有完成。",
    hint: "已自动重新启动，请再试一次。",
  },
  "invalid-input": {
    message: "填写的内容不符合要求。",
    hint: "请检查标出的栏目。",
  },
  // Opening and reading sheets
  "sheet-empty-file": {
    message: "这个文件是空的（0 字节）。",
    hint: "请向发件人再要一份，或确认文件已经下载、复制完整。",
  },
  "sheet-without-cells": {
    message: "这个文件里没有任何内容。",
    hint: "请用 Excel 或 WPS 打开看看，内容是否在另一个文件里。",
  },
  "sheet-is-picture": {
    message: "这是一张图片，不是表格，只是改了文件名。",
    hint: "请向发件人要 Excel 原件；只有照片或截图时，请在台账里直接登记。",
  },
  "sheet-is-document": {
    message: "这是文字文档（Word、WPS 文字、PDF 或演示文稿），不是表格。",
    hint: "请把其中的表格复制到 Excel，另存为 .xlsx 后再导入。",
  },
  "sheet-is-archive": {
    message: "这是一个压缩包。",
    hint: "请先解压，再导入里面的表格。",
  },
  "sheet-is-opendocument": {
    message: "这是 OpenDocument 格式（.ods），这里不读。",
    hint: "请用 LibreOffice 或 WPS 打开，另存为 .xlsx 后再导入。",
  },
  "sheet-not-a-workbook": {
    message: "认不出这个文件的格式，它不是表格。",
    hint: "能读的有 .xlsx、.xls、.et、.csv，以及另存为 .xls 的网页。请用 Excel 或 WPS 打开，另存为 .xlsx。",
  },
  "sheet-password": {
    message: "这个工作簿加了密码。",
    hint: "请用 Excel 或 WPS 打开，取消打开密码并保存后再导入。",
  },
  "sheet-truncated": {
    message: "这个文件不完整，后面缺了一截。",
    hint: "多半是没有下载完或没有复制完。请重新下载、复制，或再要一份。",
  },
  "sheet-damaged": {
    message: "这个文件损坏了，读不出来。",
    hint: "请用 Excel 或 WPS 打开并另存为 .xlsx；打不开时请再要一份。",
  },
  "sheet-bomb": {
    message: "这个文件展开后大得不正常（超过 {{limit}} MB 或压缩比超过 100 倍），没有读取。",
    hint: "正常的清单只有几 MB。请核对来源；确需导入时，把表格内容复制到新的工作簿。",
  },
  "sheet-file-too-large": {
    message: "这个文件超过 {{limit}} MB，没有读取。",
    hint: "多半是里面有许多照片。请删去图片、只留表格，另存后再导入。",
  },
  "sheet-too-large": {
    message: "这个压缩文件里有 {{what}} 个部件，超过 {{limit}} 个，没有读取。",
    hint: "请把表格内容复制到新的工作簿后再导入。",
  },
  "sheet-too-many-sheets": {
    message: "这个工作簿有超过 {{limit}} 张工作表，没有读取。",
    hint: "请只留下要导入的那几张，另存后再导入。",
  },
  "sheet-too-many-rows": {
    message: "这张表有内容的行超过 {{limit}} 行，没有读取。",
    hint: "请按年份或单位分成几个文件再导入。",
  },
  "sheet-too-many-cells": {
    message: "这个工作簿有内容的单元格超过 {{limit}} 个，没有读取。",
    hint: "请删去用不到的工作表和列，另存后再导入。",
  },
  "sheet-too-many-merges": {
    message: "这张表的合并单元格超过 {{limit}} 处，没有读取。",
    hint: "请取消多余的合并，或把内容复制到新的工作簿后再导入。",
  },
  "no-table": {
    message: "没有找到清单：{{sheets}} 里都没有认得出的表头。",
    hint: "表头里至少要有任务（或问题）名称，以及单位、时限、序号中的一项。请检查表头，或在预览里指定表头所在的行。",
  },
  "no-such-sheet": {
    message: "工作簿里没有叫“{{sheet}}”的工作表。",
    hint: "现有的工作表：{{sheets}}。",
  },
} as const;
