/** 提醒：逾期、今日到期、本旬到期、待报进展、延期待批。 */
export const reminders = {
  title: "今日提醒",
  openList: "打开清单",
  of: {
    tasks: "联动任务",
    issues: "整改台账",
    urgings: "督办单",
  },
  until: "至 {{day}}",
  lists: {
    overdue: "逾期",
    today: "今日到期",
    "ten-days": "本旬到期",
    reports: "待报进展",
    extensions: "延期待批",
  },
  none: {
    overdue: "没有逾期的。",
    today: "今天没有到期的。",
    "ten-days": "本旬没有到期的。",
    reports: "没有到时候要报进展的长期任务。",
    extensions: "没有等待答复的延期申请。",
  },
  settings: {
    title: "提醒",
    link: "提醒设置",
    ofThisComputer: "只在这台电脑上有效。通知里只有数目，没有任务内容和个人信息。",
    on: "每日通知",
    onHint: "每天一次：打开程序时，或程序一直开着时到了设定的时间。关闭后不再弹出。",
    at: "通知时间",
    atHint: "程序当天已经通知过的，不再重复。",
    badge: "图标角标",
    badgeHint: "在程序图标上显示逾期、今日到期、待报进展和延期待批的总数。",
  },
} as const;
