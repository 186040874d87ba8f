/**
 * The words of a fingerprint (EX15): everyday things that are told apart by telephone. Their order is part of what a
 * fingerprint is, and never changes. Both languages show these, so that two offices read out the same.
 */
const lines = [
  "苹果 香蕉 葡萄 西瓜 橘子 石榴 樱桃 荔枝 核桃 花生 玉米 小麦 高粱 黄豆 白菜 萝卜",
  "茄子 辣椒 黄瓜 南瓜 冬瓜 土豆 番茄 洋葱 大蒜 生姜 豆腐 馒头 饺子 面条 米饭 包子",
  "牛奶 绿茶 咖啡 白糖 酱油 食盐 蜂蜜 鸡蛋 月饼 粽子 汤圆 烧饼 火锅 鱼汤 排骨 香肠",
  "老虎 狮子 大象 熊猫 猴子 骆驼 山羊 水牛 白马 黑猫 黄狗 兔子 松鼠 刺猬 乌龟 青蛙",
  "孔雀 喜鹊 燕子 麻雀 老鹰 天鹅 鸽子 鹦鹉 蝴蝶 蜻蜓 蜜蜂 蚂蚁 鲤鱼 螃蟹 海豚 鲸鱼",
  "太阳 月亮 星星 白云 彩虹 闪电 大雨 雪花 春风 秋霜 冰山 火焰 沙漠 草原 森林 湖泊",
  "长江 黄河 泰山 大海 瀑布 温泉 山洞 田野 果园 竹林 荷花 牡丹 梅花 菊花 桂花 玫瑰",
  "兰草 松树 柳树 杨树 银杏 枫叶 芦苇 水仙 蘑菇 青苔 树根 种子 麦穗 棉花 桑叶 茶园",
  "房子 大门 窗户 楼梯 屋顶 烟囱 围墙 院子 客厅 厨房 书房 阳台 水井 桥梁 灯塔 码头",
  "车站 机场 铁路 公路 隧道 广场 公园 学校 医院 银行 邮局 商店 工厂 仓库 剧院 球场",
  "汽车 火车 飞机 轮船 卡车 竹筏 单车 摩托 地铁 帆船 气球 火箭 马车 雪橇 吊车 电梯",
  "桌子 椅子 沙发 木床 衣柜 书架 镜子 台灯 电扇 冰箱 电视 电话 手表 闹钟 雨伞 钥匙",
  "毛巾 肥皂 牙刷 梳子 剪刀 针线 纽扣 皮鞋 草帽 手套 围巾 棉袄 衬衫 眼镜 背包 钱包",
  "铅笔 毛笔 墨水 纸张 字典 地图 信封 邮票 算盘 尺子 橡皮 粉笔 黑板 报纸 日历 相册",
  "钢琴 笛子 二胡 大鼓 铜锣 小号 吉他 象棋 风筝 陀螺 篮球 足球 乒乓 跳绳 秋千 滑梯",
  "锤子 斧头 锯子 钉子 螺丝 梯子 水桶 扫帚 铁锹 镰刀 扁担 箩筐 蜡烛 火柴 灯笼 鞭炮",
];

/** 256 words of two characters. */
export const fingerprintWords: readonly string[] = lines.flatMap((line) => line.split(" "));
