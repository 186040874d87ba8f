/** Words of every refusal: what happened, and what to do. The keys are the codes of `AppError`. */
import { identityErrors } from "./errors-identity.ts";
import { linkErrors } from "./errors-links.ts";
import { linkageErrors } from "./errors-linkage.ts";

export const errors = {
  ...identityErrors,
  ...linkErrors,
  ...linkageErrors,
  // The window
  internal: {
    message: "程序内部出错。",
    hint: "数据没有受影响。请重试；若仍如此，请把“技术细节”发给维护人员。",
  },
  "core-lost": {
    message: "后台程序停止了，这次操作没有完成。",
    hint: "已自动重新启动，请再试一次。",
  },
  "core-stopped": {
    message: "后台程序反复停止，没有能够重新启动。",
    hint: "数据没有被改动。请点“重新打开”；若仍如此，请重启电脑后再试，或把数据文件夹备份后联系维护人员。",
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
    message: "这个文件里没有表格内容。",
    hint: "请打开看看，内容是否在另一个文件里；Word 文档里要有表格，或者各段末尾用括号写明单位的任务。",
  },
  "sheet-is-picture": {
    message: "这是一张图片，不是表格，只是改了文件名。",
    hint: "请向发件人要 Excel 原件；只有照片或截图时，请在台账里直接登记。",
  },
  "sheet-is-document": {
    message: "这是 PDF、版式文件或演示文稿，读不出表格。",
    hint: "请打开后把其中的表格复制到 Excel 或 Word，另存为 .xlsx 或 .docx 后再导入。",
  },
  "sheet-is-old-word": {
    message: "这是旧版的文字文档（.doc、.wps 或 .rtf）。",
    hint: "请用 Word 或 WPS 打开，另存为 .docx 后再导入。",
  },
  "sheet-is-archive": {
    message: "这是一个压缩包。",
    hint: "请先解压，再导入里面的表格。",
  },
  "sheet-is-opendocument": {
    message: "这是 OpenDocument 格式（.ods、.odt），这里不读。",
    hint: "请用 LibreOffice 或 WPS 打开，表格另存为 .xlsx、文字文档另存为 .docx 后再导入。",
  },
  "sheet-not-a-workbook": {
    message: "认不出这个文件的格式，它不是表格。",
    hint: "能读的有 .xlsx、.xls、.et、.csv、.docx，以及另存为 .xls 的网页。请用 Excel 或 WPS 打开，另存为 .xlsx。",
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
    hint: "表头里至少要有任务（或问题）名称，以及单位、时限、序号中的一项。请检查表头，或在导入页指定表头所在的行。",
  },
  "no-such-sheet": {
    message: "工作簿里没有叫“{{sheet}}”的工作表。",
    hint: "现有的工作表：{{sheets}}。",
  },
  // Tasks, issues and their lists
  "not-found": {
    message: "没有找到这条记录（{{id}}）。",
    hint: "它可能已随撤销的操作收回。请刷新列表后再试。",
  },
  "nothing-to-do": {
    message: "没有任何改动，未写入。",
    hint: "请先修改内容，再保存。",
  },
  "note-missing": {
    message: "这一步要写明原因或说明。",
    hint: "请填写文字说明后再提交。",
  },
  "task-step-refused": {
    message: "“{{no}} {{title}}”现在的状态不能做这一步，没有写入任何内容。",
    hint: "请打开该任务查看当前状态；成批办理时，请去掉这一项再试。",
  },
  "task-not-assigned": {
    message: "“{{no}} {{title}}”没有指派给“{{unit}}”。",
    hint: "请先指派给该单位，再代它记进展；整项任务的进展请不选单位。",
  },
  "already-assigned": {
    message: "所选任务都已经指派给这些单位了。",
    hint: "退回的任务可以再次指派；其他的不必重复指派。",
  },
  "occurrence-unknown": {
    message: "{{occurrence}} 不是这项任务的一期。",
    hint: "请从任务详情的“各期”中选择截止日期。",
  },
  "issue-step-refused": {
    message: "“{{no}} {{title}}”现在的状态不能做这一步，没有写入任何内容。",
    hint: "请打开该问题查看当前状态和可做的步骤；成批办理时，请去掉这一个再试。只有立行立改的问题可以当即销号。",
  },
  "issues-step-refused": {
    message: "{{total}} 个问题中有 {{count}} 个现在的状态不能做这一步，一个都没有改动：{{which}}",
    hint: "请只选能做这一步的问题再试；可先按状态筛选。",
  },
  "issues-without-unit": {
    message: "{{total}} 个问题中有 {{count}} 个还没有责任单位，一个都没有交办：{{which}}",
    hint: "请在交办时写明交给哪个单位，或先填写责任单位。",
  },
  "issues-evidence-missing": {
    message: "{{total}} 个问题中有 {{count}} 个本轮没有佐证材料，一个都没有销号：{{which}}",
    hint: "请添加佐证材料；确实没有的，请明确注明“没有佐证材料”。",
  },
  "issue-without-unit": {
    message: "“{{no}} {{title}}”还没有责任单位，无法交办。",
    hint: "请先填写责任单位，或在交办时写明交给哪个单位。",
  },
  "reopen-unconfirmed": {
    message: "重新整改需要确认。",
    hint: "已销号的一轮封存不变，将开始新的一轮；请勾选确认后再提交。",
  },
  "evidence-missing": {
    message: "“{{no}} {{title}}”本轮没有佐证材料，不能销号。",
    hint: "请添加佐证材料；确实没有的，请明确注明“没有佐证材料”。",
  },
  "evidence-none": {
    message: "没有选择文件。",
    hint: "请至少选择一个佐证材料文件。",
  },
  "evidence-gone": {
    message: "找不到文件“{{name}}”。",
    hint: "它可能已被移动、删除，或所在的 U 盘已拔出。请重新选择。",
  },
  "evidence-empty": {
    message: "文件“{{name}}”是空的（0 字节）。",
    hint: "请检查原件是否保存完整，再重新选择。",
  },
  "evidence-not-readable": {
    message: "无法读取“{{name}}”。",
    hint: "它可能是文件夹、正被其他程序占用，或没有读取权限。请关闭其他程序后再试。",
  },
  "evidence-too-large": {
    message: "文件“{{name}}”超过 {{limit}} MB，没有保存。",
    hint: "请压缩视频或只截取需要的部分。",
  },
  "attachment-missing": {
    message: "数据文件夹里没有这个文件（{{hash}}）。",
    hint: "请从备份中恢复，或向提供单位再要一份后重新添加。",
  },
  "filter-unknown": {
    message: "没有“{{field}}”这个筛选项。",
    hint: "请去掉这个筛选条件；保存的视图可能来自较新的版本。",
  },
  "filter-invalid": {
    message: "筛选条件“{{field}} {{op}}”的值不对。",
    hint: "日期写成 2020-05-19，数字写阿拉伯数字，选项从列表中选。",
  },
  "sort-unknown": {
    message: "不能按“{{field}}”排序。",
    hint: "请点击可以排序的列标题。",
  },
  // The data folder and its log
  "not-begun": {
    message: "这个数据文件夹还没有开始使用。",
    hint: "请先选择本机构（命令行用 init --unit 区划代码），或检查数据文件夹是否选对。",
  },
  "data-folder-held": {
    message: "数据文件夹正由 {{holder}} 使用，不能同时写入。",
    hint: "请关闭那边的程序后再试；其间可用命令行查看、导出和核对。数据文件夹：{{path}}",
  },
  "data-folder-not-writable": {
    message: "数据文件夹不能写入：{{path}}",
    hint: "请检查文件夹的权限、是否在只读介质上，或换一个数据文件夹。",
  },
  "database-corrupt": {
    message: "数据库文件已损坏：{{path}}",
    hint: "程序没有改动它。请从最近的备份恢复，并保留这个文件供维护人员查看。",
  },
  "database-from-the-future": {
    message: "数据库来自更新版本的程序（格式 {{found}}，本程序认识到 {{known}}）：{{path}}",
    hint: "请安装新版本后再打开；程序没有改动它。",
  },
  "disk-full": {
    message: "磁盘空间不足，没有写成：{{path}}",
    hint: "请清理磁盘或换一个位置再试；已有的数据没有受影响。",
  },
  "read-only": {
    message: "数据文件夹以只读方式打开，不能修改。",
    hint: "请关闭占用它的程序后再试。",
  },
  "changed-since": {
    message: "这项内容在此之后又被改过，没有覆盖。",
    hint: "请刷新后看看现在的内容，再决定是否修改。",
  },
  "worked-on-since": {
    message: "其中 {{count}} 条记录之后又办理过，没有撤销。",
    hint: "请先看看这些记录；可以逐条修改，或撤销之后的办理。",
  },
  "not-yours": {
    message: "这是其他机构（{{office}}）所做的操作，只能由该机构撤回。",
    hint: "可以直接填写您认为正确的内容；如应由对方机构决定，将作为提议保留给对方决定。",
  },
  "not-undoable": {
    message: "这一步不能撤回：机构之间的裁定、清除内容、移交收发电脑和建立数据都没有退路。",
    hint: "如需改变，请重新填写；收发电脑可以再移交回来。",
  },
  "already-undone": {
    message: "这次操作已经撤销过了。",
    hint: "不需要再撤销；要恢复，请撤销“撤销”那次操作。",
  },
  "already-there": {
    message: "已有这条记录（{{id}}）。",
    hint: "请刷新后查看；不需要重复录入。",
  },
  "not-valid": {
    message: "“{{field}}”的内容不符合要求：{{reason}}",
    hint: "请检查这一项后再保存。",
  },
  // Between offices
  "unit-writes-itself": {
    message: "“{{unit}}”已有自己的程序，“{{no}} {{title}}”由它自己办理，没有写入任何内容。",
    hint: "请等它的联动包，或联系对方自己填报；本机构只办理自己的步骤。",
  },
  "step-not-yours": {
    message: "“{{no}} {{title}}”的这一步归“{{unit}}”办理，没有写入任何内容。",
    hint: "本机构只能办理自己的步骤；对内容有意见的，可以修改有关栏目，作为提议交对方决定。",
  },
  "record-archived": {
    message: "“{{no}} {{title}}”已不归本机构，只供查阅，没有写入任何内容。",
    hint: "需要继续办理的，请与下发或移交的机构联系。",
  },
  "task-joined": {
    message: "这一条已并入“{{no}} {{title}}”，没有写入任何内容。",
    hint: "请在并入的那一条上办理（命令行：{{id}}），或先把两条分开。",
  },
  "conflict-gone": {
    message: "这一项已经裁定，或者又有新的内容加入。",
    hint: "请刷新冲突与提议的列表后再看。",
  },
  "decision-not-yours": {
    message: "这一项由“{{office}}”决定，没有写入任何内容。",
    hint: "裁定会随它的联动包来；自己提出的提议可以不再坚持（不采纳）。",
  },
  "decision-missing": {
    message: "没有选定用哪一个。",
    hint: "请选其中一个，或另写一个；提议和不合程序的步骤也可以不采纳。",
  },
  "decision-not-allowed": {
    message: "这一步按规定现在仍不能接在前面的步骤之后，没有写入任何内容。",
    hint: "请先在记录上办理该办的一步，或选择不采纳。",
  },
  "purge-unconfirmed": {
    message: "清除内容需要确认。",
    hint: "清除后这里和其他机构都不能恢复，之前收进联动包时自动留的备份也一并删除；自己另存的备份里仍有，要自行处理。确认无误后再提交（命令行：--confirmed）。",
  },
  "purge-unit-unknown": {
    message: "没有“{{unit}}”这一部分可以清除。",
    hint: "请选择记录的某一栏；要清除整条记录，请不选任何一栏。",
  },
  "task-same-as-itself": {
    message: "这样合并会让任务绕回它自己，没有写入任何内容。",
    hint: "两条已经合在一起；要换方向，请先分开。",
  },
  "join-different-kinds": {
    message: "两条记录不是同一类，不能合并。",
    hint: "任务只能与任务合并，单位只能与单位合并。",
  },
  "join-not-here": {
    message: "这一类记录不能合并。",
    hint: "可以合并的是任务和单位。",
  },
  // Units, the office and its settings
  "unit-code-taken": {
    message: "代码 {{code}} 已经属于“{{name}}”。",
    hint: "请换一个代码，或留空由程序编号。",
  },
  "unit-name-taken": {
    message: "同一上级之下已有“{{name}}”（{{code}}）。",
    hint: "若是同一单位，不需要再加；若不是，请写全称以便区分。",
  },
  "unit-unknown": {
    message: "没有代码为 {{code}} 的单位。",
    hint: "请在“设置 › 单位”中查找或新增。",
  },
  "unit-same-as-itself": {
    message: "这样合并会让单位 {{code}} 绕回它自己。",
    hint: "请选择另一个单位，或先把对方分开。",
  },
  "unit-is-office": {
    message: "{{code}} 是本机构，不能撤下。",
    hint: "本机构不能从自己的数据中撤下。",
  },
  "file-not-readable": {
    message: "读不出这个文件：{{path}}",
    hint: "请确认文件还在、没有被占用，并且是 Excel 或 CSV 表格。",
  },
  "holidays-none": {
    message: "“{{name}}”里没有读出节假日。",
    hint: "每行应有一个日期和“休”或“班”，例如：2027-01-01 休。",
  },
  "office-already-set": {
    message: "这个数据文件夹已经属于单位 {{unit}}。",
    hint: "另一机构请使用另一个数据文件夹。",
  },
  "division-unknown": {
    message: "没有代码为 {{code}} 的行政区划。",
    hint: "请按名称查找，再选择查到的一项。",
  },
  "column-unknown": {
    message: "没有“{{column}}”这一列。",
    hint: "请在“列”中重新选择要导出的列。",
  },
  // Long work
  cancelled: {
    message: "已取消，什么都没有留下。",
    hint: "需要时可以重新开始。",
  },
  "job-ended": {
    message: "后台工作意外停止（{{code}}）。",
    hint: "数据没有受影响。请再试一次；若仍如此，请换小一些的文件，或告知维护人员。",
  },
  // Imports
  "file-missing": {
    message: "找不到文件：{{path}}",
    hint: "请检查路径和 U 盘；文件夹不能直接导入。",
  },
  "inside-data-folder": {
    message: "不能写进数据文件夹：{{path}}",
    hint: "那里是程序自己的文件。请把导出或备份的文件存到别处。",
  },
  "file-not-writable": {
    message: "不能写到 {{path}}",
    hint: "文件可能正在 Excel 或 WPS 里打开，或没有权限。请关闭它，或换个名字再试。",
  },
  "stage-gone": {
    message: "这次导入已经结束或被放弃了。",
    hint: "请重新选择文件；尚未确认的内容没有存下。",
  },
  "no-such-row": {
    message: "表里没有这一行（{{sheet}} 第 {{row}} 行）。",
    hint: "请刷新预览后再试。",
  },
  "no-such-field": {
    message: "没有“{{field}}”这个栏目。",
    hint: "请刷新预览后再试。",
  },
  "row-not-correctable": {
    message: "第 {{row}} 行不能在这里改正。",
    hint: "请在原文件里改正后重新导入。",
  },
  "nothing-to-import": {
    message: "没有可以导入的内容。",
    hint: "请检查表头和栏目对应是否正确，或换一张工作表。",
  },
  "already-imported": {
    message: "这个文件一字不差地导入过了（{{at}}）。",
    hint: "再导入会重复。确实要再导入时，命令行加 --again；要撤销先前那次，用 imports undo {{id}}。",
  },
  "year-needed": {
    message: "清单没有写年份，时限算不出日期。",
    hint: "请说明年份，命令行加 --year，例如 --year 2020。",
  },
  "import-worked-on": {
    message: "这次导入的记录有 {{count}} 条之后办理或修改过，没有撤销。",
    hint: "确认要连同这些一起撤销时，请选择“仍然撤销”（命令行加 --force）。",
  },
  "import-revised": {
    message: "“{{file}}”是在这次导入之上的修订，没有撤销。",
    hint: "请先撤销那次修订的导入。",
  },
  // Backup
  "backup-target": {
    message: "不能把备份写到 {{path}}",
    hint: "请检查文件夹是否存在、能否写入，或换一个位置。",
  },
  "backup-not-one": {
    message: "这不是联动台账的备份文件。",
    hint: "请选择用“备份”功能写出的文件。",
  },
  "backup-damaged": {
    message: "备份文件不完整或已损坏（{{name}}），没有恢复。",
    hint: "请重新复制一份，或使用另一份备份。",
  },
  "backup-from-the-future": {
    message: "备份来自更新版本的程序。",
    hint: "请安装新版本后再恢复。",
  },
  "restore-over-office": {
    message: "数据文件夹里已有数据，没有覆盖：{{path}}",
    hint: "请换一个空文件夹；确实要恢复到这里时加 --force，原来的数据会移到旁边。",
  },
  // The command line
  "unknown-command": {
    message: "没有这个命令：{{command}}",
    hint: "用 --help 查看全部命令。",
  },
  "wrong-usage": {
    message: "用法不对：{{reason}}",
    hint: "用 --help 查看这条命令的用法。",
  },
  "option-missing": {
    message: "缺少选项 {{option}}",
    hint: "用 --help 查看这条命令的用法。",
  },
  "word-missing": {
    message: "缺少 {{word}}",
    hint: "用 --help 查看这条命令的用法。",
  },
  "word-too-many": {
    message: "多余的内容：{{word}}",
    hint: "含空格的内容要加引号；用 --help 查看用法。",
  },
  "unknown-procedure": {
    message: "没有这个过程：{{name}}",
    hint: "用 call --list 查看全部过程。",
  },
  "not-json": {
    message: "参数不是 JSON：{{reason}}",
    hint: '参数要用引号括起来，例如 \'{"id":"…"}\'。',
  },
  "issue-stands-there": {
    message: "这个问题已经是这个状态（{{to}}）。",
    hint: "不需要再办。",
  },
  "issue-no-way": {
    message: "不能从 {{from}} 办到 {{to}}。",
    hint: "一次只走一步，现在可以办到：{{next}}。已销号的只能重新整改（reopen）；已撤销的不能再办。",
  },
  // 数据交换：文件
  "bundle-not-one": {
    message: "这不是联动台账的交换文件。",
    hint: "交换文件以 .ldx 结尾。请向对方要程序写出的原文件；用其他软件打开另存过的不能用。",
  },
  "file-is-bundle": {
    message: "这是一个联动包，不是这一步要的文件。",
    hint: "联动包请在“收件”里收进（命令行：exchange import）。",
  },
  "file-is-card": {
    message: "这是一张名片，不是这一步要的文件。",
    hint: "名片由上级在“机构与电脑”里核对指纹后入册（命令行：exchange enrol），再把名册带回。",
  },
  "file-is-roster": {
    message: "这是一份名册，不是这一步要的文件。",
    hint: "名册请在“机构与电脑”里收下（命令行：exchange trust）。",
  },
  "file-is-welcome": {
    message: "这是一个开通文件，不是这一步要的文件。",
    hint: "开通文件只能在还没有数据的电脑上，凭电话告知的开通码打开（命令行：exchange open）。",
  },
  "bundle-too-new": {
    message: "这个文件是用更新版本的程序写出的。",
    hint: "请安装 {{version}} 或以上版本；文件留在收件箱里，不用对方重发。",
  },
  "bundle-cut-off": {
    message: "这个文件不完整：只有 {{have}} 字节，应为 {{length}} 字节。",
    hint: "请从 U 盘重新复制，拔出前先安全弹出；如果 U 盘上的也不完整，请对方重新写出。",
  },
  "bundle-damaged": {
    message: "这个文件在途中损坏了。",
    hint: "没有收进任何内容。请重新复制，或请对方重新写出；数据没有丢失，下一个文件里会全部带上。",
  },
  "bundle-not-for-us": {
    message: "这个文件是 {{from}} 发给 {{to}} 的，只有对方能读。",
    hint: "请转交给 {{to}}。如果那就是本机构，说明对方还不认识这台电脑：请写出新的名片，由对方入册。",
  },
  "bundle-too-large": {
    message: "这个文件的内容超出了联动包的限度（{{what}}），没有解开。",
    hint: "程序不会写出这样的文件。请问清是不是对方写出的，不要再转发。",
  },
  "bundle-malformed": {
    message: "这个文件里面的内容不合联动包的格式（{{what}}）。",
    hint: "没有收进任何内容。请对方重新写出；如果仍被拒绝，请把文件和技术细节交给维护人员。",
  },
  "bundle-sender-unknown": {
    message: "写出这个文件的电脑（{{from}}，{{device}}）没有由受信任的机构入册。",
    hint: "请对方把名片交给上级入册，或者先收进最新的名册，再收这个文件。",
  },
  "bundle-signature-wrong": {
    message: "这个文件的签名不是 {{from}} 的。",
    hint: "没有收进任何内容。请打电话问 {{from}} 是否写过这个文件，并请对方重新写出。",
  },
  "bundle-envelope-differs": {
    message: "这个文件外面写的与 {{from}} 签名的内容不一致。",
    hint: "文件在途中被人改动过，没有收进任何内容。请 {{from}} 重新写出。",
  },
  "attachment-part-damaged": {
    message: "联动包旁边的附件文件损坏：{{name}}",
    hint: "记录没有受影响；该附件仍为“尚未收到”，会再向对方要。",
  },
  "welcome-code-wrong": {
    message: "这个码打不开该文件。",
    hint: "请对方逐字再念一遍；每个文件的码都不同。",
  },
  "exchange-target": {
    message: "不能把文件写到 {{path}}",
    hint: "请检查 U 盘或共享文件夹是否还在、是否写保护，或换一个位置。",
  },
  "exchange-target-other": {
    message: "{{path}} 处已有别的文件",
    hint: "它不是本程序的文件，没有动它。请换一个文件名。",
  },
  "exchange-written-differs": {
    message: "写到 {{path}} 的内容读出来不一样。",
    hint: "这个 U 盘或磁盘可能坏了，请换一个，不要使用这一份。",
  },
} as const;
