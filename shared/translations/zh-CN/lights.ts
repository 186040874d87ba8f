/** 预警灯为何是这样，附判断所用的数字。 */
export const lights = {
  why: {
    done: "已经办结，不再预警",
    "no-due": "没有截止日期，不作预警",
    "not-received": "签收后才开始计期，尚未签收",
    ongoing: "长期坚持，不计逾期",
    "no-period": "没有写明时限，不作预警",
    "unknown-period": "时限未能识别为日期，不作预警",
    lasting: "{{due}} 已过，转为长期坚持，不计逾期",
    "reported-undated": "已报完成，待确认",
    "reported-in-time": "{{on}} 已报完成，在截止日期 {{due}} 之内，待确认",
    "reported-late": "{{on}} 才报完成，超过截止日期 {{due}} {{days}} 天",
    overdue: "截止 {{due}}，已逾期 {{days}} 天",
    "due-today": "今天到期",
    soon: "截止 {{due}}，还有 {{days}} 天",
    behind: "时间已过 {{gone}}%，进度只有 {{percent}}%",
    "on-track": "截止 {{due}}，还有 {{days}} 天，进度正常",
    "report-due": "长期坚持，{{due}} 前反馈下一次，还有 {{days}} 天",
    "report-today": "长期坚持，本期反馈今天截止",
    "report-soon": "长期坚持，本期反馈 {{due}} 截止，还有 {{days}} 天",
    "report-missed": "长期坚持，上一期没有反馈；本期 {{due}} 截止",
  },
} as const;
