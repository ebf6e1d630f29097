// The cue words of the kinds of event, English and Chinese, by what they do (see `CueRow`).
// General language of bulletins only: no names, no single items. Each form stands in one row; of
// two forms that begin at the same place the longer one wins, which is how blocks work.

#pragma once

#include "indexer/understanding/kind_cues.hpp"

namespace bulletin {

inline constexpr CueRow kEnglishCues[] = {
    // Visit.
    {CueRole::kBlock, 0,
     "visiting_professor visiting_professors visiting_professorship visiting_scholar "
     "visiting_scholars visiting_fellow visiting_fellows visiting_fellowship visiting_lecturer "
     "visiting_lecturers visiting_researcher visiting_researchers visiting_student "
     "visiting_students visiting_faculty visiting_academic visiting_academics visiting_position "
     "visiting_hours visiting_research visiting_teacher visiting_chair please_visit "
     "visit_our_website visit_the_website visit_its_website visit_our_site visit_www visit_http "
     "visit_https information_visit details_visit website_visits page_visits site_traffic "
     "tour_guide tour_guides tour_operator called_on_all called_on_governments"},
    {CueRole::kSure, kVisit,
     "visit visits visited visiting exchange_visit exchange_visits toured tour_of study_tour "
     "study_tours study_visit called_at calls_at calling_at paid_a_call courtesy_call "
     "guests_of guest_of_the was_received_by were_received_by was_welcomed_by were_welcomed_by "
     "received_a_delegation receives_a_delegation received_delegation welcomed_a_delegation "
     "hosted_a_delegation hosts_a_delegation field_trip fact_finding site_visit site_visits "
     "campus_tour campus_visit exploratory_trip business_trip working_trip state_visit"},
    {CueRole::kLead, kVisit,
     "called_on calls_on call_on travelled_to traveled_to travels_to travelling_to traveling_to "
     "trip_to trip_across tour_to journey_to visitors_from guests_from inspected inspects "
     "inspection_tour inspection_trip field_study field_studies stopped_at stopped_in "
     "stopover guided_around guided_round shown_around shown_round looked_around"},
    {CueRole::kTitle, kVisit, "tour tours toured trip visitors guests inspection"},
    {CueRole::kTravel, kVisit,
     "delegation delegations came_to comes_to come_to arrived_in arrived_at arrives_in arrives_at "
     "arrived_on flew_to flies_to headed_for headed_to headed_a headed_by went_to went_on_to "
     "toured_to accompanied accompanies arrived arrives arrival"},
    {CueRole::kBlock, 0,
     "came_to_an came_to_a came_to_power came_to_light came_to_know came_to_terms came_to_be "
     "came_to_life comes_to_an comes_to_a come_to_an come_to_a come_to_be comes_to_life"},
    {CueRole::kAct, kVisit | kMeeting, "met meets receive receives host hosts hosted hosting"},
    {CueRole::kAct, kVisit | kMeeting | kAward, "received"},
    {CueRole::kActBefore, kVisit,
     "welcomed welcomes welcoming greeted sends sent dispatches dispatched led leads leading "
     "heads headed spent spends spend"},
    {CueRole::kThing, kVisit,
     "visitors guests ambassador envoy consul minister mission officials representatives leaders "
     "president principal chancellor vice_chancellor rector vice_rector provost dean deans "
     "governor mayor director_general secretary_general counsellor delegates "
     "professor professors experts scholars academics educators teachers_from students_from"},
    {CueRole::kThing, kVisit, "a_team team_of a_group group_of a_party party_of"},

    // Signing.
    {CueRole::kBlock, 0,
     "sign_up signs_up signed_up signing_up sign_language sign_languages sign_of signs_of sign_in "
     "sign_off signs_off a_sign road_sign road_signs signed_copy signed_copies vital_signs "
     "warning_signs open_letter agreement_signed_in agreement_signed_between "
     "agreements_signed_in memorandum_signed_in memorandum_signed_between mou_signed_in"},
    {CueRole::kSure, kSigning,
     "signing_ceremony signing_of was_signed were_signed is_signed are_signed been_signed "
     "being_signed co_signed put_their_names_to put_its_name_to put_pen_to_paper "
     "signature_of was_renewed were_renewed were_inked was_inked"},
    {CueRole::kLead, kSigning,
     "agreed_to_cooperate agree_to_cooperate agrees_to_cooperate agreed_to_co_operate join_hands "
     "joined_hands formed_a_partnership formed_a_strategic_partnership entered_a_partnership "
     "become_partners became_partners"},
    {CueRole::kActBefore, kSigning,
     "sign signs signed signing ink inks inked inking seal seals sealed conclude renew renews "
     "renewed renewing formalise formalises formalised formalize formalizes formalized enter_into "
     "enters_into entered_into entering_into reached reaches extend_their extended_their initialled"},
    {CueRole::kTitleThing, kSigning,
     "agreement agreements memorandum memorandums memoranda mou mous moa loi accord accords pact "
     "letter_of_intent letters_of_intent exchange_agreement exchange_agreements strategic_partnership partnership_deal"},
    {CueRole::kThing, kSigning,
     "contract contracts protocol protocols treaty deal deals addendum addenda charter arrangement "
     "document documents paper plan statement_of_intent joint_statement joint_declaration "
     "partnership framework cooperation_plan letter"},

    // Meeting.
    {CueRole::kBlock, 0,
     "conference_centre conference_center conference_room conference_rooms conference_hall "
     "conference_halls conference_call conference_paper conference_papers conference_facilities "
     "press_conference news_conference meeting_room meeting_rooms meeting_place meeting_point "
     "discussion_forum discussion_forums web_forum online_forums forum_posts meeting_the "
     "summit_of_mount training_seminar_room"},
    {CueRole::kSure, kMeeting,
     "attended_the_meeting online_talks online_meeting virtual_meeting video_meeting held_talks_online "
     "keynote_speech keynote_address"},
    {CueRole::kLead, kMeeting, "met_in meets_in meet_in met_for_the meets_for_the"},
    {CueRole::kAct, kMeeting | kTraining | kExchange | kAward,
     "hold holds held holding convene convening took_place takes_place take_place taking_place "
     "organise organises organised organising organize organizes organized organizing co_hosted "
     "co_organised co_organized staged jointly_held"},
    {CueRole::kAct, kMeeting,
     "gather gathers gathered gathering keynote keynotes chaired chairs chairing address addressed "
     "addresses spoke_at speaks_at speak_at speaking_at spoke_to meet presented presents attendees "
     "concluded closes closed came_together come_together bring_together brought_together "
     "brings_together drew draws assembled panellists panelists in_attendance "
     "was_the_theme theme_of under_the_theme themed"},
    {CueRole::kAct, kMeeting | kTraining,
     "attend attends attended attending participate participates participated participating "
     "participants take_part takes_part took_part taking_part join joins joined end ends ended "
     "wraps_up wrapped_up"},
    {CueRole::kTitleThing, kMeeting,
     "conference conferences forum symposium symposia seminar seminars summit congress colloquium "
     "roundtable round_table webinar webinars annual_meeting council_meeting board_meeting "
     "general_assembly annual_general_meeting plenary_session plenary_meeting working_meeting "
     "video_conference videoconference teleconference panel_discussion council_session "
     "preparatory_meeting committee_meeting consultation_meeting work_conference"},
    {CueRole::kWeakThing, kMeeting,
     "meeting meetings talks discussion discussions session sessions dialogue consultations "
     "consultation"},
    {CueRole::kTitle, kMeeting, "year_end_talks talks_with meeting_held"},

    // Training.
    {CueRole::kBlock, 0,
     "training_centre training_centres training_center training_centers training_school "
     "training_schools training_needs training_base training_bases training_college "
     "training_department training_institute training_institutes training_institution "
     "training_institutions training_office training_materials training_room training_ground "
     "education_and_training vocational_training_and teacher_training_college of_course "
     "course_of_action in_the_course_of crash_course_of golf_course course_adviser course_advisers "
     "course_design course_development course_materials course_packs course_pack "
     "course_team workshop_safety training_ship lecture_hall lecture_halls lecture_theatre "
     "training_for_online class_of middle_class world_class first_class"},
    {CueRole::kSure, kTraining,
     "training_seminar training_seminars training_course training_courses training_workshop training_workshops training_camp "
     "training_class training_classes training_session training_sessions summer_school "
     "summer_schools winter_school lecture_series series_of_lectures train_the_trainer "
     "refresher_course boot_camp bootcamp masterclass master_class intensive_course"},
    {CueRole::kLead, kTraining,
     "training_programme training_programmes training_program training_programs trained "
     "were_trained was_trained training_for training_on completed_training completed_the_training "
     "underwent_training lectures"},
    {CueRole::kAct, kTraining,
     "begin begins began begun start starts started starting kick_off kicks_off kicked_off "
     "complete completes completed completing run runs ran deliver delivers delivered conduct "
     "conducts conducted enrolled enrol took_a took_the taught finish finishes finished gave "
     "graduated_from offered_to under_way underway"},
    {CueRole::kTitleThing, kTraining, "training workshop workshops"},
    {CueRole::kThing, kTraining,
     "course courses lecture short_course short_courses language_classes classes evening_classes "
     "lessons"},

    // Opening. The thing decides what opens: a centre, a course or a conference.
    {CueRole::kBlock, 0,
     "opened_up opens_up opening_hours opening_times opened_with opened_by opening_remarks "
     "opening_speech opening_address inaugural_lecture inaugural_address inaugural_conference "
     "inaugural_meeting inaugural_seminar inaugural_forum launch_pad open_university "
     "open_universities since_its_establishment set_up_in_19 opening_up"},
    {CueRole::kSure, kOpening,
     "inaugurate inaugurates inaugurated inaugurating inauguration unveil unveils unveiled "
     "unveiling opened_its_doors opens_its_doors open_its_doors ribbon_cutting cut_the_ribbon "
     "cut_a_ribbon cutting_the_ribbon groundbreaking ground_breaking broke_ground foundation_stone "
     "went_live goes_live go_live put_into_operation put_into_use put_into_service "
     "into_operation launching_ceremony launch_ceremony plaque_ceremony "
     "was_officially_opened was_officially_launched officially_opens"},
    {CueRole::kActBefore, kOpening,
     "establish establishes established set_up sets_up setting_up founded co_founded"},
    {CueRole::kAct, kOpening | kMeeting | kTraining,
     "open_in to_open was_open is_open now_open opens opened opening opening_ceremony"},
    {CueRole::kAct, kOpening | kTraining | kPublication, "launch launches launched launching"},
    {CueRole::kThing, kOpening,
     "centre centres center centers institute campus base bases platform programme program "
     "project branch branches library museum exhibition exhibitions laboratory lab school academy "
     "hub building studio network alliance association system website portal service "
     "classroom college department workstation scheme initiative new_semester academic_year "
     "school_year new_term app art_show photo_show exhibit faculty"},
    {CueRole::kTitle, kOpening, "set_up launch launched launches"},

    // Award.
    {CueRole::kBlock, 0,
     "award_winning prize_winning awarding_body awarding_bodies award_certificates "
     "award_the_certificates awarded_certificates awarded_the_certificates awarded_a_certificate "
     "awarded_degrees awarded_a_degree awarded_the_degree awarded_scholarships "
     "awarded_a_scholarship awarded_a_grant guest_of_honour guest_of_honor guests_of_honour "
     "in_honour_of in_honor_of honours_degree nobel_prize nobel_prizes book_title "
     "award_degrees degree_awarding won_over won_support won_praise won_the_hearts"},
    {CueRole::kSure, kAward,
     "was_awarded were_awarded been_awarded is_awarded are_awarded awarded_the_title "
     "awards_ceremony award_ceremony award_presentation prize_giving first_prize second_prize "
     "third_prize grand_prize gold_medal silver_medal bronze_medal was_honoured were_honoured "
     "is_honoured was_honored were_honored honoured_with honored_with honoured_for honored_for "
     "honorary_doctorate honorary_degree prize_winners award_winners winners_of_the "
     "won_first won_second won_third won_gold won_silver won_bronze named_winner "
     "honorary_title medal_of certificate_of_honour certificate_of_merit"},
    {CueRole::kLead, kAward,
     "honorary_professor honorary_professors honorary_professorship honorary_adviser "
     "honorary_advisers honorary_advisor honorary_advisors honorary_fellow honorary_fellows "
     "honorary_citizen commended"},
    {CueRole::kTitle, kAward,
     "honoured honored honours honors winner winners awarded wins prizewinners excellence_award"},
    {CueRole::kActBefore, kAward,
     "win won winning confer confers conferred bestow bestows bestowed receiving "
     "collect collects collected claimed clinched garnered earned earns bagged scooped "
     "presented_with named_the picked_up presenting shared_the"},
    {CueRole::kTitleThing, kAward, "award awards prize prizes medal medals"},
    {CueRole::kThing, kAward,
     "title contest competition championship trophy honour honor honours honors first_place "
     "second_place third_place top_place distinction"},

    // Exchange.
    {CueRole::kBlock, 0,
     "exchange_rate exchange_rates stock_exchange foreign_exchange exchange_views exchanged_views "
     "international_exchange_centre exchange_centre exchange_center exchange_department "
     "exchange_office cultural_exchange_centre cultural_exchange_center academic_exchange_centre "
     "academic_exchange_center camp_david refugee_camp refugee_camps"},
    {CueRole::kLead, kExchange,
     "exchange_programme exchange_programmes exchange_program exchange_programs exchange_student "
     "exchange_students student_exchange student_exchanges staff_exchange staff_exchanges "
     "teacher_exchange faculty_exchange youth_exchange cultural_exchange cultural_exchanges "
     "culture_exchange academic_exchange exchange_of_students exchange_of_teachers "
     "exchange_of_staff exchange_semester exchange_activity exchange_activities exchange_event "
     "on_exchange summer_camp summer_camps winter_camp host_families host_family homestay homestays "
     "friendly_match culture_day culture_week culture_festival cultural_day cultural_week "
     "cultural_festival cultural_evening cultural_event seconded secondment secondments "
     "people_to_people study_abroad_programme semester_abroad"},
    {CueRole::kTitle, kExchange, "camp exchange exchanges culture_night cultural_night"},

    // Publication.
    {CueRole::kBlock, 0,
     "publishing_house publishing_houses publishing_company publishing_partner publishing_group "
     "publishing_industry publishing_press issue_of issues_of issues_such book_keeping "
     "guest_book visitors_book release_date"},
    {CueRole::kSure, kPublication,
     "was_published were_published been_published is_published are_published has_published "
     "book_launch launch_of_the_book new_book released_a_report published_a "
     "was_released were_released went_to_press came_off_the_press off_the_press"},
    {CueRole::kLead, kPublication,
     "freely_available available_online available_free made_available put_online placed_online "
     "free_of_charge_online available_to_download for_download"},
    {CueRole::kTitle, kPublication, "published publishes publish released releases publication"},
    {CueRole::kActBefore, kPublication,
     "publishing release releasing issue issues issued issuing brought_out bring_out "
     "brings_out bringing_out came_out comes_out appeared available compiled"},
    {CueRole::kThing, kPublication,
     "book books report reports journal journals handbook handbooks guide guides guideline "
     "guidelines textbook textbooks dictionary white_paper newsletter magazine proceedings "
     "yearbook catalogue catalog encyclopedia encyclopaedia dataset anthology toolkit resources "
     "courseware volume monograph e_book e_books digital_resources edition"},

    // What silences: talk, wishes, topics; the past; the future.
    {CueRole::kBlock, 0,
     "was_invited were_invited is_invited been_invited at_the_invitation invited_by "
     "would_be_held invited_to_visit invited_to_attend can_be_seen"},
    {CueRole::kMute, kAnyKind,
     "discuss discusses discussed discussing exchange_of_views explore explores explored exploring "
     "hope hopes hoped hoping wish wishes wished want wants wanted invite invites invited said "
     "says added noted stressed introduced introducing intend intends intended propose proposes "
     "proposed proposal promise promised promises agreed_to agreeing_to designed_to with_a_view plan_to plans_to planned "
     "planning look_forward looks_forward looked_forward looking_forward aim_to aims_to aimed_at "
     "cooperation_in collaboration_in collaborate_in cooperate_in would could should may might "
     "talked_about negotiate negotiated negotiating compared_notes offered_to praised thanked "
     "expressed believes believed areas_such fields_such"},
    {CueRole::kMuteClause, kAnyKind,
     "had to_promote to_strengthen to_enhance to_boost to_mark_the anniversary_of since previously earlier formerly last_year years_ago in_the_past under_the according_to "
     "in_accordance based_on who_had whose founded_in established_in set_up_in not"},
    {CueRole::kMuteClause, kMeeting,
     "during on_the_sidelines on_the_margins on_the_fringes coffee_break in_the_margins"},
    {CueRole::kLater, kAnyKind, "will shall is_to are_to going_to expected_to due_to"},
};

inline constexpr CueRow kChineseCues[] = {
    // Visit.
    {CueRole::kBlock, 0,
     "访问学者 访问教授 访问研究 访问学生 访问量 访问次数 访问人数 访问网站 访问地址 访问链接 "
     "访问本站 访问官网 访问官方 点击访问 网络访问 网站访问 访问权限 访问速度 无障碍访问 "
     "可访问性 访问控制 访问时间 考察期 接待处 接待中心 接待室 接待站 来访登记 来访者 来访须知 "
     "参观券 参观须知 问卷调研 调研报告 调研问卷 市场调研 来校就读 来校报到 来校任教 来校工作 "
     "来校学习 赴任 赴约 奔赴 全力以赴 共赴 赴汤蹈火 会见厅 考察团费 干部考察 考察对象 前往下载 调研员 巡视员 "
     "访问调查"},
    {CueRole::kSure, kVisit,
     "访问 来访 到访 出访 回访 拜访 走访 造访 拜会 参访 莅校 莅临 莅院 来校访问 来我校访问 会见 "
     "接见 晤面 访华 访欧 访美 访日 访韩 访英 访德 访法 访俄 访港 访澳 访台 访非 考察访问 访问考察 "
     "来校考察 来访交流 考察团 访问团 参访团 到校交流 来校交流"},
    {CueRole::kTitle, kVisit, "互访"},
    {CueRole::kLead, kVisit,
     "考察 调研 参观 来校 来院 到校 接待 来华 来京 做客 实地了解 视察 慰问 看望"},
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
    {CueRole::kAct, kMeeting | kTraining | kExchange | kAward,
     "举行 举办 主办 承办 协办 合办 联合举办 成功举办 顺利举行 隆重举行"},
    {CueRole::kAct, kMeeting | kTraining, "参加 圆满结束 顺利结束 圆满落幕 落下帷幕 参与 结束"},
    {CueRole::kAct, kMeeting,
     "召开 出席 参会 与会 闭幕 落幕 主持 列席 召集 亮相 致辞 主旨发言 主旨报告 主旨演讲 发言 聚首 "
     "齐聚 汇聚 开会 应邀参会 拉开帷幕"},
    {CueRole::kTitleThing, kMeeting,
     "大会 年会 论坛 研讨会 峰会 学术会议 圆桌会议 工作会 工作会议 推进会 部署会 视频会 视频会议 "
     "视频会谈 线上会议 线上会谈 对话会 洽谈会 例会 理事会会议 理事会年会 理事会议 沙龙 博览会 "
     "讨论会 报告会 论证会 评审会 启动会 总结会 协调会 磋商会 恳谈会 推介会 茶话会 联席会 联席会议 "
     "全体会议 董事会会议 代表大会 高峰会 高层论坛 经验交流会 工作例会 年度会议 座谈会 交流会 学术研讨 "
     "动员会 协商会议 筹备会 筹备会议 通气会"},
    {CueRole::kWeakThing, kMeeting, "会议 会谈 研讨 座谈 见面会 讨论"},
    {CueRole::kUndo, kMeeting,
     "期间 之机 之际 间隙 的 上 后 前夕 嘉宾 代表 中方代表 组委会 秘书处 学员 成员 主席"},

    // Training.
    {CueRole::kBlock, 0,
     "培训中心 培训学院 培训机构 培训部 培训处 培训需求 培训学校 培训规模 培训体系 培训市场 "
     "培训基地 培训教材 研究培训 教育培训 培训资源 讲座教授 培训费 培训合作 进修学院 公开进修"},
    {CueRole::kSure, kTraining,
     "培训班 研修班 进修班 训练营 研习班 讲习班 开班 开班式 开班仪式 结业 结业式 结业典礼 结训 "
     "开训 研修营 培训营"},
    {CueRole::kLead, kTraining,
     "专题培训 培训会 结课 开课 系列讲座 大讲堂 工作坊 集训 研修项目 培训项目 培训活动 线上培训 "
     "网络培训 岗前培训 研修活动 技能培训 培训课程 师资培训 教师培训 系列课程 短期课程 开讲 公开课 "
     "轮训 研讨班 骨干培训 短训班"},
    {CueRole::kAct, kTraining, "开展 组织 完成 接受 开始 实施 学习 开设 走进"},
    {CueRole::kTitleThing, kTraining, "培训"},
    {CueRole::kThing, kTraining, "研修 进修 远程课程 课程班 讲座 实训"},

    // Opening.
    {CueRole::kBlock, 0,
     "成立于 成立以来 成立至今 成立的 启动的 启动资金 设立的 启动器 落成于 重启 启用密码 "
     "启动按钮 快速启动 开馆时间 开放时间 开放日 成立之初 成立后"},
    {CueRole::kSure, kOpening,
     "揭牌 挂牌 揭幕 落成 启用 奠基 开馆 开园 开学典礼 开学仪式 成立仪式 成立大会 启动仪式 正式启动 "
     "正式成立 正式上线 正式运行 投入使用 投入运行 开通 竣工 揭牌仪式 授牌仪式 正式开放 开门 剪彩 "
     "挂牌成立 开工 开展首展"},
    {CueRole::kLead, kOpening, "成立 启动 设立 建成 开业 创办 开放使用"},
    {CueRole::kAct, kOpening | kMeeting, "开幕 启幕 开幕式 开幕典礼"},
    {CueRole::kAct, kOpening | kPublication, "上线 推出 发布"},
    {CueRole::kThing, kOpening,
     "平台 系统 网站 门户 展览 展 画展 书画展 摄影展 成果展 艺术展 艺术节 app 小程序 客户端 专业 "
     "学习中心 频道"},
    {CueRole::kUndo, kOpening, "周年 一周年 两周年 五周年 十周年 二十周年 三十周年 四十周年 五十周年"},

    // Award.
    {CueRole::kBlock, 0,
     "授予学位 学位授予 奖学金 颁奖词 奖助学金 奖教金 获奖感言 授予权 奖惩 曾获奖 获奖经历 "
     "奖励办法 授予单位"},
    {CueRole::kSure, kAward,
     "获奖 荣获 颁奖 获评 一等奖 二等奖 三等奖 特等奖 金奖 银奖 铜奖 优秀奖 特别奖 杰出奖 创新奖 贡献奖 "
     "摘得 斩获 夺冠 夺得 折桂 喜获 荣膺 获颁 获授 荣誉称号 捧杯 名誉博士 荣誉博士 表彰大会 颁奖典礼 "
     "颁奖仪式 颁奖礼 授奖 蝉联 摘冠 摘金 夺金"},
    {CueRole::kLead, kAward,
     "表彰 授予 评为 名誉教授 荣誉教授 客座教授聘书 名誉顾问 荣誉顾问 入选 优胜 嘉奖 奖章 勋章 获聘"},
    {CueRole::kActBefore, kAward, "获得 获 赢得 收获 揭晓 荣登 被评"},
    {CueRole::kThing, kAward, "奖 奖项 大奖 称号 冠军 亚军 季军 名次 殊荣 荣誉 奖杯 奖牌"},

    // Exchange.
    {CueRole::kBlock, 0,
     "交流中心 交流处 交流协会 学术交流中心 文化交流中心 交流合作处 交流合作部 交换机 交换意见 "
     "交换礼物 交换纪念品 国际交流 交流部 交换价值 数据交换 交流学院 信息交换 文化交流协会 "
     "交流基金会 交流与合作处 人文交流中心"},
    {CueRole::kLead, kExchange,
     "交换生 文化交流 交流项目 交流活动 学生交流 师生交流 青少年交流 青年交流 人文交流 夏令营 冬令营 "
     "秋令营 研学营 交流营 联谊活动 联谊会 联欢会 联欢活动 文化节 文化周 文化日 友谊赛 线上交流 "
     "云交流 交流团 交流周 交流生 体验营 研习营 交流学习 互派 交流访学 文化体验 教学交流 赴外交流"},
    {CueRole::kTitle, kExchange, "学术交流 交换项目 开展交流 进行交流 交流行 交流之旅"},

    // Publication.
    {CueRole::kBlock, 0,
     "出版社 出版集团 出版传媒 出版局 出版业 出版署 出版物 出版界 出版商 发布时间 发布日期 发布人 "
     "发布单位 发布者 发布机构 发布于 信息发布 发行部 发布来源 发布部门 稿件发布 文章发布 新闻发布会 首发阵容 "
     "出版有限 出版中心 出版公司"},
    {CueRole::kSure, kPublication,
     "首发 首发式 首发仪式 问世 面世 印发 刊发 付梓 创刊 新书 新书发布 出版发行 正式出版 公开出版 "
     "正式发布"},
    {CueRole::kLead, kPublication, "出版 发行 刊登 公布 发布会 发布报告 发布白皮书 免费开放"},
    {CueRole::kTitle, kPublication, "发布"},
    {CueRole::kThing, kPublication,
     "课程资源 教材 图书 丛书 报告 白皮书 蓝皮书 成果 指南 课程 资源 慕课 标准 手册 词典 读本 绘本 "
     "数据集 期刊 论文集 年鉴 倡议"},

    // What silences.
    {CueRole::kBlock, 0,
     "成就 就业 就读 就职 就是 造就 就此 就学 就近 就餐 迁就 早就 受邀 应邀 将军 即将离任 名将 "
     "大将 健将 将来 曾经是 姓曾 不仅 不断 不同 不少 不久 不远 不忘"},
    {CueRole::kMute, kAnyKind,
     "希望 表示 指出 强调 介绍 期待 愿意 愿与 愿在 建议 提出 提议 商定 约定 旨在 计划 拟 盛邀 诚邀 "
     "邀请其 邀请对方 邀请我校 并邀请 认为 回顾 感谢 欢迎 期望 达成共识 有意 力争 推动 促进 谈到 "
     "有望 意向合作 涵盖 包括 涉及"},
    {CueRole::kMuteClause, kAnyKind,
     "就 围绕 探讨 商讨 讨论了 曾 曾经 此前 以往 多年来 近年来 历年 根据 依据 按照 为了 筹备 介绍了 "
     "加强 深化 洽谈 商谈 未 负责"},
    {CueRole::kMuteClause, kMeeting, "借 正值 适逢 在参加"},
    {CueRole::kLater, kAnyKind, "将 将于 即将"},
};

}  // namespace bulletin
