// English cue words of visits, signings, meetings and training, by what they do (see `CueRow`).
// General language of bulletins only: no names, no single items. Each form stands in one row of all
// tables; of forms that begin at the same place the longest wins, which is how blocks work.

#pragma once

#include "indexer/understanding/kind_cues.hpp"

namespace bulletin {

inline constexpr CueRow kEnglishCues[] = {
    // Visit.
    {CueRole::kBlock, 0,
     "visiting_professor visiting_professors visiting_professorship visiting_scholar "
     "visiting_scholars visiting_fellow visiting_fellows visiting_fellowship visiting_lecturer "
     "visiting_lecturers visiting_researcher visiting_researchers visiting_student "
     "visiting_students visiting_faculty visiting_academic visiting_academics "
     "visiting_position visiting_hours visiting_research visiting_teacher visiting_chair "
     "please_visit visit_our_website visit_the_website visit_its_website visit_our_site "
     "visit_www visit_http visit_https information_visit details_visit website_visits "
     "page_visits site_traffic tour_guide tour_guides tour_operator called_on_all "
     "called_on_governments visiting_expert visiting_experts visiting_artist visiting_team "
     "tour_of_duty virtual_visit virtual_visits virtual_tour virtual_tours web_visits "
     "number_of_visits visit_counter visitors_to home_visit home_visits "
     "called_on_the_government called_on_members called_on_students called_on_teachers "
     "called_on_everyone called_on_people met_the_requirements met_the_criteria "
     "met_the_standards met_the_needs met_with_approval"},
    {CueRole::kSure, kVisit,
     "exchange_visit exchange_visits study_tour study_tours study_visit delegation_went_on_to "
     "group_went_on_to party_went_on_to called_at calls_at calling_at paid_a_call "
     "courtesy_call guests_of guest_of_the received_a_delegation receives_a_delegation "
     "received_delegation welcomed_a_delegation hosted_a_delegation hosts_a_delegation "
     "field_trip fact_finding site_visit site_visits campus_tour campus_visit exploratory_trip "
     "business_trip working_trip state_visit study_trip study_trips working_visit return_visit "
     "paid_their_respects on_a_fact_finding pays_a_call paying_a_call"},
    {CueRole::kLead, kVisit,
     "called_on calls_on call_on travelled_to traveled_to travels_to travelling_to "
     "traveling_to trip_to trip_across tour_to journey_to visitors_from guests_from inspected "
     "inspects investigated inspection_tour inspection_trip field_study field_studies "
     "stopped_at stopped_in stopover sends_delegates sent_delegates sends_a_delegation "
     "sent_a_delegation sends_delegation sends_team sends_a_team sent_a_team sends_a_group "
     "sent_a_group sent_a_party sends_a_party leads_a_team guided_around guided_round "
     "shown_around shown_round dropped_in dropped_by drops_in drops_by stopped_by stops_by "
     "looked_in_on stopped_off stop_off sat_down_with sits_down_with sit_down_with "
     "held_talks_with holds_talks_with had_talks_with held_discussions_with came_to_see "
     "come_to_see came_to_learn came_to_find_out came_to_look went_to_see went_to_learn "
     "spent_the_day spent_a_day spends_a_day spend_a_day spent_two_days spent_three_days "
     "spent_four_days spent_five_days spends_two_days spends_three_days spend_two_days "
     "spend_three_days itinerary were_shown_around was_shown_around were_shown_round "
     "were_shown_the was_shown_the on_campus_visit trip_through round_trip "
     "returned_from_a_trip business_travel made_a_stop study_mission tours_the tours_campus "
     "conferred_with conferring_with exchanged_ideas_with paid_a_working was_on_a_visit "
     "toured_the familiarised_themselves familiarized_themselves got_acquainted_with "
     "was_in_beijing_for"},
    {CueRole::kTitle, kVisit,
     "tour tours trip inspection took_a_look close_look came_by comes_by passed_through "
     "was_back_in were_back_in back_in_beijing journey stay_in stays_in during_his_stay "
     "during_her_stay during_their_stay during_its_stay during_a_stay briefed_on were_briefed "
     "was_briefed put_questions came_round came_calling callers call_by popped_in "
     "made_a_detour explored_the_campus stop_in stops_in stop_at study_travel "
     "see_for_themselves saw_for_themselves first_hand paid_tribute_at made_contact mission_to "
     "reception_for hosts_guests receives_guests survey_team survey_trip surveyed on_a_trip "
     "reporters_from journalists_from to_see_how to_study_how to_learn_about to_learn_from "
     "to_find_out_how to_get_a_picture to_get_to_know wanted_to_see were_impressed "
     "was_impressed sat_in_on looked_behind behind_the_scenes warm_welcome host_to day_trip "
     "week_long_trip foreign_guests overseas_guests shook_hands came_all_the_way friends_from "
     "return_trip study_abroad_trip stopped_over our_guests"},
    {CueRole::kTravel, kVisit,
     "delegation delegations came_to comes_to come_to arrived_in arrived_at arrives_in "
     "arrives_at flew_to flies_to went_to went_on_to accompanied accompanies left_for "
     "set_off_for set_out_for heads_for headed_for travelled_around travelled_through "
     "traveled_through delegates_to came_from_abroad landed_in touched_down_in "
     "made_their_way_to made_its_way_to leading_a_group led_a_group headed_a_group "
     "heading_a_group leading_a_party led_a_party headed_a_party leading_a_team led_a_team "
     "headed_a_team heading_a_team leading_a_delegation heading_a_delegation at_the_head_of_a"},
    {CueRole::kBlock, 0,
     "came_to_an came_to_a came_to_power came_to_light came_to_know came_to_terms came_to_be "
     "came_to_life comes_to_an comes_to_a come_to_an come_to_a come_to_be comes_to_life"},
    {CueRole::kAct, kVisit,
     "was_received_by were_received_by was_welcomed_by were_welcomed_by spent arrived arrives "
     "arrival was_welcomed were_welcomed been_welcomed is_welcomed was_received were_received "
     "been_received was_greeted were_greeted were_shown was_shown was_hosted_by were_hosted_by "
     "was_met_by were_met_by arrived_on"},
    {CueRole::kActBefore, kVisit,
     "greeted welcomed welcomes welcoming welcome greets greeting entertained entertains "
     "plays_host_to play_host_to played_host_to shown"},
    {CueRole::kTitleThing, kVisit, "visitors guests"},
    {CueRole::kThing, kVisit,
     "ambassador envoy consul minister mission officials representatives leaders president "
     "principal chancellor vice_chancellor rector vice_rector provost dean deans governor "
     "mayor director_general secretary_general counsellor delegates professor professors "
     "experts scholars academics educators visitor headmasters headmaster headteachers "
     "headteacher principals rectors ministers ambassadors vice_minister deputy_minister "
     "ministry_officials diplomats diplomat attache consul_general high_commissioner "
     "presidents vice_president vice_presidents director directors chairman chairwoman "
     "chairperson chancellors commissioner councillors legislators lawmakers mp mps librarians "
     "journalists reporters entrepreneurs businesspeople counterparts counterpart "
     "prime_minister deputy_director secretary a_delegate trustees teachers_from "
     "officials_from experts_from colleagues_from professors_from scholars_from lecturers_from "
     "researchers_from"},
    {CueRole::kThing, kVisit, "a_team team_of a_group group_of a_party party_of"},
    {CueRole::kTour, kVisit,
     "toured tour_of looked_around looked_round walked_around walked_round walked_through "
     "visit visits visited visiting"},
    {CueRole::kActBefore, kVisit | kAward | kTraining, "received receives receive"},
    {CueRole::kActBefore, kVisit | kMeeting | kTraining | kExchange, "hosted hosts host hosting"},
    {CueRole::kAct, kVisit | kMeeting | kSession, "met meets"},

    // Signing.
    {CueRole::kBlock, 0,
     "sign_up signs_up signed_up signing_up sign_language sign_languages sign_of signs_of "
     "sign_in sign_off signs_off a_sign road_sign road_signs signed_copy signed_copies "
     "vital_signs warning_signs agreement_signed_in agreement_signed_between "
     "agreements_signed_in memorandum_signed_in memorandum_signed_between mou_signed_in "
     "signing_bonus signed_article signed_articles signs_that sign_that signed_by_hand no_sign "
     "first_signed signed_their_first signed_a_first signed_the_first_agreement "
     "signed_an_earlier signed_a_previous originally_signed signed_in_19 agreement_to_disagree "
     "extended_an_invitation extended_invitations extended_its_thanks extended_their_thanks "
     "extended_a_warm extended_his extended_her signed_in_#### agreement_of_#### "
     "memorandum_of_#### contract_of_####"},
    {CueRole::kSure, kSigning,
     "signing_ceremony signing_of was_signed were_signed is_signed are_signed been_signed "
     "being_signed co_signed put_their_names_to put_its_name_to put_pen_to_paper signature_of "
     "was_renewed were_renewed were_inked was_inked exchanged_signed exchange_signed "
     "exchanging_signed added_their_signatures added_his_signature added_her_signature "
     "put_their_signatures put_their_signature put_his_signature put_her_signature "
     "was_initialled were_initialled been_renewed been_inked was_penned were_penned "
     "signed_and_sealed contract_signing mou_signing agreement_signing signing_event "
     "exchange_of_signed"},
    {CueRole::kLead, kSigning,
     "agreed_to_cooperate agree_to_cooperate agrees_to_cooperate agreed_to_co_operate "
     "join_hands joined_hands formed_a_partnership formed_a_strategic_partnership "
     "entered_a_partnership become_partners became_partners signatories signatures "
     "establish_partnership established_a_partnership establishes_partnership "
     "established_cooperative_relations established_partnership sister_universities "
     "sister_university sister_schools exchange_of_notes exchange_of_letters become_sister "
     "became_sister twinned twinning teamed_up team_up teams_up enter_partnership "
     "partners_with partnered_with sign_up_to_cooperate"},
    {CueRole::kActBefore, kSigning,
     "seal seals sealed conclude renew renews renewed renewing formalise formalises formalised "
     "formalize formalizes formalized enter_into enters_into entered_into entering_into "
     "reached reaches initialled penned pens sealing struck strike strikes striking clinch "
     "clinches clinching extend extended extends extending prolong prolonged prolongs "
     "prolonging countersigned forge forged forges forging initial initials cement cemented "
     "enters finalise finalised finalize finalized ratify ratified set_their_hands renewal "
     "revised"},
    {CueRole::kTitleThing, kSigning,
     "agreement agreements memorandum memorandums memoranda mou mous moa loi accord accords "
     "pact letter_of_intent letters_of_intent exchange_agreement exchange_agreements "
     "strategic_partnership partnership_deal cooperation_pact cooperation_deal "
     "cooperation_agreement sister_agreement pacts partnership_agreement "
     "letter_of_understanding letters_of_understanding contract contracts "
     "declaration_of_intent statement_of_intent joint_declaration joint_statement"},
    {CueRole::kThing, kSigning,
     "protocol protocols treaty deal deals addendum addenda charter arrangement document "
     "documents paper plan partnership framework cooperation_plan letter partnerships ties "
     "covenant addendums treaties arrangements roadmap cooperation_framework contracts_with"},
    {CueRole::kAct, kSigning,
     "was_reached were_reached been_reached was_struck were_struck been_struck was_sealed "
     "were_sealed been_sealed was_extended were_extended been_extended was_formalised "
     "was_formalized been_formalised was_ratified renewed_for was_finalised was_finalized "
     "entered_into_force came_into_effect takes_effect was_prolonged"},
    {CueRole::kAct, kMeeting | kTraining | kSigning,
     "concluded concludes was_concluded were_concluded been_concluded"},
    {CueRole::kTitleAct, kSigning, "sign signs signed signing ink inks inked inking"},
    {CueRole::kTitle, kSigning,
     "pens_out partnership_renewed alliance_with in_writing handshake two_signatures "
     "agreed_to_share agreed_to_recognise agreed_to_recognize agreed_to_work reach_agreement "
     "sealed_their_alliance supplementary_agreement"},

    // Meeting.
    {CueRole::kBlock, 0,
     "conference_centre conference_center conference_room conference_rooms conference_hall "
     "conference_halls conference_call conference_paper conference_papers "
     "conference_facilities press_conference news_conference meeting_room meeting_rooms "
     "meeting_place meeting_point discussion_forum discussion_forums web_forum online_forums "
     "meeting_the summit_of_mount training_seminar_room meeting_with_the meeting_their "
     "meeting_his meeting_her meeting_needs summit_training board_of_directors_training "
     "panel_discussion_room debate_team general_meeting_room after_the_conference "
     "after_the_meeting after_the_forum before_the_conference conference_proceedings "
     "conference_site conference_website conference_in_19 forum_posts job_fair job_fairs "
     "discussed_at conference_interpreting conference_interpreter first_meeting_in "
     "since_their_first_meeting after_their_first_meeting"},
    {CueRole::kSure, kMeeting,
     "attended_the_meeting online_talks online_meeting virtual_meeting video_meeting "
     "held_talks_online keynote_speech keynote_address attends_the_meeting video_link_meeting "
     "online_conference virtual_conference plenary_speech gave_a_keynote gave_the_keynote "
     "gave_one_of_the_keynotes delivered_a_keynote delivered_the_keynote keynote_speaker "
     "keynote_speakers"},
    {CueRole::kLead, kMeeting, "met_in meets_in meet_in met_for_the meets_for_the"},
    {CueRole::kAct, kMeeting | kTraining | kExchange,
     "organise organises organised organising organize organizes organized organizing "
     "co_hosted co_hosts co_hosting co_organised co_organized co_organises staged stages "
     "staging jointly_held jointly_organised jointly_organized put_on was_hosted_by_the "
     "was_hosted is_hosted was_hosted_in was_arranged arranged wound_up winds_up closes closed "
     "closing came_to_an_end came_to_a_close drew_to_a_close drew_to_an_end comes_to_a_close "
     "ran_from runs_from"},
    {CueRole::kAct, kMeeting,
     "keynote keynotes address addressed addresses spoke_at speaks_at speak_at speaking_at "
     "spoke_to meet attendees panellists panelists in_attendance was_the_theme theme_of "
     "under_the_theme themed brings_together brought_together bring_together bringing_together "
     "drew draws attracted attracts spoke_to_the logged_in joined_by brainstormed "
     "delivered_speeches delivered_a_speech gave_a_speech gives_speech addressed_the "
     "was_represented represented attended_by was_attended_by was_opened_by co_chaired debated "
     "debate debates tuned_in linked_up linked connects connected"},
    {CueRole::kAct, kMeeting | kTraining | kExchange, "given_by"},
    {CueRole::kAct, kMeeting | kTraining,
     "attend attends attended attending participate participates participated participating "
     "participants take_part takes_part took_part taking_part join joins joined end ends ended "
     "wraps_up wrapped_up"},
    {CueRole::kTitleThing, kMeeting,
     "conference conferences forum symposium symposia seminar seminars summit congress "
     "colloquium roundtable round_table webinar webinars annual_meeting council_meeting "
     "board_meeting general_assembly annual_general_meeting plenary_session plenary_meeting "
     "working_meeting video_conference videoconference teleconference panel_discussion "
     "council_session preparatory_meeting committee_meeting academic_workshop "
     "academic_workshops research_workshop planning_workshop consultation_meeting "
     "work_conference forums summits congresses colloquia colloquiums expo convention "
     "conventions general_assemblies annual_conference world_conference plenary think_in "
     "study_meeting council_meetings board_meetings leadership_meeting high_level_meeting "
     "high_level_dialogue online_dialogue policy_dialogue expert_meeting experts_meeting "
     "ministerial_meeting work_meeting working_conference annual_work_meeting "
     "annual_work_conference staff_meeting coordination_meeting review_meeting "
     "steering_committee_meeting kick_off_meeting kickoff_meeting closing_meeting "
     "press_briefing symposiums mobilisation_meeting consultative_meeting joint_meeting "
     "panel_debate annual_gathering yearly_gathering second_meeting third_meeting "
     "fourth_meeting fifth_meeting sixth_meeting seventh_meeting annual_session spring_session "
     "autumn_session plenary_assembly at_its_meeting at_their_meeting"},
    {CueRole::kWeakThing, kMeeting,
     "meeting meetings talks discussion discussions session sessions dialogue consultations "
     "consultation"},
    {CueRole::kTitle, kMeeting,
     "year_end_talks talks_with meeting_held met_online meet_online meets_online by_video "
     "via_video by_video_link brainstorming gathered_at gathered_in education_week"},
    {CueRole::kAct, kMeeting | kTraining | kExchange | kSession,
     "hold holds held holding convene convenes convened convening took_place takes_place "
     "take_place taking_place"},
    {CueRole::kAct, kMeeting | kSession,
     "gather gathers gathered gathering assembled assembles came_together come_together "
     "comes_together sat chaired chairs chairing presided_over presides_over"},
    {CueRole::kThing, kMeeting, "panel discussion_panel round_of_talks hackathon"},
    {CueRole::kThing, kSession,
     "board committee council senate executive_committee steering_committee academic_board "
     "governing_body governing_board working_group task_force advisory_board general_council "
     "presidium editorial_board jury expert_group joint_committee board_of_directors "
     "board_of_trustees board_of_governors"},
    {CueRole::kAct, kMeeting | kTraining | kAward | kExchange, "was_given were_given"},

    // Training.
    {CueRole::kBlock, 0,
     "personnel_training talent_training training_centre training_centres training_center "
     "training_centers training_school training_schools training_needs training_base "
     "training_bases training_college training_department training_institute "
     "training_institutes training_institution training_institutions training_office "
     "training_materials training_room training_ground education_and_training "
     "vocational_training_and teacher_training_college of_course course_of_action "
     "in_the_course_of crash_course_of golf_course course_adviser course_advisers "
     "course_design course_development course_packs course_pack course_team workshop_safety "
     "training_ship lecture_hall lecture_halls lecture_theatre training_for_online class_of "
     "middle_class world_class first_class training_building training_facilities "
     "training_manual training_market training_model training_plan training_scheme "
     "training_equipment training_wing course_catalogue course_system course_list "
     "course_resources course_fees course_fee course_guide class_hours classroom_building "
     "training_workshop_building race_course course_credits credit_courses main_course "
     "course_production course_construction course_sharing course_content course_quality "
     "teacher_training_base of_training courses_of_action course_books course_book "
     "teacher_training_university training_ground_for classes_are_cancelled classes_cancelled "
     "classes_were_cancelled classes_resume no_classes workshop_tour course_of_events "
     "talent_training_programme online_learning_training"},
    {CueRole::kSure, kTraining,
     "training_seminar training_seminars training_course training_courses training_workshop "
     "training_workshops training_camp training_classes training_session training_sessions "
     "summer_school summer_schools winter_school lecture_series series_of_lectures "
     "train_the_trainer refresher_course boot_camp bootcamp masterclass master_class "
     "intensive_course week_seminar weeks_seminar month_seminar week_course weeks_course "
     "day_course month_course week_training day_training training_class training_seminar_for "
     "short_term_training training_camps masterclasses master_classes crash_course "
     "induction_course induction_training refresher_courses intensive_courses "
     "orientation_course"},
    {CueRole::kLead, kTraining,
     "open_lecture teaching_and_research_activity trained were_trained was_trained "
     "completed_training completed_the_training underwent_training lectures trainees trainee "
     "train_40 trained_in trained_as training_events training_activities training_round "
     "round_of_training phase_of_training centralised_training centralized_training "
     "receives_training received_training receive_training gave_lessons training_week "
     "begun_to_learn began_to_learn begin_to_learn started_to_learn start_learning "
     "started_learning begins_to_learn learned_how_to learnt_how_to learn_how_to back_in_class "
     "back_to_class seminar_for_teachers seminar_for_headteachers seminar_for_headmasters "
     "seminar_for_officials seminar_for_education seminar_for_foreign seminar_for_vocational "
     "seminar_for_young"},
    {CueRole::kAct, kTraining,
     "run runs deliver delivers delivered conduct conducts conducted enrolled enrol taught "
     "graduated_from undergo undergoes undergoing underwent graduate_from graduates_from "
     "graduating_from graduated teach teaches teaching taking_a take_a attended_a passed pass "
     "passes completion wrapping_up took_up finish finishes finished finishing complete "
     "completes completed completing"},
    {CueRole::kTitleThing, kTraining,
     "training workshop workshops refresher first_lesson training_series training_event "
     "training_activity training_programme training_programmes training_program "
     "training_programs second_lecture third_lecture fourth_lecture first_lecture "
     "open_lectures lecture_course instruction tutorial tutorials"},
    {CueRole::kThing, kTraining,
     "course courses short_course short_courses language_classes classes evening_classes "
     "lessons lesson short_term_course language_course language_courses upgrade_course "
     "coaching tuition study_programme certificate_programme chinese_class language_class "
     "evening_class art_class english_class new_class"},
    {CueRole::kActBefore, kAward | kTraining, "took takes take taking"},
    {CueRole::kAct, kMeeting | kTraining | kExchange | kStart,
     "kicked_off kicks_off kick_off kicking_off begin begins began begun beginning start "
     "starts started starting commence commences commenced commencing under_way underway "
     "got_under_way gets_under_way get_under_way got_going got_off_to was_kicked_off "
     "was_started"},
};

}  // namespace bulletin
