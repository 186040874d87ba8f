/** 联动任务各环节的拒绝及其处理办法。每个部分一段，互不相干。 */
export const linkageErrors = {
  // Tasks: breakdown, assignment, extensions
  "period-backwards": {
    message: "时限“{{text}}”结束早于开始，没有写入任何内容。",
    hint: "请改正其中一头；跨年的写明年份，如“2020年11月1日至2021年3月1日”。",
  },
  "task-withdrawn": {
    message: "“{{no}} {{title}}”已撤销，不再办理，没有写入任何内容。",
    hint: "撤销的理由见该任务；确需继续办理的，由撤销它的机构撤回撤销。",
  },
  "assignment-withdrawn": {
    message: "“{{no}} {{title}}”对“{{unit}}”的指派已撤销，没有写入任何内容。",
    hint: "需要它继续办理的，请再次指派。",
  },
  "unit-is-group": {
    message: "“{{text}}”是一组单位，不能直接指派。",
    hint: "请先看清它在这里指哪些单位，再选定指派给谁（命令行：units resolve 可列出）。",
  },
  "breakdown-loops": {
    message: "“{{no}} {{title}}”下面已经包含“{{parent}}”，这样分解会绕回它自己，没有写入任何内容。",
    hint: "请换一个上级任务，或先把中间的任务改为单独的任务。",
  },
  "parent-withdrawn": {
    message: "“{{no}} {{title}}”已撤销，不能再把任务列在它下面。",
    hint: "请换一个上级任务，或先撤回它的撤销。",
  },
  "step-without-files": {
    message: "这一步不能附佐证材料，没有写入任何内容。",
    hint: "佐证材料附在进展或报完成上；请去掉文件后再提交。",
  },
  "arrange-without-unit": {
    message: "“{{no}} {{title}}”没有选定单位，不知道是调整谁的安排。",
    hint: "请选定一个承办单位；整项任务的时限请在“修改”里改。",
  },
  "arrange-nothing": {
    message: "“{{no}} {{title}}”既没有写时限，也没有写联络人，没有写入任何内容。",
    hint: "请至少写一样。",
  },
  "extension-late": {
    message: "“{{no}} {{title}}”的期限 {{due}} 已过，{{on}} 才提出，不能再申请延期。",
    hint: "延期要在到期之前（含当天）提出。请如实报进展，并与下发单位联系，由它调整时限。",
  },
  "extension-not-later": {
    message: "“{{no}} {{title}}”现在的期限是 {{due}}，申请的 {{asked}} 并不更晚。",
    hint: "请写一个更晚的日期；要提前完成的，直接报完成即可。",
  },
  "extension-asked-already": {
    message: "“{{no}} {{title}}”已经申请过延期，还没有答复。",
    hint: "请等答复；写错了的，先撤回那次申请再提。",
  },
  "extension-no-due": {
    message: "“{{no}} {{title}}”没有到期日，不用申请延期。",
    hint: "长期坚持或未定时限的任务，请与下发单位商定时限。",
  },
  "extension-without-date": {
    message: "“{{no}} {{title}}”的延期没有写明延到哪一天。",
    hint: "请写一个能算出日期的时限，例如“7月10日前”。",
  },
  "extension-recurring": {
    message: "“{{no}} {{title}}”是周期任务，各期不办延期。",
    hint: "本期办不完的，请如实报进展；整个周期要改的，由下发单位调整时限。",
  },
  "extension-not-asked": {
    message: "“{{no}} {{title}}”没有待答复的延期申请。",
    hint: "要改时限的，请用“调整安排”。",
  },
  "paste-refused": {
    message: "有 {{count}} 个单元格不能粘贴，一个都没有写入。",
    hint: "请按预览里的说明改正或去掉这些单元格，再粘贴。",
  },
  "paste-column": {
    message: "“{{field}}”这一列由程序算出，不能粘贴。",
    hint: "可以粘贴的有：序号、任务、措施、单位、时限、分节、备注、行动、进度和进展。",
  },
  "paste-percent": {
    message: "“{{text}}”不是进度。",
    hint: "请写 0 到 100 之间的数，例如 85%、85 或 0.85。",
  },
  "paste-title": {
    message: "任务名称不能为空。",
    hint: "请在任务名称一列写上内容，或去掉这一行。",
  },
  "paste-twice": {
    message: "同一项任务在粘贴的内容里有两行。",
    hint: "请去掉其中一行。",
  },

  // Units: villages, pasting
  "village-needs-town": {
    message: "“{{name}}”不是镇（街道），村和社区要列在镇（街道）之下。",
    hint: "请先选择它们所属的镇（街道），再录入名称。",
  },
  "village-not-enrolled": {
    message: "“{{name}}”是村（社区），不单独入册。",
    hint: "村和社区不用本程序，由所在的镇（街道）代为签收和填报。",
  },
  "group-empty-here": {
    message: "“{{text}}”在这里没有对应的单位。",
    hint: "请逐个写明单位，或先在单位里补上它们。",
  },
  "nothing-to-undo": {
    message: "没有可以撤销的操作。",
    hint: "要撤销较早的一次，请写明它的版本。",
  },
  "names-none": {
    message: "没有读出名称。",
    hint: "请一行写一个名称；前面的序号会自动去掉。",
  },
  "names-all-there": {
    message: "这 {{count}} 个名称在“{{name}}”之下都已经有了，没有新增。",
    hint: "不需要再录入；同名而不同的单位，请写全称以便区分。",
  },
  "names-none-in-file": {
    message: "“{{name}}”里没有读出单位名称。",
    hint: "请用一列写名称、一行一个的表格或文本文件。",
  },

  // Urgings and dispatch
  "urging-not-below": {
    message: "“{{unit}}”是本机构或上级，不能向它发督办单，没有写入任何内容。",
    hint: "督办单发给下级单位或部门；请核对承办单位。",
  },
  "urging-number-taken": {
    message: "编号{{number}}已经给了另一份督办单。",
    hint: "请换一个本年没有用过的编号。",
  },
  "urging-step-refused": {
    message: "发给“{{unit}}”的督办单{{no}}现在的状态不能做这一步，没有写入任何内容。",
    hint: "请打开该督办单查看当前状态；成批办理时，请去掉这一份再试。",
  },
  "urging-nobody": {
    message: "这项任务没有逾期或未反馈的单位，没有可催办的。",
    hint: "仍要催办的，请从任务发督办单，自己选择单位、写明要求。",
  },
  "dispatch-withdrawn": {
    message: "{{month}} 的这次调度会已撤销，不能再记录。",
    hint: "请先在修改历史里撤回它的撤销，或者新建一次调度会。",
  },
  "day-unreal": {
    message: "没有 {{day}} 这一天。",
    hint: "请填写日历上有的日期。",
  },

  // Fill-back forms
  "form-received-unknown": {
    message: "“是否签收”填了“{{text}}”，看不出是还是否。",
    hint: "这一格没有登记。请选“是”，或者留空。",
  },
  "form-received-already": {
    message: "这项任务已经签收，不能改填“{{text}}”。",
    hint: "不应由该单位承办的，请在办理状态选“已退回”并写明理由。",
  },
  "form-state-unknown": {
    message: "办理状态填了“{{text}}”，不是认得的状态。",
    hint: "这一格没有登记。请与该单位核对，应为已签收、推进中、已报完成、已退回之一。",
  },
  "form-state-behind": {
    message: "办理状态填了“{{text}}”，而这里已经是“{{now}}”。",
    hint: "这一格没有登记，办理状态不会倒退；确需更正的，请在任务里办理。",
  },
  "form-state-not-theirs": {
    message: "“{{text}}”由下达任务的单位决定，不能在填报表上填。",
    hint: "这一格没有登记。确要撤销任务，请在任务里办理。",
  },
  "form-percent-unknown": {
    message: "进度填了“{{text}}”，不是数字。",
    hint: "这一格没有登记。请与该单位核对，应为 0 至 100。",
  },
  "form-percent-range": {
    message: "进度填了“{{text}}”，超过 100。",
    hint: "这一格没有登记。请与该单位核对，应为 0 至 100。",
  },
  "form-date-unknown": {
    message: "办理日期填了“{{text}}”，不是一个日期。",
    hint: "这一格没有登记，本行按填报日期或今天登记。可请该单位写成 2026-3-5 的样子。",
  },
  "form-date-future": {
    message: "办理日期填了“{{text}}”，晚于今天（{{today}}）。",
    hint: "这一格没有登记，本行按填报日期或今天登记。请与该单位核对。",
  },
  "form-date-alone": {
    message: "只填了办理日期，没有填办理情况。",
    hint: "没有可登记的内容；请与该单位核对是否漏填。",
  },
  "form-cell-not-yours": {
    message: "任务原文被改成了“{{text}}”。",
    hint: "这处改动不收录，任务保持原样；确需修改，请在任务里办理。",
  },
  "form-not-a-form": {
    message: "这不是填报表：没有找到填报表的表头。",
    hint: "请选交回的填报表；任务清单请用“导入任务清单”。",
  },
  "form-of-another-office": {
    message: "这是 {{office}} 发出的填报表，不是本机构的。",
    hint: "没有收录任何内容。请把它转交给 {{office}}。",
  },
  "form-unknown": {
    message: "这份填报表不是从这里发出的，或者发出它的那次操作已经撤销。",
    hint: "没有收录任何内容。请核对是否拿错了文件，或重新发一份给该单位。",
  },
  "form-void": {
    message: "这份填报表已经作废（{{reason}}）。",
    hint: "没有收录任何内容。作废有误的，先撤销作废，再收一次。",
  },
  "form-of-past-list": {
    message: "这是过去的填报表（{{issuedOn}} 发出）：表上的任务都已撤销、存档或不在了。",
    hint: "没有收录任何内容。请让该单位填写现在的填报表。",
  },
  "form-replaced": {
    message: "这份填报表（{{issuedOn}} 发出）已被 {{newer}} 发出、且已收回的一份取代。",
    hint: "没有收录任何内容，以免旧内容盖过新内容。确有补充的，请在任务里登记。",
  },
  "form-newer-sent": {
    message: "此后（{{newer}}）又给该单位发过一份含有同样任务的填报表。",
    hint: "可以收录；请留意该单位会不会再交回新的一份。",
  },
  "form-taken-before": {
    message: "这个文件已于 {{on}} 收录过，内容完全相同。",
    hint: "不必再收。",
  },
  "form-file-twice": {
    message: "与这次所选的“{{name}}”是同一个文件。",
    hint: "只收一份即可。",
  },
  "form-two-files": {
    message: "这次所选的“{{name}}”也是同一张填报表，内容不同。",
    hint: "先只收前一份；请与该单位核对以哪份为准，两份都要收时再勾选这份。",
  },
  "form-parts-gone": {
    message: "文件里的隐藏内容不在了（可能是抄到新表或另存为别的格式），已按表号、序号和任务名称认出。",
    hint: "请核对是不是发给{{unit}}的这张表。",
  },
  "form-row-added": {
    message: "这一行是填表人自行添加的，不是发出的任务。",
    hint: "不登记为任务，原话随文件存档；确要列为任务的，请在任务里新增。",
  },
  "form-row-missing": {
    message: "发出时有这一行，交回时没有了。",
    hint: "这项任务没有登记任何内容；请与该单位核对。",
  },
  "form-row-id-changed": {
    message: "这一行的隐藏编号被改动或去掉了，按序号和任务名称认出。",
    hint: "请核对是不是这项任务。",
  },
  "form-task-gone": {
    message: "这项任务已撤销、存档或不在了。",
    hint: "这一行不登记，所填内容随文件存档。",
  },
  "forms-nothing-to-write": {
    message: "所选单位没有可写进填报表的任务。",
    hint: "任务要未完成，并已指派给该单位，或者写明由它牵头、承办。",
  },
  "forms-nothing-to-take": {
    message: "没有可以收录的文件。",
    hint: "请看每个文件的说明；已经收录过的不必再收。",
  },
  "forms-no-files": {
    message: "所选的文件夹里没有表格文件。",
    hint: "请选交回的 .xlsx、.xls、.et 或 .csv 文件，或者放着它们的文件夹。",
  },
  "forms-too-many-files": {
    message: "一次选了 {{count}} 个文件，最多 {{most}} 个。",
    hint: "请分几次收。",
  },
  "form-void-already": {
    message: "这份填报表已经作废。",
    hint: "不必再作废一次。",
  },

  // Board
  "board-foreign": {
    message: "“{{title}}”由 {{office}} 下发，本机构不能改它的时限。",
    hint: "请在任务上申请延期，说明理由、进展和新的日期。",
  },
  "board-withdrawn": {
    message: "“{{title}}”已撤销，不能改期。",
    hint: "请先撤回它的撤销，再改时限。",
  },
  "board-not-dates": {
    message: "“{{title}}”的时限是“{{period}}”，不是起止日期，不能在配档表上改期。",
    hint: "请在任务的“修改”中改写完成时限。",
  },

  // Campaigns and templates
  "campaign-name-taken": {
    message: "已有名为“{{name}}”的行动。",
    hint: "请直接用它，或者换一个名称。",
  },
  "campaign-withdrawn": {
    message: "行动“{{name}}”已撤销。",
    hint: "请先撤回它的撤销，或者另建一个行动。",
  },
  "template-nothing": {
    message: "没有任务可存为模板：当前清单中没有任务，或者都已撤销。",
    hint: "请放宽筛选条件，或者换一份清单再存。",
  },
  "template-all-left-out": {
    message: "模板中的任务都被略去了，没有任务可下发。",
    hint: "请至少保留一项任务。",
  },
  "template-withdrawn": {
    message: "模板“{{name}}”已撤销。",
    hint: "请先撤回它的撤销，或者另存一个模板。",
  },
  "year-out-of-range": {
    message: "年份 {{year}} 超出范围。",
    hint: "请填 2000 至 2099 之间的年份。",
  },
} as const;
