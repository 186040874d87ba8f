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
} as const;
