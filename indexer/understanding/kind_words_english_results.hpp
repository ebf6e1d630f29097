// English cue words of what comes of the work: openings, awards, exchanges, publications. Rules as
// in kind_words_english.hpp.

#pragma once

#include "indexer/understanding/kind_cues.hpp"

namespace bulletin {

inline constexpr CueRow kEnglishResultCues[] = {
    // Opening. The thing decides what opens: a centre, a course or a conference.
    {CueRole::kBlock, 0,
     "launched_by jointly_launched_by to_establish to_set_up opened_up opens_up opening_hours "
     "opened_with opened_by opening_remarks opening_speech opening_address inaugural_lecture "
     "inaugural_address inaugural_conference inaugural_meeting inaugural_seminar "
     "inaugural_forum launch_pad open_university open_universities since_its_establishment "
     "set_up_in_19 opening_up opened_fire open_letter open_online open_access open_education "
     "open_learning open_resources open_to_the_public_from opens_the_way opened_the_way "
     "opening_of_the_conference opening_of_the_forum library_closed opened_accounts "
     "was_established_by_the launched_in_19 launched_in_20 launch_event_of open_day open_days "
     "since_it_opened opened_in_19 opened_a_new_chapter new_chapter set_up_by set_up_shop "
     "opened_the_conference opened_the_meeting opened_the_forum opened_the_seminar "
     "opening_times opening_keynote opening_session programme_of was_established_in_#### "
     "were_established_in_#### was_founded_in_#### were_founded_in_#### opened_in_#### "
     "launched_in_#### was_opened_in_#### was_set_up_in_####"},
    {CueRole::kSure, kOpening,
     "inaugurate inaugurates inaugurated inaugurating inauguration opened_its_doors "
     "opens_its_doors open_its_doors ribbon_cutting cut_the_ribbon cut_a_ribbon "
     "cutting_the_ribbon groundbreaking ground_breaking broke_ground foundation_stone "
     "put_into_operation put_into_use put_into_service into_operation launching_ceremony "
     "launch_ceremony plaque_ceremony was_officially_opened officially_opens nameplate "
     "a_plaque the_plaque came_into_operation comes_into_operation came_into_service "
     "came_into_use entered_service enters_service enter_service was_inaugurated "
     "were_inaugurated been_inaugurated goes_into_operation went_into_operation turned_the_sod "
     "first_sod broke_the_ground soft_launch trial_operation trial_run into_service "
     "opening_its_doors opens_doors opened_doors topping_out unveiling_ceremony "
     "inaugural_ceremony inaugural_class inaugural_semester start_of_construction "
     "laid_the_foundation was_commissioned into_use declared_open declared_it_open "
     "declares_open handed_over_the_keys handover_of_the_keys cut_its_ribbon cut_ribbon "
     "cuts_ribbon cuts_the_ribbon"},
    {CueRole::kActBefore, kOpening,
     "establish establishes established set_up sets_up founded co_founded creates created "
     "create forms form formed founds setting_up"},
    {CueRole::kAct, kOpening | kMeeting | kTraining,
     "opened opens open_in to_open was_open is_open now_open opening was_opened were_opened "
     "been_opened"},
    {CueRole::kActAlone, kOpening | kMeeting | kTraining | kExchange,
     "opening_ceremony opening_ceremonies"},
    {CueRole::kActBefore, kOpening | kTraining | kPublication | kMeeting,
     "launch launches launched launching roll_out rolls_out rolled_out rolling_out introduces"},
    {CueRole::kAct, kOpening | kTraining | kPublication | kMeeting,
     "was_launched were_launched is_launched been_launched being_launched was_launched_by "
     "was_successfully_launched was_officially_launched was_formally_launched "
     "was_jointly_launched was_rolled_out were_rolled_out been_rolled_out"},
    {CueRole::kThing, kOpening,
     "centre centres center centers institute campus base bases platform branch branches "
     "library museum exhibition laboratory lab school academy hub building studio network "
     "alliance association system website portal service classroom college department "
     "workstation scheme initiative art_show photo_show faculty corner consortium exhibitions "
     "channel radio_station club wing reading_room gallery secretariat degree_programme "
     "degree_program joint_programme joint_degree major speciality specialty hotline help_desk "
     "federation society council_of union partnership_office study_centre learning_centre "
     "learning_center joint_centre joint_institute workshop_building complex data_centre "
     "credit_bank joint_laboratory chapter research_group work_station exhibit show database "
     "virtual_campus clinic training_centre_in nursery kindergarten think_tank incubator"},
    {CueRole::kTitle, kOpening,
     "launch_event on_show on_air was_broadcast first_broadcast goes_on_air went_on_air "
     "newly_founded newly_established on_display newly_built newly_created"},
    {CueRole::kLead, kOpening,
     "was_established were_established was_officially_established was_formally_established "
     "admitted_its_first enrolled_its_first enrols_its_first welcomed_its_first "
     "takes_its_first admits_its_first took_in_its_first new_term_begins school_year_begins"},
    {CueRole::kActAlone, kOpening | kPublication,
     "unveil unveils unveiled unveiling was_unveiled were_unveiled went_live goes_live go_live "
     "gone_live going_live went_online goes_online gone_online going_online"},
    {CueRole::kAct, kOpening,
     "was_set_up were_set_up been_set_up was_founded were_founded been_founded was_created "
     "were_created been_created was_formed were_formed been_formed been_established "
     "is_established came_into_being comes_into_being was_born is_born form_an formed_an "
     "forms_an started_operating starts_operating began_operating began_operations "
     "starts_operations started_work begins_work began_work"},
    {CueRole::kThing, kStart,
     "new_year_term pilot pilots pilot_project pilot_programme pilot_scheme trial construction "
     "building_work enrolment_for_the_first_time"},
    {CueRole::kThing, kOpening | kStart,
     "new_semester academic_year school_year new_term autumn_term spring_term project "
     "programme program"},

    // Award.
    {CueRole::kBlock, 0,
     "award_winning prize_winning awarding_body awarding_bodies award_certificates "
     "award_the_certificates awarded_certificates awarded_the_certificates "
     "awarded_a_certificate awarded_degrees awarded_a_degree awarded_the_degree "
     "awarded_scholarships awarded_a_scholarship awarded_a_grant guest_of_honour "
     "guest_of_honor guests_of_honour in_honour_of in_honor_of honours_degree nobel_prize "
     "nobel_prizes book_title award_degrees degree_awarding won_over won_support won_praise "
     "won_the_hearts many_awards numerous_awards several_awards many_prizes numerous_prizes "
     "won_funding won_a_grant won_the_bid won_the_tender won_recognition award_of_degrees "
     "award_of_contracts won_the_match won_a_scholarship won_scholarships "
     "received_a_scholarship prize_money was_named_dean was_named_president "
     "was_named_vice_president was_named_head was_named_director was_named_chairman "
     "was_named_chair was_named_rector was_named_after were_named_after was_named_the_new "
     "was_named_acting award_credits award_credit awards_credits award_degree awards_degrees "
     "honour_of honor_of title_of_the_book title_of_his title_of_her honours_students "
     "honour_guard medal_of_the_seas job_title job_titles"},
    {CueRole::kSure, kAward,
     "was_awarded were_awarded been_awarded is_awarded are_awarded awarded_the_title "
     "awards_ceremony award_ceremony award_presentation prize_giving first_prize second_prize "
     "third_prize grand_prize gold_medal silver_medal bronze_medal was_honoured were_honoured "
     "is_honoured was_honored were_honored honoured_with honored_with honoured_for honored_for "
     "honorary_doctorate honorary_degree prize_winners award_winners winners_of_the won_first "
     "won_second won_third won_gold won_silver won_bronze named_winner medal_of "
     "certificate_of_honour certificate_of_merit took_home takes_home take_home "
     "walked_away_with walks_away_with walked_off_with prize_went_to prizes_went_to "
     "award_went_to awards_went_to medal_went_to medals_went_to trophy_went_to prize_goes_to "
     "award_goes_to gold_goes_to best_paper_award given_the_title given_the_award "
     "given_an_award given_a_prize won_the_title wins_the_title presentation_of_awards "
     "presentation_of_the_awards presentation_of_prizes presentation_of_the_prizes "
     "award_giving prize_winner award_winner medal_winner medallist gold_medals silver_medals "
     "bronze_medals gold_award silver_award bronze_award first_prizes top_prize second_prizes "
     "third_prizes excellence_prize was_crowned were_crowned crowned_champion "
     "crowned_champions was_decorated_with was_knighted was_conferred were_conferred "
     "been_conferred honorary_doctor honorary_doctorates won_the_championship wins_gold "
     "wins_silver wins_bronze was_declared_winner best_film_award lifetime_achievement_award "
     "special_mention honourable_mention honorable_mention grand_prix"},
    {CueRole::kLead, kAward,
     "honorary_professor honorary_professors honorary_professorship honorary_adviser "
     "honorary_advisers honorary_advisor honorary_advisors honorary_fellow honorary_fellows "
     "honorary_citizen commended was_selected_as were_selected_as was_named were_named "
     "been_recognised_as been_recognized_as was_recognised_as was_recognized_as "
     "were_recognised_as were_recognized_as recognised_for recognized_for recognised_as "
     "recognized_as was_recognised were_recognised was_recognized were_recognized ranked_first "
     "ranked_second placed_first placed_second finished_first finished_second was_chosen_as "
     "were_chosen_as was_voted were_voted praised_as_model rated_as was_rated were_rated "
     "was_listed_among were_listed_among was_cited_as won_the_contest won_the_competition "
     "won_the_final emerged_as_winner emerged_victorious laureate laureates champions "
     "runner_up runners_up shortlisted been_named been_selected_as been_honoured been_honored "
     "been_commended outstanding_contribution_award beat_off"},
    {CueRole::kTitle, kAward,
     "winner winners prizewinners gold_for silver_for bronze_for commends commended_for "
     "prizewinner champion first_prize_for crowned singled_out won_through prizegiving "
     "prize_day honour_for honor_for best_paper in_first_place among_the_winners "
     "among_the_ten_winners proud_holder finalists finalist in_the_top_three"},
    {CueRole::kActBefore, kAward,
     "win won winning confer confers conferred bestow bestows bestowed collect collects "
     "collected claimed clinched garnered earned earns bagged scooped presented_with named_the "
     "picked_up presenting shared_the bring_home brought_home lift lifted lifts capture "
     "captured captures land landed snatched snatch snatches secured secures swept grab grabs "
     "grabbed nets netted bag bags pick_up picks_up awarding gain gained gains carried_off "
     "carries_off taken_home scoop scoops came_home_with comes_home_with returned_with "
     "returns_with went_home_with holder_of"},
    {CueRole::kTitleThing, kAward,
     "award awards prize prizes medal medals commendation commendations"},
    {CueRole::kThing, kAward,
     "title contest competition championship trophy honour honor first_place second_place "
     "third_place top_place distinction accolade accolades plaudits trophies titles contests "
     "competitions finals honorary_title medallion badge_of_honour order_of_merit knight gold "
     "silver top_honours top_honors citation fellowship_award teacher_of_the_year "
     "student_of_the_year runner_up_prize decoration decorations model model_unit role_model "
     "role_models model_units advanced_unit diploma_of_honour silver_diploma gold_diploma "
     "bronze_diploma excellence_award model_teacher model_worker model_teachers"},
    {CueRole::kTitleAct, kAward, "honoured honored awarded wins decorated decorates"},
    {CueRole::kAct, kMeeting | kAward, "were_presented was_presented"},
    {CueRole::kAct, kAward,
     "handed handed_over hands handing announced announce announces announcing revealed named "
     "came_first came_second came_third has_gone_to have_gone_to goes_to"},
    {CueRole::kAct, kAward | kTraining, "gave given"},
    {CueRole::kAct, kMeeting | kAward | kPublication, "presents presented"},

    // Exchange.
    {CueRole::kBlock, 0,
     "exchange_rate exchange_rates stock_exchange foreign_exchange "
     "international_exchange_centre exchange_centre exchange_center exchange_department "
     "exchange_office cultural_exchange_centre cultural_exchange_center "
     "academic_exchange_centre academic_exchange_center camp_david refugee_camp refugee_camps "
     "exchange_ideas exchanged_ideas exchange_experience exchanged_experience "
     "exchange_of_ideas exchange_of_experience exchange_of_information exchange_of_opinions "
     "exchange_server telephone_exchange exchange_views_on exchange_gifts exchanged_gifts "
     "base_camp training_camp_site play_together_well together_with work_together "
     "worked_together working_together works_together put_together get_together_with "
     "to_exchange to_exchange_students to_exchange_teachers exchanging_students"},
    {CueRole::kLead, kExchange,
     "exchange_programme exchange_programmes exchange_program exchange_programs "
     "exchange_student exchange_students student_exchange student_exchanges staff_exchange "
     "staff_exchanges teacher_exchange faculty_exchange youth_exchange cultural_exchange "
     "cultural_exchanges culture_exchange art_exchange arts_exchange academic_exchange "
     "exchange_of_students exchange_of_teachers exchange_of_staff exchange_semester "
     "exchange_activity exchange_activities exchange_event on_exchange summer_camp "
     "summer_camps winter_camp host_families host_family homestay homestays friendly_match "
     "culture_day culture_week culture_festival cultural_day cultural_week cultural_festival "
     "cultural_evening cultural_event seconded secondment secondments people_to_people "
     "study_abroad_programme semester_abroad joint_concert joint_performance joint_recital "
     "joint_rehearsal friendly_football_match friendly_basketball_match friendly_game "
     "friendly_games friendship_match friendship_cup friendly_matches friendly_tournament "
     "virtual_exchange virtual_exchanges youth_camp culture_camp language_camp cultural_camp "
     "spring_camp autumn_camp science_camp cultural_show cultural_performance "
     "cultural_performances gala_evening cultural_gala food_festival culture_carnival "
     "exchange_term exchange_year term_abroad year_abroad pen_pals joint_class swapped swaps "
     "swap culture_exchanges cultural_evenings culture_evening cultural_nights "
     "international_culture_festival arts_week art_week music_week film_week youth_week "
     "youth_festival exchange_stay exchange_scheme exchange_schemes exchange_teacher "
     "exchange_teachers exchange_lecturer exchange_scholars exchange_tutors exchange_staff "
     "student_mobility teacher_exchanges faculty_exchanges youth_exchanges spent_a_semester "
     "spend_a_semester spent_a_term spend_a_term spending_a_semester spent_a_year_at "
     "people_to_people_exchange academic_exchanges cultural_immersion culture_experience "
     "cultural_experience_day experience_camp joint_camp art_camp tandem_learning "
     "sports_exchange language_exchange music_exchange on_secondment intercultural_day "
     "international_day_of_culture buddy_programme homestay_programme evening_gala "
     "tutor_exchange tutor_exchanges for_a_semester for_one_semester for_a_term "
     "shared_one_stage share_one_stage gone_to_study_for"},
    {CueRole::kTitle, kExchange,
     "camp exchange_week exchange_tour culture_night cultural_night exchange cultural_tour "
     "get_together concert concerts folk_dance folk_dances folk_songs dragon_boats carnival"},
    {CueRole::kAct, kTogether,
     "sing sang sings sung singing perform performs performed performing dance danced dances "
     "dancing cook cooks cooked cooking celebrate celebrates celebrated celebrating play plays "
     "played playing paint painted painting rehearse rehearsed sew built make made making "
     "write wrote eat ate plant planted ran_together hike hiked learn learned learnt draw race "
     "races raced racing compete competes competed row rowed ran run_together swim drum "
     "drummed act acted stage_together practise practised practiced exercise sketched "
     "draw_together"},
    {CueRole::kThing, kTogether,
     "together side_by_side on_the_same_stage on_one_stage one_stage shared_the_stage"},

    // Publication.
    {CueRole::kBlock, 0,
     "publishing_house publishing_houses publishing_company publishing_partner "
     "publishing_group publishing_industry publishing_press issues_such book_keeping "
     "guest_book visitors_book release_date press_release press_releases "
     "release_of_the_hostages for_release issued_a_statement issued_statement "
     "published_articles appeared_in_court appeared_on appeared_at list_price available_rooms "
     "price_list waiting_list mailing_list issues_in issues_related the_issue_of the_issues_of "
     "report_card weather_report report_by report_on_work report_to guide_dog guidebook_tour "
     "issue_was report_from reports_from work_report work_reports gave_a_report gave_reports "
     "on_the_issue related_issues other_issues issues_concerning since_it_was_published"},
    {CueRole::kSure, kPublication,
     "been_published has_published book_launch launch_of_the_book new_book released_a_report "
     "published_a was_released were_released went_to_press came_off_the_press off_the_press "
     "was_published were_published is_published are_published been_issued hit_the_shelves "
     "hits_the_shelves hit_the_bookshops went_on_sale goes_on_sale made_public in_print "
     "published_its published_the published_in_full has_been_released have_been_released "
     "presented_to_the_public presented_to_readers were_presented_to_the_public "
     "was_presented_to_the_public"},
    {CueRole::kLead, kPublication,
     "freely_available available_online available_free placed_online free_of_charge_online "
     "available_to_download for_download freely_accessible can_be_downloaded be_downloaded "
     "downloadable now_available made_accessible free_online free_access open_to_all_online "
     "videos_online courses_online resources_online lectures_online materials_online "
     "online_for_free online_for_everyone posted_online uploaded free_to_use "
     "available_for_free available_in_bookshops app_store app_stores to_download "
     "free_of_charge_on accessible_online accessible_to_all published_online now_in_english "
     "now_in_french now_in_arabic now_in_russian book_presentation first_issue inaugural_issue "
     "special_issue new_edition english_edition chinese_edition latest_issue english_version "
     "new_version courses_free_of_charge courses_for_free courses_to_the_public "
     "resources_to_the_public materials_to_the_public lectures_to_the_public "
     "open_to_learners_everywhere courses_to_the_public_free opened_its_courses "
     "opened_its_online_courses courses_openly open_to_all now_open_to_all open_to_everyone"},
    {CueRole::kTitle, kPublication,
     "download downloads downloaded free_of_charge in_bookshops translated_into in_translation"},
    {CueRole::kActBefore, kPublication,
     "publishing release releasing issuing brought_out bring_out brings_out bringing_out"},
    {CueRole::kThing, kPublication,
     "book books report reports journal journals guide guides guideline textbook newsletter "
     "magazine proceedings catalogue catalog encyclopedia encyclopaedia dataset resources "
     "courseware volume e_books app apps mobile_app version versions edition editions list "
     "lists a_list translation translations textbooks manual manuals findings bulletin "
     "bulletins papers collection directory statistics ranking rankings annual_report "
     "quality_report videos video_series podcast audiobook picture_book picture_books issue "
     "reader readers album curriculum standards standard declaration brochure leaflet atlas "
     "primer study_guide corpus recommendations memoir biography novel monographs e_textbook "
     "audio_course"},
    {CueRole::kAct, kOffer,
     "provide provides provided providing supply supplies supplied supplying offer offers "
     "offered offering share shares shared sharing contribute contributes contributed "
     "open_sourced"},
    {CueRole::kThing, kOffer,
     "learning_resources learning_materials online_resources teaching_resources "
     "educational_resources open_courses online_courses free_courses teaching_materials "
     "course_materials digital_resources online_course"},
    {CueRole::kTitleAct, kPublication,
     "published publishes publish released releases issued issues publication"},
    {CueRole::kAct, kPublication,
     "came_out comes_out come_out appeared appears available compiled translated went_to_print "
     "printed reprinted edited_by made_available posted puts_online put_online be_used_free "
     "is_out now_out are_out is_now_out on_sale be_bought be_read be_ordered"},
    {CueRole::kTitleThing, kPublication,
     "handbook handbooks glossary dictionary yearbook anthology white_paper monograph toolkit "
     "e_book guidelines"},
};

}  // namespace bulletin
