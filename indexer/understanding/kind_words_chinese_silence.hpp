// Chinese words that silence cues: talk and wishes, the past, plans, and what is no news of these
// kinds, such as an obituary. Rules as in kind_words_chinese.hpp.

#pragma once

#include "indexer/understanding/kind_cues.hpp"

namespace bulletin {

inline constexpr CueRow kChineseSilenceCues[] = {
    // What silences.
    {CueRole::kBlock, 0,
     "成就 就业 就读 就职 就是 造就 就此 就学 就近 就餐 迁就 早就 受邀 应邀 将军 名将 大将 "
     "健将 未来 未央 虚拟 模拟 拟定 负责人 借助 借鉴 借力 借此 凭借 借阅 借书 表示欢迎 "
     "表示感谢 表示祝贺 表示热烈 表示衷心 表示诚挚 表示慰问 拟录取 新任 未婚 希望小学 希望工程 "
     "前曾 拟人 指出方向 每年一度 将军澳 感谢信 欢迎仪式 欢迎晚宴 欢迎晚会 表示哀悼 表示欢送 "
     "邀请函 邀请展 邀请赛 就医 就座 就位 就是说"},
    {CueRole::kMute, kAnyKind,
     "希望 表示 指出 强调 期待 愿意 愿与 愿在 建议 提出 提议 拟 盛邀 诚邀 邀请其 邀请对方 "
     "邀请我校 并邀请 认为 期望 有意 力争 谈到 有望 预计 预期 期盼 盼望 冀望 商定 约定 "
     "达成共识 有意愿 计划于 可望 打算 根据协议 按照协议 依据协议 协议约定 协议规定 协议明确 "
     "依协议 根据换文 根据备忘录 根据合约 根据协定 按协议 协议内容 备忘录内容 呼吁 敦促 考虑 "
     "设想 畅谈 畅想 表达了 表明 相信 欢迎更多 勉励 号召 寄语 受益者 憧憬"},
    {CueRole::kMuteClause, kAnyKind,
     "就 围绕 探讨 商讨 讨论了 曾 曾经 此前 以往 多年来 近年来 历年 根据 依据 按照 为了 筹备 "
     "介绍 介绍了 加强 深化 洽谈 商谈 未 负责 推动 促进 旨在 计划 回顾 感谢 欢迎 意向合作 涵盖 "
     "包括 涉及 内容为 早在 过往 先后七次 迄今 历届 自去年 去年 前年 前不久 此前曾 上届 上一届 "
     "研究了 为推动 为促进 为加强 话题 议题"},
    {CueRole::kMuteClause, kMeeting, "借 正值 适逢 在参加"},
    {CueRole::kLater, kAnyKind,
     "将 将于 即将 明年 后年 年内 今后 下一步 下一阶段 每年 合格者 有机会 合格后 下次 尽快 "
     "尽早 届时 接下来 未来五年 未来三年 未来几年 将来"},
    {CueRole::kMute, kSigning, "首份 上一份 原协议 首个协议"},
    {CueRole::kNotNews, kAnyKind,
     "怀念 悼念 缅怀 讣告 逝世 去世 病逝 辞世 离世 仙逝 追思 追悼 沉痛 与世长辞 讣闻 停课 停电 "
     "停水 闭馆 放假"},
    {CueRole::kNotNews, kPublication | kOpening | kTraining | kExchange,
     "任命 委任 出任 就任 履新 上任 接任 任职 到职 卸任 招聘 招募 征才 征聘 聘任公告 人事任免 "
     "停机"},
};

}  // namespace bulletin
