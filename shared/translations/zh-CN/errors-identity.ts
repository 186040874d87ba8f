/** 密钥、名片、名册方面的拒绝及其处理办法。 */
export const identityErrors = {
  "keys-missing": {
    message: "本机还没有密钥。",
    hint: "在“数据交换 → 首次联络”里建立密钥（命令行：exchange card 会自动建立）。",
  },
  "keys-there": {
    message: "本机已经有密钥，没有另建。",
    hint: "要更换保护方式，用“设置口令”；要换恢复码，用“换一个恢复码”。",
  },
  "keys-damaged": {
    message: "密钥文件已损坏，无法读取：{{path}}",
    hint: "用最近的备份恢复，再输入恢复码；没有备份时，把该文件移走，重新建立密钥并请上级重新入册。",
  },
  "keys-locked": {
    message: "密钥在口令保护之下，还没有解锁。",
    hint: "在“数据交换”里输入口令；忘记口令时输入恢复码（命令行：环境变量 LIANDONG_PASSPHRASE）。",
  },
  "keys-locked-os": {
    message: "密钥由操作系统保管，本程序这样启动时取不到。",
    hint: "请在窗口里办理；如果换了电脑、重装了系统或换了用户，请输入恢复码解锁。",
  },
  "keys-locked-recovery": {
    message: "数据是从备份恢复的，密钥要用恢复码解锁。",
    hint: "在“数据交换”里输入恢复码（建立密钥时抄下的七组字符）；没有恢复码时，只能重新建立密钥并请上级重新入册。",
  },
  "passphrase-short": {
    message: "口令太短，没有设置。",
    hint: "请用至少 {{least}} 个字。",
  },
  "passphrase-wrong": {
    message: "口令不对。",
    hint: "请检查大小写和输入法后再输一遍；忘记口令时输入恢复码。",
  },
  "recovery-none": {
    message: "这些密钥没有发放过恢复码。",
    hint: "请用口令解锁，然后换一个恢复码抄下来。",
  },
  "recovery-code-wrong": {
    message: "恢复码没有抄错，但打不开这里的密钥。",
    hint: "可能是换过恢复码：此备份要用当时的那个恢复码；或者是别的机构的恢复码。",
  },
  "code-mistyped": {
    message: "这组密码有抄错或漏写的字符。",
    hint: "应是 {{length}} 个字母和数字，请逐组对照再输一遍；其中没有字母 I、L、O、U。",
  },
  "card-not-one": {
    message: "这不是名片文件，或者已被改动。",
    hint: "请对方重新出一份名片，原样拷贝过来。",
  },
  "card-own": {
    message: "这是本机自己的名片，不用入册。",
    hint: "把它交给上级入册；给本机构的另一台电脑入册时，要用那台电脑出的名片。",
  },
  "card-above": {
    message: "“{{name}}”是上级，不能由本机构入册。",
    hint: "请把本机构的名片交给它，由它入册。",
  },
  "card-not-below": {
    message: "“{{name}}”（{{code}}）不在本机构辖区之内，不能由本机构入册。",
    hint: "请它把名片交给它的上级；名片上的区划代码如果选错了，请它改正后重新出名片。",
  },
  "card-of-further-computer": {
    message: "这份名片出自“{{name}}”的另一台电脑，不是收发电脑。",
    hint: "请“{{name}}”用收发电脑出名片；另一台电脑由“{{name}}”自己入册。",
  },
  "not-the-desk": {
    message: "本机不是收发电脑，没有本机构的签名密钥。",
    hint: "请在本机构的收发电脑上办理。",
  },
  "not-enrolled": {
    message: "本机构还没有由上级入册，不能办理。",
    hint: "先把本机构的名片交给上级，收进上级写回的名册。本机构就是最上级时，为第一个下级的名片入册即可。",
  },
  "roster-not-one": {
    message: "这不是名册文件，或者不完整。",
    hint: "请对方重新写一份名册，原样拷贝过来。",
  },
  "roster-without-us": {
    message: "名册里没有本机构（{{code}}），没有收进。",
    hint: "请确认上级已为本机构的名片入册，并给了入册之后写出的名册。",
  },
  "roster-other-key": {
    message: "名册里有本机构（{{code}}），但不是本机现在的密钥，没有收进。",
    hint: "可能是入册用了旧名片。请在本机重新出名片，请上级（或本机构的收发电脑）为它入册，再收进新的名册。",
  },
  "root-above": {
    message: "这份名册的最上级机构（{{offered}}）在原来信任的（{{pinned}}）之上。",
    hint: "与 {{offered}} 核对指纹后，选择“归入上级”（命令行：--adopt）。下级会自动跟随，不用逐个办理。",
  },
  "root-other": {
    message: "这份名册的最上级机构（{{offered}}）与已信任的（{{pinned}}）不同，没有收进。",
    hint: "先问清原因并打电话核对指纹。确实换了时，可带 --adopt 收进。",
  },
  "device-unknown": {
    message: "名册里没有“{{office}}”的这台电脑（{{device}}）。",
    hint: "在“机构与电脑”里看名册里有哪些电脑。",
  },
  "revoke-not-ours": {
    message: "“{{office}}”不在本机构辖区之内，不能由本机构停用它的电脑。",
    hint: "请由它自己或它的上级办理。",
  },
  "revoke-this-computer": {
    message: "不能停用本机。",
    hint: "请在本机构的另一台收发电脑上办理，或请上级办理；先把收发移到另一台电脑。",
  },
  "desk-here": {
    message: "收发电脑就是本机，不用移交。",
    hint: "要移到另一台电脑，请在“机构与电脑”里选那一台。",
  },
  "welcome-not-below": {
    message: "{{code}} 不在本机构辖区之内，不能为它写开通文件。",
    hint: "请选本机构的下级；别处的单位由它的上级开通。",
  },
  "welcome-malformed": {
    message: "开通文件的内容不完整，没有开通。",
    hint: "请上级重新写一份开通文件。",
  },
  "welcome-taken": {
    message: "这份开通文件已经用过，本机已经开通。",
    hint: "直接使用即可；要补收内容，请上级再写一个联动包。",
  },
} as const;
