// Chinese cue words of the kinds of event, by what they do (see `CueRow`). General language of
// bulletins only: no names, no single items. Each form stands in one row of both tables; of forms
// that begin at the same place the longest wins, which is how blocks work.

#pragma once

#include "indexer/understanding/kind_cues.hpp"

namespace bulletin {

inline constexpr CueRow kChineseCues[] = {
    // Visit.
    {CueRole::kBlock, 0,
     "访问学者 访问教授 访问研究 访问学生 访问量 访问次数 访问人数 访问网站 访问地址 访问链接 "
     "访问本站 访问官网 访问官方 点击访问 网络访问 网站访问 访问权限 访问速度 无障碍访问 "
     "可访问性 访问控制 访问时间 考察期 接待处 接待中心 接待室 接待站 来访登记 来访者 来访须知 "
     "参观券 参观须知 问卷调研 调研报告 调研问卷 市场调研 来校就读 来校报到 来校任教 来校工作 "
     "来校学习 赴任 赴约 奔赴 全力以赴 共赴 赴汤蹈火 会见厅 考察团费 干部考察 考察对象 前往下载 "
     "调研员 巡视员 "
     "访问调查"},
    {CueRole::kSure, kVisit,
     "访问 来访 到访 出访 回访 拜访 走访 造访 拜会 参访 莅校 莅临 莅院 来校访问 来我校访问 会见 "
     "接见 晤面 访华 访欧 访美 访日 访韩 访英 访德 访法 访俄 访港 访澳 访台 访非 考察访问 访问考察 "
     "来校考察 来访交流 考察团 访问团 参访团 到校交流 来校交流"},
    {CueRole::kTitle, kVisit, "互访"},
    {CueRole::kLead, kVisit,
     "考察 调研 参观 来校 来院 到校 接待 来华 来京 做客 实地了解 视察 看望"},
    {CueRole::kTravel, kVisit,
     "到我校 来我校 代表团 率团 率队 带队 一行 赴 前往 抵达 来到 飞抵 到达 远赴 出席代表团"},

    // Signing.
    {CueRole::kBlock, 0,
     "签署的 签订的 签约的 拟签署 拟签订 待签署 签约率 签约歌手 签约作家 签约演员 签到 签证 签名册 "
     "便签 标签 签收 电子签名 签约球员"},
    {CueRole::kSure, kSigning,
     "签署 签订 签约 续签 续约 签字仪式 签约仪式 签署仪式 换签 缔结 缔约 正式签字 签下 共同签字"},
    {CueRole::kTitle, kSigning, "合作协议 备忘录 框架协议 意向书 协议书"},
    {CueRole::kLead, kSigning,
     "达成合作协议 达成战略合作 建立合作关系 建立校际合作 建立战略合作 结为友好 建立友好合作 "
     "缔结姐妹校 达成协议"},

    // Meeting.
    {CueRole::kBlock, 0,
     "会议室 会议中心 会议厅 会议纪要 会议精神 会议系统 会议设备 会议记录 大会堂 运动会 音乐会 "
     "论坛报 年会费 论坛版 会议通知 论坛帖 会议论文 论坛区 重要会议精神 座谈会室 国际会议"},
    {CueRole::kAct, kMeeting | kTraining | kExchange,
     "举行 举办 主办 承办 协办 合办 联合举办 成功举办 顺利举行 隆重举行"},
    {CueRole::kAct, kMeeting | kTraining, "参加 圆满结束 顺利结束 圆满落幕 落下帷幕 参与 结束"},
    {CueRole::kAct, kMeeting,
     "召开 出席 参会 与会 闭幕 落幕 主持 列席 召集 亮相 致辞 主旨发言 主旨报告 主旨演讲 发言 聚首 "
     "齐聚 汇聚 开会 应邀参会 拉开帷幕"},
    {CueRole::kTitleThing, kMeeting,
     "大会 年会 论坛 研讨会 峰会 学术会议 圆桌会议 工作会 工作会议 推进会 部署会 视频会 视频会议 "
     "视频会谈 线上会议 线上会谈 对话会 洽谈会 例会 理事会会议 理事会年会 理事会议 沙龙 博览会 "
     "讨论会 报告会 论证会 评审会 启动会 总结会 协调会 磋商会 推介会 联席会 联席会议 "
     "全体会议 董事会会议 代表大会 高峰会 高层论坛 经验交流会 工作例会 年度会议 学术研讨 "
     "动员会 协商会议 筹备会 筹备会议 通气会"},
    {CueRole::kTalks, kMeeting, "座谈会 交流会 恳谈会 茶话会 见面会"},
    {CueRole::kWeakThing, kMeeting, "会议 会谈 研讨 座谈 讨论"},
    {CueRole::kUndo, kMeeting,
     "期间 之机 之际 间隙 上 后 前夕 嘉宾 代表 中方代表 组委会 秘书处 学员 成员 主席"},
    {CueRole::kUndo, kAnyKind & ~(kVisit | kSigning), "的"},

    // Training.
    {CueRole::kBlock, 0,
     "培训中心 培训学院 培训机构 培训部 培训处 培训需求 培训学校 培训规模 培训体系 培训市场 "
     "培训基地 培训教材 研究培训 教育培训 培训资源 讲座教授 培训费 培训合作 进修学院 公开进修"},
    {CueRole::kSure, kTraining,
     "培训班 研修班 进修班 训练营 研习班 讲习班 开班 开班式 开班仪式 结业 结业式 结业典礼 结训 "
     "开训 研修营 培训营"},
    {CueRole::kLead, kTraining,
     "专题培训 培训会 结课 开课 系列讲座 大讲堂 工作坊 集训 研修项目 培训项目 培训活动 线上培训 "
     "网络培训 岗前培训 研修活动 技能培训 培训课程 师资培训 教师培训 系列课程 短期课程 开讲 讲堂 "
     "公开课 "
     "轮训 研讨班 骨干培训 短训班"},
    {CueRole::kAct, kTraining, "开展 组织 完成 接受 开始 实施 学习 开设 走进"},
    {CueRole::kTitleThing, kTraining, "培训"},
    {CueRole::kThing, kTraining, "研修 进修 远程课程 课程班 讲座 实训"},

    // Opening.
    {CueRole::kBlock, 0,
     "成立于 创办于 设立于 建成于 成立以来 成立至今 成立的 启动的 启动资金 设立的 启动器 落成于 "
     "重启 启用密码 "
     "启动按钮 快速启动 开馆时间 开放时间 开放日 成立之初 成立后"},
    {CueRole::kSure, kOpening,
     "揭牌 挂牌 揭幕 落成 启用 奠基 开馆 开园 开学典礼 开学仪式 成立仪式 成立大会 启动仪式 "
     "正式启动 "
     "正式成立 正式上线 正式运行 投入使用 投入运行 开通 竣工 揭牌仪式 授牌仪式 正式开放 开门 剪彩 "
     "挂牌成立 开工 开展首展"},
    {CueRole::kLead, kOpening, "成立 启动 设立 建成 开业 创办 开放使用"},
    {CueRole::kAct, kOpening | kMeeting, "开幕 启幕 开幕式 开幕典礼"},
    {CueRole::kAct, kOpening | kPublication, "上线 推出"},
    {CueRole::kThing, kOpening,
     "平台 系统 网站 门户 展览 展 画展 书画展 摄影展 成果展 艺术展 艺术节 小程序 客户端 专业 "
     "学习中心 频道"},
    {CueRole::kUndo, kOpening,
     "周年 一周年 两周年 五周年 十周年 二十周年 三十周年 四十周年 五十周年"},

    // Award.
    {CueRole::kBlock, 0,
     "授予学位 学位授予 奖学金 颁奖词 奖助学金 奖教金 获奖感言 授予权 奖惩 曾获奖 获奖经历 "
     "奖励办法 授予单位"},
    {CueRole::kSure, kAward,
     "获奖 荣获 颁奖 获评 一等奖 二等奖 三等奖 特等奖 金奖 银奖 铜奖 优秀奖 特别奖 杰出奖 创新奖 "
     "贡献奖 "
     "摘得 斩获 夺冠 夺得 折桂 喜获 荣膺 获颁 获授 荣誉称号 捧杯 名誉博士 荣誉博士 表彰大会 表彰了 "
     "颁奖典礼 "
     "颁奖仪式 颁奖礼 授奖 蝉联 摘冠 摘金 夺金"},
    {CueRole::kLead, kAward,
     "表彰 授予 评为 名誉教授 荣誉教授 客座教授聘书 名誉顾问 荣誉顾问 入选 优胜 嘉奖 奖章 勋章 "
     "获聘"},
    {CueRole::kActBefore, kAward, "获得 获 赢得 收获 揭晓 荣登 被评"},
    {CueRole::kThing, kAward, "奖 奖项 大奖 称号 冠军 亚军 季军 名次 殊荣 荣誉 奖杯 奖牌"},

    // Exchange.
    {CueRole::kBlock, 0,
     "交流中心 交流处 交流协会 学术交流中心 文化交流中心 交流合作处 交流合作部 交换机 交换意见 "
     "交换礼物 交换纪念品 国际交流 交流部 交换价值 数据交换 交流学院 信息交换 文化交流协会 "
     "交流基金会 交流与合作处 人文交流中心"},
    {CueRole::kLead, kExchange,
     "交换生 文化交流 交流项目 交流活动 学生交流 师生交流 青少年交流 青年交流 人文交流 夏令营 "
     "冬令营 "
     "秋令营 研学营 交流营 联谊活动 联谊会 联欢会 联欢活动 文化节 文化周 文化日 友谊赛 线上交流 "
     "云交流 交流团 交流周 交流生 体验营 研习营 交流学习 互派 交流访学 文化体验 教学交流 赴外交流"},
    {CueRole::kTitle, kExchange, "学术交流 交换项目 开展交流 进行交流 交流之旅"},

    // Publication.
    {CueRole::kBlock, 0,
     "出版社 出版集团 出版传媒 出版局 出版业 出版署 出版物 出版界 出版商 发布时间 发布日期 发布人 "
     "发布单位 发布者 发布机构 发布于 发布的 信息发布 发行部 发布来源 发布部门 稿件发布 文章发布 "
     "新闻发布会 首发阵容 "
     "出版有限 出版中心 出版公司"},
    {CueRole::kSure, kPublication,
     "首发 首发式 首发仪式 问世 面世 印发 刊发 付梓 创刊 新书 新书发布 出版发行 正式出版 公开出版 "
     "正式发布"},
    {CueRole::kLead, kPublication, "出版 发布 发行 刊登 公布 发布会 发布报告 发布白皮书 免费开放"},
    {CueRole::kThing, kPublication,
     "课程资源 教材 图书 丛书 报告 白皮书 蓝皮书 成果 指南 课程 资源 慕课 标准 手册 词典 读本 绘本 "
     "数据集 期刊 论文集 年鉴 倡议"},

    {CueRole::kAct, kOffer, "提供 免费提供 开放共享"},
    {CueRole::kThing, kOffer,
     "学习资源 教学资源 数字资源 线上资源 在线课程 免费课程 优质资源 资源包"},

    // What silences.
    {CueRole::kBlock, 0,
     "成就 就业 就读 就职 就是 造就 就此 就学 就近 就餐 迁就 早就 受邀 应邀 将军 名将 大将 健将 "
     "未来 未央 虚拟 模拟 拟定 负责人 借助 借鉴 借力 借此 凭借 借阅 借书 表示欢迎 表示感谢 "
     "表示祝贺 "
     "表示热烈 表示衷心 表示诚挚 表示慰问"},
    {CueRole::kMute, kAnyKind,
     "希望 表示 指出 强调 期待 愿意 愿与 愿在 建议 提出 提议 拟 盛邀 诚邀 邀请其 邀请对方 邀请我校 "
     "并邀请 认为 期望 有意 力争 谈到 有望"},
    {CueRole::kMuteClause, kAnyKind,
     "就 围绕 探讨 商讨 讨论了 曾 曾经 此前 以往 多年来 近年来 历年 根据 依据 按照 为了 筹备 介绍 "
     "介绍了 "
     "加强 深化 洽谈 商谈 未 负责 推动 促进 旨在 计划 商定 约定 回顾 感谢 欢迎 达成共识 意向合作 "
     "涵盖 "
     "包括 涉及 内容为"},
    {CueRole::kMuteClause, kMeeting, "借 正值 适逢 在参加"},
    {CueRole::kLater, kAnyKind, "将 将于 即将"},
};

}  // namespace bulletin
