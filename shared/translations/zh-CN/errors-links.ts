/** 收发联动包时的拒绝及其处理办法。 */
export const linkErrors = {
  "exchange-at-the-desk": {
    message: "本机不是收发电脑，不能与 {{office}} 直接收发联动包。",
    hint: "与其他机构的联动包都由本机构的收发电脑收发；本机只与收发电脑交换。要换收发电脑，在“机构与电脑”里移交。",
  },
  "exchange-with-oneself": {
    message: "这是本机自己的联动包，不用收进。",
    hint: "请把它交给收件的机构；如果这台电脑是从别的电脑整机复制来的，请为其中一台重新入册。",
  },
  "office-not-enrolled": {
    message: "名册里没有 {{office}}，或者它的电脑都已停用，不能给它写联动包。",
    hint: "请先收下它的名片并入册，把名册带给它；或者先收进带有新名册的联动包。",
  },
  "bundle-begins-after": {
    message: "这个联动包从第 {{first}} 项开始，而 {{from}} 的内容这里只收到第 {{last}} 项，中间缺了一个文件。",
    hint: "没有收进任何内容。请先收进中间缺的文件；找不到时告诉对方：“我们收到第 {{last}} 项为止，请从那里重新写出。”",
  },
  "bundle-link-of-another": {
    message: "这个联动包自称来自 {{from}}，但它的编号属于另一个机构或电脑。",
    hint: "没有收进任何内容。请与 {{from}} 核对这个文件是谁写的，让对方重新写出。",
  },
  "receipt-nothing-taken": {
    message: "还没有收进过 {{office}} 的联动包，或者它的电脑被复制过，没有可以念的回执码。",
    hint: "先收进对方的联动包；电脑被复制过的，请对方重新入册后再写一份。",
  },
  "receipt-code-mistyped": {
    message: "回执码输入有误。",
    hint: "请对方再念一遍，逐位核对；最后一位是校验码。",
  },
  "receipt-code-other": {
    message: "这个回执码与发给 {{office}} 的内容对不上（第 {{number}} 项）。",
    hint: "请确认对方念的是收本机构文件的回执码，而不是收别处文件的；仍对不上时，重新写出联动包给对方。",
  },
} as const;
