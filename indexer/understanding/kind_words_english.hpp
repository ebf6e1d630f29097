// English cue words of the kinds of event, by what they do (see `CueRow`). General language of
// bulletins only: no names, no single items. Each form stands in one row of both tables; of forms
// that begin at the same place the longest wins, which is how blocks work.

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
     "study_tours study_visit delegation_went_on_to group_went_on_to party_went_on_to called_at "
     "calls_at calling_at paid_a_call courtesy_call "
     "guests_of guest_of_the "
     "received_a_delegation receives_a_delegation received_delegation welcomed_a_delegation "
     "hosted_a_delegation hosts_a_delegation field_trip fact_finding site_visit site_visits "
     "campus_tour campus_visit exploratory_trip business_trip working_trip state_visit"},
    {CueRole::kLead, kVisit,
     "called_on calls_on call_on travelled_to traveled_to travels_to travelling_to traveling_to "
     "trip_to trip_across tour_to journey_to visitors_from guests_from inspected inspects "
     "investigated inspection_tour inspection_trip field_study field_studies stopped_at stopped_in "
     "stopover sends_delegates sent_delegates sends_a_delegation sent_a_delegation "
     "sends_delegation "
     "sends_team sends_a_team sent_a_team sends_a_group sent_a_group sent_a_party sends_a_party "
     "led_a_team leads_a_team "
     "leading_a_team headed_a_team led_a_group guided_around guided_round shown_around shown_round "
     "looked_around"},
    {CueRole::kTitle, kVisit, "tour tours trip inspection"},
    {CueRole::kTravel, kVisit,
     "delegation delegations came_to comes_to come_to arrived_in arrived_at arrives_in arrives_at "
     "arrived_on flew_to flies_to went_to went_on_to "
     "toured_to accompanied accompanies arrived arrives arrival"},
    {CueRole::kBlock, 0,
     "came_to_an came_to_a came_to_power came_to_light came_to_know came_to_terms came_to_be "
     "came_to_life comes_to_an comes_to_a come_to_an come_to_a come_to_be comes_to_life"},
    {CueRole::kAct, kVisit | kMeeting, "met meets"},
    {CueRole::kAct, kVisit,
     "was_received_by were_received_by was_welcomed_by were_welcomed_by spent"},
    {CueRole::kActBefore, kVisit | kAward, "receive receives received"},
    {CueRole::kActBefore, kVisit, "welcomed welcomes welcoming greeted"},
    {CueRole::kTitleThing, kVisit, "visitors guests"},
    {CueRole::kThing, kVisit,
     "ambassador envoy consul minister mission officials representatives leaders "
     "president principal chancellor vice_chancellor rector vice_rector provost dean deans "
     "governor mayor director_general secretary_general counsellor delegates "
     "professor professors experts scholars academics educators"},
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
     "enters_into entered_into entering_into reached reaches extend_their extended_their "
     "initialled"},
    {CueRole::kTitleThing, kSigning,
     "agreement agreements memorandum memorandums memoranda mou mous moa loi accord accords pact "
     "letter_of_intent letters_of_intent exchange_agreement exchange_agreements "
     "strategic_partnership partnership_deal"},
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
     "attended_the_meeting online_talks online_meeting virtual_meeting video_meeting "
     "held_talks_online "
     "keynote_speech keynote_address"},
    {CueRole::kLead, kMeeting, "met_in meets_in meet_in met_for_the meets_for_the"},
    {CueRole::kAct, kMeeting | kTraining | kExchange,
     "hold holds held holding convene convenes convened convening took_place takes_place "
     "take_place taking_place "
     "organise organises organised organising organize organizes organized organizing host hosts "
     "hosted hosting "
     "co_hosted "
     "co_organised co_organized staged jointly_held"},
    {CueRole::kAct, kMeeting,
     "gather gathers gathered gathering keynote keynotes chaired chairs chairing address addressed "
     "addresses spoke_at speaks_at speak_at speaking_at spoke_to meet attendees "
     "concluded closes closed came_together come_together bring_together brought_together "
     "brings_together drew draws assembled panellists panelists in_attendance "
     "was_the_theme theme_of under_the_theme themed"},
    {CueRole::kAct, kMeeting | kAward, "presented presents"},
    {CueRole::kAct, kMeeting | kTraining | kExchange,
     "kick_off kicks_off kicked_off was_given were_given given_by"},
    {CueRole::kAct, kMeeting | kTraining,
     "attend attends attended attending participate participates participated participating "
     "participants take_part takes_part took_part taking_part join joins joined end ends ended "
     "wraps_up wrapped_up"},
    {CueRole::kTitleThing, kMeeting,
     "conference conferences forum symposium symposia seminar seminars summit congress colloquium "
     "roundtable round_table webinar webinars annual_meeting council_meeting board_meeting "
     "general_assembly annual_general_meeting plenary_session plenary_meeting working_meeting "
     "video_conference videoconference teleconference panel_discussion council_session "
     "preparatory_meeting committee_meeting academic_workshop academic_workshops research_workshop "
     "planning_workshop consultation_meeting work_conference"},
    {CueRole::kWeakThing, kMeeting,
     "meeting meetings talks discussion discussions session sessions dialogue consultations "
     "consultation"},
    {CueRole::kTitle, kMeeting, "year_end_talks talks_with meeting_held"},

    // Training.
    {CueRole::kBlock, 0,
     "personnel_training talent_training training_centre training_centres training_center "
     "training_centers training_school "
     "training_schools training_needs training_base training_bases training_college "
     "training_department training_institute training_institutes training_institution "
     "training_institutions training_office training_materials training_room training_ground "
     "education_and_training vocational_training_and teacher_training_college of_course "
     "course_of_action in_the_course_of crash_course_of golf_course course_adviser course_advisers "
     "course_design course_development course_materials course_packs course_pack "
     "course_team workshop_safety training_ship lecture_hall lecture_halls lecture_theatre "
     "training_for_online class_of middle_class world_class first_class"},
    {CueRole::kSure, kTraining,
     "training_seminar training_seminars training_course training_courses training_workshop "
     "training_workshops training_camp "
     "training_class training_classes training_session training_sessions summer_school "
     "summer_schools winter_school lecture_series series_of_lectures train_the_trainer "
     "refresher_course boot_camp bootcamp masterclass master_class intensive_course"},
    {CueRole::kLead, kTraining,
     "second_lecture third_lecture fourth_lecture first_lecture open_lecture open_lectures "
     "teaching_and_research_activity training_programme training_programmes training_program "
     "training_programs trained "
     "were_trained was_trained training_for training_on completed_training completed_the_training "
     "underwent_training lectures"},
    {CueRole::kAct, kTraining,
     "begin begins began begun start starts started starting "
     "complete completes completed completing run runs ran deliver delivers delivered conduct "
     "conducts conducted enrolled enrol took_a took_the taught finish finishes finished gave "
     "graduated_from under_way underway"},
    {CueRole::kTitleThing, kTraining, "training workshop workshops"},
    {CueRole::kThing, kTraining,
     "course courses short_course short_courses language_classes classes evening_classes "
     "lessons"},

    // Opening. The thing decides what opens: a centre, a course or a conference.
    {CueRole::kBlock, 0,
     "launched_by jointly_launched_by to_establish to_set_up opened_up opens_up opening_hours "
     "opening_times opened_with opened_by opening_remarks "
     "opening_speech opening_address inaugural_lecture inaugural_address inaugural_conference "
     "was_established_in were_established_in was_founded_in inaugural_meeting inaugural_seminar "
     "inaugural_forum launch_pad open_university "
     "open_universities since_its_establishment set_up_in_19 opening_up"},
    {CueRole::kSure, kOpening,
     "inaugurate inaugurates inaugurated inaugurating inauguration unveil unveils unveiled "
     "unveiling opened_its_doors opens_its_doors open_its_doors ribbon_cutting cut_the_ribbon "
     "cut_a_ribbon cutting_the_ribbon groundbreaking ground_breaking broke_ground foundation_stone "
     "went_live goes_live go_live put_into_operation put_into_use put_into_service "
     "into_operation launching_ceremony launch_ceremony plaque_ceremony "
     "was_officially_opened officially_opens nameplate a_plaque the_plaque"},
    {CueRole::kActBefore, kOpening,
     "establish establishes established set_up sets_up setting_up founded co_founded"},
    {CueRole::kAct, kOpening | kMeeting | kTraining,
     "open_in to_open was_open is_open now_open opens opened opening"},
    {CueRole::kActAlone, kOpening | kMeeting | kTraining | kExchange,
     "opening_ceremony opening_ceremonies"},
    {CueRole::kActBefore, kOpening | kTraining | kPublication | kMeeting,
     "launch launches launched launching"},
    {CueRole::kAct, kOpening | kTraining | kPublication | kMeeting,
     "was_launched were_launched is_launched been_launched being_launched was_launched_by "
     "was_successfully_launched was_officially_launched was_formally_launched "
     "was_jointly_launched"},
    {CueRole::kThing, kOpening,
     "centre centres center centers institute campus base bases platform programme program "
     "project branch branches library museum exhibition exhibitions laboratory lab school academy "
     "hub building studio network alliance association system website portal service "
     "classroom college department workstation scheme initiative new_semester academic_year "
     "school_year new_term app art_show photo_show exhibit faculty"},
    {CueRole::kTitle, kOpening, "launch_event"},
    {CueRole::kLead, kOpening,
     "was_established were_established was_officially_established was_formally_established"},

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
     "honorary_citizen commended was_selected_as were_selected_as was_named were_named"},
    {CueRole::kTitle, kAward,
     "honoured honored honours honors winner winners awarded wins prizewinners excellence_award"},
    {CueRole::kActBefore, kAward,
     "win won winning confer confers conferred bestow bestows bestowed receiving "
     "collect collects collected claimed clinched garnered earned earns bagged scooped "
     "presented_with named_the picked_up presenting shared_the"},
    {CueRole::kTitleThing, kAward, "award awards prize prizes medal medals"},
    {CueRole::kThing, kAward,
     "title contest competition championship trophy honour honor first_place "
     "second_place third_place top_place distinction"},

    // Exchange.
    {CueRole::kBlock, 0,
     "exchange_rate exchange_rates stock_exchange foreign_exchange "
     "international_exchange_centre exchange_centre exchange_center exchange_department "
     "exchange_office cultural_exchange_centre cultural_exchange_center academic_exchange_centre "
     "academic_exchange_center camp_david refugee_camp refugee_camps"},
    {CueRole::kLead, kExchange,
     "exchange_programme exchange_programmes exchange_program exchange_programs exchange_student "
     "exchange_students student_exchange student_exchanges staff_exchange staff_exchanges "
     "teacher_exchange faculty_exchange youth_exchange cultural_exchange cultural_exchanges "
     "culture_exchange art_exchange arts_exchange academic_exchange exchange_of_students "
     "exchange_of_teachers "
     "exchange_of_staff exchange_semester exchange_activity exchange_activities exchange_event "
     "on_exchange summer_camp summer_camps winter_camp host_families host_family homestay "
     "homestays "
     "friendly_match culture_day culture_week culture_festival cultural_day cultural_week "
     "cultural_festival cultural_evening cultural_event seconded secondment secondments "
     "people_to_people study_abroad_programme semester_abroad"},
    {CueRole::kTitle, kExchange, "camp exchange_week exchange_tour culture_night cultural_night"},

    // Publication.
    {CueRole::kBlock, 0,
     "publishing_house publishing_houses publishing_company publishing_partner publishing_group "
     "publishing_industry publishing_press issue_of issues_of issues_such book_keeping "
     "guest_book visitors_book release_date"},
    {CueRole::kSure, kPublication,
     "was_published were_published been_published is_published are_published has_published "
     "book_launch launch_of_the_book new_book released_a_report published_a "
     "was_released were_released made_available went_to_press came_off_the_press off_the_press"},
    {CueRole::kLead, kPublication,
     "freely_available available_online available_free put_online placed_online "
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

    {CueRole::kAct, kOffer,
     "provide provides provided providing supply supplies supplied supplying offer offers offered "
     "offering share shares shared sharing contribute contributes contributed open_sourced"},
    {CueRole::kThing, kOffer,
     "learning_resources learning_materials online_resources teaching_resources "
     "educational_resources course_resources open_courses online_courses free_courses"},

    // What silences: talk, wishes, topics; the past; the future.
    {CueRole::kBlock, 0,
     "was_invited were_invited is_invited been_invited at_the_invitation invited_by "
     "would_be_held invited_to_visit invited_to_attend can_be_seen"},
    {CueRole::kMute, kTopicKinds,
     "discuss discusses discussed discussing exchange_views exchanged_views exchange_of_views "
     "explore explores explored exploring "
     "introduced introducing cooperation_in collaboration_in collaborate_in cooperate_in "
     "talked_about compared_notes areas_such fields_such praised thanked focused_on focusing_on "
     "negotiate negotiated negotiating"},
    {CueRole::kMute, kAnyKind,
     "hope hopes hoped hoping wish wishes wished want wants wanted said "
     "says added noted stressed intend intends intended propose proposes proposed proposal promise "
     "promised promises agreed_to agreeing_to designed_to with_a_view plan_to plans_to planned "
     "planning look_forward looks_forward looked_forward looking_forward aim_to aims_to aimed_at "
     "would could should might offered_to expressed believes believed"},
    {CueRole::kMute, kVisit | kSigning, "invite invites invited"},
    {CueRole::kMuteClause, kAnyKind,
     "had to_promote to_strengthen to_enhance to_boost anniversary_of since previously earlier "
     "formerly last_year years_ago in_the_past under_the according_to "
     "in_accordance based_on who_had whose founded_in established_in set_up_in not"},
    {CueRole::kMuteClause, kMeeting,
     "during on_the_sidelines on_the_margins on_the_fringes coffee_break in_the_margins"},
    {CueRole::kLater, kAnyKind, "will shall is_to are_to going_to expected_to due_to"},
};

}  // namespace bulletin
