/**
 * Words in which a character is not read as it is alone: places above all (单县 is Shàn, not Dān), and the words of
 * these offices that pinyin-pro's dictionary lacks or reads otherwise. Toneless, `v` for ü. Used by build/pinyin.mjs.
 */
const places = `
单县 shan xian; 单城 shan cheng; 六安 lu an; 六合区 lu he qu; 都匀 du yun; 成都 cheng du; 于都 yu du; 丰都 feng du; 昌都 chang du; 江都 jiang du; 都江堰 du jiang yan;
首都 shou du; 大都 da du; 中都 zhong du; 上都 shang du; 都昌 du chang; 都兰 du lan; 乐亭 lao ting; 乐陵 lao ling; 乐清 yue qing; 东莞 dong guan; 莞城 guan cheng; 尉犁 yu li; 洪洞 hong tong; 浚县 xun xian;
泌阳 bi yang; 中牟 zhong mu; 牟平 mu ping; 荥阳 xing yang; 荥经 ying jing; 台州 tai zhou; 涡阳 guo yang; 蚌埠 beng bu; 枞阳 zong yang; 铅山 yan shan; 莘县 shen xian; 蔚县 yu xian; 井陉 jing xing;
藁城 gao cheng; 筠连 jun lian; 犍为 qian wei; 番禺 pan yu; 句容 ju rong; 浒墅关 xu shu guan; 浒湾 xu wan; 华州 hua zhou; 华阴 hua yin; 柞水 zha shui; 吴堡 wu bu; 黄陂 huang pi; 监利 jian li;
宕昌 tan chang; 会稽 kuai ji; 喀什 ka shi; 伽师 jia shi; 什刹 shi cha; 什邡 shi fang; 什川 shi chuan; 甪直 lu zhi; 牟定 mou ding; 北碚 bei bei; 大埔 da bu; 黄埔 huang pu; 泊头 bo tou; 梁山泊 liang shan po; 任丘 ren qiu; 任县 ren xian;
任城 ren cheng; 任泽 ren ze; 长子 zhang zi; 长子营 zhang zi ying; 解州 xie zhou; 解虞 xie yu; 重庆 chong qing; 重阳 chong yang; 五重安 wu chong an; 厦门 xia men; 大城县 dai cheng xian;
崆峒 kong tong; 东阿 dong e; 阿胶 e jiao; 万柏林 wan bo lin; 柏林 bo lin; 趵突泉 bao tu quan; 大栅栏 da shi lan; 鸭绿江 ya lu jiang; 绿林 lu lin; 太行 tai hang; 星宿 xing xiu; 宿州 su zhou; 宿迁 su qian; 宿松 su song;
仡佬 ge lao; 藏族 zang zu; 西藏 xi zang; 畜牧 xu mu; 畜禽 xu qin; 民乐 min le; 音乐 yin yue; 尉氏 wei shi; 渑池 mian chi; 繁峙 fan shi; 隰县 xi xian; 莆田 pu tian; 弋阳 yi yang; 歙县 she xian; 黟县 yi xian; 郏县 jia xian;
盱眙 xu yi; 邳州 pi zhou; 睢宁 sui ning; 睢县 sui xian; 溧水 li shui; 溧阳 li yang; 丽水 li shui; 阆中 lang zhong; 珙县 gong xian; 郫都 pi du; 綦江 qi jiang; 涪陵 fu ling; 垫江 dian jiang; 耒阳 lei yang; 汨罗 mi luo; 猇亭 xiao ting;
蕲春 qi chun; 勐海 meng hai; 勐腊 meng la; 焉耆 yan qi; 龟兹 qiu ci; 若羌 ruo qiang; 会泽 hui ze; 曾都 zeng du; 会昌 hui chang; 六枝 liu zhi; 六盘水 liu pan shui; 曲阜 qu fu; 曲靖 qu jing; 曲江 qu jiang; 曲周 qu zhou; 阳曲 yang qu; 曲沃 qu wo; 河曲 he qu;
天台 tian tai; 朝阳 chao yang; 朝霞 zhao xia; 台江 tai jiang; 合阳 he yang; 合肥 he fei; 柏乡 bai xiang; 车站 che zhan; 沣水 feng shui; 孝妇河 xiao fu he; 淄博 zi bo; 博山 bo shan; 桓台 huan tai; 临朐 lin qu; 茌平 chi ping; 鄄城 juan cheng; 郯城 tan cheng; 莒县 ju xian;
罘山 fu shan; 芝罘 zhi fu; 即墨 ji mo; 长岛 chang dao; 长清 chang qing; 长山 chang shan; 长江 chang jiang; 长沙 chang sha; 长春 chang chun; 长治 chang zhi; 长宁 chang ning; 长乐 chang le; 天长 tian chang; 尚志 shang zhi; 大冶 da ye; 大夫 dai fu;
铜仁 tong ren; 婺源 wu yuan; 婺城 wu cheng; 亳州 bo zhou; 涿州 zhuo zhou; 涿鹿 zhuo lu; 滕州 teng zhou; 兖州 yan zhou; 儋州 dan zhou; 漯河 luo he; 濮阳 pu yang; 邗江 han jiang; 郸城 dan cheng; 鄱阳 po yang; 岢岚 ke lan; 岚皋 lan gao; 洱源 er yuan; 洮南 tao nan; 临洮 lin tao; 砀山 dang shan; 穆棱 mu ling; 大石桥 da shi qiao
`;

const words = `
镇长 zhen zhang; 区长 qu zhang; 市长 shi zhang; 局长 ju zhang; 科长 ke zhang; 处长 chu zhang; 河长 he zhang; 路长 lu zhang; 村长 cun zhang; 院长 yuan zhang; 校长 xiao zhang; 秘书长 mi shu zhang; 组长 zu zhang; 队长 dui zhang; 增长 zeng zhang; 生长 sheng zhang; 长效 chang xiao;
调度 diao du; 调研 diao yan; 调查 diao cha; 调动 diao dong; 调整 tiao zheng; 调解 tiao jie; 协调 xie tiao; 空调 kong tiao; 反弹 fan tan; 恶臭 e chou; 行业 hang ye; 银行 yin hang; 行政 xing zheng; 发行 fa xing;
满意率 man yi lv; 办结率 ban jie lv; 效率 xiao lv; 频率 pin lv; 比率 bi lv; 同比率 tong bi lv; 重复 chong fu; 重新 chong xin; 重建 chong jian; 重申 chong shen; 会计 kuai ji; 供给 gong ji; 给水 ji shui; 补给 bu ji; 给予 ji yu;
散煤 san mei; 散乱污 san luan wu; 供应 gong ying; 应急 ying ji; 倒灌 dao guan; 倾倒 qing dao; 倒查 dao cha; 更换 geng huan; 更新 geng xin; 变更 bian geng; 处理 chu li; 处置 chu zhi; 到处 dao chu; 办事处 ban shi chu; 信访处 xin fang chu; 便民 bian min;
参差 cen ci; 差旅 chai lv; 出差 chu chai; 畜产 xu chan; 载体 zai ti; 超载 chao zai; 量化 liang hua; 盛开 sheng kai; 传达 chuan da; 传记 zhuan ji; 扎实 zha shi; 落实 luo shi; 角色 jue se; 觉得 jue de; 睡觉 shui jiao; 暖和 nuan huo; 率先 shuai xian; 表率 biao shuai;
都市 du shi; 教师 jiao shi; 教书 jiao shu; 兴办 xing ban; 高兴 gao xing; 朝向 chao xiang; 间隔 jian ge; 中间 zhong jian; 分量 fen liang; 水分 shui fen; 成分 cheng fen; 血液 xue ye; 占地 zhan di; 占用 zhan yong; 好转 hao zhuan; 爱好 ai hao; 看护 kan hu; 监督 jian du; 挑选 tiao xuan; 露天 lu tian; 暴露 bao lu; 模样 mu yang; 模式 mo shi; 校对 jiao dui; 薄弱 bo ruo; 单薄 dan bo; 削减 xue jian; 剥离 bo li; 还原 huan yuan; 归还 gui huan; 奔波 ben bo; 埋怨 man yuan; 创建 chuang jian; 创伤 chuang shang; 冲洗 chong xi; 宁可 ning ke; 纤维 xian wei; 咽喉 yan hou; 吐槽 tu cao; 切实 qie shi; 一切 yi qie; 强迫 qiang po; 勉强 mian qiang; 曲线 qu xian; 歌曲 ge qu; 大夫 dai fu; 省市 sheng shi; 反省 fan xing
`;

const parse = (text) =>
  text
    .split(/[;\n]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "")
    .map((entry) => {
      const [word, ...reading] = entry.split(" ");
      if (Array.from(word).length !== reading.length) throw new Error(`${word}: one syllable a character`);
      return [word, reading.join(" ")];
    });

/** `[word, reading]` pairs of our own; they win over the dictionary's. */
export const ownWords = [...parse(words), ...parse(places)];
